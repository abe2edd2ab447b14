//! The cover letter: the candidate's own sentences for one posting.

use documents::writing::{Block, Piece, Stand, Writing};
use postings::{Folder, Language};

use super::{CoverLetter, slots, tongue, ymd};
use crate::{Error, letter::Slots};

const ENGLISH: &str = include_str!("../../../../../templates/letters/cover.en.txt");
const CHINESE: &str = include_str!("../../../../../templates/letters/cover.zh.txt");

/// What stands under the candidate's name, as far as it is known.
const CONTACTS: [&str; 4] = ["contact.email", "contact.phone", "contact.website", "contact.orcid"];

/// The words of a letter for this posting, with slots: its own if it has some, else those
/// that fit any posting.
pub(crate) fn letter_text(folder: &Folder, language: Language) -> Result<String, Error> {
    let (name, common) = match language {
        Language::En => ("letter.en.txt", ENGLISH),
        Language::Zh => ("letter.zh.txt", CHINESE),
    };
    let own = folder.file(name)?.map(|it| String::from_utf8_lossy(&it).into_owned());
    Ok(own.unwrap_or_else(|| common.to_owned()))
}

/// Writes the letter from `text`.
pub(crate) fn letter(slots: &Slots<'_>, text: &str) -> CoverLetter {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let mut letter = Composed { slots, blocks: Vec::new(), text: String::new(), gaps: Vec::new() };
    letter.head();
    letter.body(&text);
    let (language, posting) = (slots.language, &slots.folder.posting);
    let name = slots.slot("name").unwrap_or_default();
    let title = match language {
        Language::En => format!("Cover letter: {}", posting.title),
        Language::Zh => format!("求职信：{}", posting.title),
    };
    let writing = Writing {
        title,
        author: name,
        subject: posting.title.clone(),
        language: tongue(language),
        date: ymd(slots.today),
        blocks: letter.blocks,
    };
    CoverLetter { writing, text: letter.text, gaps: letter.gaps }
}

/// A letter's own text, to be edited: slots whose facts are known by now are filled, and
/// everything else stays as the candidate wrote it.
pub(crate) fn settled(slots: &Slots<'_>, text: &str) -> String {
    let letter = Composed { slots, blocks: Vec::new(), text: String::new(), gaps: Vec::new() };
    slots::settled(text, &|slot| letter.fact(slot))
}

struct Composed<'a> {
    slots: &'a Slots<'a>,
    blocks: Vec<Block>,
    text: String,
    gaps: Vec<String>,
}

