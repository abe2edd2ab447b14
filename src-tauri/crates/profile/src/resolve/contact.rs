//! How to reach the candidate.

use super::{Found, Scalar, at, column, joined, sensitive};
use crate::{
    Profile, Text, Value, ValueKind as Kind,
    schema::{Address, fold},
};

/// The keys.
pub(crate) const KEYS: &[Scalar] = &[
    column("contact.email", Kind::Text, "e-mail address", |p, _| at!(basics.email of p)),
    column(
        "contact.emailAlt",
        Kind::Text,
        "second e-mail address",
        |p, _| at!(basics.email_alt of p),
    ),
    column("contact.phone", Kind::Phone, "mobile phone", |p, _| at!(basics.phone of p)),
    column("contact.phoneAlt", Kind::Phone, "second phone", |p, _| at!(basics.phone_alt of p)),
    column(
        "contact.landline",
        Kind::Phone,
        "landline, home phone",
        |p, _| at!(basics.landline of p),
    ),
    column("contact.fax", Kind::Phone, "fax", |p, _| at!(basics.fax of p)),
    column("contact.qq", Kind::Text, "QQ number", |p, _| at!(basics.qq of p)),
    column("contact.wechat", Kind::Text, "WeChat name", |p, _| at!(basics.wechat of p)),
    column("contact.website", Kind::Text, "own web page", |p, _| at!(basics.url of p)),
    column("contact.social", Kind::Text, "social network profiles", |p, _| social(p)),
    column("contact.github", Kind::Text, "GitHub profile", |p, _| link(p, "github")),
    column("contact.linkedin", Kind::Text, "LinkedIn profile", |p, _| link(p, "linkedin")),
    column("contact.orcid", Kind::Text, "ORCID", |p, _| {
        at!(basics.orcid of p).or_else(|| link(p, "orcid"))
    }),
    column("contact.scholar", Kind::Text, "Google Scholar profile", |p, _| {
        link(p, "googlescholar").or_else(|| link(p, "scholar"))
    }),
    sensitive("contact.address", Kind::Text, "address where the candidate lives now", |p, _| {
        address(&p.basics.location, "/basics/location/address")
    }),
    column(
        "contact.city",
        Kind::Text,
        "city where the candidate lives now",
        |p, _| at!(basics.location.city of p),
    ),
    column(
        "contact.region",
        Kind::Text,
        "state or province where the candidate lives now",
        |p, _| at!(basics.location.region of p),
    ),
    column(
        "contact.country",
        Kind::Text,
        "country where the candidate lives now",
        |p, _| at!(basics.location.country of p),
    ),
    sensitive(
        "contact.postcode",
        Kind::Text,
        "postcode of the present address",
        |p, _| at!(basics.location.postal_code of p),
    ),
    sensitive(
        "contact.addressAndPostcode",
        Kind::Joined,
        "present address and its postcode",
        |p, _| {
            joined([
                address(&p.basics.location, "/basics/location/address"),
                at!(basics.location.postal_code of p),
            ])
        },
    ),
    sensitive("contact.permanentAddress", Kind::Text, "permanent address", |p, _| {
        address(&p.basics.permanent_address, "/basics/permanent_address/address")
    }),
    sensitive(
        "contact.permanentPostcode",
        Kind::Text,
        "postcode of the permanent address",
        |p, _| at!(basics.permanent_address.postal_code of p),
    ),
    sensitive(
        "contact.permanentAddressAndPostcode",
        Kind::Joined,
        "permanent address and its postcode",
        |p, _| {
            joined([
                address(&p.basics.permanent_address, "/basics/permanent_address/address"),
                at!(basics.permanent_address.postal_code of p),
            ])
        },
    ),
];

/// The address as on a letter: with city and region, unless they stand in it
/// already. Chinese goes from large to small, English from small to large.
fn address(of: &Address, path: &str) -> Option<Found> {
    let missing = |whole: &str, part: Option<&str>| {
        part.filter(|part| !fold(whole).contains(&fold(part))).map(str::to_owned)
    };
    let en = of.address.en().map(|street| {
        [&of.city, &of.region].into_iter().fold(street.to_owned(), |whole, part| {
            match missing(&whole, part.en()) {
                Some(part) => format!("{whole}, {part}"),
                None => whole,
            }
        })
    });
    let zh = of.address.zh().map(|street| {
        [&of.city, &of.region].into_iter().fold(street.to_owned(), |whole, part| {
            match missing(&whole, part.zh()) {
                Some(part) => format!("{part}{whole}"),
                None => whole,
            }
        })
    });
    let text = Text { en, zh };
    (!text.is_empty()).then(|| Found::said(Value::Text(text), path))
}

/// The profile on a network, its address before its name.
fn link(profile: &Profile, network: &str) -> Option<Found> {
    let links = (0..).zip(&profile.basics.profiles);
    let mut named =
        links.filter(|(_, link)| link.network.as_deref().is_some_and(|name| fold(name) == network));
    let (at, link) = named.next()?;
    let found = at!(url of link).or_else(|| at!(username of link))?;
    Some(found.from(&format!("/basics/profiles/{at}")))
}

/// All profiles on networks as they are printed: without scheme, one after another.
fn social(profile: &Profile) -> Option<Found> {
    let said: Vec<_> = (profile.basics.profiles.iter())
        .filter_map(|link| link.url.as_deref().map(printed).or(link.username.as_deref()))
        .filter(|it| !it.trim().is_empty())
        .collect();
    let text = Value::Text(Text::neutral(said.join(", ")));
    (!said.is_empty()).then(|| Found::derived(text, "/basics/profiles"))
}

/// A network's address as people write it on paper.
fn printed(url: &str) -> &str {
    ["https://", "http://", "www."]
        .into_iter()
        .fold(url.trim().trim_end_matches('/'), |url, start| url.strip_prefix(start).unwrap_or(url))
}

#[cfg(test)]
mod tests {
    use super::printed;

    #[test]
    fn addresses_are_printed_as_people_write_them() {
        assert_eq!(printed("https://www.linkedin.com/in/mei/"), "linkedin.com/in/mei");
        assert_eq!(printed(" http://github.com/mei "), "github.com/mei");
        assert_eq!(printed("mei.example.com"), "mei.example.com");
    }
}
