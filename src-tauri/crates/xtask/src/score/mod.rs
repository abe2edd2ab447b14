//! `cargo xtask score`: fills real forms and has the fills judged by other programs.
//!
//! Real forms are other people's and no part of the project. They are looked
//! for in `../shared`, beside it, or in `CANDIDACY_SHARED`.

mod attempt;
mod opened;
mod set;

use std::path::Path;

use crate::{process::Program, sample, say, setup};

use attempt::{Attempt, Filler};
use set::Set;

/// The environment with lxml, which the judges read XML with.
const ROOM: &str = "readers";

/// Fills and judges. `arguments` may name other forms and other gold.
pub(crate) fn score(root: &Path, arguments: &[&str]) -> Result<(), String> {
    let set = Set::find(root, arguments)?;
    let filler = Filler::new(root, sample::build(root, set.build)?, set.build);
    let python = setup::python_room(root, ROOM)?;
    let out = root.join("target/score/forms");
    say::headline(&format!("Filling the forms of {}", set.forms.display()));
    let forms = filler.fill_all(&set.forms, &out)?;
    say::headline("Judging what was filled");
    let judge = Program::new(&python).arg(set.tools.join("score.py"));
    judge.args([&set.gold, &set.forms, &out]).arg("--brief").run()?;
    say::headline("Looking for losses");
    let lost = losses(&python, &set, &forms)?;
    let mut all = forms;
    if set.edge.is_dir() {
        say::headline(&format!("Filling the odd and broken files of {}", set.edge.display()));
        all.extend(filler.fill_all(&set.edge, &root.join("target/score/edge"))?);
    }
    let mut bad = all.iter().filter(|it| it.is_bad()).count();
    if set.open {
        say::headline("Opening what was filled with other programs; this takes some minutes");
        bad += opened::open_all(root, &python, &all)?;
    }
    match (lost, bad) {
        (0, 0) => Ok(()),
        _ => Err(format!("{lost} forms lost something, {bad} files were handled badly")),
    }
}

/// How many filled forms lost something that the blank one had.
fn losses(python: &Path, set: &Set, forms: &[Attempt]) -> Result<usize, String> {
    let filled: Vec<_> = forms.iter().filter(|it| it.filled.is_file()).collect();
    let mut lost = 0;
    for it in &filled {
        let judge = Program::new(python).arg(set.tools.join("lossless.py"));
        let judge = judge.args([&it.form, &it.filled]);
        let gold = set.gold.join(it.form.file_stem().unwrap_or_default()).with_extension("json");
        let judge = if gold.is_file() { judge.arg("--gold").arg(gold) } else { judge };
        let (agrees, verdict) = judge.verdict()?;
        if agrees {
            continue;
        }
        lost += 1;
        say::line(&format!("  {}", it.name()));
        for line in verdict.lines().filter(|it| it.starts_with("LOSS")) {
            say::line(&format!("    {line}"));
        }
    }
    say::line(&format!("  {lost} of {} filled forms lost something", filled.len()));
    Ok(lost)
}
