//! Several PDFs into one, with a bookmark for each.
//!
//! Pages keep their size, their content and their links; what belongs to a file
//! as a whole (its own bookmarks, its form, its properties) stays behind. The
//! files may be anybody's, so the work is done on a thread of its own and
//! guarded, like the reading of a CV.
//!
//! **Invariant:** a file goes in with all of its pages or is refused by name.

mod join;

#[cfg(test)]
mod tests;

use std::panic::{self, AssertUnwindSafe};
use std::sync::{Once, mpsc};
use std::thread;
use std::time::Duration;

use crate::pdf::Properties;
use crate::{CvKind, Error};

/// How long it may take, all files together.
const PATIENCE: Duration = Duration::from_secs(20);
const THREAD: &str = "pdf-merger";
/// Objects may lie within objects: room for that.
const STACK: usize = 64 * 1024 * 1024;

/// A file to merge.
#[derive(Debug, Clone, Copy)]
pub struct Part<'a> {
    /// Its file name, for errors.
    pub name: &'a str,
    /// What its bookmark says.
    pub title: &'a str,
    /// Its content.
    pub bytes: &'a [u8],
}

/// Why one of the files cannot go in.
enum Refusal {
    Encrypted,
    Damaged(String),
}

/// Puts the pages of `parts` into one PDF, in their order.
///
/// # Errors
/// A file that is protected by a password, or damaged, or no PDF.
pub fn merge(parts: &[Part<'_>], properties: &Properties<'_>) -> Result<Vec<u8>, Error> {
    if parts.is_empty() {
        return Err(Error::Unwritten { reason: "there is nothing to merge".into() });
    }
    for part in parts {
        if part.bytes.is_empty() {
            return Err(Error::Empty { name: part.name.into() });
        }
    }
    let files: Vec<(String, String, Vec<u8>)> = parts
        .iter()
        .map(|it| (it.name.to_owned(), it.title.to_owned(), it.bytes.to_vec()))
        .collect();
    hush();
    let said = join::Said::from(properties);
    let (tell, told) = mpsc::channel();
    let work = move || {
        let mut joined = join::Joined::new();
        for (name, title, bytes) in files {
            let add = AssertUnwindSafe(|| joined.add(&title, &bytes));
            // A panic's words may quote the file, so they are not passed on.
            let nonsense = |_| Err(Refusal::Damaged("its structure makes no sense".into()));
            if let Err(refusal) = panic::catch_unwind(add).unwrap_or_else(nonsense) {
                return Err(refused(&name, refusal));
            }
        }
        joined.finish(&said)
    };
    let unwritten = |reason: &str| Error::Unwritten { reason: reason.into() };
    thread::Builder::new()
        .name(THREAD.into())
        .stack_size(STACK)
        // Nobody listens any more when the time is up.
        .spawn(move || drop(tell.send(work())))
        .map_err(|error| unwritten(&error.to_string()))?;
    told.recv_timeout(PATIENCE).unwrap_or_else(|_| Err(unwritten("it takes too long")))
}

fn refused(name: &str, refusal: Refusal) -> Error {
    let name = name.to_owned();
    match refusal {
        Refusal::Encrypted => Error::Encrypted { name, kind: CvKind::Pdf },
        Refusal::Damaged(reason) => Error::Damaged { name, kind: CvKind::Pdf, reason },
    }
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
