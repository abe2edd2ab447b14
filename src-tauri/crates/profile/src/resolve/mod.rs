//! From a key to what the profile says.
//!
//! Each list of columns is the one place where a key gets its name, its
//! meaning, its kind and the way to its value, so the catalogue and the answers
//! cannot drift apart.

pub(crate) mod achievements;
pub(crate) mod affiliation;
pub(crate) mod awards;
pub(crate) mod certificates;
pub(crate) mod contact;
pub(crate) mod education;
pub(crate) mod extra;
pub(crate) mod family;
pub(crate) mod history;
pub(crate) mod languages;
pub(crate) mod memberships;
pub(crate) mod people;
pub(crate) mod person;
pub(crate) mod plans;
pub(crate) mod projects;
pub(crate) mod publications;
pub(crate) mod references;
pub(crate) mod says;
pub(crate) mod skills;
pub(crate) mod study;
pub(crate) mod tests;
pub(crate) mod time;
pub(crate) mod trainings;
pub(crate) mod volunteer;
pub(crate) mod work;
pub(crate) mod working;

use jiff::civil::Date;

use crate::{
    Fact, Key, KeyInfo, Profile, RowList, Text, Value, ValueKind, list::Coded, schema::Spelling,
};

pub(crate) use says::{Found, at, gather, joined};

/// What a value may depend on beside its own entry.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    pub(crate) profile: &'a Profile,
    pub(crate) today: Date,
}

/// One key: what it means, and how to read it from an entry of type `E`.
pub(crate) struct Column<E: 'static> {
    pub(crate) name: &'static str,
    pub(crate) kind: ValueKind,
    pub(crate) about: &'static str,
    pub(crate) sensitive: bool,
    pub(crate) read: fn(&E, &Context<'_>) -> Option<Found>,
}

/// A key that stands for itself, not for a column of a list.
pub(crate) type Scalar = Column<Profile>;

/// Declares a column.
pub(crate) const fn column<E>(
    name: &'static str,
    kind: ValueKind,
    about: &'static str,
    read: fn(&E, &Context<'_>) -> Option<Found>,
) -> Column<E> {
    Column { name, kind, about, sensitive: false, read }
}

/// Declares a column whose values go into a form only when released.
pub(crate) const fn sensitive<E>(
    name: &'static str,
    kind: ValueKind,
    about: &'static str,
    read: fn(&E, &Context<'_>) -> Option<Found>,
) -> Column<E> {
    Column { name, kind, about, sensitive: true, read }
}

impl<E> Column<E> {
    /// What an entry says in this column, as a fact.
    fn fact(&self, entry: &E, pointer: &str, info: &KeyInfo, cx: &Context<'_>) -> Option<Fact> {
        let found = (self.read)(entry, cx)?;
        Some(found.fact(info.key.clone(), pointer, info.sensitive))
    }
}

/// How the catalogue reads a key from a profile.
pub(crate) type Reader = Box<dyn Fn(&KeyInfo, &Context<'_>) -> Option<Fact> + Send + Sync>;

/// Finds an entry of a list, and says where it stands.
pub(crate) type Select<E> = for<'a> fn(&Context<'a>) -> Option<(String, &'a E)>;

/// Reads one column from the entry that `select` finds.
pub(crate) fn reader<E>(column: &'static Column<E>, select: Select<E>) -> Reader {
    Box::new(move |info, cx| {
        let (pointer, entry) = select(cx)?;
        column.fact(entry, &pointer, info, cx)
    })
}

/// Reads one key of the profile itself.
pub(crate) fn scalar_reader(scalar: &'static Scalar) -> Reader {
    Box::new(move |info, cx| scalar.fact(cx.profile, "", info, cx))
}

/// One entry of a list, as a row of a form's table.
#[derive(Debug, Clone)]
pub struct Row {
    facts: Vec<(&'static str, Fact)>,
}

impl Row {
    /// What the entry says in a column, such as `institution`. `None` if nothing.
    pub fn fact(&self, column: &str) -> Option<Fact> {
        self.facts.iter().find(|(name, _)| *name == column).map(|(_, fact)| fact.clone())
    }

    /// Everything the entry says, in the catalogue's order.
    pub fn facts(&self) -> impl Iterator<Item = &Fact> {
        self.facts.iter().map(|(_, fact)| fact)
    }
}

/// The rows of a list: each entry with each column it answers.
pub(crate) fn rows<E>(
    list: RowList,
    columns: &'static [Column<E>],
    entries: Vec<(String, impl std::borrow::Borrow<E>)>,
    cx: &Context<'_>,
) -> Vec<Row> {
    let row = |(pointer, entry): (String, _)| {
        let entry: &E = std::borrow::Borrow::borrow(&entry);
        let facts = columns.iter().filter_map(|column| {
            let info = crate::catalogue::find(&list.key(column.name))?;
            Some((column.name, column.fact(entry, &pointer, info, cx)?))
        });
        Row { facts: facts.collect() }
    };
    entries.into_iter().map(row).filter(|row| !row.facts.is_empty()).collect()
}

/// Entries with their pointers, as the candidate ordered them.
fn in_order<'a, E>(section: &str, entries: &'a [E]) -> Vec<(String, &'a E)> {
    entries.iter().enumerate().map(|(at, entry)| (format!("/{section}/{at}"), entry)).collect()
}

/// Entries with their pointers, newest first.
fn newest_first<'a, E: time::Dated>(section: &str, entries: &'a [E]) -> Vec<(String, &'a E)> {
    time::newest_first(entries).into_iter().filter_map(|at| nth(section, entries, at)).collect()
}

/// One entry with its pointer.
fn nth<'a, E>(section: &str, entries: &'a [E], at: usize) -> Option<(String, &'a E)> {
    Some((format!("/{section}/{at}"), entries.get(at)?))
}

/// A code of a closed list, as a value.
fn choice<C: Coded>(code: C) -> Value {
    Value::Choice { list: C::LIST, code: code.code() }
}

/// Words that the candidate wrote, or else a list of lines in their place.
fn said_or_list(said: Option<Found>, lines: &[Text], path: &str) -> Option<Found> {
    said.or_else(|| Found::of(&Text::lines(lines), path))
}

/// A part of a name, as the person spells it or as it follows from the whole.
fn name_part(en: Option<Spelling>, zh: Option<Spelling>) -> Option<Found> {
    let (value, derived) = says::spelled(en, zh)?;
    Some(if derived { Found::derived(value, "/name") } else { Found::said(value, "/name") })
}

/// The age that follows from a birth date.
fn age(birth: Found, today: Date) -> Option<Found> {
    let Value::Date(date) = birth.value else {
        return None;
    };
    let years = time::age(date, today)?;
    Some(birth.into(Value::Number(years.to_string())))
}

/// Whether somebody is 18 today, of which a year of birth may say enough.
fn is_adult(birth: Found, today: Date) -> Option<Found> {
    let Value::Date(date) = birth.value else {
        return None;
    };
    let is = time::is_of_age(date, today)?;
    Some(birth.into(Value::Flag(is)))
}

impl Profile {
    /// What the profile says about a key. `None`: the candidate has not said.
    pub fn fact(&self, key: &Key, today: Date) -> Option<Fact> {
        let cx = Context { profile: self, today };
        match key.info() {
            Some(info) => info.read(&cx),
            None => extra::fact(self, key),
        }
    }

    /// The entries of a list, in the order that [`RowList`] says.
    pub fn rows(&self, list: RowList, today: Date) -> Vec<Row> {
        list.rows(&Context { profile: self, today })
    }
}
