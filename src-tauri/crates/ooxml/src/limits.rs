//! How much a package may ask of us.
//!
//! All of them are checked against what the archive *says*, before anything is
//! inflated, and again while inflating, against what it *does*.

/// Entries in an archive. The largest real form seen has 96.
pub(crate) const ENTRIES: usize = 1_000;
/// Bytes of one part, inflated.
pub(crate) const PART: u64 = 64 << 20;
/// Bytes of all parts together, inflated.
pub(crate) const PACKAGE: u64 = 256 << 20;
/// How many times larger a part may become …
pub(crate) const RATIO: u64 = 100;
/// … after this many bytes, which anything may become.
pub(crate) const FREE: u64 = 1 << 20;
/// Bytes of `[Content_Types].xml` and all relationships together, which `open` reads.
pub(crate) const PLUMBING: usize = 8 << 20;
