//! The real keyring of a Linux desktop, on a message bus of its own: what it says
//! when all is well, and in each kind of trouble that can be made here.
//!
//! A test starts this very program again inside `dbus-run-session`, with a home of
//! its own, so that nobody's keyring is touched. Refusals (`Denied`) cannot be made
//! with it; the memory keyring stands in for those.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says where")]
#![cfg(target_os = "linux")]

use std::{
    env, fs,
    io::{Read as _, Seek as _, SeekFrom, Write as _},
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use vault::{Error, Home, Keyring as _, KeyringTrouble, OsKeyring, Protect, Unlock, Vault};

const STEP: &str = "CANDIDACY_TEST_KEYRING_STEP";

/// What the scripts have in common. `ask STEP` runs one step of [`step`].
const PRELUDE: &str = r#"
set -eu
ask() { env CANDIDACY_TEST_KEYRING_STEP="$1" "$PROGRAM" --exact step --nocapture; }
unlock() { printf pw | gnome-keyring-daemon --unlock --components=secrets --daemonize >/dev/null; }
process() {
  dbus-send --session --print-reply --dest=org.freedesktop.DBus /org/freedesktop/DBus \
    org.freedesktop.DBus.GetConnectionUnixProcessID string:org.freedesktop.secrets |
    awk '/uint32/ { print $2 }'
}
stop() { id=$(process); kill "$id"; while kill -0 "$id" 2>/dev/null; do :; done; }
"#;

/// A bus on which nobody is started.
const LONELY: &str = r#"<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/></policy></busconfig>"#;

fn is_there(program: &str) -> bool {
    Command::new(program)
        .arg("--version")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok()
}

/// Whether the programs are here. Without them a developer may go on; a check of ours may not.
fn can_run() -> bool {
    let can = is_there("dbus-run-session") && is_there("gnome-keyring-daemon");
    if !can && env::var_os("CI").is_none() {
        let _ = writeln!(
            std::io::stderr(),
            "skipped: `dbus-run-session` or `gnome-keyring-daemon` is not installed"
        );
    }
    can || env::var_os("CI").is_some()
}

/// A command in a home of its own, with neither bus nor display.
fn at_home(folder: &Path, program: &str) -> Command {
    for name in ["data", "cache", "config", "run"] {
        let path = folder.join(name);
        fs::create_dir_all(&path).unwrap();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            fs::set_permissions(&path, fs::Permissions::from_mode(0o700)).unwrap();
        }
    }
    let mut command = Command::new(program);
    command
        .env("HOME", folder)
        .env("XDG_DATA_HOME", folder.join("data"))
        .env("XDG_CACHE_HOME", folder.join("cache"))
        .env("XDG_CONFIG_HOME", folder.join("config"))
        .env("XDG_RUNTIME_DIR", folder.join("run"))
        .env("PROGRAM", env::current_exe().unwrap())
        .env_remove("DBUS_SESSION_BUS_ADDRESS")
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .stdin(Stdio::null());
    command
}

#[track_caller]
fn run(mut command: Command) {
    // Not through a pipe: a keyring that outlives its bus for a while would hold it open.
    let mut told = tempfile::tempfile().unwrap();
    let same = || Stdio::from(told.try_clone().unwrap());
    let status = command.stdout(same()).stderr(same()).status().unwrap();
    let mut words = String::new();
    told.seek(SeekFrom::Start(0)).unwrap();
    told.read_to_string(&mut words).unwrap();
    assert!(status.success(), "{words}");
}

/// Runs a script of steps on a bus of its own.
#[track_caller]
fn check(script: &str) {
    if !can_run() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let mut command = at_home(folder.path(), "dbus-run-session");
    command.args(["--", "bash", "-c", &format!("{PRELUDE}{script}")]);
    run(command);
}

