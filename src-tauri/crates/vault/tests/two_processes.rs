//! Real processes at one vault: killed at any moment, and taking turns.
//!
//! The other process is this very test, started again with variables that tell it
//! what to do. Nothing here loses power, so the vault may lie in memory.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says where")]

mod support;

use std::{
    env, fs,
    io::{self, Read as _, Write as _},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use vault::{Error, Home, MemoryKeyring, Protect, SecretString, Unlock, Vault};

use crate::support::scratch;

const FOLDER: &str = "CANDIDACY_TEST_VAULT";
const KILLS: usize = 300;
const KILLS_WHILE_REBUILDING: usize = 60;
const INCREMENTS: usize = 500;

fn passphrase() -> SecretString {
    SecretString::from("correct horse battery staple")
}

fn home(folder: &Path) -> Home {
    Home::at(folder).with_passphrase_work(1)
}

fn create(folder: &Path) {
    let protect = Protect::Passphrase(passphrase());
    let document = content(0);
    Vault::create(&home(folder), &protect, &MemoryKeyring::new(), |_| document).unwrap();
}

fn open(folder: &Path) -> Result<Vault, Error> {
    Vault::open(&home(folder), &Unlock::Passphrase(passphrase()), &MemoryKeyring::new())
}

/// Long enough that a write takes a while; the number stands at the start.
fn content(number: usize) -> Vec<u8> {
    format!("{number}\n").repeat(20_000).into_bytes()
}

fn number(document: &[u8]) -> usize {
    let text = std::str::from_utf8(document).unwrap();
    let number: usize = text.lines().next().unwrap().parse().unwrap();
    assert_eq!(document, content(number), "not one whole document");
    number
}

/// This test again, as the other process.
fn start(test: &str, folder: &Path) -> Child {
    Command::new(env::current_exe().unwrap())
        .args(["--exact", test, "--nocapture"])
        .env(FOLDER, folder)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap()
}

fn told_folder() -> Option<PathBuf> {
    env::var_os(FOLDER).map(PathBuf::from)
}

fn tell(byte: u8) {
    io::stdout().write_all(&[byte]).unwrap();
    io::stdout().flush().unwrap();
}

/// Reads until the process has told of `count` things; not what the test itself says.
fn listen(process: &mut Child, count: usize) -> usize {
    let told = process.stdout.as_mut().unwrap();
    let mut byte = [0];
    let mut heard = 0;
    while heard < count && told.read(&mut byte).unwrap() == 1 {
        heard += usize::from(byte[0] == b'\x07');
    }
    heard
}

/// What it told of before it was killed and was not listened to yet.
fn rest(process: &mut Child) -> usize {
    let mut rest = Vec::new();
    process.stdout.as_mut().unwrap().read_to_end(&mut rest).unwrap();
    rest.into_iter().filter(|&byte| byte == b'\x07').count()
}

/// Lets some time go by without giving the processor away: a sleep is far too long.
fn spin(time: Duration) {
    let started = Instant::now();
    while started.elapsed() < time {
        std::hint::spin_loop();
    }
}

#[track_caller]
fn kill_again_and_again(test: &str, kills: usize, longest: u64, work: impl Fn(&mut Vault, usize)) {
    if let Some(folder) = told_folder() {
        let mut vault = open(&folder).unwrap();
        let mut now = number(&vault.read().unwrap());
        loop {
            now += 1;
            work(&mut vault, now);
            tell(b'\x07');
        }
    }
    let folder = scratch();
    create(folder.path());
    let mut before = 0;
    for kill in 0..kills {
        let mut writer = start(test, folder.path());
        let heard = listen(&mut writer, 1 + kill % 3);
        assert_eq!(heard, 1 + kill % 3, "the writer fell over");
        spin(Duration::from_micros(kill as u64 * 7919 % longest));
        writer.kill().unwrap();
        writer.wait().unwrap();
        let told = before + heard + rest(&mut writer);
        let mut vault = open(folder.path()).unwrap();
        let there = number(&vault.read().unwrap());
        // The last write may have happened without being told.
        assert!(there == told || there == told + 1, "kill {kill}: {there} after {told}");
        before = there;
    }
    open(folder.path()).unwrap().write(&content(before)).unwrap();
    let left: Vec<_> = fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.starts_with('.') || name == "incoming" || name == "outgoing")
        .collect();
    assert!(left.is_empty(), "{left:?} stay behind");
}

#[test]
fn a_killed_write_leaves_the_old_document_or_the_new_one() {
    let test = "a_killed_write_leaves_the_old_document_or_the_new_one";
    kill_again_and_again(test, KILLS, 12_000, |vault, number| {
        vault.write(&content(number)).unwrap();
    });
}

#[test]
fn a_killed_change_of_keys_leaves_the_old_vault_or_the_new_one() {
    let test = "a_killed_change_of_keys_leaves_the_old_vault_or_the_new_one";
    kill_again_and_again(test, KILLS_WHILE_REBUILDING, 60_000, |vault, number| {
        let protect = Protect::Passphrase(passphrase());
        vault.change_protection(&protect, &MemoryKeyring::new(), None).unwrap();
        vault.write(&content(number)).unwrap();
    });
}

#[test]
fn two_processes_lose_none_of_a_thousand_changes() {
    if let Some(folder) = told_folder() {
        for _ in 0..INCREMENTS {
            increment(&folder);
        }
        return;
    }
    let folder = scratch();
    let protect = Protect::Passphrase(passphrase());
    Vault::create(&home(folder.path()), &protect, &MemoryKeyring::new(), |_| b"0".to_vec())
        .unwrap();
    let test = "two_processes_lose_none_of_a_thousand_changes";
    let mut processes = [start(test, folder.path()), start(test, folder.path())];
    for process in &mut processes {
        rest(process);
        assert!(process.wait().unwrap().success());
    }
    assert_eq!(open(folder.path()).unwrap().read().unwrap(), b"1000");
}

/// Takes the vault as soon as nobody else has it, and adds one.
fn increment(folder: &Path) {
    let mut vault = loop {
        match open(folder) {
            Ok(vault) => break vault,
            Err(Error::InUse) => {}
            Err(error) => panic!("{error}"),
        }
    };
    let count: usize = std::str::from_utf8(&vault.read().unwrap()).unwrap().parse().unwrap();
    vault.write((count + 1).to_string().as_bytes()).unwrap();
}
