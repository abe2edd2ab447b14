//! What we know of a CV after reading it.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The four kinds of file that postings take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CvKind {
    /// Portable Document Format.
    Pdf,
    /// A `.docx` package.
    Word,
    /// Plain text.
    Text,
    /// HTML or XHTML.
    Html,
}

impl fmt::Display for CvKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Pdf => "PDF",
            Self::Word => "Word",
            Self::Text => "text",
            Self::Html => "HTML",
        })
    }
}

/// The languages that a CV is written in, names and titles in the other one left aside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Languages {
    /// English.
    English,
    /// Chinese.
    Chinese,
    /// English and Chinese, each a good part of it.
    Both,
    /// Another language, by its ISO 639-3 code.
    Other(String),
    /// Too few words to tell.
    Unknown,
}

impl Languages {
    /// Whether it serves as an English CV.
    pub fn has_english(&self) -> bool {
        matches!(self, Self::English | Self::Both)
    }

    /// Whether it serves as a Chinese CV.
    pub fn has_chinese(&self) -> bool {
        matches!(self, Self::Chinese | Self::Both)
    }
}

/// Something the candidate should know before sending. It does not stop the reading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "camelCase", tag = "finding")]
#[non_exhaustive]
pub enum Finding {
    /// Pages, but hardly a letter on them: pictures of pages.
    #[error(
        "it is a scan ({} of pictures, no text): nobody can search or copy it; \
         export the CV from the program it was written in", counted(*pages)
    )]
    Scan {
        /// How many pages.
        pages: u32,
    },
    /// A readable file with hardly a word in it.
    #[error("it holds no text: check that it is the right file")]
    NoText,
    /// Pages whose text no program can make out, such as letters without Unicode values.
    #[error(
        "the text of {pages} of its pages cannot be read by a program, so a search may not find \
         it: export it once more, with the fonts embedded"
    )]
    Unreadable {
        /// How many pages.
        pages: u32,
    },
    /// Parts of the file are broken, and what is left was read.
    #[error(
        "parts of it are damaged: what is left can be read here, but other programs may not \
         open it; export it once more"
    )]
    Damaged,
    /// Fonts that the file names and does not bring along.
    #[error(
        "it does not bring its fonts along ({}), so it looks different on other computers, or \
         like boxes: export it once more, with the fonts embedded", fonts.join(", ")
    )]
    FontsNotEmbedded {
        /// Their names.
        fonts: Vec<String>,
    },
    /// Text that opens as gibberish on some computers.
    #[error("it is written in {encoding}, which does not open everywhere: save it as UTF-8")]
    OldEncoding {
        /// The encoding's name, as the web spells it.
        encoding: String,
    },
}

fn counted(pages: u32) -> String {
    if pages == 1 { "1 page".into() } else { format!("{pages} pages") }
}

/// A CV, read.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Cv {
    /// The file's name, without its folder.
    pub name: String,
    /// What it is, by its content.
    pub kind: CvKind,
    /// Its size in bytes.
    pub bytes: u64,
    /// How many pages: counted in PDF, as last saved in Word, unknown elsewhere.
    pub pages: Option<u32>,
    /// The languages it is written in.
    pub languages: Languages,
    /// The title in its properties.
    pub title: Option<String>,
    /// The author in its properties.
    pub author: Option<String>,
    /// Its words.
    pub text: String,
    /// What the candidate should know before sending it.
    pub findings: Vec<Finding>,
}

impl Cv {
    /// Whether a program finds words in it. A scan has none.
    pub fn has_text(&self) -> bool {
        self.text.chars().filter(|c| c.is_alphanumeric()).take(LETTERS).count() == LETTERS
    }
}

/// With fewer letters than this a file has no text worth the name: a page number, a stamp.
const LETTERS: usize = 20;

/// Leaves out what the file says about a person, so that no log can hold it.
impl fmt::Debug for Cv {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Cv")
            .field("kind", &self.kind)
            .field("bytes", &self.bytes)
            .field("pages", &self.pages)
            .field("languages", &self.languages)
            .field("findings", &self.findings)
            .finish_non_exhaustive()
    }
}
