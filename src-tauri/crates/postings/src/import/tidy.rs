//! A title without what a list, a page or whoever looks for somebody puts around it.

use std::ops::Range;

use super::{card::names_role, ends::first_end, names, pattern::pattern};

/// Where the title itself stands in the words of its line: without `[Job]`, `Hiring:`,
/// `诚聘`, what it pays, until when, and the name of the site.
pub(super) fn tidied(text: &str) -> Range<usize> {
    let mut span = trimmed(text, 0..text.len());
    // One may stand around the other: `[招聘] 【甲】诚聘 …(20k-40k)`.
    for _ in 0..6 {
        let before = span.clone();
        span = trimmed(text, head(text, span));
        span = trimmed(text, tail(text, span));
        span = trimmed(text, quoted(text, span));
        if span == before {
            break;
        }
    }
    if span.is_empty() { 0..text.len() } else { span }
}

/// The same without the space and the signs around it.
fn trimmed(text: &str, span: Range<usize>) -> Range<usize> {
    let words = &text[span.clone()];
    let start = span.start + words.len() - words.trim_start_matches([' ', '-', '–', '—']).len();
    let end = span.start + words.trim_end_matches([' ', '-', '–', '—', ',', '，', '|']).len();
    start..end.max(start)
}

/// `"Research Intern"`, `「算法工程师」`: the quotation marks go where they are around all.
fn quoted(text: &str, span: Range<usize>) -> Range<usize> {
    let words = &text[span.clone()];
    let marks = [('"', '"'), ('“', '”'), ('「', '」'), ('『', '』'), ('【', '】')];
    // One that is open, or that closes what is cut off.
    if words.matches('"').count() == 1 {
        let own = words.trim_matches('"');
        let at = words.find(own).unwrap_or(0);
        return span.start + at..span.start + at + own.len();
    }
    let inner = marks.into_iter().find_map(|(open, close)| {
        let inner = words.strip_prefix(open)?.strip_suffix(close)?;
        (!inner.contains([open, close])).then_some(inner)
    });
    inner.map_or(span.clone(), |it| {
        let start = span.start + (words.len() - it.len()) / 2;
        start..start + it.len()
    })
}

