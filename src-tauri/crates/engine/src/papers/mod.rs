//! The papers around a form: what they say. How they are drawn is the matter of `documents`.
//!
//! **Invariants.** A paper holds the candidate's facts and own sentences, and
//! words that only name them. A fact that is missing is a gap that is seen.

mod answers;
mod cover;
mod lettering;
mod sheets;
mod slots;
pub(crate) mod speaks;
mod summary;

#[cfg(test)]
mod tests;

use documents::writing::{Tongue, Writing};
use jiff::civil::Date;
use postings::Language;
use serde::{Deserialize, Serialize};

pub(crate) use answers::answers;
pub(crate) use cover::{letter, letter_text, settled};
pub(crate) use lettering::Lettering;
pub use lettering::chinese_font;
pub(crate) use sheets::sheets;
pub(crate) use summary::{Sent, Summary, size, summary};

use crate::Error;

/// What a paper is drawn as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Drawn {
    /// A Word file.
    Word,
    /// A PDF.
    Pdf,
}

/// A cover letter.
#[derive(Debug, Clone)]
pub struct CoverLetter {
    /// What it says, to be drawn.
    pub writing: Writing,
    /// The same as text to edit: facts are in, gaps are slots.
    pub text: String,
    /// The facts that it lacks, each once, as keys.
    pub gaps: Vec<String>,
}

/// Draws a paper.
pub(crate) fn draw(
    writing: &Writing,
    drawn: Drawn,
    lettering: &Lettering,
) -> Result<Vec<u8>, Error> {
    let bytes = match drawn {
        Drawn::Word => writing.word(),
        Drawn::Pdf => writing.pdf(lettering.fonts()?),
    };
    bytes.map_err(Error::from)
}

fn tongue(language: Language) -> Tongue {
    match language {
        Language::En => Tongue::English,
        Language::Zh => Tongue::Chinese,
    }
}

fn ymd(date: Date) -> (i16, i8, i8) {
    (date.year(), date.month(), date.day())
}

/// One of two words, by the language.
fn say(language: Language, english: &'static str, chinese: &'static str) -> &'static str {
    match language {
        Language::En => english,
        Language::Zh => chinese,
    }
}
