//! What the candidate told us.
use crate::{Fact, Key, RowList};
use jiff::civil::Date;

/// What the candidate told us, once.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Profile {}

/// One entry of a list.
#[derive(Debug, Clone)]
pub struct Row {
    facts: Vec<(&'static str, Fact)>,
}

impl Row {
    /// What the entry says in a column. `None` if nothing.
    pub fn fact(&self, column: &str) -> Option<Fact> {
        self.facts.iter().find(|(name, _)| *name == column).map(|(_, fact)| fact.clone())
    }
}

impl Profile {
    /// What the profile says about a key. `None` if the candidate has not said.
    pub fn fact(&self, _key: &Key, _today: Date) -> Option<Fact> {
        None
    }

    /// The entries of a list.
    pub fn rows(&self, _list: RowList, _today: Date) -> Vec<Row> {
        Vec::new()
    }
}
