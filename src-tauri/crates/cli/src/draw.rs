//! Draws a form's layout in text: tables as grids, with merged cells in one piece.
//!
//! Plain ASCII lines: the drawn ones are as wide as a Chinese character on some
//! terminals. A wide character takes two places, so that columns line up.

use engine::layout::{Block, Cell, Piece, Table};
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

use crate::print::shown;

/// The widest a cell of one column gets before its words are broken.
const WIDEST: usize = 24;

/// The lines of a form's part, none wider than `width` but for tables.
pub(crate) fn lines(blocks: &[Block], width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for block in blocks {
        match block {
            Block::Line(pieces) => lines.extend(wrapped(pieces, width)),
            Block::Table(table) => lines.extend(grid(table)),
            Block::Box(blocks) => {
                let cell = Cell { rows: 0..1, columns: 0..1, blocks: blocks.clone() };
                lines.extend(grid(&Table { columns: 1, rows: 1, cells: vec![cell] }));
            }
        }
    }
    lines
}

/// The words of a paragraph in lines, broken at spaces or between wide characters.
fn wrapped(pieces: &[Piece], width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for piece in pieces {
        match piece {
            // What a form printed in many spaces is a gap, however long.
            Piece::Words(words) => {
                for (number, line) in words.split('\n').enumerate() {
                    if number > 0 {
                        lines.push(String::new());
                    }
                    for word in broken(&shown(line)) {
                        add(&mut lines, &word, width);
                    }
                }
            }
            Piece::Blank(name) => add(&mut lines, &format!("<{}>", shown(name)), width),
        }
    }
    lines.iter().map(|it| it.trim_end().to_owned()).filter(|it| !it.is_empty()).collect()
}

/// Adds a word to the last line, or begins another one with it.
fn add(lines: &mut Vec<String>, word: &str, width: usize) {
    let Some(last) = lines.last_mut() else { return };
    if last.width() + word.trim_end().width() <= width || last.is_empty() {
        last.push_str(word);
    } else {
        lines.push(word.trim_start().to_owned());
    }
}

/// Words with the spaces after them; each wide character is one of its own.
/// Gaps are cut to three spaces.
fn broken(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut spaces = 0;
    for c in text.chars() {
        spaces = if c.is_whitespace() { spaces + 1 } else { 0 };
        if spaces > 3 {
            continue;
        }
        let is_wide = c.width() == Some(2) && !c.is_whitespace();
        let after_break = words.last().is_some_and(|it| {
            it.ends_with(char::is_whitespace) || it.chars().last().is_some_and(wide)
        });
        if (is_wide || after_break) && !c.is_whitespace() {
            words.push(String::new());
        }
        if let Some(last) = words.last_mut() {
            last.push(if c == '\u{3000}' { ' ' } else { c });
        }
    }
    words
}

fn wide(c: char) -> bool {
    c.width() == Some(2)
}

/// A cell's words, at most as wide as its columns allow.
fn inside(cell: &Cell) -> Vec<String> {
    lines(&cell.blocks, WIDEST * cell.columns.len().min(3))
}

/// A table, drawn.
fn grid(table: &Table) -> Vec<String> {
    if table.columns == 0 || table.rows == 0 {
        return Vec::new();
    }
    let cells: Vec<(&Cell, Vec<String>)> = table.cells.iter().map(|it| (it, inside(it))).collect();
    let lefts = edges(
        table.columns,
        3,
        &cells,
        |it| it.columns.clone(),
        |lines| lines.iter().map(|it| it.width()).max().unwrap_or_default() + 3,
    );
    let tops = edges(table.rows, 2, &cells, |it| it.rows.clone(), |lines| lines.len() + 1);
    let (right, bottom) = (lefts[table.columns], tops[table.rows]);
    let mut canvas = Canvas::new(right + 1, bottom + 1);
    for (cell, lines) in &cells {
        let (left, right) = (lefts[cell.columns.start], lefts[cell.columns.end]);
        let (top, bottom) = (tops[cell.rows.start], tops[cell.rows.end]);
        canvas.frame(left, top, right, bottom);
        for (number, line) in lines.iter().enumerate() {
            canvas.write(left + 2, top + 1 + number, line);
        }
    }
    canvas.lines()
}

