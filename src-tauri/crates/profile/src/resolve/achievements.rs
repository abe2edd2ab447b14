//! Publications, awards, skills, languages and the like as a whole.

use super::{Context, Found, Scalar, at, column, gather, languages, time};
use crate::{Profile, SkillKind, Text, Value, ValueKind as Kind, schema::LanguageSkill};

/// The keys.
pub(crate) const KEYS: &[Scalar] = &[
    column("publications.summary", Kind::Lines, "publications", |_, cx| publications(cx)),
    column("publications.count", Kind::Number, "number of publications", |p, _| count(p)),
    column("awards.summary", Kind::Lines, "awards", |_, cx| {
        gather(
            super::awards::entries(cx).into_iter().map(|(_, e)| {
                vec![at!(date of e), at!(title of e), at!(rank of e), at!(issuer of e)]
            }),
            "/awards",
        )
    }),
    column("projects.summary", Kind::Lines, "projects", |_, cx| projects(cx)),
    column("volunteer.summary", Kind::Lines, "voluntary and student work", |_, cx| {
        gather(
            super::volunteer::entries(cx).into_iter().map(|(_, e)| {
                vec![time::period(e, cx), at!(organization of e), at!(position of e)]
            }),
            "/volunteer",
        )
    }),
    column("trainings.summary", Kind::Lines, "trainings", |_, cx| {
        gather(
            super::trainings::entries(cx).into_iter().map(|(_, e)| {
                vec![
                    time::period(e, cx),
                    at!(name of e),
                    at!(organization of e),
                    at!(certificate of e),
                ]
            }),
            "/trainings",
        )
    }),
    column("memberships.summary", Kind::Lines, "memberships", |_, cx| {
        gather(
            super::memberships::entries(cx)
                .into_iter()
                .map(|(_, e)| vec![at!(organization of e), at!(role of e)]),
            "/memberships",
        )
    }),
    column("certificates.summary", Kind::Lines, "certificates", |_, cx| {
        gather(
            super::certificates::entries(cx).into_iter().map(|(_, e)| {
                vec![at!(name of e), at!(level of e), at!(date of e), at!(issuer of e)]
            }),
            "/certificates",
        )
    }),
    column("skills.summary", Kind::Lines, "skills", |_, cx| {
        gather(
            super::skills::entries(cx)
                .into_iter()
                .map(|(_, e)| vec![at!(name of e), at!(level of e), at!(keywords of e)]),
            "/skills",
        )
    }),
    column("skills.programming", Kind::Text, "programming languages", |p, _| programming(p)),
    column("skills.computer", Kind::Text, "level of computer skills", |p, _| computer(p)),
    column(
        "skills.specialty",
        Kind::Text,
        "what the candidate is good at beside the studies (特长)",
        |p, _| at!(basics.specialties of p),
    ),
    column("skills.hobbies", Kind::Text, "hobbies", |p, _| hobbies(p)),
    column("languages.summary", Kind::Lines, "languages", |_, cx| {
        gather(
            super::languages::entries(cx).into_iter().map(|(_, e)| language(e, cx)),
            "/languages",
        )
    }),
    column("languages.foreignSummary", Kind::Lines, "foreign languages", |_, cx| {
        let entries = super::languages::entries(cx).into_iter();
        gather(
            entries.filter(|(_, e)| e.native != Some(true)).map(|(_, e)| language(e, cx)),
            "/languages",
        )
    }),
    column("languages.native", Kind::Text, "native language", |p, _| native(p)),
    column("languages.isNativeEnglish", Kind::Flag, "whether English is native", |p, _| {
        is_native_english(p)
    }),
    column("languages.foreign", Kind::Text, "first foreign language", |p, _| foreign(p)),
    column("languages.english", Kind::Joined, "level of English and its test scores", |_, cx| {
        english(cx)
    }),
    column("tests.summary", Kind::Lines, "test scores", |_, cx| {
        gather(
            super::tests::entries(cx)
                .into_iter()
                .map(|(_, e)| vec![at!(name of e), at!(score of e), at!(date of e)]),
            "/tests",
        )
    }),
];

