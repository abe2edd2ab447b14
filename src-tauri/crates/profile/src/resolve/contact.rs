//! contact
use super::{Scalar, scalar};
use crate::{List, ValueKind::*};
pub(crate) const SCALARS: &[Scalar] = &[
    scalar("contact.email", Text, "e-mail address"),
    scalar("contact.emailAlt", Text, "second e-mail address"),
    scalar("contact.phone", Phone, "mobile phone"),
    scalar("contact.phoneAlt", Phone, "second phone"),
    scalar("contact.landline", Phone, "landline, home phone"),
    scalar("contact.fax", Phone, "fax"),
    scalar("contact.qq", Text, "QQ number"),
    scalar("contact.wechat", Text, "WeChat name"),
    scalar("contact.website", Text, "own web page"),
    scalar("contact.social", Text, "social network profile, the first there is"),
    scalar("contact.github", Text, "GitHub profile"),
    scalar("contact.linkedin", Text, "LinkedIn profile"),
    scalar("contact.orcid", Text, "ORCID"),
    scalar("contact.scholar", Text, "Google Scholar profile"),
    scalar("contact.address", Text, "address where the candidate lives now").sensitive(),
    scalar("contact.city", Text, "city where the candidate lives now"),
    scalar("contact.region", Text, "state or province where the candidate lives now"),
    scalar("contact.country", Text, "country where the candidate lives now"),
    scalar("contact.postcode", Text, "postcode of the present address").sensitive(),
    scalar("contact.addressAndPostcode", Joined, "present address and its postcode").sensitive(),
    scalar("contact.permanentAddress", Text, "permanent address").sensitive(),
    scalar("contact.permanentPostcode", Text, "postcode of the permanent address").sensitive(),
    scalar("contact.permanentAddressAndPostcode", Joined, "permanent address and its postcode")
        .sensitive(),
];
