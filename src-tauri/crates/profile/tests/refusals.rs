//! A profile that cannot be read is refused with its place, and without repeating it.

use profile::{Error, Profile};

#[test]
fn a_wrong_date_is_refused_with_its_place_and_without_its_words() {
    let error = Profile::parse(r#"{"education": [{}, {"startDate": "2024-13"}]}"#).unwrap_err();
    assert!(matches!(&error, Error::Member { pointer, .. } if pointer == "/education/1/startDate"));
    assert!(
        error.to_string().contains("`2024-09`") && !error.to_string().contains("2024-13"),
        "{error}"
    );
}

#[test]
fn a_member_of_the_wrong_kind_is_refused_with_its_place() {
    for (json, place) in [
        (r#"{"basics": {"gender": "girl"}}"#, "/basics/gender"),
        (r#"{"basics": {"name": {"family": 7.5}}}"#, "/basics/name/family"),
        (r#"{"work": {}}"#, "/work"),
        (r#"{"statements": {"plan": {"de": "secret"}}}"#, "/statements/plan"),
        (r#"{"extra": [{"value": [1]}]}"#, "/extra/0/value"),
    ] {
        let error = Profile::parse(json).unwrap_err();
        let Error::Member { pointer, expected } = &error else { panic!("{error}") };
        assert!(pointer.starts_with(place), "{pointer}");
        assert!(!expected.contains("girl") && !expected.contains("secret"), "{expected}");
    }
}

#[test]
fn a_profile_of_a_later_version_is_refused() {
    let error = Profile::parse(r#"{"schemaVersion": 2, "basics": 7}"#).unwrap_err();
    assert!(matches!(error, Error::Newer { found: 2, known: 1 }), "{error}");
}

#[test]
fn what_is_not_json_is_refused_with_its_line() {
    let error = Profile::parse("{\n\"basics\": {,}").unwrap_err();
    assert!(error.to_string().contains("line 2"), "{error}");
}
