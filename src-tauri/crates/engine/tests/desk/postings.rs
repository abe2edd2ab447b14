//! Postings that the candidate brings.

use engine::{
    Document, Format, Language, Refusal,
    desk::{
        ApplicationEdit, Begin, Desk, Done, PapersEdit, PostingDraft, PostingEdit, ProfileEdit,
    },
};

use crate::support::{finish_form, form, now, own};

const TEXT: &str = "Research Intern, Storage Systems\n\
    Lakeside Institute\n\n\
    Please send your CV in English (PDF) and a cover letter by e-mail to intern [at] lakeside.example.org.\n\
    The internship lasts at least 3 months. Applications close on 15 April 2026.\n";

fn text<'a>(draft: &'a PostingDraft, name: &str) -> &'a str {
    &draft.facts.iter().find(|it| it.name == name).unwrap().text
}

/// A posting as it is saved for others.
fn toml(desk: &Desk, id: &str) -> String {
    desk.share_posting(id, now()).unwrap().text().unwrap().to_owned()
}

fn edited(draft: &PostingDraft, facts: &[(&str, &str)]) -> PostingEdit {
    let mut edit = PostingEdit {
        facts: draft.facts.clone(),
        materials: draft.materials.clone(),
        one_of: draft.one_of,
        qualifications: draft.qualifications.clone(),
    };
    for (name, text) in facts {
        (*text).clone_into(&mut edit.facts.iter_mut().find(|it| it.name == *name).unwrap().text);
    }
    edit
}

#[test]
fn a_pasted_posting_is_read_kept_and_applied_for() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = own(folder.path());
    let draft = desk.read_posting(TEXT).unwrap();
    assert_eq!(text(&draft, "title"), "Research Intern, Storage Systems");
    assert_eq!(text(&draft, "deadline.date"), "2026-04-15");
    assert_eq!(text(&draft, "duration.min_months"), "3");
    let to = draft.facts.iter().find(|it| it.name == "how_to_apply.email_to").unwrap();
    assert!(to.is_asked, "a hidden address has to be confirmed");
    let quoted = draft.facts.iter().filter(|it| !it.text.is_empty());
    assert!(quoted.clone().count() > 3 && quoted.clone().all(|it| it.quote.is_some()));

    let edit = edited(&draft, &[("how_to_apply.email_to", "intern@lakeside.example.org")]);
    let id = desk.keep_posting(None, Some(TEXT), &edit, now()).unwrap();
    let begin = Begin { posting: Some(id.clone()), form: None, recent: None };
    let application = desk.begin_application(&begin, now()).unwrap();
    let home = desk.home(now());
    let card = home.applications.iter().find(|it| it.id == application).unwrap();
    assert_eq!(card.title, "Research Intern, Storage Systems");
    assert_eq!(card.deadline.unwrap().to_string(), "2026-04-15");
    assert!(home.postings[0].is_own && home.postings[0].by_mail);
    let package = desk.package(&application, now()).unwrap();
    assert_eq!(package.message.unwrap().to, ["intern@lakeside.example.org"]);
    let asked = desk.documents(&application, now()).unwrap().asked;
    assert!(asked.iter().any(|it| it.item == "cv" && it.formats == ["pdf"]));

    // An application is for it, so it stays; without one it goes, and undo brings it back.
    assert!(desk.remove_posting(&id, now()).is_err());
    desk.remove_application(&application, now()).unwrap();
    desk.remove_posting(&id, now()).unwrap();
    assert!(!desk.home(now()).postings[0].is_own);
    assert_eq!(desk.home(now()).undo, Some(Done::EditPosting));
    desk.undo().unwrap();
    assert!(desk.home(now()).postings[0].is_own);
    assert!(toml(&desk, &id).contains("intern@lakeside.example.org"));
}

#[test]
fn what_cannot_be_kept_is_named_and_nothing_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = own(folder.path());
    assert!(desk.read_posting(" \n").is_err());
    let draft = desk.read_posting(TEXT).unwrap();
    for (name, wrong) in [
        ("title", " "),
        ("how_to_apply.email_to", "nobody"),
        ("deadline.date", "April 2026"),
        ("duration.min_months", "three"),
    ] {
        let edit = edited(&draft, &[(name, wrong)]);
        let error = desk.keep_posting(None, Some(TEXT), &edit, now()).unwrap_err();
        assert!(format!("{error:?}").contains(name), "{name}: {error:?}");
    }
    assert!(!desk.home(now()).postings[0].is_own);
}

#[test]
fn a_change_keeps_what_the_dialog_does_not_show() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = own(folder.path());
    let draft = desk.read_posting(TEXT).unwrap();
    let id = desk.keep_posting(None, Some(TEXT), &edited(&draft, &[]), now()).unwrap();
    let before = toml(&desk, &id);
    let again = desk.posting(&id).unwrap();
    let edit = edited(&again, &[("location", "Hangzhou")]);
    assert_eq!(desk.keep_posting(Some(&id), None, &edit, now()).unwrap(), id);
    let after = toml(&desk, &id);
    let without: String = after.lines().filter(|it| !it.starts_with("location")).collect();
    assert_eq!(without, before.lines().collect::<String>());
}

