//! Other people: advisor, referees, emergency contact, family.

use super::{Entry, Listed, Name, Phone, section};
use crate::{Gender, Level, PartialDate, PoliticalStatus, Relation, Text};

section! {
    /// Somebody who knows the candidate: an advisor, a referee, an emergency contact.
    pub struct Person {
        /// The name.
        pub name: Name,
        /// Who it is to the candidate.
        pub relation: Option<Listed<Relation>>,
        /// Title, such as 教授, Professor.
        pub title: Text,
        /// Position, where it is not the title.
        pub position: Text,
        /// Institution or employer.
        pub organization: Text,
        /// Department.
        pub department: Text,
        /// E-mail address.
        pub email: Option<String>,
        /// Phone.
        pub phone: Option<Phone>,
        /// Address.
        pub address: Text,
        /// What they write about the candidate.
        pub reference: Text,
    }
}

impl Entry for Person {
    fn is_same(&self, other: &Self) -> bool {
        self.name.is_same(&other.name)
    }
}

section! {
    /// A member of the family. All of it is sensitive.
    #[schemars(extend("x-sensitive" = true))]
    pub struct Relative {
        /// Who it is to the candidate.
        pub relation: Option<Listed<Relation>>,
        /// The name.
        pub name: Name,
        /// Gender; for father, mother, … it follows from the relation.
        pub gender: Option<Gender>,
        /// Date of birth.
        pub birth_date: Option<PartialDate>,
        /// Political status.
        pub political_status: Option<PoliticalStatus>,
        /// Nationality.
        pub nationality: Text,
        /// Country of birth.
        pub birth_country: Text,
        /// Employer.
        pub employer: Text,
        /// Position.
        pub position: Text,
        /// Phone.
        pub phone: Option<Phone>,
        /// E-mail address.
        pub email: Option<String>,
        /// Highest level of education.
        pub education: Option<Level>,
        /// Address.
        pub address: Text,
    }
}

impl Entry for Relative {
    fn is_same(&self, other: &Self) -> bool {
        let parent = |one: &Self| {
            matches!(
                one.relation,
                Some(Listed::Code(Relation::Father | Relation::Mother | Relation::Spouse))
            )
        };
        self.name.is_same(&other.name) || (parent(self) && self.relation == other.relation)
    }
}
