//! Tables with blank rows: which list fills them, column by column.

use profile::{Key, RowList};

use super::{
    Ask, Confidence, Entry, Match, Part, Wanted, find,
    scope::{Scope, scope},
    score,
};
use crate::{
    Column, Field,
    dictionary::{Whose, Words, columns_table},
    label::Normal,
};

/// Longer titles are sentences, which mention all kinds of things.
const LONG: usize = 12;

/// What a table asks for.
pub(super) fn table(words: &Words, field: &Field) -> Option<Match> {
    let mut titles: Vec<String> = field.section.clone();
    titles.push(field.label.clone());
    let scope = scope(words, &titles);
    if scope.whose == Whose::Unknown && !is_headed_plainly(words, &titles) {
        let own = Scope { whose: Whose::Own, number: None, title: None, near: Vec::new() };
        return one_row(words, field, &own).filter(|_| words.gives_first_row(&field.hint)).map(
            |found| {
                let reason = "the form says that the first row is yours".to_owned();
                let sure = Confidence::Sure;
                Match { confidence: sure, score: score(sure), reason, ..found }
            },
        );
    }
    list(words, field, &titles).or_else(|| one_row(words, field, &scope))
}

/// Whether the innermost title is the name of a list and nothing more: `Projects`
/// heads a list, though a project's name is none that we know.
fn is_headed_plainly(words: &Words, titles: &[String]) -> bool {
    let innermost = titles.iter().rev().find(|title| !title.trim().is_empty());
    innermost.is_some_and(|title| words.heads_rows(title))
}

/// A table that a list fills.
fn list(words: &Words, field: &Field, titles: &[String]) -> Option<Match> {
    let named = titled(words, titles);
    let mut best: Option<(u32, Candidate)> = None;
    for list in RowList::ALL {
        let Some(candidate) = Candidate::new(words, field, *list) else { continue };
        let mut points = candidate.known * 20 / candidate.asked.max(1);
        if named == Some(*list) {
            points += 15;
        }
        if best.as_ref().is_none_or(|(most, _)| points > *most) {
            best = Some((points, candidate));
        }
    }
    let (_, candidate) = best?;
    let half = candidate.known * 2 >= candidate.asked;
    let confidence = match (named == Some(candidate.list), half) {
        (true, true) => Confidence::Sure,
        (true, false) => Confidence::Likely,
        (false, true) if named.is_none() && candidate.is_distinct() => Confidence::Sure,
        (false, true) if candidate.is_distinct() => Confidence::Likely,
        _ => return None,
    };
    Some(candidate.into_match(confidence))
}

/// The list that the titles name, the innermost first; the longest words win.
fn titled(words: &Words, titles: &[String]) -> Option<RowList> {
    titles.iter().rev().find_map(|title| {
        let title = words.grammar.label(title).readings.into_iter().next()?;
        let title = words.grammar.normal(&title);
        if title.len() > LONG {
            return None;
        }
        let found = words.row_titles.iter().filter_map(|(list, names)| {
            let longest = names.iter().filter(|name| title.holds(name)).map(Normal::len).max();
            longest.map(|length| (length, *list))
        });
        // Of two equal ones the first in the title is what the table is about.
        found.max_by_key(|(length, list)| (*length, std::cmp::Reverse(*list))).map(|(_, list)| list)
    })
}

/// A list, and what it could put into each column.
struct Candidate {
    list: RowList,
    columns: Vec<Vec<Part>>,
    known: u32,
    asked: u32,
}

impl Candidate {
    fn new(words: &Words, field: &Field, list: RowList) -> Option<Self> {
        let mut this = Self { list, columns: Vec::new(), known: 0, asked: 0 };
        for column in &field.columns {
            if column.printed || column.label.trim().is_empty() {
                this.columns.push(Vec::new());
                continue;
            }
            this.asked += 1;
            let parts = this.column(words, column);
            this.known += u32::from(!parts.is_empty());
            this.columns.push(parts);
        }
        this.part_witnesses();
        (this.known > 0).then_some(this)
    }

