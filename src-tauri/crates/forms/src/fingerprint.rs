//! Knows a form again: by what it asks and how it is laid out, not by its bytes.
//!
//! Word gives a file other bytes at every save, and a form that somebody began
//! to fill holds more words than the blank one. What is asked, in which order,
//! in which cells, stays. So that is what counts: sections, labels, kinds,
//! options, columns and cells; neither runs nor paragraphs, nor what already
//! stands in a blank.

use std::fmt::{Display, Formatter, Write as _};

use sha2::{Digest as _, Sha256};

use crate::{Field, Kind};

/// The same for every copy of a form.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Fingerprint(String);

impl Display for Fingerprint {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// The fingerprint of a form with these fields. `None`: it asks nothing.
pub fn fingerprint(fields: &[Field]) -> Option<Fingerprint> {
    if fields.is_empty() {
        return None;
    }
    let mut digest = Sha256::new();
    for field in fields {
        for word in words(field) {
            digest.update(word.as_bytes());
            digest.update([0]);
        }
        digest.update([1]);
    }
    let mut name = String::new();
    for byte in digest.finalize() {
        let _ = write!(name, "{byte:02x}");
    }
    Some(Fingerprint(name))
}

/// What counts of one field.
fn words(field: &Field) -> Vec<String> {
    let place = &field.place;
    let cell = [place.table, place.row, place.cell];
    let mut words = vec![kind(field.kind).to_owned(), format!("{cell:?}"), plain(&field.label)];
    words.extend(field.section.iter().map(|it| plain(it)));
    words.extend(field.options.iter().map(|it| plain(it)));
    words.extend(field.columns.iter().map(|it| plain(&it.label)));
    words
}

/// A blank that is known for one of a date's today may be one of words tomorrow.
fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Text | Kind::Date => "words",
        Kind::Check => "ticks",
        Kind::Choice => "list",
        Kind::Photo => "photo",
        Kind::Signature => "signature",
        Kind::Rows => "rows",
    }
}

/// Words without case, spaces and punctuation.
fn plain(words: &str) -> String {
    words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use ooxml::{PartName, Tree};

    use super::*;
    use crate::{
        Dictionary,
        word::{Story, detect},
    };

    fn of(body: &str) -> Option<Fingerprint> {
        let w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        let xml = format!("<w:document xmlns:w=\"{w}\"><w:body>{body}</w:body></w:document>");
        let part = PartName::new("word/document.xml").unwrap();
        let story = Story::new(part, Tree::parse("word/document.xml", xml.into()).unwrap());
        let found = detect(0, &story, Dictionary::shipped());
        let fields: Vec<Field> = found.into_iter().map(|it| it.field).collect();
        fingerprint(&fields)
    }

    const FORM: &str = "<w:p><w:r><w:t>Favourite colour: ______</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>姓名</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>";

    #[test]
    fn a_form_that_was_saved_again_is_the_same_form() {
        let again = "<w:p w:rsidR=\"00A1\"><w:bookmarkStart w:id=\"0\" w:name=\"x\"/><w:bookmarkEnd w:id=\"0\"/><w:r w:rsidRPr=\"00B2\"><w:t xml:space=\"preserve\">Favourite </w:t></w:r><w:proofErr w:type=\"spellStart\"/><w:r><w:t>colour: ______</w:t></w:r></w:p><w:tbl><w:tblPr/><w:tr w:rsidR=\"00C3\"><w:tc><w:tcPr/><w:p><w:r><w:t>姓</w:t></w:r><w:r><w:t>名</w:t></w:r></w:p></w:tc><w:tc><w:tcPr/><w:p w:rsidR=\"00D4\"/></w:tc></w:tr></w:tbl>";
        assert!(of(FORM).is_some());
        assert_eq!(of(FORM), of(again));
    }

    #[test]
    fn a_form_that_asks_something_else_is_another_one() {
        assert_ne!(of(FORM), of(&FORM.replace("colour", "flavour")));
        assert_ne!(
            of(FORM),
            of(&FORM.replace("<w:p/>", "<w:p><w:r><w:t>□男 □女</w:t></w:r></w:p>"))
        );
        assert_ne!(
            of(FORM),
            of(&FORM.replace("<w:tbl>", "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr>"))
        );
        assert_eq!(of("<w:p><w:r><w:t>Nothing is asked.</w:t></w:r></w:p>"), None);
    }
}
