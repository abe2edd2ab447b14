//! The name of those who offer as a card has it: whole, outermost, and without its parts and
//! where it is.

use super::{
    names,
    page::{Page, Span},
    pattern::pattern,
};

/// Those who offer as a card names them: the outermost of them, without its parts, its
/// article and where it is.
pub(super) fn on_a_card(page: &Page<'_>, span: Span) -> Span {
    // `X University, School of Physics`: the school is a part of it.
    let parts = pattern!(r"^[^,]+");
    let whole = page.at(&span);
    let part_of = pattern!(r", (?:the )?(?-i:[A-Z][\p{L}&]+ ){0,3}(school|team|department|faculty|institute|division|group|lab|chair|cent(er|re)|college)\b").find(whole);
    let span = if part_of.is_some() {
        span.start..span.start + parts.find(whole).map_or(whole.len(), |it| it.end())
    } else {
        span
    };
    // `Institute of X, University of Y` is a part of it as well.
    let whole = pattern!(
        r"^(?:The )?(?-i:Institute|School|Department|Faculty|Centre|Center|College|Laboratory|Division|Chair)\b[^,]*, (?:the )?(?P<a>(?-i:(?:Technical )?University of [A-ZÀ-Þ][^,]*|[A-ZÀ-Þ][^,]* (?:University|Institute of Technology)))"
    );
    let own = whole.captures(page.at(&span)).and_then(|it| it.name("a")).map(|it| it.range());
    let span = own.map_or(span.clone(), |it| span.start + it.start..span.start + it.end);
    // `City, University of London` is one name.
    let college = pattern!(r"\b(?-i:City|Birkbeck|Goldsmiths|Queen Mary|Royal Holloway), $")
        .find(&page.text()[..span.start])
        .filter(|_| page.at(&span) == "University of London")
        .map(|it| it.start());
    let span = college.unwrap_or(span.start)..span.end;
    // `某省某市某区某路甲大学`: where it is stands before it.
    let placed =
        pattern!(r"^\p{Han}*(?:省|市)\p{Han}*(?:区|县|镇|街道|路|号)(?P<a>\p{Han}{2,8}大学)$")
            .captures(page.at(&span))
            .and_then(|it| it.name("a"))
            .map(|it| it.start());
    let span = placed.map_or(span.clone(), |it| span.start + it..span.end);
    // `旷野上海研究院` is a part of `旷野`.
    let known = names::organisations(page.at(&span)).into_iter().find(|it| it.start == 0);
    let branch = known.filter(|it| {
        let rest = &page.at(&span)[it.end..];
        let town = pattern!(r"(研究院|研发中心|分公司|办公室|研究中心)$").replace(rest, "");
        town.len() < rest.len() && names::is_place(&town)
    });
    let span = branch.map_or(span.clone(), |it| span.start..span.start + it.end);
    let span = outermost(page, span);
    let span = in_full(page, span);
    let span = spelled_out(page, span);
    // `LAAS-CNRS` is one name.
    let joined = pattern!(r"(?-i:\b[A-Z]{2,8})-$").find(&page.text()[..span.start]);
    let span = joined
        .filter(|_| page.at(&span).chars().all(char::is_uppercase))
        .map_or(span.clone(), |it| it.start()..span.end);
    // `Tern Bio GmbH`, which the text calls `Tern Bio`.
    let legal = pattern!(r",? (?-i:GmbH(?: & Co\. KG)?|AG|AB|Limited|B\.V\.|S\.A\.|e\.V\.)$")
        .find(page.at(&span))
        .map(|it| it.start());
    let bare = legal.filter(|it| {
        let whole = page.at(&span);
        times_without_tail(page, whole, *it) > page.text().matches(whole).count()
    });
    let span = bare.map_or(span.clone(), |it| span.start..span.start + it);
    // `The University of X` is `University of X` on a card.
    let article = page.at(&span).strip_prefix("The ").filter(|it| it.len() > 8).map(str::len);
    let span = article.map_or(span.clone(), |it| span.end - it..span.end);
    let country =
        pattern!(r" (?-i:UK|U\.K\.|USA|U\.S\.A\.)$").find(page.at(&span)).map(|it| it.start());
    // `Harbour Institute USA`, which is called so wherever it is named.
    let country = country.filter(|it| {
        let whole = page.at(&span);
        times_without_tail(page, whole, *it) > 0 || whole.matches(' ').count() < 3
    });
    let span = country.map_or(span.clone(), |it| span.start..span.start + it);
    // `The Vision Laboratory of EPFL`, `Perseus Project, Wickford University`: the second one.
    let known = names::organisations(page.at(&span)).into_iter().find(|it| {
        let name = page.at(&span);
        it.end == name.len() && pattern!(r"(?-i:Laboratory|Lab|Group|Institute|Centre|Center|School|Department)( of| at|,)( the)? $").is_match(&name[..it.start])
    });
    let span = known.map_or(span.clone(), |it| span.start + it.start..span.end);
    let second = pattern!(
        r"^(?P<x>[^,]*), (?:the )?(?P<a>(?-i:University of [A-Z][^,]*|(?:[A-Z]\p{L}+ ){1,3}University))$"
    );
    let second = second
        .captures(page.at(&span))
        .filter(|it| !pattern!(r"University|College").is_match(&it["x"]))
        .and_then(|it| it.name("a"))
        .map(|it| it.start());
    let span = second.map_or(span.clone(), |it| span.start + it..span.end);
    let rest = pattern!(r"( (in|at|of|for|and|the))+$").find(page.at(&span)).map(|it| it.start());
    let span = rest.map_or(span.clone(), |it| span.start..span.start + it);
    // `X University, Denmark`: where it is is no part of its name.
    match page.at(&span).rsplit_once(", ") {
        Some((name, place))
            if name.len() > 3
                && (names::is_place(place)
                    // `University of Maine, Orono`: a town that no list has.
                    || pattern!(r"^(?-i:University of [A-Z]\p{L}+)$").is_match(name)
                        && pattern!(r"^(?-i:[A-Z]\p{L}+)$").is_match(place)
                        && !pattern!(r"(California|Wisconsin|Texas|Illinois|Maryland|Michigan|Carolina|Massachusetts|Colorado|Nebraska|Tennessee|Missouri|Minnesota|Nevada|Hawaii|Alaska)$").is_match(name)) =>
        {
            span.start..span.start + name.len()
        }
        _ => span,
    }
}

