//! Letters, sheets, PDF copies and merging.

use std::fs;

use crate::sandbox::{Sandbox, bytes, form};

const LETTER: [&str; 5] =
    ["letter", "--posting", "msra-trustworthy-systems", "--profile", "profile.json"];

fn pdf_text(sandbox: &Sandbox, name: &str) -> String {
    let bytes = bytes(&sandbox.path(name));
    assert!(bytes.starts_with(b"%PDF-"), "{name}");
    assert!(bytes.len() < 200_000, "{name}: {} bytes", bytes.len());
    // What a bundle's preflight reads of it, through the program itself.
    let said = sandbox.bundle(&["--form", "form.docx", "--cv", name, "--json"]);
    said.json().to_string()
}

#[test]
fn a_letter_is_written_in_both_languages_and_as_all_three() {
    let sandbox = Sandbox::new();
    for (language, ending) in [("en", "pdf"), ("zh", "pdf"), ("en", "docx"), ("zh", "docx")] {
        let out = format!("{language}.{ending}");
        let said = sandbox.run(&[&LETTER[..], &["--language", language, "--out", &out]].concat());
        assert_eq!(said.code, 0, "{said:#?}");
        assert!(said.out.contains(&format!("Written to {out} (")), "{said:#?}");
        // She has not written why she wants to go there, and nobody makes it up.
        assert!(said.out.contains("note: the letter lacks `statement.motivation`"), "{said:#?}");
    }
    pdf_text(&sandbox, "en.pdf");
    let again = sandbox.run(&[&LETTER[..], &["--out", "en.pdf"]].concat());
    again.refused("`en.pdf` is there already", "choose another name, or say `--force`");
    let wrong = sandbox.run(&[&LETTER[..], &["--out", "letter.odt"]].concat());
    assert_eq!(wrong.code, 2, "{wrong:#?}");
}

#[test]
fn a_letter_can_be_edited_as_text_and_given_back() {
    let sandbox = Sandbox::new();
    let said = sandbox.run(&[&LETTER[..], &["--out", "letter.txt"]].concat());
    assert_eq!(said.code, 0, "{said:#?}");
    let text = fs::read_to_string(sandbox.path("letter.txt")).unwrap();
    assert!(text.contains("{statement.motivation}") && text.contains("Mei Ling"), "{text}");
    let text = text.replace("{statement.motivation}", "I like systems, 朱镕喆 said ☑.");
    sandbox.put("letter.txt", text);
    let own = ["--text", "letter.txt", "--out", "letter.pdf"];
    let said = sandbox.run(&[&LETTER[..], &own].concat());
    assert_eq!((said.code, said.out.contains("note:")), (0, false), "{said:#?}");
}

#[test]
fn a_letter_with_gaps_stops_the_bundle_and_a_whole_one_goes_along() {
    let sandbox = Sandbox::new();
    let usual = ["--form", "form.docx", "--cv", "cv-en.txt"];
    let said = sandbox.bundle(&[&usual[..], &["--letter"]].concat());
    assert_eq!(said.code, 1, "{said:#?}");
    assert!(said.err.contains("the cover letter lacks: statement.motivation"), "{said:#?}");
    assert!(!sandbox.path("out").exists());
    sandbox.put("letter.txt", "Dear all,\n\nI am {name}.\n");
    let whole = ["--letter-text", "letter.txt", "--papers", "--json"];
    let said = sandbox.bundle(&[&usual[..], &whole].concat()).json();
    let files: Vec<_> =
        said["files"].as_array().unwrap().iter().map(|it| it["name"].as_str().unwrap()).collect();
    let expected = [
        "form-Mei-Ling.docx",
        "Cover-letter-Mei-Ling.pdf",
        "cv-en.txt",
        "Summary.pdf",
        "Answers.pdf",
        "note.txt",
        "draft.eml",
    ];
    assert_eq!(files, expected);
    let folder = sandbox.path(said["folder"].as_str().unwrap());
    let draft = fs::read_to_string(folder.join("draft.eml")).unwrap();
    assert!(draft.contains("Cover-letter-Mei-Ling.pdf"));
    assert!(!draft.contains("Answers.pdf"), "what is to be read through is not sent");
}

#[test]
fn an_answers_sheet_holds_every_question() {
    let sandbox = Sandbox::new();
    sandbox.put("form.docx", form(&[("Email", true), ("Favourite beverage", true)]));
    let answers = ["answers", "form.docx", "--profile", "profile.json", "--out"];
    for name in ["answers.docx", "answers.pdf"] {
        let said = sandbox.run(&[&answers[..], &[name]].concat());
        assert_eq!(said.code, 0, "{said:#?}");
    }
    let said = sandbox.run(&[&answers[..], &["answers.txt"]].concat());
    said.refused("only a letter can be written as text", "say `--out F.docx` or `--out F.pdf`");
    let file = fs::File::open(sandbox.path("answers.docx")).unwrap();
    let mut zip = zip::ZipArchive::new(file).unwrap();
    let document = std::io::read_to_string(zip.by_name("word/document.xml").unwrap()).unwrap();
    for part in ["Email", "mei@example.com", "Favourite beverage", "[no answer yet]"] {
        assert!(document.contains(part), "{part}: {document}");
    }
}

#[test]
fn merging_names_the_file_that_cannot_go_in() {
    let sandbox = Sandbox::new();
    sandbox.run(&[&LETTER[..], &["--out", "a.pdf"]].concat());
    let said = sandbox.run(&["merge", "a.pdf", "a.pdf", "--out", "b.pdf"]);
    assert_eq!(said.code, 0, "{said:#?}");
    let merged = bytes(&sandbox.path("b.pdf"));
    assert!(merged.starts_with(b"%PDF-"));
    let said = sandbox.run(&["merge", "a.pdf", "cv-en.txt", "--out", "c.pdf"]);
    assert_eq!(said.code, 1, "{said:#?}");
    assert!(said.err.starts_with("error: `cv-en.txt` is a damaged PDF file"), "{said:#?}");
    assert!(!sandbox.path("c.pdf").exists());
    let said = sandbox.run(&["merge", "a.pdf", "gone.pdf", "--out", "c.pdf"]);
    assert_eq!(said.code, 1, "{said:#?}");
    assert_eq!(sandbox.run(&["merge", "--out", "c.pdf"]).code, 2);
}

#[test]
fn a_pdf_copy_is_made_or_it_is_said_what_to_install() {
    let sandbox = Sandbox::new();
    let said = sandbox.run(&["pdf", "cv-en.txt"]);
    assert!(said.code == 1 && said.err.starts_with("error: `cv-en.txt`"), "{said:#?}");
    let said = sandbox.run(&["pdf", "form.docx"]);
    if said.code == 0 {
        assert_eq!(said.out.lines().count(), 2, "nothing is lost: {said:#?}");
        assert!(bytes(&sandbox.path("form.pdf")).starts_with(b"%PDF-"));
    } else {
        let told = "error: there is no LibreOffice on this computer to make a PDF with\nhint: ";
        assert!(said.code == 1 && said.err.starts_with(told), "{said:#?}");
    }
}
