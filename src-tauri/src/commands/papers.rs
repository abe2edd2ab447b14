//! The papers around a form: letters, copies, what a CV offers.

use engine::Document;
use tauri::{AppHandle, Runtime, ipc::Response};

use super::{Result, chosen};
use crate::{
    convert::{count, place},
    dialogs::Pick,
    shell::{Shell, ask, change, look, now},
    wire::{
        package::PackageView,
        papers::{LetterEdit, OffersView, PapersEdit, PrintView},
        profile::FactLanguage,
    },
};

/// Writes a cover letter, or writes it anew.
#[tauri::command]
pub(crate) async fn write_letter<R: Runtime>(
    app: AppHandle<R>,
    application: String,
    language: FactLanguage,
) -> Result<PackageView> {
    change(&app, move |desk| desk.write_letter(&application, language.into(), now()))
        .await
        .map(Into::into)
}

/// Puts what speaks for a qualification into the letter. Both count from 0, as shown.
#[tauri::command]
pub(crate) async fn add_evidence<R: Runtime>(
    app: AppHandle<R>,
    application: String,
    qualification: usize,
    reason: usize,
) -> Result<PackageView> {
    change(&app, move |desk| desk.add_evidence(&application, (qualification, reason), now()))
        .await
        .map(Into::into)
}

/// Changes a cover letter.
#[tauri::command]
pub(crate) async fn edit_letter<R: Runtime>(
    app: AppHandle<R>,
    application: String,
    language: FactLanguage,
    edit: LetterEdit,
) -> Result<PackageView> {
    change(&app, move |desk| desk.edit_letter(&application, language.into(), &edit.into(), now()))
        .await
        .map(Into::into)
}

/// Takes a cover letter out.
#[tauri::command]
pub(crate) async fn remove_letter<R: Runtime>(
    app: AppHandle<R>,
    application: String,
    language: FactLanguage,
) -> Result<PackageView> {
    change(&app, move |desk| desk.remove_letter(&application, language.into(), now()))
        .await
        .map(Into::into)
}

/// A cover letter as it prints.
#[tauri::command]
pub(crate) async fn letter_pdf<R: Runtime>(
    app: AppHandle<R>,
    application: String,
    language: FactLanguage,
) -> Result<Response> {
    ask(&app, move |desk| desk.letter_pdf(&application, language.into(), now()))
        .await
        .map(Response::new)
}

/// Decides what is made when it is packed.
#[tauri::command]
pub(crate) async fn edit_papers<R: Runtime>(
    app: AppHandle<R>,
    application: String,
    edit: PapersEdit,
) -> Result<PackageView> {
    change(&app, move |desk| desk.edit_papers(&application, edit.into(), now()))
        .await
        .map(Into::into)
}

/// Has the form printed with the answers as they are.
#[tauri::command]
pub(crate) async fn print_form<R: Runtime>(
    app: AppHandle<R>,
    application: String,
) -> Result<PrintView> {
    look(&app, move |_, shell| {
        let printing = shell.desk().printing(&application, now())?;
        let copy = printing.print()?;
        Result::Ok(shell.desk().printed(printing, copy).into())
    })
    .await
}

/// Its pages.
#[tauri::command]
pub(crate) async fn print_pages<R: Runtime>(
    app: AppHandle<R>,
    application: String,
) -> Result<Response> {
    ask(&app, move |desk| desk.print_pages(&application)).await.map(Response::new)
}

/// What a document that goes along offers for the profile.
#[tauri::command]
pub(crate) async fn document_offers<R: Runtime>(
    app: AppHandle<R>,
    application: String,
    document: String,
) -> Result<OffersView> {
    look(&app, move |_, shell| {
        let cv = shell.desk().document(&application, &document)?;
        offers(shell, &cv)
    })
    .await
}

/// What a CV offers for the profile.
#[tauri::command]
pub(crate) async fn cv_offers<R: Runtime>(
    app: AppHandle<R>,
    token: Option<String>,
) -> Result<Option<OffersView>> {
    look(&app, move |app, shell| {
        let Some(path) = chosen(app, token, Pick::Cv)? else { return Result::Ok(None) };
        offers(shell, &Document::open(&path)?).map(Some)
    })
    .await
}

/// Reads a CV. That takes its time; whoever asks the desk meanwhile need not wait for it.
fn offers(shell: &Shell, cv: &Document) -> Result<OffersView> {
    let reader = shell.desk().reader();
    let read = reader.offers(cv)?;
    Ok(shell.desk().offer(cv, read).into())
}

/// Takes some of it into the profile.
#[tauri::command]
pub(crate) async fn take_offers<R: Runtime>(
    app: AppHandle<R>,
    offers: String,
    places: Vec<u32>,
) -> Result<u32> {
    let places: Vec<usize> = places.into_iter().map(place).collect();
    change(&app, move |desk| desk.take_offers(&offers, &places, now())).await.map(count)
}
