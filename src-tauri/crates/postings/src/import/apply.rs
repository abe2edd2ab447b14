//! How to apply: by which ways, to whom, with a copy to whom, and where.
//!
//! **Invariant:** an address or a link that the text has lost is asked for, never
//! made up: a scar such as `format to:, and` says that there was one.

use super::{
    address::{Address, addresses, links},
    fact::{Fact, Quote, SaidHow},
    noise::shows_a_portal,
    page::{Page, Span},
    pattern::pattern,
    recipient::{Role, role},
    section::Section,
};
use crate::Channel;

/// What is found on the way.
#[derive(Default)]
struct Found {
    to: Vec<(Address, Span)>,
    contact: Vec<(Address, Span)>,
    cc: Vec<(Address, Span)>,
    urls: Vec<(String, Span)>,
    ways: Vec<(Channel, Span)>,
}

/// How to apply.
pub(crate) fn how(page: &mut Page<'_>) -> Option<Fact<SaidHow>> {
    let mut found = Found::default();
    mails(page, &mut found);
    portals(page, &mut found);
    others(page, &mut found);
    let by_mail = mail_without_address(page);
    if found.to.is_empty() && !found.contact.is_empty() && !found.ways.iter().any(|(way, _)| *way == Channel::Portal) {
        let chinese = found.contact.iter().any(|(_, span)| pattern!(r"邮箱|邮件|联系|mail").is_match(page.at(&page.sentence_at(span))));
        let spans: Vec<Span> = found.contact.iter().map(|(_, span)| span.clone()).collect();
        if !chinese || spans.len() > 1 {
            page.ask("how_to_apply.email_to", "the text names a contact, and not where the application goes", &spans);
        }
        if spans.len() <= 2 && by_mail.is_none() {
            found.to = std::mem::take(&mut found.contact);
        }
    }
    recipients(page, &mut found, by_mail);
    lost_links(page, &mut found);
    let mut value = SaidHow::default();
    for (way, _) in &found.ways {
        if !value.channels.contains(way) {
            value.channels.push(*way);
        }
    }
    let spans: Vec<Span> = found.ways.iter().map(|(_, span)| span.clone()).chain(found.to.iter().map(|(_, span)| span.clone())).collect();
    for (address, span) in &found.to {
        value.said.push(page.fact(address.address.clone(), span));
        value.email_to.push(address.address.clone());
    }
    for (address, span) in &found.cc {
        value.said.push(page.fact(address.address.clone(), span));
        value.email_cc.push(address.address.clone());
    }
    for (url, span) in &found.urls {
        value.said.push(page.fact(url.clone(), span));
        value.urls.push(url.clone());
    }
    match spans.first() {
        Some(span) => Some(page.fact(value, &span.clone())),
        None => board(page, value),
    }
}

/// Puts every address where its sentence says that it belongs.
fn mails(page: &Page<'_>, found: &mut Found) {
    for (number, sentence) in page.sentences.iter().enumerate() {
        let text = page.at(&sentence.span);
        let mut from = 0;
        let mut before_role = None;
        for address in addresses(text) {
            let between = &text[from.min(address.span.start)..address.span.start];
            let after = &text[address.span.end..];
            let above = number.checked_sub(1).map_or("", |it| page.at(&page.sentences[it].span));
            let near = number > 0 && page.sentences[number - 1].line + 1 >= sentence.line;
            let heading = page.lines[sentence.line].heading.map_or("", |it| page.line(it));
            let in_application = sentence.section != Section::Contact && (sentence.section == Section::Apply && !pattern!(r"contact|联系").is_match(heading) || pattern!(r"投递|申请方式|应聘方式|报名方式|how to apply").is_match(heading));
            let joined = from > 0 && pattern!(r"^[\s)\]>,;/、，]*(and|or|&|以及|和|及|或|与)?[\s(\[<]*(?:(?:prof|dr|mr|ms)?\.? ?[\p{L} .'-]{0,30})?[\s(\[<:]*$").is_match(between) && !pattern!(r"cc|抄送|copy|question|咨询").is_match(between);
            let is = match before_role {
                Some(same) if joined => same,
                _ => role(if near { above } else { "" }, &text[..address.span.start], after, in_application),
            };
            // Two in one sentence: what is between them speaks for the second.
            let is = if from > 0 && !joined && pattern!(r"question|inquir|information|咨询|疑问").is_match(between) { Role::Questions } else { is };
            from = address.span.end;
            before_role = Some(is);
            let span = sentence.span.start + address.span.start..sentence.span.start + address.span.end;
            let list = match is {
                Role::Apply => &mut found.to,
                Role::Copy => &mut found.cc,
                Role::Contact => &mut found.contact,
                Role::Questions | Role::Other => continue,
            };
            if !list.iter().any(|(it, _)| it.address.eq_ignore_ascii_case(&address.address)) {
                list.push((address, span));
            }
        }
    }
    let taken = |it: &Address| found.to.iter().any(|(to, _)| to.address.eq_ignore_ascii_case(&it.address));
    found.cc.retain(|(it, _)| !taken(it));
    found.contact.retain(|(it, _)| !found.to.iter().any(|(to, _)| to.address.eq_ignore_ascii_case(&it.address)));
}

