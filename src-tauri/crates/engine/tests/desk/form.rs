//! The form: what is put in, answered, remembered, held back and approved.

use engine::{
    Refusal,
    desk::{AnswerView, Begin, Desk, FormView, GivenAnswer, NoteCode, SourceView, Status, Sure},
};

use crate::support::{approve, field, form, form_asking, form_with, minute, now, own, sample};

const QUESTION: &str = "Favourite beverage";

fn text(words: &str) -> GivenAnswer {
    GivenAnswer::Text(words.to_owned())
}

#[track_caller]
fn begin(desk: &mut Desk, form: engine::Document) -> (String, FormView) {
    let id = desk.begin_application(&Begin { form: Some(form), ..Begin::default() }, now());
    let id = id.unwrap();
    let view = desk.form(&id, now()).unwrap().unwrap();
    (id, view)
}

#[test]
fn what_the_profile_says_is_put_in_and_says_where_from() {
    let (mut desk, id) = sample();
    let view = desk.form(&id, now()).unwrap().unwrap();
    assert!(view.is_our_edition && !view.is_approved && view.report.is_none());
    let total = view.counts;
    let counted = total.filled + total.check + total.held + total.open + total.left;
    assert_eq!(counted as usize, view.fields.len());
    assert!(total.filled > 5, "{total:?}");
    for it in view.fields.iter().filter(|it| it.status == Status::Filled) {
        assert!(it.answer.is_some() && it.source.is_some() && it.because.is_none(), "{it:?}");
    }
    for it in view.fields.iter().filter(|it| it.status != Status::Filled) {
        assert!(it.because.is_some(), "{it:?}");
    }
}

#[test]
fn a_table_with_too_few_rows_is_to_be_checked_and_says_so() {
    let cell = |words: &str| format!("<w:tc><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>");
    let row = |words: [&str; 3]| format!("<w:tr>{}</w:tr>", words.map(cell).concat());
    let header = row(["School", "Major", "Start date"]);
    let table = format!(
        "<w:p><w:r><w:t>Education</w:t></w:r></w:p><w:tbl>{header}{}</w:tbl>",
        row([""; 3]).repeat(2)
    );
    let (mut desk, _) = sample();
    let (_, view) = begin(&mut desk, form_with("few.docx", &table));
    let rows = view.fields.iter().find(|it| it.columns.len() == 3 && it.rows == 2).unwrap();
    assert_eq!((rows.status, rows.sure), (Status::Filled, Sure::Check));
    let [note] = rows.notes.as_slice() else { panic!("{:?}", rows.notes) };
    assert_eq!(note.code, NoteCode::TooFewRows);
    assert!(note.numbers[0] == 2 && note.numbers[1] > 0, "{:?}", note.numbers);
}

#[test]
fn an_answer_of_ones_own_wins_and_goes_again() {
    let (mut desk, id) = sample();
    let view = desk.form(&id, now()).unwrap().unwrap();
    let filled = |it: &&engine::desk::FieldView| {
        matches!(it.answer, Some(AnswerView::Text(_))) && it.status == Status::Filled
    };
    let before = view.fields.iter().find(filled).unwrap().clone();
    let view = desk.answer(&id, &before.id, &text("In my own words"), now()).unwrap();
    let after = view.fields.iter().find(|it| it.id == before.id).unwrap();
    assert_eq!((after.shown.as_str(), after.sure), ("In my own words", Sure::Sure));
    assert_eq!(after.source, Some(SourceView::Candidate));
    let view = desk.answer(&id, &before.id, &GivenAnswer::Blank, now()).unwrap();
    let left = view.fields.iter().find(|it| it.id == before.id).unwrap();
    assert_eq!(left.status, Status::Left);
    let view = desk.answer(&id, &before.id, &GivenAnswer::Undecided, now()).unwrap();
    let again = view.fields.iter().find(|it| it.id == before.id).unwrap();
    assert_eq!((&again.shown, again.status), (&before.shown, before.status));
}

#[test]
fn what_a_field_cannot_take_is_refused_by_its_label() {
    let (mut desk, id) = sample();
    let view = desk.form(&id, now()).unwrap().unwrap();
    let rows = view.fields.iter().find(|it| !it.columns.is_empty());
    let asked =
        rows.unwrap_or_else(|| view.fields.iter().find(|it| !it.options.is_empty()).unwrap());
    let error = desk.answer(&id, &asked.id, &GivenAnswer::Options(vec![99]), now()).unwrap_err();
    assert_eq!(error.refusal(), Refusal::Invalid);
    assert_eq!(error.subject().as_ref(), Some(&asked.label));
    let gone = desk.answer(&id, "no such field", &GivenAnswer::Blank, now()).unwrap_err();
    assert_eq!(gone.refusal(), Refusal::NotFound);
}

