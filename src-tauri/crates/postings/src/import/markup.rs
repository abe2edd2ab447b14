//! Markdown, taken off. Its headings and lists leave a mark at the start of their line.

use super::address::{PROTECTED, unscrambled};
use super::glyphs::{BULLET, Glyph, HEADING};
use super::pattern::pattern;
use super::source;

/// The text without stars, backticks, escapes and pipes, line by line.
pub(crate) fn plain(glyphs: &[Glyph]) -> Vec<Glyph> {
    let mut out = Vec::with_capacity(glyphs.len());
    let glyphs = &whole_links(&undone(glyphs));
    let lines: Vec<&[Glyph]> = glyphs.split(|it| it.char == '\n').collect();
    let texts: Vec<String> =
        lines.iter().map(|line| line.iter().map(|it| it.char).collect()).collect();
    let indented = source::indented(&texts);
    let mut depths: Vec<usize> = Vec::new();
    for (number, line) in lines.iter().enumerate() {
        let text = texts[number].as_str();
        if source::is_directive(text) {
            push_end(&mut out, line);
            continue;
        }
        if pattern!(r"^\s*(<{7}|={5,}|>{7}|-{3,}|\*{3,}|_{3,}|\|?[\s:|-]{4,}\|)(\s.*)?$")
            .is_match(text)
            && !text.contains(char::is_alphanumeric)
            || pattern!(r"^(<{7}|>{7})\s").is_match(text)
        {
            push_end(&mut out, line);
            continue;
        }
        let (mark, skip) = opening(text);
        // The last line of a paragraph is no heading, whatever is drawn below it.
        let above = number.checked_sub(1).map_or("", |it| texts[it].trim_end());
        let runs_on = above.chars().count() >= 50 && above.ends_with(char::is_alphanumeric);
        let below = texts.get(number + 1).map_or("", String::as_str);
        let mark = mark
            .or_else(|| (!runs_on && source::is_underlined(text, below)).then_some(HEADING))
            .or_else(|| indented[number].then_some(BULLET));
        if let Some(first) = line.get(skip).or_else(|| line.last()) {
            out.extend(mark.map(|it| Glyph::mark(it, first.start)));
            // A list within a list has its mark twice.
            let within = mark == Some(BULLET) && is_within(text, &mut depths);
            out.extend(within.then(|| Glyph::mark(BULLET, first.start)));
        }
        if mark != Some(BULLET) && !text.trim().is_empty() && !text.starts_with(' ') {
            depths.clear();
        }
        if text.trim_start().starts_with('|') {
            out.extend(inline(&cells(line)));
        } else {
            out.extend(inline(line.get(skip..).unwrap_or_default()));
        }
        push_end(&mut out, line);
    }
    out
}

/// The text with the signs that a page spells out: `https:&#x2F;&#x2F;b.example`. Brackets stay
/// spelled: they are no tags.
fn undone(glyphs: &[Glyph]) -> Vec<Glyph> {
    let signs = [
        ("&#x2f;", '/'),
        ("&#x27;", '\''),
        ("&#39;", '\''),
        ("&quot;", '"'),
        ("&amp;", '&'),
        ("&nbsp;", ' '),
    ];
    let mut out = Vec::with_capacity(glyphs.len());
    let mut rest = glyphs;
    while let Some((first, others)) = rest.split_first() {
        let is = |name: &str| {
            name.chars().enumerate().all(|(at, it)| {
                rest.get(at).is_some_and(|glyph| glyph.char.eq_ignore_ascii_case(&it))
            })
        };
        let sign = signs.iter().find(|(name, _)| first.char == '&' && is(name));
        out.push(sign.map_or(*first, |(name, char)| Glyph {
            char: *char,
            end: rest[name.len() - 1].end,
            ..*first
        }));
        rest = sign.map_or(others, |(name, _)| &rest[name.len()..]);
    }
    out
}

