//! Where the work is: by a label, a line of places at the top, or a plain sentence.

use super::{
    fact::Fact,
    names,
    page::{Page, Span},
    pattern::pattern,
};

/// The place, as worded.
pub(crate) fn location(
    page: &mut Page<'_>,
    organisation: Option<&Fact<String>>,
) -> Option<Fact<String>> {
    let said = page.posting.as_ref().and_then(|it| it.location.clone());
    if let Some(said) = said {
        return Some(page.said(said.value.clone(), &said));
    }
    let labels = pattern!(
        r"^(job |work |working |internship |position |primary |office |project |research )*(locations?|place( of (work|employment|service|assignment))?|site|city|town(/city)?|where|workplace|duty station|base|based (in|at)|venue|campus|country)( of .{3,20}|\(s\)|/.{3,20})?$|^(工作|实习|上班|办公|职位|岗位|面试|所在|研究|单位|公司|活动|培训|举办|授课|服务|集合|学校|医院|机构)*(地点|地址|城市|地区|地|base|Base)(及.{2,6})?$|^base地?$|^坐标$"
    );
    let has_town = page.labelled(labels).any(|it| it.name != "country");
    let values: Vec<Span> = page
        .labelled(labels)
        .filter(|it| it.name != "where" || names::has_place(page.at(&it.value)))
        .filter(|it| it.name != "country" || !has_town)
        .map(|it| cut(page, &it.value))
        .filter(|it| {
            let text = page.at(it);
            (2..=120).contains(&text.chars().count())
                && !text.contains(['@'])
                && !pattern!(r"^(we|you|the position|this|our|http|tbd|n/a)\b").is_match(text)
                // `Trondheim is a lively town, …` tells of the place.
                && !pattern!(r"^[^,]{2,60} (is|are|was|lies|has|offers|can|will) ").is_match(text)
        })
        .collect();
    if let Some(first) = values.first() {
        let name = |span: &Span| {
            page.labels.iter().find(|it| it.value.start == span.start).map(|it| it.name.as_str())
        };
        // Another label, further down, speaks of something wider.
        let differs = values.iter().filter(|it| name(it) == name(first)).any(|it| {
            !page.at(it).contains(page.at(first)) && !page.at(first).contains(page.at(it))
        });
        if differs {
            page.ask("location", "the text names several places", &values);
            return None;
        }
        return Some(page.fact(page.at(first).to_owned(), first));
    }
    let headed = super::title::parts(page).and_then(|it| it.location);
    let span = headed
        .or_else(|| card(page))
        .or_else(|| sentence(page))
        .or_else(|| beside_them(page, &organisation?.value))
        .or_else(|| only(page))
        .or_else(|| titled(page));
    let Some(span) = span else { return foot(page) };
    // A full stop behind it ends the sentence, unless it is one of `U.S.A.`
    let words = page.at(&span);
    let last = words.rsplit([' ', ',']).next().unwrap_or_default();
    let stop = last.ends_with('.') && last.matches('.').count() == 1 && last.len() > 3;
    let span = span.start..span.end - usize::from(stop);
    Some(page.fact(page.at(&span).to_owned(), &span))
}

/// A place without what follows it on its line.
fn cut(page: &Page<'_>, span: &Span) -> Span {
    let text = page.at(span);
    let end = pattern!(
        r"[。；;|｜]|[，,]?\s?邮编|\s\((?:hybrid|remote|on-?site)[,;:][^)]*\)|\.\s|\.$|[\s，](?:duration|type|salary|deadline|start|时间|薪资|时长|形式)\s?:"
    )
    .find(text)
    .map_or(text.len(), |it| it.start());
    let words = text[..end].trim_end_matches([' ', ',', '，', '、']);
    // `远程，在家就可以办公`
    let words = match words.split_once('，') {
        Some((head, tail)) if names::is_place(head) && !names::has_place(tail) => head,
        _ => words,
    };
    // `地点`, and below it `工作地点:杭州`.
    let label = pattern!(r"^(?:工作|实习|办公)?(?:地点|城市|地址)\s?[:：]\s?").find(words);
    let skip = label.map_or(0, |it| it.end());
    span.start + skip..span.start + words.len()
}

