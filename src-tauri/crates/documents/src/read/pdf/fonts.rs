//! Fonts that a PDF names and does not bring along.
//!
//! Where such a font is not installed, another takes its place: lines run over,
//! and Chinese comes out as boxes.

use std::collections::BTreeSet;

use encoding_rs::GBK;
use pdf_extract::{Dictionary, Document, Object, ObjectId};

use super::own::inherited;

/// Every reader of PDF brings these, so they need not come along.
const STANDARD: &[&str] = &["Courier", "Helvetica", "Symbol", "Times", "ZapfDingbats"];
/// How many are named to the candidate.
const MOST: usize = 20;

/// The names of the fonts that are missing on these pages.
pub(super) fn missing(document: &Document, pages: &[(u32, ObjectId)]) -> Vec<String> {
    let mut names = BTreeSet::new();
    for (_, page) in pages.iter().take(100) {
        let fonts = inherited(document, *page, b"Resources")
            .and_then(|it| it.get_deref(b"Font", document).ok()?.as_dict().ok());
        for (_, font) in fonts.into_iter().flatten() {
            let font = document.dereference(font).and_then(|(_, it)| it.as_dict());
            names.extend(font.ok().and_then(|it| missing_one(document, it)));
        }
    }
    names.into_iter().take(MOST).collect()
}

fn missing_one(document: &Document, font: &Dictionary) -> Option<String> {
    if font.get(b"Subtype").and_then(Object::as_name).ok()? == b"Type3" {
        return None;
    }
    let inner = font.get_deref(b"DescendantFonts", document).and_then(Object::as_array).ok();
    let inner = inner.and_then(|it| document.dereference(it.first()?).ok()?.1.as_dict().ok());
    let font = inner.unwrap_or(font);
    let descriptor = font.get_deref(b"FontDescriptor", document);
    let is_there = descriptor.and_then(Object::as_dict).is_ok_and(|it| {
        [&b"FontFile"[..], b"FontFile2", b"FontFile3"].iter().any(|key| it.has(key))
    });
    let name = name(font.get_deref(b"BaseFont", document).and_then(Object::as_name).ok()?);
    let is_standard = STANDARD.iter().any(|it| {
        name.strip_prefix(it).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    });
    let is_standard = is_standard || name == "Times-Roman";
    (!is_there && !is_standard).then_some(name)
}

/// A font's name: without the mark of a subset, Chinese as it was meant.
fn name(bytes: &[u8]) -> String {
    let name = match std::str::from_utf8(bytes) {
        Ok(name) => name.to_owned(),
        Err(_) => GBK.decode_without_bom_handling(bytes).0.into_owned(),
    };
    let name = match name.split_once('+') {
        Some((mark, rest)) if mark.len() == 6 => rest.to_owned(),
        _ => name,
    };
    name.chars().filter(|it| !it.is_control()).take(60).collect()
}
