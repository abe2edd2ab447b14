//! The PDF copy of a filled form, and whether it says what the form says.
//!
//! LibreOffice draws some forms otherwise than Word. What it leaves out is found
//! by reading its PDF again: every word of the form, and every answer that was
//! written, has to be there.

use std::collections::BTreeMap;

use documents::office::Office;
use unicode_normalization::UnicodeNormalization as _;

use crate::{Document, Error};

/// No more lost words are named: one loss looks like another.
const NAMED: usize = 8;

/// The PDF copy of a form.
#[derive(Debug, Clone)]
pub struct PdfCopy {
    /// The PDF.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: Option<u32>,
    /// Words of the form that it does not show, the first of them.
    pub lost: Vec<String>,
}

/// How a document is read: here, or in a process of its own.
pub(crate) type Read<'a> = &'a dyn Fn(&Document) -> Result<documents::Cv, Error>;

/// Has `office` turn `form` into a PDF, and compares. `answers` are what was written into it,
/// where that is known.
pub(crate) fn copy(
    office: &Office,
    form: &Document,
    answers: &[String],
    read: Read<'_>,
) -> Result<PdfCopy, Error> {
    let name = form.name();
    let bytes = office.pdf(&form.bytes, &name)?;
    let said = read(&Document::named("form.pdf", bytes.clone()))?;
    // A workbook is not read as a document; there the answers are what must not be lost.
    let own = read(form).map(|it| it.text).unwrap_or_default();
    let expected = std::iter::once(own.as_str()).chain(answers.iter().map(String::as_str));
    let lost = lost(expected, &said.text);
    Ok(PdfCopy { bytes, pages: said.pages, lost })
}

/// Words of `expected` that are not in `text`, as often as they are there.
fn lost<'a>(expected: impl Iterator<Item = &'a str>, text: &str) -> Vec<String> {
    let mut there: BTreeMap<String, usize> = BTreeMap::new();
    for word in words(text) {
        *there.entry(word).or_default() += 1;
    }
    // A narrow cell breaks a long word in two, and a table may come column by column.
    let squeezed: String =
        text.nfkc().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect();
    let mut lost: Vec<String> = Vec::new();
    for part in expected {
        // Each part is looked for by itself: an answer stands in the form's text as well.
        let mut left = there.clone();
        for word in words(part) {
            match left.get_mut(&word) {
                Some(count) if *count > 0 => *count -= 1,
                _ if squeezed.contains(&word) || is_two(&word, &there) => {}
                _ if lost.contains(&word) || lost.len() == NAMED => {}
                _ => lost.push(word),
            }
        }
    }
    lost
}

/// Whether it is two words that stand apart in the PDF, as those of two text boxes do.
fn is_two(word: &str, there: &BTreeMap<String, usize>) -> bool {
    let known = |(at, _)| there.contains_key(&word[..at]) && there.contains_key(&word[at..]);
    word.char_indices().skip(1).any(known)
}

/// Words in Latin letters and numbers whole, Chinese letter by letter; marks are left aside,
/// since programs draw some of them otherwise. A number has no zeros before it: a workbook shows
/// 03/01/2027 as its cell would have it, such as 2027/3/1.
fn words(text: &str) -> Vec<String> {
    let plain = |word: &str| match word.trim_start_matches('0') {
        "" => "0".to_owned(),
        rest if rest.bytes().all(|it| it.is_ascii_digit()) => rest.to_owned(),
        _ => word.to_owned(),
    };
    let mut words = Vec::new();
    let mut word = String::new();
    // Readers of PDF give ① and µ in their plain shapes.
    for c in text.nfkc() {
        let is_han = matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}');
        if c.is_alphanumeric() && !is_han {
            word.extend(c.to_lowercase());
            continue;
        }
        if !word.is_empty() {
            words.push(plain(&std::mem::take(&mut word)));
        }
        if is_han {
            words.push(c.to_string());
        }
    }
    if !word.is_empty() {
        words.push(plain(&word));
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(form: &str, pdf: &str, expected: &[&str]) {
        assert_eq!(lost([form].into_iter(), pdf), expected);
    }

    #[test]
    fn what_the_pdf_does_not_show_is_named() {
        check("Name: Mei Ling 凌梅", "Name:\nMei Ling\n凌梅", &[]);
        check("Name: Mei Ling 凌梅", "Name: Mei", &["ling", "凌", "梅"]);
        check("ruoxi.lin@example.edu", "ruoxi.lin@exam\nple.edu", &[]);
        check("□ yes ☑ no ① µs", "yes no 1 μs", &[]);
        check("applicantdate", "applicant\ndate", &[]);
        check("03/01/2027, 08/27/2027", "2027/3/1 2027/8/27", &[]);
        check("2027-08-27", "2027-09-27", &["8"]);
        check("007a 00", "007a 0", &[]);
    }

    #[test]
    fn an_answer_that_is_in_the_form_counts_once() {
        assert_eq!(lost(["Name Mei", "Mei"].into_iter(), "Name Mei"), Vec::<String>::new());
    }
}
