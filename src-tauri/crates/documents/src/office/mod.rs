//! LibreOffice, where it is: turns a Word or Excel file into the PDF that it prints as.
//!
//! It runs with a profile of its own in a folder that is thrown away, so the
//! candidate's settings, macros and open windows have no part in it; links are
//! not followed and macros are not run. It gets so long and no longer.
//!
//! **Invariant:** nothing of the file stays behind, and nothing is fetched.

mod find;
mod run;

use std::path::PathBuf;
use std::time::Duration;

pub use find::find;

/// How long one file may take. The first start of a fresh profile takes the longest.
const PATIENCE: Duration = Duration::from_secs(90);

/// A LibreOffice on this computer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Office {
    program: PathBuf,
    patience: Duration,
}

impl Office {
    /// The LibreOffice that this program starts.
    pub fn at(program: PathBuf) -> Self {
        Self { program, patience: PATIENCE }
    }

    /// The same with less patience.
    #[must_use]
    pub fn within(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }

    /// Where its program is.
    pub fn program(&self) -> &std::path::Path {
        &self.program
    }
}