/// How often the text has the first `bare` bytes of the name `whole` without what follows them.
fn times_without_tail(page: &Page<'_>, whole: &str, bare: usize) -> usize {
    let times = |name: &str| page.text().matches(name).count();
    times(&whole[..bare]) - times(whole)
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
    // `导师:甲乙(丙大学教授)` names a person before it.
    let offers = |it: &Span| {
        pattern!(r"(大学|学院|研究院|研究所|公司|科技|智能|集团|银行|基金会|医院|机器人|网络|学校|数据|软件|安全)$")
            .is_match(page.at(it))
    };
    // `甲课题组(乙大学)`: the group, and where it is.
    let part =
        |it: &Span| pattern!(r"(课题组|实验室|团队|研究组|中心|小组|老师)$").is_match(page.at(it));
    if let Some(han) =
        han.filter(|it| title_is_han && (6..=36).contains(&it.len()) && !part(it) && offers(it))
    {
        return han;
    }
    // `甲科技`, where the text has `甲科技有限公司`.
    let company = pattern!(
        r"^(?:（[^）]{2,6}）|\([^()]{2,6}\))?(?:科技|信息|技术|网络|软件|智能|数据|发展|实业|文化|传媒|生物|医药|控股|机器人)*(?:股份|责任|有限责任)?有限公司"
    );
    let grown = name.ends_with("集团") || name.ends_with("公司");
    let whole = page.text().match_indices(name).filter(|_| !grown).find_map(|(at, _)| {
        let end = at + name.len();
        company.find(&page.text()[end..]).map(|it| at..end + it.end())
    });
    if let Some(whole) = whole.filter(|_| name.ends_with(|it: char| it >= '\u{4e00}')) {
        return whole;
    }
    if let Some(longer) = as_mostly_said(page, name) {
        return longer;
    }
    // `CUHK(SZ)`
    let campus = pattern!(r"^\((?-i:[A-Z]{2,5})\)").find(&page.text()[span.end..]);
    if let Some(campus) = campus.filter(|_| !name.contains(' ') && name.is_ascii()) {
        return span.start..span.end + campus.end();
    }
    // `X University` in a title, where the text says `University of X`.
    if let Some(of) = name.strip_suffix(" University").map(|it| format!("University of {it}"))
        && let Some(at) = page.text().find(&of)
    {
        return at..at + of.len();
    }
    let text = page.text();
    // `University of X`, where the text has `University of X at Town`.
    if name.starts_with("University of ") {
        let campus = pattern!(r"^(?: at|,|-) (?P<a>(?-i:[A-Z]\p{L}+(?: [A-Z]\p{L}+)?))");
        let long = text.match_indices(name).find_map(|(at, _)| {
            let rest = &text[at + name.len()..];
            let found = campus.captures(rest)?;
            let of_name = rest.starts_with(" at ") && !names_kind(&found["a"]);
            of_name.then(|| at..at + name.len() + found[0].len())
        });
        return long.unwrap_or(span);
    }
    if !name.ends_with("College") && !name.ends_with("University") {
        return span;
    }
    let town = text.match_indices(name).find_map(|(at, _)| {
        let rest = text[at + name.len()..].strip_prefix(' ')?;
        let word = pattern!(r"^(?-i:[A-Z])\p{L}+").find(rest)?;
        names::is_place(word.as_str()).then(|| at..at + name.len() + 1 + word.end())
    });
    town.unwrap_or(span)
}

