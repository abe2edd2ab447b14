//! A file of a package dragged out of the window: into the upload box of a web page, into a mail.
//!
//! The page says only that a drag began, and of which file by name; the path goes from here to
//! the program that it is dropped on, and never through the page.

use std::{
    path::Path,
    sync::atomic::{AtomicBool, Ordering::Relaxed},
};

use tauri::{AppHandle, Runtime};

use crate::wire::error::{Code, CommandError};

/// Whether files can be dragged out on this system. Elsewhere the folder is shown.
pub(crate) const IS_HERE: bool = cfg!(target_os = "linux");

/// A file of ours is on its way.
static OURS: AtomicBool = AtomicBool::new(false);

/// Whether what is dragged over the window came out of it: it is not handed to us again.
pub(crate) fn is_ours() -> bool {
    OURS.load(Relaxed)
}

/// Goes on with a drag that began on the page, with this file in hand.
pub(crate) fn begin<R: Runtime>(app: &AppHandle<R>, file: &Path) -> Result<(), CommandError> {
    system::begin(app, file).map_err(|error| {
        tracing::warn!(error, "not dragged");
        CommandError::plain(Code::Internal)
    })
}

#[cfg(target_os = "linux")]
mod system {
    use std::{cell::RefCell, path::Path, rc::Rc, sync::atomic::Ordering::Relaxed};

    use gtk::{
        ApplicationWindow, TargetList,
        gdk::DragAction,
        glib::filename_to_uri,
        prelude::{ObjectExt as _, WidgetExt as _},
    };
    use tauri::{AppHandle, Manager as _, Runtime};

    use super::OURS;
    use crate::window::MAIN;

    /// The mouse's first button, which holds what is dragged.
    const BUTTON: i32 = 1;
    /// No place: the drag begins where the mouse is.
    const HERE: i32 = -1;

    pub(super) fn begin<R: Runtime>(app: &AppHandle<R>, file: &Path) -> Result<(), String> {
        let file = filename_to_uri(file, None).map_err(|error| error.to_string())?.to_string();
        let handle = app.clone();
        app.run_on_main_thread(move || drag(&handle, file)).map_err(|error| error.to_string())
    }

    fn drag<R: Runtime>(app: &AppHandle<R>, file: String) {
        let window = app.get_webview_window(MAIN).and_then(|it| it.gtk_window().ok());
        let Some(window) = window else { return };
        let targets = TargetList::new(&[]);
        targets.add_uri_targets(0);
        let given = window.connect_drag_data_get(move |_, _, data, _, _| {
            data.set_uris(&[&file]);
        });
        // Until this drag has ended; the next one is of another file.
        let waiting = Rc::new(RefCell::new(vec![given]));
        let end = {
            let waiting = waiting.clone();
            move |window: &ApplicationWindow| {
                OURS.store(false, Relaxed);
                for one in waiting.take() {
                    window.disconnect(one);
                }
            }
        };
        let ended = window.connect_drag_end({
            let end = end.clone();
            move |window, _| end(window)
        });
        waiting.borrow_mut().push(ended);
        OURS.store(true, Relaxed);
        let begun = window.drag_begin_with_coordinates(
            &targets,
            DragAction::COPY,
            BUTTON,
            None,
            HERE,
            HERE,
        );
        if begun.is_none() {
            end(&window);
            tracing::warn!("the system began no drag");
        }
    }
}

#[cfg(not(target_os = "linux"))]
mod system {
    use std::path::Path;

    use tauri::{AppHandle, Runtime};

    pub(super) fn begin<R: Runtime>(_: &AppHandle<R>, _: &Path) -> Result<(), String> {
        Err("files are not dragged out on this system".to_owned())
    }
}
