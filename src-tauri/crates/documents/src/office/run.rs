//! One run of LibreOffice: a private folder in, a PDF out.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::Office;
use crate::Error;

/// How often we look whether it is done.
const LOOK: Duration = Duration::from_millis(40);

/// The settings of the private profile: no macros, no links, nothing fetched, nothing remembered.
const SETTINGS: &str = include_str!("registrymodifications.xcu");

impl Office {
    /// The PDF that a Word or Excel file prints as. `name` is the file's, for errors; its
    /// ending tells LibreOffice what it is.
    ///
    /// # Errors
    /// LibreOffice could not be started, took too long, or made no PDF.
    pub fn pdf(&self, bytes: &[u8], name: &str) -> Result<Vec<u8>, Error> {
        let fail = |reason: String| Error::Office { name: name.into(), reason };
        let broken = |error: io::Error| fail(error.to_string());
        let mut private = tempfile::Builder::new();
        private.prefix("candidacy-");
        let folder = match in_memory() {
            Some(memory) => private.tempdir_in(memory).or_else(|_| private.tempdir()),
            None => private.tempdir(),
        };
        let folder = folder.map_err(broken)?;
        let ending = Path::new(name).extension().and_then(|it| it.to_str()).unwrap_or("docx");
        // Never the candidate's name for it: other programs list what is open.
        let source = folder.path().join(format!("form.{ending}"));
        write(&source, bytes).map_err(broken)?;
        let profile = folder.path().join("profile");
        fs::create_dir_all(profile.join("user")).map_err(broken)?;
        write(&profile.join("user/registrymodifications.xcu"), SETTINGS.as_bytes())
            .map_err(broken)?;
        let mut office = self.start(folder.path(), &profile, &source).map_err(broken)?;
        let ended = wait(&mut office, self.patience).map_err(broken)?;
        if !ended {
            end(&mut office);
            let seconds = self.patience.as_secs();
            return Err(fail(format!("LibreOffice was not done in {seconds} s")));
        }
        match fs::read(folder.path().join("form.pdf")) {
            Ok(pdf) if !pdf.is_empty() => Ok(pdf),
            _ => Err(fail("LibreOffice made no PDF of it".into())),
        }
    }

    fn start(&self, folder: &Path, profile: &Path, source: &Path) -> io::Result<Child> {
        let mut command = Command::new(&self.program);
        command
            .arg(format!("-env:UserInstallation={}", address(profile)))
            .args(["--headless", "--invisible", "--norestore", "--nolockcheck", "--nologo"])
            .args(["--nodefault", "--convert-to", "pdf", "--outdir"])
            .arg(folder)
            .arg(source)
            .current_dir(folder)
            // What a form does when it is opened must not reach the candidate's session.
            .env_remove("DISPLAY")
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("DBUS_SESSION_BUS_ADDRESS")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        #[cfg(unix)]
        {
            // A group of its own: the program that we start is only the one that starts the others.
            use std::os::unix::process::CommandExt as _;
            command.process_group(0);
        }
        command.spawn()
    }
}

/// Where files never touch the disk, if this system has such a place.
fn in_memory() -> Option<PathBuf> {
    let folder = std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from)?;
    (cfg!(target_os = "linux") && folder.is_absolute() && folder.is_dir()).then_some(folder)
}

/// Waits until it has ended; `false`: it did not in time.
fn wait(office: &mut Child, patience: Duration) -> io::Result<bool> {
    let deadline = Instant::now() + patience;
    loop {
        if office.try_wait()?.is_some() {
            return Ok(true);
        }
        if Instant::now() >= deadline {
            return Ok(false);
        }
        thread::sleep(LOOK);
    }
}

/// Ends it and what it started.
fn end(office: &mut Child) {
    #[cfg(unix)]
    {
        use rustix::process::{Pid, Signal, kill_process_group};
        let group = i32::try_from(office.id()).ok().and_then(Pid::from_raw);
        let _: Option<Result<(), _>> = group.map(|it| kill_process_group(it, Signal::KILL));
    }
    drop(office.kill());
    drop(office.wait());
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut options = fs::File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    options.open(path)?.write_all(bytes)
}

/// A path as an address, `file:///tmp/x`.
fn address(path: &Path) -> String {
    let text = path.to_string_lossy().replace('\\', "/");
    let root = if text.starts_with('/') { "" } else { "/" };
    let escaped = text.bytes().map(|byte| match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b'~' | b':' => {
            char::from(byte).to_string()
        }
        _ => format!("%{byte:02X}"),
    });
    format!("file://{root}{}", escaped.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_with_odd_letters_is_an_address_all_the_same() {
        assert_eq!(address(Path::new("/tmp/a b/简")), "file:///tmp/a%20b/%E7%AE%80");
        assert_eq!(address(Path::new("C:\\a")), "file:///C:/a");
    }

    #[cfg(unix)]
    #[test]
    fn one_that_never_ends_is_ended_and_its_folder_is_gone() {
        use std::os::unix::fs::PermissionsExt as _;

        let folder = tempfile::tempdir().unwrap();
        let program = folder.path().join("soffice");
        let note = folder.path().join("where");
        let script = format!("#!/bin/sh\npwd > '{}'\nsleep 60 & wait\n", note.display());
        let mut file = fs::File::create(&program).unwrap();
        file.write_all(script.as_bytes()).unwrap();
        file.set_permissions(fs::Permissions::from_mode(0o700)).unwrap();
        drop(file);
        let office = Office::at(program).within(Duration::from_millis(400));
        let began = Instant::now();
        let refused = office.pdf(b"PK", "form.docx").unwrap_err();
        assert!(refused.to_string().contains("was not done in"), "{refused}");
        assert!(began.elapsed() < Duration::from_secs(20));
        let there = fs::read_to_string(note).unwrap();
        assert!(!Path::new(there.trim()).exists(), "{there}");
    }

    /// Where there is no LibreOffice there is nothing to hold to it.
    #[test]
    fn nothing_that_a_file_points_at_is_fetched() {
        let Some(office) = super::super::find() else { return };
        let server = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        server.set_nonblocking(true).unwrap();
        let address = server.local_addr().unwrap();
        let page = format!("<p>Words</p><img src=\"http://{address}/seen.png\">");
        let pdf = office.pdf(page.as_bytes(), "cv.html").unwrap();
        assert!(pdf.starts_with(b"%PDF-"));
        assert!(server.accept().is_err(), "the picture was asked for");
    }

    #[test]
    fn one_that_cannot_be_started_is_told() {
        let office = Office::at("/nowhere/soffice".into());
        assert!(matches!(office.pdf(b"PK", "form.docx"), Err(Error::Office { .. })));
    }
}
