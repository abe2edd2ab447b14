//! Times at schools and at work: each begins at a line with a pair of dates.

use super::{
    Line, Offer, Offered, dates,
    dates::Span,
    offer,
    places::{Piece, is_short_degree, kind, pieces},
};
use crate::{
    Text, WorkType,
    import::studies::{mark, name_degree},
    schema::{Education, Work},
};

const BULLETS: &[char] = &['•', '▪', '●', '■', '◦', '‣', '·', '∗', '*', '-', '–', '➢', '◆'];

/// Lines that belong together, the one with the dates marked.
struct Block<'a, 'b> {
    lines: &'b [Line<'a>],
    dated: usize,
    span: Span,
}

impl Block<'_, '_> {
    /// The line with the dates, without them.
    fn head(&self) -> String {
        let words = self.lines[self.dated].words;
        format!("{}\t{}", &words[..self.span.place.start], &words[self.span.place.end..])
    }

    /// The other lines that are no list, up to the first that is.
    fn others(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.lines.iter().enumerate();
        lines
            .take_while(|(at, it)| *at <= self.dated || !is_bullet(it.words))
            .filter(|(at, _)| *at != self.dated)
            .map(|(at, it)| (at, it.words))
    }
}

fn is_bullet(words: &str) -> bool {
    words.starts_with(BULLETS)
}

/// The head of a table: 时间 学校 专业 学历.
fn is_table_head(words: &str) -> bool {
    const HEADS: &[&str] = &[
        "时间",
        "起止时间",
        "起止年月",
        "学校",
        "院校",
        "学校名称",
        "毕业院校",
        "专业",
        "学历",
        "学位",
        "学历/学位",
        "单位",
        "工作单位",
        "公司",
        "公司名称",
        "职务",
        "职位",
        "岗位",
        "部门",
        "time",
        "dates",
        "period",
        "school",
        "university",
        "major",
        "degree",
        "company",
        "employer",
        "position",
    ];
    let mut cells = words.split(['\t', ' ', '　']).filter(|it| !it.is_empty()).peekable();
    cells.peek().is_some() && cells.all(|it| HEADS.contains(&it.to_lowercase().as_str()))
}

/// Parts a section into entries. Where the dates stand, in the first line of an
/// entry or in the second, is the same all through a section, or nothing is said.
fn blocks<'a, 'b>(lines: &'b [Line<'a>]) -> Vec<Block<'a, 'b>> {
    let lines = match lines.split_first() {
        Some((first, rest)) if is_table_head(first.words) => rest,
        _ => lines,
    };
    let dated: Vec<usize> = lines
        .iter()
        .enumerate()
        .filter(|(_, it)| !is_bullet(it.words) && it.words.chars().count() < 120)
        .filter(|(_, it)| dates::is_dated(it.words))
        .map(|(at, _)| at)
        .collect();
    let before = match dated.first() {
        Some(0) => 0,
        Some(1)
            if dated
                .iter()
                .all(|at| !is_bullet(lines[at - 1].words) && !dated.contains(&(at - 1))) =>
        {
            1
        }
        _ => return Vec::new(),
    };
    let mut blocks = Vec::new();
    for (nth, at) in dated.iter().enumerate() {
        let end = dated.get(nth + 1).map_or(lines.len(), |next| next - before);
        let lines = &lines[at - before..end];
        if let Some(span) = dates::span(lines[before].words) {
            blocks.push(Block { lines, dated: before, span });
        }
    }
    blocks
}

/// What a section about education offers.
pub(super) fn education(lines: &[Line]) -> Vec<Offer> {
    blocks(lines).iter().filter_map(school).collect()
}

