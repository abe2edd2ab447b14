//! Postings of the candidate's own: read from pasted text, looked over, kept.
//!
//! **Invariant:** what the text does not say stays open until the candidate says it; a
//! value that was read carries its sentence.

use std::collections::BTreeMap;

use jiff::civil::DateTime;
use postings::{Imported, Item, Posting};
use serde::{Deserialize, Serialize};

use super::{
    Desk, Done, PostingDraft, PostingEdit,
    open::new_id,
    posting_lines::{FACTS, apply, draft},
    state::Kept,
};
use crate::Error;

/// A posting that the candidate brought.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct OwnPosting {
    pub(super) id: String,
    pub(super) posting: Posting,
    /// The sentences that say it, by the facts' names.
    #[serde(default)]
    pub(super) quotes: BTreeMap<String, String>,
    /// The blank form that came with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) form: Option<Kept>,
}

impl Desk {
    /// Reads a posting from pasted text or a saved page. Nothing is kept.
    pub fn read_posting(&self, text: &str) -> Result<PostingDraft, Error> {
        if text.trim().is_empty() {
            let reason = "there is no text: paste the posting's".to_owned();
            return Err(Error::Invalid { subject: Some("text".to_owned()), reason });
        }
        let imported = postings::import(text);
        let dropped = imported.dropped.iter().map(|it| it.quote.quote.clone()).collect();
        Ok(draft(&imported.posting(), &quotes(&imported), dropped))
    }

    /// A posting of the candidate's own, to be looked over again.
    pub fn posting(&self, id: &str) -> Result<PostingDraft, Error> {
        let own = self.state()?.own_posting(id)?;
        Ok(draft(&own.posting, &own.quotes, Vec::new()))
    }

    /// Keeps a posting as the candidate left it, and gives its id. `text` is what was
    /// pasted; without it, the posting `id` is changed.
    #[tracing::instrument(skip_all)]
    pub fn keep_posting(
        &mut self,
        id: Option<&str>,
        text: Option<&str>,
        edit: &PostingEdit,
        now: DateTime,
    ) -> Result<String, Error> {
        let mut own = match (id, text) {
            (Some(id), _) => self.state()?.own_posting(id)?.clone(),
            (None, text) => {
                let imported = postings::import(text.unwrap_or_default());
                let (posting, quotes) = (imported.posting(), quotes(&imported));
                OwnPosting { id: new_id(), posting, quotes, form: None }
            }
        };
        let before = own.posting.due();
        apply(&mut own.posting, edit)?;
        let kept = own.id.clone();
        self.change((Done::EditPosting, &kept), now, |state| {
            // Applications were once begun with a copy of the posting's day: it was no choice.
            for it in
                state.applications.iter_mut().filter(|it| it.posting.as_ref() == Some(&own.id))
            {
                it.deadline = it.deadline.filter(|day| Some(*day) != before);
            }
            match state.own_postings.iter_mut().find(|it| it.id == own.id) {
                Some(before) => *before = own,
                None => state.own_postings.push(own),
            }
            Ok(())
        })?;
        Ok(kept)
    }

    /// Removes a posting of the candidate's own that no application is for.
    #[tracing::instrument(skip_all)]
    pub fn remove_posting(&mut self, id: &str, now: DateTime) -> Result<(), Error> {
        let is_used = |it: &super::state::Application| it.posting.as_deref() == Some(id);
        self.state()?.own_posting(id)?;
        if self.state()?.applications.iter().any(is_used) {
            let reason = "an application is for it: remove the application first".to_owned();
            return Err(Error::Invalid { subject: None, reason });
        }
        self.change((Done::EditPosting, id), now, |state| {
            state.own_postings.retain(|it| it.id != id);
            Ok(())
        })
    }
}

/// The sentences of what was read, by the facts' names.
fn quotes(imported: &Imported) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    let mut put = |names: &[&str], quote: Option<&String>| {
        for name in names {
            if let Some(quote) = quote {
                all.insert((*name).to_owned(), one_line(quote));
            }
        }
    };
    put(&["title"], imported.title.as_ref().map(|it| &it.quote));
    put(&["organisation"], imported.organisation.as_ref().map(|it| &it.quote));
    put(&["group"], imported.group.as_ref().map(|it| &it.quote));
    put(&["location"], imported.location.as_ref().map(|it| &it.quote));
    let deadline = imported.deadline.as_ref().map(|it| &it.quote);
    put(&["deadline.date", "deadline.time", "deadline.tz", "deadline.first"], deadline);
    let duration = imported.duration.as_ref().map(|it| &it.quote);
    let stays: Vec<&str> = FACTS.iter().copied().filter(|it| it.starts_with("duration.")).collect();
    put(&stays, duration);
    let mention = imported.mention.as_ref().map(|it| &it.quote);
    put(&["mention.subject", "mention.note_phrase", "mention.body"], mention);
    let files = imported.files.as_ref().map(|it| &it.quote);
    put(&["files.packing", "files.name_pattern", "files.max_total_mb"], files);
    if let Some(how) = &imported.how_to_apply {
        let of = |value: Option<&String>| {
            let said = how.value.said.iter().find(|it| Some(&it.value) == value);
            said.map_or(&how.quote, |it| &it.quote)
        };
        let how_to = &how.value;
        for (name, values) in [
            ("how_to_apply.email_to", &how_to.email_to),
            ("how_to_apply.email_cc", &how_to.email_cc),
            ("how_to_apply.urls", &how_to.urls),
        ] {
            put(&[name], Some(of(values.first())));
        }
    }
    for material in imported.materials.iter().flat_map(|it| &it.value) {
        if material.item == Item::Cv {
            for name in ["cv.languages", "cv.max_pages"] {
                all.entry(name.to_owned()).or_insert_with(|| one_line(&material.quote.quote));
            }
        }
        let name = format!("materials.{}", material.item.name());
        all.entry(name).or_insert_with(|| one_line(&material.quote.quote));
    }
    all
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
