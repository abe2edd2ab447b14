//! Names of facts: [`Key`], always one that the catalogue knows.

use std::{borrow::Cow, fmt, str::FromStr};

use serde::Serialize;

use crate::{Error, KeyInfo, catalogue};

/// Before the name of a fact that the candidate added.
const EXTRA: &str = "extra.";

/// Names one fact about the candidate, such as `contact.email`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Key(Cow<'static, str>);

impl Key {
    /// Reads a key. It must stand in the [`catalogue()`], or be `extra.` and a
    /// name of letters, digits, `-` and `_`.
    pub fn parse(name: &str) -> Result<Self, Error> {
        if let Some(info) = catalogue::find(name) {
            return Ok(info.key.clone());
        }
        match name.strip_prefix(EXTRA) {
            Some(slug) if is_slug(slug) => Ok(Self(Cow::Owned(name.to_owned()))),
            _ => Err(Error::UnknownKey { key: name.to_owned() }),
        }
    }

    /// The dotted name.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What the catalogue says of it. `None` for a fact the candidate added.
    pub fn info(&self) -> Option<&'static KeyInfo> {
        catalogue::find(&self.0)
    }

    /// The name that the candidate gave to a fact of their own.
    pub fn extra(&self) -> Option<&str> {
        self.0.strip_prefix(EXTRA)
    }

    /// A key that the catalogue is about to hold.
    pub(crate) fn listed(name: String) -> Self {
        Self(Cow::Owned(name))
    }

    /// The key of a fact that the candidate added, if its name can be one.
    pub(crate) fn of_extra(slug: &str) -> Option<Self> {
        is_slug(slug).then(|| Self(Cow::Owned(format!("{EXTRA}{slug}"))))
    }
}

/// Whether a name can stand after `extra.`.
pub(crate) fn is_slug(slug: &str) -> bool {
    !slug.is_empty() && slug.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Key {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        Self::parse(name)
    }
}

impl AsRef<str> for Key {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_of_the_catalogue_reads_back() {
        for info in crate::catalogue() {
            assert_eq!(Key::parse(info.key.as_str()).unwrap(), info.key);
        }
    }

    #[test]
    fn a_key_outside_the_catalogue_is_refused_by_name() {
        let error = Key::parse("contact.mail").unwrap_err();
        assert!(error.to_string().contains("`contact.mail`"), "{error}");
        assert!(Key::parse("extra.").is_err());
        assert!(Key::parse("extra.a b").is_err());
    }

    #[test]
    fn the_candidates_own_facts_have_keys_too() {
        assert_eq!(Key::parse("extra.shoe-size").unwrap().extra(), Some("shoe-size"));
    }
}
