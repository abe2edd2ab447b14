//! What a CV says that could go into the profile.
//!
//! A CV is prose, set to be looked at, so what is read from it is never more than
//! an offer: each names the lines it came from, and the candidate takes what is
//! right. Precision comes first. A name that may be a job title, a pair of dates
//! that may belong to the line above: what is doubtful is left out, since a
//! candidate overlooks one wrong fact among twenty right ones.
//!
//! **Invariant:** every word of an offer stands in the lines that it names; only what
//! a profile has codes for (a degree, the kind of a paper) is called by its code.

mod contact;
mod dates;
mod entries;
mod file;
mod names;
mod papers;
mod places;
mod sections;
mod skills;
mod taking;

use std::fmt;

pub use file::from_file;

use serde::{Deserialize, Serialize};

use crate::{
    Profile,
    schema::{Education, Link, Name, Phone, Publication, Skill, Work},
};

/// One fact that a CV offers.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "kind", content = "value")]
#[non_exhaustive]
pub enum Offered {
    /// The candidate's name.
    Name(Name),
    /// An e-mail address.
    Email(String),
    /// A telephone number, as it is written.
    Phone(String),
    /// The candidate's own page.
    Url(String),
    /// An ORCID.
    Orcid(String),
    /// A profile on a network.
    Link(Link),
    /// A time at a school or university.
    Education(Box<Education>),
    /// A job or an internship.
    Work(Box<Work>),
    /// A paper.
    Publication(Box<Publication>),
    /// A skill, or a group of them.
    Skill(Skill),
    /// Anything else that a file in another format says: a profile with that one thing.
    Other(Box<Profile>),
}

/// An offer, and where in the CV it comes from.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Offer {
    /// What is offered.
    #[serde(flatten)]
    pub offered: Offered,
    /// The first of its lines in the text of the CV, counted from 1.
    pub line: usize,
    /// Those lines, as they stand there.
    pub words: String,
}

impl Offer {
    /// A profile that says only this; [`Profile::merge`] adds it to the candidate's.
    pub fn to_profile(&self) -> Profile {
        let mut profile = Profile::default();
        let basics = &mut profile.basics;
        match self.offered.clone() {
            Offered::Name(name) => basics.name = name,
            Offered::Email(address) => basics.email = Some(address),
            Offered::Phone(number) => basics.phone = Some(Phone(number)),
            Offered::Url(url) => basics.url = Some(url),
            Offered::Orcid(orcid) => basics.orcid = Some(orcid),
            Offered::Link(link) => basics.profiles.push(link),
            Offered::Education(entry) => profile.education.push(*entry),
            Offered::Work(entry) => profile.work.push(*entry),
            Offered::Publication(entry) => profile.publications.push(*entry),
            Offered::Skill(entry) => profile.skills.push(entry),
            Offered::Other(piece) => return *piece,
        }
        profile
    }

    /// What is offered, in one line for people.
    pub fn summary(&self) -> String {
        let text = |it: &crate::Text| it.en().or(it.zh()).unwrap_or_default().to_owned();
        let joined = |parts: Vec<String>| {
            let parts: Vec<_> = parts.into_iter().filter(|it| !it.is_empty()).collect();
            parts.join(", ")
        };
        let date =
            |it: Option<crate::PartialDate>| it.map_or_else(String::new, |it| it.to_string());
        let span = |start, end| match (date(start), date(end)) {
            (start, end) if start.is_empty() && end.is_empty() => String::new(),
            (start, end) if end.is_empty() => format!("{start} – present"),
            (start, end) => format!("{start} – {end}").trim().to_owned(),
        };
        match &self.offered {
            Offered::Name(name) => {
                let both = [name.en.clone(), name.zh.clone()];
                both.into_iter().flatten().collect::<Vec<_>>().join(" ")
            }
            Offered::Email(it) | Offered::Phone(it) | Offered::Url(it) | Offered::Orcid(it) => {
                it.clone()
            }
            Offered::Link(link) => link.url.clone().unwrap_or_default(),
            Offered::Education(it) => joined(vec![
                text(&it.institution),
                text(&it.degree_name),
                text(&it.major),
                span(it.start_date, it.end_date),
            ]),
            Offered::Work(it) => joined(vec![
                text(&it.employer),
                text(&it.position),
                span(it.start_date, it.end_date),
            ]),
            Offered::Publication(it) => {
                joined(vec![text(&it.title), text(&it.venue), date(it.date)])
            }
            Offered::Skill(it) => {
                let keywords: Vec<_> = it.keywords.iter().map(text).collect();
                let name = text(&it.name);
                if keywords.is_empty() { name } else { format!("{name}: {}", keywords.join(", ")) }
            }
            Offered::Other(piece) => {
                let mut said = Vec::new();
                file::leaves(&serde_json::to_value(piece).unwrap_or_default(), &mut said);
                said.retain(|it| it.chars().count() > 1);
                said.dedup();
                said.truncate(4);
                joined(said)
            }
        }
    }
}

