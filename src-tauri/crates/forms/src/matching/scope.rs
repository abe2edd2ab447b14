//! Whose facts a section asks for.

use super::somebody;
use crate::{
    dictionary::{Asked, Whose, Words},
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
    if whole.len() <= 8 && begins_with_another(words, text) {
        return Some((Whose::Unknown, None));
    }
    if whole.len() > 24 {
        // A sentence may mention anybody.
        return None;
    }
    let inside = words.anywhere.iter().filter(|(inside, _)| whole.holds(inside));
    let Some((inside, owner)) = inside.max_by_key(|(inside, _)| inside.len()) else {
        return is_about_somebody(words, &whole).then_some((Whose::Unknown, None));
    };
    let after = (0..whole.len()).find(|at| whole.0[*at..].starts_with(&inside.0));
    let next = after.and_then(|at| whole.0.get(at + inside.len()));
    Some((*owner, next.and_then(|token| words.grammar.ordinal(token))))
}

/// `Responsible person in the sending institution`, `Who will pay for your trip?`
fn is_about_somebody(words: &Words, title: &Normal) -> bool {
    let is_mine = words.grammar.mine.iter().any(|mine| title.holds(mine));
    let asks_who = words.cues.who.iter().any(|who| title.after(who).is_some());
    !is_mine && (asks_who || somebody::is_somebody(words, title))
}

/// `Matriculation / SSC / equivalent`: names that all mean the same.
fn one_by_several_names(words: &Words, text: &str) -> Option<Whose> {
    let pieces = words.grammar.joined(text);
    if pieces.len() > 4 {
        return None;
    }
    // `Receiving organisation / enterprise`
    if pieces.len() > 1 && is_to_come(words, &words.grammar.title(&pieces[0])) {
        return Some(Whose::Unknown);
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

/// `Receiving institution / enterprise`: the second word only says what else they may be.
fn begins_with_another(words: &Words, text: &str) -> bool {
    let pieces: Vec<_> = words.grammar.joined(text);
    let mut named = pieces.iter().map(|it| {
        let normal = words.grammar.title(it);
        (normal.len(), named(words, &normal).map(|(whose, _)| whose))
    });
    // One word says too little: a company may be the candidate's.
    named.next().is_some_and(|(length, whose)| length > 1 && whose == Some(Whose::Unknown))
        && pieces.len() == 2
        && named.all(|(_, whose)| whose.is_none())
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
    is_to_come(words, normal).then_some((Whose::Unknown, None))
}

/// Whether a section is about the place that the candidate wants to go to, so that it
/// asks for their plans and for nothing of the present.
pub(super) fn is_ahead(words: &Words, scope: &Scope) -> bool {
    is_host(words, scope.whose)
        || scope.whose == Whose::Unknown
            && called(words, scope).iter().any(|it| is_to_come(words, it))
}

/// What the title of a section reads, without its number and the nouns that all have.
fn called(words: &Words, scope: &Scope) -> Vec<Normal> {
    let label = scope.title.as_ref().map(|it| words.grammar.label(it));
    let readings = label.into_iter().flat_map(|it| it.readings);
    readings.map(|it| words.grammar.title(&it)).collect()
}

/// Whether a section is about another person or place, which has a school, a job and an
/// address too; a team or a workshop has none.
pub(super) fn is_anothers(words: &Words, scope: &Scope) -> bool {
    let is_thing = |it: &Normal| words.things.contains(&it.text());
    is_host(words, scope.whose)
        || scope.whose == Whose::Unknown && !called(words, scope).iter().any(is_thing)
}

/// Whether it is the place that takes the candidate, of which the profile knows nothing.
fn is_host(words: &Words, whose: Whose) -> bool {
    matches!(whose, Whose::Subject(at) if words.subjects[at].id == "hostUnit")
}

/// Whether a label names the place that the candidate wants to go to.
pub(super) fn names_place_to_come(words: &Words, normal: &Normal) -> bool {
    let is_hosts =
        |(inside, whose): &(Normal, Whose)| is_host(words, *whose) && normal.holds(inside);
    is_to_come(words, normal) || words.anywhere.iter().any(is_hosts)
}

/// `Planned studies`, `Institution you are applying to`, 拟留学院校: a school or a place of
/// work where the candidate is not yet.
fn is_to_come(words: &Words, normal: &Normal) -> bool {
    let cues = &words.cues;
    let is_of_now =
        |it: &Normal| cues.now.iter().any(|now| it.after(now).is_some_and(|rest| !rest.is_empty()));
    let goes_there = |it: &Normal| {
        let mut rests = cues.going_to.iter().filter_map(|start| it.after(start));
        rests.any(|rest| !rest.is_empty() && rest.len() <= 4 && !is_of_now(&rest))
    };
    let mut rests = cues.ahead.iter().filter_map(|ahead| normal.after(ahead));
    goes_there(normal)
        || rests.any(|rest| is_place(words, &rest) || is_to_come(words, &rest))
        || (1..normal.len()).any(|end| {
            let behind = normal.slice(end, normal.len());
            cues.applied_to.iter().any(|it| behind.after(it).is_some())
                && is_place(words, &normal.slice(0, end))
        })
}

/// `Student number at the home institution`: what is asked, where words say behind it that
/// it is asked about the place where the candidate is now.
pub(super) fn without_own_place(words: &Words, normal: &Normal) -> Option<Normal> {
    let at = normal.0.iter().rposition(|it| it == "at").filter(|at| *at > 0)?;
    let place = normal.slice(at + 1, normal.len());
    let is_own =
        words.cues.now.iter().any(|now| {
            place.after(now).is_some_and(|rest| !rest.is_empty() && is_place(words, &rest))
        });
    is_own.then(|| normal.slice(0, at))
}

/// Whether words name a school or a place of work, or what is asked about one.
fn is_place(words: &Words, normal: &Normal) -> bool {
    let of_place = |asked: &Asked| {
        let mut terms = asked.0.iter().flatten().peekable();
        let starts = ["education", "affiliation", "work"];
        terms.peek().is_some()
            && terms.all(|it| it.name.split('.').next().is_some_and(|it| starts.contains(&it)))
    };
    let normal = words.grammar.untitled(normal.clone());
    match words.called.get(&normal.text()) {
        Some((Whose::Subject(at), _)) => is_of_place(&words.subjects[*at].asks),
        Some((Whose::Unknown, _)) => true,
        _ => words.own.find(&normal, &words.grammar).is_some_and(|(asked, _)| of_place(asked)),
    }
}

/// Whether what is asked about a subject changes with the place: of a section about
/// another place it is theirs, though its label names the subject (`Name of institution`).
pub(super) fn is_of_place(asks: &str) -> bool {
    ["school", "job", "unit"].contains(&asks)
}
