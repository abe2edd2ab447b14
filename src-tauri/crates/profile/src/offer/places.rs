//! What a piece of a line names: a school, a department, a degree, a position.

use crate::text::is_han;

/// What a piece is, where its words tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece {
    School,
    Department,
    Degree,
    Position,
    Mark,
    /// Nothing that its words tell.
    Plain,
}

const SCHOOLS: &[&str] = &[
    "university",
    "institute",
    "college",
    "polytechnic",
    "academy",
    "école",
    "universität",
    "universidad",
    "universidade",
    "università",
    "université",
    "hochschule",
];
const SCHOOLS_ZH: &[&str] = &["大学", "研究所", "研究院", "中学", "理工学院", "中国科学院"];
const DEPARTMENTS: &[&str] =
    &["school of", "college of", "department of", "faculty of", "dept. of"];
const DEGREES: &[&str] = &[
    "phd",
    "dphil",
    "doctor",
    "doctorate",
    "master",
    "masters",
    "msc",
    "meng",
    "mphil",
    "mba",
    "mres",
    "ms",
    "ma",
    "bachelor",
    "bachelors",
    "bsc",
    "beng",
    "bs",
    "ba",
    "diploma",
];
const DEGREES_ZH: &[&str] = &["博士", "硕士", "学士", "本科", "大专"];
const POSITIONS: &[&str] = &[
    "engineer",
    "intern",
    "internship",
    "researcher",
    "scientist",
    "analyst",
    "developer",
    "assistant",
    "manager",
    "consultant",
    "designer",
    "lecturer",
    "fellow",
    "tutor",
    "director",
    "officer",
    "specialist",
    "architect",
    "administrator",
    "trainee",
    "programmer",
    "professor",
    "technician",
    "associate",
    "coordinator",
    "editor",
    "teacher",
];
const POSITIONS_ZH: &[&str] = &[
    "工程师",
    "实习生",
    "研究员",
    "助理",
    "经理",
    "分析师",
    "设计师",
    "教师",
    "主管",
    "顾问",
    "专员",
    "助教",
    "程序员",
    "教授",
    "博士后",
    "总监",
    "记者",
    "编辑",
    "专家",
    "架构师",
    "讲师",
];

/// What a piece of a line is.
pub(super) fn kind(piece: &str) -> Piece {
    // 示例大学（985）: what stands in brackets says nothing of the kind.
    let piece =
        piece.split(['(', '（']).next().map(str::trim).filter(|it| !it.is_empty()).unwrap_or(piece);
    let lower = piece.to_lowercase();
    // Ph.D. is written PhD and M.Sc. without end.
    let bare: String = lower.chars().filter(|c| !matches!(c, '.' | '’' | '\'')).collect();
    let words: Vec<&str> = bare.split(|c: char| !c.is_alphanumeric()).collect();
    let has = |list: &[&str]| words.iter().any(|it| list.contains(it));
    let ends = |list: &[&str]| list.iter().any(|it| piece.ends_with(it));
    if lower.starts_with("gpa") || lower.starts_with("average") || lower.starts_with("绩点") {
        return Piece::Mark;
    }
    if DEPARTMENTS.iter().any(|it| lower.starts_with(it)) {
        return Piece::Department;
    }
    let is_school = has(SCHOOLS)
        || ["business school", "law school", "medical school"].iter().any(|it| lower.ends_with(it));
    if is_school || ends(SCHOOLS_ZH) {
        return Piece::School;
    }
    if ends(POSITIONS_ZH) || has(POSITIONS) {
        return Piece::Position;
    }
    let first = words.first().copied().unwrap_or_default();
    // A PhD student has no PhD.
    if has(&["student", "candidate"]) {
        return Piece::Plain;
    }
    if DEGREES.contains(&first)
        || words.contains(&"degree")
        || DEGREES_ZH.iter().any(|it| piece == *it || piece == format!("{it}研究生"))
        || DEGREES_ZH.iter().any(|it| piece.ends_with(&format!("学{it}")) && piece.len() <= 15)
    {
        return Piece::Degree;
    }
    if piece.ends_with('系') || piece.ends_with("学院") {
        return Piece::Department;
    }
    Piece::Plain
}

/// Short names of degrees, behind which the subject may stand at once: `BSc Physics`.
pub(super) fn is_short_degree(word: &str) -> bool {
    let bare: String = word.to_lowercase().chars().filter(|c| *c != '.').collect();
    matches!(
        bare.as_str(),
        "phd"
            | "dphil"
            | "msc"
            | "meng"
            | "mphil"
            | "mba"
            | "mres"
            | "ms"
            | "ma"
            | "bsc"
            | "beng"
            | "bs"
            | "ba"
    )
}

/// The pieces of a line: parted by tabs, bars, commas, and in Chinese by spaces.
pub(super) fn pieces(line: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    for piece in line.split(['\t', '|', '｜', ',', '，', '·', '•', ';', '；']) {
        for piece in
            piece.split(" - ").flat_map(|it| it.split(" – ")).flat_map(|it| it.split(" — "))
        {
            let is_chinese = piece.chars().filter(|c| is_han(*c)).count() > 2
                && !piece.contains(|c: char| c.is_ascii_alphabetic());
            let parts: Vec<&str> =
                if is_chinese { piece.split_whitespace().collect() } else { vec![piece] };
            for part in parts {
                let part = part.trim_matches(|c: char| {
                    c.is_whitespace() || matches!(c, ':' | '：' | '-' | '–' | '—' | '。')
                });
                // The dot at the end of a sentence, but not the last of B.Sc. or Inc.
                let part = match part.strip_suffix('.') {
                    Some(rest)
                        if rest.contains(' ')
                            && !rest.contains('.')
                            && !["Ltd", "Inc", "Co", "Corp"]
                                .iter()
                                .any(|it| rest.ends_with(it)) =>
                    {
                        rest
                    }
                    _ => part,
                };
                match part {
                    "" => {}
                    // Contoso, Inc. is one name.
                    "Inc" | "Inc." | "Ltd" | "Ltd." | "LLC" | "GmbH" | "Corp" | "Corp." | "Co."
                        if !pieces.is_empty() =>
                    {
                        if let Some(last) = pieces.last_mut() {
                            last.push_str(", ");
                            last.push_str(part);
                        }
                    }
                    _ => pieces.push(part.to_owned()),
                }
            }
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_told_by_their_words() {
        for (piece, expected) in [
            ("Example University", Piece::School),
            ("School of Computer Science", Piece::Department),
            ("Ph.D. in Physics", Piece::Degree),
            ("BSc", Piece::Degree),
            ("Research Intern", Piece::Position),
            ("GPA 3.9/4.0", Piece::Mark),
            ("示例大学", Piece::School),
            ("硕士", Piece::Degree),
            ("工学硕士", Piece::Degree),
            ("后端开发实习生", Piece::Position),
            ("计算机学院", Piece::Department),
            ("Northwind", Piece::Plain),
        ] {
            assert_eq!(kind(piece), expected, "{piece}");
        }
    }

    #[test]
    fn lines_fall_into_pieces() {
        assert_eq!(pieces("甲大学 软件工程 本科"), ["甲大学", "软件工程", "本科"]);
        assert_eq!(pieces("Analyst, Contoso, Inc.\t"), ["Analyst", "Contoso, Inc."]);
        assert_eq!(pieces("PhD, Physics, A College"), ["PhD", "Physics", "A College"]);
        assert_eq!(pieces("B.Sc., Physics"), ["B.Sc.", "Physics"]);
    }
}
