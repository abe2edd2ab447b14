//! The form of an application: its fields, the candidate's answers, and its approval.

use std::sync::Arc;

use forms::{FieldId, Plan, Release, Why};
use jiff::civil::DateTime;
use profile::PartialDate;

use super::{
    Desk, Done, FormView, GivenAnswer, Grid, ProfileEdit,
    again::{self, Withheld},
    approval::report,
    fields::{self, Fields},
    memory::{self, Question},
    plan::{self, Opened, digest, revision},
    pointer,
    state::{Answered, Application, FormFile, Own, Recent, State},
};
use crate::{Document, Error};

/// Forms that are listed as opened before.
const RECENT: usize = 8;

/// An application, its form opened, and what would stand in it.
pub(super) struct Planned {
    pub(super) application: Application,
    pub(super) file: FormFile,
    pub(super) opened: Arc<Opened>,
    pub(super) plan: Plan,
}

impl Desk {
    /// What would stand in an application's form. `None`: it has no form.
    pub(super) fn planned(
        &mut self,
        application: &str,
        now: DateTime,
    ) -> Result<Option<Planned>, Error> {
        let application = self.application(application)?.clone();
        let Some(file) = application.form.clone() else { return Ok(None) };
        let opened = self.opened(&file)?;
        let plan = self.plan(&application, &opened, now.date())?;
        Ok(Some(Planned { application, file, opened, plan }))
    }

    pub(super) fn planned_form(
        &mut self,
        application: &str,
        now: DateTime,
    ) -> Result<Planned, Error> {
        self.planned(application, now)?.ok_or(Error::Gone { what: "form", name: None })
    }

    /// The form's fields. `None`: the application has no form.
    #[tracing::instrument(skip_all)]
    pub fn form(&mut self, application: &str, now: DateTime) -> Result<Option<FormView>, Error> {
        let Some(planned) = self.planned(application, now)? else { return Ok(None) };
        let is_approved = self.is_approved(&planned, now)?;
        let is_held = |it: &forms::Proposal| matches!(it.blank, Some(Why::HeldBack { .. }));
        let released = if planned.plan.proposals().iter().any(is_held) {
            let Planned { application, opened, .. } = &planned;
            Some(self.plan_releasing(application, opened, now.date(), Release::All)?)
        } else {
            None
        };
        let Planned { application, file, opened, plan } = &planned;
        let state = self.state()?;
        let fields = Fields {
            application,
            profile: &state.profile,
            memory: &state.memory,
            today: now.date(),
            released: released.as_ref(),
        };
        let fields = fields.views(plan);
        let revision = revision(&digest(file, plan));
        Ok(Some(FormView {
            name: file.name.clone(),
            is_our_edition: file.is_ours,
            counts: fields::counts(&fields),
            fields,
            warnings: opened.warnings.clone(),
            is_approved,
            report: application.approved.as_ref().map(report),
            revision,
        }))
    }

    pub(super) fn form_again(
        &mut self,
        application: &str,
        now: DateTime,
    ) -> Result<FormView, Error> {
        self.form(application, now)?.ok_or(Error::Gone { what: "form", name: None })
    }

    /// The form's pages with what will stand in them: a marked Word file, for showing alone.
    #[tracing::instrument(skip_all)]
    pub fn form_pages(&mut self, application: &str, now: DateTime) -> Result<Vec<u8>, Error> {
        let Planned { file, plan, .. } = self.planned_form(application, now)?;
        let marked = self.marked(&file)?;
        let fail = |source| Error::Form { name: file.name.clone(), source };
        // Sealed for being shown, and for nothing else: these bytes go nowhere.
        let filled = forms::fill(&marked, &plan.approve()).map_err(fail)?;
        forms::preview::show(filled.bytes).map_err(fail)
    }

    /// The sheets of a form that is a workbook, with what will stand in them. `None`: it is
    /// none, and has pages instead.
    #[tracing::instrument(skip_all)]
    pub fn form_grid(&mut self, application: &str, now: DateTime) -> Result<Option<Grid>, Error> {
        let Planned { file, opened, plan, .. } = self.planned_form(application, now)?;
        // Sealed for being shown, and for nothing else.
        forms::preview::grid(&opened.form, &plan.approve())
            .map_err(|source| Error::Form { name: file.name, source })
    }

