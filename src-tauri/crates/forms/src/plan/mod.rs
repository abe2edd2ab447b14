//! What we mean to write into a form: proposals for the candidate to look over.

mod given;
mod length;
mod mask;
mod note;
mod propose;
mod rows;
mod take;
#[cfg(test)]
mod tests;
mod typed;
mod why;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use profile::{Key, Profile};
use serde::Serialize;

pub use given::Given;
pub use note::Note;
pub use why::Why;

use crate::{Answer, Confidence, Dictionary, Error, Field, FieldId, Kind, Match, Photo};
use propose::Desk;

/// How far the candidate lets us go.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Matches below this are proposed but not filled.
    pub accept: Confidence,
    /// Which sensitive facts may go into this form.
    pub release: Release,
    /// Fields for which the candidate took what was proposed, however sure we are,
    /// and although something may stand there already.
    pub accepted: BTreeSet<FieldId>,
    /// The candidate's own answers; they win over every match.
    pub answers: BTreeMap<FieldId, Given>,
    /// The day on the form, and the day that ages are counted on.
    pub today: Date,
    /// The candidate's picture, where there is one.
    pub photo: Option<Photo>,
}

impl Settings {
    /// The careful ones: sure matches only, nothing sensitive, no answers, no picture.
    pub fn new(today: Date) -> Self {
        Self {
            accept: Confidence::Sure,
            release: Release::None,
            accepted: BTreeSet::new(),
            answers: BTreeMap::new(),
            today,
            photo: None,
        }
    }
}

/// Which sensitive facts may go into a form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Release {
    /// None of them.
    #[default]
    None,
    /// All that the form asks for.
    All,
    /// These alone.
    Keys(BTreeSet<Key>),
}

/// What we mean to do with one field.
#[derive(Debug, Clone)]
pub struct Proposal {
    /// The field.
    pub field: FieldId,
    /// What it asks for, as far as we know.
    pub matched: Option<Match>,
    /// What goes in.
    pub answer: Option<Answer>,
    /// What could go in; where something goes in, the same.
    pub offered: Option<Answer>,
    /// What a person reads there. Where the blank stays blank: what could
    /// go in, if anything.
    pub shown: String,
    /// Where the answer comes from.
    pub source: Option<Source>,
    /// It is worked out from the profile, and not written there.
    pub derived: bool,
    /// Why it stays blank.
    pub blank: Option<Why>,
    /// What else the candidate should know about it.
    pub notes: Vec<Note>,
}

/// Where an answer comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Source {
    /// JSON pointers into the profile.
    Profile(Vec<String>),
    /// The candidate said so, for this form.
    Candidate,
}

impl Proposal {
    fn blank(field: &Field, why: Why) -> Self {
        Self {
            field: field.id.clone(),
            matched: None,
            answer: None,
            offered: None,
            shown: String::new(),
            source: None,
            derived: false,
            blank: Some(why),
            notes: Vec::new(),
        }
    }
}

impl Answer {
    /// The cells of rows, as a person reads them; `None` leaves a cell as it is.
    /// `None` for an answer that is no rows.
    pub fn cells(&self, field: &Field) -> Option<Vec<Vec<Option<String>>>> {
        let Self::Rows(rows) = self else { return None };
        let cell = |(column, answer): (_, &Option<Self>)| {
            answer.as_ref().map(|it| propose::cell(column, Some(it)))
        };
        Some(rows.iter().map(|row| field.columns.iter().zip(row).map(cell).collect()).collect())
    }
}

/// Everything we mean to write. Nothing is written until it is approved.
#[derive(Debug, Clone)]
pub struct Plan {
    fields: Vec<Field>,
    proposals: Vec<Proposal>,
    /// What a blank behind an option gets when the option is ticked.
    waiting: BTreeMap<FieldId, Answer>,
    dictionary: Dictionary,
}

impl Plan {
    /// Matches fields with facts.
    ///
    /// # Errors
    /// An answer in `settings` that names no field, or that its field cannot take.
    pub fn new(
        fields: &[Field],
        profile: &Profile,
        dictionary: &Dictionary,
        settings: &Settings,
    ) -> Result<Self, Error> {
        Self::matched(fields, dictionary.matches(fields), profile, dictionary, settings)
    }

    /// The same for fields that were matched before, [`Dictionary::matches`], which
    /// takes by far the most of the time.
    ///
    /// # Errors
    /// As [`Plan::new`].
    pub fn matched(
        fields: &[Field],
        matches: Vec<Option<Match>>,
        profile: &Profile,
        dictionary: &Dictionary,
        settings: &Settings,
    ) -> Result<Self, Error> {
        let desk = Desk { profile, dictionary, settings };
        let proposals = fields.iter().zip(matches).map(|(field, it)| {
            let own = dictionary.own_label(field, profile);
            desk.propose(field, own.or(it))
        });
        let proposals: Vec<Proposal> = proposals.collect();
        let mut plan = Self {
            fields: fields.to_vec(),
            proposals,
            waiting: BTreeMap::new(),
            dictionary: dictionary.clone(),
        };
        for (field, proposal) in plan.fields.iter().zip(&plan.proposals) {
            if let (Some(_), Some(answer)) = (&field.depends_on, &proposal.answer) {
                plan.waiting.insert(field.id.clone(), answer.clone());
            }
        }
        plan.take_others(settings);
        for (id, given) in &settings.answers {
            plan.give(id, given)?;
        }
        plan.settle();
        Ok(plan)
    }

