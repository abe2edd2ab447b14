//! Word forms: stories, paragraphs and tables; where the blanks are; how they are written.

pub(crate) mod atoms;
pub(crate) mod blank;
pub(crate) mod detect;
mod fill;
pub(crate) mod glyphs;
pub(crate) mod grid;
mod room;
pub(crate) mod story;
mod tokens;
pub(crate) mod write;

pub(crate) use detect::{Found, detect};
pub(crate) use fill::fill;
pub(crate) use story::Story;
