//! Who offers it.

use std::collections::BTreeMap;

use super::{
    fact::Fact,
    names,
    page::{Page, Span},
    pattern::pattern,
};

/// The organisation.
pub(crate) fn organisation(page: &mut Page<'_>) -> Option<Fact<String>> {
    let said = page.posting.as_ref().and_then(|it| it.organisation.clone());
    if let Some(said) = said {
        return Some(page.said(said.value.clone(), &said));
    }
    let names = pattern!(
        r"^(hiring |recruiting |host(ing)? |name of (the )?)?(company|organi[sz]ation|employer|institution|institute|university|host|organisation unit)( name| or institution|/.{3,20})?$|^(招聘|用人|工作|招收|公司|企业|实习|招募)?(单位|公司|企业|机构|学校|院校)(名称|全称)?$"
    );
    let labelled = page.labelled(names).map(|it| it.value.clone()).find(|it| {
        let text = page.at(it);
        let ends = text.ends_with('.')
            && !pattern!(r"\b(inc|ltd|co|corp|b\.v|s\.a|e\.v|llc)\.$").is_match(text);
        (2..=90).contains(&text.chars().count()) && !ends && !text.contains("http")
    });
    // `公司：甲科技，创业团队`: what is behind the comma describes it.
    let labelled = labelled.map(|it| {
        let text = page.at(&it);
        let end = text.find('，').or_else(|| text.find(',').filter(|_| !text.is_ascii()));
        it.start..end.map_or(it.end, |end| it.start + end)
    });
    let headed = || super::title::parts(page).and_then(|it| it.organisation);
    let found = labelled
        .or_else(headed)
        .or_else(|| recruits(page))
        .or_else(|| of_group(page))
        .or_else(|| capitals(page))
        .or_else(|| titled(page))
        .or_else(|| card(page))
        .or_else(|| itself(page))
        .or_else(|| most_named(page))
        .or_else(|| foot(page))
        .or_else(|| hosts(page));
    let Some(span) = found else {
        page.ask("organisation", "no organisation is named, or several are", &[]);
        return None;
    };
    // `X University, School of Physics`: the school is a part of it.
    let parts = pattern!(r"^[^,]+");
    let whole = page.at(&span);
    let part_of = pattern!(r", (?:the )?(?-i:[A-Z][\p{L}&]+ ){0,3}(school|team|department|faculty|institute|division|group|lab|chair|cent(er|re)|college)\b").find(whole);
    let span = if part_of.is_some() {
        span.start..span.start + parts.find(whole).map_or(whole.len(), |it| it.end())
    } else {
        span
    };
    let span = in_full(page, span);
    // `X University, Denmark`: where it is is no part of its name.
    let span = match page.at(&span).rsplit_once(", ") {
        Some((name, place)) if names::is_place(place) && name.len() > 3 => {
            span.start..span.start + name.len()
        }
        _ => span,
    };
    let value = page.at(&span).to_owned();
    Some(page.fact(value, &span))
}