/// What stands before a title.
fn head(text: &str, span: Range<usize>) -> Range<usize> {
    let words = &text[span.clone()];
    // `Home > Jobs > Rust Developer`: the way to a page, and the page.
    if let Some(last) = pattern!(r"\s[>»›]\s").find_iter(words).last()
        && is_role(&words[last.end()..])
    {
        return span.start + last.end()..span.end;
    }
    let said = pattern!(
        r"^(\d{1,2} (?-i:[A-Z][a-z]+) 20\d\d\s?[|·–-]\s?|(?-i:[A-Z][a-z]+) \d{1,2}, 20\d\d\s?[|·–-]\s?|20\d\d[-./]\d{1,2}[-./]\d{1,2}\s?[|·–-]?\s?|(re|fwd?|subject|title|标题|主题|题目|职位|岗位|(招聘)?(职位|岗位)(名称)?|job opening|job offer|job opportunity|job vacancy|job posting|job|open position|open call|vacancy|announcement|now open|openings?|position|wanted|hiring|recruiting)\s*:\s*|\((?:call |position |applications? |search |now )?(?:closed|filled|expired|extended|reopened|open)\)\s*|(?:(?:open|available|new|vacant) (?:positions?|jobs?|roles?|openings?)|call for (?:applications?|candidates)|(?:job|career) (?:opportunity|opportunities|vacancies)|positions? (?:available|open)|vacanc(?:y|ies)|join (?:us|our (?:team|lab|group)|the (?:team|lab|group)))\s*[:!–—-]\s*|(?:positions?|jobs?|vacancies)\s+[–—-]\s+|announcement of (?:an? |the )?|announcing (?:the |our |an? )?|positions? for (?:an? )?|\((?:coming|opening|available|starting)\b[^()]{2,30}\)\s*|(?:we(?: are|'re)(?: now)? (?:hiring|recruiting)|now hiring|hiring)\s?[:!]\s*|\[[A-Za-z0-9 _/:,-]{2,32}\]\s+|\[(招生|招聘|实习|内推|转载|招募)+\]\s*|(招聘|招生|实习|内推|诚聘|急聘|招募|招人|急招|校招|社招|岗位招聘|招聘岗位|招聘启事|招聘信息|人才招聘|招贤纳士|加入我们|诚聘英才)\s?[|｜丨:]\s?|【(?:20\d\d[届年]?)?(转载|置顶|秋招|春招|暑期实习|转发|分享|招聘|实习|内推|校招|社招|急招|招募|信息|长期|诚聘|急聘|科研|暑研|远程|博士|博后|岗位|热招)+】\s*|(?:</?(?:b|i|u|em|strong|span)>|[#>*\s\p{So}])+)+"
    );
    if let Some(found) = said.find(words) {
        return span.start + found.end()..span.end;
    }
    // `【甲公司招聘】`: who looks for somebody.
    let board = pattern!(r"^[\[【][\p{Han}A-Za-z]{2,12}(?:招聘|内推|校招|社招|实习|急招)[\]】]\s?");
    if let Some(found) = board.find(words).filter(|it| is_role(&words[it.end()..])) {
        return span.start + found.end()..span.end;
    }
    if let Some(found) = announced(words) {
        return span.start + found.start..span.start + found.end;
    }
    // `【博士后招聘】甲大学乙课题组`: whom they look for, and who they are.
    let inner = pattern!(
        r"^[\[【](?P<a>[^\[\]【】]{2,30}?)(?:招聘|招募|招生)?[\]】]\s?[^\[\]【】]{0,30}?(?:大学|学院|研究院|研究所|公司|科技|集团|课题组|团队|实验室|研究组|\bLab)\s?(?:招聘|招募)?$"
    );
    if let Some(role) = inner.captures(words).and_then(|it| it.name("a"))
        && ends_as_role(role.as_str())
        && !is_role(&words[role.end()..])
    {
        return span.start + role.start()..span.start + role.end();
    }
    // `甲实验室招人啦！RA/实习生`
    let calls = pattern!(r"^[^。；「]{0,30}?(?:招人|招新)(?:啦|了|中)?[!:,，\s！：]+");
    if let Some(found) = calls.find(words).filter(|it| is_role(&words[it.end()..])) {
        return span.start + found.end()..span.end;
    }
    // `[Town]`, `【远程｜兼职】`: where it is, and of which kind.
    if let Some(found) =
        pattern!(r"^[\[【(]([^\[\]【】()]{2,30})[\]】)]\s?[-–—:]?\s?").captures(words)
        && found[1].split(['/', '|', '｜', '、', ',', '，', ' ']).all(is_aside)
        && names_role(&words[found[0].len()..])
    {
        return span.start + found[0].len()..span.end;
    }
    // `1 PhD Candidate, Sound`, `several PhD positions`: how many are taken.
    let count = pattern!(r"^(?:\d{1,2}(?: ?[x×])?|several|multiple|various|numerous|some|many) ");
    if let Some(found) = count.find(words)
        && pattern!(&format!(r"^(?:\S+ ){{0,3}}?(?:{HIRED}|ph\.?d|post-?doc\w*|candidates?|students?|positions?|studentships?|fellowships?)\b")).is_match(&words[found.end()..])
    {
        return span.start + found.end()..span.end;
    }
    // `Acme is hiring a Research Engineer`, `诚聘算法工程师`: the role is what is left.
    let sought = pattern!(
        r"^(?:(?-i:[A-Z0-9][\p{L}0-9&'.-]*)(?: (?-i:[A-Z0-9&][\p{L}0-9&'.-]*)| lab| group| team){0,4} (?:is|are) (?:now |currently |actively )?(?:hiring|recruiting|looking for|seeking|searching for)|(?:now |currently |we are |we're )?(?:hiring|recruiting|seeking|looking for|wanted))[:!]? (?:(?:an?|one|its|our|their|the|for|new|next|first|another|more|several|multiple|\d) )*|^(?:高薪|保密|长期|常年|正在|现|公开|面向全球|面向海内外|大量|持续|火热|社会|校园)*(?:招聘|招收|招募|诚聘|诚邀|诚招|诚征|急招|急聘|热招|聘请|征求|征聘|征才|誠徵|誠聘|徵求|招)(?:全职|若干|多名|数名|\d+(?:-\d+)?名)*[:：]?\s?"
    );
    let found = sought.find(words).filter(|it| {
        let rest = &words[it.end()..];
        !rest.starts_with(['生', '聘', '贤', '新', '人', '商', '标', '考', '啦', '了', '信', '公'])
            && !rest.contains(['，', '。', ';', '；'])
            && begins(rest)
            && is_role(rest)
    });
    if let Some(found) = found {
        return span.start + found.end()..span.end;
    }
    // `甲老师课题组诚聘博士后`, `Acme (W18) Is Hiring an Engineer`: the role is behind the verb.
    let verb = pattern!(
        r"^[^，。；:「]{2,40}?(?:诚聘|诚邀|急招|急聘|招聘|招收|招募|诚招|诚征|征求|誠徵|徵求)\s?(?:[-—–:|]\s?)?|^(?-i:[A-Z0-9])[^.,;:]{1,40} (?:is (?:now |currently )?(?:hiring|recruiting|looking for|seeking):?|offers|seeks) (?:an? )?"
    );
    let found = verb.find(words).filter(|it| {
        let rest = &words[it.end()..];
        // `Research Assistant 招聘研究助理` says it twice.
        let twice = pattern!(&format!(r"\b({HIRED})\b")).is_match(it.as_str());
        !twice && begins(rest) && !rest.contains(['，', '。', ';', '；']) && ends_as_role(rest)
    });
    if let Some(found) = found {
        return span.start + found.end()..span.end;
    }
    // `寻找前端工程师`, `来打个广告:招算法实习生啦`, `甲组 丙老师团队 招博士生`: a short verb.
    let short = pattern!(
        r"^(?:[^。；「]{2,40}(?:[:：，,!！ ]|老师|教授|团队|课题组|实验室|研究组)\s?)?(?:寻找|寻|求|招)(?P<a>[^，。；:：!！]{2,30}?)(?:啦|咯|了|~|～)?[!！]*$"
    );
    let role = short.captures(words).and_then(|it| it.name("a")).filter(|it| {
        !it.as_str().starts_with([
            '生', '聘', '贤', '新', '人', '商', '标', '考', '信', '公', '职', '募', '收',
        ]) && ends_as_role(it.as_str())
    });
    if let Some(role) = role {
        return span.start + role.start()..span.start + role.end();
    }
    // `「甲科技」诚邀「算法工程师」`
    let invites = pattern!(r"^「[^「」]{2,12}」\s?(?:诚邀|诚聘|招聘|招募|急招|急聘|诚招)\s?");
    if let Some(found) = invites.find(words) {
        return span.start + found.end()..span.end;
    }
    // `Acme: Rust Developer`, `[甲科技]算法工程师`: who offers it.
    let offers = pattern!(
        r"^(?-i:[A-Z0-9][\p{L}\d&'.-]*(?: [A-Z0-9&][\p{L}\d&'.-]*){0,2}): |^(?:[\[【]\s?[\p{Han}A-Za-z0-9 .&-]{2,24}\s?[\]】]\s?)+"
    );
    let found = offers.find(words).filter(|it| {
        let rest = &words[it.end()..];
        !names_role(it.as_str()) && is_person(rest)
    });
    found.map_or(span.clone(), |it| span.start + it.end()..span.end)
}

