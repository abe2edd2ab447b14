//! One sheet: its cells with what they hold, its merges, its protection.
//!
//! Rows and cells may leave out where they stand; then they follow the one
//! before. A merged area shows its first cell alone.

use std::collections::{BTreeMap, HashMap};

use ooxml::{Error, NodeId, Ns, Package, PartName, Tree};

use super::{
    control::{self, Control},
    note,
    place::{Area, At, COLUMNS, ROWS, row},
    style::{Style, Styles, is_true},
    text,
    validation::{self, Validation},
};

/// What a cell holds.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) enum Value {
    /// Nothing.
    #[default]
    Empty,
    /// Words.
    Text(String),
    /// A number, or a date as one.
    Number(f64),
    /// Yes or no.
    Bool(bool),
    /// What a formula could not work out.
    Error,
}

impl Value {
    /// As a person reads it.
    pub(crate) fn shown(&self) -> String {
        match self {
            Self::Empty | Self::Error => String::new(),
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Bool(true) => "TRUE".to_owned(),
            Self::Bool(false) => "FALSE".to_owned(),
        }
    }

    /// Whether nothing can be read there.
    pub(crate) fn is_blank(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }
}

/// A cell that the file has.
#[derive(Debug)]
pub(crate) struct Cell {
    /// Its `c`.
    pub(crate) node: NodeId,
    /// The number of its style.
    pub(crate) style: usize,
    /// What it holds.
    pub(crate) value: Value,
    /// It is worked out.
    pub(crate) has_formula: bool,
    /// The number of its text among those that cells share.
    pub(crate) shared: Option<usize>,
}

/// A row that the file has.
#[derive(Debug)]
pub(crate) struct Row {
    /// Its `row`.
    pub(crate) node: NodeId,
    /// The style of its cells that the file does not have.
    style: Option<usize>,
    /// Its height in points.
    height: Option<f64>,
    is_hidden: bool,
}

/// Columns that are alike.
#[derive(Debug)]
struct Columns {
    first: u32,
    last: u32,
    style: Option<usize>,
    /// In characters.
    width: Option<f64>,
    is_hidden: bool,
}

/// How a sheet is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Protection {
    /// Not at all.
    None,
    /// Its locked cells.
    Cells,
    /// Its locked cells, and what is drawn on it.
    All,
}

/// A sheet.
#[derive(Debug)]
pub(crate) struct Page {
    /// Its part.
    pub(crate) part: PartName,
    /// Its XML.
    pub(crate) tree: Tree,
    /// Its place among the workbook's sheets, from 0.
    pub(crate) number: usize,
    /// Its name.
    pub(crate) name: String,
    /// The candidate sees it.
    pub(crate) is_visible: bool,
    /// How it is protected.
    pub(crate) protection: Protection,
    /// The element around the rows.
    pub(crate) data: Option<NodeId>,
    /// The rows that the file has.
    pub(crate) rows: BTreeMap<u32, Row>,
    /// The cells that the file has.
    pub(crate) cells: BTreeMap<At, Cell>,
    /// The merged areas.
    pub(crate) merges: Vec<Area>,
    /// What may be written where.
    pub(crate) validations: Vec<Validation>,
    /// Notes and prompts, by the cell they belong to.
    pub(crate) notes: BTreeMap<At, String>,
    /// Option buttons and check boxes.
    pub(crate) controls: Vec<Control>,
    merged_rows: HashMap<u32, Vec<usize>>,
    tall_merges: Vec<usize>,
    columns: Vec<Columns>,
    styles: Vec<Style>,
    default_height: f64,
    default_width: f64,
}

/// Merges taller than this are looked through one by one.
const TALL: u32 = 400;
/// English metric units in a point.
const POINT: f64 = 12_700.0;
/// And in a pixel.
pub(crate) const PIXEL: f64 = 9_525.0;

