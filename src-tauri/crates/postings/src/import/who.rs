//! Who offers it.

use super::{
    fact::Fact,
    named::most_named,
    names,
    page::{Page, Span},
    pattern::pattern,
    whole_name::on_a_card,
};

/// The organisation.
pub(crate) fn organisation(page: &mut Page<'_>) -> Option<Fact<String>> {
    let said = page.posting.as_ref().and_then(|it| it.organisation.clone());
    if let Some(said) = said {
        return Some(page.said(said.value.clone(), &said));
    }
    let names = pattern!(
        r"^(hiring |recruiting |host(ing)? |name of (the )?)?(company|organi[sz]ation|employer|institution|institute|university|affiliation|host|organisation unit)( name| or institution|/.{3,20})?$|^(招聘|用人|工作|招收|公司|企业|实习|招募)?(单位|公司|企业|机构|学校|院校)(名称|全称)?$"
    );
    // `Affiliation: network member`, and `Company: Tern Bio` below.
    let mut values: Vec<_> = page.labelled(names).collect();
    values.sort_by_key(|it| it.name == "affiliation");
    let labelled = values.into_iter().map(|it| it.value.clone()).find(|it| {
        let text = page.at(it);
        let ends = text.ends_with('.')
            && !pattern!(r"\b(inc|ltd|co|corp|b\.v|s\.a|e\.v|llc)\.$").is_match(text);
        (2..=90).contains(&text.chars().count()) && !ends && !text.contains("http")
    });
    // `School of Physics, X University`: the school is a part of it.
    let labelled = labelled.map(|it| {
        let whole = pattern!(r"^(?-i:School|Department|Faculty|Division|Institute|Centre|Center|College|Laboratory|Lab|Chair) (?:of|for) [^,]{3,60}, (?:the )?(?P<a>[^,(]*(?-i:University|College|Institute of Technology|Universität)[^,(]*)");
        let own = whole.captures(page.at(&it)).and_then(|found| found.name("a"));
        own.map_or(it.clone(), |own| it.start + own.start()..it.start + own.start() + own.as_str().trim_end().len())
    });
    // `单位：甲大学乙学院`: the school is a part of it.
    let labelled = labelled.map(|it| {
        let own = pattern!(r"^(?P<a>\p{Han}{2,12}?大学)\p{Han}{1,14}(?:学院|系|学部|研究院)$");
        let own = own.captures(page.at(&it)).and_then(|found| found.name("a"));
        own.map_or(it.clone(), |own| it.start..it.start + own.end())
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
        .or_else(|| host(page))
        .or_else(|| recruits(page))
        .or_else(|| of_group(page))
        .or_else(|| capitals(page))
        .or_else(|| titled(page))
        .or_else(|| card(page))
        .or_else(|| below_role(page))
        .or_else(|| itself(page))
        .or_else(|| opens_title(page))
        .or_else(|| most_named(page))
        .or_else(|| account(page))
        .or_else(|| bracketed(page))
        .or_else(|| foot(page))
        .or_else(|| hosts(page));
    // A role is nobody's name.
    let role = pattern!(
        r"\b(intern|internship|engineer|developer|assistant|researcher|scientist|manager|analyst|postdoc|coordinator|specialist)$|(工程师|实习生|研究员|助理|博士后|开发者)$"
    );
    let found = found.filter(|it| !role.is_match(page.at(it)));
    if let (None, Some(said)) = (&found, of_site(page)) {
        return Some(page.said(said.value.clone(), &said));
    }
    let Some(span) = found else {
        page.ask("organisation", "no organisation is named, or several are", &[]);
        return None;
    };
    let span = on_a_card(page, span);
    let value = page.at(&span).to_owned();
    Some(page.fact(value, &span))
}

/// `Careers | Tern Analytics`: whose page it is, in its head.
fn of_site(page: &Page<'_>) -> Option<super::jsonld::Said> {
    let name = page.name.as_ref()?;
    let site = pattern!(
        r"^(?:careers?|jobs?|vacancies|openings|internships|join us|招聘信息|人才招聘|招贤纳士|诚聘英才|加入我们)\s?[-_|–—·]\s?(?P<a>\p{Han}{4,16}|(?-i:[A-Z][\p{L}\d&.' -]{2,40}))$|^(?:工作在|加入)(?P<c>\p{Han}{2,8})$|^(?P<b>\p{Han}{4,16}|(?-i:[A-Z][\p{L}\d&.' ]{2,40}))\s?[-_|–—·]\s?(?:careers?|jobs?|vacancies|openings|internships|join us|招聘信息|人才招聘|招贤纳士|诚聘英才|加入我们)$"
    );
    let found = site.captures(&name.value)?;
    let own = found.name("a").or(found.name("b")).or(found.name("c"))?;
    let part = pattern!(
        r"^(我们|我司|本\p{Han}+)$|\b(lab|laboratory|group|team|department|chair)$|(课题组|实验室|团队|研究组|学院|系)$"
    );
    let start = name.start + own.start();
    (!part.is_match(own.as_str())).then(|| super::jsonld::Said {
        value: own.as_str().trim().to_owned(),
        start,
        end: start + own.as_str().trim_end().len(),
    })
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
        let first = pattern!(r" \((?:http|<)").split(first).next().unwrap_or_default();
        let skip = text.find(first).unwrap_or(0);
        let is_place = |it: &str| {
            let it = it.trim();
            let remote = pattern!(r"^(fully |100% )?remote\b.{0,20}$").is_match(it);
            remote || names::is_place(&pattern!(r" ?\((on-?site|remote|hybrid)\)$").replace(it, ""))
        };
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
        // `Intern`, and the name that the text goes on to repeat.
        let repeated = number == 1
            && is_role(page.line(0))
            && !is_role(text)
            && pattern!(r"^(?-i:[A-Z])[\p{L}0-9&'.-]{2,}( (?-i:[A-Z])[\p{L}0-9&'.-]*){0,2}$").is_match(text)
            && super::section::section(text).is_none()
            && !names::has_place(text)
            && page.text().matches(text).count() > 2;
        let named = names::is_organisation(text)
            || repeated
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

/// `Laboratory: LAB – UMR 12, Université d'X, Town`: the university behind the label.
fn host(page: &Page<'_>) -> Option<Span> {
    let label = pattern!(
        r"^(host(ing)? )?(laborator(y|ies)|lab|research (unit|lab|laboratory|group|cent(er|re))|place|workplace|affiliation|where|location|address)$"
    );
    let name = pattern!(
        r"(?:^|[,–(-] ?)(?P<a>(?-i:Université|Università|Universidad|Universität|Universitat|University|Technical University|[A-ZÀ-Þ][\p{L}'-]+(?: [A-ZÀ-Þ][\p{L}'-]+){0,3} University)(?: [^,;()–]{2,50})?)(?:[,;(–]|$)"
    );
    page.labelled(label).find_map(|it| {
        let found = name.captures(page.at(&it.value))?.name("a")?;
        let words = found.as_str().trim_end();
        let start = it.value.start + found.start();
        (words.split(' ').count() > 1).then(|| start..start + words.len())
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
        r"(?m)(?:^|[。:\n])(?P<a>\p{Han}{2,16}(?:实验室|研究院|研究所|中心))(?:\([^()]{2,20}\))?是[^。]{0,60}(?:事业单位|科研机构|研发机构|国家实验室|科研单位|共建|联合成立|批准(?:成立|设立))"
    );
    // `甲实验室由乙科技设立`
    let founded = pattern!(
        r"(?:实验室|研究院|研究所|中心|团队)由(?P<a>\p{Han}{2,10}?(?:科技|公司|集团|大学|研究院|学院|研究所|智能|网络|机器人|基金会))(?:联合)?(?:设立|成立|创办|创立|组建)"
    );
    let says = says.captures(page.text()).or_else(|| founded.captures(page.text()));
    let name = says?.name("a")?;
    (!pattern!(r"^(本|该|我们|我)").is_match(name.as_str())).then(|| name.range())
}

/// `因工作需要，甲局计划招聘…`, `The X Institute, Some College, has a position`: the subject
/// of the verb, where it is of those who employ.
fn recruits(page: &Page<'_>) -> Option<Span> {
    let chinese = pattern!(
        r"(?m)(?:^|[。；，\n\s])(?P<a>[\p{Han}()]{2,24}?(?:公司|局|厅|委员会|办公室|管委会|中心|学校|中学|小学|幼儿园|出版社|报社|杂志社|银行|事务所|协会|学会|法院|检察院|人民政府|博物馆|图书馆|科技馆|美术馆|档案馆|天文台|气象台|电视台|实验站|卫健委|发改委|有限公司|集团|基金会|促进会|研究会|大队|支队|总队|工作站|服务站|研究所|研究院|医院|大学|科技|智能|机器人|网络|软件|汽车|电子|信息安全|安全|量化|生物|医药|资本|证券|保险|游戏))(?:\([^()]{2,20}\))?(?:因\p{Han}{2,12}，?|根据\p{Han}{2,16}，)?(?:现|拟|计划|决定|将|正在|面向(?:社会|海内外|国内外|全国|全球)|公开|诚|长期|常年|20\d\d[年届]?度?|校园|社会|暑期|春季|秋季|夏季|人才|实习生|定向|启动|继续|统一|[，,])*(?:招聘|招收|招募|招录|诚聘|招考|选聘|引进|征求|诚征|征聘|征才)"
    );
    let vague = pattern!(
        r"^(人工智能|计算机|互联网|我|本|该|各|因|为|由|现|经|根据|某|国内|我们|团队|课题组|研究组|所属|下属)|(课题组|团队|研究组|实验室|院系)"
    );
    let first = page.sentences.iter().take(6);
    let found = first.into_iter().find_map(|sentence| {
        let name = chinese.captures(page.at(&sentence.span))?.name("a")?;
        let words = name.as_str();
        // `甲大学乙研究院` and `甲研究院乙中心` recruit for the first of the two.
        let whole = pattern!(r"^.{2,}?(大学|研究院|研究所|有限公司|医院)").find(words);
        let clinic = pattern!(r"^.*附属.*?医院").find(words);
        let whole = clinic.or(whole.filter(|_| !words.contains("科学院")));
        let end = whole.map_or(words.len(), |it| it.end());
        let words = &words[..end];
        let start = sentence.span.start + name.start();
        (!vague.is_match(words) && words.chars().count() > 3).then(|| start..start + words.len())
    });
    found.or_else(|| {
        let english = pattern!(
            r"(?-i:(?:^|[.!] |\n)The (?P<a>(?:[A-Z][\p{L}'&-]+ ){0,4}(?:Institute|Foundation|Society|Academy|Museum|Observatory|Council|Trust|Agency|Association|Commission|Federation|Network|Consortium|Initiative|Library|Hospital|Bureau|Authority|Ministry|Centre|Center|Office|Fund|Archive|Gallery|Theatre|Zoo|Garden)(?: (?:of|for|on) (?:the )?[A-Z][\p{L}'&-]+(?:,? (?:[A-Z][\p{L}'&-]+|and|of|for|the|in)){0,6})?)(?: \([A-Za-z]{2,12}\))?(?P<b>, [^;\n]{3,80}?,)?) (?:(?:has|have) (?:an?|one|two|three|several|\d{1,2}|multiple) (?:\S+ ){0,4}?(?:position|opening|vacanc|post\b|studentship|fellowship|internship)|(?:is|are) (?:now |currently |actively )?(?:seeking|looking|hiring|recruiting|inviting|accepting|offering|advertising|pleased|proud)|invites|seeks|welcomes|wish|intends? to|offers|announces|awards)"
        );
        let name = english.captures(page.text())?.name("a")?;
        Some(name.range())
    })
}

/// `UNIVERSITY OF X` on a line of its own at the top.
fn capitals(page: &Page<'_>) -> Option<Span> {
    let name = pattern!(
        r"^(?-i:(?:THE )?(?P<a>(?:UNIVERSITY|COUNTY|CITY|TOWN|STATE|BOROUGH|MINISTRY) OF [A-Z]{3,}(?: [A-Z&]{2,}){0,3}|[A-Z][A-Z'.-]{2,}(?: [A-Z&]{2,}){0,3} UNIVERSITY|[A-Z]{3,}(?: [A-Z]{2,}){0,2} INSTITUTE OF TECHNOLOGY))$"
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
        r"(?-i:(?:^|[.!] |\n)(?:The )?(?P<a>(?:[A-Z][\p{L}'&-]+ ){1,5}(?:Laboratory|Laboratories|Observatory|Station|Centre|Center|Society|Initiative|Institute)) (?:hosts|offers|invites|welcomes|seeks|is|awards|announces)\b)"
    );
    let name = acts.captures(page.text())?.name("a")?;
    Some(name.range())
}

/// `「甲科技」诚邀…`, `…_甲科技招聘-某网`, `甲云前端实习生招聘`: a title that begins with who
/// looks for somebody, in the words that titles do that with.
fn opens_title(page: &Page<'_>) -> Option<Span> {
    let quoted = pattern!(
        r"「(?P<a>[^「」]{2,12})」\s?(?:诚邀|诚聘|招聘|招募|急招|急聘|诚招|正在)|[_｜|」-]\s?(?P<b>\p{Han}[\p{Han}A-Za-z0-9]{1,11})招聘\s?[_｜|-]\s?\S{2,12}$"
    );
    let last = page.lines.len().saturating_sub(3);
    let mut edges = page.lines.iter().enumerate().filter(|(it, _)| *it < 8 || *it >= last);
    edges.find_map(|(number, line)| {
        let text = page.at(&line.span);
        let at = |from: usize, to: usize| line.span.start + from..line.span.start + to;
        if let Some(name) = quoted.captures(text).and_then(|it| it.name("a").or(it.name("b")))
            && !pattern!(r"人才|校园|社会|网上").is_match(name.as_str())
        {
            return Some(at(name.start(), name.end()));
        }
        // Further down, a line that begins so tells of others.
        if (5..last.max(5)).contains(&number) {
            return None;
        }
        // `内推｜甲科技 算法实习生`: a name with the shape of a company's, and a gap behind it.
        let company = pattern!(
            r"^(?:[\[【][^\]】]{1,12}[\]】]\s?|\p{Han}{2,4}[｜|:]\s?)*(?P<a>\p{Han}{2,5}(?:科技|智能|网络|机器人|软件|量化|信息|数据))(?:\s|-|·|｜|\||—|:)|^[\[【](?P<c>\p{Han}{1,5}(?:科技|智能|网络|机器人|软件|量化|信息|数据))[\]】]"
        );
        if let Some(name) = company.captures(text).and_then(|it| it.name("a").or(it.name("c")))
            && !is_field(name.as_str())
        {
            return Some(at(name.start(), name.end()));
        }
        // `甲宝-流量技术部`: a company and its division.
        if let Some(found) = of_division(text)
            && !is_field(&text[found.clone()])
        {
            return Some(at(found.start, found.end));
        }
        // `[甲测绘]点云工程师`
        let bracket = pattern!(
            r"^(?:[\[【][^\]】]{1,8}[\]】]\s?)*[\[【]\s?(?P<a>\p{Han}{2,20}|(?-i:[A-Z])[A-Za-z0-9.&-]+(?: (?-i:[A-Z])[A-Za-z0-9.&-]*){0,3})\s?[\]】]\s?(?P<b>[^\[【]+)$"
        );
        if let Some(found) = bracket.captures(text).filter(|_| number < 5)
            && (super::tidy::is_role(&found["b"]) || pattern!(r"(公司|集团|大学|研究院|研究所)$").is_match(&found["a"]))
            && !super::tidy::is_aside(&found["a"])
            && !found["a"].ends_with("-L")
            && !pattern!(r"城市|^公司|职位|岗位|地点|名称|招|聘|征|求才|\b(hiring|job|cfp|remote|intern|phd|postdoc|list|open)\b|实习|内推|工程师|算法|方向|急|转|长期|博士|硕士|科研|远程|全职|兼职|校|社").is_match(&found["a"])
            && let Some(name) = found.name("a")
        {
            return Some(at(name.start(), name.end()));
        }
        // `[徵才] Tern Inc. 前端工程師`: a name in letters, and the role in Chinese.
        let letters = pattern!(
            r"^(?:[\[【][^\]】]{1,8}[\]】]\s?)*(?P<a>(?-i:[A-Z])[A-Za-z0-9&'-]+(?: (?-i:[A-Z])[A-Za-z0-9&'-]*){0,2}?(?: Inc\.)?)\.?\s?(?:诚征|征|诚聘|招聘|招募|急招)?(?P<b>\p{Han}[^，。]{1,30})$"
        );
        if let Some(found) = letters.captures(text).filter(|_| number < 3)
            && super::tidy::is_role(&found["b"])
            && let Some(name) = found.name("a")
            && super::coined::is_own(page, name.as_str())
        {
            return Some(at(name.start(), name.end()));
        }
        // A name that is known, and right behind it the role.
        let opens = text.trim_start_matches(|it: char| !it.is_alphanumeric());
        let skip = text.len() - opens.len();
        let known = names::organisations(opens).into_iter().find(|it| it.start == 0)?;
        let wide = opens.starts_with(|it: char| it >= '\u{2e80}');
        let rest = &opens[known.end..];
        let goes_on = wide && !rest.starts_with(['大', '研', '科']) && (super::card::names_role(rest) || super::tidy::is_role(rest)) && !rest.contains(['。', '，']);
        goes_on.then(|| at(skip, skip + known.end))
    })
}

/// Whether a name with the shape of a company's is a field of work or a word of a page:
/// `人工智能`, `负责数据`.
fn is_field(name: &str) -> bool {
    pattern!(
        r"^(人工|具身|群体|计算|边缘|机器|大数据|神经|无线|深度|社交|复杂|商务|商业|金融|生物|医疗|自主|工业|空间|认知|通用|类脑|混合|多模态|高性能|智能|数字|医学|遥感|地理|自动|联系|基本|公司|岗位|招聘|职位|更多|相关|个人|其他|详细|报名|项目|课题|导师|团队|工作|负责|介绍|部门|本|该|我们|现|基于|从事|专注)"
    )
    .is_match(name)
}

/// `甲宝-流量技术部`, `甲院-乙研究组招募实习生`: where the company and its division stand in a
/// heading that names both.
pub(super) fn company_and_division(text: &str) -> Option<(Span, Span)> {
    let parts = pattern!(
        r"^(?P<a>\p{Han}{2,8})\s?[-—–·]\s?(?P<b>[\p{Han}A-Za-z]{2,16}?(?:部|团队|实验室|研究组|课题组|研究中心))(?:$|招|诚|长期|20\d\d|\s|[-—–·])"
    );
    let found = parts.captures(text)?;
    Some((found.name("a")?.range(), found.name("b")?.range()))
}

/// The company in such a heading.
fn of_division(text: &str) -> Option<Span> {
    let (company, _) = company_and_division(text)?;
    let name = &text[company.clone()];
    let other = names::is_place(name)
        || is_role(name)
        || pattern!(r"聘|内推|社|职位|岗位|部门|团队|课题组|实验室|公司|学校|方向|大厂|国企|外企|介绍|老师|教授|远程").is_match(name);
    (!other).then_some(company)
}

/// `Lyre`, below the role and above the day it was posted, on a board's page.
fn below_role(page: &Page<'_>) -> Option<Span> {
    let name = pattern!(r"^(?-i:[A-Z])[\p{L}0-9&'.-]*( (?-i:[A-Z&])[\p{L}0-9&'.-]*){0,3}$");
    let day = pattern!(
        r"^(?-i:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w* \d{1,2},? \d{4}$|^\d{1,2} (?-i:[A-Z])\w+ \d{4}$|\bago$|^(posted|published)\b"
    );
    (1..page.lines.len().min(5)).find_map(|number| {
        let text = page.line(number);
        let role = (number.saturating_sub(2)..number).any(|it| is_role(page.line(it)));
        let fits = role
            && name.is_match(text)
            && day.is_match(page.line(number + 1))
            && !is_role(text)
            && !names::has_place(text)
            && super::section::section(text).is_none();
        fits.then(|| page.lines[number].span.clone())
    })
}

/// `【甲智能】招聘算法实习生`, `我们是甲智能的算法团队`.
fn bracketed(page: &Page<'_>) -> Option<Span> {
    let head = pattern!(
        r"^[【\[](?P<a>[\p{Han}A-Za-z0-9 ]{2,14})[】\]]\s?\p{Han}{0,8}?(?:招|诚聘|急聘|20\d\d)"
    );
    let kind = pattern!(
        r"招|聘|征|求才|实习|内推|转载|置顶|校|社|暑|博士|博后|硕士|科研|远程|热|急|全职|兼职|信息|通知|长期|岗位|活动"
    );
    let line = page.lines.first()?;
    let name = head.captures(page.at(&line.span)).and_then(|it| it.name("a"));
    if let Some(name) = name.filter(|it| !kind.is_match(it.as_str())) {
        return Some(line.span.start + name.start()..line.span.start + name.end());
    }
    // `我们是做古籍的小团队「甲痕」`
    let called = pattern!(
        r"(?:我们|团队|公司|工作室|平台|品牌|创业公司|初创公司)(?:叫|名为|名叫|是)?「(?P<a>[^「」]{2,12})」"
    );
    // `我们公司叫甲痕，在某地做地图`
    let bare =
        pattern!(r"(?:我们|公司|工作室)(?:叫|名为|名叫)(?P<a>[\p{Han}A-Za-z0-9]{2,8}?)[，,。]");
    let called = called.captures(page.text()).or_else(|| bare.captures(page.text()));
    if let Some(name) = called.and_then(|it| it.name("a")) {
        return Some(name.range());
    }
    let team = pattern!(
        r"我们是(?P<a>[\p{Han}A-Za-z0-9]{2,10}?)(?: ?AI ?Lab| ?Lab|研究院|实验室)?(?:的|旗下的?)[\p{Han}A-Za-z]{0,8}(?:团队|部门|实验室|组)"
    );
    let name = team.captures(page.text()).and_then(|it| it.name("a"));
    let name =
        name.filter(|it| !pattern!(r"^(一|来自|由|专注|从事|做)|大学").is_match(it.as_str()));
    name.map(|it| it.range()).or_else(|| by_kind(page))
}

/// `加入甲科技`, `甲科技乙事业部负责…`: a name with the shape of a company's, where only those
/// who offer are named so.
fn by_kind(page: &Page<'_>) -> Option<Span> {
    let named = pattern!(
        r"(?:加入|关于|我们是|我们来自|欢迎来到|走进|来到)(?P<a>\p{Han}{2,6}?(?:科技|智能|网络|机器人|软件|量化|信息|数据|医疗|生物|汽车|游戏|资本|证券))(?:[，。,!！的]|$|\n)|(?P<b>\p{Han}{2,4}(?:科技|智能|网络|机器人|软件|量化))\p{Han}{2,8}(?:事业部|技术部|研发部|产品部|团队|实验室)(?:负责|致力|专注|现|招|诚)"
    );
    let mut all = named.captures_iter(page.text()).filter_map(|it| it.name("a").or(it.name("b")));
    all.find(|it| !is_field(it.as_str())).map(|it| it.range())
}

/// `原创 小甲 乙安全 2027-05-20 18:30`: the account that published it, where the text names it
/// as well.
fn account(page: &Page<'_>) -> Option<Span> {
    let head = pattern!(
        r"^(?:原创)?\s?(?:[\p{Han}A-Za-z]{1,8} )?(?P<a>[\p{Han}A-Za-z0-9]{2,14}) 20\d\d[-年/.]"
    );
    page.lines.iter().take(8).find_map(|line| {
        let name = head.captures(page.at(&line.span))?.name("a")?;
        let again = page.text().matches(name.as_str()).count() > 1;
        let word = pattern!(r"^(发布|更新|时间|日期|来源|作者|原创|编辑)").is_match(name.as_str());
        let start = line.span.start + name.start();
        (again && !word).then(|| start..start + name.len())
    })
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
    pattern!(r"\b(intern(ship)?s?|ph\.?d|post-?doc\w*|fellowships?|scholarships?|studentships?|doctoral|position|developer|manager|analyst|designer|architect|technician|officer|coordinator|consultant|specialist|engineer|scientist|researcher|assistant|student|full[\s-]time|part[\s-]time|permanent|contract)\b|实习|招|博士|助理").is_match(text)
}
