//! What the codes of a font mean, as a table in the file says.

use std::collections::HashMap;

/// A run of codes that mean a run of characters.
#[derive(Debug)]
struct Range {
    first: u32,
    last: u32,
    /// UTF-16, of which the last unit counts up.
    means: Vec<u16>,
}

/// A character map: a `ToUnicode` table, or the encoding of a composite font.
#[derive(Debug, Default)]
pub(super) struct CMap {
    /// How many bytes a code has, and between which values.
    spaces: Vec<(usize, u32, u32)>,
    single: HashMap<u32, Vec<u16>>,
    ranges: Vec<Range>,
}

/// No honest table has more entries.
const MOST: usize = 100_000;

#[derive(Debug, PartialEq, Eq)]
enum Token<'a> {
    /// `<0041>`, as its bytes.
    Code(Vec<u8>),
    Open,
    Close,
    Word(&'a [u8]),
}

impl CMap {
    /// Reads a table. What is not understood is passed over.
    pub(super) fn parse(source: &[u8]) -> Self {
        let mut map = Self::default();
        let mut tokens = Tokens(source);
        while let Some(token) = tokens.next() {
            match token {
                Token::Word(b"begincodespacerange") => map.read_spaces(&mut tokens),
                Token::Word(b"beginbfchar") => map.read_single(&mut tokens),
                Token::Word(b"beginbfrange") => map.read_ranges(&mut tokens),
                _ => {}
            }
        }
        map
    }

    fn read_spaces(&mut self, tokens: &mut Tokens) {
        while let (Some(Token::Code(first)), Some(Token::Code(last))) =
            (tokens.next(), tokens.next())
        {
            if (1..=4).contains(&first.len()) && self.spaces.len() < 256 {
                self.spaces.push((first.len(), value(&first), value(&last)));
            }
        }
    }

    fn read_single(&mut self, tokens: &mut Tokens) {
        while let Some(Token::Code(code)) = tokens.next() {
            let Some(Token::Code(means)) = tokens.next() else { return };
            if self.single.len() < MOST {
                self.single.insert(value(&code), units(&means));
            }
        }
    }

    fn read_ranges(&mut self, tokens: &mut Tokens) {
        while let (Some(Token::Code(first)), Some(Token::Code(last))) =
            (tokens.next(), tokens.next())
        {
            let (first, last) = (value(&first), value(&last));
            match tokens.next() {
                Some(Token::Code(means)) if self.ranges.len() < MOST => {
                    self.ranges.push(Range { first, last, means: units(&means) });
                }
                Some(Token::Open) => {
                    let mut code = first;
                    while let Some(Token::Code(means)) = tokens.next() {
                        if self.single.len() < MOST {
                            self.single.insert(code, units(&means));
                        }
                        code = code.saturating_add(1);
                    }
                }
                _ => return,
            }
        }
    }

    /// What a code means. A table that says "nothing" says nothing.
    pub(super) fn meaning(&self, code: u32) -> Option<String> {
        let counted = || {
            let range = self.ranges.iter().find(|it| (it.first..=it.last).contains(&code))?;
            let mut units = range.means.clone();
            let last = units.last_mut()?;
            *last = last.wrapping_add(u16::try_from(code - range.first).ok()?);
            Some(units)
        };
        let units = self.single.get(&code).cloned().or_else(counted)?;
        let text = String::from_utf16(&units).ok()?;
        (!text.is_empty() && !text.contains(['\0', '\u{fffd}'])).then_some(text)
    }

    /// Cuts off the first code: its value and its length.
    pub(super) fn first_code(&self, bytes: &[u8]) -> (u32, usize) {
        for length in 1..=bytes.len().min(4) {
            let code = value(&bytes[..length]);
            let fits = |&(size, first, last): &(usize, u32, u32)| {
                size == length && (first..=last).contains(&code)
            };
            if self.spaces.iter().any(fits) {
                return (code, length);
            }
        }
        let length = self.spaces.iter().map(|it| it.0).min().unwrap_or(2).min(bytes.len());
        (value(&bytes[..length]), length)
    }
}

