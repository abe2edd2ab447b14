//! Projects.

use super::{Column, Context, at, column, said_or_list, time};
use crate::{ValueKind as Kind, schema::Project};

/// The columns.
pub(crate) const COLUMNS: &[Column<Project>] = &[
    column("name", Kind::Text, "name", |e, _| at!(name of e)),
    column("role", Kind::Text, "role", |e, _| at!(role of e)),
    column("organization", Kind::Text, "institution or sponsor", |e, _| at!(organization of e)),
    column("startDate", Kind::Date, "first day", |e, _| at!(start_date of e)),
    column("endDate", Kind::Date, "last day", |e, _| at!(end_date of e)),
    column("period", Kind::Period, "from first to last day", time::period),
    column("description", Kind::Text, "what it is and what was done", |e, _| {
        said_or_list(at!(description of e), &e.highlights, "/highlights")
    }),
    column("url", Kind::Text, "address on the web", |e, _| at!(url of e)),
    column("keywords", Kind::Text, "key words", |e, _| at!(keywords of e)),
];

/// The entries, in the candidate's order.
pub(crate) fn entries<'a>(cx: &Context<'a>) -> Vec<(String, &'a Project)> {
    super::in_order("projects", &cx.profile.projects)
}
