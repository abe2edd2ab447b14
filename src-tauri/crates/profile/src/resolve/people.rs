//! people
use super::{Scalar, scalar};
use crate::{List, ValueKind::*};
pub(crate) const SCALARS: &[Scalar] = &[
    scalar("family.summary", Lines, "members of the family").sensitive(),
    scalar("emergency.name", Text, "emergency contact").sensitive(),
    scalar("emergency.relation", Choice(List::Relation), "relation of the emergency contact")
        .sensitive(),
    scalar("emergency.phone", Phone, "phone of the emergency contact").sensitive(),
    scalar("emergency.address", Text, "address of the emergency contact").sensitive(),
    scalar("emergency.email", Text, "e-mail address of the emergency contact").sensitive(),
    scalar("emergency.employer", Text, "employer of the emergency contact").sensitive(),
    scalar("references.summary", Lines, "referees"),
];
