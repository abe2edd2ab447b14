//! Saves a file so that it is either the old one or the new one, whatever happens.
//!
//! The new content goes into a file beside the old one, is pushed to the disk,
//! and takes the old one's name in one step; then the folder is pushed to the
//! disk too. A process that is killed in between leaves its file beside; the
//! next save into that folder sweeps it away.
//!
//! A writer holds a lock on its file beside for as long as it works, so a sweep
//! can tell a file that somebody is still writing from one that nobody is.
//! That needs no clock and no list of processes.
//!
//! **Invariants.** No link is followed: a name that is a link is refused, and
//! the rename that ends a save never writes through one. Files are readable by
//! their owner alone (on Windows they inherit the folder's rules).

use std::{
    fs::{self, File},
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use tempfile::NamedTempFile;

use crate::{Error, faults};

/// How the files beside are named, so that a sweep knows its own.
const PREFIX: &str = ".candidacy-";
const SUFFIX: &str = ".saving";
/// A sweep that comes between making the file beside and locking it takes the
/// file away. Once is unlucky; this many times is a fault.
const ATTEMPTS: usize = 16;

/// Saves `bytes` as `path`, in place of what was there.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    refuse_odd_names(path)?;
    let beside = write_beside(path, bytes)?;
    faults::step().map_err(|error| failed(path, error))?;
    beside.persist(path).map_err(|error| failed(path, error.error))?;
    sync_folder(folder_of(path)).map_err(|error| failed(path, error))
}

/// Saves `bytes` as `path`, where nothing may be yet.
pub fn create_new(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    if path.symlink_metadata().is_ok() {
        return Err(Error::Exists { path: path.to_owned() });
    }
    let beside = write_beside(path, bytes)?;
    faults::step().map_err(|error| failed(path, error))?;
    beside.persist_noclobber(path).map_err(|error| failed(path, error.error))?;
    sync_folder(folder_of(path)).map_err(|error| failed(path, error))
}

/// Takes away what killed saves left in `folder`; says how many files that was.
/// What a running save is still writing stays.
pub fn sweep(folder: &Path) -> usize {
    let Ok(entries) = fs::read_dir(folder) else { return 0 };
    entries.flatten().filter(|entry| is_ours(entry) && remove_if_abandoned(&entry.path())).count()
}

fn is_ours(entry: &fs::DirEntry) -> bool {
    let name = entry.file_name();
    let named = name.to_str().is_some_and(|it| it.starts_with(PREFIX) && it.ends_with(SUFFIX));
    named && entry.file_type().is_ok_and(|kind| kind.is_file())
}

fn remove_if_abandoned(path: &Path) -> bool {
    let Ok(file) = File::options().read(true).write(true).open(path) else { return false };
    file.try_lock().is_ok() && fs::remove_file(path).is_ok()
}

/// A link would lead the candidate's data elsewhere; a folder or a device is a slip.
fn refuse_odd_names(path: &Path) -> Result<(), Error> {
    let Ok(found) = path.symlink_metadata() else { return Ok(()) };
    let kind = found.file_type();
    let what = match kind {
        _ if kind.is_file() => return Ok(()),
        _ if kind.is_symlink() => "a link",
        _ if kind.is_dir() => "a folder",
        _ => "a device",
    };
    Err(Error::NotAFile { path: path.to_owned(), what })
}

fn write_beside(path: &Path, bytes: &[u8]) -> Result<NamedTempFile, Error> {
    let folder = folder_of(path);
    if !folder.is_dir() {
        return Err(Error::NoFolder { folder: folder.to_owned() });
    }
    sweep(folder);
    let mut beside = lock_beside(folder).map_err(|error| failed(path, error))?;
    faults::step()
        .and_then(|()| beside.write_all(bytes))
        .and_then(|()| faults::step())
        .and_then(|()| beside.as_file().sync_all())
        .map_err(|error| failed(path, error))?;
    Ok(beside)
}

