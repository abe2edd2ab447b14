//! Finds the fields of a story: which words ask, and which blank answers them.
//!
//! A story is walked in document order. Paragraphs give the blanks that stand
//! in a line ([`paragraph`]), marks give options ([`ticks`]), tables give cells
//! ([`table`]), and the body's headings give sections ([`flow`]). Every rule is
//! about how forms are laid out; which fact a label means is decided elsewhere.

mod asks;
mod boxes;
mod control;
pub(crate) mod cues;
mod flow;
mod headers;
mod headings;
mod letters;
mod options;
mod paragraph;
mod rows;
mod table;
#[cfg(test)]
mod tests;
pub(crate) mod text;
mod ticks;
mod within;

use std::collections::HashSet;

use cues::Cues;
use ooxml::NodeId;

use super::{
    blank::{Blank, Stretch},
    grid::Grid,
    room,
    story::Story,
};
use crate::{
    Column, DatePart, Field, FieldId, Filler, Kind, Language, Place, dictionary::Dictionary,
};

/// A field and how its answer is written.
#[derive(Debug)]
pub(crate) struct Found {
    /// What is asked.
    pub(crate) field: Field,
    /// Where the answer goes.
    pub(crate) blank: Blank,
}

/// What the walk knows where it stands.
#[derive(Debug, Clone)]
struct Scope {
    /// Sections, outermost first.
    section: Vec<String>,
    /// Who writes here.
    filler: Filler,
    /// A signature was just asked for, so a bare date is the signing date.
    signing: bool,
    /// The cell walked through, if any.
    cell: Option<NodeId>,
    /// The label that stands beside or above the cell, if any.
    label: Option<String>,
}

impl Scope {
    fn new() -> Self {
        Self {
            section: Vec::new(),
            filler: Filler::Candidate,
            signing: false,
            cell: None,
            label: None,
        }
    }

    fn within(&self, section: &str) -> Self {
        let mut scope = self.clone();
        if !section.is_empty() && scope.section.last().is_none_or(|it| it != section) {
            scope.section.push(section.to_owned());
        }
        scope
    }
}

/// Finds the fields of `story`, which is the form's part number `part`.
pub(crate) fn detect(part: usize, story: &Story, dictionary: &Dictionary) -> Vec<Found> {
    let mut detector = Detector {
        part,
        story,
        dictionary: Cues(dictionary),
        found: Vec::new(),
        ids: HashSet::new(),
        controls: HashSet::new(),
        demanded: None,
    };
    detector.demanded = detector.demanded_language();
    detector.story_flow();
    let mut found = detector.found;
    found.sort_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, it)| it).collect()
}

struct Detector<'a> {
    part: usize,
    story: &'a Story,
    dictionary: Cues<'a>,
    /// With the byte each blank begins at, to bring them into reading order.
    found: Vec<(usize, Found)>,
    ids: HashSet<String>,
    /// Block and cell controls that have their field already.
    controls: HashSet<NodeId>,
    /// The language that the form says it wants to be answered in.
    demanded: Option<Language>,
}

/// What a walk has found out about a field, before it has an id and a place.
struct Draft {
    label: String,
    hint: String,
    unit: String,
    kind: Kind,
    options: Vec<String>,
    single: bool,
    current: String,
    columns: Vec<Column>,
    rows: usize,
    date_parts: Vec<DatePart>,
    depends_on: Option<(FieldId, usize)>,
    width: Option<usize>,
    row_name: Option<String>,
    blank: Blank,
}

impl Draft {
    fn new(label: impl Into<String>, kind: Kind, blank: Blank) -> Self {
        Self {
            label: label.into(),
            hint: String::new(),
            unit: String::new(),
            kind,
            options: Vec::new(),
            single: true,
            current: String::new(),
            columns: Vec::new(),
            rows: 0,
            date_parts: Vec::new(),
            depends_on: None,
            width: None,
            row_name: None,
            blank,
        }
    }
}

