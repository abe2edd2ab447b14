//! The old drawing of a sheet, where form controls keep a second copy of their state.
//!
//! Excel writes it as markup that looks like XML and need not be (`<br>` stands
//! unclosed in captions), so it is searched as text. Only the `ClientData` of a
//! shape is ever changed.

use std::ops::Range;

use ooxml::Edit;

/// A shape that is a control.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Shape {
    /// The number in its name, `_x0000_s3074`.
    pub(crate) number: u32,
    /// `Checkbox`, `Radio`, `GBox` …
    pub(crate) kind: String,
    /// What is printed on it.
    pub(crate) caption: String,
    /// What stands between the tags of its `ClientData`.
    inside: Range<usize>,
}

/// The controls of a drawing, in its order.
pub(crate) fn shapes(source: &str) -> Vec<Shape> {
    let mut shapes = Vec::new();
    let mut at = 0;
    while let Some(open) = find_tag(source, at, "ClientData") {
        let Some(end) = source[open.end..].find("ClientData>").map(|it| it + open.end) else {
            break;
        };
        let inner_end = source[..end].rfind("</").unwrap_or(end);
        let shape = shape_before(source, open.start);
        if let (Some(kind), Some(start)) = (attribute(source, &open, "ObjectType"), shape) {
            let tag = tag_at(source, start);
            let number = ["spid", "id"]
                .iter()
                .filter_map(|name| attribute(source, &tag, name))
                .find_map(|it| it.rsplit('s').next()?.parse().ok());
            if let Some(number) = number {
                shapes.push(Shape {
                    number,
                    kind: kind.to_owned(),
                    caption: caption(&source[tag.end..open.start]),
                    inside: open.end..inner_end,
                });
            }
        }
        at = end;
    }
    shapes
}

impl Shape {
    /// What an element of its `ClientData` says; nothing is said by an empty one.
    pub(crate) fn says<'a>(&self, source: &'a str, name: &str) -> Option<&'a str> {
        let element = self.element(source, name)?;
        let text = &source[element];
        let start = text.find('>')? + 1;
        Some(text.get(start..text.rfind("</").unwrap_or(start)).unwrap_or_default().trim())
    }

    /// Whether it is ticked or pressed.
    pub(crate) fn is_on(&self, source: &str) -> bool {
        self.says(source, "Checked").is_some_and(|it| it != "0")
    }

    /// Ticks it or takes the tick away. Nothing if it is so already.
    pub(crate) fn set(&self, source: &str, is_on: bool) -> Option<Edit> {
        if self.is_on(source) == is_on {
            return None;
        }
        let prefix = self.prefix(source);
        let element = self.element(source, "Checked");
        Some(match (element, is_on) {
            (Some(range), true) => {
                Edit::replace(range, format!("<{prefix}Checked>1</{prefix}Checked>"))
            }
            (Some(range), false) => {
                let start = source[..range.start].trim_end().len();
                Edit::delete(start..range.end)
            }
            (None, true) => {
                let end = source[..self.inside.end].trim_end().len();
                Edit::insert(end, format!("<{prefix}Checked>1</{prefix}Checked>"))
            }
            (None, false) => return None,
        })
    }

    /// The prefix of its elements, with the colon.
    fn prefix<'a>(&self, source: &'a str) -> &'a str {
        let close = &source[self.inside.end..];
        let name = close.strip_prefix("</").unwrap_or_default();
        name.find("ClientData").map_or("", |end| &name[..end])
    }

    fn element(&self, source: &str, name: &str) -> Option<Range<usize>> {
        let inside = &source[self.inside.clone()];
        let open = find_tag(inside, 0, name)?;
        let end = if inside[..open.end].ends_with("/>") {
            open.end
        } else {
            let close = inside[open.end..].find(&format!("{name}>"))?;
            open.end + close + name.len() + 1
        };
        Some(self.inside.start + open.start..self.inside.start + end)
    }
}

/// The next opening tag of this local name, from `<` to `>`.
fn find_tag(source: &str, from: usize, name: &str) -> Option<Range<usize>> {
    let mut at = from;
    while let Some(start) = source[at..].find('<').map(|it| it + at) {
        let rest = &source[start + 1..];
        let end = rest.find(|c: char| c.is_whitespace() || c == '>' || c == '/')?;
        let local = rest[..end].rsplit(':').next().unwrap_or_default();
        if local == name {
            let tag = tag_at(source, start);
            return Some(tag);
        }
        at = start + 1;
    }
    None
}

