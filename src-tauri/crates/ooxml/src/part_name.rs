//! The names of parts, compared as OPC compares them (ECMA-376 part 2, section 6.2.2).
//!
//! A name is kept as it is written, without the leading slash, and compared by a
//! key: percent-encoding undone, ASCII letters in lower case. Names that could
//! leave a folder (`..`, `\`, a drive letter) are never made, so no caller has
//! to think of them.

use std::{
    cmp::Ordering,
    fmt,
    hash::{Hash, Hasher},
};

use crate::Error;

/// The name of a part, such as `word/document.xml`.
#[derive(Debug, Clone)]
pub struct PartName {
    written: String,
    key: String,
}

impl PartName {
    /// Reads a name, with or without its leading slash.
    ///
    /// # Errors
    /// [`Error::PartName`] when it is empty, leaves its folder or holds control characters.
    ///
    /// ```
    /// use ooxml::PartName;
    ///
    /// assert_eq!(PartName::new("/word/Document.xml")?, PartName::new("word/document.xml")?);
    /// assert!(PartName::new("../evil").is_err());
    /// # Ok::<(), ooxml::Error>(())
    /// ```
    pub fn new(name: &str) -> Result<Self, Error> {
        let written = name.strip_prefix('/').unwrap_or(name);
        let key = percent_decoded(written).to_ascii_lowercase();
        match objection(written).or_else(|| objection(&key)) {
            Some(reason) => Err(Error::PartName { name: shown(name), reason }),
            None => Ok(Self { written: written.to_owned(), key }),
        }
    }

    /// The package itself, where the first relationships start.
    pub fn package() -> Self {
        Self { written: String::new(), key: String::new() }
    }

    /// As it stands in the archive: no leading slash.
    pub fn as_str(&self) -> &str {
        &self.written
    }

    /// The letters after the last dot, in lower case; empty when there is no dot.
    pub fn extension(&self) -> &str {
        let file = self.key.rsplit('/').next().unwrap_or_default();
        file.rsplit_once('.').map_or("", |(_, extension)| extension)
    }

    /// Where this part's relationships stand: `word/_rels/document.xml.rels`.
    #[must_use]
    pub fn relationships(&self) -> Self {
        let (folder, file) = self.split();
        let written = format!("{folder}_rels/{file}.rels");
        let key = percent_decoded(&written).to_ascii_lowercase();
        Self { written, key }
    }

    /// Whose relationships this part holds; `None` when it holds none.
    pub(crate) fn relationships_of(&self) -> Option<Self> {
        let (folder, file) = self.split();
        let source = strip_suffix_ignoring_case(file, ".rels")?;
        let parent = strip_suffix_ignoring_case(folder, "_rels/")?;
        if !(parent.is_empty() || parent.ends_with('/')) {
            return None;
        }
        match format!("{parent}{source}").as_str() {
            "" => Some(Self::package()),
            name => Self::new(name).ok(),
        }
    }

    /// The part that `target` means when this part says it (RFC 3986, section 5.2).
    /// `None` when it means no part: a bare fragment, another scheme, nothing at all.
    pub fn resolve(&self, target: &str) -> Option<Self> {
        let path = target.split(['#', '?']).next()?.replace('\\', "/");
        let scheme_ends = path.find(|c: char| !c.is_ascii_alphanumeric() && !"+.-".contains(c));
        if path.is_empty() || scheme_ends.is_some_and(|at| path[at..].starts_with(':')) {
            return None;
        }
        let folder = if path.starts_with('/') { "" } else { self.split().0 };
        let mut segments: Vec<&str> = Vec::new();
        for segment in folder.split('/').chain(path.split('/')) {
            match segment {
                "" | "." => {}
                // Above the root there is nothing, so `..` stays there.
                ".." => drop(segments.pop()),
                _ => segments.push(segment),
            }
        }
        Self::new(&segments.join("/")).ok()
    }

    /// How this part writes `to` in a relationship.
    pub(crate) fn relative(&self, to: &Self) -> String {
        let here: Vec<&str> = self.split().0.split_terminator('/').collect();
        let (folder, file) = to.split();
        let there: Vec<&str> = folder.split_terminator('/').collect();
        let shared = here.iter().zip(&there).take_while(|(a, b)| a == b).count();
        let mut out = "../".repeat(here.len() - shared);
        for segment in &there[shared..] {
            out.push_str(segment);
            out.push('/');
        }
        // What a reference gives another meaning is written in percent.
        (out + file).replace(' ', "%20").replace('#', "%23").replace('?', "%3F")
    }

    /// The folder with its slash, and the rest.
    fn split(&self) -> (&str, &str) {
        self.written.split_at(self.written.rfind('/').map_or(0, |at| at + 1))
    }
}

impl fmt::Display for PartName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.written.is_empty() { "/" } else { &self.written })
    }
}

