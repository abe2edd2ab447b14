//! Addresses at the top of a CV: mail, telephone, pages on the web.

use std::str::FromStr as _;

use email_address::EmailAddress;

use super::{Line, Offer, Offered, offer};
use crate::{phone, schema::Link};

/// Networks by the start of their addresses, and whether what follows is a name there.
const NETWORKS: &[(&str, &str)] = &[
    ("github.com/", "GitHub"),
    ("gitee.com/", "Gitee"),
    ("gitlab.com/", "GitLab"),
    ("linkedin.com/in/", "LinkedIn"),
    ("scholar.google.com/", "Google Scholar"),
    ("researchgate.net/profile/", "ResearchGate"),
    ("zhihu.com/people/", "知乎"),
    ("x.com/", "X"),
    ("twitter.com/", "Twitter"),
];

/// Words before a number that make it a telephone.
const PHONE: &[&str] = &[
    "phone",
    "mobile",
    "tel",
    "telephone",
    "cell",
    "手机",
    "电话",
    "联系电话",
    "联系方式",
    "手机号码",
    "手机号",
];
/// Words before a number that make it none of ours.
const NOT_A_PHONE: &[&str] =
    &["fax", "传真", "qq", "微信", "wechat", "id", "身份证", "邮编", "postcode", "学号"];

/// What can be reached at the top, or under a heading of its own.
pub(super) fn offers(lines: &[Line]) -> Vec<Offer> {
    let mut found = Vec::new();
    let mut has_page = false;
    for (at, line) in lines.iter().enumerate() {
        // A narrow column breaks an ORCID at a hyphen; its last digit proves it whole.
        if let (Some(next), Some(first)) = (lines.get(at + 1), tokens(line.words).last())
            && line.words.ends_with('-')
            && let Some(orcid) = orcid(&format!("{first}{}", next.words))
        {
            found.extend(offer(Offered::Orcid(orcid), &[*line, *next]));
        }
        let mut push = |offered| found.extend(offer(offered, &[*line]));
        for token in tokens(line.words) {
            if let Some(address) = email(token) {
                push(Offered::Email(address));
            } else if let Some(orcid) = orcid(token) {
                push(Offered::Orcid(orcid));
            } else if let Some(link) = network(token) {
                push(Offered::Link(link));
            } else if let Some(url) = page(token).filter(|_| !has_page) {
                has_page = true;
                push(Offered::Url(url));
            }
        }
        for number in phones(line.words) {
            push(Offered::Phone(number));
        }
    }
    found
}

/// The pieces of a line that an address can be.
fn tokens(words: &str) -> impl Iterator<Item = &str> {
    words
        .split(|c: char| c.is_whitespace() || "|｜<>()（）[]，、；;,\"“”•".contains(c))
        // `邮箱：a@b.cn`, `Email:a@b.cn`, but not the colon of https://.
        .map(|it| match it.rsplit_once('：') {
            Some((_, rest)) => rest,
            None => it.split_once(':').filter(|it| !it.1.starts_with("//")).map_or(it, |it| it.1),
        })
        .map(|it| it.trim_end_matches(['.', ':', '/', '。']))
        .filter(|it| it.contains('.') || it.contains('-'))
}

fn email(token: &str) -> Option<String> {
    let (name, host) = token.split_once('@')?;
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "._-+%".contains(c);
    let is_address = !name.is_empty()
        && token.chars().all(|c| is_plain(c) || c == '@')
        && host.contains('.')
        && host
            .rsplit('.')
            .next()
            .is_some_and(|it| it.len() > 1 && it.chars().all(char::is_alphabetic))
        && EmailAddress::from_str(token).is_ok();
    is_address.then(|| token.to_owned())
}

/// An address on the web without what stands before the host.
fn bare(token: &str) -> &str {
    let rest = token.strip_prefix("https://").or_else(|| token.strip_prefix("http://"));
    let rest = rest.unwrap_or(token);
    rest.strip_prefix("www.").unwrap_or(rest)
}

