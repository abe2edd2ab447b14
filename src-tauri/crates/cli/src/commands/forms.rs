//! `inspect` and `fill`.

use std::io::{self, Write};

use engine::{Confidence, Document, Existing, Inspection, Kind, Report};

use super::{Context, choices, explain::explain, facts};
use crate::{
    args::{Fill, Inspect},
    failure::Failure,
    json,
    print::{shown, table},
    progress,
};

pub(crate) fn inspect(context: &Context, args: &Inspect) -> Result<(), Failure> {
    if args.explain {
        return explain(context, args);
    }
    let form = Document::open(&args.form)?;
    let inspection = progress::during("Reading the form", || context.engine.inspect(&form))?;
    if args.print.json {
        json::print(&json::Inspected { inspection: &inspection })?;
    } else {
        print_fields(&inspection)?;
    }
    Ok(())
}

fn print_fields(inspection: &Inspection) -> io::Result<()> {
    let mut out = io::stdout().lock();
    let rows: Vec<_> = inspection
        .fields
        .iter()
        .map(|question| {
            let field = &question.field;
            let mark = if field.required { " *" } else { "" };
            vec![
                field.id.to_string(),
                format!("{}{mark}", field.label),
                kind(field.kind).to_owned(),
                match field.filler {
                    engine::Filler::Candidate => "",
                    engine::Filler::Office => "for others",
                    engine::Filler::Signature => "by hand",
                }
                .to_owned(),
                question.key.as_ref().map(|keys| keys.join("+")).unwrap_or_default(),
                question.confidence.map(sureness).unwrap_or_default().to_owned(),
            ]
        })
        .collect();
    table(&mut out, &["id", "question", "kind", "who", "fact", "how sure"], &rows)?;
    let known = inspection.fields.iter().filter(|it| it.key.is_some()).count();
    writeln!(out, "\n{} fields, {known} of them known (* required)", rows.len())?;
    print_warnings(&mut out, &inspection.warnings)
}

pub(crate) fn fill(context: &Context, args: &Fill) -> Result<(), Failure> {
    let form = Document::open(&args.form)?;
    let profile = facts(context, &args.facts)?;
    let choices = choices(&args.choices)?;
    let filled = progress::during("Filling the form", || {
        context.engine.fill(&form, &profile, &choices, context.now.date())
    })?;
    let existing = if args.force { Existing::Replace } else { Existing::Keep };
    context.engine.save_form(&args.out, &filled, &form, existing)?;
    if args.print.json {
        let report = (&filled.report).into();
        let warnings = &filled.warnings;
        json::print(&json::Filled { form: form.name(), out: &args.out, report, warnings })?;
        return Ok(());
    }
    let mut out = io::stdout().lock();
    print_report(&mut out, &filled.report)?;
    print_warnings(&mut out, &filled.warnings)?;
    writeln!(out, "\nWritten to {}", shown(&args.out.display().to_string()))?;
    Ok(())
}

/// What was written, then what stayed blank and why.
pub(crate) fn print_report(out: &mut impl Write, report: &Report) -> io::Result<()> {
    let written: Vec<_> = report
        .fields
        .iter()
        .filter_map(|it| {
            let keys: Vec<_> = it.keys.iter().map(ToString::to_string).collect();
            let from = match it.source {
                Some(engine::Source::Candidate) => "your answer".to_owned(),
                _ => keys.join("+"),
            };
            Some(vec![it.id.to_string(), it.label.clone(), it.written.clone()?, from])
        })
        .collect();
    if !written.is_empty() {
        table(out, &["id", "question", "written", "from"], &written)?;
    }
    let blank: Vec<_> = report
        .fields
        .iter()
        .filter(|it| it.written.is_none())
        .map(|it| {
            let mark = if it.required { " *" } else { "" };
            let why = it.because.clone().unwrap_or_default();
            vec![it.id.to_string(), format!("{}{mark}", it.label), why]
        })
        .collect();
    if !blank.is_empty() {
        writeln!(out)?;
        table(out, &["id", "left blank", "why"], &blank)?;
    }
    let missing = match report.missing {
        0 => String::new(),
        count => format!(", {count} of them required (*)"),
    };
    writeln!(out, "\n{} written, {} blank{missing}", written.len(), blank.len())
}

pub(super) fn print_warnings(out: &mut impl Write, warnings: &[String]) -> io::Result<()> {
    for warning in warnings {
        writeln!(out, "note: the form reaches out of itself: {}", shown(warning))?;
    }
    Ok(())
}

pub(super) fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "text",
        Kind::Date => "date",
        Kind::Check => "check",
        Kind::Choice => "choice",
        Kind::Photo => "photo",
        Kind::Signature => "signature",
        Kind::Rows => "rows",
    }
}

pub(super) fn sureness(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Sure => "sure",
        Confidence::Likely => "likely",
        Confidence::Unsure => "unsure",
    }
}