#[test]
fn two_things_under_one_name_are_both_kept() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = own(folder.path());
    let text = "Research Intern\n\nSend your CV in English (if applicable, in Chinese as well) as \
        PDF to intern@lakeside.example.org.\n";
    let draft = desk.read_posting(text).unwrap();
    assert_eq!(draft.materials.iter().filter(|it| it.item == "cv").count(), 1);
    let id = desk.keep_posting(None, Some(text), &edited(&draft, &[]), now()).unwrap();
    let kept = toml(&desk, &id);
    assert_eq!(kept.matches("item = \"cv\"").count(), 2, "{kept}");
    assert!(kept.contains("\"zh\"") && kept.contains("if applicable"), "{kept}");
}

/// Keeps a posting and begins an application for it.
#[track_caller]
fn begun(desk: &mut Desk, text: &str) -> (String, String) {
    let draft = desk.read_posting(text).unwrap();
    let edit = edited(&draft, &[("how_to_apply.email_to", "intern@lakeside.example.org")]);
    let posting = desk.keep_posting(None, Some(text), &edit, now()).unwrap();
    let begin = Begin { posting: Some(posting.clone()), ..Begin::default() };
    (desk.begin_application(&begin, now()).unwrap(), posting)
}

#[track_caller]
fn deadline(desk: &mut Desk, id: &str) -> Option<String> {
    let home = desk.home(now());
    home.applications.iter().find(|it| it.id == id).unwrap().deadline.map(|it| it.to_string())
}

fn typed(day: &str) -> ApplicationEdit {
    ApplicationEdit { deadline: Some(day.to_owned()), ..ApplicationEdit::default() }
}

#[test]
fn a_deadline_that_the_candidate_types_counts_where_the_posting_names_none() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = own(folder.path());
    let (id, _) =
        begun(&mut desk, "Research Intern\nSend your CV to intern@lakeside.example.org.\n");
    assert_eq!(deadline(&mut desk, &id), None);
    desk.edit_application(&id, &typed("2026-02-01"), now()).unwrap();
    assert_eq!(deadline(&mut desk, &id).as_deref(), Some("2026-02-01"));
    let passed = |desk: &mut Desk| {
        let findings = desk.package(&id, now()).unwrap().findings;
        findings.iter().any(|it| it.code == "deadlinePassed")
    };
    assert!(passed(&mut desk));
    desk.edit_application(&id, &typed(""), now()).unwrap();
    assert!(!passed(&mut desk));
}

#[test]
fn a_posting_that_is_corrected_later_reaches_the_applications_under_way() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = own(folder.path());
    let (id, posting) = begun(&mut desk, TEXT);
    let correct = |desk: &mut Desk, day: &str| {
        let draft = desk.posting(&posting).unwrap();
        let edit = edited(&draft, &[("deadline.date", day)]);
        desk.keep_posting(Some(&posting), None, &edit, now()).unwrap();
    };
    // Another title sends the day along as it is shown: that is no choice.
    desk.edit_application(&id, &typed("2026-04-15"), now()).unwrap();
    correct(&mut desk, "2026-04-30");
    assert_eq!(deadline(&mut desk, &id).as_deref(), Some("2026-04-30"));
    desk.edit_application(&id, &typed("2026-04-20"), now()).unwrap();
    correct(&mut desk, "2026-05-30");
    assert_eq!(deadline(&mut desk, &id).as_deref(), Some("2026-04-20"));
    desk.edit_application(&id, &typed(""), now()).unwrap();
    assert_eq!(deadline(&mut desk, &id).as_deref(), Some("2026-05-30"));
}

