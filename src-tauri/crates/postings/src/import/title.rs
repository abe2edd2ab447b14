//! What a vacancy is called: by a label, by the page's own words for machines, or by
//! a line at the top that names a role.

use regex::Regex;

use super::{
    card::{ROLES, names_role},
    fact::Fact,
    lines::Shape,
    page::{Page, Span},
    pattern::pattern,
    section::{Section, section},
    tidy::{ends_as_role, tidied},
};

/// How far down a title may stand.
const TOP: usize = 8;

/// The title.
pub(crate) fn title(page: &mut Page<'_>) -> Option<Fact<String>> {
    let said = page.posting.as_ref().and_then(|it| it.title.clone());
    if let Some(said) = said {
        return Some(page.said(said.value.clone(), &said));
    }
    // Looked for once, and only where it is needed.
    let sought = std::cell::LazyCell::new(|| sought(page));
    let labels = labelled(page);
    let (general, own): (Option<Span>, Option<Span>) =
        if labels.as_ref().is_some_and(|it| is_general(page.at(it))) {
            (labels, None)
        } else {
            (None, labels)
        };
    // A page that is called `Join us` is called so, unless a role stands right below.
    let headed = page.lines.first().is_some_and(|it| {
        let text = page.at(&tidy(page, it.span.clone())).to_lowercase();
        is_general(&text)
            && !is_part(&text)
            && !pattern!(r"alert|hiring|announcement|news|通知|公告").is_match(&text)
    });
    // `title: A year of hacking`, and the text looks for a postdoc.
    let own = own.filter(|it| {
        let text = page.at(it);
        let wordy = text.split(' ').count() > 3 || text.chars().count() > 12 && !text.contains(' ');
        !(page.is_setting(it) && wordy && !names_role(text) && sought.is_some())
    });
    let own = own.map(|it| whole(page, &it).or_else(|| fuller(page, &it)).unwrap_or(it));
    // `甲银行2027届招聘公告` is what all of it is called, whatever the posts in it are.
    let notice = page.lines.first().map(|it| it.span.clone()).filter(|it| {
        let text = page.at(it);
        (8..=50).contains(&text.chars().count())
            && !text.contains(['，', '。', ':'])
            && pattern!(r"(招聘|招募|招生|招考|选聘|招收|聘用)[^，。；]{0,16}(公告|启事|通知|简章|方案|启示)$").is_match(text)
    });
    let found = notice
        .map(|it| tidy(page, it))
        .or(own)
        .or_else(|| opened(page))
        .or_else(|| parts(page).and_then(|it| it.title))
        .or_else(|| main_heading(page).filter(|it| names_role(page.at(it)) || sought.is_none()))
        .or_else(|| {
            // `甲课题组招聘` says that somebody is looked for, and the text whom.
            let says = |it: &Span| names_role(page.at(it)) || sought.is_none();
            headline(page).filter(|it| (!headed || is_close(page, it)) && says(it))
        })
        .or_else(|| {
            sought
                .clone()
                .map(|it| tidy(page, it))
                .filter(|it| !headed || page.line(0).is_ascii() && !page.at(it).is_ascii())
        })
        .or_else(|| role_heading(page))
        .or_else(|| camp(page))
        .or(general.filter(|it| !is_part(page.at(it))))
        .or_else(|| alone(page))
        .or_else(|| {
            // Better the name of the page than none.
            let mut top = page.lines.iter().take(TOP);
            let first = top.find(|it| {
                it.span.start == page.lines[0].span.start || it.shape == Shape::Heading
            } && is_general(page.at(&it.span))
                && !is_part(page.at(&it.span)))?;
            Some(tidy(page, first.span.clone()))
        });
    let Some(span) = found else {
        page.ask("title", "no line says what the vacancy is called", &[]);
        return None;
    };
    let roles = roles(page);
    if roles.len() > 1 {
        page.ask("title", "the text is about several roles; say which it is", &roles);
    }
    let value = page.at(&span).to_owned();
    Some(page.fact(value, &span))
}

/// Whether a line stands at the very top and is short, as titles are.
fn is_close(page: &Page<'_>, span: &Span) -> bool {
    let end = page.lines.get(3).map_or(usize::MAX, |it| it.span.end);
    let text = page.at(span);
    let sentence = text.contains(['，', '。'])
        || pattern!(r"[.!] (?-i:[A-Z])|^[^:]{2,24}:\s?\S").is_match(text);
    span.end <= end && text.chars().count() <= 140 && !sentence
}

/// `甲大学乙研究院2027年优秀大学生夏令营`, in the text of a notice that has lost its head.
fn camp(page: &Page<'_>) -> Option<Span> {
    let named = pattern!(
        r"(?P<a>20\d\d年?[“”\p{Han}]{0,14}?(?:夏令营|冬令营|暑期学校|训练营|科研实习))(?:活动)?[，。,；”\s]"
    );
    named.captures(page.text())?.name("a").map(|it| it.range())
}

