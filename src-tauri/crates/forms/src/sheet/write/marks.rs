//! Boxes printed in a cell's words, ticked where they stand.
//!
//! The words stay in the cell, with their runs and colours: an inline text is
//! changed in its place, one that cells share is copied into the cell.

use ooxml::{Chars, Edit, NodeId, Ns, Tree, splice};

use crate::{
    sheet::page::{Cell, Page},
    word::glyphs,
};

/// The edits that tick the chosen boxes of a cell, and no others.
/// `None`: the cell's words are not where they were.
pub(super) fn ticked(
    page: &Page,
    cell: &Cell,
    strings: Option<&Tree>,
    chosen: &[usize],
) -> Option<Vec<Edit>> {
    let tree = &page.tree;
    if let Some(inline) = tree.child(cell.node, Ns::S, "is") {
        return Some(boxes(tree, inline, chosen));
    }
    let strings = strings?;
    let number = cell.shared?;
    let entries = strings.children(strings.root()).filter(|it| strings.is(*it, Ns::S, "si"));
    let entry = entries.into_iter().nth(number)?;
    let edits = boxes(strings, entry, chosen);
    if edits.is_empty() {
        return Some(Vec::new());
    }
    let prefix = tree.prefix(cell.node);
    if strings.prefix(entry) != prefix {
        return None;
    }
    let whole = splice(strings.source(), &edits).ok()?;
    // A box and its tick may differ in length.
    let grown = whole.len() as i128 - strings.source().len() as i128;
    let inner = strings.inner(entry);
    let end = usize::try_from(inner.end as i128 + grown).ok()?;
    let words = whole.get(inner.start..end)?;
    let value = tree.child(cell.node, Ns::S, "v")?;
    let kind = tree.attr_range(cell.node, Ns::None, "t")?;
    let inline = format!("<{prefix}is>{words}</{prefix}is>");
    Some(vec![Edit::replace(kind, "inlineStr"), Edit::replace(tree.range(value), inline)])
}

/// The edits of the boxes of one text.
fn boxes(tree: &Tree, text: NodeId, chosen: &[usize]) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut number = 0;
    let in_help = |it: NodeId| tree.ancestors(it).any(|it| tree.is(it, Ns::S, "rPh"));
    for node in tree.descendants(text).filter(|it| tree.is(*it, Ns::S, "t") && !in_help(*it)) {
        let chars: Chars<'_> = tree.chars(node);
        for (c, range) in chars {
            let Some(was_on) = glyphs::state(c) else { continue };
            let is_on = chosen.contains(&number);
            number += 1;
            if was_on != is_on {
                let new = if is_on { glyphs::ticked(c) } else { glyphs::unticked(c) };
                edits.push(Edit::replace(range, new.to_string()));
            }
        }
    }
    edits
}
