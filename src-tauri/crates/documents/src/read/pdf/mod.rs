//! PDF: pages, properties and words.
//!
//! The libraries that read PDF were written for files that mean well: some
//! panic, some never end. So they run on a thread of their own, each page guarded
//! by itself, and we wait for so long and no longer.
//!
//! There are two readers: a small one of our own, which knows better how wide letters
//! are and so where a word ends, and pdf-extract, which knows more odd fonts. Where
//! our own leaves a letter without a meaning, both read the page, and the one that
//! makes out more is believed.

mod extract;
mod fold;
mod fonts;
mod layout;
mod open;
mod own;

use std::panic::{self, AssertUnwindSafe};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use pdf_extract::{Document, Object, ObjectId};

use layout::Glyph;
use open::Opened;

use super::Contents;
use crate::{CvKind, Error, Finding, apart};

/// How long one file may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// What the thread tells, in this order.
enum Told {
    Opened(Box<Contents>),
    Page(Option<String>),
}

enum Refusal {
    Encrypted,
    Damaged(String),
}

/// Reads the PDF that `bytes` are.
pub(super) fn read(bytes: &[u8], name: &str) -> Result<Contents, Error> {
    let (tell, told) = mpsc::channel();
    let bytes = bytes.to_vec();
    let begun = apart::begin(move || {
        let said = panic::catch_unwind(AssertUnwindSafe(|| tell_all(&bytes, &tell)));
        // A panic's words may quote the file, so they are not passed on.
        let nonsense = || Refusal::Damaged("its structure makes no sense".into());
        if let Some(refusal) = said.unwrap_or_else(|_| Some(nonsense())) {
            // Nobody listens any more when the time is up.
            let _ = tell.send(Err(refusal));
        }
    });
    begun.map_err(|error| damaged(name, error.to_string()))?;
    listen(&told, name, PATIENCE)
}

fn damaged(name: &str, reason: String) -> Error {
    Error::Damaged { name: name.into(), kind: CvKind::Pdf, reason }
}

/// Gathers what the thread tells, for as long as `patience` lasts.
fn listen(
    told: &mpsc::Receiver<Result<Told, Refusal>>,
    name: &str,
    patience: Duration,
) -> Result<Contents, Error> {
    let deadline = Instant::now() + patience;
    let next = || told.recv_timeout(deadline.saturating_duration_since(Instant::now()));
    let slow = Error::Slow { name: name.into(), kind: CvKind::Pdf, seconds: patience.as_secs() };
    let mut contents = match next() {
        Ok(Ok(Told::Opened(contents))) => *contents,
        Ok(Err(Refusal::Encrypted)) => {
            return Err(Error::Encrypted { name: name.into(), kind: CvKind::Pdf });
        }
        Ok(Err(Refusal::Damaged(reason))) => return Err(damaged(name, reason)),
        Ok(Ok(Told::Page(_))) | Err(_) => return Err(slow),
    };
    let pages = contents.pages.unwrap_or_default();
    let mut unreadable = 0;
    for page in 0..pages {
        match next() {
            Ok(Ok(Told::Page(Some(words)))) => {
                contents.text.push_str(words.trim());
                contents.text.push('\n');
            }
            Ok(Ok(_)) => unreadable += 1,
            Ok(Err(_)) | Err(_) => {
                unreadable += pages - page;
                break;
            }
        }
    }
    let has_words = contents.text.contains(char::is_alphanumeric);
    if contents.findings.contains(&Finding::Damaged) && !has_words {
        return Err(damaged(name, "nothing on its pages can be read".into()));
    }
    if unreadable > 0 {
        contents.findings.push(Finding::Unreadable { pages: unreadable });
    }
    Ok(contents)
}

/// Opens the file and tells page by page. What it returns ends the telling.
fn tell_all(bytes: &[u8], tell: &mpsc::Sender<Result<Told, Refusal>>) -> Option<Refusal> {
    let Opened { document, pages, is_damaged } = match open::open(bytes) {
        Ok(opened) => opened,
        Err(refusal) => return Some(refusal),
    };
    let Ok(count) = u32::try_from(pages.len()) else {
        return Some(Refusal::Damaged("it claims too many pages".into()));
    };
    let [title, author] = properties(&document, [b"Title", b"Author"]);
    let mut findings = Vec::new();
    if is_damaged {
        findings.push(Finding::Damaged);
    }
    let fonts = fonts::missing(&document, &pages);
    if !fonts.is_empty() {
        findings.push(Finding::FontsNotEmbedded { fonts });
    }
    let contents = Contents { pages: Some(count), title, author, text: String::new(), findings };
    tell.send(Ok(Told::Opened(Box::new(contents)))).ok()?;
    for (number, page) in pages {
        tell.send(Ok(Told::Page(words(&document, number, page)))).ok()?;
    }
    None
}

