//! Questions that come in blocks: what is asked after a school, a document or a
//! test was named is about it, and the same block printed again asks for the next.

use super::{
    Alone, Found,
    find::{self, Said},
    scope::{Scope, scope},
};
use crate::{
    Field,
    dictionary::{Subject, Whose, Words},
};

/// How far a name reaches to the labels behind it.
const REACH: usize = 7;

/// Things that have facts of their own, by their tables of phrases.
const THINGS: [&str; 3] = ["school", "document", "test"];

/// Settles what blocks say about their fields.
pub(super) fn settle(words: &Words, fields: &[Field], alone: &mut [Alone]) {
    number_again(words, fields, alone);
    about_things(words, fields, alone);
}

/// `Company: __ Title: __`, and once more the same: the second asks for the second.
fn number_again(words: &Words, fields: &[Field], alone: &mut [Alone]) {
    let mut start = 0;
    while start < fields.len() {
        let section = &fields[start].section;
        let end = fields[start..].iter().position(|it| it.section != *section);
        let end = end.map_or(fields.len(), |it| start + it);
        let asks_of_list = |at: &usize| {
            let found = alone[*at].found.as_ref();
            found.is_some_and(|it| is_one_of_list(words, it))
                && fields[*at + 1..end].iter().any(|it| begins_again(&fields[*at], it))
        };
        // A block begins with what is known of it, or another label begins it.
        let known = (start..end).find(|at| alone[*at].found.is_some());
        if let Some(first) = known.filter(asks_of_list) {
            let of = scope(words, section);
            if of.number.is_none() {
                let mut number = 1;
                for at in first + 1..end {
                    number += usize::from(begins_again(&fields[first], &fields[at]));
                    if number > 1 {
                        let inner = Scope { number: Some(number), ..of.clone() };
                        renumber(words, &fields[at], &inner, &mut alone[at]);
                    }
                }
            }
        }
        start = end;
    }
}

/// Whether a label stands for the second time, and not beside the first.
fn begins_again(first: &Field, again: &Field) -> bool {
    let line = |it: &Field| (it.place.table, it.place.row, it.place.paragraph);
    first.label == again.label && line(first) != line(again)
}

fn is_one_of_list(words: &Words, found: &Found) -> bool {
    let Whose::Subject(at) = found.whose else { return false };
    let Subject { list, named, .. } = &words.subjects[at];
    list.is_some() && named.is_empty() && !found.named
}

fn renumber(words: &Words, field: &Field, inner: &Scope, alone: &mut Alone) {
    let Some(found) = alone.found.as_mut().filter(|it| it.whose == inner.whose && !it.named) else {
        return;
    };
    match find::label(words, &field.label, inner) {
        Said::Facts(next) if next.whose == inner.whose => {
            found.parts = next.parts;
            found.reason.push_str(", asked again for the next");
        }
        _ => alone.found = None,
    }
}

/// What was named last.
#[derive(Clone, Copy)]
enum Thing {
    /// One of its kind.
    Known(Whose),
    /// The school: labels mean it anyway.
    Plain,
    /// `Other`: we know nothing of it.
    Other,
}

/// `High school: __ From: __ To: __`, `Passport no.: __ Valid until: __`.
fn about_things(words: &Words, fields: &[Field], alone: &mut [Alone]) {
    let mut last: Option<(Thing, usize)> = None;
    for at in 0..fields.len() {
        if let Some((_, since)) = last
            && (at > since + REACH || fields[at].section != fields[since].section)
        {
            last = None;
        }
        if let Some(thing) = named(words, &alone[at]) {
            last = Some((thing, at));
            continue;
        }
        let Some((thing, since)) = last else { continue };
        if words.cues.is_other(&words.grammar.normal(&fields[at].label)) {
            last = Some((Thing::Other, at));
            continue;
        }
        let own = alone[at].found.as_ref();
        match thing {
            Thing::Known(whose) => {
                if own.is_some_and(|it| !is_of_kind(words, it, whose)) {
                    continue;
                }
                let inner = Scope { whose, number: None, title: None, near: Vec::new() };
                let theirs = find::label(words, &fields[at].label, &inner).facts();
                if let Some(theirs) = theirs.filter(|it| it.whose == whose) {
                    let (label, before) = (fields[at].label.trim(), fields[since].label.trim());
                    let reason = format!("`{label}` follows `{before}`");
                    alone[at].found = Some(Found { reason, ..theirs });
                }
            }
            Thing::Plain => {}
            Thing::Other => {
                if own.is_some_and(|it| is_about_school(words, it)) {
                    alone[at].found = None;
                }
            }
        }
    }
}

/// The thing that a field names, if it names one.
fn named(words: &Words, alone: &Alone) -> Option<Thing> {
    let found = alone.found.as_ref()?;
    let [part] = found.parts.as_slice() else { return None };
    let (prefix, last) = part.first()?.key.as_str().rsplit_once('.')?;
    if (prefix, last) == ("education", "institution") {
        return Some(Thing::Plain);
    }
    let at = match found.whose {
        Whose::Subject(at) if found.named => at,
        Whose::Own => words.subjects.iter().position(|it| it.prefix.as_deref() == Some(prefix))?,
        _ => return None,
    };
    let subject = &words.subjects[at];
    let bare = subject.bare.as_ref()?.0.first()?.first()?;
    (THINGS.contains(&subject.asks.as_str()) && bare.name == last)
        .then_some(Thing::Known(Whose::Subject(at)))
}

/// Whether facts are of the same kind of thing, so that the thing named before
/// may be meant.
fn is_of_kind(words: &Words, found: &Found, whose: Whose) -> bool {
    let Whose::Subject(of) = whose else { return false };
    match found.whose {
        Whose::Subject(at) => !found.named && words.subjects[at].asks == words.subjects[of].asks,
        Whose::Own => words.subjects[of].asks == "school" && is_about_school(words, found),
        Whose::Unknown => false,
    }
}

fn is_about_school(words: &Words, found: &Found) -> bool {
    let mut asks = found.parts.iter().flatten();
    let is_school =
        matches!(found.whose, Whose::Subject(at) if words.subjects[at].asks == "school");
    is_school || asks.all(|ask| ask.key.as_str().starts_with("education."))
}
