//! What one field would get: the fact its label asks for, in the shape its blank takes.

use jiff::civil::Date;
use profile::{Fact, Key, List, Profile, Row, RowList, Value};

use super::{Note, Proposal, Release, Settings, Source, Why, length, mask, rows};
use crate::{
    Answer, Column, Confidence, Dictionary, Field, Filler, Kind, Match,
    matching::{Ask, Entry, Part, Wanted},
    render::{self, Precision, Rendered},
};

/// Facts that a printed list may ask for in the words of another.
const KIN: &[(&str, &[&str])] = &[
    ("education.grade", &["education.gradeYear"]),
    ("education.major", &["education.majorCategory"]),
    ("education.degree", &["education.level", "education.highestLevel"]),
    ("education.highestLevel", &["education.level", "education.degree"]),
    ("education.level", &["education.degree"]),
];

/// Everything a proposal is made from.
pub(super) struct Desk<'a> {
    /// The candidate's facts.
    pub(super) profile: &'a Profile,
    /// The names of codes.
    pub(super) dictionary: &'a Dictionary,
    /// How far the candidate lets us go.
    pub(super) settings: &'a Settings,
}

impl Desk<'_> {
    /// The day that ages are counted on.
    pub(super) fn today(&self) -> Date {
        self.settings.today
    }

    /// Whether a fact may go into this form.
    pub(super) fn releases(&self, fact: &Fact) -> bool {
        !fact.sensitive
            || match &self.settings.release {
                Release::None => false,
                Release::All => true,
                Release::Keys(keys) => keys.contains(&fact.key),
            }
    }

    /// What `field` would get from the profile.
    pub(super) fn propose(&self, field: &Field, matched: Option<Match>) -> Proposal {
        let mut proposal = Proposal::blank(field, Why::Unknown);
        match field.filler {
            Filler::Office => return Proposal::blank(field, Why::ForOffice),
            Filler::Signature => return Proposal::blank(field, Why::Signature),
            Filler::Candidate if field.kind == Kind::Signature => {
                return Proposal::blank(field, Why::Signature);
            }
            Filler::Candidate => {}
        }
        let Some(matched) = matched else { return proposal };
        // Printed words are lost when they make room: the candidate looks first.
        let confidence = if field.replaces {
            matched.confidence.min(Confidence::Likely)
        } else {
            matched.confidence
        };
        let outcome = if field.kind == Kind::Rows {
            rows::entries(self, field, &matched)
        } else {
            self.fact(field, &matched)
        };
        proposal.matched = Some(matched);
        match outcome {
            Err(why) => proposal.blank = Some(why),
            Ok(found) => {
                proposal.shown = shown(field, &found.answer);
                proposal.source = Some(Source::Profile(found.sources));
                proposal.notes = found.notes;
                proposal.derived = found.derived;
                if found.other_language {
                    proposal.notes.push(Note::OtherLanguage);
                }
                let is_accepted = self.settings.accepted.contains(&field.id);
                // Words in another language are offered, however sure we are of the question.
                let sure_enough = confidence >= self.settings.accept && !found.other_language;
                proposal.offered = Some(found.answer.clone());
                if !field.current.is_empty() && !is_accepted {
                    proposal.blank = Some(Why::Filled);
                } else if sure_enough || is_accepted {
                    proposal.answer = Some(found.answer);
                    proposal.blank = None;
                } else {
                    proposal.blank = Some(Why::Unsure);
                }
            }
        }
        proposal
    }

    fn fact(&self, field: &Field, matched: &Match) -> Result<Found, Why> {
        let Wanted::Facts(parts) = &matched.wanted else { return Err(Why::Unknown) };
        let facts: Vec<(Fact, &Ask)> = parts.iter().filter_map(|it| self.first(it)).collect();
        if facts.is_empty() {
            let keys = matched.keys.clone();
            return Err(if field.kind == Kind::Photo {
                Why::NoPhoto
            } else {
                Why::NoFact { keys }
            });
        }
        let held: Vec<Key> = facts
            .iter()
            .filter(|(it, _)| !self.releases(it))
            .map(|(it, _)| it.key.clone())
            .collect();
        if !held.is_empty() {
            return Err(Why::HeldBack { keys: held });
        }
        let mut found = self.shaped(field, &facts)?;
        let missing: Vec<Key> = parts
            .iter()
            .filter(|part| self.first(part).is_none())
            .filter_map(|part| Some(part.first()?.key.clone()))
            .collect();
        if !missing.is_empty() {
            found.notes.push(Note::NoFact { keys: missing });
        }
        found.sources = facts.iter().map(|(it, _)| it.source.clone()).collect();
        if facts.iter().any(|(it, _)| it.derived) {
            found.derived = true;
            found.notes.push(Note::Derived);
        }
        Ok(found)
    }

    /// The first of several facts that the profile has.
    fn first<'p>(&self, part: &'p Part) -> Option<(Fact, &'p Ask)> {
        part.iter().find_map(|ask| Some((self.look_up(ask)?, ask)))
    }

    /// What the profile says of one fact.
    pub(super) fn look_up(&self, ask: &Ask) -> Option<Fact> {
        match &ask.entry {
            None => self.profile.fact(&ask.key, self.today()),
            Some(entry) => self.of_entry(&ask.key, entry),
        }
    }

    /// What one entry of a list says.
    fn of_entry(&self, key: &Key, entry: &Entry) -> Option<Fact> {
        let (list, column) = key.as_str().split_once("[].")?;
        let list = RowList::ALL.iter().find(|it| it.name() == list)?;
        let rows = self.profile.rows(*list, self.today());
        let row = match entry {
            Entry::Nth(number) => rows.get(*number),
            Entry::Ended(number) => rows.iter().filter(|it| has_ended(it)).nth(*number),
            Entry::Named(names) => rows.iter().find(|row| {
                let Some(Value::Text(called)) = row.fact("name").map(|it| it.value) else {
                    return false;
                };
                // `TOEFL iBT` is a TOEFL.
                let is = |it: Option<&str>| {
                    it.is_some_and(|it| names.iter().any(|name| plain(it).contains(&plain(name))))
                };
                is(called.en()) || is(called.zh())
            }),
        };
        row?.fact(column)
    }

    fn shaped(&self, field: &Field, facts: &[(Fact, &Ask)]) -> Result<Found, Why> {
        let value = &facts[0].0.value;
        match field.kind {
            Kind::Photo => match (&self.settings.photo, value) {
                (Some(photo), Value::Photo(_)) => Ok(Found::new(Answer::Photo(photo.clone()))),
                (None, Value::Photo(_)) => Err(Why::NoPhoto),
                (_, _) => Err(Why::WrongKind),
            },
            Kind::Check if !field.single => self.several(field, &facts[0].0),
            Kind::Check => self
                .wordings(&facts[0].0)
                .find_map(|it| render::tick(&it, &field.options, self.dictionary))
                .map(|ticks| Found::new(Answer::Ticks(ticks)))
                .ok_or_else(|| self.no_option(field, value)),
            Kind::Choice => self
                .wordings(&facts[0].0)
                .find_map(|it| render::choose(&it, &field.options, self.dictionary))
                .map(|option| Found::new(Answer::Choice(option)))
                .ok_or_else(|| self.no_option(field, value)),
            Kind::Text | Kind::Date | Kind::Rows | Kind::Signature => self.words(field, facts),
        }
    }

    /// The options that a fact names, one or several with commas between.
    fn several(&self, field: &Field, fact: &Fact) -> Result<Found, Why> {
        let whole =
            self.wordings(fact).find_map(|it| render::tick(&it, &field.options, self.dictionary));
        if let Some(ticks) = whole {
            return Ok(Found::new(Answer::Ticks(ticks)));
        }
        let parts = render::parts(&fact.value);
        let (mut ticks, mut lost) = (Vec::new(), Vec::new());
        for (part, words) in &parts {
            match render::choose(part, &field.options, self.dictionary) {
                Some(option) if !ticks.contains(&option) => ticks.push(option),
                Some(_) => {}
                None => lost.push(words.as_str()),
            }
        }
        if ticks.is_empty() {
            return Err(self.no_option(field, &fact.value));
        }
        let limit = field.max_choices.unwrap_or(usize::MAX);
        let left_out = ticks.len().saturating_sub(limit);
        ticks.truncate(limit);
        let mut found = Found::new(Answer::Ticks(ticks));
        if left_out > 0 {
            found.notes.push(Note::TooManyTicks { limit, left_out });
        }
        if !lost.is_empty() {
            found.notes.push(Note::NoOption { value: lost.join(", ") });
        }
        Ok(found)
    }

    /// A fact, and what else says the same to a list: `4th year` is 4.
    fn wordings(&self, fact: &Fact) -> impl Iterator<Item = Value> {
        let kin = KIN.iter().find(|(key, _)| *key == fact.key.as_str());
        let others = kin.map_or(&[][..], |(_, others)| *others);
        let others = others.iter().filter_map(|key| {
            let fact = self.profile.fact(&Key::parse(key).ok()?, self.today())?;
            self.releases(&fact).then_some(fact.value)
        });
        // A list that has no 健康 asks for 良好.
        let healthy = Value::Choice { list: List::Health, code: "healthy" };
        let good = Value::Choice { list: List::Health, code: "good" };
        let weaker = (fact.value == healthy).then_some(good);
        std::iter::once(fact.value.clone()).chain(others).chain(weaker)
    }

    fn no_option(&self, field: &Field, value: &Value) -> Why {
        let said = render::render(value, &usual(field), self.dictionary);
        Why::NoOption { value: said.map(|it| it.text).unwrap_or_default() }
    }

    fn words(&self, field: &Field, facts: &[(Fact, &Ask)]) -> Result<Found, Why> {
        let is_date = |value: &Value| matches!(value, Value::Date(_) | Value::Period { .. });
        let dated = facts.len() == 1 && is_date(&facts[0].0.value);
        if !field.date_parts.is_empty() && !dated {
            return Err(Why::WrongKind);
        }
        let parts: Vec<Option<Rendered>> = facts
            .iter()
            .map(|(fact, ask)| {
                let usual = usual(field);
                let ask = render::Ask {
                    language: ask.language.unwrap_or(usual.language),
                    precision: ask.precision,
                    part: ask.part.or(usual.part),
                    ..usual
                };
                let value = mask::value(&fact.value, &field.date_parts);
                let mut rendered = render::render(&value, &ask, self.dictionary)?;
                rendered.other_language &= !is_bibliographic(&fact.key);
                Some(rendered)
            })
            .collect();
        // 排名/总人数 is 3/60.
        let is_number = |it: &Rendered| it.text.chars().all(|c| c.is_ascii_digit());
        let are_counts = field.label.contains(['/', '／']) && parts.iter().flatten().all(is_number);
        let are_lines = facts.iter().any(|(fact, _)| matches!(fact.value, Value::Lines(_)));
        let between = match field.language {
            _ if are_lines => "\n",
            _ if are_counts => "/",
            crate::Language::Zh => " ",
            crate::Language::En => ", ",
        };
        let Rendered { text, dates, other_language } =
            render::join(parts.into_iter(), between).ok_or(Why::WrongKind)?;
        if !length::fits(field, &text)
            && let Some(short) = self.shorter(field, facts)
        {
            return Ok(short);
        }
        if let Some(why) = length::excess(field, &text) {
            return Err(why);
        }
        let notes = length::crowding(field, &text).into_iter().collect();
        let answer = if dated { Answer::Date { dates, text } } else { Answer::Text(text) };
        Ok(Found { notes, other_language, ..Found::new(answer) })
    }
}

