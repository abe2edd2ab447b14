//! What was read, for people: one line for each fact, and the sentence below it.

use serde_json::Value;

use super::fact::Imported;

/// One line for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The fact, with dots.
    pub name: String,
    /// Its value.
    pub value: String,
    /// The sentence that says it.
    pub quote: String,
}

impl Imported {
    /// Every fact that was found, in the order of `posting.toml`.
    pub fn listing(&self) -> Vec<Listed> {
        let Ok(Value::Object(facts)) = serde_json::to_value(self) else { return Vec::new() };
        let mut out = Vec::new();
        for (name, fact) in &facts {
            let (Some(value), Some(quote)) = (fact.get("value"), fact.get("quote")) else {
                continue;
            };
            let quote = quote.as_str().unwrap_or_default();
            match name.as_str() {
                "materials" => {
                    let all = value.as_array().into_iter().flatten();
                    out.extend(all.map(|it| {
                        of(&format!("materials.{}", words(&it["item"])), &paper(it), it)
                    }));
                }
                "qualifications" => {
                    let logic = words(&value["logic"]);
                    out.push(Listed {
                        name: "qualifications".into(),
                        value: logic,
                        quote: String::new(),
                    });
                    for (list, name) in [("items", "needed"), ("preferred", "welcome")] {
                        let all = value[list].as_array().into_iter().flatten();
                        out.extend(all.map(|it| Listed {
                            name: format!("  {name}"),
                            value: words(&it["text"]),
                            quote: String::new(),
                        }));
                    }
                }
                _ => match value {
                    Value::Object(members) => {
                        let told =
                            members.iter().filter(|(key, it)| *key != "said" && !is_nothing(it));
                        let mut quote = quote.to_owned();
                        out.extend(told.map(|(key, it)| Listed {
                            name: format!("{name}.{key}"),
                            value: words(it),
                            quote: std::mem::take(&mut quote),
                        }));
                    }
                    _ => out.push(Listed {
                        name: name.clone(),
                        value: words(value),
                        quote: quote.to_owned(),
                    }),
                },
            }
        }
        out
    }
}

fn of(name: &str, value: &str, fact: &Value) -> Listed {
    Listed { name: name.to_owned(), value: value.to_owned(), quote: words(&fact["quote"]) }
}

fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Array(all) => all.is_empty(),
        _ => false,
    }
}

fn words(value: &Value) -> String {
    match value {
        Value::String(words) => words.clone(),
        Value::Array(all) => all.iter().map(words).collect::<Vec<_>>().join(", "),
        Value::Bool(true) => "yes".to_owned(),
        other => other.to_string(),
    }
}

/// A paper in one line: `CV; required; en; pdf`.
fn paper(fact: &Value) -> String {
    let mut parts = vec![words(&fact["name"])];
    let required = fact["required"].as_bool().unwrap_or(true);
    parts.push(if required { "required" } else { "optional" }.to_owned());
    for key in ["condition", "count", "formats", "languages", "limit"] {
        if !is_nothing(&fact[key]) {
            parts.push(words(&fact[key]));
        }
    }
    parts.join("; ")
}
