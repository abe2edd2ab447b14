//! Reading the files of `templates/labels/`, with every rule that they must keep.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    sync::Arc,
};

use profile::{Key, List, RowList};

use super::{
    Cues, Subject, Table, Whose, Words,
    file::{LanguageFile, Phrases, SubjectEntry, SubjectWords},
    notation,
    table::{Asked, Pattern},
};
use crate::{Confidence, Error, label::Grammar};

/// Reads `subjects.toml` and the dictionary of each language.
pub(super) fn words(subjects: &str, languages: &[(&str, &str)]) -> Result<Words, Error> {
    let entries: BTreeMap<String, SubjectEntry> = parse("subjects", subjects)?;
    let mut words = Words {
        grammar: Grammar::default(),
        own: Table::default(),
        patterns: Vec::new(),
        asks: HashMap::new(),
        subjects: Vec::new(),
        called: HashMap::new(),
        things: HashSet::new(),
        anywhere: Vec::new(),
        row_titles: RowList::ALL.iter().map(|list| (*list, Vec::new())).collect(),
        names: HashMap::new(),
        codes: HashMap::new(),
        cues: Cues::default(),
    };
    for (id, entry) in entries {
        words.subjects.push(subject(id, entry).map_err(in_file("subjects"))?);
    }
    let mut files = Vec::new();
    for (name, text) in languages {
        let mut file: LanguageFile = parse(name, text)?;
        words.grammar.add(std::mem::take(&mut file.normal));
        files.push((*name, file));
    }
    for (name, file) in files {
        words.take_up(file).map_err(in_file(name))?;
    }
    Ok(words)
}

fn in_file(name: &str) -> impl Fn(String) -> Error + '_ {
    move |reason| Error::Dictionary { file: format!("{name}.toml"), reason }
}

fn parse<T: serde::de::DeserializeOwned>(name: &str, text: &str) -> Result<T, Error> {
    toml::from_str(text).map_err(|error| in_file(name)(error.to_string()))
}

fn subject(id: String, entry: SubjectEntry) -> Result<Subject, String> {
    let list = entry.list.as_deref().map(row_list).transpose()?;
    let bare = entry.bare.as_deref().map(|bare| Arc::new(Asked::one(bare)));
    Ok(Subject {
        id,
        prefix: entry.prefix,
        list,
        asks: entry.asks,
        bare,
        open: entry.open,
        ended: entry.ended,
        named: entry.named,
    })
}

fn row_list(name: &str) -> Result<RowList, String> {
    let list = RowList::ALL.iter().find(|list| list.name() == name);
    list.copied().ok_or_else(|| format!("there is no list `{name}`"))
}

impl Words {
    fn take_up(&mut self, file: LanguageFile) -> Result<(), String> {
        let mut wrong = Vec::new();
        let own = take_up_phrases(&mut self.own, file.own, &self.grammar, |asked| {
            for term in asked.0.iter().flatten() {
                Key::parse(&term.name).map_err(|error| error.to_string())?;
            }
            Ok(())
        });
        wrong.extend(own.err());
        for (asked, patterns) in file.patterns {
            let asked = Arc::new(Asked::parse(&asked)?);
            for pattern in patterns {
                self.patterns.push(Pattern::new(&pattern, &asked, &self.grammar));
            }
        }
        for (table, phrases) in file.asks {
            let users = users(&self.subjects, &table);
            let into = self.asks.entry(table.clone()).or_default();
            let taken = take_up_phrases(into, phrases, &self.grammar, |asked| {
                for term in asked.0.iter().flatten() {
                    let known = users
                        .iter()
                        .any(|start| Key::parse(&format!("{start}{}", term.name)).is_ok());
                    if !known {
                        return Err(format!("no subject has a key that ends in `{}`", term.name));
                    }
                }
                Ok(())
            });
            wrong.extend(taken.err().map(|reason| format!("[asks.{table}] {reason}")));
        }
        for (id, words) in file.subject {
            let whose = if id == "own" {
                Whose::Own
            } else {
                let number = self.subjects.iter().position(|subject| subject.id == id);
                Whose::Subject(number.ok_or_else(|| format!("there is no subject `{id}`"))?)
            };
            wrong.extend(self.call(whose, &words).err());
        }
        wrong.extend(self.call(Whose::Unknown, &file.unknown).err());
        if !wrong.is_empty() {
            return Err(wrong.join("; "));
        }
        for (name, titles) in file.rows {
            let list = row_list(&name)?;
            let into = self.row_titles.iter_mut().find(|(of, _)| *of == list);
            let titles = titles.titles.iter().map(|title| self.grammar.normal(title));
            if let Some((_, known)) = into {
                known.extend(titles);
            }
        }
        for (name, codes) in file.lists {
            self.name_codes(&file.language, &name, codes)?;
        }
        self.cues.take_up(&file.language, file.cues, &self.grammar);
        Ok(())
    }

