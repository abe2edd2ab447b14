//! Printed words as labels: joined over lines, cut from what stands around them.

use crate::Language;

/// Whether `c` is a Chinese character.
pub(crate) fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '\u{f900}'..='\u{faff}')
}

/// How much of a text is Chinese, in characters.
pub(crate) fn han_count(text: &str) -> usize {
    text.chars().filter(|c| is_han(*c)).count()
}

/// White space folded to one space, and taken out between Chinese characters:
/// `姓    名` is 姓名, `Full   name` is Full name.
pub(crate) fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.chars() {
        if c.is_whitespace() || c == '\u{200b}' || c == '\u{ad}' {
            gap = true;
            continue;
        }
        if gap {
            gap = false;
            let joins = out.chars().last().is_none_or(|last| {
                let is_wide = |c: char| {
                    is_han(c) || matches!(c, '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ffef}')
                };
                is_wide(last) && is_wide(c)
            });
            if !joins {
                out.push(' ');
            }
        }
        out.push(c);
    }
    out
}

/// The lines of a cell as one label: stacked characters are joined without a space.
pub(crate) fn join_lines<'a>(lines: impl Iterator<Item = &'a str>) -> String {
    tidy(&lines.collect::<Vec<_>>().join("\n"))
}

/// How wide a text is, in half-width characters.
pub(crate) fn width(text: &str) -> usize {
    text.chars()
        .map(|c| {
            if is_han(c) || matches!(c, '\u{3000}'..='\u{303f}' | '\u{ff01}'..='\u{ff60}') {
                2
            } else {
                1
            }
        })
        .sum()
}

/// Whether the words are too long to be a label beside a blank.
pub(crate) fn is_long(text: &str) -> bool {
    if han_count(text) > 0 { width(text) > 80 } else { width(text) > 160 }
}

/// What stands before the blank, cut down to what asks: after the last inner
/// colon or full stop, and in a sentence after the last comma.
pub(crate) fn asking(words: &str) -> String {
    let words = tidy(words);
    // What closes the blank before is no part of the question.
    let core = words.trim_start_matches(['，', ',', '、', '；', ';', '。', ' ']);
    let core = core.trim_end_matches([':', '：', ' ', '、']);
    let cut = core
        .char_indices()
        .filter(|(i, c)| {
            let rest = core[i + c.len_utf8()..].trim();
            let splits = matches!(c, ':' | '：' | '。' | '；' | ';' | '？')
                || (*c == '.' && core[i + 1..].starts_with(' ') && i > &4)
                || (*c == '?' && *i > 4)
                || (matches!(c, '，' | ',') && is_sentence(core) && !is_condition(&core[..*i]));
            splits
                && rest.chars().any(char::is_alphanumeric)
                && !rest.starts_with(['(', '（'])
                && !is_inside_brackets(core, *i)
        })
        .map(|(i, c)| i + c.len_utf8())
        .next_back();
    let asked = core[cut.unwrap_or(0)..].trim();
    if asked.is_empty() { core.to_owned() } else { asked.to_owned() }
}

/// Words that make what follows them a question for some alone: `如是，排名：`.
fn is_condition(words: &str) -> bool {
    ["如是", "若是", "如有", "若有", "如否", "若否"].iter().any(|it| words.ends_with(it))
}

/// The word before a colon that all blanks of a line belong to: `Phone: Home`.
/// Not `Personal details: Name:`, whose blanks have colons of their own.
pub(crate) fn head<'a>(label: &'a str, asks: &str) -> Option<&'a str> {
    let before = label.trim_end().strip_suffix(asks)?.trim_end();
    let head = before.strip_suffix([':', '：'])?.trim();
    let is_short = !head.contains([':', '：', '.', '?', ',', ';', '/', '('])
        && (1..=3).contains(&head.split_whitespace().count());
    (is_short && han_count(head) == 0 && is_label(head)).then_some(head)
}

/// Running text rather than a label.
pub(crate) fn is_sentence(text: &str) -> bool {
    if han_count(text) > 4 {
        width(text) > 40 || text.contains(['。', '；']) || text.contains('，')
    } else {
        text.split_whitespace().count() > 9
    }
}

fn is_inside_brackets(text: &str, at: usize) -> bool {
    let before = &text[..at];
    let opened = before.matches(['(', '（', '[', '【']).count();
    let closed = before.matches([')', '）', ']', '】']).count();
    opened > closed
}

