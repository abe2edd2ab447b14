//! What is kept survives; what cannot be kept says why.

use std::sync::Arc;

use engine::{
    Document, Refusal,
    desk::{Begin, Desk, GivenAnswer, ProfileEdit, Protect, Protection, Stage, Trouble, Unlock},
};
use serde_json::json;
use vault::{KeyringTrouble, MemoryKeyring};

use crate::support::{approve, form_asking, minute, now, own, reopened, with_keyring};

fn mail(address: &str) -> [ProfileEdit; 1] {
    [ProfileEdit::Set { pointer: "/basics/email".into(), value: address.into() }]
}

#[test]
fn a_desk_that_dies_loses_nothing_that_it_acknowledged() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = own(folder.path());
    desk.edit_profile(&mail("a@example.com"), now()).unwrap();
    let form = form_asking("lab.docx", &["Favourite beverage"]);
    let begin = Begin { form: Some(form), ..Begin::default() };
    let id = desk.begin_application(&begin, now()).unwrap();
    let field = desk.form(&id, now()).unwrap().unwrap().fields[0].id.clone();
    desk.answer(&id, &field, &GivenAnswer::Text("Tea".into()), now()).unwrap();
    approve(&mut desk, &id, now());
    let approved = desk.approved_form(&id, now()).unwrap();
    // Nothing is closed or saved: the desk is gone as with a crash, but for the lock.
    drop(desk);
    let mut desk = reopened(folder.path());
    let home = desk.home(minute(1));
    assert_eq!((home.stage, home.applications[0].id.as_str()), (Stage::Open, id.as_str()));
    assert_eq!((home.undo, home.recent.len()), (None, 1));
    let view = desk.form(&id, minute(1)).unwrap().unwrap();
    assert!(view.is_approved && view.fields[0].shown == "Tea");
    assert_eq!(desk.approved_form(&id, minute(1)).unwrap().bytes, approved.bytes);
    assert_eq!(
        desk.profile(now()).unwrap().facts.pointer("/basics/email").unwrap(),
        "a@example.com"
    );
}

#[test]
fn the_first_own_fact_begins_a_vault_with_the_keyring() {
    let folder = tempfile::tempdir().unwrap();
    let keyring = Arc::new(MemoryKeyring::new());
    let mut desk = with_keyring(folder.path(), &keyring);
    let home = desk.home(now());
    assert_eq!((home.stage, home.vault.protection), (Stage::New, None));
    assert!(!folder.path().join("vault").join("vault.age").exists());
    desk.edit_profile(&mail("a@example.com"), now()).unwrap();
    let home = desk.home(now());
    assert_eq!((home.stage, home.vault.protection), (Stage::Open, Some(Protection::Keyring)));
    assert!(home.vault.recovery_due);
    let key = desk.recovery_key().unwrap();
    // A crash before it was written down does not lose it.
    drop(desk);
    let mut desk = with_keyring(folder.path(), &keyring);
    desk.home(now());
    assert_eq!(desk.recovery_key().as_ref(), Some(&key));
    desk.recovery_written().unwrap();
    assert!(!desk.home(now()).vault.recovery_due && desk.recovery_key().is_none());
    drop(desk);

    // The keyring lost our key: the recovery key opens, and the keyring gets a new one.
    keyring.lose_all();
    let mut desk = with_keyring(folder.path(), &keyring);
    let home = desk.home(now());
    assert_eq!((home.stage, home.vault.trouble), (Stage::Locked, Some(Trouble::Emptied)));
    assert_eq!(
        desk.edit_profile(&mail("b@example.com"), now()).unwrap_err().trouble(),
        Some(Trouble::Emptied)
    );
    let wrong = desk.unlock(&Unlock::Recovery("AGE-SECRET-KEY-1".into())).unwrap_err();
    assert_eq!(wrong.trouble(), Some(Trouble::WrongKey));
    desk.unlock(&Unlock::Recovery(key)).unwrap();
    assert_eq!(desk.home(now()).stage, Stage::Open);
    drop(desk);
    let mut desk = with_keyring(folder.path(), &keyring);
    assert_eq!(desk.home(now()).stage, Stage::Open);
}

