//! Marks to tick, and the printed words that each stands for.
//!
//! A mark stands before its option (`□男 □女`) or after it (`Yes ☐  No ☐`);
//! where words follow the last mark of a line, it stands before. Empty brackets
//! and bare words (`Yes / No`) count as marks where all their words are options.

use std::ops::Range;

use ooxml::NodeId;

use super::{Detector, Draft, Scope, flow::Line, paragraph::SlotAt, text};
use crate::{
    FieldId, Kind,
    word::{
        atoms::{Atom, AtomKind},
        blank::{Blank, Line as Drawn, Stretch, Tick},
        tokens::{Slot, Token, is_colon},
    },
};

/// An option and its mark.
#[derive(Debug, Clone)]
pub(super) struct Choice {
    /// The printed words.
    text: String,
    /// How it is ticked.
    tick: Tick,
    /// Where its mark stands.
    at: Stretch,
    /// It is ticked already.
    is_on: bool,
    /// Blanks that belong to it: `其他：____`.
    slots: Vec<SlotAt>,
}

/// Options that answer one question.
#[derive(Debug, Default)]
pub(super) struct Group {
    /// The words before the first option, on the same line.
    label: Option<String>,
    /// The options, in order.
    choices: Vec<Choice>,
}

/// A line's options, and the tokens of it that they took.
#[derive(Debug, Default)]
pub(super) struct Marked {
    /// The questions, in order.
    pub(super) groups: Vec<Group>,
    /// Numbers of the tokens that belong to them.
    pub(super) taken: Vec<usize>,
}

/// Where a mark is, among a line's tokens.
struct Mark {
    token: usize,
    tick: Tick,
    at: Stretch,
    is_on: bool,
}

