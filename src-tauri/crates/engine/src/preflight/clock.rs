//! When a deadline is over, by its own zone, and what that is by the candidate's clock.
//!
//! **Invariant:** an hour or a zone that could be two is none. A bare `midnight` is the
//! start of its day, so that nobody is a day late.

use jiff::{
    Timestamp, Unit, Zoned,
    civil::{Date, DateTime, Time},
    tz::{Offset, TimeZone},
};
use postings::Deadline;

/// The last moment of a day.
const LAST: Time = jiff::civil::time(23, 59, 59, 0);

/// The moment after which a deadline is over. `None`: its words do not settle it.
pub(crate) fn end(deadline: &Deadline) -> Option<Timestamp> {
    let date = deadline.date?;
    let zone = zone(deadline.tz.as_deref()?)?;
    let (date, time) = match deadline.time.as_deref() {
        Some(words) => hour(words, date)?,
        None => (date, LAST),
    };
    Some(date.to_datetime(time).to_zoned(zone).ok()?.timestamp())
}

/// The same by the candidate's clock, where that shows another hour.
pub(crate) fn elsewhere(deadline: &Deadline, own: &TimeZone) -> Option<Zoned> {
    let end = end(deadline)?;
    let theirs = zone(deadline.tz.as_deref()?)?;
    let differs = theirs.to_offset(end) != own.to_offset(end);
    differs.then(|| end.to_zoned(own.clone()))
}

/// Whole days that are left, by the candidate's clock: 0 on the last of them, and none any
/// more once the moment is over, be it the same day here. `None`: it names no day.
pub(crate) fn days_left(deadline: &Deadline, now: DateTime, own: &TimeZone) -> Option<i32> {
    let days = |last: Date| Some(now.date().until((Unit::Day, last)).ok()?.get_days());
    let here = now.to_zoned(own.clone()).ok().map(|it| it.timestamp());
    match (end(deadline), here) {
        (Some(end), Some(here)) => {
            let left = days(end.to_zoned(own.clone()).date())?;
            Some(if end < here { left.min(-1) } else { left })
        }
        _ => days(deadline.date?),
    }
}

/// A day and an hour, as worded.
fn hour(words: &str, date: Date) -> Option<(Date, Time)> {
    let words = words.trim().to_lowercase().replace('：', ":");
    let tomorrow = || date.tomorrow().ok();
    if matches!(words.as_str(), "end of day" | "end of the day" | "eod") {
        return Some((date, LAST));
    }
    let number = |text: &str| -> Option<i8> { text.parse().ok() };
    let digits: Vec<&str> =
        words.split(|it: char| !it.is_ascii_digit()).filter(|it| !it.is_empty()).collect();
    let (hour, minute) = match digits.as_slice() {
        [] if words.contains("noon") || words.contains('中') => (12, 0),
        [] if words.contains("midnight") || words.contains("午夜") => (0, 0),
        [both] if both.len() == 4 => (number(&both[..2])?, number(&both[2..])?),
        [hour] => (number(hour)?, if words.contains('半') { 30 } else { 0 }),
        [hour, minute, ..] => (number(hour)?, number(minute)?),
        [] => return None,
    };
    let after = words.contains('p') && words.contains('m') && !words.contains("midnight")
        || words.contains("下午")
        || words.contains('晚');
    let before = words.contains('a') && words.contains('m') || words.contains("midnight");
    let hour = match hour {
        1..=11 if after => hour + 12,
        12 if before => 0,
        24 if minute == 0 => return Some((tomorrow()?, Time::midnight())),
        hour => hour,
    };
    Some((date, Time::new(hour, minute, 0, 0).ok()?))
}

/// A zone, as worded. `IST` and `CST` are several, and `local time` is anybody's.
fn zone(words: &str) -> Option<TimeZone> {
    let word = words.trim();
    if word.contains('/') && !word.contains(' ') {
        return TimeZone::get(word).ok();
    }
    let lower = word.to_lowercase();
    let lower = lower.trim_end_matches(" time").trim_end_matches(" standard");
    if let Some(rest) = lower.strip_prefix("utc").or_else(|| lower.strip_prefix("gmt")) {
        return offset(rest);
    }
    let named = match lower {
        "aoe" | "anywhere on earth" => return fixed(-12, 0),
        "cest" | "mesz" => return fixed(2, 0),
        "bst" => return fixed(1, 0),
        "eest" => return fixed(3, 0),
        "edt" => return fixed(-4, 0),
        "cdt" => return fixed(-5, 0),
        "mdt" => return fixed(-6, 0),
        "pdt" => return fixed(-7, 0),
        "aedt" => return fixed(11, 0),
        "nzdt" => return fixed(13, 0),
        "cet" | "mez" | "central european" | "berlin" => "Europe/Berlin",
        "swiss" | "zurich" => "Europe/Zurich",
        "paris" => "Europe/Paris",
        "amsterdam" => "Europe/Amsterdam",
        "eet" => "Europe/Helsinki",
        "wet" => "Europe/Lisbon",
        "uk" | "london" => "Europe/London",
        "greenwich mean" => return fixed(0, 0),
        "jst" | "japan" | "tokyo" => "Asia/Tokyo",
        "kst" | "korea" | "korean" | "seoul" => "Asia/Seoul",
        "sgt" | "singapore" => "Asia/Singapore",
        "hkt" | "hong kong" => "Asia/Hong_Kong",
        "beijing" | "china" | "北京时间" | "shanghai" => "Asia/Shanghai",
        "indian" | "india" => "Asia/Kolkata",
        "israel" => "Asia/Jerusalem",
        "aest" | "sydney" | "australian eastern" => "Australia/Sydney",
        "nzst" => "Pacific/Auckland",
        "est" | "et" | "eastern" | "new york" => "America/New_York",
        "ct" | "central" => "America/Chicago",
        "mst" | "mt" | "mountain" => "America/Denver",
        "pst" | "pt" | "pacific" => "America/Los_Angeles",
        "east africa" | "nairobi" => "Africa/Nairobi",
        "west africa" | "lagos" => "Africa/Lagos",
        _ => return None,
    };
    TimeZone::get(named).ok()
}

