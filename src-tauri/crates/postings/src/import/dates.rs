//! Days as people write them. What could be two days is none.

use std::ops::Range;

use jiff::civil::Date;
use regex::Captures;

use super::{page::overlaps, pattern::pattern};

/// A day, or what a text says of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Day {
    /// Absent in `31 March`.
    pub(crate) year: Option<i16>,
    pub(crate) month: i8,
    /// The day of the month; absent in `March 2026` and `end of March`.
    pub(crate) of_month: Option<i8>,
    /// `03/04/2026`: one of two days.
    pub(crate) unclear: bool,
    pub(crate) span: Range<usize>,
}

impl Day {
    /// The day, if it is a whole one.
    pub(crate) fn date(&self) -> Option<Date> {
        if self.unclear {
            return None;
        }
        Date::new(self.year?, self.month, self.of_month?).ok()
    }
}

const MONTH: &str = r"jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch)?|märz|apr(?:il)?|may|mai|june?|juni|july?|juli|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?";

/// The years of the Republic, which Taiwan counts from 1912 as the first: `民國115年3月2日`.
fn of_the_republic(text: &str, from: usize) -> Vec<Day> {
    let pattern = pattern!(
        r"(?:^|\D)(?P<r>(?:民[國国]\s?)?1[0-4]\d)\s?年\s?(?P<m>\d{1,2})\s?月\s?(?P<d>\d{1,2})\s?[日号]"
    );
    let day = |found: Captures<'_>| {
        let (all, years) = (found.get(0)?, found.name("r")?);
        let year: i16 =
            years.as_str().trim_start_matches(|it: char| !it.is_ascii_digit()).parse().ok()?;
        let (month, of_month) = (found["m"].parse().ok()?, found["d"].parse().ok());
        let span = from + years.start()..from + all.end();
        (1..=12).contains(&month).then_some(())?;
        Some(Day { year: Some(year + 1911), month, of_month, unclear: false, span })
    };
    pattern.captures_iter(text).filter_map(day).collect()
}

/// `January 1-31, 2018` and `1-31 January 2018`: two days whose month is said once.
fn of_one_month(text: &str, from: usize) -> Vec<Day> {
    let behind = pattern!(&format!(
        r"\b(?P<n>{MONTH})\b\.? ?(?P<a>\d{{1,2}})(?:st|nd|rd|th)? ?(?:-|–|—|to|until|through|and) ?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,? ?(?P<y>20\d\d\b))?"
    ));
    let before = pattern!(&format!(
        r"\b(?P<a>\d{{1,2}})(?:st|nd|rd|th)? ?(?:-|–|—|to|until|through) ?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[\s.]{{0,2}}(?:of )?(?P<n>{MONTH})\b\.?,?(?: (?P<y>20\d\d\b))?"
    ));
    let days = |found: Captures<'_>| {
        let month = month(&found["n"])?;
        let (first, last, name) = (found.name("a")?, found.name("d")?, found.name("n")?);
        let (opens, closes): (i8, i8) = (first.as_str().parse().ok()?, last.as_str().parse().ok()?);
        let year = found.name("y").and_then(|it| it.as_str().parse().ok());
        let whole = found.get(0)?;
        let begin = name.start().min(first.start());
        let day = |of_month: i8, span: Range<usize>| Day {
            year,
            month,
            of_month: Some(of_month),
            unclear: false,
            span: from + span.start..from + span.end,
        };
        let fits = 0 < opens && opens < closes && closes <= 31;
        fits.then(|| [day(opens, begin..first.end()), day(closes, last.start()..whole.end())])
    };
    let found = behind.captures_iter(text).chain(before.captures_iter(text));
    found.filter_map(days).flatten().collect()
}

/// The days of `text`, which begins at `from`, in their order.
pub(crate) fn days(text: &str, from: usize) -> Vec<Day> {
    // `_March 31_`: the marks of emphasis are no part of a word.
    all(&text.replace('_', " "), from)
}

