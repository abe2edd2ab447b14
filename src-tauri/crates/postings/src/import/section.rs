//! What a part of a posting is about, by the words of its heading.

use super::pattern::pattern;

/// What a part is about.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Section {
    /// Nothing that has a rule.
    #[default]
    Other,
    /// How to apply, and what to send.
    Apply,
    /// Who may apply.
    Qualify,
    /// What is only welcome.
    Prefer,
    /// The work.
    Duties,
    /// What the candidate gets.
    Offer,
    /// Who offers it.
    About,
    /// When.
    Dates,
    /// Whom to ask.
    Contact,
}

/// What a heading says that its part is about. `None`: it is no heading that we know.
pub(crate) fn section(heading: &str) -> Option<Section> {
    // `任职要求 Qualifications`: either half says it.
    let half = |wide: bool| -> String {
        heading.chars().filter(|it| (*it >= '\u{2e80}') == wide || *it == ' ').collect()
    };
    let (narrow, wide) = (half(false), half(true));
    let both = narrow.trim().len() > 3 && wide.trim().chars().count() > 1;
    whole(heading).or_else(|| if both { whole(&wide).or_else(|| whole(&narrow)) } else { None })
}

/// The same for a heading in one language.
fn whole(heading: &str) -> Option<Section> {
    let text = bare(heading);
    if text.is_empty() || text.chars().count() > 60 {
        return None;
    }
    let all = [
        (Section::Prefer, pattern!(PREFER)),
        (Section::Qualify, pattern!(QUALIFY)),
        (Section::Apply, pattern!(APPLY)),
        (Section::Dates, pattern!(DATES)),
        (Section::Duties, pattern!(DUTIES)),
        (Section::Offer, pattern!(OFFER)),
        (Section::Contact, pattern!(CONTACT)),
        (Section::About, pattern!(ABOUT)),
    ];
    let known = all.into_iter().find(|(_, pattern)| pattern.is_match(text));
    // In a system for staff, `Job profile` is what a post is filed under.
    if pattern!(r"^job (profile|family|category|type|code)$").is_match(text) {
        return None;
    }
    // `希望你能完成以下工作`: the work, and not who does it.
    if pattern!(r"^[^，。]{0,8}(希望|期待|期望|需要)(你|您)[^，。]{0,8}(工作|任务|职责|事情)$")
        .is_match(text)
    {
        return Some(Section::Duties);
    }
    // `PhD student requirements`: those that somebody has to meet, and no paper or system.
    let whose = pattern!(r"^(?:[\p{L}.'/-]+ ){1,4}(?:requirements?|qualifications|criteria)$");
    let other = pattern!(
        r"\b(application|applications|submission|documents?|references?|letters?|recommendations?|files?|formats?|payment|visa|systems?|hardware|reporting|legal|other|additional)\b"
    );
    let whose = (whose.is_match(text) && !other.is_match(text)).then_some(Section::Qualify);
    known.map(|(section, _)| section).or(whose)
}

/// A heading without its number, brackets, pictures and colon.
fn bare(heading: &str) -> &str {
    let text = heading.trim_matches(|it: char| {
        !it.is_alphanumeric() && !matches!(it, '(' | ')' | '/' | '&' | '\'' | '+')
    });
    // `要求(满足其一即可)`: what is in brackets says how, not what.
    let text = pattern!(r" ?\([^)]{2,48}\)$").find(text).map_or(text, |it| &text[..it.start()]);
    let number = pattern!(
        r"^([一二三四五六七八九十]{1,3}[、.,:\s]|\d{1,2}[.、)\s]|[(][一二三四五六七八九十\d]{1,2}[)])\s*"
    );
    number.find(text).map_or(text, |it| &text[it.end()..])
}

