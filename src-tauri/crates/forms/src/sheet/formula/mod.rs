//! Formulas, as far as forms need them: which cells a list lies in.
//!
//! Lists name a range, a name, or work their range out of another answer
//! (`OFFSET`, `INDIRECT`, `MATCH`). What is not understood is no list.

mod parse;
mod work;

pub(crate) use parse::{Formula, Reference};
pub(crate) use work::{Scope, list, single};
