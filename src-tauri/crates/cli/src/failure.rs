//! How a failure is told: one line, and a hint.

use std::io::{self, Write as _};

use crate::print::shown;

/// Why a command cannot be done.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The engine says why.
    Engine(Box<engine::Error>),
    /// The standard output does not take what is printed.
    Output(io::Error),
    /// What was looked over is not in order; the findings were printed.
    Found {
        /// What is the matter, in one line.
        what: String,
        /// What to do about it.
        hint: String,
    },
}

impl Failure {
    /// Says it on the standard error.
    pub(crate) fn tell(&self) {
        let (what, hint) = match self {
            // Whoever reads us has heard enough, as in `candidacy … | head`.
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => return,
            Self::Output(error) => (format!("could not print: {error}"), String::new()),
            Self::Engine(error) => error.told(),
            Self::Found { what, hint } => (what.clone(), hint.clone()),
        };
        let mut stderr = io::stderr().lock();
        let told = writeln!(stderr, "error: {}", shown(&what));
        if !hint.is_empty() {
            drop(told.and_then(|()| writeln!(stderr, "hint: {}", shown(&hint))));
        }
    }
}

impl From<engine::Error> for Failure {
    fn from(error: engine::Error) -> Self {
        Self::Engine(Box::new(error))
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}
