//! What a label asks for, in its section.

use std::sync::Arc;

use profile::{Key, RowList};

use super::{
    Ask, Confidence, Entry, Found, Part,
    scope::{Scope, heads_section, is_ahead, is_anothers, is_of_place, named, scope},
};
use crate::{
    Field, Language,
    dictionary::{Asked, Term, Whose, Words, Worth},
    label::Normal,
};

/// What the words of a question say.
#[derive(Debug, Clone)]
pub(super) enum Said {
    /// It asks for these facts.
    Facts(Found),
    /// It asks for something that we know we have no fact for.
    Nothing,
    /// We do not know the words.
    Unknown,
}

impl Said {
    /// The facts, if it asks for some.
    pub(super) fn facts(self) -> Option<Found> {
        match self {
            Self::Facts(found) => Some(found),
            Self::Nothing | Self::Unknown => None,
        }
    }

    fn map(self, change: impl FnOnce(Found) -> Found) -> Self {
        match self {
            Self::Facts(found) => Self::Facts(change(found)),
            said => said,
        }
    }
}

/// What a field's label asks for, in its sections.
pub(super) fn field(words: &Words, field: &Field) -> Said {
    let scope = scope(words, &field.section);
    if is_marked_as_anothers(words, &field.hint) {
        return Said::Nothing;
    }
    if let Some(found) = of_language(words, field) {
        return Said::Facts(found);
    }
    if is_board_of_school(words, field, &scope) {
        return Said::Nothing;
    }
    let wording = words.grammar.normal(&format!("{} {}", field.label, field.hint));
    let language = if words.cues.in_english(&wording) {
        Some(Language::En)
    } else if words.cues.in_chinese(&wording) {
        Some(Language::Zh)
    } else {
        None
    };
    label(words, &field.label, &scope).map(|mut found| {
        for ask in found.parts.iter_mut().flatten() {
            ask.language = ask.language.or(language);
        }
        if field.row_name.as_ref().is_some_and(|it| !says_whose(words, it)) {
            found.confidence = Confidence::Unsure;
            found.reason.push_str(", but we do not know what its row is about");
        }
        found
    })
}

/// `Board / University` in the row of a school: the board that examined its pupils is not
/// the school.
fn is_board_of_school(words: &Words, field: &Field, scope: &Scope) -> bool {
    const SCHOOLS: [&str; 3] = ["primarySchool", "juniorHighSchool", "highSchool"];
    let Whose::Subject(at) = scope.whose else { return false };
    let label = words.grammar.label(&field.label);
    SCHOOLS.contains(&words.subjects[at].id.as_str())
        && label.readings.iter().any(|it| words.cues.boards.contains(&words.grammar.normal(it)))
}

/// `Language | Level` over a row that begins with `English`: what is asked of it.
fn of_language(words: &Words, field: &Field) -> Option<Found> {
    let name = words.grammar.normal(field.row_name.as_ref()?);
    let is = |it: &String| words.grammar.normal(it) == name;
    let spoken = words.cues.languages.iter().find(|it| it.iter().any(is))?;
    let label = words.grammar.label(&field.label);
    let table = words.asks.get("language")?;
    let mut readings = label.readings.iter().map(|it| words.grammar.normal(it));
    let (asked, worth) = readings.find_map(|it| table.find(&it, &words.grammar))?;
    let ask = |term: &Term| {
        let key = Key::parse(&format!("{}[].{}", RowList::Languages.name(), term.name)).ok()?;
        let entry = Some(Entry::Named(spoken.clone()));
        let (language, precision, part) = (term.language, term.precision, term.part);
        Some(Ask { key, entry, language, precision, part })
    };
    let parts: Vec<Part> =
        asked.0.iter().map(|terms| terms.iter().filter_map(ask).collect()).collect();
    let confidence = match worth {
        Worth::Always(confidence) => confidence,
        Worth::AmongItsKind => Confidence::Sure,
    };
    let is_known = !parts.is_empty() && parts.iter().all(|it| !it.is_empty());
    let reason = format!("`{}` in the row of a language", field.label.trim());
    let (among_its_kind, named, whose) = (false, true, Whose::Own);
    is_known.then_some(Found { parts, confidence, among_its_kind, whose, named, reason })
}

