//! Labels that leave the room for their answer in their own cell: forms of
//! consulates print `1. Family name` small, with an empty line or nothing below it.

use ooxml::NodeId;

use super::{
    Detector, Draft, Scope,
    asks::asks_neighbour,
    flow::Line,
    table::{Contents, Role},
    text,
};
use crate::{
    Kind,
    word::{
        blank::{Blank, Stretch},
        grid::{Cell, Grid},
        story::Block,
    },
};

/// So many labels of a table must leave room before any is believed to.
const ENOUGH: usize = 2;
/// So many must be numbered where no room is left.
const NUMBERED: usize = 4;

/// Where a table's labels are answered, if in their own cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Within {
    /// On the empty lines below their words.
    Room,
    /// On a new line: every cell is a question with its number, and none is blank.
    NewLine,
}

/// Where a table's labels are answered, if in their own cells.
pub(super) fn within(grid: &Grid, contents: &Contents) -> Option<Within> {
    let asks = |it: &Cell| {
        let content = &contents[&it.node];
        content.role == Role::Words
            && !content.has_colon
            && text::is_label(&content.text)
            && !asks_neighbour(grid, contents, it)
    };
    let cells = || grid.cells().filter(|it| !it.is_continuation);
    let stands_beside = |it: &Cell| grid.rows[it.row].len() > 1;
    let roomy = cells().filter(|it| contents[&it.node].has_room && asks(it) && stands_beside(it));
    if roomy.count() >= ENOUGH {
        return Some(Within::Room);
    }
    let numbered = cells().filter(|it| asks(it) && text::is_numbered(&contents[&it.node].text));
    let (numbered, words) = (numbered.count(), cells().filter(|it| asks(it)).count());
    let has_blanks =
        cells().any(|it| matches!(contents[&it.node].role, Role::Empty | Role::Control));
    (numbered >= NUMBERED && numbered * 3 >= words * 2 && !has_blanks).then_some(Within::NewLine)
}

/// Whether a label is answered in its own cell.
pub(super) fn is_answered_within(
    grid: &Grid,
    contents: &Contents,
    cell: &Cell,
    within: Option<Within>,
) -> bool {
    // The continuation of a merged cell holds nothing of its own.
    let Some(content) = contents.get(&cell.node) else { return false };
    let has_place = match within {
        Some(Within::Room) => content.has_room,
        Some(Within::NewLine) => text::is_numbered(&content.text),
        None => false,
    };
    has_place
        && content.role == Role::Words
        && text::is_label(&content.text)
        && !text::is_title(&content.text)
        && !asks_neighbour(grid, contents, cell)
}

/// Whether empty lines stand below the words of a cell.
pub(super) fn has_room(lines: &[Line]) -> bool {
    let last = lines.iter().rposition(|it| !it.is_empty());
    last.is_some_and(|last| last + 1 < lines.len())
}

impl Detector<'_> {
    /// Adds the field of a label that is answered in its own cell.
    pub(super) fn answered_within(&mut self, cell: NodeId, label: &str, scope: &Scope) {
        let lines: Vec<Line> = self
            .story
            .blocks(cell)
            .into_iter()
            .filter_map(|it| match it {
                Block::Paragraph(node) => Some(self.line(node)),
                Block::Table(_) => None,
            })
            .collect();
        let Some(last) = lines.iter().rposition(|it| !it.is_empty()) else { return };
        // `12 Nationality`: among questions that are counted, the number is no part of it.
        let bare = label.trim_start_matches(|c: char| c.is_ascii_digit());
        let label = if text::is_numbered(label) && bare.starts_with(' ') { bare } else { label };
        let blank = Blank::Below {
            label: lines[last].node,
            lines: lines[last + 1..].iter().map(|it| it.node).collect(),
        };
        let mut draft = Draft::new(label.trim(), Kind::Text, blank);
        if text::asks_date(label) {
            draft.kind = Kind::Date;
        }
        let end = self.story.atoms(lines[last].node).len();
        let inner = Scope { cell: Some(cell), ..scope.clone() };
        self.add_inline(&inner, &Stretch::new(lines[last].node, end..end), 0, draft);
    }
}
