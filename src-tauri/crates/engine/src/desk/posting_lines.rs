//! A posting as lines to be looked over, and back into a posting.
//!
//! **Invariant:** what the candidate did not change stays as it was read, also what no line
//! shows.

use std::collections::BTreeMap;

use jiff::civil::Date;
use postings::{
    Channel, Deadline, DeadlineKind, Duration, Files, Item, Language, Logic, Material, Posting,
};

use super::{PostingDraft, PostingEdit, PostingFact, PostingMaterial};
use crate::Error;

/// The facts that are written in a line each, in the order in which they are shown.
pub(super) const FACTS: [&str; 24] = [
    "title",
    "organisation",
    "group",
    "location",
    "deadline.date",
    "deadline.time",
    "deadline.tz",
    "deadline.first",
    "duration.min_months",
    "duration.max_months",
    "duration.min_weeks",
    "duration.max_weeks",
    "duration.exact_weeks",
    "how_to_apply.email_to",
    "how_to_apply.email_cc",
    "how_to_apply.urls",
    "mention.subject",
    "mention.note_phrase",
    "mention.body",
    "files.packing",
    "files.name_pattern",
    "files.max_total_mb",
    "cv.languages",
    "cv.max_pages",
];

/// The languages of a CV, with their codes in a line.
const LANGUAGES: [(Language, &str); 2] = [(Language::En, "en"), (Language::Zh, "zh")];
/// How the files go, where they do not go alone.
const ONE_PDF: &str = "pdf";
const ONE_ZIP: &str = "zip";

/// A posting to be looked over, with the sentences that say it.
pub(super) fn draft(
    posting: &Posting,
    quotes: &BTreeMap<String, String>,
    dropped: Vec<String>,
) -> PostingDraft {
    let asked = |name: &str| {
        // A question about the whole is one about each of its parts that says nothing.
        posting.ask.iter().any(|it| it == name || name.starts_with(&format!("{it}.")))
    };
    let fact = |name: &&str| {
        let text = text_of(posting, name);
        PostingFact {
            quote: quotes.get(*name).filter(|_| !text.is_empty()).cloned(),
            is_asked: asked(name),
            name: (*name).to_owned(),
            text,
        }
    };
    // Several things under one name are one line for the candidate: the first stands for them.
    let mut shown: Vec<&Material> = Vec::new();
    for material in &posting.materials {
        if shown.iter().all(|it| it.item != material.item) {
            shown.push(material);
        }
    }
    PostingDraft {
        facts: FACTS.iter().map(fact).collect(),
        materials: (shown.into_iter())
            .map(|it| PostingMaterial {
                item: it.item.name().to_owned(),
                required: it.required,
                formats: it.formats.clone(),
                quote: quotes.get(&format!("materials.{}", it.item.name())).cloned(),
            })
            .collect(),
        asks_materials: asked("materials"),
        one_of: posting.qualifications.as_ref().is_some_and(|it| it.logic == Logic::OneOrMore),
        qualifications: (posting.qualifications.iter())
            .flat_map(|it| &it.items)
            .map(|it| it.text.clone())
            .collect(),
        dropped,
    }
}

fn text_of(posting: &Posting, name: &str) -> String {
    let how = &posting.how_to_apply;
    let duration = posting.duration.unwrap_or_default();
    let number = |it: Option<u32>| it.map(|it| it.to_string()).unwrap_or_default();
    let deadline = posting.deadline.as_ref();
    let mention = posting.mention.as_ref();
    let text = |it: Option<&String>| it.cloned().unwrap_or_default();
    match name {
        "title" => posting.title.clone(),
        "organisation" => text(posting.organisation.as_ref()),
        "group" => text(posting.group.as_ref()),
        "location" => text(posting.location.as_ref()),
        "deadline.date" => {
            deadline.and_then(|it| it.date).map(|it| it.to_string()).unwrap_or_default()
        }
        "deadline.time" => text(deadline.and_then(|it| it.time.as_ref())),
        "deadline.tz" => text(deadline.and_then(|it| it.tz.as_ref())),
        "deadline.first" => {
            deadline.and_then(|it| it.first).map(|it| it.to_string()).unwrap_or_default()
        }
        "duration.min_months" => number(duration.min_months),
        "duration.max_months" => number(duration.max_months),
        "duration.min_weeks" => number(duration.min_weeks),
        "duration.max_weeks" => number(duration.max_weeks),
        "duration.exact_weeks" => number(duration.exact_weeks),
        "how_to_apply.email_to" => how.email_to.join(", "),
        "how_to_apply.email_cc" => how.email_cc.join(", "),
        "how_to_apply.urls" => how.urls.join(", "),
        "mention.subject" => text(mention.and_then(|it| it.subject.as_ref())),
        "mention.note_phrase" => text(mention.and_then(|it| it.note_phrase.as_ref())),
        "mention.body" => text(mention.and_then(|it| it.body.as_ref())),
        "files.packing" => packing(posting.files.as_ref()).to_owned(),
        "files.name_pattern" => {
            text(posting.files.as_ref().and_then(|it| it.name_pattern.as_ref()))
        }
        "files.max_total_mb" => number(posting.files.as_ref().and_then(|it| it.max_total_mb)),
        "cv.languages" => {
            let said: Vec<Language> =
                cvs(&posting.materials).flat_map(|it| it.languages.clone()).collect();
            let each = LANGUAGES.iter().filter(|(it, _)| said.contains(it)).map(|(_, code)| *code);
            each.collect::<Vec<_>>().join(", ")
        }
        "cv.max_pages" => number(cvs(&posting.materials).filter_map(|it| it.max_pages).min()),
        _ => String::new(),
    }
}