    /// 证明人 | 证明人电话: with a column for the name, the other is for the number.
    fn part_witnesses(&mut self) {
        let key = |column: &str| Key::parse(&format!("{}[].{column}", self.list.name())).ok();
        let (Some(name), Some(both), Some(phone)) =
            (key("witness"), key("witnessAndPhone"), key("witnessPhone"))
        else {
            return;
        };
        let asks_name = |parts: &Vec<Part>| parts.iter().flatten().any(|ask| ask.key == name);
        if self.columns.iter().any(asks_name) {
            for ask in self.columns.iter_mut().flatten().flatten().filter(|ask| ask.key == both) {
                ask.key = phone.clone();
            }
        }
    }

    fn column(&self, words: &Words, column: &Column) -> Vec<Part> {
        let table = words.asks.get(columns_table(self.list));
        let Some(table) = table else { return Vec::new() };
        let label = words.grammar.label(&column.label);
        let hinted = label.hints.iter().filter_map(|hint| {
            let core = words.grammar.normal(label.readings.first()?);
            let hint = words.grammar.normal(hint);
            (hint.len() <= 8).then(|| core.then(&hint))
        });
        let plain = label.readings.iter().map(|reading| words.grammar.normal(reading));
        for normal in hinted.chain(plain) {
            if let Some((asked, _)) = table.find(&normal, &words.grammar)
                && let Some(parts) = self.parts(asked)
            {
                return parts;
            }
        }
        for reading in &label.readings {
            let pieces = words.grammar.joined(reading);
            let parts: Vec<Part> = pieces
                .iter()
                .filter_map(|piece| {
                    let (asked, _) = table.find(&words.grammar.normal(piece), &words.grammar)?;
                    self.parts(asked)
                })
                .flatten()
                .collect();
            if !parts.is_empty() && parts.len() * 2 >= pieces.len() {
                let mut parts = parts;
                parts.dedup();
                return parts;
            }
        }
        Vec::new()
    }

    /// The columns that a phrase asks for; `None` if the list lacks one of them.
    fn parts(&self, asked: &crate::dictionary::Asked) -> Option<Vec<Part>> {
        let part = |terms: &Vec<crate::dictionary::Term>| {
            let asks: Part = terms
                .iter()
                .filter_map(|term| {
                    let key = Key::parse(&format!("{}[].{}", self.list.name(), term.name)).ok()?;
                    let (language, precision, part) = (term.language, term.precision, term.part);
                    Some(Ask { key, entry: Some(Entry::Nth(0)), language, precision, part })
                })
                .collect();
            (!asks.is_empty()).then_some(asks)
        };
        let parts: Vec<Part> = asked.0.iter().map(part).collect::<Option<_>>()?;
        (!parts.is_empty()).then_some(parts)
    }

    /// Whether the columns say by themselves what the table is about.
    fn is_distinct(&self) -> bool {
        let has = |column: &str| {
            let key = format!("{}[].{column}", self.list.name());
            self.columns.iter().flatten().flatten().any(|ask| ask.key.as_str() == key)
        };
        let any = |columns: &[&str]| columns.iter().any(|column| has(column));
        match self.list {
            RowList::Education => {
                any(&["institution", "institutionAndMajor"])
                    && any(&["major", "degree", "level", "degreeAndMajor", "institutionAndMajor"])
            }
            RowList::Work => {
                any(&["employer", "employerAndPosition"])
                    && any(&["position", "employerAndPosition", "duties"])
                    && any(&["period", "startDate", "endDate", "reasonForLeaving", "duties"])
            }
            RowList::Family => {
                has("name")
                    && has("relation")
                    && any(&[
                        "politicalStatus",
                        "employerAndPosition",
                        "employer",
                        "birthDate",
                        "age",
                    ])
            }
            RowList::Publications => has("title") && any(&["authors", "venue", "doi"]),
            RowList::History => {
                any(&["period", "startDate"])
                    && any(&["organization", "organizationAndPosition"])
                    && any(&["witness", "witnessAndPhone"])
            }
            RowList::Languages => has("name") && has("level") && self.known >= 2 && self.asked <= 5,
            RowList::References => {
                has("name") && has("organization") && any(&["email", "phone"]) && has("relation")
            }
            _ => false,
        }
    }

