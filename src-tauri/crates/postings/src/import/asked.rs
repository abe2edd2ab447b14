//! Which sentences ask for papers: by their verb, by the part that they stand in, and by
//! the list that they belong to.

use super::{
    lines::Shape,
    page::{Page, Sentence},
    papers,
    pattern::pattern,
    section::Section,
};
use crate::Item;

/// Whether a sentence begins a list of what to send: `…the following documents:`.
pub(super) fn is_lead(text: &str) -> bool {
    let lead = pattern!(
        r"\b(applicants?|candidates?|you) (should|must|need to|are asked to|have to) (please )?(send|forward|submit|provide|e-?mail|supply|upload|attach|enclose)\b[^.:]{0,40}:?\s*$|\b(application|dossier|package|submission|nomination|proposal|entry|entries|candidature|request)s?\b[^.:]{0,30}\b(consists? of|comprises?|includes?|contains?|must (include|contain)|should (include|contain)|needs)\s*:?\s*$|\b(following|these|those) (\w+ )?(documents?|materials|items|papers|information|files|attachments)\b[^.:]{0,40}[:：]?\s*$|(documents?|materials?|application|attach|provide|submit|send|upload|comprise|材料|提供|提交|发送|附上|检附|备妥|备齐|缴交|检具|寄送|(申请|应聘|报名|检附|应备|所需|应缴)(文件|资料)).{0,160}[:：]\s*$|\b(write|send|e-?mail)\b.{0,60}\b(with|including|containing|attaching)\s*$|\b(e-?mail|send|submit|upload)\b.{0,160}\b(includ\w+|contain\w*|following|consist\w*|with)[^:]{0,30}:\s*$|\b(include|attach|provide)\b[^:]{0,30}\b(as|in) [^:]{0,12}(pdf|files?)[^:]{0,10}:\s*$|\b(compile|compose|prepare|combine|assemble|put together|merge|create|make|attach|submit|send|upload|provide)\b[^.:]{0,60}\b(pdf|file|document|e-?mail|message|zip|package)s?\b[^.:]{0,30}\b(containing|with|including|includes|comprising|that contains|consisting of)( (all )?(of )?the following)?[^.:]{0,24}[:：.]?\s*$|\b(contact|write to|reach out to|e-?mail|mail|apply|message)\b.{0,120}\bwith (all )?(of )?(the )?following( [\w ]{2,30})?[:：.]\s*$|^(邮件|正文|来信)?(正文|内容)(如下)?\s?[:：]$|^[^，。；]{0,8}邮件(中|里|内)?(请|须|需|应)?(包括|包含|附上|附带|附|含有?)[^，。；:]{0,6}[:：]\s*$|(提供|提交|附上|附|准备|备妥|备齐|检附|检具|缴交|寄送?|发送|递交|上传)[^。；]{0,16}(以下|下列|下述|如下)[^。；]{0,12}(文件|资料|材料|附件|内容|信息)[^。；]{0,6}[:：]?\s*$"
    );
    let others = pattern!(
        r"\b(meet|criteria|qualif\w+|requirements|candidates? (who|with)|applicants? (who|with))\b|满足|条件|要求"
    );
    // `If you meet the requirements, send the following to`
    let sends = pattern!(
        r"\b(send|submit|e-?mail|provide|upload|attach)( us| me)? the following( \w+){0,3}( to( us| me)?)?\s?:?$"
    );
    lead.is_match(text) && !others.is_match(text) || sends.is_match(text)
}

/// `Requirements: Resume; Cover letter; Transcript`: items of a list that are names of papers
/// and no more, a CV among them, are to be sent wherever they stand. None: the line is not of
/// such a list. Otherwise whether the list is of what may be left out.
pub(super) fn is_listed(page: &Page<'_>, number: usize) -> Option<Listed> {
    let bare = |at: usize| {
        let line = page.lines.get(at).filter(|it| it.shape == Shape::Bullet)?;
        let text = page.at(&line.span);
        let found = papers::papers(text);
        let named: usize = found.iter().map(|it| it.span.len()).sum();
        let plain = pattern!(r"\([^()]*\)").replace_all(text, "");
        (named * 10 > plain.trim().len() * 4 && plain.chars().count() <= 48).then_some(found)
    };
    bare(number)?;
    let first = (0..number).rev().take_while(|it| bare(*it).is_some()).last().unwrap_or(number);
    let run: Vec<Item> =
        (first..page.lines.len()).map_while(bare).flatten().map(|it| it.item).collect();
    let above = first.checked_sub(1).map_or("", |it| page.line(it));
    let optional = pattern!(r"^\W*(optional(ly)?|nice to have|可选|选填|非必需)\b");
    if optional.is_match(above) && page.lines[..first].len() > 2 {
        let before = (0..first.saturating_sub(1)).rev().find(|it| bare(*it).is_some());
        let follows = before.is_some_and(|it| it + 2 == first);
        return follows.then_some(Listed::Optional);
    }
    (run.len() > 1 && run.contains(&Item::Cv)).then_some(Listed::Required)
}

