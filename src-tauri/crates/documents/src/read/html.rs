//! The words of a web page, as a browser would show them, and nothing it would run.

use encoding_rs::Encoding;
use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

use super::Contents;
use super::text::Decoded;

/// Elements whose inside is not text to read.
const HIDDEN: &[&[u8]] =
    &[b"script", b"style", b"template", b"noscript", b"svg", b"math", b"iframe", b"object"];

/// Elements that stand within a line.
const INLINE: &[&[u8]] = &[
    b"a", b"abbr", b"b", b"bdi", b"bdo", b"cite", b"code", b"em", b"font", b"i", b"img", b"kbd",
    b"mark", b"q", b"s", b"small", b"span", b"strong", b"sub", b"sup", b"time", b"u", b"wbr",
];

/// The contents of a page.
pub(super) fn read(decoded: &Decoded) -> Contents {
    let mut contents = Contents::default();
    let mut hidden: Option<(Vec<u8>, usize)> = None;
    let mut in_title = false;
    // The places are for nobody here. Postings need them, and two kinds of one tokenizer weigh
    // as much as two tokenizers.
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    for token in Tokenizer::new_with_emitter(decoded.text.as_str(), emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => {
                let name: &[u8] = &tag.name;
                match &mut hidden {
                    Some((element, depth)) if element.as_slice() == name => *depth += 1,
                    Some(_) => {}
                    None if HIDDEN.contains(&name) && !tag.self_closing => {
                        hidden = Some((name.to_vec(), 1));
                    }
                    None => {
                        in_title = name == b"title";
                        break_line(&mut contents.text, name);
                        if name == b"meta" {
                            author(&tag, &mut contents);
                        }
                    }
                }
            }
            Token::EndTag(tag) => {
                let name: &[u8] = &tag.name;
                match &mut hidden {
                    Some((element, depth)) if element.as_slice() == name => {
                        *depth -= 1;
                        if *depth == 0 {
                            hidden = None;
                        }
                    }
                    Some(_) => {}
                    None => {
                        in_title = false;
                        break_line(&mut contents.text, name);
                    }
                }
            }
            Token::String(words) if hidden.is_none() => {
                let words = String::from_utf8_lossy(&words.value);
                if in_title {
                    contents.title.get_or_insert_default().push_str(&words);
                } else {
                    push_words(&mut contents.text, &words);
                }
            }
            _ => {}
        }
    }
    contents
}

/// Text as HTML lays it out: any white space is one space.
fn push_words(text: &mut String, words: &str) {
    for (i, word) in words.split([' ', '\t', '\n', '\r', '\u{c}']).enumerate() {
        if i > 0 && !text.ends_with([' ', '\n']) && !text.is_empty() {
            text.push(' ');
        }
        text.push_str(word);
    }
}

fn break_line(text: &mut String, element: &[u8]) {
    if matches!(element, b"td" | b"th") {
        if !text.ends_with(['\t', '\n']) {
            text.push('\t');
        }
    } else if !INLINE.contains(&element) && !text.ends_with('\n') && !text.is_empty() {
        text.push('\n');
    }
}

/// `<meta name="author" content="…">`.
fn author(tag: &StartTag<usize>, contents: &mut Contents) {
    let value = |name: &[u8]| {
        let (_, value) = tag.attributes.iter().find(|(key, _)| key.as_slice() == name)?;
        Some(String::from_utf8_lossy(&value.value).into_owned())
    };
    if value(b"name").is_some_and(|name| name.eq_ignore_ascii_case("author")) {
        contents.author = value(b"content");
    }
}

/// The encoding that a page names for itself, which wins over a guess.
pub(super) fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(1024)]).to_ascii_lowercase();
    if !head.trim_start().starts_with('<') {
        return None;
    }
    let at = head.find("charset=")? + "charset=".len();
    let label: String = head[at..]
        .trim_start_matches(['"', '\'', ' '])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || "-_:".contains(*c))
        .collect();
    Encoding::for_label(label.as_bytes())
}