/// The one heading of a page that is above all others.
fn main_heading(page: &Page<'_>) -> Option<Span> {
    let at = page.main_heading()?;
    let line = page.lines.iter().find(|it| page.quote(&it.span).start >= at)?;
    let text = page.at(&line.span);
    // `X Institute` above the role is who offers it.
    let offers = super::names::is_organisation(text)
        || pattern!(
            r"^[^,:–-]{2,60}\b(university|institute|college|lab|laboratory|ltd|inc|gmbh|foundation|school|company|labs)\.?$|^[^，：]{2,16}(大学|学院|公司|研究院|研究所|实验室|课题组|集团|医院)$"
        )
        .is_match(text);
    let fits = (4..=120).contains(&text.chars().count()) && !text.ends_with(['。', '.']) && !offers;
    let span = tidy(page, line.span.clone());
    (fits && !is_general(page.at(&span)) && section(text).is_none()).then_some(span)
}

/// The only heading below the top that is a role, on a page that is called after no role.
fn role_heading(page: &Page<'_>) -> Option<Span> {
    let members = pattern!(r"members|people|alumni|成员|毕业|校友|在读");
    // `Master Internships`, on a page that is called `Openings`.
    let offered = pattern!(
        r"^(?:(?:research|summer|winter|master'?s?|bachelor'?s?|graduate|undergraduate|student|visiting|paid) )+(?:internships?|thes[ie]s|assistantships?|studentships?|traineeships?)$"
    );
    let mut found: Vec<Span> = Vec::new();
    for line in &page.lines {
        let text = page.at(&line.span);
        let above = line.heading.map_or("", |it| page.line(it));
        if line.shape == Shape::Heading
            && (3..=60).contains(&text.chars().count())
            && !matches!(line.section, Section::Qualify | Section::Prefer)
            && !members.is_match(above)
            && !is_general(text)
            && !text.contains(['，', '。', ':', '?', '？'])
            && (ends_as_role(text) || offered.is_match(text))
        {
            let span = tidy(page, line.span.clone());
            if !found.iter().any(|it| page.at(it) == page.at(&span)) {
                found.push(span);
            }
        }
    }
    if let [only] = found.as_slice() { Some(only.clone()) } else { None }
}

/// The first line, where it stands alone above the text and is neither a sentence nor the
/// name of those who offer.
fn alone(page: &Page<'_>) -> Option<Span> {
    let first = page.lines.first()?;
    let second = page.lines.get(1)?;
    let text = page.at(&first.span);
    let length = text.chars().count();
    let wide = text.contains(|it: char| it >= '\u{2e80}');
    let stands = first.shape == Shape::Heading || second.gap || second.shape == Shape::Heading;
    let name = pattern!(
        r"\b(university|institute|college|lab|laboratory|group|team|ltd|inc|gmbh|foundation|department|school|faculty)\.?$|(大学|学院|公司|研究院|研究所|实验室|课题组|团队|研究组|中心|集团|部门|医院|局)$|^(dear|hi|hello|to|from|date|subject|re|fwd?)\b|^(各位|亲爱|尊敬|大家|您好|你好)"
    );
    let label = pattern!(r"^[^:]{1,24}:\s?\S").is_match(text)
        && !pattern!(r"^[^:]{4,60}: (?-i:[A-Z])").is_match(text);
    let fits = stands
        && first.shape != Shape::Bullet
        && (if wide { 4..=40 } else { 8..=90 }).contains(&length)
        && !text.ends_with(['.', '。', '?', '？', ',', '，', ';', '；', ':', '：'])
        && !text.contains(['@', '。'])
        && !text.contains("http")
        && !label
        && section(text).is_none_or(|it| it == Section::About)
        && !super::names::is_place(text)
        && !super::names::is_organisation(text)
        && !name.is_match(text)
        && !pattern!(r"^(we|i|i'm|we're|are you|do you|my|our)\b|\b(us|you|we|our)\b.*!$|^(我是|本人|我叫|我于)|毕业于|博士生导师[，。]").is_match(text)
        && !is_general(text);
    let general = fits.then(|| tidy(page, first.span.clone()));
    general.filter(|it| !is_general(page.at(it)))
}

/// What somebody called the thread that they opened.
fn opened(page: &Page<'_>) -> Option<Span> {
    let says = pattern!(r"^\S{2,30} (?:opened (?:this issue )?on|commented on) .*\d{4}");
    let number = (1..5).find(|it| says.is_match(page.line(*it)))?;
    // Between the two stands at most whether it is open.
    let first = page.lines.first()?;
    let text = page.at(&first.span);
    let short = (4..=90).contains(&text.chars().count());
    let alone = (1..number).all(|it| page.line(it).chars().count() < 20);
    (short && alone && !is_general(text)).then(|| tidy(page, first.span.clone()))
}