/// The words of one page. `None` means that there may be words, and we cannot read them.
fn words(document: &Document, number: u32, page: ObjectId) -> Option<String> {
    let guarded = |read: &dyn Fn() -> Option<Vec<Glyph>>| {
        panic::catch_unwind(AssertUnwindSafe(read)).ok().flatten()
    };
    let own = guarded(&|| Some(own::glyphs(document, page)));
    let glyphs = match own {
        Some(own) if is_plain(&own) => own,
        own => match (own, guarded(&|| extract::glyphs(document, number, page))) {
            // A few letters more or less are a matter of opinion.
            (Some(own), Some(extract)) if made_out(&extract) * 50 > made_out(&own) * 51 => extract,
            (Some(own), _) => own,
            (None, extract) => extract?,
        },
    };
    let text = fold::fold(&layout::text(&glyphs));
    // Icons are letters of the private area. They say nothing once their font is gone.
    is_readable(&text).then(|| text.replace(|c| matches!(c, '\u{e000}'..='\u{f8ff}'), " "))
}

/// Whether every letter has a meaning, and there are any.
fn is_plain(glyphs: &[Glyph]) -> bool {
    !glyphs.is_empty() && !glyphs.iter().flat_map(|it| it.text.chars()).any(is_lost)
}

/// How many letters have a meaning, less those that have none.
fn made_out(glyphs: &[Glyph]) -> usize {
    let all = || glyphs.iter().flat_map(|it| it.text.chars());
    let known = all().filter(|c| c.is_alphanumeric() && !is_lost(*c)).count();
    known.saturating_sub(all().filter(|c| is_lost(*c)).count())
}

/// What stands for a letter that nobody knows.
fn is_lost(c: char) -> bool {
    matches!(c, '\u{fffd}' | '\u{e000}'..='\u{f8ff}') || (c.is_control() && !c.is_whitespace())
}

/// Whether the letters have Unicode values: without them most come out as noise.
fn is_readable(text: &str) -> bool {
    let total = text.chars().filter(|c| !c.is_whitespace()).count();
    text.chars().filter(|c| is_lost(*c)).count() * 3 <= total
}

fn properties<const N: usize>(document: &Document, keys: [&[u8]; N]) -> [Option<String>; N] {
    let trailer = document.trailer.get(b"Info");
    let properties =
        trailer.and_then(|it| document.dereference(it)).and_then(|(_, it)| it.as_dict());
    keys.map(|key| {
        let value = properties.as_ref().ok()?.get(key).ok()?;
        let (_, value) = document.dereference(value).ok()?;
        matches!(value, Object::String(..)).then(|| pdf_extract::decode_text_string(value).ok())?
    })
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;
    use std::time::Duration;

    use super::{Contents, Told, listen};
    use crate::{CvKind, Error, Finding};

    const MOMENT: Duration = Duration::from_millis(20);

    #[test]
    fn waiting_has_an_end() {
        let (_silent, told) = mpsc::channel();
        let refused = listen(&told, "cv.pdf", MOMENT).unwrap_err();
        assert_eq!(refused, Error::Slow { name: "cv.pdf".into(), kind: CvKind::Pdf, seconds: 0 });
    }

    #[test]
    fn pages_that_never_come_are_counted_and_the_others_kept() {
        let (tell, told) = mpsc::channel();
        let contents = Contents { pages: Some(3), ..Contents::default() };
        tell.send(Ok(Told::Opened(Box::new(contents)))).ok().unwrap();
        tell.send(Ok(Told::Page(Some("first page".into())))).ok().unwrap();
        let contents = listen(&told, "cv.pdf", MOMENT).unwrap();
        assert_eq!(contents.text.trim(), "first page");
        assert_eq!(contents.findings, [Finding::Unreadable { pages: 2 }]);
    }
}