/// A line of the card at the top that names places and nothing else.
fn card(page: &Page<'_>) -> Option<Span> {
    // `Internship at X (Bergen / remote)`
    let first = page.lines.first()?;
    let aside = pattern!(r"\(([^()]{3,40})\)(?: #\d{1,6})?$").captures(page.at(&first.span));
    if let Some(inner) = aside.and_then(|it| it.get(1)) {
        // `(上海/杭州，7月入职)`: the place comes first.
        let end = inner.as_str().find(['，', ';', '；']).unwrap_or(inner.len());
        let first_part = inner.as_str().find(',').filter(|_| !names::is_place(inner.as_str()));
        let end = first_part.map_or(end, |it| it.min(end));
        if names::is_place(&inner.as_str()[..end]) {
            let start = first.span.start + inner.start();
            return Some(start..start + end);
        }
    }
    // `[招聘][杭州] …`
    let bracketed = pattern!(r"^(?:[\[【][^\]】]{1,10}[\]】])?\s?[\[【](?P<a>[^\]】]{2,16})[\]】]");
    let bracketed = bracketed.captures(page.at(&first.span)).and_then(|it| it.name("a"));
    if let Some(place) = bracketed.filter(|it| names::is_place(it.as_str())) {
        return Some(first.span.start + place.start()..first.span.start + place.end());
    }
    // `Company-Town-Department-Role`
    let title = page.at(&first.span);
    if title.matches(['-', '－', '—']).count() > 1 {
        let pieces = title.split(['-', '－', '—']).map(str::trim);
        let mut places = pieces.filter(|it| !it.is_empty() && names::is_place(it));
        if let (Some(only), None) = (places.next(), places.next())
            && let Some(at) = title.find(only)
        {
            return Some(first.span.start + at..first.span.start + at + only.len());
        }
    }
    page.lines.iter().take(7).find_map(|line| {
        let text = page.at(&line.span);
        // `武汉·洪山区` is one place, `Company · Berlin` two things.
        let cuts = pattern!(r"[|｜•]|\s·|·\s| [—–-] ");
        let mut from = 0;
        let mut pieces = Vec::new();
        for cut in cuts.find_iter(text) {
            pieces.push(from..cut.start());
            from = cut.end();
        }
        pieces.push(from..text.len());
        pieces.into_iter().find_map(|piece| {
            let words = &text[piece.clone()];
            let words = words.trim_start_matches(|it: char| !it.is_alphanumeric());
            let start = line.span.start + piece.end - words.len();
            let kind = pattern!(r" ?\((on-?site|remote|hybrid)\)\s*$").find(words);
            let words = kind.map_or(words, |it| &words[..it.start()]);
            // `北京/深圳·实习生·前端`: a town, and what is no place.
            let words = match words.split_once('·') {
                Some((head, tail)) if names::is_place(head) && !names::has_place(tail) => head,
                _ => words,
            };
            // `Company, Town, Country`
            let skip = names::behind_a_name(words).unwrap_or(0);
            let (start, words) = (start + skip, &words[skip..]);
            let end = start + words.trim_end().len();
            (start < end && names::is_place(page.at(&(start..end))) && end - start <= 80)
                .then_some(start..end)
        })
    })
}

/// `Summer School, 6-17 July, Pisa`: the end of the title, where nothing else says it.
fn titled(page: &Page<'_>) -> Option<Span> {
    let first = page.lines.first()?;
    let (_, last) = page.at(&first.span).rsplit_once(", ")?;
    let whole = names::is_place(last) && !last.contains(['/', '-']);
    whole.then(|| first.span.end - last.len()..first.span.end)
}

