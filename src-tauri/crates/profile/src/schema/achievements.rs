//! What the candidate has done and can do: projects, awards, certificates,
//! skills, languages, tests.

use super::{Amount, Entry, may_meet, same, section};
use crate::{PartialDate, SkillKind, Text};

section! {
    /// A project.
    pub struct Project {
        /// Its name.
        pub name: Text,
        /// The candidate's role.
        pub role: Text,
        /// Institution or sponsor.
        pub organization: Text,
        /// First day.
        pub start_date: Option<PartialDate>,
        /// Last day. None: it lasts still.
        pub end_date: Option<PartialDate>,
        /// What it is and what was done.
        pub description: Text,
        /// What came of it, one line each.
        pub highlights: Vec<Text>,
        /// Key words.
        pub keywords: Vec<Text>,
        /// Its address on the web.
        pub url: Option<String>,
    }
}

impl Entry for Project {
    fn is_same(&self, other: &Self) -> bool {
        same(&self.name, &other.name)
    }
}

section! {
    /// An award.
    pub struct Award {
        /// Its name.
        pub title: Text,
        /// Who awarded it.
        pub issuer: Text,
        /// When.
        pub date: Option<PartialDate>,
        /// Level: 国家级.
        pub level: Text,
        /// Rank or prize: 一等奖.
        pub rank: Text,
        /// What it was for.
        pub description: Text,
    }
}

impl Entry for Award {
    fn is_same(&self, other: &Self) -> bool {
        same(&self.title, &other.title) && may_meet(self.date, other.date)
    }
}

section! {
    /// A certificate.
    pub struct Certificate {
        /// Its name.
        pub name: Text,
        /// Who issued it.
        pub issuer: Text,
        /// When.
        pub date: Option<PartialDate>,
        /// Until when it is valid.
        pub expires: Option<PartialDate>,
        /// Level.
        pub level: Text,
        /// Its number.
        pub number: Option<String>,
        /// Its address on the web.
        pub url: Option<String>,
    }
}

impl Entry for Certificate {
    fn is_same(&self, other: &Self) -> bool {
        same(&self.name, &other.name) && may_meet(self.date, other.date)
    }
}

section! {
    /// A skill, or a group of skills.
    pub struct Skill {
        /// Its name.
        pub name: Text,
        /// What it is about; forms ask for some kinds apart.
        #[serde(rename = "type")]
        pub kind: Option<SkillKind>,
        /// Level: 熟练, proficient.
        pub level: Text,
        /// What it is made of, such as programming languages.
        pub keywords: Vec<Text>,
    }
}

impl Entry for Skill {
    fn is_same(&self, other: &Self) -> bool {
        same(&self.name, &other.name)
    }
}

section! {
    /// What the candidate likes to do.
    pub struct Interest {
        /// Its name.
        pub name: Text,
        /// More about it.
        pub keywords: Vec<Text>,
    }
}

impl Entry for Interest {
    fn is_same(&self, other: &Self) -> bool {
        same(&self.name, &other.name)
    }
}

section! {
    /// A language.
    pub struct LanguageSkill {
        /// The language: 英语, English.
        pub name: Text,
        /// Level: 流利, fluent.
        pub level: Text,
        /// Whether it is a native language.
        pub native: Option<bool>,
        /// Certificate, where it is not among the tests.
        pub certificate: Text,
    }
}

impl Entry for LanguageSkill {
    fn is_same(&self, other: &Self) -> bool {
        same(&self.name, &other.name)
    }
}

section! {
    /// A test taken: CET-6, TOEFL, GRE.
    pub struct Test {
        /// Its name.
        pub name: Text,
        /// The language it tests, if it tests one.
        pub language: Text,
        /// The score.
        pub score: Option<Amount>,
        /// When.
        pub date: Option<PartialDate>,
        /// Number of the report.
        pub number: Option<String>,
        /// Who holds the test.
        pub issuer: Text,
    }
}

impl Entry for Test {
    fn is_same(&self, other: &Self) -> bool {
        same(&self.name, &other.name) && may_meet(self.date, other.date)
    }
}
