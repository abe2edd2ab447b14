//! Facts that only this candidate has, each with the labels a form may print.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize, de};

use super::{Entry, section};
use crate::Text;

section! {
    /// A fact of the candidate's own.
    pub struct Extra {
        /// Its name in keys: letters, digits, `-` and `_`. The key is `extra.` and this.
        pub slug: String,
        /// What forms call it, one or more.
        pub labels: Vec<Text>,
        /// The answer.
        pub value: Option<ExtraValue>,
        /// Whether it goes into a form only when released.
        pub sensitive: Option<bool>,
    }
}

impl Entry for Extra {
    fn is_same(&self, other: &Self) -> bool {
        self.slug == other.slug
    }
}

/// The answer of a fact of the candidate's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum ExtraValue {
    /// Yes or no.
    Flag(bool),
    /// Words.
    Text(Text),
}

impl<'de> Deserialize<'de> for ExtraValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Written;

        impl<'de> de::Visitor<'de> for Written {
            type Value = ExtraValue;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(r#"words, or `{"en": "…", "zh": "…"}`, or true or false"#)
            }

            fn visit_bool<E: de::Error>(self, flag: bool) -> Result<ExtraValue, E> {
                Ok(ExtraValue::Flag(flag))
            }

            fn visit_str<E: de::Error>(self, words: &str) -> Result<ExtraValue, E> {
                Ok(ExtraValue::Text(Text::bare(words)))
            }

            fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<ExtraValue, A::Error> {
                Text::deserialize(de::value::MapAccessDeserializer::new(map)).map(ExtraValue::Text)
            }
        }

        deserializer.deserialize_any(Written)
    }
}
