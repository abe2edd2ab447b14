//! Lines that begin with the studies they are about: `1.本科：____ 毕业于____`, and
//! 在职教育 | ____ | 毕业院校 | ____.

use profile::Key;

use super::{
    Alone, Ask, Confidence, Found, blocks,
    find::{self, Said},
    scope::{Scope, scope},
};
use crate::{
    Field, Kind,
    dictionary::{Whose, Words},
};

/// Gives what stands on a line behind the name of studies to those studies.
pub(super) fn settle(words: &Words, fields: &[Field], alone: &mut [Alone]) {
    let mut head: Option<(Whose, usize)> = None;
    for at in 0..fields.len() {
        if let Some(whose) = names_studies(words, &fields[at], &alone[at]) {
            head = Some((whose, at));
            itself(words, fields, alone, at, whose);
            continue;
        }
        let Some((whose, since)) = head else { continue };
        if !same_line(&fields[since], &fields[at]) {
            head = None;
            continue;
        }
        let own = alone[at].found.as_ref();
        if own.is_some_and(|it| !blocks::is_of_kind(words, it, whose)) {
            continue;
        }
        if let Some(theirs) = of_studies(words, &fields[at].label, whose) {
            let (label, before) = (fields[at].label.trim(), fields[since].label.trim());
            let reason = format!("`{label}` on the line of `{before}`");
            alone[at].found = Some(Found { reason, ..theirs });
        }
    }
}

/// The studies that a label names and asks nothing else about.
fn names_studies(words: &Words, field: &Field, alone: &Alone) -> Option<Whose> {
    if alone.found.is_some() || !matches!(field.kind, Kind::Text | Kind::Date) {
        return None;
    }
    let whose = scope(words, std::slice::from_ref(&field.label)).whose;
    // `University` may be any, and in a section about others it is theirs.
    let is_studies = matches!(whose, Whose::Subject(at)
        if words.subjects[at].asks == "school"
            && words.subjects[at].prefix.as_deref().is_some_and(|it| it.starts_with("education.")));
    let is_anothers = scope(words, &field.section).whose == Whose::Unknown;
    (is_studies && !is_anothers).then_some(whose)
}

/// What the blank right behind the name asks, where the school is asked next: its end, if it
/// takes a date (`本科：__年__月毕业于____`), else the level (全日制教育).
fn itself(words: &Words, fields: &[Field], alone: &mut [Alone], at: usize, whose: Whose) {
    let Some(next) = fields.get(at + 1).filter(|it| same_line(&fields[at], it)) else { return };
    let asks = |end: &str| {
        let found = of_studies(words, &next.label, whose);
        found.is_some_and(|it| it.parts.iter().flatten().any(|ask| ask.key.as_str().contains(end)))
    };
    if !asks("institution") {
        return;
    }
    let Whose::Subject(subject) = whose else { return };
    let Some(prefix) = words.subjects[subject].prefix.as_deref() else { return };
    let column = if fields[at].kind == Kind::Date { "endDate" } else { "levelAndDegree" };
    if let Ok(key) = Key::parse(&format!("{prefix}.{column}")) {
        alone[at].found = Some(Found {
            parts: vec![vec![Ask::new(key)]],
            confidence: Confidence::Sure,
            among_its_kind: false,
            whose,
            named: false,
            reason: format!("`{}` stands before the school", fields[at].label.trim()),
        });
    }
}

fn of_studies(words: &Words, label: &str, whose: Whose) -> Option<Found> {
    let inner = Scope { whose, number: None, title: None, near: Vec::new() };
    match find::label(words, label, &inner) {
        Said::Facts(theirs) if theirs.whose == whose => Some(theirs),
        _ => None,
    }
}

/// Whether two fields stand in one row of a table, or in one paragraph.
fn same_line(one: &Field, other: &Field) -> bool {
    let (one, other) = (&one.place, &other.place);
    let same_row = one.row.is_some() && (one.table, one.row) == (other.table, other.row);
    let same_paragraph = one.paragraph.is_some() && one.paragraph == other.paragraph;
    one.part == other.part && (same_row || same_paragraph)
}
