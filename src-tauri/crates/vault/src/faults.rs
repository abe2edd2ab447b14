//! Lets a test fail each step that touches the disk, one after the other.
//!
//! Outside of tests there is nothing here: [`step`] is an empty function.

use std::io;

/// Stands before every step that touches the disk.
#[cfg(not(test))]
#[expect(clippy::unnecessary_wraps, reason = "it does fail in tests")]
#[inline]
pub(crate) fn step() -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
pub(crate) use testing::step;

#[cfg(test)]
pub(crate) mod testing {
    use std::cell::Cell;

    use super::io;

    thread_local! {
        /// How many steps still succeed. Each test has a thread of its own.
        static LEFT: Cell<Option<usize>> = const { Cell::new(None) };
    }

    pub(crate) fn step() -> io::Result<()> {
        match LEFT.get() {
            Some(0) => {
                LEFT.set(None);
                Err(io::Error::from(io::ErrorKind::StorageFull))
            }
            Some(left) => {
                LEFT.set(Some(left - 1));
                Ok(())
            }
            None => Ok(()),
        }
    }

    /// Lets `steps` succeed while `work` is done, and fails the next one, once.
    /// Says whether that step was ever reached.
    pub(crate) fn fail_after<T>(steps: usize, work: impl FnOnce() -> T) -> (T, bool) {
        LEFT.set(Some(steps));
        let done = work();
        (done, LEFT.replace(None).is_none())
    }
}
