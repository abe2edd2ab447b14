//! Words put among a paragraph's atoms, at bytes that no other answer needs.
//!
//! Where the words look like the run around them they are written into it.
//! Elsewhere the run is closed, the answer gets a run of its own, and the run
//! is opened again, so that several answers may stand in one `w:t`.

use std::{borrow::Cow, ops::Range};

use ooxml::{Edit, NodeId, Ns, Tree, escape};

use super::{Pen, form_field, names::Names, run::Properties};
use crate::word::{
    atoms::{Atom, AtomKind, atoms},
    blank::Stretch,
};

/// A paragraph and what can be read in it.
pub(super) struct Paragraph<'a> {
    pub(super) node: NodeId,
    pub(super) atoms: Cow<'a, [Atom]>,
}

/// Where words go in a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Spot {
    /// In the place of these atoms, of which there is at least one.
    Over(Range<usize>),
    /// Right before this atom.
    Before(usize),
    /// Right after this atom.
    After(usize),
    /// After everything.
    End,
}

/// What a place in the source is directly inside of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Inside {
    /// A `w:t`, in this run.
    Text(NodeId, NodeId),
    /// A `w:r`.
    Run(NodeId),
    /// A `w:p`, or what holds runs in it.
    Paragraph,
}

impl<'a> Pen<'a> {
    /// A paragraph of the story, or its twin in `mc:Fallback`.
    pub(super) fn paragraph(&self, node: NodeId) -> Paragraph<'a> {
        let known = self.story.atoms(node);
        let atoms = if known.is_empty() {
            Cow::Owned(atoms(&self.story.tree, node))
        } else {
            Cow::Borrowed(known)
        };
        Paragraph { node, atoms }
    }

    /// The paragraph of a stretch, and the stretch kept within it.
    pub(super) fn stretch(&self, stretch: &Stretch) -> (Paragraph<'a>, Range<usize>) {
        let paragraph = self.paragraph(stretch.paragraph);
        let end = stretch.atoms.end.min(paragraph.atoms.len());
        (paragraph, stretch.atoms.start.min(end)..end)
    }

    /// Writes `text`, drawn so.
    pub(super) fn put(
        &mut self,
        paragraph: &Paragraph<'_>,
        spot: &Spot,
        text: &str,
        drawn: &Properties,
    ) {
        let last = paragraph.atoms.len().checked_sub(1);
        let drawn = &drawn.clone().for_words(text);
        match spot {
            Spot::Before(at) | Spot::After(at) if last.is_none_or(|last| *at > last) => {
                self.append(paragraph.node, text, drawn);
            }
            Spot::Over(range) => self.put_over(paragraph, range, text, drawn),
            Spot::Before(at) => {
                let (byte, inside) = before(&self.story.tree, &paragraph.atoms, *at);
                if let Inside::Text(node, _) = inside
                    && at.checked_sub(1).is_some_and(|it| paragraph.atoms[it].c.is_whitespace())
                {
                    self.preserve(node);
                }
                let is_first = at
                    .checked_sub(1)
                    .is_none_or(|it| paragraph.atoms[it].run != paragraph.atoms[*at].run);
                let (byte, inside) = self.beside_run(byte, inside, drawn, is_first, |it| it.start);
                self.put_at(byte, inside, text, drawn, paragraph.node);
            }
            Spot::After(at) => {
                let (byte, inside) = after(&self.story.tree, &paragraph.atoms, *at);
                let is_last =
                    paragraph.atoms.get(at + 1).is_none_or(|it| it.run != paragraph.atoms[*at].run);
                let (byte, inside) = self.beside_run(byte, inside, drawn, is_last, |it| it.end);
                if let Inside::Text(node, _) = inside
                    && paragraph.atoms[*at].c.is_whitespace()
                {
                    self.preserve(node);
                }
                self.put_at(byte, inside, text, drawn, paragraph.node);
            }
            Spot::End => self.append(paragraph.node, text, drawn),
        }
    }

    /// At the edge of a run that looks different, words go beside it and not into it.
    fn beside_run(
        &self,
        byte: usize,
        inside: Inside,
        drawn: &Properties,
        is_edge: bool,
        edge: impl Fn(Range<usize>) -> usize,
    ) -> (usize, Inside) {
        let tree = &self.story.tree;
        match inside {
            Inside::Text(_, run) | Inside::Run(run)
                if is_edge
                    && is_simple(tree, run)
                    && Properties::of_run(tree, run).xml() != drawn.xml() =>
            {
                (edge(tree.range(run)), Inside::Paragraph)
            }
            _ => (byte, inside),
        }
    }

    /// Puts a run at the end of a paragraph, which may be written `<w:p/>`.
    pub(super) fn append(&mut self, paragraph: NodeId, text: &str, drawn: &Properties) {
        let names = Names::of(&self.story.tree, paragraph);
        let drawn = drawn.clone().for_words(text);
        let edit = self.story.tree.append(paragraph, &run(&names, &drawn, text));
        self.edits.push(edit);
    }

    /// Takes the characters of these atoms away; everything else of them stays.
    pub(super) fn erase(&mut self, atoms: &[Atom], range: Range<usize>) {
        let tree = &self.story.tree;
        let mut pending: Option<(NodeId, Range<usize>)> = None;
        let mut edits = Vec::new();
        for atom in atoms[range.clone()].iter().filter(|it| may_go(tree, it)) {
            match &mut pending {
                Some((node, bytes)) if *node == atom.node && bytes.end == atom.bytes.start => {
                    bytes.end = atom.bytes.end;
                }
                _ => {
                    edits.extend(pending.take().map(|(_, bytes)| Edit::delete(bytes)));
                    pending = Some((atom.node, atom.bytes.clone()));
                }
            }
        }
        edits.extend(pending.map(|(_, bytes)| Edit::delete(bytes)));
        self.edits.extend(edits);
        self.keep_edges(atoms, range);
    }

    /// Spaces that were in the middle of a `w:t` and come to stand at its edge must still count.
    fn keep_edges(&mut self, atoms: &[Atom], range: Range<usize>) {
        if range.is_empty() {
            return;
        }
        let edges = [
            (range.start.checked_sub(1), range.start),
            (Some(range.end), range.end.wrapping_sub(1)),
        ];
        for (outside, inside) in edges {
            let outside = outside.and_then(|it| atoms.get(it));
            if let (Some(outside), Some(inside)) = (outside, atoms.get(inside))
                && outside.node == inside.node
                && outside.c.is_whitespace()
            {
                self.preserve(outside.node);
            }
        }
    }

    /// Says of a `w:t` that its spaces count.
    pub(super) fn preserve(&mut self, text: NodeId) {
        let tree = &self.story.tree;
        if !tree.is(text, Ns::W, "t") {
            return;
        }
        let edit = match tree.attr_range(text, Ns::Xml, "space") {
            Some(value) if &tree.source()[value.clone()] == "preserve" => return,
            Some(value) => Edit::replace(value, "preserve"),
            None => {
                let name = tree.prefix(text).len() + tree.local(text).len();
                Edit::insert(tree.range(text).start + 1 + name, " xml:space=\"preserve\"")
            }
        };
        self.once.push(edit);
    }

    fn put_over(
        &mut self,
        paragraph: &Paragraph<'_>,
        range: &Range<usize>,
        text: &str,
        drawn: &Properties,
    ) {
        let tree = &self.story.tree;
        let atoms = &paragraph.atoms;
        let Some(first) = range.clone().find(|it| may_go(tree, &atoms[*it])) else {
            return self.put(paragraph, &Spot::Before(range.start), text, drawn);
        };
        let anchor = &atoms[first];
        let own = anchor.run;
        let names = Names::of(tree, own);
        let in_run = |it: &Atom| it.run == own;
        let is_simple = is_simple(tree, own);
        let stays_before = atoms[..range.start].iter().any(in_run);
        let stays_after = atoms[range.end..].iter().any(in_run);
        if is_simple && !stays_before && !stays_after {
            self.edits.push(Edit::replace(tree.range(own), run(&names, drawn, text)));
            let others = atoms[range.clone()]
                .iter()
                .position(|it| it.run != own && it.bytes.start > anchor.bytes.start);
            return self.erase(atoms, others.map_or(range.end, |it| range.start + it)..range.end);
        }
        if drawn.xml() == Properties::of_run(tree, own).xml() {
            return self.put_in_place(atoms, range, first, text, &names);
        }
        if is_simple && !stays_after {
            self.edits.push(Edit::insert(tree.range(own).end, run(&names, drawn, text)));
            return self.erase(atoms, range.clone());
        }
        if is_simple && !stays_before {
            self.edits.push(Edit::insert(tree.range(own).start, run(&names, drawn, text)));
            return self.erase(atoms, range.clone());
        }
        self.put_at(anchor.bytes.start, inside_of(tree, anchor), text, drawn, paragraph.node);
        self.erase(atoms, range.clone());
    }

    /// Into the run that is there, which looks as the answer should.
    fn put_in_place(
        &mut self,
        atoms: &[Atom],
        range: &Range<usize>,
        first: usize,
        text: &str,
        names: &Names,
    ) {
        let tree = &self.story.tree;
        let anchor = &atoms[first];
        let words = match inside_of(tree, anchor) {
            Inside::Text(node, _) => {
                let alone = |it: Option<&Atom>| it.is_none_or(|it| it.node != node);
                let is_first = alone(first.checked_sub(1).map(|it| &atoms[it]));
                let is_last = alone(atoms.get(range.end));
                if (is_first && text.starts_with(char::is_whitespace))
                    || (is_last && text.ends_with(char::is_whitespace))
                    || text.contains(['\n', '\t'])
                {
                    self.preserve(node);
                }
                out_of_cdata(tree, node, anchor.bytes.start, &inside_text(names, text))
            }
            _ => inside_run(names, text),
        };
        let same = atoms[first..range.end]
            .windows(2)
            .take_while(|it| it[1].node == it[0].node && it[0].bytes.end == it[1].bytes.start)
            .count();
        let same = if matches!(inside_of(tree, anchor), Inside::Text(..)) { same } else { 0 };
        let last = first + same;
        self.edits.push(Edit::replace(anchor.bytes.start..atoms[last].bytes.end, words));
        self.keep_edges(atoms, first..last + 1);
        self.erase(atoms, last + 1..range.end);
    }

    /// At a byte that is not part of any word.
    fn put_at(
        &mut self,
        byte: usize,
        inside: Inside,
        text: &str,
        drawn: &Properties,
        paragraph: NodeId,
    ) {
        let tree = &self.story.tree;
        let xml = match inside {
            Inside::Paragraph => run(&Names::of(tree, paragraph), drawn, text),
            Inside::Run(own) => {
                let names = Names::of(tree, own);
                let looks = Properties::of_run(tree, own).xml();
                if looks == drawn.xml() {
                    inside_run(&names, text)
                } else {
                    let answer = run(&names, drawn, text);
                    format!("{}{answer}{}{looks}", names.close("r"), open_run(tree, own))
                }
            }
            Inside::Text(node, own) => {
                let names = Names::of(tree, own);
                let looks = Properties::of_run(tree, own).xml();
                let xml = if looks == drawn.xml() {
                    if text.starts_with(char::is_whitespace)
                        || text.ends_with(char::is_whitespace)
                        || text.contains(['\n', '\t'])
                    {
                        self.preserve(node);
                    }
                    inside_text(&names, text)
                } else {
                    let answer = run(&names, drawn, text);
                    let (close_text, close_run) = (names.close("t"), names.close("r"));
                    let (open, open_text) = (open_run(tree, own), names.open_text());
                    format!("{close_text}{close_run}{answer}{open}{looks}{open_text}")
                };
                out_of_cdata(tree, node, byte, &xml)
            }
        };
        self.edits.push(Edit::insert(byte, xml));
    }
}

