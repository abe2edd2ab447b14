//! One file of a vault: saved and read through its codec, and told from a changed one.
//!
//! `age` tells by itself whether a file is as it was written. A plain file has a
//! `.sum` beside it: the digests of the content it had and of the one it is about
//! to have, saved first, so that a crash in between leaves a file that is known.
//! Without a `.sum` a plain file is taken as it is: the candidate may put it there.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use sha2::{Digest as _, Sha256};

use crate::{
    Error,
    crypt::{Codec, Shut},
    faults, store,
};

/// Tells one state of a file from every other: a sealed file is never the same twice.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mark([u8; 32]);

impl Mark {
    /// The mark of what lies on the disk.
    pub(crate) fn of(raw: &[u8]) -> Self {
        Self(Sha256::digest(raw).into())
    }

    fn line(self) -> String {
        use std::fmt::Write as _;
        self.0.iter().fold(String::new(), |mut line, byte| {
            let _ = write!(line, "{byte:02x}");
            line
        })
    }
}

/// Saves a file in place of what was there; gives the mark it now has.
pub(crate) fn save(codec: &Codec, path: &Path, bytes: &[u8]) -> Result<Mark, Error> {
    let raw = codec.seal(bytes).map_err(|source| Error::Save { path: path.to_owned(), source })?;
    let mark = Mark::of(&raw);
    if codec.is_plain() {
        let mut sums = mark.line();
        if let Ok(before) = fs::read(path) {
            sums = format!("{sums}\n{}", Mark::of(&before).line());
        }
        store::replace(&sum_of(path), format!("{sums}\n").as_bytes())?;
    }
    store::replace(path, &raw)?;
    Ok(mark)
}

/// Reads a file that is as it was written, and its mark.
pub(crate) fn load(codec: &Codec, path: &Path) -> Result<(Vec<u8>, Mark), Error> {
    let raw = raw(path)?.ok_or_else(|| Error::Damaged { path: path.to_owned() })?;
    let mark = Mark::of(&raw);
    let bytes = codec.open(&raw).map_err(|_: Shut| Error::Damaged { path: path.to_owned() })?;
    if codec.is_plain() && !is_as_written(path, mark)? {
        return Err(Error::Damaged { path: path.to_owned() });
    }
    Ok((bytes, mark))
}

/// What lies on the disk, if anything does.
pub(crate) fn raw(path: &Path) -> Result<Option<Vec<u8>>, Error> {
    match faults::step().and_then(|()| fs::read(path)) {
        Ok(raw) => Ok(Some(raw)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(source) => Err(Error::Read { path: path.to_owned(), source }),
    }
}

/// Takes a file away, and its sum. What is not there is away already.
pub(crate) fn remove(path: &Path) -> Result<(), Error> {
    for path in [path.to_owned(), sum_of(path)] {
        match faults::step().and_then(|()| fs::remove_file(&path)) {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(source) => return Err(Error::Save { path, source }),
        }
    }
    Ok(())
}

/// The files in a folder that end in `.extension`, by their names without it, in order.
pub(crate) fn names(folder: &Path, extension: &str) -> Result<Vec<String>, Error> {
    let entries = match faults::step().and_then(|()| fs::read_dir(folder)) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(source) => return Err(Error::Read { path: folder.to_owned(), source }),
    };
    let mut names: Vec<String> = entries
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter_map(|name| Some(name.strip_suffix(extension)?.strip_suffix('.')?.to_owned()))
        .filter(|name| !name.starts_with('.'))
        .collect();
    names.sort();
    Ok(names)
}

/// Makes a folder that its owner alone may enter, and those above it.
pub(crate) fn make_folder(folder: &Path) -> Result<(), Error> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    faults::step()
        .and_then(|()| builder.create(folder))
        .map_err(|source| Error::Save { path: folder.to_owned(), source })
}

fn is_as_written(path: &Path, mark: Mark) -> Result<bool, Error> {
    let Some(sums) = raw(&sum_of(path))? else { return Ok(true) };
    let line = mark.line();
    Ok(String::from_utf8_lossy(&sums).lines().any(|it| it == line))
}

fn sum_of(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".sum");
    PathBuf::from(name)
}
