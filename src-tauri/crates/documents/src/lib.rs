//! Reads CVs; writes letters and PDFs.
//!
//! A candidate's CV is a stranger's file like any other: [`read()`] finds out what
//! it is by its content, how long it is, which languages it is in and whether a
//! program can read it at all, and changes nothing. [`pdf`] lays out documents
//! of our own, [`word`] puts a Word file around what docx-rs writes.
//!
//! **Invariant:** [`read()`] never panics, never waits for ever and never fetches
//! anything, whatever the bytes are.

mod apart;
mod cv;
mod error;
mod merge;
pub mod office;
pub mod pdf;
mod read;
pub mod word;
pub mod writing;

pub use cv::{Cv, CvKind, Finding, Languages};
pub use error::Error;
pub use merge::{Part, merge};
pub use read::{decode, read};
