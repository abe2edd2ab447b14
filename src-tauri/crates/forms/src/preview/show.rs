//! A story as the page's reader can draw it, by edits that leave its words alone.
//!
//! The reader (docx-preview 0.3) knows paragraphs, runs, tables and pictures
//! where they usually stand. What stands around them is unwrapped here: content
//! controls around rows and cells, links, custom XML, simple fields. Of a text
//! box it draws the older copy (`mc:Fallback`). It drops whole runs with field
//! codes in them, and draws `w:sym` by pasting the code into the page, so both
//! become plain text.

use std::collections::BTreeMap;

use ooxml::{Edit, NodeId, Ns, Package, PartName, Tree, escape};

use super::{PREFIX, mark::is_among_words, symbols};
use crate::word::{
    atoms::is_on,
    write::{Names, font_of, open_run},
};

/// What a VML shape may say of its look: where it stands and how large it is.
const PLACES: &[&str] = &[
    "position",
    "left",
    "top",
    "width",
    "height",
    "margin-left",
    "margin-top",
    "margin-right",
    "margin-bottom",
    "rotation",
    "flip",
    "visibility",
];

/// Prepares one story.
pub(super) struct Shown<'a> {
    package: &'a Package,
    part: &'a PartName,
    tree: &'a Tree,
    edits: Vec<Edit>,
    /// Marks that move into a paragraph: to its start, to its end.
    moved: BTreeMap<NodeId, (String, String)>,
}

impl<'a> Shown<'a> {
    /// For this part of the package.
    pub(super) fn new(package: &'a Package, part: &'a PartName, tree: &'a Tree) -> Self {
        Self { package, part, tree, edits: Vec::new(), moved: BTreeMap::new() }
    }

    /// What is to change.
    pub(super) fn edits(mut self) -> Vec<Edit> {
        self.children(self.tree.root(), None);
        for (paragraph, (start, end)) in std::mem::take(&mut self.moved) {
            self.move_in(paragraph, &start, &end);
        }
        self.edits
    }

    fn children(&mut self, node: NodeId, font: Option<&str>) {
        let tree = self.tree;
        for child in tree.children(node) {
            self.element(child, font);
        }
    }

    fn element(&mut self, node: NodeId, font: Option<&str>) {
        let tree = self.tree;
        match (tree.ns(node), tree.local(node)) {
            (Ns::W, "sdt") => match tree.child(node, Ns::W, "sdtContent") {
                Some(content) => self.unwrap(node, content, font),
                None => self.delete(node),
            },
            (
                Ns::W,
                "hyperlink" | "smartTag" | "customXml" | "fldSimple" | "ins" | "moveTo" | "dir"
                | "bdo",
            ) => self.unwrap(node, node, font),
            (
                Ns::W,
                "del" | "moveFrom" | "altChunk" | "object" | "instrText" | "delInstrText"
                | "softHyphen" | "bookmarkEnd" | "customXmlPr" | "smartTagPr" | "fldData",
            ) => self.delete(node),
            (Ns::W, "bookmarkStart") => self.bookmark(node),
            (Ns::W, "r") => self.run(node),
            (Ns::W, "t") => self.text(node, font),
            (Ns::W, "sym") => self.symbol(node),
            (Ns::W, "noBreakHyphen") => self.say(node, "\u{2011}"),
            (Ns::W, "cr") => self.swap(node, "br"),
            (Ns::W, "ptab") => self.swap(node, "tab"),
            (Ns::W, "fldChar") => self.field(node),
            (Ns::Mc, "AlternateContent") => self.alternate(node, font),
            (Ns::W, "drawing") => self.drawing(node),
            // Without a value it stops the reader.
            (Ns::W, "cnfStyle") if tree.attr(node, Ns::W, "val").is_none() => self.delete(node),
            (Ns::V, _) => self.shape(node),
            _ => self.children(node, font),
        }
    }

    fn delete(&mut self, node: NodeId) {
        self.edits.push(Edit::delete(self.tree.range(node)));
    }

