//! What the fields round a field say about it.

use profile::Key;

use super::{
    Alone, Ask, Confidence, Found,
    find::{self, Said},
    scope::Scope,
    somebody,
};
use crate::{
    Field, Filler, Place,
    dictionary::{Whose, Words},
    label::is_han,
};

/// How far a name reaches to the labels behind it.
const REACH: usize = 6;

/// Who recommended the place, of whom nothing else is known.
const REFERRER: &str = "application.referrer";

/// What is asked about people, apart from who they are.
const ABOUT_PEOPLE: [&str; 13] = [
    "phone",
    "email",
    "address",
    "relation",
    "title",
    "position",
    "organization",
    "department",
    "employer",
    "landline",
    "fax",
    "postcode",
    "city",
];

/// Looks at each field's neighbours, and settles what they can tell.
pub(super) fn look_round(words: &Words, fields: &[Field], alone: &mut [Alone]) {
    related(words, fields, alone);
    relations_on_the_row(words, fields, alone);
    postcodes_of_addresses(alone);
    names_in_one_language(alone);
    other_languages(words, fields, alone);
    belong_together(words, fields, alone);
    numbers_beside_somebody(words, fields, alone);
    dates_of_others(fields, alone);
    ends_of_periods(words, fields, alone);
    numbers_of_places(fields, alone);
    asked_again_on_a_line(fields, alone);
    asked_under_several_headers(fields, alone);
    among_their_kind(alone);
}

/// `Mother tongue: ____ Other languages: ____`: the others are without it.
fn other_languages(words: &Words, fields: &[Field], alone: &mut [Alone]) {
    let asks = |alone: &Alone, key: &str| {
        alone.found.as_ref().and_then(first_key).is_some_and(|it| it.as_str() == key)
    };
    for at in 1..fields.len() {
        let since = at.saturating_sub(REACH);
        let is_other = asks(&alone[at], "languages.summary")
            && words
                .cues
                .other
                .iter()
                .any(|other| words.grammar.normal(&fields[at].label).after(other).is_some());
        if is_other
            && alone[since..at].iter().any(|it| asks(it, "languages.native"))
            && let Ok(key) = Key::parse("languages.foreignSummary")
            && let Some(found) = alone[at].found.as_mut()
        {
            found.parts = vec![vec![Ask::new(key)]];
            found.reason.push_str(", but for the native one");
        }
    }
}

/// Nobody is their own relation: a name that is followed by `Relationship` is
/// somebody else's.
fn related(words: &Words, fields: &[Field], alone: &mut [Alone]) {
    for at in 1..fields.len() {
        let is_own_name = matches!(names(words, &alone[at - 1]), Some(Named::Candidate));
        if !is_own_name || alone[at].found.is_some() || fields[at].section != fields[at - 1].section
        {
            continue;
        }
        let label = words.grammar.label(&fields[at].label);
        let person = words.asks.get("person");
        let asks_relation = label.readings.iter().any(|reading| {
            let normal = words.grammar.normal(reading);
            let found = person.and_then(|table| table.find(&normal, &words.grammar));
            found.is_some_and(|(asked, _)| asked.0.iter().flatten().any(|it| it.name == "relation"))
        });
        if asks_relation {
            alone[at - 1].found = None;
            alone[at - 1].names_somebody = true;
        }
    }
}

/// `In case of emergency: __ | Relationship: __`: on the row of somebody's name and number,
/// the relation is theirs.
fn relations_on_the_row(words: &Words, fields: &[Field], alone: &mut [Alone]) {
    for at in 1..fields.len() {
        if alone[at].found.is_some() || fields[at].filler != Filler::Candidate {
            continue;
        }
        let before = &alone[at - 1].found;
        let Some(whose) = before.as_ref().map(|it| it.whose).filter(|it| is_emergency(words, *it))
        else {
            continue;
        };
        if !same_line(&fields[at - 1].place, &fields[at].place) {
            continue;
        }
        let inner = Scope { whose, number: None, title: None, near: Vec::new() };
        if let Said::Facts(theirs) = find::label(words, &fields[at].label, &inner)
            && theirs.whose == whose
            && first_key(&theirs).is_some_and(|it| it.as_str().ends_with(".relation"))
        {
            alone[at].found = Some(theirs);
        }
    }
}

