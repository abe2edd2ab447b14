//! Notes at cells: what the form says about how to answer.

use std::collections::BTreeMap;

use ooxml::{Error, Ns, Package, PartName, relation};

use super::{place::At, text};

/// The notes of a sheet, by cell.
pub(crate) fn read(package: &Package, sheet: &PartName) -> Result<BTreeMap<At, String>, Error> {
    let mut notes = BTreeMap::new();
    for part in package.related(sheet, relation::COMMENTS) {
        let tree = package.tree(part)?;
        for node in tree.descendants(tree.root()).filter(|it| tree.is(*it, Ns::S, "comment")) {
            let at = tree.attr(node, Ns::None, "ref").and_then(|it| At::parse(&it));
            let words = tree.child(node, Ns::S, "text").map(|it| text::of(&tree, it));
            if let (Some(at), Some(words)) = (at, words) {
                notes.entry(at).or_insert(words);
            }
        }
    }
    Ok(notes)
}
