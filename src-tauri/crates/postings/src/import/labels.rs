//! Labels: `Location: Zürich`, a row of a table, or a heading and what is below it.

use regex::Regex;

use super::{
    lines::Shape,
    page::{Label, Page},
    pattern::pattern,
};

impl Page<'_> {
    /// Finds the labels and their values.
    pub(super) fn find_labels(&mut self) {
        let mut labels = Vec::new();
        let glued = pattern!(
            r"^(?-i:(?P<a>Company|Employer|Organi[sz]ation|Location|Department|Duration|Deadline|Posted|Salary|Type|Job [Tt]ype|Degrees|Experience [Ll]evel|Industry|Category)(?P<b>[A-Z$€£\d].*))$"
        );
        let is_glued =
            self.lines.iter().filter(|it| glued.is_match(&self.text[it.span.clone()])).count() > 2;
        for (number, line) in self.lines.iter().enumerate() {
            let text = &self.text[line.span.clone()];
            let mut from = 0;
            // A dump glues the cells of a card: `Organization: X City: Y Country: Z`.
            let cells = pattern!(
                r"(?-i: (?:Organi[sz]ation|Company|Employer|Institution|University|Department|City|Country|Location|E-?mail|Deadline|Application deadline|Closing date|Salary|Website|Contact|Posted|Start date|Duration|Type): ?)"
            );
            if cells.find_iter(text).count() > 1 {
                let all: Vec<_> = cells.find_iter(text).collect();
                for (number, cell) in all.iter().enumerate() {
                    let end = all.get(number + 1).map_or(text.len(), regex::Match::start);
                    let value = line.span.start + cell.end()..line.span.start + end;
                    labels.push(Label { name: bare(cell.as_str().trim()), value, line: number });
                }
            }
            for piece in pattern!(r"\s[|·•]\s|｜|\s{2,}").split(text) {
                let at = from + text[from..].find(piece).unwrap_or(0);
                from = at + piece.len();
                let Some(found) = pattern!(
                    r"^[^\p{L}\p{N}(]{0,6}(?P<a>[^:：。，,.!?;；【】]{1,40}|[^:：。]{1,24}\([^)]{1,24}\))\s?[】\]]?\s*:\s*[】\]]?\s*(?P<b>.*)$"
                ).captures(piece)
                .or_else(|| pattern!(r"^[【\[](?P<a>[^】\]]{2,20})[】\]]\s*(?P<b>.*)$").captures(piece)) else { continue };
                let (Some(name), Some(value)) = (found.name("a"), found.name("b")) else {
                    continue;
                };
                let start = line.span.start + at + value.start();
                let value = start..start + value.as_str().trim_end().len();
                labels.push(Label { name: bare(name.as_str()), value, line: number });
            }
            // A board has lost what parted them: `CompanyTern`, `LocationHarbourtown`.
            if let Some(found) = glued.captures(text).filter(|_| is_glued)
                && let (Some(name), Some(value)) = (found.name("a"), found.name("b"))
            {
                let value = line.span.start + value.start()..line.span.end;
                labels.push(Label { name: bare(name.as_str()), value, line: number });
            }
            // A card has its labels and its values on lines of their own.
            let alone = line.shape == Shape::Plain && is_card(text);
            let below = self.lines.get(number + 1).filter(|it| it.shape != Shape::Heading);
            if (line.shape == Shape::Heading || alone)
                && let Some(below) = below
                && !is_card(&self.text[below.span.clone()])
            {
                labels.push(Label { name: bare(text), value: below.span.clone(), line: number });
            }
        }
        self.labels = labels;
    }
}

/// Whether a line is a label of a board's card and nothing else.
fn is_card(text: &str) -> bool {
    pattern!(
        r"^(organi[sz]ation(/company)?|company(/institute)?|employer|institution|hiring organi[sz]ation|department|division|country|city|location\(?s?\)?|work location|(application )?(deadline|closing date)|closes|closing|apply by|(job|position|vacancy|internship|role|posting) title|company name|(date )?posted( on| date)?|placed on|publication date|number of (offers|positions|vacancies|openings|places)( available)?|job (number|id|requisition id)|requisition id|req id|vacancy id|duration|contract duration|vacancies|openings|headcount|number of posts|published( on)?|advertised( on)?|closing|expires( on)?|valid (through|until)|application end date|start date|where|when|how many( places| people| positions)?|until when|by when|how long|duration of stay|apply (by|until|before)|closing on|employer name|职位名称|岗位名称|(工作|实习)(地点|城市)|(招聘|需求|招收|拟招)人数|(报名|申请)?截止(时间|日期)|(发布|更新)(时间|日期)|招聘单位|用人单位|公司名称|所属部门|用人部门)$"
    )
    .is_match(text)
}

/// Whether a label, or its half in one of two languages, is like `pattern`.
pub(super) fn is_like(name: &str, pattern: &Regex) -> bool {
    if pattern.is_match(name) {
        return true;
    }
    let half = |wide: bool| {
        let words: String =
            name.chars().filter(|it| (*it >= '\u{2e80}') == wide || *it == ' ').collect();
        words.trim_matches(|it: char| !it.is_alphanumeric()).to_owned()
    };
    let (narrow, wide) = (half(false), half(true));
    narrow.len() > 3 && !wide.is_empty() && (pattern.is_match(&narrow) || pattern.is_match(&wide))
}

/// A label in one case, without numbers, brackets and pictures around it.
fn bare(name: &str) -> String {
    let name = name.trim_matches(|it: char| !it.is_alphanumeric() && it != '(' && it != ')');
    let number = pattern!(r"^(\d{1,2}[.、)]|[一二三四五六七八九十]{1,3}[、.,:])\s*").find(name);
    let name = number.map_or(name, |it| &name[it.end()..]);
    let name = name.trim_end_matches(':');
    if name.contains(' ') || !name.is_ascii() {
        return name.to_lowercase();
    }
    // `publishedDate` and `closing_date` are keys of two words.
    let mut words = String::with_capacity(name.len() + 2);
    for char in name.chars() {
        if char.is_uppercase() && words.ends_with(|it: char| it.is_lowercase()) {
            words.push(' ');
        }
        words.push(if char == '_' { ' ' } else { char });
    }
    words.to_lowercase()
}
