//! `cv read`: what a CV is, and what it offers.

use std::{
    io::{self, Write as _},
    path::Path,
};

use engine::{CvFinding, CvLanguages, CvOffers, Document, Offer, Offered};
use serde::Serialize;

use super::Context;
use crate::{args::Cv, failure::Failure, json, print::shown};

/// `cv read --json`.
#[derive(Serialize)]
struct Read<'a> {
    name: &'a str,
    kind: engine::CvKind,
    bytes: u64,
    pages: Option<u32>,
    languages: &'a CvLanguages,
    title: Option<&'a str>,
    author: Option<&'a str>,
    findings: Vec<Found<'a>>,
    offers: Vec<Offers<'a>>,
}

#[derive(Serialize)]
struct Found<'a> {
    #[serde(flatten)]
    finding: &'a CvFinding,
    message: String,
}

#[derive(Serialize)]
struct Offers<'a> {
    #[serde(flatten)]
    offer: &'a Offer,
    summary: String,
}

pub(crate) fn run(context: &Context, args: &Cv) -> Result<(), Failure> {
    match args {
        Cv::Read { file, print } => read(context, file, print.json),
    }
}

fn read(context: &Context, file: &Path, json: bool) -> Result<(), Failure> {
    let read = context.engine.offers(&Document::open(file)?)?;
    if json {
        json::print(&Read::from(&read))?;
    } else {
        tell(&read)?;
    }
    Ok(())
}

impl<'a> From<&'a CvOffers> for Read<'a> {
    fn from(CvOffers { cv, offers }: &'a CvOffers) -> Self {
        let found = |finding: &'a CvFinding| Found { finding, message: finding.to_string() };
        let offered = |offer: &'a Offer| Offers { offer, summary: offer.summary() };
        Self {
            name: &cv.name,
            kind: cv.kind,
            bytes: cv.bytes,
            pages: cv.pages,
            languages: &cv.languages,
            title: cv.title.as_deref(),
            author: cv.author.as_deref(),
            findings: cv.findings.iter().map(found).collect(),
            offers: offers.iter().map(offered).collect(),
        }
    }
}

fn tell(CvOffers { cv, offers }: &CvOffers) -> io::Result<()> {
    let mut out = io::stdout().lock();
    let pages = match cv.pages {
        Some(1) => ", 1 page".to_owned(),
        Some(pages) => format!(", {pages} pages"),
        None => String::new(),
    };
    let languages = match &cv.languages {
        CvLanguages::English => "in English",
        CvLanguages::Chinese => "in Chinese",
        CvLanguages::Both => "in English and Chinese",
        CvLanguages::Other(code) => &format!("in another language ({code})"),
        CvLanguages::Unknown => "in no language that can be told",
    };
    writeln!(out, "{}: {}{pages}, {languages}", shown(&cv.name), cv.kind)?;
    for finding in &cv.findings {
        writeln!(out, "note: {}", shown(&finding.to_string()))?;
    }
    if offers.is_empty() {
        return writeln!(out, "Nothing in it can surely be told for a profile.");
    }
    writeln!(out, "\nIt offers for a profile, by line:")?;
    for offer in offers {
        let (line, kind) = (offer.line, kind(&offer.offered));
        writeln!(out, "{line:>4}  {kind:<12}  {}", shown(&offer.summary()))?;
    }
    Ok(())
}

fn kind(offered: &Offered) -> &'static str {
    match offered {
        Offered::Name(_) => "name",
        Offered::Email(_) => "e-mail",
        Offered::Phone(_) => "phone",
        Offered::Url(_) => "web page",
        Offered::Orcid(_) => "ORCID",
        Offered::Link(_) => "link",
        Offered::Education(_) => "education",
        Offered::Work(_) => "work",
        Offered::Publication(_) => "publication",
        Offered::Skill(_) => "skill",
        _ => "other",
    }
}
