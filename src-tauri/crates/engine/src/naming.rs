//! What the files of a bundle are called.
//!
//! A candidate's own name for a CV is kept as long as every mail program takes
//! it: plain ASCII. Otherwise the file is called by what it is.

use bundle::{Attachment, FileName, Media, Role};
use documents::{Cv, CvKind, Languages};
use ooxml::Kind;
use postings::Language;

use crate::{Document, letter::Slots};

/// The filled form as it goes along: its own name and the candidate's.
pub(crate) fn form(blank: &Document, bytes: Vec<u8>, kind: Kind, slots: &Slots<'_>) -> Attachment {
    let (ending, media) = match kind {
        Kind::WordTemplate => ("dotx", Media::WordTemplate),
        Kind::Workbook => ("xlsx", Media::Excel),
        Kind::WorkbookTemplate => ("xltx", Media::ExcelTemplate),
        _ => ("docx", Media::Word),
    };
    let stem = plain(blank).map_or("application-form", |stem| stem);
    let name = match by_pattern(slots, "application-form") {
        Some(name) => name,
        None => {
            format!("{}{}", stem, candidate(slots).map_or_else(String::new, |it| format!("-{it}")))
        }
    };
    let name = FileName::new(&format!("{name}.{ending}"));
    Attachment { name, role: Role::Form, media, original: Some(blank.name()), bytes }
}

/// A CV as it goes along.
pub(crate) fn cv(document: &Document, cv: &Cv, slots: &Slots<'_>) -> Attachment {
    let (ending, media) = match cv.kind {
        CvKind::Pdf => ("pdf", Media::Pdf),
        CvKind::Word => ("docx", Media::Word),
        CvKind::Text => ("txt", Media::Text),
        CvKind::Html => ("html", Media::Html),
    };
    let role = match cv.languages {
        Languages::English => "CV-English",
        Languages::Chinese => "CV-Chinese",
        _ => "CV",
    };
    let name =
        by_pattern(slots, role).or_else(|| plain(document).map(str::to_owned)).unwrap_or_else(
            || candidate(slots).map_or_else(|| role.to_owned(), |it| format!("{role}-{it}")),
        );
    let name = FileName::new(&format!("{name}.{ending}"));
    let (original, bytes) = (Some(document.name()), document.bytes.clone());
    Attachment { name, role: Role::Cv, media, original, bytes }
}

/// Folder and zip: what for, who, when.
pub(crate) fn bundle(slots: &Slots<'_>) -> FileName {
    let english = Slots { language: Language::En, ..*slots };
    let who =
        english.slot("name").or_else(|| Slots { language: Language::Zh, ..*slots }.slot("name"));
    let parts = [Some(slots.folder.posting.title.clone()), who, Some(slots.today.to_string())];
    FileName::new(&parts.into_iter().flatten().collect::<Vec<_>>().join(" - "))
}

/// The posting's rule for names, filled; `{file}` says which file it is.
fn by_pattern(slots: &Slots<'_>, file: &str) -> Option<String> {
    let pattern = slots.folder.posting.files.as_ref()?.name_pattern.as_ref()?;
    let (name, missing) = postings::fill(pattern, |slot| match slot {
        "file" => Some(file.to_owned()),
        _ => slots.slot(slot),
    });
    missing.is_empty().then_some(name)
}

/// The file's own name without its ending, if it is plain ASCII.
fn plain(document: &Document) -> Option<&str> {
    let stem = document.path.file_stem()?.to_str()?;
    (stem.is_ascii() && FileName::new(stem).as_str() == stem).then_some(stem)
}

/// The candidate's name in Latin letters: `Zihan-Li`.
fn candidate(slots: &Slots<'_>) -> Option<String> {
    let name = Slots { language: Language::En, ..*slots }.slot("name")?;
    name.is_ascii().then(|| name.split_whitespace().collect::<Vec<_>>().join("-"))
}
