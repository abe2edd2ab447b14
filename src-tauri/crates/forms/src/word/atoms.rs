//! A paragraph as a row of atoms: its characters, marks and controls in reading
//! order, each with the bytes it was written with.
//!
//! Detection reads atoms, writing replaces stretches of them. Text boxes are
//! paragraphs of their own; deleted text, field codes and `mc:Fallback` are not read.

use std::ops::Range;

use ooxml::{NodeId, Ns, Tree};

use super::glyphs;

/// What an atom is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AtomKind {
    /// A character of a `w:t`, a tab (`\t`) or a break (`\n`).
    Text,
    /// A tick glyph in the text, or a `w:sym`.
    Mark {
        /// Whether it is ticked.
        on: bool,
    },
    /// A `w14:checkbox` control; `node` is its `w:sdt`.
    CheckControl {
        /// Whether it is ticked.
        on: bool,
    },
    /// A legacy check box; `node` is the `w:r` of its `begin`.
    CheckField {
        /// Whether it is ticked.
        on: bool,
    },
    /// The start of an inline `w:sdt`; `node` is the control.
    Control,
    /// A character inside a content control.
    ControlText,
    /// A character of a control's placeholder.
    Placeholder,
    /// The start of a legacy text or list field; `node` is the `w:r` of its `begin`.
    FormField,
    /// A character of a legacy field's result.
    FieldText,
    /// A picture.
    Picture,
}

/// One atom of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Atom {
    /// What it is.
    pub(crate) kind: AtomKind,
    /// The character it reads as; a space for what is not a character.
    pub(crate) c: char,
    /// Its bytes in the source; the whole element for what is not in a `w:t`.
    pub(crate) bytes: Range<usize>,
    /// The `w:t`, `w:tab`, `w:br`, `w:sym`, `w:sdt` or `w:r` it comes from.
    pub(crate) node: NodeId,
    /// The run around it; for a control, the control.
    pub(crate) run: NodeId,
    /// Drawn with a line under it.
    pub(crate) underlined: bool,
    /// Drawn bold.
    pub(crate) bold: bool,
}

impl Atom {
    /// Whether nothing is read here: white space, lines, controls and what is in them.
    pub(crate) fn is_blank(&self) -> bool {
        match self.kind {
            AtomKind::Text => self.c.is_whitespace() || glyphs::is_filler(self.c),
            AtomKind::Control
            | AtomKind::ControlText
            | AtomKind::Placeholder
            | AtomKind::FormField
            | AtomKind::FieldText => true,
            _ => false,
        }
    }

    /// Whether it is something to tick.
    pub(crate) fn is_mark(&self) -> bool {
        self.is_ticked().is_some()
    }

    /// Whether it is ticked, for something to tick.
    pub(crate) fn is_ticked(&self) -> Option<bool> {
        match self.kind {
            AtomKind::Mark { on } | AtomKind::CheckControl { on } | AtomKind::CheckField { on } => {
                Some(on)
            }
            _ => None,
        }
    }
}

/// How a complex field goes, from `begin` to `end`.
struct OpenField {
    is_form: bool,
    hides_result: bool,
    in_result: bool,
}

struct Reader<'a> {
    tree: &'a Tree,
    atoms: Vec<Atom>,
    fields: Vec<OpenField>,
}

/// What the elements around a run say.
#[derive(Clone, Copy)]
struct Around {
    in_control: bool,
    is_placeholder: bool,
}

/// The atoms of `paragraph`, a `w:p`.
pub(crate) fn atoms(tree: &Tree, paragraph: NodeId) -> Vec<Atom> {
    let mut around = Around { in_control: false, is_placeholder: false };
    for outer in tree.ancestors(paragraph) {
        if tree.is(outer, Ns::W, "txbxContent") {
            break;
        }
        if is_answer_control(tree, outer) {
            around.in_control = true;
            around.is_placeholder |= shows_placeholder(tree, outer);
        }
    }
    let mut reader = Reader { tree, atoms: Vec::new(), fields: Vec::new() };
    reader.children(paragraph, around);
    reader.atoms
}

/// A `w:sdt` that holds an answer, not one that groups a table of contents or repeats rows.
pub(crate) fn is_answer_control(tree: &Tree, node: NodeId) -> bool {
    tree.is(node, Ns::W, "sdt")
        && tree.child(node, Ns::W, "sdtPr").is_none_or(|properties| {
            !tree.children(properties).any(|it| {
                matches!(
                    tree.local(it),
                    "docPartObj"
                        | "docPartList"
                        | "repeatingSection"
                        | "repeatingSectionItem"
                        | "group"
                )
            })
        })
}

/// Whether a control says that its words are only a prompt (`w:showingPlcHdr`).
pub(crate) fn shows_placeholder(tree: &Tree, control: NodeId) -> bool {
    tree.child(control, Ns::W, "sdtPr")
        .and_then(|it| tree.child(it, Ns::W, "showingPlcHdr"))
        .is_some_and(|it| is_on(tree, it))
}

