//! Which fact a field asks for, how sure we are, and why.
//!
//! Two passes. The first looks at each field alone: its label, the sections
//! around it, its hints, its options. The second looks at its neighbours: a
//! phone number asked beside an advisor's name is the advisor's.
//!
//! **Invariant.** Where the words say that somebody else is meant, and we know
//! nothing of them, nothing matches.

mod asks;
mod blocks;
mod counted;
mod details;
mod find;
mod joined;
mod misspelt;
mod named;
mod neighbours;
mod options;
mod rows;
mod scope;
mod somebody;
mod studies;
#[cfg(test)]
mod tests;

use profile::{Key, Profile, RowList, ValueKind};
use serde::Serialize;

use crate::{
    DatePart, Field, Filler, Kind, Language,
    dictionary::{Whose, Words},
    label::{Normal, is_han},
    render::Precision,
};
use find::Said;
pub(crate) use scope::{asks_name, heads_others, heads_section, mentions_others};

/// How sure we are that a label asks for a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// It looks like it; filled only when the candidate accepts all.
    Unsure,
    /// Most forms that say so mean it.
    Likely,
    /// The words are in the dictionary, in the right section.
    Sure,
}

/// A label, and the facts that answer it.
#[derive(Debug, Clone, Serialize)]
pub struct Match {
    /// The facts; several are joined in one blank. For a table the columns' keys.
    pub keys: Vec<Key>,
    /// For a table with blank rows: the list that fills it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rows: Option<RowList>,
    /// How sure we are.
    pub confidence: Confidence,
    /// The same as a number from 0 to 1, to sort by.
    pub score: f32,
    /// Why, for a person to read.
    pub reason: String,
    /// What is wanted in detail.
    #[serde(skip)]
    pub(crate) wanted: Wanted,
}

/// What a field wants.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Wanted {
    /// Facts, to be joined.
    Facts(Vec<Part>),
    /// For each column the facts of its cells; nothing for a column we do not know.
    Rows(Vec<Vec<Part>>),
}

/// A part of an answer: the first of these that there is a fact for.
pub(crate) type Part = Vec<Ask>;

/// A fact, and how it is wanted.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Ask {
    /// The fact.
    pub(crate) key: Key,
    /// For a column of a list: which entry.
    pub(crate) entry: Option<Entry>,
    /// The language it is wanted in, whatever the form's is.
    pub(crate) language: Option<Language>,
    /// How precise a date is wanted.
    pub(crate) precision: Precision,
    /// The part of a date that is wanted.
    pub(crate) part: Option<DatePart>,
}

/// Which entry of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Entry {
    /// By its place, from 0.
    Nth(usize),
    /// By its place among those that have ended.
    Ended(usize),
    /// The one that is called one of these.
    Named(Vec<String>),
}

/// What the words of one field say, before its neighbours are looked at.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    pub(crate) parts: Vec<Part>,
    pub(crate) confidence: Confidence,
    /// Sure if its neighbours ask for facts of the same kind.
    pub(crate) among_its_kind: bool,
    pub(crate) whose: Whose,
    /// The label itself names whose it is (导师姓名), not the section.
    pub(crate) named: bool,
    pub(crate) reason: String,
}

/// What the words of one field say, and whether they name somebody we know nothing of.
#[derive(Debug, Clone, Default)]
struct Alone {
    found: Option<Found>,
    names_somebody: bool,
}

/// What each field asks for.
pub(crate) fn matches(words: &Words, fields: &[Field]) -> Vec<Option<Match>> {
    let fields = &*counted::uncounted(fields);
    let mut alone: Vec<Alone> = fields.iter().map(|field| field_alone(words, field)).collect();
    forget_numbering(words, fields, &mut alone);
    blocks::settle(words, fields, &mut alone);
    details::about_relatives(words, fields, &mut alone);
    recommended(fields, &mut alone);
    referees(words, fields, &mut alone);
    neighbours::look_round(words, fields, &mut alone);
    blocks::leader_applies(words, fields, &mut alone);
    details::settle(words, fields, &mut alone);
    if is_for_a_child(words, fields) {
        for found in alone.iter_mut().filter_map(|it| it.found.as_mut()) {
            found.confidence = found.confidence.min(Confidence::Likely);
            found.reason.push_str(", but the form is about a child");
        }
    }
    let names_nobody = alone.iter().all(|it| {
        let mut asks = it.found.iter().flat_map(|found| found.parts.iter().flatten());
        !it.names_somebody && !asks.any(|ask| ask.key.as_str().split('.').next() == Some("name"))
    });
    let asks_studies = alone.iter().any(|it| {
        let mut asks = it.found.iter().flat_map(|found| found.parts.iter().flatten());
        asks.any(|ask| ask.key.as_str().starts_with("education"))
    });
    fields
        .iter()
        .zip(alone)
        .map(|(field, alone)| match field.kind {
            _ if field.filler != Filler::Candidate => None,
            Kind::Signature => None,
            Kind::Rows => rows::table(words, field)
                .map(|it| if names_nobody { rows::first_row_is_own(it) } else { it })
                .map(|it| if asks_studies { rows::of_the_past(words, field, it) } else { it }),
            _ => alone.found.filter(|found| fits(field, found)).map(into_match),
        })
        .collect()
}

