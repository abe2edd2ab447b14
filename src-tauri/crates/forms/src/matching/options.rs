//! What printed options say about the question.

use std::collections::BTreeMap;

use profile::{Key, List};

use super::{Ask, Confidence, Found, scope::scope};
use crate::{
    Field, Kind,
    dictionary::{Whose, Words},
};

/// What a field asks for, by its options: those of 性别 need no label.
pub(super) fn field(words: &Words, field: &Field) -> Option<Found> {
    let options = options(field)?;
    if scope(words, &field.section).whose != Whose::Own {
        return None;
    }
    let mut lists: BTreeMap<List, Vec<&str>> = BTreeMap::new();
    for option in &options {
        let label = words.grammar.label(option);
        let normal = words.grammar.normal(label.readings.first()?);
        if words.cues.is_other(&normal) || words.cues.says_yes_or_no(&normal, &words.grammar) {
            continue;
        }
        for (list, code) in words.codes.get(&normal.text()).into_iter().flatten() {
            let codes = lists.entry(*list).or_default();
            if !codes.contains(code) {
                codes.push(code);
            }
        }
    }
    let (list, key, confidence) = KEYS
        .iter()
        .filter(|(list, ..)| {
            lists.get(list).is_some_and(|codes| codes.len() >= 2 && codes.len() * 2 > options.len())
        })
        .max_by_key(|(list, ..)| lists.get(list).map_or(0, Vec::len))?;
    // `Level: Bachelor / Master / PhD`: label and options say the same.
    let label = words.grammar.normal(&field.label).text();
    let says_so = *key == "education.highestLevel" && matches!(label.as_str(), "level" | "层次");
    Some(Found {
        parts: vec![vec![Ask::new(Key::parse(key).ok()?)]],
        confidence: if says_so { Confidence::Sure } else { *confidence },
        among_its_kind: false,
        whose: Whose::Own,
        named: false,
        reason: format!("its options are those of `{key}` ({} known)", lists[list].len()),
    })
}

/// A grade that is chosen from 1, 2, 3, … is a year of study, not a mark.
pub(super) fn counted_years(field: &Field, mut found: Found) -> Found {
    const MARKS: [&str; 4] =
        ["education.gpaAndScale", "education.gpa", "education.grade", "education.average"];
    let is_count = |(number, option): (usize, &String)| {
        option.trim().parse::<usize>().is_ok_and(|it| it == number + 1)
    };
    let counts =
        (3..=9).contains(&field.options.len()) && field.options.iter().enumerate().all(is_count);
    let asks_mark = match found.parts.as_slice() {
        [part] => part.first().is_some_and(|it| MARKS.contains(&it.key.as_str())),
        _ => false,
    };
    if counts
        && asks_mark
        && let Ok(key) = Key::parse("education.gradeYear")
    {
        found.parts = vec![vec![Ask::new(key)]];
        found.reason.push_str(", and its options count years");
    }
    found
}

/// The lists whose options say by themselves what is asked.
const KEYS: [(List, &str, Confidence); 8] = [
    (List::Experience, "work.experience", Confidence::Sure),
    (List::Gender, "gender", Confidence::Sure),
    (List::MaritalStatus, "maritalStatus", Confidence::Sure),
    (List::PoliticalStatus, "politicalStatus", Confidence::Sure),
    (List::HouseholdType, "household.type", Confidence::Likely),
    (List::Title, "name.title", Confidence::Likely),
    (List::Level, "education.highestLevel", Confidence::Unsure),
    (List::WorkTime, "availability.type", Confidence::Unsure),
];

/// The printed options; `Male/Female/Other: ____` prints them as its label.
fn options(field: &Field) -> Option<Vec<String>> {
    match field.kind {
        Kind::Check | Kind::Choice => Some(field.options.clone()),
        Kind::Text if field.label.contains('/') => {
            Some(field.label.split('/').map(str::to_owned).collect())
        }
        _ => None,
    }
    .filter(|options| options.len() >= 2)
}
