//! Where in a profile a key's answer stands, whether or not it stands there yet.
//!
//! Nothing is written down twice for it: a profile that says everything is made
//! from the schema, each key is asked of it, and the answer says where it came from.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use jiff::civil::Date;
use serde_json::{Map, Value as Json, json};

use crate::{Key, KeyInfo, Level, PartialDate, Profile, Relation, RowList, ValueKind, catalogue};

/// The day on which the full profile is asked.
const TODAY: PartialDate = PartialDate { year: 2026, month: Some(3), day: Some(1) };

/// Where a key's answer stands, or would stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// A JSON pointer; in lists, `*` stands for the entry.
    pub pointer: String,
    /// Its words differ by language: the pointer goes on with `/en` or `/zh`.
    pub is_bilingual: bool,
    /// The answer is worked out from what stands there, not the same.
    pub is_derived: bool,
}

static SLOTS: LazyLock<BTreeMap<String, Slot>> = LazyLock::new(|| {
    let json = full();
    let profile: Profile = serde_json::from_value(json.clone()).unwrap_or_default();
    let today = TODAY.first_day();
    let infos = catalogue().iter();
    let mut slots: BTreeMap<String, Slot> = infos
        .clone()
        .filter_map(|it| Some((it.key.to_string(), find(&profile, it, today)?)))
        .collect();
    // What this one profile could not show, such as a part-time study beside
    // the others, stands where its list has it.
    for key in infos.map(|it| it.key.as_str()).filter(|it| it.contains('.')) {
        let list = key.split('.').next().unwrap_or_default();
        let column = key.rsplit('.').next().unwrap_or_default();
        let listed = slots.get(&format!("{list}[].{column}")).cloned();
        if let Some(slot) = listed.filter(|_| !slots.contains_key(key)) {
            slots.insert(key.to_owned(), slot);
        }
    }
    slots
});

impl KeyInfo {
    /// Where the answer stands in a profile, or would stand. `None` for what is
    /// put together from several places.
    pub fn slot(&self) -> Option<&'static Slot> {
        SLOTS.get(self.key.as_str())
    }
}

impl Profile {
    /// Where the candidate would write what a key asks for: the entry that it
    /// is read from, or a new one. A JSON pointer.
    pub fn place_for(&self, key: &Key, today: Date) -> Option<String> {
        if let Some(name) = key.extra() {
            let at = self.extra.iter().position(|it| it.slug == name)?;
            return Some(format!("/extra/{at}/value"));
        }
        let slot = key.info()?.slot()?;
        let Some((list, member)) = slot.pointer.split_once("/*") else {
            return Some(slot.pointer.clone());
        };
        // What else is known of the same entry says which one it is.
        let (group, _) = key.as_str().rsplit_once('.')?;
        let siblings = catalogue()
            .iter()
            .filter(|it| it.key.as_str().rsplit_once('.').is_some_and(|(of, _)| of == group));
        let entries = siblings.filter_map(|it| self.fact(&it.key, today)).filter_map(|fact| {
            let entry = fact.source.strip_prefix(list)?.strip_prefix('/')?.split('/').next()?;
            entry.parse::<usize>().ok()
        });
        let mut counts = BTreeMap::new();
        for entry in entries {
            *counts.entry(entry).or_insert(0_usize) += 1;
        }
        // Most of them: `education.highestLevel` may be of another school than the rest.
        match counts.into_iter().max_by_key(|(_, count)| *count).map(|(entry, _)| entry) {
            Some(entry) => Some(format!("{list}/{entry}{member}")),
            // A new entry answers only where the first one would.
            None if matches!(group, "education" | "work") => Some(format!("{list}/0{member}")),
            None if group == "referee.1" => Some(format!("{list}/0{member}")),
            None => Some(list.to_owned()),
        }
    }

    /// JSON pointers of what goes into a form only when released; `*` is any entry of a list.
    pub fn sensitive_pointers() -> BTreeSet<String> {
        let keys = catalogue().iter().filter(|it| it.sensitive);
        keys.filter_map(|it| Some(it.slot()?.pointer.clone())).collect()
    }
}

/// What a full profile answers to a key.
fn find(profile: &Profile, info: &KeyInfo, today: Date) -> Option<Slot> {
    let fact = match info.key.as_str().split_once("[].") {
        None => profile.fact(&info.key, today)?,
        Some((list, column)) => {
            let list = RowList::ALL.iter().find(|it| it.name() == list)?;
            profile.rows(*list, today).iter().find_map(|row| row.fact(column))?
        }
    };
    let is_one = !matches!(info.kind, ValueKind::Joined | ValueKind::Lines | ValueKind::Period);
    let member = serde_json::to_value(profile).ok()?.pointer(&fact.source).cloned();
    let is_bilingual = member.is_some_and(|it| it.get("en").is_some() && it.get("zh").is_some());
    let pointer: Vec<&str> = fact.source.split('/').map(entry).collect();
    Some(Slot { pointer: pointer.join("/"), is_bilingual, is_derived: fact.derived || !is_one })
}

/// Entries of lists go by any number.
fn entry(token: &str) -> &str {
    if token.parse::<usize>().is_ok() { "*" } else { token }
}

