//! How much room a picture has, and how it fits there.

use std::ops::Range;

use ooxml::{NodeId, Ns, Tree};

use super::Pen;
use crate::{Photo, word::grid::Grid};

/// Units of `DrawingML` in a twentieth of a point, and in a millimetre.
const TWIP: u64 = 635;
const MILLIMETRE: u64 = 36_000;
/// The photo most forms ask for, for cells that say no height: 35 by 49 mm.
const USUAL: Size = Size { width: 35 * MILLIMETRE, height: 49 * MILLIMETRE };
/// No candidate is larger.
const LARGEST: Size = Size { width: 60 * MILLIMETRE, height: 84 * MILLIMETRE };
/// Rows that seem lower than this grow with what is in them.
const LOWEST: u64 = 20 * MILLIMETRE;
/// What a line of text needs, and what is below the base line of a picture, in twips.
const LINE: u64 = 280;
const BELOW: u64 = 80;
/// The space Word leaves beside the text of a cell.
const MARGIN: u64 = 108;
/// The space Word leaves beside, above and below the text of a box, in all.
const BOX_SIDES: u64 = 182_880;
const BOX_ENDS: u64 = 91_440;
/// A cell up to a third narrower or wider than the picture crops it; others show all of it.
const CROP: (u64, u64) = (3, 4);

/// A width and a height, in units of `DrawingML`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Size {
    pub(super) width: u64,
    pub(super) height: u64,
}

/// How a picture is placed: its size, and what is cut off at each side and at
/// top and bottom, in thousandths of a per cent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Placed {
    pub(super) size: Size,
    pub(super) sides: u64,
    pub(super) ends: u64,
}

impl Pen<'_> {
    /// What a picture may take of a cell without making it grow.
    pub(super) fn room(&self, cell: NodeId, paragraphs: usize) -> Size {
        let tree = &self.story.tree;
        let measured =
            tree.ancestors(cell).find(|it| tree.is(*it, Ns::W, "tbl")).and_then(|table| {
                let grid = Grid::new(tree, table);
                let own = grid.cells().find(|it| it.node == cell)?;
                let width = own
                    .width
                    .map(u64::from)
                    .or_else(|| grid_width(tree, table, own.columns.clone()))?;
                let beside =
                    [["left", "start"], ["right", "end"]].map(|it| margin(tree, table, cell, &it));
                let width = width.saturating_sub(beside.iter().sum()) * TWIP;
                let rows = &grid.rows[own.rows.clone()];
                let heights: Vec<Height> = rows
                    .iter()
                    .filter_map(|row| {
                        tree.ancestors(row.first()?.node).find(|it| tree.is(*it, Ns::W, "tr"))
                    })
                    .map(|row| self.height(row))
                    .collect();
                let others = paragraphs.saturating_sub(1) as u64 * 20;
                let height: u64 = heights.iter().map(|it| it.twips).sum();
                let height = height.saturating_sub(BELOW + others) * TWIP;
                let may_grow = heights.iter().all(|it| !it.is_known);
                let height = if may_grow && height < LOWEST { USUAL.height } else { height };
                Some(Size { width, height })
            });
        let size = measured.or_else(|| box_around(tree, cell)).unwrap_or(USUAL);
        let is_low = size.height < MILLIMETRE || size.width < MILLIMETRE;
        let size = if is_low { USUAL } else { size };
        Size { width: size.width.min(LARGEST.width), height: size.height.min(LARGEST.height) }
    }

    /// A row's height: as it says, or by the lines it holds.
    fn height(&self, row: NodeId) -> Height {
        let tree = &self.story.tree;
        let said = tree.child(row, Ns::W, "trPr").and_then(|it| tree.child(it, Ns::W, "trHeight"));
        let said = said.and_then(|it| tree.attr(it, Ns::W, "val")?.parse().ok());
        if let Some(twips) = said {
            return Height { twips, is_known: true };
        }
        let cells = tree.descendants(row).filter(|it| tree.is(*it, Ns::W, "tc"));
        let lines = cells.map(|it| self.paragraphs_of(it).count()).max().unwrap_or(1);
        Height { twips: lines as u64 * LINE, is_known: false }
    }
}

struct Height {
    twips: u64,
    is_known: bool,
}