/// What a notice announces: `关于科研工程助理招聘的通知`, `关于举办2027年夏令营活动的通知`.
fn announced(words: &str) -> Option<Range<usize>> {
    let role = pattern!(
        r"^关于(?:招聘|招收|招募)?(?P<a>[^，。的]{2,24}?)(?:招聘|招募)?(?:的(?:通知|公告|启事)|公告|启事|通知)?$"
    );
    let camp = pattern!(
        r"^关于(?:举办|开展|组织|举行|启动)?(?P<a>[^，。]{4,40}?(?:夏令营|冬令营|训练营|暑期学校|实习项目|实习计划))(?:活动)?(?:报名)?的?(?:预?通知|公告)$"
    );
    let found = role.captures(words).and_then(|it| it.name("a"));
    let found = found.filter(|it| ends_as_role(it.as_str()));
    found.or_else(|| camp.captures(words)?.name("a")).map(|it| it.range())
}

/// Whether a title may begin so: in English with a capital.
fn begins(text: &str) -> bool {
    let wide = text.contains(|it: char| it >= '\u{2e80}');
    text.starts_with(['“', '「'])
        || text.starts_with(|it: char| {
            it.is_uppercase() || it.is_numeric() || wide && it.is_alphabetic()
        })
}

/// Whether the last word is somebody who is looked for, or where they would work.
pub(super) fn ends_as_role(text: &str) -> bool {
    let end = pattern!(
        r"\s?\(?(?:若干|数|多|[一二两三四五六七八九十\d]{1,2})(?:\s?[-–~至]\s?[一二两三四五六七八九十\d]{1,2})?\s?(?:名|人|位)\)?$|\s?\([^()]*\)$"
    );
    let text = end.replace(text, "");
    let wide = text.contains(|it: char| it >= '\u{2e80}');
    if wide { is_role(&text) } else { is_person(&text) }
}