#[test]
fn without_a_keyring_the_candidate_chooses_another_way() {
    let folder = tempfile::tempdir().unwrap();
    let keyring = Arc::new(MemoryKeyring::new());
    keyring.go_down(Some(KeyringTrouble::NoService));
    let mut desk = with_keyring(folder.path(), &keyring);
    let error = desk.edit_profile(&mail("a@example.com"), now()).unwrap_err();
    assert_eq!((error.refusal(), error.trouble()), (Refusal::Vault, Some(Trouble::NoService)));
    assert_eq!(desk.home(now()).stage, Stage::New);
    desk.keep(&Protect::Passphrase("correct horse".into())).unwrap();
    desk.edit_profile(&mail("a@example.com"), now()).unwrap();
    drop(desk);
    let mut desk = with_keyring(folder.path(), &keyring);
    assert_eq!(desk.home(now()).vault.trouble, Some(Trouble::Passphrase));
    let wrong = desk.unlock(&Unlock::Passphrase("battery staple".into())).unwrap_err();
    assert_eq!(wrong.trouble(), Some(Trouble::WrongKey));
    desk.unlock(&Unlock::Passphrase("correct horse".into())).unwrap();
    assert_eq!(desk.home(now()).stage, Stage::Open);
}

#[test]
fn what_a_newer_version_wrote_is_read_and_not_changed() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = own(folder.path());
    desk.edit_profile(&mail("a@example.com"), now()).unwrap();
    drop(desk);
    rewrite(folder.path(), |json| json["schemaVersion"] = json!(99));
    let mut desk = reopened(folder.path());
    let home = desk.home(now());
    assert_eq!((home.stage, home.vault.trouble), (Stage::ReadOnly, Some(Trouble::Newer)));
    assert_eq!(
        desk.profile(now()).unwrap().facts.pointer("/basics/email").unwrap(),
        "a@example.com"
    );
    let error = desk.edit_profile(&mail("b@example.com"), now()).unwrap_err();
    assert_eq!(error.trouble(), Some(Trouble::Newer));
}

#[test]
fn members_that_we_do_not_know_are_kept() {
    let folder = tempfile::tempdir().unwrap();
    drop(own(folder.path()));
    rewrite(folder.path(), |json| json["later"] = json!({"yes": 1}));
    let mut desk = reopened(folder.path());
    desk.edit_profile(&mail("a@example.com"), now()).unwrap();
    drop(desk);
    rewrite(folder.path(), |json| assert_eq!(json["later"], json!({"yes": 1})));
}

/// Changes the document as another program would.
fn rewrite(folder: &std::path::Path, change: impl FnOnce(&mut serde_json::Value)) {
    let home = vault::Home::at(&folder.join("vault"));
    let keyring = MemoryKeyring::new();
    let mut vault = vault::Vault::open(&home, &vault::Unlock::Keyring, &keyring).unwrap();
    let mut json = serde_json::from_slice(&vault.read().unwrap()).unwrap();
    change(&mut json);
    vault.write(json.to_string().as_bytes()).unwrap();
}

#[test]
fn a_second_desk_reads_while_the_first_one_writes() {
    let folder = tempfile::tempdir().unwrap();
    let mut first = own(folder.path());
    first.edit_profile(&mail("a@example.com"), now()).unwrap();
    let mut second = reopened(folder.path());
    let home = second.home(now());
    assert_eq!((home.stage, home.vault.trouble), (Stage::ReadOnly, Some(Trouble::InUse)));
    let error = second.edit_profile(&mail("b@example.com"), now()).unwrap_err();
    assert_eq!(error.trouble(), Some(Trouble::InUse));
}

