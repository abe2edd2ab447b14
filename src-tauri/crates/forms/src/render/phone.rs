//! Telephone numbers as a form's readers write them.

use crate::Language;

/// `number`, in E.164, as it is written in a form of `language`: a mainland
/// number without its country code in a Chinese form, grouped in an English one.
pub(super) fn format(number: &str, language: Language) -> String {
    let Some(national) = number.strip_prefix("+86") else { return number.to_owned() };
    let is_mobile = national.len() == 11 && national.starts_with('1');
    match (language, is_mobile) {
        (Language::Zh, true) => national.to_owned(),
        (Language::En, true) => {
            format!("+86 {} {} {}", &national[..3], &national[3..7], &national[7..])
        }
        (_, false) => {
            // Area codes: 10 and 2x have two digits, all others three.
            let length = if national.starts_with("10") || national.starts_with('2') { 2 } else { 3 };
            match (national.get(..length), national.get(length..)) {
                (Some(area), Some(rest)) if !rest.is_empty() => match language {
                    Language::Zh => format!("0{area}-{rest}"),
                    Language::En => format!("+86 {area} {rest}"),
                },
                _ => number.to_owned(),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mainland_number_is_written_as_the_forms_readers_do() {
        let check = |number, language, expected: &str| assert_eq!(format(number, language), expected);
        check("+8613800138000", Language::Zh, "13800138000");
        check("+8613800138000", Language::En, "+86 138 0013 8000");
        check("+862552091234", Language::Zh, "025-52091234");
        check("+861062781234", Language::Zh, "010-62781234");
        check("+8657187951234", Language::En, "+86 571 87951234");
        check("+14255550100", Language::Zh, "+14255550100");
    }
}