/// A whole run of `text`.
pub(super) fn run(names: &Names, drawn: &Properties, text: &str) -> String {
    names.around("r", &format!("{}{}", drawn.xml(), inside_run(names, text)))
}

/// The children of a run that read as `text`: breaks and tabs are elements.
pub(super) fn inside_run(names: &Names, text: &str) -> String {
    let mut out = String::new();
    let mut words = String::new();
    for c in text.chars().chain(['\0']) {
        let element = match c {
            '\n' => names.empty("br", &[]),
            '\t' => names.empty("tab", &[]),
            '\0' => String::new(),
            _ => {
                words.push(c);
                continue;
            }
        };
        if !words.is_empty() {
            out.push_str(&names.open_text());
            out.push_str(&escape(&words));
            out.push_str(&names.close("t"));
            words.clear();
        }
        out.push_str(&element);
    }
    out
}

/// The same for a place inside a `w:t`.
pub(super) fn inside_text(names: &Names, text: &str) -> String {
    let (close, open) = (names.close("t"), names.open_text());
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '\n' => out.extend([close.as_str(), &names.empty("br", &[]), &open]),
            '\t' => out.extend([close.as_str(), &names.empty("tab", &[]), &open]),
            _ => out.push_str(&escape(c.encode_utf8(&mut [0; 4]))),
        }
    }
    out
}

