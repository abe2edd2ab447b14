//! Lossless OPC packages: safe open, parts, relationships, XML spans, splice, save.
//!
//! A `.docx` or `.xlsx` file is an OPC *package* (ECMA-376 part 2): a zip of
//! *parts* joined by *relationships*. This crate knows packages and XML. It does
//! not know what a form or a person is; that is for the `forms` crate.
//!
//! **Invariant:** bytes outside an [`Edit`] are never re-serialized. We search
//! XML with a parser, but we write by splicing the original text.

mod error;
mod name;
mod splice;
mod xml;

pub use error::Error;
pub use name::Ns;
pub use splice::{Edit, escape, splice};
pub use xml::{NodeId, Tree};
