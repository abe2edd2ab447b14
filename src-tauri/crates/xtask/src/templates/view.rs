//! The sample profile as its JSON shows it, in one of its two languages.
//!
//! `xtask` makes files and knows nothing of profiles' types; a member that the CVs
//! need and the profile lacks is an error, so that neither can change in silence.

use serde_json::Value;

/// The language a CV is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Language {
    English,
    Chinese,
}

impl Language {
    /// One of two spellings.
    pub(super) fn pick<'a>(self, english: &'a str, chinese: &'a str) -> &'a str {
        match self {
            Self::English => english,
            Self::Chinese => chinese,
        }
    }
}

/// A member of the profile, looked at in one language.
#[derive(Debug, Clone, Copy)]
pub(super) struct View<'a> {
    value: &'a Value,
    /// The language it is looked at in.
    pub(super) language: Language,
}

impl<'a> View<'a> {
    pub(super) fn new(value: &'a Value, language: Language) -> Self {
        Self { value, language }
    }

    /// The same, in another language.
    pub(super) fn in_language(self, language: Language) -> Self {
        Self { language, ..self }
    }

    /// A member, or nothing at all where there is none.
    pub(super) fn member(&self, name: &str) -> Self {
        Self { value: self.value.get(name).unwrap_or(&Value::Null), ..*self }
    }

    /// The entries of a list, or none.
    pub(super) fn entries(&self, name: &str) -> Vec<Self> {
        let list = self.value.get(name).and_then(Value::as_array);
        list.into_iter().flatten().map(|value| Self { value, ..*self }).collect()
    }

    /// The words of this member: its own language's, else the other's.
    pub(super) fn say(&self) -> Option<String> {
        let words = match self.value {
            Value::String(words) => words.clone(),
            Value::Number(number) => number.to_string(),
            Value::Object(both) => {
                let own = self.language.pick("en", "zh");
                let other = self.language.pick("zh", "en");
                both.get(own).or_else(|| both.get(other))?.as_str()?.to_owned()
            }
            _ => return None,
        };
        Some(words).filter(|it| !it.trim().is_empty())
    }

    /// The words of a member.
    pub(super) fn words(&self, name: &str) -> Option<String> {
        self.member(name).say()
    }

    /// The words of a member that a CV cannot do without.
    pub(super) fn need(&self, name: &str) -> Result<String, String> {
        self.words(name).ok_or_else(|| format!("the sample profile lacks `{name}`"))
    }

    /// The words of a list's entries.
    pub(super) fn list(&self, name: &str) -> Vec<String> {
        self.entries(name).iter().filter_map(Self::say).collect()
    }

    /// From when until when, or nothing.
    pub(super) fn period(&self) -> String {
        let start = self.words("startDate").map(|it| self.date(&it));
        let end = self.words("endDate").map(|it| self.date(&it));
        match (start, end) {
            (Some(start), Some(end)) if start == end => start,
            (Some(start), Some(end)) => format!("{start} – {end}"),
            (Some(start), None) => format!("{start} – {}", self.language.pick("present", "至今")),
            (None, Some(end)) => end,
            (None, None) => String::new(),
        }
    }

    /// `2024-09` as a CV writes it.
    pub(super) fn date(&self, date: &str) -> String {
        const MONTHS: [&str; 12] =
            ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        let mut parts = date.split('-');
        let year = parts.next().unwrap_or_default();
        let Some(month) = parts.next() else { return year.to_owned() };
        let name = month.parse::<usize>().ok().and_then(|it| MONTHS.get(it.wrapping_sub(1)));
        match (self.language, name) {
            (Language::English, Some(name)) => format!("{name} {year}"),
            _ => format!("{year}.{month}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Language, View};

    #[track_caller]
    fn period(start: &str, end: Option<&str>, english: &str, chinese: &str) {
        let json = json!({ "startDate": start, "endDate": end });
        assert_eq!(View::new(&json, Language::English).period(), english);
        assert_eq!(View::new(&json, Language::Chinese).period(), chinese);
    }

    #[test]
    fn periods_read_as_each_language_writes_them() {
        period("2023-09-01", Some("2028-06"), "Sep 2023 – Jun 2028", "2023.09 – 2028.06");
        period("2024", None, "2024 – present", "2024 – 至今");
        period("2024-07-08", Some("2024-07-19"), "Jul 2024", "2024.07");
    }

    #[test]
    fn words_of_the_other_language_are_better_than_none() {
        let json = json!({ "venue": { "en": "DSN" }, "name": { "en": "Lin", "zh": "林" } });
        let view = View::new(&json, Language::Chinese);
        assert_eq!(view.words("venue").as_deref(), Some("DSN"));
        assert_eq!(view.words("name").as_deref(), Some("林"));
        assert!(view.need("label").is_err());
    }
}
