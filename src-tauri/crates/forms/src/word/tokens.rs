//! A paragraph cut into words, blanks and marks, in reading order.
//!
//! This is where drawn blanks are recognised: lines of underscores, underlined
//! spaces, dots, brackets, date masks, template marks, controls and the white
//! space after a colon. What a blank asks for is not decided here.

use std::ops::Range;

use ooxml::NodeId;

use super::{
    atoms::{Atom, AtomKind},
    blank::Line,
    glyphs,
};
use crate::{DatePart, label::is_han};

/// One piece of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Token {
    /// Printed words, white space at their ends left out.
    Words(Range<usize>),
    /// A place to write.
    Slot {
        /// Its atoms.
        range: Range<usize>,
        /// How it is drawn.
        slot: Slot,
    },
    /// White space wide enough to part two things, but no certain blank.
    Gap(Range<usize>),
    /// Something to tick, one atom.
    Mark(usize),
}

/// How a place to write is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Slot {
    /// A line, brackets, a template mark, or the space after a colon.
    Line(Line),
    /// `__年__月__日`, `__/__/____`: the stretch of each part.
    Mask(Vec<(DatePart, Range<usize>)>),
    /// A content control.
    Control(NodeId),
    /// A legacy form field.
    FormField(NodeId),
}

/// Cuts a paragraph's atoms into tokens.
pub(crate) fn tokens(atoms: &[Atom]) -> Vec<Token> {
    let mut scanner = Scanner { atoms, at: 0, words: 0, tokens: Vec::new() };
    while scanner.at < atoms.len() {
        scanner.step();
    }
    scanner.end_words(atoms.len());
    scanner.colon_at_end();
    join_masks(scanner.tokens, atoms)
}

struct Scanner<'a> {
    atoms: &'a [Atom],
    at: usize,
    /// Where the words that are being read began.
    words: usize,
    tokens: Vec<Token>,
}