/// How a list of papers is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Listed {
    /// Without them an application is incomplete.
    Required,
    /// They stand below `Optional:`.
    Optional,
}

/// Whether a sentence asks for papers, by where it stands or by its verb.
pub(super) fn asks(page: &Page<'_>, sentence: &Sentence, text: &str) -> bool {
    let verb = pattern!(
        r"\b(mail (us|me|your|the|an?)|please (also )?add|enough|sufficient|suffices?|send|sent|sending|submit\w*|e-?mail(ed|ing)?|attach\w*|upload\w*|enclos\w+|include\w*|including|provide|provided|fill (out|in)|filled|download|apply|applying|applications?( must| should| package| materials| documents)?|accompanied|along with|together with|forward|prepare|require[sd]?|contain|consist|share|drop|with (your|a|an)|bring)\b|电邮|传送|发送|发到|发至|发给|投递|提交|附上|检附|备妥|附|提供|寄|发|上传|填写|下载|准备|投|材料|申请表?|包括|携带|打包|递交|送交|送达|交至|交到|内推|直推|填妥|函送|撰写|缴交|检具|简历[^，。；:]{0,6}(请|须|统一)?(命名|标明|注明)|简历[^，。；:]{0,3}[至到砸甩]"
    );
    let heading = page.lines[sentence.line].heading.map_or("", |it| page.line(it));
    let line = page.line(sentence.line);
    // `【申请材料】简历、成绩单` has its label between brackets.
    let bracketed = line.strip_prefix('【').and_then(|it| it.split_once('】'));
    let label = bracketed.or_else(|| line.split_once(':')).map_or("", |(label, _)| label);
    let label = if label.chars().count() < 24 { label } else { "" };
    // `CV + cover letter => a@b.example`
    let points = text.contains('@')
        && pattern!(r"(=>|->|→|⇒|\bto)\s*\S+@").is_match(text)
        && papers::papers(text).first().is_some_and(|it| it.span.start < 12);
    let papers_heading = pattern!(r"document|material|application|apply|what to (send|submit|include|attach)|what (should|do) (you|i) (send|submit)|\bpapers\b|to (send|submit|enclose|attach)$|简历(格式|要求)|材料|(申请|应备|检附|所需|缴交|缴附|应附|应缴)(文件|资料)|申请|投递|报名|应聘")
        .is_match(&format!("{heading}\n{label}"));
    let offered = pattern!(r"\b(we|you) (will|can|may|'ll) (also )?(provide|receive|get|offer|write|help)|opportunit|表现优秀|优秀者|可获|我们(将|会|可以|能)?提供|提供推荐|(可|会|将)(为.{0,8})?(开具|撰写|提供)").is_match(text) && !pattern!(r"please|you (must|should)|(^|[^申邀聘])请").is_match(text);
    // What comes after the application is another occasion.
    // `three persons who can provide a letter upon request`: only the letter waits.
    let others = pattern!(
        r"\b(letters?|references?|recommendations?)\b[^,;.]{0,20}(up)?on request|\([^()]*\)"
    )
    .replace_all(text, "");
    let later = pattern!(r"to the (embassy|consulate|immigration)|upon (arrival|admission|acceptance|hire|hiring|appointment|employment|enrol\w*|request)|if (hired|selected|admitted|shortlisted)|\b(long|short)-?listed (applicants?|candidates?)\b|\bfinalists? (will|may|must|should)\b|prior to (the )?interview|after (admission|acceptance|enrol)|on the first day|to (the|your) interview|(at|during) (the )?interview|\bat the end of (the|your)\b|during (the|your) (programme?|internship|stay|studies)|面试(时|当天)?(请|需|须|应|携带|提供|出示)|毕业时[^间]|毕业前|入学后|第[一二三]年|(在读|项目|实习|聘用|培养)期间|聘期内|录取后|入职(时|后|需)|报到").is_match(&others);
    if offered || later {
        return false;
    }
    // `You'll need: a resume, …`
    let needed = pattern!(r"^(you('ll| will)? need|needed|required)$").is_match(label.trim())
        && papers::papers(text).first().is_some_and(|it| it.span.start < label.len() + 8);
    // `1. CV (as PDF)`, and `2. Send it to a@b.example`.
    let below = page.line(sentence.line + 1);
    let then = page.lines[sentence.line].shape == Shape::Bullet
        && below.contains('@')
        && pattern!(r"^(请|直接)*(发|投|寄)|^(please )?(send|e-?mail|mail)\b").is_match(below)
        && papers::papers(text).first().is_some_and(|it| it.item == Item::Cv && it.span.start == 0);
    // `To start, you will need an updated CV`
    let then = then
        || pattern!(r"^(to (apply|start|begin)[^,.]{0,40},? )?you('ll| will)? need (an?|your) [^,.;]{0,24}\b(cv|resume)\b").is_match(text);
    // `We require the following documents: CV, …`
    let then = then
        || pattern!(r"^[^:]{0,48}\b(following|required|these) (application )?(documents|materials|papers|items)\b[^:]{0,24}: .*\b(cv|resume|curriculum)").is_match(text);
    let attached = points || needed || then || text.contains('@') && pattern!(r"简历|\b(cv|resume)s?$").is_match(label) || pattern!(r"^(简历|履历|cv|resume)(格式|要求|format|requirements)?$").is_match(label.trim()) || pattern!(r"^(附件|(需要?|请)准备|(所需|需要|须|需|请|应备|应缴|应附|检附|缴交|缴附|需备|必备|提供|准备|递交|提交|报名|申请|应聘|应征|投递)*的?(材料|文件|资料|表件)(清单|如下|包括)?|attachments?|enclosures?|papers|to (send|submit|enclose|attach)|(required |application )?(documents?|materials))$").is_match(label.trim());
    let addressed = text.contains('@') || pattern!(r"^(include|attach|enclose|submit|send|provide|upload)\b").is_match(text) || pattern!(r"\bplease\b|applicants? (must|should|are|shall|need to|have to)|interested|candidates? (must|should|are|shall|need to|have to)|\b(they|e-?mails?|messages?) (must|should) (also )?(contain|include)\b|\binclude the following\b|applications? (must|should|shall|need|has|have|consists?|requires?|includes?|comprises?|contains?)|applications?,? \(?(including|with|containing|consisting|comprising|accompanied)|your application|\bapplication (packages?|materials|dossiers?|documents?|files?) (must|should|shall|includes?|consists?|comprises?|contains?)\b|\bshould (also )?include\b|to apply|\bwe (also |will )?(require|need|ask (you )?for|request) (the following|your|an? (\w+ )?(cv|resume|cover)\b)|^apply\b|\bapply (online|by|via|at|through|here|to)\b|to be considered|\b(is|are) (all )?(enough|sufficient)\b|suffices?\b|all (we|you) need|\bpostmarked\b|you('ll| will)? (also )?(need|have) to (submit|provide|upload|send)|(^|[^申邀聘])请|有意|感兴趣|^(应聘|申请|报名|应征)(者|人员?)[^，。；]{0,4}将|(应聘|申请|报名|应征|候选)(者|人员?)(另|还)?(须|需|应|请)|材料(应|须|需)?(包括|包含|如下|为[:：])|填妥|^(should|must) (please )?(send|submit|e-?mail|attach)|\bapplications? (is|are) invited\b[^.]{0,100}\bwith\b|简历[^，。；:]{0,6}(请|须|统一)?(命名|标明|注明)").is_match(text);
    match sentence.section {
        Section::Apply => {
            // `CV` alone in a list.
            let bare = papers::papers(text).first().is_some_and(|it| it.span.len() * 2 > text.len());
            let item = page.lines[sentence.line].shape != Shape::Heading;
            verb.is_match(text) || papers_heading || bare && item
        }
        Section::Offer | Section::Qualify | Section::Duties | Section::Prefer => then || attached && label.chars().count() > 2 && !label.contains("简历") || addressed && verb.is_match(text) && pattern!(r"\b(send|submit|e-?mail|attach|upload|apply|application)\b|发送|发简历|发到|发至|发给|发我|电邮|传送|寄至|寄到|投递|提交|附上|(简历|材料)[^，。；]{0,6}投|填妥|函送|将[^，。；]{0,10}(简历|材料)[^，。；]{0,30}发\s?[:：至到]").is_match(text),
        _ => attached || verb.is_match(text) && (addressed || pattern!(r"\b(mail (us|me|your|the|an?)|drop us|apply online|send|sent|(in touch|contact (us|me)|reach out( to (us|me))?)( \([^()]*\))?,? (with|and include|including) (your|an?)|submit(ted)?|attach(ed)?|upload(ed)?|e-?mail(ed)?|forward(ed)?|enclos(e|ed)|accompanied|post(ed)? to|download)\b|电邮|传送|发送|发到|发至|发给|投递|提交|附上|检附|寄至|寄到|邮箱|信箱|下载|附件(为|是|包括|包含|含|:)|简历[^，。；]{0,12}(内推|直推|砸|甩)|(内推|直推)[^，。；]{0,8}简历|(送|交|寄|递交|送交|面交)(到|至)").is_match(text)),
    }
}
