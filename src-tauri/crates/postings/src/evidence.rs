//! Sets each qualification beside what in a profile speaks for it.
//!
//! **Invariants.** Every reason quotes the profile and says where it stands.
//! "Met" is said only of what the profile states outright; where a word was
//! found, the candidate has to judge. Nobody is given a mark.

use jiff::civil::Date;
use profile::{Degree, Key, Level, Profile, PublicationStatus, Row, RowList, StudyState, Value};
use serde::Serialize;

use crate::{Language, LookFor, Qualification, Qualifications, venues::is_venue};

/// A qualification and what speaks for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Evidence {
    /// The qualification's short name.
    pub id: String,
    /// What it says.
    pub text: String,
    /// Whether the profile shows it.
    pub verdict: Verdict,
    /// What speaks for it.
    pub reasons: Vec<Reason>,
}

/// Whether a profile shows a qualification.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// The profile states it.
    Met,
    /// Something points to it; the candidate has to judge.
    Perhaps,
    /// The profile holds nothing about it.
    NothingFound,
}

/// Something in a profile that speaks for a qualification.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reason {
    /// What it is, in English.
    pub en: String,
    /// The same in Chinese.
    pub zh: String,
    /// Where it stands in the profile: a JSON pointer.
    pub source: String,
}

impl Reason {
    /// What it is, in a language.
    pub fn said(&self, language: Language) -> &str {
        match language {
            Language::En => &self.en,
            Language::Zh => &self.zh,
        }
    }
}

/// What in `profile` speaks for each of `qualifications`, in their order.
pub fn evidence(qualifications: &Qualifications, profile: &Profile, today: Date) -> Vec<Evidence> {
    let items = qualifications.items.iter();
    items.map(|item| weigh(item, profile, today)).collect()
}

fn weigh(item: &Qualification, profile: &Profile, today: Date) -> Evidence {
    let rows = |list| profile.rows(list, today);
    let found = match item.look_for {
        LookFor::DoctoralStudy => {
            let mut found = doctoral_study(&rows(RowList::Education), today);
            found.extend(doctoral_plans(profile, today));
            found
        }
        LookFor::Publication => publication(&rows(RowList::Publications), |_| true),
        LookFor::Venues => {
            let counts = |venue: &str| item.venues.iter().any(|name| is_venue(venue, name));
            let mut found = publication(&rows(RowList::Publications), counts);
            found.extend(community(profile, counts));
            found
        }
        LookFor::Experience => experience(profile, &item.words, today),
        LookFor::Candidate => Vec::new(),
    };
    let verdict = match found.iter().map(|(verdict, _)| *verdict).collect::<Vec<_>>() {
        all if all.contains(&Verdict::Met) => Verdict::Met,
        all if all.is_empty() => Verdict::NothingFound,
        _ => Verdict::Perhaps,
    };
    let reasons = found.into_iter().map(|(_, reason)| reason).collect();
    Evidence { id: item.id.clone(), text: item.text.clone(), verdict, reasons }
}

type Found = Vec<(Verdict, Reason)>;

/// A doctorate in progress is stated; one that is admitted to comes near.
fn doctoral_study(education: &[Row], today: Date) -> Found {
    let is_doctorate = |row: &Row| {
        code(row, "level") == Some(Level::Doctor.code())
            || code(row, "degree") == Some(Degree::Doctor.code())
    };
    let weighed = education.iter().filter(|row| is_doctorate(row)).filter_map(|row| {
        let school = words(row, "institution")?;
        let ended = row.fact("endDate").is_some_and(|end| match end.value {
            Value::Date(end) => end.last_day() < today,
            _ => false,
        });
        let (verdict, en, zh) = match code(row, "state") {
            Some(state) if state == StudyState::InProgress.code() => {
                (Verdict::Met, "Doctoral study in progress at", "博士在读：")
            }
            Some(state) if state == StudyState::Admitted.code() => {
                (Verdict::Perhaps, "Admitted to doctoral study at", "已录取为博士生：")
            }
            None if !ended => (Verdict::Perhaps, "Doctoral study at", "博士阶段："),
            _ => return None,
        };
        let (en, zh) = (format!("{en} {}", school.en), format!("{zh}{}", school.zh));
        Some((verdict, Reason { en, zh, source: school.source }))
    });
    weighed.collect()
}

