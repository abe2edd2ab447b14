//! skills
use super::{Column, column};
use crate::{List, ValueKind::*};
pub(crate) const COLUMNS: &[Column] = &[
    column("name", Text, "skill"),
    column("level", Text, "level"),
    column("keywords", Text, "what it is made of"),
];
