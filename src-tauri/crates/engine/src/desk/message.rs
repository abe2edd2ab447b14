//! The message that goes with an application: ours, or the candidate's own words.

use bundle::{Address, Attachment, FileName, Letter, Role};
use postings::Channel;

use super::{MessageView, MustView, applications::OwnSlots, state::Application};
use crate::{
    Error, Finding, Language,
    application::parse,
    letter::{self, Words, one_space},
    preflight::{Concern, Fix},
};

/// Subject, body, recipients, and what speaks against them.
pub(super) struct Written {
    /// As typed, or as the posting says.
    pub(super) to: Vec<String>,
    pub(super) cc: Vec<String>,
    pub(super) words: Words,
    /// Whether a message is drafted at all.
    pub(super) takes_mail: bool,
    pub(super) must: Vec<MustView>,
    pub(super) is_edited: bool,
    pub(super) findings: Vec<Finding>,
}

impl Written {
    pub(super) fn new(
        application: &Application,
        slots: &OwnSlots,
        attachments: &[Attachment],
    ) -> Result<Self, Error> {
        let own = &application.message;
        let how = &slots.folder.posting.how_to_apply;
        let to = own.to.clone().unwrap_or_else(|| how.email_to.clone());
        let cc = own.cc.clone().unwrap_or_else(|| how.email_cc.clone());
        let by_mail = how.channels.contains(&Channel::Email);
        let takes_mail = by_mail || !to.is_empty();
        let cvs = application.documents.iter().filter(|it| it.role == super::DocumentRole::Cv);
        // An unread CV has a line too.
        let unknown = documents::Languages::Unknown;
        let languages = cvs.map(|it| it.cv.as_ref().map_or(&unknown, |it| &it.languages));
        let enclosed = letter::enclosed(attachments, languages, slots.language);
        let ours = slots.borrowed().words(&enclosed)?;
        let mut findings = Vec::new();
        if by_mail && to.is_empty() {
            let what = "nobody to send it to yet: the posting's text names no address";
            let hint = "look the address up and type it in; until then the draft has no To";
            findings.push(Concern::NoRecipient.found(what, hint).fix(Fix::Recipient));
        }
        findings.extend(
            parse(&to)
                .1
                .into_iter()
                .chain(parse(&cc).1)
                .map(|it| Finding { hint: "write it as name@example.com".to_owned(), ..it }),
        );
        let is_edited = own.subject.is_some() || own.body.is_some();
        if own.subject.is_none() && takes_mail && !ours.missing.is_empty() {
            let what = format!(
                "the subject's rule asks for {}, which the profile lacks",
                ours.missing.join(", ")
            );
            let hint = "add it to the profile, or complete the subject";
            let finding = Concern::SubjectIncomplete.found(what, hint).about(&ours.missing);
            findings.push(finding.fix(Fix::Subject));
        }
        let words = Words {
            subject: own.subject.clone().unwrap_or(ours.subject),
            body: own.body.clone().unwrap_or(ours.body),
            missing: ours.missing,
        };
        let must = must(slots, &words);
        for it in must.iter().filter(|it| takes_mail && !it.is_there) {
            let what = format!("the message does not say `{}`, which the posting wants", it.words);
            let finding = Concern::PhraseMissing.found(what, "put it in, word for word");
            findings.push(finding.about([&it.words]).fix(Fix::Subject));
        }
        Ok(Self { to, cc, words, takes_mail, must, is_edited, findings })
    }

    pub(super) fn view(&self) -> Option<MessageView> {
        self.takes_mail.then(|| MessageView {
            to: self.to.clone(),
            cc: self.cc.clone(),
            subject: self.words.subject.clone(),
            body: self.words.body.clone(),
            must: self.must.clone(),
            is_edited: self.is_edited,
        })
    }

    /// The mail to draft.
    pub(super) fn letter(&self) -> Option<Letter> {
        self.takes_mail.then(|| Letter {
            from: None,
            to: parse(&self.to).0,
            cc: parse(&self.cc).0,
            subject: one_space(&self.words.subject),
            body: self.words.body.clone(),
        })
    }

    /// Everything that it says, for telling two messages apart.
    pub(super) fn parts(&self) -> impl Iterator<Item = String> {
        let words = [self.words.subject.clone(), self.words.body.clone()];
        let counts = [self.to.len().to_string(), self.cc.len().to_string()];
        words.into_iter().chain(counts).chain(self.to.clone()).chain(self.cc.clone())
    }
}

/// Words that the posting wants in the message, and whether they are there.
fn must(slots: &OwnSlots, words: &Words) -> Vec<MustView> {
    let Some(mention) = &slots.folder.posting.mention else { return Vec::new() };
    let said = one_space(&format!("{} {}", words.subject, words.body));
    let wanted = [&mention.note_phrase, &mention.body].into_iter().flatten();
    let view = |it: &String| {
        let words = one_space(it);
        MustView { is_there: said.contains(&words), words }
    };
    wanted.map(view).collect()
}

/// The addresses of a draft, as they stand in it.
pub(super) fn addresses(letter: Option<&Letter>) -> Vec<String> {
    let to = letter.into_iter().flat_map(|it| it.to.iter());
    to.map(Address::as_str).map(str::to_owned).collect()
}

/// What a package's file is there for.
pub(super) fn role(role: Role) -> &'static str {
    match role {
        Role::Form => "form",
        Role::Cv => "cv",
        Role::Letter => "letter",
        Role::Transcript => "transcript",
        Role::Other => "other",
        Role::Note => "note",
        Role::Draft => "draft",
    }
}

/// A name that every system takes.
pub(super) fn file_name(name: &str) -> FileName {
    FileName::new(name)
}

/// The language of a message as the profile knows it.
pub(super) fn of_profile(language: Language) -> profile::Language {
    match language {
        Language::En => profile::Language::En,
        Language::Zh => profile::Language::Zh,
    }
}
