//! The studies as a whole: highest level and degree, advisor, research.

use super::{Context, Found, Scalar, at, column, education, gather, name_part, time};
use crate::{
    List, Profile, StudyState, Text, Value, ValueKind as Kind,
    schema::{Education, Person},
};

/// The keys.
pub(crate) const KEYS: &[Scalar] = &[
    column(
        "education.highestLevel",
        Kind::Choice(List::Level),
        "highest level, finished or in progress (最高学历); with 在读 if in progress",
        |_, cx| highest_level(cx),
    ),
    column(
        "education.highestDegree",
        Kind::Choice(List::Degree),
        "highest degree already held (最高学位)",
        |_, cx| highest_degree(cx, |education, _| education::degree_of(education)),
    ),
    column(
        "education.highestDegreeName",
        Kind::Text,
        "name of the highest degree already held",
        |_, cx| highest_degree(cx, |e, _| at!(degree_name of e)),
    ),
    column("education.summary", Kind::Lines, "all education, newest first", |_, cx| summary(cx)),
    column("isEnrolled", Kind::Flag, "whether the candidate studies at a school now", |p, cx| {
        is_enrolled(p, cx)
    }),
    column("studentId", Kind::Text, "student number", |_, cx| student_id(cx)),
    column("advisor.name", Kind::Text, "advisor", |_, cx| advisor(cx, |a| at!(name of a))),
    column("advisor.name.given", Kind::Text, "advisor's given name", |_, cx| {
        advisor(cx, |a| name_part(a.name.given_en(), a.name.given_zh()))
    }),
    column("advisor.name.family", Kind::Text, "advisor's family name", |_, cx| {
        advisor(cx, |a| name_part(a.name.family_en(), a.name.family_zh()))
    }),
    column("advisor.title", Kind::Text, "advisor's title", |_, cx| {
        advisor(cx, |a| at!(title of a).or_else(|| at!(position of a)))
    }),
    column("advisor.email", Kind::Text, "advisor's e-mail address", |_, cx| {
        advisor(cx, |a| at!(email of a))
    }),
    column("advisor.phone", Kind::Phone, "advisor's phone", |_, cx| {
        advisor(cx, |a| at!(phone of a))
    }),
    column("advisor.organization", Kind::Text, "advisor's institution", |_, cx| {
        advisor(cx, |a| at!(organization of a))
    }),
    column("advisor.department", Kind::Text, "advisor's department", |_, cx| {
        advisor(cx, |a| at!(department of a))
    }),
    column(
        "research.interests",
        Kind::Text,
        "research interests",
        |p, _| at!(research.interests of p),
    ),
    column(
        "research.summary",
        Kind::Text,
        "what the candidate works on",
        |p, _| at!(research.summary of p),
    ),
    column(
        "research.summary.short",
        Kind::Text,
        "what the candidate works on, in a sentence",
        |p, _| at!(research.summary.short of p),
    ),
    column("research.group", Kind::Text, "research group", |p, _| at!(research.group of p)),
    column(
        "research.venues",
        Kind::Text,
        "conferences and journals the group publishes at",
        |p, _| venues(&p.research.venues),
    ),
];

/// The highest level that is finished or in progress. One in progress says so:
/// a doctoral student is 博士在读 and no 博士.
fn highest_level(cx: &Context<'_>) -> Option<Found> {
    let counts = |education: &Education| {
        matches!(
            time::state(education, cx.today),
            None | Some(StudyState::InProgress | StudyState::Graduated | StudyState::Completed)
        )
    };
    let (pointer, education) = education::highest(cx, counts)?;
    let level = education::level_of(education)?.from(&pointer);
    if time::state(education, cx.today) != Some(StudyState::InProgress) {
        return Some(level);
    }
    let both = Value::Joined(vec![level.value.clone(), super::choice(StudyState::InProgress)]);
    Some(level.into(both))
}

/// Whether an education lasts still. Nothing is said where none is known.
fn is_enrolled(profile: &Profile, cx: &Context<'_>) -> Option<Found> {
    let at = time::present(&profile.education, cx.today)?;
    let state = time::state(&profile.education[at], cx.today)?;
    let is = Value::Flag(state == StudyState::InProgress);
    Some(Found::derived(is, &format!("/education/{at}")))
}

/// Of the degrees that the candidate holds already the highest.
fn highest_degree(
    cx: &Context<'_>,
    read: fn(&Education, &Context<'_>) -> Option<Found>,
) -> Option<Found> {
    let held = |education: &Education| {
        time::state(education, cx.today) == Some(StudyState::Graduated)
            && education::degree(education).is_some()
    };
    let (pointer, education) = education::highest(cx, held)?;
    Some(read(education, cx)?.from(&pointer))
}

fn summary(cx: &Context<'_>) -> Option<Found> {
    let lines = education::entries(cx).into_iter().map(|(_, e)| {
        vec![
            time::period(e, cx),
            at!(institution of e),
            at!(department of e),
            at!(major of e),
            at!(degree_name of e)
                .or_else(|| education::degree_of(e))
                .or_else(|| education::level_of(e)),
        ]
    });
    gather(lines, "/education")
}

fn student_id(cx: &Context<'_>) -> Option<Found> {
    let (pointer, education) = education::present(cx)?;
    Some(at!(student_id of education)?.from(&pointer))
}

fn advisor(cx: &Context<'_>, read: fn(&Person) -> Option<Found>) -> Option<Found> {
    let (pointer, education) = education::present(cx)?;
    Some(read(&education.advisor)?.from(&format!("{pointer}/advisor")))
}

fn venues(venues: &[String]) -> Option<Found> {
    let venues: Vec<Text> = venues.iter().map(Text::bare).collect();
    Found::of(&venues, "/research/venues")
}
