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
    RegexBuilder::new(&joined.replace(' ', r"\s+"))
        .case_insensitive(true)
        .size_limit(32 << 20)
        .build()
        .expect("BUG: a pattern of ours is not one")
}
