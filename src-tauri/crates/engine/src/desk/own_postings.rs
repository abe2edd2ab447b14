//! Postings of the candidate's own: read from pasted text, looked over, kept.
//!
//! **Invariant:** what the text does not say stays open until the candidate says it; a
//! value that was read carries its sentence.

use std::collections::BTreeMap;

use jiff::civil::{Date, DateTime};
use postings::{
    Channel, Deadline, DeadlineKind, Duration, Imported, Item, Logic, Material, Posting,
};
use serde::{Deserialize, Serialize};

use super::{
    Desk, Done, PostingDraft, PostingEdit, PostingFact, PostingMaterial, open::new_id, state::Kept,
};
use crate::Error;

/// A posting that the candidate brought.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct OwnPosting {
    pub(super) id: String,
    pub(super) posting: Posting,
    /// The sentences that say it, by the facts' names.
    #[serde(default)]
    pub(super) quotes: BTreeMap<String, String>,
    /// The blank form that came with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) form: Option<Kept>,
}

/// The facts that are written in a line each, in the order in which they are shown.
const FACTS: [&str; 22] = [
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
    "files.name_pattern",
    "files.max_total_mb",
    "cv.max_pages",
];

impl Desk {
    /// Reads a posting from pasted text or a saved page. Nothing is kept.
    pub fn read_posting(&self, text: &str) -> Result<PostingDraft, Error> {
        if text.trim().is_empty() {
            let reason = "there is no text: paste the posting's".to_owned();
            return Err(Error::Invalid { subject: Some("text".to_owned()), reason });
        }
        let imported = postings::import(text);
        let dropped = imported.dropped.iter().map(|it| it.quote.quote.clone()).collect();
        Ok(draft(&imported.posting(), &quotes(&imported), dropped))
    }

    /// A posting of the candidate's own, to be looked over again.
    pub fn posting(&self, id: &str) -> Result<PostingDraft, Error> {
        let own = self.state()?.own_posting(id)?;
        Ok(draft(&own.posting, &own.quotes, Vec::new()))
    }

    /// Keeps a posting as the candidate left it, and gives its id. `text` is what was
    /// pasted; without it, the posting `id` is changed.
    #[tracing::instrument(skip_all)]
    pub fn keep_posting(
        &mut self,
        id: Option<&str>,
        text: Option<&str>,
        edit: &PostingEdit,
        now: DateTime,
    ) -> Result<String, Error> {
        let mut own = match (id, text) {
            (Some(id), _) => self.state()?.own_posting(id)?.clone(),
            (None, text) => {
                let imported = postings::import(text.unwrap_or_default());
                let (posting, quotes) = (imported.posting(), quotes(&imported));
                OwnPosting { id: new_id(), posting, quotes, form: None }
            }
        };
        let before = own.posting.due();
        apply(&mut own.posting, edit)?;
        let kept = own.id.clone();
        self.change((Done::EditPosting, &kept), now, |state| {
            // Applications were once begun with a copy of the posting's day: it was no choice.
            for it in
                state.applications.iter_mut().filter(|it| it.posting.as_ref() == Some(&own.id))
            {
                it.deadline = it.deadline.filter(|day| Some(*day) != before);
            }
            match state.own_postings.iter_mut().find(|it| it.id == own.id) {
                Some(before) => *before = own,
                None => state.own_postings.push(own),
            }
            Ok(())
        })?;
        Ok(kept)
    }

    /// Removes a posting of the candidate's own that no application is for.
    #[tracing::instrument(skip_all)]
    pub fn remove_posting(&mut self, id: &str, now: DateTime) -> Result<(), Error> {
        let is_used = |it: &super::state::Application| it.posting.as_deref() == Some(id);
        self.state()?.own_posting(id)?;
        if self.state()?.applications.iter().any(is_used) {
            let reason = "an application is for it: remove the application first".to_owned();
            return Err(Error::Invalid { subject: None, reason });
        }
        self.change((Done::EditPosting, id), now, |state| {
            state.own_postings.retain(|it| it.id != id);
            Ok(())
        })
    }
}

/// The sentences of what was read, by the facts' names.
fn quotes(imported: &Imported) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    let mut put = |names: &[&str], quote: Option<&String>| {
        for name in names {
            if let Some(quote) = quote {
                all.insert((*name).to_owned(), one_line(quote));
            }
        }
    };
    put(&["title"], imported.title.as_ref().map(|it| &it.quote));
    put(&["organisation"], imported.organisation.as_ref().map(|it| &it.quote));
    put(&["group"], imported.group.as_ref().map(|it| &it.quote));
    put(&["location"], imported.location.as_ref().map(|it| &it.quote));
    let deadline = imported.deadline.as_ref().map(|it| &it.quote);
    put(&["deadline.date", "deadline.time", "deadline.tz", "deadline.first"], deadline);
    let duration = imported.duration.as_ref().map(|it| &it.quote);
    let stays: Vec<&str> = FACTS.iter().copied().filter(|it| it.starts_with("duration.")).collect();
    put(&stays, duration);
    let mention = imported.mention.as_ref().map(|it| &it.quote);
    put(&["mention.subject", "mention.note_phrase", "mention.body"], mention);
    let files = imported.files.as_ref().map(|it| &it.quote);
    put(&["files.name_pattern", "files.max_total_mb"], files);
    if let Some(how) = &imported.how_to_apply {
        let of = |value: Option<&String>| {
            let said = how.value.said.iter().find(|it| Some(&it.value) == value);
            said.map_or(&how.quote, |it| &it.quote)
        };
        let how_to = &how.value;
        for (name, values) in [
            ("how_to_apply.email_to", &how_to.email_to),
            ("how_to_apply.email_cc", &how_to.email_cc),
            ("how_to_apply.urls", &how_to.urls),
        ] {
            put(&[name], Some(of(values.first())));
        }
    }
    for material in imported.materials.iter().flat_map(|it| &it.value) {
        if material.item == Item::Cv {
            all.entry("cv.max_pages".to_owned()).or_insert_with(|| one_line(&material.quote.quote));
        }
        let name = format!("materials.{}", material.item.name());
        all.entry(name).or_insert_with(|| one_line(&material.quote.quote));
    }
    all
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn draft(
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
        "files.name_pattern" => {
            text(posting.files.as_ref().and_then(|it| it.name_pattern.as_ref()))
        }
        "files.max_total_mb" => number(posting.files.as_ref().and_then(|it| it.max_total_mb)),
        "cv.max_pages" => number(cvs(&posting.materials).filter_map(|it| it.max_pages).min()),
        _ => String::new(),
    }
}

/// Puts into a posting what the candidate wrote.
fn apply(posting: &mut Posting, edit: &PostingEdit) -> Result<(), Error> {
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
        "files.name_pattern" => posting.files.get_or_insert_default().name_pattern = words,
        "files.max_total_mb" => posting.files.get_or_insert_default().max_total_mb = number()?,
        "cv.max_pages" => {
            let limit = number()?;
            let cvs = posting.materials.iter_mut().filter(|it| it.item == Item::Cv);
            cvs.for_each(|it| it.max_pages = limit);
        }
        _ => return Err(invalid("there is no such fact")),
    }
    Ok(())
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
