//! How much fits into a blank that cannot grow: a row of exact height, a line
//! that is drawn.
//!
//! A blank in a row that grows with its words has all the room there is, and none is told.

use ooxml::{NodeId, Ns, Tree};

use super::{
    blank::{Blank, Line, Stretch},
    grid::Grid,
    story::Story,
    write::font_of,
};
use crate::{
    field::Room,
    measure::{self, Face, TAB},
};

/// The space Word leaves beside the words of a cell, both sides together, in twips.
const MARGINS: u32 = 216;
/// The size that Word writes in when nothing says another, in half points.
const SIZE: u32 = 21;

/// The room that `blank` has, where it cannot grow.
pub(super) fn of(story: &Story, blank: &Blank) -> Option<Room> {
    match blank {
        Blank::Cell(cell) | Blank::Prompt(cell) => in_row(story, *cell),
        Blank::Inline { stretch, style: Line::Underscores | Line::Underlined } => {
            on_line(story, stretch)
        }
        _ => None,
    }
}

fn on_line(story: &Story, stretch: &Stretch) -> Option<Room> {
    let atoms = story.atoms(stretch.paragraph).get(stretch.atoms.clone())?;
    let face = Face::of(font_of(&story.tree, atoms.first()?.run).as_deref());
    let wide = |c: char| if c == '\t' { TAB } else { measure::advance(c, face) };
    let width = atoms.iter().map(|it| wide(it.c)).sum();
    Some(Room { width, lines: 1, face, in_line: true })
}

fn in_row(story: &Story, cell: NodeId) -> Option<Room> {
    let tree = &story.tree;
    let row = tree.ancestors(cell).find(|it| tree.is(*it, Ns::W, "tr"))?;
    let height = exact_height(tree, row)?;
    let table = tree.ancestors(row).find(|it| tree.is(*it, Ns::W, "tbl"))?;
    let grid = Grid::new(tree, table);
    let own = grid.cells().find(|it| it.node == cell).filter(|it| it.rows.len() == 1)?;
    let inside = own.width?.checked_sub(MARGINS)?;
    let size = size(tree, cell).or_else(|| size(tree, row)).unwrap_or(SIZE);
    let run =
        tree.descendants(cell).chain(tree.descendants(row)).find(|it| tree.is(*it, Ns::W, "r"));
    let face = Face::of(run.and_then(|it| font_of(tree, it)).as_deref());
    // A half point is ten twips; a line of words is a fifth higher than its font.
    let lines = (height / (size * 12)).max(1) as usize;
    Some(Room { width: inside * 100 / size, lines, face, in_line: false })
}

/// The height of a row that does not grow, in twips.
fn exact_height(tree: &Tree, row: NodeId) -> Option<u32> {
    let height = tree.child(tree.child(row, Ns::W, "trPr")?, Ns::W, "trHeight")?;
    let is_exact = tree.attr(height, Ns::W, "hRule").is_some_and(|it| it == "exact");
    tree.attr(height, Ns::W, "val").filter(|_| is_exact)?.parse().ok()
}

/// The size of the first words that say one, in half points.
fn size(tree: &Tree, node: NodeId) -> Option<u32> {
    let size = tree.descendants(node).find(|it| tree.is(*it, Ns::W, "sz"))?;
    tree.attr(size, Ns::W, "val")?.parse().ok().filter(|it| *it > 0)
}

#[cfg(test)]
mod tests {
    use ooxml::PartName;

    use super::*;
    use crate::{Dictionary, word::detect};

    /// The room of the first field in a body.
    fn first(body: &str) -> Option<Room> {
        let w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        let xml = format!("<w:document xmlns:w=\"{w}\"><w:body>{body}</w:body></w:document>");
        let part = PartName::new("word/document.xml").unwrap();
        let story = Story::new(part, Tree::parse("word/document.xml", xml.into()).unwrap());
        detect(0, &story, Dictionary::shipped()).first().unwrap().field.room
    }

    fn row(rule: &str) -> String {
        let run = "<w:r><w:rPr><w:rFonts w:ascii=\"Arial\"/><w:sz w:val=\"24\"/></w:rPr><w:t>Name</w:t></w:r>";
        let height = format!("<w:trPr><w:trHeight w:val=\"600\" w:hRule=\"{rule}\"/></w:trPr>");
        let wide = "<w:tcPr><w:tcW w:w=\"2616\" w:type=\"dxa\"/></w:tcPr>";
        format!(
            "<w:tbl><w:tr>{height}<w:tc><w:p>{run}</w:p></w:tc><w:tc>{wide}<w:p/></w:tc></w:tr></w:tbl>"
        )
    }

    #[test]
    fn a_row_of_exact_height_shows_so_many_lines() {
        let room = Room { width: 10_000, lines: 2, face: Face::Arial, in_line: false };
        assert_eq!(first(&row("exact")), Some(room));
        assert_eq!(first(&row("atLeast")), None, "it grows with its words");
    }

    #[test]
    fn a_drawn_line_is_as_long_as_what_it_is_drawn_with() {
        let room = Room { width: 5000, lines: 1, face: Face::Times, in_line: true };
        assert_eq!(first("<w:p><w:r><w:t>Name: __________</w:t></w:r></w:p>"), Some(room));
        assert_eq!(first("<w:p><w:r><w:t>Name:</w:t></w:r></w:p>"), None);
    }
}
