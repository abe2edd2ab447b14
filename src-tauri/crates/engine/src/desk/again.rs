//! The same form again: it is filled as the candidate left it the last time.
//!
//! What they answered, corrected, took or left blank on purpose is kept under
//! the form's fingerprint and put in when an application begins with that form.
//! It says so, it can be changed like any answer, and undone in one step.
//!
//! **Invariants.** Words given to a question for something sensitive are not
//! kept, nor are sensitive words that were given to any other. What was released is
//! not either: a release is for one application.

use std::collections::{BTreeMap, BTreeSet};

use forms::{Field, Plan, Proposal};
use jiff::civil::Date;
use profile::{Key, Profile};

use super::{
    memory::{self, Question},
    plan::Opened,
    secret::Secrets,
    state::{Answered, Left, Own, State},
};

/// Forms that are known again.
const MOST: usize = 200;

/// What of a form's answers is not kept.
pub(super) struct Withheld {
    /// The fields that ask for something sensitive, be it a fact that the candidate added and
    /// marked so.
    asked: BTreeSet<String>,
    /// What is sensitive wherever it is typed.
    secrets: Secrets,
}

impl Withheld {
    pub(super) fn of(plan: &Plan, profile: &Profile, today: Date) -> Self {
        let is_marked = |key: &Key| profile.fact(key, today).is_some_and(|it| it.sensitive);
        let is_secret = |it: &&Proposal| {
            let keys = it.matched.iter().flat_map(|it| &it.keys);
            memory::asks_for_secrets(it) || keys.into_iter().any(is_marked)
        };
        let asked = plan.proposals().iter().filter(is_secret).map(|it| it.field.0.clone());
        Self { asked: asked.collect(), secrets: Secrets::of(profile, today) }
    }

    /// Whether an answer says something sensitive, whatever was asked.
    pub(super) fn is_said(&self, own: &Own) -> bool {
        self.secrets.are_in(own)
    }
}

/// Keeps how an application's form was left: these answers, but for what is withheld.
pub(super) fn keep(
    left: &mut Vec<Left>,
    opened: &Opened,
    answers: BTreeMap<String, Answered>,
    withheld: &Withheld,
) {
    let Some(fingerprint) = opened.fingerprint.clone() else { return };
    let is_kept = |id: &str, own: &Own| {
        matches!(own, Own::Blank | Own::Offered)
            || !withheld.asked.contains(id) && !withheld.is_said(own)
    };
    let answers: BTreeMap<String, Answered> =
        answers.into_iter().filter(|(id, it)| is_kept(id, &it.own)).collect();
    left.retain(|it| it.fingerprint != fingerprint);
    if !answers.is_empty() {
        left.push(Left { fingerprint, answers });
    }
    if left.len() > MOST {
        left.remove(0);
    }
}

/// How this form was left the last time. Empty: it never was.
pub(super) fn recall(state: &State, opened: &Opened, today: Date) -> BTreeMap<String, Answered> {
    // What was kept before it was known for a secret stays out all the same.
    let secrets = Secrets::of(&state.profile, today);
    let left =
        state.left.iter().rev().find(|it| Some(&it.fingerprint) == opened.fingerprint.as_ref());
    let Some(left) = left else { return BTreeMap::new() };
    let answers = left.answers.iter().filter(|(_, it)| !secrets.are_in(&it.own));
    let answers = answers.map(|(id, it)| (id.clone(), it.clone())).collect();
    let mut answers = carried(answers, opened.form.fields());
    for answered in answers.values_mut() {
        answered.last_time = true;
    }
    answers
}

/// Answers brought to the same questions of another copy or edition of a form.
pub(super) fn carried(
    answers: Vec<(String, Answered)>,
    fields: &[Field],
) -> BTreeMap<String, Answered> {
    let mut free: Vec<(String, Question)> =
        fields.iter().map(|it| (it.id.0.clone(), Question::of(it))).collect();
    let mut carried = BTreeMap::new();
    for (id, answered) in answers {
        // The same place first, for questions that are asked twice.
        let same = |(_, it): &(String, Question)| it.is_like(&answered.question);
        let at = free.iter().position(|it| it.0 == id && same(it));
        let Some(at) = at.or_else(|| free.iter().position(same)) else { continue };
        let (id, question) = free.remove(at);
        if let Some(own) = answered.question.carry(&answered.own, &question) {
            carried.insert(id, Answered { own, question, ..answered });
        }
    }
    carried
}