fn school(block: &Block) -> Option<Offer> {
    let mut entry = Education {
        start_date: Some(block.span.start),
        end_date: block.span.end,
        ..Education::default()
    };
    let mut last = 0;
    let mut open: Vec<String> = Vec::new();
    let head = block.head();
    let others: Vec<_> = block.others().take(3).collect();
    let all = std::iter::once((block.dated, head.as_str())).chain(others);
    for (at, words) in all {
        let before = entry.clone();
        let pieces = pieces(words);
        let mut after_degree = false;
        for piece in &pieces {
            let kind = kind(piece);
            match kind {
                Piece::School if entry.institution.is_empty() => {
                    entry.institution = Text::bare(piece);
                }
                Piece::Department if entry.department.is_empty() => {
                    entry.department = Text::bare(piece);
                }
                Piece::Degree if entry.degree_name.is_empty() => degree(&mut entry, piece),
                Piece::Mark => score(&mut entry, piece),
                // PhD, Physics, Example University.
                Piece::Plain if after_degree && entry.major.is_empty() && is_subject(piece) => {
                    entry.major = Text::bare(piece);
                }
                Piece::Plain if at == block.dated => open.push(piece.clone()),
                _ => {}
            }
            after_degree = kind == Piece::Degree;
        }
        // 网络空间安全　工学博士: subject and degree, in either order.
        if let ([one, two], true) = (pieces.as_slice(), entry.major.is_empty())
            && kind(two) == Piece::Degree
            && kind(one) == Piece::Plain
            && is_subject(one)
        {
            entry.major = Text::bare(one);
        }
        if entry != before {
            last = last.max(at);
        }
    }
    // 甲大学 软件工程 本科: what is left of the line is what was studied.
    if let ([left], true) = (open.as_slice(), entry.major.is_empty())
        && crate::text::has_han(left)
        && left.chars().count() <= 15
        && !entry.degree_name.is_empty()
    {
        entry.major = Text::bare(left);
    }
    // Without a degree it may be a job at a school.
    let is_known = !entry.institution.is_empty() && !entry.degree_name.is_empty();
    is_known.then(|| {
        offer(Offered::Education(Box::new(entry)), &block.lines[..=last.max(block.dated)])
    })?
}

/// `Ph.D. in Computer Science`, `Bachelor of Science in Physics`.
fn degree(entry: &mut Education, piece: &str) {
    let (name, major) = match (piece.split_once(" in "), piece.split_once(' ')) {
        (Some((name, major)), _) => (name.trim(), Some(major.trim())),
        (None, Some((name, major))) if is_short_degree(name) && is_subject(major) => {
            (name, Some(major))
        }
        _ => (piece, None),
    };
    name_degree(entry, Text::bare(name));
    // What stands in brackets is about the degree: (with honours).
    let major = major.map(|it| it.split(['(', '（']).next().unwrap_or(it).trim());
    if let Some(major) = major.filter(|it| is_subject(it)) {
        entry.major = Text::bare(major);
    }
}

/// A subject has letters, and not many words.
fn is_subject(words: &str) -> bool {
    let count = words.split_whitespace().count();
    (1..=6).contains(&count)
        && words.chars().all(|c| c.is_alphabetic() || " &-/()（）".contains(c))
        && words.chars().count() > 2
}

/// `GPA 3.9/4.0`, `GPA：3.7/4.0`.
fn score(entry: &mut Education, piece: &str) {
    let digits = piece.find(|c: char| c.is_ascii_digit()).map(|at| &piece[at..]);
    let Some(words) = digits.filter(|_| entry.gpa.is_none() && entry.average.is_none()) else {
        return;
    };
    let end =
        words.find(|c: char| !(c.is_ascii_digit() || "./% ".contains(c))).unwrap_or(words.len());
    let words = words[..end].trim();
    // A mark without its scale may mean anything.
    if words.contains('/') || words.ends_with('%') {
        mark(entry, &words.replace(' ', ""));
    }
}

/// What a section about work offers.
pub(super) fn work(lines: &[Line]) -> Vec<Offer> {
    blocks(lines).iter().filter_map(job).collect()
}

