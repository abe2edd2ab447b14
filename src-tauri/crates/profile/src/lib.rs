//! Facts about the candidate, in English and Chinese.
//!
//! A [`Profile`] is what the candidate told us once. A [`Key`] names one fact,
//! [`catalogue()`] lists the keys, and [`Profile::fact`] answers with a [`Fact`]:
//! the value, where in the profile it stands, and whether it is sensitive.
//!
//! **Invariants.** Nothing is invented: `None` means that the candidate has not
//! said, and a value that was worked out says so ([`Fact::derived`]) and is
//! never stored. Nothing is lost: members we do not know are kept and written
//! again. This crate reads no file and no clock.

mod catalogue;
mod check;
mod date;
mod error;
pub mod export;
pub mod import;
mod key;
mod list;
mod month;
pub mod offer;
pub mod phone;
mod pinyin;
mod place;
mod probe;
mod profile;
mod resolve;
pub mod schema;
mod suggest;
mod text;
mod value;

pub use catalogue::{KeyInfo, RowList, catalogue};
pub use check::{Fault, Finding, Severity};
pub use date::{NotADate, PartialDate};
pub use error::Error;
pub use key::Key;
pub use list::*;
pub use month::MONTHS;
pub use probe::Slot;
pub use profile::{Profile, SCHEMA_VERSION, schema, schema_of_types};
pub use resolve::Row;
pub use suggest::Suggestion;
pub use text::{Language, Text};
pub use value::{Fact, Value, ValueKind};