/// The words of a link on one line, and where it leads: where the width of a page has broken
/// them, they go on.
fn whole_links(glyphs: &[Glyph]) -> Vec<Glyph> {
    /// The longest words that a link has.
    const MOST: usize = 400;
    let mut out = glyphs.to_vec();
    let at = |n: usize| glyphs.get(n).map(|it| it.char);
    let mut broken = Vec::new();
    let mut from = 0;
    while from < glyphs.len() {
        if glyphs[from].char != '[' {
            from += 1;
            continue;
        }
        let inside = glyphs[from + 1..].iter().take(MOST);
        let close = inside.into_iter().position(|it| matches!(it.char, '[' | ']'));
        let close = close.map_or(from, |it| from + 1 + it);
        let leads = at(close) == Some(']') && at(close + 1) == Some('(');
        let parted = (from..close).any(|it| at(it) == Some('\n') && at(it + 1) == Some('\n'));
        if leads && !parted {
            for glyph in &mut out[from..close] {
                if glyph.char == '\n' {
                    *glyph = glyph.with(' ');
                }
            }
            let target = glyphs[close + 2..].iter().take(MOST);
            let end = target.into_iter().position(|it| matches!(it.char, '(' | ')'));
            if let Some(end) = end.map(|it| close + 2 + it).filter(|it| at(*it) == Some(')')) {
                let gaps = (close + 2..end).filter(|it| matches!(at(*it), Some('\n' | ' ')));
                let gaps: Vec<usize> = gaps.collect();
                if gaps.iter().any(|it| at(*it) == Some('\n')) && gaps.len() < 8 {
                    broken.extend(gaps);
                }
            }
        }
        from = close.max(from + 1);
    }
    // Where a link leads has no gaps.
    let mut number = 0;
    out.retain(|_| {
        number += 1;
        !broken.contains(&(number - 1))
    });
    out
}

/// Whether an item is one of a list within a list, by its indent and those before it.
fn is_within(text: &str, depths: &mut Vec<usize>) -> bool {
    let indent = text.chars().take_while(|it| *it == ' ').count();
    while depths.last().is_some_and(|it| *it > indent) {
        depths.pop();
    }
    if depths.last().is_none_or(|it| indent > it + 1) {
        depths.push(indent);
    }
    depths.len() > 1
}

/// The end of a line; where it stood does not matter.
fn push_end(out: &mut Vec<Glyph>, line: &[Glyph]) {
    let at = line.last().map_or_else(|| out.last().map_or(0, |it| it.end), |it| it.end);
    out.push(Glyph::mark('\n', at));
}

/// The mark that a line begins with, and how many characters it takes away.
fn opening(text: &str) -> (Option<char>, usize) {
    if let Some(found) = pattern!(r"^\s*(>\s*)*#{1,6}\s+").find(text) {
        return (Some(HEADING), text[..found.end()].chars().count());
    }
    // `== Title ==`, as wikis have it.
    if let Some(found) = pattern!(r"^(={1,5}) [^=]+ ={1,5}\s*$").captures(text) {
        return (Some(HEADING), found[1].len() + 1);
    }
    let bold = pattern!(r"^\s*(\*\*|__)([^*_]+)(\*\*|__)\s*[:：]?\s*$").is_match(text);
    if bold && text.chars().count() < 60 {
        return (Some(HEADING), 0);
    }
    // The name of an icon that a page shows as a picture: `placeZurich`.
    let icon = pattern!(
        r"^\s*((?-i:corporate_fare|place|bar_chart|location_on|schedule|work_outline|work|business|apartment|event|school|attach_money|calendar_today|domain|public|access_time|category|payments))(?-i:[A-Z])"
    );
    if let Some(name) = icon.captures(text).and_then(|it| it.get(1)) {
        return (None, text[..name.end()].chars().count());
    }
    let bullet = pattern!(
        r"^\s*(>\s*)*(\\?([-*+•·●◦▪■◆○➢►▶✓✔–—‣⁃]\s+|[•●◦▪■◆○➢►▶✓✔✅☑👉🔹🔸▫]\u{fe0f}?)\s*|\d{1,2}[.)、]\s*|[(](?:\d{1,2}|[a-h]|i{1,3}|iv|v|vi{1,3}|ix|x|[一二三四五六七八九十]{1,3})[)]\s*|[①-⑳]\s*|[a-h][.)]\s+|[ivx]{1,4}[.)]\s+)"
    );
    if let Some(found) = bullet.find(text) {
        let rest = &text[found.end()..];
        // `3.5 years`, `12.03.2026` and `2026年` are no numbers of a list.
        let figures = !pattern!(r"^20\d\d\s?(届|年|级)").is_match(rest)
            && rest.starts_with(|it: char| it.is_ascii_digit())
            && found.as_str().ends_with('.');
        if !figures && !rest.is_empty() {
            return (Some(BULLET), text[..found.end()].chars().count());
        }
    }
    // `:date: 2026-03-02`, a setting.
    if pattern!(r"^:[a-z][\w-]{1,20}: \S").is_match(text) {
        return (None, 1);
    }
    let quote = pattern!(r"^\s*(>\s*)*").find(text).map_or(0, |it| it.end());
    (None, text[..quote].chars().count())
}

