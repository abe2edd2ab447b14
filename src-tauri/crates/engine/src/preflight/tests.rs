//! The rules about what goes along, posting by posting.

use postings::Posting;

use super::{CvRead, Enclosed, Finding, Paper, check_cv, check_dates, check_files};
use crate::desk::DocumentRole::{
    self, Certificates, Letter, Other, Publications, References, Statement, Transcript,
};

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
    let paper = |(at, role): (usize, &DocumentRole)| Paper {
        name: format!("{at}.pdf"),
        role: *role,
        pages: Some(2),
    };
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

#[test]
fn every_paper_is_as_long_as_the_posting_takes() {
    let short = required(&["\"statement\"\nmax_pages = 1", "\"letter\"\nmax_pages = 2"]);
    check(&short, &[Statement, Letter], &["tooManyPages 0.pdf 2 1"]);
    let paper = Paper { name: "statement.docx".to_owned(), role: Statement, pages: None };
    let enclosed = Enclosed { others: vec![paper], ..Enclosed::default() };
    let found = about(&check_files(&short, &enclosed));
    assert_eq!(found, ["filesRule statement.docx 1 pages", "materialMissing letter"]);
}

#[test]
fn a_cv_whose_pages_cannot_be_counted_is_left_to_the_candidate() {
    let cv =
        documents::read(b"Curriculum vitae of Mei Ling, a student of storage", "cv.txt").unwrap();
    let cv = CvRead { name: "cv.txt".to_owned(), read: Ok(cv) };
    let codes = |posting: &Posting| about(&check_cv(&cv, posting));
    assert!(
        codes(&required(&["\"cv\"\nmax_pages = 2"]))
            .contains(&"filesRule cv.txt 2 pages".to_owned())
    );
    assert!(!codes(&required(&["\"cv\""])).iter().any(|it| it.contains("pages")));
}

#[test]
fn a_stay_is_neither_shorter_nor_longer_than_the_posting_says() {
    let profile = |from: &str, until: &str| {
        let facts = format!(r#"{{"availability": {{"from": "{from}", "until": "{until}"}}}}"#);
        profile::Profile::parse(&facts).unwrap()
    };
    let now = jiff::civil::date(2026, 3, 1).at(9, 0, 0, 0);
    let told = |says: &str, from, until| {
        let posting = posting(&format!("[duration]\n{says}\n"));
        about(&check_dates(&posting, &profile(from, until), now, &jiff::tz::TimeZone::UTC))
    };
    let none: [&str; 0] = [];
    assert_eq!(told("exact_weeks = 12", "2026-06-01", "2026-08-21"), none);
    assert_eq!(told("exact_weeks = 12", "2026-06-01", "2026-08-14"), ["tooShort 12 weeks"]);
    assert_eq!(told("exact_weeks = 12", "2026-06-01", "2026-09-30"), ["tooLong 12 weeks"]);
    assert_eq!(told("max_weeks = 12", "2026-06-01", "2026-09-30"), ["tooLong 12 weeks"]);
    assert_eq!(told("max_months = 6", "2026-06-01", "2026-11-30"), none);
    assert_eq!(
        told("min_months = 3\nmax_months = 6", "2026-06-01", "2026-12-31"),
        ["tooLong 6 months"]
    );
    assert_eq!(
        told("min_months = 3\nmax_months = 6", "2026-06-01", "2026-07-31"),
        ["tooShort 3 months"]
    );
    let nobody = about(&check_dates(
        &posting("[duration]\nmax_months = 6\n"),
        &profile::Profile::default(),
        now,
        &jiff::tz::TimeZone::UTC,
    ));
    assert_eq!(nobody, ["durationUnknown 6 months most"]);
}

#[test]
fn what_may_be_many_may_be_one() {
    let told = |many: &str| {
        let text = format!(
            "Research Intern\nLakeside Institute\n\nPlease send {many} letters of reference to \
             tides@lakeside.example.org.\n"
        );
        let others =
            vec![Paper { name: "letter.pdf".to_owned(), role: References, pages: Some(1) }];
        let enclosed = Enclosed { others, ..Enclosed::default() };
        about(&check_files(&Posting::import(&text).posting(), &enclosed))
    };
    assert_eq!(told("three"), ["materialMissing references 1 3 some"]);
    let none: [&str; 0] = [];
    assert_eq!(told("up to three"), none);
}
