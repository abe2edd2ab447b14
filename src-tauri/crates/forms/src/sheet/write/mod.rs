//! Writes answers into a workbook, by edits that leave every other byte alone.
//!
//! First every answer is taken or refused, on the cells as they will be: a list
//! that hangs on another answer is worked out anew. Then each part that changes
//! gets its edits: sheets ([`cells`]), the controls' properties and the old
//! drawing ([`controls`]), and the workbook, where formulas look at what was
//! written ([`formulas`]).

mod cells;
mod controls;
mod dates;
mod formulas;
mod marks;
mod value;

use std::collections::{BTreeMap, BTreeSet};

use ooxml::{Changes, Edit, Package, PartName, splice};

use super::{
    blank::{Blank, Spot},
    book::{Book, Overlay},
    formula::{self, Scope},
    page::{Protection, Value},
    place::At,
    style::Format,
};
use crate::{Answer, Approved, Error, Field, FieldId, Outcome, fill::Edits, form::Workbook};

/// Why an answer is not written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Refused {
    /// The answer is empty.
    #[error("the answer is empty")]
    Empty,
    /// The answer has another shape than the blank takes.
    #[error("the blank takes an answer of another kind")]
    Mismatch,
    /// The form does not let this place be changed.
    #[error("the form has locked this place")]
    Locked,
    /// The answer is longer than the form lets it be.
    #[error("it takes {limit} at most, and the answer has {given}")]
    TooMany {
        /// How many fit.
        limit: usize,
        /// How many the answer has.
        given: usize,
    },
    /// The list has no such entry.
    #[error("its list has no such entry")]
    NotInList,
    /// The list hangs on another answer, and has no such entry for that one.
    #[error("its list has no such entry for what `{at}` says")]
    NotInListFor {
        /// The cell with the other answer.
        at: String,
    },
    /// A picture.
    #[error("a picture cannot be put into a workbook yet; put it there in Excel")]
    Picture,
    /// It is for others to fill.
    #[error("it is not for the candidate to fill")]
    NotOurs,
}

/// As long may a cell's text be, says Excel.
const LONGEST: usize = 32_767;

/// Plans the changes that `approved` asks for, and says what became of each answer.
pub(crate) fn fill(
    package: &Package,
    workbook: &Workbook,
    approved: &Approved,
    changes: &mut Changes,
) -> Result<(BTreeMap<FieldId, Outcome>, Edits), Error> {
    let mut pen = Pen::new(&workbook.book);
    let mut outcomes = BTreeMap::new();
    let mut lists = Vec::new();
    for (id, answer) in approved.answers() {
        let Some(found) = workbook.found.iter().find(|it| it.field.id == *id) else { continue };
        if let (Blank::Choice { spot, rule }, Answer::Choice(option)) = (&found.blank, answer) {
            lists.push(Listed { field: &found.field, spot: *spot, rule: *rule, option: *option });
            continue;
        }
        outcomes.insert(id.clone(), outcome(pen.write(&found.field, &found.blank, answer)));
    }
    for (id, written) in pen.lists(lists) {
        outcomes.insert(id, outcome(written));
    }
    let made: Edits = pen.edits(package)?.into_iter().collect();
    for (part, edits) in &made {
        let source = package.part(part)?;
        let source = String::from_utf8_lossy(&source);
        changes.replace(part, splice(&source, edits)?);
    }
    Ok((outcomes, made))
}

fn outcome(written: Result<(), Refused>) -> Outcome {
    match written {
        Ok(()) => Outcome::Written,
        Err(refused) => Outcome::Refused(refused.to_string()),
    }
}

/// An answer for a list.
struct Listed<'a> {
    field: &'a Field,
    spot: Spot,
    rule: usize,
    option: usize,
}

/// Takes answers for one workbook.
#[derive(Debug)]
pub(crate) struct Pen<'a> {
    book: &'a Book,
    /// What cells will hold.
    cells: Overlay,
    /// Which controls will be on, by sheet and number.
    states: BTreeMap<(usize, usize), bool>,
    /// The edits of cells whose printed boxes are ticked, by sheet.
    ticked: BTreeMap<(usize, At), Vec<Edit>>,
}

impl<'a> Pen<'a> {
    pub(crate) fn new(book: &'a Book) -> Self {
        Self { book, cells: Overlay::new(), states: BTreeMap::new(), ticked: BTreeMap::new() }
    }

    /// Takes one answer. When it is refused, nothing is taken.
    pub(crate) fn write(
        &mut self,
        field: &Field,
        blank: &Blank,
        answer: &Answer,
    ) -> Result<(), Refused> {
        let (cells, states) = (self.cells.clone(), self.states.clone());
        self.blank(field, blank, answer).inspect_err(|_| {
            self.cells = cells;
            self.states = states;
        })
    }