impl PartialEq for PartName {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

impl Eq for PartName {}

impl PartialOrd for PartName {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for PartName {
    fn cmp(&self, other: &Self) -> Ordering {
        self.key.cmp(&other.key)
    }
}

impl Hash for PartName {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.key.hash(state);
    }
}

/// Why no part may have this name. It has no leading slash any more.
fn objection(name: &str) -> Option<&'static str> {
    let bytes = name.as_bytes();
    if name.is_empty() {
        Some("it is empty")
    } else if name.starts_with('/') {
        Some("it starts at the root of the disk")
    } else if name.contains('\\') {
        Some("it holds a backslash")
    } else if name.contains(char::is_control) {
        Some("it holds a control character")
    } else if bytes.len() > 1 && bytes[0].is_ascii_alphabetic() && bytes[1] == b':' {
        Some("it starts with a drive letter")
    } else if name.split('/').any(|it| matches!(it, "." | "..")) {
        Some("it leaves its folder")
    } else if name.split('/').any(str::is_empty) {
        Some("it has an empty segment")
    } else {
        None
    }
}

/// Undoes `%20` and its like. A slash that was encoded stays so: it would make another segment.
fn percent_decoded(name: &str) -> String {
    if !name.contains('%') {
        return name.to_owned();
    }
    let bytes = name.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let byte = name
            .get(at + 1..at + 3)
            .filter(|hex| hex.bytes().all(|it| it.is_ascii_hexdigit()))
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match (bytes[at], byte) {
            (b'%', Some(byte)) if byte != b'/' => {
                out.push(byte);
                at += 3;
            }
            (byte, _) => {
                out.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| name.to_owned())
}

fn strip_suffix_ignoring_case<'a>(text: &'a str, suffix: &str) -> Option<&'a str> {
    let at = text.len().checked_sub(suffix.len())?;
    text.get(at..).filter(|it| it.eq_ignore_ascii_case(suffix)).map(|_| &text[..at])
}

/// A name fit for a message.
pub(crate) fn shown(name: &str) -> String {
    one_line(name, 80)
}

/// Foreign text fit for a message: one line, not endless.
pub(crate) fn one_line(text: &str, most: usize) -> String {
    let mut clean = text.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c });
    let mut out: String = clean.by_ref().take(most).collect();
    if clean.next().is_some() {
        out.push('…');
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn name(text: &str) -> PartName {
        PartName::new(text).unwrap()
    }

    #[track_caller]
    fn resolves(from: &str, target: &str, to: Option<&str>) {
        assert_eq!(name(from).resolve(target), to.map(name));
    }

    #[test]
    fn names_are_equal_whatever_their_letters_and_escapes() {
        assert_eq!(name("/word/Media/my%20photo.JPG"), name("word/media/my photo.jpg"));
        assert_eq!(name("word/Media/a.JPG").extension(), "jpg");
        assert_eq!(name("word.d/readme").extension(), "");
    }

    #[test]
    fn names_that_leave_their_folder_are_refused() {
        for bad in [
            "",
            "/",
            "//",
            "..",
            "word/../../a",
            "%2e%2e/a",
            "word\\a",
            "word%5Ca",
            "C:/a",
            "c:a",
            "word//a",
            "word/./a",
            "word/a\0",
            "word/a%00",
            "word/\n",
            "word/",
        ] {
            assert!(matches!(PartName::new(bad), Err(Error::PartName { .. })), "{bad:?}");
        }
    }

    #[test]
    fn targets_are_resolved_as_references() {
        resolves("word/document.xml", "media/a.png", Some("word/media/a.png"));
        resolves("word/document.xml", "../customXml/item1.xml", Some("customXml/item1.xml"));
        resolves("word/document.xml", "/word/styles.xml", Some("word/styles.xml"));
        resolves("word/document.xml", "../../../etc/passwd", Some("etc/passwd"));
        resolves("word/document.xml", "./a.xml#part", Some("word/a.xml"));
        resolves("word/document.xml", "media\\a.png", Some("word/media/a.png"));
        for nowhere in
            ["#_Toc1", "", "http://example.com/a", "file:///c:/a", "mailto:a@example.com", ".."]
        {
            resolves("word/document.xml", nowhere, None);
        }
        assert_eq!(
            PartName::package().resolve("word/document.xml"),
            Some(name("word/document.xml"))
        );
    }

    #[test]
    fn relationships_stand_beside_their_part() {
        assert_eq!(PartName::package().relationships().as_str(), "_rels/.rels");
        assert_eq!(name("a.xml").relationships().as_str(), "_rels/a.xml.rels");
        assert_eq!(name("_rels/.RELS").relationships_of(), Some(PartName::package()));
        assert_eq!(name("word/_rels/a.xml.rels").relationships_of(), Some(name("word/a.xml")));
        assert_eq!(name("word/x_rels/a.xml.rels").relationships_of(), None);
        assert_eq!(name("word/a.xml").relationships_of(), None);
    }

    proptest! {
        #[test]
        fn a_relative_reference_leads_back(from in "[a-c]{1,2}(/[a-c .#?字]{1,2}x){0,3}", to in "[a-c]{1,2}(/[a-c .#?字]{1,2}x){0,3}") {
            let (from, to) = (name(&from), name(&to));
            prop_assert_eq!(from.resolve(&from.relative(&to)), Some(to.clone()));
            prop_assert_eq!(from.relationships().relationships_of(), Some(from));
        }

        #[test]
        fn no_target_leaves_the_package(target in "([./\\\\%2eE5cC]|a){0,24}") {
            if let Some(found) = name("word/document.xml").resolve(&target) {
                prop_assert!(!found.as_str().split('/').any(|it| it == ".." || it.is_empty()));
            }
        }
    }
}
