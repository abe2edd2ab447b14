//! What a CV, a JSON Resume or BibTeX offers for the profile, to be looked at and taken.
//!
//! **Invariant:** nothing is taken by itself. What was read waits here, for as long as it is
//! looked at, and goes nowhere.

use jiff::civil::DateTime;
use profile::{
    Profile,
    offer::{Offer, Offered},
};

use super::{Desk, Done, OfferView, OffersView, open::new_id};
use crate::{CvOffers, Document, Error, Imported, profiles};

/// What was read from a CV.
pub(super) struct Waiting {
    id: String,
    offers: Vec<Offer>,
}

impl Desk {
    /// What a CV offers for the profile. It was read by [`Reader`](super::Reader).
    #[tracing::instrument(skip_all)]
    pub fn offer(&mut self, cv: &Document, read: CvOffers) -> OffersView {
        self.offer_all(cv, read.offers)
    }

    /// What a JSON Resume or a BibTeX file offers for the profile. `None`: it is a profile of
    /// ours, which is [imported](Self::import_profile) as a whole.
    #[tracing::instrument(skip_all)]
    pub fn file_offers(&mut self, file: &Document) -> Result<Option<OffersView>, Error> {
        let (kind, found) = profiles::facts_of(file)?;
        if kind == Imported::Profile {
            return Ok(None);
        }
        let offers = profile::offer::from_file(&found, file.text()?);
        Ok(Some(self.offer_all(file, offers)))
    }

    /// Shows what a file offers, and keeps it at hand until some of it is taken.
    fn offer_all(&mut self, file: &Document, offers: Vec<Offer>) -> OffersView {
        let profile = self.state().map(|it| it.profile.clone()).unwrap_or_default();
        let waiting = Waiting { id: new_id(), offers };
        let view = OffersView {
            id: waiting.id.clone(),
            file: file.name(),
            offers: waiting.offers.iter().map(|it| view(it, &profile)).collect(),
        };
        self.shelf.offers = Some(waiting);
        view
    }

    /// Takes those at these places into the profile, and says how many changed it.
    #[tracing::instrument(skip_all)]
    pub fn take_offers(
        &mut self,
        offers: &str,
        places: &[usize],
        now: DateTime,
    ) -> Result<usize, Error> {
        self.safe.ask();
        let waiting = self.shelf.offers.as_ref().filter(|it| it.id == offers);
        let waiting = waiting.ok_or(Error::Gone { what: "CV that was read", name: None })?;
        let taken: Option<Vec<Offer>> =
            places.iter().map(|it| waiting.offers.get(*it).cloned()).collect();
        let taken = taken.ok_or(Error::Gone { what: "fact of the CV", name: None })?;
        let mut profile = self.state()?.profile.clone();
        let mut changed = 0;
        for offer in &taken {
            let before = profile.clone();
            offer.take_into(&mut profile);
            changed += usize::from(profile != before);
        }
        if changed > 0 {
            self.change((Done::ImportProfile, ""), now, |state| {
                state.profile = profile;
                Ok(())
            })?;
        }
        Ok(changed)
    }
}

fn view(offer: &Offer, profile: &Profile) -> OfferView {
    let mut after = profile.clone();
    offer.take_into(&mut after);
    let present = offer.present(profile).map(|it| Offer { offered: it, ..offer.clone() }.summary());
    OfferView {
        kind: kind(&offer.offered).to_owned(),
        shown: offer.summary(),
        line: offer.line,
        words: offer.words.clone(),
        present,
        is_there: after == *profile,
    }
}

/// What it is, for the screens to choose their words.
fn kind(offered: &Offered) -> &'static str {
    match offered {
        Offered::Name(_) => "name",
        Offered::Email(_) => "email",
        Offered::Phone(_) => "phone",
        Offered::Url(_) => "url",
        Offered::Orcid(_) => "orcid",
        Offered::Link(_) => "link",
        Offered::Education(_) => "education",
        Offered::Work(_) => "work",
        Offered::Publication(_) => "publication",
        Offered::Skill(_) => "skill",
        _ => "other",
    }
}
