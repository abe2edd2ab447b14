//! The posting's dates against the candidate's.

use jiff::{
    ToSpan as _,
    civil::{Date, DateTime},
    tz::TimeZone,
};
use postings::{Deadline, Duration, Posting, ReferenceMode};
use profile::{Key, PartialDate, Profile, Value};

use crate::preflight::{Concern, Finding, Fix, clock};

/// How long the candidate can stay, as far as the profile says.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Stay {
    /// From the first day to the last.
    Between(Date, Date),
    /// So many weeks.
    Weeks(f64),
    /// So many months.
    Months(f64),
}

/// Days in a month, on average.
const DAYS_IN_MONTH: f64 = 30.44;

/// Looks at the deadline and at the length of the stay.
pub(crate) fn check_dates(
    posting: &Posting,
    profile: &Profile,
    now: DateTime,
    own: &TimeZone,
) -> Vec<Finding> {
    let today = now.date();
    let deadline = posting.deadline.as_ref();
    let mut findings: Vec<_> = deadline.into_iter().flat_map(|it| due(it, now, own)).collect();
    findings.extend(posting.duration.into_iter().flat_map(|it| lasts(it, profile, today)));
    findings
}

/// The stay against what the posting asks.
fn lasts(duration: Duration, profile: &Profile, today: Date) -> Vec<Finding> {
    let Duration { min_months, max_months, exact_weeks, min_weeks, max_weeks } = duration;
    let least = Length::of(min_months, exact_weeks.or(min_weeks));
    let most = Length::of(max_months, exact_weeks.or(max_weeks));
    let (Some(asked), is_most) = (least.or(most), least.is_none()) else { return Vec::new() };
    let fix = Fix::Profile { pointer: "/availability".to_owned() };
    let Some(stay) = stay(profile, today) else {
        let bound = if exact_weeks.is_some() {
            ""
        } else if is_most {
            "at most "
        } else {
            "at least "
        };
        let what = format!(
            "the posting asks for {bound}{asked}, and the profile does not say how long you can stay"
        );
        let finding = Concern::DurationUnknown.found(what, "add `availability` to the profile");
        let most = is_most.then(|| "most".to_owned());
        return vec![finding.about(asked.parts()).about(most).fix(fix)];
    };
    if let Some(least) = least.filter(|it| is_shorter(stay, *it)) {
        let bound = if exact_weeks.is_some() { "" } else { "at least " };
        let what =
            format!("the posting asks for {bound}{least}, and the profile says {}", said(stay));
        let hint = "change the dates, or explain them in the mail";
        return vec![Concern::TooShort.found(what, hint).about(least.parts()).fix(fix)];
    }
    if let Some(most) = most.filter(|it| is_longer(stay, *it)) {
        let bound = if exact_weeks.is_some() { "" } else { "at most " };
        let what =
            format!("the posting takes you for {bound}{most}, and the profile says {}", said(stay));
        let hint = "say in the mail which of these dates suit you best";
        return vec![Concern::TooLong.found(what, hint).about(most.parts()).fix(fix)];
    }
    Vec::new()
}

/// A length that a posting names.
#[derive(Debug, Clone, Copy)]
enum Length {
    Months(u32),
    Weeks(u32),
}

impl Length {
    fn of(months: Option<u32>, weeks: Option<u32>) -> Option<Self> {
        months.map(Self::Months).or(weeks.map(Self::Weeks))
    }

    /// The words need the number and what it counts: `3`, `months`.
    fn parts(self) -> [String; 2] {
        match self {
            Self::Months(months) => [months.to_string(), "months".to_owned()],
            Self::Weeks(weeks) => [weeks.to_string(), "weeks".to_owned()],
        }
    }
}

impl std::fmt::Display for Length {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.parts().join(" "))
    }
}

