//! Jobs and internships.

use super::{Column, Context, at, column, joined, said_or_list, time};
use crate::{List, ValueKind as Kind, WorkType, schema::Work};

/// The columns.
pub(crate) const COLUMNS: &[Column<Work>] = &[
    column("employer", Kind::Text, "employer", |e, _| at!(employer of e)),
    column(
        "employerType",
        Kind::Choice(List::EmployerType),
        "kind of employer (单位性质)",
        |e, _| at!(employer_type of e),
    ),
    column("department", Kind::Text, "department", |e, _| at!(department of e)),
    column("position", Kind::Text, "position", |e, _| at!(position of e)),
    column("title", Kind::Text, "professional title (职称)", |e, _| at!(title of e)),
    column("type", Kind::Choice(List::WorkType), "job, internship or other", |e, _| at!(kind of e)),
    column("time", Kind::Choice(List::WorkTime), "full or part time", |e, _| at!(time of e)),
    column("startDate", Kind::Date, "first day", |e, _| at!(start_date of e)),
    column("endDate", Kind::Date, "last day", |e, _| at!(end_date of e)),
    column("period", Kind::Period, "from first to last day", time::period),
    column("duties", Kind::Text, "what was done there", |e, _| {
        said_or_list(at!(duties of e), &e.highlights, "/highlights")
    }),
    column("address", Kind::Text, "address of the employer", |e, _| at!(address of e)),
    column("location", Kind::Text, "city of the employer", |e, _| at!(location of e)),
    column("country", Kind::Text, "country of the employer", |e, _| at!(country of e)),
    column("phone", Kind::Phone, "phone of the employer", |e, _| at!(phone of e)),
    column("supervisor", Kind::Text, "supervisor", |e, _| at!(supervisor of e)),
    column(
        "supervisorPhone",
        Kind::Phone,
        "phone of the supervisor",
        |e, _| at!(supervisor_phone of e),
    ),
    column("salary", Kind::Text, "salary", |e, _| at!(salary of e)),
    column(
        "reasonForLeaving",
        Kind::Text,
        "reason for leaving",
        |e, _| at!(reason_for_leaving of e),
    ),
    column("witness", Kind::Text, "somebody who can confirm it (证明人)", |e, _| at!(witness of e)),
    column("witnessPhone", Kind::Phone, "phone of the witness", |e, _| at!(witness_phone of e)),
    column("witnessAndPhone", Kind::Joined, "witness and phone", |e, _| {
        joined([at!(witness of e), at!(witness_phone of e)])
    }),
    column("departmentAndPosition", Kind::Joined, "department and position", |e, _| {
        joined([at!(department of e), at!(position of e)]).or_else(|| at!(position of e))
    }),
    column("employerAndPosition", Kind::Joined, "employer and position", |e, _| {
        joined([at!(employer of e), at!(position of e)])
    }),
    column(
        "employerDepartmentAndPosition",
        Kind::Joined,
        "employer, department and position",
        |e, _| joined([at!(employer of e), at!(department of e), at!(position of e)]),
    ),
];

/// The entries, newest first.
pub(crate) fn entries<'a>(cx: &Context<'a>) -> Vec<(String, &'a Work)> {
    super::newest_first("work", &cx.profile.work)
}

/// The present job or internship, or the last.
pub(crate) fn present<'a>(cx: &Context<'a>) -> Option<(String, &'a Work)> {
    super::nth("work", &cx.profile.work, time::present(&cx.profile.work, cx.today)?)
}

/// The job or internship that lasts still.
pub(crate) fn current<'a>(cx: &Context<'a>) -> Option<(String, &'a Work)> {
    present(cx).filter(|(_, work)| time::Dated::is_ongoing(*work, cx.today))
}

/// The last internship.
pub(crate) fn internship<'a>(cx: &Context<'a>) -> Option<(String, &'a Work)> {
    super::nth(
        "work",
        &cx.profile.work,
        time::latest(&cx.profile.work, |work| kind(work) == WorkType::Internship)?,
    )
}

/// What kind of work it was: what the candidate said, else what the position
/// is called, else a job.
pub(crate) fn kind(work: &Work) -> WorkType {
    let named = |word: &str| {
        [work.position.en(), work.position.zh()]
            .into_iter()
            .flatten()
            .any(|position| position.to_lowercase().contains(word))
    };
    match work.kind {
        Some(kind) => kind,
        None if named("intern") || named("实习") => WorkType::Internship,
        None if named("assistant") || named("助教") || named("助研") => WorkType::Assistantship,
        None => WorkType::Job,
    }
}