    /// Keeps what is inside `content` and takes away everything else of `node`.
    fn unwrap(&mut self, node: NodeId, content: NodeId, font: Option<&str>) {
        let tree = self.tree;
        if tree.is_self_closed(content) {
            return self.delete(node);
        }
        let (outer, inner) = (tree.range(node), tree.inner(content));
        self.edits.push(Edit::delete(outer.start..inner.start));
        self.children(content, font);
        self.edits.push(Edit::delete(inner.end..outer.end));
    }

    /// Words in the place of an element of a run.
    fn say(&mut self, node: NodeId, words: &str) {
        let names = Names::of(self.tree, node);
        let xml = format!("{}{}{}", names.open_text(), escape(words), names.close("t"));
        self.edits.push(Edit::replace(self.tree.range(node), xml));
    }

    fn swap(&mut self, node: NodeId, local: &str) {
        let xml = Names::of(self.tree, node).empty(local, &[]);
        self.edits.push(Edit::replace(self.tree.range(node), xml));
    }

    /// Bookmarks become elements of the page with a name: only ours may stay.
    fn bookmark(&mut self, node: NodeId) {
        let tree = self.tree;
        let name = tree.attr(node, Ns::W, "name").unwrap_or_default();
        if !name.starts_with(PREFIX) {
            return self.delete(node);
        }
        if is_among_words(tree, node) {
            return;
        }
        let is_paragraph = |it: &NodeId| tree.is(*it, Ns::W, "p");
        let xml = &tree.source()[tree.range(node)];
        self.delete(node);
        if name.ends_with(".from") {
            let mut after =
                std::iter::successors(tree.next_sibling(node), |it| tree.next_sibling(*it));
            if let Some(paragraph) = after.find(is_paragraph) {
                self.moved.entry(paragraph).or_default().0.push_str(xml);
            }
        } else if let Some(parent) = tree.parent(node) {
            let before = tree.children(parent).take_while(|it| *it < node);
            if let Some(paragraph) = before.filter(is_paragraph).last() {
                self.moved.entry(paragraph).or_default().1.push_str(xml);
            }
        }
    }

    fn move_in(&mut self, paragraph: NodeId, start: &str, end: &str) {
        let tree = self.tree;
        if tree.is_self_closed(paragraph) {
            self.edits.push(tree.append(paragraph, &format!("{start}{end}")));
            return;
        }
        let properties = tree.child(paragraph, Ns::W, "pPr");
        let at = properties.map_or(tree.inner(paragraph).start, |it| tree.range(it).end);
        self.edits.push(Edit::insert(at, start));
        self.edits.push(Edit::insert(tree.inner(paragraph).end, end));
    }

    /// A drawing takes the place of everything before it in its run, so it gets one of its own.
    fn run(&mut self, run: NodeId) {
        let tree = self.tree;
        let font = font_of(tree, run);
        let looks = tree.child(run, Ns::W, "rPr");
        let mut has_words = false;
        for child in tree.children(run) {
            if Some(child) == looks {
                continue;
            }
            let draws = matches!(tree.local(child), "drawing" | "AlternateContent");
            if draws && has_words {
                let close = Names::of(tree, run).close("r");
                let looks = looks.map_or("", |it| &tree.source()[tree.range(it)]);
                let xml = format!("{close}{}{looks}", open_run(tree, run));
                self.edits.push(Edit::insert(tree.range(child).start, xml));
            }
            has_words = true;
            self.element(child, font.as_deref());
        }
    }

    fn text(&mut self, node: NodeId, font: Option<&str>) {
        let mut changed = false;
        let mut shown = String::new();
        for (c, _) in self.tree.chars(node) {
            let symbol = symbols::unicode(font, c);
            changed |= symbol.is_some();
            shown.push(symbol.unwrap_or(c));
        }
        if changed {
            self.edits.push(Edit::replace(self.tree.inner(node), escape(&shown)));
        }
    }

    fn symbol(&mut self, node: NodeId) {
        let tree = self.tree;
        let font = tree.attr(node, Ns::W, "font");
        let code = tree.attr(node, Ns::W, "char");
        let code = code.and_then(|it| u32::from_str_radix(it.trim(), 16).ok()).unwrap_or(0);
        // The code may be given without the page of private use.
        let private = if code <= 0xFF { code | 0xF000 } else { code };
        let c = char::from_u32(private).unwrap_or('▪');
        let shown = symbols::unicode(font.as_deref(), c).unwrap_or(c);
        self.say(node, shown.encode_utf8(&mut [0; 4]));
    }

