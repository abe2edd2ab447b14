//! Identity numbers by GB 11643, against what the profile says beside them.

use jiff::civil::Date;

use super::{Fault, Findings};
use crate::{Gender, IdType, Profile};

const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS: &[u8; 11] = b"10X98765432";

/// What a resident identity number says about its holder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ResidentId {
    pub(crate) birth: Date,
    pub(crate) gender: Gender,
}

/// Reads a resident identity number. `None` if its check character does not
/// fit, or it names a day that never was.
pub(crate) fn resident_id(number: &str) -> Option<ResidentId> {
    let number = number.trim().as_bytes();
    let (digits, check) = (number.get(..17)?, number.get(17)?.to_ascii_uppercase());
    if number.len() != 18 || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let sum: u32 =
        digits.iter().zip(WEIGHTS).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    if CHECKS.get(sum as usize % 11) != Some(&check) {
        return None;
    }
    let part = |range: std::ops::Range<usize>| {
        std::str::from_utf8(digits.get(range)?).ok()?.parse::<i16>().ok()
    };
    let small = |range| i8::try_from(part(range)?).ok();
    let birth = Date::new(part(6..10)?, small(10..12)?, small(12..14)?).ok()?;
    let gender = if (digits[16] - b'0') % 2 == 1 { Gender::Male } else { Gender::Female };
    Some(ResidentId { birth, gender })
}

pub(super) fn check(profile: &Profile, today: Date, findings: &mut Findings) {
    let basics = &profile.basics;
    let number = basics.id.number.as_deref().map(str::trim).filter(|number| !number.is_empty());
    let resident = matches!(basics.id.kind, None | Some(IdType::ResidentId));
    if let Some(number) = number.filter(|_| resident) {
        match resident_id(number) {
            None => findings.error(
                Fault::IdMalformed,
                "/basics/id/number",
                "this is not a resident identity number: it needs 18 characters and the last must fit the others",
                "compare it with the card; for another document say which in `basics.id.type`",
            ),
            Some(id) => agree(profile, id, findings),
        }
    }
    if let Some(expires) = basics.passport.expires
        && expires.last_day() < today
    {
        findings.warn(
            Fault::PassportExpired,
            "/basics/passport/expires",
            "the passport has expired",
            "renew it, or correct the date",
        );
    }
}

fn agree(profile: &Profile, id: ResidentId, findings: &mut Findings) {
    let basics = &profile.basics;
    if basics
        .birth_date
        .is_some_and(|birth| id.birth < birth.first_day() || birth.last_day() < id.birth)
    {
        findings.error(
            Fault::BirthDateDiffers,
            "/basics/birthDate",
            "the identity number has another birthday",
            "compare both with the card and correct the one that is wrong",
        );
    }
    if matches!(basics.gender, Some(said @ (Gender::Male | Gender::Female)) if said != id.gender) {
        findings.warn(
            Fault::GenderDiffers,
            "/basics/gender",
            "the identity number has another gender",
            "compare both with the card and correct the one that is wrong",
        );
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_number_tells_birthday_and_gender() {
        let id = resident_id("320102199903142717").unwrap();
        assert_eq!(id, ResidentId { birth: date(1999, 3, 14), gender: Gender::Male });
    }

    #[test]
    fn the_last_character_may_be_an_x_of_either_case() {
        assert!(resident_id("11010519491231002X").is_some());
        assert!(resident_id("11010519491231002x").is_some());
    }

    proptest! {
        #[test]
        fn one_wrong_digit_is_found(at in 0_usize..17, digit in 0_u8..10) {
            let mut number = b"320102199903142717".to_vec();
            prop_assume!(number[at] != b'0' + digit);
            number[at] = b'0' + digit;
            prop_assert!(resident_id(std::str::from_utf8(&number).unwrap()).is_none());
        }

        #[test]
        fn reading_any_text_never_panics(text in ".{0,20}") {
            let _ = resident_id(&text);
        }
    }
}
