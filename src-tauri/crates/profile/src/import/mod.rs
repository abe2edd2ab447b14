//! Profiles that other programs wrote, and lists of publications.
//!
//! What comes in is a profile of its own; [`Profile::merge`](crate::Profile::merge)
//! adds it to the candidate's without overwriting anything. What our schema has
//! no place for is kept as it was.

mod bibtex;
mod json_resume;
mod members;
pub(crate) mod studies;

pub use bibtex::bibtex;
pub use json_resume::json_resume;
