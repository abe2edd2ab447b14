//! Walks what stands one below the other: a body, a cell, a text box.
//!
//! Headings give sections, a line of words asks for the blank line below it,
//! options run on over several lines, and after `For office use only` nothing
//! is the candidate's until the next heading.

use ooxml::{NodeId, Ns};

use super::{
    Detector, Draft, Scope,
    headings::{Banner, opens_section},
    text,
};
use crate::{
    Filler, Kind,
    word::{
        atoms::{Atom, AtomKind, is_answer_control},
        blank::{Blank, Line as Drawn, Stretch},
        story::Block,
        tokens::{Slot, Token, tokens},
    },
};

/// A paragraph, read.
#[derive(Debug)]
pub(super) struct Line {
    /// Its `w:p`.
    pub(super) node: NodeId,
    /// Its words, blanks and marks.
    pub(super) tokens: Vec<Token>,
    /// All its printed words.
    pub(super) words: String,
    /// The block-level or cell-level control that it is the content of.
    pub(super) control: Option<NodeId>,
    /// White space in it is a blank for certain.
    is_gapped: bool,
}

impl Line {
    /// Whether white space of the line is a blank for certain: `    cm`, `本人     ，`.
    fn has_sure_gap(tokens: &[Token], atoms: &[Atom]) -> bool {
        tokens.iter().enumerate().any(|(at, it)| {
            let is_gap = matches!(it, Token::Slot { slot: Slot::Line(Drawn::Gap), .. });
            let ends = matches!(tokens.get(at + 1), Some(Token::Words(next))
                if matches!(atoms[next.start].c, '，' | '。' | '；' | '、' | ','));
            is_gap && (ends || at == 0 && tokens.len() > 1)
        })
    }

    /// Nothing is printed and nothing drawn.
    pub(super) fn is_empty(&self) -> bool {
        self.control.is_none() && self.tokens.iter().all(|it| matches!(it, Token::Gap(_)))
    }

    /// Words, perhaps with a colon at the end, and nothing to write on or tick.
    pub(super) fn is_words(&self) -> bool {
        self.control.is_none()
            && !self.words.is_empty()
            && !self.is_gapped
            && self.tokens.iter().all(|it| match it {
                Token::Words(_)
                | Token::Gap(_)
                | Token::Slot { slot: Slot::Line(Drawn::Gap), .. } => true,
                Token::Slot { .. } | Token::Mark(_) => false,
            })
            && self.slots() <= 1
    }

    /// Nothing but places to write.
    fn is_blank_only(&self) -> bool {
        self.control.is_none()
            && self.tokens.iter().all(|it| matches!(it, Token::Slot { .. } | Token::Gap(_)))
    }

    /// Ends with a colon that nothing follows.
    pub(super) fn ends_with_colon(&self) -> bool {
        matches!(self.tokens.last(), Some(Token::Slot { slot: Slot::Line(Drawn::Gap), .. }))
    }

    /// How many blanks it has.
    pub(super) fn slots(&self) -> usize {
        self.tokens.iter().filter(|it| matches!(it, Token::Slot { .. })).count()
    }

    fn has_marks(&self) -> bool {
        self.tokens.iter().any(|it| matches!(it, Token::Mark(_)))
    }
}

/// Whether the next thing that is not empty is a table.
fn leads_to_table(below: &[Option<Line>]) -> bool {
    below.iter().find(|it| it.as_ref().is_none_or(|it| !it.is_empty())).is_some_and(Option::is_none)
}

/// How many lines after a signature a bare date still belongs to it.
const SIGNING_LINES: usize = 3;

