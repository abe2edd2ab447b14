//! From letters on a page to text in reading order.
//!
//! A PDF says where each letter stands and hardly what belongs together. Letters
//! next to each other make a fragment, fragments on one baseline a line. A page
//! has columns where a clear gutter parts it *and* the file draws one side as a
//! whole before the other: dates at the right margin stand behind a gutter too,
//! but they are drawn line by line, and they stay with their lines.

use std::collections::HashSet;

/// A letter, or several that are drawn as one.
#[derive(Debug, Clone)]
pub(super) struct Glyph {
    /// Where it begins, in points from the lower left of the page.
    pub(super) at: (f64, f64),
    /// The way from its beginning to its end.
    pub(super) run: (f64, f64),
    /// How large its font is drawn.
    pub(super) size: f64,
    /// What it says.
    pub(super) text: String,
}

/// No honest page has more.
pub(super) const MOST_GLYPHS: usize = 60_000;

/// Letters that stand close together on one baseline.
#[derive(Debug, Clone)]
struct Fragment {
    left: f64,
    right: f64,
    base: f64,
    size: f64,
    text: String,
    /// Its place in the order of drawing.
    drawn: usize,
}

/// With a gap of more than this share of the font's size, words part.
const WORD: f64 = 0.13;
/// Chinese is set without spaces, but some justify it letter by letter.
const HAN_WORD: f64 = 0.22;
/// Many set Chinese a little apart from Latin without meaning a space.
const MIXED_WORD: f64 = 0.3;
/// With this gap, fragments part: cells of a table, columns, a date at the margin.
const APART: f64 = 1.4;
/// Fragments closer than this stand on one line.
const SAME_LINE: f64 = 0.4;
/// With fewer lines than this on one side, it is no column.
const COLUMN: usize = 3;
/// Columns within columns end somewhere.
const DEEPEST: usize = 6;

/// The text of a page, lines parted by `\n`, wide gaps by a tab.
pub(super) fn text(glyphs: &[Glyph]) -> String {
    // Most pages run one way. A page lying on its side runs another, and a stamp
    // along the margin comes after the rest.
    let mut ways: [Vec<&Glyph>; 4] = Default::default();
    for glyph in glyphs {
        ways[way(glyph.run)].push(glyph);
    }
    let mut order = [0, 1, 2, 3];
    order.sort_by_key(|it| std::cmp::Reverse(ways[*it].len()));
    let mut out = String::new();
    for it in order {
        for line in blocks(fragments(&ways[it], it), DEEPEST) {
            out.push_str(&join(&line));
            out.push('\n');
        }
    }
    out
}

/// To the right, up, to the left, down.
fn way((x, y): (f64, f64)) -> usize {
    match (x.abs() >= y.abs(), x >= 0.0, y >= 0.0) {
        (true, true, _) => 0,
        (false, _, true) => 1,
        (true, false, _) => 2,
        (false, _, false) => 3,
    }
}

/// A place as seen by somebody who holds the page so that the text runs to the right.
fn turned((x, y): (f64, f64), way: usize) -> (f64, f64) {
    match way {
        0 => (x, y),
        1 => (y, -x),
        2 => (-x, -y),
        _ => (-y, x),
    }
}

fn fragments(glyphs: &[&Glyph], way: usize) -> Vec<Fragment> {
    let mut all: Vec<Fragment> = Vec::new();
    let mut seen: HashSet<(&str, i64, i64)> = HashSet::new();
    let mut open = false;
    let mut space = false;
    for glyph in glyphs {
        let (left, base) = turned(glyph.at, way);
        let size = glyph.size.max(0.1);
        if glyph.text.trim().is_empty() {
            space = true;
            continue;
        }
        // Some programs print a letter twice, a little aside, to make it bold.
        let (column, row) = (whole(left), whole(base));
        let twice = (column - 1..=column + 1).any(|it| seen.contains(&(&*glyph.text, it, row)));
        seen.insert((&glyph.text, column, row));
        if twice {
            continue;
        }
        let right = left + glyph.run.0.hypot(glyph.run.1);
        let continued = all.last_mut().filter(|it| open && it.is_followed_by(left, base, size));
        if let Some(last) = continued {
            let gap = left - last.right;
            if (space && gap > 0.0) || gap > word_gap(&last.text, &glyph.text) * size {
                last.text.push(' ');
            }
            last.text.push_str(&glyph.text);
            last.right = last.right.max(right);
            last.size = last.size.max(size);
        } else {
            let text = glyph.text.clone();
            all.push(Fragment { left, right, base, size, text, drawn: all.len() });
        }
        open = true;
        space = false;
    }
    all
}

