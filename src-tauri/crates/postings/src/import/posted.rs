//! The day a posting was posted. A date without a word is one only in a card's head.

use jiff::civil::Date;

use super::{
    dates::{Day, days},
    fact::Fact,
    page::{Page, Span},
    pattern::pattern,
};

/// The day.
pub(crate) fn posted(page: &mut Page<'_>) -> Option<Fact<Date>> {
    let said = page.posting.as_ref().and_then(|it| it.posted.clone());
    if let Some(said) = said
        && let Some(day) = days(&said.value, 0).first().and_then(Day::date)
    {
        return Some(page.said(day, &said));
    }
    let words = pattern!(
        r"(?:\b(?:posted|published|date posted|posting date|placed on|advert (?:start|placed)(?: date)?|publication date|date of (?:publication|posting|issue)|issued|advertised|job posted|posting open date|open date|post ?date|created|opening date|date opened|listed|first posted|announcement date|last (?:updated|modified|revised)|updated|opened(?: this issue)?|online since)(?: ?(?:on|at|date))?|^(?:date(?:[ _-](?:content|posted|published|created))?|created(?:[ _-]at)?|sent|posted by .{2,30}|placed on|advert placed|posted on)|发布(?:时间|日期|于|在)?|[发發][表布佈](?:時間|於)|(?:张贴|公告|刊登|挂网|登载|刊载|发帖|发表)(?:时间|日期|于)|更新(?:时间|日期|于)|(?:^|[\s|·,，])(?:日期|时间)|编辑于)\s*[:：]?\s*(?:on )?\W{0,3}(?:mon|tue|wed|thu|fri|sat|sun)?\w*,? ?$"
    );
    let mut found: Vec<(Date, Span)> = Vec::new();
    let mut unclear: Vec<Span> = Vec::new();
    for line in &page.lines {
        let text = page.at(&line.span);
        if text.chars().count() > 160 {
            continue;
        }
        for day in days(text, line.span.start).into_iter().map(|it| page.settled(it)) {
            let before = &text[..day.span.start - line.span.start];
            // What stands before a comma or a bracket speaks of something else.
            let own =
                before.rfind([',', ';', '(', '|', '，', '；']).map_or(before, |at| &before[at..]);
            let behind = &text[day.span.end - line.span.start..];
            // Who opens a thread is shown as one who comments.
            let opens = line.span.start < page.lines.get(3).map_or(usize::MAX, |it| it.span.start)
                && pattern!(r"^\S{2,30} (commented|opened|opened this issue) on $")
                    .is_match(before);
            let named = words.is_match(before)
                || opens
                || pattern!(r"^\s*(发布|发表|posted|published)").is_match(behind);
            // `时间：` and `Date:` are of the posting only at its head.
            let weak = pattern!(
                r"(?:^|[\s|·,，])(?:日期|时间)\s*:\s*.{0,6}$|^\W*(?:date|sent)\s*:\s*.{0,6}$"
            )
            .is_match(before);
            let at_top = line.span.start < page.lines.get(6).map_or(usize::MAX, |it| it.span.start);
            if !named
                || weak && (!at_top || pattern!(r"^\s*[-–—~～至到]").is_match(behind))
                || pattern!(r"截止|deadline|clos|start|面试|实习时间").is_match(own)
                // `Our book was published on …`, `the lab opened on …`
                || pattern!(r"\b(papers?|books?|articles?|stud(y|ies)|datasets?|software|version|lab|laboratory|institute|cent(re|er)|school|museum) (was |were |is |has been )?(first )?(published|opened|posted|updated|issued|released|listed)\b[^.;]{0,8}$|(软件|论文|专著|数据集?|系统|版本|产品|成果)(于|的)?(发布|发表|更新)(于|在)?$").is_match(before)
            {
                continue;
            }
            match day.date() {
                Some(date) => found.push((date, day.span)),
                None => unclear.push(day.span),
            }
        }
    }
    // `Publication date`, and the day in the cell or the line below it.
    let labels = pattern!(
        r"^(?:(?:date|day|time) )?(?:posted|published|of (?:publication|posting|issue)|advertised)(?: on)?$|^(?:job )?(?:posting|publication|publishing|post|issue|announcement|advert) ?date$|^(?:发布|发表|公告|刊登|张贴)(?:时间|日期)$"
    );
    let labelled = page.labelled(labels).find_map(|label| {
        let value = page.at(&label.value);
        let day = days(value, label.value.start).into_iter().map(|it| page.settled(it)).next()?;
        let first = day.span.start < label.value.start + 16;
        day.date().filter(|_| first).map(|it| (it, day.span))
    });
    if found.is_empty() {
        found.extend(labelled);
    }
    if let Some((date, span)) = found.first() {
        // `Updated` may follow; the first one is when it was posted.
        return Some(page.fact(*date, span));
    }
    if !unclear.is_empty() {
        page.ask("posted_date", "the day is not whole, or could be two days", &unclear);
        return None;
    }
    let top = page.lines.iter().take(8).enumerate().filter(|(_, it)| !page.is_setting(&it.span));
    let alone = top.into_iter().find_map(|(number, line)| {
        let text = page.at(&line.span);
        // `Deadline`, and the day below it.
        let above = number.checked_sub(1).map_or("", |it| page.line(it));
        if pattern!(
            r"deadline|clos(es|ing)|\bdue\b|until|start|expires|\bend\b|截止|截至|入职|开始|面试"
        )
        .is_match(above)
            && above.chars().count() < 20
        {
            return None;
        }
        let day = days(text, line.span.start).into_iter().next()?;
        let rest = text.len() - day.span.len();
        // `原创 2026-03-01 09:30 北京`: a head with the minute.
        let stamped = text.chars().count() <= 48
            && pattern!(r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}(?:日 ?| )\d{1,2}:\d{2}").is_match(text)
            && !pattern!(r"截止|deadline|until|至|to ").is_match(text);
        let signed =
            is_byline(text, &(day.span.start - line.span.start..day.span.end - line.span.start));
        (rest <= 4 || stamped || signed).then(|| Some((day.date()?, day.span.clone())))?
    });
    let alone = alone.or_else(|| stamp(page));
    // A notice in Chinese is signed with its day.
    let alone = alone.or_else(|| {
        let last = page.lines.iter().rev().take(3).find(|it| {
            pattern!(r"^20\d\d\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日$").is_match(page.at(&it.span))
        })?;
        let day = days(page.at(&last.span), last.span.start).into_iter().next()?;
        Some((day.date()?, day.span.clone()))
    });
    let (date, span) = alone?;
    page.ask(
        "posted_date",
        "a date stands there without a word; confirm that it is when it was posted",
        std::slice::from_ref(&span),
    );
    Some(page.fact(date, &span))
}

