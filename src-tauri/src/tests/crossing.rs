//! Calls as the page makes them, answered without a screen.

use std::{sync::mpsc, thread};

use serde_json::{Value, json};
use tauri::{
    App, Manager as _, WebviewUrl, WebviewWindow, WebviewWindowBuilder,
    async_runtime::{block_on, spawn},
    ipc::{CallbackFn, InvokeBody},
    test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder},
    webview::InvokeRequest,
};
use tempfile::TempDir;

use crate::{
    shell::{Shell, look, work},
    window::{MAIN, PAUSE, wait_for_what_is_kept},
    wire::error::{Code, CommandError},
};

/// A page of an app that was never used. It goes when this goes.
pub(super) struct Page {
    pub(super) window: WebviewWindow<MockRuntime>,
    _app: App<MockRuntime>,
    _home: TempDir,
}

pub(super) fn page() -> Page {
    let home = tempfile::tempdir().unwrap();
    let app = crate::wired(mock_builder()).build(crate::context()).unwrap();
    app.manage(Shell::new(home.path(), home.path()));
    let window = WebviewWindowBuilder::new(&app, MAIN, WebviewUrl::default()).build().unwrap();
    Page { window, _app: app, _home: home }
}

/// One call, as the page makes it.
pub(super) fn call(
    window: &WebviewWindow<MockRuntime>,
    command: &str,
    arguments: &Value,
) -> Result<Value, Value> {
    let ours = if cfg!(windows) { "http://tauri.localhost" } else { "tauri://localhost" };
    let request = InvokeRequest {
        cmd: command.into(),
        callback: CallbackFn(0),
        error: CallbackFn(1),
        url: ours.parse().unwrap(),
        body: InvokeBody::Json(arguments.clone()),
        headers: tauri::http::HeaderMap::default(),
        invoke_key: INVOKE_KEY.into(),
    };
    get_ipc_response(window, request).map(|body| body.deserialize().unwrap_or(Value::Null))
}

#[test]
fn the_first_start_is_new_and_shows_the_library() {
    let Page { window, .. } = &page();
    let home = call(window, "home", &json!({})).unwrap();
    assert_eq!(home["stage"], "new");
    assert_eq!(home["settings"]["language"], "system");
    assert!(home["settings"]["packages"].as_str().is_some_and(|it| !it.contains('/')), "{home}");
    assert!(home["postings"].as_array().is_some_and(|it| it.len() > 1), "{home}");
}

#[test]
fn settings_are_kept() {
    let Page { window, .. } = &page();
    let wanted = json!({ "language": "zh-Hans", "theme": "dark", "packages": "elsewhere" });
    let home = call(window, "set_settings", &json!({ "settings": wanted })).unwrap();
    assert_eq!(home["settings"]["language"], "zh-Hans");
    assert_eq!(home["settings"]["theme"], "dark");
    // The folder is chosen in a dialog and never by a name that the page says.
    assert_ne!(home["settings"]["packages"], "elsewhere");
}

#[test]
fn an_error_crosses_with_its_code() {
    let Page { window, .. } = &page();
    call(window, "try_sample", &json!({})).unwrap();
    let error = call(window, "documents", &json!({ "application": "none" })).unwrap_err();
    assert_eq!(error["code"], "notFound", "{error}");
    let begin = json!({ "begin": { "posting": null, "form": "file-9", "recent": null } });
    let error = call(window, "begin_application", &begin).unwrap_err();
    assert_eq!(error["code"], "notFound", "{error}");
    assert_eq!(error["trouble"], Value::Null);
    let details = call(window, "error_details", &json!({})).unwrap();
    assert!(details.as_str().unwrap().contains("NotFound src"), "{details}");
}

#[test]
fn the_sample_candidate_comes_and_goes() {
    let Page { window, .. } = &page();
    assert_eq!(call(window, "try_sample", &json!({})).unwrap()["stage"], "sample");
    let profile = call(window, "profile", &json!({})).unwrap();
    assert!(profile["facts"].is_object(), "{profile}");
    assert_eq!(call(window, "leave_sample", &json!({})).unwrap()["stage"], "new");
}

#[test]
fn dates_are_read_as_people_type_them() {
    let Page { window, .. } = &page();
    let read = |text: &str| call(window, "read_date", &json!({ "text": text })).unwrap();
    assert_eq!(read("2026年3月"), "2026-03");
    assert_eq!(read("soon"), Value::Null);
}

/// Both are begun and neither is done: only what would be lost is waited for.
#[test]
fn the_window_waits_for_what_is_being_kept() {
    let Page { window, .. } = &page();
    let app = window.app_handle().clone();
    let shell = app.state::<Shell>();
    let (look_on, looks) = mpsc::channel::<()>();
    let looking = spawn(look(&app, move |_, _| looks.recv().map_err(|_| internal())));
    assert!(!shell.is_at_work(), "who only looks is not waited for");
    let (go_on, waits) = mpsc::channel::<()>();
    let keeping = spawn(work(&app, move |_, _| waits.recv().map_err(|_| internal())));
    assert!(shell.is_at_work());
    let waiting = {
        let app = app.clone();
        thread::spawn(move || wait_for_what_is_kept(&app.state::<Shell>()))
    };
    thread::sleep(PAUSE * 5);
    assert!(!waiting.is_finished(), "it is not kept yet");
    go_on.send(()).unwrap();
    waiting.join().unwrap();
    block_on(keeping).unwrap().unwrap();
    assert!(!shell.is_at_work());
    look_on.send(()).unwrap();
    block_on(looking).unwrap().unwrap();
}

fn internal() -> CommandError {
    CommandError::plain(Code::Internal)
}
