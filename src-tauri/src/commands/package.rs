//! The package. Nothing here sends it.

use tauri::{AppHandle, Runtime};

use super::{Result, save};
use crate::{
    convert::each,
    dragging,
    settings::make_folder,
    shell::{ask, change, now, tell_home, work},
    system,
    wire::package::{BoardLine, MessageEdit, PackageView},
};

/// What is still to do, the message, the files.
#[tauri::command]
pub(crate) async fn package<R: Runtime>(
    app: AppHandle<R>,
    application: String,
) -> Result<PackageView> {
    ask(&app, move |desk| desk.package(&application, now())).await.map(Into::into)
}

/// Changes the message.
#[tauri::command]
pub(crate) async fn edit_message<R: Runtime>(
    app: AppHandle<R>,
    application: String,
    edit: MessageEdit,
) -> Result<PackageView> {
    change(&app, move |desk| desk.edit_message(&application, &edit.into(), now()))
        .await
        .map(Into::into)
}

/// Writes folder, zip and draft where packages go.
#[tauri::command]
pub(crate) async fn pack<R: Runtime>(
    app: AppHandle<R>,
    application: String,
) -> Result<PackageView> {
    work(&app, move |app, shell| {
        let out = shell.settings().packages_folder();
        make_folder(&out)?;
        let mut packing = shell.desk().packing(&application, now())?;
        // LibreOffice takes its time; whoever asks the desk meanwhile need not wait for it.
        packing.make()?;
        let packed = shell.desk().pack_up(packing, &out, now());
        tell_home(app);
        Result::Ok(packed?.into())
    })
    .await
}

/// Opens the draft in the candidate's mail program.
#[tauri::command]
pub(crate) async fn open_draft<R: Runtime>(app: AppHandle<R>, application: String) -> Result<()> {
    let draft = ask(&app, move |desk| desk.draft_path(&application)).await?;
    work(&app, move |_, _| system::open_message(&draft)).await
}

/// Writes the mail to a referee where packages go, and opens it in the candidate's mail
/// program. `referee` counts from 0.
#[tauri::command]
pub(crate) async fn open_referee_draft<R: Runtime>(
    app: AppHandle<R>,
    application: String,
    referee: usize,
) -> Result<()> {
    work(&app, move |_, shell| {
        let out = shell.settings().packages_folder();
        make_folder(&out)?;
        let draft = shell.desk().referee_draft(&application, referee, &out, now())?;
        system::open_message(&draft)
    })
    .await
}

/// Shows the package's folder.
#[tauri::command]
pub(crate) async fn show_folder<R: Runtime>(app: AppHandle<R>, application: String) -> Result<()> {
    let folder = ask(&app, move |desk| desk.folder_path(&application)).await?;
    work(&app, move |_, _| system::show(&folder)).await
}

/// Goes on with a drag of one of its files that began on the page.
#[tauri::command]
pub(crate) async fn drag_out<R: Runtime>(
    app: AppHandle<R>,
    application: String,
    file: String,
) -> Result<()> {
    let file = ask(&app, move |desk| desk.file_path(&application, &file)).await?;
    dragging::begin(&app, &file)
}

/// Saves the zip elsewhere.
#[tauri::command]
pub(crate) async fn save_zip<R: Runtime>(app: AppHandle<R>, application: String) -> Result<bool> {
    let zip = ask(&app, move |desk| desk.zip(&application)).await?;
    work(&app, move |app, _| save(app, &zip.path, &zip.bytes)).await
}

/// Labelled answers to copy into a web form.
#[tauri::command]
pub(crate) async fn board<R: Runtime>(
    app: AppHandle<R>,
    application: String,
) -> Result<Vec<BoardLine>> {
    ask(&app, move |desk| desk.board(&application, now())).await.map(each)
}

/// The candidate sent it.
#[tauri::command]
pub(crate) async fn mark_sent<R: Runtime>(
    app: AppHandle<R>,
    application: String,
    to: Option<Vec<String>>,
) -> Result<PackageView> {
    change(&app, move |desk| desk.mark_sent(&application, to.as_deref(), now()))
        .await
        .map(Into::into)
}

/// It was not sent after all.
#[tauri::command]
pub(crate) async fn forget_sent<R: Runtime>(
    app: AppHandle<R>,
    application: String,
    sent: String,
) -> Result<PackageView> {
    change(&app, move |desk| desk.forget_sent(&application, &sent, now())).await.map(Into::into)
}

/// Saves what was sent once.
#[tauri::command]
pub(crate) async fn save_sent<R: Runtime>(
    app: AppHandle<R>,
    application: String,
    sent: String,
) -> Result<bool> {
    let zip = ask(&app, move |desk| desk.sent_zip(&application, &sent)).await?;
    work(&app, move |app, _| save(app, &zip.path, &zip.bytes)).await
}
