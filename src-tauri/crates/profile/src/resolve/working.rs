//! working
use super::{Scalar, scalar};
use crate::{List, ValueKind::*};
pub(crate) const SCALARS: &[Scalar] = &[
    scalar(
        "work.firstJobDate",
        Date,
        "start of the first job (参加工作时间); internships do not count",
    ),
    scalar("work.years", Number, "years of work; internships do not count"),
    scalar("work.experience", Choice(List::Experience), "fresh from school or experienced"),
    scalar("work.summary", Lines, "all work, newest first"),
    scalar("history.summary", Lines, "education and work together, oldest first"),
];
