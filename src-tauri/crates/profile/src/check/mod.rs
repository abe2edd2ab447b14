//! Looks a profile over: what is mistyped, what contradicts itself, and what to do about it.
//!
//! Nothing here changes the profile. A birthday that stands in an ID number is
//! compared, never filled in.

mod dates;
mod documents;
mod marks;
mod reach;

use jiff::civil::Date;
use serde::Serialize;

use crate::Profile;

pub(crate) use documents::resident_id;

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Severity {
    /// Perhaps right, worth a look.
    Warning,
    /// Cannot be right.
    Error,
}

/// The kinds of findings. The names are part of the command line's JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Fault {
    /// A mail address that mail programs do not take.
    EmailMalformed,
    /// A telephone number that cannot be dialled.
    PhoneMalformed,
    /// An address on the web that is none.
    UrlMalformed,
    /// An ORCID whose check digit does not fit.
    OrcidMalformed,
    /// A resident identity number that cannot be.
    IdMalformed,
    /// The identity number has another birthday.
    BirthDateDiffers,
    /// The identity number has another gender.
    GenderDiffers,
    /// The passport has expired.
    PassportExpired,
    /// A birthday in the future.
    BirthInFuture,
    /// A birthday more than a century ago.
    BirthTooEarly,
    /// Something ends before it begins.
    EndsBeforeStart,
    /// Something begins before the candidate is born.
    BeforeBirth,
    /// A length of the stay that its dates do not have.
    StayDiffers,
    /// A grade point average above its scale.
    GpaAboveScale,
    /// A grade point average that looks like a mark out of 100.
    GpaNeedsScale,
    /// An average mark that is not between 0 and 100.
    AverageOutOfRange,
    /// A rank below the last of the class.
    RankBelowClass,
    /// A name of a fact of the candidate's own that cannot be a key.
    SlugMalformed,
    /// A name that another fact of the candidate's own has.
    SlugTwice,
    /// A picture that is not there or cannot be used.
    ImageUnusable,
}

impl Fault {
    /// How it is written in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::EmailMalformed => "emailMalformed",
            Self::PhoneMalformed => "phoneMalformed",
            Self::UrlMalformed => "urlMalformed",
            Self::OrcidMalformed => "orcidMalformed",
            Self::IdMalformed => "idMalformed",
            Self::BirthDateDiffers => "birthDateDiffers",
            Self::GenderDiffers => "genderDiffers",
            Self::PassportExpired => "passportExpired",
            Self::BirthInFuture => "birthInFuture",
            Self::BirthTooEarly => "birthTooEarly",
            Self::EndsBeforeStart => "endsBeforeStart",
            Self::BeforeBirth => "beforeBirth",
            Self::StayDiffers => "stayDiffers",
            Self::GpaAboveScale => "gpaAboveScale",
            Self::GpaNeedsScale => "gpaNeedsScale",
            Self::AverageOutOfRange => "averageOutOfRange",
            Self::RankBelowClass => "rankBelowClass",
            Self::SlugMalformed => "slugMalformed",
            Self::SlugTwice => "slugTwice",
            Self::ImageUnusable => "imageUnusable",
        }
    }
}

/// Something in the profile that is not, or may not be, right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What kind of thing is the matter, for programs.
    pub code: Fault,
    /// Where: a JSON pointer into the profile.
    pub pointer: String,
    /// What is the matter.
    pub message: String,
    /// What to do about it.
    pub hint: String,
    /// How much it matters.
    pub severity: Severity,
}

/// Collects findings.
#[derive(Default)]
struct Findings(Vec<Finding>);

impl Findings {
    fn error(
        &mut self,
        code: Fault,
        pointer: impl Into<String>,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        self.add(Severity::Error, code, pointer, message, hint);
    }

    fn warn(
        &mut self,
        code: Fault,
        pointer: impl Into<String>,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        self.add(Severity::Warning, code, pointer, message, hint);
    }

    fn add(
        &mut self,
        severity: Severity,
        code: Fault,
        pointer: impl Into<String>,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        self.0.push(Finding {
            code,
            pointer: pointer.into(),
            message: message.into(),
            hint: hint.into(),
            severity,
        });
    }
}

