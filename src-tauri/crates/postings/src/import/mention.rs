//! What the subject, the body or a note must say, as worded.

use super::{
    fact::{Fact, SaidMention},
    lines::Shape,
    page::{Page, Span},
    pattern::pattern,
};

const QUOTED: &str = r#"["“”„'「『《](?P<q>[^"“”„」』》]{3,120})["“”'」』》]"#;

/// What a mail must say.
pub(crate) fn mention(page: &mut Page<'_>) -> Option<Fact<SaidMention>> {
    let subject = subject(page);
    let note = note(page);
    // What is to be noted, without a word where, is said once.
    let body = body(page)
        .filter(|it| note.as_ref().is_none_or(|note| it.end <= note.start || note.end <= it.start));
    let spans: Vec<Span> = [&subject, &note, &body].into_iter().flatten().cloned().collect();
    let first = spans.iter().min_by_key(|it| it.start)?.clone();
    let words = |span: &Option<Span>| span.as_ref().map(|it| page.at(it).to_owned());
    let value = SaidMention {
        subject: words(&subject),
        note_phrase: words(&note),
        body_must: words(&body),
    };
    if note.is_some() {
        page.ask(
            "mention.note_phrase",
            "the text does not say where to note it; it goes into the subject and the first line",
            std::slice::from_ref(&first),
        );
    }
    Some(page.fact(value, &first))
}

