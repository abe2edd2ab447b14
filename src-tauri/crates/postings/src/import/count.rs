//! How many are taken.

use super::{
    fact::Fact,
    numbers::{NUMBER, range},
    page::{Page, Span},
    pattern::pattern,
    section::Section,
};
use crate::Places;

/// How many are taken.
pub(crate) fn places(page: &mut Page<'_>) -> Option<Fact<Places>> {
    let said = page.posting.as_ref().and_then(|it| it.places.clone());
    if let Some(said) = said
        && let Ok(number) = said.value.parse()
    {
        return Some(page.said(Places { min: Some(number), max: Some(number) }, &said));
    }
    let (mut found, vague) = all(page);
    let spans: Vec<Span> = found.iter().map(|(_, span)| span.clone()).collect();
    // `4-5 interns`, and for each of their tracks how many: together they are the first.
    if let [(whole, _), parts @ ..] = found.as_slice()
        && parts.len() > 1
        && sum(parts) == Some(*whole)
        && is_plain(page, &found[0].1)
        && parts.iter().all(|(_, it)| !is_plain(page, it))
    {
        found.truncate(1);
    }
    found.dedup_by(|a, b| a.0 == b.0);
    let mut differs = found.iter().any(|(it, _)| *it != found[0].0);
    // `2-3 students:`, and a list of the same below it: the first one is all of them.
    if let [(_, first), rest @ ..] = found.as_slice()
        && differs
        && page.lines.iter().position(|it| first.start < it.span.end).is_some_and(|number| {
            let below = page.lines[number + 1..]
                .iter()
                .take_while(|it| it.shape == super::lines::Shape::Bullet);
            let end = below.map(|it| it.span.end).last();
            page.line(number).ends_with(':')
                && rest.iter().all(|(_, it)| end.is_some_and(|end| it.end <= end))
        })
    {
        differs = false;
    }
    // `PhD student (1 position)` and `Postdoc (1 position)` are two.
    let roles: Vec<&str> = spans
        .iter()
        .filter_map(|span| page.lines.iter().find(|it| it.span.contains(&span.start)))
        .map(|it| page.at(&it.span))
        .filter(|it| it.chars().count() < 50 && role_of(it).is_some())
        .collect();
    if roles.iter().any(|it| role_of(it) != role_of(roles[0])) {
        differs = true;
    }
    match found.first() {
        // Several numbers may be of several roles; a sum would be a guess.
        // `Assistants: 1-2, interns: several`: those are two roles.
        Some((_, span)) if differs || vague.iter().any(|it| beside(page, it, span)) => {
            page.ask("places", "the text names several numbers of places", &spans);
            None
        }
        Some((places, span)) => Some(page.fact(*places, span)),
        None => {
            if !vague.is_empty() {
                page.ask("places", "the text says several, without a number", &vague);
            }
            None
        }
    }
}

/// Whether a place is in the running text, and in no list and no heading.
fn is_plain(page: &Page<'_>, span: &Span) -> bool {
    page.line_of(span).is_some_and(|it| {
        let long = page.line(it).chars().count() > 60;
        long && page.lines[it].shape == super::lines::Shape::Plain
    })
}

/// How many all of them are together.
fn sum(parts: &[(Places, Span)]) -> Option<Places> {
    let add = |of: fn(&Places) -> Option<u32>| -> Option<u32> {
        parts.iter().map(|(it, _)| of(it)).sum()
    };
    Some(Places { min: Some(add(|it| it.min)?), max: Some(add(|it| it.max)?) })
}

/// Who a line is about.
fn role_of(line: &str) -> Option<String> {
    let roles = pattern!(
        r"ph\.?d|postdoc|master|assistant|engineer|intern|technician|博士后|博士|硕士|助理|工程师|实习"
    );
    roles.find(line).map(|it| it.as_str().to_lowercase())
}

