//! Reads the CVs in `good/` and `bad/`, which `make.py` made of invented people, and holds
//! what is said of each against `expected.toml`.

#![expect(clippy::print_stdout, reason = "figures, for whoever asks with `--nocapture`")]

mod words;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use engine::{CvOffers, Document, Engine, Error, Offer};
use serde::Deserialize;

/// `expected.toml`.
#[derive(Deserialize)]
struct Expected {
    person: BTreeMap<String, BTreeSet<String>>,
    good: BTreeMap<String, Said>,
    bad: BTreeMap<String, Said>,
}

/// What should be said of one file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Said {
    refused: Option<String>,
    finding: Option<String>,
    kind: Option<String>,
    languages: Option<String>,
    pages: Option<u32>,
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("cvs").join(name)
}

fn expected() -> Expected {
    toml::from_str(&fs::read_to_string(folder("expected.toml")).unwrap()).unwrap()
}

/// The files of a folder, each with its name.
fn files(name: &str) -> Vec<(String, PathBuf)> {
    let entries = fs::read_dir(folder(name)).unwrap();
    let mut files: Vec<_> = entries
        .map(|it| it.unwrap())
        .map(|it| (it.file_name().into_string().unwrap(), it.path()))
        .collect();
    files.sort();
    files
}

fn read(path: &Path) -> Result<CvOffers, Error> {
    Engine::new().offers(&Document::open(path)?)
}

#[track_caller]
fn check(name: &str, read: &Result<CvOffers, Error>, said: &Said) {
    let (cv, why) = match (read, &said.refused) {
        (Err(error), Some(why)) => {
            assert!(error.to_string().contains(why), "{name}: {error}");
            return;
        }
        (Ok(read), why) => (&read.cv, why),
        (Err(error), None) => panic!("{name}: {error}"),
    };
    assert_eq!(why, &None, "{name} was read");
    let findings: Vec<_> = cv.findings.iter().map(ToString::to_string).collect();
    match &said.finding {
        Some(words) => {
            assert!(findings.iter().any(|it| it.contains(words)), "{name}: {findings:?}");
        }
        None => assert_eq!(findings, [""; 0], "{name}"),
    }
    assert!(cv.has_text() || !findings.is_empty(), "{name} is empty and nobody says so");
    let languages = serde_json::to_value(&cv.languages).unwrap();
    let kind = said.kind.as_ref().is_none_or(|it| *it == cv.kind.to_string());
    let language = said.languages.as_ref().is_none_or(|it| *it == languages);
    let pages = said.pages.is_none_or(|it| Some(it) == cv.pages);
    assert!(kind && language && pages, "{name}: {cv:?}");
}

#[test]
fn every_cv_is_named_rightly_and_none_is_silently_empty() {
    let expected = expected();
    for (folder, all) in [("good", &expected.good), ("bad", &expected.bad)] {
        let files = files(folder);
        assert!(files.iter().map(|it| &it.0).eq(all.keys()), "{folder}/ and expected.toml differ");
        for (name, path) in files {
            check(&name, &read(&path), &all[&name]);
        }
    }
}

fn told(offer: &Offer) -> String {
    format!("{}: {}", format!("{:?}", offer.offered).to_lowercase(), offer.summary())
}

/// What we call things: codes, and dates in the one way that a profile has them.
const OURS: &[&str] =
    &["kind", "network", "level", "degree", "type", "status", "date", "startDate", "endDate"];

/// Every text in an offer that is the CV's own.
fn said(value: &serde_json::Value) -> Vec<&str> {
    match value {
        serde_json::Value::String(words) => vec![words],
        serde_json::Value::Array(all) => all.iter().flat_map(said).collect(),
        serde_json::Value::Object(all) => {
            let own = all.iter().filter(|(key, _)| !OURS.contains(&key.as_str()));
            own.flat_map(|(_, it)| said(it)).collect()
        }
        _ => Vec::new(),
    }
}

fn without_space(words: &str) -> String {
    words.chars().filter(|it| !it.is_whitespace()).collect()
}

