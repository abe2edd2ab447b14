//! The same form again: filled as it was left, and nothing sensitive with it.

use std::fmt::Write as _;

use engine::{
    Document,
    desk::{Begin, Desk, FormView, GivenAnswer, ProfileEdit, SourceView, Status, Sure},
};

use crate::support::{field, form_asking, minute, now, own, reopened};

const QUESTION: &str = "Favourite beverage";

fn text(words: &str) -> GivenAnswer {
    GivenAnswer::Text(words.to_owned())
}

#[track_caller]
fn begin(desk: &mut Desk, form: Document) -> (String, FormView) {
    let begin = Begin { form: Some(form), ..Begin::default() };
    let id = desk.begin_application(&begin, minute(30)).unwrap();
    let view = desk.form(&id, now()).unwrap().unwrap();
    (id, view)
}

#[track_caller]
fn answer(desk: &mut Desk, id: &str, label: &str, answer: &GivenAnswer) {
    let view = desk.form(id, now()).unwrap().unwrap();
    let place = field(&view, label).id.clone();
    desk.answer(id, &place, answer, now()).unwrap();
}

/// The same form as Word would save it again: other runs, other revisions.
fn saved_again(form: &Document) -> Document {
    let package = ooxml::Package::open(form.bytes.clone()).unwrap();
    let main = package.main_part().clone();
    let mut source = package.tree(&main).unwrap().source().to_owned();
    let halves = "Favourite </w:t></w:r><w:proofErr w:type=\"spellStart\"/><w:r><w:t>bever";
    source =
        source.replace("Favourite bever", &halves.replace("<w:t>", "<w:t xml:space=\"preserve\">"));
    source = source.replace("<w:t>Favourite ", "<w:t xml:space=\"preserve\">Favourite ");
    let mut numbered = String::new();
    for (number, piece) in source.split("<w:p>").enumerate() {
        if number > 0 {
            let _ = write!(numbered, "<w:p w:rsidR=\"{number:08X}\">");
        }
        numbered += piece;
    }
    let mut changes = ooxml::Changes::new();
    changes.replace(&main, numbered);
    Document::named("their form (2).docx", package.save(&changes).unwrap())
}

#[test]
fn a_form_that_comes_again_is_filled_as_it_was_left() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = own(folder.path());
    let mail = ProfileEdit::Set { pointer: "/basics/email".into(), value: "a@example.com".into() };
    desk.edit_profile(&[mail], now()).unwrap();
    let form = form_asking("their form.docx", &[QUESTION, "E-mail", "Nationality"]);
    let (first, view) = begin(&mut desk, form.clone());
    assert_eq!(field(&view, "E-mail").shown, "a@example.com");
    answer(&mut desk, &first, QUESTION, &text("Tea"));
    answer(&mut desk, &first, "E-mail", &text("b@example.com"));
    answer(&mut desk, &first, "Nationality", &GivenAnswer::Blank);

    drop(desk);
    let mut desk = reopened(folder.path());
    let (_, view) = begin(&mut desk, saved_again(&form));
    for (label, words) in [(QUESTION, "Tea"), ("E-mail", "b@example.com")] {
        let again = field(&view, label);
        assert_eq!((again.shown.as_str(), again.status), (words, Status::Filled));
        assert_eq!((&again.source, again.sure), (&Some(SourceView::LastTime), Sure::Check));
    }
    assert_eq!(field(&view, "Nationality").status, Status::Left);
}

#[test]
fn filling_as_last_time_is_a_step_that_can_be_undone() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = own(folder.path());
    let form = form_asking("one.docx", &[QUESTION]);
    let (first, _) = begin(&mut desk, form.clone());
    answer(&mut desk, &first, QUESTION, &text("Tea"));
    let (second, view) = begin(&mut desk, form.clone());
    assert_eq!(field(&view, QUESTION).shown, "Tea");
    desk.undo().unwrap();
    let view = desk.form(&second, now()).unwrap().unwrap();
    assert_eq!(field(&view, QUESTION).status, Status::Unknown);
    desk.redo().unwrap();
    let view = desk.form(&second, now()).unwrap().unwrap();
    assert_eq!(field(&view, QUESTION).shown, "Tea");

    answer(&mut desk, &second, QUESTION, &text("Coffee"));
    let view = desk.form(&second, now()).unwrap().unwrap();
    assert_eq!(field(&view, QUESTION).source, Some(SourceView::Candidate), "it is theirs again");
    let (third, view) = begin(&mut desk, form.clone());
    assert_eq!(field(&view, QUESTION).shown, "Coffee", "as it was left the last time");
    answer(&mut desk, &third, QUESTION, &GivenAnswer::Undecided);
    let (_, view) = begin(&mut desk, form);
    assert_ne!(field(&view, QUESTION).status, Status::Filled);
}

