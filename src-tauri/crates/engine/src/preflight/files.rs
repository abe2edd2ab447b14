//! The posting's rules about files: which, in which language and format, how large.

use documents::{Cv, CvKind};
use postings::{Files, Format, Item, Language, Material, Posting};

use crate::{
    Error,
    desk::DocumentRole,
    preflight::{Concern, Finding, Fix, materials::check_materials, role_for},
};

/// A CV as the candidate gave it, and what it is.
#[derive(Debug)]
pub(crate) struct CvRead {
    pub(crate) name: String,
    pub(crate) read: Result<Cv, Error>,
}

/// Something that goes along and is neither form nor CV.
#[derive(Debug)]
pub(crate) struct Paper {
    pub(crate) name: String,
    pub(crate) role: DocumentRole,
    /// How many pages it has, where they can be counted.
    pub(crate) pages: Option<u32>,
}

/// What goes along.
#[derive(Debug, Default)]
pub(crate) struct Enclosed {
    /// The CVs.
    pub(crate) cvs: Vec<CvRead>,
    /// What is neither form nor CV.
    pub(crate) others: Vec<Paper>,
    /// What all of it weighs, the form with it.
    pub(crate) bytes: usize,
}

/// Looks at what goes along.
pub(crate) fn check_files(posting: &Posting, enclosed: &Enclosed) -> Vec<Finding> {
    let Enclosed { cvs, others, bytes } = enclosed;
    let mut findings = Vec::new();
    findings.extend(cvs.iter().flat_map(|cv| check_cv(cv, posting)));
    let names = cvs.iter().map(|it| &it.name).chain(others.iter().map(|it| &it.name));
    findings.extend(names.filter_map(|name| check_name(name)));
    let asked = posting.materials.iter().filter(|it| it.item == Item::Cv);
    findings.extend(asked.filter_map(|material| check_language(material, cvs)));
    findings.extend(check_size(posting.files.as_ref(), *bytes));
    findings.extend(check_rules(posting.files.as_ref()));
    findings
        .extend(others.iter().filter_map(|it| check_pages(posting, &it.name, it.role, it.pages)));
    findings.extend(check_materials(posting, cvs.len(), others));
    findings
}

/// Looks at one CV by itself.
pub(crate) fn check_cv(cv: &CvRead, posting: &Posting) -> Vec<Finding> {
    let asked: Vec<_> = posting.materials.iter().filter(|it| it.item == Item::Cv).collect();
    let name = &cv.name;
    let cv = match &cv.read {
        Ok(cv) => cv,
        // The message says what to do itself.
        Err(error) => {
            let finding = Concern::CvUnreadable.found(error.to_string(), error.hint());
            return vec![finding.about([name]).fix(Fix::Documents)];
        }
    };
    let mut findings = Vec::new();
    let formats: Vec<_> = asked.iter().flat_map(|it| &it.formats).copied().collect();
    if !formats.is_empty() && !formats.contains(&format_of(cv.kind)) {
        let what =
            format!("the CV `{name}` is {}, and the posting takes {}", cv.kind, listed(&asked));
        let finding = Concern::FormatNotAllowed.found(what, "export it in one of these formats");
        let about = [name.clone(), cv.kind.to_string(), listed(&asked)];
        findings.push(finding.about(about).fix(Fix::Documents));
    }
    for finding in &cv.findings {
        let (concern, hint) = match finding {
            documents::Finding::Scan { .. } | documents::Finding::NoText => {
                (Concern::CvUnreadable, "give a CV whose words can be marked and copied")
            }
            _ => (Concern::CvDoubtful, "look at it before you send it"),
        };
        let found = concern.found(format!("the CV `{name}`: {finding}"), hint);
        findings.push(found.about([name.as_str(), said(finding)]).fix(Fix::Documents));
    }
    findings.extend(check_pages(posting, name, DocumentRole::Cv, cv.pages));
    findings
}

/// Looks at the length of one file. What cannot be counted is said: the candidate can.
pub(crate) fn check_pages(
    posting: &Posting,
    name: &str,
    role: DocumentRole,
    pages: Option<u32>,
) -> Option<Finding> {
    let limit = most_pages(posting, role)?;
    let finding = match pages {
        Some(pages) if pages <= limit => return None,
        Some(pages) => {
            let what = format!("`{name}` has {pages} pages, and the posting takes {limit}");
            let about = [name.to_owned(), pages.to_string(), limit.to_string()];
            Concern::TooManyPages.found(what, "shorten it").about(about)
        }
        None => {
            let what = format!("the posting takes at most {limit} pages of `{name}`");
            let hint = "its pages cannot be counted here: look yourself";
            let about = [name.to_owned(), limit.to_string(), PAGES.to_owned()];
            Concern::FilesRule.found(what, hint).about(about)
        }
    };
    Some(finding.fix(Fix::Documents))
}

/// How long something of this kind may be, as the posting says.
pub(crate) fn most_pages(posting: &Posting, role: DocumentRole) -> Option<u32> {
    let of_kind = |it: &&Material| it.item != Item::Form && role_for(it.item) == role;
    posting.materials.iter().filter(of_kind).filter_map(|it| it.max_pages).max()
}

