//! Who an address belongs to: told by the verb before it, never by being first.

use super::pattern::pattern;

const DOCUMENTS: &str = r"\bcvs?\b|\br[eé]sum[eé]s?|curriculum|application|transcript|cover letter|motivation|documents?|materials|statement|简历|材料|申请表|成绩单|报名表|申请书";

/// What an address is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// The application goes there.
    Apply,
    /// A copy of it goes there.
    Copy,
    /// Somebody to contact; for what is not said.
    Contact,
    /// For questions.
    Questions,
    /// Whoever posted it, a referee's target, an example.
    Other,
}

/// What the address is for that stands between `before` and `after` in its sentence,
/// where `above` is the sentence or line before that one.
pub(crate) fn role(above: &str, before: &str, after: &str, in_application: bool) -> Role {
    let copy = pattern!(
        r"(\bcc\b|\bc\.c\.|\bcc(?:'ed|ed|ing)?\b|(?:with )?a? ?\bcopy\b|\bcopied\b|\bcopying\b|抄送)[^@。]{0,60}$|\ba copy to (both )?(the |our )?[^@。]{0,180}$"
    );
    if copy.is_match(before) || pattern!(r"^[^@]{0,12}(\(cc\)|in cc\b)").is_match(after) {
        return Role::Copy;
    }
    if pattern!(r"(posted by|推荐来源|来源|广告(由|提供者|来自)|发布者|发信人|作者|author|sender|^from|opened by|转载自?)\s?[:：]?[^@]{0,40}$").is_match(before)
        || pattern!(r"((reference|recommendation|support|supporting) letters?|letters? of (recommendation|reference|support)|recommendations|references|referees?|recommenders?)[^.]{0,60}(sent|send|submit\w*|upload\w*|e-?mail\w*)[^.]{0,40}$|推荐人[^。]{0,20}$|推荐信[^。]{0,16}(发|寄|投)[^。]{0,6}$").is_match(before)
            && !pattern!(r"\b(cv|resume|curriculum|cover letter|letter of (application|motivation)|transcript)|简历|登记表|申请表|报名表|材料|打包|压缩|成绩单|证书").is_match(before)
        || pattern!(r"\b(forms?|guidelines|details|information)\b[^.@]{0,80}\b(available|obtained|requested) (from|at|through)\b[^@]{0,160}$").is_match(before)
        || pattern!(r"(例如|如|e\.g\.,?|for example|such as)\s?[:：]?\s?$").is_match(before)
    {
        return Role::Other;
    }
    if let Some(role) = beside(before, after) {
        return role;
    }
    let question = pattern!(
        r"question|\banswers? (cannot|can|could|is|are|to)\b|ask (anything|us|me)\b|doubts|inquir|enquir|informal (discussion|chat|conversation|contact|talk|quer)|(in case of|any|have|technical) (technical )?problems?\b|problems? with\b|(further|more|additional|any) (information|details|info)|for (information|details)\b|quer(y|ies)|clarif|concerns|to discuss|\bhelp\b|\bassistance\b|\btrouble\b|technical (issues?|problems?|support)|difficult|accommodation|adjustments|disabilit|accessib|confidential|疑问|疑义|问题|咨询|答疑|了解(更多|详)|垂询|如有不明"
    );
    let send = pattern!(
        r"\b(cvs?|resumes?|applications?)( and [\w ]{3,30})?( to:?|:) $|\b(cvs?|resumes?|applications?) (?:should )?go(?:es)? to\b|\b(send|sent|sending|submit(ted)?|submission|e-?mail(ed|ing)?|mail(ed)?|apply|applications?|forward(ed)?|direct(ed)?|address(ed)?|reach out|write to|(write|drop|shoot)\b[^.]{0,30}\b(e-?mail|message|line|note|cv|resume)|express\w* .{0,12}interest|interested)\b|(=>|->|→|⇒)\s*$|发送|发到|发至|发给|发往|发邮件|电邮至|传送至|寄|投递|投至|投到|投|提交|简历|申请|报名|应聘|应征|意者|有意(者|向)|感兴趣|邮件联系|联系邮箱|邮箱|联系方式|内推|直通车"
    );
    let last =
        |pattern: &regex::Regex, text: &str| pattern.find_iter(text).last().map(|it| it.start());
    // `…, email: a@b` names an address; `please email a@b` is what to do with it.
    let noun = pattern!(
        r"(^|[,(;|/]|\b(contact|phone|tel|fax)\b[^.]{0,30})\s?(via |by |at )?e-?mail( address)?\s?[:：]?\s?$"
    );
    let named = noun.find(before).map_or(before, |it| &before[..it.start()]);
    let (question_at, verb_at) = (last(question, before), last(send, named));
    let papers = pattern!(DOCUMENTS).is_match(before);
    // `If you are interested or would like more information`
    let either = pattern!(
        r"\b(interested|like to (?:apply|join)|(?:^|[.!] )(?:in order )?to apply)\b[^.;]{0,60}\b(?:or|and|and/or)\b[^.;]{0,40}\b(?:information|questions?|details)\b[^.;]{0,60}$"
    );
    if either.is_match(before) {
        return Role::Apply;
    }
    // `Contact a@b.example before applying.`
    if pattern!(r"^[^.@]{0,60}\b(?:before|prior to) (?:applying|you apply|submitting|(?:the|your) (?:formal )?application)").is_match(after)
        && !papers
    {
        return Role::Questions;
    }
    if let Some(asked) = question_at {
        // `for questions, send a mail to`; but `send your CV and any questions to`.
        let pure = !papers || pattern!(r"(question|inquir|enquir|information|details|quer(y|ies)|assistance|trouble|\bhelp\b|problems?|疑问|问题|咨询)[^.。]{0,50}(about|regarding|concerning|on|related to|with)\b[^.。]{0,140}$").is_match(before) || verb_at.is_none_or(|it| it < asked) && !pattern!(r"(and|or|及|或|和) [^.]{0,20}$").is_match(&before[..asked]);
        // `inquire for information and/or apply by mail to`
        let both = pattern!(r"(and/or|and|or) (to )?(apply|send|submit)\b[^.]{0,40}$");
        if pure && !both.is_match(&before[asked..]) {
            return Role::Questions;
        }
    }
    if pattern!(r"^[^.。@]{0,60}(for|with|if you have|should you have) (any |further |more |additional )*(questions?|information|details|inquiries|enquiries|queries)|^[^.。@]{0,10}(咨询|答疑)").is_match(after)
        && !pattern!(r"^[^.。@]{0,10}(咨询|答疑)[和及与或、/](申请|报名|投递|应聘)").is_match(after)
        && !papers
    {
        return Role::Questions;
    }
    if pattern!(r"^[^@]{0,40}\b(accommodat|adjustment|accessib|disabilit)").is_match(after)
        && !papers
    {
        return Role::Questions;
    }
    // `Questions? Write to …`
    if above.trim_end().ends_with('?') && question.is_match(above) && !papers {
        return Role::Questions;
    }
    // `About the vacancy, please contact …`
    let asked = pattern!(r"\b(please|can|may|should|you) (also )?contact\b").is_match(before)
        && pattern!(r"^(about|regarding|concerning) ").is_match(before.trim_start());
    if asked && !papers {
        return Role::Questions;
    }
    if verb_at.is_some() {
        return Role::Apply;
    }
    let asks_above = question.is_match(above) && !pattern!(DOCUMENTS).is_match(above);
    // `Ada Ashdown: a@b.example`, below `send me an e-mail`.
    let named = pattern!(r"^\W*(?-i:[A-Z])[\p{L} .'-]{2,40}[:：]\s*$").is_match(before);
    if (before.trim().chars().count() < 12 || named) && !above.is_empty() {
        if asks_above {
            return Role::Questions;
        }
        if send.is_match(above)
            && pattern!(r"[:：]\s*$|\bto\s*$|至\s*$|apply|\b(e-?mail|write to|send) (me|us)\b|发送|投递|how to|申请方式|联系方式|邮箱")
                .is_match(above)
        {
            return Role::Apply;
        }
        if send.is_match(above) && pattern!(r"^(send )?to\s?:\s*$").is_match(before.trim_start()) {
            return Role::Apply;
        }
    }
    if in_application && !question.is_match(above) { Role::Apply } else { Role::Contact }
}

