//! Tables of phrases, and what each of them asks for.

use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

use super::notation::{self, Worth};
use crate::{
    DatePart, Language,
    label::{Grammar, Normal},
    render::Precision,
};

/// Phrases, and what each of them asks for.
#[derive(Debug, Default)]
pub(crate) struct Table {
    exact: HashMap<String, (Arc<Asked>, Worth)>,
    /// The same for words in any order; `None` where the order matters.
    shuffled: HashMap<String, Option<(Arc<Asked>, Worth)>>,
}

/// Words that a question holds, in any order, and words that it does not.
#[derive(Debug)]
pub(crate) struct Pattern {
    holds: Vec<Normal>,
    lacks: Vec<Normal>,
    /// What it asks for.
    pub(crate) asked: Arc<Asked>,
    /// How much it is worth.
    pub(crate) worth: Worth,
}

impl Pattern {
    /// Reads `how hear -event`: `how` and `hear`, but no `event`.
    pub(super) fn new(pattern: &str, asked: &Arc<Asked>, grammar: &Grammar) -> Self {
        let (pattern, worth) = notation::worth(pattern);
        let (lacks, holds): (Vec<&str>, Vec<&str>) =
            pattern.split(' ').partition(|word| word.starts_with('-'));
        let normal = |words: Vec<&str>| words.iter().map(|word| grammar.normal(word)).collect();
        Self { holds: normal(holds), lacks: normal(lacks), asked: Arc::clone(asked), worth }
    }

    /// Whether a question is meant.
    pub(crate) fn fits(&self, question: &Normal) -> bool {
        self.holds.iter().all(|words| question.holds(words))
            && !self.lacks.iter().any(|words| question.holds(words))
    }
}

/// What a phrase asks for: parts to be joined, each a choice of terms of which
/// the first is used that there is a fact for. No part: nothing we know.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Asked(pub(crate) Vec<Vec<Term>>);

/// The name of a fact, and how it is wanted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Term {
    /// A key, or in the table of a subject what follows its prefix.
    pub(crate) name: String,
    /// The language it is wanted in, whatever the form's is.
    pub(crate) language: Option<Language>,
    /// How precise a date is wanted.
    pub(crate) precision: Precision,
    /// The part of a date that is wanted.
    pub(crate) part: Option<DatePart>,
}

/// A phrase that a dictionary claims for a meaning.
struct Claim<'a> {
    asked: &'a Arc<Asked>,
    worth: Worth,
    /// Written out, not given by a group.
    written: bool,
    normal: Normal,
}

impl Asked {
    /// Reads `contact.address + contact.postcode`, `title | position`,
    /// `birthDate@year`; `-` asks for nothing we know.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        if text == "-" {
            return Ok(Self::default());
        }
        text.split('+')
            .map(|part| part.split('|').map(|term| Term::parse(term.trim())).collect())
            .collect::<Result<_, _>>()
            .map(Self)
    }

    /// One fact.
    pub(crate) fn one(name: &str) -> Self {
        Self(vec![vec![Term { name: name.to_owned(), ..Term::default() }]])
    }
}

impl Term {
    fn parse(text: &str) -> Result<Self, String> {
        let mut words = text.split('@');
        let mut term =
            Self { name: words.next().unwrap_or_default().to_owned(), ..Self::default() };
        for word in words {
            match word {
                "en" => term.language = Some(Language::En),
                "zh" => term.language = Some(Language::Zh),
                "year" => term.precision = Precision::Year,
                "yearMonth" => term.precision = Precision::Month,
                "month" => term.part = Some(DatePart::Month),
                "day" => term.part = Some(DatePart::Day),
                _ => return Err(format!("`{text}`: there is no `@{word}`")),
            }
        }
        Ok(term)
    }
}

