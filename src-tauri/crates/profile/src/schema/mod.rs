//! The shape of a profile: one section for each thing that forms ask about.
//!
//! Section names follow JSON Resume, and so do member names where it has one.
//! Every member is optional, and members that we do not know are kept
//! (`other`), so that a profile written by a later version or by another
//! program loses nothing here.

mod achievements;
mod basics;
mod education;
mod extra;
mod name;
mod people;
mod plans;
mod publication;
mod words;
mod work;

use serde_json::Map;

pub use achievements::{Award, Certificate, Interest, LanguageSkill, Project, Skill, Test};
pub use basics::{
    Address, Basics, Disability, DrivingLicence, Household, Identity, Link, Passport,
};
pub use education::Education;
pub use extra::{Extra, ExtraValue};
pub use name::Name;
pub(crate) use name::Spelling;
pub use people::{Person, Relative};
pub use plans::{Application, Availability, Research, Statement, Statements};
pub use publication::Publication;
pub use words::{Amount, Listed, Phone};
pub use work::{Membership, Training, Volunteer, Work};

use crate::{PartialDate, Text};

/// Members that we do not know, as they were.
pub type Other = Map<String, serde_json::Value>;

/// Something that stands in a profile and may be blank.
pub(crate) trait Member: Sized {
    /// Whether it says nothing. What is blank is not written.
    fn is_blank(&self) -> bool;

    /// Takes from another profile what is blank here. Never overwrites.
    fn fill_from(&mut self, from: Self);
}

/// An entry of a list, which another profile may hold too.
pub(crate) trait Entry: Member {
    /// Whether both tell of the same school, job, paper, …
    fn is_same(&self, other: &Self) -> bool;
}

/// Declares a section: a struct whose members are all optional, with a place
/// for the members that we do not know.
macro_rules! section {
    ($(#[$about:meta])* pub struct $name:ident {
        $($(#[$each:meta])* pub $field:ident: $type:ty,)+
    }) => {
        #[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
        $(#[$about])*
        #[serde(rename_all = "camelCase", default)]
        pub struct $name {
            $(
                $(#[$each])*
                #[serde(skip_serializing_if = "crate::schema::Member::is_blank")]
                pub $field: $type,
            )+
            /// What we do not know, kept as it was.
            #[serde(flatten)]
            pub other: crate::schema::Other,
        }

        impl crate::schema::Member for $name {
            fn is_blank(&self) -> bool {
                $(self.$field.is_blank() &&)+ self.other.is_empty()
            }

            fn fill_from(&mut self, from: Self) {
                $(self.$field.fill_from(from.$field);)+
                self.other.fill_from(from.other);
            }
        }
    };
}
pub(crate) use section;

impl Member for Text {
    fn is_blank(&self) -> bool {
        self.en.is_none() && self.zh.is_none()
    }

    fn fill_from(&mut self, from: Self) {
        if self.en().is_none() && from.en.is_some() {
            self.en = from.en;
        }
        if self.zh().is_none() && from.zh.is_some() {
            self.zh = from.zh;
        }
    }
}

impl<T> Member for Option<T> {
    fn is_blank(&self) -> bool {
        self.is_none()
    }

    fn fill_from(&mut self, from: Self) {
        if self.is_none() {
            *self = from;
        }
    }
}

impl<E: Entry> Member for Vec<E> {
    fn is_blank(&self) -> bool {
        self.is_empty()
    }

    fn fill_from(&mut self, from: Self) {
        for entry in from {
            match self.iter_mut().find(|mine| mine.is_same(&entry)) {
                Some(mine) => mine.fill_from(entry),
                None => self.push(entry),
            }
        }
    }
}

impl Member for Other {
    fn is_blank(&self) -> bool {
        self.is_empty()
    }

    fn fill_from(&mut self, from: Self) {
        for (name, value) in from {
            self.entry(name).or_insert(value);
        }
    }
}

impl Entry for Text {
    fn is_same(&self, other: &Self) -> bool {
        same(self, other)
    }
}

impl Member for String {
    fn is_blank(&self) -> bool {
        self.is_empty()
    }

    fn fill_from(&mut self, from: Self) {
        if self.is_empty() {
            *self = from;
        }
    }
}

impl Entry for String {
    fn is_same(&self, other: &Self) -> bool {
        fold(self) == fold(other)
    }
}

/// Whether two words are the same in some language.
pub(crate) fn same(one: &Text, two: &Text) -> bool {
    let alike = |a: Option<&str>, b: Option<&str>| matches!((a, b), (Some(a), Some(b)) if fold(a) == fold(b));
    alike(one.en(), two.en()) || alike(one.zh(), two.zh())
}

/// Whether two dates can mean the same day. A date that is not known can.
pub(crate) fn may_meet(one: Option<PartialDate>, two: Option<PartialDate>) -> bool {
    match (one, two) {
        (Some(one), Some(two)) => {
            one.first_day() <= two.last_day() && two.first_day() <= one.last_day()
        }
        _ => true,
    }
}

/// Words without case, spaces and punctuation, for comparing.
pub(crate) fn fold(words: &str) -> String {
    words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
