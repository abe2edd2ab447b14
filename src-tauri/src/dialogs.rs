//! The system's file dialogs. Every path comes from here, from a drop or from the command line.
//!
//! They wait for the candidate, so they are called on a thread that may wait, and never while
//! the desk is held.

use std::path::{Path, PathBuf};

use tauri::{AppHandle, Manager as _, Runtime};
use tauri_plugin_dialog::{DialogExt as _, FileDialogBuilder, FilePath};

use crate::{shell::Shell, window};

/// What is asked for.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Pick {
    /// A form.
    Form,
    /// Files that go along.
    Documents,
    /// A CV, to be read.
    Cv,
    /// A profile, a JSON Resume, BibTeX.
    Facts,
    /// A posting that somebody shared.
    Posting,
    /// The candidate's picture.
    Photo,
    /// What another computer's app saved.
    Vault,
}

impl Pick {
    fn title(self) -> (&'static str, &'static str) {
        match self {
            Self::Form => ("Open a form", "打开表格"),
            Self::Documents => ("Choose documents", "选择文件"),
            Self::Cv => ("Choose a CV", "选择简历"),
            Self::Facts => ("Choose a file to import", "选择要导入的文件"),
            Self::Posting => ("Choose a shared posting", "选择别人分享的招聘信息"),
            Self::Photo => ("Choose a photo", "选择照片"),
            Self::Vault => ("Open a saved copy", "打开备份文件"),
        }
    }

    fn kinds(self) -> (&'static str, &'static str, &'static [&'static str]) {
        match self {
            Self::Form => {
                ("Word and Excel files", "Word 和 Excel 文件", &["docx", "dotx", "xlsx", "xltx"])
            }
            Self::Documents => ("Documents", "文档", engine::desk::DOCUMENTS),
            Self::Cv => ("CVs", "简历", &["pdf", "docx", "txt", "md", "html", "htm"]),
            Self::Facts => ("JSON and BibTeX", "JSON 和 BibTeX", &["json", "bib", "txt"]),
            Self::Posting => ("Postings", "招聘信息", &["zip", "toml"]),
            Self::Photo => ("Pictures", "图片", &["jpg", "jpeg", "png"]),
            Self::Vault => ("Encrypted copies", "加密的副本", &["age"]),
        }
    }
}

/// Lets the candidate choose one file.
pub(crate) fn open<R: Runtime>(app: &AppHandle<R>, what: Pick) -> Option<PathBuf> {
    if let Some(Answer(path)) = seam::answer("CANDIDACY_E2E_OPEN") {
        return path;
    }
    path(asking(app, what).blocking_pick_file())
}

/// Lets the candidate choose several.
pub(crate) fn open_many<R: Runtime>(app: &AppHandle<R>, what: Pick) -> Vec<PathBuf> {
    if let Some(Answer(path)) = seam::answer("CANDIDACY_E2E_OPEN") {
        return path.into_iter().collect();
    }
    let chosen = asking(app, what).blocking_pick_files().unwrap_or_default();
    chosen.into_iter().filter_map(|it| path(Some(it))).collect()
}

/// Lets the candidate choose a folder.
pub(crate) fn folder<R: Runtime>(app: &AppHandle<R>, now: &Path) -> Option<PathBuf> {
    if let Some(Answer(path)) = seam::answer("CANDIDACY_E2E_OPEN") {
        return path;
    }
    let language = app.state::<Shell>().language();
    let title = language.choose("Choose a folder for packages", "选择申请材料文件夹");
    let dialog = above(app).set_title(title).set_can_create_directories(true);
    let dialog = if now.is_dir() { dialog.set_directory(now) } else { dialog };
    path(dialog.blocking_pick_folder())
}

/// Asks where to save a file that would be called `name`.
pub(crate) fn save<R: Runtime>(app: &AppHandle<R>, name: &str) -> Option<PathBuf> {
    if let Some(Answer(path)) = seam::answer("CANDIDACY_E2E_SAVE") {
        return path;
    }
    let language = app.state::<Shell>().language();
    let dialog = above(app).set_title(language.choose("Save as", "保存为")).set_file_name(name);
    let dialog = match Path::new(name).extension().and_then(|it| it.to_str()) {
        Some(extension) => dialog.add_filter(extension.to_uppercase(), &[extension]),
        None => dialog,
    };
    path(dialog.blocking_save_file())
}

fn asking<R: Runtime>(app: &AppHandle<R>, what: Pick) -> FileDialogBuilder<R> {
    let language = app.state::<Shell>().language();
    let (title, (en, zh, extensions)) = (what.title(), what.kinds());
    above(app)
        .set_title(language.choose(title.0, title.1))
        .add_filter(language.choose(en, zh), extensions)
        .add_filter(language.choose("All files", "所有文件"), &["*"])
}

/// A dialog that stays above our window.
fn above<R: Runtime>(app: &AppHandle<R>) -> FileDialogBuilder<R> {
    let dialog = app.dialog().file();
    match app.get_webview_window(window::MAIN) {
        Some(window) => dialog.set_parent(&window),
        None => dialog,
    }
}

fn path(chosen: Option<FilePath>) -> Option<PathBuf> {
    chosen?.into_path().ok()
}

/// What a test of the real window says in the candidate's place. Nothing: cancelled.
struct Answer(Option<PathBuf>);

/// Answers to dialogs for tests of the real window, taken one after another from a variable of
/// the environment; an empty one is a dialog that is cancelled. Builds for people have none of it.
#[cfg(any(debug_assertions, feature = "e2e"))]
mod seam {
    use std::{collections::HashMap, path::PathBuf, sync::Mutex};

    static ASKED: Mutex<Option<HashMap<&'static str, usize>>> = Mutex::new(None);

    use super::Answer;

    /// The next answer. `None`: ask the candidate.
    pub(super) fn answer(variable: &'static str) -> Option<Answer> {
        let answers = std::env::var_os(variable)?;
        let answers: Vec<PathBuf> = std::env::split_paths(&answers).collect();
        let mut asked = crate::shell::lock(&ASKED);
        let asked = asked.get_or_insert_default().entry(variable).or_default();
        let answer = answers.get(*asked)?;
        *asked += 1;
        Some(Answer(Some(answer.clone()).filter(|it| !it.as_os_str().is_empty())))
    }
}

#[cfg(not(any(debug_assertions, feature = "e2e")))]
mod seam {
    /// Always the candidate.
    pub(super) const fn answer(_: &str) -> Option<super::Answer> {
        None
    }
}
