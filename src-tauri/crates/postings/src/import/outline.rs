//! The outline of a posting: which lines are headings, and what the lines below are about.

use super::{
    lines::Shape,
    page::Page,
    pattern::pattern,
    section::{Section, section},
};

impl Page<'_> {
    /// Short lines with gaps between them, below a line that leads to what is asked: a dump
    /// has lost the marks of a list.
    fn mark_lost_lists(&mut self) {
        for number in 0..self.lines.len() {
            let lead = self.line(number);
            if self.lines[number].shape != Shape::Plain || !lead.ends_with(':') || !asks_for(lead) {
                continue;
            }
            let fits = |line: &super::page::Line| {
                let text = &self.text[line.span.clone()];
                line.shape == Shape::Plain
                    && line.gap
                    && (6..=110).contains(&text.chars().count())
                    && !text.ends_with(['.', '!', '?', ':', '。', '：'])
                    && !text.contains(['@', ':'])
                    && section(text).is_none()
            };
            let count = self.lines[number + 1..].iter().take_while(|it| fits(it)).count();
            let end = number + 1 + count;
            // A heading stands right above its text.
            let end = end - usize::from(self.lines.get(end).is_some_and(|it| !it.gap));
            if end > number + 3 {
                for line in &mut self.lines[number + 1..end] {
                    line.shape = Shape::Bullet;
                }
            }
        }
    }

    /// Whether a line leads to a list of what interested people hold, have or are.
    fn leads_to_traits(&self, number: usize) -> bool {
        pattern!(r"^(interested|suitable|qualified|prospective) (applicants?|candidates?|students?) (should|must|will|need to):$")
            .is_match(self.line(number))
            && self.lines.get(number + 1).is_some_and(|it| {
                it.shape == Shape::Bullet
                    && pattern!(r"^(hold|have|be|possess|demonstrate|show|know|speak)\b")
                        .is_match(&self.text[it.span.clone()])
            })
    }

    /// Whether a line of Chinese is of another part than those above it.
    fn begins_another(&self, number: usize, heading: Option<usize>) -> bool {
        let text = self.line(number);
        // `一、申请资格`, and `二、期间为…` on a line of its own.
        let ordinal = pattern!(r"^[一二三四五六七八九十]{1,3}、");
        let next_part =
            ordinal.is_match(text) && heading.is_some_and(|it| ordinal.is_match(self.line(it)));
        // Lines right below each other are a list of their own, which a gap ends.
        let short =
            |it: usize| self.lines[it].shape == Shape::Plain && self.lines[it].span.len() < 120;
        let ends_lines = number > 1
            && self.lines[number].gap
            && text.contains(|it: char| it >= '\u{3400}')
            && !self.lines[number - 1].gap
            && short(number - 1)
            && short(number - 2);
        next_part || ends_lines
    }

    /// Finds the headings, and gives each line what it is about.
    pub(super) fn find_sections(&mut self) {
        let (mut current, mut heading, mut inline) = (Section::Other, None, false);
        self.mark_lost_lists();
        for number in 0..self.lines.len() {
            let line = self.lines[number].clone();
            let text = &self.text[line.span.clone()];
            let short = text.chars().count() <= 60;
            let known = if short { section(text) } else { None };
            // `Interested applicants should:`, and below it what they have, not what they send.
            let known = known
                .filter(|_| !self.leads_to_traits(number))
                .or_else(|| self.leads_to_traits(number).then_some(Section::Qualify)).or_else(|| {
                // `Experience in the areas below:` goes on with what is asked.
                Some(current).filter(|it| {
                        matches!(it, Section::Qualify | Section::Prefer)
                            && short
                            && pattern!(r"\b(experience|knowledge|skills|proficiency|familiarity|expertise)\b[^.]{0,30}\b(below|following)\b[^.]{0,30}:?$").is_match(text)
                    })
                });
            let looks = line.shape == Shape::Heading
                || (pattern!(r"^[【\[].{2,20}[】\]]:?$|^【[^】]{2,10}】[^，。；:]{1,24}$|^[一二三四五六七八九十]{1,3}[、.]\s?[^，。；:]{2,16}:?$").is_match(text) && short)
                || (line.shape != Shape::Heading && line.gap && pattern!(r"^\p{Han}{2,10}$").is_match(text) && pattern!(r"(岗位|职位|地点|人数|条件|要求|方式|待遇|福利|简介|职责|资格|材料|须知|流程|方向|介绍)$").is_match(text))
                || (line.shape == Shape::Plain
                    && line.gap
                    && matches!(current, Section::Qualify | Section::Prefer | Section::Duties | Section::Offer)
                    && pattern!(r"^(?-i:[A-Z])[\p{L}'&/-]*( (?-i:[A-Z]|and|of|for|to|the|&)[\p{L}'&/-]*){0,4}$").is_match(text)
                    && self.lines.get(number + 1).is_some_and(|it| !it.gap))
                || (line.shape == Shape::Plain
                    && line.gap
                    && matches!(current, Section::Qualify | Section::Prefer)
                    && pattern!(r"^(?-i:[A-Z])[\p{L}'&/-]*( [\p{L}'&/-]+){0,3}$").is_match(text)
                    && self.lines.get(number + 1).is_some_and(|it| it.gap && it.span.len() > 120))
                || (line.shape == Shape::Plain
                    && line.gap
                    && matches!(current, Section::Qualify | Section::Prefer)
                    && number > 0
                    && !self.lines[number - 1].gap
                    && pattern!(r"^(?-i:[A-Z])[\p{L}'&/-]*( [\p{L}'&/-]+){0,3}$").is_match(text)
                    && self.lines.get(number + 1).is_some_and(|it| {
                        !it.gap && it.shape == Shape::Plain && self.text[it.span.clone()].ends_with('.')
                    }))
                // A few words between two lists begin the second one.
                || (line.shape == Shape::Plain
                    && line.gap
                    && matches!(current, Section::Qualify | Section::Prefer)
                    && number > 0
                    && self.lines[number - 1].shape == Shape::Bullet
                    && self.lines.get(number + 1).is_some_and(|it| it.shape == Shape::Bullet)
                    && text.chars().count() <= 40
                    && pattern!(r"^((?-i:[A-Z])[\p{L}'&/-]*( [\p{L}'&/-]+){0,4}|\p{Han}{2,10})$").is_match(text))
                || (line.shape == Shape::Plain && line.gap && text.ends_with('?') && text.chars().count() <= 40)
                || (line.shape == Shape::Plain && short && text.ends_with(':') && (known.is_some() || !is_lead(text)))
                || (known.is_some() && (!text.ends_with('.') || text.ends_with("..")) && (line.shape == Shape::Plain || text.ends_with(':') || pattern!(r"^\p{Han}{2,8}$").is_match(text)));
            if looks {
                // The posting's own title is a heading, too.
                let opening = number == 0 && known.is_none();
                current = known.unwrap_or(if opening { Section::Other } else { guessed(text) });
                heading = Some(number);
                inline = false;
                self.lines[number].shape = Shape::Heading;
                self.lines[number].section = current;
                continue;
            }
            // A paragraph after a list has left its subject.
            let before = number.checked_sub(1).map(|it| self.lines[it].shape);
            let subject = matches!(
                current,
                Section::Qualify | Section::Prefer | Section::Duties | Section::Offer
            );
            // Between two items, it says more of the first.
            let between = self.lines.get(number + 1).is_some_and(|it| it.shape == Shape::Bullet);
            let left = line.shape == Shape::Plain
                && (subject && self.begins_another(number, heading)
                    || subject && before == Some(Shape::Bullet) && leads_to_topics(text)
                    || subject && line.gap && before == Some(Shape::Bullet) && !between
                    || inline && before != Some(Shape::Bullet)
                    || subject
                        && between
                        && before == Some(Shape::Bullet)
                        && leads_elsewhere(text)
                    || subject && is_elsewhere(text));
            if left {
                current = Section::Other;
            }
            // `Applicants should meet one of the following:` begins a list of qualifications.
            if (text.ends_with(':') || line.shape == Shape::Plain && !text.ends_with(['.', '。']))
                && self.lines.get(number + 1).is_some_and(|it| it.shape == Shape::Bullet)
                && (left || !subject && current != Section::Apply)
                && asks_for(text)
            {
                current = Section::Qualify;
                heading = Some(number);
                inline = true;
            }
            let own = label_section(text);
            self.lines[number].section = own.unwrap_or(current);
            self.lines[number].heading = heading;
            if own.is_some_and(|it| it != Section::Dates) {
                current = own.unwrap_or(current);
                inline = true;
            }
        }
    }
}

