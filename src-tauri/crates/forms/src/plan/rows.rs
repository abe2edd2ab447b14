//! Entries for a table with blank rows: education, work, family, publications.

use profile::{Fact, Key, PartialDate, Row, RowList, Value};

use super::{
    Note, Why, mask,
    propose::{Desk, Found, has_ended, is_bibliographic},
};
use crate::{
    Answer, Column, Field, Kind, Language, Match,
    matching::{Ask, Entry, Part, Wanted},
    render,
};

/// The rows that `field` would get, in the form's own number and order.
pub(super) fn entries(desk: &Desk<'_>, field: &Field, matched: &Match) -> Result<Found, Why> {
    let Wanted::Rows(columns) = &matched.wanted else { return Err(Why::Unknown) };
    let mut notes = Vec::new();
    let rows: Vec<Facts<'_>> = match matched.rows {
        Some(list) => entries_of(desk, field, list, columns, &mut notes),
        None => vec![columns.iter().map(|parts| known(parts, |ask| desk.look_up(ask))).collect()],
    };
    if rows.iter().flatten().all(Vec::is_empty) {
        return Err(Why::NoFact { keys: matched.keys.clone() });
    }
    let mut table = Table::default();
    for row in &rows {
        let cells =
            field.columns.iter().zip(row).map(|(it, facts)| table.cell(desk, field, it, facts));
        let cells = cells.collect();
        table.rows.push(cells);
    }
    let Table { rows, mut held, mut sources, left_out } = table;
    held.sort();
    held.dedup();
    sources.dedup();
    if rows.iter().flatten().all(Option::is_none) {
        return Err(if held.is_empty() { Why::Unsure } else { Why::HeldBack { keys: held } });
    }
    if !held.is_empty() {
        notes.push(Note::HeldBack { keys: held });
    }
    if left_out {
        notes.push(Note::OtherLanguageLeftOut);
    }
    Ok(Found { answer: Answer::Rows(rows), sources, notes, other_language: false, derived: false })
}

/// The facts of one row, column by column.
type Facts<'a> = Vec<Vec<(Fact, &'a Ask)>>;

/// The entries of a list that fit into the form's rows.
fn entries_of<'a>(
    desk: &Desk<'_>,
    field: &Field,
    list: RowList,
    columns: &'a [Vec<Part>],
    notes: &mut Vec<Note>,
) -> Vec<Facts<'a>> {
    let mut rows = desk.profile.rows(list, desk.today());
    rows.retain(|row| {
        columns.iter().flatten().flatten().any(|ask| fact_of(row, &ask.key).is_some())
    });
    let mut asks = columns.iter().flatten().flatten();
    if asks.any(|ask| matches!(ask.entry, Some(Entry::Ended(_)))) {
        rows.retain(has_ended);
    }
    if list == RowList::Education && begins_with_university(desk, field) {
        rows.retain(|row| !is_of_school(row));
    }
    if list == RowList::Certificates && asks_for_licences(field) {
        let tests = desk.profile.rows(RowList::Tests, desk.today());
        rows.retain(|row| !is_test(row, &tests));
    }
    newest_first(&mut rows);
    let too_many = rows.len() > field.rows;
    if too_many && list == RowList::History && asks_for_studies(desk, field, columns) {
        rows.sort_by_key(|row| row.fact("major").is_none());
    }
    if too_many {
        let left_out = rows.len() - field.rows;
        notes.push(Note::TooFewRows { rows: field.rows, left_out });
        rows.truncate(field.rows);
        newest_first(&mut rows);
    }
    if is_oldest_first(desk, field, list) {
        rows.reverse();
    }
    let facts = |row: &Row| {
        columns.iter().map(|parts| known(parts, |ask| fact_of(row, &ask.key))).collect()
    };
    rows.iter().map(facts).collect()
}

/// 学习经历（从大学填起） with a column for the major: where there are fewer rows than
/// entries, the studies are what is meant.
fn asks_for_studies(desk: &Desk<'_>, field: &Field, columns: &[Vec<Part>]) -> bool {
    let says_from = [&field.label, &field.hint]
        .into_iter()
        .chain(&field.section)
        .any(|it| desk.dictionary.asks_oldest_first(it));
    let mut asks = columns.iter().flatten().flatten();
    says_from && asks.any(|ask| ask.key.as_str() == "history[].major")
}