/// `cv\u{202e}fdp.exe` reads `cvexe.pdf`: such a name is not passed on.
pub(crate) fn check_name(name: &str) -> Option<Finding> {
    let odd = bundle::invisible(name)?;
    let plain = bundle::FileName::new(name);
    let what =
        format!("the name of `{plain}` holds the invisible character U+{:04X}", u32::from(odd));
    let hint = "look where the file came from; it goes along under a plain name";
    let about = [plain.to_string(), format!("U+{:04X}", u32::from(odd))];
    Some(Concern::OddName.found(what, hint).about(about).fix(Fix::Documents))
}

/// A required CV in a language that none of them is in.
fn check_language(material: &Material, cvs: &[CvRead]) -> Option<Finding> {
    if !material.required {
        return None;
    }
    if cvs.is_empty() {
        let what = format!("there is no CV{}", in_languages(material));
        let concern = match material.languages.first() {
            Some(Language::En) => Concern::NoEnglishCv,
            Some(Language::Zh) => Concern::NoChineseCv,
            None => Concern::NoCv,
        };
        let finding = concern.found(what, "add it with `--cv FILE`");
        return Some(finding.fix(Fix::AddDocument { role: DocumentRole::Cv }));
    }
    let readable = || cvs.iter().filter_map(|it| it.read.as_ref().ok());
    let missing = material.languages.iter().find(|language| {
        !readable().any(|cv| match language {
            Language::En => cv.languages.has_english(),
            Language::Zh => cv.languages.has_chinese(),
        })
    })?;
    let names: Vec<_> = cvs.iter().map(|it| format!("`{}`", it.name)).collect();
    let (concern, language) = match missing {
        Language::En => (Concern::NoEnglishCv, "English"),
        Language::Zh => (Concern::NoChineseCv, "Chinese"),
    };
    let what = format!("no CV in {language} among {}", names.join(", "));
    let hint = format!(
        "the posting asks for one: add it with `--cv FILE`; it must hold {language} text, not a picture of it"
    );
    let about = cvs.iter().map(|it| &it.name);
    Some(concern.found(what, hint).about(about).fix(Fix::AddDocument { role: DocumentRole::Cv }))
}

/// The most that may go along: what the posting says, and never more than mailboxes take.
pub(crate) fn limit(files: Option<&Files>) -> usize {
    files
        .and_then(|it| it.max_total_mb)
        .map_or(bundle::MAX_ATTACHED, |mb| bundle::MAX_ATTACHED.min(mb as usize * 1_000_000))
}

/// Megabytes with one digit behind the point, never less than it is.
pub(crate) fn mb(bytes: usize) -> String {
    let tenths = bytes.div_ceil(100_000);
    format!("{}.{}", tenths / 10, tenths % 10)
}

fn check_size(files: Option<&Files>, total: usize) -> Option<Finding> {
    let limit = limit(files);
    (total > limit).then(|| {
        let what = format!("form and CVs weigh {} MB, and {} MB is the most", mb(total), mb(limit));
        let finding = Concern::TooLarge.found(what, "save the CV with smaller pictures");
        finding.about([mb(total), mb(limit)]).fix(Fix::Documents)
    })
}

/// What the finding about a length that nobody can count here is about.
const PAGES: &str = "pages";

/// What the finding about a single PDF is about.
pub(crate) const SINGLE_PDF: &str = "singlePdf";

/// Rules that nobody but the candidate can follow.
fn check_rules(files: Option<&Files>) -> Vec<Finding> {
    let Some(files) = files else { return Vec::new() };
    let mut findings = Vec::new();
    if files.single_pdf {
        let what = "the posting wants everything in one PDF";
        let hint = "the bundle makes it where LibreOffice is here; else print form and CV to PDF, \
                    join them, and attach that one file instead";
        findings.push(Concern::FilesRule.found(what, hint).about([SINGLE_PDF]));
    }
    if files.zip {
        let what = "the posting wants everything in one zip";
        let hint = "attach the zip instead of the single files";
        findings.push(Concern::FilesRule.found(what, hint).about(["zip"]));
    }
    findings
}

/// What a reader of CVs found, as a code.
fn said(finding: &documents::Finding) -> &'static str {
    match finding {
        documents::Finding::Scan { .. } => "scan",
        documents::Finding::NoText => "noText",
        documents::Finding::Unreadable { .. } => "unreadable",
        documents::Finding::OldEncoding { .. } => "oldEncoding",
        documents::Finding::Damaged => "damaged",
        documents::Finding::FontsNotEmbedded { .. } => "fontsNotEmbedded",
        _ => "other",
    }
}

fn format_of(kind: CvKind) -> Format {
    match kind {
        CvKind::Pdf => Format::Pdf,
        CvKind::Word => Format::Word,
        CvKind::Text => Format::Text,
        CvKind::Html => Format::Html,
    }
}

fn listed(asked: &[&Material]) -> String {
    let mut names: Vec<&str> = Vec::new();
    for format in asked.iter().flat_map(|it| &it.formats) {
        let name = match format {
            Format::Pdf => "PDF",
            Format::Word => "Word",
            Format::Text => "text",
            Format::Html => "HTML",
        };
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.join(", ")
}

fn in_languages(material: &Material) -> &'static str {
    match material.languages.as_slice() {
        [] => "",
        [Language::En] => " in English",
        [Language::Zh] => " in Chinese",
        _ => " in English and Chinese",
    }
}
