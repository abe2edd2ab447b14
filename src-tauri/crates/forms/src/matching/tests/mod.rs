//! Labels as forms print them, and the facts that they ask for.

mod chinese;
mod english;
mod together;

use crate::{Confidence, Dictionary, Field, Language, Match};

/// A field with this label, alone in a form.
pub(super) fn field(label: &str, section: &[&str]) -> Field {
    let zh =
        label.chars().chain(section.iter().flat_map(|it| it.chars())).any(crate::label::is_han);
    let section = section.iter().map(|it| (*it).to_owned()).collect();
    let language = if zh { Language::Zh } else { Language::En };
    Field { language, ..Field::asking(label, section) }
}

/// What a label asks for: its keys, or nothing. A `~` says that we are not sure.
pub(super) fn keys(matched: Option<&Match>) -> String {
    let Some(matched) = matched else { return "-".to_owned() };
    let keys: Vec<&str> = matched.keys.iter().map(profile::Key::as_str).collect();
    let doubt = if matched.confidence == Confidence::Sure { "" } else { "~" };
    format!("{}{doubt}", keys.join(" + "))
}

/// Checks many labels in one section; says all that are wrong at once.
#[track_caller]
fn check(section: &[&str], labels: &[(&str, &str)]) {
    let wrong: Vec<String> = labels
        .iter()
        .filter_map(|(label, expected)| {
            let matches = Dictionary::shipped().matches(&[field(label, section)]);
            let found = keys(matches[0].as_ref());
            (found != *expected).then(|| format!("{label}: {found}, expected {expected}"))
        })
        .collect();
    assert!(wrong.is_empty(), "under {section:?}:\n{}", wrong.join("\n"));
}