    fn blank(&mut self, field: &Field, blank: &Blank, answer: &Answer) -> Result<(), Refused> {
        match (blank, answer) {
            (Blank::Nothing, _) => Err(Refused::NotOurs),
            (Blank::Photo, _) => Err(Refused::Picture),
            (Blank::Marks(spot), Answer::Ticks(chosen)) => self.tick_printed(field, *spot, chosen),
            (Blank::Ticks { page, boxes }, Answer::Ticks(chosen)) => {
                self.ticks(field, *page, boxes, chosen)
            }
            (Blank::Buttons { page, buttons, counted }, Answer::Ticks(chosen)) => {
                self.press(*page, buttons, counted, chosen)
            }
            (Blank::Choice { spot, rule }, Answer::Text(words)) => {
                let entry = self.entry(*spot, *rule, words)?;
                self.put(*spot, entry)
            }
            (Blank::Rows(rows), Answer::Rows(answers)) => {
                if answers.len() > rows.len() {
                    return Err(Refused::TooMany { limit: rows.len(), given: answers.len() });
                }
                for (blanks, answers) in rows.iter().zip(answers) {
                    let columns = blanks.iter().zip(answers).zip(&field.columns);
                    for ((blank, answer), column) in columns {
                        let (Some(blank), Some(answer)) = (blank, answer) else { continue };
                        let chosen = match answer {
                            Answer::Choice(number) => Some(*number),
                            Answer::Ticks(ticks) => ticks.first().copied(),
                            _ => None,
                        };
                        let words = chosen.and_then(|it| column.options.get(it));
                        let answer =
                            words.map_or_else(|| answer.clone(), |it| Answer::Text(it.clone()));
                        self.blank(field, blank, &answer)?;
                    }
                }
                Ok(())
            }
            (Blank::Cell(spot), answer) => {
                let value = self.value(field, *spot, answer)?;
                self.put(*spot, value)
            }
            _ => Err(Refused::Mismatch),
        }
    }

    /// Ticks boxes that are printed among a cell's words.
    fn tick_printed(&mut self, field: &Field, spot: Spot, chosen: &[usize]) -> Result<(), Refused> {
        fits(field, field.options.len(), chosen)?;
        let page = &self.book.pages[spot.page];
        if !page.may_change(spot.at) {
            return Err(Refused::Locked);
        }
        let cell = page.cells.get(&spot.at).ok_or(Refused::Mismatch)?;
        let edits = marks::ticked(page, cell, self.book.strings.as_ref(), chosen);
        self.ticked.insert((spot.page, spot.at), edits.ok_or(Refused::Mismatch)?);
        Ok(())
    }

    /// An answer as the cell holds it: a date as its day's number where the
    /// cell shows dates, a number where it shows numbers, else words.
    fn value(&self, field: &Field, spot: Spot, answer: &Answer) -> Result<Value, Refused> {
        let page = &self.book.pages[spot.page];
        let format = page.style(spot.at).format;
        let words = value::words(answer.text().ok_or(Refused::Mismatch)?);
        if words.is_empty() {
            return Err(Refused::Empty);
        }
        let given = words.chars().count();
        let limit = field.max_chars.unwrap_or(LONGEST).min(LONGEST);
        if given > limit {
            return Err(Refused::TooMany { limit, given });
        }
        if let (Answer::Date { dates, .. }, Format::Date { has_day }) = (answer, format)
            && let [date] = dates.as_slice()
            && let Some(serial) = dates::serial(*date, has_day, self.book.from_1904)
        {
            return Ok(Value::Number(serial));
        }
        let takes_numbers = format == Format::Number || value::is_numeric(page, spot.at);
        Ok(match value::number(&words).filter(|_| takes_numbers) {
            Some(number) => Value::Number(number),
            None => Value::Text(words),
        })
    }

    /// Takes a value for a cell.
    fn put(&mut self, spot: Spot, value: Value) -> Result<(), Refused> {
        let page = self.book.pages.get(spot.page).ok_or(Refused::Locked)?;
        let has_formula = page.cells.get(&spot.at).is_some_and(|it| it.has_formula);
        if has_formula || !page.may_change(spot.at) || page.data.is_none() {
            return Err(Refused::Locked);
        }
        self.cells.insert((spot.page, spot.at), value);
        Ok(())
    }

