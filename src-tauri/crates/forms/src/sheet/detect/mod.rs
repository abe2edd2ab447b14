//! Finds the fields of a workbook: which words ask, and which cells answer them.
//!
//! Each sheet that the candidate sees is walked row by row. Controls
//! and printed boxes come first ([`controls`], [`marks`]), for their words are no
//! labels; then tables with
//! blank rows ([`rows`]) and single blanks ([`cells`]); at last the headings
//! over them ([`sections`]). A sheet that shows how to fill another is none
//! ([`example`]).

mod cells;
mod controls;
mod example;
mod lists;
mod marks;
mod rows;
mod sections;
mod surface;

use std::collections::{BTreeMap, BTreeSet, HashSet};

use self::surface::Surface;
use super::{
    blank::{Blank, Spot},
    book::Book,
    place::{Area, At},
};
use crate::{
    Column, Dictionary, Field, FieldId, Filler, Kind, Language, Place,
    word::detect::{cues::Cues, text},
};

/// A field and how its answer is written.
#[derive(Debug)]
pub(crate) struct Found {
    /// What is asked.
    pub(crate) field: Field,
    /// Where the answer goes.
    pub(crate) blank: Blank,
}

/// Finds the fields of `book`.
pub(crate) fn detect(book: &Book, dictionary: &Dictionary) -> Vec<Found> {
    let mut sheets: Vec<Sheet<'_>> = (0..book.pages.len())
        .filter(|it| book.pages[*it].is_visible)
        .map(|page| Sheet::read(book, page, Cues(dictionary)))
        .collect();
    let shown = example::shown(&sheets);
    let mut kept = shown.iter();
    sheets.retain(|_| !kept.next().copied().unwrap_or(false));
    sheets.into_iter().flat_map(Sheet::finish).collect()
}

/// What is known of a field before it has an id.
#[derive(Debug)]
struct Draft {
    label: String,
    /// The cell with the words that ask, if one does.
    asked: Option<At>,
    /// The cells that are filled.
    area: Area,
    sections: Vec<String>,
    filler: Filler,
    signing: bool,
    hint: String,
    kind: Kind,
    options: Vec<String>,
    single: bool,
    current: String,
    columns: Vec<Column>,
    rows: usize,
    longest: Option<usize>,
    width: Option<usize>,
    unit: String,
    blank: Blank,
}

impl Draft {
    fn new(label: &str, asked: Option<At>, area: Area, kind: Kind, blank: Blank) -> Self {
        Self {
            label: label.to_owned(),
            asked,
            area,
            sections: Vec::new(),
            filler: Filler::Candidate,
            signing: false,
            hint: String::new(),
            kind,
            options: Vec::new(),
            single: true,
            current: String::new(),
            columns: Vec::new(),
            rows: 0,
            longest: None,
            width: None,
            unit: String::new(),
            blank,
        }
    }
}

/// One sheet while its fields are found.
struct Sheet<'a> {
    book: &'a Book,
    /// The sheet's index in the book.
    index: usize,
    surface: Surface<'a>,
    cues: Cues<'a>,
    drafts: Vec<Draft>,
    /// Cells with words that ask, head columns, or belong to an option.
    said: BTreeSet<At>,
    /// Cells that have their field.
    taken: HashSet<At>,
    /// Cells that head columns: what stands right of them is not theirs.
    heads: HashSet<At>,
}

impl<'a> Sheet<'a> {
    fn read(book: &'a Book, index: usize, cues: Cues<'a>) -> Self {
        let surface = Surface::new(&book.pages[index]);
        let mut sheet = Self {
            book,
            index,
            surface,
            cues,
            drafts: Vec::new(),
            said: BTreeSet::new(),
            taken: HashSet::new(),
            heads: HashSet::new(),
        };
        sheet.controls();
        for at in sheet.surface.places() {
            sheet.marks(at);
        }
        sheet.walk();
        sheet.drafts.sort_by_key(|it| (it.area.first, it.area.last));
        sheet.headings();
        sheet
    }

    /// Walks the cells, row by row.
    fn walk(&mut self) {
        let mut by_row: BTreeMap<u32, Vec<At>> = BTreeMap::new();
        for at in self.surface.places() {
            by_row.entry(at.row).or_default().push(at);
        }
        for (row, places) in by_row {
            self.tables(row);
            let signs = |it: &At| {
                self.surface.words(*it).is_some_and(|words| self.cues.is_signature(words))
            };
            let signing = places.iter().any(signs);
            for at in places {
                if !self.taken.contains(&at) {
                    self.cell(at, signing);
                }
            }
        }
    }