/// One step of a script, in a process of its own. Without a step there is nothing to do.
#[test]
fn step() {
    let Ok(step) = env::var(STEP) else { return };
    let home = Home::at(&Path::new(&env::var("HOME").unwrap()).join("vault"));
    let keyring = OsKeyring::new("candidacy-test");
    let open = || Vault::open(&home, &Unlock::Keyring, &keyring);
    let create = || Vault::create(&home, &Protect::Keyring, &keyring, |_| b"kept".to_vec());
    match step.as_str() {
        "make" => {
            let (mut vault, _) = create().unwrap();
            vault.write(b"kept on").unwrap();
        }
        "open" => assert_eq!(open().unwrap().read().unwrap(), b"kept on"),
        "forget" => {
            keyring.set("another", &"secret".into()).unwrap();
            keyring.forget("another").unwrap();
            keyring.forget("another").unwrap();
            assert!(keyring.get("another").unwrap().is_none());
        }
        "protect" => {
            open().unwrap().change_protection(&Protect::Keyring, &keyring, None).unwrap();
        }
        "emptied" => {
            expect(&open(), KeyringTrouble::Emptied);
            assert!(matches!(create(), Err(Error::AlreadyKept { .. })));
        }
        "locked" => expect(&open(), KeyringTrouble::Locked),
        "never initialised" => expect(&create(), KeyringTrouble::NeverInitialised),
        "no bus" => expect(&create(), KeyringTrouble::NoBus),
        "no service" => expect(&create(), KeyringTrouble::NoService),
        "frozen" | "waiting" => {
            let started = Instant::now();
            let keyring = keyring.with_patience(Duration::from_secs(2));
            let opened = Vault::open(&home, &Unlock::Keyring, &keyring);
            assert!(started.elapsed() < Duration::from_secs(4));
            let trouble =
                if step == "frozen" { KeyringTrouble::Frozen } else { KeyringTrouble::Waiting };
            expect(&opened, trouble);
        }
        other => panic!("no step `{other}`"),
    }
}

#[track_caller]
fn expect<T: std::fmt::Debug>(answer: &Result<T, Error>, trouble: KeyringTrouble) {
    assert!(matches!(answer, Err(Error::Keyring(it)) if *it == trouble), "{answer:?}");
}

#[test]
fn a_key_in_the_keyring_opens_the_vault() {
    check("unlock; ask make; ask open; ask protect; ask open; ask forget");
}

#[test]
fn a_locked_keyring_without_a_display_is_locked_and_opens_later() {
    check("unlock; ask make; stop; ask locked; stop; unlock; ask open");
}

#[test]
fn a_deleted_keyring_is_emptied_and_no_new_key_is_made() {
    check(r#"unlock; ask make; stop; rm "$XDG_DATA_HOME"/keyrings/*; unlock; ask emptied"#);
    check(r#"unlock; ask make; stop; rm "$XDG_DATA_HOME"/keyrings/*; ask emptied"#);
}

#[test]
fn a_keyring_that_was_never_set_up_says_so() {
    check("ask 'never initialised'");
}

#[test]
fn a_frozen_keyring_holds_nobody_up() {
    check(
        r#"unlock; ask make; id=$(process); kill -STOP "$id"; ask frozen; kill -CONT "$id"; ask open"#,
    );
}

#[test]
fn a_keyring_that_asks_for_its_password_is_waited_for_no_longer() {
    if env::var_os("CI").is_none()
        && !(is_there("Xvfb") && Path::new("/usr/libexec/gcr-prompter").exists())
    {
        let _ = writeln!(std::io::stderr(), "skipped: `Xvfb` or `gcr-prompter` is not installed");
        return;
    }
    check(
        r#"unlock; ask make; stop
Xvfb -displayfd 4 -screen 0 640x480x24 -nolisten tcp 4>"$HOME/display" 2>/dev/null &
screen=$!
while ! [ -s "$HOME/display" ]; do :; done
export DISPLAY=":$(cat "$HOME/display")"
dbus-update-activation-environment DISPLAY
ask waiting
kill "$screen""#,
    );
}

#[test]
fn without_a_bus_or_without_a_keyring_on_it_each_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let program = env::current_exe().unwrap();
    let mut alone = at_home(folder.path(), program.to_str().unwrap());
    alone.args(["--exact", "step", "--nocapture"]).env(STEP, "no bus");
    run(alone);
    if !can_run() {
        return;
    }
    let config = folder.path().join("bus.conf");
    fs::File::create(&config).unwrap().write_all(LONELY.as_bytes()).unwrap();
    let mut lonely = at_home(folder.path(), "dbus-run-session");
    lonely.arg("--config-file").arg(&config).arg("--").arg(&program);
    lonely.args(["--exact", "step", "--nocapture"]).env(STEP, "no service");
    run(lonely);
}
