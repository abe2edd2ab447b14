//! The sample candidate's English CV, as a PDF.

use std::path::Path;

use documents::pdf::{Colour, Flow, Fonts, Paper, Properties, Span};

use super::outline::{Entry, Outline, Piece, Weight};

const INK: Colour = Colour(0x17, 0x32, 0x4d);
const LINE: Colour = Colour(0xc5, 0xce, 0xd8);
const SIZE: f32 = 9.8;

/// Makes `cv-en.pdf`.
pub(super) fn build(outline: &Outline, fonts: &Path) -> Result<Vec<u8>, String> {
    let file = |name: &str| {
        let path = fonts.join(name);
        std::fs::read(&path).map_err(|error| format!("`{}`: {error}", path.display()))
    };
    let fonts =
        Fonts::open(&file("Lato-Regular.ttf")?, &file("Lato-Bold.ttf")?, &file("Lato-Italic.ttf")?);
    let title = format!("{} – Curriculum Vitae", outline.name);
    let properties = Properties {
        title: &title,
        author: &outline.name,
        subject: &outline.label,
        language: "en",
        date: super::DATE,
    };
    fonts
        .and_then(|fonts| {
            let mut flow = Flow::new(&fonts, Paper::A4);
            write(&mut flow, outline)?;
            flow.finish(&properties)
        })
        .map_err(|error| error.to_string())
}

fn write(flow: &mut Flow<'_>, outline: &Outline) -> Result<(), documents::Error> {
    flow.paragraph(&[Span::new(&outline.name, 23.0).bold().colour(INK)])?;
    flow.paragraph(&[Span::new(&outline.label, 11.0).colour(Colour::GREY)])?;
    flow.space(3.0);
    for line in &outline.contacts {
        let mut contacts = Vec::new();
        for contact in line {
            if !contacts.is_empty() {
                contacts.push(Span::new("   |   ", SIZE).colour(LINE));
            }
            let span = Span::new(&contact.words, SIZE);
            contacts.push(match &contact.address {
                Some(address) => span.colour(INK).link(address),
                None => span,
            });
        }
        flow.paragraph(&contacts)?;
    }
    for section in &outline.sections {
        flow.space(9.0);
        // A heading alone at the foot of a page is worse than some white.
        flow.keep(60.0);
        flow.paragraph(&[Span::new(section.title, 11.5).bold().colour(INK)])?;
        flow.space(1.5);
        flow.rule(LINE);
        flow.space(4.0);
        for entry in &section.entries {
            write_entry(flow, entry)?;
        }
    }
    Ok(())
}

fn write_entry(flow: &mut Flow<'_>, entry: &Entry) -> Result<(), documents::Error> {
    if !entry.head.is_empty() {
        flow.keep(28.0);
        let aside = Span::new(&entry.aside, SIZE).colour(Colour::GREY);
        flow.row(&spans(&entry.head), &[aside])?;
    }
    for line in &entry.lines {
        flow.paragraph(&spans(line))?;
    }
    for bullet in &entry.bullets {
        flow.bullet(&[Span::new(bullet, SIZE)])?;
    }
    let lines = usize::from(!entry.head.is_empty()) + entry.lines.len() + entry.bullets.len();
    flow.space(if lines > 1 { 5.0 } else { 2.0 });
    Ok(())
}

fn spans(pieces: &[Piece]) -> Vec<Span> {
    let span = |piece: &Piece| {
        let span = Span::new(&piece.words, SIZE);
        match piece.weight {
            Weight::Plain => span,
            Weight::Strong => span.bold(),
            Weight::Slanted => span.italic(),
            Weight::Quiet => span.colour(Colour::GREY),
        }
    };
    pieces.iter().map(span).collect()
}