/// A row of a table: the first cell is the label of the others.
fn cells(line: &[Glyph]) -> Vec<Glyph> {
    let mut out: Vec<Glyph> = Vec::new();
    let mut cell = 0;
    for glyph in line {
        if glyph.char != '|' {
            out.push(*glyph);
            continue;
        }
        if cell == 1 {
            while out.last().is_some_and(|it| it.char == ' ') {
                out.pop();
            }
            out.push(glyph.with(':'));
            out.push(glyph.with(' '));
        } else if cell > 1 {
            out.push(glyph.with(' '));
        }
        cell += 1;
    }
    while out.last().is_some_and(|it| it.char == ' ' || it.char == ':') {
        out.pop();
    }
    out
}

/// What stands within a line.
fn inline(line: &[Glyph]) -> Vec<Glyph> {
    let mut out = Vec::with_capacity(line.len());
    let at = |n: usize| line.get(n).map_or('\n', |it: &Glyph| it.char);
    let mut n = 0;
    let mut enclosed = false;
    while n < line.len() {
        let glyph = line[n];
        let before = if n == 0 { ' ' } else { at(n - 1) };
        match glyph.char {
            '\\' if at(n + 1).is_ascii_punctuation() => {
                n += 1;
                out.push(Glyph { start: glyph.start, ..line[n] });
            }
            '`' => {}
            '=' if is_wiki_end(line, n) => break,
            // `Mitarbeiter*in` is one word.
            '*' if before.is_alphabetic() && at(n + 1).is_lowercase() && at(n + 1).is_ascii() => {
                out.push(glyph);
            }
            '*' if at(n + 1) == '*' || before == '*' => {}
            '*' if !(before == ' ' && at(n + 1) == ' ') && (n > 0 || at(n + 1) != ' ') => {}
            '_' | '~' if is_in_link(&line[..n]) => out.push(glyph),
            '_' if at(n + 1) == '_' || before == '_' => {}
            '_' if !before.is_alphanumeric() && at(n + 1).is_alphabetic() => {}
            '_' if before.is_alphabetic() && !at(n + 1).is_alphanumeric() && at(n + 1) != '@' => {}
            '!' if at(n + 1) == '[' => {
                // A picture has words for those who do not see it, and leads nowhere.
                if let Some((words, _, length)) = link(&line[n + 1..]) {
                    out.extend(inline(words));
                    n += length;
                }
            }
            '[' => match link(&line[n..]) {
                Some((words, target, length)) => {
                    out.extend(inline(words));
                    out.extend(shown_target(words, target));
                    n += length - 1;
                }
                None => out.push(glyph),
            },
            '<' if at(n + 1).eq_ignore_ascii_case(&'a') && anchor(&line[n..]).is_some() => {
                if let Some((words, target, length)) = anchor(&line[n..]) {
                    out.extend(inline(words));
                    out.extend(shown_target(words, target));
                    n += length - 1;
                }
            }
            // A tag in Markdown says how it looks.
            '<' if tag(&line[n..]) > 0 => n += tag(&line[n..]) - 1,
            '<' if is_enclosed(&line[n..]) => {
                enclosed = true;
                out.push(glyph.with(' '));
            }
            '>' if enclosed
                && before != ' '
                && (at(n + 1) == ' ' || at(n + 1) == '\n' || at(n + 1).is_ascii_punctuation()) =>
            {
                out.push(glyph.with(' '));
            }
            _ => out.push(glyph),
        }
        n += 1;
    }
    out
}

/// Whether what ends here is a part of a link, whose signs are its own.
fn is_in_link(before: &[Glyph]) -> bool {
    let from = before.iter().rposition(|it| {
        it.char.is_whitespace() || matches!(it.char, '<' | '(' | '[' | '"' | '\'' | '*')
    });
    let word: String = before[from.map_or(0, |it| it + 1)..].iter().map(|it| it.char).collect();
    word.contains("://")
}