impl Desk<'_> {
    /// The short form of a text that is too long, where the candidate gave one.
    fn shorter(&self, field: &Field, facts: &[(Fact, &Ask)]) -> Option<Found> {
        let [(fact, ask)] = facts else { return None };
        let key = Key::parse(&format!("{}.short", fact.key)).ok()?;
        let short = self.profile.fact(&key, self.today()).filter(|it| self.releases(it))?;
        let mut found = self.words(field, &[(short, ask)]).ok()?;
        found.answer.text().filter(|it| length::fits(field, it))?;
        found.notes.push(Note::ShortForm);
        Some(found)
    }
}

/// An answer from the profile.
pub(super) struct Found {
    /// What goes in.
    pub(super) answer: Answer,
    /// JSON pointers into the profile.
    pub(super) sources: Vec<String>,
    /// What else the candidate should know.
    pub(super) notes: Vec<Note>,
    /// The candidate gave it in another language than the form's.
    pub(super) other_language: bool,
    /// It was worked out from what the candidate said.
    pub(super) derived: bool,
}

impl Found {
    /// An answer with nothing to say about it.
    pub(super) fn new(answer: Answer) -> Self {
        Self {
            answer,
            sources: Vec::new(),
            notes: Vec::new(),
            other_language: false,
            derived: false,
        }
    }
}

