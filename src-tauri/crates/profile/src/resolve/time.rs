//! When something began and ended, what lasts still, and what comes first.

use jiff::{Unit, civil::Date};

use super::{Context, Found};
use crate::{
    PartialDate, StudyState, Value,
    schema::{Education, Project, Training, Volunteer, Work},
};

/// An entry with a beginning and an end.
pub(crate) trait Dated {
    fn start(&self) -> Option<PartialDate>;
    fn end(&self) -> Option<PartialDate>;

    /// Whether it lasts still. Without a beginning we cannot know.
    fn is_ongoing(&self, today: Date) -> bool {
        self.start().is_some_and(|start| start.first_day() <= today)
            && self.end().is_none_or(|end| end.last_day() >= today)
    }
}

macro_rules! dated {
    ($($name:ty),+) => {
        $(impl Dated for $name {
            fn start(&self) -> Option<PartialDate> {
                self.start_date
            }

            fn end(&self) -> Option<PartialDate> {
                self.end_date
            }
        })+
    };
}

dated!(Work, Volunteer, Training, Project);

impl Dated for Education {
    fn start(&self) -> Option<PartialDate> {
        self.start_date
    }

    fn end(&self) -> Option<PartialDate> {
        self.end_date
    }

    fn is_ongoing(&self, today: Date) -> bool {
        state(self, today) == Some(StudyState::InProgress)
    }
}

/// Where an education stands: what the candidate said, else what the dates say.
pub(crate) fn state(entry: &Education, today: Date) -> Option<StudyState> {
    if entry.state.is_some() {
        return entry.state;
    }
    match (entry.start_date, entry.end_date) {
        (Some(start), _) if start.first_day() > today => Some(StudyState::Admitted),
        (_, Some(end)) if end.last_day() < today => Some(StudyState::Graduated),
        (Some(_), _) => Some(StudyState::InProgress),
        _ => None,
    }
}

/// From the beginning to the end of an entry.
pub(crate) fn period<T: Dated>(entry: &T, cx: &Context<'_>) -> Option<Found> {
    let (start, end) = (entry.start(), entry.end());
    if start.is_none() && end.is_none() {
        return None;
    }
    Some(Found::said(Value::Period { start, end, ongoing: entry.is_ongoing(cx.today) }, ""))
}

/// The entry that counts as present: of those that last still the one begun
/// last, else the one that ended last, else the first.
pub(crate) fn present<T: Dated>(entries: &[T], today: Date) -> Option<usize> {
    latest(entries, |entry| entry.is_ongoing(today)).or_else(|| latest(entries, |_| true))
}

/// Of the entries that `wanted` picks the one that ended last or lasts still;
/// where dates say nothing, the first.
pub(crate) fn latest<T: Dated>(entries: &[T], wanted: impl Fn(&T) -> bool) -> Option<usize> {
    let when = |entry: &T| {
        (
            entry.end().map_or(entry.start().map(|_| Date::MAX), |end| Some(end.last_day())),
            entry.start(),
        )
    };
    let mut best: Option<usize> = None;
    for (at, entry) in entries.iter().enumerate().filter(|(_, entry)| wanted(entry)) {
        if best.is_none_or(|best| when(&entries[best]) < when(entry)) {
            best = Some(at);
        }
    }
    best
}

/// The places of entries, newest first. If one has no date, the order in which
/// the candidate wrote them says more than a guess of ours.
pub(crate) fn newest_first<T: Dated>(entries: &[T]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..entries.len()).collect();
    if entries.iter().all(|entry| entry.start().is_some()) {
        order.sort_by_key(|at| std::cmp::Reverse(entries[*at].start().map(PartialDate::first_day)));
    }
    order
}

/// Age in whole years. `None` if the birth date is not exact enough to tell.
pub(crate) fn age(birth: PartialDate, today: Date) -> Option<i32> {
    let (oldest, youngest) = (years(birth.first_day(), today)?, years(birth.last_day(), today)?);
    (oldest == youngest && oldest >= 0).then_some(oldest)
}

/// Whether somebody is 18 or older. `None` if the birth date is not exact enough to tell.
pub(crate) fn is_of_age(birth: PartialDate, today: Date) -> Option<bool> {
    const OF_AGE: i32 = 18;
    let oldest = years(birth.first_day(), today)? >= OF_AGE;
    let youngest = years(birth.last_day(), today)? >= OF_AGE;
    (oldest == youngest).then_some(oldest)
}

/// Whole months from one date to another, the last day counted.
pub(crate) fn months(from: Date, until: Date) -> Option<i32> {
    let span = from.until((Unit::Month, until.tomorrow().ok()?)).ok()?;
    Some(span.get_months())
}

/// Days from one date to another, the last day counted.
pub(crate) fn days(from: Date, until: Date) -> Option<i32> {
    Some(from.until((Unit::Day, until)).ok()?.get_days() + 1)
}

fn years(from: Date, until: Date) -> Option<i32> {
    Some(i32::from(from.until((Unit::Year, until)).ok()?.get_years()))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_birthday_counts_from_its_day() {
        let birth = "1999-03-14".parse().unwrap();
        assert_eq!(age(birth, date(2026, 3, 13)), Some(26));
        assert_eq!(age(birth, date(2026, 3, 14)), Some(27));
    }

    #[test]
    fn an_age_that_cannot_be_told_is_not_told() {
        let birth = "1999-03".parse().unwrap();
        assert_eq!(age(birth, date(2026, 11, 20)), Some(27));
        assert_eq!(age(birth, date(2026, 3, 14)), None);
        assert_eq!(age("2030".parse().unwrap(), date(2026, 3, 14)), None);
    }

    #[test]
    fn a_stay_counts_its_last_day() {
        assert_eq!(months(date(2026, 12, 1), date(2027, 5, 31)), Some(6));
        assert_eq!(months(date(2026, 12, 1), date(2027, 5, 30)), Some(5));
        assert_eq!(days(date(2027, 3, 1), date(2027, 3, 7)), Some(7));
    }
}
