//! Puts a bundle on the disk: all of it or nothing.
//!
//! Files are written into a folder that starts with a dot, pushed to the disk,
//! and that folder takes its final name in one step; so does the zip beside it.
//! Where an earlier bundle has that name, ` (2)` is added: it may have been sent.
//!
//! **Invariants.** Nothing that is there is overwritten. Files and folders are
//! readable by their owner alone (on Windows they inherit the folder's rules).

use std::{
    fs::{self, File},
    io::{self, Write as _},
    path::{Path, PathBuf},
    time::Duration,
};

use serde::Serialize;
use tempfile::{Builder, NamedTempFile, TempDir};

use crate::{Bundle, DRAFT, Error, FileName, Filed, archive};

const PREFIX: &str = ".candidacy-";
const SUFFIX: &str = ".bundling";
/// A half-made bundle older than this belongs to nobody any more.
const ABANDONED: Duration = Duration::from_secs(60 * 60);
/// Bundles of one name. Who has more has a fault elsewhere.
const MAX_NUMBER: usize = 999;

/// Where a bundle lies.
#[derive(Debug, Clone, Serialize)]
pub struct Written {
    /// The folder.
    pub folder: PathBuf,
    /// The zip beside it.
    pub zip: PathBuf,
    /// The draft in the folder, if the posting takes mail.
    pub draft: Option<PathBuf>,
    /// What lies in the folder and in the zip, the manifest left out.
    pub files: Vec<Filed>,
}

impl Bundle {
    /// Writes the folder and the zip into `out`, which is made if it is not there.
    pub fn write(&self, out: &Path) -> Result<Written, Error> {
        let at_out = |source| Error::Write { path: out.to_owned(), source };
        let made_out = !out.exists();
        make_folder(out).map_err(at_out)?;
        let written = self.write_into(out);
        if written.is_err() && made_out {
            // Only if it is empty: what is in it by now is not ours.
            drop(fs::remove_dir(out));
        }
        written
    }

    fn write_into(&self, out: &Path) -> Result<Written, Error> {
        let at_out = |source| Error::Write { path: out.to_owned(), source };
        let staged = staging().tempdir_in(out).map_err(at_out)?;
        sweep(out, staged.path());
        for (name, bytes) in self.contents() {
            let path = staged.path().join(name);
            write_file(&path, bytes).map_err(|source| Error::Write { path, source })?;
        }
        sync_folder(staged.path()).map_err(at_out)?;
        let (folder, zip) = self.place(out, staged)?;
        sync_folder(out).map_err(at_out)?;
        let draft = self.draft().map(|_| folder.join(DRAFT));
        Ok(Written { folder, zip, draft, files: self.files().to_vec() })
    }

    /// Gives the staged folder and the zip the first pair of names that is free.
    fn place(&self, out: &Path, mut staged: TempDir) -> Result<(PathBuf, PathBuf), Error> {
        for number in 1..=MAX_NUMBER {
            let name = numbered(&self.name, number);
            let (folder, zip) = (out.join(name.as_str()), out.join(format!("{name}.zip")));
            if is_taken(&folder) || is_taken(&zip) {
                continue;
            }
            let at_zip = |source| Error::Write { path: zip.clone(), source };
            let beside = self.zip_beside(out, &name)?;
            match beside.persist_noclobber(&zip) {
                Ok(_) => {}
                Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => continue,
                Err(error) => return Err(at_zip(error.error)),
            }
            match fs::rename(staged.path(), &folder) {
                Ok(()) => {
                    staged.disable_cleanup(true);
                    return Ok((folder, zip));
                }
                Err(source) => {
                    drop(fs::remove_file(&zip));
                    if !is_taken(&folder) {
                        return Err(Error::Write { path: folder, source });
                    }
                }
            }
        }
        let source = io::Error::from(io::ErrorKind::AlreadyExists);
        Err(Error::Write { path: out.join(self.name.as_str()), source })
    }

    fn zip_beside(&self, out: &Path, name: &FileName) -> Result<NamedTempFile, Error> {
        let contents: Vec<_> = self.contents().collect();
        let bytes = archive::write(name, self.made, &contents)?;
        let write = || {
            let mut beside = Builder::new().prefix(PREFIX).suffix(SUFFIX).tempfile_in(out)?;
            beside.write_all(&bytes)?;
            beside.as_file().sync_all()?;
            Ok(beside)
        };
        write().map_err(|source| Error::Write { path: out.to_owned(), source })
    }
}

/// Builds folders for their owner alone.
fn staging() -> Builder<'static, 'static> {
    let mut builder = Builder::new();
    builder.prefix(PREFIX).suffix(SUFFIX);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(fs::Permissions::from_mode(0o700));
    }
    builder
}

fn make_folder(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt as _;
        builder.mode(0o700);
    }
    builder.create(path)
}

fn write_file(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    let mut file = options.open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Windows keeps names in a journal of its own and opens no folders as files.
#[cfg(not(unix))]
fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}

fn numbered(name: &FileName, number: usize) -> FileName {
    match number {
        1 => name.clone(),
        _ => name.numbered_folder(number),
    }
}

fn is_taken(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// Takes away what killed processes left. The age is told by the disk's own
/// clock: the folder just made beside what is found.
fn sweep(out: &Path, just_made: &Path) {
    let modified = |path: &Path| path.symlink_metadata().and_then(|it| it.modified()).ok();
    let (Some(now), Ok(entries)) = (modified(just_made), fs::read_dir(out)) else { return };
    for entry in entries.flatten() {
        let (name, path) = (entry.file_name(), entry.path());
        let ours = name.to_str().is_some_and(|it| it.starts_with(PREFIX) && it.ends_with(SUFFIX));
        let age = modified(&path).and_then(|then| now.duration_since(then).ok());
        if ours && age.is_some_and(|it| it > ABANDONED) {
            let is_folder = entry.file_type().is_ok_and(|it| it.is_dir());
            drop(if is_folder { fs::remove_dir_all(path) } else { fs::remove_file(path) });
        }
    }
}
