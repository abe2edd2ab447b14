//! Reads our drafts with somebody else's parser.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use bundle::{Address, Attachment, Contents, Error, FileName, Letter, Media, Record, Role};
use jiff::civil::datetime;
use mail_parser::{Message, MessageParser, MimeHeaders as _};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization as _;

fn attachment(name: &str, media: Media, bytes: &[u8]) -> Attachment {
    let name = FileName::new(name);
    Attachment { name, role: Role::Cv, media, original: None, bytes: bytes.to_vec() }
}

fn letter(subject: &str, body: &str) -> Letter {
    Letter { subject: subject.into(), body: body.into(), ..Letter::default() }
}

fn draft(letter: Letter, attachments: Vec<Attachment>) -> Result<Vec<u8>, Error> {
    let contents = Contents {
        name: FileName::new("application"),
        made: datetime(2026, 3, 1, 12, 0, 0, 0),
        attachments,
        kept: Vec::new(),
        note: letter.body.clone(),
        letter: Some(letter),
        record: Record::default(),
    };
    Ok(bundle::gather(contents)?.draft().unwrap().to_vec())
}

fn parsed(eml: &[u8]) -> Message<'_> {
    MessageParser::default().parse(eml).unwrap()
}

/// The header lines, unfolded.
fn headers(eml: &[u8]) -> Vec<String> {
    let text = std::str::from_utf8(eml).unwrap();
    let (head, _) = text.split_once("\r\n\r\n").unwrap();
    head.replace("\r\n ", " ").split("\r\n").map(str::to_owned).collect()
}

#[test]
fn a_draft_is_unsent_and_says_nothing_of_this_computer() {
    let eml = draft(letter("Internship", "Dear team,\n\nI apply."), vec![]).unwrap();
    let names: Vec<_> =
        headers(&eml).iter().map(|it| it.split(':').next().unwrap().to_owned()).collect();
    assert_eq!(names, ["Subject", "X-Unsent", "MIME-Version", "Content-Type"]);
    let message = parsed(&eml);
    assert_eq!(message.header("X-Unsent").unwrap().as_text(), Some("1"));
    assert!(message.date().is_none() && message.message_id().is_none() && message.to().is_none());
    assert_eq!(message.body_text(0).unwrap(), "Dear team,\r\n\r\nI apply.");
}

#[test]
fn everybody_named_is_addressed_and_nobody_else() {
    let to: Vec<Address> =
        ["a@example.com", "b@example.org"].iter().map(|it| it.parse().unwrap()).collect();
    let mut letter = letter("Internship", "x");
    letter.from = Some("me@example.com".parse().unwrap());
    letter.cc = vec!["c@example.net".parse().unwrap()];
    letter.to = to;
    let eml = draft(letter, vec![]).unwrap();
    let message = parsed(&eml);
    let all = |list: &mail_parser::Address<'_>| -> Vec<String> {
        list.iter().map(|it| it.address().unwrap().to_owned()).collect()
    };
    assert_eq!(all(message.to().unwrap()), ["a@example.com", "b@example.org"]);
    assert_eq!(all(message.cc().unwrap()), ["c@example.net"]);
    assert_eq!(all(message.from().unwrap()), ["me@example.com"]);
    assert!(message.bcc().is_none());
}

#[test]
fn chinese_subjects_and_file_names_come_through() {
    let subject = "申请微软亚洲研究院实习生 - 李子涵 - 系统与网络方向,可实习六个月以上";
    let files = vec![attachment("李子涵 简历.pdf", Media::Pdf, b"%PDF-1.7")];
    let eml = draft(letter(subject, "您好:\n附件是申请表。"), files).unwrap();
    let message = parsed(&eml);
    assert_eq!(message.subject().unwrap(), subject);
    assert_eq!(message.body_text(0).unwrap(), "您好:\r\n附件是申请表。");
    assert_eq!(message.attachment(0).unwrap().attachment_name(), Some("李子涵 简历.pdf"));
    let text = String::from_utf8(eml).unwrap();
    assert!(text.is_ascii() && !text.contains("filename*0"));
    assert_eq!(text.matches("filename*=UTF-8''").count(), 1);
    assert!(text.lines().all(|line| line.len() <= 100), "short lines");
}

