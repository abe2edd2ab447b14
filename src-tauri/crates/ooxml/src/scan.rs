//! Walks over markup without building anything.
//!
//! It looks at a part before the parser does. The parser counts the names in a
//! tag against each other and copies namespaces from element to element, so a
//! small file can keep it busy for hours; and a tower of elements is a danger
//! to every program after us. Both are refused here, in one pass, without
//! recursion.

use std::ops::Range;

/// Elements nested deeper than this are refused. Word writes under a hundred.
const MAX_DEPTH: usize = 256;
/// How many comparisons of names a part may cost the parser. Real forms cost under a million.
const MAX_COMPARISONS: usize = 300_000_000;

/// What a piece of markup is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A comment, character data, an instruction: nothing that nests.
    Other,
    Close,
    Open(Tag),
}

/// An opening tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Tag {
    attributes: usize,
    /// How many of the attributes declare a namespace.
    namespaces: usize,
    closes_itself: bool,
}

/// What begins at the start of `rest`, and how long it is.
fn markup(rest: &str) -> Result<(Kind, usize), &'static str> {
    let until = |kind, from: usize, end: &str| {
        let length = rest.get(from..).and_then(|it| it.find(end));
        length.map(|it| (kind, from + it + end.len())).ok_or(CUT)
    };
    match rest.as_bytes() {
        [b'<', b'/', ..] => until(Kind::Close, 2, ">"),
        [b'<', b'?', ..] => until(Kind::Other, 2, "?>"),
        [b'<', b'!', b'-', b'-', ..] => until(Kind::Other, 4, "-->"),
        [b'<', b'!', b'[', ..] => until(Kind::Other, 3, "]]>"),
        [b'<', b'!', ..] => Err("it declares a document type, which office files never do"),
        bytes => tag(bytes, 0).map(|(tag, length)| (Kind::Open(tag), length)).ok_or(CUT),
    }
}

const CUT: &str = "it ends in the middle of a tag";

/// Reads an opening tag from some place in it that is not between quotes, and
/// finds its length. A `>` between quotes does not end it.
fn tag(bytes: &[u8], from: usize) -> Option<(Tag, usize)> {
    let mut tag = Tag::default();
    let mut at = from;
    loop {
        match *bytes.get(at)? {
            quote @ (b'"' | b'\'') => {
                at += 1 + bytes[at + 1..].iter().position(|it| *it == quote)?;
            }
            b'=' => tag.attributes += 1,
            b'x' if bytes[at..].starts_with(b"xmlns") && bytes[at - 1].is_ascii_whitespace() => {
                tag.namespaces += 1;
            }
            b'>' => {
                tag.closes_itself = at > 0 && bytes[at - 1] == b'/';
                return Some((tag, at + 1));
            }
            _ => {}
        }
        at += 1;
    }
}

/// The length of whatever markup `rest` begins with: a tag, a comment, an instruction.
pub(crate) fn markup_length(rest: &str) -> Option<usize> {
    markup(rest).ok().map(|(_, length)| length)
}

/// The attributes of a tag, each name with the value between its quotes.
pub(crate) fn attributes(tag: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = tag;
    std::iter::from_fn(move || {
        let (before, after) = rest.split_once('=')?;
        let name = before.trim_end().rsplit(|c: char| c.is_ascii_whitespace()).next()?;
        let after = after.trim_start();
        let quote = after.chars().next().filter(|it| matches!(it, '"' | '\''))?;
        let (value, after) = after[1..].split_once(quote)?;
        rest = after;
        Some((name, value))
    })
}

/// How much there is in a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Size {
    pub(crate) elements: usize,
    pub(crate) attributes: usize,
}

