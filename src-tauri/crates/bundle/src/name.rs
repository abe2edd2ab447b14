//! File names that every system takes and every eye reads the same way.
//!
//! A file that was named on one computer is opened on another: by the
//! candidate on Windows, by the recipient on a Mac. So the strictest rules hold
//! everywhere, and characters that hide or turn text around are taken out.
//!
//! **Invariant:** a [`FileName`] is one name, never a path, and valid on
//! Windows, macOS and Linux alike.

use std::fmt;

use unicode_normalization::UnicodeNormalization as _;

/// The longest name in bytes. Some encrypted folders take 143; a number and an
/// ending are still to come.
const MAX_BYTES: usize = 120;
/// What is left of a name that held nothing usable.
const NAMELESS: &str = "file";
/// Devices on Windows, with any ending.
const DEVICES: [&str; 6] = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"];

/// A file's or folder's name, valid everywhere.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct FileName(String);

impl FileName {
    /// Makes a valid name of `raw`, as close to it as can be.
    pub fn new(raw: &str) -> Self {
        let cleaned: String = raw.nfc().filter_map(usable).collect::<String>().nfc().collect();
        let words = cleaned.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>();
        let name = words.join(" ");
        Self(match trim(&name) {
            "" => NAMELESS.to_owned(),
            name if is_device(name) => shorten(&format!("_{name}")),
            name => shorten(name),
        })
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The same name with ` (2)`, ` (3)` … before its ending.
    #[must_use]
    pub fn numbered(&self, number: usize) -> Self {
        let (stem, ending) = split(&self.0);
        Self(format!("{stem} ({number}){ending}"))
    }

    /// The same for a folder, which has no ending whatever its dots look like.
    pub(crate) fn numbered_folder(&self, number: usize) -> Self {
        Self(format!("{} ({number})", self.0))
    }

    /// What two names have in common that some system takes for one.
    fn folded(&self) -> String {
        self.0.nfkc().flat_map(char::to_lowercase).nfc().collect()
    }
}

impl fmt::Display for FileName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Gives each of `names` one that none before it has, `taken` ones counted too.
/// Names that differ only in case are one name on Windows and macOS.
pub(crate) fn distinct(names: &mut [&mut FileName], taken: &[&str]) {
    let mut seen: Vec<String> = taken.iter().map(|it| FileName::new(it).folded()).collect();
    for name in names {
        let free = (2..).map(|number| name.numbered(number));
        let first = std::iter::once((*name).clone());
        if let Some(found) = first.chain(free).find(|it| !seen.contains(&it.folded())) {
            seen.push(found.folded());
            **name = found;
        }
    }
}

/// The first character of `text` that cannot be seen, or that turns around what
/// follows it: such a text is not what it looks like. Line breaks and tabs count.
pub fn invisible(text: &str) -> Option<char> {
    text.chars().find(|it| is_invisible(*it))
}

/// Whether a character cannot be seen, or turns around what follows it.
pub fn is_invisible(character: char) -> bool {
    character.is_control() || is_ignorable(character)
}

/// Whether `character` starts a line or turns around what follows it.
pub(crate) fn misleads(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{61c}' | '\u{200e}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Characters without a picture (`Default_Ignorable_Code_Point`), those that
/// order text both ways (`Bidi_Control`), and separators of lines.
fn is_ignorable(character: char) -> bool {
    matches!(character,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
        | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

fn usable(character: char) -> Option<char> {
    match character {
        '<' | '>' | ':' | '"' | '/' | '\\' | '|' | '?' | '*' => Some('-'),
        _ if character.is_whitespace() => Some(' '),
        _ if character.is_control() || is_ignorable(character) || is_noncharacter(character) => {
            None
        }
        _ => Some(character),
    }
}

fn is_noncharacter(character: char) -> bool {
    let code = u32::from(character);
    code & 0xFFFE == 0xFFFE || (0xFDD0..=0xFDEF).contains(&code)
}

/// No dot in front (it hides the file), no dash (programs take it for an
/// option), no dot or space behind (Windows drops them).
fn trim(name: &str) -> &str {
    name.trim_start_matches(['.', ' ', '-']).trim_end_matches(['.', ' '])
}

fn shorten(name: &str) -> String {
    if name.len() <= MAX_BYTES {
        return name.to_owned();
    }
    let (stem, ending) = split(name);
    let room = char_floor(stem, MAX_BYTES - ending.len());
    format!("{}{ending}", trim(&stem[..room]))
}

/// The last place at or before byte `at` where a character begins.
pub(crate) fn char_floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|it| text.is_char_boundary(*it)).unwrap_or_default()
}

/// The name and its ending, dot included. What is long or odd is no ending.
fn split(name: &str) -> (&str, &str) {
    let found = name.rfind('.').filter(|at| {
        let ending = &name[at + 1..];
        *at > 0
            && (1..=8).contains(&ending.len())
            && ending.bytes().all(|it| it.is_ascii_alphanumeric())
    });
    name.split_at(found.unwrap_or(name.len()))
}

fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_uppercase();
    let numbered = ["COM", "LPT"].iter().any(|port| {
        stem.strip_prefix(port).is_some_and(|number| {
            let mut digits = number.chars();
            matches!(digits.next(), Some('0'..='9' | '¹' | '²' | '³')) && digits.next().is_none()
        })
    });
    numbered || DEVICES.contains(&stem.as_str())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(raw: &str, name: &str) {
        assert_eq!(FileName::new(raw).as_str(), name);
    }

    #[test]
    fn a_plain_name_stays() {
        check("Zihan Li - CV.pdf", "Zihan Li - CV.pdf");
        check("李子涵 简历.docx", "李子涵 简历.docx");
        check("archive.tar.gz", "archive.tar.gz");
    }

    #[test]
    fn a_path_becomes_one_name() {
        check("../../etc/passwd", "etc-passwd");
        check(r"C:\Users\me\cv.pdf", "C--Users-me-cv.pdf");
        check("/", NAMELESS);
        check("..", NAMELESS);
    }

    #[test]
    fn what_windows_refuses_is_changed() {
        check("a<b>c:d|e?f*g\"h", "a-b-c-d-e-f-g-h");
        check("cv.pdf. . ", "cv.pdf");
        check("NUL", "_NUL");
        check("con.txt", "_con.txt");
        check("Com¹.docx", "_Com¹.docx");
        check("LPT9 .x", "_LPT9 .x");
        check("COMMON.txt", "COMMON.txt");
    }

    #[test]
    fn what_hides_or_turns_text_around_is_taken_out() {
        check("cv\u{202e}fdp.exe", "cvfdp.exe");
        check("c\u{200b}v\u{feff}.pdf", "cv.pdf");
        check("a\r\nb\tc\u{0}.pdf", "a b c.pdf");
        check("--force", "force");
        assert_eq!(invisible("an ordinary 名字"), None);
        assert_eq!(invisible("x\u{2066}y"), Some('\u{2066}'));
        assert_eq!(invisible("x\ny"), Some('\n'));
    }

    #[test]
    fn a_long_name_keeps_its_ending() {
        let name = FileName::new(&format!("{}.docx", "简历".repeat(100)));
        assert!(name.as_str().len() <= MAX_BYTES && name.as_str().ends_with("历.docx"), "{name}");
    }

    #[test]
    fn names_that_differ_only_in_case_get_numbers() {
        let mut names = ["cv.pdf", "CV.PDF", "cv.pdf", "Note.txt"].map(FileName::new);
        distinct(&mut names.each_mut(), &["note.txt"]);
        assert_eq!(
            names.map(|it| it.to_string()),
            ["cv.pdf", "CV (2).PDF", "cv (3).pdf", "Note (2).txt"]
        );
    }

    proptest! {
        #[test]
        fn every_name_is_valid_on_every_system(raw in any::<String>(), number in 2_usize..99) {
            let name = FileName::new(&raw);
            for name in [name.clone(), name.numbered(number), name.numbered_folder(number)] {
                let name = name.as_str();
                prop_assert!(!name.is_empty() && name.len() <= MAX_BYTES + 6);
                prop_assert!(!name.ends_with(['.', ' ']) && !name.starts_with(['.', ' ', '-']));
                prop_assert!(!name.contains(['/', '\\', ':', '*', '?', '"', '<', '>', '|']));
                prop_assert_eq!(invisible(name), None);
                prop_assert!(!is_device(name));
            }
        }

        #[test]
        fn a_valid_name_is_kept(raw in any::<String>()) {
            let name = FileName::new(&raw);
            prop_assert_eq!(FileName::new(name.as_str()), name);
        }
    }
}