/// Somebody who wants to take a doctorate says so in their own words.
fn doctoral_plans(profile: &Profile, today: Date) -> Found {
    const WORDS: [&str; 5] = ["PhD", "Ph.D.", "doctorate", "doctoral", "博士"];
    const PLANS: [(&str, &str, &str); 3] = [
        ("statement.plan", "The plan", "计划"),
        ("statement.motivation", "The motivation", "申请动机"),
        ("statement.personal", "The personal statement", "个人陈述"),
    ];
    let mentioned = PLANS.iter().filter_map(|(key, en, zh)| {
        let fact = profile.fact(&Key::parse(key).ok()?, today)?;
        let text = both(&fact.value)?;
        let word = WORDS.iter().find(|it| holds_word(&text, it))?;
        let (en, zh) = (format!("{en} mentions {word}"), format!("{zh}提到 {word}"));
        Some((Verdict::Perhaps, Reason { en, zh, source: fact.source }))
    });
    mentioned.collect()
}

/// A paper that is out or accepted is stated; one under way comes near.
fn publication(publications: &[Row], counts: impl Fn(&str) -> bool) -> Found {
    let weighed = publications.iter().filter_map(|row| {
        let title = words(row, "title")?;
        let venue = words(row, "venue").unwrap_or_default();
        if !counts(&venue.en) {
            return None;
        }
        let out = [PublicationStatus::Published, PublicationStatus::Accepted];
        let (verdict, en, zh) = match code(row, "status") {
            Some(state) if out.iter().any(|it| it.code() == state) => (Verdict::Met, "", ""),
            Some(_) => (Verdict::Perhaps, " (not published yet)", "（尚未发表）"),
            // A year and a venue, and nobody said that it is still under way.
            None if row.fact("year").is_some() && !venue.en.is_empty() => (Verdict::Met, "", ""),
            None => (
                Verdict::Perhaps,
                " (the profile does not say whether it is published)",
                "（未注明是否发表）",
            ),
        };
        let comma = |sign, venue: &str| if venue.is_empty() { "" } else { sign };
        let en = format!("“{}”{}{}{en}", title.en, comma(", ", &venue.en), venue.en);
        let zh = format!("《{}》{}{}{zh}", title.zh, comma("，", &venue.zh), venue.zh);
        Some((verdict, Reason { en, zh, source: title.source }))
    });
    weighed.collect()
}

/// The venues that the candidate says their research group publishes at.
fn community(profile: &Profile, counts: impl Fn(&str) -> bool) -> Found {
    let venues = profile.research.venues.iter().filter(|venue| counts(venue)).map(String::as_str);
    let venues: Vec<_> = venues.collect();
    if venues.is_empty() {
        return Vec::new();
    }
    let en = format!("The research group publishes at {}", venues.join(", "));
    let zh = format!("所在团队发表的会议：{}", venues.join("、"));
    vec![(Verdict::Met, Reason { en, zh, source: "/research/venues".to_owned() })]
}

