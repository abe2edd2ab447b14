//! Reads CVs, and joins PDFs, in a process of its own.
//!
//! A CV may come from anywhere, and libraries for PDF have crashed on odd ones.
//! A process can be stopped after a while and kept within its memory; whatever
//! becomes of it, the app goes on and says that the file could not be used.
//!
//! **Invariant:** the worker gets what it is asked and the bytes of the files on its
//! standard input, an empty environment, and answers on its standard output. It
//! opens no file and no connection.

use std::{
    io::{self, Read as _, Write as _},
    path::Path,
    process::{Child, Command, Stdio},
    sync::mpsc,
    thread,
    time::Duration,
};

use documents::{Cv, Part, pdf::Properties};
use serde::{Deserialize, Serialize};

use crate::{Document, Error};

/// The argument that turns a program of ours into the worker.
pub const WORKER: &str = "read-cv-worker";
/// No honest CV takes longer.
const READING: Duration = Duration::from_secs(10);
/// Nor do a few files that are joined: those who join them give up before.
const JOINING: Duration = Duration::from_secs(30);
/// Nor more memory than this.
#[cfg(unix)]
const MEMORY: u64 = 1 << 30;
/// Nothing that a worker has to say is longer.
const LONGEST: u64 = 256 << 20;

/// What the worker is asked: one line. The bytes of the files follow, one behind the other.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Task {
    Read { name: String },
    Merge { files: Vec<File>, said: Said },
}

/// A file that is to be joined with others.
#[derive(Serialize, Deserialize)]
struct File {
    name: String,
    title: String,
    bytes: usize,
}

/// What the joined file says of itself.
#[derive(Serialize, Deserialize)]
struct Said {
    title: String,
    author: String,
    subject: String,
    language: String,
    date: (i16, i8, i8),
}

/// What the worker says: one line. The bytes of what was joined follow.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Answer {
    Read(Cv),
    Merged,
    Refused(String),
}

/// The worker's whole life: one question in, one answer out.
pub fn work() -> io::Result<()> {
    #[cfg(unix)]
    limit_memory();
    let mut input = Vec::new();
    io::stdin().lock().read_to_end(&mut input)?;
    let Some((task, bytes)) = line::<Task>(&input) else {
        return Err(io::ErrorKind::InvalidInput.into());
    };
    let (answer, more) = match task {
        Task::Read { name } => match documents::read(bytes, &name) {
            Ok(cv) => (Answer::Read(cv), Vec::new()),
            Err(error) => (Answer::Refused(error.to_string()), Vec::new()),
        },
        Task::Merge { files, said } => match join(&files, &said, bytes) {
            Some(Ok(merged)) => (Answer::Merged, merged),
            Some(Err(error)) => (Answer::Refused(error.to_string()), Vec::new()),
            None => return Err(io::ErrorKind::InvalidInput.into()),
        },
    };
    let mut out = io::stdout().lock();
    serde_json::to_writer(&mut out, &answer)?;
    out.write_all(b"\n")?;
    out.write_all(&more)?;
    out.flush()
}

/// The first line, understood, and what follows it.
fn line<'a, T: Deserialize<'a>>(said: &'a [u8]) -> Option<(T, &'a [u8])> {
    let at = said.iter().position(|byte| *byte == b'\n')?;
    Some((serde_json::from_slice(&said[..at]).ok()?, &said[at + 1..]))
}

/// Joins files whose bytes lie behind each other. `None`: they do not.
fn join(
    files: &[File],
    said: &Said,
    mut bytes: &[u8],
) -> Option<Result<Vec<u8>, documents::Error>> {
    let mut parts = Vec::new();
    for file in files {
        let (own, rest) = bytes.split_at_checked(file.bytes)?;
        parts.push(Part { name: &file.name, title: &file.title, bytes: own });
        bytes = rest;
    }
    let Said { title, author, subject, language, date } = said;
    let date = *date;
    Some(documents::merge(&parts, &Properties { title, author, subject, language, date }))
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
    let task = Task::Read { name: name.clone() };
    match ask(program, &task, &[&document.bytes], READING) {
        Ok((Answer::Read(cv), _)) => Ok(cv),
        Ok((Answer::Refused(message), _)) => Err(Error::Cv { message }),
        Err(Silence::Unborn) => Err(fail("cannot be read now")),
        Err(Silence::TooSlow) => Err(fail("could not be read in 10 s")),
        Ok((Answer::Merged, _)) | Err(Silence::Died) => Err(fail("is too damaged to be read")),
    }
}

