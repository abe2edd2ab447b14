//! Cells: which are labels, which are blanks, and which label asks for which blank.
//!
//! The table's grid decides. A blank cell belongs to the label left of it, else
//! to the one above, else to a caption below; a row of headers over blank rows
//! is a table to fill row by row; a cell merged down the left edge names the
//! section of its rows.

use std::collections::{HashMap, HashSet};

use ooxml::NodeId;

use super::{
    Detector, Draft, Scope,
    asks::{
        DIGIT_CELLS, asks_neighbour, blank_run, direct_label, heads_its_row, holds, is_blank_row,
        is_caption_row, is_spacer, is_words, label_of, name_of_row, stands_among_prompts,
        titles_its_row, titles_of_blocks,
    },
    flow::Line,
    text,
    within::{Within, has_room, is_answered_within, within},
};
use crate::{
    Filler, Kind,
    word::{
        atoms::AtomKind,
        blank::Blank,
        grid::{Cell, Grid},
        story::Block,
        tokens::{Slot, Token},
    },
};

/// What a cell holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Nothing.
    Empty,
    /// Printed words alone.
    Words,
    /// Words with blanks or marks among them, or a table.
    Mixed,
    /// A content control around the cell or its paragraphs.
    Control,
}

/// A cell, read.
#[derive(Debug)]
pub(super) struct Content {
    /// What it holds.
    pub(super) role: Role,
    /// Its printed words.
    pub(super) text: String,
    /// Its only control.
    control: Option<NodeId>,
    /// Its words end with a colon.
    pub(super) has_colon: bool,
    /// The paragraph of the blank that is all it holds: a mask, a line, a template mark.
    pub(super) sole: Option<NodeId>,
    /// Empty lines stand below its words.
    pub(super) has_room: bool,
}

/// Cells of a table by their `w:tc`.
pub(super) type Contents = HashMap<NodeId, Content>;

/// What stands around a row.
struct Around<'a> {
    /// The sections it is in.
    scope: &'a Scope,
    /// The titles of the blocks that stand side by side, of which it has a part each.
    titles: &'a [&'a Cell],
    /// The line above the table.
    title: Option<&'a str>,
    /// Where labels are answered that nothing beside them answers.
    within: Option<Within>,
}

/// For a blank of `Full name: | __ | __`, whose captions stand below: in the section
/// of the label they share.
fn within_captioned(grid: &Grid, contents: &Contents, cell: &Cell, scope: Scope) -> Scope {
    let label = grid.rows[cell.row]
        .iter()
        .rfind(|it| it.columns.end <= cell.columns.start && is_words(contents, it));
    match label.filter(|_| is_caption_row(grid, contents, cell.rows.end)) {
        Some(label) => scope.within(contents[&label.node].text.trim_end_matches([':', '：'])),
        None => scope,
    }
}

