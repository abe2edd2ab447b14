//! A document drawn as a Word file.

use docx_rs::{
    BorderType, Docx, NumPages, PageNum, Paragraph, Run, Shading, ShdType, Table as DocxTable,
    TableBorder, TableBorderPosition, TableBorders, TableCell, TableCellMargins, TableLayoutType,
    TableRow, WidthType,
};

use super::{Block, Look, Piece, Stand, Table, Tongue, Words, Writing};
use crate::Error;
use crate::word::{self, Properties, Word, mark};
use ooxml::escape;

/// The text's width on A4, in twentieths of a point.
const WIDTH: u32 = 9066;
const PAGE: &str = "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1240\" w:right=\"1420\" \
    w:bottom=\"1240\" w:left=\"1420\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>";

impl Writing {
    /// Draws it as a Word file.
    pub fn word(&self) -> Result<Vec<u8>, Error> {
        let mut body = Docx::new();
        for (number, block) in self.blocks.iter().enumerate() {
            body = match block {
                Block::Table(table) => {
                    let body = body.add_table(draw_table(table));
                    // Word wants a paragraph after a table that is the last thing.
                    let is_last = number + 1 == self.blocks.len();
                    if is_last { body.add_paragraph(styled("Rule", &[])) } else { body }
                }
                _ => body.add_paragraph(self.paragraph(block)),
            };
        }
        let footer = Paragraph::new()
            .style("Footer")
            .add_run(Run::new().add_text(format!("{} · ", self.author)))
            .add_page_num(PageNum::new())
            .add_run(Run::new().add_text(" / "))
            .add_num_pages(NumPages::new());
        let language = self.language.tag();
        let properties = Properties {
            title: &self.title,
            author: &self.author,
            language,
            pages: None,
            date: self.date,
        };
        let styles = include_str!("styles.xml");
        let word = Word { body, footer, styles, page: PAGE, picture: None };
        word::write(word, &properties, link)
    }

    fn paragraph(&self, block: &Block) -> Paragraph {
        match block {
            Block::Title(words) => styled("Title", words),
            Block::Subtitle(words) => styled("Subtitle", words),
            Block::Heading(words) => styled("Heading1", words),
            Block::Point(words) => {
                let bullet = Run::new().add_text("•").add_tab();
                filled(Paragraph::new().style("Point").add_run(bullet), words)
            }
            Block::Paragraph(words, stand) => {
                let style = match stand {
                    Stand::Body if self.language == Tongue::Chinese => "BodyIndented",
                    Stand::Body | Stand::Flush => "BodyText",
                    Stand::Apart => "BodyApart",
                    Stand::Right => "Closing",
                    Stand::Remark => "Remark",
                };
                styled(style, words)
            }
            Block::Rule | Block::Table(_) => styled("Rule", &[]),
        }
    }
}

fn draw_table(table: &Table) -> DocxTable {
    let whole: u32 = table.widths.iter().sum::<u32>().max(1);
    let widths: Vec<usize> = table
        .widths
        .iter()
        .map(|it| usize::try_from(WIDTH * it / whole).unwrap_or_default())
        .collect();
    let cell = |words: &Words, width: usize, style: &str| {
        TableCell::new().width(width, WidthType::Dxa).add_paragraph(styled(style, words))
    };
    let shade = || Shading::new().shd_type(ShdType::Clear).color("auto").fill("F1F4F7");
    let head = table.header.iter().zip(&widths);
    let head = head.map(|(words, width)| cell(words, *width, "TableHead").shading(shade()));
    let rows = table.rows.iter().map(|row| {
        let cells = row.iter().zip(&widths);
        TableRow::new(cells.map(|(words, width)| cell(words, *width, "TableText")).collect())
            .cant_split()
    });
    let rows = std::iter::once(TableRow::new(head.collect()).cant_split()).chain(rows);
    let line = |position| {
        TableBorder::new(position).border_type(BorderType::Single).size(4).color("D5DAE1")
    };
    DocxTable::new(rows.collect())
        .set_grid(widths.clone())
        .layout(TableLayoutType::Fixed)
        .width(widths.iter().sum(), WidthType::Dxa)
        .margins(TableCellMargins::new().margin(60, 110, 60, 110))
        .set_borders(
            TableBorders::with_empty()
                .set(line(TableBorderPosition::Bottom))
                .set(line(TableBorderPosition::InsideH)),
        )
}

fn styled(style: &str, words: &[Piece]) -> Paragraph {
    filled(Paragraph::new().style(style), words)
}

fn filled(mut paragraph: Paragraph, words: &[Piece]) -> Paragraph {
    for piece in words {
        let run = match &piece.link {
            Some(address) => mark(&format!("{address} {}", piece.text)),
            None => run(piece),
        };
        paragraph = paragraph.add_run(run);
    }
    paragraph
}

/// The field that stands for a mark: an address, a space, and the words to click.
fn link(mark: &str) -> Option<String> {
    let (address, words) = mark.split_once(' ')?;
    let (address, words) = (escape(address), escape(words));
    let mark = |kind| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    Some(format!(
        "{}<w:r><w:instrText xml:space=\"preserve\"> HYPERLINK \"{address}\" </w:instrText></w:r>{}\
         <w:r><w:rPr><w:rStyle w:val=\"Link\"/></w:rPr><w:t xml:space=\"preserve\">{words}</w:t></w:r>{}",
        mark("begin"),
        mark("separate"),
        mark("end")
    ))
}

fn run(piece: &Piece) -> Run {
    let mut run = Run::new();
    for (number, line) in piece.text.split('\n').enumerate() {
        if number > 0 {
            run = run.add_break(docx_rs::BreakType::TextWrapping);
        }
        run = run.add_text(line);
    }
    match piece.look {
        Look::Plain => run,
        Look::Strong => run.style("Strong"),
        Look::Quiet => run.style("Quiet"),
        Look::Gap => run.style("Gap"),
    }
}
