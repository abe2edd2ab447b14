//! Who speaks for the candidate: letters, names only, sent by the referees, or unclear.

use super::{
    fact::Fact,
    lines::Shape,
    numbers::{NUMBER, range},
    page::{Page, Span},
    pattern::pattern,
    section::Section,
};
use crate::{ReferenceMode, References};

const LETTER: &str = r"(?:(?:letters?|statements?) of (?:recommendation|reference|support)|(?:recommendation|reference|support) letters?|(?:academic |professional )?recommendations?\b|推荐信|专家推荐|推荐函)";
const PERSON: &str = r"(?:referees?|reference persons?|recommenders?|references?|letter writers?|recommendation providers?|推荐人|推荐老师|推荐专家|证明人)";

/// `good grades and a personal recommendation`: what one has, where none is asked for.
fn is_had(text: &str, found: &str, section: Section) -> bool {
    pattern!(r"^(academic |professional )?recommendations?$").is_match(found)
        && section != Section::Apply
        && !pattern!(r"\b(send|sent|submit\w*|includ\w+|attach\w*|provide|upload\w*|need|require[ds]?|letters?|referees?|application|e-?mail\w*|apply|contact|name)\b").is_match(text)
        && !pattern!(NUMBER).is_match(text)
}

/// `the letters must be signed and indicate the name of the referee`: what they say.
fn is_within(text: &str) -> bool {
    pattern!(&format!(r"{LETTER}[^.;]{{0,24}}\b(must|should|shall|need to|have to|are to)\b[^.;]{{0,50}}\b(indicate|include|contain|state|bear|carry|give|mention|show|specify)\b[^.;]{{0,60}}\b(names?|contact|address|details|e-?mail)\b")).is_match(text)
}

/// `Interns receive a letter of recommendation`: what the candidate gets, at the byte `at`.
fn is_offered(text: &str, at: usize, section: Section) -> bool {
    let sends = pattern!(r"\b(submit|send|provide|upload|attach)\b");
    matches!(section, Section::Offer | Section::Duties) && !sends.is_match(text) || pattern!(r"\b(candidates?|interns?|students?|participants?|fellows?|volunteers?) (who [^.]{3,40} )?(will|can|may) (also )?(receive|get|obtain|be (given|awarded|offered|eligible))[^.]{0,60}$|(we|you will|you'll|可|将)[^.]{0,30}(provide|receive|get|write|offer|issue|获得|提供|开具)[^.]{0,40}$|\b(students|interns|alumni|members|graduates|fellows) (often |regularly |always |usually )?(receive|received|get|got|obtain|earn)\b[^.]{0,24}$|(找|让|请)(我|我们|老师|导师)写[^，。；]{0,4}$|(全力|大力)?(支持|协助|辅导)[^。；]{0,40}$|(帮助?|帮忙|为)[^。；]{0,30}(写|撰写|提供|开具)[^。；]{0,12}$|\b(help|support|assist)\w*[^.]{0,60}(with|along with|by) (writing|providing|strong)[^.]{0,20}$").is_match(&text[..at]) && !pattern!(r"you (must|should|need|have to)").is_match(text)
}

/// `Shortlisted candidates may be asked for a letter`: that is later.
fn is_of_the_next_round(text: &str) -> bool {
    pattern!(
        r"\b(short-?listed|long-?listed|selected|successful) (candidates?|applicants?)\b|\bfinalists?\b"
    )
    .is_match(text)
}

/// How many letters or referees a sentence asks for.
fn how_many(text: &str) -> Option<u32> {
    let count = pattern!(&format!(
        r"(?P<n>{NUMBER}(?:\s?(?:-|–|~|～|to|or|至|到|或)\s?{NUMBER})?)(?: \(\d\))?\s?(?:封|位|名|份|个)?(?:以上)?(?: \(but [^()]{{2,30}}\))?(?: (?:or more|academic|professional|signed|confidential|recent|potential|possible|independent|strong|written|relevant|at least|personal|of the|individual|senior))*\s?(?:[^\s)]+ )??(?:专家|教授|导师|副教授|同行|高级职称){{0,2}}的?{any_of}",
        any_of = r"(?:letters? of (?:recommendation|reference|support)|(?:recommendation|reference|support)|recommendations|referees?|recommenders?|reference persons?|references?|推荐|persons?|people|individuals|academics|scientists|researchers|experts|证明人|contacts)"
    ));
    // `references (three or more)`, `推荐信二封`: the number stands behind.
    let behind = pattern!(&format!(
        r"(?:{LETTER}|{PERSON}) ?(?:\((?:at least |minimum |min\. ?|至少|不少于|共)?(?P<n>{NUMBER})\b[^)]{{0,12}}\)|[:：]?\s?(?:至少|各|共)?(?P<m>{NUMBER})\s?(?:封|份|位|名)(?:以上)?(?:[，,。；、()]|$))"
    ));
    // `up to three letters` asks for none in particular.
    let most = pattern!(r"(up to|at most|no more than|a maximum of|最多|至多|不超过)\s?$");
    count
        .captures(text)
        .filter(|it| !most.is_match(&text[..it.get(0).map_or(0, |all| all.start())]))
        .or_else(|| behind.captures(text))
        .and_then(|it| range(it.name("n").or_else(|| it.name("m"))?.as_str()))
        .map(|(low, _)| low)
        .filter(|it| *it <= 6)
}