impl Scanner<'_> {
    fn step(&mut self) {
        let found = self
            .control()
            .or_else(|| self.mark())
            .or_else(|| self.mask())
            .or_else(|| self.slashed_mask())
            .or_else(|| self.brackets())
            .or_else(|| self.template_mark())
            .or_else(|| self.line())
            .or_else(|| self.bar())
            .or_else(|| self.space());
        let Some((token, range)) = found else {
            self.at += 1;
            return;
        };
        self.end_words(range.start);
        self.tokens.extend(token);
        self.at = range.end.max(self.at + usize::from(range.is_empty()));
        self.words = range.end;
    }

    /// Ends the words before `end`, without the white space around them.
    fn end_words(&mut self, end: usize) {
        let is_space = |i: &usize| self.atoms[*i].is_blank();
        let range = self.words..end;
        let first = range.clone().find(|i| !is_space(i));
        let last = range.rev().find(|i| !is_space(i));
        if let (Some(first), Some(last)) = (first, last) {
            self.tokens.push(Token::Words(first..last + 1));
        }
        self.words = end;
    }

    /// `Name:` at the end of a paragraph is followed by a blank that nothing draws.
    fn colon_at_end(&mut self) {
        if let Some(Token::Words(words)) = self.tokens.last()
            && is_colon(self.atoms[words.end - 1].c)
        {
            let range = words.end..self.atoms.len();
            self.tokens.push(Token::Slot { range, slot: Slot::Line(Line::Gap) });
        }
    }

    fn char(&self, i: usize) -> Option<char> {
        self.atoms.get(i).filter(|it| it.kind == AtomKind::Text).map(|it| it.c)
    }

    fn is_mark(&self, i: usize) -> bool {
        self.atoms.get(i).is_some_and(Atom::is_mark)
    }

    /// White space, underlined or not, and underscores.
    fn is_line(&self, i: usize) -> bool {
        self.char(i).is_some_and(|c| (c.is_whitespace() && c != '\n') || glyphs::is_filler(c))
    }

    fn line_from(&self, from: usize) -> Range<usize> {
        let end = (from..self.atoms.len()).find(|i| !self.is_line(*i));
        from..end.unwrap_or(self.atoms.len())
    }

    fn run_of(&self, from: usize, is: impl Fn(&Atom) -> bool) -> Range<usize> {
        let end = (from..self.atoms.len()).find(|i| !is(&self.atoms[*i]));
        from..end.unwrap_or(self.atoms.len())
    }

    fn control(&self) -> Option<(Option<Token>, Range<usize>)> {
        let atom = &self.atoms[self.at];
        let (slot, inside): (_, &[AtomKind]) = match atom.kind {
            AtomKind::Control => {
                (Slot::Control(atom.node), &[AtomKind::ControlText, AtomKind::Placeholder])
            }
            AtomKind::FormField => (Slot::FormField(atom.node), &[AtomKind::FieldText]),
            _ => return None,
        };
        let rest = self.run_of(self.at + 1, |it| inside.contains(&it.kind));
        let range = self.at..rest.end;
        Some((Some(Token::Slot { range: range.clone(), slot }), range))
    }

    fn mark(&self) -> Option<(Option<Token>, Range<usize>)> {
        self.is_mark(self.at).then(|| (Some(Token::Mark(self.at)), self.at..self.at + 1))
    }

    /// `  年  月  日`, `20__年__月`: at least one part is blank, and 年 and 月 are there.
    fn mask(&self) -> Option<(Option<Token>, Range<usize>)> {
        let before = self.line_from(self.at);
        let is_fresh =
            self.at == self.words || !self.is_line(self.at.saturating_sub(1)) || self.at == 0;
        if !is_fresh {
            return None;
        }
        let mut at = before.end;
        let mut start = self.at;
        let mut year = before.clone();
        // `20__年`: the century is printed.
        if self.char(at).is_some_and(|c| c.is_ascii_digit()) {
            let digits = self.run_of(at, |it| it.c.is_ascii_digit() && it.kind == AtomKind::Text);
            year = self.line_from(digits.end);
            if digits.len() != 2 || year.is_empty() {
                return None;
            }
            start = digits.start;
            at = year.end;
        }
        if self.char(at) != Some('年') {
            return None;
        }
        let month = self.line_from(self.past_note(at + 1));
        if self.char(month.end) != Some('月') {
            return None;
        }
        let after_month = self.past_note(month.end + 1);
        let day = self.line_from(after_month);
        let has_day = self.char(day.end) == Some('日');
        let is_blank = !month.is_empty() || !year.is_empty() && (has_day && !day.is_empty());
        if !is_blank {
            return None;
        }
        let mut parts = vec![(DatePart::Year, year), (DatePart::Month, month.clone())];
        let mut end = after_month;
        if has_day {
            end = self.past_note(day.end + 1);
            parts.push((DatePart::Day, day));
        }
        Some((Some(Token::Slot { range: start..end, slot: Slot::Mask(parts) }), start..end))
    }

    /// Past the sign's other language: `年(Y)  月(M)  日(D)`, `年Year`.
    fn past_note(&self, at: usize) -> usize {
        let is_latin = |it: &Atom| it.kind == AtomKind::Text && it.c.is_ascii_alphabetic();
        let is_open = matches!(self.char(at), Some('(' | '（' | '/'));
        let words = self.run_of(at + usize::from(is_open), is_latin);
        let is_closed = matches!(self.char(words.end), Some(')' | '）'));
        if words.is_empty() || words.len() > 5 {
            at
        } else {
            words.end + usize::from(is_open && is_closed)
        }
    }

    /// `____/____/____`, and with a printed century `__/__/20__`, `20__-__-__`, `__/20__`.
    fn slashed_mask(&self) -> Option<(Option<Token>, Range<usize>)> {
        let mut stretches = Vec::new();
        let mut at = self.at;
        let mut year = None;
        loop {
            let century = self.century(at);
            let stretch = self.run_of(century.unwrap_or(at), |it| {
                it.kind == AtomKind::Text
                    && (glyphs::is_filler(it.c) || it.underlined && it.c.is_whitespace())
            });
            // `20__/20__` is from one year to another.
            if stretch.len() < 2 || century.is_some() && year.is_some() {
                return None;
            }
            at = stretch.end;
            year = year.or(century.map(|_| stretches.len()));
            stretches.push(stretch);
            if stretches.len() == 3 || year.is_some_and(|it| it > 0) {
                break;
            }
            let gap = self.run_of(at, |it| it.kind == AtomKind::Text && it.c == ' ');
            let separator = self.char(gap.end)?;
            if !matches!(separator, '/' | '-' | '.') || gap.len() > 2 {
                return None;
            }
            at = self.run_of(gap.end + 1, |it| it.kind == AtomKind::Text && it.c == ' ').end;
        }
        let longest = stretches.iter().map(Range::len).max().unwrap_or(0);
        let year_first = year.map_or_else(
            || stretches[0].len() == longest && stretches[2].len() < longest,
            |it| it == 0,
        );
        let order: &[DatePart] = match (year_first, stretches.len()) {
            (true, _) => &[DatePart::Year, DatePart::Month, DatePart::Day],
            (false, 2) => &[DatePart::Month, DatePart::Year],
            (false, _) => &[DatePart::Day, DatePart::Month, DatePart::Year],
        };
        let range = self.at..at;
        let slot = Slot::Mask(order.iter().copied().zip(stretches).collect());
        Some((Some(Token::Slot { range: range.clone(), slot }), range))
    }

    /// Behind a printed `19` or `20`, which begins a year.
    fn century(&self, at: usize) -> Option<usize> {
        let digit = |i: usize| self.char(i).filter(char::is_ascii_digit);
        let is_inside = at.checked_sub(1).is_some_and(|it| digit(it).is_some());
        let printed =
            matches!((digit(at), digit(at + 1)), (Some('1'), Some('9')) | (Some('2'), Some('0')));
        (printed && !is_inside && digit(at + 2).is_none()).then_some(at + 2)
    }

    fn brackets(&self) -> Option<(Option<Token>, Range<usize>)> {
        let open = self.char(self.at)?;
        let close = match open {
            '(' => ')',
            '（' => '）',
            '[' => ']',
            '【' => '】',
            '〔' => '〕',
            _ => return None,
        };
        let inside = self.line_from(self.at + 1);
        let is_closed = self.char(inside.end).is_some_and(|c| {
            c == close || (close == '）' && c == ')') || (close == ')' && c == '）')
        });
        if !is_closed || (inside.is_empty() && matches!(open, '(' | '[' | '【' | '〔')) {
            return None;
        }
        let range = self.at..inside.end + 1;
        let token = Token::Slot { range: inside, slot: Slot::Line(Line::Brackets) };
        Some((Some(token), range))
    }

    fn template_mark(&self) -> Option<(Option<Token>, Range<usize>)> {
        const MARKS: &[(&str, &str)] = &[("{{", "}}"), ("${", "}"), ("«", "»"), ("<<", ">>")];
        let starts_with = |at: usize, text: &str| {
            text.chars().enumerate().all(|(i, c)| self.char(at + i) == Some(c))
        };
        for (open, close) in MARKS {
            if !starts_with(self.at, open) {
                continue;
            }
            let from = self.at + open.chars().count();
            let end = (from..self.atoms.len().min(from + 80)).find(|i| starts_with(*i, close))?;
            // «quoted words» are no mark: a mark is one name.
            let has_space = (from..end).any(|i| self.atoms[i].c.is_whitespace());
            let end = end + close.chars().count();
            if !(has_space && *open == "«") {
                let range = self.at..end;
                let token = Token::Slot { range: range.clone(), slot: Slot::Line(Line::Mark) };
                return Some((Some(token), range));
            }
        }
        let crosses = self.run_of(self.at, |it| it.kind == AtomKind::Text && it.c == 'X');
        let alone =
            |i: Option<usize>| i.and_then(|i| self.char(i)).is_none_or(|c| !c.is_alphanumeric());
        (crosses.len() >= 4 && alone(self.at.checked_sub(1)) && alone(Some(crosses.end))).then(
            || {
                let slot = Slot::Line(Line::Mark);
                (Some(Token::Slot { range: crosses.clone(), slot }), crosses)
            },
        )
    }

    fn line(&self) -> Option<(Option<Token>, Range<usize>)> {
        let atom = &self.atoms[self.at];
        if atom.kind != AtomKind::Text {
            return None;
        }
        let is_underlined_space = |it: &Atom| {
            it.kind == AtomKind::Text && it.underlined && it.c.is_whitespace() && it.c != '\n'
        };
        let is_underscore = |it: &Atom| it.kind == AtomKind::Text && glyphs::is_filler(it.c);
        let is_leader = |it: &Atom| it.kind == AtomKind::Text && matches!(it.c, '.' | '…' | '·');
        if is_underscore(atom) || is_underlined_space(atom) {
            let range = self.run_of(self.at, |it| is_underscore(it) || is_underlined_space(it));
            let underscores = range.clone().filter(|i| is_underscore(&self.atoms[*i])).count();
            let has_tab = range.clone().any(|i| self.atoms[i].c == '\t');
            let style = if underscores > 0 { Line::Underscores } else { Line::Underlined };
            let is_wide = underscores >= 2 || (range.len() >= 2 || has_tab) && underscores == 0;
            // A heading underlined to the margin draws no blank.
            let is_decoration = style == Line::Underlined
                && range.start.checked_sub(1).is_some_and(|i| {
                    self.atoms[i].underlined && self.char(i).is_some_and(char::is_alphanumeric)
                });
            if is_wide && is_decoration {
                return Some((Some(Token::Gap(range.clone())), range));
            }
            return is_wide.then(|| {
                (Some(Token::Slot { range: range.clone(), slot: Slot::Line(style) }), range)
            });
        }
        if is_leader(atom) {
            let range = self.run_of(self.at, is_leader);
            let weight: usize =
                range.clone().map(|i| if self.atoms[i].c == '…' { 3 } else { 1 }).sum();
            return (weight >= 5).then(|| {
                (Some(Token::Slot { range: range.clone(), slot: Slot::Line(Line::Leaders) }), range)
            });
        }
        None
    }

    /// `Yes / No | Degree:`: an upright bar parts two things.
    fn bar(&self) -> Option<(Option<Token>, Range<usize>)> {
        let is_bar = matches!(self.char(self.at), Some('|' | '｜' | '¦'));
        let range = self.at..self.at + 1;
        is_bar.then(|| (Some(Token::Gap(range.clone())), range))
    }

    /// White space: after a colon it is a blank, elsewhere it may part two things.
    fn space(&self) -> Option<(Option<Token>, Range<usize>)> {
        let is_space =
            |it: &Atom| it.kind == AtomKind::Text && it.c.is_whitespace() && !it.underlined;
        if !is_space(&self.atoms[self.at]) {
            return None;
        }
        let range = self.run_of(self.at, is_space);
        let after_colon = self.at > self.words && self.char(self.at - 1).is_some_and(is_colon);
        let next = self.atoms.get(range.end);
        let is_last = next.is_none();
        let width: usize = range
            .clone()
            .map(|i| match self.atoms[i].c {
                '\t' => 4,
                '\u{3000}' => 2,
                '\n' => 3,
                _ => 1,
            })
            .sum();
        let next_is_slot = next.is_some_and(|it| {
            it.kind != AtomKind::Text
                || glyphs::is_filler(it.c)
                || it.underlined && it.c.is_whitespace()
        });
        if after_colon && !next_is_slot && (is_last || width >= 3) {
            let slot = Slot::Line(Line::Gap);
            return Some((Some(Token::Slot { range: range.clone(), slot }), range));
        }
        // `Name:    ____`: the line is the label's, however far it is.
        if after_colon && next_is_slot {
            return Some((None, range));
        }
        if width >= 3 && self.at > self.words {
            if self.spaces_label(&range) {
                return None;
            }
            // Nobody prints white space before a comma: `性别      ，` is a blank.
            let is_blank = width >= 4
                && self.char(self.at - 1).is_some_and(|c| is_han(c) || c == '）')
                && matches!(self.char(range.end), Some('，' | '。' | '；' | '、' | ','));
            let slot = Slot::Line(Line::Gap);
            let token = if is_blank {
                Token::Slot { range: range.clone(), slot }
            } else {
                Token::Gap(range.clone())
            };
            return Some((Some(token), range));
        }
        if self.at == self.words {
            return Some((None, range));
        }
        None
    }
}

