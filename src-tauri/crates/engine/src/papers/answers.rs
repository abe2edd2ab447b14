//! The answers sheet: every question of a form with its answer, for reading through, for
//! referees, and for the boxes of a portal.

use documents::writing::{Block, Piece, Stand, Table, Words, Writing};
use forms::{Entry, Report, Why};
use postings::Language;

use super::{say, tongue, ymd};
use crate::letter::Slots;

/// How wide question and answer are.
const WIDTHS: [u32; 2] = [38, 62];

/// Writes the sheet. `form` is the form's file name.
pub(crate) fn answers(report: &Report, form: &str, slots: &Slots<'_>) -> Writing {
    let language = slots.language;
    let name = slots.slot("name").unwrap_or_default();
    let title = say(language, "Answers", "申请表答案");
    let answered = report.fields.iter().filter(|it| it.written.is_some()).count();
    let count = match language {
        Language::En => format!("{answered} of {} questions answered", report.fields.len()),
        Language::Zh => format!("共 {} 题，已答 {answered} 题", report.fields.len()),
    };
    let parts = [name.clone(), form.to_owned(), slots.day(slots.today), count];
    let parts: Vec<String> = parts.into_iter().filter(|it| !it.is_empty()).collect();
    let mut blocks = vec![
        Block::Title(vec![Piece::plain(title)]),
        Block::Subtitle(vec![Piece::plain(parts.join("  ·  "))]),
        Block::Rule,
    ];
    for (section, entries) in sections(&report.fields) {
        if !section.is_empty() {
            blocks.push(Block::Heading(vec![Piece::plain(section)]));
        }
        let rows = entries.into_iter().map(|it| row(it, language)).collect();
        blocks.push(Block::Table(Table {
            widths: WIDTHS.to_vec(),
            header: vec![
                vec![Piece::plain(say(language, "Question", "问题"))],
                vec![Piece::plain(say(language, "Answer", "答案"))],
            ],
            rows,
        }));
    }
    if report.missing > 0 {
        let words = match language {
            Language::En => {
                format!("Still open: {} required answers, marked above.", report.missing)
            }
            Language::Zh => format!("尚缺 {} 项必填答案，见上方标记。", report.missing),
        };
        blocks.push(Block::Paragraph(vec![Piece::plain(words)], Stand::Remark));
    }
    Writing {
        title: format!("{title}: {form}"),
        author: name,
        subject: slots.folder.posting.title.clone(),
        language: tongue(language),
        date: ymd(slots.today),
        blocks,
    }
}

/// Questions that stand in one section after the other, under its name.
fn sections(fields: &[Entry]) -> Vec<(String, Vec<&Entry>)> {
    let mut sections: Vec<(String, Vec<&Entry>)> = Vec::new();
    for entry in fields {
        let name = entry.section.join(" › ");
        match sections.last_mut() {
            Some((last, entries)) if *last == name => entries.push(entry),
            _ => sections.push((name, vec![entry])),
        }
    }
    sections
}

fn row(entry: &Entry, language: Language) -> Vec<Words> {
    let mut question = vec![Piece::plain(&entry.label)];
    if entry.required {
        question.push(Piece::quiet(" *"));
    }
    vec![question, vec![answer(entry, language)]]
}

fn answer(entry: &Entry, language: Language) -> Piece {
    if let Some(written) = &entry.written {
        return Piece::plain(written);
    }
    let (why, is_open) = blank(entry.why.as_ref(), language);
    if entry.required && is_open { Piece::gap(why) } else { Piece::quiet(format!("({why})")) }
}

/// Why there is no answer, and whether the candidate still has to give one.
fn blank(why: Option<&Why>, language: Language) -> (&'static str, bool) {
    let say = |english, chinese| say(language, english, chinese);
    match why {
        Some(Why::ForOffice) => (say("for others to fill", "由他人填写"), false),
        Some(Why::Signature) => (say("to be signed by hand", "手写签名"), false),
        Some(Why::LeftBlank) => (say("left blank on purpose", "有意留空"), false),
        Some(Why::Filled) => (say("printed in the form", "表中已印"), false),
        Some(Why::Dependent { .. }) => (say("does not apply", "不适用"), false),
        Some(Why::HeldBack { .. }) => (say("sensitive, not released", "敏感信息，未放行"), true),
        Some(Why::NoPhoto) => (say("no picture", "没有照片"), true),
        Some(Why::NoFact { .. }) => (say("not in the profile", "资料中没有"), true),
        _ => (say("no answer yet", "尚未回答"), true),
    }
}
