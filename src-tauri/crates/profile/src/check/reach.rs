//! E-mail addresses, telephone numbers, addresses on the web, ORCID.

use email_address::{EmailAddress, Options};

use super::{Fault, Findings};
use crate::{Profile, phone, schema::Phone};

pub(super) fn check(profile: &Profile, findings: &mut Findings) {
    for (pointer, address) in mail(profile) {
        let options =
            Options::default().with_required_tld().without_display_text().without_domain_literal();
        if EmailAddress::parse_with_options(address, options).is_err() {
            findings.error(
                Fault::EmailMalformed,
                pointer,
                "this is not an e-mail address",
                "write it as `name@example.com`, with nothing around it",
            );
        }
    }
    for (pointer, number) in telephones(profile) {
        if !phone::is_valid(number) {
            findings.warn(
                Fault::PhoneMalformed,
                pointer,
                "no country has such a telephone number",
                "count the digits, and write the country code for numbers outside China: `+49 30 …`",
            );
        }
    }
    for (pointer, address) in web(profile) {
        if !is_url(address) {
            findings.error(
                Fault::UrlMalformed,
                pointer,
                "this is not an address on the web",
                "copy it from the browser; it begins with `https://`",
            );
        }
    }
    if profile
        .basics
        .orcid
        .as_deref()
        .is_some_and(|orcid| !orcid.trim().is_empty() && !is_orcid(orcid.trim()))
    {
        findings.error(
            Fault::OrcidMalformed,
            "/basics/orcid",
            "this is not an ORCID: its check digit does not fit",
            "copy it again from orcid.org; it has four groups of four, such as `0000-0002-1825-0097`",
        );
    }
}

/// What the profile says somewhere, and where.
type Said<'a> = Vec<(String, &'a str)>;

/// Keeps what says something.
fn said<'a>(all: impl IntoIterator<Item = (String, Option<&'a str>)>) -> Said<'a> {
    let words = |(pointer, words): (_, Option<&'a str>)| Some((pointer, words?.trim()));
    all.into_iter().filter_map(words).filter(|(_, words)| !words.is_empty()).collect()
}

fn mail(profile: &Profile) -> Said<'_> {
    let basics = &profile.basics;
    let mut all = vec![
        ("/basics/email".to_owned(), basics.email.as_deref()),
        ("/basics/emailAlt".to_owned(), basics.email_alt.as_deref()),
        ("/emergency/email".to_owned(), profile.emergency.email.as_deref()),
    ];
    let advisors = profile.education.iter().map(|entry| entry.advisor.email.as_deref());
    all.extend(
        (0..)
            .zip(advisors)
            .map(|(at, email): (usize, _)| (format!("/education/{at}/advisor/email"), email)),
    );
    let referees = profile.references.iter().map(|person| person.email.as_deref());
    all.extend(
        (0..)
            .zip(referees)
            .map(|(at, email): (usize, _)| (format!("/references/{at}/email"), email)),
    );
    let relatives = profile.family.iter().map(|relative| relative.email.as_deref());
    all.extend(
        (0..).zip(relatives).map(|(at, email): (usize, _)| (format!("/family/{at}/email"), email)),
    );
    said(all)
}

fn telephones(profile: &Profile) -> Said<'_> {
    fn typed(number: Option<&Phone>) -> Option<&str> {
        number.map(|number| number.0.as_str())
    }

    let basics = &profile.basics;
    let mut all = vec![
        ("/basics/phone".to_owned(), typed(basics.phone.as_ref())),
        ("/basics/phoneAlt".to_owned(), typed(basics.phone_alt.as_ref())),
        ("/basics/landline".to_owned(), typed(basics.landline.as_ref())),
        ("/basics/fax".to_owned(), typed(basics.fax.as_ref())),
        ("/emergency/phone".to_owned(), typed(profile.emergency.phone.as_ref())),
    ];
    for (at, entry) in profile.education.iter().enumerate() {
        all.push((format!("/education/{at}/phone"), typed(entry.phone.as_ref())));
        all.push((format!("/education/{at}/witnessPhone"), typed(entry.witness_phone.as_ref())));
        all.push((format!("/education/{at}/advisor/phone"), typed(entry.advisor.phone.as_ref())));
    }
    for (at, entry) in profile.work.iter().enumerate() {
        all.push((format!("/work/{at}/phone"), typed(entry.phone.as_ref())));
        all.push((format!("/work/{at}/supervisorPhone"), typed(entry.supervisor_phone.as_ref())));
        all.push((format!("/work/{at}/witnessPhone"), typed(entry.witness_phone.as_ref())));
    }
    for (at, person) in profile.references.iter().enumerate() {
        all.push((format!("/references/{at}/phone"), typed(person.phone.as_ref())));
    }
    for (at, relative) in profile.family.iter().enumerate() {
        all.push((format!("/family/{at}/phone"), typed(relative.phone.as_ref())));
    }
    said(all)
}

fn web(profile: &Profile) -> Said<'_> {
    let mut all = vec![("/basics/url".to_owned(), profile.basics.url.as_deref())];
    let lists: [(&str, Vec<Option<&str>>); 5] = [
        (
            "/basics/profiles",
            profile.basics.profiles.iter().map(|entry| entry.url.as_deref()).collect(),
        ),
        ("/education", profile.education.iter().map(|entry| entry.url.as_deref()).collect()),
        ("/work", profile.work.iter().map(|entry| entry.url.as_deref()).collect()),
        ("/publications", profile.publications.iter().map(|entry| entry.url.as_deref()).collect()),
        ("/projects", profile.projects.iter().map(|entry| entry.url.as_deref()).collect()),
    ];
    for (list, urls) in lists {
        all.extend((0..).zip(urls).map(|(at, url): (usize, _)| (format!("{list}/{at}/url"), url)));
    }
    said(all)
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
