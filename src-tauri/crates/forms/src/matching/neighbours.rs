//! What the fields round a field say about it.

use super::{
    Confidence, Found,
    find,
    scope::Scope,
};
use crate::{
    Field, Place,
    dictionary::{Whose, Words},
};

/// How far a name reaches to the labels behind it.
const REACH: usize = 5;

/// Looks at each field's neighbours, and settles what they can tell.
pub(super) fn look_round(words: &Words, fields: &[Field], found: &mut [Option<Found>]) {
    belong_together(words, fields, found);
    among_their_kind(found);
}

/// A phone number asked beside an advisor's name is the advisor's, where the
/// candidate's own is asked elsewhere.
fn belong_together(words: &Words, fields: &[Field], found: &mut [Option<Found>]) {
    for at in 0..fields.len() {
        let Some(person) = named_person(words, found[at].as_ref()) else { continue };
        let inner = Scope { whose: person, number: None, title: None, near: Vec::new() };
        for next in at + 1..fields.len().min(at + 1 + REACH) {
            if fields[next].section != fields[at].section {
                break;
            }
            let own = found[next].as_ref();
            if own.is_some_and(|own| own.whose == person) {
                continue;
            }
            if own.is_some_and(|own| own.named || own.whose != Whose::Own) {
                break;
            }
            let Some(theirs) = find::label(words, &fields[next].label, &inner) else { break };
            let Some(key) = theirs.parts.first().and_then(|part| part.first()) else { break };
            let asked = key.key.as_str().rsplit('.').next().unwrap_or_default();
            if asked == "name" {
                break;
            }
            let elsewhere = own.is_some_and(|own| {
                let also = |other: &Option<Found>| {
                    other.as_ref().is_some_and(|other| other.parts.first() == own.parts.first())
                };
                found[..at].iter().any(also) || found[next + 1..].iter().any(also)
            });
            let same_line = same_line(&fields[at].place, &fields[next].place);
            if !(own.is_none() || elsewhere || same_line || asked == "relation") {
                break;
            }
            let confidence = if asked == "relation" || elsewhere || own.is_none() && same_line {
                theirs.confidence
            } else {
                theirs.confidence.min(Confidence::Likely)
            };
            found[next] = Some(Found {
                confidence,
                reason: format!(
                    "`{}` follows `{}`",
                    fields[next].label.trim(),
                    fields[at].label.trim()
                ),
                ..theirs
            });
        }
    }
}

/// The person whose name a label asks for, where the label itself says who.
fn named_person(words: &Words, found: Option<&Found>) -> Option<Whose> {
    let found = found?;
    let Whose::Subject(subject) = found.whose else { return None };
    let key = &found.parts.first()?.first()?.key;
    let is_name = key.as_str().ends_with(".name");
    (found.named && is_name && words.subjects[subject].asks == "person").then_some(found.whose)
}

/// In the same row of a table, or else in the same paragraph.
fn same_line(a: &Place, b: &Place) -> bool {
    let same_row = a.row.is_some() && (a.table, a.row) == (b.table, b.row);
    let same_paragraph = a.paragraph.is_some() && a.paragraph == b.paragraph;
    a.part == b.part && (same_row || same_paragraph)
}

/// Words that are sure only among their own kind: looks whether they are.
fn among_their_kind(found: &mut [Option<Found>]) {
    let kinds: Vec<Option<(String, bool)>> = found
        .iter()
        .map(|found| {
            let found = found.as_ref()?;
            let key = found.parts.first()?.first()?.key.as_str();
            let kind = key.split(['.', '[']).next().unwrap_or(key);
            let sure = found.confidence == Confidence::Sure && !found.among_its_kind;
            Some((kind_of(kind).to_owned(), sure))
        })
        .collect();
    for at in 0..found.len() {
        let Some(found) = found[at].as_mut().filter(|found| found.among_its_kind) else { continue };
        let Some((kind, _)) = &kinds[at] else { continue };
        let about = kinds[at.saturating_sub(3)..kinds.len().min(at + 4)].iter().flatten();
        if about.into_iter().any(|(other, sure)| *sure && other == kind) {
            found.among_its_kind = false;
        }
    }
}

/// Where the candidate studies, works and belongs are one kind.
fn kind_of(section: &str) -> &str {
    match section {
        "affiliation" | "work" | "studentId" | "advisor" | "research" => "education",
        "name" | "gender" | "birthDate" | "nationality" | "age" => "person",
        "application" => "availability",
        section => section,
    }
}
