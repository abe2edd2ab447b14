//! Who the candidate is and how to reach them.

use super::{Amount, Entry, Listed, Name, Phone, fold, section};
use crate::{
    Gender, Health, HouseholdType, IdType, MaritalStatus, PartialDate, PoliticalStatus, Text, Title,
};

section! {
    /// Who the candidate is and how to reach them.
    pub struct Basics {
        /// The name.
        pub name: Name,
        /// A name the candidate had before (曾用名).
        pub former_name: Text,
        /// What the candidate likes to be called.
        pub preferred_name: Text,
        /// Form of address.
        pub title: Option<Title>,
        /// One line under the name, such as `PhD student in computer science`.
        pub label: Text,
        /// A portrait: a path, absolute or from the profile's folder.
        pub image: Option<String>,
        /// Gender.
        pub gender: Option<Gender>,
        /// Date of birth.
        #[schemars(extend("x-sensitive" = true))]
        pub birth_date: Option<PartialDate>,
        /// Place of birth.
        #[schemars(extend("x-sensitive" = true))]
        pub birth_place: Text,
        /// Nationality.
        pub nationality: Text,
        /// Ethnic group (民族).
        pub ethnicity: Text,
        /// Where the family comes from (籍贯).
        pub native_place: Text,
        /// Political status (政治面貌).
        pub political_status: Option<PoliticalStatus>,
        /// When the candidate joined the party or league.
        pub party_join_date: Option<PartialDate>,
        /// Marital status.
        pub marital_status: Option<MaritalStatus>,
        /// Religion.
        pub religion: Text,
        /// State of health.
        pub health: Option<Listed<Health>>,
        /// Blood type.
        pub blood_type: Option<String>,
        /// Height in centimetres.
        pub height: Option<Amount>,
        /// Weight in kilograms.
        pub weight: Option<Amount>,
        /// Disability.
        pub disability: Disability,
        /// Household registration (户口).
        pub household: Household,
        /// Identity card or another identity document.
        pub id: Identity,
        /// Passport.
        pub passport: Passport,
        /// Tax number.
        #[schemars(extend("x-sensitive" = true))]
        pub tax_id: Option<String>,
        /// Social security number.
        #[schemars(extend("x-sensitive" = true))]
        pub social_security: Option<String>,
        /// Right to work, visa status.
        pub work_authorization: Text,
        /// Driving licence.
        pub driving_licence: DrivingLicence,
        /// E-mail address.
        pub email: Option<String>,
        /// Second e-mail address.
        pub email_alt: Option<String>,
        /// Mobile phone.
        pub phone: Option<Phone>,
        /// Second phone.
        pub phone_alt: Option<Phone>,
        /// Landline, home phone.
        pub landline: Option<Phone>,
        /// Fax.
        pub fax: Option<Phone>,
        /// QQ number.
        pub qq: Option<String>,
        /// 微信 name.
        pub wechat: Option<String>,
        /// Own web page.
        pub url: Option<String>,
        /// ORCID, such as `0000-0002-1825-0097`.
        pub orcid: Option<String>,
        /// Where the candidate lives now.
        pub location: Address,
        /// The permanent address, where it is another.
        pub permanent_address: Address,
        /// Profiles on networks: GitHub, Google Scholar and the like.
        pub profiles: Vec<Link>,
        /// Start of the first job (参加工作时间), where it is not the first of `work`.
        pub first_job_date: Option<PartialDate>,
        /// Years of work, where they cannot be counted from `work`.
        pub work_years: Option<Amount>,
        /// What the candidate is good at beside the studies (特长).
        pub specialties: Vec<Text>,
    }
}

section! {
    /// An address.
    pub struct Address {
        /// Street and house, or the whole address as on a letter.
        #[schemars(extend("x-sensitive" = true))]
        pub address: Text,
        /// Postcode.
        #[schemars(extend("x-sensitive" = true))]
        pub postal_code: Option<String>,
        /// City.
        pub city: Text,
        /// State or province.
        pub region: Text,
        /// Country.
        pub country: Text,
        /// Country in two letters, as ISO 3166 has it.
        pub country_code: Option<String>,
    }
}

section! {
    /// A profile on a network.
    pub struct Link {
        /// The network: `GitHub`, `LinkedIn`, `Google Scholar`.
        pub network: Option<String>,
        /// The name there.
        pub username: Option<String>,
        /// Its address on the web.
        pub url: Option<String>,
    }
}

impl Entry for Link {
    fn is_same(&self, other: &Self) -> bool {
        let name = |link: &Self| link.network.as_deref().map(fold);
        name(self).is_some() && name(self) == name(other)
    }
}

section! {
    /// Disability.
    pub struct Disability {
        /// Whether the candidate has one.
        pub disabled: Option<bool>,
        /// What kind.
        #[serde(rename = "type")]
        pub kind: Text,
        /// What level.
        pub level: Text,
    }
}

section! {
    /// Household registration (户口).
    pub struct Household {
        /// Urban or rural.
        #[serde(rename = "type")]
        pub kind: Option<Listed<HouseholdType>>,
        /// Where it is registered: province and city.
        pub location: Text,
        /// The registered address.
        #[schemars(extend("x-sensitive" = true))]
        pub address: Text,
        /// Its postcode.
        #[schemars(extend("x-sensitive" = true))]
        pub postal_code: Option<String>,
    }
}

section! {
    /// Identity card or another identity document.
    pub struct Identity {
        /// What document it is; a resident identity card if nothing is said.
        #[serde(rename = "type")]
        pub kind: Option<IdType>,
        /// Its number.
        #[schemars(extend("x-sensitive" = true))]
        pub number: Option<String>,
    }
}

section! {
    /// Passport.
    pub struct Passport {
        /// Its number.
        #[schemars(extend("x-sensitive" = true))]
        pub number: Option<String>,
        /// The country that issued it.
        pub country: Text,
        /// When it was issued.
        pub issued: Option<PartialDate>,
        /// When it expires.
        #[schemars(extend("x-sensitive" = true))]
        pub expires: Option<PartialDate>,
    }
}

section! {
    /// Driving licence.
    pub struct DrivingLicence {
        /// Whether the candidate has one.
        pub held: Option<bool>,
        /// Its class, such as `C1`.
        pub class: Option<String>,
        /// Its number.
        #[schemars(extend("x-sensitive" = true))]
        pub number: Option<String>,
        /// When it was issued.
        pub issued: Option<PartialDate>,
    }
}
