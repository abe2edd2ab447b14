//! Dates in order: nothing ends before it begins, nobody is born tomorrow.

use jiff::civil::Date;

use super::{Fault, Findings};
use crate::{
    PartialDate, Profile,
    resolve::time::{self, Dated},
    schema::Amount,
};

pub(super) fn check(profile: &Profile, today: Date, findings: &mut Findings) {
    birth(profile.basics.birth_date, "/basics/birthDate".into(), today, findings);
    for (at, relative) in profile.family.iter().enumerate() {
        birth(relative.birth_date, format!("/family/{at}/birthDate"), today, findings);
    }
    spans("education", &profile.education, findings);
    spans("work", &profile.work, findings);
    spans("volunteer", &profile.volunteer, findings);
    spans("trainings", &profile.trainings, findings);
    spans("projects", &profile.projects, findings);
    let passport = &profile.basics.passport;
    order(passport.issued, passport.expires, "/basics/passport/expires".into(), findings);
    for (at, entry) in profile.certificates.iter().enumerate() {
        order(entry.date, entry.expires, format!("/certificates/{at}/expires"), findings);
    }
    childhood(profile, findings);
    stay(profile, findings);
}

fn birth(birth: Option<PartialDate>, pointer: String, today: Date, findings: &mut Findings) {
    let Some(birth) = birth else {
        return;
    };
    if birth.first_day() > today {
        findings.error(
            Fault::BirthInFuture,
            pointer,
            "this birthday is in the future",
            "correct the date",
        );
    } else if birth.year < 1900 {
        findings.error(
            Fault::BirthTooEarly,
            pointer,
            "this birthday is more than a century ago",
            "correct the year",
        );
    }
}

fn spans<T: Dated>(section: &str, entries: &[T], findings: &mut Findings) {
    for (at, entry) in entries.iter().enumerate() {
        order(entry.start(), entry.end(), format!("/{section}/{at}/endDate"), findings);
    }
}

/// Whether an end comes before its beginning, however the unknown days fall.
fn order(
    start: Option<PartialDate>,
    end: Option<PartialDate>,
    pointer: String,
    findings: &mut Findings,
) {
    if let (Some(start), Some(end)) = (start, end)
        && end.last_day() < start.first_day()
    {
        findings.error(
            Fault::EndsBeforeStart,
            pointer,
            "this ends before it begins",
            "correct one of the two dates",
        );
    }
}

/// Nobody studies or works before being born.
fn childhood(profile: &Profile, findings: &mut Findings) {
    let Some(birth) = profile.basics.birth_date else {
        return;
    };
    let schools =
        profile.education.iter().enumerate().map(|(at, entry)| ("education", at, entry.start_date));
    let jobs = profile.work.iter().enumerate().map(|(at, entry)| ("work", at, entry.start_date));
    for (section, at, start) in schools.chain(jobs) {
        if start.is_some_and(|start| start.last_day() < birth.first_day()) {
            findings.error(
                Fault::BeforeBirth,
                format!("/{section}/{at}/startDate"),
                "this begins before the candidate is born",
                "correct this date, or the birthday",
            );
        }
    }
}

fn stay(profile: &Profile, findings: &mut Findings) {
    let stay = &profile.availability;
    let (Some(from), Some(until)) = (stay.from, stay.until) else {
        return;
    };
    let (first, last) = (from.first_day(), until.last_day());
    if last < first {
        findings.error(
            Fault::EndsBeforeStart,
            "/availability/until",
            "the last day comes before the first",
            "correct `availability.until` or `availability.from`",
        );
        return;
    }
    let number = |amount: &Option<Amount>| amount.as_ref().and_then(Amount::value);
    // A week or a month more or less is how people count.
    let weeks = time::days(first, last).map(|days| f64::from(days) / 7.0);
    let months = time::months(first, last).map(f64::from);
    for (said, counted, slack, name) in
        [(number(&stay.weeks), weeks, 1.5, "weeks"), (number(&stay.months), months, 1.0, "months")]
    {
        if let (Some(said), Some(counted)) = (said, counted)
            && (said - counted).abs() > slack
        {
            findings.warn(
                Fault::StayDiffers,
                format!("/availability/{name}"),
                format!("from the first to the last day it is another number of {name}"),
                format!("remove `availability.{name}`, it is counted from the dates; or correct the dates"),
            );
        }
    }
}