/// A profile that says everything, as JSON.
fn full() -> Json {
    let schema = crate::schema();
    let mut json = instance(&schema, &schema, 0);
    let once = |list: &str| json[list][0].clone();
    let (school, job, relative, referee) =
        (once("education"), once("work"), once("family"), once("references"));
    let with = |entry: &Json, members: &[(&str, &str)]| {
        let mut entry = entry.clone();
        for (member, value) in members {
            entry[*member] = json!(value);
        }
        entry
    };
    let schools = Level::ALL.iter().enumerate().map(|(at, level)| {
        let (start, end) = (format!("20{:02}-09", 2 + at), format!("20{:02}-07", 3 + at));
        with(&school, &[("level", level.code()), ("startDate", &start), ("endDate", &end)])
    });
    let schools: Vec<Json> = schools.collect();
    let relatives = Relation::ALL.iter().map(|it| with(&relative, &[("relation", it.code())]));
    let relatives: Vec<Json> = relatives.collect();
    let mut present = with(&job, &[("type", "job"), ("startDate", "2025-01")]);
    if let Some(members) = present.as_object_mut() {
        members.remove("endDate");
    }
    let past = [("type", "internship"), ("startDate", "2024-01"), ("endDate", "2024-06")];
    json["education"] = schools.into();
    json["family"] = relatives.into();
    json["work"] = vec![present, with(&job, &past)].into();
    json["references"] = vec![referee.clone(), referee.clone(), referee].into();
    json
}

/// Something that a schema allows, every member of it said.
fn instance(root: &Json, schema: &Json, depth: usize) -> Json {
    // Nothing in a profile lies deeper; a person's advisor has no advisor.
    if depth > 12 {
        return Json::Null;
    }
    let go = |schema: &Json| instance(root, schema, depth + 1);
    if let Some(to) =
        schema["$ref"].as_str().and_then(|it| root.pointer(it.trim_start_matches('#')))
    {
        return go(to);
    }
    for any in ["anyOf", "oneOf", "allOf"] {
        if let Some(all) = schema[any].as_array() {
            // A name or words in both languages say the most.
            let best = all.iter().find(|it| it["properties"].is_object());
            return best.or(all.iter().find(|it| it["type"] != "null")).map_or(Json::Null, go);
        }
    }
    if let Some(only) = schema.get("const") {
        return only.clone();
    }
    if let Some(first) = schema["enum"].as_array().and_then(|it| it.first()) {
        return first.clone();
    }
    let kind = match &schema["type"] {
        Json::Array(kinds) => kinds.first().and_then(Json::as_str).unwrap_or_default(),
        kind => kind.as_str().unwrap_or_default(),
    };
    match kind {
        "object" => {
            let members = schema["properties"].as_object().into_iter().flatten();
            let said = members.map(|(name, of)| (name.clone(), go(of)));
            Json::Object(said.filter(|(_, it)| !it.is_null()).collect::<Map<_, _>>())
        }
        "array" => vec![go(&schema["items"])].into(),
        "boolean" => true.into(),
        "integer" => 1.into(),
        "number" => json!(1.5),
        "string" if schema["pattern"].is_string() => "2024-09-01".into(),
        "string" => "3".into(),
        _ => Json::Null,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn pointer(key: &str) -> String {
        let key = Key::parse(key).unwrap();
        key.info().unwrap().slot().unwrap().pointer.clone()
    }

    #[test]
    fn a_key_says_where_its_answer_would_stand() {
        assert_eq!(pointer("contact.email"), "/basics/email");
        assert_eq!(pointer("birthDate"), "/basics/birthDate");
        assert_eq!(pointer("education.institution"), "/education/*/institution");
        assert_eq!(pointer("education[].institution"), "/education/*/institution");
        assert_eq!(pointer("family.father.phone"), "/family/*/phone");
        assert_eq!(pointer("work.internship.employer"), "/work/*/employer");
    }

    #[test]
    fn hardly_a_key_stands_nowhere() {
        let lost: Vec<&str> =
            catalogue().iter().filter(|it| it.slot().is_none()).map(|it| it.key.as_str()).collect();
        assert!(lost.len() <= 12, "{} {lost:?}", lost.len());
    }

    #[test]
    fn what_is_worked_out_is_not_written_there() {
        let slot = |key: &str| Key::parse(key).unwrap().info().unwrap().slot().unwrap();
        assert!(slot("age").is_derived && !slot("birthDate").is_derived);
        assert!(slot("education.institution").is_bilingual && !slot("contact.email").is_bilingual);
    }

    #[test]
    fn an_entry_that_is_there_is_the_one_that_is_written() {
        let json = r#"{"education": [{"level": "bachelor", "startDate": "2019-09", "endDate": "2023-06"},
            {"level": "doctor", "startDate": "2023-09"}]}"#;
        let profile = Profile::parse(json).unwrap();
        let place = |key: &str| profile.place_for(&Key::parse(key).unwrap(), date(2026, 3, 1));
        assert_eq!(place("education.bachelor.institution").unwrap(), "/education/0/institution");
        assert_eq!(place("education.institution").unwrap(), "/education/1/institution");
        assert_eq!(place("family.father.phone").unwrap(), "/family");
        assert_eq!(place("contact.email").unwrap(), "/basics/email");
    }

    #[test]
    fn sensitive_places_are_named() {
        let all = Profile::sensitive_pointers();
        for pointer in ["/basics/birthDate", "/basics/id/number", "/family/*/phone"] {
            assert!(all.contains(pointer), "{pointer} {all:?}");
        }
        assert!(!all.contains("/basics/email"));
    }
}
