//! Work on a stranger's PDF, on a thread of its own.
//!
//! The libraries for PDF were written for files that mean well: on others some panic, and some
//! need deep stacks. A panic there is an answer, and its words may quote the file, so nothing of
//! it reaches the error stream.

use std::sync::Once;
use std::{io, panic, thread};

/// Objects may lie within objects, forms within forms: room for that.
const STACK: usize = 64 * 1024 * 1024;
const THREAD: &str = "pdf";

/// Begins `work`. Whoever waits for what it says sets the time.
///
/// # Errors
/// The system gives no more threads.
pub(crate) fn begin(work: impl FnOnce() + Send + 'static) -> io::Result<()> {
    hush();
    let thread = thread::Builder::new().name(THREAD.into()).stack_size(STACK);
    thread.spawn(work).map(drop)
}

/// Keeps the panics of these threads out of the error stream.
fn hush() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            if thread::current().name() != Some(THREAD) {
                before(panic);
            }
        }));
    });
}
