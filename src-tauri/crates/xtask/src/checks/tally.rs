//! Counts what passed, step by step, and says so at the end.

use std::time::{Duration, Instant};

use crate::say;

/// What came of a step that did not fail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Outcome {
    /// It counts as one.
    Passed,
    /// It ran tests of its own; so many passed.
    Tests(usize),
    /// It could not be taken here, for this reason.
    Skipped(String),
}

/// A step that did not pass: how many of its tests failed, and a line that says why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Failure {
    /// Tests that passed all the same.
    pub(super) passed: usize,
    /// At least one.
    pub(super) failed: usize,
    /// What went wrong.
    pub(super) why: String,
}

impl From<String> for Failure {
    fn from(why: String) -> Self {
        Self { passed: 0, failed: 1, why }
    }
}

/// How many passed, failed or were skipped so far.
#[derive(Debug)]
pub(super) struct Tally {
    /// Whether leaving a step out is a failure.
    strict: bool,
    passed: usize,
    failed: usize,
    skipped: usize,
    lines: Vec<String>,
    started: Instant,
}

impl Tally {
    /// Lets steps be left out where something is missing.
    pub(super) fn lenient() -> Self {
        Self {
            strict: false,
            passed: 0,
            failed: 0,
            skipped: 0,
            lines: Vec::new(),
            started: Instant::now(),
        }
    }

    /// Takes a step that is left out for one that failed.
    pub(super) fn strict() -> Self {
        Self { strict: true, ..Self::lenient() }
    }

    /// Takes a step and counts it.
    pub(super) fn step(&mut self, title: &str, work: impl FnOnce() -> Result<Outcome, Failure>) {
        say::headline(title);
        let started = Instant::now();
        let result = work();
        self.count(title, result, started.elapsed());
    }

    fn count(&mut self, title: &str, result: Result<Outcome, Failure>, took: Duration) {
        let result = match result {
            Ok(Outcome::Skipped(why)) if self.strict => Err(Failure::from(why)),
            other => other,
        };
        let took = say::duration(took);
        let line = match result {
            Ok(Outcome::Passed) => {
                self.passed += 1;
                format!("ok       {title} ({took})")
            }
            Ok(Outcome::Tests(passed)) => {
                self.passed += passed;
                format!("ok       {title}: {passed} tests ({took})")
            }
            Ok(Outcome::Skipped(why)) => {
                self.skipped += 1;
                format!("skipped  {title}: {why}")
            }
            Err(Failure { passed, failed, why }) => {
                self.passed += passed;
                self.failed += failed;
                format!("FAILED   {title} ({took}): {why}")
            }
        };
        say::line(&line);
        self.lines.push(line);
    }

    /// Says what came of it all. The last line is the sum, alone.
    pub(super) fn finish(self) -> Result<(), String> {
        say::headline(&format!("All steps, {}", say::duration(self.started.elapsed())));
        for line in &self.lines {
            say::line(line);
        }
        say::line("");
        say::line(&self.sum());
        if self.failed == 0 { Ok(()) } else { Err(String::new()) }
    }

    fn sum(&self) -> String {
        let sum = format!("{} passed, {} failed", self.passed, self.failed);
        if self.skipped == 0 { sum } else { format!("{sum}, {} skipped", self.skipped) }
    }
}

/// What one line of `cargo test` says of a finished test program: passed and failed.
pub(super) fn results(line: &str) -> Option<(usize, usize)> {
    let (_, counts) = line.strip_prefix("test result: ")?.split_once(". ")?;
    let number = |word: &str| {
        let count = counts.split("; ").find_map(|it| it.strip_suffix(word))?;
        count.trim().parse().ok()
    };
    Some((number("passed")?, number("failed")?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_counts_of_cargo_test_are_read() {
        let line = "test result: FAILED. 8 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.10s";
        assert_eq!(results(line), Some((8, 1)));
        assert_eq!(results("test layers::every_crate_has_a_row ... ok"), None);
    }

    #[test]
    fn the_sum_counts_tests_and_steps() {
        let mut tally = Tally::lenient();
        tally.step("one", || Ok(Outcome::Passed));
        tally.step("many", || Ok(Outcome::Tests(40)));
        assert_eq!(tally.sum(), "41 passed, 0 failed");
        tally.step("absent", || Ok(Outcome::Skipped("no reader".into())));
        assert_eq!(tally.sum(), "41 passed, 0 failed, 1 skipped");
        tally.step("half", || Err(Failure { passed: 3, failed: 2, why: "two broke".into() }));
        assert_eq!(tally.sum(), "44 passed, 2 failed, 1 skipped");
        assert!(tally.finish().is_err());
    }

    #[test]
    fn where_nothing_may_be_left_out_a_skipped_step_failed() {
        let mut tally = Tally::strict();
        tally.step("absent", || Ok(Outcome::Skipped("no reader".into())));
        assert_eq!(tally.sum(), "0 passed, 1 failed");
    }
}
