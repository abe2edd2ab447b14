//! What the files of a bundle are called.
//!
//! A candidate's own name for a CV is kept as long as every mail program takes
//! it: plain ASCII. Otherwise the file is called by what it is.

use std::{ffi::OsStr, path::Path};

use bundle::{Attachment, FileName, Media, Role};
use documents::{Cv, CvKind, Languages};
use ooxml::Kind;
use postings::Language;

use crate::{desk::DocumentRole, letter::Slots};

/// What one file of everything is called.
const WHOLE: &str = "Application";

/// What the filled form goes along as: its own name and the candidate's.
pub(crate) fn form(original: &str, kind: Kind, slots: &Slots<'_>) -> (FileName, Media) {
    let (ending, media) = match kind {
        Kind::WordTemplate => ("dotx", Media::WordTemplate),
        Kind::Workbook => ("xlsx", Media::Excel),
        Kind::WorkbookTemplate => ("xltx", Media::ExcelTemplate),
        _ => ("docx", Media::Word),
    };
    let stem = plain(original).unwrap_or("application-form");
    let name = match by_pattern(slots, "application-form") {
        Some(name) => name,
        None => {
            format!("{}{}", stem, candidate(slots).map_or_else(String::new, |it| format!("-{it}")))
        }
    };
    (FileName::new(&format!("{name}.{ending}")), media)
}

/// What a document goes along as. `cv` is what reading it told, where it could be read.
pub(crate) fn document(
    original: &str,
    role: DocumentRole,
    cv: Option<&Cv>,
    slots: &Slots<'_>,
) -> (FileName, Media) {
    let own_ending = Path::new(original).extension().and_then(OsStr::to_str);
    let (ending, media) = match cv.map(|it| it.kind) {
        Some(CvKind::Pdf) => ("pdf", Media::Pdf),
        Some(CvKind::Word) => ("docx", Media::Word),
        Some(CvKind::Text) => ("txt", Media::Text),
        Some(CvKind::Html) => ("html", Media::Html),
        None => (own_ending.unwrap_or_default(), Media::Other),
    };
    let what = match (role, cv.map(|it| &it.languages)) {
        (DocumentRole::Cv, Some(Languages::English)) => "CV-English",
        (DocumentRole::Cv, Some(Languages::Chinese)) => "CV-Chinese",
        (DocumentRole::Cv, _) => "CV",
        (DocumentRole::Letter, _) => "Letter",
        (DocumentRole::Transcript, _) => "Transcript",
        (DocumentRole::Statement, _) => "Statement",
        (DocumentRole::References, _) => "Letter-of-reference",
        (DocumentRole::Publications, _) => "Publication",
        (DocumentRole::Certificates, _) => "Certificate",
        (DocumentRole::Photo, _) => "Photo",
        (DocumentRole::Other, _) => "Attachment",
    };
    let name =
        by_pattern(slots, what).or_else(|| plain(original).map(str::to_owned)).unwrap_or_else(
            || candidate(slots).map_or_else(|| what.to_owned(), |it| format!("{what}-{it}")),
        );
    let name = if ending.is_empty() { name } else { format!("{name}.{ending}") };
    (FileName::new(&name), media)
}

/// What a document is there for, as a bundle tells it.
pub(crate) const fn role(of: DocumentRole) -> Role {
    match of {
        DocumentRole::Cv => Role::Cv,
        DocumentRole::Letter => Role::Letter,
        DocumentRole::Transcript => Role::Transcript,
        DocumentRole::Statement
        | DocumentRole::References
        | DocumentRole::Publications
        | DocumentRole::Certificates
        | DocumentRole::Photo
        | DocumentRole::Other => Role::Other,
    }
}

/// What a paper of ours goes along as: `Cover-letter-Zihan-Li.pdf`.
pub(crate) fn paper(what: &str, media: Media, slots: &Slots<'_>) -> FileName {
    let ending = if media == Media::Pdf { "pdf" } else { "docx" };
    let name = by_pattern(slots, what).unwrap_or_else(|| {
        candidate(slots).map_or_else(|| what.to_owned(), |it| format!("{what}-{it}"))
    });
    FileName::new(&format!("{name}.{ending}"))
}

