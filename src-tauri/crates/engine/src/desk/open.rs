//! What is open on the desk: a state, where it is kept, and what was done to it.

use std::hash::{BuildHasher as _, Hasher as _, RandomState};

use jiff::civil::DateTime;

use super::{
    Done,
    keeping::Kept,
    state::{Application, State},
    undo::History,
};
use crate::Error;

/// The candidate's own data, or the sample candidate's.
pub(super) struct Open {
    pub(super) kept: Kept,
    pub(super) state: State,
    history: History,
}

impl Open {
    pub(super) fn new(kept: Kept, state: State) -> Self {
        Self { kept, state, history: History::default() }
    }

    /// Keeps another state, which cannot be undone.
    pub(super) fn replace(&mut self, state: State) -> Result<(), Error> {
        self.kept.write(&state)?;
        self.state = state;
        Ok(())
    }

    /// Keeps another state, which can be undone. `place` says where it differs:
    /// quick edits of one place are one step.
    pub(super) fn done(
        &mut self,
        what: Done,
        place: &str,
        now: DateTime,
        state: State,
    ) -> Result<(), Error> {
        self.kept.write(&state)?;
        let before = std::mem::replace(&mut self.state, state);
        self.history.record(what, place, now, before);
        Ok(())
    }

    /// Takes back what was done last. Nothing done: nothing happens.
    pub(super) fn undo(&mut self) -> Result<(), Error> {
        let Some(state) = self.history.before(&self.state) else { return Ok(()) };
        self.kept.write(&state)?;
        let now = std::mem::replace(&mut self.state, state);
        self.history.went_back(now);
        Ok(())
    }

    /// Does again what was taken back.
    pub(super) fn redo(&mut self) -> Result<(), Error> {
        let Some(state) = self.history.after(&self.state) else { return Ok(()) };
        self.kept.write(&state)?;
        let before = std::mem::replace(&mut self.state, state);
        self.history.went_on(before);
        Ok(())
    }

    pub(super) fn can(&self) -> (Option<Done>, Option<Done>) {
        (self.history.undo(), self.history.redo())
    }

    pub(super) fn application(&self, id: &str) -> Result<&Application, Error> {
        self.state.application(id)
    }
}

/// A name for something new. It has to differ from the others, no more.
pub(super) fn new_id() -> String {
    format!("{:016x}", RandomState::new().build_hasher().finish())
}