/// `PhD position in Hardw...`: the line that goes on where a title was cut off.
fn whole(page: &Page<'_>, own: &Span) -> Option<Span> {
    let rest = page.text().get(own.end..)?;
    if !pattern!(r"^\s?(\.{2,}|…)").is_match(rest) {
        return None;
    }
    let head = page.at(own).trim_end_matches(['.', '…', ' ']);
    let found = page.lines.iter().find_map(|line| {
        let text = page.at(&line.span);
        let at = text.find(head).filter(|at| !text[at + head.len()..].starts_with(['.', '…']))?;
        (text.len() - at <= 160).then(|| line.span.start + at..line.span.end)
    })?;
    Some(tidy(page, found))
}

/// A heading at the top that says more than a bare label or the settings of the page do:
/// `Postdoc`, and `Postdoc in Glacier Dynamics`.
fn fuller(page: &Page<'_>, own: &Span) -> Option<Span> {
    let bare = pattern!(
        r"^(博士后|博士后研究员|研究助理|科研助理|实习生|研究实习生|博士生|研究员|博士|硕士|工程师|post-?docs?|post-?doctoral (researcher|fellow|position)|(junior |senior )?research (assistant|intern|associate|fellow|internship)s?|ph\.?d\.?( (student|position|candidate)s?)?|intern(ship)?s?)$"
    );
    let words = page.at(own).to_lowercase();
    if !bare.is_match(&words) && !page.is_setting(own) {
        return None;
    }
    let says = |line: &str| {
        let line = line.to_lowercase();
        let all = line.split(|it: char| !it.is_alphanumeric()).collect::<Vec<_>>();
        let each = words.split_whitespace().all(|it| all.contains(&it));
        line.chars().count() > words.chars().count()
            && if words.is_ascii() { each } else { line.contains(&words) }
    };
    let top = page.lines.iter().take(4).filter(|it| it.shape == Shape::Heading);
    let mut top = top.filter(|it| it.span != *own && !page.is_setting(&it.span));
    let found = top.find(|it| {
        let text = page.at(&it.span);
        says(text)
            && text.chars().count() <= 90
            && !text.contains([':', '。'])
            && !text.ends_with(['.', '?', '!'])
    })?;
    Some(tidy(page, found.span.clone()))
}

/// A line that is called after one of several roles.
fn role_head() -> &'static Regex {
    pattern!(
        r"^(?:(?:[一二三四五六七八九十]、|\d+[.、)]|for|prospective|current|research|visiting|open|available|招收?|招募|招聘)\s?)*(?P<a>ph\.?d|doctoral|postdocs?|post-?doctoral|master'?s?|undergraduates?|graduates?|interns?(?:hips?)?|visiting|research (?:assistants?|engineers?)|博士后|博士|硕士|本科|科研助理|研究助理|实习)[\p{L}\s/&'-]{0,24}?(?:students?|positions?|researchers?|fellows?|candidates?|studentships?|scholars|生|岗位)?\s?(?:\(.{1,30}\))?\s?(?::|$)"
    )
}

/// The short lines, each with a gap before it, that part a text by roles.
fn parting(page: &Page<'_>) -> Vec<usize> {
    let heads = page.lines.iter().enumerate().skip(1).filter(|(_, line)| {
        let text = page.at(&line.span);
        // `Master's degree` is what somebody has.
        let apart = line.gap && !matches!(line.section, Section::Qualify | Section::Prefer);
        (line.shape == Shape::Heading || apart)
            && !pattern!(r"\b(degree|diploma|experience|thesis|studies)\b|学历|学位|及以上|以上")
                .is_match(text)
            && text.chars().count() <= 40
            && role_head().find(text).is_some_and(|it| it.end() == text.len())
    });
    heads.map(|(number, _)| number).collect()
}

/// The parts of a text that are each about a role of its own.
fn roles(page: &Page<'_>) -> Vec<Span> {
    let role = role_head();
    let mut kinds: Vec<String> = Vec::new();
    let mut out = Vec::new();
    for line in page.lines.iter().skip(1) {
        let text = page.at(&line.span);
        let head = text.split_inclusive(':').next().unwrap_or_default();
        let Some(found) = role.captures(head) else { continue };
        let heads = line.shape == Shape::Heading || head.len() < text.len();
        let kind = found["a"].to_lowercase().trim_end_matches('s').to_owned();
        if heads && head.chars().count() < 50 && !kinds.contains(&kind) {
            kinds.push(kind);
            out.push(line.span.clone());
        }
    }
    out
}

