//! Header rows, of one or two levels, and the blank rows under them.

use super::{
    table::{Contents, Role},
    text,
};
use crate::word::grid::{Cell, Grid};

/// A header row and the blank rows under it.
pub(super) struct Block<'g> {
    /// The headers' words, one for each column.
    pub(super) labels: Vec<String>,
    /// The cells they stand in.
    pub(super) headers: Vec<&'g Cell>,
    /// The cells of each row, one for each column.
    pub(super) rows: Vec<Vec<&'g Cell>>,
    /// The row after the last.
    pub(super) end: usize,
    /// A cell of the first blank row, to find what is merged left of it.
    pub(super) first: &'g Cell,
}

pub(super) fn is_printed(contents: &Contents, cell: &Cell) -> bool {
    contents[&cell.node].role == Role::Words
}

pub(super) fn is_blank(contents: &Contents, cell: &Cell) -> bool {
    let content = &contents[&cell.node];
    content.role == Role::Empty || content.sole.is_some()
}

/// Reads a header row at `row`, of one or two levels, and the rows under it.
pub(super) fn header<'g>(grid: &'g Grid, contents: &Contents, row: usize) -> Option<Block<'g>> {
    let (labels, cells, below) = header_cells(grid, contents, row)?;
    let mut rows: Vec<Vec<&Cell>> = Vec::new();
    let mut ends = vec![below];
    while let Some(end) = ends.last().copied()
        && let Some((found, after)) = data_row(grid, contents, &cells, end)
    {
        rows.push(found);
        ends.push(after);
    }
    let first = *rows.first()?.iter().find(|it| is_blank(contents, it))?;
    if are_pairs(contents, &labels, &rows) {
        return None;
    }
    // A row whose printed cells differ from the others' is a row of labels and blanks.
    let may_print = |column: usize| {
        column < 2 || rows.iter().all(|it| is_printed(contents, it[column])) && rows.len() > 1
    };
    let is_blank_row = |row: &Vec<&Cell>| row.iter().all(|it| is_blank(contents, it));
    let shows_specimen =
        rows.len() > 1 && is_blank_row(&rows[1]) && rows.last().is_some_and(is_blank_row);
    let is_regular = rows.iter().skip(usize::from(shows_specimen)).all(|it| {
        it.iter().enumerate().all(|(column, cell)| !is_printed(contents, cell) || may_print(column))
    });
    if !is_regular {
        let regular = rows
            .iter()
            .take_while(|it| {
                it.iter()
                    .enumerate()
                    .all(|(column, cell)| !is_printed(contents, cell) || column == 0)
            })
            .count();
        if regular == 0 {
            return None;
        }
        rows.truncate(regular);
    }
    let end = ends[rows.len()];
    Some(Block { labels, headers: cells, rows, end, first })
}

/// Rows of label, blank, label, blank: the row above them heads nothing, unless it
/// says the same over both halves.
fn are_pairs(contents: &Contents, labels: &[String], rows: &[Vec<&Cell>]) -> bool {
    let says_more = labels.len() >= 4 && labels.len().is_multiple_of(2) && labels[0] != labels[2];
    says_more
        && rows.iter().all(|row| {
            row.iter().enumerate().all(|(column, cell)| {
                let is_label =
                    is_printed(contents, cell) && !text::is_index(&contents[&cell.node].text);
                is_label == (column % 2 == 0)
            })
        })
}

type Headers<'g> = (Vec<String>, Vec<&'g Cell>, usize);