/// `Osprey College` in a title, where the text has `Osprey College London`.
fn in_full(page: &Page<'_>, span: Span) -> Span {
    let name = page.at(&span);
    // `甲机器人(Jia Robotics)` in a Chinese text, `X University(某大学)` in any.
    let own = pattern!(
        r"^(?P<a>[ -~]{4,60}?)\s?\([^)]*\p{Han}[^)]*\)$|^(?P<b>\p{Han}{2,16}) ?\([A-Za-z][A-Za-z0-9 .&'-]{1,40}\)$"
    );
    if let Some(own) = own.captures(name).and_then(|it| it.name("a").or(it.name("b"))) {
        return span.start..span.start + own.end();
    }
    let before = &page.text()[..span.start];
    let han = before.strip_suffix('(').map(|it| {
        let from = it.rfind(|c: char| !('\u{4e00}'..='\u{9fff}').contains(&c));
        from.map_or(0, |at| at + it[at..].chars().next().map_or(1, char::len_utf8))..it.len()
    });
    let title_is_han = page.line(0).contains(|it: char| ('\u{4e00}'..='\u{9fff}').contains(&it));
    if let Some(han) = han.filter(|it| title_is_han && (6..=36).contains(&it.len())) {
        return han;
    }
    // `CUHK(SZ)`
    let campus = pattern!(r"^\((?-i:[A-Z]{2,5})\)").find(&page.text()[span.end..]);
    if let Some(campus) = campus.filter(|_| !name.contains(' ')) {
        return span.start..span.end + campus.end();
    }
    if !name.ends_with("College") && !name.ends_with("University") {
        return span;
    }
    let text = page.text();
    let town = text.match_indices(name).find_map(|(at, _)| {
        let rest = text[at + name.len()..].strip_prefix(' ')?;
        let word = pattern!(r"^(?-i:[A-Z])\p{L}+").find(rest)?;
        names::is_place(word.as_str()).then(|| at..at + name.len() + 1 + word.end())
    });
    town.unwrap_or(span)
}

/// A job board's card: the title, and who offers it on a line below.
fn card(page: &Page<'_>) -> Option<Span> {
    (0..page.lines.len().min(4)).find_map(|number| {
        let text = page.line(number);
        // `Company · Town · 3 days ago`
        let mut pieces = pattern!(r"[·•|｜]| [—–-] ").split(text);
        let first = pieces.next().unwrap_or_default().trim();
        // `Hi all! Company (https://…)`
        let first = first.rsplit_once("! ").map_or(first, |(_, name)| name);
        let first = first.split(" (http").next().unwrap_or_default();
        let skip = text.find(first).unwrap_or(0);
        let is_place = |it: &str| names::is_place(&pattern!(r" ?\((on-?site|remote|hybrid)\)$").replace(it, ""));
        if pieces.any(is_place)
            && !first.is_empty()
            && !is_role(first)
            && !names::is_place(first)
        {
            let start = page.lines[number].span.start + skip;
            return Some(start..start + first.len());
        }
        let next = page.line(number + 1);
        let short = (2..=60).contains(&text.chars().count());
        if let Some(place) = names::behind_a_name(text)
            && !is_role(&text[..place])
        {
            let start = page.lines[number].span.start;
            return Some(start..start + text[..place].trim_end_matches([',', ' ']).len());
        }
        let named = names::is_organisation(text)
            || short
                && number > 0
                && names::is_place(next)
                && !names::is_place(text)
                && text.starts_with(|it: char| it.is_uppercase() || it >= '\u{2e80}')
                && !text.contains([':', '.', '。', '@'])
                && super::section::section(text).is_none()
                && !pattern!(r"^(where|when|what|who|how|why|location|place|town|city)\b").is_match(text)
                && !is_role(text)
                && (page.text().matches(text).count() > 1 || is_role(page.line(number - 1)) && pattern!(r"^(?-i:[A-Z0-9][\p{L}0-9&'.-]*)( (?-i:[A-Z0-9&][\p{L}0-9&'.-]*|of|and|for)){0,4}$").is_match(text));
        named.then(|| page.lines[number].span.clone())
    })
}

/// `Group: Systems Group, Company (Town)`.
fn of_group(page: &Page<'_>) -> Option<Span> {
    let label =
        page.labelled(pattern!(r"^(research |host(ing)? )?(group|team|lab|department)$")).next()?;
    let words = pattern!(
        r"(?-i:(?:Group|Team|Lab|Department[^,]{0,40}), (?P<a>[A-Z][\p{L}\d&.' -]{1,40}?)(?: \(|$))"
    );
    let name = words.captures(page.at(&label.value))?.name("a")?;
    Some(label.value.start + name.start()..label.value.start + name.end())
}

