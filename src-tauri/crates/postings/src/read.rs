//! Reads and writes `posting.toml`, which people write by hand and pass on.

use crate::{
    Error,
    posting::{Posting, SCHEMA_VERSION},
};

impl Posting {
    /// Reads the text of the file that errors will call `file`.
    pub fn parse(file: &str, text: &str) -> Result<Self, Error> {
        let at = |error: &toml::de::Error| Error::Toml {
            file: file.to_owned(),
            line: line_of(text, error.span().map_or(0, |it| it.start)),
            reason: error.message().lines().collect::<Vec<_>>().join("; "),
        };
        // A newer file may hold what we do not know, so its version comes first.
        let table: toml::Table = text.parse().map_err(|error| at(&error))?;
        if let Some(version) = table.get("schema_version").and_then(toml::Value::as_integer) {
            let version = u32::try_from(version).unwrap_or(u32::MAX);
            if version > SCHEMA_VERSION {
                let known = SCHEMA_VERSION;
                return Err(Error::Newer { file: file.to_owned(), version, known });
            }
        }
        let posting: Self = toml::from_str(text).map_err(|error| at(&error))?;
        posting.check(file)?;
        Ok(posting)
    }

    /// Writes the posting for a person to read and edit.
    pub fn to_toml(&self) -> Result<String, Error> {
        Ok(toml::to_string_pretty(self)?)
    }

    /// What the types cannot say.
    fn check(&self, file: &str) -> Result<(), Error> {
        let wrong = |field: &str, reason: &str| {
            Err(Error::Value { file: file.to_owned(), field: field.into(), reason: reason.into() })
        };
        // What an import could not read is asked for, and may be missing until then.
        let asked = |field: &str| self.ask.iter().any(|it| it == field);
        if self.title.trim().is_empty() && !asked("title") {
            return wrong("title", "is empty");
        }
        if self.how_to_apply.channels.is_empty() && !asked("how_to_apply.channels") {
            return wrong("how_to_apply.channels", "names no way to apply");
        }
        let places = self.places.unwrap_or_default();
        if places.min.zip(places.max).is_some_and(|(min, max)| min > max) {
            return wrong("places", "has more at least than at most");
        }
        let duration = self.duration.unwrap_or_default();
        if duration.min_months.zip(duration.max_months).is_some_and(|(min, max)| min > max) {
            return wrong("duration", "has more months at least than at most");
        }
        for material in &self.materials {
            if material.file.as_ref().is_some_and(|it| !is_plain_name(it)) {
                return wrong("materials.file", "must be a file beside it, without a folder");
            }
        }
        Ok(())
    }
}

/// Whether `name` is a file in the same folder: a posting may come from anybody,
/// and must not point at the rest of the disk.
pub(crate) fn is_plain_name(name: &str) -> bool {
    !name.is_empty() && !name.starts_with('.') && !name.contains(['/', '\\', ':', '\0'])
}

fn line_of(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHORTEST: &str =
        "schema_version = 1\ntitle = \"Intern\"\n\n[how_to_apply]\nchannels = [\"email\"]\n";

    #[track_caller]
    fn refused(text: &str, message: &str) {
        assert_eq!(Posting::parse("posting.toml", text).unwrap_err().to_string(), message);
    }

    #[test]
    fn a_posting_says_only_what_it_says() {
        let posting = Posting::parse("posting.toml", SHORTEST).unwrap();
        assert_eq!(posting.title, "Intern");
        assert!(posting.how_to_apply.email_to.is_empty() && posting.duration.is_none());
        assert!(posting.deadline.is_none() && posting.materials.is_empty());
    }

    #[test]
    fn dates_are_read_with_and_without_quotes() {
        for date in ["\"2025-10-23\"", "2025-10-23"] {
            let text = format!("posted_date = {date}\n{SHORTEST}");
            let posting = Posting::parse("posting.toml", &text).unwrap();
            assert_eq!(posting.posted_date, Some(jiff::civil::date(2025, 10, 23)));
        }
    }

    #[test]
    fn a_slip_is_named_with_its_line() {
        refused(
            &SHORTEST.replace("title", "titel"),
            "`posting.toml` line 2: unknown field `titel`, expected one of `schema_version`, \
             `title`, `organisation`, `group`, `location`, `posted_date`, `ask`, `deadline`, \
             `duration`, `places`, `how_to_apply`, `mention`, `files`, `materials`, `references`, \
             `qualifications`",
        );
        refused(
            &SHORTEST.replace("email", "e-mail"),
            "`posting.toml` line 5: unknown variant `e-mail`, expected one of `email`, `portal`, \
             `home_institution`, `post`",
        );
        refused(
            &format!("posted_date = \"soon\"\n{SHORTEST}"),
            "`posting.toml` line 1: a date is written \"2026-03-01\"",
        );
    }

    #[test]
    fn what_contradicts_itself_is_refused() {
        refused(
            &SHORTEST.replace("\"email\"", ""),
            "`posting.toml`: `how_to_apply.channels` names no way to apply",
        );
        refused(
            &format!("{SHORTEST}[places]\nmin = 5\nmax = 3\n"),
            "`posting.toml`: `places` has more at least than at most",
        );
        refused(
            &format!(
                "{SHORTEST}[[materials]]\nitem = \"form\"\nrequired = true\nfile = \"../../secret\"\n"
            ),
            "`posting.toml`: `materials.file` must be a file beside it, without a folder",
        );
    }

    #[test]
    fn a_newer_file_is_named_as_such() {
        refused(
            "schema_version = 2\nmystery = true\n",
            "`posting.toml` is of schema version 2, and this program knows up to 1; update the program",
        );
    }
}
