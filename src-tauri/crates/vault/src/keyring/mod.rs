//! Where the device's key lies: what we ask of a keyring, and what can be wrong with it.

mod memory;
mod os;

pub use self::{memory::MemoryKeyring, os::OsKeyring};
use crate::SecretString;

/// Somewhere the system keeps secrets. Named after what we ask of it.
///
/// Secrets are short and ASCII: one keyring takes text only, another 1,280
/// characters at most.
pub trait Keyring: Send + Sync {
    /// The secret of that name. `None`: the keyring works and has none, which
    /// does not prove that none was ever stored.
    fn get(&self, name: &str) -> Result<Option<SecretString>, KeyringTrouble>;
    /// Stores a secret in place of an earlier one of that name.
    fn set(&self, name: &str, secret: &SecretString) -> Result<(), KeyringTrouble>;
    /// Forgets a secret. Forgetting what was never stored is no trouble.
    fn forget(&self, name: &str) -> Result<(), KeyringTrouble>;
}

/// Why the keyring is of no use now. Each has its own way on.
///
/// How they are told apart is said at each. Where a system cannot tell two of
/// them apart, that is said too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum KeyringTrouble {
    /// No message bus, so no keyring can be reached. Linux only: connecting failed.
    #[error("there is no message bus to reach a keyring by")]
    NoBus,
    /// A bus, and nobody on it who keeps secrets. Linux only: the bus itself said
    /// that nobody has that name, or that whoever should take it did not start.
    #[error("no keyring is running")]
    NoService,
    /// Locked, and it could not ask or was told no: the keyring dismissed its
    /// prompt. Without a display that happens at once; a candidate who closes
    /// the prompt gives the same answer.
    #[error("the keyring is locked")]
    Locked,
    /// Locked, with its prompt open: our question waits, and the keyring answers
    /// another one meanwhile. On macOS every silence is taken for this.
    #[error("the keyring is locked and waits for its password")]
    Waiting,
    /// It has nothing to store into. Linux only, and only known from storing: a
    /// keyring that was never set up says that it has no collection. Asked for a
    /// secret, it says the same as one that was emptied.
    #[error("the keyring was never set up")]
    NeverInitialised,
    /// It works, and our key is not in it, or not the right one, although a vault
    /// is kept. Never a reason to make a new key.
    #[error("the keyring does not have the key any more")]
    Emptied,
    /// It refuses us, or fails in a way that is none of the others, or does not
    /// give back what it took.
    #[error("the keyring refuses")]
    Denied,
    /// It does not answer anything. On Windows every silence is taken for this.
    #[error("the keyring does not answer")]
    Frozen,
}

/// Stores a secret and makes sure that it is there: a keyring may take it and not
/// keep it, and what is encrypted for a lost key is lost.
pub(crate) fn entrust(
    keyring: &dyn Keyring,
    name: &str,
    secret: &SecretString,
) -> Result<(), KeyringTrouble> {
    use age::secrecy::ExposeSecret as _;
    keyring.set(name, secret)?;
    match keyring.get(name)? {
        Some(kept) if kept.expose_secret() == secret.expose_secret() => Ok(()),
        _ => Err(KeyringTrouble::Denied),
    }
}
