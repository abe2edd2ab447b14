//! The work on files that the app does not trust itself with: reading CVs, joining PDFs,
//! drawing papers. Whoever asks says it as a [`Task`] and the bytes of the files; the same
//! hands do it in this process and in a worker's.

use documents::{Cv, Part, pdf::Properties, writing::Writing};
use serde::{Deserialize, Serialize};

use crate::{
    Error,
    papers::{Drawn, Lettering, draw},
};

/// What is asked.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Task {
    Read { name: String },
    Merge { files: Vec<File>, said: Said },
    Draw { writing: Writing, drawn: Drawn },
}

/// A file that is to be joined with others.
#[derive(Serialize, Deserialize)]
pub(crate) struct File {
    pub(crate) name: String,
    pub(crate) title: String,
    pub(crate) bytes: usize,
}

/// What the joined file says of itself.
#[derive(Serialize, Deserialize)]
pub(crate) struct Said {
    pub(crate) title: String,
    pub(crate) author: String,
    pub(crate) subject: String,
    pub(crate) language: String,
    pub(crate) date: (i16, i8, i8),
}

/// What is answered. The bytes of what was made come beside it.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Answer {
    Read(Cv),
    Made,
    Refused(documents::Error),
    NoFonts,
}

/// Who does it.
pub(crate) trait Work: std::fmt::Debug + Send + Sync {
    /// Does a task on files whose bytes lie behind each other. `None`: they do not.
    fn answer(&self, task: Task, bytes: &[u8]) -> Option<(Answer, Vec<u8>)>;
}

/// The hands of this process.
#[derive(Debug, Default)]
pub(crate) struct Hands {
    /// The fonts that papers are drawn with.
    pub(crate) lettering: Lettering,
}

impl Work for Hands {
    fn answer(&self, task: Task, bytes: &[u8]) -> Option<(Answer, Vec<u8>)> {
        let made = match task {
            Task::Read { name } => {
                let read = documents::read(bytes, &name);
                return Some((read.map_or_else(Answer::Refused, Answer::Read), Vec::new()));
            }
            Task::Merge { files, said } => join(&files, &said, bytes)?.map_err(Answer::Refused),
            Task::Draw { writing, drawn } => {
                draw(&writing, drawn, &self.lettering).map_err(|error| match error {
                    Error::Paper(error) => Answer::Refused(error),
                    _ => Answer::NoFonts,
                })
            }
        };
        Some(match made {
            Ok(bytes) => (Answer::Made, bytes),
            Err(answer) => (answer, Vec::new()),
        })
    }
}

/// Joins files whose bytes lie behind each other. `None`: they do not.
fn join(
    files: &[File],
    said: &Said,
    mut bytes: &[u8],
) -> Option<Result<Vec<u8>, documents::Error>> {
    let mut parts = Vec::new();
    for file in files {
        let (own, rest) = bytes.split_at_checked(file.bytes)?;
        parts.push(Part { name: &file.name, title: &file.title, bytes: own });
        bytes = rest;
    }
    let Said { title, author, subject, language, date } = said;
    let date = *date;
    Some(documents::merge(&parts, &Properties { title, author, subject, language, date }))
}