/// `Ann Bee · 3 March 2027`, `岸河实验室 | 2027-03-03 | 阅读 120`: who wrote it, and when.
fn is_byline(text: &str, day: &Span) -> bool {
    let other = pattern!(
        r"deadline|clos(e|es|ing)|\bdue\b|until|\bby\b \d|start|begin|expire|\bend|interview|event|venue|workshop|conference|截止|截至|入职|开始|面试|举办|报到|[:：；;。!?]$"
    );
    // `Thursday, March 4, 2027`, `March 3, 2027 by Ann Bee`, `2027-03-03 来源：人事处`
    let bare = pattern!(
        r"^(?:(?:written |posted )?by (?-i:[A-Z])[\p{L}. '-]{2,30},? (?:on )?)?(?:(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?,? )?$"
    );
    let after = pattern!(
        r"^(?: \d{1,2}:\d{2}(?::\d{2})?)?\s?(?:,? by (?-i:[A-Z])[\p{L}. '-]{2,30}|[|·]?\s?(?:信息)?(?:来源|作者|编辑|发布者|发布人|阅读|浏览|点击|供稿|审核|文)[^。，]{0,40})?$"
    );
    if text.chars().count() <= 90
        && (bare.is_match(&text[..day.start]) && after.is_match(&text[day.end..]))
    {
        return true;
    }
    let linked = pattern!(r"\s?\(https?://[^()]*\)").replace_all(text, "");
    let pieces: Vec<&str> = pattern!(r"\s?[·•|｜丨]\s?|\s[-–—/]\s").split(&linked).collect();
    let short = |it: &&str| it.chars().count() <= 32 && it.split(' ').count() <= 4;
    let whole = &text[day.clone()];
    let alone = pieces.iter().any(|it| it.trim().len() <= day.len() + 2 && it.contains(whole));
    linked.chars().count() <= 90
        && alone
        && pieces.len() > 1
        && pieces.iter().all(short)
        && !other.is_match(text)
}

/// `Mon Feb 15 08:12:44 CET 2027`, as archives of lists write when a mail was sent.
fn stamp(page: &Page<'_>) -> Option<(Date, Span)> {
    let words = pattern!(
        r"(?:^|^发信站.{0,30}\()(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? (?P<a>[a-z]{3,9} \d{1,2}|\d{1,2} [a-z]{3,9}) \d{1,2}:\d{2}(?::\d{2})? (?:[a-z]{2,5} )?(?P<y>20\d\d)\)?$"
    );
    page.lines.iter().take(6).find_map(|line| {
        let found = words.captures(page.at(&line.span))?;
        let day = days(&format!("{} {}", &found["a"], &found["y"]), 0).into_iter().next()?;
        Some((day.date()?, line.span.clone()))
    })
}
