//! The one window: how it opens, what it may show, how it closes.

use std::{thread, time::Duration};

use tauri::{
    AppHandle, DragDropEvent, Manager as _, RunEvent, Runtime, Url, WebviewWindowBuilder, Window,
    WindowEvent,
    plugin::TauriPlugin,
    webview::{NewWindowResponse, PageLoadEvent},
};
use tauri_plugin_window_state::StateFlags;

use crate::{dragging, handed, shell::Shell, wire::told::Told};

/// Its label. `tauri.conf.json` and the capability use it too.
pub(crate) const MAIN: &str = "main";
/// A page that hangs does not keep its window open for longer, unless something is still being
/// kept for it.
const PATIENCE: Duration = Duration::from_secs(3);
/// So often it is looked whether that is done. The page has as long to ask for what follows.
pub(crate) const PAUSE: Duration = Duration::from_millis(200);

/// Remembers size and place.
pub(crate) fn remembered<R: Runtime>() -> TauriPlugin<R> {
    let flags = StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED;
    tauri_plugin_window_state::Builder::new().with_state_flags(flags).build()
}

/// Opens it as `tauri.conf.json` says. There it is not made by itself, since these cannot be
/// said there: it shows our page and nothing else, opens no other window, downloads nothing.
pub(crate) fn open<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<()> {
    let windows = &app.config().app.windows;
    let config = windows.iter().find(|it| it.label == MAIN).ok_or(tauri::Error::WindowNotFound)?;
    let window = WebviewWindowBuilder::from_config(app, config)?;
    // WebKit lets nobody drive a window that keeps nothing. Builds for people cannot be driven.
    #[cfg(any(debug_assertions, feature = "e2e"))]
    let window = window.incognito(!is_driven());
    window
        // It keeps nothing, and makes its folders all the same: not among the candidate's data.
        .data_directory(app.path().app_cache_dir()?)
        .on_navigation(is_our_page)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        .on_document_title_changed(|window, title| drop(window.set_title(&title)))
        .on_page_load(|window, payload| match payload.event() {
            // The page that listened is gone.
            PageLoadEvent::Started => window.state::<Shell>().listen(None),
            PageLoadEvent::Finished => warm_up(),
        })
        .build()
        .map(drop)
}

/// Whether a test drives the window.
#[cfg(any(debug_assertions, feature = "e2e"))]
fn is_driven() -> bool {
    std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_some_and(|it| it == "true")
}

/// Whether an address is inside the app.
fn is_our_page(url: &Url) -> bool {
    match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        "http" | "https" => url.host_str() == Some("tauri.localhost") && url.port().is_none(),
        _ => false,
    }
}

/// Loads, while the candidate looks at the first screen, what the second one needs.
fn warm_up() {
    thread::spawn(engine::warm_up);
}

/// Shows it to who starts the app a second time.
pub(crate) fn bring_forward<R: Runtime>(app: &AppHandle<R>) {
    let Some(window) = app.get_webview_window(MAIN) else { return };
    for shown in [window.unminimize(), window.show(), window.set_focus()] {
        drop(shown);
    }
}

/// Closes it as its own button does.
pub(crate) fn close<R: Runtime>(app: &AppHandle<R>) {
    if let Some(window) = app.get_webview_window(MAIN) {
        drop(window.close());
    }
}

/// Closes it now.
pub(crate) fn end<R: Runtime>(app: &AppHandle<R>) {
    if let Some(window) = app.get_webview_window(MAIN) {
        drop(window.destroy());
    }
}

/// Files are dropped on it; somebody closes it.
pub(crate) fn on_window_event<R: Runtime>(window: &Window<R>, event: &WindowEvent) {
    let app = window.app_handle();
    let shell = app.state::<Shell>();
    match event {
        WindowEvent::DragDrop(_) if dragging::is_ours() => {}
        WindowEvent::DragDrop(DragDropEvent::Enter { paths, .. }) if !paths.is_empty() => {
            shell.tell(Told::Hover { hovers: true });
        }
        WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) => {
            shell.tell(Told::Hover { hovers: false });
            handed::hand_over(app, paths.clone());
        }
        WindowEvent::DragDrop(DragDropEvent::Leave) => {
            shell.tell(Told::Hover { hovers: false });
        }
        WindowEvent::CloseRequested { api, .. } if shell.tell(Told::Closing) => {
            // The page hands over what is being typed, and closes then.
            api.prevent_close();
            let app = app.clone();
            thread::spawn(move || {
                thread::sleep(PATIENCE);
                wait_for_what_is_kept(&app.state::<Shell>());
                end(&app);
            });
        }
        _ => {}
    }
}

/// Waits until nothing is being done that would be lost. A keyring takes seconds to answer, and
/// what was typed waits for it.
pub(crate) fn wait_for_what_is_kept(shell: &Shell) {
    let mut quiet = 0;
    while quiet < 2 {
        quiet = if shell.is_at_work() { 0 } else { quiet + 1 };
        thread::sleep(PAUSE);
    }
}

/// What the system tells the app as a whole.
#[cfg_attr(
    not(target_os = "macos"),
    expect(unused_variables, clippy::needless_pass_by_value, reason = "only a Mac opens files so")
)]
pub(crate) fn on_event<R: Runtime>(app: &AppHandle<R>, event: RunEvent) {
    match event {
        #[cfg(target_os = "macos")]
        RunEvent::Opened { urls } => {
            let paths: Vec<std::path::PathBuf> =
                urls.iter().filter_map(|it| it.to_file_path().ok()).collect();
            handed::hand_over(app, paths);
        }
        RunEvent::Exit => tracing::info!("closed"),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_shows_our_page_and_nothing_else() {
        for ours in [
            "tauri://localhost/",
            "tauri://localhost/index.html#/profile",
            "http://tauri.localhost/",
        ] {
            assert!(is_our_page(&ours.parse().unwrap()), "{ours}");
        }
        for other in [
            "https://example.org/",
            "http://tauri.localhost.example.org/",
            "http://tauri.localhost:8080/",
            "http://localhost:5173/",
            "file:///etc/passwd",
            "data:text/html,x",
            "javascript:alert(1)",
            "about:blank",
            "ipc://localhost/home",
        ] {
            assert!(!is_our_page(&other.parse().unwrap()), "{other}");
        }
    }
}
