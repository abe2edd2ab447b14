//! A formula taken apart.

use crate::sheet::place::{self, Area, At, COLUMNS, ROWS};

/// How deep a formula may nest.
const DEPTH: usize = 64;
/// How long one may be. Excel's own limit is 8,192 characters.
const LONGEST: usize = 10_000;

/// An expression.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Formula {
    /// A number.
    Number(f64),
    /// Words between quotes.
    Text(String),
    /// `TRUE`, `FALSE`.
    Bool(bool),
    /// Cells.
    Cells(Reference),
    /// A name that stands for a formula.
    Name(String),
    /// A function and what it is given.
    Call(String, Vec<Formula>),
    /// Two expressions and the sign between them.
    Both(Box<Formula>, &'static str, Box<Formula>),
    /// A minus before an expression.
    Minus(Box<Formula>),
    /// Nothing, between two commas.
    Nothing,
}

/// Cells that a formula names.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Reference {
    /// Their sheet; the formula's own if none is named.
    pub(crate) sheet: Option<String>,
    /// Which.
    pub(crate) area: Area,
    /// Which of its corners' rows and columns stay when the formula moves:
    /// first row, first column, last row, last column.
    fixed: [bool; 4],
}

impl Reference {
    /// The cells it means for a formula that stands so far from its home.
    pub(crate) fn moved(&self, rows: i64, columns: i64) -> Option<Area> {
        let [row, column, last_row, last_column] = self.fixed;
        let by = |fixed: bool, distance: i64| if fixed { 0 } else { distance };
        Some(Area::between(
            self.area.first.moved(by(row, rows), by(column, columns))?,
            self.area.last.moved(by(last_row, rows), by(last_column, columns))?,
        ))
    }
}

impl Formula {
    /// Reads a formula, with or without `=` before it.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let text = text.strip_prefix('=').unwrap_or(text);
        if text.is_empty() || text.len() > LONGEST {
            return None;
        }
        let mut reader = Reader { rest: text, depth: 0 };
        let formula = reader.compared()?;
        reader.skip();
        reader.rest.is_empty().then_some(formula)
    }

    /// Every reference and name in it, in order.
    pub(crate) fn walk(&self, visit: &mut impl FnMut(&Self)) {
        visit(self);
        match self {
            Self::Call(_, given) => given.iter().for_each(|it| it.walk(visit)),
            Self::Both(a, _, b) => {
                a.walk(visit);
                b.walk(visit);
            }
            Self::Minus(it) => it.walk(visit),
            _ => {}
        }
    }
}

struct Reader<'a> {
    rest: &'a str,
    depth: usize,
}