#[test]
fn how_papers_are_to_be_sent_can_be_put_right() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = own(folder.path());
    let text = "Invented Lab Intern\n\nSend your CV in English and Chinese and a transcript \
        in one single PDF to ann@example.org.";
    let draft = desk.read_posting(text).unwrap();
    assert_eq!(self::text(&draft, "files.packing"), "pdf");
    assert_eq!(self::text(&draft, "cv.languages"), "en, zh");
    let id = desk.keep_posting(None, Some(text), &edited(&draft, &[]), now()).unwrap();
    let untouched = toml(&desk, &id);
    assert!(untouched.contains("single_pdf = true"), "{untouched}");

    let mut edit = edited(&draft, &[("files.packing", "zip"), ("cv.languages", "en")]);
    let transcript = edit.materials.iter_mut().find(|it| it.item == "transcript").unwrap();
    transcript.formats = vec![Format::Pdf, Format::Word];
    desk.keep_posting(Some(&id), None, &edit, now()).unwrap();
    let changed = toml(&desk, &id);
    assert!(changed.contains("zip = true") && !changed.contains("single_pdf"), "{changed}");
    assert_eq!(changed.matches("item = \"cv\"").count(), 1, "{changed}");
    assert!(changed.contains(r#"languages = ["en"]"#), "{changed}");
    let again = desk.posting(&id).unwrap();
    let transcript = again.materials.iter().find(|it| it.item == "transcript").unwrap();
    assert_eq!(transcript.formats, [Format::Pdf, Format::Word]);
    assert_eq!(self::text(&again, "files.packing"), "zip");

    let wrong = edited(&again, &[("cv.languages", "xx")]);
    assert!(desk.keep_posting(Some(&id), None, &wrong, now()).is_err());
}

#[test]
fn a_posting_is_shared_with_its_blank_form_and_nothing_of_the_candidate() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = own(folder.path());
    let name = ProfileEdit::Set { pointer: "/basics/email".into(), value: "wq@example.org".into() };
    desk.edit_profile(&[name], now()).unwrap();
    let text = "Invented Lab Intern\n\nSend the form and your CV to ann@example.org.";
    let draft = desk.read_posting(text).unwrap();
    let edit = PostingEdit {
        facts: draft.facts,
        materials: draft.materials,
        one_of: false,
        qualifications: Vec::new(),
    };
    let id = desk.keep_posting(None, Some(text), &edit, now()).unwrap();
    let alone = desk.share_posting(&id, now()).unwrap();
    assert_eq!(alone.name(), "posting.toml");

    let blank = form();
    let begin = Begin { posting: Some(id.clone()), form: Some(blank.clone()), ..Begin::default() };
    let application = desk.begin_application(&begin, now()).unwrap();
    finish_form(&mut desk, &application, now());
    let shared = desk.share_posting(&id, now()).unwrap();
    assert_eq!(shared.name(), "Invented Lab Intern.zip");

    // Somebody else takes it in, and begins with the form as it was downloaded.
    let there = tempfile::tempdir().unwrap();
    let mut other = own(there.path());
    for (file, has_form) in [(&shared, true), (&alone, false)] {
        let taken = other.take_posting(file, now()).unwrap();
        let home = other.home(now());
        let card = home.postings.iter().find(|it| it.id == taken).unwrap();
        assert_eq!((card.title.as_str(), card.has_form), ("Invented Lab Intern", has_form));
        assert!(card.is_own && card.by_mail);
        let begin = Begin { posting: Some(taken), ..Begin::default() };
        let application = other.begin_application(&begin, now()).unwrap();
        let view = other.form(&application, now()).unwrap();
        assert_eq!(view.is_some(), has_form);
        assert!(view.iter().all(|it| !it.is_our_edition && it.name == blank.name()));
        let said = view.iter().flat_map(|it| &it.fields).any(|it| it.shown.contains("wq@"));
        assert!(!said, "nothing of who shared it");
    }
    for (name, bytes) in [("form.docx", blank.bytes), ("x.zip", b"PK\x03\x04".to_vec())] {
        let refused = other.take_posting(&Document::named(name, bytes), now()).unwrap_err();
        assert_eq!(refused.refusal(), Refusal::Invalid, "{refused}");
    }
}

#[test]
fn the_language_is_the_postings_until_the_candidate_chooses_another() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = own(folder.path());
    let text = TEXT.replace("Storage Systems", "Storage Systems (存储系统)");
    let (id, _) = begun(&mut desk, &text);
    let subject = |desk: &mut Desk| desk.package(&id, now()).unwrap().message.unwrap().subject;
    assert!(subject(&mut desk).starts_with("Application for"), "{}", subject(&mut desk));
    let zh = PapersEdit { language: Some(Language::Zh), ..PapersEdit::default() };
    let package = desk.edit_papers(&id, zh, now()).unwrap();
    assert_eq!(package.papers.language, Language::Zh);
    assert!(subject(&mut desk).starts_with("申请"), "{}", subject(&mut desk));
    drop(desk);
    let mut desk = own(folder.path());
    assert_eq!(desk.package(&id, now()).unwrap().papers.language, Language::Zh, "it is kept");
}

#[test]
fn limits_are_read_looked_over_and_kept() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = own(folder.path());
    let said = "Invented Lab Intern\n\nSend your CV (at most 2 pages) to ann@example.org. \
        The total size of attachments must not exceed 5 MB.";
    let draft = desk.read_posting(said).unwrap();
    let read = |name: &str| text(&draft, name).to_owned();
    assert_eq!((read("cv.max_pages"), read("files.max_total_mb")), ("2".into(), "5".into()));
    let facts = [
        ("cv.max_pages", "3"),
        ("duration.min_weeks", "10"),
        ("deadline.first", "1 March 2026"),
        ("deadline.date", "2026-04-01"),
    ];
    let id = desk.keep_posting(None, Some(said), &edited(&draft, &facts), now()).unwrap();
    let kept = toml(&desk, &id);
    for line in ["max_pages = 3", "max_total_mb = 5", "min_weeks = 10", "first = \"2026-03-01\""] {
        assert!(kept.contains(line), "{line}: {kept}");
    }
    let again = desk.posting(&id).unwrap();
    assert_eq!(text(&again, "deadline.first"), "2026-03-01");
    let wrong = edited(&again, &[("files.max_total_mb", "five")]);
    let refused = desk.keep_posting(Some(&id), None, &wrong, now()).unwrap_err();
    assert_eq!(refused.subject().as_deref(), Some("files.max_total_mb"));
}
