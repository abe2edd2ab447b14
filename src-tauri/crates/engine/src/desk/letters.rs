//! The cover letters of an application: written when the candidate asks for it, edited as
//! they like, drawn when they go along.
//!
//! **Invariant:** a letter says what the profile and the candidate say. What has no fact is a
//! gap; a letter with a gap goes into no package.

use std::sync::Arc;

use bundle::{Attachment, Media, Role};
use documents::writing::Writing;
use jiff::civil::{Date, DateTime};
use postings::{Folder, Item, Language};
use profile::Key;
use sha2::{Digest as _, Sha256};

use super::{
    Desk, DocumentRole, Done, GapView, LetterEdit, LetterView, PackageView,
    applications::OwnSlots,
    ready::{Bytes, Going, Origin},
    state::{Application, OwnLetter},
};
use crate::{
    CoverLetter, Document, Drawn, Error, Finding,
    enclose::{letter_goes_as_pdf, no_pdf},
    letter::Slots,
    naming, papers,
    preflight::{Concern, Fix, most_pages},
};

/// Nobody reads more; and what is typed is looked over at every rest.
const LONGEST: usize = 40_000;

impl Desk {
    /// Writes a cover letter in this language, from the profile and for this posting; what the
    /// candidate wrote into one that is there already goes.
    #[tracing::instrument(skip_all)]
    pub fn write_letter(
        &mut self,
        application: &str,
        language: Language,
        now: DateTime,
    ) -> Result<PackageView, Error> {
        self.change_application(application, (Done::EditLetter, ""), now, |it| {
            put(&mut it.letters, language, None);
            Ok(())
        })?;
        self.package(application, now)
    }

    /// Changes a cover letter.
    #[tracing::instrument(skip_all)]
    pub fn edit_letter(
        &mut self,
        application: &str,
        language: Language,
        edit: &LetterEdit,
        now: DateTime,
    ) -> Result<PackageView, Error> {
        if edit.text.as_ref().is_some_and(|it| it.len() > LONGEST) {
            let reason = "a letter of this length is read by nobody".to_owned();
            return Err(Error::Invalid { subject: None, reason });
        }
        let place = match (&edit.text, language) {
            (None, _) => "",
            (Some(_), Language::En) => "letter en",
            (Some(_), Language::Zh) => "letter zh",
        };
        let what = (Done::EditLetter, place);
        let known = self.application(application)?.clone();
        let slots = self.slots(&known, now)?;
        let ours = composed(&slots, &OwnLetter { language, text: None, is_enclosed: true })?.text;
        self.change_letter(application, what, language, now, |letters, at| {
            let letter = &mut letters[at];
            if let Some(text) = &edit.text {
                letter.text = (*text != ours).then(|| text.clone());
            }
            letter.is_enclosed = edit.is_enclosed.unwrap_or(letter.is_enclosed);
        })
    }

    /// Takes a cover letter out.
    #[tracing::instrument(skip_all)]
    pub fn remove_letter(
        &mut self,
        application: &str,
        language: Language,
        now: DateTime,
    ) -> Result<PackageView, Error> {
        self.change_letter(application, (Done::EditLetter, ""), language, now, |letters, at| {
            letters.remove(at);
        })
    }

    fn change_letter(
        &mut self,
        application: &str,
        (what, place): (Done, &str),
        language: Language,
        now: DateTime,
        edit: impl FnOnce(&mut Vec<OwnLetter>, usize),
    ) -> Result<PackageView, Error> {
        self.change_application(application, (what, place), now, |it| {
            let at = it.letters.iter().position(|it| it.language == language);
            edit(&mut it.letters, at.ok_or(Error::Gone { what: "letter", name: None })?);
            Ok(())
        })?;
        self.package(application, now)
    }