/// Whether the name of a row says whom it is about.
fn says_whose(words: &Words, name: &str) -> bool {
    words.grammar.mine.contains(&words.grammar.normal(name)) || heads_section(words, name)
}

/// Whether a template mark names somebody the profile knows nothing of: `{{company_name}}`.
fn is_marked_as_anothers(words: &Words, hint: &str) -> bool {
    // What the label says in brackets may stand before the mark.
    let Some(at) = ["{{", "${", "«", "<<"].iter().find_map(|it| hint.find(it)) else {
        return false;
    };
    let normal = words.grammar.normal(&hint[at..]);
    (1..=normal.len()).any(|end| {
        let named = named(words, &normal.slice(0, end));
        named.is_some_and(|(whose, _)| whose == Whose::Unknown)
    })
}

/// Whether a field asks for the name of somebody the profile knows nothing of.
pub(super) fn names_somebody(words: &Words, field: &Field, said: &Said) -> bool {
    words.grammar.label(&field.label).readings.iter().any(|reading| {
        let normal = words.grammar.normal(reading);
        if is_somebody(words, &normal) {
            return true;
        }
        matches!(said, Said::Nothing)
            && (1..=normal.len()).any(|end| {
                let start = normal.slice(0, end);
                let rest = normal.slice(end, normal.len());
                named(words, &start).is_some_and(|(whose, _)| whose == Whose::Unknown)
                    && !words.things.contains(&start.text())
                    && (rest.is_empty() || is_name(words, &rest))
            })
    })
}

/// 接收部门负责人, `Project supervisor at the institute`: what stands round the word for
/// a person only says where they are.
fn is_somebody(words: &Words, normal: &Normal) -> bool {
    const LONGEST: usize = 10;
    const PLACES: [&str; 7] = ["at", "of", "in", "from", "for", "who", "that"];
    let is_place = |it: &String| PLACES.contains(&it.as_str());
    let end = normal.0.iter().skip(1).position(is_place).map_or(normal.len(), |it| it + 1);
    let person = normal.slice(0, end);
    // `Name of friend who referred you`
    let rest = normal.slice((end + 1).min(normal.len()), normal.len());
    if !rest.is_empty() && is_name(words, &person) && is_somebody(words, &rest) {
        return true;
    }
    normal.len() <= LONGEST
        && words
            .cues
            .persons
            .iter()
            .any(|it| person.len() > it.len() && person.before(it).is_some())
}

/// Whether words ask for a name and nothing else.
pub(super) fn is_name(words: &Words, rest: &Normal) -> bool {
    let asked = words.asks.get("person").and_then(|table| table.find(rest, &words.grammar));
    asked.is_some_and(|(asked, _)| {
        asked.0.iter().flatten().any(|term| term.name == "name" || term.name.starts_with("name."))
    })
}

/// Whether a label asks what is asked about people apart from who they are: 电话, 部门.
pub(super) fn asks_about_people(words: &Words, label: &str, about: &[&str]) -> bool {
    let Some(table) = words.asks.get("person") else { return false };
    words.grammar.label(label).readings.iter().any(|reading| {
        let found = table.find(&words.grammar.normal(reading), &words.grammar);
        found.is_some_and(|(asked, _)| {
            asked.0.iter().flatten().any(|term| about.contains(&term.name.as_str()))
        })
    })
}

