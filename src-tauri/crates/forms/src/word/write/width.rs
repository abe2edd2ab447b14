//! How wide words are, roughly, so that a line keeps its length when they are written on it.
//!
//! Widths are thousandths of the font's size. The fonts themselves are not at
//! hand, so a letter counts as it does in the common ones.

use crate::word::atoms::Atom;

/// Until where a tab goes, when nothing says so: half an inch at twelve points.
pub(super) const TAB: u32 = 3000;

/// Whether a font draws Latin letters and spaces half as wide as Chinese characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pitch {
    /// Times, Calibri, Arial: a space is a quarter of the size.
    Latin,
    /// 宋体, MS Gothic: every letter and space is half of it.
    EastAsian,
}

impl Pitch {
    /// By the font's name.
    pub(super) fn of(font: Option<&str>) -> Self {
        let Some(font) = font else { return Self::Latin };
        let names = [
            "SimSun",
            "SimHei",
            "NSimSun",
            "KaiTi",
            "FangSong",
            "MingLiU",
            "PMingLiU",
            "MS Mincho",
            "MS Gothic",
        ];
        let is_named = names.iter().any(|it| font.trim_start_matches('@').starts_with(it));
        if is_named || font.chars().any(is_wide) { Self::EastAsian } else { Self::Latin }
    }
}

/// How wide `text` is.
pub(super) fn of_text(text: &str, pitch: Pitch) -> u32 {
    text.chars().map(|it| of(it, pitch)).sum()
}

/// How wide a stretch of atoms is.
pub(super) fn of_atoms(atoms: &[Atom], pitch: Pitch) -> u32 {
    atoms.iter().map(|it| of(it.c, pitch)).sum()
}

/// How wide a character is.
pub(super) fn of(c: char, pitch: Pitch) -> u32 {
    match c {
        '\n'
        | '\u{300}'..='\u{36f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2060}'
        | '\u{fe00}'..='\u{fe0f}' => 0,
        '\t' => TAB,
        '\u{2002}' => 500,
        '\u{2003}' | '…' => 1000,
        _ if is_wide(c) => 1000,
        _ if pitch == Pitch::EastAsian => 500,
        ' ' | '\u{a0}' => 250,
        'i' | 'j' | 'l' | 't' | 'f' | 'r' | 'I' | '.' | ',' | ':' | ';' | '\'' | '!' | '|'
        | '(' | ')' | '[' | ']' | '-' => 310,
        'm' | 'w' | 'M' | 'W' | '@' | '%' => 820,
        'A'..='Z' => 670,
        _ => 490,
    }
}

/// Characters as wide as the font's size.
pub(super) fn is_wide(c: char) -> bool {
    matches!(u32::from(c),
        0x1100..=0x115f | 0x2e80..=0x303e | 0x3041..=0xa4cf | 0xac00..=0xd7a3 | 0xf900..=0xfaff
        | 0xfe30..=0xfe4f | 0xff01..=0xff60 | 0xffe0..=0xffe6 | 0x1f300..=0x1faff | 0x20000..=0x3fffd
    ) || c == '\u{3000}'
}
