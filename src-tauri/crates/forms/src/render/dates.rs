//! Dates and periods in the format that a form asks for, or its language's usual one.

use std::fmt::Write as _;

use profile::{MONTHS, PartialDate};

use super::{Ask, Precision, Rendered};
use crate::{DatePart, Language};

/// A way to write a date: `dd/mm/yyyy`, `1999.03`, `yyyy年M月`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Format(Vec<Piece>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    /// A part and how many digits it has at least.
    Part(DatePart, usize),
    Words(String),
}

impl Format {
    /// The format that a label or hint names (`DD/MM/YYYY`, 年/月) or shows (如1999.03).
    pub(crate) fn find(wording: &str) -> Option<Self> {
        let chars: Vec<char> = wording
            .chars()
            .map(|c| match c {
                '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '／' | '．' | '－' => {
                    char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c)
                }
                _ => c,
            })
            .collect();
        (0..chars.len()).find_map(|at| Self::at(&chars, at))
    }

    /// A format that begins at `at`, with at least two parts.
    fn at(chars: &[char], at: usize) -> Option<Self> {
        if at > 0 && chars[at - 1].is_alphanumeric() && !super_han(chars[at - 1]) {
            return None;
        }
        let mut pieces = Vec::new();
        let mut seen = Vec::new();
        let mut i = at;
        while let Some((part, digits, next)) = part_at(chars, i, &seen) {
            if seen.contains(&part) {
                return None;
            }
            seen.push(part);
            pieces.push(Piece::Part(part, digits));
            i = next;
            let separator: String =
                chars[i..].iter().take_while(|c| is_separator(**c)).take(2).collect();
            if separator.is_empty() && !(digits > 1 && part_at(chars, i, &seen).is_some()) {
                break;
            }
            i += separator.chars().count();
            if !separator.is_empty() {
                pieces.push(Piece::Words(separator));
            }
        }
        // A separator that nothing follows is not of the format, except 年月日.
        if let Some(Piece::Words(last)) = pieces.last()
            && !last.contains(['年', '月', '日'])
        {
            pieces.pop();
        }
        (seen.len() >= 2 && seen.contains(&DatePart::Year)).then_some(Self(pieces))
    }

    /// `date` in this format; the parts that are not known end it.
    pub(crate) fn write(&self, date: PartialDate) -> String {
        let mut out = String::new();
        for piece in &self.0 {
            match piece {
                Piece::Part(DatePart::Year, 2) => {
                    let _ = write!(out, "{:02}", date.year.rem_euclid(100));
                }
                Piece::Part(DatePart::Year, _) => {
                    let _ = write!(out, "{:04}", date.year);
                }
                Piece::Part(part, width) => {
                    let number = if *part == DatePart::Month { date.month } else { date.day };
                    if let Some(number) = number {
                        let width = (*width).min(2);
                        let _ = write!(out, "{number:0width$}");
                    }
                }
                Piece::Words(words) => out.push_str(words),
            }
        }
        out.trim_matches(['/', '-', '.', ' ']).to_owned()
    }

    /// Whether the format has this part.
    fn has(&self, part: DatePart) -> bool {
        self.0.iter().any(|it| matches!(it, Piece::Part(p, _) if *p == part))
    }

    fn without_day(&self) -> Self {
        let mut pieces = self.0.clone();
        if let Some(day) = pieces.iter().position(|it| matches!(it, Piece::Part(DatePart::Day, _)))
        {
            let end = if day + 1 < pieces.len() { day + 2 } else { day + 1 };
            let start = if day + 1 < pieces.len() { day } else { day.saturating_sub(1) };
            pieces.drain(start..end);
        }
        Self(pieces)
    }
}

fn super_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}

fn is_separator(c: char) -> bool {
    matches!(c, '/' | '-' | '.' | '年' | '月' | '日' | ' ' | ',')
}

