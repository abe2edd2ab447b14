//! How long the stay is. Contracts, funding, experience and hours are other durations.

use super::{
    fact::Fact,
    numbers::{NUMBER, number},
    page::{Page, Span},
    pattern::pattern,
};
use crate::Duration;

/// How long the stay is.
pub(crate) fn duration(page: &mut Page<'_>) -> Option<Fact<Duration>> {
    let mut found: Vec<(Duration, Span, bool)> = Vec::new();
    let mut weeks: Vec<Span> = Vec::new();
    for sentence in &page.sentences {
        let text = page.at(&sentence.span);
        let heading = page.lines[sentence.line].heading.map_or("", |it| page.line(it));
        if !is_stay(text, heading) {
            continue;
        }
        // `The project runs for 36 months`: so long nobody is an intern.
        let of_project = pattern!(
            r"\b(projects?|grants?) (will )?(run|last|has a duration|is funded)|项目(执行)?(周期|期限|期)"
        )
        .is_match(text);
        for (length, from, to) in lengths(text) {
            if of_project && length.is_some_and(|it| it.min_months.is_some_and(|it| it > 12)) {
                continue;
            }
            let span = sentence.span.start + from..sentence.span.start + to;
            match length {
                Some(it) => found.push((
                    it,
                    span,
                    pattern!(r"duration|length|period|时长|周期|期限|时间|^[^:]{0,6}(助理|实习生|博士|硕士|博士后|RA|PhDs?|interns?|postdocs?|assistants?|students?)[^:，,.]{0,10}:").is_match(text)
                        || is_label(heading),
                )),
                None => weeks.push(span),
            }
        }
    }
    if found.is_empty() && weeks.is_empty() {
        found.extend(between_days(page));
    }
    // `at least one year, although two are preferred`: what is only preferred is no rule.
    let wished = |span: &Span| {
        let rest = &page.text()[span.end..page.sentence_at(span).end.max(span.end)];
        pattern!(r"^[^.,;，。；]{0,24}\b(preferred|desirable|ideal|welcome|would be (great|better))|^[^，。；]{0,6}(优先|更佳|最佳)").is_match(rest)
    };
    if found.iter().any(|(_, span, _)| !wished(span)) {
        found.retain(|(_, span, _)| !wished(span));
    }
    let labelled: Vec<_> = found.iter().filter(|(.., labelled)| *labelled).collect();
    let all: Vec<_> = if labelled.is_empty() { found.iter().collect() } else { labelled };
    let spans: Vec<Span> = all.iter().map(|(_, span, _)| span.clone()).collect();
    let Some((first, span, _)) = all.first() else {
        if !weeks.is_empty() {
            page.ask("duration", "the stay has no exact number of weeks", &weeks);
        }
        return None;
    };
    let merged = all.iter().try_fold(*first, |sum, (next, ..)| merged(sum, *next));
    let Some(value) = merged else {
        page.ask("duration", "the text says it twice, differently", &spans);
        return None;
    };
    Some(page.fact(value, span))
}

/// `The internship runs from 1 June to 31 August 2027`, `任期自114年8月1日起至116年7月31日止`:
/// as many months as lie between the two days, where they are whole ones.
fn between_days(page: &Page<'_>) -> Option<(Duration, Span, bool)> {
    let stay = pattern!(
        r"\bintern\w*|\bstay\b|duration|\bvisit|placement|fellowship|traineeship|\b(position|work|program(me)?|project|job|appointment|contract) (is|will|runs|lasts|starts|from)\b|\bperiod\b|实习|任期|期间|期限|访问|时长|周期|派出"
    );
    let other = pattern!(
        r"deadline|appl(y|ications?)|submi|registr|accept|\bopen\b|报名|申请|受理|截止|投递|年龄|出生|取得"
    );
    page.sentences.iter().find_map(|sentence| {
        let text = page.at(&sentence.span);
        let found = super::dates::days(text, 0);
        let [first, last] = found.as_slice() else { return None };
        let before = &text[..first.span.start];
        let joins = pattern!(r"^\W{0,3}(-|–|—|~|～|to|until|till|through|起?[至到])\W{0,3}$")
            .is_match(&text[first.span.end..last.span.start]);
        if !joins || !stay.is_match(before) || other.is_match(before) {
            return None;
        }
        let year = first.year.or(last.year)?;
        let (from, to) = (
            jiff::civil::Date::new(year, first.month, first.of_month?).ok()?,
            last.date()?.tomorrow().ok()?,
        );
        let months = i32::from(to.year() - from.year()) * 12 + i32::from(to.month() - from.month());
        let months = u32::try_from(months)
            .ok()
            .filter(|it| from.day() == to.day() && (1..=24).contains(it))
            .filter(|it| {
                *it <= 12 || pattern!(r"\bintern|\bvisit|\bstay\b|任期|访问").is_match(before)
            })?;
        let span = sentence.span.start + first.span.start..sentence.span.start + last.span.end;
        let exact =
            Duration { min_months: Some(months), max_months: Some(months), ..Duration::default() };
        Some((exact, span, true))
    })
}

