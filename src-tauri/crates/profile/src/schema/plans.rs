//! What the candidate wants: research, availability, the application itself, statements.

use std::{borrow::Cow, fmt};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{
    Deserialize, Deserializer, Serialize,
    de::{self, value::MapAccessDeserializer},
};

use super::{Amount, Listed, Member, section};
use crate::{Engagement, PartialDate, Relation, Text, WorkTime};

section! {
    /// What the candidate works on.
    pub struct Research {
        /// Interests.
        pub interests: Vec<Text>,
        /// What the candidate works on.
        pub summary: Statement,
        /// The research group.
        pub group: Text,
        /// Conferences and journals the group publishes at.
        pub venues: Vec<String>,
    }
}

section! {
    /// When and how long the candidate can come.
    pub struct Availability {
        /// First day.
        pub from: Option<PartialDate>,
        /// Last day.
        pub until: Option<PartialDate>,
        /// Length in weeks, where there is no last day.
        pub weeks: Option<Amount>,
        /// Length in months, where there is no last day.
        pub months: Option<Amount>,
        /// Full or part time.
        #[serde(rename = "type")]
        pub kind: Option<WorkTime>,
        /// Days a week.
        pub days_per_week: Option<Amount>,
        /// Willing to relocate.
        pub relocate: Option<bool>,
        /// Willing to travel.
        pub travel: Option<bool>,
    }
}

section! {
    /// What the candidate applies for, as far as it is the same for every posting.
    pub struct Application {
        /// Position.
        pub position: Text,
        /// Department.
        pub department: Text,
        /// Groups the candidate is interested in.
        pub groups: Vec<Text>,
        /// Internship or job.
        #[serde(rename = "type")]
        pub kind: Option<Engagement>,
        /// Expected salary.
        pub salary: Text,
        /// How the candidate heard of it.
        pub source: Text,
        /// The channel in particular.
        pub source_channel: Text,
        /// Who recommended the candidate.
        pub referrer: Text,
        /// Would take another position (服从调剂).
        pub accept_adjustment: Option<bool>,
        /// Wanted place of work.
        pub work_location: Text,
        /// Has a relative at the employer.
        pub has_relative: Option<bool>,
        /// Name of the relative.
        pub relative_name: Text,
        /// Who the relative is to the candidate.
        pub relative_relation: Option<Listed<Relation>>,
        /// Position of the relative.
        pub relative_position: Text,
    }
}

section! {
    /// Texts about the candidate, each long and short.
    pub struct Statements {
        /// About the candidate (个人简介, 自我评价).
        pub personal: Statement,
        /// Why the candidate applies.
        pub motivation: Statement,
        /// What the candidate plans to do.
        pub plan: Statement,
        /// Strengths.
        pub strengths: Statement,
        /// What the candidate would contribute.
        pub contribution: Statement,
        /// Skills and experience in one text.
        pub skills_and_experience: Statement,
    }
}

/// A text in two languages, with a shorter form for small boxes.
///
/// In JSON a bare string, or `{"en": …, "zh": …, "short": …}`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Statement {
    /// In English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
    /// In Chinese.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zh: Option<String>,
    /// The shorter form.
    #[serde(skip_serializing_if = "Member::is_blank")]
    pub short: Text,
}

impl Statement {
    /// The long form.
    pub fn long(&self) -> Text {
        Text { en: self.en.clone(), zh: self.zh.clone() }
    }
}

impl From<Text> for Statement {
    fn from(text: Text) -> Self {
        Self { en: text.en, zh: text.zh, short: Text::default() }
    }
}

impl Member for Statement {
    fn is_blank(&self) -> bool {
        *self == Self::default()
    }

    fn fill_from(&mut self, from: Self) {
        self.en.fill_from(from.en);
        self.zh.fill_from(from.zh);
        self.short.fill_from(from.short);
    }
}

impl<'de> Deserialize<'de> for Statement {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Written;

        impl<'de> de::Visitor<'de> for Written {
            type Value = Statement;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(r#"a text, or `{"en": "…", "zh": "…", "short": …}`"#)
            }

            fn visit_str<E: de::Error>(self, words: &str) -> Result<Statement, E> {
                Ok(Text::bare(words).into())
            }

            fn visit_unit<E: de::Error>(self) -> Result<Statement, E> {
                Ok(Statement::default())
            }

            fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Statement, A::Error> {
                #[derive(Deserialize)]
                #[serde(deny_unknown_fields)]
                struct Forms {
                    en: Option<String>,
                    zh: Option<String>,
                    #[serde(default)]
                    short: Text,
                }
                let Forms { en, zh, short } = Forms::deserialize(MapAccessDeserializer::new(map))?;
                Ok(Statement { en, zh, short })
            }
        }

        deserializer.deserialize_any(Written)
    }
}

impl JsonSchema for Statement {
    fn schema_name() -> Cow<'static, str> {
        "Statement".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let short = generator.subschema_for::<Text>();
        json_schema!({
            "description": "A text in two languages, with a shorter form for small boxes.",
            "anyOf": [
                { "type": "string" },
                {
                    "type": "object",
                    "properties": { "en": { "type": "string" }, "zh": { "type": "string" }, "short": short },
                    "additionalProperties": false
                }
            ]
        })
    }
}
