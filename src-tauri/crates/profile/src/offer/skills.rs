//! Skills: lists, with or without a name before the colon.

use super::{Line, Offer, Offered, offer};
use crate::{SkillKind, Text, schema::Skill, text::is_han};

/// Names of lists that are about something else.
const NOT_SKILLS: &[&str] = &[
    "language",
    "languages",
    "语言",
    "语言能力",
    "外语",
    "interests",
    "certifications",
    "certificates",
    "certification",
    "courses",
    "awards",
    "证书",
    "英语",
    "外语水平",
    "mother tongue",
    "other languages",
    "hobbies",
    "爱好",
];

/// What people speak is a skill of another kind.
const SPOKEN: &[&str] = &[
    "english",
    "chinese",
    "mandarin",
    "cantonese",
    "german",
    "french",
    "spanish",
    "italian",
    "portuguese",
    "russian",
    "japanese",
    "korean",
    "arabic",
    "hindi",
    "英语",
    "日语",
    "德语",
    "法语",
    "韩语",
    "俄语",
    "普通话",
    "粤语",
    "中文",
];

/// What a section about skills offers. Whole sentences are left alone.
pub(super) fn offers(lines: &[Line]) -> Vec<Offer> {
    lines.iter().flat_map(one).collect()
}

fn one(line: &Line) -> Vec<Offer> {
    let words = line.words.trim_start_matches(|c: char| "•▪●■◦‣·∗*-–➢◆ ".contains(c));
    let (label, list) = match (words.split_once([':', '：']), words.split_once('\t')) {
        (Some((label, list)), _) | (None, Some((label, list))) => (Some(label.trim()), list),
        (None, None) => (None, words),
    };
    let Some(items) = items(list) else { return Vec::new() };
    let is_spoken = |it: &String| {
        let word = it.to_lowercase();
        SPOKEN.iter().any(|it| {
            word.strip_prefix(it).is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
        })
    };
    let items: Vec<String> = items.into_iter().filter(|it| !is_spoken(it)).collect();
    if items.is_empty() {
        return Vec::new();
    }
    let text = |it: &String| Text::bare(it.as_str());
    let skills = match label {
        Some(label) if !is_label(label) => Vec::new(),
        Some(label) => vec![Skill {
            name: Text::bare(label),
            kind: is_programming(label).then_some(SkillKind::Programming),
            keywords: items.iter().map(text).collect(),
            ..Skill::default()
        }],
        None => items.iter().map(|it| Skill { name: text(it), ..Skill::default() }).collect(),
    };
    skills.into_iter().filter_map(|it| offer(Offered::Skill(it), &[*line])).collect()
}

fn is_label(label: &str) -> bool {
    let lower = label.to_lowercase();
    (1..=4).contains(&label.split_whitespace().count())
        && label.chars().count() <= 30
        && !NOT_SKILLS.contains(&lower.as_str())
}

fn is_programming(label: &str) -> bool {
    let lower = label.to_lowercase();
    lower.contains("programming") || lower.contains("编程") || lower.contains("程序设计")
}

/// The items of a list, if all of them are short enough to be items.
fn items(list: &str) -> Option<Vec<String>> {
    let list = list.trim();
    if list.ends_with(['.', '。']) {
        return None;
    }
    let mut items = vec![String::new()];
    let mut depth = 0_usize;
    for c in list.chars() {
        match c {
            '(' | '（' => depth += 1,
            ')' | '）' => depth = depth.saturating_sub(1),
            ',' | '，' | '、' | ';' | '；' | '|' | '\t' if depth == 0 => {
                items.push(String::new());
                continue;
            }
            _ => {}
        }
        if let Some(last) = items.last_mut() {
            last.push(c);
        }
    }
    let items: Vec<String> =
        items.iter().map(|it| it.trim().to_owned()).filter(|it| !it.is_empty()).collect();
    let is_short = |it: &String| {
        it.split_whitespace().count() <= 4
            && it.chars().count() <= 30
            && it.chars().filter(|c| is_han(*c)).count() <= 8
            && it.chars().any(char::is_alphabetic)
            && !it.starts_with("and ")
    };
    (!items.is_empty() && items.iter().all(is_short)).then_some(items)
}
