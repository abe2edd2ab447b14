//! What to send: one record each, with its formats, languages, limit and count.

use super::{
    asked::{Listed, asks, is_lead, is_listed},
    fact::{Fact, SaidMaterial},
    limits,
    page::{Page, Sentence, Span},
    papers::{self, Paper},
    pattern::pattern,
    section::Section,
};
use crate::{Format, Item, Language, ReferenceMode, References};

/// What to send.
pub(crate) fn materials(
    page: &mut Page<'_>,
    spoken: Option<&References>,
) -> Option<Fact<Vec<SaidMaterial>>> {
    let mut found: Vec<(SaidMaterial, Span)> = Vec::new();
    let mut in_list = false;
    let mut runs = false;
    let mut of_list = Vec::new();
    for number in 0..page.sentences.len() {
        let sentence = page.sentences[number].clone();
        let text = page.at(&sentence.span);
        let first = number == 0 || page.sentences[number - 1].line != sentence.line;
        let bullet = page.lines[sentence.line].shape == super::lines::Shape::Bullet;
        // A list goes on as long as its items do; `…the following documents:` begins one.
        in_list = in_list
            && (bullet
                || !first
                || !page.lines[sentence.line].gap && text.chars().count() <= 60
                || pattern!(r"^.{0,60}$|^((an?|your|the|at least|one|two|three|\d|copies|copy|proof) .{0,110})$").is_match(text) && !papers::papers(text).is_empty());
        // `CV (PDF). Education, list of publications, and employment.`: what a paper holds.
        let head = page.sentences[..number]
            .iter()
            .rfind(|it| it.span.start <= page.lines[sentence.line].span.start);
        let named = head.map_or("", |it| page.at(&it.span));
        // `CV: education, papers, links`: what is behind the colon tells what it holds.
        let own = bullet || in_list;
        let labelled = page
            .line(sentence.line)
            .split_once(':')
            .filter(|(label, rest)| {
                own && label.chars().count() <= 24
                    && !rest.trim().is_empty()
                    && !papers::papers(label).is_empty()
            })
            .map(|(label, _)| page.lines[sentence.line].span.start + label.len());
        let holds = bullet && !first && !named.contains(':') && !papers::papers(named).is_empty() && !pattern!(r"\b(send|submit|attach|include|provide|upload|enclose|please|also|add)\b|请|附|提供|提交|发送").is_match(text);
        let listed = is_listed(page, sentence.line);
        let asks = (asks(page, &sentence, text) || in_list || listed.is_some() || runs && !first)
            && !holds;
        // `需提交：①简历；②成绩单；`: what goes on in the same line.
        runs = asks
            && (text.ends_with(['；', ';'])
                || pattern!(r"(^|[:：；;] ?)\(?\d{1,2}[.、)]$").is_match(text));
        let named_above = sentence.line.checked_sub(1).map_or("", |it| page.line(it));
        let elsewhere = matches!(sentence.section, Section::Qualify | Section::Duties | Section::Offer)
                && !pattern!(r"\b(send|submit|e-?mail|compose|compile|attach|upload)\b")
                    .is_match(text)
                // `标题：…`, and `内容：` of the same mail.
                && !pattern!(r"^(邮件)?(标题|主题|邮箱)[^:]{0,4}:").is_match(named_above);
        if is_lead(text) && !elsewhere {
            in_list = true;
            of_list = in_format(text);
        }
        if asks && !(first && is_written(page.line(sentence.line))) {
            let papers = papers::papers(text).into_iter().filter(|it| !is_offered(text, it));
            let before =
                |it: &Paper| labelled.is_none_or(|end| sentence.span.start + it.span.start < end);
            for paper in papers.filter(before) {
                add(page, &mut found, &sentence, text, &paper);
            }
            if listed == Some(Listed::Optional) {
                for (material, _) in
                    found.iter_mut().filter(|(_, it)| sentence.span.start <= it.start)
                {
                    material.required = false;
                }
            }
            // `Include as PDF files:` and `Submit (in PDF format)` are of all that follows.
            let own = in_format(text);
            let shared = if own.is_empty() && in_list { &of_list } else { &own };
            for (material, span) in &mut found {
                if sentence.span.start <= span.start && material.formats.is_empty() {
                    material.formats.clone_from(shared);
                }
            }
        }
    }
    // Letters that referees send themselves are a task of its own.
    if spoken.is_some_and(|it| it.mode != ReferenceMode::Letters) {
        found.retain(|(it, _)| it.item != Item::References);
    }
    let span = found.first().map(|(_, span)| span.clone());
    let Some(span) = span else {
        page.ask("materials", "the text does not say what to send", &[]);
        return None;
    };
    let mut value: Vec<SaidMaterial> = found.into_iter().map(|(it, _)| it).collect();
    // How many letters there are may be said where the words about referees are.
    for letters in value.iter_mut().filter(|it| it.item == Item::References && it.required) {
        letters.count = letters.count.or(spoken.and_then(|it| it.count));
    }
    for_all(page, &mut value);
    in_english(page, &mut value);
    let several: Vec<Item> = value.iter().map(|it| it.item).collect();
    let single = |item: Item| several.iter().filter(|it| **it == item).count() == 1;
    for material in value.iter_mut().filter(|it| it.limit.is_none() && single(it.item)) {
        material.limit = limits::elsewhere(page, material.item);
    }
    Some(page.fact(value, &span))
}

