//! Publications from a BibTeX or BibLaTeX file, as reference managers and
//! digital libraries write it.

use biblatex::{
    Bibliography, ChunksExt, Date, DateValue, Entry, EntryType, PermissiveType, Person,
};

use crate::{
    Error, PartialDate, Profile, PublicationStatus, PublicationType, Text, schema::Publication,
};

/// Reads the publications of a BibTeX file, in its order, as a profile to merge.
///
/// Where the candidate stands among the authors is found by name when it is
/// asked for, so nothing is said of it here.
pub fn bibtex(source: &str) -> Result<Profile, Error> {
    let bibliography = Bibliography::parse(source).map_err(|error| Error::Bibtex {
        line: 1 + source.get(..error.span.start).unwrap_or(source).matches('\n').count(),
        reason: error.kind.to_string(),
    })?;
    let publications = bibliography.iter().map(publication).collect();
    Ok(Profile { publications, ..Profile::default() })
}

fn publication(entry: &Entry) -> Publication {
    let venue = [
        "booktitle",
        "journal",
        "journaltitle",
        "school",
        "institution",
        "howpublished",
        "publisher",
    ];
    let venue = venue.into_iter().find_map(|name| field(entry, name));
    // arXiv is written in half a dozen ways.
    let arxiv = [&venue, &field(entry, "archiveprefix"), &field(entry, "eprinttype")]
        .into_iter()
        .flatten()
        .any(|words| words.to_lowercase().contains("arxiv"));
    let kind = if arxiv { PublicationType::Preprint } else { kind(&entry.entry_type) };
    let eprint =
        field(entry, "eprint").filter(|_| arxiv).map(|id| format!("https://arxiv.org/abs/{id}"));
    Publication {
        title: text(field(entry, "title")),
        authors: entry.author().unwrap_or_default().iter().filter_map(author).collect(),
        venue: text(venue.or_else(|| arxiv.then(|| "arXiv".to_owned()))),
        date: date(entry),
        status: status(entry, kind),
        kind: Some(kind),
        summary: text(field(entry, "abstract")),
        doi: field(entry, "doi").map(|doi| bare_doi(&doi)),
        url: field(entry, "url").or(eprint),
        pages: field(entry, "pages").map(|pages| pages.replace("--", "–")),
        volume: field(entry, "volume"),
        ..Publication::default()
    }
}

fn field(entry: &Entry, name: &str) -> Option<String> {
    let words = entry.get(name)?.format_verbatim();
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    (!words.is_empty()).then_some(words)
}

fn text(words: Option<String>) -> Text {
    words.map(Text::bare).unwrap_or_default()
}

