//! A piece of evidence as a sentence of the cover letter.
//!
//! **Invariant:** the sentence says what the profile says, in words that are true whatever
//! it amounts to: that a paper was written, not how good it is.

use jiff::civil::Date;
use postings::Language;
use profile::{Profile, Row, RowList, Value};

/// What stands at `source`, a place in the profile, as a sentence. `None`: there are no
/// words for it, or not in this language; the candidate has their own.
pub(crate) fn sentence(
    profile: &Profile,
    source: &str,
    language: Language,
    today: Date,
) -> Option<String> {
    if source == "/research/venues" {
        let venues =
            profile.research.venues.join(if language == Language::En { ", " } else { "、" });
        return (!venues.is_empty()).then(|| match language {
            Language::En => format!("My research group publishes at {venues}."),
            Language::Zh => format!("我所在的课题组在{venues}等会议上发表论文。"),
        });
    }
    let list = source.trim_start_matches('/').split('/').next()?;
    let entry = source.split('/').take(3).collect::<Vec<_>>().join("/");
    let list = RowList::ALL.iter().find(|it| it.name() == list)?;
    let stands = |it: &Row| {
        it.facts().any(|it| it.source == entry || it.source.starts_with(&format!("{entry}/")))
    };
    let row = profile.rows(*list, today).into_iter().find(stands)?;
    let said = Said { row: &row, language };
    match list {
        RowList::Publications => said.paper(),
        RowList::Education => said.study(today),
        RowList::Work => said.work(),
        RowList::Projects => said.project(),
        RowList::Skills => said.skill(),
        _ => None,
    }
}

/// An entry, in the language of the letter.
struct Said<'a> {
    row: &'a Row,
    language: Language,
}

impl Said<'_> {
    /// A name may be in Latin letters in a Chinese letter; not the other way round.
    fn word(&self, column: &str) -> Option<String> {
        match self.row.fact(column)?.value {
            Value::Text(text) => match self.language {
                Language::En => text.en().map(str::to_owned),
                Language::Zh => text.zh().or_else(|| text.en()).map(str::to_owned),
            },
            Value::Date(date) => Some(date.year.to_string()),
            Value::Number(number) => Some(number),
            _ => None,
        }
    }

    fn paper(&self) -> Option<String> {
        let title = self.word("title")?;
        let place = [self.word("venue"), self.word("year")].into_iter().flatten();
        let place: Vec<String> = place.collect();
        Some(match (self.language, place.is_empty()) {
            (Language::En, true) => format!("I am an author of “{title}”."),
            (Language::En, false) => format!("I am an author of “{title}” ({}).", place.join(", ")),
            (Language::Zh, true) => format!("我是论文《{title}》的作者。"),
            (Language::Zh, false) => format!("我是论文《{title}》（{}）的作者。", place.join("，")),
        })
    }

    fn study(&self, today: Date) -> Option<String> {
        let school = self.word("institution")?;
        let ended = self.row.fact("endDate").is_some_and(|end| match end.value {
            Value::Date(end) => end.last_day() < today,
            _ => false,
        });
        let major = self.word("major");
        Some(match (self.language, major, ended) {
            (Language::En, Some(major), false) => format!("I study {major} at {school}."),
            (Language::En, Some(major), true) => format!("I studied {major} at {school}."),
            (Language::En, None, false) => format!("I study at {school}."),
            (Language::En, None, true) => format!("I studied at {school}."),
            (Language::Zh, major, false) => {
                format!(
                    "我就读于{school}{}。",
                    major.map(|it| format!("{it}专业")).unwrap_or_default()
                )
            }
            (Language::Zh, major, true) => format!(
                "我曾就读于{school}{}。",
                major.map(|it| format!("{it}专业")).unwrap_or_default()
            ),
        })
    }

    fn work(&self) -> Option<String> {
        let employer = self.word("employer")?;
        Some(match (self.language, self.word("position")) {
            (Language::En, Some(position)) => {
                format!("My experience includes work at {employer} as {position}.")
            }
            (Language::En, None) => format!("My experience includes work at {employer}."),
            (Language::Zh, Some(position)) => format!("我的经历包括在{employer}任{position}。"),
            (Language::Zh, None) => format!("我的经历包括在{employer}的工作。"),
        })
    }

    fn project(&self) -> Option<String> {
        let name = self.word("name")?;
        let about = self.word("description").map(|it| it.trim_end_matches(['.', '。']).to_owned());
        Some(match (self.language, about) {
            (Language::En, Some(about)) => format!("My projects include “{name}”: {about}."),
            (Language::En, None) => format!("My projects include “{name}”."),
            (Language::Zh, Some(about)) => format!("我的项目包括“{name}”：{about}。"),
            (Language::Zh, None) => format!("我的项目包括“{name}”。"),
        })
    }

    fn skill(&self) -> Option<String> {
        let name = self.word("name")?;
        Some(match self.language {
            Language::En => format!("My skills include {name}."),
            Language::Zh => format!("我的技能包括{name}。"),
        })
    }
}

