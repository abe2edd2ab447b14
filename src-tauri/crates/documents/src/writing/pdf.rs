//! A document drawn as a PDF.

use super::{Block, Look, Piece, Stand, Table, Tongue, Words, Writing};
use crate::Error;
use crate::pdf::{Colour, Flow, Fonts, Paper, Properties, Row, Shape, Span};

const INK: Colour = Colour(0x17, 0x32, 0x4d);
const LINE: Colour = Colour(0xc5, 0xce, 0xd8);
const GAP: Colour = Colour(0x8a, 0x4b, 0x00);
const GAP_GROUND: Colour = Colour(0xff, 0xef, 0xc2);

/// The sizes of one language, in points. Chinese letters are larger for their size.
struct Sizes {
    body: f32,
    table: f32,
    leading: f32,
    between: f32,
}

impl Sizes {
    fn of(language: Tongue) -> Self {
        match language {
            Tongue::English => Self { body: 11.0, table: 9.6, leading: 1.42, between: 8.5 },
            Tongue::Chinese => Self { body: 11.0, table: 9.6, leading: 1.64, between: 5.5 },
        }
    }
}

impl Writing {
    /// Draws it as a PDF.
    ///
    /// # Errors
    /// A character that no font has.
    pub fn pdf(&self, fonts: &Fonts) -> Result<Vec<u8>, Error> {
        let sizes = Sizes::of(self.language);
        let mut flow = Flow::new(fonts, Paper::LETTER).with_leading(sizes.leading);
        for (number, block) in self.blocks.iter().enumerate() {
            let before = number.checked_sub(1).and_then(|it| self.blocks.get(it));
            draw(&mut flow, block, before, self.language)?;
        }
        flow.finish(&Properties {
            title: &self.title,
            author: &self.author,
            subject: &self.subject,
            language: self.language.tag(),
            date: self.date,
        })
    }
}

fn draw(
    flow: &mut Flow<'_>,
    block: &Block,
    before: Option<&Block>,
    language: Tongue,
) -> Result<(), Error> {
    let Sizes { body, table, between, .. } = Sizes::of(language);
    match block {
        Block::Title(words) => flow.paragraph(&spans(words, 20.0, Some(INK), true)),
        Block::Subtitle(words) => {
            flow.space(if matches!(before, Some(Block::Title(_))) { 1.0 } else { 0.0 });
            flow.paragraph(&spans(words, 9.6, Some(Colour::GREY), false))
        }
        Block::Rule => {
            flow.space(7.0);
            flow.rule(LINE);
            flow.space(9.0);
            Ok(())
        }
        Block::Heading(words) => {
            flow.space(if matches!(before, Some(Block::Rule)) { 4.0 } else { 13.0 });
            // A heading alone at the foot of a page is worse than some white.
            flow.keep(74.0);
            flow.paragraph(&spans(words, 12.0, Some(INK), true))?;
            flow.space(4.0);
            Ok(())
        }
        Block::Paragraph(words, stand) => {
            let follows = matches!(before, Some(Block::Paragraph(_, other)) if other == stand);
            let close = matches!(stand, Stand::Right) && follows;
            if matches!(before, Some(Block::Paragraph(..) | Block::Table(_))) && !close {
                flow.space(if *stand == Stand::Apart { 1.9 * between } else { between });
            }
            match stand {
                Stand::Remark => flow.paragraph(&spans(words, 8.8, Some(Colour::GREY), false)),
                Stand::Right => flow.shaped(&spans(words, body, None, false), Shape::Right),
                Stand::Body if language == Tongue::Chinese => {
                    let shape = Shape::FirstLine(2.0 * body);
                    flow.shaped(&spans(words, body, None, false), shape)
                }
                Stand::Body | Stand::Flush | Stand::Apart => {
                    flow.paragraph(&spans(words, body, None, false))
                }
            }
        }
        Block::Point(words) => {
            flow.bullet(&spans(words, table, None, false))?;
            flow.space(1.5);
            Ok(())
        }
        Block::Table(it) => draw_table(flow, it, table),
    }
}

fn draw_table(flow: &mut Flow<'_>, table: &Table, size: f32) -> Result<(), Error> {
    // Widths are small whole numbers.
    let widths: Vec<f32> =
        table.widths.iter().map(|it| f32::from(u16::try_from(*it).unwrap_or(1))).collect();
    let header: Row =
        table.header.iter().map(|it| spans(it, 8.6, Some(Colour::GREY), true)).collect();
    let row = |row: &Vec<Words>| row.iter().map(|it| spans(it, size, None, false)).collect();
    let rows: Vec<Row> = table.rows.iter().map(row).collect();
    flow.table(&widths, &header, &rows)
}

fn spans(words: &[Piece], size: f32, colour: Option<Colour>, bold: bool) -> Vec<Span> {
    let span = |piece: &Piece| {
        let span = Span::new(&piece.text, size);
        let span = colour.map_or_else(|| span.clone(), |it| span.clone().colour(it));
        let span = if bold || piece.look == Look::Strong { span.bold() } else { span };
        let span = match piece.look {
            Look::Plain | Look::Strong => span,
            Look::Quiet => span.colour(Colour::GREY),
            Look::Gap => span.colour(GAP).fill(GAP_GROUND),
        };
        match &piece.link {
            // Among grey words a link is grey too.
            Some(address) if colour.is_some() => span.link(address),
            Some(address) => span.colour(INK).link(address),
            None => span,
        }
    };
    words.iter().map(span).collect()
}