/// Offers held against what is true.
#[derive(Default)]
struct Tally {
    right: usize,
    missed: Vec<String>,
    wrong: Vec<String>,
}

impl Tally {
    fn count(&mut self, name: &str, truth: &BTreeSet<String>, text: &str, offers: &[Offer]) {
        let offered: BTreeSet<_> = offers.iter().map(told).collect();
        self.right += truth.intersection(&offered).count();
        self.missed.extend(truth.difference(&offered).map(|it| format!("{name}: {it}")));
        self.wrong.extend(offered.difference(truth).map(|it| format!("{name}: {it}")));
        for offer in offers {
            let line = text.lines().nth(offer.line - 1).map(str::trim);
            assert_eq!(line, offer.words.lines().next(), "{name}: {}", offer.words);
            let value = serde_json::to_value(&offer.offered).unwrap();
            let lines = without_space(&offer.words);
            for words in said(&value) {
                assert!(lines.contains(&without_space(words)), "{name}: {words} is invented");
            }
        }
    }

    /// At most this share may be missed, and none may be wrong.
    #[track_caller]
    fn judge(&self, what: &str, share: f64) {
        let (missed, wrong) = (self.missed.len(), self.wrong.len());
        println!("{what}: {} right, {missed} missed, {wrong} wrong", self.right);
        println!("missed: {:#?}\nwrong: {:#?}", self.missed, self.wrong);
        assert_eq!(self.wrong, [""; 0], "{what}");
        #[expect(clippy::cast_precision_loss, reason = "a few hundred offers")]
        let is_enough = missed as f64 <= share * (self.right + missed) as f64;
        assert!(is_enough, "{what}: {:#?}", self.missed);
    }
}

#[test]
fn nothing_that_a_cv_offers_is_wrong_and_little_is_missed() {
    let expected = expected();
    let mut tally = Tally::default();
    for (name, path) in files("good") {
        let person = name.split('-').next().unwrap();
        let read = read(&path).unwrap();
        tally.count(&name, &expected.person[person], &read.cv.text, &read.offers);
    }
    tally.judge("the same few people in every kind of file", 0.05);
}

/// CVs as people set them out, as text: below a line of `=====` stands what is true.
#[test]
fn whatever_the_style_nothing_offered_is_wrong() {
    let mut tally = Tally::default();
    for (name, path) in files("told") {
        let all = fs::read_to_string(path).unwrap();
        let (cv, truth) = all.split_once("=====\n").unwrap();
        let truth = truth.lines().map(str::to_owned).collect();
        let read = Engine::new().offers(&Document::named(&name, cv.into())).unwrap();
        tally.count(&name, &truth, &read.cv.text, &read.offers);
    }
    tally.judge("all sorts of styles", 0.1);
}

#[test]
fn columns_are_kept_whole() {
    for name in ["olivia-two-columns.pdf", "olivia-libreoffice-table.pdf", "olivia-word-table.docx"]
    {
        let text = read(&folder("good").join(name)).unwrap().cv.text;
        let place = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words}: {text}"));
        let order = ["Contact", "Formal verification", "English, German", "Profile", "Employment"];
        assert!(order.map(place).is_sorted(), "{name}: {text}");
    }
}

/// Changes that a bad disk or a broken download makes, the same in every run.
#[test]
fn no_damage_brings_the_reader_down() {
    let mut state = 7_u64;
    let mut next = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        usize::try_from(state >> 33).unwrap() % below.max(1)
    };
    for (name, path) in files("good") {
        let whole = fs::read(&path).unwrap();
        for _ in 0..if whole.len() < 70_000 { 12 } else { 2 } {
            let mut bytes = whole.clone();
            for _ in 0..=next(20) {
                let at = next(bytes.len());
                bytes[at] = u8::try_from(next(256)).unwrap();
            }
            let end = if next(3) == 0 { next(bytes.len()) } else { bytes.len() };
            bytes.truncate(end);
            if let Ok(read) = Engine::new().offers(&Document::named(&name, bytes)) {
                let cv = read.cv;
                assert!(cv.has_text() || !cv.findings.is_empty(), "{name} is empty, and silent");
            }
        }
    }
}
