//! Reads CVs, joins PDFs and draws papers, in a process of its own.
//!
//! A CV may come from anywhere, and libraries for PDF have crashed on odd ones.
//! A process can be stopped after a while and kept within its memory; whatever
//! becomes of it, the app goes on and says that the file could not be used.
//!
//! **Invariant:** the worker gets what it is asked and the bytes of the files on its
//! standard input, an environment that names nothing but where fonts lie, and answers on its
//! standard output. It opens no file but fonts, and no connection.

use std::{
    io::{self, Read as _, Write as _},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{Arc, mpsc},
    thread,
    time::Duration,
};

use documents::{Cv, Part, pdf::Properties, writing::Writing};
use serde::Deserialize;

use crate::{
    Document, Drawn, Error,
    hands::{Answer, File, Hands, Said, Task, Work},
    papers::Lettering,
};

/// The argument that turns a program of ours into the worker.
pub const WORKER: &str = "file-worker";
/// No honest CV takes longer, and no paper.
const READING: Duration = Duration::from_secs(10);
/// Nor do a few files that are joined: those who join them give up before.
const JOINING: Duration = Duration::from_secs(30);
/// Nor more memory than this.
#[cfg(unix)]
const MEMORY: u64 = 1 << 30;
/// Nothing that a worker has to say is longer.
const LONGEST: u64 = 256 << 20;

/// The worker's whole life: one question in, one answer out. The question is one line, and so is
/// the answer; bytes follow both.
pub fn work() -> io::Result<()> {
    #[cfg(unix)]
    limit_memory();
    let mut input = Vec::new();
    io::stdin().lock().read_to_end(&mut input)?;
    let answered = line::<Task>(&input).and_then(|(task, it)| Hands::default().answer(task, it));
    let Some((answer, more)) = answered else {
        return Err(io::ErrorKind::InvalidInput.into());
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

/// Where the work on files is done.
///
/// A program that only has it done elsewhere does not hold the code for it: that is why the
/// hands of this process are not named but where they are wanted.
#[derive(Debug, Clone)]
pub(crate) enum Worker {
    /// In this process.
    Here(Arc<dyn Work>),
    /// In processes of this program.
    Apart(PathBuf),
}

impl Worker {
    /// In this process, drawing with these fonts.
    pub(crate) fn here(lettering: Lettering) -> Self {
        Self::Here(Arc::new(Hands { lettering }))
    }

    /// Reads a CV.
    pub(crate) fn read(&self, document: &Document) -> Result<Cv, Error> {
        let name = document.name();
        let fail = |what: &str| Error::Cv {
            message: format!("`{name}` {what}: export it once more, or choose another file"),
        };
        let task = Task::Read { name: name.clone() };
        match self.ask(task, &[&document.bytes], READING) {
            Ok((Answer::Read(cv), _)) => Ok(cv),
            Ok((Answer::Refused(error), _)) => Err(Error::Cv { message: error.to_string() }),
            Err(Silence::Unborn) => Err(fail("cannot be read now")),
            Err(Silence::TooSlow) => Err(fail("could not be read in 10 s")),
            Ok(_) | Err(Silence::Died) => Err(fail("is too damaged to be read")),
        }
    }

    /// Puts PDFs into one.
    pub(crate) fn merge(
        &self,
        parts: &[Part<'_>],
        properties: &Properties<'_>,
    ) -> Result<Vec<u8>, Error> {
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
            message: format!(
                "the files {what}: export the PDFs once more, or send them one by one"
            ),
        };
        match self.ask(task, &bytes, JOINING) {
            Ok((Answer::Made, merged)) => Ok(merged),
            Ok((Answer::Refused(error), _)) => Err(Error::Paper(error)),
            Err(Silence::Unborn) => Err(fail("cannot be joined now")),
            Err(Silence::TooSlow) => Err(fail("could not be joined in 30 s")),
            Ok(_) | Err(Silence::Died) => Err(fail("are too damaged to be joined")),
        }
    }

    /// Draws a paper.
    pub(crate) fn draw(&self, writing: &Writing, drawn: Drawn) -> Result<Vec<u8>, Error> {
        let task = Task::Draw { writing: writing.clone(), drawn };
        match self.ask(task, &[], READING) {
            Ok((Answer::Made, bytes)) => Ok(bytes),
            Ok((Answer::Refused(error), _)) => Err(Error::Paper(error)),
            Ok((Answer::NoFonts, _)) => Err(Error::NoFonts),
            Ok((Answer::Read(_), _)) | Err(_) => {
                let reason = "the program that draws it gave no answer".to_owned();
                Err(Error::Paper(documents::Error::Unwritten { reason }))
            }
        }
    }

    fn ask(
        &self,
        task: Task,
        files: &[&[u8]],
        limit: Duration,
    ) -> Result<(Answer, Vec<u8>), Silence> {
        match self {
            Self::Here(hands) => hands.answer(task, &files.concat()).ok_or(Silence::Died),
            Self::Apart(program) => ask(program, &task, files, limit),
        }
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

/// Windows opens no console for it (`CREATE_NO_WINDOW` of its process creation flags).
#[cfg(windows)]
const NO_CONSOLE: u32 = 0x0800_0000;

fn start(program: &Path) -> io::Result<Child> {
    let mut command = Command::new(program);
    command.arg(WORKER).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    command.env_clear();
    // Windows finds its own libraries through the first, and fonts; others, the candidate's own
    // fonts through the second.
    for name in ["SystemRoot", "HOME"] {
        command.envs(std::env::var_os(name).map(|it| (name, it)));
    }
    #[cfg(windows)]
    std::os::windows::process::CommandExt::creation_flags(&mut command, NO_CONSOLE);
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
