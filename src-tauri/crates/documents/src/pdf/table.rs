//! Tables: cells side by side, thin lines between rows, the header again on every page.

use super::finish::{Drawing, Mark};
use super::flow::{Column, Flow, Shape};
use super::line::{Line, break_lines};
use super::{Colour, Span};
use crate::Error;

/// White between a cell's words and its edges.
const BESIDE: f32 = 7.0;
const ABOVE: f32 = 4.0;
const LINE: Colour = Colour(0xd5, 0xda, 0xe1);
const SHADE: Colour = Colour(0xf1, 0xf4, 0xf7);

/// What stands in the cells of one row.
pub type Row = Vec<Vec<Span>>;

/// Cells with their lines broken.
struct Broken<'a> {
    cells: Vec<(&'a [Span], Vec<Line>)>,
}

impl Flow<'_> {
    /// A table. `widths` are the parts of the full width that its columns take.
    pub fn table(&mut self, widths: &[f32], header: &Row, rows: &[Row]) -> Result<(), Error> {
        let columns = self.columns(widths);
        let header = self.broken(header, &columns)?;
        let rows: Vec<Broken<'_>> =
            rows.iter().map(|row| self.broken(row, &columns)).collect::<Result<_, _>>()?;
        // A header alone at the foot of a page heads nothing.
        let first = rows.first().map_or(0.0, |it| self.height(it).min(60.0));
        self.keep(self.height(&header) + first);
        self.head(&header, &columns);
        for row in &rows {
            self.body(row, &columns, &header);
        }
        Ok(())
    }

    fn columns(&self, widths: &[f32]) -> Vec<Column> {
        let (full, whole) = (self.width(), widths.iter().sum::<f32>());
        let mut x = 0.0;
        let column = |part: &f32| {
            let own = full * part / whole;
            let column = Column { x: x + BESIDE, width: own - 2.0 * BESIDE, shape: Shape::Left };
            x += own;
            column
        };
        widths.iter().map(column).collect()
    }

    fn broken<'a>(&self, row: &'a Row, columns: &[Column]) -> Result<Broken<'a>, Error> {
        let cells = row.iter().zip(columns).map(|(spans, column)| {
            Ok((spans.as_slice(), break_lines(self.fonts, spans, column.width, 0.0)?))
        });
        Ok(Broken { cells: cells.collect::<Result<_, _>>()? })
    }

    /// The height of a row, with the white around its words.
    fn height(&self, row: &Broken<'_>) -> f32 {
        let cells = row.cells.iter().map(|(spans, lines)| self.lines(lines, spans));
        cells.fold(0.0, f32::max) + 2.0 * ABOVE
    }

    fn lines(&self, lines: &[Line], spans: &[Span]) -> f32 {
        lines.iter().map(|it| self.tall(it, spans)).sum()
    }

    fn head(&mut self, header: &Broken<'_>, columns: &[Column]) {
        let height = self.height(header);
        let y = self.paper.height - self.y - height;
        let (x, width) = (self.paper.side, self.width());
        self.draw(Drawing { x, y, width, mark: Mark::Fill { colour: SHADE, height } });
        self.cells(&header.cells, columns);
    }

    /// A row; one that is taller than what is left goes to the next page, or is continued there.
    fn body(&mut self, row: &Broken<'_>, columns: &[Column], header: &Broken<'_>) {
        let page = self.paper.height - 2.0 * self.paper.end;
        let height = self.height(row);
        if height > self.room() && height < page / 3.0 {
            self.turn();
            self.head(header, columns);
        }
        let mut rest: Vec<(&[Span], Vec<Line>)> = row.cells.clone();
        while self.taller_than_the_page(&rest) {
            let room = self.room() - 2.0 * ABOVE;
            let mut part = Vec::new();
            for (spans, lines) in &mut rest {
                let mut tall = 0.0;
                let fits = |line: &&Line| {
                    tall += self.tall(line, spans);
                    tall <= room
                };
                let count = lines.iter().take_while(fits).count();
                part.push((*spans, lines.drain(..count).collect::<Vec<_>>()));
            }
            let is_fresh = self.y <= self.paper.end + self.height(header) + 1.0;
            if part.iter().any(|(_, lines)| !lines.is_empty()) {
                self.cells(&part, columns);
            } else if is_fresh {
                // Not even an empty page has room: lines of a giant's size.
                break;
            }
            self.turn();
            self.head(header, columns);
        }
        self.cells(&rest, columns);
        self.rule(LINE);
    }

    fn taller_than_the_page(&self, cells: &[(&[Span], Vec<Line>)]) -> bool {
        let tall = cells.iter().map(|(spans, lines)| self.lines(lines, spans));
        tall.fold(0.0, f32::max) + 2.0 * ABOVE > self.room()
    }

    /// Cells side by side, from here on; then we are below the tallest.
    fn cells(&mut self, cells: &[(&[Span], Vec<Line>)], columns: &[Column]) {
        let top = self.y + ABOVE;
        let mut bottom = top;
        for ((spans, lines), column) in cells.iter().zip(columns) {
            self.y = top;
            self.place(lines, spans, *column);
            bottom = bottom.max(self.y);
        }
        self.y = bottom + ABOVE;
    }
}