/// Puts into a posting what the candidate wrote.
pub(super) fn apply(posting: &mut Posting, edit: &PostingEdit) -> Result<(), Error> {
    // First what is sent: a limit of a CV is the CV's.
    posting.materials = materials(&posting.materials, &edit.materials);
    for PostingFact { name, text, .. } in &edit.facts {
        let text = text.trim();
        if text == text_of(posting, name) {
            continue;
        }
        put(posting, name, text)?;
    }
    // What the candidate looked over is asked for no more where they said it.
    let answered = |name: &str| {
        let part = format!("{name}.");
        let mut said = FACTS.iter().filter(|it| **it == name || it.starts_with(&part));
        said.any(|it| !text_of(posting, it).is_empty())
    };
    let open: Vec<String> = posting.ask.iter().filter(|it| !answered(it)).cloned().collect();
    posting.ask = open;
    if posting.title.trim().is_empty() {
        let reason = "a posting needs a name".to_owned();
        return Err(Error::Invalid { subject: Some("title".to_owned()), reason });
    }
    let before = posting.qualifications.take().map(|it| it.items).unwrap_or_default();
    let items: Vec<_> = (edit.qualifications.iter().enumerate())
        .filter(|(_, it)| !it.trim().is_empty())
        .map(|(at, wanted)| {
            let known = before.iter().find(|it| it.text == *wanted).cloned();
            known.unwrap_or_else(|| postings::qualification(at, wanted.trim()))
        })
        .collect();
    let logic = if edit.one_of { Logic::OneOrMore } else { Logic::All };
    posting.qualifications =
        (!items.is_empty()).then_some(postings::Qualifications { logic, items });
    channels(posting);
    Ok(())
}

/// What to send, as the candidate left it. An item may stand for several things (a CV in English,
/// one in Chinese if there is one): they stay as they are unless what is said of the item changed.
fn materials(before: &[Material], wanted: &[PostingMaterial]) -> Vec<Material> {
    let of = |wanted: &PostingMaterial| {
        let mut known: Vec<Material> =
            before.iter().filter(|it| it.item.name() == wanted.item).cloned().collect();
        if known.is_empty() {
            known.extend(new_material(&wanted.item));
        }
        if let Some(first) = known.first_mut() {
            first.required = wanted.required;
            if first.formats != wanted.formats {
                for it in &mut known {
                    it.formats.clone_from(&wanted.formats);
                }
            }
        }
        known
    };
    wanted.iter().flat_map(of).collect()
}

/// An address makes it an application by mail, a page one by portal.
fn channels(posting: &mut Posting) {
    let how = &mut posting.how_to_apply;
    for (is_there, channel) in
        [(!how.email_to.is_empty(), Channel::Email), (!how.urls.is_empty(), Channel::Portal)]
    {
        if is_there && how.channels.is_empty() {
            how.channels.push(channel);
        }
    }
}

fn new_material(item: &str) -> Option<Material> {
    serde_json::from_value(item.into()).ok().map(required)
}

/// A form that is asked for, and lies beside the posting under this name.
pub(super) fn form(name: &str) -> Material {
    Material { file: Some(name.to_owned()), ..required(Item::Form) }
}

/// Something that is asked for, and no more is said of it.
fn required(item: Item) -> Material {
    Material {
        item,
        required: true,
        condition: None,
        languages: Vec::new(),
        formats: Vec::new(),
        count: None,
        max_pages: None,
        file: None,
    }
}

