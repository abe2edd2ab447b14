//! The candidate's picture in a cell: it fills the cell, undistorted, and the cell keeps its size.

use ooxml::{Edit, NodeId, Ns};

use super::{
    Pen, Refused,
    cell::is_printed,
    names::{Names, is_strict},
    room::{Placed, Size, place},
};
use crate::Photo;

impl Pen<'_> {
    /// Into a cell, in the place of its hint.
    pub(super) fn photo(&mut self, cell: NodeId, photo: &Photo) -> Result<(), Refused> {
        let paragraphs: Vec<NodeId> = self.paragraphs_of(cell).collect();
        let has_words = |it: &NodeId| self.paragraph(*it).atoms.iter().any(is_printed);
        let first = paragraphs.iter().copied().find(has_words).or(paragraphs.first().copied());
        let first = first.ok_or(Refused::NoPlace)?;
        let placed = place(photo, self.room(cell, paragraphs.len())).ok_or(Refused::Mismatch)?;
        self.occupy(first)?;
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
