//! The fonts of this computer, for a character that none of ours draws.

use std::sync::OnceLock;

use fontdb::{Database, FaceInfo, Source, Style, Weight};

use super::font::{Font, Pairs};

/// The fonts that the system knows; they are looked for when the first is needed.
#[derive(Debug, Default)]
pub(super) struct System(OnceLock<Database>);

impl System {
    /// A font that draws `c`: upright, plain rather than written by hand, as strong as asked.
    pub(super) fn find(&self, c: char, bold: bool) -> Option<Font> {
        let fonts = self.0.get_or_init(|| {
            let mut fonts = Database::new();
            fonts.load_system_fonts();
            fonts
        });
        let weight = if bold { Weight::BOLD } else { Weight::NORMAL };
        let mut faces: Vec<&FaceInfo> = fonts.faces().collect();
        // By name last, so that the same computer gives the same font every time.
        faces.sort_by_key(|it| {
            let is_slanted = it.style != Style::Normal;
            let sans = it.post_script_name.contains("Sans");
            let off = it.weight.0.abs_diff(weight.0);
            (is_slanted, !sans, off, it.monospaced, it.post_script_name.clone())
        });
        let draws = |bytes: &[u8], index: u32| {
            ttf_parser::Face::parse(bytes, index)
                .is_ok_and(|it| it.glyph_index(c).is_some_and(|glyph| glyph.0 != 0))
        };
        faces.into_iter().find_map(|face| {
            let has = fonts.with_face_data(face.id, draws)?;
            // One that may not be embedded is as good as none.
            let bytes = has.then(|| bytes(&face.source)).flatten()?;
            Font::open(bytes, face.index, &face.post_script_name, Pairs::Even).ok()
        })
    }
}

fn bytes(source: &Source) -> Option<Vec<u8>> {
    match source {
        Source::File(path) => std::fs::read(path).ok(),
        Source::Binary(bytes) => Some(bytes.as_ref().as_ref().to_vec()),
    }
}
