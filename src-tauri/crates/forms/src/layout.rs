//! A form as it lies on the page: paragraphs and true grids, with a mark at every blank.
//!
//! For whoever works on the rules: it shows which blank belongs to which field
//! without a word processor. A mark's name is the field's id; options and the
//! cells of rows add their places, `t0r1c2.o0` and `t0r3c0.r1c2`, as the pages
//! on the screen do. Nothing here is ever written into a file.

use std::{
    collections::{BTreeSet, HashMap},
    ops::Range,
};

use ooxml::{NodeId, Ns};

use crate::{
    Field, FieldId, Form,
    form::{Content, Document},
    preview::{GridCell, GridPiece, GridSheet, blank},
    word::{
        Found, Story,
        atoms::{Atom, AtomKind},
        blank::{Blank, Stretch, Tick},
        grid::Grid,
        story,
    },
};

/// One part of a form: its body, a header, a footer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The part's name in the package.
    pub part: String,
    /// What stands in it, from top to bottom.
    pub blocks: Vec<Block>,
}

/// What stands one below the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Line(Vec<Piece>),
    /// A table.
    Table(Table),
    /// A text box.
    Box(Vec<Block>),
}

/// A piece of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Printed words.
    Words(String),
    /// A blank, by its name.
    Blank(String),
}

/// A table with its merges resolved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// How many columns its grid has.
    pub columns: usize,
    /// How many rows it has.
    pub rows: usize,
    /// Its cells, each once.
    pub cells: Vec<Cell>,
}

/// A cell and the part of the grid that it covers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The rows.
    pub rows: Range<usize>,
    /// The columns.
    pub columns: Range<usize>,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// Lays out the parts of a form that have words in them.
pub fn layout(form: &Form) -> Vec<Page> {
    match &form.content {
        Content::Word(document) => stories(document),
        Content::Sheet(workbook) => blank(workbook).sheets.into_iter().map(sheet).collect(),
    }
}

/// A sheet as one table, without the rows and columns that show nothing.
fn sheet(sheet: GridSheet) -> Page {
    let cells = || {
        let rows = sheet.rows.iter().enumerate();
        let cells = rows.flat_map(|(row, it)| it.iter().map(move |it| (row, it)));
        cells.filter(|(_, it)| !it.pieces.is_empty())
    };
    let rows: BTreeSet<usize> = cells().map(|it| it.0).collect();
    let columns: BTreeSet<usize> = cells().map(|it| it.1.column).collect();
    let span = |all: &BTreeSet<usize>, start: usize, length: usize| {
        let first = all.range(..start).count();
        first..all.range(..start + length).count().max(first + 1)
    };
    let cell = |(row, it): (usize, &GridCell)| Cell {
        rows: span(&rows, row, it.rows),
        columns: span(&columns, it.column, it.columns),
        blocks: vec![Block::Line(it.pieces.iter().flat_map(pieces).collect())],
    };
    let cells = cells().map(cell).collect();
    let table = Table { columns: columns.len(), rows: rows.len(), cells };
    Page { part: sheet.name, blocks: vec![Block::Table(table)] }
}

fn pieces(piece: &GridPiece) -> Vec<Piece> {
    match piece {
        GridPiece::Words(words) => vec![Piece::Words(words.clone())],
        GridPiece::Blank { name, text } => {
            vec![Piece::Words(text.clone()), Piece::Blank(name.clone())]
        }
        GridPiece::Option { field, number, is_on, words } => vec![
            Piece::Words(if *is_on { "☑" } else { "☐" }.to_owned()),
            Piece::Blank(format!("{field}.o{number}")),
            Piece::Words(format!("{words} ")),
        ],
    }
}

fn stories(document: &Document) -> Vec<Page> {
    let page = |(number, story): (usize, &Story)| {
        let mut marks = Marks::new(story);
        for (_, found) in document.found.iter().filter(|(it, _)| *it == number) {
            marks.field(found);
        }
        let root = story.tree.root();
        let body = story.tree.child(root, Ns::W, "body").unwrap_or(root);
        Page { part: story.part.to_string(), blocks: Layer { story, marks: &marks }.blocks(body) }
    };
    document.stories.iter().enumerate().map(page).filter(|it| !it.blocks.is_empty()).collect()
}

/// Which marks stand where in one story.
struct Marks<'a> {
    story: &'a Story,
    /// For each paragraph, stretches of its atoms and what they are marked with.
    in_lines: HashMap<NodeId, Vec<(Range<usize>, String)>>,
    in_cells: HashMap<NodeId, Vec<String>>,
    /// Where the controls and form fields inside of paragraphs stand.
    inline: HashMap<NodeId, (NodeId, usize)>,
}

impl<'a> Marks<'a> {
    fn new(story: &'a Story) -> Self {
        let mut inline = HashMap::new();
        for paragraph in &story.paragraphs {
            for (at, atom) in story.atoms(*paragraph).iter().enumerate() {
                if !matches!(atom.kind, AtomKind::Text | AtomKind::Mark { .. }) {
                    inline.entry(atom.node).or_insert((*paragraph, at));
                }
            }
        }
        Self { story, in_lines: HashMap::new(), in_cells: HashMap::new(), inline }
    }

