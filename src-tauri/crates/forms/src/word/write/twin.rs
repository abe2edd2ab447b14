//! The same blank in `mc:Fallback`.
//!
//! Word writes a text box twice, for itself and for older programs. The two are
//! one to the reader, so an answer goes into both, wherever both read the same.

use ooxml::{NodeId, Ns};

use crate::word::{
    atoms::atoms,
    blank::{Blank, Stretch, Tick},
    story::Story,
};

/// Where `blank` stands in the other copy of its text box, if it is in one.
pub(crate) fn of(story: &Story, blank: &Blank) -> Option<Blank> {
    Some(match blank {
        Blank::Cell(cell) => Blank::Cell(node(story, *cell)?),
        Blank::Prompt(cell) => Blank::Prompt(node(story, *cell)?),
        Blank::Photo(cell) => Blank::Photo(node(story, *cell)?),
        Blank::Control(control) => Blank::Control(node(story, *control)?),
        Blank::FormField(run) => Blank::FormField(node(story, *run)?),
        Blank::Inline { stretch, style } => {
            Blank::Inline { stretch: of_stretch(story, stretch)?, style: *style }
        }
        Blank::Letter { stretch, style, letters } => Blank::Letter {
            stretch: of_stretch(story, stretch)?,
            style: *style,
            letters: letters.clone(),
        },
        Blank::Below { label, lines } => Blank::Below {
            label: story.twin(*label)?,
            lines: lines.iter().map(|it| story.twin(*it)).collect::<Option<_>>()?,
        },
        Blank::Mask(parts) => {
            let both = parts.iter().map(|(part, it)| Some((*part, of_stretch(story, it)?)));
            Blank::Mask(both.collect::<Option<_>>()?)
        }
        Blank::Ticks(ticks) => {
            Blank::Ticks(ticks.iter().map(|it| of_tick(story, it)).collect::<Option<_>>()?)
        }
        Blank::Digits(cells) => {
            Blank::Digits(cells.iter().map(|it| node(story, *it)).collect::<Option<_>>()?)
        }
        Blank::Rows(rows) => {
            let of_cell = |it: &Option<Blank>| match it {
                Some(blank) => of(story, blank).map(Some),
                None => Some(None),
            };
            let of_row = |row: &Vec<Option<Blank>>| row.iter().map(of_cell).collect::<Option<_>>();
            Blank::Rows(rows.iter().map(of_row).collect::<Option<_>>()?)
        }
        Blank::Nothing => return None,
    })
}

fn of_tick(story: &Story, tick: &Tick) -> Option<Tick> {
    Some(match tick {
        Tick::Glyph(stretch) => Tick::Glyph(of_stretch(story, stretch)?),
        Tick::Brackets(stretch) => Tick::Brackets(of_stretch(story, stretch)?),
        Tick::Bare(stretch) => Tick::Bare(of_stretch(story, stretch)?),
        Tick::Control(control) => Tick::Control(node(story, *control)?),
        Tick::FormField(run) => Tick::FormField(node(story, *run)?),
        Tick::Cell(cell) => Tick::Cell(node(story, *cell)?),
    })
}

/// A stretch is the same one where both paragraphs read the same.
fn of_stretch(story: &Story, stretch: &Stretch) -> Option<Stretch> {
    let paragraph = story.twin(stretch.paragraph)?;
    let (here, there) = (story.atoms(stretch.paragraph), atoms(&story.tree, paragraph));
    let reads_same = here.len() == there.len()
        && here.iter().zip(&there).all(|(a, b)| a.c == b.c && a.kind == b.kind);
    reads_same.then(|| Stretch { paragraph, atoms: stretch.atoms.clone() })
}

/// The twin of a cell, control or run: the one with the same number in the twin text box.
fn node(story: &Story, node: NodeId) -> Option<NodeId> {
    let tree = &story.tree;
    let outermost = |it: NodeId| {
        std::iter::once(it)
            .chain(tree.ancestors(it))
            .filter(|it| tree.is(*it, Ns::W, "txbxContent"))
            .last()
    };
    let here = outermost(node)?;
    let paragraph = tree.descendants(here).find(|it| tree.is(*it, Ns::W, "p"))?;
    let there = outermost(story.twin(paragraph)?)?;
    if node == here {
        return Some(there);
    }
    let (ns, local) = (tree.ns(node), tree.local(node));
    let alike = |container| tree.descendants(container).filter(|it| tree.is(*it, ns, local));
    let number = alike(here).position(|it| it == node)?;
    if alike(here).count() != alike(there).count() {
        return None;
    }
    alike(there).nth(number)
}
