//! Text as it is worked on: characters that know where they were pasted.
//!
//! **Invariant:** whatever is taken out, put together or written in another way,
//! each character keeps the bytes of the pasted text that it stands for.

use unicode_normalization::char::{compose, is_combining_mark};

/// Begins a line that is a heading. Nobody pastes this character.
pub(crate) const HEADING: char = '\u{1}';
/// Begins a line that is one of a list.
pub(crate) const BULLET: char = '\u{2}';

/// One character and the bytes of the pasted text that it stands for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Glyph {
    pub(crate) char: char,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

impl Glyph {
    /// The same place, another character.
    pub(crate) fn with(self, char: char) -> Self {
        Self { char, ..self }
    }

    /// A character of ours before a place.
    pub(crate) fn mark(char: char, at: usize) -> Self {
        Self { char, start: at, end: at }
    }
}

/// The characters of `text`, whose first byte is at `from`.
pub(crate) fn glyphs(text: &str, from: usize) -> impl Iterator<Item = Glyph> {
    text.char_indices().map(move |(at, char)| Glyph {
        char,
        start: from + at,
        end: from + at + char.len_utf8(),
    })
}

/// One way to write each character: NFC, half width, one kind of space, no
/// characters without a width.
pub(crate) fn folded(from: impl Iterator<Item = Glyph>) -> Vec<Glyph> {
    let mut out: Vec<Glyph> = Vec::new();
    for glyph in from {
        if is_combining_mark(glyph.char)
            && let Some(last) = out.last_mut()
            && let Some(both) = compose(last.char, glyph.char)
        {
            *last = Glyph { char: both, start: last.start, end: glyph.end };
            continue;
        }
        match glyph.char {
            '\r' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => {}
            '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}' => out.push(glyph.with('\n')),
            '\t' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{3000}' => {
                out.push(glyph.with(' '));
            }
            HEADING | BULLET if glyph.start == glyph.end => out.push(glyph),
            it if it.is_control() && it != '\n' => {}
            // Full-width commas end clauses of Chinese; they stay what they are.
            '，' | '！' | '？' | '；' => out.push(glyph),
            it @ '\u{ff01}'..='\u{ff5e}' => {
                out.push(glyph.with(char::from_u32(it as u32 - 0xfee0).unwrap_or(it)));
            }
            '〔' => out.push(glyph.with('(')),
            '〕' => out.push(glyph.with(')')),
            '\u{2010}'..='\u{2012}' | '\u{2212}' => out.push(glyph.with('-')),
            '‘' | '’' => out.push(glyph.with('\'')),
            _ => out.push(glyph),
        }
    }
    out
}