    /// Gives the application another form. Answers to the same questions stay.
    #[tracing::instrument(skip_all)]
    pub fn set_form(
        &mut self,
        application: &str,
        form: &Document,
        now: DateTime,
    ) -> Result<FormView, Error> {
        self.application(application)?;
        let opened = plan::open(form)?;
        let blob = self.put(&form.bytes)?;
        let sha256 = bundle::sha256(&form.bytes);
        let file = FormFile { blob, name: form.name(), is_ours: false, sha256 };
        let opened = Arc::new(opened);
        self.shelve(&file.blob, Arc::clone(&opened));
        self.change((Done::EditApplication, ""), now, |state| {
            remember_form(state, &file, now);
            let last_time = again::recall(state, &opened, now.date());
            let application = state.application_mut(application)?;
            application.changed = now;
            application.form = Some(file);
            application.approved = None;
            let answers = std::mem::take(&mut application.answers).into_iter().collect();
            application.answers = again::carried(answers, opened.form.fields());
            if application.answers.is_empty() {
                application.answers = last_time;
            }
            Ok(())
        })?;
        self.form_again(application, now)
    }

    /// Answers a field for this application.
    #[tracing::instrument(skip_all)]
    pub fn answer(
        &mut self,
        application: &str,
        field: &str,
        answer: &GivenAnswer,
        now: DateTime,
    ) -> Result<FormView, Error> {
        let mut planned = self.planned_form(application, now)?;
        let id = FieldId(field.to_owned());
        let at = planned.plan.fields().iter().position(|it| it.id == id);
        let at = at.ok_or(Error::Gone { what: "field", name: None })?;
        let asked = planned.plan.fields()[at].clone();
        let question = Question::of(&asked);
        let own = self.own(answer, &question, &planned)?;
        // What the profile alone would have put in says whether to remember the answer.
        let was_own = planned.application.answers.remove(field).is_some();
        if was_own {
            planned.plan = self.plan(&planned.application, &planned.opened, now.date())?;
        }
        let is_worth = memory::is_worth_keeping(&planned.plan.proposals()[at]);
        if own.as_ref() == Some(&Own::Offered) && planned.plan.proposals()[at].offered.is_none() {
            let reason = "there is nothing to take here".to_owned();
            return Err(Error::Invalid { subject: Some(asked.label), reason });
        }
        let mut shown = String::new();
        if let Some(given) = own.as_ref().and_then(plan::given) {
            let fail = |source| Error::Form { name: planned.file.name.clone(), source };
            planned.plan.set(&id, &given).map_err(fail)?;
            shown.clone_from(&planned.plan.proposals()[at].shown);
        }
        let form = planned.file.name.clone();
        let withheld = Withheld::of(&planned.plan, &self.state()?.profile, now.date());
        let opened = Arc::clone(&planned.opened);
        let remembered = *answer == GivenAnswer::Remembered;
        let is_worth_words = |it: &Own| fields::is_worth_words(it) && !withheld.is_said(it);
        self.change((Done::Answer, &format!("{application} {field}")), now, |state| {
            match &own {
                None => memory::forget(&mut state.memory, &question, &form),
                Some(own) if is_worth && !remembered && is_worth_words(own) => {
                    let (question, own) = (question.clone(), own.clone());
                    let new = memory::new(question, own, shown, now.date(), &form);
                    memory::remember(&mut state.memory, new);
                }
                Some(_) => {}
            }
            let application = state.application_mut(application)?;
            application.changed = now;
            match own {
                None => application.answers.remove(field),
                Some(own) => {
                    let answered = Answered { own, remembered, last_time: false, question };
                    application.answers.insert(field.to_owned(), answered)
                }
            };
            let answers = application.answers.clone();
            again::keep(&mut state.left, &opened, answers, &withheld);
            Ok(())
        })?;
        self.form_again(application, now)
    }

