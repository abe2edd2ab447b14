//! Labels with a wrong letter.

use std::sync::Arc;

use super::{Confidence, asks::said, find::Said};
use crate::{
    dictionary::{Whose, Words, Worth},
    label::Normal,
};

/// A label with one wrong letter in one long word.
pub(super) fn misspelt(words: &Words, normal: &Normal) -> Said {
    if !normal.0.iter().any(|word| word.len() > 5 && word.is_ascii()) || normal.len() > 4 {
        return Said::Unknown;
    }
    let text = normal.text();
    let mut fits = words.own.phrases().filter(|(phrase, _)| one_letter_off(&text, phrase));
    let Some((phrase, asked)) = fits.next() else { return Said::Unknown };
    if fits.any(|(_, other)| other != asked) {
        return Said::Unknown;
    }
    let asked = Arc::new(asked.clone());
    let said = said(words, Whose::Own, None, &asked, Worth::Always(Confidence::Likely), false);
    match said {
        Said::Facts(mut found) => {
            found.reason = format!("it reads like `{phrase}`");
            Said::Facts(found)
        }
        said => said,
    }
}

/// Whether two texts differ by one letter put in, left out or changed.
fn one_letter_off(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if long.len() - short.len() > 1 || short.is_empty() || short.as_bytes()[0] != long.as_bytes()[0]
    {
        return false;
    }
    if short == long || !a.is_ascii() || !b.is_ascii() {
        return false;
    }
    let (short, long) = (short.as_bytes(), long.as_bytes());
    let start = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    if start == 0 {
        return false;
    }
    if long[start].is_ascii_digit() || short.get(start).is_some_and(u8::is_ascii_digit) {
        return false;
    }
    let (rest_short, rest_long) = (&short[start..], &long[start + 1..]);
    rest_short == rest_long || rest_short.get(1..).is_some_and(|rest| rest == rest_long)
}

#[cfg(test)]
mod tests {
    use super::one_letter_off;

    #[test]
    fn one_letter_put_in_left_out_or_changed() {
        for (a, b) in [("adress", "address"), ("telephone", "telaphone"), ("emails", "email")] {
            assert!(one_letter_off(a, b) && one_letter_off(b, a), "{a} {b}");
        }
        for (a, b) in [("address", "address"), ("name", "game"), ("adres", "address")] {
            assert!(!one_letter_off(a, b), "{a} {b}");
        }
    }
}