/// Folder and zip: what for, who, when.
pub(crate) fn bundle(slots: &Slots<'_>) -> FileName {
    let english = Slots { language: Language::En, ..*slots };
    let who =
        english.slot("name").or_else(|| Slots { language: Language::Zh, ..*slots }.slot("name"));
    let parts = [Some(slots.folder.posting.title.clone()), who, Some(slots.today.to_string())];
    FileName::new(&parts.into_iter().flatten().collect::<Vec<_>>().join(" - "))
}

/// What one file of everything goes along as.
pub(crate) fn whole(media: Media, slots: &Slots<'_>) -> FileName {
    let mut whole = [Attachment {
        name: paper(WHOLE, media, slots),
        role: Role::Other,
        media,
        original: None,
        bytes: Vec::new(),
    }];
    alone(&mut whole, slots);
    let [Attachment { name, .. }] = whole;
    name
}

/// One file alone is called as the posting says and no longer: only several have to be told
/// apart.
pub(crate) fn alone(files: &mut [Attachment], slots: &Slots<'_>) {
    let [only] = files else { return };
    let Some((name, false)) = filled(slots, "") else { return };
    let ending = Path::new(only.name.as_str()).extension().and_then(OsStr::to_str);
    only.name = FileName::new(&ending.map_or(name.clone(), |it| format!("{name}.{it}")));
}

/// What a file is called by the posting's rule; what it is stands behind it, where the rule
/// does not say it itself.
fn by_pattern(slots: &Slots<'_>, file: &str) -> Option<String> {
    let (name, says_file) = filled(slots, file)?;
    Some(if says_file { name } else { format!("{name}-{file}") })
}

/// The posting's rule for names, filled, and whether its `{file}` says which file it is.
fn filled(slots: &Slots<'_>, file: &str) -> Option<(String, bool)> {
    let pattern = slots.folder.posting.files.as_ref()?.name_pattern.as_ref()?;
    let (name, missing) = postings::fill(pattern, |slot| match slot {
        "file" => Some(file.to_owned()),
        _ => slots.slot(slot),
    });
    missing.is_empty().then(|| (name, pattern.contains("{file}")))
}

/// The file's own name without its ending, if it is plain ASCII.
fn plain(name: &str) -> Option<&str> {
    let stem = Path::new(name).file_stem()?.to_str()?;
    (stem.is_ascii() && FileName::new(stem).as_str() == stem).then_some(stem)
}

/// The candidate's name in Latin letters: `Zihan-Li`.
fn candidate(slots: &Slots<'_>) -> Option<String> {
    let name = Slots { language: Language::En, ..*slots }.slot("name")?;
    name.is_ascii().then(|| name.split_whitespace().collect::<Vec<_>>().join("-"))
}

#[cfg(test)]
mod tests {
    use postings::{Files, Folder};
    use profile::Profile;

    use super::*;

    fn names(pattern: &str, count: usize) -> Vec<String> {
        let mut folder = Folder::plain("lab", "Intern");
        let rule = Some(pattern.to_owned());
        folder.posting.files = Some(Files { name_pattern: rule, ..Files::default() });
        let facts = r#"{"basics": {"name": {"given": "Mei", "family": "Ling"}}}"#;
        let profile = Profile::parse(facts).unwrap();
        let today = jiff::civil::date(2026, 3, 1);
        let slots = Slots { folder: &folder, profile: &profile, language: Language::En, today };
        let (form, media) = form("form.docx", Kind::Word, &slots);
        let cv = document("cv.pdf", DocumentRole::Cv, None, &slots).0;
        let letter = paper("Cover-letter", Media::Pdf, &slots);
        let file =
            |name| Attachment { name, role: Role::Other, media, original: None, bytes: Vec::new() };
        let mut files: Vec<_> = [form, cv, letter].into_iter().map(file).take(count).collect();
        alone(&mut files, &slots);
        bundle::settle_names(&mut files);
        files.iter().map(|it| it.name.to_string()).collect()
    }

    #[test]
    fn a_rule_that_does_not_say_which_file_it_is_tells_several_apart() {
        let several = [
            "Mei Ling-X-application-form.docx",
            "Mei Ling-X-CV.pdf",
            "Mei Ling-X-Cover-letter.pdf",
        ];
        assert_eq!(names("{name}-X", 3), several);
        assert_eq!(names("{name}-X", 1), ["Mei Ling-X.docx"]);
        let said = ["application-form of Mei Ling.docx", "CV of Mei Ling.pdf"];
        assert_eq!(names("{file} of {name}", 2), said);
        assert_eq!(names("{file} of {name}", 1), said[..1]);
    }
}