/// The tag that begins at `start`. A `>` between quotes does not end it.
fn tag_at(source: &str, start: usize) -> Range<usize> {
    let mut quote = None;
    for (at, c) in source[start..].char_indices() {
        match (quote, c) {
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if c == open => quote = None,
            (None, '>') => return start..start + at + 1,
            _ => {}
        }
    }
    start..source.len()
}

/// Where the shape begins that ends after `before`.
fn shape_before(source: &str, before: usize) -> Option<usize> {
    let starts = source[..before].match_indices('<').map(|(at, _)| at);
    starts.rev().find(|at| {
        let rest = &source[at + 1..before];
        let end = rest.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(0);
        rest[..end].rsplit(':').next() == Some("shape") && !rest.starts_with('/')
    })
}

/// The value of an attribute, whatever its prefix.
fn attribute<'a>(source: &'a str, tag: &Range<usize>, name: &str) -> Option<&'a str> {
    let tag = &source[tag.clone()];
    tag.match_indices(name).find_map(|(at, _)| {
        let before = tag[..at].chars().next_back()?;
        let rest = tag[at + name.len()..].trim_start().strip_prefix('=')?.trim_start();
        let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let value = rest[1..].split(quote).next()?;
        (before.is_whitespace() || before == ':').then_some(value)
    })
}

/// The words in a shape's text box.
fn caption(shape: &str) -> String {
    let Some(open) = find_tag(shape, 0, "textbox") else { return String::new() };
    let end = shape[open.end..].find("textbox>").map_or(shape.len(), |it| it + open.end);
    let mut words = String::new();
    let mut rest = &shape[open.end..end];
    while let Some(start) = rest.find('<') {
        words.push_str(&rest[..start]);
        // Words on both sides of a tag are apart only if white space stands there, or a break.
        if rest[start..].starts_with("<br") {
            words.push(' ');
        }
        rest = rest[start..].find('>').map_or("", |it| &rest[start + it + 1..]);
    }
    words.push_str(rest.trim_end_matches(|c| c != '>' && c == '<'));
    let plain = words
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&nbsp;", " ")
        .replace("&#10;", " ")
        .replace("&amp;", "&");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use ooxml::{splice, undo};

    use super::*;

    const DRAWING: &str = concat!(
        r#"<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shapetype id="_x0000_t201"/>"#,
        r#"<v:shape id="_x0000_s1025" alt="a > b"><v:textbox><div><font>Deep &amp; wide<br>"#,
        "\n  reading</font></div></v:textbox>\r\n <x:ClientData ObjectType=\"Checkbox\">\n",
        "  <x:Anchor>\n 1, 2, 3, 4, 5, 6, 7, 8</x:Anchor>\n  <x:NoThreeD/>\n </x:ClientData></v:shape>",
        r#"<v:shape id="note" o:spid="_x0000_s1026"><x:ClientData ObjectType='Radio'>"#,
        "\n<x:Checked>1</x:Checked></x:ClientData></v:shape></xml>",
    );

    #[test]
    fn shapes_are_found_in_markup_that_is_no_xml() {
        let [tick, button] = &shapes(DRAWING)[..] else { panic!() };
        assert_eq!((tick.number, tick.kind.as_str()), (1025, "Checkbox"));
        assert_eq!(tick.caption, "Deep & wide reading");
        assert_eq!(tick.says(DRAWING, "Anchor"), Some("1, 2, 3, 4, 5, 6, 7, 8"));
        assert!(!tick.is_on(DRAWING));
        assert_eq!((button.number, button.kind.as_str()), (1026, "Radio"));
        assert!(button.is_on(DRAWING));
    }

    #[test]
    fn a_tick_is_put_and_taken_and_nothing_else_changes() {
        let found = shapes(DRAWING);
        let edits = [found[0].set(DRAWING, true).unwrap(), found[1].set(DRAWING, false).unwrap()];
        let changed = splice(DRAWING, &edits).unwrap();
        let after = shapes(&changed);
        assert!(after[0].is_on(&changed) && !after[1].is_on(&changed));
        assert_eq!(splice(&changed, &undo(DRAWING, &edits).unwrap()).unwrap(), DRAWING);
        assert_eq!(found[1].set(DRAWING, true), None);
    }
}
