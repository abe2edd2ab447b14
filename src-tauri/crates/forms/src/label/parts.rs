//! Taking a printed label apart.

use super::{
    Grammar,
    script::{Script, plain, script},
};

/// A printed label, taken apart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Label {
    /// The question: first as a whole, then, where it is printed in two
    /// languages, in each of them.
    pub(crate) readings: Vec<String>,
    /// What stood in brackets, and date masks.
    pub(crate) hints: Vec<String>,
}

impl Grammar {
    /// Takes a printed label apart.
    pub(crate) fn label(&self, text: &str) -> Label {
        let text = plain(text);
        let (mut core, mut hints) = unbracketed(self.unnumbered(&text));
        if trimmed(&core).is_empty() && !hints.is_empty() {
            core = hints.remove(0);
        }
        let mut core = trimmed(self.unnumbered(&core)).to_owned();
        if let Some((rest, mask)) = take_mask(&core) {
            trimmed(&rest).clone_into(&mut core);
            hints.push(mask);
        }
        let mut readings = vec![core.clone()];
        readings.extend(each_language(&core));
        readings.retain(|reading| !reading.is_empty());
        readings.dedup();
        Label { readings, hints }
    }

    /// The questions that one label joins, such as 地址及邮编; empty if it asks one.
    pub(crate) fn joined(&self, core: &str) -> Vec<String> {
        let mut parts = vec![String::new()];
        let mut rest = core;
        while let Some(c) = rest.chars().next() {
            if let Some(length) = self.joiner(rest, parts.last().map_or("", String::as_str)) {
                parts.push(String::new());
                rest = &rest[length..];
            } else {
                if let Some(part) = parts.last_mut() {
                    part.push(c);
                }
                rest = &rest[c.len_utf8()..];
            }
        }
        let parts: Vec<String> =
            parts.iter().map(|part| trimmed(part).to_owned()).filter(|p| !p.is_empty()).collect();
        if parts.len() < 2 { Vec::new() } else { parts }
    }

    fn joiner(&self, rest: &str, before: &str) -> Option<usize> {
        const MARKS: [char; 8] = ['/', '、', ',', '&', '+', ';', '|', '\\'];
        let first = rest.chars().next()?;
        if MARKS.contains(&first) {
            return Some(first.len_utf8());
        }
        self.joiners.iter().find_map(|word| {
            let after = rest.get(..word.len()).filter(|start| start.eq_ignore_ascii_case(word))?;
            let following = rest[after.len()..].chars().next().unwrap_or(' ');
            let preceding = before.chars().next_back().unwrap_or(' ');
            let whole = script(first) == Script::Han
                || (preceding.is_whitespace() && following.is_whitespace());
            whole.then_some(word.len())
        })
    }

    /// Without the number or the bullet before it.
    fn unnumbered<'a>(&self, text: &'a str) -> &'a str {
        let mut text = text;
        for _ in 0..3 {
            let start = text.trim_start_matches(|c: char| {
                c.is_whitespace() || "*★☆※●○◆◇■□▪•·>►▶-_.、".contains(c)
            });
            let rest = self.numbered(start).unwrap_or(start);
            if trimmed(rest).is_empty() || rest == text {
                break;
            }
            text = rest;
        }
        text
    }

    fn numbered<'a>(&self, text: &'a str) -> Option<&'a str> {
        if let Some(inside) = text.strip_prefix(['(', '[', '【']) {
            let (number, rest) = inside.split_once([')', ']', '】'])?;
            return is_number(number.trim()).then_some(rest);
        }
        let end = text.find(|c: char| !(c.is_alphanumeric() || c == '.')).unwrap_or(text.len());
        let (number, rest) = text.split_at(end);
        if self.numbered.contains(&number.to_lowercase()) {
            let inside = rest.trim_start();
            let end = inside.find(|c: char| !c.is_alphanumeric())?;
            let (number, rest) = inside.split_at(end);
            let rest = rest.trim_start();
            return (is_number(number) && rest.starts_with([':', '-', '.', ')', '、']))
                .then(|| &rest[1..]);
        }
        numbered_plainly(text)
    }
}

