//! Where in a profile's JSON something is wrong.
//!
//! Deserialising says what is wrong and not where. To be told on the way, the whole schema
//! would be compiled a second time; so the place is looked for when there is something to find.

use serde_json::{Value as Json, json};

use crate::{Error, Profile};

/// A member of an object or an entry of a list.
enum Step {
    Member(String),
    Entry(usize),
}

impl Error {
    /// What serde said of this JSON, with its place and without the words that the candidate
    /// wrote.
    pub(crate) fn member(json: &Json, said: &str) -> Self {
        let expected = match said.find("expected") {
            Some(at) => said[at..].to_owned(),
            None => "it is not what the schema allows there; `candidacy profile schema` prints the schema".to_owned(),
        };
        let segment = |step: &Step| match step {
            Step::Entry(index) => format!("/{index}"),
            Step::Member(name) => format!("/{}", name.replace('~', "~0").replace('/', "~1")),
        };
        Self::Member { pointer: place(json, said).iter().map(segment).collect(), expected }
    }
}

/// The way to the innermost part that is wrong in the same words when it stands alone. Every
/// member may be absent, so what stands beside it matters to none.
fn place(json: &Json, said: &str) -> Vec<Step> {
    let mut way = Vec::new();
    let mut here = json;
    while let Some((step, part)) = parts(here).find(|(step, part)| {
        let alone = way.iter().rev().fold(framed(step, part), |it, step| framed(step, &it));
        serde_json::from_value::<Profile>(alone).is_err_and(|error| error.to_string() == said)
    }) {
        way.push(step);
        here = part;
    }
    way
}

fn parts(json: &Json) -> Box<dyn Iterator<Item = (Step, &Json)> + '_> {
    match json {
        Json::Object(members) => {
            Box::new(members.iter().map(|(name, it)| (Step::Member(name.clone()), it)))
        }
        Json::Array(entries) => {
            Box::new(entries.iter().enumerate().map(|(at, it)| (Step::Entry(at), it)))
        }
        _ => Box::new(std::iter::empty()),
    }
}

/// A part in what holds it, alone.
fn framed(step: &Step, part: &Json) -> Json {
    match step {
        Step::Member(name) => json!({ name: part }),
        Step::Entry(_) => json!([part]),
    }
}
