//! pdf-extract, of which we take the letters and their places.
//!
//! It panics on what it does not expect; the caller holds a net under it.

use pdf_extract::{
    Dictionary, Document, MediaBox, Object, ObjectId, OutputDev, OutputError, Transform,
    output_doc_page,
};

use super::layout::{Glyph, MOST_GLYPHS};
use super::own::inherited;

/// Forms within forms end somewhere.
const DEEPEST: usize = 16;
/// A page does not show more forms than this.
const MOST_FORMS: usize = 2000;

/// The letters of a page. `None`: it says itself that it cannot read them.
pub(super) fn glyphs(document: &Document, number: u32, page: ObjectId) -> Option<Vec<Glyph>> {
    let mut left = MOST_FORMS;
    if !has_an_end(document, inherited(document, page, b"Resources"), DEEPEST, &mut left) {
        return None;
    }
    let mut letters = Letters(Vec::new());
    output_doc_page(document, &mut letters, number).ok()?;
    Some(letters.0)
}

/// Whether the forms that a page shows do not show themselves. pdf-extract would
/// follow them until the stack is full, and no net holds that.
fn has_an_end(
    document: &Document,
    resources: Option<&Dictionary>,
    depth: usize,
    left: &mut usize,
) -> bool {
    let forms = resources
        .and_then(|it| it.get_deref(b"XObject", document).ok()?.as_dict().ok())
        .into_iter()
        .flatten()
        .filter_map(|(_, it)| document.dereference(it).ok()?.1.as_stream().ok())
        .filter(|it| {
            it.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|it| it == b"Form")
        });
    for form in forms {
        let Some(fewer) = left.checked_sub(1).filter(|_| depth > 0) else { return false };
        *left = fewer;
        let own = form.dict.get_deref(b"Resources", document).and_then(Object::as_dict).ok();
        if !has_an_end(document, own, depth - 1, left) {
            return false;
        }
    }
    true
}

struct Letters(Vec<Glyph>);

impl OutputDev for Letters {
    fn begin_page(
        &mut self,
        _page: u32,
        _media: &MediaBox,
        _art: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn output_character(
        &mut self,
        place: &Transform,
        width: f64,
        _spacing: f64,
        font_size: f64,
        text: &str,
    ) -> Result<(), OutputError> {
        let is_sane = [place.m31, place.m32, width, font_size].iter().all(|it| it.is_finite());
        if is_sane && self.0.len() < MOST_GLYPHS {
            let length = width * font_size;
            self.0.push(Glyph {
                at: (place.m31, place.m32),
                run: (length * place.m11, length * place.m12),
                size: (font_size * place.m21.hypot(place.m22)).abs(),
                text: text.to_owned(),
            });
        }
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}
