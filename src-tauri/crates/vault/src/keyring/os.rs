//! The system's keyring: Secret Service, Keychain, Credential Manager.
//!
//! A call to it may never return: a locked keyring waits for its password, a
//! frozen one for nothing. So every call runs on a thread of its own and is
//! answered over a channel; whoever asks waits for a while and no longer. The
//! thread stays until the keyring answers; what it brings then is dropped.
//!
//! A late answer does no harm: a name is used for one key only, so a key that is
//! stored after we gave up lies there unused.
//!
//! The store is made anew at every call. A keyring that was not running when the
//! app started is found as soon as it runs.

use std::{sync::mpsc, thread, time::Duration};

use age::secrecy::ExposeSecret as _;
use keyring_core::{Entry, Error as Refusal};

use super::{Keyring, KeyringTrouble};
use crate::SecretString;

/// How long an answer may take. One that asks the disk takes milliseconds.
const PATIENCE: Duration = Duration::from_secs(4);

/// The keyring of the system that we run on.
#[derive(Debug, Clone)]
pub struct OsKeyring {
    service: String,
    patience: Duration,
}

impl OsKeyring {
    /// The keyring, with our secrets under the name of this service.
    pub fn new(service: &str) -> Self {
        Self { service: service.to_owned(), patience: PATIENCE }
    }

    /// Waits for an answer for this long and no longer.
    #[must_use]
    pub fn with_patience(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }

    /// Asks on a thread of its own. `Ok(None)`: there is no such entry.
    fn ask<T: Send + 'static>(
        &self,
        name: &str,
        question: impl FnOnce(&Entry) -> keyring_core::Result<T> + Send + 'static,
    ) -> Result<Option<T>, KeyringTrouble> {
        let (service, name) = (self.service.clone(), name.to_owned());
        // A quarter is kept for finding out why there is no answer.
        let answer = within(self.patience * 3 / 4, move || {
            let entry = system::entry(&service, &name)?;
            match question(&entry) {
                Ok(answer) => Ok(Some(answer)),
                Err(Refusal::NoEntry) => Ok(None),
                Err(refusal) => Err(system::trouble(&refusal)),
            }
        });
        answer.unwrap_or_else(|| Err(system::why_silent(self.patience / 4)))
    }
}

impl Keyring for OsKeyring {
    fn get(&self, name: &str) -> Result<Option<SecretString>, KeyringTrouble> {
        Ok(self.ask(name, Entry::get_password)?.map(SecretString::from))
    }

    fn set(&self, name: &str, secret: &SecretString) -> Result<(), KeyringTrouble> {
        let secret = secret.clone();
        match self.ask(name, move |entry| entry.set_password(secret.expose_secret()))? {
            Some(()) => Ok(()),
            None => Err(KeyringTrouble::NeverInitialised),
        }
    }

    fn forget(&self, name: &str) -> Result<(), KeyringTrouble> {
        self.ask(name, Entry::delete_credential).map(|_| ())
    }
}

/// The answer, if it comes within `patience`.
fn within<T: Send + 'static>(
    patience: Duration,
    question: impl FnOnce() -> Result<T, KeyringTrouble> + Send + 'static,
) -> Option<Result<T, KeyringTrouble>> {
    let (sender, receiver) = mpsc::channel();
    let started = thread::Builder::new().name("keyring".to_owned()).spawn(move || {
        // Nobody listens any more if it took too long.
        let _ = sender.send(question());
    });
    if started.is_err() {
        return Some(Err(KeyringTrouble::Denied));
    }
    match receiver.recv_timeout(patience) {
        Ok(answer) => Some(answer),
        Err(mpsc::RecvTimeoutError::Timeout) => None,
        // The thread fell over.
        Err(mpsc::RecvTimeoutError::Disconnected) => Some(Err(KeyringTrouble::Denied)),
    }
}

#[cfg(target_os = "linux")]
mod system {
    //! The Secret Service, over D-Bus.

    use std::time::Duration;

    use keyring_core::{Entry, Error as Refusal, api::CredentialStoreApi as _};
    use secret_service::Error as Said;
    use zbus_secret_service_keyring_store::Store;

    use super::{KeyringTrouble, within};

    pub(super) fn entry(service: &str, name: &str) -> Result<Entry, KeyringTrouble> {
        let store = Store::new().map_err(|refusal| match trouble(&refusal) {
            // A bus that refuses us is a bus; one that fails otherwise is none.
            KeyringTrouble::Denied if !is_bus_error(&refusal) => KeyringTrouble::NoBus,
            trouble => trouble,
        })?;
        store.build(service, name, None).map_err(|refusal| trouble(&refusal))
    }

