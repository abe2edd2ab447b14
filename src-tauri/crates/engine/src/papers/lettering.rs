//! The fonts of our own documents: where they lie, opened when the first is needed.

use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use documents::pdf::{CHINESE, Fonts};

use crate::{Error, beside};

/// Where fonts are in a folder of ours.
const FONTS: &str = "templates/fonts";
/// What tells that they are there.
const ONE: &str = "Lato-Regular.ttf";

/// The fonts that ship with the app. They are too large to be part of the program, so they
/// are files beside it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Lettering {
    folder: Option<PathBuf>,
    fonts: Arc<OnceLock<Fonts>>,
}

impl Lettering {
    /// Fonts in this folder, wherever the program is.
    pub(crate) fn at(folder: PathBuf) -> Self {
        Self { folder: Some(folder), fonts: Arc::default() }
    }

    /// The fonts, and those of this computer for what they lack.
    pub(crate) fn fonts(&self) -> Result<&Fonts, Error> {
        if let Some(fonts) = self.fonts.get() {
            return Ok(fonts);
        }
        let folder = self.folder.clone().or_else(found).ok_or(Error::NoFonts)?;
        let fonts = Fonts::shipped(&folder)?.with_system();
        Ok(self.fonts.get_or_init(|| fonts))
    }
}

/// The font with the Chinese of our own documents, TrueType, for a window on a computer that has
/// none. `None` where the file is missing.
pub fn chinese_font() -> Option<Vec<u8>> {
    std::fs::read(found()?.join(CHINESE)).ok()
}

/// The folder of the fonts, from where the program lies.
fn found() -> Option<PathBuf> {
    beside(FONTS).filter(|it| it.join(ONE).is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fonts_of_this_checkout_are_found() {
        assert!(found().is_some());
        assert!(chinese_font().is_some_and(|it| it.starts_with(&[0, 1, 0, 0])));
        assert!(Lettering::default().fonts().is_ok());
    }

    #[test]
    fn a_folder_without_fonts_is_told() {
        let nowhere = Lettering::at("/nowhere".into());
        assert!(nowhere.fonts().unwrap_err().to_string().contains("Lato-Regular.ttf"));
    }
}
