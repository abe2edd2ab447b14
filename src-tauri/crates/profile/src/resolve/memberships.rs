//! Memberships of societies.

use super::{Column, Context, at, column};
use crate::{ValueKind as Kind, schema::Membership};

/// The columns.
pub(crate) const COLUMNS: &[Column<Membership>] = &[
    column("organization", Kind::Text, "society", |e, _| at!(organization of e)),
    column("role", Kind::Text, "role", |e, _| at!(role of e)),
    column("number", Kind::Text, "member number", |e, _| at!(number of e)),
    column("startDate", Kind::Date, "since when", |e, _| at!(start_date of e)),
];

/// The entries, in the candidate's order.
pub(crate) fn entries<'a>(cx: &Context<'a>) -> Vec<(String, &'a Membership)> {
    super::in_order("memberships", &cx.profile.memberships)
}