impl Detector<'_> {
    /// Reads the options of a line.
    pub(super) fn marked(&self, line: &Line, has_label: bool) -> Marked {
        let atoms = self.story.atoms(line.node);
        let marks = real_marks(line, atoms);
        if !marks.is_empty() {
            return group(line, atoms, &marks, has_label);
        }
        let brackets = bracket_marks(line, has_label);
        if brackets.len() > 1 || (has_label && brackets.len() == 1) {
            let marked = group(line, atoms, &brackets, has_label);
            let choices = marked.groups.iter().flat_map(|it| &it.choices);
            let fits = choices.clone().count() == brackets.len()
                && choices.clone().all(|it| {
                    !it.text.is_empty()
                        && text::width(&it.text) <= 24
                        && text::unit(&it.text).is_empty()
                        && !it.text.ends_with('第')
                });
            if fits {
                return marked;
            }
        }
        let bare = self.bare(line, atoms, has_label);
        if bare.groups.is_empty() { self.spaced(line, atoms, has_label) } else { bare }
    }

    /// `Yes / No`, `男/女`: words that are options by themselves.
    fn bare(&self, line: &Line, atoms: &[Atom], has_label: bool) -> Marked {
        let mut marked = Marked::default();
        for (number, token) in line.tokens.iter().enumerate() {
            let Token::Words(words) = token else { continue };
            if matches!(line.tokens.get(number + 1), Some(Token::Slot { slot, range })
                if !matches!(slot, Slot::Line(Drawn::Gap)) || !range.is_empty())
            {
                continue;
            }
            let start = words
                .clone()
                .filter(|i| is_colon(atoms[*i].c) || matches!(atoms[*i].c, '?' | '？'))
                .max()
                .map_or(words.start, |i| i + 1);
            let question = number
                .checked_sub(2)
                .and_then(|i| match (&line.tokens[i], &line.tokens[i + 1]) {
                    (Token::Words(range), Token::Gap(_)) => Some(read(atoms, range)),
                    _ => None,
                })
                .filter(|it| it.ends_with(['?', '？', ':', '：']));
            if start == words.start && !has_label && question.is_none() {
                continue;
            }
            let pieces = split_words(atoms, start..words.end);
            let texts: Vec<String> = pieces.iter().map(|it| read(atoms, it)).collect();
            let all_known = (2..=6).contains(&pieces.len())
                && texts.iter().all(|it| self.dictionary.is_choice_word(it));
            if !all_known {
                continue;
            }
            let mut label = text::asking(&read(atoms, &(words.start..start)));
            if let Some(question) = question.filter(|_| label.is_empty()) {
                label = text::asking(&question);
                marked.taken.push(number - 2);
            }
            let choices = pieces
                .into_iter()
                .zip(texts)
                .map(|(range, text)| {
                    let at = Stretch::new(line.node, range);
                    Choice { text, tick: Tick::Bare(at.clone()), at, is_on: false, slots: vec![] }
                })
                .collect();
            let label = (!label.is_empty()).then_some(label);
            marked.groups.push(Group { label, choices });
            marked.taken.push(number);
        }
        marked
    }

    /// `Marital status:   Single    Married`, `Any relatives here?  YES   NO`: options
    /// parted by white space.
    fn spaced(&self, line: &Line, atoms: &[Atom], has_label: bool) -> Marked {
        let mut words: Vec<(usize, Range<usize>)> = Vec::new();
        let mut label = None;
        let mut taken = Vec::new();
        let mut has_label = has_label;
        for (number, token) in line.tokens.iter().enumerate() {
            match token {
                Token::Words(range) => match asked_until(atoms, range) {
                    Some(_) if label.is_some() || !words.is_empty() => break,
                    Some(end) => {
                        label = Some(text::asking(&read(atoms, &(range.start..end))));
                        taken.push(number);
                        let first = (end..range.end).find(|i| !atoms[*i].is_blank());
                        words.extend(first.map(|first| (number, first..range.end)));
                    }
                    None => words.push((number, range.clone())),
                },
                Token::Slot { slot: Slot::Line(Drawn::Gap), .. } if words.is_empty() => {
                    taken.push(number);
                }
                Token::Gap(_) => {}
                // `Nationality: ____  Do you need a permit?   YES   NO`
                Token::Slot { .. } if words.is_empty() => {
                    (label, has_label) = (None, false);
                    taken.clear();
                }
                Token::Slot { .. } | Token::Mark(_) => break,
            }
        }
        let texts: Vec<String> = words.iter().map(|(_, it)| read(atoms, it)).collect();
        let known = texts.iter().filter(|it| self.dictionary.is_choice_word(it)).count();
        let is_short = texts.iter().all(|it| text::width(it) <= 24);
        let asked = label.is_some() || has_label && taken.is_empty();
        if !asked || known < 2 || known * 2 < texts.len() || texts.len() > 6 || !is_short {
            return Marked::default();
        }
        taken.extend(words.iter().map(|(number, _)| *number));
        let choices = words
            .into_iter()
            .zip(texts)
            .map(|((_, range), text)| {
                let at = Stretch::new(line.node, range);
                Choice { text, tick: Tick::Bare(at.clone()), at, is_on: false, slots: vec![] }
            })
            .collect();
        Marked { groups: vec![Group { label, choices }], taken }
    }

    /// Adds the check field of a group, and the blanks that belong to its options.
    pub(super) fn add_group(&mut self, scope: &Scope, mut group: Group, label: &str) -> FieldId {
        let own = group.label.take().filter(|it| !it.is_empty());
        let label = own.as_deref().unwrap_or(label);
        let single = !self.dictionary.allows_several(label);
        self.add_options(scope, group, label, single)
    }

    /// Adds a check field, and the blanks that belong to its options.
    pub(super) fn add_options(
        &mut self,
        scope: &Scope,
        group: Group,
        label: &str,
        single: bool,
    ) -> FieldId {
        let at = group.choices[0].at.clone();
        let mut draft = Draft::new(
            label,
            Kind::Check,
            Blank::Ticks(group.choices.iter().map(|it| it.tick.clone()).collect()),
        );
        draft.options = group.choices.iter().map(|it| it.text.clone()).collect();
        draft.single = single;
        draft.current = group
            .choices
            .iter()
            .filter(|it| it.is_on)
            .map(|it| it.text.as_str())
            .collect::<Vec<_>>()
            .join("; ");
        let id = self.add_inline(scope, &at, at.atoms.start, draft);
        for (number, choice) in group.choices.into_iter().enumerate() {
            for slot in choice.slots {
                self.add_slot(scope, &slot, &choice.text, Some((id.clone(), number)));
            }
        }
        id
    }
}