/// Links that a sentence about applying names.
fn portals(page: &Page<'_>, found: &mut Found) {
    let apply = pattern!(
        r"\bapply(ing)?\b|applications? (portal|system|form|link|page|website|platform|site)|application[s]? (should|must|can|are|will|to) |online application|submit|submission|fill (in|out|up)|register|registration|sign up|how to apply|申请|网申|投递|报名|填写|应聘|登录|登陆|提交|问卷"
    );
    let other = pattern!(r"(homepage|home page|more (information|details|about)|further (information|details)|learn more|publications?|see (also|our)|project page|website of|read more|our (group|lab|work|website|web|team)|about us|scholar|github\.com/[\w-]+/?$|详见|主页|了解更多|更多信息|论文|公众号)[^。.]{0,60}$");
    for (number, sentence) in page.sentences.iter().enumerate() {
        let text = page.at(&sentence.span);
        let mut from = 0;
        for (link, span) in links(text) {
            let before = &text[from.min(span.start)..span.start];
            from = span.end;
            let above = number.checked_sub(1).map_or("", |it| page.at(&page.sentences[it].span));
            let lead = before.trim().chars().count() < 14 && pattern!(r"[:：]\s*$|here\s*$|link|链接|网址|地址|below|下方|以下").is_match(above);
            let governed = apply.is_match(before) || apply.is_match(above) && lead;
            let last = |pattern: &regex::Regex| pattern.find_iter(before).last().map(|it| it.start());
            let about = last(other).is_some_and(|it| last(apply).is_none_or(|apply| apply < it));
            let alone = sentence.section == Section::Apply && before.trim().chars().count() < 24 && !about;
            let tool = pattern!(r"\b(arxiv|doi|scholar\.google|youtube|mailman|listinfo|unsubscribe|wikipedia|twitter|orcid|zoom|maps)\b").is_match(&link);
            if !(governed || alone) || about || tool {
                continue;
            }
            let at = sentence.span.start + span.start..sentence.span.start + span.end;
            let download = pattern!(r"download|下载|template|模板").is_match(text);
            if !download {
                found.ways.push((Channel::Portal, at.clone()));
            }
            if !found.urls.iter().any(|(it, _)| it.trim_end_matches('/') == link.trim_end_matches('/')) {
                found.urls.push((link, at));
            }
        }
    }
    let words = pattern!(
        r"\b(apply|applications?|submit(ted)?|register)\b[^.]{0,60}\b(online|via (our|the) (\S+ ){0,4}?(portal|website|system|form|platform|site|page|link|button)|through (our|the) (\S+ ){0,5}?(portal|website|system|form|platform|site|page|link)|(on|using|at|in) (our|the) (\S+ ){0,4}?(portal|website|recruitment system|application system|careers? (site|page)|e-recruitment \w+|online form|online system)|'apply)|\b(apply|application form|submit)\b[^.]{0,30}\b(here|link below|this link|following link|button)\b|(online|web) (application|form|portal)|application portal|click (on )?(the )?.?apply|网申|在线(申请|投递|报名)|网上(申请|报名)|官网(投递|申请)|(投递|申请|报名)链接|点击.{0,10}(链接|投递|申请)|登录.{0,20}(系统|网站|平台)|填写.{0,12}(问卷|在线|表单)"
    );
    for sentence in &page.sentences {
        let text = page.at(&sentence.span);
        let no = pattern!(r"(not|no) [^.]{0,20}(portal|online)|download|scholarship|visa|workshop|course|grant|下载|(do|does|cannot|can) not ").is_match(text);
        if let Some(it) = words.find(text).filter(|_| !no && !matches!(sentence.section, Section::Duties | Section::Qualify | Section::Offer)) {
            found.ways.push((Channel::Portal, sentence.span.start + it.start()..sentence.span.start + it.end()));
        }
    }
}

