//! What a page shows around a posting: told by its shape, not by one list of words.

use super::pattern::pattern;

/// Why a line is no part of the posting. `None`: it may be.
pub(crate) fn noise(text: &str, number: usize, lines: usize) -> Option<&'static str> {
    let text = text.trim();
    let short = text.chars().count() <= 80;
    let shapes: [(&regex::Regex, &'static str, bool); 16] = [
        (
            pattern!(
                r"\bcookies?\b.{0,80}(use|site|accept|browsing|consent|agree)|(use|accept|site).{0,40}\bcookies?\b|使用cookie"
            ),
            "a notice about cookies",
            text.chars().count() < 300,
        ),
        (pattern!(r"^#[a-z][\w-]*$"), "an anchor of the page", short),
        (
            pattern!(
                r"^(«|<|←|‹|❮)?\s*(back to |return to |go back|返回|上一[页篇]|下一[页篇]|next (post|job)|previous (post|job)).{0,40}$"
            ),
            "a link of the page",
            short,
        ),
        (
            pattern!(
                r"^[\p{L}\s]{2,20}\s?=\s?\d+$|^(views?|浏览(量|次数)?|阅读(量|次数)?|点击(量|数|次数)?|点赞|收藏|评论|热度|likes?|shares?|comments?|applicants?|applied|回复)\s*[:：(]?\s*\d+[次)]?$|^\d+ (views?|likes?|comments?|applicants?|shares?|replies)( .{0,20})?$"
            ),
            "a counter",
            short,
        ),
        (
            pattern!(r"^\(?(web|app|node|host|pod|srv|prod|www)-[0-9a-z-]*\d[0-9a-z-]*\)?$"),
            "the name of a machine",
            short,
        ),
        (
            pattern!(r"^(sha\d+|md5|commit|etag)\s*[:=]\s*[0-9a-f]{7,}$|^[0-9a-f]{16,}$"),
            "a checksum",
            short,
        ),
        (
            pattern!(
                r"^(home|首页|主页|start|当前位置|您的位置|您现在的位置)\s*[:：]?\s*([>›»/|→-].*)$|^(当前位置|您的位置|您现在的位置|所在位置|you are here)\s*[:：]?.*$|^[^.。:：]{2,25}(\s[>›»]\s[^.。]{2,40}){2,}$|^[A-Z &]{3,30} [>›»] [A-Z &]{3,30}$"
            ),
            "the path to the page",
            text.chars().count() < 120,
        ),
        (
            pattern!(
                r"^(apply( now| here)|apply!|easy apply|save( (this )?job)?|share( (this|job|on).{0,20})?|print( this page)?|report( (this )?job)?|sign (in|up)|log ?in|register|subscribe|follow( us)?|read more|show (more|less)|see more|load more|skip to .{0,20}|menu|search( jobs?| all jobs| openings)?|all jobs|close|toggle .{0,20}|copy link|email (this )?job|tweet|facebook|linkedin|twitter|whatsapp|wechat|accept( all)?|reject( all)?|view (all )?jobs|similar jobs|related (jobs|posts)|job alerts?|get job alerts?.{0,30}|create (a )?job alert.{0,30}|(立即|继续|马上)(申请|投递|沟通)|投递简历|投个简历|去投递|申请职位|我要(应聘|申请)|下载APP|(微信|手机)?扫码(分享|查看).{0,6}|点击查看地图|收藏(职位)?|分享(到.{0,8})?|举报(职位)?|登录|注册|打印|关闭|复制链接|扫码.{0,12}|点击.{0,6}关注.{0,6}|微信扫一扫.{0,10}|展开(全部|更多)?|收起|相关(推荐|阅读|职位)|阅读原文|投递|分享|内推|在看|预览时.{0,8}不可点.{0,8}|(长按|识别|扫描).{0,16}二维码.{0,10}|关注(该|我们).{0,6}|点击(上方|下方|蓝字).{0,14}|skip (navigation|to).{0,20}|link ?copy link|email ?email a friend|email a friend|search for jobs( page)?|show all jobs.{0,30}|get (similar )?jobs by email|sign in.{0,30}|career advice|job seekers?|recruiters?|follow .{2,30} on|view all .{0,30}|add to (favou?rites|shortlist)|send to (a )?friend|refer a friend|save for later|(english|chinese|german|french) version|中文版|英文版|english ?/ ?中文|中文 ?/ ?english)[!.。>»]?$"
            ),
            "a button",
            short,
        ),
        (
            pattern!(
                r"^(all rights reserved|copyright|©|\(c\) ?\d{4}|powered by|privacy policy|terms (of|and) .{0,20}|沪ICP|京ICP|粤ICP|.{0,3}ICP备|版权所有).{0,80}$"
            ),
            "the foot of the page",
            text.chars().count() < 120,
        ),
        (
            pattern!(
                r"^(opened|closed|labels?|assignees?|milestone|projects?|edited|commented|reopened|locked|notifications?)( (this|on|by|as|issue)\b.{0,40})?$|^.{1,30} (commented|added the .{2,30} label|self-assigned this|closed this).{0,40}$|^(no|none) (one assigned|branches|milestone|projects?|yet).{0,20}$|^[\w.-]+/[\w.-]+ · (issue|pull request|discussion) #\d+( · .{0,40})?$|^(labels?|assignees?|milestone): .{1,60}$|^https?://github\.com/\S+/(issues|discussions|pull)/\d+\S*$"
            ),
            "a line of an issue tracker",
            short,
        ),
        (
            pattern!(
                r"mailman/listinfo|^(to )?unsubscribe\b.{0,60}|^you (are receiving|received) this"
            ),
            "the foot of a mailing list",
            text.chars().count() < 160,
        ),
        (
            pattern!(
                r"^(layout|permalink|nav|nav_order|order|icon|author_profile|redirect_from|tags|categories|category|draft|math|toc|comments|header-img|weight|menu|parent|has_children|id|ref|lang|classes|sidebar|image|cover|slug|description_short)\s*:\s*\S.*$"
            ),
            "a setting of the page",
            short && number < 16,
        ),
        (
            pattern!(r"^(\{%.*%\}|\{\{.*\}\}|\{:.*\})$"),
            "an instruction of the page",
            text.chars().count() < 200,
        ),
        (
            pattern!(
                r"^-{2,} ?(forwarded|original) message ?-*$|^begin forwarded message:?$|^-+ ?(转发|原始)邮件 ?-+$|^-*\s?(END|完|THE END)\s?-*$|^(文字?|图|编辑|责编|审核|排版|图文|来源|供稿|校对|撰稿|文案|初审|复审|终审|监制|美编)\s*[|丨:/]\s*\S{1,20}$|^(0\d|part\.? ?0?\d)$"
            ),
            "around the posting",
            short,
        ),
        (pattern!(r"^<{7}|^>{7}|^={7}$"), "a mark of a merge", true),
        (pattern!(r"^[\W_]{1,40}$"), "only signs", short),
    ];
    let found = shapes.iter().find(|(pattern, _, fits)| *fits && pattern.is_match(text));
    let found = found.map(|(_, why, _)| *why);
    kept(text, number, lines, found)
}

