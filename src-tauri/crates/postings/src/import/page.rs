//! A posting as rules read it: lines, sentences and labels in clean text, each of
//! which can say where it was pasted.

use std::ops::Range;

use regex::Regex;

use super::{
    dates::Day,
    fact::{Dropped, Fact, Question, Quote},
    front::{self, Front},
    glyphs::{self, BULLET, Glyph, HEADING},
    html, jsonld,
    labels::is_like,
    lines::{self, Shape},
    markup, noise,
    pattern::pattern,
    section::Section,
    sentence::sentences,
    source, surroundings, traditional,
};

/// A page that shows less than this shows no posting.
const MIN_CHARS: usize = 400;

/// A place in the clean text.
pub(crate) type Span = Range<usize>;

/// Whether two stretches share a character.
pub(crate) fn overlaps(one: &Span, other: &Span) -> bool {
    one.start < other.end && other.start < one.end
}

/// A line of a posting.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    pub(crate) span: Span,
    pub(crate) shape: Shape,
    pub(crate) section: Section,
    /// The heading that it stands under.
    pub(crate) heading: Option<usize>,
    /// Whether an empty line is before it.
    pub(crate) gap: bool,
    /// Whether it is one of a list within a list.
    pub(crate) inner: bool,
}

/// A sentence, and the line that it is in.
#[derive(Debug, Clone)]
pub(crate) struct Sentence {
    pub(crate) span: Span,
    pub(crate) line: usize,
    pub(crate) section: Section,
}

/// `label: value`, or a heading and what stands below it.
#[derive(Debug, Clone)]
pub(crate) struct Label {
    pub(crate) name: String,
    pub(crate) value: Span,
    pub(crate) line: usize,
}

/// A posting, taken apart.
#[derive(Debug)]
pub(crate) struct Page<'a> {
    source: &'a str,
    pub(super) text: String,
    /// The same with the characters that were pasted, where rules read others.
    written: Option<String>,
    starts: Vec<usize>,
    ends: Vec<usize>,
    pub(crate) lines: Vec<Line>,
    pub(crate) sentences: Vec<Sentence>,
    pub(crate) labels: Vec<Label>,
    /// What a page says for machines.
    pub(crate) posting: Option<jsonld::JobPosting>,
    /// The words of the foot of a saved page, which no rule reads but for names.
    pub(crate) foot: Vec<jsonld::Said>,
    /// What a saved page is called in its head.
    pub(crate) name: Option<jsonld::Said>,
    /// It was a page, and no plain text.
    pub(super) is_html: bool,
    /// The settings before the text.
    front: Front,
    /// What was left out, and why.
    pub(crate) dropped: Vec<Dropped>,
    /// What has to be asked, in the order of its finding.
    pub(crate) questions: Vec<Question>,
}

/// Some pages set whole sentences as headings, for their size; those are text, and
/// numbered ones are a list.
fn demoted(shape: Shape, words: &str, span: Span) -> (Shape, Span) {
    let length = words.chars().count();
    let sentence = length > 70 || length > 16 && words.ends_with(['。', '；', ';', '.', '，', ',']);
    if shape != Shape::Heading || !sentence {
        return (shape, span);
    }
    match pattern!(r"^\d{1,2}[.、)]\s*").find(words) {
        Some(number) => (Shape::Bullet, span.start + number.end()..span.end),
        None => (Shape::Plain, span),
    }
}

/// The words of a piece of a page, on one line.
fn words(source: &str, (start, end): (usize, usize)) -> Option<jsonld::Said> {
    let raw = source.get(start..end)?;
    let value = raw.trim();
    let start = start + raw.len() - raw.trim_start().len();
    let plain = !value.is_empty() && value.len() < 200 && !value.contains(['\n', '&']);
    plain.then(|| jsonld::Said { value: value.to_owned(), start, end: start + value.len() })
}

