//! Schools and universities.

use super::{Amount, Entry, Person, Phone, may_meet, same, section};
use crate::{Degree, Level, PartialDate, Programme, StudyMode, StudyState, Text};

section! {
    /// One school or university, one level.
    pub struct Education {
        /// The school.
        pub institution: Text,
        /// Department or college.
        pub department: Text,
        /// Major.
        pub major: Text,
        /// The field the major belongs to, such as `Computer`.
        pub major_category: Text,
        /// Discipline of the degree (学科门类: 工学).
        pub discipline: Text,
        /// Research direction.
        pub direction: Text,
        /// What it was studied for (学历).
        pub level: Option<Level>,
        /// What the school awards (学位).
        pub degree: Option<Degree>,
        /// The degree in full: 工学硕士, Master of Engineering.
        pub degree_name: Text,
        /// How levels run together (硕博连读, 直博).
        pub programme: Option<Programme>,
        /// Where it stands; worked out from the dates if nothing is said.
        pub state: Option<StudyState>,
        /// Year of study in words: 博士三年级, 2024级.
        pub grade: Text,
        /// Year of study as a number.
        pub grade_year: Option<Amount>,
        /// Semester as a number.
        pub semester: Option<Amount>,
        /// Class.
        pub class: Text,
        /// Student number.
        pub student_id: Option<String>,
        /// Enrolment.
        pub start_date: Option<PartialDate>,
        /// Graduation; the expected one while in progress.
        pub end_date: Option<PartialDate>,
        /// When the degree was awarded.
        pub degree_date: Option<PartialDate>,
        /// Length of the programme in years (学制).
        pub years: Option<Amount>,
        /// Grade point average.
        pub gpa: Option<Amount>,
        /// Its scale: 4.0, 5.0, 100.
        pub gpa_scale: Option<Amount>,
        /// Average mark out of 100.
        pub average: Option<Amount>,
        /// Rank: `3`, `前5%`.
        pub rank: Text,
        /// How many the rank is among.
        pub class_size: Option<Amount>,
        /// Full time or not.
        pub mode: Option<StudyMode>,
        /// City.
        pub location: Text,
        /// Country.
        pub country: Text,
        /// Address.
        pub address: Text,
        /// Phone of the school.
        pub phone: Option<Phone>,
        /// Its address on the web.
        pub url: Option<String>,
        /// Number of the graduation certificate (毕业证书编号).
        pub certificate_number: Option<String>,
        /// Number of the degree certificate (学位证书编号).
        pub degree_certificate_number: Option<String>,
        /// Title of the thesis.
        pub thesis: Text,
        /// Main courses.
        pub courses: Vec<Text>,
        /// Language of teaching.
        pub language_of_study: Text,
        /// First foreign language learnt there (第一外语).
        pub first_language_of_study: Text,
        /// Courses failed or taken again.
        pub failed_courses: Option<Amount>,
        /// Whether courses are left to pass.
        pub has_backlogs: Option<bool>,
        /// What the candidate was there, where it is not simply a student: 班长.
        pub position: Text,
        /// What was done beside the courses.
        pub description: Text,
        /// The advisor.
        pub advisor: Person,
        /// Somebody who can confirm it (证明人).
        pub witness: Text,
        /// Phone of the witness.
        pub witness_phone: Option<Phone>,
    }
}

impl Entry for Education {
    fn is_same(&self, other: &Self) -> bool {
        let levels = match (self.level, other.level) {
            (Some(one), Some(two)) => one == two,
            _ => true,
        };
        same(&self.institution, &other.institution)
            && levels
            && may_meet(self.start_date, other.start_date)
            && may_meet(self.end_date, other.end_date)
    }
}
