//! Whether a word for a paper is of something to send, and not of something to have, to do,
//! or to tell.

use std::ops::Range;

use super::pattern::pattern;
use crate::Item;

/// Whether a word is of something to send, and not of something to have or to do.
pub(super) fn is_sent(text: &str, item: Item, span: &Range<usize>) -> bool {
    let (before, after) = (&text[..span.start], &text[span.end..]);
    // What brackets say before it is about others: `names (send no letters), and a CV`.
    let apart = pattern!(r"\([^()]*\)|^.*, (just|only|but|simply) ").replace_all(before, "");
    if pattern!(r"\b(don't|do not|does not|need not|no|not) (need|require|want|send|include|attach|submit|accept|necessary|review|read|look at|consider|ask for|expect|use|collect)[^.;]{0,40}$|\bno (need for (an? )?)?$|(不需要?|无需|无须|不必|不用|请勿|不要)(提供|提交|附上?|发送|寄)?[^，。；]{0,8}$").is_match(&apart) {
        return false;
    }
    if pattern!(r"^[^.;,]{0,24}\b((is|are) not (required|needed|necessary|accepted)|(will|can|may|should|must) not be (accepted|considered|reviewed|read|sent|included))").is_match(after) {
        return false;
    }
    // `CV (with test scores)`: a part of it.
    if pattern!(r"(cvs?|resumes?|curriculum vitae|vitae|简历) ?\(((with|incl\.?|including|containing)\b|包括|包含|含|涵盖)[^()]{0,60}$").is_match(before) {
        return false;
    }
    // `CV with a list of projects`: a part of it, too.
    if item != Item::Cv && pattern!(r"(cvs?|resumes?|curriculum vitae|vitae) (with|including|containing|that (includes|lists)) (a |an |your |the )?(full |complete |short |hyperlinks? to |links? to )?$").is_match(before) && pattern!(r"^((full |complete )?lists?|links?|hyperlink|summary|overview)").is_match(&text[span.clone()].to_lowercase()) {
        return false;
    }
    // `CV with photo`, `a resume (in PDF, without a photo)`: how it is to look.
    if item == Item::Photo && pattern!(r"(\b(cvs?|r[eé]sum[eé]s?|curriculum vitae|vitae)|简历),? ?\(?[^(),;；，、]{0,16},? ?\W{0,3}(with|without|no|including|incl\.?|featuring)\b\W{0,3}(an? |your |the |any |recent |current |professional |passport )*$|\b(without|no)\b\W{0,3}(an? |any |your )?$|(简历|履历)表?\(?(无需|不要|不需|不用|不带|不含|不附|带|附带|贴有?|附有)[^，。；]{0,4}$").is_match(before) {
        return false;
    }
    // `In the CV, please include your papers`, too.
    if item != Item::Cv && pattern!(r"\b(in|on|within) (the|your) (cv|resume|curriculum vitae)\b,? (please )?(also )?(include|list|mention|add|state)\b[^.;]{0,100}$").is_match(before) {
        return false;
    }
    // `附上包括学习成绩的简历`: what the CV holds.
    if item != Item::Cv
        && pattern!(r"(包括|包含|含有?|涵盖|列有|注明|写有)[^，。；]{0,24}$").is_match(before)
        && pattern!(r"^[^，。；:]{0,16}的(个人|电子|中文|英文|详细)*(简历|履历)").is_match(after)
    {
        return false;
    }
    // `简历网申量最大的学校`
    if item == Item::Cv && pattern!(r"^(网申|投递)?(量|数量|总数|通过率|筛选|初筛)").is_match(after)
    {
        return false;
    }
    // `highlight any links to code`: in a paper named before.
    if item == Item::Other
        && pattern!(r"\b(highlight|emphasi[sz]e|point out)\b[^,.;]{0,24}$").is_match(before)
    {
        return false;
    }
    if is_others(text, item, span) {
        return false;
    }
    // `成果(如论文、GitHub主页)`: kinds of what stands before the bracket.
    let open = before.rfind('(').filter(|at| !before[*at..].contains(')'));
    if open.is_some_and(|at| {
        at > 0
            && pattern!(
                r"^\((如(?:[^有果]|$)|例如|比如|such as\b|e\.g\b|for example\b|for instance\b)"
            )
            .is_match(&before[at..])
    }) {
        return false;
    }
    // `a cover letter with a short personal statement`: a part of the letter.
    if item == Item::Statement
        && pattern!(r"\bletter,? (with|including|containing|that (includes|contains)) (an? |your )?(short |brief )?$")
            .is_match(before)
    {
        return false;
    }
    // `CV with publications list`, where the words hold the joint as well.
    if item == Item::Publications
        && pattern!(r"(cvs?|resumes?|curriculum vitae|vitae),? \(?(with|including|containing) (an? |your |the |full |complete )*(publications?|papers)( lists?)?$").is_match(&text[..span.end])
    {
        return false;
    }
    // `a letter expressing your research vision`: what it tells.
    let told = pattern!(
        r"\b(letters?|e-?mail|message|paragraph|note|statement|cv) (expressing|describing|explaining|outlining|stating|detailing|summari[sz]ing|addressing|highlighting|discussing|telling|indicating|presenting)\b[^,;.]{0,48}$"
    );
    // `a letter (a description of your studies and plans)`, too.
    let aside = pattern!(
        r"\bletters? ?\((an?|the|your|with|including|containing|describing|explaining|outlining|stating)\b[^()]*$"
    );
    if matches!(item, Item::Statement | Item::Publications | Item::Other)
        && (told.is_match(before) || aside.is_match(before))
    {
        return false;
    }
    // `Include in the e-mail a description of …`, `来信中说明研究兴趣`: words of the mail itself.
    if item == Item::Statement
        && (pattern!(r"\b(in|as part of) (the|your) ((body|text) of )?((the|your) )?(e-?mail|message|mail)( body)?[^.;]{0,40}$").is_match(before)
            || pattern!(r"^[^.;,]{0,50}\bin ((the|your) )?((body|text) of )?(the|your) (e-?mail|message|mail)\b").is_match(after))
        && pattern!(r"^(an? )?(short |brief )*(paragraph|description|summary|explanation|rationale|pitch)").is_match(&text[span.clone()])
        || item == Item::Statement && pattern!(r"(来信|邮件|正文|信|信件|信内)(正文)?(中|里|内|时)?请?(简要|简单)?(地)?(说明|介绍|告知|写明|注明|描述|阐述|简述|陈述)[^，。；]{0,12}$").is_match(before)
    {
        return false;
    }
    is_sent_kind(text, item, span)
}

