//! Rules about files as such: their names, what goes into one, and what all may weigh.

use super::{
    fact::{Fact, SaidFiles},
    limits,
    page::{Page, Span},
    pattern::pattern,
    section::Section,
};

/// The rules.
pub(crate) fn files(page: &mut Page<'_>) -> Option<Fact<SaidFiles>> {
    let single = first(
        page,
        pattern!(
            r"\b(?:single|one|1|combined|merged) (?:[\w-]+ ){0,2}?\.?pdf\b|pdf[^.]{0,20}(?:single|one) file|\b(?:as|in|into|within|to) (?:a |an )?(?:single|combined|merged) (?:file|document|attachment)|\b(?:as|in|into) (?:one|a single|1) (?:combined |merged |searchable )?pdf\b|\bas one (?:file|document|attachment)|(?:all|documents?|materials|application|together|everything)[^.]{0,60}\b(?:as|in|into|to) one (?:file|document|attachment)|(?:combin|merg|compil|bundl)\w+ [^.]{0,60}\bpdf\b|合并(?:为|成|到|在)?(?:一个|1个|同一个|单个|一份)?\s?(?:PDF|文件|文档)|(?:一个|1个|单个|同一个?|一份|单一)\s?PDF(?:文件|文档|中|内|里)?|(?:材料|所有|全部|一并|统一|以上)[^。；]{0,24}(?:一个|1个|单个|同一个?|一份|单一)\s?文件|整合(?:为|成)(?:一个|一份)?\s?PDF"
        ),
    );
    // `压缩为一个文件` is an archive.
    let single = single.filter(|it| !pattern!(r"压缩|打包").is_match(page.at(it)));
    let zip = first(
        page,
        pattern!(
            r"\.zip\b|\bzip(?:ped)?(?:[\s-](?:file|archive|folder))?\b|\.rar\b|压缩(?:包|文件|后|成|为)|打包"
        ),
    );
    let name = name(page);
    let (most, weighed) = limits::total(page, single.is_some() || zip.is_some()).unzip();
    let span =
        [&name, &single, &zip, &weighed].into_iter().flatten().min_by_key(|it| it.start)?.clone();
    let value = SaidFiles {
        name_pattern: name.as_ref().map(|it| page.at(it).to_owned()),
        single_pdf: single.is_some(),
        zip: zip.is_some(),
        max_total_mb: most,
    };
    Some(page.fact(value, &span))
}

/// `压缩包也请按照此模式命名`, `the same format for the subject and the file name`: files are
/// called as the subject is, which is said before.
pub(crate) fn as_subject(page: &Page<'_>) -> Option<Span> {
    let rule = pattern!(
        r"(?:附件|文件|压缩包|简历|文件包|文档)[^。；，]{0,8}(?:请|须)?(?:按照?|以|用|与|和|同)\s?(?:此|该|上述|同样|同一|相同|以上|邮件标题|邮件主题|标题|主题)(?:的)?(?:模式|格式|方式|规则|形式|名称)?(?:进行)?(?:命名|一致|相同)|\b(?:both|and)\b[^.]{0,30}\bsubject\b[^.]{0,24}\b(?:attachment|file)(?:'s)? names?\b|\b(?:attachment|file)(?:'s)? names?\b[^.]{0,24}\b(?:and|as)\b[^.]{0,24}\bsubject\b|\b(?:name|call|title)\b[^.]{0,40}\b(?:files?|attachments?|cv|pdf|resume)\b[^.]{0,24}\b(?:the same way|the same format|likewise|identically|accordingly)\b"
    );
    page.sentences.iter().find_map(|sentence| {
        let found = rule.find(page.at(&sentence.span))?;
        Some(sentence.span.start + found.start()..sentence.span.start + found.end())
    })
}

fn first(page: &Page<'_>, words: &regex::Regex) -> Option<Span> {
    page.sentences.iter().find_map(|sentence| {
        let text = page.at(&sentence.span);
        // `单个文件不超过5M` is about size.
        let found = words.find(text).filter(|it| {
            !pattern!(r"^\s?(大小)?(不超过|不大于|小于|不得|限)").is_match(&text[it.end()..])
        })?;
        // Only what is sent: a task may be about archives.
        let sent = pattern!(r"\bcompil|\bcompos|\bcontaining\b|send|sent|submi|forward|provide|supply|return|includ|attach|upload|application|apply|document|e-?mail|material|combin|merge|发|投|寄|提交|缴交|材料|文件|简历|附件|邮件|命名").is_match(text);
        // `熟练掌握开发、打包`: a skill or a task.
        let skill = matches!(sentence.section, Section::Qualify | Section::Duties | Section::Offer)
            && !pattern!(r"\b(send|submit|attach|upload|e-?mail|apply|application)\b|发送|发至|发到|发给|投递|提交|材料|简历|附件|邮件").is_match(text);
        // `You will compile … into a single PDF`, `工作内容：…打包`: the work itself.
        let work = pattern!(r"^\W*(you|(the|our) (interns?|students?|candidates?|assistants?|postdocs?)) will\b|^(工作内容|岗位职责|职责|主要工作)\s?[:：]").is_match(text)
            && !pattern!(r"\b(apply|applications?|upload|submit)\b|\b(asked|required|invited) to\b|简历").is_match(text);
        let sent = sent && !skill && !work;
        sent.then(|| sentence.span.start + found.start()..sentence.span.start + found.end())
    })
}