impl<'a> Page<'a> {
    /// Takes a pasted text apart.
    pub(crate) fn read(text: &'a str) -> Self {
        let settings: Front;
        let (mut foot, mut name, mut buttons) = (Vec::new(), None, Vec::new());
        let (glyphs, posting) = if html::is_html(text) {
            let mut page = html::read(text);
            foot = page.foot.iter().filter_map(|it| words(text, *it)).collect();
            name = page.name.and_then(|it| words(text, it));
            buttons = page.buttons.iter().filter_map(|it| words(text, *it)).collect();
            let posting = jsonld::read(text, &page.json);
            // Some pages draw the posting only when they are run; its text is there all the same.
            if let Some(description) = posting.as_ref().and_then(|it| it.description.clone())
                && page.glyphs.len() < MIN_CHARS
            {
                page.glyphs.push(Glyph::mark('\n', description.start));
                page.glyphs.extend(jsonld::description(text, &description));
            }
            // A posting in Markdown that holds a few tags has its settings before them.
            settings = front::front(text);
            let wraps = |it: &Glyph| {
                it.start < settings.end
                    && settings.wrapping.iter().any(|range| range.contains(&it.start))
            };
            page.glyphs.retain(|it| !wraps(it));
            (glyphs::folded(page.glyphs.into_iter()), posting)
        } else {
            settings = front::front(text);
            let equals = |it: &Glyph| settings.equals && it.char == '=' && it.end <= settings.end;
            let glyphs = glyphs::glyphs(text, 0);
            let wraps = |it: &Glyph| {
                it.start < settings.end
                    && settings.wrapping.iter().any(|range| range.contains(&it.start))
            };
            let glyphs = glyphs.filter(|it| !wraps(it));
            let glyphs = glyphs.map(|it| if equals(&it) { it.with(':') } else { it });
            (source::without_remarks(glyphs::folded(glyphs)), None)
        };
        let glyphs = lines::reflowed(&markup::plain(&glyphs));
        let mut page = Self {
            source: text,
            is_html: html::is_html(text),
            text: String::with_capacity(text.len()),
            written: None,
            starts: Vec::new(),
            ends: Vec::new(),
            lines: Vec::new(),
            sentences: Vec::new(),
            labels: Vec::new(),
            posting,
            foot,
            name,
            front: settings,
            dropped: Vec::new(),
            questions: Vec::new(),
        };
        page.write(&glyphs);
        if let Some(simplified) = traditional::simplified(&page.text) {
            page.written = Some(std::mem::replace(&mut page.text, simplified));
        }
        page.find_lines();
        page.dropped.extend(buttons.into_iter().map(|jsonld::Said { value, start, end }| {
            Dropped { quote: Quote { quote: value, start, end }, why: "a button" }
        }));
        page.find_sections();
        page.find_sentences();
        page.find_labels();
        page
    }

    fn write(&mut self, glyphs: &[Glyph]) {
        for glyph in glyphs {
            // One gap is one space, so that phrases are found across them.
            if glyph.char == ' ' && self.text.ends_with([' ', '\n']) {
                continue;
            }
            self.text.push(glyph.char);
            self.starts.resize(self.text.len(), glyph.start);
            self.ends.resize(self.text.len(), glyph.end);
        }
    }

    fn find_lines(&mut self) {
        let (mut at, mut gap) = (0, false);
        let mut kept = Vec::new();
        for raw in self.text.split('\n') {
            let shape = match raw.trim_start().chars().next() {
                Some(HEADING) => Shape::Heading,
                Some(BULLET) => Shape::Bullet,
                _ => Shape::Plain,
            };
            let words = raw.trim_start_matches([HEADING, BULLET, ' ']);
            let start = at + raw.len() - words.len();
            let span = start..start + words.trim_end().len();
            let (shape, span) = demoted(shape, words.trim_end(), span);
            at += raw.len() + 1;
            if span.is_empty() {
                gap = true;
                continue;
            }
            let inner = raw.trim_start().chars().take_while(|it| *it == BULLET).count() > 1;
            kept.push(Line { span, shape, section: Section::Other, heading: None, gap, inner });
            gap = false;
        }
        let texts: Vec<&str> = kept.iter().map(|it| &self.text[it.span.clone()]).collect();
        let around = surroundings::surroundings(&texts);
        let (mut lines, mut dropped) = (Vec::new(), Vec::new());
        for (number, line) in kept.iter().enumerate() {
            let text = texts[number];
            let at = self.starts.get(line.span.start).copied().unwrap_or(usize::MAX);
            let setting = self.front.settings.iter().any(|it| it.contains(&at));
            let setting = setting.then_some("a setting of the page");
            let why = setting.or(around[number]).or_else(|| noise::noise(text, number, kept.len()));
            // `Apply` as a heading is none of the buttons.
            let heading =
                line.shape == Shape::Heading && pattern!(r"^apply( here)?$").is_match(text);
            let why = why.filter(|_| !heading);
            match why {
                Some(why) => dropped.push((line.span.clone(), why)),
                None => lines.push(line.clone()),
            }
        }
        self.lines = lines;
        // Whoever sends a mail on is no part of it, wherever a rule looks.
        for (span, _) in dropped.iter().filter(|(_, why)| *why == surroundings::SENT_ON) {
            self.text.replace_range(span.clone(), &" ".repeat(span.len()));
        }
        self.dropped = dropped
            .into_iter()
            .map(|(span, why)| Dropped { quote: self.quote(&span), why })
            .collect();
    }

    fn find_sentences(&mut self) {
        for (number, line) in self.lines.iter().enumerate() {
            let found = sentences(&self.text[line.span.clone()], line.span.start);
            let section = line.section;
            self.sentences.extend(found.into_iter().map(|span| Sentence {
                span,
                line: number,
                section,
            }));
        }
    }

    /// The words at a place.
    pub(crate) fn at(&self, span: &Span) -> &str {
        self.text.get(span.clone()).unwrap_or_default()
    }

    /// A value in the characters that it was pasted in.
    pub(crate) fn as_written(&self, value: String) -> String {
        let Some(written) = &self.written else { return value };
        let at = self.text.find(&value).filter(|_| !value.is_empty());
        at.and_then(|at| written.get(at..at + value.len())).map_or(value.clone(), str::to_owned)
    }