/// Fits a photo into a room: all over it where little is cut off, else inside it.
pub(super) fn place(photo: &Photo, room: Size) -> Option<Placed> {
    let (across, down) = (u64::from(photo.width), u64::from(photo.height));
    let Size { width, height } = room;
    if across == 0 || down == 0 || width == 0 || height == 0 {
        return None;
    }
    // The photo's shape against the room's, both over the same denominator.
    let (shape, wanted) = (across * height, width * down);
    let (least, most) = CROP;
    if shape.min(wanted) * most >= shape.max(wanted) * least {
        let cut = |less: u64, more: u64| (more - less) * 50_000 / more;
        let (sides, ends) =
            if shape > wanted { (cut(wanted, shape), 0) } else { (0, cut(shape, wanted)) };
        return Some(Placed { size: room, sides, ends });
    }
    let size = if shape > wanted {
        Size { width, height: (width * down / across).max(1) }
    } else {
        Size { width: (height * across / down).max(1), height }
    };
    Some(Placed { size, sides: 0, ends: 0 })
}

/// What a text box holds inside its margins, for its `w:txbxContent`.
fn box_around(tree: &Tree, content: NodeId) -> Option<Size> {
    let outer = tree.ancestors(content).find_map(|it| match (tree.ns(it), tree.local(it)) {
        (Ns::Wps, "wsp") => {
            let shape = tree.child(it, Ns::Wps, "spPr")?;
            let frame = tree.child(tree.child(shape, Ns::A, "xfrm")?, Ns::A, "ext")?;
            let length = |name| tree.attr(frame, Ns::None, name)?.parse().ok();
            Some(Size { width: length("cx")?, height: length("cy")? })
        }
        (Ns::V, _) => {
            let style = tree.attr(it, Ns::None, "style")?;
            Some(Size { width: points(&style, "width")?, height: points(&style, "height")? })
        }
        _ => None,
    })?;
    let (sides, ends) = (BOX_SIDES, BOX_ENDS + BELOW * TWIP);
    Some(Size { width: outer.width.checked_sub(sides)?, height: outer.height.checked_sub(ends)? })
}

/// A length of a VML style, where it is given in points.
fn points(style: &str, name: &str) -> Option<u64> {
    let mut rules = style.split(';').filter_map(|it| it.split_once(':'));
    let length = rules.find(|it| it.0.trim() == name)?.1.trim().strip_suffix("pt")?;
    let (whole, rest) = length.split_once('.').unwrap_or((length, ""));
    let hundredths = format!("{rest:0<2}").get(..2)?.parse::<u64>().ok()?;
    Some((whole.parse::<u64>().ok()? * 100 + hundredths) * TWIP / 5)
}

/// The width of grid columns, in twips.
fn grid_width(tree: &Tree, table: NodeId, columns: Range<usize>) -> Option<u64> {
    let grid = tree.child(table, Ns::W, "tblGrid")?;
    let all = tree.children(grid).filter(|it| tree.is(*it, Ns::W, "gridCol"));
    let wide = all.skip(columns.start).take(columns.len());
    let sum = wide
        .map(|it| tree.attr(it, Ns::W, "w").and_then(|it| it.parse::<u64>().ok()).unwrap_or(0))
        .sum();
    (sum > 0).then_some(sum)
}

/// The space at one side of a cell's text, in twips; the side has two names.
fn margin(tree: &Tree, table: NodeId, cell: NodeId, side: &[&str; 2]) -> u64 {
    let of = |node, properties, margins| {
        let margins = tree.child(tree.child(node, Ns::W, properties)?, Ns::W, margins)?;
        let side = tree.children(margins).find(|it| side.contains(&tree.local(*it)))?;
        tree.attr(side, Ns::W, "w")?.parse().ok()
    };
    of(cell, "tcPr", "tcMar").or_else(|| of(table, "tblPr", "tblCellMar")).unwrap_or(MARGIN)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::PhotoFormat;

    #[track_caller]
    fn check(photo: (u32, u32), room: (u64, u64), size: (u64, u64), cut: (u64, u64)) {
        let photo =
            Photo { bytes: vec![], format: PhotoFormat::Png, width: photo.0, height: photo.1 };
        let placed = place(&photo, Size { width: room.0, height: room.1 });
        let size = Size { width: size.0, height: size.1 };
        assert_eq!(placed, Some(Placed { size, sides: cut.0, ends: cut.1 }));
    }

    #[test]
    fn a_photo_fills_a_cell_of_nearly_its_shape() {
        check((350, 490), (700, 980), (700, 980), (0, 0));
        check((100, 100), (80, 100), (80, 100), (10_000, 0));
        check((100, 100), (100, 80), (100, 80), (0, 10_000));
    }

    #[test]
    fn a_photo_of_another_shape_is_shown_whole() {
        check((100, 200), (1000, 100), (50, 100), (0, 0));
        check((200, 100), (100, 1000), (100, 50), (0, 0));
    }

    #[test]
    fn a_photo_without_size_has_no_place() {
        let photo = Photo { bytes: vec![], format: PhotoFormat::Png, width: 0, height: 3 };
        assert_eq!(place(&photo, USUAL), None);
    }
}