/// Whether a table asks for the studies after school alone.
fn begins_with_university(desk: &Desk<'_>, field: &Field) -> bool {
    let mut titles = [&field.label, &field.hint].into_iter().chain(&field.section);
    titles.any(|it| desk.dictionary.begins_with_university(it))
}

/// Whether an education is one before university.
fn is_of_school(education: &Row) -> bool {
    const SCHOOLS: [&str; 4] = ["primary", "juniorHigh", "highSchool", "vocational"];
    let level = education.fact("level").map(|it| it.value);
    matches!(level, Some(Value::Choice { code, .. }) if SCHOOLS.contains(&code))
}

/// Whether a table is about licences to practise, not about certificates of all kinds.
fn asks_for_licences(field: &Field) -> bool {
    field.columns.iter().any(|it| {
        let label = it.label.to_lowercase();
        label.contains("license") || label.contains("licence")
    })
}

/// Whether a certificate is of a test that the candidate took: no licence.
fn is_test(certificate: &Row, tests: &[Row]) -> bool {
    let name = |row: &Row| match row.fact("name")?.value {
        Value::Text(name) => name.en().map(str::to_lowercase),
        _ => None,
    };
    let Some(certificate) = name(certificate) else { return false };
    tests.iter().filter_map(name).any(|test| certificate.contains(&test))
}

/// Of each part the first fact that is known.
fn known<'a>(parts: &'a [Part], look_up: impl Fn(&Ask) -> Option<Fact>) -> Vec<(Fact, &'a Ask)> {
    let first = |part: &'a Part| part.iter().find_map(|ask| Some((look_up(ask)?, ask)));
    parts.iter().filter_map(first).collect()
}

/// A table as it is put together.
#[derive(Default)]
struct Table {
    rows: Vec<Vec<Option<Answer>>>,
    held: Vec<Key>,
    sources: Vec<String>,
    left_out: bool,
}

impl Table {
    /// What goes into one cell. A sensitive fact that is not released, and one in
    /// another language, leave their cell blank and the others filled.
    fn cell(
        &mut self,
        desk: &Desk<'_>,
        field: &Field,
        column: &Column,
        facts: &[(Fact, &Ask)],
    ) -> Option<Answer> {
        if column.printed || facts.is_empty() {
            return None;
        }
        let held = facts.iter().filter(|(fact, _)| !desk.releases(fact));
        let held: Vec<Key> = held.map(|(fact, _)| fact.key.clone()).collect();
        if !held.is_empty() {
            self.held.extend(held);
            return None;
        }
        let (answer, is_other) = cell(desk, field, column, facts);
        let is_bibliography = facts.iter().all(|(fact, _)| is_bibliographic(&fact.key));
        let is_accepted = desk.settings.accepted.contains(&field.id);
        if is_other && !is_bibliography && !is_accepted {
            self.left_out = true;
            // `Name and address of employer`: the name alone is an answer, the address is not.
            let mut own = facts.to_vec();
            own.retain(|it| !cell(desk, field, column, std::slice::from_ref(it)).1);
            let keeps_first = own.first().is_some_and(|it| it.0.key == facts[0].0.key);
            return if keeps_first { self.cell(desk, field, column, &own) } else { None };
        }
        self.sources.extend(facts.iter().map(|(fact, _)| fact.source.clone()));
        answer
    }
}

fn cell(
    desk: &Desk<'_>,
    field: &Field,
    column: &Column,
    facts: &[(Fact, &Ask)],
) -> (Option<Answer>, bool) {
    if matches!(column.kind, Kind::Check | Kind::Choice) && !column.options.is_empty() {
        let ticks = render::tick(&facts[0].0.value, &column.options, desk.dictionary);
        return (ticks.map(Answer::Ticks), false);
    }
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
        render::render(&mask::value(&fact.value, &column.date_parts), &ask, desk.dictionary)
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
