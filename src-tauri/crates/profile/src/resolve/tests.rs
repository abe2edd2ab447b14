//! tests
use super::{Column, column};
use crate::{List, ValueKind::*};
pub(crate) const COLUMNS: &[Column] = &[
    column("name", Text, "test"),
    column("language", Text, "language it tests"),
    column("score", Text, "score"),
    column("date", Date, "date"),
    column("number", Text, "number of the report"),
];
