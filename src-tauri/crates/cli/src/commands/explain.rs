//! `inspect --explain`: the form drawn, and what is thought of each blank.

use std::io::{self, Write};

use engine::{Document, Explanation, Proposed, Question};

use super::{
    Context,
    forms::{kind, print_warnings, sureness},
};
use crate::{args::Inspect, draw, failure::Failure, print::shown, progress};

/// Paragraphs are broken here where the terminal does not say how wide it is.
const WIDTH: usize = 100;

pub(crate) fn explain(context: &Context, args: &Inspect) -> Result<(), Failure> {
    let form = Document::open(&args.form)?;
    let profile = args.profile.as_deref().map(|it| context.engine.open_profile(it)).transpose()?;
    let explanation = progress::during("Reading the form", || {
        context.engine.explain(&form, profile.as_ref(), context.now.date())
    })?;
    print(&mut io::stdout().lock(), &explanation)?;
    Ok(())
}

fn print(out: &mut impl Write, explanation: &Explanation) -> io::Result<()> {
    let terminal = console::Term::stdout().size_checked();
    let width = terminal.map_or(WIDTH, |(_, columns)| usize::from(columns).max(40));
    for page in &explanation.pages {
        writeln!(out, "{}", shown(&page.part))?;
        for line in draw::lines(&page.blocks, width) {
            writeln!(out, "{line}")?;
        }
        writeln!(out)?;
    }
    let fields = &explanation.inspection.fields;
    for (number, question) in fields.iter().enumerate() {
        let proposed = explanation.proposed.as_ref().and_then(|it| it.get(number));
        print_field(out, question, proposed)?;
    }
    let known = fields.iter().filter(|it| it.key.is_some()).count();
    writeln!(out, "{} fields, {known} of them known (* required)", fields.len())?;
    print_warnings(out, &explanation.inspection.warnings)
}

fn print_field(
    out: &mut impl Write,
    question: &Question,
    proposed: Option<&Proposed>,
) -> io::Result<()> {
    let field = &question.field;
    let mark = if field.required { " *" } else { "" };
    writeln!(out, "{}  {}{mark}", field.id, shown(&field.label))?;
    let mut row = |name: &str, words: &str| match words {
        "" => Ok(()),
        words => writeln!(out, "    {name:<8}  {}", shown(words)),
    };
    row("section", &field.section.join(" › "))?;
    row("kind", &kind_in_full(question))?;
    row("hint", &field.hint)?;
    row("unit", &field.unit)?;
    row("limits", &limits(question))?;
    row("stands", &field.current)?;
    row("who", who(field.filler))?;
    row("fact", &fact(question))?;
    row("because", question.reason.as_deref().unwrap_or_default())?;
    if let Some(proposed) = proposed {
        for line in proposed.shown.lines() {
            row("value", line)?;
        }
        row("blank", proposed.because.as_deref().unwrap_or_default())?;
        for note in &proposed.notes {
            row("note", note)?;
        }
    }
    writeln!(out)
}

fn kind_in_full(question: &Question) -> String {
    let field = &question.field;
    let parts = (!field.date_parts.is_empty())
        .then(|| format!("in parts: {:?}", field.date_parts).to_lowercase());
    let options = (!field.options.is_empty()).then(|| {
        let how = if field.single { "one" } else { "any" };
        format!("{how} of: {}", field.options.join(" | "))
    });
    let columns = (!field.columns.is_empty()).then(|| {
        let names: Vec<&str> = field.columns.iter().map(|it| it.label.as_str()).collect();
        format!("{} of: {}", field.rows, names.join(" | "))
    });
    let depends = field.depends_on.as_ref();
    let depends = depends.map(|(on, option)| format!("only with {on}.o{option}"));
    let more = [parts, options, columns, depends].into_iter().flatten();
    std::iter::once(kind(field.kind).to_owned()).chain(more).collect::<Vec<_>>().join(", ")
}

fn limits(question: &Question) -> String {
    let field = &question.field;
    let most = field.max_chars.map(|it| format!("{it} characters"));
    let words = field.max_words.map(|it| format!("{it} words"));
    let line = field.width.map(|it| format!("a line of about {it} half-width characters"));
    most.into_iter().chain(words).chain(line).collect::<Vec<_>>().join(", ")
}

fn who(filler: engine::Filler) -> &'static str {
    match filler {
        engine::Filler::Candidate => "the candidate",
        engine::Filler::Office => "somebody else",
        engine::Filler::Signature => "the candidate's hand",
    }
}

fn fact(question: &Question) -> String {
    match (&question.key, question.confidence, question.score) {
        (Some(keys), Some(confidence), Some(score)) => {
            format!("{} ({}, {score:.2})", keys.join("+"), sureness(confidence))
        }
        _ if question.field.filler == engine::Filler::Candidate => "not known".to_owned(),
        _ => String::new(),
    }
}
