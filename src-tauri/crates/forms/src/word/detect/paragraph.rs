//! Blanks that stand in a line of text, and the words that ask for them.

use std::ops::Range;

use super::{Detector, Draft, Scope, flow::Line, text, ticks::read};
use crate::{
    FieldId, Filler, Kind,
    word::{
        atoms::{Atom, AtomKind, written},
        blank::{Blank, Line as Drawn, Stretch},
        tokens::{Slot, Token},
    },
};

/// A blank of a line, with what stands around it.
#[derive(Debug, Clone)]
pub(super) struct SlotAt {
    /// Where it is.
    stretch: Stretch,
    /// How it is drawn.
    slot: Slot,
    /// Its number among the line's blanks.
    nth: usize,
    /// The token after it, if that is words.
    after: Option<Range<usize>>,
}

impl SlotAt {
    /// The slot that is token number `token` of `line`.
    pub(super) fn new(line: &Line, token: usize) -> Self {
        let (range, slot) = match &line.tokens[token] {
            Token::Slot { range, slot } => (range.clone(), slot.clone()),
            Token::Words(range) | Token::Gap(range) => (range.clone(), Slot::Line(Drawn::Gap)),
            Token::Mark(i) => (*i..*i, Slot::Line(Drawn::Gap)),
        };
        let nth = line.tokens[..token].iter().filter(|it| matches!(it, Token::Slot { .. })).count();
        let after = match line.tokens.get(token + 1) {
            Some(Token::Words(range)) => Some(range.clone()),
            _ => None,
        };
        Self { stretch: Stretch { paragraph: line.node, atoms: range }, slot, nth, after }
    }
}

