//! Puts marks around the blanks of a story, by insertions alone.
//!
//! Marks among words split the run they fall into; both halves look as the run
//! did. Marks of whole cells and paragraphs stand between the paragraphs, where
//! no answer is ever written, and [`super::show`] takes them inside.

use std::{borrow::Cow, collections::BTreeMap, ops::Range};

use ooxml::{Edit, NodeId, Ns, Tree};

use super::PREFIX;
use crate::{
    Field,
    word::{
        Found, Story,
        atoms::{Atom, AtomKind, atoms},
        blank::{Blank, Line, Stretch, Tick},
        grid::Grid,
        write::{Inside, Names, after, before, end_run, open_run, out_of_cdata, twin_of},
    },
};

/// A place for a mark.
#[derive(Debug, Clone, Copy)]
struct Edge {
    byte: usize,
    inside: Inside,
    /// An element nearby, whose prefix the mark takes.
    near: NodeId,
}

/// A blank's two places.
#[derive(Debug, Clone, Copy)]
struct Span {
    from: Edge,
    to: Edge,
}

/// Which printed character a point takes in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lean {
    Back,
    Forward,
}

/// Marks the blanks of one story.
pub(super) struct Marker<'a> {
    story: &'a Story,
    /// The marks by their byte, in the order they were put there.
    marks: BTreeMap<usize, (Edge, String)>,
    number: u64,
}

/// The highest number of a bookmark in a part.
pub(super) fn last_bookmark(tree: &Tree) -> u64 {
    let all = tree.descendants(tree.root()).filter(|it| tree.is(*it, Ns::W, "bookmarkStart"));
    let numbers = all.filter_map(|it| tree.attr(it, Ns::W, "id")?.parse::<u32>().ok());
    numbers.max().map_or(0, u64::from)
}

impl<'a> Marker<'a> {
    /// A marker that counts on from the bookmark `number`.
    pub(super) fn new(story: &'a Story, number: u64) -> Self {
        Self { story, marks: BTreeMap::new(), number }
    }

    /// The number of the last bookmark it made.
    pub(super) fn last_number(&self) -> u64 {
        self.number
    }

    /// Marks a field's blank, in both copies of a text box. Says whether it could.
    pub(super) fn mark(&mut self, found: &Found) -> bool {
        let name = format!("{PREFIX}{}", found.field.id);
        if let Some(twin) = twin_of(self.story, &found.blank) {
            self.blank(&name, &twin);
        }
        if found.blank != Blank::Nothing {
            return self.blank(&name, &found.blank);
        }
        let Some(span) = self.place_of(&found.field) else { return false };
        self.put(span.from, &name, "from");
        self.put(span.to, &name, "to");
        true
    }

    /// Every mark as an edit; bookmarks that would pass for ours go.
    pub(super) fn finish(self) -> Vec<Edit> {
        let tree = &self.story.tree;
        let strangers = tree.descendants(tree.root()).filter(|it| {
            tree.is(*it, Ns::W, "bookmarkStart")
                && tree.attr(*it, Ns::W, "name").is_some_and(|it| it.starts_with(PREFIX))
        });
        let mut edits: Vec<Edit> = strangers.map(|it| Edit::delete(tree.range(it))).collect();
        edits.extend(
            self.marks
                .iter()
                .map(|(byte, (edge, marks))| Edit::insert(*byte, insertion(tree, *edge, marks))),
        );
        edits
    }

    fn blank(&mut self, name: &str, blank: &Blank) -> bool {
        let Some(span) = self.span(blank) else { return false };
        self.put(span.from, name, "from");
        match blank {
            Blank::Ticks(ticks) => {
                for (number, tick) in ticks.iter().enumerate() {
                    if let Some(span) = self.tick(tick) {
                        let name = format!("{name}.o{number}");
                        self.put(span.from, &name, "from");
                        self.put(span.to, &name, "to");
                    }
                }
            }
            Blank::Rows(rows) => {
                for (row, cells) in rows.iter().enumerate() {
                    for (column, cell) in cells.iter().enumerate() {
                        if let Some(cell) = cell {
                            self.blank(&format!("{name}.r{row}c{column}"), cell);
                        }
                    }
                }
            }
            _ => {}
        }
        self.put(span.to, name, "to");
        true
    }

    fn put(&mut self, edge: Edge, name: &str, side: &str) {
        self.number += 1;
        let names = Names::of(&self.story.tree, edge.near);
        let id = self.number.to_string();
        let name = ooxml::escape(&format!("{name}.{side}"));
        let start = names.empty("bookmarkStart", &[("id", &id), ("name", &name)]);
        let end = names.empty("bookmarkEnd", &[("id", &id)]);
        let (_, marks) = self.marks.entry(edge.byte).or_insert((edge, String::new()));
        marks.push_str(&start);
        marks.push_str(&end);
    }

