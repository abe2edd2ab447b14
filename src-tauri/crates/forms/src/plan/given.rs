//! Answers in the candidate's own words, from the command line or a screen.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use crate::{Error, FieldId};

/// An answer that the candidate gave for one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Given {
    /// Words; also the name of an option.
    Text(String),
    /// Yes or no.
    Flag(bool),
    /// The options to tick, as the form prints them.
    Options(Vec<String>),
    /// The options to tick or choose, by their places from 0.
    Places(Vec<usize>),
    /// The cells of each row. `None` leaves a cell as it is.
    Rows(Vec<Vec<Option<String>>>),
    /// Leave it blank, I know.
    Blank,
}

impl Given {
    /// Reads `{"field id": answer}`: words, `true`, `["option"]`, `[["cell"]]` or `null`.
    pub fn parse_all(json: &str) -> Result<BTreeMap<FieldId, Self>, Error> {
        let wrong = |reason: String| Error::Answers { reason };
        let json: Json = serde_json::from_str(json).map_err(|e| wrong(e.to_string()))?;
        let Json::Object(answers) = json else {
            return Err(wrong("expected an object: {\"field id\": answer}".to_owned()));
        };
        answers
            .into_iter()
            .map(|(id, answer)| {
                let given = Self::parse(&answer).ok_or_else(|| {
                    wrong(format!(
                        "field `{id}`: expected words, true or false, [\"option\"], \
                         [[\"cell\"]] or null"
                    ))
                })?;
                Ok((FieldId(id), given))
            })
            .collect()
    }

    /// Reads one answer. `None` if it has none of the shapes.
    pub fn parse(json: &Json) -> Option<Self> {
        match json {
            Json::Null => Some(Self::Blank),
            Json::Bool(flag) => Some(Self::Flag(*flag)),
            Json::String(_) | Json::Number(_) => Some(Self::Text(word(json)?)),
            Json::Array(rows) if rows.iter().any(Json::is_array) => rows
                .iter()
                .map(|row| row.as_array()?.iter().map(cell).collect())
                .collect::<Option<_>>()
                .map(Self::Rows),
            Json::Array(options) => {
                options.iter().map(word).collect::<Option<_>>().map(Self::Options)
            }
            Json::Object(_) => None,
        }
    }
}

fn word(json: &Json) -> Option<String> {
    match json {
        Json::String(text) => Some(text.clone()),
        Json::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

#[expect(clippy::option_option, reason = "no cell, and a cell to leave as it is, are two things")]
fn cell(json: &Json) -> Option<Option<String>> {
    if json.is_null() { Some(None) } else { word(json).map(Some) }
}
