//! Boxes printed in a cell's words: `□男 □女`, `Full-time ☐  Part-time ☐`.

use super::{Draft, Sheet};
use crate::{
    Kind,
    sheet::{blank::Blank, page::Value, place::At},
    word::{detect::text, glyphs},
};

/// Longer words are no option, in half-width characters.
const LONG: usize = 60;

impl Sheet<'_> {
    /// Adds the field of a cell with boxes in it, if it is one.
    pub(super) fn marks(&mut self, at: At) {
        let page = self.surface.page;
        let Value::Text(words) = page.value(at) else { return };
        let is_fixed = page.cells.get(&at).is_none_or(|it| it.has_formula);
        if is_fixed || !page.may_change(at) || !page.is_first(at) || self.taken.contains(&at) {
            return;
        }
        let Some(printed) = printed(words) else { return };
        let area = page.area(at);
        let beside = || self.label_of(area);
        let (label, asked) = match &printed.label {
            Some(label) => (label.clone(), at),
            None => match beside() {
                Some(asked) => {
                    let label = self.surface.words(asked.first).unwrap_or_default();
                    (label.to_owned(), asked.first)
                }
                None => return,
            },
        };
        let blank = Blank::Marks(self.spot(at));
        let mut draft = Draft::new(&label, Some(asked), area, Kind::Check, blank);
        draft.single = !self.cues.allows_several(&label);
        draft.current = printed
            .options
            .iter()
            .filter(|(_, is_on)| *is_on)
            .map(|(words, _)| words.as_str())
            .collect::<Vec<_>>()
            .join("; ");
        draft.options = printed.options.into_iter().map(|it| it.0).collect();
        draft.sections = self.left_sections(page.area(asked));
        self.said.extend([asked, at]);
        self.taken.insert(at);
        self.drafts.push(draft);
    }
}

/// Words with boxes among them.
#[derive(Debug, PartialEq)]
struct Printed {
    /// The words before the first option, if they ask.
    label: Option<String>,
    /// Each option, and whether it is ticked.
    options: Vec<(String, bool)>,
}

/// Takes words with boxes apart. `None`: there are fewer than two, or one says nothing.
fn printed(words: &str) -> Option<Printed> {
    let mut pieces = vec![String::new()];
    let mut states = Vec::new();
    for c in words.chars() {
        if let Some(is_on) = glyphs::state(c) {
            states.push(is_on);
            pieces.push(String::new());
        } else if let Some(piece) = pieces.last_mut() {
            piece.push(c);
        }
    }
    let plain = |piece: &String| {
        let words = text::tidy(piece);
        words.trim_matches([' ', '_', '/', '、', ',', '，', ';', '；', ':', '：', '|']).to_owned()
    };
    let before = text::tidy(pieces.first()?).trim().to_owned();
    let last = plain(pieces.last()?);
    // Where nothing follows the last box, each stands after its words.
    let stands_after = last.is_empty();
    let (label, options): (String, Vec<String>) = if stands_after {
        let (label, first) = match before.rsplit_once([':', '：']) {
            Some((label, first)) => (label.to_owned(), first.to_owned()),
            None => (String::new(), before),
        };
        let rest = pieces[1..pieces.len() - 1].iter().map(plain);
        (label, std::iter::once(plain(&first)).chain(rest).collect())
    } else {
        (before, pieces[1..].iter().map(plain).collect())
    };
    let fits = |it: &String| !it.is_empty() && text::width(it) <= LONG;
    if states.len() < 2 || options.len() != states.len() || !options.iter().all(fits) {
        return None;
    }
    let label = Some(label).filter(|it| text::is_label(it));
    Some(Printed { label, options: options.into_iter().zip(states).collect() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, label: Option<&str>, options: &[(&str, bool)]) {
        let found = printed(words).unwrap();
        assert_eq!(found.label.as_deref(), label, "{words}");
        let read: Vec<_> = found.options.iter().map(|it| (it.0.as_str(), it.1)).collect();
        assert_eq!(read, options, "{words}");
    }

    #[test]
    fn boxes_stand_before_or_after_their_words() {
        check("□男  ☑女", None, &[("男", false), ("女", true)]);
        check("性别：□男 □女", Some("性别："), &[("男", false), ("女", false)]);
        check("Full-time ☐  Part-time ☐", None, &[("Full-time", false), ("Part-time", false)]);
        check("□ 全职　□ 其他：____", None, &[("全职", false), ("其他", false)]);
        assert_eq!(printed("□ I agree"), None);
        assert_eq!(printed("□□□"), None);
    }
}
