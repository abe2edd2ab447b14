//! `vault status|backups|export`, and the vault for every command with `--vault`.

use std::{
    io::{self, IsTerminal as _, Write as _},
    path::{Path, PathBuf},
};

use engine::{
    Document, Error, Existing,
    desk::{Access, Desk, Protection, Standing, Trouble, Unlock, folder_in},
};
use serde::Serialize;

use super::Context;
use crate::{
    args::{Kept, Vault},
    failure::Failure,
    json,
    print::{shown, table},
    progress,
};

/// `vault status --json`.
#[derive(Serialize)]
struct Status {
    folder: PathBuf,
    protection: Option<&'static str>,
    applications: Option<usize>,
    last_backup: Option<String>,
}

/// One of `vault backups --json`.
#[derive(Serialize)]
struct Backup {
    id: String,
    made: String,
    bytes: u64,
}

pub(crate) fn run(context: &Context, args: &Vault) -> Result<(), Failure> {
    match args {
        Vault::Status { at, print } => status(context, at, print.json),
        Vault::Backups { at, print } => backups(context, at, print.json),
        Vault::Export { file, export_passphrase_file, force, at } => {
            let existing = if *force { Existing::Replace } else { Existing::Keep };
            export(context, at, (file, existing), export_passphrase_file.as_deref())
        }
    }
}

/// The vault, open for what it is borrowed for.
pub(crate) fn borrowed(context: &Context, at: &Kept, access: Access) -> Result<Desk, Failure> {
    let mut desk = desk(context, at)?;
    unlock(&mut desk, at, access)?;
    Ok(desk)
}

fn desk(context: &Context, at: &Kept) -> Result<Desk, Failure> {
    let folder = match &at.vault_folder {
        Some(folder) => folder.clone(),
        None => folder_in(&dirs::data_dir().ok_or_else(|| Failure::Found {
            what: "this system does not say where programs keep their data".to_owned(),
            hint: "name the vault's folder with `--vault-folder DIR`".to_owned(),
        })?),
    };
    Ok(Desk::new(context.engine.clone(), &folder))
}

/// By the file that was given, else by the keyring; a passphrase is asked for where
/// somebody can be asked.
fn unlock(desk: &mut Desk, at: &Kept, access: Access) -> Result<(), Failure> {
    let how = match (&at.passphrase_file, &at.recovery_key_file) {
        (Some(file), _) => Unlock::Passphrase(passphrase_in(file)?),
        (None, Some(file)) => Unlock::Recovery(recovery_key_in(file)?),
        (None, None) => Unlock::Keyring,
    };
    let mut open =
        |how: &Unlock| progress::during("Opening the vault", || desk.borrow_vault(how, access));
    match open(&how) {
        Err(Error::Vault(Trouble::Passphrase)) if may_ask() => {
            let typed = ask("Passphrase of the vault: ")?;
            Ok(open(&Unlock::Passphrase(typed))?)
        }
        opened => Ok(opened?),
    }
}

fn status(context: &Context, at: &Kept, json: bool) -> Result<(), Failure> {
    let mut desk = desk(context, at)?;
    let is_kept = desk.standing().protection.is_some();
    let opened = if is_kept { unlock(&mut desk, at, Access::Read) } else { Ok(()) };
    let Standing { folder, protection, applications, last_backup } = desk.standing();
    if json {
        json::print(&Status {
            folder,
            protection: protection.map(word),
            applications,
            last_backup: last_backup.map(|it| it.to_string()),
        })?;
        return opened;
    }
    let mut out = io::stdout().lock();
    writeln!(out, "Folder        {}", shown(&folder.display().to_string()))?;
    let protected = match protection {
        None => "nothing is kept there yet",
        Some(Protection::Keyring) => "encrypted, with its key in the keyring",
        Some(Protection::Passphrase) => "encrypted, under a passphrase",
        Some(Protection::Open) => "not encrypted, as you chose",
    };
    writeln!(out, "Protection    {protected}")?;
    if let Some(count) = applications {
        writeln!(out, "Applications  {count}")?;
    }
    if is_kept && opened.is_ok() {
        let made = last_backup.map_or("none yet".to_owned(), minute);
        writeln!(out, "Last backup   {made}")?;
    }
    opened
}

