//! Every key there is: what it means, what kind of value it gives, whether it is sensitive.

use std::{collections::BTreeMap, fmt, sync::LazyLock};

use serde::Serialize;

use crate::{
    Fact, Key, Row, ValueKind,
    resolve::{self, Column, Context, Reader, Select},
};

/// What the catalogue says of a key.
#[derive(Serialize)]
pub struct KeyInfo {
    /// The key; `education[].institution` for a column of a list.
    pub key: Key,
    /// What it means, in one line.
    pub about: String,
    /// The kind of its values.
    pub kind: ValueKind,
    /// Goes into a form only when the candidate released it for that package.
    pub sensitive: bool,
    /// How to read it; columns are read row by row instead.
    #[serde(skip)]
    reader: Option<Reader>,
}

impl KeyInfo {
    pub(crate) fn read(&self, cx: &Context<'_>) -> Option<Fact> {
        (self.reader.as_ref()?)(self, cx)
    }

    /// Whether it is a column of a list, which [`Profile::rows`](crate::Profile::rows) answers.
    pub fn is_column(&self) -> bool {
        self.reader.is_none()
    }
}

impl fmt::Debug for KeyInfo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("KeyInfo").field(&self.key.as_str()).finish()
    }
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

            /// Its rows in a profile.
            pub(crate) fn rows(self, cx: &Context<'_>) -> Vec<Row> {
                match self {
                    $(Self::$name => resolve::rows(self, resolve::$module::COLUMNS, resolve::$module::entries(cx), cx),)+
                }
            }

            /// Adds its columns to the catalogue.
            fn list(self, keys: &mut Vec<KeyInfo>) {
                match self {
                    $(Self::$name => {
                        for column in resolve::$module::COLUMNS {
                            let name = self.key(column.name);
                            push(keys, name, column.about.to_owned(), column, $sensitive, None);
                        }
                    })+
                }
            }

            /// The key of one of its columns.
            pub(crate) fn key(self, column: &str) -> String {
                format!("{}[].{column}", self.name())
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

fn push<E>(
    keys: &mut Vec<KeyInfo>,
    name: String,
    about: String,
    column: &Column<E>,
    sensitive: bool,
    reader: Option<Reader>,
) {
    let sensitive = sensitive || column.sensitive;
    keys.push(KeyInfo { key: Key::listed(name), about, kind: column.kind, sensitive, reader });
}

/// One key for each column of a list, read from the one entry that `select` finds.
fn group<E>(
    keys: &mut Vec<KeyInfo>,
    (prefix, about): (&str, &str),
    columns: &'static [Column<E>],
    sensitive: bool,
    select: Select<E>,
) {
    for column in columns {
        let name = format!("{prefix}.{}", column.name);
        let about = format!("{about}: {}", column.about);
        push(keys, name, about, column, sensitive, Some(resolve::reader(column, select)));
    }
}

fn keys() -> Vec<KeyInfo> {
    use resolve::{
        achievements, affiliation, contact, education, family, people, person, plans, references,
        study, work, working,
    };

    let mut keys = Vec::new();
    for section in [
        person::KEYS,
        contact::KEYS,
        affiliation::KEYS,
        study::KEYS,
        working::KEYS,
        people::KEYS,
        achievements::KEYS,
        plans::KEYS,
    ] {
        for scalar in section {
            let reader = resolve::scalar_reader(scalar);
            push(
                &mut keys,
                scalar.name.to_owned(),
                scalar.about.to_owned(),
                scalar,
                false,
                Some(reader),
            );
        }
    }

    let present = ("education", "present education, or the last");
    group(&mut keys, present, education::COLUMNS, false, education::present);
    for (level, about, select) in education::LEVELS {
        group(
            &mut keys,
            (&format!("education.{level}"), about),
            education::COLUMNS,
            false,
            *select,
        );
    }

    let present = ("work", "present job or internship, or the last");
    group(&mut keys, present, work::COLUMNS, false, work::present);
    group(
        &mut keys,
        ("work.current", "job or internship that lasts still"),
        work::COLUMNS,
        false,
        work::current,
    );
    group(
        &mut keys,
        ("work.internship", "last internship"),
        work::COLUMNS,
        false,
        work::internship,
    );

    group(&mut keys, ("family.father", "father"), family::COLUMNS, true, family::father);
    group(&mut keys, ("family.mother", "mother"), family::COLUMNS, true, family::mother);
    group(&mut keys, ("family.spouse", "spouse"), family::COLUMNS, true, family::spouse);

    group(
        &mut keys,
        ("referee.1", "first referee"),
        references::COLUMNS,
        false,
        references::number::<1>,
    );
    group(
        &mut keys,
        ("referee.2", "second referee"),
        references::COLUMNS,
        false,
        references::number::<2>,
    );
    group(
        &mut keys,
        ("referee.3", "third referee"),
        references::COLUMNS,
        false,
        references::number::<3>,
    );

    for list in RowList::ALL {
        list.list(&mut keys);
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
