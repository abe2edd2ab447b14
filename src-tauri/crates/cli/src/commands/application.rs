//! `bundle` and `check`.

use std::io::{self, Write};

use engine::{Bundled, Document, Extras, LetterFrom, PdfCopies, Preflight, Severity, Verdict};

use super::{Context, choices, facts, forms::print_report};
use crate::{
    args::{self, Bundle},
    failure::Failure,
    json,
    print::{shown, size},
    progress,
};

pub(crate) fn bundle(context: &Context, args: &Bundle) -> Result<(), Failure> {
    let mut application = application(context, &args.application)?;
    application.extras = extras(&args.extras)?;
    let json = args.application.print.json;
    let bundled = progress::during("Reading, filling and bundling", || {
        context.engine.bundle(&application, &args.out)
    });
    match bundled {
        Ok(bundled) if json => json::print(&json::Done::from(&bundled))?,
        Ok(bundled) => print_bundle(&bundled)?,
        Err(engine::Error::NotReady(preflight)) => {
            if json {
                json::print(&json::Checked::from(&*preflight))?;
            } else {
                print_preflight(&mut io::stdout().lock(), &preflight)?;
            }
            return Err(engine::Error::NotReady(preflight).into());
        }
        Err(error) => return Err(error.into()),
    }
    Ok(())
}

pub(crate) fn check(context: &Context, args: &args::Application) -> Result<(), Failure> {
    let application = application(context, args)?;
    let preflight = progress::during("Looking it over", || context.engine.check(&application))?;
    if args.print.json {
        json::print(&json::Checked::from(&preflight))?;
    } else {
        print_preflight(&mut io::stdout().lock(), &preflight)?;
    }
    if preflight.is_ready() {
        return Ok(());
    }
    Err(engine::Error::NotReady(Box::new(preflight)).into())
}

/// What goes along beside form and CVs.
fn extras(args: &args::papers::Extras) -> Result<Extras, Failure> {
    let letter = match &args.letter_text {
        Some(path) => Some(LetterFrom::Text(Document::open(path)?.text()?.to_owned())),
        None => args.letter.then_some(LetterFrom::Usual),
    };
    let copies = if args.no_pdf { PdfCopies::Never } else { PdfCopies::WherePossible };
    Ok(Extras { letter, copies, papers: args.papers })
}

pub(super) fn application(
    context: &Context,
    args: &args::Application,
) -> Result<engine::Application, Failure> {
    let open = |path: &std::path::PathBuf| Document::open(path);
    let posting = context.engine.posting(&args.posting)?;
    let language = engine::desk::language_of(&posting.posting);
    Ok(engine::Application {
        posting,
        profile: facts(context, &args.facts)?,
        form: args.form.as_ref().map(open).transpose()?,
        choices: choices(&args.choices)?,
        cvs: args.cv.iter().map(open).collect::<Result<_, _>>()?,
        documents: args
            .attach
            .iter()
            .map(|it| Ok((it.role, open(&it.path)?)))
            .collect::<Result<_, engine::Error>>()?,
        to: args.to.clone(),
        from: args.from.clone(),
        language: args.language.map_or(language, Into::into),
        extras: Extras::default(),
        now: context.now,
    })
}

fn print_bundle(bundled: &Bundled) -> io::Result<()> {
    let mut out = io::stdout().lock();
    if let Some(report) = &bundled.report {
        print_report(&mut out, report)?;
        writeln!(out)?;
    }
    print_preflight(&mut out, &bundled.preflight)?;
    writeln!(out, "\nFolder  {}", shown(&bundled.folder.display().to_string()))?;
    for file in &bundled.files {
        writeln!(out, "        {} ({})", shown(&file.name), size(file.bytes))?;
    }
    writeln!(out, "Zip     {}", shown(&bundled.zip.display().to_string()))?;
    if let Some(draft) = &bundled.draft {
        writeln!(out, "Draft   {}", shown(&draft.display().to_string()))?;
        let to: Vec<_> = bundled.to.iter().map(ToString::to_string).collect();
        let to = if to.is_empty() { "(nobody yet)".to_owned() } else { to.join(", ") };
        writeln!(out, "        To: {}", shown(&to))?;
        writeln!(
            out,
            "        Subject: {}",
            shown(bundled.subject.as_deref().unwrap_or_default())
        )?;
        writeln!(
            out,
            "\nOpen the draft in your mail program, look it over, and press send there."
        )?;
    }
    Ok(())
}

fn print_preflight(out: &mut impl Write, preflight: &Preflight) -> io::Result<()> {
    for finding in &preflight.findings {
        let mark = match finding.severity {
            Severity::Stops => "STOP",
            Severity::Warns => "note",
        };
        writeln!(out, "{mark}  {}", shown(&finding.what))?;
        writeln!(out, "      {}", shown(&finding.hint))?;
    }
    if preflight.findings.is_empty() {
        writeln!(out, "Nothing stands in the way.")?;
    }
    if let Some(logic) = preflight.logic {
        let needed = match logic {
            engine::Logic::OneOrMore => "one or more is needed",
            engine::Logic::All => "all are asked for",
        };
        writeln!(out, "\nQualifications ({needed}):")?;
    }
    for evidence in &preflight.evidence {
        let verdict = match evidence.verdict {
            Verdict::Met => "met",
            Verdict::Perhaps => "perhaps",
            Verdict::NothingFound => "nothing found",
        };
        writeln!(out, "  {verdict:<14} {}", shown(&evidence.text))?;
        for reason in evidence.reasons.iter().take(3) {
            writeln!(out, "                 - {}", shown(&reason.en))?;
        }
    }
    Ok(())
}
