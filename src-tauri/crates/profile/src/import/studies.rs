//! Reads degrees and marks as people write them on a CV.

use crate::{
    Degree, Level, Text,
    schema::{Amount, Education},
};

/// Words of a degree or a level, the most telling first: `Bachelor` stands in no
/// other, but `high school` must come before `school`.
const DEGREES: &[(&[&str], Level)] = &[
    (&["high school", "secondary school", "高中"], Level::HighSchool),
    (&["phd", "dphil", "doctor", "博士"], Level::Doctor),
    (&["master", "msc", "meng", "mphil", "mba", "硕士"], Level::Master),
    (&["bachelor", "bsc", "beng", "undergraduate", "学士", "本科"], Level::Bachelor),
    (&["associate", "大专", "专科"], Level::Associate),
];

/// Level and degree of `studyType`, which says either and names the degree.
pub(crate) fn name_degree(entry: &mut Education, study: Text) {
    let words = study.en().or(study.zh()).unwrap_or_default().to_lowercase();
    // PhD is written Ph.D. and M.Sc. without end.
    let bare: String = words.chars().filter(|c| !matches!(c, '.' | '’' | '\'')).collect();
    let short = |word: &str| bare.split(|c: char| !c.is_alphanumeric()).any(|part| part == word);
    let level = DEGREES
        .iter()
        .find(|(names, _)| names.iter().any(|name| bare.contains(name)))
        .map(|(_, level)| *level);
    let level = level.or_else(|| match () {
        () if short("ms") || short("ma") || short("me") => Some(Level::Master),
        () if short("bs") || short("ba") || short("be") => Some(Level::Bachelor),
        () => None,
    });
    entry.level = level;
    entry.degree = match level {
        Some(Level::Bachelor) => Some(Degree::Bachelor),
        Some(Level::Master) => Some(Degree::Master),
        Some(Level::Doctor) => Some(Degree::Doctor),
        _ => None,
    };
    entry.degree_name = study;
}

/// `3.90/4.0`, `92%`, `92/100`, `3.9`.
pub(crate) fn mark(entry: &mut Education, score: &str) {
    let amount = |words: &str| {
        Some(Amount(words.trim().to_owned())).filter(|amount| amount.value().is_some())
    };
    let (mark, scale) = match score.split_once('/') {
        Some((mark, scale)) => (amount(mark), amount(scale)),
        None => (amount(score.trim_end_matches('%')), None),
    };
    let hundred = scale.as_ref().and_then(Amount::value).map_or_else(
        || {
            score.ends_with('%')
                || mark.as_ref().and_then(Amount::value).is_some_and(|mark| mark > 10.0)
        },
        |scale| scale > 99.0,
    );
    if hundred {
        entry.average = mark;
    } else {
        entry.gpa = mark.or_else(|| Some(Amount(score.to_owned())));
        entry.gpa_scale = scale;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(study: &str, expected: Option<Level>) {
        let mut entry = Education::default();
        name_degree(&mut entry, Text::bare(study));
        assert_eq!(entry.level, expected, "{study}");
    }

    #[test]
    fn degrees_are_known_by_any_of_their_names() {
        check("PhD", Some(Level::Doctor));
        check("Ph.D. in Computer Science", Some(Level::Doctor));
        check("Master of Engineering", Some(Level::Master));
        check("M.S.", Some(Level::Master));
        check("B.Sc.", Some(Level::Bachelor));
        check("BA", Some(Level::Bachelor));
        check("本科", Some(Level::Bachelor));
        check("High school diploma", Some(Level::HighSchool));
        check("Exchange", None);
    }

    #[test]
    fn marks_go_where_their_scale_says() {
        let read = |score: &str| {
            let mut entry = Education::default();
            mark(&mut entry, score);
            let text = |amount: Option<Amount>| amount.map(|amount| amount.0);
            (text(entry.gpa), text(entry.gpa_scale), text(entry.average))
        };
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(read("3.90/4.0"), (some("3.90"), some("4.0"), None));
        assert_eq!(read("92%"), (None, None, some("92")));
        assert_eq!(read("92/100"), (None, None, some("92")));
        assert_eq!(read("3.9"), (some("3.9"), None, None));
        assert_eq!(read("first class"), (some("first class"), None, None));
    }
}
