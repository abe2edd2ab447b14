//! Entries for a table with blank rows: education, work, family, publications.

use profile::{Fact, Key, PartialDate, Row, RowList, Value};

use super::{
    Why,
    propose::{Desk, Found},
};
use crate::{
    Answer, Column, Field, Language, Match,
    matching::{Ask, Part, Wanted},
    render,
};

/// The rows that `field` would get, in the form's own number and order.
pub(super) fn entries(desk: &Desk<'_>, field: &Field, matched: &Match) -> Result<Found, Why> {
    let keys = || matched.keys.clone();
    let (Some(list), Wanted::Rows(columns)) = (matched.rows, &matched.wanted) else {
        return Err(Why::Unknown);
    };
    let mut rows = desk.profile.rows(list, desk.today());
    rows.retain(|row| {
        columns.iter().flatten().flatten().any(|ask| fact_of(row, &ask.key).is_some())
    });
    if rows.is_empty() {
        return Err(Why::NoFact { keys: keys() });
    }
    let mut notes = Vec::new();
    newest_first(&mut rows);
    if rows.len() > field.rows {
        notes.push(format!(
            "The form has {} rows; {} older entries are left out.",
            field.rows,
            rows.len() - field.rows
        ));
        rows.truncate(field.rows);
    }
    if is_oldest_first(desk, field, list) {
        rows.reverse();
    }
    let mut held: Vec<Key> = Vec::new();
    let mut sources: Vec<String> = Vec::new();
    let mut other_language = false;
    let mut filled: Vec<Vec<Option<Answer>>> = Vec::new();
    for row in &rows {
        let mut cells = Vec::new();
        for (number, column) in field.columns.iter().enumerate() {
            let asked = columns.get(number).map_or(&[][..], Vec::as_slice);
            if column.printed || asked.is_empty() {
                cells.push(None);
                continue;
            }
            let facts: Vec<(Fact, &Ask)> =
                asked.iter().filter_map(|part| first(row, part)).collect();
            for (fact, _) in &facts {
                if !desk.releases(fact) && !held.contains(&fact.key) {
                    held.push(fact.key.clone());
                }
                sources.push(fact.source.clone());
            }
            let (answer, is_other) = cell(desk, field, column, &facts);
            other_language |= is_other;
            cells.push(answer);
        }
        filled.push(cells);
    }
    if !held.is_empty() {
        return Err(Why::HeldBack { keys: held });
    }
    sources.dedup();
    let other_language = other_language && list != RowList::Publications;
    Ok(Found { answer: Answer::Rows(filled), sources, notes, other_language })
}

fn cell(
    desk: &Desk<'_>,
    field: &Field,
    column: &Column,
    facts: &[(Fact, &Ask)],
) -> (Option<Answer>, bool) {
    let dated = matches!(facts, [(Fact { value: Value::Date(_) | Value::Period { .. }, .. }, _)]);
    if !column.date_parts.is_empty() && !dated {
        return (None, false);
    }
    let parts = facts.iter().map(|(fact, ask)| {
        let only = match column.date_parts.as_slice() {
            [only] => Some(*only),
            _ => None,
        };
        let ask = render::Ask {
            language: ask.language.unwrap_or(field.language),
            wording: &column.label,
            unit: "",
            part: ask.part.or(only),
            precision: ask.precision,
        };
        render::render(&fact.value, &ask, desk.dictionary)
    });
    let between = if field.language == Language::Zh { " " } else { ", " };
    let Some(rendered) = render::join(parts, between) else { return (None, false) };
    let answer = if dated {
        Answer::Date { dates: rendered.dates, text: rendered.text }
    } else {
        Answer::Text(rendered.text)
    };
    (Some(answer), rendered.other_language)
}

/// The first of several facts that an entry has.
fn first<'p>(row: &Row, part: &'p Part) -> Option<(Fact, &'p Ask)> {
    part.iter().find_map(|ask| Some((fact_of(row, &ask.key)?, ask)))
}

/// What an entry says for a column key such as `education[].institution`.
fn fact_of(row: &Row, key: &Key) -> Option<Fact> {
    let (_, column) = key.as_str().split_once("[].")?;
    row.fact(column)
}

/// Entries with dates come newest first; lists without dates keep their order.
fn newest_first(rows: &mut [Row]) {
    let starts: Vec<Option<PartialDate>> = rows.iter().map(start_of).collect();
    if starts.iter().all(Option::is_some) {
        rows.sort_by_key(|row| std::cmp::Reverse(start_of(row)));
    }
}

fn start_of(row: &Row) -> Option<PartialDate> {
    let date = ["startDate", "period", "date"].iter().find_map(|it| row.fact(it))?;
    match date.value {
        Value::Date(date) => Some(date),
        Value::Period { start, end, .. } => start.or(end),
        _ => None,
    }
}

/// Whether the form wants the oldest entry first: it says so, or it is a Chinese
/// curriculum vitae (个人简历), which by custom begins with school.
fn is_oldest_first(desk: &Desk<'_>, field: &Field, list: RowList) -> bool {
    let says = |words: &str| desk.dictionary.asks_oldest_first(words);
    says(&field.label)
        || says(&field.hint)
        || field.columns.iter().any(|it| says(&it.label))
        || list == RowList::History && field.language == Language::Zh
}
