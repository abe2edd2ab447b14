//! Answers on a line, in a gap, between brackets: among other words.
//!
//! A line keeps about its length, so that what stands after it stays where it is.

use std::ops::Range;

use super::{
    Pen,
    cell::is_printed,
    ink::{Paragraph, Spot},
    run::{Properties, font_of},
    width::{self, Face},
};
use crate::word::{
    atoms::{Atom, AtomKind},
    blank::{Line, Stretch},
};

/// The fewest dots that still read as a line.
const FEWEST_DOTS: usize = 4;

impl Pen<'_> {
    /// Into a blank of a paragraph.
    pub(super) fn inline(&mut self, stretch: &Stretch, style: Line, text: &str) {
        let (paragraph, range) = self.stretch(stretch);
        let ends = ends_line(&paragraph.atoms, range.end);
        let text = if ends {
            text.to_owned()
        } else {
            text.split('\n').map(str::trim).collect::<Vec<_>>().join(" ")
        };
        match style {
            Line::Underscores | Line::Underlined if !range.is_empty() => {
                self.on_line(&paragraph, range, style, &text);
            }
            Line::Underscores | Line::Underlined | Line::Gap => {
                self.in_gap(&paragraph, range, &text);
            }
            Line::Leaders => self.on_leaders(&paragraph, range, &text),
            Line::Mark => self.over_mark(&paragraph, range, &text),
            Line::Brackets => self.in_brackets(&paragraph, range, &text),
        }
    }

    /// On underscores or underlined white space: the answer is underlined, the rest of the line stays.
    pub(super) fn on_line(
        &mut self,
        paragraph: &Paragraph<'_>,
        range: Range<usize>,
        style: Line,
        text: &str,
    ) {
        let atoms = &paragraph.atoms;
        let start = match style {
            Line::Underlined => {
                range.clone().find(|it| atoms[*it].underlined).unwrap_or(range.start)
            }
            _ => range.start,
        };
        let face = self.face(&atoms[start]);
        let need = width::of_text(text, face);
        let room = width::of_atoms(&atoms[start..range.end], face);
        let space = width::of(' ', face);
        let touches = start.checked_sub(1).is_some_and(|it| !atoms[it].c.is_whitespace());
        let mut words = text.to_owned();
        if touches && room >= need + 2 * space {
            words.insert(0, ' ');
        }
        let line = &atoms[start..range.end];
        let need = width::of_text(&words, face);
        let mut count = taken(line, need, face);
        // What is left of the line may wrap, but not tear the answer's last word along.
        let parted = taken(line, need + space + need / 20, face);
        if style == Line::Underscores && parted < line.len() {
            words.push(' ');
            count = parted;
        }
        if count == line.len()
            && atoms.get(range.end).is_some_and(|it| it.c.is_ascii_alphanumeric())
        {
            words.push(' ');
        }
        let drawn = self.line_looks(&atoms[start], style);
        let spot = if count == 0 { Spot::Before(start) } else { Spot::Over(start..start + count) };
        self.put(paragraph, &spot, &words, &drawn);
    }

    /// How an answer on a line looks.
    pub(super) fn line_looks(&self, atom: &Atom, style: Line) -> Properties {
        let drawn = Properties::of_run(&self.story.tree, atom.run).for_line().readable();
        match style {
            Line::Underscores => drawn.with("u", &[("val", "single")]),
            _ => drawn,
        }
    }

    /// Into white space, or where there is nothing at all.
    fn in_gap(&mut self, paragraph: &Paragraph<'_>, range: Range<usize>, text: &str) {
        let atoms = &paragraph.atoms;
        let mut start = range.start;
        let mut words = text.to_owned();
        let before = start.checked_sub(1).map(|it| &atoms[it]);
        if before.is_some_and(wants_space_after) {
            if start < range.end {
                start += 1;
            } else {
                words.insert(0, ' ');
            }
        } else if range.start < range.end && atoms[start].c == '\t' {
            start += 1;
        }
        let anchor =
            atoms.get(start).filter(|_| start < range.end).or(before).or_else(|| atoms.get(start));
        let face = anchor.map_or(Face::default(), |it| self.face(it));
        let mut taken = taken(&atoms[start..range.end], width::of_text(text, face), face);
        let meets =
            start + taken == range.end && atoms.get(range.end).is_some_and(wants_space_before);
        if meets && taken > 0 {
            taken -= 1;
        } else if meets {
            words.push(' ');
        }
        let drawn = self.gap_looks(paragraph, anchor);
        let spot = if taken > 0 {
            Spot::Over(start..start + taken)
        } else if is_writable(start.checked_sub(1).and_then(|it| atoms.get(it))) {
            Spot::After(start - 1)
        } else if is_writable(atoms.get(start)) {
            Spot::Before(start)
        } else if start > 0 {
            Spot::After(start - 1)
        } else if start < atoms.len() {
            Spot::Before(start)
        } else {
            Spot::End
        };
        self.put(paragraph, &spot, &words, &drawn);
    }

    fn gap_looks(&self, paragraph: &Paragraph<'_>, anchor: Option<&Atom>) -> Properties {
        let words = paragraph.atoms.iter().rfind(|it| it.kind == AtomKind::Text);
        match anchor.filter(|it| is_writable(Some(it))).or(words) {
            Some(atom) => Properties::of_run(&self.story.tree, atom.run).beside_label().readable(),
            None => self.looks_in(paragraph.node, None),
        }
    }

    /// On dots or dashes: they go, but in the middle of a line enough of them stay to hold what follows.
    fn on_leaders(&mut self, paragraph: &Paragraph<'_>, range: Range<usize>, text: &str) {
        let atoms = &paragraph.atoms;
        if range.is_empty() {
            return self.in_gap(paragraph, range, text);
        }
        let face = self.face(&atoms[range.start]);
        let mut words = text.to_owned();
        if range.start.checked_sub(1).is_some_and(|it| wants_space_after(&atoms[it])) {
            words.insert(0, ' ');
        }
        let mut end = range.end;
        if !ends_line(atoms, range.end) {
            let taken = taken(
                &atoms[range.clone()],
                width::of_text(&words, face) + width::of(' ', face),
                face,
            );
            if range.len() - taken >= FEWEST_DOTS {
                end = range.start + taken;
                words.push(' ');
            } else if wants_space_before(&atoms[range.end]) {
                words.push(' ');
            }
        }
        let drawn = self.gap_looks(paragraph, Some(&atoms[range.start]));
        self.put(paragraph, &Spot::Over(range.start..end), &words, &drawn);
    }

    /// Over a template's mark, whose looks the answer keeps.
    fn over_mark(&mut self, paragraph: &Paragraph<'_>, range: Range<usize>, text: &str) {
        if range.is_empty() {
            return self.in_gap(paragraph, range, text);
        }
        let run = paragraph.atoms[range.start].run;
        let drawn = Properties::of_run(&self.story.tree, run).for_answer().readable();
        self.put(paragraph, &Spot::Over(range), text, &drawn);
    }

    /// In the middle of the white space between brackets.
    pub(super) fn in_brackets(
        &mut self,
        paragraph: &Paragraph<'_>,
        range: Range<usize>,
        text: &str,
    ) {
        let atoms = &paragraph.atoms;
        if range.is_empty() {
            let drawn = self.gap_looks(paragraph, range.start.checked_sub(1).map(|it| &atoms[it]));
            let spot = if range.start > 0 { Spot::After(range.start - 1) } else { Spot::Before(0) };
            return self.put(paragraph, &spot, text, &drawn);
        }
        let middle = self.middle(&atoms[range.clone()], text);
        let range = range.start + middle.start..range.start + middle.end;
        let atom = &atoms[range.start.min(atoms.len() - 1)];
        let looks = Properties::of_run(&self.story.tree, atom.run).for_line().readable();
        let drawn =
            if atom.underlined { looks } else { looks.without(&["rStyle", "color", "shd", "u"]) };
        let spot = if range.is_empty() { Spot::Before(range.start) } else { Spot::Over(range) };
        self.put(paragraph, &spot, text, &drawn);
    }

    /// The middle of a stretch, as wide as `text`.
    pub(super) fn middle(&self, stretch: &[Atom], text: &str) -> Range<usize> {
        let Some(first) = stretch.first() else { return 0..0 };
        let face = self.face(first);
        let need = width::of_text(text, face);
        let spare = width::of_atoms(stretch, face).saturating_sub(need) / 2;
        let mut passed = 0;
        let start = stretch
            .iter()
            .take_while(|it| {
                passed += width::of(it.c, face);
                passed <= spare
            })
            .count();
        start..start + taken(&stretch[start..], need, face)
    }

    pub(super) fn face(&self, atom: &Atom) -> Face {
        Face::of(font_of(&self.story.tree, atom.run).as_deref())
    }
}