#[test]
fn sensitive_facts_wait_for_their_release_and_come_back_again() {
    let (mut desk, id) = sample();
    let asking = form_asking("form.docx", &["Date of birth"]);
    let view = desk.set_form(&id, &asking, now()).unwrap();
    let held = field(&view, "Date of birth");
    assert_eq!(
        (held.status, held.sensitive.as_slice()),
        (Status::Held, &["birthDate".to_owned()][..])
    );
    let born = held.shown.clone();
    assert!(born.contains("2001"), "the candidate sees what waits: {born}");
    assert!(!held.is_released && !pages(&mut desk, &id).contains(&born));
    let view = desk.release(&id, &["birthDate".into()], true, now()).unwrap();
    let released = field(&view, "Date of birth");
    assert_eq!((released.status, released.is_released), (Status::Filled, true));
    assert!(pages(&mut desk, &id).contains(&born));
    let view = desk.release(&id, &["birthDate".into()], false, now()).unwrap();
    assert_eq!(field(&view, "Date of birth").status, Status::Held);
}

/// The text of the pages' main part.
fn pages(desk: &mut Desk, id: &str) -> String {
    let package = ooxml::Package::open(desk.form_pages(id, now()).unwrap()).unwrap();
    package.tree(&package.main_part().clone()).unwrap().source().to_owned()
}

#[test]
fn the_pages_carry_a_mark_at_every_blank() {
    let (mut desk, id) = sample();
    let view = desk.form(&id, now()).unwrap().unwrap();
    let pages = pages(&mut desk, &id);
    let marked = view.fields.iter().filter(|it| pages.contains(&format!("blank.{}.", it.id)));
    assert!(marked.count() * 10 > view.fields.len() * 8);
    let again = desk.form(&id, now()).unwrap().unwrap();
    assert_eq!(view.revision, again.revision);
}

#[test]
fn an_answer_to_an_unknown_question_is_offered_to_the_next_form() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = own(folder.path());
    let (first, view) = begin(&mut desk, form_asking("one.docx", &[QUESTION]));
    let asked = field(&view, QUESTION);
    assert_eq!((asked.status, asked.remembered.is_some()), (Status::Unknown, false));
    desk.answer(&first, &asked.id.clone(), &text("Tea"), now()).unwrap();

    let (second, view) = begin(&mut desk, form_asking("two.docx", &["Shoe colour", QUESTION]));
    let asked = field(&view, QUESTION).clone();
    let remembered = asked.remembered.as_ref().unwrap();
    assert_eq!((remembered.shown.as_str(), remembered.form.as_str()), ("Tea", "one.docx"));
    assert_eq!((asked.status, asked.shown.as_str()), (Status::Unknown, ""), "never by itself");
    let view = desk.answer(&second, &asked.id, &GivenAnswer::Remembered, now()).unwrap();
    let taken = field(&view, QUESTION);
    assert_eq!((taken.shown.as_str(), &taken.source), ("Tea", &Some(SourceView::Remembered)));
    let colour = field(&view, "Shoe colour").id.clone();
    let nothing = desk.answer(&second, &colour, &GivenAnswer::Remembered, now()).unwrap_err();
    assert_eq!(nothing.refusal(), Refusal::NotFound);
    // Taken back where it was given, it is forgotten.
    let place = view_field(&mut desk, &first);
    desk.answer(&first, &place, &GivenAnswer::Undecided, now()).unwrap();
    let (_, view) = begin(&mut desk, form_asking("three.docx", &[QUESTION]));
    assert!(field(&view, QUESTION).remembered.is_none());
}

fn view_field(desk: &mut Desk, id: &str) -> String {
    field(&desk.form(id, now()).unwrap().unwrap(), QUESTION).id.clone()
}

#[test]
fn what_is_remembered_can_be_looked_through_and_forgotten() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = own(folder.path());
    let (first, view) = begin(&mut desk, form_asking("one.docx", &[QUESTION, "Shoe colour"]));
    for (question, words) in [(QUESTION, "Tea"), ("Shoe colour", "Red")] {
        let id = field(&view, question).id.clone();
        desk.answer(&first, &id, &text(words), now()).unwrap();
    }
    let memory = desk.memory().unwrap();
    let shown: Vec<&str> = memory.answers.iter().map(|it| it.answer.shown.as_str()).collect();
    assert_eq!((shown, memory.forms), (vec!["Red", "Tea"], 1));
    assert_eq!(memory.answers[1].question, QUESTION);

    let tea = memory.answers[1].id.clone();
    assert_eq!(desk.forget(Some(&tea), now()).unwrap().answers.len(), 1);
    assert_eq!(desk.forget(Some(&tea), now()).unwrap_err().refusal(), Refusal::NotFound);
    let (_, view) = begin(&mut desk, form_asking("two.docx", &["Hat size", QUESTION]));
    assert!(field(&view, QUESTION).remembered.is_none());

    let nothing = desk.forget(None, minute(5)).unwrap();
    assert_eq!((nothing.answers.len(), nothing.forms), (0, 0));
    desk.undo().unwrap();
    assert_eq!(desk.memory().unwrap().answers.len(), 1);
    // What an application already has stays in it.
    let view = desk.form(&first, now()).unwrap().unwrap();
    assert_eq!(field(&view, QUESTION).shown, "Tea");
}

