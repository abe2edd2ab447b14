//! The main job, done for the invented candidate in `templates/sample`.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde_json::Value;

use crate::{process::Program, say, setup, window};

/// The posting that the sample candidate applies for.
pub(crate) const POSTING: &str = "msra-trustworthy-systems";
/// What the draft's subject must say.
pub(crate) const SUBJECT: &str = "MSRA Trustworthy Systems Research Group";

/// `cargo xtask run`: sets up, builds, and opens the app. Where no window can be shown,
/// it does the main job without one.
pub(crate) fn run(root: &Path, how: Build) -> Result<(), String> {
    let missing = setup::prepare(setup::BUILD);
    if let Some(need) = missing.first() {
        return Err(format!("{} is missing: {}", need.what, need.purpose));
    }
    if window::has_display() {
        return window::open(root, how);
    }
    say::headline("There is no display to show a window on, so this is done without one");
    let candidacy = build(root, how)?;
    say::headline("Applying for the sample candidate, who is invented");
    let out = root.join("target/candidacy");
    fs::create_dir_all(&out).map_err(|error| format!("`{}`: {error}", out.display()))?;
    show(&gather(root, &candidacy, &out, &out.join("last-run.json"))?)?;
    say::line("Earlier bundles stay where they are: nothing is overwritten.");
    Ok(())
}

/// A bundle that was written.
#[derive(Debug)]
pub(crate) struct Gathered {
    /// Its folder.
    pub(crate) folder: PathBuf,
    /// The zip beside it.
    pub(crate) zip: PathBuf,
    /// The draft in the folder.
    pub(crate) draft: PathBuf,
    /// The filled form in the folder.
    pub(crate) form: PathBuf,
    /// What the candidate should know before sending it.
    pub(crate) remarks: Vec<String>,
}

/// The blank form of the posting.
pub(crate) fn blank_form(root: &Path) -> PathBuf {
    root.join("templates/postings").join(POSTING).join("application-form.docx")
}

/// The sample candidate's profile.
pub(crate) fn profile(root: &Path) -> PathBuf {
    root.join("templates/sample/profile.json")
}

/// What the sample candidate decided when she looked the form over: likely matches are
/// right, and what it requires of her passport and her address may go in.
const DECIDED: [&str; 4] =
    ["--accept", "likely", "--release", "contact.address,id.numberOrPassport"];

/// The sample candidate's CVs, English and Chinese.
pub(crate) fn cvs(root: &Path) -> [PathBuf; 2] {
    ["cv-en.pdf", "cv-zh.docx"].map(|name| root.join("templates/sample").join(name))
}

/// How `candidacy` is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Build {
    /// Quickly.
    Plain,
    /// As people get it.
    Release,
}

/// Builds the command line; gives the place of the program.
pub(crate) fn build(root: &Path, how: Build) -> Result<PathBuf, String> {
    // The features of the whole workspace, so that nothing is built twice, need the page.
    window::page(root)?;
    built(root, "candidacy", how)
}

/// Builds a program of ours; gives its place.
pub(crate) fn built(root: &Path, program: &str, how: Build) -> Result<PathBuf, String> {
    say::line(match how {
        Build::Plain => {
            "The first build takes about five minutes on two cores; later ones, seconds."
        }
        Build::Release => "The first build takes about ten minutes on two cores.",
    });
    let build = Program::cargo().within(root).args(["build", "--locked", "--bin", program]);
    let build = match how {
        Build::Plain => build,
        Build::Release => window::for_people(build.arg("--release"), root)?,
    };
    let messages = build.arg("--message-format=json-render-diagnostics").listen()?;
    messages
        .lines()
        .filter_map(|it| serde_json::from_str::<Value>(it).ok())
        .filter(|it| it["target"]["name"] == program)
        .find_map(|it| it["executable"].as_str().map(PathBuf::from))
        .ok_or_else(|| format!("cargo did not say where it put `{program}`"))
}

/// Fills the form for the sample candidate and bundles it with the CVs into `out`.
/// What the command says of it in JSON goes into `told`.
pub(crate) fn gather(
    root: &Path,
    candidacy: &Path,
    out: &Path,
    told: &Path,
) -> Result<Gathered, String> {
    let bundle = Program::new(candidacy)
        .within(root)
        .args(["bundle", "--posting", POSTING, "--profile"])
        .arg(profile(root))
        .arg("--form")
        .arg(blank_form(root));
    let bundle = cvs(root).iter().fold(bundle, |bundle, cv| bundle.arg("--cv").arg(cv));
    bundle.args(DECIDED).arg("--out").arg(out).arg("--json").print_into(told)?;
    let unread = |error: &dyn std::fmt::Display| format!("`{}`: {error}", told.display());
    let text = fs::read_to_string(told).map_err(|error| unread(&error))?;
    let bundle: Value = serde_json::from_str(&text).map_err(|error| unread(&error))?;
    gathered(&bundle).ok_or_else(|| unread(&"it names no bundle"))
}

/// Says where a bundle lies and what is in it.
pub(crate) fn show(gathered: &Gathered) -> Result<(), String> {
    say::line(&format!("\nReady to send: {}", gathered.folder.display()));
    let unreadable = |error| format!("`{}`: {error}", gathered.folder.display());
    let mut lines = Vec::new();
    for entry in fs::read_dir(&gathered.folder).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        let bytes = entry.metadata().map_err(unreadable)?.len();
        lines.push(format!("  {}  ({})", entry.file_name().display(), say::size(bytes)));
    }
    lines.sort();
    for line in &lines {
        say::line(line);
    }
    for remark in &gathered.remarks {
        say::line(&format!("Note: {remark}"));
    }
    say::line(&format!("The same as one file: {}", gathered.zip.display()));
    say::line(&format!("Open the draft, look it over, and send it: {}", gathered.draft.display()));
    Ok(())
}

fn gathered(bundle: &Value) -> Option<Gathered> {
    let path = |value: &Value| value.as_str().map(PathBuf::from);
    let folder = path(&bundle["folder"])?;
    let is_form = |it: &&Value| it["role"] == "form";
    let form = bundle["files"].as_array()?.iter().find(is_form)?["name"].as_str()?;
    let findings = bundle["findings"].as_array()?.iter();
    let remark = |it: &Value| Some(format!("{}; {}", it["what"].as_str()?, it["hint"].as_str()?));
    Some(Gathered {
        remarks: findings.filter_map(remark).collect(),
        form: folder.join(form),
        zip: path(&bundle["zip"])?,
        draft: path(&bundle["draft"])?,
        folder,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_is_found_by_its_role() {
        let bundle = serde_json::json!({
            "folder": "out/a", "zip": "out/a.zip", "draft": "out/a/draft.eml",
            "files": [{ "name": "cv.pdf", "role": "cv" }, { "name": "form.docx", "role": "form" }],
            "findings": [{ "what": "nobody to send it to yet", "hint": "look the address up" }],
        });
        let found = gathered(&bundle).unwrap();
        assert_eq!(found.form, Path::new("out/a/form.docx"));
        assert_eq!(found.remarks, ["nobody to send it to yet; look the address up"]);
        assert!(gathered(&serde_json::json!({})).is_none());
    }
}
