//! What a mask for dates has room for: `____年__月 至 ____年__月` takes two months and no day.

use profile::{PartialDate, Value};

use super::typed;
use crate::{Answer, DatePart};

/// The parts of each date of a mask. A part that comes again begins the next date.
fn dates_of(parts: &[DatePart]) -> Vec<Vec<DatePart>> {
    let mut dates: Vec<Vec<DatePart>> = Vec::new();
    for part in parts {
        match dates.last_mut().filter(|it| !it.contains(part)) {
            Some(date) => date.push(*part),
            None => dates.push(vec![*part]),
        }
    }
    dates
}

/// What of a date goes into these parts. The year is always known: it tells the date.
fn cut(date: PartialDate, parts: &[DatePart]) -> PartialDate {
    let has = |part| parts.contains(&part);
    let day = date.day.filter(|_| has(DatePart::Day));
    let month = date.month.filter(|_| has(DatePart::Month) || day.is_some());
    PartialDate { month, day, ..date }
}

/// A fact as a mask with these parts takes it, so that what is shown is what goes in: there is
/// no room for 至今, but for the end that is expected.
pub(super) fn value(value: &Value, parts: &[DatePart]) -> Value {
    let dates = dates_of(parts);
    let [first, others @ ..] = dates.as_slice() else { return value.clone() };
    match value {
        Value::Date(date) => Value::Date(cut(*date, first)),
        Value::Period { start, end, .. } => Value::Period {
            start: start.map(|it| cut(it, first)),
            end: end.and_then(|it| Some(cut(it, others.first()?))),
            ongoing: false,
        },
        other => other.clone(),
    }
}

/// The candidate's words for a mask. The words stay as they are where all that they say goes in.
///
/// # Errors
/// What it takes instead.
pub(super) fn typed(words: &str, parts: &[DatePart]) -> Result<Answer, String> {
    let room = dates_of(parts);
    let takes = || match room.as_slice() {
        [_] => "it takes a date such as `2027-03-01`".to_owned(),
        _ => "it takes dates such as `2023-09 – 2027-06`".to_owned(),
    };
    let read = typed::dates(words).ok_or_else(takes)?;
    if read.dates.len() > room.len() {
        return Err(takes());
    }
    let dates: Vec<PartialDate> =
        read.dates.iter().zip(&room).map(|(date, parts)| cut(*date, parts)).collect();
    let tells_year = room.iter().all(|it| it.contains(&DatePart::Year));
    let is_whole = dates == read.dates && !read.is_ongoing || !tells_year;
    let text = if is_whole {
        words.to_owned()
    } else {
        let written: Vec<String> = dates.iter().map(ToString::to_string).collect();
        written.join(" – ")
    };
    Ok(Answer::Date { dates, text })
}