fn publications(cx: &Context<'_>) -> Option<Found> {
    let lines = super::publications::entries(cx).into_iter().map(|(_, e)| {
        let authors: Vec<Text> = e.authors.iter().map(Text::bare).collect();
        vec![
            Found::of(&authors, "/authors"),
            at!(title of e),
            at!(venue of e),
            at!(date of e),
            at!(status of e),
        ]
    });
    gather(lines, "/publications")
}

fn count(profile: &Profile) -> Option<Found> {
    let count = profile.publications.len();
    (count > 0).then(|| Found::derived(Value::Number(count.to_string()), "/publications"))
}

fn projects(cx: &Context<'_>) -> Option<Found> {
    let lines = super::projects::entries(cx).into_iter().map(|(_, e)| {
        vec![
            time::period(e, cx),
            at!(name of e),
            at!(role of e),
            super::said_or_list(at!(description of e), &e.highlights, "/highlights"),
        ]
    });
    gather(lines, "/projects")
}

/// The programming languages: what the skills of that kind are made of.
fn programming(profile: &Profile) -> Option<Found> {
    let of_kind = profile.skills.iter().filter(|skill| skill.kind == Some(SkillKind::Programming));
    let words: Vec<Text> = of_kind
        .flat_map(|skill| {
            if skill.keywords.is_empty() {
                vec![skill.name.clone()]
            } else {
                skill.keywords.clone()
            }
        })
        .collect();
    Found::of(&words, "/skills")
}

fn computer(profile: &Profile) -> Option<Found> {
    let (at, skill) =
        (0..).zip(&profile.skills).find(|(_, skill)| skill.kind == Some(SkillKind::Computer))?;
    Some(at!(level of skill)?.from(&format!("/skills/{at}")))
}

fn hobbies(profile: &Profile) -> Option<Found> {
    let names: Vec<Text> = profile.interests.iter().map(|interest| interest.name.clone()).collect();
    Found::of(&names, "/interests")
}

fn language(language: &LanguageSkill, cx: &Context<'_>) -> Vec<Option<Found>> {
    let scores: Vec<Text> =
        languages::tests_of(language, cx).filter_map(|(_, test)| languages::score(test)).collect();
    vec![at!(name of language), at!(level of language), Found::of(&scores, "/tests")]
}

fn native(profile: &Profile) -> Option<Found> {
    let names: Vec<Text> = profile
        .languages
        .iter()
        .filter(|language| language.native == Some(true))
        .map(|language| language.name.clone())
        .collect();
    Found::of(&names, "/languages")
}

/// Whether English is the native language; nothing where no native one is named.
fn is_native_english(profile: &Profile) -> Option<Found> {
    let english = Text::new("English", "英语");
    let mut native = (0..).zip(&profile.languages).filter(|(_, it)| it.native == Some(true));
    let (at, first) = native.next()?;
    let is = |language: &LanguageSkill| crate::schema::same(&language.name, &english);
    let any = is(first) || native.any(|(_, it)| is(it));
    Some(Found::derived(Value::Flag(any), &format!("/languages/{at}")))
}

fn foreign(profile: &Profile) -> Option<Found> {
    let (at, language) =
        (0..).zip(&profile.languages).find(|(_, language)| language.native != Some(true))?;
    Some(at!(name of language)?.from(&format!("/languages/{at}")))
}

/// How well the candidate knows English: the level and every score.
fn english(cx: &Context<'_>) -> Option<Found> {
    let english = Text::new("English", "英语");
    let (pointer, entry) = languages::entries(cx)
        .into_iter()
        .find(|(_, entry)| crate::schema::same(&entry.name, &english))?;
    let parts = language(entry, cx).into_iter().skip(1).flatten().map(|part| part.value);
    let parts: Vec<Value> = parts.collect();
    (!parts.is_empty()).then(|| Found::said(Value::Joined(parts), "").from(&pointer))
}
