//! The organisations that a text names, by the shape of their names, and which of them
//! offers the place.

use std::collections::BTreeMap;

use super::{
    by_host::by_host,
    coined::{COMPANY, coined},
    names,
    page::{Page, Span, overlaps},
    pattern::pattern,
    section::Section,
};

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

/// `甲大学附属第一医院`: how much of what is behind a university is its hospital's name.
fn clinic(words: &str, behind: &str) -> usize {
    let name = pattern!(
        r"^(?:\p{Han}{1,6}学院)?(?:附属)?[^\P{Han}和与及的在是为由等将现]{0,8}?(?:医院|防治中心|医学中心|肿瘤中心)"
    );
    let found = name.find(behind).filter(|_| words.ends_with("大学"));
    found.map_or(0, |it| it.end())
}

/// `优秀大学生`: students, and no university.
fn is_of_students(words: &str, behind: &str) -> bool {
    let sciences = ["生命", "生物", "生态", "生化", "生理", "生殖"];
    words.ends_with("大学")
        && behind.starts_with('生')
        && !sciences.iter().any(|it| behind.starts_with(it))
}

/// `Full-time Company X Ltd`: a dump has lost what parted the label from the name. Where
/// the name begins.
fn behind_label(words: &str) -> usize {
    let label = pattern!(
        r"^.*\b(?-i:Company|Employer|Organi[sz]ation|Institution|Agency)(?: [Nn]ame)? (?-i:[A-Z])"
    );
    label.find(words).map_or(0, |it| it.end() - 1)
}

