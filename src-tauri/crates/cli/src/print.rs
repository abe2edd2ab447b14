//! Prints for people: safe words and columns that line up.

use std::io::{self, Write};

use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

/// The widest a column gets before its words are cut.
const WIDEST: usize = 44;

/// Words as they may stand on a terminal. Forms and file names are other
/// people's: what would move the cursor or turn the text around is taken out.
pub(crate) fn shown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\n' | '\r' | '\t' => out.push(' '),
            _ if engine::is_invisible(character) => out.push('\u{fffd}'),
            _ => out.push(character),
        }
    }
    out
}

/// A size as people say it: `214 KB`, `1.3 MB`.
pub(crate) fn size(bytes: usize) -> String {
    if bytes < 1_000_000 {
        return format!("{} KB", bytes.div_ceil(1000));
    }
    let tenths = bytes.div_ceil(100_000);
    format!("{}.{} MB", tenths / 10, tenths % 10)
}

/// Prints rows under headers, the last column as wide as it is.
pub(crate) fn table(
    out: &mut impl Write,
    headers: &[&str],
    rows: &[Vec<String>],
) -> io::Result<()> {
    let rows: Vec<Vec<String>> =
        rows.iter().map(|row| row.iter().map(|cell| cut(&shown(cell))).collect()).collect();
    let widths: Vec<usize> = headers
        .iter()
        .enumerate()
        .map(|(at, header)| {
            let cells = rows.iter().filter_map(|row| row.get(at)).map(|it| it.width());
            cells.chain([header.width()]).max().unwrap_or_default()
        })
        .collect();
    let headers: Vec<String> = headers.iter().map(|&it| it.to_owned()).collect();
    for row in [&headers].into_iter().chain(&rows) {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(&widths) {
            line.push_str(cell);
            line.push_str(&" ".repeat(width - cell.width() + 2));
        }
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

fn cut(cell: &str) -> String {
    if cell.width() <= WIDEST {
        return cell.to_owned();
    }
    let mut out = String::new();
    let mut width = 1;
    for character in cell.chars() {
        width += character.width().unwrap_or_default();
        if width > WIDEST {
            break;
        }
        out.push(character);
    }
    out + "…"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up_in_chinese_too() {
        let mut out = Vec::new();
        let rows = [vec!["姓名".to_owned(), "name".into()], vec!["Email".into(), "x".into()]];
        table(&mut out, &["label", "key"], &rows).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "label  key\n姓名   name\nEmail  x\n");
    }

    #[test]
    fn a_form_cannot_move_the_cursor() {
        assert_eq!(shown("a\u{1b}[2Jb\u{202e}c\nd"), "a\u{fffd}[2Jb\u{fffd}c d");
        assert_eq!(cut(&"长".repeat(40)).width(), 43);
    }
}
