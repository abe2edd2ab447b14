//! The words that go with an application: subject and body, from the posting's
//! rule and the candidate's facts.
//!
//! **Invariants.** What the posting wants noted stands in the subject and near
//! the top of the body, word for word. A line whose fact is missing is left
//! out. No sensitive fact is used: a mail is read by more people than a form.

use bundle::{Attachment, Media, Role};
use documents::Languages;
use jiff::civil::Date;
use postings::{Folder, Language};
use profile::{Key, MONTHS, PartialDate, Profile, Value, phone};

use crate::Error;

/// Where the words of a slot come from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Slots<'a> {
    pub(crate) folder: &'a Folder,
    pub(crate) profile: &'a Profile,
    pub(crate) language: Language,
    pub(crate) today: Date,
}

/// Subject and body, and the slots of the subject that have no fact.
#[derive(Debug, Clone, Default)]
pub(crate) struct Words {
    pub(crate) subject: String,
    pub(crate) body: String,
    pub(crate) missing: Vec<String>,
}

impl Slots<'_> {
    /// Writes subject and body. `enclosed` are the lines that say what is attached.
    pub(crate) fn words(&self, enclosed: &str) -> Result<Words, Error> {
        let posting = &self.folder.posting;
        let mention = posting.mention.clone().unwrap_or_default();
        let rule = mention.subject.unwrap_or_else(|| self.usual_subject());
        let (subject, missing) = postings::fill(&rule, |slot| self.slot(slot));
        // A subject that cannot be filled keeps its slots, for the candidate to see.
        let subject = if missing.is_empty() { subject } else { rule };
        let template = self.folder.mail(self.language)?;
        let (mut body, _) = postings::fill(&template, |slot| match slot {
            "attachments" => (!enclosed.is_empty()).then(|| enclosed.to_owned()),
            _ => self.slot(slot),
        });
        for must in [&mention.note_phrase, &mention.body].into_iter().flatten() {
            let must = one_space(must);
            if !body.contains(&must) {
                body = format!("{must}\n\n{body}");
            }
        }
        Ok(Words { subject: one_space(&subject), body: tidy(&body), missing })
    }

    /// The words of a slot, in the letter's language. A subject or a letter in
    /// English never falls back to Chinese; the other way round is usual.
    pub(crate) fn slot(&self, slot: &str) -> Option<String> {
        let posting = &self.folder.posting;
        match slot {
            "note_phrase" => posting.mention.as_ref()?.note_phrase.as_deref().map(one_space),
            "title" => Some(posting.title.clone()),
            "organisation" => posting.organisation.clone(),
            "group" => posting.group.clone(),
            "vacancy" => Some(match &posting.organisation {
                Some(organisation) => format!("{} ({organisation})", posting.title),
                None => posting.title.clone(),
            }),
            _ => self.fact(slot),
        }
    }

    fn fact(&self, key: &str) -> Option<String> {
        let fact = self.profile.fact(&Key::parse(key).ok()?, self.today)?;
        if fact.sensitive {
            return None;
        }
        match fact.value {
            Value::Text(text) => match self.language {
                Language::En => text.en().map(str::to_owned),
                Language::Zh => text.zh().or_else(|| text.en()).map(str::to_owned),
            },
            Value::Date(date) => Some(self.date(date)),
            Value::Number(number) => Some(number),
            Value::Phone(number) => Some(phone::international(&number).unwrap_or(number)),
            _ => None,
        }
    }

    /// A day as people write it.
    pub(crate) fn day(&self, day: Date) -> String {
        let (month, day_of_month) = (Some(day.month()), Some(day.day()));
        self.date(PartialDate { year: day.year(), month, day: day_of_month })
    }

    fn date(&self, date: PartialDate) -> String {
        let year = date.year;
        match (self.language, date.month, date.day) {
            (Language::En, Some(month), day) => {
                let index = usize::try_from(month).unwrap_or_default().saturating_sub(1);
                let month = MONTHS.get(index).unwrap_or(&MONTHS[0]);
                day.map_or_else(|| format!("{month} {year}"), |day| format!("{day} {month} {year}"))
            }
            (Language::En, None, _) => year.to_string(),
            (Language::Zh, Some(month), Some(day)) => format!("{year}年{month}月{day}日"),
            (Language::Zh, Some(month), None) => format!("{year}年{month}月"),
            (Language::Zh, None, _) => format!("{year}年"),
        }
    }

    /// The subject where the posting has no rule for it.
    fn usual_subject(&self) -> String {
        let has_phrase = self.slot("note_phrase").is_some();
        let what = if has_phrase { "{note_phrase}" } else { "{title}" };
        let who = if self.slot("name").is_some() { " - {name}" } else { "" };
        match self.language {
            Language::En => format!("Application for {what}{who}"),
            Language::Zh => format!("申请：{what}{who}"),
        }
    }
}

