//! Who may apply: the items under headings that say so, or the sentences that do, and
//! how they join. What is only welcome stands apart.

use super::{
    fact::{Fact, Joined, SaidQualification, SaidQualifications},
    lines::Shape,
    page::{Page, Span},
    pattern::pattern,
    section::Section,
    told::told,
    welcome::{is_bonus, is_detail, is_excluded, is_of_bonus, is_of_duties, is_one_of_many},
};

/// The most that one posting may ask.
const MOST: usize = 40;

/// The qualifications.
pub(crate) fn qualifications(page: &mut Page<'_>) -> Option<Fact<SaidQualifications>> {
    let (mut needed, mut welcome) = listed(page);
    if needed.is_empty() {
        needed = told(page);
        let list = unheaded(page);
        // Where the sentences are items of a list, the list says more.
        let inside = |it: &Span| {
            list.first().is_some_and(|first| first.start <= it.start)
                && list.last().is_some_and(|last| it.end <= last.end)
        };
        if needed.iter().all(inside) {
            needed = list;
        }
    }
    let list = unheaded(page);
    // The list of the text's own language has lost its heading, that of its copy has not.
    if let Some(last) = list.last()
        && list.len() > needed.len().max(2)
        && needed
            .first()
            .is_some_and(|it| it.start > last.end && is_wide(page.at(it)) != is_wide(page.at(last)))
    {
        needed = list;
    }
    if needed.is_empty() {
        needed = above_its_name(page);
    }
    // `详见附件1` says where it is said.
    needed.retain(|it| {
        !pattern!(r"^(具体)?(要求)?(请)?(详见|参见|见)(附件|附表|官网)").is_match(page.at(it))
    });
    // A question is for a form, and what is to be filled in is there.
    needed.retain(|it| {
        let text = page.at(it);
        !text.ends_with(['?', '？'])
            && !pattern!(
                r"^(the )?(review|screening|evaluation|consideration|processing) of (the |all )?applications|^[^.,]{0,50}\b(can|may) also( apply)?\W*$|^(submit|send|upload|fill (in|out)) (an?|the|your|us) |^please (give|rank|select|choose|upload|specify|indicate|fill|enter|tick)\b"
            )
            .is_match(text)
    });
    needed.retain(|it| !tells_of_the_work(page.at(it)));
    // `年龄计算截止至…` says how to count.
    needed.retain(|it| {
        !pattern!(r"^年龄(的)?(计算|截止)|^(以上)?(年龄|时间|工作年限)[^，。]{0,8}(计算|截止)")
            .is_match(page.at(it))
    });
    // `Experience listed below may be from your studies`: how to read the list.
    needed.retain(|it| {
        !pattern!(r"^you must (possess|have|meet) the (below|following) |\b(listed|stated|described) below (would|can|could|may|might) be\b|^preferred qualifications are in addition")
            .is_match(page.at(it))
    });
    // The roles that a list is parted by.
    needed.retain(|it| {
        !pattern!(r"^(博士后(研究员)?|科研助理|研究助理|博士(研究)?生|硕士(研究)?生|本科生|实习生|\p{Han}{0,5}工程师|访问学生|(ph\.?d|master'?s?|doctoral|postdoc(toral)?)( (students?|researchers?|fellows?|positions?|applicants?))?|research assistants?|interns?)(\s?\([^()]{1,16}\))?\s?:?$")
            .is_match(page.at(it))
    });
    // What the candidate gets is no condition.
    needed.retain(|it| {
        !pattern!(r"^(the )?(starting |annual |gross |monthly |net |expected )*(salary|stipend|pay|compensation|remuneration|wage)\b|^(我们)?(可|将)?(提供|享受|享有)[^，。；]{0,12}(奖学金|薪|补贴|津贴|补助|待遇|住宿|资助)")
            .is_match(page.at(it))
    });
    // `German is not required` asks for nothing.
    needed.retain(|it| {
        let text = page.at(it);
        text.chars().count() > 100
            || !pattern!(
                r"\b(is|are) not (required|necessary|needed|mandatory)\b|^no [^.,]{0,40}\b(is|are) (required|necessary|needed|expected)\W*$|^(we|our \w+) (also )?(particularly |especially |strongly |warmly |explicitly )?(welcomes?|encourages?|invites?) [^.]{0,60}\b(applications?|backgrounds|groups|women|people|candidates|students)\b|不要求|无需|不限专业"
            )
            .is_match(text)
    });
    in_one_language(page, &mut needed);
    in_one_language(page, &mut welcome);
    needed.truncate(MOST);
    welcome.truncate(MOST);
    let (bonus, needed): (Vec<Span>, Vec<Span>) =
        needed.into_iter().partition(|it| is_bonus(page.at(it)));
    welcome.splice(0..0, bonus);
    let first = needed.first()?.clone();
    let logic = logic(page, &needed);
    let said = |spans: &[Span]| -> Vec<SaidQualification> {
        spans
            .iter()
            .map(|it| SaidQualification {
                text: page.at(it).trim_end_matches(['；', ';', '。']).to_owned(),
                quote: page.quote(it),
            })
            .collect()
    };
    let value = SaidQualifications { logic, items: said(&needed), preferred: said(&welcome) };
    if logic == Joined::Mixed {
        page.ask(
            "qualifications.logic",
            "some of it is needed in full, and of some one is enough",
            std::slice::from_ref(&first),
        );
    }
    let all = first.start..needed.last().map_or(first.end, |it| it.end);
    let quote = page.quote(&all);
    Some(Fact { value, quote: quote.quote, start: quote.start, end: quote.end })
}

