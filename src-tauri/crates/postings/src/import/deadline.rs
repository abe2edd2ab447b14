//! Until when to apply: only the day that a word for deadlines governs.

use jiff::civil::Date;

use super::{
    dates::{Day, days},
    fact::{Fact, SaidDeadline},
    hour::{hour, without_a_day},
    page::{Page, Sentence, Span},
    pattern::pattern,
};
use crate::DeadlineKind;

/// What ties a day to applying.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bound {
    /// A word for deadlines beside it.
    Said,
    /// A verb of applying before it.
    Applies,
    /// No more than a word such as `by`.
    Loosely,
}

/// A day that a sentence names as a deadline.
struct Named {
    day: Day,
    soft: bool,
    extended: bool,
    /// For the letters of referees only.
    theirs: bool,
    bound: Bound,
    sentence: Span,
}

/// The deadline.
pub(crate) fn deadline(page: &mut Page<'_>) -> Option<Fact<SaidDeadline>> {
    let said = page.posting.as_ref().and_then(|it| it.deadline.clone());
    let mut named = named(page);
    if named.iter().any(|it| !it.theirs) {
        named.retain(|it| !it.theirs);
    }
    // `Closing date: 12 March`, and elsewhere `by 1 October`: the first one has the word for it.
    let bound: Vec<(i8, Option<i8>)> = named
        .iter()
        .filter(|it| it.bound != Bound::Loosely)
        .map(|it| (it.day.month, it.day.of_month))
        .collect();
    if !bound.is_empty() {
        // The same day may be said again, with its year.
        named.retain(|it| it.soft || bound.contains(&(it.day.month, it.day.of_month)));
    }
    if named.iter().any(|it| it.extended) {
        named.retain(|it| it.extended);
    }
    if let Some(said) = said
        && let Some(day) = days(&said.value, 0).first().and_then(Day::date)
        && named.iter().all(|it| it.day.date() == Some(day))
    {
        let time = pattern!(r"T(\d\d:\d\d)").captures(&said.value).map(|it| it[1].to_owned());
        let value = SaidDeadline {
            kind: DeadlineKind::Fixed,
            iso: Some(day),
            time: time.filter(|it| it != "00:00"),
            tz: None,
            first: None,
        };
        return Some(page.said(value, &said));
    }
    let sooner = softer(&named);
    if sooner.is_some() {
        named.retain(|it| !it.soft);
    }
    let spans: Vec<Span> = named.iter().map(|it| it.day.span.clone()).collect();
    let Some(first) = named.first() else { return without_a_day(page) };
    let same = |it: &Named| {
        it.day.month == first.day.month
            && it.day.of_month == first.day.of_month
            && (it.day.year == first.day.year || it.day.year.is_none() || first.day.year.is_none())
    };
    if named.iter().any(|it| !same(it)) {
        page.ask(
            "deadline",
            "the text names several days; until it is settled, mind the earlier one",
            &spans,
        );
        return None;
    }
    let best = named.iter().find(|it| it.day.year.is_some()).unwrap_or(first);
    let soft = named.iter().any(|it| it.soft);
    let kind = if soft { DeadlineKind::Soft } else { DeadlineKind::Fixed };
    let iso = best.day.date();
    // Machines want an hour in the settings of a page, which may be anything.
    let (settings, text): (Vec<&Named>, Vec<&Named>) =
        named.iter().partition(|it| page.is_setting(&it.day.span));
    let (time, tz) = text
        .into_iter()
        .chain(settings)
        .map(|it| hour(page, &it.day.span, &it.sentence))
        .filter(|(time, _)| !time.as_ref().is_some_and(|it| it.ends_with(":00:00")))
        .find(|(time, _)| time.is_some())
        .unwrap_or_else(|| (None, hour(page, &best.day.span, &best.sentence).1));
    let span = best.day.span.clone();
    let value = SaidDeadline { kind, iso, time, tz, first: sooner };
    if iso.is_none() {
        let (field, why) = match (best.day.of_month, best.day.unclear) {
            (None, _) => ("deadline.iso", "the text names no whole day".to_owned()),
            (_, true) => ("deadline.iso", "the figures could be two days".to_owned()),
            _ => ("deadline.iso", proposed(page, &best.day)),
        };
        page.ask(field, &why, std::slice::from_ref(&span));
    }
    if value.time.is_some() && value.tz.is_none() {
        page.ask("deadline.tz", "the hour has no time zone", std::slice::from_ref(&span));
    }
    Some(page.fact(value, &span))
}