    fn field(&mut self, found: &Found) {
        match &found.blank {
            Blank::Nothing => self.place(&found.field),
            blank => self.blank(&found.field.id.0, blank),
        }
    }

    fn blank(&mut self, name: &str, blank: &Blank) {
        match blank {
            Blank::Cell(cell) | Blank::Prompt(cell) | Blank::Photo(cell) => self.cell(*cell, name),
            Blank::Inline { stretch, .. } | Blank::Letter { stretch, .. } => {
                self.stretch(stretch, name);
            }
            Blank::Below { label, lines } => match lines.first() {
                Some(line) => self.stretch(&Stretch::new(*line, 0..0), name),
                None => self.end_of(*label, name),
            },
            Blank::Mask(parts) => parts.iter().for_each(|(_, it)| self.stretch(it, name)),
            Blank::Ticks(ticks) => {
                for (number, tick) in ticks.iter().enumerate() {
                    self.tick(tick, &format!("{name}.o{number}"));
                }
            }
            Blank::Control(node) | Blank::FormField(node) => self.control(*node, name),
            Blank::Digits(cells) => cells.iter().for_each(|it| self.cell(*it, name)),
            Blank::Rows(rows) => {
                for (row, cells) in rows.iter().enumerate() {
                    for (column, cell) in cells.iter().enumerate() {
                        if let Some(cell) = cell {
                            self.blank(&format!("{name}.r{row}c{column}"), cell);
                        }
                    }
                }
            }
            Blank::Nothing => {}
        }
    }

    fn tick(&mut self, tick: &Tick, name: &str) {
        match tick {
            // The mark stands after what is ticked, so that both are seen.
            Tick::Glyph(it) | Tick::Bare(it) => {
                let end = it.atoms.end;
                self.stretch(&Stretch::new(it.paragraph, end..end), name);
            }
            Tick::Brackets(stretch) => self.stretch(stretch, name),
            Tick::Control(node) | Tick::FormField(node) => self.control(*node, name),
            Tick::Cell(cell) => self.cell(*cell, name),
        }
    }

    fn stretch(&mut self, stretch: &Stretch, name: &str) {
        let marks = self.in_lines.entry(stretch.paragraph).or_default();
        marks.push((stretch.atoms.clone(), name.to_owned()));
    }

    fn end_of(&mut self, paragraph: NodeId, name: &str) {
        let end = self.story.atoms(paragraph).len();
        self.stretch(&Stretch::new(paragraph, end..end), name);
    }

    fn cell(&mut self, cell: NodeId, name: &str) {
        self.in_cells.entry(cell).or_default().push(name.to_owned());
    }

    /// A control among words, else one around a cell or around paragraphs.
    fn control(&mut self, node: NodeId, name: &str) {
        if let Some((paragraph, at)) = self.inline.get(&node).copied() {
            return self.stretch(&Stretch::new(paragraph, at + 1..at + 1), name);
        }
        let tree = &self.story.tree;
        let first =
            tree.descendants(node).find(|it| tree.is(*it, Ns::W, "tc") || tree.is(*it, Ns::W, "p"));
        match first {
            Some(cell) if tree.is(cell, Ns::W, "tc") => self.cell(cell, name),
            Some(paragraph) => self.stretch(&Stretch::new(paragraph, 0..0), name),
            None => {}
        }
    }

    /// What is not for us is marked where it stands.
    fn place(&mut self, field: &Field) {
        let FieldId(name) = &field.id;
        let place = &field.place;
        if let Some(paragraph) = place.paragraph.and_then(|it| self.story.paragraphs.get(it)) {
            return self.end_of(*paragraph, name);
        }
        let (Some(table), Some(row), Some(cell)) = (place.table, place.row, place.cell) else {
            return;
        };
        let Some(table) = self.story.tables.get(table) else { return };
        let grid = Grid::new(&self.story.tree, *table);
        if let Some(cell) = grid.rows.get(row).and_then(|it| it.get(cell)) {
            self.cell(cell.node, name);
        }
    }
}

/// Puts words and marks together.
struct Layer<'a> {
    story: &'a Story,
    marks: &'a Marks<'a>,
}

