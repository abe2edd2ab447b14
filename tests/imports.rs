//! Invented postings, read by the importer and held against what a careful person reads.
//!
//! Each case in `tests/postings/` says every fact of its text. A fact that is found and
//! not said counts as wrong: nothing may be invented.
//!
//! `CANDIDACY_POSTINGS=FOLDER` measures the cases of another folder instead, and holds
//! them to no bar.

use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs,
    path::{Path, PathBuf},
};

use postings::{Posting, import};
use serde_json::Value;

/// The rules for importers that were read off real postings.
const RULES: u64 = 15;

/// One posting, and what it says.
struct Case {
    name: String,
    text: String,
    rules: BTreeSet<u64>,
    facts: BTreeMap<String, String>,
    ask: Vec<String>,
    /// Facts that two careful people could see differently: they do not count.
    debatable: Vec<String>,
}

/// How the facts of a posting came out.
#[derive(Default)]
struct Score {
    right: usize,
    missed: Vec<String>,
    wrong: Vec<String>,
}

fn cases() -> Vec<Case> {
    cases_in(&Path::new(env!("CARGO_MANIFEST_DIR")).join("postings"))
}

fn cases_in(folder: &Path) -> Vec<Case> {
    let entries = fs::read_dir(folder).unwrap().map(|it| it.unwrap().path());
    let mut folders: Vec<PathBuf> = entries.filter(|it| it.is_dir()).collect();
    folders.sort();
    folders.iter().map(|it| open(it)).collect()
}

fn open(folder: &Path) -> Case {
    let name = folder.file_name().unwrap().to_string_lossy().into_owned();
    let read = |file: &str| fs::read_to_string(folder.join(file));
    let text = read("posting.txt").or_else(|_| read("posting.html")).unwrap();
    let expected = read("expected.toml").unwrap();
    let debatable: Vec<String> = expected.lines().flat_map(debatable).collect();
    let expected: toml::Table = expected.parse().unwrap();
    let mut expected = serde_json::to_value(expected).unwrap();
    let members = expected.as_object_mut().unwrap();
    let rules = members.remove("rules").unwrap_or_default();
    let rules = rules.as_array().into_iter().flatten().map(|it| it.as_u64().unwrap()).collect();
    let ask = members.remove("ask").unwrap_or_default();
    let ask = ask.as_array().into_iter().flatten().map(word).collect();
    let mut facts = BTreeMap::new();
    for (fact, value) in members.iter() {
        flatten(fact, value, &mut facts);
    }
    facts.retain(|fact, _| !is_among(&debatable, fact));
    Case { name, text, rules, facts, ask, debatable }
}

/// `# debatable: title, deadline.time (two are named)`: the facts, without the reason.
fn debatable(line: &str) -> Vec<String> {
    let Some((_, facts)) = line.split_once("# debatable:") else { return Vec::new() };
    let facts = facts.split('(').next().unwrap_or_default();
    facts.split(',').filter_map(|it| it.split_whitespace().next()).map(str::to_owned).collect()
}

