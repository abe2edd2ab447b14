//! Has other people's programs read a bundle that we wrote.
//!
//! What we think of our own files proves little: the one who gets them opens
//! them with something else.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{
    process::{Program, found},
    sample::{self, Gathered},
    say, setup,
};

use super::{Failure, Outcome, Tally, fresh, passed};

/// The folder under `tests/` with the scripts, and what they need.
const ROOM: &str = "readers";

/// Bundles the sample application and has it read by everybody.
pub(super) fn take(root: &Path, candidacy: &Path, tally: &mut Tally) {
    let mut made = None;
    tally.step("The sample candidate's application is bundled", || {
        let out = fresh(root, "bundle")?;
        made = Some((sample::gather(root, candidacy, &out, &out.join("bundle.json"))?, out));
        Ok(Outcome::Passed)
    });
    let Some((gathered, out)) = made else { return };
    let blank = sample::blank_form(root);
    tally.step("Python reads the bundle", || {
        with_python(|| read_bundle(root, &gathered, &sample::cvs(root)))
    });
    tally.step("python-docx finds every answer in its place", || {
        with_python(|| {
            let fields = out.join("fields.json");
            let inspect = Program::new(candidacy).arg("inspect").arg(&blank).arg("--json");
            inspect.print_into(&fields)?;
            let python = setup::python_room(root, ROOM)?;
            let script = script(root, "form.py");
            Program::new(python)
                .arg(script)
                .arg(&gathered.form)
                .args([fields, out.join("bundle.json")])
                .run()
        })
    });
    tally.step("The Open XML SDK finds no new fault in the form", || {
        if found("npm").is_none() {
            return Ok(skipped("npm is not on this computer"));
        }
        passed(validate(root, &blank, &gathered.form))
    });
    tally.step("LibreOffice lays the form out", || {
        if setup::soffice().is_none() || found("pdftoppm").is_none() {
            return Ok(skipped("LibreOffice or Poppler is not on this computer"));
        }
        passed(lay_out(root, &gathered.form, &out))
    });
}

/// `cargo xtask check-bundle FOLDER`: reads any bundle with Python alone.
pub(crate) fn check_bundle(root: &Path, folder: &Path) -> Result<(), String> {
    let zip = with_ending(folder, "zip");
    let gathered = Gathered {
        zip,
        draft: folder.join("draft.eml"),
        form: PathBuf::new(),
        remarks: Vec::new(),
        folder: folder.into(),
    };
    read_bundle(root, &gathered, &[])
}

/// Takes a step that starts Python, where there is one.
fn with_python(work: impl FnOnce() -> Result<(), String>) -> Result<Outcome, Failure> {
    if found(setup::python()).is_none() {
        return Ok(skipped("Python is not on this computer"));
    }
    passed(work())
}

fn skipped(why: &str) -> Outcome {
    Outcome::Skipped(why.into())
}

fn script(root: &Path, name: &str) -> PathBuf {
    root.join("tests").join(ROOM).join(name)
}

/// `folder` with `.ending` put after its whole name, dots and all.
fn with_ending(folder: &Path, ending: &str) -> PathBuf {
    let mut name = folder.file_name().unwrap_or_default().to_owned();
    name.push(".");
    name.push(ending);
    folder.with_file_name(name)
}

fn read_bundle(root: &Path, gathered: &Gathered, brought: &[PathBuf]) -> Result<(), String> {
    let read = Program::new(setup::python())
        .arg(script(root, "bundle.py"))
        .arg(&gathered.folder)
        .arg("--zip")
        .arg(&gathered.zip)
        .args(["--subject", sample::SUBJECT]);
    if brought.is_empty() { read.run() } else { read.arg("--brought").args(brought).run() }
}

fn validate(root: &Path, blank: &Path, filled: &Path) -> Result<(), String> {
    let scripts = setup::node_room(root, ROOM)?;
    Program::new("node").arg(scripts.join("validate.mjs")).args([blank, filled]).run()
}

/// Turns the form into a PDF, as many pages as the blank one, and into pictures to look at.
fn lay_out(root: &Path, form: &Path, out: &Path) -> Result<(), String> {
    let filled = to_pdf(form, out)?;
    let words = Program::new("pdftotext").arg(&filled).arg("-").read()?;
    let profile = fs::read_to_string(sample::profile(root)).map_err(|error| error.to_string())?;
    let profile: serde_json::Value =
        serde_json::from_str(&profile).map_err(|error| error.to_string())?;
    let address = profile["basics"]["email"].as_str().ok_or("the sample has no e-mail address")?;
    if !words.contains(address) {
        return Err(format!("the laid-out form does not show `{address}`"));
    }
    Program::new("pdftoppm").args(["-png", "-r", "84"]).arg(&filled).arg(out.join("page")).run()?;
    say::line(&format!("  pages to look at: {}", out.join("page-*.png").display()));
    Ok(())
}

fn to_pdf(form: &Path, out: &Path) -> Result<PathBuf, String> {
    to_pdfs(&out.join("libreoffice"), out, &[form])?.run()?;
    let pdf = pdf_of(form, out);
    if pdf.is_file() { Ok(pdf) } else { Err("LibreOffice made no PDF of the form".into()) }
}

/// LibreOffice, about to make PDFs of files in the folder `out`. It has settings of its own:
/// LibreOffice that runs already would take the work over and lose it.
pub(crate) fn to_pdfs(settings: &Path, out: &Path, files: &[&Path]) -> Result<Program, String> {
    let soffice = setup::soffice().ok_or("LibreOffice is not on this computer")?;
    let settings = format!("-env:UserInstallation=file://{}", settings.display());
    let convert = ["--headless", "--convert-to", "pdf", "--outdir"];
    Ok(Program::new(soffice).arg(settings).args(convert).arg(out).args(files))
}

/// Where it puts the PDF of a file.
pub(crate) fn pdf_of(file: &Path, out: &Path) -> PathBuf {
    with_ending(&out.join(file.file_stem().unwrap_or_default()), "pdf")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_dots_keeps_them() {
        let zip = with_ending(Path::new("out/Intern (Ph.D. track)"), "zip");
        assert_eq!(zip, Path::new("out/Intern (Ph.D. track).zip"));
    }
}
