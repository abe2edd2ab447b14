//! Has other people's programs read the letters, sheets and merged PDFs that we wrote.

use std::path::{Path, PathBuf};

use crate::{
    process::{Program, found},
    sample, say, templates,
};

use super::{Outcome, Tally, fresh, passed};

/// The most that a page of text may weigh.
const PAGE: u64 = 200_000;

/// What every computer can draw: 镕 and 喆 are in people's names, and in no GB2312 font.
const RARE: &str = "尊敬的朱镕喆老师：\n\n犇 ☐☑☒ {name}\n";

/// Writes the papers of the sample candidate and has them looked at.
pub(super) fn take(root: &Path, candidacy: &Path, tally: &mut Tally) {
    tally.step("qpdf and Poppler find no fault in our PDFs", || {
        if found("qpdf").is_none() || found("pdffonts").is_none() {
            return Ok(Outcome::Skipped("qpdf or Poppler is not on this computer".into()));
        }
        passed(papers(root, candidacy))
    });
}

fn papers(root: &Path, candidacy: &Path) -> Result<(), String> {
    let out = fresh(root, "papers")?;
    let mut written = Vec::new();
    for language in ["en", "zh"] {
        for paper in ["letter", "answers", "summary"] {
            let path = out.join(format!("{paper}-{language}.pdf"));
            write(root, candidacy, paper, language, &path)?;
            look(&path)?;
            written.push(path);
        }
    }
    let text = out.join("letter.txt");
    templates::write(&text, RARE.as_bytes())?;
    let rare = out.join("rare.pdf");
    letter(root, candidacy, "zh").arg("--text").arg(text).arg("--out").arg(&rare).run()?;
    look(&rare)?;
    let words = Program::new("pdftotext").arg(&rare).arg("-").read()?;
    for part in ["朱镕喆", "犇", "☐☑☒", "林若溪"] {
        if !words.contains(part) {
            return Err(format!("`pdftotext` does not give `{part}` back"));
        }
    }
    let merged = out.join("merged.pdf");
    Program::new(candidacy).arg("merge").args(&written).arg("--out").arg(&merged).run()?;
    let pages: u32 = written.iter().map(|it| pages(it)).sum::<Result<_, _>>()?;
    if self::pages(&merged)? != pages {
        return Err(format!("the merged PDF has not {pages} pages"));
    }
    Program::new("qpdf").arg("--check").arg(&merged).read()?;
    say::line(&format!("  pages to look at: {}", out.join("*.pdf").display()));
    Ok(())
}

fn letter(root: &Path, candidacy: &Path, language: &str) -> Program {
    let program = Program::new(candidacy).args(["letter", "--posting", sample::POSTING]);
    program.arg("--profile").arg(sample::profile(root)).args(["--language", language])
}

fn write(
    root: &Path,
    candidacy: &Path,
    paper: &str,
    language: &str,
    path: &PathBuf,
) -> Result<(), String> {
    let program = match paper {
        "letter" => letter(root, candidacy, language),
        "answers" => Program::new(candidacy)
            .arg(paper)
            .arg(sample::blank_form(root))
            .arg("--profile")
            .arg(sample::profile(root))
            .args(["--language", language]),
        _ => Program::new(candidacy)
            .args([paper, "--posting", sample::POSTING, "--profile"])
            .arg(sample::profile(root))
            .args(["--language", language, "--cv"])
            .args(sample::cvs(root)),
    };
    program.arg("--out").arg(path).run()
}

/// Sound, its fonts inside and cut down, and small.
fn look(pdf: &Path) -> Result<(), String> {
    Program::new("qpdf").arg("--check").arg(pdf).read()?;
    let fonts = Program::new("pdffonts").arg(pdf).read()?;
    for font in fonts.lines().skip(2) {
        // Embedded, cut down, and with the characters' values.
        if !font.contains(" yes yes yes ") {
            return Err(format!("a font is not embedded and cut down: {}", font.trim()));
        }
    }
    let bytes = std::fs::metadata(pdf).map_err(|error| error.to_string())?.len();
    let limit = u64::from(pages(pdf)?) * PAGE;
    if bytes > limit {
        return Err(format!("`{}` has {bytes} bytes, more than {limit}", pdf.display()));
    }
    Ok(())
}

fn pages(pdf: &Path) -> Result<u32, String> {
    let told = Program::new("pdfinfo").arg(pdf).read()?;
    let line = told.lines().find_map(|it| it.strip_prefix("Pages:"));
    line.and_then(|it| it.trim().parse().ok()).ok_or_else(|| "pdfinfo counts no pages".to_owned())
}