fn network(token: &str) -> Option<Link> {
    let rest = bare(token);
    let (start, network) = NETWORKS.iter().find(|(start, _)| {
        rest.get(..start.len()).is_some_and(|it| it.eq_ignore_ascii_case(start))
    })?;
    let name = &rest[start.len()..];
    let is_name = |it: &str| it.chars().all(|c| c.is_alphanumeric() || "-_.%".contains(c));
    // A page of a project is not the page of a person.
    // What ends in a hyphen goes on in the next line.
    let is_whole = !name.is_empty() && !name.ends_with('-');
    if !is_whole || !(is_name(name) || *network == "Google Scholar") {
        return None;
    }
    Some(Link {
        network: Some((*network).to_owned()),
        username: is_name(name).then(|| name.to_owned()),
        url: Some(token.to_owned()),
        ..Link::default()
    })
}

/// Another page: only one that says how it is reached is surely one.
fn page(token: &str) -> Option<String> {
    let is_page = token.starts_with("https://") || token.starts_with("http://");
    let host = bare(token).split('/').next()?;
    // What ends in a hyphen goes on in the next line.
    (is_page && host.contains('.') && !token.ends_with('-') && !is_known(bare(token)))
        .then(|| token.to_owned())
}

fn is_known(bare: &str) -> bool {
    let host = bare.split('/').next().unwrap_or_default();
    host == "orcid.org" || host == "doi.org" || NETWORKS.iter().any(|it| it.0.starts_with(host))
}

/// An ORCID whose last digit proves the others.
fn orcid(token: &str) -> Option<String> {
    let id = bare(token).strip_prefix("orcid.org/").unwrap_or(token);
    let groups: Vec<&str> = id.split('-').collect();
    if groups.len() != 4 || groups.iter().any(|it| it.len() != 4) {
        return None;
    }
    let digits: Vec<u32> = id
        .chars()
        .filter_map(|c| match c {
            'X' => Some(10),
            c => c.to_digit(10),
        })
        .collect();
    let (last, first) = digits.split_last().filter(|it| it.1.len() == 15)?;
    let total = first.iter().fold(0, |sum, digit| (sum + digit) * 2);
    ((12 - total % 11) % 11 == *last).then(|| id.to_owned())
}

/// Telephone numbers of a line, as they are written.
fn phones(words: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = words;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit() || c == '+' || c == '(') {
        let before = &words[..words.len() - rest.len() + at];
        let run = &rest[at..];
        let end = run
            .find(|c: char| !(c.is_ascii_digit() || " +()-.\u{2010}\u{2011}–".contains(c)))
            .unwrap_or(run.len());
        let number = run[..end].trim_end_matches(|c: char| !c.is_ascii_digit());
        let after = &run[number.len()..];
        if is_phone(before, number, after) {
            found.push(number.to_owned());
        }
        rest = &run[end.max(1)..];
    }
    found
}

fn is_phone(before: &str, number: &str, after: &str) -> bool {
    let digits = number.chars().filter(char::is_ascii_digit).count();
    // Part of an address or a word.
    let glued = |c: char| c.is_ascii_alphanumeric() || "/@_=".contains(c);
    if !(7..=15).contains(&digits) || before.ends_with(glued) || after.starts_with(glued) {
        return false;
    }
    let label = before.trim_end_matches(|c: char| c.is_whitespace() || ":：.".contains(c));
    let word: &str = label
        .rsplit(|c: char| c.is_whitespace() || "|｜,，;；\t•".contains(c))
        .next()
        .unwrap_or_default();
    let word = word.to_lowercase();
    if NOT_A_PHONE.contains(&word.as_str()) {
        return false;
    }
    let labelled = PHONE.contains(&word.as_str());
    let is_mobile = digits == 11 && number.starts_with('1');
    (labelled || is_mobile || number.starts_with('+') || number.starts_with("(+"))
        && phone::is_valid(number.trim_start_matches('('))
}
