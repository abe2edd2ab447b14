//! Lossless OPC packages: safe open, parts, relationships, XML spans, splice, save.
//!
//! A `.docx` or `.xlsx` file is an OPC *package* (ECMA-376 part 2): a zip of
//! *parts* joined by *relationships*. This crate knows packages and XML. It does
//! not know what a form or a person is; that is for the `forms` crate.
//!
//! From bytes to bytes: [`Package::open`] refuses what is no package or not safe,
//! [`Package::tree`] gives a part's XML with byte ranges, [`splice()`] applies
//! [`Edit`]s to it, [`Package::save`] writes the archive with those [`Changes`].
//!
//! **Invariants:** bytes outside an [`Edit`] are never re-serialized: we search
//! XML with a parser, but we write by splicing the original text. Entries that
//! are not changed are copied as they are, packed bytes and headers and all.
//! Nothing outside the file is ever opened.

mod active;
mod bytes;
mod changes;
mod chars;
mod container;
mod content_types;
mod error;
mod field_codes;
mod hazards;
mod inflate;
mod limits;
mod name;
mod package;
mod part_name;
pub mod relation;
mod relationships;
mod rewrite;
mod scan;
mod sniff;
mod splice;
mod xml;

pub use changes::Changes;
pub use chars::Chars;
pub use error::Error;
pub use hazards::{Hazard, HazardKind};
pub use name::Ns;
pub use package::{Kind, Package};
pub use part_name::PartName;
pub use relationships::{Relationship, Target};
pub use sniff::FileKind;
pub use splice::{Edit, escape, splice, undo};
pub use xml::{NodeId, Tree};