    fn span(&self, blank: &Blank) -> Option<Span> {
        match blank {
            Blank::Cell(cell) | Blank::Prompt(cell) | Blank::Photo(cell) => self.container(*cell),
            Blank::Inline { stretch, style } => {
                // A short gap may stay before the answer.
                let is_short = *style == Line::Gap && stretch.atoms.len() == 1;
                Some(self.stretch(stretch, Lean::Back, is_short))
            }
            Blank::Letter { stretch, .. } => Some(self.stretch(stretch, Lean::Back, false)),
            Blank::Below { label, lines } => Some(self.below(*label, lines)),
            Blank::Mask(parts) => {
                join(parts.iter().map(|(_, it)| self.stretch(it, Lean::Forward, false)))
            }
            Blank::Ticks(ticks) => join(ticks.iter().filter_map(|it| self.tick(it))),
            Blank::Control(control) => self.control(*control),
            Blank::FormField(run) => Some(self.form_field(*run)),
            Blank::Digits(cells) => join(cells.iter().filter_map(|it| self.container(*it))),
            Blank::Rows(rows) => {
                let cells = rows.iter().flatten().flatten();
                join(cells.filter_map(|it| self.span(it)))
            }
            Blank::Nothing => None,
        }
    }

    fn tick(&self, tick: &Tick) -> Option<Span> {
        match tick {
            Tick::Glyph(stretch) | Tick::Brackets(stretch) | Tick::Bare(stretch) => {
                Some(self.stretch(stretch, Lean::Back, false))
            }
            Tick::Control(control) => self.control(*control),
            Tick::FormField(run) => Some(self.form_field(*run)),
            Tick::Cell(cell) => self.container(*cell),
        }
    }

    /// Where a field that is not for us stands: its cell, or a paragraph it has for itself.
    fn place_of(&self, field: &Field) -> Option<Span> {
        let place = &field.place;
        if let (None, Some(table), Some(row), Some(cell)) =
            (place.paragraph, place.table, place.row, place.cell)
        {
            let grid = Grid::new(&self.story.tree, *self.story.tables.get(table)?);
            return self.container(grid.rows.get(row)?.get(cell)?.node);
        }
        let paragraph = self.story.paragraphs.get(place.paragraph?)?;
        Some(self.paragraphs(*paragraph, *paragraph))
    }

    /// Around the paragraphs of a cell or text box.
    fn container(&self, container: NodeId) -> Option<Span> {
        let tree = &self.story.tree;
        let mut end = 0;
        let mut all = tree.descendants(container).filter(|it| {
            // Neither those of text boxes nor those of tables in the cell.
            let range = tree.range(*it);
            let is_outermost = range.start >= end && tree.is(*it, Ns::W, "p");
            if is_outermost {
                end = range.end;
            }
            is_outermost
        });
        let first = all.next()?;
        let last = all.last().unwrap_or(first);
        Some(self.paragraphs(first, last))
    }

    /// From the start of one paragraph to the end of another.
    fn paragraphs(&self, first: NodeId, last: NodeId) -> Span {
        let tree = &self.story.tree;
        let edge = |byte, near| Edge { byte, inside: Inside::Paragraph, near };
        Span { from: edge(tree.range(first).start, first), to: edge(tree.range(last).end, last) }
    }

    fn below(&self, label: NodeId, lines: &[NodeId]) -> Span {
        if let [first, .., last] | [first @ last] = lines {
            return self.paragraphs(*first, *last);
        }
        let mut span = self.paragraphs(label, label);
        let atoms = self.atoms(label);
        if let Some(last) = atoms.iter().rposition(|it| it.kind == AtomKind::Text) {
            span.from = self.before(&atoms, last, label);
        }
        span
    }

    fn control(&self, control: NodeId) -> Option<Span> {
        let tree = &self.story.tree;
        if !is_among_words(tree, control) {
            return self.container(control);
        }
        let range = tree.range(control);
        let edge = |byte| Edge { byte, inside: Inside::Paragraph, near: control };
        Some(Span { from: edge(range.start), to: edge(range.end) })
    }

    fn form_field(&self, begin: NodeId) -> Span {
        let tree = &self.story.tree;
        let end = end_run(tree, begin).unwrap_or(begin);
        let edge = |byte| Edge { byte, inside: Inside::Paragraph, near: begin };
        Span { from: edge(tree.range(begin).start), to: edge(tree.range(end).end) }
    }

