//! From a posting to a package that was sent.

use std::path::Path;

use engine::{
    Refusal,
    desk::{ApplicationEdit, Begin, Desk, DocumentRole, Fix, MessageEdit, PackageView, Stand},
};

use crate::support::{finish_form, form, minute, now, own, sample, sample_file};

#[track_caller]
fn codes(package: &PackageView) -> Vec<&str> {
    package.findings.iter().map(|it| it.code.as_str()).collect()
}

fn files(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<_> =
        entries.map(|it| it.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn the_sample_candidate_gets_from_a_posting_to_a_package() {
    let (mut desk, id) = sample();
    let out = tempfile::tempdir().unwrap();

    let package = desk.package(&id, now()).unwrap();
    assert!(!package.is_ready);
    assert!(codes(&package).contains(&"notApproved"), "{:?}", codes(&package));
    let refused = desk.pack(&id, out.path(), now()).unwrap_err();
    assert_eq!(refused.refusal(), Refusal::NotReady);
    assert_eq!(files(out.path()), [""; 0]);
    let card = desk.home(now()).applications.remove(0);
    assert_eq!((card.state, card.documents, card.is_approved), (Stand::Draft, 2, false));
    assert!(card.missing.contains(&"notApproved".to_owned()), "{:?}", card.missing);

    finish_form(&mut desk, &id, now());
    let to = MessageEdit { to: Some(vec!["lab@example.com".into()]), ..MessageEdit::default() };
    let package = desk.edit_message(&id, &to, now()).unwrap();
    assert!(package.is_ready, "{:?}", codes(&package));
    let message = package.message.unwrap();
    assert!(message.must.iter().all(|it| it.is_there) && !message.must.is_empty());
    assert!(!message.is_edited);

    let package = desk.pack(&id, out.path(), minute(1)).unwrap();
    let made = package.made.unwrap();
    assert!(made.is_there && !made.is_stale && made.has_draft);
    let folder = desk.folder_path(&id).unwrap();
    assert_eq!(files(&folder).len(), made.files.len());
    let approved = desk.approved_form(&id, minute(1)).unwrap();
    assert_eq!(std::fs::read(folder.join(approved.name())).unwrap(), approved.bytes);
    assert!(desk.draft_path(&id).unwrap().is_file());
    assert!(desk.zip(&id).unwrap().bytes.starts_with(b"PK"));
    assert_eq!(desk.file_path(&id, &approved.name()).unwrap(), folder.join(approved.name()));
    for not_ours in ["nothing.pdf", "../vault.age", ".", ""] {
        assert_eq!(desk.file_path(&id, not_ours).unwrap_err().refusal(), Refusal::NotFound);
    }
    assert_eq!(desk.home(now()).applications[0].state, Stand::Packed);

    let package = desk.mark_sent(&id, None, minute(2)).unwrap();
    let sent = &package.sent[0];
    assert_eq!(
        (sent.to.as_slice(), sent.files.len()),
        (&["lab@example.com".to_owned()][..], made.files.len())
    );
    let card = desk.home(now()).applications.remove(0);
    assert_eq!((card.state, card.sent), (Stand::Sent, Some(minute(2))));
    // What was sent stays known, wherever the folder goes.
    std::fs::remove_dir_all(&folder).unwrap();
    let zip = desk.sent_zip(&id, &sent.id).unwrap();
    assert!(zip.bytes.starts_with(b"PK"));
    assert_eq!(zip.path.extension().unwrap(), "zip");
    assert!(!desk.package(&id, now()).unwrap().made.unwrap().is_there);
    assert_eq!(desk.folder_path(&id).unwrap_err().refusal(), Refusal::NotFound);
}

#[test]
fn what_changes_after_packing_makes_the_package_stale() {
    let (mut desk, id) = sample();
    let out = tempfile::tempdir().unwrap();
    finish_form(&mut desk, &id, now());
    let package = desk.pack(&id, out.path(), now()).unwrap();
    assert!(!package.made.unwrap().is_stale);
    let subject = MessageEdit { subject: Some("Hello".into()), ..MessageEdit::default() };
    let package = desk.edit_message(&id, &subject, now()).unwrap();
    assert!(package.made.as_ref().unwrap().is_stale);
    assert!(!codes(&package).contains(&"notApproved"), "the form is another matter");
    let reset = MessageEdit { reset: Some(true), ..MessageEdit::default() };
    assert!(!desk.edit_message(&id, &reset, now()).unwrap().made.unwrap().is_stale);
    let first = desk.documents(&id, now()).unwrap().documents[0].id.clone();
    desk.remove_document(&id, &first, now()).unwrap();
    assert!(desk.package(&id, now()).unwrap().made.unwrap().is_stale);
}

#[test]
fn a_file_that_was_changed_on_the_disk_is_not_what_was_packed() {
    let (mut desk, id) = sample();
    let out = tempfile::tempdir().unwrap();
    finish_form(&mut desk, &id, now());
    desk.pack(&id, out.path(), now()).unwrap();
    let form = desk.approved_form(&id, now()).unwrap().name();
    let attached = desk.folder_path(&id).unwrap().join(&form);
    vault::store::replace(&attached, b"other words").unwrap();
    let error = desk.mark_sent(&id, None, now()).unwrap_err();
    assert_eq!((error.refusal(), error.subject()), (Refusal::Invalid, Some(form)));
    std::fs::remove_file(&attached).unwrap();
    // Nor can it be had from the zip.
    let zip = files(out.path()).into_iter().find(|it| it.contains(".zip")).unwrap();
    std::fs::remove_file(out.path().join(zip)).unwrap();
    assert_eq!(desk.mark_sent(&id, None, now()).unwrap_err().refusal(), Refusal::NotFound);
    assert!(desk.package(&id, now()).unwrap().sent.is_empty());
}

#[test]
fn what_only_stays_in_the_folder_can_be_changed_and_the_folder_tidied() {
    let (mut desk, id) = sample();
    let out = tempfile::tempdir().unwrap();
    finish_form(&mut desk, &id, now());
    let made = desk.pack(&id, out.path(), now()).unwrap().made.unwrap();
    let folder = desk.folder_path(&id).unwrap();
    vault::store::replace(&folder.join("note.txt"), b"other words").unwrap();
    std::fs::remove_file(folder.join("manifest.json")).unwrap();
    let to = ["Lab <lab@example.com>".to_owned(), " ".to_owned()];
    let sent = desk.mark_sent(&id, Some(&to), now()).unwrap().sent.remove(0);
    assert_eq!(sent.lost, ["note.txt", "manifest.json"]);
    assert_eq!(sent.to, to[..1]);
    assert_eq!(sent.files.len(), made.files.len() - 2);

    // The folder goes; the zip has what was attached.
    std::fs::remove_dir_all(&folder).unwrap();
    let sent = desk.mark_sent(&id, None, now()).unwrap().sent.remove(0);
    let names: Vec<_> = sent.files.iter().map(|it| &it.name).collect();
    let attached: Vec<_> = made.files.iter().filter(|it| !it.stays).map(|it| &it.name).collect();
    assert_eq!(names, attached);
    assert!(desk.sent_zip(&id, &sent.id).unwrap().bytes.starts_with(b"PK"));
}

#[test]
fn own_words_must_still_say_what_the_posting_wants() {
    let (mut desk, id) = sample();
    let edit = MessageEdit {
        subject: Some("Hello".into()),
        body: Some("Hi.".into()),
        ..MessageEdit::default()
    };
    let package = desk.edit_message(&id, &edit, now()).unwrap();
    let message = package.message.as_ref().unwrap();
    assert!(message.is_edited && message.must.iter().any(|it| !it.is_there));
    let found = package.findings.iter().find(|it| it.code == "phraseMissing").unwrap();
    assert_eq!((found.fix.as_ref(), found.stops), (Some(&Fix::Subject), false));
    assert_eq!(found.about, [message.must[0].words.clone()]);
}

#[test]
fn an_address_that_is_none_stops_the_package() {
    let (mut desk, id) = sample();
    let to = MessageEdit { to: Some(vec!["nobody".into()]), ..MessageEdit::default() };
    let package = desk.edit_message(&id, &to, now()).unwrap();
    let found = package.findings.iter().find(|it| it.code == "recipientMalformed").unwrap();
    assert!(found.stops && found.fix == Some(Fix::Recipient) && found.about == ["nobody"]);
}

#[test]
fn documents_come_in_order_under_their_names_and_roles() {
    let (mut desk, id) = sample();
    let view = desk.documents(&id, now()).unwrap();
    assert!(view.asked.iter().filter(|it| it.required).all(|it| it.is_there));
    assert_eq!(view.documents[0].languages, ["en"]);
    assert_eq!(view.documents[1].languages, ["zh"]);
    let letter = engine::Document::named("letter.txt", b"Dear all, I would like to come.".to_vec());
    let view = desk.add_documents(&id, DocumentRole::Letter, &[letter], now()).unwrap();
    let added = view.documents[2].clone();
    assert_eq!((added.sent_as.as_str(), added.format.as_str()), ("letter.txt", "text"));
    let view = desk.move_document(&id, &added.id, 0, now()).unwrap();
    assert_eq!(view.documents[0].id, added.id);
    let view = desk.set_document_role(&id, &added.id, DocumentRole::Transcript, now()).unwrap();
    assert_eq!(view.documents[0].role, DocumentRole::Transcript);
    let kept = desk.document(&id, &added.id).unwrap();
    assert_eq!(desk.reader().text(&kept).unwrap().trim(), "Dear all, I would like to come.");
    assert_eq!(kept.bytes.len(), added.bytes);
    let view = desk.remove_document(&id, &added.id, now()).unwrap();
    assert_eq!(view.documents.len(), 2);
    let gone = desk.remove_document(&id, &added.id, now()).unwrap_err();
    assert_eq!(gone.refusal(), Refusal::NotFound);
}

#[test]
fn a_cv_that_nobody_can_read_stops_the_package_by_its_name() {
    let (mut desk, id) = sample();
    let broken = engine::Document::named("cv.pdf", b"%PDF-1.7 and no more".to_vec());
    let view = desk.add_documents(&id, DocumentRole::Cv, &[broken], now()).unwrap();
    let finding = &view.documents[2].findings[0];
    assert_eq!((finding.code.as_str(), finding.stops), ("cvUnreadable", true));
    assert_eq!(finding.about, ["cv.pdf"]);
}

#[test]
fn a_form_alone_is_sent_by_mail_under_its_name() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = own(folder.path());
    let begin = Begin { form: Some(form()), ..Begin::default() };
    let id = desk.begin_application(&begin, now()).unwrap();
    let home = desk.home(now());
    assert_eq!((home.applications[0].title.as_str(), home.recent.len()), ("their form", 1));
    let package = desk.package(&id, now()).unwrap();
    assert!(package.message.is_some() && !package.by_portal);
    let begin = Begin { recent: Some(home.recent[0].id.clone()), ..Begin::default() };
    let again = desk.begin_application(&begin, now()).unwrap();
    assert!(desk.form(&again, now()).unwrap().is_some());
    let nothing = desk.begin_application(&Begin::default(), now()).unwrap_err();
    assert_eq!(nothing.refusal(), Refusal::Invalid);
}

#[test]
fn what_is_no_form_is_told_apart() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = own(folder.path());
    let begin = |document| Begin { form: Some(document), ..Begin::default() };
    let pdf = desk.begin_application(&begin(sample_file("cv-en.pdf")), now()).unwrap_err();
    assert_eq!((pdf.refusal(), pdf.subject().as_deref()), (Refusal::NotAForm, Some("cv-en.pdf")));
    let mut broken = form();
    let middle = broken.bytes.len() / 2;
    broken.bytes[middle..middle + 64].fill(0xa5);
    assert_eq!(
        desk.begin_application(&begin(broken), now()).unwrap_err().refusal(),
        Refusal::Damaged
    );
    assert!(desk.home(now()).applications.is_empty());
}

