//! `cargo xtask score --open`: has every filled file opened by other people's programs, and held
//! against what the same program says of the blank one.

use std::{fs, path::Path};

use crate::{
    checks::{pdf_of, to_pdfs},
    process::Program,
    say, setup,
};

use super::{ROOM, attempt::Attempt};

/// So many files are laid out in one run of LibreOffice: it starts once for all of them.
const BATCH: usize = 12;

/// Opens the filled ones; gives how many are worse than their blank ones.
pub(super) fn open_all(root: &Path, python: &Path, all: &[Attempt]) -> Result<usize, String> {
    let filled: Vec<&Attempt> = all.iter().filter(|it| it.filled.is_file()).collect();
    let read = with_python(root, python, &filled)?;
    let valid = validate(root, &filled)?;
    let laid_out = lay_out(root, &filled)?;
    Ok(usize::from(!read) + valid + laid_out)
}

/// python-docx and openpyxl.
fn with_python(root: &Path, python: &Path, filled: &[&Attempt]) -> Result<bool, String> {
    let script = root.join("tests").join(ROOM).join("open.py");
    let pairs = filled.iter().flat_map(|it| [&it.form, &it.filled]);
    let (agrees, said) = Program::new(python).arg(script).args(pairs).verdict()?;
    said.lines().for_each(say::line);
    Ok(agrees)
}

/// The Open XML SDK: no fault that the blank one has not.
fn validate(root: &Path, filled: &[&Attempt]) -> Result<usize, String> {
    let script = setup::node_room(root, ROOM)?.join("validate.mjs");
    let mut worse = 0;
    for it in filled {
        let validate = Program::new("node").arg(&script).args([&it.form, &it.filled]);
        let (agrees, said) = validate.verdict()?;
        if !agrees {
            worse += 1;
            say::line(&format!("  {}", it.name()));
            said.lines().for_each(say::line);
        }
    }
    let fine = filled.len() - worse;
    say::line(&format!("  {fine} of {} filled files have no new fault", filled.len()));
    Ok(worse)
}

/// LibreOffice: pages wherever the blank one has pages.
fn lay_out(root: &Path, filled: &[&Attempt]) -> Result<usize, String> {
    let out = root.join("target/score/pages");
    let settings = out.join("libreoffice");
    let convert = |files: &[&Path], into: &Path| to_pdfs(&settings, into, files)?.verdict();
    let has_pages =
        |file: &Path, into: &Path| pdf_of(file, into).metadata().is_ok_and(|it| it.len() > 0);
    let mut worse = 0;
    for batch in filled.chunks(BATCH) {
        let of_blank = out.join("blank");
        let of_filled = out.join("filled");
        for folder in [&of_blank, &of_filled] {
            if folder.exists() {
                fs::remove_dir_all(folder).map_err(|error| error.to_string())?;
            }
        }
        let files: Vec<&Path> = batch.iter().map(|it| it.filled.as_path()).collect();
        convert(&files, &of_filled)?;
        for it in batch.iter().filter(|it| !has_pages(&it.filled, &of_filled)) {
            // One file that hangs or breaks it takes the rest of its batch along.
            convert(&[&it.filled], &of_filled)?;
            convert(&[&it.form], &of_blank)?;
            if !has_pages(&it.filled, &of_filled) && has_pages(&it.form, &of_blank) {
                worse += 1;
                say::line(&format!("  {}: LibreOffice makes no pages of it", it.name()));
            }
        }
    }
    let fine = filled.len() - worse;
    say::line(&format!("  {fine} of {} filled files are laid out by LibreOffice", filled.len()));
    Ok(worse)
}
