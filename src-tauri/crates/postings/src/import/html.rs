//! A saved page as text, with its places in the source. Nothing in it is run or fetched.

use std::ops::Range;

use html5gum::{DefaultEmitter, Spanned, StartTag, Token, Tokenizer};

use super::address::{PROTECTED, unscrambled};
use super::glyphs::{BULLET, Glyph, HEADING, glyphs};
use super::pattern::pattern;

/// Elements whose inside nobody reads, or only those who look for buttons.
const HIDDEN: &[&[u8]] = &[
    b"script",
    b"style",
    b"template",
    b"noscript",
    b"svg",
    b"math",
    b"iframe",
    b"object",
    b"head",
    b"nav",
    b"button",
    b"select",
    b"textarea",
    b"footer",
];
/// Elements that stand within a line.
const INLINE: &[&[u8]] = &[
    b"a", b"abbr", b"b", b"bdi", b"bdo", b"cite", b"code", b"em", b"font", b"i", b"img", b"kbd",
    b"mark", b"q", b"s", b"small", b"span", b"strong", b"sub", b"sup", b"time", b"u", b"wbr",
];

/// Elements that stand in a head.
const IN_HEAD: &[&[u8]] = &[
    b"head",
    b"base",
    b"link",
    b"meta",
    b"title",
    b"noscript",
    b"noframes",
    b"style",
    b"script",
    b"template",
];

/// A page, taken apart.
#[derive(Debug, Default)]
pub(crate) struct Page {
    /// Its words.
    pub(crate) glyphs: Vec<Glyph>,
    /// Where its JSON-LD stands.
    pub(crate) json: Vec<(usize, usize)>,
    /// The words of its foot, piece by piece.
    pub(crate) foot: Vec<(usize, usize)>,
    /// The words of its buttons.
    pub(crate) buttons: Vec<(usize, usize)>,
    /// What it is called in its head.
    pub(crate) name: Option<(usize, usize)>,
}

/// Whether the text is a page or a piece of one.
pub(crate) fn is_html(text: &str) -> bool {
    let text = text.trim_start().trim_start_matches('\u{feff}');
    pattern!(r"^(<!doctype|<html|<body|<head|<div|<p>|<p |<section|<article|<script|<h[1-6]|<ul|<table|<main)").is_match(text)
        || pattern!(r"</(p|div|li|ul|h[1-6]|td|body)>|<br\s*/?>").find_iter(text).nth(3).is_some()
}

/// Reads a page.
pub(crate) fn read(source: &str) -> Page {
    let mut page = Page::default();
    // A posting in Markdown may hold a few tags; there a line is still a line.
    let whole = source.trim_start().starts_with('<');
    let mut flows = whole;
    let body = body(source);
    let mut hidden: Option<(Vec<u8>, usize)> = None;
    let mut is_json = false;
    let mut is_name = false;
    let mut href = None;
    let mut column = 0;
    let mut lists = 0_usize;
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    for token in Tokenizer::new_with_emitter(source, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => {
                let name: &[u8] = &tag.name;
                is_name = name == b"title";
                flows |= closes(source, name, tag.span.end);
                if name == b"script" {
                    is_json =
                        attribute(&tag, b"type").is_some_and(|it| it.value.ends_with(b"ld+json"));
                }
                // HTML 13.2.6.4.4: whatever does not belong into a head ends it.
                if hidden.as_ref().is_some_and(|it| it.0 == b"head") && !IN_HEAD.contains(&name) {
                    hidden = None;
                }
                match &mut hidden {
                    Some((element, depth)) if element.as_slice() == name => *depth += 1,
                    Some(_) => {}
                    None if HIDDEN.contains(&name) && !tag.self_closing => {
                        hidden = Some((name.to_vec(), 1));
                    }
                    // `<ada@b.example>` in Markdown is an address and no element.
                    None if name.contains(&b'@') => {
                        let Range { start, end } = tag.span.start..tag.span.end;
                        let raw = source.get(start..end).unwrap_or_default();
                        words(&mut page.glyphs, raw.trim_matches(['<', '>']), start + 1, flows);
                    }
                    None => {
                        let name = if body == Some(name) { b"div" } else { name };
                        opened(&mut page.glyphs, name, tag.span.start, &mut column);
                        lists += usize::from(matches!(name, b"ul" | b"ol"));
                        if name == b"li" && lists > 1 {
                            page.glyphs.push(Glyph::mark(BULLET, tag.span.start));
                        }
                        if name == b"a" {
                            href = link(source, &tag);
                        }
                        if let Some(address) = protected(&tag) {
                            let Range { start, end } = tag.span.start..tag.span.end;
                            let chars = address.chars();
                            page.glyphs.extend(chars.map(|char| Glyph { char, start, end }));
                            href = None;
                            hidden = Some((name.to_vec(), 1));
                        }
                    }
                }
            }
            Token::EndTag(tag) => {
                let name: &[u8] = &tag.name;
                is_name = false;
                flows = whole || flows && INLINE.contains(&name);
                match &mut hidden {
                    Some((element, depth)) if element.as_slice() == name => {
                        *depth -= 1;
                        if *depth == 0 {
                            hidden = None;
                        }
                    }
                    Some(_) => {}
                    None => {
                        if matches!(name, b"ul" | b"ol") {
                            lists = lists.saturating_sub(1);
                        }
                        if name == b"a" {
                            page.glyphs.extend(href.take().into_iter().flatten());
                        }
                        if !INLINE.contains(&name) && name != b"td" && name != b"th" {
                            page.glyphs.push(Glyph::mark('\n', tag.span.start));
                        }
                    }
                }
            }
            Token::String(Spanned { span, .. }) => {
                let raw = source.get(span.start..span.end).unwrap_or_default();
                let at = (span.start, span.end);
                match hidden.as_ref().map(|(element, _)| element.as_slice()) {
                    None => words(&mut page.glyphs, raw, span.start, flows),
                    Some(b"footer") => page.foot.push(at),
                    Some(b"button") => page.buttons.push(at),
                    Some(b"head") if is_name => _ = page.name.get_or_insert(at),
                    Some(b"script" | b"head") if is_json => page.json.push(at),
                    Some(_) => {}
                }
            }
            _ => {}
        }
    }
    page
}

