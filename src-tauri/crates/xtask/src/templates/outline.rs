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
    /// Line by line.
    pub(super) contacts: [Vec<Contact>; 2],
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
    let work = done(profile, "work", &["employer", "department", "position"], "duties")?;
    let projects = done(profile, "projects", &["name", "role", "organization"], "description")?;
    let mut service = done(profile, "volunteer", &["organization", "position"], "description")?;
    service.extend(done(profile, "trainings", &["name", "organization"], "description")?);
    let sections = [
        ("Education", "教育背景", education(profile)?),
        ("Research Interests", "研究方向", interests(profile)),
        ("Publications", "论文发表", publications(profile, &basics)?),
        ("Research and Work Experience", "科研与实习经历", work),
        ("Projects", "项目经历", projects),
        ("Skills", "专业技能", skills(profile)?),
        ("Awards", "获奖情况", awards(profile)?),
        ("Service and Training", "学生工作与培训", service),
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

/// Mail, phone and place on one line, pages on the web on the next.
fn contacts(basics: &View<'_>) -> Result<[Vec<Contact>; 2], String> {
    /// Two pages beside the own one, so that the line holds them.
    const PROFILES: usize = 2;
    let email = basics.need("email")?;
    let mut direct = vec![Contact { address: Some(format!("mailto:{email}")), words: email }];
    direct.extend(basics.words("phone").map(|words| Contact { words, address: None }));
    let location = basics.member("location");
    let mut place: Vec<String> =
        ["city", "country"].iter().filter_map(|it| location.words(it)).collect();
    if basics.language == Language::Chinese {
        place.reverse();
    }
    if !place.is_empty() {
        let words = place.join(basics.language.pick(", ", ""));
        direct.push(Contact { words, address: None });
    }
    let profiles = basics.entries("profiles");
    let profiles = profiles.iter().filter_map(|it| it.words("url")).take(PROFILES);
    let web = basics.words("url").into_iter().chain(profiles).map(|address| {
        let shown = address.trim_start_matches("https://").trim_start_matches("www.");
        Contact { words: shown.trim_end_matches('/').to_owned(), address: Some(address) }
    });
    Ok([direct, web.collect()])
}

fn education(profile: View<'_>) -> Result<Vec<Entry>, String> {
    let mut entries = Vec::new();
    for study in profile.entries("education") {
        // School before university is for forms that ask.
        let Some(degree) = degree(&study) else { continue };
        let mut head = vec![strong(study.need("institution")?)];
        head.extend(study.words("department").map(|it| aside(profile, &it)));
        let title = match (study.words("major"), profile.language) {
            (Some(major), Language::English) => format!("{degree} in {major}"),
            (Some(major), Language::Chinese) => format!("{major}　{degree}"),
            (None, _) => degree,
        };
        let mut lines = vec![vec![plain(title)]];
        let marks = marks(&study);
        if !marks.is_empty() {
            lines.push(vec![quiet(marks.join(profile.language.pick(" · ", "　")))]);
        }
        if let Some(thesis) = study.words("thesis") {
            let label = profile.language.pick("Thesis: ", "论文：");
            lines.push(vec![quiet(format!("{label}{thesis}"))]);
        }
        let mut period = study.period();
        if study.words("state").as_deref() == Some("inProgress") {
            period += profile.language.pick(" (expected)", "（预计）");
        }
        entries.push(Entry { head, aside: period, lines, bullets: Vec::new() });
    }
    Ok(entries)
}

/// Words behind a name, in the manner of the language.
fn aside(profile: View<'_>, words: &str) -> Piece {
    plain(format!("{}{words}", profile.language.pick(", ", "　")))
}

/// What a study was worth, and who guides it.
fn marks(study: &View<'_>) -> Vec<String> {
    let pick = |english, chinese| study.language.pick(english, chinese);
    let mut marks = Vec::new();
    if let Some(gpa) = study.words("gpa") {
        let scale = study.words("gpaScale").map(|it| format!(" / {it}")).unwrap_or_default();
        marks.push(format!("{} {gpa}{scale}", pick("GPA", "绩点")));
    }
    if let Some(rank) = study.words("rank") {
        let of = study.words("classSize").map(|it| format!("{}{it}", pick(" of ", " / ")));
        marks.push(format!("{} {rank}{}", pick("rank", "排名"), of.unwrap_or_default()));
    }
    let advisor = study.member("advisor");
    if let Some(name) = advisor.words("name") {
        let title = advisor.words("title").unwrap_or_default();
        marks.push(match study.language {
            Language::English => format!("advised by {title} {name}").replace("  ", " "),
            Language::Chinese => format!("导师：{name}{title}"),
        });
    }
    marks
}

/// What the degree is called, or nothing below university.
fn degree(study: &View<'_>) -> Option<String> {
    let (english, chinese) = match study.words("level")?.as_str() {
        "bachelor" => ("Bachelor", "学士"),
        "master" => ("Master", "硕士"),
        "doctor" => ("Doctor", "博士"),
        _ => return None,
    };
    Some(study.words("degreeName").unwrap_or_else(|| study.language.pick(english, chinese).into()))
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
        let venue = paper.words("venue").unwrap_or_default();
        // `DSN 2025` says its year already.
        let is_dated = venue.chars().filter(char::is_ascii_digit).count() >= 4;
        let year = paper.words("date").filter(|_| !is_dated);
        let year = year.map(|it| it.chars().take(4).collect::<String>());
        head.push(slanted(venue));
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

/// Things done over some time. The first of `names` is who for, the others what as;
/// `account` tells of it.
fn done(
    profile: View<'_>,
    section: &str,
    names: &[&str],
    account: &str,
) -> Result<Vec<Entry>, String> {
    let mut entries = Vec::new();
    for entry in profile.entries(section) {
        let (first, others) = names.split_first().ok_or("an entry needs a name")?;
        let mut head = vec![strong(entry.need(first)?)];
        head.extend(others.iter().filter_map(|it| entry.words(it)).map(|it| aside(profile, &it)));
        let lines = entry.words(account).map(|it| vec![plain(it)]).into_iter().collect();
        entries.push(Entry {
            head,
            aside: entry.period(),
            lines,
            bullets: entry.list("highlights"),
        });
    }
    Ok(entries)
}

fn skills(profile: View<'_>) -> Result<Vec<Entry>, String> {
    let mut entries = Vec::new();
    for skill in profile.entries("skills") {
        let words = skill.list("keywords").join(profile.language.pick(", ", "、"));
        if !words.is_empty() {
            let colon = profile.language.pick(": ", "：");
            let line = vec![strong(skill.need("name")?), plain(format!("{colon}{words}"))];
            entries.push(line_of(line));
        }
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