/// `You should meet one of the following:` leads to a list, and is no heading.
fn is_lead(text: &str) -> bool {
    text.split(' ').count() > 6
        || pattern!(r"\d|@|\b(following|should|must|please|you|we|are|is|include|will|need|can)\b|以下|如下|下列|满足|请|需|^(更重要|另外|此外|同时|特别|尤其|当然|并且)|^(more(over| importantly)|in addition|also|additionally|furthermore|plus)\W*$").is_match(text)
}

/// `录取后可参与以下课题：`: a list of what there is to work on.
fn leads_to_topics(text: &str) -> bool {
    pattern!(r"(课题|方向|项目|题目|工作|领域|\b(topics|projects|areas|themes|directions|tasks|problems)( include| are)?)\s?[:：]$")
        .is_match(text)
        && !pattern!(r"经验|经历|背景|熟悉|\b(experience|background|knowledge|familiar|skills?|expertise|degree)\b").is_match(text)
}

/// `Some details you should know:`, `Duties include:`: the list below is of something else.
fn leads_elsewhere(text: &str) -> bool {
    text.ends_with([':', '：'])
        && pattern!(r"\b(duties|responsibilities|tasks|details|notes?|facts|perks|benefits|schedule|projects?|topics|questions|(we|i) (can |will |also )*(offer|provide|give)|you('ll| will| get to| can expect)( be)?( (get|work|receive|learn|gain|do|help|join|enjoy)\w*| responsible\b[^:]*)?|interested|e-?mail|send|apply)\b[^:]{0,40}:$|职责|内容|待遇|提供|福利|流程|注意|说明|负责|发送|投递|收获|方向")
            .is_match(text)
        && !pattern!(r"\b(experience|knowledge|skills|background|must|have|need|meet|require\w*|following (criteria|qualities|traits))\b|具备|要求|条件|经验|能力|以下之一")
            .is_match(text)
}

