//! Who the candidate is: name, birth, identity documents.

use super::{Found, Scalar, at, column, joined, says::spelled, sensitive};
use crate::{IdType, List, Profile, Value, ValueKind as Kind, schema::Spelling};

/// The keys.
pub(crate) const KEYS: &[Scalar] = &[
    column("name", Kind::Text, "whole name", |p, _| at!(basics.name of p)),
    column("name.family", Kind::Text, "family name", |p, _| {
        part(p, p.basics.name.family_en(), p.basics.name.family_zh(), "/family")
    }),
    column("name.given", Kind::Text, "given name", |p, _| {
        part(p, p.basics.name.given_en(), p.basics.name.given_zh(), "/given")
    }),
    column("name.middle", Kind::Text, "middle name", |p, _| at!(basics.name.middle of p)),
    column("name.pinyin", Kind::Text, "name in pinyin as in the passport: `LI Zihan`", |p, _| {
        pinyin(p)
    }),
    column("name.withPinyin", Kind::Joined, "name and its pinyin", |p, _| with_pinyin(p)),
    column("name.former", Kind::Text, "former name (曾用名)", |p, _| at!(basics.former_name of p)),
    column(
        "name.preferred",
        Kind::Text,
        "name the candidate likes to be called",
        |p, _| at!(basics.preferred_name of p),
    ),
    column(
        "name.title",
        Kind::Choice(List::Title),
        "form of address (Mr, Ms)",
        |p, _| at!(basics.title of p),
    ),
    column("gender", Kind::Choice(List::Gender), "gender", |p, _| at!(basics.gender of p)),
    sensitive("birthDate", Kind::Date, "date of birth", |p, _| at!(basics.birth_date of p)),
    sensitive("age", Kind::Number, "age in whole years today", |p, cx| {
        super::age(at!(basics.birth_date of p)?, cx.today)
    }),
    sensitive("isAdult", Kind::Flag, "whether the candidate is 18 or older today", |p, cx| {
        super::is_adult(at!(basics.birth_date of p)?, cx.today)
    }),
    sensitive("birthPlace", Kind::Text, "place of birth", |p, _| at!(basics.birth_place of p)),
    column("nationality", Kind::Text, "nationality", |p, _| at!(basics.nationality of p)),
    column("ethnicity", Kind::Text, "ethnic group (民族)", |p, _| at!(basics.ethnicity of p)),
    column(
        "nativePlace",
        Kind::Text,
        "place the family comes from (籍贯)",
        |p, _| at!(basics.native_place of p),
    ),
    column(
        "politicalStatus",
        Kind::Choice(List::PoliticalStatus),
        "political status (政治面貌)",
        |p, _| at!(basics.political_status of p),
    ),
    column(
        "partyJoinDate",
        Kind::Date,
        "date of joining the party or league (入党/入团时间)",
        |p, _| at!(basics.party_join_date of p),
    ),
    column(
        "maritalStatus",
        Kind::Choice(List::MaritalStatus),
        "marital status",
        |p, _| at!(basics.marital_status of p),
    ),
    column("religion", Kind::Text, "religion", |p, _| at!(basics.religion of p)),
    column("health", Kind::Choice(List::Health), "state of health", |p, _| at!(basics.health of p)),
    column("bloodType", Kind::Text, "blood type", |p, _| at!(basics.blood_type of p)),
    column("height", Kind::Number, "height in centimetres", |p, _| at!(basics.height of p)),
    column("weight", Kind::Number, "weight in kilograms", |p, _| at!(basics.weight of p)),
    column(
        "disability",
        Kind::Flag,
        "whether the candidate has a disability",
        |p, _| at!(basics.disability.disabled of p),
    ),
    column(
        "disability.type",
        Kind::Text,
        "kind of disability",
        |p, _| at!(basics.disability.kind of p),
    ),
    column(
        "disability.level",
        Kind::Text,
        "level of disability",
        |p, _| at!(basics.disability.level of p),
    ),
    column(
        "household.type",
        Kind::Choice(List::HouseholdType),
        "type of household registration (户口类型)",
        |p, _| at!(basics.household.kind of p),
    ),
    column(
        "household.location",
        Kind::Text,
        "place of household registration (户口所在地)",
        |p, _| at!(basics.household.location of p),
    ),
    sensitive(
        "household.address",
        Kind::Text,
        "address of household registration (户籍地址)",
        |p, _| at!(basics.household.address of p),
    ),
    sensitive(
        "household.postcode",
        Kind::Text,
        "postcode of the household address",
        |p, _| at!(basics.household.postal_code of p),
    ),
    sensitive(
        "household.addressAndPostcode",
        Kind::Joined,
        "household address and its postcode",
        |p, _| joined([at!(basics.household.address of p), at!(basics.household.postal_code of p)]),
    ),
    column("photo", Kind::Photo, "portrait", |p, _| photo(p)),
    sensitive(
        "id.number",
        Kind::Text,
        "number of the identity document (身份证号)",
        |p, _| at!(basics.id.number of p),
    ),
    column("id.type", Kind::Choice(List::IdType), "type of the identity document", |p, _| {
        at!(basics.id.kind of p).or_else(|| id_type(p))
    }),
    sensitive(
        "id.numberOrPassport",
        Kind::Text,
        "identity number, or else the passport number",
        |p, _| at!(basics.id.number of p).or_else(|| at!(basics.passport.number of p)),
    ),
    sensitive(
        "passport.number",
        Kind::Text,
        "passport number",
        |p, _| at!(basics.passport.number of p),
    ),
    column(
        "passport.country",
        Kind::Text,
        "country that issued the passport",
        |p, _| at!(basics.passport.country of p),
    ),
    column(
        "passport.issued",
        Kind::Date,
        "date the passport was issued",
        |p, _| at!(basics.passport.issued of p),
    ),
    sensitive(
        "passport.expires",
        Kind::Date,
        "date the passport expires",
        |p, _| at!(basics.passport.expires of p),
    ),
    sensitive("taxId", Kind::Text, "tax number", |p, _| at!(basics.tax_id of p)),
    sensitive(
        "socialSecurity",
        Kind::Text,
        "social security number",
        |p, _| at!(basics.social_security of p),
    ),
    column(
        "workAuthorization",
        Kind::Text,
        "right to work, visa status",
        |p, _| at!(basics.work_authorization of p),
    ),
    column("drivingLicence", Kind::Flag, "whether the candidate has a driving licence", |p, _| {
        licence(p)
    }),
    column(
        "drivingLicence.class",
        Kind::Text,
        "class of the driving licence",
        |p, _| at!(basics.driving_licence.class of p),
    ),
    sensitive(
        "drivingLicence.number",
        Kind::Text,
        "number of the driving licence",
        |p, _| at!(basics.driving_licence.number of p),
    ),
    column(
        "drivingLicence.issued",
        Kind::Date,
        "date the driving licence was issued",
        |p, _| at!(basics.driving_licence.issued of p),
    ),
];

