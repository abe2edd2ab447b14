//! Styles, lists, theme and fonts, for a reader that pastes their values into a style sheet.
//!
//! A value that could end its rule and begin another, or name an address, is
//! emptied. The marks of lists drawn in symbol fonts become Unicode.

use ooxml::{Edit, NodeId, Ns, Tree, escape};

use super::symbols;

/// The attributes that the reader takes into the style sheet.
const PASTED: &[&str] = &[
    "val",
    "fill",
    "color",
    "ascii",
    "hAnsi",
    "eastAsia",
    "cs",
    "styleId",
    "name",
    "w",
    "sz",
    "space",
    "left",
    "right",
    "start",
    "end",
    "hanging",
    "firstLine",
    "before",
    "after",
    "line",
    "themeColor",
    "typeface",
    "lastClr",
    "leader",
    "pos",
];

/// What no colour, length or font's name has.
const FOREIGN: &[char] = &['{', '}', ';', '<', '\\', '@', '(', '"', '\n', '\r'];

/// What a tag has in it when one of its values may have any of them.
const SUSPECT: &[char] = &['{', '}', ';', '\\', '@', '(', '\n', '\r'];

/// Makes one such part harmless.
pub(super) struct Plain<'a> {
    tree: &'a Tree,
}

impl<'a> Plain<'a> {
    /// For this part.
    pub(super) fn new(tree: &'a Tree) -> Self {
        Self { tree }
    }

    /// What is to change.
    pub(super) fn edits(&self) -> Vec<Edit> {
        let tree = self.tree;
        let mut edits = Vec::new();
        for node in tree.descendants(tree.root()) {
            if tree.is(node, Ns::W, "lvlText") {
                edits.extend(self.list_mark(node));
                continue;
            }
            let tag = &tree.source()[tree.range(node).start + 1..tree.inner(node).start];
            // A style's own name is never pasted.
            if tree.is(node, Ns::W, "name") || !tag.contains(SUSPECT) {
                continue;
            }
            for name in PASTED {
                for ns in [Ns::W, Ns::None] {
                    if let Some(value) = tree.attr_range(node, ns, name)
                        && tree.attr(node, ns, name).is_some_and(|it| it.contains(FOREIGN))
                    {
                        edits.push(Edit::delete(value));
                    }
                }
            }
        }
        edits
    }

    /// A list's mark: it comes to stand between quotes.
    fn list_mark(&self, node: NodeId) -> Option<Edit> {
        let tree = self.tree;
        let value = tree.attr(node, Ns::W, "val")?;
        let fonts = tree
            .parent(node)
            .and_then(|it| tree.child(it, Ns::W, "rPr"))
            .and_then(|it| tree.child(it, Ns::W, "rFonts"));
        let font = fonts
            .and_then(|it| tree.attr(it, Ns::W, "ascii").or_else(|| tree.attr(it, Ns::W, "hAnsi")));
        let shown: String = value
            .chars()
            .filter(|it| !matches!(it, '"' | '\\' | '\n' | '\r'))
            // Numbers are put in by their place (`%1`) and drawn by the page.
            .map(|it| {
                if value.contains('%') {
                    it
                } else {
                    symbols::unicode(font.as_deref(), it).unwrap_or(it)
                }
            })
            .collect();
        let range = tree.attr_range(node, Ns::W, "val")?;
        (shown != value).then(|| Edit::replace(range, escape(&shown)))
    }
}
