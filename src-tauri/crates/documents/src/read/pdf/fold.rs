//! Letters that only look like the ones people type.
//!
//! A font draws 工 (a word) and ⼯ (the radical in dictionaries) with one glyph,
//! and Chromium and `XeLaTeX` write down the wrong one of the two. Ligatures are the
//! same trouble in Latin. NFKC mends most of it; it would also turn ， into a
//! comma and ² into 2, so it is asked only where it helps.

use unicode_normalization::UnicodeNormalization;

/// Radicals of simplified and other shapes that Unicode leaves as they are.
const RADICALS: &str = "⺁厂⺇几⺎兀⺒巳⺓幺⺝月⺟母⺠民⺩王⺬示⺮竹⺶羊⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻗雨⻘青\
    ⻙韦⻚页⻛风⻜飞⻝食⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻳龟";

/// The text as people would type it.
pub(super) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{2e80}'..='\u{2eff}' => match word_of(c) {
                Some(word) => out.push(word),
                None => out.extend(c.nfkc()),
            },
            // Radicals, ligatures, letters of formulas, full-width letters and digits.
            '\u{2f00}'..='\u{2fdf}'
            | '\u{fb00}'..='\u{fb06}'
            | '\u{1d400}'..='\u{1d7ff}'
            | '\u{ff10}'..='\u{ff19}'
            | '\u{ff21}'..='\u{ff3a}'
            | '\u{ff41}'..='\u{ff5a}' => out.extend(c.nfkc()),
            // Where Symbol and Wingdings have the bullets that Word writes.
            '\u{f0b7}' | '\u{f0a7}' | '\u{f0d8}' => out.push('•'),
            '\u{a0}' | '\u{2002}'..='\u{200a}' | '\u{202f}' => out.push(' '),
            _ if is_noise(c) => {}
            _ => out.push(c),
        }
    }
    out.nfc().collect()
}

fn word_of(radical: char) -> Option<char> {
    let mut pairs = RADICALS.chars();
    while let (Some(it), Some(word)) = (pairs.next(), pairs.next()) {
        if it == radical {
            return Some(word);
        }
    }
    None
}

/// What is neither a letter nor lays one out.
fn is_noise(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t'))
        || matches!(c, '\u{ad}' | '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn radicals_and_ligatures_become_what_people_type() {
        assert_eq!(fold("⼯程，⻢⻩ ﬁle² ２０２４"), "工程，马黄 file² 2024");
    }

    #[test]
    fn pairs_are_a_radical_and_a_word() {
        let all: Vec<char> = super::RADICALS.chars().collect();
        assert!(all.len().is_multiple_of(2));
        for pair in all.chunks(2) {
            assert!(matches!(pair[0], '\u{2e80}'..='\u{2eff}'), "{}", pair[0]);
            assert!(matches!(pair[1], '\u{4e00}'..='\u{9fff}'), "{}", pair[1]);
        }
    }

    #[test]
    fn what_cannot_be_seen_is_left_out() {
        assert_eq!(fold("a\u{202e}b\u{ad}c\u{0}\u{a0}d"), "abc d");
    }
}
