//! awards
use super::{Column, column};
use crate::{List, ValueKind::*};
pub(crate) const COLUMNS: &[Column] = &[
    column("title", Text, "title"),
    column("issuer", Text, "who awarded it"),
    column("date", Date, "date"),
    column("level", Text, "level (国家级)"),
    column("rank", Text, "rank or prize"),
    column("description", Text, "what it was for"),
];
