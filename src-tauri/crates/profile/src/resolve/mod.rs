//! step 1
use crate::ValueKind;

pub(crate) mod achievements;
pub(crate) mod affiliation;
pub(crate) mod awards;
pub(crate) mod certificates;
pub(crate) mod contact;
pub(crate) mod education;
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
pub(crate) mod skills;
pub(crate) mod study;
pub(crate) mod tests;
pub(crate) mod trainings;
pub(crate) mod volunteer;
pub(crate) mod work;
pub(crate) mod working;

pub(crate) struct Scalar {
    pub(crate) name: &'static str,
    pub(crate) kind: ValueKind,
    pub(crate) about: &'static str,
    pub(crate) sensitive: bool,
}
pub(crate) type Column = Scalar;
pub(crate) const fn scalar(name: &'static str, kind: ValueKind, about: &'static str) -> Scalar {
    Scalar { name, kind, about, sensitive: false }
}
pub(crate) const fn column(name: &'static str, kind: ValueKind, about: &'static str) -> Scalar {
    scalar(name, kind, about)
}
impl Scalar {
    pub(crate) const fn sensitive(mut self) -> Self {
        self.sensitive = true;
        self
    }
}
