//! What the shell holds between two commands, and how a command reaches the desk.

use std::{
    any::Any,
    collections::VecDeque,
    panic::Location,
    path::{Path, PathBuf},
    sync::{
        Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
};

use engine::{
    Engine, Error,
    desk::Desk,
    jiff::{Zoned, civil::DateTime},
};
use tauri::{AppHandle, Manager as _, Runtime, async_runtime::spawn_blocking, ipc::Channel};

use crate::{
    convert,
    handed::HandedOver,
    language::Language,
    settings::Kept,
    wire::{
        error::{Code, CommandError},
        home::Home,
        told::Told,
    },
};

/// So many failures are remembered for who wants to tell us about them.
const FAILURES: usize = 12;

/// Everything that outlives a command.
pub(crate) struct Shell {
    desk: Mutex<Desk>,
    settings: Mutex<Kept>,
    settings_file: PathBuf,
    pub(crate) handed: Mutex<HandedOver>,
    listener: Mutex<Option<Channel<Told>>>,
    home_is_due: AtomicBool,
    under_way: AtomicUsize,
    failures: Mutex<VecDeque<String>>,
}

/// The program that reads, joins and draws files for us: the command line, which lies beside the
/// app. The window's own program has no code for that.
fn worker() -> PathBuf {
    let name = format!("candidacy{}", std::env::consts::EXE_SUFFIX);
    let here = std::env::current_exe().unwrap_or_default();
    here.with_file_name(name)
}

impl Shell {
    /// A shell whose desk and settings lie in `data`, and whose packages go among `documents`.
    /// Opens nothing yet.
    pub(crate) fn new(data: &Path, documents: &Path) -> Self {
        let settings_file = data.join("settings.json");
        let engine = Engine::apart(worker());
        Self {
            desk: Mutex::new(Desk::new(engine, data)),
            settings: Mutex::new(Kept::read(&settings_file).among(documents)),
            settings_file,
            handed: Mutex::default(),
            listener: Mutex::default(),
            home_is_due: AtomicBool::new(false),
            under_way: AtomicUsize::new(0),
            failures: Mutex::default(),
        }
    }

    /// What the candidate chose for the app itself.
    pub(crate) fn settings(&self) -> Kept {
        lock(&self.settings).clone()
    }

    /// Keeps other choices.
    pub(crate) fn keep_settings(&self, change: impl FnOnce(&mut Kept)) -> Result<(), Error> {
        let mut settings = lock(&self.settings);
        let mut changed = settings.clone();
        change(&mut changed);
        changed.write(&self.settings_file)?;
        *settings = changed;
        Ok(())
    }

    /// The language of menus and dialogs.
    pub(crate) fn language(&self) -> Language {
        Language::of(lock(&self.settings).language)
    }

    /// Takes the desk. A panic in one command must not take the app with it.
    pub(crate) fn desk(&self) -> MutexGuard<'_, Desk> {
        lock(&self.desk)
    }

    /// Tells the page something, if it listens; says whether it does.
    pub(crate) fn tell(&self, what: Told) -> bool {
        lock(&self.listener).as_ref().is_some_and(|page| page.send(what).is_ok())
    }

    /// From now on the page listens here. A page that was loaded again listens anew.
    pub(crate) fn listen(&self, page: Option<Channel<Told>>) {
        *lock(&self.listener) = page;
    }

    /// The last failures, the latest last: when, where in our code, and which kind.
    pub(crate) fn failures(&self) -> Vec<String> {
        lock(&self.failures).iter().cloned().collect()
    }

    /// Whether something is being done that would be lost if the app ended now.
    pub(crate) fn is_at_work(&self) -> bool {
        self.under_way.load(Ordering::SeqCst) > 0
    }

    fn remember(&self, code: Code, place: &Location<'_>) {
        let mut failures = lock(&self.failures);
        if failures.len() == FAILURES {
            failures.pop_front();
        }
        failures.push_back(format!("{} {code:?} {place}", now().strftime("%H:%M:%S")));
    }
}

/// Takes what a lock guards. A panic elsewhere must not take the app with it.
pub(crate) fn lock<T>(it: &Mutex<T>) -> MutexGuard<'_, T> {
    it.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The time by the candidate's clock.
pub(crate) fn now() -> DateTime {
    Zoned::now().datetime()
}

/// What a thread is given to do. One type for all commands: what waits for a thread is built for
/// each type anew, and there are sixty commands.
type Work = Box<dyn FnOnce() -> Box<dyn Any + Send> + Send>;

/// Something that the app does not end before.
struct UnderWay<R: Runtime>(AppHandle<R>);