fn header_cells<'g>(grid: &'g Grid, contents: &Contents, row: usize) -> Option<Headers<'g>> {
    let all: Vec<&Cell> = grid.rows.get(row)?.iter().filter(|it| !it.is_continuation).collect();
    // A cell merged down the left edge names the section.
    let next = row + 1;
    let depth = all.iter().map(|it| it.rows.len()).min()?;
    let mut cells: Vec<&Cell> = all
        .iter()
        .copied()
        .filter(|it| it.rows.len() <= 2.max(depth) && it.rows.end <= grid.rows.len())
        .collect();
    if cells.iter().any(|it| it.rows.len() == 1) && cells.iter().any(|it| it.rows.len() == 2) {
        if let Some(leaves) = two_levels(grid, contents, &cells, next) {
            let is_header =
                leaves.len() >= 2 && cells.iter().all(|it| contents[&it.node].role != Role::Mixed);
            let (labels, cells) = leaves.into_iter().unzip();
            return is_header.then_some((labels, cells, row + 2));
        }
        cells.retain(|it| it.rows.len() == 1);
    }
    if cells.len() < 2 || cells.iter().any(|it| it.rows.len() != cells[0].rows.len()) {
        return None;
    }
    let is_label = |it: &&Cell| {
        let content = &contents[&it.node];
        content.role == Role::Words
            && text::is_label(&content.text)
            && !text::is_clear_prompt(&content.text)
    };
    let corner_is_empty = contents[&cells[0].node].role == Role::Empty;
    let headers = if corner_is_empty { &cells[1..] } else { &cells[..] };
    if !headers.iter().all(is_label) || headers.len() < 2 && !corner_is_empty {
        return None;
    }
    let labels = cells.iter().map(|it| contents[&it.node].text.clone()).collect();
    let below = cells[0].rows.end;
    Some((labels, cells, below))
}

/// The headers of two levels, with their words: merged ones beside ones that have
/// parts, or a remark, of their own in the row `below`.
fn two_levels<'g>(
    grid: &'g Grid,
    contents: &Contents,
    cells: &[&'g Cell],
    below: usize,
) -> Option<Vec<(String, &'g Cell)>> {
    let role = |it: &Cell| contents[&it.node].role;
    let words = |it: &Cell| contents[&it.node].text.as_str();
    let mut leaves: Vec<(String, &Cell)> = Vec::new();
    let (mut parts, mut gaps) = (0, 0);
    for cell in cells {
        if cell.rows.len() == 2 {
            match role(cell) {
                Role::Words => leaves.push((words(cell).to_owned(), cell)),
                // A column that nobody named.
                Role::Empty => gaps += 1,
                _ => return None,
            }
            continue;
        }
        let mut own = grid
            .rows
            .get(below)?
            .iter()
            .filter(|it| !it.is_continuation && cell.columns.contains(&it.columns.start));
        if role(cell) == Role::Empty {
            gaps += 1;
            if own.any(|it| role(it) != Role::Empty) {
                return None;
            }
            continue;
        }
        let before = leaves.len();
        for part in own {
            match role(part) {
                Role::Words => {
                    let whole = format!("{} {}", words(cell), words(part));
                    leaves.push((text::tidy(&whole), part));
                }
                Role::Empty => {}
                _ => return None,
            }
        }
        // What stands alone under a header is printed, or is no part of it.
        if leaves.len() == before {
            return None;
        }
        parts += leaves.len() - before;
    }
    if parts < 2 || gaps * 3 > leaves.len() {
        return None;
    }
    leaves.sort_by_key(|it| it.1.columns.start);
    Some(leaves)
}

/// The cells of a blank row, one for each header, and the number of the row after it.
/// An entry may be two rows high, where its printed name is; it is written into the
/// upper one.
fn data_row<'g>(
    grid: &'g Grid,
    contents: &Contents,
    headers: &[&Cell],
    row: usize,
) -> Option<(Vec<&'g Cell>, usize)> {
    let start = headers[0].columns.start;
    let starts_here = |it: &&Cell| !it.is_continuation && it.columns.end > start;
    let is_tall =
        |it: &&Cell| it.rows.len() == 2 && it.columns.start == start && is_printed(contents, it);
    let all: Vec<&Cell> = grid.rows.get(row)?.iter().filter(starts_here).collect();
    let lower = grid.rows.get(row + 1).map(Vec::as_slice).unwrap_or_default();
    let is_two_high = all.first().is_some_and(is_tall)
        && lower.iter().filter(starts_here).all(|it| contents[&it.node].role == Role::Empty);
    let own: Vec<&Cell> =
        all.into_iter().filter(|it| it.rows.len() == 1 || is_two_high && is_tall(it)).collect();
    let cells: Vec<&Cell> = if own.len() == headers.len() {
        own
    } else {
        headers
            .iter()
            .map(|header| own.iter().copied().find(|it| it.columns.start == header.columns.start))
            .collect::<Option<_>>()?
    };
    let blank = cells.iter().filter(|it| is_blank(contents, it)).count();
    let fits = cells.iter().all(|it| is_blank(contents, it) || is_printed(contents, it));
    (fits && blank * 2 >= cells.len() && blank > 0)
        .then_some((cells, row + 1 + usize::from(is_two_high)))
}
