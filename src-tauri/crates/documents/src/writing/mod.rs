//! What a document of ours says, whatever it is drawn as.
//!
//! A [`Writing`] is made of headings, paragraphs and tables, and of gaps where a
//! fact is missing. [`Writing::pdf`] and [`Writing::word`] draw the same one, so
//! there are no two versions of a letter.
//!
//! **Invariant:** a gap is seen in both, as a marked place with its name.

use serde::{Deserialize, Serialize};

mod pdf;
mod word;

#[cfg(test)]
mod tests;

/// The language of a document, which decides how paragraphs stand and which marks are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Tongue {
    /// English.
    English,
    /// Chinese.
    Chinese,
}

impl Tongue {
    /// As files name it.
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en-GB",
            Self::Chinese => "zh-CN",
        }
    }
}

/// A document: what it says of itself, and its blocks from top to bottom.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Writing {
    /// Its title, in its properties.
    pub title: String,
    /// Who wrote it.
    pub author: String,
    /// What it is about.
    pub subject: String,
    /// The language it is in.
    pub language: Tongue,
    /// When it was written: year, month, day.
    pub date: (i16, i8, i8),
    /// What it says.
    pub blocks: Vec<Block>,
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Block {
    /// The largest words, at the top: a name, a title.
    Title(Words),
    /// What stands close below the title, in grey.
    Subtitle(Words),
    /// A thin line from margin to margin.
    Rule,
    /// A heading.
    Heading(Words),
    /// A paragraph.
    Paragraph(Words, Stand),
    /// One of several points.
    Point(Words),
    /// A table.
    Table(Table),
}

/// How a paragraph stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stand {
    /// As the language has it: in Chinese with its first line two characters further in.
    #[default]
    Body,
    /// At the left edge, in any language: an address, 敬礼.
    Flush,
    /// The same, further from what stands above: a letter's subject, its salutation, its end.
    Apart,
    /// At the right edge: the signature of a Chinese letter.
    Right,
    /// Small and grey: a remark of ours.
    Remark,
}

/// Cells side by side.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Table {
    /// How wide each column is, against the others.
    pub widths: Vec<u32>,
    /// Over the columns.
    pub header: Vec<Words>,
    /// Below it.
    pub rows: Vec<Vec<Words>>,
}

/// Words of one paragraph or cell.
pub type Words = Vec<Piece>;

/// Words that look alike.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// The words; a line may end in them.
    pub text: String,
    /// How they look.
    pub look: Look,
    /// Where they lead when clicked.
    pub link: Option<String>,
}

/// How words look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Look {
    /// Like the others.
    Plain,
    /// Stronger.
    Strong,
    /// Grey: what stands aside.
    Quiet,
    /// A place that waits for a fact.
    Gap,
}

impl Piece {
    /// Plain words.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), look: Look::Plain, link: None }
    }

    /// Strong words.
    pub fn strong(text: impl Into<String>) -> Self {
        Self { look: Look::Strong, ..Self::plain(text) }
    }

    /// Words aside.
    pub fn quiet(text: impl Into<String>) -> Self {
        Self { look: Look::Quiet, ..Self::plain(text) }
    }

    /// A place that waits for the fact called `name`.
    pub fn gap(name: &str) -> Self {
        Self { look: Look::Gap, ..Self::plain(format!("[{name}]")) }
    }

    /// The same, leading somewhere when clicked.
    #[must_use]
    pub fn link(mut self, address: impl Into<String>) -> Self {
        self.link = Some(address.into());
        self
    }
}

impl Writing {
    /// Every piece of it, in order.
    pub fn pieces(&self) -> impl Iterator<Item = &Piece> {
        self.blocks.iter().flat_map(|block| -> Box<dyn Iterator<Item = &Piece>> {
            match block {
                Block::Rule => Box::new(std::iter::empty()),
                Block::Title(words)
                | Block::Subtitle(words)
                | Block::Heading(words)
                | Block::Paragraph(words, _)
                | Block::Point(words) => Box::new(words.iter()),
                Block::Table(table) => {
                    Box::new(table.header.iter().chain(table.rows.iter().flatten()).flatten())
                }
            }
        })
    }

    /// The places that wait for a fact, as they are marked.
    pub fn gaps(&self) -> Vec<&str> {
        self.pieces().filter(|it| it.look == Look::Gap).map(|it| it.text.as_str()).collect()
    }
}