/// The rule for the subject. Two that differ are asked for.
fn subject(page: &mut Page<'_>) -> Option<Span> {
    let english = pattern!(&format!(
        r"(?:subject(?: line| header| heading| title| field)?(?: (?:of|for|in) (?:the|your|their|this) (?:e-?mail|mail|message|application))?|(?:e-?mails?|mails?)(?: subject| title| topic| heading| with the (?:title|header|heading|topic))|(?:title|object|topic|heading) of (?:the|your) (?:e-?mail|mail|message))\b(?: (?:should|must|shall|needs to|has to|to|please)){{0,1}}(?: (?:be|read|include|contain|state|say|mention|start with|begin with|use|follow|indicate))?(?: (?:the )?(?:following )?(?:format|words?|phrase|text|code|keywords?|reference|title|term|tag|line|string)s?)?\s?(?::|as|is|of|with|to|=|,)?\s*(?:{QUOTED}|(?P<b>\[[^\]]{{2,60}}\](?:[^.,;。]{{0,60}})?))"
    ));
    let reverse = pattern!(&format!(
        r"(?:with|use|using|have|carry|bear|contain|write|put|include|mention|mark(?:ed)?|indicate|state|add|quote|quoting|specify|begin|start|prefix)[^.]{{0,25}}?(?:{QUOTED}|(?P<b>\[[^\]]{{2,40}}\]))(?: and [^.]{{2,30}})?(?: as the| in the| in your| to the| to your| at the (?:start|beginning|front|top|head|end) of (?:the|your)| as)(?: \S+){{0,3}}? (?:subject|title$|title[.,;)]|title of (?:your|the) e?-?mail|e?-?mail title)"
    ));
    // `an e-mail with the subject River PhD, containing`
    let framed = pattern!(
        r"\b(?:mail |e-mail )?subject(?: line)? (?:has to|must|should|shall|needs to) (?:be|read|say) (?P<s>(?-i:[A-Z][A-Z\d-]+(?: [A-Z\d][A-Za-z\d-]*){0,6}))|\bsubject line of (?P<u>(?-i:[A-Z])[^.,;\n“”]{3,80}?)(?:[.;]|$)|\bsubject line,? (?:please )?(?:indicate|write|put|state) [“\x22](?P<v>[^“”\x22\n]{3,90}?)\)?\.?$|\bwith (?:the |a |as )?subject(?: line| heading)? _?(?P<q>(?-i:[A-Z\d#])[^,;\n]{3,100}?)_?,? (?:containing|including|attaching|and (?:attach|include)|which|that (?:includes|contains)|consisting of)\b"
    );
    let plain = pattern!(
        r"\bin the subject(?: line)?(?: of (?:the|your) (?:e-?mail|message))?,? please (?:write|put|state|indicate|mention|use|specify)\s?:\s*(?P<t>[^.\n。]{4,90})|(?:(?:e-?mail |mail )?subject(?: line| title)?|\b(?:e-?mail|mail) (?:title|heading|topic))(?: format)?(?: of (?:the|your) (?:e-?mail|message|application))?(?: (?:should|must|shall|has to))?(?: (?:be|read|say|state|include|contain|follow))?(?: the format)?\s?:\s*(?P<q>[^.\n。]{4,90})|(?:include|contain|carry|bear|add|mention|put|use|write|indicat(?:e|ing)|stat(?:e|ing)|quot(?:e|ing)|specify|with) (?:(?:the |a |this )(?:(?:following )?(?:job |position |vacancy )?(?:reference|ref\.?|code|words?|phrase|keywords?|text|tag)(?: (?:number|no\.?|code))? )?)?(?P<r>[^.,;]{2,80}?) (?:in|as|to) (?:the |your )?(?:e-?mail(?:'s)? )?subject(?: line)?"
    );
    let chinese = pattern!(
        r#"(?:(?:邮件|信件|email|e-mail|来信|投递)\s?(?:的)?\s?(?:主题|主旨|标题|题目|题名|命名|名称|名)|(?:^|[，。；;,(\s])(?:主题|主旨|标题|题目))(?:(?:和|及|与|、)(?:简历|附件|压缩包|文件|材料)(?:的)?(?:名称?|命名)?)?(?:的)?(?:中|里|内|上)?(?:建议)?(?:命名)?(?:的?(?:格式|方式|规则|名称)|名)?(?:统一|建议|请|均|都|务必|必须|一定|需|须|要)*(?:注明|标注|写明|写清楚?|写上|填写|写|标明|命名|备注)?(?:格式)?\s?(?:为|是|:|：|以|按照?|用|采用)*\s?(?:格式)?(?:为|:|：)?\s*["“”'「『]?(?P<q>[^"“”'」』。；;\n，]{3,60})|(?:邮件)?(?:请)?(?:以|用|按)\s?["“”'「『【](?P<r>[^"“”'」』】]{3,60})["“”'」』】](?:的?(?:格式)?(?:为|作为|命名)?(?:邮件)?(?:主题|标题|题目|为题))|(?:邮件|邮箱|来信)(?:请|须|统一|标题|主题)*(?:以|用|按)(?:标题|主题|题目)?\s?[:：]?\s?["“'「『【](?P<t>[^"“'」』】]{3,60})["”'」』】](?:的?(?:格式|形式|方式))?(?:命名|发送|为名)|(?:主题|主旨|标题)中?(?:请)?(?:注明|标明|写明|标注|备注)\s*[:：]?\s*["“”'「『【]?(?P<s>[^"“”'」』】。；;\n，]{2,60})"#
    );
    let mut found: Vec<Span> = Vec::new();
    for sentence in &page.sentences {
        let text = page.at(&sentence.span);
        let topic = pattern!(r"\bon the subject of\b|\bsubject (area|matter|to)\b|\bsubjects\b")
            .is_match(text)
            && !pattern!(r"mail|subject line").is_match(text);
        let about = !topic
            && pattern!(r"subject|title|object of|\btopic\b|\bheading\b|主旨|主题|标题|题目|题名|为题|邮件(命名|名称|名)|(邮件|来信)[^。；]{0,6}(以|按|用).{3,40}(命名|发送|为名)")
                .is_match(text);
        // What a letter of a referee must be called is theirs to mind.
        let theirs = pattern!(r"\b(letters?|recommendations?|references?)\b[^.]{0,90}\b(e-?mailed|sent|submitted)\b|\breferees? (should|must|can|to) ")
            .is_match(text)
            && !pattern!(r"\b(cvs?|resumes?|your application|applications (should|must)|curriculum|transcripts?)\b").is_match(text);
        let theirs = theirs
            || pattern!(r"\b(questions?|inquir\w+|enquir\w+|quer(y|ies))\b|疑问|咨询").is_match(text)
                && !pattern!(r"\b(cvs?|resumes?|apply(ing)?|applications?|applicants?|transcripts?|interested)\b|简历|申请|应聘|报名|投递").is_match(text);
        // The head of a mail that was pasted.
        let around = [sentence.line.checked_sub(1), Some(sentence.line + 1)];
        let headed = pattern!(r"^(subject|主题)\s?:").is_match(text)
            && around.into_iter().flatten().any(|it| {
                pattern!(r"^(from|to|date|sent|cc|发件人|收件人|日期|发送时间)\s?:")
                    .is_match(page.line(it))
            });
        // `主旨：…`, `說明：…`: the heads of an official letter.
        let official = pattern!(r"^主旨\s?[:：]").is_match(text)
            && page
                .lines
                .iter()
                .any(|it| pattern!(r"^(说明|依据|公告事项)\s?[:：]").is_match(page.at(&it.span)));
        if !about
            || is_another(page, sentence.line, text)
            || official
            || theirs
            || headed
            || sentence.line < 6
                && page.sentences.first().is_some_and(|it| {
                    pattern!(r"^(from|date|sent|cc|subject|to):").is_match(page.at(&it.span))
                })
                && pattern!(r"^subject:").is_match(text)
        {
            continue;
        }
        // What a referee writes on a letter is none of the candidate's.
        let theirs = pattern!(r"\b(letters?|referees?|recommenders?|references?)\b[^.]{0,80}\b(e-?mailed|sent|submitted|send|e-?mail|submit)\b|推荐人[^。；]{0,12}(直接|单独|自行|另行)").is_match(text)
            && !pattern!(r"\b(cvs?|resumes?|applications?|cover letter|transcripts?)\b|简历|申请材料|成绩单").is_match(text);
        if theirs {
            continue;
        }
        let same = pattern!(
            r"(?:标题|主题)(?P<q>[同与和]\s?(?:简历|附件|文件)(?:名称|命名|名)?(?:一致|相同)?)(?:[。；，,\s]|$)"
        );
        // `主题：应聘-“学校”-“姓名”`: the marks stand round its slots.
        let slots = pattern!(
            r#"(?:主题|标题|题目)(?:格式)?\s?[:：为]\s?(?P<q>[^\n。；，"“”]{0,30}(?:["“][^"“”\n]{1,10}["”][^\n。；，"“”]{0,6}){2,8})"#
        );
        let captures = same
            .captures(text)
            .or_else(|| {
                slots.captures(text).filter(|it| it["q"].contains(['-', '+', '_', '—', '－']))
            })
            .or_else(|| english.captures(text))
            .or_else(|| reverse.captures(text))
            .or_else(|| chinese.captures(text))
            .or_else(|| framed.captures(text))
            .or_else(|| plain.captures(text));
        let Some(captures) = captures else { continue };
        let Some(rule) =
            ["q", "b", "r", "s", "t", "u", "v"].iter().find_map(|it| captures.name(it))
        else {
            continue;
        };
        let Span { start, end } = worded(text, rule);
        if end > start + 1
            && !pattern!(r"^(line|of|for|to|area|matter|(the )?(same|this|that|it|them|following|above|one)$|中|里|即可|(以?下|如下|上述)(格式)?$|注明$|写明$|标明$)\b?")
                .is_match(&text[start..end])
        {
            found.push(sentence.span.start + start..sentence.span.start + end);
        }
    }
    found.extend(quoted_alone(page));
    let first = found.first()?.clone();
    let differs = found.iter().any(|it| !is_same(page.at(it), page.at(&first)));
    if differs {
        page.ask("mention.subject", "the text has several rules for the subject", &found);
        return None;
    }
    Some(first)
}

