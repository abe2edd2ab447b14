//! `profile new|check|schema|import|export`.

use std::{
    io::{self, Write as _},
    path::Path,
};

use engine::{Document, Existing, OpenProfile, ProfileSeverity, desk::Access};

use super::{Context, vault};
use crate::{
    args::{Kept, OneProfile, Profile},
    failure::Failure,
    json,
    print::shown,
};

pub(crate) fn run(context: &Context, args: &Profile) -> Result<(), Failure> {
    match args {
        Profile::New { file } => begin(context, file),
        Profile::Check { profile, print } => check(context, profile, print.json),
        Profile::Schema => Ok(json::print(&context.engine.profile_schema())?),
        Profile::Import { file, facts } => match &facts.profile {
            Some(profile) => import(context, file, profile),
            None => import_into_vault(context, file, &facts.vault.at),
        },
        Profile::Export { profile, language, out, force } => {
            let opened = opened(context, profile)?;
            let resume = context.engine.export_profile(&opened, (*language).into());
            let existing = if *force { Existing::Replace } else { Existing::Keep };
            export(&resume, out.as_deref(), existing)
        }
    }
}

fn opened(context: &Context, profile: &OneProfile) -> Result<OpenProfile, Failure> {
    match profile.path() {
        Some(path) => Ok(context.engine.open_profile(path)?),
        None => Ok(vault::borrowed(context, &profile.vault.at, Access::Read)?.lend_profile()?),
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

fn check(context: &Context, args: &OneProfile, json: bool) -> Result<(), Failure> {
    let profile = opened(context, args)?;
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
            "{} has {} to correct, first at `{}`: {}",
            args.path().map_or("the vault".to_owned(), |it| format!("`{}`", it.display())),
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

fn import_into_vault(context: &Context, file: &Path, at: &Kept) -> Result<(), Failure> {
    let source = Document::open(file)?;
    let mut desk = vault::borrowed(context, at, Access::Write)?;
    let imported = desk.import_profile(&source, context.now)?;
    let (name, facts) = (shown(&source.name()), imported.added.len());
    let mut out = io::stdout().lock();
    writeln!(out, "Took what `{name}` says into the vault; new there: {facts}")?;
    writeln!(out, "What the profile said already stayed as it was.")?;
    if !imported.skipped.is_empty() {
        writeln!(out, "No place for: {}", shown(&imported.skipped.join(", ")))?;
    }
    Ok(())
}

fn export(resume: &str, out: Option<&Path>, existing: Existing) -> Result<(), Failure> {
    let Some(out) = out else {
        io::stdout().lock().write_all(resume.as_bytes())?;
        return Ok(());
    };
    engine::save(out, resume.as_bytes(), existing)?;
    writeln!(io::stdout().lock(), "Written to {}", shown(&out.display().to_string()))?;
    Ok(())
}