/// `Tern Labs` and `National Arboretum`, where the text mostly has `Tern Labs Europe` and
/// `U.S. National Arboretum`.
fn as_mostly_said(page: &Page<'_>, name: &str) -> Option<Span> {
    let behind = pattern!(r"^ (?-i:Europe|Asia|China|Japan|Korea|India|America|Canada|Africa)\b");
    let before = pattern!(r"\b(?-i:U\.S\.|US|UK|Royal) $");
    let text = page.text();
    let all: Vec<Span> = text.match_indices(name).map(|(at, it)| at..at + it.len()).collect();
    let ending = |it: &Span| Some(it.start..it.end + behind.find(&text[it.end..])?.end());
    let beginning = |it: &Span| Some(before.find(&text[..it.start])?.start()..it.end);
    let ends: Vec<Span> = all.iter().filter_map(ending).collect();
    let begins: Vec<Span> = all.iter().filter_map(beginning).collect();
    let mostly = [ends, begins].into_iter().find(|it| !it.is_empty() && it.len() * 2 >= all.len());
    mostly.filter(|_| name.is_ascii())?.into_iter().next()
}

/// `The X Institute in the Faculty of Science of Y University`: the university.
fn outermost(page: &Page<'_>, span: Span) -> Span {
    let name = page.at(&span);
    let part = pattern!(r"\b(?-i:Institute|Faculty|School|Department|Centre|Center)\b");
    if !part.is_match(name)
        || pattern!(r"\b(?-i:University|Institute of Technology)\b").is_match(name)
    {
        // `Institute of Rivers of the University of X` has both.
        let both = pattern!(
            r"^(?-i:Institute|Faculty|School|Department|Centre|Center) (?:of|for) .* (?:of|at|in) (?:the )?(?P<a>(?-i:University of [A-Z].*|(?:[A-Z]\p{L}+ ){1,3}University))$"
        );
        let own = both.captures(name).and_then(|it| it.name("a"));
        return own.map_or(span.clone(), |it| span.start + it.start()..span.end);
    }
    let of_all = pattern!(
        r"^(?: \([^()]{2,20}\))?(?:,| (?:at|of|in|within)\b)(?: the)?(?: (?:Faculty|School|Department|Division|College) of [^,.;\n]{3,50}?,? (?:at|of|in|within|,)(?: the)?)? ?(?P<a>(?-i:University of [A-Z]\p{L}+(?: [A-Z]\p{L}+)?|(?:[A-Z]\p{L}+ ){1,3}University))\b"
    );
    let text = page.text();
    let own = text.match_indices(name).find_map(|(at, _)| {
        let from = at + name.len();
        let found = of_all.captures(&text[from..])?.name("a")?;
        Some(from + found.start()..from + found.end())
    });
    if let Some(own) = own {
        return own;
    }
    // `Leiden Institute of X`, and `Leiden University`.
    let first = name.split(' ').next().unwrap_or_default();
    let whole = format!("{first} University");
    let at = text.find(&whole).filter(|_| first.len() > 3 && name.contains(" Institute"));
    at.map_or(span, |at| at..at + whole.len())
}

/// Whether a word is the kind of a part of a university, and no town.
fn names_kind(text: &str) -> bool {
    pattern!(r"\b(Department|School|Faculty|Institute|Center|Centre|Lab|Laboratory|Group|College|Division|Chair|Campus|Professor|The|Our|In|Monday|Tuesday|Wednesday|Thursday|Friday)\b").is_match(text)
}

/// `OLS`, where the text has `Open Life Society (OLS)`; `岸河大`, where it has `岸河海洋大学`.
fn spelled_out(page: &Page<'_>, span: Span) -> Span {
    let name = page.at(&span);
    if let Some(short) = name.strip_suffix('大').filter(|it| it.chars().count() < 5) {
        let full = pattern!(r"\p{Han}{2,10}大学");
        let whole = full.find_iter(page.text()).find_map(|it| {
            // Its first character, and the others in their order.
            let words = it.as_str();
            let first = short.chars().next().and_then(|first| words.find(first))?;
            let mut rest = words[first..].chars();
            let all = short.chars().all(|it| rest.any(|other| other == it));
            (all && words[first..].chars().count() > 3).then(|| it.start() + first..it.end())
        });
        return whole.unwrap_or(span);
    }
    if !pattern!(r"^(?-i:[A-Z][A-Za-z]?[A-Z]{1,5})$").is_match(name) || names::is_organisation(name)
    {
        return span;
    }
    let text = page.text();
    let behind = format!("({name})");
    let full = text.match_indices(&behind).find_map(|(at, _)| {
        let before = text[..at].trim_end();
        let words = pattern!(
            r"(?-i:[A-ZÀ-Þ][\p{L}'&-]+(?: (?:of|for|and|the|de|da|do|in|on|di|du|des|la|für|[A-ZÀ-Þ][\p{L}'&-]+)){1,7})$"
        );
        let found = words.find(before)?;
        // As many capitals as the short name has letters, from the end.
        let skip = pattern!(r"^((?-i:The|At|In|Our|For|About|Join) )+").find(found.as_str());
        Some(found.start() + skip.map_or(0, |it| it.end())..before.len())
    });
    let first = name.chars().next();
    full.filter(|it| text[it.clone()].chars().next() == first).unwrap_or(span)
}
