//! Word forms: stories, paragraphs and tables; where the blanks are; how they are written.

mod atoms;
mod blank;
mod detect;
mod glyphs;
mod grid;
mod story;
mod tokens;
pub(crate) mod write;

pub(crate) use detect::{Found, detect};
pub(crate) use story::Story;