/// Every organisation that a text names, by the shape of its name or because it is known.
fn named(page: &Page<'_>) -> Vec<Span> {
    let english = pattern!(
        r"(?-i:\b(?:The )?(?:(?:Technical|National|Royal|Federal|State|Catholic|Free|Swiss|European|American|Chinese|Hong|Max|Polytechnic) )*(?:University College(?: of)? [A-ZÀ-Þ][\p{L}'-]+|University of (?:the )?(?:St\. [A-ZÀ-Þ][\p{L}'-]+|[A-ZÀ-Þ][\p{L}'-]+|and|at|in|of)(?:,? (?:[A-ZÀ-Þ][\p{L}'-]+|of|and|at)){0,4}|Institute of Technology,? [A-Z]\p{L}+)|(?:Technische Universität|Technische Hochschule|Technische Universiteit|Université|Universität|Universidad|Universitat|Università|Politecnico di|École|Institut|Hochschule|Technische Universität) (?:(?:[A-ZÀ-Ý][\p{L}'-]+|[dl]['’][A-ZÀ-Ý][\p{L}-]+|(?:de|des|du|della|dei|delle|di|degli|studi|la|le|et|für|und|der|y|i|e)\b) ?){1,6}|(?:[A-ZÀ-Þ][\p{L}'-]+ ){1,3}(?:Universiteit|Universitet)(?: [A-ZÀ-Þ]\p{L}+)?|(?:(?:St\.|U\.S\.|[A-Z]\.|[A-ZÀ-Þ][\p{L}'&-]+) ){1,5}(?:School of (?:Medicine|Economics|Public Health|Hygiene and Tropical Medicine|Design)|Wildlife Refuge|National Park|(?:Field|Research|Marine|Biological) Station|Aquarium|Arboretum|Historical Society|Botanic(?:al)? Gardens?|University(?:-[A-ZÀ-Þ]\p{L}+)?|Institute of (?:Science and )?Technology|Institute|Society|College|Academy of Sciences|Polytechnic|Universität|Hochschule|National Laboratory|Observatory|Hospital|(?:Cancer|Medical|Genome|Health Sciences?) Cent(?:er|re)|Museum|Agency|Academy|Council|Research Campus)(?: (?:of|for) (?:[A-ZÀ-Þ][\p{L}'-]+|and|the|of)(?: (?:[A-ZÀ-Þ][\p{L}'-]+|and|of|the|for)){0,5})?|\b(?:[A-ZÀ-Þ][\p{L}'.&-]+ ){1,4}Institution (?:of|for) (?:[A-ZÀ-Þ][\p{L}'-]+)(?: (?:[A-ZÀ-Þ][\p{L}'-]+|and|of|for)){0,4}|\b(?:[A-ZÀ-Þ][\p{L}0-9'&-]+ ){1,4}(?:Inc|Ltd|GmbH|AG|AB|Oy|SAS|PLC|LLC|Corp|Corporation|B\.V|S\.A|Labs|Technologies|Robotics|Therapeutics|Pharma|Foundation|Trust|Consortium|Medical School|Business School)\b\.?)"
    );
    let text = page.text();
    let mut out: Vec<Span> = Vec::new();
    let mut from = 0;
    while let Some(found) = english.find_at(text, from) {
        // `The Institute of X of the University of Y`: the second is one of its own.
        let second = pattern!(r" (?:of|at)(?: the)? (?-i:University)\b").find(found.as_str());
        let second = second.filter(|it| it.start() > 12).map(|it| it.start());
        from = second.map_or(found.end(), |it| found.start() + it);
        let words = &text[found.start()..from];
        let end = pattern!(r"(?:[ ,.]+(?-i:of|and|at|in|for|the)\b)*[ ,.]*$").find(words);
        let words = &words[..end.map_or(words.len(), |it| it.start())];
        let skip = pattern!(r"^((?-i:The|At|In|Our|For|From|With|By|Your|This|Dear|About|Join|A|An|Top|Graduate|PhD|Prof\.?|Postdoctoral|Position|Researcher|Engineer|Internship|Intern|Student|Students|Job|Jobs|Openings?|Vacanc(?:y|ies)|Careers|Department|School|Faculty|Group|Lab|and|of|Research) )+").find(words).map_or(0, |it| it.end());
        let skip = skip + behind_label(&words[skip..]);
        let words = &words[skip..];
        let cut = before_university(text, found.start() + skip, words);
        let skip = skip + cut;
        let words = &words[cut..];
        // `University of X's School of Y`
        let owner = pattern!(
            r"^(?-i:(?:The )?University of [A-ZÀ-Þ]\p{L}+|[A-ZÀ-Þ][\p{L}. -]* (?:University|Institute|College))['’]s "
        );
        let words = owner.find(words).map_or(words, |it| &words[..it.len() - "'s ".len()]);
        // `X University Department of Y`: the department is a part of it.
        let part = pattern!(r" (?-i:Department|Faculty|Division|Chair|Graduate School) of\b|,? (?-i:Department|Faculty)$")
            .find(words);
        let words = part.filter(|it| it.start() > 0).map_or(words, |it| &words[..it.start()]);
        let tail = words.split_once(", ").filter(|(head, tail)| names::is_place(tail) && !pattern!(r"university of (california|wisconsin|texas|illinois|north carolina|maryland|michigan)$").is_match(head));
        let words = tail.map_or(words, |(head, _)| head);
        // `Tidewater Robotics Group` is a group, and no company.
        // `in Information and Sensor Technologies` is a field.
        let field = pattern!(r"Technologies$").is_match(words)
            && pattern!(r"(?-i:[A-Z])\p{L}+ (and|&) $|\bin $")
                .is_match(&text[..found.start() + skip]);
        let group = field
            || pattern!(r"^ (Group|Lab|Laboratory|Team|Club)\b")
                .is_match(text.get(found.start() + skip + words.len()..).unwrap_or_default())
                && pattern!(r"(Labs|Technologies|Robotics|Therapeutics|Pharma)$").is_match(words);
        if group {
            continue;
        }
        if words.split(' ').count() > 1 || words.contains('-') {
            // `Tern Inc. is …`: the full stop is of the name.
            let end = found.start() + skip + words.len();
            let dot = pattern!(r"\b(Inc|Ltd|Corp|Co)$").is_match(words)
                && pattern!(r"^\. [a-z(]").is_match(&text[end..]);
            out.push(found.start() + skip..end + usize::from(dot));
        }
    }
    add_acting(text, &mut out);
    // `X Research` is an organisation only where a word says that the group is in it.
    for found in pattern!(r"(?-i:\b(?:part of|at|join|joining|within) (?:the )?(?P<a>(?:[A-ZÀ-Þ][\p{L}&-]+ ){1,3}(?:Research|Laboratory|Laboratories|Labs?|Centre|Center|Foundation)\b(?: (?:for|of|in|and|[A-ZÀ-Þ][\p{L}-]+)){0,5}))").captures_iter(text) {
        if let Some(name) = found.name("a").filter(|it| !out.iter().any(|span| overlaps(span, &it.range()))) {
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
    add_chinese(page, &mut out);
    // `甲科技成立于2018年`: a company that is known by its name alone.
    let founded = pattern!(
        r"(?m)(?:^|[。\n:])(?P<a>[\p{Han}A-Za-z]{2,10}?|(?-i:[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){0,2}))(?:\([^)]{2,30}\))? ?(?:成立于|创立于|创办于|致力于|专注于|主营|是一家|是国内|是全球|是首个|是一个(?:独立|非营利|公益|开源|学生)?(?:网站|组织|机构|平台|社区|媒体)|是一支)"
    );
    for found in founded.captures_iter(text).filter_map(|it| it.name("a")) {
        let vague = pattern!(r"^(我们|公司|本|该|团队|实验室|中心|课题组|研究院|学院)|(中心|团队|实验室|课题组|研究组)$").is_match(found.as_str());
        if !vague && !out.iter().any(|it| overlaps(it, &found.range())) {
            out.push(found.range());
        }
    }
    add_known(text, &mut out);
    if out.is_empty() {
        let institutes = pattern!(
            r"(?-i:\b(?:Max[ -]Planck[ -]|Leibniz |Fraunhofer |Helmholtz |National )?(?:Institute|Centre|Center|Laboratory) (?:of|for) (?:[A-ZÀ-Þ][\p{L}&-]+)(?:,? (?:[A-ZÀ-Þ][\p{L}&-]+|and|of|the|for)){0,5})"
        );
        out.extend(institutes.find_iter(text).map(|it| {
            let words = it.as_str();
            let end =
                pattern!(r"( (of|and|for|the))+$").find(words).map_or(words.len(), |it| it.start());
            it.start()..it.start() + end
        }));
    }
    out.sort_by_key(|it| it.start);
    // `中科院`, where an institute of it is named in full.
    let whole =
        out.iter().any(|it| pattern!(r"科学院.{2,}(院|所|中心)$").is_match(&text[it.clone()]));
    if whole {
        out.retain(|it| !matches!(&text[it.clone()], "中科院" | "中国科学院"));
    }
    out
}

/// Adds Chinese names by their last characters.
fn add_chinese(page: &Page<'_>, out: &mut Vec<Span>) {
    let chinese = pattern!(
        r"[\p{Han}A-Za-z0-9()]{2,16}?(?:大学|科学院|研究院|研究所|天文台|学院|有限责任公司|股份有限公司|有限公司|集团|医院|博物馆|基金会)(?:[((][^))]{2,8}[))])?"
    );
    let text = page.text();
    for found in chinese.find_iter(text) {
        // `自然` and `和平` are in names, and `自` and `和` are not.
        let words = found.as_str();
        if is_of_students(words, &text[found.end()..])
            || out.last().is_some_and(|it| found.end() <= it.end && found.start() >= it.start)
        {
            continue;
        }
        let whole = ["自然", "自动", "自主", "和平", "和谐", "对外", "等离子", "为民", "责任"]
            .iter()
            .fold(words.to_owned(), |all, it| all.replace(it, &"〇".repeat(it.chars().count())));
        let cut = pattern!(r"^.*(?:我们是|欢迎加入|欢迎报考|(?:已经|已|请)?报名|详见|参见|请见|依據|依据|根据|按照|参考|见于|访问|隶属于|旗下|依托于?|来自|位于|加入|就读于|毕业于|现任|现为|入职|就职于|任教于|供职于|担任|获得?|师从|前往|赴|报考|关于|任职于|任|是|在|于|与|和|及|由|为|的|对|到|至|向|或|等|即|了|自|被|把|从|年|，|:|\d+号?)").find(&whole).map_or(0, |it| it.end());
        // `甲课题组(乙大学`: the bracket is closed behind the name.
        let open = words.rfind('(').filter(|at| *at >= cut && !words[*at..].contains(')'));
        let cut = open.map_or(cut, |at| at + 1);
        let words = &words[cut..];
        // `电子科技大学` and `大湾区大学` are names, `电子学院` and `国内大学` are not.
        let vague = pattern!(r"^(国内外?|国外|海外|高校|优秀|在校|在读|毕业|外校|某|知名|一流|重点|双一流|著名|本|该|各|其他|其它|所在|全国|国际|世界|(?:QS|USNews|US News|软科)?世界|多所|高水平|我|你|贵|国家重点|省部级|博士|硕士).{0,4}(大学|学院|研究院|研究所|实验室|集团|公司|医院)$|^(大|学|国家(重点)?|计算机|软件|信息|人工智能|电子|数学|物理|工|理)[^科大]{0,4}(学院|研究院|研究所|实验室)$|(计算机|软件|信息|工程|数学|物理|化学|材料|医|商|管理|电子).{0,8}学院$|重点实验室$").is_match(words);
        // `商学院` is a part of a university, unless a place is what it is called after.
        let part = words.strip_suffix("学院").is_some_and(|it| {
            it.chars().count() <= 3 && !it.ends_with('科') && !names::has_place(it)
        });
        // `甲大学苏州研究院`: a part of the university before it.
        let inner = out
            .last()
            .is_some_and(|it| it.end == found.start() + cut && page.at(it).ends_with("大学"))
            && pattern!(r"(研究院|研究所|学院)$").is_match(words);
        // `在苏州研究院`: which institute it is, only those there know.
        let town = words.strip_suffix("研究院").or_else(|| words.strip_suffix("分院"));
        let vague = vague || town.is_some_and(names::is_place);
        // `上交大人工智能研究院`: a part of the one that is named in short.
        let short = words.ends_with(['院', '所']).then(|| names::organisations(words));
        let short = short.and_then(|it| it.into_iter().find(|it| it.start == 0));
        let words =
            short.filter(|it| words[..it.end].ends_with('大')).map_or(words, |it| &words[..it.end]);
        if words.chars().count() > 2 && !vague && !part && !inner {
            let start = found.start() + cut;
            let end = start + words.len();
            let end = end + clinic(words, &text[end..]);
            // `中国科学院…研究所` is one name.
            match out.last_mut().filter(|it| it.end == start && page.at(it).ends_with("科学院"))
            {
                Some(academy) => academy.end = end,
                None => out.push(start..end),
            }
        }
    }
}

/// Adds names without a shape that do what only those who offer do: `Harrow is seeking …`.
fn add_acting(text: &str, out: &mut Vec<Span>) {
    for found in pattern!(&format!(r"(?m)(?-i:(?:^|[.!] |\n)(?:At |The )?(?P<a>(?:[A-ZÀ-Þ][\p{{L}}0-9&'.-]* ){{0,3}}[A-ZÀ-Þ][\p{{L}}0-9&'-]*) (?:(?:project |foundation |community )?is (?:seeking|looking for|hiring|recruiting|proud|an equal|offering|inviting|(?:an?|the|one of (?:the|\S+'s)) (?:[\p{{L}}'-]+,? ){{0,6}}?(?i:{COMPANY}|universit(?:y|ies)|institut(?:e|es)|college|school|laboratory|museum|hospital|observatory|employer|research (?:centre|center|lab|group))s?\b)|invites|seeks|hosts|offers|welcomes|announces|accepts|are looking|designs|builds|develops|runs|makes|operates|produces|publishes|hires|employs|recruits|trains|creates)|(?:^|[.!] |\n)(?:We're|We are) (?P<d>(?:[A-ZÀ-Þ][\p{{L}}0-9&'-]* ){{0,2}}[A-ZÀ-Þ][\p{{L}}0-9&'-]*)(?:,| \()|(?:^|\n)(?P<e>(?:[A-ZÀ-Þ][\p{{L}}0-9&'.-]* (?:(?:of|for|on|and) (?:the )?)?){{0,4}}[A-ZÀ-Þ][\p{{L}}0-9&'-]*), (?:an?|the) [^.;\n]{{6,90}}, (?:is (?:seeking|looking|hiring|recruiting|offering|inviting|opening)|hires|seeks|invites|offers|hosts|welcomes|recruits|opens|announces)|\b(?:at|join|joining) (?P<f>[a-z][a-z0-9-]{{1,14}}, (?:Inc|LLC|Ltd)\.)|\bTU [A-Z]\p{{L}}+|(?:^|[.!] |\n)At (?P<c>(?:[A-ZÀ-Þ][\p{{L}}0-9&'-]* ){{0,3}}[A-ZÀ-Þ][\p{{L}}0-9&'-]*), (?:we|you|our|the|a|an|engineers|scientists|researchers|people)\b|(?:^|\n)(?:About|Careers at|Jobs at|Working at|Life at) (?P<b>(?:[A-ZÀ-Þ][\p{{L}}0-9&'-]* ){{0,3}}[A-ZÀ-Þ][\p{{L}}0-9&'-]*)$)")).captures_iter(text) {
        // `Fluent Portuguese is a must`: what somebody knows.
        let rest = &text[found.get(0).map_or(0, |it| it.end())..];
        if pattern!(r"^(an? )?([\w-]+ ){0,2}(must|plus|advantage|requirement|prerequisite|bonus|asset|benefit|need|necessity|bonus)\b").is_match(rest) {
            continue;
        }
        let Some(name) = found.name("a").or(found.name("b"))
            .or(found.name("c"))
            .or(found.name("d"))
            .or(found.name("e"))
            .or(found.name("f"))
            .or(found.get(0)) else { continue };
        let role = pattern!(r"^(we|this|the|it|our|there|position|candidate|applicants?|students?|what|who|how|your?|he|she|they|each|english|german|french|swedish|dutch|danish|norwegian|finnish|italian|spanish|chinese|japanese|python|rust|java|experience|knowledge|internship|project|research|us|job|role|team|company|program(me)?|postdoc|professor|dr\.?|prof\.?)\b|\b(we|i|you|they|who|group|lab|laboratory|team|chair|department|position|intern|internship|program(me)?|project|school|faculty|division)$|^(it|us|me|the (job|role|team|position|company|project|lab|group))$").is_match(name.as_str());
        let role = role && found.name("b").is_none_or(|it| !it.as_str().ends_with(" Group"));
        let town = names::is_place(name.as_str());
        // `About People Calls Library`, a menu.
        let menu = pattern!(r"\b(people|calls|news|library|publications|teaching|contact|home|events|jobs|careers|research|projects|team|blog|press|products)\b.* (people|calls|news|library|publications|teaching|contact|home|events|jobs|careers|projects|team|blog|press|products)\b").is_match(name.as_str());
        let role = role || menu;
        if !role && !town && !out.iter().any(|it| overlaps(it, &name.range())) {
            out.push(name.range());
        }
    }
}

/// Adds the institutes of academies that are named in short, and the organisations that rules know.
fn add_known(text: &str, out: &mut Vec<Span>) {
    // `中科院软件所`: an institute of an academy, in short.
    let academies = pattern!(
        r"(?:中国科学院|中科院|中国社会科学院|社科院|农科院|医科院)\p{Han}{2,10}?(?:研究所|研究院|中心|所)"
    );
    for found in academies.find_iter(text) {
        if !out.iter().any(|it| overlaps(it, &found.range())) {
            out.push(found.range());
        }
    }
    let known = names::organisations(text);
    for span in known {
        // `Exposure to Docker, Azure, Tern`: what somebody can use.
        if text[span.clone()].is_ascii() && is_known_as_a_tool(text, &span) {
            continue;
        }
        if !out.iter().any(|it| it.start <= span.start && span.end <= it.end) {
            out.push(span);
        }
    }
}

/// Whether a name stands in a list of what somebody can use or has used.
fn is_known_as_a_tool(text: &str, span: &Span) -> bool {
    let line = text[..span.start].rsplit('\n').next().unwrap_or_default();
    pattern!(
        r"\b(exposure to|experience (with|in|using)|experienced (with|in)|familiar(ity)? with|knowledge of|proficien(cy|t) (with|in)|such as|skills? (with|in)|using|use of|tools? like|models? (from|like))\b[^.;]*$|(熟悉|熟练|掌握|了解|使用过?|用过|精通|接入|调用|基于|有.{0,6}经验|如|例如|包括)[^。；]{0,40}$"
    )
    .is_match(line)
}

/// The one that stands at the top, or is named far more often than others.
pub(super) fn most_named(page: &Page<'_>) -> Option<Span> {
    let mut all: Vec<Span> = named(page).into_iter().filter(|it| is_theirs(page, it)).collect();
    // `The Institute of X at Y University`: the first is a part of the second.
    let within = pattern!(
        r"^( \([^)]{1,20}\))?,? (at|of|in|within)( the)?( (Faculty|School|Department|College|Division) of [^,.;]{3,50}? (at|of|in)( the)?)? $"
    );
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
    match at_the_top(page, &all) {
        Top::One(found) => Some(found),
        Top::Several => by_host(page, &all).or_else(|| coined(page)),
        Top::None => by_host(page, &all).or_else(|| coined(page)).or_else(|| counted(page, &all)),
    }
}

/// Whom the first lines of a page name.
enum Top {
    /// Nobody.
    None,
    /// Several, and nothing says which of them it is.
    Several,
    /// One, or only one that employs.
    One(Span),
}

/// The one in the first lines, or where the professor works.
fn at_the_top(page: &Page<'_>, all: &[Span]) -> Top {
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
            return if other && !told {
                employer(page, all).map_or(Top::Several, Top::One)
            } else {
                Top::One(only.clone())
            };
        }
    }
    employer(page, all).map_or(Top::None, Top::One)
}

