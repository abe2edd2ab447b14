//! Drawings into bytes: the fonts cut down, the properties set, nothing left to chance.
//!
//! printpdf numbers its resources at random and knows neither the document's
//! language nor that its title should show in the window, so names are given here
//! and the last details are set in the finished tree of objects.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Object};
use printpdf::{
    Actions, BorderArray, Color, Line, LinePoint, LinkAnnotation, Mm, Op, PaintMode, PdfDocument,
    PdfFont, PdfFontHandle, PdfPage, PdfSaveOptions, Point, Pt, Rect, Rgb, TextItem,
};

use super::flow::Paper;
use super::font::Font;
use super::fonts::{FontId, Fonts};
use super::{Colour, Span};
use crate::Error;

/// What a document says of itself.
#[derive(Debug, Clone, Copy)]
pub struct Properties<'a> {
    /// Its title, shown by the window.
    pub title: &'a str,
    /// Who wrote it.
    pub author: &'a str,
    /// What it is about.
    pub subject: &'a str,
    /// Its language, such as `en-GB`.
    pub language: &'a str,
    /// When it was written: year, month, day. Given, so that the same words make the same bytes.
    pub date: (i16, i8, i8),
}

/// Something on a page; `x` and `y` count from its lower left corner.
#[derive(Debug)]
pub(super) struct Drawing {
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) width: f32,
    pub(super) mark: Mark,
}

#[derive(Debug)]
pub(super) enum Mark {
    Words {
        text: String,
        span: Span,
        font: FontId,
    },
    Rule(Colour),
    /// A filled box, as tall as this; `x` and `y` are its lower left corner.
    Fill {
        colour: Colour,
        height: f32,
    },
}

/// Writes the pages.
pub(super) fn finish(
    fonts: &Fonts,
    paper: Paper,
    pages: &[Vec<Drawing>],
    properties: &Properties<'_>,
) -> Result<Vec<u8>, Error> {
    let mut document = PdfDocument::new(properties.title);
    document.metadata.info.author = properties.author.into();
    document.metadata.info.subject = properties.subject.into();
    document.metadata.info.creator = "Candidacy".into();
    document.metadata.info.producer = "Candidacy".into();
    for (id, letters) in letters(pages) {
        let font = fonts.of(id).cut(&id.tag(), &letters)?;
        document.resources.fonts.map.insert(resource(id), PdfFont::new(font));
    }
    let (width, height) = (Mm::from(Pt(paper.width)), Mm::from(Pt(paper.height)));
    let pages = pages.iter().map(|page| {
        PdfPage::new(width, height, page.iter().flat_map(|it| operators(fonts, it)).collect())
    });
    document.with_pages(pages.collect());
    let mut objects =
        printpdf::serialize::to_lopdf_doc(&document, &PdfSaveOptions::default(), &mut Vec::new());
    describe(&mut objects, properties);
    objects.compress();
    let mut bytes = Vec::new();
    let saved = objects.save_to(&mut bytes);
    saved.map_err(|error| Error::Unwritten { reason: error.to_string() })?;
    Ok(bytes)
}

fn resource(id: FontId) -> printpdf::FontId {
    printpdf::FontId(id.resource())
}

/// The letters that each font draws.
fn letters(pages: &[Vec<Drawing>]) -> BTreeMap<FontId, BTreeSet<char>> {
    let mut letters: BTreeMap<FontId, BTreeSet<char>> = BTreeMap::new();
    for drawing in pages.iter().flatten() {
        if let Mark::Words { text, font, .. } = &drawing.mark {
            letters.entry(*font).or_default().extend(text.chars());
        }
    }
    letters
}