fn labelled(page: &Page<'_>) -> Option<Span> {
    let names = pattern!(
        r"^(job |posting |working |official |position |vacancy |post |role |project |internship |call )?(title|position|role|vacancy|job|post|opening)( title| name| content| full)?( (available|offered|details))?$|^subject$|^(招聘|招募|实习|应聘|开放|申请)?(职位|岗位|职务|职缺|职称|工种|工作)(名称|信息)?$|^(职位|岗位|职务|职缺|职称)$|^标题$|^职位名称.{0,6}$"
    );
    let mut found = page.labelled(names).filter(|it| {
        let value = page.at(&it.value);
        let length = value.chars().count();
        // `Position: we are looking for …` is a sentence, and `subject:` may be a rule for mails.
        let listed = value.contains('，') && page.lines[it.line].span.end < it.value.start;
        let listed = listed || value.matches('、').count() > 1;
        // `Open positions:`, and a list of them.
        let line = page.lines.iter().position(|line| line.span.end >= it.value.end);
        let bullet = |at: usize| page.lines.get(at).is_some_and(|it| it.shape == Shape::Bullet);
        let listed = listed || line.is_some_and(|at| bullet(at) && bullet(at + 1) && it.line < at);
        // A page may say of its author what they are.
        let own = it.name == "role" && page.is_setting(&it.value);
        let rule = listed || own || it.name == "subject" && it.line > 3;
        let sentence = value.ends_with(['.', '。']) && length > 40;
        // The head of a page may be called after all of them.
        (2..=140).contains(&length) && !rule && !sentence
            && !pattern!(r"^(we|you|our|the (candidate|position|successful)|this) |若干|\d+\s?(名|人)[。.]?$|^(full|part)[\s-]time|^(open|filled|closed|yes|no)$").is_match(value)
    });
    let first = found.next()?;
    let value = first.value.clone();
    // `title: X, Town - Postdoc in Logic` and `jobTitle: Postdoc in Logic`.
    let closer = page.labelled(pattern!(r"^job title$")).map(|it| it.value.clone());
    let value = closer
        .into_iter()
        .find(|it| page.at(it).len() > 8 && page.at(&value).ends_with(page.at(it)))
        .unwrap_or(value);
    let others: Vec<_> =
        found.filter(|it| it.name == first.name).map(|it| page.at(&it.value).to_owned()).collect();
    // Several roles: which of them is the candidate's to say.
    (others.iter().all(|it| it == page.at(&value))).then(|| tidy(page, value))
}

/// Whether a line is the heading of a part of any page: nothing is called so.
fn is_part(text: &str) -> bool {
    let text = text.trim_matches(|it: char| !it.is_alphanumeric() && !matches!(it, '(' | ')'));
    pattern!(r"^((导师|教师|团队|公司|课题组|实验室|部门|项目|中心|单位|机构|企业|学校|学院)(介绍|简介|概况|信息)|(职位|岗位)(开放|空缺|招聘|发布|介绍|描述|职责|要求|信息)([与和及](职位|岗位)?(描述|职责|要求|条件))?|开放(职位|岗位)|招聘 ?\d+|谁在招人|.{0,16}(汇总|合集|大全|专区|专栏|一览)|关于我们|联系我们|新闻|常见问题|(general |important )?(information|notes|instructions|guidelines)( for (prospective )?(applicants|students|candidates))?|(the )?(job|role|position|project) (description|summary|overview|profile|details)|about (us|the (role|job|position|project|team|lab|company|group))|who(('| i)s)? (is )?hiring\??|overview|summary|application form and guidelines|how to apply|.{0,40}\b(job|position|vacancy) (postings|board|listings|announcements)|topics of .{3,60})[.!]?$|^(这个|本)(帖|页|仓库|项目|网站|文档)|服务[。.]?$|^(我|你|您|本人|大家|如何|怎样|怎么|为什么|什么|谁|哪)[^，。]{2,}|(是|的|吗|呢|如下|介绍|简介|说明)[:：]?$").is_match(text)
}