    /// An answer as it is kept. `None`: none any more.
    fn own(
        &self,
        answer: &GivenAnswer,
        question: &Question,
        planned: &Planned,
    ) -> Result<Option<Own>, Error> {
        let label = || Some(question.label.clone());
        Ok(Some(match answer {
            GivenAnswer::Text(text) if text.trim().is_empty() => Own::Blank,
            GivenAnswer::Text(text) => Own::Text { text: text.clone() },
            GivenAnswer::Options(options) => Own::Options { options: options.clone() },
            GivenAnswer::Rows(rows) => Own::Rows { rows: rows.clone() },
            GivenAnswer::Blank => Own::Blank,
            GivenAnswer::Offered => Own::Offered,
            GivenAnswer::Undecided => return Ok(None),
            GivenAnswer::Remembered => {
                debug_assert!(planned.application.form.is_some());
                let memory = memory::recall(&self.state()?.memory, question);
                let own = memory.and_then(|it| it.question.carry(&it.own, question));
                let gone = Error::Gone { what: "remembered answer", name: label() };
                return own.map(Some).ok_or(gone);
            }
        }))
    }

    /// Writes the answer into the profile, so that it comes from there.
    #[tracing::instrument(skip_all)]
    pub fn save_to_profile(
        &mut self,
        application: &str,
        field: &str,
        now: DateTime,
    ) -> Result<FormView, Error> {
        let planned = self.planned_form(application, now)?;
        let fields = planned.plan.fields().iter().zip(planned.plan.proposals());
        let found = fields.into_iter().find(|(it, _)| it.id.0 == field);
        let (asked, proposal) = found.ok_or(Error::Gone { what: "field", name: None })?;
        let invalid = |reason: &str| Error::Invalid {
            subject: Some(asked.label.clone()),
            reason: reason.to_owned(),
        };
        let answered = planned.application.answers.get(field).map(|it| &it.own);
        let Some(Own::Text { text }) = answered else {
            return Err(invalid("there is no answer in words to save"));
        };
        let profile = &self.state()?.profile;
        let slot = fields::slot(asked, proposal, profile, now.date());
        let slot = slot.ok_or_else(|| invalid("the profile has no single place for it"))?;
        let key = proposal.matched.as_ref().and_then(|it| it.keys.first());
        let kind = key.and_then(|it| Some(it.info()?.kind));
        let value = if kind == Some(profile::ValueKind::Date) {
            let date = PartialDate::typed(text).ok_or_else(|| invalid("this is no date"))?;
            date.to_string()
        } else {
            text.trim().to_owned()
        };
        let edit = ProfileEdit::Set { pointer: slot, value: value.into() };
        let question = Question::of(asked);
        let form = planned.file.name.clone();
        let withheld = Withheld::of(&planned.plan, &self.state()?.profile, now.date());
        let opened = Arc::clone(&planned.opened);
        self.change((Done::EditProfile, ""), now, |state| {
            state.profile = pointer::edited(&state.profile, std::slice::from_ref(&edit))?;
            memory::forget(&mut state.memory, &question, &form);
            let application = state.application_mut(application)?;
            application.changed = now;
            application.answers.remove(field);
            let answers = application.answers.clone();
            again::keep(&mut state.left, &opened, answers, &withheld);
            Ok(())
        })?;
        self.form_again(application, now)
    }

    /// Releases sensitive facts for this application, or holds them back again.
    #[tracing::instrument(skip_all)]
    pub fn release(
        &mut self,
        application: &str,
        keys: &[String],
        released: bool,
        now: DateTime,
    ) -> Result<FormView, Error> {
        for key in keys {
            profile::Key::parse(key).map_err(Error::Key)?;
        }
        self.change_application(application, (Done::Release, ""), now, |it| {
            for key in keys {
                if released {
                    it.released.insert(key.clone());
                } else {
                    it.released.remove(key);
                }
            }
            Ok(())
        })?;
        self.form_again(application, now)
    }
}

/// Puts a form first among those that were opened.
pub(super) fn remember_form(state: &mut State, file: &FormFile, now: DateTime) {
    let is_same = |it: &Recent| match it.sha256.as_str() {
        "" => it.name == file.name,
        known => known == file.sha256,
    };
    state.recent.retain(|it| !is_same(it));
    let FormFile { blob, name, sha256, .. } = file.clone();
    state.recent.insert(0, Recent { blob, name, sha256, opened: now });
    state.recent.truncate(RECENT);
}
