//! Where the work is: by a label, a line of places at the top, or a plain sentence.

use super::{
    fact::Fact,
    names,
    page::{Page, Span},
    pattern::pattern,
    shown,
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
        r"^(job |work |working |internship |position |primary |office |project |research |lab |employment |role |company )*(locations?|place( of (work|employment|service|assignment))?|site|city|town(/city)?|where|workplace|duty station|base|based (in|at)|venue|campus|country)( of .{3,20}|\(s\)|/.{3,20})?$|^(工作|实习|上班|就职|任职|办公|职位|岗位|面试|所在|研究|单位|公司|活动|培训|举办|授课|服务|集合|学校|医院|机构)*(地点|地址|城市|地区|地|base|Base)(及.{2,6}|\([^()]{1,8}\))?$|^base地?$|^坐标$"
    );
    let has_town = page.labelled(labels).any(|it| it.name != "country");
    // `Woking City: Lyon, France`, `Work mode: remote`: the value says that it is the place.
    let loose = pattern!(
        r"^\p{L}+ (city|location)$|^(work(ing|place)?|employment|job|工作|办公|实习)[ _]?(mode|type|arrangement|style|方式|形式|模式)$"
    );
    let elsewhere = pattern!(
        r"^(birth|home|conference|interview|event|meeting|exam|current|previous|preferred|field|host) "
    );
    let shown = page.labelled(loose).filter(|it| {
        !elsewhere.is_match(&it.name)
            && (it.name.ends_with("city") || it.name.ends_with("location"))
                != is_anywhere(page.at(&it.value))
            && (is_anywhere(page.at(&it.value)) || names::is_place(page.at(&it.value)))
    });
    let values: Vec<Span> = page
        .labelled(labels)
        .chain(shown)
        .filter(|it| it.name != "where" || names::has_place(page.at(&it.value)))
        .filter(|it| it.name != "country" || !has_town)
        .map(|it| cut(page, &it.value))
        .filter(|it| {
            let text = page.at(it);
            (2..=120).contains(&text.chars().count())
                && !text.contains(['@'])
                && !pattern!(r"^(we|you|the position|this|our|http|tbd|n/a)\b|^(可谈|面议|待定|另议|无|详谈)$").is_match(text)
                // `Trondheim is a lively town, …` tells of the place.
                && !pattern!(r"^[^,]{2,60} (is|are|was|lies|has|offers|can|will) ").is_match(text)
        })
        .collect();
    // `country: Norway` alone is where the town is that the text names.
    let only_country = values.first().filter(|it| {
        let label = page.labels.iter().find(|label| label.value.start == it.start);
        label.is_some_and(|it| it.name == "country")
    });
    let closer = only_country.and_then(|_| beside_them(page, &organisation?.value));
    if let Some(town) = closer {
        return Some(page.fact(page.as_pasted(&town), &town));
    }
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
        let first = with_its_town(page, first.clone());
        return Some(page.fact(page.as_pasted(&first), &first));
    }
    let headed = super::title::parts(page).and_then(|it| it.location);
    let span = shown::pinned(page)
        .or_else(|| shown::bracketed(page))
        .or(headed)
        .or_else(|| shown::card(page))
        .or_else(|| sentence(page))
        .or_else(|| beside_them(page, &organisation?.value))
        .or_else(|| only(page))
        .or_else(|| shown::titled(page))
        .or_else(|| shown::headed(page))
        .or_else(|| shown::address(page))
        .or_else(|| anywhere(page));
    let Some(span) = span else { return shown::foot(page) };
    let span = with_its_town(page, with_its_country(page, span));
    // A full stop behind it ends the sentence, unless it is one of `U.S.A.`
    let words = page.at(&span);
    let last = words.rsplit([' ', ',']).next().unwrap_or_default();
    let stop = last.ends_with('.') && last.matches('.').count() == 1 && last.len() > 2;
    let span = span.start..span.end - usize::from(stop);
    Some(page.fact(page.as_pasted(&span), &span))
}

