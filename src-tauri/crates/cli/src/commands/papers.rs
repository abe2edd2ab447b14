//! `letter`, `answers`, `summary`, `pdf` and `merge`.

use std::{
    io::{self, Write as _},
    path::Path,
};

use engine::{Document, Drawn, Existing, Writing};

use super::{Context, application::application, choices, facts};
use crate::{
    args::papers::{Answers, Letter, Merge, Out, Paper, Pdf, Summary},
    failure::Failure,
    print::{shown, size},
    progress,
};

pub(crate) fn letter(context: &Context, args: &Letter) -> Result<(), Failure> {
    let posting = context.engine.posting(&args.posting)?;
    let profile = facts(context, &args.facts)?;
    let own = args.text.as_deref().map(Document::open).transpose()?;
    let own = own.as_ref().map(Document::text).transpose()?;
    let language = args.language.into();
    let today = context.now.date();
    let letter = context.engine.cover_letter(&posting, &profile, language, own, today)?;
    if args.out.kind() == Paper::Text {
        save(&args.out.path, letter.text.as_bytes(), args.out.force)?;
    } else {
        paper(context, &letter.writing, &args.out)?;
    }
    let mut out = io::stdout().lock();
    for gap in &letter.gaps {
        writeln!(out, "note: the letter lacks `{}`; the place is marked", shown(gap))?;
    }
    Ok(())
}

pub(crate) fn answers(context: &Context, args: &Answers) -> Result<(), Failure> {
    let form = Document::open(&args.form)?;
    let profile = facts(context, &args.facts)?;
    let choices = choices(&args.choices)?;
    let (language, today) = (args.language.into(), context.now.date());
    let sheet = context.engine.answers(&form, &profile, &choices, language, today)?;
    paper(context, &sheet, &args.out)
}

pub(crate) fn summary(context: &Context, args: &Summary) -> Result<(), Failure> {
    let application = application(context, &args.application)?;
    let summary = progress::during("Looking it over", || context.engine.summary(&application))?;
    paper(context, &summary, &args.out)
}

pub(crate) fn pdf(context: &Context, args: &Pdf) -> Result<(), Failure> {
    let form = Document::open(&args.form)?;
    let out = args.out();
    if out == args.form {
        return Err(engine::Error::OntoItself { path: out }.into());
    }
    let copy = progress::during("Making the PDF", || context.engine.form_pdf(&form))?;
    save(&out, &copy.bytes, args.force)?;
    let mut told = io::stdout().lock();
    if let Some(pages) = copy.pages {
        writeln!(told, "{pages} {}", if pages == 1 { "page" } else { "pages" })?;
    }
    for word in &copy.lost {
        writeln!(told, "note: the PDF does not show `{}`, which stands in the form", shown(word))?;
    }
    Ok(())
}

pub(crate) fn merge(context: &Context, args: &Merge) -> Result<(), Failure> {
    let files: Vec<Document> =
        args.files.iter().map(|it| Document::open(it)).collect::<Result<_, _>>()?;
    let title = args.out.file_stem().unwrap_or_default().to_string_lossy();
    let merged =
        progress::during("Merging", || context.engine.merge(&files, &title, context.now.date()))?;
    save(&args.out, &merged, args.force)
}

/// Draws a paper and saves it.
fn paper(context: &Context, writing: &Writing, out: &Out) -> Result<(), Failure> {
    let drawn = match out.kind() {
        Paper::Word => Drawn::Word,
        Paper::Pdf => Drawn::Pdf,
        Paper::Text => {
            let what = "only a letter can be written as text".to_owned();
            let hint = "say `--out F.docx` or `--out F.pdf`".to_owned();
            return Err(Failure::Found { what, hint });
        }
    };
    let bytes = context.engine.draw(writing, drawn)?;
    save(&out.path, &bytes, out.force)
}

fn save(path: &Path, bytes: &[u8], force: bool) -> Result<(), Failure> {
    let existing = if force { Existing::Replace } else { Existing::Keep };
    engine::save(path, bytes, existing)?;
    let (path, size) = (shown(&path.display().to_string()), size(bytes.len()));
    writeln!(io::stdout().lock(), "Written to {path} ({size})")?;
    Ok(())
}
