//! affiliation
use super::{Scalar, scalar};
use crate::{List, ValueKind::*};
pub(crate) const SCALARS: &[Scalar] = &[
    scalar("affiliation.name", Text, "where the candidate works or studies now (单位)"),
    scalar("affiliation.type", Choice(List::EmployerType), "kind of institution (单位性质)"),
    scalar("affiliation.department", Text, "department there"),
    scalar(
        "affiliation.position",
        Choice(List::Student),
        "position there; a student of some level where that is all",
    ),
    scalar("affiliation.startDate", Date, "since when"),
    scalar("affiliation.address", Text, "address of the institution"),
    scalar("affiliation.phone", Phone, "phone of the institution"),
];