/// Takes the words in brackets at the end of a label, and a known hint, apart.
pub(crate) fn label_and_hint(label: &str, hint: &str) -> (String, String) {
    let label = tidy(label);
    let bare = label
        .trim_start_matches(['*', '＊', '★', '※', '●', '·', '•', '-', ' '])
        .trim_end_matches(['*', '＊', ':', '：', ' ', '、', '﹕', '-', '_', '，', ','])
        .replace(['*', '＊'], " ");
    let bare = tidy(bare.trim());
    let mut hints: Vec<&str> = Vec::new();
    if let (Some(open), true) = (bare.rfind(['(', '（']), bare.ends_with([')', '）'])) {
        let inside = bare[open..].trim_matches(['(', '（', ')', '）']);
        hints.push(inside);
    }
    if !hint.is_empty() {
        hints.push(hint);
    }
    let hint = hints.join(" ");
    (bare, hint)
}

/// The language an answer beside this label is written in.
pub(crate) fn language(label: &str, section: &[String], options: &[String]) -> Language {
    let texts = std::iter::once(label)
        .chain(options.iter().map(String::as_str))
        .chain(section.iter().rev().map(String::as_str));
    for text in texts {
        if han_count(text) > 0 {
            // `Last Name 姓`: what is printed first is the form's own language.
            let first = text.chars().find(|c| c.is_alphabetic());
            let words = text.split(is_han).next().unwrap_or_default();
            let begins_latin = first.is_some_and(|c| !is_han(c))
                && words.chars().filter(|c| c.is_alphabetic()).count() > 3;
            return if begins_latin { Language::En } else { Language::Zh };
        }
        if text.chars().filter(|c| c.is_alphabetic()).count() > 1 {
            return Language::En;
        }
    }
    Language::En
}

/// The language that the form says it wants to be answered in.
pub(crate) fn demanded_language(words: &str) -> Option<Language> {
    let lower = words.to_lowercase();
    let says = |phrases: &[&str]| phrases.iter().any(|it| lower.contains(it));
    if says(&[
        "用英文填写",
        "用英语填写",
        "英文填写",
        "fill in english",
        "answer in english",
        "complete in english",
        "in english only",
        "columns in english",
        "form in english",
    ]) {
        Some(Language::En)
    } else if says(&[
        "用中文填写",
        "中文填写",
        "in chinese only",
        "fill in chinese",
        "answer in chinese",
    ]) {
        Some(Language::Zh)
    } else {
        None
    }
}

/// A label that asks for a date and says not of what: 日期, Date, or nothing but a mask.
pub(crate) fn is_bare_date(label: &str) -> bool {
    let core: String =
        label.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    matches!(
        core.as_str(),
        "" | "日期"
            | "date"
            | "时间"
            | "年月日"
            | "dated"
            | "填表日期"
            | "填表时间"
            | "签名日期"
            | "签字日期"
            | "申请日期"
            | "dateofsignature"
            | "datesigned"
    )
}

/// Whether the words are worth calling a label: something is said, and not only a number.
pub(crate) fn is_label(text: &str) -> bool {
    let said = text.chars().filter(|c| c.is_alphabetic()).count();
    said >= 1 && !is_long(text) && !is_enclosure(text)
}

/// `附件1`, `Appendix A`: the number of an enclosure, not a question.
fn is_enclosure(text: &str) -> bool {
    let lower = text.trim().to_lowercase();
    ["附件", "附表", "附录", "appendix", "annex", "attachment"].iter().any(|it| {
        lower
            .strip_prefix(it)
            .is_some_and(|rest| rest.chars().filter(|c| c.is_alphanumeric()).count() <= 2)
    })
}

/// The name of the whole form: 报名表, `Application Form`. It opens no section.
pub(crate) fn is_title(words: &str) -> bool {
    let lower = words.trim().trim_end_matches([')', '）', ' ']).to_lowercase();
    ["表", "申请书", "申报书", "登记卡", "报名单", "回执"].iter().any(|it| lower.ends_with(it))
        || ["form", "application", "questionnaire", "registration"]
            .iter()
            .any(|it| lower.ends_with(it))
}

