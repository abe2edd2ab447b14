//! The sample candidate: somebody invented to look around with. Nothing of it is kept.

use std::collections::BTreeMap;

use jiff::civil::DateTime;
use profile::Profile;

use super::{
    Begin, Desk, DocumentRole,
    keeping::Kept,
    open::Open,
    state::{self, State},
};
use crate::{Document, Error};

const PROFILE: &str = include_str!("../../../../../templates/sample/profile.json");
const PHOTO: &[u8] = include_bytes!("../../../../../templates/sample/photo.jpg");
const CV_EN: &[u8] = include_bytes!("../../../../../templates/sample/cv-en.pdf");
const CV_ZH: &[u8] = include_bytes!("../../../../../templates/sample/cv-zh.docx");
/// The posting that the sample candidate applies for.
const POSTING: &str = "msra-trustworthy-systems";

impl Desk {
    /// Puts the sample candidate on the desk, with an application under way.
    #[tracing::instrument(skip_all)]
    pub fn try_sample(&mut self, now: DateTime) -> Result<(), Error> {
        let profile = Profile::parse(PROFILE)
            .map_err(|source| Error::Profile { name: "the sample profile".to_owned(), source })?;
        let mut open =
            Open::new(Kept::Memory(BTreeMap::new()), State { profile, ..State::default() });
        let photo = open.kept.put(PHOTO)?;
        let name = open.state.profile.basics.image.clone().unwrap_or_default();
        open.state.photo = Some(state::Kept { blob: photo, name });
        self.shelf.clear();
        self.sample = Some(open);
        let begin = Begin { posting: Some(POSTING.to_owned()), ..Begin::default() };
        let id = self.begin_application(&begin, now)?;
        let cvs = [("cv-en.pdf", CV_EN), ("cv-zh.docx", CV_ZH)];
        let cvs = cvs.map(|(name, bytes)| Document::named(name, bytes.to_vec()));
        self.add_documents(&id, DocumentRole::Cv, &cvs, now)?;
        // It lies there as if it always had: there is nothing to undo.
        if let Some(open) = self.sample.take() {
            self.sample = Some(Open::new(open.kept, open.state));
        }
        Ok(())
    }

    /// Puts the sample candidate away, with everything that was done to it.
    #[tracing::instrument(skip_all)]
    pub fn leave_sample(&mut self) {
        self.sample = None;
        self.shelf.clear();
    }
}
