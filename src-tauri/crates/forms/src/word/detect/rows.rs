//! Headers over blank rows: tables to fill entry by entry.

use ooxml::NodeId;

use super::{
    Detector, Draft, Scope,
    asks::has_captions_below,
    table::{Contents, Role},
    text,
    ticks::Group,
};
use crate::{
    Column, Filler, Kind,
    word::{
        blank::{Blank, Stretch},
        grid::{Cell, Grid},
        story,
        tokens::{Slot, Token},
    },
};

/// A header row and the blank rows under it.
struct Block<'g> {
    /// The headers' words, one for each column.
    labels: Vec<String>,
    /// The cells of each row, one for each column.
    rows: Vec<Vec<&'g Cell>>,
    /// The row after the last.
    end: usize,
    /// A cell of the first blank row, to find what is merged left of it.
    first: &'g Cell,
}

impl Detector<'_> {
    /// Adds the fields of a header row at `row` and the blank rows under it.
    /// Gives the number of the row after them, or nothing if `row` is no header.
    pub(super) fn repeating(
        &mut self,
        grid: &Grid,
        contents: &Contents,
        row: usize,
        scope: &Scope,
        title: Option<&str>,
    ) -> Option<usize> {
        if has_captions_below(grid, contents) {
            return None;
        }
        let mut block = header(grid, contents, row)?;
        let mut scope = self.left_sections(grid, contents, block.first, None, scope);
        if let Some(title) = self.take_title(contents, &mut block) {
            scope = scope.within(&title);
        }
        if scope.section.last().is_some_and(|it| self.dictionary.is_office(it)) {
            scope.filler = Filler::Office;
        }
        let printed: Vec<bool> = (0..block.labels.len())
            .map(|column| {
                block.rows.iter().filter(|it| is_printed(contents, it[column])).count() * 2
                    > block.rows.len()
            })
            .collect();
        let names_rows = (0..block.labels.len()).find(|column| {
            printed[*column]
                && *column < 2
                && block.rows.iter().all(|it| {
                    let words = &contents[&it[*column].node].text;
                    !text::is_index(words)
                })
        });
        if block.rows.len() == 1 || names_rows.is_some() {
            self.cells_under_headers(contents, &block, names_rows, &scope);
        } else {
            self.entries(contents, &block, &printed, &scope, title);
        }
        Some(block.end)
    }

    /// `家庭成员 | 姓名 | 关系` over blank rows: the first header names the list, as a
    /// cell merged down the edge would.
    fn take_title(&self, contents: &Contents, block: &mut Block<'_>) -> Option<String> {
        let is_title = block.labels.len() > 2
            && self.dictionary.heads_rows(&block.labels[0])
            && block.rows.iter().all(|it| contents[&it[0].node].role == Role::Empty);
        if !is_title {
            return None;
        }
        for row in &mut block.rows {
            row.remove(0);
        }
        block.first = block.rows.first().and_then(|it| it.first()).unwrap_or(&block.first);
        Some(block.labels.remove(0))
    }

    /// What the form says of the first row, where that is the candidate's.
    fn first_row_note(&self) -> Option<String> {
        self.story.paragraphs.iter().find_map(|it| {
            let words = crate::word::atoms::printed(self.story.atoms(*it));
            (words.len() < 600 && self.dictionary.gives_first_row(&words)).then_some(words)
        })
    }

    /// One row, or rows that the form names itself (本科, 硕士): a field for each cell.
    fn cells_under_headers(
        &mut self,
        contents: &Contents,
        block: &Block<'_>,
        names: Option<usize>,
        scope: &Scope,
    ) {
        if let Some(column) = names
            && self.is_choice_matrix(contents, block, column)
        {
            for row in &block.rows {
                self.choice_row(contents, block, row, column, scope);
            }
            return;
        }
        let rows_ask = names.is_some_and(|it| self.rows_ask(contents, block, it, scope));
        for row in &block.rows {
            let mut inner = scope.clone();
            let mut name = None;
            if let Some(column) = names {
                let words = &contents[&row[column].node].text;
                name = Some(words.as_str());
                if !rows_ask {
                    inner = scope.within(words);
                }
                if self.dictionary.is_office(words) {
                    inner.filler = Filler::Office;
                }
            }
            inner.signing = block.labels.iter().any(|it| self.dictionary.is_signature(it));
            for (header, cell) in block.labels.iter().zip(row) {
                let content = &contents[&cell.node];
                let mut inner = inner.clone();
                let label = match name.filter(|_| rows_ask) {
                    Some(name) => {
                        inner = inner.within(header);
                        name
                    }
                    None => header,
                };
                if content.role == Role::Mixed {
                    inner.cell = Some(cell.node);
                    inner.label = Some(label.to_owned());
                    self.flow(cell.node, &mut inner);
                } else if content.role == Role::Empty && text::is_label(label) {
                    let mut draft = Draft::new(label, Kind::Text, Blank::Cell(cell.node));
                    draft.width = cell.width.map(|it| it as usize / 105);
                    draft.row_name = name.filter(|_| !rows_ask).map(str::to_owned);
                    if text::asks_date(label) {
                        draft.kind = Kind::Date;
                    }
                    self.add_cell(&inner, cell.node, draft);
                }
            }
        }
    }

    /// Options as headers, questions as rows: `| Yes | No`, with a cell to tick for each.
    fn is_choice_matrix(&self, contents: &Contents, block: &Block<'_>, names: usize) -> bool {
        let mut options = block.labels.iter().enumerate().filter(|(column, _)| *column != names);
        options.clone().count() >= 2
            && options.all(|(column, header)| {
                (self.dictionary.is_choice_word(header) || self.dictionary.is_step(header))
                    && block.rows.iter().all(|it| contents[&it[column].node].role == Role::Empty)
            })
    }

    fn choice_row(
        &mut self,
        contents: &Contents,
        block: &Block<'_>,
        row: &[&Cell],
        names: usize,
        scope: &Scope,
    ) {
        let mut cells = Vec::new();
        for (column, cell) in row.iter().enumerate() {
            let first = self.story.blocks(cell.node).into_iter().find_map(|it| match it {
                story::Block::Paragraph(node) => Some(node),
                story::Block::Table(_) => None,
            });
            if let Some(paragraph) = first.filter(|_| column != names) {
                cells.push((block.labels[column].clone(), cell.node, paragraph));
            }
        }
        let Some((_, first, _)) = cells.first() else { return };
        let inner = Scope { cell: Some(*first), ..scope.clone() };
        let label = contents[&row[names].node].text.clone();
        self.add_options(&inner, Group::of_cells(cells), &label, true);
    }

    /// Whether the rows ask and the headers say whose it is (Referee 1 | Referee 2),
    /// rather than the other way round: the reading that finds more different facts.
    fn rows_ask(
        &self,
        contents: &Contents,
        block: &Block<'_>,
        names: usize,
        scope: &Scope,
    ) -> bool {
        let mut readings: [Vec<(String, String)>; 2] = Default::default();
        for row in &block.rows {
            let name = &contents[&row[names].node].text;
            for (column, header) in block.labels.iter().enumerate() {
                if column != names {
                    readings[0].push((header.clone(), name.clone()));
                    readings[1].push((name.clone(), header.clone()));
                }
            }
        }
        let [by_header, by_row] =
            readings.map(|it| self.dictionary.different_facts(&scope.section, &it));
        by_row > by_header
    }

    /// Rows for entries: one field with columns.
    fn entries(
        &mut self,
        contents: &Contents,
        block: &Block<'_>,
        printed: &[bool],
        scope: &Scope,
        title: Option<&str>,
    ) {
        let mut columns = Vec::new();
        for (number, label) in block.labels.iter().enumerate() {
            let sole = block.rows.iter().find_map(|it| contents[&it[number].node].sole);
            let parts: Vec<_> = match sole.and_then(|it| self.sole_blank(it)) {
                Some(Blank::Mask(parts)) => parts.into_iter().map(|it| it.0).collect(),
                _ => Vec::new(),
            };
            let asks_date = !parts.is_empty() || text::asks_date(label);
            columns.push(Column {
                label: text::label_and_hint(label, "").0,
                kind: if asks_date { Kind::Date } else { Kind::Text },
                options: Vec::new(),
                printed: printed[number] || self.dictionary.is_index(label),
                date_parts: parts,
            });
        }
        let blanks: Vec<Vec<Option<Blank>>> = block
            .rows
            .iter()
            .map(|row| {
                row.iter()
                    .map(|cell| {
                        let content = &contents[&cell.node];
                        match (content.role, content.sole) {
                            (Role::Empty, _) => Some(Blank::Cell(cell.node)),
                            (_, Some(paragraph)) => self.sole_blank(paragraph),
                            _ => None,
                        }
                    })
                    .collect()
            })
            .collect();
        let label = scope
            .section
            .last()
            .cloned()
            .or_else(|| title.map(str::to_owned))
            .unwrap_or_else(|| block.labels.join(" / "));
        let mut draft = Draft::new(label, Kind::Rows, Blank::Rows(blanks));
        draft.rows = block.rows.len();
        draft.columns = columns;
        draft.hint = self.first_row_note().unwrap_or_default();
        let first =
            block.rows[0].iter().find(|it| is_blank(contents, it)).unwrap_or(&block.rows[0][0]);
        self.add_cell(scope, first.node, draft);
    }

    /// The blank that is all a paragraph holds.
    fn sole_blank(&self, paragraph: NodeId) -> Option<Blank> {
        self.line(paragraph).tokens.into_iter().find_map(|it| match it {
            Token::Slot { slot: Slot::Mask(parts), .. } => {
                let at = |range| Stretch::new(paragraph, range);
                Some(Blank::Mask(parts.into_iter().map(|(part, it)| (part, at(it))).collect()))
            }
            Token::Slot { range, slot: Slot::Line(style) } => {
                Some(Blank::Inline { stretch: Stretch::new(paragraph, range), style })
            }
            _ => None,
        })
    }
}

