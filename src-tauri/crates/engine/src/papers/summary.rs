//! The application summary: what is sent, to whom, and what speaks for the candidate.

use bundle::{Attachment, Media, Role};
use documents::writing::{Block, Piece, Table, Words, Writing};
use forms::Report;
use postings::{Evidence, Language, Verdict};

use super::{say, tongue, ymd};
use crate::letter::Slots;

/// A file that is sent.
#[derive(Debug, Clone)]
pub(crate) struct Sent {
    pub(crate) name: String,
    pub(crate) role: Role,
    pub(crate) media: Media,
    pub(crate) bytes: usize,
}

impl From<&Attachment> for Sent {
    fn from(file: &Attachment) -> Self {
        let (role, media, bytes) = (file.role, file.media, file.bytes.len());
        Self { name: file.name.to_string(), role, media, bytes }
    }
}

/// What the summary is of.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Summary<'a> {
    pub(crate) slots: &'a Slots<'a>,
    pub(crate) files: &'a [Sent],
    /// Addresses, or a portal.
    pub(crate) to: &'a [String],
    pub(crate) subject: Option<&'a str>,
    pub(crate) evidence: &'a [Evidence],
    pub(crate) report: Option<&'a Report>,
}

/// No more reasons for one qualification: the strongest come first.
const REASONS: usize = 4;

/// Writes the summary.
pub(crate) fn summary(summary: &Summary<'_>) -> Writing {
    let Summary { slots, .. } = summary;
    let (language, posting) = (slots.language, &slots.folder.posting);
    let name = slots.slot("name").unwrap_or_default();
    let title = say(language, "Application summary", "申请摘要");
    let about =
        [Some(name.as_str()), Some(posting.title.as_str()), posting.organisation.as_deref()];
    let about: Vec<&str> = about.into_iter().flatten().filter(|it| !it.is_empty()).collect();
    let mut blocks = vec![
        Block::Title(vec![Piece::plain(title)]),
        Block::Subtitle(vec![Piece::plain(about.join("  ·  "))]),
        Block::Rule,
        heading(language, "Where it goes", "投递去向"),
        facts(summary),
        heading(language, "What is sent", "投递材料"),
        files(summary),
    ];
    if !summary.evidence.is_empty() {
        blocks.push(heading(language, "What speaks for the candidate", "资格与依据"));
        blocks.push(qualifications(summary));
    }
    Writing {
        title: format!("{title}: {}", posting.title),
        author: name,
        subject: posting.title.clone(),
        language: tongue(language),
        date: ymd(slots.today),
        blocks,
    }
}

fn heading(language: Language, english: &'static str, chinese: &'static str) -> Block {
    Block::Heading(vec![Piece::plain(say(language, english, chinese))])
}

fn facts(summary: &Summary<'_>) -> Block {
    let Summary { slots, to, subject, report, .. } = summary;
    let (language, posting) = (slots.language, &slots.folder.posting);
    let mut rows: Vec<Vec<Words>> = Vec::new();
    let mut row = |english, chinese, words: Words| {
        rows.push(vec![vec![Piece::quiet(say(language, english, chinese))], words]);
    };
    row("Position", "岗位", vec![Piece::strong(&posting.title)]);
    for (english, chinese, value) in [
        ("Organisation", "单位", &posting.organisation),
        ("Group", "团队", &posting.group),
        ("Place", "地点", &posting.location),
    ] {
        if let Some(value) = value {
            row(english, chinese, vec![Piece::plain(value)]);
        }
    }
    let nobody =
        say(language, "nobody yet: the posting names no address", "尚无：招聘启事未写明地址");
    let to = if to.is_empty() { Piece::quiet(nobody) } else { Piece::plain(to.join("\n")) };
    row("Goes to", "收件", vec![to]);
    if let Some(subject) = subject {
        row("Subject", "主题", vec![Piece::plain(*subject)]);
    }
    if let Some(date) = posting.deadline.as_ref().and_then(|it| it.date) {
        row("Deadline", "截止日期", vec![Piece::plain(slots.day(date))]);
    }
    if let Some(report) = report {
        let (written, all, open) = (report.written, report.fields.len(), report.missing);
        let words = match (language, open) {
            (Language::En, 0) => format!("{written} of {all} questions answered"),
            (Language::En, _) => {
                format!("{written} of {all} questions answered, {open} required ones still open")
            }
            (Language::Zh, 0) => format!("共 {all} 题，已答 {written} 题"),
            (Language::Zh, _) => format!("共 {all} 题，已答 {written} 题，尚缺必填 {open} 题"),
        };
        row("Form", "申请表", vec![Piece::plain(words)]);
    }
    row("Prepared on", "整理日期", vec![Piece::plain(slots.day(slots.today))]);
    let header = [say(language, "About", "项目"), say(language, "Details", "内容")];
    let header = header.map(|it| vec![Piece::plain(it)]).to_vec();
    Block::Table(Table { widths: vec![24, 76], header, rows })
}