/// Whether a line is about something that no list of qualifications or tasks holds.
fn is_elsewhere(text: &str) -> bool {
    pattern!(r"^please\b|^(in return|we offer|informal|the (university|institute|company) (is|offers)|interviews?\b)|\bplease (submit|send|apply|upload|e-?mail)\b|^(the|your|an?|each|complete) applications? (must|should|shall|has to|needs? to|consists?|comprises?|contains?|includes?)\b|^(to apply|applications?|interested|we look forward|for (further|more) information)\b|^(请|有意|感兴趣)|^(location|place|city|internship length|duration|salary|start( date)?|type|contract|pay|compensation|deadline|closing date|contact|e-?mail|website|link|工作地点|地点|薪资|时间|时长|联系|邮箱|截止)[^:]{0,16}:|^(the|our) (group|lab|laboratory|team|institute|university|department|faculty|company|centre|center|city|salary|contract|appointment) (is|are|has|offers|provides|was|consists|starts)\b|equal (employment )?opportunit|without regard to|reasonable accommodation|^[$€£]\s?\d").is_match(text)
}

/// What a line is about that says so before its colon.
pub(super) fn label_section(text: &str) -> Option<Section> {
    // `【申请材料】简历、成绩单`
    let bracketed = text.strip_prefix('【').and_then(|it| it.split_once('】'));
    let label = bracketed.or_else(|| text.split_once(':')).or_else(|| text.split_once("? "));
    let (label, rest) = label?;
    if rest.trim().is_empty() || label.chars().count() > 40 {
        return None;
    }
    section(label)
}

/// What a heading that we do not know is about, by a word in it.
fn guessed(text: &str) -> Section {
    // How applications are weighed is no condition.
    if pattern!(r"\b(evaluation|assessment|judging|award|review) criteria|criteria (for|of) (the )?(selection|evaluation|assessment|award)").is_match(text) {
        return Section::Other;
    }
    for (section, words) in [
        (Section::Prefer, pattern!(r"preferred|nice[\s-]to[\s-]have|优先|加分|\bplus\b|desirable")),
        (
            Section::Qualify,
            pattern!(
                r"qualification|requirement|eligib|criteria|\b(your|candidate|applicant|student|ideal|desired|required|person) profile|^profile|looking for|要求|条件|资格"
            ),
        ),
        (Section::Apply, pattern!(r"\bapply\b|application|申请方式|投递|报名|材料")),
        (Section::Duties, pattern!(r"responsib|duties|\btasks?\b|职责|内容")),
        (Section::Offer, pattern!(r"benefit|\boffer\b|salary|待遇|福利")),
    ] {
        if words.is_match(text) {
            return section;
        }
    }
    Section::Other
}

/// Whether a line leads to what candidates should be or have.
fn asks_for(text: &str) -> bool {
    pattern!(r"\b(applicants?|candidates?|students?|someone|people|you|interns?)\b[^.,]{0,60}\b(meet|have|should|must|who|with|satisfy|are)\b|any of the following|\b(experience|skills|knowledge|competenc\w+|expertise|abilities)\b[^.,]{0,60}\b(required|expected|needed|essential)\b|满足|符合|具备|希望(你|您|申请)|只要(你|您)").is_match(text)
        // `能够完成这些工作——`: what follows is what there is to do.
        && !leads_elsewhere(text)
        && !pattern!(r"(工作|任务|职责|事情|事务|项目|tasks?|duties|responsibilities|work|projects|topics|areas)\W*$").is_match(text)
        && !pattern!(r"\b(send|forward|submit|supply|upload|enclose|attach|apply|provide|include|contact|e-?mail|write to|compile|compose|prepare|combine|documents?|will (work|get|receive)|will be (?:[^e]|e[^x])|can (be|work))\b|材料|发送|提交").is_match(text)
}
