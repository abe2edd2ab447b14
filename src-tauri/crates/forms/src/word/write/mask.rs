//! Dates where the form has printed the year, month and day signs, or the strokes between them.

use profile::PartialDate;

use super::{Pen, Refused, ink::Spot, run::Properties, width};
use crate::{
    Answer, DatePart,
    word::{
        atoms::{Atom, AtomKind},
        blank::{Line, Stretch},
        glyphs,
    },
};

/// White space wider than this before a year is layout, and most of it stays.
const LAYOUT: u32 = 4000;

impl Pen<'_> {
    /// Each part of the dates into its own stretch; parts that are not known stay blank.
    pub(super) fn mask(
        &mut self,
        parts: &[(DatePart, Stretch)],
        answer: &Answer,
    ) -> Result<(), Refused> {
        let dates = match answer {
            Answer::Date { dates, .. } => dates.clone(),
            Answer::Text(text) => vec![text.trim().parse().map_err(|_| Refused::Mismatch)?],
            _ => return Err(Refused::Mismatch),
        };
        if dates.is_empty() {
            return Err(Refused::Empty);
        }
        for (number, (part, stretch)) in numbered(parts) {
            if let Some(date) = dates.get(number).copied()
                && let Some(digits) = self.digits_for(*part, stretch, date)?
            {
                self.fill_mask(*part, stretch, &digits);
            }
        }
        Ok(())
    }

    /// A part of a date as wide as its stretch asks for; `None` when it is not known.
    fn digits_for(
        &self,
        part: DatePart,
        stretch: &Stretch,
        date: PartialDate,
    ) -> Result<Option<String>, Refused> {
        let (paragraph, range) = self.stretch(stretch);
        let atoms = &paragraph.atoms;
        let words: String = atoms[range.clone()].iter().map(|it| it.c).collect();
        let letters = words.chars().filter(char::is_ascii_alphabetic).count();
        let next = atoms[range.end..].iter().find(|it| !it.is_blank()).map(|it| it.c);
        let small = |number: Option<i8>| {
            let number = number?;
            let is_bare = letters == 1 || matches!(next, Some('年' | '月' | '日' | '号'));
            Some(if is_bare { number.to_string() } else { format!("{number:02}") })
        };
        match part {
            DatePart::Month => Ok(small(date.month)),
            DatePart::Day => Ok(small(date.day)),
            DatePart::Year => {
                let year = format!("{:04}", date.year);
                let printed: String = {
                    let digits =
                        atoms[..range.start].iter().rev().take_while(|it| it.c.is_ascii_digit());
                    let backwards: Vec<char> = digits.take(4).map(|it| it.c).collect();
                    backwards.into_iter().rev().collect()
                };
                if matches!(printed.len(), 2 | 3)
                    && (printed.starts_with("19") || printed.starts_with("20"))
                {
                    return match year.strip_prefix(&printed) {
                        Some(rest) => Ok(Some(rest.to_owned())),
                        None => Err(Refused::PrintedYear { printed, year: date.year }),
                    };
                }
                let is_short = letters == 2
                    || (words.trim() == "__" && next.is_none_or(|it| it.is_ascii_punctuation()));
                Ok(Some(if is_short { year[2..].to_owned() } else { year }))
            }
        }
    }

    fn fill_mask(&mut self, part: DatePart, stretch: &Stretch, digits: &str) {
        let (paragraph, range) = self.stretch(stretch);
        let atoms = &paragraph.atoms;
        let stretch = &atoms[range.clone()];
        let is_line = |it: &Atom| it.underlined || glyphs::is_filler(it.c);
        if stretch.iter().any(is_line) {
            let style = if stretch.iter().any(|it| glyphs::is_filler(it.c)) {
                Line::Underscores
            } else {
                Line::Underlined
            };
            let first = stretch.iter().position(is_line).unwrap_or(0);
            let last = stretch.iter().rposition(is_line).map_or(stretch.len(), |it| it + 1);
            let middle = self.middle(&stretch[first..last], digits);
            let start = range.start + first + middle.start;
            let drawn = self.line_looks(&stretch[first], style);
            let spot = if middle.is_empty() {
                Spot::Before(start)
            } else {
                Spot::Over(start..start + middle.len())
            };
            return self.put(&paragraph, &spot, digits, &drawn);
        }
        let spaces = stretch.iter().take_while(|it| it.c.is_whitespace()).count();
        if spaces < stretch.len() || stretch.is_empty() {
            let spot =
                if stretch.is_empty() { beside(atoms, range.start) } else { Spot::Over(range) };
            let drawn = self.mask_looks(atoms, &spot);
            return self.put(&paragraph, &spot, digits, &drawn);
        }
        // White space: the digits stand against the sign after it, with one space
        // around them at most. Space that sets the whole date apart stays.
        let face = self.face(&stretch[0]);
        let room = width::of_atoms(stretch, face);
        let mut over = range.clone();
        if part == DatePart::Year && (room > LAYOUT || range.start == 0) {
            let need = width::of_text(digits, face);
            let mut passed = 0;
            let taken = stretch.iter().rev().take_while(|it| {
                let fits = passed < need && it.c != '\t';
                passed += width::of(it.c, face);
                fits
            });
            over.start = over.end - taken.count();
        } else {
            if stretch.len() >= 3 && range.start > 0 {
                over.start += 1;
            }
            if stretch.len() >= 4 {
                over.end -= 1;
            }
        }
        let spot = if over.is_empty() { Spot::After(over.end - 1) } else { Spot::Over(over) };
        let drawn = self.mask_looks(atoms, &spot);
        self.put(&paragraph, &spot, digits, &drawn);
    }

    fn mask_looks(&self, atoms: &[Atom], spot: &Spot) -> Properties {
        let at = match spot {
            Spot::Over(range) => range.start,
            Spot::Before(at) | Spot::After(at) => *at,
            Spot::End => atoms.len().saturating_sub(1),
        };
        match atoms.get(at) {
            Some(atom) => Properties::of_run(&self.story.tree, atom.run).for_prompt().readable(),
            None => {
                Properties::none(super::names::Names::of(&self.story.tree, self.story.tree.root()))
            }
        }
    }
}

/// The place of an empty stretch: before the sign it belongs to.
fn beside(atoms: &[Atom], at: usize) -> Spot {
    if atoms.get(at).is_some_and(|it| it.kind == AtomKind::Text) {
        Spot::Before(at)
    } else if at > 0 {
        Spot::After(at - 1)
    } else {
        Spot::End
    }
}

/// The stretches with the number of the date they belong to: a part that comes
/// again begins the next date.
fn numbered(parts: &[(DatePart, Stretch)]) -> impl Iterator<Item = (usize, &(DatePart, Stretch))> {
    let mut seen = Vec::new();
    let mut number = 0;
    parts.iter().map(move |it| {
        if seen.contains(&it.0) {
            seen.clear();
            number += 1;
        }
        seen.push(it.0);
        (number, it)
    })
}
