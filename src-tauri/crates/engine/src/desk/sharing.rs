//! Postings that candidates give each other: one is saved with its blank form, and taken in by
//! somebody else.
//!
//! **Invariant:** what is shared is the posting and the form as it was downloaded. Nothing of
//! the candidate's goes along.

use std::collections::BTreeMap;

use bundle::Archive;
use jiff::civil::DateTime;
use postings::{Item, Posting};

use super::{
    Desk, Done, message::file_name, open::new_id, own_postings::OwnPosting, plan, posting_lines,
    state,
};
use crate::{Document, Error};

/// The name of a posting's own file.
const POSTING: &str = "posting.toml";
/// No file of a posting is larger than a form may be.
const MAX_BYTES: usize = 32 << 20;
/// A posting and its form are two files; more than this is something else.
const MAX_FILES: usize = 100;

impl Desk {
    /// A posting of the candidate's own for others: `posting.toml`, in a zip with the blank form
    /// where there is one.
    #[tracing::instrument(skip_all)]
    pub fn share_posting(&self, id: &str, now: DateTime) -> Result<Document, Error> {
        let own = self.state()?.own_posting(id)?;
        let Some(form) = self.form_of(own) else {
            return Ok(Document::named(POSTING, own.posting.to_toml()?.into_bytes()));
        };
        let mut posting = own.posting.clone();
        let asked = posting.materials.iter_mut().find(|it| it.item == Item::Form);
        // A posting that asks for no form and has one: the form is what it asks for.
        match asked {
            Some(asked) => asked.file = Some(form.name.clone()),
            None => posting.materials.insert(0, posting_lines::form(&form.name)),
        }
        let toml = posting.to_toml()?;
        let bytes = self.get(&form.blob)?;
        let name = file_name(&posting.title);
        let files = [(POSTING, toml.as_bytes()), (form.name.as_str(), bytes.as_slice())];
        let zip = bundle::zip(&name, now, &files)?;
        Ok(Document::named(&format!("{name}.zip"), zip))
    }

    /// The blank form of a posting: the one that came with it, else the one that an application
    /// for it was begun with.
    fn form_of(&self, own: &OwnPosting) -> Option<state::Kept> {
        let begun = || {
            let state = self.state().ok()?;
            let mut for_it =
                state.applications.iter().filter(|it| it.posting.as_deref() == Some(&own.id));
            let form = for_it.find_map(|it| it.form.as_ref())?;
            Some(state::Kept { blob: form.blob.clone(), name: form.name.clone() })
        };
        own.form.clone().or_else(begun)
    }

    /// Takes a posting in that somebody shared: a `posting.toml`, or a zip with one and its
    /// form. Gives the posting's id.
    #[tracing::instrument(skip_all)]
    pub fn take_posting(&mut self, file: &Document, now: DateTime) -> Result<String, Error> {
        let shared = Shared::read(file)?;
        let form = match shared.form {
            Some(form) => {
                // What is no form is not kept as one.
                plan::open(&form)?;
                Some(state::Kept { blob: self.put(&form.bytes)?, name: form.name() })
            }
            None => None,
        };
        let mut posting = shared.posting;
        if form.is_none() {
            posting.materials.iter_mut().for_each(|it| it.file = None);
        }
        let id = new_id();
        let own = OwnPosting { id: id.clone(), posting, quotes: BTreeMap::new(), form };
        self.change((Done::EditPosting, &id), now, |state| {
            state.own_postings.push(own);
            Ok(())
        })?;
        Ok(id)
    }
}

/// What somebody shared.
struct Shared {
    posting: Posting,
    form: Option<Document>,
}

impl Shared {
    fn read(file: &Document) -> Result<Self, Error> {
        if !file.bytes.starts_with(b"PK") {
            let posting = Posting::parse(&file.name(), file.text()?)?;
            return Ok(Self { posting, form: None });
        }
        let fail = |reason: &str| Error::Invalid {
            subject: Some(file.name()),
            reason: format!("{reason}: it takes a `{POSTING}`, or a zip of one with its form"),
        };
        let mut zip = Archive::open(&file.bytes)
            .filter(|it| it.entries() <= MAX_FILES)
            .ok_or_else(|| fail("it is no zip of a posting"))?;
        let mut read = |name: &str| zip.file(name, MAX_BYTES);
        let toml = read(POSTING).ok_or_else(|| fail("there is no posting in it"))?;
        let toml = Document::named(POSTING, toml);
        let posting = Posting::parse(POSTING, toml.text()?)?;
        let asked = posting.materials.iter().find(|it| it.item == Item::Form);
        let name = asked.and_then(|it| it.file.clone());
        let form = name.and_then(|it| Some(Document::named(&it, read(&it)?)));
        Ok(Self { posting, form })
    }
}
