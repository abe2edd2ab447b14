//! What a window may ask of us. Each command unpacks, asks, and returns.

mod app;
mod applications;
mod documents;
mod form;
#[cfg(test)]
mod names;
mod package;
mod papers;
mod postings;
mod profile;
mod vault;

use std::path::{Path, PathBuf};

use engine::Existing;
use tauri::{AppHandle, Manager as _, Runtime, ipc::Invoke};

use crate::{
    dialogs,
    shell::{Shell, lock},
    wire::error::CommandError,
};

#[cfg(test)]
pub(crate) use names::COMMANDS;

type Result<T> = std::result::Result<T, CommandError>;

/// Every command. A name that `COMMANDS` does not have is refused before it comes here.
pub(crate) fn handler<R: Runtime>() -> impl Fn(Invoke<R>) -> bool + Send + Sync + 'static {
    tauri::generate_handler![
        app::home,
        app::try_sample,
        app::leave_sample,
        app::undo,
        app::redo,
        app::set_settings,
        app::choose_packages_folder,
        app::copy,
        app::error_details,
        app::listen,
        app::close,
        vault::unlock,
        vault::keep,
        vault::recovery_key,
        vault::recovery_written,
        vault::new_recovery_key,
        vault::change_protection,
        vault::backups,
        vault::restore_backup,
        vault::export_vault,
        vault::import_vault,
        profile::profile,
        profile::edit_profile,
        profile::read_date,
        profile::import_profile,
        profile::export_profile,
        profile::choose_photo,
        profile::photo,
        applications::begin_application,
        applications::choose_form,
        applications::edit_application,
        applications::remove_application,
        postings::posting_text,
        postings::read_posting,
        postings::posting,
        postings::keep_posting,
        postings::remove_posting,
        postings::save_posting,
        postings::take_posting,
        form::form,
        form::form_pages,
        form::form_grid,
        form::set_form,
        form::answer,
        form::save_to_profile,
        form::release,
        form::approve,
        form::save_form,
        form::memory,
        form::forget,
        documents::documents,
        documents::add_documents,
        documents::set_document_role,
        documents::move_document,
        documents::remove_document,
        documents::document_bytes,
        documents::document_text,
        package::package,
        package::edit_message,
        package::pack,
        package::open_draft,
        package::show_folder,
        package::drag_out,
        package::save_zip,
        package::board,
        package::open_referee_draft,
        package::mark_sent,
        package::forget_sent,
        package::save_sent,
        papers::write_letter,
        papers::edit_letter,
        papers::add_evidence,
        papers::remove_letter,
        papers::letter_pdf,
        papers::edit_papers,
        papers::print_form,
        papers::print_pages,
        papers::document_offers,
        papers::cv_offers,
        papers::take_offers,
    ]
}

/// Asks where to save, and saves. `false`: the candidate did not want to after all.
fn save<R: Runtime>(app: &AppHandle<R>, name: &Path, bytes: &[u8]) -> Result<bool> {
    let name = name.file_name().unwrap_or_default().to_string_lossy();
    let Some(path) = dialogs::save(app, &name) else { return Ok(false) };
    engine::save(&path, bytes, Existing::Replace)?;
    Ok(true)
}

/// The file that was handed over, or else the one that the candidate chooses now.
fn chosen<R: Runtime>(
    app: &AppHandle<R>,
    token: Option<String>,
    what: dialogs::Pick,
) -> Result<Option<PathBuf>> {
    match token {
        Some(token) => lock(&app.state::<Shell>().handed).path(&token).map(Some),
        None => Ok(dialogs::open(app, what)),
    }
}
