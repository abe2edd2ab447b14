//! Holds our words against those of Poppler's `pdftotext`, where it is installed.

use std::{collections::BTreeMap, path::Path, process::Command};

use super::{files, read};

/// The least share of Poppler's words that must be found.
const SHARE: f64 = 0.97;

/// Words and how often each is there. Chinese is counted by its characters, so
/// that nobody need know where its words end.
fn words(text: &str) -> BTreeMap<String, usize> {
    let mut words = BTreeMap::new();
    let mut word = String::new();
    let mut end = |word: &mut String| {
        if !word.is_empty() {
            *words.entry(std::mem::take(word)).or_default() += 1;
        }
    };
    // Ligatures and full-width letters as people type them.
    let text = text.replace('ﬁ', "fi").replace('ﬂ', "fl").replace('ﬀ', "ff").replace('ﬃ', "ffi");
    let plain = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        c => c,
    };
    for c in text.chars().map(plain) {
        if c.is_ascii_alphanumeric() || (c.is_alphanumeric() && c < '\u{2e80}') {
            word.push(c);
        } else {
            end(&mut word);
            if c.is_alphanumeric() {
                end(&mut c.to_string());
            }
        }
    }
    end(&mut word);
    words
}

fn pdftotext(path: &Path) -> Option<String> {
    let output = Command::new("pdftotext").arg(path).arg("-").output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

fn is_pdf(path: &Path) -> bool {
    path.extension().is_some_and(|it| it == "pdf")
}

#[test]
fn the_words_that_poppler_finds_are_found() {
    if Command::new("pdftotext").arg("-v").output().is_err() {
        println!("skipped: pdftotext (poppler-utils) is not on this computer");
        return;
    }
    for (name, path) in files("good").into_iter().filter(|it| is_pdf(&it.1)) {
        let theirs = words(&pdftotext(&path).unwrap());
        let ours = words(&read(&path).unwrap().cv.text);
        let all: usize = theirs.values().sum();
        let found =
            |(word, count): (&String, &usize)| ours.get(word).copied().unwrap_or(0).min(*count);
        let found: usize = theirs.iter().map(found).sum();
        #[expect(clippy::cast_precision_loss, reason = "a CV has few words")]
        let share = found as f64 / all as f64;
        println!("{name}: {found} of {all} words, {share:.3}");
        let missing = || theirs.iter().filter(|it| !ours.contains_key(it.0)).collect::<Vec<_>>();
        assert!(share >= SHARE, "{name}: {share:.3}, without {:?}", missing());
    }
}

#[test]
fn words_are_counted_in_both_languages() {
    let counted = words("C++, 简历简 oﬀer ２４");
    assert_eq!(counted["C"], 1);
    assert_eq!(counted["简"], 2);
    assert_eq!((counted["offer"], counted["24"]), (1, 1));
}