/// What a label asks for.
pub(super) fn label(words: &Words, text: &str, scope: &Scope) -> Said {
    let label = words.grammar.label(text);
    // `Phone (Home)` is a home phone.
    if let (Some(core), [hint]) = (label.readings.first(), label.hints.as_slice()) {
        let (core, hint) = (words.grammar.normal(core), words.grammar.normal(hint));
        if !hint.is_empty() && hint.len() <= 6 {
            match narrowed(words, &core, &hint, scope) {
                Said::Unknown => {}
                said => return said.map(|found| because(found, text, scope)),
            }
        }
    }
    let mut all = Vec::new();
    for reading in &label.readings {
        let said = question(words, reading, scope);
        let said = if is_narrowed_by_name(words, &label.readings, reading) {
            said.map(|found| Found {
                confidence: found.confidence.min(Confidence::Likely),
                ..found
            })
        } else {
            said
        };
        match said {
            Said::Nothing if all.is_empty() => return Said::Nothing,
            Said::Facts(found) => {
                let settles = all.is_empty() && found.confidence == Confidence::Sure;
                all.push(found);
                if settles {
                    break;
                }
            }
            Said::Nothing | Said::Unknown => {}
        }
    }
    // The reading we know best decides; two as sure that disagree do not.
    let Some(best) = all.iter().map(|it| it.confidence).max() else { return Said::Unknown };
    let mut known = all.into_iter().filter(|it| it.confidence == best);
    let Some(mut found) = known.next() else { return Said::Unknown };
    if known.any(|other| other.parts != found.parts) {
        found.confidence = found.confidence.min(Confidence::Likely);
    }
    Said::Facts(because(with_hints(words, found, &label.hints), text, scope))
}

/// `Solana 地址`: one Latin word that we do not know, before the Chinese ones, is a
/// name that says which, and not the same in English.
fn is_narrowed_by_name(words: &Words, readings: &[String], reading: &str) -> bool {
    let is_han = |text: &str| text.chars().any(crate::label::is_han);
    let Some(whole) = readings.first().filter(|it| it.as_str() != reading) else { return false };
    let name: String = whole.chars().take_while(|c| !crate::label::is_han(*c)).collect();
    let name = words.grammar.normal(&name);
    is_han(reading)
        && name.len() == 1
        && name.text().chars().all(char::is_alphabetic)
        && words.own.find(&name, &words.grammar).is_none()
        && whole.ends_with(reading)
}

/// What a question asks for together with the one hint it has.
fn narrowed(words: &Words, core: &Normal, hint: &Normal, scope: &Scope) -> Said {
    if scope.whose == Whose::Unknown {
        return Said::Unknown;
    }
    if let Some((whose, _)) = named(words, hint)
        && whose == Whose::Unknown
    {
        return Said::Nothing;
    }
    for whose in [scope.whose, Whose::Own] {
        let Some(table) = words.table(whose).filter(|_| may(words, scope, whose)) else { continue };
        for both in [hint.then(core), core.then(hint)] {
            if let Some((asked, worth)) = table.find(&both, &words.grammar) {
                return said(words, whose, scope.number, asked, worth, false);
            }
        }
    }
    Said::Unknown
}

/// Where a label names a person and a hint what is asked about them
/// (`Emergency contact (name & phone)`), the hint decides.
fn with_hints(words: &Words, mut found: Found, hints: &[String]) -> Found {
    let Whose::Subject(_) = found.whose else { return found };
    if !found.named {
        return found;
    }
    let inner = Scope { whose: found.whose, number: None, title: None, near: Vec::new() };
    for hint in hints {
        if let Said::Facts(more) = joined(words, hint, &inner) {
            found.parts = more.parts;
            return found;
        }
    }
    found
}

/// What one reading of a label asks for.
fn question(words: &Words, core: &str, scope: &Scope) -> Said {
    let normal = words.grammar.normal(core);
    if normal.is_empty() {
        return Said::Unknown;
    }
    match simple(words, &normal, scope) {
        Said::Unknown => {}
        Said::Facts(found) => return Said::Facts(in_full(words, core, scope, found)),
        Said::Nothing => return Said::Nothing,
    }
    let is_open = may(words, scope, Whose::Own);
    match joined(words, core, scope) {
        Said::Unknown => {}
        // `Are you related to an employee or a director?`: what a part of it says, and
        // the whole too.
        Said::Facts(part) => {
            let whole = if is_open { patterned(words, &normal).facts() } else { None };
            let agrees = whole.filter(|it| it.parts == part.parts);
            return Said::Facts(agrees.unwrap_or(part));
        }
        Said::Nothing => return Said::Nothing,
    }
    if !is_open {
        return Said::Unknown;
    }
    match patterned(words, &normal) {
        Said::Unknown if scope.whose == Whose::Own => misspelt(words, &normal),
        said => said,
    }
}

