//! Dates in the picture a form's date control asks for (`yyyy年M月d日`, `dd/MM/yyyy`).
//!
//! The pictures are those of ECMA-376 part 1, 17.16.4.1, of which a date needs
//! days, months and years.

use jiff::civil::Date;
use profile::MONTHS;

const DAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const CHINESE_MONTHS: [&str; 12] = [
    "一月",
    "二月",
    "三月",
    "四月",
    "五月",
    "六月",
    "七月",
    "八月",
    "九月",
    "十月",
    "十一月",
    "十二月",
];
const CHINESE_DAYS: [&str; 7] =
    ["星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"];

/// `date` as `picture` says, with the names of `language` (`en-GB`, `zh-CN`).
/// `None` when the picture asks for names of another language, or for a time.
pub(super) fn format(date: Date, picture: &str, language: &str) -> Option<String> {
    let mut out = String::new();
    let mut rest = picture;
    while let Some(first) = rest.chars().next() {
        if first == '\'' || first == '"' {
            let quoted = &rest[1..];
            let length = quoted.find(first).unwrap_or(quoted.len());
            out.push_str(&quoted[..length]);
            rest = quoted.get(length + 1..).unwrap_or_default();
            continue;
        }
        let count = rest.chars().take_while(|it| *it == first).count();
        match first {
            'd' | 'D' | 'M' | 'y' | 'Y' => out.push_str(&part(date, first, count, language)?),
            'h' | 'H' | 'm' | 's' => return None,
            _ => out.extend(std::iter::repeat_n(first, count)),
        }
        rest = &rest[count * first.len_utf8()..];
    }
    Some(out.trim().to_owned())
}

fn part(date: Date, letter: char, count: usize, language: &str) -> Option<String> {
    let language = language.get(..2).unwrap_or("en").to_ascii_lowercase();
    let names = |english: &'static str, chinese: &'static str| match language.as_str() {
        "zh" => Some(chinese),
        "en" => Some(english),
        _ => None,
    };
    let month = usize::try_from(date.month() - 1).ok()?;
    let day = usize::try_from(date.weekday().to_monday_zero_offset()).ok()?;
    let short = |name: &'static str| if name.is_ascii() { &name[..3] } else { name };
    Some(match (letter, count) {
        ('d' | 'D', 1) => date.day().to_string(),
        ('d' | 'D', 2) => format!("{:02}", date.day()),
        ('d' | 'D', 3) => short(names(DAYS[day], CHINESE_DAYS[day])?).to_owned(),
        ('d' | 'D', _) => names(DAYS[day], CHINESE_DAYS[day])?.to_owned(),
        ('M', 1) => date.month().to_string(),
        ('M', 2) => format!("{:02}", date.month()),
        ('M', 3) => short(names(MONTHS[month], CHINESE_MONTHS[month])?).to_owned(),
        ('M', _) => names(MONTHS[month], CHINESE_MONTHS[month])?.to_owned(),
        (_, 1 | 2) => format!("{:02}", date.year() % 100),
        _ => format!("{:04}", date.year()),
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::format;

    #[track_caller]
    fn check(picture: &str, language: &str, expected: Option<&str>) {
        assert_eq!(format(date(2027, 3, 1), picture, language).as_deref(), expected, "{picture}");
    }

    #[test]
    fn a_date_reads_as_its_control_asks() {
        check("yyyy年M月d日", "zh-CN", Some("2027年3月1日"));
        check("yyyy'年'M'月'd'日'", "zh-CN", Some("2027年3月1日"));
        check("MM/dd/yyyy", "en-US", Some("03/01/2027"));
        check("d MMMM yyyy", "en-GB", Some("1 March 2027"));
        check("dddd, d MMM yy", "en-GB", Some("Monday, 1 Mar 27"));
        check("MMMM", "zh-CN", Some("三月"));
        check("yyyy-MM-dd", "de-DE", Some("2027-03-01"));
    }

    #[test]
    fn names_of_other_languages_and_times_are_left_to_the_answer() {
        check("d. MMMM yyyy", "de-DE", None);
        check("dd/MM/yyyy HH:mm", "en-GB", None);
    }
}
