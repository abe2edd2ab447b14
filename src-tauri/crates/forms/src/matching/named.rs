//! Labels that begin with the name of whom or what they ask about.

use super::{
    Confidence,
    asks::said,
    find::{Said, may},
    scope::{Scope, is_anothers, is_of_place, named},
};
use crate::{
    dictionary::{Asked, Whose, Words, Worth},
    label::Normal,
};

/// A label that begins with the name of whom it asks about.
pub(super) fn about_named(words: &Words, normal: &Normal, scope: &Scope) -> Said {
    for end in (1..=normal.len()).rev() {
        let start = normal.slice(0, end);
        let worth = words.called.get(&start.text()).map(|(_, worth)| *worth);
        let Some((whose, mut number)) = named(words, &start) else { continue };
        let mut rest = normal.slice(end, normal.len());
        if number.is_none()
            && rest.len() > 1
            && let Some(first) = rest.0.first()
            && let Some(n) = words.grammar.ordinal(first)
        {
            number = Some(n);
            rest = rest.slice(1, rest.len());
        }
        if whose == Whose::Unknown {
            return Said::Nothing;
        }
        // `Address, website`: a word that heads sections of the candidate's does not name
        // them in a section about somebody else.
        let is_mine = words.grammar.mine.contains(&start);
        if whose == Whose::Own && !is_mine && !may(words, scope, whose) {
            continue;
        }
        // In a section about somebody we know nothing of, `Employer` is theirs, and so is
        // `Passport number`.
        if is_anothers(words, scope) && whose != scope.whose && is_theirs(words, whose, &start) {
            return Said::Unknown;
        }
        let number = number.or(if whose == scope.whose { scope.number } else { None });
        if number.is_none() && whose != scope.whose && is_list_alone(words, whose) {
            continue;
        }
        let worth = worth.unwrap_or(Worth::Always(Confidence::Sure));
        if rest.is_empty() {
            let Whose::Subject(subject) = whose else { continue };
            let Some(bare) = &words.subjects[subject].bare else { continue };
            return said(words, whose, number, bare, worth, true);
        }
        let Some(table) = words.table(whose) else { continue };
        if let Some((asked, own)) = table.find(&rest, &words.grammar) {
            return said(words, whose, number, asked, least(worth, own), true);
        }
    }
    Said::Unknown
}

/// Whether a subject that a label names is the one of whoever its section is about.
fn is_theirs(words: &Words, whose: Whose, name: &Normal) -> bool {
    let Whose::Subject(at) = whose else { return false };
    let subject = &words.subjects[at];
    // `Home institution` is the candidate's under `Host institution`, too.
    let is_of_now = words.cues.now.iter().any(|now| name.after(now).is_some());
    let things = ["document", "test", "place", "permanentPlace"];
    !is_of_now
        && (is_of_place(&subject.asks)
            || things.contains(&subject.asks.as_str())
            || subject.id == "advisor")
}

/// Whether a subject is one of a list and of nothing else: a paper's title outside
/// a section about papers is not the first published one.
fn is_list_alone(words: &Words, whose: Whose) -> bool {
    let Whose::Subject(at) = whose else { return false };
    let subject = &words.subjects[at];
    subject.prefix.is_none() && subject.named.is_empty() && !subject.ended
}

/// Whether a question under a list of the candidate's (Certificates › Other skills)
/// asks for a list as a whole, which can be nobody else's.
pub(super) fn is_list_of_theirs(words: &Words, scope: &Scope, asked: &Asked) -> bool {
    let mut terms = asked.0.iter().flatten().peekable();
    is_list_alone(words, scope.whose)
        && terms.peek().is_some()
        && terms.all(|term| term.name.ends_with(".summary") || term.name.starts_with("skills."))
}

fn least(a: Worth, b: Worth) -> Worth {
    match (a, b) {
        (Worth::Always(a), Worth::Always(b)) => Worth::Always(a.min(b)),
        (Worth::AmongItsKind, _) | (_, Worth::AmongItsKind) => Worth::AmongItsKind,
    }
}
