//! The candidate's picture in a cell: it fills the cell, undistorted, and the cell keeps its size.

use std::ops::Range;

use ooxml::{Changes, Edit, NodeId, Ns, Package, PartName, Tree, relation};

use super::{
    Pen, Refused,
    cell::is_printed,
    names::{Names, is_strict},
};
use crate::{Photo, PhotoFormat, word::grid::Grid};

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
/// A cell up to a third narrower or wider than the picture crops it; others show all of it.
const CROP: (u64, u64) = (3, 4);

/// Somewhere pictures are kept, under a name the story can use.
pub(crate) trait Pictures {
    /// Keeps a picture for `story`. Returns the relationship's id.
    fn keep(&mut self, story: &PartName, photo: &Photo) -> Result<String, ooxml::Error>;
}

/// Keeps pictures in a package, each once.
pub(crate) struct Media<'a> {
    package: &'a Package,
    changes: &'a mut Changes,
    parts: Vec<(Photo, PartName)>,
    ids: Vec<(PartName, PartName, String)>,
}

impl<'a> Media<'a> {
    /// For `package`, as far as `changes` have gone.
    pub(crate) fn new(package: &'a Package, changes: &'a mut Changes) -> Self {
        Self { package, changes, parts: Vec::new(), ids: Vec::new() }
    }
}

impl Pictures for Media<'_> {
    fn keep(&mut self, story: &PartName, photo: &Photo) -> Result<String, ooxml::Error> {
        let known = self.parts.iter().find(|it| it.0 == *photo).map(|it| it.1.clone());
        let part = if let Some(part) = known {
            part
        } else {
            let folder = story.as_str().rsplit_once('/').map_or("", |it| it.0);
            let (ending, kind) = match photo.format {
                PhotoFormat::Jpeg => ("jpeg", "image/jpeg"),
                PhotoFormat::Png => ("png", "image/png"),
            };
            let wish = format!("{folder}/media/photo.{ending}");
            let part = self.changes.add(self.package, &wish, kind, photo.bytes.clone())?;
            self.parts.push((photo.clone(), part.clone()));
            part
        };
        if let Some(known) = self.ids.iter().find(|it| it.0 == *story && it.1 == part) {
            return Ok(known.2.clone());
        }
        let id = self.changes.relate(self.package, story, relation::IMAGE, &part);
        self.ids.push((story.clone(), part, id.clone()));
        Ok(id)
    }
}

/// A width and a height, in units of `DrawingML`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Size {
    width: u64,
    height: u64,
}

/// How a picture is placed: its size, and what is cut off at each side and at
/// top and bottom, in thousandths of a per cent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Placed {
    size: Size,
    sides: u64,
    ends: u64,
}

