//! The app itself: where the candidate stands, settings, undo, what comes by itself.

use engine::desk::Desk;
use tauri::{AppHandle, Manager as _, Runtime, ipc::Channel};

use super::Result;
use crate::{
    clipboard, dialogs, handed, menu,
    shell::{Shell, change_home, home as home_of, now, tell_home, work},
    system, window,
    wire::{
        home::{Home, Settings},
        told::Told,
    },
};

/// Where the candidate stands.
#[tauri::command]
pub(crate) async fn home<R: Runtime>(app: AppHandle<R>) -> Result<Home> {
    work(&app, |_, shell| Result::Ok(home_of(shell))).await
}

/// Begins to look around with the sample candidate.
#[tauri::command]
pub(crate) async fn try_sample<R: Runtime>(app: AppHandle<R>) -> Result<Home> {
    change_home(&app, |desk| desk.try_sample(now())).await
}

/// Puts the sample candidate away.
#[tauri::command]
pub(crate) async fn leave_sample<R: Runtime>(app: AppHandle<R>) -> Result<Home> {
    change_home(&app, |desk| {
        desk.leave_sample();
        Ok(())
    })
    .await
}

/// Takes back what was done last.
#[tauri::command]
pub(crate) async fn undo<R: Runtime>(app: AppHandle<R>) -> Result<Home> {
    change_home(&app, Desk::undo).await
}

/// Does again what was taken back.
#[tauri::command]
pub(crate) async fn redo<R: Runtime>(app: AppHandle<R>) -> Result<Home> {
    change_home(&app, Desk::redo).await
}

/// Keeps language and theme.
#[tauri::command]
pub(crate) async fn set_settings<R: Runtime>(
    app: AppHandle<R>,
    settings: Settings,
) -> Result<Home> {
    work(&app, move |app, shell| {
        let before = shell.language();
        shell.keep_settings(|kept| {
            (kept.language, kept.theme) = (settings.language, settings.theme);
        })?;
        if shell.language() != before && app.menu().is_some() {
            drop(menu::set(app, shell.language()));
        }
        tell_home(app);
        Result::Ok(home_of(shell))
    })
    .await
}

/// Lets the candidate choose where packages go.
#[tauri::command]
pub(crate) async fn choose_packages_folder<R: Runtime>(app: AppHandle<R>) -> Result<Home> {
    work(&app, |app, shell| {
        if let Some(folder) = dialogs::folder(app, &shell.settings().packages_folder()) {
            shell.keep_settings(|kept| kept.packages = Some(folder))?;
            tell_home(app);
        }
        Result::Ok(home_of(shell))
    })
    .await
}

/// Puts words on the system's clipboard.
#[tauri::command]
pub(crate) async fn copy<R: Runtime>(app: AppHandle<R>, text: String) -> Result<()> {
    work(&app, move |app, _| clipboard::copy(app, text)).await
}

/// What to send us about a failure.
#[tauri::command]
pub(crate) async fn error_details<R: Runtime>(app: AppHandle<R>) -> Result<String> {
    work(&app, |_, shell| Result::Ok(system::details(&shell.failures()))).await
}

/// From now on the page listens to what comes by itself. What came before comes at once.
#[tauri::command]
pub(crate) async fn listen<R: Runtime>(app: AppHandle<R>, channel: Channel<Told>) -> Result<()> {
    handed::listen(&app.state::<Shell>(), channel);
    Ok(())
}

/// The page is ready to be closed.
#[tauri::command]
pub(crate) async fn close<R: Runtime>(app: AppHandle<R>) -> Result<()> {
    window::end(&app);
    Ok(())
}
