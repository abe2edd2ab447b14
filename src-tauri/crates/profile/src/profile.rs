//! The profile itself: what the candidate told us, once.

use std::{fmt, io::Read as _};

use flate2::read::DeflateDecoder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    Error,
    schema::{
        Application, Availability, Award, Basics, Certificate, Education, Extra, Interest,
        LanguageSkill, Member, Membership, Other, Person, Project, Publication, Relative, Research,
        Skill, Statements, Test, Training, Volunteer, Work,
    },
};

/// The schema that this version writes.
pub const SCHEMA_VERSION: u32 = 1;

macro_rules! profile {
    ($($(#[$each:meta])* pub $field:ident: $type:ty,)+) => {
        /// What the candidate told us, once.
        #[derive(Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "camelCase", default)]
        pub struct Profile {
            /// The schema it was written in.
            pub schema_version: u32,
            $(
                $(#[$each])*
                #[serde(skip_serializing_if = "Member::is_blank")]
                pub $field: $type,
            )+
            /// What we do not know, kept as it was.
            #[serde(flatten)]
            pub other: Other,
        }

        impl Default for Profile {
            fn default() -> Self {
                Self { schema_version: SCHEMA_VERSION, $($field: Default::default(),)+ other: Other::new() }
            }
        }

        impl Profile {
            /// Takes from another profile what is blank here, and the entries of
            /// its lists that are not here. Never overwrites.
            pub fn merge(&mut self, other: Self) {
                $(self.$field.fill_from(other.$field);)+
                self.other.fill_from(other.other);
            }
        }
    };
}

profile! {
    /// Who the candidate is and how to reach them.
    pub basics: Basics,
    /// Schools and universities.
    pub education: Vec<Education>,
    /// Jobs and internships.
    pub work: Vec<Work>,
    /// Voluntary work, student offices, social practice.
    pub volunteer: Vec<Volunteer>,
    /// Trainings.
    pub trainings: Vec<Training>,
    /// What the candidate works on.
    pub research: Research,
    /// Papers, theses, patents.
    pub publications: Vec<Publication>,
    /// Projects.
    pub projects: Vec<Project>,
    /// Awards.
    pub awards: Vec<Award>,
    /// Certificates.
    pub certificates: Vec<Certificate>,
    /// Memberships of societies.
    pub memberships: Vec<Membership>,
    /// Skills.
    pub skills: Vec<Skill>,
    /// Languages.
    pub languages: Vec<LanguageSkill>,
    /// Tests taken.
    pub tests: Vec<Test>,
    /// What the candidate likes to do.
    pub interests: Vec<Interest>,
    /// Referees.
    pub references: Vec<Person>,
    /// Who is called in an emergency.
    #[schemars(extend("x-sensitive" = true))]
    pub emergency: Person,
    /// Members of the family.
    #[schemars(extend("x-sensitive" = true))]
    pub family: Vec<Relative>,
    /// When and how long the candidate can come.
    pub availability: Availability,
    /// What the candidate applies for.
    pub application: Application,
    /// Texts about the candidate.
    pub statements: Statements,
    /// Facts of the candidate's own.
    pub extra: Vec<Extra>,
}

impl Profile {
    /// Reads a profile from JSON.
    pub fn parse(json: &str) -> Result<Self, Error> {
        let value: serde_json::Value = serde_json::from_str(json.trim_start_matches('\u{feff}'))
            .map_err(|error| Error::Json { reason: error.to_string() })?;
        if let Some(found) = value.get("schemaVersion").and_then(serde_json::Value::as_u64)
            && found > u64::from(SCHEMA_VERSION)
        {
            return Err(Error::Newer { found, known: SCHEMA_VERSION });
        }
        serde_json::from_value(value.clone())
            .map_err(|error| Error::member(&value, &error.to_string()))
    }

    /// Writes the profile as JSON for people to read. What is blank is left out.
    pub fn to_json(&self) -> String {
        let json = serde_json::to_value(self).unwrap_or_default();
        let mut json = serde_json::to_string_pretty(&json).unwrap_or_default();
        json.push('\n');
        json
    }
}

/// Shows how much there is and nothing of what it says: profiles end up in logs.
impl fmt::Debug for Profile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Profile")
            .field("education", &self.education.len())
            .field("work", &self.work.len())
            .field("publications", &self.publications.len())
            .finish_non_exhaustive()
    }
}

/// The JSON Schema of a profile. Sensitive members say `x-sensitive: true`.
///
/// Read from the file that a test keeps to the types: making it from them each time would
/// put the code for that into every program.
pub fn schema() -> serde_json::Value {
    let packed: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/profile.schema.deflated"));
    let mut text = String::new();
    let read = DeflateDecoder::new(packed).read_to_string(&mut text);
    read.ok().and_then(|_| serde_json::from_str(&text).ok()).unwrap_or_default()
}

/// The JSON Schema of a profile, made from the types. It is what [`schema`] has to say.
pub fn schema_of_types() -> serde_json::Value {
    let mut schema = schemars::schema_for!(Profile);
    schema.insert("title".to_owned(), "Profile of a candidate".into());
    schema.to_value()
}
