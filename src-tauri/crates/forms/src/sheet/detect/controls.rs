//! Check boxes and option buttons: which of them answer one question, and which asks.

use std::collections::BTreeMap;

use super::{Draft, Sheet};
use crate::{
    Kind,
    sheet::{
        blank::Blank,
        control::{Control, Sort},
        page::{Protection, Value},
        place::{Area, At},
    },
    word::detect::text,
};

/// A control with its words.
#[derive(Debug, Clone)]
struct Choice {
    /// Its number on the sheet.
    number: usize,
    /// What it says.
    caption: String,
    /// The cells it stands for: those of its words, or those it lies on.
    area: Area,
    /// The cell it begins in.
    at: At,
    /// How far from the left it lies.
    left: f64,
}

/// Which boxes belong together.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Group {
    /// Those in a group box, by its number.
    Boxed(usize),
    /// Those that the same words ask for.
    Asked(At),
    /// Those that nothing asks for, by the first.
    Loose(usize),
}

impl Sheet<'_> {
    /// Adds the fields of the sheet's controls.
    pub(super) fn controls(&mut self) {
        let page = self.surface.page;
        let may_change = |it: &Control| page.protection != Protection::All || !it.is_locked;
        let mut buttons: BTreeMap<(Option<usize>, usize), Vec<Choice>> = BTreeMap::new();
        let mut boxes: Vec<(Option<usize>, Choice)> = Vec::new();
        let mut begun: BTreeMap<Option<usize>, usize> = BTreeMap::new();
        for (number, control) in page.controls.iter().enumerate() {
            if control.sort == Sort::GroupBox || !may_change(control) {
                continue;
            }
            let frame = self.box_around(control);
            let choice = self.choice(number, control);
            if control.sort == Sort::Button {
                let part = begun.entry(frame).or_default();
                let key = (frame, *part);
                let has_first = buttons
                    .get(&key)
                    .is_some_and(|it| it.iter().any(|it| page.controls[it.number].is_first));
                // Each first button begins a question of its own.
                if control.is_first && has_first {
                    *part += 1;
                }
                buttons.entry((frame, *part)).or_default().push(choice);
            } else {
                boxes.push((frame, choice));
            }
        }
        for ((frame, _), choices) in buttons {
            self.buttons(frame, &choices);
        }
        for (group, choices) in self.grouped(boxes) {
            self.boxes(&group, &choices);
        }
    }

    /// The smallest group box around a control.
    fn box_around(&self, control: &Control) -> Option<usize> {
        let controls = self.surface.page.controls.iter().enumerate();
        let around = controls.filter(|(_, it)| {
            it.sort == Sort::GroupBox && it.frame.contains(control.frame.middle())
        });
        let size = |it: &Control| it.frame.right - it.frame.left;
        around.min_by(|a, b| size(a.1).total_cmp(&size(b.1))).map(|it| it.0)
    }

    /// A control and its words; where none are on it, those in its cell or right of it.
    fn choice(&mut self, number: usize, control: &Control) -> Choice {
        let page = self.surface.page;
        let own = page.area(control.at);
        let mut choice = Choice {
            number,
            caption: control.caption.clone(),
            area: own,
            at: control.at,
            left: control.frame.left,
        };
        if choice.caption.is_empty() {
            let beside = std::iter::successors(Some(own), |it| self.surface.right_of(*it))
                .take(3)
                .find(|it| self.surface.words(it.first).is_some());
            if let Some(beside) = beside {
                self.surface
                    .words(beside.first)
                    .unwrap_or_default()
                    .clone_into(&mut choice.caption);
                choice.area = beside;
                self.said.insert(beside.first);
                self.taken.insert(beside.first);
            }
        }
        choice
    }

    /// Whether words are those of a control.
    pub(super) fn is_caption(&self, at: At) -> bool {
        self.taken.contains(&at) && self.said.contains(&at)
    }

    fn buttons(&mut self, frame: Option<usize>, counted: &[Choice]) {
        let mut shown = counted.to_vec();
        shown.sort_by(in_order);
        let asked = shown.first().and_then(|it| self.asking(it));
        let buttons = shown.iter().map(|it| it.number).collect();
        let counted = counted.iter().map(|it| it.number).collect();
        let blank = Blank::Buttons { page: self.index, buttons, counted };
        self.question(frame, asked, &shown, true, blank);
    }

    fn boxes(&mut self, group: &Group, choices: &[Choice]) {
        let (frame, asked) = match group {
            Group::Boxed(frame) => (Some(*frame), choices.first().and_then(|it| self.asking(it))),
            Group::Asked(at) => (None, Some(*at)),
            Group::Loose(_) => (None, None),
        };
        let boxes = choices.iter().map(|it| it.number).collect();
        let blank = Blank::Ticks { page: self.index, boxes };
        // Yes and no exclude each other, whatever they are drawn as.
        let excludes =
            choices.len() > 1 && choices.iter().all(|it| self.cues.is_choice_word(&it.caption));
        self.question(frame, asked, choices, excludes, blank);
    }

    fn question(
        &mut self,
        frame: Option<usize>,
        asked: Option<At>,
        choices: &[Choice],
        excludes: bool,
        blank: Blank,
    ) {
        let page = self.surface.page;
        let Some(first) = choices.first() else { return };
        let titled = frame.map(|it| page.controls[it].caption.clone());
        let words = asked.and_then(|it| self.surface.words(it)).map(str::to_owned);
        let label = titled.filter(|it| !it.is_empty()).or(words).unwrap_or_else(|| {
            if choices.len() == 1 { first.caption.clone() } else { String::new() }
        });
        let area = choices.iter().fold(first.area, |area, it| area.with(&it.area));
        let mut draft = Draft::new(&label, asked, area, Kind::Check, blank);
        draft.options = choices.iter().map(|it| it.caption.clone()).collect();
        draft.single = excludes && !self.cues.allows_several(&label);
        let on: Vec<&str> = choices
            .iter()
            .filter(|it| page.controls[it.number].is_on)
            .map(|it| it.caption.as_str())
            .collect();
        // A button comes pressed with the form. It is an answer where others are given.
        let is_given = !matches!(draft.blank, Blank::Buttons { .. }) || self.is_begun();
        if is_given {
            draft.current = on.join("; ");
        }
        if let Some(asked) = asked {
            self.said.insert(asked);
            draft.sections = self.left_sections(page.area(asked));
        }
        self.drafts.push(draft);
    }

    /// Whether somebody has begun to fill the sheet.
    fn is_begun(&self) -> bool {
        let page = self.surface.page;
        // A number may be that of the button itself, in the cell that it is linked to.
        page.cells
            .iter()
            .any(|(at, it)| matches!(it.value, Value::Text(_)) && self.surface.is_answered(*at))
            || page.controls.iter().any(|it| it.sort == Sort::CheckBox && it.is_on)
    }

    /// The words that ask for a control: left of it, in its row.
    fn asking(&self, choice: &Choice) -> Option<At> {
        let mut area = self.surface.page.area(choice.at);
        if self.is_label(area.first) && choice.area.first != area.first {
            return Some(area.first);
        }
        // Controls lie over many empty cells, so the words may stand further off.
        for _ in 0..24 {
            area = self.surface.left_of(area)?;
            if self.is_label(area.first) {
                return Some(area.first);
            }
            if self.surface.words(area.first).is_some() && !self.is_caption(area.first) {
                return None;
            }
        }
        None
    }

    /// Check boxes by what they answer. One that nothing asks for goes with those above it.
    fn grouped(&self, boxes: Vec<(Option<usize>, Choice)>) -> Vec<(Group, Vec<Choice>)> {
        let mut order = boxes;
        order.sort_by(|(_, a), (_, b)| in_order(a, b));
        let mut groups: Vec<(Group, Vec<Choice>)> = Vec::new();
        for (frame, choice) in order {
            let group = match (frame, self.asking(&choice)) {
                (Some(frame), _) => Some(Group::Boxed(frame)),
                (None, Some(at)) => Some(Group::Asked(at)),
                (None, None) => None,
            };
            let near = || {
                groups.iter().position(|(_, choices)| {
                    choices.last().is_some_and(|it| {
                        choice.at.row - it.at.row <= 1 && !choice.caption.is_empty()
                    })
                })
            };
            let known = match &group {
                Some(group) => groups.iter().position(|it| it.0 == *group),
                None => near(),
            };
            if let Some(known) = known {
                groups[known].1.push(choice);
                continue;
            }
            let group = group.unwrap_or_else(|| {
                self.over(&choice).map_or(Group::Loose(choice.number), Group::Asked)
            });
            groups.push((group, vec![choice]));
        }
        groups
    }

    /// Words right above a control.
    fn over(&self, choice: &Choice) -> Option<At> {
        let above = self.surface.above(self.surface.page.area(choice.at))?;
        let is_question = self.surface.words(above.first).is_some_and(|it| !text::is_title(it));
        (is_question && self.is_label(above.first)).then_some(above.first)
    }
}

/// As one reads: row by row, from left to right.
fn in_order(a: &Choice, b: &Choice) -> std::cmp::Ordering {
    a.at.row.cmp(&b.at.row).then(a.left.total_cmp(&b.left))
}
