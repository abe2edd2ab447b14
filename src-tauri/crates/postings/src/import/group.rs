//! The group, lab or department within the organisation.

use super::{
    fact::Fact,
    page::{Page, Span, overlaps},
    pattern::pattern,
};

/// The group within the organisation.
pub(crate) fn group(page: &Page<'_>, organisation: Option<&str>) -> Option<Fact<String>> {
    let found = found(page, organisation)?;
    // `the Department of X in Town,`: where it is.
    let rest =
        pattern!(r"( in (?-i:[A-Z]\p{L}+))?[,;]?( and| of| the| in| at)*$").find(&found.value);
    let length = rest
        .filter(|it| it.start() > 6 && !names_a_topic(it.as_str()))
        .map_or(found.value.len(), |it| it.start());
    let mut value = found.value[..length].to_owned();
    // `Automatic Computing group (ACG)`: its short name stands behind it.
    let short = pattern!(r"^ ?\((?-i:[A-Z][A-Za-z0-9.-]{1,11})\)");
    let whole = page.text().match_indices(&value).find_map(|(at, _)| {
        short.find(&page.text()[at + value.len()..]).map(|it| it.as_str().to_owned())
    });
    if let Some(short) = whole.filter(|_| !value.ends_with(')')) {
        value.push_str(&short);
    }
    Some(Fact { value, ..found })
}

/// Whether ` in Physics` is of a topic, and not of a town.
fn names_a_topic(text: &str) -> bool {
    let town = text.trim_start_matches(" in ").trim_end_matches([',', ';', ' ']);
    text.starts_with(" in ") && !text.ends_with(',') && !super::names::is_place(town)
}

/// The group, by its label, its verb or its shape.
fn found(page: &Page<'_>, organisation: Option<&str>) -> Option<Fact<String>> {
    let labels = pattern!(
        r"^(research |hosting |host |working )?(group|team|lab(oratory)?|department|faculty|school|section|centre|center|unit|division|chair|organisational unit|organi[sz]ational unit)( name)?(/.{3,20})?$|^(所属|所在|用人|招聘|实习|工作)?(部门|团队|课题组|实验室|研究组|院系|学院|系所|科室|处室|组别)(名称)?$"
    );
    let labelled = page.labelled(labels).map(|it| it.value.clone()).find(|it| {
        let text = page.at(it);
        (2..=80).contains(&text.chars().count())
            && !text.ends_with('.')
            && !pattern!(r"\b(university|college)$|大学$").is_match(text)
            && !text.contains(['。', '，', '@', ':'])
            // `section: news` is a page's, and no group's name.
            && (!page.is_setting(it) || !text.starts_with(char::is_lowercase))
            && !pattern!(r"^(we|our|the team|you) ").is_match(text)
    });
    if let Some(span) = labelled {
        let first = page.at(&span).split(", ").next().unwrap_or_default().len();
        let span = span.start..span.start + first;
        let span = spelled_out(page, span);
        return Some(page.fact(page.at(&span).to_owned(), &span));
    }
    // `the research group Theory of Networks at X University`
    let called = pattern!(
        r"\b(?:research|working) group [\x22“]?(?P<a>(?-i:[A-ZÀ-Þ][\p{L}-]+(?: (?:and|of|for|&|in|[A-ZÀ-Þ][\p{L}-]+)){1,5}?))[\x22”]?,? (?:\([A-Z]{2,6}\) )?(?:at|of the|led|headed|in the)\b"
    );
    if let Some(name) = called.captures(page.text()).and_then(|it| it.name("a")) {
        return Some(page.fact(name.as_str().to_owned(), &name.range()));
    }
    // `甲天文台-深空探测部-乙老师`, above all else.
    let head = page.lines.first().map(|it| it.span.clone());
    if let Some(line) = head
        && let Some((who, part)) = super::who::company_and_division(page.at(&line))
        && organisation == Some(&page.at(&line)[who])
    {
        let span = line.start + part.start..line.start + part.end;
        return Some(page.fact(page.at(&span).to_owned(), &span));
    }
    let text = page.text();
    if let Some(span) = bound(page, organisation) {
        return Some(page.fact(page.at(&span).to_owned(), &span));
    }
    let mut all = named(page, organisation);
    // `Dept. of Ecology` in the title, and its whole name below.
    if all.iter().any(|(name, _)| name.starts_with("Department")) {
        all.retain(|(name, _)| !name.starts_with("Dept"));
    }
    // A department is named where there is nothing closer.
    if all.iter().any(|(name, _)| !name.starts_with("Department")) {
        all.retain(|(name, _)| !name.starts_with("Department"));
    }
    // `Physics Division of the University`: what is behind it is the organisation.
    for (name, span) in &mut all {
        if let Some(own) = organisation.and_then(|it| name.strip_prefix(it))
            && own.trim().chars().count() > 3
        {
            let own = own.trim_matches([' ', ',', '-', '–', '—', ':']);
            span.start = span.end - own.len();
            *name = own.to_owned();
            continue;
        }
        // `Department of X, Y Bay University`: the name reaches into that of the organisation.
        let own = organisation.and_then(|own| {
            let mut all = text.match_indices(own).map(|(at, _)| at);
            all.find(|at| span.start < *at && *at < span.end && span.end < *at + own.len())
        });
        if let Some(at) = own {
            let head = pattern!(r"(,| of| at| in| within)?( the)?[ ,]*$")
                .replace(&text[span.start..at], "")
                .into_owned();
            span.end = span.start + head.len();
            *name = head;
            continue;
        }
        if let Some(at) = organisation.and_then(|it| name.find(it)) {
            let head = pattern!(r"(,| of| at| in| within)?( the)? *$")
                .replace(&name[..at], "")
                .into_owned();
            span.end = span.start + head.len();
            *name = head;
        }
    }
    keep_parts(text, organisation, &mut all);
    if all.is_empty() {
        // `the School of X's Y Department`
        let inner = pattern!(
            r"(?-i:\b(?:School|College|Faculty)(?: of [A-Z]\p{L}+(?: (?:and |& )?[A-Z]\p{L}+){0,3})?['’]s (?P<a>(?:[A-Z]\p{L}+ (?:and |& )?){1,5}(?:Department|Division|Laboratory|Lab|Group|Center|Centre)))\b"
        );
        if let Some(name) = inner.captures(page.text()).and_then(|it| it.name("a")) {
            return Some(page.fact(name.as_str().to_owned(), &name.range()));
        }
        let found = organisation.and_then(|it| within(page, it));
        let found = alone(page).or(found).or_else(|| division(page, organisation));
        return found.or_else(|| of_page(page)).or_else(|| by_kind(page));
    }
    let count = |name: &str| all.iter().filter(|(it, _)| it == name).count();
    let top = page.lines.get(2).map_or(usize::MAX, |it| it.span.end);
    let (name, span) = all.iter().find(|(_, it)| it.end <= top).or_else(|| {
        let (first, span) = all.first()?;
        let others = all.iter().any(|(it, _)| count(it) > count(first));
        (!others).then_some(all.iter().find(|(_, it)| it == span)?)
    })?;
    Some(page.fact(name.clone(), span))
}

