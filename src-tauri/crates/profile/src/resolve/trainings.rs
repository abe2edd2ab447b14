//! Trainings.

use super::{Column, Context, at, column, time};
use crate::{ValueKind as Kind, schema::Training};

/// The columns.
pub(crate) const COLUMNS: &[Column<Training>] = &[
    column("name", Kind::Text, "what was taught", |e, _| at!(name of e)),
    column("organization", Kind::Text, "who taught it", |e, _| at!(organization of e)),
    column("startDate", Kind::Date, "first day", |e, _| at!(start_date of e)),
    column("endDate", Kind::Date, "last day", |e, _| at!(end_date of e)),
    column("period", Kind::Period, "from first to last day", time::period),
    column("certificate", Kind::Text, "certificate it gave", |e, _| at!(certificate of e)),
];

/// The entries, newest first.
pub(crate) fn entries<'a>(cx: &Context<'a>) -> Vec<(String, &'a Training)> {
    super::newest_first("trainings", &cx.profile.trainings)
}
