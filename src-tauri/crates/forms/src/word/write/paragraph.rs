//! A paragraph's own properties, for the few that an answer needs changed.

use ooxml::{Edit, NodeId, Ns};

use super::{Pen, names::Names};

/// The order of `w:pPr`'s children (ECMA-376 part 1, 17.3.1.26).
const ORDER: &[&str] = &[
    "pStyle",
    "keepNext",
    "keepLines",
    "pageBreakBefore",
    "framePr",
    "widowControl",
    "numPr",
    "suppressLineNumbers",
    "pBdr",
    "shd",
    "tabs",
    "suppressAutoHyphens",
    "kinsoku",
    "wordWrap",
    "overflowPunct",
    "topLinePunct",
    "autoSpaceDE",
    "autoSpaceDN",
    "bidi",
    "adjustRightInd",
    "snapToGrid",
    "spacing",
    "ind",
    "contextualSpacing",
    "mirrorIndents",
    "suppressOverlap",
    "jc",
    "textDirection",
    "textAlignment",
    "textboxTightWrap",
    "outlineLvl",
    "divId",
    "cnfStyle",
    "rPr",
    "sectPr",
    "pPrChange",
];

impl Pen<'_> {
    /// Gives a paragraph these properties, in the schema's order, each instead of
    /// the one of that name. Nothing else may be put into a paragraph that closes itself.
    pub(super) fn set_paragraph(&mut self, paragraph: NodeId, properties: &[(&str, String)]) {
        let tree = &self.story.tree;
        let all: String = properties.iter().map(|it| it.1.as_str()).collect();
        let Some(own) = tree.child(paragraph, Ns::W, "pPr") else {
            let xml = Names::of(tree, paragraph).around("pPr", &all);
            let edit = if tree.is_self_closed(paragraph) {
                tree.append(paragraph, &xml)
            } else {
                Edit::insert(tree.inner(paragraph).start, xml)
            };
            return self.edits.push(edit);
        };
        if tree.is_self_closed(own) {
            let xml = Names::of(tree, own).around("pPr", &all);
            self.edits.push(Edit::replace(tree.range(own), xml));
            return;
        }
        let rank = |local: &str| ORDER.iter().position(|it| *it == local).unwrap_or(ORDER.len());
        for (local, xml) in properties {
            let edit = if let Some(old) = tree.child(own, Ns::W, local) {
                Edit::replace(tree.range(old), xml.clone())
            } else {
                let next = tree.children(own).find(|it| rank(tree.local(*it)) > rank(local));
                Edit::insert(
                    next.map_or(tree.inner(own).end, |it| tree.range(it).start),
                    xml.clone(),
                )
            };
            self.edits.push(edit);
        }
    }

    /// Whether a paragraph says how it is aligned.
    pub(super) fn is_aligned(&self, paragraph: NodeId) -> bool {
        let tree = &self.story.tree;
        tree.child(paragraph, Ns::W, "pPr").is_some_and(|it| tree.child(it, Ns::W, "jc").is_some())
    }
}
