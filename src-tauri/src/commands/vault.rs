//! Where the candidate's data is kept. No secret goes back but a new recovery key.

use engine::{Document, desk::Desk};
use tauri::{AppHandle, Runtime};

use super::{Result, save};
use crate::{
    convert::each,
    dialogs::{self, Pick},
    shell::{ask, change, change_home, home, tell_home, work},
    wire::{
        home::Home,
        vault::{Backup, Protect, Unlock},
    },
};

/// Opens what is kept.
#[tauri::command]
pub(crate) async fn unlock<R: Runtime>(app: AppHandle<R>, how: Unlock) -> Result<Home> {
    change_home(&app, move |desk| desk.unlock(&how.into())).await
}

/// Begins to keep the candidate's own data.
#[tauri::command]
pub(crate) async fn keep<R: Runtime>(app: AppHandle<R>, how: Protect) -> Result<Home> {
    change_home(&app, move |desk| desk.keep(&how.into())).await
}

/// The new recovery key, until it is written down.
#[tauri::command]
pub(crate) async fn recovery_key<R: Runtime>(app: AppHandle<R>) -> Result<Option<String>> {
    ask(&app, |desk| Ok(desk.recovery_key())).await
}

/// The candidate has written the new recovery key down.
#[tauri::command]
pub(crate) async fn recovery_written<R: Runtime>(app: AppHandle<R>) -> Result<Home> {
    change_home(&app, Desk::recovery_written).await
}

/// Makes another recovery key.
#[tauri::command]
pub(crate) async fn new_recovery_key<R: Runtime>(app: AppHandle<R>) -> Result<String> {
    change(&app, Desk::new_recovery_key).await
}

/// Protects what is kept in another way.
#[tauri::command]
pub(crate) async fn change_protection<R: Runtime>(app: AppHandle<R>, how: Protect) -> Result<Home> {
    change_home(&app, move |desk| desk.change_protection(&how.into())).await
}

/// Verified backups.
#[tauri::command]
pub(crate) async fn backups<R: Runtime>(app: AppHandle<R>) -> Result<Vec<Backup>> {
    ask(&app, Desk::backups).await.map(each)
}

/// Goes back to a backup.
#[tauri::command]
pub(crate) async fn restore_backup<R: Runtime>(app: AppHandle<R>, id: String) -> Result<Home> {
    change_home(&app, move |desk| desk.restore_backup(&id)).await
}

/// Saves everything into one file for another computer.
#[tauri::command]
pub(crate) async fn export_vault<R: Runtime>(
    app: AppHandle<R>,
    passphrase: String,
) -> Result<bool> {
    let file = ask(&app, move |desk| desk.export_vault(&passphrase)).await?;
    work(&app, move |app, _| save(app, "Candidacy.age".as_ref(), &file)).await
}

/// Takes everything from such a file.
#[tauri::command]
pub(crate) async fn import_vault<R: Runtime>(
    app: AppHandle<R>,
    passphrase: String,
) -> Result<Option<Home>> {
    work(&app, move |app, shell| {
        let Some(path) = dialogs::open(app, Pick::Vault) else { return Result::Ok(None) };
        let file = Document::open(&path)?;
        let imported = shell.desk().import_vault(&file, &passphrase);
        tell_home(app);
        imported?;
        Ok(Some(home(shell)))
    })
    .await
}
