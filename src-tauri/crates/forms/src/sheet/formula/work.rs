//! Works a formula out, on the cells as they are or will be.

use super::{Formula, Reference};
use crate::sheet::{
    book::{Book, Overlay},
    page::Value,
    place::{Area, At},
};

/// As many cells are looked at for one list.
const CELLS: usize = 50_000;
/// How many names and texts may lead to one another.
const DEPTH: usize = 24;

/// Where a formula stands, and what it sees.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scope<'a> {
    /// The workbook.
    pub(crate) book: &'a Book,
    /// The index of its sheet.
    pub(crate) page: usize,
    /// How far it stands from the cell it is written for.
    pub(crate) moved: (i64, i64),
    /// What cells will hold.
    pub(crate) overlay: &'a Overlay,
}

/// What a formula comes to.
#[derive(Debug, Clone, PartialEq)]
enum Outcome {
    One(Value),
    Cells { page: usize, area: Area },
}

/// The entries of a list. `None`: it is not understood.
pub(crate) fn list(formula: &str, scope: &Scope<'_>) -> Option<Vec<Value>> {
    let formula = Formula::parse(formula)?;
    if let Formula::Text(words) = &formula {
        let words = words.split(',').map(str::trim).filter(|it| !it.is_empty());
        return Some(words.map(|it| Value::Text(it.to_owned())).collect());
    }
    match scope.work(&formula, 0)? {
        Outcome::One(Value::Error | Value::Empty) => None,
        Outcome::One(Value::Text(words)) => {
            Some(words.split(',').map(|it| Value::Text(it.trim().to_owned())).collect())
        }
        Outcome::One(value) => Some(vec![value]),
        Outcome::Cells { page, area } => {
            Some(scope.values(page, area).filter(|it| !it.is_blank()).cloned().collect())
        }
    }
}

/// The one cell that a formula names, with its sheet.
pub(crate) fn single(formula: &str, scope: &Scope<'_>) -> Option<(usize, At)> {
    match scope.work(&Formula::parse(formula)?, 0)? {
        Outcome::Cells { page, area } => Some((page, area.first)),
        Outcome::One(_) => None,
    }
}

