//! One file of every sort, good and bad, through the one entrance.

use std::io::{Cursor, Write};

use proptest::prelude::*;

use super::read;
use crate::pdf::tests::pdf;
use crate::{CvKind, Error, Finding, Languages};

const PASSWORD: &[u8] = include_bytes!("fixtures/password.pdf");
const OWNER_PASSWORD: &[u8] = include_bytes!("fixtures/owner-password.pdf");
const CHINESE: &[u8] = include_bytes!("fixtures/chinese.pdf");

const ENGLISH_WORDS: &str = "Zihan Li is a Ph.D. student in computer science at Example \
    University, working on verifiable systems and network side channels.";
const CHINESE_WORDS: &str = "李子涵，示例大学计算机科学与技术专业博士研究生，研究方向为可验证系统与网络侧信道，曾获国家奖学金。";

/// A PDF of one page without text, whose dictionary is `page` and whose other objects are `objects`.
fn hand_made_pdf(page: &str, content: &str) -> Vec<u8> {
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        format!(
            "<< /Type /Page /Parent 2 0 R {page} /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
        ),
        format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
            .to_owned(),
    ];
    let mut file = "%PDF-1.4\n".to_owned();
    let mut places = String::new();
    for (number, object) in objects.iter().enumerate() {
        places = format!("{places}{:010} 00000 n \n", file.len());
        file = format!("{file}{} 0 obj\n{object}\nendobj\n", number + 1);
    }
    let start = file.len();
    let size = objects.len() + 1;
    [
        file,
        format!("xref\n0 {size}\n0000000000 65535 f \n{places}"),
        format!("trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"),
    ]
    .concat()
    .into_bytes()
}

fn shown(words: &str) -> String {
    format!("BT /F1 12 Tf 72 720 Td ({words}) Tj ET")
}

/// A Word package of this body and header.
fn docx(body: &str, header: &str) -> Vec<u8> {
    const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
        xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";
    const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    let parts = [
        (
            "[Content_Types].xml",
            format!(
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
                 <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
                 <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
                 <Override PartName=\"/word/document.xml\" ContentType=\"{word}.document.main+xml\"/></Types>"
            ),
        ),
        (
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
                 <Relationship Id=\"rId1\" Type=\"{R}/officeDocument\" Target=\"word/document.xml\"/>\
                 <Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>\
                 <Relationship Id=\"rId3\" Type=\"{R}/extended-properties\" Target=\"docProps/app.xml\"/></Relationships>"
            ),
        ),
        (
            "word/_rels/document.xml.rels",
            format!(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
                 <Relationship Id=\"rId1\" Type=\"{R}/header\" Target=\"header1.xml\"/></Relationships>"
            ),
        ),
        ("word/document.xml", format!("<w:document {W}><w:body>{body}</w:body></w:document>")),
        ("word/header1.xml", format!("<w:hdr {W}>{header}</w:hdr>")),
        (
            "docProps/core.xml",
            "<c:coreProperties xmlns:c=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
             xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>CV &amp; more</dc:title>\
             <dc:creator> Zihan\n Li </dc:creator></c:coreProperties>"
                .to_owned(),
        ),
        (
            "docProps/app.xml",
            "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">\
             <Pages>2</Pages></Properties>"
                .to_owned(),
        ),
    ];
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn paragraph(words: &str) -> String {
    format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>")
}

#[track_caller]
fn refused(bytes: &[u8]) -> Error {
    read(bytes, "cv").unwrap_err()
}

#[test]
fn a_pdf_tells_its_pages_properties_words_and_language() {
    let cv = read(&pdf(&[ENGLISH_WORDS]), "/home/somebody/cv.docx").unwrap();
    assert_eq!((cv.kind, cv.pages), (CvKind::Pdf, Some(1)));
    assert_eq!(cv.languages, Languages::English);
    assert!(cv.has_text() && cv.findings.is_empty());
    assert_eq!(cv.name, "cv.docx");
}

#[test]
fn a_chinese_pdf_is_chinese() {
    let cv = read(CHINESE, "简历.pdf").unwrap();
    assert_eq!(cv.languages, Languages::Chinese);
    assert!(cv.text.contains("计算机科学与技术专业"), "{}", cv.text);
}

#[test]
fn a_password_is_named_and_one_that_only_forbids_changes_is_none() {
    assert_eq!(refused(PASSWORD), Error::Encrypted { name: "cv".into(), kind: CvKind::Pdf });
    let cv = read(OWNER_PASSWORD, "cv.pdf").unwrap();
    assert!(cv.text.contains("Zihan Li"), "{}", cv.text);
}