/// Whether a sentence tells of what there will be to do or to send, in words that lists of
/// traits have as well: `the intern will be required to write a report`.
fn tells_of_the_work(text: &str) -> bool {
    pattern!(
        r"^(at|by|after) the end of |^in this (position|role|job|project)\b|^upon completion|\b(have|given|get|offered) (the |an? |several |many )?(\w+ )?(opportunit(y|ies)|chance) to\b|\b(required|expected|asked|prepared) to (produce|deliver|write|present|prepare|attend|participate|live|relocate|report|make|verify|teach|take part|contribute)\b|\bis required to (verify|check|see|confirm|process)\b|\b(should|must) (also |briefly |then )?(describe|indicate|explain|outline|submit|send|state|mention|provide|discuss|include 1|upload)\b|\b(applications?|letters?) (should|must) (include|contain)\b|\bwould be (based|involved|located)\b|\bis (essential|necessary|required) for (learning|understanding|the (success|project|study))\b|^(reach(ing)? out to|closely following)\b|^欢迎(你|您|大家|同学)?们?(来|前来|参加|参与)|^了解(招生|招聘|更多|详情|项目)"
    )
    .is_match(text)
        && !pattern!(r"\b(degree|ph\.?d|experience|fluent|enrolled|skills)\b|学位|经验|能力").is_match(text)
}

/// Words that begin a list and are none of its items.
pub(super) fn is_preamble(text: &str) -> bool {
    // `one or more of the following: C, Rust` is an item with its list in it.
    if pattern!(r"(following|以下|下列)[^:：]{0,40}[:：]\s*\S").is_match(text) {
        return false;
    }
    text.ends_with(':') || text.ends_with('：') || pattern!(r"(one or more|at least one|any|some|all|each) of the following|满足(以下|下列)|以下(条件|任)|following (criteria|requirements|qualifications|skills)[^.]{0,50}\.?$|^(a |the )?(candidate|applicant|student)s? meeting").is_match(text)
}

