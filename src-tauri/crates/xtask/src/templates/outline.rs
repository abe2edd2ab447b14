//! What a CV says and in which order, before anything is laid out.
//!
//! One outline, drawn from the sample profile in either language, serves the PDF
//! and the Word file. It leaves out what does not belong on a CV: the identity
//! number, the birth date, the home address, the family.

use super::view::{Language, View};

/// A CV.
pub(super) struct Outline {
    pub(super) name: String,
    /// The line under the name.
    pub(super) label: String,
    pub(super) contacts: Vec<Contact>,
    pub(super) sections: Vec<Section>,
}

/// A way to reach the candidate.
pub(super) struct Contact {
    pub(super) words: String,
    pub(super) address: Option<String>,
}

/// A heading and what stands under it.
pub(super) struct Section {
    pub(super) title: &'static str,
    pub(super) entries: Vec<Entry>,
}

/// One thing done: a head with its time, then lines.
#[derive(Default)]
pub(super) struct Entry {
    pub(super) head: Vec<Piece>,
    /// What stands at the right edge.
    pub(super) aside: String,
    pub(super) lines: Vec<Vec<Piece>>,
    pub(super) bullets: Vec<String>,
}

/// Words of one weight.
pub(super) struct Piece {
    pub(super) words: String,
    pub(super) weight: Weight,
}

/// How words stand out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    Plain,
    Strong,
    Slanted,
    Quiet,
}

fn plain(words: impl Into<String>) -> Piece {
    Piece { words: words.into(), weight: Weight::Plain }
}

fn strong(words: impl Into<String>) -> Piece {
    Piece { words: words.into(), weight: Weight::Strong }
}

fn slanted(words: impl Into<String>) -> Piece {
    Piece { words: words.into(), weight: Weight::Slanted }
}

fn quiet(words: impl Into<String>) -> Piece {
    Piece { words: words.into(), weight: Weight::Quiet }
}

/// Draws the outline of the profile's CV.
pub(super) fn outline(profile: View<'_>) -> Result<Outline, String> {
    let basics = profile.member("basics");
    let name = basics.need("name")?;
    let sections = [
        ("Education", "教育背景", education(profile)?),
        ("Research Interests", "研究方向", interests(profile)),
        ("Publications", "论文发表", publications(profile, &basics)?),
        ("Research and Work Experience", "科研与实习经历", work(profile)?),
        ("Projects", "项目经历", projects(profile)?),
        ("Skills", "专业技能", skills(profile)?),
        ("Awards", "获奖情况", awards(profile)?),
        ("Languages", "语言能力", languages(profile)?),
    ];
    let sections = sections.into_iter().filter(|(_, _, entries)| !entries.is_empty()).map(
        |(english, chinese, entries)| {
            let title = match profile.language {
                Language::English => english,
                Language::Chinese => chinese,
            };
            Section { title, entries }
        },
    );
    Ok(Outline {
        name,
        label: basics.need("label")?,
        contacts: contacts(&basics)?,
        sections: sections.collect(),
    })
}

fn contacts(basics: &View<'_>) -> Result<Vec<Contact>, String> {
    let email = basics.need("email")?;
    let mut contacts = vec![Contact { address: Some(format!("mailto:{email}")), words: email }];
    if let Some(phone) = basics.words("phone") {
        contacts.push(Contact { words: grouped(&phone), address: None });
    }
    let location = basics.member("location");
    let comma = basics.language.pick(", ", "，");
    let mut place: Vec<String> =
        ["city", "country"].iter().filter_map(|it| location.words(it)).collect();
    if basics.language == Language::Chinese {
        place.reverse();
    }
    if !place.is_empty() {
        contacts.push(Contact { words: place.join(comma), address: None });
    }
    let pages = basics.entries("profiles");
    let pages = pages.iter().filter_map(|it| it.words("url"));
    for url in basics.words("url").into_iter().chain(pages) {
        let shown = url.trim_start_matches("https://").trim_end_matches('/');
        contacts.push(Contact { words: shown.to_owned(), address: Some(url.clone()) });
    }
    Ok(contacts)
}