/// Whether a fact, or what it is a part of, is in a list.
fn is_among(list: &[String], fact: &str) -> bool {
    list.iter().any(|it| {
        fact.strip_prefix(it.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    })
}

fn word(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// `deadline.iso` = `2026-03-31`: one line for each thing that is said.
fn flatten(path: &str, value: &Value, out: &mut BTreeMap<String, String>) {
    match value {
        Value::Null | Value::Bool(false) => {}
        Value::Object(members) => {
            for (key, value) in
                members.iter().filter(|(key, _)| *key != "said" && *key != "preferred")
            {
                flatten(&format!("{path}.{key}"), value, out);
            }
        }
        Value::Array(all) if path == "materials" => {
            let mut seen: BTreeMap<String, usize> = BTreeMap::new();
            for material in all {
                let item = word(&material["item"]);
                let number = seen.entry(item.clone()).and_modify(|it| *it += 1).or_insert(1);
                let name = if *number > 1 {
                    format!("materials.{item}{number}")
                } else {
                    format!("materials.{item}")
                };
                let required = material["required"].as_bool().unwrap_or(true);
                out.insert(name.clone(), if required { "required" } else { "optional" }.to_owned());
                for key in ["count", "formats", "languages", "limit"] {
                    flatten(&format!("{name}.{key}"), &material[key], out);
                }
            }
        }
        // How an item is cut is a matter of taste; how many there are is not.
        Value::Array(all) if path == "qualifications.items" => {
            out.insert(path.to_owned(), all.len().to_string());
        }
        Value::Array(all) if all.is_empty() => {}
        Value::Array(all) => {
            let words: BTreeSet<String> = all.iter().map(word).collect();
            out.insert(path.to_owned(), words.into_iter().collect::<Vec<_>>().join(", "));
        }
        plain => {
            out.insert(path.to_owned(), word(plain));
        }
    }
}

/// What the importer finds, in the same words.
fn found(text: &str) -> BTreeMap<String, String> {
    let imported = serde_json::to_value(import(text)).unwrap();
    let mut out = BTreeMap::new();
    for (name, fact) in imported.as_object().unwrap() {
        if let Some(value) = fact.get("value") {
            flatten(name, value, &mut out);
        }
    }
    out
}

/// Whether two careful people would call both the same: the width of brackets, gaps, a short
/// name in brackets behind the whole one and, in a title, the words that somebody is looked
/// for do not part `诚聘博士后` from `博士后招聘`.
fn is_same(fact: &str, is: &str, should: &str) -> bool {
    let folded = |text: &str| {
        let narrow = text.chars().filter(|it| !it.is_whitespace()).map(|it| match it {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(it) - 0xfee0).unwrap_or(it),
            other => other,
        });
        let text: String = narrow.collect::<String>().to_lowercase();
        let mut own = text.strip_prefix("the").filter(|_| fact == "organisation").unwrap_or(&text);
        if fact == "title" {
            let before = ["招聘", "招收", "诚聘", "招募", "徵求", "誠徵"];
            own = before.iter().find_map(|it| own.strip_prefix(it)).unwrap_or(own);
            for after in [["公告", "启事", "通知"], ["招聘", "招募", "招生"]] {
                own = after.iter().find_map(|it| own.strip_suffix(it)).unwrap_or(own);
            }
        }
        // `Harbour Robotics Unit (HRU)` is called by both.
        let short =
            own.strip_suffix(')').and_then(|it| it.rsplit_once('(')).filter(|(full, it)| {
                let word = it.chars().all(|it| it.is_ascii_alphanumeric() || it == '-');
                full.len() > 8 && word && (2..=10).contains(&it.len())
            });
        let has_short = fact == "organisation" || fact == "group";
        short.filter(|_| has_short).map_or(own, |(full, _)| full).to_owned()
    };
    let worded = ["title", "organisation", "group", "location", "mention", "files"];
    let about = fact.split('.').next().unwrap_or_default();
    is == should || worded.contains(&about) && folded(is) == folded(should)
}

fn score(case: &Case) -> Score {
    let mut found = found(&case.text);
    found.retain(|fact, _| !is_among(&case.debatable, fact));
    let mut score = Score::default();
    for (fact, should) in &case.facts {
        match found.get(fact) {
            Some(is) if is_same(fact, is, should) => score.right += 1,
            Some(is) => score.wrong.push(format!("{fact}: should be `{should}`, is `{is}`")),
            None => score.missed.push(format!("{fact}: `{should}`")),
        }
    }
    let invented = found.iter().filter(|(fact, _)| !case.facts.contains_key(*fact));
    score.wrong.extend(invented.map(|(fact, is)| format!("{fact}: not said, is `{is}`")));
    score
}

#[test]
fn postings_are_read_as_a_careful_person_reads_them() {
    let own = env::var_os("CANDIDACY_POSTINGS");
    let cases = own.as_ref().map_or_else(cases, |folder| cases_in(Path::new(folder)));
    let (mut right, mut missed, mut wrong, mut stated) = (0, 0, 0, 0);
    for case in &cases {
        let score = score(case);
        stated += case.facts.len();
        right += score.right;
        missed += score.missed.len();
        wrong += score.wrong.len();
        for (word, facts) in [("missed", &score.missed), ("wrong", &score.wrong)] {
            for fact in facts {
                // Shown when the test fails, and with `--nocapture`.
                report(&format!("{}: {word} {fact}", case.name));
            }
        }
    }
    let share = |part: usize| {
        let thousandths = (part * 1000).checked_div(stated).unwrap_or_default();
        format!("{part} ({}.{:03})", thousandths / 1000, thousandths % 1000)
    };
    report(&format!(
        "{} right, {} missed, {} wrong of {stated} stated",
        share(right),
        share(missed),
        share(wrong)
    ));
    if own.is_none() {
        assert!(right * 100 >= stated * 98, "{right} right of {stated}");
        assert!(wrong * 100 <= stated, "{wrong} wrong of {stated}");
    }
}

#[expect(clippy::print_stdout, reason = "what a test reports is read by whoever runs it")]
fn report(line: &str) {
    println!("{line}");
}

#[test]
fn what_a_text_does_not_settle_is_asked() {
    for case in cases() {
        let imported = import(&case.text);
        for field in &case.ask {
            assert!(
                imported.ask.contains(field),
                "{}: {field} is not in {:?}",
                case.name,
                imported.ask
            );
        }
    }
}

#[test]
fn every_quote_is_a_piece_of_what_was_pasted() {
    fn check(name: &str, text: &str, value: &Value) {
        match value {
            Value::Object(members) => {
                if let (Some(quote), Some(start), Some(end)) =
                    (members.get("quote"), members.get("start"), members.get("end"))
                {
                    let at = |it: &Value| usize::try_from(it.as_u64().unwrap()).unwrap();
                    assert_eq!(text.get(at(start)..at(end)), quote.as_str(), "{name}");
                    assert_ne!(quote, "", "{name}: {value}");
                }
                members.values().for_each(|it| check(name, text, it));
            }
            Value::Array(all) => all.iter().for_each(|it| check(name, text, it)),
            _ => {}
        }
    }
    for case in cases() {
        check(&case.name, &case.text, &serde_json::to_value(import(&case.text)).unwrap());
    }
}

#[test]
fn what_was_read_is_a_posting_that_opens_again() {
    for case in cases() {
        let posting = import(&case.text).posting();
        let text = posting.to_toml().unwrap();
        let again =
            Posting::parse(&case.name, &text).unwrap_or_else(|error| panic!("{error}\n{text}"));
        assert_eq!(again, posting, "{}", case.name);
    }
}

#[test]
fn no_address_is_made_up() {
    for case in cases() {
        let posting = import(&case.text).posting();
        for address in posting.how_to_apply.email_to.iter().chain(&posting.how_to_apply.email_cc) {
            let (user, domain) = address.split_once('@').unwrap();
            let text = case.text.replace('\\', "");
            let host = domain.split('.').next().unwrap();
            assert!(text.contains(user) && text.contains(host), "{}: {address}", case.name);
        }
    }
}

#[test]
fn every_rule_has_its_cases() {
    let cases = cases();
    assert!(cases.len() >= 24, "{} cases", cases.len());
    assert!(cases.iter().all(|it| !it.rules.is_empty()), "each case names its rules");
    for rule in 1..=RULES {
        assert!(cases.iter().any(|it| it.rules.contains(&rule)), "no case covers rule {rule}");
    }
}
