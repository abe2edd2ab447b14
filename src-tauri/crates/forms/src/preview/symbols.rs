//! What the characters of symbol fonts look like, in Unicode: a page has no such fonts.
//!
//! The codes are the fonts' own. Where no character fits, a small square stands.

use crate::word::glyphs;

/// Wingdings, in stretches that begin at a code.
const WINGDINGS: &[(u8, &str)] = &[
    (0x21, "✏✂✁"),
    (0x26, "📖"),
    (0x28, "☎✆✉✉"),
    (0x36, "⌛⌨"),
    (0x3E, "✇✍✎✌👌👍👎☜☞☝☟✋☺😐☹💣☠⚐"),
    (0x51, "✈☼💧❄✞✞✠✠✡☪☯ॐ☸♈♉♊♋♌♍♎♏♐♑♒♓&&●❍■□❐❑❒⬧⧫◆❖⬥☒⍓⌘❀✿❝❞"),
    (0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"),
    (0x9E, "·•▪○◯◉◉◎○▪☐▲✦★✶✴✹✵"),
    (0xB1, "⌖"),
    (0xB5, "✪✰🕐🕑🕒🕓🕔🕕🕖🕗🕘🕙🕚🕛"),
    (0xD5, "⌫⌦"),
    (0xD8, "➢"),
    (0xDC, "➲"),
    (0xDF, "←→↑↓↖↗↙↘←➔↑↓↖↗↙↘⇦⇨⇧⇩⬄⇳"),
    (0xFB, "✗✓☒☑"),
];
/// Symbol's letters from 0x41 on.
const GREEK_CAPITALS: &str = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";
/// Symbol's letters from 0x61 on.
const GREEK: &str = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ";
/// Symbol's signs.
const SIGNS: &[(u8, char)] = &[
    (0x2D, '−'),
    (0xA3, '≤'),
    (0xA5, '∞'),
    (0xA7, '♣'),
    (0xA8, '♦'),
    (0xA9, '♥'),
    (0xAA, '♠'),
    (0xAC, '←'),
    (0xAD, '↑'),
    (0xAE, '→'),
    (0xAF, '↓'),
    (0xB0, '°'),
    (0xB1, '±'),
    (0xB3, '≥'),
    (0xB4, '×'),
    (0xB7, '•'),
    (0xB8, '÷'),
    (0xB9, '≠'),
    (0xD2, '®'),
    (0xD3, '©'),
    (0xD4, '™'),
    (0xDE, '⇒'),
    (0xF0, '●'),
];

/// How a character of `font` reads in Unicode; `None` when it is one already.
pub(super) fn unicode(font: Option<&str>, c: char) -> Option<char> {
    let code = u32::from(c);
    let is_private = (0xF000..=0xF0FF).contains(&code);
    let font = font.unwrap_or_default().trim();
    if !is_private && (code > 0xFF || c.is_whitespace() || !is_of_symbols(font)) {
        return None;
    }
    let code = u8::try_from(code & 0xFF).unwrap_or_default();
    if code == b' ' {
        return Some(' ');
    }
    let is = |name: &str| font.eq_ignore_ascii_case(name);
    let known = if is("wingdings") {
        wingdings(code)
    } else if is("wingdings 2") {
        wingdings_2(code)
    } else if is("webdings") {
        webdings(code)
    } else if is("wingdings 3") {
        None
    } else {
        // What is meant for no font of symbols is a bullet of Symbol, nearly always.
        symbol(code)
    };
    let as_box = || {
        let on = glyphs::state_in_font(font, char::from(code))?;
        Some(if on { '☑' } else { '☐' })
    };
    Some(known.or_else(as_box).unwrap_or('▪'))
}

/// Whether a font draws letters as symbols.
fn is_of_symbols(font: &str) -> bool {
    ["wingdings", "wingdings 2", "wingdings 3", "webdings", "symbol"]
        .iter()
        .any(|it| font.eq_ignore_ascii_case(it))
}

fn wingdings(code: u8) -> Option<char> {
    WINGDINGS.iter().find_map(|(first, list)| nth(list, code.checked_sub(*first)?))
}

fn wingdings_2(code: u8) -> Option<char> {
    Some(match code {
        0x4F => '✗',
        0x50 => '✓',
        0x51 | 0x53 | 0x54 => '☒',
        0x52 => '☑',
        0x55 | 0x56 => '⊗',
        0x95 | 0x96 => '•',
        0x97 | 0x98 => '●',
        0x99 | 0x9A => '○',
        0x9E => '⊙',
        0xA2 => '■',
        0xA3 => '☐',
        _ => return None,
    })
}

fn webdings(code: u8) -> Option<char> {
    Some(match code {
        0x33 => '◀',
        0x34 => '▶',
        0x35 => '▲',
        0x36 => '▼',
        0x61 => '✓',
        0x63 => '☐',
        0x67 => '■',
        0x6E => '●',
        0x72 => '☒',
        _ => return None,
    })
}

fn symbol(code: u8) -> Option<char> {
    let sign = SIGNS.iter().find(|it| it.0 == code).map(|it| it.1);
    sign.or_else(|| match code {
        b'A'..=b'Z' => nth(GREEK_CAPITALS, code - b'A'),
        b'a'..=b'z' => nth(GREEK, code - b'a'),
        0x21..0x7F => Some(char::from(code)),
        _ => None,
    })
}

fn nth(list: &str, number: u8) -> Option<char> {
    list.chars().nth(usize::from(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(font: &str, code: u32, expected: Option<char>) {
        assert_eq!(unicode(Some(font), char::from_u32(code).unwrap()), expected);
    }

    #[test]
    fn symbols_read_as_what_they_look_like() {
        check("Wingdings", 0xF06F, Some('□'));
        check("Wingdings", 0x6F, Some('□'));
        check("wingdings", 0xF0A8, Some('☐'));
        check("Wingdings", 0xF0FE, Some('☑'));
        check("Wingdings", 0xF0FC, Some('✓'));
        check("Wingdings", 0xF06C, Some('●'));
        check("Wingdings", 0xF06E, Some('■'));
        check("Wingdings", 0xF028, Some('☎'));
        check("Wingdings", 0xF075, Some('◆'));
        check("Wingdings", 0xF0D8, Some('➢'));
        check("Wingdings", 0xF08C, Some('❶'));
        check("Wingdings", 0xF0A7, Some('▪'));
        check("Wingdings", 0xF0AB, Some('★'));
        check("Wingdings 2", 0xF052, Some('☑'));
        check("Wingdings 2", 0xF0A3, Some('☐'));
        check("Symbol", 0xF0B7, Some('•'));
        check("Symbol", 0x61, Some('α'));
        check("Calibri", 0xF0B7, Some('•'));
    }

    #[test]
    fn words_stay_words() {
        check("Calibri", 0x61, None);
        check("宋体", 0x59D3, None);
        check("Wingdings", 0x2611, None);
        check("Wingdings", 0x20, None);
    }
}
