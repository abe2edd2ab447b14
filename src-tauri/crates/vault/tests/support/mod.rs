//! Where tests put what they make.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says where")]

use std::path::Path;

/// A folder in memory where there is one: these tests kill processes and damage
/// files, but none of them cuts the power, and pushing to a disk takes its time.
pub(crate) fn scratch() -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }.unwrap()
}
