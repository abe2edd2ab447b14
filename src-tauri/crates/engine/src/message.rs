//! The message that goes with an application: ours, or the candidate's own words.

use bundle::{Address, Attachment, Letter};
use documents::Languages;
use postings::Channel;

use crate::{
    Error, Finding,
    letter::{self, Slots, Words, one_space},
    preflight::{Concern, Fix, Surface},
};

/// What the candidate says of a message; the rest is ours.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Own<'a> {
    /// Who it goes to, where the posting's text does not say or says otherwise.
    pub(crate) to: Option<&'a [String]>,
    /// Who gets a copy.
    pub(crate) cc: Option<&'a [String]>,
    /// Which of their addresses they send from.
    pub(crate) from: Option<&'a str>,
    /// Their own subject.
    pub(crate) subject: Option<&'a str>,
    /// Their own words.
    pub(crate) body: Option<&'a str>,
}

/// Words that the posting wants in the message.
#[derive(Debug, Clone)]
pub(crate) struct Must {
    /// The words.
    pub(crate) words: String,
    /// Whether they are there.
    pub(crate) is_there: bool,
}

/// Subject, body, recipients, and what speaks against them.
#[derive(Debug)]
pub(crate) struct Written {
    /// As typed, or as the posting says.
    pub(crate) to: Vec<String>,
    pub(crate) cc: Vec<String>,
    from: Option<String>,
    pub(crate) words: Words,
    /// Whether a message is drafted at all.
    pub(crate) takes_mail: bool,
    pub(crate) must: Vec<Must>,
    pub(crate) is_edited: bool,
    pub(crate) findings: Vec<Finding>,
}

impl Written {
    /// Writes it. `languages` are those of the CVs among what is attached.
    pub(crate) fn new<'a>(
        own: &Own<'_>,
        slots: &Slots<'_>,
        attachments: &[Attachment],
        languages: impl Iterator<Item = &'a Languages>,
        surface: Surface,
    ) -> Result<Self, Error> {
        let how = &slots.folder.posting.how_to_apply;
        let to = own.to.unwrap_or(&how.email_to).to_vec();
        let cc = own.cc.unwrap_or(&how.email_cc).to_vec();
        let from = own.from.map(str::to_owned);
        let by_mail = how.channels.contains(&Channel::Email);
        let takes_mail = by_mail || !to.is_empty();
        let enclosed = letter::enclosed(attachments, languages, slots.language);
        let ours = slots.words(&enclosed)?;
        let mut findings = Vec::new();
        if by_mail && to.is_empty() {
            let what = "nobody to send it to yet: the posting's text names no address";
            let hint = surface.hint(
                "look the address up and give it with `--to ADDRESS`; until then the draft has no To",
                "look the address up and type it in; until then the draft has no To",
            );
            findings.push(Concern::NoRecipient.found(what, hint).fix(Fix::Recipient));
        }
        for typed in [&to[..], &cc[..], from.as_slice()] {
            findings.extend(addresses(typed, surface).1);
        }
        if own.subject.is_none() && takes_mail && !ours.missing.is_empty() {
            let what = format!(
                "the subject's rule asks for {}, which the profile lacks",
                ours.missing.join(", ")
            );
            let hint = surface.hint(
                "add it to the profile, or complete the subject in the draft",
                "add it to the profile, or complete the subject",
            );
            let finding = Concern::SubjectIncomplete.found(what, hint).about(&ours.missing);
            findings.push(finding.fix(Fix::Subject));
        }
        let words = Words {
            subject: own.subject.map_or(ours.subject, str::to_owned),
            body: own.body.map_or(ours.body, str::to_owned),
            missing: ours.missing,
        };
        let must = must(slots, &words);
        for it in must.iter().filter(|it| takes_mail && !it.is_there) {
            let what = format!("the message does not say `{}`, which the posting wants", it.words);
            let finding = Concern::PhraseMissing.found(what, "put it in, word for word");
            findings.push(finding.about([&it.words]).fix(Fix::Subject));
        }
        let is_edited = own.subject.is_some() || own.body.is_some();
        Ok(Self { to, cc, from, words, takes_mail, must, is_edited, findings })
    }

    /// The mail to draft.
    pub(crate) fn letter(&self) -> Option<Letter> {
        let parsed = |typed: &[String]| addresses(typed, Surface::Window).0;
        self.takes_mail.then(|| Letter {
            from: parsed(self.from.as_slice()).pop(),
            to: parsed(&self.to),
            cc: parsed(&self.cc),
            subject: one_space(&self.words.subject),
            body: self.words.body.clone(),
        })
    }

    /// The cover note: what to copy where a draft cannot be opened.
    pub(crate) fn note(&self) -> String {
        let to = self.letter().map(|letter| match letter.to.as_slice() {
            [] => "To: (the posting's text names no address)\n".to_owned(),
            to => {
                let to: Vec<_> = to.iter().map(Address::as_str).collect();
                format!("To: {}\n", to.join(", "))
            }
        });
        let Words { subject, body, .. } = &self.words;
        format!("{}Subject: {subject}\n\n{body}", to.unwrap_or_default())
    }
}

/// Words that the posting wants in the message, and whether they are there.
fn must(slots: &Slots<'_>, words: &Words) -> Vec<Must> {
    let Some(mention) = &slots.folder.posting.mention else { return Vec::new() };
    let said = one_space(&format!("{} {}", words.subject, words.body));
    let wanted = [&mention.note_phrase, &mention.body].into_iter().flatten();
    let view = |it: &String| {
        let words = one_space(it);
        Must { is_there: said.contains(&words), words }
    };
    wanted.map(view).collect()
}

/// The addresses that were typed, and what is none.
fn addresses(typed: &[String], surface: Surface) -> (Vec<Address>, Vec<Finding>) {
    let (mut addresses, mut findings) = (Vec::new(), Vec::new());
    for text in typed {
        match text.parse() {
            Ok(address) => addresses.push(address),
            Err(error) => {
                let error: bundle::Error = error;
                let hint = surface.hint(
                    "write it as name@example.com, one address for each `--to`",
                    "write it as name@example.com",
                );
                let finding = Concern::RecipientMalformed.found(error.to_string(), hint);
                findings.push(finding.about([text]).fix(Fix::Recipient));
            }
        }
    }
    (addresses, findings)
}
