//! Portals: the links that lead to them, those that a paste has lost, and pages that
//! show one around the text.

use super::{
    address::{addresses, links},
    apply::Found,
    fact::{Fact, Quote, SaidHow},
    noise::shows_a_portal,
    page::{Page, Span},
    pattern::pattern,
    section::Section,
};
use crate::Channel;

/// Whether a link leads to a form that is filled in on its page.
fn is_form(link: &str) -> bool {
    pattern!(
        r"forms?\.gle|docs\.google\.[a-z]+/forms|typeform|jotform|wjx\.|qualtrics|forms\.office|surveymonkey|airtable\.com|formstack|wenjuan|jinshuju|mikecrm"
    )
    .is_match(link)
}

/// Whether a link leads to a posting on a board where one applies.
fn is_board(link: &str) -> bool {
    pattern!(
        r"\b(lever\.co|greenhouse\.io|workable\.com|ashbyhq\.com|smartrecruiters\.com|myworkdayjobs\.com|icims\.com|taleo\.net|corehr\.com|bamboohr\.com|recruitee\.com|teamtailor\.com|personio\.(de|com)|varbi\.com|jobvite\.com|breezy\.hr|interfolio\.com|academicjobsonline\.org|mathjobs\.org|recruiterbox\.com|reachmee\.com|successfactors\.(com|eu)|withgoogle\.com/public/jobs|mokahr\.com|zhiye\.com|jobs?\.(feishu|bytedance|toutiao)\.[a-z]+)/\S"
    )
    .is_match(link)
}

/// Whether a link leads to papers, talks, maps or lists of mails.
fn is_tool(link: &str) -> bool {
    pattern!(r"\b(arxiv|doi|scholar\.google|youtube|mailman|listinfo|unsubscribe|wikipedia|twitter|orcid|zoom|slack|discord|telegram|ilovepdf|smallpdf|pdf24|pdfmerge|combinepdf|mp\.weixin)\b|\bmaps\.(google|app)|google\.[a-z]+/maps").is_match(link)
}

/// Whether a link between these words is one to register for an open day, which is not to
/// apply, or to a paper that was submitted.
fn is_event(before: &str, behind: &str) -> bool {
    pattern!(r"\b(open day|webinar|info(rmation)?(al)? (session|day|event|meeting)|q ?& ?a|seminar|workshop|campus visit|newsletter|mailing list)\b|宣讲会|说明会|讲座|\b(papers?|manuscripts?|articles?|preprints?|reports?)\b[^.]{0,20}\b(was|were|has been|have been|is|are) (submitted|published)\b|submitted to (the|a|our) (repository|journal|server|code)\b").is_match(before)
        // `contact Ada Ashdown (https://…) by e-mail`: a page of hers.
        || pattern!(r"\b(contact|write to|e-?mail|reach out to|apply (?:directly )?to(?: either)?|supervisors?|prof\.?|dr\.?) (?:(?-i:[A-ZÀ-Þ])[\p{L}.'-]+ ){1,4}\($").is_match(before)
        // `the opportunity to apply for a prize (https://…)`: later, and another thing.
        || pattern!(r"\b(opportunit(y|ies)|able|eligible|chance) to (also )?apply for\b[^.]{0,70}$").is_match(before)
        || pattern!(r"^ (to attend|for (the|our|this|an?) (open day|webinar|info\w*|seminar|workshop|visit))\b").is_match(behind)
}