#[test]
fn everything_moves_to_another_computer_in_one_file() {
    let (here, there) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut desk = own(here.path());
    let begin = Begin { form: Some(form_asking("lab.docx", &["Tea"])), ..Begin::default() };
    let id = desk.begin_application(&begin, now()).unwrap();
    let file = Document::named("all.candidacy", desk.export_vault("open sesame").unwrap());
    let mut other = own(there.path());
    other.edit_profile(&mail("there@example.com"), now()).unwrap();
    let wrong = other.import_vault(&file, "close sesame").unwrap_err();
    assert_eq!(wrong.trouble(), Some(Trouble::WrongKey));
    assert!(other.profile(now()).unwrap().facts.pointer("/basics/email").is_some());
    other.import_vault(&file, "open sesame").unwrap();
    assert!(other.form(&id, now()).unwrap().is_some());
    assert!(other.profile(now()).unwrap().facts.pointer("/basics/email").is_none());
}

#[test]
fn a_backup_takes_the_place_of_what_is_damaged() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = own(folder.path());
    desk.edit_profile(&mail("a@example.com"), now()).unwrap();
    let backups = desk.backups().unwrap();
    assert!(!backups.is_empty());
    drop(desk);
    let document = folder.path().join("vault").join("vault.json");
    vault::store::replace(&document, b"{}").unwrap();
    let mut desk = reopened(folder.path());
    let home = desk.home(now());
    assert_eq!((home.stage, home.vault.trouble), (Stage::Locked, Some(Trouble::Damaged)));
    assert_eq!(desk.profile(now()).unwrap_err().trouble(), Some(Trouble::Damaged));
    let backups = desk.backups().unwrap();
    desk.restore_backup(&backups[0].id).unwrap();
    assert_eq!(desk.home(now()).stage, Stage::Open);
    desk.edit_profile(&mail("b@example.com"), now()).unwrap();
}

/// A desk whose vault is not encrypted, though there is a keyring.
fn unprotected(folder: &std::path::Path, keyring: &Arc<MemoryKeyring>) -> Desk {
    let mut desk = with_keyring(folder, keyring);
    desk.home(now());
    desk.keep(&Protect::Open).unwrap();
    desk.edit_profile(&mail("a@example.com"), now()).unwrap();
    desk
}

#[test]
fn protection_changes_without_losing_anything() {
    let folder = tempfile::tempdir().unwrap();
    let keyring = Arc::new(MemoryKeyring::new());
    let mut desk = unprotected(folder.path(), &keyring);
    assert_eq!(desk.new_recovery_key().unwrap_err().refusal(), Refusal::Invalid);
    desk.change_protection(&Protect::Keyring).unwrap();
    let home = desk.home(now());
    assert_eq!(home.vault.protection, Some(Protection::Keyring));
    assert!(home.vault.recovery_due);
    let key = desk.new_recovery_key().unwrap();
    drop(desk);
    keyring.lose_all();
    let mut desk = with_keyring(folder.path(), &keyring);
    desk.home(now());
    desk.unlock(&Unlock::Recovery(key)).unwrap();
    assert_eq!(
        desk.profile(now()).unwrap().facts.pointer("/basics/email").unwrap(),
        "a@example.com"
    );
}

#[test]
fn a_desk_can_be_handed_to_another_thread() {
    fn check<T: Send>() {}
    check::<Desk>();
}

/// Something in the vault that cannot be copied, so that no other vault can be made of it.
fn in_the_way(folder: &std::path::Path) -> std::path::PathBuf {
    let blob = folder.join("vault/blobs").join(format!("{:032x}.age", 1));
    std::fs::create_dir_all(&blob).unwrap();
    blob
}