/// `in Lausanne, Switzerland`, where the text names no other place in this way.
fn only(page: &Page<'_>) -> Option<Span> {
    // Who works from anywhere works in no place that is named by the way.
    if pattern!(r"\b(fully|100%|work) remote|\bremotely\b|^remote ").is_match(page.text()) {
        return None;
    }
    let pattern = pattern!(
        r"(?-i:(?:(?:\bin(?: the (?:heart|centre|center|middle|city) of| (?:beautiful|sunny|lovely|vibrant|central|downtown|northern|southern|western|eastern|historic|lively))?|University(?: \([A-Z]+\))?,|University of [A-Z][\p{L}-]+(?: [A-Z][\p{L}-]+)?,|Institute,|(?:\bat|@) [A-Z][\p{L} ]{2,40},) (?P<a>[A-Z][\p{L}'-]+(?: [A-Z][\p{L}'-]+)?(?:, (?:the )?[A-Z][\p{L}'.-]+(?: [A-Z][\p{L}'.-]+)?){0,2})|, (?P<b>[A-Z][\p{L}'-]+(?: [A-Z][\p{L}'-]+)?(?:, (?:the )?[A-Z][\p{L}'.-]+(?: [A-Z][\p{L}'.-]+)?){1,2}))(?:[,.;)!?]| (?:is|are|offers?|invites?|has|seeks?|and|from|for|with|on|to|hosts?|seeks)\b| ?[\p{So}\x{1F1E6}-\x{1F1FF}]|\n|$))"
    );
    // `Sunfield Lab (Hong Kong)`, and the end of a postal address.
    let beside = pattern!(
        r"(?:(?-i:Lab|Laboratory|University of [A-Z]\p{L}+|University|Institute|Group|Centre|Center|College|School)|公司|大学|实验室|研究院|研究所|学院)\s?\((?P<a>[^()]{2,24})\)|(?-i:\((?P<f>[A-Z]\p{L}+(?: [A-Z]\p{L}+)?, [A-Z]\p{L}+(?: [A-Z]\p{L}+)?)\))|(?-i:[A-Z]\p{L}+ \((?P<c>[A-Z]\p{L}+(?:, [A-Z]\p{L}+)?)\))|(?-i:(?:^|[\n,] ?)(?P<d>[A-Z]\p{L}+(?: [A-Z]\p{L}+)?),? [A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}\b)|(?-i:(?:^|[\n,] ?)(?P<e>[A-Z]\p{L}+(?: [A-Z]\p{L}+)?, (?:[A-Z]{2}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)),? \d{5}\b)|(?-i:\b\d{4,6} (?P<b>[A-Z]\p{L}+(?: [A-Z]\p{L}+)?, [A-Z]\p{L}+(?: [A-Z]\p{L}+)?))"
    );
    let mut found: Vec<Span> = Vec::new();
    for captures in pattern.captures_iter(page.text()).chain(beside.captures_iter(page.text())) {
        let Some(place) = captures.iter().skip(1).flatten().next() else { continue };
        // `X University, UK`: what is before the place is none.
        let tail = place.as_str().split_once(", ").map_or("", |(_, tail)| tail);
        // `enrolled at a college in Canada` is where somebody comes from.
        let asked = page.sentences.iter().any(|it| {
            it.span.start <= place.start()
                && place.end() <= it.span.end
                && matches!(
                    it.section,
                    super::section::Section::Qualify | super::section::Section::Prefer
                )
        });
        // `who now works at a bank in London`: where somebody went, or what lies there.
        let sentence = page.at(&page.sentence_at(&place.range()));
        let elsewhere = pattern!(
            r"\b(graduated|graduates|alumni|now (works?|at)|former|previous|came from|field station|workshop|conference|published|born|partners?|collaborat(?:es?|ed|ors?|ions? with)|held in|took place|visited|moved to|studied)\b"
        );
        // `M.Eng (X), Ph.D (University of Y, Canada)`: where somebody studied.
        let degree = pattern!(
            r"\b(ph\.?d|[bm]\.?\s?(sc|eng|a|s)|dphil|doctorate)\.?,? ?(\(|from |at |in )[^()\n]{0,60}$"
        );
        if asked
            || degree.is_match(&page.text()[..place.start()])
            || page.text()[..place.start()].ends_with("in ") && elsewhere.is_match(sentence)
        {
            continue;
        }
        if names::is_place(place.as_str()) {
            found.push(in_its_town(page, place.range()));
        } else if names::is_place(tail) {
            found.push(place.end() - tail.len()..place.end());
        }
    }
    let first = found.first()?.clone();
    // `Italy` and `Trento`, where `Trento, Italy` is named as well.
    let longest = found.iter().max_by_key(|it| it.len())?.clone();
    let whole = |it: &Span| page.at(&longest).contains(page.at(it));
    let first = if found.iter().all(whole) { longest } else { first };
    // The same place may be named in the other language, too.
    found.retain(|it| page.at(it).is_ascii() == page.at(&first).is_ascii());
    found
        .iter()
        .all(|it| page.at(&first).contains(page.at(it)) || page.at(it).contains(page.at(&first)))
        .then_some(first)
}

