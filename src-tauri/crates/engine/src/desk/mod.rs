//! The candidate's desk: everything that a window can ask, kept between the questions.
//!
//! A [`Desk`] holds what is kept of the candidate: their facts, their
//! applications, what they answered once. Every change is written to the vault
//! before it is acknowledged, and can be undone. The sample candidate lies on
//! the same desk and is kept nowhere.
//!
//! **Invariants.** No clock: the time is handed in. No window: what is chosen in
//! a dialog comes as a [`Document`](crate::Document), and what goes back names
//! things by ids, never by a path. Nothing is logged but codes. A sensitive fact
//! goes nowhere before it was released for that application.

mod again;
mod applications;
mod approval;
mod board;
mod documents;
mod evidence;
mod fields;
mod forgetting;
mod form;
mod home;
mod keeping;
mod lending;
mod letters;
mod memory;
mod message;
mod offers;
mod open;
mod own_postings;
mod package;
mod packing;
mod papers;
mod plan;
mod pointer;
mod posting_lines;
mod profile;
mod reading;
mod ready;
mod referees;
mod sample;
mod secret;
mod sent;
mod sharing;
mod state;
mod tongue;
mod trouble;
mod undo;
mod view;

use std::path::Path;

use jiff::civil::DateTime;

use crate::{Engine, Error};
use keeping::Safe;
use open::Open;
use plan::Shelf;
use state::{Application, State};

pub use applications::DOCUMENTS;
pub use lending::{Access, Standing, folder_in};
pub use packing::Packing;
pub use papers::Printing;
pub use reading::{ReadFile, Reader};
pub use tongue::language_of;
pub use view::*;

/// The candidate's desk. Synchronous, and [`Send`]: whoever owns it decides on
/// which thread it works.
pub struct Desk {
    engine: Engine,
    safe: Safe,
    /// The sample candidate, while they are looked at.
    sample: Option<Open>,
    /// Forms and pictures that were opened before, so that nobody waits twice.
    shelf: Shelf,
}

impl Desk {
    /// A desk whose vault lies in `folder`, or will. Nothing is opened yet.
    pub fn new(engine: Engine, folder: &Path) -> Self {
        Self { engine, safe: Safe::at(folder), sample: None, shelf: Shelf::default() }
    }

    /// A desk with another vault and keyring.
    pub fn with(engine: Engine, home: vault::Home, keyring: Box<dyn vault::Keyring>) -> Self {
        let safe = Safe::new(home, keyring);
        Self { engine, safe, sample: None, shelf: Shelf::default() }
    }

    /// Takes back what was done last.
    #[tracing::instrument(skip_all)]
    pub fn undo(&mut self) -> Result<(), Error> {
        self.ready()?.undo()
    }

    /// Does again what was taken back.
    #[tracing::instrument(skip_all)]
    pub fn redo(&mut self) -> Result<(), Error> {
        self.ready()?.redo()
    }

    /// What is open, to be looked at.
    fn open(&self) -> Result<&Open, Error> {
        let open = self.sample.as_ref().or(self.safe.own.as_ref());
        open.filter(|it| !matches!(it.kept, keeping::Kept::Damaged(_)))
            .ok_or_else(|| self.safe.why_locked())
    }

    /// What is open, to be changed. Begins to keep the candidate's own data
    /// where nothing is kept yet.
    fn ready(&mut self) -> Result<&mut Open, Error> {
        if self.sample.is_none() {
            self.safe.ready()?;
        }
        let why = self.safe.why_locked();
        self.sample.as_mut().or(self.safe.own.as_mut()).ok_or(why)
    }

    fn state(&self) -> Result<&State, Error> {
        Ok(&self.open()?.state)
    }

    fn application(&self, id: &str) -> Result<&Application, Error> {
        self.open()?.application(id)
    }

    /// Changes what is kept. It can be undone.
    fn change<T>(
        &mut self,
        (what, place): (Done, &str),
        now: DateTime,
        edit: impl FnOnce(&mut State) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let open = self.ready()?;
        let mut state = open.state.clone();
        let given = edit(&mut state)?;
        open.done(what, place, now, state)?;
        tracing::info!(?what, "done");
        Ok(given)
    }

    /// Changes an application. It can be undone.
    fn change_application<T>(
        &mut self,
        id: &str,
        (what, place): (Done, &str),
        now: DateTime,
        edit: impl FnOnce(&mut Application) -> Result<T, Error>,
    ) -> Result<T, Error> {
        // Asked before anything is begun for something that is not there.
        self.application(id)?;
        // No place: a step by itself, however quickly the next one follows.
        let place = if place.is_empty() { String::new() } else { format!("{id} {place}") };
        self.change((what, &place), now, |state| {
            let application = state.application_mut(id)?;
            application.changed = now;
            edit(application)
        })
    }

    /// Keeps bytes that a change is about to name.
    fn put(&mut self, bytes: &[u8]) -> Result<String, Error> {
        self.ready()?.kept.put(bytes)
    }

    fn get(&self, blob: &str) -> Result<Vec<u8>, Error> {
        self.open()?.kept.get(blob)
    }
}

/// Says how much there is and nothing of what it says.
impl std::fmt::Debug for Desk {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Desk").field("is_sample", &self.sample.is_some()).finish_non_exhaustive()
    }
}
