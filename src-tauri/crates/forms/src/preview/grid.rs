//! A workbook's sheets on the screen: rows of cells, with the blanks told apart.
//!
//! A window has no reader for workbooks, and needs none: what a candidate looks
//! for is the printed words, the blanks beside them, and what will stand there.
//! Colours and fonts are left to Excel.
//!
//! A blank's name is that of its mark in a Word form: the field's id, with
//! `.r<i>c<j>` for a cell of rows and `.o<k>` for an option.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::{
    Answer, Approved, Error, Field, Form, fill,
    form::{Content, Workbook},
    sheet::{At, Blank, Page},
};

/// The sheets of a form that have blanks.
#[derive(Debug, Clone, PartialEq)]
pub struct Grid {
    /// Each with its cells.
    pub sheets: Vec<GridSheet>,
}

/// A sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct GridSheet {
    /// Its name.
    pub name: String,
    /// How wide each column is, in characters.
    pub columns: Vec<f64>,
    /// Its rows, from the first to the last that shows something.
    pub rows: Vec<Vec<GridCell>>,
}

/// A cell, or several that are one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GridCell {
    /// Its column, from 0.
    pub column: usize,
    /// How many columns it spans.
    pub columns: usize,
    /// How many rows it spans.
    pub rows: usize,
    /// What stands in it, in order.
    pub pieces: Vec<GridPiece>,
}

/// A part of what stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GridPiece {
    /// Printed words.
    Words(String),
    /// A blank, and what will stand in it.
    Blank {
        /// Its name.
        name: String,
        /// The words; none if it stays empty.
        text: String,
    },
    /// An option with its box.
    Option {
        /// Its field.
        field: String,
        /// Its number.
        number: usize,
        /// It will be ticked.
        is_on: bool,
        /// The words on it; none where they stand in a cell beside it.
        words: String,
    },
}

/// Sheets are shown up to here.
const END: At = At::new(400, 60);

/// What will stand in a form's sheets. `None`: the form is no workbook.
///
/// # Errors
/// As [`fill()`]: the form is filled to see what it takes. What comes of that goes nowhere.
pub fn grid(form: &Form, approved: &Approved) -> Result<Option<Grid>, Error> {
    let Content::Sheet(workbook) = &form.content else { return Ok(None) };
    let filled = fill(form, approved)?;
    let written: BTreeSet<&str> = filled
        .report
        .fields
        .iter()
        .filter(|it| it.written.is_some())
        .map(|it| it.id.0.as_str())
        .collect();
    let answers: HashMap<&str, (&Answer, &str)> = approved
        .proposals()
        .iter()
        .filter(|it| written.contains(it.field.0.as_str()))
        .filter_map(|it| Some((it.field.0.as_str(), (it.answer.as_ref()?, it.shown.as_str()))))
        .collect();
    let mut pieces: BTreeMap<(usize, At), Vec<GridPiece>> = BTreeMap::new();
    for found in &workbook.found {
        let answer = answers.get(found.field.id.0.as_str()).copied();
        place(&workbook.book.pages, &found.field, &found.blank, answer, &mut pieces);
    }
    let shown: BTreeSet<usize> = pieces.keys().map(|it| it.0).collect();
    let sheets = shown.into_iter().map(|it| sheet(&workbook.book.pages[it], it, &pieces));
    Ok(Some(Grid { sheets: sheets.collect() }))
}

/// The sheets of a workbook with nothing filled in.
pub(crate) fn blank(workbook: &Workbook) -> Grid {
    let mut pieces = BTreeMap::new();
    for found in &workbook.found {
        place(&workbook.book.pages, &found.field, &found.blank, None, &mut pieces);
    }
    let shown: BTreeSet<usize> = pieces.keys().map(|it| it.0).collect();
    let sheets = shown.into_iter().map(|it| sheet(&workbook.book.pages[it], it, &pieces));
    Grid { sheets: sheets.collect() }
}