/// Whether two places stand in lines one below the other.
fn beside(page: &Page<'_>, one: &Span, other: &Span) -> bool {
    let line = |span: &Span| page.lines.iter().position(|it| span.start < it.span.end);
    match (line(one), line(other)) {
        (Some(one), Some(other)) => one.abs_diff(other) == 1,
        _ => false,
    }
}

fn all(page: &Page<'_>) -> (Vec<(Places, Span)>, Vec<Span>) {
    let mut found = Vec::new();
    let mut vague = Vec::new();
    labelled(page, &mut found, &mut vague);
    let mut add = |words: &str, up_to: bool, span: Span| {
        found.extend(counted(words, up_to).map(|it| (it, span)));
    };
    let english = pattern!(&format!(
        r"\b(?P<up>up to |at most |no more than |limited to |a maximum of )?(?P<n>{NUMBER}(?:\s?(?:-|–|to|or)\s?{NUMBER})?)(?: \(\d{{1,2}}\))? (?P<words>(?:(?:\d{{1,2}}-(?:months?|years?)|[\p{{L}}.&-]+),? ){{0,6}}?)(?P<what>positions?|posts|openings?|vacanc(?:y|ies)|interns?\b|(?:ph\.?d\.?|(?:pre-?)?doctoral|master'?s?|research) (?:students?|candidates?|researchers?|assistants?)|students?|fellowships?|fellows|studentships?|scholarships?|postdocs?|postdoctoral (?:researchers?|fellows?)|internships?|undergraduates?|trainees|apprentices|volunteers|lecturers|research associates|associates?|researchers?|employees?|(?:research |software )?engineers|scientists|developers|technicians|participants|places|(?:slots|spots) (?:for (?:applicants|candidates|students|interns)|(?:are )?(?:available|open)))"
    ));
    let chinese = pattern!(&format!(
        r"(?P<up>不超过|最多)?(?P<n>{NUMBER}(?:\s?(?:-|–|—|~|～|至|到|或)\s?{NUMBER})?)\s?(?:(?:名|位)(?P<what>[^，。；\n]{{0,12}}?(?:实习生|博士|硕士|博后|助理|研究生|学生|工程师|研究员|同学|人员|岗位|名额|[；;。]?$))|个(?:[^，。；\n国地城项方]{{0,8}}?(?:实习生|博士|硕士|博后|助理|研究生|学生|工程师|研究员|同学|岗位|名额)|[；;。]?$))|(?:招聘?|招收|招募|名额|招|教师|老师|讲师|护士|医生|编辑|专员|主管|经理|博士生?|硕士生?|实习生|博士后|研究生|研究员|助理|工程师|教授|人员|岗位|(?:招收|招募|招聘|录取)[^，。；\d]{{1,32}})\s?[:：]?\s?(?P<n2>{NUMBER}(?:\s?(?:-|–|—|~|～|至|到|或)\s?{NUMBER})?)\s?(?:名|位|人|个)|(?:实习生|博士后?|研究员|助理|硕士|工程师|学生)[^，。；\n]{{0,24}}\) ?(?P<n4>{NUMBER}(?:\s?(?:-|–|~|～|至|到)\s?{NUMBER})?)\s?(?:名|位)|(?:^|[，,:)( ])(?P<n3>{NUMBER}(?:\s?(?:-|–|至|到)\s?{NUMBER})?)人(?:[，。；,) ]|$)"
    ));
    let single = pattern!(
        r"\b(?P<verb>there (?:is|will be)(?: (?:money|funding|room|space) for)?|to apply for|invit(?:es?|ing) (?:applications?|applicants?|candidates?) for|(?:re-?)?open(?:ing)? (?:our |the |a )?search for|searching for|search for|(?:to |we |is |are )open(?:ing|s)?|applications? (?:are|is) invited for|offers?|offering|has|have|seeks?(?: to (?:appoint|hire|recruit|employ|fill))?|seeking|looking for|looking to (?:hire|recruit|appoint|employ)|hiring|recruiting|announces?|available for|to fill|(?:to|will|shall|wishes to|intends? to) appoint|recruit)(?: (?:applicants?|candidates?|applications?) for)?(?:, [^,;]{5,60},)?( to (?:fill|recruit|hire))? (?P<n>an?|one) (?P<words>(?:[\p{L}\d()%/-]+ ){0,6}?)(?P<what>position|opening|vacancy|studentship|scholarship|fellowship|assistantship|(?:research|project|teaching) assistant|research (?:associate|fellow|specialist)|(?:[\p{L}-]+ )?(?:engineer|developer|scientist|analyst|technician|programmer|biostatistician|statistician)|(?:ph\.?d\.?|(?:pre-?)?doctoral|master'?s?|visiting) (?:student|candidate|researcher)|postdoc|post|post-?doctoral (?:researcher|fellow|associate|scholar|research (?:fellow|associate|scholar|scientist))|lab(?:oratory)? manager|lecturer|professor|coordinator)\b"
    );
    let vacant = pattern!(
        r"(?:^(?:[\p{L}]+ ?){1,3}: |^|\. )(?:an?|one) (?:[\p{L}\d().%-]+ ){0,8}?(?:(?:position|post|vacancy|studentship|fellowship|assistantship|traineeship|internship|grant|scholarship|opening)(?: (?:for|in|on|at|with) [^.;]{3,80}?)? (?:is|has become|will be|becomes) (?:now |currently |immediately )?(?:available|open|vacant|offered|advertised)|[\p{L}-]+ (?:is|are) (?:now |currently )?(?:sought|wanted|required to join|needed to join))\b"
    );
    for sentence in &page.sentences {
        // `$2,000 to five students`: what is paid is no number of places.
        let text = pattern!(r"[$€£¥]\s?\d[\d,.]*\d")
            .replace_all(page.at(&sentence.span), |it: &regex::Captures<'_>| {
                "-".repeat(it[0].len())
            });
        let text: &str = &text;
        let heading = page.lines[sentence.line].heading.map_or("", |it| page.line(it));
        let offers = heading.chars().count() < 20 && pattern!(r"招|征|岗位|名额|人数|how many|number of|positions|openings|vacanc|looking for").is_match(heading)
            || pattern!(r"\b(hir|recruit|seek|gathers?\b|bring(s|ing)? together|will (spend|join|be (selected|chosen|admitted|awarded|hosted|trained|accepted))|\bhosts?\b|\btakes?\b|\badmit|\bselects?\b|look(ing)? for|invit|offer|award|support|accept|open(ed|ing|ings)?\b|available|vacan|fund|\bmoney for\b|limited to\b|position|applications?|announc|advertis|hav|intern|sought|wanted|search|appoint|employ)|^\d{1,2}\s?[名位](实习生|博士后?|硕士|助理|工程师|研究员)|招|诚征|征(求|聘|才)|名额|岗位|若干|(博士后|博士生?|硕士生?|实习生|助理|工程师|研究员|研究生)\s?[:：]?\s?[\d一二两三四五]").is_match(text)
            || is_role(page, sentence);
        let other = pattern!(r"\beach (of|student|intern|group|team|project|track|topic|role)|每人|限报|per (student|intern|year|team|group)|we consist|we have (an?|the|about|over|more) (?:[\p{L}-]+ ){0,3}?(group|team|lab|history|tradition|record|culture|strong|great|close|network|number)\b|we are (an?|the|about|over|more|\d)|(group|team|lab) (of|has|consists|includes)|\b(consists? of|comprises|employs)\b|(paper|publication|prior\b|previous|past|alumni|former|supervis|co-?supervis|mentors\b)|recommend|reference|referee|团队(现)?(有|共|拥有)|现有|毕业|导师|指导|论文|推荐(人|信|函|专家)").is_match(text);
        let limit = is_closed(page, sentence.line) || pattern!(r"每人|限报|限投|at most (one|two) (applications?|positions?)|\b(apply|applying|choose|select|rank|indicate|list|preferences?|submit)\b[^.]{0,40}(up to|maximum of) (two|three|\d) (projects?|positions?|applications?)").is_match(text);
        // `We are hiring 2 interns, building on our previous projects`: the number has its verb.
        let plain = pattern!(&format!(r"\b(looking for|hiring|recruiting|seeking|to (?:hire|recruit|fill)) (?:up to )?{NUMBER}\b")).is_match(text);
        if limit
            || is_past_or_part(text)
            || !offers
            || other
                && !plain
                && !pattern!(
                    r"招(聘|收|募)|invites? applications|open (?:\p{L}+ ){0,3}positions?|openings"
                )
                .is_match(text)
        {
            continue;
        }
        let at = |from: usize, to: usize| sentence.span.start + from..sentence.span.start + to;
        let (mut has_number, mut last) = (false, 0);
        for it in english.captures_iter(text) {
            let range = it.get(0).map_or(0..0, |it| it.range());
            if pattern!(r"^-?(year|month|week|day|hour|minute|min|member|person|people|page|word|euro|credit|ects|percent|university|universities|countr(y|ies)|partner|topics?|areas?|groups?|teams?)s?\b|\b(of the|papers?|at|in|and|with|from)\b")
                .is_match(&it["words"])
                // `Master 2 students`: their year, and not their number.
                || pattern!(r"\b(master'?s?|bachelor'?s?|level|year|grade|phase|track|type|class|group|tier|stage|semester|part) $").is_match(&text[..range.start])
                || pattern!(r"^ (winners?|holders?|programs?|programmes?|tracks?|types?|projects?|opportunit|schemes?|streams?)").is_match(&text[range.end..])
                || is_of_others(&it["what"], &text[range.clone()])
                || pattern!(r"[-./#]$|[-–] *$|\b(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\w{0,6}\.? $").is_match(&text[..range.start])
            {
                continue;
            }
            // `3 PhD and 1 postdoc positions` are of two kinds.
            let other_kind = two_kinds(&text[..range.start]).is_some_and(|it| it >= last);
            if other_kind {
                vague.push(sentence.span.clone());
                has_number = true;
                continue;
            }
            // Students in general are counted where the sentence looks for them.
            let sought = !pattern!(r"^(students?|fellows|participants|(research |software )?engineers|scientists|developers|technicians|volunteers|trainees|undergraduates?)$").is_match(&it["what"])
                || pattern!(r"looking for|seek|hir|recruit|invit|support|accept|\btakes?\b|select|host|\baward|\bgrants?\b|\badmit|\btrain\b|\bgathers?\b|bring(s|ing)? together|\bwelcomes?\b|\b(limited|offered) to\b")
                    .is_match(&text[..range.start])
                || pattern!(r"^ will (spend|join|be (selected|chosen|admitted|awarded|hosted|trained|accepted|offered))\b").is_match(&text[range.end..])
                || pattern!(r"looking for|seek|hiring|how many|number of|^(places|positions|openings|vacancies)").is_match(heading)
                || it.name("up").is_some();
            if !sought {
                continue;
            }
            let one = matches!(it["n"].to_lowercase().as_str(), "one")
                && text[range.end..].trim_start().starts_with("of ");
            if !one {
                (has_number, last) = (true, range.end);
                add(&it["n"], it.name("up").is_some(), at(range.start, range.end));
            }
        }
        for it in chinese.captures_iter(text) {
            let range = it.get(0).map_or(0..0, |it| it.range());
            let Some(number) = ["n", "n2", "n3", "n4"].iter().find_map(|name| it.name(name)) else {
                continue;
            };
            let asks = matches!(sentence.section, Section::Qualify | Section::Prefer);
            if counts_others(text, &range, number.start(), asks) {
                continue;
            }
            has_number = true;
            add(number.as_str(), it.name("up").is_some(), at(range.start, range.end));
        }
        if let Some(it) = single.captures(text).filter(|it| !has_number && !it["words"].contains("positions") && !is_any(&it["verb"], &it["n"], &it["what"])) {
            let range = it.get(0).map_or(0..0, |it| it.range());
            add("1", false, at(range.start, range.end));
        } else if let Some(it) = vacant.find(text).filter(|_| !has_number) {
            add("1", false, at(it.start(), it.end()));
        } else if !has_number && pattern!(r"若干|\b(several|multiple|a number of|various) (?:[\p{L}-]+ ){0,4}(positions?|openings?|interns|students|vacancies|postdocs)|多名").is_match(text) {
            vague.push(sentence.span.clone());
        }
    }
    (found, vague)
}

