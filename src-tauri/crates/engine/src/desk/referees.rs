//! A mail to each referee whose letter a posting wants: drafted, never sent.
//!
//! **Invariant:** it says nothing but what the posting and the profile say, and it asks; it
//! does not promise the letter to anybody.

use std::{
    fs,
    path::{Path, PathBuf},
};

use bundle::{FileName, Letter};
use jiff::civil::DateTime;
use postings::{Language, ReferenceMode};
use profile::{RowList, Value};

use super::{Desk, RefereeMail, applications::OwnSlots};
use crate::{Error, Existing};

/// Mails to one referee that lie beside each other.
const MOST: usize = 999;

impl Desk {
    /// Writes the mail to one referee into `out`, as an unsent message. `referee` counts from
    /// 0, as shown.
    #[tracing::instrument(skip_all)]
    pub fn referee_draft(
        &mut self,
        application: &str,
        referee: usize,
        out: &Path,
        now: DateTime,
    ) -> Result<PathBuf, Error> {
        let application = self.application(application)?.clone();
        let slots = self.slots(&application, now)?;
        let mail = mails(&slots).into_iter().nth(referee);
        let mail = mail.ok_or(Error::Gone { what: "referee", name: None })?;
        let letter = Letter {
            from: None,
            to: mail.to.iter().filter_map(|it| it.parse().ok()).collect(),
            cc: Vec::new(),
            subject: mail.subject,
            body: mail.body,
        };
        let name = FileName::new(&format!("Letter of reference - {}.eml", mail.name));
        let bytes = bundle::message(&letter)?;
        // An earlier one may have been edited, or be open: it stays as it is.
        for number in 1..=MOST {
            let name = if number == 1 { name.clone() } else { name.numbered(number) };
            let path = out.join(name.as_str());
            match crate::save(&path, &bytes, Existing::Keep) {
                Ok(()) => return Ok(path),
                Err(Error::Save(vault::Error::Exists { .. }))
                    if fs::read(&path).is_ok_and(|it| it == bytes) =>
                {
                    return Ok(path);
                }
                Err(Error::Save(vault::Error::Exists { .. })) => {}
                Err(error) => return Err(error),
            }
        }
        let reason = "there are too many mails to the same referee in the folder".to_owned();
        Err(Error::Invalid { subject: None, reason })
    }
}

/// The mails, where the posting wants letters: to as many referees as it asks for, else to
/// all that the profile names.
pub(super) fn mails(slots: &OwnSlots) -> Vec<RefereeMail> {
    let Some(wanted) = slots.folder.posting.references else { return Vec::new() };
    if wanted.mode == ReferenceMode::Names {
        return Vec::new();
    }
    let most = wanted.count.and_then(|it| usize::try_from(it).ok()).unwrap_or(usize::MAX);
    let rows = slots.profile.rows(RowList::References, slots.today);
    let named = rows.iter().filter_map(|row| {
        let word = |column: &str| match row.fact(column)?.value {
            Value::Text(text) => match slots.language {
                Language::En => text.en().or_else(|| text.zh()).map(str::to_owned),
                Language::Zh => text.zh().or_else(|| text.en()).map(str::to_owned),
            },
            _ => None,
        };
        Some((word("name")?, word("email")))
    });
    named.take(most).map(|(name, to)| mail(slots, wanted.mode, name, to)).collect()
}

fn mail(slots: &OwnSlots, mode: ReferenceMode, name: String, to: Option<String>) -> RefereeMail {
    let words = slots.borrowed();
    let posting = &slots.folder.posting;
    let own = words.slot("name").unwrap_or_default();
    let vacancy = words.slot("vacancy").unwrap_or_default();
    let deadline = posting.deadline.as_ref().and_then(|it| {
        let date = words.day(it.date?);
        let hour = [it.time.clone(), it.tz.clone()];
        Some(hour.into_iter().flatten().fold(date, |all, it| format!("{all} {it}")))
    });
    let place = posting.how_to_apply.urls.first();
    let mut parts = Vec::new();
    match slots.language {
        Language::En => {
            parts.push(format!("Dear {name},"));
            parts.push(format!("I am applying for: {vacancy}. {}", asks(slots.language, mode)));
            parts.push("Would you be willing to write one for me?".to_owned());
            parts.extend(deadline.map(|it| format!("The deadline for applications is {it}.")));
            parts.extend(place.map(|it| format!("The posting: {it}")));
            parts.push("I shall gladly send you my CV and whatever else helps.".to_owned());
            parts.push("Yours sincerely,".to_owned());
        }
        Language::Zh => {
            parts.push(format!("尊敬的{name}："));
            parts.push(format!("您好！我正在申请：{vacancy}。{}", asks(slots.language, mode)));
            parts.push("不知您是否愿意为我写一封推荐信？".to_owned());
            parts.extend(deadline.map(|it| format!("申请截止日期：{it}。")));
            parts.extend(place.map(|it| format!("招聘信息：{it}")));
            parts.push("如需我的简历或其他材料，我会随时寄上。".to_owned());
            parts.push("此致\n敬礼！".to_owned());
        }
    }
    parts.push(own);
    let subject = match slots.language {
        Language::En => format!("A letter of reference for my application: {}", posting.title),
        Language::Zh => format!("请求推荐信：{}", posting.title),
    };
    RefereeMail { name, to, subject, body: parts.join("\n\n") }
}

/// How the letter reaches them, as far as the posting says.
fn asks(language: Language, mode: ReferenceMode) -> &'static str {
    match (language, mode) {
        (Language::En, ReferenceMode::Sent) => {
            "It asks for letters of reference that referees send themselves."
        }
        (Language::En, ReferenceMode::Letters) => {
            "It asks for letters of reference that go along with the application."
        }
        (Language::En, _) => "It asks for references, and does not say how they reach them.",
        (Language::Zh, ReferenceMode::Sent) => "对方要求推荐信由推荐人直接提交。",
        (Language::Zh, ReferenceMode::Letters) => "对方要求推荐信随申请材料一并提交。",
        (Language::Zh, _) => "对方要求推荐信，但没有说明如何提交。",
    }
}