/// Links that a sentence about applying names.
pub(super) fn portals(page: &Page<'_>, found: &mut Found) {
    let apply = pattern!(
        r"\bapply(ing)?\b|^(external[_-]?)?link\s?[:=]\s*$|^(apply|application|job|vacancy|posting)[_-](link|url|website|online)\b|applications? (portal|system|form|link|page|website|platform|site|details)|applications? [^.;]{0,40}\b(via|through) [^.;]{0,40}\b(portal|system|website|page|form|platform|site)\b|recruitment (system|portal|site)|application[s]? (should|must|can|are|is made|will|to) |online application|submit|submission|fill(ed)? (in|out|up)\b|applications? (?:are |will be )?(accepted|received|welcome|considered)\b|applications? (go|goes|are handled|are made|are managed) (through|via)|\bcomplete (the|an?|our|this|your)\b[^.]{0,90}\b(applications?|forms?|surveys?|questionnaires?)\b|register|registration|sign up|how to apply|\bupload(ed|ing)?\b[^.]{0,50}\b(cvs?|resumes?|applications?|documents?|materials|files?|letters?|transcripts?|portfolio|pdfs?|them|it|here)\b|\b(be|been) uploaded|^upload (to|at|via|here|it)\b|\bapplication (instructions|procedures?|guidelines)\b|applications?\s?:?\s*$|申请|网申|内推(?:链接|地址|网址|入口)|投递|报名|填写|应聘|登录|登陆|提交|问卷"
    );
    let other = pattern!(
        r"(ilovepdf|smallpdf|pdf24|merge[_ -]?pdf|homepage|home page|(more|further) info\b|more (information|details|about)|further (information|details)|learn more|publications?|see (also|our)|project page|website of|read more|\bour (group|lab|work|website|web|team)|about us|scholar|github\.com/[\w-]+/?$|详见|参见|参考|细节|详情|主页|了解更多|更多信息|论文|公众号|备注|注明|来自|来源|转自|看到|source|seen (on|at)|found (on|at|via))"
    );
    for (number, sentence) in page.sentences.iter().enumerate() {
        let text = page.at(&sentence.span);
        let mut from = 0;
        for (link, span) in links(text) {
            let before = &text[from.min(span.start)..span.start];
            from = span.end;
            let above = number.checked_sub(1).map_or("", |it| page.at(&page.sentences[it].span));
            // Under what is offered, `申请以下计划:` leads to grants.
            let lead = sentence.section != Section::Offer && before.trim().chars().count() < 14
                && pattern!(r"[:：]\s*$|here\s*$|link|链接|网址|地址|below|下方|以下|\b(system|portal|website|web page|webpage|platform|online form|web form)s?\s*$|(系统|平台|网站)\s*$")
                    .is_match(above);
            // `form PD18 (available at …)`: where a form can be had.
            let form = pattern!(r"\b(forms?|cover[\s-]?sheet|templates?)\b[^.]{0,60}\b(available|found|obtained|downloaded|accessed|obtainable)\b[^.]{0,24}$|表(格)?[^。；]{0,16}(下载|见|获取)[^。；]{0,12}$").is_match(before);
            let web = is_form(&link);
            // `The application is due by May. Please visit` a form.
            let leads = web
                && pattern!(r"\bappl(y|ication)|interest|\bjoin|申请|报名|应聘|投递")
                    .is_match(above);
            // `在系统中上传：…。系统网址：https://…`
            let leads = leads
                || pattern!(
                    r"^(申请|报名|投递|网申)?(系统|平台)?(网址|链接|地址|入口)\s?[:：]\s*$"
                )
                .is_match(before.trim_start())
                    && pattern!(r"上传|申请|报名|投递|提交|网申").is_match(above)
                    && sentence.section != Section::Offer;
            // `See https://… for the full text and to apply`
            let leads = leads || pattern!(r"^[^.;@]{0,60}\b(and|or) (to|how to) apply\b|^[^.;@]{0,40}\b(instructions|details|information) (to|(on|about|for) how to) apply\b|^[^.;@]{0,12}\bto (apply|submit your application)\b").is_match(&text[span.end..]);
            // `The call is at https://…. Please apply via that link.`
            let next = page.sentences.get(number + 1).map_or("", |it| page.at(&it.span));
            let leads = leads
                || links(next).is_empty()
                    && pattern!(r"\bapply( \w+ly| online| now| for (this|the|it|one)[\w ]{0,24})?,? (via|through|at|using|on|under|with) (that|this|the (above|same|official|given)) (link|page|site|website|portal|url|form|call|address)\b|(通过|使用|点击|登录)(上述|以上|该|此|上面的?)(链接|网址|网站|系统|页面)[^。；]{0,8}(申请|投递|报名|应聘)").is_match(next);
            // `[Apply now!](https://…)`: its mark ends a sentence.
            let leads = leads
                || before.trim() == "("
                    && above.ends_with(['!', '！'])
                    && pattern!(r"^\W*(click |please )?(here to )?apply\b.{0,30}$|^(点击|立即|马上)?(这里|此处)?(申请|投递|报名).{0,6}$").is_match(above);
            let governed = form
                || leads
                || is_board(&link)
                || apply.is_match(before)
                || apply.is_match(above) && lead;
            let last =
                |pattern: &regex::Regex| pattern.find_iter(before).last().map(|it| it.start());
            let near = |it: &usize| {
                before[*it..].chars().count() <= 72 && !pattern!(r"[。.] ").is_match(&before[*it..])
            };
            // `how to apply, see our pages (…)`
            let how = pattern!(r"\b(how|where) to apply\b[^.]{0,80}$|\bapplication (instructions|procedures?|guidelines)\b[^.]{0,60}\b(found|available|online|at|on|here)\b[^.]{0,24}$|\bapply ((?:online|now|here|today) )?(via|on|at|through|using|by)\b[^.]{0,40}$").is_match(before);
            // `log in at … to look up the subjects`
            let looked_up = pattern!(r"^[^，。；]{0,6}(查询|查看|查阅|了解|浏览|阅读|获取)")
                .is_match(&text[span.end..])
                && !pattern!(r"申请|报名|投递|填写|提交|应聘").is_match(before);
            let about = last(other)
                .filter(near)
                .is_some_and(|it| last(apply).is_none_or(|apply| apply < it))
                && !how
                || looked_up;
            // A site without `http` below a name is somebody's page.
            let alone = pattern!(r"^(https?:|www\.)|forms?\.|apply|jobs?\b").is_match(&link)
                && sentence.section == Section::Apply
                && before.trim().chars().count() < 24
                // `students in [poor countries](https://…)`: a word of a sentence.
                && !(before.trim_end().ends_with('(') && pattern!(r"\p{L}").is_match(before)
                    && !pattern!(r"here|link|form|portal|page|site|online|apply|applic|job|表|系统|平台|链接|网址|入口").is_match(before))
                // `[1] https://…` is what the text refers to.
                && !pattern!(r"^\s*\[\d{1,2}\]:?\s*$").is_match(before)
                && !about;
            let tool = is_tool(&link);
            // A site's front page is where an application goes only where words say so.
            let home = is_home(&link)
                && !pattern!(r"appl|career|job|recruit|vacanc|hire|hiring|campus|talent|zhaopin|hr\b|join|forms?\b|camp").is_match(&link);
            let alone = alone && !home;
            let event = is_event(before, &text[span.end..]);
            if !(governed || alone) || about || tool || event {
                continue;
            }
            let at = sentence.span.start + span.start..sentence.span.start + span.end;
            let form = form && !web;
            let download = form
                || pattern!(r"\.(pdf|docx?|xlsx?|odt|rtf)$").is_match(&link)
                || pattern!(r"download|下载|template|模板").is_match(text);
            if !download {
                found.ways.push((Channel::Portal, at.clone()));
            }
            if !found
                .urls
                .iter()
                .any(|(it, _)| it.trim_end_matches('/') == link.trim_end_matches('/'))
            {
                found.urls.push((link, at));
            }
        }
    }
    // `https://join.b.example/` beside the link to the form is the site, and not the form.
    if found.urls.iter().any(|(it, _)| !is_home(it)) {
        found.urls.retain(|(it, _)| !is_home(it));
    }
    worded(page, found);
}

