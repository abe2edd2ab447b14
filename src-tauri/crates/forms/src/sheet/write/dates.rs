//! Dates as workbooks count them: days since the end of 1899, or since 1904.

use jiff::civil::{Date, date};
use profile::PartialDate;

/// A date's number. The day may be missing where the cell does not show it.
/// `None` where Excel has no number for it.
pub(super) fn serial(day: PartialDate, has_day: bool, from_1904: bool) -> Option<f64> {
    let first = if has_day { day.day? } else { day.day.unwrap_or(1) };
    let day = Date::new(day.year, day.month?, first).ok()?;
    let days = |from: Date| i64::from((day - from).get_days());
    let count = if from_1904 {
        days(date(1904, 1, 1))
    } else {
        // Excel believes that 1900 was a leap year, so before March it is a day behind.
        let count = days(date(1899, 12, 30));
        if count < 61 { count - 1 } else { count }
    };
    let count = i32::try_from(count).ok().filter(|it| *it >= i32::from(!from_1904))?;
    Some(f64::from(count))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(year: i16, month: i8, day: i8, from_1904: bool, expected: Option<f64>) {
        let date = PartialDate { year, month: Some(month), day: Some(day) };
        assert_eq!(serial(date, true, from_1904), expected);
    }

    #[test]
    fn dates_are_the_numbers_that_excel_gives_them() {
        check(2016, 9, 12, false, Some(42625.0));
        check(2018, 7, 1, false, Some(43282.0));
        check(1900, 1, 1, false, Some(1.0));
        check(1900, 2, 28, false, Some(59.0));
        check(1900, 3, 1, false, Some(61.0));
        check(1899, 12, 31, false, None);
        check(2016, 9, 12, true, Some(41163.0));
        check(1904, 1, 1, true, Some(0.0));
    }

    #[test]
    fn a_month_is_enough_where_the_cell_shows_no_day() {
        let month = PartialDate { year: 2026, month: Some(9), day: None };
        assert_eq!(serial(month, true, false), None);
        assert_eq!(serial(month, false, false), Some(46266.0));
    }
}