/// Keeps, in their order, what are parts of those who offer, and of two that stand together
/// the closer one.
fn keep_parts(text: &str, organisation: Option<&str>, all: &mut Vec<(String, Span)>) {
    // `the Tern team` of Tern Ltd., or of whom the text does not say.
    all.retain(|(name, _)| {
        let own = name.strip_suffix(" team");
        own.is_none_or(|own| {
            organisation.is_some_and(|it| !it.starts_with(own)) && own.contains(' ')
        })
    });
    // `Tern team` of Tern is all of it, and a laboratory that is on its own is no part.
    all.retain(|(name, _)| {
        let own = organisation.and_then(|it| name.strip_prefix(it));
        let bare = own
            .is_some_and(|it| pattern!(r"^ ?(team|group|lab|laboratory|团队|公司)$").is_match(it));
        !bare && !super::names::is_organisation(name)
    });
    // `Postdoctoral Position, Machine Learning` before a laboratory is no part of its name.
    all.retain(|(name, _)| !pattern!(r"^(?-i:(?:[A-Z]\p{L}+ )?(?:Position|Fellow|Postdoc|Intern|Internship|Assistant|Engineer|Student)s?),").is_match(name));
    all.retain(|(name, _)| {
        let long = if name.ends_with('组') { 2 } else { 3 };
        name.split(' ').count() > 1 || name.chars().count() > long && !name.is_ascii()
    });
    // `At CORVUS, the Alpine Laboratory for …`: its full name, and no part of it.
    all.retain(|(_, it)| {
        let before = &text[..it.start];
        let apposed = organisation.and_then(|name| before.rfind(&format!("{name}, the ")));
        apposed
            .is_none_or(|at| before[at..].chars().count() > organisation.map_or(0, str::len) + 30)
    });
    all.sort_by_key(|(_, it)| it.start);
    // `甲研究中心乙课题组`: the closer of the two.
    let closer: Vec<usize> = (1..all.len())
        .filter(|at| {
            let (before, own) = (&all[at - 1], &all[*at]);
            before.0.ends_with("中心")
                && !own.0.ends_with("中心")
                && own.1.start <= before.1.end + '，'.len_utf8()
        })
        .map(|at| at - 1)
        .collect();
    for at in closer.into_iter().rev() {
        all.remove(at);
    }
}