impl Detector<'_> {
    /// Walks the whole story.
    pub(super) fn story_flow(&mut self) {
        let tree = &self.story.tree;
        let root = tree.root();
        let top = tree.child(root, Ns::W, "body").unwrap_or(root);
        let mut scope = Scope::new();
        self.flow(top, &mut scope);
    }

    /// Reads a paragraph.
    pub(super) fn line(&self, node: NodeId) -> Line {
        let atoms = self.story.atoms(node);
        let words: String = atoms
            .iter()
            .filter(|it| it.kind == AtomKind::Text && !crate::word::glyphs::is_filler(it.c))
            .map(|it| it.c)
            .collect();
        let tree = &self.story.tree;
        let control = tree
            .ancestors(node)
            .take_while(|it| !matches!(tree.local(*it), "tbl" | "txbxContent" | "body"))
            .find(|it| is_answer_control(tree, *it));
        let words = text::tidy(&words);
        let mut tokens = tokens(atoms);
        if let [Token::Words(unit)] = tokens.as_slice()
            && text::is_unit_alone(&words, unit.start > 1)
            && tree.ancestors(node).any(|it| tree.is(it, Ns::W, "tc"))
        {
            // A cell that prints nothing but `cm` leaves its room before it.
            let range = 0..unit.start;
            tokens.insert(0, Token::Slot { range, slot: Slot::Line(Drawn::Gap) });
        }
        let is_gapped = Line::has_sure_gap(&tokens, atoms);
        Line { node, tokens, words, control, is_gapped }
    }

    /// Walks the blocks of `container`.
    pub(super) fn flow(&mut self, container: NodeId, scope: &mut Scope) {
        let blocks = self.story.blocks(container);
        let lines: Vec<Option<Line>> = blocks
            .iter()
            .map(|it| match it {
                Block::Paragraph(node) => Some(self.line(*node)),
                Block::Table(_) => None,
            })
            .collect();
        let is_body = scope.cell.is_none();
        let base = scope.section.clone();
        // The last line of words, while it may still ask for what comes next.
        let mut above: Option<String> = None;
        let mut title_seen = !is_body;
        let mut signing_until = 0;
        // The sections before a line that heads others without looking like a heading,
        // and whether that line has a number.
        let mut outside: Option<(Vec<String>, bool)> = None;
        // The labels and the sections of the table that nothing but space stands behind.
        let mut table_before: Option<(Vec<String>, Scope)> = None;
        let mut at = 0;
        while at < blocks.len() {
            let Some(line) = &lines[at] else {
                if let Block::Table(table) = blocks[at] {
                    let next = blocks.get(at + 1);
                    if let Some(banner) = self.banner(table, next) {
                        match banner {
                            Banner::Asks(words) => above = Some(words),
                            Banner::Heads(words) => {
                                self.open(scope, &base, &words);
                                above = Some(words);
                            }
                        }
                        title_seen = true;
                        at += 1;
                        continue;
                    }
                    let before = table_before.take().filter(|_| above.is_none());
                    let is_followed = leads_to_table(&lines[at + 1..]);
                    let asks = before.is_some() || is_followed;
                    let asked = if asks { self.printed_labels(table) } else { Vec::new() };
                    let again = before.filter(|it| it.0 == asked);
                    // The same table again goes on with what the first is about.
                    let inner = match again {
                        Some((_, before)) => before,
                        None => self.under(scope, above.as_deref().unwrap_or_default()),
                    };
                    self.table(table, &inner, above.as_deref());
                    table_before = is_followed.then_some((asked, inner));
                }
                above = None;
                at += 1;
                continue;
            };
            if at >= signing_until {
                scope.signing = false;
            }
            if self.text_boxes(line, scope, above.as_deref()) {
                // Its words asked for the box, and are answered there.
                above = None;
                at += 1;
                continue;
            }
            if let Some(control) = line.control {
                self.block_control(control, line, scope, above.take());
                at += 1;
                continue;
            }
            if line.is_empty() {
                at += 1;
                continue;
            }
            table_before = None;
            let is_next = |numbered: bool| {
                numbered && text::is_numbered(&line.words)
                    || line.is_words() && !line.ends_with_colon()
            };
            if let Some((section, _)) = outside.take_if(|(_, numbered)| is_next(*numbered)) {
                scope.section = section;
            }
            let chooses = !self.marked(line, scope.label.is_some()).groups.is_empty();
            if line.is_words() && !chooses && self.heads_lines(line, &lines[at + 1..]) {
                let before = outside.take().map_or_else(|| scope.section.clone(), |it| it.0);
                outside = Some((before, text::is_numbered(&line.words)));
                self.open(scope, &base, line.words.trim_end_matches([':', '：', ' ']));
                title_seen = true;
                above = Some(line.words.clone());
                at += 1;
            } else if line.is_words() && !chooses {
                title_seen |= self.words(&lines, at, scope, &base, title_seen);
                above = Some(line.words.clone());
                at += 1;
            } else {
                title_seen = true;
                let filler = scope.filler;
                let is_chinese = text::han_count(&line.words) > 0;
                at = self.drawn_line(&lines, at, scope, above.as_deref());
                // `受理时间：____` over a form is the office's, what follows it is not.
                if is_body && is_chinese {
                    scope.filler = filler;
                }
                above = None;
            }
            if scope.signing {
                signing_until = signing_until.max(at + SIGNING_LINES);
            }
        }
    }

    /// A line of words alone: an office's heading, a section, a question with
    /// room below it, a label with a colon. Says whether the title is past.
    fn words(
        &mut self,
        lines: &[Option<Line>],
        at: usize,
        scope: &mut Scope,
        base: &[String],
        title_seen: bool,
    ) -> bool {
        let Some(line) = &lines[at] else { return false };
        let is_body = scope.cell.is_none();
        let below = &lines[at + 1..];
        let empties = below.iter().take_while(|it| it.as_ref().is_some_and(Line::is_empty)).count();
        let follows_table = below.get(empties).is_some_and(Option::is_none);
        let heading = is_body && self.is_heading(line);
        if self.dictionary.opens_office(&line.words) && !text::is_long(&line.words) {
            scope.filler = Filler::Office;
        } else if heading {
            scope.filler = Filler::Candidate;
        }
        let signs = self.dictionary.is_signature(&text::asking(&line.words));
        if heading && line.ends_with_colon() && !signs && self.heads(&line.words, below) {
            self.open(scope, base, line.words.trim_end_matches([':', '：', ' ']));
            return true;
        }
        // `1.2 Registered office` with room below it is a question.
        if heading && empties >= 1 && !follows_table && text::is_numbered(&line.words) {
            self.below(line, &below[..empties], scope);
            return false;
        }
        // 三、获奖情况 with room below it and the next heading behind that, too.
        let next = below.get(empties);
        let next_is_heading = next.is_none_or(|it| {
            it.as_ref().is_some_and(|it| {
                text::has_chinese_number(&it.words) || self.dictionary.is_signature(&it.words)
            })
        });
        if heading && empties >= 1 && next_is_heading && text::has_chinese_number(&line.words) {
            self.below(line, &below[..empties], scope);
            return true;
        }
        // `Name of guardian` in bold right over a line to write on asks for it.
        let next = below.first().and_then(Option::as_ref);
        let asks_below = next.is_some_and(|it| it.slots() > 0 && it.is_blank_only());
        if heading && !line.ends_with_colon() && !signs && !asks_below {
            if title_seen && !text::is_title(&line.words) {
                scope.section = base.to_vec();
                scope.section.push(line.words.clone());
            }
            return true;
        }
        if line.ends_with_colon() && !follows_table || signs {
            if signs || !next.is_some_and(|it| self.only_answers(it)) {
                if empties >= 2 && is_body && !signs {
                    self.below(line, &below[..empties], scope);
                } else {
                    let fallback: Vec<String> = scope.label.iter().cloned().collect();
                    self.slots(scope, line, &[], &fallback);
                }
            }
            return false;
        }
        let asks = title_seen && opens_section(&line.words)
            || text::is_label(&line.words) && line.words.ends_with(['?', '？']);
        if empties >= 2 && !follows_table && asks && is_body {
            self.below(line, &below[..empties], scope);
        }
        true
    }

    /// A line that says nothing itself: what asks stands above it.
    fn only_answers(&self, line: &Line) -> bool {
        let says = line.tokens.iter().any(|it| matches!(it, Token::Words(_)));
        let groups = self.marked(line, true).groups;
        line.slots() > 0 && !says
            || line.has_marks() && !groups.iter().any(super::ticks::Group::has_label)
            || line.control.is_some()
    }

    /// A line with blanks or marks, and the lines that its options run on over.
    /// Gives the number of the next line.
    fn drawn_line(
        &mut self,
        lines: &[Option<Line>],
        at: usize,
        scope: &mut Scope,
        above: Option<&str>,
    ) -> usize {
        let Some(line) = &lines[at] else { return at + 1 };
        if let Some(Token::Words(first)) = line.tokens.first() {
            // `For office use: score ____`
            let words = super::ticks::read(self.story.atoms(line.node), first);
            let lead = words.split([':', '：']).next().unwrap_or_default();
            if self.dictionary.is_office(lead) && !text::is_sentence(lead) {
                scope.filler = Filler::Office;
            }
        }
        let label = above.map(str::to_owned).or_else(|| scope.label.clone());
        if self.lettered(line, scope, label.as_deref()) {
            return at + 1;
        }
        let mut marked = self.marked(line, label.is_some());
        let mut taken_by_line = vec![(at, std::mem::take(&mut marked.taken))];
        let mut next = at + 1;
        if let Some(mut open) = marked.groups.pop() {
            // Options that run on.
            while let Some(Some(more)) = lines.get(next) {
                if more.is_empty() {
                    next += 1;
                    continue;
                }
                let marks = self.marked(more, true);
                let [only] = marks.groups.as_slice() else { break };
                let is_all = more.tokens.iter().enumerate().all(|(number, it)| {
                    matches!(it, Token::Gap(_)) || marks.taken.contains(&number)
                });
                if only.has_label() || !is_all {
                    break;
                }
                let mut groups = marks.groups;
                taken_by_line.push((next, marks.taken));
                open.extend(groups.remove(0));
                next += 1;
            }
            let label = label.clone().unwrap_or_default();
            for group in marked.groups {
                self.add_group(scope, group, &label);
            }
            if !open.is_empty() {
                self.add_group(scope, open, &label);
            }
        }
        for (number, taken) in taken_by_line {
            let Some(line) = &lines[number] else { continue };
            let fallback = self.fallback(lines, number, scope, above);
            self.slots(scope, line, &taken, &fallback);
        }
        next
    }

    /// What asks for blanks that have no words of their own on their line.
    fn fallback(
        &self,
        lines: &[Option<Line>],
        at: usize,
        scope: &Scope,
        above: Option<&str>,
    ) -> Vec<String> {
        let Some(line) = &lines[at] else { return Vec::new() };
        let has_words = line.tokens.iter().any(|it| matches!(it, Token::Words(_)));
        let below = lines.get(at + 1).and_then(Option::as_ref).filter(|it| it.is_words());
        if let Some(below) = below {
            let atoms = self.story.atoms(below.node);
            let captions: Vec<String> = below
                .tokens
                .iter()
                .filter_map(|it| match it {
                    Token::Words(range) => Some(super::ticks::read(atoms, range)),
                    _ => None,
                })
                .flat_map(|it| text::captions(&it))
                .collect();
            let bracketed = below.words.starts_with(['(', '（']);
            let fits =
                captions.len() == line.slots() && captions.iter().all(|it| text::is_label(it));
            let stand_below = above.is_none() || self.captions_begin(lines, at, &captions);
            if fits && (bracketed || !has_words && stand_below) {
                return captions;
            }
        }
        if has_words && scope.cell.is_none() {
            return Vec::new();
        }
        above.or(scope.label.as_deref()).into_iter().map(str::to_owned).collect()
    }

    /// `Application form`, then `____` over `Full name`, `____` over `E-mail`: lines and
    /// words take turns, and what stands over the first line asks for nothing.
    fn captions_begin(&self, lines: &[Option<Line>], at: usize, captions: &[String]) -> bool {
        let is = |at: usize, what: fn(&Line) -> bool| {
            lines.get(at).and_then(Option::as_ref).is_some_and(what)
        };
        let is_pair = |at: usize| is(at, Line::is_blank_only) && is(at + 1, Line::is_words);
        let mut first = at;
        while first >= 2 && is_pair(first - 2) {
            first -= 2;
        }
        if !(is_pair(first) && is_pair(first + 2)) {
            return false;
        }
        let over = first.checked_sub(1).and_then(|it| lines[it].as_ref());
        let known = |words: &[String]| {
            let asked: Vec<(String, String)> =
                words.iter().map(|it| (it.clone(), String::new())).collect();
            self.dictionary.different_facts(&[], &asked)
        };
        let asks_above = over
            .is_some_and(|it| it.ends_with_colon() || known(std::slice::from_ref(&it.words)) > 0);
        !asks_above && known(captions) == captions.len()
    }

    /// A question with empty lines under it.
    fn below(&mut self, line: &Line, empty: &[Option<Line>], scope: &Scope) {
        let lines = empty.iter().flatten().map(|it| it.node).collect();
        let mut draft = Draft::new(
            text::asking(&line.words),
            Kind::Text,
            Blank::Below { label: line.node, lines },
        );
        if text::asks_date(&draft.label) {
            draft.kind = Kind::Date;
        }
        let end = self.story.atoms(line.node).len();
        let at = Stretch::new(line.node, end..end);
        self.add_inline(scope, &at, 0, draft);
    }
}