/// A name as it is printed: given name first, but 李子涵 in one.
fn author(person: &Person) -> Option<String> {
    if person.name == "others" && person.given_name.is_empty() {
        return None;
    }
    if crate::text::has_han(&person.name) {
        return Some(format!("{}{}", person.name, person.given_name));
    }
    let parts = [&person.given_name, &person.prefix, &person.name, &person.suffix];
    let parts: Vec<&str> =
        parts.into_iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

fn date(entry: &Entry) -> Option<PartialDate> {
    let PermissiveType::Typed(Date { value, .. }) = entry.date().ok()? else {
        return None;
    };
    let (DateValue::At(date)
    | DateValue::After(date)
    | DateValue::Before(date)
    | DateValue::Between(date, _)) = value;
    let small = |part: Option<u8>| part.and_then(|part| i8::try_from(part + 1).ok());
    let date = PartialDate {
        year: i16::try_from(date.year).ok()?,
        month: small(date.month),
        day: small(date.day),
    };
    // Only what the calendar has, as everywhere in a profile.
    date.to_string().parse().ok()
}

fn kind(of: &EntryType) -> PublicationType {
    match of {
        EntryType::Article | EntryType::SuppPeriodical => PublicationType::Journal,
        EntryType::InProceedings => PublicationType::Conference,
        EntryType::Book | EntryType::MvBook | EntryType::Booklet | EntryType::Collection => {
            PublicationType::Book
        }
        EntryType::InBook | EntryType::InCollection | EntryType::BookInBook => {
            PublicationType::Chapter
        }
        EntryType::Thesis | EntryType::PhdThesis | EntryType::MastersThesis => {
            PublicationType::Thesis
        }
        EntryType::Report | EntryType::TechReport => PublicationType::Report,
        EntryType::Patent => PublicationType::Patent,
        EntryType::Software | EntryType::Dataset => PublicationType::Software,
        _ => PublicationType::Other,
    }
}

/// `pubstate` where there is one. An entry without says nothing.
fn status(entry: &Entry, kind: PublicationType) -> Option<PublicationStatus> {
    match field(entry, "pubstate").or_else(|| field(entry, "note"))?.to_lowercase() {
        state if state.contains("submitted") || state.contains("review") => {
            Some(PublicationStatus::UnderReview)
        }
        state
            if state.contains("to appear")
                || state.contains("forthcoming")
                || state.contains("accepted") =>
        {
            Some(PublicationStatus::Accepted)
        }
        state if state.contains("inpreparation") || state.contains("in preparation") => {
            Some(PublicationStatus::InPreparation)
        }
        _ if kind == PublicationType::Preprint => Some(PublicationStatus::Preprint),
        _ => None,
    }
}

fn bare_doi(doi: &str) -> String {
    let at = doi.find("10.").unwrap_or_default();
    doi[at..].to_owned()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::{RowList, Value};

    const FILE: &str = r"
@inproceedings{ballast,
  title     = {Ballast: Keeping Rollbacks Honest in {Confidential} Virtual Machines},
  author    = {Lin, Ruoxi and Shen, Tao and {van der Berg}, Jan},
  booktitle = {35th USENIX Security Symposium},
  year      = 2026, month = aug,
  doi       = {https://doi.org/10.5555/0000042.0000001},
  pages     = {1--18},
}
@article{clock, title = {Whose Clock Is It?}, author = {Wei Fang and Ruoxi Lin and others},
  journal = {arXiv preprint arXiv:2501.00042}, eprint = {2501.00042}, archivePrefix = {arXiv}, year = {2025}}
@article{zh, title = {可信状态的维护}, author = {林若溪 and 周, 明远}, journal = {虚构学报}, year = {2024}}
";

    #[test]
    fn a_paper_is_read_with_its_authors_in_order() {
        let papers = bibtex(FILE).unwrap().publications;
        let first = &papers[0];
        assert_eq!(
            first.title.en(),
            Some("Ballast: Keeping Rollbacks Honest in Confidential Virtual Machines")
        );
        assert_eq!(first.authors, ["Ruoxi Lin", "Tao Shen", "Jan van der Berg"]);
        assert_eq!(first.venue.en(), Some("35th USENIX Security Symposium"));
        assert_eq!(first.date.unwrap().to_string(), "2026-08");
        assert_eq!(first.doi.as_deref(), Some("10.5555/0000042.0000001"));
        assert_eq!(
            (first.kind, first.pages.as_deref()),
            (Some(PublicationType::Conference), Some("1–18"))
        );
    }

    #[test]
    fn a_preprint_is_no_journal_paper() {
        let papers = bibtex(FILE).unwrap().publications;
        assert_eq!(papers[1].kind, Some(PublicationType::Preprint));
        assert_eq!(papers[1].url.as_deref(), Some("https://arxiv.org/abs/2501.00042"));
        assert_eq!(papers[1].authors, ["Wei Fang", "Ruoxi Lin"]);
    }

    #[test]
    fn the_candidate_is_found_among_the_authors() {
        let mut profile = Profile::parse(r#"{"basics": {"name": {"zh": "林若溪"}}}"#).unwrap();
        profile.merge(bibtex(FILE).unwrap());
        let rows = profile.rows(RowList::Publications, date(2026, 11, 20));
        let places: Vec<_> = rows.iter().map(|row| row.fact("position").unwrap().value).collect();
        assert_eq!(places, ["1", "2", "1"].map(|place| Value::Number(place.to_owned())));
    }

    #[test]
    fn a_broken_file_is_refused_with_its_line() {
        let error = bibtex("@article{a,\n title = {One}\n}\n@article{b, title = {").unwrap_err();
        assert!(matches!(error, Error::Bibtex { line: 4, .. }), "{error}");
    }

    proptest::proptest! {
        #[test]
        fn reading_any_text_never_panics(text in r#"(@[a-z]{0,9}|[{}=,"\\\\]| and |year|author|[a-z0-9]|\n|李){0,60}"#) {
            let _ = bibtex(&text);
        }
    }
}
