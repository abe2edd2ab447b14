//! Nothing is lost: in reading and writing, in merging, in import and export.

use jiff::civil::date;
use profile::{Key, Language, Level, Profile, export, import};
use proptest::prelude::*;
use serde_json::{Value, json};

const SAMPLE: &str = include_str!("../../../../templates/sample/profile.json");

/// A JSON Resume that uses every member of its schema, and one that is not in it.
fn resume() -> Value {
    json!({
        "$schema": "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json",
        "basics": {
            "name": "Mei Wang", "label": "Engineer", "image": "mei.jpg", "email": "mei@example.com",
            "phone": "+86 199 0000 0001", "url": "https://mei.example.com", "summary": "Builds things.",
            "location": {
                "address": "1 Example Road", "postalCode": "100000", "city": "Beijing", "countryCode": "CN",
                "region": "Beijing"
            },
            "profiles": [{ "network": "GitHub", "username": "mei", "url": "https://github.com/mei" }]
        },
        "work": [{
            "name": "Example Ltd", "location": "Beijing", "description": "Makes examples", "position": "Engineer",
            "url": "https://example.com", "startDate": "2020-01", "endDate": "2021-12-31", "summary": "Made some.",
            "highlights": ["One", "Two"]
        }],
        "volunteer": [{
            "organization": "Club", "position": "Chair", "url": "https://club.example.org", "startDate": "2019",
            "endDate": "2020", "summary": "Chaired.", "highlights": ["Grew"]
        }],
        "education": [{
            "institution": "Example University", "url": "https://uni.example.edu", "area": "Physics",
            "studyType": "Bachelor of Science", "startDate": "2015-09", "endDate": "2019-06", "score": "3.7/4.0",
            "courses": ["Optics"]
        }],
        "awards": [{ "title": "Medal", "date": "2018-05", "awarder": "Society", "summary": "For optics" }],
        "certificates": [{ "name": "First aid", "date": "2020", "issuer": "Cross", "url": "https://example.org/c" }],
        "publications": [{
            "name": "On Light", "publisher": "Journal of Examples", "releaseDate": "2019-03",
            "url": "https://example.org/p", "summary": "About light"
        }],
        "skills": [{ "name": "Programming", "level": "Master", "keywords": ["Rust"] }],
        "languages": [{ "language": "English", "fluency": "Native speaker" }],
        "interests": [{ "name": "Chess", "keywords": ["blitz"] }],
        "references": [{ "name": "Ming Chen", "reference": "Good." }],
        "projects": [{
            "name": "Lamp", "description": "A lamp", "highlights": ["Bright"], "keywords": ["LED"],
            "startDate": "2018-01", "endDate": "2018-02", "url": "https://example.org/l", "roles": ["Lead"],
            "entity": "Club", "type": "application"
        }],
        "meta": { "version": "v1.0.0" },
        "x-shoes": { "size": 42 }
    })
}

#[test]
fn the_sample_is_written_as_it_was_read() {
    let before: Value = serde_json::from_str(SAMPLE).unwrap();
    let profile = Profile::parse(SAMPLE).unwrap();
    let again = Profile::parse(&profile.to_json()).unwrap();
    assert!(again == profile);
    let after = serde_json::to_value(&profile).unwrap();
    let pointers = |value: &Value| leaves(value, String::new());
    let (before, after) = (pointers(&before), pointers(&after));
    for pointer in &before {
        // A bare string comes back sorted by language.
        let kept =
            after.iter().any(|there| there == pointer || there.starts_with(&format!("{pointer}/")));
        assert!(kept, "{pointer}");
    }
}

fn leaves(value: &Value, at: String) -> Vec<String> {
    match value {
        Value::Object(members) => {
            members.iter().flat_map(|(name, value)| leaves(value, format!("{at}/{name}"))).collect()
        }
        Value::Array(entries) => entries
            .iter()
            .enumerate()
            .flat_map(|(i, value)| leaves(value, format!("{at}/{i}")))
            .collect(),
        _ => vec![at],
    }
}

#[test]
fn members_we_do_not_know_are_kept_everywhere() {
    let json = json!({
        "schemaVersion": 1,
        "basics": { "aura": "blue", "name": { "zh": "李明", "nick": 7 }, "id": { "ring": [1, 2] } },
        "education": [{ "institution": { "en": "MIT" }, "dorm": { "room": null } }],
        "work": [{ "desk": true }],
        "moon": { "phase": 0.5 }
    });
    let profile = Profile::parse(&json.to_string()).unwrap();
    assert_eq!(serde_json::to_value(&profile).unwrap(), json);
}

#[test]
fn an_import_has_a_place_for_everything() {
    let profile = import::json_resume(&resume().to_string()).unwrap();
    assert_eq!(profile.basics.name.whole().en(), Some("Mei Wang"));
    assert_eq!(profile.education[0].level, Some(Level::Bachelor));
    assert_eq!(profile.education[0].gpa.as_ref().unwrap().0, "3.7");
    assert_eq!(profile.statements.personal.long().en(), Some("Builds things."));
    assert_eq!(profile.languages[0].native, Some(true));
    assert_eq!(profile.other["x-shoes"]["size"], 42);
    assert_eq!(profile.work[0].other["description"], "Makes examples");
    let programming = Key::parse("skills.programming").unwrap();
    assert!(profile.fact(&programming, date(2026, 11, 20)).is_some());
}