impl Detector<'_> {
    /// Walks a table. `title` is the line above it.
    pub(super) fn table(&mut self, table: NodeId, scope: &Scope, title: Option<&str>) {
        let grid = Grid::new(&self.story.tree, table);
        let contents: Contents =
            grid.cells().map(|cell| (cell.node, self.content(cell.node))).collect();
        if self.grid_of_options(&grid, &contents, scope, title) {
            return;
        }
        let within = within(&grid, &contents);
        let mut used: HashSet<NodeId> = HashSet::new();
        let mut inner = scope.clone();
        let mut titles: Vec<&Cell> = Vec::new();
        let mut row = 0;
        while row < grid.rows.len() {
            let asks =
                grid.rows[row].iter().all(|it| is_answered_within(&grid, &contents, it, within));
            if let Some(words) = self.section_row(&grid, &contents, row).filter(|_| !asks) {
                titles.clear();
                inner = scope.within(&words);
                if self.dictionary.opens_office(&words) {
                    inner.filler = Filler::Office;
                }
                row += 1;
                continue;
            }
            if let Some(blocks) = titles_of_blocks(&grid, &contents, row) {
                titles = blocks;
                row += 1;
                continue;
            }
            if let Some((end, named)) = self.repeating(&grid, &contents, row, &inner, title) {
                titles = named;
                row = end;
                continue;
            }
            let around = Around { scope: &inner, titles: &titles, title, within };
            self.row(&grid, &contents, row, &around, &mut used);
            row += 1;
        }
    }

    fn row(
        &mut self,
        grid: &Grid,
        contents: &Contents,
        row: usize,
        around: &Around<'_>,
        used: &mut HashSet<NodeId>,
    ) {
        let cells: Vec<&Cell> = grid.rows[row].iter().filter(|it| !it.is_continuation).collect();
        let title = around.title;
        let mut scope = around.scope.clone();
        // A signature in the row makes its bare date the signing date.
        scope.signing =
            cells.iter().any(|it| self.dictionary.is_signature(&contents[&it.node].text));
        for cell in cells {
            if used.contains(&cell.node) || titles_its_row(grid, contents, cell) {
                continue;
            }
            let content = &contents[&cell.node];
            let block = around.titles.iter().find(|it| holds(it, cell));
            let scope =
                block.map_or_else(|| scope.clone(), |it| scope.within(&contents[&it.node].text));
            let mut inner = self.cell_scope(grid, contents, cell, &scope);
            if content.role == Role::Empty {
                if is_caption_row(grid, contents, cell.row) {
                    continue;
                }
                inner = within_captioned(grid, contents, cell, inner);
            }
            if self.dictionary.is_photo(&content.text) && content.role != Role::Control {
                let draft = Draft::new(content.text.as_str(), Kind::Photo, Blank::Photo(cell.node));
                self.add_cell(&inner, cell.node, draft);
                continue;
            }
            let boxed = || {
                // Of a row of boxes the first takes the whole answer.
                let is_first = cell.row == 0 && cell.number == 0;
                title.filter(|_| is_first && is_blank_row(grid, contents)).map(str::to_owned)
            };
            let label = label_of(grid, contents, cell)
                .filter(|_| !is_spacer(grid, contents, cell))
                .or_else(boxed);
            if label.as_ref().is_some_and(|it| self.dictionary.is_office(it)) {
                inner.filler = Filler::Office;
            }
            match content.role {
                Role::Empty => {
                    if let Some(label) = label {
                        self.blank_cell(grid, contents, cell, inner, label, used);
                    }
                }
                Role::Control => {
                    let Some(control) = content.control else { continue };
                    if !self.controls.insert(control) {
                        continue;
                    }
                    let mut draft =
                        Draft::new(label.unwrap_or_default(), Kind::Text, Blank::Nothing);
                    self.describe_control(control, &mut draft);
                    draft.current = self.control_text(control);
                    self.add_cell(&inner, cell.node, draft);
                }
                Role::Words => {
                    let prompts = (text::is_prompt(&content.text)
                        || stands_among_prompts(grid, contents, cell))
                        && label.as_ref().is_some_and(|it| !text::is_prompt(it))
                        && grid.left_of(cell).is_some_and(|it| is_words(contents, it));
                    if prompts {
                        let mut draft = Draft::new(
                            label.unwrap_or_default(),
                            Kind::Text,
                            Blank::Prompt(cell.node),
                        );
                        draft.hint.clone_from(&content.text);
                        if text::is_date_shape(&content.text) {
                            draft.kind = Kind::Date;
                        }
                        self.add_cell(&inner, cell.node, draft);
                    } else if content.has_colon
                        && (!asks_neighbour(grid, contents, cell)
                            || self.dictionary.is_signature(&content.text))
                        || label.is_some() && self.says_choice(&content.text)
                    {
                        inner.cell = Some(cell.node);
                        inner.label = label;
                        self.flow(cell.node, &mut inner);
                    } else if is_answered_within(grid, contents, cell, around.within) {
                        self.answered_within(cell.node, &content.text, &inner);
                    }
                }
                Role::Mixed => {
                    inner.cell = Some(cell.node);
                    if let Some(group) = self.options_of_row(grid, cell, used) {
                        let label = label.unwrap_or_default();
                        let single = !self.dictionary.allows_several(&label);
                        self.add_options(&inner, group, &label, single);
                        continue;
                    }
                    // `紧急联系人 | 姓名：__ 电话：__`
                    if let Some(whose) = label.as_ref().filter(|_| self.begins_block(cell.node))
                        && self.dictionary.heads_others(whose)
                    {
                        inner = inner.within(whose);
                    }
                    inner.label = label;
                    self.flow(cell.node, &mut inner);
                }
            }
        }
    }

    /// Whether the first label in a cell asks who or which it is.
    fn begins_block(&self, cell: NodeId) -> bool {
        let mut lines = self.story.blocks(cell).into_iter().filter_map(|it| match it {
            Block::Paragraph(node) => Some(self.line(node)).filter(|it| !it.is_empty()),
            Block::Table(_) => None,
        });
        let Some(line) = lines.next() else { return false };
        let [Token::Words(words), Token::Slot { .. }, ..] = line.tokens.as_slice() else {
            return false;
        };
        self.dictionary.asks_name(&super::ticks::read(self.story.atoms(line.node), words))
    }

    /// A blank cell that words beside it ask for.
    fn blank_cell(
        &mut self,
        grid: &Grid,
        contents: &Contents,
        cell: &Cell,
        mut inner: Scope,
        label: String,
        used: &mut HashSet<NodeId>,
    ) {
        let run = blank_run(grid, contents, cell);
        let mut draft = Draft::new(label, Kind::Text, Blank::Cell(cell.node));
        if let Some(name) = name_of_row(grid, contents, cell) {
            let name = &contents[&name.node].text;
            inner = inner.within(name);
            draft.row_name = Some(name.clone());
        }
        if run.len() >= DIGIT_CELLS {
            used.extend(&run);
            draft.width = Some(run.len());
            draft.blank = Blank::Digits(run);
        } else {
            draft.width = cell.width.map(|it| it as usize / 105);
        }
        if text::asks_date(&draft.label) {
            draft.kind = Kind::Date;
        }
        if self.dictionary.is_photo(&draft.label) {
            draft.kind = Kind::Photo;
            draft.blank = Blank::Photo(cell.node);
        }
        self.add_cell(&inner, cell.node, draft);
    }

    /// Whether the words are a bare choice: `Yes / No`.
    pub(super) fn says_choice(&self, words: &str) -> bool {
        let pieces: Vec<&str> = words
            .split(['/', '／', '、', '|'])
            .map(str::trim)
            .filter(|it| !it.is_empty())
            .collect();
        pieces.len() > 1 && pieces.iter().all(|it| self.dictionary.is_choice_word(it))
    }

    /// Whether a table is one row of blank cells.
    pub(super) fn is_blank_row(&self, table: NodeId) -> bool {
        let grid = Grid::new(&self.story.tree, table);
        let contents = grid.cells().map(|cell| (cell.node, self.content(cell.node))).collect();
        is_blank_row(&grid, &contents)
    }

    pub(super) fn content(&self, cell: NodeId) -> Content {
        let mut lines: Vec<Line> = Vec::new();
        let mut has_table = false;
        for block in self.story.blocks(cell) {
            match block {
                Block::Paragraph(node) => lines.push(self.line(node)),
                Block::Table(_) => has_table = true,
            }
        }
        let words = text::join_lines(lines.iter().map(|it| it.words.as_str()));
        let mut controls: Vec<NodeId> = lines.iter().filter_map(|it| it.control).collect();
        controls.dedup();
        let drawn = lines.iter().any(|it| {
            let slots = it.slots() - usize::from(it.ends_with_colon());
            slots > 0 || it.tokens.iter().any(|t| matches!(t, Token::Mark(_)))
        });
        let has_box = lines.iter().any(|it| !self.story.text_boxes(it.node).is_empty());
        let shows_picture = lines
            .iter()
            .any(|it| self.story.atoms(it.node).iter().any(|atom| atom.kind == AtomKind::Picture));
        let only_control = match controls.as_slice() {
            [one] if words.is_empty() && !drawn => Some(*one),
            _ => None,
        };
        let colons = lines.iter().filter(|it| it.ends_with_colon()).count();
        let has_colon = colons > 0;
        // A colon on a line that others follow asks inside the cell; a hint in brackets does not count.
        let said: Vec<&Line> = lines
            .iter()
            .filter(|it| !it.is_empty() && !it.words.starts_with(['(', '（']))
            .collect();
        let says_more =
            colons > 1 || colons > 0 && said.last().is_some_and(|it| !it.ends_with_colon());
        let drawn_tokens: Vec<(NodeId, &Token)> = lines
            .iter()
            .flat_map(|it| it.tokens.iter().map(move |token| (it.node, token)))
            .collect();
        let sole = match drawn_tokens.as_slice() {
            [(node, Token::Slot { slot: Slot::Mask(_) | Slot::Line(_), .. })] => Some(*node),
            _ => None,
        };
        let role = if only_control.is_some() {
            Role::Control
        } else if has_table || drawn || !controls.is_empty() || has_box || says_more {
            Role::Mixed
        } else if !words.is_empty() || shows_picture || lines.is_empty() {
            Role::Words
        } else {
            Role::Empty
        };
        let has_room = !has_table && has_room(&lines);
        Content { role, text: words, control: only_control, has_colon, sole, has_room }
    }

    /// A row of one cell of words opens a section, unless it asks for the box below it.
    fn section_row(&self, grid: &Grid, contents: &Contents, row: usize) -> Option<String> {
        let [cell] = grid.rows[row].as_slice() else { return None };
        let content = contents.get(&cell.node)?;
        if content.role != Role::Words || grid.rows.len() == 1 {
            return None;
        }
        // `Age:` asks in its own cell; `Family members:` over headers does not.
        let over_headers = grid.rows.get(cell.rows.end).is_some_and(|below| {
            below.len() > 1 && below.iter().filter(|it| is_words(contents, it)).count() > 1
        });
        if content.has_colon && !over_headers {
            return None;
        }
        if self.dictionary.is_photo(&content.text) {
            return None;
        }
        let below = grid.rows.get(cell.rows.end)?;
        let asks_below = below.len() == 1
            && contents
                .get(&below[0].node)
                .is_some_and(|it| matches!(it.role, Role::Empty | Role::Control | Role::Mixed));
        // `Employer 2` over a narrow spacer row is a heading all the same.
        let is_numbered = content.text.ends_with(|c: char| c.is_ascii_digit());
        let is_asked = asks_below && !is_numbered && !self.dictionary.is_office(&content.text);
        (!is_asked && grid.rows.iter().any(|it| it.len() > 1)
            || asks_below && self.dictionary.is_office(&content.text))
        .then(|| content.text.clone())
    }

    /// The sections that merged cells left of `cell` name.
    pub(super) fn cell_scope(
        &self,
        grid: &Grid,
        contents: &Contents,
        cell: &Cell,
        scope: &Scope,
    ) -> Scope {
        let label = direct_label(grid, contents, cell).map(|it| it.node);
        self.left_sections(grid, contents, cell, label, scope)
    }

    /// The same for a row of entries, whose label is the merged cell itself.
    pub(super) fn left_sections(
        &self,
        grid: &Grid,
        contents: &Contents,
        cell: &Cell,
        label: Option<NodeId>,
        scope: &Scope,
    ) -> Scope {
        let mut sections = Vec::new();
        let mut inner = scope.clone();
        let mut at = cell.clone();
        while let Some(left) = grid.left_of(&at) {
            let content = &contents[&left.node];
            let is_wider = left.rows.len() > cell.rows.len() || heads_its_row(grid, contents, left);
            let leads_labels =
                grid.right_of(left).is_some_and(|it| is_words(contents, it)) || label.is_none();
            if is_wider && leads_labels && content.role == Role::Words && Some(left.node) != label {
                sections.push(content.text.clone());
                if self.dictionary.is_office(&content.text) {
                    inner.filler = Filler::Office;
                }
            }
            at = left.clone();
        }
        for section in sections.into_iter().rev() {
            inner = inner.within(&section);
        }
        inner
    }
}
