//! The profile as a file: opened, checked, begun.

use std::path::Path;

use jiff::civil::Date;
use postings::Language;
use profile::Profile;

use crate::{Document, Error, OpenProfile, Picture};

/// What `candidacy profile new` writes: the questions that forms ask most, unanswered.
pub(crate) const BLANK: &str = include_str!("blank_profile.json");

/// Opens the profile at `path`.
pub(crate) fn open(path: &Path) -> Result<OpenProfile, Error> {
    let document = Document::open(path)?;
    let facts = parse(&document)?;
    let folder = path.parent().unwrap_or(Path::new("")).to_owned();
    Ok(OpenProfile { facts, picture: Picture::Beside(folder) })
}

pub(crate) fn parse(document: &Document) -> Result<Profile, Error> {
    Profile::parse(document.text()?)
        .map_err(|source| Error::Profile { name: document.name(), source })
}

/// What in a profile cannot be, or may not be.
pub(crate) fn check(profile: &OpenProfile, today: Date) -> Vec<profile::Finding> {
    let mut findings = profile.facts.check(today);
    // The profile knows no files; whether the picture is there is seen here.
    if let Err(error) = crate::photo::of(profile, today) {
        findings.push(profile::Finding {
            code: profile::Fault::ImageUnusable,
            pointer: "/basics/image".to_owned(),
            message: error.to_string(),
            hint: error.hint(),
            severity: profile::Severity::Error,
        });
    }
    findings
}

/// What a file was that a profile was imported from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Imported {
    /// A profile of ours.
    Profile,
    /// A JSON Resume.
    JsonResume,
    /// A BibTeX file.
    Bibtex,
}

impl Imported {
    /// What it is, with its article.
    pub fn kind(self) -> &'static str {
        match self {
            Self::Profile => "a profile",
            Self::JsonResume => "a JSON Resume",
            Self::Bibtex => "a BibTeX file",
        }
    }
}

/// Adds what `source` says to the profile at `path`; what stands there stays.
pub(crate) fn import(source: &Document, path: &Path) -> Result<Imported, Error> {
    let (kind, found) = facts_of(source)?;
    let (existing, is_new) = match open(path) {
        Ok(profile) => (profile.facts, false),
        Err(Error::NoSuchFile { .. }) => (Profile::default(), true),
        Err(error) => return Err(error),
    };
    let mut merged = existing;
    merged.merge(found);
    let bytes = merged.to_json().into_bytes();
    if is_new {
        vault::store::create_new(path, &bytes)?;
    } else {
        vault::store::replace(path, &bytes)?;
    }
    Ok(kind)
}

/// The facts that a file holds, and what kind of file it is.
pub(crate) fn facts_of(source: &Document) -> Result<(Imported, Profile), Error> {
    let text = source.text()?;
    let (kind, found) = match kind_of(text) {
        Imported::Profile => (Imported::Profile, Profile::parse(text)),
        Imported::JsonResume => (Imported::JsonResume, profile::import::json_resume(text)),
        Imported::Bibtex => (Imported::Bibtex, profile::import::bibtex(text)),
    };
    let fail = |error| Error::Profile { name: source.name(), source: error };
    Ok((kind, found.map_err(fail)?))
}

/// By content: BibTeX has entries, our profiles say their schema's version.
fn kind_of(text: &str) -> Imported {
    let start = text.trim_start();
    if !start.starts_with('{') {
        return Imported::Bibtex;
    }
    if text.contains("\"schemaVersion\"") { Imported::Profile } else { Imported::JsonResume }
}

/// The profile as JSON Resume, which knows one language at a time.
pub(crate) fn export(profile: &OpenProfile, language: Language) -> String {
    let language = match language {
        Language::En => profile::Language::En,
        Language::Zh => profile::Language::Zh,
    };
    profile::export::json_resume(&profile.facts, language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_profile_begins_with_nothing_said() {
        let today = jiff::civil::date(2026, 3, 1);
        let profile = parse(&Document::named("profile.json", BLANK.into())).unwrap();
        for info in profile::catalogue().iter().filter(|it| !it.key.as_str().contains("[]")) {
            let fact = profile.fact(&info.key, today);
            assert!(fact.is_none_or(|it| it.derived), "{}", info.key);
        }
        assert_eq!(profile.check(today), []);
    }
}