impl Table {
    /// Takes up the phrases of one dictionary, in its notation.
    ///
    /// A phrase that is written out wins over one that a group gives; two of a
    /// rank that mean different things are an error.
    pub(super) fn take_up(
        &mut self,
        phrases: &[(Arc<Asked>, Vec<String>)],
        grammar: &Grammar,
    ) -> Result<(), Vec<String>> {
        let mut wrong = Vec::new();
        let mut claims: BTreeMap<String, Vec<Claim<'_>>> = BTreeMap::new();
        for (asked, phrases) in phrases {
            for phrase in phrases {
                let (words, worth) = notation::worth(phrase);
                let all = notation::expand(words).unwrap_or_else(|reason| {
                    wrong.push(reason);
                    Vec::new()
                });
                for words in &all {
                    let normal = grammar.normal(words);
                    if normal.is_empty() {
                        wrong.push(format!("`{phrase}` has a form without words"));
                    }
                    let claim = Claim { asked, worth, written: all.len() == 1, normal };
                    claims.entry(claim.normal.text()).or_default().push(claim);
                }
            }
        }
        for (text, mut claims) in claims {
            claims.sort_by_key(|claim| !claim.written);
            let first = &claims[0];
            let rivals = claims.iter().filter(|claim| claim.written == first.written);
            let mut worth = first.worth;
            for rival in rivals {
                if rival.asked == first.asked {
                    worth = better(worth, rival.worth);
                } else {
                    wrong.push(format!("`{text}` is `{}` and `{}`", first.asked, rival.asked));
                }
            }
            if let Some((known, _)) = self.exact.get(&text)
                && known != first.asked
            {
                wrong.push(format!("`{text}` is `{known}` in another dictionary"));
            }
            self.put(text, &first.normal, first.asked, worth);
        }
        if wrong.is_empty() { Ok(()) } else { Err(wrong) }
    }

    fn put(&mut self, text: String, normal: &Normal, asked: &Arc<Asked>, worth: Worth) {
        if let Some(bag) = normal.bag() {
            self.shuffled
                .entry(bag)
                .and_modify(|known| {
                    if known.as_ref().is_some_and(|(known, _)| known != asked) {
                        *known = None;
                    }
                })
                .or_insert_with(|| Some((Arc::clone(asked), worth)));
        }
        self.exact.insert(text, (Arc::clone(asked), worth));
    }

    /// What a question asks for; also after words that add nothing are left out.
    pub(crate) fn find(&self, normal: &Normal, grammar: &Grammar) -> Option<(&Arc<Asked>, Worth)> {
        let mut shorter = None;
        for _ in 0..4 {
            let normal = shorter.as_ref().unwrap_or(normal);
            if let Some((asked, worth)) = self.as_it_stands(normal) {
                return Some((asked, worth));
            }
            shorter = Some(grammar.without_idle(normal)?);
        }
        None
    }

    fn as_it_stands(&self, normal: &Normal) -> Option<(&Arc<Asked>, Worth)> {
        if let Some((asked, worth)) = self.exact.get(&normal.text()) {
            return Some((asked, *worth));
        }
        let (asked, worth) = self.shuffled.get(&normal.bag()?)?.as_ref()?;
        Some((asked, *worth))
    }

    /// Every phrase, with what it asks for.
    pub(crate) fn phrases(&self) -> impl Iterator<Item = (&str, &Asked)> {
        self.exact.iter().map(|(phrase, (asked, _))| (phrase.as_str(), asked.as_ref()))
    }
}

fn better(a: Worth, b: Worth) -> Worth {
    match (a, b) {
        (Worth::Always(a), Worth::Always(b)) => Worth::Always(a.max(b)),
        (Worth::Always(crate::Confidence::Sure), _) => a,
        (_, Worth::Always(crate::Confidence::Sure)) => b,
        _ => Worth::AmongItsKind,
    }
}

impl std::fmt::Display for Asked {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let parts: Vec<String> = self
            .0
            .iter()
            .map(|part| part.iter().map(|term| term.name.as_str()).collect::<Vec<_>>().join(" | "))
            .collect();
        f.write_str(if parts.is_empty() { "nothing" } else { "" })?;
        f.write_str(&parts.join(" + "))
    }
}