    /// A cover letter as it prints, gaps marked.
    #[tracing::instrument(skip_all)]
    pub fn letter_pdf(
        &mut self,
        application: &str,
        language: Language,
        now: DateTime,
    ) -> Result<Vec<u8>, Error> {
        let application = self.application(application)?.clone();
        let slots = self.slots(&application, now)?;
        let letter = application.letters.iter().find(|it| it.language == language);
        let letter = letter.ok_or(Error::Gone { what: "letter", name: None })?;
        let bytes = self.drawn(&composed(&slots, letter)?.writing, Drawn::Pdf)?;
        Ok(bytes.to_vec())
    }

    /// The files of the letters that go along, and what speaks against them: first what is
    /// sent, then the Word files that stay in the folder, to be changed by hand.
    pub(super) fn letters_going(
        &mut self,
        application: &Application,
        slots: &OwnSlots,
    ) -> Result<(Vec<Going>, Vec<Finding>), Error> {
        let (mut going, mut staying, mut findings) = (Vec::new(), Vec::new(), Vec::new());
        let sent_as_pdf = letter_goes_as_pdf(&slots.folder.posting);
        let is_counted = most_pages(&slots.folder.posting, DocumentRole::Letter).is_some();
        for letter in enclosed(application) {
            let written = composed(slots, letter)?;
            findings.extend(gaps(&written));
            let word = self.file(letter, &written.writing, Media::Word, slots)?;
            match self.file(letter, &written.writing, Media::Pdf, slots) {
                Ok(pdf) if sent_as_pdf => {
                    let pages = if is_counted { self.pages(&pdf) } else { None };
                    going.push(Going { pages, ..pdf });
                    staying.push(Going { stays: true, ..word });
                }
                Ok(pdf) => {
                    // As Word it is as long, but for what another Word makes of it.
                    let pages = if is_counted { self.pages(&pdf) } else { None };
                    going.push(Going { pages, ..word });
                    staying.push(Going { stays: true, ..pdf });
                }
                // A letter that cannot be drawn goes as Word, and it is told.
                Err(error) => {
                    findings.push(no_pdf(word.attachment.name.as_str(), &error));
                    going.push(word);
                }
            }
        }
        going.extend(staying);
        Ok((going, findings))
    }

    fn file(
        &mut self,
        letter: &OwnLetter,
        writing: &Writing,
        media: Media,
        slots: &OwnSlots,
    ) -> Result<Going, Error> {
        let drawn = if media == Media::Pdf { Drawn::Pdf } else { Drawn::Word };
        let bytes = self.drawn(writing, drawn)?;
        let what = match letter.language {
            Language::En => "Cover-letter",
            Language::Zh => "Cover-letter-Chinese",
        };
        let name = naming::paper(what, media, &slots.borrowed());
        let (role, original) = (Role::Letter, None);
        let attachment = Attachment { name, role, media, original, bytes: Vec::new() };
        Ok(Going {
            attachment,
            bytes: bytes.len(),
            origin: Origin::Letter,
            pages: None,
            stays: false,
            source: Bytes::Made(bytes),
        })
    }

    /// How many pages a paper of ours has: counted once for as long as it says the same.
    fn pages(&mut self, paper: &Going) -> Option<u32> {
        let Bytes::Made(bytes) = &paper.source else { return None };
        let key = bundle::hex(&Sha256::digest(bytes.as_slice()));
        if let Some(pages) = self.shelf.pages(&key) {
            return Some(pages);
        }
        let document = Document::named("letter.pdf", bytes.to_vec());
        let pages = self.engine.read_cv(&document).ok()?.pages?;
        self.shelf.shelve_pages(&key, pages);
        Some(pages)
    }

    /// A paper, drawn: once for as long as it says the same.
    fn drawn(&mut self, writing: &Writing, drawn: Drawn) -> Result<Arc<Vec<u8>>, Error> {
        let key = format!("{drawn:?} {}", digest(writing));
        if let Some(bytes) = self.shelf.paper(&key) {
            return Ok(bytes);
        }
        let bytes = Arc::new(self.engine.draw(writing, drawn)?);
        self.shelf.shelve_paper(&key, Arc::clone(&bytes));
        Ok(bytes)
    }
}