/// `working within the Department of X, we seek`, `the Unit for Y of the University is looking
/// for`: where the work is, or who looks for somebody, by the verb, where no title names one.
fn bound(page: &Page<'_>, organisation: Option<&str>) -> Option<Span> {
    let top = page.lines.get(2).map_or(usize::MAX, |it| it.span.end);
    if named(page, organisation)
        .iter()
        .any(|(name, it)| it.end <= top && organisation != Some(name.as_str()))
    {
        return None;
    }
    let place = pattern!(
        r"\b(?:work(?:ing)? (?:with)?in|based (?:with)?in|join(?:ing)?|hosted (?:by|in|at)|(?:position|post|vacancy|opening|studentship|fellowship|internship)s?(?: is| are)?(?: now)?(?: available| open| offered)? (?:with)?in) (?:the|our) (?P<a>(?-i:(?:[Dd]epartment|[Ss]chool|[Ff]aculty|[Dd]ivision|[Uu]nit|[Cc]hair|[Ll]aboratory|Section|Lab|Group) (?:of|for) [A-ZÀ-Þ][\p{L}&-]+(?:,? (?:[A-ZÀ-Þ][\p{L}&-]+|and|of|the|in)){0,6}(?: \([A-Z][A-Za-z0-9-]{1,9}\))?))"
    );
    let acts = pattern!(
        r"(?m)(?:^|[.!] )the (?P<a>(?-i:(?:[Dd]epartment|[Ss]chool|[Ff]aculty|[Dd]ivision|[Uu]nit|[Cc]hair|[Ll]aboratory|Section|Lab|Group) (?:of|for) [A-ZÀ-Þ][\p{L}&-]+(?:,? (?:[A-ZÀ-Þ][\p{L}&-]+|and|of|the|in)){0,6}(?: \([A-Z][A-Za-z0-9-]{1,9}\))?))(?: (?:of|at|in) [^.,;]{3,60}?|, [^.;]{3,80},)?(?: ?\([^()\n]{2,120}\))? (?:(?:is|are) (?:now |currently |actively )?(?:seeking|looking|hiring|recruiting|inviting|accepting|offering|advertising|pleased)|invites|seeks|welcomes|has (?:an?|one|two|several|\d) |wish|intends?|offers|announces)"
    );
    // `You will join the X research group` is closer than the school that it is in.
    let joins = pattern!(
        r"\b(?:you(?:'ll| will) (?:join|be part of|be a member of|work (?:in|within|with))|(?:students?|researchers?|postdocs?|candidates?|applicants?|interns?|assistants?|engineers?)(?: \([^()]{1,12}\))? (?:to|will|can) join) (?:the|our) (?P<a>(?-i:[A-ZÀ-Þ][\p{L}0-9&/-]+ (?:(?:[A-ZÀ-Þ][\p{L}0-9&/-]+,?|for|and|of|in) ){0,6}(?:\([A-Z][A-Za-z0-9-]{1,9}\) )?(?:research )?(?:[Gg]roup|[Ll]ab|[Ll]aboratory)))\b"
    );
    let found = joins
        .captures(page.text())
        .or_else(|| acts.captures(page.text()))
        .or_else(|| place.captures(page.text()))?;
    let name = found.name("a")?;
    let cut = pattern!(r", (?-i:Faculty|School|Department|Division|College|Institute|Centre|Center)\b.*$|( (at|of|in) the|,? (?-i:University|College)\b.*| and| of| the| in)+$")
        .find(name.as_str())
        .map_or(name.len(), |it| it.start());
    // `School of X, Strandby University`: what is behind it is the organisation.
    let own = organisation.and_then(|it| page.text()[name.start()..].find(it));
    let own = own.filter(|it| *it > 6 && *it < cut);
    let cut = own.map_or(cut, |it| {
        page.at(&(name.start()..name.start() + it)).trim_end_matches([' ', ',']).len()
    });
    Some(name.start()..name.start() + cut)
}

/// `DPB – Plant Biology`, where the text has `Department of Plant Biology`.
fn spelled_out(page: &Page<'_>, span: Span) -> Span {
    let short = pattern!(r"^[A-Z]{2,6} [–—-] (?P<a>.{4,50})$");
    let Some(name) = short.captures(page.at(&span)).and_then(|it| it.name("a")) else {
        return span;
    };
    let kinds = ["Department", "Division", "School", "Faculty", "Institute", "Centre", "Center"];
    let text = page.text();
    let full = kinds.iter().find_map(|kind| {
        let full = format!("{kind} of {}", name.as_str());
        text.find(&full).map(|at| at..at + full.len())
    });
    full.unwrap_or(span)
}

