//! How long a paper may be, and how much all of it may weigh.

use super::{
    page::{Page, Span},
    papers::{Paper, papers},
    pattern::pattern,
    section::Section,
};

/// The most that all files together may weigh, in megabytes, and where it is said. What a
/// single file may weigh is another thing. Two that differ are asked for.
pub(crate) fn total(page: &mut Page<'_>, in_one: bool) -> Option<(u32, Span)> {
    let english = pattern!(
        r"\b(?:max(?:imum|\.)?(?: (?:of|size|file size|total size)){0,2}|(?:max(?:imum)?|total) (?:[a-z]+ ){0,6}(?:is|are)|up to|at most|no more than|no larger than|not (?:be )?(?:more than|exceed(?:ing)?|to exceed|larger than|bigger than|greater than)|cannot exceed|less than|smaller than|under|below|within|limit(?:ed)?(?: of| to| is)?|exceed(?:s|ing)?|larger than)\s?:?\s?(?P<a>\d{1,3})(?:\.0)? ?(?:MB|M|megabytes?)\b|(?P<b>\d{1,3})(?:\.0)? ?(?:MB|megabytes?)\b(?: (?:is the )?(?:max(?:imum)?|limit|at most|or less|in total))"
    );
    let chinese = pattern!(
        r"(?:不(?:得|要|能|可|宜|应|准)?(?:超过|大于|超出|多于)|小于|低于|少于|限(?:制)?(?:在|为)?|控制在|最大(?:为)?|≤|<)\s?(?P<a>\d{1,3})\s?(?:MB|M|兆)|(?P<b>\d{1,3})\s?(?:MB|M|兆)\s?(?:以内|之内|以下|内)"
    );
    let whole = pattern!(
        r"\b(?:total|combined|altogether|overall|attachments|e-?mails?|message|zip|archive|applications?)\b|附件|邮件|压缩包|材料|总大小|总量|总体积|打包"
    );
    let file = pattern!(r"\b(?:file|pdf|document|attachment)\b|文件|文档");
    let each = pattern!(
        r"\b(?:each|every|per|individual|any|single) (?:file|attachment|document|upload)|\b(?:files?|attachments?|documents?|MB|M) each\b|\ball (?:attachments|files|documents|materials) (?:must|should|have to|are to|need to) be\b|单个|每个|每份|单份|每一|各文件"
    );
    let mut found: Vec<(u32, Span)> = Vec::new();
    for sentence in &page.sentences {
        let text = page.at(&sentence.span);
        let Some(size) = english.captures(text).or_else(|| chinese.captures(text)) else {
            continue;
        };
        let Some(number) = size.name("a").or_else(|| size.name("b")) else { continue };
        let before = &text[..number.start()];
        let in_total = pattern!(r"^ ?(MB|M|megabytes?)? (in total|altogether|overall|combined)\b")
            .is_match(&text[number.end()..]);
        let about_all = in_total || whole.is_match(before) || in_one && file.is_match(before);
        if matches!(sentence.section, Section::Duties | Section::Qualify | Section::Offer)
            || each.is_match(text) && !in_one
            || !about_all
        {
            continue;
        }
        if let Ok(megabytes) = number.as_str().parse::<u32>()
            && megabytes > 0
        {
            let start = sentence.span.start;
            found.push((megabytes, start + number.start()..start + number.end()));
        }
    }
    let first = found.first()?.clone();
    if found.iter().any(|(it, _)| *it != first.0) {
        let spans: Vec<Span> = found.into_iter().map(|(_, span)| span).collect();
        page.ask("files.max_total_mb", "the text limits the size twice, differently", &spans);
        return None;
    }
    Some(first)
}

