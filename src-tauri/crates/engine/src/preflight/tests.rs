//! The rules about what goes along, posting by posting.

use postings::Posting;

use super::{Enclosed, Finding, Paper, check_files};
use crate::desk::DocumentRole::{self, Certificates, Other, Publications, Statement, Transcript};

/// A posting by mail that says this besides.
fn posting(says: &str) -> Posting {
    let toml = format!(
        "schema_version = 1\ntitle = \"Intern\"\n[how_to_apply]\nchannels = [\"email\"]\n{says}"
    );
    Posting::parse("posting.toml", &toml).unwrap()
}

/// Things that a posting requires.
fn required(items: &[&str]) -> Posting {
    let one = |it: &&str| format!("[[materials]]\nrequired = true\nitem = {it}\n");
    posting(&items.iter().map(one).collect::<String>())
}

fn about(findings: &[Finding]) -> Vec<String> {
    findings.iter().map(|it| format!("{} {}", it.code.name(), it.about.join(" "))).collect()
}

#[track_caller]
fn check(posting: &Posting, roles: &[DocumentRole], found: &[&str]) {
    let paper =
        |(at, role): (usize, &DocumentRole)| Paper { name: format!("{at}.pdf"), role: *role };
    let others = roles.iter().enumerate().map(paper).collect();
    let enclosed = Enclosed { others, ..Enclosed::default() };
    assert_eq!(about(&check_files(posting, &enclosed)), found, "{roles:?}");
}

#[test]
fn one_file_answers_to_one_thing_that_is_asked_for() {
    let three = required(&["\"statement\"", "\"certificates\"", "\"publications\""]);
    check(
        &three,
        &[Other],
        &[
            "materialMissing statement",
            "materialMissing certificates",
            "materialMissing publications",
        ],
    );
    check(
        &three,
        &[Statement, Transcript],
        &["materialMissing certificates", "materialMissing publications"],
    );
    check(&three, &[Publications, Certificates, Statement], &[]);
}

#[test]
fn as_many_files_are_wanted_as_the_posting_says() {
    let two = required(&["\"other\"", "\"other\""]);
    check(&two, &[Other], &["materialMissing other 1 2 some"]);
    check(&two, &[Other, Other], &[]);
    let papers = required(&["\"publications\"\ncount = 3"]);
    check(&papers, &[Publications, Publications], &["materialMissing publications 2 3 some"]);
}