impl Detector<'_> {
    /// Adds the fields of a line's blanks that no option took. `fallback` is
    /// what asks where the line itself says nothing: the label cell, the line
    /// above, or captions below, one for each blank.
    pub(super) fn slots(
        &mut self,
        scope: &mut Scope,
        line: &Line,
        taken: &[usize],
        fallback: &[String],
    ) {
        let atoms = self.story.atoms(line.node);
        let mut label = String::new();
        let mut unlabelled = 0;
        let captioned = captions_follow(line, atoms);
        let mut others_sign = false;
        // In running text a caption may be about anybody.
        let mut in_sentence = false;
        // `Phone: Home ____ Work ____`: what each of the line's blanks is of.
        let mut inner = scope.clone();
        // The noun behind the last blank, which is no label of the next.
        let mut behind = "";
        for (number, token) in line.tokens.iter().enumerate() {
            if taken.contains(&number) {
                label.clear();
                continue;
            }
            match token {
                Token::Words(range) => {
                    let before = number.checked_sub(1).map(|it| &line.tokens[it]);
                    let is_behind = matches!(before, Some(Token::Slot { .. }));
                    let unit = unit_apart(atoms, range).filter(|_| is_behind);
                    let words = read(atoms, &(unit.map_or(range.start, |it| it.end)..range.end));
                    in_sentence |= text::is_sentence(&words);
                    let has_caption = is_behind && (captioned || in_sentence);
                    let words = if has_caption { after_caption(&words) } else { &words };
                    if !label.is_empty() {
                        label.push(' ');
                    }
                    label.push_str(past_noun(words, behind));
                    behind = "";
                }
                Token::Gap(range) => {
                    let next = line.tokens.get(number + 1);
                    if matches!(next, Some(Token::Words(_))) {
                        self.signed_before_gap(scope, line, number, range, &label);
                    }
                    // `Age        ____`: nothing else can ask for the line.
                    let leads = matches!(
                        next,
                        Some(Token::Slot { slot: Slot::Line(Drawn::Underscores), .. })
                    );
                    if !leads {
                        label.clear();
                    }
                }
                Token::Mark(_) => label.clear(),
                // `Phone (    ) ____`: the brackets are for a part of what the line takes.
                Token::Slot { slot: Slot::Line(Drawn::Brackets), .. }
                    if !label.is_empty() && draws_line(line.tokens.get(number + 1)) => {}
                Token::Slot { .. } => {
                    let slot = SlotAt::new(line, number);
                    let mut asks = text::asking(&label);
                    // A unit or a closing word behind the blank before is no label.
                    if !text::unit(&asks).is_empty() && text::unit(&asks) == asks {
                        asks.clear();
                    }
                    let is_mask = matches!(slot.slot, Slot::Mask(_));
                    // `I, ____ (full name), of ____ (address)`: the captions say more.
                    let leads_on = asks.split_whitespace().count() <= 2
                        && !label.trim_end().ends_with([':', '：']);
                    let caption =
                        self.words_after(&slot).filter(|_| captioned && !in_sentence && leads_on);
                    if let Some(caption) = caption {
                        asks = caption;
                    }
                    if let Some((printed, asked)) = self.noun_after(&slot) {
                        behind = printed;
                        if !label.trim_end().ends_with([':', '：']) {
                            asked.clone_into(&mut asks);
                        }
                    }
                    // `Name ____ ____` over `(First)  (Last)`: each has its caption.
                    if fallback.len() > 1 && fallback.len() == line.slots() {
                        inner = scope.within(&asks);
                        asks.clone_from(&fallback[slot.nth]);
                    }
                    if asks.is_empty() {
                        asks = self
                            .words_after(&slot)
                            .filter(|_| !in_sentence)
                            .or_else(|| fallback.get(unlabelled).or(fallback.last()).cloned())
                            // The mask under a signature is its date.
                            .filter(|it| !is_mask || !self.dictionary.is_signature(it))
                            .unwrap_or_default();
                        if unlabelled > 0 && fallback.len() <= 1 {
                            // A second line under the same words belongs to the first.
                            asks.clear();
                        }
                        unlabelled += 1;
                    }
                    if let Some(headed) = self.headed(scope, &label, &asks) {
                        inner = headed;
                    }
                    if text::is_label(&asks) || is_mask || text::is_long(&asks) {
                        scope.signing |= self.dictionary.is_signature(&asks);
                        inner.signing = scope.signing;
                        // Their name and date beside it are for them to write, too.
                        others_sign |= self.dictionary.signs_for_others(&asks);
                        if others_sign && inner.filler == Filler::Candidate {
                            inner.filler = Filler::Office;
                        }
                        self.add_slot(&inner, &slot, &asks, None);
                    }
                    label.clear();
                }
            }
        }
        self.signed_at_end(scope, line, &label);
    }

    /// The sections that a label opens for the blanks behind it on its line; nothing
    /// if it goes on in those of the label before.
    fn headed(&self, scope: &Scope, label: &str, asks: &str) -> Option<Scope> {
        match text::head(label, asks) {
            Some(head) => Some(scope.within(head)),
            // `Email: Primary: ____ Secondary: ____`
            None if self.dictionary.is_ordinal(asks) => None,
            None => label.trim_end().ends_with([':', '：']).then(|| scope.clone()),
        }
    }

    /// `Signature of applicant      Date: __`: the far words are another's.
    fn signed_before_gap(
        &mut self,
        scope: &mut Scope,
        line: &Line,
        number: usize,
        gap: &Range<usize>,
        label: &str,
    ) {
        if self.dictionary.is_signature(&text::asking(label)) {
            let draft = Draft::new(label, Kind::Signature, Blank::Nothing);
            self.add_inline(scope, &Stretch::new(line.node, gap.clone()), number, draft);
            scope.signing = true;
        }
    }

    /// A line that ends with a word for a signature, and draws nothing behind it.
    fn signed_at_end(&mut self, scope: &mut Scope, line: &Line, label: &str) {
        let asks = text::asking(label);
        if label.is_empty() || !self.dictionary.is_signature(&asks) {
            return;
        }
        scope.signing = true;
        if text::width(&asks) < 40 {
            let end = self.story.atoms(line.node).len();
            let draft = Draft::new(label, Kind::Signature, Blank::Nothing);
            self.add_inline(scope, &Stretch::new(line.node, end..end), line.slots(), draft);
        }
    }

    /// `______ (Name)`: a caption in brackets right behind the line.
    fn words_after(&self, slot: &SlotAt) -> Option<String> {
        let atoms = self.story.atoms(slot.stretch.paragraph);
        let words = read(atoms, slot.after.as_ref()?);
        let caption = &words[..words.len() - after_caption(&words).len()];
        let caption = caption.trim_matches(['(', ')', '（', '）', ' ', ',', '，']);
        // `____/____ (rank/size)`: the last part is of the last blank.
        let before = atoms[..slot.stretch.atoms.start].iter().rev().find(|it| !it.is_blank());
        let caption = match caption.rsplit_once('/') {
            Some((_, last)) if before.is_some_and(|it| it.c == '/') => last.trim(),
            _ => caption,
        };
        text::is_label(caption).then(|| caption.to_owned())
    }

    /// `______大学`: the noun that a drawn blank leads up to, and what it asks for.
    fn noun_after(&self, slot: &SlotAt) -> Option<(&'static str, &'static str)> {
        let is_drawn = matches!(slot.slot, Slot::Line(Drawn::Underscores | Drawn::Underlined));
        let is_close = |after: &&Range<usize>| after.start == slot.stretch.atoms.end;
        let after = slot.after.as_ref().filter(|_| is_drawn).filter(is_close)?;
        text::noun_after(&read(self.story.atoms(slot.stretch.paragraph), after))
    }

    /// Adds the field of one blank.
    pub(super) fn add_slot(
        &mut self,
        scope: &Scope,
        slot: &SlotAt,
        label: &str,
        depends_on: Option<(FieldId, usize)>,
    ) {
        let atoms = self.story.atoms(slot.stretch.paragraph);
        let after = slot.after.as_ref().map(|it| read(atoms, it)).unwrap_or_default();
        let inside = &atoms[slot.stretch.atoms.clone()];
        let mut draft = Draft::new(label, Kind::Text, Blank::Nothing);
        draft.depends_on = depends_on;
        draft.unit = if let Some((printed, _)) = self.noun_after(slot) {
            printed.to_owned()
        } else {
            let apart = slot.after.as_ref().and_then(|it| unit_apart(atoms, it));
            text::unit(&apart.map_or(after, |it| read(atoms, &it)))
        };
        draft.width = Some(inside.iter().map(|it| if it.c == '\t' { 8 } else { 1 }).sum());
        if text::asks_date(label) {
            draft.kind = Kind::Date;
        }
        match &slot.slot {
            Slot::Line(style) => {
                if *style == Drawn::Mark {
                    draft.hint = read(atoms, &slot.stretch.atoms);
                }
                if *style == Drawn::Gap {
                    draft.width = None;
                }
                draft.blank = Blank::Inline { stretch: slot.stretch.clone(), style: *style };
            }
            Slot::Mask(parts) => {
                draft.kind = Kind::Date;
                draft.width = None;
                draft.date_parts = parts.iter().map(|it| it.0).collect();
                let stretch = |range: &Range<usize>| Stretch {
                    paragraph: slot.stretch.paragraph,
                    atoms: range.clone(),
                };
                draft.blank = Blank::Mask(
                    parts.iter().map(|(part, range)| (*part, stretch(range))).collect(),
                );
            }
            Slot::Control(control) => {
                draft.width = None;
                self.describe_control(*control, &mut draft);
                let has_words = inside.iter().any(|it| it.kind == AtomKind::ControlText);
                draft.current =
                    if has_words { written(inside).trim().to_owned() } else { String::new() };
            }
            Slot::FormField(run) => {
                draft.width = None;
                self.describe_form_field(*run, &mut draft);
                written(inside).trim().clone_into(&mut draft.current);
            }
        }
        self.add_inline(scope, &slot.stretch, slot.nth, draft);
    }
}

