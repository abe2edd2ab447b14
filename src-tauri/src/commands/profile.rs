//! The candidate's facts.

use engine::{Document, desk::Desk};
use tauri::{AppHandle, Runtime, ipc::Response};

use super::{Result, chosen, save};
use crate::{
    convert::each,
    dialogs::Pick,
    shell::{ask, change, now, tell_home, work},
    wire::profile::{ImportedView, ProfileEdit, ProfileView},
};

/// The candidate's facts.
#[tauri::command]
pub(crate) async fn profile<R: Runtime>(app: AppHandle<R>) -> Result<ProfileView> {
    ask(&app, |desk| desk.profile(now())).await.map(Into::into)
}

/// Changes them, all of the edits or none.
#[tauri::command]
pub(crate) async fn edit_profile<R: Runtime>(
    app: AppHandle<R>,
    edits: Vec<ProfileEdit>,
) -> Result<ProfileView> {
    change(&app, move |desk| desk.edit_profile(&each(edits), now())).await.map(Into::into)
}

/// A date as people type it, as the profile writes it.
#[tauri::command]
pub(crate) async fn read_date(text: String) -> Result<Option<String>> {
    Ok(Desk::read_date(&text))
}

/// Adds what a profile says, or shows what a file of another format offers.
#[tauri::command]
pub(crate) async fn import_profile<R: Runtime>(
    app: AppHandle<R>,
    token: Option<String>,
) -> Result<Option<ImportedView>> {
    work(&app, move |app, shell| {
        let Some(path) = chosen(app, token, Pick::Facts)? else { return Result::Ok(None) };
        let file = Document::open(&path)?;
        if let Some(offers) = shell.desk().file_offers(&file)? {
            return Ok(Some(offers.into()));
        }
        let imported = shell.desk().import_profile(&file, now());
        tell_home(app);
        Ok(Some(imported?.into()))
    })
    .await
}

/// Saves the profile as JSON Resume.
#[tauri::command]
pub(crate) async fn export_profile<R: Runtime>(
    app: AppHandle<R>,
    language: crate::wire::profile::FactLanguage,
) -> Result<bool> {
    let text = ask(&app, move |desk| desk.export_profile(language.into())).await?;
    work(&app, move |app, _| save(app, "resume.json".as_ref(), text.as_bytes())).await
}

/// Takes a portrait into the profile.
#[tauri::command]
pub(crate) async fn choose_photo<R: Runtime>(
    app: AppHandle<R>,
    token: Option<String>,
) -> Result<Option<ProfileView>> {
    work(&app, move |app, shell| {
        let Some(path) = chosen(app, token, Pick::Photo)? else { return Result::Ok(None) };
        let shown = shell.desk().set_photo(&Document::open(&path)?, now());
        tell_home(app);
        Ok(Some(shown?.into()))
    })
    .await
}

/// The portrait.
#[tauri::command]
pub(crate) async fn photo<R: Runtime>(app: AppHandle<R>) -> Result<Response> {
    ask(&app, Desk::photo).await.map(Response::new)
}
