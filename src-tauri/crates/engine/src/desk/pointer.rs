//! Edits of the profile by JSON pointer: all of them or none.
//!
//! A pointer may lead through members that are not there yet: they are made. It
//! may lead into a bare string, which is words in one language or a whole name:
//! that becomes its longer form first, and keeps what it said.

use profile::Profile;
use serde_json::Value as Json;

use super::ProfileEdit;
use crate::Error;

/// What an entry behind the last one is called.
const NEXT: &str = "-";
/// Nobody has longer lists.
const MOST: usize = 1000;

/// The profile after edits.
pub(super) fn edited(profile: &Profile, edits: &[ProfileEdit]) -> Result<Profile, Error> {
    let mut json = serde_json::to_value(profile).unwrap_or_default();
    for edit in edits {
        apply(&mut json, edit)?;
    }
    prune(&mut json);
    Profile::parse(&json.to_string()).map_err(|error| match error {
        profile::Error::Member { pointer, expected } => {
            Error::Invalid { subject: Some(pointer), reason: expected }
        }
        other => Error::Profile { name: "profile".to_owned(), source: other },
    })
}

fn apply(json: &mut Json, edit: &ProfileEdit) -> Result<(), Error> {
    match edit {
        ProfileEdit::Set { pointer, value } if is_nothing(value) => remove(json, pointer),
        ProfileEdit::Set { pointer, value } => set(json, pointer, value.clone()),
        ProfileEdit::Remove { pointer } => remove(json, pointer),
        ProfileEdit::Move { pointer, from, to } => {
            let nothing = || invalid(pointer, "there is no such entry to move");
            let list =
                json.pointer_mut(pointer).and_then(Json::as_array_mut).ok_or_else(nothing)?;
            if *from >= list.len() || *to >= list.len() {
                return Err(nothing());
            }
            let entry = list.remove(*from);
            list.insert(*to, entry);
            Ok(())
        }
    }
}

fn set(json: &mut Json, pointer: &str, value: Json) -> Result<(), Error> {
    let tokens = tokens(pointer)?;
    let mut at = json;
    for token in &tokens {
        at = child(at, token).ok_or_else(|| invalid(pointer, "there is no such place"))?;
    }
    *at = value;
    Ok(())
}

/// The member or entry of that name, made if it is not there.
fn child<'a>(at: &'a mut Json, token: &str) -> Option<&'a mut Json> {
    if at.is_null() {
        *at = if place_of(token).is_some() { serde_json::json!([]) } else { serde_json::json!({}) };
    }
    if let Json::String(words) = at {
        *at = halves(words);
    }
    match at {
        Json::Object(members) => Some(members.entry(token).or_insert(Json::Null)),
        Json::Array(entries) => {
            let place = place_of(token)?.unwrap_or(entries.len());
            // A gap would be entries that nobody wrote.
            if place > entries.len() || place >= MOST {
                return None;
            }
            if place == entries.len() {
                entries.push(Json::Null);
            }
            entries.get_mut(place)
        }
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => None,
    }
}

/// Removing what is not there is done already.
fn remove(json: &mut Json, pointer: &str) -> Result<(), Error> {
    let mut tokens = tokens(pointer)?;
    let Some(last) = tokens.pop() else {
        return Err(invalid(pointer, "the whole profile cannot be removed at once"));
    };
    let mut at = json;
    for token in &tokens {
        if let Json::String(words) = at {
            *at = halves(words);
        }
        let next = match at {
            Json::Object(members) => members.get_mut(token),
            Json::Array(entries) => place_of(token).flatten().and_then(|it| entries.get_mut(it)),
            _ => None,
        };
        match next {
            Some(next) => at = next,
            None => return Ok(()),
        }
    }
    if let Json::String(words) = at {
        *at = halves(words);
    }
    match at {
        Json::Object(members) => drop(members.shift_remove(&last)),
        Json::Array(entries) => {
            let place = place_of(&last).flatten().filter(|it| *it < entries.len());
            drop(place.map(|it| entries.remove(it)));
        }
        _ => {}
    }
    Ok(())
}

/// Words of one writing, in the longer form: what a bare string means.
fn halves(words: &str) -> Json {
    serde_json::to_value(profile::Text::bare(words)).unwrap_or_default()
}

fn tokens(pointer: &str) -> Result<Vec<String>, Error> {
    match pointer.strip_prefix('/') {
        Some(path) => {
            Ok(path.split('/').map(|it| it.replace("~1", "/").replace("~0", "~")).collect())
        }
        None => Err(invalid(pointer, "this is no JSON pointer to a member")),
    }
}

/// A place in a list. `Some(None)`: behind the last entry.
#[expect(clippy::option_option, reason = "no place, and the place behind the last, are two things")]
fn place_of(token: &str) -> Option<Option<usize>> {
    if token == NEXT {
        return Some(None);
    }
    let is_plain = token == "0" || !token.starts_with('0');
    let is_number = !token.is_empty() && token.bytes().all(|b| b.is_ascii_digit());
    if is_plain && is_number { token.parse().ok().map(Some) } else { None }
}

fn invalid(pointer: &str, reason: &str) -> Error {
    Error::Invalid { subject: Some(pointer.to_owned()), reason: reason.to_owned() }
}

/// Whether a value says nothing.
fn is_nothing(value: &Json) -> bool {
    match value {
        Json::Null => true,
        Json::String(words) => words.trim().is_empty(),
        _ => false,
    }
}