/// How many atoms from the front of a line words of this width stand on. A tab
/// goes only when they reach past it, and the last one stays.
fn taken(line: &[Atom], need: u32, face: Face) -> usize {
    let last_tab = line.iter().rposition(|it| it.c == '\t');
    let mut passed = 0;
    let mut count = 0;
    for (i, atom) in line.iter().enumerate() {
        let wide = width::of(atom.c, face);
        let fits = if atom.c == '\t' {
            passed + wide <= need && Some(i) != last_tab
        } else {
            passed < need
        };
        if !fits {
            break;
        }
        passed += wide;
        count = i + 1;
    }
    count
}

/// Whether nothing is printed after this place in its line.
pub(super) fn ends_line(atoms: &[Atom], at: usize) -> bool {
    let rest = atoms[at..].iter().take_while(|it| it.c != '\n');
    !rest
        .into_iter()
        .any(|it| it.kind != AtomKind::Text || is_printed(it) || it.underlined || it.c == '_')
}

/// Whether an atom is in a run of its own paragraph, so that words may stand beside it.
fn is_writable(atom: Option<&Atom>) -> bool {
    atom.is_some_and(|it| matches!(it.kind, AtomKind::Text | AtomKind::Mark { .. }))
}

/// Whether words after this atom need a space before them.
fn wants_space_after(atom: &Atom) -> bool {
    let is_open = matches!(
        atom.c,
        '(' | '[' | '{' | '<' | '"' | '/' | '$' | '#' | '@' | '\u{2018}' | '\u{201c}'
    );
    let is_wide = width::is_wide(atom.c) && atom.kind == AtomKind::Text;
    !(atom.c.is_whitespace() || is_open || is_wide)
}

/// Whether words before this atom need a space after them.
fn wants_space_before(atom: &Atom) -> bool {
    !atom.c.is_whitespace()
        && !matches!(
            atom.c,
            ',' | '.' | ';' | ':' | ')' | ']' | '}' | '>' | '"' | '/' | '%' | '?' | '!'
        )
        && !matches!(
            atom.c,
            '，' | '。' | '；' | '：' | '、' | '）' | '】' | '》' | '”' | '’' | '？' | '！'
        )
}
