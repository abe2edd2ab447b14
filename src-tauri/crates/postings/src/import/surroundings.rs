//! What stands around a posting and is told only by several lines: the head of a mail,
//! a menu, and the other postings that a board shows below.

use super::pattern::pattern;

/// How far down a menu or the head of a mail may begin.
const TOP: usize = 24;

/// Why lines above a mail that was sent on are left out.
pub(super) const SENT_ON: &str = "above a mail that was sent on";

/// For each line, why it is no part of the posting.
pub(super) fn surroundings(lines: &[&str]) -> Vec<Option<&'static str>> {
    let mut out = vec![None; lines.len()];
    forwarded(lines, &mut out);
    mail_head(lines, &mut out);
    menu(lines, &mut out);
    answers(lines, &mut out);
    others(lines, &mut out);
    out
}

/// `From:`, `To:` and their like, where a mail was pasted. Its subject and its date
/// speak of the posting.
fn mail_head(lines: &[&str], out: &mut [Option<&'static str>]) {
    let head = &lines[..lines.len().min(TOP)];
    let from = pattern!(r"^(from|发件人)\s*:\s?.*");
    let with = pattern!(r"^(subject|date|sent|主题|日期|发送时间)\s*:");
    if !head.iter().any(|it| from.is_match(it)) || !head.iter().any(|it| with.is_match(it)) {
        return;
    }
    let address = pattern!(r"^(from|to|cc|bcc|reply-to|sender|发件人|收件人|抄送)\s*:");
    for (number, line) in head.iter().enumerate() {
        if address.is_match(line) {
            out[number] = Some("the head of a mail");
        }
    }
}

/// What somebody wrote above a mail that they sent on. The head of that mail is as long as
/// three lines and speaks of who wrote it; the posting is below.
fn forwarded(lines: &[&str], out: &mut [Option<&'static str>]) {
    let entry = pattern!(
        r"^\W{0,3}(from|to|cc|bcc|sent|date|subject|reply-to|发件人|收件人|抄送|发送时间|日期|主题)\W{0,3}:"
    );
    let from = pattern!(r"^\W{0,3}(from|发件人)\W{0,3}:");
    let heads = (1..lines.len()).filter(|it| {
        from.is_match(lines[*it])
            && lines[*it..].iter().take_while(|it| entry.is_match(it)).count() > 2
    });
    let Some(head) = heads.max() else { return };
    // A posting with an old mail below it is above, and longer.
    let length = |lines: &[&str]| lines.iter().map(|it| it.len()).sum::<usize>();
    if length(&lines[head..]) <= length(&lines[..head]) * 2 {
        return;
    }
    out[..head].fill(Some(SENT_ON));
    let address = pattern!(r"^\W{0,3}(from|to|cc|bcc|reply-to|发件人|收件人|抄送)\W{0,3}:");
    for (number, line) in lines.iter().enumerate().skip(head).take(8) {
        if address.is_match(line) {
            out[number] = Some("the head of a mail");
        }
    }
}

/// Three and more words of a menu, one below the other.
fn menu(lines: &[&str], out: &mut [Option<&'static str>]) {
    let entry = pattern!(
        r"^(home|careers?|jobs?|teams?|locations?|benefits|students?|about( us)?|contact( us)?|news|events|blog|login|log in|sign in|register|search|menu|research|people|publications|teaching|projects|resources|products?|company|faq|help|english|中文|en|zh|de|fr|departments?|life at .{2,20}|our (teams?|people|culture)|how we hire|open positions|首页|主页|(社会|校园|校招|社招|实习生?|春季|秋季|暑期)?招聘|(校招|社招|内推|实习)|登录|注册|关于(我们)?|联系我们|加入我们|新闻(动态|中心)?|职位(列表)?|产品|团队|成员|论文|研究(方向)?|个人中心|投递记录|我的(投递|简历)|成果|学术活动|通知公告|人才培养|科学研究|师资队伍)$"
    );
    let top = lines.len().min(TOP);
    let mut from = 0;
    for number in 0..=top {
        if lines[..top].get(number).is_some_and(|it| entry.is_match(it)) {
            continue;
        }
        // A heading stands alone, and not between others of its kind.
        if number - from > 2 {
            out[from..number].fill(Some("a menu"));
        }
        from = number + 1;
    }
}

/// Below the first entry of a thread, others ask and answer.
fn answers(lines: &[&str], out: &mut [Option<&'static str>]) {
    let head = pattern!(
        r"^[\w.-]{2,30}(\(.{1,30}\))? (commented|replied|wrote|answered)( on)?\b.{0,30}(\d{4}|ago|yesterday|hours?|days?)[:.]?$"
    );
    let heads = lines.iter().enumerate().filter(|(_, it)| head.is_match(it));
    let mut heads = heads.map(|(number, _)| number);
    let name = |it: usize| lines[it].split([' ', '(']).next().unwrap_or_default();
    let opens = |it: usize| {
        let opener = format!("{} opened this ", name(it));
        lines[..it].iter().any(|line| line.starts_with(&opener))
    };
    // The first one may be whoever posted it.
    let first = heads.next().filter(|it| *it > 4 && !opens(*it));
    if let Some(from) = first.or_else(|| heads.next()) {
        out[from..].fill(Some("an answer below the posting"));
    }
    entries(lines, out);
}

/// `annbee · comment · 2027-03-03`: of the entries of a thread, the posting is the longest.
fn entries(lines: &[&str], out: &mut [Option<&'static str>]) {
    let head = pattern!(
        r"^[\w.-]{2,40} · (description|comment|answer|reply|review|post) · (19|20)\d\d-\d\d-\d\d$"
    );
    let mut heads: Vec<usize> = (0..lines.len()).filter(|it| head.is_match(lines[*it])).collect();
    heads.push(lines.len());
    let length =
        |it: &[usize]| lines[it[0]..it[1]].iter().map(|it| it.chars().count()).sum::<usize>();
    // Of two that are as long, the first one: the others ask and answer.
    let Some(longest) = heads.windows(2).rev().max_by_key(|it| length(it)) else { return };
    // The first one opened the thread with it, if it says how to apply.
    let applies = pattern!(r"@|艾特|邮箱|简历|\b(cvs?|resumes?|apply|e-?mail)\b|联系方式|投递");
    let opens = heads.windows(2).next().filter(|it| {
        lines[it[0]..it[1]].iter().any(|line| applies.is_match(line))
            && length(it) * 4 > length(longest)
    });
    let posting = opens.unwrap_or(longest);
    for entry in heads.windows(2).filter(|it| it[0] != posting[0]) {
        out[entry[0]..entry[1]].fill(Some("another entry of the thread"));
    }
}

/// What a board shows below: other postings, and its own foot.
fn others(lines: &[&str], out: &mut [Option<&'static str>]) {
    let head = pattern!(
        r"^(related|similar|recommended|more|other|latest) (jobs|positions|roles|openings|vacancies|opportunities)\b.{0,40}$|^(more|other) jobs (from|at|in) .{2,50}$|^(you may also|people also|jobs you|candidates also).{0,40}$|^(相似|相关|推荐|更多|其他|其它|热门|最新)(的)?(职位|岗位|招聘|招募|征人|征才|求才|征聘|职缺|工作机会)(信息|资讯|讯息|公告|推荐)?$|^(猜你喜欢|看过.{0,8}的人还看了).{0,6}$"
    );
    let Some(from) = (lines.len() / 2..lines.len()).find(|it| head.is_match(lines[*it])) else {
        return;
    };
    // A paragraph is none of their titles.
    let end = lines[from..].iter().position(|it| it.chars().count() > 120);
    out[from..end.map_or(lines.len(), |it| from + it)].fill(Some("other postings"));
}