fn backups(context: &Context, at: &Kept, json: bool) -> Result<(), Failure> {
    let backups = borrowed(context, at, Access::Read)?.backups()?;
    if json {
        let listed = backups.into_iter();
        let listed: Vec<_> = listed
            .map(|it| Backup { id: it.id, made: it.made.to_string(), bytes: it.bytes })
            .collect();
        json::print(&listed)?;
        return Ok(());
    }
    let mut out = io::stdout().lock();
    if backups.is_empty() {
        writeln!(out, "There are no backups yet.")?;
        return Ok(());
    }
    let rows: Vec<_> =
        backups.into_iter().map(|it| vec![it.id, minute(it.made), it.bytes.to_string()]).collect();
    table(&mut out, &["id", "made", "bytes"], &rows)?;
    Ok(())
}

fn export(
    context: &Context,
    at: &Kept,
    (file, existing): (&Path, Existing),
    passphrase: Option<&Path>,
) -> Result<(), Failure> {
    let mut desk = borrowed(context, at, Access::Read)?;
    let passphrase = match passphrase {
        Some(path) => passphrase_in(path)?,
        None if may_ask() => asked_twice()?,
        None => {
            return Err(Failure::Found {
                what: "the export needs a passphrase of its own".to_owned(),
                hint: "give it with `--export-passphrase-file FILE`, or run this in a terminal \
                       to be asked"
                    .to_owned(),
            });
        }
    };
    let bytes = progress::during("Packing the vault", || desk.export_vault(&passphrase))?;
    engine::save(file, &bytes, existing)?;
    let mut out = io::stdout().lock();
    writeln!(out, "Written to {}", shown(&file.display().to_string()))?;
    writeln!(out, "The app on the other computer takes it in, with the passphrase.")?;
    Ok(())
}

/// The first line of a file, as it is.
fn passphrase_in(path: &Path) -> Result<String, Failure> {
    let document = Document::open(path)?;
    let line = document.text()?.lines().next().unwrap_or_default();
    if line.is_empty() { Err(no_passphrase()) } else { Ok(line.to_owned()) }
}

/// The key in a file, its comments left out.
fn recovery_key_in(path: &Path) -> Result<String, Failure> {
    let document = Document::open(path)?;
    let lines = document.text()?.lines().filter(|it| !it.trim_start().starts_with('#'));
    Ok(lines.collect())
}

fn asked_twice() -> Result<String, Failure> {
    let typed = ask("Passphrase for the export: ")?;
    if typed != ask("Once more: ")? {
        return Err(Failure::Found {
            what: "the two passphrases differ".to_owned(),
            hint: "nothing was written; try again".to_owned(),
        });
    }
    if typed.is_empty() { Err(no_passphrase()) } else { Ok(typed) }
}

fn no_passphrase() -> Failure {
    Failure::Found {
        what: "the passphrase is empty".to_owned(),
        hint: "put it on the first line, or type it".to_owned(),
    }
}

fn may_ask() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// Asks on the terminal; what is typed is not shown.
fn ask(question: &str) -> Result<String, Failure> {
    let terminal = console::Term::stderr();
    let typed = terminal.write_str(question).and_then(|()| terminal.read_secure_line());
    typed.map_err(|error| Failure::Found {
        what: format!("could not ask for the passphrase: {error}"),
        hint: "give it with `--passphrase-file FILE`".to_owned(),
    })
}

fn word(protection: Protection) -> &'static str {
    match protection {
        Protection::Keyring => "keyring",
        Protection::Passphrase => "passphrase",
        Protection::Open => "open",
    }
}

fn minute(time: engine::jiff::civil::DateTime) -> String {
    time.strftime("%Y-%m-%d %H:%M").to_string()
}
