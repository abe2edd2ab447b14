//! Paragraphs down a page, and on to the next one.

use super::finish::{Drawing, Mark, Properties, finish};
use super::fonts::Fonts;
use super::line::{Line, before_the_end, break_lines};
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
    /// A4 with the wider margins of a letter, 25 and 22 mm.
    pub const LETTER: Self = Self { side: 71.0, end: 62.0, ..Self::A4 };
}

/// How the lines of a paragraph stand.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub enum Shape {
    /// At the left edge.
    #[default]
    Left,
    /// At the left edge, the first line so many points further in, as Chinese has it.
    FirstLine(f32),
    /// At the right edge.
    Right,
}

/// How far apart lines stand, for their size.
const LEADING: f32 = 1.32;
/// Where a line's foot stands in its height.
const FOOT: f32 = 0.28;

/// A document that is being written from top to bottom.
#[derive(Debug)]
pub struct Flow<'a> {
    pub(super) fonts: &'a Fonts,
    pub(super) paper: Paper,
    leading: f32,
    pages: Vec<Vec<Drawing>>,
    /// How far down the page we are, from its top edge.
    pub(super) y: f32,
}

/// Where lines go: from the left margin, over so much width.
#[derive(Debug, Clone, Copy)]
pub(super) struct Column {
    pub(super) x: f32,
    pub(super) width: f32,
    pub(super) shape: Shape,
}

impl<'a> Flow<'a> {
    /// An empty document.
    pub fn new(fonts: &'a Fonts, paper: Paper) -> Self {
        Self { fonts, paper, leading: LEADING, pages: vec![Vec::new()], y: paper.end }
    }

    /// The same with lines `leading` times their size apart. Chinese wants more than Latin.
    #[must_use]
    pub fn with_leading(self, leading: f32) -> Self {
        Self { leading, ..self }
    }

    /// A paragraph over the full width.
    pub fn paragraph(&mut self, spans: &[Span]) -> Result<(), Error> {
        self.shaped(spans, Shape::Left)
    }

    /// A paragraph over the full width, its lines standing as `shape` says.
    pub fn shaped(&mut self, spans: &[Span], shape: Shape) -> Result<(), Error> {
        self.set(spans, Column { x: 0.0, width: self.width(), shape })
    }

    /// A paragraph behind a bullet.
    pub fn bullet(&mut self, spans: &[Span]) -> Result<(), Error> {
        const INDENT: f32 = 11.0;
        let size = spans.iter().map(|it| it.size).fold(0.0, f32::max);
        self.keep(size * self.leading);
        let bullet = [Span::new("•", size).colour(Colour::GREY)];
        let lines = break_lines(self.fonts, &bullet, INDENT, 0.0)?;
        let text = Column { x: INDENT, width: self.width() - INDENT, shape: Shape::Left };
        let own = break_lines(self.fonts, spans, text.width, 0.0)?;
        // The bullet goes where its words go, should they begin the next page.
        if before_the_end(own.len(), self.fit(&own, spans)) == 0 {
            self.turn();
        }
        let y = self.y;
        self.place(&lines, &bullet, Column { x: 2.0, width: INDENT, shape: Shape::Left });
        self.y = y;
        self.place_paragraph(&own, spans, text);
        Ok(())
    }

    /// A paragraph on the left, and on its first line something at the right
    /// edge, such as dates. Both stay on one page.
    pub fn row(&mut self, left: &[Span], right: &[Span]) -> Result<(), Error> {
        const GAP: f32 = 12.0;
        let full = self.width();
        let aside = break_lines(self.fonts, right, full / 2.0, 0.0)?;
        let taken = aside.iter().map(|it| it.width).fold(0.0, f32::max);
        let lines = break_lines(self.fonts, left, full - taken - GAP, 0.0)?;
        let tall = |lines: &[Line], spans: &[Span]| lines.iter().map(|_| self.line(spans)).sum();
        self.keep(f32::max(tall(&lines, left), tall(&aside, right)));
        let y = self.y;
        self.place(&aside, right, Column { x: 0.0, width: full, shape: Shape::Right });
        let below = self.y;
        self.y = y;
        self.place(&lines, left, Column { x: 0.0, width: full, shape: Shape::Left });
        self.y = self.y.max(below);
        Ok(())
    }

    /// A paragraph in a column.
    fn set(&mut self, spans: &[Span], column: Column) -> Result<(), Error> {
        let indent = column.shape.indent();
        let lines = break_lines(self.fonts, spans, column.width, indent)?;
        self.place_paragraph(&lines, spans, column);
        Ok(())
    }