/// The day of a first round, where a firm one comes later: two days that do not disagree.
fn softer(named: &[Named]) -> Option<Date> {
    let (soft, firm): (Vec<&Named>, Vec<&Named>) = named.iter().partition(|it| it.soft);
    let first = soft.iter().filter_map(|it| it.day.date()).max()?;
    let last = firm.iter().filter_map(|it| it.day.date()).min()?;
    (first < last).then_some(first)
}

/// Why the year is asked for, with the one that the date of posting makes likely.
fn proposed(page: &mut Page<'_>, day: &Day) -> String {
    let posted = super::posted::posted(page).map(|it| it.value);
    let next = posted.and_then(|posted| {
        let this = Date::new(posted.year(), day.month, day.of_month?).ok()?;
        if this >= posted {
            Some(this)
        } else {
            Date::new(posted.year() + 1, day.month, day.of_month?).ok()
        }
    });
    match next {
        Some(next) => {
            format!("the text names no year; after its date of posting it would be {next}")
        }
        None => "the text names no year".to_owned(),
    }
}

/// The days that words for deadlines govern.
fn named(page: &Page<'_>) -> Vec<Named> {
    let mut out = Vec::new();
    for (at, sentence) in page.sentences.iter().enumerate() {
        let text = page.at(&sentence.span);
        let found: Vec<Day> = days(text, 0).into_iter().map(|it| page.settled(it)).collect();
        if found.is_empty() {
            continue;
        }
        let under = under_a_deadline(page, sentence);
        // `Applications must be postmarked by`, and the day on a line of its own.
        let alone = found[0].span.start < 4 && text.len() < found[0].span.end + 8;
        let lead = at.checked_sub(1).map_or("", |it| page.at(&page.sentences[it].span));
        let leads = alone && pattern!(r"\b(by|until|before|no later than)$").is_match(lead);
        let applies = pattern!(r"\b(appl(y|ies|ied|ication|ications|icants?)|submi(t|ssion|tted)|send|sent|cv|resume|e-?mail|register|candidat\w+|nominat\w+|position|vacancy|posting|job|lodged?|dossiers?|entr(y|ies)|(completed |application |the )forms?|must (reach|arrive)|be (received|returned))\b|申请|投递|发送|发至|发到|报名|简历|提交|材料|应聘|邮件|招聘|招生|网申|登记|受理|收件|应征|征聘|甄选").is_match(if leads { lead } else { text });
        let softly = pattern!(
            r"\b(full|first|early|best|initial|timely|prompt) consideration|priority|given preference|preference (will be|is) given|first (round|selection|review|screening|batch|deadline)|((review|screening|selection|evaluation|consideration|processing|interview)s?( of| process)?( [\w-]+){0,4} (will )?(begin|start|commence|take place))|(begin|start)(s|ing)? (to )?(be )?(review|screen|evaluat|consider|interview)\w*|(preferabl[ey]|ideally) (before|no later|by (the |end |mid)?(of )?(\d|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|noon|end|mid))|guaranteed[^.]{0,30}consideration|encouraged to (apply|submit)[^.]{0,20}(by|before)|优先考虑|第一批|首轮|首批|最好.{0,12}前|建议.{0,12}前"
        );
        let soft = softly.is_match(text);
        // `Review starts on 1 October` speaks of applications without naming them.
        let applies = applies
            || soft
                && pattern!(r"^(the )?(review|screening|selection|evaluation|consideration)\b")
                    .is_match(text);
        let mut previous = 0;
        for (number, day) in found.iter().enumerate() {
            let before = &text[previous..day.span.start];
            let whole = if leads { format!("{lead} {before}") } else { before.to_owned() };
            let before = whole.as_str();
            let next = found.get(number + 1).map_or(text.len(), |it| it.span.start);
            let after = &text[day.span.end..next];
            previous = day.span.end;
            // `No later than 1 April: Notification of admission`, a row of a table.
            if pattern!(r"^\W*(notifications?|announcements?|results?|interviews?|decisions?)\b")
                .is_match(after)
            {
                continue;
            }
            let range = number > 0 && pattern!(r"^\W{0,14}起?((?:(?:at )?(?:上午|下午|中午)?\d{1,2}(?::\d{2}|[点时])\s?(?:[ap]\.?m\.?)?(?:起|开始)?\W*)?(-|–|—|~|～|to|until|till|至|到)|\([^)]*\)\s*(-|–|—|~|～|to|至|到))\W{0,8}").is_match(before) && before.chars().count() < 16
                && (pattern!(r"application (period|window|phase|timeline|dates)|(accept|\bopen(s|ed)? (from|for|on|between|until|to)\b|\bopens?\W{0,3}((mon|tue|wed|thu|fri|sat|sun)\w*,? ?)?$|apply|submi|received|registration)[^.]{0,60}$|报名|申请|网申|投递|接收|登记|受理|收件|征集").is_match(&text[..found[0].span.start]) || under);
            // `任期自8月1日起至7月31日止`: its second day is of the same.
            let joined = number > 0
                && pattern!(r"^\W{0,6}(起|日)?(-|–|—|~|～|to|until|till|至|到)\W*$")
                    .is_match(before);
            if joined && is_of_the_work(&text[..found[number - 1].span.start]) {
                continue;
            }
            let governed = range
                || day.span.start < 24 && is_row(after)
                || governs(before, after, applies, under && number == 0, soft);
            let opens = pattern!(r"^\W{0,14}(?:(?:at )?(?:上午|下午|中午|晚上?)?\s?\d{1,2}(?:[:：.]\d{2}|[点时])?\s?(?:[ap]\.?m\.?)?(?: (?-i:[A-Z]{2,4}))?\W{0,3})?(?:起|开始)?(-|–|—|~|～|to\b|until|till|起?至|起?到)\W{0,6}((mon|tue|wed|thu|fri|sat|sun)\w*,? ?)?$")
                .is_match(after)
                && number + 1 < found.len();
            // `2027年10月21日前完成硕士论文答辩`: by when somebody has a degree.
            let degree = pattern!(
                r"^\W{0,2}(之前|以前|前)(能|可)?(完成|毕业|获得|取得|通过|答辩|入职|到岗|报到)"
            );
            if !governed || opens || degree.is_match(after) {
                continue;
            }
            // Two days in one sentence: each has the words before it.
            // `until 31 March, but the review starts now`: the day is firm.
            let firm = pattern!(r"^[^.]{0,4}\b(but|although|however|though|and) ").is_match(after)
                && !softly.is_match(before)
                // `The review begins after the deadline, 9 July`.
                || pattern!(r"\b(after|once|following|when) (the |this )?(application |submission |closing )*(deadline|closing date|date)[\s:,(]*(of|on|is)?[\s:,(]*$").is_match(before);
            let soft = !firm && if found.len() > 1 { softly.is_match(before) } else { soft };
            let theirs = pattern!(
                r"(reference|recommendation|referee|letters? of).{0,140}$|\bletters? (are |is )?due\W*$|推荐信"
            );
            let own = pattern!(
                r"\b(cvs?|resumes?|curriculum|cover letter|transcripts?|application deadline|applications?|apply|motivation)\b|简历|材料|申请表"
            );
            let shift = sentence.span.start;
            // `2026年6月1日至6月15日`: the year is said once.
            let year = day.year.or_else(|| {
                let first = found.first().filter(|_| range && number > 0)?;
                first.year.filter(|_| first.month <= day.month)
            });
            out.push(Named {
                day: Day { span: day.span.start + shift..day.span.end + shift, year, ..day.clone() },
                soft,
                bound: bound(before, under && number == 0 || is_row(after)),
                extended: pattern!(r"extended|延长|延期").is_match(text),
                theirs: (theirs.is_match(before)
                    || pattern!(r"^.{0,60}\b(reference|recommendation) letters?\b|^.{0,60}\bletters? of (reference|recommendation)|^[^。]{0,30}推荐信").is_match(after))
                    && (!own.is_match(text) || found.len() > 1 && theirs.is_match(before) && !own.is_match(before)),
                sentence: sentence.span.clone(),
            });
        }
    }
    out
}

