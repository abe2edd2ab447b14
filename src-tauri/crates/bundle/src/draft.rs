//! The e-mail draft: an `.eml` file that a mail program opens as an unsent message.
//!
//! It is written here and not by a mail library, because the one there is splits
//! long file names in a way that QQ and 163 show as `tcmime.bin`, and puts this
//! computer's name into the message.
//!
//! **Invariants.** `X-Unsent: 1` is there; `Date`, `Message-ID` and `Bcc` are
//! not. Nobody is addressed but the [`Address`]es given. No text given here can
//! start a header of its own.

use sha2::{Digest as _, Sha256};

use crate::{
    Address, Attachment, Error,
    encode::{base64_lines, file_name_parameter, header_text, quoted_name},
    name::misleads,
};

/// What goes into a draft beside the attachments.
#[derive(Debug, Clone, Default)]
pub struct Letter {
    /// Which of their own identities the candidate sends from, if they chose one.
    pub from: Option<Address>,
    /// Who it is for. With nobody, the draft has no `To`.
    pub to: Vec<Address>,
    /// Who gets a copy, where the posting demands it.
    pub cc: Vec<Address>,
    /// The subject, one line.
    pub subject: String,
    /// The words, in lines.
    pub body: String,
}

/// Writes `letter` and its attachments as an unsent message (RFC 5322).
pub(crate) fn write(letter: &Letter, attachments: &[Attachment]) -> Result<Vec<u8>, Error> {
    refuse("the subject", letter.subject.chars().find(|it| misleads(*it)))?;
    let body = letter.body.replace("\r\n", "\n");
    refuse("the note", body.chars().find(|it| it.is_control() && !matches!(it, '\n' | '\t')))?;
    let boundary = boundary(letter, attachments);
    let mut out = String::new();
    let mut line = |text: &str| {
        out.push_str(text);
        out.push_str("\r\n");
    };
    for (name, addresses) in [("To", &letter.to), ("Cc", &letter.cc)] {
        if !addresses.is_empty() {
            let list: Vec<_> = addresses.iter().map(Address::as_str).collect();
            line(&format!("{name}: {}", list.join(",\r\n ")));
        }
    }
    if let Some(from) = &letter.from {
        line(&format!("From: {from}"));
    }
    line(&format!("Subject: {}", header_text(&letter.subject)));
    line("X-Unsent: 1");
    line("MIME-Version: 1.0");
    line(&format!("Content-Type: multipart/mixed;\r\n boundary=\"{boundary}\""));
    line("");
    line(&format!("--{boundary}"));
    line("Content-Type: text/plain; charset=utf-8");
    line("Content-Transfer-Encoding: base64");
    line("");
    line(&base64_lines(body.replace('\n', "\r\n").as_bytes()));
    for attachment in attachments {
        let name = attachment.name.as_str();
        let media = attachment.media.content_type(&attachment.bytes);
        line(&format!("--{boundary}"));
        line(&format!("Content-Type: {media};\r\n name={}", quoted_name(name)));
        line("Content-Transfer-Encoding: base64");
        line(&format!("Content-Disposition: attachment;\r\n {}", file_name_parameter(name)));
        line("");
        line(&base64_lines(&attachment.bytes));
    }
    line(&format!("--{boundary}--"));
    Ok(out.into_bytes())
}

fn refuse(place: &'static str, found: Option<char>) -> Result<(), Error> {
    found.map_or(Ok(()), |character| Err(Error::Invisible { place, character }))
}

/// `=_` never stands in base64, and every part is base64, so no content can
/// hold it; the digest makes it differ from draft to draft.
fn boundary(letter: &Letter, attachments: &[Attachment]) -> String {
    let mut digest = Sha256::new();
    digest.update(&letter.subject);
    digest.update(&letter.body);
    for attachment in attachments {
        digest.update(attachment.name.as_str());
        digest.update(&attachment.bytes);
    }
    format!("=_candidacy_{}", &crate::hex(&digest.finalize())[..32])
}
