//! What the filled form still lacks.

use std::collections::BTreeSet;

use forms::{Confidence, Entry, Report, Why};

use crate::preflight::{Concern, Finding, Fix};

/// Required blanks stop; facts that were held back are listed.
pub(crate) fn check_form(report: &Report) -> Vec<Finding> {
    let mut findings: Vec<_> =
        report.fields.iter().filter(|it| is_missing(it)).map(missing).collect();
    findings.extend(held_back(report));
    findings
}

/// Required, blank, the candidate's to fill, and not left so knowingly.
fn is_missing(entry: &Entry) -> bool {
    let is_settled = matches!(
        entry.why,
        Some(
            Why::LeftBlank | Why::ForOffice | Why::Signature | Why::Filled | Why::Dependent { .. }
        )
    );
    entry.required && entry.written.is_none() && !is_settled
}

fn missing(entry: &Entry) -> Finding {
    let because = entry.because.as_deref().unwrap_or("Nothing is known of it.");
    let what = format!("the required field `{}` ({}) is blank", entry.label, entry.id);
    let remedy = match &entry.why {
        Some(Why::HeldBack { keys }) => {
            let keys: Vec<_> = keys.iter().map(ToString::to_string).collect();
            format!("release it with `--release {}`", keys.join(","))
        }
        Some(Why::Unsure) => match entry.confidence {
            Some(Confidence::Unsure) | None => "accept it with `--accept all`".to_owned(),
            Some(_) => "accept it with `--accept likely`".to_owned(),
        },
        Some(Why::NoFact { .. }) => "add it to the profile".to_owned(),
        _ => "answer it".to_owned(),
    };
    let hint = format!(
        "{because} {}, or set `{}` in `--answers` (null leaves it blank)",
        capital(&remedy),
        entry.id
    );
    let fix = Fix::Field { id: entry.id.to_string() };
    Concern::RequiredBlank.found(what, hint).about([&entry.label]).fix(fix)
}

fn held_back(report: &Report) -> Option<Finding> {
    let keys: BTreeSet<String> = report
        .fields
        .iter()
        .filter_map(|entry| match &entry.why {
            Some(Why::HeldBack { keys }) => Some(keys),
            _ => None,
        })
        .flatten()
        .map(ToString::to_string)
        .collect();
    if keys.is_empty() {
        return None;
    }
    let keys: Vec<_> = keys.into_iter().collect();
    let what =
        format!("the form asks for sensitive facts that were held back: {}", keys.join(", "));
    let hint = format!("release what they may know with `--release {}`", keys.join(","));
    Some(Concern::HeldBack.found(what, hint).about(keys).fix(Fix::Form))
}

fn capital(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
