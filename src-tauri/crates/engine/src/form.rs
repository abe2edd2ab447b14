//! Looks into a form, and fills it.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
};

use forms::{
    Approved, Confidence, Dictionary, Field, FieldId, Form, Given, Match, Note, Plan, Proposal,
    Release, Report, Settings, Why, layout::Page,
};
use jiff::civil::Date;
use ooxml::Kind;
use profile::Profile;
use serde::{Serialize, Serializer};

use crate::{Document, Error, photo};

/// A profile and where its picture is looked for.
#[derive(Debug, Clone, Default)]
pub struct OpenProfile {
    /// The facts.
    pub facts: Profile,
    /// Its picture.
    pub picture: Picture,
}

/// Where the picture is that a profile names.
#[derive(Debug, Clone)]
pub enum Picture {
    /// Beside the profile's file, in this folder.
    Beside(PathBuf),
    /// Kept with the profile, if it is.
    Kept(Option<Document>),
}

impl Default for Picture {
    fn default() -> Self {
        Self::Kept(None)
    }
}

/// What the candidate decided about a form.
#[derive(Debug, Clone)]
pub struct Choices {
    /// Matches below this are proposed but not filled.
    pub accept: Confidence,
    /// Which sensitive facts may go into this form.
    pub release: Release,
    /// The candidate's own answers.
    pub answers: BTreeMap<FieldId, Given>,
}

impl Default for Choices {
    /// The careful ones: sure matches only, nothing sensitive, no answers.
    fn default() -> Self {
        Self { accept: Confidence::Sure, release: Release::None, answers: BTreeMap::new() }
    }
}

/// What a form asks.
#[derive(Debug, Serialize)]
pub struct Inspection {
    /// The form's file name.
    pub form: String,
    /// Every question, in the form's order.
    pub fields: Vec<Question>,
    /// What in the form reaches out of it when Word opens it. Nothing was fetched.
    pub warnings: Vec<String>,
}

/// A form laid out, to see why each blank is taken for what.
#[derive(Debug)]
pub struct Explanation {
    /// What it asks.
    pub inspection: Inspection,
    /// Its parts as they lie on the page, with a mark at every blank.
    pub pages: Vec<Page>,
    /// For each question what a profile would put in, where there is one.
    pub proposed: Option<Vec<Proposed>>,
}

/// What a profile would put in, and what keeps it from being written unasked.
#[derive(Debug)]
pub struct Proposed {
    /// What a person reads there. Empty: nothing.
    pub shown: String,
    /// Why it stays blank. `None`: it would be filled.
    pub because: Option<String>,
    /// What else to know, in sentences.
    pub notes: Vec<String>,
}

/// One question of a form and what it seems to ask for.
#[derive(Debug, Serialize)]
pub struct Question {
    /// The field.
    #[serde(flatten)]
    pub field: Field,
    /// The facts that answer it, joined with `+` in JSON.
    #[serde(serialize_with = "joined")]
    pub key: Option<Vec<String>>,
    /// How sure that is.
    pub confidence: Option<Confidence>,
    /// The same as a number from 0 to 1.
    pub score: Option<f32>,
    /// Why.
    pub reason: Option<String>,
}

/// A filled form.
#[derive(Debug)]
pub struct Filled {
    /// The whole file.
    pub bytes: Vec<u8>,
    /// What was written, and why the rest stayed blank.
    pub report: Report,
    /// What in the form reaches out of it when Word opens it.
    pub warnings: Vec<String>,
    pub(crate) kind: Kind,
}

pub(crate) fn inspect(document: &Document) -> Result<Inspection, Error> {
    let form = open(document, Dictionary::shipped())?;
    Ok(inspection(document, &form))
}

fn inspection(document: &Document, form: &Form) -> Inspection {
    let matches = Dictionary::shipped().matches(form.fields());
    let fields = form.fields().iter().cloned().zip(matches);
    Inspection {
        form: document.name(),
        fields: fields.map(|(field, found)| question(field, found)).collect(),
        warnings: warnings(form),
    }
}

pub(crate) fn explain(
    document: &Document,
    profile: Option<&OpenProfile>,
    today: Date,
) -> Result<Explanation, Error> {
    let form = open(document, Dictionary::shipped())?;
    let proposed = |profile| -> Result<Vec<Proposed>, Error> {
        let plan = plan(document, &form, profile, &Choices::default(), today)?;
        Ok(plan.proposals().iter().map(proposed).collect())
    };
    Ok(Explanation {
        inspection: inspection(document, &form),
        pages: forms::layout::layout(&form),
        proposed: profile.map(proposed).transpose()?,
    })
}

fn proposed(proposal: &Proposal) -> Proposed {
    Proposed {
        shown: proposal.shown.clone(),
        because: proposal.blank.as_ref().map(Why::sentence),
        notes: proposal.notes.iter().map(Note::sentence).collect(),
    }
}

pub(crate) fn fill(
    document: &Document,
    profile: &OpenProfile,
    choices: &Choices,
    today: Date,
) -> Result<Filled, Error> {
    // Read on first use, so only where there is a form.
    let form = open(document, Dictionary::shipped())?;
    let plan = plan(document, &form, profile, choices, today)?;
    let fail = |source| Error::Form { name: document.name(), source };
    // Whoever starts `fill` or `bundle` with these choices has approved them.
    let approved: Approved = plan.approve();
    let forms::Filled { bytes, report, .. } = forms::fill(&form, &approved).map_err(fail)?;
    Ok(Filled { bytes, report, warnings: warnings(&form), kind: form.package().kind() })
}

fn plan(
    document: &Document,
    form: &Form,
    profile: &OpenProfile,
    choices: &Choices,
    today: Date,
) -> Result<Plan, Error> {
    let settings = Settings {
        accept: choices.accept,
        release: choices.release.clone(),
        accepted: BTreeSet::new(),
        answers: choices.answers.clone(),
        today,
        photo: photo::for_fields(form.fields(), profile, today)?,
    };
    Plan::new(form.fields(), &profile.facts, Dictionary::shipped(), &settings)
        .map_err(|source| Error::Form { name: document.name(), source })
}

fn open(document: &Document, dictionary: &Dictionary) -> Result<Form, Error> {
    Form::open(document.bytes.clone(), dictionary)
        .map_err(|source| Error::Form { name: document.name(), source })
}

fn warnings(form: &Form) -> Vec<String> {
    form.package().hazards().iter().map(ToString::to_string).collect()
}

fn question(field: Field, found: Option<Match>) -> Question {
    let Some(Match { keys, confidence, score, reason, .. }) = found else {
        return Question { field, key: None, confidence: None, score: None, reason: None };
    };
    let keys = keys.iter().map(ToString::to_string).collect();
    Question {
        field,
        key: Some(keys),
        confidence: Some(confidence),
        score: Some(score),
        reason: Some(reason),
    }
}

#[expect(clippy::ref_option, reason = "serde gives a reference to the field")]
fn joined<S: Serializer>(keys: &Option<Vec<String>>, serializer: S) -> Result<S::Ok, S::Error> {
    keys.as_ref().map(|keys| keys.join("+")).serialize(serializer)
}
