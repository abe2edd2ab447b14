//! Dates and periods as people type them: `14 March 1999`, `09/2019 – 06/2023`, 2023.09-至今.

use profile::PartialDate;

/// What stands between the two dates of a period, the clearest first.
const BETWEEN: &[&str] =
    &["至", "到", " to ", " until ", "～", "~", "–", "—", "−", " - ", "－", "-"];
/// What stands for an end that has not come, as it is left after what stands between.
const NOW: &[&str] =
    &["今", "至今", "现在", "目前", "present", "now", "current", "today", "ongoing"];

/// What was typed.
pub(super) struct Typed {
    /// One date, or the two of a period.
    pub(super) dates: Vec<PartialDate>,
    /// A period without an end.
    pub(super) is_ongoing: bool,
}

/// Reads one date or a period. `None`: it is neither, or can mean two things.
pub(super) fn dates(words: &str) -> Option<Typed> {
    if let Some(date) = PartialDate::typed(words) {
        return Some(Typed { dates: vec![date], is_ongoing: false });
    }
    BETWEEN.iter().find_map(|between| {
        words
            .match_indices(between)
            .find_map(|(at, _)| period(&words[..at], &words[at + between.len()..]))
    })
}

fn period(start: &str, end: &str) -> Option<Typed> {
    let start = PartialDate::typed(start)?;
    if NOW.iter().any(|it| end.trim().eq_ignore_ascii_case(it)) {
        return Some(Typed { dates: vec![start], is_ongoing: true });
    }
    let end = PartialDate::typed(end)?;
    Some(Typed { dates: vec![start, end], is_ongoing: false })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_has_two_dates_however_it_is_written() {
        let check = |words: &str, expected: &[&str]| {
            let read = dates(words).map(|it| it.dates).unwrap_or_default();
            let read: Vec<String> = read.iter().map(ToString::to_string).collect();
            assert_eq!(read, expected, "{words}");
        };
        check("14 March 1999", &["1999-03-14"]);
        check("April 3, 1999", &["1999-04-03"]);
        check("09/2019 – 06/2023", &["2019-09", "2023-06"]);
        check("09/2019-06/2023", &["2019-09", "2023-06"]);
        check("2019-09-2023-06", &["2019-09", "2023-06"]);
        check("201909-202306", &["2019-09", "2023-06"]);
        check("2019-2023", &["2019", "2023"]);
        check("Sept 2019 to June 2023", &["2019-09", "2023-06"]);
        check("2019年9月至2023年6月", &["2019-09", "2023-06"]);
        check("2023.09-至今", &["2023-09"]);
        check("2023.09至今", &["2023-09"]);
        check("09/2023 – Present", &["2023-09"]);
        check("03/04/1999", &[]);
        check("next spring", &[]);
    }
}
