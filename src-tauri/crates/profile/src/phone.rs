//! Telephone numbers: read as people type them, given as E.164.

use rlibphonenumber::{PhoneNumber, PhoneNumberFormat, enums::Region};

/// A number that can be dialled, in E.164. `None` where E.164 would change what
/// was typed: an extension lost, or a wrong country in front.
pub(crate) fn e164(typed: &str) -> Option<String> {
    let number = parse(typed)?;
    let whole = number.extension.as_deref().unwrap_or_default().is_empty();
    whole.then(|| number.format_as(PhoneNumberFormat::E164).into_owned())
}

/// An E.164 number as it is written in its own country: `138 0013 8000`,
/// `025 8379 0000`. `None` if it is no such number.
pub fn national(e164: &str) -> Option<String> {
    format(e164, PhoneNumberFormat::National)
}

/// An E.164 number as it is written abroad: `+86 138 0013 8000`. `None` if it
/// is no such number.
pub fn international(e164: &str) -> Option<String> {
    format(e164, PhoneNumberFormat::International)
}

fn format(e164: &str, format: PhoneNumberFormat) -> Option<String> {
    let number = PhoneNumber::parse(e164, None).ok()?;
    Some(number.format_as(format).into_owned())
}

/// Whether a numbering plan has such a number.
pub(crate) fn is_valid(typed: &str) -> bool {
    parse(typed).is_some_and(|number| number.is_valid())
}

fn parse(typed: &str) -> Option<PhoneNumber> {
    let number = PhoneNumber::parse(typed.trim(), Some(Region::CN)).ok()?;
    let abroad = typed.trim().starts_with(['+', '＋']);
    (abroad || (looks_chinese(typed) && number.is_valid())).then_some(number)
}

/// Whether a number without `+` is written as people do in China: a mobile
/// number, an area code with its 0, or a 400 number. The same digits without
/// the 0 are more likely a number of another country.
fn looks_chinese(typed: &str) -> bool {
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    digits.starts_with('0')
        || digits.starts_with("400")
        || (digits.starts_with('1') && digits.len() == 11)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, expected: Option<&str>) {
        assert_eq!(e164(typed).as_deref(), expected, "{typed}");
    }

    #[test]
    fn a_number_without_a_country_is_chinese() {
        check("13800138000", Some("+8613800138000"));
        check("138 0013 8000", Some("+8613800138000"));
        check("025-83790000", Some("+862583790000"));
        check("0086 138 0013 8000", Some("+8613800138000"));
    }

    #[test]
    fn a_number_with_a_country_keeps_it() {
        check("+1 202 555 0143", Some("+12025550143"));
        check("+86 25 8379 1234", Some("+862583791234"));
    }

    #[test]
    fn a_number_is_written_as_people_do_where_it_is_read() {
        assert_eq!(national("+8613800138000").as_deref(), Some("138 0013 8000"));
        assert_eq!(national("+862583790000").as_deref(), Some("025 8379 0000"));
        assert_eq!(international("+8613800138000").as_deref(), Some("+86 138 0013 8000"));
        assert_eq!(international("+12025550143").as_deref(), Some("+1 202-555-0143"));
        assert_eq!(national("138"), None);
    }

    #[test]
    fn what_e164_cannot_hold_is_left_as_it_was_typed() {
        check("010-62770000 ext. 801", None);
        check("202-555-0143", None);
        check("call my mother", None);
        check("", None);
    }
}
