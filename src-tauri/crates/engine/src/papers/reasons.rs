//! What speaks for a qualification, in the language of the paper.
//!
//! `postings` says it in English; the sentences are few, and each quotes the
//! profile. One that is not known here stays as it is.

use postings::{Language, Reason};

/// The reason as a line of a paper.
pub(super) fn said(reason: &Reason, language: Language) -> String {
    match language {
        Language::En => english(&reason.text),
        Language::Zh => chinese(&reason.text).unwrap_or_else(|| reason.text.clone()),
    }
}

/// With a capital and the quotation marks of print.
fn english(text: &str) -> String {
    let mut is_open = false;
    let mut out = String::new();
    for (number, c) in text.chars().enumerate() {
        match c {
            '"' => {
                is_open = !is_open;
                out.push(if is_open { '“' } else { '”' });
            }
            '`' => {}
            _ if number == 0 => out.extend(c.to_uppercase()),
            _ => out.push(c),
        }
    }
    out
}

fn chinese(text: &str) -> Option<String> {
    const BEGINNINGS: [(&str, &str); 4] = [
        ("doctoral study in progress at ", "博士在读："),
        ("admitted to doctoral study at ", "已录取为博士生："),
        ("doctoral study at ", "博士阶段："),
        ("the research group publishes at ", "所在团队发表的会议："),
    ];
    const MENTIONS: [(&str, &str); 4] = [
        ("the project \"", "项目"),
        ("the work at \"", "工作经历"),
        ("the paper \"", "论文"),
        ("the skill \"", "技能"),
    ];
    for (english, chinese) in BEGINNINGS {
        if let Some(rest) = text.strip_prefix(english) {
            return Some(format!("{chinese}{rest}"));
        }
    }
    if let Some(rest) = text.strip_prefix("the profile's `") {
        let (_, word) = rest.split_once(" mentions ")?;
        return Some(format!("个人陈述提到“{word}”一词"));
    }
    for (english, chinese) in MENTIONS {
        if let Some(rest) = text.strip_prefix(english) {
            let (name, word) = rest.rsplit_once("\" mentions ")?;
            return Some(format!("{chinese}“{name}”涉及 {word}"));
        }
    }
    let (title, rest) = text.strip_prefix('"')?.rsplit_once('"')?;
    let rest = rest
        .replace(" (not published yet)", "（尚未发表）")
        .replace(" (the profile does not say whether it is published)", "（未注明是否发表）");
    let venue = rest.trim_start_matches(", ");
    let comma = if venue.is_empty() || venue.starts_with('（') { "" } else { "，" };
    Some(format!("《{title}》{comma}{venue}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, en: &str, zh: &str) {
        let reason = Reason { text: text.into(), source: String::new() };
        assert_eq!(said(&reason, Language::En), en);
        assert_eq!(said(&reason, Language::Zh), zh);
    }

    #[test]
    fn each_kind_of_reason_has_words_in_both_languages() {
        check("doctoral study at X", "Doctoral study at X", "博士阶段：X");
        check(
            "\"T\", CCS (not published yet)",
            "“T”, CCS (not published yet)",
            "《T》，CCS（尚未发表）",
        );
        check("\"T\"", "“T”", "《T》");
        check("the skill \"Rust\" mentions C", "The skill “Rust” mentions C", "技能“Rust”涉及 C");
        let plan = "the profile's `statement.plan` mentions PhD";
        check(plan, "The profile's statement.plan mentions PhD", "个人陈述提到“PhD”一词");
        check("something new", "Something new", "something new");
    }
}