/// `Subject: rivers, geology` far from any mail is a field of study, and what is written for
/// a journal or to a list has a subject of its own.
fn is_another(page: &Page<'_>, line: usize, text: &str) -> bool {
    let mail = pattern!(r"mail|@|\b(send|apply|application|message|to)\b|邮|投递|发送|申请");
    let near = [line.checked_sub(2), line.checked_sub(1), Some(line + 1)];
    let field = pattern!(r"^subjects?\s?:").is_match(text)
        && !mail.is_match(text)
        && !near
            .into_iter()
            .flatten()
            .any(|it| it < page.lines.len() && mail.is_match(page.line(it)));
    let list = pattern!(r"投稿|稿件|\bmanuscripts?\b|\b(un)?subscribe\b").is_match(text)
        && !pattern!(r"\b(cvs?|resumes?|applications?|apply)\b|简历|申请|应聘|报名").is_match(text);
    field || list
}

/// The words of a rule without what stands around them and what is told behind them.
fn worded(text: &str, rule: regex::Match<'_>) -> Span {
    let words = rule
        .as_str()
        .trim_matches([' ', '"', '“', '”', '\'', ':', ',', '「', '」', '『', '』'])
        .trim_start_matches('】');
    let cut = pattern!(r"[，,]?\s?(?:格式|发送|投递|发至|发到|并|以便|\(?例如?[:：]|\(?例:|的格式|命名|开头|作为|[((]如|\s?\((?:e\b|i\.e|for example|such as|example|ex[.:])|to [\w.-]+@|\s+to\s?:?$|and send|, and |;).*$").find(words).map_or(words, |it| &words[..it.start()]).trim();
    // `和简历命名一致` is the rule itself.
    let words = if pattern!(r"^[同与和]\s?(简历|附件|文件)").is_match(words) {
        words
    } else {
        cut
    };
    let words = words.trim_end_matches([')', '】', ']', ' ']);
    let words = if words.ends_with("..") { words } else { words.trim_end_matches(['.', ',']) };
    let words = words.len();
    let shown =
        rule.as_str().trim_start_matches([' ', '"', '“', '”', '\'', ':', ',', '「', '『', '】']);
    let mut start = rule.start() + rule.as_str().len() - shown.len();
    let mut end = start + words;
    // A bracket that was opened is closed.
    let inner = &text[start..end];
    for (open, close) in [('(', ')'), ('[', ']'), ('【', '】'), ('“', '”')] {
        if inner.matches(open).count() > inner.matches(close).count()
            && text[end..].starts_with(close)
        {
            end += close.len_utf8();
        }
    }
    // `注明【姓名+学校】`: the brackets only stand around the rule.
    let inner = text[start..end].strip_prefix('【').and_then(|it| it.strip_suffix('】'));
    if inner.is_some_and(|it| it.contains(['+', '-', '_']) && !it.contains('【')) {
        (start, end) = (start + '【'.len_utf8(), end - '】'.len_utf8());
    }
    start..end
}