    fn give(&mut self, id: &FieldId, given: &Given) -> Result<(), Error> {
        let Some(number) = self.fields.iter().position(|it| it.id == *id) else {
            return Err(Error::NoSuchField { id: id.clone() });
        };
        let field = &self.fields[number];
        let proposal = &mut self.proposals[number];
        let answer = take::take(field, given, proposal.offered.as_ref(), &self.dictionary)?;
        proposal.shown = answer.as_ref().map(|it| propose::shown(field, it)).unwrap_or_default();
        proposal.blank = answer.is_none().then_some(Why::LeftBlank);
        proposal.source = Some(Source::Candidate);
        proposal.derived = false;
        proposal.offered.clone_from(&answer);
        proposal.answer = answer;
        proposal.notes = answer_note(field, proposal.answer.as_ref()).into_iter().collect();
        self.waiting.remove(id);
        Ok(())
    }

    /// Where no option says what a fact says, and a blank beside asks for what
    /// the options do not say, the option for others is taken.
    fn take_others(&mut self, settings: &Settings) {
        for field in &self.fields {
            let Some((on, option)) = &field.depends_on else { continue };
            if !self.waiting.contains_key(&field.id) {
                continue;
            }
            let Some(at) = self.fields.iter().position(|it| it.id == *on) else { continue };
            let (parent, proposal) = (&self.fields[at], &self.proposals[at]);
            let is_other =
                parent.options.get(*option).is_some_and(|it| self.dictionary.is_other_option(it));
            let sure_enough = settings.accepted.contains(&parent.id)
                || proposal.matched.as_ref().is_some_and(|it| it.confidence >= settings.accept);
            let Some(Why::NoOption { value }) = &proposal.blank else { continue };
            if !is_other || !sure_enough || !parent.current.is_empty() {
                continue;
            }
            let answer = if parent.kind == Kind::Choice {
                Answer::Choice(*option)
            } else {
                Answer::Ticks(vec![*option])
            };
            let note = Note::NoOption { value: value.clone() };
            let source = self.proposals.iter().find(|it| it.field == field.id);
            let source = source.and_then(|it| it.source.clone());
            let proposal = &mut self.proposals[at];
            proposal.notes.push(note);
            proposal.shown = propose::shown(parent, &answer);
            proposal.offered = Some(answer.clone());
            proposal.answer = Some(answer);
            proposal.source = source;
            proposal.blank = None;
        }
    }

    /// Blanks behind options follow their options.
    fn settle(&mut self) {
        for number in 0..self.fields.len() {
            let field = &self.fields[number];
            let Some((on, option)) = &field.depends_on else { continue };
            let Some(waiting) = self.waiting.get(&field.id).cloned() else { continue };
            let ticked = self.proposals.iter().any(|it| {
                it.field == *on
                    && match &it.answer {
                        Some(Answer::Ticks(ticks)) => ticks.contains(option),
                        Some(Answer::Choice(chosen)) => chosen == option,
                        _ => false,
                    }
            });
            let blank = (!ticked).then(|| Why::Dependent { on: on.clone() });
            let proposal = &mut self.proposals[number];
            proposal.blank = blank;
            proposal.answer = ticked.then_some(waiting);
        }
    }

    /// The fields, in the form's order.
    pub fn fields(&self) -> &[Field] {
        &self.fields
    }

    /// One proposal for each field, in the form's order.
    pub fn proposals(&self) -> &[Proposal] {
        &self.proposals
    }

    /// The candidate's own answer for one field.
    ///
    /// # Errors
    /// [`Error::NoSuchField`], or [`Error::Answer`] when the field cannot take it.
    pub fn set(&mut self, id: &FieldId, given: &Given) -> Result<(), Error> {
        self.give(id, given)?;
        self.settle();
        Ok(())
    }

    /// Seals the plan. For the candidate to say, and nobody else.
    pub fn approve(self) -> Approved {
        Approved(self)
    }
}

/// What the candidate should know of an answer of their own.
fn answer_note(field: &Field, answer: Option<&Answer>) -> Option<Note> {
    length::crowding(field, answer?.text()?)
}

/// A plan that the candidate has seen and agreed to.
#[derive(Debug, Clone)]
pub struct Approved(Plan);

impl Approved {
    /// One proposal for each field, in the form's order.
    pub fn proposals(&self) -> &[Proposal] {
        self.0.proposals()
    }

    /// The fields, in the form's order.
    pub fn fields(&self) -> &[Field] {
        self.0.fields()
    }

    /// What to write, in the form's order.
    pub fn answers(&self) -> impl Iterator<Item = (&FieldId, &Answer)> {
        self.0.proposals.iter().filter_map(|p| Some((&p.field, p.answer.as_ref()?)))
    }
}
