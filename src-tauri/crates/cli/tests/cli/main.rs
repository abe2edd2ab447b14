//! The command line as a candidate uses it: the real program, real files.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod bad_input;
mod cvs;
mod main_job;
mod postings;
mod profiles;
mod sandbox;
mod vaults;
