//! Font files within a PDF: what they say of their own codes where the PDF is silent.

use std::collections::HashMap;

use pdf_extract::{Dictionary, Document};
use ttf_parser::{Face, GlyphId, PlatformId, cff};

use super::names;

/// What the codes of a simple font mean, by the names of its glyphs.
pub(super) fn simple(document: &Document, descriptor: &Dictionary) -> HashMap<u8, String> {
    let file = |key: &[u8]| {
        let stream = descriptor.get_deref(key, document).ok()?.as_stream().ok()?;
        stream.get_plain_content().ok()
    };
    if let Some(program) = file(b"FontFile") {
        return type1(&program);
    }
    if let Some(program) = file(b"FontFile3") {
        return compact(&program);
    }
    file(b"FontFile2").map(|program| true_type(&program)).unwrap_or_default()
}

/// `dup 65 /A put`, in the part of a Type 1 font that is not encrypted.
fn type1(program: &[u8]) -> HashMap<u8, String> {
    let end = program.windows(5).position(|it| it == b"eexec").unwrap_or(program.len());
    let head = String::from_utf8_lossy(&program[..end]);
    let Some((_, encoding)) = head.split_once("/Encoding") else { return HashMap::new() };
    if encoding.trim_start().starts_with("StandardEncoding") {
        return (0..=u8::MAX).filter_map(|code| Some((code, names::standard(code)?))).collect();
    }
    let words: Vec<&str> = encoding.split_ascii_whitespace().take(2000).collect();
    let entry = |it: &[&str]| match it {
        ["dup", code, name, "put"] => {
            Some((code.parse().ok()?, names::meaning(name.strip_prefix('/')?)?))
        }
        _ => None,
    };
    words.windows(4).filter_map(entry).collect()
}

fn compact(program: &[u8]) -> HashMap<u8, String> {
    let table = match Face::parse(program, 0) {
        Ok(face) => face.tables().cff,
        Err(_) => cff::Table::parse(program),
    };
    let Some(table) = table else { return HashMap::new() };
    let entry = |code| {
        let name = table.glyph_name(table.glyph_index(code)?)?;
        Some((code, names::meaning(name)?))
    };
    (0..=u8::MAX).filter_map(entry).collect()
}

fn true_type(program: &[u8]) -> HashMap<u8, String> {
    let Ok(face) = Face::parse(program, 0) else { return HashMap::new() };
    let Some(cmap) = face.tables().cmap else { return HashMap::new() };
    let back = characters(&face);
    let entry = |code: u8| {
        let glyph = cmap.subtables.into_iter().find_map(|it| {
            // Symbol fonts have their codes in the private area.
            let code = u32::from(code);
            it.glyph_index(code).or_else(|| it.glyph_index(0xf000 + code))
        })?;
        let named = || names::meaning(face.glyph_name(glyph)?);
        Some((code, back.get(&glyph.0).cloned().or_else(named)?))
    };
    (0..=u8::MAX).filter_map(entry).collect()
}

/// What the glyphs of a composite font mean, where its file still knows.
pub(super) fn composite(document: &Document, descriptor: &Dictionary) -> HashMap<u16, String> {
    let program = [&b"FontFile2"[..], b"FontFile3"].into_iter().find_map(|key| {
        let stream = descriptor.get_deref(key, document).ok()?.as_stream().ok()?;
        stream.get_plain_content().ok()
    });
    let Some(program) = program else { return HashMap::new() };
    Face::parse(&program, 0).map(|face| characters(&face)).unwrap_or_default()
}

/// A font's own table from characters to glyphs, the other way round.
fn characters(face: &Face) -> HashMap<u16, String> {
    let mut back = HashMap::new();
    for table in face.tables().cmap.iter().flat_map(|it| it.subtables) {
        if !table.is_unicode() || table.platform_id == PlatformId::Macintosh {
            continue;
        }
        table.codepoints(|code| {
            let glyph = table.glyph_index(code).filter(|it| *it != GlyphId(0));
            if let (Some(glyph), Some(letter)) = (glyph, char::from_u32(code)) {
                back.entry(glyph.0).or_insert_with(|| letter.to_string());
            }
        });
    }
    back
}