/// Whether an English or a Chinese title is one for a person: `Rust Developer`.
fn is_person(text: &str) -> bool {
    pattern!(&format!(r"\b({HIRED})(?:,? [^,]{{1,30}}| \([^()]*\))?$|\b(ph\.?d|post-?doc\w*)\b"))
        .is_match(text)
        || text.contains(|it: char| it >= '\u{2e80}') && is_role(text)
}

/// What people are called, as part of a pattern.
const HIRED: &str = r"managers?|researchers?|engineers?|technicians?|assistants?|associates?|developers?|scientists?|specialists?|coordinators?|officers?|analysts?|lecturers?|professors?|programmers?|interns?|fellows?|scholars?|designers?|architects?|administrators?|trainees?|librarians?|consultants?|archivists?|catalogu?ers?|curators?|conservators?|educators?";

/// Whether a word in brackets before a title says where or of which kind it is, and no more.
pub(super) fn is_aside(word: &str) -> bool {
    word.is_empty()
        || names::is_place(word)
        || pattern!(
            r"^(remote|global|anywhere|worldwide|hybrid|on-?site|hiring|jobs?|full[- ]?time|part[- ]?time|internships?|intern|phd|ph\.d\.?|postdocs?|paid|funded|open|new|urgent|全职|兼职|远程|实习|校招|社招|内推|招聘|急招|长期|长期有效|征才|求才|征人|诚征|社招|秋招|春招|暑期|全球|博士|博士后|博后|硕士|招生|招募|诚聘|实习校招|校招实习|实习内推|外企|转发|有偿)$"
        )
        .is_match(word)
}