/// A site's front page, which names no page on it.
fn is_home(link: &str) -> bool {
    pattern!(r"^(https?://)?[^/]+/?$").is_match(link)
}

/// Sentences that send a candidate to a portal, without a link.
fn worded(page: &Page<'_>, found: &mut Found) {
    let words = pattern!(
        r"\b(apply|applications?|submit(ted)?|register)\b[^.]{0,140}\b(online|through (the|our) [^.]{2,30} button|via (our|the) (\S+ ){0,4}?(portal|website|system|form|platform|site|page|link|button)|through (our|the) (\S+ ){0,5}?(portal|website|system|form|platform|site|page|link|button)|(on|using|at|in|visit) (our|the) (\S+ ){0,4}?(portal|website|recruitment system|application system|careers? (site|page)|e-recruitment \w+|online form|online system)|'apply)|\b(apply|application form|submit)\b[^.]{0,30}\b(here|link below|this link|following link|button)\b|log ?in ?(to)? [^.]{0,40}(system|portal|account)|recruitment system|online (application|form|portal)|web (form|portal)|\b(complet|fill|submit|via|through)\w*[^.]{0,30}\bweb application|\b(?:upload(?:ed)?|submit(?:ted)?|apply|applications?)\b[^.]{0,60} via (?:our |the )?(?-i:[A-DF-Z]\w+|E[A-Z]\w+)|\bto apply,? (?:please )?(?:visit|go to|see|use) [^.]{0,60}(?:portal|website|system|site|page)\b|\b(?:mathjobs|academicjobsonline|interfolio|jobs\.ac\.uk|euraxess|handshake|greenhouse|workday|varbi)\b|application portal|\b(files?|documents?|materials|pdf)\b[^.]{0,20} for upload\b|\bthe (online |application )?system (will|only|accepts)\b[^.]{0,30}\b(accept|file|upload)|\bcreat(e|ing) an? (new )?(applicant|candidate|user) (profile|account)\b|\bapply (via|on|through|using) (linkedin|indeed|handshake|glassdoor|seek|xing|stepstone)\b|click (on )?(the )?.?apply|click (here|below|the (link|button)( below)?) to apply|under the link\b[^.]{0,24}\bupload|\b(in|under) the \W?[\w ]{3,24}\bsection\W{1,3}(please )?(attach|upload)\b|\b(complet|fill)\w*( in| out)? (this|our|the) ([\w-]+ ){0,3}(google|microsoft|ms|online|web|interest|airtable|tally|qualtrics) (interest |application )?(form|survey)\b|\b(complet|fill)\w*( in| out)? (this|our|the) ([\w-]+ ){0,3}form (linked |found |available )?(here|below)\b|\b(application link|link to apply)\b|(apply|applications?)\b[^.]{0,30} through this (\S+ ){0,3}?form|\b(submit|complete|fill in|fill out|use)\b[^.]{0,50}\b(application|web|online) form (below|above|on this page)|网申|在线(申请|投递|报名)|网上(申请|报名)|官网(投递|申请)|(投递|申请|报名)链接|点击.{0,10}(链接|投递|申请)|登录.{0,20}系统|(申请|报名|投递|应聘|提交|填写)[^。；]{0,30}登录.{0,20}(网站|平台)|登录.{0,20}(网站|平台)[^。；]{0,30}(申请|报名|投递|应聘|提交|填写|注册)|扫码(报名|填写|申请|投递)|填写.{0,12}(问卷|在线|表单)|扫.{0,10}码.{0,8}(报名|填写|申请|投递)|(报名|申请|投递)方式\s?[:：]\s?扫"
    );
    for sentence in &page.sentences {
        let text = page.at(&sentence.span);
        let no = pattern!(r"(not|no) [^.]{0,20}(portal|online)|download|scholarship|visa|online (interviews?|meetings?|tests?|assessments?|events?|seminars?|sessions?|courses?)|workshop|course|grant|open day|seminar|newsletter|\bto attend\b|\b(receipts?|expenses?|reimburs\w+|timesheets?|invoices?)\b|下载|(do|does|cannot|can) not |\bapply (their|its|our|new|modern|these|those|such|machine|deep|advanced|knowledge|your (knowledge|skills|expertise|experience))\b").is_match(text);
        if let Some(it) = words.find(text).filter(|_| {
            !no && !matches!(sentence.section, Section::Duties | Section::Qualify | Section::Offer)
        }) {
            found.ways.push((
                Channel::Portal,
                sentence.span.start + it.start()..sentence.span.start + it.end(),
            ));
        }
    }
}

