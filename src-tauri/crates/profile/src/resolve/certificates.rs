//! Certificates.

use super::{Column, Context, at, column};
use crate::{ValueKind as Kind, schema::Certificate};

/// The columns.
pub(crate) const COLUMNS: &[Column<Certificate>] = &[
    column("name", Kind::Text, "name", |e, _| at!(name of e)),
    column("issuer", Kind::Text, "who issued it", |e, _| at!(issuer of e)),
    column("date", Kind::Date, "date", |e, _| at!(date of e)),
    column("expires", Kind::Date, "until when it is valid", |e, _| at!(expires of e)),
    column("level", Kind::Text, "level", |e, _| at!(level of e)),
    column("number", Kind::Text, "number", |e, _| at!(number of e)),
];

/// The entries, in the candidate's order.
pub(crate) fn entries<'a>(cx: &Context<'a>) -> Vec<(String, &'a Certificate)> {
    super::in_order("certificates", &cx.profile.certificates)
}