/// Two sentences that say the same, or the least and the most.
fn merged(one: Duration, other: Duration) -> Option<Duration> {
    let join = |a: Option<u32>, b: Option<u32>| match (a, b) {
        (Some(a), Some(b)) if a != b => None,
        (a, b) => Some(a.or(b)),
    };
    let weeks = |it: Duration| it.exact_weeks.or(it.min_weeks).or(it.max_weeks);
    let months = |it: Duration| it.min_months.is_some() || it.max_months.is_some();
    // `a one-month programme` that `will last four weeks`: the weeks are the nearer word.
    let one_month = |it: Duration| it.min_months == Some(1) && it.max_months == Some(1);
    for (by_months, by_weeks) in [(one, other), (other, one)] {
        if one_month(by_months) && by_weeks.exact_weeks == Some(4) && !months(by_weeks) {
            return Some(by_weeks);
        }
    }
    // `3-6 months` and, elsewhere, `at least 12 weeks`: the months say it.
    for (by_months, by_weeks) in [(one, other), (other, one)] {
        if let Some(weeks) = weeks(by_weeks)
            && months(by_months)
            && !months(by_weeks)
        {
            let least = by_months.min_months.unwrap_or(0) * 4;
            let most = by_months.max_months.unwrap_or(least.max(60)) * 9 / 2;
            return (least..=most).contains(&weeks).then_some(by_months);
        }
    }
    // `at least 3 months` and, elsewhere, `a 3-month internship`.
    let exact = |it: Duration| it.min_months.is_some() && it.min_months == it.max_months;
    if exact(one) != exact(other)
        && one.min_months == other.min_months
        && one.exact_weeks == other.exact_weeks
    {
        return Some(if exact(one) { other } else { one });
    }
    Some(Duration {
        min_months: join(one.min_months, other.min_months)?,
        max_months: join(one.max_months, other.max_months)?,
        exact_weeks: join(one.exact_weeks, other.exact_weeks)?,
        min_weeks: join(one.min_weeks, other.min_weeks)?,
        max_weeks: join(one.max_weeks, other.max_weeks)?,
    })
}

fn is_label(heading: &str) -> bool {
    pattern!(r"duration|length of|period|^when$|how long|时长|周期|实习时间|实习期")
        .is_match(heading)
        && heading.chars().count() < 40
}