/// What stands under headings: items of lists, or sentences where there is no list.
fn listed(page: &Page<'_>) -> (Vec<Span>, Vec<Span>) {
    let (mut needed, mut welcome, mut extra) = (Vec::new(), Vec::new(), Vec::new());
    for (number, line) in page.lines.iter().enumerate() {
        if line.shape == Shape::Heading {
            continue;
        }
        let list = match line.section {
            Section::Qualify => &mut needed,
            Section::Prefer => &mut welcome,
            _ => continue,
        };
        let block =
            page.lines.iter().filter(|it| it.heading == line.heading && it.section == line.section);
        let bonus = |it: &super::page::Line| {
            let number = page.lines.iter().position(|line| line.span == it.span);
            number.is_some_and(|it| is_of_bonus(page, it))
        };
        let bullets = block.clone().filter(|it| it.shape == Shape::Bullet && !bonus(it)).count();
        if line.inner && is_detail(page, number) {
            continue;
        }
        let list = if is_of_bonus(page, number) { &mut welcome } else { list };
        if is_of_duties(page, number) || is_excluded(page, number) {
            continue;
        }
        // `Interns: 2-3 people`, more than once: how many of whom, and not who.
        if block.clone().filter(|it| counts_people(page.at(&it.span))).count() > 1 {
            continue;
        }
        let text = page.at(&line.span);
        let sends = |text: &str| {
            text.contains('@') || pattern!(r"\b((the|your|each|complete) applications? (must|should|has to|shall|needs to|consists?|comprises?|includes?)|applications? (by|via|sent) |(documents|materials|files) (must|should|have to) be|must be uploaded|submit|reference letters?|letter writers?|your (application|letters?))\b").is_match(text) || pattern!(r"\b(please|to apply,|to apply (for|send|submit|via|by|through|please)|^to apply|apply (by|via|at|online)|interested (candidates|applicants|students))\b|请.{0,20}(发送|投递|发至)|https?://").is_match(text)
        };
        // `Applicants should have a degree. More is at https://…`: the first sentence is one.
        let has_more = |number: usize| {
            let all = page.sentences.iter().filter(|it| it.line == number);
            let own = all.filter(|it| !sends(page.at(&it.span)));
            own.into_iter().any(|it| {
                pattern!(r"\b(applicants?|candidates?|students?|you) (should|must|need|are expected to|have to) (have|hold|be|possess)\b").is_match(page.at(&it.span))
            })
        };
        // Below a list, a line that is no item of it has left the subject.
        let left = bullets > 1 && line.shape == Shape::Plain && number > 0 && !text.ends_with(':');
        if counts_people(text) {
            continue;
        }
        // A paragraph right before a list leads to it.
        let leads = line.shape == Shape::Plain
            && bullets > 2
            && page.lines.get(number + 1).is_some_and(|it| it.shape == Shape::Bullet)
            && number.checked_sub(1).is_none_or(|it| page.lines[it].shape == Shape::Heading);
        if leads {
            continue;
        }
        if pattern!(r"\b(are|is) (\w+ )?(encouraged|welcome|invited) to apply").is_match(text)
            && page.sentences.iter().filter(|it| it.line == number).count() == 1
        {
            continue;
        }
        let excludes = pattern!(
            r"(do|does|is|are|will) not (be )?(qualify|eligible|considered)|excluded|不得|不予"
        )
        .is_match(text);
        let holds_list = line.shape == Shape::Bullet && is_one_of_many(page, number);
        if is_preamble(text) && text.chars().count() < 160 && !holds_list
            || sends(text) && (line.shape == Shape::Bullet || !has_more(number))
            || left
                && !excludes
                && (line.gap
                    || page.lines[number - 1].shape == Shape::Bullet && text.chars().count() > 60)
        {
            continue;
        }
        if line.shape == Shape::Bullet
            || bullets == 0 && page.sentences.iter().filter(|it| it.line == number).count() == 1
        {
            list.extend(pieces(page, unlabelled(page, &line.span), bullets));
        } else if bullets == 0 || !left || excludes {
            let sentences = page.sentences.iter().filter(|it| it.line == number);
            // `要求：有编程能力。加分项：有论文。`: the second one is of another list.
            let (bonus, sentences): (Vec<_>, Vec<_>) = sentences.partition(|it| {
                super::outline::label_section(page.at(&it.span)) == Some(Section::Prefer)
            });
            extra.extend(bonus.iter().map(|it| unlabelled(page, &it.span)));
            let all = sentences.iter().map(|it| unlabelled(page, &it.span)).filter(|it| {
                !is_preamble(page.at(it))
                    && !sends(page.at(it))
                    && is_long_enough(page.at(it))
                    && !pattern!(r"\b(are|is) (\w+ )?(encouraged|welcome|invited) to apply")
                        .is_match(page.at(it))
            });
            list.extend(all.flat_map(|it| pieces(page, it, bullets)));
        }
    }
    welcome.extend(extra);
    (needed, welcome)
}

/// Whether words are more than what is left of a sentence.
fn is_long_enough(text: &str) -> bool {
    let wide = text.chars().filter(|it| *it >= '\u{3400}').count();
    wide > 3 || text.chars().count() > 9 && text.contains(' ')
}

/// Whether words are in Chinese.
fn is_wide(text: &str) -> bool {
    text.chars().filter(|it| *it >= '\u{3400}').count() * 4 > text.chars().count()
}

/// The same list in two languages, one below the other: it is one list.
fn in_one_language(page: &Page<'_>, all: &mut Vec<Span>) {
    let is_wide = |it: &Span| is_wide(page.at(it));
    let Some(first) = all.first().map(is_wide) else { return };
    let head = all.iter().take_while(|it| is_wide(it) == first).count();
    let tail = all.len() - head;
    let rest_differs = all[head..].iter().all(|it| is_wide(it) != first);
    if rest_differs && head > 1 && (head == tail || head > 3 && head.abs_diff(tail) == 1) {
        all.truncate(head);
    }
}