fn is_printed(contents: &Contents, cell: &Cell) -> bool {
    contents[&cell.node].role == Role::Words
}

fn is_blank(contents: &Contents, cell: &Cell) -> bool {
    let content = &contents[&cell.node];
    content.role == Role::Empty || content.sole.is_some()
}

/// Reads a header row at `row`, of one or two levels, and the rows under it.
fn header<'g>(grid: &'g Grid, contents: &Contents, row: usize) -> Option<Block<'g>> {
    let (labels, cells, below) = header_cells(grid, contents, row)?;
    let mut rows: Vec<Vec<&Cell>> = Vec::new();
    let mut end = below;
    while let Some(found) = data_row(grid, contents, &cells, end) {
        rows.push(found);
        end += 1;
    }
    let first = *rows.first()?.iter().find(|it| is_blank(contents, it))?;
    if are_pairs(contents, &labels, &rows) {
        return None;
    }
    // A row whose printed cells differ from the others' is a row of labels and blanks.
    let may_print = |column: usize| {
        column < 2 || rows.iter().all(|it| is_printed(contents, it[column])) && rows.len() > 1
    };
    let is_blank_row = |row: &Vec<&Cell>| row.iter().all(|it| is_blank(contents, it));
    let shows_specimen =
        rows.len() > 1 && is_blank_row(&rows[1]) && rows.last().is_some_and(is_blank_row);
    let is_regular = rows.iter().skip(usize::from(shows_specimen)).all(|it| {
        it.iter().enumerate().all(|(column, cell)| !is_printed(contents, cell) || may_print(column))
    });
    if !is_regular {
        let regular = rows
            .iter()
            .take_while(|it| {
                it.iter()
                    .enumerate()
                    .all(|(column, cell)| !is_printed(contents, cell) || column == 0)
            })
            .count();
        if regular == 0 {
            return None;
        }
        rows.truncate(regular);
        end = below + regular;
    }
    Some(Block { labels, rows, end, first })
}

