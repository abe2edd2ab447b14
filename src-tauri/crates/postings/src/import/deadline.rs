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

/// A day that a sentence names as a deadline.
struct Named {
    day: Day,
    soft: bool,
    extended: bool,
    /// For the letters of referees only.
    theirs: bool,
    sentence: Span,
}

/// The deadline.
pub(crate) fn deadline(page: &mut Page<'_>) -> Option<Fact<SaidDeadline>> {
    let said = page.posting.as_ref().and_then(|it| it.deadline.clone());
    let mut named = named(page);
    if named.iter().any(|it| !it.theirs) {
        named.retain(|it| !it.theirs);
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
    let (time, tz) = named
        .iter()
        .map(|it| hour(page, &it.day.span, &it.sentence))
        .find(|(time, _)| time.is_some())
        .unwrap_or_else(|| hour(page, &best.day.span, &best.sentence));
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
    for sentence in &page.sentences {
        let text = page.at(&sentence.span);
        let found: Vec<Day> = days(text, 0).into_iter().map(|it| page.settled(it)).collect();
        if found.is_empty() {
            continue;
        }
        let under = under_a_deadline(page, sentence);
        let applies = pattern!(r"\b(appl(y|ies|ied|ication|ications|icants?)|submi(t|ssion|tted)|send|sent|cv|resume|e-?mail|register|candidat\w+|nominat\w+|position|vacancy|posting|job)\b|申请|投递|发送|发至|发到|报名|简历|提交|材料|应聘|邮件|招聘|招生").is_match(text);
        let softly = pattern!(
            r"full consideration|priority|first (round|selection|review|screening|batch|deadline)|((review|screening|selection|evaluation|consideration|processing|interview)s?( of| process)?( [\w-]+){0,4} (will )?(begin|start|commence|take place))|(begin|start)(s|ing)? (to )?(review|screen|evaluat|consider|interview)\w*|(preferabl[ey]|ideally) (by|before|no later)|guaranteed[^.]{0,30}consideration|encouraged to (apply|submit)[^.]{0,20}(by|before)|优先考虑|第一批|首轮|首批|最好.{0,12}前|建议.{0,12}前"
        );
        let soft = softly.is_match(text);
        let mut previous = 0;
        for (number, day) in found.iter().enumerate() {
            let before = &text[previous..day.span.start];
            let next = found.get(number + 1).map_or(text.len(), |it| it.span.start);
            let after = &text[day.span.end..next];
            previous = day.span.end;
            let range = number > 0 && pattern!(r"^\W{0,14}((?:\d{1,2}:\d{2}\W*)?(-|–|—|~|～|to|until|till|至|到)|\([^)]*\)\s*(-|–|—|~|～|to|至|到))\W{0,8}").is_match(before) && before.chars().count() < 16
                && (pattern!(r"application (period|window|phase)|(accept|\bopen(s|ed)? (from|for|on|between|until|to)\b|\bopens?\W{0,3}$|apply|submi|received|registration)[^.]{0,60}$|报名|申请|网申|投递|接收").is_match(&text[..found[0].span.start]) || under);
            let governed = range || governs(before, after, applies, under && number == 0, soft);
            let opens = pattern!(r"^\W{0,14}(-|–|—|~|～|to\b|until|till|至|到)\W{0,6}$")
                .is_match(after)
                && number + 1 < found.len();
            if !governed || opens {
                continue;
            }
            // Two days in one sentence: each has the words before it.
            // `until 31 March, but the review starts now`: the day is firm.
            let firm = pattern!(r"^[^.]{0,4}\b(but|although|however|though|and) ").is_match(after)
                && !softly.is_match(before)
                // `The review begins after the deadline, 9 July`.
                || pattern!(r"\b(after|once|following|when) (the |this )?(application |submission |closing )*(deadline|closing date|date)[\s:,(]*(of|on|is)?[\s:,(]*$").is_match(before);
            let soft = !firm && if found.len() > 1 { softly.is_match(before) } else { soft };
            let shift = sentence.span.start;
            out.push(Named {
                day: Day { span: day.span.start + shift..day.span.end + shift, ..day.clone() },
                soft,
                extended: pattern!(r"extended|延长|延期").is_match(text),
                theirs: pattern!(
                    r"(reference|recommendation|referee|letters? of).{0,140}$|推荐信"
                )
                .is_match(before)
                    && !pattern!(r"\b(cvs?|resumes?|curriculum|cover letter|transcripts?|application deadline|applications?|apply|motivation)\b|简历|材料|申请表").is_match(text),
                sentence: sentence.span.clone(),
            });
        }
    }
    out
}

/// Whether a line stands under `Deadline`, or is what its label names.
fn under_a_deadline(page: &Page<'_>, sentence: &Sentence) -> bool {
    let heading = page.lines[sentence.line].heading;
    let close = heading.is_some_and(|it| sentence.line - it <= 2);
    close
        && pattern!(r"deadline|closing date|apply by|last date|截止|报名时间|申请时间|投递时间")
            .is_match(heading.map_or("", |it| page.line(it)))
}

/// Whether the words around a day make it the last one to apply.
fn governs(before: &str, after: &str, applies: bool, under: bool, soft: bool) -> bool {
    if pattern!(r"\b(listed|posted|published|displayed|online) (until|till|through)\W*$")
        .is_match(before)
    {
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
        r"deadlines?|due (date|by|on)?|apply (by|before|until|no later)|clos(es?|ing|ed)( date| on| at| by)?|(no|not) later than|(last|final) (application )?(date|day)|open until|accept(ed|ing)?[^.]{0,40}(until|till|through|up to)|(received|submitted|sent|complete[d]?|apply|applications?|in|us|forms?)( \S+){0,8}? (by|before|until|till|prior to|through)\b|expir(es?|y|ation)|valid through|full consideration|截止|截至|(报名|申请|投递|网申|接收)(时间|日期|期限)|有效期|最晚|最迟|不晚于|请(于|在)|务必(于|在)|务请于|须(于|在)|需(于|在)"
    );
    let weak = pattern!(
        r"\b(by|before|until|till|prior to|through|up to|on or before)\W*(the )?(mon|tue|wed|thu|fri|sat|sun)?\w*,?\W*(at |noon |midnight |\d{1,2}[:.]\d\d\W{0,3}(am|pm)?\W{0,3}([A-Z]{2,4})?\W{0,3}(on )?|(\p{L}+ ){1,4}time\W{0,3}(on )?|\d{1,2} ?[ap]\.?m\.?\W{0,3}([A-Z]{2,4})?\W{0,3}(on )?|end of (the )?day\W{0,3}(on )?|close of business\W{0,3}(on )?)*$|(于|在|至|到)\W*$"
    );
    let other = pattern!(
        r"(start(s|ing|ed)?|begin(s|ning)?|commenc\w+|interviews?|notif\w+|decisions?|results?|posted|published|opens?\b|opening|graduat\w+|available|conference|workshop|event|enrol\w*|from|date of|since|入职|开始|面试|到岗|毕业|发布|更新|入学|录取|举办|出生|笔试|结果|自|从|起)[^,;，。]{0,30}$"
    );
    let later = pattern!(
        r"^[^,;，。]{0,6}(is|will be|as) (the )?(application )?(deadline|closing|last day|cut)|^\W{0,3}(\d{1,2}[:：]\d{2}|\d{1,2}[点时]|24点)?\W{0,2}(之前|以前|前|截止|止|为止)|^[\s(]{0,3}(\d+ days? (left|remaining)|deadline|application deadline|closing date)|^日?\s?(\(.{1,3}\))?\s?(\d{1,2}:\d{2}|\d{1,2}点)?(之前|以前|前|截止)"
    );
    let last_strong = strong.find_iter(before).last().map(|it| it.end());
    let last_other = other.find_iter(before).last().map(|it| it.start());
    if pattern!(r"(起|日)?至\W*$").is_match(before)
        && (last_strong.is_some() || applies && pattern!("即日起").is_match(before))
    {
        return true;
    }
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
