//! `cargo xtask templates`: makes what in `templates/` is made by a program.
//!
//! The bytes depend on nothing but the sources, so a check can tell whether what
//! lies there is current.

mod controls;
mod cv_pdf;
mod cv_word;
mod form;
mod outline;
mod photo;
mod questions;
mod view;

use std::path::{Path, PathBuf};

use outline::outline;
use view::{Language, View};

/// When our own files say that they were made. They change with the program, not with the day.
const DATE: (i16, i8, i8) = (2026, 1, 1);

/// Writes the files, or with `check` says which of them are not current.
pub(crate) fn templates(root: &Path, check: bool) -> Result<(), String> {
    let mut stale = Vec::new();
    for (path, bytes) in files(&root.join("templates"))? {
        if std::fs::read(&path).is_ok_and(|there| there == bytes) {
            continue;
        }
        if check {
            stale.push(path.display().to_string());
        } else {
            write(&path, &bytes)?;
        }
    }
    if stale.is_empty() {
        return Ok(());
    }
    Err(format!("not current: {}; run `cargo xtask templates`", stale.join(", ")))
}

/// Everything we make, and where it goes.
fn files(templates: &Path) -> Result<Vec<(PathBuf, Vec<u8>)>, String> {
    let form = templates.join("postings/msra-trustworthy-systems/application-form.docx");
    let sample = templates.join("sample");
    let profile = sample.join("profile.json");
    let fail = |error: String| format!("`{}`: {error}", profile.display());
    let json = std::fs::read_to_string(&profile).map_err(|error| fail(error.to_string()))?;
    let profile: serde_json::Value =
        serde_json::from_str(&json).map_err(|error| fail(error.to_string()))?;
    let english = outline(View::new(&profile, Language::English))?;
    let chinese = outline(View::new(&profile, Language::Chinese))?;
    let photo = photo::build()?;
    Ok(vec![
        (form, form::build()?),
        (sample.join("cv-en.pdf"), cv_pdf::build(&english, &templates.join("fonts"))?),
        (sample.join("cv-zh.docx"), cv_word::build(&chinese, &photo)?),
        (sample.join("photo.jpg"), photo),
    ])
}

/// These files can be made again at any time, so a crash half-way loses nothing.
#[expect(clippy::disallowed_methods, reason = "a generated file is not anybody's only copy")]
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    std::fs::write(path, bytes).map_err(|error| format!("`{}`: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use documents::Languages;

    fn sample(name: &str) -> documents::Cv {
        let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../templates/sample");
        documents::read(&std::fs::read(sample.join(name)).unwrap(), name).unwrap()
    }

    #[test]
    fn what_lies_in_templates_is_what_the_program_makes() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..");
        assert_eq!(super::templates(&root, true), Ok(()));
    }

    #[test]
    fn the_sample_cvs_read_as_what_they_are() {
        let (english, chinese) = (sample("cv-en.pdf"), sample("cv-zh.docx"));
        assert_eq!((english.languages, english.pages), (Languages::English, Some(2)));
        assert_eq!((chinese.languages, chinese.pages), (Languages::Chinese, Some(2)));
        assert!(english.bytes < 200_000 && english.findings.is_empty());
        assert!(chinese.findings.is_empty());
    }

    #[test]
    fn what_does_not_belong_on_a_cv_is_on_neither() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../templates/sample");
        let json = std::fs::read_to_string(root.join("profile.json")).unwrap();
        let profile: serde_json::Value = serde_json::from_str(&json).unwrap();
        for name in ["cv-en.pdf", "cv-zh.docx"] {
            let text = sample(name).text;
            for pointer in ["/basics/id/number", "/basics/passport/number", "/basics/birthDate"] {
                let value = profile.pointer(pointer).unwrap().as_str().unwrap();
                assert!(!text.contains(value), "{name} tells {pointer}");
            }
        }
    }
}
