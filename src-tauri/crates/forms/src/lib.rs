//! A form's fields: find, match, plan, approve, fill, report.
//!
//! One way through: [`Form::open`] finds the fields, [`Plan::new`] matches them
//! with the candidate's facts, the candidate approves ([`Plan::approve`]), and
//! [`fill()`] writes what was approved and says what it did.
//!
//! **Invariants.** A blank is filled only from a fact or an answer the
//! candidate gave. [`fill()`] takes [`Approved`], which only [`Plan::approve`]
//! makes. Parts for others and signatures are never written.

mod answer;
mod dictionary;
mod error;
mod field;
mod fill;
mod fingerprint;
mod form;
mod label;
pub mod layout;
mod matching;
mod measure;
mod plan;
pub mod preview;
mod render;
mod report;
mod sheet;
mod word;

pub use answer::{Answer, Photo, PhotoFormat};
pub use dictionary::Dictionary;
pub use error::Error;
pub use field::{Column, DatePart, Field, FieldId, Filler, Kind, Language, Place};
pub use fill::{Filled, fill};
pub use fingerprint::{Fingerprint, fingerprint};
pub use form::Form;
pub use matching::{Confidence, Match};
pub use plan::{Approved, Given, Note, Plan, Proposal, Release, Settings, Source, Why};
pub use render::Precision;
pub use report::{Entry, Outcome, Report};
