//! What the phrases of the dictionary ask for, as keys of the profile.

use profile::{Key, RowList};

use super::{Ask, Confidence, Entry, Found, Part, find::Said};
use crate::dictionary::{Asked, Term, Whose, Words, Worth};

/// What a phrase of a table asks for, of a subject.
pub(super) fn said(
    words: &Words,
    whose: Whose,
    number: Option<usize>,
    asked: &Asked,
    worth: Worth,
    named: bool,
) -> Said {
    let parts: Vec<Part> = asked
        .0
        .iter()
        .map(|part| part.iter().filter_map(|term| ask(words, whose, number, term)).collect())
        .collect();
    if parts.is_empty() || parts.iter().any(Vec::is_empty) {
        return Said::Nothing;
    }
    let (confidence, among_its_kind) = match worth {
        Worth::Always(confidence) => (confidence, false),
        Worth::AmongItsKind => (Confidence::Sure, true),
    };
    Said::Facts(Found { parts, confidence, among_its_kind, whose, named, reason: String::new() })
}

fn ask(words: &Words, whose: Whose, number: Option<usize>, term: &Term) -> Option<Ask> {
    let (key, entry) = match whose {
        Whose::Own => (Key::parse(&term.name).ok()?, None),
        Whose::Unknown => return None,
        Whose::Subject(at) => {
            let subject = &words.subjects[at];
            let column = |list: RowList, entry: Entry| {
                let key = Key::parse(&format!("{}[].{}", list.name(), term.name)).ok()?;
                Some((key, Some(entry)))
            };
            let place = number.unwrap_or(1).saturating_sub(1);
            match (&subject.prefix, subject.list) {
                (_, Some(list)) if !subject.named.is_empty() => {
                    column(list, Entry::Named(subject.named.clone()))?
                }
                (_, Some(list)) if subject.ended => column(list, Entry::Ended(place))?,
                (Some(prefix), list) if prefix.contains('#') && place > 2 => {
                    column(list?, Entry::Nth(place))?
                }
                (Some(prefix), _) if prefix.contains('#') => {
                    let prefix = prefix.replace('#', &(place + 1).to_string());
                    (Key::parse(&format!("{prefix}.{}", term.name)).ok()?, None)
                }
                (Some(_) | None, Some(list)) if number.is_some() => {
                    column(list, Entry::Nth(place))?
                }
                (None, Some(list)) => column(list, Entry::Nth(0))?,
                (Some(_), None) if place > 0 => return None,
                (Some(prefix), _) => (Key::parse(&format!("{prefix}.{}", term.name)).ok()?, None),
                (None, None) => return None,
            }
        }
    };
    Some(Ask { key, entry, language: term.language, precision: term.precision, part: term.part })
}
