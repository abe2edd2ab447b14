//! memberships
use super::{Column, column};
use crate::{List, ValueKind::*};
pub(crate) const COLUMNS: &[Column] = &[
    column("organization", Text, "society"),
    column("role", Text, "role"),
    column("number", Text, "member number"),
    column("startDate", Date, "since when"),
];
