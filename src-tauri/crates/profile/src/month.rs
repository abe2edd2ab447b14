//! Months by their English names.

/// The English names, January first.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The month, 1 to 12, that a word names: whole, or cut short after three letters or more.
pub(crate) fn month_of(word: &str) -> Option<i8> {
    let begins =
        |name: &str| name.get(..word.len()).is_some_and(|it| it.eq_ignore_ascii_case(word));
    (1..).zip(MONTHS).find(|(_, name)| word.len() >= 3 && begins(name)).map(|(month, _)| month)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_name_months() {
        assert_eq!(month_of("march"), Some(3));
        assert_eq!(month_of("Sept"), Some(9));
        assert_eq!(month_of("JUN"), Some(6));
        assert_eq!(month_of("ma"), None);
        assert_eq!(month_of("marching"), None);
        assert_eq!(month_of("三月"), None);
    }
}