impl Layer<'_> {
    fn blocks(&self, container: NodeId) -> Vec<Block> {
        let mut blocks = Vec::new();
        for block in self.story.blocks(container) {
            match block {
                story::Block::Paragraph(paragraph) => {
                    let line = self.line(paragraph);
                    if !line.is_empty() {
                        blocks.push(Block::Line(line));
                    }
                    let boxes = self.story.text_boxes(paragraph);
                    blocks.extend(boxes.into_iter().map(|it| Block::Box(self.blocks(it))));
                }
                story::Block::Table(table) => blocks.push(Block::Table(self.table(table))),
            }
        }
        blocks
    }

    fn table(&self, table: NodeId) -> Table {
        let grid = Grid::new(&self.story.tree, table);
        let cells: Vec<Cell> = grid
            .cells()
            .map(|it| {
                let mut blocks = self.blocks(it.node);
                let marks = self.marks.in_cells.get(&it.node);
                let marks = marks.into_iter().flatten().cloned().map(Piece::Blank);
                let marks: Vec<Piece> = marks.collect();
                if !marks.is_empty() {
                    blocks.push(Block::Line(marks));
                }
                Cell { rows: it.rows.clone(), columns: it.columns.clone(), blocks }
            })
            .collect();
        let columns = cells.iter().map(|it| it.columns.end).max().unwrap_or_default();
        Table { columns, rows: grid.rows.len(), cells }
    }

    /// The words of a paragraph, with marks in the place of its blanks. Nothing
    /// for one that shows nothing.
    fn line(&self, paragraph: NodeId) -> Vec<Piece> {
        let atoms = self.story.atoms(paragraph);
        let mut marks = self.marks.in_lines.get(&paragraph).cloned().unwrap_or_default();
        marks.sort_by_key(|(range, _)| range.start);
        let mut pieces = Vec::new();
        let mut at = 0;
        for (range, name) in marks {
            let start = range.start.clamp(at, atoms.len());
            words(&mut pieces, &atoms[at..start]);
            pieces.push(Piece::Blank(name));
            at = range.end.clamp(start, atoms.len());
        }
        words(&mut pieces, &atoms[at..]);
        let is_seen = |it: &Piece| match it {
            Piece::Words(words) => !words.trim().is_empty(),
            Piece::Blank(_) => true,
        };
        if pieces.iter().any(is_seen) { pieces } else { Vec::new() }
    }
}

fn words(pieces: &mut Vec<Piece>, atoms: &[Atom]) {
    let mut words = String::new();
    for atom in atoms {
        match atom.kind {
            AtomKind::Mark { on } | AtomKind::CheckControl { on } | AtomKind::CheckField { on } => {
                words.push(if on { '☑' } else { '☐' });
            }
            AtomKind::Control | AtomKind::FormField => {}
            AtomKind::Picture => words.push('▣'),
            _ if atom.c == '\t' => words.push_str("  "),
            _ => words.push(atom.c),
        }
    }
    if !words.is_empty() {
        pieces.push(Piece::Words(words));
    }
}

#[cfg(test)]
mod tests {
    use ooxml::{PartName, Tree};

    use super::*;
    use crate::{Dictionary, word::detect};

    /// The body's blocks, with marks in angle brackets and cells by their places.
    fn laid_out(body: &str) -> String {
        let w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        let xml = format!("<w:document xmlns:w=\"{w}\"><w:body>{body}</w:body></w:document>");
        let part = PartName::new("word/document.xml").unwrap();
        let story = Story::new(part, Tree::parse("word/document.xml", xml.into()).unwrap());
        let mut marks = Marks::new(&story);
        let found = detect(0, &story, Dictionary::shipped());
        for found in &found {
            marks.field(found);
        }
        let body = story.tree.child(story.tree.root(), Ns::W, "body").unwrap();
        written(&Layer { story: &story, marks: &marks }.blocks(body))
    }

    fn written(blocks: &[Block]) -> String {
        let piece = |it: &Piece| match it {
            Piece::Words(words) => words.clone(),
            Piece::Blank(name) => format!("<{name}>"),
        };
        let block = |it: &Block| match it {
            Block::Line(pieces) => pieces.iter().map(piece).collect::<String>(),
            Block::Box(blocks) => format!("box {}", written(blocks)),
            Block::Table(table) => {
                let cell =
                    |it: &Cell| format!("{:?}{:?} {}", it.rows, it.columns, written(&it.blocks));
                table.cells.iter().map(cell).collect::<Vec<_>>().join("\n")
            }
        };
        blocks.iter().map(block).collect::<Vec<_>>().join("\n")
    }

    fn cell(properties: &str, words: &str) -> String {
        format!(
            "<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>"
        )
    }

    #[test]
    fn cells_lie_where_the_true_grid_has_them() {
        let (first, rest) = ("<w:vMerge w:val=\"restart\"/>", "<w:vMerge/>");
        let rows = [
            cell(first, "联系方式") + &cell("", "手机") + &cell("", ""),
            cell(rest, "") + &cell("", "QQ") + &cell("", ""),
            cell("", "备注") + &cell("<w:gridSpan w:val=\"2\"/>", ""),
        ];
        let rows = rows.map(|it| ["<w:tr>", &it, "</w:tr>"].concat()).concat();
        let lines = [
            "0..20..1 联系方式",
            "0..11..2 手机",
            "0..12..3 <t0r0c2>",
            "1..21..2 QQ",
            "1..22..3 <t0r1c2>",
            "2..30..1 备注",
            "2..31..3 <t0r2c1>",
        ];
        assert_eq!(laid_out(&format!("<w:tbl>{rows}</w:tbl>")), lines.join("\n"));
    }

    #[test]
    fn a_mark_takes_the_place_of_its_line() {
        let body = "<w:p><w:r><w:t>Name: ______ Sex: □ M □ F</w:t></w:r></w:p><w:p/>";
        assert_eq!(laid_out(body), "Name: <p0n0> Sex: ☐<p0k18.o0> M ☐<p0k18.o1> F");
    }
}
