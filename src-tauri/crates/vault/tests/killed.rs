//! Kills a process in the middle of its saves, again and again, and looks at what is left.
//!
//! The process is this very test, started again with a variable that turns it
//! into a writer that never stops.

mod support;

use std::{
    fs,
    io::{self, Read as _, Write as _},
    path::Path,
    process::{Command, Stdio},
};

use vault::store;

use crate::support::scratch;

const WRITER: &str = "CANDIDACY_TEST_WRITER";
const KILLS: usize = 25;

#[test]
fn a_killed_save_leaves_the_old_file_or_the_new_one() {
    if let Some(path) = std::env::var_os(WRITER) {
        loop {
            write_all_letters(Path::new(&path)).unwrap();
        }
    }
    let folder = scratch();
    let path = folder.path().join("profile.json");
    store::create_new(&path, &content(0)).unwrap();
    for kill in 0..KILLS {
        let mut writer = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "a_killed_save_leaves_the_old_file_or_the_new_one"])
            .env(WRITER, &path)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut told = writer.stdout.take().unwrap();
        told.read_exact(&mut vec![0; 64 + kill * 7]).unwrap();
        writer.kill().unwrap();
        writer.wait().unwrap();
        let saved = fs::read(&path).unwrap();
        assert_eq!(saved, content(saved[0]), "after kill {kill}");
    }
    store::sweep(folder.path());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing stays beside");
}

/// Tells of every save by one byte on the standard output.
fn write_all_letters(path: &Path) -> Result<(), Box<dyn std::error::Error>> {
    for letter in 0..=u8::MAX {
        store::replace(path, &content(letter))?;
        io::stdout().write_all(b".")?;
        io::stdout().flush()?;
    }
    Ok(())
}

fn content(letter: u8) -> Vec<u8> {
    vec![letter; 50_000 + usize::from(letter)]
}
