//! Printed options, and the one that says what a fact says.

use profile::Value;
use unicode_normalization::UnicodeNormalization;

use super::Names;
use crate::Language;

/// The option of a list that says what `value` says. Nothing where none does,
/// or where several might.
pub(crate) fn choose(value: &Value, options: &[String], names: &dyn Names) -> Option<usize> {
    let wanted = wordings(value, names);
    let plain: Vec<String> = options.iter().map(|it| plain(it)).collect();
    let exact = only(&plain, |option| wanted.iter().any(|it| it == option));
    exact
        .or_else(|| in_range(value, options))
        .or_else(|| only(&plain, |option| wanted.iter().any(|it| in_two_languages(option, it))))
        .or_else(|| {
            only(&plain, |option| {
                option.split(['/', '、', '(', ')', ',']).any(|part| {
                    let part = part.trim();
                    !part.is_empty() && wanted.iter().any(|it| it == part)
                })
            })
        })
        .or_else(|| {
            only(&plain, |option| {
                wanted.iter().any(|it| it.chars().count() > 1 && begins(option, it))
            })
        })
        .or_else(|| {
            only(&plain, |option| {
                option.chars().count() > 1
                    && wanted.iter().any(|it| {
                        it.chars().count() > 1 && (contains(it, option) || contains(option, it))
                    })
            })
        })
}

/// The parts of a text that lists several things, each with its words.
pub(crate) fn parts(value: &Value) -> Vec<(Value, String)> {
    let Value::Text(text) = value else { return Vec::new() };
    let words = text.en().or_else(|| text.zh()).unwrap_or_default();
    words
        .split([',', '、', ';', '；', '，', '\n'])
        .map(str::trim)
        .filter(|it| !it.is_empty())
        .map(|it| (Value::Text(profile::Text::bare(it)), it.to_owned()))
        .collect()
}

/// The options to tick. One for a single fact; where only one option is
/// printed, it is ticked for yes.
pub(crate) fn tick(value: &Value, options: &[String], names: &dyn Names) -> Option<Vec<usize>> {
    if let (Value::Flag(yes), [only]) = (value, options) {
        let says_no = names
            .yes_no(false, Language::En)
            .iter()
            .chain(&names.yes_no(false, Language::Zh))
            .any(|it| plain(it) == plain(only));
        return (*yes != says_no).then(|| vec![0]);
    }
    choose(value, options, names).map(|it| vec![it])
}