/// What ties a day to applying, by the words before it.
fn bound(before: &str, by_place: bool) -> Bound {
    let says = pattern!(
        r"\b(deadline|closing date|closes|due date|last date)|^due\b|\bddl\b|截止|截至|(报名|申请|招募|征集|受理|收件|登记)(时间|日期|期间)|^[^，。；]{0,8}(网上|在线|线上)?(申请|报名|登记)\s?:"
    );
    let applies = pattern!(
        r"\b(apply|applications?|applicants? (must|should)|submi\w+|send|sent|e-?mail\w*|register|nominat\w+)\b|申请|投递|发送|发至|报名|提交|登记|受理|收件"
    );
    if by_place || says.is_match(before) {
        Bound::Said
    } else if applies.is_match(before) {
        Bound::Applies
    } else {
        Bound::Loosely
    }
}

/// `6 May 23:59 Pacific Time: application deadline`: a row of a table of days.
fn is_row(after: &str) -> bool {
    pattern!(
        r"^\)?((,| -| –)? ?(at )?(noon|midnight|\d{1,2}[:.]\d\d|\d{1,2} ?[ap]\.?m\.?)[^:|]{0,24})?(,? ?20\d\d)?\s?[:：–—|-]\s?((final |extended |the )?(deadline|application(s)? (deadline|close[sd]?|due|submission deadline)|closing date|last day|submission deadline)\b|applications? (form |portal |system )?(close[sd]?|due)\b|(申请|报名|投递)?截止)"
    )
    .is_match(after)
        && !pattern!(r"^.{0,70}\b(notification|registration|fees?|papers?|camera|reference|recommendation)\b").is_match(after)
}