/// `甲实验室2026年招聘公告`, where the text says what that laboratory is.
fn titled(page: &Page<'_>) -> Option<Span> {
    let head =
        pattern!(r"^(?P<a>\p{Han}{2,12}?(?:实验室|研究中心))(?:20\d\d|招聘|诚聘|公开|博士后)");
    let line = page.lines.first()?;
    let name = head.captures(page.at(&line.span))?.name("a")?;
    let is = page.text().contains(&format!("{}是", name.as_str()));
    let part = pattern!(r"大学|学院|科学院|研究院|研究所|公司").is_match(name.as_str());
    (is && !part).then(|| line.span.start + name.start()..line.span.start + name.end())
}

/// `甲实验室是…事业单位`: a laboratory that is on its own.
fn itself(page: &Page<'_>) -> Option<Span> {
    let says = pattern!(
        r"(?m)(?:^|[。\n])(?P<a>\p{Han}{2,10}(?:实验室|研究院|研究所|中心))是[^。]{0,40}(?:事业单位|科研机构|研发机构|国家实验室|科研单位)"
    );
    let name = says.captures(page.text())?.name("a")?;
    (!pattern!(r"^(本|该|我们|我)").is_match(name.as_str())).then(|| name.range())
}

/// `因工作需要，甲局计划招聘…`, `The X Institute, Some College, has a position`: the subject
/// of the verb, where it is of those who employ.
fn recruits(page: &Page<'_>) -> Option<Span> {
    let chinese = pattern!(
        r"(?m)(?:^|[。；，\n\s])(?P<a>\p{Han}{2,24}?(?:局|厅|委员会|办公室|管委会|中心|学校|中学|小学|幼儿园|出版社|报社|杂志社|银行|事务所|协会|学会|法院|检察院|人民政府|博物馆|图书馆|科技馆|美术馆|档案馆|天文台|气象台|电视台|实验站|卫健委|发改委|有限公司|集团|基金会|促进会|研究会|大队|支队|总队|工作站|服务站|研究所|研究院|医院|大学))(?:\([^()]{2,20}\))?(?:因\p{Han}{2,12}，?|根据\p{Han}{2,16}，)?(?:现|拟|计划|决定|将|正在|面向(?:社会|海内外|国内外|全国|全球)|公开|诚|长期|常年|20\d\d年度?|定向|启动|继续|统一|[，,])*(?:招聘|招收|招募|招录|诚聘|招考|选聘|引进)"
    );
    let vague = pattern!(
        r"^(我|本|该|各|因|为|由|现|经|根据|某|国内|我们|团队|课题组|研究组|所属|下属)|(课题组|团队|研究组|实验室|院系)"
    );
    let first = page.sentences.iter().take(6);
    let found = first.into_iter().find_map(|sentence| {
        let name = chinese.captures(page.at(&sentence.span))?.name("a")?;
        let words = name.as_str();
        // `甲大学乙研究院` and `甲研究院乙中心` recruit for the first of the two.
        let whole = pattern!(r"^.{2,}?(大学|研究院|研究所|有限公司|医院)").find(words);
        let end = whole.filter(|_| !words.contains("科学院")).map_or(words.len(), |it| it.end());
        let words = &words[..end];
        let start = sentence.span.start + name.start();
        (!vague.is_match(words) && words.chars().count() > 3).then(|| start..start + words.len())
    });
    found.or_else(|| {
        let english = pattern!(
            r"(?-i:(?:^|[.!] |\n)The (?P<a>(?:[A-Z][\p{L}'&-]+ ){0,4}(?:Institute|Foundation|Society|Academy|Museum|Observatory|Council|Trust|Agency|Association|Commission|Federation|Network|Consortium|Initiative|Library|Hospital|Bureau|Authority|Ministry)(?: (?:of|for|on) (?:the )?[A-Z][\p{L}'&-]+(?:,? (?:[A-Z][\p{L}'&-]+|and|of|for|the|in)){0,6})?)(?: \([A-Za-z]{2,12}\))?(?P<b>, [^;\n]{3,80}?,)?) (?:(?:has|have) (?:an?|one|two|three|several|\d{1,2}|multiple) (?:\S+ ){0,4}?(?:position|opening|vacanc|post\b|studentship|fellowship|internship)|(?:is|are) (?:now |currently |actively )?(?:seeking|looking|hiring|recruiting|inviting|accepting|offering|advertising|pleased|proud)|invites|seeks|welcomes|wish|intends? to|offers|announces|awards)"
        );
        let name = english.captures(page.text())?.name("a")?;
        Some(name.range())
    })
}

