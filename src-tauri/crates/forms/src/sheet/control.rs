//! Option buttons, check boxes and group boxes that lie on a sheet.
//!
//! A control is written down in up to three places: its properties (a part of
//! its own), the old drawing, and the cell it is linked to. The sheet joins
//! them by the shape's number.

use std::collections::BTreeMap;

use ooxml::{Error, NodeId, Ns, Package, PartName, Tree, relation};

use super::{
    page::{PIXEL, Page},
    place::At,
    style::is_true,
    vml,
};

/// What a control is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sort {
    /// It is ticked by itself.
    CheckBox,
    /// One of several that is pressed.
    Button,
    /// A frame around buttons that belong together.
    GroupBox,
}

impl Sort {
    fn of(kind: &str) -> Option<Self> {
        Some(match kind.to_ascii_lowercase().as_str() {
            "checkbox" => Self::CheckBox,
            "radio" => Self::Button,
            "gbox" => Self::GroupBox,
            _ => return None,
        })
    }
}

/// A rectangle on the sheet, in English metric units.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Frame {
    pub(crate) left: f64,
    pub(crate) top: f64,
    pub(crate) right: f64,
    pub(crate) bottom: f64,
}

impl Frame {
    pub(crate) fn middle(&self) -> (f64, f64) {
        (f64::midpoint(self.left, self.right), f64::midpoint(self.top, self.bottom))
    }

    pub(crate) fn contains(&self, (x, y): (f64, f64)) -> bool {
        (self.left..=self.right).contains(&x) && (self.top..=self.bottom).contains(&y)
    }
}

/// A control.
#[derive(Debug)]
pub(crate) struct Control {
    /// What it is.
    pub(crate) sort: Sort,
    /// What is printed on it.
    pub(crate) caption: String,
    /// The part with its properties.
    pub(crate) properties: Option<PartName>,
    /// The old drawing, and its number there.
    pub(crate) drawn: Option<(PartName, u32)>,
    /// The formula of the cell that it is linked to.
    pub(crate) link: String,
    /// It is ticked or pressed.
    pub(crate) is_on: bool,
    /// It is the first of its buttons.
    pub(crate) is_first: bool,
    /// It cannot be changed once what is drawn is protected.
    pub(crate) is_locked: bool,
    /// Where it lies.
    pub(crate) frame: Frame,
    /// The cell that it begins in.
    pub(crate) at: At,
}

/// Controls further out than this are not looked for.
const FAR: At = At::new(20_000, 2_000);
/// As many controls are read of one sheet.
const MOST: usize = 2_000;

/// The controls of a sheet, in the order they were drawn in.
pub(crate) fn read(package: &Package, page: &Page) -> Result<Vec<Control>, Error> {
    let mut found: BTreeMap<u32, Control> = BTreeMap::new();
    let mut order: Vec<u32> = Vec::new();
    for (number, control) in drawn(package, page)? {
        if found.len() < MOST && found.insert(number, control).is_none() {
            order.push(number);
        }
    }
    let tree = &page.tree;
    let elements = tree.descendants(tree.root());
    for node in elements.filter(|it| tree.is(*it, Ns::S, "control")) {
        let number = tree.attr(node, Ns::None, "shapeId").and_then(|it| it.trim().parse().ok());
        let properties = tree
            .attr(node, Ns::R, "id")
            .and_then(|id| package.relationship(&page.part, &id))
            .filter(|it| it.kind == relation::CTRL_PROP)
            .and_then(|it| it.part())
            .filter(|it| package.has_part(it));
        let (Some(number), Some(part)) = (number, properties) else { continue };
        let already = found.get(&number).is_some_and(|it| it.properties.is_some());
        if already || found.len() >= MOST {
            continue;
        }
        let Some(mut control) = described(package, page, node, part)? else { continue };
        if let Some(old) = found.remove(&number) {
            control.caption = old.caption;
            control.drawn = old.drawn;
            if control.frame == Frame::default() {
                control.frame = old.frame;
            }
        } else {
            order.push(number);
        }
        found.insert(number, control);
    }
    name_by_drawing(package, page, &mut found)?;
    let mut controls = Vec::new();
    for number in order {
        let Some(mut control) = found.remove(&number) else { continue };
        if let Some(at) = cell_of(page, &control.frame) {
            control.at = at;
            controls.push(control);
        }
    }
    Ok(controls)
}

/// The controls that the old drawing knows.
fn drawn(package: &Package, page: &Page) -> Result<Vec<(u32, Control)>, Error> {
    let tree = &page.tree;
    let part = tree
        .child(tree.root(), Ns::S, "legacyDrawing")
        .and_then(|it| tree.attr(it, Ns::R, "id"))
        .and_then(|id| package.relationship(&page.part, &id))
        .and_then(|it| it.part())
        .filter(|it| package.has_part(it));
    let Some(part) = part else { return Ok(Vec::new()) };
    let Ok(source) = String::from_utf8(package.part(part)?) else { return Ok(Vec::new()) };
    let controls = vml::shapes(&source).into_iter().filter_map(|shape| {
        let says = |name| shape.says(&source, name);
        let is_true = |name| says(name).is_some_and(|it| it.is_empty() || it != "False");
        let control = Control {
            sort: Sort::of(&shape.kind)?,
            caption: shape.caption.clone(),
            properties: None,
            drawn: Some((part.clone(), shape.number)),
            link: says("FmlaLink").unwrap_or_default().to_owned(),
            is_on: shape.is_on(&source),
            is_first: is_true("FirstButton"),
            is_locked: says("Locked").is_none_or(|it| it != "False"),
            frame: anchored(page, says("Anchor").unwrap_or_default()),
            at: At::new(0, 0),
        };
        Some((shape.number, control))
    });
    Ok(controls.collect())
}

