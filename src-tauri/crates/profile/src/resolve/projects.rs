//! projects
use super::{Column, column};
use crate::{List, ValueKind::*};
pub(crate) const COLUMNS: &[Column] = &[
    column("name", Text, "name"),
    column("role", Text, "role"),
    column("organization", Text, "institution or sponsor"),
    column("startDate", Date, "first day"),
    column("endDate", Date, "last day"),
    column("period", Period, "from first to last day"),
    column("description", Text, "what it is and what was done"),
    column("url", Text, "address on the web"),
    column("keywords", Text, "key words"),
];
