//! `manifest.json`: what lies in a bundle, and where each answer came from.
//!
//! It lets a candidate see, a year later, exactly what went out. It names
//! facts and never repeats them: the values stand in the form.

use jiff::civil::DateTime;
use serde::Serialize;

use crate::{Address, Role};

/// The shape of the file. It grows by new fields; a change of meaning counts up.
const SCHEMA_VERSION: u32 = 1;

/// What is known of an application when it is gathered.
#[derive(Debug, Clone, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Record {
    /// What is applied for.
    pub posting: About,
    /// Every answer in the form, and where it came from.
    pub answers: Vec<Answered>,
    /// Every question that stayed blank, and why.
    pub blank: Vec<Unanswered>,
    /// What the preflight warned of, and the candidate went on with.
    pub warnings: Vec<String>,
}

/// What is applied for.
#[derive(Debug, Clone, Default, Serialize)]
pub struct About {
    /// The posting's name in the library, or its folder's.
    pub id: String,
    /// The vacancy.
    pub title: String,
    /// Who offers it.
    pub organisation: String,
}

/// One question of the form that was answered.
#[derive(Debug, Clone, Serialize)]
pub struct Answered {
    /// The field's name within the form.
    pub field: String,
    /// The question as printed.
    pub label: String,
    /// The facts it was answered from, `contact.email`; none for an answer typed by hand.
    pub keys: Vec<String>,
    /// Where those stand in the profile, `/education/0/institution`; `answers` for one typed by hand.
    pub sources: Vec<String>,
    /// Why it was put there.
    pub reason: String,
}

/// One question of the form that stayed blank.
#[derive(Debug, Clone, Serialize)]
pub struct Unanswered {
    /// The field's name within the form.
    pub field: String,
    /// The question as printed.
    pub label: String,
    /// Why it stayed blank.
    pub reason: String,
}

/// One file of the bundle.
#[derive(Debug, Clone, Serialize)]
pub struct Filed {
    /// Its name in the folder and in the zip.
    pub name: String,
    /// What it is there for.
    pub role: Role,
    /// It stays in the folder and is attached to nothing.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub stays: bool,
    /// What it was called before, if the candidate brought it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub original: Option<String>,
    /// Its size.
    pub bytes: usize,
    /// The SHA-256 digest of its content, in hexadecimal.
    pub sha256: String,
}

/// The whole of `manifest.json`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Manifest<'a> {
    schema_version: u32,
    made: DateTime,
    made_by: &'static str,
    to: &'a [Address],
    cc: &'a [Address],
    subject: Option<&'a str>,
    files: &'a [Filed],
    #[serde(flatten)]
    record: &'a Record,
}

/// Writes the manifest, readable by a person.
pub(crate) fn write(
    made: DateTime,
    letter: Option<&crate::Letter>,
    files: &[Filed],
    record: &Record,
) -> Result<Vec<u8>, serde_json::Error> {
    let manifest = Manifest {
        schema_version: SCHEMA_VERSION,
        made,
        made_by: concat!("candidacy ", env!("CARGO_PKG_VERSION")),
        to: letter.map_or(&[], |it| &it.to),
        cc: letter.map_or(&[], |it| &it.cc),
        subject: letter.map(|it| it.subject.as_str()),
        files,
        record,
    };
    let mut bytes = serde_json::to_vec_pretty(&manifest)?;
    bytes.push(b'\n');
    Ok(bytes)
}
