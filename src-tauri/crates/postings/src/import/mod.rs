//! From pasted text to facts: by rules with readable reasons, without a network, and
//! without guessing.
//!
//! The text is made clean ([`glyphs`], [`markup`], [`html`]) while each character keeps
//! its place in what was pasted; it is cut into lines, sentences and labels ([`page`]);
//! then one module for each fact looks for it.
//!
//! **Invariants.** Every value has the sentence that says it, a piece of the pasted
//! text. What the text does not say, or says twice differently, is absent and asked for.

mod address;
mod apply;
mod asked;
mod by_host;
mod card;
mod coined;
mod count;
mod dates;
mod deadline;
mod dump;
mod duration;
mod ends;
mod fact;
mod filing;
mod front;
mod glyphs;
mod group;
mod hour;
mod html;
mod jsonld;
mod labels;
mod limits;
mod lines;
mod listing;
mod markup;
mod materials;
mod mention;
mod named;
mod names;
mod noise;
mod numbers;
mod outline;
mod page;
mod papers;
mod pattern;
mod place;
mod portal;
mod posted;
mod qualify;
mod recipient;
mod referees;
mod section;
mod sent;
mod sentence;
mod shown;
mod source;
mod surroundings;
mod tidy;
mod title;
mod to_posting;
mod told;
mod traditional;
mod welcome;
mod who;
mod whole_name;

pub use fact::{
    Dropped, Fact, Imported, Joined, Question, Quote, SaidDeadline, SaidFiles, SaidHow,
    SaidMaterial, SaidMention, SaidQualification, SaidQualifications,
};
pub use listing::Listed;
pub use to_posting::qualification;

use crate::Format;
use page::Page;

/// A CV that has to be called `….pdf` has its format from there.
fn with_format(
    mut materials: Fact<Vec<SaidMaterial>>,
    files: Option<&SaidFiles>,
) -> Fact<Vec<SaidMaterial>> {
    let pattern = files.and_then(|it| it.name_pattern.as_deref()).unwrap_or_default();
    let only = if let [only] = materials.value.as_mut_slice() { Some(only) } else { None };
    if let Some(only) = only.filter(|it| it.formats.is_empty())
        && pattern.to_lowercase().ends_with(".pdf")
    {
        only.formats.push(Format::Pdf);
    }
    materials
}

/// Files that are called as the subject is have their rule from there.
fn with_subject(
    page: &Page<'_>,
    files: Option<Fact<SaidFiles>>,
    mention: Option<&SaidMention>,
) -> Option<Fact<SaidFiles>> {
    let subject = mention.and_then(|it| it.subject.clone());
    let rule = filing::as_subject(page).filter(|_| subject.is_some());
    let known = files.as_ref().is_some_and(|it| it.value.name_pattern.is_some());
    let Some(rule) = rule.filter(|_| !known) else { return files };
    let mut files = files.unwrap_or_else(|| page.fact(SaidFiles::default(), &rule));
    files.value.name_pattern = subject;
    Some(files)
}

/// The most of a text that is read: no posting is longer.
const MAX_BYTES: usize = 1 << 20;

/// Reads a posting: pasted text, Markdown or a saved page.
///
/// ```
/// let imported = postings::import("Research Intern\n\nDuration: at least 3 months.");
/// assert_eq!(imported.title.unwrap().value, "Research Intern");
/// assert_eq!(imported.duration.unwrap().value.min_months, Some(3));
/// assert!(imported.ask.contains(&"how_to_apply.channels".to_owned()));
/// ```
pub fn import(text: &str) -> Imported {
    let mut end = text.len().min(MAX_BYTES);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let mut page = Page::read(&text[..end]);
    let title = title::title(&mut page);
    let organisation = who::organisation(&mut page);
    let title = title.map(|it| role_only(&page, it, organisation.as_ref()));
    let group = group::group(&page, organisation.as_ref().map(|it| it.value.as_str()));
    let location = place::location(&mut page, organisation.as_ref());
    let posted_date = posted::posted(&mut page);
    let deadline = deadline::deadline(&mut page);
    let duration = duration::duration(&mut page);
    let places = count::places(&mut page);
    let how_to_apply = apply::how(&mut page);
    let mention = mention::mention(&mut page);
    let files = filing::files(&mut page);
    let files = with_subject(&page, files, mention.as_ref().map(|it| &it.value));
    let references = referees::references(&mut page);
    let spoken = references.as_ref().map(|it| &it.value);
    let materials = materials::materials(&mut page, spoken);
    let materials = materials.map(|it| with_format(it, files.as_ref().map(|it| &it.value)));
    let qualifications = qualify::qualifications(&mut page);
    let ask = page.questions.iter().map(|it| it.field.clone()).collect();
    let imported = Imported {
        title,
        organisation,
        group,
        location,
        posted_date,
        deadline,
        duration,
        places,
        how_to_apply,
        mention,
        files,
        materials,
        references,
        qualifications,
        ask,
        questions: std::mem::take(&mut page.questions),
        dropped: std::mem::take(&mut page.dropped),
    };
    as_written(&page, imported)
}

