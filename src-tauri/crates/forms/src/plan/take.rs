//! The candidate's own answers, in the shape that each field takes.

use profile::Value;
use unicode_normalization::UnicodeNormalization;

use super::{Given, Why, length, mask, propose, typed};
use crate::{Answer, Column, Dictionary, Error, Field, Filler, Kind, render::Names};

/// What `given` means for `field`. `None`: it stays blank. What is `offered` in the same words
/// is meant: the words alone may say less.
///
/// # Errors
/// [`Error::Answer`] with what the field takes instead.
pub(super) fn take(
    field: &Field,
    given: &Given,
    offered: Option<&Answer>,
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
        (Kind::Date, Given::Text(text)) => match offered {
            Some(it @ Answer::Date { text: shown, .. }) if shown == text => it.clone(),
            _ if !field.date_parts.is_empty() => {
                mask::typed(text, &field.date_parts).map_err(wrong)?
            }
            _ => {
                let dates = typed::dates(text).map(|it| it.dates).unwrap_or_default();
                Answer::Date { dates, text: text.clone() }
            }
        },
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
        (Kind::Rows, Given::Rows(rows)) => table(field, rows, offered).map_err(wrong)?,
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

fn table(
    field: &Field,
    rows: &[Vec<Option<String>>],
    offered: Option<&Answer>,
) -> Result<Answer, String> {
    let columns = field.columns.len();
    if rows.len() > field.rows || rows.iter().any(|it| it.len() > columns) {
        return Err(format!("it takes up to {} rows of {columns} cells", field.rows));
    }
    let offered = match offered {
        Some(Answer::Rows(rows)) => rows.as_slice(),
        _ => &[],
    };
    let cell = |(number, words): (usize, &Option<String>)| {
        let Some(words) = words.as_deref().filter(|it| !it.is_empty()) else { return Ok(None) };
        let column = &field.columns[number];
        // Rows come and go: the words of a column mean the same in each.
        let mut same = offered.iter().filter_map(|row| row.get(number)?.as_ref());
        if let Some(same) = same.find(|it| propose::cell(column, Some(it)) == words) {
            return Ok(Some(same.clone()));
        }
        if let Some(ticks) = ticks_of(column, words) {
            return Ok(Some(Answer::Ticks(ticks)));
        }
        if column.date_parts.is_empty() {
            return Ok(Some(Answer::Text(words.to_owned())));
        }
        let wrong = |reason| format!("`{words}` under `{}`: {reason}", column.label);
        mask::typed(words, &column.date_parts).map(Some).map_err(wrong)
    };
    let rows: Result<Vec<Vec<Option<Answer>>>, String> =
        rows.iter().map(|row| row.iter().enumerate().map(cell).collect()).collect();
    rows.map(Answer::Rows)
}

/// The printed options that a cell's words name, several with `; ` between them.
fn ticks_of(column: &Column, words: &str) -> Option<Vec<usize>> {
    let place = |word: &str| column.options.iter().position(|it| plain(it) == plain(word));
    let ticks: Option<Vec<usize>> = words.split("; ").map(place).collect();
    ticks.filter(|_| !column.options.is_empty())
}
