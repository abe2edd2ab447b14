//! The approval of a form: what the candidate agreed to, and whether it still is so.

use forms::{Dictionary, Form, Source};
use jiff::civil::DateTime;

use super::{
    Because, BecauseCode, Desk, FormView, ReportLine, ReportView, fields,
    form::Planned,
    plan::{digest, revision},
    state::{Approved, Line},
};
use crate::{Document, Error, naming};

impl Desk {
    /// Whether the answers are approved as they are. They are looked at as of the
    /// day of the approval: what follows from the day alone changes nothing.
    pub(super) fn is_approved(&mut self, planned: &Planned, now: DateTime) -> Result<bool, Error> {
        let Some(approved) = &planned.application.approved else { return Ok(false) };
        let then = approved.when.date();
        let digest = if then == now.date() {
            digest(&planned.file, &planned.plan)
        } else {
            digest(&planned.file, &self.plan(&planned.application, &planned.opened, then)?)
        };
        Ok(digest == approved.digest)
    }

    /// Approves the answers as they were looked at, [`FormView::revision`], and writes them
    /// into a copy of the form. Called when the candidate said so, and from nowhere else.
    ///
    /// # Errors
    /// [`Error::Changed`]: the answers are others by now.
    #[tracing::instrument(skip_all)]
    pub fn approve(
        &mut self,
        application: &str,
        seen: u32,
        now: DateTime,
    ) -> Result<FormView, Error> {
        let Planned { file, opened, plan, .. } = self.planned_form(application, now)?;
        let digest = digest(&file, &plan);
        if revision(&digest) != seen {
            return Err(Error::Changed { name: file.name });
        }
        let fail = |source| Error::Form { name: file.name.clone(), source };
        let filled = forms::fill(&opened.form, &plan.approve()).map_err(fail)?;
        // What we cannot open ourselves is not handed to anybody.
        Form::open(filled.bytes.clone(), Dictionary::shipped()).map_err(fail)?;
        let approved = Approved {
            when: now,
            blob: self.put(&filled.bytes)?,
            bytes: filled.bytes.len(),
            digest,
            lines: filled.report.fields.iter().map(line).collect(),
        };
        let open = self.ready()?;
        let mut state = open.state.clone();
        let kept = state.application_mut(application)?;
        kept.changed = now;
        kept.approved = Some(approved);
        open.replace(state)?;
        tracing::info!("approved");
        self.form_again(application, now)
    }

    /// The approved form by itself, under the name it gets in the package.
    pub fn approved_form(&mut self, application: &str, now: DateTime) -> Result<Document, Error> {
        let planned = self.planned_form(application, now)?;
        let is_approved = self.is_approved(&planned, now)?;
        let Some(approved) = planned.application.approved.as_ref().filter(|_| is_approved) else {
            let reason = "the answers are not approved as they are".to_owned();
            return Err(Error::Invalid { subject: Some(planned.file.name), reason });
        };
        let bytes = self.get(&approved.blob)?;
        let (name, _) = naming::form(
            &planned.file.name,
            planned.opened.form.package().kind(),
            &self.slots(&planned.application, now)?.borrowed(),
        );
        Ok(Document::named(name.as_str(), bytes))
    }
}

/// What became of a field, as it is kept.
fn line(entry: &forms::Entry) -> Line {
    let because = match (&entry.why, &entry.because) {
        _ if entry.written.is_some() => None,
        (Some(why), _) => Some(fields::because(why)),
        (None, Some(sentence)) => Some(Because {
            code: BecauseCode::Refused,
            keys: Vec::new(),
            subject: Some(sentence.clone()),
            numbers: Vec::new(),
        }),
        (None, None) => None,
    };
    let (keys, sources) = match &entry.source {
        Some(Source::Profile(pointers)) => {
            (entry.keys.iter().map(ToString::to_string).collect(), pointers.clone())
        }
        Some(Source::Candidate) | None => (Vec::new(), vec!["answers".to_owned()]),
    };
    Line {
        field: entry.id.0.clone(),
        label: entry.label.clone(),
        required: entry.required,
        shown: entry.written.clone(),
        because,
        sentence: entry.because.clone().unwrap_or_default(),
        keys,
        sources,
        reason: entry.reason.clone().unwrap_or_default(),
    }
}

/// The report of an approval, to be shown.
pub(super) fn report(approved: &Approved) -> ReportView {
    let view = |it: &Line| ReportLine {
        field: it.field.clone(),
        label: it.label.clone(),
        shown: it.shown.clone(),
        because: it.because.clone(),
        required: it.required,
    };
    let (written, blank): (Vec<&Line>, Vec<&Line>) =
        approved.lines.iter().partition(|it| it.shown.is_some());
    ReportView {
        approved: approved.when,
        written: written.into_iter().map(view).collect(),
        blank: blank.into_iter().map(view).collect(),
    }
}