/// Whether a line is the title of a page of postings, and not of this one.
fn is_general(text: &str) -> bool {
    if is_part(text) {
        return true;
    }
    let text = text.trim_matches(|it: char| !it.is_alphanumeric() && !matches!(it, '(' | ')'));
    // `丙老师`: a page is called after whose it is.
    let teacher = pattern!(r"^(?P<a>\p{Han}{2,3})(教授|老师|博士|院士|研究员)$").captures(text);
    if teacher.is_some_and(|it| {
        !pattern!(r"^(博士后|博后|助理|副|青年|特别|专职|科研|客座|访问|高级|初级|讲座|特聘|招收|招聘|诚聘)").is_match(&it["a"])
    }) {
        return true;
    }
    // `Ada Ashdown (甲乙)`: a person's page.
    if pattern!(
        r"^(?-i:[A-Z]\p{Ll}+(?: [A-Z]\p{L}*\.?)?(?: [A-Z]\p{Ll}+){1,2}) ?\(\p{Han}{2,4}\)?$"
    )
    .is_match(text)
    {
        return true;
    }
    // `Join us 加入我们` is one title in two languages.
    let half: String = text.chars().filter(|it| *it < '\u{2e80}').collect();
    let text = if half.trim().len() > 3 && half.len() < text.len() { half.trim() } else { text };
    pattern!(r"^(applications?|calls?|announcements?|blog|posts?|application (form|deadline|procedure|process))$|^(\d{1,3}|[013-9]\d{3}) (?-i:[A-Z]\p{L}+)( (?-i:[A-Z])[\p{L}.]*){1,3}$|^(vacanc(y|ies)|jobs?|careers?|career opportunities|(current |job |open |phd |ph\.d\.? |postdoc(toral)? |student |available )*(openings?|positions?|opportunities|vacancies|offers?)( available)?|job (offers?|descriptions?|details|vacancy|posting)|join( us| our (team|lab|group)|ing)?|work with us|prospective (students|members|applicants|phd students|graduate students)|(information|notes?) for (prospective )?(students|applicants)|recruiting|contact|hiring|we('re| are) hiring|(job|phd|postdoc|position|internship) ?(alert|opportunity|opening|announcement|ad)|news|recruitment|(\p{L}+ ){0,3}(job|phd|position|vacancy) (announcement|advertisement|ad|opening)|call for applications|研究生招生|(社会|校园|校招|社招|实习生?|春季|秋季|暑期|人才|招生|研究生|学生|博士生|硕士生|公司|企业|单位|团队|我司|内部)?招(聘|生|募)(信息|说明|公告|启事|通知|招聘)?|招贤纳士|通知公告|vacature|vacatures|stellenausschreibung|stellenangebote?|offres? d.emploi|ausschreibung|vacante|加入我们|职位详情|岗位详情|招生招聘|招生信息)[.!]?$|^(current opportunities|opportunities|open positions|openings|careers?|jobs?|work|working|life|internships?) (at|with|in) [^,:|–-]{2,40}$").is_match(text)
}

/// Who is looked for, in Chinese.
const SOUGHT: &str = r"(?:博士后(?:研究人员|研究员)?|博后|(?:研究|科研)?助理(?:研究员|教授)?|实习生|工程师|研究员|(?:博士|硕士)(?:研究)?生|研究生|本科生|博士|硕士|学硕|专硕|实验员|技术员|访问学者|访问学生|志愿者|讲师|教授|顾问|程序员|设计师|分析师)";