    /// Around a stretch; a point takes in the character beside it that the
    /// answer would be written against.
    fn stretch(&self, stretch: &Stretch, lean: Lean, takes_label: bool) -> Span {
        let paragraph = stretch.paragraph;
        let atoms = self.atoms(paragraph);
        if atoms.is_empty() {
            return self.paragraphs(paragraph, paragraph);
        }
        let end = stretch.atoms.end.min(atoms.len());
        let mut range = stretch.atoms.start.min(end)..end;
        if range.is_empty() {
            range = beside(&atoms, range.start, lean);
        } else if takes_label {
            range.start = range.start.saturating_sub(1);
        }
        Span {
            from: self.before(&atoms, range.start, paragraph),
            to: self.after(&atoms, range.end - 1, paragraph),
        }
    }

    fn atoms(&self, paragraph: NodeId) -> Cow<'a, [Atom]> {
        let known = self.story.atoms(paragraph);
        if known.is_empty() {
            Cow::Owned(atoms(&self.story.tree, paragraph))
        } else {
            Cow::Borrowed(known)
        }
    }

    fn before(&self, atoms: &[Atom], at: usize, near: NodeId) -> Edge {
        let tree = &self.story.tree;
        let (mut byte, mut inside) = before(tree, atoms, at);
        if let Inside::Text(text, run) = inside
            && byte == tree.inner(text).start
        {
            (byte, inside) = (tree.range(text).start, Inside::Run(run));
        }
        if let Inside::Run(run) = inside
            && words_of(tree, run).all(|it| tree.range(it).start >= byte)
        {
            (byte, inside) = (tree.range(run).start, Inside::Paragraph);
        }
        Edge { byte, inside, near }
    }

    fn after(&self, atoms: &[Atom], at: usize, near: NodeId) -> Edge {
        let tree = &self.story.tree;
        let (mut byte, mut inside) = after(tree, atoms, at);
        if let Inside::Text(text, run) = inside
            && byte == tree.inner(text).end
        {
            (byte, inside) = (tree.range(text).end, Inside::Run(run));
        }
        if let Inside::Run(run) = inside
            && words_of(tree, run).all(|it| tree.range(it).end <= byte)
        {
            (byte, inside) = (tree.range(run).end, Inside::Paragraph);
        }
        Edge { byte, inside, near }
    }
}

/// From the first place to the last.
fn join(spans: impl Iterator<Item = Span>) -> Option<Span> {
    spans.reduce(|all, it| Span {
        from: if it.from.byte < all.from.byte { it.from } else { all.from },
        to: if it.to.byte > all.to.byte { it.to } else { all.to },
    })
}

/// The atom beside a point: the one the writer would write against.
fn beside(atoms: &[Atom], at: usize, lean: Lean) -> Range<usize> {
    let is_words = |it: usize| {
        atoms.get(it).is_some_and(|it| matches!(it.kind, AtomKind::Text | AtomKind::Mark { .. }))
    };
    let back = at.checked_sub(1);
    let forward = (at < atoms.len()).then_some(at);
    let (first, second) = match lean {
        Lean::Back => (back, forward),
        Lean::Forward => (forward, back),
    };
    let chosen = first.filter(|it| is_words(*it)).or(second.filter(|it| is_words(*it)));
    let chosen = chosen.or(back).unwrap_or(0);
    chosen..chosen + 1
}

/// A run's children, its properties left out.
fn words_of(tree: &Tree, run: NodeId) -> impl Iterator<Item = NodeId> + '_ {
    tree.children(run).filter(|it| !tree.is(*it, Ns::W, "rPr"))
}

/// Whether an element stands inside a paragraph, and not around or between some.
pub(super) fn is_among_words(tree: &Tree, node: NodeId) -> bool {
    let around = tree.ancestors(node).find(|it| {
        tree.ns(*it) == Ns::W
            && matches!(tree.local(*it), "p" | "tc" | "tr" | "tbl" | "txbxContent")
    });
    around.is_some_and(|it| tree.is(it, Ns::W, "p"))
}

/// Marks as they are written at their place.
fn insertion(tree: &Tree, edge: Edge, marks: &str) -> String {
    match edge.inside {
        Inside::Paragraph => marks.to_owned(),
        Inside::Run(run) => {
            let close = Names::of(tree, run).close("r");
            format!("{close}{marks}{}{}", open_run(tree, run), properties(tree, run))
        }
        Inside::Text(text, run) => {
            let names = Names::of(tree, run);
            let (close_text, close_run) = (names.close("t"), names.close("r"));
            let (open, looks) = (open_run(tree, run), properties(tree, run));
            let open_text = names.open_text();
            let xml = format!("{close_text}{close_run}{marks}{open}{looks}{open_text}");
            out_of_cdata(tree, text, edge.byte, &xml)
        }
    }
}

/// A run's properties as they are written.
fn properties(tree: &Tree, run: NodeId) -> &str {
    tree.child(run, Ns::W, "rPr").map_or("", |it| &tree.source()[tree.range(it)])
}
