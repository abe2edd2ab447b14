//! A table's true grid: which columns each cell covers, and which rows a merged one spans.

use std::ops::Range;

use ooxml::{NodeId, Ns, Tree};

/// A cell and the grid columns and rows that it covers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cell {
    /// Its `w:tc`.
    pub(crate) node: NodeId,
    /// Its row's number.
    pub(crate) row: usize,
    /// Its number in its row.
    pub(crate) number: usize,
    /// The grid columns it covers.
    pub(crate) columns: Range<usize>,
    /// The rows it covers; more than one for the first cell of a vertical merge.
    pub(crate) rows: Range<usize>,
    /// It continues a merge that a cell above began, and shows nothing of its own.
    pub(crate) is_continuation: bool,
    /// Its width in twentieths of a point, where the file says so.
    pub(crate) width: Option<u32>,
}

/// A table laid out.
#[derive(Debug)]
pub(crate) struct Grid {
    /// Rows of cells, as the file has them, continuations included.
    pub(crate) rows: Vec<Vec<Cell>>,
}

impl Grid {
    /// Lays out `table`, a `w:tbl`.
    pub(crate) fn new(tree: &Tree, table: NodeId) -> Self {
        let mut row_nodes = Vec::new();
        gather(tree, table, "tr", &mut row_nodes);
        let mut rows: Vec<Vec<Cell>> =
            row_nodes.iter().enumerate().map(|(number, row)| lay_row(tree, *row, number)).collect();
        for row in 0..rows.len() {
            for cell in 0..rows[row].len() {
                if !rows[row][cell].is_continuation {
                    let columns = rows[row][cell].columns.clone();
                    let covered = rows[row + 1..].iter().take_while(|below| {
                        below
                            .iter()
                            .any(|it| it.is_continuation && it.columns.start == columns.start)
                    });
                    rows[row][cell].rows = row..row + 1 + covered.count();
                }
            }
        }
        Self { rows }
    }

    /// The cells that show something of their own, in document order.
    pub(crate) fn cells(&self) -> impl Iterator<Item = &Cell> {
        self.rows.iter().flatten().filter(|it| !it.is_continuation)
    }

    /// The cell that covers a place of the grid, merges resolved.
    pub(crate) fn at(&self, row: usize, column: usize) -> Option<&Cell> {
        let here = self.rows.get(row)?.iter().find(|it| it.columns.contains(&column))?;
        if !here.is_continuation {
            return Some(here);
        }
        self.rows[..row].iter().rev().find_map(|above| {
            above.iter().find(|it| {
                !it.is_continuation
                    && it.columns.start == here.columns.start
                    && it.rows.contains(&row)
            })
        })
    }

    /// The cell left of `cell` in its row, merges resolved.
    pub(crate) fn left_of(&self, cell: &Cell) -> Option<&Cell> {
        cell.columns.start.checked_sub(1).and_then(|column| self.at(cell.row, column))
    }

    /// The cell right of `cell` in its row, merges resolved.
    pub(crate) fn right_of(&self, cell: &Cell) -> Option<&Cell> {
        self.at(cell.row, cell.columns.end)
    }

    /// The cell above `cell`'s first column, merges resolved.
    pub(crate) fn above(&self, cell: &Cell) -> Option<&Cell> {
        cell.row.checked_sub(1).and_then(|row| self.at(row, cell.columns.start))
    }

    /// The cell below `cell`'s first column, merges resolved.
    pub(crate) fn below(&self, cell: &Cell) -> Option<&Cell> {
        self.at(cell.rows.end, cell.columns.start)
    }
}

/// Elements called `name` inside `node`, with controls and the like seen through.
fn gather(tree: &Tree, node: NodeId, name: &str, found: &mut Vec<NodeId>) {
    for child in tree.children(node) {
        match (tree.ns(child), tree.local(child)) {
            (Ns::W, local) if local == name => found.push(child),
            (Ns::W, "sdt" | "sdtContent" | "customXml" | "ins" | "moveTo") => {
                gather(tree, child, name, found);
            }
            _ => {}
        }
    }
}

fn lay_row(tree: &Tree, row: NodeId, number: usize) -> Vec<Cell> {
    let skipped = tree
        .child(row, Ns::W, "trPr")
        .and_then(|it| tree.child(it, Ns::W, "gridBefore"))
        .and_then(|it| number_of(tree, it))
        .unwrap_or(0);
    let mut column = skipped as usize;
    let mut cells: Vec<Cell> = Vec::new();
    let mut nodes = Vec::new();
    gather(tree, row, "tc", &mut nodes);
    for (position, node) in nodes.into_iter().enumerate() {
        let properties = tree.child(node, Ns::W, "tcPr");
        let property = |name| properties.and_then(|it| tree.child(it, Ns::W, name));
        let span =
            property("gridSpan").and_then(|it| number_of(tree, it)).unwrap_or(1).max(1) as usize;
        let is_continuation = property("vMerge")
            .is_some_and(|it| tree.attr(it, Ns::W, "val").is_none_or(|val| val != "restart"));
        let width = property("tcW").and_then(|it| {
            let is_points = tree.attr(it, Ns::W, "type").is_none_or(|unit| unit == "dxa");
            tree.attr(it, Ns::W, "w").filter(|_| is_points)?.parse().ok()
        });
        cells.push(Cell {
            node,
            row: number,
            number: position,
            columns: column..column + span,
            rows: number..number + 1,
            is_continuation,
            width,
        });
        column += span;
    }
    cells
}

fn number_of(tree: &Tree, node: NodeId) -> Option<u32> {
    tree.attr(node, Ns::W, "val")?.parse().ok()
}
