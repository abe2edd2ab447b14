//! Dates as people know them: sometimes to the day, sometimes only the year.

use std::{borrow::Cow, fmt, str::FromStr};

use jiff::civil::Date;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

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

    proptest! {
        #[test]
        fn reading_any_text_never_panics(text in ".{0,12}") {
            if let Ok(date) = text.parse::<PartialDate>() {
                prop_assert_eq!(date.to_string(), text.trim());
            }
        }
    }
}
