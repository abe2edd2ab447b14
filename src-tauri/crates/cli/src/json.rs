//! The JSON of the command line. Scripts rely on it: members are added, never
//! renamed; `--help` of each command lists them.

use std::{
    io::{self, Write},
    path::Path,
};

use engine::{
    Bundled, Confidence, Entry, Evidence, Filed, Finding, Inspection, Kind, Logic, Preflight,
    Report, Source,
};
use serde::Serialize;

/// `inspect --json`.
#[derive(Serialize)]
pub(crate) struct Inspected<'a> {
    #[serde(flatten)]
    pub(crate) inspection: &'a Inspection,
}

/// `fill --json`.
#[derive(Serialize)]
pub(crate) struct Filled<'a> {
    pub(crate) form: String,
    pub(crate) out: &'a Path,
    #[serde(flatten)]
    pub(crate) report: Reported<'a>,
    pub(crate) warnings: &'a [String],
}

/// What became of each field.
#[derive(Serialize)]
pub(crate) struct Reported<'a> {
    written: usize,
    missing: usize,
    fields: Vec<FieldReport<'a>>,
}

/// What became of one field.
#[derive(Serialize)]
struct FieldReport<'a> {
    id: String,
    label: &'a str,
    section: String,
    kind: Kind,
    required: bool,
    written: Option<&'a str>,
    key: Option<String>,
    source: Option<String>,
    confidence: Option<Confidence>,
    reason: Option<&'a str>,
    why: Option<String>,
    because: Option<&'a str>,
    proposed: Option<&'a str>,
    notes: &'a [String],
}

/// `check --json`, and `bundle --json` when it is not ready.
#[derive(Serialize)]
pub(crate) struct Checked<'a> {
    ready: bool,
    findings: &'a [Finding],
    logic: Option<Logic>,
    evidence: &'a [Evidence],
}

/// `bundle --json`.
#[derive(Serialize)]
pub(crate) struct Done<'a> {
    folder: &'a Path,
    zip: &'a Path,
    draft: Option<&'a Path>,
    files: &'a [Filed],
    to: Vec<String>,
    subject: Option<&'a str>,
    #[serde(flatten)]
    checked: Checked<'a>,
    #[serde(flatten)]
    report: Option<Reported<'a>>,
}

impl<'a> From<&'a Report> for Reported<'a> {
    fn from(report: &'a Report) -> Self {
        let fields = report.fields.iter().map(FieldReport::from).collect();
        Self { written: report.written, missing: report.missing, fields }
    }
}

impl<'a> From<&'a Entry> for FieldReport<'a> {
    fn from(entry: &'a Entry) -> Self {
        let keys: Vec<_> = entry.keys.iter().map(ToString::to_string).collect();
        Self {
            id: entry.id.to_string(),
            label: &entry.label,
            section: entry.section.join(" › "),
            kind: entry.kind,
            required: entry.required,
            written: entry.written.as_deref(),
            key: (!keys.is_empty()).then(|| keys.join("+")),
            source: entry.source.as_ref().map(|source| match source {
                Source::Profile(pointers) => pointers.join("+"),
                Source::Candidate => "answers".to_owned(),
            }),
            confidence: entry.confidence,
            reason: entry.reason.as_deref(),
            why: entry.why.as_ref().and_then(word),
            because: entry.because.as_deref(),
            proposed: entry.proposed.as_deref(),
            notes: &entry.notes,
        }
    }
}

impl<'a> From<&'a Preflight> for Checked<'a> {
    fn from(preflight: &'a Preflight) -> Self {
        Self {
            ready: preflight.is_ready(),
            findings: &preflight.findings,
            logic: preflight.logic,
            evidence: &preflight.evidence,
        }
    }
}

impl<'a> From<&'a Bundled> for Done<'a> {
    fn from(bundled: &'a Bundled) -> Self {
        Self {
            folder: &bundled.folder,
            zip: &bundled.zip,
            draft: bundled.draft.as_deref(),
            files: &bundled.files,
            to: bundled.to.iter().map(ToString::to_string).collect(),
            subject: bundled.subject.as_deref(),
            checked: (&bundled.preflight).into(),
            report: bundled.report.as_ref().map(Reported::from),
        }
    }
}

/// The reason's own word: `noFact`, `heldBack`.
fn word(why: &engine::Why) -> Option<String> {
    let value = serde_json::to_value(why).ok()?;
    Some(value.get("why")?.as_str()?.to_owned())
}

/// Prints a value, readable.
pub(crate) fn print(value: &impl Serialize) -> io::Result<()> {
    let mut out = io::stdout().lock();
    serde_json::to_writer_pretty(&mut out, value)?;
    writeln!(out)
}