/// `+8613800138000` as people read it.
fn grouped(phone: &str) -> String {
    match phone.strip_prefix("+86") {
        Some(number) if number.len() == 11 => {
            format!("+86 {} {} {}", &number[..3], &number[3..7], &number[7..])
        }
        _ => phone.to_owned(),
    }
}

fn education(profile: View<'_>) -> Result<Vec<Entry>, String> {
    let en = profile.language == Language::English;
    let mut entries = Vec::new();
    for study in profile.entries("education") {
        let mut head = vec![strong(study.need("institution")?)];
        if let Some(department) = study.words("department") {
            head.push(plain(format!("{}{department}", if en { ", " } else { "　" })));
        }
        let degree = study.words("degreeName").or_else(|| degree(&study));
        let subject = study.words("major");
        let title = match (degree, subject) {
            (Some(degree), Some(major)) if en => format!("{degree} in {major}"),
            (Some(degree), Some(major)) => format!("{major}　{degree}"),
            (degree, major) => degree.or(major).unwrap_or_default(),
        };
        let mut lines = vec![vec![plain(title)]];
        let mut marks = Vec::new();
        if let Some(gpa) = study.words("gpa") {
            let scale = study.words("gpaScale").map(|it| format!(" / {it}")).unwrap_or_default();
            marks.push(format!("{} {gpa}{scale}", profile.language.pick("GPA", "绩点")));
        }
        if let Some(rank) = study.words("rank") {
            marks.push(format!("{} {rank}", profile.language.pick("rank", "排名")));
        }
        let advisor = study.member("advisor");
        if let Some(name) = advisor.words("name") {
            let title = advisor.words("title").unwrap_or_default();
            marks.push(match profile.language {
                Language::English => format!("advisor {title} {name}").replace("  ", " "),
                Language::Chinese => format!("导师：{name}{title}"),
            });
        }
        if !marks.is_empty() {
            lines.push(vec![quiet(marks.join(profile.language.pick(" · ", "　")))]);
        }
        entries.push(Entry { head, aside: study.period(), lines, bullets: Vec::new() });
    }
    Ok(entries)
}

fn degree(study: &View<'_>) -> Option<String> {
    let (english, chinese) = match study.words("degree").or_else(|| study.words("level"))?.as_str()
    {
        "bachelor" => ("B.Sc.", "学士"),
        "master" => ("M.Sc.", "硕士"),
        "doctor" => ("Ph.D.", "博士"),
        _ => return None,
    };
    Some(study.language.pick(english, chinese).to_owned())
}

fn interests(profile: View<'_>) -> Vec<Entry> {
    let names = profile.member("research").list("interests");
    let line = names.join(profile.language.pick(" · ", "、"));
    if line.is_empty() { Vec::new() } else { vec![line_of(vec![plain(line)])] }
}

fn line_of(line: Vec<Piece>) -> Entry {
    Entry { lines: vec![line], ..Entry::default() }
}

fn publications(profile: View<'_>, basics: &View<'_>) -> Result<Vec<Entry>, String> {
    // Papers print names in Latin letters whatever the CV is written in.
    let own = basics.in_language(Language::English).need("name")?;
    let mut entries = Vec::new();
    for paper in profile.entries("publications") {
        let mut head = Vec::new();
        let authors = paper.list("authors");
        for (place, author) in authors.iter().enumerate() {
            head.push(if *author == own { strong(author) } else { plain(author) });
            head.push(plain(if place + 1 < authors.len() { ", " } else { ". " }));
        }
        head.push(plain(format!("{}. ", paper.need("title")?)));
        if let Some(venue) = paper.words("venue") {
            head.push(slanted(venue));
        }
        let year = paper.words("date").map(|it| it.chars().take(4).collect::<String>());
        let status = paper.words("status").and_then(|it| status(&it, profile.language));
        for note in year.into_iter().chain(status.map(ToOwned::to_owned)) {
            head.push(plain(format!(", {note}")));
        }
        let contribution = paper.words("contribution").map(|words| {
            let label = profile.language.pick("My part: ", "本人贡献：");
            vec![quiet(format!("{label}{words}"))]
        });
        let lines = std::iter::once(head).chain(contribution).collect();
        entries.push(Entry { lines, ..Entry::default() });
    }
    Ok(entries)
}