/// `+2`, ` +05:30`, or nothing, behind `UTC`.
fn offset(rest: &str) -> Option<TimeZone> {
    let rest = rest.trim().replace(' ', "");
    if rest.is_empty() {
        return fixed(0, 0);
    }
    let (sign, digits) = if let Some(digits) = rest.strip_prefix('+') {
        (1, digits)
    } else {
        (-1, rest.strip_prefix('-')?)
    };
    let (hours, minutes) = digits.split_once(':').unwrap_or((digits, "0"));
    fixed(sign * hours.parse::<i32>().ok()?, sign * minutes.parse::<i32>().ok()?)
}

fn fixed(hours: i32, minutes: i32) -> Option<TimeZone> {
    let offset = Offset::from_seconds(hours * 3600 + minutes * 60).ok()?;
    Some(TimeZone::fixed(offset))
}

/// How people read it: `2026-02-16 06:59`.
pub(crate) fn minute(moment: &Zoned) -> String {
    moment.strftime("%Y-%m-%d %H:%M").to_string()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use postings::DeadlineKind;

    use super::*;

    fn of(time: Option<&str>, tz: &str) -> Deadline {
        Deadline {
            kind: DeadlineKind::Fixed,
            date: Some(date(2026, 2, 15)),
            first: None,
            time: time.map(str::to_owned),
            tz: Some(tz.to_owned()),
        }
    }

    #[track_caller]
    fn check(time: Option<&str>, tz: &str, own: i32, is: Option<&str>) {
        let own = fixed(own, 0).unwrap();
        let shown = elsewhere(&of(time, tz), &own).map(|it| minute(&it));
        assert_eq!(shown.as_deref(), is, "{time:?} {tz}");
    }

    #[test]
    fn a_deadline_elsewhere_is_told_by_the_own_clock() {
        check(Some("23:59"), "CET", 8, Some("2026-02-16 06:59"));
        check(Some("5 pm"), "Pacific Time", 8, Some("2026-02-16 09:00"));
        check(Some("11:59PM"), "EST", 1, Some("2026-02-16 05:59"));
        check(Some("noon"), "JST", 1, Some("2026-02-15 04:00"));
        check(Some("2359 hrs"), "Singapore time", 1, Some("2026-02-15 16:59"));
        check(Some("24:00"), "北京时间", 0, Some("2026-02-15 16:00"));
        check(Some("下午5点半"), "Asia/Shanghai", 0, Some("2026-02-15 09:30"));
        check(None, "AoE", 8, Some("2026-02-16 19:59"));
        check(Some("17:00"), "UTC+05:30", 8, Some("2026-02-15 19:30"));
    }

    #[test]
    fn what_is_over_elsewhere_is_not_due_today() {
        let seattle = fixed(-8, 0).unwrap();
        let tokyo = of(Some("23:59"), "JST");
        let at = |day, hour| date(2026, 2, day).at(hour, 0, 0, 0);
        assert_eq!(days_left(&tokyo, at(13, 10), &seattle), Some(2));
        assert_eq!(days_left(&tokyo, at(15, 6), &seattle), Some(0));
        assert_eq!(days_left(&tokyo, at(15, 10), &seattle), Some(-1), "6:59 is over");
        let earth = of(None, "AoE");
        assert_eq!(days_left(&earth, at(16, 10), &fixed(8, 0).unwrap()), Some(0));
        let unknown = of(None, "local time");
        assert_eq!(days_left(&unknown, at(15, 23), &seattle), Some(0));
        assert_eq!(days_left(&unknown, at(16, 0), &seattle), Some(-1));
    }

    #[test]
    fn a_bare_midnight_is_the_start_of_its_day() {
        check(Some("midnight"), "CET", 0, Some("2026-02-14 23:00"));
        check(Some("12:00 midnight"), "UTC", 1, Some("2026-02-15 01:00"));
    }

    #[test]
    fn what_is_not_settled_and_what_is_here_is_not_told() {
        check(Some("23:59"), "IST", 8, None);
        check(Some("23:59"), "local time", 8, None);
        check(Some("close of business"), "CET", 8, None);
        check(Some("23:59"), "CET", 1, None);
        assert_eq!(end(&Deadline { date: None, ..of(None, "CET") }), None);
    }
}