/// What files must be called. Two rules that differ are asked for.
fn name(page: &mut Page<'_>) -> Option<Span> {
    let english = pattern!(
        r#"(?:(?:file(?:s|\s?names?)?|attachments?|pdf|documents?|cv|resume)[^.]{0,50}?\b(?:named?|called|titled?|labell?ed|name format|naming|in the format|format)\b(?: (?:should|must|it|them|your|the|file|files|be|as|is|like|following|using|according to|follows|convention|pattern|format|with|to))*|name (?:your|the|all) (?:file|pdf|cv|resume|document|attachment)s?(?: (?:as|like|using|in the format|following|according to|the|format|pattern|to|be))*|save(?:d)? as)\s?:?\s?["“'(<]?(?P<a>[\[({<]?[\p{L}][^\s"”',;()]*(?:[_+.-][^\s"”',;()]+)+|[^"”.]{3,60}\.(?:pdf|zip|docx?))"#
    );
    let chinese = pattern!(
        r#"(?:(?:简历|附件|文件|文档|材料|压缩包|PDF|以上材料)[^。；，:：“”"「『]{0,14}?(?:命名|名称|文件名|名字)(?:方式|格式|规则|要求)?(?:统一|请|建议|须|需)*(?:以|按照?|为|是|用|:|：|采用|格式|此模式|命名)*\s?|(?:文件名|附件名)(?:称)?(?:及|和|与|、)邮件(?:名称?|标题|主题)(?:均|都|请|统一)?(?:为|是|按|以|:)\s?|(?:文件名|命名(?:格式|方式|规则)?)(?:统一|请)?(?:以|为|按|:|：|是|格式)+\s?)["“”'「『【\[]?(?P<a>[^"“”'」』】。；;，,\s]{3,50})|(?:简历|附件|文件|压缩包|PDF)[^。；，]{0,8}(?:请)?(?:以|按照?|用)\s?["“'「『【\[]?(?P<b>[^"”'」』】。；，,]{3,40}?)["”'」』】\]]?\s?(?:的?(?:形式|格式|方式))?(?:命名|为名|为文件名)|(?:以|按照?)\s?["“'「『【](?P<c>[^"”'」』】]{3,40})["”'」』】](?:的?(?:形式|格式|方式))?(?:进行)?(?:命名|为(?:附件|文件|压缩包)?名(?:称)?)|(?:PDF|文件|压缩包|附件|简历)[^。；]{0,6}，?命名\s?["“「『](?P<e>[^"”」』]{3,40})["”」』]|(?:主题|标题)(?:和|及|与|、)(?:简历|附件|压缩包|文件|材料)(?:名称?|命名)?(?:格式)?(?:请|统一|须|需|均|都)*(?:标明|注明|标注|写明|备注|命名)?(?:为|:|：)+\s?["“'「『【]?(?P<d>[^"”'」』】。；，,\s]{3,40})"#
    );
    let mut found: Vec<Span> = Vec::new();
    for sentence in &page.sentences {
        let text = page.at(&sentence.span);
        // `邮件以“…”命名` is about the subject.
        if pattern!(r"(邮件|来信)(请|须|统一)*(以|按|用)\s?[\x22“'「『【][^。；]{3,40}(命名|为名)")
            .is_match(text)
            || pattern!(r"(邮件|来信|主题|标题)的?命名").is_match(text)
                && !pattern!(r"(简历|附件|文件|压缩包)[^。；，]{0,8}命名").is_match(text)
        {
            continue;
        }
        let Some(captures) = english.captures(text).or_else(|| chinese.captures(text)) else {
            continue;
        };
        let Some(rule) = ["a", "b", "c", "d", "e"].iter().find_map(|it| captures.name(it)) else {
            continue;
        };
        let words = rule.as_str().trim_end_matches([')', '】', ']', '.', ' ', '"']);
        let words = words.strip_suffix("命名").unwrap_or(words);
        let shaped = words.contains(['_', '-', '+', '.', '－', '—', '/'])
            || pattern!(r"姓名|学校").is_match(words);
        if shaped && words.chars().count() >= 3 && !words.contains('@') && !words.contains("://") {
            let start = sentence.span.start + rule.start();
            found.push(start..start + words.len());
        }
    }
    let first = found.first()?.clone();
    if found.iter().any(|it| page.at(it) != page.at(&first)) {
        page.ask("files.name_pattern", "the text has several rules for the names of files", &found);
        return None;
    }
    Some(first)
}
