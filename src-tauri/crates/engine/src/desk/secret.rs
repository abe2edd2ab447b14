//! Words that are not remembered, whatever they were typed into: those of the profile's
//! sensitive facts, and what is written like the number of a document or an account.
//!
//! **Invariant:** a question that nobody knows keeps no secret. What looks like one is taken
//! for one: then the candidate types it again.

use jiff::civil::Date;
use profile::{Fact, Key, PartialDate, Profile, RowList, Value, catalogue};

use super::state::Own;

/// Shorter words are a secret only by themselves, not within others.
const WITHIN: usize = 6;

/// The secrets of a profile.
pub(super) struct Secrets {
    words: Vec<String>,
    dates: Vec<PartialDate>,
}

impl Secrets {
    pub(super) fn of(profile: &Profile, today: Date) -> Self {
        let mut secrets = Self { words: Vec::new(), dates: Vec::new() };
        let named = catalogue().iter().filter_map(|it| profile.fact(&it.key, today));
        let rows: Vec<_> =
            RowList::ALL.iter().flat_map(|list| profile.rows(*list, today)).collect();
        let listed = rows.iter().flat_map(profile::Row::facts).cloned();
        let extra =
            profile.extra.iter().filter_map(|it| Key::parse(&format!("extra.{}", it.slug)).ok());
        let extra = extra.filter_map(|it| profile.fact(&it, today));
        for fact in named.chain(listed).chain(extra).filter(|it: &Fact| it.sensitive) {
            secrets.add(&fact.value);
        }
        secrets
    }

    fn add(&mut self, value: &Value) {
        match value {
            Value::Text(text) => {
                self.words.extend([text.en(), text.zh()].into_iter().flatten().map(plain));
            }
            Value::Number(words) | Value::Phone(words) => self.words.push(plain(words)),
            Value::Date(date) => self.dates.push(*date),
            Value::Joined(parts) => parts.iter().for_each(|it| self.add(it)),
            Value::Lines(lines) => lines.iter().flatten().for_each(|it| self.add(it)),
            Value::Period { .. } | Value::Choice { .. } | Value::Flag(_) | Value::Photo(_) => {}
        }
        self.words.retain(|it| it.chars().count() > 1);
    }

    /// Whether an answer says one of them.
    pub(super) fn are_in(&self, own: &Own) -> bool {
        match own {
            Own::Text { text } => self.is_secret(text),
            Own::Rows { rows } => rows.iter().flatten().flatten().any(|it| self.is_secret(it)),
            Own::Options { .. } | Own::Blank | Own::Offered => false,
        }
    }

    fn is_secret(&self, typed: &str) -> bool {
        let said = plain(typed);
        let is_said = |it: &String| *it == said || it.len() >= WITHIN && said.contains(it.as_str());
        let is_dated = || {
            PartialDate::typed(typed).is_some_and(|it| it.day.is_some() && self.dates.contains(&it))
        };
        self.words.iter().any(is_said) || is_dated() || is_number_of_something(typed)
    }
}

/// Words without case, spaces and punctuation.
fn plain(words: &str) -> String {
    words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether something in it is written like the number of an identity card, a passport or an
/// account.
fn is_number_of_something(typed: &str) -> bool {
    let is_phone = typed.trim_start().starts_with('+');
    let words = typed.split(|it: char| !it.is_ascii_alphanumeric()).filter(|it| !it.is_empty());
    // People part long numbers into groups: `4111 1111 …`.
    let mut number = String::new();
    words.map(str::to_uppercase).any(|word| {
        if word.trim_end_matches('X').contains(|it: char| it.is_ascii_uppercase()) {
            number.clear();
        }
        number.push_str(&word);
        [&word, &number].into_iter().any(|it| is_shaped(it) || !is_phone && is_card(it))
    })
}

/// A resident's card, old or new; a passport or a permit; an international account.
fn is_shaped(number: &str) -> bool {
    let digits = number.trim_start_matches(|it: char| it.is_ascii_uppercase());
    let letters = number.len() - digits.len();
    let (body, last) = digits.split_at(digits.len().saturating_sub(1));
    let is_number = |it: &str| it.bytes().all(|it| it.is_ascii_digit());
    match letters {
        0 => {
            is_number(body)
                && (digits.len() == 18 && (last == "X" || is_number(last))
                    || digits.len() == 15 && is_number(last))
        }
        1 | 2 => {
            is_number(digits)
                && (matches!(digits.len(), 7 | 8) || letters == 2 && digits.len() >= 12)
        }
        _ => false,
    }
}

/// The number of a bank card has a digit that the others lead to.
fn is_card(number: &str) -> bool {
    if !(13..=19).contains(&number.len()) || !number.bytes().all(|it| it.is_ascii_digit()) {
        return false;
    }
    let digits = number.bytes().rev().map(|it| u32::from(it - b'0'));
    let sum: u32 = digits
        .enumerate()
        .map(|(at, digit)| match at % 2 {
            0 => digit,
            _ if digit > 4 => digit * 2 - 9,
            _ => digit * 2,
        })
        .sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secrets() -> Secrets {
        let facts = r#"{"basics": {"birthDate": "1999-03-14"},
            "extra": [{"slug": "student", "labels": [], "sensitive": true, "value": "S-0042-77"}]}"#;
        Secrets::of(&Profile::parse(facts).unwrap(), jiff::civil::date(2026, 3, 1))
    }

    #[track_caller]
    fn check(typed: &str, is_secret: bool) {
        let own = Own::Text { text: typed.to_owned() };
        assert_eq!(secrets().are_in(&own), is_secret, "{typed}");
        let own = Own::Rows { rows: vec![vec![None, Some(typed.to_owned())]] };
        assert_eq!(secrets().are_in(&own), is_secret, "{typed}");
    }

    #[test]
    fn what_the_profile_holds_back_is_a_secret_anywhere() {
        check("S-0042-77", true);
        check("My number is s0042 77.", true);
        check("14 March 1999", true);
        check("1999-03-14", true);
        check("1999", false);
        check("Tea", false);
    }

    #[test]
    fn numbers_of_documents_and_accounts_are_known_by_their_shape() {
        for secret in [
            "11010519491231002X",
            "110105 19491231 0021",
            "E12345678",
            "Passport EA1234567",
            "4111 1111 1111 1111",
            "DE02120300000000202051",
        ] {
            check(secret, true);
        }
        for plain in
            ["2026-03-01", "+86 138 0013 8000", "3.9 / 4.0", "CS 2301", "GPA 89.5", "10:30-11:30"]
        {
            check(plain, false);
        }
    }
}
