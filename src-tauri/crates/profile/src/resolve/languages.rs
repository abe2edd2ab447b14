//! Languages, each with the scores of its tests.

use super::{Column, Context, Found, at, column};
use crate::{
    Text, Value, ValueKind as Kind,
    schema::{LanguageSkill, Test, same},
};

/// The columns.
pub(crate) const COLUMNS: &[Column<LanguageSkill>] = &[
    column("name", Kind::Text, "language", |e, _| at!(name of e)),
    column("level", Kind::Text, "level", |e, _| at!(level of e)),
    column("score", Kind::Text, "test scores", scores),
    column("certificate", Kind::Text, "certificate", |e, cx| {
        at!(certificate of e).or_else(|| {
            tests_of(e, cx)
                .next()
                .and_then(|(pointer, test)| Some(at!(name of test)?.from(&pointer)))
        })
    }),
];

/// The entries, in the candidate's order.
pub(crate) fn entries<'a>(cx: &Context<'a>) -> Vec<(String, &'a LanguageSkill)> {
    super::in_order("languages", &cx.profile.languages)
}

/// The tests of a language.
pub(crate) fn tests_of<'a>(
    language: &LanguageSkill,
    cx: &Context<'a>,
) -> impl Iterator<Item = (String, &'a Test)> {
    let name = language.name.clone();
    super::tests::entries(cx).into_iter().filter(move |(_, test)| same(&test.language, &name))
}

/// A test and its score in one: `TOEFL iBT 106`.
pub(crate) fn score(of: &Test) -> Option<Text> {
    let score = of.score.as_ref().map(|score| format!(" {}", score.0.trim())).unwrap_or_default();
    let with = |name: Option<&str>| name.map(|name| format!("{name}{score}"));
    let text = Text { en: with(of.name.en()), zh: with(of.name.zh()) };
    (!text.is_empty()).then_some(text)
}

fn scores(language: &LanguageSkill, cx: &Context<'_>) -> Option<Found> {
    let mut tests = tests_of(language, cx).filter(|(_, test)| test.score.is_some()).peekable();
    let (first, _) = tests.peek()?.clone();
    let all: Vec<Text> = tests.filter_map(|(_, test)| score(test)).collect();
    Some(Found::said(Value::Text(Text::list(&all)), "").from(&first))
}
