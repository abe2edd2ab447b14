//! Dates as people know them: sometimes to the day, sometimes only the year.

use std::{borrow::Cow, fmt, str::FromStr};

use jiff::civil::Date;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::month::month_of;

/// A date of which the day, or the month too, may be unknown.
///
/// In JSON `"2024"`, `"2024-09"` or `"2024-09-01"`. Ordered by the calendar, the
/// less exact one first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    /// The year, four digits.
    pub year: i16,
    /// 1 to 12.
    pub month: Option<i8>,
    /// 1 to 31; only with a month.
    pub day: Option<i8>,
}

/// Says that something is not a date, and how dates are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("expected a date of the calendar, written `2024`, `2024-09` or `2024-09-01`")]
pub struct NotADate;

impl PartialDate {
    /// A date that is known to the day.
    pub fn full(date: Date) -> Self {
        Self { year: date.year(), month: Some(date.month()), day: Some(date.day()) }
    }

    /// The first day it can mean.
    pub fn first_day(self) -> Date {
        let date = Date::new(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1));
        date.unwrap_or(Date::ZERO)
    }

    /// The last day it can mean.
    pub fn last_day(self) -> Date {
        let first = self.first_day();
        match (self.month, self.day) {
            (Some(_), Some(_)) => first,
            (Some(_), None) => first.last_of_month(),
            (None, _) => first.last_of_year(),
        }
    }
}

impl PartialDate {
    /// Reads a date as people type it: `2026年3月`, `Mar 2026`, `3/2026`,
    /// `2026.03.05`, `March 5, 2026`. `None` where it can mean two days, as
    /// `03/04/2026` can, and where it is no date.
    pub fn typed(text: &str) -> Option<Self> {
        let text: String = text.trim().chars().map(plain).collect();
        let words = words_of(&text)?;
        let whole = match words.as_slice() {
            [Word::Run(run)] if run.len() == 8 => {
                return format!("{}-{}-{}", &run[..4], &run[4..6], &run[6..]).parse().ok();
            }
            [Word::Run(run)] if run.len() == 6 => {
                return format!("{}-{}", &run[..4], &run[4..]).parse().ok();
            }
            words => words,
        };
        let (mut year, mut month, mut rest) = (None, None, Vec::new());
        for word in whole {
            match word {
                Word::Run(run) if run.len() == 4 && year.is_none() => year = run.parse().ok(),
                Word::Run(run) if run.len() <= 2 => rest.push(run.parse::<i8>().ok()?),
                Word::Month(number) if month.is_none() => month = Some(*number),
                Word::Run(_) | Word::Month(_) => return None,
            }
        }
        let year: i16 = year?;
        let is_year_first = matches!(whole.first(), Some(Word::Run(run)) if run.len() == 4);
        let (month, day) = match (month, rest.as_slice()) {
            (Some(month), []) => (Some(month), None),
            (Some(month), [day]) => (Some(month), Some(*day)),
            (None, []) => (None, None),
            (None, [month]) => (Some(*month), None),
            (None, [month, day]) if is_year_first => (Some(*month), Some(*day)),
            // 13/4 and 4/13 can mean one day only, and 4/4 is the same in both.
            (None, [day, month]) if *day > 12 || day == month => (Some(*month), Some(*day)),
            (None, [month, day]) if *day > 12 => (Some(*month), Some(*day)),
            _ => return None,
        };
        let date = Self { year, month, day };
        date.to_string().parse().ok()
    }
}

/// A part of a date as it was typed.
enum Word {
    /// Digits.
    Run(String),
    /// The name of a month.
    Month(i8),
}

/// Full-width digits and signs as the plain ones.
fn plain(c: char) -> char {
    match c {
        '０'..='９' | '／' | '．' | '－' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '–' | '—' => '-',
        _ => c,
    }
}

/// Numbers and names of months. `None` where anything else is said.
fn words_of(text: &str) -> Option<Vec<Word>> {
    let mut words = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_same = |c: char| {
            if first.is_ascii_digit() { c.is_ascii_digit() } else { c.is_ascii_alphabetic() }
        };
        let end = rest.find(|c: char| !is_same(c)).unwrap_or(rest.len());
        let (word, after) =
            if end == 0 { rest.split_at(first.len_utf8()) } else { rest.split_at(end) };
        rest = after;
        if first.is_ascii_digit() {
            words.push(Word::Run(word.to_owned()));
        } else if first.is_ascii_alphabetic() {
            // 5th of March: an ordinal's ending belongs to its number.
            let belongs =
                ["st", "nd", "rd", "th", "of"].iter().any(|it| word.eq_ignore_ascii_case(it));
            match month_of(word) {
                Some(month) => words.push(Word::Month(month)),
                None if belongs => {}
                None => return None,
            }
        } else if !matches!(first, '年' | '月' | '日' | '号' | '/' | '.' | '-' | ',' | '，')
            && !first.is_whitespace()
        {
            return None;
        }
    }
    Some(words)
}