    fn into_match(self, confidence: Confidence) -> Match {
        let known: Vec<&str> =
            self.columns.iter().flatten().flatten().map(|it| it.key.as_str()).collect();
        let reason = format!(
            "the table asks for `{}`: {} of its {} columns are known ({})",
            self.list.name(),
            self.known,
            self.asked,
            known.join(", ")
        );
        to_match(Some(self.list), self.columns, confidence, reason)
    }
}

/// A table about one person (导师信息), or about the candidate: one row.
fn one_row(words: &Words, field: &Field, scope: &Scope) -> Option<Match> {
    let columns: Vec<Vec<Part>> = field
        .columns
        .iter()
        .map(|column| {
            if column.printed {
                return Vec::new();
            }
            let said = find::label(words, &column.label, scope);
            said.facts().map(|found| found.parts).unwrap_or_default()
        })
        .collect();
    let asked = field.columns.iter().filter(|column| !column.printed).count();
    let known = columns.iter().filter(|parts| !parts.is_empty()).count();
    if known < 2 || known * 2 < asked {
        return None;
    }
    let has_name = columns.iter().flatten().flatten().any(|ask| ask.key.as_str().contains("name"));
    if !has_name {
        return None;
    }
    let (confidence, of) = match scope.whose {
        Whose::Subject(subject) => (Confidence::Sure, words.subjects[subject].id.clone()),
        Whose::Own if field.rows == 1 => (Confidence::Sure, "the candidate".to_owned()),
        Whose::Own => (Confidence::Unsure, "the candidate".to_owned()),
        Whose::Unknown => return None,
    };
    let reason = format!("a row about {of}: {known} of {asked} columns are known");
    Some(to_match(None, columns, confidence, reason))
}

/// Where a form asks for no name but in the rows of one table, as a reply slip does,
/// its first row is the candidate's.
pub(super) fn first_row_is_own(found: Match) -> Match {
    let is_name = |key: &Key| key.as_str() == "name";
    if found.rows.is_some() || found.keys.len() < 3 || !found.keys.iter().any(is_name) {
        return found;
    }
    let reason = format!("{}; no other name is asked for", found.reason);
    let (confidence, score) = (Confidence::Sure, score(Confidence::Sure));
    Match { confidence, score, reason, ..found }
}

/// `Previous education` and `Degrees already awarded` beside questions for the present
/// ones: what goes on is no part of it.
pub(super) fn of_the_past(words: &Words, field: &Field, mut found: Match) -> Match {
    let titles = field.section.last().into_iter().chain([&field.label]);
    let is_past = titles.map(|it| words.grammar.title(it)).any(|title| {
        words.cues.previous.iter().any(|it| title.after(it).is_some_and(|rest| !rest.is_empty()))
            || words.cues.over.iter().any(|it| title.holds(it))
    });
    if found.rows == Some(RowList::Education)
        && is_past
        && let Wanted::Rows(columns) = &mut found.wanted
    {
        for ask in columns.iter_mut().flatten().flatten() {
            ask.entry = Some(Entry::Ended(0));
        }
        found.reason.push_str(", of those that have ended");
    }
    found
}

fn to_match(
    rows: Option<RowList>,
    columns: Vec<Vec<Part>>,
    confidence: Confidence,
    reason: String,
) -> Match {
    let keys = columns.iter().flatten().filter_map(|part| Some(part.first()?.key.clone()));
    Match {
        keys: keys.collect(),
        rows,
        confidence,
        score: score(confidence),
        reason,
        wanted: Wanted::Rows(columns),
    }
}
