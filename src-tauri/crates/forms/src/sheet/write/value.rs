//! Words as a cell takes them.

use crate::sheet::{page::Page, place::At, validation::Rule};

/// An answer's words as they are written: one kind of line break, no white space around.
pub(super) fn words(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let text = text.replace(['\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'], "\n");
    let kept = text.chars().filter(|it| !it.is_control() || matches!(it, '\n' | '\t'));
    kept.filter(|it| !matches!(it, '\u{fffe}' | '\u{ffff}')).collect::<String>().trim().to_owned()
}

/// Whether a rule asks for a number in a cell.
pub(super) fn is_numeric(page: &Page, at: At) -> bool {
    page.validations.iter().any(|it| it.rule == Rule::Number && it.is_for(at))
}

/// Words that are a plain number. One that a number would not give back as it
/// was written (`007`, 18 digits) stays words.
pub(super) fn number(words: &str) -> Option<f64> {
    let is_plain = words.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-'));
    let number: f64 = words.parse().ok()?;
    (is_plain && words.len() <= 15 && number.to_string() == words).then_some(number)
}