/// Whether a sentence is about the stay and nothing else that lasts.
fn is_stay(text: &str, heading: &str) -> bool {
    let stay = pattern!(
        r"intern(ship)?s?\b|\blasts?\b|\bstays?\b|duration|\bvisit|\bspend|\d[\s-](?:week|month)s?,? (?:\S+ ){0,2}(?:program|internship|project|position|role|placement|course|fellowship|period)|\(\d{1,2} weeks?\)|\bplacement|\bcommit|availab|\btraineeship|\bfellowship|summer|thesis|\bfellows?\b|\d (?:full )?(?:months?|weeks?),? (?:from|starting|beginning|between)\b|\bjoin\b|(position|post|project|appointment|program(me)?|job|role|contract) (is|will be|lasts?|runs?|of|has)\b|period of|for (a|the) period|consultancy|assignment|每周[^。；]{0,10}[天日][^。；]{0,6}(至少|连续|持续|不少于|满)|实习|时长|^.{0,4}时间\s?:|^(?:when|period|term|length)\s?:|任期|研修期|期间为|(补助|奖助|资助|培育|研究|交流|进修|访学|服务|聘任|志愿)(期间|期限|期)|周期|在岗|到岗|出勤|每周|一周[^。；]{0,8}[天日]|天/周|[干做待]满|期限|访问|全职|线下|持续|连续|保证|投入"
    );
    let other = pattern!(
        r"^(former|past|previous) |\b(survey|cruise|campaign|experiment|conference|workshop|review|(?:thesis|theses) [^.]{0,20})s? (is|lasts|takes?|runs)\b|签证|实验周期|个?[月年](及?以上)?的?[^，。；]{0,8}经历|\bteach(ing|es)?\b[^.]{0,40}\bcourses?\b|years? of .{0,30}experience|experience.{0,30}years?|experience of|工作经验|经验|\bfund(ed|ing)|\bsecondments?\b|salary|stipend|probation|trial|试用|转正|notice period|within \d+ months|(graduat|obtained|completed|degree|complete).{0,40}(within|in the (last|past))|\b(?:the|over|in|within) last \d+|past \d+|valid for|有效期|(\b(?:the|over|in|within) last|past|previous|next) (\w+ )?(months?|years?)|months? (ago|before|after|prior)|weeks? (ago|before|after|prior|of (paid|vacation|holiday|leave|annual))|respond|response|notif|hear (back )?from|过去|近.{1,3}年|最近|after (the )?(deadline|submission)|(paid|annual|parental|maternity) leave|vacation|holiday|maximum of .{1,8} years? (since|after)|毕业.{0,6}(年|内)|更新|(博士|硕士)学制|学制|聘期|合同|发放|工资"
    );
    // `Appointments are made for up to six months at a stipend of …`
    let made = pattern!(&format!(
        r"\b(?:appointments?|appointed|positions?|posts?|internships?|interns|visits?|stays?|fellowships?|placements?|employed|hired)\b[^.;,]{{0,30}} for (?:a period of |a duration of |a term of )?(?:up to |at least |a minimum of |a maximum of )?{NUMBER}(?: ?(?:-|–|to|or) ?{NUMBER})?[\s-](?:months|weeks)\b"
    ))
    .is_match(text);
    // A card of a board has it alone in a line.
    let alone = pattern!(r"^\d{1,2}(\s?[-–~至]\s?\d{1,2})?\s?(个月|months?)$").is_match(text);
    // `an internship (12 weeks; stipend $6,000)`
    let in_brackets = pattern!(r"intern\w* \(\d{1,2} (weeks|months)").is_match(text);
    // `Duration: 1+ years, as funding allows`, `a 10-week program with a stipend`
    let named = pattern!(&format!(
        r"^\W*(internship |project |position )?(duration|length)\s?:|\b{NUMBER}[\s-]weeks? ((summer|paid|research|long|full-time|intensive|training|undergraduate) )*(program|internship|placement|fellowship)"
    ))
    .is_match(text);
    (alone || stay.is_match(text) || is_label(heading))
        && (in_brackets
            || named
            || made
                && !text.contains("fund")
                && !pattern!(r"^(former|past|previous) ").is_match(text)
            || !other.is_match(text))
}

