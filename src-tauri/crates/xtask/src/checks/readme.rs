//! Does what the README says, word for word.
//!
//! Lines of its `sh` blocks are commands. They run from the top of the project;
//! `candidacy` is the program that was just built.

use std::{fs, path::Path};

use crate::process::Program;

use super::{Failure, Outcome};

/// Runs every command of the README, but for the one that runs this and the one that takes
/// as long as all of it.
pub(super) fn take(root: &Path, candidacy: &Path) -> Result<Outcome, Failure> {
    let readme = fs::read_to_string(root.join("README.md"))
        .map_err(|error| format!("`README.md`: {error}"))?;
    let mut commands = commands(&readme);
    let elsewhere = ["test", "bundle"];
    commands.retain(|words| !matches!(words.as_slice(), [_, xtask, it] if xtask == "xtask" && elsewhere.contains(&it.as_str())));
    if commands.is_empty() {
        return Err(Failure::from("the README names no command".to_owned()));
    }
    for words in &commands {
        let (name, arguments) = words.split_first().ok_or_else(|| "an empty line".to_owned())?;
        let program = match name.as_str() {
            "candidacy" => Program::new(candidacy),
            "cargo" => Program::cargo(),
            other => {
                return Err(format!("the README asks for `{other}`, which no check knows").into());
            }
        };
        // A window would wait for somebody to close it.
        let program = program.without("DISPLAY").without("WAYLAND_DISPLAY");
        program.args(arguments).within(root).run()?;
    }
    Ok(Outcome::Tests(commands.len()))
}

/// The commands in the `sh` blocks, each as its words. A line that ends with `\` goes on.
fn commands(markdown: &str) -> Vec<Vec<String>> {
    let mut commands = Vec::new();
    let mut inside = false;
    let mut line = String::new();
    for text in markdown.lines() {
        if text.starts_with("```") {
            inside = text == "```sh";
            continue;
        }
        if !inside {
            continue;
        }
        if let Some(first) = text.strip_suffix('\\') {
            line += first;
            continue;
        }
        line += text;
        let words: Vec<String> = line.split_whitespace().map(String::from).collect();
        line.clear();
        if words.first().is_some_and(|it| !it.starts_with('#')) {
            commands.push(words);
        }
    }
    commands
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_read_and_other_blocks_are_not() {
        let markdown = "```sh\n# fill\ncandidacy fill a.docx \\\n  --out b.docx\n\ncargo xtask run\n```\n\n```text\nno command\n```\n";
        let fill = ["candidacy", "fill", "a.docx", "--out", "b.docx"];
        assert_eq!(commands(markdown), [fill.as_slice(), &["cargo", "xtask", "run"]]);
    }
}