#[test]
fn pages_without_text_are_a_scan() {
    let cv =
        read(&hand_made_pdf("/MediaBox [0 0 595 842]", "0 0 595 842 re f"), "scan.pdf").unwrap();
    assert_eq!(cv.findings, [Finding::Scan { pages: 1 }]);
    assert_eq!((cv.pages, cv.languages.clone()), (Some(1), Languages::Unknown));
    assert!(!cv.has_text());
}

#[test]
fn a_page_that_the_reader_panics_on_is_read_another_way() {
    // No page size: one of the libraries panics.
    let cv = read(&hand_made_pdf("", &shown(ENGLISH_WORDS)), "cv.pdf").unwrap();
    assert!(cv.text.contains("Example University"), "{:?} {}", cv, cv.text);
}

#[test]
fn damaged_pdfs_are_named_as_such() {
    let good = pdf(&[ENGLISH_WORDS]);
    let no_pages =
        "%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF";
    for bytes in [&b"%PDF-1.7\n"[..], &good[..good.len() / 2], no_pages.as_bytes()] {
        let error = refused(bytes);
        assert!(matches!(error, Error::Damaged { kind: CvKind::Pdf, .. }), "{error}");
    }
}

#[test]
fn a_pdf_after_a_mailers_junk_is_still_a_pdf() {
    let junk = [b"\r\n\r\n", pdf(&[ENGLISH_WORDS]).as_slice()].concat();
    // The places in it no longer fit, so it may be refused, but as a PDF.
    match read(&junk, "cv") {
        Ok(cv) => assert_eq!(cv.kind, CvKind::Pdf),
        Err(error) => assert!(matches!(error, Error::Damaged { kind: CvKind::Pdf, .. }), "{error}"),
    }
}

#[test]
fn a_word_file_tells_its_words_once_and_its_properties() {
    let twice = "<w:p><w:r><mc:AlternateContent><mc:Choice><w:t>Once</w:t></mc:Choice>\
        <mc:Fallback><w:t>Twice</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>";
    let deleted = "<w:p><w:del><w:r><w:t>Gone</w:t></w:r></w:del></w:p>";
    let body = format!("{}{twice}{deleted}", paragraph(ENGLISH_WORDS));
    let cv = read(&docx(&body, &paragraph("Zihan Li")), "cv.pdf").unwrap();
    assert_eq!(cv.kind, CvKind::Word);
    assert_eq!(cv.text.trim(), format!("Zihan Li\n{ENGLISH_WORDS}\nOnce"));
    assert_eq!((cv.title.as_deref(), cv.author.as_deref()), (Some("CV & more"), Some("Zihan Li")));
    assert_eq!((cv.pages, cv.languages), (Some(2), Languages::English));
}

#[test]
fn a_word_file_in_both_languages_is_both() {
    let body = format!("{}{}", paragraph(ENGLISH_WORDS), paragraph(CHINESE_WORDS));
    assert_eq!(read(&docx(&body, ""), "cv.docx").unwrap().languages, Languages::Both);
}

#[test]
fn a_word_file_of_pictures_holds_no_text() {
    assert_eq!(read(&docx("<w:p/>", ""), "cv.docx").unwrap().findings, [Finding::NoText]);
}

#[test]
fn a_word_file_cut_short_is_damaged() {
    let whole = docx(&paragraph(ENGLISH_WORDS), "");
    let error = refused(&whole[..whole.len() - 200]);
    assert!(matches!(error, Error::Damaged { kind: CvKind::Word, .. }), "{error}");
}

#[test]
fn text_is_read_in_the_encodings_that_editors_write() {
    let wide = |mark: &[u8], order: fn(u16) -> [u8; 2]| {
        [mark, &CHINESE_WORDS.encode_utf16().flat_map(order).collect::<Vec<_>>()].concat()
    };
    for bytes in [
        CHINESE_WORDS.as_bytes().to_vec(),
        [b"\xEF\xBB\xBF", CHINESE_WORDS.as_bytes()].concat(),
        wide(b"\xFF\xFE", u16::to_le_bytes),
        wide(b"\xFE\xFF", u16::to_be_bytes),
    ] {
        let cv = read(&bytes, "cv.txt").unwrap();
        assert_eq!((cv.kind, cv.text.as_str()), (CvKind::Text, CHINESE_WORDS));
        assert!(cv.findings.is_empty(), "{:?}", cv.findings);
    }
}

#[test]
fn gbk_is_read_and_advised_against() {
    let (bytes, _, _) = encoding_rs::GBK.encode(CHINESE_WORDS);
    let cv = read(&bytes, "cv.txt").unwrap();
    assert_eq!((cv.text.as_str(), cv.languages.clone()), (CHINESE_WORDS, Languages::Chinese));
    assert_eq!(cv.findings, [Finding::OldEncoding { encoding: "GBK".into() }]);
}

