//! A window of Tauri with one line of text and nothing of ours: what the app's start and
//! memory are compared with.

fn main() -> tauri::Result<()> {
    tauri::Builder::default().run(tauri::generate_context!("examples/bare/tauri.conf.json"))
}
