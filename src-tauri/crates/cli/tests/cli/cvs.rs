//! `cv read`, over the CVs in `tests/cvs/`, each in a process of its own as a candidate has it.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::sandbox::Sandbox;

fn cv(name: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/cvs");
    root.join(name).into_os_string().into_string().unwrap()
}

#[test]
fn a_cv_is_told_with_its_findings_and_offers() {
    let sandbox = Sandbox::new();
    let said = sandbox.run(&["cv", "read", &cv("good/xiaowen-gbk-euc.pdf")]);
    assert_eq!(said.code, 0, "{said:#?}");
    let lines: Vec<_> = said.out.lines().collect();
    assert_eq!(lines[0], "xiaowen-gbk-euc.pdf: PDF, 1 page, in Chinese");
    assert!(lines[1].starts_with("note: it does not bring its fonts along (宋体)"), "{}", lines[1]);
    assert!(lines.contains(&"   1  name          马晓雯"), "{said:#?}");
}

#[test]
fn the_json_has_what_the_help_says() {
    let sandbox = Sandbox::new();
    let said = sandbox.run(&["cv", "read", &cv("good/zimo-page.html"), "--json"]).json();
    for (member, value) in [
        ("name", "zimo-page.html".into()),
        ("kind", "html".into()),
        ("pages", serde_json::Value::Null),
        ("languages", "both".into()),
        ("findings", serde_json::json!([])),
    ] {
        assert_eq!(said[member], value, "{member}");
    }
    let offer = &said["offers"][0];
    assert_eq!(offer["kind"], "name");
    assert_eq!(offer["value"], serde_json::json!({ "en": "Zimo Lin", "zh": "林子墨" }));
    assert_eq!((&offer["line"], &offer["words"]), (&1.into(), &"Zimo Lin 林子墨".into()));
    let found = sandbox.run(&["cv", "read", &cv("bad/scan.pdf"), "--json"]).json();
    assert_eq!(found["findings"][0]["finding"], "scan");
    assert!(found["findings"][0]["message"].is_string());
}

#[test]
fn what_cannot_be_read_is_told_in_one_line_with_a_hint() {
    let sandbox = Sandbox::new();
    sandbox.run(&["cv", "read", &cv("bad/password.pdf")]).refused(
        "`password.pdf` is protected by a password",
        "save a copy without one (PDF) and choose that copy",
    );
    sandbox
        .run(&["cv", "read", &cv("bad/empty.pdf")])
        .refused("`empty.pdf` is empty", "choose the file again, or export it once more");
    sandbox.run(&["cv", "read", "gone.pdf"]).refused(
        "there is no file `gone.pdf`",
        "check the spelling, and whether the file was moved",
    );
    let usage = sandbox.run(&["cv", "read"]);
    assert_eq!((usage.code, usage.out.as_str()), (2, ""), "{usage:#?}");
}

#[test]
fn whatever_is_in_the_file_the_program_ends_well() {
    let sandbox = Sandbox::new();
    let files = |folder| fs::read_dir(cv(folder)).unwrap().map(|it| it.unwrap().path());
    let paths: Vec<PathBuf> = files("bad").chain(files("good")).collect();
    assert!(paths.len() > 30);
    for path in paths {
        let said = sandbox.run(&["cv", "read", path.to_str().unwrap()]);
        let is_told = match said.code {
            0 => !said.out.is_empty() && said.err.is_empty(),
            1 => said.err.starts_with("error: ") && said.err.lines().count() == 2,
            _ => false,
        };
        assert!(is_told, "{}: {said:#?}", path.display());
    }
}