impl Group {
    /// Options that are ticked in cells of their own: words, `w:tc`, its first `w:p`.
    pub(super) fn of_cells(cells: Vec<(String, NodeId, NodeId)>) -> Self {
        let choice = |(text, cell, paragraph)| Choice {
            text,
            tick: Tick::Cell(cell),
            at: Stretch::new(paragraph, 0..0),
            is_on: false,
            slots: Vec::new(),
        };
        Self { label: None, choices: cells.into_iter().map(choice).collect() }
    }

    /// Whether the line itself says what its options answer.
    pub(super) fn has_label(&self) -> bool {
        self.label.is_some()
    }

    /// Adds the options of a following line.
    pub(super) fn extend(&mut self, more: Group) {
        self.choices.extend(more.choices);
    }

    /// Whether each option has words.
    pub(super) fn names_all(&self) -> bool {
        self.choices.iter().all(|it| !it.text.is_empty())
    }

    /// How many options there are.
    pub(super) fn len(&self) -> usize {
        self.choices.len()
    }

    /// Whether there is nothing to tick.
    pub(super) fn is_empty(&self) -> bool {
        self.choices.is_empty()
    }
}

fn real_marks(line: &Line, atoms: &[Atom]) -> Vec<Mark> {
    let mut marks = Vec::new();
    for (token, it) in line.tokens.iter().enumerate() {
        let Token::Mark(i) = it else { continue };
        let at = Stretch { paragraph: line.node, atoms: *i..*i + 1 };
        let atom = &atoms[*i];
        let (tick, is_on) = match atom.kind {
            AtomKind::CheckControl { on } => (Tick::Control(atom.node), on),
            AtomKind::CheckField { on } => (Tick::FormField(atom.node), on),
            AtomKind::Mark { on } => (Tick::Glyph(at.clone()), on),
            _ => continue,
        };
        marks.push(Mark { token, tick, at, is_on });
    }
    marks
}

fn bracket_marks(line: &Line, has_label: bool) -> Vec<Mark> {
    let brackets: Vec<Mark> = line
        .tokens
        .iter()
        .enumerate()
        .filter_map(|(token, it)| match it {
            Token::Slot { range, slot: Slot::Line(Drawn::Brackets) } if range.len() <= 8 => {
                let at = Stretch { paragraph: line.node, atoms: range.clone() };
                Some(Mark { token, tick: Tick::Brackets(at.clone()), at, is_on: false })
            }
            _ => None,
        })
        .collect();
    if brackets.len() < 2 && !has_label { Vec::new() } else { brackets }
}

/// Gives each mark its words.
fn group(line: &Line, atoms: &[Atom], marks: &[Mark], has_label: bool) -> Marked {
    let last = marks[marks.len() - 1].token;
    let follows = matches!(line.tokens.get(last + 1), Some(Token::Words(_)))
        || matches!(line.tokens.get(last + 1), Some(Token::Slot { slot, .. })
            if !matches!(slot, Slot::Line(Drawn::Gap)));
    let lead = line.tokens[..marks[0].token].iter().rev().find_map(|it| match it {
        Token::Words(range) => Some(read(atoms, range)),
        _ => None,
    });
    // `Sought ☐ from whom? ____`: the words behind the last mark belong to a line.
    let words_ask = matches!(line.tokens.get(last + 1), Some(Token::Words(_)))
        && matches!(line.tokens.get(last + 2), Some(Token::Slot { .. }));
    let is_option = lead.as_ref().is_some_and(|it| !it.ends_with([':', '：', '?', '？']));
    let follows = follows && !(words_ask && is_option && has_label && marks.len() > 1);
    if follows || lead.is_none() {
        marks_before(line, atoms, marks)
    } else {
        marks_after(line, atoms, marks)
    }
}