/// Says what kind of thing and which line, and nothing of what it says: offers end up in logs.
impl fmt::Debug for Offer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Offer").field("line", &self.line).finish_non_exhaustive()
    }
}

impl fmt::Debug for Offered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Name(_) => "Name",
            Self::Email(_) => "Email",
            Self::Phone(_) => "Phone",
            Self::Url(_) => "Url",
            Self::Orcid(_) => "Orcid",
            Self::Link(_) => "Link",
            Self::Education(_) => "Education",
            Self::Work(_) => "Work",
            Self::Publication(_) => "Publication",
            Self::Skill(_) => "Skill",
            Self::Other(_) => "Other",
        })
    }
}

/// A line of a CV that says something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Line<'a> {
    /// Counted from 1.
    number: usize,
    /// As it stands there, white space at its ends left out.
    words: &'a str,
}

/// Longer lines are data, or mean harm.
const LONGEST_LINE: usize = 4000;
/// No honest CV is longer.
const MOST_LINES: usize = 5000;

/// What the text of a CV offers for the profile, in the order of the CV.
///
/// # Example
/// ```
/// let cv = "Ming Chen\nming@example.org\n\nSkills\nProgramming: Rust, Python\n";
/// let offers = profile::offer::from_cv(cv);
/// assert_eq!(offers.len(), 3);
/// assert_eq!(offers[2].summary(), "Programming: Rust, Python");
/// assert_eq!(offers[2].line, 5);
/// ```
pub fn from_cv(text: &str) -> Vec<Offer> {
    let lines: Vec<Line> = text
        .lines()
        .take(MOST_LINES)
        .enumerate()
        .map(|(at, words)| Line { number: at + 1, words: words.trim() })
        .filter(|line| !line.words.is_empty() && line.words.len() <= LONGEST_LINE)
        .collect();
    let mut offers = Vec::new();
    for (section, lines) in sections::part(&lines) {
        match section {
            Section::Head => {
                offers.extend(names::offers(lines));
                offers.extend(contact::offers(lines));
            }
            Section::Contact => {
                offers.extend(names::labelled(lines));
                offers.extend(contact::offers(lines));
            }
            Section::Education => offers.extend(entries::education(lines)),
            Section::Work => offers.extend(entries::work(lines)),
            Section::Publications => offers.extend(papers::offers(lines)),
            Section::Skills => offers.extend(skills::offers(lines)),
            Section::Other => {}
        }
    }
    let mut kept: Vec<Offer> = Vec::new();
    for offer in offers {
        if !kept.iter().any(|it| it.offered == offer.offered) {
            kept.push(offer);
        }
    }
    kept
}

/// The part of a CV that a line stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Section {
    /// Before the first heading.
    Head,
    Contact,
    Education,
    Work,
    Publications,
    Skills,
    /// What we know by name and take nothing from.
    Other,
}

/// An offer of what stands in `lines`, one after the other.
fn offer(offered: Offered, lines: &[Line]) -> Option<Offer> {
    let words: Vec<_> = lines.iter().map(|it| it.words).collect();
    Some(Offer { offered, line: lines.first()?.number, words: words.join("\n") })
}

#[cfg(test)]
mod tests;
