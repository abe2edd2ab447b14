//! E-mail addresses, telephone numbers, addresses on the web, ORCID.

use email_address::{EmailAddress, Options};

use super::Findings;
use crate::{Profile, phone, schema::Phone};

pub(super) fn check(profile: &Profile, findings: &mut Findings) {
    let basics = &profile.basics;
    email(&basics.email, "/basics/email".into(), findings);
    email(&basics.email_alt, "/basics/emailAlt".into(), findings);
    for (number, name) in [
        (&basics.phone, "phone"),
        (&basics.phone_alt, "phoneAlt"),
        (&basics.landline, "landline"),
        (&basics.fax, "fax"),
    ] {
        telephone(number, format!("/basics/{name}"), findings);
    }
    url(&basics.url, "/basics/url".into(), findings);
    for (at, link) in basics.profiles.iter().enumerate() {
        url(&link.url, format!("/basics/profiles/{at}/url"), findings);
    }
    if let Some(orcid) = said(&basics.orcid)
        && !is_orcid(orcid)
    {
        findings.error(
            "/basics/orcid",
            "this is not an ORCID: its check digit does not fit",
            "copy it again from orcid.org; it has four groups of four, such as `0000-0002-1825-0097`",
        );
    }

    for (at, entry) in profile.education.iter().enumerate() {
        email(&entry.advisor.email, format!("/education/{at}/advisor/email"), findings);
        telephone(&entry.advisor.phone, format!("/education/{at}/advisor/phone"), findings);
        telephone(&entry.phone, format!("/education/{at}/phone"), findings);
        telephone(&entry.witness_phone, format!("/education/{at}/witnessPhone"), findings);
        url(&entry.url, format!("/education/{at}/url"), findings);
    }
    for (at, entry) in profile.work.iter().enumerate() {
        telephone(&entry.phone, format!("/work/{at}/phone"), findings);
        telephone(&entry.supervisor_phone, format!("/work/{at}/supervisorPhone"), findings);
        telephone(&entry.witness_phone, format!("/work/{at}/witnessPhone"), findings);
        url(&entry.url, format!("/work/{at}/url"), findings);
    }
    for (at, person) in profile.references.iter().enumerate() {
        email(&person.email, format!("/references/{at}/email"), findings);
        telephone(&person.phone, format!("/references/{at}/phone"), findings);
    }
    email(&profile.emergency.email, "/emergency/email".into(), findings);
    telephone(&profile.emergency.phone, "/emergency/phone".into(), findings);
    for (at, relative) in profile.family.iter().enumerate() {
        email(&relative.email, format!("/family/{at}/email"), findings);
        telephone(&relative.phone, format!("/family/{at}/phone"), findings);
    }
    for (at, entry) in profile.publications.iter().enumerate() {
        url(&entry.url, format!("/publications/{at}/url"), findings);
    }
    for (at, entry) in profile.projects.iter().enumerate() {
        url(&entry.url, format!("/projects/{at}/url"), findings);
    }
}

fn said(words: &Option<String>) -> Option<&str> {
    words.as_deref().map(str::trim).filter(|words| !words.is_empty())
}

fn email(address: &Option<String>, pointer: String, findings: &mut Findings) {
    let options =
        Options::default().with_required_tld().without_display_text().without_domain_literal();
    if said(address)
        .is_some_and(|address| EmailAddress::parse_with_options(address, options).is_err())
    {
        findings.error(
            pointer,
            "this is not an e-mail address",
            "write it as `name@example.com`, with nothing around it",
        );
    }
}

fn telephone(number: &Option<Phone>, pointer: String, findings: &mut Findings) {
    let Some(typed) =
        number.as_ref().map(|number| number.0.trim()).filter(|typed| !typed.is_empty())
    else {
        return;
    };
    if !phone::is_valid(typed) {
        findings.warn(
            pointer,
            "no country has such a telephone number",
            "count the digits, and write the country code for numbers outside China: `+49 30 …`",
        );
    }
}

fn url(address: &Option<String>, pointer: String, findings: &mut Findings) {
    if said(address).is_some_and(|address| !is_url(address)) {
        findings.error(
            pointer,
            "this is not an address on the web",
            "copy it from the browser; it begins with `https://`",
        );
    }
}

/// A scheme may be missing, as people write it on a CV, but not the host.
fn is_url(address: &str) -> bool {
    let (scheme, rest) = address.split_once("://").unwrap_or(("https", address));
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let labels = || host.split('.');
    (scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https"))
        && !address.contains(char::is_whitespace)
        && labels().count() >= 2
        && labels().all(|label| {
            !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-')
        })
}

/// ISO 7064 MOD 11-2, as orcid.org describes it.
fn is_orcid(orcid: &str) -> bool {
    let bare = orcid.rsplit('/').next().unwrap_or(orcid);
    let groups: Vec<&str> = bare.split('-').collect();
    if groups.len() != 4 || groups.iter().any(|group| group.len() != 4) {
        return false;
    }
    let digits: Vec<char> = groups.concat().chars().collect();
    let Some((check, digits)) = digits.split_last() else {
        return false;
    };
    let mut total = 0;
    for digit in digits {
        let Some(digit) = digit.to_digit(10) else {
            return false;
        };
        total = (total + digit) * 2 % 11;
    }
    let expected = (12 - total % 11) % 11;
    check.to_ascii_uppercase()
        == if expected == 10 { 'X' } else { char::from_digit(expected, 10).unwrap_or_default() }
}
