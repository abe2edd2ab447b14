//! Voluntary and student work.

use super::{Column, Context, at, column, said_or_list, time};
use crate::{ValueKind as Kind, schema::Volunteer};

/// The columns.
pub(crate) const COLUMNS: &[Column<Volunteer>] = &[
    column("organization", Kind::Text, "organization", |e, _| at!(organization of e)),
    column("position", Kind::Text, "position", |e, _| at!(position of e)),
    column("startDate", Kind::Date, "first day", |e, _| at!(start_date of e)),
    column("endDate", Kind::Date, "last day", |e, _| at!(end_date of e)),
    column("period", Kind::Period, "from first to last day", time::period),
    column("description", Kind::Text, "what was done", |e, _| {
        said_or_list(at!(description of e), &e.highlights, "/highlights")
    }),
];

/// The entries, newest first.
pub(crate) fn entries<'a>(cx: &Context<'a>) -> Vec<(String, &'a Volunteer)> {
    super::newest_first("volunteer", &cx.profile.volunteer)
}
