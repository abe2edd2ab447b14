//! Lines: put together where a width broke them, with what begins each of them.

use super::dump;
use super::glyphs::{BULLET, Glyph, HEADING};
use super::pattern::pattern;

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// A line of text.
    Plain,
    /// One of a list.
    Bullet,
    /// A heading.
    Heading,
}

/// Joins what was broken to fit a width, and parts headings from the words that
/// a dump glued to them.
pub(crate) fn reflowed(glyphs: &[Glyph]) -> Vec<Glyph> {
    let lines: Vec<&[Glyph]> = glyphs.split(|it| it.char == '\n').collect();
    let texts: Vec<String> =
        lines.iter().map(|line| line.iter().map(|it| it.char).collect()).collect();
    let widths = widths(&texts);
    let mut out = Vec::with_capacity(glyphs.len() + 8);
    for (number, line) in lines.iter().enumerate() {
        let pieces = dump::pieces(&texts[number]);
        if pieces.is_empty() {
            out.extend(unglued(line, &texts[number]));
        }
        for (count, piece) in pieces.iter().enumerate() {
            let words = line.get(piece.chars.clone()).unwrap_or_default();
            let at = words.first().map_or(0, |it| it.start);
            out.extend((count > 0).then(|| Glyph::mark('\n', at)));
            out.extend(piece.is_item.then(|| Glyph::mark(BULLET, at)));
            out.extend(words);
        }
        if number + 1 == lines.len() {
            break;
        }
        let at = line.last().map_or_else(|| out.last().map_or(0, |it| it.end), |it| it.end);
        let joins = is_broken(&texts[number], &texts[number + 1], widths[number]);
        out.push(Glyph::mark(if joins { ' ' } else { '\n' }, at));
    }
    out
}

/// The longest line of the paragraph that each line is in. Where only one line comes
/// near it, no width has broken them.
fn widths(texts: &[String]) -> Vec<usize> {
    let mut widths: Vec<usize> = texts.iter().map(|it| it.trim_end().chars().count()).collect();
    // A mail that was broken to fit a width is so in all its paragraphs.
    let longest = widths.iter().copied().filter(|it| *it <= 100).max().unwrap_or(0);
    let close =
        widths.iter().filter(|it| (longest.saturating_sub(13)..=longest).contains(it)).count();
    // A title or an address may be longer; paragraphs that are not broken are many.
    let longer = widths.iter().filter(|it| **it > longest).count();
    let whole = longest >= 62 && close > 4 && longer * 4 <= close;
    let mut start = 0;
    for end in 0..=texts.len() {
        if texts.get(end).is_none_or(|it| !it.contains(char::is_alphanumeric)) {
            let widest = widths[start..end].iter().copied().max().unwrap_or(0);
            let near = widths[start..end].iter().filter(|it| **it + 14 > widest).count();
            widths[start..end].fill(if near > 2 {
                widest
            } else if whole && widest + 14 > longest {
                longest
            } else {
                widest.min(44)
            });
            start = end + 1;
        }
    }
    widths
}

/// Whether the next line goes on because the first word of it did not fit.
fn is_broken(line: &str, next: &str, width: usize) -> bool {
    let (line, next) = (line.trim_end(), next.trim_end());
    // A page does not show where a link leads.
    let shown = pattern!(r" \(https?://[^\s()]*\)").replace_all(line, "");
    let length = shown.chars().count();
    if !next.contains(char::is_alphanumeric) || line.starts_with(HEADING) {
        return false;
    }
    if next.trim_start().starts_with([BULLET, HEADING, '#'])
        || pattern!(r"^\S{2,30} (opened|commented|posted)\b.{0,30}\d{4}").is_match(next)
        || pattern!(r"^\s*[^\s:]{1,25}( [^\s:]{1,15}){0,2}\s?:\s").is_match(next)
            && !(line.ends_with(',') && width > 60)
    {
        return false;
    }
    let word = next.split_whitespace().next().unwrap_or_default().chars().count();
    let forced = (58..=120).contains(&width)
        && length + 7 + word > width.max(60)
        && length >= 45
        && !line.ends_with(['.', '!', '?', ';']);
    let goes_on = next.trim_start().starts_with(|it: char| it.is_lowercase() || it == '(')
        && !line.ends_with(['.', ':', '!', '?', '。', ';'])
        && (45..=120).contains(&length)
        && !line.ends_with(',') | next.trim_start().starts_with(|it: char| it.is_lowercase());
    let narrow = !line.contains(|it: char| it >= '\u{2e80}');
    narrow && (forced && !line.ends_with(':') || goes_on)
}

/// `OverviewThe group …`: the heading on a line of its own.
fn unglued<'a>(line: &'a [Glyph], text: &str) -> impl Iterator<Item = Glyph> + 'a {
    let glued = pattern!(
        r"^\s*((?-i:Overview|Responsibilities|Qualifications|Required Qualifications|Preferred Qualifications|Minimum Qualifications|Other Requirements|Requirements|Job Description|Description|Benefits|About Us|职位描述|岗位职责|任职要求|任职资格|岗位要求|工作职责))((?-i:[A-Z][a-z]+ )|[\p{Han}\d]{3})"
    );
    let cut =
        glued.captures(text).and_then(|it| it.get(1)).map(|it| text[..it.end()].chars().count());
    // Chinese words go on without a gap; only a whole line that is longer is glued.
    let cut = cut.filter(|_| text.chars().count() > 24);
    let at = cut.and_then(|it| line.get(it)).map_or(0, |it| it.start);
    let (head, tail) = line.split_at(cut.unwrap_or(0).min(line.len()));
    let marked = cut.map(|_| Glyph::mark(HEADING, head.first().map_or(at, |it| it.start)));
    let parted = cut.map(|_| Glyph::mark('\n', at));
    marked.into_iter().chain(head.iter().copied()).chain(parted).chain(tail.iter().copied())
}