/// Where the lines between columns or rows stand, so that each cell has its room.
fn edges(
    count: usize,
    least: usize,
    cells: &[(&Cell, Vec<String>)],
    span: impl Fn(&Cell) -> std::ops::Range<usize>,
    room: impl Fn(&[String]) -> usize,
) -> Vec<usize> {
    let mut sizes = vec![least; count];
    let mut wants: Vec<_> = cells.iter().map(|(cell, lines)| (span(cell), room(lines))).collect();
    wants.sort_by_key(|(span, _)| span.len());
    for (span, room) in wants {
        let has: usize = sizes[span.clone()].iter().sum();
        let mut missing = room.saturating_sub(has);
        // The last ones first: labels stand left, and what is long stands right.
        let share = missing.div_ceil(span.len().max(1));
        for at in span.rev() {
            let more = share.min(missing);
            sizes[at] += more;
            missing -= more;
        }
    }
    let mut edges = vec![0];
    for size in sizes {
        edges.push(edges.last().copied().unwrap_or_default() + size);
    }
    edges
}

/// Places for characters. `None` is the second half of a wide one.
struct Canvas {
    rows: Vec<Vec<Option<String>>>,
}

impl Canvas {
    fn new(width: usize, height: usize) -> Self {
        Self { rows: vec![vec![Some(" ".to_owned()); width]; height] }
    }

    fn frame(&mut self, left: usize, top: usize, right: usize, bottom: usize) {
        for x in left..=right {
            self.rule(x, top, if x == left || x == right { "+" } else { "-" });
            self.rule(x, bottom, if x == left || x == right { "+" } else { "-" });
        }
        for y in top + 1..bottom {
            self.rule(left, y, "|");
            self.rule(right, y, "|");
        }
    }

    /// A line; one that crosses another way makes a corner.
    fn rule(&mut self, x: usize, y: usize, line: &str) {
        let Some(place) = self.rows.get_mut(y).and_then(|it| it.get_mut(x)) else { return };
        let old = place.as_deref().unwrap_or(" ");
        let is_corner = old != " " && old != line;
        *place = Some(if is_corner { "+".to_owned() } else { line.to_owned() });
    }

    fn write(&mut self, x: usize, y: usize, text: &str) {
        let Some(row) = self.rows.get_mut(y) else { return };
        let mut at = x;
        for c in text.chars() {
            match c.width().unwrap_or_default() {
                0 => {
                    let before = row.iter_mut().take(at).flatten().last();
                    if let Some(before) = before {
                        before.push(c);
                    }
                }
                width if at + width < row.len() => {
                    row[at] = Some(c.to_string());
                    for second in &mut row[at + 1..at + width] {
                        *second = None;
                    }
                    at += width;
                }
                _ => return,
            }
        }
    }

    fn lines(&self) -> Vec<String> {
        let line = |row: &Vec<Option<String>>| row.iter().flatten().map(String::as_str).collect();
        self.rows.iter().map(line).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(rows: std::ops::Range<usize>, columns: std::ops::Range<usize>, words: &str) -> Cell {
        let piece = match words.strip_prefix('<') {
            Some(name) => Piece::Blank(name.to_owned()),
            None => Piece::Words(words.to_owned()),
        };
        Cell { rows, columns, blocks: vec![Block::Line(vec![piece])] }
    }

    #[test]
    fn merged_cells_are_one_piece_and_chinese_lines_up() {
        let cells = vec![
            cell(0..2, 0..1, "联系方式"),
            cell(0..1, 1..2, "手机"),
            cell(0..1, 2..3, "<a"),
            cell(1..2, 1..2, "QQ"),
            cell(1..2, 2..3, "<b"),
            cell(2..3, 0..1, "备注"),
            cell(2..3, 1..3, "<c"),
        ];
        let drawn = lines(&[Block::Table(Table { columns: 3, rows: 3, cells })], 80);
        let expected = [
            "+----------+------+-----+",
            "| 联系方式 | 手机 | <a> |",
            "|          +------+-----+",
            "|          | QQ   | <b> |",
            "+----------+------+-----+",
            "| 备注     | <c>        |",
            "+----------+------------+",
        ];
        assert_eq!(drawn, expected);
    }

    #[test]
    fn long_words_are_broken_and_names_are_not() {
        let line = vec![
            Piece::Words("Name of the applicant".into()),
            Piece::Blank("t0r1c2".into()),
            Piece::Words("请用正楷填写".into()),
        ];
        let drawn = lines(&[Block::Line(line)], 12);
        assert_eq!(drawn, ["Name of the", "applicant", "<t0r1c2>请用", "正楷填写"]);
    }

    #[test]
    fn a_form_cannot_move_the_cursor_here_either() {
        let line = vec![Piece::Words("a\u{1b}[2Jb".into()), Piece::Blank("x\u{1b}".into())];
        assert!(!lines(&[Block::Line(line)], 80).concat().contains('\u{1b}'));
    }
}
