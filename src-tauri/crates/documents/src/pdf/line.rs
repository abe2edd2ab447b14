//! Words into lines: breaks where Unicode allows them, as far as the width goes.

use std::ops::Range;

use super::Span;
use super::font::Fonts;
use crate::Error;

/// A stretch of one span on one line.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Piece {
    /// The span's number.
    pub(super) span: usize,
    pub(super) text: String,
    /// From the line's left end, in points.
    pub(super) x: f32,
    pub(super) width: f32,
}

/// What stands on one line.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Line {
    pub(super) pieces: Vec<Piece>,
    pub(super) width: f32,
}

/// Breaks `spans` into lines of at most `width` points.
///
/// # Errors
/// [`Error::Letter`] when the fonts lack a character.
pub(super) fn break_lines(fonts: &Fonts, spans: &[Span], width: f32) -> Result<Vec<Line>, Error> {
    let missing = spans
        .iter()
        .find_map(|span| span.text.chars().find(|c| *c != '\n' && !fonts.of(span.face).draws(*c)));
    if let Some(letter) = missing {
        return Err(Error::Letter { letter });
    }
    let text: String = spans.iter().map(|it| it.text.as_str()).collect();
    let mut lines = Vec::new();
    let mut start = 0;
    let mut end = 0;
    for (at, opportunity) in unicode_linebreak::linebreaks(&text) {
        let grown = set(fonts, spans, trimmed(&text, start..at));
        if grown.width > width && end > start {
            lines.push(set(fonts, spans, trimmed(&text, start..end)));
            start = end;
        }
        end = at;
        if opportunity == unicode_linebreak::BreakOpportunity::Mandatory {
            lines.push(set(fonts, spans, trimmed(&text, start..end)));
            start = end;
        }
    }
    if start < text.len() {
        lines.push(set(fonts, spans, trimmed(&text, start..text.len())));
    }
    Ok(lines)
}

/// The same without the white space at its end, which takes no room there.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    range.start..range.start + text[range].trim_end().len()
}

/// Sets the bytes `range` of the joined spans on one line.
fn set(fonts: &Fonts, spans: &[Span], range: Range<usize>) -> Line {
    let mut line = Line::default();
    let mut offset = 0;
    for (number, span) in spans.iter().enumerate() {
        let own = offset..offset + span.text.len();
        offset = own.end;
        let from = range.start.max(own.start);
        let to = range.end.min(own.end);
        if from >= to {
            continue;
        }
        let text = span.text[from - own.start..to - own.start].to_owned();
        let width = fonts.of(span.face).width(&text, span.size);
        line.pieces.push(Piece { span: number, text, x: line.width, width });
        line.width += width;
    }
    line
}