const PREFER: &str = r"^(
    ((preferred|desired|desirable|additional|optional|bonus|nice to have|preferable|advantageous|extra)
        ( (or|and) [a-z]+)?( (qualifications?|skills?|requirements?|experience|criteria|points?|attributes?|background|knowledge|but not required))*)
    |nice[\s-]to[\s-]haves?.{0,20}|(bonus|plus)( points?)?( if.{0,30})?|(a )?pluse?s?|good to have|what (would|will) (set you apart|make you stand out).{0,20}|ideally.{0,30}
    |(it is |it's )?(a )?(big )?plus if.{0,20}|(we'd|we would) (also )?love.{0,20}
    |(the )?following( [a-z]+){0,3} (will be|are|is|would be)( considered)?( as)? (beneficial|advantageous|an? (plus|advantage|asset|bonus)|desirable|preferred|welcome|appreciated|helpful).{0,10}
    |preferred|desirable|(the following|these) (are|is) (a plus|preferred|desirable).{0,20}
    |非(硬性|必须|必要)(要求|条件)|(优先|加分)(条件|项|考虑|录取)?.{0,10}|(具备|有|满足|符合)?(以下|下列).{0,12}(优先|加分).{0,8}
    )$";

const QUALIFY: &str = r"^(
    (the |our |your |general |main |key |essential |mandatory |formal |specific |candidate'?s? |applicants?'?s? |required |minimum |basic |technical |position |job |academic |other |core |admission |entry |selection |professional |educational?)*
        (qualifications?|requirements?|prerequisites?|criteria|eligibility|skills?|skill ?sets?|profile|competenc(e|ies)|experience|must[\s-]haves?|education)
        ( (and|or|&|/) (required |essential |minimum |basic |your |desired |preferred |specific |personal |professional |formal |other )*(qualifications?|requirements?|skills?|experience|criteria|abilities|profile|competenc(e|ies)|expertise|education|training|background|knowledge|conditions))*
        ( (criteria|requirements?|required|needed|profile|conditions|for (applicants|candidates|the position|this position|admission|application|participation)|of (the )?(candidates?|applicants?)))?
    |(the following|these)( [a-z]+){0,2} (are|is) (required|essential|needed|expected|mandatory|necessary)|(required|must have|essential)|(your|candidate|applicant|student) (profile|background)|desired profile|(the |our |your )?(ideal|perfect|right|dream|best) (candidates?|profile|applicants?|person|interns?|students?|fit|match).{0,30}|requirements? .{0,25}
    |(the )?(ideal |successful |suitable )?(candidates?|applicants?|you|students?) (should|must|will|shall|have|profile)( (have|be|possess|ideally))?
    |(the )?candidates?|(job |person|candidate|role) specification|(our )?expectations?|((required|minimum|essential|basic|key|necessary) )?knowledge,? (and )?skills,? (and )?abilities|(work|working|professional|research) experience|(is|could) this (be )?you|does this sound like you.{0,6}|this (is|could be) you|what you'll (need|bring|have).{0,20}
    |who (can|should|may|could|is eligible to) (apply|be|join).{0,20}|(join us|apply|come|consider applying) if( you)?( are|re| have)?|who (are you|you are|we are looking for|we're looking for|we look for).{0,10}|who are we looking for|who is eligible.{0,20}
    |you (might|may|could|would|will|are|'ll|'re) ?(be )?(a )?(good |great |perfect |strong )?fit( if| for this role)?.{0,10}|(this|the) (role|job|position) (is|might be|may be) (right )?for you if.{0,4}|we('d| would)? (love|like) to (hear from|meet|talk to) you if.{0,4}
    |(about you|you have|you bring|you are|you|what you (will |should |'ll |must )?(bring|have|need).{0,30}|what (do|are) we (ask|expect|look|looking|need|require|seek).{0,16}|what (are )?we('re| are)? (looking for|look for|expect|require|need|seek|ask( for| of)?|want).{0,20}|we (are )?(look(ing)? for|expect|require|seek|ask for).{0,25}|i (expect|require|look for|ask for|am looking for).{0,16}|what it takes.{0,20}|you should (have|apply if).{0,20}|you('ll| will) (need|bring|have).{0,10})
    |(任职|硬性|必备|必要|申报|遴选|选拔|选聘|聘用|录用|录取|推荐|准入|人才|报名者|岗位|职位|招聘|应聘|应征|征才|征聘|申请|招收|报名|招生|基本|能力|技能|人员|候选人|学生|实习生?|博士生?|博士后|硕士|资格|应聘者?|申请者?|申请人|专业|学历|招募|入职|素质|招聘基本|报考)*(人员|岗位)?的?(要求|条件|资格|资质|画像|标准|需求)(如下|说明|和要求|与条件|及条件|和条件)?
    |(我们)?(希望|期待|期望|需要|想要|要求|寻找|在找|欢迎|想找|想要找)(这样的)?(你|您|的你|申请者|应聘者|候选人|候选者)(是|有|具备|满足|能够?)?.{0,8}|我们(希望|需要|期待|期望|寻找|在找).{0,12}|(我们)?对(你|您|候选人|申请者|学生)的(要求|期待|期望)|期望|(你|您)应该?(具备|有|是)?|(面向|招收|招募|适合)(的)?人群|(寻找|欢迎|期待|需要)?(这样|怎样|什么样)的(你|您|人|同学|小伙伴|伙伴|候选人)|适合谁|招收对象|招募对象|招聘对象|申请对象|面向对象|适合人群|(你|您)(需要|应该?|将)?(具备|是|有).{0,6}|(你|您)(只|还)?(需要|需|要)(的|什么|满足.{0,4})?|招什么样的.{0,8}|应具备.{0,8}
    |(申请人|申请者|应聘者|应聘人员|候选人|应征者|报考者|报名者|学生|求职者)(应|须|需|必须|应当|需要|应该)(同时)?(具备|满足|符合|具有|是|有).{0,8}
    )$";

const APPLY: &str = r"^(
    (how|where) (to|do i|can i|do you|you can) (apply|submit|send|proceed).{0,30}|(the )?(application|submission|applying|hiring|recruitment|selection)( and .{3,20})? (process|procedures?|instructions?|details?|method|guidelines?|steps?|information|packages?|materials?|documents?|requirements?|dossier|form|submission)( .{0,25})?
    |(documents?|references?|recommendations?|letters?) requirements?|to apply.{0,25}|applications?|apply( (here|now|online|by .{3,20}|for .{3,30}))?|applying|ready to apply.{0,3}|interested.{0,25}|next steps?|required (documents?|materials?|application .{3,20})( .{0,20})?|information (requested|required|needed|to (provide|include|send)).{0,20}|(documents?|materials?) (required|requested|needed|to (submit|send|provide|include|attach)).{0,20}|what to (send|submit|include|attach|prepare).{0,20}|where to (send|submit|apply).{0,20}|papers|dossier|(application |document )?checklist|enclosures|hand(ing)? in.{0,20}|paperwork|how to (join|proceed|get involved).{0,16}|documents|procedure|what (we need|should (i|you) (send|submit|include|attach)|do (i|you) (need to )?(send|submit|include)).{0,24}|how|please (send|submit|include|provide|attach|upload|enclose).{0,30}|your application( (should|must|includes?).{0,20})?|application.{0,6}contact.{0,10}|contact (and|&) application.{0,10}|submission
    |(如何|怎么|怎样)(申请|投递|报名|应聘|加入).{0,8}|(简历)?(申请|应聘|应征|征聘|联络|投递|报名|联系|加入|招聘|投简历)(方式|方法|流程|程序|步骤|办法|材料|渠道|须知|指南|通道|途径|邮箱)(及|和|与|、)?.{0,10}|(所需|提交|需提交的?|需要提交的?|需准备的?|申请所需|应聘所需|报名所需)?(申请|应聘|报名)?材料(清单|要求|提交)?|(应备|检附|缴交|缴附|应缴|应附|所需|申请|报名|应征|应聘|提交)(文件|资料|证件|表件)|(简历|材料)(投递|提交|要求).{0,8}|投递说明|报名|申请|有意者.{0,12}|联系(我们|方式)?
    )$";

const DATES: &str = r"^(
    (application |submission |closing |important |key |final )*(deadlines?|dates?|timeline|timetable|schedule)( (for|and|of) .{3,30})?|when|until when|by when|how long|time|start(ing)? (date|time).{0,20}|duration.{0,30}|(internship |project |work |appointment )?(duration|period|start|length)( .{0,20})?
    |(申请|报名|投递|招聘|实习|截止|重要|工作|入职|项目)*(时间|日期|周期|期限|时长|截止)(安排|节点|表)?
    )$";

const DUTIES: &str = r"^(
    (the |your |our |key |main |primary |essential |job |core |position |project |research |work |role )*(responsibilit(y|ies)|duties|tasks?|role|job description|position description|work|assignment|activities|mission|description|projects?|topics?|objectives?|goals?|functions|areas?|directions?)( (and|&|/|of) .{3,30})?|(role|position|job|project) (overview|summary|description)|what you('ll| will)? (be )?(do|work|doing|working|learn).{0,20}|in this role.{0,20}|day[\s-]to[\s-]day|scope of work
    |(岗位|工作|职位|主要|实习|核心|研究)*(职责|内容|任务|描述|方向|课题|说明|项目)(及.{2,6})?|你将.{0,10}|研究(方向|内容|领域|兴趣).{0,8}|工作方向
    )$";

const OFFER: &str = r"^(
    ((what )?(we|you'?ll|you will) (can )?(offer|get|gain|provide|receive).{0,20})|what (do|will|can) (you|i) (get|gain|receive|earn|offer).{0,12}|(our )?(offer|benefits|perks|compensation|salary|remuneration|stipend|funding|conditions|pay|employment conditions|terms).{0,40}|terms( and|/| &)? conditions.{0,24}|working conditions.{0,20}|why (join|us|work|apply).{0,30}|(terms|conditions) of .{3,30}|financial (support|aid).{0,20}
    |(薪资|薪酬|福利|待遇|工作|岗位|实习|基本|有关|相关|人才|聘期)*(待遇|福利|薪资|薪酬|报酬|收获|保障|支持)(及.{2,6}|与.{2,6}|和.{2,6})?|(我们)?(能|可|将)?(为你|为您)?提供(的|什么|以下)?.{0,8}|(你|您|实习生|学生)(将|将会|会|能|能够|可|可以)?(获得|得到|收获|享受到?)(的|什么)?.{0,6}|工作环境|实习津贴|(你的|您的|实习)?回报|为什么.{0,10}
    )$";

const CONTACT: &str = r"^(
    (contact|contacts|contact (us|information|details?|persons?|info)|(further |more |additional )?(information|questions?|inquiries|enquiries|queries)( .{0,30})?|for (further|more) .{3,30}|(any )?questions.{0,5}|faq
    |咨询(方式|电话|邮箱)?|联络(人|方式|资讯)|(更多|其他|其它)(信息|说明)|备注|答疑)
    )$";

const ABOUT: &str = r"^(
    (about|introduction|overview|background|summary|context|abstract|who we are|our (team|group|lab|company|mission|story)|the (team|group|lab|company|institute|university|project|programme?|position)|(group|team|company|lab|project|program|programme|position|general|research|department) (overview|introduction|description|background|profile|info(rmation)?)|about .{2,40})
    |(关于|简介|介绍|背景|团队|公司|单位|实验室|课题组|导师|项目|机构|企业|研究组|个人|学校|平台|招聘单位|部门)+(简介|介绍|背景|我们|情况|概况|信息)?
    )$";
