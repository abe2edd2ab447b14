//! The sample candidate answers what forms ask, and says where each answer stands.

// `json!` of a whole school.
#![recursion_limit = "256"]
#![expect(clippy::unwrap_used, reason = "helpers of tests, which fail by panicking")]

use std::collections::BTreeSet;

use jiff::civil::{Date, date};
use profile::{Fact, Key, List, Profile, RowList, Value, ValueKind, catalogue};
use serde_json::json;

const SAMPLE: &str = include_str!("../../../../templates/sample/profile.json");
const TODAY: Date = date(2026, 11, 20);

fn sample() -> Profile {
    Profile::parse(SAMPLE).unwrap()
}

/// What hardly anybody has all at once, and nobody in the sample.
fn everything() -> Profile {
    let text = json!({ "en": "something", "zh": "某事" });
    let person = json!({
        "name": { "en": "Ming Chen", "zh": "陈明" }, "relation": "teacher", "title": text, "position": text,
        "organization": text, "department": text, "email": "ming@example.com", "phone": "+86 199 0000 0001",
        "address": text
    });
    let school = |level: &str, degree: &str, mode: &str| {
        json!({
            "institution": text, "department": text, "major": text, "majorCategory": text, "discipline": text,
            "direction": text, "level": level, "degree": degree, "degreeName": text, "programme": "regular",
            "state": "graduated", "grade": text, "gradeYear": 1, "semester": 1, "class": text, "studentId": "1",
            "startDate": "2010-09", "endDate": "2014-06", "degreeDate": "2014-06", "years": 4, "gpa": "3.5",
            "gpaScale": "4.0", "average": "88", "rank": "3", "classSize": 30, "mode": mode, "location": text,
            "country": text, "address": text, "certificateNumber": "1", "degreeCertificateNumber": "1",
            "thesis": text, "courses": [text], "languageOfStudy": text, "firstLanguageOfStudy": text,
            "failedCourses": 0, "hasBacklogs": false, "position": text, "description": text, "advisor": person,
            "witness": text, "witnessPhone": "+86 199 0000 0001"
        })
    };
    let levels = [
        "primary",
        "juniorHigh",
        "highSchool",
        "vocational",
        "associate",
        "bachelor",
        "master",
        "doctor",
    ];
    let mut education: Vec<_> =
        levels.iter().map(|level| school(level, "master", "fullTime")).collect();
    education.push(school("master", "master", "partTime"));
    let job = json!({
        "employer": text, "employerType": "private", "department": text, "position": text, "title": text,
        "type": "job", "time": "fullTime", "startDate": "2015-01", "endDate": "2030-01", "duties": text,
        "address": text, "location": text, "country": text, "phone": "+86 199 0000 0001", "supervisor": text,
        "supervisorPhone": "+86 199 0000 0001", "salary": text, "reasonForLeaving": text, "witness": text,
        "witnessPhone": "+86 199 0000 0001"
    });
    let mut internship = job.clone();
    internship["type"] = json!("internship");
    internship["endDate"] = json!("2016-01");
    let relative = |relation: &str| {
        json!({
            "relation": relation, "name": "陈明", "gender": "female", "birthDate": "1970-01-01",
            "politicalStatus": "masses", "nationality": text, "birthCountry": text, "employer": text,
            "position": text, "phone": "+86 199 0000 0001", "email": "ming@example.com", "education": "bachelor",
            "address": text
        })
    };
    let profile = json!({
        "basics": {
            "name": { "en": "Ming A Chen", "zh": "陈明", "middle": "A" }, "formerName": text,
            "disability": { "disabled": true, "type": text, "level": text }, "taxId": "1", "socialSecurity": "1",
            "drivingLicence": { "number": "1" }
        },
        "education": education, "work": [job, internship],
        "family": [relative("father"), relative("mother"), relative("spouse")],
        "references": [person, person, person],
        "application": { "relativeName": text, "relativeRelation": "friend", "relativePosition": text },
    });
    Profile::parse(&profile.to_string()).unwrap()
}

fn fact(profile: &Profile, key: &str) -> Option<Fact> {
    profile.fact(&Key::parse(key).unwrap(), TODAY)
}