/// The limit that a sentence names for one of its papers, as worded.
pub(crate) fn of_paper(text: &str, paper: &Paper) -> Option<String> {
    let own = &text[paper.span.start..paper.clause];
    let tail = &text[paper.span.end..paper.clause];
    let lead = &text[paper.lead..paper.span.start];
    let behind = pattern!(r"(?:(?:max(?:imum)?|up to|at most|no more than|(?:must |should |may |can)?not (?:be )?(?:more than|exceed(?:ing)?|to exceed|longer than)|no longer than|less than|within|limited to|limit(?: of)?|不(?:得|要|能|可|宜|应)?超过|不多于|最多|限|控制在|≤|<)\W{0,3}(?:of )?)?\(?\b?(?:\d{1,5}(?:[,.]\d{3})?|one|two|three|four|five|[一二两三四五])(?:\s?(?:-|–|to|至)\s?(?:\d{1,5}|two|three))?\s?(?:A4 |(?:single|double)[ -]spaced |printed |typed )?(?:pages?|sides?|words?|characters?|MB|页|字)(?:纸)?(?:\s?(?:of A4|max(?:imum)?|or less|limit|at most|以内|之内|左右|内|以下))?").find(own);
    let behind = behind.filter(|it| {
        // `不少于3000字` is the least of it.
        let least =
            pattern!(r"(不少于|不低于|至少|以上|\bat least|\bminimum( of)?|\bno less than)\s?$");
        if least.is_match(own[..it.start()].trim_end_matches('(')) {
            return false;
        }
        let between = tail
            .get(..(it.start() + paper.span.start).saturating_sub(paper.span.end))
            .unwrap_or_default();
        // `成绩单，并介绍一个项目(不超过500字)`: the comma begins another thing.
        let other =
            between.starts_with([',', '，', '、', ';', '；']) && between.chars().count() > 8;
        // `简历要求：PDF格式，不超过2页`: the whole line is about it.
        let labelled = pattern!(r"^[^:：，,;；。]{0,12}[:：]").is_match(tail) && paper.lead == 0;
        let between = if labelled { "" } else { between };
        let between = between.trim_start_matches([',', '，', '、', ';', '；', ' ', '(']);
        // `statement in a single PDF (max. 10 MB)`: what weighs that is all of it.
        let of_all = it.as_str().ends_with("MB")
            && pattern!(r"\b(file|pdf|attachments?|e-?mail)\b|@|附件|邮件").is_match(between);
        let other = other || between.contains('•');
        // `a research plan for the stay, not to exceed 5 pages`: all of the item is about it.
        let only = paper.lead == 0
            && paper.clause == text.len()
            && pattern!(r"^[^()，,;；。]{0,120}[,，] ?$").is_match(between)
            && pattern!(r"^\(?(not|no|max|at most|up to|limit|within|不|最多|限)")
                .is_match(it.as_str());
        let between = if only {
            "".into()
        } else {
            pattern!(r"^[^()，,;；。]{0,16}[,，] ?$").replace(between, "")
        };
        !pattern!(r"[,，。；;]").is_match(&between) && !of_all && !other
    });
    // What touches the next paper is about that one: `transcript + 2 页 statement`.
    let behind = behind.filter(|it| {
        paper.clause == text.len() || !own[it.end()..].trim_matches([' ', '的']).is_empty()
    });
    if let Some(behind) = behind {
        return Some(behind.as_str().trim_matches(['(', ' ', ',']).to_owned());
    }
    let before = pattern!(r"(?:(?:\d\s?(?:-|–|to)\s?)?(?:one|two|three|four|five|\d)[\s-]page|(?:\d{1,2},)?\d{3,4}[\s-]word|(?:[一二两三1-9]-)?[一二两三1-9]\s?页)\)?(?:\s?(?:long )?(?:\p{L}+ ?)?)?$").find(lead)?;
    let words = pattern!(r".*?(page|word|页)s?").find(before.as_str());
    Some(words.map_or(before.as_str(), |it| it.as_str()).trim_matches(['(', ' ', ',']).to_owned())
}

/// `The CV should not exceed two pages`, in a sentence that asks for nothing.
pub(crate) fn elsewhere(page: &Page<'_>, item: crate::Item) -> Option<String> {
    let sentences = page.sentences.iter().filter(|it| {
        !matches!(it.section, Section::Duties | Section::Qualify | Section::Offer | Section::About)
    });
    sentences.into_iter().find_map(|sentence| {
        let text = page.at(&sentence.span);
        let all = papers(text);
        let at = all.iter().position(|it| it.item == item)?;
        // `Limit the letter and resume to two pages`: what is said is of both.
        let both = all.get(at + 1).filter(|next| {
            pattern!(r"^ (and|&) (your |the )?$|^(和|与|及)$")
                .is_match(&text[all[at].span.end..next.span.start])
        });
        of_paper(text, both.unwrap_or(&all[at])).filter(|it| {
            pattern!(r"not |no more|no longer|max|most|up to|limit|不|最多|限|以内|之内|控制")
                .is_match(it)
        })
    })
}

/// The pages that a limit names: `2 pages max`, `不超过两页`, `two sides of A4`.
pub(crate) fn pages(limit: &str) -> Option<u32> {
    let found = pattern!(
        r"(\d{1,2}|one|two|three|four|five|[一二两三四五])[\s-]?(?:A4 )?(?:pages?|sides?|页)"
    );
    super::numbers::number(&found.captures(limit)?[1])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, in_one: bool, megabytes: Option<u32>) {
        let found = total(&mut Page::read(text), in_one).map(|(it, _)| it);
        assert_eq!(found, megabytes, "{text}");
    }

    #[test]
    fn the_weight_of_all_is_not_that_of_one() {
        check("The total size of attachments must not exceed 5 MB.", false, Some(5));
        check("Attachments: maximum 10MB in total.", false, Some(10));
        check("E-mails larger than 15 MB are rejected.", false, Some(15));
        check("Send one PDF file (max. 8 MB) to a@example.org.", true, Some(8));
        check("附件不超过10M。", false, Some(10));
        check("附件总大小请控制在20MB以内", false, Some(20));
        check("邮件附件大小不得超过 5 兆", false, Some(5));
        check("Each file must not exceed 5 MB.", false, None);
        check("单个附件不超过5M", false, None);
        check("Upload your CV (max. 2 MB).", false, None);
        check("You will process files of at most 5 MB.", false, None);
        check("Attachments up to 5 MB.\n\nAttachments up to 10 MB.", false, None);
    }

    #[test]
    fn pages_are_counted_in_figures_and_words() {
        for (limit, is) in [
            ("at most 2 pages", Some(2)),
            ("one-page", Some(1)),
            ("two sides of A4", Some(2)),
            ("不超过两页", Some(2)),
            ("1-2 pages", Some(2)),
            ("500 words", None),
        ] {
            assert_eq!(pages(limit), is, "{limit}");
        }
    }
}