#[test]
fn the_most_urgent_comes_first() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = own(folder.path());
    let begin = Begin { posting: Some(crate::support::POSTING.into()), ..Begin::default() };
    let ids: Vec<String> =
        (0..3).map(|at| desk.begin_application(&begin, minute(at)).unwrap()).collect();
    let mut edit = |id: &str, deadline: &str, title: &str| {
        let edit = ApplicationEdit {
            deadline: Some(deadline.into()),
            title: Some(title.into()),
            state: None,
        };
        desk.edit_application(id, &edit, minute(9))
    };
    edit(&ids[1], "5 March 2026", "second").unwrap();
    edit(&ids[2], "2026年3月3日", "first").unwrap();
    assert_eq!(edit(&ids[0], "soon", "").unwrap_err().refusal(), Refusal::Invalid);
    let cards = desk.home(now()).applications;
    let shown: Vec<_> = cards.iter().map(|it| (it.title.as_str(), it.days_left)).collect();
    assert_eq!(shown[..2], [("first", Some(2)), ("second", Some(4))]);
    assert_eq!(cards[2].days_left, None);
}

#[test]
fn the_board_holds_sensitive_facts_back() {
    let (mut desk, id) = sample();
    let held = |desk: &mut Desk| {
        let lines = desk.board(&id, now()).unwrap();
        assert_eq!((lines[0].part.as_str(), lines[0].label.as_str()), ("message", "subject"));
        assert!(lines.iter().any(|it| it.label == "contact.email"));
        assert!(lines.iter().any(|it| it.part == "form" && !it.is_key));
        !lines.iter().any(|it| it.value.contains("2001") && it.label == "birthDate")
    };
    assert!(held(&mut desk));
    desk.release(&id, &["birthDate".into()], true, now()).unwrap();
    assert!(!held(&mut desk));
}
