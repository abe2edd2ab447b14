//! `profile new|check|schema|import|export`.

use std::{
    io::{self, Write as _},
    path::Path,
};

use engine::{Document, Existing, ProfileSeverity};

use super::Context;
use crate::{args::Profile, failure::Failure, json, print::shown};

pub(crate) fn run(context: &Context, args: &Profile) -> Result<(), Failure> {
    match args {
        Profile::New { file } => begin(context, file),
        Profile::Check { profile, print } => check(context, &profile.path(), print.json),
        Profile::Schema => Ok(json::print(&context.engine.profile_schema())?),
        Profile::Import { file, profile } => import(context, file, profile),
        Profile::Export { profile, language, out, force } => {
            let opened = context.engine.open_profile(&profile.path())?;
            let resume = context.engine.export_profile(&opened, (*language).into());
            let existing = if *force { Existing::Replace } else { Existing::Keep };
            export(context, &resume, out.as_deref(), existing)
        }
    }
}

fn begin(context: &Context, file: &Path) -> Result<(), Failure> {
    context.engine.begin_profile(file)?;
    let mut out = io::stdout().lock();
    writeln!(out, "Begun {}", shown(&file.display().to_string()))?;
    writeln!(out, "Fill in what you like; null means that you have not said.")?;
    writeln!(out, "`candidacy profile schema` says what else can be told.")?;
    Ok(())
}

fn check(context: &Context, path: &Path, json: bool) -> Result<(), Failure> {
    let profile = context.engine.open_profile(path)?;
    let findings = context.engine.check_profile(&profile, context.now.date());
    if json {
        json::print(&findings)?;
    } else {
        let mut out = io::stdout().lock();
        for finding in &findings {
            let mark = match finding.severity {
                ProfileSeverity::Error => "wrong",
                ProfileSeverity::Warning => "note ",
            };
            let place = shown(&finding.pointer);
            writeln!(out, "{mark}  {place}: {}", shown(&finding.message))?;
            writeln!(out, "       {}", shown(&finding.hint))?;
        }
        if findings.is_empty() {
            writeln!(out, "Nothing is wrong with it.")?;
        }
    }
    let wrong: Vec<_> =
        findings.iter().filter(|it| it.severity == ProfileSeverity::Error).collect();
    let Some(first) = wrong.first() else { return Ok(()) };
    Err(Failure::Found {
        what: format!(
            "`{}` has {} to correct, first at `{}`: {}",
            path.display(),
            if wrong.len() == 1 {
                "one thing".to_owned()
            } else {
                format!("{} things", wrong.len())
            },
            first.pointer,
            first.message
        ),
        hint: first.hint.clone(),
    })
}

fn import(context: &Context, file: &Path, profile: &Path) -> Result<(), Failure> {
    let source = Document::open(file)?;
    let imported = context.engine.import_profile(&source, profile)?;
    let mut out = io::stdout().lock();
    let into = shown(&profile.display().to_string());
    writeln!(out, "Took what `{}` says, {}, into {into}", shown(&source.name()), imported.kind())?;
    writeln!(out, "What the profile said already stayed as it was.")?;
    Ok(())
}

fn export(
    context: &Context,
    resume: &str,
    out: Option<&Path>,
    existing: Existing,
) -> Result<(), Failure> {
    let Some(out) = out else {
        io::stdout().lock().write_all(resume.as_bytes())?;
        return Ok(());
    };
    context.engine.save(out, resume.as_bytes(), existing)?;
    writeln!(io::stdout().lock(), "Written to {}", shown(&out.display().to_string()))?;
    Ok(())
}
