//! Headers over blank rows: tables to fill entry by entry.

use ooxml::NodeId;

use super::{
    Detector, Draft, Scope,
    asks::{has_captions_below, is_caption_row},
    headers::{Block, header, is_blank, is_printed},
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

impl Detector<'_> {
    /// Adds the fields of a header row at `row` and the blank rows under it.
    /// Gives the number of the row after them, and the headers that say whom the
    /// columns are about; nothing if `row` is no header.
    pub(super) fn repeating<'g>(
        &mut self,
        grid: &'g Grid,
        contents: &Contents,
        row: usize,
        scope: &Scope,
        title: Option<&str>,
    ) -> Option<(usize, Vec<&'g Cell>)> {
        if has_captions_below(grid, contents) || is_caption_row(grid, contents, row) {
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
        let mut titles = Vec::new();
        // One row under the name of a list is for its newest entry.
        let is_list = scope.section.last().is_some_and(|it| self.dictionary.heads_rows(it));
        if block.rows.len() == 1 && !is_list || names_rows.is_some() {
            if self.cells_under_headers(contents, &block, names_rows, &scope) {
                titles.clone_from(&block.headers);
            }
        } else {
            self.entries(contents, &block, &printed, &scope, title);
        }
        Some((block.end, titles))
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
        block.headers.remove(0);
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
    /// Says whether the rows ask, and the headers say whom about.
    fn cells_under_headers(
        &mut self,
        contents: &Contents,
        block: &Block<'_>,
        names: Option<usize>,
        scope: &Scope,
    ) -> bool {
        if let Some(column) = names
            && self.is_choice_matrix(contents, block, column)
        {
            for row in &block.rows {
                self.choice_row(contents, block, row, column, scope);
            }
            return false;
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
            for (column, (header, cell)) in block.labels.iter().zip(row).enumerate() {
                let content = &contents[&cell.node];
                // Two tables side by side: the next one's name stands under the same header.
                if !rows_ask
                    && content.role == Role::Words
                    && names.is_some_and(|it| it < column && block.labels[it] == *header)
                {
                    name = Some(content.text.as_str());
                    let filler = inner.filler;
                    inner = scope.within(&content.text);
                    inner.filler = filler;
                    continue;
                }
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
        rows_ask
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
        // `City:` asks, whatever is known of it.
        if readings[1].iter().all(|(name, _)| name.ends_with([':', '：'])) {
            return true;
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
