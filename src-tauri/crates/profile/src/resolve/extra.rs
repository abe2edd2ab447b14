//! Facts of the candidate's own: `extra.<name>`.

use super::at;
use crate::{Fact, Key, Profile, Text, resolve::Found};

/// What the candidate added under a name.
pub(crate) fn fact(profile: &Profile, key: &Key) -> Option<Fact> {
    let slug = key.extra()?;
    let (at, extra) = (0..).zip(&profile.extra).find(|(_, extra)| extra.slug == slug)?;
    let found: Found = at!(value of extra)?;
    Some(found.fact(key.clone(), &format!("/extra/{at}"), extra.sensitive == Some(true)))
}

impl Profile {
    /// The facts that the candidate added: each key, and what forms call it.
    pub fn extras(&self) -> impl Iterator<Item = (Key, &[Text])> {
        self.extra
            .iter()
            .filter_map(|extra| Some((Key::of_extra(&extra.slug)?, extra.labels.as_slice())))
    }
}
