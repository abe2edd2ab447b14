//! Why a profile cannot be read.

/// What stands in the way. No message repeats what the candidate wrote, for
/// messages end up in logs.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The text is not JSON at all.
    #[error(
        "the profile is not JSON: {reason}; look at that line, a comma or a quote may be missing"
    )]
    Json {
        /// What the parser said, with line and column.
        reason: String,
    },
    /// A member of the profile cannot be what it says.
    #[error("the profile has something wrong at `{pointer}`: {expected}")]
    Member {
        /// Where: a JSON pointer.
        pointer: String,
        /// What should stand there.
        expected: String,
    },
    /// Made by a later version of the app.
    #[error(
        "the profile has schema version `{found}` and this program reads up to `{known}`; update the program"
    )]
    Newer {
        /// The version it says it has.
        found: u64,
        /// The newest one we know.
        known: u32,
    },
    /// Not in the catalogue.
    #[error("there is no fact called `{key}`; `extra.<name>` holds facts of your own")]
    UnknownKey {
        /// The name that was asked for.
        key: String,
    },
    /// A BibTeX file that cannot be read.
    #[error("the BibTeX file cannot be read at line {line}: {reason}")]
    Bibtex {
        /// The line, from 1.
        line: usize,
        /// What the parser said.
        reason: String,
    },
}
