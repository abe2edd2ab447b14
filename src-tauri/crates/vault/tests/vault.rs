//! A vault as its user sees it: made, opened, written, protected in another way.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says where")]

mod support;

use std::{fs, path::Path};

use vault::{
    BlobId, Error, Export, Home, KeyringTrouble, MemoryKeyring, Protect, Protection, RecoveryKey,
    SecretString, Standing, Unlock, Vault,
};

use crate::support::scratch;

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
        let folder = scratch();
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

#[test]
fn a_second_writer_has_to_wait_and_may_read() {
    let folder = scratch();
    let (home, keyring) = (home(folder.path()), MemoryKeyring::new());
    let (mut first, _) = create(&home, &Protect::Keyring, &keyring);
    assert!(matches!(Vault::open(&home, &Unlock::Keyring, &keyring), Err(Error::InUse)));
    let mut second = Vault::open_read_only(&home, &Unlock::Keyring, &keyring).unwrap();
    first.write(b"1").unwrap();
    assert_eq!(second.read().unwrap(), b"1");
    assert!(matches!(second.write(b"2"), Err(Error::ReadOnly)));
    assert!(matches!(second.put(b"2"), Err(Error::ReadOnly)));
    first.become_read_only();
    assert!(matches!(first.write(b"2"), Err(Error::ReadOnly)));
    assert!(Vault::open(&home, &Unlock::Keyring, &keyring).is_ok());
}

#[test]
fn what_somebody_else_wrote_is_not_written_over() {
    for protect in all_ways() {
        let folder = scratch();
        let (home, keyring) = (home(folder.path()), MemoryKeyring::new());
        let (mut first, _) = create(&home, &protect, &keyring);
        // A drive that knows no locks: both write.
        fs::remove_file(folder.path().join("vault.lock")).unwrap();
        let mut second = Vault::open(&home, &unlock(&protect), &keyring).unwrap();
        second.write(b"theirs").unwrap();
        assert!(matches!(first.write(b"ours"), Err(Error::Stale)));
        assert_eq!(first.read().unwrap(), b"theirs");
        first.write(b"both").unwrap();
        assert_eq!(second.read().unwrap(), b"both");
    }
}

#[test]
fn a_key_that_is_gone_never_leads_to_a_new_one() {
    let folder = scratch();
    let (home, keyring) = (home(folder.path()), MemoryKeyring::new());
    let (mut vault, recovery) = create(&home, &Protect::Keyring, &keyring);
    vault.write(b"kept").unwrap();
    drop(vault);
    for loss in [MemoryKeyring::lose_all, |keyring: &MemoryKeyring| {
        keyring.garble("AGE-SECRET-KEY-1GARBLED");
    }] {
        loss(&keyring);
        let opened = Vault::open(&home, &Unlock::Keyring, &keyring);
        assert!(matches!(opened, Err(Error::Keyring(KeyringTrouble::Emptied))));
        let made = Vault::create(&home, &Protect::Keyring, &keyring, |_| Vec::new());
        assert!(matches!(made, Err(Error::AlreadyKept { .. })));
        let unlock = Unlock::Recovery(recovery.clone().unwrap());
        let mut vault = Vault::open(&home, &unlock, &keyring).unwrap();
        assert_eq!(vault.read().unwrap(), b"kept");
        assert!(vault.is_without_device());
        vault.change_protection(&Protect::Keyring, &keyring, None).unwrap();
        assert!(!vault.is_without_device());
        drop(vault);
        let mut vault = Vault::open(&home, &Unlock::Keyring, &keyring).unwrap();
        assert_eq!(vault.read().unwrap(), b"kept");
    }
    // The document gone, its backups there: still no reason for a new key.
    fs::remove_file(folder.path().join("vault.age")).unwrap();
    fs::remove_file(folder.path().join("keys.json")).unwrap();
    assert_ne!(home.look(), Standing::Nothing);
    let made = Vault::create(&home, &Protect::Keyring, &keyring, |_| Vec::new());
    assert!(matches!(made, Err(Error::AlreadyKept { .. })));
    // Only the recovery key is left, and the backups: enough.
    let unlock = Unlock::Recovery(recovery.unwrap());
    let mut vault = Vault::open(&home, &unlock, &keyring).unwrap();
    assert!(matches!(vault.read(), Err(Error::Damaged { .. })));
    let backup = vault.backups().unwrap().remove(0);
    assert_eq!(vault.restore(&backup.id).unwrap(), b"kept");
    vault.change_protection(&Protect::Keyring, &keyring, None).unwrap();
    drop(vault);
    assert_eq!(Vault::open(&home, &Unlock::Keyring, &keyring).unwrap().read().unwrap(), b"kept");
}

