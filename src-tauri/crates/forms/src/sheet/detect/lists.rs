//! The entries of a cell's list, also where they hang on another answer.

use super::Sheet;
use crate::sheet::{
    book::Overlay,
    formula::{self, Formula, Scope},
    page::Value,
    place::At,
    validation::Rule,
};

/// As deep may lists hang on one another.
const DEPTH: usize = 4;
/// As many entries are shown of one list.
const MOST: usize = 2_000;

impl Sheet<'_> {
    /// What may be chosen in a cell by one of the sheet's rules, as one reads it.
    pub(super) fn options(&self, at: At, rule: usize) -> Vec<String> {
        let mut options: Vec<String> = Vec::new();
        for entry in self.list_of(at, rule, &Overlay::new(), 0) {
            let words = entry.shown().trim().to_owned();
            if !words.is_empty() && !options.contains(&words) && options.len() < MOST {
                options.push(words);
            }
        }
        options
    }

    /// The entries of a list. Where another blank decides, those for each of its answers.
    fn list_of(&self, at: At, rule: usize, overlay: &Overlay, depth: usize) -> Vec<Value> {
        let page = self.surface.page;
        let Some(rule) = page.validations.get(rule).filter(|_| depth < DEPTH) else {
            return Vec::new();
        };
        let home = rule.home();
        let moved = (
            i64::from(at.row) - i64::from(home.row),
            i64::from(at.column) - i64::from(home.column),
        );
        let scope = Scope { book: self.book, page: self.index, moved, overlay };
        let mut entries = formula::list(&rule.formula, &scope).unwrap_or_default();
        for parent in self.deciding(&rule.formula, at, moved) {
            let Some(of_parent) =
                page.validations.iter().position(|it| it.rule == Rule::List && it.is_for(parent))
            else {
                continue;
            };
            let key = (self.index, parent);
            if overlay.contains_key(&key) {
                continue;
            }
            for answer in self.list_of(parent, of_parent, overlay, depth + 1).into_iter().take(MOST)
            {
                let mut overlay = overlay.clone();
                overlay.insert(key, answer);
                let scope = Scope { overlay: &overlay, ..scope };
                entries.extend(formula::list(&rule.formula, &scope).unwrap_or_default());
                if entries.len() > 4 * MOST {
                    return entries;
                }
            }
        }
        entries
    }

    /// The blanks of this sheet that a formula looks at.
    fn deciding(&self, formula: &str, at: At, moved: (i64, i64)) -> Vec<At> {
        let mut cells = Vec::new();
        let Some(formula) = Formula::parse(formula) else { return cells };
        formula.walk(&mut |part| {
            let Formula::Cells(reference) = part else { return };
            let own = reference
                .sheet
                .as_ref()
                .is_none_or(|it| self.book.page_called(it) == Some(self.index));
            if let Some(area) =
                reference.moved(moved.0, moved.1).filter(|it| own && it.height() == 1)
            {
                let first = self.surface.page.area(area.first).first;
                let takes = self.surface.is_open(first) || self.surface.is_answered(first);
                if first != at && takes && !cells.contains(&first) {
                    cells.push(first);
                }
            }
        });
        cells
    }
}