/// The one that is named far more often than others.
fn counted(page: &Page<'_>, all: &[Span]) -> Option<Span> {
    let mut counts: BTreeMap<&str, (usize, &Span)> = BTreeMap::new();
    for span in all {
        counts.entry(page.at(span)).or_insert((0, span)).0 += 1;
    }
    // `Harbour Institute (HI)`, and from there on `HI`.
    for (name, (count, _)) in &mut counts {
        let short = page.short_of(name).map_or(0, |it| page.text().matches(it).count());
        *count += short.saturating_sub(1);
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

/// The words behind a name, without where links lead.
fn behind(page: &Page<'_>, span: &Span) -> String {
    let text: String = page.text()[span.end..].chars().take(240).collect();
    pattern!(r"\s?\((?:https?://|/)[^()\n]*\)").replace_all(&text, "").into_owned()
}

/// Where the professor who looks for people works: `入职甲大学`, `professor at X University`.
fn employer(page: &Page<'_>, all: &[Span]) -> Option<Span> {
    let works = pattern!(
        r"(入职|任职于|就职于|任教于|供职于|现任|现为|现任职于|(于|月|年)(加入|加盟))$|\b(will|to) (work|be based|be employed|be hosted|join)( \w+)? (at|by|in)( the)? $|\bhost( institution| university)? is( the)? $|\bI(?:'ll| will)? (?:am joining|join|have joined|joined)( the)? $|\bhosted (at|by)( the)? $|\b(?:position|post|job|role|project|internship|candidate|student|work)s? (?:is|are|will be) (?:\w+ )?(?:based|located|hosted|situated|employed) (?:at|in|within|by)( the)? $|\b(i am|i'm|who is|(?-i:[A-Z]\p{L}+) is (?:an?|the|currently)) [^.;]{0,60}\b(professor|lecturer|researcher|scientist|faculty)\b[^.;]{0,120}\b(at|in|of)( the)? $|\b(join|joining) [^.;]{0,80}\bat( the)? $|(?:^|[.!] )we are (?:the|an?) [^.;]{3,140}\b(?:at|of)( the)? $"
    );
    let holds = pattern!(
        r"^(\p{Han}{2,16}(学院|系|研究院|研究所))?(担任|任)?(特聘|长聘|准聘|讲席|讲座|校长讲座|杰出|荣誉|客座|长聘制|常任轨|预聘|教研|终身|助理|副)*(教授|研究员|讲师)"
    );
    let mut found: Vec<&Span> = all
        .iter()
        .filter(|it| {
            let from = page.sentence_at(it).start;
            let before = page.text().get(from..it.start).unwrap_or_default();
            // `The X Institute (XI), Town, is searching for a postdoc`
            let seeks = pattern!(
                r"^(?: ?\([^()]{2,20}\))?(?:,? ?[-–,][^.;\n]{2,60},?)? (?:(?:is|are) (?:now |currently |actively )?(?:seeking|looking for|searching for|hiring|recruiting|inviting)|invites applications|seeks)\b"
            );
            let opens = before.trim_end_matches("The ").trim_end_matches("the ").trim().is_empty();
            works.is_match(before)
                || opens && seeks.is_match(&behind(page, it))
                || holds.is_match(&behind(page, it))
                    && (before.ends_with([',', '，', ' ', ':', '是', '为', '任'])
                        || before.ends_with("加入"))
        })
        .collect();
    found.dedup_by_key(|it| page.at(it));
    match found.as_slice() {
        [only] => Some((*only).clone()),
        _ => None,
    }
}

/// Whether a name is that of those who offer, and not of a partner, a degree or a journal.
fn is_theirs(page: &Page<'_>, span: &Span) -> bool {
    // `于甲研究所获博士学位`, `与甲大学联培1名`: where somebody was, and who shares a place.
    let behind = &behind(page, span);
    if pattern!(r"^[^。，\n\s]{0,6}奖学金|^[^。\n\s]{0,6}(合作|联合)(项目|课题)|^[^。，；\n]{0,20}(获|攻读|取得|完成)[^。；\n]{0,24}(学位|博士|硕士|学士)|^\p{Han}{0,12}(博士|硕士|学士)(学位|毕业)|^\)?(联合培养|联培|联合招收|合作培养)").is_match(behind)
    {
        return false;
    }
    // `Applicants must be students of X College`: where they come from.
    let asked = page.sentences.iter().any(|it| {
        it.span.start <= span.start
            && span.end <= it.span.end
            && matches!(it.section, Section::Qualify | Section::Prefer)
            && pattern!(r"student|enrol|graduat|applicant|candidate|resident|学生|本科|硕士|博士|在读|毕业|院校").is_match(page.at(&it.span))
    });
    if asked {
        return false;
    }
    let before = page.text()[..span.start].chars().rev().take(120).collect::<Vec<_>>();
    let before: String = before.into_iter().rev().collect();
    // `I obtained my PhD from X University and am now at Y University`
    if pattern!(r"\b(now|currently)( an?| the)? [^.;,]{0,30}\b(at|with|in)( the)? $|\bwill be (enrolled|employed|hired|hosted|registered) (at|in|by)( the)? $|\bnow (at|with)( the)? $").is_match(&before) {
        return true;
    }
    // `the Tidal Research Council`: who pays, unless they look for somebody themselves.
    if pattern!(r"(Research Council|Science Foundation|Research Foundation|Science Fund|Institutes of Health|European Commission)$").is_match(page.at(span))
        && !pattern!(r"^(?: \([^()]{2,12}\))?,? (is|are|seeks|invites|has an?|offers|welcomes)\b").is_match(behind)
        && page.line(0).find(page.at(span)).is_none()
    {
        return false;
    }
    // `(e.g., X University, Y University`: a list of examples.
    // `Ph.D (X University, Canada)`: where somebody studied.
    if pattern!(r"\b(ph\.?d|[bm]\.?\s?(sc|eng|a|s)|dphil|mba)\.?,? ?\($").is_match(&before) {
        return false;
    }
    if pattern!(
        r"(\be\.g\.,?|\bsuch as|\b(?:places|institutions|universities|labs|companies|collaborat\w+|partners|groups) (?:like|from|at)\b|\btop universities|\bincludes?|\bincluding|\bworked with|\bpartners (are|include)|\b(?:ph\.?d|degree|diploma)s? from|\b(?:before|previously|formerly)(?: that)?,? (?:she|he|they|i|we) (?:was|were|worked|studied|held)\b|\b(?:gone|went|moved|moving) on to|\balumni\b|例如|比如|客户(?:包括|有|为|遍布)?)[^.;()。\n]{0,100}$"
    )
    .is_match(&before)
    {
        return false;
    }
    // `与甲大学、乙研究院长期合作`
    if pattern!(r"(与|和|同|跟)[^，。；\n]{0,40}$").is_match(&before)
        && pattern!(r"^[^，。；\n]{0,24}(合作|联合|共建|交流)").is_match(behind)
    {
        return false;
    }
    !pattern!(r"(co-?supervis\w+ by|in (?:collaboration|partnership|cooperation|conjunction) with|together with|jointly with|secondment (?:at|to)|graduated? (from|of)|(students?|undergraduates?|enrolled|studying|seniors?|juniors?|transferring|plan to \w+|attend(ing)?|accepted|admitted|admission) (at|in|to|by|from)( the)?|attend(ing)?( the)?|campus of( the)?|degree (from|at)|alumni (of|from)|such as|e\.g\.,?|including|collaborat\w+ (with|at)|partners? (with|like|such)|cooperat\w+ with|joint(ly)? with|received .{0,20} (from|at)|(funded|supported|sponsored|financed)( in part)? (by|through|from)( the| an?)?|(received|obtained|earned|completed|got|hold|holds) (my|his|her|a|the) [^.;]{0,100}(from|at|of|in)( the)?|(before|prior to) (joining|coming to|moving to)( the)?|previously (at|with)( the)?|\d{4} ?年?(\.?\d{1,2}月?)? ?(至|到|-|–|~) ?\d{4} ?年?(\.?\d{1,2}月?)? ?(间|期间)?(先后)?(在|任|担任|任职于|就职于|任教于|工作于|,|，)?|毕业于([^，。；\n]{0,40}[、和及与])?|(就读于|考入|保送|推免)[^，。；\n]{0,40}|\b(?:degree|diploma|b\.?sc\.?|m\.?sc\.?|ph\.?d\.?|bachelor'?s?|master'?s?) (?:from|at)( the)?|(参考|感谢|致谢|借鉴|引自|推荐到?)[^。；\n]{0,12}|合作(单位|者)?.{0,6}|包括|例如|比如|如|访问|获得|博士学位|曾(在|任)?.{0,6})\s*$").is_match(&before)
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