/// A control by its properties.
fn described(
    package: &Package,
    page: &Page,
    node: NodeId,
    part: &PartName,
) -> Result<Option<Control>, Error> {
    let properties = package.tree(part)?;
    let root = properties.root();
    let says = |name| properties.attr(root, Ns::None, name).unwrap_or_default();
    let Some(sort) = Sort::of(&says("objectType")) else { return Ok(None) };
    let tree = &page.tree;
    let shown = tree.child(node, Ns::S, "controlPr");
    let is_locked =
        shown.and_then(|it| tree.attr(it, Ns::None, "locked")).is_none_or(|it| is_true(&it));
    let frame = shown
        .and_then(|it| tree.child(it, Ns::S, "anchor"))
        .and_then(|it| {
            let corner = |name: &str| {
                let corner = tree.children(it).find(|it| tree.local(*it) == name)?;
                let number = |name: &str| -> Option<f64> {
                    let child = tree.children(corner).find(|it| tree.local(*it) == name)?;
                    tree.text(child).trim().parse().ok()
                };
                point(page, number("col")?, number("colOff")?, number("row")?, number("rowOff")?)
            };
            Some(framed(corner("from")?, corner("to")?))
        })
        .unwrap_or_default();
    Ok(Some(Control {
        sort,
        caption: String::new(),
        properties: Some(part.clone()),
        drawn: None,
        link: says("fmlaLink").into_owned(),
        is_on: says("checked") == "Checked",
        is_first: is_true(&says("firstButton")),
        is_locked,
        frame,
        at: At::new(0, 0),
    }))
}

/// Gives controls without a caption the words that the drawing has for them.
fn name_by_drawing(
    package: &Package,
    page: &Page,
    found: &mut BTreeMap<u32, Control>,
) -> Result<(), Error> {
    if found.values().all(|it| !it.caption.is_empty()) {
        return Ok(());
    }
    for part in package.related(&page.part, relation::DRAWING) {
        let tree = package.tree(part)?;
        for shape in tree.descendants(tree.root()).filter(|it| tree.is(*it, Ns::Xdr, "sp")) {
            let number = tree.descendants(shape).find_map(|it| {
                let id = tree.attr(it, Ns::None, "spid")?;
                id.rsplit('s').next()?.parse::<u32>().ok()
            });
            let Some(control) = number.and_then(|it| found.get_mut(&it)) else { continue };
            if control.caption.is_empty() {
                control.caption = words(&tree, shape);
            }
        }
    }
    Ok(())
}

fn words(tree: &Tree, shape: NodeId) -> String {
    let texts = tree.descendants(shape).filter(|it| tree.is(*it, Ns::A, "t"));
    let words: String = texts.map(|it| tree.text(it)).collect();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `left column, pixels, top row, pixels, right column, pixels, bottom row, pixels`.
fn anchored(page: &Page, anchor: &str) -> Frame {
    let numbers: Vec<f64> = anchor.split(',').filter_map(|it| it.trim().parse().ok()).collect();
    let [left, dx, top, dy, right, dx2, bottom, dy2] = numbers.as_slice() else {
        return Frame::default();
    };
    let from = point(page, *left, dx * PIXEL, *top, dy * PIXEL);
    let to = point(page, *right, dx2 * PIXEL, *bottom, dy2 * PIXEL);
    from.zip(to).map_or_else(Frame::default, |(from, to)| framed(from, to))
}

fn framed(from: (f64, f64), to: (f64, f64)) -> Frame {
    Frame { left: from.0, top: from.1, right: to.0, bottom: to.1 }
}

/// A point of the sheet by its cell and how far in it stands.
fn point(page: &Page, column: f64, dx: f64, row: f64, dy: f64) -> Option<(f64, f64)> {
    let count = |number: f64, most: u32| -> Option<u32> {
        if !(0.0..=f64::from(most)).contains(&number) {
            return None;
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it fits")]
        let number = number as u32;
        Some(number)
    };
    let x: f64 = (0..count(column, FAR.column)?).map(|it| page.breadth(it)).sum();
    let y: f64 = (0..count(row, FAR.row)?).map(|it| page.height(it)).sum();
    Some((x + dx, y + dy))
}

/// The cell at a frame's left edge, half way down.
fn cell_of(page: &Page, frame: &Frame) -> Option<At> {
    // What begins in the last pixels of a column belongs to the next.
    let (x, y) = (frame.left + 3.0 * PIXEL, frame.middle().1);
    let place = |target: f64, most: u32, size: &dyn Fn(u32) -> f64| {
        let mut sum = 0.0;
        (0..most).find(|it| {
            sum += size(*it);
            sum > target
        })
    };
    Some(At::new(
        place(y, FAR.row, &|it| page.height(it))?,
        place(x, FAR.column, &|it| page.breadth(it))?,
    ))
}
