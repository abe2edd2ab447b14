//! Sheets that show how another one is filled. They are not filled themselves.

use super::{Draft, Sheet};
use crate::word::detect::text;

/// What such sheets are called.
const NAMES: &[&str] = &[
    "example",
    "sample",
    "specimen",
    "instruction",
    "guide",
    "示例",
    "样例",
    "样表",
    "范例",
    "范本",
    "例表",
    "填写说明",
    "填表说明",
    "填写样",
];

/// For each sheet whether it is an example.
pub(super) fn shown(sheets: &[Sheet<'_>]) -> Vec<bool> {
    sheets
        .iter()
        .enumerate()
        .map(|(number, sheet)| {
            let mut others =
                sheets.iter().enumerate().filter(|(it, _)| *it != number).map(|(_, it)| it);
            let name = sheet.surface.page.name.to_lowercase();
            let is_called_so = NAMES.iter().any(|it| name.contains(it));
            is_called_so && others.clone().any(|it| asks_more(it, sheet))
                || others.any(|it| is_example_of(sheet, it))
        })
        .collect()
}

/// Whether a sheet asks at least as much as one that may be an example.
fn asks_more(sheet: &Sheet<'_>, than: &Sheet<'_>) -> bool {
    !sheet.drafts.is_empty() && sheet.drafts.len() >= than.drafts.len()
}

/// Whether a sheet says the same as a form in the same places, and has answers
/// where the form has blanks.
fn is_example_of(sheet: &Sheet<'_>, form: &Sheet<'_>) -> bool {
    let page = sheet.surface.page;
    let asked = |it: &&Draft| it.current.is_empty() && it.asked.is_some();
    let blanks: Vec<&Draft> = form.drafts.iter().filter(asked).collect();
    let alike: Vec<&&Draft> = blanks
        .iter()
        .filter(|it| {
            let words = it.asked.and_then(|at| sheet.surface.words(at)).unwrap_or_default();
            text::tidy(words) == text::tidy(&it.label)
        })
        .collect();
    let filled = alike.iter().filter(|it| !page.value(it.area.first).is_blank()).count();
    alike.len() >= 3 && alike.len() * 10 >= blanks.len() * 6 && filled * 2 > alike.len()
}
