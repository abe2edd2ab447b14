//! The main job: look into a form, fill it, bundle it with the CVs.

use std::{fs, path::Path};

use crate::sandbox::{Sandbox, bytes, form, workbook};

#[test]
fn inspect_lists_what_a_form_asks() {
    let sandbox = Sandbox::new();
    let said = sandbox.run(&["inspect", "form.docx", "--json"]).json();
    assert_eq!(said["form"], "form.docx");
    let fields = said["fields"].as_array().unwrap();
    assert_eq!(fields.len(), 2);
    let email = &fields[0];
    assert_eq!(email["label"], "Email");
    assert_eq!(email["required"], true);
    assert_eq!((&email["kind"], &email["fill_by"]), (&"text".into(), &"candidate".into()));
    assert_eq!((&email["key"], &email["confidence"]), (&"contact.email".into(), &"sure".into()));
    for member in ["id", "section", "options", "max_chars", "where", "current", "score", "reason"] {
        assert!(email.get(member).is_some(), "{member}");
    }
    let told = sandbox.run(&["inspect", "form.docx"]);
    assert!(told.out.contains("Email *") && told.out.contains("contact.email"), "{}", told.out);
}

#[test]
fn explain_draws_the_form_and_says_why() {
    let sandbox = Sandbox::new();
    let told = sandbox.run(&["inspect", "form.docx", "--explain"]).out;
    for words in ["<", "Email *", "contact.email (sure, 1.00)", "is in the dictionary"] {
        assert!(told.contains(words), "{words}: {told}");
    }
    assert!(!told.contains("mei@example.com"));
    let explain = ["inspect", "form.docx", "--explain", "--profile", "profile.json"];
    let told = sandbox.run(&explain).out;
    assert!(told.contains("value     mei@example.com"), "{told}");
    assert_eq!(sandbox.run(&["inspect", "form.docx", "--profile", "profile.json"]).code, 2);
    assert_eq!(sandbox.run(&["inspect", "form.docx", "--explain", "--json"]).code, 2);
}

#[test]
fn fill_writes_what_the_profile_says_and_tells_where_from() {
    let sandbox = Sandbox::new();
    let fill = ["fill", "form.docx", "--profile", "profile.json", "--out", "filled.docx", "--json"];
    let blank = bytes(&sandbox.path("form.docx"));
    let said = sandbox.run(&fill).json();
    assert_eq!(said["written"], 2);
    assert_eq!(said["fields"][0]["written"], "mei@example.com");
    assert_eq!(said["fields"][0]["key"], "contact.email");
    assert_eq!(said["fields"][0]["source"], "/basics/email");
    let again = sandbox.run(&["inspect", "filled.docx", "--json"]);
    assert_eq!(again.code, 0);
    assert_eq!(bytes(&sandbox.path("form.docx")), blank, "the blank form stays");
    // A second time, the filled form is in the way.
    sandbox
        .run(&fill)
        .refused("`filled.docx` is there already", "choose another name, or say `--force`");
    assert_eq!(sandbox.run(&[&fill[..], &["--force"]].concat()).code, 0);
    assert_eq!(
        sandbox.names("."),
        ["cv-en.txt", "cv-zh.txt", "filled.docx", "form.docx", "profile.json"]
    );
}

#[test]
fn sensitive_facts_wait_for_their_release() {
    let sandbox = Sandbox::new();
    sandbox.put("form.docx", form(&[("Email", true), ("Date of Birth", false)]));
    let fill = ["fill", "form.docx", "--profile", "profile.json", "--json", "--out"];
    let held = sandbox.run(&[&fill[..], &["held.docx"]].concat()).json();
    assert_eq!(held["fields"][1]["written"], serde_json::Value::Null);
    assert_eq!(held["fields"][1]["why"], "heldBack");
    let released = ["released.docx", "--release", "birthDate"];
    let released = sandbox.run(&[&fill[..], &released].concat()).json();
    assert!(released["fields"][1]["written"].as_str().unwrap().contains("2001"), "{released}");
}

#[test]
fn an_answer_of_ones_own_wins() {
    let sandbox = Sandbox::new();
    let said = sandbox.run(&["inspect", "form.docx", "--json"]).json();
    let id = |at: usize| said["fields"][at]["id"].as_str().unwrap().to_owned();
    let answers = serde_json::json!({ id(0): "other@example.com", id(1): null });
    sandbox.put("answers.json", answers.to_string());
    let fill = ["fill", "form.docx", "--profile", "profile.json", "--out", "filled.docx"];
    let said = sandbox.run(&[&fill[..], &["--answers", "answers.json", "--json"]].concat()).json();
    assert_eq!(said["fields"][0]["written"], "other@example.com");
    assert_eq!(said["fields"][0]["source"], "answers");
    assert_eq!(said["fields"][1]["why"], "leftBlank");
}