fn lock_beside(folder: &Path) -> io::Result<NamedTempFile> {
    for _ in 0..ATTEMPTS {
        // `tempfile` makes it new (never through a link) and for its owner alone.
        faults::step()?;
        let beside = tempfile::Builder::new().prefix(PREFIX).suffix(SUFFIX).tempfile_in(folder)?;
        match beside.as_file().lock() {
            Ok(()) => {}
            // Some network drives know no locks; there a sweep can lock nothing either.
            Err(error) if error.kind() == io::ErrorKind::Unsupported => {}
            Err(error) => return Err(error),
        }
        if beside.path().exists() {
            return Ok(beside);
        }
    }
    Err(io::Error::other("the file is taken away as soon as it is made"))
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// The new name is on the disk only when the folder is.
#[cfg(unix)]
pub(crate) fn sync_folder(folder: &Path) -> io::Result<()> {
    faults::step()?;
    File::open(folder)?.sync_all()
}

/// Windows keeps names in a journal of its own and opens no folders as files.
#[cfg(not(unix))]
pub(crate) fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}

fn failed(path: &Path, source: io::Error) -> Error {
    let path: PathBuf = path.to_owned();
    match source.kind() {
        io::ErrorKind::AlreadyExists => Error::Exists { path },
        _ => Error::Save { path, source },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_save_replaces_the_file_and_leaves_nothing_beside() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("profile.json");
        replace(&path, b"old").unwrap();
        replace(&path, b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(names(folder.path()), ["profile.json"]);
    }

    #[test]
    fn a_new_file_is_never_put_in_place_of_another() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("profile.json");
        create_new(&path, b"first").unwrap();
        assert!(matches!(create_new(&path, b"second"), Err(Error::Exists { .. })));
        assert_eq!(fs::read(&path).unwrap(), b"first");
        assert_eq!(names(folder.path()), ["profile.json"]);
    }

    #[cfg(unix)]
    #[test]
    fn what_is_saved_can_be_read_by_its_owner_alone() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("profile.json");
        let mode = || path.metadata().unwrap().permissions().mode() & 0o777;
        create_new(&path, b"x").unwrap();
        assert_eq!(mode(), 0o600);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
        replace(&path, b"y").unwrap();
        assert_eq!(mode(), 0o600);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_not_followed() {
        let folder = tempfile::tempdir().unwrap();
        let (target, link) = (folder.path().join("target"), folder.path().join("link"));
        create_new(&target, b"theirs").unwrap();
        std::os::unix::fs::symlink(&target, &link).unwrap();
        assert!(matches!(replace(&link, b"ours"), Err(Error::NotAFile { what: "a link", .. })));
        assert!(matches!(create_new(&link, b"ours"), Err(Error::Exists { .. })));
        assert_eq!(fs::read(&target).unwrap(), b"theirs");
    }

    #[test]
    fn a_folder_is_not_replaced_and_a_missing_one_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let told = replace(folder.path(), b"x").unwrap_err().to_string();
        assert!(told.ends_with("is a folder, not a plain file"), "{told}");
        let told = replace(&folder.path().join("gone").join("x"), b"x").unwrap_err().to_string();
        assert!(told.ends_with("gone` does not exist"), "{told}");
    }

    #[test]
    fn what_a_killed_save_left_is_swept_and_a_running_one_is_spared() {
        let folder = tempfile::tempdir().unwrap();
        let running = lock_beside(folder.path()).unwrap();
        let abandoned = lock_beside(folder.path()).unwrap().keep().unwrap();
        drop(abandoned);
        let theirs = folder.path().join(".candidacy-notes");
        create_new(&theirs, b"theirs").unwrap();
        assert_eq!(sweep(folder.path()), 0, "the save above swept already");
        assert!(running.path().exists());
        assert!(theirs.exists());
        assert_eq!(names(folder.path()).len(), 2);
    }

    #[test]
    fn saves_from_many_threads_leave_one_whole_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("profile.json");
        std::thread::scope(|scope| {
            for letter in b'a'..b'e' {
                let path = &path;
                scope.spawn(move || {
                    for _ in 0..10 {
                        replace(path, &[letter; 10_000]).unwrap();
                    }
                });
            }
        });
        let saved = fs::read(&path).unwrap();
        assert!(saved.len() == 10_000 && saved.iter().all(|it| *it == saved[0]));
        assert_eq!(names(folder.path()), ["profile.json"]);
    }
}