/// `All documents must be in English`, and the head of a list that says so.
fn in_english(page: &Page<'_>, all: &mut [SaidMaterial]) {
    let rule = pattern!(
        r"\b(all|these|following) ([\w-]+ ){0,2}(documents?|materials|files|attachments)( (must|should|have to|need to|are to|shall))?( be)?( written| submitted| provided)? in english(?P<a> or | and (?-i:[A-Z]))?|\bapplications? (must|should|has to|have to) be (written )?in english(?P<b> or )?|(所有|全部|以上)材料[^。；]{0,6}英文"
    );
    let said = page.sentences.iter().any(|it| {
        rule.captures(page.at(&it.span)).is_some_and(|it| it.name("a").or(it.name("b")).is_none())
    });
    if said {
        for material in all.iter_mut().filter(|it| it.languages.is_empty()) {
            material.languages = vec![Language::En];
        }
    }
}

/// `All attachments must be in PDF format`, and the head of a list that names one.
fn for_all(page: &Page<'_>, all: &mut [SaidMaterial]) {
    let rule = pattern!(
        r"\b(?:the |these )?(?:above|following|required)(?: \w+)? (materials?|documents?|files|attachments)\b[^.;]{0,16}\b(in|as) [^.;]{0,16}\b(pdf|word|docx?)\b|^(the )?pdf (format|files?|documents?) (is|are) (strongly |highly )?(encouraged|preferred|required|expected|recommended|mandatory)|\b(all|both|each)( (?:of the|your|the|application|required|supporting))* (attachments?|documents?|files?|materials|cvs|copies)\b[^.;]{0,40}\b(in|as|an?) [^.;]{0,16}\b(pdf|word|docx?)\b|\b(submit|send|upload|provide|attach|required) [^.;()]{0,24}\b(materials|documents?|files|attachments)\b[^.;()]{0,40}\(([^()]{0,16} )?pdfs?\b[^()]{0,16}\)|(材料|文件|附件|资料)\((均为|均需|限|仅限|须为)?PDF格式[^)]{0,24}\)|(没有|非|只收|仅收|只接受|仅接受|只看)\s?PDF(格式|版)?的?(简历|附件|材料)|\b(only|non-?) ?pdf (cvs|resumes|applications)\b|(所有|全部|以上|上述)(材料|文件|附件)[^。；]{0,8}(PDF|Word)(格式|版)|包内(的)?(文件|材料|文档)?(格式)?(均|都|须|应)*(为|是)?\s?(PDF|Word)"
    );
    let merged =
        pattern!(r"\b(single|one|1 (pdf|file|document)|combined|merged|same)\b|合并|一个PDF|同一");
    for sentence in &page.sentences {
        let text = page.at(&sentence.span);
        let Some(said) = rule.find(text).filter(|_| !merged.is_match(text)) else { continue };
        let cvs = pattern!(r"\b(cvs|resumes)|简历").is_match(said.as_str());
        for material in all.iter_mut().filter(|it| it.formats.is_empty()) {
            if !cvs || material.item == Item::Cv {
                material.formats = formats(said.as_str());
            }
        }
    }
}