/// Rows of label, blank, label, blank: the row above them heads nothing, unless it
/// says the same over both halves.
fn are_pairs(contents: &Contents, labels: &[String], rows: &[Vec<&Cell>]) -> bool {
    let says_more = labels.len() >= 4 && labels.len().is_multiple_of(2) && labels[0] != labels[2];
    says_more
        && rows.iter().all(|row| {
            row.iter().enumerate().all(|(column, cell)| {
                let is_label =
                    is_printed(contents, cell) && !text::is_index(&contents[&cell.node].text);
                is_label == (column % 2 == 0)
            })
        })
}

type Headers<'g> = (Vec<String>, Vec<&'g Cell>, usize);

fn header_cells<'g>(grid: &'g Grid, contents: &Contents, row: usize) -> Option<Headers<'g>> {
    let all: Vec<&Cell> = grid.rows.get(row)?.iter().filter(|it| !it.is_continuation).collect();
    // A cell merged down the left edge names the section.
    let next = row + 1;
    let depth = all.iter().map(|it| it.rows.len()).min()?;
    let mut cells: Vec<&Cell> = all
        .iter()
        .copied()
        .filter(|it| it.rows.len() <= 2.max(depth) && it.rows.end <= grid.rows.len())
        .collect();
    if cells.iter().any(|it| it.rows.len() == 1) && cells.iter().any(|it| it.rows.len() == 2) {
        // Two levels: merged headers beside headers with parts of their own below.
        let below: Vec<&Cell> =
            grid.rows.get(next)?.iter().filter(|it| !it.is_continuation).collect();
        let parts_are_words =
            below.len() >= 2 && below.iter().all(|it| contents[&it.node].role == Role::Words);
        if parts_are_words {
            let mut leaves: Vec<(String, &Cell)> = Vec::new();
            for cell in &cells {
                let words = &contents[&cell.node].text;
                if cell.rows.len() == 2 {
                    leaves.push((words.clone(), cell));
                } else {
                    leaves.extend(
                        below.iter().filter(|it| cell.columns.contains(&it.columns.start)).map(
                            |it| (text::tidy(&format!("{words} {}", contents[&it.node].text)), *it),
                        ),
                    );
                }
            }
            leaves.sort_by_key(|it| it.1.columns.start);
            let is_header =
                leaves.len() >= 2 && cells.iter().all(|it| contents[&it.node].role == Role::Words);
            let (labels, cells) = leaves.into_iter().unzip();
            return is_header.then_some((labels, cells, row + 2));
        }
        cells.retain(|it| it.rows.len() == 1);
    }
    if cells.len() < 2 || cells.iter().any(|it| it.rows.len() != cells[0].rows.len()) {
        return None;
    }
    let is_label = |it: &&Cell| {
        let content = &contents[&it.node];
        content.role == Role::Words
            && text::is_label(&content.text)
            && !text::is_clear_prompt(&content.text)
    };
    let corner_is_empty = contents[&cells[0].node].role == Role::Empty;
    let headers = if corner_is_empty { &cells[1..] } else { &cells[..] };
    if !headers.iter().all(is_label) || headers.len() < 2 && !corner_is_empty {
        return None;
    }
    let labels = cells.iter().map(|it| contents[&it.node].text.clone()).collect();
    let below = cells[0].rows.end;
    Some((labels, cells, below))
}

/// The cells of a blank row, one for each header.
fn data_row<'g>(
    grid: &'g Grid,
    contents: &Contents,
    headers: &[&Cell],
    row: usize,
) -> Option<Vec<&'g Cell>> {
    let start = headers[0].columns.start;
    let own: Vec<&Cell> = grid
        .rows
        .get(row)?
        .iter()
        .filter(|it| !it.is_continuation && it.columns.end > start && it.rows.len() == 1)
        .collect();
    let cells: Vec<&Cell> = if own.len() == headers.len() {
        own
    } else {
        headers
            .iter()
            .map(|header| own.iter().copied().find(|it| it.columns.start == header.columns.start))
            .collect::<Option<_>>()?
    };
    let blank = cells.iter().filter(|it| is_blank(contents, it)).count();
    let fits = cells.iter().all(|it| is_blank(contents, it) || is_printed(contents, it));
    (fits && blank * 2 >= cells.len() && blank > 0).then_some(cells)
}