fn plain(words: &str) -> String {
    words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A publication is named as it was published, a project as its people call it and a
/// technology as everybody does (Rust, Python), whatever the form's language.
pub(super) fn is_bibliographic(key: &Key) -> bool {
    let key = key.as_str();
    key.starts_with("publications") || key.starts_with("skills") || key == "projects[].name"
}

/// Whether an entry of a list has come to its end.
pub(super) fn has_ended(row: &Row) -> bool {
    row.facts().any(|it| match it.value {
        Value::Period { ongoing, end, .. } => !ongoing && end.is_some(),
        _ => false,
    })
}

/// How the field itself wants its words.
fn usual(field: &Field) -> render::Ask<'_> {
    render::Ask {
        language: field.language,
        wording: if field.hint.is_empty() { &field.label } else { &field.hint },
        unit: &field.unit,
        part: match field.date_parts.as_slice() {
            [only] => Some(*only),
            _ => None,
        },
        precision: Precision::Known,
    }
}

/// An answer as a person reads it in the form.
pub(super) fn shown(field: &Field, answer: &Answer) -> String {
    let option = |number: &usize| field.options.get(*number).cloned().unwrap_or_default();
    match answer {
        Answer::Text(text) | Answer::Date { text, .. } => text.clone(),
        Answer::Ticks(ticks) => ticks.iter().map(option).collect::<Vec<_>>().join("; "),
        Answer::Choice(number) => option(number),
        Answer::Photo(photo) => format!("{} × {} pixels", photo.width, photo.height),
        Answer::Rows(rows) => rows
            .iter()
            .map(|row| {
                let cells = field.columns.iter().zip(row);
                let cells: Vec<String> =
                    cells.map(|(column, it)| cell(column, it.as_ref())).collect();
                cells.join(" | ")
            })
            .collect::<Vec<_>>()
            .join("\n"),
    }
}

/// What a person reads in one cell of a table with blank rows.
pub(super) fn cell(column: &Column, answer: Option<&Answer>) -> String {
    let option = |number: &usize| column.options.get(*number).map_or("", String::as_str);
    match answer {
        Some(Answer::Ticks(ticks)) => ticks.iter().map(option).collect::<Vec<_>>().join("; "),
        Some(Answer::Choice(number)) => option(number).to_owned(),
        other => other.and_then(Answer::text).unwrap_or_default().to_owned(),
    }
}