/// A list without a heading, most of whose items are what somebody knows or is.
fn unheaded(page: &Page<'_>) -> Vec<Span> {
    let about = pattern!(
        r"\b(ph\.?d|msc|bsc|master'?s?|degree|student|enrolled|experience|skills?|knowledge|background|familiar\w*|fluen\w+|python|interest(ed)?|motivated|graduat\w+|you (are|have|like|know|can|speak|enjoy))\b|本科|硕士|博士|在读|熟悉|掌握|经验|能力|兴趣|英语"
    );
    // All items may have gaps between them.
    let lists = page.lines.chunk_by(|one, next| one.shape == next.shape && (one.gap || !next.gap));
    let lists = lists.filter(|it| {
        it.len() > 1 && it[0].shape == Shape::Bullet && it[0].section == Section::Other
    });
    let found = lists.map(|it| {
        let outer = it.iter().filter(|line| !line.inner || it.iter().all(|it| it.inner));
        outer.map(|line| line.span.clone()).collect::<Vec<Span>>()
    });
    // What somebody studied and wrote is a list of theirs.
    let past = pattern!(
        r"教育|经历|论文|项目|获奖|发表|成果|简历|成员|新闻|\b(education|publications?|papers|career|awards?|news|alumni|members|people|grants|talks|projects|courses|values|teaching|(past|former|current) (students|interns|fellows))\b"
    );
    let mut found = found.filter(|it| {
        let line = page.lines.iter().find(|line| it.first() == Some(&line.span));
        let heading = line.and_then(|it| it.heading).map_or("", |it| page.line(it));
        if heading.chars().count() < 30 && past.is_match(heading) {
            return false;
        }
        let fit = it.iter().filter(|span| about.is_match(page.at(span))).count();
        let papers = it.iter().filter(|span| !super::papers::papers(page.at(span)).is_empty());
        // A diploma among them is what somebody has.
        fit * 2 >= it.len() && papers.count() * 4 <= it.len()
    });
    found.next().unwrap_or_default()
}

/// A list above `If you meet the requirements above, …`.
fn above_its_name(page: &Page<'_>) -> Vec<Span> {
    let names = pattern!(
        r"\b(meet|meets|satisf\w+|fulfil\w*|fit|match) (all )?(of )?(the |these |our )?(\w+ )?(requirements|criteria|qualifications|conditions|description)( \w+)? above\b|\b(meet|meets|satisf\w+|fulfil\w*|fit|match) (all )?(of )?(the )?above (requirements|criteria|qualifications|conditions|description)|(符合|满足|具备)(以上|上述)(所有|全部|各项)?(条件|要求)"
    );
    let Some(name) = page.sentences.iter().find(|it| names.is_match(page.at(&it.span))) else {
        return Vec::new();
    };
    let above = &page.lines[..name.line];
    let Some(end) = above.iter().rposition(|it| it.shape == Shape::Bullet) else {
        return Vec::new();
    };
    let list = above[..=end].iter().rev().take_while(|it| it.shape == Shape::Bullet);
    let mut list: Vec<Span> = list
        .filter(|it| it.section == Section::Other && !it.inner)
        .map(|it| it.span.clone())
        .collect();
    list.reverse();
    let sends =
        pattern!(r"^(submit|send|fill|e-?mail|attach|upload|apply)\b|^(提交|发送|填写|投递)");
    if list.iter().any(|it| sends.is_match(page.at(it))) { Vec::new() } else { list }
}

/// Whether a line is about how many, and not about who.
fn counts_people(text: &str) -> bool {
    text.chars().count() < 50
        && pattern!(
            r"^[^，。;；]{0,16}[:：]?\s?(若干|\d+(\s?[-–~至]\s?\d+)?)\s?(名|人|位)([，。；;,]|$)"
        )
        .is_match(text)
}

