//! Marks and ranks within their scale, and names of the candidate's own facts.

use std::collections::BTreeSet;

use super::{Fault, Findings};
use crate::{Profile, key, schema::Amount};

pub(super) fn check(profile: &Profile, findings: &mut Findings) {
    for (at, entry) in profile.education.iter().enumerate() {
        let number = |amount: &Option<Amount>| amount.as_ref().and_then(Amount::value);
        match (number(&entry.gpa), number(&entry.gpa_scale)) {
            (Some(gpa), Some(scale)) if gpa > scale => findings.error(
                Fault::GpaAboveScale,
                format!("/education/{at}/gpa"),
                "this grade point average is above its scale",
                "correct `gpa` or `gpaScale`",
            ),
            (Some(gpa), None) if gpa > 5.0 => findings.warn(
                Fault::GpaNeedsScale,
                format!("/education/{at}/gpa"),
                "this looks like a mark out of 100",
                "write it as `average`, or say the scale in `gpaScale`",
            ),
            _ => {}
        }
        if number(&entry.average).is_some_and(|average| !(0.0..=100.0).contains(&average)) {
            findings.error(
                Fault::AverageOutOfRange,
                format!("/education/{at}/average"),
                "an average mark is between 0 and 100",
                "correct it",
            );
        }
        let rank = entry.rank.en().or(entry.rank.zh()).and_then(|rank| rank.parse::<f64>().ok());
        if let (Some(rank), Some(size)) = (rank, number(&entry.class_size))
            && rank > size
        {
            findings.error(
                Fault::RankBelowClass,
                format!("/education/{at}/rank"),
                "this rank is below the last of the class",
                "correct `rank` or `classSize`",
            );
        }
    }

    let mut slugs = BTreeSet::new();
    for (at, extra) in profile.extra.iter().enumerate() {
        let pointer = format!("/extra/{at}/slug");
        if !key::is_slug(&extra.slug) {
            findings.error(
                Fault::SlugMalformed,
                pointer,
                "this name cannot be a key",
                "use letters, digits, `-` and `_` only",
            );
        } else if !slugs.insert(&extra.slug) {
            findings.error(
                Fault::SlugTwice,
                pointer,
                "another fact has this name already",
                "give this one another name",
            );
        }
    }
}