/// Whether a line tells of a call that is over: below `Past calls`, or `(CALL CLOSED)`.
fn is_closed(page: &Page<'_>, line: usize) -> bool {
    let mark = pattern!(r"\((call )?closed\)");
    let heading = page.lines[line].heading.map_or("", |it| page.line(it));
    let above = line.checked_sub(1).map_or("", |it| page.line(it));
    pattern!(r"^(past|previous|former|closed|filled|expired) (calls|positions|openings|offers|vacancies|jobs)\b|\bclosed\)?$")
        .is_match(heading)
        || pattern!(r"^closed on\b").is_match(page.line(line))
        || mark.is_match(page.line(line))
        || pattern!(r"\((call )?closed\)$").is_match(above)
}

/// `Last year we hired two interns`, `of these, five are for undergraduates`.
fn is_past_or_part(text: &str) -> bool {
    let past = pattern!(r"^(last|in (the )?past|previous(ly)?)\b|^in 20\d\d,? (we|the \w+|our \w+) (hired|awarded|recruited|admitted|funded|hosted|selected)\b|^this (year|summer|season|winter|spring),? (we|the \w+|our \w+) (hired|had|took|awarded|recruited|admitted|funded|hosted|selected|welcomed)\b|^we (had|hosted|welcomed) |\balready (hired|recruited|admitted|awarded)\b|去年|往年|前年|已经?(招收|招聘|招募|录取|培养)").is_match(text)
        && !pattern!(r"今年|现|\b(now|this year we (are|will|seek|have)|currently|again)\b").is_match(text);
    past || pattern!(r"^(out )?(of|among) (these|those|them|which)\b|^其中").is_match(text)
}

