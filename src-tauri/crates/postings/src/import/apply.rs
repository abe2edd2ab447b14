//! How to apply: by which ways, to whom, with a copy to whom, and where.
//!
//! **Invariant:** an address or a link that the text has lost is asked for, never
//! made up: a scar such as `format to:, and` says that there was one.

use super::{
    address::{Address, addresses, links},
    fact::{Fact, SaidHow},
    page::{Page, Span},
    pattern::pattern,
    portal::{board, lost_links, portals},
    recipient::{Role, role},
    section::Section,
};
use crate::Channel;

/// The code of a town, as letters are addressed.
const CODE: &str = r"(?-i:\b[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}\b|\b[A-Z]{2} \d{5}(?:-\d{4})?\b|(?:^|, ?)(?:[A-Z]{1,2}-)?\d{4,5} [A-Z]\p{L}+|\b[A-Z]{1,2}-\d{3,5}(?: \d\d)? [A-Z]\p{L}+|\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b|\bP\.? ?O\.? Box \d|\p{L} ?[–-] ?\d{3} ?\d{3}\b)";

/// What is found on the way.
#[derive(Default)]
pub(super) struct Found {
    pub(super) to: Vec<(Address, Span)>,
    pub(super) contact: Vec<(Address, Span)>,
    pub(super) cc: Vec<(Address, Span)>,
    pub(super) urls: Vec<(String, Span)>,
    pub(super) ways: Vec<(Channel, Span)>,
}

