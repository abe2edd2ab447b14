//! What stands behind a title and is no part of it.

use std::ops::Range;

use regex::Regex;

use super::pattern::pattern;

/// What each of them says, from one matter to the next.
fn ends() -> [&'static Regex; 8] {
    [
        // `| Tern Careers`, `_甲科技招聘-乙直聘`, `- Wrenlabs is hiring`, `; Strandby University`: whose page it is.
        pattern!(
            r"\s+[|–—-]\s+(?:[^|–—]{2,40} )?(careers?|jobs?|indeed|linkedin|glassdoor|.{2,20}(招聘网|人才网|论坛))$|\s?(?:[_|｜–—-]|」)\s?[^\s_|｜–—「」-]{0,16}招聘\s?[_|｜–—-]\s?\S{2,12}$|\s+[|–—-]\s+[\p{L}\d&. ]{2,30} (?:is|are) (?:hiring|recruiting)[!.]*$|; (?:the )?(?-i:University|College|Institute|[A-Z]\p{L}+ University)\b.*$|, (?-i:Department|School|Faculty|Institute|Division|Centre|Center|Section|Laboratory|Group) (?-i:of|for) [^,]{3,60}$|\s*\(?https?://[!-~]+$"
        ),
        // `position available`, `- apply now`, `wanted`, `2027校园招聘`, `(positions filled)`: that it is open, or was.
        pattern!(
            r"\s+(?:is |are )?(?:now |currently |immediately )?available(?: (?:in|at|with|from|for|starting|immediately|now)\b.{0,60})?[!.]*$|\s?[|:–—-]\s?(?:application )?(?:guidelines|call for applications|application (?:form|information|details)|how to apply|apply now|now open|job details)$|\s+links?$|\s+job description$|\s+(?:is |are )?wanted[.!]*$|\s+20\d\d[届年]?(?:校园|社会|春季|秋季|暑期)?招聘$|\s?\((?:positions? )?(?:is |are )?(?:now )?(?:filled|closed|expired)\)$"
        ),
        // `(posted in May)`, `, apply by 3 May`: when it was open.
        pattern!(
            r"\s?\((?:posted|updated|published|deadline|closes|closing)\b[^()]*\)$|[,;]? ?[(\[]?(?:apply by|deadline|closing( date)?|closes|closed?|due)\b:? .{2,40}$"
        ),
        // `(Ref. 17)`, `#17`: which one it is.
        pattern!(
            r"\s?\((?:ref|reference|job|id|req|no|nr|vacancy|posting)\b[^()]*\d[^()]*\)$|\s+#\d{1,6}$"
        ),
        // `(m/f/d)`, `(0.8 FTE)`, `(contract)`, `(2 years)`, `- Full-time`, `: Remote`, `，base杭州`: how it is worked, and where.
        pattern!(
            r"\s*\((?:all genders|(?:[mfwdxi]|div|gn)\.?(?:\s?[/|,]\s?(?:[mfwdxi]|div|gn)\.?){1,4})\)$|,?\s?\(?\d(?:[.,]\d+)?(?:\s?[-–]\s?\d(?:[.,]\d+)?)? ?fte\)?$|\s?\([^()]*\b(?:contract|permanent|fixed[ -]term|full[ -]time|part[ -]time|temporary|TV-?L)\b[^()]*\)$|\s?\(\d{2,3} ?%\)$|\s?\(\d{1,2} (?:months?|years?)\)$|\s?[,|–—-]\s?(?:full|part)[ -]time$|\s?[:|–—-]\s?(?:fully |100% )?(?:remote|hybrid|on-?site)(?: \([^()]*\))?$|[,，]\s?base\b.*$"
        ),
        // `- salary grade 7`, `- $120k`, `，月薪面议`, `25-45K`: what it pays.
        pattern!(
            r"\s+[|–—-]\s+(salary|pay) (grade|scale|group|band)\b.*$|\s+[|,–—-]?\s?\(?[$€£]\s?\d.{0,30}$|\s+\d{1,3},\d{3}\s?[-–~]\s?\d{1,3},\d{3}.{0,8}$|[,，|｜]?\s?(?:月薪|年薪|薪资|薪水|待遇|薪酬)[:：]?\s?(?:面议|优厚|\d).*$|[,，|｜/ ]\s?\d{1,3}(?:\.\d)?\s?[kK万]?\s?[-~–—]\s?\d{1,3}(?:\.\d)?\s?[kK万].*$"
        ),
        // `, starting in May`, `(EU citizens only)`, `，每周4天`, `(2 positions)`, `3名`, `(急招)`: from when, for whom, and how many.
        pattern!(
            r",? ?[|–—-]?\s?\(?(?:starting|to start|start(?: date)?:) .{3,30}$|\s?\((?:[\p{L}/]+ )?(?:students?|applicants?|candidates?|citizens|nationals) only\)$|[，,](?:每周|一周|到岗|至少|可转正|欢迎|有意|详情|请|诚邀|期待|感兴趣).*$|\s?\((?:\d|one|two|three|four|five|several)[\d–~ -]*(?:\d )?(?:open )?(?:positions?|openings?|vacanc(?:y|ies)|posts|places)\)$|\s?\(?(?:若干|数|多|[一二两三四五六七八九十\d]{1,2}(?:\s?[-–~至]\s?[一二两三四五六七八九十\d]{1,2})?)\s?(?:名|人|位)\)?$|\s?\([^()]*(?:base|薪|入职|待遇|有效|适合|经验|同学|应届|毕业生|更新|欢迎|转正|远程|内推|通道|直推|校招|社招|\d\s?[kK万]\b|元/|急招|截止)[^()]*\)$"
        ),
        // Marks of the page, and the end of a sentence.
        pattern!(r"</(?:b|i|u|em|strong|span)>$|[。.:：~～?？!！]+$"),
    ]
}

/// Where the first of them begins behind the first few characters, and what it is.
pub(super) fn first_end(title: &str) -> Option<Range<usize>> {
    let all = ends().into_iter().filter_map(|it| it.find(title));
    all.map(|it| it.range()).filter(|it| it.start > 3).min_by_key(|it| it.start)
}
