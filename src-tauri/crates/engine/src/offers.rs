//! What a CV offers for the profile.

use documents::Cv;
use profile::offer::{Offer, from_cv};
use serde::Serialize;

/// A CV, read, and what in it could go into the profile. Nothing has gone there yet.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CvOffers {
    /// The CV.
    pub cv: Cv,
    /// In the order of the CV.
    pub offers: Vec<Offer>,
}

impl From<Cv> for CvOffers {
    fn from(cv: Cv) -> Self {
        let offers = from_cv(&cv.text);
        Self { cv, offers }
    }
}
