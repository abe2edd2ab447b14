//! Every key there is: what it means, what kind of value it gives, whether it is sensitive.

use std::{collections::BTreeMap, sync::LazyLock};

use serde::Serialize;

use crate::{Key, ValueKind, resolve};

/// What the catalogue says of a key.
#[derive(Debug, Serialize)]
pub struct KeyInfo {
    /// The key; `education[].institution` for a column of a list.
    pub key: Key,
    /// What it means, in one line.
    pub about: String,
    /// The kind of its values.
    pub kind: ValueKind,
    /// Goes into a form only when the candidate released it for that package.
    pub sensitive: bool,
}

macro_rules! row_lists {
    ($($(#[$about:meta])* $name:ident = $text:literal in $module:ident, $sensitive:literal;)+) => {
        /// The lists that tables of a form ask for row by row.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(rename_all = "camelCase")]
        pub enum RowList {
            $($(#[$about])* $name,)+
        }

        impl RowList {
            /// Every list.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// Its name in keys: `education` in `education[].institution`.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$name => $text,)+
                }
            }

            fn columns(self) -> &'static [resolve::Column] {
                match self {
                    $(Self::$name => resolve::$module::COLUMNS,)+
                }
            }

            fn sensitive(self) -> bool {
                match self {
                    $(Self::$name => $sensitive,)+
                }
            }
        }
    };
}

row_lists! {
    /// Schools, newest first.
    Education = "education" in education, false;
    /// Jobs and internships, newest first.
    Work = "work" in work, false;
    /// Education and work together, oldest first (个人简历).
    History = "history" in history, false;
    /// Members of the family, in the candidate's order.
    Family = "family" in family, true;
    /// Referees, in the candidate's order.
    References = "references" in references, false;
    /// Publications, in the candidate's order.
    Publications = "publications" in publications, false;
    /// Projects, in the candidate's order.
    Projects = "projects" in projects, false;
    /// Voluntary and student work, newest first.
    Volunteer = "volunteer" in volunteer, false;
    /// Trainings, newest first.
    Trainings = "trainings" in trainings, false;
    /// Awards, in the candidate's order.
    Awards = "awards" in awards, false;
    /// Certificates, in the candidate's order.
    Certificates = "certificates" in certificates, false;
    /// Memberships, in the candidate's order.
    Memberships = "memberships" in memberships, false;
    /// Languages, in the candidate's order.
    Languages = "languages" in languages, false;
    /// Test scores, in the candidate's order.
    Tests = "tests" in tests, false;
    /// Skills, in the candidate's order.
    Skills = "skills" in skills, false;
}

/// Every key, by section. Keys of facts that the candidate added are not here.
pub fn catalogue() -> &'static [KeyInfo] {
    &CATALOGUE.0
}

pub(crate) fn find(name: &str) -> Option<&'static KeyInfo> {
    CATALOGUE.1.get(name).map(|at| &CATALOGUE.0[*at])
}

static CATALOGUE: LazyLock<(Vec<KeyInfo>, BTreeMap<String, usize>)> = LazyLock::new(|| {
    let keys = keys();
    let index = keys.iter().enumerate().map(|(at, info)| (info.key.to_string(), at)).collect();
    (keys, index)
});

fn keys() -> Vec<KeyInfo> {
    let mut keys = Vec::new();
    let mut add = |name: String, about: String, of: &resolve::Scalar, sensitive: bool| {
        keys.push(KeyInfo {
            key: Key::listed(name),
            about,
            kind: of.kind,
            sensitive: of.sensitive || sensitive,
        });
    };
    for section in [
        resolve::person::SCALARS,
        resolve::contact::SCALARS,
        resolve::affiliation::SCALARS,
        resolve::study::SCALARS,
        resolve::working::SCALARS,
        resolve::people::SCALARS,
        resolve::achievements::SCALARS,
        resolve::plans::SCALARS,
    ] {
        for scalar in section {
            add(scalar.name.to_owned(), scalar.about.to_owned(), scalar, false);
        }
    }
    for (prefix, list, about, sensitive) in [
        ("education.", RowList::Education, "present education, or the last", false),
        ("education.primary.", RowList::Education, "primary school", false),
        ("education.juniorHigh.", RowList::Education, "junior high school", false),
        ("education.highSchool.", RowList::Education, "high school", false),
        ("education.vocational.", RowList::Education, "vocational school", false),
        ("education.associate.", RowList::Education, "associate level (大专)", false),
        ("education.bachelor.", RowList::Education, "bachelor level", false),
        ("education.master.", RowList::Education, "master level", false),
        ("education.doctor.", RowList::Education, "doctor level", false),
        (
            "education.graduate.",
            RowList::Education,
            "highest of master and doctor level (研究生)",
            false,
        ),
        (
            "education.fullTime.",
            RowList::Education,
            "highest full-time education (全日制教育)",
            false,
        ),
        (
            "education.partTime.",
            RowList::Education,
            "highest education beside a job (在职教育)",
            false,
        ),
        ("work.", RowList::Work, "present job or internship, or the last", false),
        ("work.current.", RowList::Work, "job or internship that lasts still", false),
        ("work.internship.", RowList::Work, "last internship", false),
        ("family.father.", RowList::Family, "father", true),
        ("family.mother.", RowList::Family, "mother", true),
        ("family.spouse.", RowList::Family, "spouse", true),
        ("referee.1.", RowList::References, "first referee", false),
        ("referee.2.", RowList::References, "second referee", false),
        ("referee.3.", RowList::References, "third referee", false),
    ] {
        for column in list.columns() {
            add(
                format!("{prefix}{}", column.name),
                format!("{about}: {}", column.about),
                column,
                sensitive,
            );
        }
    }
    for list in RowList::ALL {
        for column in list.columns() {
            add(
                format!("{}[].{}", list.name(), column.name),
                column.about.to_owned(),
                column,
                list.sensitive(),
            );
        }
    }
    keys
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_stands_twice() {
        assert_eq!(CATALOGUE.0.len(), CATALOGUE.1.len());
    }
}