/// `… is seeking a Research Intern to …`: what the first sentences look for.
fn sought(page: &Page<'_>) -> Option<Span> {
    let pattern = pattern!(
        r"\b(?:(?:we|i|our \w+|the \w+) (?:have|has|currently have|currently has)|(?:offers?|openings?|vacanc(?:y|ies)|call) for|opportunit\w+ (?:has arisen |exists |is available )?for|seeking|seeks|looking for|searching for|in search of|hiring|recruiting|(?:is|are|be) offering|(?:is|are) opening|(?:to|will|shall) (?:hire|recruit|appoint|employ)|invites? applications? (?:for|from)|applications? (?:are )?invited for|offers?|accepts|has an opening for|to fill|to apply for our) (?:to (?:employ|hire|recruit|appoint|find|fill) )?(?:(?:an?|one or two|one|two|three|several|multiple|some|\d|the) )?(?:(?:posts?|positions?|roles?) (?:of|as|for) (?:an? )?)?(?:applicants? for |candidates? for |applications? for |an? |(?:full|part)[\s-]time |entry[\s-]level |open |several |numerous |various |exciting |competitive |prestigious |exceptional |multiple |paid |available |fully[\s-]funded |funded |highly |intensive |[a-z]+-(?:month|week|year) |\d+-(?:month|week|year) |self-motivated |and |creative |proactive |motivated |talented |passionate |enthusiastic |excellent |outstanding |new )*(?P<a>(?:[\p{L}()/-]+ ){0,6}?(?-i:[A-Z][\p{L}-]+ )*(?:intern(?:ship)?|(?:(?:pre|post)-?doc(?:toral)? |doctoral )?researcher|ph\.?d\.?[ -](?:position|student|studentship|candidate|scholarship)|post-?doc(?:toral)? (?:opening|position)|post-?doc(?:toral (?:research )?(?:researcher|fellow|associate|position|scholar))?|research (?:assistant|engineer|scientist|associate|fellow)|doctoral (?:student|researcher|candidate|position)|engineer|scientist|programmer|analyst|developer|technician|student assistant|(?-i:[A-Z][\p{L}-]+ )+(?:fellow|lecturer|professor|coordinator|manager|officer|designer|writer|editor|consultant|specialist|trainee|apprentice|assistant|nurse|librarian|curator)|lecturer|lab manager|position)s?(?: positions?)?)\b(?: \([^()]{2,16}\))?(?: (?:in|on|for) (?-i:[A-Z][\p{L}-]+(?:,? (?:and|of|for|[A-Z][\p{L}-]+)){0,7}))?"
    );
    let chinese = pattern!(&format!(
        r"(?:招聘|招收|招募|诚聘|公开招聘|诚邀|急招|急聘|诚招|征求|诚征|誠徵|徵求)(?:全职|优秀|专职|多名|若干名?|\d+(?:-\d+)?名|20\d\d[级届年](?:秋季|春季)?(?:入学)?的?|的|应届|[:：]| )*(?P<a>(?:\d\d[级届]的?)?[^，。；、\d\s:]{{0,18}}?{SOUGHT}(?:\s?(?:、|/|和|及|与|或|以及|,)\s?[^，。；、\d\s:]{{0,12}}?{SOUGHT}){{0,6}})"
    ));
    // `A fully funded PhD position in Machine Learning is available at …`
    let vacant = pattern!(
        r"^(?:an?|one|two|three|four|\d|several|multiple) (?:(?:fully|funded|paid|full-time|part-time|new|open|exciting|[a-z]+-year|\d-year)[ -])*(?P<a>(?:[\p{L}.-]+ ){0,4}?(?:positions?|studentships?|fellowships?|internships?|scholarships?|assistantships?)(?: (?:in|on|for) [^.;:,]{3,70}?)?) (?:is|are|has become) (?:now |currently |immediately )?(?:available|open|opened|offered|vacant)\b"
    );
    let says = pattern!(
        r"\b(seeking|seeks|looking for|hiring|recruit\w*|invites? applications?|applications? (are )?invited|opening for|to (hire|appoint|fill)|(position|studentship|fellowship)s? (is|are) (now |currently |immediately )?(available|open))\b|[招聘募征徵]"
    );
    page.sentences.iter().enumerate().take(80).find_map(|(number, sentence)| {
        let text = page.at(&sentence.span);
        // Further down, others may be told of whom others look for.
        let apart = matches!(
            sentence.section,
            Section::Qualify | Section::Prefer | Section::Duties | Section::Offer
        );
        if number >= 4 && (apart || !says.is_match(text)) {
            return None;
        }
        let at = |from: usize, to: usize| sentence.span.start + from..sentence.span.start + to;
        if let Some(role) = vacant.captures(text).and_then(|it| it.name("a")) {
            return Some(at(role.start(), role.end()));
        }
        let bare = |it: &regex::Captures<'_>| {
            let role = &it["a"];
            let told = pattern!(r"\b(who|that|can|which|will|with|from|our|are|is)\b").is_match(role);
            // Without an article, any scientists may be meant: `for young scientists`.
            let any = !pattern!(r" (an?|one|two|three|several|multiple|some|\d|the|one or two) ").is_match(&it[0])
                && !pattern!(r"ph\.?d|post-?doc|doctoral|intern|research (assistant|engineer|associate|fellow)").is_match(role);
            // `people seeking jobs`: what they look for.
            let theirs = it.get(0).is_some_and(|it| {
                pattern!(r"\b(people|those|candidates?|applicants?|students?|individuals?|anyone|persons?) (who are |are )?$")
                    .is_match(&text[..it.start()])
            });
            told || any || theirs || pattern!(r"^(new )?positions?$").is_match(role)
        };
        if let Some(captures) = pattern.captures(text).filter(|it| !bare(it)) {
            let (whole, role) = (captures.get(0)?, captures.name("a")?);
            // `a position in Vedic studies and culture.`: the field goes on in small letters.
            let field = whole.end() > role.end() && !whole.as_str().ends_with(')');
            let rest = pattern!(r"^(?: [\p{L}&-]+){1,6}[.,;(]").find(&text[whole.end()..]);
            let rest = rest.map(|it| &it.as_str()[..it.len() - 1]).filter(|it| {
                field && !pattern!(r" (page|website|portal|link|list)$").is_match(it) && !pattern!(r"\b(at|to|with|who|whose|that|which|start\w*|begin\w*|from|under|within|is|are|will|be|for|on|based|by|as|can|should|must|have|has|the|a|an|our|in)\b").is_match(it)
            });
            // `a PhD candidate on safe robots.`: a field in small letters, and the end.
            let small = pattern!(r"^ (?:in|on) (?:the (?:area|field|topic) of )?(?P<a>[a-z][\p{L}&/ -]{3,70}?)(?:[.;,(!]|$| (?:to|who|with|at|for|starting|beginning|within|from|whose|that|under)\b)");
            let small = small.captures(&text[role.end()..]).and_then(|it| it.name("a"));
            let small = small.filter(|it| {
                whole.end() == role.end()
                    && it.as_str().split(' ').count() <= 8
                    && !pattern!(r"\b(at|to|with|who|whose|that|which|our|the|a|an|my|is|are|will|be|under|within|from)\b").is_match(it.as_str())
            });
            if let Some(small) = small {
                return Some(at(role.start(), role.end() + small.end()));
            }
            return Some(at(role.start(), whole.end() + rest.map_or(0, str::len)));
        }
        let role = chinese.captures(text)?.name("a")?;
        Some(at(role.start(), role.end()))
    })
}