/// `a degree; good English; team spirit`: a list within a sentence is a list.
fn pieces(page: &Page<'_>, span: Span, bullets: usize) -> Vec<Span> {
    let text = page.at(&span);
    // ` -Familiarity with Linux`: an item that has lost the start of its line.
    if let Some(glued) = pattern!(r" [-•*](?-i:[A-Z])\p{L}+ \p{L}+ ").find(text)
        && bullets > 1
        && glued.start() > 20
    {
        let (head, tail) =
            (span.start..span.start + glued.start(), span.start + glued.start() + 2..span.end);
        return [vec![head], pieces(page, tail, bullets)].concat();
    }
    let cuts: Vec<usize> = text
        .match_indices([';', '；'])
        .map(|(at, _)| at)
        // What lies in brackets is no item of its own.
        .filter(|at| text[..*at].matches('(').count() == text[..*at].matches(')').count())
        .collect();
    if bullets > 0 || cuts.len() < 2 {
        return vec![span];
    }
    let mut from = 0;
    let mut out = Vec::new();
    for cut in cuts.into_iter().chain([text.len()]) {
        let piece = text[from..cut].trim_start_matches([';', '；', ' ']);
        let start = span.start + cut - piece.len();
        if !piece.trim().is_empty() {
            out.push(start..start + piece.trim_end().len());
        }
        from = cut;
    }
    out
}

/// `Requirements: a degree`: the value without the heading before it.
fn unlabelled(page: &Page<'_>, span: &Span) -> Span {
    let text = page.at(span);
    let Some((label, _)) = text.split_once(':') else { return span.clone() };
    if super::section::section(label).is_none() {
        return span.clone();
    }
    let rest = text[label.len() + 1..].trim_start();
    if rest.is_empty() { span.clone() } else { span.end - rest.len()..span.end }
}

/// How the items join.
fn logic(page: &Page<'_>, items: &[Span]) -> Joined {
    let one = pattern!(
        r"one or more of|at least one of|(one|some|any|several|either) of the following|one or more (of )?(the )?(following|criteria|areas|these)|any (one )?of (the following|these)|(some|any) combination of (the following|these)|(meet(s|ing)?|satisf\w+|fulfil\w*) (one|any|at least one)|(以下|下列|如下|上述)[^。；\n]{0,12}(之一|任一|任意一|其一)|(满足|符合|具备|具有)[^。；\n]{0,14}(之一|任一|任意一|一项|其一|一个)|任选其一|一个即可|其中一项|一项或多项|之一即可|或多个|至少一(项|条|个)"
    );
    let (Some(first), Some(last)) = (items.first(), items.last()) else { return Joined::All };
    // What begins the list speaks for all of it; the heading counts, too.
    let number = page.line_of(first).unwrap_or(0);
    let from = page.lines.get(number.saturating_sub(2)).map_or(0, |it| it.span.start);
    let heading = page
        .lines
        .get(number)
        .and_then(|it| it.heading)
        .map_or(from, |it| page.lines[it].span.start);
    let before = page.text().get(heading.max(from)..first.start).unwrap_or_default();
    // `Experience with any of the following is an asset` leads to what is only welcome.
    if pattern!(r"\b(asset|plus|advantage|bonus|desirable|preferred|beneficial)\b[^.]{0,24}$")
        .is_match(before.trim_end())
    {
        return Joined::All;
    }
    if one.is_match(before)
        && !pattern!(r"qualif|require|criteria|条件|要求|满足|符合|following|candidate")
            .is_match(before)
    {
        return Joined::All;
    }
    // `If you are a student at`, and a list of schools: nobody is at all of them.
    if pattern!(r"(?m)^if you are (an? |currently )?[^.:]{0,40}:?\s*$").is_match(before.trim_end())
    {
        return Joined::OneOrMore;
    }
    let after =
        page.lines.iter().find(|it| it.span.start > last.end).map_or("", |it| page.at(&it.span));
    if one.is_match(before)
        || items.len() > 1
            && pattern!(r"^.{0,10}(以上|上述).{0,8}(满足|符合|具备).{0,6}(一|任)").is_match(after)
    {
        return Joined::OneOrMore;
    }
    // A list within the list, of which one is enough.
    // `a professor, or` on all lines but the last.
    let joins = |it: &Span| {
        let text = page.at(it).trim_end_matches([';', '；', ',', '，', '。', ' ']);
        pattern!(r"(\bor|或者?)$").is_match(text)
    };
    if items.len() > 1 && items[..items.len() - 1].iter().all(joins) {
        return Joined::OneOrMore;
    }
    let inner = page.text().get(first.start..last.end).unwrap_or_default();
    let leads = inner.lines().any(|line| {
        one.is_match(line)
            && !pattern!(r"不得|不予|不能|不接受").is_match(line)
            && (line.trim_end().ends_with([':', '：'])
                || pattern!(r"of the following[^:]{0,30}$|以下|下列").is_match(line))
    });
    if leads { Joined::Mixed } else { Joined::All }
}