impl Composed<'_> {
    fn fact(&self, slot: &str) -> Option<String> {
        match slot {
            "date" => Some(self.slots.day(self.slots.today)),
            _ => self.slots.slot(slot).filter(|words| self.is_in_language(slot, words)),
        }
    }

    /// A name may be in Latin letters in a Chinese letter; a whole sentence may not.
    fn is_in_language(&self, slot: &str, words: &str) -> bool {
        let is_sentence = slot.starts_with("statement.") || slot.starts_with("research.");
        let is_han = |c: char| matches!(c, '\u{4e00}'..='\u{9fff}');
        self.slots.language == Language::En || !is_sentence || words.chars().any(is_han)
    }

    /// Who writes, to whom, about what.
    fn head(&mut self) {
        let name = self.fact("name").map_or_else(|| Piece::gap("name"), Piece::plain);
        if name.look == documents::writing::Look::Gap {
            self.gaps.push("name".into());
        }
        self.blocks.push(Block::Title(vec![name]));
        let mut contacts = Vec::new();
        for key in CONTACTS {
            let Some(words) = self.fact(key) else { continue };
            if !contacts.is_empty() {
                contacts.push(Piece::quiet("  ·  "));
            }
            let shown = words.trim_start_matches("https://").trim_end_matches('/').to_owned();
            contacts.push(match key {
                "contact.email" => Piece::plain(&words).link(format!("mailto:{words}")),
                "contact.orcid" if words.starts_with("http") => Piece::plain(shown).link(&words),
                "contact.orcid" => Piece::plain(format!("ORCID {words}"))
                    .link(format!("https://orcid.org/{words}")),
                _ if words.starts_with("http") => Piece::plain(shown).link(&words),
                _ => Piece::plain(words),
            });
        }
        if !contacts.is_empty() {
            self.blocks.push(Block::Subtitle(contacts));
        }
        self.blocks.push(Block::Rule);
        let posting = &self.slots.folder.posting;
        let to: Vec<&str> = [&posting.group, &posting.organisation]
            .into_iter()
            .flatten()
            .map(String::as_str)
            .collect();
        if self.slots.language == Language::En {
            let date = Piece::plain(self.slots.day(self.slots.today));
            self.blocks.push(Block::Paragraph(vec![date], Stand::Flush));
            if !to.is_empty() {
                let to = Piece::plain(to.join("\n"));
                self.blocks.push(Block::Paragraph(vec![to], Stand::Apart));
            }
        }
        let about = match self.slots.language {
            Language::En => format!("Application: {}", posting.title),
            Language::Zh => format!("应聘岗位：{}", posting.title),
        };
        self.blocks.push(Block::Paragraph(vec![Piece::strong(about)], Stand::Apart));
    }

    /// The text, a paragraph after the other.
    fn body(&mut self, text: &str) {
        let mut closing = false;
        let paragraphs = paragraphs(text);
        let count = paragraphs.len();
        for (number, paragraph) in paragraphs.into_iter().enumerate() {
            let filled = slots::filled(&paragraph, &|slot| self.fact(slot));
            if filled.text.trim().is_empty() {
                continue;
            }
            for gap in filled.gaps {
                if !self.gaps.contains(&gap) {
                    self.gaps.push(gap);
                }
            }
            if !self.text.is_empty() {
                self.text.push('\n');
            }
            self.text.push_str(filled.text.trim());
            self.text.push('\n');
            if self.slots.language == Language::Zh && (closing || paragraph.starts_with("此致")) {
                self.chinese_end(filled.words, closing);
                closing = true;
                continue;
            }
            // The salutation and, in English, the words of farewell and the name.
            let is_end = self.slots.language == Language::En && number + 2 >= count;
            let stand = match number {
                0 => Stand::Apart,
                _ if is_end => Stand::Apart,
                _ => Stand::Body,
            };
            self.blocks.push(Block::Paragraph(filled.words, stand));
        }
    }

    /// 此致 stands in, 敬礼 at the edge, and name and date at the right.
    fn chinese_end(&mut self, words: Vec<Piece>, is_signature: bool) {
        for (number, line) in lines(words).into_iter().enumerate() {
            let stand = match number {
                _ if is_signature => Stand::Right,
                0 => Stand::Body,
                _ => Stand::Flush,
            };
            self.blocks.push(Block::Paragraph(line, stand));
        }
    }
}

/// Stretches of text between blank lines.
fn paragraphs(text: &str) -> Vec<String> {
    let mut paragraphs = vec![String::new()];
    for line in text.lines() {
        if line.trim().is_empty() {
            paragraphs.push(String::new());
        } else if let Some(last) = paragraphs.last_mut() {
            if !last.is_empty() {
                last.push('\n');
            }
            last.push_str(line.trim_end());
        }
    }
    paragraphs.retain(|it| !it.is_empty());
    paragraphs
}

/// The same words, each line by itself.
fn lines(words: Vec<Piece>) -> Vec<Vec<Piece>> {
    let mut lines = vec![Vec::new()];
    for piece in words {
        for (number, text) in piece.text.split('\n').enumerate() {
            if number > 0 {
                lines.push(Vec::new());
            }
            if let (Some(line), false) = (lines.last_mut(), text.is_empty()) {
                line.push(Piece { text: text.to_owned(), ..piece.clone() });
            }
        }
    }
    lines.retain(|it| !it.is_empty());
    lines
}