#[test]
fn a_text_attachment_is_not_mistaken_for_the_body() {
    let files = vec![
        attachment("cv.txt", Media::Text, "Zihan Li\n系统\n".as_bytes()),
        attachment("old.txt", Media::Text, b"na\xefve"),
        attachment("cv.html", Media::Html, b"<p>Zihan Li</p>"),
    ];
    let expected: Vec<_> = files.iter().map(|it| it.bytes.clone()).collect();
    let eml = draft(letter("x", "the body"), files).unwrap();
    let text = String::from_utf8_lossy(&eml).into_owned();
    assert_eq!(text.matches("Content-Disposition: attachment").count(), 3);
    assert_eq!(text.matches("Content-Type: text/plain; charset=utf-8;").count(), 1, "UTF-8 only");
    assert_eq!(attached(&eml), expected);
}

#[test]
fn what_misleads_in_a_subject_is_refused() {
    for odd in ["a\r\nBcc: x@example.com", "a\u{0}", "a\u{202e}b", "a\u{2028}b"] {
        let told = draft(letter(odd, "x"), vec![]).unwrap_err().to_string();
        assert!(told.starts_with("the subject holds the invisible character U+"), "{told}");
    }
    let told = draft(letter("x", "a\u{7}"), vec![]).unwrap_err().to_string();
    assert_eq!(told, "the note holds the invisible character U+0007");
}

/// The attachments' bytes, decoded here: a mail library may take a text for a body.
fn attached(eml: &[u8]) -> Vec<Vec<u8>> {
    let message = parsed(eml);
    message.parts.iter().skip(2).map(|part| raw(eml, part)).collect()
}

fn raw(eml: &[u8], part: &mail_parser::MessagePart<'_>) -> Vec<u8> {
    use base64::Engine as _;
    let encoded = &eml[part.raw_body_offset() as usize..part.raw_end_offset() as usize];
    let encoded: Vec<u8> = encoded.iter().copied().filter(|it| !it.is_ascii_whitespace()).collect();
    base64::engine::general_purpose::STANDARD.decode(encoded).unwrap()
}

/// Texts as an attacker writes them: breaks, colons, header names and Unicode, often.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        any::<String>(),
        Just("\r\n".to_owned()),
        Just("\n".to_owned()),
        Just("\r".to_owned()),
        Just("Bcc: evil@example.com".to_owned()),
        Just("--=_candidacy_".to_owned()),
        Just("=?UTF-8?B?DQpCY2M6?=".to_owned()),
        Just("\u{85}".to_owned()),
        "[ -~]{0,40}",
    ];
    proptest::collection::vec(piece, 0..6).prop_map(|it| it.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn no_text_starts_a_header(subject in hostile(), body in hostile(), name in hostile(), to in hostile()) {
        let mut letter = letter(&subject, &body);
        if let Ok(address) = format!("{to}@example.com").parse() {
            letter.to.push(address);
        }
        let addressed = letter.to.len();
        let files = vec![attachment(&name, Media::Pdf, name.as_bytes())];
        let Ok(eml) = draft(letter, files) else { return Ok(()) };
        let known = ["To:", "Subject:", "X-Unsent:", "MIME-Version:", "Content-Type:"];
        let headers = headers(&eml);
        prop_assert_eq!(headers.len(), 4 + addressed);
        prop_assert!(headers.iter().all(|it| known.iter().any(|known| it.starts_with(known))));
        let message = parsed(&eml);
        prop_assert!(message.bcc().is_none() && message.cc().is_none());
        let expected: String = subject.nfc().collect();
        prop_assert_eq!(message.subject().unwrap_or_default(), expected);
        prop_assert_eq!(message.to().map_or(0, |it| it.iter().count()), addressed);
        prop_assert_eq!(message.parts.len(), 3, "the frame, the body and one attachment");
        prop_assert_eq!(attached(&eml), [name.into_bytes()]);
    }

    #[test]
    fn attachments_keep_their_bytes(files in proptest::collection::vec(any::<Vec<u8>>(), 0..5)) {
        let list = files.iter().map(|bytes| attachment("cv.pdf", Media::Pdf, bytes)).collect();
        let eml = draft(letter("x", "y"), list).unwrap();
        prop_assert_eq!(attached(&eml), files);
    }
}