impl Profile {
    /// What is mistyped or contradicts itself, the worst first. Messages name
    /// the place and not what stands there.
    pub fn check(&self, today: Date) -> Vec<Finding> {
        let mut findings = Findings::default();
        reach::check(self, &mut findings);
        documents::check(self, today, &mut findings);
        dates::check(self, today, &mut findings);
        marks::check(self, &mut findings);
        let mut findings = findings.0;
        findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
        findings
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    /// The pointers that a profile is found fault with.
    #[track_caller]
    fn check(json: &str, expected: &[&str]) {
        let found = Profile::parse(json).unwrap().check(date(2026, 11, 20));
        let pointers: Vec<&str> = found.iter().map(|finding| finding.pointer.as_str()).collect();
        assert_eq!(pointers, expected, "{found:#?}");
        for finding in found {
            assert!(!finding.message.is_empty() && !finding.hint.is_empty(), "{finding:?}");
        }
    }

    #[test]
    fn an_empty_profile_has_no_faults() {
        check("{}", &[]);
    }

    #[test]
    fn mail_addresses_are_read_as_mail_programs_do() {
        check(r#"{"basics": {"email": "mei@example.com"}}"#, &[]);
        check(r#"{"basics": {"email": "mei.example.com"}}"#, &["/basics/email"]);
        check(r#"{"basics": {"email": "Mei <mei@example.com>"}}"#, &["/basics/email"]);
        check(r#"{"references": [{"email": "nobody"}]}"#, &["/references/0/email"]);
    }

    #[test]
    fn telephone_numbers_are_checked_against_their_country() {
        check(r#"{"basics": {"phone": "138 0013 8000", "landline": "+86 10 6277 0000"}}"#, &[]);
        check(r#"{"basics": {"phone": "138 0013 800"}}"#, &["/basics/phone"]);
        check(r#"{"family": [{"phone": "mother's"}]}"#, &["/family/0/phone"]);
    }

    #[test]
    fn addresses_on_the_web_begin_with_http() {
        check(r#"{"basics": {"url": "https://mei.example.com"}}"#, &[]);
        check(r#"{"basics": {"url": "mei dot example"}}"#, &["/basics/url"]);
        check(r#"{"publications": [{"url": "ftp://example.com"}]}"#, &["/publications/0/url"]);
    }

    #[test]
    fn an_orcid_carries_its_check_digit() {
        check(r#"{"basics": {"orcid": "0000-0002-1825-0097"}}"#, &[]);
        check(r#"{"basics": {"orcid": "https://orcid.org/0000-0002-1694-233X"}}"#, &[]);
        check(r#"{"basics": {"orcid": "0000-0002-1825-0098"}}"#, &["/basics/orcid"]);
    }

    #[test]
    fn an_id_number_carries_its_check_digit() {
        check(r#"{"basics": {"id": {"number": "110101199901010000"}}}"#, &["/basics/id/number"]);
        check(r#"{"basics": {"id": {"number": "12345"}}}"#, &["/basics/id/number"]);
        check(r#"{"basics": {"id": {"type": "passport", "number": "12345"}}}"#, &[]);
    }

    #[test]
    fn an_id_number_agrees_with_birthday_and_gender() {
        let with = |rest: &str| {
            format!(r#"{{"basics": {{"id": {{"number": "320102199903142717"}} {rest}}}}}"#)
        };
        check(&with(r#", "birthDate": "1999-03-14", "gender": "male""#), &[]);
        check(&with(r#", "birthDate": "1999-03""#), &[]);
        check(&with(r#", "birthDate": "1999-03-15""#), &["/basics/birthDate"]);
        check(&with(r#", "gender": "female""#), &["/basics/gender"]);
    }

    #[test]
    fn what_begins_after_its_end_is_found() {
        check(
            r#"{"education": [{"startDate": "2024-09", "endDate": "2020-06"}]}"#,
            &["/education/0/endDate"],
        );
        check(r#"{"work": [{"startDate": "2024", "endDate": "2024-06"}]}"#, &[]);
        check(
            r#"{"availability": {"from": "2027-03-01", "until": "2027-02-01"}}"#,
            &["/availability/until"],
        );
    }

    #[test]
    fn a_birthday_in_the_future_is_found() {
        check(r#"{"basics": {"birthDate": "2027-01-01"}}"#, &["/basics/birthDate"]);
    }

    #[test]
    fn two_lengths_of_a_stay_must_agree() {
        check(
            r#"{"availability": {"from": "2027-03-01", "until": "2027-08-31", "weeks": 12}}"#,
            &["/availability/weeks"],
        );
        check(
            r#"{"availability": {"from": "2027-03-01", "until": "2027-08-31", "months": 6}}"#,
            &[],
        );
    }

    #[test]
    fn a_gpa_stays_below_its_scale() {
        check(r#"{"education": [{"gpa": "3.9", "gpaScale": 4}]}"#, &[]);
        check(r#"{"education": [{"gpa": "4.3", "gpaScale": 4}]}"#, &["/education/0/gpa"]);
        check(
            r#"{"education": [{"gpa": "92", "average": 120}]}"#,
            &["/education/0/average", "/education/0/gpa"],
        );
    }

    #[test]
    fn a_rank_stays_within_the_class() {
        check(r#"{"education": [{"rank": "3", "classSize": 60}]}"#, &[]);
        check(r#"{"education": [{"rank": "70", "classSize": 60}]}"#, &["/education/0/rank"]);
    }

    #[test]
    fn a_fact_of_ones_own_needs_a_name_that_can_be_a_key() {
        check(r#"{"extra": [{"slug": "shoe size", "value": "42"}]}"#, &["/extra/0/slug"]);
        check(r#"{"extra": [{"slug": "a"}, {"slug": "a"}]}"#, &["/extra/1/slug"]);
    }

    #[test]
    fn errors_come_before_warnings() {
        let json = r#"{"education": [{"gpa": "92"}], "basics": {"email": "nobody"}}"#;
        let found = Profile::parse(json).unwrap().check(date(2026, 11, 20));
        assert_eq!(found[0].severity, Severity::Error);
        assert_eq!(found[1].severity, Severity::Warning);
    }

    #[test]
    fn no_message_repeats_what_the_candidate_wrote() {
        let json = r#"{"basics": {"email": "secretive", "phone": "secretive", "id": {"number": "secretive"},
            "url": "secretive", "orcid": "secretive"}, "extra": [{"slug": "secre tive"}]}"#;
        for finding in Profile::parse(json).unwrap().check(date(2026, 11, 20)) {
            assert!(!format!("{finding:?}").contains("secre"), "{finding:?}");
        }
    }
}
