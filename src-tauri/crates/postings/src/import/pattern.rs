//! Patterns are compiled once, when they are first needed.
//!
//! In clean text every gap is one space, so a space in a pattern is a gap. A line
//! break in a pattern, with what indents the next line, is nothing: a list of phrases
//! reads as one.

use std::sync::OnceLock;

use regex::{Regex, RegexBuilder};

/// The words of a pattern, and the pattern once it was needed. There are a thousand: what
/// each takes in the program counts.
pub(crate) struct Pattern {
    text: &'static str,
    compiled: OnceLock<Regex>,
}

impl Pattern {
    pub(crate) const fn new(text: &'static str) -> Self {
        Self { text, compiled: OnceLock::new() }
    }

    #[inline(never)]
    pub(crate) fn regex(&self) -> &Regex {
        self.compiled.get_or_init(|| compiled(self.text))
    }
}

/// A pattern that is compiled when it is first used: a literal, or words with others in them.
macro_rules! pattern {
    ($text:literal $(,)?) => {{
        static PATTERN: $crate::import::pattern::Pattern =
            $crate::import::pattern::Pattern::new($text);
        PATTERN.regex()
    }};
    ($($text:tt)+) => {{
        static PATTERN: std::sync::LazyLock<regex::Regex> =
            std::sync::LazyLock::new(|| $crate::import::pattern::compiled($($text)+));
        &*PATTERN
    }};
}
pub(crate) use pattern;

/// Any case.
#[expect(clippy::expect_used, reason = "patterns are ours, and a test compiles them all")]
pub(crate) fn compiled(text: &str) -> Regex {
    let mut lines = text.lines();
    let first = lines.next().unwrap_or_default();
    let joined = lines.fold(first.to_owned(), |all, line| all + line.trim_start());
    RegexBuilder::new(&narrowed(&joined))
        .case_insensitive(true)
        .size_limit(32 << 20)
        .build()
        .expect("BUG: a pattern of ours is not one")
}

/// Letters, figures and gaps as they are in clean text, in a few ranges. The classes
/// of Unicode have hundreds, and patterns with them take seconds to compile. A word ends
/// where Chinese begins: `附CV`.
const CLASSES: &[(char, &str, bool)] = &[
    ('w', "0-9A-Za-z_", false),
    ('d', "0-9", false),
    ('s', " \\n", false),
    ('S', " \\n", true),
    ('W', "0-9A-Za-z_À-ɏ\u{3040}-\u{30ff}\u{3400}-\u{9fff}", true),
    ('L', "A-Za-zÀ-ɏͰ-ӿ\u{3005}\u{3007}\u{3040}-\u{30ff}\u{3400}-\u{9fff}", false),
    ('N', "0-9", false),
    ('H', "\u{3005}\u{3007}\u{3400}-\u{9fff}", false),
];

/// The pattern with narrow classes.
fn narrowed(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    let mut rest = text;
    let mut depth = 0;
    while let Some(next) = rest.chars().next() {
        let named = [(r"\p{Han}", 'H'), (r"\p{L}", 'L'), (r"\p{N}", 'N')];
        let found = named.iter().find(|(name, _)| rest.starts_with(name));
        let (name, length) = match (found, rest.as_bytes()) {
            (Some((name, class)), _) => (Some(*class), name.len()),
            (None, [b'\\', escaped, ..]) if escaped.is_ascii() => {
                (Some(char::from(*escaped)).filter(|it| "wdsSWb".contains(*it)), 2)
            }
            _ => (None, next.len_utf8()),
        };
        let (piece, after) = rest.split_at(length);
        rest = after;
        match piece {
            "[" => depth += 1,
            "]" => depth -= 1,
            _ => {}
        }
        let class = name.and_then(|name| CLASSES.iter().find(|(it, ..)| *it == name));
        match (name, class) {
            (Some('b'), _) => out.push_str(r"(?-u:\b)"),
            (_, Some((_, ranges, false))) if depth > 0 => out.push_str(ranges),
            (_, Some((_, ranges, negated))) => {
                out.push_str(if *negated { "[^" } else { "[" });
                out.push_str(ranges);
                out.push(']');
            }
            _ => out.push_str(piece),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeMap, fs, path::Path};

    use super::*;

    /// Patterns are compiled when they are needed; here all of them are, so that none
    /// fails on somebody's text.
    #[test]
    fn every_pattern_is_one() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/import");
        let sources: Vec<String> = fs::read_dir(folder)
            .unwrap()
            .map(|it| it.unwrap().path())
            .filter(|it| it.extension().is_some_and(|it| it == "rs"))
            .map(|it| fs::read_to_string(it).unwrap())
            .collect();
        let raw = Regex::new(r##"(?s)(?:const (?P<n>[A-Z]+): &str =\s*|pattern!\(\s*(?P<f>&format!\(\s*)?|any_of = )r(?:#"(?P<a>.*?)"#|"(?P<b>.*?)")"##).unwrap();
        let words =
            |it: &regex::Captures<'_>| it.name("a").or(it.name("b")).unwrap().as_str().to_owned();
        let mut named: BTreeMap<String, String> = BTreeMap::new();
        for it in sources.iter().flat_map(|it| raw.captures_iter(it)) {
            named.extend(it.name("n").map(|name| (name.as_str().to_owned(), words(&it))));
        }
        let mut count = 0;
        for it in sources.iter().flat_map(|it| raw.captures_iter(it)) {
            let mut text = words(&it);
            if it.name("f").is_some() {
                for (name, value) in named.iter().chain([(&"any_of".to_owned(), &"x".to_owned())]) {
                    text = text.replace(
                        &format!("{{{name}}}"),
                        &value.replace('{', "{{").replace('}', "}}"),
                    );
                }
                text = text.replace("{{", "{").replace("}}", "}");
            }
            compiled(&text);
            count += 1;
        }
        assert!(count > 150, "{count}");
    }
}
