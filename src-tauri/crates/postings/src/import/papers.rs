//! Words for what is sent along, and how far the words about each of them reach.

use std::ops::Range;

use regex::Regex;

use super::{page::overlaps, pattern::pattern, sent::is_sent};
use crate::Item;

/// A paper that a sentence names.
#[derive(Debug, Clone)]
pub(crate) struct Paper {
    pub(crate) item: Item,
    pub(crate) span: Range<usize>,
    /// Where the words about it begin: behind the paper before it.
    pub(crate) lead: usize,
    /// Where they end: at the paper after it.
    pub(crate) clause: usize,
    /// Where they end when a list shares them: `CV and letter in PDF`.
    pub(crate) shared: usize,
    /// The same for languages, which are shared less often.
    pub(crate) shared_language: usize,
}

/// The papers of a sentence, in their order.
pub(crate) fn papers(text: &str) -> Vec<Paper> {
    let mut found: Vec<(Item, Range<usize>)> = Vec::new();
    for (item, pattern) in kinds() {
        for it in pattern.find_iter(text) {
            let range = it.range();
            if !found.iter().any(|(_, other)| overlaps(other, &range))
                && is_sent(text, item, &range)
            {
                found.push((item, range));
            }
        }
    }
    found.sort_by_key(|(_, range)| range.start);
    let mut out: Vec<Paper> = Vec::new();
    for (number, (item, span)) in found.iter().enumerate() {
        let lead = number.checked_sub(1).map_or(0, |it| found[it].1.end);
        let clause = found.get(number + 1).map_or(text.len(), |(_, next)| next.start);
        // Formats named behind the last of a list are for all of it.
        let mut shared = clause;
        let mut language = clause;
        for (at, (_, next)) in found.iter().enumerate().skip(number + 1) {
            let between = &text[found[at - 1].1.end..next.start];
            if between.chars().count() > 28
                || pattern!(r"[.;:。；]|\b(send|fill|in (english|chinese|pdf)|pdf)\b|发|投")
                    .is_match(between)
            {
                break;
            }
            shared = found.get(at + 1).map_or(text.len(), |(_, next)| next.start);
            if text[next.end..shared].trim_start().starts_with("in ")
                || pattern!(r"^\W{0,3}(all |both )?in (english|chinese)")
                    .is_match(&text[next.end..shared])
                || text[next.end..shared].trim_start().starts_with('(')
                    && text[next.end..shared].contains("all in")
            {
                language = shared;
            }
        }
        out.push(Paper {
            item: *item,
            span: span.clone(),
            lead,
            clause,
            shared,
            shared_language: language,
        });
    }
    out
}

