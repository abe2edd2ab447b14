//! The engine does all that it can do for the sample candidate, and fails at some of it. Then
//! every word of her profile is looked for.

use std::path::{Path, PathBuf};

use engine::{Application, Choices, Document, Engine, Existing, Language, Release, jiff::civil};
use serde_json::Value;

use crate::log::Log;

fn templates() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../templates")
}

/// Every word of the profile that could name somebody.
fn words(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) if text.chars().count() > 4 || !text.is_ascii() => vec![text.clone()],
        Value::Array(values) => values.iter().flat_map(words).collect(),
        Value::Object(members) => members.values().flat_map(words).collect(),
        _ => Vec::new(),
    }
}

/// Does what a candidate can ask for, and what goes wrong when they err.
fn use_everything(engine: &Engine, out: &Path) {
    let sample = templates().join("sample");
    let today = civil::date(2026, 3, 1);
    let profile = engine.open_profile(&sample.join("profile.json")).unwrap();
    let posting = "msra-trustworthy-systems";
    let blank = templates().join("postings").join(posting).join("application-form.docx");
    let form = Document::open(&blank).unwrap();
    let choices = Choices { release: Release::All, ..Choices::default() };
    engine.inspect(&form).unwrap();
    let filled = engine.fill(&form, &profile, &choices, today).unwrap();
    engine.save_form(&out.join("form.docx"), &filled, &form, Existing::Keep).unwrap();
    engine.save_form(&out.join("form.docx"), &filled, &form, Existing::Keep).unwrap_err();
    let application = Application {
        posting: engine.posting(posting).unwrap(),
        profile,
        form: Some(form),
        choices,
        cvs: vec![Document::open(&sample.join("cv-en.pdf")).unwrap()],
        documents: Vec::new(),
        to: vec!["Ruoxi Lin <ruoxi.lin@example.edu>\r\nBcc: all@example.com".into()],
        from: None,
        language: Language::En,
        extras: engine::Extras::default(),
        now: today.at(12, 0, 0, 0),
    };
    engine.check(&application).unwrap();
    engine.bundle(&application, out).unwrap_err();
    let person = b"PK\x03\x04 ruoxi.lin@example.edu".to_vec();
    let person = Document::named("Ruoxi Lin 林若溪.docx", person);
    engine.inspect(&person).unwrap_err();
    engine.read_cv(&person).unwrap_err();
    engine.posting("Ruoxi Lin").unwrap_err();
    engine.open_profile(&out.join("Ruoxi Lin.json")).unwrap_err();
}

#[test]
fn nothing_of_the_candidate_is_logged() {
    let out = tempfile::tempdir().unwrap();
    let log = Log::begun();
    use_everything(&Engine::new(), out.path());
    let said = log.said();
    assert!(said.contains("inspect") && said.contains("not done"), "{said}");
    let profile = std::fs::read_to_string(templates().join("sample/profile.json")).unwrap();
    let words = words(&serde_json::from_str(&profile).unwrap());
    assert!(words.len() > 100, "{words:?}");
    for word in words {
        assert!(!said.contains(&word), "`{word}` was logged:\n{said}");
    }
}
