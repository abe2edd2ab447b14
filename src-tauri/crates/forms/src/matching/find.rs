//! What a label asks for, in its section.

use profile::{Key, RowList};

use super::{
    Ask, Confidence, Entry, Found, Part,
    asks::said,
    joined::joined,
    misspelt::misspelt,
    named::{about_named, is_list_of_theirs},
    scope::{Scope, heads_section, is_ahead, named, scope, without_own_place},
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

    /// The same, with the facts changed.
    pub(super) fn map(self, change: impl FnOnce(Found) -> Found) -> Self {
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
    if let Some(asked) = without_own_place(words, &normal)
        && let said @ Said::Facts(_) = simple(words, &asked, scope)
    {
        return said;
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
        // 与招聘单位人员有无亲属关系: the whole may be a question that we know.
        Said::Nothing if is_open => {
            let whole = patterned(words, &normal).facts();
            return whole.map_or(Said::Nothing, Said::Facts);
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
pub(super) fn may(words: &Words, scope: &Scope, whose: Whose) -> bool {
    match scope.whose {
        Whose::Own => whose == Whose::Own,
        Whose::Subject(number) => {
            whose == scope.whose || whose == Whose::Own && words.subjects[number].open
        }
        Whose::Unknown => false,
    }
}

/// A question that asks one thing.
pub(super) fn simple(words: &Words, normal: &Normal, scope: &Scope) -> Said {
    let grammar = &words.grammar;
    for near in &scope.near {
        for whose in [scope.whose, Whose::Own] {
            let may_ask = may(words, scope, whose);
            // In a section about another place only this is the candidate's.
            let only_lasting = !may_ask && whose == Whose::Own && is_ahead(words, scope);
            let Some(table) = words.table(whose).filter(|_| may_ask || only_lasting) else {
                continue;
            };
            // Phone › Home is a home phone.
            let turned = grammar.normal(&format!("{} {}", normal.text(), near.text()));
            for both in [near.then(normal), turned] {
                if let Some((asked, worth)) = table.find(&both, grammar)
                    && (may_ask || is_lasting(asked))
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
            || is_lasting(asked) && is_ahead(words, scope))
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

/// Whether a question is about the candidate wherever they are: about their plans, as an
/// application states them, or about what no place changes.
fn is_lasting(asked: &Asked) -> bool {
    const LASTING: [&str; 10] = [
        "availability",
        "application",
        "statement",
        "languages",
        "tests",
        "disability",
        "maritalStatus",
        "gender",
        "birthDate",
        "isAdult",
    ];
    let mut terms = asked.0.iter().flatten().peekable();
    terms.peek().is_some()
        && terms.all(|term| {
            let start = term.name.split('.').next().unwrap_or_default();
            (LASTING.contains(&start) || term.name.starts_with("education.highest"))
                && term.name != "application.date"
        })
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
