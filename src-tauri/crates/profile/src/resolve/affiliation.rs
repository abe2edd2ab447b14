//! Where the candidate works or studies now (单位).
//!
//! Forms that ask for an employer often mean this: a student's is the
//! university. A job comes first, then the studies, then an internship.

use super::{Context, Found, Scalar, at, choice, column, education, time, work};
use crate::{
    EmployerType, Level, List, ValueKind as Kind, WorkType,
    schema::{Education, Work},
};

/// The keys.
pub(crate) const KEYS: &[Scalar] = &[
    column(
        "affiliation.name",
        Kind::Text,
        "where the candidate works or studies now (单位)",
        |_, cx| of(cx, |e, _| at!(institution of e), |w, _| at!(employer of w)),
    ),
    column(
        "affiliation.type",
        Kind::Choice(List::EmployerType),
        "kind of institution (单位性质)",
        |_, cx| of(cx, school_type, |w, _| at!(employer_type of w)),
    ),
    column("affiliation.department", Kind::Text, "department there", |_, cx| {
        of(cx, |e, _| at!(department of e), |w, _| at!(department of w))
    }),
    column(
        "affiliation.position",
        Kind::Choice(List::Student),
        "position there; a student of some level where that is all",
        |_, cx| {
            of(
                cx,
                |e, _| at!(position of e).or_else(|| education::student(e)),
                |w, _| at!(position of w),
            )
        },
    ),
    column("affiliation.startDate", Kind::Date, "since when", |_, cx| {
        of(cx, |e, _| at!(start_date of e), |w, _| at!(start_date of w))
    }),
    column("affiliation.address", Kind::Text, "address of the institution", |_, cx| {
        of(cx, |e, _| at!(address of e), |w, _| at!(address of w))
    }),
    column("affiliation.phone", Kind::Phone, "phone of the institution", |_, cx| {
        of(cx, |e, _| at!(phone of e), |w, _| at!(phone of w))
    }),
];

fn of(
    cx: &Context<'_>,
    school: fn(&Education, &Context<'_>) -> Option<Found>,
    job: fn(&Work, &Context<'_>) -> Option<Found>,
) -> Option<Found> {
    let works = &cx.profile.work;
    let job_now = time::latest(works, |entry| {
        time::Dated::is_ongoing(entry, cx.today) && work::kind(entry) == WorkType::Job
    });
    if let Some((pointer, entry)) = job_now.and_then(|at| super::nth("work", works, at)) {
        return Some(job(entry, cx)?.from(&pointer));
    }
    if let Some((pointer, entry)) = education::current(cx) {
        return Some(school(entry, cx)?.from(&pointer));
    }
    let (pointer, entry) = work::current(cx)?;
    Some(job(entry, cx)?.from(&pointer))
}

/// A school that gives degrees is a university.
fn school_type(education: &Education, _: &Context<'_>) -> Option<Found> {
    let level = education::level(education)?;
    (level >= Level::Associate)
        .then(|| Found::derived(choice(EmployerType::University), "/institution"))
}
