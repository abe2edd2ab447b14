//! The fonts of our own documents: where they lie, opened when the first is needed.

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use documents::pdf::{CHINESE, Fonts};

use crate::Error;

/// Where fonts are in a folder of ours.
const FONTS: &str = "templates/fonts";
/// What tells that they are there.
const ONE: &str = "Lato-Regular.ttf";
/// The app's folder below `/usr/lib`, as its package calls it.
const APP: &str = "Candidacy";

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
    let program = std::env::current_exe().ok()?;
    let program = program.canonicalize().unwrap_or(program);
    places(&program).into_iter().find(|it| it.join(ONE).is_file())
}

/// Where it may be: beside the program (Windows), under the `lib` of its `bin` (Linux), in the
/// resources of its bundle (macOS), or above it, where it was built.
fn places(program: &Path) -> Vec<PathBuf> {
    let mut places = Vec::new();
    if let Some(folder) = program.parent() {
        places.push(folder.join(FONTS));
        places.push(folder.join("../lib").join(APP).join(FONTS));
        places.push(folder.join("../Resources").join(FONTS));
        if cfg!(debug_assertions) {
            places.extend(folder.ancestors().map(|it| it.join(FONTS)));
        }
    }
    // What `cargo install --path` puts elsewhere still knows where it was built.
    places.push(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..").join(FONTS));
    places
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
    fn an_installed_program_looks_where_its_package_puts_them() {
        let places = places(Path::new("/usr/bin/candidacy"));
        let deb = Path::new("/usr/bin/../lib/Candidacy/templates/fonts");
        assert!(places.iter().any(|it| it == deb), "{places:?}");
    }

    #[test]
    fn a_folder_without_fonts_is_told() {
        let nowhere = Lettering::at("/nowhere".into());
        assert!(nowhere.fonts().unwrap_err().to_string().contains("Lato-Regular.ttf"));
    }
}
