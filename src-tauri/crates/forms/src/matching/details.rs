//! Blanks that a question has besides its options: `有，持有____证`, `If yes, which class?`.

use profile::Key;

use super::{
    Alone, Ask, Confidence, Found,
    find::{self, Said},
    scope::Scope,
};
use crate::{
    Field, Kind,
    dictionary::{Whose, Words},
    label::Normal,
};

/// The question whether relatives work there.
const RELATIVES: &str = "application.hasRelative";

/// The question whether the candidate studies now.
const ENROLLED: &str = "isEnrolled";

/// The details that questions ask for.
const DETAILS: [(&str, &str); 5] = [
    (ENROLLED, "education.institution"),
    ("drivingLicence", "drivingLicence.class"),
    ("disability", "disability.type"),
    ("application.source", "application.sourceChannel"),
    (RELATIVES, "application.relative.name"),
];

/// A blank behind an option asks for the detail of its question.
pub(super) fn settle(words: &Words, fields: &[Field], alone: &mut [Alone]) {
    for at in 0..fields.len() {
        let Some((of, rest)) = question_before(words, fields, at) else { continue };
        // What only a part of the words says gives way to the question's own detail.
        if alone[at].found.as_ref().is_some_and(|it| it.confidence > Confidence::Unsure) {
            continue;
        }
        // `Other university` asks for what the list of universities does not have.
        if fields[at].kind == Kind::Text && is_other_of(words, &fields[at], &fields[of]) {
            let of_parent = alone[of].found.clone();
            alone[at].found = of_parent;
            continue;
        }
        let Some(question) = asked(&alone[of]).map(str::to_owned) else { continue };
        if let Some(rest) = rest
            && !words.cues.ask_detail.contains(&rest)
        {
            alone[at].found = about(words, &question, &rest.text());
            continue;
        }
        if let Some((of, detail)) = DETAILS.iter().find(|(of, _)| question == *of)
            && let Ok(key) = Key::parse(detail)
        {
            alone[at].found = Some(Found {
                parts: vec![vec![Ask::new(key)]],
                confidence: Confidence::Sure,
                among_its_kind: false,
                whose: Whose::Own,
                named: false,
                reason: format!("it stands behind the question for `{of}`"),
            });
        }
    }
}

/// What is asked about the thing that a question was about: `If yes, which class?`
fn about(words: &Words, question: &str, label: &str) -> Option<Found> {
    let prefix = match question {
        RELATIVES => "application.relative",
        ENROLLED => "education",
        question => question,
    };
    let subject = words.subjects.iter().position(|it| it.prefix.as_deref() == Some(prefix))?;
    let whose = Whose::Subject(subject);
    let inner = Scope { whose, number: None, title: None, near: Vec::new() };
    let found = find::label(words, label, &inner).facts().filter(|it| it.whose == whose)?;
    // `If yes, where?` is no guess behind its question.
    let confidence =
        if found.confidence == Confidence::Likely { Confidence::Sure } else { found.confidence };
    Some(Found { confidence, ..found })
}

/// The question that a field's blank belongs to: it stands behind one of its options,
/// or begins `If yes` right behind it, and then says what else.
fn question_before(words: &Words, fields: &[Field], at: usize) -> Option<(usize, Option<Normal>)> {
    if let Some((parent, _)) = &fields[at].depends_on {
        return fields.iter().position(|field| field.id == *parent).map(|it| (it, None));
    }
    let before = at.checked_sub(1).filter(|it| fields[*it].section == fields[at].section)?;
    if !matches!(fields[before].kind, Kind::Check | Kind::Choice) || fields[at].kind != Kind::Text {
        return None;
    }
    let label = words.grammar.normal(&fields[at].label);
    let rest = words.cues.if_so.iter().find_map(|it| label.after(it))?;
    Some((before, (!rest.is_empty()).then_some(rest)))
}

fn asked(alone: &Alone) -> Option<&str> {
    Some(alone.found.as_ref()?.parts.first()?.first()?.key.as_str())
}

/// Whether a label is another one with a word for `other` before it.
fn is_other_of(words: &Words, field: &Field, parent: &Field) -> bool {
    let normal = |field: &Field| words.grammar.normal(&field.label);
    let (label, asked) = (normal(field), normal(parent));
    words.cues.other.iter().any(|other| other.then(&asked) == label)
}

/// `有无亲友在本公司  □有 □无  姓名：__ 部门：__`: who and what is asked behind the
/// question, on its line or in its cell, is about the relative. Behind another question of yes or
/// no, a name is somebody's whom it asks about.
pub(super) fn about_relatives(words: &Words, fields: &[Field], alone: &mut [Alone]) {
    let Some(subject) = words.subjects.iter().position(|it| it.id == "relativeThere") else {
        return;
    };
    let whose = Whose::Subject(subject);
    let theirs = Scope { whose, number: None, title: None, near: Vec::new() };
    let mut question: Option<usize> = None;
    for at in 0..fields.len() {
        if fields[at].kind == Kind::Check {
            question = asks_yes_or_no(words, &fields[at]).then_some(at);
            continue;
        }
        let Some(of) = question.filter(|of| stands_with(&fields[*of], &fields[at])) else {
            continue;
        };
        let own = alone[at].found.as_ref().is_some_and(|it| it.whose == Whose::Own && !it.named);
        if asked(&alone[of]) == Some(RELATIVES) {
            let said = find::label(words, &fields[at].label, &theirs);
            match said {
                Said::Facts(found) if found.whose == whose => alone[at].found = Some(found),
                _ if own => alone[at].found = None,
                _ => {}
            }
        } else if own && asked(&alone[at]) == Some("name") {
            alone[at] = Alone { found: None, names_somebody: true };
        }
    }
}

fn asks_yes_or_no(words: &Words, field: &Field) -> bool {
    let says =
        |option: &String| words.cues.says_yes_or_no(&words.grammar.normal(option), &words.grammar);
    field.options.len() == 2 && field.options.iter().all(says)
}

/// Whether two fields stand in one cell or on one line.
fn stands_with(one: &Field, other: &Field) -> bool {
    let (one, other) = (&one.place, &other.place);
    let same_cell = one.cell.is_some()
        && (one.table, one.row, one.cell) == (other.table, other.row, other.cell);
    let same_line = one.paragraph.is_some() && one.paragraph == other.paragraph;
    one.part == other.part && (same_cell || same_line)
}
