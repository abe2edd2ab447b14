//! Makes a fresh computer ready: says what is missing, asks, installs.
//!
//! **Invariant:** on a person's computer nothing is installed without a yes. CI (`CI=true`) and
//! root without a terminal, as in a container, have nobody to ask: there it is installed.

mod need;
mod packages;

use std::io::{IsTerminal as _, Write as _, stdin, stdout};

pub(crate) use need::{BROWSER, BUILD, DESKTOP, Need, READERS, chromium, python, soffice};
pub(crate) use packages::{node_room, packages, python_room};

use crate::{
    process::{Program, found},
    say,
};

/// Whether nobody watches and everything must be there.
pub(crate) fn is_ci() -> bool {
    std::env::var("CI").is_ok_and(|it| !matches!(it.as_str(), "" | "0" | "false"))
}

/// Sees to it that `needs` are met as far as can be; gives what is missing all the same.
pub(crate) fn prepare(needs: &'static [Need]) -> Vec<&'static Need> {
    let missing = lacks(needs);
    if missing.is_empty() {
        return missing;
    }
    say::line("This computer lacks:");
    for need in &missing {
        say::line(&format!("  {}: {}", need.what, need.purpose));
    }
    let steps = match steps(&missing) {
        Ok(steps) => steps,
        Err(hint) => {
            say::line(&hint);
            return missing;
        }
    };
    if !may_install(&steps) {
        return missing;
    }
    for step in steps {
        if let Err(error) = program(&step).run() {
            say::line(&format!("{error}; going on without"));
            break;
        }
    }
    lacks(needs)
}

/// Adds parts of the Rust toolchain that a minimal one leaves out.
pub(crate) fn prepare_toolchain() -> Result<(), String> {
    for (subcommand, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if Program::cargo().args([subcommand, "--version"]).agrees() {
            continue;
        }
        let step: Vec<String> =
            ["rustup", "component", "add", component].map(String::from).to_vec();
        if found("rustup").is_none() || !may_install(std::slice::from_ref(&step)) {
            return Err(format!("`cargo {subcommand}` is missing; add `{component}` to your Rust"));
        }
        program(&step).run()?;
    }
    Ok(())
}

/// What of it is not there.
pub(crate) fn lacks(needs: &'static [Need]) -> Vec<&'static Need> {
    needs.iter().filter(|it| !it.is_met()).collect()
}

/// The commands that install what is missing, or what to do by hand.
fn steps(missing: &[&Need]) -> Result<Vec<Vec<String>>, String> {
    let words = |words: &[&str]| words.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
    if found("apt-get").is_some() {
        let packages = names(missing, |it| it.apt);
        let Some(as_root) = as_root() else {
            let packages = packages.join(" ");
            return Err(format!("Only root can install {packages}, and there is no sudo here."));
        };
        // Another process that installs is waited for.
        let apt =
            words(&["DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=300"]);
        let update = [as_root.as_slice(), &apt, &words(&["-qq", "update"])].concat();
        let install = words(&["install", "-y", "--no-install-recommends"]);
        return Ok(vec![update, [as_root.as_slice(), &apt, &install, &packages].concat()]);
    }
    if found("brew").is_some() {
        return Ok(vec![[words(&["brew", "install"]), names(missing, |it| it.brew)].concat()]);
    }
    Err(hint(missing))
}

/// What to put before a command that changes the system; `None` if we may not.
fn as_root() -> Option<Vec<String>> {
    let as_root: &[&str] = if is_root() { &["env"] } else { &["sudo", "env"] };
    found(as_root[0]).map(|_| as_root.iter().map(|it| (*it).to_owned()).collect())
}

fn is_root() -> bool {
    Program::new("id").arg("-u").read().is_ok_and(|id| id.trim() == "0")
}

fn names(missing: &[&Need], package: impl Fn(&Need) -> &'static str) -> Vec<String> {
    let packages = missing.iter().flat_map(|it| package(it).split(' '));
    let mut names: Vec<_> = packages.filter(|it| !it.is_empty()).map(str::to_owned).collect();
    names.dedup();
    names
}

fn may_install(steps: &[Vec<String>]) -> bool {
    if is_ci() {
        return true;
    }
    say::line("To install it:");
    for step in steps {
        say::line(&format!("  {}", step.join(" ")));
    }
    if !stdin().is_terminal() {
        let is_root = is_root();
        if !is_root {
            say::line("There is no terminal to ask at, so nothing is installed.");
        }
        return is_root;
    }
    ask("Shall this be done now? [y/N] ")
}

fn ask(question: &str) -> bool {
    let mut out = stdout();
    let mut answer = String::new();
    let asked = write!(out, "{question}").and_then(|()| out.flush());
    asked.is_ok()
        && stdin().read_line(&mut answer).is_ok()
        && matches!(answer.trim(), "y" | "Y" | "yes")
}

/// What to do by hand on a system that we cannot install on.
fn hint(missing: &[&Need]) -> String {
    if cfg!(windows) {
        let lines = names(missing, |it| it.winget);
        return lines.iter().fold("Install it with:".into(), |hint, name| {
            hint + "\n  winget install --exact --id " + name
        });
    }
    let debian = names(missing, |it| it.apt).join(", ");
    format!("Install it with your system's packages; Debian calls them {debian}.")
}

fn program(step: &[String]) -> Program {
    let (name, arguments) = step.split_first().map_or(("", step), |(name, it)| (name, it));
    Program::new(name).args(arguments)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_builds_this_test_is_found() {
        assert!(lacks(BUILD).is_empty());
    }

    #[test]
    fn a_package_that_meets_two_needs_is_asked_for_once() {
        let both: Vec<_> = READERS.iter().filter(|it| it.brew == "python").collect();
        assert_eq!(names(&both, |it| it.brew), ["python"]);
    }
}