/// How references reach the posting, and how many.
pub(crate) fn references(page: &mut Page<'_>) -> Option<Fact<References>> {
    // `the names of two people who could comment on your work`
    let speaks = pattern!(
        r"(?:names?|contacts?|contact details?|details) (?:and \S+(?: \S+)? )?(?:of|for) \S+(?: \S+){0,2}? (?:people|persons?|academics|colleagues|professors|individuals|scientists|supervisors|researchers|experts|teachers|lecturers|faculty(?: members)?|mathematicians) (?:who|that|willing|able|we) "
    );
    let any = pattern!(&format!("{LETTER}|{PERSON}"));
    let not = pattern!(
        r"reference (number|no\.?|code|id|:)|job reference|(with|in|by) reference to|preference|terms of reference|reference (model|implementation|architecture|data|frame|point|genome|standard)|(frame(work)?|point) of reference|(find|go to|cross|all|code|symbol) references|\bfor (ease of )?reference\b|referee reports?\b|(quote|quoting|state|ref\w*) (the )?reference|recommend(ation)? (system|engine|algorithm|model)s?|recommender (system|model)|推荐系统|推荐算法|内推"
    );
    // `recommendation systems`, `the one who is recommended`: no words about referees.
    let number_of = pattern!(
        r"\brecommend(ation|er|ing)s? (systems?|engines?|algorithms?|models?|tasks?|quality)\b|被推荐(人|者)|(quot(e|ing)|with|stating|under|state)?( the)? ?(job )?reference (number|no\.?|code|id|nr)|quoting( the)? reference( \S+)?|https?://[!-~]+"
    );
    let mut modes: Vec<(ReferenceMode, Option<u32>, Span)> = Vec::new();
    for sentence in &page.sentences {
        let whole = page.at(&sentence.span);
        // `Quoting reference number 17, send the names of two references`.
        // A link may have any word in it.
        let text: &str =
            &number_of.replace_all(whole, |it: &regex::Captures<'_>| "-".repeat(it[0].len()));
        // `two referees (please do not include letters)` asks for them all the same.
        let apart = pattern!(r"\([^()]*\b(do not|no|not)\b[^()]*\)").replace_all(text, "");
        if pattern!(r"(is|are) not (required|needed|necessary)|(do|need|does)( not|n['’]t) (send|include|submit|provide|attach|enclose|upload|ask for|require|need|want|expect|collect)|no (need for )?(letters?|references?)|无需|不需要|请勿|(无法|不能|不会|不予|不再|概不)(给与|给予|提供|开具|出具|撰写|写)[^，。；]{0,8}推荐").is_match(&apart) {
            continue;
        }
        let Some(found) = any.find(text).or_else(|| speaks.find(text)) else { continue };
        // `推荐人信息` above who posted it: a heading asks for nothing.
        let line = &page.lines[sentence.line];
        if line.shape == Shape::Heading && !pattern!(NUMBER).is_match(text) {
            continue;
        }
        // What somebody is chosen by is asked for elsewhere.
        if pattern!(r"\b(criteria|(selected|chosen|judged|assessed|evaluated|ranked) (on|by|based|according))\b|based on [^.]{0,60}(letters?|references?)").is_match(text)
            && !pattern!(r"\b(send|submit|include|attach|provide|upload|need|require)").is_match(text)
        {
            continue;
        }
        if is_had(text, found.as_str(), sentence.section) {
            continue;
        }
        let offered = is_offered(text, found.start(), sentence.section);
        if not.is_match(text) && !pattern!(&format!("{LETTER}|referees?")).is_match(text) || offered
        {
            continue;
        }
        let sent = pattern!(r"(referees?|recommenders?|letter writers?|references?|supervisors?|advisors?|they)( \w+){0,5} (directly )?(send|submit|upload|provide|write)\b|(referees?|recommenders?|letter writers?|references?|supervisors?|advisors?)( \w+){0,3} (to|should|must|will|can|may|directly) (directly )?e-?mail\b|(sent|submitted|uploaded|e-?mailed|provided|requested) (directly )?(separately )?(online )?(directly )?(by|from) (the |your |their |at least |\w+ )*(referees?|recommenders?|writers?|supervisors?|professors?|references?)|letters?( \w+)? to be (sent|submitted|e-?mailed) \(?(directly|separately)|arrange (for )?[^.]{0,60}(sent|submitted|e-?mailed|uploaded|letter)|have [^.]{0,50}(letters?|referees?|recommenders?)[^.]{0,40}(sent|send|e-?mail|submit|upload)|letters?[^.]{0,60}(sent|submitted|e-?mailed) (directly|separately|independently)|ask[^.]{0,40}(referees?|recommenders?|supervisors?)[^.]{0,30} to (send|submit|e-?mail|upload)|who will (then )?(receive|get|be (sent|asked|invited|contacted|e-?mailed))[^.]{0,70}(upload|submit|letter|link|recommendation)|推荐人[^。]{0,16}(直接|单独|另行|自行)(发送|寄|提交|发至|发到|上传)|由推荐人[^。；]{0,8}(发送|寄|提交|上传)|推荐信由(推荐|导师|老师|教授|专家)[^。；，]{0,20}(寄|发送|发至|发到|提交|上传)|推荐人(老师|本人)?(于[^。；，]{0,20}前?|在[^。；，]{0,20}前?)?(以|用|通过|将|把|从)[^。；]{0,24}(寄|发送|发至|发到|提交|上传|投递)|(referees?|recommenders?|letter writers?)[^.]{0,60}\basked\b[^.]{0,40} to (upload|submit|send|write|provide|e-?mail)|\b(receipt|arrival) of (all |the )?(recommendation|reference|letters? of)|\bdeadline for (the )?(recommendation|reference|letters? of)").is_match(text);
        let names = pattern!(&format!(r"(names?|contacts?|contact (details?|information|info|data)|e-?mail addresses?|e-?mails?|address(es)?|details|information|coordinates|list),?( \S+){{0,10}}? (of|for|from)?( \S+){{0,6}}?{PERSON}|\b(naming|nam(e|es)|list(ing)?|identify(ing)?|nominat(e|ing)|details? of|give|giving|quote|quoting|supply(ing)? the names of) (at least |up to |the names of )?({NUMBER} )?(\w+ ){{0,2}}{PERSON}|{PERSON}[^.;]{{0,50}}(contact|e-?mail address|names?|details)|contacts? for (potential |possible )?(recommendations?|references?)|\breference persons?\b|{PERSON} (who|that|which) (can|could|may|might|would) |\b(cvs?|resumes?|curriculum vitae)[^.;,]{{0,12}} (including|incl\.?|with|and) (at least )?{NUMBER} references\b|(willing|able|agreed?) to (serve|act|provide)[^.]{{0,40}}(reference|referee)|{PERSON}[^。；]{{0,10}}(姓名|联系|联络|信息|资料|名单|邮箱|电话)|[^。]{{0,6}}(姓名|联系方式)[^。]{{0,6}}推荐人")).is_match(text) || speaks.is_match(text);
        let names = names && !is_within(text);
        // `contact information for three referees who will be asked for letters` asks for names.
        let invited = pattern!(r"\b(who|that|which) (can|could|may|might|would) (also )?(provide|write|give|support|speak)\b|who will (then )?be (solicited|asked|invited|contacted|requested)|whom we (will|may|can) (ask|contact|invite)").is_match(text);
        // `the names of three referees, either by e-mail or on paper` is how to send them.
        let by_mail = pattern!(r"\b(by|via|per) e-?mail\b").is_match(text)
            && !pattern!(LETTER).is_match(text)
            && !pattern!(r"\basked\b[^.]{0,40} to (upload|submit|send|write|provide)")
                .is_match(text);
        let sent = sent && !(names && (invited || by_mail));
        let letters = pattern!(LETTER).is_match(text);
        let later = pattern!(r"(may|might|could|will) (also )?be (asked|requested|required|contacted)|(up)?on request|at a later|later stage|shortlisted|后续|面试后").is_match(text);
        if later && !sent && !names && is_of_the_next_round(text) {
            continue;
        }
        let mode = if sent {
            ReferenceMode::Sent
        } else if names {
            ReferenceMode::Names
        } else if later || !letters {
            ReferenceMode::Unclear
        } else {
            ReferenceMode::Letters
        };
        let count = how_many(text);
        let plain = mode == ReferenceMode::Unclear
            && count.is_none()
            && !pattern!(r"referees?|推荐人|letters?").is_match(text)
            && !pattern!(r"\b(cv|submit|send|include|provide|application|list of)\b")
                .is_match(text);
        if !plain {
            let span = sentence.span.start + found.start()..sentence.span.start + found.end();
            modes.push((mode, count, span));
        }
    }
    let rank = |it: &ReferenceMode| match it {
        ReferenceMode::Sent => 0,
        ReferenceMode::Names => 1,
        ReferenceMode::Letters => 2,
        ReferenceMode::Unclear => 3,
    };
    let (mode, own, span) = modes.iter().min_by_key(|(mode, ..)| rank(mode))?.clone();
    let mut counts: Vec<u32> = modes.iter().filter_map(|(_, count, _)| *count).collect();
    counts.dedup();
    let count = own.or(if counts.len() == 1 { counts.first().copied() } else { None });
    if mode == ReferenceMode::Unclear {
        page.ask(
            "references.mode",
            "the text does not say whether referees write, are named, or send letters themselves",
            std::slice::from_ref(&span),
        );
    }
    Some(page.fact(References { mode, count }, &span))
}
