//! Every step that touches the disk fails once, in everything that a vault does.

use std::path::Path;

use super::*;
use crate::{BlobId, Export, MemoryKeyring, faults::testing::fail_after};

fn home(folder: &Path) -> Home {
    Home::at(folder).with_passphrase_work(1)
}

/// In memory where that can be: nothing here cuts the power.
fn scratch() -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }.unwrap()
}

fn passphrase() -> SecretString {
    SecretString::from("correct horse battery staple")
}

/// A vault with a document, a blob and a backup; and the key to it.
fn furnish(home: &Home, protect: &Protect, keyring: &MemoryKeyring) -> (Vault, BlobId) {
    let (mut vault, _) = Vault::create(home, protect, keyring, |_| b"first".to_vec()).unwrap();
    vault.write(b"old").unwrap();
    let blob = vault.put(b"blob").unwrap();
    (vault, blob)
}

fn open(home: &Home, keyring: &MemoryKeyring) -> Result<Vault, Error> {
    match Vault::open(home, &Unlock::Keyring, keyring) {
        Err(Error::PassphraseNeeded) => {
            Vault::open(home, &Unlock::Passphrase(passphrase()), keyring)
        }
        other => other,
    }
}

/// Does `work` again and again, and lets each step of it fail in turn: the
/// document is always `old` or `new`, and the latter where it said so.
#[track_caller]
fn check(
    protect: &Protect,
    new: &[u8],
    work: impl Fn(&mut Vault, &MemoryKeyring) -> Result<(), Error>,
) {
    for steps in 0.. {
        let folder = scratch();
        let (home, keyring) = (home(folder.path()), MemoryKeyring::new());
        let (mut vault, blob) = furnish(&home, protect, &keyring);
        let (done, was_reached) = fail_after(steps, || work(&mut vault, &keyring));
        let told = vault.read().unwrap();
        assert!(told == b"old" || told == new, "step {steps} left something else");
        drop(vault);
        let mut vault = open(&home, &keyring).unwrap();
        let there = vault.read().unwrap();
        assert_eq!(there, told, "step {steps}: what was told is what is there");
        if done.is_ok() {
            assert_eq!(there, new, "step {steps} failed in silence");
        }
        assert_eq!(vault.get(&blob).unwrap(), b"blob", "step {steps}");
        vault.write(b"after").unwrap();
        assert_eq!(vault.read().unwrap(), b"after");
        if !was_reached {
            assert!(done.is_ok());
            assert!(steps > 3, "the steps are counted");
            return;
        }
    }
}

#[test]
fn a_write_fails_as_a_whole() {
    for protect in [Protect::Keyring, Protect::Open] {
        check(&protect, b"new", |vault, _| vault.write(b"new"));
    }
}

#[test]
fn a_restore_fails_as_a_whole() {
    for protect in [Protect::Keyring, Protect::Open] {
        check(&protect, b"old", |vault, _| {
            let id = vault.back_up()?.id;
            vault.write(b"old")?;
            vault.restore(&id).map(|_| ())
        });
    }
}

#[test]
fn a_blob_that_could_not_be_kept_takes_nothing_along() {
    check(&Protect::Keyring, b"old", |vault, _| {
        let id = vault.put(b"another")?;
        vault.get(&id).map(|_| ())
    });
}

#[test]
fn a_change_of_protection_fails_as_a_whole() {
    let ways = [Protect::Keyring, Protect::Passphrase(passphrase()), Protect::Open];
    for (from, to) in [(0, 1), (1, 0), (0, 2), (2, 1), (0, 0)] {
        check(&ways[from], b"old", |vault, keyring| {
            vault.change_protection(&ways[to], keyring, None).map(|_| ())
        });
    }
}

#[test]
fn a_new_recovery_key_comes_as_a_whole() {
    check(&Protect::Passphrase(passphrase()), b"old", |vault, _| {
        vault.new_recovery_key().map(|_| ())
    });
}

#[test]
fn a_vault_is_made_as_a_whole() {
    for steps in 0.. {
        let folder = scratch();
        let (home, keyring) = (home(folder.path()), MemoryKeyring::new());
        let (made, was_reached) = fail_after(steps, || {
            Vault::create(&home, &Protect::Keyring, &keyring, |_| b"first".to_vec()).map(|_| ())
        });
        match home.look() {
            Standing::Nothing => {
                assert!(made.is_err());
                assert!(keyring.is_empty(), "step {steps} left a key behind");
                furnish(&home, &Protect::Keyring, &keyring);
            }
            Standing::Kept { .. } => {
                assert_eq!(open(&home, &keyring).unwrap().read().unwrap(), b"first");
            }
        }
        if !was_reached {
            return;
        }
    }
}

#[test]
fn an_import_replaces_all_or_nothing() {
    let elsewhere = scratch();
    let keyring = MemoryKeyring::new();
    let (mut vault, blob) = furnish(&home(elsewhere.path()), &Protect::Open, &keyring);
    vault.write(b"new").unwrap();
    let export = Export::open(&vault.export(&passphrase()).unwrap(), &passphrase()).unwrap();
    for steps in 0.. {
        let folder = scratch();
        let home = home(folder.path());
        drop(furnish(&home, &Protect::Keyring, &keyring));
        let (done, was_reached) = fail_after(steps, || {
            Vault::import(&home, &export, &Protect::Keyring, &keyring, |it, _| it.to_vec())
                .map(|_| ())
        });
        let mut vault = open(&home, &keyring).unwrap();
        let there = vault.read().unwrap();
        assert!(there == b"old" || there == b"new", "step {steps}");
        assert!(done.is_err() || there == b"new", "step {steps} failed in silence");
        if there == b"new" {
            assert_eq!(vault.get(&blob).unwrap(), b"blob", "step {steps}");
        }
        if !was_reached {
            return;
        }
    }
}