#[test]
fn an_excel_form_goes_the_whole_way() {
    let sandbox = Sandbox::new();
    sandbox.put("form.xlsx", workbook(&["Email *", "Gender", "Favourite beverage"]));
    let said = sandbox.run(&["inspect", "form.xlsx", "--json"]).json();
    let place = &said["fields"][0]["where"];
    assert_eq!((&place["sheet"], &place["cell"]), (&"Form".into(), &"B1".into()));
    sandbox.put("answers.json", r#"{"B3": "Tea"}"#);
    let more = ["--profile", "profile.json", "--answers", "answers.json", "--json"];
    let fill = [&["fill", "form.xlsx", "--out", "filled.xlsx"][..], &more].concat();
    assert_eq!(sandbox.run(&fill).json()["written"], 3);
    let forms = ["--form", "form.xlsx", "--cv", "cv-en.txt", "--json"];
    let said = sandbox.bundle(&forms).json();
    assert_eq!(said["ready"], true);
    let folder = sandbox.path(said["folder"].as_str().unwrap());
    assert!(sandbox.names(folder.to_str().unwrap()).contains(&"form-Mei-Ling.xlsx".to_owned()));
}

#[test]
fn what_else_is_wanted_can_be_attached() {
    let sandbox = Sandbox::new();
    fs::create_dir(sandbox.path("posting")).unwrap();
    sandbox.put(
        "posting/posting.toml",
        "schema_version = 1\ntitle = \"Intern\"\n[how_to_apply]\nchannels = [\"email\"]\n\
         [[materials]]\nitem = \"transcript\"\nrequired = true\n",
    );
    sandbox.put("marks.txt", "Marks of Mei Ling");
    let check = ["check", "--posting", "posting", "--profile", "profile.json", "--json"];
    let codes = |more: &[&str]| sandbox.run(&[&check[..], more].concat()).out;
    assert!(codes(&[]).contains("material_missing"));
    assert!(!codes(&["--attach", "transcript=marks.txt"]).contains("material_missing"));
    assert!(codes(&["--attach", "other=marks.txt"]).contains("material_missing"));
    sandbox.run(&[&check[..], &["--attach", "transcript=gone.pdf"]].concat()).refused(
        "there is no file `gone.pdf`",
        "check the spelling, and whether the file was moved",
    );
    assert_eq!(sandbox.run(&[&check[..], &["--attach", "marks.txt"]].concat()).code, 2);
    let out = ["bundle", "--posting", "posting", "--profile", "profile.json", "--out", "out"];
    let more = ["--no-pdf", "--attach", "transcript=marks.txt", "--json"];
    let said = sandbox.run(&[&out[..], &more].concat()).json();
    assert_eq!(said["files"][0]["role"], "transcript", "{said}");
}

#[test]
fn the_mail_is_in_the_postings_language_unless_another_is_said() {
    let sandbox = Sandbox::new();
    fs::create_dir(sandbox.path("posting")).unwrap();
    sandbox.put(
        "posting/posting.toml",
        "schema_version = 1\ntitle = \"存储系统实习生\"\n[how_to_apply]\nchannels = [\"email\"]\n",
    );
    let bundle = ["bundle", "--posting", "posting", "--profile", "profile.json", "--out", "out"];
    let subject = |more: &[&str]| {
        let more = [&["--no-pdf", "--json"], more].concat();
        sandbox.run(&[&bundle[..], &more].concat()).json()["subject"].as_str().unwrap().to_owned()
    };
    assert!(subject(&[]).starts_with("申请"), "{}", subject(&[]));
    assert!(subject(&["--language", "en"]).starts_with("Application for"));
}

#[test]
fn a_bundle_is_ready_to_send() {
    let sandbox = Sandbox::new();
    let cvs = ["--form", "form.docx", "--cv", "cv-en.txt", "--cv", "cv-zh.txt", "--json"];
    let said = sandbox.bundle(&cvs).json();
    assert_eq!(said["ready"], true);
    let codes: Vec<_> = said["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["code"].as_str().unwrap())
        .collect();
    assert_eq!(codes, ["no_recipient"]);
    let verdicts: Vec<_> = said["evidence"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["verdict"].as_str().unwrap())
        .collect();
    assert_eq!(verdicts[..2], ["met", "met"]);
    assert_eq!(verdicts[3], "met");

    let folder = sandbox.path(said["folder"].as_str().unwrap());
    let name = "Trustworthy Systems Research Intern - Mei Ling - 2026-03-01";
    assert!(folder.ends_with(name));
    assert_eq!(sandbox.names("out"), [name.to_owned(), format!("{name}.zip")]);
    assert_eq!(
        sandbox.names(folder.to_str().unwrap()),
        ["cv-en.txt", "cv-zh.txt", "draft.eml", "form-Mei-Ling.docx", "manifest.json", "note.txt"]
    );
    for cv in ["cv-en.txt", "cv-zh.txt"] {
        assert_eq!(bytes(&folder.join(cv)), bytes(&sandbox.path(cv)));
    }
    let draft = fs::read_to_string(folder.join("draft.eml")).unwrap();
    let phrase = "an internship position in MSRA Trustworthy Systems Research Group";
    assert!(
        draft.starts_with(&format!("Subject: Application for {phrase} - Mei Ling\r\n")),
        "{draft}"
    );
    assert!(draft.contains("X-Unsent: 1\r\n") && !draft.contains("\r\nTo:"));
    let note = fs::read_to_string(folder.join("note.txt")).unwrap();
    assert!(note.contains(&format!("I am applying for {phrase}.")), "{note}");
    assert!(note.contains("I can start on 1 June 2026 and stay until 31 December 2026."), "{note}");
    let manifest = manifest(&folder);
    assert_eq!(manifest["made"].as_str().unwrap()[..10], *"2026-03-01");
    assert_eq!(manifest["answers"][0]["keys"][0], "contact.email");
    assert!(!manifest.to_string().contains("mei@example.com"), "facts are named, not repeated");
}

#[test]
fn the_same_bundle_twice_is_two_bundles() {
    let sandbox = Sandbox::new();
    let cv = ["--form", "form.docx", "--cv", "cv-en.txt", "--to", "interns@example.com", "--json"];
    let first = sandbox.bundle(&cv).json();
    let second = sandbox.bundle(&cv).json();
    assert_ne!(first["folder"], second["folder"]);
    assert!(second["folder"].as_str().unwrap().ends_with(" (2)"));
    assert_eq!(sandbox.names("out").len(), 4);
    assert_eq!(first["to"][0], "interns@example.com");
    let folder = sandbox.path(first["folder"].as_str().unwrap());
    assert_eq!(manifest(&folder)["to"][0], "interns@example.com");
}

#[test]
fn a_portal_posting_makes_a_bundle_without_a_draft() {
    let sandbox = Sandbox::new();
    let said = sandbox
        .run(&[
            "bundle",
            "--posting",
            "msr-networking-redmond",
            "--profile",
            "profile.json",
            "--cv",
            "cv-en.txt",
            "--out",
            "out",
            "--json",
        ])
        .json();
    assert_eq!(said["draft"], serde_json::Value::Null);
    assert_eq!(said["findings"][0]["code"], "no_portal_address");
    let folder = sandbox.path(said["folder"].as_str().unwrap());
    assert_eq!(sandbox.names(folder.to_str().unwrap()), ["cv-en.txt", "manifest.json", "note.txt"]);
}

#[test]
fn a_folder_with_a_posting_is_a_posting() {
    let sandbox = Sandbox::new();
    fs::create_dir(sandbox.path("lab")).unwrap();
    sandbox.put(
        "lab/posting.toml",
        "schema_version = 1\ntitle = \"Intern\"\n[how_to_apply]\nchannels = [\"email\"]\n\
         email_to = [\"lab@example.org\"]\n[mention]\nsubject = \"[Intern] {name}, {education.major}\"\n",
    );
    let said = sandbox
        .run(&[
            "bundle",
            "--posting",
            "lab",
            "--profile",
            "profile.json",
            "--cv",
            "cv-en.txt",
            "--out",
            "out",
            "--json",
        ])
        .json();
    assert_eq!(said["subject"], "[Intern] Mei Ling, Computer Science");
    assert_eq!(said["to"][0], "lab@example.org");
}

#[test]
fn check_writes_nothing() {
    let sandbox = Sandbox::new();
    let before = sandbox.names(".");
    let check = ["check", "--posting", "msra-trustworthy-systems", "--profile", "profile.json"];
    let said = sandbox
        .run(&[&check[..], &["--form", "form.docx", "--cv", "cv-en.txt", "--json"]].concat());
    assert_eq!(said.json()["ready"], true);
    assert_eq!(sandbox.names("."), before);
}

#[test]
fn a_short_stay_is_listed_and_the_work_goes_on() {
    let sandbox = Sandbox::new();
    let short = crate::sandbox::PROFILE.replace("2026-12-31", "2026-07-31");
    sandbox.put(
        "profile.json",
        short.replace("doctor", "bachelor").replace("publications", "unknown"),
    );
    let said = sandbox.bundle(&["--form", "form.docx", "--cv", "cv-en.txt", "--json"]).json();
    let codes: Vec<_> = said["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["code"].as_str().unwrap())
        .collect();
    assert_eq!(codes, ["no_recipient", "too_short", "no_evidence"]);
}

#[test]
fn postings_lists_the_library() {
    let sandbox = Sandbox::new();
    let said = sandbox.run(&["postings", "--json"]).json();
    let ids: Vec<_> =
        said.as_array().unwrap().iter().map(|it| it["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["msr-networking-redmond", "msra-trustworthy-systems"]);
    assert!(sandbox.run(&["postings"]).out.contains("Trustworthy Systems Research Intern"));
}

#[test]
fn wrong_usage_is_told_apart_from_work_that_cannot_be_done() {
    let sandbox = Sandbox::new();
    for wrong in [&["fill"][..], &["nonsense"], &["inspect", "a", "--accept", "sure"], &[]] {
        assert_eq!(sandbox.run(wrong).code, 2, "{wrong:?}");
    }
    for help in [&["--help"][..], &["bundle", "--help"], &["completions", "bash"], &["--version"]] {
        let said = sandbox.run(help);
        assert!(said.code == 0 && !said.out.is_empty(), "{help:?}");
    }
}

fn manifest(folder: &Path) -> serde_json::Value {
    serde_json::from_slice(&bytes(&folder.join("manifest.json"))).unwrap()
}
