//! Why a profile cannot be read.

use serde_path_to_error::Segment;

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

impl Error {
    /// What serde said, without the words that the candidate wrote.
    pub(crate) fn member(error: &serde_path_to_error::Error<serde_json::Error>) -> Self {
        let segment = |segment: &Segment| match segment {
            Segment::Seq { index } => format!("/{index}"),
            Segment::Map { key } => format!("/{}", key.replace('~', "~0").replace('/', "~1")),
            Segment::Enum { variant } => format!("/{variant}"),
            Segment::Unknown => String::new(),
        };
        let said = error.inner().to_string();
        let expected = match said.find("expected") {
            Some(at) => said[at..].to_owned(),
            None => "it is not what the schema allows there; `candidacy profile schema` prints the schema".to_owned(),
        };
        Self::Member { pointer: error.path().iter().map(segment).collect(), expected }
    }
}
