//! From a report to what the manifest keeps: where each answer came from, and
//! what stayed blank. The values themselves stand in the form.

use bundle::{About, Answered, Record, Unanswered};
use forms::{Report, Source};
use postings::Folder;

use crate::Preflight;

/// What the manifest keeps of an application, its answers left out.
pub(crate) fn about(folder: &Folder, preflight: &Preflight) -> Record {
    let posting = About {
        id: folder.id.clone(),
        title: folder.posting.title.clone(),
        organisation: folder.posting.organisation.clone().unwrap_or_default(),
    };
    let mut record = Record { posting, ..Record::default() };
    record.warnings = preflight.warnings().map(|it| it.what.clone()).collect();
    record
}

/// What the manifest keeps of an application.
pub(crate) fn of(folder: &Folder, report: Option<&Report>, preflight: &Preflight) -> Record {
    let mut record = about(folder, preflight);
    for entry in report.into_iter().flat_map(|it| &it.fields) {
        let (field, label) = (entry.id.to_string(), entry.label.clone());
        if entry.written.is_none() {
            let reason = entry.because.clone().unwrap_or_default();
            record.blank.push(Unanswered { field, label, reason });
            continue;
        }
        let (keys, sources) = match &entry.source {
            Some(Source::Profile(pointers)) => {
                (entry.keys.iter().map(ToString::to_string).collect(), pointers.clone())
            }
            Some(Source::Candidate) | None => (Vec::new(), vec!["answers".to_owned()]),
        };
        let reason = entry.reason.clone().unwrap_or_default();
        record.answers.push(Answered { field, label, keys, sources, reason });
    }
    record
}