/// Whether two rules say the same: a page in two languages has the words for the slots in
/// both, `RIVER_RA_YourName` and `RIVER_RA_姓名`.
fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (one.to_lowercase(), other.to_lowercase());
    let both = one.chars().zip(other.chars()).take_while(|(a, b)| a == b);
    let shared: usize = both.map(|(it, _)| it.len_utf8()).sum();
    let wide = |it: &str| it.contains(|it: char| it >= '\u{2e80}');
    let marked = one[..shared].ends_with(['_', '-', '+', ' ', '/']);
    one == other || wide(&one) != wide(&other) && marked && shared >= 6
}

/// `Emails should have`, the words between quotation marks on a line, and `as subject`.
fn quoted_alone(page: &Page<'_>) -> Option<Span> {
    let quoted = pattern!(r#"^["“'‘](?P<q>[^"“”‘’]{3,100})["”'’][.,]?$"#);
    let behind = pattern!(r"^(as|in|for) (the |your |its |their )?(e-?mail )?subject\b");
    let above = pattern!(
        r"\bsubject\b[^.:]{0,40}[:]?$|\b(e-?mails?|messages?|mails?)\b[^.]{0,60}\b(have|contain|carry|bear|use|include)\s?:?$|(邮件|来信)?(主题|标题)[^。；]{0,8}[:：]?$"
    );
    // `with a subject line:`, and below it the words as they are.
    let leads = pattern!(
        r"\bsubject(?: line| header)?\s?:$|\b(following|below)\b[^.]{0,40}\bsubject\b[^.]{0,40}:$|\bsubject\b[^.]{0,60}\b(following|below|as follows)\b[^.]{0,24}:$|(邮件|来信)(的)?(主题|标题)[^。；:]{0,6}(请)?[^。；:]{0,4}(以下|如下|下列|下述)[^。；:]{0,10}:$|(邮件|来信)(主题|标题)(格式)?(为|如下|请|须|需|统一|务必|注明|写明|标明|填写|命名|格式)*\s?:$"
    );
    let plain = page.lines.iter().enumerate().skip(1).find_map(|(number, line)| {
        let text = page.at(&line.span);
        // The language of a block of code stands on a line of its own.
        let fence = pattern!(r"^(text|txt|plain|plaintext|bash|markdown)$");
        let number = if fence.is_match(page.line(number - 1)) { number - 1 } else { number };
        if number == 0 || fence.is_match(text) {
            return None;
        }
        let label = pattern!(r"^(format|格式)\s?:\s*").find(text).map_or(0, |it| it.end());
        let text = &text[label..];
        let fits = (4..=100).contains(&text.chars().count())
            && (line.shape == Shape::Plain || text.contains(['-', '+', '_']))
            && !text.ends_with(['.', '。', ':'])
            && !quoted.is_match(text);
        let span = line.span.start + label..line.span.end;
        (fits && leads.is_match(page.line(number - 1))).then_some(span)
    });
    if plain.is_some() {
        return plain;
    }
    page.lines.iter().enumerate().find_map(|(number, line)| {
        let words = quoted.captures(page.at(&line.span))?.name("q")?;
        let before = number.checked_sub(1).map_or("", |it| page.line(it));
        let named = behind.is_match(page.line(number + 1)) && above.is_match(before)
            || pattern!(r"subject|主题|标题").is_match(before) && above.is_match(before);
        named.then(|| line.span.start + words.start()..line.span.start + words.end())
    })
}

/// `note that you are applying for …`: the words, the place not being said.
fn note(page: &Page<'_>) -> Option<Span> {
    let english = pattern!(
        r"\b(?:and |please )?(?:note|indicate|mention|specify|state|make (?:it )?clear) (?:clearly )?(?:that )?(?:you|they) (?:are|wish to|want to|would like to) (?:be )?(?:apply|applying|applied) (?:for|to) (?P<a>[^.;。\n]{4,140})"
    );
    let chinese = pattern!(
        r#"(?:请|并|并请)(?:注明|标明|备注|说明)\s?[:：]?\s?["“'「『](?P<a>[^"”'」』]{3,80})["”'」』]|请(?:务必)?(?:注明|标明|备注|说明)\s?[:：,，]?\s?(?P<b>(?:信息)?(?:来自|来源)[^。；;\n，]{2,60}|(?:从|在|于)[^。；;\n，]{2,40}看到[^。；;\n，]{0,20})|(?:来信|来函|申请时|投递时|报名时)请?(?:务必)?(?:注明|标明|备注|说明)\s?[:：]?\s?(?P<c>(?:申请|应聘|应征|报名|意向|所报)[^。；;\n，\x22“「]{2,40})|(?:并|请)(?:注明|说明|写明|标明|备注)(?:您|你|自己|所)?(?:申请|应聘|应征|报名|意向)的?(?:岗位|职位|方向)?(?:是|为)\s?(?P<d>[^。；;\n，\x22“「]{2,40})"#
    );
    let told =
        pattern!(r#"邮件(?:中|里|内)?请?(?:注明|标明|备注)\s?["“「](?P<a>[^"”」]{3,60})["”」]"#);
    let marked = pattern!(
        r#"\b(?:mark|label|tag) (?:your|the) (?:application|e-?mail|letter|documents)(?: clearly)?(?: with| as)?:? [\"“'](?P<a>[^\"”']{3,80})[\"”']"#
    );
    // `quoting reference RIV/17`: the number of the vacancy, wherever it is written.
    let number = pattern!(
        r"\b(?:quot(?:e|ing)|stat(?:e|ing)|mention(?:ing)?|indicat(?:e|ing)|cit(?:e|ing)|include|including|giving|with)(?: the| this| our)?(?: following)?(?: job| vacancy| post| position)? ?\b(?:(?:reference|ref\b\.?|vacancy)(?: ?(?:number|no\.?|code|nr\.?|id))?|(?:job|position|posting|requisition|announcement) (?:number|no\.|code|nr\.?|id)):? ?[\x22“']?(?P<a>[\w./()-]*\d[\w./()-]*\w)|(?:注明|标明|写明|备注)(?:岗位|职位|招聘|公告)?(?:编号|代码|代号)\s?[:：为]?\s?[“\x22「]?(?P<b>[\w./-]*\d[\w./-]*)"
    );
    let mut found = page.sentences.iter().filter_map(|sentence| {
        let text = page.at(&sentence.span);
        let captures = english
            .captures(text)
            .or_else(|| marked.captures(text))
            .or_else(|| told.captures(text))
            .or_else(|| number.captures(text))
            .or_else(|| chinese.captures(text))?;
        let words = ["a", "b", "c", "d"].iter().find_map(|it| captures.name(it))?;
        // What a message asking to be added must say is not for the mail.
        let placed =
            pattern!(r"添加|微信|加好友|加群|\bin the (?:subject|title|body|e-?mail|cover|message)|subject line|主题|主旨|标题|题目|正文|命名")
                .is_match(text);
        let phrase =
            words.as_str().split(" when ").next().unwrap_or_default().trim_end_matches([',', ' ']);
        let start = sentence.span.start + words.start();
        // `which position you apply for` is no phrase.
        let open = pattern!(r"^(哪|什么|何)").is_match(phrase);
        (!placed && !open).then(|| start..start + phrase.len())
    });
    found.next()
}

/// What the mail itself must say.
fn body(page: &Page<'_>) -> Option<Span> {
    let english = pattern!(
        r"(?:(?:a few|some|two|three|[1-5]-[2-6]|several) (?:lines|sentences|paragraphs?|words) (?:about|on|describing|explaining|introducing)|(?:short|brief) (?:e-?mail|message|note) (?:explaining|describing|saying|stating|telling|introducing|outlining)|include in (?:the (?:body|text) of )?(?:your|the) (?:e-?mail|message|mail)(?: body| text)?|in (?:the (?:body|text) of )?(?:your|the) (?:e-?mail|message|mail)(?: body)?(?: to \S+)?,? (?:please )?(?:briefly |shortly |also )*(?:include|mention|describe|explain|tell(?: (?:us|me))?:?(?: about)?|state|specify|introduce|indicate|write|provide|outline|answer|summari[sz]e)|(?:your|the) (?:e-?mail|message)(?: body)? (?:should|must) (?:briefly )?(?:include|mention|describe|explain|state|contain|answer)|tell (?:us|me) (?:briefly |shortly |in (?:a few|two|three|one or two) (?:sentences|lines|words) |about )+|e-?mail .{0,80}?,? and (?:please )?tell us (?:a (?:little )?bit )?(?:about )?|(?:please )?(?:include|mention|describe|explain|state|indicate|introduce|tell us)(?: in)? (?P<x>[^.]{4,120}?) in (?:the (?:body|text) of )?(?:your|the) (?:e-?mail|message|body)|(?:mention|describe|explain|state|indicate|specify|tell (?:us|me)) (?:briefly |clearly )?in (?:the (?:body|text) of )?(?:your|the) (?:e-?mail|message)(?: body)?,?) ?(?P<a>[^.\n。]{0,200})"
    );
    let chinese = pattern!(
        r"(?:邮件|信)?正文(?:中|里|内)?(?:部分)?(?:内容)?(?:请|须|需|应|要)?(?:简要|简单|简述|附上?)?(?:注明|写明|说明|包含|包括|介绍|写上|列出|标明|描述|阐述|陈述|告知|简述|为|:|：)\s?(?P<a>[^。；\n]{2,120})|(?:来信(?:请|须|需)|(?:请|须|需|并|可)?在?(?:来信|信|信件|来函|联系)(?:内容)?(?:中|里|内|时)(?:请|须|需)?)(?:务必|如实|简要|简单|简短)*(?:地)?(?:注明|写明|说明|介绍|告知|描述|阐述|陈述|简述)(?:一下)?\s?[:：]?\s?(?P<c>[^。；\n]{2,120})|(?:请)?在?邮件(?:\([^)]{2,16}\))?(?:中|里|内)(?:请|须|需)?(?:简要|简单|如实)?(?:注明|写明|说明|介绍|写上|标明|描述|阐述|陈述|告知)\s?[:：]?\s?(?P<b>[^。；\n]{2,120})"
    );
    let said = page.sentences.iter().find_map(|sentence| {
        let text = page.at(&sentence.span);
        let captures = english.captures(text).or_else(|| chinese.captures(text))?;
        let words = ["x", "a", "b", "c"]
            .iter()
            .find_map(|it| captures.name(it).filter(|it| !it.as_str().trim().is_empty()))?;
        let subject = pattern!(r"subject|主题|标题|题目").is_match(words.as_str());
        // `a letter answering these questions: … Tell us about your work`, and what a form asks.
        let before = &text[..words.start()];
        if pattern!(r"\b(letters?|statements?|essays?|proposals?) (answering|addressing|responding|that answers?|in which)\b|\b(complet|fill)\w*( in| out| up)? [^.]{0,30}\b(form|survey|questionnaire)\b|填写[^。；]{0,12}(表|问卷)").is_match(before)
            && !pattern!(r"mail|message|邮").is_match(before)
        {
            return None;
        }
        // `可以在邮件里说明，提前参与组会`: the comma begins what follows from it.
        if words.as_str().trim_start().starts_with(['，', '。']) {
            return None;
        }
        let shown = words.as_str().trim_start_matches([' ', ':', ',', '：', '，']).trim_end();
        let shown = pattern!(r"，[^，]{0,24}(优先|可(以|提前)|将|我们|以便|方便|并?附(上|简历|个人)).*$|,? (along|together) with |,? as well as (an?|your) |,? and (give|send|attach|include|provide) |\s?[:：(]?\s?(to )?\S+@")
            .find(shown)
            .map_or(shown, |it| &shown[..it.start()])
            .trim_end_matches(',');
        let shown = if shown.contains('(') { shown } else { shown.trim_end_matches(')') };
        let start = sentence.span.start + words.start() + words.as_str().len()
            - words.as_str().trim_start_matches([' ', ':', ',', '：', '，']).len();
        // `说明：1）…；2）…`: all of the list, which ends with its line.
        if pattern!(r"^\(?1[)、.]").is_match(shown) && text.ends_with(['；', ';']) {
            let line = page.lines[sentence.line].span.clone();
            let all = page.at(&(start..line.end)).trim_end_matches(['。', '.', ' ']).len();
            return Some(start..start + all);
        }
        // `mention "otter" somewhere in your e-mail`: the word itself.
        if let Some(word) = pattern!(r#"^["“](?P<w>[^"”]{2,60})["”] (?:some|any)where$"#)
            .captures(shown)
            .and_then(|it| it.name("w"))
        {
            return Some(start + word.start()..start + word.end());
        }
        let documents = pattern!(
            r"^(your |a |the )?(cv|resume|curriculum|transcripts?|cover letter)|^(附上)?(个人)?简历"
        )
        .is_match(shown);
        (!subject && !documents && shown.len() > 3).then(|| start..start + shown.len())
    });
    said.or_else(|| body_list(page)).or_else(|| briefly(page)).or_else(|| specified(page))
}

/// `E-mail me. State briefly why you are interested and attach a CV`: what one sentence asks
/// to say, and to attach, is for the mail.
fn briefly(page: &Page<'_>) -> Option<Span> {
    let says = pattern!(
        r"\b(?:state|explain|describe|tell (?:me|us)|say|mention)(?: briefly| shortly| in (?:a few|one or two|two|three|several) (?:sentences|lines|words))? (?P<a>(?:(?:why|what|how|which|when) you|your) [^.;]{4,120}?)(?:,? and (?:attach|include|send|enclose)\b)"
    );
    page.sentences.iter().find_map(|sentence| {
        let words = says.captures(page.at(&sentence.span))?.name("a")?;
        Some(sentence.span.start + words.start()..sentence.span.start + words.end())
    })
}

/// `Attach your CV and specify your research interests`: a verb of telling beside one of
/// sending.
fn specified(page: &Page<'_>) -> Option<Span> {
    let says = pattern!(
        r"\b(?:attach|send|include|e-?mail|enclose)\b[^.;]{3,80}?\b(?:and|while|as well as) (?:please |also |briefly |clearly )*(?:specify|specifying|state|stating|indicate|indicating|describe|describing|explain|explaining|mention|mentioning|tell us|tell me|outline) (?:about )?(?P<a>(?:your|why|what|how|which|when) [^.;:\n]{4,140})|(?:来信|简历|邮件|发送)[^。；]{0,60}，并?(?:请|简要|简单)*(?:说明|介绍|阐述|告知|描述|注明|写明)(?:一下)?(?P<b>(?:你|您|自己|个人|研究|未来|申请|求职|为何|为什么|感兴趣|意向|希望|拟|想)[^。；\n，]{2,60})"
    );
    page.sentences.iter().find_map(|sentence| {
        let text = page.at(&sentence.span);
        let found = says.captures(text)?;
        let words = found.name("a").or_else(|| found.name("b"))?;
        let other =
            pattern!(r"\bsubject\b|title|主题|标题|题目|\b(availability|referees?|references?)\b")
                .is_match(&text[words.start()..]);
        let shown = words.as_str().trim_end_matches([' ', ',']);
        let start = sentence.span.start + words.start();
        (!other).then(|| start..start + shown.len())
    })
}

/// `In your mail, please`, and a list of what it does.
fn body_list(page: &Page<'_>) -> Option<Span> {
    let lead = pattern!(
        r"^in (?:the (?:body|text) of )?(?:your|the) (?:e-?mail|message|mail)(?: body)?,? ?(?:please)?:?$"
    );
    let item = pattern!(
        r"^(?:please )?(?:briefly |shortly )?(?:state|describe|explain|tell (?:me|us)|mention|introduce|outline)(?: briefly| shortly)? (?:about )?(?P<a>.{4,160}?)[,;.]?$"
    );
    let from = page.lines.iter().position(|it| lead.is_match(page.at(&it.span)))?;
    let items = page.lines[from + 1..].iter().take_while(|it| it.shape == Shape::Bullet);
    items.into_iter().find_map(|line| {
        let text = page.at(&line.span);
        let words = item.captures(text)?.name("a")?;
        let subject = pattern!(r"subject|title").is_match(text);
        (!subject).then(|| line.span.start + words.start()..line.span.start + words.end())
    })
}