/// The value of an on/off element (ECMA-376 part 1, 17.17.4): absent means on.
pub(crate) fn is_on(tree: &Tree, node: NodeId) -> bool {
    let value = tree.attr(node, Ns::W, "val").or_else(|| tree.attr(node, Ns::W14, "val"));
    value.is_none_or(|it| matches!(&*it, "1" | "true" | "on"))
}

impl Reader<'_> {
    fn children(&mut self, node: NodeId, around: Around) {
        let tree = self.tree;
        for child in tree.children(node) {
            self.element(child, around);
        }
    }

    fn element(&mut self, node: NodeId, around: Around) {
        let tree = self.tree;
        match (tree.ns(node), tree.local(node)) {
            (Ns::W, "r") => self.run(node, around),
            (Ns::W, "sdt") => self.control(node, around),
            (Ns::W, "pPr" | "rPr" | "sdtPr" | "sdtEndPr" | "del" | "moveFrom" | "txbxContent")
            | (Ns::Mc, "Fallback") => {}
            _ => self.children(node, around),
        }
    }

    fn control(&mut self, node: NodeId, around: Around) {
        let tree = self.tree;
        let properties = tree.child(node, Ns::W, "sdtPr");
        let check =
            properties.and_then(|it| tree.children(it).find(|it| tree.local(*it) == "checkbox"));
        if let Some(check) = check {
            let on = tree
                .children(check)
                .find(|it| tree.local(*it) == "checked")
                .is_some_and(|it| is_on(tree, it));
            self.push(AtomKind::CheckControl { on }, '☐', tree.range(node), node, node, None);
            return;
        }
        if !is_answer_control(tree, node) {
            return self.children(node, around);
        }
        self.push(AtomKind::Control, ' ', tree.range(node), node, node, None);
        let inside = Around {
            in_control: true,
            is_placeholder: around.is_placeholder || shows_placeholder(tree, node),
        };
        if let Some(content) = tree.child(node, Ns::W, "sdtContent") {
            self.children(content, inside);
        }
    }

    fn run(&mut self, run: NodeId, around: Around) {
        let tree = self.tree;
        let style = RunStyle::of(tree, run);
        if style.hidden {
            return;
        }
        for node in tree.children(run) {
            match (tree.ns(node), tree.local(node)) {
                (Ns::W, "fldChar") => self.field(node, run),
                (Ns::W, "t") => self.text(node, run, around, &style),
                (Ns::W, "tab" | "ptab") => {
                    self.character('\t', tree.range(node), node, run, around, &style);
                }
                (Ns::W, "br" | "cr") => {
                    self.character('\n', tree.range(node), node, run, around, &style);
                }
                (Ns::W, "noBreakHyphen") => {
                    self.character('-', tree.range(node), node, run, around, &style);
                }
                (Ns::W, "sym") => self.symbol(node, run, around, &style),
                (Ns::W, "drawing" | "pict" | "object") => self.picture(node, run),
                (Ns::Mc, "AlternateContent") => {
                    if let Some(choice) = tree.child(node, Ns::Mc, "Choice") {
                        self.picture(choice, run);
                    }
                }
                _ => {}
            }
        }
    }

    fn picture(&mut self, node: NodeId, run: NodeId) {
        let tree = self.tree;
        let shows = tree.descendants(node).any(|it| matches!(tree.local(it), "blip" | "imagedata"));
        if shows {
            self.push(AtomKind::Picture, '\u{fffc}', tree.range(node), node, run, None);
        }
    }

    fn field(&mut self, node: NodeId, run: NodeId) {
        let tree = self.tree;
        match tree.attr(node, Ns::W, "fldCharType").as_deref() {
            Some("begin") => {
                let mut field = OpenField { is_form: false, hides_result: false, in_result: false };
                if let Some(form) = tree.child(node, Ns::W, "ffData") {
                    field.is_form = true;
                    if let Some(check) = tree.child(form, Ns::W, "checkBox") {
                        field.hides_result = true;
                        let on = tree
                            .child(check, Ns::W, "checked")
                            .or_else(|| tree.child(check, Ns::W, "default"))
                            .is_some_and(|it| is_on(tree, it));
                        self.push(
                            AtomKind::CheckField { on },
                            '☐',
                            tree.range(run),
                            run,
                            run,
                            None,
                        );
                    } else {
                        self.push(AtomKind::FormField, ' ', tree.range(run), run, run, None);
                        if let Some(list) = tree.child(form, Ns::W, "ddList") {
                            field.hides_result = true;
                            self.chosen(list, run);
                        }
                    }
                }
                self.fields.push(field);
            }
            Some("separate") => {
                if let Some(field) = self.fields.last_mut() {
                    field.in_result = true;
                }
            }
            Some("end") => {
                self.fields.pop();
            }
            _ => {}
        }
    }

    /// The entry a legacy list shows, when it says which.
    fn chosen(&mut self, list: NodeId, run: NodeId) {
        let tree = self.tree;
        let Some(result) = tree.child(list, Ns::W, "result") else { return };
        let number: usize =
            tree.attr(result, Ns::W, "val").and_then(|it| it.parse().ok()).unwrap_or(0);
        let entry = tree
            .children(list)
            .filter(|it| tree.is(*it, Ns::W, "listEntry"))
            .nth(number)
            .and_then(|it| tree.attr(it, Ns::W, "val"));
        for c in entry.unwrap_or_default().chars() {
            self.push(AtomKind::FieldText, c, tree.range(run), run, run, None);
        }
    }

    fn is_hidden_by_field(&self) -> bool {
        self.fields.iter().any(|it| it.hides_result || !it.in_result)
    }

    fn kind(&self, around: Around) -> AtomKind {
        if around.is_placeholder {
            AtomKind::Placeholder
        } else if self.fields.iter().any(|it| it.is_form && it.in_result) {
            AtomKind::FieldText
        } else if around.in_control {
            AtomKind::ControlText
        } else {
            AtomKind::Text
        }
    }

    fn text(&mut self, node: NodeId, run: NodeId, around: Around, style: &RunStyle) {
        let tree = self.tree;
        for (c, bytes) in tree.chars(node) {
            if let Some(on) = glyphs::state_in_font(&style.font, c).or_else(|| glyphs::state(c)) {
                if !self.is_hidden_by_field() {
                    self.push(AtomKind::Mark { on }, c, bytes, node, run, Some(style));
                }
            } else {
                self.character(c, bytes, node, run, around, style);
            }
        }
    }

    fn symbol(&mut self, node: NodeId, run: NodeId, around: Around, style: &RunStyle) {
        let tree = self.tree;
        let font = tree.attr(node, Ns::W, "font").unwrap_or_default();
        let code = tree
            .attr(node, Ns::W, "char")
            .and_then(|it| u32::from_str_radix(&it, 16).ok())
            .unwrap_or(0);
        let c = char::from_u32(0xF000 | (code & 0xFF)).unwrap_or(' ');
        match glyphs::state_in_font(&font, c) {
            Some(on) => {
                self.push(AtomKind::Mark { on }, '☐', tree.range(node), node, run, Some(style));
            }
            None => self.character(c, tree.range(node), node, run, around, style),
        }
    }

    fn character(
        &mut self,
        c: char,
        bytes: Range<usize>,
        node: NodeId,
        run: NodeId,
        around: Around,
        style: &RunStyle,
    ) {
        if !self.is_hidden_by_field() {
            self.push(self.kind(around), c, bytes, node, run, Some(style));
        }
    }

    fn push(
        &mut self,
        kind: AtomKind,
        c: char,
        bytes: Range<usize>,
        node: NodeId,
        run: NodeId,
        style: Option<&RunStyle>,
    ) {
        let underlined = style.is_some_and(|it| it.underlined);
        let bold = style.is_some_and(|it| it.bold);
        self.atoms.push(Atom { kind, c, bytes, node, run, underlined, bold });
    }
}