fn files(summary: &Summary<'_>) -> Block {
    let language = summary.slots.language;
    let rows = summary.files.iter().map(|file| {
        vec![
            vec![Piece::plain(what(file, language))],
            vec![Piece::plain(&file.name)],
            vec![Piece::plain(size(file.bytes))],
        ]
    });
    let header = [("Document", "材料"), ("File", "文件"), ("Size", "大小")];
    Block::Table(Table {
        widths: vec![28, 55, 17],
        header: header.map(|(en, zh)| vec![Piece::plain(say(language, en, zh))]).to_vec(),
        rows: rows.collect(),
    })
}

fn what(file: &Sent, language: Language) -> String {
    let (english, chinese) = match file.role {
        Role::Form => ("Application form", "申请表"),
        Role::Cv => ("CV", "简历"),
        Role::Letter => ("Cover letter", "求职信"),
        Role::Transcript => ("Transcript", "成绩单"),
        Role::Other | Role::Note | Role::Draft => ("Attachment", "附件"),
    };
    let kind = match file.media {
        Media::Word | Media::WordTemplate => "Word",
        Media::Excel | Media::ExcelTemplate => "Excel",
        Media::Pdf => "PDF",
        Media::Text => say(language, "text", "文本"),
        Media::Html => "HTML",
        Media::Other => return say(language, english, chinese).to_owned(),
    };
    match language {
        Language::En => format!("{english}, {kind}"),
        Language::Zh => format!("{chinese}（{kind}）"),
    }
}

/// As people say it: `214 KB`, `1.3 MB`.
pub(crate) fn size(bytes: usize) -> String {
    if bytes < 1_000_000 {
        return format!("{} KB", bytes.div_ceil(1000));
    }
    let tenths = bytes.div_ceil(100_000);
    format!("{}.{} MB", tenths / 10, tenths % 10)
}

fn qualifications(summary: &Summary<'_>) -> Block {
    let language = summary.slots.language;
    let row = |it: &Evidence| {
        let verdict = match it.verdict {
            Verdict::Met => Piece::strong(say(language, "Shown", "符合")),
            Verdict::Perhaps => Piece::plain(say(language, "To be judged", "待判断")),
            Verdict::NothingFound => Piece::quiet(say(language, "Nothing found", "未找到依据")),
        };
        let mut found: Words = vec![verdict];
        for reason in it.reasons.iter().take(REASONS) {
            found.push(Piece::plain(format!("\n{}", reason.said(language))));
        }
        vec![vec![Piece::plain(&it.text)], found]
    };
    let header = [("The posting asks for", "招聘要求"), ("The profile says", "资料中的依据")];
    Block::Table(Table {
        widths: vec![42, 58],
        header: header.map(|(en, zh)| vec![Piece::plain(say(language, en, zh))]).to_vec(),
        rows: summary.evidence.iter().map(row).collect(),
    })
}