impl Reader<'_> {
    fn skip(&mut self) {
        self.rest = self.rest.trim_start();
    }

    fn eat(&mut self, sign: &str) -> bool {
        self.skip();
        let Some(rest) = self.rest.strip_prefix(sign) else { return false };
        self.rest = rest;
        true
    }

    fn compared(&mut self) -> Option<Formula> {
        self.level(&["<>", "<=", ">=", "=", "<", ">"], Self::joined)
    }

    fn joined(&mut self) -> Option<Formula> {
        self.level(&["&"], Self::sum)
    }

    fn sum(&mut self) -> Option<Formula> {
        self.level(&["+", "-"], Self::product)
    }

    fn product(&mut self) -> Option<Formula> {
        self.level(&["*", "/"], Self::signed)
    }

    fn level(
        &mut self,
        signs: &[&'static str],
        next: fn(&mut Self) -> Option<Formula>,
    ) -> Option<Formula> {
        let mut left = next(self)?;
        while let Some(sign) = signs.iter().find(|it| self.eat(it)) {
            left = Formula::Both(Box::new(left), sign, Box::new(next(self)?));
        }
        Some(left)
    }

    fn signed(&mut self) -> Option<Formula> {
        self.depth += 1;
        if self.depth > DEPTH {
            return None;
        }
        let found = if self.eat("-") {
            self.signed().map(|it| Formula::Minus(Box::new(it)))
        } else if self.eat("+") {
            self.signed()
        } else if self.eat("(") {
            let inner = self.compared()?;
            self.eat(")").then_some(inner)
        } else {
            self.atom()
        };
        self.depth -= 1;
        found
    }

    fn atom(&mut self) -> Option<Formula> {
        self.skip();
        if self.rest.starts_with('"') {
            return self.quoted('"').map(Formula::Text);
        }
        if self.rest.starts_with('\'') {
            let sheet = self.quoted('\'')?;
            return self.eat("!").then(|| self.cells(Some(sheet)))?;
        }
        let end = self
            .rest
            .find(|c: char| !(c.is_alphanumeric() || "_.$:\\".contains(c)))
            .unwrap_or(self.rest.len());
        let word = &self.rest[..end];
        if word.starts_with(|c: char| c.is_ascii_digit() || c == '.')
            && let Ok(number) = word.parse()
        {
            self.rest = &self.rest[end..];
            return Some(Formula::Number(number));
        }
        if self.rest[end..].starts_with('!') {
            let sheet = word.to_owned();
            self.rest = &self.rest[end + 1..];
            return self.cells(Some(sheet));
        }
        if self.rest[end..].starts_with('(') {
            let name = word.trim_start_matches("_xlfn.").to_uppercase();
            self.rest = &self.rest[end + 1..];
            return self.given().map(|it| Formula::Call(name, it));
        }
        if let Some(found) = self.cells(None) {
            return Some(found);
        }
        if word.is_empty() || word.contains(['$', ':']) {
            return None;
        }
        self.rest = &self.rest[end..];
        Some(match word.to_uppercase().as_str() {
            "TRUE" => Formula::Bool(true),
            "FALSE" => Formula::Bool(false),
            _ => Formula::Name(word.to_owned()),
        })
    }

    fn given(&mut self) -> Option<Vec<Formula>> {
        let mut given = Vec::new();
        if self.eat(")") {
            return Some(given);
        }
        loop {
            self.skip();
            given.push(if self.rest.starts_with([',', ')']) {
                Formula::Nothing
            } else {
                self.compared()?
            });
            if self.eat(")") {
                return Some(given);
            }
            if !self.eat(",") {
                return None;
            }
        }
    }

    /// Text between quotes; two of them are one.
    fn quoted(&mut self, quote: char) -> Option<String> {
        let mut text = String::new();
        let mut chars = self.rest.char_indices().skip(1).peekable();
        while let Some((at, c)) = chars.next() {
            if c != quote {
                text.push(c);
            } else if chars.peek().is_some_and(|(_, next)| *next == quote) {
                text.push(c);
                chars.next();
            } else {
                self.rest = &self.rest[at + 1..];
                return Some(text);
            }
        }
        None
    }

    /// `B6`, `$B$6:C9`, `G:G`, `2:5`.
    fn cells(&mut self, sheet: Option<String>) -> Option<Formula> {
        let end = self
            .rest
            .find(|c: char| !(c.is_ascii_alphanumeric() || c == '$' || c == ':'))
            .unwrap_or(self.rest.len());
        let next = self.rest[end..].chars().next();
        if next.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '.' | '!' | '[' | '(')) {
            return None;
        }
        let word = &self.rest[..end];
        let (from, to) = word.split_once(':').unwrap_or((word, word));
        let (from, to) = (Corner::parse(from)?, Corner::parse(to)?);
        let is_range = word.contains(':');
        let (first, last) = match (from, to) {
            (
                Corner { row: Some(_), column: Some(_) },
                Corner { row: Some(_), column: Some(_) },
            ) => ((from.row?, from.column?), (to.row?, to.column?)),
            (Corner { row: None, .. }, Corner { row: None, .. }) if is_range => {
                (((0, true), from.column?), ((ROWS - 1, true), to.column?))
            }
            (Corner { column: None, .. }, Corner { column: None, .. }) if is_range => {
                ((from.row?, (0, true)), (to.row?, (COLUMNS - 1, true)))
            }
            _ => return None,
        };
        self.rest = &self.rest[end..];
        let ((row, row_fixed), (column, column_fixed)) = first;
        let ((last_row, last_row_fixed), (last_column, last_column_fixed)) = last;
        Some(Formula::Cells(Reference {
            sheet,
            area: Area { first: At::new(row, column), last: At::new(last_row, last_column) },
            fixed: [row_fixed, column_fixed, last_row_fixed, last_column_fixed],
        }))
    }
}

/// One end of a range; each part with whether it has a `$`.
#[derive(Debug, Clone, Copy)]
struct Corner {
    row: Option<(u32, bool)>,
    column: Option<(u32, bool)>,
}

impl Corner {
    fn parse(text: &str) -> Option<Self> {
        let (column_fixed, rest) = match text.strip_prefix('$') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let end = rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len());
        let (letters, rest) = rest.split_at(end);
        if letters.is_empty() {
            let row = place::row(rest)?;
            return Some(Self { row: Some((row, column_fixed)), column: None });
        }
        let column = Some((place::column(letters)?, column_fixed));
        let (row_fixed, digits) = match rest.strip_prefix('$') {
            Some(digits) => (true, digits),
            None => (false, rest),
        };
        if digits.is_empty() {
            return (!row_fixed).then_some(Self { row: None, column });
        }
        Some(Self { row: Some((place::row(digits)?, row_fixed)), column })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn cells(text: &str, sheet: Option<&str>, area: &str) {
        let Some(Formula::Cells(found)) = Formula::parse(text) else { panic!("{text}") };
        assert_eq!((found.sheet.as_deref(), found.area.to_string().as_str()), (sheet, area));
    }

    #[test]
    fn references_are_read_as_excel_writes_them() {
        cells("B6", None, "B6");
        cells("=$B$6:C9", None, "B6:C9");
        cells("Lists!$A$2:$A$9", Some("Lists"), "A2:A9");
        cells("'My list''s'!A1", Some("My list's"), "A1");
        cells("选项!A1:A3", Some("选项"), "A1:A3");
        cells("G:G", None, "G1:G1048576");
        assert_eq!(Formula::parse("Cities"), Some(Formula::Name("Cities".into())));
        assert_eq!(Formula::parse("A1B"), Some(Formula::Name("A1B".into())));
        assert_eq!(Formula::parse("[1]Other!A1"), None);
        assert_eq!(Formula::parse("SUM(1"), None);
    }

    #[test]
    fn a_reference_moves_where_it_is_not_fixed() {
        let Some(Formula::Cells(found)) = Formula::parse("$A1:B$2") else { panic!() };
        assert_eq!(found.moved(3, 2).unwrap().to_string(), "A2:D4");
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "[A-C1-3$:!'\"(),&+* -]{0,24}") {
            let _ = Formula::parse(&text);
        }
    }
}
