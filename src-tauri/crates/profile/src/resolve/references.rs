//! references
use super::{Column, column};
use crate::{List, ValueKind::*};
pub(crate) const COLUMNS: &[Column] = &[
    column("name", Text, "name"),
    column("position", Text, "position"),
    column("title", Text, "title"),
    column("organization", Text, "institution"),
    column("department", Text, "department"),
    column("organizationAndPosition", Joined, "institution and position"),
    column("email", Text, "e-mail address"),
    column("phone", Phone, "phone"),
    column("phoneAndEmail", Joined, "phone and e-mail address"),
    column("address", Text, "address"),
    column("relation", Choice(List::Relation), "who it is to the candidate"),
];