impl Detector<'_> {
    /// Adds a field whose blank stands in a paragraph.
    fn add_inline(&mut self, scope: &Scope, at: &Stretch, nth: usize, draft: Draft) -> FieldId {
        let mut place = self.place_of_cell(scope.cell);
        let paragraph = self.story.number(at.paragraph);
        place.paragraph = Some(paragraph);
        place.nth = Some(nth);
        let mark = if draft.kind == Kind::Check { 'k' } else { 'n' };
        let byte = self.byte_of(at);
        self.add(scope, byte, place, format!("p{paragraph}{mark}{nth}"), draft)
    }

    /// Adds a field whose blank is a cell.
    fn add_cell(&mut self, scope: &Scope, cell: NodeId, draft: Draft) -> FieldId {
        let place = self.place_of_cell(Some(cell));
        let id = match (place.table, place.row, place.cell) {
            (Some(table), Some(row), Some(cell)) => format!("t{table}r{row}c{cell}"),
            _ => String::from("c"),
        };
        let byte = self.story.tree.range(cell).start;
        self.add(scope, byte, place, id, draft)
    }

    fn add(&mut self, scope: &Scope, at: usize, place: Place, id: String, draft: Draft) -> FieldId {
        let whole = if self.part == 0 { id } else { format!("s{}{id}", self.part) };
        let mut unique = whole.clone();
        let mut copy = 1;
        while !self.ids.insert(unique.clone()) {
            copy += 1;
            unique = format!("{whole}_{copy}");
        }
        let id = FieldId(unique);
        let (kind, filler) = self.who(scope, &draft);
        let (label, hint) = text::label_and_hint(&draft.label, &draft.hint);
        let all = format!("{} {} {}", draft.label, draft.hint, draft.current);
        let blank = if filler == Filler::Candidate { draft.blank } else { Blank::Nothing };
        let replaces = takes_place_of_words(&blank, &draft.hint);
        let language =
            self.demanded.unwrap_or_else(|| text::language(&label, &scope.section, &draft.options));
        let field = Field {
            id: id.clone(),
            required: self.dictionary.is_required(&draft.label),
            max_chars: self.dictionary.max_chars(&all),
            max_words: self.dictionary.max_words(&all),
            max_choices: None,
            section: scope.section.clone(),
            label,
            hint,
            kind,
            options: draft.options,
            single: draft.single,
            filler,
            place,
            current: draft.current,
            columns: draft.columns,
            rows: draft.rows,
            unit: draft.unit,
            language,
            depends_on: draft.depends_on,
            date_parts: draft.date_parts,
            replaces,
            row_name: draft.row_name,
            width: draft.width,
            room: room::of(self.story, &blank),
        };
        self.found.push((at, Found { field, blank }));
        id
    }

    /// Signatures and the dates beside them are for the candidate's hand, parts
    /// under an office's heading for the office.
    fn who(&self, scope: &Scope, draft: &Draft) -> (Kind, Filler) {
        let asks = text::label_and_hint(&draft.label, "").0;
        let signs = self.dictionary.is_signature(&asks);
        let kind = if signs && draft.kind != Kind::Check { Kind::Signature } else { draft.kind };
        if scope.filler != Filler::Candidate {
            return (kind, scope.filler);
        }
        if self.dictionary.is_office(&asks) {
            return (kind, Filler::Office);
        }
        let dates_signature = scope.signing && text::is_bare_date(&asks);
        if kind == Kind::Signature || dates_signature {
            return (kind, Filler::Signature);
        }
        (kind, Filler::Candidate)
    }

    fn demanded_language(&self) -> Option<Language> {
        self.story.paragraphs.iter().find_map(|it| {
            let words = super::atoms::printed(self.story.atoms(*it));
            (words.len() < 2000).then(|| text::demanded_language(&words))?
        })
    }

    fn byte_of(&self, at: &Stretch) -> usize {
        self.story
            .atoms(at.paragraph)
            .get(at.atoms.start)
            .map_or_else(|| self.story.tree.range(at.paragraph).end, |it| it.bytes.start)
    }

    fn place_of_cell(&self, cell: Option<NodeId>) -> Place {
        let mut place = Place { part: self.part, ..Place::default() };
        let Some(node) = cell else { return place };
        let tree = &self.story.tree;
        let Some(table) = tree.ancestors(node).find(|it| tree.is(*it, ooxml::Ns::W, "tbl")) else {
            return place;
        };
        let grid = Grid::new(tree, table);
        if let Some(cell) = grid.rows.iter().flatten().find(|it| it.node == node) {
            place.table = Some(self.story.number(table));
            place.row = Some(cell.row);
            place.cell = Some(cell.number);
        }
        place
    }
}

/// Whether words go when the blank is filled that may be more than a prompt, such
/// as a specimen. A prompt that says so itself (请填写…) and a template mark say
/// nothing that anybody would miss.
fn takes_place_of_words(blank: &Blank, words: &str) -> bool {
    matches!(blank, Blank::Prompt(_)) && !text::is_clear_prompt(words)
}
