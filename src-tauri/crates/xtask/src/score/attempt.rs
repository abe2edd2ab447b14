//! Fills the files of a folder, one process each, and looks at how that ended.

use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

use crate::{
    process::{Ending, Program},
    sample::Build,
    say,
};

/// Nobody waits longer for a form. Without optimisation it may take ten times that.
const LIMIT: Duration = Duration::from_secs(2);

/// Who fills.
#[derive(Debug)]
pub(super) struct Filler {
    candidacy: PathBuf,
    profile: PathBuf,
    limit: Duration,
}

/// What came of one file.
#[derive(Debug)]
pub(super) struct Attempt {
    /// The blank file.
    pub(super) form: PathBuf,
    /// Where the filled one lies, if it was filled.
    pub(super) filled: PathBuf,
    ending: Ending,
    took: Duration,
    complaint: String,
}

impl Filler {
    /// The candidate whom the judges know, and the program.
    pub(super) fn new(root: &Path, candidacy: PathBuf, build: Build) -> Self {
        let profile = root.join("src-tauri/crates/xtask/score/profile.json");
        let limit = if build == Build::Release { LIMIT } else { LIMIT * 10 };
        Self { candidacy, profile, limit }
    }

    /// Fills every file of a folder into `out`, and says what was refused.
    pub(super) fn fill_all(&self, forms: &Path, out: &Path) -> Result<Vec<Attempt>, String> {
        let failed = |error| format!("`{}`: {error}", out.display());
        if out.exists() {
            fs::remove_dir_all(out).map_err(failed)?;
        }
        fs::create_dir_all(out).map_err(failed)?;
        let entries = fs::read_dir(forms);
        let entries = entries.map_err(|error| format!("`{}`: {error}", forms.display()))?;
        let mut files: Vec<_> = entries.flatten().map(|it| it.path()).collect();
        files.retain(|it| it.is_file());
        files.sort();
        let fill = |it| self.fill(it, out);
        let attempts: Vec<_> = files.into_iter().map(fill).collect::<Result<_, _>>()?;
        report(&attempts);
        Ok(attempts)
    }

    fn fill(&self, form: PathBuf, out: &Path) -> Result<Attempt, String> {
        let filled = out.join(form.file_name().unwrap_or_default());
        let complaints = out.with_extension("txt");
        let fill = Program::new(&self.candidacy).arg("fill").arg(&form);
        let fill = fill.arg("--profile").arg(&self.profile).arg("--out").arg(&filled);
        let (ending, took) =
            fill.args(["--release", "all"]).within_time(self.limit, &complaints)?;
        let complaint = fs::read_to_string(&complaints);
        let complaint =
            complaint.map_err(|error| format!("`{}`: {error}", complaints.display()))?;
        Ok(Attempt { form, filled, ending, took, complaint })
    }
}

impl Attempt {
    /// The file's name.
    pub(super) fn name(&self) -> String {
        self.form.file_name().unwrap_or_default().display().to_string()
    }

    /// Whether the program broke, hung, was at a loss for words or left something half-done.
    pub(super) fn is_bad(&self) -> bool {
        match self.ending {
            Ending::Exited(Some(0)) => !self.filled.is_file(),
            // One line that says what, and one that says what to do.
            Ending::Exited(Some(1)) => {
                self.filled.exists() || !(1..=2).contains(&self.complaint.lines().count())
            }
            Ending::Exited(_) | Ending::TooLong => true,
        }
    }
}

/// Says what was refused, what went wrong, and what took longest.
fn report(attempts: &[Attempt]) {
    for it in attempts.iter().filter(|it| it.ending != Ending::Exited(Some(0))) {
        let first = it.complaint.lines().next().unwrap_or("not a word");
        let verdict = if it.is_bad() { "BAD" } else { "refused" };
        say::line(&format!("  {verdict} {}: {first} [{:?}]", it.name(), it.ending));
    }
    let filled = attempts.iter().filter(|it| it.filled.is_file()).count();
    let slowest = attempts.iter().max_by_key(|it| it.took);
    let slowest = slowest.map_or_else(String::new, |it| {
        format!("; slowest: {} in {}", it.name(), say::duration(it.took))
    });
    say::line(&format!("  {filled} of {} filled{slowest}", attempts.len()));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(ending: Ending, complaint: &str, is_bad: bool) {
        let attempt = Attempt {
            form: PathBuf::from("form.docx"),
            filled: PathBuf::from("no/such/file.docx"),
            ending,
            took: Duration::ZERO,
            complaint: complaint.into(),
        };
        assert_eq!(attempt.is_bad(), is_bad, "{attempt:?}");
    }

    #[test]
    fn a_refusal_is_a_line_and_a_hint() {
        check(Ending::Exited(Some(1)), "error: it holds macros\nhint: save it without\n", false);
        check(Ending::Exited(Some(1)), "", true);
        check(Ending::Exited(Some(1)), "a\nb\nc\n", true);
    }

    #[test]
    fn panics_signals_and_hangs_are_bad() {
        check(Ending::Exited(Some(101)), "thread main panicked", true);
        check(Ending::Exited(None), "", true);
        check(Ending::TooLong, "", true);
    }

    #[test]
    fn a_fill_without_a_file_is_bad() {
        check(Ending::Exited(Some(0)), "", true);
    }
}
