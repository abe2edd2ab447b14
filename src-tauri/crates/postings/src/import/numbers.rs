//! Numbers in figures and in words, in English and Chinese.

use super::pattern::pattern;

/// A number as part of a pattern: `3`, `three`, `三`, `半` is left to those who need it.
pub(crate) const NUMBER: &str = r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty|[一二两三四五六七八九十]{1,3})";

/// `3`, `three`, `三`, `十二`.
pub(crate) fn number(word: &str) -> Option<u32> {
    let word = word.trim().to_lowercase();
    if let Ok(number) = word.parse() {
        return Some(number);
    }
    let english = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ];
    if let Some(at) = english.iter().position(|it| *it == word) {
        return u32::try_from(at).ok();
    }
    match word.as_str() {
        "a" | "an" | "single" => Some(1),
        "fifteen" => Some(15),
        "eighteen" => Some(18),
        "twenty" => Some(20),
        _ => chinese(&word),
    }
}

/// Below one hundred: `十`, `十二`, `二十`, `二十四`.
fn chinese(word: &str) -> Option<u32> {
    let digit = |it: char| match it {
        '一' => Some(1),
        '二' | '两' => Some(2),
        '三' => Some(3),
        '四' => Some(4),
        '五' => Some(5),
        '六' => Some(6),
        '七' => Some(7),
        '八' => Some(8),
        '九' => Some(9),
        _ => None,
    };
    let mut chars = word.chars();
    match (chars.next()?, chars.next(), chars.next(), chars.next()) {
        ('十', None, ..) => Some(10),
        ('十', Some(ones), None, _) => Some(10 + digit(ones)?),
        (one, None, ..) => digit(one),
        (tens, Some('十'), None, _) => Some(10 * digit(tens)?),
        (tens, Some('十'), Some(ones), None) => Some(10 * digit(tens)? + digit(ones)?),
        _ => None,
    }
}

/// `2`, `2-3`, `two to three`, `1至2`, in words that hold nothing else.
pub(crate) fn range(words: &str) -> Option<(u32, Option<u32>)> {
    let words = words.trim();
    let parts = pattern!(r"^(.+?)\s*(?:-|–|—|~|～|to|or|至|到|或)\s*(.+)$").captures(words);
    if let Some(parts) = parts
        && let (Some(low), Some(high)) = (number(&parts[1]), number(&parts[2]))
    {
        return (low <= high).then_some((low, Some(high)));
    }
    number(words).map(|it| (it, None))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_in_figures_and_words() {
        for (word, is) in
            [("3", 3), ("Three", 3), ("三", 3), ("两", 2), ("十二", 12), ("二十四", 24)]
        {
            assert_eq!(number(word), Some(is), "{word}");
        }
        assert_eq!(number("若干"), None);
        assert_eq!(range("2-3"), Some((2, Some(3))));
        assert_eq!(range("一至两"), Some((1, Some(2))));
        assert_eq!(range("two to three"), Some((2, Some(3))));
        assert_eq!(range("several"), None);
    }
}
