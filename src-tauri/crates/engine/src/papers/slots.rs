//! Text with slots for facts, as `templates/letters/README.md` describes it.

use documents::writing::{Piece, Words};

/// A stretch of such a text.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Part<'a> {
    Text(&'a str),
    /// The first of these that has a fact.
    Slot(&'a str),
    /// Left out where a fact in it is missing.
    Optional(Vec<Part<'a>>),
}

/// A text with its facts in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Filled {
    /// To be drawn.
    pub(super) words: Words,
    /// To be edited: gaps are slots again.
    pub(super) text: String,
    /// What is missing, by key.
    pub(super) gaps: Vec<String>,
}

/// Puts facts into `text`.
pub(super) fn filled(text: &str, fact: &impl Fn(&str) -> Option<String>) -> Filled {
    let mut filled = Filled::default();
    for part in parts(text) {
        put(&mut filled, &part, fact);
    }
    filled
}

/// The same text with the facts that are known in; all else stays as it is.
pub(super) fn settled(text: &str, fact: &impl Fn(&str) -> Option<String>) -> String {
    filled(text, fact).text
}

fn put(filled: &mut Filled, part: &Part<'_>, fact: &impl Fn(&str) -> Option<String>) {
    match part {
        Part::Text(text) => add(filled, text),
        Part::Slot(names) => {
            if let Some(words) = known(names, fact) {
                add(filled, &words);
                return;
            }
            // The last one is what any profile can say.
            let name = names.rsplit('|').next().unwrap_or(names).trim();
            filled.words.push(Piece::gap(name));
            filled.text.extend(["{", names, "}"]);
            if !filled.gaps.iter().any(|it| it == name) {
                filled.gaps.push(name.to_owned());
            }
        }
        Part::Optional(parts) => {
            let lacks =
                |it: &Part<'_>| matches!(it, Part::Slot(names) if known(names, fact).is_none());
            if !parts.iter().any(lacks) {
                for part in parts {
                    put(filled, part, fact);
                }
            }
        }
    }
}

fn known(names: &str, fact: &impl Fn(&str) -> Option<String>) -> Option<String> {
    names.split('|').find_map(|it| fact(it.trim()))
}

fn add(filled: &mut Filled, text: &str) {
    filled.text.push_str(text);
    match filled.words.last_mut() {
        Some(last) if last.look == documents::writing::Look::Plain => last.text.push_str(text),
        _ if text.is_empty() => {}
        _ => filled.words.push(Piece::plain(text)),
    }
}

fn parts(text: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['{', '[']) {
        let (before, from) = rest.split_at(at);
        let close = if from.starts_with('{') { '}' } else { ']' };
        let Some(end) = from.find(close) else { break };
        let inner = &from[1..end];
        let part = match close {
            '}' if is_name(inner) => Part::Slot(inner),
            ']' if inner.contains('{') => Part::Optional(self::parts(inner)),
            _ => Part::Text(&from[..=end]),
        };
        if !before.is_empty() {
            parts.push(Part::Text(before));
        }
        parts.push(part);
        rest = &from[end + 1..];
    }
    if !rest.is_empty() {
        parts.push(Part::Text(rest));
    }
    parts
}

/// `education.major`, `note_phrase|vacancy`; anything else in braces is only words.
fn is_name(inner: &str) -> bool {
    let may_stand = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '|' | ' ');
    !inner.trim().is_empty() && inner.chars().all(may_stand)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(name: &str) -> Option<String> {
        match name {
            "name" => Some("Ada".into()),
            "odd" => Some("[{name}]".into()),
            _ => None,
        }
    }

    #[track_caller]
    fn check(text: &str, expected: &str, gaps: &[&str]) {
        let filled = filled(text, &facts);
        let words: String = filled.words.iter().map(|it| it.text.as_str()).collect();
        assert_eq!(words, expected);
        assert_eq!(filled.gaps, gaps);
    }

    #[test]
    fn a_fact_stands_in_its_slot_and_a_missing_one_is_a_gap() {
        check("I am {name}.", "I am Ada.", &[]);
        check("I am {title}, {title}.", "I am [title], [title].", &["title"]);
        check("{title|name} and {a|b}", "Ada and [b]", &["b"]);
    }

    #[test]
    fn an_optional_stretch_goes_with_its_fact() {
        check("Hello.[ I am {name}.]", "Hello. I am Ada.", &[]);
        check("Hello.[ I am {name}, {title}.]", "Hello.", &[]);
    }

    #[test]
    fn a_fact_that_looks_like_a_slot_is_only_words() {
        check("{odd}", "[{name}]", &[]);
        check("see [1] and {a, b} and {", "see [1] and {a, b} and {", &[]);
    }

    #[test]
    fn what_is_edited_keeps_its_gaps() {
        assert_eq!(filled("{name}: {a|b}", &facts).text, "Ada: {a|b}");
    }
}
