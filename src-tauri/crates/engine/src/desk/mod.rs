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

mod api_stub;
mod trouble;
mod view;

pub use view::*;

/// The candidate's desk. Synchronous, and [`Send`]: whoever owns it decides on
/// which thread it works.
pub struct Desk;