/// `All internships will be remote`, where no place is named.
fn anywhere(page: &Page<'_>) -> Option<Span> {
    let says = pattern!(
        r"\b(?:internships?|positions?|roles?|jobs?|work|appointments?|placements?) (?:is|are|will be) (?:all )?(?:fully |100% |entirely |completely )?(?P<a>remote)\b[^ ]|(?:岗位|职位|实习|工作)(?:为|是|均为|可)?(?:全程|完全|全部)?(?P<b>远程)(?:进行|办公|工作|实习)?[，。；]"
    );
    let found = says.captures(page.text())?;
    found.name("a").or(found.name("b")).map(|it| it.range())
}

/// `fully remote`: no place, and all of them.
pub(super) fn is_anywhere(text: &str) -> bool {
    pattern!(r"^(fully |100% ?|全|完全|纯)?(remote|远程|线上|居家)(办公|工作|实习)?\W*$")
        .is_match(text)
}

/// `Oslo, Norway; Lyon; or Graz, Austria`: how far a list of places goes.
fn list_of_places(text: &str) -> Option<usize> {
    let places = |it: &str| {
        let words = it.trim().trim_start_matches("or ").trim_start_matches("and ");
        words.chars().count() <= 40
            && (names::is_place(words)
                || pattern!(r"^(?-i:[A-Z][\p{L}.-]+(?: [A-Z][\p{L}.-]+){0,2},? [A-Z]{2})\.?$")
                    .is_match(words))
    };
    let pieces: Vec<&str> = text.split(';').collect();
    (pieces.len() > 1 && pieces.iter().all(|it| places(it))).then(|| text.trim_end().len())
}

/// A place without what follows it on its line.
fn cut(page: &Page<'_>, span: &Span) -> Span {
    // `| Location: | Oslo |` has its colon twice.
    let span = &(span.end - page.at(span).trim_start_matches([':', ' ']).len()..span.end);
    // `[Remote]`
    let inner = page.at(span).strip_prefix('[').and_then(|it| it.strip_suffix(']'));
    let span = &inner.map_or(span.clone(), |it| span.start + 1..span.start + 1 + it.len());
    let text = page.at(span);
    let end = pattern!(
        r"[。；;|｜]|[，,] ?(?:about |approx\.? |some |ca\. )?\d+ ?(?:km|kilomet(?:er|re)s?|miles|minutes|min)\b|[，,]?\s?邮编|\s?\((?:\d+ ?(?:min|km|m|minutes)\b|(?:hybrid|remote|on-?site)[ ,;:/]|临近|靠近|邻近|毗邻|近|距|\p{Han}{0,6}(?:不支持|不接受|支持|接受|可以?)远程|如\p{Han}|\p{Han}{0,6}(?:税|优惠|补贴|可选|任选)|near|close to|next to|opposite|walking distance)[^)]*\)|\.\s|\.$|[\s，](?:duration|type|salary|deadline|start|时间|薪资|时长|形式)\s?:"
    )
    .find_iter(text)
    // `Paul E. Ash House`: an initial ends nothing.
    .find(|it| !(it.as_str().starts_with('.') && pattern!(r"(?:^| )(?-i:[A-Z])$").is_match(&text[..it.start()])))
    .map_or(text.len(), |it| it.start());
    let end = list_of_places(text).unwrap_or(end);
    let words = text[..end].trim_end_matches([' ', ',', '，', '、']);
    // `远程，在家就可以办公`, but `杭州，岸河科技园`.
    let words = match words.split_once('，') {
        Some((head, tail))
            if names::is_place(head) && !names::has_place(tail) && !is_house(tail) =>
        {
            head
        }
        _ => words,
    };
    // `北京/上海均可`
    let either = pattern!(r"\s?\(?(均可|皆可|都可以?|任选|可选|任一|二选一)\)?$").find(words);
    let words = either.map_or(words, |it| &words[..it.start()]);
    // `地点`, and below it `工作地点:杭州`.
    let label = pattern!(r"^(?:工作|实习|办公)?(?:地点|城市|地址)\s?[:：]\s?").find(words);
    let skip = label.map_or(0, |it| it.end());
    span.start + skip..span.start + words.len()
}