/// Puts words into the letter in this language, `None` for ours; one is begun where there is
/// none.
pub(super) fn put(letters: &mut Vec<OwnLetter>, language: Language, text: Option<String>) {
    match letters.iter_mut().find(|it| it.language == language) {
        Some(letter) => letter.text = text,
        None => letters.push(OwnLetter { language, text, is_enclosed: true }),
    }
    letters.sort_by_key(|it| it.language == Language::Zh);
}

/// Those that go along.
pub(super) fn enclosed(application: &Application) -> impl Iterator<Item = &OwnLetter> {
    application.letters.iter().filter(|it| it.is_enclosed)
}

/// All of them, to be shown.
pub(super) fn views(application: &Application, slots: &OwnSlots) -> Result<Vec<LetterView>, Error> {
    let gap = |key: String| {
        let place = |it: Key| slots.profile.place_for(&it, slots.today);
        GapView { pointer: Key::parse(&key).ok().and_then(place), key }
    };
    let view = |it: &OwnLetter| {
        let letter = composed(slots, it)?;
        Ok(LetterView {
            language: it.language,
            // What the candidate typed stays to the letter, but for gaps that closed.
            text: match &it.text {
                Some(own) => papers::settled(&in_language(slots, it.language), own),
                None => letter.text,
            },
            is_edited: it.text.is_some(),
            gaps: letter.gaps.into_iter().map(gap).collect(),
            is_enclosed: it.is_enclosed,
        })
    };
    application.letters.iter().map(view).collect()
}

/// Whether the posting asks for one. `None`: it does not speak of it.
pub(super) fn is_asked(folder: &Folder) -> Option<bool> {
    let mut asked = folder.posting.materials.iter().filter(|it| it.item == Item::Letter).peekable();
    asked.peek().is_some().then(|| asked.any(|it| it.required))
}

/// What the letters say, the day left out, for telling two packages apart.
pub(super) fn parts(application: &Application, slots: &OwnSlots) -> Result<Vec<String>, Error> {
    let undated = OwnSlots { today: Date::ZERO, ..slots.clone() };
    enclosed(application).map(|it| Ok(digest(&composed(&undated, it)?.writing))).collect()
}

/// The words of a letter as they stand, to be edited.
pub(super) fn text(slots: &OwnSlots, letter: &OwnLetter) -> Result<String, Error> {
    match &letter.text {
        Some(own) => Ok(own.clone()),
        None => Ok(composed(slots, letter)?.text),
    }
}

fn in_language(slots: &OwnSlots, language: Language) -> Slots<'_> {
    Slots { language, ..slots.borrowed() }
}

fn composed(slots: &OwnSlots, letter: &OwnLetter) -> Result<CoverLetter, Error> {
    let text = match &letter.text {
        Some(own) => own.clone(),
        None => papers::letter_text(&slots.folder, letter.language)?,
    };
    Ok(papers::letter(&in_language(slots, letter.language), &text))
}

fn digest(writing: &Writing) -> String {
    bundle::hex(&Sha256::digest(format!("{writing:?}")))
}

/// A letter with gaps stops the package; so does one without a word.
fn gaps(letter: &CoverLetter) -> Option<Finding> {
    let finding = if letter.text.trim().is_empty() {
        let what = "the cover letter says nothing";
        Concern::LetterIncomplete.found(what, "write it, or take it out")
    } else if letter.gaps.is_empty() {
        return None;
    } else {
        let what = format!("the cover letter lacks: {}", letter.gaps.join(", "));
        let hint = "write it into the letter, or add it to the profile";
        Concern::LetterIncomplete.found(what, hint).about(&letter.gaps)
    };
    Some(finding.fix(Fix::Letter))
}