/// `text` with `sentence` as a paragraph of its own before the closing words. The same
/// sentence does not go in twice.
pub(crate) fn put_in(text: &str, sentence: &str) -> String {
    if text.contains(sentence) {
        return text.to_owned();
    }
    let ends = |it: &&str| {
        let it = it.trim_start().to_lowercase();
        let closings = [
            "yours",
            "sincerely",
            "kind regards",
            "best regards",
            "best wishes",
            "regards",
            "i can start on",
            "[i can start on",
            "此致",
            "我可于",
            "[我可于",
            "敬祝",
            "顺祝",
        ];
        closings.iter().any(|closing| it.starts_with(closing))
    };
    let paragraphs: Vec<&str> = text.split("\n\n").collect();
    let at = paragraphs.iter().position(ends).unwrap_or(paragraphs.len());
    let (before, after) = paragraphs.split_at(at);
    let all: Vec<&str> =
        before.iter().copied().chain([sentence]).chain(after.iter().copied()).collect();
    all.join("\n\n")
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const PROFILE: &str = r#"{
        "schemaVersion": 1,
        "publications": [{"title": "Sealed Logs", "venue": "OSDI", "date": "2025-07"}],
        "education": [{"institution": {"en": "Northlake University", "zh": "北湖大学"},
            "major": {"en": "Computer Science", "zh": "计算机科学"}, "endDate": "2024-06-30"}],
        "projects": [{"name": "tidelog", "description": {"zh": "日志系统"}}],
        "research": {"venues": ["CCS", "NDSS"]}
    }"#;

    #[track_caller]
    fn check(source: &str, en: Option<&str>, zh: Option<&str>) {
        let profile = Profile::parse(PROFILE).unwrap();
        let said = |language| sentence(&profile, source, language, date(2026, 3, 1));
        assert_eq!(said(Language::En).as_deref(), en, "{source}");
        assert_eq!(said(Language::Zh).as_deref(), zh, "{source}");
    }

    #[test]
    fn evidence_is_said_as_the_profile_says_it() {
        check(
            "/publications/0/title",
            Some("I am an author of “Sealed Logs” (OSDI, 2025)."),
            Some("我是论文《Sealed Logs》（OSDI，2025）的作者。"),
        );
        check(
            "/education/0/institution",
            Some("I studied Computer Science at Northlake University."),
            Some("我曾就读于北湖大学计算机科学专业。"),
        );
        check(
            "/projects/0/description",
            Some("My projects include “tidelog”."),
            Some("我的项目包括“tidelog”：日志系统。"),
        );
        check(
            "/research/venues",
            Some("My research group publishes at CCS, NDSS."),
            Some("我所在的课题组在CCS、NDSS等会议上发表论文。"),
        );
        check("/statement/plan", None, None);
        check("/publications/7/title", None, None);
    }

    #[test]
    fn a_sentence_goes_in_once_and_before_the_closing() {
        let text = "Dear Sir,\n\nI apply.\n\nYours faithfully,\n\nLing";
        let once = put_in(text, "I wrote it.");
        assert_eq!(once, "Dear Sir,\n\nI apply.\n\nI wrote it.\n\nYours faithfully,\n\nLing");
        assert_eq!(put_in(&once, "I wrote it."), once);
        assert_eq!(
            put_in("尊敬的老师：\n\n此致\n敬礼！", "我来。"),
            "尊敬的老师：\n\n我来。\n\n此致\n敬礼！"
        );
    }
}