/// `UNIVERSITY OF X` on a line of its own at the top.
fn capitals(page: &Page<'_>) -> Option<Span> {
    let name = pattern!(
        r"^(?-i:(?:THE )?(?P<a>UNIVERSITY OF [A-Z]{3,}(?: [A-Z&]{2,}){0,3}|[A-Z][A-Z'.-]{2,}(?: [A-Z&]{2,}){0,3} UNIVERSITY|[A-Z]{3,}(?: [A-Z]{2,}){0,2} INSTITUTE OF TECHNOLOGY))$"
    );
    let mut top = page.lines.iter().take(5);
    top.find_map(|line| {
        let found = name.captures(page.at(&line.span))?.name("a")?;
        Some(line.span.start + found.start()..line.span.start + found.end())
    })
}

/// A laboratory that offers the place itself, where nothing bigger is named.
fn hosts(page: &Page<'_>) -> Option<Span> {
    let acts = pattern!(
        r"(?-i:(?:^|[.!] |\n)(?:The )?(?P<a>(?:[A-Z][\p{L}'&-]+ ){1,5}(?:Laboratory|Laboratories|Observatory|Station|Centre|Center|Program|Programme|Society|Initiative|Institute)) (?:hosts|offers|invites|welcomes|seeks|is|awards|announces)\b)"
    );
    let name = acts.captures(page.text())?.name("a")?;
    Some(name.range())
}

/// Who signs the foot of the page, where the posting names them as well.
fn foot(page: &Page<'_>) -> Option<Span> {
    let signs = pattern!(
        r"(?:©|\(c\)|copyright|版权所有)\s*(?:©\s*)?(?:\d{4}(?:\s?[-–]\s?\d{4})?)?,?\s*(?:by )?(?P<a>[\p{L}][\p{L}\d&.' -]{1,40}?)\s*(?:[.,|]|all rights|版权|保留|$)"
    );
    page.dropped.iter().find_map(|it| {
        let name = signs.captures(&it.quote.quote)?.name("a")?.as_str().trim().to_owned();
        let mut all = page.text().match_indices(&name);
        let (at, _) = all.next()?;
        all.next().map(|_| at..at + name.len())
    })
}

fn is_role(text: &str) -> bool {
    pattern!(r"\b(intern(ship)?s?|ph\.?d|postdoc|position|engineer|scientist|researcher|assistant|student|full[\s-]time|part[\s-]time|permanent|contract)\b|实习|招|博士|助理").is_match(text)
}

/// `Department of Y University of X`: how many of the words before are no part of its name.
fn before_university(text: &str, start: usize, words: &str) -> usize {
    let own = pattern!(
        r"^(?-i:Technical|National|Chinese|City|Education|Open|State|Federal|Autonomous|Free|Catholic|Royal|Polytechnic|Medical|American|European|International|Baptist|Normal|Islamic|Hebrew|Metropolitan|The|Swedish|Norwegian|Central|Southern|Northern|Eastern|Western|Swiss|Indian|Russian|Saint|New|Old|First|Second|Pontifical|Dalian|Beijing|Shanghai|Hong Kong|Applied) ?"
    );
    let line = text[..start].rsplit('\n').next().unwrap_or_default();
    let of_part = pattern!(r"\b(?-i:Department|School|Faculty|Division|Institute|Centre|Center|College|Chair|Unit|Group|Laboratory|Lab|Programme?) (of|for|in) [^,.;:|]*$").is_match(line);
    pattern!(r" (?-i:University of) (?-i:[A-Z])").find(words).filter(|it| {
        of_part && !own.is_match(words)
            && !pattern!(r"^ University of (Technology|Science|Applied|Life|Agricultur|Economics|Business|Art|Arts|Music|Education|Medic|Health|Engineering|Finance|Posts|Chemical|Aeronautic|Electronic|Petroleum|Mining|Veterinary|Social|Chinese|International|Foreign|Traditional)").is_match(&words[it.start()..])
    }).map_or(0, |it| it.start() + 1)
}

