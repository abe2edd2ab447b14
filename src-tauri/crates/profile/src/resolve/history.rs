//! Education and work together, as 个人简历 asks for them.

use super::{Column, Context, Found, at, column, education, joined, time};
use crate::{
    ValueKind as Kind,
    schema::{Education, Work},
};

/// The columns.
pub(crate) const COLUMNS: &[Column<Station>] = &[
    column("period", Kind::Period, "from first to last day", |e, cx| {
        of(e, cx, time::period, time::period)
    }),
    column("startDate", Kind::Date, "first day", |e, cx| {
        of(e, cx, |e, _| at!(start_date of e), |w, _| at!(start_date of w))
    }),
    column("endDate", Kind::Date, "last day", |e, cx| {
        of(e, cx, |e, _| at!(end_date of e), |w, _| at!(end_date of w))
    }),
    column("organization", Kind::Text, "school or employer", organization),
    column("department", Kind::Text, "department", department),
    column("position", Kind::Text, "position; what a student of the level is called", position),
    column("major", Kind::Text, "major, where it was a school", |e, cx| {
        of(e, cx, |e, _| at!(major of e), |_, _| None)
    }),
    column("organizationAndPosition", Kind::Joined, "school or employer, and position", |e, cx| {
        joined([organization(e, cx), position(e, cx)])
    }),
    column(
        "organizationDepartmentAndPosition",
        Kind::Joined,
        "school or employer, department and position",
        |e, cx| joined([organization(e, cx), department(e, cx), position(e, cx)]),
    ),
    column("location", Kind::Text, "city", |e, cx| {
        of(e, cx, |e, _| at!(location of e), |w, _| at!(location of w))
    }),
    column("witness", Kind::Text, "somebody who can confirm it (证明人)", |e, cx| {
        of(e, cx, |e, _| at!(witness of e), |w, _| at!(witness of w))
    }),
    column("witnessPhone", Kind::Phone, "phone of the witness", |e, cx| {
        of(e, cx, |e, _| at!(witness_phone of e), |w, _| at!(witness_phone of w))
    }),
    column("witnessAndPhone", Kind::Joined, "witness and phone", |e, cx| {
        of(
            e,
            cx,
            |e, _| joined([at!(witness of e), at!(witness_phone of e)]),
            |w, _| joined([at!(witness of w), at!(witness_phone of w)]),
        )
    }),
];

/// A school or a job. Large, and short-lived.
#[derive(Clone)]
pub(crate) enum Station {
    School(Box<Education>),
    Job(Box<Work>),
}

/// The stations, oldest first; those without a beginning come first.
pub(crate) fn entries(cx: &Context<'_>) -> Vec<(String, Station)> {
    let schools =
        super::in_order("education", &cx.profile.education).into_iter().map(|(pointer, entry)| {
            (entry.start_date, pointer, Station::School(Box::new(entry.clone())))
        });
    let jobs = super::in_order("work", &cx.profile.work)
        .into_iter()
        .map(|(pointer, entry)| (entry.start_date, pointer, Station::Job(Box::new(entry.clone()))));
    let mut stations: Vec<_> = schools.chain(jobs).collect();
    stations.sort_by_key(|(start, _, _)| start.map(crate::PartialDate::first_day));
    stations.into_iter().map(|(_, pointer, station)| (pointer, station)).collect()
}

fn of(
    station: &Station,
    cx: &Context<'_>,
    school: fn(&Education, &Context<'_>) -> Option<Found>,
    job: fn(&Work, &Context<'_>) -> Option<Found>,
) -> Option<Found> {
    match station {
        Station::School(entry) => school(entry, cx),
        Station::Job(entry) => job(entry, cx),
    }
}

pub(crate) fn organization(station: &Station, cx: &Context<'_>) -> Option<Found> {
    of(station, cx, |e, _| at!(institution of e), |w, _| at!(employer of w))
}

fn department(station: &Station, cx: &Context<'_>) -> Option<Found> {
    of(station, cx, |e, _| at!(department of e), |w, _| at!(department of w))
}

pub(crate) fn position(station: &Station, cx: &Context<'_>) -> Option<Found> {
    of(
        station,
        cx,
        |e, _| at!(position of e).or_else(|| education::student(e)),
        |w, _| at!(position of w),
    )
}

/// When the station began and ended.
pub(crate) fn period(station: &Station, cx: &Context<'_>) -> Option<Found> {
    of(station, cx, time::period, time::period)
}