/// The format that the verb of a sentence gives to all of its papers.
fn in_format(text: &str) -> Vec<Format> {
    let said = pattern!(
        r"\b(submit|send|upload|include|attach|provide)\b(?: also| the following| your documents)?,? ?\(?(?:as|in) (?:an? )?(?:separate )?(?:pdf|word)(?:[- ]format| files?| documents?)?\b"
    );
    said.find(text).map_or(Vec::new(), |it| formats(it.as_str()))
}

/// `(you are welcome to send a code sample)`: what is only allowed is not asked for.
fn is_offered(text: &str, paper: &Paper) -> bool {
    let before = &text[..paper.span.start];
    let open = before.rfind('(').filter(|at| !before[*at..].contains(')'));
    open.is_some_and(|at| {
        pattern!(r"^\((you are welcome|you may|you can|feel free|also welcome)")
            .is_match(&before[at..])
    })
}

/// What stands behind `In the email:` and `Subject:` is written and not attached.
fn is_written(line: &str) -> bool {
    let label = line.split_once(':').map_or("", |(label, _)| label.trim());
    pattern!(
        r"^(in (the|your) (e-?mail|message)( body)?|(e-?mail )?(body|subject)( line)?|(邮件)?(正文|主题|标题|题目))$"
    )
    .is_match(label)
}