const NAME: &str = "/basics/name";

/// A part of the name. Where the part is worked out, its source is the whole.
fn part(
    profile: &Profile,
    en: Option<Spelling>,
    zh: Option<Spelling>,
    path: &str,
) -> Option<Found> {
    let (value, derived) = spelled(en, zh)?;
    let name = serde_json::to_value(&profile.basics.name).ok()?;
    let stored = name.pointer(path).is_some();
    let source = if stored { format!("{NAME}{path}") } else { NAME.to_owned() };
    Some(if derived { Found::derived(value, &source) } else { Found::said(value, &source) })
}

fn pinyin(profile: &Profile) -> Option<Found> {
    let spelling = profile.basics.name.in_pinyin()?;
    let said = !spelling.derived;
    let (value, _) = spelled(Some(spelling.clone()), Some(spelling))?;
    Some(if said { Found::said(value, "/basics/name/pinyin") } else { Found::derived(value, NAME) })
}

fn with_pinyin(profile: &Profile) -> Option<Found> {
    let (zh, _) = spelled(None, profile.basics.name.whole_zh())?;
    joined([Some(Found::said(zh, NAME)), pinyin(profile)])
}

fn photo(profile: &Profile) -> Option<Found> {
    let path = profile.basics.image.as_deref().map(str::trim).filter(|path| !path.is_empty())?;
    // JSON Resume has an address on the web here; we fetch nothing.
    let remote = path.contains("://") || path.starts_with("data:");
    (!remote).then(|| Found::said(Value::Photo(path.into()), "/basics/image"))
}

/// A number that passes the check of GB 11643 is one of a resident identity card.
fn id_type(profile: &Profile) -> Option<Found> {
    let number = profile.basics.id.number.as_deref()?;
    crate::check::resident_id(number)?;
    Some(Found::derived(super::choice(IdType::ResidentId), "/basics/id/number"))
}

/// Somebody with a class or a number has a licence.
fn licence(profile: &Profile) -> Option<Found> {
    let held = at!(basics.driving_licence.held of profile);
    let class = || at!(basics.driving_licence.class of profile);
    let number = || at!(basics.driving_licence.number of profile);
    held.or_else(|| Some(class().or_else(number)?.into(Value::Flag(true))))
}
