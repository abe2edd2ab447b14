//! volunteer
use super::{Column, column};
use crate::{List, ValueKind::*};
pub(crate) const COLUMNS: &[Column] = &[
    column("organization", Text, "organization"),
    column("position", Text, "position"),
    column("startDate", Date, "first day"),
    column("endDate", Date, "last day"),
    column("period", Period, "from first to last day"),
    column("description", Text, "what was done"),
];