/// `University of Trento, Italy`: the town is in the name.
fn in_its_town(page: &Page<'_>, place: Span) -> Span {
    let name = pattern!(r"(?-i:University of (?P<a>[A-Z][\p{L}-]+)(?: \([A-Z]{2,8}\))?, )$");
    let before = &page.text()[..place.start];
    let town = name.captures(before).and_then(|it| it.name("a"));
    let whole = !page.at(&place).contains(',') && !before.ends_with("), ");
    match town.filter(|it| whole && names::is_place(it.as_str())) {
        Some(town) => town.start()..place.end,
        None => place,
    }
}

/// `X University, Town, Country`: the place right behind those who offer.
fn beside_them(page: &Page<'_>, organisation: &str) -> Option<Span> {
    let place = pattern!(
        r"^(?:,? ?\([A-Z][A-Za-z-]{1,9}\))?,? (?:in )?(?P<a>(?-i:(?:the )?[A-Z][\p{L}'.-]+(?: [A-Z][\p{L}'.-]+)?(?:, (?:the )?[A-Z][\p{L}'.-]+(?: [A-Z][\p{L}'.-]+)?){0,2}))"
    );
    let mut found: Vec<Span> = Vec::new();
    for (at, _) in page.text().match_indices(organisation) {
        let from = at + organisation.len();
        let Some(name) = place.captures(&page.text()[from..]).and_then(|it| it.name("a")) else {
            continue;
        };
        let words = name.as_str().split(". ").next().unwrap_or_default();
        let mut words = words.trim_end_matches('.');
        while !names::is_place(words) {
            let Some((head, _)) = words.rsplit_once(", ") else { break };
            words = head;
        }
        if names::is_place(words) {
            found.push(in_its_town(page, from + name.start()..from + name.start() + words.len()));
        }
    }
    let longest = found.iter().max_by_key(|it| it.len())?.clone();
    found.iter().all(|it| page.at(&longest).contains(page.at(it))).then_some(longest)
}

/// The place at the foot of a saved page.
fn foot(page: &Page<'_>) -> Option<Fact<String>> {
    let code = pattern!(r"[ ,]+\d{5}(-\d{4})?$");
    let mut found = page.foot.iter().filter_map(|said| {
        let words =
            code.find(&said.value).map_or(said.value.as_str(), |it| &said.value[..it.start()]);
        let country = words.rsplit_once(", ").map(|(_, it)| it).filter(|it| names::is_place(it));
        let place = if names::is_place(words) { Some(words) } else { country }?;
        let at = said.value.find(place)?;
        Some((place.to_owned(), said.start + at))
    });
    let (place, start) = found.next()?;
    let end = start + place.len();
    found
        .all(|(it, _)| place.contains(&it))
        .then(|| page.said(place.clone(), &super::jsonld::Said { value: place, start, end }))
}

