//! Emergency contact, and family and referees as a whole.

use super::{Context, Found, Scalar, at, column, family, gather, references, sensitive};
use crate::{List, ValueKind as Kind, schema::Person};

/// The keys.
pub(crate) const KEYS: &[Scalar] = &[
    sensitive("family.summary", Kind::Lines, "members of the family", |_, cx| relatives(cx)),
    sensitive("emergency.name", Kind::Text, "emergency contact", |p, _| at!(emergency.name of p)),
    sensitive(
        "emergency.relation",
        Kind::Choice(List::Relation),
        "relation of the emergency contact",
        |p, _| at!(emergency.relation of p),
    ),
    sensitive(
        "emergency.phone",
        Kind::Phone,
        "phone of the emergency contact",
        |p, _| at!(emergency.phone of p),
    ),
    sensitive(
        "emergency.address",
        Kind::Text,
        "address of the emergency contact",
        |p, _| at!(emergency.address of p),
    ),
    sensitive(
        "emergency.email",
        Kind::Text,
        "e-mail address of the emergency contact",
        |p, _| at!(emergency.email of p),
    ),
    sensitive(
        "emergency.employer",
        Kind::Text,
        "employer of the emergency contact",
        |p, _| at!(emergency.organization of p),
    ),
    column("references.summary", Kind::Lines, "referees", |_, cx| referees(cx)),
];

fn relatives(cx: &Context<'_>) -> Option<Found> {
    let lines = family::entries(cx).into_iter().map(|(_, e)| {
        vec![
            at!(relation of e),
            at!(name of e),
            at!(employer of e),
            at!(position of e),
            at!(phone of e),
        ]
    });
    gather(lines, "/family")
}

fn referees(cx: &Context<'_>) -> Option<Found> {
    let line = |person: &Person| {
        vec![
            at!(name of person),
            at!(position of person).or_else(|| at!(title of person)),
            at!(organization of person),
            at!(email of person),
            at!(phone of person),
        ]
    };
    gather(references::entries(cx).into_iter().map(|(_, person)| line(person)), "/references")
}
