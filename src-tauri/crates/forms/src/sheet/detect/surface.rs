//! A sheet as one sees it: which cells print words, which are left open.
//!
//! What is open is decided once for the sheet. Where locks mean something, the
//! unlocked cells are; else, where the form draws frames, the empty framed
//! ones; else every empty cell beside words.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    sheet::{
        page::{Page, Protection, Value},
        place::{Area, At},
        validation::Rule,
    },
    word::detect::text,
};

/// How a sheet shows where to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Openness {
    /// Unlocked cells.
    Unlocked,
    /// Empty cells with a frame or a colour.
    Framed,
    /// Empty cells.
    Empty,
}

/// A sheet as one sees it.
#[derive(Debug)]
pub(super) struct Surface<'a> {
    /// The sheet.
    pub(super) page: &'a Page,
    openness: Openness,
    words: BTreeMap<At, String>,
    end: At,
}

/// Cells beyond this many are no form.
const MOST: usize = 60_000;

impl<'a> Surface<'a> {
    pub(super) fn new(page: &'a Page) -> Self {
        let mut texts: Vec<(At, String)> = Vec::new();
        for (at, cell) in page.cells.iter().take(MOST) {
            let Value::Text(words) = &cell.value else { continue };
            let words = text::tidy(words).trim().to_owned();
            if !words.is_empty() && page.is_first(*at) && !page.is_hidden(*at) {
                texts.push((*at, words));
            }
        }
        let locked = texts.iter().filter(|(at, _)| page.style(*at).is_locked).count();
        let unlocked = page.cells.keys().filter(|it| !page.style(**it).is_locked).count();
        let framed = texts.iter().filter(|(at, _)| is_framed(page, page.area(*at))).count();
        let locks_mean = locked * 2 > texts.len() && unlocked > 0;
        let openness = if locks_mean && (page.protection != Protection::None || unlocked > 2) {
            Openness::Unlocked
        } else if framed * 2 > texts.len() || framed >= 6 {
            Openness::Framed
        } else {
            Openness::Empty
        };
        let mut surface = Self { page, openness, words: BTreeMap::new(), end: page.end() };
        texts.retain(|(at, _)| !surface.is_answer_cell(*at));
        surface.words = texts.into_iter().collect();
        surface
    }

    /// The printed words of an area, by its first cell.
    pub(super) fn words(&self, at: At) -> Option<&str> {
        self.words.get(&at).map(String::as_str)
    }

    /// All printed words, in reading order.
    pub(super) fn all_words(&self) -> impl Iterator<Item = (At, &str)> {
        self.words.iter().map(|(at, words)| (*at, words.as_str()))
    }

    /// The cells to look at, in reading order: those that the file has, and
    /// those beside words that it may have left out.
    pub(super) fn places(&self) -> BTreeSet<At> {
        let page = self.page;
        let mut places: BTreeSet<At> =
            page.cells.keys().copied().filter(|it| page.is_first(*it)).take(MOST).collect();
        for at in self.words.keys() {
            let area = page.area(*at);
            places.extend(self.right_of(area).map(|it| it.first));
            places.extend(self.below(area).map(|it| it.first));
        }
        let ruled = page.validations.iter().flat_map(|it| &it.areas).map(|it| it.first);
        let noted = page.notes.keys().copied();
        places.extend(ruled.chain(noted).filter(|it| page.is_first(*it)).take(MOST));
        places.retain(|it| !page.is_hidden(*it));
        places
    }

    /// Whether an answer may be written there and nothing stands there yet.
    pub(super) fn is_open(&self, at: At) -> bool {
        self.page.value(at).is_blank() && self.takes_answers(at)
    }

    /// Whether an answer stands there: one was written into a blank.
    pub(super) fn is_answered(&self, at: At) -> bool {
        !self.page.value(at).is_blank() && self.is_answer_cell(at)
    }

    /// Whether a cell that holds something is a blank all the same.
    fn is_answer_cell(&self, at: At) -> bool {
        let is_ruled =
            self.page.validations.iter().any(|it| it.is_for(at) && !matches!(it.rule, Rule::Other));
        self.takes_answers(at) && (self.openness == Openness::Unlocked || is_ruled)
    }

    fn takes_answers(&self, at: At) -> bool {
        let page = self.page;
        let is_worked_out = page.cells.get(&at).is_some_and(|it| it.has_formula);
        if is_worked_out || page.is_hidden(at) || !page.is_first(at) || !page.may_change(at) {
            return false;
        }
        let is_ruled = page.validations.iter().any(|it| it.is_for(at));
        is_ruled
            || match self.openness {
                Openness::Unlocked => !page.style(at).is_locked,
                Openness::Framed => is_framed(page, page.area(at)),
                Openness::Empty => true,
            }
    }

    /// The sheet draws no frames, so that nothing says how far blanks go.
    pub(super) fn is_bare(&self) -> bool {
        self.openness == Openness::Empty
    }

    pub(super) fn left_of(&self, area: Area) -> Option<Area> {
        area.first.moved(0, -1).map(|it| self.page.area(it))
    }

    pub(super) fn right_of(&self, area: Area) -> Option<Area> {
        At::new(area.first.row, area.last.column).moved(0, 1).map(|it| self.page.area(it))
    }

    pub(super) fn above(&self, area: Area) -> Option<Area> {
        area.first.moved(-1, 0).map(|it| self.page.area(it))
    }

    pub(super) fn below(&self, area: Area) -> Option<Area> {
        At::new(area.last.row, area.first.column).moved(1, 0).map(|it| self.page.area(it))
    }

    /// The last row and column with a cell.
    pub(super) fn end(&self) -> At {
        self.end
    }

    /// How many half-width characters fit on one line of an area.
    pub(super) fn width(&self, area: Area) -> usize {
        let columns = area.first.column..=area.last.column.min(area.first.column + 500);
        let width: f64 = columns.map(|it| self.page.width(it)).sum();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is small")]
        let width = width.clamp(0.0, 10_000.0) as usize;
        width
    }
}

/// Whether a cell is drawn as a box.
fn is_framed(page: &Page, area: Area) -> bool {
    let style = page.style(area.first);
    style.has_border || style.has_fill || page.style(area.last).has_border
}