/// Where words stand, the candidate has to judge what they amount to.
fn experience(profile: &Profile, wanted: &[String], today: Date) -> Found {
    const PLACES: [Place; 4] = [
        Place {
            list: RowList::Projects,
            called: ("The project", "项目"),
            name: "name",
            columns: &["name", "description", "keywords"],
        },
        Place {
            list: RowList::Work,
            called: ("The work at", "工作经历"),
            name: "employer",
            columns: &["position", "department", "duties"],
        },
        Place {
            list: RowList::Publications,
            called: ("The paper", "论文"),
            name: "title",
            columns: &["title", "summary", "contribution"],
        },
        Place {
            list: RowList::Skills,
            called: ("The skill", "技能"),
            name: "name",
            columns: &["name", "keywords"],
        },
    ];
    let mut found = Vec::new();
    for place in PLACES {
        for row in profile.rows(place.list, today) {
            let hit = place.columns.iter().find_map(|column| {
                let fact = row.fact(column)?;
                let text = both(&fact.value)?;
                let word = wanted.iter().find(|it| holds_word(&text, it))?;
                Some((word, fact.source))
            });
            let Some((word, source)) = hit else { continue };
            let name = words(&row, place.name).unwrap_or_else(|| Words {
                en: word.clone(),
                zh: word.clone(),
                ..Words::default()
            });
            let en = format!("{} “{}” mentions {word}", place.called.0, name.en);
            let zh = format!("{}“{}”提到 {word}", place.called.1, name.zh);
            found.push((Verdict::Perhaps, Reason { en, zh, source }));
        }
    }
    found
}

/// Where experience is looked for.
struct Place {
    list: RowList,
    /// What one of them is called, in English and Chinese.
    called: (&'static str, &'static str),
    /// The column with its name.
    name: &'static str,
    /// The columns that are searched.
    columns: &'static [&'static str],
}

/// Whether `text` has `word` as a word: `Go` is not in `Google`. Chinese has no
/// spaces, so there it may stand anywhere.
fn holds_word(text: &str, word: &str) -> bool {
    let (text, word) = (text.to_lowercase(), word.to_lowercase());
    let letter = |it: char| it.is_ascii_alphanumeric();
    text.match_indices(&word).any(|(at, _)| {
        let before = text[..at].chars().next_back().is_some_and(letter);
        // A plural or an ending still is the word: `kernels`, `compilers`.
        let after =
            text[at + word.len()..].trim_start_matches('s').chars().next().is_some_and(letter);
        !word.is_ascii() || (!before && !after)
    })
}

/// A closed-list answer's code.
fn code(row: &Row, column: &str) -> Option<&'static str> {
    match row.fact(column)?.value {
        Value::Choice { code, .. } => Some(code),
        _ => None,
    }
}

/// A column's words for a sentence in each language, and where they stand.
#[derive(Default)]
struct Words {
    en: String,
    zh: String,
    source: String,
}

fn words(row: &Row, column: &str) -> Option<Words> {
    let fact = row.fact(column)?;
    let Value::Text(text) = &fact.value else { return None };
    let pick = |language| text.pick(language).map(str::to_owned);
    let (en, zh) = (pick(profile::Language::En)?, pick(profile::Language::Zh)?);
    Some(Words { en, zh, source: fact.source })
}

