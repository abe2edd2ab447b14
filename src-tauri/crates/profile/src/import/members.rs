//! Takes members out of somebody else's JSON, one by one. What nobody took is
//! what we have no place for.

use serde_json::{Map, Value};

use crate::{
    PartialDate, Text,
    schema::{Name, Other},
};

/// An object of somebody else's JSON, emptied step by step.
pub(super) struct Members(Map<String, Value>);

impl Members {
    /// The members of an object. `None` if it is something else.
    pub(super) fn of(value: Value) -> Option<Self> {
        match value {
            Value::Object(members) => Some(Self(members)),
            _ => None,
        }
    }

    /// What nobody took; members that say nothing are left out.
    pub(super) fn rest(self) -> Other {
        self.0.into_iter().filter(|(_, value)| !is_blank(value)).collect()
    }

    /// Takes words. A member of another kind is left where it is.
    pub(super) fn words(&mut self, name: &str) -> Option<String> {
        let words = self.0.get(name)?.as_str()?.trim().to_owned();
        self.0.shift_remove(name);
        (!words.is_empty()).then_some(words)
    }

    /// Takes words that may be in either language.
    pub(super) fn text(&mut self, name: &str) -> Text {
        self.words(name).map(Text::bare).unwrap_or_default()
    }

    /// Takes a name.
    pub(super) fn name(&mut self, name: &str) -> Name {
        self.words(name).map(|words| words.as_str().into()).unwrap_or_default()
    }

    /// Takes a date; a time behind it is dropped. What is no date is left where it is.
    pub(super) fn date(&mut self, name: &str) -> Option<PartialDate> {
        let written = self.0.get(name)?.as_str()?;
        let date = written.split(['T', ' ']).next()?.parse().ok()?;
        self.0.shift_remove(name);
        Some(date)
    }

    /// Takes the objects of a list. What is no object is left where it is.
    pub(super) fn list(&mut self, name: &str) -> Vec<Self> {
        let Some(Value::Array(entries)) = self.0.shift_remove(name) else {
            return Vec::new();
        };
        let (objects, rest): (Vec<_>, Vec<_>) = entries.into_iter().partition(Value::is_object);
        if !rest.is_empty() {
            self.0.insert(name.to_owned(), Value::Array(rest));
        }
        objects.into_iter().filter_map(Self::of).collect()
    }

    /// Takes the words of a list.
    pub(super) fn texts(&mut self, name: &str) -> Vec<Text> {
        let Some(Value::Array(entries)) = self.0.shift_remove(name) else {
            return Vec::new();
        };
        entries
            .iter()
            .filter_map(Value::as_str)
            .map(Text::bare)
            .filter(|text| !text.is_empty())
            .collect()
    }

    /// Takes an object.
    pub(super) fn object(&mut self, name: &str) -> Option<Self> {
        let value = self.0.get(name).filter(|value| value.is_object())?.clone();
        self.0.shift_remove(name);
        Self::of(value)
    }

    /// Drops a member that tells nothing of the candidate.
    pub(super) fn drop(&mut self, name: &str) {
        self.0.shift_remove(name);
    }
}

fn is_blank(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(words) => words.trim().is_empty(),
        Value::Array(entries) => entries.is_empty(),
        Value::Object(members) => members.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    }
}
