//! From what the desk shows to what crosses to the screens, and from what the screens ask to
//! what the desk understands. Line by line, without a thought.

mod application;
mod error;
mod form;
mod grid;
mod home;
mod package;
mod papers;
mod posting;
mod profile;
mod vault;

pub(crate) use home::home;

use engine::jiff::civil::DateTime;

/// Writes `From` between two lists of names that are the same, in one direction. The match has
/// no wildcard: a name that is new in the engine does not compile until it crosses.
macro_rules! same {
    ($from:ty => $to:ty { $($name:ident),+ $(,)? }) => {
        impl From<$from> for $to {
            fn from(it: $from) -> Self {
                match it {
                    $(<$from>::$name => Self::$name,)+
                }
            }
        }
    };
}
use same;

/// A number of things. Nobody has four thousand million of them.
pub(crate) fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// A place in a list that a screen names.
pub(crate) fn place(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// To the minute, as the screens show it.
fn minute(when: DateTime) -> String {
    when.strftime("%Y-%m-%dT%H:%M").to_string()
}

/// Takes each over.
pub(crate) fn each<A, B: From<A>>(many: Vec<A>) -> Vec<B> {
    many.into_iter().map(B::from).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_cross_to_the_minute() {
        assert_eq!(minute("2026-03-01T14:05:59".parse().unwrap()), "2026-03-01T14:05");
    }

    #[test]
    fn a_number_that_is_too_large_stays_large() {
        assert_eq!(count(usize::MAX), u32::MAX);
        assert_eq!(place(7), 7);
    }
}