impl Page {
    /// Reads a sheet.
    pub(crate) fn open(
        package: &Package,
        part: &PartName,
        number: usize,
        name: String,
        is_visible: bool,
        strings: &[String],
        styles: &Styles,
    ) -> Result<Self, Error> {
        let tree = package.tree(part)?;
        let root = tree.root();
        let data = tree.child(root, Ns::S, "sheetData");
        let format = tree.child(root, Ns::S, "sheetFormatPr");
        let measure = |name, usual| {
            format
                .and_then(|it| tree.attr(it, Ns::None, name)?.trim().parse().ok())
                .unwrap_or(usual)
        };
        let mut page = Self {
            part: part.clone(),
            number,
            name,
            is_visible,
            protection: protection(&tree),
            data,
            rows: BTreeMap::new(),
            cells: BTreeMap::new(),
            merges: merges(&tree),
            validations: Vec::new(),
            notes: BTreeMap::new(),
            controls: Vec::new(),
            merged_rows: HashMap::new(),
            tall_merges: Vec::new(),
            columns: columns(&tree),
            styles: Vec::new(),
            default_height: measure("defaultRowHeight", 15.0),
            default_width: measure("defaultColWidth", 8.43),
            tree,
        };
        page.index_merges();
        page.read_cells(strings);
        let used = page.cells.values().map(|it| it.style).max().unwrap_or(0);
        let other = page.columns.iter().filter_map(|it| it.style).max().unwrap_or(0);
        let in_rows = page.rows.values().filter_map(|it| it.style).max().unwrap_or(0);
        let most = used.max(other).max(in_rows).min(65_535);
        page.styles = (0..=most).map(|it| styles.of(it)).collect();
        page.validations = validation::read(&page.tree);
        page.notes = note::read(package, part)?;
        page.controls = control::read(package, &page)?;
        Ok(page)
    }

    fn index_merges(&mut self) {
        for (number, merge) in self.merges.iter().enumerate() {
            if merge.height() > TALL {
                self.tall_merges.push(number);
            } else {
                for row in merge.first.row..=merge.last.row {
                    self.merged_rows.entry(row).or_default().push(number);
                }
            }
        }
    }

    fn read_cells(&mut self, strings: &[String]) {
        let Some(data) = self.data else { return };
        let tree = &self.tree;
        let mut next_row = 0;
        for node in tree.children(data).filter(|it| tree.is(*it, Ns::S, "row")) {
            let attr = |name| tree.attr(node, Ns::None, name);
            let number = attr("r").and_then(|it| row(it.trim())).unwrap_or(next_row);
            if number >= ROWS {
                break;
            }
            next_row = number + 1;
            let own_style = attr("customFormat").is_some_and(|it| is_true(&it));
            let row = Row {
                node,
                style: attr("s").filter(|_| own_style).and_then(|it| it.trim().parse().ok()),
                height: attr("ht").and_then(|it| it.trim().parse().ok()),
                is_hidden: attr("hidden").is_some_and(|it| is_true(&it)),
            };
            self.rows.entry(number).or_insert(row);
            let mut next_column = 0;
            for node in tree.children(node).filter(|it| tree.is(*it, Ns::S, "c")) {
                let at = tree
                    .attr(node, Ns::None, "r")
                    .and_then(|it| At::parse(&it))
                    .unwrap_or(At::new(number, next_column));
                if at.column >= COLUMNS {
                    break;
                }
                next_column = at.column + 1;
                let style = tree.attr(node, Ns::None, "s").and_then(|it| it.trim().parse().ok());
                self.cells.entry(at).or_insert(Cell {
                    node,
                    style: style.unwrap_or(0),
                    value: value(tree, node, strings),
                    has_formula: tree.child(node, Ns::S, "f").is_some(),
                    shared: shared(tree, node),
                });
            }
        }
    }

    /// The merged area around a cell, or the cell alone.
    pub(crate) fn area(&self, at: At) -> Area {
        let near = self.merged_rows.get(&at.row).into_iter().flatten();
        near.chain(&self.tall_merges)
            .map(|it| self.merges[*it])
            .find(|it| it.contains(at))
            .unwrap_or(Area::cell(at))
    }

    /// Whether a cell shows something of its own: no merge hides it.
    pub(crate) fn is_first(&self, at: At) -> bool {
        self.area(at).first == at
    }

    /// What an area shows.
    pub(crate) fn value(&self, at: At) -> &Value {
        self.cells.get(&at).map_or(&Value::Empty, |it| &it.value)
    }

    /// The number of a cell's style, also where the file has no such cell.
    pub(crate) fn style_number(&self, at: At) -> Option<usize> {
        if let Some(cell) = self.cells.get(&at) {
            return Some(cell.style);
        }
        let row = self.rows.get(&at.row).and_then(|it| it.style);
        row.or_else(|| self.column(at.column).and_then(|it| it.style))
    }

    /// A cell's style, also where the file has no such cell.
    pub(crate) fn style(&self, at: At) -> Style {
        let number = self.style_number(at).unwrap_or(0);
        self.styles.get(number).copied().unwrap_or_default()
    }

