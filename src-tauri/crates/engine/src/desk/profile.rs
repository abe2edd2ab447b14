//! The candidate's facts: looked at, edited, imported, exported.

use std::collections::BTreeMap;

use jiff::civil::DateTime;
use profile::{Key, PartialDate, Profile};

use super::{Desk, Done, ImportedView, ProfileEdit, ProfileView, Wanted, pointer, state};
use crate::{Document, Error, Language, desk::message::of_profile, photo, profiles};

impl Desk {
    /// The candidate's facts.
    #[tracing::instrument(skip_all)]
    pub fn profile(&mut self, now: DateTime) -> Result<ProfileView, Error> {
        self.safe.ask();
        let wanted = self.wanted(now)?;
        let state = self.state()?;
        let profile = &state.profile;
        let mut findings = profile.check(now.date());
        if let Some(image) = &profile.basics.image
            && state.photo.as_ref().is_none_or(|it| it.name != *image)
        {
            findings.push(profile::Finding {
                code: profile::Fault::ImageUnusable,
                pointer: "/basics/image".to_owned(),
                message: "the picture that the profile names is not here".to_owned(),
                hint: "choose the picture again, or take it out".to_owned(),
                severity: profile::Severity::Warning,
            });
        }
        Ok(ProfileView {
            facts: serde_json::to_value(profile).unwrap_or_default(),
            findings,
            suggestions: profile.suggestions(),
            wanted,
            sensitive: Profile::sensitive_pointers().into_iter().collect(),
        })
    }

    /// Changes the facts, all of the edits or none.
    #[tracing::instrument(skip_all)]
    pub fn edit_profile(
        &mut self,
        edits: &[ProfileEdit],
        now: DateTime,
    ) -> Result<ProfileView, Error> {
        self.safe.ask();
        // Refused before anything is begun for it.
        let profile = pointer::edited(&self.state()?.profile, edits)?;
        let place = match edits {
            [ProfileEdit::Set { pointer, .. }] => pointer.as_str(),
            _ => "",
        };
        self.change((Done::EditProfile, place), now, |state| {
            state.profile = profile;
            Ok(())
        })?;
        self.profile(now)
    }

    /// A date as people type it, as the profile writes it. `None`: it is none, or
    /// could be two.
    pub fn read_date(text: &str) -> Option<String> {
        PartialDate::typed(text).map(|it| it.to_string())
    }

    /// Adds what a JSON Resume, a BibTeX file or another profile says.
    #[tracing::instrument(skip_all)]
    pub fn import_profile(
        &mut self,
        file: &Document,
        now: DateTime,
    ) -> Result<ImportedView, Error> {
        self.safe.ask();
        let (_, found) = profiles::facts_of(file)?;
        let skipped: Vec<String> = found.other.keys().cloned().collect();
        let before = self.state()?.profile.clone();
        let mut after = before.clone();
        // What we have no place for stays where it came from.
        after.merge(Profile { other: profile::schema::Other::new(), ..found });
        let json = |it: &Profile| serde_json::to_value(it).unwrap_or_default();
        let added = pointer::added(&json(&before), &json(&after));
        if !added.is_empty() {
            self.change((Done::ImportProfile, ""), now, |state| {
                state.profile = after;
                Ok(())
            })?;
        }
        Ok(ImportedView { file: file.name(), added, skipped })
    }

    /// The profile as JSON Resume, in one language and without what is sensitive.
    pub fn export_profile(&self, language: Language) -> Result<String, Error> {
        Ok(profile::export::json_resume(&self.state()?.profile, of_profile(language)))
    }

    /// Takes a portrait into the profile.
    #[tracing::instrument(skip_all)]
    pub fn set_photo(&mut self, file: &Document, now: DateTime) -> Result<ProfileView, Error> {
        self.safe.ask();
        self.open()?;
        // Only a picture that forms can take is kept.
        photo::read(file.clone())?;
        let kept = state::Kept { blob: self.put(&file.bytes)?, name: file.name() };
        self.change((Done::EditProfile, ""), now, |state| {
            state.profile.basics.image = Some(kept.name.clone());
            state.photo = Some(kept);
            Ok(())
        })?;
        self.profile(now)
    }

    /// The portrait, as a JPEG or PNG file. Empty: none.
    pub fn photo(&mut self) -> Result<Vec<u8>, Error> {
        Ok(self.portrait()?.map(|it| it.bytes).unwrap_or_default())
    }

    /// What the forms of the applications at hand ask for.
    fn wanted(&mut self, now: DateTime) -> Result<Vec<Wanted>, Error> {
        let mut asked: BTreeMap<String, (Key, Vec<String>)> = BTreeMap::new();
        let open: Vec<_> =
            self.state()?.applications.iter().filter(|it| it.is_open()).cloned().collect();
        for application in &open {
            // One that cannot be opened any more asks for nothing.
            let Ok(Some(planned)) = self.planned(&application.id, now) else { continue };
            let title = self.title_of(application)?;
            let matched = planned.plan.proposals().iter().filter_map(|it| it.matched.as_ref());
            for key in matched.flat_map(|it| &it.keys) {
                let place = || self.state().ok()?.profile.place_for(key, now.date());
                let Some(pointer) = place() else { continue };
                let (_, titles) = asked.entry(pointer).or_insert_with(|| (key.clone(), Vec::new()));
                if titles.last() != Some(&title) {
                    titles.push(title.clone());
                }
            }
        }
        let facts = serde_json::to_value(&self.state()?.profile).unwrap_or_default();
        let wanted = asked.into_iter().map(|(pointer, (key, applications))| Wanted {
            is_there: facts.pointer(&pointer).is_some(),
            pointer,
            key: key.to_string(),
            applications,
        });
        Ok(wanted.collect())
    }
}
