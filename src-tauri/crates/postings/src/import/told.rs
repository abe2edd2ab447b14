//! Sentences that say what a candidate should be, where no heading does.

use super::{
    page::{Page, Span},
    pattern::pattern,
    section::Section,
};

/// Sentences that say what a candidate should be, where no heading does.
pub(super) fn told(page: &Page<'_>) -> Vec<Span> {
    let says = pattern!(
        r"\b(applicants?|candidates?|students?|you|interns?|he/she|they) (should|must|need(s)? to|will|shall|are (expected|required) to|is (expected|required) to|ideally|have to|has to|would) (also |ideally |already |preferably )?(have|has|be|hold|possess|demonstrate|document|master|speak|meet|satisfy|fulfil|bring|show)\b|\b(position|post|role|job|project) requires?\b|\b(applicants?|candidates?|students?) are required an? |^(looking|searching) for [^.]{0,60}\b(who|with)\b|\b(we|i) (seek|are (looking|searching) for|are seeking|look for|expect|require|am looking for) (?:[^.]|Ph\.D\.){0,90}\b(who|that|having|whose|interested|familiar|skilled|with (an? |the )?(\w+ ){0,2}(backgrounds?|degrees?|experiences?|knowledge|skills?|interests?|strong|excellent|good|solid|outstanding|proven|track|publications?|master'?s?|ph\.?d|bachelor'?s?|expertise|understanding|passion|abilit\w+|motivation|enthusiasm|curiosity|some|at least|cv|thesis|records?|command|training|qualifications?|familiarity|proficiency))\b|\b(ideal|successful|suitable|strong|qualified|good) (candidates?|applicants?|students?)\b[^.]{0,30}\b(ha(s|ve)|should|must|with|possess\w*|holds?|(will|is|are|can) (also |ideally |already |preferably )?(have|hold|possess|bring|demonstrate|show|be (an?|able|fluent|familiar|motivated|highly|proficient|enrolled|willing)|an?|expected to (have|be|hold|possess|demonstrate)|enrolled|familiar|motivated|able|interested|highly|self|someone|those|proficient|fluent))\b|\b(is|are) (required|essential|mandatory|a must|necessary)\b|\b(degree|experience|knowledge|background|skills?|fluency|proficiency|command|understanding|familiarity)\b[^.]{0,40} (is|are) expected\b|\bonly (consider|accept|admit|recruit|take|hire) (\w+ )?(candidates?|applicants?|applications|students?)\b[^.]{0,40}\b(with|who|from|having|whose|holding)\b|^\W{0,4}requires? [^.]{0,30}\b(skills?|knowledge|experience|degree|background|proficiency|familiarity|expertise)\b|requirements? (is|are|include)|(申请者|应聘者|候选人|学生|同学|你|申请人|^|[^适反响效供对相感照呼])(应|需|须|要求|必须|需要|应当|应该)(具备|具有|有|熟悉|掌握|为|是|能)|(申请人|申请者|应征者|应聘者|候选人|报考者|报名者)(应|须|需|必须|需要)[^，。；]{0,20}(取得|获得|毕业|持有|拥有|年满|修毕|完成)|^如果(你|您)(具备|具有|熟悉|擅长|掌握|有[^志意兴任疑问需机其更时])[^。]{4,60}，?(请|欢迎)|^要求(本科|硕士|博士|研究生|会|有|能|熟|具)|^要求[^，。；]{2,30}(学历|专业|经验|背景|能力|在读|毕业)|^(熟悉|掌握|具有|具备|了解|热爱|对.{2,20}(有|感)兴趣)|(希望|期待|期望)(你|您|申请者|同学|申请人|候选人|应聘者|申请的同学|有意向的同学)(们)?(具有|具备|有|是|能|会|对|热爱|熟|掌握|拥有|本科|博士|硕士|在)|希望(你|申请者|同学|申请人|候选人)|要求.{0,2}[:：]|^[^，。；]{2,40}相关专业的?(在读|在校)?(本科|硕士|博士|研究|大学|学)生。?$|^能(够)?保证"
    );
    // `We expect interns to attend the seminar` is what they will do.
    let does = pattern!(r"\bexpect\w* (?:\S+ ){1,4}?to (?P<a>\w+)");
    let is = pattern!(
        r"^(be|have|hold|possess|bring|know|show|demonstrate|speak|understand|meet|already)$"
    );
    // `You will be involved in …` tells of the work, `the candidate will be fluent in …` does not.
    let told = pattern!(r"\b(will|shall) be (?P<a>\w+)");
    let trait_of = pattern!(
        r"^(an?|highly|self|well|very|motivated|fluent|familiar|proficient|experienced|currently|enrolled|interested|skilled|competent|passionate|curious|comfortable|creative|independent|strong)$"
    );
    let skip = pattern!(
        r"not (required|necessary)|(particular|special) interest|in all areas|\b(apply|applications? (must|should|are)|submit|send|e-?mail|^(the )?(\w+ )?start(ing)? date|salary|paid|interviews?|reference|contact|will (work|join|be (paired|matched|assigned|mentored|selected|chosen|assessed|evaluated|invited|employed|paid|enrolled|hosted|supervised|based|part|given|offered|able|responsible|working))|have access|will have (the )?(opportunit|access|chance)|visa|tuition|fees|be considered)\b|\?$|投递|发送|发至|提出.{0,4}申请|邮件|简历|面试"
    );
    // `A permit is required to enter`, `we expect that the river will rise`: things, and no people.
    let things = pattern!(
        r"^(an? |the )?(permit|deposit|mask|registration|badge|fee|payment|booking)s?\b[^.]{0,20} (is|are) (required|essential|mandatory|necessary)\b|^(we|i) expect that (the|a|an|this|these|our) |^(the |this |our )?project requires (new|more|a new|the) "
    );
    let people = pattern!(
        r"\b(candidates?|applicants?|students?|you|someone|interns?|degree|skills?|experience|knowledge|background)\b"
    );
    let aside = pattern!(r"\([^()]*\)");
    let mut out = Vec::new();
    for sentence in &page.sentences {
        let whole = page.at(&sentence.span);
        // `希望你有编程基础，请感兴趣的同学发简历到…`: what to do with it is another matter.
        let text = pattern!(
            r"[，；;]\s?(?:请|欢迎|有意|感兴趣|有兴趣|并将|please\b|we are (?:not |un)|apply\b)"
        )
        .find(whole)
        .filter(|it| it.start() > 12 && !whole.starts_with("如果"))
        .map_or(whole, |it| &whole[..it.start()]);
        let plain = aside.replace_all(text, "");
        // `如果你有论文发表，请将简历发送至…`: of whom that is asked.
        let of_those = pattern!(r"^如果(你|您)(具备|具有|熟悉|擅长|掌握|有[^志意兴任疑问需机其更时])[^。]{4,60}，?(请|欢迎)").is_match(text);
        // Above what to send, a sentence may say of whom.
        let of_whom = sentence.section == Section::Apply
            && pattern!(r"^(we|i) [^.]{0,30}(seek(ing)?|look(ing)? for|searching for) (applicants|candidates|students|someone|people)\b[^.]{0,40} (with|who)\b|^(the |our )?(\w+ )?(applicants?|candidates?) (should|must|will|is expected to|are expected to) (have|hold|be|possess)\b|^to be (qualified|eligible|considered), you (need|must|should|have)").is_match(text);
        if !matches!(
            sentence.section,
            Section::Other | Section::About | Section::Duties | Section::Dates
        ) && !of_whom
            || sentence.line == 0 && page.sentences.iter().filter(|it| it.line == 0).count() < 4
            || !says.is_match(text)
            || things.is_match(&plain) && !people.is_match(&plain)
            || skip.is_match(&plain) && !of_those
            || does.captures(&plain).is_some_and(|it| !is.is_match(&it["a"]))
            || told.captures(&plain).is_some_and(|it| !trait_of.is_match(&it["a"]))
                && !pattern!(r"\b(should|must|require|ideal|suitable)").is_match(text)
            || text.chars().count() < 8
            // `Topic: snow. Requires a degree in physics.`: one of several roles.
            || pattern!(r"^\W{0,4}requires? ").is_match(text)
                && page.lines[sentence.line].span.start != sentence.span.start
            // `Cover letter saying why you would be a good fit` is something to send.
            || super::papers::papers(text).first().is_some_and(|it| it.span.start < 4)
        {
            continue;
        }
        // `have (1) a degree; (2) knowledge of …; and (3) …`
        let numbered: Vec<_> =
            pattern!(r"(?:[:,;]? (?:and )?)\((?:\d|[a-h])\) ").find_iter(text).collect();
        if numbered.len() > 2 {
            for (number, cut) in numbered.iter().enumerate() {
                let end = numbered.get(number + 1).map_or(text.len(), regex::Match::start);
                out.push(sentence.span.start + cut.end()..sentence.span.start + end);
            }
            continue;
        }
        let mut from = 0;
        for cut in
            pattern!(r",? along with |, and (demonstrate|have|possess|show|be) ").find_iter(text)
        {
            out.push(sentence.span.start + from..sentence.span.start + cut.start());
            let words = cut.as_str().trim_start_matches([',', ' ']);
            let words = words
                .strip_prefix("and ")
                .or_else(|| words.strip_prefix("along with "))
                .unwrap_or(words);
            from = cut.end() - words.len();
        }
        out.push(sentence.span.start + from..sentence.span.start + text.len());
    }
    out
}