/// Links that a pasted page has lost.
pub(super) fn lost_links(page: &mut Page<'_>, found: &mut Found) {
    let lost = pattern!(
        r"\bdownload(?:ed|able)? (?:it )?from (?:the|our) [^.]{0,40}(?:website|web ?page|site|page)|\b(download|apply|application form|submit|register|form|portal|link)\b[^.。]{0,60}\b(here|link|below|portal)\s?[:：]?\s?$|\b(?:apply|download|available|form|submit|register)\b[^.]{0,40}\b(?:here|this link|following link|link below)\b|\b(?:at|via|through|link|website|portal)\s?[:：]\s?$|(?:链接|网址|地址)(?:为|是|如下)?\s?[:：]\s?$|(?:点击|扫描?|见)(?:此处|这里|下方|链接|二维码)"
    );
    // `apply for this position at Please include`: the link is gone.
    let scar = pattern!(
        r"\bapply\b[^.,;]{0,40} (?:at|via|through|using|here:?)\s?(?:[.,;:]|$|(?-i:(?:Please|The|Applications?|For|Include|Review|We|You|Applicants|All)\b))|\b(?:submit(?:ted)?|apply|applications?|upload(?:ed)?|register)\b[^.;]{0,120}\b(?:via|through) (?:[,.;]|$|(?:before|by|until|no later|on or before|with|including|and)\b)"
    );
    let gone = page.sentences.iter().find(|it| {
        let text = page.at(&it.span);
        scar.is_match(text) && links(text).is_empty() && addresses(text).is_empty()
    });
    if let Some(gone) = gone.filter(|_| found.to.is_empty() && found.ways.is_empty()) {
        found.ways.push((Channel::Portal, gone.span.clone()));
    }
    let spans: Vec<Span> = page
        .sentences
        .iter()
        .enumerate()
        .filter_map(|(number, sentence)| {
            let text = page.at(&sentence.span);
            let next = page.sentences.get(number + 1).map_or("", |it| page.at(&it.span));
            let about = pattern!(r"appl|form|download|submit|register|申请|报名|投递|网申|下载|表")
                .is_match(text);
            (about
                && lost.is_match(text)
                && links(text).is_empty()
                && addresses(text).is_empty()
                && (links(next).is_empty() || !text.ends_with(':')))
            .then(|| sentence.span.clone())
        })
        .collect();
    let portal =
        found.ways.iter().find(|(way, _)| *way == Channel::Portal).map(|(_, span)| span.clone());
    if found.urls.is_empty() && !spans.is_empty() {
        page.ask("how_to_apply.urls", "the text names a link and has lost where it leads", &spans);
    } else if found.urls.is_empty()
        && let Some(portal) = portal
    {
        page.ask(
            "how_to_apply.urls",
            "the application goes through a portal, and the text has no link to it",
            std::slice::from_ref(&portal),
        );
    }
}