impl FromStr for PartialDate {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let mut parts = text.trim().split('-');
        let mut number = |digits: usize| match parts.next() {
            None => Ok(None),
            Some(part) if part.len() == digits && part.bytes().all(|b| b.is_ascii_digit()) => {
                part.parse::<i16>().map(Some).map_err(|_| NotADate)
            }
            Some(_) => Err(NotADate),
        };
        let year = number(4)?.filter(|year| *year > 0).ok_or(NotADate)?;
        let small = |part: Option<i16>| part.map(i8::try_from).transpose().map_err(|_| NotADate);
        let (month, day) = (small(number(2)?)?, small(number(2)?)?);
        if number(0)?.is_some() {
            return Err(NotADate);
        }
        Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).map_err(|_| NotADate)?;
        Ok(Self { year, month, day })
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
            if let Some(day) = self.day {
                write!(f, "-{day:02}")?;
            }
        }
        Ok(())
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Written;

        impl de::Visitor<'_> for Written {
            type Value = PartialDate;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a date, written `2024`, `2024-09` or `2024-09-01`")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<PartialDate, E> {
                text.parse().map_err(E::custom)
            }
        }

        deserializer.deserialize_str(Written)
    }
}

impl JsonSchema for PartialDate {
    fn schema_name() -> Cow<'static, str> {
        "PartialDate".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A date: `2024`, `2024-09` or `2024-09-01`.",
            "type": "string",
            "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
        })
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_date_may_stop_at_the_year_or_the_month() {
        for text in ["2024", "2024-09", "2024-09-01", "2024-02-29"] {
            assert_eq!(text.parse::<PartialDate>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_the_calendar_does_not_have_is_refused() {
        for text in [
            "",
            "24",
            "2024-13",
            "2024-00",
            "2024-9",
            "2023-02-29",
            "2024-09-01-02",
            "2024/09",
            "2024-09-",
            "0000",
            "+024",
        ] {
            assert_eq!(text.parse::<PartialDate>(), Err(NotADate), "{text}");
        }
    }

    #[test]
    fn a_month_reaches_from_its_first_to_its_last_day() {
        let february: PartialDate = "2024-02".parse().unwrap();
        assert_eq!(
            (february.first_day(), february.last_day()),
            (date(2024, 2, 1), date(2024, 2, 29))
        );
        let year: PartialDate = "2024".parse().unwrap();
        assert_eq!((year.first_day(), year.last_day()), (date(2024, 1, 1), date(2024, 12, 31)));
    }

    #[test]
    fn a_date_is_read_as_people_type_it() {
        for (typed, expected) in [
            ("2026年3月", "2026-03"),
            ("2026 年 3 月 5 日", "2026-03-05"),
            ("２０２６年３月", "2026-03"),
            ("Mar 2026", "2026-03"),
            ("3/2026", "2026-03"),
            ("2026.03.05", "2026-03-05"),
            ("2026/3/5", "2026-03-05"),
            ("2026-3", "2026-03"),
            ("March 5, 2026", "2026-03-05"),
            ("5th of March 2026", "2026-03-05"),
            ("Sept. 2026", "2026-09"),
            ("20260305", "2026-03-05"),
            ("202603", "2026-03"),
            ("13/04/2026", "2026-04-13"),
            ("04/13/2026", "2026-04-13"),
            ("04/04/2026", "2026-04-04"),
            ("2026", "2026"),
            (" 2026-03-05 ", "2026-03-05"),
        ] {
            let date = PartialDate::typed(typed).map(|it| it.to_string());
            assert_eq!(date.as_deref(), Some(expected), "{typed}");
        }
    }

    #[test]
    fn what_is_no_date_or_could_be_two_is_not_read() {
        for typed in [
            "",
            "至今",
            "present",
            "03/04/2026",
            "30 Feb 2026",
            "2026-13",
            "99",
            "2026-03 to 2026-05",
            "Mar Apr 2026",
            "3/4",
            "2026-1-2-3",
            "ma 2026",
        ] {
            assert_eq!(PartialDate::typed(typed), None, "{typed}");
        }
    }

    proptest! {
        #[test]
        fn reading_what_was_typed_never_panics(text in ".{0,16}") {
            if let Some(date) = PartialDate::typed(&text) {
                prop_assert_eq!(date.to_string().parse::<PartialDate>(), Ok(date));
            }
        }

        #[test]
        fn reading_any_text_never_panics(text in ".{0,12}") {
            if let Ok(date) = text.parse::<PartialDate>() {
                prop_assert_eq!(date.to_string(), text.trim());
            }
        }
    }
}
