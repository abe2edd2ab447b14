//! The shell: windows, commands, and the wiring between them and the engine. No thinking.
//!
//! A command unpacks what a screen asks and puts it to [`engine::desk::Desk`] on a thread that
//! may wait; what comes back crosses as a type of `wire`.
//!
//! **Invariants.** The page gets no path, no secret but a new recovery key, and no command that
//! `commands/names.rs` and `capabilities/main.json` do not list. It has no permission of Tauri's
//! own: what comes by itself reaches it through one channel. The window's thread never waits.

mod clipboard;
mod commands;
mod convert;
mod dialogs;
mod dragging;
mod handed;
mod language;
mod log;
mod menu;
mod page;
mod settings;
mod shell;
mod system;
#[cfg(test)]
mod tests;
mod window;
mod wire;

use std::{path::PathBuf, process::ExitCode};

use tauri::{Builder, Manager as _, Runtime};

use shell::Shell;

/// Opens the app and returns when its window is closed.
pub fn run() -> ExitCode {
    log::on_panic();
    let builder = Builder::default()
        // First, so that a second start ends before it does anything.
        .plugin(tauri_plugin_single_instance::init(|app, arguments, folder| {
            window::bring_forward(app);
            handed::hand_over(app, handed::paths(arguments.into_iter().skip(1), &folder));
        }))
        .plugin(tauri_plugin_dialog::init())
        .plugin(window::remembered());
    let built =
        wired(builder).setup(|app| Ok(set_up(app.handle())?)).build(page::with_data(context()));
    match built {
        Ok(app) => {
            app.run(window::on_event);
            ExitCode::SUCCESS
        }
        Err(error) => {
            tracing::error!(%error, "not started");
            ExitCode::FAILURE
        }
    }
}

/// `tauri.conf.json`, the page and the permissions, as they were when this was built.
fn context<R: Runtime>() -> tauri::Context<R> {
    tauri::generate_context!()
}

/// What the app and its tests have in common.
fn wired<R: Runtime>(builder: Builder<R>) -> Builder<R> {
    builder
        .invoke_handler(commands::handler())
        .on_menu_event(|app, event| menu::chosen(app, event.id().as_ref()))
        .on_window_event(window::on_window_event)
}

/// The candidate's documents, as the system calls them and wherever it keeps them; their home
/// where it has none.
fn documents<R: Runtime>(app: &tauri::AppHandle<R>) -> PathBuf {
    let named = app.path().document_dir().into_iter();
    let home = app.path().home_dir().unwrap_or_default();
    let mut all = named.chain([home.join("Documents")]);
    all.find(|it| it.is_dir()).unwrap_or(home)
}

/// Gets everything ready and opens the window. Nothing here reads what the candidate keeps.
fn set_up<R: Runtime>(app: &tauri::AppHandle<R>) -> tauri::Result<()> {
    log::begin(&app.path().app_log_dir()?);
    let data = engine::desk::folder_in(&app.path().data_dir()?);
    let shell = Shell::new(&data, &documents(app));
    menu::set(app, shell.language())?;
    app.manage(shell);
    window::open(app)?;
    let here = std::env::current_dir().unwrap_or_default();
    handed::hand_over(app, handed::paths(std::env::args_os().skip(1), &here));
    Ok(())
}