/// How to apply.
pub(crate) fn how(page: &mut Page<'_>) -> Option<Fact<SaidHow>> {
    let mut found = Found::default();
    mails(page, &mut found);
    portals(page, &mut found);
    unasked(page, &mut found);
    others(page, &mut found);
    let by_mail = mail_without_address(page, &found);
    if found.to.is_empty()
        && !found.contact.is_empty()
        && !found.ways.iter().any(|(way, _)| *way == Channel::Portal)
    {
        let chinese = found.contact.iter().any(|(_, span)| {
            pattern!(r"邮箱|邮件|联系|mail").is_match(page.at(&page.sentence_at(span)))
        });
        // An address without a word, such as one behind a picture, may be anybody's.
        let worded = found.contact.iter().all(|(it, span)| is_worded(page, it, span));
        let spans: Vec<Span> = found.contact.iter().map(|(_, span)| span.clone()).collect();
        if !chinese || spans.len() > 1 {
            page.ask(
                "how_to_apply.email_to",
                "the text names a contact, and not where the application goes",
                &spans,
            );
        }
        if spans.len() <= 2 && by_mail.is_none() && worded {
            found.to = std::mem::take(&mut found.contact);
        }
    }
    if let Some(scar) = by_mail.as_ref().filter(|_| found.to.is_empty()) {
        named_there(page, &mut found, scar);
        below(page, &mut found, scar);
        // `Submit it to:`, and the address a few lines below; or `e-mail me`, whose only
        // address stands elsewhere.
        let told = page.at(&page.sentence_at(scar));
        let me =
            pattern!(r"\b(e-?mail|mail|write|write to|message) (me|us)\b|\b(by|via|per) e-?mail\b|邮件联系|(通过|以)(电子)?邮件").is_match(told);
        if let [(address, span)] = found.contact.as_slice()
            && (me
                || told.ends_with([':', '：']) && (scar.end..scar.end + 300).contains(&span.start))
            && is_worded(page, address, span)
        {
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
    let spans: Vec<Span> = found
        .ways
        .iter()
        .map(|(_, span)| span.clone())
        .chain(found.to.iter().map(|(_, span)| span.clone()))
        .collect();
    for (address, span) in &found.to {
        value.said.push(page.fact(address.mailbox.clone(), span));
        value.email_to.push(address.mailbox.clone());
    }
    for (address, span) in &found.cc {
        value.said.push(page.fact(address.mailbox.clone(), span));
        value.email_cc.push(address.mailbox.clone());
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

/// `E-mail: …` among the links of a foot, or below a signature: where an application goes
/// through a portal, an address without a word about sending is there for contact.
fn unasked(page: &Page<'_>, found: &mut Found) {
    if found.urls.is_empty() || !found.ways.iter().any(|(way, _)| *way == Channel::Portal) {
        return;
    }
    let bare = pattern!(r"^(e-?mails?|mail|contact|邮箱|电子邮箱|联系邮箱)?\s*[:：]?\s*$");
    let is_bare = |it: &Address, span: &Span| {
        let line = page.line_of(span);
        line.is_some_and(|line| bare.is_match(page.line(line).replace(&it.mailbox, "").trim()))
    };
    let heads = |span: &Span| {
        let above =
            page.line_of(span).and_then(|it| it.checked_sub(1)).map_or("", |it| page.line(it));
        // Links and telephones around it, and no `send it to:`.
        pattern!(r"^(https?://|www\.)\S+$|^(tel|phone|fax|web|website|homepage)\b|^[+(]?\d[\d\s()/-]{5,}$").is_match(above)
    };
    // `Kind regards`, a name, `T: … | M: … | name@…`: who wrote the mail.
    let ends = pattern!(
        r"^(with )?(my |our )?(kind|best|warm|many)( \w+)? (regards|wishes)\b|^(regards|sincerely|yours( \w+)?|thank you|thanks|cheers|此致|祝好|敬礼)[,!，！。]?$"
    );
    let end = page.lines.iter().rposition(|it| ends.is_match(page.at(&it.span)));
    let signs = |span: &Span| {
        let below =
            page.line_of(span).zip(end).is_some_and(|(line, end)| end < line && line <= end + 8);
        let sends =
            pattern!(r"\b(send|submit|apply|applications?|cv|resume)\b|发送|投递|申请|简历");
        below && !sends.is_match(page.at(&page.sentence_at(span)))
    };
    let (contact, to) = std::mem::take(&mut found.to)
        .into_iter()
        .partition(|(it, span)| signs(span) || is_bare(it, span) && heads(span));
    found.to = to;
    found.contact.extend::<Vec<_>>(contact);
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
            let in_application = sentence.section != Section::Contact
                && (sentence.section == Section::Apply
                    && !pattern!(r"contact|联系").is_match(heading)
                    || pattern!(r"投递|申请方式|应聘方式|报名方式|how to apply").is_match(heading));
            let joined = from > 0 && pattern!(r"^[\s)\]>,;/、，]*(and|or|&|以及|和|及|或|与)?[\s(\[<]*(?:(?:prof|dr|mr|ms)?\.? ?[\p{L} .'-]{0,30})?[\s(\[<:]*$").is_match(between) && !pattern!(r"cc|抄送|copy|question|咨询|简历|投递|申请|报名|发送|\b(send|apply|applications?|cvs?|resumes?)\b").is_match(between);
            let is = match before_role {
                _ if pattern!(r"^[^@.]{0,4}\b(in|on) (cc|copy)\b").is_match(after) => Role::Copy,
                // `with a copy to c@b.example, to a@b.example`
                Some(Role::Copy) if pattern!(r"^\W*to\s*$").is_match(between) => Role::Apply,
                Some(same) if joined => same,
                _ => role(
                    if near { above } else { "" },
                    &text[..address.span.start],
                    after,
                    in_application,
                ),
            };
            // Two in one sentence: what is between them speaks for the second.
            let is = if from > 0
                && !joined
                && pattern!(r"question|inquir|information|咨询|疑问").is_match(between)
            {
                Role::Questions
            } else {
                is
            };
            from = address.span.end;
            before_role = Some(is);
            let span =
                sentence.span.start + address.span.start..sentence.span.start + address.span.end;
            let list = match is {
                Role::Apply => &mut found.to,
                Role::Copy => &mut found.cc,
                Role::Contact => &mut found.contact,
                Role::Questions | Role::Other => continue,
            };
            // Whoever keeps the machine takes no applications.
            if pattern!(r"^(webmaster|postmaster|hostmaster|no-?reply|privacy|accessibility|unsubscribe|abuse)@").is_match(&address.mailbox) {
                continue;
            }
            if !list.iter().any(|(it, _)| it.mailbox.eq_ignore_ascii_case(&address.mailbox)) {
                list.push((address, span));
            }
        }
    }
    contacts_apart(page, found);
    let taken =
        |it: &Address| found.to.iter().any(|(to, _)| to.mailbox.eq_ignore_ascii_case(&it.mailbox));
    found.cc.retain(|(it, _)| !taken(it));
    found.contact.retain(|(it, _)| {
        !found.to.iter().any(|(to, _)| to.mailbox.eq_ignore_ascii_case(&it.mailbox))
    });
}

/// Where one sentence says to send it to somebody, `联系人：…；邮箱：…` below is for contact.
fn contacts_apart(page: &Page<'_>, found: &mut Found) {
    let sends = pattern!(
        r"\b(send|sent|submit\w*|forward\w*|apply|applications?|e-?mail(ed)? (your|the|to|me|us|it))\b|发送|发到|发至|发给|投递|寄|提交|应聘|申请|报名|邮件联系"
    );
    let contact = pattern!(r"联系人|联系方式|联系电话|电话|\b(tel|phone|telephone|contact)\b");
    let sent = |span: &Span| sends.is_match(page.at(&page.sentence_at(span)));
    if found.to.len() < 2 || !found.to.iter().any(|(_, span)| sent(span)) {
        return;
    }
    let asked = |span: &Span| {
        let line = page.line_of(span);
        // `联系方式：`, and a bare `邮箱：…` on the line below.
        let above = line.and_then(|it| it.checked_sub(1)).map_or("", |it| page.line(it));
        let below = pattern!(r"^(联系方式|联系我们|contact)\s?[:：]?$").is_match(above);
        !sent(span) && (below || line.is_some_and(|it| contact.is_match(page.line(it))))
    };
    let (apart, to) = std::mem::take(&mut found.to).into_iter().partition(|(_, span)| asked(span));
    found.to = to;
    found.contact.extend::<Vec<_>>(apart);
}

/// Whether a word beside an address, or the heading above it, says that it is for contact.
fn is_worded(page: &Page<'_>, address: &Address, span: &Span) -> bool {
    let sentence = page.sentence_at(span);
    let heading =
        page.line_of(span).and_then(|it| page.lines[it].heading).map_or("", |it| page.line(it));
    let around = [sentence.start..span.start, span.end..sentence.end];
    let own = around.map(|it| page.at(&it).to_owned()).concat();
    let own = own.replace(&address.mailbox, "").replace("mailto", "");
    let says = pattern!(
        r"联系|邮箱|邮件|地址|咨询|\bmail|e-?mail|\bcontacts?\b|address|reach|write|join|touch"
    );
    says.is_match(&own) || says.is_match(heading) || !own.contains(char::is_alphanumeric)
}

/// `Send it by e-mail to Ada Ashdown`, whose address `ada.ashdown@…` stands elsewhere.
fn named_there(page: &Page<'_>, found: &mut Found, scar: &Span) {
    let sentence = page.sentence_at(scar);
    let names: Vec<String> = pattern!(r"(?-i:[A-ZÀ-Ý][\p{L}'-]{3,})")
        .find_iter(page.at(&sentence))
        .map(|it| plain(it.as_str()))
        .collect();
    let is_theirs = |it: &Address| {
        let user = it.mailbox.split('@').next().unwrap_or_default().to_lowercase();
        names.iter().any(|name| user.split(['.', '_', '-']).any(|part| part == name))
    };
    let (to, others) =
        std::mem::take(&mut found.contact).into_iter().partition(|(it, _)| is_theirs(it));
    (found.to, found.contact) = (to, others);
}

/// `Send it to:`, somebody's postal address, and `E-mail:` as its last line: the same may be
/// named for questions elsewhere.
fn below(page: &Page<'_>, found: &mut Found, scar: &Span) {
    let Some(from) = page.lines.iter().position(|it| scar.end <= it.span.end) else { return };
    if !found.to.is_empty() || !page.line(from).ends_with([':', '：']) {
        return;
    }
    let block = page.lines[from + 1..].iter().take(12);
    let block = block.take_while(|it| page.at(&it.span).chars().count() <= 70);
    let label = pattern!(r"^(e-?mail|mail|邮箱|电子邮件|电邮)( address)?\s?[:：]");
    for line in block.filter(|it| label.is_match(page.at(&it.span))) {
        for address in addresses(page.at(&line.span)) {
            found.contact.retain(|(it, _)| it.mailbox != address.mailbox);
            let at = line.span.start + address.span.start..line.span.start + address.span.end;
            found.to.push((address, at));
        }
    }
}

/// A name without what stands on its letters, as addresses have it.
fn plain(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    name.nfd().filter(char::is_ascii).collect::<String>().to_lowercase()
}

/// Paper, and what only the candidate's own institution may hand in.
fn others(page: &Page<'_>, found: &mut Found) {
    let home = pattern!(
        r"(nominat\w+|submitted|submit|sent|endors\w+|put forward|applications?)[^.]{0,60}\b(by|through|via|from) (the |your |their |its )?(applicant'?s? |student'?s? |candidate'?s? )?(home|sending|own) (institution|university|department)|home (institution|university)s? (must|should|will|shall|has to|needs to) (\w+ )?(submit|nominate|send|apply)|(个人|学生)不(直接)?受理|由各?(学院|院系|单位|学校)[^，。；]{0,8}(汇总|报送)|不接受个人(申请|报名)|由(所属|服务|任职|所在|原|推荐)?(单位|机关|机构|学校|院校)[^，。；]{0,12}(代为|统一)?(函送|函报|转送|提报|推送)|由(所在|本)?(学校|高校|院校|单位)(统一)?(推荐|报送|提交|申报)"
    );
    let post = pattern!(
        r"\bor to: [^@\n]{10,140}\b\d{4,6} (?-i:[A-Z])|\bby (post|postal mail|regular mail|surface mail)\b|\b(by|via|per) e-?mail or (on paper|in print|by (letter|mail|courier))|\bon paper to\b|\b(reach|sent|send|posted|mailed|returned?|addressed|submitted)\b[^.@]{0,90}\b\d{1,4} (?-i:[A-Z]\p{L}+ ){1,3}(?-i:Street|St|Road|Rd|Lane|Avenue|Ave|Drive|Square|Terrace|Boulevard|Blvd|Crescent|Row)\b|postal address|\bpostmarked\b|\b(e-?mail|fax),? or (post|mail) (your|their|the|an?|us)\b|\b(by|via) (post|mail|fax) or (by )?e-?mail\b|\b(by|via|per) e-?mail,? or (by |via )?(post|mail)\b|\bor (mailed|posted) to\b|hard cop(y|ies)|\bon plain paper\b|(亲自|亲|派员)(送件|递交|送达)|邮递|挂号信|邮寄|(寄至|寄到|寄送至?)\s?[:：]?\s?(地址|以下地址|\p{Han}{2,3}市|\p{Han}{2,3}(省|市|县|区))|邮政编码.{0,20}收|纸质(材料|版).{0,12}(寄|交至|送至|递交|送达)"
    );
    // `send a CV to: Dr Ada Ashdown, Valbona University, SE-901 87 Valbona`
    let placed = pattern!(&format!(
        r"\b(?:send|sent|submit(?:ted)?|mail(?:ed)?|post(?:ed)?|address(?:ed)?|forward(?:ed)?|reach|directed)\b[^@]{{0,260}}\bto\b:? [^@]{{10,220}}{CODE}"
    ));
    postal(page, found);
    for sentence in &page.sentences {
        let text = page.at(&sentence.span);
        let at =
            |it: regex::Match<'_>| sentence.span.start + it.start()..sentence.span.start + it.end();
        found.ways.extend(home.find(text).map(|it| (Channel::HomeInstitution, at(it))));
        let no = pattern!(r"(not|no) [^.]{0,30}(post|hard cop)|not accept|无需|不(接受|收)|\b(letters? of offer|offer letters?|contracts?|decisions?|results?|notifications?|invitations?)\b[^.]{0,30}\b(sent|mailed|posted)\b|after (admission|acceptance)").is_match(text);
        // `names and contact details (postal address, telephone) of three references`
        let theirs = pattern!(r"postal address(es)?\W{1,3}(and |or )?(e-?mail|phone|tel)|(e-?mail|phone|tel\w*)( address)?\W{1,3}(and |or )?postal address").is_match(text)
            && pattern!(r"\b(referees?|references?|names?|contact)\b").is_match(text)
            && !pattern!(r"hard cop|postmarked|\bby (post|postal|regular)|on paper|in print").is_match(text);
        let post = post.find(text).or_else(|| placed.find(text)).filter(|_| !no && !theirs);
        found.ways.extend(post.map(|it| (Channel::Post, at(it))));
    }
}

/// `Applications should be sent to:`, and a postal address on the lines below.
fn postal(page: &Page<'_>, found: &mut Found) {
    let sends = pattern!(
        r"\b(send|sent|submit(ted)?|address(ed)?|mail(ed)?|post(ed)?|forward(ed)?|deliver(ed)?|return(ed)?)\b[^.]{0,180}\bto\s?:$|(寄|送|交|递交|邮寄)(至|到)\s?[:：]$"
    );
    let code =
        pattern!(&format!(r"{CODE}|\p{{Han}}{{2,}}\d{{1,5}}号|邮编|^or (?:by|via|per) e-?mail\b"));
    for (number, line) in page.lines.iter().enumerate() {
        let text = page.at(&line.span);
        if !sends.is_match(text)
            || pattern!(
                r"\b(send|write|drop) (us |me )?an? e-?mail\b|\b(via|by|per) e-?mail\b|question"
            )
            .is_match(text)
        {
            continue;
        }
        let below = page.lines[number + 1..].iter().take(8);
        let below = below.take_while(|it| page.at(&it.span).chars().count() <= 70);
        if let Some(place) = below.into_iter().find(|it| code.is_match(page.at(&it.span))) {
            found.ways.push((Channel::Post, place.span.clone()));
        }
    }
}

/// A sentence that sends an application by mail, and names no address.
fn mail_without_address(page: &Page<'_>, found: &Found) -> Option<Span> {
    let scar = pattern!(
        r"\b(?:send|sent|submit(?:ted)?|e-?mail(?:ed)?|forward(?:ed)?|apply|applications?|cvs?|resumes?)\b(?:[^.。\n]|\b(?:dr|prof|mr|mrs|ms|max|no)\.){0,220}?\b(?:to|at)\s?[:：]?\s?(?:[,;.)]|(?:and|with|before|by|or|including|no later|until|not later|on or before|as soon) |$|[\[(<]{0,3}email ?protected|(?:\b(?:dr|prof|mr|ms|mrs)\.? )?(?:(?-i:[A-Z])[\p{L}'.-]* ){1,4}\(\s?(?:\)|$)|<\s?>|\(\s?\)|\[\s?\]|[\[(<*_]{1,3}\s?(?:(?:hidden|protected|redacted|obfuscated|removed|masked)[\s_-]?)?(?:e-?mail|mail|address|protected|hidden|redacted|obfuscated|removed|masked)(?:[\s_-]?(?:address|hidden|protected|redacted|removed))?\s?[\])>*_]{1,3}|(?:protected|hidden)[ _-]?e-?mail)|(?:发送?|投递?|投|寄|提交)(?:至|到|给)?(?:电子)?(?:邮箱|邮件)?\s?[:：]?\s?(?:[，。；,;)]|并|联系我们|$)|(?:发送?|投递?|投|寄送?|提交)[^，。；,;@\n]{1,24}(?:至|到)(?:电子)?(?:邮箱|邮件)?\s?[:：]?\s?(?:[，。；,;)]|$)|(?:e-?mail|邮件|邮箱|寄|发送?|投递?|提交)\s?(?:至|到|给)\s?[:：]?\s?[*\[(<]{0,3}(?:[，。；,;)]|$|(?:protected|hidden)[ _-]?e?-?mail|e-?mail[ _-]?(?:protected|hidden))|(?:投递|简历|接收|联系|报名|申请|收件)?邮箱(?:为|是|地址)?\s?[:：]\s?(?:[，。；]|$)|\be-?mail(?: address)?\s?[:：]\s?(?:[,;.]|$|[\[(<]{0,3}email ?protected)|\b(?:send|sent|sending|submit(?:ted|ting)?|e-?mail(?:ed)?|forward(?:ed)?)\b[^.。\n]{0,260}?\bto \S{1,12}(?:\.\.\.|…|\*\*\*)@"
    );
    let way = pattern!(
        r"\b(send|submit|apply|applications?|forward)\b[^.]{0,120}\b(by|via|per|through) e-?mail\b|\be-?mail (us |me )?(your|the|a) [^.]{0,40}(cv|resume|application)|\b(send|submit)\b[^.]{0,60}\b(one|a single) e-?mail\b|(发送?|投递?|寄|提交)(至|到|给)[^，。；@\n]{1,16}(邮箱|信箱)\s?([，。；]|$)|(通过|以)(电子)?(邮件|邮箱)(方式|形式)?(申请|投递|发送|联系|提交)|邮件(申请|投递)|(联系方式|contact)\s?:\s?e-?mail\b"
    );
    // `write me an e-mail`, `e-mail Ada Ashdown`, `send your application to the supervisor`.
    let person = pattern!(
        r"\b(?:send|e-?mail|submit) (?:us |me )?the following (?:documents |materials |items |information )?(?:to|at)$|(?:^|[.,;:!?)] |\b(?:please|then|directly|simply|just|and|or|can|should|to apply,?) )(?:please |directly |simply |kindly |first )?(?:(?:write|send|drop|shoot) (?:me |us |him |her )?an? (?:short |brief )?e-?mail\b|e-?mail (?:me|us|him|her|one of us|the (?:\S+ ){0,3}(?:supervisors?|students?|professors?|contacts?|persons?|pi|advisors?|mentors?|faculty|hosts?))\b|e-?mail (?-i:[A-Z]\p{L}+ [A-Z]\p{L}+))|\b(?:should|please|can|must|(?:advised|asked|encouraged|welcome|invited|free) to) (?:send (?-i:[A-Z]\p{L}+) an e-?mail\b|e-?mail (?-i:[A-Z][a-z]+)\b)|\b(?:sent|send|submit(?:ted)?|e-?mailed|forward(?:ed)?)\b[^.@]{0,40} to me\b|\bsend (?:us |me )?(?:your|an?|the) (?:application|cv|resume)\b[^.]{0,30}? to (?:the|your|our) (?:\S+ ){0,2}(?:supervisors?|professors?|advisors?|mentors?|hosts?|contacts?|contact persons?)\b|请?(?:直接|先)?(?:邮件|发邮件|邮箱)联系"
    );
    // What comes by mail there is another thing: a letter, a question.
    if pattern!(r"\b(do not|don't|not) (send|submit|apply|e-?mail)\b[^.]{0,40}(by|via|per|through) e-?mail|(not|no) (accept |consider )?(applications? (sent )?(by|via|per) )?e-?mail(ed)?( applications?)?\b|applications? (sent )?(by|via|per) e-?mail (will|are|is|can)? ?(not|be (rejected|ignored))").is_match(page.text()) {
        return None;
    }
    let sends = pattern!(
        r"\b(documents?|applications?|materials|cvs?|resumes?)\b[^.]{0,40}\b(sent|submitted|e-?mailed) to\b|(材料|简历|申请)[^，。；]{0,12}(发送|寄|发|投)(至|到)"
    );
    page.sentences.iter().enumerate().find_map(|(number, sentence)| {
        let text = page.at(&sentence.span);
        let copies = |it: &Address| found.cc.iter().any(|(cc, _)| cc.mailbox.eq_ignore_ascii_case(&it.mailbox));
        if !addresses(text).iter().all(copies) || matches!(sentence.section, Section::Duties | Section::Qualify | Section::Offer) && !sends.is_match(text) {
            return None;
        }
        let next = page.sentences.get(number + 1).map_or("", |it| page.at(&it.span));
        let later = !addresses(next).is_empty();
        let asks = pattern!(r"question|inquir|enquir|information|details|feedback|comment|report|problem|issue|visa|notif|confirmation|you will (receive|get|hear)|疑问|咨询|问题").is_match(text)
            && !pattern!(r"\bcvs?\b|resume|transcript|简历").is_match(text);
        if let Some(to) = person.find(text).filter(|_| !asks && !later) {
            return Some(sentence.span.start + to.start()..sentence.span.start + to.end());
        }
        if !links(text).is_empty() {
            return None;
        }
        let papers = pattern!(r"\bcvs?\b|resume|curriculum|application|transcript|letter|interest|statement|documents|材料|简历|邮箱|e-?mail|申请|报名").is_match(text);
        if pattern!(r"\bnot (be )?(accept|consider|process)|(no|not by|not via) e-?mails?\b|不接受|不接收").is_match(text) {
            return None;
        }
        let found = scar.find(text).filter(|it| {
            let whole = it.as_str();
            let ends = it.end() == text.len() && !whole.ends_with(['>', ']', ')', '*', '(']) && !pattern!(r"(protected|hidden)[ _-]?e?-?mail$|e-?mail[ _-]?(protected|hidden)$").is_match(whole) && !text.ends_with([':', '：', '，']) && !pattern!(r"(to|at|联系我们)$").is_match(text);
            // `apply to, and work in` has lost nothing: what is applied to is not an address.
            papers && !ends && !pattern!(r"(limited|committed|access|equal|belong|belonging|restricted|addition|how|able|want|ability|right|need|like|required|willing|due|prior|related|according|subject|open|up|want|have|has) to\W*$").is_match(whole)
        });
        // `to jane.doe[AT] Documents in PDF`: who, and no more where.
        let cut_off = pattern!(
            r"\b[\w.+-]{2,40}\s?[\[({] ?(?:at|@|à|ät|a) ?[\])}](?:\s+(?-i:[A-Z])|\s?[.,;]|\s*$)"
        );
        let found = found.or_else(|| cut_off.find(text).filter(|_| papers && !asks));
        let found = found.or_else(|| way.find(text).filter(|_| !asks))?;
        (!later).then(|| sentence.span.start + found.start()..sentence.span.start + found.end())
    })
}

/// Decides on the addresses, and asks where the text does not.
fn recipients(page: &mut Page<'_>, found: &mut Found, by_mail: Option<Span>) {
    let spans: Vec<Span> = found.to.iter().map(|(_, span)| span.clone()).collect();
    if let Some(first) = spans.first() {
        found.ways.push((Channel::Email, first.clone()));
    } else if let Some(scar) = by_mail {
        page.ask(
            "how_to_apply.email_to",
            "the application goes by mail, and the text has no address there",
            std::slice::from_ref(&scar),
        );
        found.ways.push((Channel::Email, scar));
    }
    let hidden: Vec<Span> =
        found.to.iter().filter(|(it, _)| it.hidden).map(|(_, span)| span.clone()).collect();
    if !hidden.is_empty() {
        page.ask(
            "how_to_apply.email_to",
            "the address is written so that programs do not see it; confirm it",
            &hidden,
        );
    }
    let sentences: Vec<Span> = spans.iter().map(|it| page.sentence_at(it)).collect();
    let choice = sentences.iter().any(|it| {
        pattern!(r"@[^@]{2,60}\b(or)\b[^@]{0,60}@|@[^@]{2,40}或[^@]{0,40}@").is_match(page.at(it))
    });
    if spans.len() > 1 && (choice || sentences.iter().any(|it| *it != sentences[0])) {
        page.ask("how_to_apply.email_to", "the text names several; choose one", &spans);
    }
    let odd: Vec<Span> = found
        .to
        .iter()
        .filter(|(it, _)| pattern!(r"\.(cm|con|cmo|ocm|edu\.cm|og)$").is_match(&it.mailbox))
        .map(|(_, span)| span.clone())
        .collect();
    if !odd.is_empty() {
        page.ask(
            "how_to_apply.email_to",
            "the end of the address looks mistyped; confirm it",
            &odd,
        );
    }
}