/// What stands after a paper that is not out yet.
fn status(code: &str, language: Language) -> Option<&'static str> {
    let (english, chinese) = match code {
        "accepted" => ("accepted", "已录用"),
        "underReview" => ("under review", "在审"),
        "preprint" => ("preprint", "预印本"),
        "inPreparation" => ("in preparation", "撰写中"),
        _ => return None,
    };
    Some(match language {
        Language::English => english,
        Language::Chinese => chinese,
    })
}

fn work(profile: View<'_>) -> Result<Vec<Entry>, String> {
    let mut entries = Vec::new();
    for job in profile.entries("work") {
        let mut head = vec![strong(job.need("employer")?)];
        for part in ["department", "position"].iter().filter_map(|it| job.words(it)) {
            head.push(plain(format!("{}{part}", profile.language.pick(", ", "　"))));
        }
        let lines = job.words("duties").map(|it| vec![plain(it)]).into_iter().collect();
        let bullets = job.list("highlights");
        entries.push(Entry { head, aside: job.period(), lines, bullets });
    }
    Ok(entries)
}

fn projects(profile: View<'_>) -> Result<Vec<Entry>, String> {
    let mut entries = Vec::new();
    for project in profile.entries("projects") {
        let mut head = vec![strong(project.need("name")?)];
        if let Some(role) = project.words("role") {
            head.push(plain(format!("{}{role}", profile.language.pick(", ", "　"))));
        }
        let lines = project.words("description").map(|it| vec![plain(it)]).into_iter().collect();
        let bullets = project.list("highlights");
        entries.push(Entry { head, aside: project.period(), lines, bullets });
    }
    Ok(entries)
}

fn skills(profile: View<'_>) -> Result<Vec<Entry>, String> {
    let mut entries = Vec::new();
    for skill in profile.entries("skills") {
        let mut line = vec![strong(skill.need("name")?)];
        let mut words = skill.list("keywords").join(profile.language.pick(", ", "、"));
        if words.is_empty() {
            words = skill.words("level").unwrap_or_default();
        }
        line.push(plain(format!("{}{words}", profile.language.pick(": ", "："))));
        entries.push(line_of(line));
    }
    Ok(entries)
}

fn awards(profile: View<'_>) -> Result<Vec<Entry>, String> {
    let mut entries = Vec::new();
    for award in profile.entries("awards") {
        let mut head = vec![plain(award.need("title")?)];
        if let Some(issuer) = award.words("issuer") {
            head.push(quiet(format!("{}{issuer}", profile.language.pick(", ", "　"))));
        }
        let aside = award.words("date").map(|it| award.date(&it)).unwrap_or_default();
        entries.push(Entry { head, aside, ..Entry::default() });
    }
    Ok(entries)
}

fn languages(profile: View<'_>) -> Result<Vec<Entry>, String> {
    let mut known = Vec::new();
    for language in profile.entries("languages") {
        let name = language.need("name")?;
        known.push(match language.words("level") {
            Some(level) if profile.language == Language::English => format!("{name} ({level})"),
            Some(level) => format!("{name}（{level}）"),
            None => name,
        });
    }
    for test in profile.entries("tests") {
        let score = test.words("score").map(|it| format!(" {it}")).unwrap_or_default();
        known.push(format!("{}{score}", test.need("name")?));
    }
    let line = known.join(profile.language.pick(" · ", "、"));
    Ok(if line.is_empty() { Vec::new() } else { vec![line_of(vec![plain(line)])] })
}
