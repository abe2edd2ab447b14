//! What the form still lacks.

use std::collections::BTreeSet;

use forms::{Confidence, FieldId, Plan, Report, Why};

use crate::preflight::{Concern, Finding, Fix, Severity, Surface};

/// The form of an application, as far as it is.
pub(crate) struct FormInput<'a> {
    /// It is our Word edition of the posting's questions.
    pub(crate) is_ours: bool,
    /// Whether its answers are those that the candidate approved.
    pub(crate) approval: Approval,
    /// The fields that are blank.
    pub(crate) blanks: Vec<Blank<'a>>,
    /// What in it reaches out of it when Word opens it.
    pub(crate) warnings: &'a [String],
}

/// Whether a form's answers are approved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Approval {
    /// Whoever starts it with these choices has approved them, and was not shown the blanks.
    WithTheChoices,
    /// The candidate looked them over, the blanks too.
    Given,
    /// Not yet, or not as they are now.
    Lacking,
}

/// A field that is blank.
pub(crate) struct Blank<'a> {
    id: &'a FieldId,
    label: &'a str,
    required: bool,
    confidence: Option<Confidence>,
    why: Option<&'a Why>,
    /// The same as a sentence.
    because: Option<String>,
}

impl<'a> Blank<'a> {
    /// Those of a plan.
    pub(crate) fn planned(plan: &'a Plan) -> Vec<Self> {
        let all = plan.fields().iter().zip(plan.proposals());
        let blank = all.filter(|(_, it)| it.blank.is_some() || it.answer.is_none());
        let of = |(field, it): (&'a forms::Field, &'a forms::Proposal)| Blank {
            id: &field.id,
            label: &field.label,
            required: field.required && field.filler == forms::Filler::Candidate,
            confidence: it.matched.as_ref().map(|it| it.confidence),
            why: it.blank.as_ref(),
            because: it.blank.as_ref().map(Why::sentence),
        };
        blank.map(of).collect()
    }

    /// Those of a form that was filled.
    pub(crate) fn reported(report: &'a Report) -> Vec<Self> {
        let blank = report.fields.iter().filter(|it| it.written.is_none());
        let of = |it: &'a forms::Entry| Blank {
            id: &it.id,
            label: &it.label,
            required: it.required,
            confidence: it.confidence,
            why: it.why.as_ref(),
            because: it.because.clone(),
        };
        blank.map(of).collect()
    }

    /// Required, the candidate's to fill, and not left so knowingly.
    fn is_missing(&self) -> bool {
        let is_settled = matches!(
            self.why,
            Some(
                Why::LeftBlank
                    | Why::ForOffice
                    | Why::Signature
                    | Why::Filled
                    | Why::Dependent { .. }
            )
        );
        self.required && !is_settled
    }

    /// What to do about it where there is no window.
    fn remedy(&self) -> String {
        match self.why {
            Some(Why::HeldBack { keys }) => {
                let keys: Vec<_> = keys.iter().map(ToString::to_string).collect();
                format!("release it with `--release {}`", keys.join(","))
            }
            Some(Why::Unsure) => match self.confidence {
                Some(Confidence::Unsure) | None => "accept it with `--accept all`".to_owned(),
                Some(_) => "accept it with `--accept likely`".to_owned(),
            },
            Some(Why::NoFact { .. }) => "add it to the profile".to_owned(),
            _ => "answer it".to_owned(),
        }
    }
}

/// Required blanks stop; facts that were held back are listed.
pub(crate) fn check_form(form: &FormInput<'_>, surface: Surface) -> Vec<Finding> {
    let mut findings = Vec::new();
    if form.is_ours {
        let what = "the form is our own Word edition of the posting's questions";
        let hint = surface.hint(
            "if you have the posting's own file, give that one with `--form FILE`",
            "if you have the posting's own file, choose that one",
        );
        findings.push(Concern::OurEdition.found(what, hint).fix(Fix::ChooseForm));
    }
    if form.approval == Approval::Lacking {
        let what = "the form's answers are not approved as they are";
        let hint = "look them over and approve them";
        findings.push(Concern::NotApproved.found(what, hint).fix(Fix::Approve));
    }
    for blank in form.blanks.iter().filter(|it| it.is_missing()) {
        let mut finding = missing(blank, surface);
        // Whoever looked it over was shown what is blank, and wants it so.
        if form.approval == Approval::Given {
            finding.severity = Severity::Warns;
        }
        findings.push(finding);
    }
    findings.extend(held_back(&form.blanks, surface));
    findings.extend(form.warnings.iter().map(reaches_out));
    findings
}

fn missing(blank: &Blank<'_>, surface: Surface) -> Finding {
    let Blank { id, label, because, .. } = blank;
    let (what, hint) = match surface {
        Surface::Terminal => {
            let because = because.as_deref().unwrap_or("Nothing is known of it.");
            let remedy = capital(&blank.remedy());
            let set = format!("or set `{id}` in `--answers` (null leaves it blank)");
            let what = format!("the required field `{label}` ({id}) is blank");
            (what, format!("{because} {remedy}, {set}"))
        }
        Surface::Window => {
            let what = format!("the required field `{label}` is blank");
            (what, because.clone().unwrap_or_default())
        }
    };
    let fix = Fix::Field { id: id.to_string() };
    Concern::RequiredBlank.found(what, hint).about([label]).fix(fix)
}

fn held_back(blanks: &[Blank<'_>], surface: Surface) -> Option<Finding> {
    let held = blanks.iter().filter_map(|it| match it.why {
        Some(Why::HeldBack { keys }) => Some(keys),
        _ => None,
    });
    let keys: BTreeSet<String> = held.flatten().map(ToString::to_string).collect();
    if keys.is_empty() {
        return None;
    }
    let keys: Vec<_> = keys.into_iter().collect();
    let what =
        format!("the form asks for sensitive facts that were held back: {}", keys.join(", "));
    let hint = match surface {
        Surface::Terminal => {
            format!("release what they may know with `--release {}`", keys.join(","))
        }
        Surface::Window => "release what they may know".to_owned(),
    };
    Some(Concern::HeldBack.found(what, hint).about(keys).fix(Fix::Form))
}

fn reaches_out(hazard: &String) -> Finding {
    let what = format!("the form reaches out of itself: {hazard}");
    let hint = "nothing was fetched; Word may ask before it does";
    Concern::FormReachesOut.found(what, hint).about([hazard])
}

fn capital(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