/// What shapes cannot tell: where a line stands speaks for it, too.
fn kept(
    text: &str,
    number: usize,
    lines: usize,
    found: Option<&'static str>,
) -> Option<&'static str> {
    // `Apply` alone is a button only at the very edge; elsewhere it is a heading.
    if pattern!(r"^apply$").is_match(text) && (number < 6 || number + 2 >= lines) {
        return Some("a button");
    }
    // In the middle of a posting, `Projects` and `Register` are headings and words.
    let edge = number < 12 || number + 12 > lines;
    // `Terms and conditions` may be a heading of the posting.
    if pattern!(r"^terms (and|of|&) [\w ]{4,20}$").is_match(text) && number + 4 < lines {
        return None;
    }
    // The first one who comments is who posted it, and when.
    let opens = number < 3 && pattern!(r"^\S{2,30} commented on .*\d{4}$").is_match(text);
    // `扫码投递` says how to apply.
    let applies = pattern!(r"扫[^，。；]{0,6}码[^，。；]{0,6}(投递|报名|申请)").is_match(text);
    found
        .filter(|_| !opens && !applies)
        .filter(|why| edge || !matches!(*why, "a line of an issue tracker" | "a counter"))
}

/// Whether what was dropped shows that the page is a board with a button to apply.
pub(crate) fn shows_a_portal(text: &str) -> bool {
    pattern!(r"back to (search|job|all|career|results|listing)|appli(ed|cants?)\s?=|^\s*(easy )?apply( now)?\s*[!>»]?\s*$|save (this )?job|(立即|继续)(申请|投递|沟通)|^\s*(投递|申请职位|投个简历|去投递|我要(应聘|申请))\s*$|^apply for this|job alert|\d+ applicants?").is_match(text)
}
