//! PDF: pages, properties and words.
//!
//! The libraries that read PDF were written for files that mean well: some
//! panic, some never end. So they run on a thread of their own, each page guarded
//! by itself, and we wait for so long and no longer.

use std::panic::{self, AssertUnwindSafe};
use std::sync::{Once, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use pdf_extract::{Document, Object, PlainTextOutput, output_doc_page};
use unicode_normalization::UnicodeNormalization;

use super::Contents;
use crate::{CvKind, Error, Finding};

/// How long one file may take.
const PATIENCE: Duration = Duration::from_secs(10);
/// A page's operators may call forms within forms: room for that.
const STACK: usize = 64 * 1024 * 1024;
const THREAD: &str = "pdf-reader";

/// What the thread tells, in this order.
enum Told {
    Opened { pages: u32, title: Option<String>, author: Option<String> },
    Page(Option<String>),
}

enum Refusal {
    Encrypted,
    Damaged(String),
}

/// Reads the PDF that `bytes` are.
pub(super) fn read(bytes: &[u8], name: &str) -> Result<Contents, Error> {
    hush();
    let (tell, told) = mpsc::channel();
    let bytes = bytes.to_vec();
    thread::Builder::new()
        .name(THREAD.into())
        .stack_size(STACK)
        .spawn(move || {
            let said = panic::catch_unwind(AssertUnwindSafe(|| open(&bytes, &tell)));
            // A panic's words may quote the file, so they are not passed on.
            let nonsense = || Refusal::Damaged("its structure makes no sense".into());
            if let Some(refusal) = said.unwrap_or_else(|_| Some(nonsense())) {
                // Nobody listens any more when the time is up.
                let _ = tell.send(Err(refusal));
            }
        })
        .map_err(|error| damaged(name, error.to_string()))?;
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
    let (pages, title, author) = match next() {
        Ok(Ok(Told::Opened { pages, title, author })) => (pages, title, author),
        Ok(Err(Refusal::Encrypted)) => {
            return Err(Error::Encrypted { name: name.into(), kind: CvKind::Pdf });
        }
        Ok(Err(Refusal::Damaged(reason))) => return Err(damaged(name, reason)),
        Ok(Ok(Told::Page(_))) | Err(_) => return Err(slow),
    };
    let mut text = String::new();
    let mut unreadable = 0;
    for page in 0..pages {
        match next() {
            Ok(Ok(Told::Page(Some(words)))) => {
                text.push_str(words.trim());
                text.push('\n');
            }
            Ok(Ok(_)) => unreadable += 1,
            Ok(Err(_)) | Err(_) => {
                unreadable += pages - page;
                break;
            }
        }
    }
    let findings =
        if unreadable > 0 { vec![Finding::Unreadable { pages: unreadable }] } else { Vec::new() };
    Ok(Contents { pages: Some(pages), title, author, text, findings })
}

/// Opens the file and tells page by page. What it returns ends the telling.
fn open(bytes: &[u8], tell: &mpsc::Sender<Result<Told, Refusal>>) -> Option<Refusal> {
    let mut document = match Document::load_mem(bytes) {
        Ok(document) => document,
        Err(pdf_extract::Error::InvalidPassword | pdf_extract::Error::Decryption(_)) => {
            return Some(Refusal::Encrypted);
        }
        Err(error) => return Some(Refusal::Damaged(error.to_string())),
    };
    // Many files are encrypted under an empty password, only to forbid changes.
    if document.is_encrypted() && document.decrypt("").is_err() {
        return Some(Refusal::Encrypted);
    }
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    let Ok(count) = u32::try_from(pages.len()) else {
        return Some(Refusal::Damaged("it claims too many pages".into()));
    };
    if count == 0 {
        return Some(Refusal::Damaged("it has no pages".into()));
    }
    let [title, author] = properties(&document, [b"Title", b"Author"]);
    tell.send(Ok(Told::Opened { pages: count, title, author })).ok()?;
    for page in pages {
        tell.send(Ok(Told::Page(words(&document, page)))).ok()?;
    }
    None
}

/// The words of one page. `None` means that there may be words, and we cannot read them.
fn words(document: &Document, page: u32) -> Option<String> {
    let guarded = |read: &dyn Fn() -> Option<String>| {
        panic::catch_unwind(AssertUnwindSafe(read)).ok().flatten()
    };
    let laid_out = guarded(&|| {
        let mut text = String::new();
        output_doc_page(document, &mut PlainTextOutput::new(&mut text), page).ok()?;
        Some(text)
    });
    let text = laid_out.or_else(|| guarded(&|| document.extract_text(&[page]).ok()))?;
    // Chinese PDFs often spell 一 with the radical ⼀, which only looks the same.
    let text: String = text.nfkc().filter(|c| !is_noise(*c) || c.is_whitespace()).collect();
    is_readable(&text).then_some(text)
}

/// Whether the letters have Unicode values: without them most come out as noise.
fn is_readable(text: &str) -> bool {
    let total = text.chars().filter(|c| !c.is_whitespace()).count();
    let lost = text.chars().filter(|c| matches!(c, '\u{fffd}' | '\u{e000}'..='\u{f8ff}')).count();
    lost * 3 <= total
}

fn is_noise(c: char) -> bool {
    c.is_control() || c == '\u{ad}' || c == '\u{feff}'
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

/// Keeps the panics of this thread out of the error stream: they are answers here.
fn hush() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            if thread::current().name() != Some(THREAD) {
                before(panic);
            }
        }));
    });
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;
    use std::time::Duration;

    use super::{Told, listen};
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
        let pages = 3;
        tell.send(Ok(Told::Opened { pages, title: None, author: None })).ok().unwrap();
        tell.send(Ok(Told::Page(Some("first page".into())))).ok().unwrap();
        let contents = listen(&told, "cv.pdf", MOMENT).unwrap();
        assert_eq!(contents.text.trim(), "first page");
        assert_eq!(contents.findings, [Finding::Unreadable { pages: 2 }]);
    }
}