/// What the candidate has to know about the last day: that it is over, that it ends at
/// another hour where they are, that an earlier one counts.
fn due(deadline: &Deadline, now: DateTime, own: &TimeZone) -> Vec<Finding> {
    let Some(date) = deadline.date else { return Vec::new() };
    let here = now.to_zoned(own.clone()).map(|it| it.timestamp()).ok();
    let is_over = match (clock::end(deadline), here) {
        (Some(end), Some(here)) => end < here,
        _ => date < now.date(),
    };
    if is_over {
        let what = format!("the deadline was {date}");
        let hint = "ask whether they still take applications";
        return vec![Concern::DeadlinePassed.found(what, hint).about([date])];
    }
    let mut findings = Vec::new();
    if let Some(first) = deadline.first.filter(|it| *it >= now.date()) {
        let what = format!("who applies by {first} is looked at first; the last day is {date}");
        let hint = "send it by the first day if you can";
        findings.push(Concern::DeadlineFirst.found(what, hint).about([first, date]));
    }
    if let Some(local) = clock::elsewhere(deadline, own) {
        let words = [deadline.time.as_deref(), deadline.tz.as_deref()];
        let said = words.into_iter().flatten().fold(date.to_string(), |all, it| all + " " + it);
        let local = clock::minute(&local);
        let what = format!("the deadline, {said}, is {local} by your clock");
        let hint = "keep some hours in hand";
        findings.push(Concern::DeadlineElsewhere.found(what, hint).about([said, local]));
    }
    findings
}

/// Whether referees have to be asked: a task of its own, before the deadline.
pub(crate) fn check_referees(posting: &Posting, profile: &Profile) -> Option<Finding> {
    let wanted = posting
        .references
        .filter(|it| matches!(it.mode, ReferenceMode::Sent | ReferenceMode::Unclear))?;
    let known = profile.references.len();
    let count = wanted.count.map(|it| it.to_string());
    let what = match &count {
        Some(count) => format!("the posting wants references from {count} people"),
        None => "the posting wants references".to_owned(),
    };
    let enough = wanted.count.and_then(|it| usize::try_from(it).ok()).unwrap_or(1);
    let finding = if known < enough {
        let hint = "add your referees to the profile; a mail to each is drafted here";
        let finding = Concern::RefereesToAsk.found(what, hint);
        finding.fix(Fix::Profile { pointer: "/references".to_owned() })
    } else {
        let hint = "ask them in time; a mail to each is drafted here";
        Concern::RefereesToAsk.found(what, hint).fix(Fix::Referees)
    };
    Some(finding.about(count))
}

/// What the profile itself has wrong.
pub(crate) fn check_profile(problems: &[profile::Finding]) -> Vec<Finding> {
    let found = |it: &profile::Finding| {
        let what = format!("the profile at `{}`: {}", it.pointer, it.message);
        let fix = Fix::Profile { pointer: it.pointer.clone() };
        let finding = Concern::ProfileDoubtful.found(what, it.hint.clone());
        finding.about([it.code.name(), &it.pointer]).fix(fix)
    };
    problems.iter().map(found).collect()
}

fn stay(profile: &Profile, today: Date) -> Option<Stay> {
    let value = |key: &str| Some(profile.fact(&Key::parse(key).ok()?, today)?.value);
    let date = |key: &str| match value(key)? {
        Value::Date(date) => Some(date),
        _ => None,
    };
    let number = |key: &str| match value(key)? {
        Value::Number(number) => number.trim().parse::<f64>().ok(),
        _ => None,
    };
    let between = date("availability.from").zip(date("availability.until")).map(|(from, until)| {
        Stay::Between(PartialDate::first_day(from), PartialDate::last_day(until))
    });
    between
        .or_else(|| number("availability.months").map(Stay::Months))
        .or_else(|| number("availability.weeks").map(Stay::Weeks))
}

fn is_shorter(stay: Stay, least: Length) -> bool {
    match least {
        Length::Months(months) => is_shorter_than_months(stay, months),
        Length::Weeks(weeks) => weeks_of(stay) + 0.01 < f64::from(weeks),
    }
}