#[test]
fn an_answer_to_a_sensitive_question_is_not_remembered() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = own(folder.path());
    let (first, view) = begin(&mut desk, form_asking("one.docx", &["Date of birth"]));
    let asked = field(&view, "Date of birth");
    assert_eq!(asked.status, Status::NoFact);
    desk.answer(&first, &asked.id.clone(), &text("2001-04-09"), now()).unwrap();
    let (_, view) = begin(&mut desk, form_asking("two.docx", &["Date of birth"]));
    assert!(field(&view, "Date of birth").remembered.is_none());
}

#[test]
fn another_edition_of_the_form_keeps_the_answers() {
    let (mut desk, id) = sample();
    desk.set_form(&id, &form_asking("one.docx", &[QUESTION]), now()).unwrap();
    let view = desk.form(&id, now()).unwrap().unwrap();
    let place = field(&view, QUESTION).id.clone();
    desk.answer(&id, &place, &text("Tea"), now()).unwrap();
    let other = form_asking("other.docx", &["Shoe colour", "Shoe size", QUESTION]);
    let view = desk.set_form(&id, &other, now()).unwrap();
    let moved = field(&view, QUESTION);
    assert_ne!(moved.id, place);
    assert_eq!((moved.shown.as_str(), moved.status), ("Tea", Status::Filled));
    assert_ne!(field(&view, "Shoe colour").status, Status::Filled);
    let view = desk.set_form(&id, &form(), now()).unwrap();
    assert!(view.fields.iter().all(|it| it.shown != "Tea"));
    assert!(!view.is_our_edition);
}

#[test]
fn an_answer_can_go_into_the_profile_and_comes_from_there() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = own(folder.path());
    let (id, view) = begin(&mut desk, form_asking("one.docx", &["E-mail", "Nationality"]));
    let mail = field(&view, "E-mail").clone();
    assert_eq!(mail.profile_slot.as_deref(), Some("/basics/email"));
    assert_eq!(desk.save_to_profile(&id, &mail.id, now()).unwrap_err().refusal(), Refusal::Invalid);
    desk.answer(&id, &mail.id, &text("ruoxi.lin@example.edu"), now()).unwrap();
    let view = desk.save_to_profile(&id, &mail.id, now()).unwrap();
    let saved = field(&view, "E-mail");
    assert!(
        matches!(&saved.source, Some(SourceView::Profile { pointers, .. }) if *pointers == ["/basics/email"])
    );
    let nationality = field(&view, "Nationality").clone();
    assert_eq!(nationality.profile_slot.as_deref(), Some("/basics/nationality/en"));
    desk.answer(&id, &nationality.id, &text("Chinese"), now()).unwrap();
    desk.save_to_profile(&id, &nationality.id, now()).unwrap();
    let facts = desk.profile(now()).unwrap().facts;
    assert_eq!(facts.pointer("/basics/nationality/en").unwrap(), "Chinese");
    assert_eq!(facts.pointer("/basics/email").unwrap(), "ruoxi.lin@example.edu");
}

#[test]
fn an_approval_holds_for_the_answers_as_they_were() {
    let (mut desk, id) = sample();
    desk.set_form(&id, &form_asking("one.docx", &[QUESTION]), now()).unwrap();
    let view = approve(&mut desk, &id, now());
    let place = field(&view, QUESTION).id.clone();
    let approved = desk.approved_form(&id, now()).unwrap();
    assert!(ooxml::Package::open(approved.bytes.clone()).is_ok());
    let report = view.report.unwrap();
    assert_eq!(report.written.len() + report.blank.len(), view.fields.len());
    assert!(report.blank.iter().all(|it| it.because.is_some() && it.shown.is_none()));

    let view = desk.answer(&id, &place, &text("Tea"), minute(1)).unwrap();
    assert!(!view.is_approved && view.report.is_some());
    assert_eq!(desk.approved_form(&id, now()).unwrap_err().refusal(), Refusal::Invalid);
    // Back to what was approved: it is approved.
    let view = desk.answer(&id, &place, &GivenAnswer::Undecided, minute(2)).unwrap();
    assert!(view.is_approved);
    desk.undo().unwrap();
    assert!(!desk.form(&id, now()).unwrap().unwrap().is_approved);
    desk.undo().unwrap();
    assert!(desk.form(&id, now()).unwrap().unwrap().is_approved);
    // The day alone changes nothing.
    let tomorrow = now().checked_add(engine::jiff::ToSpan::days(1)).unwrap();
    assert!(desk.form(&id, tomorrow).unwrap().unwrap().is_approved);
    // A fact that stands in it does.
    let edit = engine::desk::ProfileEdit::Set {
        pointer: "/basics/email".into(),
        value: "lin@example.org".into(),
    };
    let seen = desk.form(&id, now()).unwrap().unwrap().revision;
    desk.edit_profile(&[edit], now()).unwrap();
    assert!(!desk.form(&id, now()).unwrap().unwrap().is_approved);
    // What was looked at is approved, and nothing else.
    assert_eq!(desk.approve(&id, seen, now()).unwrap_err().refusal(), Refusal::Changed);
    approve(&mut desk, &id, now());
}
