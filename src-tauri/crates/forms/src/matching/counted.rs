//! Sections that a form counts in plain digits: `1 Personal data`, `2 Current studies`.
//! Where it counts three or more of different names, the number is no part of a name;
//! else `2 Referee` is the second referee.

use std::{borrow::Cow, collections::BTreeMap};

use crate::Field;

/// So many sections of different names are counted at least.
const ENOUGH: usize = 3;

/// The fields without the numbers that only count their sections.
pub(super) fn uncounted(fields: &[Field]) -> Cow<'_, [Field]> {
    let titles = fields.iter().flat_map(|it| &it.section);
    let counted: BTreeMap<&str, u8> = titles.filter_map(|it| after_number(it)).collect();
    let mut numbers: Vec<u8> = counted.values().copied().collect();
    numbers.sort_unstable();
    numbers.dedup();
    // Each name has its number, and each number its name.
    if numbers.len() < ENOUGH || numbers.len() < counted.len() {
        return Cow::Borrowed(fields);
    }
    let mut fields = fields.to_vec();
    for title in fields.iter_mut().flat_map(|it| &mut it.section) {
        if let Some((name, _)) = after_number(title) {
            *title = name.to_owned();
        }
    }
    Cow::Owned(fields)
}

/// What stands behind a number and white space, and the number.
fn after_number(title: &str) -> Option<(&str, u8)> {
    let rest = title.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = title[..title.len() - rest.len()].parse().ok()?;
    let name = rest.strip_prefix([' ', '\u{3000}', '\t'])?.trim_start();
    name.starts_with(char::is_alphabetic).then_some((name, number))
}

#[cfg(test)]
mod tests {
    use super::uncounted;
    use crate::{Field, matching::tests::field};

    #[track_caller]
    fn check(titles: &[&str], expected: &[&str]) {
        let fields: Vec<Field> = titles.iter().map(|it| field("Name", &[it])).collect();
        let found: Vec<String> =
            uncounted(&fields).iter().map(|it| it.section[0].clone()).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_number_that_counts_sections_is_no_part_of_their_names() {
        check(
            &["1 Person", "1 Person", "2  Current studies", "3 Plans"],
            &["Person", "Person", "Current studies", "Plans"],
        );
    }

    #[test]
    fn a_number_that_counts_people_stays() {
        check(&["1 Referee", "2 Referee", "3 Referee"], &["1 Referee", "2 Referee", "3 Referee"]);
        check(&["1 Person", "2 Referee"], &["1 Person", "2 Referee"]);
    }
}
