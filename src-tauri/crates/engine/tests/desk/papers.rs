//! Letters, PDF copies and sheets, from the desk to the folder.

use std::{
    fs,
    path::{Path, PathBuf},
};

use engine::{
    Document, Engine, Language, Refusal,
    desk::{Begin, Desk, Done, Fix, LetterEdit, PackageView, PapersEdit, ProfileEdit},
    jiff::civil::{DateTime, date},
};

use crate::support::{POSTING, finish_form, minute, now, own, sample};

#[track_caller]
fn codes(package: &PackageView) -> Vec<&str> {
    package.findings.iter().map(|it| it.code.as_str()).collect()
}

fn words(document: &Document) -> String {
    Engine::new().read_cv(document).unwrap().text
}

fn packed(desk: &mut Desk, id: &str, out: &Path, now: DateTime) -> (PackageView, PathBuf) {
    let package = desk.pack(id, out, now).unwrap();
    (package, desk.folder_path(id).unwrap())
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<_> =
        entries.map(|it| it.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn is_a(name: &str, ending: &str) -> bool {
    Path::new(name).extension().is_some_and(|it| it == ending)
}

fn text(words: &str) -> LetterEdit {
    LetterEdit { text: Some(words.into()), ..LetterEdit::default() }
}

/// An application of somebody who has said who they are, and not why they apply.
fn begun(folder: &Path) -> (Desk, String) {
    let mut desk = own(folder);
    let set = |pointer: &str, value: &str| ProfileEdit::Set {
        pointer: pointer.into(),
        value: value.into(),
    };
    let facts = [set("/basics/name/en", "Wanqiu Tester"), set("/basics/email", "w@example.org")];
    desk.edit_profile(&facts, now()).unwrap();
    let begin = Begin { posting: Some(POSTING.into()), ..Begin::default() };
    let id = desk.begin_application(&begin, now()).unwrap();
    (desk, id)
}

#[test]
fn a_letter_is_written_when_asked_for_and_says_what_the_profile_says() {
    let (mut desk, id) = sample();
    let package = desk.package(&id, now()).unwrap();
    assert_eq!(package.papers.letters, []);
    assert_eq!(package.papers.language, Language::En);
    let package = desk.write_letter(&id, Language::En, now()).unwrap();
    let [letter] = package.papers.letters.as_slice() else { panic!() };
    assert!(letter.is_enclosed && letter.gaps.is_empty(), "{letter:?}");
    assert!(letter.text.contains("MSRA Trustworthy Systems Research Group"), "{}", letter.text);
    assert!(!codes(&package).contains(&"letterIncomplete"));
    let of_letter = |it: &&engine::desk::PackedFile| it.role == "letter";
    let files: Vec<_> = package.files.iter().filter(of_letter).collect();
    let [pdf, word] = files.as_slice() else { panic!("{files:?}") };
    assert!(is_a(&pdf.name, "pdf") && is_a(&word.name, "docx"), "{files:?}");
    assert!(pdf.bytes > 1000 && word.bytes > 1000);
    assert_eq!(desk.home(now()).undo, Some(Done::EditLetter));
    desk.undo().unwrap();
    assert_eq!(desk.package(&id, now()).unwrap().papers.letters, []);
}

#[test]
fn a_letter_with_a_gap_stops_the_package_until_it_is_filled() {
    let folder = tempfile::tempdir().unwrap();
    let (mut desk, id) = begun(folder.path());
    let package = desk.write_letter(&id, Language::En, now()).unwrap();
    let letter = package.papers.letters[0].clone();
    let gaps: Vec<_> = letter.gaps.iter().map(|it| it.key.clone()).collect();
    assert_eq!(gaps, ["statement.motivation"]);
    assert_eq!(letter.gaps[0].pointer.as_deref(), Some("/statements/motivation"));
    assert!(letter.text.contains("{statement.motivation}"), "{}", letter.text);
    let gap = package.findings.iter().find(|it| it.code == "letterIncomplete").unwrap();
    assert!(gap.stops);
    assert_eq!((gap.about.as_slice(), &gap.fix), (&gaps[..], &Some(Fix::Letter)));

    assert!(!letter.is_edited);
    let same = desk.edit_letter(&id, Language::En, &text(&letter.text), now()).unwrap();
    assert!(!same.papers.letters[0].is_edited, "our own words are not the candidate's");

    // One that does not go along stops nothing, and is kept.
    let out = LetterEdit { is_enclosed: Some(false), ..LetterEdit::default() };
    let package = desk.edit_letter(&id, Language::En, &out, now()).unwrap();
    assert!(!codes(&package).contains(&"letterIncomplete"));
    assert!(package.files.iter().all(|it| it.role != "letter"));
    let back = LetterEdit { is_enclosed: Some(true), ..LetterEdit::default() };
    desk.edit_letter(&id, Language::En, &back, now()).unwrap();

    // Filled by the candidate's own words, which stay exactly as they are typed.
    let own = letter.text.replace("{statement.motivation}", "I like honest machines.  \n\n");
    let package = desk.edit_letter(&id, Language::En, &text(&own), minute(1)).unwrap();
    let kept = &package.papers.letters[0];
    assert!(kept.text == own && kept.is_edited, "{kept:?}");
    assert!(!codes(&package).contains(&"letterIncomplete"));
    desk.undo().unwrap();

    // Or by a fact that the profile has now.
    let why = ProfileEdit::Set {
        pointer: "/statements/motivation/en".into(),
        value: "Systems should keep their word.".into(),
    };
    desk.edit_profile(&[why], minute(2)).unwrap();
    let package = desk.package(&id, minute(2)).unwrap();
    let letter = &package.papers.letters[0];
    assert_eq!(letter.gaps, []);
    assert!(letter.text.contains("Systems should keep their word."), "{}", letter.text);
    assert!(!letter.is_edited, "our words follow the profile");

    let package = desk.edit_letter(&id, Language::En, &text("  \n"), minute(3)).unwrap();
    assert!(codes(&package).contains(&"letterIncomplete"), "a blank page goes to nobody");
    let package = desk.remove_letter(&id, Language::En, minute(4)).unwrap();
    assert!(!codes(&package).contains(&"letterIncomplete"));
    let gone = desk.edit_letter(&id, Language::En, &text("x"), now()).unwrap_err();
    assert_eq!(gone.refusal(), Refusal::NotFound);
}

#[test]
fn what_is_typed_at_one_go_is_undone_at_one_go_and_outlives_the_desk() {
    let folder = tempfile::tempdir().unwrap();
    let (mut desk, id) = begun(folder.path());
    desk.write_letter(&id, Language::Zh, now()).unwrap();
    let ours = desk.package(&id, now()).unwrap().papers.letters[0].text.clone();
    for words in ["尊", "尊敬", "尊敬的老师："] {
        desk.edit_letter(&id, Language::Zh, &text(words), minute(1)).unwrap();
    }
    desk.undo().unwrap();
    assert_eq!(desk.package(&id, now()).unwrap().papers.letters[0].text, ours);
    desk.redo().unwrap();
    drop(desk);
    let mut desk = own(folder.path());
    let letters = desk.package(&id, now()).unwrap().papers.letters;
    assert_eq!((letters[0].language, letters[0].text.as_str()), (Language::Zh, "尊敬的老师："));
}

#[test]
fn the_letter_goes_as_pdf_and_its_word_file_stays_in_the_folder() {
    let (mut desk, id) = sample();
    let out = tempfile::tempdir().unwrap();
    finish_form(&mut desk, &id, now());
    desk.write_letter(&id, Language::En, now()).unwrap();
    desk.write_letter(&id, Language::Zh, now()).unwrap();
    let zh = desk.package(&id, now()).unwrap().papers.letters[1].clone();
    let filled =
        zh.gaps.iter().fold(zh.text, |it, gap| it.replace(&format!("{{{}}}", gap.key), "喆"));
    let zh = format!("{filled}\n\n镕喆");
    desk.edit_letter(&id, Language::Zh, &text(&zh), now()).unwrap();
    let (package, folder) = packed(&mut desk, &id, out.path(), now());
    let made = package.made.unwrap();
    assert!(!made.is_stale && made.findings.is_empty(), "{:?}", made.findings);
    let letters: Vec<_> = names(&folder).into_iter().filter(|it| it.contains("etter")).collect();
    assert_eq!(letters.len(), 4, "{letters:?}");
    for name in &letters {
        let said = words(&Document::open(&folder.join(name)).unwrap());
        let expected = if name.contains("Chinese") { "镕喆" } else { "Yours faithfully" };
        assert!(said.contains(expected), "{name}: {said}");
    }
    let draft = fs::read_to_string(folder.join("draft.eml")).unwrap();
    let attached = |name: &&String| draft.contains(&format!("filename=\"{name}\""));
    let attached: Vec<_> = letters.iter().filter(attached).collect();
    assert!(attached.len() == 2 && attached.iter().all(|it| is_a(it, "pdf")), "{attached:?}");
    // Another day changes nothing that it says.
    let later = date(2026, 3, 9).at(9, 0, 0, 0);
    assert!(!desk.package(&id, later).unwrap().made.unwrap().is_stale);
    desk.edit_letter(&id, Language::En, &text("Dear all"), minute(9)).unwrap();
    assert!(desk.package(&id, now()).unwrap().made.unwrap().is_stale);
}

#[test]
fn without_an_office_program_it_is_said_and_the_word_file_goes() {
    let (mut desk, id) = sample();
    let out = tempfile::tempdir().unwrap();
    finish_form(&mut desk, &id, now());
    let package = desk.package(&id, now()).unwrap();
    let copy = package.papers.copy.unwrap();
    assert!(copy.is_wanted && !copy.can_be_made && !copy.is_one_file);
    let found = package.findings.iter().find(|it| it.code == "pdfDoubtful").unwrap();
    assert!(!found.stops && found.about == ["noOffice"], "{found:?}");
    assert!(found.hint.contains("libreoffice.org"));
    let (package, folder) = packed(&mut desk, &id, out.path(), now());
    assert_eq!(package.made.unwrap().findings, []);
    let forms = |it: &String| it.starts_with("application-form");
    let forms: Vec<_> = names(&folder).into_iter().filter(forms).collect();
    assert!(forms.len() == 1 && is_a(&forms[0], "docx"), "{forms:?}");
    let printing = desk.printing(&id, now()).unwrap();
    assert_eq!(printing.print().unwrap_err().refusal(), Refusal::NotFound);
    // Who does not want one is not told.
    let no = PapersEdit { copies: Some(false), ..PapersEdit::default() };
    let package = desk.edit_papers(&id, no, now()).unwrap();
    assert!(!codes(&package).contains(&"pdfDoubtful"));
}

#[test]
fn summary_and_answers_lie_in_the_folder_and_go_along_with_nothing() {
    let (mut desk, id) = sample();
    let out = tempfile::tempdir().unwrap();
    finish_form(&mut desk, &id, now());
    let sheets = PapersEdit { sheets: Some(true), ..PapersEdit::default() };
    assert!(desk.edit_papers(&id, sheets, now()).unwrap().papers.sheets);
    let (_, folder) = packed(&mut desk, &id, out.path(), now());
    let answers = words(&Document::open(&folder.join("Answers.pdf")).unwrap());
    assert!(answers.contains("Ruoxi"), "{answers}");
    let summary = words(&Document::open(&folder.join("Summary.pdf")).unwrap());
    assert!(summary.contains("application-form"), "{summary}");
    let draft = fs::read_to_string(folder.join("draft.eml")).unwrap();
    assert!(!draft.contains("Summary.pdf") && !draft.contains("Answers.pdf"));
}

/// Where there is no LibreOffice there is nothing to hold to it.
#[test]
fn the_copy_shows_what_was_approved_and_the_print_what_is_there_now() {
    let mut desk = Desk::new(Engine::new(), Path::new("/nowhere/at/all"));
    desk.try_sample(now()).unwrap();
    let id = desk.home(now()).applications[0].id.clone();
    if !desk.package(&id, now()).unwrap().papers.copy.is_none_or(|it| it.can_be_made) {
        return;
    }
    let printing = desk.printing(&id, now()).unwrap();
    let copy = printing.print().unwrap();
    let print = desk.printed(printing, copy);
    assert!(print.lost.is_empty() && !print.is_approved, "{print:?}");
    let pages = Document::named("print.pdf", desk.print_pages(&id).unwrap());
    assert!(words(&pages).contains("ruoxi.lin@example.edu"));

    let out = tempfile::tempdir().unwrap();
    finish_form(&mut desk, &id, now());
    let package = desk.package(&id, now()).unwrap();
    let form = package.files.iter().find(|it| it.role == "form").unwrap().name.clone();
    let copy = form.replace(".docx", ".pdf");
    assert!(package.message.unwrap().body.contains(&copy));
    let (package, folder) = packed(&mut desk, &id, out.path(), now());
    assert_eq!(package.made.unwrap().findings, []);
    let said = words(&Document::open(&folder.join(&copy)).unwrap());
    assert!(said.contains("ruoxi.lin@example.edu"), "{said}");
    assert!(folder.join(&form).is_file());
    let draft = fs::read_to_string(folder.join("draft.eml")).unwrap();
    assert!(draft.contains(&format!("filename=\"{copy}\"")));
    // Somebody else's pages are nobody's.
    assert_eq!(desk.print_pages("other").unwrap_err().refusal(), Refusal::NotFound);
}
