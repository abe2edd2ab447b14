//! From an application's form to what would stand in it.
//!
//! Finding and matching a form's fields takes a tenth of a second, so what was
//! opened stays at hand; planning takes a few thousandths.

use std::{
    collections::{BTreeSet, HashMap},
    sync::Arc,
};

use forms::{
    Answer, Confidence, Dictionary, FieldId, Form, Given, Kind, Match, Photo, Plan, Release,
    Settings,
};
use jiff::civil::Date;
use profile::{Key, Profile};
use sha2::{Digest as _, Sha256};

use super::{
    Counts, Desk,
    offers::Waiting,
    state::{Application, FormFile, Own},
};
use crate::{Document, Error, photo};

/// Forms that stay open. More than a candidate has applications under way.
const FORMS: usize = 24;
/// Marked copies are for the one form that is on the screen.
const MARKED: usize = 2;
/// A letter is drawn twice, in each of two languages; a few applications are on the screen.
const PAPERS: usize = 16;

/// A form, opened and matched.
pub(super) struct Opened {
    pub(super) form: Form,
    matches: Vec<Option<Match>>,
    pub(super) warnings: Vec<String>,
    /// What it is known by when it comes again.
    pub(super) fingerprint: Option<String>,
}

/// What was opened before.
#[derive(Default)]
pub(super) struct Shelf {
    forms: Vec<(String, Arc<Opened>)>,
    marked: Vec<(String, Arc<Form>)>,
    photo: Option<(String, Photo)>,
    papers: Vec<(String, Arc<Vec<u8>>)>,
    /// How many pages papers have, where a posting takes no more than some.
    pages: Vec<(String, Arc<u32>)>,
    /// The form as it prints, and whose it is: for the one that is on the screen.
    pub(super) print: Option<(String, Vec<u8>)>,
    /// The CV that was read last.
    pub(super) offers: Option<Waiting>,
    pub(super) postings: Vec<postings::Folder>,
    /// What the start screen says of applications, by their ids.
    pub(super) looks: HashMap<String, Look>,
}

/// How an application stood when it was looked over last.
#[derive(Clone)]
pub(super) struct Look {
    /// Of all that it depends on.
    pub(super) of: String,
    pub(super) counts: Option<Counts>,
    pub(super) is_approved: bool,
    pub(super) missing: Vec<String>,
}

impl Shelf {
    pub(super) fn clear(&mut self) {
        *self = Self::default();
    }

    /// A paper that was drawn before.
    pub(super) fn paper(&mut self, key: &str) -> Option<Arc<Vec<u8>>> {
        found(&mut self.papers, key)
    }

    /// How many pages a paper has, if they were counted.
    pub(super) fn pages(&mut self, key: &str) -> Option<u32> {
        found(&mut self.pages, key).map(|it| *it)
    }

    /// Keeps how many pages a paper has.
    pub(super) fn shelve_pages(&mut self, key: &str, pages: u32) {
        shelve(&mut self.pages, PAPERS, key, Arc::new(pages));
    }

    /// Keeps a paper that was drawn.
    pub(super) fn shelve_paper(&mut self, key: &str, bytes: Arc<Vec<u8>>) {
        shelve(&mut self.papers, PAPERS, key, bytes);
    }
}

/// Opens a form, or says what it is instead.
pub(super) fn open(document: &Document) -> Result<Opened, Error> {
    let dictionary = Dictionary::shipped();
    let form = Form::open(document.bytes.clone(), dictionary)
        .map_err(|source| Error::Form { name: document.name(), source })?;
    let matches = dictionary.matches(form.fields());
    let warnings = form.package().hazards().iter().map(ToString::to_string).collect();
    let fingerprint = forms::fingerprint(form.fields()).map(|it| it.to_string());
    Ok(Opened { form, matches, warnings, fingerprint })
}

/// Puts something on a shelf: what was asked for last stands last, and what nobody asked for the
/// longest goes.
fn shelve<T: ?Sized>(shelf: &mut Vec<(String, Arc<T>)>, most: usize, blob: &str, new: Arc<T>) {
    shelf.retain(|(it, _)| it != blob);
    shelf.push((blob.to_owned(), new));
    if shelf.len() > most {
        shelf.remove(0);
    }
}

fn found<T: ?Sized>(shelf: &mut [(String, Arc<T>)], blob: &str) -> Option<Arc<T>> {
    let at = shelf.iter().position(|(it, _)| it == blob)?;
    shelf[at..].rotate_left(1);
    shelf.last().map(|(_, it)| Arc::clone(it))
}

impl Desk {
    /// An application's form, opened.
    pub(super) fn opened(&mut self, file: &FormFile) -> Result<Arc<Opened>, Error> {
        if let Some(opened) = found(&mut self.shelf.forms, &file.blob) {
            return Ok(opened);
        }
        let document = Document::named(&file.name, self.get(&file.blob)?);
        let opened = Arc::new(open(&document)?);
        self.shelve(&file.blob, Arc::clone(&opened));
        Ok(opened)
    }

    /// Keeps an opened form at hand.
    pub(super) fn shelve(&mut self, blob: &str, opened: Arc<Opened>) {
        shelve(&mut self.shelf.forms, FORMS, blob, opened);
    }

