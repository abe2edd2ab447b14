//! Where sentences end. `Ph.D.`, `e.g.` and `3.5` do not end one.

use std::ops::Range;

use super::pattern::pattern;

/// The sentences of `text`, which begins at `from`.
pub(crate) fn sentences(text: &str, from: usize) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = 0;
    for (at, end) in text.char_indices() {
        let after = at + end.len_utf8();
        // `… line “River.” Include` : the mark that closes a quotation is part of it.
        let next = match text[after..].chars().next() {
            Some(it @ ('”' | '」' | '』')) => after + it.len_utf8(),
            _ => after,
        };
        let ends = match end {
            '；' => !is_aside(&text[start..at], &text[after..]),
            '。' | '！' | '？' => true,
            '.' | '!' | '?' => ends_at(text, at, after),
            ';' => {
                text[next..].starts_with(' ')
                    && text[next..].trim_start().starts_with(|it: char| it >= '\u{2e80}')
            }
            _ => false,
        };
        if ends {
            out.push(start..next);
            start = next;
        }
    }
    out.push(start..text.len());
    let trimmed = out.into_iter().filter_map(|it| {
        let words = &text[it.clone()];
        let left = it.start + words.len() - words.trim_start().len();
        let right = left + words.trim().len();
        (right > left).then_some(from + left..from + right)
    });
    trimmed.collect()
}

/// Whether a place is between brackets that are closed soon: `(a；b)` is of one piece.
fn is_aside(before: &str, after: &str) -> bool {
    let open = before.rfind('(').is_some_and(|at| !before[at..].contains(')'));
    open && after.chars().take(60).find(|it| matches!(it, '(' | ')' | '。')) == Some(')')
}

/// Whether the mark at `at` ends a sentence.
fn ends_at(text: &str, at: usize, next: usize) -> bool {
    let rest = &text[next..];
    let rest = rest.trim_start_matches(['"', '”', ')', '\'']);
    if rest.is_empty() {
        return true;
    }
    let Some(first) = rest.trim_start().chars().next() else { return true };
    // In a dump, the space after the full stop is often lost: `research.The`.
    if !rest.starts_with(' ') {
        let before = &text[..at];
        let lost = before.ends_with(|it: char| it.is_lowercase())
            && pattern!(r"^[A-Z][a-z]+ [a-z]").is_match(rest)
            && first.is_uppercase();
        return first >= '\u{2e80}' && !before.ends_with(|it: char| it.is_ascii_digit()) || lost;
    }
    let starts = first.is_uppercase()
        || first >= '\u{2e80}'
        || matches!(first, '"' | '“' | '(' | '[' | '\'')
        || first.is_ascii_digit();
    let abbreviation = pattern!(
        r"(^|[\s(\[/])(e\.g|i\.e|etc|max|min|cf|ca|approx|incl|resp|dr|prof|mr|mrs|ms|st|no|nr|vs|fig|dept|univ|inc|ltd|co|jr|ph\.?d|m\.?sc|b\.?sc|m\.?s|b\.?s|m\.?eng|m\.?a|b\.?a|dipl|ing|u\.s|u\.k|u\.s\.a|a\.m|p\.m|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|[a-z])$"
    );
    // `experience with R. A licence …`: a language, and no initial.
    let language = pattern!(r"\b(with|in|or|and|using|of|know) [RC]$").is_match(&text[..at]);
    let short = abbreviation.is_match(&text[..at]) && !language;
    // `etc.` and `Ph.D.` may end a sentence when a new one plainly begins.
    let plain = pattern!(r"^\s+(the|we|please|applicants?|candidates?|applications?|for|you|our|in|a|an|this|if|to|students?|interested|they|he|she|it|candidates?|knowledge|experience|excellent|good|strong|fluency|fluent|proficiency|ability) ").is_match(rest)
        && first.is_uppercase()
        && pattern!(r"(etc|ph\.?d|m\.?sc|p\.m|a\.m|inc|ltd)$").is_match(&text[..at]);
    starts && (!short || plain)
}