pub(super) fn value(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0, |sum, byte| (sum << 8) | u32::from(*byte))
}

fn units(bytes: &[u8]) -> Vec<u16> {
    match bytes {
        [one] => vec![u16::from(*one)],
        _ => bytes.chunks_exact(2).map(|it| u16::from_be_bytes([it[0], it[1]])).collect(),
    }
}

struct Tokens<'a>(&'a [u8]);

impl<'a> Tokens<'a> {
    /// Takes the longest start that `fits`.
    fn take(&mut self, fits: impl Fn(u8) -> bool) -> &'a [u8] {
        let end = self.0.iter().position(|it| !fits(*it)).unwrap_or(self.0.len());
        let (taken, rest) = self.0.split_at(end);
        self.0 = rest;
        taken
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            self.take(|it| it.is_ascii_whitespace() || it == 0);
            let (&first, rest) = self.0.split_first()?;
            match first {
                b'%' => drop(self.take(|it| it != b'\n' && it != b'\r')),
                b'[' | b']' => {
                    self.0 = rest;
                    return Some(if first == b'[' { Token::Open } else { Token::Close });
                }
                b'<' if rest.first() != Some(&b'<') => {
                    self.0 = rest;
                    let digits = self.take(|it| it != b'>');
                    self.0 = self.0.get(1..).unwrap_or_default();
                    return Some(Token::Code(hex(digits)));
                }
                b'<' | b'>' | b'(' | b')' | b'{' | b'}' => self.0 = rest,
                _ => {
                    // The first byte may be a name's slash, which else ends a word.
                    let whole = self.0;
                    self.0 = rest;
                    let is_inside =
                        |it: u8| !it.is_ascii_whitespace() && !b"[]<>(){}/%".contains(&it);
                    let length = self.take(is_inside).len();
                    return Some(Token::Word(&whole[..=length]));
                }
            }
        }
    }
}

fn hex(digits: &[u8]) -> Vec<u8> {
    let digits: Vec<u8> = digits
        .iter()
        .filter_map(|it| char::from(*it).to_digit(16))
        .filter_map(|it| u8::try_from(it).ok())
        .collect();
    digits.chunks(2).map(|it| it[0] << 4 | it.get(1).copied().unwrap_or_default()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &[u8] = b"/CIDInit /ProcSet findresource begin % a note <00>
        1 begincodespacerange <0000> <FFFF> endcodespacerange
        2 beginbfchar <0001> <674E> <0002> <D842DFB7> endbfchar
        2 beginbfrange <0010> <0012> <0041> <0020> <0021> [<00660069> <0000>] endbfrange";

    #[track_caller]
    fn check(code: u32, expected: Option<&str>) {
        assert_eq!(CMap::parse(TABLE).meaning(code).as_deref(), expected);
    }

    #[test]
    fn codes_mean_what_the_table_says() {
        check(1, Some("李"));
        check(2, Some("𠮷"));
        check(0x12, Some("C"));
        check(0x20, Some("fi"));
    }

    #[test]
    fn what_the_table_leaves_out_means_nothing() {
        check(3, None);
        check(0x21, None);
    }

    #[test]
    fn codes_are_as_long_as_the_table_says() {
        let mixed = CMap::parse(b"2 begincodespacerange <00> <80> <8140> <FEFE> endcodespacerange");
        assert_eq!(mixed.first_code(b"A\xC0\xEE"), (0x41, 1));
        assert_eq!(mixed.first_code(b"\xC0\xEE"), (0xC0EE, 2));
    }

    #[test]
    fn a_broken_table_ends_where_it_ends() {
        for end in 0..TABLE.len() {
            let _ = CMap::parse(&TABLE[..end]);
        }
    }
}