/// What the words right before and behind an address say that it is for.
fn beside(before: &str, after: &str) -> Option<Role> {
    // `mail one for details, or the other to apply`
    if pattern!(r"^[^.@]{0,6}\bto apply\b|^[^.@]{0,60}\b(and|or|and/or) (to )?apply\b")
        .is_match(after)
    {
        return Some(Role::Apply);
    }
    // What is written for a journal goes elsewhere.
    if pattern!(r"(投稿|来稿|稿件|\bmanuscripts?\b)[^。；]{0,24}$").is_match(before)
        && !pattern!(DOCUMENTS).is_match(before)
    {
        return Some(Role::Other);
    }
    // `a@b.example（学术问题），c@d.example（简历投递）`
    if let Some(role) = by_label(before) {
        return Some(role);
    }
    let asked = pattern!(
        r"^\s?\([^()@]{0,16}(问题|咨询|询问|答疑|\bquestions?\b|\binquir|\benquir|\bqueries)"
    );
    if asked.is_match(after) {
        return Some(Role::Questions);
    }
    if pattern!(r"^\s?\([^()@不]{0,16}(投递|简历|报名|申请材料|\bapplications?\b|\bcvs?\b)")
        .is_match(after)
    {
        return Some(Role::Apply);
    }
    None
}

/// What the words right before an address call it.
fn by_label(before: &str) -> Option<Role> {
    // `欢迎投递、咨询：`
    let both = pattern!(
        r"(投递|申请|报名|应聘)(简历)?[、和与及或/]\s?(咨询|答疑)\s?[:：]?\s?$|(咨询|答疑)[、和与及或/]\s?(投递|申请|报名|应聘|简历)(简历)?(邮箱)?\s?[:：]?\s?$"
    );
    // `该广告联系邮箱为：…`: who posted it.
    let poster = pattern!(
        r"(该|本|此)(广告|帖子?|信息|启事|招聘帖)[^，。；]{0,4}(联系)?(邮箱|方式|邮件)(为|是)?\s?[:：]?\s?$"
    );
    // `to subscribe, send a mail to`
    if pattern!(r"\b(un)?subscribe\b[^.]{0,80}$").is_match(before)
        && !pattern!(DOCUMENTS).is_match(before)
    {
        return Some(Role::Other);
    }
    if both.is_match(before) {
        Some(Role::Apply)
    } else {
        poster.is_match(before).then_some(Role::Contact)
    }
}
