//! Whose facts a section asks for.

use crate::{
    dictionary::{Whose, Words},
    label::Normal,
};

/// Where a label stands: whose facts its sections ask for.
#[derive(Debug, Clone)]
pub(super) struct Scope {
    /// Whose.
    pub(super) whose: Whose,
    /// Which one of a kind (Referee 2).
    pub(super) number: Option<usize>,
    /// The title that says so, as it is printed.
    pub(super) title: Option<String>,
    /// The sections further in, that do not say whose: they belong to the label
    /// (Date of birth › Day).
    pub(super) near: Vec<Normal>,
}

/// Whose facts the sections ask for, outermost first.
pub(super) fn scope(words: &Words, sections: &[String]) -> Scope {
    let mut near = Vec::new();
    for section in sections.iter().rev() {
        let label = words.grammar.label(section);
        for reading in label.readings {
            if let Some((whose, number)) = title(words, &reading) {
                let whose = narrowed(words, whose, &label.hints);
                return Scope { whose, number, title: Some(section.clone()), near };
            }
        }
        let normal = words.grammar.title(section);
        if !normal.is_empty() && normal.len() <= 8 {
            near.push(normal);
        }
    }
    Scope { whose: Whose::Own, number: None, title: None, near }
}

/// `University (Bachelor)`: the hint says which one of the kind.
fn narrowed(words: &Words, whose: Whose, hints: &[String]) -> Whose {
    let (Whose::Subject(at), [hint]) = (whose, hints) else { return whose };
    match named(words, &words.grammar.normal(hint)) {
        Some((Whose::Subject(inner), None))
            if words.subjects[inner].asks == words.subjects[at].asks =>
        {
            Whose::Subject(inner)
        }
        _ => whose,
    }
}

/// Whether words name whose facts follow.
pub(crate) fn heads_section(words: &Words, text: &str) -> bool {
    words.grammar.label(text).readings.iter().any(|it| title(words, it).is_some())
}

/// Whether words name somebody or something besides the candidate whose facts follow.
pub(crate) fn heads_others(words: &Words, text: &str) -> bool {
    let readings = words.grammar.label(text).readings;
    readings.iter().any(|it| title(words, it).is_some_and(|(whose, _)| whose != Whose::Own))
}

/// Whether somebody besides the candidate is named anywhere in a label.
pub(crate) fn mentions_others(words: &Words, text: &str) -> bool {
    let normal = words.grammar.normal(text);
    let length = normal.len();
    let is_others = |it: &Normal| named(words, it).is_some_and(|(whose, _)| whose != Whose::Own);
    length <= 8
        && (0..length).any(|from| (from + 1..=length).any(|to| is_others(&normal.slice(from, to))))
}

/// Whether a label asks who or which it is, as the first one of a block does.
pub(crate) fn asks_name(words: &Words, text: &str) -> bool {
    const NAMES: [(&str, &[&str]); 3] = [
        ("person", &["name", "name.family", "name.given"]),
        ("job", &["employer"]),
        ("school", &["institution"]),
    ];
    words.grammar.label(text).readings.iter().any(|reading| {
        let normal = words.grammar.normal(reading);
        NAMES.iter().any(|(table, names)| {
            let found = words.asks.get(*table).and_then(|it| it.find(&normal, &words.grammar));
            found.is_some_and(|(asked, _)| {
                asked
                    .0
                    .first()
                    .and_then(|it| it.first())
                    .is_some_and(|it| names.contains(&it.name.as_str()))
            })
        })
    })
}

/// Whose facts a title names, and which one of them.
fn title(words: &Words, text: &str) -> Option<(Whose, Option<usize>)> {
    // `Job information` may mean more than `Job`.
    let plain = words.grammar.normal(text);
    if let Some(named) = named(words, &plain) {
        return Some(named);
    }
    let whole = words.grammar.untitled(plain);
    let mut normal = whole.clone();
    loop {
        if let Some(named) = named(words, &normal) {
            return Some(named);
        }
        let Some(rest) = words.grammar.without_idle(&normal) else { break };
        normal = rest;
    }
    let several = if whole.len() <= 8 { one_by_several_names(words, text) } else { None };
    if let Some(whose) = several {
        return Some((whose, None));
    }
    if whole.len() > 24 {
        // A sentence may mention anybody.
        return None;
    }
    let (inside, owner) = words
        .anywhere
        .iter()
        .filter(|(inside, _)| whole.holds(inside))
        .max_by_key(|(inside, _)| inside.len())?;
    let after = (0..whole.len()).find(|at| whole.0[*at..].starts_with(&inside.0));
    let next = after.and_then(|at| whole.0.get(at + inside.len()));
    Some((*owner, next.and_then(|token| words.grammar.ordinal(token))))
}

/// `Matriculation / SSC / equivalent`: names that all mean the same.
fn one_by_several_names(words: &Words, text: &str) -> Option<Whose> {
    let pieces = words.grammar.joined(text);
    if pieces.len() > 4 {
        return None;
    }
    let mut whose = None;
    for piece in pieces {
        let normal = words.grammar.title(&piece);
        if words.grammar.idle.contains(&normal) {
            continue;
        }
        let (named, _) = named(words, &normal).filter(|(_, number)| number.is_none())?;
        if *whose.get_or_insert(named) != named {
            return None;
        }
    }
    whose
}

/// Whose name words are, with the number that may stand before or after it.
pub(super) fn named(words: &Words, normal: &Normal) -> Option<(Whose, Option<usize>)> {
    if let Some((whose, _)) = words.called.get(&normal.text()) {
        return Some((*whose, None));
    }
    let ordinal = |token: Option<&String>| token.and_then(|token| words.grammar.ordinal(token));
    let end = normal.len().checked_sub(1)?;
    if let Some(number) = ordinal(normal.0.last()) {
        let mut rest = normal.slice(0, end);
        if rest.0.last().is_some_and(|token| token == "number") {
            rest.0.pop();
        }
        if let Some((whose, _)) = words.called.get(&rest.text()) {
            return Some((*whose, Some(number)));
        }
    }
    let skip = usize::from(normal.0.first().is_some_and(|token| token == "第"));
    let counts = |it: &String| words.grammar.counts.contains(it);
    if let Some(number) = ordinal(normal.0.get(skip)) {
        let rest = normal.slice((skip + 1).min(normal.len()), normal.len());
        if let Some((whose, _)) = words.called.get(&rest.text()) {
            // `Three referees` are not the third.
            let number = (skip > 0 || !normal.0.first().is_some_and(counts)).then_some(number);
            return Some((*whose, number));
        }
    }
    None
}
