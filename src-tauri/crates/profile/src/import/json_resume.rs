//! JSON Resume 1.0, the open format that many CV programs write.

use serde_json::Value;

use super::{
    members::Members,
    studies::{mark, name_degree},
};
use crate::{
    Error, Profile, SkillKind, Text,
    schema::{
        Address, Award, Basics, Certificate, Education, Interest, LanguageSkill, Link, Person,
        Phone, Project, Publication, Skill, Volunteer, Work,
    },
};

/// Reads a JSON Resume. Everything of its schema has a place; what it holds
/// beyond that is kept in `other`.
pub fn json_resume(json: &str) -> Result<Profile, Error> {
    let value: Value = serde_json::from_str(json.trim_start_matches('\u{feff}'))
        .map_err(|error| Error::Json { reason: error.to_string() })?;
    let mut resume = Members::of(value).ok_or_else(|| Error::Member {
        pointer: String::new(),
        expected: "expected an object with `basics`, `work`, `education`, …".to_owned(),
    })?;
    // It says which schema the file follows, and ours is another.
    resume.drop("$schema");
    let mut profile = Profile::default();
    if let Some(mut members) = resume.object("basics") {
        profile.statements.personal = members.text("summary").into();
        profile.basics = basics(members);
    }
    profile.work = resume.list("work").into_iter().map(work).collect();
    profile.volunteer = resume.list("volunteer").into_iter().map(volunteer).collect();
    profile.education = resume.list("education").into_iter().map(education).collect();
    profile.awards = resume.list("awards").into_iter().map(award).collect();
    profile.certificates = resume.list("certificates").into_iter().map(certificate).collect();
    profile.publications = resume.list("publications").into_iter().map(publication).collect();
    profile.skills = resume.list("skills").into_iter().map(skill).collect();
    profile.languages = resume.list("languages").into_iter().map(language).collect();
    profile.interests = resume.list("interests").into_iter().map(interest).collect();
    profile.references = resume.list("references").into_iter().map(reference).collect();
    profile.projects = resume.list("projects").into_iter().map(project).collect();
    profile.other = resume.rest();
    Ok(profile)
}

fn basics(mut from: Members) -> Basics {
    let location = from.object("location").map(|mut from| Address {
        address: from.text("address"),
        postal_code: from.words("postalCode"),
        city: from.text("city"),
        region: from.text("region"),
        country_code: from.words("countryCode"),
        other: from.rest(),
        ..Address::default()
    });
    let profiles = from.list("profiles").into_iter().map(|mut from| Link {
        network: from.words("network"),
        username: from.words("username"),
        url: from.words("url"),
        other: from.rest(),
    });
    Basics {
        profiles: profiles.collect(),
        location: location.unwrap_or_default(),
        name: from.name("name"),
        label: from.text("label"),
        image: from.words("image"),
        email: from.words("email"),
        phone: from.words("phone").map(Phone),
        url: from.words("url").or_else(|| from.words("website")),
        other: from.rest(),
        ..Basics::default()
    }
}

fn work(mut from: Members) -> Work {
    Work {
        employer: from
            .words("name")
            .or_else(|| from.words("company"))
            .map(Text::bare)
            .unwrap_or_default(),
        location: from.text("location"),
        position: from.text("position"),
        url: from.words("url").or_else(|| from.words("website")),
        start_date: from.date("startDate"),
        end_date: from.date("endDate"),
        duties: from.text("summary"),
        highlights: from.texts("highlights"),
        other: from.rest(),
        ..Work::default()
    }
}

fn volunteer(mut from: Members) -> Volunteer {
    Volunteer {
        organization: from.text("organization"),
        position: from.text("position"),
        url: from.words("url"),
        start_date: from.date("startDate"),
        end_date: from.date("endDate"),
        description: from.text("summary"),
        highlights: from.texts("highlights"),
        other: from.rest(),
    }
}

fn education(mut from: Members) -> Education {
    let mut entry = Education {
        institution: from.text("institution"),
        url: from.words("url"),
        major: from.text("area"),
        start_date: from.date("startDate"),
        end_date: from.date("endDate"),
        courses: from.texts("courses"),
        ..Education::default()
    };
    name_degree(&mut entry, from.text("studyType"));
    if let Some(score) = from.words("score").or_else(|| from.words("gpa")) {
        mark(&mut entry, &score);
    }
    entry.other = from.rest();
    entry
}

fn award(mut from: Members) -> Award {
    Award {
        title: from.text("title"),
        date: from.date("date"),
        issuer: from.text("awarder"),
        description: from.text("summary"),
        other: from.rest(),
        ..Award::default()
    }
}

fn certificate(mut from: Members) -> Certificate {
    Certificate {
        name: from.text("name"),
        date: from.date("date"),
        issuer: from.text("issuer"),
        url: from.words("url"),
        other: from.rest(),
        ..Certificate::default()
    }
}

fn publication(mut from: Members) -> Publication {
    Publication {
        title: from.text("name"),
        venue: from.text("publisher"),
        date: from.date("releaseDate"),
        url: from.words("url"),
        summary: from.text("summary"),
        other: from.rest(),
        ..Publication::default()
    }
}

fn skill(mut from: Members) -> Skill {
    let name = from.text("name");
    let named = |words: &[&str]| {
        let both = [name.en(), name.zh()].into_iter().flatten().map(str::to_lowercase);
        both.into_iter().any(|name| words.iter().any(|word| name.contains(word)))
    };
    let programming = named(&["programming", "编程", "程序设计"]);
    Skill {
        kind: programming.then_some(SkillKind::Programming),
        level: from.text("level"),
        keywords: from.texts("keywords"),
        other: from.rest(),
        name,
    }
}

fn language(mut from: Members) -> LanguageSkill {
    let level = from.text("fluency");
    let native = level.en().is_some_and(|level| level.to_lowercase().contains("native"))
        || level.zh().is_some_and(|level| level.contains("母语"));
    LanguageSkill {
        name: from.text("language"),
        level,
        native: native.then_some(true),
        other: from.rest(),
        ..LanguageSkill::default()
    }
}

fn interest(mut from: Members) -> Interest {
    Interest { name: from.text("name"), keywords: from.texts("keywords"), other: from.rest() }
}

fn reference(mut from: Members) -> Person {
    Person {
        name: from.name("name"),
        reference: from.text("reference"),
        other: from.rest(),
        ..Person::default()
    }
}

fn project(mut from: Members) -> Project {
    Project {
        name: from.text("name"),
        description: from.text("description"),
        highlights: from.texts("highlights"),
        keywords: from.texts("keywords"),
        start_date: from.date("startDate"),
        end_date: from.date("endDate"),
        url: from.words("url"),
        role: Text::list(&from.texts("roles")),
        organization: from.text("entity"),
        other: from.rest(),
    }
}
