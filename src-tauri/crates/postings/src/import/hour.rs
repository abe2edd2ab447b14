//! The hour of a deadline and its zone, as worded; and what a text says of the end
//! where it names no day.

use super::{
    fact::{Fact, SaidDeadline},
    page::{Page, Span},
    pattern::pattern,
};
use crate::DeadlineKind;

/// The hour and its zone, as worded, beside the day.
pub(super) fn hour(
    page: &Page<'_>,
    day: &Span,
    sentence: &Span,
) -> (Option<String>, Option<String>) {
    let text = page.at(sentence);
    let at = day.start - sentence.start;
    let end = day.end - sentence.start;
    let near =
        |from: usize, to: usize| text.get(floor(text, from)..floor(text, to)).unwrap_or_default();
    let (left, right) = (near(at.saturating_sub(45), at), near(end, (end + 60).min(text.len())));
    let clock = pattern!(
        r"(?:(?:上午|下午|晚上?|中午|凌晨|夜间)?\s?\d{1,2}[:：.h]\d{2}(?::\d{2})?\s?(?:(?:[ap]\.m\.|[ap]\.?m\b)|noon\b|midnight\b|hrs?\b|hours\b|h\b)?|\b\d{1,2}\s?(?:[ap]\.m\.|[ap]\.?m\b)|\b\d{1,2} ?h\b|\b[0-2]\d[0-5]\d\s?(?:hrs?|hours)\b|\b(?:12 )?noon\b|\bmidnight\b|(?:上午|下午|晚上?|中午|凌晨)?\d{1,2}(?:点|时)(?:整|半)?|\bend of (?:the )?(?:business )?day\b|\bclose of business\b|\bEOD\b|午夜)"
    );
    let zone = pattern!(
        r"(?-i:\b(?:EAT|WAT|CAT|SAST|PKT|MSK|NPT|ICT|WIB|PHT|MYT|AWST|ACST|HST|AKST|BRT|ART|COT|IDT|TRT|GST|AoE|AOE|CET|CEST|MEZ|MESZ|EET|EEST|WET|BST|IST|JST|KST|SGT|HKT|AEST|AEDT|NZDT|NZST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|ET|PT|CT)\b|\b(?:Europe|America|Asia|Africa|Australia|Pacific)/[A-Z][A-Za-z_]+)|\b(?:GMT|UTC)(?:\s?[+-]\s?\d{1,2}(?::\d\d)?)?|anywhere on earth|(?:(?:AUS|US|Australian) )?(?:central european|eastern|pacific|central|mountain|beijing|china standard|hong kong|singapore|japan(?: standard)?|uk|london|paris|berlin|swiss|local|greenwich mean|israel|indian? standard|australian eastern)(?: (?:standard|summer|daylight))? time|(?-i:(?:(?:East|West|South|North|Central|Eastern|Western|Africa|African|Arabia|Arabian|Atlantic|Brasilia|Moscow|Turkey|Gulf|Korea|Korean|Malaysia|Philippine|Bangladesh|Pakistan|Nepal|Israel|Irish|Iceland|New Zealand|Australian|Amsterdam|Zurich|Vienna|Rome|Madrid|Stockholm|Helsinki|Oslo|Copenhagen|Brussels|Dublin|Lisbon|Athens|New York|Toronto|Tokyo|Seoul|Sydney|Melbourne|Shanghai|Taipei|Delhi|Nairobi|Lagos|Cairo|Cape Town) ?){1,3}(?:[Ss]tandard |[Ss]ummer |[Dd]aylight )?[Tt]ime\b)|(北京|台湾|香港|新加坡|当地)时间"
    );
    // What is before the day belongs to it only right before it.
    // `工作日上午9:00-11:30` is when somebody is there.
    let open = pattern!(
        r"工作日|每天|每日|周[一二三四五]|上班|办公时间|\b(weekdays?|office hours|mon|monday|daily|between)\b"
    );
    let span = pattern!(r"^\s?(-|–|—|~|～|至|到|to)+\s?(上午|下午)?\d");
    let time = clock
        .find(right)
        .filter(|it| !right[..it.start()].contains([';', '；']))
        .filter(|it| !open.is_match(&right[..it.start()]) || !span.is_match(&right[it.end()..]))
        .or_else(|| {
            // `Room 2.11` is no hour.
            let room = pattern!(r"\b(room|no|nr|floor|building|section|version|office)\b\.?\s*$");
            // `2027.02.01-2027.03.03`: figures of another day.
            let part = |it: &regex::Match<'_>| {
                left[..it.start()].ends_with(|it: char| it.is_ascii_digit())
                    || left[it.end()..].starts_with(['.', '-', '/'])
                        && left[it.end() + 1..].starts_with(|it: char| it.is_ascii_digit())
            };
            clock
                .find_iter(left)
                .filter(|it| !room.is_match(&left[..it.start()]) && !part(it))
                .last()
        });
    let time = time
        .map(|it| it.as_str().trim())
        .map(|it| if it.ends_with(".m.") { it } else { it.trim_end_matches('.') }.to_owned());
    let tz = zone.find(right).or_else(|| zone.find(left)).map(|it| it.as_str().trim().to_owned());
    (time, tz)
}

