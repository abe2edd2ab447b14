//! Reads CVs in a process of their own.
//!
//! A CV may come from anywhere, and readers of PDF have crashed on odd ones.
//! A process can be stopped after a while and kept within its memory; whatever
//! becomes of it, the app goes on and says that the file could not be read.
//!
//! **Invariant:** the worker gets the bytes and the name of one file on its
//! standard input, an empty environment, and says what it read on its standard
//! output. It opens no file and no connection.

use std::{
    io::{self, Read as _, Write as _},
    path::Path,
    process::{Child, Command, Stdio},
    sync::mpsc,
    thread,
    time::Duration,
};

use documents::Cv;
use serde::{Deserialize, Serialize};

use crate::{Document, Error};

/// The argument that turns a program of ours into the worker.
pub const WORKER: &str = "read-cv-worker";
/// No honest CV takes longer.
const LIMIT: Duration = Duration::from_secs(10);
/// Nor more memory than this.
#[cfg(unix)]
const MEMORY: u64 = 1 << 30;

/// What the worker says.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Answer {
    Read(Cv),
    Refused(String),
}

/// The worker's whole life: one file in, one answer out.
pub fn work() -> io::Result<()> {
    #[cfg(unix)]
    limit_memory();
    let mut input = Vec::new();
    io::stdin().lock().read_to_end(&mut input)?;
    let (name, bytes) = match input.iter().position(|byte| *byte == 0) {
        Some(at) => (String::from_utf8_lossy(&input[..at]), &input[at + 1..]),
        None => return Err(io::ErrorKind::InvalidInput.into()),
    };
    let answer = match documents::read(bytes, &name) {
        Ok(cv) => Answer::Read(cv),
        Err(error) => Answer::Refused(error.to_string()),
    };
    let mut out = io::stdout().lock();
    serde_json::to_writer(&mut out, &answer)?;
    out.flush()
}

/// Reads a CV here, in this process.
pub(crate) fn read_here(document: &Document) -> Result<Cv, Error> {
    let read = documents::read(&document.bytes, &document.name());
    read.map_err(|error| Error::Cv { message: error.to_string() })
}

/// Reads a CV in a process started from `program`.
pub(crate) fn read_apart(program: &Path, document: &Document) -> Result<Cv, Error> {
    let name = document.name();
    let fail = |what: &str| Error::Cv {
        message: format!("`{name}` {what}: export it once more, or choose another file"),
    };
    let mut worker = start(program).map_err(|_| fail("cannot be read now"))?;
    let answer = ask(&mut worker, document);
    // A worker that answered is at its end; one that did not is ended.
    drop(worker.kill());
    drop(worker.wait());
    match answer {
        Ok(Answer::Read(cv)) => Ok(cv),
        Ok(Answer::Refused(message)) => Err(Error::Cv { message }),
        Err(Silence::TooSlow) => Err(fail("could not be read in 10 s")),
        Err(Silence::Died) => Err(fail("is too damaged to be read")),
    }
}

enum Silence {
    TooSlow,
    Died,
}

fn start(program: &Path) -> io::Result<Child> {
    let mut command = Command::new(program);
    command.arg(WORKER).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    command.env_clear();
    // Windows finds its own libraries through this one.
    command.envs(std::env::var_os("SystemRoot").map(|it| ("SystemRoot", it)));
    command.spawn()
}

fn ask(worker: &mut Child, document: &Document) -> Result<Answer, Silence> {
    let (Some(mut input), Some(output)) = (worker.stdin.take(), worker.stdout.take()) else {
        return Err(Silence::Died);
    };
    let (send, receive) = mpsc::channel();
    let mut question = document.name().replace('\0', "").into_bytes();
    question.push(0);
    question.extend_from_slice(&document.bytes);
    // Each pipe has a thread, so that neither side waits for the other.
    thread::spawn(move || drop(input.write_all(&question)));
    thread::spawn(move || drop(send.send(serde_json::from_reader(output))));
    match receive.recv_timeout(LIMIT) {
        Ok(Ok(answer)) => Ok(answer),
        Ok(Err(_)) => Err(Silence::Died),
        Err(_) => Err(Silence::TooSlow),
    }
}

#[cfg(unix)]
fn limit_memory() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let limit = Rlimit { current: Some(MEMORY), maximum: Some(MEMORY) };
    // A system that does not take the limit still has the time limit.
    let _: Result<(), _> = setrlimit(Resource::As, limit);
}
