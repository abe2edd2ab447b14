//! Letters: whose script they are of, and their plain form.

use unicode_normalization::UnicodeNormalization;

/// Whose letter it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Script {
    /// Chinese characters.
    Han,
    /// Latin letters.
    Latin,
    /// Letters of another script.
    Other,
    /// Digits, marks, white space.
    None,
}

/// Whether this is a Chinese character.
pub(crate) fn is_han(c: char) -> bool {
    matches!(c,
        '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}' | '〇')
}

/// Whose letter a character is.
pub(crate) fn script(c: char) -> Script {
    if is_han(c) {
        Script::Han
    } else if matches!(c, '\u{41}'..='\u{5a}' | '\u{61}'..='\u{7a}' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
        && !matches!(c, '×' | '÷')
    {
        Script::Latin
    } else if c.is_alphabetic() {
        Script::Other
    } else {
        Script::None
    }
}

/// Compatibility forms made plain (`Ａ` is `A`, `（` is `(`), curly quotes
/// straight, every kind of white space a space, invisible marks gone.
pub(crate) fn plain(text: &str) -> String {
    if text.bytes().all(|b| b.is_ascii_graphic() || b == b' ') {
        return text.replace('`', "'");
    }
    text.chars()
        .filter(|c| !matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}' | '\u{ad}'))
        .map(|c| match c {
            '\u{2018}' | '\u{2019}' | '\u{2032}' | '\u{ff07}' | '\u{60}' | '\u{b4}' => '\'',
            '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
            c if c.is_whitespace() => ' ',
            c => c,
        })
        // A circled or bracketed number is a number, not a part of a word.
        .flat_map(|c| match c {
            '\u{2460}'..='\u{249b}' | '\u{3220}'..='\u{3229}' => vec![' ', c, ' '],
            c => vec![c],
        })
        .nfkc()
        .collect()
}

/// The letter without accents, in lower case.
pub(crate) fn fold_latin(c: char) -> impl Iterator<Item = char> {
    let (plain, rest) = if c.is_ascii() || is_han(c) {
        (Some(c.to_ascii_lowercase()), None)
    } else {
        (None, Some(c))
    };
    let rest = rest.into_iter().flat_map(char::to_lowercase).nfd();
    plain.into_iter().chain(rest.filter(|c| !matches!(c, '\u{300}'..='\u{36f}')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_width_forms_and_odd_spaces_are_plain() {
        assert_eq!(plain("Ｎａｍｅ（　姓名\u{a0}）：\u{200b}"), "Name( 姓名 ):");
        assert_eq!(plain("Applicant’s name – full"), "Applicant's name - full");
    }

    #[test]
    fn accents_fold() {
        assert_eq!("Évéña".chars().flat_map(fold_latin).collect::<String>(), "evena");
    }
}
