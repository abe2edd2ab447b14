//! What a form asks: one [`Field`] for each question and its place.

use serde::{Serialize, Serializer};

use crate::measure::Face;

/// Names a field within its form. Made from its place, so the same form gives
/// the same ids every time: `t0r1c2`, `p12n0`, `p12k1`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct FieldId(pub String);

impl std::fmt::Display for FieldId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// The language a label is printed in, which is the one its answer is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// English, and anything else in Latin letters.
    En,
    /// Chinese.
    Zh,
}

/// What kind of answer a field takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Words.
    Text,
    /// A date, or a period where the mask has two.
    Date,
    /// Options to tick; [`Field::single`] says whether only one may be.
    Check,
    /// One option of a list that opens.
    Choice,
    /// The candidate's picture.
    Photo,
    /// A handwritten signature. Never filled.
    Signature,
    /// Rows under column headers; see [`Field::columns`].
    Rows,
}

/// Who writes there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Filler {
    /// The candidate, so we may.
    Candidate,
    /// Somebody else: an office, an advisor, a referee.
    Office,
    /// The candidate's own hand, on paper: signatures and the dates beside them.
    Signature,
}

/// Where a field stands, counted from 0 in document order with `mc:Fallback` left out.
///
/// In a Word form, a blank inside a paragraph names the paragraph, and the cell
/// around it where there is one; a blank cell names the cell alone. In a
/// workbook it names the sheet and the cell (`B6`), or the cells (`C9:F14`)
/// where several are filled.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Place {
    /// The part: 0 is the body, then headers, footers, notes. In a workbook the sheet.
    pub part: usize,
    /// The name of the sheet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// The table in its part (`w:tbl`, nested ones counted too).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub table: Option<usize>,
    /// The row in its table (`w:tr`), or on its sheet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<usize>,
    /// The cell in its row (`w:tc`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cell: Option<usize>,
    /// The cell of a sheet, or the cells from the first to the last.
    #[serde(rename = "cell", skip_serializing_if = "Option::is_none")]
    pub area: Option<String>,
    /// The paragraph in its part (`w:p`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paragraph: Option<usize>,
    /// The blank in its paragraph, in reading order. Tick marks are not counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nth: Option<usize>,
}

/// A part of a date, for masks and for forms that ask for them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum DatePart {
    /// Four digits.
    Year,
    /// 1 to 12.
    Month,
    /// 1 to 31.
    Day,
}

/// One question and its place: the printed words and the blank.
#[derive(Debug, Clone, Serialize)]
pub struct Field {
    /// Its name within the form.
    pub id: FieldId,
    /// The printed words, as they read: `姓    名` is `姓名`, a final colon is gone.
    pub label: String,
    /// The printed section or two-level label around it, outermost first.
    #[serde(serialize_with = "joined")]
    pub section: Vec<String>,
    /// What kind of answer it takes.
    pub kind: Kind,
    /// Whether the form says that it must be filled (`*`, 必填).
    pub required: bool,
    /// The printed options, for [`Kind::Check`] and [`Kind::Choice`].
    pub options: Vec<String>,
    /// Whether at most one option may be ticked.
    pub single: bool,
    /// The limit the form names, in characters.
    pub max_chars: Option<usize>,
    /// The limit the form names, in words.
    pub max_words: Option<usize>,
    /// How many options may be ticked at most, where the form says so.
    pub max_choices: Option<usize>,
    /// Who writes there.
    #[serde(rename = "fill_by")]
    pub filler: Filler,
    /// Where it stands.
    #[serde(rename = "where")]
    pub place: Place,
    /// What already stands there, prompts and masks left out.
    pub current: String,
    /// The columns of [`Kind::Rows`].
    pub columns: Vec<Column>,
    /// How many blank rows [`Kind::Rows`] has.
    pub rows: usize,
    /// What the label asks the answer to look like: `dd/mm/yyyy`, words in
    /// brackets, a prompt that stood in the blank.
    pub hint: String,
    /// The unit printed after the blank (`元`, `个月`), which the answer leaves out.
    pub unit: String,
    /// The language of the label.
    pub language: Language,
    /// Fill only when this option of that field is ticked (`其他：____`).
    pub depends_on: Option<(FieldId, usize)>,
    /// The parts of a date this blank asks for; empty when it asks for whatever is known.
    pub date_parts: Vec<DatePart>,
    /// The blank holds printed words that the answer takes the place of, and they
    /// may be more than a prompt: a specimen, a sentence among prompts.
    pub replaces: bool,
    /// How many half-width characters fit on the blank's line, where that can be told.
    pub width: Option<usize>,
    /// What fits where the blank cannot grow.
    #[serde(skip)]
    pub(crate) room: Option<Room>,
    /// The name of its row, where its label heads the column.
    #[serde(skip)]
    pub(crate) row_name: Option<String>,
}

/// What fits into a blank that cannot grow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Room {
    /// How wide its lines are, in thousandths of the font's size.
    pub(crate) width: u32,
    /// How many lines are seen.
    pub(crate) lines: usize,
    /// The font.
    pub(crate) face: Face,
    /// It stands among other words, which move when it is full.
    pub(crate) in_line: bool,
}

/// A column of a table with blank rows.
#[derive(Debug, Clone, Serialize)]
pub struct Column {
    /// The header's words.
    pub label: String,
    /// What kind of answer its cells take.
    pub kind: Kind,
    /// The options its cells print, if they do.
    pub options: Vec<String>,
    /// Its cells are printed already (序号, roles) and stay as they are.
    pub printed: bool,
    /// The parts of a date its cells ask for.
    pub date_parts: Vec<DatePart>,
}

fn joined<S: Serializer>(section: &[String], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&section.join(" › "))
}

impl Field {
    /// A text field of the candidate's with a label and sections, and nothing else known.
    pub(crate) fn asking(label: &str, section: Vec<String>) -> Self {
        Self {
            id: FieldId(String::new()),
            label: label.to_owned(),
            section,
            kind: Kind::Text,
            required: false,
            options: Vec::new(),
            single: true,
            max_chars: None,
            max_words: None,
            max_choices: None,
            filler: Filler::Candidate,
            place: Place::default(),
            current: String::new(),
            columns: Vec::new(),
            rows: 0,
            hint: String::new(),
            unit: String::new(),
            language: Language::En,
            depends_on: None,
            date_parts: Vec::new(),
            replaces: false,
            width: None,
            room: None,
            row_name: None,
        }
    }
}
