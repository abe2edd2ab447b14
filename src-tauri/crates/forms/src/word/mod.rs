//! Word forms: stories, paragraphs and tables; where the blanks are; how they are written.

mod atoms;
mod blank;
mod glyphs;
mod grid;
mod story;

