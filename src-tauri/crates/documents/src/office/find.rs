//! Where LibreOffice is: where the candidate says, on the `PATH`, or in a place where its
//! installers put it.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use super::Office;

/// What its program is called.
const NAMES: &[&str] = if cfg!(windows) {
    // The one that waits for its work to be done and says how it went.
    &["soffice.com", "soffice.exe"]
} else {
    &["soffice", "libreoffice"]
};

/// Where installers put it.
const PLACES: &[&str] = if cfg!(windows) {
    &["LibreOffice\\program", "LibreOffice 5\\program"]
} else if cfg!(target_os = "macos") {
    &["/Applications/LibreOffice.app/Contents/MacOS"]
} else {
    &[
        "/usr/bin",
        "/usr/local/bin",
        "/usr/lib/libreoffice/program",
        "/usr/lib64/libreoffice/program",
        "/opt/libreoffice/program",
        "/snap/bin",
    ]
};

/// Names the program, where neither finds it; a name that nothing has says that there is none.
const NAMED: &str = "CANDIDACY_OFFICE";

/// The LibreOffice of this computer, if it has one.
pub fn find() -> Option<Office> {
    if let Some(named) = std::env::var_os(NAMED).map(PathBuf::from) {
        return (named.is_absolute() && named.is_file()).then(|| Office::at(named));
    }
    let path = std::env::var_os("PATH");
    let on_path = path.as_deref().map(std::env::split_paths).into_iter().flatten();
    first(on_path.chain(places())).map(Office::at)
}

/// The folders of the installers. On Windows they stand under what the system calls its
/// folder for programs, on Linux a version may be part of the name.
fn places() -> Vec<PathBuf> {
    if cfg!(windows) {
        let roots = ["ProgramFiles", "ProgramFiles(x86)"].into_iter().filter_map(std::env::var_os);
        return roots
            .flat_map(|root| PLACES.iter().map(move |it| Path::new(&root).join(it)))
            .collect();
    }
    let mut places: Vec<PathBuf> = PLACES.iter().map(PathBuf::from).collect();
    let versions = std::fs::read_dir("/opt").into_iter().flatten().flatten();
    let is_ours = |name: &OsStr| name.to_string_lossy().starts_with("libreoffice");
    let versions = versions.filter(|it| is_ours(&it.file_name()));
    places.extend(versions.map(|it| it.path().join("program")));
    places
}

fn first(mut folders: impl Iterator<Item = PathBuf>) -> Option<PathBuf> {
    folders.find_map(|folder| {
        // A relative entry of the PATH would start whatever lies beside the form.
        let programs = NAMES.iter().filter(|_| folder.is_absolute()).map(|it| folder.join(it));
        programs.into_iter().find(|it| it.is_file())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_is_not_absolute_is_not_looked_into() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::File::create(folder.path().join(NAMES[0])).unwrap();
        let found = first([PathBuf::from("."), folder.path().to_owned()].into_iter());
        assert_eq!(found, Some(folder.path().join(NAMES[0])));
        assert_eq!(first([PathBuf::from("/nowhere")].into_iter()), None);
    }
}