/// What the sample says about a key, as JSON.
#[track_caller]
fn check(key: &str, expected: serde_json::Value) {
    let value = fact(&sample(), key).map(|fact| serde_json::to_value(fact.value).unwrap());
    assert_eq!(value, Some(expected), "{key}");
}

#[test]
fn every_key_can_be_answered() {
    let profiles = [sample(), everything()];
    for info in catalogue() {
        let answered = match info.key.as_str().split_once("[].") {
            None => profiles.iter().any(|profile| profile.fact(&info.key, TODAY).is_some()),
            Some((list, column)) => {
                let list = RowList::ALL.iter().find(|known| known.name() == list).unwrap();
                profiles
                    .iter()
                    .flat_map(|profile| profile.rows(*list, TODAY))
                    .any(|row| row.fact(column).is_some())
            }
        };
        assert!(answered, "nobody answers `{}`", info.key);
    }
}

#[test]
fn an_empty_profile_answers_nothing_but_the_date() {
    let profile = Profile::default();
    for info in catalogue() {
        let fact = profile.fact(&info.key, TODAY);
        assert_eq!(fact.is_some(), info.key.as_str() == "application.date", "{fact:?}");
    }
    assert!(RowList::ALL.iter().all(|list| profile.rows(*list, TODAY).is_empty()));
}

#[test]
fn every_answer_stands_where_its_source_says() {
    for profile in [sample(), everything()] {
        let json = serde_json::to_value(&profile).unwrap();
        let rows = RowList::ALL.iter().flat_map(|list| profile.rows(*list, TODAY));
        let facts = catalogue().iter().filter_map(|info| profile.fact(&info.key, TODAY));
        let all: Vec<Fact> =
            rows.flat_map(|row| row.facts().cloned().collect::<Vec<_>>()).chain(facts).collect();
        assert!(all.len() > 300);
        for fact in all {
            assert!(json.pointer(&fact.source).is_some(), "{fact:?}");
        }
    }
}

#[test]
fn a_value_is_of_the_kind_that_the_catalogue_promises() {
    for profile in [sample(), everything()] {
        for info in catalogue() {
            let Some(fact) = profile.fact(&info.key, TODAY) else { continue };
            let kind = match &fact.value {
                Value::Text(_) => ValueKind::Text,
                Value::Date(_) => ValueKind::Date,
                Value::Period { .. } => ValueKind::Period,
                Value::Choice { list, code } => {
                    assert!(list.codes().contains(code));
                    ValueKind::Choice(*list)
                }
                Value::Flag(_) => ValueKind::Flag,
                Value::Number(_) => ValueKind::Number,
                Value::Phone(_) => ValueKind::Phone,
                Value::Photo(_) => ValueKind::Photo,
                Value::Lines(_) => ValueKind::Lines,
                Value::Joined(_) => ValueKind::Joined,
            };
            let own_words = matches!((info.kind, kind), (ValueKind::Choice(_), ValueKind::Text));
            let in_progress =
                info.key.as_str() == "education.highestLevel" && kind == ValueKind::Joined;
            // One part alone needs no joining.
            let alone = info.kind == ValueKind::Joined;
            assert!(
                kind == info.kind || own_words || in_progress || alone,
                "{fact:?} is no {:?}",
                info.kind
            );
        }
    }
}

#[test]
fn what_is_sensitive_says_so() {
    let sensitive: BTreeSet<&str> =
        catalogue().iter().filter(|info| info.sensitive).map(|info| info.key.as_str()).collect();
    for key in [
        "id.number",
        "id.numberOrPassport",
        "passport.number",
        "passport.expires",
        "birthDate",
        "age",
        "isAdult",
        "birthPlace",
        "contact.address",
        "contact.postcode",
        "contact.addressAndPostcode",
        "contact.permanentAddress",
        "household.address",
        "household.addressAndPostcode",
        "taxId",
        "socialSecurity",
        "drivingLicence.number",
        "family.summary",
        "family.father.name",
        "family.mother.phone",
        "family[].name",
        "family[].employerAndPosition",
        "emergency.name",
        "emergency.phone",
    ] {
        assert!(sensitive.contains(key), "{key}");
    }
    for key in [
        "name",
        "contact.email",
        "contact.phone",
        "contact.city",
        "education.institution",
        "referee.1.phone",
    ] {
        assert!(!sensitive.contains(key), "{key}");
    }
    assert!(fact(&sample(), "id.number").unwrap().sensitive);
    assert!(
        sample()
            .rows(RowList::Family, TODAY)
            .iter()
            .all(|row| row.facts().all(|fact| fact.sensitive))
    );
}

