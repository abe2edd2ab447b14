//! The sample candidate's Chinese CV, as a Word file.

use docx_rs::{
    Docx, NumPages, PageNum, Paragraph, Run, Table, TableBorders, TableCell, TableCellMargins,
    TableLayoutType, TableRow, VAlignType, WidthType,
};

use super::outline::{Entry, Outline, Piece, Weight};
use documents::word::{self, Picture, Properties, Word, mark};

/// The text's width on A4, in twentieths of a point.
const WIDTH: usize = 9746;
const PHOTO: usize = 1600;
const PAGE: &str = "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"964\" w:right=\"1080\" \
    w:bottom=\"964\" w:left=\"1080\" w:header=\"567\" w:footer=\"510\" w:gutter=\"0\"/>";

/// Makes `cv-zh.docx`.
pub(super) fn build(outline: &Outline, photo: &[u8]) -> Result<Vec<u8>, String> {
    let mut body = Docx::new().add_table(header(outline));
    for section in &outline.sections {
        body = body.add_paragraph(Paragraph::new().style("Heading1").add_run(text(section.title)));
        for entry in &section.entries {
            for paragraph in paragraphs(entry) {
                body = body.add_paragraph(paragraph);
            }
        }
    }
    let footer = Paragraph::new()
        .style("Footer")
        .add_run(text(&format!("{}　", outline.name)))
        .add_page_num(PageNum::new())
        .add_run(text(" / "))
        .add_num_pages(NumPages::new());
    let title = format!("{}　个人简历", outline.name);
    let properties = Properties {
        title: &title,
        author: &outline.name,
        language: "zh-CN",
        pages: Some(2),
        date: super::DATE,
    };
    // 25 by 35 mm.
    let picture = Picture { bytes: photo, width: 900_000, height: 1_260_000, describe: "照片" };
    let word = Word {
        body,
        footer,
        styles: include_str!("parts/cv-styles.xml"),
        page: PAGE,
        picture: Some(picture),
    };
    word::write(word, &properties, |_| None).map_err(|error| error.to_string())
}

/// The name and the contacts, with the photo at their right.
fn header(outline: &Outline) -> Table {
    let mut words = TableCell::new()
        .width(WIDTH - PHOTO, WidthType::Dxa)
        .vertical_align(VAlignType::Center)
        .add_paragraph(Paragraph::new().style("Title").add_run(text(&outline.name)))
        .add_paragraph(Paragraph::new().style("Subtitle").add_run(text(&outline.label)));
    for line in &outline.contacts {
        let contacts: Vec<&str> = line.iter().map(|it| it.words.as_str()).collect();
        let line = text(&contacts.join("　|　"));
        words = words.add_paragraph(Paragraph::new().style("Contact").add_run(line));
    }
    let photo = TableCell::new()
        .width(PHOTO, WidthType::Dxa)
        .vertical_align(VAlignType::Center)
        .add_paragraph(Paragraph::new().style("Photo").add_run(mark(word::PICTURE)));
    Table::new(vec![TableRow::new(vec![words, photo])])
        .set_grid(vec![WIDTH - PHOTO, PHOTO])
        .layout(TableLayoutType::Fixed)
        .width(WIDTH, WidthType::Dxa)
        .margins(TableCellMargins::new().margin(0, 0, 0, 0))
        .set_borders(TableBorders::with_empty())
}

fn paragraphs(entry: &Entry) -> Vec<Paragraph> {
    let mut paragraphs = Vec::new();
    if !entry.head.is_empty() {
        let mut head = Paragraph::new().style("Entry");
        for piece in &entry.head {
            head = head.add_run(run(piece));
        }
        if !entry.aside.is_empty() {
            head = head.add_run(text("").add_tab().add_text(&entry.aside).style("Quiet"));
        }
        paragraphs.push(head);
    }
    for line in &entry.lines {
        // What begins an entry stands a little off the one before.
        let style = if paragraphs.is_empty() { "Item" } else { "Normal" };
        let runs = line.iter().map(run);
        paragraphs.push(runs.fold(Paragraph::new().style(style), Paragraph::add_run));
    }
    for bullet in &entry.bullets {
        let words = text("•").add_tab().add_text(bullet);
        paragraphs.push(Paragraph::new().style("Bullet").add_run(words));
    }
    paragraphs
}

fn run(piece: &Piece) -> Run {
    let run = text(&piece.words);
    match piece.weight {
        Weight::Plain => run,
        Weight::Strong => run.style("Strong"),
        Weight::Slanted => run.style("Emphasis"),
        Weight::Quiet => run.style("Quiet"),
    }
}

fn text(words: &str) -> Run {
    Run::new().add_text(words)
}
