//! Papers, theses, patents.

use super::{Amount, Entry, fold, same, section};
use crate::{PartialDate, PublicationStatus, PublicationType, Text};

section! {
    /// A publication.
    pub struct Publication {
        /// Title.
        pub title: Text,
        /// Authors in printed order, each as printed.
        pub authors: Vec<String>,
        /// The candidate's place among them, from 1; found by name if nothing is said.
        pub position: Option<Amount>,
        /// Conference or journal.
        pub venue: Text,
        /// Date of publication.
        pub date: Option<PartialDate>,
        /// Where it stands.
        pub status: Option<PublicationStatus>,
        /// What kind it is.
        #[serde(rename = "type")]
        pub kind: Option<PublicationType>,
        /// The candidate's own contribution.
        pub contribution: Text,
        /// What it is about.
        pub summary: Text,
        /// Rank of the venue: CCF-A, SCI Q1.
        pub rank: Text,
        /// DOI.
        pub doi: Option<String>,
        /// Its address on the web.
        pub url: Option<String>,
        /// Pages, as printed.
        pub pages: Option<String>,
        /// Volume, as printed.
        pub volume: Option<String>,
    }
}

impl Entry for Publication {
    fn is_same(&self, other: &Self) -> bool {
        let same_doi =
            matches!((&self.doi, &other.doi), (Some(one), Some(two)) if fold(one) == fold(two));
        same_doi || same(&self.title, &other.title)
    }
}