    /// The same form with a mark at every blank.
    pub(super) fn marked(&mut self, file: &FormFile) -> Result<Arc<Form>, Error> {
        if let Some(marked) = found(&mut self.shelf.marked, &file.blob) {
            return Ok(marked);
        }
        let fail = |source| Error::Form { name: file.name.clone(), source };
        let opened = self.opened(file)?;
        let marked = forms::preview::mark(&opened.form).map_err(fail)?;
        let marked = Form::open(marked.bytes, Dictionary::shipped()).map_err(fail)?;
        let marked = Arc::new(marked);
        shelve(&mut self.shelf.marked, MARKED, &file.blob, Arc::clone(&marked));
        Ok(marked)
    }

    /// The portrait, if the profile names the one that is kept.
    pub(super) fn portrait(&mut self) -> Result<Option<Photo>, Error> {
        let state = self.state()?;
        let named = state.profile.basics.image.as_deref();
        let Some(kept) = state.photo.clone().filter(|it| Some(it.name.as_str()) == named) else {
            return Ok(None);
        };
        if let Some((blob, photo)) = &self.shelf.photo
            && *blob == kept.blob
        {
            return Ok(Some(photo.clone()));
        }
        let photo = photo::read(Document::named(&kept.name, self.get(&kept.blob)?))?;
        self.shelf.photo = Some((kept.blob, photo.clone()));
        Ok(Some(photo))
    }

    /// What would stand in an application's form on a day.
    pub(super) fn plan(
        &mut self,
        application: &Application,
        opened: &Opened,
        today: Date,
    ) -> Result<Plan, Error> {
        let keys = application.released.iter().filter_map(|it| Key::parse(it).ok()).collect();
        self.plan_releasing(application, opened, today, Release::Keys(keys))
    }

    /// The same with other facts released, for showing what waits for it.
    pub(super) fn plan_releasing(
        &mut self,
        application: &Application,
        opened: &Opened,
        today: Date,
        release: Release,
    ) -> Result<Plan, Error> {
        let has_photo = opened.form.fields().iter().any(|it| it.kind == Kind::Photo);
        // A picture that cannot be read is told with the profile, and left out here.
        let photo = if has_photo { self.portrait().unwrap_or_default() } else { None };
        plan(application, opened, &self.state()?.profile, Context { today, release, photo })
    }
}

/// What a plan depends on beside the form and the facts.
struct Context {
    today: Date,
    release: Release,
    photo: Option<Photo>,
}

fn plan(
    application: &Application,
    opened: &Opened,
    profile: &Profile,
    context: Context,
) -> Result<Plan, Error> {
    let accepted: BTreeSet<FieldId> = application
        .answers
        .iter()
        .filter(|(_, it)| it.own == Own::Offered)
        .map(|(id, _)| FieldId(id.clone()))
        .collect();
    let settings = Settings {
        accept: Confidence::Likely,
        release: context.release,
        accepted,
        photo: context.photo,
        ..Settings::new(context.today)
    };
    let dictionary = Dictionary::shipped();
    let name = || application.form.as_ref().map(|it| it.name.clone()).unwrap_or_default();
    let mut plan =
        Plan::matched(opened.form.fields(), opened.matches.clone(), profile, dictionary, &settings)
            .map_err(|source| Error::Form { name: name(), source })?;
    for (id, answered) in &application.answers {
        // What its field cannot take any more is not put in, and shows as unanswered.
        if let Some(given) = given(&answered.own) {
            drop(plan.set(&FieldId(id.clone()), &given));
        }
    }
    Ok(plan)
}

/// The candidate's own answer, as a plan takes it. `None`: it is the profile's.
pub(super) fn given(own: &Own) -> Option<Given> {
    Some(match own {
        Own::Text { text } if text.trim().is_empty() => Given::Blank,
        Own::Text { text } => Given::Text(text.clone()),
        Own::Options { options } => Given::Places(options.clone()),
        Own::Rows { rows } => Given::Rows(rows.clone()),
        Own::Blank => Given::Blank,
        Own::Offered => return None,
    })
}

/// The short form of a digest that a screen is given.
pub(super) fn revision(digest: &str) -> u32 {
    digest.get(..7).and_then(|it| u32::from_str_radix(it, 16).ok()).unwrap_or_default()
}

/// Tells two plans apart by what they would write into which form.
pub(super) fn digest(file: &FormFile, plan: &Plan) -> String {
    let mut digest = Sha256::new();
    digest.update(file.blob.as_bytes());
    let answers = plan.proposals().iter().filter_map(|it| Some((&it.field, it.answer.as_ref()?)));
    for (id, answer) in answers {
        digest.update(id.0.as_bytes());
        digest.update([0]);
        match answer {
            Answer::Photo(photo) => digest.update(&photo.bytes),
            other => digest.update(format!("{other:?}").as_bytes()),
        }
        digest.update([0]);
    }
    bundle::hex(&digest.finalize())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_for_stays_on_the_shelf() {
        let mut shelf = Vec::new();
        for name in ["a", "b", "c"] {
            shelve(&mut shelf, 3, name, Arc::new(name));
        }
        assert_eq!(found(&mut shelf, "a").as_deref(), Some(&"a"));
        shelve(&mut shelf, 3, "d", Arc::new("d"));
        assert!(found(&mut shelf, "b").is_none());
        assert!(["a", "c", "d"].into_iter().all(|it| found(&mut shelf, it).is_some()));
    }
}
