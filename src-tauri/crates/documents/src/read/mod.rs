//! From bytes to a [`Cv`]: the one entrance, which looks at the content and
//! hands it to the reader of its kind.
//!
//! Bytes and a name in, a value out, and both can be written down: so the
//! reading can happen in another process.

mod html;
mod kind;
mod language;
mod pdf;
mod text;
mod word;

use kind::Sniffed;

use crate::{Cv, CvKind, Error, Finding, Languages};

/// The most we read. A whole application may have 18 MB.
const LIMIT: u64 = 32;
const MEGABYTE: u64 = 1024 * 1024;

/// What a reader of one kind found.
#[derive(Debug, Default)]
struct Contents {
    pages: Option<u32>,
    title: Option<String>,
    author: Option<String>,
    text: String,
    findings: Vec<Finding>,
}

/// The text that `bytes` are, whatever encoding an editor or a web site chose for it. `None`:
/// they are none.
pub fn decode(bytes: &[u8]) -> Option<String> {
    text::decode(bytes, html::declared(bytes)).filter(text::is_plausible).map(|it| it.text)
}

/// Reads the CV that `bytes` are. `name` is the file's name, for messages and
/// the result; its ending decides nothing.
///
/// # Errors
/// [`Error`] says why the file cannot go along as a CV and what to do about it.
pub fn read(bytes: &[u8], name: &str) -> Result<Cv, Error> {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let size = bytes.len() as u64;
    if bytes.is_empty() {
        return Err(Error::Empty { name: name.into() });
    }
    if size > LIMIT * MEGABYTE {
        let megabytes = size.div_ceil(MEGABYTE);
        return Err(Error::TooLarge { name: name.into(), megabytes, limit: LIMIT });
    }
    let (kind, contents) = match kind::sniff(bytes, name)? {
        Sniffed::Pdf => (CvKind::Pdf, pdf::read(bytes, name)?),
        Sniffed::Word(package) => (CvKind::Word, word::read(&package, name)?),
        Sniffed::Html(html) => (CvKind::Html, html::read(&html)),
        Sniffed::Text(text) => (CvKind::Text, text::read(text)),
    };
    let Contents { pages, title, author, text, findings } = contents;
    let mut cv = Cv {
        name: name.into(),
        kind,
        bytes: size,
        pages,
        languages: Languages::Unknown,
        title: title.as_deref().and_then(tidy),
        author: author.as_deref().and_then(tidy),
        text,
        findings,
    };
    if cv.has_text() {
        cv.languages = language::detect(&cv.text);
    } else if cv.findings.is_empty() {
        cv.findings.push(match (kind, pages) {
            (CvKind::Pdf, Some(pages)) => Finding::Scan { pages },
            _ => Finding::NoText,
        });
    }
    Ok(cv)
}

/// A property as one line, or nothing.
fn tidy(property: &str) -> Option<String> {
    let line = property.split_whitespace().collect::<Vec<_>>().join(" ");
    let line: String = line.chars().filter(|c| !c.is_control()).collect();
    (!line.is_empty()).then_some(line)
}

#[cfg(test)]
mod tests;
