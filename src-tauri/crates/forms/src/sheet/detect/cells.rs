//! Single blanks: a cell beside or below the words that ask for it.

use super::{Draft, Sheet};
use crate::{
    Filler, Kind,
    sheet::{
        blank::Blank,
        page::Value,
        place::{Area, At},
        style::Format,
        validation::Rule,
    },
    word::detect::text,
};

/// As many closed cells without words may stand between a label and its blank.
const GAP: usize = 3;

impl Sheet<'_> {
    /// Adds the field of one cell, if it is a blank that words ask for.
    pub(super) fn cell(&mut self, at: At, signing: bool) {
        let area = self.surface.page.area(at);
        if self.is_photo(at) {
            let words = self.surface.words(at).unwrap_or_default().to_owned();
            self.said.insert(at);
            self.drafts.push(Draft::new(&words, Some(at), area, Kind::Photo, Blank::Photo));
            return;
        }
        if !(self.surface.is_open(at) || self.surface.is_answered(at)) {
            return;
        }
        let Some(asked) = self.label_of(area) else { return };
        let label = self.surface.words(asked.first).unwrap_or_default().to_owned();
        let mut draft = self.blank(area, &label, Some(asked.first));
        draft.signing = signing;
        draft.sections = self.left_sections(asked);
        if draft.sections.iter().any(|it| self.cues.is_office(it)) {
            draft.filler = Filler::Office;
        }
        self.said.insert(asked.first);
        self.taken.insert(at);
        self.drafts.push(draft);
    }

    /// A blank cell under a label: its kind by its format and its rules.
    pub(super) fn blank(&self, area: Area, label: &str, asked: Option<At>) -> Draft {
        let page = self.surface.page;
        let at = area.first;
        let spot = self.spot(at);
        let mut draft = Draft::new(label, asked, area, Kind::Text, Blank::Cell(spot));
        let rules = || page.validations.iter().enumerate().filter(|(_, it)| it.is_for(at));
        let dated = rules().any(|(_, it)| it.rule == Rule::Date);
        draft.longest = rules().find_map(|(_, it)| match it.rule {
            Rule::Length(longest) => Some(longest),
            _ => None,
        });
        let format = page.style(at).format;
        let is_date = dated || matches!(format, Format::Date { .. }) || text::asks_date(label);
        if let Some(rule) = rules().find(|(_, it)| it.rule == Rule::List).map(|(rule, _)| rule) {
            let options = self.options(at, rule);
            if !options.is_empty() {
                draft.kind = Kind::Choice;
                draft.options = options;
                draft.blank = Blank::Choice { spot, rule };
            }
        } else if is_date {
            draft.kind = Kind::Date;
        }
        let prompts = rules().map(|(_, it)| it.prompt.as_str());
        let notes = page.notes.get(&at).map(String::as_str).into_iter().chain(prompts);
        let said: Vec<String> = notes.map(text::tidy).filter(|it| !it.is_empty()).collect();
        draft.hint = said.join(" ");
        draft.width = Some(self.surface.width(area));
        draft.unit = self.unit_after(area);
        draft.current = match page.value(at) {
            Value::Text(text) => text.trim().to_owned(),
            value => value.shown(),
        };
        draft
    }

    /// The words that ask for a blank: left of it, else above it.
    pub(super) fn label_of(&self, area: Area) -> Option<Area> {
        let mut left = self.surface.left_of(area);
        for _ in 0..=GAP {
            let Some(beside) = left else { break };
            if let Some(words) = self.surface.words(beside.first) {
                let asks = self.is_label(beside.first) && !self.heads.contains(&beside.first);
                if asks && !self.is_unit(beside, words) && !self.is_bare_heading(beside, words) {
                    return Some(beside);
                }
                break;
            }
            let stops = self.surface.is_open(beside.first)
                || !self.surface.page.value(beside.first).is_blank();
            if stops || self.surface.is_bare() {
                break;
            }
            left = self.surface.left_of(beside);
        }
        let above = self.surface.above(area)?;
        let asks_right = self.surface.right_of(above).is_some_and(|right| {
            self.surface.is_open(right.first) || self.surface.is_answered(right.first)
        });
        let fits = above.first.column == area.first.column;
        let is_alone = !asks_right || above.width() > 1 && above.width() == area.width();
        let is_heading = self.surface.is_bare() && above.width() < area.width();
        (fits && is_alone && !is_heading && self.is_label(above.first)).then_some(above)
    }

    /// Where no frames are drawn, a title and the words over a row of headers
    /// have an empty cell beside them as well.
    fn is_bare_heading(&self, area: Area, words: &str) -> bool {
        let is_alone = || {
            let in_row = self.surface.all_words().filter(|it| it.0.row == area.first.row);
            in_row.count() == 1
        };
        self.surface.is_bare()
            && is_alone()
            && (text::is_title(words) || !self.header_runs(area.last.row + 1).is_empty())
    }

    /// Words that may ask: no caption, no remark.
    pub(super) fn is_label(&self, at: At) -> bool {
        self.surface.words(at).is_some_and(|words| {
            text::is_label(words) && !text::is_prompt(words) && !self.is_caption(at)
        })
    }

    /// `元/月` after a blank is its unit, not the next one's label.
    fn is_unit(&self, area: Area, words: &str) -> bool {
        let unit = text::unit(words);
        let follows_blank =
            self.surface.left_of(area).is_some_and(|it| self.surface.is_open(it.first));
        follows_blank && !unit.is_empty() && unit == words
    }

    fn unit_after(&self, area: Area) -> String {
        let right = self.surface.right_of(area);
        right.and_then(|it| self.surface.words(it.first)).map(text::unit).unwrap_or_default()
    }

    fn is_photo(&self, at: At) -> bool {
        let page = self.surface.page;
        let takes_one = page.may_change(at) && page.is_first(at);
        let beside_blank = || {
            let right = self.surface.right_of(page.area(at));
            right.is_some_and(|it| self.surface.is_open(it.first))
        };
        self.surface.words(at).is_some_and(|it| self.cues.is_photo(it))
            && takes_one
            && !beside_blank()
    }
}
