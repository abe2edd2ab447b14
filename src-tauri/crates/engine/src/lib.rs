//! What the app can do: one method per thing a candidate can ask for.
//!
//! The window and the command line both come through here. [`Engine`] reads
//! what the candidate points at, asks the crates that know, and writes only
//! where it was told to.
//!
//! **Invariants.** Nothing here, or under it, knows a window. Nothing is sent.
//! What happened is logged by its code and never by a value, a file's text or
//! its name.

mod application;
mod beside;
mod copy;
pub mod desk;
mod document;
mod enclose;
mod error;
mod form;
mod hands;
mod letter;
mod message;
mod naming;
mod offers;
mod papers;
mod photo;
mod preflight;
mod profiles;
mod record;
mod worker;
mod writing;

use std::path::{Path, PathBuf};

use documents::office::{self, Office};
use jiff::civil::Date;
use worker::Worker;

pub use application::{Application, Bundled};
pub use beside::beside;
pub use enclose::{Extras, LetterFrom, PdfCopies};

pub use bundle::{Filed, Role, is_invisible};
pub use copy::PdfCopy;
pub use document::Document;
pub use documents::writing::Writing;
pub use documents::{Cv, CvKind, Finding as CvFinding, Languages as CvLanguages};
pub use error::{Code, Error, Refusal};
pub use form::{
    Choices, Explanation, Filled, Inspection, OpenProfile, Picture, Proposed, Question,
};
pub use forms::{
    Column, Confidence, Entry, Field, FieldId, Filler, Given, Kind, Language as FormLanguage,
    Place, Release, Report, Source, Why, layout,
};
pub use jiff;
pub use offers::CvOffers;
pub use papers::{CoverLetter, Drawn, chinese_font};
pub use postings::{
    Channel, Evidence, Folder, Format, Item, Language, Logic, Material, Posting, Reason, Verdict,
};
pub use preflight::{Concern, Finding, Preflight, Severity};
pub use profile::{
    Finding as ProfileFinding, Key, Severity as ProfileSeverity,
    offer::{Offer, Offered},
};
pub use profiles::Imported;
pub use worker::{WORKER, work};

/// What an application is gathered with: how a document is read, who joins and draws, and
/// LibreOffice where it is.
struct Tools<'a> {
    read: copy::Read<'a>,
    office: Option<Office>,
    worker: &'a Worker,
}

/// The app without its window.
#[derive(Debug, Clone)]
pub struct Engine {
    /// Who reads CVs, joins PDFs and draws papers.
    worker: Worker,
    /// LibreOffice is not used, be it there.
    shuns_office: bool,
}

impl Engine {
    /// An engine that does everything in this process.
    pub fn new() -> Self {
        Self { worker: Worker::here(papers::Lettering::default()), shuns_office: false }
    }

    /// An engine that reads CVs, joins PDFs and draws papers in processes of `program`, which
    /// calls [`work`] when its first argument is [`WORKER`].
    pub fn apart(program: PathBuf) -> Self {
        Self { worker: Worker::Apart(program), shuns_office: false }
    }

    /// Draws papers in this process, with the fonts in `folder` instead of those beside the
    /// program.
    #[must_use]
    pub fn with_fonts(self, folder: PathBuf) -> Self {
        Self { worker: Worker::here(papers::Lettering::at(folder)), ..self }
    }

    /// Works as on a computer without LibreOffice.
    #[must_use]
    pub fn without_office(self) -> Self {
        Self { shuns_office: true, ..self }
    }

    /// Finds out what a form asks.
    #[tracing::instrument(skip_all)]
    pub fn inspect(&self, form: &Document) -> Result<Inspection, Error> {
        logged(form::inspect(form))
    }

    /// Lays a form out and tells why each blank is taken for what, and, with a
    /// profile, what would stand there by default.
    #[tracing::instrument(skip_all)]
    pub fn explain(
        &self,
        form: &Document,
        profile: Option<&OpenProfile>,
        today: Date,
    ) -> Result<Explanation, Error> {
        logged(form::explain(form, profile, today))
    }

    /// Fills a form with what the candidate allows. `today` is the day on it.
    #[tracing::instrument(skip_all)]
    pub fn fill(
        &self,
        form: &Document,
        profile: &OpenProfile,
        choices: &Choices,
        today: Date,
    ) -> Result<Filled, Error> {
        logged(form::fill(form, profile, choices, today))
    }

    /// Looks an application over without writing anything.
    #[tracing::instrument(skip_all)]
    pub fn check(&self, application: &Application) -> Result<Preflight, Error> {
        logged(application::check(application, &self.tools(&|it| self.read_cv(it))))
    }

