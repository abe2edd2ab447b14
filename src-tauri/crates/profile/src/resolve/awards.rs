//! Awards.

use super::{Column, Context, at, column};
use crate::{ValueKind as Kind, schema::Award};

/// The columns.
pub(crate) const COLUMNS: &[Column<Award>] = &[
    column("title", Kind::Text, "title", |e, _| at!(title of e)),
    column("issuer", Kind::Text, "who awarded it", |e, _| at!(issuer of e)),
    column("date", Kind::Date, "date", |e, _| at!(date of e)),
    column("level", Kind::Text, "level (国家级)", |e, _| at!(level of e)),
    column("rank", Kind::Text, "rank or prize", |e, _| at!(rank of e)),
    column("description", Kind::Text, "what it was for", |e, _| at!(description of e)),
];

/// The entries, in the candidate's order.
pub(crate) fn entries<'a>(cx: &Context<'a>) -> Vec<(String, &'a Award)> {
    super::in_order("awards", &cx.profile.awards)
}
