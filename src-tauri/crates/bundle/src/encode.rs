//! How words that are not ASCII travel in a mail's headers, and bytes in its body.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use unicode_normalization::UnicodeNormalization as _;

use crate::name::char_floor;

/// Bytes of text in one encoded word. With its frame that is 64 characters, so
/// a line of `Subject: ` and one word stays below the 76 that RFC 2047 allows.
const WORD_BYTES: usize = 39;
/// Characters of base64 in a line (RFC 2045).
const COLUMNS: usize = 76;

/// What a line may hold (RFC 5322), with room for the header's name.
const LINE: usize = 900;

/// A header's text. ASCII stays as it is, on one line: programs that do not
/// unfold headers then still find its words together. The rest goes into
/// base64 words (RFC 2047), one a line; so does ASCII that looks like such
/// words, or whose outer spaces would be lost.
pub(crate) fn header_text(text: &str) -> String {
    let is_plain = text.is_ascii() && text.len() <= LINE && !text.contains("=?");
    if is_plain && text.trim() == text {
        text.to_owned()
    } else {
        encoded_words(text).join("\r\n ")
    }
}

/// The `name` of `Content-Type`. Not what a standard says, but what QQ, 163 and
/// Outlook read: encoded words between quotes.
pub(crate) fn quoted_name(name: &str) -> String {
    format!("\"{}\"", header_text(name))
}

/// The `filename` of `Content-Disposition`: quoted in ASCII, else RFC 2231 in
/// one piece, since QQ and 163 lose names that are split into several.
pub(crate) fn file_name_parameter(name: &str) -> String {
    if name.is_ascii() {
        return format!("filename=\"{name}\"");
    }
    let mut out = String::from("filename*=UTF-8''");
    for byte in name.nfc().collect::<String>().bytes() {
        if byte.is_ascii_alphanumeric() || b"!#$&+-.^_`|~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            out.push_str(&crate::hex(&[byte]).to_uppercase());
        }
    }
    out
}

/// Base64 in lines of 76 columns, the last one ended too.
pub(crate) fn base64_lines(bytes: &[u8]) -> String {
    let encoded = STANDARD.encode(bytes);
    let mut out = String::with_capacity(encoded.len() + encoded.len() / COLUMNS * 2 + 2);
    let mut rest = encoded.as_str();
    while !rest.is_empty() {
        let (line, after) = rest.split_at(rest.len().min(COLUMNS));
        out.push_str(line);
        out.push_str("\r\n");
        rest = after;
    }
    out
}

fn encoded_words(text: &str) -> Vec<String> {
    let text: String = text.nfc().collect();
    let mut words = Vec::new();
    let mut rest = text.as_str();
    while !rest.is_empty() {
        let (word, after) = rest.split_at(char_floor(rest, WORD_BYTES));
        words.push(format!("=?UTF-8?B?{}?=", STANDARD.encode(word)));
        rest = after;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ascii_is_left_alone_and_the_rest_becomes_short_words() {
        assert_eq!(header_text("Research intern"), "Research intern");
        assert_eq!(header_text("=?UTF-8?B?YQ==?="), "=?UTF-8?B?PT9VVEYtOD9CP1lRPT0/PQ==?=");
        assert_eq!(header_text("实习"), "=?UTF-8?B?5a6e5Lmg?=");
        let long = header_text(&"申请实习 ".repeat(30));
        assert!(long.split("\r\n ").all(|word| word.len() <= 64), "{long}");
    }

    #[test]
    fn a_file_name_stands_in_one_piece() {
        assert_eq!(file_name_parameter("CV (2).pdf"), "filename=\"CV (2).pdf\"");
        assert_eq!(
            file_name_parameter("简历 1.pdf"),
            "filename*=UTF-8''%E7%AE%80%E5%8E%86%201.pdf"
        );
        assert_eq!(quoted_name("简历.pdf"), "\"=?UTF-8?B?566A5Y6GLnBkZg==?=\"");
    }

    #[test]
    fn base64_has_76_columns() {
        let lines = base64_lines(&[7; 200]);
        let lengths: Vec<_> = lines.lines().map(str::len).collect();
        assert_eq!(lengths, [76, 76, 76, 40]);
        assert!(lines.ends_with("\r\n"));
        assert_eq!(base64_lines(&[]), "");
    }
}