/// Begins with the number of a question: `1.2 `, `3)`, `4、`; not with a year.
pub(crate) fn is_numbered(text: &str) -> bool {
    // `A1 Surname`
    let lettered = text.strip_prefix(|c: char| c.is_ascii_uppercase());
    let text = lettered.filter(|it| it.starts_with(|c: char| c.is_ascii_digit())).unwrap_or(text);
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    (1..=2).contains(&digits) && text[digits..].starts_with(['.', '．', ')', '）', '、', ' '])
}

/// Begins with a Chinese number: 一、, 十二．
pub(crate) fn has_chinese_number(text: &str) -> bool {
    text.chars().next().is_some_and(|c| "一二三四五六七八九十".contains(c))
        && text.chars().take(12).any(|c| matches!(c, '、' | '．' | '.'))
}

/// A number that counts rows: `1`, `(2)`, `3.`, 一.
pub(crate) fn is_index(text: &str) -> bool {
    let core: String = text.chars().filter(|c| c.is_alphanumeric()).collect();
    !core.is_empty()
        && (core.chars().all(|c| c.is_ascii_digit())
            || core.chars().count() <= 2
                && core.chars().all(|c| "一二三四五六七八九十".contains(c)))
}

/// The captions of `(First name) (Last name)`, or of words that have no brackets.
pub(crate) fn captions(words: &str) -> Vec<String> {
    let bare = |it: &str| it.trim_matches(['(', ')', '（', '）', ' ']).to_owned();
    if !words.starts_with(['(', '（']) || !words.ends_with([')', '）']) {
        return vec![bare(words)];
    }
    words.split_inclusive([')', '）']).map(bare).filter(|it| !it.is_empty()).collect()
}

/// Nothing but the sign that counts in a list: `(i)`, `a.`.
pub(crate) fn is_enumerator(text: &str) -> bool {
    let core: String = text.chars().filter(|c| c.is_alphanumeric()).collect();
    let is_roman = core.chars().all(|c| matches!(c, 'i' | 'v' | 'x' | 'I' | 'V' | 'X'));
    let is_letter = core.len() == 1 && core.chars().all(|c| c.is_ascii_alphabetic());
    (1..=4).contains(&core.len())
        && (is_roman || is_letter)
        && text.trim_end().ends_with(['.', ')', '）'])
}

/// Words that ask for a date.
pub(crate) fn asks_date(label: &str) -> bool {
    let lower = without_remark(label).to_lowercase();
    ["日期", "年月", "时间", "生日"].iter().any(|it| lower.contains(it))
        || lower
            .split(|c: char| !c.is_alphanumeric())
            .any(|it| matches!(it, "date" | "dob" | "dates"))
        || lower.contains("date of")
        || lower.contains("d.o.b")
}

/// A label without the words in brackets that begin `as`: `Age (as on closing date)`.
fn without_remark(label: &str) -> &str {
    let open = label.find(['(', '（']);
    let remark = open.map(|at| label[at..].trim_start_matches(['(', '（', ' ']).to_lowercase());
    match (open, remark) {
        (Some(open), Some(remark)) if remark.starts_with("as ") => &label[..open],
        _ => label,
    }
}

/// The shape that a date is wanted in, printed where it goes: `DD/MM/YYYY`.
pub(crate) fn is_date_shape(text: &str) -> bool {
    let lower = text.to_lowercase();
    let shape = lower.trim_matches(['(', ')', '（', '）', '[', ']', ' ']);
    let count = |letter| shape.chars().filter(|c| *c == letter).count();
    shape.chars().all(|c| matches!(c, 'd' | 'm' | 'y' | '/' | '-' | '.' | ' '))
        && matches!((count('d'), count('m'), count('y')), (0 | 2, 2, 2 | 4))
}

/// Words that tell the candidate what to write, printed where it is written.
pub(crate) fn is_prompt(text: &str) -> bool {
    let text = text.trim();
    let lower = text.to_lowercase();
    let is_bracketed = text.starts_with(['(', '（', '[', '【', '<', '《'])
        && text.ends_with([')', '）', ']', '】', '>', '》', '。'])
        && width(text) > 4;
    is_bracketed
        || is_date_shape(text)
        || [
            "请",
            "如：",
            "如:",
            "例：",
            "例:",
            "例如",
            "必填",
            "选填",
            "示例",
            "简要",
            "点击",
            "单击",
            "自何年",
            "何年何月",
            "从高中",
            "从大学",
            "从小学",
            "自高中",
            "自大学",
            "可附",
            "限填",
        ]
        .iter()
        .any(|it| text.starts_with(it))
        || [
            "please ",
            "e.g",
            "eg.",
            "enter ",
            "click ",
            "type ",
            "insert ",
            "mandatory",
            "optional",
        ]
        .iter()
        .any(|it| lower.starts_with(it) && !lower.starts_with("type of"))
        || (text.len() >= 3 && text.chars().all(|c| matches!(c, 'X' | 'x' | '×')))
}

