//! Ticks, in the way each form draws its boxes.

use ooxml::{Edit, NodeId, Ns};

use super::{
    Pen, Refused,
    ink::Spot,
    names::Names,
    run::{Properties, font_of, is_symbol_font},
};
use crate::word::{
    atoms::{Atom, AtomKind},
    blank::{Stretch, Tick},
    glyphs,
};

/// Draws every tick we write, on Windows; elsewhere the system finds another font.
const TICK_FONT: &str = "Segoe UI Symbol";
/// The tick of Chinese forms, which Latin fonts have too.
const TICK: &str = "√";

/// Whether a box is to be ticked or emptied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    On,
    Off,
}

impl Pen<'_> {
    /// Ticks the chosen options, and empties the others where the form ticked them.
    pub(super) fn ticks(&mut self, ticks: &[Tick], chosen: &[usize]) -> Result<(), Refused> {
        if chosen.iter().any(|it| *it >= ticks.len()) {
            return Err(Refused::NotInList);
        }
        for (number, tick) in ticks.iter().enumerate() {
            if chosen.contains(&number) {
                self.tick(tick, Mark::On)?;
            } else if self.is_ticked(tick) {
                self.tick(tick, Mark::Off)?;
            }
        }
        Ok(())
    }

    fn tick(&mut self, tick: &Tick, mark: Mark) -> Result<(), Refused> {
        match (tick, mark) {
            (Tick::Glyph(stretch), _) => self.glyph(stretch, mark),
            (Tick::Control(control), _) => self.check_control(*control, mark),
            (Tick::FormField(run), _) => self.check_field(*run, mark),
            (Tick::Brackets(stretch), Mark::On) => {
                let (paragraph, range) = self.stretch(stretch);
                self.in_brackets(&paragraph, range, TICK);
                Ok(())
            }
            (Tick::Bare(stretch), Mark::On) => self.beside_word(stretch),
            (Tick::Cell(cell), Mark::On) => self.tick_cell(*cell),
            (Tick::Brackets(_) | Tick::Bare(_) | Tick::Cell(_), Mark::Off) => {
                Err(Refused::Mismatch)
            }
        }
    }

    fn is_ticked(&self, tick: &Tick) -> bool {
        let tree = &self.story.tree;
        match tick {
            Tick::Glyph(stretch) => {
                let (paragraph, range) = self.stretch(stretch);
                paragraph.atoms[range].iter().any(|it| it.is_ticked() == Some(true))
            }
            Tick::Control(node) | Tick::FormField(node) => {
                let around = tree.ancestors(*node).find(|it| tree.is(*it, Ns::W, "p"));
                let inside = tree.descendants(*node).find(|it| tree.is(*it, Ns::W, "p"));
                around.or(inside).is_some_and(|it| {
                    let paragraph = self.paragraph(it);
                    paragraph
                        .atoms
                        .iter()
                        .any(|it| it.node == *node && it.is_ticked() == Some(true))
                })
            }
            Tick::Brackets(_) | Tick::Bare(_) | Tick::Cell(_) => false,
        }
    }

    /// Another glyph in the place of one, or another code of the same symbol font.
    fn glyph(&mut self, stretch: &Stretch, mark: Mark) -> Result<(), Refused> {
        let tree = &self.story.tree;
        let (paragraph, range) = self.stretch(stretch);
        let at =
            range.clone().find(|it| paragraph.atoms[*it].is_mark()).ok_or(Refused::Mismatch)?;
        let atom = &paragraph.atoms[at];
        if tree.is(atom.node, Ns::W, "sym") {
            return self.symbol(atom, mark);
        }
        let font = font_of(tree, atom.run).filter(|it| is_symbol_font(it));
        if let Some(font) = font
            && glyphs::state(atom.c).is_none()
        {
            let code = code_in(&font, mark).ok_or(Refused::Mismatch)?;
            let names = Names::of(tree, atom.run);
            let char = format!("F0{code:02X}");
            let symbol = names.empty("sym", &[("font", &ooxml::escape(&font)), ("char", &char)]);
            // Word finds a symbol font's characters in `w:sym` whatever their code.
            let xml = format!("{}{symbol}{}", names.close("t"), names.open_text());
            self.preserve(atom.node);
            self.edits.push(Edit::replace(atom.bytes.clone(), xml));
            return Ok(());
        }
        let drawn = Properties::of_run(tree, atom.run).for_answer().readable().in_font(TICK_FONT);
        let glyph = match mark {
            Mark::On => glyphs::ticked(atom.c),
            Mark::Off => glyphs::unticked(atom.c),
        };
        self.put(&paragraph, &Spot::Over(at..at + 1), glyph.encode_utf8(&mut [0; 4]), &drawn);
        Ok(())
    }

    /// The same for a `w:sym`, of which only the code changes.
    fn symbol(&mut self, atom: &Atom, mark: Mark) -> Result<(), Refused> {
        let tree = &self.story.tree;
        let font = tree.attr(atom.node, Ns::W, "font").unwrap_or_default();
        let code = code_in(&font, mark).ok_or(Refused::Mismatch)?;
        let value = tree.attr_range(atom.node, Ns::W, "char").ok_or(Refused::Mismatch)?;
        let written = &tree.source()[value.clone()];
        let page = if written.len() == 4 { &written[..2] } else { "F0" };
        self.edits.push(Edit::replace(value.clone(), format!("{page}{code:02X}")));
        Ok(())
    }

    /// `Yes ✓`, `是√`.
    fn beside_word(&mut self, stretch: &Stretch) -> Result<(), Refused> {
        let tree = &self.story.tree;
        let (paragraph, range) = self.stretch(stretch);
        let is_letter = |it: &usize| {
            paragraph.atoms[*it].kind == AtomKind::Text && !paragraph.atoms[*it].is_blank()
        };
        let first = range.clone().find(is_letter).ok_or(Refused::NoPlace)?;
        let last = range.clone().rfind(is_letter).ok_or(Refused::NoPlace)?;
        let stands_off = |at: Option<usize>| {
            at.and_then(|it| paragraph.atoms.get(it))
                .is_none_or(super::super::atoms::Atom::is_blank)
        };
        let atom = &paragraph.atoms[last];
        let looks = Properties::of_run(tree, atom.run).beside_label().readable();
        let is_wide = super::width::is_wide(atom.c);
        let (tick, looks) = if is_wide { (TICK, looks) } else { ("✓", looks.in_font(TICK_FONT)) };
        let room = |is_tight: bool| if is_tight { format!(" {tick}") } else { tick.to_owned() };
        if stands_off(Some(last + 1)) {
            self.put(&paragraph, &Spot::After(last), &room(!is_wide), &looks);
        } else {
            // In `Male/Female` a tick between the two would be either's.
            let is_tight = first > 0 && !stands_off(Some(first - 1));
            self.put(&paragraph, &Spot::Before(first), &room(is_tight), &looks);
        }
        Ok(())
    }

    /// In the middle of a cell.
    fn tick_cell(&mut self, cell: NodeId) -> Result<(), Refused> {
        let tree = &self.story.tree;
        let paragraph = self.paragraphs_of(cell).next().ok_or(Refused::NoPlace)?;
        if tree.is_self_closed(paragraph) {
            let names = Names::of(tree, paragraph);
            let properties = names.around("pPr", &names.empty("jc", &[("val", "center")]));
            let drawn = self.looks_in(paragraph, None);
            let run = super::ink::run(&names, &drawn, TICK);
            self.edits.push(tree.append(paragraph, &format!("{properties}{run}")));
            return Ok(());
        }
        if !self.is_aligned(paragraph) {
            let centred = Names::of(tree, paragraph).empty("jc", &[("val", "center")]);
            self.set_paragraph(paragraph, &[("jc", centred)]);
        }
        self.cell(cell, TICK)
    }
}

/// The code of a symbol font's box, ticked or empty.
fn code_in(font: &str, mark: Mark) -> Option<u8> {
    match mark {
        Mark::On => glyphs::tick_in_font(font),
        Mark::Off => glyphs::box_in_font(font),
    }
}