#[test]
fn nothing_is_encrypted_for_a_key_that_the_keyring_did_not_keep() {
    let folder = scratch();
    let (home, keyring) = (home(folder.path()), MemoryKeyring::new());
    keyring.become_forgetful();
    let made = Vault::create(&home, &Protect::Keyring, &keyring, |_| b"{}".to_vec());
    assert!(matches!(made, Err(Error::Keyring(KeyringTrouble::Denied))));
    assert_eq!(home.look(), Standing::Nothing);
}

#[test]
fn every_trouble_of_the_keyring_is_named_and_passes() {
    use KeyringTrouble::{
        Denied, Emptied, Frozen, Locked, NeverInitialised, NoBus, NoService, Waiting,
    };
    let folder = scratch();
    let (home, keyring) = (home(folder.path()), MemoryKeyring::new());
    let all = [NoBus, NoService, Locked, Waiting, NeverInitialised, Emptied, Denied, Frozen];
    for trouble in all {
        keyring.go_down(Some(trouble));
        let made = Vault::create(&home, &Protect::Keyring, &keyring, |_| b"{}".to_vec());
        assert!(matches!(made, Err(Error::Keyring(it)) if it == trouble));
        assert_eq!(home.look(), Standing::Nothing);
    }
    keyring.go_down(None);
    create(&home, &Protect::Keyring, &keyring);
    for trouble in all {
        keyring.fail_once_after(0, trouble);
        let opened = Vault::open(&home, &Unlock::Keyring, &keyring);
        assert!(matches!(opened, Err(Error::Keyring(it)) if it == trouble));
        Vault::open(&home, &Unlock::Keyring, &keyring).unwrap();
    }
}

