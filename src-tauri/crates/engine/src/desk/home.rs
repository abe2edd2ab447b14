//! The desk as the start screen and the frame see it.

use jiff::{civil::DateTime, tz::TimeZone};
use postings::{Channel, Item, Posting};
use sha2::{Digest as _, Sha256};

use super::{
    Card, Desk, Home, PostingCard, RecentForm, Stage, Stand, keeping::Kept, package, plan::Look,
    state::Application,
};
use crate::{Error, preflight::days_left};

impl Desk {
    /// Where the candidate stands. Tries to open the vault the first time it is asked.
    #[tracing::instrument(skip_all)]
    pub fn home(&mut self, now: DateTime) -> Home {
        self.safe.ask();
        let (undo, redo) = self.open().map(super::open::Open::can).unwrap_or_default();
        let state = self.state().ok();
        let candidate = state.and_then(|it| {
            let name = it.profile.basics.name.whole();
            name.zh().or(name.en()).map(str::to_owned)
        });
        let recent = state.map(|it| it.recent.clone()).unwrap_or_default();
        let recent = recent.into_iter().map(|it| RecentForm {
            id: it.blob,
            name: it.name,
            opened: it.opened,
        });
        Home {
            stage: self.stage(),
            vault: self.safe.view(),
            applications: self.applications(now).unwrap_or_default(),
            postings: self.posting_cards(),
            recent: recent.collect(),
            candidate,
            undo,
            redo,
        }
    }

    fn stage(&self) -> Stage {
        if self.sample.is_some() {
            return Stage::Sample;
        }
        match self.safe.own.as_ref().map(|it| &it.kept) {
            Some(Kept::Nowhere) => Stage::New,
            Some(Kept::Vault(vault)) if vault.is_read_only() => Stage::ReadOnly,
            Some(Kept::Vault(_) | Kept::Memory(_)) => Stage::Open,
            Some(Kept::Damaged(_)) | None => Stage::Locked,
        }
    }

    /// Every application: those that are under way first, what is due next on top.
    #[tracing::instrument(skip_all)]
    pub fn applications(&mut self, now: DateTime) -> Result<Vec<Card>, Error> {
        let applications = self.state()?.applications.clone();
        let common = self.common(now)?;
        let mut cards = Vec::new();
        for it in &applications {
            let card = self.card(it, &common, now)?;
            cards.push((package::urgency(it, card.deadline), card));
        }
        cards.sort_by(|(a, _), (b, _)| a.cmp(b));
        Ok(cards.into_iter().map(|(_, card)| card).collect())
    }

    /// What every application depends on: the facts and the day.
    fn common(&self, now: DateTime) -> Result<Sha256, Error> {
        let state = self.state()?;
        let mut digest = Sha256::new();
        digest.update(serde_json::to_vec(&state.profile).unwrap_or_default());
        digest.update(serde_json::to_vec(&state.photo).unwrap_or_default());
        digest.update(now.date().to_string());
        Ok(digest)
    }

    /// How an application stands. It is looked over only where something changed since the last
    /// time, and until it is over.
    fn look(&mut self, application: &Application, common: &Sha256, now: DateTime) -> Option<Look> {
        if matches!(application.stand(), Stand::Answered | Stand::Closed) {
            return None;
        }
        let mut digest = common.clone();
        digest.update(serde_json::to_vec(application).unwrap_or_default());
        if let Some(id) = &application.posting
            && let Ok(own) = self.state().and_then(|it| it.own_posting(id))
        {
            digest.update(serde_json::to_vec(own).unwrap_or_default());
        }
        let of = bundle::hex(&digest.finalize());
        if let Some(look) = self.shelf.looks.get(&application.id).filter(|it| it.of == of) {
            return Some(look.clone());
        }
        // What cannot be opened any more is on the start screen all the same.
        let ready = self.look_over(&application.id, now).ok()?;
        let missing = package::missing(&ready);
        let look = Look { of, counts: ready.counts, is_approved: ready.is_approved, missing };
        self.shelf.looks.insert(application.id.clone(), look.clone());
        Some(look)
    }

    fn card(
        &mut self,
        application: &Application,
        common: &Sha256,
        now: DateTime,
    ) -> Result<Card, Error> {
        let folder = self.folder_of(application)?;
        let look = self.look(application, common, now);
        let due = folder.posting.deadline.as_ref();
        let days_left = due.and_then(|it| days_left(it, now, &TimeZone::system()));
        Ok(Card {
            id: application.id.clone(),
            title: self.title_of(application)?,
            organisation: folder.posting.organisation.clone(),
            posting: application.posting.clone(),
            state: application.stand(),
            deadline: folder.posting.due(),
            days_left,
            form: application.form.as_ref().map(|it| it.name.clone()),
            counts: look.as_ref().and_then(|it| it.counts),
            is_approved: look.as_ref().is_some_and(|it| it.is_approved),
            documents: application.documents.len(),
            missing: look.map(|it| it.missing).unwrap_or_default(),
            changed: application.changed,
            sent: application.sent.last().map(|it| it.when),
        })
    }

    fn posting_cards(&mut self) -> Vec<PostingCard> {
        let own = self.state().map(|it| it.own_postings.clone()).unwrap_or_default();
        let mut cards: Vec<PostingCard> =
            own.iter().map(|it| posting_card(&it.id, &it.posting, true)).collect();
        if let Ok(shipped) = self.postings() {
            cards.extend(shipped.iter().map(|it| posting_card(&it.id, &it.posting, false)));
        }
        cards
    }
}

fn posting_card(id: &str, posting: &Posting, is_own: bool) -> PostingCard {
    let how = &posting.how_to_apply;
    PostingCard {
        id: id.to_owned(),
        title: posting.title.clone(),
        organisation: posting.organisation.clone(),
        group: posting.group.clone(),
        by_mail: how.channels.contains(&Channel::Email),
        by_portal: how.channels.contains(&Channel::Portal),
        has_form: posting.materials.iter().any(|it| it.item == Item::Form && it.file.is_some()),
        is_own,
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use jiff::civil::date;

    use super::{super::ApplicationEdit, *};
    use crate::Engine;

    #[test]
    fn an_application_is_looked_over_only_where_something_changed() {
        let now = date(2026, 3, 1).at(12, 0, 0, 0);
        let mut desk = Desk::new(Engine::new().without_office(), Path::new("/nowhere/at/all"));
        desk.try_sample(now).unwrap();
        let id = desk.home(now).applications[0].id.clone();
        let missing = |desk: &mut Desk, now| desk.home(now).applications[0].missing.clone();
        let truly = missing(&mut desk, now);
        let mark = |desk: &mut Desk| {
            desk.shelf.looks.get_mut(&id).unwrap().missing = vec!["marked".to_owned()];
        };
        mark(&mut desk);
        assert_eq!(missing(&mut desk, now), ["marked"], "nothing changed");
        let title = Some("Another".to_owned());
        let edit = ApplicationEdit { title, ..ApplicationEdit::default() };
        desk.edit_application(&id, &edit, now).unwrap();
        assert_eq!(missing(&mut desk, now), truly, "it changed");
        mark(&mut desk);
        assert_eq!(missing(&mut desk, date(2026, 3, 2).at(0, 0, 0, 0)), truly, "another day");
        let state = Some(Stand::Closed);
        let edit = ApplicationEdit { state, ..ApplicationEdit::default() };
        desk.edit_application(&id, &edit, now).unwrap();
        assert_eq!(missing(&mut desk, now), [""; 0], "what is over lacks nothing");
    }
}
