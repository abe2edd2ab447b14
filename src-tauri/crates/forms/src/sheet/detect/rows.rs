//! Headers over blank rows: tables to fill entry by entry.

use super::{Draft, Sheet};
use crate::{
    Column, Filler, Kind,
    sheet::{
        blank::Blank,
        place::{Area, At},
    },
    word::detect::text,
};

/// As many rows of a table are taken.
const MOST: usize = 200;
/// Where nothing shows how far a table goes, it has so many rows.
const UNFRAMED: usize = 5;

/// A header row and the blank rows under it.
struct Block {
    headers: Vec<Area>,
    rows: Vec<Vec<Area>>,
}

impl Sheet<'_> {
    /// Adds the tables whose headers stand in a row.
    pub(super) fn tables(&mut self, row: u32) {
        for headers in self.header_runs(row) {
            let Some(block) = self.block(&headers) else { continue };
            let cells = block.rows.iter().flatten().map(|it| it.first);
            self.taken.extend(cells);
            self.taken.insert(block.headers[0].first);
            self.said.extend(block.headers.iter().map(|it| it.first));
            self.heads.extend(block.headers.iter().map(|it| it.first));
            self.table(&block);
        }
    }

    /// Labels side by side that are equally high, at least two.
    pub(super) fn header_runs(&self, row: u32) -> Vec<Vec<Area>> {
        let page = self.surface.page;
        let mut runs: Vec<Vec<Area>> = Vec::new();
        let in_row = self.surface.all_words().filter(|(at, _)| at.row == row);
        for (at, _) in in_row.filter(|(at, _)| self.is_label(*at) && !self.taken.contains(at)) {
            let area = page.area(at);
            let continues = runs.last().and_then(|it| it.last()).is_some_and(|before| {
                before.last.column + 1 == area.first.column && before.height() == area.height()
            });
            match runs.last_mut() {
                Some(run) if continues => run.push(area),
                _ => runs.push(vec![area]),
            }
        }
        runs.retain(|it| it.len() > 1);
        runs
    }

    fn block(&self, headers: &[Area]) -> Option<Block> {
        let first = headers.first()?;
        let (mut headers, mut from) = (headers.to_vec(), first.last.row + 1);
        // A title beside the first header heads the rows, not a column.
        while headers.len() > 1 && self.blank_row(&headers, from).is_none() {
            let open =
                self.surface.below(headers[0]).is_some_and(|it| self.surface.is_open(it.first));
            if open {
                return None;
            }
            headers.remove(0);
        }
        if headers.len() < 2 {
            return None;
        }
        let mut rows = Vec::new();
        let end = self.surface.end().row;
        let most = if self.surface.is_bare() && from > end { UNFRAMED } else { MOST };
        while rows.len() < most {
            if self.surface.is_bare() && from > end && rows.len() >= UNFRAMED {
                break;
            }
            let Some(row) = self.blank_row(&headers, from) else { break };
            from = row.iter().map(|it| it.last.row).max()? + 1;
            rows.push(row);
        }
        // Where there are no frames, the last blank row parts the table from what follows.
        if self.surface.is_bare() && rows.len() > 1 && from <= end {
            rows.pop();
        }
        let mut block = Block { headers, rows };
        self.add_corner(&mut block);
        (!block.rows.is_empty()).then_some(block)
    }

    /// An empty corner left of the headers, over the names of the rows.
    fn add_corner(&self, block: &mut Block) {
        let page = self.surface.page;
        let header = block.headers[0];
        let Some(column) = header.first.column.checked_sub(1) else { return };
        let corner = page.area(At::new(header.first.row, column));
        let is_corner = corner.last.column == column
            && corner.height() == header.height()
            && page.value(corner.first).is_blank()
            && self.surface.is_open(corner.first);
        let names = block.rows.iter().map(|row| {
            let name = page.area(At::new(row[0].first.row, column));
            let says = self.surface.words(name.first).is_some_and(|it| !text::is_index(it));
            (says && name.first.column == corner.first.column && name.height() == row[0].height())
                .then_some(name)
        });
        let names: Option<Vec<Area>> = names.collect();
        let Some(names) = names.filter(|it| is_corner && !it.is_empty()) else { return };
        block.headers.insert(0, corner);
        for (row, name) in block.rows.iter_mut().zip(names) {
            row.insert(0, name);
        }
    }

    /// The cells of a blank row, one under each header. Some may be printed.
    fn blank_row(&self, headers: &[Area], row: u32) -> Option<Vec<Area>> {
        let page = self.surface.page;
        let cells: Vec<Area> =
            headers.iter().map(|it| page.area(At::new(row, it.first.column))).collect();
        let fits = cells.iter().zip(headers).all(|(cell, header)| {
            cell.first == At::new(row, header.first.column)
                && cell.last.column == header.last.column
                && cell.height() == cells[0].height()
        });
        let is_open = |it: &Area| self.surface.is_open(it.first) && !self.taken.contains(&it.first);
        let is_printed = |it: &Area| !page.value(it.first).is_blank();
        let open = cells.iter().filter(|it| is_open(it)).count();
        // A label with its blank beside it is a row of its own.
        let asks_beside = cells.windows(2).any(|it| {
            let words = self.surface.words(it[0].first);
            is_open(&it[1])
                && words.is_some_and(|it| !text::is_index(it))
                && it[0].first != cells[0].first
        });
        let all = cells.iter().all(|it| is_open(it) || is_printed(it));
        (fits && all && !asks_beside && open > 0 && open * 2 >= cells.len()).then_some(cells)
    }

    fn table(&mut self, block: &Block) {
        let page = self.surface.page;
        let is_printed = |it: &Area| !page.value(it.first).is_blank();
        let printed: Vec<bool> = (0..block.headers.len())
            .map(|column| {
                block.rows.iter().filter(|it| is_printed(&it[column])).count() * 2
                    > block.rows.len()
            })
            .collect();
        let names_rows = (0..block.headers.len().min(2)).find(|column| {
            printed[*column]
                && block.rows.iter().all(|it| {
                    self.surface.words(it[*column].first).is_some_and(|it| !text::is_index(it))
                })
        });
        let mut sections = self.left_sections(block.headers[0]);
        if sections.is_empty() {
            let first = block.rows[0].iter().find(|it| !is_printed(it));
            sections = first.map(|it| self.left_sections(*it)).unwrap_or_default();
        }
        if block.rows.len() == 1 || names_rows.is_some() {
            self.cells_under_headers(block, names_rows, &sections);
        } else {
            self.entries(block, &printed, sections);
        }
    }

    /// One row, or rows that the form names itself (本科, 硕士): a field for each cell.
    fn cells_under_headers(&mut self, block: &Block, names: Option<usize>, sections: &[String]) {
        let words = |area: &Area| self.surface.words(area.first).unwrap_or_default().to_owned();
        let headers: Vec<String> = block.headers.iter().map(words).collect();
        let rows_ask = names.is_some_and(|names| {
            let mut readings: [Vec<(String, String)>; 2] = Default::default();
            for row in &block.rows {
                let name = words(&row[names]);
                for (_, header) in headers.iter().enumerate().filter(|it| it.0 != names) {
                    readings[0].push((header.clone(), name.clone()));
                    readings[1].push((name.clone(), header.clone()));
                }
            }
            let [by_header, by_row] = readings.map(|it| self.cues.different_facts(sections, &it));
            by_row > by_header
        });
        let signing = headers.iter().any(|it| self.cues.is_signature(it));
        let mut drafts = Vec::new();
        for row in &block.rows {
            let name = names.map(|it| words(&row[it]));
            for ((header, at), cell) in headers.iter().zip(&block.headers).zip(row) {
                if !self.surface.is_open(cell.first) || !text::is_label(header) {
                    continue;
                }
                let (label, section) = match (&name, rows_ask) {
                    (Some(name), true) => (name, Some(header)),
                    (name, _) => (header, name.as_ref()),
                };
                let mut draft = self.blank(*cell, label, Some(at.first));
                draft.sections = sections.to_vec();
                draft.sections.extend(section.cloned());
                draft.signing = signing;
                if draft.sections.iter().any(|it| self.cues.is_office(it)) {
                    draft.filler = Filler::Office;
                }
                drafts.push(draft);
            }
        }
        self.drafts.extend(drafts);
    }

    /// Rows for entries: one field with columns.
    fn entries(&mut self, block: &Block, printed: &[bool], sections: Vec<String>) {
        let cells: Vec<Vec<Option<Draft>>> = block
            .rows
            .iter()
            .map(|row| {
                let drafts = row.iter().zip(&block.headers).map(|(cell, header)| {
                    let label = self.surface.words(header.first).unwrap_or_default();
                    self.surface
                        .is_open(cell.first)
                        .then(|| self.blank(*cell, label, Some(header.first)))
                });
                drafts.collect()
            })
            .collect();
        let columns = block.headers.iter().enumerate().map(|(number, header)| {
            let label = self.surface.words(header.first).unwrap_or_default();
            let first = cells.iter().find_map(|row| row[number].as_ref());
            Column {
                label: text::label_and_hint(label, "").0,
                kind: first.map_or(Kind::Text, |it| it.kind),
                options: first.map(|it| it.options.clone()).unwrap_or_default(),
                printed: printed[number] || self.cues.is_index(label),
                date_parts: Vec::new(),
            }
        });
        let columns: Vec<Column> = columns.collect();
        let labels: Vec<&str> = columns.iter().map(|it| it.label.as_str()).collect();
        let label = sections.last().cloned().unwrap_or_else(|| labels.join(" / "));
        let area = block.rows.iter().flatten().fold(block.rows[0][0], |area, it| area.with(it));
        let asked = Some(block.headers[0].first);
        let mut draft = Draft::new(&label, asked, area, Kind::Rows, Blank::Nothing);
        draft.rows = block.rows.len();
        draft.columns = columns;
        if sections.iter().any(|it| self.cues.is_office(it)) {
            draft.filler = Filler::Office;
        }
        draft.sections = sections;
        let blanks = cells.into_iter();
        draft.blank = Blank::Rows(
            blanks.map(|row| row.into_iter().map(|it| it.map(|it| it.blank)).collect()).collect(),
        );
        self.drafts.push(draft);
    }
}
