//! Publications: numbered or bulleted, with the title between authors and venue.

use super::{Line, Offer, Offered, offer};
use crate::{PublicationStatus, PublicationType, Text, schema::Publication, text::is_han};

/// What a section about publications offers. A list that says neither by numbers nor
/// by names where a paper begins is left alone.
pub(super) fn offers(lines: &[Line]) -> Vec<Offer> {
    let has_markers = lines.iter().any(|it| marker(it.words) > 0);
    let starts: Vec<usize> = (0..lines.len())
        .filter(|at| {
            let words = lines[*at].words;
            if has_markers { marker(words) > 0 } else { begins_with_names(words) }
        })
        .collect();
    let ends = starts.iter().skip(1).copied().chain([lines.len()]);
    starts
        .iter()
        .zip(ends)
        .filter_map(|(start, end)| {
            let lines = &lines[*start..end];
            // Without markers, whatever follows the year may be about something else.
            let dated = lines.iter().position(|it| year(it.words).is_some());
            let end = if has_markers { lines.len() } else { dated? + 1 };
            one(&lines[..end])
        })
        .collect()
}

/// Whether a line begins with the names of several people, and a title after them.
fn begins_with_names(words: &str) -> bool {
    let found = quoted(words).map(|it| it.0).or_else(|| {
        let end = sentence_ends(words).next()?;
        Some(&words[..end])
    });
    found.and_then(names).is_some_and(|it| it.len() > 1)
}

/// How long the number or bullet is: `[1] `, `1. `, `• `.
fn marker(words: &str) -> usize {
    let rest = words.strip_prefix(['[', '(', '（', '［']).unwrap_or(words);
    let tail = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = rest.len() - tail.len();
    let closing = tail.chars().next().filter(|c| matches!(c, ']' | ')' | '.' | '）' | '］' | '、'));
    if let Some(closing) = closing.filter(|_| (1..=2).contains(&digits)) {
        return words.len() - tail.len() + closing.len_utf8();
    }
    let bullet = words.chars().next().filter(|c| "•▪●■◦‣·∗*-–".contains(*c));
    bullet.map_or(0, char::len_utf8)
}

fn one(lines: &[Line]) -> Option<Offer> {
    let mut words = String::new();
    for line in lines.iter().take(6) {
        let is_wide = words.ends_with(|c: char| !c.is_ascii());
        words.push_str(if words.is_empty() || is_wide { "" } else { " " });
        words.push_str(line.words);
    }
    let words = words[marker(&words)..].trim();
    let (authors, title, rest) = quoted(words).or_else(|| sentences(words))?;
    let authors = names(authors)?;
    let (title, kind) = mark(title);
    let is_title =
        title.split_whitespace().count() >= 3 || title.chars().filter(|c| is_han(*c)).count() >= 6;
    if !is_title || title.chars().count() > 300 {
        return None;
    }
    let entry = Publication {
        title: Text::bare(title),
        authors,
        venue: venue(rest).map(Text::bare).unwrap_or_default(),
        date: year(rest).and_then(|it| it.parse().ok()),
        status: rest
            .rsplit([',', '，', '(', '（'])
            .next()
            .and_then(|it| status(it.trim_end_matches([')', '）']))),
        kind: kind.or_else(|| kind_of(rest)),
        doi: doi(rest),
        ..Publication::default()
    };
    // Without a year it may be anything, such as work in progress.
    entry.date?;
    offer(Offered::Publication(Box::new(entry)), lines.get(..lines.len().min(6))?)
}

/// Authors “Title.” rest.
fn quoted(words: &str) -> Option<(&str, &str, &str)> {
    let (open, close) = [('“', '”'), ('"', '"'), ('《', '》')]
        .into_iter()
        .find(|(open, _)| words.contains(*open))?;
    let (authors, rest) = words.split_once(open)?;
    let (title, rest) = rest.split_once(close)?;
    Some((authors, title, rest))
}

/// Authors. Title. Rest.
fn sentences(words: &str) -> Option<(&str, &str, &str)> {
    let mut ends = sentence_ends(words);
    let (first, second) = (ends.next()?, ends.next()?);
    Some((&words[..first], &words[first + 1..second], &words[second + 1..]))
}

/// The dots that end a sentence: not the one after J in `J. Sun`, nor that of `et al.`.
fn sentence_ends(words: &str) -> impl Iterator<Item = usize> {
    words.char_indices().filter(|(_, c)| *c == '.').map(|it| it.0).filter(|at| {
        let (before, after) = (&words[..*at], &words[at + 1..]);
        let last = before.rsplit([' ', ',', '.', '-']).next().unwrap_or_default();
        (after.starts_with(' ') || after.is_empty())
            && (last.chars().count() > 1 || last.chars().all(is_han) || are_initialled(before))
            && !matches!(last, "al" | "Jr" | "Sr" | "vs")
    })
}

/// Whether these are names with the initials behind: `Liu Y, Zhang S`.
fn are_initialled(words: &str) -> bool {
    let mut names = words.split(',').map(|it| it.trim().rsplit_once(' '));
    let is_one = |it: Option<(&str, &str)>| {
        it.is_some_and(|(family, initials)| {
            let is_word = |it: &str| it.starts_with(char::is_uppercase) && it.chars().count() > 1;
            family.split(' ').count() <= 2
                && family.split(' ').all(|it| is_word(it) && !it.contains('.'))
                && (1..=3).contains(&initials.len())
                && initials.chars().all(|c| c.is_ascii_uppercase())
        })
    };
    names.all(is_one)
}

