//! The candidate's desk, asked as a window asks it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod again;
mod applying;
mod asking;
mod form;
mod keeping;
mod offers;
mod papers;
mod postings;
mod preflight;
mod profile;
mod support;
mod undo;