/// What is asked of a word of one kind.
fn is_sent_kind(text: &str, item: Item, span: &Range<usize>) -> bool {
    let (before, after) = (&text[..span.start], &text[span.end..]);
    match item {
        // `流程：简历投递-笔试-面试` tells steps, and `回复“简历”` a word to type.
        Item::Cv
            if pattern!(r"^(投递|筛选|评估|初筛)?\s*(-|—|–|→|>|➜)+\s*(笔试|面试|初试|在线|测评|筛选|电话)").is_match(after)
                || pattern!(r"(回复|发送关键词)\s?[“\x22「]$").is_match(before) =>
        {
            false
        }
        Item::Publications if text[span.clone()].to_lowercase().starts_with("our ") => false,
        // `You will submit papers to conferences`: what is done there.
        Item::Publications
            if pattern!(r"^(submit|publish|write|present|read|review|prepare|draft)(ting|ing)? papers")
                .is_match(&text[span.clone()])
                || pattern!(r"^ (to|at|in) (top|leading|international|major|peer|high|conferences?|journals?|venues)\b")
                    .is_match(after) =>
        {
            false
        }
        // `Papers: CV, letter` names the list.
        Item::Publications if span.start < 3 && after.starts_with(':') => false,
        // `an abstract of your master thesis` is no thesis.
        Item::Publications
            if pattern!(r"\b(abstract|summary|outline|title|description|topic)s? (of|for) (your |the |a |their )*$").is_match(before) =>
        {
            false
        }
        // `(letter, CV, certificates)`: a bare letter is one only among other papers.
        Item::Letter if text[span.clone()].eq_ignore_ascii_case("letter") => {
            pattern!(r"^ (of|on|about|explaining|describing|stating|outlining|telling us|saying) (why|how|what|who) you\b").is_match(after)
                || pattern!(r"(\(|, |: |cv and |resume and |and a |; |\b(limit|keep|restrict|both) )(a |an |your |the )?$").is_match(before)
                && pattern!(r"^(,|;|\)| and (a |your |the )?(cv|resume|curriculum|transcript|certificate))").is_match(after)
                && pattern!(r"\b(cvs?|resumes?|curriculum vitae)\b").is_match(text)
        }
        // `briefly detail your motivation` is to be told in the mail.
        Item::Letter
            if pattern!(r"motivation$").is_match(&text[span.clone()])
                && pattern!(r"\b(detail|describe|explain|outline|state|tell|express|share|mention|summari[sz]e|discuss|indicate|present)\w*( us| me)?( about)? *$").is_match(before) =>
        {
            false
        }
        // `if you have papers, send your CV`, `如果你有论文发表，请…`: who is meant.
        Item::Publications
            if pattern!(r"\bif you (have|are)\b[^,.;]{0,40}$|(如果|若|假如)(你|您)[^，。；、]{0,24}$|(具有|拥有|发表了)[^，。；、]{0,14}$").is_match(before)
                && !pattern!(r"^[^.;。；]{0,30}\b(attach|include|send|submit) (it|them|one|those)\b|^[^。；]{0,16}(可|请)一?并?(附|提供)").is_match(after) =>
        {
            false
        }
        // A CV that lists publications, papers to write, and grades that are good.
        Item::Publications => {
            !pattern!(r"(publish\w*|writ(e|ing)|author\w*|read(ing)?|top|quality|high-\w*|lead\w*|toward|strong|record of|track|with|including (your |a |the )?list of|containing|发表过?(高水平)?|撰写|阅读|高水平|顶会|参与|完成|以上)\s*$").is_match(before)
                && !pattern!(r"^ (advis[eo]rs?|supervisors?|topics?|projects?|committee|students?|positions?|work|program|opportunit)").is_match(after)
                && !pattern!(r"^的(学生|同学|成员|意愿|能力|经历|奖励)").is_match(after)
                && !pattern!(r"^(发表|撰写|经历|经验|写作| (in (top|leading)|about|on) )").is_match(after)
                && !pattern!(r"(cv|resume|curriculum vitae|简历)[^,;.]{0,30},? ?(incl\.?|including|with|containing|包括|含)[^.;)]{0,40}$").is_match(before)
        }
        // `申请信息` is no letter.
        Item::Letter if text[span.clone()].ends_with('信') => !after.starts_with('息'),
        Item::Transcript => !pattern!(r"(英语|外语|四六级|四级|六级|托福|雅思)(水平)?$").is_match(before) && !pattern!(r"(information (about|on)( the| your)?|good|excellent|strong|high|top|优秀的?|良好的?)\s*$").is_match(before) && !pattern!(r"^(优秀|优异|良好|排名前)").is_match(after),
        // `能证明能力的材料` names none.
        Item::Certificates
            if &text[span.clone()] == "证明" && after.starts_with(|it: char| it >= '\u{4e00}') =>
        {
            false
        }
        // `Master's degree in physics` is to be had.
        Item::Certificates
            if pattern!(r"degrees?$").is_match(&text[span.clone()])
                && span.start < 12
                && !pattern!(r"^\s*(\(|$|[.,;])").is_match(after) =>
        {
            false
        }
        // `an IELTS score of 6.5 or above` is to be had, and not sent.
        Item::Certificates
            if pattern!(r"scores?$|results?$").is_match(&text[span.clone()])
                && (pattern!(r"^ (of|at|above|over|no|not|>|≥|\d|is|are|must|should|with)\b|^[^.;]{0,24}(or (above|higher|better)|\d\.\d|minimum|at least)").is_match(after)
                    || pattern!(r"\b(minimum|at least|requires?|achieve|obtain|have) (an? )?$").is_match(before)) =>
        {
            false
        }
        Item::Certificates => !pattern!(r"(实习|开具|提供实习|离职|obtain|earn|receive) ?(an? )?$").is_match(before) && !pattern!(r"^.{0,3}(经验)").is_match(after) && !text[span.clone()].contains("实习"),
        // `Proposal.` is an item of a list, and `Proposal Cover Page` is another thing.
        Item::Statement
            if span.start == 0
                && pattern!(r"^[\w ]*\bproposals?$").is_match(&text[span.clone()])
                && !pattern!(r"\b(research|project|study|thesis|phd)\b").is_match(&text[span.clone()]) =>
        {
            pattern!(r"^\s*($|[.,;:(])").is_match(after)
        }
        // `contact us to discuss your research proposal`: what is talked about first.
        Item::Statement
            if pattern!(r"\bdiscuss\w* ((your|their|any|an?|the|possible|potential|initial) )*$")
                .is_match(before) =>
        {
            false
        }
        Item::Statement | Item::Other => matches!(before.trim().to_lowercase().as_str(), "a" | "an" | "one") || !pattern!(r"(a|your own|write|develop|joint|own|defin\w+) (new )?$").is_match(before) || pattern!(r"send|submit|attach|include|upload|provide|with|application|and a\s*$|, a\s*$").is_match(before),
        // What is filled in on a page is no file; what is downloaded is one.
        Item::Form => {
            let online = pattern!(r"(on-?line|web|electronic|在线|网上|this|our|by means of the)( \w+)?\s*$|(complet|fill|submit)\w*( (in|out))?( the| our| this)?( \S+){0,3}\s*$").is_match(before)
                && (pattern!(r"^.{0,30}(at|via|on|here|https?:|www|online|below|link|button|\(https?)").is_match(after) || pattern!(r"^[^.]{0,24}\bclick").is_match(after) || pattern!(r"on-?line|web|electronic|在线|网上").is_match(before))
                && !pattern!(r"^[^.]{0,40}\S+\.(pdf|docx?|xlsx?)\b").is_match(after)
                && !pattern!(r"download|attached|\b(return|send|e-?mail|post|forward) (it|them|the (completed )?form)\b|\breturned? (it )?(to|by)\b|下载|附件").is_match(text);
            let online = online && !pattern!(r"^,? ?(via|by|per) (e-?mail|post|mail)\b").is_match(after);
            let online = online || pattern!(r"^s? ?\((on-?line|web|在线)\)").is_match(after)
                || pattern!(r"扫[^，。；]{0,12}码[^，。；]{0,8}$").is_match(before)
                || pattern!(r"填写[^，。；]{0,8}$").is_match(before) && pattern!(r"^\s?[(:：]?\s?https?:").is_match(after);
            !online && !pattern!(r"^\s*(of employment|factor)").is_match(after)
        }
        _ => true,
    }
}