/// `09-Dec-16` and `3/12/15`: with two figures for the year. The second is one of two days.
fn of_short_years(text: &str, from: usize) -> Vec<Day> {
    let named = pattern!(&format!(r"\b(?P<d>[0-3]?\d)-(?P<n>{MONTH})-(?P<y>[0-3]\d)\b"))
        .captures_iter(text);
    let figures =
        pattern!(r"(?:^|[^\d/])(?P<d>[0-3]?\d)/(?P<m>[0-3]?\d)/(?P<y>[0-3]\d)(?:$|[^\d/])")
            .captures_iter(text);
    let day = |found: Captures<'_>| {
        let part = |name: &str| found.name(name).and_then(|it| it.as_str().parse::<i8>().ok());
        let (first, year) = (found.name("d")?, found.name("y")?);
        let (one, other) = match found.name("n") {
            Some(name) => (part("d")?, month(name.as_str())?),
            None => (part("d")?, part("m")?),
        };
        // Twelve months, and more days.
        let (of_month, month) = if other > 12 { (other, one) } else { (one, other) };
        let fits = (1..=12).contains(&month) && (1..=31).contains(&of_month);
        fits.then(|| Day {
            year: part("y").map(|it| i16::from(it) + 2000),
            month,
            of_month: Some(of_month),
            unclear: found.name("n").is_none() && of_month <= 12 && of_month != month,
            span: from + first.start()..from + year.end(),
        })
    };
    named.chain(figures).filter_map(day).collect()
}

/// Days with a shape of their own, which come first.
fn unlike_the_rest(text: &str, from: usize) -> Vec<Day> {
    [
        of_the_republic(text, from),
        of_one_month(text, from),
        abroad(text, from),
        of_short_years(text, from),
    ]
    .concat()
}