/// What stands behind a title.
fn tail(text: &str, span: Range<usize>) -> Range<usize> {
    let words = &text[span.clone()];
    if let Some(found) = first_end(words) {
        // The quotation mark before the name of a site closes what is said before it.
        let mark = if words[found.start..].starts_with('」') { '」'.len_utf8() } else { 0 };
        return span.start..span.start + found.start + mark;
    }
    // `Software Intern (Harbourtown, UK)`: where it is.
    if let Some(found) = pattern!(r"\s?\((?P<a>[^()]{2,40})\)$").captures(words)
        && names::is_place(&found["a"])
        && names_role(&words[..words.len() - found[0].len()])
    {
        return span.start..span.end - found[0].len();
    }
    // `Data Analyst - Lyon`, `PhD position in Waves (paid)`: where it is, and that it is paid.
    let aside = pattern!(
        r"\s+(?:[-–—|]|in|at)\s+(?P<a>[^-–—|()]{2,40})$|\s?\((?P<b>(?:fully[ -])?(?:salaried|paid|funded|sponsored)!?)\)$"
    );
    if let Some(found) = aside.captures(words)
        && found.name("a").is_none_or(|it| names::is_place(it.as_str()))
        && names_role(&words[..words.len() - found[0].len()])
    {
        return span.start..span.end - found[0].len();
    }
    // `博士生、实习生 | 甲大学乙课题组`: who offers it.
    let offers = pattern!(
        r"\s?[|｜]\s?[^|｜]{2,50}(?:大学|学院|课题组|实验室|研究院|研究所|公司|团队|研究组|集团|(?-i:University|Lab|Laboratory|Group|Institute|College|Inc|Ltd|GmbH))$"
    );
    if let Some(found) = offers.find(words)
        && ends_as_role(words[..found.start()].trim_end_matches([' ', '招', '聘', '募']))
    {
        return span.start..span.start + found.start();
    }
    // `PhD studentships at Wickford University, Wickford`: who offers it, and where.
    let at = pattern!(
        r" (?:at|@) (?:the )?(?-i:(?:University|College|Institute) of [A-Z][^,|–]*|[A-Z][^,|–]*(?:University|Institute|College|School|Laboratory|Lab|Labs|GmbH|Inc|Ltd|Center|Centre|Hospital))(?: ?\([^()]*\))?(?:, [^|]{2,40})?$"
    );
    if let Some(found) = at.find(words)
        && names_role(&words[..found.start()])
    {
        return span.start..span.start + found.start();
    }
    // `Research Fellow to work on tides`: what they will do there.
    let work = pattern!(
        r"\s(?:to (?:work|join|help|support|lead|develop|study|investigate)|who (?:will|can))\b.*$"
    );
    if let Some(found) = work.find(words)
        && words.starts_with(char::is_uppercase)
        && names_role(&words[..found.start()])
        && !pattern!(r"^(looking|hiring|seeking|wanted|searching|call|apply|invitation)\b")
            .is_match(words)
    {
        return span.start..span.start + found.start();
    }
    // `算法实习生招聘`, `Lab manager position`: the role, and that it is open.
    let open = pattern!(
        r"(?:正在|火热|长期|持续|社会|校园|岗位)?(?:招聘|招募|招人|急招|热招|内推|诚聘|招新)(?:中|啦|进行中)?$|(?:岗位|职位) ?[一二三1-9]$|(?:公开)?(?:招聘|招募)?的?(?:公告|启事|通知)$|(?: open| vacant)? (?:position|opening|vacancy|job)s?$"
    );
    let person = pattern!(&format!(
        r"(实习生|工程师|研究员|研究人员|助理|志愿者|顾问|经理|专员|主任|所长|馆长|博士后|博士生|硕士生|研究生|设计师|分析师|科学家|架构师|程序员|讲师|教授|前端|后端|全栈|客户端|服务端|算法|\)|岗)$|\b({HIRED})$"
    ));
    let found = open.find(words).filter(|it| person.is_match(&words[..it.start()]));
    found.map_or(span.clone(), |it| span.start..span.start + it.start())
}