/// Paper, and what only the candidate's own institution may hand in.
fn others(page: &Page<'_>, found: &mut Found) {
    let home = pattern!(r"(nominat\w+|submitted|submit|sent|endors\w+|put forward|applications?)[^.]{0,60}\b(by|through|via|from) (the |your |their |its )?(applicant'?s? |student'?s? |candidate'?s? )?(home|sending|own) (institution|university|department)|home (institution|university)s? (must|should|will|shall|has to|needs to) (\w+ )?(submit|nominate|send|apply)|(个人|学生)不(直接)?受理|由(所在|本)?(学校|高校|院校|单位)(统一)?(推荐|报送|提交|申报)");
    let post = pattern!(r"\bby (post|postal mail|regular mail|surface mail)\b|postal address|hard cop(y|ies)|邮寄|寄至|寄到|寄送|邮政编码.{0,20}收|纸质(材料|版).{0,12}寄");
    for sentence in &page.sentences {
        let text = page.at(&sentence.span);
        let at = |it: regex::Match<'_>| sentence.span.start + it.start()..sentence.span.start + it.end();
        found.ways.extend(home.find(text).map(|it| (Channel::HomeInstitution, at(it))));
        let no = pattern!(r"(not|no) [^.]{0,30}(post|hard cop)|not accept|无需|不(接受|收)|after (admission|acceptance)").is_match(text);
        found.ways.extend(post.find(text).filter(|_| !no).map(|it| (Channel::Post, at(it))));
    }
}

/// A sentence that sends an application by mail, and names no address.
fn mail_without_address(page: &Page<'_>) -> Option<Span> {
    let scar = pattern!(
        r"\b(?:send|sent|submit(?:ted)?|e-?mail(?:ed)?|forward(?:ed)?|apply|applications?|cvs?|resumes?)\b[^.。\n]{0,220}?\b(?:to|at)\s?[:：]?\s?(?:[,;.)]|(?:and|with|before|by|or|including|no later) |$)|(?:发送?|投递?|投|寄|提交)(?:至|到|给)?(?:邮箱|邮件)?\s?[:：]?\s?(?:[，。；,;)]|并|$)|(?:投递|简历|接收|联系|报名|申请|收件)?邮箱(?:为|是|地址)?\s?[:：]\s?(?:[，。；]|$)|\be-?mail(?: address)?\s?[:：]\s?(?:[,;.]|$)"
    );
    let way = pattern!(r"\b(send|submit|apply|applications?|forward)\b[^.]{0,120}\b(by|via|per|through) e-?mail\b|\be-?mail (us |me )?(your|the|a) [^.]{0,40}(cv|resume|application)|(通过|以)(电子)?(邮件|邮箱)(方式|形式)?(申请|投递|发送|联系|提交)|邮件(申请|投递)");
    page.sentences.iter().enumerate().find_map(|(number, sentence)| {
        let text = page.at(&sentence.span);
        if !addresses(text).is_empty() || !links(text).is_empty() || matches!(sentence.section, Section::Duties | Section::Qualify | Section::Offer) {
            return None;
        }
        let next = page.sentences.get(number + 1).map_or("", |it| page.at(&it.span));
        let later = !addresses(next).is_empty();
        let papers = pattern!(r"\bcvs?\b|resume|application|transcript|letter|interest|documents|材料|简历|邮箱|e-?mail|申请|报名").is_match(text);
        let found = scar.find(text).filter(|it| {
            let whole = it.as_str();
            let ends = it.end() == text.len() && !text.ends_with([':', '：', '，']) && !pattern!(r"(to|at)$").is_match(text);
            // `apply to, and work in` has lost nothing: what is applied to is not an address.
            papers && !ends && !pattern!(r"(how|able|want|ability|right|need|like|required|willing|due|prior|related|according|subject|open|up|want|have|has) to\W*$").is_match(whole)
        });
        let found = found.or_else(|| way.find(text))?;
        (!later).then(|| sentence.span.start + found.start()..sentence.span.start + found.end())
    })
}