/// Puts PDFs into one, in a process started from `program` where there is one.
pub(crate) fn merge(
    program: Option<&Path>,
    parts: &[Part<'_>],
    properties: &Properties<'_>,
) -> Result<Vec<u8>, Error> {
    let Some(program) = program else { return Ok(documents::merge(parts, properties)?) };
    let file = |it: &Part<'_>| File {
        name: it.name.to_owned(),
        title: it.title.to_owned(),
        bytes: it.bytes.len(),
    };
    let said = Said {
        title: properties.title.to_owned(),
        author: properties.author.to_owned(),
        subject: properties.subject.to_owned(),
        language: properties.language.to_owned(),
        date: properties.date,
    };
    let task = Task::Merge { files: parts.iter().map(file).collect(), said };
    let bytes: Vec<&[u8]> = parts.iter().map(|it| it.bytes).collect();
    let fail = |what: &str| Error::Cv {
        message: format!("the files {what}: export the PDFs once more, or send them one by one"),
    };
    match ask(program, &task, &bytes, JOINING) {
        Ok((Answer::Merged, merged)) => Ok(merged),
        Ok((Answer::Refused(message), _)) => Err(Error::Cv { message }),
        Err(Silence::Unborn) => Err(fail("cannot be joined now")),
        Err(Silence::TooSlow) => Err(fail("could not be joined in 30 s")),
        Ok((Answer::Read(_), _)) | Err(Silence::Died) => Err(fail("are too damaged to be joined")),
    }
}

enum Silence {
    /// It could not be started.
    Unborn,
    TooSlow,
    Died,
}

/// Asks a worker, and gives its answer and the bytes behind it.
fn ask(
    program: &Path,
    task: &Task,
    files: &[&[u8]],
    limit: Duration,
) -> Result<(Answer, Vec<u8>), Silence> {
    let mut worker = start(program).map_err(|_| Silence::Unborn)?;
    let answer = converse(&mut worker, task, files, limit);
    // A worker that answered is at its end; one that did not is ended.
    drop(worker.kill());
    drop(worker.wait());
    answer
}

fn start(program: &Path) -> io::Result<Child> {
    let mut command = Command::new(program);
    command.arg(WORKER).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    command.env_clear();
    // Windows finds its own libraries through this one.
    command.envs(std::env::var_os("SystemRoot").map(|it| ("SystemRoot", it)));
    command.spawn()
}

fn converse(
    worker: &mut Child,
    task: &Task,
    files: &[&[u8]],
    limit: Duration,
) -> Result<(Answer, Vec<u8>), Silence> {
    let (Some(mut input), Some(output)) = (worker.stdin.take(), worker.stdout.take()) else {
        return Err(Silence::Died);
    };
    let (send, receive) = mpsc::channel();
    let mut question = serde_json::to_vec(task).map_err(|_| Silence::Died)?;
    question.push(b'\n');
    for file in files {
        question.extend_from_slice(file);
    }
    // Each pipe has a thread, so that neither side waits for the other.
    thread::spawn(move || drop(input.write_all(&question)));
    thread::spawn(move || {
        let mut said = Vec::new();
        let read = output.take(LONGEST).read_to_end(&mut said);
        drop(send.send(read.map(|_| said)));
    });
    match receive.recv_timeout(limit) {
        Ok(Ok(said)) => {
            let (answer, more) = line(&said).ok_or(Silence::Died)?;
            Ok((answer, more.to_vec()))
        }
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
