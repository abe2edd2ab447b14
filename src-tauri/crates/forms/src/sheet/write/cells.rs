//! Values put into a sheet's cells, by edits.
//!
//! Words go in as inline strings, so that the texts that cells share stay as
//! they are. A cell keeps its style; one that the file lacks gets that of its
//! row or column. New rows and cells stand where their order wants them.

use std::collections::BTreeMap;

use ooxml::{Edit, NodeId, Ns};

use crate::sheet::{
    page::{Cell, Page, Value},
    place::At,
    text,
};

/// The edits that give cells of a sheet their values.
pub(super) fn edits(page: &Page, values: &BTreeMap<At, &Value>) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut rows: BTreeMap<u32, Vec<(At, &Value)>> = BTreeMap::new();
    for (at, value) in values {
        match page.cells.get(at) {
            Some(cell) => edits.extend(in_place(page, cell, value)),
            None => rows.entry(at.row).or_default().push((*at, *value)),
        }
    }
    let Some(data) = page.data else { return edits };
    let tree = &page.tree;
    let prefix = tree.prefix(data);
    let mut at_end = String::new();
    for (number, cells) in rows {
        if let Some(row) = page.rows.get(&number) {
            edits.extend(in_row(page, row.node, &cells, prefix));
            continue;
        }
        let cells: String = cells.iter().map(|it| new_cell(page, prefix, it.0, it.1)).collect();
        let row = format!("<{prefix}row r=\"{}\">{cells}</{prefix}row>", number + 1);
        match page.rows.range(number..).next() {
            Some((_, next)) => edits.push(Edit::insert(tree.range(next.node).start, row)),
            None => at_end.push_str(&row),
        }
    }
    if !at_end.is_empty() {
        edits.push(tree.append(data, &at_end));
    }
    edits
}

/// Cells put between those that a row has.
fn in_row(page: &Page, row: NodeId, cells: &[(At, &Value)], prefix: &str) -> Vec<Edit> {
    let tree = &page.tree;
    let mut edits = Vec::new();
    let mut at_end = String::new();
    for (at, value) in cells {
        let cell = new_cell(page, prefix, *at, value);
        let rest = page.cells.range(*at..At::new(at.row + 1, 0));
        // A row may stand in the file twice; its cells are put before those of the same one.
        match rest.map(|(_, it)| it.node).find(|it| tree.parent(*it) == Some(row)) {
            Some(next) => edits.push(Edit::insert(tree.range(next).start, cell)),
            None => at_end.push_str(&cell),
        }
    }
    if !at_end.is_empty() {
        let after_cells = tree.children(row).filter(|it| tree.is(*it, Ns::S, "c")).last();
        edits.push(match after_cells {
            Some(last) => Edit::insert(tree.range(last).end, at_end),
            None => tree.append(row, &at_end),
        });
    }
    edits
}

fn new_cell(page: &Page, prefix: &str, at: At, value: &Value) -> String {
    let style = match page.style_number(at) {
        Some(style) if style > 0 => format!(" s=\"{style}\""),
        _ => String::new(),
    };
    let (kind, content) = written(value, prefix);
    format!("<{prefix}c r=\"{at}\"{style}{}>{content}</{prefix}c>", typed(kind))
}

/// A value put into a cell that is there.
fn in_place(page: &Page, cell: &Cell, value: &Value) -> Vec<Edit> {
    if cell.value == *value {
        return Vec::new();
    }
    let tree = &page.tree;
    let node = cell.node;
    let prefix = tree.prefix(node);
    let (kind, content) = written(value, prefix);
    let inner = tree.inner(node);
    let old_kind = tree.attr_range(node, Ns::None, "t");
    let mut edits = Vec::new();
    let new_kind = match (&old_kind, kind) {
        (Some(range), kind) => {
            edits.push(Edit::replace(range.clone(), kind.unwrap_or("n")));
            String::new()
        }
        (None, kind) => typed(kind),
    };
    if tree.is_self_closed(node) {
        let text = format!("{new_kind}>{content}</{prefix}c>");
        edits.push(Edit::replace(inner.start..tree.range(node).end, text));
        return edits;
    }
    if !new_kind.is_empty() {
        edits.push(Edit::insert(inner.start - 1, new_kind));
    }
    let is_value = |it: &NodeId| tree.is(*it, Ns::S, "v") || tree.is(*it, Ns::S, "is");
    let mut old = tree.children(node).filter(is_value);
    match old.next() {
        Some(first) => {
            edits.push(Edit::replace(tree.range(first), content));
            edits.extend(old.map(|it| Edit::delete(tree.range(it))));
        }
        None => edits.push(Edit::insert(inner.start, content)),
    }
    edits
}

fn typed(kind: Option<&str>) -> String {
    kind.map(|it| format!(" t=\"{it}\"")).unwrap_or_default()
}

/// A value's type, and what stands between the cell's tags.
fn written(value: &Value, prefix: &str) -> (Option<&'static str>, String) {
    let value_of = |words: &str| format!("<{prefix}v>{words}</{prefix}v>");
    match value {
        Value::Number(number) => (None, value_of(&number.to_string())),
        Value::Bool(yes) => (Some("b"), value_of(if *yes { "1" } else { "0" })),
        Value::Text(words) => {
            let space = if words.trim() == words && !words.contains(['\n', '\t']) {
                ""
            } else {
                " xml:space=\"preserve\""
            };
            let words = text::encode(words);
            let inline = format!("<{prefix}is><{prefix}t{space}>{words}</{prefix}t></{prefix}is>");
            (Some("inlineStr"), inline)
        }
        Value::Empty | Value::Error => (None, String::new()),
    }
}
