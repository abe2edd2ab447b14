//! A vault as its user sees it: made, opened, written, protected in another way.

use std::{fs, path::Path};

use vault::{
    BlobId, Error, Export, Home, KeyringTrouble, MemoryKeyring, Protect, Protection, RecoveryKey,
    SecretString, Standing, Unlock, Vault,
};

/// An empty home, where a passphrase costs nothing.
fn home(folder: &Path) -> Home {
    Home::at(folder).with_passphrase_work(2)
}

fn passphrase() -> SecretString {
    SecretString::from("correct horse battery staple")
}

fn all_ways() -> [Protect; 3] {
    [Protect::Keyring, Protect::Passphrase(passphrase()), Protect::Open]
}

fn unlock(protect: &Protect) -> Unlock {
    match protect {
        Protect::Keyring | Protect::Open => Unlock::Keyring,
        Protect::Passphrase(passphrase) => Unlock::Passphrase(passphrase.clone()),
    }
}

fn create(home: &Home, protect: &Protect, keyring: &MemoryKeyring) -> (Vault, Option<RecoveryKey>) {
    Vault::create(home, protect, keyring, |_| b"{}".to_vec()).unwrap()
}

/// Every file below a folder, with its content.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push((path.display().to_string(), fs::read(&path).unwrap()));
        }
    }
    found
}

#[test]
fn what_is_written_is_read_in_every_way_of_keeping_it() {
    for protect in all_ways() {
        let folder = tempfile::tempdir().unwrap();
        let (home, keyring) = (home(folder.path()), MemoryKeyring::new());
        assert_eq!(home.look(), Standing::Nothing);
        let (mut vault, _) = create(&home, &protect, &keyring);
        vault.write(br#"{"name":"Ruoxi Lin"}"#).unwrap();
        let cv = vault.put(b"%PDF-1.7 of Ruoxi Lin").unwrap();
        let way = vault.protection();
        assert_eq!(home.look(), Standing::Kept { protection: way });
        drop(vault);

        let mut vault = Vault::open(&home, &unlock(&protect), &keyring).unwrap();
        assert_eq!(vault.read().unwrap(), br#"{"name":"Ruoxi Lin"}"#);
        assert_eq!(vault.get(&cv).unwrap(), b"%PDF-1.7 of Ruoxi Lin");
        let in_plain = files(folder.path())
            .into_iter()
            .any(|(_, bytes)| bytes.windows(9).any(|it| it == b"Ruoxi Lin"));
        assert_eq!(in_plain, way == Protection::Open);
    }
}
