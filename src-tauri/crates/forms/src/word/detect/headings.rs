//! Lines and tables that head what follows them.

use ooxml::{NodeId, Ns};

use super::{Detector, Scope, flow::Line, table::Role, text};
use crate::{
    Filler,
    word::{grid::Grid, story::Block, tokens::Token},
};

/// Whether words above a table name what it is about.
pub(super) fn opens_section(words: &str) -> bool {
    let is_told = words.ends_with(['.', '。']) && words.split_whitespace().count() > 3;
    text::is_label(words) && !text::is_title(words) && !text::is_sentence(words) && !is_told
}

/// A table of one cell of words.
pub(super) enum Banner {
    /// It asks for the row of blank cells below.
    Asks(String),
    /// It opens a section.
    Heads(String),
}

impl Detector<'_> {
    /// Opens a section in place of the one before.
    pub(super) fn open(&self, scope: &mut Scope, base: &[String], words: &str) {
        let is_office = self.dictionary.is_office(words);
        scope.filler = if is_office { Filler::Office } else { Filler::Candidate };
        scope.section = base.to_vec();
        scope.section.push(words.to_owned());
    }

    /// Whether a line in bold that ends with a colon heads what follows, rather
    /// than asks for it: `Emergency contact details:` over a line `Name: ____`.
    pub(super) fn heads(&self, words: &str, below: &[Option<Line>]) -> bool {
        let mut next = below.iter().filter(|it| !it.as_ref().is_some_and(Line::is_empty)).take(2);
        match next.next() {
            // The table right below takes the line as its title.
            None | Some(None) => false,
            Some(Some(line)) if line.is_words() => {
                !line.ends_with_colon() && matches!(next.next(), Some(None))
            }
            Some(Some(_)) => self.dictionary.heads_section(words),
        }
    }

    /// `Two references:` in plain letters over `(i) Name: ____`, or `Colleges attended:`
    /// over `1. ____`: a line that heads the lines below it, though nothing sets it off.
    pub(super) fn heads_lines(&self, line: &Line, below: &[Option<Line>]) -> bool {
        let next = below.iter().flatten().find(|it| !it.is_empty());
        let (Some(next), false) = (next, text::width(&line.words) > 80) else { return false };
        let mut tokens = next.tokens.iter();
        let (Some(Token::Words(first)), Some(Token::Slot { .. })) = (tokens.next(), tokens.next())
        else {
            return false;
        };
        let label = super::ticks::read(self.story.atoms(next.node), first);
        let counts = text::is_index(&label) || text::is_enumerator(&label);
        (counts || self.dictionary.asks_name(&label)) && self.dictionary.heads_others(&line.words)
    }

    /// The sections of a table under a line of words.
    pub(super) fn under(&self, scope: &Scope, title: &str) -> Scope {
        if opens_section(title) || self.says_whose(scope, title) {
            scope.within(title.trim_end_matches([':', '：']))
        } else {
            scope.clone()
        }
    }

    /// `Please list three referees.`: a sentence that says whose facts the table asks
    /// for, where no heading does.
    fn says_whose(&self, scope: &Scope, words: &str) -> bool {
        let is_headed = scope.section.last().is_some_and(|it| self.dictionary.heads_section(it));
        !is_headed && self.dictionary.heads_section(words)
    }

    /// All that is printed in a table, cell by cell.
    pub(super) fn printed_labels(&self, table: NodeId) -> Vec<String> {
        let grid = Grid::new(&self.story.tree, table);
        grid.cells().map(|it| self.content(it.node).text).collect()
    }

    /// A table of one cell of words is a heading in a box, or asks for the row
    /// of blank cells that is the next table.
    pub(super) fn banner(&self, table: NodeId, next: Option<&Block>) -> Option<Banner> {
        let grid = Grid::new(&self.story.tree, table);
        let [row] = grid.rows.as_slice() else { return None };
        let [cell] = row.as_slice() else { return None };
        let content = self.content(cell.node);
        let words = content.text;
        if content.role != Role::Words || self.dictionary.is_photo(&words) {
            return None;
        }
        if words.ends_with([':', '：']) {
            let Some(Block::Table(below)) = next else { return None };
            let asks = text::is_label(&words) && self.is_blank_row(*below);
            return asks.then_some(Banner::Asks(words));
        }
        opens_section(&words).then_some(Banner::Heads(words))
    }

    /// A line that opens a section: styled so, bold all over, or numbered.
    pub(super) fn is_heading(&self, line: &Line) -> bool {
        if text::width(&line.words) > 80 {
            return false;
        }
        let tree = &self.story.tree;
        let style = tree
            .child(line.node, Ns::W, "pPr")
            .and_then(|it| tree.child(it, Ns::W, "pStyle"))
            .and_then(|it| tree.attr(it, Ns::W, "val"))
            .unwrap_or_default()
            .to_lowercase();
        if style.contains("heading") || style.contains("title") {
            return true;
        }
        let atoms = self.story.atoms(line.node);
        // `(First name)   (Middle name)` are captions of the line above.
        if line.words.starts_with(['(', '（']) && line.words.ends_with([')', '）']) {
            return false;
        }
        let is_bold = atoms.iter().filter(|it| !it.is_blank()).all(|it| it.bold);
        let first: String = line.words.chars().take(12).collect();
        let lower = first.to_lowercase();
        let numbered = text::has_chinese_number(&first)
            || lower.starts_with("section ")
            || lower.starts_with("part ");
        let shouts = line.words.chars().any(|c| c.is_ascii_uppercase())
            && !line.words.chars().any(|c| c.is_lowercase() || text::is_han(c))
            && line.words.len() > 5;
        is_bold || numbered || shouts
    }
}
