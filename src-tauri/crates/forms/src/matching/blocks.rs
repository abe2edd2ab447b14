//! Questions that come in blocks: what is asked after a school, a document or a
//! test was named is about it, and the same block printed again asks for the next.

use super::{
    Alone, Entry, Found,
    find::{self, Said},
    scope::{Scope, names_place_to_come, scope},
    studies,
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
    studies::settle(words, fields, alone);
    about_things(words, fields, alone);
    of_places_to_come(words, fields, alone);
    side_by_side(words, fields, alone);
}

/// How many rows a person's name reaches down its column.
const ROWS: usize = 8;

/// `Referee 1 name: __ | Referee 2 name: __` over `Title: __ | Title: __`: a label
/// that is printed for each of several people asks about the one named above it.
fn side_by_side(words: &Words, fields: &[Field], alone: &mut [Alone]) {
    for at in 0..fields.len() {
        let Some(person) = above(words, fields, alone, at) else { continue };
        let asked = bare(words, &fields[at]);
        let mut beside = (0..fields.len()).filter(|it| {
            *it != at && same_row(&fields[at], &fields[*it]) && bare(words, &fields[*it]) == asked
        });
        let is_of_another =
            |it: usize| above(words, fields, alone, it).is_some_and(|other| other != person);
        if !beside.any(is_of_another) {
            continue;
        }
        let (whose, number) = person;
        let inner = Scope { whose, number, title: None, near: Vec::new() };
        match find::label(words, &fields[at].label, &inner) {
            Said::Facts(theirs) if theirs.whose == whose => {
                let reason = format!("`{}` stands below their name", fields[at].label.trim());
                alone[at].found = Some(Found { reason, named: true, ..theirs });
            }
            _ if alone[at].found.as_ref().is_some_and(|it| it.whose == Whose::Own) => {
                alone[at].found = None;
            }
            _ => {}
        }
    }
}

/// The person named last above a field, in its column.
fn above(
    words: &Words,
    fields: &[Field],
    alone: &[Alone],
    at: usize,
) -> Option<(Whose, Option<usize>)> {
    let (place, section) = (&fields[at].place, &fields[at].section);
    let row = place.row?;
    (0..at).rev().find_map(|before| {
        let other = &fields[before].place;
        let is_above = (other.part, other.table, other.cell)
            == (place.part, place.table, place.cell)
            && other.row.is_some_and(|it| it < row && row - it <= ROWS)
            && fields[before].section == *section;
        let found = alone[before].found.as_ref().filter(|it| is_above && it.named)?;
        let Whose::Subject(subject) = found.whose else { return None };
        let ask = found.parts.first()?.first()?;
        let is_name = ask.key.as_str().rsplit('.').next() == Some("name");
        let number = match &ask.entry {
            Some(Entry::Nth(number)) => Some(number + 1),
            _ => ask.key.as_str().split('.').nth(1).and_then(|it| it.parse().ok()),
        };
        (is_name && words.subjects[subject].asks == "person").then_some((found.whose, number))
    })
}

fn same_row(one: &Field, other: &Field) -> bool {
    let row = |it: &Field| (it.place.part, it.place.table, it.place.row);
    one.place.row.is_some() && row(one) == row(other)
}

