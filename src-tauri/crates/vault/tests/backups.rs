//! Backups: when they are made, which stay, and that they bring a document back.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says where")]

mod support;

use std::{
    fs,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
};

use jiff::Timestamp;
use vault::{Error, Home, MemoryKeyring, Protect, Unlock, Vault};

use crate::support::scratch;

/// 2026-03-01T12:00:00Z
const NOON: i64 = 1_772_366_400;

/// A home whose clock stands still until it is moved.
fn home(folder: &Path) -> (Home, Arc<AtomicI64>) {
    let clock = Arc::new(AtomicI64::new(NOON));
    let seen = Arc::clone(&clock);
    let now = move || Timestamp::from_second(seen.load(Ordering::Relaxed)).unwrap();
    (Home::at(folder).with_clock(now), clock)
}

#[test]
fn backups_are_made_every_ten_minutes_at_most_and_thinned_out() {
    let folder = scratch();
    let (home, clock) = home(folder.path());
    let keyring = MemoryKeyring::new();
    let (mut vault, _) =
        Vault::create(&home, &Protect::Keyring, &keyring, |_| b"first".to_vec()).unwrap();
    for minute in 0..25 {
        clock.store(NOON + minute * 60, Ordering::Relaxed);
        vault.write(format!("minute {minute}").as_bytes()).unwrap();
    }
    let backups = vault.backups().unwrap();
    let told: Vec<_> = backups.iter().map(|it| vault.read_backup(&it.id).unwrap()).collect();
    assert_eq!(told, [&b"minute 20"[..], b"minute 10", b"minute 0"]);
    assert_eq!(backups[2].made, Timestamp::from_second(NOON).unwrap());

    for day in 1..20 {
        for hour in 0..3 {
            clock.store(NOON + day * 86_400 + hour * 3_600, Ordering::Relaxed);
            vault.write(format!("day {day}, hour {hour}").as_bytes()).unwrap();
        }
    }
    let backups = vault.backups().unwrap();
    let told: Vec<String> = backups
        .iter()
        .map(|it| String::from_utf8(vault.read_backup(&it.id).unwrap()).unwrap())
        .collect();
    assert_eq!(told.len(), 13, "{told:?}");
    assert_eq!(told[0], "day 19, hour 2");
    assert_eq!(told[9], "day 16, hour 2");
    assert_eq!(told[10..], ["day 15, hour 2", "day 14, hour 2", "day 13, hour 2"]);
    assert!(vault.backup_trouble().is_none());
}

#[test]
fn a_damaged_document_is_found_and_a_backup_brings_it_back() {
    for protect in [Protect::Keyring, Protect::Open] {
        let folder = scratch();
        let (home, _) = home(folder.path());
        let keyring = MemoryKeyring::new();
        let (mut vault, _) =
            Vault::create(&home, &protect, &keyring, |_| b"first".to_vec()).unwrap();
        vault.write(b"kept").unwrap();
        let path = match protect {
            Protect::Open => folder.path().join("vault.json"),
            _ => folder.path().join("vault.age"),
        };
        let mut bytes = fs::read(&path).unwrap();
        *bytes.last_mut().unwrap() ^= 1;
        vault::store::replace(&path, &bytes).unwrap();
        drop(vault);
        let mut vault = Vault::open(&home, &Unlock::Keyring, &keyring).unwrap();
        assert!(matches!(vault.read(), Err(Error::Damaged { .. })));
        assert!(matches!(vault.write(b"over it"), Err(Error::Damaged { .. })));
        let id = vault.backups().unwrap().remove(0).id;
        assert_eq!(vault.restore(&id).unwrap(), b"kept");
        assert_eq!(vault.read().unwrap(), b"kept");
        assert_eq!(fs::read(folder.path().join("vault.damaged")).unwrap(), bytes);
        vault.write(b"on").unwrap();
    }
}

#[test]
fn a_restore_can_be_undone() {
    let folder = scratch();
    let (home, clock) = home(folder.path());
    let keyring = MemoryKeyring::new();
    let (mut vault, _) =
        Vault::create(&home, &Protect::Keyring, &keyring, |_| b"first".to_vec()).unwrap();
    let before = vault.back_up().unwrap();
    clock.fetch_add(1, Ordering::Relaxed);
    vault.write(b"second").unwrap();
    assert_eq!(vault.restore(&before.id).unwrap(), b"first");
    let undo = vault.backups().unwrap().remove(0);
    assert_eq!(vault.restore(&undo.id).unwrap(), b"second");
    for odd in ["", "../vault", "20260301T120000Z-ffff"] {
        assert!(matches!(vault.restore(odd), Err(Error::NotFound { .. })));
    }
}
