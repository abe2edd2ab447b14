//! The candidate's facts: edited, imported, and asked for by forms.

use engine::{
    Document, Language, Refusal,
    desk::{Begin, Desk, HandedKind, ProfileEdit},
};
use serde_json::json;

use crate::support::{form, form_asking, now, own, sample, sample_file};

fn put(pointer: &str, value: serde_json::Value) -> ProfileEdit {
    ProfileEdit::Set { pointer: pointer.into(), value }
}

#[test]
fn every_kind_of_edit_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = own(folder.path());
    let edits = [
        put("/basics/name/zh", json!("林若溪")),
        put("/work/-/position/en", json!("Intern")),
        put("/work/-/position/en", json!("Engineer")),
        ProfileEdit::Move { pointer: "/work".into(), from: 1, to: 0 },
    ];
    let view = desk.edit_profile(&edits, now()).unwrap();
    assert_eq!(view.facts.pointer("/work/0/position/en").unwrap(), "Engineer");
    let remove = ProfileEdit::Remove { pointer: "/work/0".into() };
    let view = desk.edit_profile(&[remove], now()).unwrap();
    assert_eq!(view.facts["work"].as_array().unwrap().len(), 1);
    let wrong = [put("/basics/email", json!("a@b.cn")), put("/basics/birthDate", json!("soon"))];
    let error = desk.edit_profile(&wrong, now()).unwrap_err();
    assert_eq!(
        (error.refusal(), error.subject().as_deref()),
        (Refusal::Invalid, Some("/basics/birthDate"))
    );
    assert!(desk.profile(now()).unwrap().facts.pointer("/basics/email").is_none(), "all or none");
}

#[test]
fn what_follows_from_a_fact_is_suggested_and_never_stored() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = own(folder.path());
    let view = desk.edit_profile(&[put("/basics/name/zh", json!("林若溪"))], now()).unwrap();
    let pinyin = view.suggestions.iter().find(|it| it.pointer == "/basics/name/pinyin").unwrap();
    assert_eq!((pinyin.value.as_str(), pinyin.from.as_str()), ("LIN Ruoxi", "/basics/name/zh"));
    assert!(view.facts.pointer("/basics/name/pinyin").is_none());
}

#[test]
fn findings_have_codes_and_places() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = own(folder.path());
    let edits = [put("/basics/email", json!("nobody")), put("/basics/image", json!("me.jpg"))];
    let view = desk.edit_profile(&edits, now()).unwrap();
    let found: Vec<_> =
        view.findings.iter().map(|it| (it.code.name(), it.pointer.as_str())).collect();
    assert_eq!(found, [("emailMalformed", "/basics/email"), ("imageUnusable", "/basics/image")]);
    assert!(view.sensitive.contains(&"/basics/birthDate".to_owned()));
}

#[test]
fn what_forms_ask_for_is_wanted() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = own(folder.path());
    assert!(desk.profile(now()).unwrap().wanted.is_empty());
    let form = form_asking("lab.docx", &["E-mail"]);
    desk.begin_application(&Begin { form: Some(form), ..Begin::default() }, now()).unwrap();
    let wanted = desk.profile(now()).unwrap().wanted;
    let mail = wanted.iter().find(|it| it.pointer == "/basics/email").unwrap();
    assert_eq!((mail.is_there, mail.applications.as_slice()), (false, &["lab".to_owned()][..]));
    let view = desk.edit_profile(&[put("/basics/email", json!("a@example.com"))], now()).unwrap();
    assert!(view.wanted.iter().any(|it| it.pointer == "/basics/email" && it.is_there));
}

#[test]
fn an_import_adds_and_never_overwrites() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = own(folder.path());
    desk.edit_profile(&[put("/basics/email", json!("mine@example.com"))], now()).unwrap();
    let imported = desk.import_profile(&sample_file("profile.json"), now()).unwrap();
    assert!(imported.added.contains(&"/education".to_owned()), "{:?}", imported.added);
    assert!(!imported.added.contains(&"/basics/email".to_owned()));
    let facts = desk.profile(now()).unwrap().facts;
    assert_eq!(facts.pointer("/basics/email").unwrap(), "mine@example.com");
    assert!(desk.import_profile(&sample_file("profile.json"), now()).unwrap().added.is_empty());
    let json = desk.export_profile(Language::En).unwrap();
    assert!(json.contains("Yunqi") && !json.contains("2001-04-09"));
    let junk = Document::named("junk.json", b"{ no".to_vec());
    assert_eq!(desk.import_profile(&junk, now()).unwrap_err().refusal(), Refusal::Invalid);
}

#[test]
fn a_portrait_is_kept_by_its_content() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = own(folder.path());
    assert!(desk.photo().unwrap().is_empty());
    let photo = sample_file("photo.jpg");
    let view = desk.set_photo(&photo, now()).unwrap();
    assert_eq!(view.facts.pointer("/basics/image").unwrap(), "photo.jpg");
    assert!(view.findings.is_empty(), "{:?}", view.findings);
    assert_eq!(desk.photo().unwrap(), photo.bytes);
    let remove = ProfileEdit::Remove { pointer: "/basics/image".into() };
    desk.edit_profile(&[remove], now()).unwrap();
    assert!(desk.photo().unwrap().is_empty());
    desk.undo().unwrap();
    assert_eq!(desk.photo().unwrap(), photo.bytes);
    let error = desk.set_photo(&sample_file("cv-en.pdf"), now()).unwrap_err();
    assert_eq!(
        (error.refusal(), error.subject().as_deref()),
        (Refusal::Invalid, Some("cv-en.pdf"))
    );
}

#[test]
fn files_are_known_by_what_is_in_them() {
    assert_eq!(Desk::kind_of(&form()), HandedKind::Form);
    assert_eq!(Desk::kind_of(&sample_file("cv-en.pdf")), HandedKind::Document);
    assert_eq!(Desk::kind_of(&sample_file("profile.json")), HandedKind::Facts);
    let other = Document::named("setup.exe", b"MZ".to_vec());
    assert_eq!(Desk::kind_of(&other), HandedKind::Other);
    // What a dialog offers is taken when it is dropped, too.
    for ending in engine::desk::DOCUMENTS {
        let file = Document::named(&format!("marks.{ending}"), b"%!odd".to_vec());
        assert_eq!(Desk::kind_of(&file), HandedKind::Document, "{ending}");
    }
}

#[test]
fn dates_are_read_as_people_type_them() {
    assert_eq!(Desk::read_date("2026年3月").as_deref(), Some("2026-03"));
    assert_eq!(Desk::read_date("03/04/2026"), None);
    let (mut desk, _) = sample();
    assert!(desk.home(now()).candidate.is_some());
}