/// `based in Zürich`, `位于北京`: all such sentences have to agree.
fn sentence(page: &Page<'_>) -> Option<Span> {
    let english = pattern!(
        r"(?:(?:is|are|be|position|internship|work|role|job|student|candidate|researcher) (?:based|located|situated|hosted|carried out|take place|taking place) (?:on-site |remotely |physically |mainly |primarily )?(?:in|at)|(?:^|\. |\n)(?:based|located) in|\b(?:university|institute|institution|company|laboratory|lab|group|school|centre|center|organi[sz]ation|startup|team|museum|agency|foundation)(?: that is|,)? (?:located|based|situated|headquartered) in|will take place (?:in|at)|workplace is(?: in)?|on-?site (?:in|at)|work (?:on-?site )?in our .{2,30} (?:in|at)|work from our .{2,30}(?:in|at)|based anywhere in) (?P<a>(?-i:(?:the )?(?:[A-Z][\p{L}'.-]+|of|and|am|upon|de|la|le)(?: (?:[A-Z][\p{L}'.-]+|of|and|am|upon|de|la|le))*(?:, [A-Z][\p{L}'.]+(?: [A-Z][\p{L}'.]+)*)*))"
    );
    let chinese = pattern!(
        r"(?:工作|实习|办公|研究|实验室|课题组|公司|团队|学校|校区|总部)(?:地点)?(?:在|位于|为|坐落于)(?P<a>\p{Han}{2,20}?)(?:[，。；、,(\s]|$)|[，,)](?:位于|坐落于|(?:工作|实习|办公)?地点\s?:\s?)(?P<b>\p{Han}{2,16}?(?:\s?(?:or|/|或|、)\s?\p{Han}{2,8}){0,4})(?:[，。；、,(\s]|$)|(?:^|[\n\s，。；、,(（·—-])base\s?(?:在|于|地点|地)?\s?:?\s?(?P<e>\p{Han}{2,8}(?:\s?(?:or|/|或|、)\s?\p{Han}{2,8}){0,4})(?:[，。；、,(\s·|]|$)|坐标\s?:?\s?(?P<f>\p{Han}{2,10}?)(?:[，。；、,(\s]|$)|在(?P<d>\p{Han}{2,6}校区)|[(\n，。；](?:工作|实习|办公|单位|公司)?地址\s?:\s?(?P<g>[\p{Han}\dA-Za-z-]{4,40}?)(?:[，。；、,)\s]|$)|(?:^|\n|[，。；.]\s?)(?:工作|实习)?地点\s?:\s?(?P<c>\p{Han}{2,16}?(?:\s?(?:or|/|或|、)\s?\p{Han}{2,8}){0,4})(?:[，。；、,(\s]|$)"
    );
    let mut found: Vec<Span> = Vec::new();
    for captures in english.captures_iter(page.text()).chain(chinese.captures_iter(page.text())) {
        let Some(place) = captures.iter().skip(1).flatten().next() else { continue };
        let words = place.as_str().split(". ").next().unwrap_or_default();
        let words = words.trim_end_matches(['.', ' ']).trim_end_matches(" and");
        let (place, words) = match words.strip_prefix("the ") {
            Some(rest) => (place.end() - (place.as_str().len() - 4), rest),
            None => (place.start(), words),
        };
        // `at the New York Genome Center` names a house, and no town.
        let house = pattern!(
            r"(?-i:\b(Center|Centre|Institute|University|College|School|Hospital|Laboratory|Lab|Museum|Campus|Department|Faculty|Team|Group|Division|Research)\b)"
        );
        let (place, words) = match names::tail(words) {
            _ if !house.is_match(words) => (place, words),
            Some(tail) => (place + words.len() - tail.len(), tail),
            None => continue,
        };
        let strong = words.contains(',')
            && !pattern!(
                r"universit|institut|department|school|faculty|group|lab\b|centre|center|team"
            )
            .is_match(words);
        if (names::has_place(words) || strong) && words.chars().count() <= 60 {
            found.push(place..place + words.len());
        }
    }
    let first = found.first()?.clone();
    found.iter().all(|it| page.at(it) == page.at(&first)).then_some(first)
}