/// Every organisation that a text names, by the shape of its name or because it is known.
fn named(page: &Page<'_>) -> Vec<Span> {
    let english = pattern!(
        r"(?-i:\b(?:The )?(?:(?:Technical|National|Royal|Federal|State|Catholic|Free|Swiss|European|American|Chinese|Hong|Max|Polytechnic) )*(?:University College(?: of)? [A-Z][\p{L}'-]+|University of (?:the )?(?:[A-Z][\p{L}'.-]+|and|at|in|of)(?:,? (?:[A-Z][\p{L}'-]+|of|and|at)){0,4}|Institute of Technology,? [A-Z]\p{L}+)|\b(?:[A-Z][\p{L}'.&-]+ ){1,5}(?:University|Institute of (?:Science and )?Technology|Institute|College|Academy of Sciences|Polytechnic|Universität|Hochschule|National Laboratory|Observatory|Hospital|Museum|Agency|Academy|Council)(?: (?:of|for) (?:[A-Z][\p{L}'-]+|and|the|of)(?: (?:[A-Z][\p{L}'-]+|and|of|the|for)){0,5})?|\b(?:[A-Z][\p{L}'.&-]+ ){1,4}Institution (?:of|for) (?:[A-Z][\p{L}'-]+)(?: (?:[A-Z][\p{L}'-]+|and|of|for)){0,4}|\b(?:Université|Universität|Universidad|Universitat|Università|Politecnico di|École|Institut|Hochschule|Technische Universität) (?:(?:[A-ZÀ-Ý][\p{L}'-]+|de|des|du|della|di|degli|studi|la|le|et|für|und|der) ?){1,6}|\b(?:[A-Z][\p{L}0-9'&-]+ ){1,4}(?:Inc|Ltd|GmbH|AG|AB|Oy|SAS|PLC|LLC|Corp|Corporation|B\.V|S\.A|Labs|Technologies|Robotics|Therapeutics|Pharma|Foundation|Trust|Consortium|Medical School|Business School)\b\.?)"
    );
    let chinese = pattern!(
        r"[\p{Han}A-Za-z0-9()]{2,16}?(?:大学|科学院|研究院|研究所|学院|有限责任公司|股份有限公司|有限公司|集团|医院|博物馆|基金会)(?:[((][^))]{2,8}[))])?"
    );
    let text = page.text();
    let mut out: Vec<Span> = Vec::new();
    for found in english.find_iter(text) {
        let words = found
            .as_str()
            .trim_end_matches([' ', ',', '.'])
            .trim_end_matches(" of")
            .trim_end_matches(" and")
            .trim_end_matches(" at");
        let skip = pattern!(r"^((?-i:The|At|In|Our|For|From|With|By|Your|This|Dear|About|Join|A|An|Top|Graduate|PhD|Prof\.?|Postdoctoral|Position|Researcher|Engineer|Internship|Intern|Student|Students|Department|School|Faculty|Group|Lab|and|of|Research) )+").find(words).map_or(0, |it| it.end());
        let words = &words[skip..];
        let cut = before_university(text, found.start() + skip, words);
        let skip = skip + cut;
        let words = &words[cut..];
        // `X University Department of Y`: the department is a part of it.
        let part = pattern!(r" (?-i:Department|Faculty|Division|Chair|Graduate School) of\b|,? (?-i:Department|Faculty)$")
            .find(words);
        let words = part.filter(|it| it.start() > 0).map_or(words, |it| &words[..it.start()]);
        let tail = words.split_once(", ").filter(|(head, tail)| names::is_place(tail) && !pattern!(r"university of (california|wisconsin|texas|illinois|north carolina|maryland|michigan)$").is_match(head));
        let words = tail.map_or(words, |(head, _)| head);
        // `Tidewater Robotics Group` is a group, and no company.
        let group = pattern!(r"^ (Group|Lab|Laboratory|Team|Club)\b")
            .is_match(text.get(found.start() + skip + words.len()..).unwrap_or_default())
            && pattern!(r"(Labs|Technologies|Robotics|Therapeutics|Pharma)$").is_match(words);
        if group {
            continue;
        }
        if words.split(' ').count() > 1 || words.contains('-') {
            out.push(found.start() + skip..found.start() + skip + words.len());
        }
    }
    for found in pattern!(r"(?m)(?-i:(?:^|[.!] |\n)(?:At |The )?(?P<a>(?:[A-Z][\p{L}0-9&'.-]* ){0,3}[A-Z][\p{L}0-9&'-]*) (?:is (?:seeking|looking for|hiring|recruiting|proud|an equal|a leading|offering|inviting|the |one of|a )|invites|seeks|hosts|offers|welcomes|announces|accepts|are looking|designs|builds|develops)|\bTU [A-Z]\p{L}+|(?:^|[.!] |\n)At (?P<c>(?:[A-Z][\p{L}0-9&'-]* ){0,3}[A-Z][\p{L}0-9&'-]*), (?:we|you|our|the|a|an|engineers|scientists|researchers|people)\b|(?:^|\n)(?:About|Careers at|Jobs at|Working at|Life at) (?P<b>(?:[A-Z][\p{L}0-9&'-]* ){0,3}[A-Z][\p{L}0-9&'-]*)$)").captures_iter(text) {
        let Some(name) = found.name("a").or(found.name("b"))
            .or(found.name("c")).or(found.get(0)) else { continue };
        let role = pattern!(r"^(we|this|the|it|our|there|position|candidate|applicants?|students?|what|who|how|your?|he|she|they|each|english|german|french|swedish|dutch|danish|norwegian|finnish|italian|spanish|chinese|japanese|python|rust|java|experience|knowledge|internship|project|research|us|job|role|team|company|program(me)?|postdoc|professor|dr\.?|prof\.?)\b|\b(we|i|you|they|who|group|lab|laboratory|team|chair|department|position|intern|internship|program(me)?|project|school|faculty|division)$|^(it|us|me|the (job|role|team|position|company|project|lab|group))$").is_match(name.as_str());
        let role = role && found.name("b").is_none_or(|it| !it.as_str().ends_with(" Group"));
        if !role && !out.iter().any(|span| span.start < name.end() && name.start() < span.end) {
            out.push(name.range());
        }
    }
    // `X Research` is an organisation only where a word says that the group is in it.
    for found in pattern!(r"(?-i:\b(?:part of|at|join|joining|within) (?:the )?(?P<a>(?:[A-Z][\p{L}&-]+ ){1,3}(?:Research|Laboratory|Laboratories|Labs?|Centre|Center|Foundation)\b(?: (?:for|of|in|and|[A-Z][\p{L}-]+)){0,5}))").captures_iter(text) {
        if let Some(name) = found.name("a").filter(|it| !out.iter().any(|span| span.start < it.end() && it.start() < span.end)) {
            // `at X Lab, Y University`: a part of what is named behind it.
            if pattern!(r"^(,| at| of)( the)? (?-i:[A-Z])").is_match(&text[name.end()..])
                && !pattern!(r"(Centre|Center|Foundation)").is_match(name.as_str())
            {
                continue;
            }
            let words = name.as_str().trim_end_matches(" in").trim_end_matches(" of").trim_end_matches(" for").trim_end_matches(" and");
            out.push(name.start()..name.start() + words.len());
        }
    }
    for found in chinese.find_iter(text) {
        let words = found.as_str();
        let cut = pattern!(r"^.*(?:我们是|欢迎加入|欢迎报考|详见|参见|请见|参考|见于|访问|隶属于|依托于?|来自|位于|加入|就读于|毕业于|现任|报考|关于|任职于|是|在|于|与|和|及|由|为|的|对|到|向|或|等|即|了|自|被|把|从|年|，|:|\d)").find(words).map_or(0, |it| it.end());
        // `甲课题组(乙大学`: the bracket is closed behind the name.
        let open = words.rfind('(').filter(|at| *at >= cut && !words[*at..].contains(')'));
        let cut = open.map_or(cut, |at| at + 1);
        let words = &words[cut..];
        let vague = pattern!(r"^(国内外?|国外|海外|高校|某|知名|一流|重点|双一流|著名|本|该|各|其他|其它|所在|全国|国际|世界|多所|高水平|我|你|贵|某|大|学|国家|省部级|国家重点|博士|硕士|计算机|软件|信息|人工智能|电子|数学|物理|工|理).{0,4}(大学|学院|研究院|研究所|实验室|集团|公司|医院)$|(计算机|软件|信息|工程|数学|物理|化学|材料|医|商|管理|电子).{0,8}学院$|重点实验室$").is_match(words);
        // `商学院` is a part of a university, unless a place is what it is called after.
        let part = words
            .strip_suffix("学院")
            .is_some_and(|it| it.chars().count() <= 3 && !names::has_place(it));
        if words.chars().count() > 3 && !vague && !part {
            let start = found.start() + cut;
            // `中国科学院…研究所` is one name.
            match out.last_mut().filter(|it| it.end == start && page.at(it).ends_with("科学院"))
            {
                Some(academy) => academy.end = found.end(),
                None => out.push(start..found.end()),
            }
        }
    }
    // `甲科技成立于2018年`: a company that is known by its name alone.
    let founded = pattern!(
        r"(?m)(?:^|[。\n])(?P<a>[\p{Han}A-Za-z]{2,10}?|(?-i:[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){0,2}))(?:\([^)]{2,30}\))? ?(?:成立于|创立于|创办于|是一家|是国内|是全球|是首个)"
    );
    for found in founded.captures_iter(text).filter_map(|it| it.name("a")) {
        let vague = pattern!(r"^(我们|公司|本|该|团队|实验室|中心|课题组|研究院|学院)|(中心|团队|实验室|课题组|研究组)$").is_match(found.as_str());
        if !vague && !out.iter().any(|it| it.start < found.end() && found.start() < it.end) {
            out.push(found.range());
        }
    }
    let known = names::organisations(text);
    for span in known {
        if !out.iter().any(|it| it.start <= span.start && span.end <= it.end) {
            out.push(span);
        }
    }
    if out.is_empty() {
        let institutes = pattern!(
            r"(?-i:\b(?:Max Planck |Leibniz |Fraunhofer |Helmholtz |National )?(?:Institute|Centre|Center|Laboratory) (?:of|for) (?:[A-Z][\p{L}&-]+)(?:,? (?:[A-Z][\p{L}&-]+|and|of|the|for)){0,5})"
        );
        out.extend(institutes.find_iter(text).map(|it| it.range()));
    }
    out.sort_by_key(|it| it.start);
    out
}