/// Whether a line stands under `Deadline`, or is what its label names.
fn under_a_deadline(page: &Page<'_>, sentence: &Sentence) -> bool {
    let heading = page.lines[sentence.line].heading;
    let close = heading.is_some_and(|it| sentence.line - it <= 2);
    close
        && pattern!(r"deadline|clos(ing|es)|apply (by|until|before)|last date|until when|by when|due (date|by)|application (period|window)|截止|(报名|申请|投递|网申|招募|征集|简历接收|接收)(时间|日期|期限)")
            .is_match(heading.map_or("", |it| page.line(it)))
}

/// `take up the post by 1 October`, `年龄计算截止至`: the work, and how old somebody is.
fn is_of_the_work(before: &str) -> bool {
    let work = pattern!(
        r"\b(take up|taking up|in post|start(ing)? (work|date)|date of start|begin work|assume (the )?(post|duties|position)|join(ing)? (us|the (team|group|lab|institute|department))|move|relocate|report for duty|employed|appointed|appointment|contract|funded|funding|born|age[ds]?|valid)\b[^.;]{0,50}$|(年龄|周岁|出生|工作年限|工龄|学历|聘期|任期|期间|期限自|合同|资助|户籍)[^，。；]{0,16}$"
    );
    let applies = pattern!(
        r"\b(apply|applications?|submi\w+|deadline|closing|send|sent)\b|申请|报名|投递|发送|应聘|受理|登记|截止"
    );
    // `The preferred start date is within two weeks of an offer but no later than 1 June`
    let starts = pattern!(
        r"\bstart(ing)? date (is|will be|should be|would be|for (the|this) \w+ is)\b[^.;]{0,120}$"
    );
    (work.is_match(before) || starts.is_match(before)) && !applies.is_match(before)
}