/// The lines of a mail that say what is attached; `languages` are those of the CVs.
pub(crate) fn enclosed<'a>(
    attachments: &[Attachment],
    mut languages: impl Iterator<Item = &'a Languages>,
    language: Language,
) -> String {
    // The form goes as it was filled, and its PDF beside it.
    let is_filled = |it: &Attachment| it.role == Role::Form && it.media != Media::Pdf;
    let is_copy = |it: &Attachment| it.media == Media::Pdf && attachments.iter().any(is_filled);
    let lines = attachments.iter().map(|it| {
        let cv = if it.role == Role::Cv { languages.next() } else { None };
        let what = match (it.role, language, cv) {
            (Role::Form, Language::En, _) if is_copy(it) => "The same form as PDF: ",
            (Role::Form, Language::Zh, _) if is_copy(it) => "申请表（PDF 版）：",
            (Role::Form, Language::En, _) => "Application form: ",
            (Role::Form, Language::Zh, _) => "申请表：",
            (Role::Letter, Language::En, _) => "Cover letter: ",
            (Role::Letter, Language::Zh, _) => "求职信：",
            (Role::Transcript, Language::En, _) => "Transcript: ",
            (Role::Transcript, Language::Zh, _) => "成绩单：",
            (Role::Other, Language::En, _) => "Attachment: ",
            (Role::Other, Language::Zh, _) => "附件：",
            (_, Language::En, Some(Languages::English)) => "CV in English: ",
            (_, Language::En, Some(Languages::Chinese)) => "CV in Chinese: ",
            (_, Language::En, _) => "CV: ",
            (_, Language::Zh, Some(Languages::English)) => "英文简历：",
            (_, Language::Zh, Some(Languages::Chinese)) => "中文简历：",
            (_, Language::Zh, _) => "简历：",
        };
        format!("- {what}{}", it.name)
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Text that was copied from a page may hold two spaces where the reader sees one.
pub(crate) fn one_space(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// No more than one blank line, none at the ends.
fn tidy(body: &str) -> String {
    let mut out: Vec<&str> = Vec::new();
    for line in body.trim().lines() {
        if !(line.trim().is_empty() && out.last().is_none_or(|it| it.is_empty())) {
            out.push(line.trim_end());
        }
    }
    out.join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use bundle::FileName;

    use super::*;

    #[test]
    fn blank_lines_do_not_pile_up() {
        assert_eq!(tidy("\n\na\n \n\n\nb  \n\n"), "a\n\nb\n");
    }

    #[test]
    fn without_a_fact_the_line_goes_and_the_phrase_stays() {
        let folder = postings::find("msra-trustworthy-systems").unwrap();
        let profile = Profile::default();
        let today = jiff::civil::date(2026, 3, 1);
        let slots = Slots { folder: &folder, profile: &profile, language: Language::En, today };
        let words = slots.words("- CV: cv.pdf").unwrap();
        let phrase = "an internship position in MSRA Trustworthy Systems Research Group";
        assert_eq!(words.subject, format!("Application for {phrase}"));
        assert_eq!(
            words.body,
            format!(
                "Dear members of the Trustworthy Systems Group,\n\nI am applying for {phrase}.\n\n\
                 Please find attached:\n- CV: cv.pdf\n\nKind regards,\n"
            )
        );
    }

    #[test]
    fn the_pdf_beside_the_form_is_called_a_copy() {
        let file = |name: &str, media| Attachment {
            name: FileName::new(name),
            role: Role::Form,
            media,
            original: None,
            bytes: Vec::new(),
        };
        let both = [file("form.xlsx", Media::Excel), file("form.pdf", Media::Pdf)];
        let lines = |attachments: &[Attachment], language| {
            enclosed(attachments, std::iter::empty(), language)
        };
        assert_eq!(
            lines(&both, Language::En),
            "- Application form: form.xlsx\n- The same form as PDF: form.pdf"
        );
        assert_eq!(lines(&both, Language::Zh), "- 申请表：form.xlsx\n- 申请表（PDF 版）：form.pdf");
        assert_eq!(lines(&both[1..], Language::En), "- Application form: form.pdf");
    }

    #[test]
    fn dates_read_as_people_write_them() {
        let folder = postings::find("msra-trustworthy-systems").unwrap();
        let profile = Profile::default();
        let slots = |language| Slots {
            folder: &folder,
            profile: &profile,
            language,
            today: jiff::civil::date(2026, 3, 1),
        };
        let date = PartialDate { year: 2026, month: Some(7), day: Some(6) };
        assert_eq!(slots(Language::En).date(date), "6 July 2026");
        assert_eq!(slots(Language::Zh).date(date), "2026年7月6日");
        assert_eq!(slots(Language::En).date(PartialDate { day: None, ..date }), "July 2026");
    }
}
