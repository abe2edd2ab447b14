//! The headings over blanks, and the merged cells beside them that name a part.

use super::Sheet;
use crate::{
    Filler, Kind,
    sheet::place::{Area, At},
    word::detect::text,
};

impl Sheet<'_> {
    /// The parts that tall cells left of a label name, outermost first.
    pub(super) fn left_sections(&self, label: Area) -> Vec<String> {
        let mut sections = Vec::new();
        let mut at = label;
        while let Some(left) = self.surface.left_of(at) {
            if let Some(words) = self.surface.words(left.first)
                && left.height() > label.height()
                && text::is_label(words)
                && !self.is_caption(left.first)
            {
                sections.push(words.to_owned());
            }
            at = left;
        }
        sections.reverse();
        sections
    }

    /// Gives every field the heading that stands over it.
    pub(super) fn headings(&mut self) {
        let Some(edge) = self.drafts.iter().filter_map(|it| it.asked).map(|it| it.column).min()
        else {
            return;
        };
        let headings = self.all_headings(edge);
        for number in 0..self.drafts.len() {
            let draft = &self.drafts[number];
            let at = draft.asked.unwrap_or(draft.area.first);
            let over = headings.iter().rev().find(|(area, _)| {
                area.last.row < at.row
                    && (area.contains(At::new(area.first.row, at.column))
                        || area.first.column <= edge && area.first.column <= at.column)
            });
            let Some((_, words)) = over else { continue };
            let is_title = text::is_title(words);
            let draft = &mut self.drafts[number];
            if self.cues.is_office(words) {
                draft.filler = Filler::Office;
            }
            if is_title || draft.sections.iter().any(|it| it == words) {
                continue;
            }
            draft.sections.insert(0, words.clone());
            // Entries are called by what heads them.
            if draft.kind == Kind::Rows && draft.sections.len() == 1 {
                draft.label.clone_from(words);
            }
        }
    }

    /// Rows that say one thing and ask nothing, from top to bottom.
    fn all_headings(&self, edge: u32) -> Vec<(Area, String)> {
        let page = self.surface.page;
        let asks = |row: u32| {
            self.said.iter().any(|it| it.row == row)
                || self.drafts.iter().any(|it| {
                    let area = it.area;
                    (area.first.row..=area.last.row).contains(&row)
                })
        };
        let right_most = self.drafts.iter().map(|it| it.area.last.column).max().unwrap_or(edge);
        let mut headings = Vec::new();
        for (at, words) in self.surface.all_words() {
            if at.column > edge || self.said.contains(&at) || asks(at.row) {
                continue;
            }
            let area = page.area(at);
            let says_more = self.surface.all_words().any(|(other, _)| {
                other.row == at.row && other != at && (edge..=right_most).contains(&other.column)
            });
            let is_tall = area.height() > 3;
            if says_more || is_tall || !text::is_label(words) || text::is_prompt(words) {
                continue;
            }
            headings.push((area, words.to_owned()));
        }
        headings
    }
}
