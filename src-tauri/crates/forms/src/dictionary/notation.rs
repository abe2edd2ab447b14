//! The short notation that dictionaries write phrases in.
//!
//! `[home|present] address` is three phrases: a word in square brackets may be
//! absent. `(tel|phone) number` is two: one of the words in round brackets
//! stands there. Groups do not nest. What stands after the phrase says how much
//! it is worth: nothing (sure), `~` (sure among its own kind, else likely), `?`
//! (likely) or `??` (unsure).

use crate::Confidence;

/// How much a phrase is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Worth {
    /// As sure as this, wherever it stands.
    Always(Confidence),
    /// Sure beside fields of the same kind, else likely.
    AmongItsKind,
}

/// Takes the mark off a phrase.
pub(crate) fn worth(phrase: &str) -> (&str, Worth) {
    if let Some(phrase) = phrase.strip_suffix("??") {
        (phrase, Worth::Always(Confidence::Unsure))
    } else if let Some(phrase) = phrase.strip_suffix('?') {
        (phrase, Worth::Always(Confidence::Likely))
    } else if let Some(phrase) = phrase.strip_suffix('~') {
        (phrase, Worth::AmongItsKind)
    } else {
        (phrase, Worth::Always(Confidence::Sure))
    }
}

/// Every phrase that the notation stands for.
pub(crate) fn expand(phrase: &str) -> Result<Vec<String>, String> {
    let mut all = vec![String::new()];
    let mut rest = phrase;
    while let Some(at) = rest.find(['[', '(']) {
        let close = if rest[at..].starts_with('[') { ']' } else { ')' };
        let inside = &rest[at + 1..];
        let Some(end) = inside.find(close) else {
            return Err(format!("`{phrase}` opens a group and does not close it"));
        };
        let group = &inside[..end];
        if group.contains(['[', ']', '(', ')']) {
            return Err(format!("`{phrase}` has a group inside a group"));
        }
        let mut choices: Vec<&str> = group.split('|').collect();
        if close == ']' {
            choices.push("");
        }
        append(&mut all, &[&rest[..at]]);
        append(&mut all, &choices);
        rest = &inside[end + 1..];
    }
    if rest.contains([']', ')']) {
        return Err(format!("`{phrase}` closes a group that it did not open"));
    }
    append(&mut all, &[rest]);
    Ok(all)
}

fn append(all: &mut Vec<String>, choices: &[&str]) {
    *all = all
        .iter()
        .flat_map(|start| choices.iter().map(move |choice| format!("{start}{choice}")))
        .collect();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(phrase: &str, expected: &[&str]) {
        assert_eq!(expand(phrase).unwrap(), expected);
    }

    #[test]
    fn groups_multiply() {
        check("name", &["name"]);
        check("(手机|电话)[号]", &["手机号", "手机", "电话号", "电话"]);
        check("[home] address", &["home address", " address"]);
    }

    #[test]
    fn a_group_that_does_not_close_is_refused() {
        for phrase in ["a [b", "a (b]", "a b)", "a [b (c)]"] {
            assert!(expand(phrase).is_err(), "{phrase}");
        }
    }

    #[test]
    fn the_mark_says_how_much_a_phrase_is_worth() {
        assert_eq!(worth("name"), ("name", Worth::Always(Confidence::Sure)));
        assert_eq!(worth("course~"), ("course", Worth::AmongItsKind));
        assert_eq!(worth("date?"), ("date", Worth::Always(Confidence::Likely)));
        assert_eq!(worth("title??"), ("title", Worth::Always(Confidence::Unsure)));
    }
}
