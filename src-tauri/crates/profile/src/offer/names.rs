//! The candidate's name: in the first line that says anything, or behind its label.

use super::{Line, Offer, Offered, offer};
use crate::{pinyin, schema::Name, text::is_han};

/// The family names that most people in China have, and those of two characters.
const FAMILIES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程\
    魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏傅方邹熊白孟秦邱侯江尹薛闫段雷龙史陶贺毛郝顾龚邵万覃武钱\
    戴严莫孔向常汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童\
    凌毕单季裴霍涂成苗谷曲盛冉翁蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司古吉车项连芦麦褚娄\
    窦戚岑景党宫费卜冷晏席卫米柏宗代桂全佟应臧闵苟邬边卞姬师仇栾丘商刁沙荣巫寇桑甄丛仲虞敖巩明佘池查麻苑迟邝";

/// Words that stand at the top of CVs and in nobody's name.
const NOT_A_NAME: &[&str] = &[
    "academy",
    "address",
    "analyst",
    "assistant",
    "biography",
    "candidate",
    "college",
    "contact",
    "curriculum",
    "cv",
    "department",
    "designer",
    "developer",
    "doctor",
    "email",
    "engineer",
    "for",
    "institute",
    "intern",
    "lab",
    "laboratory",
    "manager",
    "of",
    "page",
    "personal",
    "phd",
    "phone",
    "professor",
    "profile",
    "research",
    "researcher",
    "resume",
    "résumé",
    "road",
    "school",
    "science",
    "scientist",
    "software",
    "street",
    "student",
    "summary",
    "technology",
    "the",
    "university",
    "vitae",
    "and",
];

/// Titles of the paper itself, which may stand above the name or beside it.
const TITLES: &[&str] =
    &["curriculum vitae", "resume", "résumé", "cv", "个人简历", "简历", "求职简历"];

/// The name at the top of a CV.
pub(super) fn offers(head: &[Line]) -> Vec<Offer> {
    let labelled = labelled(head);
    if !labelled.is_empty() {
        return labelled;
    }
    let is_title = |line: &&Line| TITLES.contains(&line.words.to_lowercase().as_str());
    let Some(line) = head.iter().find(|it| !is_title(it)) else { return Vec::new() };
    let first = line.words.split(['\t', '|', '｜', '•', '·']).next().unwrap_or_default();
    let mut name = of(without_title(first.trim()));
    // The same name in the other language often has the next line.
    if let (Some(name), Some(next)) = (&mut name, head.iter().find(|it| it.number > line.number))
        && let Some(other) = of(next.words)
        && next.number == line.number + 1
    {
        match (&name.en, &name.zh) {
            (Some(_), None) if other.en.is_none() => {
                name.zh = other.zh;
                return said(name.clone(), &[*line, *next]);
            }
            (None, Some(_)) if other.zh.is_none() => {
                name.en = other.en;
                return said(name.clone(), &[*line, *next]);
            }
            _ => {}
        }
    }
    name.map(|it| said(it, &[*line])).unwrap_or_default()
}

fn said(name: Name, lines: &[Line]) -> Vec<Offer> {
    offer(Offered::Name(name), lines).into_iter().collect()
}

/// `姓名：李子涵`, `Name: Zihan Li`.
pub(super) fn labelled(lines: &[Line]) -> Vec<Offer> {
    for line in lines {
        for label in ["姓名", "姓 名", "姓　名", "Name", "Full name"] {
            // Behind a colon, or in the next cell of a table.
            let value = line.words.strip_prefix(label);
            let Some(value) = value
                .and_then(|it| it.strip_prefix('\t').or(it.trim_start().strip_prefix([':', '：'])))
            else {
                continue;
            };
            let value = value.trim_start();
            // 姓名：李子涵 性别：女
            let end = value.find(['\t', '|', '，', ',', ';']).unwrap_or(value.len());
            let whole = of(value[..end].trim());
            let first = || of(value.split_whitespace().next().unwrap_or_default());
            if let Some(name) = whole.or_else(first) {
                return said(name, &[*line]);
            }
        }
    }
    Vec::new()
}

fn without_title(words: &str) -> &str {
    let lower = words.to_ascii_lowercase();
    for title in TITLES {
        // Resume of Ming Chen; CV: Ming Chen.
        let rest = lower.strip_prefix(title).map(str::trim_start);
        let rest =
            rest.and_then(|it| it.strip_prefix("of ").or(it.strip_prefix(['-', '–', '—', ':'])));
        if let Some(rest) = rest {
            return words[words.len() - rest.len()..].trim();
        }
        if let Some(at) = lower.strip_suffix(title).map(str::len) {
            let name = words[..at].trim_end_matches([' ', '-', '–', '—', ':', ',']);
            if name.len() < at {
                return name;
            }
        }
    }
    words
}

/// What stands before a name, and after it.
const BEFORE: &[&str] = &["Dr.", "Dr", "Prof.", "Prof", "Mr.", "Ms.", "Mrs."];
const AFTER: &[&str] = &["博士", "教授", "先生", "女士", "硕士", "PhD", "Ph.D.", "MSc", "M.Sc."];

/// The name that these words are, in one language or both.
fn of(words: &str) -> Option<Name> {
    let words = match words.split_once(' ') {
        Some((title, rest)) if BEFORE.contains(&title) => rest.trim(),
        _ => words,
    };
    let words = match words.rsplit_once([' ', '\u{3000}']) {
        Some((rest, title)) if AFTER.contains(&title) => rest.trim().trim_end_matches(','),
        _ => words,
    };
    let (han, latin): (String, String) = words.chars().partition(|c| is_han(*c));
    let latin = latin.trim_matches(|c: char| !c.is_alphanumeric() && c != '.').trim();
    let zh = (!han.is_empty()).then(|| chinese(&han, words)).flatten();
    let en = (!latin.is_empty()).then(|| western(latin)).flatten();
    let is_whole = (han.is_empty() || zh.is_some()) && (latin.is_empty() || en.is_some());
    (is_whole && (en.is_some() || zh.is_some())).then(|| Name { en, zh, ..Name::default() })
}

/// A Chinese name stands in one piece, but two characters are often set apart: 李　雷.
fn chinese(han: &str, words: &str) -> Option<String> {
    let pieces = words.split(|c| !is_han(c)).filter(|it| !it.is_empty()).count();
    let (family, _) = pinyin::split(han)?;
    let is_known = family.chars().count() == 2 || FAMILIES.contains(family);
    let is_one = pieces == 1 || (pieces == han.chars().count() && pieces <= 3);
    (is_known && is_one && !TITLES.contains(&han)).then(|| han.to_owned())
}

/// Two to four words in Latin letters, each with a large first letter.
fn western(words: &str) -> Option<String> {
    let words = words.split_whitespace().collect::<Vec<_>>();
    let is_part = |word: &&str| {
        let bare = word.trim_end_matches([',', '.']);
        let mut letters = bare.chars();
        let small = ["van", "von", "de", "der", "den", "da", "di", "bin", "al", "el", "la", "le"];
        let is_letter = |c: char| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.');
        small.contains(&bare)
            || (letters.next().is_some_and(char::is_uppercase) && letters.all(is_letter))
    };
    let is_name = (2..=4).contains(&words.len())
        && words.iter().all(is_part)
        && words.iter().any(|it| it.chars().count() > 2)
        && !words.iter().any(|it| {
            let bare = it.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
            NOT_A_NAME.contains(&bare.as_str())
        });
    is_name.then(|| words.join(" "))
}
