//! The candidate's own answers, in the shape that each field takes.

use profile::{PartialDate, Value};
use unicode_normalization::UnicodeNormalization;

use super::{Given, Why, length};
use crate::{Answer, Column, Dictionary, Error, Field, Filler, Kind, render::Names};

/// What `given` means for `field`. `None`: it stays blank.
///
/// # Errors
/// [`Error::Answer`] with what the field takes instead.
pub(super) fn take(
    field: &Field,
    given: &Given,
    dictionary: &Dictionary,
) -> Result<Option<Answer>, Error> {
    let wrong =
        |reason: String| Error::Answer { id: field.id.clone(), label: field.label.clone(), reason };
    if *given == Given::Blank {
        return Ok(None);
    }
    if field.filler != Filler::Candidate || field.kind == Kind::Signature {
        return Err(wrong("it is not for you to fill here; leave it out".to_owned()));
    }
    let answer = match (field.kind, given) {
        (Kind::Text, Given::Text(text)) => Answer::Text(text.clone()),
        (Kind::Date, Given::Text(text)) => {
            let dates = dates(text);
            if dates.is_empty() && !field.date_parts.is_empty() {
                return Err(wrong("it takes a date such as `2027-03-01`".to_owned()));
            }
            Answer::Date { dates, text: text.clone() }
        }
        (Kind::Text | Kind::Date, Given::Flag(yes)) => {
            let words = dictionary.yes_no(*yes, field.language);
            Answer::Text(words.into_iter().next().unwrap_or_default())
        }
        (Kind::Text, Given::Options(parts)) => Answer::Text(parts.join("; ")),
        (Kind::Check, Given::Flag(yes)) => {
            let ticks = crate::render::tick(&Value::Flag(*yes), &field.options, dictionary);
            match ticks {
                Some(ticks) => Answer::Ticks(ticks),
                None if field.options.len() == 1 => return Ok(None),
                None => return Err(wrong(one_of(field))),
            }
        }
        (Kind::Check, Given::Text(option)) => {
            Answer::Ticks(vec![option_of(field, option).ok_or_else(|| wrong(one_of(field)))?])
        }
        (Kind::Check, Given::Options(options)) => {
            let ticks: Option<Vec<usize>> = options.iter().map(|it| option_of(field, it)).collect();
            Answer::Ticks(ticks.ok_or_else(|| wrong(one_of(field)))?)
        }
        (Kind::Check | Kind::Choice, Given::Places(places)) if places.is_empty() => {
            return Ok(None);
        }
        (Kind::Check | Kind::Choice, Given::Places(places)) => {
            let is_one = field.single || field.kind == Kind::Choice;
            let are_there = places.iter().all(|it| *it < field.options.len());
            match places.as_slice() {
                [only] if are_there && field.kind == Kind::Choice => Answer::Choice(*only),
                ticks if are_there && !(is_one && ticks.len() > 1) => Answer::Ticks(ticks.to_vec()),
                _ => return Err(wrong(one_of(field))),
            }
        }
        (Kind::Choice, Given::Text(option)) => {
            Answer::Choice(option_of(field, option).ok_or_else(|| wrong(one_of(field)))?)
        }
        (Kind::Rows, Given::Rows(rows)) => table(field, rows).map_err(wrong)?,
        (Kind::Photo, _) => {
            return Err(wrong("the picture comes from the profile".to_owned()));
        }
        (Kind::Rows, _) => {
            return Err(wrong(format!(
                "it takes up to {} rows of {} cells",
                field.rows,
                field.columns.len()
            )));
        }
        (Kind::Check | Kind::Choice, _) => return Err(wrong(one_of(field))),
        (Kind::Text | Kind::Date | Kind::Signature, _) => {
            return Err(wrong("it takes words".to_owned()));
        }
    };
    if let (Some(limit), Answer::Ticks(ticks)) = (field.max_choices, &answer)
        && ticks.len() > limit
    {
        return Err(wrong(format!("it takes {limit} options, and these are {}", ticks.len())));
    }
    match answer.text().and_then(|it| length::excess(field, it)) {
        Some(Why::TooManyWords { length, limit }) => {
            return Err(wrong(format!("it takes {limit} words, and this has {length}")));
        }
        Some(Why::TooLong { length, limit }) => {
            return Err(wrong(format!("it takes {limit} characters, and this has {length}")));
        }
        _ => {}
    }
    Ok(Some(answer))
}

fn one_of(field: &Field) -> String {
    let options: Vec<String> = field.options.iter().map(|it| format!("`{it}`")).collect();
    format!("it takes one of {}", options.join(", "))
}

fn plain(words: &str) -> String {
    words.nfkc().flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric()).collect()
}

fn option_of(field: &Field, words: &str) -> Option<usize> {
    let exact = field.options.iter().position(|it| it == words);
    exact.or_else(|| field.options.iter().position(|it| plain(it) == plain(words)))
}

fn table(field: &Field, rows: &[Vec<Option<String>>]) -> Result<Answer, String> {
    let columns = field.columns.len();
    if rows.len() > field.rows || rows.iter().any(|it| it.len() > columns) {
        return Err(format!("it takes up to {} rows of {columns} cells", field.rows));
    }
    let cell = |(number, words): (usize, &Option<String>)| {
        let words = words.as_deref().filter(|it| !it.is_empty())?;
        let column = &field.columns[number];
        if let Some(ticks) = ticks_of(column, words) {
            return Some(Answer::Ticks(ticks));
        }
        let dates = if column.date_parts.is_empty() { Vec::new() } else { dates(words) };
        Some(if dates.is_empty() {
            Answer::Text(words.to_owned())
        } else {
            Answer::Date { dates, text: words.to_owned() }
        })
    };
    let rows = rows.iter().map(|row| row.iter().enumerate().map(cell).collect()).collect();
    Ok(Answer::Rows(rows))
}

/// The printed options that a cell's words name, several with `; ` between them.
fn ticks_of(column: &Column, words: &str) -> Option<Vec<usize>> {
    let place = |word: &str| column.options.iter().position(|it| plain(it) == plain(word));
    let ticks: Option<Vec<usize>> = words.split("; ").map(place).collect();
    ticks.filter(|_| !column.options.is_empty())
}

/// The dates that words name: `2027-03-01`, 2027年3月1日, and two for a period.
fn dates(words: &str) -> Vec<PartialDate> {
    let mut found = Vec::new();
    let mut numbers: Vec<i16> = Vec::new();
    let mut flush = |numbers: &mut Vec<i16>| {
        if let Some(year) = numbers.first() {
            let part = |i: usize| numbers.get(i).and_then(|it| i8::try_from(*it).ok());
            found.push(PartialDate { year: *year, month: part(1), day: part(2) });
        }
        numbers.clear();
    };
    for number in words.split(|c: char| !c.is_ascii_digit()).filter(|it| !it.is_empty()) {
        let Ok(value) = number.parse::<i16>() else { continue };
        if number.len() == 4 {
            flush(&mut numbers);
            numbers.push(value);
        } else if !numbers.is_empty() && numbers.len() < 3 && value <= 31 {
            numbers.push(value);
        }
    }
    flush(&mut numbers);
    found
}