    fn call(&mut self, whose: Whose, words: &SubjectWords) -> Result<(), String> {
        let things = words.things.iter().map(|words| self.grammar.normal(words).text());
        self.things.extend(things);
        for phrase in words.words.iter().chain(&words.things) {
            let (phrase, worth) = notation::worth(phrase);
            if worth == notation::Worth::Always(Confidence::Unsure) {
                continue;
            }
            for words in notation::expand(phrase)? {
                let text = self.grammar.normal(&words).text();
                match self.called.get(&text) {
                    Some((known, _)) if *known != whose => {
                        return Err(format!("`{text}` stands for two subjects"));
                    }
                    _ => self.called.insert(text, (whose, worth)),
                };
            }
        }
        let titles = words.anywhere.iter().map(|words| (self.grammar.normal(words), whose));
        self.anywhere.extend(titles);
        Ok(())
    }

    fn name_codes(
        &mut self,
        language: &str,
        name: &str,
        codes: BTreeMap<String, Vec<String>>,
    ) -> Result<(), String> {
        let list = List::ALL.iter().copied().find(|list| camel(*list) == name);
        let list = list.ok_or_else(|| format!("there is no closed list `{name}`"))?;
        for (code, names) in codes {
            let code = list.codes().iter().find(|known| **known == code);
            let code = code.ok_or_else(|| format!("`{name}` has no such code"))?;
            for name in &names {
                let means = self.codes.entry(self.grammar.normal(name).text()).or_default();
                if !means.contains(&(list, *code)) {
                    means.push((list, *code));
                }
            }
            if !names.is_empty() {
                self.names.entry((list, *code)).or_default().push((language.to_owned(), names));
            }
        }
        Ok(())
    }
}

/// How the keys of a table's subjects begin.
fn users(subjects: &[Subject], table: &str) -> Vec<String> {
    let mut starts: Vec<String> = subjects
        .iter()
        .filter(|subject| subject.asks == table)
        .flat_map(|subject| {
            let prefix = subject.prefix.as_ref().map(|it| format!("{}.", it.replace('#', "1")));
            let list = subject.list.map(|list| format!("{}[].", list.name()));
            prefix.into_iter().chain(list)
        })
        .collect();
    let lists = RowList::ALL.iter().filter(|list| columns_table(**list) == table);
    starts.extend(lists.map(|list| format!("{}[].", list.name())));
    starts
}

/// The table of what the columns of a list are called.
pub(crate) fn columns_table(list: RowList) -> &'static str {
    match list {
        RowList::Education => "school",
        RowList::Work => "job",
        RowList::History => "history",
        RowList::Family | RowList::References => "person",
        RowList::Publications => "publication",
        RowList::Projects => "project",
        RowList::Volunteer => "volunteering",
        RowList::Trainings => "training",
        RowList::Awards => "award",
        RowList::Certificates => "certificate",
        RowList::Memberships => "membership",
        RowList::Languages => "language",
        RowList::Tests => "test",
        RowList::Skills => "skill",
    }
}

fn take_up_phrases(
    table: &mut Table,
    phrases: Phrases,
    grammar: &Grammar,
    check: impl Fn(&Asked) -> Result<(), String>,
) -> Result<(), String> {
    let mut read = Vec::new();
    for (asked, phrases) in phrases {
        let asked = Asked::parse(&asked)?;
        check(&asked)?;
        read.push((Arc::new(asked), phrases));
    }
    table.take_up(&read, grammar).map_err(|wrong| wrong.join("; "))
}

/// `List::MaritalStatus` is written `maritalStatus`.
fn camel(list: List) -> String {
    let name = format!("{list:?}");
    name[..1].to_lowercase() + &name[1..]
}
