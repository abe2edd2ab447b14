//! Tick glyphs: which are empty boxes, which are ticked, and which tick fits which box.
//!
//! Word forms draw boxes as Unicode characters, as characters of a symbol font
//! (private use, U+F000 to U+F0FF), or as `w:sym` elements. The codes are the
//! fonts' own.

/// Boxes and circles that wait for a tick.
const OFF: &str = "□☐○◯◻⬜▢❏❑❒〇";
/// The same, ticked.
const ON: &str = "☑☒■◼⬛⊠▣◉🗹🗷";

/// A symbol font's boxes, by character code.
struct SymbolFont {
    name: &'static str,
    off: &'static [u8],
    on: &'static [u8],
    /// The ticked box that goes with its empty ones.
    tick: u8,
    /// The empty box that goes with its ticked ones.
    empty: u8,
}

const SYMBOL_FONTS: &[SymbolFont] = &[
    SymbolFont {
        name: "wingdings",
        off: &[0x6F, 0x70, 0x71, 0x72, 0xA8, 0xA1, 0xA6],
        on: &[0xFE, 0xFD, 0xFC, 0xFB, 0x78, 0x6E, 0xA4, 0x6C, 0xA2],
        tick: 0xFE,
        empty: 0xA8,
    },
    SymbolFont {
        name: "wingdings 2",
        off: &[0xA3, 0x2A, 0x30, 0x35, 0x81, 0x99, 0x9A],
        on: &[0x52, 0x54, 0x53, 0x51, 0x50, 0x4F, 0x56, 0x55, 0xA2, 0x98],
        tick: 0x52,
        empty: 0xA3,
    },
    SymbolFont {
        name: "webdings",
        off: &[0x63, 0x31],
        on: &[0x61, 0x67, 0x72, 0x6E],
        tick: 0x61,
        empty: 0x63,
    },
];

/// Whether `c` is a tick glyph, and ticked. `〇` and `○` count only as boxes.
pub(crate) fn state(c: char) -> Option<bool> {
    if OFF.contains(c) {
        Some(false)
    } else if ON.contains(c) {
        Some(true)
    } else {
        None
    }
}

/// The same for a character of a symbol font.
pub(crate) fn state_in_font(font: &str, c: char) -> Option<bool> {
    let font = symbol_font(font)?;
    let code = u8::try_from(u32::from(c) & 0xFFFF ^ 0xF000)
        .or_else(|_| u8::try_from(u32::from(c)))
        .ok()?;
    if font.off.contains(&code) {
        Some(false)
    } else if font.on.contains(&code) {
        Some(true)
    } else {
        None
    }
}

/// The code of the ticked box in `font`, for a `w:sym` or private-use character.
pub(crate) fn tick_in_font(font: &str) -> Option<u8> {
    symbol_font(font).map(|it| it.tick)
}

/// The code of the empty box in `font`.
pub(crate) fn box_in_font(font: &str) -> Option<u8> {
    symbol_font(font).map(|it| it.empty)
}

/// The ticked glyph for an empty one of the text.
pub(crate) fn ticked(c: char) -> char {
    match c {
        '○' | '◯' | '〇' => '◉',
        _ => '☑',
    }
}

/// The empty glyph for a ticked one of the text.
pub(crate) fn unticked(c: char) -> char {
    match c {
        '◉' => '○',
        '■' | '◼' | '⬛' | '▣' => '□',
        _ => '☐',
    }
}

fn symbol_font(name: &str) -> Option<&'static SymbolFont> {
    SYMBOL_FONTS.iter().find(|it| it.name.eq_ignore_ascii_case(name.trim()))
}

/// Characters that only draw a line to write on.
pub(crate) fn is_filler(c: char) -> bool {
    matches!(c, '_' | '＿' | '\u{200b}' | '\u{ad}')
}
