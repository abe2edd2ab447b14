//! What was written into a form, and why the rest stayed blank.

use std::collections::BTreeMap;

use profile::Key;
use serde::Serialize;

use crate::{Approved, Confidence, FieldId, Kind, Note, Source, Why};

/// What the writer did with an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It stands in the form now.
    Written,
    /// The blank could not take it, for this reason.
    Refused(String),
}

/// What was written into a form, and why the rest stayed blank.
#[derive(Debug, Clone, Serialize)]
pub struct Report {
    /// One entry for each field, in the form's order.
    pub fields: Vec<Entry>,
    /// How many were written.
    pub written: usize,
    /// How many stayed blank although the form requires them and the candidate
    /// did not say to leave them.
    pub missing: usize,
}

/// What became of one field.
#[derive(Debug, Clone, Serialize)]
pub struct Entry {
    /// The field.
    pub id: FieldId,
    /// Its printed words.
    pub label: String,
    /// The section around it, outermost first.
    pub section: Vec<String>,
    /// What kind of answer it takes.
    pub kind: Kind,
    /// Whether the form requires it.
    pub required: bool,
    /// What was written, as a person reads it. `None`: it stayed blank.
    pub written: Option<String>,
    /// The facts it asks for.
    pub keys: Vec<Key>,
    /// How sure we are of that.
    pub confidence: Option<Confidence>,
    /// Why we think so.
    pub reason: Option<String>,
    /// Where the answer comes from.
    pub source: Option<Source>,
    /// Why it stayed blank.
    pub why: Option<Why>,
    /// The same in a sentence.
    pub because: Option<String>,
    /// What could go in, if the candidate says so.
    pub proposed: Option<String>,
    /// What else the candidate should know, in sentences.
    pub notes: Vec<String>,
}

impl Report {
    /// Says what became of each field of an approved plan. A field that
    /// `outcomes` leaves out was not written.
    pub fn new(approved: &Approved, outcomes: &BTreeMap<FieldId, Outcome>) -> Self {
        let fields: Vec<Entry> = approved
            .fields()
            .iter()
            .zip(approved.proposals())
            .map(|(field, proposal)| {
                let outcome = outcomes.get(&field.id);
                let is_written = outcome == Some(&Outcome::Written);
                let matched = proposal.matched.as_ref();
                let because = match outcome {
                    Some(Outcome::Refused(reason)) => {
                        Some(format!("It could not be written: {reason}."))
                    }
                    _ => proposal.blank.as_ref().map(Why::sentence),
                };
                Entry {
                    id: field.id.clone(),
                    label: field.label.clone(),
                    section: field.section.clone(),
                    kind: field.kind,
                    required: field.required,
                    written: is_written.then(|| proposal.shown.clone()),
                    keys: matched.map(|it| it.keys.clone()).unwrap_or_default(),
                    confidence: matched.map(|it| it.confidence),
                    reason: matched.map(|it| it.reason.clone()),
                    source: proposal.source.clone().filter(|_| is_written),
                    why: proposal.blank.clone(),
                    because: because.filter(|_| !is_written),
                    proposed: (!is_written && !proposal.shown.is_empty())
                        .then(|| proposal.shown.clone()),
                    notes: proposal.notes.iter().map(Note::sentence).collect(),
                }
            })
            .collect();
        let written = fields.iter().filter(|it| it.written.is_some()).count();
        let missing = fields
            .iter()
            .filter(|it| {
                it.required
                    && it.written.is_none()
                    && !matches!(
                        it.why,
                        Some(Why::LeftBlank | Why::ForOffice | Why::Signature | Why::Filled)
                    )
            })
            .count();
        Self { fields, written, missing }
    }
}
