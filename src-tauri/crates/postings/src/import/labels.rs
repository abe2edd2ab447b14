//! Labels: `Location: Zürich`, a row of a table, or a heading and what is below it.

use regex::Regex;

use super::{
    lines::Shape,
    page::{Label, Page},
    pattern::pattern,
};

impl Page<'_> {
    /// Finds the labels and their values.
    pub(super) fn find_labels(&mut self) {
        let mut labels = Vec::new();
        for (number, line) in self.lines.iter().enumerate() {
            let text = &self.text[line.span.clone()];
            let mut from = 0;
            for piece in pattern!(r"\s[|·•]\s|｜|\s{2,}").split(text) {
                let at = from + text[from..].find(piece).unwrap_or(0);
                from = at + piece.len();
                let Some(found) = pattern!(
                    r"^[^\p{L}\p{N}(]{0,6}(?P<a>[^:：。，,.!?;；【】]{1,40}|[^:：。]{1,24}\([^)]{1,24}\))\s?[】\]]?\s*:\s*[】\]]?\s*(?P<b>.*)$"
                ).captures(piece)
                .or_else(|| pattern!(r"^[【\[](?P<a>[^】\]]{2,20})[】\]]\s*(?P<b>.*)$").captures(piece)) else { continue };
                let (Some(name), Some(value)) = (found.name("a"), found.name("b")) else {
                    continue;
                };
                let start = line.span.start + at + value.start();
                let value = start..start + value.as_str().trim_end().len();
                labels.push(Label { name: bare(name.as_str()), value, line: number });
            }
            let below = self.lines.get(number + 1).filter(|it| it.shape != Shape::Heading);
            if line.shape == Shape::Heading
                && let Some(below) = below
            {
                labels.push(Label { name: bare(text), value: below.span.clone(), line: number });
            }
        }
        self.labels = labels;
    }
}

/// Whether a label, or its half in one of two languages, is like `pattern`.
pub(super) fn is_like(name: &str, pattern: &Regex) -> bool {
    if pattern.is_match(name) {
        return true;
    }
    let half = |wide: bool| {
        let words: String =
            name.chars().filter(|it| (*it >= '\u{2e80}') == wide || *it == ' ').collect();
        words.trim_matches(|it: char| !it.is_alphanumeric()).to_owned()
    };
    let (narrow, wide) = (half(false), half(true));
    narrow.len() > 3 && !wide.is_empty() && (pattern.is_match(&narrow) || pattern.is_match(&wide))
}

/// A label in one case, without numbers, brackets and pictures around it.
fn bare(name: &str) -> String {
    let name = name.trim_matches(|it: char| !it.is_alphanumeric() && it != '(' && it != ')');
    let number = pattern!(r"^(\d{1,2}[.、)]|[一二三四五六七八九十]{1,3}[、.,:])\s*").find(name);
    let name = number.map_or(name, |it| &name[it.end()..]);
    name.trim_end_matches(':').to_lowercase()
}
