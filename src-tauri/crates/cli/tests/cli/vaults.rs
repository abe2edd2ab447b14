//! `--vault` and `vault status|backups|export`: the profile that the app keeps.

use std::fs;

use engine::{
    Document, Engine,
    desk::{ApplicationEdit, Begin, Desk, Protect, Stage, folder_in},
    jiff::civil::{DateTime, date},
};

use crate::sandbox::{Said, Sandbox, bytes};

const PASSPHRASE: &str = "four words of mine";

fn now() -> DateTime {
    date(2026, 3, 1).at(12, 0, 0, 0)
}

/// The app's own desk over the folder `kept`, with the sandbox's profile on it.
fn kept(sandbox: &Sandbox, protect: &Protect) -> Desk {
    let mut desk = Desk::new(Engine::new(), &sandbox.path("kept"));
    desk.keep(protect).unwrap();
    let profile = Document::open(&sandbox.path("profile.json")).unwrap();
    desk.import_profile(&profile, now()).unwrap();
    desk
}

/// A folder with a vault whose key lies in a keyring.
fn kept_by_keyring(sandbox: &Sandbox) {
    fs::create_dir(sandbox.path("kept")).unwrap();
    let keys = r#"{"format": 1, "protection": "keyring", "entry": "vault-1"}"#;
    sandbox.put("kept/keys.json", keys);
}

const FILL: [&str; 7] =
    ["fill", "form.docx", "--vault-folder", "kept", "--out", "filled.docx", "--json"];

#[track_caller]
fn filled(sandbox: &Sandbox, more: &[&str]) {
    let said = sandbox.run(&[&FILL[..], more].concat()).json();
    assert_eq!(said["fields"][0]["written"], "mei@example.com");
    assert_eq!(said["written"], 2);
    fs::remove_file(sandbox.path("filled.docx")).unwrap();
}

/// It was refused with one line and a hint, nothing was written, and nobody was named.
#[track_caller]
fn refused(sandbox: &Sandbox, said: &Said, error: &str, hint: &str) {
    said.refused(error, hint);
    assert!(!sandbox.path("filled.docx").exists());
    assert!(!said.out.contains("mei@example.com"), "{said:#?}");
}

#[test]
fn the_facts_of_the_vault_fill_check_and_bundle_while_the_app_has_it_open() {
    let sandbox = Sandbox::new();
    let mut app = kept(&sandbox, &Protect::Open);
    assert_eq!(app.home(now()).stage, Stage::Open);
    fs::remove_file(sandbox.path("profile.json")).unwrap();
    let document = bytes(&sandbox.path("kept/vault.json"));

    filled(&sandbox, &[]);
    let usual = ["--posting", "msra-trustworthy-systems", "--vault-folder", "kept"];
    let usual = [&usual[..], &["--form", "form.docx", "--cv", "cv-en.txt", "cv-zh.txt"]].concat();
    let checked = sandbox.run(&[&["check", "--json"][..], &usual].concat()).json();
    assert_eq!(checked["ready"], true, "{checked}");
    let bundled = sandbox.run(&[&["bundle", "--json", "--out", "out"][..], &usual].concat()).json();
    assert_eq!(bundled["fields"][0]["written"], "mei@example.com");
    let resume = sandbox.run(&["profile", "export", "--vault-folder", "kept"]).json();
    assert_eq!(resume["basics"]["email"], "mei@example.com");
    let checked = sandbox.run(&["profile", "check", "--vault-folder", "kept"]);
    assert_eq!((checked.code, checked.err.as_str()), (0, ""));

    assert_eq!(bytes(&sandbox.path("kept/vault.json")), document, "it was only read");
    assert_eq!(app.home(now()).stage, Stage::Open, "the app has it still");
}

#[test]
fn an_import_waits_until_the_app_is_closed_and_is_there_when_it_opens() {
    let sandbox = Sandbox::new();
    let app = kept(&sandbox, &Protect::Open);
    let papers = "@article{a, title={A Paper}, author={Ling, Mei}, journal={J}, year={2025}}";
    sandbox.put("papers.bib", papers);
    let import = ["profile", "import", "papers.bib", "--vault-folder", "kept"];
    let document = bytes(&sandbox.path("kept/vault.json"));
    sandbox.run(&import).refused(
        "the vault is open in the app or in another program",
        "close it there and try again; the vault is as it was",
    );
    assert_eq!(bytes(&sandbox.path("kept/vault.json")), document);

    drop(app);
    let said = sandbox.run(&import);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let document: serde_json::Value =
        serde_json::from_slice(&bytes(&sandbox.path("kept/vault.json"))).unwrap();
    assert_eq!(document["schemaVersion"], 1);
    assert_eq!(document["profile"]["publications"].as_array().unwrap().len(), 2);
    assert!(document["applications"].is_array(), "the rest of the document stays");
    let mut app = Desk::new(Engine::new(), &sandbox.path("kept"));
    assert_eq!(app.home(now()).stage, Stage::Open);
}