    fn spot(&self, at: At) -> Spot {
        Spot { page: self.index, at }
    }

    fn finish(self) -> Vec<Found> {
        let demanded = self
            .surface
            .all_words()
            .find_map(|(_, words)| (words.len() < 2000).then(|| text::demanded_language(words))?);
        let mut found = Vec::new();
        let mut ids = HashSet::new();
        for draft in self.drafts {
            found.push(finished(&self.surface, self.cues, demanded, draft, &mut ids));
        }
        others(&mut found, self.cues);
        found
    }
}

/// A field that is asked for where an option of another one says `Other`.
fn others(found: &mut [Found], cues: Cues<'_>) {
    for at in 0..found.len() {
        let field = &found[at].field;
        if field.kind != Kind::Text {
            continue;
        }
        let Some(asked) = cues.0.other_than(&field.label) else { continue };
        let parent = found.iter().find_map(|it| {
            let parent = &it.field;
            let is_asked = cues.0.is_same_label(&parent.label, &asked);
            let takes_one = matches!(parent.kind, Kind::Choice | Kind::Check);
            let other = parent.options.iter().position(|it| cues.0.is_other_option(it))?;
            (is_asked && takes_one).then(|| (parent.id.clone(), other))
        });
        found[at].field.depends_on = parent;
    }
}

fn finished(
    surface: &Surface<'_>,
    cues: Cues<'_>,
    demanded: Option<Language>,
    draft: Draft,
    ids: &mut HashSet<String>,
) -> Found {
    let page = surface.page;
    let at = draft.area.first;
    let whole = match page.number {
        0 => at.to_string(),
        number => format!("s{number}{at}"),
    };
    let mut unique = whole.clone();
    let mut copy = 1;
    while !ids.insert(unique.clone()) {
        copy += 1;
        unique = format!("{whole}_{copy}");
    }
    let (kind, filler) = who(cues, &draft);
    let (label, hint) = text::label_and_hint(&draft.label, &draft.hint);
    let all = format!("{} {}", draft.label, draft.hint);
    let language =
        demanded.unwrap_or_else(|| text::language(&label, &draft.sections, &draft.options));
    let ticks = kind == Kind::Check && !draft.single;
    let place = Place {
        part: page.number,
        row: usize::try_from(at.row).ok(),
        sheet: Some(page.name.clone()),
        area: Some(shown_area(surface, draft.area)),
        ..Place::default()
    };
    let field = Field {
        id: FieldId(unique),
        required: cues.is_required(&draft.label),
        max_chars: cues.max_chars(&all).or(draft.longest),
        max_words: cues.max_words(&all),
        max_choices: ticks.then(|| cues.0.max_choices(&all)).flatten(),
        label,
        section: draft.sections,
        kind,
        options: draft.options,
        single: draft.single,
        filler,
        place,
        current: draft.current,
        columns: draft.columns,
        rows: draft.rows,
        hint,
        unit: draft.unit,
        language,
        depends_on: None,
        date_parts: Vec::new(),
        replaces: false,
        row_name: None,
        width: draft.width,
        room: None,
    };
    let blank = if filler == Filler::Candidate { draft.blank } else { Blank::Nothing };
    Found { field, blank }
}

/// A merged cell is named by its first.
fn shown_area(surface: &Surface<'_>, area: Area) -> String {
    if surface.page.area(area.first) == area { area.first.to_string() } else { area.to_string() }
}

/// Signatures and the dates beside them are for the candidate's hand, parts
/// under an office's heading for the office.
fn who(cues: Cues<'_>, draft: &Draft) -> (Kind, Filler) {
    let asks = text::label_and_hint(&draft.label, "").0;
    let signs = cues.is_signature(&asks);
    let kind = if signs && draft.kind != Kind::Check { Kind::Signature } else { draft.kind };
    let filler = if draft.filler != Filler::Candidate {
        draft.filler
    } else if cues.is_office(&asks) {
        Filler::Office
    } else if kind == Kind::Signature || draft.signing && text::is_bare_date(&asks) {
        Filler::Signature
    } else {
        Filler::Candidate
    };
    (kind, filler)
}
