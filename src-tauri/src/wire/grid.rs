//! A workbook on the form screen: its sheets as rows of cells.

use serde::Serialize;
use ts_rs::TS;

/// The sheets of a form that have blanks.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Grid {
    /// Each with its cells.
    pub sheets: Vec<GridSheet>,
}

/// A sheet.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct GridSheet {
    /// Its name.
    pub name: String,
    /// How wide each column is, in characters.
    pub columns: Vec<f64>,
    /// Its rows. A cell stands in the row that it begins in.
    pub rows: Vec<Vec<GridCell>>,
}

/// A cell, or several that are one.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct GridCell {
    /// Its column, from 0.
    pub column: u32,
    /// How many columns it spans.
    pub columns: u32,
    /// How many rows it spans.
    pub rows: u32,
    /// What stands in it, in order.
    pub pieces: Vec<GridPiece>,
}

/// A part of what stands in a cell.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "is")]
pub(crate) enum GridPiece {
    /// Printed words.
    Words {
        /// The words.
        words: String,
    },
    /// A blank, and what will stand in it.
    Blank {
        /// Its name, as in the marks of pages: the field's id, `.r<i>c<j>` after it in rows.
        name: String,
        /// The words; none if it stays empty.
        text: String,
    },
    /// An option with its box.
    Option {
        /// Its field.
        field: String,
        /// Its number, from 0.
        number: u32,
        /// It will be ticked.
        is_on: bool,
        /// The words on it; none where they stand in a cell beside it.
        words: String,
    },
}
