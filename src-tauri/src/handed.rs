//! Files that the candidate hands over: dropped on the window, opened with the app, or chosen in
//! a dialog. The page gets a token and a name; the path stays here.

use std::{
    collections::HashMap,
    ffi::{OsStr, OsString},
    path::{Path, PathBuf},
};

use engine::{Document, desk::Desk};
use tauri::{AppHandle, Manager as _, Runtime, Url, async_runtime::spawn_blocking, ipc::Channel};

use crate::{
    shell::{Shell, lock},
    wire::{
        error::{Code, CommandError},
        home::{Handed, HandedKind},
        told::Told,
    },
};

/// What was handed over since the start, and what nobody has heard of yet.
#[derive(Debug, Default)]
pub(crate) struct HandedOver {
    paths: HashMap<String, PathBuf>,
    waiting: Vec<Handed>,
}

impl HandedOver {
    /// Gives a file its token.
    pub(crate) fn take(&mut self, path: &Path, kind: HandedKind) -> Handed {
        let token = format!("file-{}", self.paths.len() + 1);
        self.paths.insert(token.clone(), path.to_owned());
        let name = path.file_name().unwrap_or(path.as_os_str());
        Handed { token, name: name.to_string_lossy().into_owned(), kind }
    }

    /// The file behind a token.
    pub(crate) fn path(&self, token: &str) -> Result<PathBuf, CommandError> {
        let found = self.paths.get(token).cloned();
        found.ok_or_else(|| CommandError::plain(Code::NotFound))
    }
}

/// From now on the page listens. It hears at once of what came before.
pub(crate) fn listen(shell: &Shell, page: Channel<Told>) {
    shell.listen(Some(page));
    let waiting = std::mem::take(&mut lock(&shell.handed).waiting);
    if !waiting.is_empty() {
        shell.tell(Told::Handed { files: waiting });
    }
}

/// Hands files to the page, or keeps them until it listens.
pub(crate) fn hand_over<R: Runtime>(app: &AppHandle<R>, paths: Vec<PathBuf>) {
    if paths.is_empty() {
        return;
    }
    let app = app.clone();
    drop(spawn_blocking(move || {
        let shell = app.state::<Shell>();
        let kinds: Vec<_> = paths.iter().map(|it| kind_of(it)).collect();
        let mut handed = lock(&shell.handed);
        let files: Vec<_> =
            paths.iter().zip(kinds).map(|(path, kind)| handed.take(path, kind)).collect();
        if !shell.tell(Told::Handed { files: files.clone() }) {
            handed.waiting.extend(files);
        }
    }));
}

/// What a file seems to be. One that cannot be read is nothing that we can use.
pub(crate) fn kind_of(path: &Path) -> HandedKind {
    match Document::open(path) {
        Ok(document) => Desk::kind_of(&document).into(),
        Err(_) => HandedKind::Other,
    }
}

/// The files that a command line names. Options of the system's own start with a dash.
pub(crate) fn paths(
    arguments: impl Iterator<Item = impl Into<OsString>>,
    folder: impl AsRef<Path>,
) -> Vec<PathBuf> {
    let files = arguments.map(Into::into);
    let files = files.filter(|it| !it.is_empty() && !it.as_encoded_bytes().starts_with(b"-"));
    files.filter_map(|it| path(&it, folder.as_ref())).collect()
}

/// A path as a person or a file manager writes it.
fn path(written: &OsStr, folder: &Path) -> Option<PathBuf> {
    if let Some(written) = written.to_str().filter(|it| it.starts_with("file:")) {
        return Url::parse(written).ok()?.to_file_path().ok();
    }
    Some(folder.join(written))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(arguments: &[&str], expected: &[&str]) {
        let arguments = arguments.iter();
        let expected: Vec<_> = expected.iter().map(PathBuf::from).collect();
        assert_eq!(paths(arguments, "/home/lin"), expected);
    }

    #[cfg(unix)]
    #[test]
    fn a_command_line_names_files_in_three_ways() {
        check(&["form.docx"], &["/home/lin/form.docx"]);
        check(&["/tmp/form.docx", "cv.pdf"], &["/tmp/form.docx", "/home/lin/cv.pdf"]);
        check(&["file:///tmp/%E8%A1%A8%201.docx"], &["/tmp/表 1.docx"]);
        check(&["--gapplication-service", "", "-x"], &[]);
    }

    #[test]
    fn a_token_stands_for_its_file_and_the_name_is_all_that_is_told() {
        let mut handed = HandedOver::default();
        let first = handed.take(Path::new("/home/lin/form.docx"), HandedKind::Form);
        let second = handed.take(Path::new("/home/lin/form.docx"), HandedKind::Form);
        assert_ne!(first.token, second.token);
        assert_eq!(handed.path(&first.token).unwrap(), Path::new("/home/lin/form.docx"));
        assert_eq!(first.name, "form.docx");
        assert!(!serde_json::to_string(&first).unwrap().contains("/home"));
        assert_eq!(handed.path("file-99").unwrap_err().code, Code::NotFound);
    }

    /// Archives of old name files in encodings that are none any more.
    #[cfg(unix)]
    #[test]
    fn a_name_that_is_no_utf_8_is_a_path_like_any_other() {
        use std::os::unix::ffi::OsStringExt as _;

        let name = OsString::from_vec(b"\xc9\xea\xc7\xeb.docx".to_vec());
        let all = paths(std::iter::once(name.clone()), "/home/lin");
        assert_eq!(all, [Path::new("/home/lin").join(name)]);
    }
}