    /// A field's code goes and its result stays; check boxes and lists have none, and get one.
    fn field(&mut self, node: NodeId) {
        let tree = self.tree;
        let memory = tree.child(node, Ns::W, "ffData");
        let part = |local| memory.and_then(|it| tree.child(it, Ns::W, local));
        if let Some(check) = part("checkBox") {
            let state = |local| tree.child(check, Ns::W, local);
            let on = state("checked").or(state("default")).is_some_and(|it| is_on(tree, it));
            return self.say(node, if on { "☒" } else { "☐" });
        }
        if let Some(list) = part("ddList") {
            let number = |local| {
                let node = tree.child(list, Ns::W, local)?;
                tree.attr(node, Ns::W, "val")?.parse::<usize>().ok()
            };
            let number = number("result").or_else(|| number("default")).unwrap_or(0);
            let entries = tree.children(list).filter(|it| tree.is(*it, Ns::W, "listEntry"));
            let entry = entries.into_iter().nth(number).and_then(|it| tree.attr(it, Ns::W, "val"));
            return self.say(node, &entry.unwrap_or_default());
        }
        self.delete(node);
    }

    /// One of the copies of a text box or drawing: the one that can be drawn and has the marks.
    fn alternate(&mut self, node: NodeId, font: Option<&str>) {
        let tree = self.tree;
        let marks = |it: NodeId| {
            let all = tree.descendants(it).filter(|it| tree.is(*it, Ns::W, "bookmarkStart"));
            let ours = |it: &NodeId| {
                tree.attr(*it, Ns::W, "name").is_some_and(|it| it.starts_with(PREFIX))
            };
            all.filter(ours).count()
        };
        let choice = tree.child(node, Ns::Mc, "Choice");
        let fallback = tree.child(node, Ns::Mc, "Fallback");
        let chosen = match (choice, fallback) {
            (Some(choice), Some(fallback)) => {
                let has_box = |it| tree.descendants(it).any(|it| tree.is(it, Ns::W, "txbxContent"));
                let is_worse = marks(fallback) < marks(choice)
                    || has_box(choice) && !has_box(fallback)
                    || !has_box(choice) && has_picture(tree, choice);
                Some(if is_worse { choice } else { fallback })
            }
            (choice, fallback) => choice.or(fallback),
        };
        match chosen {
            Some(chosen) => self.unwrap(node, chosen, font),
            None => self.delete(node),
        }
    }

    /// Pictures stay if the file holds them; text boxes become the older kind, which is drawn.
    fn drawing(&mut self, node: NodeId) {
        let tree = self.tree;
        let mut end = 0;
        let boxes: Vec<NodeId> = tree
            .descendants(node)
            .filter(|it| {
                let is_box = tree.range(*it).start >= end && tree.is(*it, Ns::W, "txbxContent");
                if is_box {
                    end = tree.range(*it).end;
                }
                is_box
            })
            .collect();
        if boxes.is_empty() {
            let mut pictures =
                tree.descendants(node).filter(|it| tree.is(*it, Ns::A, "blip")).peekable();
            let is_held = pictures.peek().is_some()
                && pictures.all(|it| self.holds(tree.attr(it, Ns::R, "embed").as_deref()));
            if !is_held {
                self.delete(node);
            }
            return;
        }
        let names = Names::of(tree, node);
        let style = self.place_of(node);
        let end = names.close("pict");
        let open = format!(
            "{}<v:rect xmlns:v=\"urn:schemas-microsoft-com:vml\" style=\"{style}\"><v:textbox>",
            end.replacen("</", "<", 1)
        );
        let close = format!("</v:textbox></v:rect>{end}");
        let mut from = tree.range(node).start;
        let mut xml = open.clone();
        for content in boxes {
            let range = tree.range(content);
            self.edits.push(Edit::replace(from..range.start, xml));
            self.children(content, None);
            from = range.end;
            xml = format!("{close}{open}");
        }
        self.edits.push(Edit::replace(from..tree.range(node).end, close));
    }

