//! What a cell's style says: is it locked, framed, and does it show dates.

use ooxml::{NodeId, Ns, Tree};

/// How a cell shows a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Format {
    /// As it comes.
    #[default]
    General,
    /// As the text it was typed as.
    Text,
    /// As a number.
    Number,
    /// As a date.
    Date {
        /// Down to the day.
        has_day: bool,
    },
}

/// One entry of `cellXfs`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Style {
    /// How it shows a number.
    pub(crate) format: Format,
    /// It cannot be changed once the sheet is protected.
    pub(crate) is_locked: bool,
    /// It has a border.
    pub(crate) has_border: bool,
    /// It has a colour behind it.
    pub(crate) has_fill: bool,
}

impl Default for Style {
    fn default() -> Self {
        Self { format: Format::General, is_locked: true, has_border: false, has_fill: false }
    }
}

/// The styles of a workbook's cells, by number.
#[derive(Debug, Default)]
pub(crate) struct Styles(Vec<Style>);

impl Styles {
    /// Reads the part with the styles.
    pub(crate) fn new(tree: &Tree) -> Self {
        let root = tree.root();
        let all = |list: &str, element: &str| -> Vec<NodeId> {
            let list = tree.child(root, Ns::S, list);
            let entries = list.into_iter().flat_map(|it| tree.children(it));
            entries.filter(|it| tree.is(*it, Ns::S, element)).collect()
        };
        let number = |node: NodeId, name: &str| -> Option<usize> {
            tree.attr(node, Ns::None, name)?.trim().parse().ok()
        };
        let codes: Vec<(usize, String)> = all("numFmts", "numFmt")
            .into_iter()
            .filter_map(|it| {
                let code = tree.attr(it, Ns::None, "formatCode")?.into_owned();
                Some((number(it, "numFmtId")?, code))
            })
            .collect();
        let borders: Vec<bool> = all("borders", "border")
            .into_iter()
            .map(|border| {
                tree.children(border).any(|side| {
                    tree.attr(side, Ns::None, "style").is_some_and(|it| it != "none")
                        && !tree.is(side, Ns::S, "diagonal")
                })
            })
            .collect();
        let fills: Vec<bool> = all("fills", "fill")
            .into_iter()
            .map(|fill| {
                tree.child(fill, Ns::S, "patternFill").is_some_and(|it| {
                    tree.attr(it, Ns::None, "patternType")
                        .is_some_and(|it| !matches!(it.as_ref(), "none" | "gray125"))
                })
            })
            .collect();
        let styles = all("cellXfs", "xf").into_iter().map(|xf| {
            let id = number(xf, "numFmtId").unwrap_or(0);
            let code = codes.iter().find(|(it, _)| *it == id).map(|(_, code)| code.as_str());
            let has = |list: &[bool], name| {
                number(xf, name).and_then(|it| list.get(it).copied()).unwrap_or(false)
            };
            let is_locked = tree
                .child(xf, Ns::S, "protection")
                .and_then(|it| tree.attr(it, Ns::None, "locked"))
                .is_none_or(|it| is_true(&it));
            Style {
                format: code.map_or_else(|| built_in(id), format_of),
                is_locked,
                has_border: has(&borders, "borderId"),
                has_fill: has(&fills, "fillId"),
            }
        });
        Self(styles.collect())
    }

    /// The style of a number. One that is not there is the plain one.
    pub(crate) fn of(&self, number: usize) -> Style {
        self.0.get(number).copied().unwrap_or_default()
    }
}

/// The value of an attribute that says yes or no.
pub(crate) fn is_true(value: &str) -> bool {
    matches!(value.trim(), "1" | "true" | "on" | "t")
}

/// The formats that have a number instead of a code (ECMA-376 part 1, 18.8.30).
fn built_in(id: usize) -> Format {
    match id {
        49 => Format::Text,
        17 | 27 | 36 | 50 | 52 | 55 | 57 => Format::Date { has_day: id != 17 && id != 55 },
        14..=16 | 22 | 28..=31 | 34 | 35 | 51 | 53 | 54 | 56 | 58 => Format::Date { has_day: true },
        1..=13 | 37..=44 | 48 | 59..=62 | 67..=70 => Format::Number,
        _ => Format::General,
    }
}

/// What a format's code shows.
fn format_of(code: &str) -> Format {
    let first = code.split(';').next().unwrap_or_default();
    let mut letters = String::new();
    let mut chars = first.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => {
                chars.by_ref().find(|it| *it == '"');
            }
            '[' => {
                chars.by_ref().find(|it| *it == ']');
            }
            '\\' | '_' | '*' => {
                chars.next();
            }
            c => letters.extend(c.to_lowercase()),
        }
    }
    if letters.contains("general") {
        return Format::General;
    }
    if letters.trim() == "@" {
        return Format::Text;
    }
    let has = |any: &str| letters.contains(|c| any.contains(c));
    let is_time = has("hs");
    if has("ydg") || has("m") && !is_time || letters.starts_with('e') {
        return Format::Date { has_day: has("d") };
    }
    if has("0#?") { Format::Number } else { Format::General }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_says_whether_it_shows_dates() {
        let day = Format::Date { has_day: true };
        for (code, expected) in [
            ("mm/dd/yyyy", day),
            ("yyyy\"年\"m\"月\"d\"日\";@", day),
            ("[$-409]d-mmm-yy", day),
            ("yyyy\"年\"m\"月\"", Format::Date { has_day: false }),
            ("@", Format::Text),
            ("General", Format::General),
            ("0.00_ ", Format::Number),
            ("[Red]#,##0", Format::Number),
            ("h:mm", Format::General),
            ("\"day\" 0", Format::Number),
        ] {
            assert_eq!(format_of(code), expected, "{code}");
        }
        assert_eq!(built_in(14), day);
        assert_eq!(built_in(49), Format::Text);
    }
}