fn floor(text: &str, mut at: usize) -> usize {
    at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// What a text says of the end where it names no day.
pub(super) fn without_a_day(page: &Page<'_>) -> Option<Fact<SaidDeadline>> {
    let kinds = [
        (
            DeadlineKind::PerRole,
            pattern!(
                r"deadlines? (differ|var(y|ies)|depends? on|for each|of each|is listed (in|on|for) each)|(see|refer to).{0,40}(each|individual|respective) .{0,30}deadline|各(岗位|职位|项目).{0,8}截止"
            ),
        ),
        (
            DeadlineKind::Rolling,
            pattern!(
                r"rolling|\b(reviewed|considered|evaluated|processed|assessed|read) (in the order (that |in which )?they|as (soon as )?they) (arrive|are (received|submitted)|come)|until (all |the |this |these |both )?(open )?(positions?|posts?|places?|vacanc(y|ies)|spots?|slots?|roles?|it|they)?( (is|are|has been|have been|gets?|being))? ?(filled|closed|found|taken)|until an? (suitable|good|qualified|matching|ideal|excellent) .{2,40}(found|identified|hired|filled|selected|appointed)|until filled|open[\s-]until(\W*$|[\s-](filled|further|closed|taken|suitable|the|a|all|we|it|positions?)\b)|continuous(ly)? (open|accept|review|basis)|on an? (ongoing|continuous|continual|open-ended) basis|(accept|welcome|consider|review|read|take|process|receive|look at|evaluate)\w* .{0,40}(throughout the year|(all )?year[\s-]round|all year|the whole year|at any time|continuously|all year)|(apply|applications?).{0,40}(at any ?time|any ?time)|no (fixed|strict|specific|hard|set|formal) deadline|截止(时间|日期)?\s?[:：]\s?(长期|常年|全年)|(招|录|收|聘)满|招到为止|截止(时间|日期)?\s?[:：]\s?(日期)?不限|额满(为|即)止|长期(有效|招|接收|开放|招收|招聘)|常年(招|有效|接收)|滚动|随时(申请|投递|报名|欢迎|接[收受][^，。]{0,6}(简历|申请|报名|材料|应聘))|全年(招|接收|开放)|满员(即|为)止"
            ),
        ),
        (
            DeadlineKind::Asap,
            pattern!(
                r"(apply|application|applications|send|submit|contact).{0,140}as soon as possible|as early as possible|尽快(投递|申请|发送|联系|报名|将)|尽早(投递|申请|报名|发送)|从速|the sooner the better|first[\s-]come,? first[\s-]served|越早越好|先到先得"
            ),
        ),
        (
            DeadlineKind::None,
            pattern!(
                r"(there is |has )?no (application )?deadline|deadlines?:? (none|n/a|not specified|open)\b|(截止(时间|日期)?|有效期)\s?[:：]?\s?(暂无|无|不限|待定)"
            ),
        ),
    ];
    for (kind, words) in kinds {
        for sentence in &page.sentences {
            let text = page.at(&sentence.span);
            let Some(found) = words.find(text) else { continue };
            // The work may begin as soon as possible, and a place be open until something else.
            let start = pattern!(r"(start|begin|commenc|available|join|入职|到岗)[^.]{0,40}$")
                .is_match(&text[..found.start()]);
            // `此外，课题组长期招募…`: others than those whom the posting looks for.
            let aside = pattern!(r"^(此外|另外|同时|除此之外)").is_match(text)
                && found.as_str().starts_with("长期");
            let about = kind != DeadlineKind::Rolling || pattern!(r"appl|position|candidate|open|posting|fill|accept|review|vacanc|recruit|deadline|招|申请|投递|报名|止|有效|随时|滚动|职位").is_match(text);
            if about && !aside && !(start && kind == DeadlineKind::Asap) {
                let span = sentence.span.start + found.start()..sentence.span.start + found.end();
                let value = SaidDeadline { kind, iso: None, time: None, tz: None, first: None };
                return Some(page.fact(value, &span));
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::import::import;

    #[test]
    fn what_may_come_at_any_time_is_an_application() {
        assert!(import("招聘科研助理，随时接收简历。").deadline.is_some());
        assert!(import("招聘科研助理。随时接收员工的合理化建议。").deadline.is_none());
    }
}