fn all(text: &str, from: usize) -> Vec<Day> {
    let mut out = unlike_the_rest(text, from);
    let mut add = |day: Option<Day>| {
        if let Some(day) = day
            && (1..=12).contains(&day.month)
            && day.of_month.is_none_or(|it| (1..=31).contains(&it))
            && day.year.is_none_or(|it| (1990..=2100).contains(&it))
            && !out.iter().any(|it| overlaps(&it.span, &day.span))
        {
            out.push(day);
        }
    };
    let place = |found: &Captures<'_>| {
        // A character of Chinese right before the figures is none of the day's.
        let first =
            ["y", "m", "d", "n"].iter().filter_map(|it| found.name(it)).map(|it| it.start()).min();
        found.get(0).map_or(0..0, |it| from + first.unwrap_or(it.start())..from + it.end())
    };
    let part = |found: &Captures<'_>, name: &str| {
        found.name(name).and_then(|it| it.as_str().parse::<i16>().ok())
    };
    let day = |found: &Captures<'_>, month: i8| Day {
        year: part(found, "y"),
        month,
        of_month: part(found, "d").and_then(|it| i8::try_from(it).ok()),
        unclear: false,
        span: place(found),
    };
    let figure = |found: &Captures<'_>| part(found, "m").and_then(|it| i8::try_from(it).ok());
    // Year first.
    let ymd =
        pattern!(r"(?P<y>20\d\d)?(?:年|\s年)?\s?(?P<m>\d{1,2})\s?月\s?(?P<d>\d{1,2})\s?[日号]");
    for found in ymd.captures_iter(text) {
        add(figure(&found).map(|month| Day { ..day(&found, month) }));
    }
    for found in pattern!(r"(?:\b|\p{Han})(?P<y>20\d\d)\s?([-/.])\s?(?P<m>\d{1,2})\s?[-/.]\s?(?P<d>\d{1,2})(?:\b|T|\D|$)").captures_iter(text) {
        add(figure(&found).map(|month| day(&found, month)));
    }
    // `2026.6.1-6.20` and `6月1日至20日`: what is said once is of both.
    for found in pattern!(r"(?P<y>20\d\d)\s?[./]\s?\d{1,2}\s?[./]\s?\d{1,2}\s?(?:-|–|—|~|～|至|到)\s?(?P<m>1[0-2]|0?[1-9])[./](?P<d>3[01]|[12]\d|0?[1-9])(?:$|[^\d.])").captures_iter(text) {
        let span = found.name("m").zip(found.name("d")).map_or(0..0, |(m, d)| from + m.start()..from + d.end());
        add(figure(&found).map(|month| Day { span, ..day(&found, month) }));
    }
    for found in pattern!(r"(?:(?P<y>20\d\d)\s?年)?\s?(?P<m>\d{1,2})\s?月\s?\d{1,2}\s?[日号]?\s?(?:-|–|—|~|～|至|到)\s?(?P<d>\d{1,2})\s?[日号]").captures_iter(text) {
        let span = found.name("d").map_or(0..0, |it| from + it.start()..from + it.end());
        add(figure(&found).map(|month| Day { span, ..day(&found, month) }));
    }
    // The name of the month.
    for found in pattern!(&format!(r"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[\s.-]{{0,2}}(?:of )?(?P<n>{MONTH})\b\.?,?[\s-]{{0,2}}(?P<y>20\d\d\b)?")).captures_iter(text) {
        add(month(&found["n"]).map(|month| day(&found, month)));
    }
    for found in pattern!(&format!(r"\b(?P<n>{MONTH})\b\.?[\s-]?(?:the )?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?[\s-]{{0,2}}(?:at .{{1,12}}, )?(?P<y>20\d\d\b))?")).captures_iter(text) {
        add(month(&found["n"]).map(|month| day(&found, month)));
    }
    // Figures only.
    for found in pattern!(r"\b(?P<d>\d{1,2})(?P<s>[./-])\s?(?P<m>\d{1,2})[./-]\s?(?P<y>20\d\d)\b")
        .captures_iter(text)
    {
        let (Some(first), Some(second)) = (part(&found, "d"), part(&found, "m")) else { continue };
        let dotted = &found["s"] == ".";
        let (swapped, unclear) = match (first > 12, second > 12) {
            (true, true) => continue,
            (true, false) => (false, false),
            (false, true) => (true, false),
            (false, false) => (false, first != second && !dotted),
        };
        let (d, m) = if swapped { (second, first) } else { (first, second) };
        let (Ok(d), Ok(m)) = (i8::try_from(d), i8::try_from(m)) else { continue };
        add(Some(Day { of_month: Some(d), unclear, ..day(&found, m) }));
    }
    // `8.1-8.31`: two days without a year.
    let spans = pattern!(
        r"(?:^|[^\d.])(?P<m>1[0-2]|0?[1-9])[./](?P<d>3[01]|[12]\d|0?[1-9])\s?(?:-|–|—|~|～|至|到)\s?(?P<m2>1[0-2]|0?[1-9])[./](?P<d2>3[01]|[12]\d|0?[1-9])(?:$|[^\d.年月])"
    );
    for found in spans.captures_iter(text) {
        let each = [("m", "d"), ("m2", "d2")];
        for (m, d) in each {
            let (Some(m), Some(d)) = (found.name(m), found.name(d)) else { continue };
            let (Ok(month), Ok(of_month)) = (m.as_str().parse(), d.as_str().parse()) else {
                continue;
            };
            let span = from + m.start()..from + d.end();
            let of_month = Some(of_month);
            add(Some(Day { year: None, month, of_month, unclear: false, span }));
        }
    }
    // `5/15前`: the character behind it makes it a day.
    for found in pattern!(r"(?:^|[^\d./])(?P<m>1[0-2]|0?[1-9])[./](?P<d>3[01]|[12]\d|0?[1-9])\s?(?:\([^)]{1,4}\))?\s?(?:日|号)?(?:之?前|以前|截止|止)").captures_iter(text) {
        let all = found.get(0).map_or(0..0, |it| it.range());
        let end = found.name("d").map_or(all.end, |it| it.end());
        add(figure(&found).map(|month| {
            let day = day(&found, month);
            Day { span: day.span.start..from + end, ..day }
        }));
    }
    // Only a month.
    for found in pattern!(&format!(r"\b(?P<n>{MONTH})\b\.?,?\s(?P<y>20\d\d)\b")).captures_iter(text)
    {
        add(month(&found["n"]).map(|month| day(&found, month)));
    }
    for found in pattern!(r"(?:(?P<y>20\d\d)年)?(?P<m>\d{1,2})月(?:底|初|中旬|上旬|下旬|末)?")
        .captures_iter(text)
    {
        // `3个月` has no 月 behind its figure; `6月以上` would be a duration.
        if !text[found.get(0).map_or(0, |it| it.end())..].starts_with(['以', '的', '实']) {
            add(figure(&found).map(|month| day(&found, month)));
        }
    }
    out.sort_by_key(|it| it.span.start);
    out
}

