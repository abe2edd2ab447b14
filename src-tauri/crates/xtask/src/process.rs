//! Runs other programs: says which, and fails with one line that names it.
//!
//! Everything that this crate starts goes through here, so that whoever watches
//! can repeat each step by hand.

use std::{
    ffi::{OsStr, OsString},
    fs::File,
    io::{BufRead as _, BufReader},
    path::{Path, PathBuf},
    process::{Command, ExitStatus, Stdio},
    thread,
    time::{Duration, Instant},
};

use crate::say;

/// A program about to be run.
#[derive(Debug)]
pub(crate) struct Program {
    command: Command,
    shown: String,
}

/// How a program ended that had only so long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ending {
    /// By itself, with this code; `None` where a signal ended it.
    Exited(Option<i32>),
    /// It was still busy, so we ended it.
    TooLong,
}

impl Program {
    /// A program by its name on the `PATH`, or by its place.
    pub(crate) fn new(name: impl AsRef<OsStr>) -> Self {
        let name = name.as_ref();
        let command =
            Command::new(found(name).map_or_else(|| name.into(), PathBuf::into_os_string));
        let stem = Path::new(name).file_stem().unwrap_or(name);
        Self { command, shown: stem.to_string_lossy().into_owned() }
    }

    /// The cargo that runs us.
    pub(crate) fn cargo() -> Self {
        Self::new(std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo")))
    }

    /// Adds one argument.
    pub(crate) fn arg(mut self, argument: impl AsRef<OsStr>) -> Self {
        let words = shown(argument.as_ref());
        let quote = if words.contains(' ') { "\"" } else { "" };
        self.shown += &[" ", quote, &words, quote].concat();
        self.command.arg(argument);
        self
    }

    /// Adds arguments.
    pub(crate) fn args<A: AsRef<OsStr>>(self, arguments: impl IntoIterator<Item = A>) -> Self {
        arguments.into_iter().fold(self, Self::arg)
    }

    /// Sets a variable of its environment.
    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.shown = format!("{name}=\"{}\" {}", shown(value.as_ref()), self.shown);
        self.command.env(name, value);
        self
    }

    /// Keeps a variable of ours from it.
    pub(crate) fn without(mut self, name: &str) -> Self {
        self.command.env_remove(name);
        self
    }