/// Takes away what says nothing. An entry of a list stays, blank as it may be:
/// the candidate has just begun it.
fn prune(json: &mut Json) {
    match json {
        Json::Object(members) => {
            members.values_mut().for_each(prune);
            members.retain(|_, it| !(is_nothing(it) || is_empty(it)));
        }
        Json::Array(entries) => {
            entries.iter_mut().for_each(prune);
            entries.retain(|it| !is_nothing(it));
        }
        _ => {}
    }
}

fn is_empty(json: &Json) -> bool {
    match json {
        Json::Object(members) => members.is_empty(),
        Json::Array(entries) => entries.is_empty(),
        _ => false,
    }
}

/// Where `after` says more than `before`: JSON pointers of what was added.
pub(super) fn added(before: &Json, after: &Json) -> Vec<String> {
    let mut found = Vec::new();
    compare(Some(before), after, String::new(), &mut found);
    found
}

fn compare(before: Option<&Json>, after: &Json, at: String, found: &mut Vec<String>) {
    let Some(before) = before else {
        found.push(at);
        return;
    };
    match (before, after) {
        (Json::Object(old), Json::Object(new)) => {
            for (name, value) in new {
                let token = name.replace('~', "~0").replace('/', "~1");
                compare(old.get(name), value, format!("{at}/{token}"), found);
            }
        }
        (Json::Array(old), Json::Array(new)) => {
            for (place, value) in new.iter().enumerate() {
                compare(old.get(place), value, format!("{at}/{place}"), found);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn put(pointer: &str, value: Json) -> ProfileEdit {
        ProfileEdit::Set { pointer: pointer.to_owned(), value }
    }

    #[track_caller]
    fn check(before: &Json, edits: &[ProfileEdit], expected: &Json) {
        let profile = Profile::parse(&before.to_string()).unwrap();
        let after = serde_json::to_value(edited(&profile, edits).unwrap()).unwrap();
        let mut expected = expected.clone();
        expected["schemaVersion"] = 1.into();
        assert_eq!(after, expected);
    }

    #[test]
    fn missing_members_are_made() {
        check(
            &json!({}),
            &[put("/basics/email", json!("a@b.cn"))],
            &json!({"basics": {"email": "a@b.cn"}}),
        );
        check(
            &json!({}),
            &[
                put("/work/-/employer/en", json!("Lab")),
                put("/work/0/position/zh", json!("实习生")),
            ],
            &json!({"work": [{"employer": {"en": "Lab"}, "position": {"zh": "实习生"}}]}),
        );
    }

    #[test]
    fn a_bare_name_keeps_what_it_said() {
        check(
            &json!({"basics": {"name": "Ruoxi Lin"}}),
            &[put("/basics/name/zh", json!("林若溪")), put("/basics/name/family/en", json!("Lin"))],
            &json!({"basics": {"name": {"en": "Ruoxi Lin", "zh": "林若溪", "family": {"en": "Lin"}}}}),
        );
        check(
            &json!({}),
            &[
                put("/basics/nationality", json!("中国")),
                put("/basics/nationality/en", json!("China")),
            ],
            &json!({"basics": {"nationality": {"en": "China", "zh": "中国"}}}),
        );
    }

    #[test]
    fn blanks_go_and_a_new_entry_stays() {
        check(
            &json!({"basics": {"email": "a@b.cn", "qq": "1"}}),
            &[put("/basics/email", json!("")), put("/basics/qq", Json::Null)],
            &json!({}),
        );
        check(&json!({}), &[put("/work/-", json!({}))], &json!({"work": [{}]}));
    }

    #[test]
    fn entries_move_and_go() {
        let three = json!({"work": [{"position": "A"}, {"position": "B"}, {"position": "C"}]});
        let of = |names: &[&str]| {
            let jobs: Vec<Json> = names.iter().map(|it| json!({"position": {"en": it}})).collect();
            json!({"work": jobs})
        };
        let shift = |from, to| ProfileEdit::Move { pointer: "/work".to_owned(), from, to };
        check(&three, &[shift(0, 2)], &of(&["B", "C", "A"]));
        check(&three, &[shift(2, 0)], &of(&["C", "A", "B"]));
        let remove = ProfileEdit::Remove { pointer: "/work/1".to_owned() };
        check(&three, std::slice::from_ref(&remove), &of(&["A", "C"]));
        check(&json!({}), &[remove], &json!({}));
    }

    #[test]
    fn what_the_profile_has_no_place_for_is_kept() {
        check(
            &json!({}),
            &[put("/basics/shoes", json!({"size": 38}))],
            &json!({"basics": {"shoes": {"size": 38}}}),
        );
    }

    #[test]
    fn one_edit_that_cannot_be_refuses_all_of_them() {
        let profile = Profile::default();
        for (pointer, value) in [
            ("/basics/birthDate", json!("soon")),
            ("/work/3/position", json!("A")),
            ("basics", json!({})),
            ("", json!({})),
            ("/schemaVersion/x", json!("A")),
            ("/work", json!("A")),
        ] {
            let edits = [put("/basics/email", json!("a@b.cn")), put(pointer, value)];
            let Err(error) = edited(&profile, &edits) else { panic!("{pointer}") };
            assert_eq!(error.refusal(), crate::Refusal::Invalid, "{pointer} {error:?}");
            assert!(!format!("{error}").contains("soon"), "{error}");
        }
    }

    #[test]
    fn a_member_that_cannot_be_read_is_named() {
        let edit = put("/basics/birthDate", json!("soon"));
        let error = edited(&Profile::default(), &[edit]).unwrap_err();
        assert_eq!(error.subject().as_deref(), Some("/basics/birthDate"));
    }
}
