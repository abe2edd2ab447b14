//! Skills.

use super::{Column, Context, at, column};
use crate::{ValueKind as Kind, schema::Skill};

/// The columns.
pub(crate) const COLUMNS: &[Column<Skill>] = &[
    column("name", Kind::Text, "skill", |e, _| at!(name of e)),
    column("level", Kind::Text, "level", |e, _| at!(level of e)),
    column("keywords", Kind::Text, "what it is made of", |e, _| at!(keywords of e)),
];

/// The entries, in the candidate's order.
pub(crate) fn entries<'a>(cx: &Context<'a>) -> Vec<(String, &'a Skill)> {
    super::in_order("skills", &cx.profile.skills)
}