fn job(block: &Block) -> Option<Offer> {
    let head = parted(pieces(&block.head()));
    let (at_head, mut names): (Vec<_>, Vec<_>) =
        head.into_iter().partition(|it| kind(it) == Piece::Position);
    let mut last = block.dated;
    let position = match at_head.as_slice() {
        [one] => one.clone(),
        [] => {
            // The position has the line next to the dates, for itself or before a comma.
            let (at, words) = block.others().next()?;
            let mut next = parted(pieces(words)).into_iter();
            let first = next.next().filter(|_| words.chars().count() < 80)?;
            // The line above may break off in the middle of the position.
            if names.len() > 2 && !first.contains(' ') && first.is_ascii() {
                return None;
            }
            last = last.max(at);
            if kind(&first) == Piece::Position {
                // Lead Engineer at Northwind: with nothing but dates beside it.
                if names.is_empty() {
                    names.extend(next.next().filter(|_| words.contains(" at ")));
                }
                first
            } else {
                // Research Intern      2024 – 2025: the line above names the employer.
                return None;
            }
        }
        _ => return None,
    };
    if names.is_empty() {
        // The dates stand alone: the employer has a line next to them, beside the position's.
        let used = if last == block.dated { None } else { Some(last) };
        let (at, words) = block.others().find(|(at, _)| Some(*at) != used)?;
        names = pieces(words);
        if !is_title(words) || names.iter().any(|it| kind(it) == Piece::Position) {
            return None;
        }
        last = last.max(at);
    }
    // Where it is stands behind the name of the employer, never before it.
    let employer = names.into_iter().next().filter(|it| it.chars().any(char::is_alphabetic))?;
    let lower = position.to_lowercase();
    let is_internship =
        lower.split(|c: char| !c.is_alphabetic()).any(|it| it == "intern" || it == "internship")
            || position.contains("实习");
    let (highlights, end) = list(&block.lines[last + 1..]);
    let entry = Work {
        employer: Text::bare(employer),
        position: Text::bare(position),
        kind: is_internship.then_some(WorkType::Internship),
        start_date: Some(block.span.start),
        end_date: block.span.end,
        highlights,
        ..Work::default()
    };
    offer(Offered::Work(Box::new(entry)), &block.lines[..=last + end])
}

/// Whether a line is a name rather than a sentence: short, without an end, and in
/// Latin letters with large ones.
fn is_title(words: &str) -> bool {
    let is_small = |it: &str| it.chars().count() > 3 && it.starts_with(char::is_lowercase);
    words.chars().count() < 60
        && !words.ends_with(['.', '。', ';', '；', '，'])
        && !words.split_whitespace().any(is_small)
        && !words.starts_with(|c: char| c.is_ascii_digit())
}

/// `Lead Engineer at Northwind` as two pieces.
fn parted(pieces: Vec<String>) -> Vec<String> {
    let both = |piece: String| match piece.split_once(" at ") {
        Some((one, two)) if kind(one) == Piece::Position => {
            vec![one.trim().into(), two.trim().into()]
        }
        _ => vec![piece],
    };
    pieces.into_iter().flat_map(both).collect()
}

/// The list that follows at once, and how many lines it has.
fn list(lines: &[Line]) -> (Vec<Text>, usize) {
    let mut entries: Vec<String> = Vec::new();
    let mut count = 0;
    for line in lines {
        let words = line.words.trim_start_matches(BULLETS).trim();
        if is_bullet(line.words) {
            entries.push(words.to_owned());
        } else if let Some(last) = entries.last_mut().filter(|it| !it.ends_with(['.', '。'])) {
            let is_latin = last.ends_with(|c: char| c.is_ascii());
            last.push_str(if is_latin { " " } else { "" });
            last.push_str(words);
        } else {
            break;
        }
        count += 1;
    }
    (entries.into_iter().filter(|it| !it.is_empty()).map(Text::bare).collect(), count)
}