fn put(posting: &mut Posting, name: &str, text: &str) -> Result<(), Error> {
    let invalid =
        |reason: &str| Error::Invalid { subject: Some(name.to_owned()), reason: reason.to_owned() };
    let words = (!text.is_empty()).then(|| text.to_owned());
    let list = || -> Vec<String> {
        text.split([',', '，', ';', '；', ' ', '、'])
            .map(str::trim)
            .filter(|it| !it.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let addresses = || {
        let all = list();
        let wrong = all.iter().find(|it| it.parse::<bundle::Address>().is_err());
        match wrong {
            Some(wrong) => Err(invalid(&format!("`{wrong}` is no e-mail address"))),
            None => Ok(all),
        }
    };
    let number = || match text {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(|_| invalid("it is a whole number")),
    };
    let date = || match text {
        "" => Ok(None),
        text => day(text).map(Some).ok_or_else(|| invalid("it is a day, such as 2026-03-01")),
    };
    match name {
        "title" => text.clone_into(&mut posting.title),
        "organisation" => posting.organisation = words,
        "group" => posting.group = words,
        "location" => posting.location = words,
        "deadline.date" => deadline(posting).date = date()?,
        "deadline.first" => deadline(posting).first = date()?,
        "deadline.time" => deadline(posting).time = words,
        "deadline.tz" => deadline(posting).tz = words,
        "duration.min_months" => duration(posting).min_months = number()?,
        "duration.max_months" => duration(posting).max_months = number()?,
        "duration.min_weeks" => duration(posting).min_weeks = number()?,
        "duration.max_weeks" => duration(posting).max_weeks = number()?,
        "duration.exact_weeks" => duration(posting).exact_weeks = number()?,
        "how_to_apply.email_to" => posting.how_to_apply.email_to = addresses()?,
        "how_to_apply.email_cc" => posting.how_to_apply.email_cc = addresses()?,
        "how_to_apply.urls" => posting.how_to_apply.urls = list(),
        "mention.subject" => posting.mention.get_or_insert_default().subject = words,
        "mention.note_phrase" => posting.mention.get_or_insert_default().note_phrase = words,
        "mention.body" => posting.mention.get_or_insert_default().body = words,
        "files.packing" => {
            let files = posting.files.get_or_insert_default();
            let of = |code: &str| text == code;
            if !["", ONE_PDF, ONE_ZIP].iter().any(|it| of(it)) {
                return Err(invalid("files go alone, as one `pdf` or as one `zip`"));
            }
            (files.single_pdf, files.zip) = (of(ONE_PDF), of(ONE_ZIP));
        }
        "files.name_pattern" => posting.files.get_or_insert_default().name_pattern = words,
        "files.max_total_mb" => posting.files.get_or_insert_default().max_total_mb = number()?,
        "cv.languages" => {
            let codes = list();
            let of = |code: &String| LANGUAGES.iter().find(|(_, it)| it == code).map(|(it, _)| *it);
            let languages: Option<Vec<Language>> = codes.iter().map(of).collect();
            let languages = languages.ok_or_else(|| invalid("it is `en`, `zh` or both"))?;
            // One CV in these languages, whatever it was cut into.
            let mut is_first = true;
            posting.materials.retain_mut(|it| {
                if it.item != Item::Cv {
                    return true;
                }
                it.languages.clone_from(&languages);
                std::mem::take(&mut is_first)
            });
        }
        "cv.max_pages" => {
            let limit = number()?;
            let cvs = posting.materials.iter_mut().filter(|it| it.item == Item::Cv);
            cvs.for_each(|it| it.max_pages = limit);
        }
        _ => return Err(invalid("there is no such fact")),
    }
    Ok(())
}

/// How the files go, as a code.
fn packing(files: Option<&Files>) -> &'static str {
    match files {
        Some(it) if it.single_pdf => ONE_PDF,
        Some(it) if it.zip => ONE_ZIP,
        _ => "",
    }
}

fn cvs(materials: &[Material]) -> impl Iterator<Item = &Material> {
    materials.iter().filter(|it| it.item == Item::Cv)
}

/// The posting's last day; one that named none has one from now on.
pub(super) fn deadline(posting: &mut Posting) -> &mut Deadline {
    let fixed =
        Deadline { kind: DeadlineKind::Fixed, date: None, first: None, time: None, tz: None };
    posting.deadline.get_or_insert(fixed)
}

fn duration(posting: &mut Posting) -> &mut Duration {
    posting.duration.get_or_insert_default()
}

fn day(typed: &str) -> Option<Date> {
    let date = profile::PartialDate::typed(typed).filter(|it| it.day.is_some())?;
    Some(date.first_day())
}
