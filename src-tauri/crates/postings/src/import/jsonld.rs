//! schema.org's `JobPosting`, as job boards hide it in their pages.

use serde_json::Value;

use super::glyphs::{self, Glyph};
use super::html;
use super::pattern::pattern;

/// A value and where its words stand in the page.
#[derive(Debug, Clone)]
pub(crate) struct Said {
    pub(crate) value: String,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// What a page says of its posting in JSON-LD.
#[derive(Debug, Default)]
pub(crate) struct JobPosting {
    pub(crate) title: Option<Said>,
    pub(crate) organisation: Option<Said>,
    pub(crate) location: Option<Said>,
    pub(crate) posted: Option<Said>,
    pub(crate) deadline: Option<Said>,
    pub(crate) places: Option<Said>,
    /// The posting's own text, where the page shows none: HTML within JSON.
    pub(crate) description: Option<std::ops::Range<usize>>,
}

/// Reads the pieces of JSON-LD of a page.
pub(crate) fn read(source: &str, pieces: &[(usize, usize)]) -> Option<JobPosting> {
    pieces.iter().find_map(|&(start, end)| {
        let text = source.get(start..end)?;
        let value: Value = serde_json::from_str(text.trim()).ok()?;
        Some(taken(posting(&value)?, text, start))
    })
}

/// The posting, in a list or a graph too.
fn posting(value: &Value) -> Option<&Value> {
    match value {
        Value::Array(all) => all.iter().find_map(posting),
        Value::Object(members) => {
            let is_posting = match members.get("@type") {
                Some(Value::String(name)) => name == "JobPosting",
                Some(Value::Array(names)) => names.iter().any(|it| it == "JobPosting"),
                _ => false,
            };
            if is_posting { Some(value) } else { posting(members.get("@graph")?) }
        }
        _ => None,
    }
}

fn taken(posting: &Value, text: &str, from: usize) -> JobPosting {
    let said = |key: &str, value: &Value| {
        let value = match value {
            Value::String(words) => words.trim().to_owned(),
            Value::Number(number) => number.to_string(),
            _ => return None,
        };
        (!value.is_empty()).then(|| place(text, from, key, &value)).flatten()
    };
    let organisation = &posting["hiringOrganization"];
    let named = if organisation.is_string() { organisation } else { &organisation["name"] };
    let locations = match &posting["jobLocation"] {
        Value::Array(all) => all.as_slice(),
        one => std::slice::from_ref(one),
    };
    JobPosting {
        title: said("title", &posting["title"]),
        organisation: said("name", named).or_else(|| said("hiringOrganization", named)),
        location: (locations.len() == 1).then(|| location(&locations[0], text, from)).flatten(),
        posted: said("datePosted", &posting["datePosted"]),
        deadline: said("validThrough", &posting["validThrough"]),
        places: said("totalJobOpenings", &posting["totalJobOpenings"]),
        description: posting["description"].as_str().and_then(|_| raw(text, from, "description")),
    }
}

/// A place, town first.
fn location(place_of: &Value, text: &str, from: usize) -> Option<Said> {
    let address = &place_of["address"];
    if let Some(words) = address.as_str() {
        return place(text, from, "address", words);
    }
    let country = &address["addressCountry"];
    let country = if country.is_object() { &country["name"] } else { country };
    let parts = [&address["addressLocality"], &address["addressRegion"], country];
    let words: Vec<&str> = parts
        .iter()
        .filter_map(|it| it.as_str())
        .map(str::trim)
        .filter(|it| !it.is_empty())
        .collect();
    let (first, last) = (words.first()?, words.last()?);
    let start = place(text, from, "addressLocality", first)
        .or_else(|| place(text, from, "addressRegion", first));
    let start = start.or_else(|| place(text, from, "addressCountry", first))?.start;
    let end = text.rfind(last).map(|it| from + it + last.len()).filter(|it| *it > start)?;
    Some(Said { value: words.join(", "), start, end })
}

/// Where the words of a member stand, as they are written.
fn raw(text: &str, from: usize, key: &str) -> Option<std::ops::Range<usize>> {
    let found = pattern!(r#""(?P<k>\w+)"\s*:\s*"(?P<v>(?:[^"\\]|\\.)*)""#)
        .captures_iter(text)
        .find(|it| &it["k"] == key)?;
    let words = found.name("v")?;
    Some(from + words.start()..from + words.end())
}

/// The text within a string of JSON, most often HTML, with its places in the page.
pub(crate) fn description(source: &str, span: &std::ops::Range<usize>) -> Vec<Glyph> {
    let written = source.get(span.clone()).unwrap_or_default();
    let (mut text, mut places) = (String::new(), Vec::new());
    let mut rest = written;
    while let Some(char) = rest.chars().next() {
        let length = match rest.as_bytes() {
            [b'\\', b'u', ..] => 6,
            [b'\\', ..] => 2,
            _ => char.len_utf8(),
        };
        let Some(piece) = rest.get(..length) else { break };
        let start = span.start + written.len() - rest.len();
        let undone: String = serde_json::from_str(&format!("\"{piece}\"")).unwrap_or_default();
        text.push_str(&undone);
        places.resize(text.len(), (start, start + length));
        rest = &rest[length..];
    }
    // HTML within JSON is often escaped once more.
    let mut glyphs = if text.contains('<') {
        html::read(&format!("<div>{text}</div>")).glyphs
    } else {
        glyphs::glyphs(&text, 5).collect()
    };
    let place = |at: usize| {
        places
            .get(at.saturating_sub(5).min(places.len().saturating_sub(1)))
            .copied()
            .unwrap_or((span.start, span.start))
    };
    for glyph in &mut glyphs {
        let (start, end) = (place(glyph.start).0, place(glyph.end.saturating_sub(1)).1);
        *glyph = Glyph { start, end: if glyph.start == glyph.end { start } else { end }, ..*glyph };
    }
    glyphs
}

/// Where `"key": "value"` stands.
fn place(text: &str, from: usize, key: &str, value: &str) -> Option<Said> {
    let name = format!("\"{key}\"");
    text.match_indices(&name).find_map(|(at, _)| {
        let rest = text.get(at + name.len()..)?;
        let member = rest.find([',', '}', '\n']).unwrap_or(rest.len()).max(value.len() + 8);
        let mut limit = member.min(rest.len());
        while !rest.is_char_boundary(limit) {
            limit -= 1;
        }
        let written = serde_json::to_string(value).ok()?;
        let written = written.trim_matches('"');
        let end = rest[..limit].find(value).map(|it| it + value.len());
        let end = end.or_else(|| rest[..limit].find(written).map(|it| it + written.len()))?;
        let start = from + at;
        Some(Said { value: value.to_owned(), start, end: from + at + name.len() + end })
    })
}
