//! Fonts: how wide words are, and the part of a font that goes into the file.

use std::collections::{BTreeMap, BTreeSet};

use allsorts::binary::read::ReadScope;
use allsorts::font_data::FontData;
use allsorts::subset::{CmapTarget, SubsetProfile, subset};
use printpdf::ParsedFont;
use ttf_parser::gpos::{PairAdjustment, PositioningSubtable};
use ttf_parser::{GlyphId, Tag, name_id};

use crate::Error;

/// Which of the three fonts words are set in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Face {
    /// Upright.
    Regular,
    /// Upright and strong.
    Bold,
    /// Slanted.
    Italic,
}

impl Face {
    /// What its resource is called in the file.
    pub(super) fn resource(self) -> &'static str {
        match self {
            Self::Regular => "F1",
            Self::Bold => "F2",
            Self::Italic => "F3",
        }
    }

    /// Six letters that mark a font as cut down, each cut with its own (ISO 32000-1, 9.6.4).
    fn tag(self) -> &'static str {
        match self {
            Self::Regular => "CANDRE",
            Self::Bold => "CANDBO",
            Self::Italic => "CANDIT",
        }
    }
}

/// A family: the three fonts that a document is set in.
#[derive(Debug)]
pub struct Fonts {
    regular: Font,
    bold: Font,
    italic: Font,
}

impl Fonts {
    /// Opens three font files, TrueType or OpenType.
    pub fn open(regular: &[u8], bold: &[u8], italic: &[u8]) -> Result<Self, Error> {
        Ok(Self {
            regular: Font::open(regular, "regular")?,
            bold: Font::open(bold, "bold")?,
            italic: Font::open(italic, "italic")?,
        })
    }

    pub(super) fn of(&self, face: Face) -> &Font {
        match face {
            Face::Regular => &self.regular,
            Face::Bold => &self.bold,
            Face::Italic => &self.italic,
        }
    }
}

/// One font file, measured.
#[derive(Debug)]
pub(super) struct Font {
    bytes: Vec<u8>,
    name: String,
    /// Glyph and advance of each character, in thousandths of the size.
    glyphs: BTreeMap<char, (u16, f32)>,
    /// How much closer or further apart two glyphs stand, in thousandths of the size.
    kerning: BTreeMap<(u16, u16), f32>,
}

impl Font {
    fn open(bytes: &[u8], font: &str) -> Result<Self, Error> {
        let fail = |reason: &str| Error::Font { font: font.into(), reason: reason.into() };
        let face = ttf_parser::Face::parse(bytes, 0).map_err(|it| fail(&it.to_string()))?;
        if !face.is_subsetting_allowed() {
            return Err(fail("its licence forbids to embed a part of it"));
        }
        let name = face
            .names()
            .into_iter()
            .filter(|it| it.name_id == name_id::POST_SCRIPT_NAME)
            .find_map(|it| it.to_string())
            .ok_or_else(|| fail("it has no name"))?;
        let scale = 1000.0 / f32::from(face.units_per_em());
        let mut glyphs = BTreeMap::new();
        for subtable in face.tables().cmap.iter().flat_map(|it| it.subtables) {
            if !subtable.is_unicode() {
                continue;
            }
            subtable.codepoints(|code| {
                let found = char::from_u32(code).zip(subtable.glyph_index(code));
                if let Some((c, glyph)) = found {
                    let advance = f32::from(face.glyph_hor_advance(glyph).unwrap_or(0));
                    glyphs.entry(c).or_insert((glyph.0, advance * scale));
                }
            });
        }
        let kerning = kerning(&face, &glyphs, scale);
        Ok(Self { bytes: bytes.to_vec(), name, glyphs, kerning })
    }

    /// Whether it can draw this character.
    pub(super) fn draws(&self, c: char) -> bool {
        self.glyphs.contains_key(&c)
    }

    /// How far two neighbours move apart, in thousandths of the size.
    pub(super) fn kern(&self, left: char, right: char) -> f32 {
        let pair = self.glyphs.get(&left).zip(self.glyphs.get(&right));
        pair.and_then(|(l, r)| self.kerning.get(&(l.0, r.0))).copied().unwrap_or(0.0)
    }

    /// The width of `text` at `size`, in points.
    pub(super) fn width(&self, text: &str, size: f32) -> f32 {
        let mut before = None;
        let mut width = 0.0;
        for c in text.chars() {
            width += self.glyphs.get(&c).map_or(0.0, |it| it.1);
            width += before.map_or(0.0, |before| self.kern(before, c));
            before = Some(c);
        }
        width * size / 1000.0
    }

    /// The font with no glyphs but those of `letters`, named as such.
    pub(super) fn cut(&self, face: Face, letters: &BTreeSet<char>) -> Result<ParsedFont, Error> {
        let fail = |reason: String| Error::Font { font: self.name.clone(), reason };
        let wanted = letters.iter().filter_map(|c| self.glyphs.get(c)).map(|it| it.0);
        // Glyph 0 stands for what is missing, and comes first.
        let glyphs: Vec<u16> =
            std::iter::once(0).chain(wanted).collect::<BTreeSet<_>>().into_iter().collect();
        let file = ReadScope::new(&self.bytes)
            .read::<FontData<'_>>()
            .map_err(|it| fail(it.to_string()))?;
        let tables = file.table_provider(0).map_err(|it| fail(it.to_string()))?;
        let cut = subset(&tables, &glyphs, &SubsetProfile::Pdf, CmapTarget::Unicode)
            .map_err(|it| fail(it.to_string()))?;
        let mut parsed = ParsedFont::from_bytes(&cut, 0, &mut Vec::new())
            .ok_or_else(|| fail("it cannot be cut down".into()))?;
        parsed.font_name = Some(format!("{}+{}", face.tag(), self.name));
        Ok(parsed)
    }
}

/// Reads the pairs that the font's `kern` feature moves.
fn kerning(
    face: &ttf_parser::Face<'_>,
    glyphs: &BTreeMap<char, (u16, f32)>,
    scale: f32,
) -> BTreeMap<(u16, u16), f32> {
    let mut kerning = BTreeMap::new();
    let Some(table) = face.tables().gpos else { return kerning };
    let features = table.features.into_iter().filter(|it| it.tag == Tag::from_bytes(b"kern"));
    let lookups: BTreeSet<u16> = features.flat_map(|it| it.lookup_indices).collect();
    let used: BTreeSet<u16> = glyphs.values().map(|it| it.0).collect();
    for lookup in lookups.into_iter().filter_map(|it| table.lookups.get(it)) {
        for subtable in lookup.subtables.into_iter::<PositioningSubtable<'_>>() {
            let PositioningSubtable::Pair(pairs) = subtable else { continue };
            for left in used.iter().map(|it| GlyphId(*it)) {
                let Some(covered) = pairs.coverage().get(left) else { continue };
                for right in used.iter().map(|it| GlyphId(*it)) {
                    let moved = match pairs {
                        PairAdjustment::Format1 { sets, .. } => {
                            sets.get(covered).and_then(|set| set.get(right))
                        }
                        PairAdjustment::Format2 { classes, matrix, .. } => {
                            matrix.get((classes.0.get(left), classes.1.get(right)))
                        }
                    };
                    let by = moved.map_or(0, |(first, _)| first.x_advance);
                    if by != 0 {
                        // The first lookup that names a pair decides.
                        kerning.entry((left.0, right.0)).or_insert(f32::from(by) * scale);
                    }
                }
            }
        }
    }
    kerning
}