/// The lengths that a sentence says. `None`: one in weeks that has no exact number.
fn lengths(text: &str) -> Vec<(Option<Duration>, usize, usize)> {
    let mut out = Vec::new();
    let pattern = pattern!(&format!(
        r"(?P<least>(?:at least|minimum(?: (?:duration|length|period|stay|commitment))?(?: (?:of|for) (?:an?|the|your) (?:\p{{L}}+ )?(?:internship|stay|visit|placement|project) is| of| is|:)?|min\.?|no less than|not less than|more than|longer than|至少|最少|最短|最低|不少于|不低于|不短于|起码|大于|超过|满|>=|≥|>)\s?:?(?: a)?(?: total)?(?: of)?(?:\s|实习|连续|工作|[干做待]满|保证|在岗|全职|能|持续|坚持|投入|参与)*)?(?P<most>(?:at most|up to|maximum(?: (?:duration|length|period|stay)(?: of| is|:)?| of)?|max\.?|no more than|不超过|最多|最长|至多)\s?)?\b?(?P<low>{NUMBER}|半|an?)\s?(?:\(\d{{1,2}}\)\s?)?(?P<plus>\+|\s?plus)?(?P<unit0>\s?(?:months?|weeks?|years?|个?月|周|年))?(?:-?\s?(?:-|–|—|~|～|to|or|and|至|到|或)\s?(?P<high>{NUMBER})(?P<plus2>\+)?)?[\s-]?\)?\s?(?P<unit>full months?|calendar months?|months?|weeks?|years?|个?月|个?星期|周|年)(?P<after>\s?(?:\(含\))?\(?(?:minimum|min\b|or (?:longer|more)|and (?:above|more)|at least|\+|及?以上|或以上|起|以上|or above|minimum stay))?"
    ));
    for found in pattern.captures_iter(text) {
        let all = found.get(0).map_or(0..0, |it| it.range());
        let before = &text[..all.start];
        let after = &text[all.end..];
        let joined = before.ends_with(|it: char| it.is_ascii_alphanumeric() || it == '.')
            && found.name("least").is_none();
        // `5 days a week`, `每周四天`, `40 hours per week`, `2026年`, `12月`, `3月1日`.
        let unit = &found["unit"].to_lowercase();
        let unit = unit.as_str();
        let date = matches!(unit, "年" | "月")
            && found["low"].parse::<u32>().is_ok()
            && (unit == "月" || found["low"].len() > 1);
        let rate = found.name("least").is_none()
            && pattern!(r"\b(per|each|every|(times|days?|hours?|h) a) ?$|[/每] ?$")
                .is_match(before)
            // `一周能来4天`
            || unit == "周"
                && pattern!(r"^(能|可以?|需|要|至少|保证|不少于|最少|上班|来|工作|实习|到岗|出勤|\d)[^，。]{0,12}[天日]")
                    .is_match(after)
            // `接下来半年中` is when, too.
            || pattern!(r"(接下来|未来|今后|此后|往后|next|coming)的?\s?$").is_match(before)
            // `第三年` is when, and not how long.
            || before.ends_with('第')
            || after.starts_with("内")
            || after.starts_with("级")
            || after.starts_with("制")
            || pattern!(r"^[\s-](round|old|ago|later)\b").is_match(after);
        let other_unit = found
            .name("unit0")
            .is_some_and(|it| it.as_str().contains("week") != unit.contains("week"));
        // Years are those of a contract, unless a stay is what is told.
        let employed = pattern!(r"appointment|contract|employment|fixed[\s-]term").is_match(text)
            && !pattern!(r"^\W*(duration|length|时长|期限)\s?:").is_match(text)
            && !pattern!(r"intern|visit|\bstay").is_match(text);
        let contract = employed
            || (unit.contains("year") || unit == "年")
                && !pattern!(
                    r"intern\b|internship|visiting (student|ph|doctoral|researcher|intern)|\bvisits?\b|\bstay|\bspend|duration|length|commitment|实习|时长|周期|期限|访问|全职|投入|保证|连续|在岗|到岗|[干做待]满"
                )
                .is_match(text);
        if contract
            || joined
            || date
            || rate
            || other_unit
            || matches!(&found["low"], "a" | "an") && !unit.contains("year")
        {
            continue;
        }
        let low = if &found["low"] == "半" {
            None
        } else {
            number(&found["low"]).or(Some(1).filter(|_| found["low"].len() < 3))
        };
        // `for three months (occasionally up to 6)`
        let most = pattern!(&format!(
            r"^,? \(?(?:occasionally|sometimes|exceptionally|possibly|or|and)? ?up to (?P<n>{NUMBER})(?: months)?\b"
        ));
        let most = most.captures(after).and_then(|it| number(&it["n"]));
        let factor = if unit.contains("year") || unit == "年" { 12 } else { 1 };
        let low = low.map_or(6, |it| it * factor);
        let high = found.name("high").and_then(|it| number(it.as_str())).or(most);
        let high = high.map(|it| it * factor);
        let open = ["least", "plus", "plus2", "after"].iter().any(|it| found.name(it).is_some())
            && found.name("most").is_none();
        let value = if unit.contains("week") || unit == "周" || unit.contains("星期") {
            let (most, none) = (found.name("most").is_some(), Duration::default());
            Some(match (most, open, high) {
                (true, ..) => Duration { max_weeks: Some(high.unwrap_or(low)), ..none },
                (_, true, _) | (.., Some(_)) => {
                    Duration { min_weeks: Some(low), max_weeks: high, ..none }
                }
                _ => Duration { exact_weeks: Some(low), ..none },
            })
        } else if low > 60 || high.is_some_and(|it| it < low) {
            continue;
        } else if found.name("most").is_some() {
            Some(Duration { max_months: Some(high.unwrap_or(low)), ..Duration::default() })
        } else {
            let max = if open { None } else { high.or(Some(low)) };
            // `at least 3-6 months` still has its most.
            Some(Duration {
                min_months: Some(low),
                max_months: max.or(high),
                ..Duration::default()
            })
        };
        out.push((value, all.start, all.end));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, min: Option<u32>, max: Option<u32>, weeks: Option<u32>) {
        let expected = Duration {
            min_months: min,
            max_months: max,
            exact_weeks: weeks,
            ..Duration::default()
        };
        let found = Page::read(text);
        let mut found = found;
        assert_eq!(duration(&mut found).map(|it| it.value), Some(expected), "{text}");
    }

    #[test]
    fn a_stay_has_a_least_a_most_or_weeks() {
        check("Internship duration: at least 3 months.", Some(3), None, None);
        check("Required Internship Duration:\n\nAt least 3 months.", Some(3), None, None);
        check("Interns stay for a minimum of six months.", Some(6), None, None);
        check(
            "A one month internship in rivers. The internship will last four weeks.",
            None,
            None,
            Some(4),
        );
        check("The internship has a maximum duration of 6 months.", None, Some(6), None);
        check(
            "实习期限：通常需要达到三个月或以上，一周需要保证工作3个工作日以上。",
            Some(3),
            None,
            None,
        );
        check("Interns are hired for 3 months at a stipend of 900 euros.", Some(3), Some(3), None);
        check("The internship lasts 3 to 6 months.", Some(3), Some(6), None);
        check("During the 12-week internship you will learn.", None, None, Some(12));
        check("实习时长：三个月以上", Some(3), None, None);
        check("实习期至少6个月，每周到岗4天以上", Some(6), None, None);
        check("连续实习半年以上者优先", Some(6), None, None);
        check("实习时间：3-6个月", Some(3), Some(6), None);
        check("能保证实习3个月及以上", Some(3), None, None);
        check(
            "A paid internship, for three months (occasionally up to 6).",
            Some(3),
            Some(6),
            None,
        );
        check("一周能来4天以上，实习3个月以上", Some(3), None, None);
        check("地点杭州，至少干满一年。", Some(12), None, None);
        check("Research stays of one to three months at the centre.", Some(1), Some(3), None);
        check("驻馆期间为2至5个月。", Some(2), Some(5), None);
        check("任期自2025年8月1日起至2027年7月31日止", Some(24), Some(24), None);
        check("The internship runs from 1 June to 31 August 2027.", Some(3), Some(3), None);
        check("An intern for a three- to six-month program is sought.", Some(3), Some(6), None);
        check("A 3- to 6-month internship.", Some(3), Some(6), None);
        check("Duration: 36 months – start of the contract: May 2027", Some(36), Some(36), None);
        check("Duration: 1+ years, renewed as funding allows.", Some(12), None, None);
        check("10 week summer program with a stipend.", None, None, Some(10));
        check("一周至少4天，至少4个月", Some(4), None, None);
        check("This is a 10-week, full time position.", None, None, Some(10));
        check("要求能够连续实习三个月（含）以上", Some(3), None, None);
        check("实习时长要求：最短3个月", Some(3), None, None);
    }

    #[test]
    fn weeks_may_be_a_range() {
        let none = Duration::default();
        for (text, is) in [
            (
                "The internship lasts 10-12 weeks.",
                Duration { min_weeks: Some(10), max_weeks: Some(12), ..none },
            ),
            ("Interns stay at least 8 weeks.", Duration { min_weeks: Some(8), ..none }),
            ("An internship of up to 14 weeks.", Duration { max_weeks: Some(14), ..none }),
        ] {
            assert_eq!(duration(&mut Page::read(text)).map(|it| it.value), Some(is), "{text}");
        }
    }

    #[test]
    fn other_durations_are_no_stay() {
        for text in [
            "Interns need 2 years of experience.",
            "The position is funded for 36 months.",
            "实习生试用期一个月",
            "Interns work 5 days a week.",
            "We run a year-round internship programme.",
            "The internship runs from 1 June to 12 August 2027.",
            "The project runs for 36 months and has an internship.",
            "实习项目周期三年",
            "有3个月以上的相关实习经历",
            "We answer within 2 weeks of the internship application deadline, after the deadline.",
        ] {
            let mut page = Page::read(text);
            assert_eq!(duration(&mut page), None, "{text}");
        }
    }
}
