//! The native menu, in the language of the screens.
//!
//! Undo and redo have no keys here: in a text field Ctrl+Z is the field's own, and only the page
//! knows where the cursor is. It has the keys, and the menu only tells it.

use tauri::{
    AppHandle, Manager as _, Runtime,
    menu::{Menu, MenuBuilder, MenuItemBuilder, Submenu, SubmenuBuilder},
};

use crate::{
    language::Language,
    shell::Shell,
    window,
    wire::{home::MenuAction, told::Told},
};

/// An item: its id, its words in English and Chinese, its keys.
type Item = (&'static str, &'static str, &'static str, Option<&'static str>);

const NEW: Item = ("newApplication", "&New Application", "新建申请(&N)", Some("CmdOrCtrl+N"));
const OPEN: Item = ("openForm", "&Open Form…", "打开表格(&O)…", Some("CmdOrCtrl+O"));
const QUIT: Item = ("quit", "&Quit", "退出(&Q)", Some("CmdOrCtrl+Q"));
const UNDO: Item = ("undo", "&Undo", "撤销(&U)", None);
const REDO: Item = ("redo", "&Redo", "重做(&R)", None);
const START: Item = ("start", "&Start", "开始(&S)", None);
const PROFILE: Item = ("profile", "&Profile", "个人资料(&P)", None);
const SETTINGS: Item = ("settings", "S&ettings", "设置(&E)", Some("CmdOrCtrl+,"));
const ABOUT: Item = ("about", "&About Candidacy", "关于 Candidacy(&A)", None);

/// Puts the menu on the window, in place of one in another language.
pub(crate) fn set<R: Runtime>(app: &AppHandle<R>, language: Language) -> tauri::Result<()> {
    let menu = menu(app, language)?;
    app.set_menu(menu).map(drop)
}

/// An item was chosen.
pub(crate) fn chosen<R: Runtime>(app: &AppHandle<R>, id: &str) {
    if let Some(action) = action(id) {
        app.state::<Shell>().tell(Told::Menu { action });
    } else if id == QUIT.0 {
        window::close(app);
    } else {
        edit(app, id);
    }
}

/// What an item asks the page to do.
fn action(id: &str) -> Option<MenuAction> {
    Some(match id {
        "newApplication" => MenuAction::NewApplication,
        "openForm" => MenuAction::OpenForm,
        "undo" => MenuAction::Undo,
        "redo" => MenuAction::Redo,
        "start" => MenuAction::Start,
        "profile" => MenuAction::Profile,
        "settings" => MenuAction::Settings,
        "about" => MenuAction::About,
        _ => return None,
    })
}

#[cfg(not(target_os = "macos"))]
fn menu<R: Runtime>(app: &AppHandle<R>, language: Language) -> tauri::Result<Menu<R>> {
    let part = |en, zh| SubmenuBuilder::new(app, language.choose(en, zh));
    let file = with(app, language, part("&File", "文件(&F)"), &[NEW, OPEN])?.separator();
    let file = with(app, language, file, &[QUIT])?.build()?;
    let view = part("&View", "查看(&V)");
    let view = with(app, language, view, &[START, PROFILE, SETTINGS])?.build()?;
    let help = with(app, language, part("&Help", "帮助(&H)"), &[ABOUT])?.build()?;
    let edit = editing(app, language)?;
    MenuBuilder::new(app).items(&[&file, &edit, &view, &help]).build()
}

/// On a Mac the first menu is the app's own.
#[cfg(target_os = "macos")]
fn menu<R: Runtime>(app: &AppHandle<R>, language: Language) -> tauri::Result<Menu<R>> {
    let part = |en, zh| SubmenuBuilder::new(app, language.choose(en, zh));
    let own = with(app, language, part("Candidacy", "Candidacy"), &[ABOUT])?.separator();
    let own = with(app, language, own, &[SETTINGS])?.separator();
    let own = own.hide().hide_others().show_all().separator();
    let own = with(app, language, own, &[QUIT])?.build()?;
    let file = with(app, language, part("File", "文件"), &[NEW, OPEN])?.build()?;
    let view = with(app, language, part("View", "查看"), &[START, PROFILE])?.build()?;
    let edit = editing(app, language)?;
    MenuBuilder::new(app).items(&[&own, &file, &edit, &view]).build()
}

fn with<'m, R: Runtime>(
    app: &'m AppHandle<R>,
    language: Language,
    mut menu: SubmenuBuilder<'m, R, AppHandle<R>>,
    items: &[Item],
) -> tauri::Result<SubmenuBuilder<'m, R, AppHandle<R>>> {
    for (id, en, zh, keys) in items {
        let words = language.choose(en, zh);
        // A Mac has no letters to press in its menus.
        let plain = words.replace("(&", "\u{0}").replace('&', "");
        let plain = plain.split('\u{0}').next().unwrap_or_default().to_owned();
        let words = if cfg!(target_os = "macos") { plain } else { words.to_string() };
        let item = MenuItemBuilder::with_id(*id, words);
        let item = if let Some(keys) = keys { item.accelerator(keys) } else { item };
        menu = menu.item(&item.build(app)?);
    }
    Ok(menu)
}

fn editing<R: Runtime>(app: &AppHandle<R>, language: Language) -> tauri::Result<Submenu<R>> {
    let menu = SubmenuBuilder::new(app, language.choose("&Edit", "编辑(&E)"));
    let menu = with(app, language, menu, &[UNDO, REDO])?.separator();
    // GTK's own items send keys to whatever window is in front, and only under X; ours ask the page.
    #[cfg(target_os = "linux")]
    let menu = with(
        app,
        language,
        menu,
        &[
            ("Cut", "Cu&t", "剪切(&T)", None),
            ("Copy", "&Copy", "复制(&C)", None),
            ("Paste", "&Paste", "粘贴(&P)", None),
            ("SelectAll", "Select &All", "全选(&A)", None),
        ],
    )?;
    #[cfg(not(target_os = "linux"))]
    let menu = menu
        .cut_with_text(language.choose("Cut", "剪切"))
        .copy_with_text(language.choose("Copy", "复制"))
        .paste_with_text(language.choose("Paste", "粘贴"))
        .select_all_with_text(language.choose("Select All", "全选"));
    menu.build()
}

/// Has the page's own editor do it, where the cursor is.
#[cfg(target_os = "linux")]
fn edit<R: Runtime>(app: &AppHandle<R>, command: &str) {
    use webkit2gtk::WebViewExt as _;
    let Some(window) = app.get_webview_window(window::MAIN) else { return };
    let command = command.to_owned();
    drop(window.with_webview(move |page| page.inner().execute_editing_command(&command)));
}

/// The system's own items do it.
#[cfg(not(target_os = "linux"))]
fn edit<R: Runtime>(_: &AppHandle<R>, _: &str) {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_item_does_what_its_id_says() {
        for (id, ..) in [NEW, OPEN, UNDO, REDO, START, PROFILE, SETTINGS, ABOUT] {
            let action = action(id).unwrap();
            assert_eq!(serde_json::to_value(action).unwrap(), id);
        }
        assert_eq!(action("quit"), None);
    }

    #[test]
    fn keys_of_text_fields_stay_theirs() {
        let taken = ["A", "B", "C", "I", "V", "X", "Y", "Z", "Shift+Z"];
        for (id, .., keys) in [NEW, OPEN, QUIT, UNDO, REDO, START, PROFILE, SETTINGS, ABOUT] {
            let keys = keys.map(|it| it.trim_start_matches("CmdOrCtrl+"));
            assert!(!keys.is_some_and(|it| taken.contains(&it)), "{id}");
        }
    }
}