impl Pen<'_> {
    /// Into a cell, in the place of its hint.
    pub(super) fn photo(&mut self, cell: NodeId, photo: &Photo) -> Result<(), Refused> {
        let paragraphs: Vec<NodeId> = self.paragraphs_of(cell).collect();
        let has_words = |it: &NodeId| self.paragraph(*it).atoms.iter().any(is_printed);
        let first = paragraphs.iter().copied().find(has_words).or(paragraphs.first().copied());
        let first = first.ok_or(Refused::NoPlace)?;
        let placed = place(photo, self.room(cell, paragraphs.len())).ok_or(Refused::Mismatch)?;
        let id = self.picture(photo);
        let number = self.drawing_number();

        let tree = &self.story.tree;
        let names = Names::of(tree, first);
        let run = picture_run(&names, &placed, &id, number, is_strict(tree));
        let spacing = [("before", "0"), ("after", "0"), ("line", "240"), ("lineRule", "auto")];
        let mut properties = vec![("spacing", names.empty("spacing", &spacing))];
        let flat = [("left", "0"), ("right", "0"), ("firstLine", "0"), ("firstLineChars", "0")];
        properties.push(("ind", names.empty("ind", &flat)));
        if !self.is_aligned(first) {
            properties.push(("jc", names.empty("jc", &[("val", "center")])));
        }
        if tree.is_self_closed(first) {
            let all: String = properties.iter().map(|it| it.1.as_str()).collect();
            self.edits.push(tree.append(first, &format!("{}{run}", names.around("pPr", &all))));
        } else {
            self.set_paragraph(first, &properties);
            self.edits.push(tree.append(first, &run));
        }
        for node in paragraphs {
            let paragraph = self.paragraph(node);
            self.erase(&paragraph.atoms, 0..paragraph.atoms.len());
            if node != first {
                // What is left of the hint must not push the cell open.
                let flat = [("before", "0"), ("after", "0"), ("line", "20"), ("lineRule", "exact")];
                self.set_paragraph(node, &[("spacing", names.empty("spacing", &flat))]);
            }
        }
        Ok(())
    }

    /// Into a picture control: another picture in the frame that is there, which
    /// shrinks to the picture's shape where that is quite another.
    pub(super) fn picture_control(
        &mut self,
        control: NodeId,
        photo: &Photo,
    ) -> Result<(), Refused> {
        let tree = &self.story.tree;
        self.unlocked_control(control)?;
        let inside = |ns, local| tree.descendants(control).find(|it| tree.is(*it, ns, local));
        let blip = inside(Ns::A, "blip").ok_or(Refused::Mismatch)?;
        let embed = tree.attr_range(blip, Ns::R, "embed").ok_or(Refused::Mismatch)?;
        let extent = inside(Ns::Wp, "extent").ok_or(Refused::Mismatch)?;
        let length = |name| tree.attr(extent, Ns::None, name)?.parse().ok();
        let frame = length("cx").zip(length("cy")).ok_or(Refused::Mismatch)?;
        let frame = Size { width: frame.0, height: frame.1 };
        let placed = place(photo, frame).ok_or(Refused::Mismatch)?;
        let old = inside(Ns::A, "srcRect");
        let crop = crop(&placed, is_strict(tree));
        let id = self.picture(photo);
        self.edits.push(Edit::replace(embed, id));
        self.edits.push(match old {
            Some(old) => Edit::replace(tree.range(old), crop),
            None => Edit::insert(tree.range(blip).end, crop),
        });
        for node in [Some(extent), inside(Ns::A, "ext")].into_iter().flatten() {
            let (width, height) = (placed.size.width.to_string(), placed.size.height.to_string());
            for (name, length) in [("cx", width), ("cy", height)] {
                let old = tree.attr_range(node, Ns::None, name);
                self.edits.extend(old.map(|it| Edit::replace(it, length)));
            }
        }
        self.no_longer_prompts(control);
        Ok(())
    }

    /// Stands for the relationship of a picture until [`Pen::finish`] knows it.
    fn picture(&mut self, photo: &Photo) -> String {
        let known = self.pictures.iter().position(|it| it == photo);
        let number = known.unwrap_or_else(|| {
            self.pictures.push(photo.clone());
            self.pictures.len() - 1
        });
        stand_in(number)
    }

    /// A number that no drawing of the story has.
    fn drawing_number(&mut self) -> u32 {
        let tree = &self.story.tree;
        let highest = self.last_drawing.unwrap_or_else(|| {
            let all = tree.descendants(tree.root()).filter(|it| tree.is(*it, Ns::Wp, "docPr"));
            let numbers = all.filter_map(|it| tree.attr(it, Ns::None, "id")?.parse::<u32>().ok());
            numbers.max().unwrap_or(0)
        });
        let number = highest.saturating_add(1);
        self.last_drawing = Some(number);
        number
    }

    /// What a picture may take of a cell without making it grow.
    fn room(&self, cell: NodeId, paragraphs: usize) -> Size {
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
        let size = measured.unwrap_or(USUAL);
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

/// What no answer can hold: XML has no such character.
pub(super) fn stand_in(number: usize) -> String {
    format!("\u{fffe}{number}\u{fffe}")
}

/// Fits a photo into a room: all over it where little is cut off, else inside it.
fn place(photo: &Photo, room: Size) -> Option<Placed> {
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

/// What is cut off, as an element that declares its prefix itself.
fn crop(placed: &Placed, is_strict: bool) -> String {
    let uri = format!("{}/main", drawing_base(is_strict));
    let Placed { sides, ends, .. } = placed;
    let cut = match (sides, ends) {
        (0, 0) => String::new(),
        (_, 0) => format!(" l=\"{sides}\" r=\"{sides}\""),
        _ => format!(" t=\"{ends}\" b=\"{ends}\""),
    };
    format!("<a:srcRect xmlns:a=\"{uri}\"{cut}/>")
}

/// What the names of `DrawingML`'s namespaces begin with.
fn drawing_base(is_strict: bool) -> &'static str {
    if is_strict {
        "http://purl.oclc.org/ooxml/drawingml"
    } else {
        "http://schemas.openxmlformats.org/drawingml/2006"
    }
}

/// A run with a picture in the line. It declares its namespaces itself, since a
/// form without pictures may not.
fn picture_run(names: &Names, placed: &Placed, id: &str, number: u32, is_strict: bool) -> String {
    let base = drawing_base(is_strict);
    let relationships = if is_strict {
        "http://purl.oclc.org/ooxml/officeDocument/relationships"
    } else {
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    };
    let Size { width, height } = placed.size;
    let crop = crop(placed, is_strict);
    let drawing = format!(
        concat!(
            r#"<wp:inline xmlns:wp="{base}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">"#,
            r#"<wp:extent cx="{width}" cy="{height}"/><wp:docPr id="{number}" name="Photo {number}" descr="Photo"/>"#,
            r#"<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{base}/main" noChangeAspect="1"/></wp:cNvGraphicFramePr>"#,
            r#"<a:graphic xmlns:a="{base}/main"><a:graphicData uri="{base}/picture">"#,
            r#"<pic:pic xmlns:pic="{base}/picture"><pic:nvPicPr><pic:cNvPr id="{number}" name="Photo {number}" descr="Photo"/><pic:cNvPicPr/></pic:nvPicPr>"#,
            r#"<pic:blipFill><a:blip xmlns:r="{relationships}" r:embed="{id}"/>{crop}<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"#,
            r#"<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>"#,
            r#"</pic:pic></a:graphicData></a:graphic></wp:inline>"#,
        ),
        base = base,
        width = width,
        height = height,
        number = number,
        relationships = relationships,
        id = id,
        crop = crop,
    );
    let no_proof = names.around("rPr", &names.empty("noProof", &[]));
    names.around("r", &format!("{no_proof}{}", names.around("drawing", &drawing)))
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
