//! Where an answer goes in a workbook: what detection found and [`super::write`] fills.

use super::place::At;

/// A cell of a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Spot {
    /// The sheet's index in the book.
    pub(crate) page: usize,
    /// The cell; of a merged area its first.
    pub(crate) at: At,
}

/// Where an answer goes.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Blank {
    /// A cell that takes words, a number or a date.
    Cell(Spot),
    /// A cell that takes one entry of a list, by the number of its rule on the sheet.
    Choice {
        /// The cell.
        spot: Spot,
        /// The rule.
        rule: usize,
    },
    /// A cell with boxes printed among its words, one for each option.
    Marks(Spot),
    /// Check boxes, one for each option, by their numbers on the sheet.
    Ticks {
        /// The sheet.
        page: usize,
        /// The boxes.
        boxes: Vec<usize>,
    },
    /// Option buttons, one for each option, by their numbers on the sheet.
    Buttons {
        /// The sheet.
        page: usize,
        /// The buttons, in the order in which they are shown.
        buttons: Vec<usize>,
        /// The same in the order in which Excel counts them.
        counted: Vec<usize>,
    },
    /// Cells under headers, row by row. `None` is a printed cell, to be kept.
    Rows(Vec<Vec<Option<Blank>>>),
    /// A cell for a picture.
    Photo,
    /// Not to be written: signatures and parts for others.
    Nothing,
}
