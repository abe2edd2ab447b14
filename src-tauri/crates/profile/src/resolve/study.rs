//! study
use super::{Scalar, scalar};
use crate::{List, ValueKind::*};
pub(crate) const SCALARS: &[Scalar] = &[
    scalar(
        "education.highestLevel",
        Choice(List::Level),
        "highest level, finished or in progress (最高学历); with 在读 if in progress",
    ),
    scalar(
        "education.highestDegree",
        Choice(List::Degree),
        "highest degree already held (最高学位)",
    ),
    scalar("education.highestDegreeName", Text, "name of the highest degree already held"),
    scalar("education.summary", Lines, "all education, newest first"),
    scalar("studentId", Text, "student number"),
    scalar("advisor.name", Text, "advisor"),
    scalar("advisor.name.given", Text, "advisor's given name"),
    scalar("advisor.name.family", Text, "advisor's family name"),
    scalar("advisor.title", Text, "advisor's title"),
    scalar("advisor.email", Text, "advisor's e-mail address"),
    scalar("advisor.phone", Phone, "advisor's phone"),
    scalar("advisor.organization", Text, "advisor's institution"),
    scalar("advisor.department", Text, "advisor's department"),
    scalar("research.interests", Text, "research interests"),
    scalar("research.summary", Text, "what the candidate works on"),
    scalar("research.summary.short", Text, "what the candidate works on, in a sentence"),
    scalar("research.group", Text, "research group"),
    scalar("research.venues", Text, "conferences and journals the group publishes at"),
];