fn is_longer(stay: Stay, most: Length) -> bool {
    match (stay, most) {
        (Stay::Between(from, until), Length::Months(months)) => {
            let last = from.checked_add(i64::from(months).months());
            last.is_ok_and(|last| until > last)
        }
        // Both days count, so a day more is no week.
        (Stay::Between(from, until), Length::Weeks(weeks)) => {
            let last = from.checked_add(i64::from(weeks).weeks());
            last.is_ok_and(|last| until > last)
        }
        (Stay::Months(known), Length::Months(months)) => known > f64::from(months),
        (Stay::Weeks(weeks), Length::Months(months)) => weeks * 7.0 > f64::from(months) * 31.0,
        (stay, Length::Weeks(weeks)) => weeks_of(stay) > f64::from(weeks) + 0.5,
    }
}

/// Months are counted on the calendar: 1 March to 31 May is three.
fn is_shorter_than_months(stay: Stay, months: u32) -> bool {
    match stay {
        Stay::Between(from, until) => {
            let needed = from.checked_add(i64::from(months).months());
            let last = until.checked_add(1.day());
            needed.is_ok_and(|needed| last.is_ok_and(|last| last < needed))
        }
        Stay::Months(known) => known < f64::from(months),
        Stay::Weeks(weeks) => weeks.ceil() * 7.0 < (f64::from(months) * DAYS_IN_MONTH).floor(),
    }
}

fn weeks_of(stay: Stay) -> f64 {
    match stay {
        Stay::Between(from, until) => {
            let days = until.since(from).map_or(0, |span| span.get_days()) + 1;
            // The last day of the last week may be a Friday or a Sunday.
            f64::from(days + 2) / 7.0
        }
        Stay::Weeks(weeks) => weeks,
        Stay::Months(months) => months * DAYS_IN_MONTH / 7.0,
    }
}

fn said(stay: Stay) -> String {
    match stay {
        Stay::Between(from, until) => format!("{from} to {until}"),
        Stay::Weeks(weeks) => format!("{weeks} weeks"),
        Stay::Months(months) => format!("{months} months"),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_last_day_is_over_where_it_was_set() {
        let deadline = |first| Deadline {
            kind: postings::DeadlineKind::Fixed,
            date: Some(date(2026, 2, 15)),
            first,
            time: Some("23:59".to_owned()),
            tz: Some("UTC".to_owned()),
        };
        let beijing = TimeZone::fixed(jiff::tz::offset(8));
        let told = |day: i8, hour: i8, first| {
            let now = date(2026, 2, day).at(hour, 0, 0, 0);
            due(&deadline(first), now, &beijing).into_iter().map(|it| it.code.name()).collect()
        };
        let none: [&str; 0] = [];
        let codes: Vec<&str> = told(16, 7, None);
        assert_eq!(codes, ["deadlineElsewhere"], "it is the 16th here, and not over there");
        let codes: Vec<&str> = told(16, 9, None);
        assert_eq!(codes, ["deadlinePassed"]);
        let codes: Vec<&str> = told(1, 9, Some(date(2026, 2, 1)));
        assert_eq!(codes, ["deadlineFirst", "deadlineElsewhere"]);
        let utc = due(&deadline(None), date(2026, 2, 1).at(9, 0, 0, 0), &TimeZone::UTC);
        assert_eq!(utc.iter().map(|it| it.code.name()).collect::<Vec<_>>(), none);
    }

    #[test]
    fn months_are_counted_on_the_calendar() {
        let short = |from, until| is_shorter_than_months(Stay::Between(from, until), 3);
        assert!(!short(date(2026, 3, 1), date(2026, 5, 31)));
        assert!(short(date(2026, 3, 1), date(2026, 5, 30)));
        assert!(!short(date(2026, 11, 30), date(2027, 2, 28)));
        assert!(!is_shorter_than_months(Stay::Weeks(13.0), 3));
        assert!(is_shorter_than_months(Stay::Weeks(12.0), 3));
        assert!(is_shorter_than_months(Stay::Months(2.5), 3));
    }

    #[test]
    fn weeks_may_end_on_a_friday() {
        let weeks = |from, until| weeks_of(Stay::Between(from, until)) + 0.01 >= 12.0;
        assert!(weeks(date(2026, 6, 1), date(2026, 8, 21)), "Monday to Friday");
        assert!(!weeks(date(2026, 6, 1), date(2026, 8, 20)));
    }
}
