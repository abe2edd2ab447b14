//! A workbook on the form screen.

use engine::desk;

use super::{count, each};
use crate::wire::grid::{Grid, GridCell, GridPiece, GridSheet};

impl From<desk::Grid> for Grid {
    fn from(it: desk::Grid) -> Self {
        Self { sheets: each(it.sheets) }
    }
}

impl From<desk::GridSheet> for GridSheet {
    fn from(it: desk::GridSheet) -> Self {
        Self { name: it.name, columns: it.columns, rows: it.rows.into_iter().map(each).collect() }
    }
}

impl From<desk::GridCell> for GridCell {
    fn from(it: desk::GridCell) -> Self {
        Self {
            column: count(it.column),
            columns: count(it.columns),
            rows: count(it.rows),
            pieces: each(it.pieces),
        }
    }
}

impl From<desk::GridPiece> for GridPiece {
    fn from(it: desk::GridPiece) -> Self {
        match it {
            desk::GridPiece::Words(words) => Self::Words { words },
            desk::GridPiece::Blank { name, text } => Self::Blank { name, text },
            desk::GridPiece::Option { field, number, is_on, words } => {
                Self::Option { field, number: count(number), is_on, words }
            }
        }
    }
}
