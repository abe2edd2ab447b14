//! Nothing is accepted that is not exactly as it was written; and the stock
//! program reads what is.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says where")]

mod support;

use std::{
    fs,
    io::Write as _,
    path::Path,
    process::{Command, Stdio},
};

use proptest::prelude::*;
use vault::{Error, Home, MemoryKeyring, Protect, RecoveryKey, Unlock, Vault};

use crate::support::scratch;

fn create(folder: &Path, protect: &Protect) -> (Vault, Option<RecoveryKey>) {
    let document = |_: Option<&RecoveryKey>| br#"{"name":"Ruoxi Lin"}"#.to_vec();
    Vault::create(&Home::at(folder), protect, &MemoryKeyring::new(), document).unwrap()
}

/// Puts bytes in place without the care that a save takes.
fn put(path: &Path, bytes: &[u8]) {
    fs::File::create(path).unwrap().write_all(bytes).unwrap();
}

#[test]
fn no_flipped_bit_and_no_lost_end_is_accepted() {
    for protect in [Protect::Keyring, Protect::Open] {
        let folder = scratch();
        let (mut vault, _) = create(folder.path(), &protect);
        let blob = vault.put(b"a photo").unwrap();
        let (document, extension) = match protect {
            Protect::Open => ("vault.json", "bin"),
            _ => ("vault.age", "age"),
        };
        let blob_path = folder.path().join(format!("blobs/{blob}.{extension}"));
        for path in [folder.path().join(document), blob_path.clone()] {
            let whole = fs::read(&path).unwrap();
            let mut check = |bytes: &[u8]| {
                put(&path, bytes);
                let read = if path == blob_path { vault.get(&blob) } else { vault.read() };
                assert!(matches!(read, Err(Error::Damaged { .. })), "{}", path.display());
            };
            for bit in 0..whole.len() * 8 {
                let mut flipped = whole.clone();
                flipped[bit / 8] ^= 1 << (bit % 8);
                check(&flipped);
            }
            for length in 0..whole.len() {
                check(&whole[..length]);
            }
            check(&[whole.as_slice(), b"x"].concat());
            put(&path, &whole);
        }
        assert!(vault.read().is_ok() && vault.get(&blob).is_ok());
    }
}

#[test]
fn a_damaged_list_of_keys_never_gives_a_wrong_document() {
    let folder = scratch();
    let (home, keyring) = (Home::at(folder.path()), MemoryKeyring::new());
    let (vault, recovery) =
        Vault::create(&home, &Protect::Keyring, &keyring, |_| b"kept".to_vec()).unwrap();
    drop(vault);
    let path = folder.path().join("keys.json");
    let whole = fs::read(&path).unwrap();
    for bit in (0..whole.len() * 8).step_by(3) {
        let mut flipped = whole.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        put(&path, &flipped);
        assert_ne!(home.look(), vault::Standing::Nothing);
        if let Ok(mut vault) = Vault::open(&home, &Unlock::Keyring, &keyring) {
            assert!(matches!(vault.read().as_deref(), Ok(b"kept") | Err(Error::Damaged { .. })));
        }
        let unlock = Unlock::Recovery(recovery.clone().unwrap());
        if let Ok(mut vault) = Vault::open(&home, &unlock, &keyring) {
            assert!(matches!(vault.read().as_deref(), Ok(b"kept") | Err(Error::Damaged { .. })));
        }
    }
}

#[test]
fn the_stock_program_opens_it_with_the_recovery_key() {
    let is_there = Command::new("age").arg("--version").stdout(Stdio::null()).status().is_ok();
    if !is_there && std::env::var_os("CI").is_none() {
        let _ = writeln!(std::io::stderr(), "skipped: `age` is not installed");
        return;
    }
    let folder = scratch();
    let (mut vault, recovery) = create(folder.path(), &Protect::Keyring);
    vault.write(br#"{"name":"Ruoxi Lin","more":1}"#).unwrap();
    let key = folder.path().join("recovery.txt");
    put(&key, recovery.unwrap().expose().as_bytes());
    let told = Command::new("age")
        .args(["-d", "-i"])
        .args([&key, &folder.path().join("vault.age")])
        .output()
        .unwrap();
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    assert_eq!(told.stdout, br#"{"name":"Ruoxi Lin","more":1}"#);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_come_back_as_they_were(
        documents in proptest::collection::vec(proptest::collection::vec(any::<u8>(), 0..70_000), 1..4),
        is_open: bool,
    ) {
        let folder = scratch();
        let protect = if is_open { Protect::Open } else { Protect::Keyring };
        let (mut vault, _) = create(folder.path(), &protect);
        for document in documents {
            vault.write(&document).unwrap();
            prop_assert_eq!(&vault.read().unwrap(), &document);
            let blob = vault.put(&document).unwrap();
            prop_assert_eq!(&vault.get(&blob).unwrap(), &document);
        }
    }
}
