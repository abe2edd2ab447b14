//! languages
use super::{Column, column};
use crate::{List, ValueKind::*};
pub(crate) const COLUMNS: &[Column] = &[
    column("name", Text, "language"),
    column("level", Text, "level"),
    column("score", Text, "test scores"),
    column("certificate", Text, "certificate"),
];
