//! Applications: begun, changed, removed.

use engine::{Document, desk};
use tauri::{AppHandle, Runtime};

use super::{Result, chosen};
use crate::{
    dialogs::Pick,
    handed,
    shell::{change_home, lock, now, tell_home, work},
    wire::{
        application::{ApplicationEdit, Begin},
        home::{Handed, Home},
    },
};

/// Begins one.
#[tauri::command]
pub(crate) async fn begin_application<R: Runtime>(
    app: AppHandle<R>,
    begin: Begin,
) -> Result<String> {
    work(&app, move |app, shell| {
        let form = begin.form.map(|token| lock(&shell.handed).path(&token)).transpose()?;
        let form = form.map(|path| Document::open(&path)).transpose()?;
        let begin = desk::Begin { posting: begin.posting, form, recent: begin.recent };
        let made = shell.desk().begin_application(&begin, now());
        tell_home(app);
        Result::Ok(made?)
    })
    .await
}

/// Lets the candidate choose a form.
#[tauri::command]
pub(crate) async fn choose_form<R: Runtime>(app: AppHandle<R>) -> Result<Option<Handed>> {
    work(&app, |app, shell| {
        let Some(path) = chosen(app, None, Pick::Form)? else { return Result::Ok(None) };
        Ok(Some(lock(&shell.handed).take(&path, handed::kind_of(&path))))
    })
    .await
}

/// Changes title, deadline or state.
#[tauri::command]
pub(crate) async fn edit_application<R: Runtime>(
    app: AppHandle<R>,
    application: String,
    edit: ApplicationEdit,
) -> Result<Home> {
    change_home(&app, move |desk| desk.edit_application(&application, &edit.into(), now())).await
}

/// Removes one.
#[tauri::command]
pub(crate) async fn remove_application<R: Runtime>(
    app: AppHandle<R>,
    application: String,
) -> Result<Home> {
    change_home(&app, move |desk| desk.remove_application(&application, now())).await
}
