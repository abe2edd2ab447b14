//! What a file in another format (a JSON Resume, BibTeX) offers: fact by fact, each with the
//! line of the file that says it.

use serde_json::{Map, Value as Json, json};

use super::{Offer, Offered};
use crate::{Profile, schema::Name};

/// What a profile that was read from `text` offers, in the order of the profile.
pub fn from_file(found: &Profile, text: &str) -> Vec<Offer> {
    let Ok(Json::Object(members)) = serde_json::to_value(found) else { return Vec::new() };
    let mut pieces = Vec::new();
    for (name, value) in members {
        match value {
            Json::Object(basics) if name == "basics" => pieces.extend(of_basics(basics)),
            Json::Array(entries) => {
                pieces.extend(entries.into_iter().map(|it| json!({ name.as_str(): [it] })));
            }
            // The version of the schema, and what has no place in a profile, is no fact.
            _ => {}
        }
    }
    pieces.into_iter().filter_map(|piece| offer(piece, text)).collect()
}

fn of_basics(members: Map<String, Json>) -> impl Iterator<Item = Json> {
    members.into_iter().flat_map(|(name, value)| match value {
        Json::Array(entries) => entries
            .into_iter()
            .map(|it| json!({ "basics": { name.as_str(): [it] } }))
            .collect::<Vec<_>>(),
        value => vec![json!({ "basics": { name: value } })],
    })
}

/// A profile that says one thing, as an offer.
fn offer(piece: Json, text: &str) -> Option<Offer> {
    let mut said = Vec::new();
    leaves(&piece, &mut said);
    let mut profile: Profile = serde_json::from_value(piece).ok()?;
    let whole = profile.clone();
    let basics = &mut profile.basics;
    let offered = None
        .or_else(|| profile.education.pop().map(|it| Offered::Education(Box::new(it))))
        .or_else(|| profile.work.pop().map(|it| Offered::Work(Box::new(it))))
        .or_else(|| profile.publications.pop().map(|it| Offered::Publication(Box::new(it))))
        .or_else(|| profile.skills.pop().map(Offered::Skill))
        .or_else(|| basics.email.take().map(Offered::Email))
        .or_else(|| basics.phone.take().map(|it| Offered::Phone(it.0)))
        .or_else(|| basics.url.take().map(Offered::Url))
        .or_else(|| basics.orcid.take().map(Offered::Orcid))
        .or_else(|| basics.profiles.pop().map(Offered::Link))
        .or_else(|| (basics.name != Name::default()).then(|| Offered::Name(basics.name.clone())))
        .unwrap_or_else(|| Offered::Other(Box::new(whole)));
    let (line, words) = line_of(&said, text)?;
    Some(Offer { offered, line, words })
}

/// The words in a piece of JSON.
pub(super) fn leaves(json: &Json, found: &mut Vec<String>) {
    match json {
        Json::String(text) => found.push(text.clone()),
        Json::Number(number) => found.push(number.to_string()),
        Json::Array(all) => all.iter().for_each(|it| leaves(it, found)),
        Json::Object(all) => all.values().for_each(|it| leaves(it, found)),
        Json::Bool(_) | Json::Null => {}
    }
}

/// The first line that says one of the words, the longest first: they tell it best. Where none
/// does (a date that is written in another way, a code), it is not offered as something that
/// the file says.
fn line_of(said: &[String], text: &str) -> Option<(usize, String)> {
    let mut said: Vec<&String> = said.iter().filter(|it| it.chars().count() > 1).collect();
    said.sort_by_key(|it| std::cmp::Reverse(it.chars().count()));
    said.iter().find_map(|words| {
        // As JSON writes them, and as they are.
        let quoted = serde_json::to_string(words).unwrap_or_default();
        let quoted = quoted.trim_matches('"');
        let says = |line: &str| line.contains(words.as_str()) || line.contains(quoted);
        let (at, line) = text.lines().enumerate().find(|(_, line)| says(line))?;
        Some((at + 1, line.trim().chars().take(LONGEST).collect()))
    })
}

/// A file without line breaks is one line; so much of it is shown.
const LONGEST: usize = 200;

#[cfg(test)]
mod tests {
    use super::*;

    const RESUME: &str = r#"{
  "basics": {
    "name": "Wanqiu Tester",
    "email": "wanqiu@example.org",
    "profiles": [{ "network": "GitHub", "url": "https://github.com/wanqiu-example" }]
  },
  "education": [
    { "institution": "Invented University", "area": "Statistics", "startDate": "2021-09" }
  ],
  "awards": [
    { "title": "Best Invented Paper", "date": "2023-05" }
  ]
}"#;

    #[test]
    fn a_resume_offers_fact_by_fact_with_its_line() {
        let found = crate::import::json_resume(RESUME).unwrap();
        let offers = from_file(&found, RESUME);
        let told: Vec<_> = offers.iter().map(|it| (it.line, it.summary())).collect();
        for expected in [
            (3, "Wanqiu Tester"),
            (4, "wanqiu@example.org"),
            (5, "https://github.com/wanqiu-example"),
            (8, "Invented University, Statistics, 2021-09 – present"),
            (11, "Best Invented Paper, 2023-05"),
        ] {
            assert!(told.iter().any(|it| (it.0, it.1.as_str()) == expected), "{told:?}");
        }
        // All of it taken is what an import of the whole would add.
        let mut taken = Profile::default();
        for offer in &offers {
            offer.take_into(&mut taken);
        }
        assert_eq!(taken.education, found.education);
        assert_eq!(taken.awards, found.awards);
        assert_eq!(taken.basics.email, found.basics.email);
    }

    #[test]
    fn each_entry_of_bibtex_is_an_offer() {
        let bib = "@inproceedings{a,\n  title = {Invented Proofs},\n  author = {Tester, Wanqiu},\n  \
                   year = 2024\n}\n@article{b,\n  title = {More of Them},\n  year = 2025\n}\n";
        let found = crate::import::bibtex(bib).unwrap();
        let offers = from_file(&found, bib);
        let lines: Vec<_> = offers.iter().map(|it| it.line).collect();
        assert_eq!(lines, [2, 7]);
        assert!(offers.iter().all(|it| matches!(it.offered, Offered::Publication(_))));
    }
}