/// `We are looking for a data engineer`: a company may take more than one.
fn is_any(verb: &str, number: &str, what: &str) -> bool {
    number.len() < 3
        && pattern!(r"^(seek|look|hir|recruit|search|has$|have$)").is_match(verb)
        && pattern!(r"(engineer|developer|scientist|analyst|technician|programmer)$").is_match(what)
}

/// `3 associates`, but not `one (1) associate`, as calls of public bodies write.
fn is_of_others(what: &str, whole: &str) -> bool {
    pattern!(r"^(associate|researcher|employee)s?$").is_match(what) && !whole.contains(") ")
}

/// Where a number of others right before this one begins.
fn two_kinds(before: &str) -> Option<usize> {
    let other = pattern!(&format!(r"\b{NUMBER} [\p{{L}}.-]+(?: [\p{{L}}.-]+)?,? (?:and|&|or) $"));
    other.find(before).map(|it| it.start())
}

/// Whether a number in Chinese counts no places.
fn counts_others(text: &str, range: &Span, number: usize, asks: bool) -> bool {
    // `有一个可预览的作品` is what somebody has.
    let has = asks && pattern!(r"^(有|具备|具有|至少|熟|掌握|能)").is_match(text);
    // `现有教授2名，副教授3名，现招聘博士后1名`: those who are there.
    let there =
        pattern!(r"(现有|目前有|拥有|共有|已有|现已有|团队有|组有|室有|所有|内有|在读|毕业)[^招聘征；。]*$|有$")
            .is_match(&text[..range.start])
            && !pattern!(r"招|聘|征|名额|岗位|职位|空缺").is_match(&text[range.clone()]);
    // `招聘4名，其中研究岗3名`: a part of them.
    let part = pattern!(r"\d\s?(名|人|位)[^。；]{0,20}其中").is_match(&text[..range.start]);
    // `2个名额都用满了`: they are gone.
    let gone =
        pattern!(r"^[^，。；]{0,10}名额[^，。；]{0,6}(用满|用完|用掉|已满|招满|没了|用光|已用)");
    if gone.is_match(&text[number..]) {
        return true;
    }
    // `6个月` and `两个方向` count no people.
    let things =
        pattern!(r"^[^，。；]{0,6}?(个月|周|个小时|个工作日|个星期|个方向|个学期|个研究方向)");
    // `一位同学不可以同时面试两个部门`: any of them.
    let any = pattern!(r"^(一|1)\s?(位|名)[^，。；\n]{0,6}(不可以|不能|不得|只能|仅能|最多)")
        .is_match(&text[number..]);
    has || there || part || any || things.is_match(&text[number..])
}