/// `Faculty of X, School of Y`, on a line of its own.
fn alone(page: &Page<'_>) -> Option<Fact<String>> {
    // `甲/乙实验室`, and a signature below.
    let own = pattern!(r"^[\p{Han}A-Za-z/·&]{2,12}(?:实验室|课题组|研究组)$");
    let signed = pattern!(
        r"^(?-i:[A-Z])[\p{L}'-]+( (?-i:[A-Z&])[\p{L}'-]*){0,3} (?-i:Lab|Group|Laboratory)$"
    );
    let named = |span: &Span| {
        let text = page.at(span);
        !is_prose(text) && !is_any(text) && !pattern!(r"加入|联系|欢迎").is_match(text)
    };
    let head = page.lines.iter().take(8).filter(|it| own.is_match(page.at(&it.span)));
    let foot = page.lines.iter().rev().take(2).filter(|it| signed.is_match(page.at(&it.span)));
    if let Some(line) = foot.chain(head).find(|it| named(&it.span)) {
        return Some(page.fact(page.at(&line.span).to_owned(), &line.span));
    }
    // `Join Harbour9`, and the name again and again: what a lab with a coined name is called.
    let coined = pattern!(
        r"^(?:join|welcome to|about) (?P<a>(?-i:[A-Z][A-Za-z]*(?:\d+|Lab|LAB|-Lab)[A-Za-z0-9]*))$"
    );
    let joined = page.lines.iter().take(12).find_map(|line| {
        let name = coined.captures(page.at(&line.span))?.name("a")?;
        let span = line.span.start + name.start()..line.span.start + name.end();
        (page.text().matches(name.as_str()).count() > 1).then_some(span)
    });
    if let Some(span) = joined {
        return Some(page.fact(page.at(&span).to_owned(), &span));
    }
    let part = pattern!(
        r"^(?:(?-i:Faculty|College|Division|School|Institute|Department) (?-i:of|for) [^,.:;]{3,50}, )?(?P<a>(?-i:School|Institute|Department|Division|Faculty) (?-i:of|for) (?-i:[A-Z])[^,.:;()]{3,50})$"
    );
    let mut lines = page.lines.iter().take(20);
    lines.find_map(|line| {
        let name = part.captures(page.at(&line.span))?.name("a")?;
        let span = line.span.start + name.start()..line.span.start + name.end();
        Some(page.fact(page.at(&span).to_owned(), &span))
    })
}

/// `Openings — Harbour Lab`, in the head of a saved page that names it again.
fn of_page(page: &Page<'_>) -> Option<Fact<String>> {
    let name = page.name.as_ref()?;
    let lab = pattern!(
        r"\b(?-i:Lab|Group|Laboratory|Team)$|(?-i:[Ll]ab|LAB)\d*$|(实验室|课题组|研究组)$"
    );
    let mut pieces = pattern!(r"\s?[|·]\s?|\s[—–-]\s").split(&name.value).map(str::trim);
    let own = pieces.find(|it| lab.is_match(it) && it.chars().count() < 50 && !is_any(it))?;
    let start = name.start + name.value.find(own)?;
    let said = super::jsonld::Said { value: own.to_owned(), start, end: start + own.len() };
    Some(page.said(own.to_owned(), &said))
}

/// `甲集团体验技术部前端招聘`, `【甲招聘】客户端部_高级工程师`: the division in a title.
fn division(page: &Page<'_>, organisation: Option<&str>) -> Option<Fact<String>> {
    let own = pattern!(
        r"(?P<a>[\p{Han}A-Za-z]{2,12}?(?:事业部|事业群|技术部|应用部|研发部|研究部|平台部|产品部|业务部|客户端部|算法部|工程部)|技术部|研发部|产品部|算法部)(?:[_\s·-]|的)?(?P<b>[^，。]{2,24})$"
    );
    page.lines.iter().take(6).find_map(|line| {
        let text = page.at(&line.span);
        // `甲宝-流量技术部`
        if let Some((_, own)) = super::who::company_and_division(text)
            && text[own.clone()].ends_with('部')
            && organisation.is_some_and(|it| text.starts_with(it))
        {
            let span = line.span.start + own.start..line.span.start + own.end;
            return Some(page.fact(page.at(&span).to_owned(), &span));
        }
        let from = organisation
            .and_then(|it| text.find(it).map(|at| at + it.len()))
            .or_else(|| {
                text.rfind(['】', ']'])
                    .map(|at| at + text[at..].chars().next().map_or(1, char::len_utf8))
            })
            .unwrap_or(0);
        let from = text[from..].find(|it: char| it.is_alphanumeric()).map_or(from, |at| from + at);
        let found = own.captures(text.get(from..)?)?;
        let name = found.name("a").filter(|it| it.start() == 0)?;
        let role = &found["b"][super::tidy::tidied(&found["b"])];
        super::tidy::is_role(role).then(|| {
            let span = line.span.start + from..line.span.start + from + name.len();
            page.fact(name.as_str().to_owned(), &span)
        })
    })
}