/// Adds what a sentence says of one paper. A paper that is there already learns what it lacked.
fn add(
    page: &Page<'_>,
    found: &mut Vec<(SaidMaterial, Span)>,
    sentence: &Sentence,
    text: &str,
    paper: &Paper,
) {
    let tail = &text[paper.span.end..paper.clause];
    let lead = &text[paper.lead..paper.span.start];
    // `one PDF` is a rule for all of it, not a format of this one; `form.doc` is what
    // the form comes as.
    let merged = pattern!(
        r"\b(?:single|one|1|combined|merged) (?:[\w-]+ )?pdf( file| document)?|(?:一个|1个|单个|同一个?|一份)\s?PDF|(?:表|form)\d?\.(?:docx?|xlsx?|pdf|wps)"
    );
    // `CV (in PDF), transcript`: what is in brackets is of the paper before them.
    let aside = pattern!(r"^\s*\([^()]{0,60}\)").find(lead).filter(|_| paper.lead > 0);
    let own_words = paper.lead + aside.map_or(0, |it| it.end());
    // `申请表及下述资料PDF档`: the format is of others.
    let of_others = pattern!(
        r"(及|和|与|以及|\band) ?(下述|以下|其他|其余|上述|other |the following|all other)"
    );
    let till = of_others.find(&text[paper.span.end..paper.shared]);
    let till = till.map_or(paper.shared, |it| paper.span.end + it.start());
    let formats = formats(&merged.replace_all(&text[own_words..till.max(own_words)], ""));
    let near = lead
        .char_indices()
        .rfind(|(_, it)| matches!(it, ',' | '、' | '，' | ')' | ';' | '；'))
        .map_or(0, |(at, it)| at + it.len_utf8());
    // `a CV in English, a CV in Chinese and a letter`: the language is the one's before.
    let past = pattern!(
        r"^[\s(]*(written )?in (english|chinese)\)?[^,，;；]*?( and | or | as well as | plus |[,，;；])"
    );
    let past = past.find(lead).filter(|_| paper.lead > 0).map_or(0, |it| it.end());
    let near = paper.lead + near.max(past);
    // `简历和英文成绩单`: behind the last joint, the words are the next one's.
    let joint = pattern!(r".*([、，,;；]|或|及|和|与| and | or )");
    let tail_end = joint
        .find(tail)
        .filter(|_| paper.clause < text.len() && paper.shared_language == paper.clause)
        .map_or(paper.shared_language, |it| paper.span.end + it.end());
    let (languages, also) = languages(&text[near..tail_end]);
    let (stated, soft) = condition(text, paper);
    let limit = limits::of_paper(text, paper);
    // `(1) cover letter` is the first of a list.
    let lead = lead.rsplit('•').next().unwrap_or(lead);
    // `3) Two publications`: the first number is the item's.
    let item = pattern!(r".*(^|[\s(])\d{1,2}[).]\s").find(lead).map_or(0, |it| it.end());
    let lead = &lead[item..];
    let lead = pattern!(r"\(?\d[).]\s*(an? |your |the )?$")
        .find(lead)
        .map_or(lead, |it| &lead[..it.start()]);
    let behind = pattern!(r"^\s?(\d|[一二两三四五])\s?(?:篇|份|封|部|项)");
    let behind = behind.captures(tail).and_then(|it| super::numbers::number(&it[1]));
    let count = pattern!(r"(?:^|[\s(、，,:及和])(\d|one|two|three|four|five|一|两|二|三|四|五)\s?(?:\(\d\)\s?)?(?:封|份|篇|张|名|位|-?)\s?(?:[^\s+,;，；]+ ){0,2}\p{Han}{0,4}$").captures(lead).and_then(|it| super::numbers::number(&it[1])).filter(|_| !pattern!(r"(page|word|页|字)[^,，、;；]*$").is_match(lead) && !pattern!(r"\b(?:up to|at most|no more than|not more than|max(?:imum)?(?: of)?)\s(?:\d|one|two|three|four|five)\b[^,;]{0,20}$|(?:最多|至多|不超过)\s?[\d一两二三四五][^，；]{0,6}$").is_match(lead)).or(behind).filter(|_| !matches!(paper.item, Item::Form | Item::Cv | Item::Transcript))
        // `一份研究计划`: the word for `a`.
        .filter(|it| *it > 1 || paper.item != Item::Statement);
    let span = sentence.span.start + paper.span.start..sentence.span.start + paper.span.end;
    let mut material = SaidMaterial {
        item: paper.item,
        name: page.at(&span).to_owned(),
        required: !soft,
        condition: stated,
        count,
        formats,
        languages,
        limit,
        quote: page.quote(&page.sentence_at(&span)),
    };
    let known = found.iter_mut().find(|(it, _)| {
        it.item == material.item
            && (it.item != Item::Other || it.name.eq_ignore_ascii_case(&material.name))
            && !are_two(&it.name, &material.name)
    });
    let Some((known, before)) = known else {
        if let Some((language, words)) = also {
            let mut other = SaidMaterial {
                languages: vec![language],
                required: false,
                condition: Some(words),
                ..material.clone()
            };
            material.languages.retain(|it| *it != language);
            material.required = true;
            material.condition = None;
            other.limit.clone_from(&material.limit);
            found.push((material, span.clone()));
            found.push((other, span));
            return;
        }
        found.push((material, span));
        return;
    };
    // `thesis and relevant papers, if available`: the condition is for both.
    if !material.required
        && page.text().get(before.end..span.start).is_some_and(|it| it.trim() == "and")
    {
        known.required = false;
        known.condition = material.condition;
    }
    if known.formats.is_empty() {
        known.formats = material.formats;
    }
    // `a CV in English, a CV in Chinese`
    for language in material.languages {
        let same = material.item == Item::Cv && *before != span;
        if known.languages.contains(&language) {
            continue;
        }
        if known.languages.is_empty() && known.name == material.name
            || same && *before != span && before.end + 24 > span.start
        {
            known.languages.push(language);
        }
    }
    known.limit = known.limit.take().or(material.limit);
    known.count = known.count.or(material.count);
}

