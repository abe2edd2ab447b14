//! Whether an answer is short enough: for the limit that the form names, and for
//! the room that its blank has.

use super::{Note, Why};
use crate::{
    Field,
    field::Room,
    measure::{self, is_wide},
};

/// How many words a text has: each Chinese character is one, as word processors count.
pub(super) fn words(text: &str) -> usize {
    text.split_whitespace()
        .map(|it| {
            let wide = it.chars().filter(|c| is_wide(*c)).count();
            let others = it.split(is_wide).filter(|it| it.contains(char::is_alphanumeric)).count();
            wide + others
        })
        .sum()
}

/// What a text exceeds of the limits that the form names.
pub(super) fn excess(field: &Field, text: &str) -> Option<Why> {
    if let Some(limit) = field.max_words {
        let length = words(text);
        if length > limit {
            return Some(Why::TooManyWords { length, limit });
        }
    }
    let limit = field.max_chars?;
    let length = text.chars().count();
    (length > limit).then_some(Why::TooLong { length, limit })
}

/// Whether a text stays within the limits and within its blank.
pub(super) fn fits(field: &Field, text: &str) -> bool {
    excess(field, text).is_none() && crowding(field, text).is_none()
}

/// A note for the candidate where a text does not fit into a blank that cannot grow.
pub(super) fn crowding(field: &Field, text: &str) -> Option<Note> {
    let Room { width, lines, face, in_line } = field.room?;
    if in_line {
        let needs = measure::width(text, face);
        return (needs > width).then(|| {
            let percent = u64::from(needs) * 100 / u64::from(width.max(1));
            Note::TooWide { percent: usize::try_from(percent).unwrap_or(usize::MAX) }
        });
    }
    let needs = measure::lines(text, face, width);
    (needs > lines).then_some(Note::TooHigh { lines: needs, shown: lines })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::Face;

    fn field(room: Room) -> Field {
        Field { room: Some(room), ..Field::asking("Address", Vec::new()) }
    }

    #[test]
    fn words_are_counted_in_both_scripts() {
        assert_eq!(words("I like Rust, a lot."), 5);
        assert_eq!(words("我用 Rust 写程序"), 6);
        assert_eq!(words("— … —"), 0);
    }

    #[test]
    fn a_row_that_cannot_grow_warns_before_it_overflows() {
        let room = Room { width: 5000, lines: 1, face: Face::EastAsian, in_line: false };
        assert_eq!(crowding(&field(room), "云栖理工大"), None);
        let says = crowding(&field(room), "云栖理工大学网络空间安全学院").unwrap();
        assert_eq!(says, Note::TooHigh { lines: 3, shown: 1 });
        let line = Room { in_line: true, ..room };
        let says = crowding(&field(line), "云栖理工大学").unwrap();
        assert_eq!(says, Note::TooWide { percent: 120 });
    }

    #[test]
    fn limits_count_what_they_name() {
        let few = Field { max_words: Some(2), ..Field::asking("Motto", Vec::new()) };
        assert_eq!(excess(&few, "Be kind"), None);
        assert_eq!(excess(&few, "Be very kind"), Some(Why::TooManyWords { length: 3, limit: 2 }));
        let short = Field { max_chars: Some(3), ..Field::asking("格言", Vec::new()) };
        assert_eq!(excess(&short, "真善美爱"), Some(Why::TooLong { length: 4, limit: 3 }));
    }
}