#[test]
fn a_passphrase_or_the_recovery_key_opens_it_and_nothing_else_does() {
    let sandbox = Sandbox::new();
    let app = kept(&sandbox, &Protect::Passphrase(PASSPHRASE.to_owned()));
    let key = app.recovery_key().unwrap();
    drop(app);
    sandbox.put("passphrase.txt", format!("{PASSPHRASE}\r\n"));
    sandbox.put("recovery.txt", format!("# my recovery key\n{key}\n"));
    sandbox.put("wrong.txt", "four words of yours\n");
    sandbox.put("empty.txt", "\n");
    let keys = bytes(&sandbox.path("kept/keys.json"));

    filled(&sandbox, &["--passphrase-file", "passphrase.txt"]);
    filled(&sandbox, &["--recovery-key-file", "recovery.txt"]);
    assert_eq!(bytes(&sandbox.path("kept/keys.json")), keys, "it is protected as it was");

    let wrong = "what was given does not open the vault";
    let hint = "check the passphrase or the recovery key; the vault is as it was";
    for file in [["--passphrase-file", "wrong.txt"], ["--recovery-key-file", "wrong.txt"]] {
        refused(&sandbox, &sandbox.run(&[&FILL[..], &file].concat()), wrong, hint);
    }
    let empty = sandbox.run(&[&FILL[..], &["--passphrase-file", "empty.txt"]].concat());
    refused(&sandbox, &empty, "the passphrase is empty", "put it on the first line, or type it");
    refused(
        &sandbox,
        &sandbox.run(&FILL),
        "the vault is protected by a passphrase",
        "give it with `--passphrase-file FILE`, or run this in a terminal to be asked",
    );
}

#[test]
fn an_export_opens_on_another_computer_and_never_overwrites() {
    let sandbox = Sandbox::new();
    drop(kept(&sandbox, &Protect::Open));
    sandbox.put("passphrase.txt", PASSPHRASE);
    let export = ["vault", "export", "out.age", "--vault-folder", "kept"];
    sandbox.run(&export).refused(
        "the export needs a passphrase of its own",
        "give it with `--export-passphrase-file FILE`, or run this in a terminal to be asked",
    );
    let export = [&export[..], &["--export-passphrase-file", "passphrase.txt"]].concat();
    assert_eq!(sandbox.run(&export).code, 0);
    assert!(bytes(&sandbox.path("out.age")).starts_with(b"age-encryption.org/v1"));
    let hint = "choose another name, or say `--force`";
    sandbox.run(&export).refused("`out.age` is there already", hint);

    let mut other = Desk::new(Engine::new(), &sandbox.path("other"));
    other.keep(&Protect::Open).unwrap();
    let file = Document::open(&sandbox.path("out.age")).unwrap();
    other.import_vault(&file, PASSPHRASE).unwrap();
    let lent = other.lend_profile().unwrap();
    assert_eq!(lent.facts.basics.email.as_deref(), Some("mei@example.com"));
}

#[test]
fn status_and_backups_tell_how_much_there_is_and_nothing_of_it() {
    let sandbox = Sandbox::new();
    let mut app = kept(&sandbox, &Protect::Open);
    let begin = Begin { posting: Some("msra-trustworthy-systems".to_owned()), ..Begin::default() };
    app.begin_application(&begin, now()).unwrap();
    let status = ["vault", "status", "--vault-folder", "kept"];
    let said = sandbox.run(&[&status[..], &["--json"]].concat()).json();
    assert_eq!((&said["folder"], &said["protection"]), (&"kept".into(), &"open".into()));
    assert_eq!(said["applications"], 1);
    let told = sandbox.run(&status);
    assert!(told.out.contains("not encrypted") && told.out.contains("Applications  1"), "{told:?}");
    let backups = sandbox.run(&["vault", "backups", "--vault-folder", "kept", "--json"]).json();
    assert_eq!(backups.as_array().unwrap().len(), app.backups().unwrap().len());
    for said in [told.out, said.to_string(), backups.to_string()] {
        assert!(!said.contains("Mei") && !said.contains("example.com"), "{said}");
    }
}