/// `a statement of research, and a statement of skills` are two papers.
fn are_two(one: &str, other: &str) -> bool {
    let kind = |it: &str| {
        let of =
            pattern!(r"^statements? of (?P<a>research|skills?|teaching|qualifications?|purpose)");
        let found = of.captures(it)?;
        found.name("a").map(|it| it.as_str().to_lowercase())
    };
    kind(one).zip(kind(other)).is_some_and(|(one, other)| one != other)
}

/// Under which condition a paper is wanted, as worded, and whether an application is
/// complete without it.
fn condition(text: &str, paper: &Paper) -> (Option<String>, bool) {
    let tail = &text[paper.span.end..paper.clause];
    let lead = &text[paper.lead..paper.span.start];
    let condition = pattern!(
        r"if (?:applicable|available|any|possible|relevant|you have (?:any|one)|required|necessary|already available)|where (?:applicable|available|relevant)|when(?:ever)? (?:applicable|available|possible)|as applicable|if they exist|\(?如有(?:\)|[，、。；\s]|$|[\p{Han}--[意兴疑问任]]\p{Han}{1,9}(?:\)|，|可))|若有\)?|如果有(?:的话|[)），。；]|$)|如适用|有则提供|\(optional\)|optional(?:ly)?|not (?:required|mandatory)|可选|选填|非必需|非必须|非必要"
    );
    // `optional:` at the head of a sentence is about all of it.
    // `transcripts, and a report (if available)`: the condition is the report's.
    let own_words = condition.find(tail).map_or("", |found| {
        let between =
            tail[..found.start()].trim_start_matches([',', '，', '、', ';', '；', ' ', '(']);
        // `transcripts, (if any) papers`: what stands right before the next one is its own.
        let next = paper.clause < text.len()
            && tail[found.end()..].trim_matches([' ', ')', '('].as_slice()).is_empty()
            && pattern!(r"^\s*[,，、;；和及]|^\s*and\b").is_match(&tail[..found.start()]);
        // `CV (including a list of talks, if any)`: the condition is the list's.
        let aside = pattern!(r"^[\s,，]*\(?\s*(incl|with a|contain|listing|plus|[:：]?(简历)?(应|须|需)?(包括|包含|含|涵盖))[^)]*$")
            .is_match(&tail[..found.start()]);
        let other = next
            || aside
            || pattern!(r"[,，、;；]|(^| )(and|plus|as well as)( |$)|和|及")
                .is_match(between.trim_end_matches([' ', ',', '，', '(']))
            || pattern!(r"^(plus|as well as) ").is_match(between);
        if other { "" } else { tail }
    });
    let stated = condition
        .find(own_words)
        .or_else(|| {
            condition.find(lead).filter(|it| {
                paper.lead == 0 && lead[it.end()..].starts_with(',') || is_own(&lead[it.end()..])
            })
        })
        .map(|it| it.as_str().trim_matches(['(', ')']).to_owned());
    // `如有意加入，请将简历…` is about who applies.
    let chinese_first =
        pattern!(r"(如有|若有|如果有)([^，。；意兴疑问任][^，。；]{0,11})?$").is_match(lead);
    let invited =
        pattern!(r"feel free to (contact|e-?mail|write|reach|get|drop|send)").is_match(lead);
    let soft = stated.is_some() || chinese_first
        || pattern!(r"\b(may|can) (also )?(be )?(include|attach|submit|add|provide)|\b(?:you|and|which|that|also|they|who) (may|can) (also )?send|(preferably|ideally|desirable|welcome to|encouraged to|bonus|a plus)[^,.;]{0,40}$|such as|e\.g\.|for example|例如|比如|欢迎(附|提供)|可附|最好|可以?(同时)?(附|提供)|也可").is_match(lead)
        // `any relevant papers`, and what only some of the applicants have to send.
        || paper.lead == 0 && pattern!(r"^any (other |additional |further )?(relevant|related|supporting|supplementary|additional|other) ([\w-]+ ){0,2}$|^for ([\w/.'-]+ ){1,5}(applicants|students|candidates|positions?|speakers)\b[,:]? ").is_match(lead)
        || !invited && pattern!(r"\bfeel free to\b[^,.;]{0,40}$").is_match(lead)
        || pattern!(r"^[^，。；:]{0,30}?等[^，。；、]{0,12}\((如有|若有)\)").is_match(&text[paper.span.end..])
            && !pattern!(r"^\s?[:：]?\s?(应|须|需)?(包含|包括|含|涵盖|注明)").is_match(tail)
        || pattern!(r"^\s*\((only|applicable|if|for (international|foreign|non|overseas|those|applicants|students|candidates))\b|^\s*\([^()]{0,16}(适用|者提供|者需提供|须提供)\)").is_match(tail)
        || pattern!(r"^[^,.;]{0,20}\b(may|can) (also )?be (attached|included|submitted|added|enclosed)").is_match(tail)
        || pattern!(r"^[^,.;，。；]{0,30}(\b(is|are) (a plus|optional|welcome|encouraged|appreciated|preferred|desirable)|优先|更佳|加分|为佳)").is_match(tail);
    (stated.or_else(|| chinese_first.then(|| "如有".to_owned())), soft)
}