/// Whether parents fill the form for their child: it asks for the names of both.
fn is_for_a_child(words: &Words, fields: &[Field]) -> bool {
    let names_one_of = |of: &[Normal]| {
        fields.iter().any(|field| {
            words.grammar.label(&field.label).readings.iter().any(|reading| {
                let normal = words.grammar.normal(reading);
                // `Child's name`, 学生家长姓名: the name of one of them.
                of.iter().any(|whose| {
                    normal.after(whose).is_some_and(|it| somebody::is_name(words, &it))
                })
            })
        })
    };
    names_one_of(&words.cues.child) && names_one_of(&words.cues.parent)
}

fn field_alone(words: &Words, field: &Field) -> Alone {
    if field.filler != Filler::Candidate {
        return Alone::default();
    }
    match field.kind {
        Kind::Signature | Kind::Rows => Alone::default(),
        Kind::Photo => Alone { found: photo(), names_somebody: false },
        Kind::Text | Kind::Date | Kind::Check | Kind::Choice => {
            let said = find::field(words, field);
            let names_somebody =
                !matches!(said, Said::Facts(_)) && somebody::names_somebody(words, field, &said);
            let found = match said {
                Said::Nothing => None,
                Said::Facts(found) => {
                    let found = of_two_dates(field, found);
                    if fits(field, &found) {
                        Some(options::counted_years(field, found))
                    } else {
                        options::field(words, field)
                    }
                }
                Said::Unknown => options::field(words, field),
            };
            Alone { found, names_somebody }
        }
    }
}

/// A mask of two dates under the name of the first (入学时间  年 月 至  年 月) asks for the period.
fn of_two_dates(field: &Field, mut found: Found) -> Found {
    if field.date_parts.iter().filter(|it| **it == DatePart::Year).count() < 2 {
        return found;
    }
    for ask in found.parts.iter_mut().flatten() {
        let key = ask.key.as_str();
        let list = [".startDate", ".from", ".months"].iter().find_map(|it| key.strip_suffix(it));
        if let Some(Ok(period)) = list.map(|it| Key::parse(&format!("{it}.period"))) {
            ask.key = period;
            found.reason.push_str(", and its blanks are two dates");
        }
    }
    found
}

/// In a list numbered I, II, III the letter is no word for the candidate.
fn forget_numbering(words: &Words, fields: &[Field], alone: &mut [Alone]) {
    let is =
        |field: &Field, numeral: &str| field.label.trim_end_matches(['.', ')', ':']) == numeral;
    for [first, second] in &words.cues.numerals {
        if fields.iter().any(|it| is(it, second)) {
            for (_, alone) in fields.iter().zip(alone.iter_mut()).filter(|(it, _)| is(it, first)) {
                alone.found = None;
            }
        }
    }
}

fn photo() -> Option<Found> {
    Some(Found {
        parts: vec![vec![Ask::new(Key::parse("photo").ok()?)]],
        confidence: Confidence::Sure,
        among_its_kind: false,
        whose: Whose::Own,
        named: false,
        reason: "it is the place for the picture".to_owned(),
    })
}

/// Whoever is named right after it was asked where the candidate heard of the
/// place recommended them; a referee elsewhere writes about them.
fn recommended(fields: &[Field], alone: &mut [Alone]) {
    let key = |alone: &Alone| {
        let parts = alone.found.as_ref().map(|it| it.parts.as_slice());
        match parts {
            Some([part]) => part.first().map(|it| it.key.as_str().to_owned()),
            _ => None,
        }
    };
    for at in 1..fields.len() {
        let asked_before = key(&alone[at - 1]).unwrap_or_default();
        let names_one = key(&alone[at]).is_some_and(|it| it == "referee.1.name");
        let is_together = fields[at - 1].section == fields[at].section;
        if names_one
            && is_together
            && asked_before.starts_with("application.source")
            && let Some(found) = &mut alone[at].found
            && let Ok(key) = Key::parse("application.referrer")
        {
            found.parts = vec![vec![Ask::new(key)]];
            found.reason.push_str(", asked beside where you heard of it");
        }
    }
}

