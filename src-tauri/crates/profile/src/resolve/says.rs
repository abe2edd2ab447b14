//! From a member of the profile to a [`Value`].

use crate::{
    Fact, Key, PartialDate, Text, Value,
    list::Coded,
    schema::{Amount, ExtraValue, Listed, Name, Phone, Spelling, Statement},
};

/// What was found for a key, before it is a fact.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    pub(crate) value: Value,
    source: Source,
    derived: bool,
}

#[derive(Debug, Clone)]
enum Source {
    /// Below the entry that was read; `""` is the entry itself.
    Here(String),
    /// Somewhere else in the profile.
    There(String),
}

impl Found {
    /// A value that stands in the profile, below the entry that is read.
    pub(crate) fn said(value: Value, path: &str) -> Self {
        Self { value, source: Source::Here(camel(path)), derived: false }
    }

    /// A value that was worked out from what stands there.
    pub(crate) fn derived(value: Value, path: &str) -> Self {
        Self { derived: true, ..Self::said(value, path) }
    }

    /// What a member says, if it says something.
    pub(crate) fn of(member: &impl Says, path: &str) -> Option<Self> {
        let (value, derived) = member.says()?;
        Some(Self { derived, ..Self::said(value, path) })
    }

    /// The same, found in another place of the profile.
    pub(crate) fn from(self, pointer: &str) -> Self {
        let path = match &self.source {
            Source::Here(path) | Source::There(path) => format!("{pointer}{path}"),
        };
        Self { source: Source::There(path), ..self }
    }

    /// The same, with another value that follows from this one.
    pub(crate) fn into(self, value: Value) -> Self {
        Self { value, derived: true, ..self }
    }

    /// The fact, once it is known which key asked and where the entry stands.
    pub(crate) fn fact(self, key: Key, entry: &str, sensitive: bool) -> Fact {
        let source = match self.source {
            Source::Here(path) => format!("{entry}{path}"),
            Source::There(path) => path,
        };
        Fact { key, value: self.value, source, sensitive, derived: self.derived }
    }
}

/// Reads a member by its path: `at!(basics.birth_date of profile)`.
macro_rules! at {
    ($($field:ident).+ of $entry:expr) => {
        $crate::resolve::Found::of(&$entry.$($field).+, concat!($("/", stringify!($field)),+))
    };
}
pub(crate) use at;

/// Several members of an entry on one line. `None` if the first says nothing;
/// with nothing beside it, it stands alone.
pub(crate) fn joined(parts: impl IntoIterator<Item = Option<Found>>) -> Option<Found> {
    let mut parts = parts.into_iter();
    let first = parts.next()??;
    let rest: Vec<Found> = parts.flatten().collect();
    if rest.is_empty() {
        return Some(first);
    }
    let derived = first.derived || rest.iter().any(|part| part.derived);
    let source = first.source.clone();
    let values = std::iter::once(first).chain(rest).map(|part| part.value).collect();
    Some(Found { value: Value::Joined(values), source, derived })
}

/// One line for each entry: the parts that say something, in order. Entries
/// that say nothing are left out; `None` if all do.
pub(crate) fn gather(
    lines: impl IntoIterator<Item = Vec<Option<Found>>>,
    path: &str,
) -> Option<Found> {
    let lines: Vec<Vec<Value>> = lines
        .into_iter()
        .map(|line| line.into_iter().flatten().map(|part| part.value).collect::<Vec<_>>())
        .filter(|line| !line.is_empty())
        .collect();
    (!lines.is_empty()).then(|| Found::said(Value::Lines(lines), path))
}

/// A member that may say something.
pub(crate) trait Says {
    /// Its value, and whether that was worked out.
    fn says(&self) -> Option<(Value, bool)>;
}

impl<T: Says> Says for Option<T> {
    fn says(&self) -> Option<(Value, bool)> {
        self.as_ref()?.says()
    }
}

impl Says for Text {
    fn says(&self) -> Option<(Value, bool)> {
        let clean = |words: Option<&str>| words.map(str::to_owned);
        (!self.is_empty())
            .then(|| (Value::Text(Self { en: clean(self.en()), zh: clean(self.zh()) }), false))
    }
}

impl Says for String {
    fn says(&self) -> Option<(Value, bool)> {
        Text::neutral(self.trim()).says()
    }
}

impl Says for Vec<Text> {
    fn says(&self) -> Option<(Value, bool)> {
        Text::list(self).says()
    }
}

impl Says for PartialDate {
    fn says(&self) -> Option<(Value, bool)> {
        Some((Value::Date(*self), false))
    }
}

impl Says for bool {
    fn says(&self) -> Option<(Value, bool)> {
        Some((Value::Flag(*self), false))
    }
}

impl Says for Amount {
    fn says(&self) -> Option<(Value, bool)> {
        let number = self.0.trim();
        (!number.is_empty()).then(|| (Value::Number(number.to_owned()), false))
    }
}

impl Says for Phone {
    fn says(&self) -> Option<(Value, bool)> {
        match self.e164() {
            Some(number) => Some((Value::Phone(number), false)),
            None => self.0.says(),
        }
    }
}

impl<L: Coded> Says for L {
    fn says(&self) -> Option<(Value, bool)> {
        Some((Value::Choice { list: L::LIST, code: self.code() }, false))
    }
}

impl<L: Coded> Says for Listed<L> {
    fn says(&self) -> Option<(Value, bool)> {
        match self {
            Self::Code(code) => code.says(),
            Self::Words(words) => words.says(),
        }
    }
}

impl Says for Statement {
    fn says(&self) -> Option<(Value, bool)> {
        self.long().says()
    }
}

impl Says for Name {
    fn says(&self) -> Option<(Value, bool)> {
        spelled(self.whole_en(), self.whole_zh())
    }
}

impl Says for ExtraValue {
    fn says(&self) -> Option<(Value, bool)> {
        match self {
            Self::Flag(flag) => flag.says(),
            Self::Text(text) => text.says(),
        }
    }
}

/// A name in both scripts, and whether one of the two was worked out.
pub(crate) fn spelled(en: Option<Spelling>, zh: Option<Spelling>) -> Option<(Value, bool)> {
    let derived = [&en, &zh].into_iter().flatten().any(|spelling| spelling.derived);
    let words = |spelling: Option<Spelling>| spelling.map(|spelling| spelling.words);
    let (value, _) = Text { en: words(en), zh: words(zh) }.says()?;
    Some((value, derived))
}

/// `/basics/birth_date` as JSON has it: `/basics/birthDate`. The members that
/// Rust would not let us call `type` are called `kind` here.
fn camel(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for segment in path.split('/').skip(1) {
        out.push('/');
        if segment == "kind" {
            out.push_str("type");
            continue;
        }
        for (at, word) in segment.split('_').enumerate() {
            let mut letters = word.chars();
            if at > 0 {
                out.extend(letters.next().into_iter().flat_map(char::to_uppercase));
            }
            out.push_str(letters.as_str());
        }
    }
    out
}