/// 紧急联系人及电话 reads like 紧急联系人电话, but its two parts say that the name is
/// asked too. Not so 紧急联系人与本人关系.
fn in_full(words: &Words, core: &str, scope: &Scope, found: Found) -> Found {
    let asks_for = |end: &str| {
        let mut asks = found.parts.iter().flatten();
        asks.any(|ask| ask.key.as_str().to_lowercase().ends_with(end))
    };
    let by_name = found.named && !asks_for("relation");
    if found.parts.len() > 1 || !(by_name || asks_for("postcode")) {
        return found;
    }
    match joined(words, core, scope) {
        Said::Facts(parts) if parts.parts.len() == 2 && parts.parts.contains(&found.parts[0]) => {
            parts
        }
        _ => found,
    }
}

/// The postcode that goes with an address; `None` if the profile has none.
pub(super) fn postcode_of(address: &Key) -> Option<Key> {
    let postcode = match address.as_str() {
        "contact.permanentAddress" => "contact.permanentPostcode",
        "household.address" => "household.postcode",
        key if key.starts_with("contact.") => "contact.postcode",
        _ => return None,
    };
    Key::parse(postcode).ok()
}

/// A question that people word in many ways, known by some of its words.
fn patterned(words: &Words, normal: &Normal) -> Said {
    if normal.len() > 40 {
        return Said::Unknown;
    }
    let Some(pattern) = words.patterns.iter().find(|pattern| pattern.fits(normal)) else {
        return Said::Unknown;
    };
    said(words, Whose::Own, None, &pattern.asked, pattern.worth, false)
}

/// Whether labels of a section may ask about somebody: of an open one also
/// about the candidate.
fn may(words: &Words, scope: &Scope, whose: Whose) -> bool {
    match scope.whose {
        Whose::Own => whose == Whose::Own,
        Whose::Subject(number) => {
            whose == scope.whose || whose == Whose::Own && words.subjects[number].open
        }
        Whose::Unknown => false,
    }
}

/// A question that asks one thing.
fn simple(words: &Words, normal: &Normal, scope: &Scope) -> Said {
    let grammar = &words.grammar;
    for near in &scope.near {
        for whose in [scope.whose, Whose::Own] {
            let may_ask = may(words, scope, whose);
            // Of another place only the plans are the candidate's.
            let only_plans = !may_ask && whose == Whose::Own && is_ahead(words, scope);
            let Some(table) = words.table(whose).filter(|_| may_ask || only_plans) else {
                continue;
            };
            // Phone › Home is a home phone.
            let turned = grammar.normal(&format!("{} {}", normal.text(), near.text()));
            for both in [near.then(normal), turned] {
                if let Some((asked, worth)) = table.find(&both, grammar)
                    && (may_ask || is_plan(asked))
                    && (worth == Worth::Always(Confidence::Sure)
                        || table.find(normal, grammar).is_none())
                {
                    return said(words, whose, scope.number, asked, worth, false);
                }
            }
        }
        // Emergency › Contact: the section and the label name somebody together.
        if let said @ Said::Facts(_) = about_named(words, &near.then(normal), scope) {
            return said;
        }
    }
    if let Whose::Subject(_) = scope.whose
        && let Some(table) = words.table(scope.whose)
        && let Some((asked, worth)) = table.find(normal, grammar)
    {
        return said(words, scope.whose, scope.number, asked, worth, false);
    }
    if let Some((asked, worth)) = words.own.find(normal, grammar)
        && (may(words, scope, Whose::Own)
            || is_list_of_theirs(words, scope, asked)
            || is_plan(asked) && is_ahead(words, scope))
    {
        return said(words, Whose::Own, None, asked, worth, false);
    }
    // What is nothing of the candidate's, as `Employee ID`, is not their ID either.
    if words.own.find(normal, grammar).is_some_and(|(asked, _)| asked.0.is_empty()) {
        return Said::Unknown;
    }
    match about_named(words, normal, scope) {
        Said::Unknown => {}
        said => return said,
    }
    // `Applicant's phone` is the candidate's wherever it stands.
    for mine in &grammar.mine {
        let rest = normal.after(mine).filter(|rest| !rest.is_empty());
        if let Some(rest) = rest
            && let Some((asked, worth)) = words.own.find(&rest, grammar)
        {
            return said(words, Whose::Own, None, asked, worth, true);
        }
    }
    Said::Unknown
}