/// The one that stands at the top, or is named far more often than others.
fn most_named(page: &Page<'_>) -> Option<Span> {
    let mut all: Vec<Span> = named(page).into_iter().filter(|it| is_theirs(page, it)).collect();
    // `The Institute of X at Y University`: the first is a part of the second.
    let within = pattern!(r"^( \([^)]{1,20}\))?,? (at|of|in|within)( the)? $");
    let parts: Vec<Span> = all
        .windows(2)
        .filter(|it| {
            let between = page.text().get(it[0].end..it[1].start).unwrap_or_default();
            within.is_match(between)
                && pattern!(r"University|College").is_match(page.at(&it[1]))
                && !pattern!(r"University|College").is_match(page.at(&it[0]))
        })
        .map(|it| it[0].clone())
        .collect();
    all.retain(|it| parts.iter().all(|part| page.at(part) != page.at(it)));
    let first_lines = page.lines.iter().take(3).map(|it| it.span.clone());
    for line in first_lines {
        let mut here = all.iter().filter(|it| line.start <= it.start && it.end <= line.end);
        if let Some(only) = here.next() {
            // Two of them in one line are two answers, unless the second is the first in Chinese.
            let ascii = |it: &Span| page.at(it).is_ascii();
            let part = |it: &Span| {
                pattern!(r"(学院|研究所|研究院)$").is_match(page.at(it))
                    && pattern!(r"(大学|科学院)$").is_match(page.at(only))
            };
            // `hosted at X jointly with Y`: X it is.
            let hosted = pattern!(r"\b(hosted|based|located|employed) (at|by)( the)? $")
                .is_match(&page.text()[line.start..only.start]);
            let other = !hosted
                && here.any(|it| {
                    page.at(it) != page.at(only) && ascii(it) == ascii(only) && !part(it)
                });
            // A paragraph may name partners; the place is at the first one all the same.
            let told = line.len() > 160 && owns(page, only);
            return (!other || told).then(|| only.clone());
        }
    }
    let mut counts: BTreeMap<&str, (usize, &Span)> = BTreeMap::new();
    for span in &all {
        counts.entry(page.at(span)).or_insert((0, span)).0 += 1;
    }
    let mut ranked: Vec<(usize, &Span)> = counts.into_values().collect();
    ranked.sort_by_key(|(count, span)| (std::cmp::Reverse(*count), span.start));
    match ranked.as_slice() {
        [(_, only)] => Some((*only).clone()),
        [(most, first), (second, next), ..]
            if most > second || first.start < next.start && owns(page, first) =>
        {
            Some((*first).clone())
        }
        _ => None,
    }
}