/// The first line at the top that names a role and is no sentence.
fn headline(page: &Page<'_>) -> Option<Span> {
    let role = pattern!(&format!(
        r"\b({ROLES}|doctorate|traineeships?|jobs?|apprentic\w+|residency|residents?|postgraduate|architects?|consultants?|designers?|administrators?|faculty (members?|positions?|openings?|jobs?|search|hiring|vacanc\w+)|hiring|recruit\w*|call for (applications|participants)|summer (school|program(me)?)|program(me)?|visiting|master'?s?|hiwi|research group leader|chair)\b|实习|招聘|招收|招募|博士|硕士|博后|科研助理|研究助理|研究员|工程师|岗位|职位|助理|招生|奖学金|夏令营|教授|讲师|诚聘|招人|校招|秋招|春招|提前批|征求|诚征|征聘|征才|应征|访问学生|(?-i:\bRA\b)|项目"
    ));
    let mut best = None;
    let parting = parting(page);
    let prose = |it: &super::page::Line| {
        let text = page.at(&it.span);
        it.shape == Shape::Plain && text.chars().count() > 120 && text.ends_with(['.', '。', '!'])
    };
    for number in 0..page.lines.len().min(TOP) {
        // Below the text has begun, only a heading is one.
        if page.lines[number].shape != Shape::Heading && page.lines[..number].iter().any(prose) {
            continue;
        }
        // One of several roles is not what all of it is called.
        if parting.len() > 1 && parting.contains(&number) {
            continue;
        }
        let line = &page.lines[number];
        let text = page.at(&line.span);
        let tidied = tidy(page, line.span.clone());
        // Where a link leads is no part of a title.
        let length = if text.contains("http") { page.at(&tidied) } else { text }.chars().count();
        let known = section(text).is_some();
        // Below the first heading of a part, no line is what it is called.
        if known
            && number > 0
            && line.shape == Shape::Heading
            && section(text) != Some(Section::About)
            && !ends_as_role(page.at(&tidied))
        {
            break;
        }
        // `We are hiring: PhD students in hydrology!`: what is behind the colon is no sentence.
        let cut = tidied.start > line.span.start
            && page.at(&tidied).starts_with(|it: char| it.is_uppercase() || it >= '\u{2e80}');
        let sentence = !cut && text.ends_with(['.', '。', '!', '?', '；']) && length > 40
            || page
                .sentences
                .iter()
                .filter(|it| it.line == number && it.span.end > tidied.start)
                .count()
                > 1
                && length > 60
            || pattern!(r"^(we|i|i'm|we're|our|dear|hi|hello|this|you|as|please|if|in|for|are you|applications?|大家好|各位|您好|本|我们|我|欢迎|你好)([ ,:，]|课题组|组|实验室)").is_match(page.at(&tidied));
        let sentence = sentence
            || pattern!(
                r"^the .*\b(is|are|has|have|will|invites?|seeks?|offers?|looking|welcomes?)\b"
            )
            .is_match(text);
        let sentence = sentence
            || pattern!(
                r"^(团队|课题组|实验室|研究组|本\p{Han}{1,4}|我\p{Han}{1,3}|我们)(常年|长期|现|正|拟|每年|目前|诚|招)"
            )
            .is_match(text);
        // `甲课题组因工作需要，现招聘博士后2名。`, and who the professor is.
        let sentence = sentence
            || text.ends_with('。') && (text.contains('，') || length > 12)
            || pattern!(
                r"^(我是|本人|我叫|我于)|毕业于|(博士|硕士)生导师[，。；]|获得?\p{Han}{0,10}学位|^(导师|单位|联系人|负责人|课题组|学校|地点|时间|姓名):"
            )
            .is_match(text);
        let mark = line.shape == Shape::Heading;
        let general = is_general(text);
        // `Ada Ashdown`, and `Associate Professor` below: who writes.
        let rank = !mark
            && (1..4).contains(&number)
            && pattern!(r"^((associate|assistant|full|adjunct|visiting|research|senior|distinguished) )*(professor|lecturer|reader|research fellow|group leader|principal investigator|research scientist)\b.{0,60}$").is_match(text)
            && page.lines[..number].iter().any(|it| pattern!(r"^((dr|prof)\.? )?(?-i:[A-ZÀ-Þ][\p{L}'.-]+ ){1,3}(?-i:[A-ZÀ-Þ][\p{L}'-]+),?$").is_match(page.at(&it.span)) && !names_role(page.at(&it.span)));
        // At the foot, a line with a role is who signs.
        let signs = pattern!(r"^(?-i:[A-Z])[\p{L}'-]+( (?-i:[A-Z])\.?)? (?-i:[A-Z])[\p{L}'-]+, (ph\.?d|m\.?d|m\.?sc|dr)\b").is_match(text)
            || number > 2
            && number + 3 >= page.lines.len()
            && text.contains(',')
            && pattern!(r"professor|researcher|scientist|director|教授").is_match(text);
        let short = !(4..=150).contains(&length) && (length < 2 || !mark || !ends_as_role(text));
        if general
            || rank
            || signs
            || short
            || pattern!(r"^[一二三四五六七八九十]{1,2}、").is_match(text)
            || number > 0 && (line.shape == Shape::Bullet || text.ends_with([':', '：']))
            || is_general(page.at(&tidy(page, line.span.clone())))
            || known && !mark
            || sentence && !(mark && number == 0)
            || pattern!(r"\S@\S").is_match(text)
            || page.at(&tidied).contains("http")
        {
            continue;
        }
        if pattern!(r"^[^:]{1,24}:\s|^\p{Han}{2,8}:").is_match(text) && !mark && number > 0 {
            continue;
        }
        if role.is_match(text) && (!known || pattern!(r"intern|ph\.?d|实习|博士|招").is_match(text))
        {
            best = Some(line.span.clone());
            break;
        }
    }
    // `Lecturer, Biology` under a name says who writes, and a heading whom they look for.
    let plain = best.as_ref().is_some_and(|it| {
        page.line_of(it).is_some_and(|line| line > 0 && page.lines[line].shape == Shape::Plain)
    });
    let heading = if plain && page.is_html { role_heading(page) } else { None };
    heading.or_else(|| best.map(|it| tidy(page, it)))
}

