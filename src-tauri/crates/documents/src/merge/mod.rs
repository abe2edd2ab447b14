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
use std::sync::mpsc;
use std::time::Duration;

use crate::pdf::Properties;
use crate::{CvKind, Error, apart};

/// How long it may take, all files together.
const PATIENCE: Duration = Duration::from_secs(20);

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
    // Nobody listens any more when the time is up.
    let begun = apart::begin(move || drop(tell.send(work())));
    begun.map_err(|error| unwritten(&error.to_string()))?;
    told.recv_timeout(PATIENCE).unwrap_or_else(|_| Err(unwritten("it takes too long")))
}

fn refused(name: &str, refusal: Refusal) -> Error {
    let name = name.to_owned();
    match refusal {
        Refusal::Encrypted => Error::Encrypted { name, kind: CvKind::Pdf },
        Refusal::Damaged(reason) => Error::Damaged { name, kind: CvKind::Pdf, reason },
    }
}