    /// Looks an application over and, if nothing stops it, writes folder, zip
    /// and draft into `out`.
    #[tracing::instrument(skip_all)]
    pub fn bundle(&self, application: &Application, out: &Path) -> Result<Bundled, Error> {
        logged(application::gather(application, out, &self.tools(&|it| self.read_cv(it))))
    }

    fn tools<'a>(&'a self, read: copy::Read<'a>) -> Tools<'a> {
        Tools { read, office: self.office(), worker: &self.worker }
    }

    /// The LibreOffice of this computer.
    fn office(&self) -> Option<Office> {
        if self.shuns_office { None } else { office::find() }
    }

    /// The postings that ship with the app.
    pub fn postings(&self) -> Result<Vec<Folder>, Error> {
        Ok(postings::library()?)
    }

    /// A posting: one of the library by its name, or a folder with a `posting.toml`.
    #[tracing::instrument(skip_all)]
    pub fn posting(&self, name_or_folder: &str) -> Result<Folder, Error> {
        let folder = Path::new(name_or_folder);
        logged(match postings::find(name_or_folder) {
            Err(_) if folder.is_dir() => postings::open(folder).map_err(Error::from),
            found => found.map_err(Error::from),
        })
    }

    /// Reads a CV: what it is, in which language, whether it has text.
    #[tracing::instrument(skip_all)]
    pub fn read_cv(&self, document: &Document) -> Result<Cv, Error> {
        logged(self.worker.read(document))
    }

    /// Reads a CV and says what in it could go into the profile, each with the lines
    /// that it comes from. Takes nothing over.
    ///
    /// # Errors
    /// As [`read_cv`](Self::read_cv): the file cannot be read, and why.
    #[tracing::instrument(skip_all)]
    pub fn offers(&self, document: &Document) -> Result<CvOffers, Error> {
        let read = CvOffers::from(self.read_cv(document)?);
        tracing::info!(offers = read.offers.len(), "a CV was read");
        Ok(read)
    }

    /// Opens a profile.
    #[tracing::instrument(skip_all)]
    pub fn open_profile(&self, path: &Path) -> Result<OpenProfile, Error> {
        logged(profiles::open(path))
    }

    /// What in a profile cannot be right, or may not be.
    pub fn check_profile(&self, profile: &OpenProfile, today: Date) -> Vec<ProfileFinding> {
        profiles::check(profile, today)
    }

    /// Begins a profile at `path`, where nothing may be yet.
    #[tracing::instrument(skip_all)]
    pub fn begin_profile(&self, path: &Path) -> Result<(), Error> {
        logged(vault::store::create_new(path, profiles::BLANK.as_bytes()).map_err(Error::from))
    }

    /// Adds to the profile at `path` what `source` says: a JSON Resume, a BibTeX
    /// file or another profile. Makes the profile if there is none.
    #[tracing::instrument(skip_all)]
    pub fn import_profile(&self, source: &Document, path: &Path) -> Result<Imported, Error> {
        logged(profiles::import(source, path))
    }

    /// Writes a profile as JSON Resume, in one language and without what is sensitive.
    pub fn export_profile(&self, profile: &OpenProfile, language: Language) -> String {
        profiles::export(profile, language)
    }

    /// The JSON Schema of profiles.
    pub fn profile_schema(&self) -> serde_json::Value {
        profile::schema()
    }

    /// Saves a filled form, but never in place of the blank one.
    pub fn save_form(
        &self,
        path: &Path,
        filled: &Filled,
        blank: &Document,
        existing: Existing,
    ) -> Result<(), Error> {
        let same = |it: &Path| it.canonicalize().ok();
        if path == blank.path || same(path).is_some_and(|it| Some(it) == same(&blank.path)) {
            return logged(Err(Error::OntoItself { path: path.to_owned() }));
        }
        save(path, &filled.bytes, existing)
    }
}

impl Default for Engine {
    fn default() -> Self {
        Self::new()
    }
}

/// Saves a file that the candidate asked for, whole or not at all.
#[tracing::instrument(skip_all)]
pub fn save(path: &Path, bytes: &[u8], existing: Existing) -> Result<(), Error> {
    logged(match existing {
        Existing::Keep => vault::store::create_new(path, bytes).map_err(Error::from),
        Existing::Replace => vault::store::replace(path, bytes).map_err(Error::from),
    })
}

/// Reads the dictionaries now, on this thread, so that the first form need not wait for them.
pub fn warm_up() {
    let _: &forms::Dictionary = forms::Dictionary::shipped();
}

/// What to do with a file that is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Existing {
    /// It stays, and the save is refused.
    Keep,
    /// The new one takes its place.
    Replace,
}

/// Logs a failure by its code: messages name files, and files are named after people.
fn logged<T>(result: Result<T, Error>) -> Result<T, Error> {
    if let Err(error) = &result {
        tracing::warn!(code = ?error.code(), "not done");
    }
    result
}