#[test]
fn nothing_sensitive_comes_again_by_itself() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = own(folder.path());
    let born = ProfileEdit::Set { pointer: "/basics/birthDate".into(), value: "2001-04-09".into() };
    desk.edit_profile(&[born], now()).unwrap();
    let form = form_asking("one.docx", &["Date of birth", "Passport number", QUESTION]);
    let (first, _) = begin(&mut desk, form.clone());
    desk.release(&first, &["birthDate".into()], true, now()).unwrap();
    answer(&mut desk, &first, "Passport number", &text("EX0000042"));
    answer(&mut desk, &first, QUESTION, &text("Tea"));
    let (_, view) = begin(&mut desk, form);
    assert_eq!(field(&view, "Date of birth").status, Status::Held, "released for one alone");
    let passport = field(&view, "Passport number");
    assert_eq!((passport.status, passport.shown.as_str()), (Status::NoFact, ""));
    assert_eq!(field(&view, QUESTION).shown, "Tea");
}

#[test]
fn a_form_that_asks_something_else_is_not_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = own(folder.path());
    let (first, _) = begin(&mut desk, form_asking("one.docx", &[QUESTION]));
    answer(&mut desk, &first, QUESTION, &text("Tea"));
    let (_, view) = begin(&mut desk, form_asking("one.docx", &[QUESTION, "Shoe colour"]));
    let asked = field(&view, QUESTION);
    assert_eq!((asked.status, asked.shown.as_str()), (Status::Unknown, ""));
    assert_eq!(asked.remembered.as_ref().unwrap().shown, "Tea", "offered, as in any other form");
}

#[test]
fn a_question_is_known_by_its_words_whatever_is_printed_around_them() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = own(folder.path());
    let (first, view) = begin(&mut desk, form_asking("one.docx", &["3. Favourite beverage *"]));
    let asked = view.fields.iter().find(|it| it.label.contains("beverage")).unwrap();
    desk.answer(&first, &asked.id.clone(), &text("Tea"), now()).unwrap();
    let (_, view) = begin(&mut desk, form_asking("two.docx", &["FAVOURITE  BEVERAGE"]));
    let asked = view.fields.iter().find(|it| it.label.contains("BEVERAGE")).unwrap();
    assert_eq!(asked.remembered.as_ref().map(|it| it.shown.as_str()), Some("Tea"));
}

#[test]
fn a_secret_that_was_typed_into_an_unknown_field_does_not_come_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = own(folder.path());
    let id = ProfileEdit::Set { pointer: "/basics/birthDate".into(), value: "2001-04-09".into() };
    desk.edit_profile(&[id], now()).unwrap();
    let unknown = ["Paper token", "Lucky moment", QUESTION];
    let form = form_asking("one.docx", &unknown);
    let (first, view) = begin(&mut desk, form.clone());
    for label in unknown {
        assert_eq!(field(&view, label).status, Status::Unknown, "{label}");
    }
    for (label, words) in unknown.into_iter().zip(["E12345678", "9 April 2001", "Tea"]) {
        answer(&mut desk, &first, label, &text(words));
    }
    let (_, view) = begin(&mut desk, form);
    assert_eq!(field(&view, QUESTION).shown, "Tea");
    for label in ["Paper token", "Lucky moment"] {
        let again = field(&view, label);
        assert_eq!((again.shown.as_str(), again.status), ("", Status::Unknown), "{label}");
    }
    let (_, view) = begin(&mut desk, form_asking("two.docx", &["Paper token", "Shoe colour"]));
    assert!(field(&view, "Paper token").remembered.is_none());
}

#[test]
fn two_forms_of_one_name_are_both_listed_as_opened() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = own(folder.path());
    begin(&mut desk, form_asking("application_form.docx", &[QUESTION]));
    begin(&mut desk, form_asking("application_form.docx", &["Shoe colour"]));
    let names = |desk: &mut Desk| -> Vec<_> {
        desk.home(now()).recent.into_iter().map(|it| it.name).collect()
    };
    assert_eq!(names(&mut desk), ["application_form.docx"; 2]);
    begin(&mut desk, form_asking("form (2).docx", &[QUESTION]));
    let once = ["form (2).docx", "application_form.docx"];
    assert_eq!(names(&mut desk), once, "the same file is there once");
}
