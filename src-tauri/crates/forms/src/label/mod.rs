//! Labels taken apart: what is asked, and what the form adds about how to answer.
//!
//! Forms print the same question in many dresses: `1. 姓　　名（与身份证一致）*：`,
//! `Applicant's Name (in capital letters)`, `姓名 Name`. A [`parts::Label`] is the bare
//! question in each language it is printed in, and the words in brackets apart.
//! A [`Grammar`] brings questions to one spelling, so that a dictionary can hold
//! them once.

mod grammar;
mod normal;
mod parts;
mod script;

pub(crate) use grammar::{Grammar, Rules};
pub(crate) use normal::Normal;
pub(crate) use script::{is_han, plain};