/// No way in the text: the page around it may show a portal.
pub(super) fn board(page: &mut Page<'_>, mut value: SaidHow) -> Option<Fact<SaidHow>> {
    let shown =
        page.dropped.iter().find(|it| shows_a_portal(&it.quote.quote)).map(|it| it.quote.clone());
    // A line that is a link to one of the vacancies of a site.
    let vacancy = pattern!(
        r"^https?://[^\s/]+/(\S+/)?(jobs?|careers?|positions?|vacanc(y|ies)|openings?|job-openings|apply)/[\w-]*[a-z][\w-]*\S*$"
    );
    if let Some(line) = page.lines.iter().find(|it| vacancy.is_match(page.at(&it.span))) {
        let link = page.fact(page.at(&line.span).to_owned(), &line.span);
        value.channels.push(Channel::Portal);
        value.urls.push(link.value.clone());
        let Fact { quote, start, end, .. } = link.clone();
        value.said.push(link);
        return Some(Fact { value, quote, start, end });
    }
    // A card with a number for the vacancy is a careers site's.
    let numbered = pattern!(
        r"^(job|requisition|req|vacancy|position) ?(number|id|no\.?|requisition id)$|^职位\s?(id|编号)$"
    );
    let button = pattern!(r"^apply (for|to) this (job|position|role|posting|vacancy)$");
    let button = page.lines.iter().find(|it| button.is_match(page.at(&it.span)));
    let shown = shown.or(button.map(|it| page.quote(&it.span)));
    let card = page.labelled(numbered).next().map(|it| page.quote(&page.lines[it.line].span));
    let Some(Quote { quote, start, end }) = shown.or(card) else {
        page.ask("how_to_apply.channels", "the text does not say how to apply", &[]);
        return None;
    };
    value.channels.push(Channel::Portal);
    page.ask(
        "how_to_apply.urls",
        "the page is a careers portal's, and the text has no link to it",
        &[],
    );
    Some(Fact { value, quote, start, end })
}