/// Whether words are the name of a house, a park or a street and nothing else.
fn is_house(text: &str) -> bool {
    pattern!(r"^\s?[\p{Han}A-Za-z\d ]{1,16}(园区?|校区|大厦|大楼|广场|中心|基地|[路街道]|[号楼座层室]|区)$").is_match(text)
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
        // `in Paris and London` is in two places.
        let next = pattern!(r"^ (?:and|or|&) (?P<a>(?-i:[A-Z])[\p{L}]+)")
            .captures(&page.text()[place.end()..])
            .is_some_and(|it| names::is_place(&it["a"]));
        if next || is_past(page, place.start()) {
            continue;
        }
        let elsewhere = pattern!(
            r"\b(graduated|graduates|alumni|now (works?|at)|former|previous|came from|field station|workshop|conference|published|born|partners?|collaborat(?:es?|ed|ors?|ions? with)|held in|took place|visited|moved to|studied|was an? [a-z]+|field ?work|takes us|reception|ceremony|symposium)\b"
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

/// `2021 - 2025, Ph.D., X University, China`: a line of somebody's life.
fn is_past(page: &Page<'_>, at: usize) -> bool {
    let span = pattern!(r"\b(19|20)\d\d([./]\d\d?)?\W{1,4}((19|20)\d\d|present|now|today|至今|今)");
    let line = page.lines.iter().find(|it| it.span.contains(&at));
    line.is_some_and(|it| span.is_match(page.at(&it.span)))
}

/// `Montreal`, where the text says `Montreal, Canada` elsewhere.
fn with_its_country(page: &Page<'_>, span: Span) -> Span {
    let town = page.at(&span);
    let wider = pattern!(
        r"^(?:, (?P<a>(?-i:(?:the )?[A-Z][\p{L}.]+(?: [A-Z][\p{L}.]+)?))| \((?P<b>[A-Z][\p{L} .]{1,20})\))"
    );
    if town.contains([',', '/', '、', '|', '｜']) || !names::is_place(town) {
        return span;
    }
    let mut found: Vec<Span> = Vec::new();
    for (at, _) in page.text().match_indices(town) {
        let end = at + town.len();
        let Some(whole) = wider.captures(&page.text()[end..]) else { continue };
        let Some(country) = whole.name("a").or(whole.name("b")) else { continue };
        let words = country.as_str().trim_end_matches('.');
        let closed = usize::from(whole.name("b").is_some());
        if names::is_country(words) {
            found.push(at..end + country.start() + words.len() + closed);
        }
    }
    agreed(page, found).unwrap_or(span)
}

/// What is said, where it is the same each time.
fn agreed(page: &Page<'_>, all: Vec<Span>) -> Option<Span> {
    let same = all.iter().all(|it| page.at(it) == page.at(&all[0]));
    all.into_iter().next().filter(|_| same)
}

/// `Ireland`, where all the text says of it is `Dublin, Ireland`.
fn with_its_town(page: &Page<'_>, span: Span) -> Span {
    let country = page.at(&span);
    if !names::is_country(country) {
        return span;
    }
    let town = pattern!(r"(?-i:(?:^|[^\p{L}]) ?(?P<a>[A-Z]\p{L}+(?: [A-Z]\p{L}+)?), (?:the )?)$");
    let mut found: Vec<Span> = Vec::new();
    for (at, _) in page.text().match_indices(country) {
        let name = town.captures(&page.text()[..at]).and_then(|it| it.name("a"));
        let known =
            name.filter(|it| names::is_place(it.as_str()) && !names::is_country(it.as_str()));
        found.extend(
            known.filter(|it| !is_past(page, it.start())).map(|it| it.start()..at + country.len()),
        );
    }
    agreed(page, found).unwrap_or(span)
}

/// `University of Trento, Italy`, `Trento University, Italy`: the town is in the name.
fn in_its_town(page: &Page<'_>, place: Span) -> Span {
    let name = pattern!(r"(?-i:University of (?P<a>[A-Z][\p{L}-]+)(?: \([A-Z]{2,8}\))?, )$");
    let before = &page.text()[..place.start];
    // A university of York is in Canada, too, and those of Washington and Victoria anywhere.
    let first = pattern!(
        r"(?-i:(?:^|[^\p{L} -] ?|\b(?:at|of|the|by|from) )(?P<a>[A-Z][\p{L}-]+) University, )$"
    );
    if let Some(town) = first.captures(before).and_then(|it| it.name("a"))
        && names::is_place(town.as_str())
        && !matches!(town.as_str(), "York" | "Washington" | "Victoria")
        && names::is_country(page.at(&place))
    {
        let whole = format!("{}, {}", town.as_str(), page.at(&place));
        // Only where the two stand together somewhere, the words can be shown.
        if let Some(at) = page.text().find(&whole) {
            return at..at + whole.len();
        }
    }
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
        if names::is_place(words) && !is_past(page, from) {
            found.push(in_its_town(page, from + name.start()..from + name.start() + words.len()));
        }
    }
    let longest = found.iter().max_by_key(|it| it.len())?.clone();
    found.iter().all(|it| page.at(&longest).contains(page.at(it))).then_some(longest)
}

/// `based in Zürich`, `位于北京`: all such sentences have to agree.
fn sentence(page: &Page<'_>) -> Option<Span> {
    let english = pattern!(
        r"(?:(?:is|are|be) (?:based |located |hosted )?at (?-i:(?:the )?[A-Z][^.,;()\n]{3,70})(?: \([^()\n]{2,40}\))? in|(?:is|are|be|position|internship|work|role|job|student|candidate|researcher|postdoc|intern) (?:primarily |mainly |predominantly |physically )?(?:based|located|situated|hosted|carried out|take place|taking place) (?:on-site |remotely |physically |mainly |primarily )?(?:in|at|out of)|(?:^|\. |\n)(?:based|located) in|\b(?:university|institute|institution|company|laboratory|lab|group|school|centre|center|organi[sz]ation|startup|team|museum|agency|foundation)(?: that is|,)? (?:located|based|situated|headquartered) in|will take place (?:in|at)|workplace is(?: in)?|on-?site (?:in|at)|work (?:on-?site )?in our .{2,30} (?:in|at)|work from our .{2,30}(?:in|at)|based anywhere in) (?P<lead>(?-i:(?:(?:the|our|a|an|of|and|in|[a-z]{4,}),? ){0,5}?))(?P<a>(?-i:(?:the )?(?:[A-Z][\p{L}'.-]+)(?: (?:[A-Z][\p{L}'.-]+|of|and|am|upon|de|la|le))*(?:, [A-Z][\p{L}'.]+(?: [A-Z][\p{L}'.]+)*)*(?: or [A-Z][\p{L}']+(?: [A-Z][\p{L}']+)?)?))|\b(?:at|in|from|join) our (?P<i>(?-i:[A-Z]\p{L}+(?: [A-Z]\p{L}+)?(?:, [A-Z]\p{L}+)?)) (?:office|campus|headquarters|studio|site)\b"
    );
    let chinese = pattern!(
        r"(?:工作|实习|办公|研究|实验室|课题组|公司|团队|学校|校区|总部|医院|研究所|研究院)(?:地点|城市|地)?(?:在|位于|地处|为|是|坐落于|坐落在|可选|可在|包括|设在|分布在)(?P<a>\p{Han}{2,20}?(?:(?:/|、|和|或)\p{Han}{2,6}){0,6})(?:[，。；,(\s]|$)|[，,)](?:位于|坐落于|(?:工作|实习|办公)?地点\s?:\s?)(?P<b>\p{Han}{2,16}?(?:\s?(?:or|/|或|、)\s?\p{Han}{2,8}){0,4})(?:[，。；、,(\s]|$)|(?:^|[\n\s，。；、,(（·—-])base\s?(?:在|于|地点|地)?\s?:?\s?(?P<e>\p{Han}{2,8}(?:\s?(?:or|/|或|、)\s?\p{Han}{2,8}){0,4})(?:[，。；、,(\s·|]|$)|坐标\s?:?\s?(?P<f>\p{Han}{2,10}?)(?:[，。；、,(\s]|$)|在(?P<d>\p{Han}{2,6}校区)|[(\n，。；](?:工作|实习|办公|单位|公司)?地址\s?:\s?(?P<g>[\p{Han}\dA-Za-z-]{4,40}?)(?:[，。；、,)\s]|$)|[，。；,](?:工作|实习)?地点\s?(?P<h>\p{Han}{2,6}?)(?:[，。；、,(\s]|$)|(?:^|\n|[，。；.]\s?)(?:工作|实习)?地点\s?:\s?(?P<c>\p{Han}{2,16}?(?:\s?(?:or|/|或|、)\s?\p{Han}{2,8}){0,4})(?:[，。；、,(\s]|$)"
    );
    let mut found: Vec<Span> = Vec::new();
    for captures in english.captures_iter(page.text()).chain(chinese.captures_iter(page.text())) {
        let names = ["a", "b", "c", "d", "e", "f", "g", "h", "i"];
        let Some(place) = names.iter().find_map(|it| captures.name(it)) else { continue };
        let lead = captures.name("lead").map_or("", |it| it.as_str());
        // `A reception will take place in Vienna`
        if pattern!(r"\b(reception|conference|ceremony|dinner|symposium|concert)\b[^.]{0,30} will take place")
            .is_match(page.at(&page.sentence_at(&place.range())))
        {
            continue;
        }
        let words = place.as_str().split(". ").next().unwrap_or_default();
        let whole = words;
        let words = words.trim_end_matches(['.', ' ']).trim_end_matches(" and");
        // `Washington, D.C.` keeps its stop.
        let words = match whole.get(..words.len() + 1) {
            Some(it) if pattern!(r"(?-i:\b[A-Z]\.[A-Z]\.)$").is_match(it) => it,
            _ => words,
        };
        // `in the north of France` is anywhere there.
        if pattern!(r"\b(north|south|east|west)").is_match(lead) && names::is_country(words) {
            continue;
        }
        let (place, words) = match words.strip_prefix("the ") {
            Some(rest) => (place.end() - (place.as_str().len() - 4), rest),
            None => (place.start(), words),
        };
        // `位于美丽的海滨城市青岛`: the place is at its end.
        // `杭州的河畔园区` is whole.
        let town = words.split(['的', '—']).next().is_some_and(names::is_place);
        let skip = if words.contains(['的', '—']) && !names::is_place(words) && !town {
            let ends = words.char_indices().map(|(at, _)| at);
            ends.into_iter().find(|at| names::is_place(&words[*at..])).unwrap_or(0)
        } else {
            0
        };
        let (place, words) = (place + skip, &words[skip..]);
        // `at the New York Genome Center` names a house, and no town.
        let house = pattern!(
            r"(?-i:\b(Center|Centre|Institute|University|College|School|Hospital|Laboratory|Lab|Museum|Campus|Department|Faculty|Team|Group|Division|Research)\b)"
        );
        // `总部位于杭州，在北京、上海设有研发中心`: that may be anywhere.
        if captures.get(0).is_some_and(|it| it.as_str().contains("总部"))
            && pattern!(r"设有|设立|分公司|分部|分支|均有|多地")
                .is_match(page.at(&page.sentence_at(&(place..place + 1))))
        {
            continue;
        }
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
        // `located in the lively and sunny Porto`: what comes between is no part of it.
        let plain = matches!(lead, "" | "the ");
        let house_of_theirs = pattern!(r"^ (office|campus|site|headquarters|studio|lab)\b")
            .is_match(&page.text()[place + words.len()..])
            && words.contains(", ");
        let words = if plain || house_of_theirs {
            words
        } else {
            words.split(',').next().unwrap_or_default()
        };
        if !plain && !house_of_theirs && (!names::is_place(words) || words.contains(" and ")) {
            continue;
        }
        // `Based in Milton Keynes` and no more, on a line of its own.
        let line = page.lines.iter().find(|it| it.span.contains(&place));
        let alone = line.is_some_and(|it| {
            it.span.end == place + words.len()
                && pattern!(r"^(based|located) in (the )?(?-i:[A-Z])").is_match(page.at(&it.span))
                && words.split(' ').count() < 4
        });
        if (names::has_place(words) || strong || alone) && words.chars().count() <= 60 {
            found.push(place..place + words.len());
        }
    }
    let first = found.first()?.clone();
    found.iter().all(|it| page.at(it) == page.at(&first)).then_some(first)
}

#[cfg(test)]
mod tests {
    use crate::import::wordings::{ENGLISH, said};

    #[test]
    fn lists_of_places_offices_and_the_word_for_all_of_them() {
        let chinese = "河流课题组招聘\n\n{}\n\n课题组氛围好。";
        for (frame, line, place) in [
            (
                ENGLISH,
                "Location: Oslo; Bergen; or Trondheim, Norway",
                Some("Oslo; Bergen; or Trondheim, Norway"),
            ),
            (ENGLISH, "Location: Oslo; the start is in May", Some("Oslo")),
            (
                ENGLISH,
                "Interns are based at the River Museum in Washington, D.C. with trips.",
                Some("Washington, D.C."),
            ),
            (ENGLISH, "This is a full-time position in Durham, NC.", Some("Durham, NC")),
            (ENGLISH, "Woking City: Shenzhen, China.", Some("Shenzhen, China")),
            (ENGLISH, "Lab location: Zurich, Switzerland", Some("Zurich, Switzerland")),
            (ENGLISH, "Employment location: Basel", Some("Basel")),
            (ENGLISH, "Work mode: fully remote", Some("fully remote")),
            (ENGLISH, "Birth city: Paris", None),
            (ENGLISH, "Conference location: Paris", None),
            (
                ENGLISH,
                "The internship is based in our uptown Oakland, California office.",
                Some("Oakland, California"),
            ),
            (ENGLISH, "You will work at our Berlin office.", Some("Berlin")),
            (ENGLISH, "The school is located in the north of France.", None),
            (ENGLISH, "Remote work is possible.", None),
            (ENGLISH, "| Location: | Oslo |\n|---|---|\n| Start: | May |", Some("Oslo")),
            (ENGLISH, "Location: Acme Hall (15 min by bus from the river)", Some("Acme Hall")),
            (
                ENGLISH,
                "The postdoc will be predominantly based in Oslo or Bergen.",
                Some("Oslo or Bergen"),
            ),
            (ENGLISH, "Country: Ireland\n\nAcme is in Dublin, Ireland.", Some("Dublin, Ireland")),
            (
                ENGLISH,
                "Country: Ireland\n\nAcme is in Dublin, Ireland and Cork, Ireland.",
                Some("Ireland"),
            ),
            (chinese, "工作城市可选北京、深圳、珠海；", Some("北京、深圳、珠海")),
            (chinese, "工作地点在北京、上海，实习三个月。", Some("北京、上海")),
            (chinese, "工作地点包括北京、上海和杭州。", Some("北京、上海和杭州")),
            (chinese, "现招实习生，工作地点在杭州的河畔园区。", Some("杭州的河畔园区")),
            (chinese, "现招实习生，工作地点在风景秀丽的杭州。", Some("杭州")),
            (chinese, "岗位地点：杭州、深圳（任选）", Some("杭州、深圳")),
            (chinese, "实习地点（可选）：北京/上海", Some("北京/上海")),
            (chinese, "就职地点：成都", Some("成都")),
            (chinese, "工作方式：远程", Some("远程")),
            (chinese, "工作方式：每周四天", None),
            ("算法实习生-北京\n\n{}", "课题组氛围好。", Some("北京")),
            (
                "Acme River - Developer - REMOTE - Full time $140k\n\n{}",
                "We build boats.",
                Some("REMOTE"),
            ),
        ] {
            assert_eq!(said(frame, line, "location").as_str(), place, "{line}");
        }
    }
}