/// Whether these words are names, and which.
fn names(words: &str) -> Option<Vec<String>> {
    let words = words.trim().trim_end_matches([',', '.', ':', '，', '：']);
    let names: Vec<String> = words
        .split([',', '，', '、', ';', '；', '&'])
        .flat_map(|it| it.split(" and "))
        .map(|it| {
            it.trim().trim_start_matches("and ").trim_matches(['*', '†', '#', ' ']).to_owned()
        })
        .filter(|it| !it.is_empty() && it != "et al" && it != "等")
        .collect();
    let is_name = |it: &String| {
        let count = it.split_whitespace().count();
        let is_short = it.chars().all(is_han) && (2..=4).contains(&it.chars().count());
        is_short
            || ((1..=5).contains(&count)
                && it.starts_with(char::is_uppercase)
                && it.chars().all(|c| c.is_alphabetic() || " .-'’".contains(c)))
    };
    (!names.is_empty() && names.len() <= 30 && names.iter().all(is_name)).then_some(names)
}

/// A Chinese title says at its end what it is: `[J]`, `[C]`.
fn mark(title: &str) -> (&str, Option<PublicationType>) {
    let title = title.trim().trim_end_matches(['.', ',', '，']);
    for (mark, kind) in [
        ("[J]", PublicationType::Journal),
        ("[C]", PublicationType::Conference),
        ("[D]", PublicationType::Thesis),
        ("[M]", PublicationType::Book),
        ("[P]", PublicationType::Patent),
    ] {
        if let Some(rest) = title.strip_suffix(mark) {
            return (rest.trim(), Some(kind));
        }
    }
    (title, None)
}

fn kind_of(rest: &str) -> Option<PublicationType> {
    let lower = rest.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|it| lower.contains(it));
    if has(&["arxiv", "preprint"]) {
        Some(PublicationType::Preprint)
    } else if has(&["workshop"]) {
        Some(PublicationType::Workshop)
    } else if has(&["proceedings", "conference", "symposium"]) {
        Some(PublicationType::Conference)
    } else if has(&["journal", "transactions", "学报"]) {
        Some(PublicationType::Journal)
    } else {
        None
    }
}

/// Conference or journal: what stands before the first number.
fn venue(rest: &str) -> Option<String> {
    let rest = rest.trim_start_matches([' ', ',', '.', '，']);
    let rest = rest.strip_prefix("In ").or(rest.strip_prefix("In: ")).unwrap_or(rest);
    let end = rest
        .char_indices()
        .filter(|(_, c)| matches!(c, ',' | '，' | '.' | ':'))
        .map(|(at, c)| (at, rest[at + c.len_utf8()..].trim_start()))
        .find(|(_, after)| {
            after.is_empty()
                || after.starts_with(|c: char| c.is_ascii_digit())
                || after.starts_with(['(', '（'])
                || after.starts_with("page")
                || after.starts_with("doi")
                || after.starts_with("vol")
                || after.starts_with("pp")
        })
        .map_or(rest.len(), |it| it.0);
    let venue = rest[..end].trim();
    // `Journal of Examples 12 (2020)`, `DSN 2025`: volume and year are no part of the name.
    let mut venue = venue;
    while let Some((before, last)) = venue.rsplit_once(' ')
        && last.chars().all(|c| c.is_ascii_digit() || "()–-:.".contains(c))
    {
        venue = before.trim_end();
    }
    let is_venue = venue.chars().filter(|c| c.is_alphabetic()).count() > 2
        && !venue.contains("://")
        && venue.chars().count() < 150
        && !venue.chars().all(|c| c.is_ascii_digit());
    is_venue.then(|| venue.to_owned())
}

/// Where a paper stands, if that is said.
fn status(words: &str) -> Option<PublicationStatus> {
    let words = words.trim().trim_end_matches(['.', '。']).to_lowercase();
    match words.as_str() {
        "accepted" | "to appear" | "in press" | "已录用" | "已接收" => {
            Some(PublicationStatus::Accepted)
        }
        "under review" | "在审" | "审稿中" => Some(PublicationStatus::UnderReview),
        _ => None,
    }
}

/// The last number that is a year, outside of a DOI.
fn year(rest: &str) -> Option<&str> {
    let rest = &rest[..rest
        .to_lowercase()
        .find("doi")
        .filter(|it| rest.is_char_boundary(*it))
        .unwrap_or(rest.len())];
    rest.split(|c: char| !c.is_ascii_digit())
        .rfind(|it| it.len() == 4 && (it.starts_with("19") || it.starts_with("20")))
}

fn doi(rest: &str) -> Option<String> {
    let at = rest.find("10.")?;
    let doi = rest[at..].split_whitespace().next()?.trim_end_matches(['.', ',', ';', ')']);
    let (registrant, suffix) = doi.split_once('/')?;
    let digits = &registrant[3..];
    let is_doi =
        digits.len() >= 4 && digits.chars().all(|c| c.is_ascii_digit()) && !suffix.is_empty();
    is_doi.then(|| doi.to_owned())
}
