//! certificates
use super::{Column, column};
use crate::{List, ValueKind::*};
pub(crate) const COLUMNS: &[Column] = &[
    column("name", Text, "name"),
    column("issuer", Text, "who issued it"),
    column("date", Date, "date"),
    column("expires", Date, "until when it is valid"),
    column("level", Text, "level"),
    column("number", Text, "number"),
];
