//! The characters of a text, each with the bytes it was written with.
//!
//! A character may take one byte or a reference of many (`&#x5F20;`), so an
//! edit that replaces the third character needs to know which bytes are its.

use std::{borrow::Cow, ops::Range};

use crate::scan::markup_length;

/// The characters of a stretch of XML, as a parser would hand them on: references
/// resolved, line ends made `\n`, markup left out. See [`Tree::chars`](crate::Tree::chars).
#[derive(Debug, Clone)]
pub struct Chars<'a> {
    source: &'a str,
    at: usize,
    end: usize,
    in_character_data: bool,
}

impl<'a> Chars<'a> {
    pub(crate) fn new(source: &'a str, range: Range<usize>) -> Self {
        Self { source, at: range.start, end: range.end, in_character_data: false }
    }
}

impl Iterator for Chars<'_> {
    type Item = (char, Range<usize>);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let rest = self.source.get(self.at..self.end)?;
            if self.in_character_data && rest.starts_with("]]>") {
                (self.at, self.in_character_data) = (self.at + 3, false);
                continue;
            }
            if !self.in_character_data && rest.starts_with('<') {
                if rest.starts_with("<![CDATA[") {
                    (self.at, self.in_character_data) = (self.at + 9, true);
                } else {
                    self.at += markup_length(rest)?;
                }
                continue;
            }
            let start = self.at;
            let (c, length) = match rest.chars().next()? {
                '&' if !self.in_character_data => {
                    let name = &rest[1..rest.find(';')?];
                    (entity(name)?, name.len() + 2)
                }
                '\r' => ('\n', if rest.starts_with("\r\n") { 2 } else { 1 }),
                c => (c, c.len_utf8()),
            };
            self.at += length;
            return Some((c, start..self.at));
        }
    }
}

/// The character of a reference that XML 1.0 defines without a DTD.
fn entity(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix('x') {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)
        }
    }
}

/// The value of an attribute: references resolved, white space made spaces.
pub(crate) fn attribute_value(value: &str) -> Cow<'_, str> {
    if !value.contains(['&', '\t', '\n', '\r']) {
        return Cow::Borrowed(value);
    }
    let chars = Chars::new(value, 0..value.len());
    let space = |range: Range<usize>| value[range].starts_with(['\t', '\n', '\r']);
    Cow::Owned(chars.map(|(c, range)| if space(range) { ' ' } else { c }).collect())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(source: &str, text: &str) {
        let found: Vec<_> = Chars::new(source, 0..source.len()).collect();
        assert_eq!(found.iter().map(|(c, _)| c).collect::<String>(), text);
        assert!(found.windows(2).all(|it| it[0].1.end <= it[1].1.start));
    }

    #[test]
    fn references_are_single_characters() {
        check("a&amp;b&#x5F20;&#65;&apos;", "a&b张A'");
    }

    #[test]
    fn markup_inside_a_text_is_no_text() {
        check("a<!-- > -->b<?x > ?>c<![CDATA[<d>&amp;]]>e", "abc<d>&amp;e");
    }

    #[test]
    fn line_ends_are_one_character() {
        check("a\r\nb\rc\nd", "a\nb\nc\nd");
    }

    #[test]
    fn white_space_in_an_attribute_is_space_unless_it_is_written_as_a_reference() {
        assert_eq!(attribute_value("a\tb\r\nc&#10;d&lt;"), "a b c\nd<");
    }

    proptest! {
        #[test]
        fn a_parser_reads_the_same_text(text in "[a-z<&>'\"张 \\n]{0,40}") {
            let source = format!("<a>{}</a>", crate::escape(&text));
            let parsed = roxmltree::Document::parse(&source).unwrap();
            let ours: String = Chars::new(&source, 3..source.len() - 4).map(|(c, _)| c).collect();
            prop_assert_eq!(ours, parsed.root_element().text().unwrap_or_default());
        }
    }
}