#[test]
fn the_protection_changes_and_all_that_is_kept_comes_along() {
    let folder = scratch();
    let (home, keyring) = (home(folder.path()), MemoryKeyring::new());
    let (mut vault, recovery) = create(&home, &Protect::Keyring, &keyring);
    vault.write(br#"{"name":"Ruoxi Lin"}"#).unwrap();
    let cv = vault.put(b"the CV of Ruoxi Lin").unwrap();
    let mut recovery = recovery.unwrap();
    let [keyring_way, passphrase_way, open_way] = all_ways();
    for protect in [passphrase_way, open_way.clone(), keyring_way.clone(), open_way, keyring_way] {
        let made = vault.change_protection(&protect, &keyring, None).unwrap();
        recovery = made.unwrap_or(recovery);
        drop(vault);
        vault = Vault::open(&home, &unlock(&protect), &keyring).unwrap();
        assert_eq!(vault.read().unwrap(), br#"{"name":"Ruoxi Lin"}"#);
        assert_eq!(vault.get(&cv).unwrap(), b"the CV of Ruoxi Lin");
        let backup = vault.backups().unwrap().remove(0);
        assert_eq!(vault.read_backup(&backup.id).unwrap(), br#"{"name":"Ruoxi Lin"}"#);
        let is_open = vault.protection() == Protection::Open;
        for (path, bytes) in files(folder.path()) {
            let in_plain = bytes.windows(9).any(|it| it == b"Ruoxi Lin");
            assert!(is_open || !in_plain, "{path} was left in plain");
            assert!(
                !is_open || Path::new(&path).extension().is_none_or(|it| it != "age"),
                "{path} was left over"
            );
        }
        if !is_open {
            drop(vault);
            let unlock = Unlock::Recovery(recovery.clone());
            vault = Vault::open(&home, &unlock, &keyring).unwrap();
        }
    }
    assert_eq!(keyring.len(), 1, "keys that open nothing are forgotten");
}

#[test]
fn a_new_recovery_key_shuts_the_old_one_out() {
    let folder = scratch();
    let (home, keyring) = (home(folder.path()), MemoryKeyring::new());
    let (mut vault, old) = create(&home, &Protect::Keyring, &keyring);
    vault.write(b"kept").unwrap();
    let new = vault.new_recovery_key().unwrap();
    vault.write(b"kept on").unwrap();
    drop(vault);
    let old = Unlock::Recovery(old.unwrap());
    assert!(matches!(Vault::open(&home, &old, &keyring), Err(Error::WrongKey)));
    let mut vault = Vault::open(&home, &Unlock::Recovery(new), &keyring).unwrap();
    assert_eq!(vault.read().unwrap(), b"kept on");
    drop(vault);
    let mut vault = Vault::open(&home, &Unlock::Keyring, &keyring).unwrap();
    assert_eq!(vault.read().unwrap(), b"kept on");
}

#[test]
fn a_wrong_passphrase_is_said_to_be_wrong() {
    let folder = scratch();
    let (home, keyring) = (home(folder.path()), MemoryKeyring::new());
    create(&home, &Protect::Passphrase(passphrase()), &keyring);
    let wrong = Unlock::Passphrase(SecretString::from("correct horse"));
    assert!(matches!(Vault::open(&home, &wrong, &keyring), Err(Error::WrongKey)));
    let none = Vault::open(&home, &Unlock::Keyring, &keyring);
    assert!(matches!(none, Err(Error::PassphraseNeeded)));
    assert!(keyring.is_empty());
}

#[test]
fn an_export_moves_in_elsewhere_and_what_was_there_is_kept_aside() {
    let (here, there) = (scratch(), scratch());
    let keyring = MemoryKeyring::new();
    let (mut vault, _) = create(&home(here.path()), &Protect::Keyring, &keyring);
    vault.write(b"{\"moved\":true}").unwrap();
    let cv = vault.put(b"a CV").unwrap();
    let bytes = vault.export(&passphrase()).unwrap();
    assert!(matches!(Export::open(&bytes, &SecretString::from("no")), Err(Error::WrongKey)));
    assert!(matches!(Export::open(b"{}", &passphrase()), Err(Error::NotAnExport)));
    let cut = &bytes[..bytes.len() - 1];
    assert!(matches!(Export::open(cut, &passphrase()), Err(Error::NotAnExport)));

    let home = home(there.path());
    create(&home, &Protect::Open, &keyring);
    let export = Export::open(&bytes, &passphrase()).unwrap();
    assert_eq!((export.document(), export.blobs()), (&b"{\"moved\":true}"[..], 1));
    let protect = Protect::Passphrase(passphrase());
    let (mut vault, recovery) =
        Vault::import(&home, &export, &protect, &keyring, |it, _| it.to_vec()).unwrap();
    assert_eq!(vault.read().unwrap(), b"{\"moved\":true}");
    assert_eq!(vault.get(&cv).unwrap(), b"a CV");
    drop(vault);
    Vault::open(&home, &Unlock::Recovery(recovery.unwrap()), &keyring).unwrap();
    let aside = fs::read_dir(there.path())
        .unwrap()
        .find_map(|entry| {
            let path = entry.unwrap().path();
            path.file_name()?.to_str()?.starts_with("replaced-").then_some(path)
        })
        .unwrap();
    assert_eq!(fs::read(aside.join("vault.json")).unwrap(), b"{}");
}

#[test]
fn a_candidate_without_any_key_starts_anew_and_nothing_is_lost() {
    let folder = scratch();
    let (home, keyring) = (home(folder.path()), MemoryKeyring::new());
    let (vault, recovery) = create(&home, &Protect::Keyring, &keyring);
    drop(vault);
    let aside = home.set_aside().unwrap();
    assert_eq!(home.look(), Standing::Nothing);
    create(&home, &Protect::Keyring, &keyring);
    let unlock = Unlock::Recovery(recovery.unwrap());
    assert!(Vault::open(&Home::at(&aside), &unlock, &keyring).is_ok());
}

#[test]
fn a_newer_vault_is_left_alone() {
    let folder = scratch();
    let (home, keyring) = (home(folder.path()), MemoryKeyring::new());
    create(&home, &Protect::Keyring, &keyring);
    let keys = folder.path().join("keys.json");
    let text = fs::read_to_string(&keys).unwrap().replace("\"format\": 1", "\"format\": 2");
    vault::store::replace(&keys, text.as_bytes()).unwrap();
    assert_ne!(home.look(), Standing::Nothing);
    assert!(matches!(Vault::open(&home, &Unlock::Keyring, &keyring), Err(Error::Newer)));
}

#[test]
fn blobs_are_swept_and_their_names_lead_nowhere_else() {
    let folder = scratch();
    let keyring = MemoryKeyring::new();
    for protect in [Protect::Keyring, Protect::Open] {
        let home = home(&folder.path().join(format!("{protect:?}")));
        let (vault, _) = create(&home, &protect, &keyring);
        let ids: Vec<BlobId> = (0..4).map(|it| vault.put(&[it; 9]).unwrap()).collect();
        assert_eq!(vault.keep_only(&ids[1..2]).unwrap(), 3);
        assert_eq!(vault.blobs().unwrap(), ids[1..2]);
        assert!(matches!(vault.get(&ids[0]), Err(Error::NotFound { .. })));
        assert_eq!(vault.get(&ids[1]).unwrap(), [1; 9]);
        assert_eq!(vault.keep_only(&[]).unwrap(), 1);
        assert_eq!(fs::read_dir(home.folder().join("blobs")).unwrap().count(), 0);
    }
    for odd in ["", "../vault", "A0000000000000000000000000000000", "/etc/passwd"] {
        assert!(odd.parse::<BlobId>().is_err());
    }
}

#[test]
fn a_recovery_key_is_read_however_it_was_typed() {
    let key = RecoveryKey::generate();
    let text = key.expose();
    assert!(text.starts_with("AGE-SECRET-KEY-1"));
    let lines =
        text.to_lowercase().as_bytes().chunks(7).fold(String::new(), |all, part| {
            format!("{all} {}\r\n", String::from_utf8_lossy(part))
        });
    for typed in [text.to_owned(), lines, text.replace('-', "\u{2013}"), format!("\t{text}\n\n")] {
        assert_eq!(RecoveryKey::parse(&typed).unwrap().expose(), text);
    }
    for at in 16..text.len() {
        let other = if text.as_bytes()[at] == b'Q' { "P" } else { "Q" };
        let wrong = format!("{}{other}{}", &text[..at], &text[at + 1..]);
        assert!(matches!(RecoveryKey::parse(&wrong), Err(Error::NotARecoveryKey)));
    }
    assert!(!format!("{key:?}").contains(&text[20..30]));
    let unlock = format!("{:?}", Unlock::Recovery(key.clone()));
    assert!(!unlock.contains(&text[20..30]));
}

#[test]
fn a_ruined_vault_is_not_blamed_on_the_recovery_key() {
    let folder = scratch();
    let (home, keyring) = (home(folder.path()), MemoryKeyring::new());
    let (vault, recovery) = create(&home, &Protect::Keyring, &keyring);
    drop(vault);
    for name in ["keys.json", "vault.age"] {
        vault::store::replace(&folder.path().join(name), b"ruined").unwrap();
    }
    let right = Vault::open(&home, &Unlock::Recovery(recovery.unwrap()), &keyring);
    assert!(matches!(right, Err(Error::Damaged { .. })), "{right:?}");
}