/// Whether what is left of a title is a role, or roles: `算法工程师 / 实习生`.
pub(super) fn is_role(text: &str) -> bool {
    let last = text
        .split([' ', ',', '、', '/', '|', '｜', '(', ')', '-', '–', '—', '·', ':'])
        .rfind(|it| !it.is_empty())
        .unwrap_or_default();
    let wide = text.contains(|it: char| it >= '\u{2e80}');
    if !wide {
        return names_role(text);
    }
    let ends = pattern!(
        r"(实习生?|实习岗|博士后|博士后研究者|博后|博士|硕士|硕博生?|学硕|专硕|本科生?|研究生|博士生|硕士生|直博生|推免生|留学生|访问学生|访问生|交换生|毕业生|应届生|学者|研究员|研究人员|科研人员|助理|工程师|教授|讲师|顾问|经理|专员|主任|主管|总监|设计师|程序员|分析师|科学家|架构师|专家|运维|志愿者|成员|队员|编辑|教师|老师|医生|护士|人员|岗位?|职位|候选人|开发者?|前端|后端|全栈|客户端|服务端|算法|研发|测试|产品|运营|人才|讲解员|技术员|实验员|管理员|维护者|贡献者|同学|学生|PhD|RA|Intern|Engineer|Researcher|Developer|Postdoc|Scientist)s?\d{0,4}$"
    );
    let pieces = text.split([' ', ',', '、', '/', '|', '｜', '(', ')', '–', '—', '·', ':']);
    ends.is_match(last) || pieces.filter(|it| !it.is_empty()).any(|it| ends.is_match(it))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_stands_without_what_is_around_it() {
        for (line, title) in [
            ("[Rivertown] - Harbour Lab is hiring Research Engineer", "Research Engineer"),
            ("[Global/Remote] 甲研究院 诚聘 研究助理(实习)", "研究助理(实习)"),
            ("【北京｜远程】诚聘 机器人算法工程师", "机器人算法工程师"),
            ("Lab manager position available starting Fall 2027!", "Lab manager"),
            ("Job vacancy: Programme Coordinator - Tern is hiring!", "Programme Coordinator"),
            ("Research Assistants (1-2 positions)", "Research Assistants"),
            ("Rust开发工程师，20-50k，base北京/上海", "Rust开发工程师"),
            ("数据分析师 35-50K·18薪", "数据分析师"),
            ("「语音算法工程师(base长沙)招聘」_甲科技招聘-乙直聘", "语音算法工程师"),
            ("前端实习生招聘(上海/杭州，7月1日前入职)", "前端实习生"),
            ("诚聘博士后2-3名", "博士后"),
            ("招收博士后、研究助理和实习生", "博士后、研究助理和实习生"),
            ("区块链安全研究员 薪水面议", "区块链安全研究员"),
            ("Postdoc in Logic", "Postdoc in Logic"),
            ("Opening: postdoc", "postdoc"),
            ("Hiring our next Community Manager", "Community Manager"),
            ("Announcing the Tidal Summer Programme 2027", "Tidal Summer Programme 2027"),
            ("(CALL CLOSED) Postdoctoral Scholar", "Postdoctoral Scholar"),
            (
                "positions - Research Assistant (PhD candidate)",
                "Research Assistant (PhD candidate)",
            ),
            ("PhD position on Waves (salaried!) - Lyon", "PhD position on Waves"),
            ("Postdoc position in Lyon, France", "Postdoc position"),
            ("1 March 2027 | Research Assistantships", "Research Assistantships"),
            ("博士后岗位1", "博士后"),
            ("海外运营专员(接受应届毕业生)", "海外运营专员"),
            ("关于科研工程助理招聘(2027年7月，持续更新中)", "科研工程助理"),
            ("关于举办2027年优秀大学生夏令营活动的通知", "2027年优秀大学生夏令营"),
            ("2027年博士后招聘公告", "2027年博士后"),
            ("招生信息", "招生信息"),
            ("招贤纳士", "招贤纳士"),
            ("Open position", "Open position"),
            (
                "Looking for an intern to work on our maps",
                "Looking for an intern to work on our maps",
            ),
            ("Research Fellow to work on tides", "Research Fellow"),
            ("「语音算法工程师(base长沙，一线薪酬)招聘」甲科技招聘-BOSS直聘", "语音算法工程师"),
            ("诚征系主任公告", "系主任"),
            ("Wren (B21) Is Hiring a Compiler Engineer", "Compiler Engineer"),
            ("Wrenlabs: Rust Developer", "Rust Developer"),
            ("Postdoc: Acoustics", "Postdoc: Acoustics"),
            ("[甲科技]rust工程师", "rust工程师"),
            ("秦越副研究员招收北陵实验室联培博士", "北陵实验室联培博士"),
            ("Postdoc positions, Department of Physics", "Postdoc positions"),
            ("Doctoral Scholarships - Application Guidelines", "Doctoral Scholarships"),
            ("Post-doctoral Fellow openings", "Post-doctoral Fellow"),
            ("PhD positions in Verification", "PhD positions in Verification"),
        ] {
            assert_eq!(&line[tidied(line)], title, "{line}");
        }
    }
}
