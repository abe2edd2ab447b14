//! achievements
use super::{Scalar, scalar};
use crate::{List, ValueKind::*};
pub(crate) const SCALARS: &[Scalar] = &[
    scalar("publications.summary", Lines, "publications"),
    scalar("publications.count", Number, "number of publications"),
    scalar("awards.summary", Lines, "awards"),
    scalar("projects.summary", Lines, "projects"),
    scalar("volunteer.summary", Lines, "voluntary and student work"),
    scalar("trainings.summary", Lines, "trainings"),
    scalar("memberships.summary", Lines, "memberships"),
    scalar("certificates.summary", Lines, "certificates"),
    scalar("skills.summary", Lines, "skills"),
    scalar("skills.programming", Text, "programming languages"),
    scalar("skills.computer", Text, "level of computer skills"),
    scalar("skills.specialty", Text, "what the candidate is good at beside the studies (特长)"),
    scalar("skills.hobbies", Text, "hobbies"),
    scalar("languages.summary", Lines, "languages"),
    scalar("languages.native", Text, "native language"),
    scalar("languages.foreign", Text, "first foreign language"),
    scalar("languages.english", Joined, "level of English and its test scores"),
    scalar("tests.summary", Lines, "test scores"),
];
