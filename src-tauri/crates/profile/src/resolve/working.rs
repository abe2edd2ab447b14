//! Work as a whole: years, first job, and the history of work and studies.

use super::{
    Context, Found, Scalar, at, choice, column, gather, history, said_or_list, time, work,
};
use crate::{Experience, List, Value, ValueKind as Kind, WorkType, schema::Work};

/// The keys.
pub(crate) const KEYS: &[Scalar] = &[
    column(
        "work.firstJobDate",
        Kind::Date,
        "start of the first job (参加工作时间); internships do not count",
        |p, cx| at!(basics.first_job_date of p).or_else(|| first_job(cx)),
    ),
    column("work.years", Kind::Number, "years of work; internships do not count", |p, cx| {
        at!(basics.work_years of p).or_else(|| years(cx))
    }),
    column(
        "work.experience",
        Kind::Choice(List::Experience),
        "fresh from school or experienced",
        |_, cx| experience(cx),
    ),
    column("work.summary", Kind::Lines, "all work, newest first", |_, cx| summary(cx)),
    column("history.summary", Kind::Lines, "education and work together, oldest first", |_, cx| {
        all(cx)
    }),
];

fn jobs<'a>(cx: &Context<'a>) -> Vec<(String, &'a Work)> {
    work::entries(cx).into_iter().filter(|(_, entry)| work::kind(entry) == WorkType::Job).collect()
}

fn first_job(cx: &Context<'_>) -> Option<Found> {
    let (pointer, job) = jobs(cx)
        .into_iter()
        .filter(|(_, job)| job.start_date.is_some())
        .min_by_key(|(_, job)| job.start_date)?;
    let found = at!(start_date of job)?;
    let value = found.value.clone();
    Some(found.from(&pointer).into(value))
}

/// Years of work in jobs, months that overlap counted once. Somebody who has
/// only had internships has none.
fn years(cx: &Context<'_>) -> Option<Found> {
    if cx.profile.work.is_empty() {
        return None;
    }
    let mut spans = Vec::new();
    for (_, job) in jobs(cx) {
        let start = job.start_date?.first_day();
        let end = job.end_date.map_or(cx.today, |end| end.last_day().min(cx.today));
        spans.push((start, end));
    }
    spans.sort_unstable();
    let mut months = 0;
    let mut covered = None;
    for (start, end) in spans {
        let start = covered.map_or(start, |covered| start.max(covered));
        if end > start {
            months += time::months(start, end)?;
        }
        covered = covered.max(Some(end));
    }
    let (whole, rest) = (months / 12, months % 12);
    let number = if rest == 0 { whole.to_string() } else { format!("{whole}.{}", rest * 10 / 12) };
    let number = number.trim_end_matches(".0").to_owned();
    Some(Found::derived(Value::Number(number), "/work"))
}

fn experience(cx: &Context<'_>) -> Option<Found> {
    if !jobs(cx).is_empty() {
        return Some(Found::derived(choice(Experience::Experienced), "/work"));
    }
    (!cx.profile.education.is_empty())
        .then(|| Found::derived(choice(Experience::Fresher), "/education"))
}

fn summary(cx: &Context<'_>) -> Option<Found> {
    let lines = work::entries(cx).into_iter().map(|(_, w)| {
        vec![
            time::period(w, cx),
            at!(employer of w),
            at!(department of w),
            at!(position of w),
            said_or_list(at!(duties of w), &w.highlights, "/highlights"),
        ]
    });
    gather(lines, "/work")
}

fn all(cx: &Context<'_>) -> Option<Found> {
    let stations = history::entries(cx);
    let lines = stations.iter().map(|(_, station)| {
        vec![
            history::period(station, cx),
            history::organization(station, cx),
            history::position(station, cx),
        ]
    });
    // Education and work both: the profile itself is the source.
    gather(lines, "")
}