/// `Master (if any) and Bachelor transcripts`, `papers (if any), and a letter`: the condition
/// is the first one's.
fn is_own(behind: &str) -> bool {
    !pattern!(r"^\)? ?(and |or |及|和|与|以及|[,，、;；])").is_match(behind)
}

/// The formats that words name.
fn formats(words: &str) -> Vec<Format> {
    // `500-word` is a length.
    // Nor is the end of a link a rule.
    let words = &pattern!(
        r"\d[\d,.]*[\s-]words?\b|https?://\S+|www\.\S+|\bgoo\w+ docs?\b|\b(the|a|any) words?\b"
    )
    .replace_all(words, "");
    let all = [
        (Format::Pdf, pattern!(r"\bpdfs?\b|PDF")),
        (
            Format::Word,
            pattern!(
                r"\b(ms[\s-])?word( format| file| document| version|格式|文档|\W|$)|\.?\bdocx?\b"
            ),
        ),
        (Format::Text, pattern!(r"\btxt\b|plain[\s-]text")),
        (Format::Html, pattern!(r"\bhtml?\b")),
    ];
    all.into_iter()
        .filter(|(_, pattern)| pattern.is_match(words))
        .map(|(format, _)| format)
        .collect()
}

/// The languages that words name, and one that is wanted only under a condition.
fn languages(words: &str) -> (Vec<Language>, Option<(Language, String)>) {
    if pattern!(
        r"中英文均可|中文或英文|英文或中文|中英文皆可|\b(english|chinese) or (?-i:[A-Z])[a-z]+|(?-i:[A-Z])[a-z]+ or (english|chinese)\b"
    )
    .is_match(words)
    {
        return (Vec::new(), None);
    }
    let also = pattern!(
        r"(?P<c>if (?:applicable|available|possible)|where (?:applicable|available)|如有),? (?:also )?(?:in )?(?P<l>chinese|english)"
    );
    let also = also.captures(words).map(|it| {
        let language =
            if it["l"].eq_ignore_ascii_case("chinese") { Language::Zh } else { Language::En };
        (language, it["c"].to_owned())
    });
    let both = pattern!(r"中英文|中、?英(双语|两版|文|两)|英中文|双语").is_match(words);
    // `C1 in English` and `英文能力` are no languages of a paper.
    let skill =
        pattern!(r"proficien|fluen|skills|能力|水平|test|certificate|证书|成绩").is_match(words);
    let english = both
        || !skill
            && pattern!(
                r"\b(in|written in|an?) english\b|\benglish (cv|resume|version|and|or)|英文|英语"
            )
            .is_match(words);
    let chinese = both
        || !skill
            && pattern!(r"\b(in|and|or|an?) chinese\b|\bchinese (cv|resume|version|and|or)|中文")
                .is_match(words);
    let mut out = Vec::new();
    if english {
        out.push(Language::En);
    }
    if chinese && also.as_ref().is_none_or(|(it, _)| *it != Language::Zh) {
        out.push(Language::Zh);
    }
    (out, also)
}
