//! How wide words are when they are printed, in thousandths of the font's size.
//!
//! The fonts themselves are not at hand, but the advances of the common ones are
//! known, and the free fonts that stand in for them have the same: Liberation
//! Serif for Times New Roman, Liberation Sans for Arial, Carlito for Calibri. A
//! Chinese character is as wide as the font's size, in every font.

/// Until where a tab goes, when nothing says so: half an inch at twelve points.
pub(crate) const TAB: u32 = 3000;

/// Whose advances a line of words has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Face {
    /// Times New Roman, and what we do not know.
    #[default]
    Times,
    /// Arial and Helvetica.
    Arial,
    /// Calibri.
    Calibri,
    /// 宋体, MS Gothic: every letter and space is half the size.
    EastAsian,
}

impl Face {
    /// By the font's name.
    pub(crate) fn of(font: Option<&str>) -> Self {
        const EAST_ASIAN: [&str; 9] = [
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
        let Some(font) = font else { return Self::default() };
        let font = font.trim_start_matches('@');
        let begins = |names: &[&str]| names.iter().any(|it| font.starts_with(it));
        if begins(&EAST_ASIAN) || font.chars().any(is_wide) {
            Self::EastAsian
        } else if begins(&["Arial", "Helvetica", "Liberation Sans"]) {
            Self::Arial
        } else if begins(&["Calibri", "Carlito"]) {
            Self::Calibri
        } else {
            Self::Times
        }
    }
}

/// How wide a character is. Tabs and line breaks have no width of their own.
pub(crate) fn advance(c: char, face: Face) -> u32 {
    match c {
        '\n'
        | '\t'
        | '\u{300}'..='\u{36f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2060}'
        | '\u{fe00}'..='\u{fe0f}' => 0,
        '\u{2002}' => 500,
        '\u{2003}' | '…' => 1000,
        _ if is_wide(c) => 1000,
        _ if face == Face::EastAsian => 500,
        '\u{a0}' => advance(' ', face),
        ' '..='~' => u32::from(table(face)[c as usize - ' ' as usize]),
        // Letters with marks are as wide as most small ones.
        _ => u32::from(table(face)['n' as usize - ' ' as usize]),
    }
}

/// How wide a text is.
pub(crate) fn width(text: &str, face: Face) -> u32 {
    text.chars().map(|it| advance(it, face)).sum()
}

/// Characters as wide as the font's size.
pub(crate) fn is_wide(c: char) -> bool {
    matches!(u32::from(c),
        0x1100..=0x115f | 0x2e80..=0x303e | 0x3041..=0xa4cf | 0xac00..=0xd7a3 | 0xf900..=0xfaff
        | 0xfe30..=0xfe4f | 0xff01..=0xff60 | 0xffe0..=0xffe6 | 0x1f300..=0x1faff | 0x20000..=0x3fffd
    ) || c == '\u{3000}'
}

/// How many lines a text needs where each is `room` wide, broken at spaces and
/// between Chinese characters.
pub(crate) fn lines(text: &str, face: Face, room: u32) -> usize {
    let room = room.max(1);
    let mut lines = 0;
    for line in text.split('\n') {
        lines += 1;
        let mut used = 0;
        for word in words(line) {
            let printed = width(word.trim_end(), face);
            if used > 0 && used + printed > room {
                lines += 1;
                used = 0;
            }
            // A word that is longer than a line is broken where the line ends.
            let broken = (used + printed).saturating_sub(1) / room;
            lines += broken as usize;
            used = used + width(word, face) - broken * room;
        }
    }
    lines
}

/// Pieces that stay together, with the spaces after them.
fn words(line: &str) -> impl Iterator<Item = &str> {
    let mut rest = line;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let mut end = first.len_utf8();
        if !is_wide(first) {
            let stop = rest.find(|c: char| c == ' ' || is_wide(c)).unwrap_or(rest.len());
            end = end.max(stop);
        }
        let spaces = rest[end..].chars().take_while(|it| *it == ' ').count();
        let (word, after) = rest.split_at(end + spaces);
        rest = after;
        Some(word)
    })
}

fn table(face: Face) -> &'static [u16; 95] {
    match face {
        Face::Times | Face::EastAsian => &TIMES,
        Face::Arial => &ARIAL,
        Face::Calibri => &CALIBRI,
    }
}

/// From the space to `~`.
#[rustfmt::skip]
const TIMES: [u16; 95] = [
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278,
    500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444,
    921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722,
    556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500,
    333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500,
    500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
];
#[rustfmt::skip]
const ARIAL: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
#[rustfmt::skip]
const CALIBRI: [u16; 95] = [
    226, 326, 401, 498, 507, 715, 682, 221, 303, 303, 498, 498, 250, 306, 252, 386,
    507, 507, 507, 507, 507, 507, 507, 507, 507, 507, 268, 268, 498, 498, 498, 463,
    894, 579, 544, 533, 615, 488, 459, 631, 623, 252, 319, 520, 420, 855, 646, 662,
    517, 673, 543, 459, 487, 642, 567, 890, 519, 487, 468, 307, 386, 307, 498, 498,
    291, 479, 525, 423, 525, 498, 305, 471, 525, 229, 239, 455, 229, 799, 525, 527,
    525, 525, 349, 391, 335, 525, 452, 715, 433, 453, 395, 314, 460, 314, 498,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_as_wide_as_in_their_font() {
        assert_eq!(width("Hamburg", Face::Times), 722 + 444 + 778 + 500 + 500 + 333 + 500);
        assert_eq!(width("Hi", Face::Arial), 722 + 222);
        assert_eq!(width("Hi", Face::Calibri), 623 + 229);
        assert_eq!(width("姓名 AB", Face::EastAsian), 3500);
        assert_eq!(Face::of(Some("Arial Narrow")), Face::Arial);
        assert_eq!(Face::of(Some("@宋体")), Face::EastAsian);
        assert_eq!(Face::of(None), Face::Times);
    }

    #[test]
    fn lines_break_at_spaces_and_between_characters() {
        let count = |text, room| lines(text, Face::EastAsian, room);
        assert_eq!(count("", 5000), 1);
        assert_eq!(count("网络空间", 4000), 1);
        assert_eq!(count("网络空间安全", 4000), 2);
        assert_eq!(count("Lin Ruoxi", 4500), 1);
        assert_eq!(count("Lin Ruoxi", 4000), 2);
        assert_eq!(count("one\ntwo", 9000), 2);
        assert_eq!(count("abcdefghijkl", 2000), 3);
    }
}
