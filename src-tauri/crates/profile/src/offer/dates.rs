//! Pairs of dates within a line: `Sep 2023 – Jun 2028 (expected)`, `2021.09至今`.

use std::ops::Range;

use crate::{PartialDate, month::month_of};

/// From when till when, and where in the line it says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) start: PartialDate,
    /// `None`: it lasts still.
    pub(super) end: Option<PartialDate>,
    /// Its bytes in the line, brackets and `expected` with it.
    pub(super) place: Range<usize>,
}

const NOW: &[&str] = &["present", "now", "current", "today", "ongoing", "至今", "现在", "今"];
const SEPARATORS: &[&str] =
    &["---", "--", "–", "—", "-", "~", "～", "−", "至", "到", "to", "until"];

/// The pair of dates in a line. `None` where there is none, or more than one.
pub(super) fn span(line: &str) -> Option<Span> {
    let mut found = spans(line);
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

/// Whether a line has a pair of dates at all.
pub(super) fn is_dated(line: &str) -> bool {
    spans(line).next().is_some()
}

fn spans(line: &str) -> impl Iterator<Item = Span> {
    let dates = dates(line);
    (0..dates.len()).filter_map(move |at| {
        let (start, place) = &dates[at];
        let rest = &line[place.end..];
        let after = separator(rest)?;
        let gap = place.end + rest.len() - after.len();
        let (end, until) = match dates.get(at + 1) {
            Some((end, next)) if next.start == gap => (Some(*end), next.end),
            _ => (None, gap + now(after)?),
        };
        // Part of a longer number, such as a telephone's.
        let is_part =
            line[..place.start].ends_with(['-', '/']) || line[until..].starts_with(['-', '/']);
        if is_part || end.is_some_and(|end| end < *start) {
            return None;
        }
        Some(Span { start: *start, end, place: widened(line, place.start..until) })
    })
}

/// What follows the sign between two dates. 至今 needs none.
fn separator(rest: &str) -> Option<&str> {
    let rest = rest.trim_start();
    if rest.starts_with("至今") {
        return Some(rest);
    }
    let found = SEPARATORS.iter().find(|it| starts_with(rest, it))?;
    Some(rest[found.len()..].trim_start())
}

/// How long the word for "now" is, at the start.
fn now(rest: &str) -> Option<usize> {
    let word = NOW.iter().find(|it| starts_with(rest, it))?;
    let ends = !rest[word.len()..].starts_with(|c: char| c.is_ascii_alphanumeric());
    ends.then_some(word.len())
}

fn starts_with(words: &str, start: &str) -> bool {
    words.get(..start.len()).is_some_and(|it| it.eq_ignore_ascii_case(start))
}

/// Brackets around, and a word that says that the end is still to come.
fn widened(line: &str, place: Range<usize>) -> Range<usize> {
    let mut place = place;
    let tail = &line[place.end..];
    let expected = [
        "(expected)",
        "（预计）",
        "(预计)",
        "(anticipated)",
        "（预期）",
        "（预计毕业）",
        "expected",
        "预计",
    ];
    let trimmed = tail.trim_start();
    if let Some(word) = expected.iter().find(|it| starts_with(trimmed, it)) {
        place.end += tail.len() - trimmed.len() + word.len();
    }
    let before = line[..place.start].chars().next_back();
    let after = line[place.end..].chars().next();
    if let (Some(open @ ('(' | '（' | '[')), Some(close @ (')' | '）' | ']'))) = (before, after) {
        place.start -= open.len_utf8();
        place.end += close.len_utf8();
    }
    place
}

/// Every date of a line, by its year.
fn dates(line: &str) -> Vec<(PartialDate, Range<usize>)> {
    let bytes = line.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut found: Vec<(PartialDate, Range<usize>)> = Vec::new();
    let mut at = 0;
    while at + 4 <= bytes.len() {
        let is_year = (at..at + 4).all(is_digit)
            && matches!(&bytes[at..at + 2], b"19" | b"20")
            && !is_digit(at + 4)
            && (at == 0 || !is_digit(at - 1));
        if !is_year {
            at += 1;
            continue;
        }
        let used = found.last().map_or(0, |it| it.1.end);
        let start = at - month_before(&line[used..at]);
        let end = if start < at { at + 4 } else { at + 4 + month_after(&line[at + 4..]) };
        if let Some(date) = PartialDate::typed(&line[start..end]) {
            found.push((date, start..end));
        }
        at = end;
    }
    found
}

/// How much before a year belongs to its month: `Sep `, `09/`.
fn month_before(before: &str) -> usize {
    let number = before.strip_suffix(['/', '.']).map(|it| {
        let rest = it.trim_end_matches(|c: char| c.is_ascii_digit());
        (it.len() - rest.len(), before.len() - rest.len())
    });
    if let Some((1..=2, length)) = number {
        return length;
    }
    let bare = before.trim_end_matches([' ', ',', '.']);
    let rest = bare.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    if month_of(&bare[rest.len()..]).is_some() { before.len() - rest.len() } else { 0 }
}

/// How much after a year belongs to its month: `.09`, `年9月`.
fn month_after(after: &str) -> usize {
    let digits = |words: &str| words.bytes().take_while(u8::is_ascii_digit).count();
    if let Some(rest) = after.strip_prefix('年') {
        let spaces = rest.len() - rest.trim_start().len();
        let count = digits(rest.trim_start());
        let month = &rest[spaces + count..];
        let spaces_after = month.len() - month.trim_start().len();
        let is_month = (1..=2).contains(&count) && month.trim_start().starts_with('月');
        return "年".len() + if is_month { spaces + count + spaces_after + "月".len() } else { 0 };
    }
    let Some(rest) = after.strip_prefix(['.', '/', '-']) else { return 0 };
    let count = digits(rest);
    let is_month = matches!(rest[..count].parse::<u8>(), Ok(1..=12));
    // 2019-2021 is two years, and 2020-12 a month: that one has two digits.
    if is_month && (count == 2 || (count == 1 && !after.starts_with('-'))) { 1 + count } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: Option<(&str, &str, &str)>) {
        let found = span(line).map(|it| {
            let end = it.end.map_or_else(String::new, |it| it.to_string());
            (it.start.to_string(), end, line[it.place].to_owned())
        });
        let expected = expected.map(|(a, b, c)| (a.to_owned(), b.to_owned(), c.to_owned()));
        assert_eq!(found, expected, "{line}");
    }

    #[test]
    fn pairs_are_read_as_people_write_them() {
        check(
            "A\tSep 2023 – Jun 2028 (expected)",
            Some(("2023-09", "2028-06", "Sep 2023 – Jun 2028 (expected)")),
        );
        check("2021–2025 PhD", Some(("2021", "2025", "2021–2025")));
        check("2021-2025 PhD", Some(("2021", "2025", "2021-2025")));
        check("甲大学 2023.09 – 2026.06", Some(("2023-09", "2026-06", "2023.09 – 2026.06")));
        check("2020年9月 – 2024年6月", Some(("2020-09", "2024-06", "2020年9月 – 2024年6月")));
        check("2022-09 - 2024-06", Some(("2022-09", "2024-06", "2022-09 - 2024-06")));
        check("03/2023 – 08/2023", Some(("2023-03", "2023-08", "03/2023 – 08/2023")));
        check("(2019 to 2021)", Some(("2019", "2021", "(2019 to 2021)")));
        check("Job, June 2024 - present", Some(("2024-06", "", "June 2024 - present")));
        check("2024.03至今", Some(("2024-03", "", "2024.03至今")));
        check("Sept. 2020 – Dec. 2020", Some(("2020-09", "2020-12", "Sept. 2020 – Dec. 2020")));
    }

    #[test]
    fn what_is_no_pair_or_more_than_one_is_left_alone() {
        check("In 2021 style", None);
        check("2025 – 2021", None);
        check("138-2019-2021-11", None);
        check("2019–2020 and 2021–2022", None);
        check("Room 2019 – 3", None);
        check("", None);
    }
}
