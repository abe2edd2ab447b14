//! What crosses to the screens and back: plain shapes, written to TypeScript by ts-rs.
//!
//! The engine thinks in its own types; these are only their looks. No path and
//! no secret is ever among them, except a new recovery key, once, to be written
//! down. The TypeScript in `ui/src/backend/wire` is generated from here.

pub(crate) mod application;
pub(crate) mod error;
pub(crate) mod form;
pub(crate) mod grid;
pub(crate) mod home;
pub(crate) mod package;
pub(crate) mod papers;
pub(crate) mod posting;
pub(crate) mod profile;
pub(crate) mod told;
pub(crate) mod vault;
