//! When the candidate can come, what they apply for, and what they say of themselves.

use jiff::{Span, civil::Date};

use super::{Found, Scalar, at, column, time};
use crate::{List, PartialDate, Profile, Value, ValueKind as Kind, schema::Amount};

/// The keys.
pub(crate) const KEYS: &[Scalar] = &[
    column(
        "availability.from",
        Kind::Date,
        "first day the candidate can begin",
        |p, _| at!(availability.from of p),
    ),
    column("availability.until", Kind::Date, "last day the candidate can stay", |p, _| {
        at!(availability.until of p).or_else(|| until(p))
    }),
    column("availability.weeks", Kind::Number, "length of the stay in whole weeks", |p, _| {
        at!(availability.weeks of p).or_else(|| weeks(p))
    }),
    column("availability.months", Kind::Number, "length of the stay in whole months", |p, _| {
        at!(availability.months of p).or_else(|| months(p))
    }),
    column("availability.period", Kind::Period, "from and until", |p, _| period(p)),
    column(
        "availability.type",
        Kind::Choice(List::WorkTime),
        "full or part time",
        |p, _| at!(availability.kind of p),
    ),
    column(
        "availability.daysPerWeek",
        Kind::Number,
        "days a week",
        |p, _| at!(availability.days_per_week of p),
    ),
    column(
        "availability.relocate",
        Kind::Flag,
        "willing to relocate",
        |p, _| at!(availability.relocate of p),
    ),
    column(
        "availability.travel",
        Kind::Flag,
        "willing to travel",
        |p, _| at!(availability.travel of p),
    ),
    column(
        "application.position",
        Kind::Text,
        "position applied for",
        |p, _| at!(application.position of p),
    ),
    column(
        "application.department",
        Kind::Text,
        "department applied for",
        |p, _| at!(application.department of p),
    ),
    column(
        "application.groups",
        Kind::Text,
        "groups the candidate is interested in",
        |p, _| at!(application.groups of p),
    ),
    column(
        "application.type",
        Kind::Choice(List::Engagement),
        "what is applied for: internship, job",
        |p, _| at!(application.kind of p),
    ),
    column(
        "application.salary",
        Kind::Text,
        "expected salary",
        |p, _| at!(application.salary of p),
    ),
    column(
        "application.source",
        Kind::Text,
        "how the candidate heard of the position",
        |p, _| at!(application.source of p),
    ),
    column(
        "application.sourceChannel",
        Kind::Text,
        "the channel in particular",
        |p, _| at!(application.source_channel of p),
    ),
    column(
        "application.referrer",
        Kind::Text,
        "who recommended the candidate",
        |p, _| at!(application.referrer of p),
    ),
    column(
        "application.acceptAdjustment",
        Kind::Flag,
        "would take another position (服从调剂)",
        |p, _| at!(application.accept_adjustment of p),
    ),
    column(
        "application.workLocation",
        Kind::Text,
        "wanted place of work",
        |p, _| at!(application.work_location of p),
    ),
    column(
        "application.hasRelative",
        Kind::Flag,
        "has a relative at the employer",
        |p, _| at!(application.has_relative of p),
    ),
    column(
        "application.relative.name",
        Kind::Text,
        "name of the relative at the employer",
        |p, _| at!(application.relative_name of p),
    ),
    column(
        "application.relative.relation",
        Kind::Choice(List::Relation),
        "relation of the relative at the employer",
        |p, _| at!(application.relative_relation of p),
    ),
    column(
        "application.relative.position",
        Kind::Text,
        "position of the relative at the employer",
        |p, _| at!(application.relative_position of p),
    ),
    column("application.date", Kind::Date, "today", |_, cx| {
        Some(Found::derived(Value::Date(PartialDate::full(cx.today)), ""))
    }),
    column(
        "statement.personal",
        Kind::Text,
        "about the candidate (个人简介, 自我评价)",
        |p, _| at!(statements.personal of p),
    ),
    column(
        "statement.personal.short",
        Kind::Text,
        "the same, shorter",
        |p, _| at!(statements.personal.short of p),
    ),
    column(
        "statement.motivation",
        Kind::Text,
        "why the candidate applies",
        |p, _| at!(statements.motivation of p),
    ),
    column(
        "statement.motivation.short",
        Kind::Text,
        "the same, shorter",
        |p, _| at!(statements.motivation.short of p),
    ),
    column(
        "statement.plan",
        Kind::Text,
        "what the candidate plans to do",
        |p, _| at!(statements.plan of p),
    ),
    column(
        "statement.plan.short",
        Kind::Text,
        "the same, shorter",
        |p, _| at!(statements.plan.short of p),
    ),
    column("statement.strengths", Kind::Text, "strengths", |p, _| at!(statements.strengths of p)),
    column(
        "statement.strengths.short",
        Kind::Text,
        "the same, shorter",
        |p, _| at!(statements.strengths.short of p),
    ),
    column(
        "statement.contribution",
        Kind::Text,
        "what the candidate would contribute",
        |p, _| at!(statements.contribution of p),
    ),
    column(
        "statement.contribution.short",
        Kind::Text,
        "the same, shorter",
        |p, _| at!(statements.contribution.short of p),
    ),
    column(
        "statement.skillsAndExperience",
        Kind::Text,
        "skills and experience in one text",
        |p, _| at!(statements.skills_and_experience of p),
    ),
    column(
        "statement.skillsAndExperience.short",
        Kind::Text,
        "the same, shorter",
        |p, _| at!(statements.skills_and_experience.short of p),
    ),
];