/// 推荐人姓名 beside 推荐人单位 or 职称: a referee, who writes about the candidate, and nobody
/// who works there.
fn referees(words: &Words, fields: &[Field], alone: &mut [Alone]) {
    const NEAR: usize = 4;
    let key = |alone: &Alone| {
        let ask = alone.found.as_ref()?.parts.first()?.first()?;
        Some(ask.key.as_str().to_owned())
    };
    for at in 0..fields.len() {
        let doubtful = alone[at].found.as_ref().is_some_and(|it| it.confidence < Confidence::Sure);
        if !doubtful || key(&alone[at]).as_deref() != Some("application.referrer") {
            continue;
        }
        let end = fields.len().min(at + 1 + NEAR);
        let is_referee = (at + 1..end).any(|near| {
            fields[near].section == fields[at].section
                && (key(&alone[near]).is_some_and(|it| it.starts_with("referee.1."))
                    || fields[near].label.chars().any(is_han)
                        && somebody::asks_about_people(words, &fields[near].label, &["title"]))
        });
        let Some(referee) = words.subjects.iter().position(|it| it.id == "referee") else { return };
        if is_referee
            && let Some(found) = &mut alone[at].found
            && let Ok(key) = Key::parse("referee.1.name")
        {
            found.parts = vec![vec![Ask::new(key)]];
            found.confidence = Confidence::Sure;
            (found.whose, found.named) = (Whose::Subject(referee), true);
            found.reason.push_str(", and more is asked of a referee");
        }
    }
}

/// What is answered with yes or no alone.
const FLAGS: [&str; 3] = ["isAdult", "isEnrolled", "languages.isNativeEnglish"];

/// Whether the kind of blank can take the kind of fact.
fn fits(field: &Field, found: &Found) -> bool {
    let kinds = found.parts.iter().flatten().filter_map(|ask| ask.key.info().map(|it| it.kind));
    let mut kinds = kinds.peekable();
    if kinds.peek().is_none() {
        // A fact that the candidate added has no kind.
        return true;
    }
    // A remark on `adults (18 and older)` over a blank is no question.
    let is_asked = field.label.contains(['?', '？']) || field.label.contains("是否");
    let is_flag = found.parts.iter().flatten().any(|ask| FLAGS.contains(&ask.key.as_str()));
    if is_flag && field.kind == Kind::Text && !is_asked {
        return false;
    }
    match field.kind {
        Kind::Date => kinds.any(|kind| matches!(kind, ValueKind::Date | ValueKind::Period)),
        Kind::Photo => kinds.any(|kind| kind == ValueKind::Photo),
        Kind::Check | Kind::Choice => {
            kinds.all(|kind| !matches!(kind, ValueKind::Photo | ValueKind::Lines))
        }
        _ => kinds.all(|kind| kind != ValueKind::Photo),
    }
}

fn into_match(found: Found) -> Match {
    let confidence = match found.confidence {
        Confidence::Sure if found.among_its_kind => Confidence::Likely,
        confidence => confidence,
    };
    Match {
        keys: found.parts.iter().filter_map(|part| Some(part.first()?.key.clone())).collect(),
        rows: None,
        confidence,
        score: score(confidence),
        reason: found.reason,
        wanted: Wanted::Facts(found.parts),
    }
}

fn score(confidence: Confidence) -> f32 {
    match confidence {
        Confidence::Sure => 1.0,
        Confidence::Likely => 0.7,
        Confidence::Unsure => 0.4,
    }
}

impl Ask {
    pub(crate) fn new(key: Key) -> Self {
        Self { key, entry: None, language: None, precision: Precision::Known, part: None }
    }
}

impl Match {
    /// The facts it asks for, as one word; equal for equal ones.
    pub(crate) fn identity(&self) -> String {
        format!("{:?}", self.wanted)
    }
}

/// The fact that the candidate added under a field's very label, in a section of
/// their own.
pub(crate) fn own_label(words: &Words, field: &Field, profile: &Profile) -> Option<Match> {
    let takes_it = matches!(field.kind, Kind::Text | Kind::Date | Kind::Check | Kind::Choice);
    if !takes_it || scope::scope(words, &field.section).whose != Whose::Own {
        return None;
    }
    let spelt = |text: &str| {
        let label = words.grammar.label(text);
        label.readings.iter().map(|reading| words.grammar.normal(reading)).collect::<Vec<_>>()
    };
    let asked = spelt(&field.label);
    let (key, label) = profile.extras().find_map(|(key, labels)| {
        let mut written = labels.iter().flat_map(|label| label.en().into_iter().chain(label.zh()));
        let same = |text: &&str| spelt(text).iter().any(|it| !it.is_empty() && asked.contains(it));
        written.find(same).map(|label| (key, label.to_owned()))
    })?;
    Some(Match {
        keys: vec![key.clone()],
        rows: None,
        confidence: Confidence::Sure,
        score: 1.0,
        reason: format!("you gave the answer to `{label}` yourself"),
        wanted: Wanted::Facts(vec![vec![Ask::new(key)]]),
    })
}
