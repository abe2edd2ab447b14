//! What was done can be undone and done again; what went out stays.

use engine::{
    Refusal,
    desk::{ApplicationEdit, Begin, Done, GivenAnswer, MessageEdit, ProfileEdit},
};

use crate::support::{POSTING, approve, finish_form, minute, now, own, sample};

fn mail(address: &str) -> ProfileEdit {
    ProfileEdit::Set { pointer: "/basics/email".into(), value: address.into() }
}

#[test]
fn every_step_goes_back_and_forth() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = own(folder.path());
    let home = desk.home(now());
    assert_eq!((home.undo, home.redo), (None, None));
    desk.undo().unwrap();
    desk.edit_profile(&[mail("a@example.com")], minute(1)).unwrap();
    let begin = Begin { posting: Some(POSTING.into()), ..Begin::default() };
    let id = desk.begin_application(&begin, minute(2)).unwrap();
    assert_eq!(desk.home(now()).undo, Some(Done::BeginApplication));
    desk.remove_application(&id, minute(3)).unwrap();
    assert!(desk.home(now()).applications.is_empty());
    desk.undo().unwrap();
    let home = desk.home(now());
    assert_eq!(
        (home.applications[0].id.as_str(), home.redo),
        (id.as_str(), Some(Done::RemoveApplication))
    );
    assert!(desk.form(&id, now()).unwrap().is_some(), "its files are there still");
    desk.undo().unwrap();
    desk.undo().unwrap();
    assert!(desk.profile(now()).unwrap().facts.pointer("/basics/email").is_none());
    desk.redo().unwrap();
    desk.redo().unwrap();
    desk.redo().unwrap();
    assert!(desk.home(now()).applications.is_empty());
    assert_eq!(
        desk.profile(now()).unwrap().facts.pointer("/basics/email").unwrap(),
        "a@example.com"
    );
    desk.undo().unwrap();
    desk.edit_profile(&[mail("b@example.com")], minute(4)).unwrap();
    assert_eq!(desk.home(now()).redo, None, "what follows takes the place of what was undone");
}

#[test]
fn quick_edits_of_one_place_are_one_step() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = own(folder.path());
    for address in ["r@example.com", "ru@example.com", "ruo@example.com"] {
        desk.edit_profile(&[mail(address)], now()).unwrap();
    }
    desk.edit_profile(&[mail("later@example.com")], minute(1)).unwrap();
    desk.undo().unwrap();
    let said = |desk: &mut engine::desk::Desk| {
        desk.profile(now()).unwrap().facts.pointer("/basics/email").cloned()
    };
    assert_eq!(said(&mut desk).unwrap(), "ruo@example.com");
    desk.undo().unwrap();
    assert_eq!(said(&mut desk), None);
}

#[test]
fn each_kind_of_step_has_its_name() {
    let (mut desk, id) = sample();
    let name = |desk: &mut engine::desk::Desk| desk.home(now()).undo;
    assert_eq!(name(&mut desk), None, "the sample lies there as if it always had");
    let field = desk.form(&id, now()).unwrap().unwrap().fields[0].id.clone();
    desk.answer(&id, &field, &GivenAnswer::Blank, now()).unwrap();
    assert_eq!(name(&mut desk), Some(Done::Answer));
    desk.release(&id, &["birthDate".into()], true, now()).unwrap();
    assert_eq!(name(&mut desk), Some(Done::Release));
    let first = desk.documents(&id, now()).unwrap().documents[0].id.clone();
    desk.move_document(&id, &first, 1, now()).unwrap();
    assert_eq!(name(&mut desk), Some(Done::EditDocument));
    desk.remove_document(&id, &first, now()).unwrap();
    assert_eq!(name(&mut desk), Some(Done::RemoveDocument));
    let edit = MessageEdit { body: Some("Hi".into()), ..MessageEdit::default() };
    desk.edit_message(&id, &edit, now()).unwrap();
    assert_eq!(name(&mut desk), Some(Done::EditMessage));
    let edit = ApplicationEdit { title: Some("Mine".into()), ..ApplicationEdit::default() };
    desk.edit_application(&id, &edit, now()).unwrap();
    assert_eq!(name(&mut desk), Some(Done::EditApplication));
    for _ in 0..6 {
        desk.undo().unwrap();
    }
    assert_eq!(name(&mut desk), None);
    assert_eq!(desk.documents(&id, now()).unwrap().documents[0].id, first);
}

#[test]
fn leaving_the_sample_drops_all_that_was_done_to_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = own(folder.path());
    desk.edit_profile(&[mail("mine@example.com")], now()).unwrap();
    desk.try_sample(now()).unwrap();
    desk.edit_profile(&[mail("sample@example.com")], now()).unwrap();
    desk.leave_sample();
    assert_eq!(
        desk.profile(now()).unwrap().facts.pointer("/basics/email").unwrap(),
        "mine@example.com"
    );
    assert!(desk.home(now()).applications.is_empty());
    desk.try_sample(now()).unwrap();
    assert_eq!(
        desk.profile(now()).unwrap().facts.pointer("/basics/email").unwrap(),
        "ruoxi.lin@example.edu"
    );
}

#[test]
fn what_is_taken_away_in_quick_steps_comes_back_one_by_one() {
    let (mut desk, id) = sample();
    let there = |desk: &mut engine::desk::Desk| desk.documents(&id, now()).unwrap().documents;
    let all: Vec<String> = there(&mut desk).into_iter().map(|it| it.id).collect();
    assert!(all.len() > 1);
    desk.remove_document(&id, &all[0], now()).unwrap();
    desk.remove_document(&id, &all[1], now()).unwrap();
    desk.undo().unwrap();
    let back: Vec<String> = there(&mut desk).into_iter().map(|it| it.id).collect();
    assert_eq!(back, all[1..], "the last one that was taken out, and no other");
}

#[test]
fn what_went_out_is_no_step_to_go_back_over() {
    let (mut desk, id) = sample();
    let out = tempfile::tempdir().unwrap();
    finish_form(&mut desk, &id, now());
    let edit = MessageEdit { to: Some(vec!["jobs@example.org".into()]), ..MessageEdit::default() };
    desk.edit_message(&id, &edit, now()).unwrap();
    let last = desk.home(now()).undo;
    assert_eq!(last, Some(Done::EditMessage));
    approve(&mut desk, &id, minute(1));
    desk.pack(&id, out.path(), minute(2)).unwrap();
    let view = desk.mark_sent(&id, None, minute(3)).unwrap();
    assert_eq!((desk.home(now()).undo, view.sent.len()), (last, 1));
    desk.undo().unwrap();
    let view = desk.package(&id, minute(4)).unwrap();
    assert_eq!(view.sent.len(), 1, "the message is another, and what was sent was sent");
    let sent = view.sent[0].id.clone();
    assert!(desk.forget_sent(&id, &sent, minute(5)).unwrap().sent.is_empty());
    let again = desk.forget_sent(&id, &sent, minute(5)).unwrap_err();
    assert_eq!(again.refusal(), Refusal::NotFound);
}