impl<'a> Scope<'a> {
    fn cell(&self, page: usize, at: At) -> &'a Value {
        let above = self.overlay.get(&(page, at));
        above.unwrap_or_else(|| self.book.pages.get(page).map_or(&Value::Empty, |it| it.value(at)))
    }

    /// The cells of an area that hold something, row by row.
    fn values(&self, page: usize, area: Area) -> impl Iterator<Item = &'a Value> {
        self.held(page, area).into_iter().map(move |at| self.cell(page, at))
    }

    fn held(&self, page: usize, area: Area) -> Vec<At> {
        let rows = At::new(area.first.row, 0)..=At::new(area.last.row, u32::MAX);
        let page_cells = self.book.pages.get(page).into_iter();
        let written = page_cells.flat_map(|it| it.cells.range(rows.clone()).map(|it| *it.0));
        let over = self.overlay.keys().filter(|it| it.0 == page).map(|it| it.1);
        let mut held: Vec<At> =
            over.chain(written).filter(|it| area.contains(*it)).take(CELLS).collect();
        held.sort_unstable();
        held.dedup();
        held
    }

    fn sheet(&self, reference: &Reference) -> Option<usize> {
        match &reference.sheet {
            Some(name) => self.book.page_called(name),
            None => Some(self.page),
        }
    }

    fn work(&self, formula: &Formula, depth: usize) -> Option<Outcome> {
        if depth > DEPTH {
            return None;
        }
        let deeper = depth + 1;
        Some(match formula {
            Formula::Number(number) => Outcome::One(Value::Number(*number)),
            Formula::Text(text) => Outcome::One(Value::Text(text.clone())),
            Formula::Bool(yes) => Outcome::One(Value::Bool(*yes)),
            Formula::Nothing => Outcome::One(Value::Empty),
            Formula::Cells(reference) => Outcome::Cells {
                page: self.sheet(reference)?,
                area: reference.moved(self.moved.0, self.moved.1)?,
            },
            Formula::Name(name) => self.named(name, deeper)?,
            Formula::Minus(inner) => Outcome::One(Value::Number(-self.number(inner, deeper)?)),
            Formula::Both(a, sign, b) => Outcome::One(self.both(a, sign, b, deeper)?),
            Formula::Call(name, given) => self.call(name, given, deeper)?,
        })
    }

    fn named(&self, name: &str, depth: usize) -> Option<Outcome> {
        let formula = Formula::parse(self.book.name(name, self.page)?)?;
        // A name's formula is written for the first cell of a sheet.
        self.work(&formula, depth)
    }

    fn value(&self, formula: &Formula, depth: usize) -> Option<Value> {
        Some(match self.work(formula, depth)? {
            Outcome::One(value) => value,
            Outcome::Cells { page, area } => self.cell(page, area.first).clone(),
        })
    }

    fn number(&self, formula: &Formula, depth: usize) -> Option<f64> {
        match self.value(formula, depth)? {
            Value::Number(number) => Some(number),
            Value::Bool(yes) => Some(f64::from(u8::from(yes))),
            Value::Empty => Some(0.0),
            Value::Text(text) => text.trim().parse().ok(),
            Value::Error => None,
        }
    }

    fn whole(&self, given: Option<&Formula>, usual: i64, depth: usize) -> Option<i64> {
        match given {
            None | Some(Formula::Nothing) => Some(usual),
            Some(formula) => whole(self.number(formula, depth)?),
        }
    }

    fn text(&self, formula: &Formula, depth: usize) -> Option<String> {
        let value = self.value(formula, depth)?;
        (value != Value::Error).then(|| value.shown())
    }

    fn area(&self, formula: &Formula, depth: usize) -> Option<(usize, Area)> {
        match self.work(formula, depth)? {
            Outcome::Cells { page, area } => Some((page, area)),
            Outcome::One(_) => None,
        }
    }

    fn both(&self, a: &Formula, sign: &str, b: &Formula, depth: usize) -> Option<Value> {
        if sign == "&" {
            return Some(Value::Text(self.text(a, depth)? + &self.text(b, depth)?));
        }
        if matches!(sign, "+" | "-" | "*" | "/") {
            let (a, b) = (self.number(a, depth)?, self.number(b, depth)?);
            let number = match sign {
                "+" => a + b,
                "-" => a - b,
                "*" => a * b,
                _ => a / b,
            };
            return number.is_finite().then_some(Value::Number(number));
        }
        let (a, b) = (self.value(a, depth)?, self.value(b, depth)?);
        let order = match (&a, &b) {
            (Value::Number(a), Value::Number(b)) => a.partial_cmp(b)?,
            _ => folded(&a).cmp(&folded(&b)),
        };
        Some(Value::Bool(match sign {
            "=" => order.is_eq(),
            "<>" => order.is_ne(),
            "<" => order.is_lt(),
            ">" => order.is_gt(),
            "<=" => order.is_le(),
            _ => order.is_ge(),
        }))
    }

    fn call(&self, name: &str, given: &[Formula], depth: usize) -> Option<Outcome> {
        let text = |number: usize| self.text(given.get(number)?, depth);
        let one = |value: Value| Some(Outcome::One(value));
        match name {
            "OFFSET" => self.offset(given, depth),
            "INDIRECT" => {
                let formula = Formula::parse(&text(0)?)?;
                matches!(formula, Formula::Cells(_) | Formula::Name(_))
                    .then(|| Scope { moved: (0, 0), ..*self }.work(&formula, depth))?
            }
            "INDEX" => {
                let (page, area) = self.area(given.first()?, depth)?;
                let row = self.whole(given.get(1), 0, depth)?;
                let column = self.whole(given.get(2), 0, depth)?;
                // In a single row the one number counts columns.
                let (row, column) = match given.len() {
                    2 if area.height() == 1 => (0, row),
                    _ => (row, column),
                };
                Some(Outcome::Cells { page, area: part(area, row, column)? })
            }
            "MATCH" => one(Value::Number(self.place_of(given, depth)?)),
            "VLOOKUP" => {
                let (page, area) = self.area(given.get(1)?, depth)?;
                let wanted = folded(&self.value(given.first()?, depth)?);
                let keys = Area { last: At::new(area.last.row, area.first.column), ..area };
                let found = self.held(page, keys).into_iter();
                let key = found.into_iter().find(|it| folded(self.cell(page, *it)) == wanted)?;
                let column = self.whole(given.get(2), 1, depth)? - 1;
                Some(Outcome::Cells { page, area: Area::cell(key.moved(0, column)?) })
            }
            "COUNTA" | "COUNT" | "ROWS" | "COLUMNS" | "COUNTIF" => {
                one(Value::Number(self.count(name, given, depth)?))
            }
            "IF" => match self.value(given.first()?, depth)? {
                Value::Bool(false) | Value::Empty | Value::Number(0.0) => {
                    self.work(given.get(2)?, depth)
                }
                Value::Error => None,
                _ => self.work(given.get(1)?, depth),
            },
            "IFERROR" => {
                self.work(given.first()?, depth).or_else(|| self.work(given.get(1)?, depth))
            }
            "CHOOSE" => {
                let number = usize::try_from(self.whole(given.first(), 0, depth)?).ok()?;
                self.work(given.get(number).filter(|_| number > 0)?, depth)
            }
            "SUBSTITUTE" => one(Value::Text(text(0)?.replace(&text(1)?, &text(2)?))),
            "TRIM" => one(Value::Text(text(0)?.split_whitespace().collect::<Vec<_>>().join(" "))),
            "UPPER" => one(Value::Text(text(0)?.to_uppercase())),
            "LOWER" => one(Value::Text(text(0)?.to_lowercase())),
            "LEFT" => {
                let count = usize::try_from(self.whole(given.get(1), 1, depth)?).ok()?;
                one(Value::Text(text(0)?.chars().take(count).collect()))
            }
            "CONCATENATE" | "CONCAT" => {
                let parts: Option<String> = given.iter().map(|it| self.text(it, depth)).collect();
                one(Value::Text(parts?))
            }
            _ => None,
        }
    }

    fn offset(&self, given: &[Formula], depth: usize) -> Option<Outcome> {
        let (page, area) = self.area(given.first()?, depth)?;
        let rows = self.whole(given.get(1), 0, depth)?;
        let columns = self.whole(given.get(2), 0, depth)?;
        let height = self.whole(given.get(3), i64::from(area.height()), depth)?;
        let width = self.whole(given.get(4), i64::from(area.width()), depth)?;
        if height < 1 || width < 1 {
            return None;
        }
        let first = area.first.moved(rows, columns)?;
        let last = first.moved(height - 1, width - 1)?;
        Some(Outcome::Cells { page, area: Area { first, last } })
    }

    /// The place from 1 of the first cell that equals the value.
    fn place_of(&self, given: &[Formula], depth: usize) -> Option<f64> {
        let wanted = self.value(given.first()?, depth)?;
        let (page, area) = self.area(given.get(1)?, depth)?;
        if wanted.is_blank() || self.whole(given.get(2), 1, depth)? != 0 {
            return None;
        }
        let wanted = folded(&wanted);
        let found = self.held(page, area).into_iter();
        let at = found.into_iter().find(|it| folded(self.cell(page, *it)) == wanted)?;
        let distance = (at.row - area.first.row).max(at.column - area.first.column);
        Some(f64::from(distance + 1))
    }

    fn count(&self, name: &str, given: &[Formula], depth: usize) -> Option<f64> {
        let (page, area) = self.area(given.first()?, depth)?;
        let count = match name {
            "ROWS" => return Some(f64::from(area.height())),
            "COLUMNS" => return Some(f64::from(area.width())),
            "COUNT" => self.values(page, area).filter(|it| matches!(it, Value::Number(_))).count(),
            "COUNTIF" => {
                let wanted = self.value(given.get(1)?, depth)?;
                match &wanted {
                    Value::Text(text) if text == "<>" || text == "*" => {
                        self.values(page, area).filter(|it| **it != Value::Empty).count()
                    }
                    Value::Text(text) if text.starts_with(['<', '>', '=']) => return None,
                    _ => {
                        let wanted = folded(&wanted);
                        self.values(page, area).filter(|it| folded(it) == wanted).count()
                    }
                }
            }
            _ => self.values(page, area).filter(|it| **it != Value::Empty).count(),
        };
        u32::try_from(count).ok().map(f64::from)
    }
}