    /// Puts a paragraph down so that no line of it stands alone at a page's end or beginning.
    fn place_paragraph(&mut self, lines: &[Line], spans: &[Span], column: Column) {
        let first = before_the_end(lines.len(), self.fit(lines, spans));
        self.place(&lines[..first], spans, column);
        if first == lines.len() {
            return;
        }
        self.turn();
        let rest = match column.shape {
            Shape::FirstLine(_) if first > 0 => Column { shape: Shape::Left, ..column },
            _ => column,
        };
        self.place(&lines[first..], spans, rest);
    }

    /// How many of these lines the page has room for.
    fn fit(&self, lines: &[Line], spans: &[Span]) -> usize {
        let mut y = self.y;
        let fits = |line: &&Line| {
            y += self.tall(line, spans);
            y <= self.paper.height - self.paper.end
        };
        lines.iter().take_while(fits).count()
    }

    /// Puts lines below one another, turning the page where one does not fit.
    pub(super) fn place(&mut self, lines: &[Line], spans: &[Span], column: Column) {
        for (number, line) in lines.iter().enumerate() {
            let tall = self.tall(line, spans);
            self.keep(tall);
            let y = self.paper.height - self.y - tall * (1.0 - FOOT);
            let shift = match column.shape {
                Shape::FirstLine(indent) if number == 0 => indent,
                Shape::Right => column.width - line.width,
                _ => 0.0,
            };
            for piece in &line.pieces {
                let span = spans[piece.span].clone();
                let x = self.paper.side + column.x + shift + piece.x;
                if let Some(fill) = span.fill {
                    let (below, height) = (y - 0.26 * span.size, 1.2 * span.size);
                    let mark = Mark::Fill { colour: fill, height };
                    self.draw(Drawing { x, y: below, width: piece.width, mark });
                }
                let mark = Mark::Words { text: piece.text.clone(), span, font: piece.font };
                self.draw(Drawing { x, y, width: piece.width, mark });
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
        if points > self.room() {
            self.turn();
        }
    }

    /// How many points are left on this page.
    pub(super) fn room(&self) -> f32 {
        self.paper.height - self.paper.end - self.y
    }

    /// Starts a new page, unless this one is new.
    pub(super) fn turn(&mut self) {
        if self.y > self.paper.end {
            self.pages.push(Vec::new());
            self.y = self.paper.end;
        }
    }

    /// How many points a line may be wide.
    pub(super) fn width(&self) -> f32 {
        self.paper.width - 2.0 * self.paper.side
    }

    pub(super) fn draw(&mut self, drawing: Drawing) {
        if let Some(page) = self.pages.last_mut() {
            page.push(drawing);
        }
    }

    /// The height of a line.
    pub(super) fn tall(&self, line: &Line, spans: &[Span]) -> f32 {
        let used = line.pieces.iter().map(|it| spans[it.span].size * self.leading);
        let tall = used.fold(0.0, f32::max);
        if tall == 0.0 { self.line(spans) } else { tall }
    }

    /// The height of a line of these words.
    fn line(&self, spans: &[Span]) -> f32 {
        spans.iter().map(|it| it.size * self.leading).fold(0.0, f32::max)
    }

    /// The document's bytes. Where it has several pages, each says which one it is.
    pub fn finish(mut self, properties: &Properties<'_>) -> Result<Vec<u8>, Error> {
        let count = self.pages.len();
        if count > 1 {
            for (number, page) in self.pages.iter_mut().enumerate() {
                let text = format!("{} · {} / {count}", properties.author, number + 1);
                let spans = [Span::new(text, 8.0).colour(Colour::GREY)];
                for line in break_lines(self.fonts, &spans, f32::MAX, 0.0)? {
                    let left = self.paper.width - self.paper.side - line.width;
                    let y = self.paper.end / 2.0;
                    for piece in line.pieces {
                        let mark = Mark::Words {
                            text: piece.text,
                            span: spans[0].clone(),
                            font: piece.font,
                        };
                        page.push(Drawing { x: left + piece.x, y, width: piece.width, mark });
                    }
                }
            }
        }
        finish(self.fonts, self.paper, &self.pages, properties)
    }
}

impl Shape {
    /// How much shorter the first line is.
    fn indent(self) -> f32 {
        if let Self::FirstLine(indent) = self { indent } else { 0.0 }
    }
}
