//! The page as the window is given it: what is inside the program, and the fonts, licences and
//! tables of characters, which lie beside it so that the program stays small.

use std::borrow::Cow;

use tauri::{
    App, Assets, Context, Runtime,
    utils::assets::{AssetKey, AssetsIter, CspHash},
};

/// The address of the Chinese font on the page. `ui/src/styles/fonts.css` names it. It is read
/// when a letter is shown that no font of the computer has, and is never asked for otherwise.
const FONT: &str = "/NotoSansSC-Regular.ttf";
/// The addresses of what `ui/beside.ts` laid beside the program.
const ASSETS: &str = "/assets/";
/// Where it laid that.
const BESIDE: &str = "ui/dist-beside/assets";

/// Adds what lies beside the program to the page's files.
pub(crate) fn with_data<R: Runtime>(mut context: Context<R>) -> Context<R> {
    let inside = context.set_assets(Box::new(Page { inside: None }));
    context.set_assets(Box::new(Page { inside: Some(inside) }));
    context
}

struct Page<R: Runtime> {
    /// What was there when the program was built.
    inside: Option<Box<dyn Assets<R>>>,
}

impl<R: Runtime> Assets<R> for Page<R> {
    fn setup(&self, app: &App<R>) {
        if let Some(inside) = &self.inside {
            inside.setup(app);
        }
    }

    fn get(&self, key: &AssetKey) -> Option<Cow<'_, [u8]>> {
        if key.as_ref() == FONT {
            return engine::chinese_font().map(Cow::Owned);
        }
        self.inside.as_ref()?.get(key).or_else(|| beside(key.as_ref()).map(Cow::Owned))
    }

    fn iter(&self) -> Box<AssetsIter<'_>> {
        self.inside.as_ref().map_or_else(|| Box::new(std::iter::empty()) as _, |it| it.iter())
    }

    fn csp_hashes(&self, html_path: &AssetKey) -> Box<dyn Iterator<Item = CspHash<'_>> + '_> {
        match &self.inside {
            Some(inside) => inside.csp_hashes(html_path),
            None => Box::new(std::iter::empty()),
        }
    }
}

/// A file beside the program, by its address on the page. A name and no path: the page reaches
/// nothing else.
fn beside(address: &str) -> Option<Vec<u8>> {
    let name = address.strip_prefix(ASSETS)?;
    let is_name = |it: char| it.is_ascii_alphanumeric() || "-_.".contains(it);
    let is_plain = !name.starts_with('.') && name.chars().all(is_name);
    std::fs::read(engine::beside(&format!("{BESIDE}/{}", is_plain.then_some(name)?))?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fonts_and_tables_lie_beside_the_program() {
        let folder = engine::beside(BESIDE).unwrap();
        let names: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|it| it.unwrap().file_name().into_string().unwrap())
            .collect();
        for kind in [".woff2", ".bcmap", ".pfb", ".json"] {
            let name = names.iter().find(|it| it.ends_with(kind)).unwrap();
            assert!(beside(&format!("{ASSETS}{name}")).is_some_and(|it| !it.is_empty()), "{name}");
        }
    }

    #[test]
    fn nothing_else_is_reached() {
        for address in
            ["/assets/../index.html", "/assets/.", "/assets/", "/assets//etc/passwd", "/x"]
        {
            assert_eq!(beside(address), None, "{address}");
        }
    }
}