impl Fragment {
    fn is_followed_by(&self, left: f64, base: f64, size: f64) -> bool {
        let size = self.size.max(size);
        let gap = left - self.right;
        (base - self.base).abs() < SAME_LINE * size && gap > -0.6 * size && gap < APART * size
    }
}

fn word_gap(before: &str, after: &str) -> f64 {
    let is_wide = |it: Option<char>| it.is_some_and(|c| c >= '\u{2e80}');
    match (is_wide(before.chars().next_back()), is_wide(after.chars().next())) {
        (true, true) => HAN_WORD,
        (false, false) => WORD,
        _ => MIXED_WORD,
    }
}

/// Places on a page, in whole points.
#[expect(clippy::cast_possible_truncation, reason = "`as` saturates, and a page is small")]
fn whole(place: f64) -> i64 {
    place.round() as i64
}

type Line = Vec<Fragment>;

/// Lines in reading order, columns one after the other.
fn blocks(fragments: Vec<Fragment>, depth: usize) -> Vec<Line> {
    let count = fragments.len();
    let lines = lines(fragments);
    let Some(gutter) = (depth > 0).then(|| gutter(&lines)).flatten() else {
        return lines;
    };
    let mut out = Vec::new();
    let mut close = |band: Vec<Line>| {
        let is_part = band.iter().map(Vec::len).sum::<usize>() < count;
        if gutter.parts(&band) {
            let all = band.into_iter().flatten();
            let (left, right) = all.partition(|it| it.left < gutter.right);
            out.extend(blocks(left, depth - 1));
            out.extend(blocks(right, depth - 1));
        } else if is_part {
            out.extend(blocks(band.into_iter().flatten().collect(), depth - 1));
        } else {
            out.extend(band);
        }
    };
    let mut band = Vec::new();
    let mut above = Vec::new();
    for line in lines {
        let crosses = line.iter().any(|it| gutter.is_crossed_by(it));
        if crosses && !band.is_empty() {
            close(std::mem::take(&mut above));
            close(std::mem::take(&mut band));
        }
        if crosses {
            above.push(line);
        } else {
            if !above.is_empty() {
                close(std::mem::take(&mut above));
            }
            band.push(line);
        }
    }
    close(above);
    close(band);
    out
}

/// Fragments on one baseline, from the top of the page.
fn lines(mut fragments: Vec<Fragment>) -> Vec<Line> {
    fragments.sort_by(|one, two| two.base.total_cmp(&one.base));
    let mut lines: Vec<Line> = Vec::new();
    for fragment in fragments {
        let line = lines.last_mut().filter(|line| {
            let size = line[0].size.max(fragment.size);
            (line[0].base - fragment.base).abs() < SAME_LINE * size
        });
        match line {
            Some(line) => line.push(fragment),
            None => lines.push(vec![fragment]),
        }
    }
    for line in &mut lines {
        line.sort_by(|one, two| one.left.total_cmp(&two.left));
    }
    lines
}

/// An empty strip down the page, with text on both sides.
#[derive(Debug, Clone, Copy)]
struct Gutter {
    /// Where the left side ends.
    left: f64,
    /// Where the right side begins.
    right: f64,
}

impl Gutter {
    fn is_crossed_by(self, it: &Fragment) -> bool {
        it.left < self.right && it.right > self.left
    }

    /// Whether a band of lines is two columns.
    fn parts(self, band: &[Line]) -> bool {
        let has = |line: &Line, right: bool| line.iter().any(|it| (it.left >= self.right) == right);
        let count = |right| band.iter().filter(|line| has(line, right)).count();
        let fewer = count(false).min(count(true));
        if fewer < COLUMN {
            return false;
        }
        let mut drawn: Vec<_> =
            band.iter().flatten().map(|it| (it.drawn, it.left >= self.right)).collect();
        drawn.sort_unstable();
        let turns = drawn.windows(2).filter(|pair| pair[0].1 != pair[1].1).count();
        turns <= (fewer / 4).max(1)
    }
}