/// `label: □ one □ two：____`
fn marks_before(line: &Line, atoms: &[Atom], marks: &[Mark]) -> Marked {
    let mut marked = Marked::default();
    let lead: Vec<String> = words_of(line, atoms, 0..marks[0].token);
    // What stood before the first option's label was a blank's or another's: only the last words ask.
    let mut label = lead.last().map(|it| text::asking(it)).filter(|it| !it.is_empty());
    if label.is_some() {
        let before = (0..marks[0].token).rev().find(|i| matches!(line.tokens[*i], Token::Words(_)));
        marked.taken.extend(before);
    }
    let mut group = Group { label: label.take(), choices: Vec::new() };
    for (number, mark) in marks.iter().enumerate() {
        let end = marks.get(number + 1).map_or(line.tokens.len(), |it| it.token);
        let mut choice = Choice {
            text: String::new(),
            tick: mark.tick.clone(),
            at: mark.at.clone(),
            is_on: mark.is_on,
            slots: Vec::new(),
        };
        marked.taken.push(mark.token);
        let mut next_label = None;
        let mut after_gap = false;
        for i in mark.token + 1..end {
            match &line.tokens[i] {
                Token::Words(range) => {
                    let words = read(atoms, range);
                    let leads_on = end < line.tokens.len()
                        && i + 1 == end
                        && words.ends_with([':', '：', '?', '？']);
                    let (rest, next) = words.rsplit_once(['；', ';', '。']).unwrap_or(("", &words));
                    let parted = rest.len() < words.len() && next.len() < words.len();
                    if leads_on && (after_gap || parted) {
                        if choice.slots.is_empty() {
                            choice.text.push_str(rest);
                        }
                        next_label = Some(text::asking(next));
                    } else if after_gap && !choice.text.is_empty() && end == line.tokens.len() {
                        // Words far behind the last option are not of it.
                        break;
                    } else if choice.slots.is_empty() {
                        choice.text.push_str(&words);
                    }
                    marked.taken.push(i);
                }
                Token::Slot { range, slot } => {
                    let is_drawn = !range.is_empty() || !matches!(slot, Slot::Line(Drawn::Gap));
                    if is_drawn || choice.text.ends_with([':', '：']) {
                        choice.slots.push(SlotAt::new(line, i));
                    }
                    marked.taken.push(i);
                }
                Token::Gap(_) => after_gap = true,
                Token::Mark(_) => {}
            }
        }
        choice.text = option_text(&choice.text);
        group.choices.push(choice);
        if let Some(label) = next_label {
            marked.groups.push(std::mem::take(&mut group));
            group.label = Some(label);
        }
    }
    marked.groups.push(group);
    marked.groups.retain(|it| !it.choices.is_empty());
    marked
}