/// A part at `at`: letters that name it, a word, or digits that show it.
fn part_at(chars: &[char], at: usize, seen: &[DatePart]) -> Option<(DatePart, usize, usize)> {
    let first = chars.get(at)?.to_ascii_lowercase();
    if matches!(first, 'y' | 'm' | 'd') {
        let length = chars[at..].iter().take_while(|c| c.to_ascii_lowercase() == first).count();
        let next = chars.get(at + length);
        if next.is_some_and(|c| {
            c.is_ascii_alphabetic() && !matches!(c.to_ascii_lowercase(), 'y' | 'm' | 'd')
        }) {
            return None;
        }
        let part = match first {
            'y' => DatePart::Year,
            'm' => DatePart::Month,
            _ => DatePart::Day,
        };
        let digits = if part == DatePart::Year {
            length.max(4).min(if length == 2 { 2 } else { 4 })
        } else {
            length
        };
        return Some((part, digits, at + length));
    }
    if first.is_ascii_digit() {
        let length = chars[at..].iter().take_while(|c| c.is_ascii_digit()).count();
        let number: u32 = chars[at..at + length].iter().collect::<String>().parse().ok()?;
        return match (length, seen) {
            (4, _) if (1900..2100).contains(&number) => Some((DatePart::Year, 4, at + 4)),
            // `19900101`
            (8 | 6, [])
                if (1900..2100)
                    .contains(&(number / 10_u32.pow(if length == 8 { 4 } else { 2 }))) =>
            {
                Some((DatePart::Year, 4, at + 4))
            }
            (_, [DatePart::Year]) if (1..=12).contains(&number) && length <= 2 => {
                Some((DatePart::Month, length, at + length))
            }
            (4, [DatePart::Year]) => Some((DatePart::Month, 2, at + 2)),
            (_, [DatePart::Year, DatePart::Month]) if (1..=31).contains(&number) && length <= 2 => {
                Some((DatePart::Day, length, at + length))
            }
            _ => None,
        };
    }
    None
}

/// A date as `ask` wants it.
pub(super) fn date(date: PartialDate, ask: &Ask<'_>) -> Rendered {
    let text = match ask.part {
        Some(DatePart::Year) => date.year.to_string(),
        Some(DatePart::Month) => date.month.map(|it| it.to_string()).unwrap_or_default(),
        Some(DatePart::Day) => date.day.map(|it| it.to_string()).unwrap_or_default(),
        None => written(cut(date, ask), ask),
    };
    Rendered { text, dates: vec![date], other_language: false }
}

/// A date no more precise than wanted.
fn cut(date: PartialDate, ask: &Ask<'_>) -> PartialDate {
    match ask.precision {
        Precision::Known => date,
        Precision::Month => PartialDate { day: None, ..date },
        Precision::Year => PartialDate { month: None, day: None, ..date },
    }
}

fn written(date: PartialDate, ask: &Ask<'_>) -> String {
    if ask.precision == Precision::Year || date.month.is_none() {
        return date.year.to_string();
    }
    if let Some(format) = Format::find(ask.wording) {
        if date.day.is_some() && format.has(DatePart::Day) {
            return format.write(date);
        }
        if format.has(DatePart::Month) {
            return format.without_day().write(PartialDate { day: None, ..date });
        }
    }
    let month = date.month.unwrap_or(1);
    match (ask.language, date.day) {
        (Language::Zh, Some(day)) => format!("{}年{month}月{day}日", date.year),
        (Language::Zh, None) => format!("{}年{month}月", date.year),
        (Language::En, Some(day)) => {
            let name = usize::try_from(month - 1).ok().and_then(|it| MONTHS.get(it));
            format!("{day} {} {}", name.unwrap_or(&""), date.year)
        }
        (Language::En, None) => format!("{month:02}/{}", date.year),
    }
}

