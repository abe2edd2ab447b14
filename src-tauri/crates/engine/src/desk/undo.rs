//! What was done, so that it can be undone and done again.
//!
//! Each step remembers the whole state before it. What went out stays known
//! whatever is undone: a package that was made, what was sent, a form as it was
//! approved.

use jiff::{ToSpan as _, civil::DateTime};

use super::{Done, state::State};

/// Steps that can be undone.
const MOST: usize = 100;
/// Edits of one place that follow each other within this many seconds are one.
const QUICK: i64 = 3;

/// One step, and the state on its other side.
struct Step {
    what: Done,
    place: String,
    when: DateTime,
    state: State,
}

/// What can be undone, and what can be done again.
#[derive(Default)]
pub(super) struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
}

impl History {
    /// Something was done; `before` is the state that it was done to.
    pub(super) fn record(&mut self, what: Done, place: &str, when: DateTime, before: State) {
        self.undone.clear();
        if let Some(last) = self.done.last_mut() {
            let is_quick = last.when.checked_add(QUICK.seconds()).is_ok_and(|until| when <= until);
            if last.what == what && last.place == place && !place.is_empty() && is_quick {
                last.when = when;
                return;
            }
        }
        self.done.push(Step { what, place: place.to_owned(), when, state: before });
        if self.done.len() > MOST {
            self.done.remove(0);
        }
    }

    pub(super) fn undo(&self) -> Option<Done> {
        self.done.last().map(|it| it.what)
    }

    pub(super) fn redo(&self) -> Option<Done> {
        self.undone.last().map(|it| it.what)
    }

    /// The state that the last step was done to.
    pub(super) fn before(&self, now: &State) -> Option<State> {
        self.done.last().map(|it| carried(&it.state, now))
    }

    /// The state that the last step undone had led to.
    pub(super) fn after(&self, now: &State) -> Option<State> {
        self.undone.last().map(|it| carried(&it.state, now))
    }

    /// The last step was undone; `now` is the state that it had led to.
    pub(super) fn went_back(&mut self, now: State) {
        if let Some(step) = self.done.pop() {
            self.undone.push(Step { state: now, ..step });
        }
    }

    /// The step was done again; `before` is the state that it was done to.
    pub(super) fn went_on(&mut self, before: State) {
        if let Some(step) = self.undone.pop() {
            // Nothing that follows joins with it.
            self.done.push(Step { state: before, when: DateTime::MIN, ..step });
        }
    }
}

/// An earlier state, with what cannot be made undone.
fn carried(then: &State, now: &State) -> State {
    let mut state = then.clone();
    state.recovery.clone_from(&now.recovery);
    state.recent.clone_from(&now.recent);
    for application in &mut state.applications {
        let Ok(now) = now.application(&application.id) else { continue };
        // It has the digest of what was approved: whether that still holds shows by itself.
        if now.approved.is_some() {
            application.approved.clone_from(&now.approved);
        }
        if now.made.is_some() {
            application.made.clone_from(&now.made);
        }
        application.sent.clone_from(&now.sent);
    }
    state
}
