//! Labels that name or ask for somebody besides the candidate.

use super::{find::Said, scope::named};
use crate::{
    Field,
    dictionary::{Whose, Words},
    label::Normal,
};

/// Whether a field asks for the name of somebody the profile knows nothing of.
pub(super) fn names_somebody(words: &Words, field: &Field, said: &Said) -> bool {
    words.grammar.label(&field.label).readings.iter().any(|reading| {
        let normal = words.grammar.normal(reading);
        if is_somebody(words, &normal) {
            return true;
        }
        matches!(said, Said::Nothing)
            && (1..=normal.len()).any(|end| {
                let start = normal.slice(0, end);
                let rest = normal.slice(end, normal.len());
                named(words, &start).is_some_and(|(whose, _)| whose == Whose::Unknown)
                    && !words.things.contains(&start.text())
                    && (rest.is_empty() || is_name(words, &rest))
            })
    })
}

/// 接收部门负责人, `Project supervisor at the institute`: what stands round the word for
/// a person only says where they are.
pub(super) fn is_somebody(words: &Words, normal: &Normal) -> bool {
    const LONGEST: usize = 10;
    let is_place = |it: &String| words.cues.placing.contains(it);
    let end = normal.0.iter().skip(1).position(is_place).map_or(normal.len(), |it| it + 1);
    let person = normal.slice(0, end);
    // `Name of friend who referred you`
    let rest = normal.slice((end + 1).min(normal.len()), normal.len());
    if !rest.is_empty() && is_name(words, &person) && is_somebody(words, &rest) {
        return true;
    }
    normal.len() <= LONGEST
        && words.cues.persons.iter().any(|it| {
            person.before(it).is_some()
                && (person.len() > it.len() || is_anothers_place(words, &rest))
        })
}

/// `Mentor at the receiving organisation`: whether a place is none of the candidate's.
fn is_anothers_place(words: &Words, place: &Normal) -> bool {
    named(words, place).is_some_and(|(whose, _)| whose == Whose::Unknown)
}

/// Whether words ask for a name and nothing else.
pub(super) fn is_name(words: &Words, rest: &Normal) -> bool {
    let asked = words.asks.get("person").and_then(|table| table.find(rest, &words.grammar));
    asked.is_some_and(|(asked, _)| {
        asked.0.iter().flatten().any(|term| term.name == "name" || term.name.starts_with("name."))
    })
}

/// Whether a label asks what is asked about people apart from who they are: 电话, 部门.
pub(super) fn asks_about_people(words: &Words, label: &str, about: &[&str]) -> bool {
    let Some(table) = words.asks.get("person") else { return false };
    words.grammar.label(label).readings.iter().any(|reading| {
        let found = table.find(&words.grammar.normal(reading), &words.grammar);
        found.is_some_and(|(asked, _)| {
            asked.0.iter().flatten().any(|term| about.contains(&term.name.as_str()))
        })
    })
}