    /// Runs it in `folder`.
    pub(crate) fn within(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// Runs it; what it prints goes where our words go.
    pub(crate) fn run(mut self) -> Result<(), String> {
        self.announce();
        let status = self.command.status();
        self.judge(status)
    }

    /// Runs it and passes on what it prints, line by line, letting `see` look too.
    pub(crate) fn watch(mut self, mut see: impl FnMut(&str)) -> Result<(), String> {
        self.announce();
        let mut child = match self.command.stdout(Stdio::piped()).spawn() {
            Ok(child) => child,
            Err(error) => return self.judge(Err(error)),
        };
        if let Some(printed) = child.stdout.take() {
            for line in BufReader::new(printed).split(b'\n').map_while(Result::ok) {
                let line = String::from_utf8_lossy(&line);
                say::line(line.trim_end());
                see(line.trim_end());
            }
        }
        let status = child.wait();
        self.judge(status)
    }

    /// Runs it and gives what it printed; its complaints are shown as they come.
    pub(crate) fn listen(mut self) -> Result<String, String> {
        self.announce();
        let output = self.command.stderr(Stdio::inherit()).output();
        let output = output.map_err(|error| self.not_started(&error))?;
        self.judge(Ok(output.status))?;
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// Runs it; what it prints goes into a file.
    pub(crate) fn print_into(mut self, path: &Path) -> Result<(), String> {
        self.announce();
        let file = File::create(path).map_err(|error| format!("`{}`: {error}", path.display()))?;
        let status = self.command.stdout(file).status();
        self.judge(status)
    }

    /// Runs it without a word and gives what it printed.
    pub(crate) fn read(mut self) -> Result<String, String> {
        let output = self.command.output().map_err(|error| self.not_started(&error))?;
        if !output.status.success() {
            let complaint = String::from_utf8_lossy(&output.stderr);
            return Err(format!("{}\n{}", self.ended(output.status), complaint.trim_end()));
        }
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// Whether it runs and says yes; nothing it prints is shown.
    pub(crate) fn agrees(mut self) -> bool {
        let quiet = self.command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        quiet.status().is_ok_and(|it| it.success())
    }

    /// Runs it without a word; whether it says yes, and what it printed.
    pub(crate) fn verdict(mut self) -> Result<(bool, String), String> {
        let output = self.command.output().map_err(|error| self.not_started(&error))?;
        Ok((output.status.success(), String::from_utf8_lossy(&output.stdout).into_owned()))
    }

    /// Runs it without a word, and ends it when it takes longer than `limit`.
    /// What it complains of goes into a file.
    pub(crate) fn within_time(
        mut self,
        limit: Duration,
        complaints: &Path,
    ) -> Result<(Ending, Duration), String> {
        let file = File::create(complaints);
        let file = file.map_err(|error| format!("`{}`: {error}", complaints.display()))?;
        let quiet = self.command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(file);
        let started = Instant::now();
        let mut child = quiet.spawn().map_err(|error| self.not_started(&error))?;
        loop {
            let ended = child.try_wait().map_err(|error| self.not_started(&error))?;
            if let Some(status) = ended {
                return Ok((Ending::Exited(status.code()), started.elapsed()));
            }
            if started.elapsed() > limit {
                drop(child.kill());
                drop(child.wait());
                return Ok((Ending::TooLong, started.elapsed()));
            }
            thread::sleep(Duration::from_millis(2));
        }
    }

    fn announce(&self) {
        say::line(&format!("$ {}", self.shown));
    }

    fn judge(&self, status: std::io::Result<ExitStatus>) -> Result<(), String> {
        match status {
            Ok(status) if status.success() => Ok(()),
            Ok(status) => Err(self.ended(status)),
            Err(error) => Err(self.not_started(&error)),
        }
    }

    fn ended(&self, status: ExitStatus) -> String {
        format!("`{}` failed ({status})", self.shown)
    }

    fn not_started(&self, error: &std::io::Error) -> String {
        format!("`{}` could not be started: {error}", self.shown)
    }
}

/// Where a program lies: itself if it is a path, else the first of its name on the `PATH`.
/// Windows keeps `npm` and its like as `.cmd`, which only a full name starts.
pub(crate) fn found(name: impl AsRef<OsStr>) -> Option<PathBuf> {
    let name = Path::new(name.as_ref());
    if name.components().count() > 1 {
        return name.is_file().then(|| name.to_owned());
    }
    let endings: &[&str] = if cfg!(windows) { &["exe", "cmd", "bat"] } else { &[""] };
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders)
        .flat_map(|folder| endings.iter().map(move |it| folder.join(name).with_extension(it)))
        .find(|path| path.is_file())
}

/// An argument as a person would type it here: a path below the current folder without that.
fn shown(argument: &OsStr) -> String {
    let path = Path::new(argument);
    let here = std::env::current_dir().unwrap_or_default();
    let below = path.strip_prefix(here).ok().filter(|it| it.file_name().is_some());
    below.unwrap_or(path).display().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_that_is_not_there_is_named() {
        let error = Program::new("no-such-program").arg("--fast").run().unwrap_err();
        assert!(error.starts_with("`no-such-program --fast` could not be started"), "{error}");
    }

    #[test]
    fn what_a_program_prints_is_read() {
        let version = Program::cargo().arg("--version").read().unwrap();
        assert!(version.starts_with("cargo "), "{version}");
    }

    #[test]
    fn a_failure_names_the_command_and_what_it_complained_of() {
        let error = Program::cargo().arg("no-such-subcommand").read().unwrap_err();
        assert!(error.starts_with("`cargo no-such-subcommand` failed"), "{error}");
        assert!(error.contains("no such command"), "{error}");
    }

    #[test]
    fn paths_below_the_current_folder_are_shown_as_people_type_them() {
        let here = std::env::current_dir().unwrap();
        assert_eq!(shown(here.join("a/b").as_os_str()), Path::new("a/b").display().to_string());
        assert_eq!(shown(OsStr::new("--json")), "--json");
    }

    #[test]
    fn every_line_is_seen() {
        let mut seen = Vec::new();
        Program::cargo().arg("--version").watch(|line| seen.push(line.to_owned())).unwrap();
        assert!(seen[0].starts_with("cargo "), "{seen:?}");
    }
}