    /// Where a drawing stands and how large it is, as VML says it.
    fn place_of(&self, drawing: NodeId) -> String {
        let tree = self.tree;
        let find = |local| tree.descendants(drawing).find(|it| tree.is(*it, Ns::Wp, local));
        let points = |units: Option<f64>| units.unwrap_or_default() / 12_700.0;
        let length = |name| tree.attr(find("extent")?, Ns::None, name)?.trim().parse::<f64>().ok();
        let (width, height) = (points(length("cx")), points(length("cy")));
        let style = format!("width:{width:.1}pt;height:{height:.1}pt");
        let offset = |local| {
            let at = tree.child(find(local)?, Ns::Wp, "posOffset")?;
            tree.text(at).trim().parse::<f64>().ok()
        };
        if let (Some(across), Some(down)) = (offset("positionH"), offset("positionV")) {
            let (across, down) = (points(Some(across)), points(Some(down)));
            let place = format!("margin-left:{across:.1}pt;margin-top:{down:.1}pt");
            return format!("{style};position:absolute;{place}");
        }
        style
    }

    /// A VML shape keeps its place and size, and a picture only if the file holds it.
    fn shape(&mut self, node: NodeId) {
        let tree = self.tree;
        if tree.local(node) == "imagedata" {
            if !self.holds(tree.attr(node, Ns::R, "id").as_deref()) {
                self.delete(node);
            }
            return;
        }
        self.rename(node);
        if let (Some(range), Some(style)) =
            (tree.attr_range(node, Ns::None, "style"), tree.attr(node, Ns::None, "style"))
        {
            let kept: Vec<&str> = style.split(';').filter(|it| is_place(it)).collect();
            self.edits.push(Edit::replace(range, escape(&kept.join(";"))));
        }
        for name in ["fillcolor", "from", "to", "strokecolor", "color", "weight"] {
            if let Some(range) = tree.attr_range(node, Ns::None, name)
                && tree.attr(node, Ns::None, name).is_some_and(|it| it.contains(['(', ':', '\\']))
            {
                self.edits.push(Edit::delete(range));
            }
        }
        self.children(node, None);
    }

    /// The reader draws few shapes; others that hold words become rectangles.
    fn rename(&mut self, node: NodeId) {
        let tree = self.tree;
        let local = tree.local(node);
        let is_drawn = matches!(local, "rect" | "oval" | "line" | "shape" | "textbox");
        if is_drawn || tree.child(node, Ns::V, "textbox").is_none() {
            return;
        }
        let (range, prefix) = (tree.range(node), tree.prefix(node).len());
        let open = range.start + 1 + prefix;
        self.edits.push(Edit::replace(open..open + local.len(), "rect"));
        let close = tree.inner(node).end + 2 + prefix;
        self.edits.push(Edit::replace(close..close + local.len(), "rect"));
    }

    /// Whether the package holds a picture, of a kind that a page draws.
    fn holds(&self, id: Option<&str>) -> bool {
        let relationship = id.and_then(|it| self.package.relationship(self.part, it));
        let part = relationship.and_then(ooxml::Relationship::part);
        part.filter(|it| self.package.has_part(it)).is_some_and(|it| {
            let kind = self.package.content_type(it).unwrap_or_default().to_ascii_lowercase();
            matches!(
                kind.strip_prefix("image/"),
                Some("png" | "jpeg" | "jpg" | "gif" | "bmp" | "webp" | "svg+xml")
            )
        })
    }
}

fn has_picture(tree: &Tree, node: NodeId) -> bool {
    tree.descendants(node).any(|it| tree.is(it, Ns::Pic, "pic"))
}

/// Whether a rule of a style only says where and how large.
fn is_place(rule: &str) -> bool {
    let Some((name, value)) = rule.split_once(':') else { return false };
    let is_plain = |it: char| it.is_ascii_alphanumeric() || matches!(it, '.' | '-' | '%' | ' ');
    PLACES.contains(&name.trim()) && value.trim() != "fixed" && value.chars().all(is_plain)
}