/// The words for each kind; those that hold others come first.
fn kinds() -> [(Item, &'static Regex); 10] {
    [
        (
            Item::References,
            pattern!(
                r"(?:letters? of (?:recommendation|reference|support)|(?:recommendation|reference|support) letters?|letters? from (?:your |the |two |your former )?(?:referees?|supervisors?|professors?)|written recommendations\b|推荐信|推荐函)"
            ),
        ),
        (
            Item::Letter,
            pattern!(
                r"\b(?:cover(?:ing)?[\s-]?letters?|cover(?:ing)? notes?|(?:motivation(?:al)?|application|presentation) letters?|letters? of (?:motivation|interest|intent(?:ions?)?|application|introduction|presentation)|(?:letter|statement) of motivation|motivation statement|personal letter|(?:your|a short|a brief) motivation|anschreiben|motivationsschreiben|(?:a )?(?:few |short )?(?:words|lines|note) of motivation|(?:short|brief) (?:letter|motivation)|letter)\b|求职信|自荐信|动机信|申请信|自我推荐信|意向书|套磁信"
            ),
        ),
        (
            Item::Statement,
            pattern!(
                r"^(?:your |a list of (?:your )?)?research interests?[.;,]?$|\b(?:(?:personal|research|teaching|diversity|academic|purpose) statements?|statements?(?: \([^()]{1,24}\))? (?:indicating|addressing|on (?:why|how|what|your)|of how|setting out|detailing|explaining|describing|outlining|saying|about)|(?:short |brief |clear )*write-?ups?(?: (?:stating|describing|of|on|about))?|statements? of (?:purpose|research|interests?|research interests?|intent|objectives?|teaching|your .{2,30})|essays?|(?:project|research|thesis|ph\.?d) (?:descriptions?|outlines?|ideas?)|research (?:proposals?|plans?|summary|vision|interests? statement|outline)|(?:project|study) (?:proposal|plan)|(?:proposed )?work(?:ing)? plans?|plans? of (?:work|study)|statements? of (?:skills?|qualifications?|career goals|motivation and)|^(?:an? |the |your )?(?:full |detailed |short |brief |written )*proposals?|(?:an? )?(?:short |brief )?(?:paragraph|explanation|description|summary|pitch|rationale) (?:on|about|for|of|describing|explaining) (?:which|why|what|how|your (?:research|interests?|motivation|ideas?|project))|(?:summary|statement|description|outline) of (?:your |their )?(?:career|professional|research|academic) (?:goals|objectives|plans|aims)|(?:description|summary|statement|overview|outline|account) of (?:your |the |past |previous |current |research |their |his |her )*(?:research|interests?|experience|work|(?:thesis |proposed )?projects?)(?: interests?| experience)?)\b|\bSOP\b|研究计[划画]书?|(?:研究|个人|学术|科研|职业|学习)(?:兴趣|目标|意向|动机|规划|经历)?(?:陈述|自述)书?|(?:研究|科研)(?:兴趣|意向|规划)(?:说明|介绍|书)|个人陈述|研究陈述|自我陈述|个人自述|自传|读书计[划画]|研究设想|科研计划|学习计[划画]|自述|工作设想|(?:研究|科研)经历(?:说明|介绍|简介)|研究兴趣说明|(?:研究|科研)兴趣(?:和|与|及|以及)(?:未来)?(?:研究)?(?:计划|规划)|未来.{0,6}(?:研究|工作)(?:计划|设想)"
            ),
        ),
        (
            Item::Form,
            pattern!(
                r"\b(?:application|registration|nomination|entry|applicant|data|evaluation|personal information|personal details|candidate|cover|enrol?ment|monitoring) forms?\b|\bcover[\s-]?sheets?\b|\b(?:application|applicants?|candidates?|supplement(?:al|ary)|intake) questionnaires?\b|\b(?:attached|enclosed|printed|signed|downloaded) application\b|\bform [A-Z]{1,4}-?\d{1,4}\b|(?:申请|报名|登记|信息|应聘|推荐|汇总|应聘人员|情况|审批|意向|基本信息)表(?:格)?|申请书"
            ),
        ),
        (
            Item::Transcript,
            pattern!(
                r"\b(?:transcripts?(?: of (?:records?|grades|marks|studies))?|academic records?|grade (?:sheets?|reports?|transcripts?)|records? of (?:[\w'&]+ ){0,4}?(?:study|studies|grades|courses)|overview of (?:your |all |the )*(?:courses and )?grades|mark ?sheets?|(?:list|copies|copy|records?) of (?:(?:all |your |the |courses and |course )*)(?:grades|marks|transcripts?)|grades|study records?|course records?|exam results)\b|成绩单|成绩证明|成绩排名|(?:本科|硕士|在校|学习)成绩|成绩与排名"
            ),
        ),
        (
            Item::Certificates,
            pattern!(
                r"\b(?:(?:copy |copies )?(?:of )?(?:an? |the )?documents? (?:certifying|proving|confirming|attesting) (?:to )?(?:the|your|an?) [\w ]{0,20}?(?:degrees?|education|qualifications?)|(?:degree |diploma |university |language |educational |academic |english |school |work |birth |enrol?ment )*(?:certificates?|diplomas?|certifications?)(?: of (?:enrol?ment|degrees?|english))?|^(?:your |copy of (?:your )?)?(?:master'?s?|bachelor'?s?|ph\.?d\.?|doctoral) degrees?|(?:proof|evidence|confirmation) of (?:\w+ ){1,4}?(?:status|citizenship|residen\w+|enrol?ment|eligibility|income|admission|registration|insurance|military service)|(?:sat|act|gmat|lsat|mcat|hsk|cet-?[46]|duolingo)(?:/(?:sat|act))? scores?(?: reports?)?|(?:academic|university|college) degrees|cop(?:y|ies) of (?:your |the |all )*(?:(?:b\.?sc|m\.?sc|b\.?a|m\.?a|ph\.?d|bachelor'?s?|master'?s?)(?: and |,? or |, |/)?){1,3} ?(?:degrees?|diplomas?)|(?:master'?s?|bachelor'?s?|b\.?sc|m\.?sc|ph\.?d) (?:degree )?(?:certificates?|diplomas?)|proof of (?:enrol?ment|english|language|degree|education|student status|studies)[\w ]{0,24}?|degree (?:documents?|scans?)|(?:copies of )?(?:relevant |academic |educational )*qualification (?:documents?|certificates?)|evidence of english|(?:english|language|toefl|ielts|gre)(?: \w+)? (?:scores? reports?|reports?|scores?|results?)|language test (?:scores?|results?)|(?:toefl|ielts|gre)(?:/(?:toefl|ielts|gre))? (?:scores? reports?|scores?|results?)|english (?:test )?scores?)\b|(?:英语|外语|四六级|六级|托福|雅思|TOEFL|IELTS|GRE)(?:水平|考试)?成绩(?:单|证明)?|(?:学历|学位|学历学位|毕业)证件(?:影本|复印件|扫描件)?|(?:学历|学位|获奖|英语|毕业|在读|在学|荣誉|四六级|六级|外语|英语水平|学籍|职称|资格|奖励|语言)*(?:证书|证明)(?:材料|扫描件|复印件)?"
            ),
        ),
        (
            Item::Publications,
            pattern!(
                r"\b(?:(?:full |complete )?(?:lists? of )?(?:\w+ )?(?:publications?|papers)(?: lists?)?|(?:an?|one|your best|your latest) (?:(?:recent|representative|published|relevant|own) )?paper\b|writing samples?|samples? of (?:your |recent |own )*(?:\w+ )?writing|sample publications?|publication lists?|reprints?|(?:copy|copies|pdfs?|summary) of (?:your |the |a |up to |\w+ |master'?s? )*(?:publications?|papers?|thes[ie]s|dissertations?)|(?:representative|selected|sample|best|recent|relevant|scientific|published) (?:publications?|papers?|articles?)|(?:master'?s?|bachelor'?s?|phd|your|msc|bsc) thes[ei]s|thesis abstract)\b|代表(?:作|性)?(?:论文|成果|性成果)?(?:全文)?|论文(?:全文|清单|列表|目录|复印件|发表)?|发表(?:的)?论文|写作(?:样本|样例)|论文样本|学术成果|(?:科研)?成果(?:清单|目录|列表)|(?:论文)?(?:著作|论著)(?:目录|清单|一览表?)|论著"
            ),
        ),
        (
            Item::Photo,
            pattern!(
                r"\b(?:photo(?:graph)?s?|passport[\s-]photo|headshot)\b|证件照|照片|一寸照|二寸照"
            ),
        ),
        (
            Item::Cv,
            pattern!(
                r"\b(?:c\.?v\.?s?|resumes?|curricul(?:um|a)(?:[\s-]vitae?)?|vitae|bio-?data|lebenslauf|bio[\s-]?sketch)(?:s?/(?:resumes?|cvs?))?(?:'s|s)?\b|\br[eé]sum[eé]s?|简历表?|履历表?"
            ),
        ),
        (
            Item::Other,
            pattern!(
                r"\b(?:(?:coding|code|programming|work|research)(?: or \w+)? samples?|(?:sample|example) code|portfolios?|(?:copy|scan|copies) of (?:your |the |a |valid )*(?:passport|id(?: card)?|identity card)|passport(?: copy| scan)?|links? to (?:your |a |some |any )*(?:code|portfolio|project|website|homepage|github|gitlab|repositor|repo\b|demo|work|app\b|blog|video|open[\s-]source)\w*(?: (?:or|and) (?:portfolio|github|website|code)\w*)?|(?:links? to (?:your |a )*)?github (?:profiles?|links?|accounts?|repos\w*|page)|(?:title and )?abstracts? (?:of|for) (?:your |a |the |their |ph\.?d |doctoral |master'?s? |bachelor'?s? )*(?:poster|talk|presentation|paper|thesis|contribution)|(?:teaching|design|art|writing|creative) portfolios?|(?:copy of (?:your |the |a )?)?student (?:id )?cards?|list of (?:your )?(?:relevant )?(?:courses?|coursework|projects|skills|awards|patents)|(?:sample|samples|examples?) of (?:your )?(?:recent |past |previous |own )*(?:work|code|design|software)|work examples|screen(?:ing)? questionnaire|(?:course|project|award) lists?|design samples?|budgets?|video (?:introduction|statement|presentation)|answers to .{3,40}|work permits?|health insurance)\b|作品集|身份证(?:复印件|扫描件|正反面)?|护照(?:复印件|扫描件)?|代码(?:样例|链接)|GitHub(?:链接|主页|地址)|个人主页|视频(?:介绍|简历|自我介绍)|支撑材料|证明材料|体检报告|户口本(?:复印件)?|(?:设计|项目|个人)作品(?:链接|附件|集)?|作品(?:样例|链接|附件)|项目(?:清单|介绍)|课程(?:清单|列表)|专利(?:清单|列表)|博客(?:链接|地址)"
            ),
        ),
    ]
}
