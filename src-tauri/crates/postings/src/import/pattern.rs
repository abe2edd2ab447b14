//! Patterns are compiled once, when they are first needed.
//!
//! A space in a pattern is any gap, and a line break with what indents the next
//! line is nothing, so that a list of phrases reads as one.

use regex::{Regex, RegexBuilder};

/// A pattern that is compiled when it is first used.
macro_rules! pattern {
    ($($text:tt)+) => {{
        static PATTERN: std::sync::LazyLock<regex::Regex> =
            std::sync::LazyLock::new(|| $crate::import::pattern::compiled($($text)+));
        &*PATTERN
    }};
}
pub(crate) use pattern;

/// Any case; a space is any gap.
#[expect(clippy::expect_used, reason = "patterns are ours, and a test compiles them all")]
pub(crate) fn compiled(text: &str) -> Regex {
    let joined: String = text.lines().map(str::trim_start).collect();
    // A gap never goes on to the next line; ` ?` is one that may be absent.
    let gaps = joined.replace(" ?", r"[^\S\n]*").replace(' ', r"[^\S\n]+");
    RegexBuilder::new(&gaps)
        .case_insensitive(true)
        .size_limit(32 << 20)
        .build()
        .expect("BUG: a pattern of ours is not one")
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