/// A column's words in both languages, to search.
fn both(value: &Value) -> Option<String> {
    let Value::Text(text) = value else { return None };
    Some([text.en(), text.zh()].into_iter().flatten().collect::<Vec<_>>().join("\n"))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::find;

    /// The verdicts and the first reasons for the Trustworthy Systems posting.
    fn weighed(profile: &str) -> Vec<(Verdict, Option<Reason>)> {
        let posting = find("msra-trustworthy-systems").unwrap().posting;
        let profile = Profile::parse(profile).unwrap();
        evidence(&posting.qualifications.unwrap(), &profile, date(2026, 3, 1))
            .into_iter()
            .map(|it| (it.verdict, it.reasons.into_iter().next()))
            .collect()
    }

    #[track_caller]
    fn check(profile: &str, expected: [Verdict; 4]) {
        let found = weighed(profile);
        let verdicts: Vec<_> = found.iter().map(|(verdict, _)| *verdict).collect();
        assert_eq!(verdicts, expected, "{found:#?}");
    }

    use Verdict::{Met, NothingFound, Perhaps};

    #[test]
    fn an_empty_profile_shows_nothing() {
        check("{}", [NothingFound; 4]);
    }

    #[test]
    fn a_doctoral_student_meets_the_first() {
        let study = |level: &str, state: &str| {
            format!(
                r#"{{"education": [{{"institution": "Example University", "level": "{level}", "state": "{state}"}}]}}"#
            )
        };
        check(&study("doctor", "inProgress"), [Met, NothingFound, NothingFound, NothingFound]);
        check(&study("doctor", "admitted"), [Perhaps, NothingFound, NothingFound, NothingFound]);
        check(&study("doctor", "graduated"), [NothingFound; 4]);
        check(&study("master", "inProgress"), [NothingFound; 4]);
        let plan = r#"{"statements": {"plan": {"zh": "毕业后攻读博士学位"}}}"#;
        check(plan, [Perhaps, NothingFound, NothingFound, NothingFound]);
        let (_, reason) = weighed(&study("doctor", "inProgress")).remove(0);
        let reason = reason.unwrap();
        assert_eq!(reason.en, "Doctoral study in progress at Example University");
        assert_eq!(reason.zh, "博士在读：Example University");
        assert_eq!(reason.source, "/education/0/institution");
    }

    #[test]
    fn a_paper_counts_when_it_is_out_and_a_venue_when_it_is_the_right_one() {
        let paper = |venue: &str, status: &str| {
            format!(
                r#"{{"publications": [{{"title": "T", "venue": "{venue}", "status": "{status}"}}]}}"#
            )
        };
        check(&paper("ACM CCS 2025", "published"), [NothingFound, Met, NothingFound, Met]);
        check(&paper("ACM CCS 2025", "accepted"), [NothingFound, Met, NothingFound, Met]);
        check(
            &paper("ACM CCS 2026", "underReview"),
            [NothingFound, Perhaps, NothingFound, Perhaps],
        );
        check(
            &paper("Some Workshop", "published"),
            [NothingFound, Met, NothingFound, NothingFound],
        );
    }

    #[test]
    fn the_groups_venues_speak_for_it_too() {
        check(
            r#"{"research": {"venues": ["SOSP", "EuroSys"]}}"#,
            [NothingFound, NothingFound, NothingFound, Met],
        );
    }

    #[test]
    fn words_in_projects_and_skills_are_for_the_candidate_to_judge() {
        check(
            r#"{"projects": [{"name": "Raftlet", "description": "a consensus library"}]}"#,
            [NothingFound, NothingFound, Perhaps, NothingFound],
        );
        check(r#"{"skills": [{"name": "Painting"}]}"#, [NothingFound; 4]);
    }

    #[test]
    fn every_kind_of_reason_is_said_in_both_languages() {
        let said = |profile: &str, at: usize| {
            let (_, reason) = weighed(profile).remove(at);
            let reason = reason.unwrap();
            (reason.en, reason.zh)
        };
        let pair = |en: &str, zh: &str| (en.to_owned(), zh.to_owned());
        let plan = r#"{"statements": {"plan": {"zh": "毕业后攻读博士学位"}}}"#;
        assert_eq!(said(plan, 0), pair("The plan mentions 博士", "计划提到 博士"));
        let paper = r#"{"publications": [{"title": {"en": "T", "zh": "题"}, "venue": "CCS 2026", "status": "underReview"}]}"#;
        assert_eq!(
            said(paper, 1),
            pair("“T”, CCS 2026 (not published yet)", "《题》，CCS 2026（尚未发表）")
        );
        let project =
            r#"{"projects": [{"name": "Raftlet", "description": "a consensus library"}]}"#;
        assert_eq!(
            said(project, 2),
            pair("The project “Raftlet” mentions consensus", "项目“Raftlet”提到 consensus")
        );
        let venues = r#"{"research": {"venues": ["SOSP", "OSDI"]}}"#;
        assert_eq!(
            said(venues, 3),
            pair("The research group publishes at SOSP, OSDI", "所在团队发表的会议：SOSP、OSDI")
        );
    }

    #[test]
    fn a_word_is_not_found_inside_another() {
        assert!(holds_word("Linux kernels", "kernel") && holds_word("操作系统实验", "系统"));
        assert!(!holds_word("Google", "Go") && !holds_word("ecosystem services", "system"));
    }
}
