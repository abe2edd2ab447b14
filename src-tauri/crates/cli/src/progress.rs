//! Shows that work goes on, where somebody is looking and it takes its time.

use std::{
    io::{self, IsTerminal as _},
    sync::mpsc::{self, RecvTimeoutError},
    thread,
    time::Duration,
};

use indicatif::{ProgressBar, ProgressStyle};

/// Work that is done sooner is not worth a word.
const PATIENCE: Duration = Duration::from_secs(1);

/// Does `work`, with a moving bar called `name` if it takes over a second and
/// the standard error is a terminal.
pub(crate) fn during<T>(name: &'static str, work: impl FnOnce() -> T) -> T {
    if !io::stderr().is_terminal() {
        return work();
    }
    let (done, wait) = mpsc::channel::<()>();
    thread::scope(|scope| {
        scope.spawn(move || {
            if wait.recv_timeout(PATIENCE) != Err(RecvTimeoutError::Timeout) {
                return;
            }
            let bar = ProgressBar::new_spinner().with_message(name);
            if let Ok(style) = ProgressStyle::with_template("{spinner} {msg} {elapsed}") {
                bar.set_style(style);
            }
            bar.enable_steady_tick(Duration::from_millis(100));
            // Ends when the work drops its end of the channel.
            let _: Result<(), _> = wait.recv();
            bar.finish_and_clear();
        });
        let result = work();
        drop(done);
        result
    })
}
