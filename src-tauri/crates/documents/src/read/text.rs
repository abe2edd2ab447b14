//! Plain text in whatever encoding the candidate's editor chose.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::Contents;
use crate::Finding;

/// Text, and how it was written.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Decoded {
    pub(super) text: String,
    pub(super) encoding: &'static Encoding,
}

/// Makes text of `bytes`, or says that they are none. `declared` is the encoding
/// that they name for themselves; UTF-8 that is valid wins over it, since editors
/// change the bytes and forget the name.
pub(super) fn decode(bytes: &[u8], declared: Option<&'static Encoding>) -> Option<Decoded> {
    let (encoding, mark) = Encoding::for_bom(bytes)
        .or_else(|| wide(bytes).map(|encoding| (encoding, 0)))
        .unwrap_or_else(|| (guess(bytes, declared), 0));
    let (text, had_errors) = encoding.decode_without_bom_handling(&bytes[mark..]);
    if had_errors || is_binary(&text) {
        return None;
    }
    Some(Decoded { text: text.into_owned(), encoding })
}

/// UTF-16 without a mark: every other byte of Latin text is zero.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(4096)];
    let zeros =
        |offset: usize| sample.iter().skip(offset).step_by(2).filter(|it| **it == 0).count();
    let (first, second) = (zeros(0), zeros(1));
    let many = sample.len() / 8;
    if second > many && first == 0 {
        Some(UTF_16LE)
    } else if first > many && second == 0 {
        Some(UTF_16BE)
    } else {
        None
    }
}

fn guess(bytes: &[u8], declared: Option<&'static Encoding>) -> &'static Encoding {
    if std::str::from_utf8(bytes).is_ok() {
        return UTF_8;
    }
    if let Some(declared) = declared {
        return declared;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    // The candidates' own world settles a tie: GBK rather than Big5 or EUC-KR.
    detector.guess(Some(b"cn"), Utf8Detection::Allow)
}

/// Text holds no control characters beyond those that lay it out.
fn is_binary(text: &str) -> bool {
    let controls = text.chars().filter(|c| c.is_control() && !"\t\n\r\u{c}".contains(*c)).count();
    controls * 200 > text.chars().count()
}

/// Whether somebody wrote it. Any bytes are text in some old encoding of Western Europe; its
/// languages have few letters that are not plain.
pub(super) fn is_plausible(decoded: &Decoded) -> bool {
    let is_western = |it: &char| ('\u{80}'..'\u{250}').contains(it);
    let odd = decoded.text.chars().filter(is_western).count();
    decoded.encoding == UTF_8 || odd * 4 <= decoded.text.chars().count()
}

/// The contents of a text file.
pub(super) fn read(decoded: Decoded) -> Contents {
    let Decoded { text, encoding } = decoded;
    let old = encoding != UTF_8 && encoding != UTF_16LE && encoding != UTF_16BE;
    let findings = if old && !text.is_ascii() {
        vec![Finding::OldEncoding { encoding: encoding.name().into() }]
    } else {
        Vec::new()
    };
    Contents { text, findings, ..Contents::default() }
}
