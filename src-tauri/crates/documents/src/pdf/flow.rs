//! Paragraphs down a page, and on to the next one.

use super::finish::{Drawing, Mark, Properties, finish};
use super::font::Fonts;
use super::line::{Line, break_lines};
use super::{Colour, Span};
use crate::Error;

/// The sheet and its margins, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Paper {
    /// Across.
    pub width: f32,
    /// Down.
    pub height: f32,
    /// Left and right.
    pub side: f32,
    /// Above and below.
    pub end: f32,
}

impl Paper {
    /// A4 with margins of 19 and 18 mm.
    pub const A4: Self = Self { width: 595.28, height: 841.89, side: 54.0, end: 51.0 };
}

/// How far apart lines stand, for their size.
const LEADING: f32 = 1.32;
/// Where a line's foot stands in its height.
const FOOT: f32 = 0.28;

/// A document that is being written from top to bottom.
#[derive(Debug)]
pub struct Flow<'a> {
    fonts: &'a Fonts,
    paper: Paper,
    pages: Vec<Vec<Drawing>>,
    /// How far down the page we are, from its top edge.
    y: f32,
}

impl<'a> Flow<'a> {
    /// An empty document.
    pub fn new(fonts: &'a Fonts, paper: Paper) -> Self {
        Self { fonts, paper, pages: vec![Vec::new()], y: paper.end }
    }

    /// A paragraph over the full width.
    pub fn paragraph(&mut self, spans: &[Span]) -> Result<(), Error> {
        self.indented(spans, 0.0)
    }

    /// A paragraph behind a bullet.
    pub fn bullet(&mut self, spans: &[Span]) -> Result<(), Error> {
        const INDENT: f32 = 11.0;
        let size = height(spans) / LEADING;
        self.keep(size * LEADING);
        let bullet = Span::new("•", size).colour(Colour::GREY);
        let lines = break_lines(self.fonts, std::slice::from_ref(&bullet), INDENT)?;
        let y = self.y;
        self.place(&lines, &[bullet], 2.0);
        self.y = y;
        self.indented(spans, INDENT)
    }

    /// A paragraph on the left, and on its first line something at the right
    /// edge, such as dates. Both stay on one page.
    pub fn row(&mut self, left: &[Span], right: &[Span]) -> Result<(), Error> {
        const GAP: f32 = 12.0;
        let full = self.width();
        let aside = break_lines(self.fonts, right, full / 2.0)?;
        let taken = aside.iter().map(|it| it.width).fold(0.0, f32::max);
        let lines = break_lines(self.fonts, left, full - taken - GAP)?;
        let tall =
            |lines: &[Line], spans: &[Span]| lines.iter().map(|_| height(spans)).sum::<f32>();
        self.keep(tall(&lines, left).max(tall(&aside, right)));
        let y = self.y;
        for line in &aside {
            self.place(std::slice::from_ref(line), right, full - line.width);
        }
        let below = self.y;
        self.y = y;
        self.place(&lines, left, 0.0);
        self.y = self.y.max(below);
        Ok(())
    }

    fn indented(&mut self, spans: &[Span], indent: f32) -> Result<(), Error> {
        let lines = break_lines(self.fonts, spans, self.width() - indent)?;
        self.place(&lines, spans, indent);
        Ok(())
    }

    /// Puts lines below one another, turning the page where one does not fit.
    fn place(&mut self, lines: &[Line], spans: &[Span], indent: f32) {
        for line in lines {
            let used: Vec<&Span> = line.pieces.iter().map(|it| &spans[it.span]).collect();
            let tall = used.iter().map(|it| it.size * LEADING).fold(0.0, f32::max);
            let tall = if tall == 0.0 { height(spans) } else { tall };
            self.keep(tall);
            let y = self.paper.height - self.y - tall * (1.0 - FOOT);
            for piece in &line.pieces {
                let span = &spans[piece.span];
                let mark = Mark::Words { text: piece.text.clone(), span: span.clone() };
                self.draw(Drawing {
                    x: self.paper.side + indent + piece.x,
                    y,
                    width: piece.width,
                    mark,
                });
            }
            self.y += tall;
        }
    }

    /// A thin line over the full width.
    pub fn rule(&mut self, colour: Colour) {
        let y = self.paper.height - self.y;
        let drawing =
            Drawing { x: self.paper.side, y, width: self.width(), mark: Mark::Rule(colour) };
        self.draw(drawing);
    }

    /// Empty room, which vanishes at the top of a page.
    pub fn space(&mut self, points: f32) {
        if self.y > self.paper.end {
            self.y += points;
        }
    }

    /// Starts a new page unless `points` of room are left on this one.
    pub fn keep(&mut self, points: f32) {
        if self.y + points > self.paper.height - self.paper.end {
            self.pages.push(Vec::new());
            self.y = self.paper.end;
        }
    }

    /// How many points a line may be wide.
    fn width(&self) -> f32 {
        self.paper.width - 2.0 * self.paper.side
    }

    fn draw(&mut self, drawing: Drawing) {
        if let Some(page) = self.pages.last_mut() {
            page.push(drawing);
        }
    }

    /// The document's bytes. Where it has several pages, each says which one it is.
    pub fn finish(mut self, properties: &Properties<'_>) -> Result<Vec<u8>, Error> {
        let count = self.pages.len();
        if count > 1 {
            for (number, page) in self.pages.iter_mut().enumerate() {
                let text = format!("{} · {} / {count}", properties.author, number + 1);
                let span = Span::new(text, 8.0).colour(Colour::GREY);
                let lines = break_lines(self.fonts, std::slice::from_ref(&span), f32::MAX)?;
                for line in lines {
                    let x = self.paper.width - self.paper.side - line.width;
                    let y = self.paper.end / 2.0;
                    let text = span.text.clone();
                    let mark = Mark::Words { text, span: span.clone() };
                    page.push(Drawing { x, y, width: line.width, mark });
                }
            }
        }
        finish(self.fonts, self.paper, &self.pages, properties)
    }
}

/// The height of a line of these words.
fn height(spans: &[Span]) -> f32 {
    spans.iter().map(|it| it.size * LEADING).fold(0.0, f32::max)
}