    /// Takes the answers for lists. A list is looked into when the answers it hangs on are known.
    fn lists(&mut self, mut waiting: Vec<Listed<'_>>) -> Vec<(FieldId, Result<(), Refused>)> {
        let mut done = Vec::new();
        while !waiting.is_empty() {
            let spots: BTreeSet<(usize, At)> =
                waiting.iter().map(|it| (it.spot.page, it.spot.at)).collect();
            let ready = waiting.iter().position(|it| {
                let mut looked = self.looks_at(it.spot, it.rule);
                !looked.any(|other| other != it.spot.at && spots.contains(&(it.spot.page, other)))
            });
            // Lists that hang on one another in a circle are taken as they come.
            let listed = waiting.remove(ready.unwrap_or(0));
            let words = listed.field.options.get(listed.option).ok_or(Refused::NotInList);
            let written = words
                .and_then(|words| self.entry(listed.spot, listed.rule, words))
                .and_then(|entry| self.put(listed.spot, entry));
            done.push((listed.field.id.clone(), written));
        }
        done
    }

    /// The cells of its own sheet that a list's formula names.
    fn looks_at(&self, spot: Spot, rule: usize) -> impl Iterator<Item = At> {
        let page = &self.book.pages[spot.page];
        let mut cells = Vec::new();
        if let Some(rule) = page.validations.get(rule)
            && let Some(formula) = formula::Formula::parse(&rule.formula)
        {
            let moved = distance(spot.at, rule.home());
            formula.walk(&mut |part| {
                if let formula::Formula::Cells(reference) = part
                    && reference.sheet.as_ref().is_none_or(|it| *it == page.name)
                    && let Some(area) = reference.moved(moved.0, moved.1)
                {
                    cells.push(page.area(area.first).first);
                }
            });
        }
        cells.into_iter()
    }

    /// The entry of a cell's list that reads like `words`, as the list has it.
    fn entry(&self, spot: Spot, rule: usize, words: &str) -> Result<Value, Refused> {
        let page = &self.book.pages[spot.page];
        let rule = page.validations.get(rule).ok_or(Refused::NotInList)?;
        let moved = distance(spot.at, rule.home());
        let scope = Scope { book: self.book, page: spot.page, moved, overlay: &self.cells };
        let entries = formula::list(&rule.formula, &scope).unwrap_or_default();
        let found = entries.into_iter().find(|it| it.shown().trim() == words.trim());
        found.ok_or_else(|| {
            let number = page.validations.iter().position(|it| std::ptr::eq(it, rule));
            let other = number.and_then(|it| {
                self.looks_at(spot, it).find(|at| *at != spot.at && page.may_change(*at))
            });
            other.map_or(Refused::NotInList, |at| Refused::NotInListFor { at: at.to_string() })
        })
    }

    /// The edits of every part that changes.
    pub(crate) fn edits(
        &self,
        package: &Package,
    ) -> Result<BTreeMap<PartName, Vec<Edit>>, ooxml::Error> {
        let mut edits: BTreeMap<PartName, Vec<Edit>> = BTreeMap::new();
        for (index, page) in self.book.pages.iter().enumerate() {
            let written: BTreeMap<At, &Value> = self
                .cells
                .iter()
                .filter(|((of, _), _)| *of == index)
                .map(|((_, at), value)| (*at, value))
                .collect();
            let mut own = cells::edits(page, &written);
            let ticked = self.ticked.iter().filter(|((of, _), _)| *of == index);
            own.extend(ticked.flat_map(|(_, edits)| edits.iter().cloned()));
            if !own.is_empty() {
                edits.entry(page.part.clone()).or_default().extend(own);
            }
        }
        self.control_edits(package, &mut edits)?;
        if formulas::look_at(self.book, &self.cells) {
            let own = formulas::recalculate(&self.book.tree);
            edits.entry(self.book.part.clone()).or_default().extend(own);
        }
        Ok(edits)
    }
}

/// Whether options may be ticked: they are there, and not too many.
fn fits(field: &Field, options: usize, chosen: &[usize]) -> Result<(), Refused> {
    if chosen.is_empty() {
        return Err(Refused::Empty);
    }
    if chosen.iter().any(|it| *it >= options) {
        return Err(Refused::NotInList);
    }
    let limit = if field.single { Some(1) } else { field.max_choices };
    match limit.filter(|it| chosen.len() > *it) {
        Some(limit) => Err(Refused::TooMany { limit, given: chosen.len() }),
        None => Ok(()),
    }
}

fn distance(at: At, home: At) -> (i64, i64) {
    (i64::from(at.row) - i64::from(home.row), i64::from(at.column) - i64::from(home.column))
}

/// Whether what lies on a sheet may be changed.
fn is_open(book: &Book, page: usize, control: usize) -> bool {
    let page = &book.pages[page];
    page.protection != Protection::All || !page.controls[control].is_locked
}