/// A period as `ask` wants it.
pub(super) fn period(
    start: Option<PartialDate>,
    end: Option<PartialDate>,
    ongoing: bool,
    ask: &Ask<'_>,
) -> Option<Rendered> {
    let one = |date: PartialDate| {
        let date = cut(PartialDate { day: None, ..date }, ask);
        match (date.month, ask.language) {
            (None, _) => date.year.to_string(),
            _ if Format::find(ask.wording).is_some() => written(date, ask),
            (Some(month), Language::Zh) => format!("{}.{month:02}", date.year),
            (Some(month), Language::En) => format!("{month:02}/{}", date.year),
        }
    };
    let from = start.map(one);
    let to = if ongoing {
        Some(match ask.language {
            Language::Zh => "至今".to_owned(),
            Language::En => "Present".to_owned(),
        })
    } else {
        end.map(one)
    };
    let text = match (from, to, ask.language) {
        (None, None, _) => return None,
        (Some(from), Some(to), Language::Zh) => format!("{from}-{to}"),
        (Some(from), Some(to), Language::En) => format!("{from} – {to}"),
        (Some(one), None, _) | (None, Some(one), _) => one,
    };
    // A mask has no room for 至今: the expected end goes in, where there is one.
    let dates = start.into_iter().chain(end).collect();
    Some(Rendered { text, dates, other_language: false })
}

#[cfg(test)]
mod tests {
    use super::*;

    const BIRTH: PartialDate = PartialDate { year: 1999, month: Some(3), day: Some(14) };

    fn ask(language: Language, wording: &str) -> Ask<'_> {
        Ask { language, wording, unit: "", part: None, precision: Precision::Known }
    }

    #[test]
    fn a_date_takes_the_format_that_the_label_names_or_shows() {
        let check = |language, wording, expected: &str| {
            assert_eq!(date(BIRTH, &ask(language, wording)).text, expected, "{wording}");
        };
        check(Language::En, "Date of Birth (dd/mm/yyyy)", "14/03/1999");
        check(Language::En, "Date (MM/DD/YYYY)", "03/14/1999");
        check(Language::En, "DOB (D/M/YY)", "14/3/99");
        check(Language::En, "Birth (yyyy-mm-dd)", "1999-03-14");
        check(Language::Zh, "出生年月（如1998.05）", "1999.03");
        check(Language::Zh, "出生日期（例：1990-01-02）", "1999-03-14");
        check(Language::Zh, "出生日期(如19900101)", "19990314");
        check(Language::Zh, "出生日期（YYYY年MM月DD日）", "1999年03月14日");
        check(Language::Zh, "出生日期", "1999年3月14日");
        check(Language::En, "Date of birth", "14 March 1999");
        check(Language::En, "Month/Year (MM/YYYY)", "03/1999");
    }

    #[test]
    fn numbers_that_are_no_dates_name_no_format() {
        for wording in
            ["3-6人", "3.5 years", "Form 2026", "400-800-1234", "1/2", "May be left blank"]
        {
            assert_eq!(Format::find(wording), None, "{wording}");
        }
    }

    #[test]
    fn a_period_reads_as_the_language_writes_it() {
        let start = Some(PartialDate { year: 2021, month: Some(9), day: None });
        let end = Some(PartialDate { year: 2024, month: Some(6), day: None });
        let text = |language, ongoing| {
            period(start, end, ongoing, &ask(language, "")).map(|it| it.text).unwrap_or_default()
        };
        assert_eq!(text(Language::Zh, false), "2021.09-2024.06");
        assert_eq!(text(Language::Zh, true), "2021.09-至今");
        assert_eq!(text(Language::En, false), "09/2021 – 06/2024");
        assert_eq!(text(Language::En, true), "09/2021 – Present");
    }

    #[test]
    fn a_blank_for_the_month_takes_the_month() {
        let part = Ask { part: Some(DatePart::Month), ..ask(Language::En, "") };
        assert_eq!(date(BIRTH, &part).text, "3");
    }
}