/// `1.`, `1)`, `01 -`, `1.2 `, `一、`, `a)`, `IV.`
fn numbered_plainly(text: &str) -> Option<&str> {
    let digits = text.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(text.len());
    let (number, rest) = text.split_at(digits);
    if number.starts_with(|c: char| c.is_ascii_digit()) {
        let groups = number.split('.').filter(|group| !group.is_empty());
        if groups.clone().any(|group| group.len() > 2) {
            return None;
        }
        let dotted = number.contains('.');
        let rest_trimmed = rest.trim_start();
        if let Some(rest) = rest_trimmed.strip_prefix([')', '、', ':', ',']) {
            return Some(rest);
        }
        if let Some(rest) = rest_trimmed.strip_prefix('-').filter(|_| rest.starts_with(' ')) {
            return Some(rest);
        }
        let han = rest.chars().next().is_some_and(super::is_han);
        let spaced = rest.starts_with(' ');
        let spaced_han = spaced && rest_trimmed.chars().next().is_some_and(super::is_han);
        return (dotted && (spaced || number.ends_with('.') || han) || spaced_han).then_some(rest);
    }
    if let Some(rest) = numbered_by_letter(text) {
        return Some(rest);
    }
    let end = text.find(|c: char| !c.is_alphabetic())?;
    let (word, rest) = text.split_at(end);
    let mark = rest.chars().next()?;
    if !".)、:".contains(mark) || !is_number(word) {
        return None;
    }
    let rest = &rest[mark.len_utf8()..];
    let han_number = word.chars().all(super::is_han);
    let spaced = rest.starts_with(|c: char| c.is_whitespace() || super::is_han(c));
    (mark != ':' && (han_number || spaced)).then_some(rest)
}

/// `A1 Surname`, `B12. Date of issue`: numbers that begin with their section's letter.
fn numbered_by_letter(text: &str) -> Option<&str> {
    let number = text.strip_prefix(|c: char| c.is_ascii_uppercase())?;
    let rest = number.trim_start_matches(|c: char| c.is_ascii_digit());
    let has_number = (1..=2).contains(&(number.len() - rest.len()));
    let rest = rest.strip_prefix(['.', ')', ':']).unwrap_or(rest);
    let goes_on = rest.strip_prefix(' ')?.trim_start().starts_with(char::is_uppercase);
    (has_number && goes_on).then_some(rest)
}

/// A number as lists count: `3`, 三, `c`, `iv`.
fn is_number(word: &str) -> bool {
    let length = word.chars().count();
    if length == 0 || length > 4 {
        return false;
    }
    word.chars().all(|c| c.is_ascii_digit())
        || word.chars().all(|c| "一二三四五六七八九十".contains(c))
        || (length == 1 && word.chars().all(|c| c.is_ascii_alphabetic()))
        || word.chars().all(|c| "ivxIVX".contains(c))
}

/// The text without what stands in brackets, and what stood there.
fn unbracketed(text: &str) -> (String, Vec<String>) {
    let (mut core, mut hints, mut depth) = (String::new(), Vec::new(), 0_usize);
    for c in text.chars() {
        match c {
            '(' | '[' | '{' | '【' | '〔' | '〖' | '「' | '『' | '<' | '《' => {
                depth += 1;
                if depth == 1 {
                    hints.push(String::new());
                    core.push(' ');
                    continue;
                }
            }
            ')' | ']' | '}' | '】' | '〕' | '〗' | '」' | '』' | '>' | '》' => {
                if depth == 1 {
                    depth = 0;
                    continue;
                }
                depth = depth.saturating_sub(1);
            }
            _ => {}
        }
        match hints.last_mut() {
            Some(hint) if depth > 0 => hint.push(c),
            _ => core.push(c),
        }
    }
    let hints = hints.iter().map(|hint| trimmed(hint).to_owned()).filter(|h| !h.is_empty());
    (core, hints.collect())
}

/// Without the marks that labels end with.
fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || "*:_?!,;、。…=~-.|/★※#\"“”".contains(c))
}

/// A date mask in the words (`dd/mm/yyyy`), taken out.
fn take_mask(text: &str) -> Option<(String, String)> {
    let words: Vec<&str> = text.split(' ').collect();
    let from = words.iter().position(|word| is_mask(word)).or_else(|| {
        words.windows(2).position(|pair| pair.iter().all(|word| is_mask_part(trimmed(word))))
    })?;
    let end = words[from..]
        .iter()
        .position(|word| !(is_mask(word) || is_mask_part(trimmed(word))))
        .map_or(words.len(), |count| from + count);
    if from == 0 && end == words.len() {
        return None;
    }
    let rest = [&words[..from], &words[end..]].concat().join(" ");
    Some((rest, words[from..end].join(" ")))
}

fn is_mask(word: &str) -> bool {
    let word = trimmed(word);
    let parts = word.split(['/', '-', '.', '|', ':']);
    let whole = ["ddmmyyyy", "yyyymmdd", "mmddyyyy", "mmyyyy", "yyyymm"];
    (word.contains(['/', '-', '.', '|', ':'])
        && parts.clone().count() > 1
        && parts.clone().all(is_mask_part))
        || whole.iter().any(|mask| word.eq_ignore_ascii_case(mask))
}

fn is_mask_part(part: &str) -> bool {
    ["d", "dd", "m", "mm", "mmm", "mon", "y", "yy", "yyyy"]
        .iter()
        .any(|mask| part.eq_ignore_ascii_case(mask))
        && part.len() != 1
        || matches!(part, "D" | "M" | "Y" | "d" | "m" | "y")
}

