//! Test scores.

use super::{Column, Context, at, column};
use crate::{ValueKind as Kind, schema::Test};

/// The columns.
pub(crate) const COLUMNS: &[Column<Test>] = &[
    column("name", Kind::Text, "test", |e, _| at!(name of e)),
    column("language", Kind::Text, "language it tests", |e, _| at!(language of e)),
    column("score", Kind::Text, "score", |e, _| at!(score of e)),
    column("date", Kind::Date, "date", |e, _| at!(date of e)),
    column("number", Kind::Text, "number of the report", |e, _| at!(number of e)),
];

/// The entries, in the candidate's order.
pub(crate) fn entries<'a>(cx: &Context<'a>) -> Vec<(String, &'a Test)> {
    super::in_order("tests", &cx.profile.tests)
}