    pub(super) fn trouble(refusal: &Refusal) -> KeyringTrouble {
        let (Refusal::PlatformFailure(cause) | Refusal::NoStorageAccess(cause)) = refusal else {
            return KeyringTrouble::Denied;
        };
        match cause.downcast_ref::<Said>() {
            Some(Said::Unavailable) => KeyringTrouble::NoBus,
            Some(Said::Locked | Said::Prompt | Said::PromptDisconnected) => KeyringTrouble::Locked,
            Some(Said::NoResult) => KeyringTrouble::NeverInitialised,
            _ => by_name(&cause.to_string()),
        }
    }

    /// Errors cross the bus by their names.
    fn by_name(text: &str) -> KeyringTrouble {
        let says = |name: &str| text.contains(name);
        if says("DBus.Error.ServiceUnknown")
            || says("DBus.Error.NameHasNoOwner")
            || says("DBus.Error.Spawn.")
            || says("DBus.Error.TimedOut")
            || says("DBus.Error.NoReply")
        {
            return KeyringTrouble::NoService;
        }
        if says("Secret.Error.IsLocked") {
            return KeyringTrouble::Locked;
        }
        KeyringTrouble::Denied
    }

    fn is_bus_error(refusal: &Refusal) -> bool {
        refusal.to_string().contains("org.freedesktop.")
    }

    /// A keyring whose prompt is open answers others meanwhile; a frozen one does not.
    pub(super) fn why_silent(patience: Duration) -> KeyringTrouble {
        let greeted =
            within(patience, || Store::new().map(|_| ()).map_err(|refusal| trouble(&refusal)));
        match greeted {
            Some(Ok(())) => KeyringTrouble::Waiting,
            Some(Err(trouble)) => trouble,
            None => KeyringTrouble::Frozen,
        }
    }
}

#[cfg(target_os = "macos")]
mod system {
    //! The login keychain.

    use std::time::Duration;

    use apple_native_keyring_store::keychain::Store;
    use keyring_core::{Entry, Error as Refusal, api::CredentialStoreApi as _};

    use super::KeyringTrouble;

    pub(super) fn entry(service: &str, name: &str) -> Result<Entry, KeyringTrouble> {
        Store::new()
            .and_then(|store| store.build(service, name, None))
            .map_err(|refusal| trouble(&refusal))
    }

    pub(super) fn trouble(refusal: &Refusal) -> KeyringTrouble {
        let (Refusal::PlatformFailure(cause) | Refusal::NoStorageAccess(cause)) = refusal else {
            return KeyringTrouble::Denied;
        };
        // Its errors are sentences; "interaction not allowed" is a locked keychain
        // in a session without a screen.
        match cause.to_string() {
            text if text.contains("interaction is not allowed") => KeyringTrouble::Locked,
            text if text.contains("could not be found") => KeyringTrouble::NeverInitialised,
            _ => KeyringTrouble::Denied,
        }
    }

    /// Nothing but the dialog that asks for a password holds a keychain up.
    pub(super) fn why_silent(_patience: Duration) -> KeyringTrouble {
        KeyringTrouble::Waiting
    }
}

#[cfg(windows)]
mod system {
    //! The Credential Manager.

    use std::{collections::HashMap, time::Duration};

    use keyring_core::{Entry, Error as Refusal, api::CredentialStoreApi as _};
    use windows_native_keyring_store::Store;

    use super::KeyringTrouble;

    pub(super) fn entry(service: &str, name: &str) -> Result<Entry, KeyringTrouble> {
        // By default a credential roams to other computers; a device's key stays.
        let here = HashMap::from([("persistence", "Local")]);
        Store::new()
            .and_then(|store| store.build(service, name, Some(&here)))
            .map_err(|refusal| trouble(&refusal))
    }

    pub(super) fn trouble(_refusal: &Refusal) -> KeyringTrouble {
        KeyringTrouble::Denied
    }

    /// It has no prompt that could hold it up.
    pub(super) fn why_silent(_patience: Duration) -> KeyringTrouble {
        KeyringTrouble::Frozen
    }
}

#[cfg(not(any(target_os = "linux", target_os = "macos", windows)))]
mod system {
    //! Systems without a keyring that we know: a passphrase does it there.

    use std::time::Duration;

    use keyring_core::{Entry, Error as Refusal};

    use super::KeyringTrouble;

    pub(super) fn entry(_service: &str, _name: &str) -> Result<Entry, KeyringTrouble> {
        Err(KeyringTrouble::NoService)
    }

    pub(super) fn trouble(_refusal: &Refusal) -> KeyringTrouble {
        KeyringTrouble::Denied
    }

    pub(super) fn why_silent(_patience: Duration) -> KeyringTrouble {
        KeyringTrouble::Frozen
    }
}