#[test]
fn an_export_reads_as_what_was_imported() {
    let before = resume();
    let profile = import::json_resume(&before.to_string()).unwrap();
    let after: Value = serde_json::from_str(&export::json_resume(&profile, Language::En)).unwrap();
    let mut expected = before;
    // The street stays at home.
    let location = expected["basics"]["location"].as_object_mut().unwrap();
    location.retain(|name, _| name != "address" && name != "postalCode");
    assert_eq!(after, expected);
}

#[test]
fn an_export_speaks_the_language_that_was_asked_for() {
    let sample = Profile::parse(SAMPLE).unwrap();
    let read =
        |language| serde_json::from_str::<Value>(&export::json_resume(&sample, language)).unwrap();
    let (en, zh) = (read(Language::En), read(Language::Zh));
    assert_eq!(
        (&en["basics"]["name"], &zh["basics"]["name"]),
        (&json!("Ruoxi Lin"), &json!("林若溪"))
    );
    assert_eq!(
        (&en["education"][0]["area"], &zh["education"][0]["area"]),
        (&json!("Cyberspace Security"), &json!("网络空间安全"))
    );
}

#[test]
fn an_export_holds_nothing_sensitive() {
    let sample = Profile::parse(SAMPLE).unwrap();
    let resume =
        export::json_resume(&sample, Language::En) + &export::json_resume(&sample, Language::Zh);
    let basics = &sample.basics;
    for secret in [
        basics.id.number.as_deref().unwrap(),
        basics.passport.number.as_deref().unwrap(),
        "2001-04-09",
        basics.location.address.zh().unwrap(),
        "林建国",
    ] {
        assert!(!resume.contains(secret), "{secret}");
    }
}

#[test]
fn an_import_that_is_no_resume_is_refused() {
    assert!(import::json_resume("[1, 2]").is_err());
    assert!(import::json_resume("{").is_err());
}

#[test]
fn odd_members_of_a_resume_are_kept_as_they_were() {
    let json = r#"{"basics": {"email": 7}, "work": [{"startDate": "last spring"}, "a string"], "skills": null}"#;
    let profile = import::json_resume(json).unwrap();
    assert_eq!(profile.basics.other["email"], 7);
    assert_eq!(profile.work[0].other["startDate"], "last spring");
    assert_eq!(profile.other["work"], json!(["a string"]));
}

#[test]
fn merging_fills_what_is_empty_and_overwrites_nothing() {
    let mut mine = Profile::parse(
        r#"{"basics": {"name": {"zh": "王梅"}, "email": "own@example.com"},
            "education": [{"institution": "Example University", "level": "bachelor", "startDate": "2015"}]}"#,
    )
    .unwrap();
    mine.merge(import::json_resume(&resume().to_string()).unwrap());
    assert_eq!(mine.basics.email.as_deref(), Some("own@example.com"));
    assert_eq!(mine.basics.name.whole(), profile::Text::new("Mei Wang", "王梅"));
    assert_eq!(mine.basics.phone.as_ref().unwrap().0, "+86 199 0000 0001");
    // The same studies, told once more exactly.
    assert_eq!(mine.education.len(), 1);
    assert_eq!(mine.education[0].start_date.unwrap().to_string(), "2015");
    assert_eq!(mine.education[0].major.en(), Some("Physics"));
    assert_eq!(mine.work.len(), 1);
}

#[test]
fn merging_twice_changes_nothing_more() {
    let incoming = import::json_resume(&resume().to_string()).unwrap();
    let mut once = Profile::parse(SAMPLE).unwrap();
    once.merge(incoming.clone());
    let mut twice = once.clone();
    twice.merge(incoming);
    assert!(once == twice);
}

/// Any JSON, a few levels deep.
fn anything() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        ".{0,8}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec(("[a-z]{1,6}", inner), 0..4)
                .prop_map(|members| members.into_iter().collect::<Value>()),
        ]
    })
}

proptest! {
    #[test]
    fn unknown_members_survive_whatever_they_are(value in anything()) {
        let json = json!({ "schemaVersion": 1, "x-top": value, "basics": { "x-basics": value },
            "projects": [{ "x-entry": value }] });
        let profile = Profile::parse(&json.to_string()).unwrap();
        prop_assert_eq!(serde_json::to_value(&profile).unwrap(), json);
    }

    #[test]
    fn reading_any_json_never_panics(name in "(basics|education|work|family|extra|statements)", value in anything()) {
        let json = json!({ name: value }).to_string();
        if let Ok(profile) = Profile::parse(&json) {
            let today = date(2026, 11, 20);
            let _ = profile.check(today);
            for info in profile::catalogue() {
                let _ = profile.fact(&info.key, today);
            }
        }
        let _ = import::json_resume(&json);
    }
}
