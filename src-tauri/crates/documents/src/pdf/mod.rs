//! Documents of our own as PDF: words flow down pages, in fonts that travel along.
//!
//! A [`Flow`] takes paragraphs, rows and rules from top to bottom and breaks
//! lines and pages by itself. Fonts are cut down to the letters used, so a CV of
//! two pages stays far below 200 KB, and the same input gives the same bytes.

mod finish;
mod flow;
mod font;
mod fonts;
mod kerning;
mod line;
mod system;
mod table;

#[cfg(test)]
pub(crate) mod tests;

pub use finish::Properties;
pub use flow::{Flow, Paper, Shape};
pub use fonts::{CHINESE, Face, Fonts};
pub use table::Row;

/// Red, green and blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

impl Colour {
    /// For running text.
    pub const BLACK: Self = Self(0x1a, 0x1a, 0x1a);
    /// For what stands aside: dates, page numbers.
    pub const GREY: Self = Self(0x5f, 0x66, 0x70);
}

/// Words that look alike.
#[derive(Debug, Clone, PartialEq)]
pub struct Span {
    /// The words.
    pub text: String,
    /// Upright, bold or slanted.
    pub face: Face,
    /// The size in points.
    pub size: f32,
    /// Their colour.
    pub colour: Colour,
    /// What is painted behind them.
    pub fill: Option<Colour>,
    /// Where they lead when clicked.
    pub link: Option<String>,
}

impl Span {
    /// Black upright words.
    pub fn new(text: impl Into<String>, size: f32) -> Self {
        let (face, colour) = (Face::Regular, Colour::BLACK);
        Self { text: text.into(), face, size, colour, fill: None, link: None }
    }

    /// The same in bold.
    #[must_use]
    pub fn bold(mut self) -> Self {
        self.face = Face::Bold;
        self
    }

    /// The same, slanted.
    #[must_use]
    pub fn italic(mut self) -> Self {
        self.face = Face::Italic;
        self
    }

    /// The same in another colour.
    #[must_use]
    pub fn colour(mut self, colour: Colour) -> Self {
        self.colour = colour;
        self
    }

    /// The same on a ground of this colour.
    #[must_use]
    pub fn fill(mut self, colour: Colour) -> Self {
        self.fill = Some(colour);
        self
    }

    /// The same, leading to `address` when clicked.
    #[must_use]
    pub fn link(mut self, address: impl Into<String>) -> Self {
        self.link = Some(address.into());
        self
    }
}
