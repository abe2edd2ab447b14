//! What is logged says what was done, and never about whom.
//!
//! A program of its own, with one log: its listener stands before the first event.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod desk;
mod log;
mod sample;
#[path = "../desk/support.rs"]
#[expect(dead_code, reason = "the tests of the desk need more of it")]
mod support;
