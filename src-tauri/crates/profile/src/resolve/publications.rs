//! publications
use super::{Column, column};
use crate::{List, ValueKind::*};
pub(crate) const COLUMNS: &[Column] = &[
    column("title", Text, "title"),
    column("authors", Text, "authors as printed"),
    column("venue", Text, "conference or journal"),
    column("date", Date, "date"),
    column("year", Number, "year"),
    column("status", Choice(List::PublicationStatus), "published, accepted or in review"),
    column("type", Choice(List::PublicationType), "conference paper, journal paper or other"),
    column("contribution", Text, "own contribution"),
    column("position", Number, "place among the authors, from 1"),
    column("rank", Text, "rank of the venue (CCF-A, SCI Q1)"),
    column("doi", Text, "DOI"),
    column("url", Text, "address on the web"),
    column("summary", Text, "what it is about"),
];
