//! Options that are chosen by writing their letter: `学历（　） A.本科 B.硕士 C.博士`.

use super::{Detector, Draft, Scope, flow::Line, text, ticks::read};
use crate::{
    Kind,
    word::{
        atoms::{Atom, AtomKind},
        blank::{Blank, Line as Drawn, Stretch},
        tokens::{Slot, Token},
    },
};

/// The letters, and one behind the last that is used.
const LETTERS: [char; 9] = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'];

/// A line whose only blank takes a letter.
struct Lettered {
    label: String,
    at: Stretch,
    style: Drawn,
    /// Each option's letter, and its words.
    options: Vec<(char, String)>,
}

impl Detector<'_> {
    /// Adds the field of a line whose blank takes the letter of an option, if it is one.
    /// `above` asks where the line says nothing itself.
    pub(super) fn lettered(&mut self, line: &Line, scope: &Scope, above: Option<&str>) -> bool {
        let Some(found) = read_line(line, self.story.atoms(line.node)) else { return false };
        let label = if found.label.is_empty() { above.unwrap_or_default() } else { &found.label };
        if !text::is_label(label) || self.dictionary.allows_several(&line.words) {
            return false;
        }
        let (letters, options) = found.options.into_iter().unzip();
        let blank = Blank::Letter { stretch: found.at.clone(), style: found.style, letters };
        let mut draft = Draft::new(label, Kind::Choice, blank);
        draft.options = options;
        self.add_inline(scope, &found.at, 0, draft);
        true
    }
}

fn read_line(line: &Line, atoms: &[Atom]) -> Option<Lettered> {
    let mut drawn = line.tokens.iter().enumerate().filter_map(|(number, it)| match it {
        Token::Slot { slot: Slot::Line(Drawn::Gap), range } if range.is_empty() => None,
        Token::Slot { slot, range } => Some((number, Some((slot, range)))),
        Token::Mark(_) => Some((number, None)),
        Token::Words(_) | Token::Gap(_) => None,
    });
    let (number, slot) = drawn.next()?;
    let (Slot::Line(style), range) = slot? else { return None };
    let takes = matches!(style, Drawn::Brackets | Drawn::Underscores | Drawn::Underlined);
    if !takes || drawn.next().is_some() {
        return None;
    }
    let at = Stretch::new(line.node, range.clone());
    let before = read(atoms, &(0..range.start));
    // The brackets themselves are printed.
    let before = before.trim_end_matches(['(', '（', '[', '【', ' ']);
    let after: String = read_spaced(&atoms[range.end..]);
    let after = after.trim_start_matches([')', '）', ']', '】', ' ']);
    let is_last = line.tokens[number + 1..].iter().all(|it| !matches!(it, Token::Words(_)));
    let options = options(after);
    if !options.is_empty() {
        return Some(Lettered { label: text::asking(before), at, style: *style, options });
    }
    // `学历 A.本科 B.硕士 （　）`
    let spaced = read_spaced(&atoms[..range.start]);
    let first =
        spaced.char_indices().map(|(at, _)| at).find(|at| letter(&spaced[*at..], 'A').is_some());
    let (label, printed) = spaced.split_at(first.filter(|_| is_last)?);
    let options = self::options(printed.trim_end_matches(['(', '（', '[', '【', ' ']));
    (!options.is_empty()).then(|| Lettered {
        label: text::asking(label),
        at,
        style: *style,
        options,
    })
}

/// The printed words with the white space between them.
fn read_spaced(atoms: &[Atom]) -> String {
    atoms.iter().filter(|it| it.kind == AtomKind::Text).map(|it| it.c).collect()
}

/// `A.本科 B.硕士`: the options, if all of the words are such.
fn options(words: &str) -> Vec<(char, String)> {
    let mut found: Vec<(char, String)> = Vec::new();
    let mut rest = words;
    for pair in LETTERS.windows(2) {
        let (expected, next) = (pair[0], pair[1]);
        let Some(after) = letter(rest, expected) else { break };
        let end = after
            .char_indices()
            .map(|(at, _)| at)
            .skip(1)
            .find(|at| {
                let stands_apart = !after[..*at].ends_with(|c: char| c.is_ascii_alphanumeric());
                stands_apart && letter(&after[*at..], next).is_some()
            })
            .unwrap_or(after.len());
        let option = text::tidy(&after[..end]);
        let option = option.trim_matches([' ', ';', '；', ',', '，', '、', '/', '。']);
        if option.is_empty() || text::width(option) > 30 {
            return Vec::new();
        }
        found.push((expected, option.to_owned()));
        rest = &after[end..];
    }
    if found.len() < 2 || !rest.trim().is_empty() { Vec::new() } else { found }
}

/// What stands behind the letter that words begin with: `A.`, `A、`, `(A)`, `A本科`.
fn letter(words: &str, wanted: char) -> Option<&str> {
    let words = words.trim_start();
    let (words, is_bracketed) = match words.strip_prefix(['(', '（']) {
        Some(inside) => (inside, true),
        None => (words, false),
    };
    let full = char::from_u32(u32::from(wanted) + 0xfee0)?;
    let rest = words.strip_prefix([wanted, full])?;
    let marks: &[char] =
        if is_bracketed { &[')', '）'] } else { &['.', '．', '、', ')', '）', ':', '：'] };
    if let Some(rest) = rest.strip_prefix(marks) {
        return Some(rest.trim_start());
    }
    let is_han = rest.trim_start().starts_with(text::is_han);
    (is_han && !is_bracketed).then(|| rest.trim_start())
}

#[cfg(test)]
mod tests {
    use super::options;

    #[track_caller]
    fn check(words: &str, expected: &[&str]) {
        let found: Vec<String> =
            options(words).into_iter().map(|(letter, words)| format!("{letter} {words}")).collect();
        assert_eq!(found, expected, "{words}");
    }

    #[test]
    fn letters_count_options() {
        check("A.大专 B.本科  C.硕士及以上", &["A 大专", "B 本科", "C 硕士及以上"]);
        check("A、是；B、否", &["A 是", "B 否"]);
        check("A男 B女", &["A 男", "B 女"]);
        check("(A) Yes (B) No", &["A Yes", "B No"]);
        check("Ａ．城镇　Ｂ．农村", &["A 城镇", "B 农村"]);
    }

    #[test]
    fn other_words_do_not() {
        check("A.大专", &[]);
        check("A型血 请注明", &[]);
        check("如实填写 A.是 B.否", &[]);
        check("Bachelor and Master", &[]);
    }
}