impl Scanner<'_> {
    /// Whether white space parts the characters of one label, as in `姓    名：`:
    /// single characters on both sides, up to a colon or a line.
    fn spaces_label(&self, gap: &Range<usize>) -> bool {
        const LONGEST: usize = 4;
        let is_han = |i: usize| self.char(i).is_some_and(is_han);
        let is_space = |i: usize| {
            let atom = &self.atoms[i];
            atom.kind == AtomKind::Text && atom.c.is_whitespace() && !atom.underlined
        };
        let mut count = 0;
        for i in self.words..gap.start {
            if is_space(i) {
                continue;
            }
            if !is_han(i) || i + 1 < gap.start && is_han(i + 1) {
                return false;
            }
            count += 1;
        }
        let mut at = gap.end;
        while is_han(at) {
            count += 1;
            at += 1;
            if is_han(at) {
                return false;
            }
            while at < self.atoms.len() && is_space(at) {
                at += 1;
            }
        }
        let ends = match self.atoms.get(at) {
            Some(atom) if atom.kind == AtomKind::Text => {
                is_colon(atom.c) || glyphs::is_filler(atom.c) || atom.underlined
            }
            Some(_) => true,
            None => false,
        };
        ends && at > gap.end && (2..=LONGEST).contains(&count)
    }
}

/// Whether `c` ends a label.
pub(crate) fn is_colon(c: char) -> bool {
    matches!(c, ':' | '：' | '﹕' | '︰')
}

/// `年 月 日 至 年 月 日` is one blank: a period.
fn join_masks(tokens: Vec<Token>, atoms: &[Atom]) -> Vec<Token> {
    let mut joined: Vec<Token> = Vec::new();
    for token in tokens {
        if let [.., Token::Slot { range: first, slot: Slot::Mask(parts) }, Token::Words(words)] =
            joined.as_mut_slice()
            && let Token::Slot { range, slot: Slot::Mask(more) } = &token
            && joins_dates(&atoms[words.clone()])
        {
            parts.extend(more.iter().cloned());
            first.end = range.end;
            joined.pop();
            continue;
        }
        joined.push(token);
    }
    joined
}

/// Words that stand between the two dates of a period.
fn joins_dates(atoms: &[Atom]) -> bool {
    let words: String = atoms.iter().map(|it| it.c).collect();
    matches!(words.trim(), "至" | "到" | "-" | "—" | "——" | "–" | "~" | "～" | "--")
}