/// Whether a name is that of those who offer, and not of a partner, a degree or a journal.
fn is_theirs(page: &Page<'_>, span: &Span) -> bool {
    if pattern!(r"^[^。\n\s]{0,6}(合作|联合)(项目|课题)").is_match(&page.text()[span.end..])
    {
        return false;
    }
    let before = page.text()[..span.start].chars().rev().take(120).collect::<Vec<_>>();
    let before: String = before.into_iter().rev().collect();
    // `(e.g., X University, Y University`: a list of examples.
    if pattern!(
        r"(\be\.g\.,?|\bsuch as|\btop universities|\bincluding|例如|比如)[^.;()。\n]{0,100}$"
    )
    .is_match(&before)
    {
        return false;
    }
    !pattern!(r"(graduated? (from|of)|campus of( the)?|degree (from|at)|alumni (of|from)|such as|e\.g\.,?|including|collaborat\w+ (with|at)|partners? (with|like|such)|cooperat\w+ with|joint(ly)? with|received .{0,20} (from|at)|毕业于|合作(单位|者)?.{0,6}|包括|例如|比如|如|访问|获得|博士学位|曾(在|任)?.{0,6})\s*$").is_match(&before)
}

/// Whether the words before a name say that this is where the work is.
fn owns(page: &Page<'_>, span: &Span) -> bool {
    let text = page.text();
    let start = text[..span.start]
        .char_indices()
        .rfind(|(_, it)| matches!(it, '\n' | '。'))
        .map_or(0, |(at, it)| at + it.len_utf8());
    pattern!(r"(\bat( the)?|\bin the .{3,60}( at| of| of the| ,)?|part of( the)?|join( the)?|hosted (at|by)( the)?|,|within( the)?|based (at|in)( the)?|(area|group|lab|team|department) (in|at|of)( the)?|from|隶属于?|依托|加入|位于|关于|在|是)\s*$").is_match(&text[start..span.start]) || text[start..span.start].trim().is_empty()
}
