//! Referees.

use super::{Column, Context, Found, at, column, joined, name_part};
use crate::{List, ValueKind as Kind, schema::Person};

/// The columns.
pub(crate) const COLUMNS: &[Column<Person>] = &[
    column("name", Kind::Text, "name", |e, _| at!(name of e)),
    column("name.family", Kind::Text, "family name", |e, _| {
        name_part(e.name.family_en(), e.name.family_zh())
    }),
    column("name.given", Kind::Text, "given name", |e, _| {
        name_part(e.name.given_en(), e.name.given_zh())
    }),
    column("position", Kind::Text, "position", |e, _| position(e)),
    column("title", Kind::Text, "title", |e, _| title(e)),
    column("organization", Kind::Text, "institution", |e, _| at!(organization of e)),
    column("department", Kind::Text, "department", |e, _| at!(department of e)),
    column("organizationAndPosition", Kind::Joined, "institution and position", |e, _| {
        joined([at!(organization of e), position(e)])
    }),
    column("email", Kind::Text, "e-mail address", |e, _| at!(email of e)),
    column("phone", Kind::Phone, "phone", |e, _| at!(phone of e)),
    column("phoneAndEmail", Kind::Joined, "phone and e-mail address", |e, _| {
        joined([at!(phone of e), at!(email of e)]).or_else(|| at!(email of e))
    }),
    column("address", Kind::Text, "address", |e, _| at!(address of e)),
    column(
        "relation",
        Kind::Choice(List::Relation),
        "who it is to the candidate",
        |e, _| at!(relation of e),
    ),
];

/// The entries, in the candidate's order.
pub(crate) fn entries<'a>(cx: &Context<'a>) -> Vec<(String, &'a Person)> {
    super::in_order("references", &cx.profile.references)
}

/// The referee with this number, from 1.
pub(crate) fn number<'a, const N: usize>(cx: &Context<'a>) -> Option<(String, &'a Person)> {
    entries(cx).into_iter().nth(N - 1)
}

/// The position, or the title where that is all.
fn position(person: &Person) -> Option<Found> {
    at!(position of person).or_else(|| at!(title of person))
}

/// The title (职称), or the position where that is all: `Professor` is both.
fn title(person: &Person) -> Option<Found> {
    at!(title of person).or_else(|| at!(position of person))
}
