//! The only place that produces new part text.
//!
//! **Invariant:** bytes outside an [`Edit`] are copied as they are, and
//! [`undo`] gives the source back.

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

/// The edits from front to back, each fitting the source and clear of the others.
fn in_order<'a>(source: &str, edits: &'a [Edit]) -> Result<Vec<&'a Edit>, Error> {
    let mut order: Vec<&Edit> = edits.iter().collect();
    order.sort_by_key(|edit| (edit.range.start, edit.range.end));
    let mut free = 0;
    for Edit { range, .. } in &order {
        if source.get(range.clone()).is_none() {
            let Range { start, end } = *range;
            return Err(Error::OutOfBounds { start, end, len: source.len() });
        }
        if range.start < free {
            return Err(Error::Overlap { at: range.start });
        }
        free = range.end;
    }
    Ok(order)
}

/// Applies `edits` to `source`. They may come in any order; insertions at one
/// place keep the order they were given in, and come before what is replaced there.
///
/// # Errors
/// [`Error::Overlap`] when two edits claim the same bytes, [`Error::OutOfBounds`]
/// when one does not fit the source or splits a character.
///
/// ```
/// use ooxml::{Edit, splice};
///
/// let run = "<w:t>_____</w:t>";
/// assert_eq!(splice(run, &[Edit::replace(5..10, "Ada")])?, "<w:t>Ada</w:t>");
/// # Ok::<(), ooxml::Error>(())
/// ```
pub fn splice(source: &str, edits: &[Edit]) -> Result<String, Error> {
    let order = in_order(source, edits)?;
    let added: usize = edits.iter().map(|edit| edit.text.len()).sum();
    let mut out = String::with_capacity(source.len() + added);
    let mut copied_to = 0;
    for Edit { range, text } in order {
        out.push_str(&source[copied_to..range.start]);
        out.push_str(text);
        copied_to = range.end;
    }
    out.push_str(&source[copied_to..]);
    Ok(out)
}

/// The edits that turn the outcome of `edits` back into `source`.
///
/// # Errors
/// As [`splice`].
///
/// ```
/// use ooxml::{Edit, splice, undo};
///
/// let (source, edits) = ("a_c", [Edit::replace(1..2, "bbb")]);
/// let outcome = splice(source, &edits)?;
/// assert_eq!(splice(&outcome, &undo(source, &edits)?)?, source);
/// # Ok::<(), ooxml::Error>(())
/// ```
pub fn undo(source: &str, edits: &[Edit]) -> Result<Vec<Edit>, Error> {
    let mut at = 0;
    let mut copied_to = 0;
    let back = in_order(source, edits)?.into_iter().map(|Edit { range, text }| {
        at += range.start - copied_to;
        copied_to = range.end;
        let start = at;
        at += text.len();
        Edit::replace(start..at, &source[range.clone()])
    });
    Ok(back.collect())
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(source: &str, edits: &[Edit], expected: &str) {
        assert_eq!(splice(source, edits).unwrap(), expected);
    }

    #[test]
    fn no_edits_change_nothing() {
        check("<a>\r\n</a>", &[], "<a>\r\n</a>");
    }

    #[test]
    fn edits_may_come_in_any_order() {
        check(
            "abcdef",
            &[Edit::delete(4..5), Edit::insert(0, "<"), Edit::replace(1..3, "X")],
            "<aXdf",
        );
    }

    #[test]
    fn insertions_at_one_place_keep_their_order_and_come_first() {
        check(
            "abc",
            &[Edit::replace(1..2, "B"), Edit::insert(1, "1"), Edit::insert(1, "2")],
            "a12Bc",
        );
    }

    #[test]
    fn two_edits_of_one_byte_are_refused() {
        let refused = splice("abc", &[Edit::delete(0..2), Edit::insert(1, "x")]);
        assert!(matches!(refused, Err(Error::Overlap { at: 1 })));
    }

    #[test]
    fn an_edit_outside_the_text_or_inside_a_character_is_refused() {
        for range in [2..9, 1..2, 9..9, Range { start: 3, end: 0 }] {
            let refused = splice("张a", &[Edit::delete(range)]);
            assert!(matches!(refused, Err(Error::OutOfBounds { .. })));
        }
    }

    #[test]
    fn what_xml_cannot_hold_is_dropped() {
        assert_eq!(escape("a\u{0}\u{b}\u{1f}\u{ffff}\tb\u{85}😀"), "a\tb\u{85}😀");
    }

    /// A text, and edits of it that do not overlap.
    fn edited() -> impl Strategy<Value = (String, Vec<Edit>)> {
        let pieces = prop::collection::vec((".{0,6}", ".{0,6}", prop::option::of(".{0,6}")), 0..8);
        pieces.prop_map(|pieces| {
            let (mut source, mut edits) = (String::new(), Vec::new());
            for (kept, old, new) in pieces {
                source += &kept;
                let start = source.len();
                source += &old;
                edits.extend(new.map(|new| Edit::replace(start..source.len(), new)));
            }
            (source, edits)
        })
    }

    proptest! {
        #[test]
        fn undoing_the_edits_gives_the_source_back((source, edits) in edited()) {
            let outcome = splice(&source, &edits).unwrap();
            let back = undo(&source, &edits).unwrap();
            prop_assert_eq!(splice(&outcome, &back).unwrap(), &source[..]);
            let again = undo(&outcome, &back).unwrap();
            prop_assert_eq!(splice(&source, &again).unwrap(), outcome);
        }

        #[test]
        fn bytes_outside_the_edit_survive(before in ".*", old in ".*", after in ".*", new in ".*") {
            let source = format!("{before}{old}{after}");
            let edit = Edit::replace(before.len()..before.len() + old.len(), new.clone());
            prop_assert_eq!(splice(&source, &[edit]).unwrap(), format!("{before}{new}{after}"));
        }

        #[test]
        fn no_edits_make_it_panic(source in ".{0,20}", edits in prop::collection::vec((0_usize..30, 0_usize..30, ".{0,3}"), 0..6)) {
            let edits: Vec<_> = edits.into_iter().map(|(start, end, text)| Edit { range: start..end, text }).collect();
            let _ = splice(&source, &edits);
            let _ = undo(&source, &edits);
        }

        #[test]
        fn whatever_is_escaped_can_be_read_again(text in any::<String>()) {
            let xml = format!("<a b=\"{0}\">{0}</a>", escape(&text));
            let tree = crate::Tree::parse("a.xml", xml.into_bytes()).unwrap();
            let kept = |c: &char| matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{fffd}' | '\u{10000}'..);
            let expected: String = text.chars().filter(kept).collect();
            prop_assert_eq!(tree.text(tree.root()), expected.replace("\r\n", "\n").replace('\r', "\n"));
        }
    }
}