/// The signs at the end of a wiki's heading.
fn is_wiki_end(line: &[Glyph], at: usize) -> bool {
    at > 1
        && line[at - 1].char == ' '
        && line.first().is_some_and(|it| it.char != '=')
        && line[at..].iter().all(|it| matches!(it.char, '=' | ' '))
}

/// How long the tag is that a text begins with, if it is one of those that only say how words
/// look.
fn tag(text: &[Glyph]) -> usize {
    let words: String = text.iter().take(160).map(|it| it.char).collect();
    let tag = pattern!(
        r"^</?(?:p|span|code|div|section|nav|strong|em|small|center|u|sup|sub|font|kbd|mark|details|summary|script|noscript|iframe|style|object|embed|li|ul|ol)(?:\s[^<>]*)?/?>"
    );
    tag.find(&words).map_or(0, |it| it.as_str().chars().count())
}

/// `<https://…>` and `<name@place>`: the brackets are no words.
fn is_enclosed(line: &[Glyph]) -> bool {
    let inside: String =
        line.iter().skip(1).map(|it| it.char).take_while(|it| *it != '>' && *it != ' ').collect();
    inside.contains("://") || inside.contains('@')
}

/// `[words](target)`: both, and how long it is.
fn link(line: &[Glyph]) -> Option<(&[Glyph], &[Glyph], usize)> {
    let close = line.iter().position(|it| it.char == ']')?;
    if line.get(close + 1)?.char != '(' {
        return None;
    }
    let end = line[close..].iter().position(|it| it.char == ')')? + close;
    Some((&line[1..close], &line[close + 2..end], end + 1))
}

/// `<a href="target">words</a>`, as `[words](target)`.
fn anchor(line: &[Glyph]) -> Option<(&[Glyph], &[Glyph], usize)> {
    let text: String = line.iter().take(600).map(|it| it.char).collect();
    let tags = pattern!(r#"^<a [^<>]*?\bhref=["'](?P<t>[^"'<>]+)["'][^<>]*>(?P<w>[^\n]*?)</a>"#);
    let found = tags.captures(&text)?;
    let part = |it: regex::Match<'_>| {
        let from = text[..it.start()].chars().count();
        from..from + it.as_str().chars().count()
    };
    let get = |name: &str| line.get(part(found.name(name)?));
    Some((get("w")?, get("t")?, part(found.get(0)?).len()))
}

/// Where a link leads, unless its words say so.
fn shown_target(words: &[Glyph], target: &[Glyph]) -> Vec<Glyph> {
    let word: String = words.iter().map(|it| it.char).collect();
    let text: String = target.iter().map(|it| it.char).collect();
    if let Some(address) = text.split_once(PROTECTED).and_then(|(_, it)| unscrambled(it)) {
        let (Some(first), Some(last)) = (target.first(), target.last()) else { return Vec::new() };
        let chars = format!(" ({address})");
        return chars
            .chars()
            .map(|char| Glyph { char, start: first.start, end: last.end })
            .collect();
    }
    let skip = if text.starts_with("mailto:") { 7 } else { 0 };
    let length =
        text.chars().skip(skip).take_while(|it| *it != ' ' && (skip == 0 || *it != '?')).count();
    let target = &target[skip..skip + length];
    let shown: String = target.iter().map(|it| it.char).collect();
    // `[mail](ada@b.example)`: the scheme was left out.
    let bare = pattern!(r"^[\w.+-]+@[\w-]+(\.[\w-]+)+$").is_match(&shown);
    let leads = shown.contains("://") || skip > 0 || bare;
    let (Some(first), Some(last)) = (target.first(), target.last()) else { return Vec::new() };
    // `[a@b.org](mailto:a@bb.org)`: what is shown is what was meant.
    let address = skip > 0 && pattern!(r"^\S+@\S+\.\S+$").is_match(word.trim());
    if !leads || address || word.contains(shown.trim_end_matches('/')) {
        return Vec::new();
    }
    let mut out = vec![Glyph::mark(' ', first.start), Glyph::mark('(', first.start)];
    out.extend(target);
    out.push(Glyph::mark(')', last.end));
    out
}
