//! The only place that produces new part text.

use std::ops::Range;

use crate::Error;

/// One replacement in a part's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The bytes to replace. An empty range inserts.
    pub range: Range<usize>,
    /// What stands there afterwards. Already XML-escaped.
    pub text: String,
}

impl Edit {
    /// Puts `text` before the byte at `at`.
    pub fn insert(at: usize, text: impl Into<String>) -> Self {
        Self { range: at..at, text: text.into() }
    }

    /// Puts `text` where `range` was.
    pub fn replace(range: Range<usize>, text: impl Into<String>) -> Self {
        Self { range, text: text.into() }
    }

    /// Takes `range` away.
    pub fn delete(range: Range<usize>) -> Self {
        Self { range, text: String::new() }
    }
}

/// Applies `edits` to `source`. They may come in any order; insertions at one
/// place keep the order they were given in.
///
/// ```
/// use ooxml::{Edit, splice};
///
/// let run = "<w:t>_____</w:t>";
/// assert_eq!(splice(run, &[Edit::replace(5..10, "Ada")])?, "<w:t>Ada</w:t>");
/// # Ok::<(), ooxml::Error>(())
/// ```
pub fn splice(source: &str, edits: &[Edit]) -> Result<String, Error> {
    let mut order: Vec<&Edit> = edits.iter().collect();
    order.sort_by_key(|edit| (edit.range.start, edit.range.end));
    let added: usize = edits.iter().map(|edit| edit.text.len()).sum();
    let mut out = String::with_capacity(source.len() + added);
    let mut copied_to = 0;
    for Edit { range, text } in order {
        if range.start < copied_to {
            return Err(Error::Overlap { at: range.start });
        }
        let (Some(before), Some(_)) =
            (source.get(copied_to..range.start), source.get(range.clone()))
        else {
            return Err(Error::OutOfBounds {
                start: range.start,
                end: range.end,
                len: source.len(),
            });
        };
        out.push_str(before);
        out.push_str(text);
        copied_to = range.end;
    }
    out.push_str(&source[copied_to..]);
    Ok(out)
}

/// Escapes `text` for element content and attribute values, and drops the
/// characters that XML 1.0 cannot hold (section 2.2).
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(c),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => out.push(c),
        }
    }
    out
}
