//! `profile new|check|schema|import|export`.

use crate::sandbox::{Sandbox, bytes};

#[test]
fn a_new_profile_is_in_order_and_never_overwrites_another() {
    let sandbox = Sandbox::new();
    assert_eq!(sandbox.run(&["profile", "new", "mine.json"]).code, 0);
    assert_eq!(sandbox.run(&["profile", "check", "mine.json"]).code, 0);
    sandbox
        .run(&["profile", "new", "mine.json"])
        .refused("`mine.json` is there already", "choose another name, or say `--force`");
}

#[cfg(unix)]
#[test]
fn a_profile_is_readable_by_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let sandbox = Sandbox::new();
    sandbox.run(&["profile", "new", "mine.json"]);
    let mode = sandbox.path("mine.json").metadata().unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn check_names_the_place_and_what_to_do() {
    let sandbox = Sandbox::new();
    assert_eq!(sandbox.run(&["profile", "check", "profile.json"]).code, 0);
    let wrong = crate::sandbox::PROFILE.replace("2026-12-31", "2026-05-31");
    sandbox.put("profile.json", wrong);
    let said = sandbox.run(&["profile", "check", "profile.json"]);
    assert_eq!(said.code, 1);
    assert!(said.out.contains("/availability/"), "{}", said.out);
    assert!(said.err.starts_with("error: `profile.json` has one thing to correct"), "{}", said.err);
    let json = sandbox.run(&["profile", "check", "--profile", "profile.json", "--json"]);
    let findings: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(findings[0]["severity"], "error");
}

#[test]
fn the_schema_marks_what_is_sensitive() {
    let said = Sandbox::new().run(&["profile", "schema"]).json();
    assert!(said.to_string().contains("\"x-sensitive\":true"));
}

#[test]
fn import_adds_and_never_takes_away() {
    let sandbox = Sandbox::new();
    sandbox.put(
        "resume.json",
        r#"{"basics": {"name": "Mei Ling", "email": "old@example.com", "url": "https://mei.example.com"},
            "work": [{"name": "Example Lab", "position": "Intern", "startDate": "2025-07"}]}"#,
    );
    assert_eq!(
        sandbox.run(&["profile", "import", "resume.json", "--profile", "profile.json"]).code,
        0
    );
    let profile: serde_json::Value =
        serde_json::from_slice(&bytes(&sandbox.path("profile.json"))).unwrap();
    assert_eq!(profile["basics"]["email"], "mei@example.com");
    assert_eq!(profile["basics"]["url"], "https://mei.example.com");
    assert_eq!(profile["work"].as_array().unwrap().len(), 1);

    sandbox.put(
        "papers.bib",
        "@inproceedings{a, title={A Paper}, author={Ling, Mei}, booktitle={Some Conference}, year={2025}}",
    );
    assert_eq!(
        sandbox.run(&["profile", "import", "papers.bib", "--profile", "profile.json"]).code,
        0
    );
    let profile: serde_json::Value =
        serde_json::from_slice(&bytes(&sandbox.path("profile.json"))).unwrap();
    assert_eq!(profile["publications"].as_array().unwrap().len(), 2);
}

#[test]
fn export_writes_json_resume() {
    let sandbox = Sandbox::new();
    let said = sandbox.run(&["profile", "export", "profile.json"]).json();
    assert_eq!(said["basics"]["email"], "mei@example.com");
    assert_eq!(sandbox.run(&["profile", "export", "profile.json", "--out", "resume.json"]).code, 0);
    assert!(sandbox.path("resume.json").exists());
}
