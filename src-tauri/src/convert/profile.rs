//! The candidate's facts.

use engine::{Language, ProfileSeverity, desk};

use super::{each, place, same};
use crate::wire::profile::{
    FactLanguage, ImportedView, ProfileEdit, ProfileFinding, ProfileView, Suggestion, Wanted,
};

same!(FactLanguage => Language { En, Zh });

impl From<desk::ProfileView> for ProfileView {
    fn from(it: desk::ProfileView) -> Self {
        Self {
            facts: it.facts,
            findings: each(it.findings),
            suggestions: each(it.suggestions),
            wanted: each(it.wanted),
            sensitive: it.sensitive,
        }
    }
}

impl From<desk::ProfileFinding> for ProfileFinding {
    fn from(it: desk::ProfileFinding) -> Self {
        Self {
            pointer: it.pointer,
            is_error: it.severity == ProfileSeverity::Error,
            code: it.code.name().into(),
            message: it.message,
        }
    }
}

impl From<desk::Suggestion> for Suggestion {
    fn from(it: desk::Suggestion) -> Self {
        Self { pointer: it.pointer, value: it.value, from: it.from }
    }
}

impl From<desk::Wanted> for Wanted {
    fn from(it: desk::Wanted) -> Self {
        Self {
            pointer: it.pointer,
            key: it.key,
            is_there: it.is_there,
            applications: it.applications,
        }
    }
}

impl From<ProfileEdit> for desk::ProfileEdit {
    fn from(it: ProfileEdit) -> Self {
        match it {
            ProfileEdit::Set { pointer, value } => Self::Set { pointer, value },
            ProfileEdit::Remove { pointer } => Self::Remove { pointer },
            ProfileEdit::Move { pointer, from, to } => {
                Self::Move { pointer, from: place(from), to: place(to) }
            }
        }
    }
}

impl From<desk::ImportedView> for ImportedView {
    fn from(it: desk::ImportedView) -> Self {
        Self { file: it.file, added: it.added, skipped: it.skipped, offers: None }
    }
}

/// A file of another format, none of which was added yet.
impl From<desk::OffersView> for ImportedView {
    fn from(it: desk::OffersView) -> Self {
        Self {
            file: it.file.clone(),
            added: Vec::new(),
            skipped: Vec::new(),
            offers: Some(it.into()),
        }
    }
}
