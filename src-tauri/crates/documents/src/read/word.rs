//! Word: the text of the page and its headers, the properties, the page count as last saved.

use ooxml::{NodeId, Ns, Package, Tree, relation};

use super::Contents;
use crate::{CvKind, Error};

/// Reads a Word package.
pub(super) fn read(package: &Package, name: &str) -> Result<Contents, Error> {
    let damaged = |error: ooxml::Error| Error::Damaged {
        name: name.into(),
        kind: CvKind::Word,
        reason: error.to_string(),
    };
    let mut contents = Contents::default();
    // A name and an address often stand in the header alone.
    let headers: Vec<_> = package.related(package.main_part(), relation::HEADER).collect();
    for part in headers {
        let tree = package.tree(part).map_err(damaged)?;
        words(&tree, &mut contents.text);
    }
    let tree = package.tree(package.main_part()).map_err(damaged)?;
    words(&tree, &mut contents.text);
    properties(package, &mut contents);
    Ok(contents)
}

/// Properties are a courtesy: without them, or with broken ones, the CV is still a CV.
fn properties(package: &Package, contents: &mut Contents) {
    let root = ooxml::PartName::package();
    let tree = |kind| package.related(&root, kind).next().and_then(|it| package.tree(it).ok());
    let value = |tree: &Tree, local: &str| {
        let found = tree.children(tree.root()).find(|it| tree.local(*it) == local)?;
        Some(tree.text(found))
    };
    if let Some(core) = tree(relation::CORE_PROPERTIES) {
        contents.title = value(&core, "title");
        contents.author = value(&core, "creator");
    }
    if let Some(extended) = tree(relation::EXTENDED_PROPERTIES) {
        let pages = value(&extended, "Pages").and_then(|it| it.trim().parse().ok());
        contents.pages = pages.filter(|it| *it > 0);
    }
}

/// The words in reading order: a line for each paragraph, a tab between cells.
fn words(tree: &Tree, text: &mut String) {
    for id in tree.descendants(tree.root()) {
        if tree.ns(id) != Ns::W || is_hidden(tree, id) {
            continue;
        }
        match tree.local(id) {
            "tc" if is_beside(tree, id) => {
                text.truncate(text.trim_end_matches('\n').len());
                text.push('\t');
            }
            "p" if !text.is_empty() && !text.ends_with(['\n', '\t']) => text.push('\n'),
            "t" => text.push_str(&tree.text(id)),
            "tab" if tree.parent(id).is_some_and(|it| tree.is(it, Ns::W, "r")) => text.push('\t'),
            "br" | "cr" => text.push('\n'),
            "noBreakHyphen" => text.push('-'),
            _ => {}
        }
    }
    if !text.is_empty() {
        text.push('\n');
    }
}

/// Whether a cell is read in one line with the one before it. Cells of several
/// paragraphs are columns of a page: each is read by itself.
fn is_beside(tree: &Tree, cell: NodeId) -> bool {
    let cells = tree.parent(cell).into_iter().flat_map(|row| tree.children(row));
    let before = cells.take_while(|it| *it != cell).filter(|it| tree.is(*it, Ns::W, "tc")).last();
    let is_line =
        |it: NodeId| tree.descendants(it).filter(|it| tree.is(*it, Ns::W, "p")).count() == 1;
    before.is_some_and(|it| is_line(it) && is_line(cell))
}

/// Text that stands twice (`mc:Fallback`), was deleted, or is moved away.
fn is_hidden(tree: &Tree, id: NodeId) -> bool {
    tree.ancestors(id).any(|it| {
        tree.is(it, Ns::Mc, "Fallback")
            || tree.is(it, Ns::W, "del")
            || tree.is(it, Ns::W, "moveFrom")
    })
}
