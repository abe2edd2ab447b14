//! Packages from the outside: opened, refused, saved.
#![cfg(test)]

mod archive;
mod hazards;
mod hostile;
mod hostile_records;
mod lossless;
mod real_forms;
mod strangers;
