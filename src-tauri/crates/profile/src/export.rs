//! A profile as other programs read it: JSON Resume 1.0, in one language.
//!
//! JSON Resume knows one language at a time. Such a file is made to be passed
//! on, so nothing sensitive goes into it: of the address only the city.

use serde_json::{Map, Value, json};

use crate::{
    Language, PartialDate, Profile, Text,
    schema::{Amount, Education, Name, Other, Work},
};

const SCHEMA: &str =
    "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json";

/// Writes a JSON Resume in a language; words that are missing in it come in the other.
///
/// What JSON Resume has no place for stays behind: identity documents, birth
/// date, family, and whatever else is ours alone.
pub fn json_resume(profile: &Profile, language: Language) -> String {
    let say = Say(language);
    let mut resume = Object::with(&profile.other);
    resume.put("$schema", Some(SCHEMA));
    resume.put("basics", Some(say.basics(profile)));
    resume.list("work", &profile.work, |entry| say.work(entry));
    resume.list("volunteer", &profile.volunteer, |entry| {
        let mut to = Object::with(&entry.other);
        to.put("organization", say.words(&entry.organization));
        to.put("position", say.words(&entry.position));
        to.put("url", entry.url.clone());
        to.dates(entry.start_date, entry.end_date);
        to.put("summary", say.words(&entry.description));
        to.put("highlights", say.list(&entry.highlights));
        to
    });
    resume.list("education", &profile.education, |entry| say.education(entry));
    resume.list("awards", &profile.awards, |entry| {
        let mut to = Object::with(&entry.other);
        to.put("title", say.words(&entry.title));
        to.put("date", entry.date.map(iso));
        to.put("awarder", say.words(&entry.issuer));
        to.put("summary", say.words(&entry.description));
        to
    });
    resume.list("certificates", &profile.certificates, |entry| {
        let mut to = Object::with(&entry.other);
        to.put("name", say.words(&entry.name));
        to.put("date", entry.date.map(iso));
        to.put("issuer", say.words(&entry.issuer));
        to.put("url", entry.url.clone());
        to
    });
    resume.list("publications", &profile.publications, |entry| {
        let mut to = Object::with(&entry.other);
        to.put("name", say.words(&entry.title));
        to.put("publisher", say.words(&entry.venue));
        to.put("releaseDate", entry.date.map(iso));
        to.put(
            "url",
            entry.url.clone().or_else(|| Some(format!("https://doi.org/{}", entry.doi.as_ref()?))),
        );
        let authors = (!entry.authors.is_empty()).then(|| entry.authors.join(", "));
        to.put("summary", say.words(&entry.summary).or(authors));
        to
    });
    resume.list("skills", &profile.skills, |entry| {
        let mut to = Object::with(&entry.other);
        to.put("name", say.words(&entry.name));
        to.put("level", say.words(&entry.level));
        to.put("keywords", say.list(&entry.keywords));
        to
    });
    resume.list("languages", &profile.languages, |entry| {
        let mut to = Object::with(&entry.other);
        to.put("language", say.words(&entry.name));
        to.put("fluency", say.words(&entry.level));
        to
    });
    resume.list("interests", &profile.interests, |entry| {
        let mut to = Object::with(&entry.other);
        to.put("name", say.words(&entry.name));
        to.put("keywords", say.list(&entry.keywords));
        to
    });
    resume.list("references", &profile.references, |entry| {
        let mut to = Object::with(&entry.other);
        to.put("name", say.name(&entry.name));
        let told = [&entry.position, &entry.title, &entry.organization].map(|part| say.words(part));
        let told: Vec<String> = told.into_iter().flatten().collect();
        let told = (!told.is_empty()).then(|| told.join(", "));
        to.put("reference", say.words(&entry.reference).or(told));
        to
    });
    resume.list("projects", &profile.projects, |entry| {
        let mut to = Object::with(&entry.other);
        to.put("name", say.words(&entry.name));
        to.put("description", say.words(&entry.description));
        to.put("highlights", say.list(&entry.highlights));
        to.put("keywords", say.list(&entry.keywords));
        to.dates(entry.start_date, entry.end_date);
        to.put("url", entry.url.clone());
        to.put("roles", say.words(&entry.role).map(|role| vec![role]));
        to.put("entity", say.words(&entry.organization));
        to
    });
    if !resume.0.contains_key("meta") {
        resume.put("meta", Some(json!({ "version": "v1.0.0" })));
    }
    let mut json = serde_json::to_string_pretty(&resume.0).unwrap_or_default();
    json.push('\n');
    json
}