/// A postcode that follows an address is the one of that address.
fn postcodes_of_addresses(alone: &mut [Alone]) {
    for at in 1..alone.len() {
        let before = alone[at - 1].found.as_ref().and_then(first_key);
        let Some(postcode) = before.filter(|it| it.as_str().ends_with("ddress")) else { continue };
        let Some(postcode) = find::postcode_of(postcode) else { continue };
        if let Some(Found { parts, whose: Whose::Own, .. }) = alone[at].found.as_mut()
            && let [part] = parts.as_mut_slice()
            && let [ask] = part.as_mut_slice()
            && ask.key.as_str() == "contact.postcode"
        {
            ask.key = postcode;
        }
    }
}

/// The given name is written as the family name before it is, where that says how
/// (as in the passport).
fn names_in_one_language(alone: &mut [Alone]) {
    let sole = |alone: &Alone, key: &str| {
        let parts = alone.found.as_ref()?.parts.as_slice();
        let [part] = parts else { return None };
        let [ask] = part.as_slice() else { return None };
        (ask.key.as_str() == key).then_some(ask.language)
    };
    for at in 1..alone.len() {
        let family = sole(&alone[at - 1], "name.family").flatten();
        if let (Some(language), Some(None)) = (family, sole(&alone[at], "name.given")) {
            for ask in alone[at].found.iter_mut().flat_map(|it| it.parts.iter_mut().flatten()) {
                ask.language = Some(language);
            }
        }
    }
}

/// One fact that would go into several cells of a row, under headers that differ
/// (Reading, Writing, Speaking), is not what the headers ask.
fn asked_under_several_headers(fields: &[Field], alone: &mut [Alone]) {
    for at in 1..fields.len() {
        let (before, after) = alone.split_at_mut(at);
        let (Some(one), Some(other)) = (before[at - 1].found.as_mut(), after[0].found.as_mut())
        else {
            continue;
        };
        let is_again = same_line(&fields[at - 1].place, &fields[at].place)
            && fields[at - 1].label == fields[at].label
            && fields[at - 1].section != fields[at].section
            && one.parts == other.parts;
        if is_again {
            for found in [one, other] {
                found.confidence = found.confidence.min(Confidence::Likely);
            }
        }
    }
}

/// Whose name was asked last.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Named {
    Candidate,
    Subject(Whose),
    Somebody,
}

/// A phone number asked beside an advisor's name is the advisor's; one asked
/// beside the name of somebody we know nothing of is theirs.
fn belong_together(words: &Words, fields: &[Field], alone: &mut [Alone]) {
    let (mut named, mut since) = (Named::Candidate, 0);
    for at in 0..fields.len() {
        if at > since + REACH || fields[at].section != fields[since].section {
            named = Named::Candidate;
        }
        if let Some(now) = names(words, &alone[at]) {
            (named, since) = (now, at);
            continue;
        }
        match named {
            Named::Candidate => {}
            Named::Subject(person) => {
                if let Some(found) = alone[at].found.as_mut().filter(|it| it.whose == person) {
                    if calls_them_so(words, &fields[since].label, &fields[at].label) {
                        found.confidence = Confidence::Sure;
                    }
                    continue;
                }
                match theirs(words, fields, alone, at, since, person) {
                    Theirs::Fact(found) => alone[at].found = Some(*found),
                    Theirs::NoFact => alone[at].found = None,
                    Theirs::No => named = Named::Candidate,
                }
            }
            Named::Somebody => {
                let Some(found) = &alone[at].found else { continue };
                let together = same_line(&fields[since].place, &fields[at].place);
                // 内部推荐人 and then 推荐人电话: no referee's, though it reads so.
                let is_theirs = is_person(words, found.whose)
                    && calls_them_so(words, &fields[since].label, &fields[at].label);
                let asks_of_them =
                    somebody::asks_about_people(words, &fields[at].label, &ABOUT_PEOPLE)
                        || first_key(found).is_some_and(|it| it.as_str().starts_with("id."));
                if is_theirs || together && asks_of_them {
                    alone[at].found = None;
                } else if found.named || found.whose != Whose::Own || !is_personal(found) {
                    named = Named::Candidate;
                } else if asked(&alone[..since], found) {
                    alone[at].found = None;
                } else if let Some(found) = &mut alone[at].found {
                    found.confidence = found.confidence.min(Confidence::Likely);
                    found.reason.push_str(", but it may be somebody else's");
                }
            }
        }
    }
}