impl<R: Runtime> UnderWay<R> {
    fn new(app: &AppHandle<R>) -> Self {
        app.state::<Shell>().under_way.fetch_add(1, Ordering::SeqCst);
        Self(app.clone())
    }
}

impl<R: Runtime> Drop for UnderWay<R> {
    fn drop(&mut self) {
        self.0.state::<Shell>().under_way.fetch_sub(1, Ordering::SeqCst);
    }
}

/// Works on a thread that may wait; the app does not end before it is done.
#[track_caller]
pub(crate) fn work<R, T, E, F>(
    app: &AppHandle<R>,
    work: F,
) -> impl Future<Output = Result<T, CommandError>> + Send + 'static
where
    R: Runtime,
    T: Send + 'static,
    E: Into<CommandError>,
    F: FnOnce(&AppHandle<R>, &Shell) -> Result<T, E> + Send + 'static,
{
    // From now on, not from when a thread is free.
    let under_way = UnderWay::new(app);
    let done = look(app, work);
    async move {
        let done = done.await;
        drop(under_way);
        done
    }
}

/// Looks at something on a thread that may wait. Nothing is lost if the app ends before. What
/// fails is remembered by its code and its place alone.
#[track_caller]
pub(crate) fn look<R, T, E, F>(
    app: &AppHandle<R>,
    question: F,
) -> impl Future<Output = Result<T, CommandError>> + Send + 'static
where
    R: Runtime,
    T: Send + 'static,
    E: Into<CommandError>,
    F: FnOnce(&AppHandle<R>, &Shell) -> Result<T, E> + Send + 'static,
{
    let place = Location::caller();
    let app = app.clone();
    async move {
        let inner = app.clone();
        let work: Work = Box::new(move || {
            let done = question(&inner, &inner.state::<Shell>());
            Box::new(done.map_err(Into::<CommandError>::into))
        });
        let joined = spawn_blocking(work).await.ok();
        let done: Option<Box<Result<T, CommandError>>> = joined.and_then(|it| it.downcast().ok());
        let done = done.map_or_else(|| Err(CommandError::plain(Code::Internal)), |it| *it);
        if let Err(error) = &done {
            tracing::warn!(code = ?error.code, %place, "not done");
            app.state::<Shell>().remember(error.code, place);
        }
        done
    }
}

/// Asks the desk.
#[track_caller]
pub(crate) fn ask<R, T, F>(
    app: &AppHandle<R>,
    question: F,
) -> impl Future<Output = Result<T, CommandError>> + Send + 'static
where
    R: Runtime,
    T: Send + 'static,
    F: FnOnce(&mut Desk) -> Result<T, Error> + Send + 'static,
{
    look(app, move |_, shell| question(&mut shell.desk()))
}

/// Has the desk change something that is kept; the page hears what became of it.
#[track_caller]
pub(crate) fn change<R, T, F>(
    app: &AppHandle<R>,
    change: F,
) -> impl Future<Output = Result<T, CommandError>> + Send + 'static
where
    R: Runtime,
    T: Send + 'static,
    F: FnOnce(&mut Desk) -> Result<T, Error> + Send + 'static,
{
    work(app, move |app, shell| {
        let changed = change(&mut shell.desk());
        // Where it failed, the state of the vault may be another one.
        tell_home(app);
        changed
    })
}

/// Has the desk change something and gives what the frame shows then.
#[track_caller]
pub(crate) fn change_home<R, F>(
    app: &AppHandle<R>,
    change: F,
) -> impl Future<Output = Result<Home, CommandError>> + Send + 'static
where
    R: Runtime,
    F: FnOnce(&mut Desk) -> Result<(), Error> + Send + 'static,
{
    work(app, move |app, shell| {
        let changed = change(&mut shell.desk());
        tell_home(app);
        changed.map(|()| home(shell))
    })
}

/// What the frame shows now.
pub(crate) fn home(shell: &Shell) -> Home {
    let home = shell.desk().home(now());
    convert::home(home, shell.settings().shown())
}

/// Tells the page what the frame shows now, soon. Changes that follow closely are told at once.
pub(crate) fn tell_home<R: Runtime>(app: &AppHandle<R>) {
    if app.state::<Shell>().home_is_due.swap(true, Ordering::SeqCst) {
        return;
    }
    let app = app.clone();
    drop(spawn_blocking(move || {
        let shell = app.state::<Shell>();
        let mut desk = shell.desk();
        shell.home_is_due.store(false, Ordering::SeqCst);
        let home = convert::home(desk.home(now()), shell.settings().shown());
        // Told while the desk is held, so that an older one never comes after a newer one.
        shell.tell(Told::Home { home });
    }));
}