/// A row, a column or a cell of an area; 0 is all of them.
fn part(area: Area, row: i64, column: i64) -> Option<Area> {
    let pick = |number: i64, first: u32, last: u32| match number {
        0 => Some((first, last)),
        number => {
            let at = first.checked_add(u32::try_from(number - 1).ok()?)?;
            (at <= last).then_some((at, at))
        }
    };
    let (top, bottom) = pick(row, area.first.row, area.last.row)?;
    let (left, right) = pick(column, area.first.column, area.last.column)?;
    Some(Area { first: At::new(top, left), last: At::new(bottom, right) })
}

/// A value as Excel compares it: case does not matter, a number is not its text.
fn folded(value: &Value) -> (u8, String) {
    let kind = match value {
        Value::Empty => 0,
        Value::Number(_) => 1,
        Value::Text(_) => 2,
        Value::Bool(_) => 3,
        Value::Error => 4,
    };
    (kind, value.shown().to_lowercase())
}

/// A number without its part after the point.
fn whole(number: f64) -> Option<i64> {
    let number = number.trunc();
    // A sheet has 2^20 rows; anything larger is no place in it.
    if !(-4e6..=4e6).contains(&number) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "it is whole and fits, as just checked")]
    let whole = number as i64;
    Some(whole)
}
