//! The candidate's desk, asked as a window asks it.

mod applying;
mod form;
mod keeping;
mod profile;
mod quiet;
mod support;
mod undo;
