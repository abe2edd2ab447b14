//! Where the candidate's files are kept: saving that either happened or did not.
//!
//! Everything that the app writes for the candidate goes through [`store`].
//! A crash, a full disk or a power cut leaves the old file or the new one,
//! never half of either.
//!
//! **Invariant:** what is saved here can be read by its owner alone.

mod error;
pub mod store;

pub use error::Error;
