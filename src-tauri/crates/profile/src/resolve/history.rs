//! history
use super::{Column, column};
use crate::{List, ValueKind::*};
pub(crate) const COLUMNS: &[Column] = &[
    column("period", Period, "from first to last day"),
    column("startDate", Date, "first day"),
    column("endDate", Date, "last day"),
    column("organization", Text, "school or employer"),
    column("department", Text, "department"),
    column("position", Text, "position; what a student of the level is called"),
    column("major", Text, "major, where it was a school"),
    column("organizationAndPosition", Joined, "school or employer, and position"),
    column(
        "organizationDepartmentAndPosition",
        Joined,
        "school or employer, department and position",
    ),
    column("location", Text, "city"),
    column("witness", Text, "somebody who can confirm it (证明人)"),
    column("witnessPhone", Phone, "phone of the witness"),
    column("witnessAndPhone", Joined, "witness and phone"),
];