/// Says things in one language.
#[derive(Clone, Copy)]
struct Say(Language);

impl Say {
    fn words(self, text: &Text) -> Option<String> {
        text.pick(self.0).map(str::to_owned)
    }

    fn list(self, texts: &[Text]) -> Option<Vec<String>> {
        let words: Vec<String> = texts.iter().filter_map(|text| self.words(text)).collect();
        (!words.is_empty()).then_some(words)
    }

    fn name(self, name: &Name) -> Option<String> {
        self.words(&name.whole())
    }

    fn basics(self, profile: &Profile) -> Value {
        let basics = &profile.basics;
        let mut to = Object::with(&basics.other);
        to.put("name", self.name(&basics.name));
        to.put("label", self.words(&basics.label));
        to.put("image", basics.image.clone());
        to.put("email", basics.email.clone());
        to.put("phone", basics.phone.as_ref().map(|phone| phone.0.clone()));
        to.put("url", basics.url.clone());
        to.put("summary", self.words(&profile.statements.personal.long()));
        let mut location = Object::with(&basics.location.other);
        location.put("city", self.words(&basics.location.city));
        location.put("countryCode", basics.location.country_code.clone());
        location.put("region", self.words(&basics.location.region));
        to.put("location", (!location.0.is_empty()).then_some(location.0));
        to.list("profiles", &basics.profiles, |link| {
            let mut to = Object::with(&link.other);
            to.put("network", link.network.clone());
            to.put("username", link.username.clone());
            to.put("url", link.url.clone());
            to
        });
        Value::Object(to.0)
    }

    fn work(self, entry: &Work) -> Object {
        let mut to = Object::with(&entry.other);
        to.put("name", self.words(&entry.employer));
        to.put("location", self.words(&entry.location));
        to.put("position", self.words(&entry.position));
        to.put("url", entry.url.clone());
        to.dates(entry.start_date, entry.end_date);
        to.put("summary", self.words(&entry.duties));
        to.put("highlights", self.list(&entry.highlights));
        to
    }

    fn education(self, entry: &Education) -> Object {
        let mut to = Object::with(&entry.other);
        to.put("institution", self.words(&entry.institution));
        to.put("url", entry.url.clone());
        to.put("area", self.words(&entry.major));
        let code = || entry.level.map(|level| level.code().to_owned());
        to.put("studyType", self.words(&entry.degree_name).or_else(code));
        to.dates(entry.start_date, entry.end_date);
        to.put("score", score(entry));
        to.put("courses", self.list(&entry.courses));
        to
    }
}

fn score(entry: &Education) -> Option<String> {
    match (&entry.gpa, &entry.gpa_scale, &entry.average) {
        (Some(Amount(gpa)), Some(Amount(scale)), _) => Some(format!("{gpa}/{scale}")),
        (Some(Amount(gpa)), None, _) => Some(gpa.clone()),
        (None, _, Some(Amount(average))) => Some(format!("{average}/100")),
        (None, _, None) => None,
    }
}

fn iso(date: PartialDate) -> String {
    date.to_string()
}

/// An object that grows; what is not known is not put in.
struct Object(Map<String, Value>);

impl Object {
    fn with(other: &Other) -> Self {
        Self(other.clone())
    }

    fn put(&mut self, name: &str, value: Option<impl Into<Value>>) {
        if let Some(value) = value {
            self.0.insert(name.to_owned(), value.into());
        }
    }

    fn dates(&mut self, start: Option<PartialDate>, end: Option<PartialDate>) {
        self.put("startDate", start.map(iso));
        self.put("endDate", end.map(iso));
    }

    fn list<E>(&mut self, name: &str, entries: &[E], write: impl Fn(&E) -> Self) {
        if !entries.is_empty() {
            let entries: Vec<Value> =
                entries.iter().map(|entry| Value::Object(write(entry).0)).collect();
            self.put(name, Some(entries));
        }
    }
}