/// The headings that a page sets its whole text in, for the size of their letters.
fn body(source: &str) -> Option<&'static [u8]> {
    let source = source.to_ascii_lowercase();
    let count = |name: &str| source.matches(&format!("<{name}")).count();
    let plain = count("p") + count("li");
    let level = ["h3", "h4", "h5", "h6"].into_iter();
    level
        .map(|it| (count(it), it))
        .find(|(many, _)| *many >= 10 && *many > 2 * plain)
        .map(|it| it.1.as_bytes())
}

/// Whether a paragraph is closed before the next empty line: within it, a line is no line.
fn closes(source: &str, name: &[u8], from: usize) -> bool {
    let rest = source.get(from..).unwrap_or_default();
    let end = match name {
        b"p" => rest.find("</p"),
        b"li" => rest.find("</li"),
        _ => None,
    };
    end.is_some_and(|end| !rest[..end].contains("\n\n"))
}

fn attribute<'a>(
    tag: &'a StartTag<usize>,
    name: &[u8],
) -> Option<&'a Spanned<html5gum::HtmlString, usize>> {
    tag.attributes.iter().find(|(it, _)| it.as_slice() == name).map(|(_, value)| value)
}

/// An address that a page shows only when it is run.
fn protected(tag: &StartTag<usize>) -> Option<String> {
    unscrambled(&String::from_utf8_lossy(&attribute(tag, b"data-cfemail")?.value))
}

/// A new line, a mark, or a cell.
fn opened(out: &mut Vec<Glyph>, name: &[u8], at: usize, column: &mut usize) {
    match name {
        b"li" => out.extend([Glyph::mark('\n', at), Glyph::mark(BULLET, at)]),
        [b'h', b'1'..=b'6'] => out.extend([Glyph::mark('\n', at), Glyph::mark(HEADING, at)]),
        b"tr" => {
            *column = 0;
            out.push(Glyph::mark('\n', at));
        }
        b"td" | b"th" => {
            *column += 1;
            match *column {
                1 => {}
                2 => out.extend([Glyph::mark(':', at), Glyph::mark(' ', at)]),
                _ => out.push(Glyph::mark(' ', at)),
            }
        }
        name if INLINE.contains(&name) => {}
        _ => out.push(Glyph::mark('\n', at)),
    }
}

/// Where a link leads, shown behind its words.
fn link(source: &str, tag: &StartTag<usize>) -> Option<Vec<Glyph>> {
    let target = String::from_utf8_lossy(&attribute(tag, b"href")?.value).into_owned();
    if let Some(address) = target.split_once(PROTECTED).and_then(|(_, it)| unscrambled(it)) {
        let (start, end) = (tag.span.start, tag.span.end);
        let chars = format!(" ({address})");
        return Some(chars.chars().map(|char| Glyph { char, start, end }).collect());
    }
    let shown = target.strip_prefix("mailto:").unwrap_or(&target);
    let shown = shown.split('?').next().filter(|_| target.starts_with("mailto:")).unwrap_or(shown);
    if !target.starts_with("mailto:") && !target.starts_with("http") {
        return None;
    }
    let tag_text = source.get(tag.span.start..tag.span.end)?;
    let at = tag.span.start + tag_text.find(shown)?;
    let mut out = vec![Glyph::mark(' ', at), Glyph::mark('(', at)];
    out.extend(glyphs(shown, at));
    out.push(Glyph::mark(')', at + shown.len()));
    Some(out)
}

/// Words as a page lays them out; entities are undone one by one.
fn words(out: &mut Vec<Glyph>, raw: &str, from: usize, flows: bool) {
    let entity = pattern!(r"&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});");
    let mut at = 0;
    let push = |out: &mut Vec<Glyph>, text: &str, start: usize| {
        for glyph in glyphs(text, start) {
            let space = glyph.char.is_ascii_whitespace() && (flows || glyph.char != '\n');
            let repeated = space && out.last().is_none_or(|it| it.char == ' ' || it.char == '\n');
            if !repeated {
                out.push(if space { glyph.with(' ') } else { glyph });
            }
        }
    };
    for found in entity.find_iter(raw) {
        push(out, &raw[at..found.start()], from + at);
        let (start, end) = (from + found.start(), from + found.end());
        out.extend(undone(found.as_str()).chars().map(|char| Glyph { char, start, end }));
        at = found.end();
    }
    push(out, &raw[at..], from + at);
}

/// An entity as the character that it stands for.
fn undone(entity: &str) -> String {
    let emitter = DefaultEmitter::<usize>::new_with_span();
    let tokens = Tokenizer::new_with_emitter(entity, emitter).filter_map(|token| match token {
        Ok(Token::String(text)) => Some(String::from_utf8_lossy(&text.value).into_owned()),
        _ => None,
    });
    tokens.collect()
}