/// `The library is open until`, `interviews will be held no later than`: the end of others.
fn is_of_others(before: &str) -> bool {
    pattern!(
        r"\b(library|museum|exhibition|gallery|shop|canteen)\b[^.;]{0,40}\b(open|closes?)\b[^.;]{0,12}$|\b(grant|licen[cs]e|visa|passport|contract)s? expires?\W[^.;]{0,6}$|\b(conference|paper|camera-ready) (submission )?deadline\b[^.;]{0,12}$|^(the )?interviews? (will|are|is)\b[^.;]{0,60}$|\bwill (submit|send|deliver|complete)\b[^.;]{0,30}\b(report|paper|thesis|manuscript)\b[^.;]{0,20}$|(论文|投稿|摘要)[^，。；]{0,8}(截止|截至)[^，。；]{0,6}$"
    )
    .is_match(before)
        && !pattern!(r"\b(apply|applications?|applicants?)\b|申请|报名").is_match(before)
}

/// Whether the words around a day say what the office does until then.
fn is_of_the_office(before: &str, after: &str) -> bool {
    // `Recipients will be determined no later than 15 April`
    let chosen = pattern!(r"\b(recipients?|winners?|awardees?|results?|decisions?|finalists?|(successful|selected|shortlisted) (candidates?|applicants?))\b[^.;]{0,70}$|(结果|录取名单|入选者|获奖者)[^，。；]{0,16}$")
        .is_match(before)
        && !pattern!(r"\b(deadline|closing date|apply by|submi\w+)\b|截止").is_match(before);
    // `All students will be notified no later than 1 April`, `6月20日前收到结果通知`
    let told = pattern!(
        r"\b(will|shall|are|is|to) be (notified|informed|contacted|announced|told)\b[^.;]{0,40}$"
    );
    let heard =
        pattern!(r"^\W{0,3}(之前|以前|前)?(将|会|可)?(统一)?(收到|接到|公布|公示|通知|反馈|告知)");
    chosen || told.is_match(before) || heard.is_match(after)
}