/// Refuses a part that nests too deep, costs the parser too much or declares a document type.
pub(crate) fn check(source: &str) -> Result<Size, &'static str> {
    // How many namespaces are declared around each open element.
    let mut open: Vec<usize> = Vec::new();
    let mut size = Size::default();
    let mut comparisons = 0_usize;
    let mut at = 0;
    while let Some(next) = source[at..].find('<') {
        at += next;
        let (kind, length) = markup(&source[at..])?;
        at += length;
        match kind {
            Kind::Other => {}
            Kind::Close => drop(open.pop()),
            Kind::Open(tag) => {
                size.elements += 1;
                size.attributes += tag.attributes;
                comparisons += tag.attributes * tag.attributes;
                let in_scope = open.last().copied().unwrap_or_default() + tag.namespaces;
                if tag.namespaces > 0 {
                    comparisons = comparisons.saturating_add(in_scope.saturating_mul(in_scope));
                }
                if comparisons > MAX_COMPARISONS {
                    return Err("its elements have too many attributes");
                }
                if !tag.closes_itself {
                    open.push(in_scope);
                }
                if open.len() > MAX_DEPTH {
                    return Err("its elements nest too deep");
                }
            }
        }
    }
    Ok(size)
}

/// The encoding that an XML declaration names, if it names one.
pub(crate) fn encoding(source: &str) -> Option<&str> {
    let declaration = source.trim_start_matches('\u{feff}');
    let declaration = declaration.strip_prefix("<?xml")?.split_once("?>")?.0;
    attributes(declaration).find(|(name, _)| *name == "encoding").map(|(_, value)| value)
}

/// What stands between an element's tags, and whether it is written `<a/>`.
/// For such an element it is the empty place before the `/>`. `from` lies in
/// the opening tag, past its name, and not between quotes.
pub(crate) fn inside(source: &str, range: &Range<usize>, from: usize) -> (Range<usize>, bool) {
    let element = &source[range.clone()];
    let (tag, length) = tag(element.as_bytes(), from - range.start).unwrap_or_default();
    if tag.closes_itself {
        return (range.start + length - 2..range.start + length - 2, true);
    }
    let close = element.rfind("</").unwrap_or(element.len()).max(length);
    (range.start + length..range.start + close, false)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn refused(source: &str, why: &str) {
        assert_eq!(check(source), Err(why));
    }

    #[test]
    fn a_tower_of_elements_is_refused_however_its_tags_are_written() {
        for tag in ["<a>", "<a b='/>'>", "<a b=\">\">", "<a b='<!--'>", "<a b=\"'/>'\" >", "<a\n>"]
        {
            refused(&tag.repeat(1_000_000), "its elements nest too deep");
        }
    }

    #[test]
    fn what_only_looks_like_a_tag_is_not_counted() {
        for text in [
            "<!-- <a> -->",
            "<![CDATA[<a>]]>",
            "<?x <a> ?>",
            "<a b='<'/>",
            "<a b='>'/>",
            "<a></a >",
        ] {
            assert!(check(&text.repeat(1_000)).is_ok(), "{text}");
        }
    }

    #[test]
    fn a_document_type_is_refused() {
        refused(
            "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
            "it declares a document type, which office files never do",
        );
    }

    #[test]
    fn a_tag_with_endless_attributes_is_refused() {
        use std::fmt::Write;

        let mut tag = String::from("<a");
        let mut namespaces = String::from("<a");
        for number in 0..20_000 {
            write!(tag, " b{number}=''").unwrap();
            write!(namespaces, " xmlns:b{number}='c'").unwrap();
        }
        refused(&(tag + "/>"), "its elements have too many attributes");
        refused(&(namespaces + "/>"), "its elements have too many attributes");
    }

    #[test]
    fn elements_and_attributes_are_counted() {
        let source = "<?x a='b'?><a xmlns='b' b = 'c=d'><b xmlns:c=\"'\"/><!-- <c d='e'> --></a>";
        assert_eq!(check(source), Ok(Size { elements: 2, attributes: 3 }));
    }

    #[test]
    fn attributes_are_told_apart_whatever_stands_in_them() {
        let tag = r#"<w:a xmlns:w14 = "u v" b='x="y"' c=">">"#;
        let found: Vec<_> = attributes(tag).collect();
        assert_eq!(found, [("xmlns:w14", "u v"), ("b", "x=\"y\""), ("c", ">")]);
    }

    proptest! {
        #[test]
        fn no_text_makes_the_scan_panic(source in "[<>/!?\\-\\[\\]CDAT'\"= a字&;]{0,60}") {
            let _ = check(&source);
            let _ = attributes(&source).count();
            let _ = encoding(&source);
        }
    }
}