/// `11 de diciembre de 2008`, `3 mars 2027`: whole days in the languages beside ours.
fn abroad(text: &str, from: usize) -> Vec<Day> {
    let words = pattern!(
        r"\b(?P<d>\d{1,2})(?:er|º|°|\.)? (?:de )?(?P<n>enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre)(?: de|,)? (?P<y>20\d\d)\b"
    );
    let months = pattern!(
        r"^(?:(ene|jan|gen)|(f)|(mar)|(a[bpv])|(ma[yig])|(giu|jun|juin)|(lug|jul|juil)|(ago|ao)|(s)|(o)|(n)|(d))"
    );
    let days = words.captures_iter(text).filter_map(|found| {
        let all = found.get(0)?;
        let month = months.captures(&found["n"])?.iter().skip(1).position(|it| it.is_some())?;
        Some(Day {
            year: found["y"].parse().ok(),
            month: i8::try_from(month + 1).ok()?,
            of_month: Some(found["d"].parse().ok()?),
            unclear: false,
            span: from + all.start()..from + all.end(),
        })
    });
    days.filter(|it| it.of_month.is_some_and(|it| (1..=31).contains(&it))).collect()
}

fn month(name: &str) -> Option<i8> {
    let names =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let name = name
        .to_lowercase()
        .replace('ä', "a")
        .replace("mai", "may")
        .replace("okt", "oct")
        .replace("dez", "dec");
    let at = names.iter().position(|it| name.starts_with(it))?;
    i8::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_day_is_read_however_it_is_written() {
        for text in [
            "31 March 2026",
            "March 31, 2026",
            "Mar. 31st 2026",
            "2026-03-31",
            "2026/3/31",
            "2026.3.31",
            "31.03.2026",
            "31/03/2026",
            "3/31/2026",
            "2026年3月31日",
            "截至2026年3月31日24点",
            "31-Mar-2026",
            "the 31st of March 2026",
            "31-Mar-26",
            "3/31/26",
        ] {
            let found = days(text, 0);
            assert_eq!(found.len(), 1, "{text}: {found:?}");
            assert_eq!(found[0].date(), Some(date(2026, 3, 31)), "{text}");
        }
    }

    #[test]
    fn what_could_be_two_days_is_none() {
        for text in ["03/04/2026", "3/4/26", "31 March", "3月31日", "March 2026", "2026年3月"] {
            let found = days(text, 0);
            assert_eq!(found.len(), 1, "{text}: {found:?}");
            assert_eq!(found[0].date(), None, "{text}");
        }
        for text in ["January 1-31, 2018", "1-31 January 2018", "January 1 to 31, 2018"] {
            let found: Vec<_> = days(text, 0).iter().map(Day::date).collect();
            assert_eq!(found, [Some(date(2018, 1, 1)), Some(date(2018, 1, 31))], "{text}");
        }
        assert!(days("version 1.2.3; 3个月; 13:45", 0).is_empty());
    }
}
