//! `cargo xtask measure`: the app as people get it, beside a bare window of Tauri.

use std::{
    fs,
    io::Cursor,
    path::{Path, PathBuf},
};

use docx_rs::{Docx, Paragraph, Run, Table, TableCell, TableRow};

use crate::{process::Program, say, setup, templates, window};

/// How many questions the form has in which typing is measured.
const FIELDS: usize = 100;

/// Builds what is measured and has `tests/e2e/measure.mjs` measure it.
pub(crate) fn measure(root: &Path) -> Result<(), String> {
    setup::prepare(setup::BUILD);
    setup::prepare(setup::DESKTOP);
    window::page(root)?;
    // With its symbols, which say whose code it is; they are stripped before it is weighed. In a
    // folder of its own, so that the build that people get is not thrown away for it.
    let target = root.join("target/measure");
    let build = ["build", "--release", "--locked", "--package", "app"];
    let build = Program::cargo().within(root).args(build).args(["--bins", "--example", "bare"]);
    // Builds for people cannot be driven.
    let build = build.args(["--features", "e2e"]);
    say::headline("Building as people get it; this takes about ten minutes the first time");
    let build = window::for_people(build, root)?;
    build.env("CARGO_PROFILE_RELEASE_STRIP", "none").env("CARGO_TARGET_DIR", &target).run()?;
    let form = target.join("hundred-questions.docx");
    templates::write(&form, &hundred_questions()?)?;
    let folder = root.join("tests/e2e");
    setup::packages(&folder)?;
    say::headline("Measuring");
    let measure = Program::new("node").arg("measure.mjs").within(&folder);
    let measure = measure
        .env("CANDIDACY_APP", target.join("release/candidacy-app"))
        .env("CANDIDACY_BARE", target.join("release/examples/bare"))
        .env("CANDIDACY_FORM", &form);
    match newest_deb(root) {
        Some(deb) => measure.env("CANDIDACY_DEB", deb).run(),
        None => measure.run(),
    }
}

/// The .deb that `cargo xtask bundle` made last.
fn newest_deb(root: &Path) -> Option<PathBuf> {
    let folder = fs::read_dir(root.join("target/release/bundle/deb")).ok()?;
    let debs = folder.flatten().map(|it| it.path());
    debs.filter(|it| it.extension().is_some_and(|it| it == "deb")).max()
}

/// A form with a hundred blanks that nobody knows the answers to.
fn hundred_questions() -> Result<Vec<u8>, String> {
    let cell = |words: &str| {
        TableCell::new().add_paragraph(Paragraph::new().add_run(Run::new().add_text(words)))
    };
    let rows = (1..=FIELDS)
        .map(|number| TableRow::new(vec![cell(&format!("Remark {number}")), cell("")]))
        .collect();
    let title = Paragraph::new().add_run(Run::new().add_text("A form with a hundred questions"));
    let form = Docx::new().add_paragraph(title).add_table(Table::new(rows));
    let mut bytes = Cursor::new(Vec::new());
    form.build().pack(&mut bytes).map_err(|error| error.to_string())?;
    Ok(bytes.into_inner())
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_form_is_a_package() {
        assert!(ooxml::Package::open(super::hundred_questions().unwrap()).is_ok());
    }
}
