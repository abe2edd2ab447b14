//! One module for each command: unpack, ask the engine, print.

mod application;
mod applications;
mod cv;
mod explain;
mod forms;
mod papers;
mod posting;
mod postings;
mod profile;
mod vault;

use std::{collections::BTreeMap, io};

use clap::CommandFactory as _;
use engine::{Choices, Document, Engine, Given, OpenProfile, Release, desk::Access, jiff::Zoned};

use crate::{
    args::{self, Cli, Command, Released},
    failure::Failure,
};

/// What every command needs.
struct Context {
    engine: Engine,
    now: engine::jiff::civil::DateTime,
}

/// Does what the command line says.
pub(crate) fn run(cli: &Cli) -> Result<(), Failure> {
    let engine = match std::env::current_exe() {
        Ok(program) => Engine::apart(program),
        Err(_) => Engine::new(),
    };
    let now = Zoned::now().datetime();
    let now = cli.today.map_or(now, |today| today.to_datetime(now.time()));
    let context = Context { engine, now };
    match &cli.command {
        Command::Inspect(args) => forms::inspect(&context, args),
        Command::Fill(args) => forms::fill(&context, args),
        Command::Bundle(args) => application::bundle(&context, args),
        Command::Check(args) => application::check(&context, &args.application),
        Command::Letter(args) => papers::letter(&context, args),
        Command::Answers(args) => papers::answers(&context, args),
        Command::Summary(args) => papers::summary(&context, args),
        Command::Pdf(args) => papers::pdf(&context, args),
        Command::Merge(args) => papers::merge(&context, args),
        Command::Cv(args) => cv::run(&context, args),
        Command::Profile(args) => profile::run(&context, args),
        Command::Vault(args) => vault::run(&context, args),
        Command::Applications(args) => applications::list(&context, args),
        Command::Postings(args) => postings::list(&context, args),
        Command::Posting(args) => posting::run(&context, args),
        Command::Completions { shell } => {
            let mut command = Cli::command();
            clap_complete::generate(*shell, &mut command, "candidacy", &mut io::stdout());
            Ok(())
        }
    }
}

/// The candidate's facts.
fn facts(context: &Context, args: &args::Facts) -> Result<OpenProfile, Failure> {
    match &args.profile {
        Some(path) => Ok(context.engine.open_profile(path)?),
        None => Ok(vault::borrowed(context, &args.vault.at, Access::Read)?.lend_profile()?),
    }
}

/// What the candidate decided about a form.
fn choices(args: &args::Choices) -> Result<Choices, Failure> {
    let answers = match &args.answers {
        Some(path) => {
            let document = Document::open(path)?;
            Given::parse_all(document.text()?)
                .map_err(|source| engine::Error::Form { name: document.name(), source })?
        }
        None => BTreeMap::new(),
    };
    let mut release = Release::None;
    for word in &args.release {
        release = match (release, word) {
            (Release::All, _) | (_, Released::All) => Release::All,
            (Release::None, Released::Key(key)) => Release::Keys([key.clone()].into()),
            (Release::Keys(mut keys), Released::Key(key)) => {
                keys.insert(key.clone());
                Release::Keys(keys)
            }
        };
    }
    Ok(Choices { accept: args.accept.into(), release, answers })
}
