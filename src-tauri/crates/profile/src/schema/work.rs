//! Jobs, internships, and what else fills a history: voluntary work, trainings,
//! memberships.

use super::{Entry, Listed, Phone, may_meet, same, section};
use crate::{EmployerType, PartialDate, Text, WorkTime, WorkType};

section! {
    /// One job or internship.
    pub struct Work {
        /// The employer.
        pub employer: Text,
        /// What kind of employer (单位性质).
        pub employer_type: Option<Listed<EmployerType>>,
        /// Department.
        pub department: Text,
        /// Position.
        pub position: Text,
        /// Professional title (职称).
        pub title: Text,
        /// Job, internship or other. Only jobs count for the years of work.
        #[serde(rename = "type")]
        pub kind: Option<WorkType>,
        /// Full or part time.
        pub time: Option<WorkTime>,
        /// First day.
        pub start_date: Option<PartialDate>,
        /// Last day. None: it lasts still.
        pub end_date: Option<PartialDate>,
        /// What was done there.
        pub duties: Text,
        /// What came of it, one line each.
        pub highlights: Vec<Text>,
        /// City.
        pub location: Text,
        /// Country.
        pub country: Text,
        /// Address.
        pub address: Text,
        /// Phone of the employer.
        pub phone: Option<Phone>,
        /// Its address on the web.
        pub url: Option<String>,
        /// Supervisor.
        pub supervisor: Text,
        /// Phone of the supervisor.
        pub supervisor_phone: Option<Phone>,
        /// Salary.
        pub salary: Text,
        /// Reason for leaving.
        pub reason_for_leaving: Text,
        /// Somebody who can confirm it (证明人).
        pub witness: Text,
        /// Phone of the witness.
        pub witness_phone: Option<Phone>,
    }
}

impl Entry for Work {
    fn is_same(&self, other: &Self) -> bool {
        same(&self.employer, &other.employer) && may_meet(self.start_date, other.start_date)
    }
}

section! {
    /// Voluntary work, student offices, social practice.
    pub struct Volunteer {
        /// The organization.
        pub organization: Text,
        /// Position.
        pub position: Text,
        /// First day.
        pub start_date: Option<PartialDate>,
        /// Last day. None: it lasts still.
        pub end_date: Option<PartialDate>,
        /// What was done.
        pub description: Text,
        /// What came of it, one line each.
        pub highlights: Vec<Text>,
        /// Its address on the web.
        pub url: Option<String>,
    }
}

impl Entry for Volunteer {
    fn is_same(&self, other: &Self) -> bool {
        same(&self.organization, &other.organization) && may_meet(self.start_date, other.start_date)
    }
}

section! {
    /// A training (培训).
    pub struct Training {
        /// What was taught.
        pub name: Text,
        /// Who taught it.
        pub organization: Text,
        /// First day.
        pub start_date: Option<PartialDate>,
        /// Last day.
        pub end_date: Option<PartialDate>,
        /// The certificate it gave.
        pub certificate: Text,
    }
}

impl Entry for Training {
    fn is_same(&self, other: &Self) -> bool {
        same(&self.name, &other.name) && may_meet(self.start_date, other.start_date)
    }
}

section! {
    /// Membership of a society.
    pub struct Membership {
        /// The society.
        pub organization: Text,
        /// Role there.
        pub role: Text,
        /// Member number.
        pub number: Option<String>,
        /// Since when.
        pub start_date: Option<PartialDate>,
    }
}

impl Entry for Membership {
    fn is_same(&self, other: &Self) -> bool {
        same(&self.organization, &other.organization)
    }
}
