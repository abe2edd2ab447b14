//! Words in two languages: what a candidate writes once for English and Chinese forms.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, de};

/// Words that people write in both languages. Either may be missing.
///
/// In JSON `{"en": "…", "zh": "…"}`. A bare string is read too, and counts as
/// Chinese if it holds a Chinese character, as English if not.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Text {
    /// In English, or in whatever is written in Latin letters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
    /// In Chinese.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zh: Option<String>,
}

/// The two languages of a profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// English, and whatever else is written in Latin letters.
    En,
    /// Chinese.
    Zh,
}

impl Text {
    /// The words in a language, or else in the other.
    pub fn pick(&self, language: Language) -> Option<&str> {
        match language {
            Language::En => self.en().or(self.zh()),
            Language::Zh => self.zh().or(self.en()),
        }
    }

    /// Words in both languages.
    pub fn new(en: impl Into<String>, zh: impl Into<String>) -> Self {
        Self { en: Some(en.into()), zh: Some(zh.into()) }
    }

    /// Words of which only one writing is known; it is put where it belongs.
    /// What has no letters at all, such as `3`, is the same in both.
    pub fn bare(words: impl Into<String>) -> Self {
        let words = words.into();
        if has_han(&words) {
            Self { en: None, zh: Some(words) }
        } else if words.chars().any(char::is_alphabetic) {
            Self { en: Some(words), zh: None }
        } else {
            Self::neutral(words)
        }
    }

    /// Words that are the same in every language, such as a mail address.
    pub fn neutral(words: impl Into<String>) -> Self {
        let words = words.into();
        Self { en: Some(words.clone()), zh: Some(words) }
    }

    /// Whether nothing is written, in neither language. White space is nothing.
    pub fn is_empty(&self) -> bool {
        self.en().is_none() && self.zh().is_none()
    }

    /// The English words, if there are any.
    pub fn en(&self) -> Option<&str> {
        said(self.en.as_deref())
    }

    /// The Chinese words, if there are any.
    pub fn zh(&self) -> Option<&str> {
        said(self.zh.as_deref())
    }

    /// Several words in one, with the comma of each language. A language counts
    /// only if something in it is written.
    pub(crate) fn list<'a>(parts: impl IntoIterator<Item = &'a Self>) -> Self {
        Self::join(parts, ", ", "、")
    }

    /// Several sentences, each on a line of its own.
    pub(crate) fn lines<'a>(parts: impl IntoIterator<Item = &'a Self>) -> Self {
        Self::join(parts, "\n", "\n")
    }

    fn join<'a>(parts: impl IntoIterator<Item = &'a Self>, en: &str, zh: &str) -> Self {
        let parts: Vec<&Self> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let words =
            |between: &str, mine: fn(&Self) -> Option<&str>, other: fn(&Self) -> Option<&str>| {
                parts.iter().any(|part| mine(part).is_some()).then(|| {
                    let words: Vec<&str> =
                        parts.iter().filter_map(|part| mine(part).or(other(part))).collect();
                    words.join(between)
                })
            };
        Self { en: words(en, Self::en, Self::zh), zh: words(zh, Self::zh, Self::en) }
    }
}

/// Whether a Chinese character stands in the words.
pub(crate) fn has_han(words: &str) -> bool {
    words.chars().any(is_han)
}

/// Whether this is a Chinese character.
pub(crate) fn is_han(c: char) -> bool {
    matches!(c,
        '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}' | '〇')
}

fn said(words: Option<&str>) -> Option<&str> {
    words.map(str::trim).filter(|words| !words.is_empty())
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Words;

        impl<'de> de::Visitor<'de> for Words {
            type Value = Text;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(r#"words, or `{"en": "…", "zh": "…"}`"#)
            }

            fn visit_str<E: de::Error>(self, words: &str) -> Result<Text, E> {
                Ok(Text::bare(words))
            }

            fn visit_u64<E: de::Error>(self, number: u64) -> Result<Text, E> {
                Ok(Text::neutral(number.to_string()))
            }

            fn visit_unit<E: de::Error>(self) -> Result<Text, E> {
                Ok(Text::default())
            }

            fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Text, A::Error> {
                #[derive(Deserialize)]
                #[serde(deny_unknown_fields)]
                struct Both {
                    en: Option<String>,
                    zh: Option<String>,
                }
                let Both { en, zh } =
                    Both::deserialize(de::value::MapAccessDeserializer::new(map))?;
                Ok(Text { en, zh })
            }
        }

        deserializer.deserialize_any(Words)
    }
}

impl JsonSchema for Text {
    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "Words in English, in Chinese, or in both. A bare string is sorted by its letters.",
            "anyOf": [
                { "type": "string" },
                {
                    "type": "object",
                    "properties": { "en": { "type": "string" }, "zh": { "type": "string" } },
                    "additionalProperties": false
                }
            ]
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_bare_string_goes_to_the_language_of_its_letters() {
        assert_eq!(serde_json::from_str::<Text>("\"东南大学\"").unwrap().zh(), Some("东南大学"));
        assert_eq!(serde_json::from_str::<Text>("\"MIT\"").unwrap().en(), Some("MIT"));
    }

    #[test]
    fn a_third_language_is_not_dropped_in_silence() {
        let error = serde_json::from_str::<Text>(r#"{"en": "Bonn", "de": "Bonn"}"#).unwrap_err();
        assert!(error.to_string().contains("unknown field"), "{error}");
    }

    #[test]
    fn a_list_takes_the_comma_of_its_language() {
        let list = Text::list([&Text::new("chess", "象棋"), &Text::bare("Go")]);
        assert_eq!(list, Text::new("chess, Go", "象棋、Go"));
        assert_eq!(Text::list([&Text::bare("Rust"), &Text::bare("C++")]).zh, None);
    }

    proptest! {
        #[test]
        fn text_survives_json(en in proptest::option::of(".*"), zh in proptest::option::of(".*")) {
            let text = Text { en, zh };
            let json = serde_json::to_string(&text).unwrap();
            prop_assert_eq!(serde_json::from_str::<Text>(&json).unwrap(), text);
        }
    }
}
