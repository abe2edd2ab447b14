//! The page as the window is given it: what is inside the program, and the one file that is too
//! large to be inside.

use std::borrow::Cow;

use tauri::{
    App, Assets, Context, Runtime,
    utils::assets::{AssetKey, AssetsIter, CspHash},
};

/// The address of the Chinese font on the page. `ui/src/styles/fonts.css` names it.
const FONT: &str = "/NotoSansSC-Regular.ttf";

/// Adds the Chinese font to the page's files. It is read when a letter is shown that no font of
/// the computer has, and is never asked for otherwise.
pub(crate) fn with_font<R: Runtime>(mut context: Context<R>) -> Context<R> {
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
        self.inside.as_ref()?.get(key)
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
