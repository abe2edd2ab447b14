//! Facts as words: in the form's language, in the format it asks for.
//!
//! Nothing is translated: where the candidate gave words in one language only,
//! they are given as they are and marked ([`Rendered::other_language`]).

mod dates;
mod options;

use profile::{List, PartialDate, Text, Value, phone};

pub(crate) use options::{choose, parts, tick};

use crate::{DatePart, Language};

/// The names that dictionaries give to the codes of closed lists.
pub(crate) trait Names {
    /// The usual name of a code.
    fn name(&self, list: List, code: &str, language: Language) -> Option<String>;
    /// Every name of a code, in every language.
    fn names(&self, list: List, code: &str) -> Vec<String>;
    /// Every word for yes, or for no, in every language; the first one is the usual one.
    fn yes_no(&self, yes: bool, language: Language) -> Vec<String>;
}

/// How precise a date is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Precision {
    /// As precise as it is known.
    #[default]
    Known,
    /// Year and month.
    Month,
    /// The year alone.
    Year,
}

/// What a blank wants its words to be like.
#[derive(Debug, Clone)]
pub(crate) struct Ask<'a> {
    /// The language to write in.
    pub(crate) language: Language,
    /// The label and what it adds in brackets, in which a format may be named.
    pub(crate) wording: &'a str,
    /// The unit printed after the blank.
    pub(crate) unit: &'a str,
    /// The part of a date that the blank asks for, when it is one.
    pub(crate) part: Option<DatePart>,
    /// How precise a date is wanted.
    pub(crate) precision: Precision,
}

/// Words for a blank.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Rendered {
    /// What to write.
    pub(crate) text: String,
    /// The dates in it, for masks.
    pub(crate) dates: Vec<PartialDate>,
    /// The candidate gave it in another language than the form's.
    pub(crate) other_language: bool,
}

impl Rendered {
    fn words(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}

/// `value` as the words that `ask` wants; nothing where there are none.
pub(crate) fn render(value: &Value, ask: &Ask<'_>, names: &dyn Names) -> Option<Rendered> {
    let mut rendered = raw(value, ask, names)?;
    if let Some(rest) = rendered.text.trim_end().strip_suffix(ask.unit) {
        let length = rest.trim_end().len();
        rendered.text.truncate(length);
    }
    if wants_capitals(ask.wording) && !rendered.text.contains(['@', '/']) {
        rendered.text = rendered.text.to_uppercase();
    }
    Some(rendered).filter(|it| !it.text.trim().is_empty())
}

fn raw(value: &Value, ask: &Ask<'_>, names: &dyn Names) -> Option<Rendered> {
    match value {
        Value::Text(text) => words(text, ask.language),
        Value::Date(date) => Some(dates::date(*date, ask)),
        Value::Period { start, end, ongoing } => dates::period(*start, *end, *ongoing, ask),
        Value::Choice { list, code } => names.name(*list, code, ask.language).map(Rendered::words),
        Value::Flag(yes) => {
            let words = names.yes_no(*yes, ask.language);
            // 有无驾照 is answered with 有 or 无, 是否残疾 with 是 or 否.
            let has = ["有无", "有没有", "情况", "状况"].iter().any(|it| ask.wording.contains(it));
            let word = words.iter().find(|it| has && matches!(it.as_str(), "有" | "无"));
            word.or(words.first()).map(Rendered::words)
        }
        Value::Number(number) => Some(Rendered::words(number.as_str())),
        Value::Phone(number) => Some(Rendered::words(telephone(number, ask.language))),
        Value::Photo(_) => None,
        Value::Lines(lines) => {
            let between = match ask.language {
                Language::Zh => "  ",
                Language::En => ", ",
            };
            join(lines.iter().map(|line| row(line, ask, names, between)), "\n")
        }
        Value::Joined(parts) => row(parts, ask, names, between(parts, ask.language)),
    }
}

/// What parts of one line are joined by. A level and its state are one word in
/// Chinese (博士在读); a level and a degree are two.
fn between(parts: &[Value], language: Language) -> &'static str {
    let choices: Vec<List> = parts
        .iter()
        .filter_map(|it| match it {
            Value::Choice { list, .. } => Some(*list),
            _ => None,
        })
        .collect();
    let all_choices = choices.len() == parts.len();
    match language {
        Language::Zh if all_choices && choices.contains(&List::StudyState) => "",
        Language::En if all_choices && choices.contains(&List::StudyState) => " ",
        Language::Zh | Language::En if all_choices => "/",
        Language::Zh => "，",
        Language::En => ", ",
    }
}

fn row(parts: &[Value], ask: &Ask<'_>, names: &dyn Names, between: &str) -> Option<Rendered> {
    // A line of several facts keeps its own formats: the label's is for one.
    let plain = Ask { wording: "", unit: "", part: None, ..ask.clone() };
    join(parts.iter().map(|it| raw(it, &plain, names)), between)
}

/// Those that are there, one after the other.
pub(crate) fn join(
    parts: impl Iterator<Item = Option<Rendered>>,
    between: &str,
) -> Option<Rendered> {
    let mut whole: Option<Rendered> = None;
    for part in parts.flatten().filter(|it| !it.text.is_empty()) {
        match &mut whole {
            None => whole = Some(part),
            Some(whole) => {
                whole.text.push_str(between);
                whole.text.push_str(&part.text);
                whole.dates.extend(part.dates);
                whole.other_language |= part.other_language;
            }
        }
    }
    whole
}

fn words(text: &Text, language: Language) -> Option<Rendered> {
    let (own, other) = match language {
        Language::En => (text.en(), text.zh()),
        Language::Zh => (text.zh(), text.en()),
    };
    if let Some(own) = own {
        return Some(Rendered::words(own));
    }
    let other = other?;
    Some(Rendered { other_language: !is_neutral(other), ..Rendered::words(other) })
}

/// Words that read the same in every language: numbers, addresses of the net, codes.
fn is_neutral(words: &str) -> bool {
    let is_address = words.contains('@') || words.contains("://") || words.contains("www.");
    let letters = words.chars().filter(|c| c.is_alphabetic()).count();
    let is_code = words.is_ascii()
        && !words.contains(' ')
        && (letters <= 3 || words.chars().any(|c| c.is_ascii_digit()));
    is_address || letters == 0 || is_code
}

/// A number as the form's readers write it: in a Chinese form a mainland one
/// goes without its country code (13800138000, 025-83790000).
fn telephone(number: &str, language: Language) -> String {
    let written = match language {
        Language::Zh if number.starts_with("+86") => phone::national(number).map(|it| {
            let (area, rest) = match it.split_once(' ') {
                Some((area, rest)) if area.starts_with('0') => {
                    (format!("{area}-"), rest.to_owned())
                }
                _ => (String::new(), it),
            };
            area + &rest.replace(' ', "")
        }),
        Language::Zh | Language::En => phone::international(number),
    };
    written.unwrap_or_else(|| number.to_owned())
}

fn wants_capitals(wording: &str) -> bool {
    let lower = wording.to_lowercase();
    ["capital", "block letter", "uppercase", "upper case", "大写"]
        .iter()
        .any(|it| lower.contains(it))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mainland_number_is_written_as_the_forms_readers_do() {
        let check = |number, language, expected: &str| {
            assert_eq!(telephone(number, language), expected);
        };
        check("+8613800138000", Language::Zh, "13800138000");
        check("+8613800138000", Language::En, "+86 138 0013 8000");
        check("+862552091234", Language::Zh, "025-52091234");
        check("+862552091234", Language::En, "+86 25 5209 1234");
    }
}
