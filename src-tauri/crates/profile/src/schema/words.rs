//! Small kinds of answers: numbers and telephone numbers as they were typed,
//! and words that may or may not be on a closed list.

use std::{borrow::Cow, fmt, marker::PhantomData};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{
    Deserialize, Deserializer, Serialize,
    de::{self, IntoDeserializer},
};

use crate::Text;

/// A number as the candidate wrote it: `3.90` stays `3.90`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Amount(pub String);

impl Amount {
    /// As a number, for comparing. `None` for `前5%` and the like.
    pub fn value(&self) -> Option<f64> {
        self.0.trim().parse().ok().filter(|value: &f64| value.is_finite())
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Written;

        impl de::Visitor<'_> for Written {
            type Value = Amount;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number, or a number in quotes")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Amount, E> {
                Ok(Amount(text.to_owned()))
            }

            fn visit_i64<E: de::Error>(self, number: i64) -> Result<Amount, E> {
                Ok(Amount(number.to_string()))
            }

            fn visit_u64<E: de::Error>(self, number: u64) -> Result<Amount, E> {
                Ok(Amount(number.to_string()))
            }

            fn visit_f64<E: de::Error>(self, number: f64) -> Result<Amount, E> {
                Ok(Amount(number.to_string()))
            }
        }

        deserializer.deserialize_any(Written)
    }
}

impl JsonSchema for Amount {
    fn schema_name() -> Cow<'static, str> {
        "Amount".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "description": "A number. In quotes it keeps its zeros: \"3.90\".", "type": ["string", "number"] })
    }
}

/// A telephone number, stored as it was typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Phone(pub String);

impl Phone {
    /// In E.164, such as `+8613800138000`. Without `+` it counts as Chinese.
    /// `None` if it is not a number that can be dialled, or has an extension,
    /// which E.164 would lose.
    pub fn e164(&self) -> Option<String> {
        crate::phone::e164(&self.0)
    }
}

impl JsonSchema for Phone {
    fn schema_name() -> Cow<'static, str> {
        "Phone".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A telephone number. Without + and a country code it counts as Chinese.",
            "type": "string"
        })
    }
}

/// A code of a closed list, or words of the candidate's own where none fits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Listed<L> {
    /// On the list.
    Code(L),
    /// In the candidate's own words.
    Words(Text),
}

impl<'de, L: Deserialize<'de>> Deserialize<'de> for Listed<L> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either<L>(PhantomData<L>);

        impl<'de, L: Deserialize<'de>> de::Visitor<'de> for Either<L> {
            type Value = Listed<L>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(r#"a code of the list, or words, or `{"en": "…", "zh": "…"}`"#)
            }

            fn visit_str<E: de::Error>(self, words: &str) -> Result<Listed<L>, E> {
                let code: Result<L, E> = L::deserialize(words.into_deserializer());
                Ok(code.map_or_else(|_| Listed::Words(Text::bare(words)), Listed::Code))
            }

            fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Listed<L>, A::Error> {
                Text::deserialize(de::value::MapAccessDeserializer::new(map)).map(Listed::Words)
            }
        }

        deserializer.deserialize_any(Either(PhantomData))
    }
}

impl<L: JsonSchema> JsonSchema for Listed<L> {
    fn schema_name() -> Cow<'static, str> {
        format!("{}OrText", L::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({ "anyOf": [generator.subschema_for::<L>(), generator.subschema_for::<Text>()] })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Relation;

    #[test]
    fn a_number_keeps_its_zeros() {
        assert_eq!(serde_json::from_str::<Amount>("\"3.90\"").unwrap().0, "3.90");
        assert_eq!(serde_json::from_str::<Amount>("3.9").unwrap().0, "3.9");
    }

    #[test]
    fn words_outside_the_list_are_kept_as_words() {
        let read = |json| serde_json::from_str::<Listed<Relation>>(json).unwrap();
        assert_eq!(read("\"father\""), Listed::Code(Relation::Father));
        assert_eq!(read("\"继父\""), Listed::Words(Text::bare("继父")));
        assert_eq!(read(r#"{"en": "uncle"}"#), Listed::Words(Text::bare("uncle")));
    }
}