#[test]
fn a_recovery_key_that_could_not_be_set_is_never_on_show() {
    let folder = tempfile::tempdir().unwrap();
    let keyring = Arc::new(MemoryKeyring::new());
    let mut desk = with_keyring(folder.path(), &keyring);
    desk.edit_profile(&mail("a@example.com"), now()).unwrap();
    let first = desk.recovery_key().unwrap();
    let obstacle = in_the_way(folder.path());
    desk.new_recovery_key().unwrap_err();
    assert_eq!(desk.recovery_key().as_ref(), Some(&first), "the one that opens the vault");
    desk.recovery_written().unwrap();
    desk.new_recovery_key().unwrap_err();
    assert!(desk.recovery_key().is_none() && !desk.home(now()).vault.recovery_due);
    std::fs::remove_dir(obstacle).unwrap();
    let second = desk.new_recovery_key().unwrap();
    drop(desk);
    keyring.lose_all();
    let mut desk = with_keyring(folder.path(), &keyring);
    let old = desk.unlock(&Unlock::Recovery(first)).unwrap_err();
    assert_eq!(old.trouble(), Some(Trouble::WrongKey));
    desk.unlock(&Unlock::Recovery(second)).unwrap();
}

#[test]
fn a_recovery_key_counts_as_written_down_once_it_opens_the_vault() {
    let folder = tempfile::tempdir().unwrap();
    let keyring = Arc::new(MemoryKeyring::new());
    let mut desk = with_keyring(folder.path(), &keyring);
    desk.edit_profile(&mail("a@example.com"), now()).unwrap();
    desk.recovery_written().unwrap();
    drop(desk);
    // A crash between the document and the vault: the key is in one and not in the other.
    let key = vault::RecoveryKey::generate();
    let home = vault::Home::at(&folder.path().join("vault"));
    let mut inside = vault::Vault::open(&home, &vault::Unlock::Keyring, &*keyring).unwrap();
    let mut document: serde_json::Value = serde_json::from_slice(&inside.read().unwrap()).unwrap();
    document["recovery"] = key.expose().into();
    inside.write(&serde_json::to_vec(&document).unwrap()).unwrap();
    drop(inside);

    let obstacle = in_the_way(folder.path());
    let mut desk = with_keyring(folder.path(), &keyring);
    assert!(desk.home(now()).vault.recovery_due);
    desk.recovery_written().unwrap_err();
    assert_eq!(desk.recovery_key().as_deref(), Some(key.expose()), "still to be written down");
    std::fs::remove_dir(obstacle).unwrap();
    desk.recovery_written().unwrap();
    drop(desk);
    keyring.lose_all();
    let mut desk = with_keyring(folder.path(), &keyring);
    desk.unlock(&Unlock::Recovery(key.expose().to_owned())).unwrap();
}

#[test]
fn a_protection_that_could_not_be_changed_leaves_no_key_on_show() {
    let folder = tempfile::tempdir().unwrap();
    let keyring = Arc::new(MemoryKeyring::new());
    let mut desk = unprotected(folder.path(), &keyring);
    keyring.go_down(Some(KeyringTrouble::NoService));
    let refused = desk.change_protection(&Protect::Keyring).unwrap_err();
    assert_eq!(refused.trouble(), Some(Trouble::NoService));
    let home = desk.home(now());
    assert_eq!(home.vault.protection, Some(Protection::Open));
    assert!(!home.vault.recovery_due && desk.recovery_key().is_none());
}

#[test]
fn a_backup_that_cannot_be_made_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = own(folder.path());
    let name = |it: &str| ProfileEdit::Set { pointer: "/basics/email".into(), value: it.into() };
    desk.edit_profile(&[name("a@example.com")], now()).unwrap();
    assert!(!desk.home(now()).vault.backup_failed);
    // Something else lies where backups would.
    let backups = folder.path().join("vault").join("backups");
    std::fs::remove_dir_all(&backups).unwrap();
    vault::store::replace(&backups, b"no folder").unwrap();
    desk.edit_profile(&[name("b@example.com")], now()).unwrap();
    assert!(desk.home(now()).vault.backup_failed);
    std::fs::remove_file(&backups).unwrap();
    desk.edit_profile(&[name("c@example.com")], now()).unwrap();
    assert!(!desk.home(now()).vault.backup_failed);
}
