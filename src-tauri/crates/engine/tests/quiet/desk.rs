//! A candidate puts a word wherever words can be put. Then it is looked for.

use engine::desk::{Begin, Desk, DocumentRole, GivenAnswer, MessageEdit, ProfileEdit};

use crate::{
    log::Log,
    support::{finish_form, form_asking, now, own, sample_file},
};

const SECRET: &str = "zanzibar";

/// Puts a word wherever a candidate can put words, and errs with it.
fn tell_secrets(desk: &mut Desk) {
    let edit = |pointer: &str, value: &str| ProfileEdit::Set {
        pointer: pointer.into(),
        value: value.into(),
    };
    desk.edit_profile(&[edit("/basics/qq", SECRET)], now()).unwrap();
    desk.edit_profile(&[edit("/basics/birthDate", SECRET)], now()).unwrap_err();
    let form = form_asking(&format!("{SECRET}.docx"), &["Favourite beverage"]);
    let begin = Begin { form: Some(form), ..Default::default() };
    let id = desk.begin_application(&begin, now()).unwrap();
    let field = desk.form(&id, now()).unwrap().unwrap().fields[0].id.clone();
    desk.answer(&id, &field, &GivenAnswer::Text(SECRET.into()), now()).unwrap();
    desk.answer(&id, &field, &GivenAnswer::Options(vec![7]), now()).unwrap_err();
    let mut cv = sample_file("cv-en.pdf");
    cv.path = format!("{SECRET}.pdf").into();
    desk.add_documents(&id, DocumentRole::Cv, &[cv], now()).unwrap();
    let edit = MessageEdit { body: Some(SECRET.into()), ..MessageEdit::default() };
    desk.edit_message(&id, &edit, now()).unwrap();
    finish_form(desk, &id, now());
    let out = tempfile::tempdir().unwrap();
    desk.pack(&id, &out.path().join(SECRET), now()).unwrap();
    desk.mark_sent(&id, None, now()).unwrap();
    desk.undo().unwrap();
    desk.home(now());
}

#[test]
fn nothing_that_the_candidate_said_is_logged() {
    let folder = tempfile::tempdir().unwrap();
    let log = Log::begun();
    tell_secrets(&mut own(folder.path()));
    let said = log.said();
    assert!(said.contains("Answer") && said.contains("packed"), "{said}");
    assert!(!said.contains(SECRET), "{said}");
}