    fn column(&self, number: u32) -> Option<&Columns> {
        self.columns.iter().find(|it| (it.first..=it.last).contains(&number))
    }

    /// Whether a cell's row or column is not shown.
    pub(crate) fn is_hidden(&self, at: At) -> bool {
        self.rows.get(&at.row).is_some_and(|it| it.is_hidden)
            || self.column(at.column).is_some_and(|it| it.is_hidden)
    }

    /// How wide a column is, in characters.
    pub(crate) fn width(&self, column: u32) -> f64 {
        match self.column(column) {
            Some(it) if it.is_hidden => 0.0,
            Some(Columns { width: Some(width), .. }) => *width,
            _ => self.default_width,
        }
    }

    /// How high a row is, in English metric units.
    pub(crate) fn height(&self, row: u32) -> f64 {
        let points = match self.rows.get(&row) {
            Some(it) if it.is_hidden => 0.0,
            Some(Row { height: Some(height), .. }) => *height,
            _ => self.default_height,
        };
        points * POINT
    }

    /// How wide a column is, in English metric units.
    pub(crate) fn breadth(&self, column: u32) -> f64 {
        (self.width(column) * 7.0 + 5.0) * PIXEL
    }

    /// The last row and column that the file has a cell in.
    pub(crate) fn end(&self) -> At {
        let row = self.cells.keys().map(|it| it.row).max().unwrap_or(0);
        let column = self.cells.keys().map(|it| it.column).max().unwrap_or(0);
        At::new(row, column)
    }

    /// Whether Excel lets a cell be changed.
    pub(crate) fn may_change(&self, at: At) -> bool {
        self.protection == Protection::None || !self.style(at).is_locked
    }
}

/// The number of a cell's text among those that cells share.
fn shared(tree: &Tree, cell: NodeId) -> Option<usize> {
    let is_shared = tree.attr(cell, Ns::None, "t").is_some_and(|it| it.trim() == "s");
    let number = tree.child(cell, Ns::S, "v").filter(|_| is_shared)?;
    tree.text(number).trim().parse().ok()
}

fn value(tree: &Tree, cell: NodeId, strings: &[String]) -> Value {
    let written = || tree.child(cell, Ns::S, "v").map(|it| tree.text(it)).unwrap_or_default();
    let kind = tree.attr(cell, Ns::None, "t").unwrap_or_default();
    match kind.trim() {
        "s" => {
            let text = shared(tree, cell).and_then(|it| strings.get(it));
            text.map_or(Value::Empty, |it| Value::Text(it.clone()))
        }
        "inlineStr" => {
            tree.child(cell, Ns::S, "is").map_or(Value::Empty, |it| Value::Text(text::of(tree, it)))
        }
        "str" | "d" => Value::Text(text::decode(&written())),
        "b" => Value::Bool(is_true(&written())),
        "e" => Value::Error,
        _ => written().trim().parse().map_or(Value::Empty, Value::Number),
    }
}

fn protection(tree: &Tree) -> Protection {
    let Some(node) = tree.child(tree.root(), Ns::S, "sheetProtection") else {
        return Protection::None;
    };
    let says = |name| tree.attr(node, Ns::None, name).is_some_and(|it| is_true(&it));
    match (says("sheet"), says("objects")) {
        (false, _) => Protection::None,
        (true, false) => Protection::Cells,
        (true, true) => Protection::All,
    }
}

fn merges(tree: &Tree) -> Vec<Area> {
    let list = tree.child(tree.root(), Ns::S, "mergeCells");
    let merges = list.into_iter().flat_map(|it| tree.children(it));
    merges.filter_map(|it| Area::parse(&tree.attr(it, Ns::None, "ref")?)).collect()
}

fn columns(tree: &Tree) -> Vec<Columns> {
    let list = tree.child(tree.root(), Ns::S, "cols");
    let columns = list.into_iter().flat_map(|it| tree.children(it));
    columns
        .filter_map(|it| {
            let attr = |name| tree.attr(it, Ns::None, name);
            let number = |name| -> Option<u32> { attr(name)?.trim().parse().ok() };
            Some(Columns {
                first: number("min")?.checked_sub(1)?,
                last: number("max")?.checked_sub(1)?,
                style: attr("style").and_then(|it| it.trim().parse().ok()),
                width: attr("width").and_then(|it| it.trim().parse().ok()),
                is_hidden: attr("hidden").is_some_and(|it| is_true(&it)),
            })
        })
        .collect()
}