/// `____分  六级：____`: the unit of the blank before, where room parts it from the
/// next label.
fn unit_apart(atoms: &[Atom], range: &Range<usize>) -> Option<Range<usize>> {
    let gap = range.clone().find(|i| atoms[*i].c.is_whitespace())?;
    let first = read(atoms, &(range.start..gap));
    (!first.is_empty() && text::unit(&first) == first).then_some(range.start..gap)
}

fn draws_line(token: Option<&Token>) -> bool {
    let Some(Token::Slot { slot: Slot::Line(drawn), .. }) = token else { return false };
    matches!(drawn, Drawn::Underscores | Drawn::Underlined | Drawn::Leaders)
}

/// Whether the words in brackets stand behind their blanks, as the last ones do.
fn captions_follow(line: &Line, atoms: &[Atom]) -> bool {
    let last = line.tokens.iter().rposition(|it| matches!(it, Token::Slot { .. }));
    last.and_then(|it| line.tokens.get(it + 1)).is_some_and(
        |it| matches!(it, Token::Words(range) if read(atoms, range).starts_with(['(', '（'])),
    )
}

/// What stands behind the caption in brackets that words begin with.
fn after_caption(words: &str) -> &str {
    if !words.starts_with(['(', '（']) {
        return words;
    }
    let close = words.char_indices().find(|(_, c)| matches!(c, ')' | '）'));
    close.map_or("", |(at, c)| words[at + c.len_utf8()..].trim_start_matches([' ', ',', '，']))
}

/// What a line says behind the noun of the blank before: of `专业学生，学号` only 学号.
fn past_noun<'a>(words: &'a str, noun: &str) -> &'a str {
    if noun.is_empty() {
        return words;
    }
    let rest = words.strip_prefix(noun).unwrap_or(words);
    rest.rsplit(['，', ',', '；', '。']).next().unwrap_or(rest)
}
