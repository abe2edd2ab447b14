//! A story: a Word part that holds text, with its paragraphs and tables counted
//! in document order.

use std::collections::HashMap;

use ooxml::{NodeId, Ns, PartName, Tree};

use super::atoms::{Atom, atoms};

/// A part with text: the body, a header, a footer, notes.
#[derive(Debug)]
pub(crate) struct Story {
    /// Its name in the package.
    pub(crate) part: PartName,
    /// Its XML.
    pub(crate) tree: Tree,
    /// Every `w:p` outside `mc:Fallback`.
    pub(crate) paragraphs: Vec<NodeId>,
    /// Every `w:tbl` outside `mc:Fallback`.
    pub(crate) tables: Vec<NodeId>,
    numbers: HashMap<NodeId, usize>,
    atoms: HashMap<NodeId, Vec<Atom>>,
    twins: HashMap<NodeId, NodeId>,
}

/// What stands in a body, a cell or a text box, one after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Block {
    /// A `w:p`.
    Paragraph(NodeId),
    /// A `w:tbl`.
    Table(NodeId),
}

impl Story {
    /// Reads a part.
    pub(crate) fn new(part: PartName, tree: Tree) -> Self {
        let mut story = Self {
            part,
            tree,
            paragraphs: Vec::new(),
            tables: Vec::new(),
            numbers: HashMap::new(),
            atoms: HashMap::new(),
            twins: HashMap::new(),
        };
        let root = story.tree.root();
        let mut fallback_end = 0;
        for node in story.tree.descendants(root) {
            let range = story.tree.range(node);
            if range.start < fallback_end {
                continue;
            }
            match (story.tree.ns(node), story.tree.local(node)) {
                (Ns::Mc, "Fallback") => fallback_end = range.end,
                (Ns::W, "p") => {
                    story.numbers.insert(node, story.paragraphs.len());
                    story.paragraphs.push(node);
                }
                (Ns::W, "tbl") => {
                    story.numbers.insert(node, story.tables.len());
                    story.tables.push(node);
                }
                _ => {}
            }
        }
        for paragraph in &story.paragraphs {
            story.atoms.insert(*paragraph, atoms(&story.tree, *paragraph));
        }
        story.twins = twins(&story.tree);
        story
    }

    /// The number of a paragraph or table of this story, from 0.
    pub(crate) fn number(&self, node: NodeId) -> usize {
        self.numbers.get(&node).copied().unwrap_or_default()
    }

    /// The atoms of a paragraph of this story.
    pub(crate) fn atoms(&self, paragraph: NodeId) -> &[Atom] {
        self.atoms.get(&paragraph).map_or(&[], Vec::as_slice)
    }

    /// The same paragraph in `mc:Fallback`: a text box is written twice.
    pub(crate) fn twin(&self, paragraph: NodeId) -> Option<NodeId> {
        self.twins.get(&paragraph).copied()
    }

    /// The paragraphs and tables directly inside `container` (`w:body`, `w:tc`,
    /// `w:txbxContent`, `w:hdr` …), controls around them seen through.
    pub(crate) fn blocks(&self, container: NodeId) -> Vec<Block> {
        let mut blocks = Vec::new();
        self.gather(container, &mut blocks);
        blocks
    }

    fn gather(&self, node: NodeId, blocks: &mut Vec<Block>) {
        let tree = &self.tree;
        for child in tree.children(node) {
            match (tree.ns(child), tree.local(child)) {
                (Ns::W, "p") => blocks.push(Block::Paragraph(child)),
                (Ns::W, "tbl") => blocks.push(Block::Table(child)),
                (Ns::W, "sdt" | "sdtContent" | "customXml" | "smartTag" | "ins" | "moveTo")
                | (Ns::Mc, "AlternateContent" | "Choice") => self.gather(child, blocks),
                _ => {}
            }
        }
    }

    /// The `w:txbxContent` elements anchored in a paragraph, outermost first.
    pub(crate) fn text_boxes(&self, paragraph: NodeId) -> Vec<NodeId> {
        let tree = &self.tree;
        let mut skip_to = 0;
        let mut boxes = Vec::new();
        for node in tree.descendants(paragraph) {
            let range = tree.range(node);
            if range.start < skip_to {
                continue;
            }
            if tree.is(node, Ns::Mc, "Fallback") {
                skip_to = range.end;
            } else if tree.is(node, Ns::W, "txbxContent") {
                boxes.push(node);
                skip_to = range.end;
            }
        }
        boxes
    }
}

/// Pairs the paragraphs of each `mc:Choice` with those of its `mc:Fallback`,
/// where both have as many.
fn twins(tree: &Tree) -> HashMap<NodeId, NodeId> {
    let mut pairs = HashMap::new();
    for alternate in tree.descendants(tree.root()) {
        if !tree.is(alternate, Ns::Mc, "AlternateContent") {
            continue;
        }
        let (Some(choice), Some(fallback)) =
            (tree.child(alternate, Ns::Mc, "Choice"), tree.child(alternate, Ns::Mc, "Fallback"))
        else {
            continue;
        };
        let paragraphs = |node| -> Vec<NodeId> {
            tree.descendants(node).filter(|it| tree.is(*it, Ns::W, "p")).collect()
        };
        let (chosen, other) = (paragraphs(choice), paragraphs(fallback));
        if chosen.len() == other.len() {
            pairs.extend(chosen.into_iter().zip(other));
        }
    }
    pairs
}