/// `To notify in an emergency: Name: ____` beside `Telephone of that person: ____`: a number
/// on their row is hardly the candidate's, where that is asked for before.
fn numbers_beside_somebody(words: &Words, fields: &[Field], alone: &mut [Alone]) {
    for at in 1..fields.len() {
        let Some(found) = alone[at].found.as_ref() else { continue };
        let is_own = found.whose == Whose::Own
            && !found.named
            && first_key(found).is_some_and(|it| it.as_str().starts_with("contact."));
        let since = at.saturating_sub(REACH);
        let theirs = (since..at).find(|before| {
            let whose = alone[*before].found.as_ref().map(|it| it.whose);
            same_line(&fields[*before].place, &fields[at].place)
                && whose.is_some_and(|it| is_emergency(words, it))
        });
        if is_own && theirs.is_some_and(|first| asked(&alone[..first], found)) {
            alone[at].found = None;
        }
    }
}

/// `Institution: ____ Telephone: ____`: the number beside a place's name is the place's,
/// where the candidate's own is asked for elsewhere.
fn numbers_of_places(fields: &[Field], alone: &mut [Alone]) {
    for at in 1..fields.len() {
        let Some(found) = alone[at].found.as_ref() else { continue };
        let is_own = found.whose == Whose::Own
            && first_key(found).is_some_and(|it| it.as_str().starts_with("contact."));
        let names_place = alone[at - 1].found.as_ref().and_then(first_key).is_some_and(|it| {
            matches!(
                it.as_str(),
                "education.institution" | "affiliation.name" | "work.employer" | "work[].employer"
            )
        });
        let is_beside =
            same_line(&fields[at - 1].place, &fields[at].place) && fields[at].place.table.is_none();
        if is_own && names_place && is_beside && asked(&alone[..at - 1], found) {
            alone[at].found = None;
        }
    }
}

/// `Dates available: from ____ to ____`: where the period ends whose beginning was asked.
fn ends_of_periods(words: &Words, fields: &[Field], alone: &mut [Alone]) {
    const ENDS: [(&str, &str); 1] = [("availability.from", "availability.until")];
    for at in 1..fields.len() {
        let label = words.grammar.normal(&fields[at].label);
        let is_end = alone[at].found.is_none()
            && words.cues.until.contains(&label)
            && same_line(&fields[at - 1].place, &fields[at].place);
        let Some(begun) = alone[at - 1].found.as_ref().filter(|_| is_end) else { continue };
        let end = first_key(begun)
            .and_then(|it| ENDS.iter().find(|(from, _)| *from == it.as_str()))
            .and_then(|(_, until)| Key::parse(until).ok());
        if let Some(key) = end {
            let parts = vec![vec![Ask::new(key)]];
            let reason = "it ends what was asked before it".to_owned();
            alone[at].found = Some(Found { parts, reason, ..begun.clone() });
        }
    }
}

/// `Interviewer: ____ Date: ____`: the date beside what others fill is theirs too.
fn dates_of_others(fields: &[Field], alone: &mut [Alone]) {
    for at in 1..fields.len() {
        let (before, field) = (&fields[at - 1], &fields[at]);
        let is_beside = before.filler == Filler::Office && same_line(&before.place, &field.place);
        let found = alone[at].found.as_ref();
        let key = found.and_then(first_key).map(Key::as_str);
        if is_beside && key == Some("application.date") {
            alone[at].found = None;
        }
    }
}

