//! Finds macros, which can run programs.
//!
//! The name on the file proves nothing: `.docx` files with macros exist, and a
//! `.docm` may have none. So the content decides.

use crate::{Error, PartName, Relationship, relation};

/// What the candidate can do about it.
pub(crate) const ADVICE: &str = "open it in Word or LibreOffice, save it as `.docx` or `.xlsx` without them, or ask for such a file";

// In the order in which they are told.
const MACROS: &str = "holds macros";
const MARKED: &str = "is marked as a file with macros";

/// What a part of this name and content type can run, if anything.
fn of_part(name: &PartName, content_type: &str) -> Option<&'static str> {
    let kind = content_type.to_ascii_lowercase();
    let has = |words: &[&str]| words.iter().any(|it| kind.contains(it));
    let file = name.as_str().rsplit('/').next().unwrap_or_default();
    if has(&["vbaproject", "vbadata", "macrosheet"]) || file.eq_ignore_ascii_case("vbaProject.bin")
    {
        Some(MACROS)
    } else if has(&["macroenabled"]) && !has(&["sheet.binary"]) {
        // A binary workbook says so of itself, with macros or without.
        Some(MARKED)
    } else {
        None
    }
}

/// What a relationship of this kind leads to.
fn of_kind(kind: &str) -> Option<&'static str> {
    match relation::word(kind).to_ascii_lowercase().as_str() {
        "vbaproject" | "wordvbadata" | "xlmacrosheet" | "xlintlmacrosheet" => Some(MACROS),
        _ => None,
    }
}

/// Refuses a package that can run programs.
pub(crate) fn refuse<'a>(
    parts: impl Iterator<Item = (&'a PartName, &'a str)>,
    relationships: impl Iterator<Item = (&'a PartName, &'a Relationship)>,
) -> Result<(), Error> {
    let in_parts = parts.filter_map(|(name, kind)| Some((name, of_part(name, kind)?)));
    let in_relationships = relationships.filter_map(|(source, it)| {
        let what = of_kind(&it.kind)?;
        Some((it.part().unwrap_or(source), what))
    });
    let rank = |what: &str| [MACROS, MARKED].iter().position(|it| *it == what).unwrap_or(2);
    let found = in_parts.chain(in_relationships).min_by_key(|(_, what)| rank(what));
    match found {
        Some((part, what)) => Err(Error::Active { part: part.to_string(), what }),
        None => Ok(()),
    }
}
