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
    let lines = super::line::break_lines(&fonts, &spans, 300.0, 0.0).unwrap();
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

/// The fonts that ship with the app, and no others.
fn shipped() -> Fonts {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../templates/fonts");
    Fonts::shipped(std::path::Path::new(folder)).unwrap()
}

#[test]
fn chinese_is_drawn_by_a_font_that_has_it_and_read_again() {
    let fonts = shipped();
    let mut flow = Flow::new(&fonts, Paper::A4);
    let words = "姓名：朱镕喆，字犇。熟悉 Rust 与“机密计算”。☐ 否　☑ 是　☒ 非";
    flow.paragraph(&[Span::new(words, 11.0), Span::new("加粗", 11.0).bold()]).unwrap();
    let bytes = flow.finish(&PROPERTIES).unwrap();
    assert!(bytes.len() < 60_000, "{} bytes", bytes.len());
    let text = crate::read(&bytes, "zh.pdf").unwrap().text;
    for part in ["朱镕喆", "字犇", "☐", "☑", "☒", "加粗", "机密计算"] {
        assert!(text.contains(part), "{part}: {text}");
    }
}

#[test]
fn a_character_that_only_a_few_computers_can_draw_is_told() {
    let fonts = shipped();
    assert_eq!(fonts.lacking("朱镕喆 Zoë ☑"), []);
    assert_eq!(fonts.lacking("𠮷田 𠮷"), ['𠮷']);
    let mut flow = Flow::new(&fonts, Paper::A4);
    let refused = flow.paragraph(&[Span::new("𠮷田", 11.0)]);
    assert_eq!(refused, Err(Error::Letter { letter: '𠮷' }));
}

#[test]
fn a_font_of_this_computer_stands_in_where_there_is_one() {
    let fonts = shipped().with_system();
    if !fonts.lacking("𠮷").is_empty() {
        return;
    }
    let mut flow = Flow::new(&fonts, Paper::A4);
    flow.paragraph(&[Span::new("𠮷田镕喆", 11.0)]).unwrap();
    let bytes = flow.finish(&PROPERTIES).unwrap();
    assert!(bytes.len() < 100_000, "{} bytes", bytes.len());
    let text = crate::read(&bytes, "rare.pdf").unwrap().text;
    assert!(text.contains("𠮷田镕喆"), "{text}");
}

#[test]
fn no_line_begins_with_a_mark_that_may_not_begin_one() {
    let fonts = shipped();
    let words =
        "我们研究可信系统，特别是机密计算、侧信道与（分布式）共识；“先测量，再下结论”。".repeat(9);
    for width in 60_u8..120 {
        let lines =
            super::line::break_lines(&fonts, &[Span::new(&*words, 11.0)], f32::from(width), 0.0)
                .unwrap();
        for line in &lines {
            let first = line.pieces[0].text.chars().next().unwrap();
            assert!(!"，。、；：）”！？".contains(first), "{width}: {line:?}");
        }
    }
}

#[test]
fn what_is_wider_than_a_line_is_broken_and_nothing_is_lost() {
    let fonts = shipped();
    let address = format!("https://example.com/{}", "a-long-path-without-end".repeat(9));
    let spans = [Span::new(format!("See {address} there"), 11.0)];
    let lines = super::line::break_lines(&fonts, &spans, 120.0, 0.0).unwrap();
    assert!(lines.iter().all(|it| it.width <= 120.0));
    let set: String = lines.iter().flat_map(|it| &it.pieces).map(|it| &*it.text).collect();
    assert!(set.contains(&address), "{set}");
}

#[test]
fn no_line_of_a_paragraph_stands_alone_on_a_page() {
    use super::line::before_the_end;
    assert_eq!(before_the_end(5, 9), 5);
    assert_eq!(before_the_end(5, 1), 0);
    assert_eq!(before_the_end(5, 4), 3);
    assert_eq!(before_the_end(3, 2), 0);
    assert_eq!(before_the_end(5, 3), 3);
    assert_eq!(before_the_end(1, 0), 0);
}

#[test]
fn a_table_goes_on_under_its_header_and_loses_nothing() {
    let fonts = fonts();
    let mut flow = Flow::new(&fonts, Paper::A4);
    let cell = |words: &str| vec![Span::new(words, 10.0)];
    let long = "A long answer of several words. ".repeat(300);
    let mut rows: Vec<super::Row> = Vec::new();
    for number in 0..60 {
        rows.push(vec![cell(&format!("Question {number}.")), cell("Answer")]);
    }
    rows.insert(30, vec![cell("Long"), cell(&long)]);
    let header = vec![cell("Asked for"), cell("Told")];
    flow.table(&[1.0, 2.0], &header, &rows).unwrap();
    let read = crate::read(&flow.finish(&PROPERTIES).unwrap(), "table.pdf").unwrap();
    let pages = read.pages.unwrap();
    assert!(pages >= 4, "{pages}");
    assert_eq!(read.text.matches("Asked for").count(), usize::try_from(pages).unwrap());
    let words: String = read.text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(words.matches("several").count(), 300);
    assert!(words.contains("Question 0.") && words.contains("Question 59."));
}

#[test]
fn the_file_claims_no_standard_that_it_does_not_keep() {
    let text = String::from_utf8_lossy(&pdf(&["Words"])).into_owned();
    assert!(!text.contains("GTS_PDFX") && !text.contains("1970"), "{text}");
}