/// What a run's own properties say.
struct RunStyle {
    underlined: bool,
    bold: bool,
    hidden: bool,
    font: String,
}

impl RunStyle {
    fn of(tree: &Tree, run: NodeId) -> Self {
        let mut style = Self { underlined: false, bold: false, hidden: false, font: String::new() };
        let Some(properties) = tree.child(run, Ns::W, "rPr") else { return style };
        for node in tree.children(properties) {
            match tree.local(node) {
                "u" => {
                    style.underlined = tree.attr(node, Ns::W, "val").is_none_or(|it| it != "none");
                }
                "b" => style.bold = is_on(tree, node),
                "vanish" => style.hidden = is_on(tree, node),
                "rFonts" => {
                    let font =
                        tree.attr(node, Ns::W, "ascii").or_else(|| tree.attr(node, Ns::W, "hAnsi"));
                    style.font = font.unwrap_or_default().into_owned();
                }
                _ => {}
            }
        }
        style
    }
}

/// The words of a stretch of atoms: what is printed, without the contents of controls.
pub(crate) fn printed(atoms: &[Atom]) -> String {
    atoms.iter().filter(|it| it.kind == AtomKind::Text).map(|it| it.c).collect()
}

/// Everything that reads as a character, answers in controls included, prompts not.
pub(crate) fn written(atoms: &[Atom]) -> String {
    atoms
        .iter()
        .filter(|it| {
            matches!(it.kind, AtomKind::Text | AtomKind::ControlText | AtomKind::FieldText)
        })
        .map(|it| it.c)
        .collect()
}
