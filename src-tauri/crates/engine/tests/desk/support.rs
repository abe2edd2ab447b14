//! Desks to ask, and files to hand over.

use std::{path::Path, sync::Arc};

use engine::{
    Document, Engine,
    desk::{Desk, FieldView, FormView, GivenAnswer, Protect, Stage, Status},
    jiff::civil::{DateTime, date},
};
use vault::{Home, Keyring, MemoryKeyring};

pub(crate) const POSTING: &str = "msra-trustworthy-systems";

/// Noon of some day. Each minute later is another step of the candidate's.
pub(crate) fn now() -> DateTime {
    minute(0)
}

pub(crate) fn minute(minute: i8) -> DateTime {
    date(2026, 3, 1).at(12, minute, 0, 0)
}

/// Without LibreOffice: what it makes is tested by itself, and takes seconds.
fn engine() -> Engine {
    Engine::new().without_office()
}

/// A desk with the sample candidate on it, and nowhere to keep anything.
pub(crate) fn sample() -> (Desk, String) {
    let mut desk = Desk::new(engine(), Path::new("/nowhere/at/all"));
    desk.try_sample(now()).unwrap();
    let home = desk.home(now());
    assert_eq!(home.stage, Stage::Sample);
    let id = home.applications[0].id.clone();
    (desk, id)
}

/// A desk with a vault of its own, kept without encryption: quick, and readable here.
pub(crate) fn own(folder: &Path) -> Desk {
    let mut desk = reopened(folder);
    if desk.home(now()).stage == Stage::New {
        desk.keep(&Protect::Open).unwrap();
    }
    desk
}

/// A desk over what lies in a folder.
pub(crate) fn reopened(folder: &Path) -> Desk {
    let home = Home::at(&folder.join("vault")).with_passphrase_work(1);
    Desk::with(engine(), home, Box::new(MemoryKeyring::new()))
}

/// A desk with a keyring that the test holds too.
pub(crate) fn with_keyring(folder: &Path, keyring: &Arc<MemoryKeyring>) -> Desk {
    struct Shared(Arc<MemoryKeyring>);

    impl Keyring for Shared {
        fn get(&self, name: &str) -> Result<Option<vault::SecretString>, vault::KeyringTrouble> {
            self.0.get(name)
        }

        fn set(
            &self,
            name: &str,
            secret: &vault::SecretString,
        ) -> Result<(), vault::KeyringTrouble> {
            self.0.set(name, secret)
        }

        fn forget(&self, name: &str) -> Result<(), vault::KeyringTrouble> {
            self.0.forget(name)
        }
    }

    let home = Home::at(&folder.join("vault")).with_passphrase_work(1);
    Desk::with(engine(), home, Box::new(Shared(Arc::clone(keyring))))
}

/// The form that comes with the posting, as a file of the candidate's.
pub(crate) fn form() -> Document {
    let folder = Engine::new().posting(POSTING).unwrap();
    let bytes = folder.file("application-form.docx").unwrap().unwrap().into_owned();
    Document::named("their form.docx", bytes)
}

/// The same form with more questions before the others, so that every place moves.
pub(crate) fn form_asking(name: &str, questions: &[&str]) -> Document {
    let blank = ": ____________________</w:t></w:r></w:p>";
    let lines: Vec<&str> = questions.iter().flat_map(|it| ["<w:p><w:r><w:t>", it, blank]).collect();
    form_with(name, &lines.concat())
}

/// The sample form with more at its top.
pub(crate) fn form_with(name: &str, body: &str) -> Document {
    let package = ooxml::Package::open(form().bytes).unwrap();
    let main = package.main_part().clone();
    let source = package.tree(&main).unwrap().source().to_owned();
    let mut changes = ooxml::Changes::new();
    changes.replace(&main, source.replacen("<w:body>", &format!("<w:body>{body}"), 1));
    Document::named(name, package.save(&changes).unwrap())
}

/// A field by its printed words.
#[track_caller]
pub(crate) fn field<'a>(form: &'a FormView, label: &str) -> &'a FieldView {
    let found = form.fields.iter().find(|it| it.label == label);
    found.unwrap_or_else(|| {
        panic!("{label} {:?}", form.fields.iter().map(|it| &it.label).collect::<Vec<_>>())
    })
}

/// A sample file.
pub(crate) fn sample_file(name: &str) -> Document {
    let templates = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../templates/sample");
    Document::open(&templates.join(name)).unwrap()
}

/// Approves the form as it stands.
#[track_caller]
pub(crate) fn approve(desk: &mut Desk, id: &str, now: DateTime) -> FormView {
    let seen = desk.form(id, now).unwrap().unwrap().revision;
    desk.approve(id, seen, now).unwrap()
}

/// Answers what the form requires and nobody knows, releases the rest, approves.
#[track_caller]
pub(crate) fn finish_form(desk: &mut Desk, id: &str, now: DateTime) {
    let view = desk.form(id, now).unwrap().unwrap();
    let held: Vec<String> = view.fields.iter().flat_map(|it| it.sensitive.clone()).collect();
    let view = desk.release(id, &held, true, now).unwrap();
    let blank = |it: &&FieldView| {
        it.required && matches!(it.status, Status::Offered | Status::NoFact | Status::Unknown)
    };
    let open: Vec<String> = view.fields.iter().filter(blank).map(|it| it.id.clone()).collect();
    for field in open {
        desk.answer(id, &field, &GivenAnswer::Blank, now).unwrap();
    }
    let view = approve(desk, id, now);
    assert!(view.is_approved);
    assert!(!view.report.unwrap().written.is_empty());
}
