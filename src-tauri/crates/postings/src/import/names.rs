//! Names of places and of organisations that rules know.

use std::{ops::Range, sync::LazyLock};

use serde::Deserialize;

use super::pattern::pattern;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Names {
    countries: Vec<String>,
    cities: Vec<String>,
    organisations: Vec<String>,
}

#[expect(clippy::expect_used, reason = "the file is ours, and a test reads it")]
static NAMES: LazyLock<Names> =
    LazyLock::new(|| toml::from_str(include_str!("names.toml")).expect("BUG: names.toml"));

/// Whether a name stands in `text` as a word of its own; where.
fn place_of(text: &str, name: &str) -> Option<Range<usize>> {
    text.match_indices(name).find_map(|(at, _)| {
        let end = at + name.len();
        let wide = !name.is_ascii() && !name.contains(|it: char| it.is_ascii_alphabetic());
        let joins = |it: Option<char>| {
            it.is_some_and(|it| it.is_alphanumeric() && it < '\u{2e80}' || matches!(it, '@' | '='))
        };
        let dotted = text[end..].starts_with('.')
            && text[end + 1..].starts_with(|it: char| it.is_alphanumeric());
        let free =
            !joins(text[..at].chars().next_back()) && !joins(text[end..].chars().next()) && !dotted;
        // `Google Scholar` is a site, and nobody who offers.
        let sites = [
            " Scholar", " Drive", " Form", " Doc", " Word", " Teams", "会议", "文档", "问卷",
            "课堂",
        ];
        let site = sites.iter().any(|it| text[end..].starts_with(it));
        (!site && (wide || free)).then_some(at..end)
    })
}

/// Whether a town, region or country is named.
pub(crate) fn has_place(text: &str) -> bool {
    let names = NAMES.countries.iter().chain(&NAMES.cities);
    names.into_iter().any(|it| place_of(text, it).is_some())
        || pattern!(r"\p{Han}{2,6}(省|市|区|县)").is_match(text)
}

/// Whether a text is the name of a country.
pub(crate) fn is_country(text: &str) -> bool {
    NAMES.countries.iter().any(|it| it == text.trim_start_matches("the "))
}

/// Whether a text names places and nothing else.
pub(crate) fn is_place(text: &str) -> bool {
    let text = text.trim().trim_end_matches(['.', '。']);
    let parts: Vec<&str> = text
        .split([',', '/', ';', '、', '，', '(', ')', '|', '｜', '·', '-', '–'])
        .map(|it| it.trim().trim_start_matches("the "))
        .filter(|it| !it.is_empty())
        .collect();
    let known = parts
        .iter()
        .filter(|it| {
            NAMES.countries.iter().chain(&NAMES.cities).any(|name| name == *it)
                || parts.len() > 1 && pattern!(r"^(?-i:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]|AB|BC|MB|NB|NL|NS|ON|PE|QC|SK|NSW|VIC|QLD|ACT)$").is_match(it)
                || pattern!(r"^\p{Han}{2,5}(省|市|区|县)$").is_match(it)
        })
        .count();
    let capital = |it: &&str| {
        it.starts_with(|c: char| c.is_uppercase() || c >= '\u{2e80}' || c.is_ascii_digit())
            || matches!(*it, "remote" | "hybrid" | "or")
    };
    let offers =
        pattern!(r"universit|institut|\btu |college|school|\blab|\b(team|group|department|research|division|laborator\w+|faculty|centre|center|in|at|available|positions?|internships?|phd|postdocs?|students?)\b|:|\b(ltd|gmbh|inc|ab|ag|sas|oy|bv|nv|plc|llc|corp|co)\b|大学|学院|公司|实习生?$|实习生?-|工程师|博士后|助理|研究员|招聘|诚聘")
            .is_match(text);
    // `客户遍布北京、上海` tells of places.
    let told = parts.iter().any(|it| {
        it.chars().count() > 4
            && it.starts_with(|it: char| it >= '\u{4e00}')
            && !pattern!(r"(省|市|区|县|园区?|路|号|大厦|楼|校区|镇|街道?)$|^(中国|大陆)")
                .is_match(it)
            && !NAMES
                .cities
                .iter()
                .chain(&NAMES.countries)
                .any(|name| it.starts_with(name.as_str()))
    });
    !told
        && known * 2 >= parts.len()
        && known > 0
        && !offers
        && parts.len() <= 6
        && parts.iter().all(capital)
        && parts.iter().all(|it| it.split(' ').count() <= 4)
}

/// `Some Team, Town, Country`: the end of it that names a place.
pub(crate) fn tail(text: &str) -> Option<&str> {
    let ends = std::iter::successors(Some(text), |it| it.split_once(", ").map(|(_, rest)| rest));
    ends.into_iter().find(|it| is_place(it))
}

/// `Company, Town, Country`: where the place begins.
pub(crate) fn behind_a_name(text: &str) -> Option<usize> {
    let (name, place) = text.split_once(", ")?;
    let town = place.split(',').next().unwrap_or_default().trim();
    let words = name.split(' ').count();
    let fits = (2..=6).contains(&words)
        && !name.contains([':', '.', '@'])
        && name.split(' ').all(|it| {
            it.starts_with(char::is_uppercase) || matches!(it, "of" | "for" | "and" | "the" | "&")
        });
    let offers = pattern!(r"\b(Institute|University|College|Laboratory|Observatory|Academy|Museum|Centre|Center|Hospital)\b").is_match(name);
    let known = NAMES.cities.iter().any(|it| it == town)
        || offers && NAMES.countries.iter().any(|it| it == town);
    (fits && known && is_place(place) && !has_place(name)).then(|| text.len() - place.len())
}

/// The known organisations that stand in a text, each at its first place.
pub(crate) fn organisations(text: &str) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    let mut names: Vec<&String> = NAMES.organisations.iter().collect();
    names.sort_by_key(|it| std::cmp::Reverse(it.len()));
    for name in names {
        if let Some(span) = place_of(text, name)
            && !out.iter().any(|it| it.start <= span.start && span.end <= it.end)
        {
            out.push(span);
        }
    }
    out.sort_by_key(|it| it.start);
    out
}

/// Whether a text is a known organisation and nothing else.
pub(crate) fn is_organisation(text: &str) -> bool {
    NAMES.organisations.iter().any(|it| it == text.trim())
}