#[test]
fn the_schema_marks_what_the_catalogue_holds_back() {
    let schema = profile::schema();
    let marked = |pointer: &str| {
        schema.pointer(pointer).and_then(|member| member.get("x-sensitive")) == Some(&json!(true))
    };
    for pointer in [
        "/$defs/Basics/properties/birthDate",
        "/$defs/Basics/properties/birthPlace",
        "/$defs/Basics/properties/taxId",
        "/$defs/Identity/properties/number",
        "/$defs/Passport/properties/number",
        "/$defs/Address/properties/address",
        "/$defs/Household/properties/address",
        "/properties/family",
        "/properties/emergency",
    ] {
        assert!(marked(pointer), "{pointer}");
    }
    assert!(!marked("/$defs/Basics/properties/email"));
}

#[test]
fn the_present_education_answers_for_the_candidate() {
    check(
        "education.institution",
        json!({ "text": { "en": "Yunqi University of Technology", "zh": "云栖理工大学" } }),
    );
    check("education.degree", json!({ "choice": { "list": "degree", "code": "doctor" } }));
    check(
        "education.period",
        json!({ "period": { "start": "2023-09-01", "end": "2028-06-30", "ongoing": true } }),
    );
    check("education.gpaAndScale", json!({ "text": { "en": "3.92/4.0", "zh": "3.92/4.0" } }));
    check(
        "education.bachelor.institution",
        json!({ "text": { "en": "Qingchuan University", "zh": "青川大学" } }),
    );
    check("education.graduate.degree", json!({ "choice": { "list": "degree", "code": "doctor" } }));
}

#[test]
fn a_level_in_progress_is_not_passed_off_as_finished() {
    let level = json!({ "choice": { "list": "level", "code": "doctor" } });
    let progress = json!({ "choice": { "list": "studyState", "code": "inProgress" } });
    check("education.highestLevel", json!({ "joined": [level, progress] }));
    check("education.highestDegree", json!({ "choice": { "list": "degree", "code": "bachelor" } }));
    let later = sample().fact(&Key::parse("education.highestDegree").unwrap(), date(2029, 1, 1));
    // The profile still says in progress, and we do not know better.
    assert_eq!(later.unwrap().value, Value::Choice { list: List::Degree, code: "bachelor" });
}

#[test]
fn what_follows_from_a_fact_says_that_it_was_derived() {
    let sample = sample();
    for key in [
        "age",
        "isAdult",
        "availability.weeks",
        "availability.months",
        "publications.count",
        "affiliation.position",
    ] {
        assert!(fact(&sample, key).unwrap().derived, "{key}");
    }
    for key in ["name", "birthDate", "education.period", "contact.address", "languages.english"] {
        assert!(!fact(&sample, key).unwrap().derived, "{key}");
    }
    assert_eq!(fact(&sample, "age").unwrap().value, Value::Number("25".into()));
    assert_eq!(fact(&sample, "availability.weeks").unwrap().value, Value::Number("25".into()));
}

