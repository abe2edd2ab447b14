//! What the desk lends to others on this computer: the command line works with the same
//! vault as the window, and beside it.
//!
//! **Invariants.** Who reads takes no lock, so nobody has to wait for them. Nothing is put
//! in order on the way in: no key is replaced, no protection changed, nothing swept; that
//! is the window's.

use std::path::{Path, PathBuf};

use jiff::civil::DateTime;
use vault::Vault;

use super::{
    Desk, Protection, Trouble, Unlock,
    keeping::{Kept, Safe, unlocking},
    open::Open,
    state::State,
    trouble::told,
};
use crate::{Document, Error, OpenProfile, Picture};

/// The app's name where the system keeps the data of programs.
const IDENTIFIER: &str = "app.candidacy.desktop";

/// The app's own folder, which has the vault in it. `data` is where this system keeps the
/// data of programs.
pub fn folder_in(data: &Path) -> PathBuf {
    data.join(IDENTIFIER)
}

/// What the vault is borrowed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// To be read. The window may have it open.
    Read,
    /// To be changed. Nobody else may have it open.
    Write,
}

/// How the vault stands. Nothing here is about the candidate.
#[derive(Debug, Clone)]
pub struct Standing {
    /// Where it lies, or would.
    pub folder: PathBuf,
    /// How it is protected. `None`: nothing is kept there.
    pub protection: Option<Protection>,
    /// How many applications are kept. `None`: it is not open.
    pub applications: Option<usize>,
    /// When the last verified backup was made. `None`: never, or it is not open.
    pub last_backup: Option<DateTime>,
}

impl Desk {
    /// Opens what is kept for somebody beside the window.
    #[tracing::instrument(skip_all)]
    pub fn borrow_vault(&mut self, how: &Unlock, access: Access) -> Result<(), Error> {
        self.shelf.clear();
        let lent = unlocking(how).and_then(|how| self.safe.lend(&how, access));
        if let Err(error) = &lent {
            self.safe.trouble = error.trouble();
        }
        lent
    }

    /// The candidate's facts and their picture, for a form that is filled elsewhere.
    #[tracing::instrument(skip_all)]
    pub fn lend_profile(&self) -> Result<OpenProfile, Error> {
        let state = self.state()?;
        let named = state.profile.basics.image.as_deref();
        let kept = state.photo.as_ref().filter(|it| Some(it.name.as_str()) == named);
        let picture = kept.map(|it| Ok::<_, Error>(Document::named(&it.name, self.get(&it.blob)?)));
        Ok(OpenProfile {
            facts: state.profile.clone(),
            picture: Picture::Kept(picture.transpose()?),
        })
    }

    /// How the vault stands, as far as can be said now.
    pub fn standing(&self) -> Standing {
        let view = self.safe.view();
        let open = self.open().ok().filter(|it| matches!(it.kept, Kept::Vault(_)));
        Standing {
            folder: self.safe.home.folder().to_owned(),
            protection: view.protection,
            applications: open.map(|it| it.state.applications.len()),
            last_backup: view.last_backup,
        }
    }
}

impl Safe {
    fn lend(&mut self, how: &vault::Unlock, access: Access) -> Result<(), Error> {
        self.asked = true;
        // The one that is open holds the lock.
        self.own = None;
        if self.home.look() == vault::Standing::Nothing {
            let folder = self.home.folder().to_owned();
            return Err(Error::Save(vault::Error::NothingKept { folder }));
        }
        let mut vault = match access {
            Access::Read => Vault::open_read_only(&self.home, how, &*self.keyring),
            Access::Write => Vault::open(&self.home, how, &*self.keyring),
        }
        .map_err(told)?;
        let read = vault.read().map_err(told).and_then(|bytes| State::read(&bytes));
        let (kept, state) = match read {
            Ok((state, may_write)) => {
                self.trouble = (!may_write).then_some(Trouble::Newer);
                if !may_write {
                    vault.become_read_only();
                }
                (Kept::Vault(Box::new(vault)), state)
            }
            // The key is right: there are its backups.
            Err(Error::Vault(Trouble::Damaged)) => {
                self.trouble = Some(Trouble::Damaged);
                (Kept::Damaged(Box::new(vault)), State::default())
            }
            Err(error) => return Err(error),
        };
        self.own = Some(Open::new(kept, state));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use vault::{Home, Keyring, KeyringTrouble, SecretString};

    use super::*;
    use crate::Engine;

    /// A keyring that has one answer to everything.
    struct Down(KeyringTrouble);

    impl Keyring for Down {
        fn get(&self, _name: &str) -> Result<Option<SecretString>, KeyringTrouble> {
            Err(self.0)
        }

        fn set(&self, _name: &str, _secret: &SecretString) -> Result<(), KeyringTrouble> {
            Err(self.0)
        }

        fn forget(&self, _name: &str) -> Result<(), KeyringTrouble> {
            Err(self.0)
        }
    }

    #[test]
    fn every_trouble_of_the_keyring_has_a_line_and_a_hint_of_its_own() {
        use KeyringTrouble as T;
        let folder = tempfile::tempdir().unwrap();
        let keys = r#"{"format": 1, "protection": "keyring", "entry": "vault-1"}"#;
        let at = folder.path().join("keys.json");
        vault::store::replace(&at, keys.as_bytes()).unwrap();
        let all = [
            T::NoBus,
            T::NoService,
            T::Locked,
            T::Waiting,
            T::NeverInitialised,
            T::Emptied,
            T::Denied,
            T::Frozen,
        ];
        let told = all.map(|trouble| {
            let keyring = Box::new(Down(trouble));
            let mut desk = Desk::with(Engine::new(), Home::at(folder.path()), keyring);
            let error = desk.borrow_vault(&Unlock::Keyring, Access::Read).unwrap_err();
            assert!(desk.lend_profile().is_err());
            let (what, hint) = error.told();
            for line in [&what, &hint] {
                assert!(!line.is_empty() && !line.contains('\n'), "{line}");
            }
            what
        });
        let different: std::collections::BTreeSet<_> = told.iter().collect();
        assert_eq!(different.len(), all.len(), "{told:#?}");
    }

    #[test]
    fn the_picture_is_lent_with_the_facts() {
        let nowhere = Path::new("/nowhere/at/all");
        let mut desk = Desk::new(Engine::new(), nowhere);
        desk.try_sample(jiff::civil::date(2026, 3, 1).at(12, 0, 0, 0)).unwrap();
        let lent = desk.lend_profile().unwrap();
        let Picture::Kept(Some(picture)) = &lent.picture else { panic!("no picture") };
        assert!(picture.bytes.starts_with(&[0xff, 0xd8]));
        let today = jiff::civil::date(2026, 3, 1);
        assert!(crate::photo::of(&lent, today).unwrap().is_some());
        // Where it is named and not kept, no file of that name is taken for it.
        let lent = OpenProfile { picture: Picture::Kept(None), ..lent };
        assert!(crate::photo::of(&lent, today).is_err());
    }
}