/// Whose name a field asks for, if it asks for one.
fn names(words: &Words, alone: &Alone) -> Option<Named> {
    if alone.names_somebody {
        return Some(Named::Somebody);
    }
    let found = alone.found.as_ref()?;
    let key = first_key(found)?.as_str();
    match found.whose {
        Whose::Own if key == REFERRER => Some(Named::Somebody),
        Whose::Own => (key.split('.').next() == Some("name")).then_some(Named::Candidate),
        // `Name of supervisor` in a part about studies.
        Whose::Subject(_) if key.rsplit('.').next() == Some("advisor") => {
            let advisor = words.subjects.iter().position(|it| it.id == "advisor")?;
            Some(Named::Subject(Whose::Subject(advisor)))
        }
        Whose::Subject(_) => {
            let is_name = found.named && key.rsplit('.').next() == Some("name");
            (is_name && is_person(words, found.whose)).then_some(Named::Subject(found.whose))
        }
        Whose::Unknown => None,
    }
}

/// What a label asks about the person named before it.
enum Theirs {
    /// This fact.
    Fact(Box<Found>),
    /// Something about them that the profile does not hold.
    NoFact,
    /// Nothing: it is about the candidate again.
    No,
}

fn theirs(
    words: &Words,
    fields: &[Field],
    alone: &[Alone],
    at: usize,
    since: usize,
    person: Whose,
) -> Theirs {
    let own = alone[at].found.as_ref();
    let same_line = same_line(&fields[since].place, &fields[at].place);
    // On their line `Occupation` is theirs, though elsewhere it names an employer.
    let names_job = |own: &Found| {
        own.named && matches!(own.whose, Whose::Subject(at) if words.subjects[at].asks == "job")
    };
    if own
        .is_some_and(|own| !(same_line && names_job(own)) && (own.named || own.whose != Whose::Own))
    {
        return Theirs::No;
    }
    let inner = Scope { whose: person, number: None, title: None, near: Vec::new() };
    let theirs = match find::label(words, &fields[at].label, &inner) {
        Said::Facts(theirs) if theirs.whose == person => theirs,
        Said::Nothing if same_line && own.is_none_or(is_personal) => return Theirs::NoFact,
        Said::Facts(_) | Said::Nothing | Said::Unknown => return Theirs::No,
    };
    let asked_for = first_key(&theirs).and_then(|key| key.as_str().rsplit('.').next());
    let Some(asked_for) = asked_for.filter(|it| ABOUT_PEOPLE.contains(it)) else {
        return Theirs::No;
    };
    // `Company name` on a line of its own begins something new.
    if !same_line && asked_for == "organization" && super::asks_name(words, &fields[at].label) {
        return Theirs::No;
    }
    let elsewhere = own.is_some_and(|own| {
        asked(&alone[..since], own)
            || asked(&alone[at + 1..], own)
            || asked(&alone[..since], &theirs)
    });
    // Something between is theirs already, or nobody else's number would stand there.
    let settled = alone[since + 1..at]
        .iter()
        .any(|it| it.found.as_ref().is_some_and(|found| found.whose == person))
        || at == since + 1 && (is_emergency(words, person) || is_family(words, person));
    let is_theirs = own.is_none()
        || elsewhere
        || same_line && settled
        || matches!(asked_for, "relation" | "title");
    let confidence = if is_theirs {
        theirs.confidence
    } else if same_line {
        Confidence::Likely
    } else {
        return Theirs::No;
    };
    let (label, before) = (fields[at].label.trim(), fields[since].label.trim());
    let reason = format!("`{label}` follows `{before}`");
    Theirs::Fact(Box::new(Found { confidence, reason, ..theirs }))
}

/// `Academic supervisor: __  Supervisor's e-mail: __`: whether a label calls the person
/// by the word that the label before named them with.
fn calls_them_so(words: &Words, before: &str, label: &str) -> bool {
    let (before, label) = (words.grammar.normal(before), words.grammar.normal(label));
    (0..before.len()).any(|start| {
        let word = before.slice(start, before.len());
        // One character says too little: 人.
        let says_who = word.len() > 1 || !word.text().chars().all(is_han);
        let is_part = label.len() > word.len() && label.holds(&word);
        says_who && is_part && !somebody::is_name(words, &word)
    })
}