#[test]
fn a_name_in_pinyin_is_worked_out_and_can_be_overridden() {
    let with =
        |name: &str| Profile::parse(&format!(r#"{{"basics": {{"name": {name}}}}}"#)).unwrap();
    let derived = with(r#""吕思远""#);
    let name = fact(&derived, "name").unwrap();
    assert_eq!(
        (name.value, name.derived),
        (Value::Text(profile::Text::new("Siyuan Lyu", "吕思远")), true)
    );
    let pinyin = fact(&derived, "name.pinyin").unwrap();
    assert_eq!(
        (pinyin.value, pinyin.derived),
        (Value::Text(profile::Text::neutral("LYU Siyuan")), true)
    );

    let said = with(r#"{"zh": "吕思远", "pinyin": "LU Siyuan"}"#);
    assert_eq!(
        fact(&said, "name.family").unwrap().value,
        Value::Text(profile::Text::new("Lu", "吕"))
    );
    assert!(!fact(&said, "name.pinyin").unwrap().derived);
}

#[test]
fn a_western_name_is_split_at_its_last_word() {
    let profile = Profile::parse(r#"{"basics": {"name": "Maria del Mar Schmidt"}}"#).unwrap();
    assert_eq!(
        fact(&profile, "name.family").unwrap().value,
        Value::Text(profile::Text::bare("Schmidt"))
    );
    assert_eq!(
        fact(&profile, "name.given").unwrap().value,
        Value::Text(profile::Text::bare("Maria del Mar"))
    );
    assert!(fact(&profile, "name.pinyin").is_none());
}

#[test]
fn a_chinese_name_written_family_first_is_split_there() {
    let profile =
        Profile::parse(r#"{"basics": {"name": {"en": "Li Zihan", "zh": "李子涵"}}}"#).unwrap();
    assert_eq!(
        fact(&profile, "name.family").unwrap().value,
        Value::Text(profile::Text::new("Li", "李"))
    );
}

#[test]
fn a_student_is_at_the_university_and_not_at_the_last_internship() {
    check(
        "affiliation.name",
        json!({ "text": { "en": "Yunqi University of Technology", "zh": "云栖理工大学" } }),
    );
    check("affiliation.position", json!({ "choice": { "list": "student", "code": "doctor" } }));
    check(
        "work.employer",
        json!({ "text": { "en": "Qingniao Cloud", "zh": "青鸟云计算有限公司" } }),
    );
    assert!(fact(&sample(), "work.current.employer").is_none());
    check("work.years", json!({ "number": "0" }));
}

#[test]
fn years_of_work_count_overlapping_jobs_once() {
    let jobs = r#"{"work": [
        {"employer": "A", "startDate": "2020-01", "endDate": "2021-12"},
        {"employer": "B", "startDate": "2021-07", "endDate": "2022-06"},
        {"employer": "C", "position": "Summer intern", "startDate": "2018-07", "endDate": "2018-09"}
    ]}"#;
    let profile = Profile::parse(jobs).unwrap();
    assert_eq!(fact(&profile, "work.years").unwrap().value, Value::Number("2.5".into()));
    assert_eq!(fact(&profile, "work.firstJobDate").unwrap().source, "/work/0/startDate");
}

#[test]
fn history_runs_from_school_to_today() {
    let starts: Vec<String> = sample()
        .rows(RowList::History, TODAY)
        .iter()
        .filter_map(|row| match row.fact("startDate")?.value {
            Value::Date(date) => Some(date.to_string()),
            _ => None,
        })
        .collect();
    assert_eq!(starts, ["2016-09-01", "2019-09-01", "2023-09-01", "2024-09-02", "2025-06-30"]);
    let newest = sample().rows(RowList::Education, TODAY)[0].fact("level").unwrap();
    assert_eq!(newest.source, "/education/0/level");
}

#[test]
fn a_fact_of_the_candidates_own_is_found_by_its_key() {
    check("extra.clothing-size", json!({ "text": { "en": "M" } }));
    let sample = sample();
    let (key, labels) = sample.extras().next().unwrap();
    assert_eq!((key.as_str(), labels[0].zh()), ("extra.consent-letter", Some("导师同意函")));
}

#[test]
fn the_sample_has_no_faults() {
    assert_eq!(sample().check(TODAY), []);
}

#[test]
fn the_scoring_candidate_has_no_faults() {
    let profile = Profile::parse(include_str!("../../xtask/score/profile.json")).unwrap();
    assert_eq!(profile.check(TODAY), []);
    assert!(fact(&profile, "photo").is_none());
}

#[test]
fn showing_a_profile_shows_nobody() {
    let shown = format!("{:?}", sample());
    assert!(!shown.contains("Ruoxi") && !shown.contains("Yunqi"), "{shown}");
}
