//! Where a cell stands: `B6`, and areas such as `G6:I6`.

use std::fmt;

/// As many rows as a sheet can have.
pub(crate) const ROWS: u32 = 1_048_576;
/// As many columns as a sheet can have.
pub(crate) const COLUMNS: u32 = 16_384;

/// A cell's place, counted from 0. Ordered as one reads: row by row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct At {
    /// Its row.
    pub(crate) row: u32,
    /// Its column.
    pub(crate) column: u32,
}

impl At {
    pub(crate) const fn new(row: u32, column: u32) -> Self {
        Self { row, column }
    }

    /// Reads `B6` or `$B$6`.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let text = text.strip_prefix('$').unwrap_or(text);
        let end = text.find(|c: char| !c.is_ascii_alphabetic())?;
        let (letters, digits) = text.split_at(end);
        let digits = digits.strip_prefix('$').unwrap_or(digits);
        let at = Self { row: row(digits)?, column: column(letters)? };
        Some(at)
    }

    /// The place so many rows down and columns to the right, if the sheet has it.
    pub(crate) fn moved(self, rows: i64, columns: i64) -> Option<Self> {
        let row = u32::try_from(i64::from(self.row) + rows).ok().filter(|it| *it < ROWS)?;
        let column =
            u32::try_from(i64::from(self.column) + columns).ok().filter(|it| *it < COLUMNS)?;
        Some(Self { row, column })
    }
}

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut letters = Vec::new();
        let mut rest = self.column + 1;
        while rest > 0 {
            let letter = u8::try_from((rest - 1) % 26).unwrap_or_default();
            letters.push(char::from(b'A' + letter));
            rest = (rest - 1) / 26;
        }
        write!(f, "{}{}", letters.iter().rev().collect::<String>(), self.row + 1)
    }
}

/// A column's letters as its number from 0.
pub(crate) fn column(letters: &str) -> Option<u32> {
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    let mut number = 0_u32;
    for letter in letters.bytes() {
        if !letter.is_ascii_alphabetic() {
            return None;
        }
        number = number * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1;
    }
    (number <= COLUMNS).then(|| number - 1)
}

/// A row's digits as its number from 0.
pub(crate) fn row(digits: &str) -> Option<u32> {
    if digits.is_empty() || !digits.bytes().all(|it| it.is_ascii_digit()) {
        return None;
    }
    digits.parse::<u32>().ok().filter(|it| (1..=ROWS).contains(it)).map(|it| it - 1)
}

/// Cells in a rectangle, both corners included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Area {
    /// The upper left cell.
    pub(crate) first: At,
    /// The lower right cell.
    pub(crate) last: At,
}

impl Area {
    /// The rectangle between two corners.
    pub(crate) fn between(a: At, b: At) -> Self {
        Self {
            first: At::new(a.row.min(b.row), a.column.min(b.column)),
            last: At::new(a.row.max(b.row), a.column.max(b.column)),
        }
    }

    /// One cell.
    pub(crate) const fn cell(at: At) -> Self {
        Self { first: at, last: at }
    }

    /// Reads `G6:I6` or `B6`.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        match text.split_once(':') {
            Some((a, b)) => Some(Self::between(At::parse(a)?, At::parse(b)?)),
            None => At::parse(text).map(Self::cell),
        }
    }

    /// Reads areas with spaces between, as `sqref` writes them.
    pub(crate) fn parse_all(text: &str) -> Vec<Self> {
        text.split_whitespace().filter_map(Self::parse).collect()
    }

    pub(crate) fn contains(&self, at: At) -> bool {
        (self.first.row..=self.last.row).contains(&at.row)
            && (self.first.column..=self.last.column).contains(&at.column)
    }

    /// How many rows it has.
    pub(crate) fn height(&self) -> u32 {
        self.last.row - self.first.row + 1
    }

    /// How many columns it has.
    pub(crate) fn width(&self) -> u32 {
        self.last.column - self.first.column + 1
    }

    /// The smallest rectangle around both.
    pub(crate) fn with(&self, other: &Self) -> Self {
        Self {
            first: At::new(
                self.first.row.min(other.first.row),
                self.first.column.min(other.first.column),
            ),
            last: At::new(
                self.last.row.max(other.last.row),
                self.last.column.max(other.last.column),
            ),
        }
    }
}

impl fmt::Display for Area {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.first == self.last {
            write!(f, "{}", self.first)
        } else {
            write!(f, "{}:{}", self.first, self.last)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_read_as_they_are_written() {
        for (text, row, column) in
            [("A1", 0, 0), ("Z9", 8, 25), ("AA10", 9, 26), ("XFD1048576", 1_048_575, 16_383)]
        {
            let at = At::parse(text).unwrap();
            assert_eq!((at.row, at.column), (row, column));
            assert_eq!(at.to_string(), text);
        }
        assert_eq!(At::parse("$B$6"), At::parse("b6"));
        for wrong in ["", "A", "6", "A0", "XFE1", "A1048577", "AAAA1", "B-6", "B6x"] {
            assert_eq!(At::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn areas_have_their_corners_in_order() {
        assert_eq!(Area::parse("I6:G4").unwrap().to_string(), "G4:I6");
        assert_eq!(Area::parse_all("H24:I24 C1").len(), 2);
    }
}