/// Whether an atom is a character that may be taken away.
fn may_go(tree: &Tree, atom: &Atom) -> bool {
    let is_words = matches!(atom.kind, AtomKind::Text | AtomKind::Mark { .. });
    let ends_page = tree.is(atom.node, Ns::W, "br")
        && tree.attr(atom.node, Ns::W, "type").is_some_and(|it| it != "textWrapping");
    is_words && !ends_page
}

/// Whether a run holds nothing but words, so that it may be replaced or written beside.
pub(super) fn is_simple(tree: &Tree, run: NodeId) -> bool {
    tree.children(run).all(|it| {
        let is_page_break = tree.attr(it, Ns::W, "type").is_some_and(|kind| kind != "textWrapping");
        tree.ns(it) == Ns::W
            && !is_page_break
            && matches!(
                tree.local(it),
                "rPr"
                    | "t"
                    | "tab"
                    | "ptab"
                    | "br"
                    | "cr"
                    | "sym"
                    | "noBreakHyphen"
                    | "softHyphen"
                    | "lastRenderedPageBreak"
            )
    })
}

/// The opening tag of a run.
pub(crate) fn open_run(tree: &Tree, run: NodeId) -> &str {
    &tree.source()[tree.range(run).start..tree.inner(run).start]
}

fn inside_of(tree: &Tree, atom: &Atom) -> Inside {
    if tree.is(atom.node, Ns::W, "t") {
        Inside::Text(atom.node, atom.run)
    } else {
        Inside::Run(atom.run)
    }
}

