//! The copy board: labelled answers in the order in which portals ask.
//!
//! **Invariant:** a sensitive fact stands there only when it was released for
//! this application.

use forms::{Dictionary, Language as Written};
use jiff::civil::{Date, DateTime};
use profile::{Fact, Key, Profile, RowList};

use super::{BoardLine, Desk, applications::OwnSlots, message, state::Application};
use crate::{Error, Language};

/// What portals ask first, by part.
const FACTS: &[(&str, &[&str])] = &[(
    "contact",
    &[
        "name",
        "name.given",
        "name.family",
        "name.pinyin",
        "contact.email",
        "contact.phone",
        "contact.address",
        "birthDate",
        "gender",
        "nationality",
    ],
)];

/// Lists, and what of each entry is asked.
const LISTS: &[(&str, RowList, &[&str])] = &[
    (
        "education",
        RowList::Education,
        &["institution", "department", "major", "degree", "startDate", "endDate", "gpaAndScale"],
    ),
    (
        "work",
        RowList::Work,
        &["employer", "department", "position", "startDate", "endDate", "duties"],
    ),
];

/// Where the candidate is on the web.
const LINKS: &[&str] =
    &["contact.website", "contact.github", "contact.linkedin", "contact.scholar", "contact.orcid"];

const PUBLICATIONS: &[&str] = &["title", "authors", "venue", "year", "doi", "url"];

impl Desk {
    /// Labelled answers to copy into a web form.
    #[tracing::instrument(skip_all)]
    pub fn board(&mut self, application: &str, now: DateTime) -> Result<Vec<BoardLine>, Error> {
        let ready = self.look_over(application, now)?;
        let mut board = Board::new(&ready.application, &ready.slots, now.date());
        if let Some(message) = message::view(&ready.written) {
            board.word("message", "to", message.to.join(", "));
            board.word("message", "subject", message.subject);
            board.word("message", "body", message.body);
        }
        for (part, keys) in FACTS {
            // On portals in English, gender is a voluntary question, and is left alone.
            let is_asked = |it: &&str| *it != "gender" || board.language == Written::Zh;
            let keys: Vec<&str> = keys.iter().copied().filter(is_asked).collect();
            board.facts(part, &keys);
        }
        for (part, list, columns) in LISTS {
            board.rows(part, *list, columns);
        }
        board.facts("links", LINKS);
        board.rows("publications", RowList::Publications, PUBLICATIONS);
        let mut lines = board.lines;
        let planned = self.planned(application, now)?;
        if let Some(planned) = planned {
            let fields = planned.plan.fields().iter().zip(planned.plan.proposals());
            for (field, proposal) in fields.filter(|(_, it)| it.answer.is_some()) {
                let label = match field.section.last() {
                    Some(section) if !field.label.is_empty() => {
                        format!("{section} › {}", field.label)
                    }
                    Some(section) => section.clone(),
                    None => field.label.clone(),
                };
                let is_picture = field.kind == forms::Kind::Photo;
                if !is_picture && !proposal.shown.is_empty() {
                    lines.push(BoardLine {
                        part: "form".to_owned(),
                        label,
                        is_key: false,
                        value: proposal.shown.clone(),
                    });
                }
            }
        }
        Ok(lines)
    }
}

struct Board<'a> {
    application: &'a Application,
    profile: &'a Profile,
    language: Written,
    today: Date,
    lines: Vec<BoardLine>,
}

impl<'a> Board<'a> {
    fn new(application: &'a Application, slots: &'a OwnSlots, today: Date) -> Self {
        let language = match slots.language {
            Language::En => Written::En,
            Language::Zh => Written::Zh,
        };
        Self { application, profile: &slots.profile, language, today, lines: Vec::new() }
    }

    fn word(&mut self, part: &str, label: &str, value: String) {
        if !value.trim().is_empty() {
            let (part, label) = (part.to_owned(), label.to_owned());
            self.lines.push(BoardLine { part, label, is_key: true, value });
        }
    }

    fn fact(&mut self, part: &str, fact: &Fact) {
        let is_held = fact.sensitive && !self.application.released.contains(fact.key.as_str());
        if is_held {
            return;
        }
        if let Some(value) = Dictionary::shipped().say(&fact.value, self.language) {
            self.word(part, fact.key.as_str(), value);
        }
    }

    fn facts(&mut self, part: &str, keys: &[&str]) {
        for key in keys {
            let fact = Key::parse(key).ok().and_then(|it| self.profile.fact(&it, self.today));
            if let Some(fact) = fact {
                self.fact(part, &fact);
            }
        }
    }

    fn rows(&mut self, part: &str, list: RowList, columns: &[&str]) {
        for row in self.profile.rows(list, self.today) {
            for fact in columns.iter().filter_map(|it| row.fact(it)) {
                self.fact(part, &fact);
            }
        }
    }
}
