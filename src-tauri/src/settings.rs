//! What the candidate chose for the app itself: kept beside the vault, in plain, since it says
//! nothing about them but where their packages go.

use std::path::{Path, PathBuf};

use engine::{Error, Existing};
use serde::{Deserialize, Serialize};

use crate::wire::home::{ScreenLanguage, Settings, Theme};

/// The settings, as they lie on the disk. What is missing or odd there is as at the first start.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Kept {
    schema_version: u32,
    /// The language of the screens.
    pub(crate) language: ScreenLanguage,
    /// Light or dark.
    pub(crate) theme: Theme,
    /// Where packages go; `None`: the usual place.
    pub(crate) packages: Option<PathBuf>,
    /// The candidate's documents.
    #[serde(skip)]
    documents: PathBuf,
}

impl Default for Kept {
    fn default() -> Self {
        Self {
            schema_version: 1,
            language: ScreenLanguage::System,
            theme: Theme::System,
            packages: None,
            documents: PathBuf::new(),
        }
    }
}

impl Kept {
    /// Reads them. Settings are not worth an error: where they cannot be read, they are as new.
    pub(crate) fn read(file: &Path) -> Self {
        let text = std::fs::read_to_string(file).ok();
        text.and_then(|it| serde_json::from_str(&it).ok()).unwrap_or_default()
    }

    /// The same for a candidate whose documents lie there.
    pub(crate) fn among(self, documents: &Path) -> Self {
        Self { documents: documents.to_owned(), ..self }
    }

    /// Saves them.
    pub(crate) fn write(&self, file: &Path) -> Result<(), Error> {
        let folder = file.parent().unwrap_or(file);
        make_folder(folder)?;
        let text = serde_json::to_vec_pretty(self).unwrap_or_default();
        engine::save(file, &text, Existing::Replace)
    }

    /// Where packages go: where the candidate said, else among their documents.
    pub(crate) fn packages_folder(&self) -> PathBuf {
        self.packages.clone().unwrap_or_else(|| self.documents.join("Candidacy"))
    }

    /// As the screens see them: of the folder its last name alone.
    pub(crate) fn shown(&self) -> Settings {
        let folder = self.packages_folder();
        let name = folder.file_name().unwrap_or(folder.as_os_str());
        Settings {
            language: self.language,
            theme: self.theme,
            packages: name.to_string_lossy().into_owned(),
        }
    }
}

/// Makes a folder that its owner alone may look into, unless it is there.
pub(crate) fn make_folder(folder: &Path) -> Result<(), Error> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(|source| Error::Read { path: folder.to_owned(), source })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_come_back_as_they_were_kept() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("new").join("settings.json");
        let kept = Kept {
            language: ScreenLanguage::ZhHans,
            packages: Some("/somewhere/Bewerbungen".into()),
            ..Kept::default()
        };
        kept.write(&file).unwrap();
        assert_eq!(Kept::read(&file), kept);
        assert_eq!(kept.shown().packages, "Bewerbungen");
    }

    #[test]
    fn packages_go_among_the_documents_wherever_those_lie() {
        let kept = Kept::default().among(Path::new("/home/lin/文档"));
        assert_eq!(kept.packages_folder(), Path::new("/home/lin/文档/Candidacy"));
        let elsewhere = Kept { packages: Some("/elsewhere".into()), ..kept };
        assert_eq!(elsewhere.packages_folder(), Path::new("/elsewhere"));
    }

    #[test]
    fn settings_that_cannot_be_read_are_as_new() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("settings.json");
        assert_eq!(Kept::read(&file), Kept::default());
        engine::save(&file, b"{\"theme\": 7", Existing::Keep).unwrap();
        assert_eq!(Kept::read(&file), Kept::default());
        engine::save(&file, b"{\"theme\": \"dark\"}", Existing::Replace).unwrap();
        assert_eq!(Kept::read(&file).theme, Theme::Dark);
    }
}