/// `2 Postdocs in River Ecology (m/f/d)`: a title, or a line that is like one.
fn is_role(page: &Page<'_>, sentence: &super::page::Sentence) -> bool {
    let line = page.line(sentence.line);
    let begins = pattern!(&format!(r"^(?:up to )?{NUMBER}(?: \(\d{{1,2}}\))? (?-i:[\p{{L}}])"))
        .is_match(line);
    let gender = pattern!(r"\([mfwdx] ?/ ?[mfwdx]( ?/ ?[mfwdx])?\)").is_match(line);
    begins && line.chars().count() < 80 && (sentence.line == 0 || gender)
}

/// A number of places in words.
fn counted(words: &str, up_to: bool) -> Option<Places> {
    let (low, high) = range(words)?;
    let most = Some(high.unwrap_or(low));
    let least = if up_to { None } else { Some(low) };
    (1..300).contains(&low).then_some(Places { min: least, max: most })
}

/// What stands behind labels such as `Number of positions`.
fn labelled(page: &Page<'_>, found: &mut Vec<(Places, Span)>, vague: &mut Vec<Span>) {
    let labels = pattern!(
        r"^(number|no\.?|#)( of (the )?(open |available )?(positions?|openings?|vacanc(y|ies)|offers?|places?|posts?|interns?|students?|hires?|scholarships?|studentships?))?( available)?$|^(how many( .{2,20})?|vacanc(y|ies)|openings?|positions? available|(available|open) (positions?|places|posts|spots)|(positions?|places) open|headcount|hc|places|slots|quota)$|^(招聘|招收|征求|征才|征聘|实习|岗位|需求|招募|拟招|计划|需|录取)?(人数|名额|数量)$"
    );
    let alone = pattern!(&format!(
        r"^(?P<up>up to |at most |不超过|最多)?(?:约|about )?(?P<n>{NUMBER}(?:\s?(?:-|–|~|～|to|至|到|或)\s?{NUMBER})?)\s?(?:名|人|位|个|positions?|openings?|places?|students?|interns?)?(?:左右)?(?:$|[\s,，。;；(])"
    ));
    for label in page.labelled(labels) {
        let text = page.at(&label.value);
        match alone.captures(text) {
            Some(it) => {
                let places = counted(&it["n"], it.name("up").is_some());
                found.extend(places.map(|it| (it, label.value.clone())));
            }
            None if pattern!(r"若干|several|multiple|不限|多名").is_match(text) => {
                vague.push(label.value.clone());
            }
            None => {}
        }
    }
}