/// The only option that fits.
fn only(options: &[String], fits: impl Fn(&str) -> bool) -> Option<usize> {
    let mut found = options.iter().enumerate().filter(|(_, it)| fits(it)).map(|(i, _)| i);
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

/// Everything that a fact may be called, plain.
fn wordings(value: &Value, names: &dyn Names) -> Vec<String> {
    let words = match value {
        Value::Choice { list, code } => names.names(*list, code),
        Value::Flag(yes) => {
            let mut words = names.yes_no(*yes, Language::Zh);
            words.extend(names.yes_no(*yes, Language::En));
            words
        }
        Value::Text(text) => text.zh().into_iter().chain(text.en()).map(str::to_owned).collect(),
        Value::Number(number) | Value::Phone(number) => vec![number.clone()],
        Value::Joined(parts) => {
            return parts.first().map(|it| wordings(it, names)).unwrap_or_default();
        }
        Value::Date(_) | Value::Period { .. } | Value::Photo(_) | Value::Lines(_) => Vec::new(),
    };
    words.iter().map(|it| plain(it)).filter(|it| !it.is_empty()).collect()
}

/// An option without its number, its dress and its spaces: `A. Full-time` is `fulltime`.
fn plain(words: &str) -> String {
    let text: String = words.nfkc().flat_map(char::to_lowercase).collect();
    let text = text.trim();
    let mut rest = text;
    if let Some(dot) = text.find(['.', '、', ')'])
        && dot <= 2
        && text[..dot].chars().all(|c| c.is_ascii_alphanumeric())
        && !text[dot + 1..].trim().is_empty()
    {
        rest = text[dot..].trim_start_matches(['.', '、', ')', ' ']);
    }
    rest.chars()
        .filter(|c| {
            c.is_alphanumeric()
                || matches!(c, '/' | '、' | '(' | ')' | ',' | '+' | '<' | '>' | '=' | '≥' | '≤')
        })
        .collect()
}

/// `男Male` says 男 and `male`.
fn in_two_languages(option: &str, words: &str) -> bool {
    let (han, latin): (String, String) =
        option.chars().filter(|c| c.is_alphabetic()).partition(|c| crate::label::is_han(*c));
    !han.is_empty() && !latin.is_empty() && (words == han || words == latin)
}

/// `option` begins with the words, and what follows is no longer word.
fn begins(option: &str, words: &str) -> bool {
    option.strip_prefix(words).is_some_and(|rest| {
        rest.chars().next().is_none_or(|c| !c.is_ascii_alphanumeric() || !words.is_ascii())
    })
}

/// `whole` contains `part`; Latin words only as a whole.
fn contains(whole: &str, part: &str) -> bool {
    if part.is_ascii() {
        return false;
    }
    whole.contains(part)
}

/// A number in the range that an option prints: `18-25`, `30以上`.
fn in_range(value: &Value, options: &[String]) -> Option<usize> {
    let Value::Number(number) = value else { return None };
    let number: f64 = number.parse().ok()?;
    let mut fitting = options.iter().enumerate().filter(|(_, option)| {
        let numbers: Vec<f64> = option
            .split(|c: char| !(c.is_ascii_digit() || c == '.'))
            .filter_map(|it| it.parse().ok())
            .collect();
        let up = ["以上", "+", "over", "above", "more than", "≥", ">"]
            .iter()
            .any(|it| option.contains(it));
        let down =
            ["以下", "under", "below", "less than", "≤", "<"].iter().any(|it| option.contains(it));
        match numbers.as_slice() {
            [low, high] => *low <= number && number <= *high,
            [low] if up => number >= *low,
            [high] if down => number < *high,
            _ => false,
        }
    });
    let first = fitting.next()?.0;
    fitting.next().is_none().then_some(first)
}

#[cfg(test)]
mod tests {
    use profile::{List, Text};

    use super::*;

    struct Few;

    impl Names for Few {
        fn name(&self, list: List, code: &str, _: Language) -> Option<String> {
            self.names(list, code).into_iter().next()
        }

        fn names(&self, _: List, code: &str) -> Vec<String> {
            let names: &[&str] = match code {
                "male" => &["男", "男性", "Male", "M"],
                "doctor" => &["博士", "博士研究生", "PhD", "Doctorate"],
                "single" => &["未婚", "Single", "Unmarried"],
                _ => &[],
            };
            names.iter().map(|it| (*it).to_owned()).collect()
        }

        fn yes_no(&self, yes: bool, _: Language) -> Vec<String> {
            let names: &[&str] =
                if yes { &["是", "有", "Yes", "Y"] } else { &["否", "无", "No", "N"] };
            names.iter().map(|it| (*it).to_owned()).collect()
        }
    }

    #[track_caller]
    fn check(value: &Value, options: &[&str], expected: Option<usize>) {
        let options: Vec<String> = options.iter().map(|it| (*it).to_owned()).collect();
        assert_eq!(choose(value, &options, &Few), expected, "{options:?}");
    }

    #[test]
    fn the_option_that_says_the_same_is_chosen() {
        let male = Value::Choice { list: List::Gender, code: "male" };
        check(&male, &["男", "女"], Some(0));
        check(&male, &["Female", "Male"], Some(1));
        check(&male, &["F", "M"], Some(1));
        check(&male, &["Transgender", "Other"], None);
        check(&male, &["男M", "女F"], Some(0));
        check(&male, &["女 Female", "男 Male"], Some(1));
        let doctor = Value::Choice { list: List::Level, code: "doctor" };
        check(&doctor, &["A. 本科", "B. 硕士", "C. 博士"], Some(2));
        check(&doctor, &["Bachelor", "Master", "PhD / Doctorate"], Some(2));
        check(&doctor, &["大专", "本科", "硕士研究生", "博士研究生及以上"], Some(3));
        check(&doctor, &["本科", "硕士/博士"], Some(1));
        check(&Value::Flag(true), &["无", "有，持有"], Some(1));
        check(&Value::Flag(false), &["Yes", "No"], Some(1));
        check(&Value::Text(Text::new("China", "中国")), &["Chile", "China"], Some(1));
        check(&Value::Number("27".into()), &["18-25", "26-35", "35以上"], Some(1));
    }

    #[test]
    fn one_option_alone_is_ticked_for_yes() {
        let one = ["I agree".to_owned()];
        assert_eq!(tick(&Value::Flag(true), &one, &Few), Some(vec![0]));
        assert_eq!(tick(&Value::Flag(false), &one, &Few), None);
    }
}
