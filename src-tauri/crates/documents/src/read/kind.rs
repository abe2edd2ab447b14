//! What a file is, by its bytes. Endings lie: `cv.docx` may be a web page.

use ooxml::{FileKind, Kind, Package};

use super::html;
use super::text::{self, Decoded};
use crate::{CvKind, Error};

/// A file of a kind that we read.
#[derive(Debug)]
pub(super) enum Sniffed {
    Pdf,
    Word(Box<Package>),
    Html(Decoded),
    Text(Decoded),
}

/// Looks at the bytes. Office files and the kinds that are taken for them are
/// for `ooxml` to tell.
pub(super) fn sniff(bytes: &[u8], name: &str) -> Result<Sniffed, Error> {
    // Readers accept a PDF whose header stands anywhere in the first kilobyte.
    if bytes[..bytes.len().min(1024)].windows(5).any(|it| it == b"%PDF-") {
        return Ok(Sniffed::Pdf);
    }
    let damaged = |reason: String| Error::Damaged { name: name.into(), kind: CvKind::Word, reason };
    let other = |found: &str| Err(Error::OtherKind { name: name.into(), found: found.into() });
    let kind = match Package::open(bytes.to_vec()) {
        Ok(package) => {
            return match package.kind() {
                Kind::Word | Kind::WordTemplate => Ok(Sniffed::Word(Box::new(package))),
                Kind::Workbook | Kind::WorkbookTemplate => other("an Excel workbook"),
                Kind::Presentation => other("a PowerPoint file"),
                _ => other("an office file of another kind"),
            };
        }
        Err(ooxml::Error::NotAPackage(kind)) => kind,
        Err(ooxml::Error::Active { .. }) => return Err(Error::Macros { name: name.into() }),
        Err(error) => return Err(damaged(error.to_string())),
    };
    match kind {
        FileKind::Empty => Err(Error::Empty { name: name.into() }),
        FileKind::PasswordProtected | FileKind::RightsManaged => {
            Err(Error::Encrypted { name: name.into(), kind: CvKind::Word })
        }
        FileKind::CutShort => Err(damaged("it breaks off".into())),
        FileKind::Html
        | FileKind::PlainText
        | FileKind::Unknown
        | FileKind::WebArchive
        | FileKind::Xml => match text::decode(bytes, html::declared(bytes)) {
            Some(decoded) => markup(decoded, name),
            None => Err(Error::Unknown { name: name.into() }),
        },
        _ => other(kind.article()),
    }
}

/// Text that a program is meant to read, or a person.
fn markup(decoded: Decoded, name: &str) -> Result<Sniffed, Error> {
    let other = |found: &str| Err(Error::OtherKind { name: name.into(), found: found.into() });
    let start = decoded.text.trim_start();
    if start.is_empty() {
        return Err(Error::Empty { name: name.into() });
    }
    let head: String = start.chars().take(1024).collect::<String>().to_ascii_lowercase();
    let opens_with = |tags: &[&str]| tags.iter().any(|it| head.starts_with(it));
    let holds = |tags: &[&str]| head.starts_with('<') && tags.iter().any(|it| head.contains(it));
    if holds(&["<!doctype html", "<html", "<head", "<body"])
        || opens_with(&["<div", "<p>", "<h1", "<table", "<meta", "<title", "<article"])
    {
        Ok(Sniffed::Html(decoded))
    } else if opens_with(&["<?xml"]) {
        other(FileKind::Xml.article())
    } else if opens_with(&["mime-version:", "from: <saved by"]) {
        other(FileKind::WebArchive.article())
    } else if head.contains("\\documentclass") {
        other("a LaTeX source")
    } else {
        Ok(Sniffed::Text(decoded))
    }
}
