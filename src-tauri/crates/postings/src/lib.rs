//! What a posting asks for.
//!
//! A [`Posting`] is the shape of `posting.toml`. [`library()`] has those that
//! ship with the app, [`open`] takes any folder. [`evidence()`] sets each
//! qualification beside what in a profile speaks for it. [`import()`] reads a
//! pasted text, and [`Imported::posting`] makes a posting of what it says.
//!
//! **Invariants.** Nothing is invented: what a posting's text does not say is
//! absent and asked for. Evidence quotes the profile; it gives no marks.

mod error;
mod evidence;
mod import;
mod library;
mod posting;
mod read;
mod slots;
mod venues;

pub use error::Error;
pub use evidence::{Evidence, Reason, Verdict, evidence};
pub use import::{
    Dropped, Fact, Imported, Joined, Listed, Question, Quote, SaidDeadline, SaidFiles, SaidHow,
    SaidMaterial, SaidMention, SaidQualification, SaidQualifications, import, qualification,
};
pub use library::{Folder, find, library, open};
pub use posting::*;
pub use slots::fill;
