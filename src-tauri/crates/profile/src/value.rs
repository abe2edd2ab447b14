//! What a fact says: its [`Value`], and the [`Fact`] that carries it.

use std::path::PathBuf;

use serde::Serialize;

use crate::{Key, List, PartialDate, Text};

/// What a fact says, before any form gives it a shape.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Value {
    /// Free words.
    Text(Text),
    /// A date, as exact as it is known.
    Date(PartialDate),
    /// From one date to another.
    Period {
        /// The first date.
        start: Option<PartialDate>,
        /// The last one; beside `ongoing` it is the one that is expected.
        end: Option<PartialDate>,
        /// It lasts still: 至今, present.
        ongoing: bool,
    },
    /// A word of a closed list; its names are in `templates/labels/`.
    Choice {
        /// The list.
        list: List,
        /// One of the list's codes.
        code: &'static str,
    },
    /// Yes or no.
    Flag(bool),
    /// A number, written as the candidate wrote it.
    Number(String),
    /// A telephone number in E.164: `+8613800138000`.
    Phone(String),
    /// A picture: a path, absolute or from the profile's folder.
    Photo(PathBuf),
    /// A summary: one line for each entry, its parts in order.
    Lines(Vec<Vec<Value>>),
    /// Parts that share one line, such as an address and its postcode.
    Joined(Vec<Value>),
}

/// What kind of [`Value`] a key gives.
///
/// Two exceptions are worth knowing. A telephone number that cannot be read
/// comes as [`Value::Text`], as it was typed. A [`Choice`](Self::Choice) may
/// come as `Text` where the candidate used words of their own, and as
/// [`Value::Joined`] of two choices where one needs the other: a level in
/// progress is the level and 在读.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum ValueKind {
    /// [`Value::Text`].
    Text,
    /// [`Value::Date`].
    Date,
    /// [`Value::Period`].
    Period,
    /// [`Value::Choice`] of this list.
    Choice(List),
    /// [`Value::Flag`].
    Flag,
    /// [`Value::Number`].
    Number,
    /// [`Value::Phone`].
    Phone,
    /// [`Value::Photo`].
    Photo,
    /// [`Value::Lines`].
    Lines,
    /// [`Value::Joined`].
    Joined,
}

/// Something the profile says about the candidate, and where it says so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Fact {
    /// The key that was asked for.
    pub key: Key,
    /// What the profile says.
    pub value: Value,
    /// Where it says so: a JSON pointer (RFC 6901) into the profile.
    pub source: String,
    /// Goes into a form only when the candidate released it for that package.
    pub sensitive: bool,
    /// Worked out from what the candidate said, such as an age from a birth date.
    pub derived: bool,
}
