//! Words into lines: breaks where Unicode allows them, as far as the width goes.
//!
//! Each character gets its font first, so a line is a row of pieces that each
//! have one font. What does not show (marks of direction, joiners) is left out.

use super::Span;
use super::fonts::{FontId, Fonts};
use crate::Error;

/// A stretch of one span in one font on one line.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Piece {
    /// The span's number.
    pub(super) span: usize,
    pub(super) font: FontId,
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

/// Between a Chinese and a Latin letter stands an eighth of the size, where no space does.
const BETWEEN_SCRIPTS: f32 = 125.0;

/// A character with its place.
#[derive(Debug, Clone, Copy)]
struct Glyph {
    c: char,
    /// Its first byte in the joined spans.
    at: usize,
    span: usize,
    font: FontId,
    /// In points, with what is taken away or added before it.
    before: f32,
    advance: f32,
}

/// Breaks `spans` into lines of at most `width` points, the first of them `indent` shorter.
///
/// # Errors
/// [`Error::Letter`] when the fonts lack a character.
pub(super) fn break_lines(
    fonts: &Fonts,
    spans: &[Span],
    width: f32,
    indent: f32,
) -> Result<Vec<Line>, Error> {
    let text: String = spans.iter().map(|it| it.text.as_str()).collect();
    let glyphs = glyphs(fonts, spans)?;
    let index = |at: usize| glyphs.partition_point(|it| it.at < at);
    let mut lines: Vec<Line> = Vec::new();
    let (mut start, mut end) = (0, 0);
    for (at, opportunity) in unicode_linebreak::linebreaks(&text) {
        let at = index(at);
        let room = |lines: &[Line]| if lines.is_empty() { width - indent } else { width };
        if measured(trimmed(&glyphs[start..at])) > room(&lines) && end > start {
            lines.push(set(fonts, spans, &glyphs[start..end]));
            start = end;
        }
        // A word that is wider than a line, such as an address, breaks where it must.
        while let Some(over) = first_over(&glyphs[start..at], room(&lines)) {
            lines.push(set(fonts, spans, &glyphs[start..start + over]));
            start += over;
        }
        end = at;
        let is_end = at == glyphs.len();
        if opportunity == unicode_linebreak::BreakOpportunity::Mandatory && !is_end {
            lines.push(set(fonts, spans, &glyphs[start..end]));
            start = end;
        }
    }
    if start < glyphs.len() {
        lines.push(set(fonts, spans, &glyphs[start..]));
    }
    Ok(lines)
}

/// How many glyphs fit where not all do, at least one; `None` where all do.
fn first_over(glyphs: &[Glyph], width: f32) -> Option<usize> {
    let glyphs = trimmed(glyphs);
    (measured(glyphs) > width).then(|| {
        let fits = |count: &usize| measured(&glyphs[..*count]) <= width;
        (1..glyphs.len()).take_while(fits).last().unwrap_or(1)
    })
}

/// Every character that shows, with its font and its width.
fn glyphs(fonts: &Fonts, spans: &[Span]) -> Result<Vec<Glyph>, Error> {
    let characters: Vec<(usize, char)> = spans
        .iter()
        .enumerate()
        .flat_map(|(span, it)| it.text.chars().map(move |c| (span, c)))
        .collect();
    let mut glyphs: Vec<Glyph> = Vec::with_capacity(characters.len());
    let mut at = 0;
    for (number, (span, c)) in characters.iter().copied().enumerate() {
        let place = at;
        at += c.len_utf8();
        let Some(c) = shown(c) else { continue };
        let neighbour = |by: usize| characters.get(by).is_some_and(|it| is_chinese(it.1));
        let beside = neighbour(number + 1) || number.checked_sub(1).is_some_and(neighbour);
        let Span { face, size, .. } = spans[span];
        let (c, font) = match fonts.find(face, c, beside) {
            Ok(font) => (c, font),
            Err(error) => match stand_in(c) {
                Some(other) => (other, fonts.find(face, other, beside)?),
                None => return Err(error),
            },
        };
        let own = fonts.of(font);
        let kern = match glyphs.last() {
            Some(last) if is_seam(last.c, c) => BETWEEN_SCRIPTS,
            Some(last) if last.span == span && last.font == font => own.kern(last.c, c),
            _ => 0.0,
        };
        let advance = own.advance(c) * size / 1000.0;
        glyphs.push(Glyph { c, at: place, span, font, before: kern * size / 1000.0, advance });
    }
    Ok(glyphs)
}

/// What of a character shows: white space is a space, and marks that only steer are nothing.
fn shown(c: char) -> Option<char> {
    match c {
        '\n' | '\t' | '\u{a0}' | '\u{2028}' | '\u{2029}' => Some(' '),
        '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' => None,
        _ if c.is_control() => None,
        _ => Some(c),
    }
}

/// What says the same, where a font lacks the finer character.
fn stand_in(c: char) -> Option<char> {
    match c {
        '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' => Some(' '),
        '\u{2010}' | '\u{2011}' => Some('-'),
        _ => None,
    }
}

/// Whether a character belongs to Chinese text: Han, its marks, full-width forms.
fn is_chinese(c: char) -> bool {
    is_han(c) || matches!(c, '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ffef}')
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}')
}

/// Whether two scripts meet.
fn is_seam(left: char, right: char) -> bool {
    let is_latin = |c: char| c.is_alphanumeric() && !is_han(c);
    (is_han(left) && is_latin(right)) || (is_latin(left) && is_han(right))
}

/// The same without the white space at its end, which takes no room there.
fn trimmed(glyphs: &[Glyph]) -> &[Glyph] {
    let end = glyphs.iter().rposition(|it| !it.c.is_whitespace()).map_or(0, |it| it + 1);
    &glyphs[..end]
}

fn measured(glyphs: &[Glyph]) -> f32 {
    let first = glyphs.first().map_or(0.0, |it| it.before);
    glyphs.iter().map(|it| it.before + it.advance).sum::<f32>() - first
}

/// Sets characters on one line.
fn set(fonts: &Fonts, spans: &[Span], glyphs: &[Glyph]) -> Line {
    let glyphs = trimmed(glyphs);
    let mut line = Line::default();
    let mut from = 0;
    while from < glyphs.len() {
        let Glyph { span, font, before, .. } = glyphs[from];
        let goes_on = |it: &Glyph| it.span == span && it.font == font;
        let count = glyphs[from..].iter().take_while(|it| goes_on(it)).count();
        let run = &glyphs[from..from + count];
        let text: String = run.iter().map(|it| it.c).collect();
        let width = width(fonts, spans[span].size, font, run);
        let gap = if from == 0 { 0.0 } else { before };
        line.pieces.push(Piece { span, font, text, x: line.width + gap, width });
        line.width += gap + width;
        from += count;
    }
    line
}

/// The width of a run, added up in the font's own units.
fn width(fonts: &Fonts, size: f32, font: FontId, run: &[Glyph]) -> f32 {
    let font = fonts.of(font);
    let mut before = None;
    let mut width = 0.0;
    for Glyph { c, .. } in run {
        width += font.advance(*c);
        width += before.map_or(0.0, |before| font.kern(before, *c));
        before = Some(*c);
    }
    width * size / 1000.0
}

/// How many of `lines` stand before a page's end that has room for `fit` of them: never one
/// alone at either side.
pub(super) fn before_the_end(lines: usize, fit: usize) -> usize {
    match (fit, lines.saturating_sub(fit)) {
        (_, 0) => lines,
        (0 | 1, _) | (2, 1) => 0,
        (_, 1) => fit - 1,
        _ => fit,
    }
}