#[test]
fn applications_are_listed_with_what_is_due_and_missing() {
    let sandbox = Sandbox::new();
    let mut app = kept(&sandbox, &Protect::Open);
    let list = ["applications", "--vault-folder", "kept"];
    let none = sandbox.run(&list);
    assert_eq!((none.code, none.out.as_str()), (0, "There are no applications yet.\n"));

    let msra = Begin { posting: Some("msra-trustworthy-systems".to_owned()), ..Begin::default() };
    app.begin_application(&msra, now()).unwrap();
    let form = Document::open(&sandbox.path("form.docx")).unwrap();
    let due =
        app.begin_application(&Begin { form: Some(form), ..Begin::default() }, now()).unwrap();
    let edit = ApplicationEdit {
        title: Some("Glacier Lab".to_owned()),
        deadline: Some("2026-03-08".to_owned()),
        ..ApplicationEdit::default()
    };
    app.edit_application(&due, &edit, now()).unwrap();

    let said = sandbox.run(&[&list[..], &["--json"]].concat()).json();
    assert_eq!(said[0]["title"], "Glacier Lab", "what is due comes first: {said}");
    assert_eq!((&said[0]["deadline"], &said[0]["days_left"]), (&"2026-03-08".into(), &7.into()));
    assert_eq!(
        (&said[1]["state"], &said[1]["posting"]),
        (&"draft".into(), &"msra-trustworthy-systems".into(),)
    );
    let missing = said[1]["missing"].as_array().unwrap();
    assert!(!missing.is_empty(), "no CV is there yet: {said}");

    let told = sandbox.run(&list);
    assert!(told.out.contains("2026-03-08 (7 d)") && told.out.contains("draft"), "{told:?}");
    let found = sandbox.run(&[&list[..], &["GLACIER", "--state", "draft", "--json"]].concat());
    assert_eq!(found.json().as_array().unwrap().len(), 1);
    let sent = sandbox.run(&[&list[..], &["--state", "sent"]].concat());
    assert_eq!((sent.code, sent.out.as_str()), (0, "None is like that.\n"));
    assert_eq!(sandbox.run(&[&list[..], &["--state", "lost"]].concat()).code, 2);
    let gone = ["applications", "--vault-folder", "gone"];
    let hint = "begin in the app, or name the vault's folder with `--vault-folder DIR`";
    sandbox.run(&gone).refused("nothing is kept in `gone`", hint);
}

#[test]
fn without_a_vault_it_says_where_it_looked() {
    let sandbox = Sandbox::new();
    let fill = ["fill", "form.docx", "--vault", "--vault-folder", "gone", "--out", "filled.docx"];
    let hint = "begin in the app, or name the vault's folder with `--vault-folder DIR`";
    refused(&sandbox, &sandbox.run(&fill), "nothing is kept in `gone`", hint);
    assert!(!sandbox.path("gone").exists(), "nothing is made by looking");
    let said = sandbox.run(&["vault", "status", "--vault-folder", "gone", "--json"]).json();
    assert_eq!(said["protection"], serde_json::Value::Null);
}

#[cfg(target_os = "linux")]
#[test]
fn the_vault_of_the_app_is_found_and_a_missing_keyring_has_a_way_on() {
    let sandbox = Sandbox::new();
    kept_by_keyring(&sandbox);
    let error = "the keyring cannot be reached: this session has no message bus";
    let hint =
        "run it in your desktop session, or give the recovery key with `--recovery-key-file FILE`";
    refused(&sandbox, &sandbox.run(&FILL), error, hint);
    let said = sandbox.run(&["vault", "status", "--vault-folder", "kept"]);
    assert_eq!(said.err, format!("error: {error}\nhint: {hint}\n"));
    assert!(said.code == 1 && said.out.contains("its key in the keyring"), "{said:#?}");

    fs::create_dir(sandbox.path("data")).unwrap();
    fs::rename(sandbox.path("kept"), folder_in(&sandbox.path("data"))).unwrap();
    let fill = ["fill", "form.docx", "--vault", "--out", "filled.docx"];
    refused(&sandbox, &sandbox.run(&fill), error, hint);
}

#[test]
fn the_app_keeps_its_data_in_the_same_folder() {
    let window: serde_json::Value =
        serde_json::from_str(include_str!("../../../../tauri.conf.json")).unwrap();
    let folder = folder_in(std::path::Path::new("data"));
    assert_eq!(folder.file_name().unwrap().to_str(), window["identifier"].as_str());
}

#[test]
fn a_profile_and_a_vault_at_once_are_wrong_usage() {
    let sandbox = Sandbox::new();
    let fill = ["fill", "form.docx", "--out", "filled.docx"];
    for more in [
        &["--vault", "--profile", "profile.json"][..],
        &["--vault-folder", "kept", "--profile", "profile.json"],
        &["--profile", "profile.json", "--passphrase-file", "f"],
        &["--vault", "--passphrase-file", "f", "--recovery-key-file", "f"],
        &[],
    ] {
        assert_eq!(sandbox.run(&[&fill[..], more].concat()).code, 2, "{more:?}");
    }
    assert_eq!(sandbox.run(&["profile", "check", "profile.json", "--vault"]).code, 2);
    assert_eq!(sandbox.run(&["profile", "check"]).code, 2);
}
