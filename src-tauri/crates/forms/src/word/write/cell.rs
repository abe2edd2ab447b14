//! Answers that have a place of their own: a cell, a prompt in a cell, lines below a label.

use ooxml::{Edit, NodeId, Ns};

use super::{Pen, Refused, ink, ink::Spot, names::Names, run::Properties};
use crate::word::{
    atoms::{Atom, AtomKind},
    blank::Line,
    glyphs,
    story::Block,
};

impl Pen<'_> {
    /// Into the first paragraph of an empty cell.
    pub(super) fn cell(&mut self, cell: NodeId, text: &str) -> Result<(), Refused> {
        let paragraph = self.paragraphs_of(cell).next().ok_or(Refused::NoPlace)?;
        let label = if self.own_looks(paragraph).is_some() { None } else { self.label_of(cell) };
        self.fill_empty(paragraph, text, label)
    }

    /// Over the printed words of a cell.
    pub(super) fn prompt(&mut self, cell: NodeId, text: &str) -> Result<(), Refused> {
        let mut is_written = false;
        let paragraphs: Vec<NodeId> = self.paragraphs_of(cell).collect();
        for node in paragraphs {
            let paragraph = self.paragraph(node);
            let all = 0..paragraph.atoms.len();
            match paragraph.atoms.iter().find(|it| is_printed(it)) {
                Some(first) if !is_written => {
                    self.occupy(node)?;
                    let drawn =
                        Properties::of_run(&self.story.tree, first.run).for_prompt().readable();
                    self.put(&paragraph, &Spot::Over(all), text, &drawn);
                    is_written = true;
                }
                _ => self.erase(&paragraph.atoms, all),
            }
        }
        if is_written { Ok(()) } else { self.cell(cell, text) }
    }

    /// Into the empty paragraphs below a label, or on a new line after it.
    pub(super) fn below(
        &mut self,
        label: NodeId,
        lines: &[NodeId],
        text: &str,
    ) -> Result<(), Refused> {
        let lent = self.printed_run(label);
        let parts: Vec<&str> = text.lines().collect();
        match lines {
            [] => {
                self.occupy(label)?;
                let paragraph = self.paragraph(label);
                let last = paragraph.atoms.iter().rposition(|it| it.kind == AtomKind::Text);
                let drawn = match last {
                    Some(last) => Properties::of_run(&self.story.tree, paragraph.atoms[last].run)
                        .beside_label()
                        .readable(),
                    None => self.looks_in(label, lent),
                };
                let spot = match last {
                    Some(last) if last + 1 == paragraph.atoms.len() => Spot::After(last),
                    _ => Spot::End,
                };
                self.put(&paragraph, &spot, &format!("\n{text}"), &drawn);
            }
            lines if lines.len() >= parts.len() => {
                for (line, part) in lines.iter().zip(parts) {
                    if !part.trim().is_empty() {
                        self.fill_empty(*line, part, lent)?;
                    }
                }
            }
            [first, ..] => self.fill_empty(*first, text, lent)?,
        }
        Ok(())
    }

    /// One character for each cell.
    pub(super) fn digits(&mut self, cells: &[NodeId], text: &str) -> Result<(), Refused> {
        let all: Vec<char> = text.chars().filter(|it| !it.is_whitespace()).collect();
        let bare: Vec<char> = all.iter().copied().filter(|it| it.is_alphanumeric()).collect();
        let chosen = if all.len() <= cells.len() { all } else { bare };
        if chosen.len() > cells.len() {
            return Err(Refused::TooLong { limit: cells.len(), given: chosen.len() });
        }
        for (cell, c) in cells.iter().zip(chosen) {
            self.cell(*cell, c.encode_utf8(&mut [0; 4]))?;
        }
        Ok(())
    }

    /// Into a paragraph that holds no words, though perhaps white space or a line.
    fn fill_empty(
        &mut self,
        node: NodeId,
        text: &str,
        label: Option<NodeId>,
    ) -> Result<(), Refused> {
        self.occupy(node)?;
        let tree = &self.story.tree;
        let paragraph = self.paragraph(node);
        let atoms = &paragraph.atoms;
        let is_text = |it: &Atom| it.kind == AtomKind::Text;
        let range = atoms.iter().position(is_text).zip(atoms.iter().rposition(is_text));
        if let Some((first, last)) = range {
            let range = first..last + 1;
            let stretch = &atoms[range.clone()];
            if stretch.iter().any(is_printed) {
                let drawn = Properties::of_run(tree, atoms[last].run).beside_label().readable();
                self.put(&paragraph, &Spot::After(last), text, &drawn);
            } else if stretch.iter().any(|it| glyphs::is_filler(it.c)) {
                self.on_line(&paragraph, range, Line::Underscores, text);
            } else if stretch.iter().any(|it| it.underlined) {
                self.on_line(&paragraph, range, Line::Underlined, text);
            } else {
                let drawn = Properties::of_run(tree, atoms[first].run).for_answer().readable();
                self.put(&paragraph, &Spot::Over(range), text, &drawn);
            }
            return Ok(());
        }
        let drawn = self.looks_in(node, label);
        let empty = tree
            .children(node)
            .filter(|it| tree.is(*it, Ns::W, "r") && ink::is_simple(tree, *it))
            .last();
        match empty {
            Some(run) => {
                let drawn = drawn.for_words(text);
                let xml = ink::run(&Names::of(tree, node), &drawn, text);
                self.edits.push(Edit::insert(tree.range(run).end, xml));
            }
            None => self.append(node, text, &drawn),
        }
        Ok(())
    }

    /// How words look in a paragraph that has none: as it says itself, or in the
    /// font and size of the label.
    pub(super) fn looks_in(&self, paragraph: NodeId, label: Option<NodeId>) -> Properties {
        if let Some(own) = self.own_looks(paragraph) {
            return own;
        }
        let tree = &self.story.tree;
        let names = Names::of(tree, paragraph);
        let same_style = |run: &NodeId| {
            let around = tree.ancestors(*run).find(|it| tree.is(*it, Ns::W, "p"));
            around.is_some_and(|it| self.style_of(it) == self.style_of(paragraph))
        };
        match label.filter(same_style) {
            Some(run) => Properties::of_run(tree, run).lent(&names).readable(),
            None => Properties::none(names),
        }
    }

    /// What a paragraph without words says of how they would look: its last empty
    /// run, or its mark.
    fn own_looks(&self, paragraph: NodeId) -> Option<Properties> {
        let tree = &self.story.tree;
        let last = tree.children(paragraph).filter(|it| tree.is(*it, Ns::W, "r")).last();
        let own = last.filter(|it| tree.child(*it, Ns::W, "rPr").is_some());
        let own = own.map(|it| Properties::of_run(tree, it));
        let own = own.or_else(|| Properties::of_mark(tree, paragraph))?;
        Some(own.for_answer().readable())
    }

    fn style_of(&self, paragraph: NodeId) -> Option<String> {
        let tree = &self.story.tree;
        let style = tree.child(tree.child(paragraph, Ns::W, "pPr")?, Ns::W, "pStyle")?;
        tree.attr(style, Ns::W, "val").map(std::borrow::Cow::into_owned)
    }

    /// The paragraphs directly inside a cell or text box.
    pub(super) fn paragraphs_of(&self, container: NodeId) -> impl Iterator<Item = NodeId> + use<> {
        let blocks = self.story.blocks(container).into_iter();
        blocks.filter_map(|it| if let Block::Paragraph(node) = it { Some(node) } else { None })
    }

    /// The run of the first printed word of a paragraph.
    pub(super) fn printed_run(&self, paragraph: NodeId) -> Option<NodeId> {
        self.paragraph(paragraph).atoms.iter().find(|it| is_printed(it)).map(|it| it.run)
    }

    /// The run of the printed words nearest to a cell: before it in its row, after
    /// it in its row, before it in its table.
    pub(super) fn label_of(&self, cell: NodeId) -> Option<NodeId> {
        let tree = &self.story.tree;
        let around = |local| tree.ancestors(cell).find(|it| tree.is(*it, Ns::W, local));
        let at = tree.range(cell).start;
        let paragraphs = |container: Option<NodeId>| -> Vec<NodeId> {
            let inside = container.into_iter().flat_map(|it| tree.descendants(it));
            inside.filter(|it| tree.is(*it, Ns::W, "p")).collect()
        };
        let row = paragraphs(around("tr"));
        let is_before = |it: &&NodeId| tree.range(**it).start < at;
        let printed = |it: &NodeId| self.printed_run(*it);
        (row.iter().rev().filter(is_before).find_map(printed))
            .or_else(|| row.iter().find_map(printed))
            .or_else(|| paragraphs(around("tbl")).iter().rev().filter(is_before).find_map(printed))
    }
}

/// Whether an atom is a word somebody printed, rather than a place to write.
pub(super) fn is_printed(atom: &Atom) -> bool {
    atom.kind == AtomKind::Text && !atom.is_blank()
}
