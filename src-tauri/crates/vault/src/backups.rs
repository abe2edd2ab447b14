//! Earlier documents, kept and verified.
//!
//! A backup is made after a write when the last one is older than ten minutes,
//! and always before something that could lose a document: a restore, or a
//! migration. It counts once it was read back and is the same. Of those that
//! have piled up, the ten newest stay, and the last of each of the newest seven days.

use std::{collections::BTreeSet, time::Duration};

use jiff::{Timestamp, civil, tz::TimeZone};

use crate::{Error, Vault, files, stage, store};

/// At most one backup in this time goes without being asked for.
const PAUSE: Duration = Duration::from_secs(10 * 60);
const NEWEST: usize = 10;
const DAYS: usize = 7;
/// How a backup's name tells when it was made.
const STAMP: &str = "%Y%m%dT%H%M%SZ";

/// An earlier document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// Names it.
    pub id: String,
    /// When it was made.
    pub made: Timestamp,
    /// Its size on the disk.
    pub bytes: u64,
}

impl Vault {
    /// The backups, newest first. Each was verified when it was made.
    pub fn backups(&self) -> Result<Vec<Backup>, Error> {
        self.settle()?;
        let mut backups: Vec<Backup> = files::names(&self.home.backups(), self.extension())?
            .into_iter()
            .filter_map(|id| {
                let made = made_of(&id)?;
                let bytes = self.backup_path(&id).metadata().ok()?.len();
                Some(Backup { id, made, bytes })
            })
            .collect();
        backups.sort_by(|a, b| (b.made, &b.id).cmp(&(a.made, &a.id)));
        Ok(backups)
    }

    /// Makes a backup of the document as it is now, whenever the last one was.
    /// Call it before anything that could lose a document, such as a migration.
    pub fn back_up(&mut self) -> Result<Backup, Error> {
        self.writable()?;
        let bytes = self.read()?;
        self.back_up_these(&bytes)
    }

    /// A backup's document, verified.
    pub fn read_backup(&self, id: &str) -> Result<Vec<u8>, Error> {
        self.settle()?;
        let not_found = || Error::NotFound { name: id.to_owned() };
        // The id comes from outside: only one that is in the list names a file.
        let known = self.backups()?.into_iter().find(|it| it.id == id).ok_or_else(not_found)?;
        Ok(files::load(&self.codec, &self.backup_path(&known.id))?.0)
    }

    /// Puts a backup in the document's place, and gives it. What was there is
    /// backed up before, or, where it is damaged, kept as `vault.damaged`.
    pub fn restore(&mut self, id: &str) -> Result<Vec<u8>, Error> {
        self.writable()?;
        let bytes = self.read_backup(id)?;
        match self.read() {
            Ok(current) if current == bytes => return Ok(bytes),
            Ok(current) => {
                self.back_up_these(&current)?;
            }
            Err(Error::Damaged { path }) => {
                if let Some(raw) = files::raw(&path)? {
                    store::replace(&self.home.folder().join("vault.damaged"), &raw)?;
                }
            }
            Err(error) => return Err(error),
        }
        let saved = files::save(&self.codec, &self.document(), &bytes);
        self.see_what_lies_there(&saved, &bytes);
        saved?;
        Ok(bytes)
    }

    /// Why the backup that was due after the last write could not be made.
    pub fn backup_trouble(&self) -> Option<&Error> {
        self.backup_trouble.as_ref()
    }

    pub(crate) fn back_up_if_due(&mut self, bytes: &[u8]) -> Result<(), Error> {
        let now = self.home.now();
        // A clock that was set back must not stop backups for good.
        let is_fresh =
            |it: &Backup| it.made <= now && now.duration_since(it.made).unsigned_abs() < PAUSE;
        if self.backups()?.first().is_some_and(is_fresh) {
            return Ok(());
        }
        self.back_up_these(bytes).map(|_| ())
    }

    fn back_up_these(&mut self, bytes: &[u8]) -> Result<Backup, Error> {
        files::make_folder(&self.home.backups())?;
        let made = self.home.now();
        let path = self.home.backups();
        let random = stage::random_name().map_err(|source| Error::Save { path, source })?;
        let id = format!("{}-{}", made.strftime(STAMP), &random[..4]);
        let path = self.backup_path(&id);
        files::save(&self.codec, &path, bytes)?;
        match files::load(&self.codec, &path) {
            Ok((kept, _)) if kept == bytes => {}
            other => {
                files::remove(&path)?;
                return Err(other.err().unwrap_or(Error::Damaged { path }));
            }
        }
        self.prune()?;
        let size = path.metadata().map_err(|source| Error::Read { path, source })?.len();
        Ok(Backup { id, made, bytes: size })
    }

    fn prune(&self) -> Result<(), Error> {
        let mut days = BTreeSet::new();
        for (index, backup) in self.backups()?.into_iter().enumerate() {
            let is_last_of_day = days.insert(backup.made.to_zoned(TimeZone::UTC).date());
            let stays = index < NEWEST || is_last_of_day && days.len() <= DAYS;
            if !stays {
                files::remove(&self.backup_path(&backup.id))?;
            }
        }
        Ok(())
    }

    fn backup_path(&self, id: &str) -> std::path::PathBuf {
        self.home.backups().join(format!("{id}.{}", self.extension()))
    }

    fn extension(&self) -> &'static str {
        if self.codec.is_plain() { "json" } else { "age" }
    }
}

fn made_of(id: &str) -> Option<Timestamp> {
    let (stamp, _) = id.split_once('-')?;
    let made = civil::DateTime::strptime(STAMP, stamp).ok()?;
    Some(made.to_zoned(TimeZone::UTC).ok()?.timestamp())
}