/// A number of weeks or months that can be counted with.
fn whole(amount: Option<&Amount>) -> Option<i64> {
    let number = amount?.0.trim().parse().ok()?;
    (1..=600).contains(&number).then_some(number)
}

/// The last day, from the first and how long it lasts.
fn until(profile: &Profile) -> Option<Found> {
    let stay = &profile.availability;
    let from = stay.from.filter(|from| from.day.is_some())?.first_day();
    let span = match (whole(stay.weeks.as_ref()), whole(stay.months.as_ref())) {
        (Some(weeks), _) => Span::new().try_weeks(weeks),
        (None, Some(months)) => Span::new().try_months(months),
        (None, None) => return None,
    };
    let last = from.checked_add(span.ok()?).ok()?.yesterday().ok()?;
    Some(Found::derived(Value::Date(PartialDate::full(last)), "/availability"))
}

/// The first and the last day. A month without a day counts from its first to
/// its last.
fn days(profile: &Profile) -> Option<(Date, Date)> {
    let from = profile.availability.from?.first_day();
    let until = match profile.availability.until {
        Some(until) => until.last_day(),
        None => match until(profile)?.value {
            Value::Date(until) => until.last_day(),
            _ => return None,
        },
    };
    (until >= from).then_some((from, until))
}

fn weeks(profile: &Profile) -> Option<Found> {
    let (from, until) = days(profile)?;
    Some(Found::derived(Value::Number((time::days(from, until)? / 7).to_string()), "/availability"))
}

fn months(profile: &Profile) -> Option<Found> {
    let (from, until) = days(profile)?;
    Some(Found::derived(Value::Number(time::months(from, until)?.to_string()), "/availability"))
}

fn period(profile: &Profile) -> Option<Found> {
    let stay = &profile.availability;
    let end = stay.until.or_else(|| match until(profile)?.value {
        Value::Date(until) => Some(until),
        _ => None,
    });
    if stay.from.is_none() && end.is_none() {
        return None;
    }
    let value = Value::Period { start: stay.from, end, ongoing: false };
    Some(if stay.until == end {
        Found::said(value, "/availability")
    } else {
        Found::derived(value, "/availability")
    })
}
