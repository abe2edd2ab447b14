//! What the desk logs says what was done, and never about whom.

use std::{
    fmt::{Debug, Write as _},
    sync::{Arc, Mutex},
};

use engine::desk::{Desk, DocumentRole, GivenAnswer, MessageEdit, ProfileEdit};
use tracing::{
    Event, Metadata, Subscriber,
    field::{Field, Visit},
    span,
};

use crate::support::{finish_form, form_asking, now, own, sample_file};

/// Collects everything that is logged.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<String>>);

impl Visit for &Log {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        writeln!(self.0.lock().unwrap(), "{field}={value:?}").unwrap();
    }
}

impl Subscriber for Log {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, span: &span::Attributes<'_>) -> span::Id {
        writeln!(self.0.lock().unwrap(), "{}", span.metadata().name()).unwrap();
        span.record(&mut &*self);
        span::Id::from_u64(1)
    }

    fn record(&self, _: &span::Id, values: &span::Record<'_>) {
        values.record(&mut &*self);
    }

    fn record_follows_from(&self, _: &span::Id, _: &span::Id) {}

    fn event(&self, event: &Event<'_>) {
        event.record(&mut &*self);
    }

    fn enter(&self, _: &span::Id) {}

    fn exit(&self, _: &span::Id) {}
}

const SECRET: &str = "zanzibar";

/// Puts a word wherever a candidate can put words, and errs with it.
fn tell_secrets(desk: &mut Desk) {
    let edit = |pointer: &str, value: &str| ProfileEdit::Set {
        pointer: pointer.into(),
        value: value.into(),
    };
    desk.edit_profile(&[edit("/basics/qq", SECRET)], now()).unwrap();
    desk.edit_profile(&[edit("/basics/birthDate", SECRET)], now()).unwrap_err();
    let form = form_asking(&format!("{SECRET}.docx"), &["Favourite beverage"]);
    let begin = engine::desk::Begin { form: Some(form), ..Default::default() };
    let id = desk.begin_application(&begin, now()).unwrap();
    let field = desk.form(&id, now()).unwrap().unwrap().fields[0].id.clone();
    desk.answer(&id, &field, &GivenAnswer::Text(SECRET.into()), now()).unwrap();
    desk.answer(&id, &field, &GivenAnswer::Options(vec![7]), now()).unwrap_err();
    let mut cv = sample_file("cv-en.pdf");
    cv.path = format!("{SECRET}.pdf").into();
    desk.add_documents(&id, DocumentRole::Cv, &[cv], now()).unwrap();
    let edit = MessageEdit { body: Some(SECRET.into()), ..MessageEdit::default() };
    desk.edit_message(&id, &edit, now()).unwrap();
    finish_form(desk, &id, now());
    let out = tempfile::tempdir().unwrap();
    desk.pack(&id, &out.path().join(SECRET), now()).unwrap();
    desk.mark_sent(&id, now()).unwrap();
    desk.undo().unwrap();
    desk.home(now());
}

#[test]
fn nothing_that_the_candidate_said_is_logged() {
    let folder = tempfile::tempdir().unwrap();
    let log = Log::default();
    tracing::subscriber::with_default(log.clone(), || tell_secrets(&mut own(folder.path())));
    let said = log.0.lock().unwrap().clone();
    assert!(said.contains("Answer") && said.contains("packed"), "{said}");
    assert!(!said.contains(SECRET), "{said}");
}

#[test]
fn a_desk_can_be_handed_to_another_thread() {
    fn check<T: Send>() {}
    check::<Desk>();
}