fn place(
    pages: &[Page],
    field: &Field,
    blank: &Blank,
    answer: Option<(&Answer, &str)>,
    pieces: &mut BTreeMap<(usize, At), Vec<GridPiece>>,
) {
    let id = &field.id.0;
    let mut add = |page, at, piece| pieces.entry((page, at)).or_default().push(piece);
    match blank {
        Blank::Cell(spot) | Blank::Choice { spot, .. } => {
            let text = answer.map_or(field.current.as_str(), |it| it.1).to_owned();
            add(spot.page, spot.at, GridPiece::Blank { name: id.clone(), text });
        }
        Blank::Ticks { page, boxes: controls } | Blank::Buttons { page, buttons: controls, .. } => {
            let ticks = match answer {
                Some((Answer::Ticks(ticks), _)) => Some(ticks),
                _ => None,
            };
            for (number, control) in controls.iter().enumerate() {
                let control = &pages[*page].controls[*control];
                let is_on = ticks.map_or(control.is_on, |it| it.contains(&number));
                let words = control.caption.clone();
                let piece = GridPiece::Option { field: id.clone(), number, is_on, words };
                add(*page, pages[*page].area(control.at).first, piece);
            }
        }
        Blank::Marks(spot) => {
            let ticks = match answer {
                Some((Answer::Ticks(ticks), _)) => Some(ticks),
                _ => None,
            };
            let current: Vec<&str> = field.current.split("; ").collect();
            for (number, words) in field.options.iter().enumerate() {
                let was_on = current.contains(&words.as_str());
                let is_on = ticks.map_or(was_on, |it| it.contains(&number));
                let (field, words) = (id.clone(), words.clone());
                add(spot.page, spot.at, GridPiece::Option { field, number, is_on, words });
            }
        }
        Blank::Rows(rows) => {
            let cells = answer.and_then(|it| it.0.cells(field)).unwrap_or_default();
            for (row, blanks) in rows.iter().enumerate() {
                for (column, blank) in blanks.iter().enumerate() {
                    let Some(Blank::Cell(spot) | Blank::Choice { spot, .. }) = blank else {
                        continue;
                    };
                    let text = cells.get(row).and_then(|it| it.get(column)?.clone());
                    let name = format!("{id}.r{row}c{column}");
                    let text = text.unwrap_or_default();
                    add(spot.page, spot.at, GridPiece::Blank { name, text });
                }
            }
        }
        Blank::Photo | Blank::Nothing => {}
    }
}

fn sheet(page: &Page, index: usize, pieces: &BTreeMap<(usize, At), Vec<GridPiece>>) -> GridSheet {
    let own = || pieces.keys().filter(move |it| it.0 == index).map(|it| it.1);
    let held = page.cells.iter().filter(|(_, it)| !it.value.is_blank()).map(|it| *it.0);
    let areas: Vec<_> = own().chain(held).map(|it| page.area(it)).collect();
    let last_row = areas.iter().map(|it| it.last.row).max().unwrap_or(0).min(END.row);
    let last_column = areas.iter().map(|it| it.last.column).max().unwrap_or(0).min(END.column);
    let size = |it: u32| usize::try_from(it).unwrap_or_default();
    let columns = (0..=last_column).map(|it| page.width(it)).collect();
    let rows = (0..=last_row).map(|row| {
        let cells = (0..=last_column).map(|column| At::new(row, column));
        cells
            .filter(|at| page.is_first(*at))
            .map(|at| {
                let area = page.area(at);
                let blanks = pieces.get(&(index, at));
                let mut all = Vec::new();
                let words = page.value(at).shown();
                // Printed boxes are shown as options, and not once more as words.
                let is_blank = blanks.is_some_and(|it| {
                    it.len() > 1 || it.iter().any(|it| matches!(it, GridPiece::Blank { .. }))
                });
                if !words.trim().is_empty() && !is_blank {
                    all.push(GridPiece::Words(words));
                }
                all.extend(blanks.into_iter().flatten().cloned());
                GridCell {
                    column: size(at.column),
                    columns: size(area.last.column.min(last_column) - at.column + 1),
                    rows: size(area.last.row.min(last_row) - at.row + 1),
                    pieces: all,
                }
            })
            .collect()
    });
    GridSheet { name: page.name.clone(), columns, rows: rows.collect() }
}