/// A label that begins with the name of whom it asks about.
fn about_named(words: &Words, normal: &Normal, scope: &Scope) -> Said {
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

/// Whether a question is about the plans of the candidate, as an application states them.
fn is_plan(asked: &Asked) -> bool {
    let mut terms = asked.0.iter().flatten().peekable();
    terms.peek().is_some()
        && terms.all(|term| {
            let start = term.name.split('.').next().unwrap_or_default();
            ["availability", "application", "statement"].contains(&start)
                && term.name != "application.date"
        })
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
fn is_list_of_theirs(words: &Words, scope: &Scope, asked: &Asked) -> bool {
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

/// More words than this are a sentence, whose parts are no questions.
const SENTENCE: usize = 16;

/// A question that joins several: 地址及邮编, `Name and phone of the advisor`.
pub(super) fn joined(words: &Words, core: &str, scope: &Scope) -> Said {
    let parts = words.grammar.joined(core);
    if parts.len() < 2 || parts.len() > 5 {
        return simple_words(words, core, scope);
    }
    if words.grammar.normal(core).len() > SENTENCE {
        return Said::Unknown;
    }
    // `name and address of employer`: the last words belong to each part.
    let tail = parts.last().and_then(|last| {
        let at = last.to_lowercase().find(" of ")?;
        Some(last[at..].to_owned())
    });
    let mut all: Vec<Found> = Vec::new();
    let (mut unknown, mut first_is_unknown) = (0, false);
    let mut inner = scope.clone();
    let count = parts.len();
    for (at, part) in parts.into_iter().enumerate() {
        let with_tail =
            tail.as_ref().filter(|_| at + 1 < count).map(|tail| format!("{part}{tail}"));
        let said = with_tail
            .map(|part| simple_words(words, &part, &inner))
            .filter(|said| matches!(said, Said::Facts(_)))
            .unwrap_or_else(|| simple_words(words, &part, &inner));
        match said {
            Said::Facts(found) => {
                if at == 0 && found.named && matches!(found.whose, Whose::Subject(_)) {
                    inner = Scope { whose: found.whose, ..inner };
                }
                all.push(found);
            }
            Said::Nothing | Said::Unknown => {
                unknown += 1;
                first_is_unknown |= at == 0;
            }
        }
    }
    together(all, unknown, core).map(|mut found| {
        // Whoever the first part is about, the others may be about too.
        if first_is_unknown {
            found.confidence = Confidence::Unsure;
        }
        found
    })
}

fn together(all: Vec<Found>, mut unknown: usize, core: &str) -> Said {
    let mut all = all.into_iter();
    let Some(mut whole) = all.next() else { return Said::Unknown };
    for found in all {
        let either = core.contains('/') && one_or_the_other(&whole, &found);
        whole.confidence = whole.confidence.min(found.confidence);
        whole.among_its_kind |= found.among_its_kind;
        for mut part in found.parts {
            let before =
                whole.parts.last().and_then(|part| part.first()).map(|ask| ask.key.clone());
            if let (Some(before), [ask]) = (before, part.as_mut_slice())
                && ask.key.as_str() == "contact.postcode"
            {
                let Some(postcode) = postcode_of(&before) else {
                    unknown += 1;
                    continue;
                };
                ask.key = postcode;
            }
            if whole.parts.iter().any(|known| known.first() == part.first()) {
                continue;
            }
            match whole.parts.last_mut() {
                Some(last) if either => last.extend(part),
                _ => whole.parts.push(part),
            }
        }
    }
    if unknown > 0 {
        if whole.parts.len() < unknown {
            return Said::Unknown;
        }
        whole.confidence = whole.confidence.min(Confidence::Likely);
    }
    Said::Facts(whole)
}

/// Father / husband: the same asked of two people, of whom one will do.
fn one_or_the_other(a: &Found, b: &Found) -> bool {
    let last = |found: &Found| {
        let key = &found.parts.last()?.first()?.key;
        Some((key.as_str().rsplit('.').next()?.to_owned(), found.whose))
    };
    match (last(a), last(b)) {
        (Some((a, of_a)), Some((b, of_b))) => a == b && of_a != of_b,
        _ => false,
    }
}

fn simple_words(words: &Words, text: &str, scope: &Scope) -> Said {
    let normal = words.grammar.normal(text);
    if normal.is_empty() { Said::Unknown } else { simple(words, &normal, scope) }
}

/// A label with one wrong letter in one long word.
fn misspelt(words: &Words, normal: &Normal) -> Said {
    if !normal.0.iter().any(|word| word.len() > 5 && word.is_ascii()) || normal.len() > 4 {
        return Said::Unknown;
    }
    let text = normal.text();
    let mut fits = words.own.phrases().filter(|(phrase, _)| one_letter_off(&text, phrase));
    let Some((phrase, asked)) = fits.next() else { return Said::Unknown };
    if fits.any(|(_, other)| other != asked) {
        return Said::Unknown;
    }
    let asked = Arc::new(asked.clone());
    let said = said(words, Whose::Own, None, &asked, Worth::Always(Confidence::Likely), false);
    match said {
        Said::Facts(mut found) => {
            found.reason = format!("it reads like `{phrase}`");
            Said::Facts(found)
        }
        said => said,
    }
}

/// Whether two texts differ by one letter put in, left out or changed.
fn one_letter_off(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if long.len() - short.len() > 1 || short.is_empty() || short.as_bytes()[0] != long.as_bytes()[0]
    {
        return false;
    }
    if short == long || !a.is_ascii() || !b.is_ascii() {
        return false;
    }
    let (short, long) = (short.as_bytes(), long.as_bytes());
    let start = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    if start == 0 {
        return false;
    }
    if long[start].is_ascii_digit() || short.get(start).is_some_and(u8::is_ascii_digit) {
        return false;
    }
    let (rest_short, rest_long) = (&short[start..], &long[start + 1..]);
    rest_short == rest_long || rest_short.get(1..).is_some_and(|rest| rest == rest_long)
}

/// What a phrase of a table asks for, of a subject.
fn said(
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

fn because(mut found: Found, label: &str, scope: &Scope) -> Found {
    if found.reason.is_empty() {
        let label = label.trim();
        found.reason = match (&scope.title, found.whose) {
            (Some(title), Whose::Subject(_)) if !found.named => {
                format!("`{label}` under `{}`", title.trim())
            }
            _ => format!("`{label}` is in the dictionary"),
        };
    }
    found
}

#[cfg(test)]
mod tests {
    use super::one_letter_off;

    #[test]
    fn one_letter_put_in_left_out_or_changed() {
        for (a, b) in [("adress", "address"), ("telephone", "telaphone"), ("emails", "email")] {
            assert!(one_letter_off(a, b) && one_letter_off(b, a), "{a} {b}");
        }
        for (a, b) in [("address", "address"), ("name", "game"), ("adres", "address")] {
            assert!(!one_letter_off(a, b), "{a} {b}");
        }
    }
}
