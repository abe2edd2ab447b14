//! What could be written where the candidate has not said, for them to take.
//!
//! Pinyin of a Chinese name (the candidate's, an advisor's, a relative's), its two parts, the
//! birthday and the gender that stand in an identity number. Nothing of it is ever taken by itself.

use crate::{
    IdType, PartialDate, Profile,
    check::resident_id,
    schema::{Member, Name, Spelling},
};

/// A value that the candidate may take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// Where it would go: a JSON pointer.
    pub pointer: String,
    /// The value.
    pub value: String,
    /// What it was worked out from: a JSON pointer.
    pub from: String,
}

impl Profile {
    /// What could be written where the candidate has not said.
    pub fn suggestions(&self) -> Vec<Suggestion> {
        let mut found = Vec::new();
        let basics = &self.basics;
        for (pointer, name) in self.names() {
            of_name(name, &pointer, &mut found);
        }
        let number = basics.id.number.as_deref().unwrap_or_default();
        let is_resident = matches!(basics.id.kind, None | Some(IdType::ResidentId));
        if let Some(id) = is_resident.then(|| resident_id(number)).flatten() {
            let mut add = |pointer: &str, value: String| {
                let from = "/basics/id/number".to_owned();
                found.push(Suggestion { pointer: pointer.to_owned(), value, from });
            };
            if basics.birth_date.is_none() {
                add("/basics/birthDate", PartialDate::full(id.birth).to_string());
            }
            if basics.gender.is_none() {
                add("/basics/gender", id.gender.code().to_owned());
            }
        }
        found
    }

    /// Everybody's name and where it stands, the candidate's first.
    fn names(&self) -> impl Iterator<Item = (String, &Name)> {
        let place = |list: &str, index: usize, within: &str| format!("/{list}/{index}{within}");
        let advisors = self.education.iter().enumerate();
        let referees = self.references.iter().enumerate();
        let relatives = self.family.iter().enumerate();
        [
            ("/basics/name".to_owned(), &self.basics.name),
            ("/emergency/name".to_owned(), &self.emergency.name),
        ]
        .into_iter()
        .chain(
            advisors.map(move |(n, it)| (place("education", n, "/advisor/name"), &it.advisor.name)),
        )
        .chain(referees.map(move |(n, it)| (place("references", n, "/name"), &it.name)))
        .chain(relatives.map(move |(n, it)| (place("family", n, "/name"), &it.name)))
    }
}

/// Other writings of a name, which follow from how it is written.
fn of_name(name: &Name, pointer: &str, found: &mut Vec<Suggestion>) {
    let from = ["zh", "pinyin", "en"].into_iter().find(|half| match *half {
        "zh" => name.zh.is_some(),
        "pinyin" => name.pinyin.is_some(),
        _ => name.en.is_some(),
    });
    let from = match from {
        Some(half) => format!("{pointer}/{half}"),
        None if !name.family.is_blank() => format!("{pointer}/family"),
        None => return,
    };
    let whole = name.en.is_none().then(|| name.whole_en()).flatten();
    let whole = whole.map(|it| Spelling { derived: true, ..it });
    let writings = [
        ("en", whole),
        ("pinyin", name.in_pinyin()),
        ("family/zh", name.family_zh()),
        ("given/zh", name.given_zh()),
        ("family/en", name.family_en()),
        ("given/en", name.given_en()),
    ];
    for (member, spelling) in writings {
        let Some(spelling) = spelling.filter(|it| it.derived) else { continue };
        let pointer = format!("{pointer}/{member}");
        found.push(Suggestion { pointer, value: spelling.words, from: from.clone() });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(json: &str, expected: &[(&str, &str)]) {
        let found = Profile::parse(json).unwrap().suggestions();
        let found: Vec<_> =
            found.iter().map(|it| (it.pointer.as_str(), it.value.as_str())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_chinese_name_suggests_its_parts_and_its_pinyin() {
        check(
            r#"{"basics": {"name": "林若溪"}}"#,
            &[
                ("/basics/name/en", "Ruoxi Lin"),
                ("/basics/name/pinyin", "LIN Ruoxi"),
                ("/basics/name/family/zh", "林"),
                ("/basics/name/given/zh", "若溪"),
                ("/basics/name/family/en", "Lin"),
                ("/basics/name/given/en", "Ruoxi"),
            ],
        );
    }

    #[test]
    fn the_names_of_others_are_spelled_too() {
        let all = |json: &str| -> Vec<String> {
            let found = Profile::parse(json).unwrap().suggestions();
            let whole = found.into_iter().filter(|it| it.pointer.ends_with("name/en"));
            whole.map(|it| format!("{} {}", it.pointer, it.value)).collect()
        };
        let name = r#"{"name": "单小明"}"#;
        assert_eq!(
            all(&format!(
                r#"{{"education": [{{}}, {{"advisor": {name}}}], "references": [{name}],
                    "family": [{name}], "emergency": {name}}}"#
            )),
            [
                "/emergency/name/en Xiaoming Shan",
                "/education/1/advisor/name/en Xiaoming Shan",
                "/references/0/name/en Xiaoming Shan",
                "/family/0/name/en Xiaoming Shan",
            ]
        );
    }

    #[test]
    fn what_was_said_is_not_suggested() {
        check("{}", &[]);
        check(
            r#"{"basics": {"name": {"zh": "林若溪", "en": "Ruoxi Lin", "pinyin": "LIN Ruoxi",
                "family": {"en": "Lin", "zh": "林"}, "given": {"en": "Ruoxi", "zh": "若溪"}}}}"#,
            &[],
        );
    }

    #[test]
    fn an_id_number_suggests_birthday_and_gender() {
        check(
            r#"{"basics": {"id": {"number": "320102199903142717"}}}"#,
            &[("/basics/birthDate", "1999-03-14"), ("/basics/gender", "male")],
        );
        check(r#"{"basics": {"id": {"number": "320102199903142718"}}}"#, &[]);
        check(r#"{"basics": {"id": {"type": "passport", "number": "320102199903142717"}}}"#, &[]);
    }
}
