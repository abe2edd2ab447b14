//! `cargo xtask bench`: our figures and other people's, from one run on one machine.
//!
//! Only the ratios mean something: a faster machine makes all of them smaller.

use std::{fs, path::Path};

use serde_json::Value;

use crate::{process::Program, say, setup};

/// The folder under `tests/` with the peers' scripts, and what they need.
const ROOM: &str = "peers";
/// The benchmark that peers are compared with: the same form, the same answers.
const FORM: &str = "30 blanks";
const FLOOR: &str = "floor";
const OURS: &str = "bytes to bytes";

/// A measured thing and its median in milliseconds.
type Row = (String, f64);

/// Measures everything and prints the table.
pub(crate) fn bench(root: &Path) -> Result<(), String> {
    let criterion = root.join("target/bench/criterion");
    let shared = root.join("target/bench/forms");
    fs::create_dir_all(&shared).map_err(|error| format!("`{}`: {error}", shared.display()))?;
    say::headline("Measuring Candidacy (the first optimised build takes about five minutes)");
    Program::cargo()
        .within(root)
        .args(["bench", "--locked", "--package", "forms", "--bench", "fill"])
        .env("CRITERION_HOME", &criterion)
        .env("CANDIDACY_PEERS", &shared)
        .run()?;
    say::headline("Filling a thousand forms in a row");
    Program::cargo()
        .within(root)
        .args(["bench", "--locked", "--package", "forms", "--bench", "batch"])
        .run()?;
    say::headline("Reading CVs");
    Program::cargo()
        .within(root)
        .args(["bench", "--locked", "--package", "documents", "--bench", "read"])
        .run()?;
    say::headline("Drawing letters and merging PDFs");
    Program::cargo()
        .within(root)
        .args(["bench", "--locked", "--package", "engine", "--bench", "papers"])
        .run()?;
    say::headline("Measuring docxtemplater and docxtpl on the same form");
    let peers = [
        ("docxtemplater 3.71", docxtemplater(root, &shared)),
        ("docxtpl 0.20", docxtpl(root, &shared)),
    ];
    say::headline("Ratios");
    let ours = criterion.join(FORM);
    let mut rows = rows(&ours)?;
    for (name, measured) in peers {
        match measured {
            Ok(median) => rows.push((name.to_owned(), median)),
            Err(error) => say::line(&format!("{name} could not be measured: {error}")),
        }
    }
    for line in table(&rows)? {
        say::line(&line);
    }
    Ok(())
}

fn docxtemplater(root: &Path, shared: &Path) -> Result<f64, String> {
    let scripts = setup::node_room(root, ROOM)?;
    let script = Program::new("node").arg(scripts.join("docxtemplater.mjs"));
    median(&script.args(["docxtemplater.docx", "answers.json"].map(|it| shared.join(it))).listen()?)
}

fn docxtpl(root: &Path, shared: &Path) -> Result<f64, String> {
    let python = setup::python_room(root, ROOM)?;
    let script = Program::new(python).arg(root.join("tests").join(ROOM).join("jinja.py"));
    median(&script.args(["docxtpl.docx", "answers.json"].map(|it| shared.join(it))).listen()?)
}

fn median(printed: &str) -> Result<f64, String> {
    printed.trim().parse().map_err(|_| format!("`{}` is no number", printed.trim()))
}

/// What criterion measured of our own, in the order of the work.
fn rows(group: &Path) -> Result<Vec<Row>, String> {
    let steps = [FLOOR, "open and inspect", "match", "fill and save", OURS];
    steps.iter().map(|step| Ok(((*step).to_owned(), estimate(&group.join(step))?))).collect()
}

fn estimate(folder: &Path) -> Result<f64, String> {
    let path = folder.join("new/estimates.json");
    let failed = |error: &dyn std::fmt::Display| format!("`{}`: {error}", path.display());
    let text = fs::read_to_string(&path).map_err(|error| failed(&error))?;
    let estimates: Value = serde_json::from_str(&text).map_err(|error| failed(&error))?;
    let nanoseconds = estimates["median"]["point_estimate"].as_f64();
    nanoseconds.map(|it| it / 1e6).ok_or_else(|| failed(&"it names no median"))
}

/// The table in Markdown, as the README shows it.
fn table(rows: &[Row]) -> Result<Vec<String>, String> {
    let of = |name: &str| rows.iter().find(|it| it.0 == name).map(|it| it.1);
    let (floor, ours) = of(FLOOR).zip(of(OURS)).ok_or("the floor or our own figure is missing")?;
    let head = ["| | median | to the floor | to ours |", "| --- | ---: | ---: | ---: |"];
    let lines = rows.iter().map(|(name, median)| {
        format!("| {name} | {median:.3} ms | {:.2} | {:.2} |", median / floor, median / ours)
    });
    Ok(head.into_iter().map(String::from).chain(lines).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ratios_are_to_the_floor_and_to_ours() {
        let rows = [(FLOOR.into(), 0.1), (OURS.into(), 0.4), ("peer".into(), 8.0)];
        let table = table(&rows).unwrap();
        assert_eq!(table[2], "| floor | 0.100 ms | 1.00 | 0.25 |");
        assert_eq!(table[4], "| peer | 8.000 ms | 80.00 | 20.00 |");
    }

    #[test]
    fn without_a_floor_there_is_no_table() {
        assert!(table(&[(OURS.into(), 0.4)]).is_err());
    }
}
