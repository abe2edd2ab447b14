//! One font file: how wide its letters are, and the part of it that goes into a document.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};

use allsorts::binary::read::ReadScope;
use allsorts::font_data::FontData;
use allsorts::subset::{CmapTarget, SubsetProfile, subset};
use printpdf::ParsedFont;
use ttf_parser::name_id;

use super::kerning::{self, Kerning};
use crate::Error;

/// How far apart pairs of letters stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pairs {
    /// As the font says.
    Kerned,
    /// All alike: Chinese letters fill squares, and a font of 30,000 has too many pairs.
    Even,
}

/// One font, measured.
#[derive(Debug)]
pub(super) struct Font {
    bytes: Vec<u8>,
    /// Which font of a collection.
    index: u32,
    name: String,
    /// Glyph and advance, in thousandths of the size, of the characters that were asked for.
    glyphs: Mutex<BTreeMap<char, Option<(u16, f32)>>>,
    kerning: Kerning,
}

impl Font {
    /// Opens a font file; `font` is what an error calls it.
    pub(super) fn open(
        bytes: Vec<u8>,
        index: u32,
        font: &str,
        pairs: Pairs,
    ) -> Result<Self, Error> {
        let fail = |reason: &str| Error::Font { font: font.into(), reason: reason.into() };
        let face = ttf_parser::Face::parse(&bytes, index).map_err(|it| fail(&it.to_string()))?;
        let may_embed = !matches!(face.permissions(), Some(ttf_parser::Permissions::Restricted));
        if !face.is_subsetting_allowed() || !may_embed {
            return Err(fail("its licence forbids to embed a part of it"));
        }
        let name = face
            .names()
            .into_iter()
            .filter(|it| it.name_id == name_id::POST_SCRIPT_NAME)
            .find_map(|it| it.to_string())
            .ok_or_else(|| fail("it has no name"))?;
        let kerning = match pairs {
            Pairs::Kerned => kerning::read(&face),
            Pairs::Even => Kerning::new(),
        };
        Ok(Self { bytes, index, name, glyphs: Mutex::default(), kerning })
    }

    /// Glyph and advance of a character, if it can draw it.
    fn glyph(&self, c: char) -> Option<(u16, f32)> {
        let mut glyphs = self.glyphs.lock().unwrap_or_else(PoisonError::into_inner);
        *glyphs.entry(c).or_insert_with(|| {
            let face = ttf_parser::Face::parse(&self.bytes, self.index).ok()?;
            let glyph = face.glyph_index(c).filter(|it| it.0 != 0)?;
            let scale = 1000.0 / f32::from(face.units_per_em());
            Some((glyph.0, f32::from(face.glyph_hor_advance(glyph).unwrap_or(0)) * scale))
        })
    }

    /// Whether it can draw this character.
    pub(super) fn draws(&self, c: char) -> bool {
        self.glyph(c).is_some()
    }

    /// How wide a character is, in thousandths of the size.
    pub(super) fn advance(&self, c: char) -> f32 {
        self.glyph(c).map_or(0.0, |it| it.1)
    }

    /// How far two neighbours move apart, in thousandths of the size.
    pub(super) fn kern(&self, left: char, right: char) -> f32 {
        if self.kerning.is_empty() {
            return 0.0;
        }
        let pair = self.glyph(left).zip(self.glyph(right));
        pair.and_then(|(l, r)| self.kerning.get(&(l.0, r.0))).copied().unwrap_or(0.0)
    }

    /// The font with no glyphs but those of `letters`, named as such by the six letters of `tag`
    /// (ISO 32000-1, 9.6.4).
    pub(super) fn cut(&self, tag: &str, letters: &BTreeSet<char>) -> Result<ParsedFont, Error> {
        let fail = |reason: String| Error::Font { font: self.name.clone(), reason };
        let wanted = letters.iter().filter_map(|c| self.glyph(*c)).map(|it| it.0);
        // Glyph 0 stands for what is missing, and comes first.
        let glyphs: Vec<u16> =
            std::iter::once(0).chain(wanted).collect::<BTreeSet<_>>().into_iter().collect();
        let file = ReadScope::new(&self.bytes)
            .read::<FontData<'_>>()
            .map_err(|it| fail(it.to_string()))?;
        let index = usize::try_from(self.index).unwrap_or_default();
        let tables = file.table_provider(index).map_err(|it| fail(it.to_string()))?;
        let cut = subset(&tables, &glyphs, &SubsetProfile::Pdf, CmapTarget::Unicode)
            .map_err(|it| fail(it.to_string()))?;
        let mut parsed = ParsedFont::from_bytes(&cut, 0, &mut Vec::new())
            .ok_or_else(|| fail("it cannot be cut down".into()))?;
        parsed.font_name = Some(format!("{tag}+{}", self.name));
        Ok(parsed)
    }
}