/// Decides on the addresses, and asks where the text does not.
fn recipients(page: &mut Page<'_>, found: &mut Found, by_mail: Option<Span>) {
    let spans: Vec<Span> = found.to.iter().map(|(_, span)| span.clone()).collect();
    if let Some(first) = spans.first() {
        found.ways.push((Channel::Email, first.clone()));
    } else if let Some(scar) = by_mail {
        page.ask("how_to_apply.email_to", "the application goes by mail, and the text has no address there", std::slice::from_ref(&scar));
        found.ways.push((Channel::Email, scar));
    }
    let hidden: Vec<Span> = found.to.iter().filter(|(it, _)| it.hidden).map(|(_, span)| span.clone()).collect();
    if !hidden.is_empty() {
        page.ask("how_to_apply.email_to", "the address is written so that programs do not see it; confirm it", &hidden);
    }
    let sentences: Vec<Span> = spans.iter().map(|it| page.sentence_at(it)).collect();
    let choice = sentences.iter().any(|it| pattern!(r"@[^@]{2,60}\b(or)\b[^@]{0,60}@|@[^@]{2,40}或[^@]{0,40}@").is_match(page.at(it)));
    if spans.len() > 1 && (choice || sentences.iter().any(|it| *it != sentences[0])) {
        page.ask("how_to_apply.email_to", "the text names several; choose one", &spans);
    }
    let odd: Vec<Span> = found.to.iter().filter(|(it, _)| pattern!(r"\.(cm|con|cmo|ocm|edu\.cm|og)$").is_match(&it.address)).map(|(_, span)| span.clone()).collect();
    if !odd.is_empty() {
        page.ask("how_to_apply.email_to", "the end of the address looks mistyped; confirm it", &odd);
    }
}

/// Links that a pasted page has lost.
fn lost_links(page: &mut Page<'_>, found: &mut Found) {
    let lost = pattern!(r"\b(download|apply|application form|submit|register|form|portal|link)\b[^.。]{0,60}\b(here|link|below|portal)\s?[:：]?\s?$|\b(?:apply|download|available|form|submit|register)\b[^.]{0,40}\b(?:here|this link|following link|link below)\b|\b(?:at|via|through|link|website|portal)\s?[:：]\s?$|(?:链接|网址|地址)(?:为|是|如下)?\s?[:：]\s?$|(?:点击|扫描?|见)(?:此处|这里|下方|链接|二维码)");
    let spans: Vec<Span> = page.sentences.iter().enumerate().filter_map(|(number, sentence)| {
        let text = page.at(&sentence.span);
        let next = page.sentences.get(number + 1).map_or("", |it| page.at(&it.span));
        let about = pattern!(r"appl|form|download|submit|register|申请|报名|投递|网申|下载|表").is_match(text);
        (about && lost.is_match(text) && links(text).is_empty() && addresses(text).is_empty() && (links(next).is_empty() || !text.ends_with(':')))
            .then(|| sentence.span.clone())
    }).collect();
    let portal = found.ways.iter().find(|(way, _)| *way == Channel::Portal).map(|(_, span)| span.clone());
    if found.urls.is_empty() && !spans.is_empty() {
        page.ask("how_to_apply.urls", "the text names a link and has lost where it leads", &spans);
    } else if found.urls.is_empty()
        && let Some(portal) = portal
    {
        page.ask("how_to_apply.urls", "the application goes through a portal, and the text has no link to it", std::slice::from_ref(&portal));
    }
}

/// No way in the text: the page around it may show a portal.
fn board(page: &mut Page<'_>, mut value: SaidHow) -> Option<Fact<SaidHow>> {
    let shown = page.dropped.iter().find(|it| shows_a_portal(&it.quote.quote)).map(|it| it.quote.clone());
    let Some(Quote { quote, start, end }) = shown else {
        page.ask("how_to_apply.channels", "the text does not say how to apply", &[]);
        return None;
    };
    value.channels.push(Channel::Portal);
    page.ask("how_to_apply.urls", "the page is a careers portal's, and the text has no link to it", &[]);
    Some(Fact { value, quote, start, end })
}