    /// The words at a place with their signs as they were pasted: `合肥｜上海`.
    pub(crate) fn as_pasted(&self, span: &Span) -> String {
        let (words, pasted) = (self.at(span), self.quote(span).quote);
        let same = words.contains('|') && words.chars().count() == pasted.chars().count();
        if same { pasted } else { words.to_owned() }
    }

    /// Whether a place is in the settings before the text.
    pub(crate) fn is_setting(&self, span: &Span) -> bool {
        self.starts.get(span.start).is_some_and(|it| *it < self.front.end)
    }

    /// Where the only `<h1>` of a page begins in the pasted text.
    pub(crate) fn main_heading(&self) -> Option<usize> {
        let mut all = pattern!(r"<h1[\s>]").find_iter(self.source);
        let first = all.next()?.start();
        (self.is_html && all.next().is_none()).then_some(first)
    }

    /// The short name that stands in brackets behind a whole one: `Harbour Institute (HI)`.
    pub(super) fn short_of(&self, name: &str) -> Option<&str> {
        let short = pattern!(r"^ ?\((?P<a>(?-i:[A-Z][A-Za-z.-]{1,9}))\)");
        let bare = pattern!(r" ?\([^()]*\)$").replace(name, "");
        self.text.match_indices(bare.as_ref()).find_map(|(at, _)| {
            short.captures(&self.text[at + bare.len()..])?.name("a").map(|it| it.as_str())
        })
    }

    /// Whether a name stands in the text more than once.
    pub(super) fn is_again(&self, name: &str) -> bool {
        self.text.match_indices(name).nth(1).is_some()
    }

    /// The words of a line.
    pub(crate) fn line(&self, number: usize) -> &str {
        self.lines.get(number).map_or("", |it| self.at(&it.span))
    }

    /// The whole clean text.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The labels whose whole name is like `pattern`, with a value.
    pub(crate) fn labelled<'p>(&'p self, pattern: &'p Regex) -> impl Iterator<Item = &'p Label> {
        self.labels.iter().filter(move |it| is_like(&it.name, pattern) && !it.value.is_empty())
    }

    /// The pasted words behind a place, as they were pasted.
    pub(crate) fn quote(&self, span: &Span) -> Quote {
        // Where a link leads is shown behind its words, and stands before them in a page.
        let last = span.end.max(span.start + 1);
        let starts = self.starts.get(span.start..last.min(self.starts.len()));
        let start = starts.and_then(|it| it.iter().min()).copied().unwrap_or(0);
        let ends = self.ends.get(span.start..last.min(self.ends.len()));
        let end = ends.and_then(|it| it.iter().max()).copied().unwrap_or(start).max(start);
        Quote { quote: self.source.get(start..end).unwrap_or_default().to_owned(), start, end }
    }

    /// The sentence around a place, from its first to its last one.
    pub(crate) fn sentence_at(&self, span: &Span) -> Span {
        let touching = self.sentences.iter().filter(|it| overlaps(&it.span, span));
        touching
            .fold(span.clone(), |all, it| all.start.min(it.span.start)..all.end.max(it.span.end))
    }

    /// The number of the line that a place stands in, where it is in one.
    pub(crate) fn line_of(&self, span: &Span) -> Option<usize> {
        self.lines.iter().position(|it| it.span.start <= span.start && span.end <= it.span.end)
    }

    /// A fact with the sentence that says it.
    pub(crate) fn fact<T>(&self, value: T, span: &Span) -> Fact<T> {
        let Quote { quote, start, end } = self.quote(&self.sentence_at(span));
        Fact { value, quote, start, end }
    }

    /// A fact that a page says for machines.
    pub(crate) fn said<T>(&self, value: T, said: &jsonld::Said) -> Fact<T> {
        let quote = self.source.get(said.start..said.end).unwrap_or_default().to_owned();
        Fact { value, quote, start: said.start, end: said.end }
    }

    /// A day in figures, settled by another one of the same page that has only one reading.
    pub(crate) fn settled(&self, day: Day) -> Day {
        if !day.unclear {
            return day;
        }
        let figures = pattern!(r"\b(\d{1,2})/(\d{1,2})/20\d\d\b");
        let over = |found: &regex::Captures<'_>, part: usize| {
            found[part].parse::<u8>().is_ok_and(|it| it > 12)
        };
        let day_first = figures.captures_iter(&self.text).any(|it| over(&it, 1));
        let month_first = figures.captures_iter(&self.text).any(|it| over(&it, 2));
        match (day_first, month_first, day.of_month) {
            (true, false, _) => Day { unclear: false, ..day },
            (false, true, Some(month)) => {
                Day { unclear: false, month, of_month: Some(day.month), ..day }
            }
            _ => day,
        }
    }

    /// Remembers that something has to be asked, once for each field.
    pub(crate) fn ask(&mut self, field: &str, why: &str, because: &[Span]) {
        if self.questions.iter().any(|it| it.field == field) {
            return;
        }
        let quotes = because.iter().map(|it| self.quote(&self.sentence_at(it))).collect();
        self.questions.push(Question { field: field.to_owned(), why: why.to_owned(), quotes });
    }
}