/// `Company | Role | Place | Onsite`, as lists of those who hire have it.
#[derive(Debug, Default)]
pub(crate) struct Parts {
    pub(crate) title: Option<Span>,
    pub(crate) organisation: Option<Span>,
    pub(crate) location: Option<Span>,
}

/// The parts of such a first line.
pub(crate) fn parts(page: &Page<'_>) -> Option<Parts> {
    let line = page.lines.first()?;
    let text = page.at(&line.span);
    let mut at = line.span.start;
    let spans: Vec<Span> = text
        .split(['|', '｜'])
        .map(|it| {
            let start = at + it.len() - it.trim_start().len();
            at += it.len()
                + if text[at - line.span.start + it.len()..].starts_with('｜') { 3 } else { 1 };
            start..start + it.trim().len()
        })
        .filter(|it| !it.is_empty())
        .collect();
    if spans.len() < 3 {
        return dashed(page);
    }
    let role = pattern!(
        r"intern|engineer|scientist|researcher|developer|student|ph\.?d|postdoc|analyst|designer|manager|assistant|实习|工程师|研究员|博士|助理"
    );
    let kind = pattern!(
        r"^(full|part)[\s-]?time|^(on-?site|remote|hybrid|visa|https?|www|contract|permanent|internships?)\b.{0,20}$|全职|远程"
    );
    let title =
        spans.iter().find(|it| role.is_match(page.at(it)) && !kind.is_match(page.at(it))).cloned();
    let location = spans
        .iter()
        .skip(1)
        .find(|it| super::names::is_place(page.at(it)) && !kind.is_match(page.at(it)))
        .cloned();
    let first = spans
        .first()
        .filter(|it| title.as_ref() != Some(*it) && location.as_ref() != Some(*it))
        .map(|it| {
            let web = pattern!(r"\s?\(?https?://.*$").find(page.at(it));
            it.start..web.map_or(it.end, |web| it.start + web.start())
        });
    title.is_some().then_some(Parts { title, organisation: first, location })
}

/// `甲智能-算法实习生-北京`, `Acme - Research Intern - Berlin`: who, what and where.
fn dashed(page: &Page<'_>) -> Option<Parts> {
    page.lines.iter().take(TOP).find_map(|line| dashed_line(page, &line.span))
}

/// The same of one line.
fn dashed_line(page: &Page<'_>, line: &Span) -> Option<Parts> {
    let text = page.at(line);
    let cuts: Vec<_> = pattern!(r"\s?[-–—－]\s?").find_iter(text).collect();
    let [first, second] = cuts.as_slice() else { return None };
    let (who, what, place) =
        (&text[..first.start()], &text[first.end()..second.start()], &text[second.end()..]);
    let role = pattern!(
        r"\b(intern(ship)?|engineer|scientist|researcher|developer|ph\.?d|postdoc|analyst|assistant)s?\b|实习生|工程师|研究员|博士后?|助理"
    );
    let plain =
        |it: &str| (2..=30).contains(&it.chars().count()) && !it.contains([':', '：', ',', '，']);
    let spaced =
        text.is_ascii() && !(first.as_str().contains(' ') && second.as_str().contains(' '));
    if spaced
        || !role.is_match(what)
        || role.is_match(who)
        || !plain(who)
        || super::names::is_place(who)
        || !super::names::is_place(place)
        || pattern!(r"招|聘|实习|内推|\d|(中台|平台|部|组|团队|业务线)$").is_match(who)
    {
        return None;
    }
    let at = |from: usize, to: usize| line.start + from..line.start + to;
    Some(Parts {
        title: Some(at(first.end(), second.start())),
        organisation: Some(at(0, first.start())),
        location: Some(at(second.end(), text.len())),
    })
}

/// A title without what stands around it.
fn tidy(page: &Page<'_>, span: Span) -> Span {
    let own = tidied(page.at(&span));
    span.start + own.start..span.start + own.end
}
