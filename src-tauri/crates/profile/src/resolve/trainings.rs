//! trainings
use super::{Column, column};
use crate::{List, ValueKind::*};
pub(crate) const COLUMNS: &[Column] = &[
    column("name", Text, "what was taught"),
    column("organization", Text, "who taught it"),
    column("startDate", Date, "first day"),
    column("endDate", Date, "last day"),
    column("period", Period, "from first to last day"),
    column("certificate", Text, "certificate it gave"),
];
