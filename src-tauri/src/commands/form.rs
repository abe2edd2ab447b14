//! The form of an application.

use engine::Document;
use tauri::{AppHandle, Runtime, ipc::Response};

use super::{Result, save};
use crate::{
    shell::{ask, change, lock, now, tell_home, work},
    wire::{
        form::{FormView, GivenAnswer, MemoryView},
        grid::Grid,
    },
};

/// Its fields.
#[tauri::command]
pub(crate) async fn form<R: Runtime>(
    app: AppHandle<R>,
    application: String,
) -> Result<Option<FormView>> {
    ask(&app, move |desk| desk.form(&application, now())).await.map(|it| it.map(Into::into))
}

/// Its pages with what will stand in them.
#[tauri::command]
pub(crate) async fn form_pages<R: Runtime>(
    app: AppHandle<R>,
    application: String,
) -> Result<Response> {
    ask(&app, move |desk| desk.form_pages(&application, now())).await.map(Response::new)
}

/// The sheets of a workbook with what will stand in them; nothing for a form with pages.
#[tauri::command]
pub(crate) async fn form_grid<R: Runtime>(
    app: AppHandle<R>,
    application: String,
) -> Result<Option<Grid>> {
    ask(&app, move |desk| desk.form_grid(&application, now())).await.map(|it| it.map(Into::into))
}

/// Gives the application another form.
#[tauri::command]
pub(crate) async fn set_form<R: Runtime>(
    app: AppHandle<R>,
    application: String,
    token: String,
) -> Result<FormView> {
    work(&app, move |app, shell| {
        let path = lock(&shell.handed).path(&token)?;
        let set = shell.desk().set_form(&application, &Document::open(&path)?, now());
        tell_home(app);
        Result::Ok(set?.into())
    })
    .await
}

/// Answers a field.
#[tauri::command]
pub(crate) async fn answer<R: Runtime>(
    app: AppHandle<R>,
    application: String,
    field: String,
    answer: GivenAnswer,
) -> Result<FormView> {
    let answer = answer.into();
    change(&app, move |desk| desk.answer(&application, &field, &answer, now()))
        .await
        .map(Into::into)
}

/// Writes an answer into the profile.
#[tauri::command]
pub(crate) async fn save_to_profile<R: Runtime>(
    app: AppHandle<R>,
    application: String,
    field: String,
) -> Result<FormView> {
    change(&app, move |desk| desk.save_to_profile(&application, &field, now()))
        .await
        .map(Into::into)
}

/// Releases sensitive facts, or holds them back.
#[tauri::command]
pub(crate) async fn release<R: Runtime>(
    app: AppHandle<R>,
    application: String,
    keys: Vec<String>,
    released: bool,
) -> Result<FormView> {
    change(&app, move |desk| desk.release(&application, &keys, released, now()))
        .await
        .map(Into::into)
}

/// Approves the answers as they were looked at and writes them into a copy of the form.
#[tauri::command]
pub(crate) async fn approve<R: Runtime>(
    app: AppHandle<R>,
    application: String,
    revision: u32,
) -> Result<FormView> {
    change(&app, move |desk| desk.approve(&application, revision, now())).await.map(Into::into)
}

/// Saves the approved form by itself.
#[tauri::command]
pub(crate) async fn save_form<R: Runtime>(app: AppHandle<R>, application: String) -> Result<bool> {
    let form = ask(&app, move |desk| desk.approved_form(&application, now())).await?;
    work(&app, move |app, _| save(app, &form.path, &form.bytes)).await
}

/// What is remembered of earlier forms.
#[tauri::command]
pub(crate) async fn memory<R: Runtime>(app: AppHandle<R>) -> Result<MemoryView> {
    ask(&app, |desk| desk.memory()).await.map(Into::into)
}

/// Forgets one answer, or everything.
#[tauri::command]
pub(crate) async fn forget<R: Runtime>(
    app: AppHandle<R>,
    answer: Option<String>,
) -> Result<MemoryView> {
    change(&app, move |desk| desk.forget(answer.as_deref(), now())).await.map(Into::into)
}
