//! Excel forms: sheets, cells and controls; where the blanks are; how they are written.
//!
//! **Invariants.** Only what the form leaves open is written: on a protected
//! sheet its unlocked cells. A cell keeps its style. What an answer does not
//! need is not touched: texts that cells share, the order of calculation, the
//! other sheets.

mod blank;
mod book;
mod control;
mod detect;
mod formula;
mod note;
mod page;
mod place;
mod style;
#[cfg(test)]
mod tests;
mod text;
mod validation;
mod vml;
mod write;

pub(crate) use blank::Blank;
pub(crate) use book::Book;
pub(crate) use detect::{Found, detect};
pub(crate) use page::Page;
pub(crate) use place::At;
pub(crate) use write::fill;