/// `in the Physics Department`: what is named by its kind, where nothing else is.
fn by_kind(page: &Page<'_>) -> Option<Fact<String>> {
    let kind = pattern!(
        r"\b(?:in|at|of|within|join|joining) the (?P<a>(?-i:[A-Z]\p{L}+(?: (?:and |& )?[A-Z]\p{L}+){0,3} (?:[Dd]epartment|School|Faculty)(?: (?:of|for) [A-Z][a-z]\p{L}+(?:,? (?:(?:and|&) )?[A-Z]\p{L}+){0,5})?))\b"
    );
    let office = pattern!(
        r"^(?-i:Human|Personnel|Admissions?|Graduate|Business Office|Finance|State|Police|Fire|Health|Max|National|European)\b"
    );
    let found = kind.captures(page.text())?.name("a")?;
    let named = super::names::is_organisation(found.as_str()) || office.is_match(found.as_str());
    (!named).then(|| page.fact(found.as_str().to_owned(), &found.range()))
}

/// A school or an institute of a university, where nothing closer is named.
fn within(page: &Page<'_>, organisation: &str) -> Option<Fact<String>> {
    let text = page.text();
    let closer = pattern!(
        r"^(?:, |,\s?the |\s)?(?P<a>[^\P{Han}由与和是在的位现及为等]\p{Han}{0,13}?(?:学院|研究院|研究所|学系|(?:科学|研究|创新|工程|技术)中心)|(?-i:(?:Research )?(?:Institute|Centre|Center|School|Faculty) (?:of|for) (?:[A-ZÀ-Þ][\p{L}&-]+)(?:,? (?:[A-ZÀ-Þ][\p{L}&-]+|and|of|the|in)){0,5}))"
    );
    let before = pattern!(
        r"(?P<a>(?-i:(?:(?:National|Research|International|[A-ZÀ-Þ]\p{L}+) )?(?:Institute|Centre|Center|School|Faculty|College|Unit|Institut) (?:of|for) [A-ZÀ-Þ][\p{L}&-]+(?:,? (?:[A-ZÀ-Þ][\p{L}&-]+|and|of|the|in)){0,5}?|(?:[A-ZÀ-Þ][\p{L}&'-]+ (?:[A-Z]\. ?)?){1,4}(?:Institute|Centre|Center|Unit|Observatory|[Dd]epartment|Division)))(?: \([A-Z][A-Za-z0-9-]{1,9}\))?(?: at| of| in| within|,)?(?: the)?(?: (?:Department|School|Faculty|College) of [^,.;\n]{3,40}?(?: at| of| in|,)(?: the)?)? $"
    );
    // `甲集团乙技术部`: a division of a company.
    let division = pattern!(
        r"^(?P<a>[\p{Han}A-Za-z]{2,12}?(?:事业部|事业群|技术部|应用部|研发部|研究部|平台部|产品部|业务部))(?:校园|招|诚|是|介绍|简介|\(|，|,|:|\n|\s|$|主要|负责|现|长期)"
    );
    // `甲研究院乙中心招聘博士后`: a centre of any kind, by what it does.
    let centre = pattern!(
        r"^(?P<a>[^\P{Han}由与和是在的位现及为等]\p{Han}{1,9}?中心)(?:招|诚|因|拟|现|公开|，|20\d\d)"
    );
    text.match_indices(organisation).find_map(|(at, _)| {
        let from = at + organisation.len();
        let close = centre.captures(&text[from..]).or_else(|| division.captures(&text[from..]));
        if let Some(name) = close.and_then(|it| it.name("a")) {
            let span = from + name.start()..from + name.end();
            return Some(page.fact(name.as_str().to_owned(), &span));
        }
        if let Some(name) = before.captures(&text[..at]).and_then(|it| it.name("a")) {
            // `Institute of X, Faculty of Y`: the closer of the two.
            let first = pattern!(r", (?-i:Faculty|School|Department|Division|College)\b")
                .find(name.as_str());
            let start = name.start() + if name.as_str().starts_with("The ") { 4 } else { 0 };
            let span = start..first.map_or(name.end(), |it| name.start() + it.start());
            return Some(page.fact(page.at(&span).to_owned(), &span));
        }
        let from = at + organisation.len();
        let name = closer.captures(&text[from..])?.name("a")?;
        let span = from + name.start()..from + name.end();
        Some(page.fact(page.at(&span).to_owned(), &span))
    })
}