/// The title without the organisation, which has a place of its own.
fn role_only(
    page: &Page<'_>,
    title: Fact<String>,
    organisation: Option<&Fact<String>>,
) -> Fact<String> {
    let mut names: Vec<String> = organisation.iter().map(|it| it.value.clone()).collect();
    // `Fjord Museum, Bergen`, and `Harbour Institute (HI)`, by the short name.
    for name in names.clone() {
        names.extend(name.split_once(", ").map(|(head, _)| head.to_owned()));
        names.extend(page.short_of(&name).map(str::to_owned));
        // `programme at Strandby`, of Strandby Laboratory; `TIDE Assistants`, of TIDE Assembly.
        let first = name.split(' ').next().filter(|it| **it != name);
        let first = first.filter(|it| {
            let short = it.len() > 2 && it.chars().all(char::is_uppercase);
            it.len() > 5 && title.value.contains(&format!(" at {it}"))
                || short && title.value.starts_with(*it)
        });
        names.extend(first.map(str::to_owned));
    }
    let role = |title: &str| {
        let role = names.iter().find_map(|it| card::role_of(title, it));
        let role = role.or_else(|| card::role_in_group(title));
        let role = role.or_else(|| card::beside_a_name(title, |name| page.is_again(name)))?;
        let own = title[role].trim();
        Some(own[tidy::tidied(own)].to_owned())
    };
    // It may stand on either side of the role.
    let first = role(&title.value);
    let role = first.map(|it| role(&it).unwrap_or(it));
    match role.filter(|it| page.text().contains(it.as_str())) {
        Some(value) => Fact { value, ..title },
        None => title,
    }
}

/// What was read, in the characters that it was pasted in.
fn as_written(page: &Page<'_>, mut it: Imported) -> Imported {
    let restore = |value: &mut String| *value = page.as_written(std::mem::take(value));
    for deadline in it.deadline.iter_mut().map(|it| &mut it.value) {
        deadline.time.iter_mut().chain(&mut deadline.tz).for_each(restore);
    }
    let names = [&mut it.title, &mut it.organisation, &mut it.group, &mut it.location];
    for fact in names.into_iter().flatten() {
        restore(&mut fact.value);
    }
    for mention in it.mention.iter_mut().map(|it| &mut it.value) {
        for rule in [&mut mention.subject, &mut mention.note_phrase, &mut mention.body_must] {
            rule.iter_mut().for_each(restore);
        }
    }
    it.files.iter_mut().filter_map(|it| it.value.name_pattern.as_mut()).for_each(restore);
    for material in it.materials.iter_mut().flat_map(|it| &mut it.value) {
        restore(&mut material.name);
        material.condition.iter_mut().chain(&mut material.limit).for_each(restore);
    }
    for asked in it.qualifications.iter_mut().map(|it| &mut it.value) {
        asked.items.iter_mut().chain(&mut asked.preferred).for_each(|it| restore(&mut it.text));
    }
    it
}

#[cfg(test)]
mod mistaken;
#[cfg(test)]
mod offering;
#[cfg(test)]
mod pointing;
#[cfg(test)]
mod sending;
#[cfg(test)]
mod wordings;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Pieces that rules cut at, in any order, with characters of every width between.
    const PIECES: &[&str] = &[
        "招聘",
        "实习生",
        "2-3名",
        "截止：",
        "2026年3月31日",
        "24点",
        "邮件主题：【",
        "】姓名-学校.pdf",
        "发送至",
        "a@b.cn",
        "a [at] b.org",
        "{a, b}@c.de",
        "https://x.org/é",
        " | ",
        "｜",
        "· ",
        "北京",
        "Zürich, Switzerland",
        "PhD position",
        "Apply",
        "Deadline: ",
        "03/04/2026",
        "noon JST",
        "at least 3 months",
        "<li>",
        "</p>",
        "&amp;",
        "&#x10FFFF;",
        "**",
        "[x](",
        ")",
        "\\_",
        "\n",
        "\n\n",
        "# ",
        "- ",
        "1. ",
        "；",
        "（",
        "）",
        "“",
        "🎉",
        "e\u{301}",
        "\u{200b}",
        "要求：",
        "Requirements:",
        "one of the following:",
        "CV (max. 2 pages)",
        "简历（如有）",
        "referees",
        "to:, and",
        "<script type=\"application/ld+json\">{\"@type\":\"JobPosting\",\"title\":\"é\\u00e9\",\"description\":\"<p>\\n",
        "\"}</script>",
        "University of ",
        "位于甲大学。乙公司来自丙大学。",
        "Osprey College",
        "大学",
        "课题组",
        "subject \"",
        "for 12 weeks",
        "半年以上",
        "|a|b|",
        "<<<<<<< HEAD",
    ];

    #[track_caller]
    fn check(text: &str) {
        let imported = import(text);
        let json = serde_json::to_value(&imported).unwrap();
        for fact in json.as_object().unwrap().values().filter(|it| it.get("quote").is_some()) {
            let at = |key: &str| usize::try_from(fact[key].as_u64().unwrap()).unwrap();
            assert_eq!(text.get(at("start")..at("end")), fact["quote"].as_str());
        }
        let posting = imported.posting();
        crate::Posting::parse("again", &posting.to_toml().unwrap()).unwrap();
    }

    proptest! {
        #[test]
        fn no_text_stops_it(text in "\\PC{0,200}") {
            check(&text);
        }

        #[test]
        fn no_mix_of_pieces_stops_it(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..60)) {
            check(&pieces.concat());
            check(&pieces.join(" "));
        }
    }
}
