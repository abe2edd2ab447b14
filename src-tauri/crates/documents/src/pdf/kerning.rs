//! Pairs of letters that stand too far apart or too close, as their font says.

use std::collections::{BTreeMap, BTreeSet};

use ttf_parser::gpos::{PairAdjustment, PositioningSubtable};
use ttf_parser::{Face, GlyphId, Tag};

/// How much closer or further apart two glyphs stand, in thousandths of the size.
pub(super) type Kerning = BTreeMap<(u16, u16), f32>;

/// Reads the pairs that the font's `kern` feature moves.
pub(super) fn read(face: &Face<'_>) -> Kerning {
    let mut kerning = Kerning::new();
    let Some(table) = face.tables().gpos else { return kerning };
    let scale = 1000.0 / f32::from(face.units_per_em());
    let features = table.features.into_iter().filter(|it| it.tag == Tag::from_bytes(b"kern"));
    let lookups: BTreeSet<u16> = features.flat_map(|it| it.lookup_indices).collect();
    let used = glyphs(face);
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

/// Every glyph that some character stands for.
fn glyphs(face: &Face<'_>) -> BTreeSet<u16> {
    let mut glyphs = BTreeSet::new();
    for subtable in face.tables().cmap.iter().flat_map(|it| it.subtables) {
        if subtable.is_unicode() {
            subtable.codepoints(|code| {
                glyphs.extend(subtable.glyph_index(code).map(|it| it.0));
            });
        }
    }
    glyphs
}