/// Whether a Chinese name is a piece of a sentence, or any organisation has such a group:
/// `协助团队`, `本科生来实验室`, `算法团队`.
fn is_prose(name: &str) -> bool {
    let acts = pattern!(
        r"什么|选择|我们|请见|详见|参见|获奖|唯一|^(参观|年度|工程任务)|如何|怎样|你们?的|实习生|實習生|^读|海内外|进入|组建|回国|筹建|^(另外|那么|所以|但是|因为|如果|这里|目前|当前|现在|如今|近期|未来(?:的|我们|将|几|有)|长期|相关|具有|具备|拥有|有[^机色限]|从事|负责|熟悉|了解|管理|维护|使用|提供|完成|进行|每|所有|其)|\d年|^(能|可|需|须|能够|可以)?(与|和|及|跟|同|协助|带领|支持|参与|帮助|融入|组建|领导|配合|进入|走进|联系|推荐|组织)|(学|生|科|人)来(实验室|课题组|团队|研究组)$|(协助|協助|配合|参与|參與|组织|指导)\p{Han}{0,4}(团队|團隊)$"
    );
    let bare = pattern!(
        r"^(某|XX|某某)|(^|和|与|及|等|个|支|名)(团队|实验室|课题组)$|^(国家|重点|国家重点|省重点|联合|我们?|科研|研究|核心|项目|研发|技术|优秀|一流|创新|青年|管理|创业|教学|专业|年轻|国际|学术|其他|各|实习|招聘|导师|现|非营利|公益|志愿者?|学生|国际化|多元化|跨学科|本中心|中心|学院|学校|公司|多个|相关|高水平|世界|全球|顶级|顶尖|拥有.{0,4}).{0,2}(课题组|实验室|研究组|研究中心|团队|研究室)$|(创业|初创|核心|研发|技术)团队$|(一流|顶尖|领先|知名|著名|型)的?(实验室|团队)$"
    );
    acts.is_match(name)
        || bare.is_match(name)
        || name.ends_with("团队") && name.chars().count() <= 4
}

/// Whether any organisation has a group of that name.
fn is_any(name: &str) -> bool {
    pattern!(r" (of )?(?-i:Dr|Prof|Professor|Mr|Ms)\.?$|^(?-i:Talent|HR|Human Resources|People|Recruit\w*|Admissions?|Support|Media|Communications|Diversity|Graduate|Executive|Leadership|Senior)( \S+)? (?-i:Team|Group|Division|Chair)$|^(?-i:Recruit|Admission|Talent|HR)\b|^(?-i:(Research|Our|Focus|Working|User|Age|Interest|Ant|Career|Project|Product|HR|Human Resources|Recruiting|Recruitment|Talent|Hiring|Legal|Leadership|Management|Core|National|Support|Study|Target|Small|Large|Engineering|Security|Data|Discussion|Google|Steering|Volkswagen|BMW|Bosch|Joint) (Group|Team|Lab|Laboratory|Chair)$)").is_match(name)
}

/// Whether a team is somebody's, and not any team that a sentence tells of: it is in the
/// title, behind the name of an organisation, or does what only those who offer do.
fn is_named(page: &Page<'_>, before: &str, end: usize) -> bool {
    let top = page.lines.get(2).map_or(usize::MAX, |it| it.span.end);
    let behind = &page.text()[end..];
    let owner = pattern!(
        r"(大学|学院|科学院|研究院|研究所|公司|科技|集团|实验室|我们是|加入|隶属于|来自)$"
    );
    let acts = pattern!(
        r"^(\(|\s?[:：]|现|正在|诚|招|长期|面向|成立|隶属|致力|主要|聚焦|专注|，?负责|定向)"
    );
    end <= top || owner.is_match(before) || acts.is_match(behind)
}

/// Whether it is a ministry: `U.S. Department of Energy` governs, and does no research.
fn is_ministry(name: &str, before: &str) -> bool {
    pattern!(r"^Department of (Energy|Defen[cs]e|State|Homeland Security|Justice|the Treasury|Commerce|Labor|Veterans Affairs|Health and Human Services)\b").is_match(name)
        || pattern!(r"\b(U\.?S\.?A?\.?|United States|Federal|Australian|Indian|UK) $").is_match(before) && name.starts_with("Department")
}