/// Whether the words are a unit and nothing else, so that a number goes before
/// them. Words that may head a column (人, 天) need room before them.
pub(crate) fn is_unit_alone(words: &str, has_room: bool) -> bool {
    const MEASURES: &[&str] = &[
        "元/月",
        "元／月",
        "万元",
        "元",
        "个月",
        "岁",
        "周岁",
        "厘米",
        "公斤",
        "千克",
        "%",
        "％",
        "cm",
        "kg",
    ];
    const COUNTS: &[&str] = &["年", "天", "人", "名", "分", "门", "届", "级", "个", "小时"];
    let lower = words.to_lowercase();
    MEASURES.contains(&lower.as_str()) || has_room && COUNTS.contains(&lower.as_str())
}

/// The noun that a blank of running text leads up to (`____大学____学院____专业`),
/// and what it asks for: it stands behind the blank, where Chinese puts it.
pub(crate) fn noun_after(after: &str) -> Option<(&'static str, &'static str)> {
    const NOUNS: &[(&str, &str)] = &[
        ("大学", "学校"),
        ("学校", "学校"),
        ("院校", "学校"),
        ("学院", "学院"),
        ("院系", "学院"),
        ("系", "学院"),
        ("专业", "专业"),
        ("年级", "年级"),
        ("同学", "姓名"),
        ("同志", "姓名"),
    ];
    const NEXT: &[&str] =
        &["学生", "本科", "硕士", "博士", "研究生", "毕业", "在读", "的", "学习", "就读", "同学"];
    let (noun, label) = NOUNS.iter().find(|(noun, _)| after.starts_with(noun))?;
    let rest = &after[noun.len()..];
    let ends = rest.chars().next().is_none_or(|c| !is_han(c) && !matches!(c, ':' | '：'));
    (ends || NEXT.iter().any(|it| rest.starts_with(it))).then_some((noun, label))
}

/// A prompt that nobody would miss. Words in brackets may also be a part of the
/// question (`(with location)`); they have to speak of writing.
pub(crate) fn is_clear_prompt(text: &str) -> bool {
    let is_bracketed = text.trim().starts_with(['(', '（', '[', '【', '<', '《']);
    let lower = text.to_lowercase();
    let speaks = [
        "填",
        "写",
        "请",
        "如",
        "例",
        "限",
        "字以内",
        "选",
        "述",
        "列",
        "please",
        "enter",
        "fill",
        "type",
        "click",
        "insert",
        "optional",
        "mandatory",
        "required",
        "e.g",
    ];
    let is_clear = !is_bracketed || is_date_shape(text);
    is_prompt(text) && (is_clear || speaks.iter().any(|it| lower.contains(it)))
}

/// The unit printed after a blank, if the words begin with one.
pub(crate) fn unit(after: &str) -> String {
    const UNITS: &[&str] = &[
        "元/月",
        "元／月",
        "万元",
        "元",
        "个月",
        "个",
        "小时",
        "分钟",
        "岁",
        "周岁",
        "年",
        "月",
        "周",
        "天",
        "日",
        "人",
        "名",
        "门",
        "届",
        "级",
        "班",
        "分",
        "%",
        "％",
        "厘米",
        "公斤",
        "千克",
        "cm",
        "kg",
        "years",
        "year",
        "months",
        "month",
        "weeks",
        "week",
        "days",
        "hours",
        "hrs",
        "RMB",
        "USD",
        "yrs",
    ];
    let after = after.trim_start();
    UNITS
        .iter()
        .find(|unit| {
            after.strip_prefix(**unit).is_some_and(|rest| {
                let next = rest.chars().next();
                if unit.is_ascii() {
                    next.is_none_or(|c| !c.is_alphanumeric())
                } else {
                    next.is_none_or(|c| !is_han(c) || "以内至到".contains(c))
                }
            })
        })
        .map(|unit| (*unit).to_owned())
        .unwrap_or_default()
}
