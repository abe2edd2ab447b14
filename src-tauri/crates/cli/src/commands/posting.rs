//! `posting import|check`.

use std::{
    io::{self, Read as _, Write as _},
    path::Path,
};

use engine::{Document, Posting};

use super::Context;
use crate::{args, failure::Failure, json, print::shown};

/// The most that is read from the standard input.
const MAX_BYTES: u64 = 64 << 20;

pub(crate) fn run(context: &Context, args: &args::Posting) -> Result<(), Failure> {
    match args {
        args::Posting::Import { file, out, print } => import(file, out.as_deref(), print.json),
        args::Posting::Check { file, print } => check(context, file, print.json),
    }
}

fn import(file: &Path, out: Option<&Path>, json: bool) -> Result<(), Failure> {
    let document = if file == Path::new("-") { piped()? } else { Document::open(file)? };
    let text = read(&document)?;
    if text.trim().is_empty() {
        return Err(Failure::Found {
            what: format!("`{}` is empty", document.name()),
            hint: "copy the posting's text, or save its page, and try again".into(),
        });
    }
    if Posting::parse(&document.name(), &text).is_ok() {
        return Err(Failure::Found {
            what: format!("`{}` is a posting already, and no text of one", document.name()),
            hint: "use it as it is: name its folder with `--posting`".into(),
        });
    }
    let imported = Posting::import(&text);
    let written = out.map(|folder| imported.posting().export(folder)).transpose();
    let written = written.map_err(engine::Error::from)?;
    if json {
        json::print(&imported)?;
        return Ok(());
    }
    let mut to = io::stdout().lock();
    for fact in imported.listing() {
        writeln!(to, "{}: {}", shown(&fact.name), shown(&fact.value))?;
        if !fact.quote.is_empty() {
            writeln!(to, "    “{}”", shown(&fact.quote))?;
        }
    }
    if !imported.dropped.is_empty() {
        writeln!(to, "\nLeft out as noise:")?;
    }
    for dropped in &imported.dropped {
        writeln!(to, "    {} ({})", shown(&dropped.quote.quote), dropped.why)?;
    }
    if !imported.questions.is_empty() {
        writeln!(to, "\nTo be asked:")?;
    }
    for question in &imported.questions {
        writeln!(to, "    {}: {}", question.field, question.why)?;
        for quote in &question.quotes {
            writeln!(to, "        “{}”", shown(&quote.quote))?;
        }
    }
    if let Some(path) = written {
        writeln!(to, "\nWritten {}", shown(&path.display().to_string()))?;
    }
    Ok(())
}

fn piped() -> Result<Document, Failure> {
    let mut bytes = Vec::new();
    let read = io::stdin().lock().take(MAX_BYTES).read_to_end(&mut bytes);
    read.map_err(|error| Failure::Found {
        what: format!("could not read the standard input: {error}"),
        hint: "name a file instead of `-`".into(),
    })?;
    Ok(Document::named("standard input", bytes))
}

/// The posting's text. UTF-8 is read as it is: the places in the JSON count its bytes.
fn read(document: &Document) -> Result<String, engine::Error> {
    match str::from_utf8(&document.bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(_) => document.text_in_any_encoding(),
    }
}

fn check(context: &Context, file: &Path, json: bool) -> Result<(), Failure> {
    let posting = if file.is_dir() {
        let folder = file.to_str().map(|it| context.engine.posting(it)).transpose()?;
        folder.map(|it| it.posting).ok_or_else(|| Failure::Found {
            what: "the folder's name is not UTF-8".into(),
            hint: "give it another name".into(),
        })?
    } else {
        let document = Document::open(file)?;
        let text = document.text()?;
        Posting::parse(&file.display().to_string(), text).map_err(engine::Error::from)?
    };
    if json {
        json::print(&posting)?;
        return Ok(());
    }
    let mut to = io::stdout().lock();
    writeln!(to, "In order: {}", shown(&posting.title))?;
    if !posting.ask.is_empty() {
        writeln!(to, "To be asked: {}", shown(&posting.ask.join(", ")))?;
    }
    Ok(())
}