fn is_person(words: &Words, whose: Whose) -> bool {
    matches!(whose, Whose::Subject(at) if words.subjects[at].asks == "person")
}

fn is_family(words: &Words, person: Whose) -> bool {
    let prefix = match person {
        Whose::Subject(at) => words.subjects[at].prefix.as_deref(),
        _ => None,
    };
    prefix.is_some_and(|it| it.starts_with("family."))
}

fn is_emergency(words: &Words, person: Whose) -> bool {
    matches!(person, Whose::Subject(at) if words.subjects[at].id == "emergency")
}

/// Whether other fields ask for the same fact, or for a telephone of the same person.
fn asked(others: &[Alone], found: &Found) -> bool {
    let kind = |found: &Found| {
        let key = first_key(found)?.as_str();
        let phones = ["contact.phone", "contact.phoneAlt", "contact.landline"];
        Some(if phones.contains(&key) { phones[0] } else { key }.to_owned())
    };
    let wanted = kind(found);
    others.iter().any(|other| other.found.as_ref().and_then(kind) == wanted)
}

fn first_key(found: &Found) -> Option<&Key> {
    Some(&found.parts.first()?.first()?.key)
}

/// Whether everybody has one of these, so that a form may mean anybody's.
fn is_personal(found: &Found) -> bool {
    first_key(found).is_some_and(|key| {
        let key = key.as_str();
        key.starts_with("contact.")
            || key.starts_with("id.")
            || matches!(
                key,
                "birthDate"
                    | "age"
                    | "gender"
                    | "nationality"
                    | "affiliation.name"
                    | "affiliation.position"
                    | "affiliation.phone"
                    | "affiliation.address"
                    | "affiliation.department"
                    | "work.title"
                    | "education.highestLevel"
                    | "education.levelAndDegree"
                    | "education.degree"
            )
    })
}

/// Of labels that read the same on one line, such as those of two parents, only
/// the first is the candidate's.
fn asked_again_on_a_line(fields: &[Field], alone: &mut [Alone]) {
    for at in 1..fields.len() {
        let again = fields[..at].iter().zip(&alone[..at]).rev().take(8).any(|(field, before)| {
            same_line(&field.place, &fields[at].place)
                && field.label.trim().eq_ignore_ascii_case(fields[at].label.trim())
                && field.section == fields[at].section
                && before.found.is_some()
        });
        let own = alone[at].found.as_ref().is_some_and(|found| found.whose == Whose::Own);
        if again && own {
            alone[at].found = None;
        }
    }
}

fn same_line(a: &Place, b: &Place) -> bool {
    let same_row = a.row.is_some() && (a.table, a.row) == (b.table, b.row);
    let same_paragraph = a.paragraph.is_some() && a.paragraph == b.paragraph;
    a.part == b.part && (same_row || same_paragraph)
}

/// Words that are sure only among their own kind: looks whether they are.
fn among_their_kind(alone: &mut [Alone]) {
    let kinds: Vec<Option<(String, bool)>> = alone
        .iter()
        .map(|alone| {
            let found = alone.found.as_ref()?;
            let key = first_key(found)?.as_str();
            let section = key.split(['.', '[']).next().unwrap_or(key);
            let sure = found.confidence == Confidence::Sure && !found.among_its_kind;
            Some((kind_of(section).to_owned(), sure))
        })
        .collect();
    for at in 0..alone.len() {
        let Some(found) = alone[at].found.as_mut().filter(|found| found.among_its_kind) else {
            continue;
        };
        let Some((kind, _)) = &kinds[at] else { continue };
        let mut about = kinds[at.saturating_sub(3)..kinds.len().min(at + 4)].iter().flatten();
        if about.any(|(other, sure)| *sure && other == kind) {
            found.among_its_kind = false;
        }
    }
}

/// Where the candidate studies, works and belongs are one kind.
fn kind_of(section: &str) -> &str {
    match section {
        "affiliation" | "work" | "studentId" | "advisor" | "research" => "education",
        "name" | "gender" | "birthDate" | "nationality" | "age" | "id" => "person",
        "application" => "availability",
        section => section,
    }
}
