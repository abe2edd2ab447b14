//! Members of the family. Every key of them is sensitive.

use super::{Column, Context, Found, at, column, joined, name_part};
use crate::{
    Gender, List, Relation, ValueKind as Kind,
    schema::{Listed, Relative},
};

/// The columns.
pub(crate) const COLUMNS: &[Column<Relative>] = &[
    column(
        "relation",
        Kind::Choice(List::Relation),
        "who it is to the candidate",
        |e, _| at!(relation of e),
    ),
    column("name", Kind::Text, "name", |e, _| at!(name of e)),
    column("name.family", Kind::Text, "family name", |e, _| {
        name_part(e.name.family_en(), e.name.family_zh())
    }),
    column("name.given", Kind::Text, "given name", |e, _| {
        name_part(e.name.given_en(), e.name.given_zh())
    }),
    column("gender", Kind::Choice(List::Gender), "gender", |e, _| {
        at!(gender of e).or_else(|| gender(e))
    }),
    column("birthDate", Kind::Date, "date of birth", |e, _| at!(birth_date of e)),
    column("age", Kind::Number, "age in whole years today", |e, cx| {
        super::age(at!(birth_date of e)?, cx.today)
    }),
    column(
        "politicalStatus",
        Kind::Choice(List::PoliticalStatus),
        "political status",
        |e, _| at!(political_status of e),
    ),
    column("nationality", Kind::Text, "nationality", |e, _| at!(nationality of e)),
    column("birthCountry", Kind::Text, "country of birth", |e, _| at!(birth_country of e)),
    column("nameAndBirthCountry", Kind::Joined, "name and country of birth", |e, _| {
        joined([at!(name of e), at!(birth_country of e)])
    }),
    column("employer", Kind::Text, "employer", |e, _| at!(employer of e)),
    column("position", Kind::Text, "position", |e, _| at!(position of e)),
    column("employerAndPosition", Kind::Joined, "employer and position", |e, _| {
        joined([at!(employer of e), at!(position of e)]).or_else(|| at!(position of e))
    }),
    column("phone", Kind::Phone, "phone", |e, _| at!(phone of e)),
    column("email", Kind::Text, "e-mail address", |e, _| at!(email of e)),
    column(
        "education",
        Kind::Choice(List::Level),
        "highest level of education",
        |e, _| at!(education of e),
    ),
    column("address", Kind::Text, "address", |e, _| at!(address of e)),
];

/// The entries, in the candidate's order.
pub(crate) fn entries<'a>(cx: &Context<'a>) -> Vec<(String, &'a Relative)> {
    super::in_order("family", &cx.profile.family)
}

/// The father.
pub(crate) fn father<'a>(cx: &Context<'a>) -> Option<(String, &'a Relative)> {
    relative(cx, Relation::Father)
}

/// The mother.
pub(crate) fn mother<'a>(cx: &Context<'a>) -> Option<(String, &'a Relative)> {
    relative(cx, Relation::Mother)
}

/// The spouse.
pub(crate) fn spouse<'a>(cx: &Context<'a>) -> Option<(String, &'a Relative)> {
    relative(cx, Relation::Spouse)
}

fn relative<'a>(cx: &Context<'a>, relation: Relation) -> Option<(String, &'a Relative)> {
    entries(cx).into_iter().find(|(_, entry)| entry.relation == Some(Listed::Code(relation)))
}

/// A father is a man; for a spouse or a guardian nothing follows.
fn gender(relative: &Relative) -> Option<Found> {
    let Some(Listed::Code(relation)) = relative.relation else {
        return None;
    };
    let gender = match relation {
        Relation::Father
        | Relation::Son
        | Relation::ElderBrother
        | Relation::YoungerBrother
        | Relation::Grandfather => Gender::Male,
        Relation::Mother
        | Relation::Daughter
        | Relation::ElderSister
        | Relation::YoungerSister
        | Relation::Grandmother => Gender::Female,
        _ => return None,
    };
    Some(at!(relation of relative)?.into(super::choice(gender)))
}