/// The gutter that parts most of these lines into columns.
fn gutter(lines: &[Line]) -> Option<Gutter> {
    let all = || lines.iter().flatten();
    let mut starts: Vec<f64> = all().map(|it| it.left).collect();
    starts.sort_by(f64::total_cmp);
    let mut sizes: Vec<f64> = all().map(|it| it.size).collect();
    sizes.sort_by(f64::total_cmp);
    let size = *sizes.get(sizes.len() / 2)?;
    let mut best = None;
    let mut most = 0;
    let mut last = f64::NEG_INFINITY;
    for (at, start) in starts.iter().enumerate() {
        let together = starts[at..].iter().take_while(|it| **it < start + 2.0).count();
        if *start < last + 2.0 || together < COLUMN {
            continue;
        }
        last = *start;
        let gutter = Gutter { left: start - 0.8 * size, right: start - 0.5 };
        let mut parted = 0;
        for band in lines.split(|line| line.iter().any(|it| gutter.is_crossed_by(it))) {
            if gutter.parts(band) {
                parted += band.len();
            }
        }
        if parted > most {
            most = parted;
            best = Some(gutter);
        }
    }
    best
}

fn join(line: &[Fragment]) -> String {
    let mut out = String::new();
    let mut end = f64::INFINITY;
    for fragment in line {
        let gap = fragment.left - end;
        if gap > 2.0 * fragment.size {
            out.push('\t');
        } else if gap > word_gap(&out, &fragment.text) * fragment.size {
            out.push(' ');
        }
        out.push_str(&fragment.text);
        end = fragment.right;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words at a place, each letter half as wide as its font is high.
    fn words(out: &mut Vec<Glyph>, x: f64, y: f64, words: &str) {
        let mut x = x;
        for letter in words.chars() {
            let width = if letter.is_ascii() { 5.0 } else { 10.0 };
            let text = letter.to_string();
            out.push(Glyph { at: (x, y), run: (width, 0.0), size: 10.0, text });
            x += width;
        }
    }

    #[track_caller]
    fn check(placed: &[(f64, f64, &str)], expected: &str) {
        let mut glyphs = Vec::new();
        for (x, y, it) in placed {
            words(&mut glyphs, *x, *y, it);
        }
        assert_eq!(text(&glyphs), expected);
    }

    #[test]
    fn columns_are_read_one_after_the_other() {
        check(
            &[
                (50.0, 700.0, "A name that stands across the whole page"),
                (50.0, 680.0, "left 1"),
                (50.0, 668.0, "left 2"),
                (50.0, 656.0, "left 3"),
                (150.0, 680.0, "right 1"),
                (150.0, 668.0, "right 2"),
                (150.0, 656.0, "right 3"),
            ],
            "A name that stands across the whole page\nleft 1\nleft 2\nleft 3\nright 1\nright 2\nright 3\n",
        );
    }

    #[test]
    fn dates_at_the_margin_stay_with_their_lines() {
        check(
            &[
                (50.0, 680.0, "one"),
                (150.0, 680.0, "2021"),
                (50.0, 668.0, "two"),
                (150.0, 668.0, "2022"),
                (50.0, 656.0, "three"),
                (150.0, 656.0, "2023"),
            ],
            "one\t2021\ntwo\t2022\nthree\t2023\n",
        );
    }

    #[test]
    fn a_gap_makes_a_word_but_not_within_chinese() {
        check(&[(50.0, 700.0, "to"), (62.0, 700.0, "be")], "to be\n");
        check(&[(50.0, 700.0, "简"), (61.5, 700.0, "历")], "简历\n");
    }

    #[test]
    fn a_letter_printed_twice_to_be_bold_is_read_once() {
        check(&[(50.0, 700.0, "CV"), (50.3, 700.0, "CV")], "CV\n");
    }

    #[test]
    fn a_page_on_its_side_is_read_along_its_lines() {
        let up = |at, text: &str| Glyph { at, run: (0.0, 5.0), size: 10.0, text: text.into() };
        let glyphs = [up((100.0, 50.0), "a"), up((100.0, 55.0), "b"), up((112.0, 50.0), "c")];
        assert_eq!(text(&glyphs), "ab\nc\n");
    }
}