/// Whether the words around a day make it the last one to apply.
fn governs(before: &str, after: &str, applies: bool, under: bool, soft: bool) -> bool {
    if pattern!(r"\b(listed|posted|published|displayed|online) (until|till|through)\W*$")
        .is_match(before)
    {
        return false;
    }
    if is_of_the_work(before) || is_of_others(before) || is_of_the_office(before, after) {
        return false;
    }
    // `We aim to fill the position by 1 September`
    if pattern!(r"\b(aim|hope|plan|expect|intend|like|wish|want)\w* to (fill|appoint|hire|recruit|have|be|begin|start|decide|inform|notify)\b[^.;]{0,50}$")
        .is_match(before)
        && !pattern!(r"\b(deadline|applications?|apply|due|submi\w+)\b").is_match(before)
    {
        return false;
    }
    // `截至8月31日，用户数突破…`: what somebody has reached.
    if pattern!(r"(^|[，。；])(截至|截止|截止到)\W*$").is_match(before)
        && pattern!(r"^(底|末|初|止)?[，,]?[^，。；]{0,20}(已|共|累计|突破|超过|拥有|达到?|发表|现有|目前|完成|服务)")
            .is_match(after)
        && !pattern!(r"申请|报名|投递|受理").is_match(after)
    {
        return false;
    }
    // `7月1日以后取得学位`: not before that day.
    if pattern!(r"^\W{0,3}(之后|以后|后|起)\p{Han}").is_match(after) {
        return false;
    }
    // `7月1日前入职`: when the work begins.
    if pattern!(r"^\W{0,3}(之前|以前|前|左右)?(可|能|须|需)?(入职|到岗|报到|毕业|开学|入学|上岗)")
        .is_match(after)
    {
        return false;
    }
    // `have completed two years of study by June`: who may apply, and not until when.
    if pattern!(
        r"\b(completed?|obtain(ed)?|hold|graduat\w+|enrol\w+|degree|ph\.?d|diploma)\b[^.;]{0,80}$"
    )
    .is_match(before)
        && !pattern!(
            r"\b(apply|applications?|submi\w+|deadline|send|form|nominat\w+)\b|申请|报名|截止"
        )
        .is_match(before)
    {
        return false;
    }
    let strong = pattern!(
        r"deadlines?|\bddl\b|^due\s?:|due (date|by|on)?|apply (by|before|until|no later)|clos(es?|ing|ed)( date| on| at| by)?|(no|not) later than|(last|final) (application )?(date|day)|open until|accept(ed|ing)?[^.]{0,40}(until|till|through|up to)|(received|submitted|sent|complete[d]?|apply|applications?|in|us|forms?)( \S+){0,8}? (by|before|until|till|prior to|through)\b|expir(es?|y|ation)|valid through|full consideration|截止|截至|(报名|申请|投递|网申|招募|征集|接收)(时间|日期|期限)|有效期|最晚|最迟|不晚于|请(于|在)|务必(于|在)|务请于|须(于|在)|需(于|在)"
    );
    let weak = pattern!(
        r"\b(by|before|until|till|prior to|through|up to|on or before)\W*(the )?(mon|tue|wed|thu|fri|sat|sun)?\w*,?\W*(at |noon |midnight |\d{1,2}[:.]\d\d\W{0,3}(am|pm)?\W{0,3}([A-Z]{2,4})?\W{0,3}(on )?|(\p{L}+ ){1,4}time\W{0,3}(on )?|\d{1,2} ?[ap]\.?m\.?\W{0,3}([A-Z]{2,4})?\W{0,3}(on )?|(the )?(very )?(end|beginning|middle) of |end of (the )?day\W{0,3}(on )?|close of business\W{0,3}(on )?)*((mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?\W{1,3}(the )?)?$|(于|在|至|到)\W*$"
    );
    let other = pattern!(
        r"(start(s|ing|ed)?|begin(s|ning)?|commenc\w+|interviews?|notif\w+|decisions?|results?|posted|published|opens?\b|opening|\bgraduat\w+|available|conference|workshop|event|enrol\w*|from|date of|since|入职|开始|面试|到岗|毕业|发布|更新|入学|录取|举办|出生|笔试|结果|自|从|起)[^,;，。]{0,30}$"
    );
    let later = pattern!(
        r"^[^,;，。]{0,6}(is|will be|as) (the )?(application )?(deadline|closing|last day|cut)|^\W{0,3}(\d{1,2}[:：]\d{2}|\d{1,2}[点时]|24点)?\W{0,2}(之前|以前|前|截止|止|为止)|^[\s(]{0,3}(\d+ days? (left|remaining)|deadline|application deadline|closing date)|^日?\s?(\(.{1,3}\))?\s?(上午|下午|晚上?|中午|晚间)?\s?(\d{1,2}:\d{2}|\d{1,2}[点时])?\s?(\([^()]{2,12}\))?(之前|以前|前|截止|为?止)"
    );
    let last_strong = strong.find_iter(before).last().map(|it| it.end());
    let last_other = other.find_iter(before).last().map(|it| it.start());
    if pattern!(r"(起|日)?至\W*$|即日起?\s?[-–—~到]+\W*$").is_match(before)
        && (last_strong.is_some()
            || pattern!("即日起").is_match(before)
                && (applies || before.chars().count() < 6 && after.chars().count() < 12))
    {
        return true;
    }
    // `自1月5日起至3月2日止`: the first day begins, and this one ends it.
    let ends = pattern!(r"^\W{0,4}(\([^()]{1,4}\)\s?)?起[至到]\W*$").is_match(before);
    let last_other = last_other.filter(|_| !ends);
    if later.is_match(after)
        && (applies || pattern!(r"^\W{0,8}(截止|deadline)|deadline").is_match(after))
    {
        return last_other.is_none();
    }
    match (last_strong, last_other) {
        (Some(strong), Some(other)) => {
            strong > other
                || soft && pattern!(r"review|screen|selection|consider|evaluat").is_match(before)
        }
        (Some(_), None) => true,
        (None, Some(_)) => {
            soft && applies
                && pattern!(r"review|screen|selection|consider|evaluat|process").is_match(before)
                && !pattern!(r"workshop|invited|notif|informed").is_match(before)
        }
        (None, None) => {
            under
                || applies
                    && (weak.is_match(before)
                        && !pattern!(r"[\u4e00-\u9fff](于|在|至|到)\W*$").is_match(before)
                        || soft && pattern!(r"\b(by|before|on|until)\b").is_match(before))
        }
    }
}
