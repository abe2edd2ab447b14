//! family
use super::{Column, column};
use crate::{List, ValueKind::*};
pub(crate) const COLUMNS: &[Column] = &[
    column("relation", Choice(List::Relation), "who it is to the candidate"),
    column("name", Text, "name"),
    column("gender", Choice(List::Gender), "gender"),
    column("birthDate", Date, "date of birth"),
    column("age", Number, "age in whole years today"),
    column("politicalStatus", Choice(List::PoliticalStatus), "political status"),
    column("nationality", Text, "nationality"),
    column("birthCountry", Text, "country of birth"),
    column("nameAndBirthCountry", Joined, "name and country of birth"),
    column("employer", Text, "employer"),
    column("position", Text, "position"),
    column("employerAndPosition", Joined, "employer and position"),
    column("phone", Phone, "phone"),
    column("email", Text, "e-mail address"),
    column("education", Choice(List::Level), "highest level of education"),
    column("address", Text, "address"),
];