/// Everything that the shape of its name makes a group, in no order.
fn named(page: &Page<'_>, organisation: Option<&str>) -> Vec<(String, Span)> {
    let english = pattern!(
        r"(?-i:\b(?:(?:[A-ZÀ-Þ][\p{L}0-9&/'-]*|and|&|of|for|in|on),? ){1,7}(?:Group|Lab|Laboratory|Team|Chair|Division)\b(?: (?:of|for) (?:[A-ZÀ-Þ][\p{L}&-]+|and|the|in|of)(?: (?:[A-ZÀ-Þ][\p{L}&-]+|and|the|in|of)){0,5})?(?: \([A-Z][A-Za-z0-9-]{1,9}\))?)"
    );
    let chinese = pattern!(
        r"(?:(?-i:[A-Z][A-Za-z0-9-]{1,14}) |[\p{Han}A-Za-z0-9·&]{2,16}?)(?:课题组|实验室|研究组|研究中心|团队|研究室)"
    );
    let text = page.text();
    let mut all: Vec<(String, Span)> = Vec::new();
    // `in constant contact with the X team`: those whom one works with.
    let others = pattern!(
        r"\b(in|into) (?:(?:close|constant|regular|tight|strict) )*(contact|touch|collaboration|cooperation|partnership) with [^.;(]{0,60}$|\bcollaborat\w+ with [^.;(]{0,40}$"
    );
    for found in english.find_iter(text) {
        let words = found.as_str();
        let skip = pattern!(r"^((?-i:The|the|Our|At|In|in|This|Join|About|of|for|on|and|Welcome|Dear|Prof|PhD|Postdoc|Research Intern|Intern|Position|Internship|We|For|Within|From|With|By|Postdoctoral|Researcher|Student|Students|Positions|Overview|MSRA|A|An) )+").find(words).map_or(0, |it| it.end());
        // `Large Models in Tern Lab`: what is behind the word.
        // `The Diversity in Waters Lab` has its name behind an article.
        let article =
            pattern!(r"^(?-i:The|the) ").is_match(words) && !super::card::names_role(words);
        let skip =
            words.rfind(" in ").filter(|_| !article).map_or(skip, |at| skip.max(at + " in ".len()));
        let skip = skip + if words[skip..].starts_with("the ") { 4 } else { 0 };
        let name = &words[skip..];
        // `Robotic Lab Automation`: a word of a longer name.
        let longer = pattern!(r"^ (?-i:[A-Z])[a-z]{3,}").is_match(&text[found.end()..])
            && !pattern!(r"^ (?-i:University|Institute|College|School|Seeks?|Is|At|Has|Openings?|Positions?|Invites|Group|Lab|Team)\b").is_match(&text[found.end()..])
            && pattern!(r"(?-i:Group|Lab|Team)$").is_match(words);
        // `Computational Research (Dry Lab)`: a kind of it.
        let aside = text[..found.start() + skip].ends_with('(')
            && text[found.end()..].starts_with(')')
            && name.split(' ').count() < 3;
        let vague =
            is_any(name) || longer || aside || others.is_match(&text[..found.start() + skip]);
        if name.split(' ').count() > 1 && !vague && organisation != Some(name) {
            let start = found.start() + skip;
            all.push((name.to_owned(), start..start + name.len()));
        }
    }
    for found in pattern!(r"\b(?:our|the|joining the|join the|join our|\p{L}+['’]s) (?P<a>(?-i:[A-ZÀ-Þ][\p{L}0-9&/-]+ (?:(?:[A-ZÀ-Þ][\p{L}0-9&/-]+,?|for|and|of|in) ){0,6}(?:\([A-Z][A-Za-z0-9-]{1,9}\) )?(?:research )?(?:team|group|lab)))\b").captures_iter(text) {
        if let Some(name) = found.name("a").filter(|it| !is_any(it.as_str()) && !others.is_match(&text[..it.start()]) && !all.iter().any(|(_, span)| overlaps(span, &it.range()))) {
            all.push((name.as_str().to_owned(), name.range()));
        }
    }
    for found in chinese.find_iter(text) {
        let words = found.as_str();
        let cut = pattern!(r"^.*(?:我们是|[院室所校]联合|组建|筹建|建立|成立|欢迎加入|隶属于|依托|来自|位于|加入|大学|学院|科学院|研究院|研究所|公司|招收|招聘|招募|诚聘|是|在|于|由|为|的|对|到|向|或|了解|了|本|该|:|，)").find(words).map_or(0, |it| it.end());
        // `丙老师课题组` is what it is called, `联系丙老师，课题组` is not.
        let teacher = pattern!(r"^.*(?:老师|教授|研究员|博士|院士)")
            .find(&words[cut..])
            .map_or(0, |it| it.end());
        let own = pattern!(r"^\p{Han}{2,4}(?:老师|教授|研究员|博士|院士)$")
            .is_match(&words[cut..cut + teacher])
            && !pattern!(r"^(联系|请|各|与|和|问|加入|找|多|每|一)").is_match(&words[cut..]);
        let cut = if own { cut } else { cut + teacher };
        // `计算机科学系数据库研究组`; but `操作系统研究组`.
        let mut inner = words[cut..].char_indices().filter(|(at, it)| {
            let rest = &words[cut + at + it.len_utf8()..];
            *it == '系' && *at >= 6 && !rest.starts_with(['统', '列', '外', '中'])
        });
        let cut = inner.next_back().map_or(cut, |(at, it)| cut + at + it.len_utf8());
        // `电院TIDE实验室`: the school in short.
        let school = pattern!(r"^\p{Han}{1,3}院(?-i:[A-Z])")
            .find(&words[cut..])
            .map_or(0, |it| it.len() - 1);
        // `甲实验室联合TIDE课题组`
        let joint = words[cut..]
            .rfind("联合")
            .filter(|it| {
                *it > 0 && !pattern!(r"^联合(实验室|研究|课题)").is_match(&words[cut + it..])
            })
            .map_or(0, |it| it + "联合".len());
        let cut = cut + school.max(joint);
        let name = &words[cut..];
        // `A 3名; B 2名` lists where places are.
        let counted = pattern!(r"^\s?[:：]?\s?\d{1,2}\s?(名|人)|^\)?(副?主任|负责人|创始人|核心成员|骨干|学术带头人|首席|名誉)").is_match(&text[found.end()..]);
        let any = name.ends_with("团队") && !is_named(page, &words[..cut], found.end());
        // `一个充满活力的甲实验室` tells what it is like, and not what it is called.
        let told = pattern!(r"(一个|一支|一家|一所|这个|这样的)[^，。；]{0,16}$")
            .is_match(&text[..found.start() + cut])
            || pattern!(r"^(一个|一支|一家|一所|这个|这支)").is_match(name);
        let vague = counted || any || told || is_prose(name);
        if name.chars().count() > 3 && !vague && organisation != Some(name) {
            all.push((name.to_owned(), found.start() + cut..found.end()));
        }
    }
    for found in pattern!(r"(?P<a>[\p{Han}]{2,14}组)\s?(?:现|正在|诚|招|长期|面向|\(导师|\(PI|，?主要负责|，负责|，致力)")
        .captures_iter(text)
    {
        let Some(name) = found.name("a") else { continue };
        let words = name.as_str();
        let cut = pattern!(r"^.*(?:大学|学院|科学院|研究院|研究所|公司|我们|我)")
            .find(words)
            .map_or(0, |it| it.end());
        let inside = all.iter().any(|(_, it)| overlaps(it, &name.range()));
        if !inside && !pattern!(r"(课题|项目|小|本|研究)组$").is_match(words) {
            all.push((words[cut..].to_owned(), name.start() + cut..name.end()));
        }
    }
    for found in pattern!(r"(?-i:\b(?:Chair|Laboratory|Lab|Group|Department|Dept\.?) (?:of|for) (?:[A-ZÀ-Þ][\p{L}&-]+|the)(?:,? (?:[A-ZÀ-Þ][\p{L}&-]+|and|&|of|the|in)){0,6}(?: \([A-Z][A-Z0-9-]{1,7}\))?)").find_iter(text) {
        let name = found.as_str();
        // `Department of X University of Y`: what follows is the organisation.
        let end = pattern!(r",? (?-i:University|College|Institute of Technology|School of)\b|, (?-i:Faculty|Department|Division|Institute)\b").find(name).filter(|it| it.start() > 14).map_or(name.len(), |it| it.start());
        let name = name[..end].trim_end_matches(',').trim_end_matches(" of").trim_end_matches(" and").trim_end_matches(" the").trim_end_matches(" in").trim_end_matches(" at");
        let bare = name.rsplit_once(" of ").is_some_and(|it| super::names::is_organisation(it.1));
        let person = bare || pattern!(r"\b(?-i:Dr|Prof|Professor|Mr|Ms)\.?$").is_match(name);
        if !person && !is_ministry(name, &text[..found.start()]) && !all.iter().any(|(_, it)| it.start <= found.start() && found.start() < it.end) {
            all.push((name.to_owned(), found.start()..found.start() + name.len()));
        }
    }
    all
}
