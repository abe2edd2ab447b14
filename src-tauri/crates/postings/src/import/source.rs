//! What the source of a page has beside its words: remarks that nobody sees, underlines
//! that make a line a heading, and lists that only their indent shows.

use super::address::addresses;
use super::glyphs::Glyph;
use super::pattern::pattern;

/// The text without `<!-- … -->`, without what is struck out, and without `{:…}` behind a link.
pub(super) fn without_remarks(glyphs: Vec<Glyph>) -> Vec<Glyph> {
    let text: String = glyphs.iter().map(|it| it.char).collect();
    if !text.contains("<!--")
        && !text.contains("~~")
        && !text.contains("{:")
        && !text.contains("{%")
        && !text.contains("{{")
    {
        return glyphs;
    }
    let hidden = pattern!(
        r"<!--(?:[^-]|-[^-]|--[^>])*-->|\{: ?[^{}\n]{0,80}\}|~~[^~\n]{1,80}~~|\{% ?comment ?%\}(?:[^{]|\{[^%])*\{% ?endcomment ?%\}|\{%[^%\n]{1,160}%\}|\{\{[^{}\n]{1,120}\}\}"
    );
    let mut spans = hidden.find_iter(&text).map(|it| it.range()).peekable();
    // `{{< mail text="Write to us" address="ada@b.example" >}}`: what it shows.
    let shown: Vec<_> = pattern!(r"\{[{%][^{}\n]{1,160}[%}]\}")
        .find_iter(&text)
        .filter(|it| !addresses(it.as_str()).is_empty())
        .flat_map(|it| {
            let quoted = pattern!(r#"["'][^"'\n]{2,80}["']"#).find_iter(it.as_str());
            let at =
                |it2: regex::Match<'_>| it.start() + it2.start() + 1..it.start() + it2.end() - 1;
            quoted.map(at).collect::<Vec<_>>()
        })
        .collect();
    let mut at = 0;
    let mut out = Vec::with_capacity(glyphs.len());
    for glyph in glyphs {
        while spans.next_if(|it| it.end <= at).is_some() {}
        if !spans.peek().is_some_and(|it| it.contains(&at))
            || shown.iter().any(|it| it.contains(&at))
        {
            out.push(glyph);
        } else if shown.iter().any(|it| it.end == at) {
            out.push(glyph.with(' '));
        }
        at += glyph.char.len_utf8();
    }
    out
}

/// Whether a line, by the one below it, is a heading: `Title` over `=====`.
pub(super) fn is_underlined(line: &str, below: &str) -> bool {
    let (line, below) = (line.trim(), below.trim());
    let Some(mark) = below.chars().next().filter(|it| "=-~^".contains(*it)) else { return false };
    let (length, width) = (line.chars().count(), below.chars().count());
    let whole = below.chars().all(|it| it == mark);
    let title = line.starts_with(char::is_alphanumeric)
        && length <= 120
        && !line.ends_with(['.', '。', ',', '，', ';', '；']);
    // A rule below a paragraph is short, or longer than any title.
    whole && title && width >= 4 && width + 2 >= length && (mark == '=' || width <= length + 4)
}

/// Whether a line is for the program that draws the page: `.. image:: x`, `   :class: y`.
pub(super) fn is_directive(line: &str) -> bool {
    pattern!(r"^\s*\.\. (\|[^|]+\| )?[\w-]+::|^\s*\.\. _[^:]+:|^\s+:[a-z-]{2,20}:(\s|$)")
        .is_match(line)
}

/// The lines that are a list by their indent alone, below a line that leads to it.
pub(super) fn indented(texts: &[String]) -> Vec<bool> {
    let indent = |text: &str| text.chars().take_while(|it| *it == ' ').count();
    let mut out = vec![false; texts.len()];
    let mut from = 0;
    while from < texts.len() {
        let depth = indent(&texts[from]);
        let within = |text: &String| !text.trim().is_empty() && indent(text) >= depth;
        if depth < 2 || texts[from].trim().is_empty() {
            from += 1;
            continue;
        }
        let end =
            texts[from..].iter().position(|it| !within(it)).map_or(texts.len(), |it| from + it);
        let lead = texts[..from].iter().rev().find(|it| !it.trim().is_empty());
        let leads = lead.is_some_and(|it| {
            let words = it.trim();
            let short = words.chars().count() <= 24;
            indent(it) < depth && (words.ends_with([':', '：']) || short)
        });
        let items = texts[from..end].iter().filter(|it| indent(it) == depth);
        let starts = items.clone().filter(|it| {
            it.trim_start().starts_with(|it: char| it.is_uppercase() || it >= '\u{2e80}')
        });
        if leads && end - from > 1 && starts.count() == items.count() {
            for number in from..end {
                out[number] = indent(&texts[number]) == depth;
            }
        }
        from = end;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::glyphs::glyphs;

    #[test]
    fn remarks_are_taken_out_and_the_rest_stays() {
        let text = "A <!-- b\n- c --> D{:target=\"_blank\"} E";
        let left: String =
            without_remarks(glyphs(text, 0).collect()).iter().map(|it| it.char).collect();
        assert_eq!(left, "A  D E");
    }

    #[test]
    fn an_underlined_line_is_a_heading() {
        assert!(is_underlined("Requirements", "============"));
        assert!(is_underlined("Apply", "-----"));
        assert!(!is_underlined("This is a sentence that ends here.", "-------"));
        assert!(!is_underlined("A long line of text without an end", "----"));
        assert!(!is_underlined("", "======"));
    }

    #[test]
    fn an_indent_below_a_colon_is_a_list() {
        let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(
            indented(&lines("You have:\n\n    A degree\n    Good English\nText")),
            [false, false, true, true, false]
        );
        assert_eq!(indented(&lines("A paragraph that goes on and\n  on\n  and on")), [false; 3]);
    }
}
