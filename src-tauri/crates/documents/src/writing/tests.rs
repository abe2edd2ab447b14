//! One description, two drawings that say the same.

use unicode_normalization::UnicodeNormalization as _;

use super::{Block, Piece, Stand, Table, Tongue, Writing};
use crate::pdf::Fonts;

fn fonts() -> Fonts {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../templates/fonts");
    Fonts::shipped(std::path::Path::new(folder)).unwrap()
}

fn writing(language: Tongue) -> Writing {
    Writing {
        title: "申请信 Letter".into(),
        author: "朱镕喆".into(),
        subject: "Application".into(),
        language,
        date: (2026, 3, 1),
        blocks: vec![
            Block::Title(vec![Piece::plain("朱镕喆")]),
            Block::Subtitle(vec![Piece::plain("a@example.com").link("mailto:a@example.com")]),
            Block::Rule,
            Block::Heading(vec![Piece::plain("Heading & more")]),
            Block::Paragraph(vec![Piece::plain("尊敬的老师：")], Stand::Flush),
            Block::Paragraph(
                vec![
                    Piece::plain("I study "),
                    Piece::gap("education.major"),
                    Piece::plain(" here."),
                ],
                Stand::Body,
            ),
            Block::Point(vec![Piece::strong("One point")]),
            Block::Table(Table {
                widths: vec![1, 2],
                header: vec![vec![Piece::plain("Question")], vec![Piece::plain("Answer")]],
                rows: vec![vec![vec![Piece::plain("性别")], vec![Piece::quiet("☑ 女\n☐ 男")]]],
            }),
            Block::Paragraph(vec![Piece::plain("2026年3月1日")], Stand::Right),
        ],
    }
}

#[test]
fn both_drawings_say_every_word() {
    for language in [Tongue::English, Tongue::Chinese] {
        let writing = writing(language);
        let pdf = crate::read(&writing.pdf(&fonts()).unwrap(), "a.pdf").unwrap();
        let word = crate::read(&writing.word().unwrap(), "a.docx").unwrap();
        assert_eq!(word.title.as_deref(), Some("申请信 Letter"));
        for text in [pdf.text, word.text] {
            // Full-width marks come back as their plain selves.
            let squeezed =
                |text: &str| text.nfkc().filter(|c| !c.is_whitespace()).collect::<String>();
            for piece in writing.pieces() {
                let words = squeezed(&piece.text);
                assert!(squeezed(&text).contains(&words), "{words}: {text}");
            }
        }
    }
}

#[test]
fn a_gap_is_named_and_marked() {
    let writing = writing(Tongue::English);
    assert_eq!(writing.gaps(), ["[education.major]"]);
    let word = ooxml::Package::open(writing.word().unwrap()).unwrap();
    assert!(word.kind() == ooxml::Kind::Word);
}

#[test]
fn the_same_words_make_the_same_bytes() {
    let writing = writing(Tongue::Chinese);
    assert_eq!(writing.word().unwrap(), writing.word().unwrap());
    assert_eq!(writing.pdf(&fonts()).unwrap(), writing.pdf(&fonts()).unwrap());
}