/// The place right before an atom.
pub(crate) fn before(tree: &Tree, atoms: &[Atom], at: usize) -> (usize, Inside) {
    let atom = &atoms[at];
    match atom.kind {
        AtomKind::Text | AtomKind::Mark { .. } => (atom.bytes.start, inside_of(tree, atom)),
        AtomKind::Picture | AtomKind::FormField | AtomKind::CheckField { .. } => {
            (tree.range(atom.run).start, Inside::Paragraph)
        }
        AtomKind::FieldText => {
            let begin = atoms[..at].iter().rfind(|it| it.kind == AtomKind::FormField);
            (tree.range(begin.map_or(atom.run, |it| it.run)).start, Inside::Paragraph)
        }
        _ => match outermost_control(tree, atom.node) {
            Some(control) => (tree.range(control).start, Inside::Paragraph),
            None => (atom.bytes.start, inside_of(tree, atom)),
        },
    }
}

/// The place right after an atom.
pub(crate) fn after(tree: &Tree, atoms: &[Atom], at: usize) -> (usize, Inside) {
    let atom = &atoms[at];
    match atom.kind {
        AtomKind::Text | AtomKind::Mark { .. } => (atom.bytes.end, inside_of(tree, atom)),
        AtomKind::Picture => (tree.range(atom.run).end, Inside::Paragraph),
        AtomKind::FieldText | AtomKind::FormField | AtomKind::CheckField { .. } => {
            let begin = atoms[..=at]
                .iter()
                .rfind(|it| matches!(it.kind, AtomKind::FormField | AtomKind::CheckField { .. }))
                .map_or(atom.run, |it| it.run);
            let end = form_field::end_run(tree, begin).unwrap_or(begin);
            (tree.range(end).end, Inside::Paragraph)
        }
        _ => match outermost_control(tree, atom.node) {
            Some(control) => (tree.range(control).end, Inside::Paragraph),
            None => (atom.bytes.end, inside_of(tree, atom)),
        },
    }
}

/// The outermost content control around a node, or that is the node, within its paragraph.
fn outermost_control(tree: &Tree, node: NodeId) -> Option<NodeId> {
    let around = std::iter::once(node).chain(tree.ancestors(node));
    let inside = around.take_while(|it| !tree.is(*it, Ns::W, "p"));
    inside.filter(|it| tree.is(*it, Ns::W, "sdt")).last()
}

/// Markup inside a CDATA section would be text: it is closed before and opened after.
pub(crate) fn out_of_cdata(tree: &Tree, text: NodeId, byte: usize, xml: &str) -> String {
    let before = &tree.source()[tree.inner(text).start..byte];
    let is_inside = match (before.rfind("<![CDATA["), before.rfind("]]>")) {
        (Some(open), Some(close)) => open > close,
        (open, _) => open.is_some(),
    };
    if is_inside { format!("]]>{xml}<![CDATA[") } else { xml.to_owned() }
}
