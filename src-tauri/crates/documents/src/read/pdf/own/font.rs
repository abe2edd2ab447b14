//! A font: how a string falls into codes, what they say, how wide they are.

use std::collections::HashMap;

use encoding_rs::{BIG5, EUC_KR, Encoding, GB18030, MACINTOSH, SHIFT_JIS, WINDOWS_1252};
use pdf_extract::{Dictionary, Document, Object};

use super::cmap::{CMap, value};
use super::{names, number, program};

/// One code of a string.
#[derive(Debug)]
pub(super) struct Letter {
    /// What it says; U+FFFD where nobody knows.
    pub(super) text: String,
    /// In units of the font's size.
    pub(super) width: f64,
    /// Whether word spacing widens it.
    pub(super) is_space: bool,
}

/// How bytes become codes, and what codes mean by themselves.
#[derive(Debug)]
enum Codes {
    /// One byte each.
    Single(HashMap<u8, String>),
    /// Glyph numbers of two bytes, with what the font file still knows of them.
    Glyphs(HashMap<u16, String>),
    /// UTF-16, as in `UniGB-UCS2-H`.
    Utf16,
    /// A character set of its own, as in `GBK-EUC-H`.
    Set(&'static Encoding),
    /// A table in the file.
    Table(CMap),
}

/// A font of the file.
#[derive(Debug)]
pub(super) struct Font {
    codes: Codes,
    unicode: Option<CMap>,
    widths: HashMap<u32, f64>,
    usual_width: f64,
    /// How high its letters are, in units of its size.
    pub(super) height: f64,
}

impl Font {
    /// Reads a font. A broken one says U+FFFD for what it should say.
    pub(super) fn read(document: &Document, font: &Dictionary) -> Self {
        let unicode = font.get_deref(b"ToUnicode", document).ok().and_then(table);
        let subtype = font.get(b"Subtype").and_then(Object::as_name).unwrap_or_default();
        if subtype == b"Type0" {
            return Self::composite(document, font, unicode);
        }
        let first = font.get_deref(b"FirstChar", document).map_or(0, code);
        // A Type 3 font has units of its own.
        let own = (subtype == b"Type3").then(|| units(document, font));
        let (unit, height) = own.unwrap_or((0.001, 1.0));
        let widths = font.get_deref(b"Widths", document).and_then(Object::as_array);
        let widths = widths.into_iter().flatten().take(256).zip(first..).map(|(width, code)| {
            let width = document.dereference(width).map_or(0.0, |(_, it)| number(it));
            (code, width * unit)
        });
        Self {
            codes: Codes::Single(single(document, font)),
            unicode,
            widths: widths.collect(),
            usual_width: 0.55,
            height,
        }
    }

    fn composite(document: &Document, font: &Dictionary, unicode: Option<CMap>) -> Self {
        let inner = font.get_deref(b"DescendantFonts", document).and_then(Object::as_array).ok();
        let inner = inner.and_then(|it| document.dereference(it.first()?).ok()?.1.as_dict().ok());
        let descriptor =
            inner.and_then(|it| it.get_deref(b"FontDescriptor", document).ok()?.as_dict().ok());
        let glyphs = || descriptor.map(|it| program::composite(document, it)).unwrap_or_default();
        let codes = match font.get_deref(b"Encoding", document) {
            Ok(Object::Name(name)) => named(name).unwrap_or_else(|| Codes::Glyphs(glyphs())),
            Ok(stream) => table(stream).map_or_else(|| Codes::Glyphs(glyphs()), Codes::Table),
            Err(_) => Codes::Glyphs(glyphs()),
        };
        let usual = inner.and_then(|it| it.get_deref(b"DW", document).ok()).map_or(1000.0, number);
        // Widths are listed by glyph, and only here is a code the number of a glyph.
        let by_glyph = matches!(codes, Codes::Glyphs(_) | Codes::Table(_));
        let widths = inner.filter(|_| by_glyph).map(|it| widths(document, it)).unwrap_or_default();
        Self { codes, unicode, widths, usual_width: usual / 1000.0, height: 1.0 }
    }

    /// What a string says, code by code.
    pub(super) fn letters(&self, mut bytes: &[u8]) -> Vec<Letter> {
        let mut letters = Vec::new();
        while !bytes.is_empty() {
            let (code, length) = self.first_code(bytes);
            let (taken, rest) = bytes.split_at(length.clamp(1, bytes.len()));
            let by_table = self.unicode.as_ref().and_then(|it| it.meaning(code));
            let text = by_table.or_else(|| self.meaning(taken)).unwrap_or("\u{fffd}".into());
            let narrow = matches!(self.codes, Codes::Utf16 | Codes::Set(_)) && text.is_ascii();
            let usual = if narrow { self.usual_width / 2.0 } else { self.usual_width };
            letters.push(Letter {
                width: self.widths.get(&code).copied().unwrap_or(usual),
                is_space: taken == b" ",
                text,
            });
            bytes = rest;
        }
        letters
    }

    fn first_code(&self, bytes: &[u8]) -> (u32, usize) {
        let length = match &self.codes {
            Codes::Single(_) => 1,
            Codes::Utf16 if matches!(bytes.first(), Some(0xd8..=0xdb)) => 4,
            Codes::Utf16 | Codes::Glyphs(_) => 2,
            Codes::Set(set) => match bytes {
                [0x81..=0xfe, b'0'..=b'9', ..] if *set == GB18030 => 4,
                // Half-width katakana.
                [0xa1..=0xdf, ..] if *set == SHIFT_JIS => 1,
                [0x81..=0xfe, ..] => 2,
                _ => 1,
            },
            Codes::Table(table) => return table.first_code(bytes),
        };
        let length = length.min(bytes.len());
        (value(&bytes[..length]), length)
    }

