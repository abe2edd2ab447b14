//! The corpus: small invented forms that ask in every way that real ones do.
//!
//! Each case in `tests/forms/` is filled through the engine, and what stands in
//! the file is read back by code that knows nothing of how it was filled.

mod case;
mod reading;
mod source;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use engine::{
    Choices, Confidence, Document, Engine, FieldId, Filler, Given, Key, OpenProfile, Release,
};
use forms::{Dictionary, Form, Plan, Settings};
use jiff::civil::{Date, date};
use ooxml::{splice, undo};

use case::{Accept, Case};
use reading::{parts, places, plain};

const TODAY: Date = date(2026, 3, 1);
/// The patterns that were counted in real forms.
const PATTERNS: u8 = 35;

/// The candidate of the sample, who is invented.
fn candidate() -> OpenProfile {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../templates/sample/profile.json");
    Engine::new().open_profile(&path).unwrap()
}

fn choices(case: &Case) -> Choices {
    let answer = |(id, json): (&String, &serde_json::Value)| {
        (FieldId(id.clone()), Given::parse(json).unwrap())
    };
    let released = &case.expected.release;
    let keys = || released.iter().map(|it| Key::parse(it).unwrap()).collect();
    let all = released.contains("all");
    Choices {
        accept: match case.expected.accept {
            Accept::Sure => Confidence::Sure,
            Accept::Likely => Confidence::Likely,
            Accept::All => Confidence::Unsure,
        },
        release: if all { Release::All } else { Release::Keys(keys()) },
        answers: case.expected.answers.iter().map(answer).collect(),
    }
}

#[test]
fn every_case_is_filled_as_expected_and_nowhere_else() {
    let candidate = candidate();
    let mut faults = Vec::new();
    for case in case::all() {
        let blank = Document::named("form.docx", source::docx(&case.form));
        let filled = Engine::new().fill(&blank, &candidate, &choices(&case), TODAY).unwrap();
        let (before, after) = (places(&blank.bytes), places(&filled.bytes));
        let mut found = differences(&case, &before, &after);
        found.extend(blanks(&case, &filled.report));
        if !found.is_empty() {
            faults.push(format!("{}\n  {}", case.name, found.join("\n  ")));
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// Where a form does not read as expected.
fn differences(
    case: &Case,
    before: &BTreeMap<String, String>,
    after: &BTreeMap<String, String>,
) -> Vec<String> {
    let mut faults = Vec::new();
    let expected = &case.expected;
    let named = expected.fills.keys().chain(expected.gaps.keys());
    faults.extend(
        named.filter(|it| !before.contains_key(*it)).map(|it| format!("{it}: no such place")),
    );
    for (place, words) in after {
        let reads = plain(words);
        if let Some(gap) = expected.gaps.get(place) {
            if reads == plain(&gap.reads) {
                faults.push(format!("{place}: works now, move it from [gaps] to [fills]"));
            }
            assert!(!gap.known_gap.is_empty(), "{}: a gap has its reason", case.name);
        } else if let Some(should) = expected.fills.get(place) {
            if reads != plain(should) {
                faults.push(format!("{place}: should read `{}`, reads `{reads}`", plain(should)));
            }
        } else if before.get(place) != Some(words) {
            faults.push(format!("{place}: should stay as it is, reads `{reads}`"));
        }
    }
    faults
}

/// Where the reasons for blanks are not the expected ones, and what is written for others.
fn blanks(case: &Case, report: &engine::Report) -> Vec<String> {
    let mut faults = Vec::new();
    for (id, should) in &case.expected.leaves {
        let Some(entry) = report.fields.iter().find(|it| it.id.0 == *id) else {
            faults.push(format!("{id}: no such field"));
            continue;
        };
        let why = serde_json::to_value(&entry.why).unwrap();
        if why["why"] != **should {
            faults.push(format!("{id}: should stay blank for `{should}`, not for {why}"));
        }
    }
    faults
}

#[test]
fn what_was_written_can_be_taken_out_again_byte_for_byte() {
    let candidate = candidate();
    for case in case::all() {
        let name = &case.name;
        let blank = Document::named("form.docx", source::docx(&case.form));
        let choices = choices(&case);
        let ours = Engine::new().fill(&blank, &candidate, &choices, TODAY).unwrap();
        let form = Form::open(blank.bytes.clone(), Dictionary::shipped()).unwrap();
        let settings = Settings {
            accept: choices.accept,
            release: choices.release,
            answers: choices.answers,
            photo: None,
            ..Settings::new(TODAY)
        };
        let plan =
            Plan::new(form.fields(), &candidate.facts, Dictionary::shipped(), &settings).unwrap();
        let filled = forms::fill(&form, &plan.approve()).unwrap();
        let (before, after) = (parts(&blank.bytes), parts(&filled.bytes));
        let has_photo = parts(&ours.bytes).keys().any(|it| it.contains("media/"));
        assert!(has_photo || ours.bytes == filled.bytes, "{name}: the engine writes the same");
        assert_eq!(
            before.keys().collect::<Vec<_>>(),
            after.keys().collect::<Vec<_>>(),
            "{name}: no part comes or goes"
        );
        for (part, bytes) in &after {
            let edits =
                filled.edits.iter().find(|(it, _)| it.to_string().trim_start_matches('/') == part);
            let Some((_, edits)) = edits else {
                assert_eq!(Some(bytes), before.get(part), "{name}: {part} is not to be touched");
                continue;
            };
            let source = String::from_utf8(before[part].clone()).unwrap();
            let text = String::from_utf8(bytes.clone()).unwrap();
            let back = undo(&source, edits).unwrap();
            assert_eq!(splice(&text, &back).unwrap(), source, "{name}: {part}");
        }
    }
}

#[test]
fn parts_for_others_stay_empty_whatever_is_accepted() {
    let candidate = candidate();
    for case in case::all() {
        let blank = Document::named("form.docx", source::docx(&case.form));
        let all = Choices {
            accept: Confidence::Unsure,
            release: Release::All,
            answers: choices(&case).answers,
        };
        let asked = Engine::new().inspect(&blank).unwrap();
        let filled = Engine::new().fill(&blank, &candidate, &all, TODAY).unwrap();
        let others = asked.fields.iter().filter(|it| it.field.filler != Filler::Candidate);
        for other in others {
            let entry = filled.report.fields.iter().find(|it| it.id == other.field.id).unwrap();
            assert_eq!(entry.written, None, "{}: {}", case.name, entry.id);
        }
    }
}

#[test]
fn every_pattern_has_its_case_and_the_readme_says_which() {
    let readme = fs::read_to_string(case::folder().join("README.md")).unwrap();
    let cases = case::all();
    for pattern in 1..=PATTERNS {
        let named: Vec<&str> = cases
            .iter()
            .filter(|it| it.expected.patterns.contains(&pattern))
            .map(|it| it.name.as_str())
            .collect();
        assert!(!named.is_empty(), "no case covers pattern {pattern}");
        let start = format!("| {pattern:02} |");
        let row = readme.lines().find(|it| it.starts_with(&start));
        let row = row.unwrap_or_else(|| panic!("the README has no row for pattern {pattern}"));
        let listed: Vec<&str> = row.rsplit('|').nth(1).unwrap().trim().split(", ").collect();
        assert_eq!(listed, named, "pattern {pattern} in the README");
    }
    let known: BTreeSet<u8> = (1..=PATTERNS).collect();
    assert!(cases.iter().all(|it| it.expected.patterns.is_subset(&known)));
}