/// `Company: __ Title: __`, and once more the same: the second asks for the second.
fn number_again(words: &Words, fields: &[Field], alone: &mut [Alone]) {
    let mut start = 0;
    while start < fields.len() {
        let section = &fields[start].section;
        let end = fields[start..].iter().position(|it| it.section != *section);
        let end = end.map_or(fields.len(), |it| start + it);
        // A block begins with what is known of it, or another label begins it.
        let known = (start..end).find(|at| alone[*at].found.is_some());
        let of_list = known
            .filter(|at| alone[*at].found.as_ref().is_some_and(|it| is_one_of_list(words, it)));
        if let Some(first) = of_list {
            let asked = bare(words, &fields[first]);
            let again: Vec<usize> = (first + 1..end)
                .filter(|at| {
                    !same_line(&fields[first], &fields[*at]) && bare(words, &fields[*at]) == asked
                })
                .collect();
            let of = scope(words, section);
            if of.number.is_none() && !again.is_empty() {
                let mut number = 1;
                for at in first + 1..end {
                    number += usize::from(again.contains(&at));
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

/// A label without its number: `(ii) Name` asks what `(i) Name` does.
fn bare(words: &Words, field: &Field) -> String {
    words.grammar.label(&field.label).readings.into_iter().next().unwrap_or_default()
}

fn same_line(one: &Field, other: &Field) -> bool {
    let line = |it: &Field| (it.place.table, it.place.row, it.place.paragraph);
    line(one) == line(other)
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

/// A form that asks for no name but its leader's is filled by the leader, where it
/// asks for the leader's student number too.
pub(super) fn leader_applies(words: &Words, fields: &[Field], alone: &mut [Alone]) {
    let asks = |alone: &Alone, key: &str| {
        let mut asks = alone.found.iter().flat_map(|it| it.parts.iter().flatten());
        asks.any(|ask| ask.key.as_str() == key)
    };
    if alone.iter().any(|it| asks(it, "name")) {
        return;
    }
    let own = Scope { whose: Whose::Own, number: None, title: None, near: Vec::new() };
    let is_leader = |text: &str| words.cues.leader.contains(&words.grammar.title(text));
    let theirs: Vec<(usize, Alone)> = (0..fields.len())
        .filter(|at| fields[*at].section.last().is_some_and(|it| is_leader(it)))
        .filter_map(|at| {
            let found = find::label(words, &fields[at].label, &own).facts()?;
            let reason = format!("{}; no other name is asked for than the leader's", found.reason);
            let found = Some(Found { reason, ..found });
            Some((at, Alone { found, names_somebody: false }))
        })
        .collect();
    let all_ask = |key: &str| theirs.iter().any(|(_, it)| asks(it, key));
    if all_ask("name") && all_ask("studentId") {
        for (at, found) in theirs {
            alone[at] = found;
        }
    }
}

/// `Host institution: __ Department: __`, 实习单位名称：__ 单位地址：__: what is asked behind
/// the place that the candidate wants to go to is not asked of where they are.
fn of_places_to_come(words: &Words, fields: &[Field], alone: &mut [Alone]) {
    let starts = |alone: &Alone, with: &str| {
        let key = alone.found.as_ref().and_then(|it| it.parts.first()?.first());
        key.is_some_and(|it| it.key.as_str().starts_with(with))
    };
    let mut since: Option<usize> = None;
    for at in 0..fields.len() {
        let normals = || {
            let label = words.grammar.label(&fields[at].label);
            label.readings.into_iter().map(|it| words.grammar.normal(&it))
        };
        if alone[at].found.is_none() && normals().any(|it| names_place_to_come(words, &it)) {
            since = Some(at);
            continue;
        }
        let Some(place) = since else { continue };
        let is_of_now =
            || normals().any(|it| words.cues.now.iter().any(|now| it.after(now).is_some()));
        if at > place + REACH || fields[at].section != fields[place].section || is_of_now() {
            since = None;
            continue;
        }
        let follows_address =
            alone[at - 1].found.is_none() && starts(&alone[at], "contact.postcode");
        if starts(&alone[at], "affiliation.") || follows_address {
            alone[at].found = None;
        }
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
    let bare = subject.bare.as_ref().and_then(|it| it.0.first()?.first());
    let names_it = match bare {
        Some(bare) => bare.name == last,
        // `Undergraduate institution` names the school of that degree.
        None => last == "institution",
    };
    (THINGS.contains(&subject.asks.as_str()) && names_it)
        .then_some(Thing::Known(Whose::Subject(at)))
}

/// Whether facts are of the same kind of thing, so that the thing named before
/// may be meant.
pub(super) fn is_of_kind(words: &Words, found: &Found, whose: Whose) -> bool {
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