#[test]
fn utf_16_without_a_mark_is_text_too() {
    let bytes: Vec<u8> = ENGLISH_WORDS.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(read(&bytes, "cv.txt").unwrap().text, ENGLISH_WORDS);
}

#[test]
fn a_page_gives_what_a_browser_shows_and_nothing_it_would_run() {
    let page = "<!DOCTYPE html><html><head><title>Zihan Li</title>\
        <meta name=author content='Z. Li'><style>p { color: red }</style></head><body>\
        <script>alert('<p>not me</p>')</script><h1>Zihan&nbsp;<b>Li</b></h1><p>Ph.D. student\n at \
        Example&amp;Co</p><ul><li>One<li>Two</ul></body></html>";
    let cv = read(page.as_bytes(), "cv.txt").unwrap();
    assert_eq!(cv.kind, CvKind::Html);
    assert_eq!(cv.title.as_deref(), Some("Zihan Li"));
    assert_eq!(cv.author.as_deref(), Some("Z. Li"));
    assert_eq!(cv.text.trim(), "Zihan\u{a0}Li\nPh.D. student at Example&Co\nOne\nTwo");
}

#[test]
fn a_page_may_name_its_own_encoding() {
    let page =
        format!("<html><head><meta charset=\"gb2312\"></head><body>{CHINESE_WORDS}</body></html>");
    let (bytes, _, _) = encoding_rs::GBK.encode(&page);
    assert_eq!(read(&bytes, "cv.htm").unwrap().text.trim(), CHINESE_WORDS);
}

#[test]
fn other_kinds_are_called_by_their_names() {
    for (bytes, found) in [
        (&b"{\\rtf1 Hello}"[..], "a rich text file (`.rtf`)"),
        (b"\x89PNG\r\n\x1a\n....", "a picture"),
        (b"Rar!\x1a\x07", "an archive"),
        (b"<?xml version=\"1.0\"?><cv/>", "an XML file"),
        (b"\\documentclass{article}", "a LaTeX source"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "a saved web page (`.mht`)"),
    ] {
        assert_eq!(refused(bytes), Error::OtherKind { name: "cv".into(), found: found.into() });
    }
}

#[test]
fn nothing_and_next_to_nothing_are_empty() {
    for bytes in [&b""[..], b" \r\n\t", b"\xEF\xBB\xBF\n"] {
        assert_eq!(refused(bytes), Error::Empty { name: "cv".into() });
    }
}

#[test]
fn bytes_without_sense_are_unknown() {
    let noise: Vec<u8> = (0..400_u32).map(|i| (i * 7919 % 251) as u8).collect();
    assert_eq!(refused(&noise), Error::Unknown { name: "cv".into() });
}

#[test]
fn a_file_that_no_mail_takes_is_not_read() {
    let error = refused(&vec![b'a'; 33 * 1024 * 1024]);
    assert_eq!(error, Error::TooLarge { name: "cv".into(), megabytes: 33, limit: 32 });
}

#[test]
fn what_is_shown_for_debugging_holds_nothing_of_the_person() {
    let cv = read(&pdf(&[ENGLISH_WORDS]), "Zihan Li.pdf").unwrap();
    let shown = format!("{cv:?}");
    assert!(!shown.contains("Zihan") && !shown.contains("Example"), "{shown}");
}

#[test]
fn every_message_names_the_file_and_says_what_to_do() {
    for bytes in [&b""[..], b"{\\rtf1}", b"%PDF-1.7\n", PASSWORD, b"\x01\x02\x03\x04\x05"] {
        let message = refused(bytes).to_string();
        assert!(message.starts_with("`cv`") && message.contains(':'), "{message}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_broken_pdf_never_brings_us_down(
        at in any::<prop::sample::Index>(),
        new in prop::collection::vec(any::<u8>(), 0..12),
        cut in any::<prop::sample::Index>(),
    ) {
        let mut bytes = hand_made_pdf("/MediaBox [0 0 595 842]", &shown(ENGLISH_WORDS));
        let at = at.index(bytes.len());
        bytes.splice(at..(at + new.len()).min(bytes.len()), new);
        bytes.truncate(bytes.len().saturating_sub(cut.index(40)));
        let _ = read(&bytes, "cv.pdf");
    }

    #[test]
    fn any_bytes_at_all_get_an_answer(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let _ = read(&bytes, "cv");
    }

    #[test]
    fn text_comes_back_as_it_was(words in "[a-zA-Z\u{4e00}-\u{4fff} ,.]{30,200}") {
        prop_assume!(!words.trim().is_empty());
        prop_assert_eq!(read(words.as_bytes(), "cv.txt").unwrap().text, words);
    }
}
