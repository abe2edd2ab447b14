//! What we write is read again, by our own reader among others.

use super::{Colour, Flow, Fonts, Paper, Properties, Span};
use crate::Error;

const REGULAR: &[u8] = include_bytes!("../../../../../templates/fonts/Lato-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../../../../../templates/fonts/Lato-Bold.ttf");
const ITALIC: &[u8] = include_bytes!("../../../../../templates/fonts/Lato-Italic.ttf");

pub(crate) fn fonts() -> Fonts {
    Fonts::open(REGULAR, BOLD, ITALIC).unwrap()
}

const PROPERTIES: Properties<'_> = Properties {
    title: "Curriculum vitae – Zoë",
    author: "Zoë Example",
    subject: "CV",
    language: "en-GB",
    date: (2026, 1, 31),
};

/// A PDF of these paragraphs.
pub(crate) fn pdf(paragraphs: &[&str]) -> Vec<u8> {
    let fonts = fonts();
    let mut flow = Flow::new(&fonts, Paper::A4);
    for words in paragraphs {
        flow.paragraph(&[Span::new(*words, 11.0)]).unwrap();
    }
    flow.finish(&PROPERTIES).unwrap()
}

#[test]
fn what_is_written_can_be_read_again() {
    let cv =
        crate::read(&pdf(&["To Ava: the office file, naïve façade – “AV” €50."]), "a.pdf").unwrap();
    assert_eq!(cv.text.trim(), "To Ava: the office file, naïve façade – “AV” €50.");
    assert_eq!(cv.title.as_deref(), Some(PROPERTIES.title));
    assert_eq!(cv.author.as_deref(), Some(PROPERTIES.author));
}

#[test]
fn the_same_words_make_the_same_bytes() {
    assert_eq!(pdf(&["one", "two"]), pdf(&["one", "two"]));
}

#[test]
fn fonts_travel_along_and_are_cut_down() {
    let bytes = pdf(&["Words"]);
    assert!(bytes.len() < 20_000, "{} bytes", bytes.len());
    let text = String::from_utf8_lossy(&bytes);
    assert!(text.contains("CANDRE+Lato-Regular") && text.contains("FontFile2"));
}

#[test]
fn the_file_says_its_language_and_its_day_and_has_no_random_identifier() {
    let text = String::from_utf8_lossy(&pdf(&["Words"])).into_owned();
    assert!(text.contains("/Lang(en-GB)") || text.contains("/Lang (en-GB)"));
    assert!(text.contains("D:20260131000000Z"));
    assert!(!text.contains("/ID"));
}

#[test]
fn a_letter_that_no_font_draws_is_an_error_and_not_a_box() {
    let fonts = fonts();
    let mut flow = Flow::new(&fonts, Paper::A4);
    let refused = flow.paragraph(&[Span::new("李", 11.0)]);
    assert_eq!(refused, Err(Error::Letter { letter: '李' }));
}

#[test]
fn no_line_is_wider_than_the_page_and_no_word_is_lost() {
    let words = "an ordinary sentence of a curriculum vitae with some longer words ".repeat(40);
    let fonts = fonts();
    let spans = [Span::new(words.trim(), 10.0), Span::new(" and its end", 10.0).bold()];
    let lines = super::line::break_lines(&fonts, &spans, 300.0).unwrap();
    assert!(lines.iter().all(|it| it.width <= 300.0));
    let set: Vec<String> =
        lines.iter().map(|it| it.pieces.iter().map(|it| it.text.as_str()).collect()).collect();
    assert_eq!(set.join(" "), format!("{} and its end", words.trim()));
}

#[test]
fn long_documents_go_on_to_further_pages_that_say_their_number() {
    let words = "Line after line after line.";
    let cv = crate::read(&pdf(&[words; 120]), "long.pdf").unwrap();
    assert_eq!(cv.pages, Some(3));
    assert_eq!(cv.text.matches(words).count(), 120);
    assert!(cv.text.contains("2 / 3"));
}

#[test]
fn a_row_keeps_its_two_sides_on_one_line() {
    let fonts = fonts();
    let mut flow = Flow::new(&fonts, Paper::A4);
    let dates = Span::new("2022 – 2026", 10.0).colour(Colour::GREY);
    flow.row(&[Span::new("Example University", 10.0).bold()], &[dates]).unwrap();
    flow.bullet(&[Span::new("see the page", 10.0).italic().link("https://example.com/?a=1&b=2")])
        .unwrap();
    flow.rule(Colour::GREY);
    let bytes = flow.finish(&PROPERTIES).unwrap();
    let cv = crate::read(&bytes, "row.pdf").unwrap();
    assert!(cv.text.contains("Example University"), "{}", cv.text);
    assert!(cv.text.contains("2022 – 2026"), "{}", cv.text);
    assert!(String::from_utf8_lossy(&bytes).contains("https://example.com/?a=1&b=2"));
}

#[test]
fn what_is_no_font_is_refused() {
    assert!(matches!(Fonts::open(b"no font", BOLD, ITALIC), Err(Error::Font { .. })));
}