/// What others have sent, what is written at work, and what is of another matter.
fn is_others(text: &str, item: Item, span: &Range<usize>) -> bool {
    let (before, after) = (&text[..span.start], &text[span.end..]);
    // `our alumni sent their CV to many firms`
    pattern!(r"\b(alumni|graduates|(past|former|previous) (interns?|students?|members?|fellows?))\b[^.;]{0,20}\b(sent|submitted|published|uploaded)\b[^.;]{0,80}$").is_match(&text[..span.end])
        // `The intern will write cover letters for grants`
        || pattern!(r"\b(you|interns?|students?|candidates?|assistants?) will (also )?(write|draft|edit|scan|review|process|collect|archive|digiti[sz]e)\b[^.;]{0,40}$").is_match(before)
        || match item {
            // `a photo of the river`
            Item::Photo => after.starts_with(" of ")
                && !pattern!(r"^ of (yourself|you|him|her|the (applicant|candidate|student)|each|passport)").is_match(after),
            Item::Publications => pattern!(r"^(投稿|指导|导师|评审|答辩)").is_match(after)
                // `For more about our work and recent publications, visit`
                || pattern!(r"\b(more|further|information|details) [^.;]{0,12}(about|on) [^.;]{0,60}$").is_match(before)
                    && pattern!(r"^[^.;]{0,24}\b(visit|see|check|on|at)\b").is_match(after)
                // `who are submitting their thesis soon`
                || pattern!(r"thes[ei]s$").is_match(&text[span.clone()])
                    && (pattern!(r"\b(submitting|defending|defended|completing|completed|finishing|finished|writing) (a |the |your |their )?$").is_match(before)
                        || pattern!(r"^ (soon|shortly|defen[cs]e)\b").is_match(after))
                || pattern!(r"\bcit(e|ing) [^.;]{0,30}$").is_match(before)
                || pattern!(r"\bcit(e|ing) [^.;]{0,40}\b(copy|copies|reprints?)$").is_match(before),
            _ => false,
        }
}
