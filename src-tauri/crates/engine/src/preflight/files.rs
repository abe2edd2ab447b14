//! The posting's rules about files: which, in which language and format, how large.

use documents::{Cv, CvKind};
use postings::{Files, Format, Item, Language, Material, Posting};

use crate::{
    Document, Error,
    preflight::{Concern, Finding},
};

/// A CV as the candidate gave it, and what it is.
#[derive(Debug)]
pub(crate) struct CvRead {
    pub(crate) document: Document,
    pub(crate) read: Result<Cv, Error>,
}

/// Looks at what goes along: `form_bytes` is the filled form's size.
pub(crate) fn check_files(posting: &Posting, cvs: &[CvRead], form_bytes: usize) -> Vec<Finding> {
    let mut findings = Vec::new();
    let asked: Vec<_> = posting.materials.iter().filter(|it| it.item == Item::Cv).collect();
    findings.extend(cvs.iter().flat_map(|cv| check_cv(cv, &asked)));
    findings.extend(cvs.iter().filter_map(check_name));
    findings.extend(asked.iter().filter_map(|material| check_language(material, cvs)));
    let total = form_bytes + cvs.iter().map(|it| it.document.bytes.len()).sum::<usize>();
    findings.extend(check_size(posting.files.as_ref(), total));
    findings.extend(check_rules(posting.files.as_ref()));
    findings.extend(check_materials(posting));
    findings
}

fn check_cv(cv: &CvRead, asked: &[&Material]) -> Vec<Finding> {
    let name = cv.document.name();
    let cv = match &cv.read {
        Ok(cv) => cv,
        // The message says what to do itself.
        Err(error) => return vec![Concern::CvUnreadable.found(error.to_string(), error.hint())],
    };
    let mut findings = Vec::new();
    let formats: Vec<_> = asked.iter().flat_map(|it| &it.formats).copied().collect();
    if !formats.is_empty() && !formats.contains(&format_of(cv.kind)) {
        let what =
            format!("the CV `{name}` is {}, and the posting takes {}", cv.kind, listed(asked));
        findings.push(Concern::FormatNotAllowed.found(what, "export it in one of these formats"));
    }
    for finding in &cv.findings {
        let (concern, hint) = match finding {
            documents::Finding::Scan { .. } | documents::Finding::NoText => {
                (Concern::CvUnreadable, "give a CV whose words can be marked and copied")
            }
            _ => (Concern::CvDoubtful, "look at it before you send it"),
        };
        findings.push(concern.found(format!("the CV `{name}`: {finding}"), hint));
    }
    let limit = asked.iter().filter_map(|it| it.max_pages).max();
    if let Some((pages, limit)) = cv.pages.zip(limit).filter(|(pages, limit)| pages > limit) {
        let what = format!("the CV `{name}` has {pages} pages, and the posting takes {limit}");
        findings.push(Concern::TooManyPages.found(what, "shorten it"));
    }
    findings
}

/// `cv\u{202e}fdp.exe` reads `cvexe.pdf`: such a name is not passed on.
fn check_name(cv: &CvRead) -> Option<Finding> {
    let name = cv.document.name();
    let odd = bundle::invisible(&name)?;
    let plain = bundle::FileName::new(&name);
    let what =
        format!("the name of `{plain}` holds the invisible character U+{:04X}", u32::from(odd));
    Some(
        Concern::OddName
            .found(what, "look where the file came from; it goes along under a plain name"),
    )
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
        return Some(concern.found(what, "add it with `--cv FILE`"));
    }
    let readable = || cvs.iter().filter_map(|it| it.read.as_ref().ok());
    let missing = material.languages.iter().find(|language| {
        !readable().any(|cv| match language {
            Language::En => cv.languages.has_english(),
            Language::Zh => cv.languages.has_chinese(),
        })
    })?;
    let names: Vec<_> = cvs.iter().map(|it| format!("`{}`", it.document.name())).collect();
    let (concern, language) = match missing {
        Language::En => (Concern::NoEnglishCv, "English"),
        Language::Zh => (Concern::NoChineseCv, "Chinese"),
    };
    let what = format!("no CV in {language} among {}", names.join(", "));
    let hint = format!(
        "the posting asks for one: add it with `--cv FILE`; it must hold {language} text, not a picture of it"
    );
    Some(concern.found(what, hint))
}

fn check_size(files: Option<&Files>, total: usize) -> Option<Finding> {
    let limit = files
        .and_then(|it| it.max_total_mb)
        .map_or(bundle::MAX_ATTACHED, |mb| bundle::MAX_ATTACHED.min(mb as usize * 1_000_000));
    (total > limit).then(|| {
        let tenths = |bytes: usize| bytes.div_ceil(100_000);
        let mb = |bytes: usize| format!("{}.{}", tenths(bytes) / 10, tenths(bytes) % 10);
        let what = format!("form and CVs weigh {} MB, and {} MB is the most", mb(total), mb(limit));
        Concern::TooLarge.found(what, "save the CV with smaller pictures")
    })
}

/// Rules that nobody but the candidate can follow.
fn check_rules(files: Option<&Files>) -> Vec<Finding> {
    let Some(files) = files else { return Vec::new() };
    let mut findings = Vec::new();
    if files.single_pdf {
        let what = "the posting wants everything in one PDF";
        let hint = "print form and CV to PDF, join them, and attach that one file instead";
        findings.push(Concern::FilesRule.found(what, hint));
    }
    if files.zip {
        let what = "the posting wants everything in one zip";
        findings.push(Concern::FilesRule.found(what, "attach the zip instead of the single files"));
    }
    findings
}

fn check_materials(posting: &Posting) -> Vec<Finding> {
    let others = posting
        .materials
        .iter()
        .filter(|it| it.required && !matches!(it.item, Item::Form | Item::Cv));
    others
        .map(|material| {
            let name = match material.item {
                Item::Form | Item::Cv | Item::Other => "something else; read it again",
                Item::Letter => "a cover letter",
                Item::Transcript => "a transcript",
                Item::Statement => "a statement",
                Item::References => "letters of reference",
                Item::Publications => "publications",
                Item::Certificates => "certificates",
                Item::Photo => "a photo",
            };
            let what = format!("the posting also asks for {name}");
            Concern::MaterialMissing.found(what, "attach it to the draft by hand")
        })
        .collect()
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