    /// What a code says where the file has no table of meanings.
    fn meaning(&self, code: &[u8]) -> Option<String> {
        match &self.codes {
            Codes::Single(known) => known.get(code.first()?).cloned(),
            Codes::Glyphs(known) => known.get(&u16::try_from(value(code)).ok()?).cloned(),
            Codes::Utf16 => {
                let units: Vec<u16> =
                    code.chunks_exact(2).map(|it| u16::from_be_bytes([it[0], it[1]])).collect();
                String::from_utf16(&units).ok().filter(|it| !it.contains('\0'))
            }
            Codes::Set(set) => {
                let text = set.decode_without_bom_handling_and_without_replacement(code)?;
                Some(text.into_owned())
            }
            Codes::Table(_) => None,
        }
    }
}

fn code(it: &Object) -> u32 {
    it.as_i64().ok().and_then(|it| u32::try_from(it).ok()).unwrap_or_default()
}

fn table(it: &Object) -> Option<CMap> {
    Some(CMap::parse(&it.as_stream().ok()?.get_plain_content().ok()?))
}

/// The encodings of Chinese, Japanese and Korean fonts that need no table, by their names.
fn named(name: &[u8]) -> Option<Codes> {
    let name = std::str::from_utf8(name).ok()?;
    let stem = name.trim_end_matches("-H").trim_end_matches("-V");
    Some(match stem {
        "GBK-EUC" | "GBKp-EUC" | "GBK2K" | "GB-EUC" | "GBpc-EUC" => Codes::Set(GB18030),
        "ETen-B5" | "ETenms-B5" | "B5pc" | "HKscs-B5" => Codes::Set(BIG5),
        "90ms-RKSJ" | "90msp-RKSJ" | "90pv-RKSJ" | "83pv-RKSJ" => Codes::Set(SHIFT_JIS),
        "KSC-EUC" | "KSCms-UHC" | "KSCms-UHC-HW" | "KSCpc-EUC" => Codes::Set(EUC_KR),
        _ if name.starts_with("Uni") && (stem.ends_with("UCS2") || stem.contains("UTF16")) => {
            Codes::Utf16
        }
        _ => return None,
    })
}

/// What the codes of a simple font mean: by its encoding, else by its file.
fn single(document: &Document, font: &Dictionary) -> HashMap<u8, String> {
    let encoding = font.get_deref(b"Encoding", document).ok();
    let dictionary = encoding.and_then(|it| it.as_dict().ok());
    let base = match (encoding, dictionary) {
        (Some(Object::Name(name)), _) => Some(name.as_slice()),
        (_, Some(it)) => it.get(b"BaseEncoding").and_then(Object::as_name).ok(),
        _ => None,
    };
    let set = match base {
        Some(b"WinAnsiEncoding") => Some(WINDOWS_1252),
        Some(b"MacRomanEncoding") => Some(MACINTOSH),
        _ => None,
    };
    let mut known: HashMap<u8, String> = (0..=u8::MAX)
        .filter_map(|code| {
            let text = match set {
                Some(set) => set.decode_without_bom_handling(&[code]).0.into_owned(),
                None => names::standard(code)?,
            };
            (!text.contains(char::is_control)).then_some((code, text))
        })
        .collect();
    if set.is_none()
        && let Ok(descriptor) = font.get_deref(b"FontDescriptor", document)
        && let Ok(descriptor) = descriptor.as_dict()
    {
        known.extend(program::simple(document, descriptor));
    }
    let differences = dictionary
        .and_then(|it| it.get_deref(b"Differences", document).ok())
        .and_then(|it| it.as_array().ok());
    let mut at = 0;
    for entry in differences.into_iter().flatten().take(1024) {
        if let Ok(name) = entry.as_name() {
            let says = std::str::from_utf8(name).ok().and_then(names::meaning);
            match (u8::try_from(at), says) {
                (Ok(code), Some(says)) => drop(known.insert(code, says)),
                // A glyph that nobody knows is not the letter that usually has its code.
                (Ok(code), None) => drop(known.remove(&code)),
                (Err(_), _) => break,
            }
            at += 1;
        } else {
            at = code(entry);
        }
    }
    known
}

/// `/W [1 [500 600] 10 20 500]`: widths one by one, and of a run of glyphs.
fn widths(document: &Document, font: &Dictionary) -> HashMap<u32, f64> {
    let mut widths = HashMap::new();
    let Ok(entries) = font.get_deref(b"W", document).and_then(Object::as_array) else {
        return widths;
    };
    let mut entries = entries.iter().filter_map(|it| Some(document.dereference(it).ok()?.1));
    while let (Some(first), Some(next)) = (entries.next(), entries.next()) {
        let first = code(first);
        if let Ok(each) = next.as_array() {
            widths.extend((first..).zip(each.iter().map(|it| number(it) / 1000.0)));
        } else if let Some(width) = entries.next() {
            let last = code(next).min(first.saturating_add(0xffff));
            widths.extend((first..=last).map(|it| (it, number(width) / 1000.0)));
        }
    }
    widths
}

/// The unit of a Type 3 font's widths, and how high its letters are.
fn units(document: &Document, font: &Dictionary) -> (f64, f64) {
    let numbers = |key: &[u8]| {
        let list = font.get_deref(key, document).and_then(Object::as_array);
        list.map(|it| it.iter().map(number).collect::<Vec<_>>()).unwrap_or_default()
    };
    let unit = numbers(b"FontMatrix").first().copied().unwrap_or(0.001);
    let height = match numbers(b"FontBBox").as_slice() {
        [_, low, _, high] if high > low => (high - low) * unit.abs(),
        _ => 1.0,
    };
    (unit, height)
}
