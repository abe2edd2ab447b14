//! `cargo xtask score`: fills real forms and has the fills judged by other programs.
//!
//! Real forms are other people's and no part of the project. They are looked
//! for in `../shared`, beside it, or in `CANDIDACY_SHARED`.

use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

use crate::{
    process::{Ending, Program},
    sample, say, setup,
};

/// The environment with lxml, which the judges read XML with.
const ROOM: &str = "readers";
/// Nobody waits longer for a form.
const LIMIT: Duration = Duration::from_secs(2);

/// Where everything lies.
#[derive(Debug)]
struct Set {
    tools: PathBuf,
    forms: PathBuf,
    gold: PathBuf,
    edge: PathBuf,
}

/// What came of one form.
#[derive(Debug)]
struct Attempt {
    form: PathBuf,
    filled: PathBuf,
    ending: Ending,
    took: Duration,
    complaint: String,
}

/// Fills and judges. `arguments` may name other forms and other gold.
pub(crate) fn score(root: &Path, arguments: &[&str]) -> Result<(), String> {
    let set = Set::find(root, arguments)?;
    let candidacy = sample::build()?;
    let python = setup::python_room(root, ROOM)?;
    say::headline(&format!("Filling the forms of {}", set.forms.display()));
    let forms = fill_all(root, &candidacy, &set.forms, "forms")?;
    say::headline("Judging what was filled");
    let filled = root.join("target/score/forms");
    let judge = Program::new(&python).arg(set.tools.join("score.py"));
    judge.args([&set.gold, &set.forms, &filled]).arg("--brief").run()?;
    say::headline("Looking for losses");
    let lost = losses(&python, &set, &forms)?;
    let mut hung = count_bad(&forms);
    if set.edge.is_dir() {
        say::headline(&format!("Odd and broken files of {}", set.edge.display()));
        hung += count_bad(&fill_all(root, &candidacy, &set.edge, "edge")?);
    }
    match (lost, hung) {
        (0, 0) => Ok(()),
        _ => Err(format!("{lost} forms lost something, {hung} files were handled badly")),
    }
}

impl Set {
    fn find(root: &Path, arguments: &[&str]) -> Result<Self, String> {
        let shared = std::env::var_os("CANDIDACY_SHARED")
            .map_or_else(|| root.join("../shared"), PathBuf::from);
        let mut set = Self {
            tools: shared.join("tools"),
            forms: shared.join("forms/forms"),
            gold: shared.join("forms/gold"),
            edge: shared.join("forms/edge"),
        };
        for pair in arguments.chunks(2) {
            match pair {
                ["--forms", folder] => set.forms = folder.into(),
                ["--gold", folder] => set.gold = folder.into(),
                ["--edge", folder] => set.edge = folder.into(),
                _ => {
                    return Err(
                        "usage: cargo xtask score [--forms DIR] [--gold DIR] [--edge DIR]".into()
                    );
                }
            }
        }
        for folder in [&set.tools, &set.forms, &set.gold] {
            if !folder.is_dir() {
                return Err(format!(
                    "there is no folder `{}`: the real forms and their judges are no part of the \
                     project; say where they are with CANDIDACY_SHARED",
                    folder.display()
                ));
            }
        }
        Ok(set)
    }
}

/// Fills every file of a folder into `target/score/<name>`, and says what was refused.
fn fill_all(
    root: &Path,
    candidacy: &Path,
    forms: &Path,
    name: &str,
) -> Result<Vec<Attempt>, String> {
    let out = root.join("target/score").join(name);
    let failed = |error| format!("`{}`: {error}", out.display());
    if out.exists() {
        fs::remove_dir_all(&out).map_err(failed)?;
    }
    fs::create_dir_all(&out).map_err(failed)?;
    let entries = fs::read_dir(forms).map_err(|error| format!("`{}`: {error}", forms.display()))?;
    let mut files: Vec<PathBuf> = entries.flatten().map(|it| it.path()).collect();
    files.retain(|it| it.is_file());
    files.sort();
    let profile = root.join("src-tauri/crates/xtask/score/profile.json");
    let mut attempts = Vec::new();
    for form in files {
        attempts.push(attempt(candidacy, &profile, form, &out)?);
    }
    report(&attempts);
    Ok(attempts)
}

fn attempt(candidacy: &Path, profile: &Path, form: PathBuf, out: &Path) -> Result<Attempt, String> {
    let filled = out.join(form.file_name().unwrap_or_default());
    let complaints = out.with_extension("txt");
    let (ending, took) = Program::new(candidacy)
        .arg("fill")
        .arg(&form)
        .arg("--profile")
        .arg(profile)
        .arg("--out")
        .arg(&filled)
        .args(["--release", "all"])
        .within_time(LIMIT, &complaints)?;
    let complaint = fs::read_to_string(&complaints).unwrap_or_default();
    Ok(Attempt { form, filled, ending, took, complaint })
}

/// Says what was refused, what went wrong, and what took longest.
fn report(attempts: &[Attempt]) {
    let name = |it: &Attempt| it.form.file_name().unwrap_or_default().display().to_string();
    for it in attempts.iter().filter(|it| it.ending != Ending::Exited(Some(0))) {
        let first = it.complaint.lines().next().unwrap_or("not a word");
        let verdict = if it.is_bad() { "BAD" } else { "refused" };
        say::line(&format!("  {verdict} {}: {first} [{:?}]", name(it), it.ending));
    }
    let filled = attempts.iter().filter(|it| it.filled.is_file()).count();
    let slowest = attempts.iter().max_by_key(|it| it.took);
    let slowest = slowest.map_or_else(String::new, |it| {
        format!("; slowest: {} in {}", name(it), say::duration(it.took))
    });
    say::line(&format!("  {filled} of {} filled{slowest}", attempts.len()));
}

impl Attempt {
    /// Whether the program broke, hung, complained at length or left something half-done.
    fn is_bad(&self) -> bool {
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

fn count_bad(attempts: &[Attempt]) -> usize {
    attempts.iter().filter(|it| it.is_bad()).count()
}

/// How many filled forms lost something that the blank one had.
fn losses(python: &Path, set: &Set, forms: &[Attempt]) -> Result<usize, String> {
    let mut lost = 0;
    for it in forms.iter().filter(|it| it.filled.is_file()) {
        let judge =
            Program::new(python).arg(set.tools.join("lossless.py")).args([&it.form, &it.filled]);
        let gold = set.gold.join(it.form.file_name().unwrap_or_default()).with_extension("json");
        let judge = if gold.is_file() { judge.arg("--gold").arg(gold) } else { judge };
        let (agrees, verdict) = judge.verdict()?;
        if !agrees {
            lost += 1;
            say::line(&format!("  {}", it.form.display()));
            verdict
                .lines()
                .filter(|it| it.contains("LOSS"))
                .for_each(|it| say::line(&format!("    {it}")));
        }
    }
    say::line(&format!(
        "  {lost} of {} forms lost something",
        forms.iter().filter(|it| it.filled.is_file()).count()
    ));
    Ok(lost)
}