fn operators(fonts: &Fonts, drawing: &Drawing) -> Vec<Op> {
    let at = |x: f32, y: f32| Point { x: Pt(x), y: Pt(y) };
    let Drawing { x, y, width, mark } = drawing;
    match mark {
        Mark::Rule(colour) => {
            let point = |x: f32| LinePoint { p: at(x, *y), bezier: false };
            vec![
                Op::SetOutlineColor { col: rgb(*colour) },
                Op::SetOutlineThickness { pt: Pt(0.6) },
                Op::DrawLine {
                    line: Line { points: vec![point(*x), point(x + width)], is_closed: false },
                },
            ]
        }
        Mark::Fill { colour, height } => {
            let mut rectangle = Rect::from_xywh(Pt(*x), Pt(*y), Pt(*width), Pt(*height));
            rectangle.mode = Some(PaintMode::Fill);
            vec![Op::SetFillColor { col: rgb(*colour) }, Op::DrawRectangle { rectangle }]
        }
        Mark::Words { text, span, font } => {
            let own = fonts.of(*font);
            let font = PdfFontHandle::External(resource(*font));
            let mut operators = vec![
                Op::StartTextSection,
                Op::SetFillColor { col: rgb(span.colour) },
                Op::SetFont { font, size: Pt(span.size) },
                Op::SetTextCursor { pos: at(*x, *y) },
                Op::ShowText { items: kerned(&own, text) },
                Op::EndTextSection,
            ];
            if let Some(address) = &span.link {
                let area = Rect::from_xywh(
                    Pt(*x),
                    Pt(y - 0.2 * span.size),
                    Pt(*width),
                    Pt(1.1 * span.size),
                );
                let link = LinkAnnotation::new(
                    area,
                    Actions::Uri(address.clone()),
                    Some(BorderArray::Solid([0.0; 3])),
                    None,
                    None,
                );
                operators.push(Op::LinkAnnotation { link });
            }
            operators
        }
    }
}

/// The words, with the pairs that stand too far apart or too close moved.
fn kerned(font: &Font, text: &str) -> Vec<TextItem> {
    let mut items = Vec::new();
    let mut word = String::new();
    for c in text.chars() {
        let by = word.chars().next_back().map_or(0.0, |before| font.kern(before, c));
        if by != 0.0 {
            items.push(TextItem::Text(std::mem::take(&mut word)));
            // The format counts what is taken away.
            items.push(TextItem::Offset(-by));
        }
        word.push(c);
    }
    items.push(TextItem::Text(word));
    items
}

fn rgb(colour: Colour) -> Color {
    let part = |it: u8| f32::from(it) / 255.0;
    let Colour(r, g, b) = colour;
    Color::Rgb(Rgb { r: part(r), g: part(g), b: part(b), icc_profile: None })
}

/// Sets what printpdf does not: the language, the title in the window, the date;
/// and takes away the random identifier, which only encrypted files need.
fn describe(objects: &mut lopdf::Document, properties: &Properties<'_>) {
    objects.trailer.remove(b"ID");
    // What these entries are read as; printpdf says 1.3.
    objects.version = "1.7".into();
    let (year, month, day) = properties.date;
    let date = format!("D:{year:04}{month:02}{day:02}000000Z");
    if let Some(info) = dictionary(objects, b"Info") {
        info.set("CreationDate", Object::string_literal(date.as_str()));
        info.set("ModDate", Object::string_literal(date.as_str()));
        // Said of standards that we do not claim, or of nothing.
        for empty in ["GTS_PDFXVersion", "Identifier", "Keywords", "Trapped"] {
            info.remove(empty.as_bytes());
        }
    }
    if let Some(catalog) = dictionary(objects, b"Root") {
        catalog.set("Lang", Object::string_literal(properties.language));
        let mut preferences = Dictionary::new();
        preferences.set("DisplayDocTitle", true);
        catalog.set("ViewerPreferences", preferences);
    }
}

fn dictionary<'a>(objects: &'a mut lopdf::Document, key: &[u8]) -> Option<&'a mut Dictionary> {
    let id = objects.trailer.get(key).and_then(Object::as_reference).ok()?;
    objects.get_object_mut(id).and_then(Object::as_dict_mut).ok()
}