/// The words of each script, where a label is printed in two languages:
/// the scripts must stand apart (`姓名 Name`, not `QQ号`).
fn each_language(core: &str) -> Vec<String> {
    let mut runs: Vec<(Script, String)> = Vec::new();
    let mut gap = String::new();
    for c in core.chars() {
        let of = match script(c) {
            Script::None if c.is_ascii_digit() => runs.last().map_or(Script::None, |run| run.0),
            of => of,
        };
        if of == Script::None {
            gap.push(c);
            continue;
        }
        match runs.last_mut() {
            Some((last, run)) if *last == of || gap.is_empty() => {
                run.push_str(&gap);
                run.push(c);
                if *last != of {
                    // Two scripts in one word: read as the Chinese one.
                    *last = Script::Han;
                }
            }
            _ => runs.push((of, c.to_string())),
        }
        gap.clear();
    }
    let mut readings = Vec::new();
    for of in [Script::Han, Script::Latin] {
        let words: Vec<&str> =
            runs.iter().filter(|run| run.0 == of).map(|run| run.1.as_str()).collect();
        if !words.is_empty() && words.len() < runs.len() {
            readings.push(words.join(" "));
        }
    }
    readings
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn grammar() -> Grammar {
        let mut grammar = Grammar::default();
        grammar.joiners = ["and", "及", "和", "与"].map(str::to_owned).to_vec();
        grammar.numbered.extend(["part", "section"].map(str::to_owned));
        grammar
    }

    #[track_caller]
    fn check(text: &str, readings: &[&str], hints: &[&str]) {
        let label = grammar().label(text);
        assert_eq!(label.readings, readings, "{text}");
        assert_eq!(label.hints, hints, "{text}");
    }

    #[test]
    fn a_letter_and_a_number_fall_off_before_a_word() {
        for (text, asked) in [
            ("A1 Surname", "Surname"),
            ("B12. Date of issue", "Date of issue"),
            ("A4 paper", "A4 paper"),
            ("Q1", "Q1"),
            ("B123 Room", "B123 Room"),
        ] {
            assert_eq!(Grammar::default().label(text).readings[0], asked);
        }
    }

    #[test]
    fn numbers_and_marks_fall_off() {
        check("1. 姓名：", &["姓名"], &[]);
        check("一、基本情况", &["基本情况"], &[]);
        check("（二）教育背景", &["教育背景"], &[]);
        check("01 -   Passport #", &["Passport"], &[]);
        check("1.2 Name", &["Name"], &[]);
        check("* Email ID :", &["Email ID"], &[]);
        check("a) Name", &["Name"], &[]);
        check("Section A: Personal Details", &["Personal Details"], &[]);
        check("①联系电话", &["联系电话"], &[]);
        check("1 研究目的", &["研究目的"], &[]);
        check("【1】部门", &["部门"], &[]);
    }

    #[test]
    fn what_only_looks_like_a_number_stays() {
        check("15 Years Education", &["15 Years Education"], &[]);
        check("1st Priority:", &["1st Priority"], &[]);
        check("D.O.B.", &["D.O.B"], &[]);
        check("985高校", &["985高校"], &[]);
        check("2024级", &["2024级"], &[]);
    }

    #[test]
    fn hints_are_apart() {
        check("出生年月（如1999.03）", &["出生年月"], &["如1999.03"]);
        check("Date of Birth (dd/mm/yyyy)", &["Date of Birth"], &["dd/mm/yyyy"]);
        check("Date of Birth dd/mm/yyyy:", &["Date of Birth"], &["dd/mm/yyyy"]);
        check("Enrollment Date DD MM YYYY", &["Enrollment Date"], &["DD MM YYYY"]);
        check("（贴小一寸彩色近照）", &["贴小一寸彩色近照"], &[]);
        check("Name (First) (Last)", &["Name"], &["First", "Last"]);
        check("学历（学位", &["学历"], &["学位"]);
    }

    #[test]
    fn a_bilingual_label_reads_in_both_languages() {
        check("姓名 Name", &["姓名 Name", "姓名", "Name"], &[]);
        check(
            "Date of birth/出生日期",
            &["Date of birth/出生日期", "出生日期", "Date of birth"],
            &[],
        );
        check("Name/ नाम", &["Name/ नाम", "Name"], &[]);
        check("QQ号码", &["QQ号码"], &[]);
    }

    #[test]
    fn joined_questions_come_apart() {
        let grammar = grammar();
        assert_eq!(grammar.joined("所在地址及邮编"), ["所在地址", "邮编"]);
        assert_eq!(grammar.joined("QQ/微信"), ["QQ", "微信"]);
        assert_eq!(grammar.joined("Name and address of employer"), ["Name", "address of employer"]);
        assert!(grammar.joined("Husband name").is_empty());
        assert!(grammar.joined("姓名").is_empty());
    }

    proptest! {
        #[test]
        fn any_text_comes_apart(text in ".{0,40}") {
            grammar().label(&text);
            grammar().joined(&text);
        }
    }
}
