//! What the screens know of the shell is written by `cargo test` and committed.

use std::{collections::BTreeMap, fs, path::Path};

use engine::Engine;
use ts_rs::{Config, TS};

use crate::{commands::COMMANDS, wire};

/// Where the screens look for it.
const COMMITTED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../ui/src/backend/wire");

type Files = BTreeMap<String, String>;

/// Every type that a command takes or gives, with all that they stand on.
fn export(folder: &Path) {
    let config = Config::default().with_out_dir(folder);
    macro_rules! export {
        ($($name:ty),* $(,)?) => { $(<$name as TS>::export_all(&config).unwrap();)* };
    }
    export!(
        wire::application::ApplicationEdit,
        wire::application::Begin,
        wire::application::DocumentsView,
        wire::error::CommandError,
        wire::form::FormView,
        wire::form::GivenAnswer,
        wire::form::MemoryView,
        wire::grid::Grid,
        wire::home::Handed,
        wire::home::Home,
        wire::home::MenuAction,
        wire::package::BoardLine,
        wire::package::MessageEdit,
        wire::package::PackageView,
        wire::papers::LetterEdit,
        wire::papers::OffersView,
        wire::papers::PapersEdit,
        wire::papers::PrintView,
        wire::posting::PostingDraft,
        wire::posting::PostingEdit,
        wire::profile::FactLanguage,
        wire::profile::ImportedView,
        wire::profile::ProfileEdit,
        wire::profile::ProfileView,
        wire::told::Told,
        wire::vault::Backup,
        wire::vault::Protect,
        wire::vault::Unlock,
    );
    let names: Vec<_> = COMMANDS.iter().map(|it| format!("  | \"{it}\"")).collect();
    let names = format!(
        "// This file is written by `cargo test`. Do not edit it.\n\n\
         /** Every command of the shell. Another name does not compile. */\n\
         export type Command =\n{};\n",
        names.join("\n")
    );
    let schema = serde_json::to_string_pretty(&Engine::new().profile_schema()).unwrap() + "\n";
    for (name, text) in [("Command.ts", names), ("profile.schema.json", schema)] {
        put(&folder.join(name), &text);
    }
}

/// Writes a generated file. Nothing of a candidate's is in it, so it needs no safe saving.
#[expect(clippy::disallowed_methods, reason = "what is generated can be generated again")]
fn put(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn read(folder: &Path) -> Files {
    let mut files = Files::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let name = entry.file_name().into_string().unwrap();
        if entry.file_type().unwrap().is_dir() {
            let inner = read(&entry.path()).into_iter();
            files.extend(inner.map(|(it, text)| (format!("{name}/{it}"), text)));
        } else {
            files.insert(name, fs::read_to_string(entry.path()).unwrap());
        }
    }
    files
}

#[test]
fn bindings_are_current() {
    let fresh = tempfile::tempdir().unwrap();
    export(fresh.path());
    let (fresh, committed) = (read(fresh.path()), read(Path::new(COMMITTED)));
    let mut stale: Vec<&str> = Vec::new();
    for (name, text) in &fresh {
        if committed.get(name) != Some(text) {
            put(&Path::new(COMMITTED).join(name), text);
            stale.push(name);
        }
    }
    for name in committed.keys().filter(|it| !fresh.contains_key(*it)) {
        fs::remove_file(Path::new(COMMITTED).join(name)).unwrap();
        stale.push(name);
    }
    assert!(stale.is_empty(), "these were stale, and are written now: commit them: {stale:?}");
}