/// `label: one □  two □`
fn marks_after(line: &Line, atoms: &[Atom], marks: &[Mark]) -> Marked {
    let mut marked = Marked::default();
    let mut group = Group::default();
    // What stands before a drawn blank is the blank's.
    let drawn = (0..marks[0].token).rfind(|i| is_drawn(line.tokens.get(*i)));
    let mut from = drawn.map_or(0, |i| i + 1);
    for mark in marks {
        let mut choice = Choice {
            text: String::new(),
            tick: mark.tick.clone(),
            at: mark.at.clone(),
            is_on: mark.is_on,
            slots: Vec::new(),
        };
        // Words that a line follows ask for what goes on that line.
        let words: Vec<usize> = (from..mark.token)
            .filter(|i| matches!(line.tokens[*i], Token::Words(_)))
            .filter(|i| {
                group.choices.is_empty()
                    || *i + 1 == mark.token
                    || !is_drawn(line.tokens.get(i + 1))
            })
            .collect();
        if let Some(last) = words.last() {
            let Token::Words(range) = &line.tokens[*last] else { continue };
            let said = read(atoms, range);
            let core = said
                .trim_end_matches([':', '：', ' '])
                .trim_start_matches(['；', ';', '、', '，', ',', '。', '/', ' ']);
            let option = text::asking(core);
            let lead = core[..core.len() - option.len().min(core.len())].trim();
            let label = if lead.is_empty() {
                words
                    .len()
                    .checked_sub(2)
                    .and_then(|i| words.get(i))
                    .map(|i| match &line.tokens[*i] {
                        Token::Words(range) => read(atoms, range),
                        _ => String::new(),
                    })
                    .filter(|it| it.ends_with([':', '：', '?', '？']))
            } else {
                Some(lead.to_owned())
            };
            if let Some(label) = label {
                if !group.choices.is_empty() {
                    marked.groups.push(std::mem::take(&mut group));
                }
                group.label = Some(text::asking(&label));
            }
            choice.text = option_text(&option);
            marked.taken.extend(&words);
        }
        for i in from..mark.token {
            if let Token::Slot { range, slot } = &line.tokens[i] {
                if !range.is_empty() || !matches!(slot, Slot::Line(Drawn::Gap)) {
                    if let Some(previous) = group.choices.last_mut() {
                        previous.slots.push(SlotAt::new(line, i));
                        marked.taken.push(i);
                    }
                } else {
                    marked.taken.push(i);
                }
            }
        }
        marked.taken.push(mark.token);
        group.choices.push(choice);
        from = mark.token + 1;
    }
    // A line behind the last option belongs to it.
    for i in from..line.tokens.len() {
        if let (Token::Slot { range, .. }, Some(last)) = (&line.tokens[i], group.choices.last_mut())
        {
            if !range.is_empty() {
                last.slots.push(SlotAt::new(line, i));
            }
            marked.taken.push(i);
        }
    }
    marked.groups.push(group);
    marked
}

/// A blank that is drawn, not only the white space after a colon.
fn is_drawn(token: Option<&Token>) -> bool {
    matches!(token, Some(Token::Slot { range, slot })
        if !range.is_empty() || !matches!(slot, Slot::Line(Drawn::Gap)))
}

fn words_of(line: &Line, atoms: &[Atom], range: Range<usize>) -> Vec<String> {
    line.tokens[range]
        .iter()
        .filter_map(|it| match it {
            Token::Words(range) => Some(read(atoms, range)),
            _ => None,
        })
        .collect()
}

/// The printed words of a stretch.
pub(super) fn read(atoms: &[Atom], range: &Range<usize>) -> String {
    let words: String =
        atoms[range.clone()].iter().filter(|it| it.kind == AtomKind::Text).map(|it| it.c).collect();
    text::tidy(&words)
}

/// Where words stop to ask: behind their last question mark, or their colon.
fn asked_until(atoms: &[Atom], range: &Range<usize>) -> Option<usize> {
    let asks = |i: &usize| matches!(atoms[*i].c, '?' | '？');
    let last = range.clone().rfind(|i| !atoms[*i].is_blank()).filter(|i| is_colon(atoms[*i].c));
    last.or_else(|| range.clone().rfind(asks)).map(|i| i + 1)
}

fn option_text(words: &str) -> String {
    words
        .trim()
        .trim_end_matches([':', '：', '；', ';', '、', '，', ',', '/', '／', '|', ' '])
        .trim_start_matches(['.', '、', ' ', '/', '／', '|', '-', ',', '*', '＊'])
        .to_owned()
}

/// The stretches between slashes or wide spaces.
fn split_words(atoms: &[Atom], range: Range<usize>) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = None;
    let mut end = range.start;
    for i in range.clone() {
        let c = atoms[i].c;
        if matches!(c, '/' | '／' | '|' | '、' | '\\') {
            pieces.extend(start.take().map(|it| it..end));
        } else if !c.is_whitespace() {
            start.get_or_insert(i);
            end = i + 1;
        }
    }
    pieces.extend(start.map(|it| it..end));
    pieces
}
