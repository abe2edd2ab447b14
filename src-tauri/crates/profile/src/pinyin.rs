//! Chinese names in Latin letters, by GB/T 28039: family name first, the given
//! name in one word, a compound family name in one word, ü as passports have
//! it today (`LYU`).
//!
//! Characters read otherwise in a family name than elsewhere (单 Shan, 仇 Qiu)
//! stand in a table of our own, before the dictionary. No table is ever right
//! for everybody, so what comes out is only ever derived, and `basics.name.pinyin`
//! overrides it.

use pinyin::ToPinyin;

use crate::text::is_han;

/// A Chinese name in Latin letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Roman {
    /// `Ouyang`.
    pub(crate) family: String,
    /// `Nana`.
    pub(crate) given: String,
}

/// Family names of one character that are read otherwise elsewhere.
const SINGLE: &[(char, &str)] = &[
    ('单', "shan"),
    ('單', "shan"),
    ('曾', "zeng"),
    ('解', "xie"),
    ('查', "zha"),
    ('区', "ou"),
    ('區', "ou"),
    ('仇', "qiu"),
    ('盖', "ge"),
    ('朴', "piao"),
    ('乐', "yue"),
    ('种', "chong"),
    ('员', "yun"),
    ('贠', "yun"),
    ('缪', "miao"),
    ('翟', "zhai"),
    ('卜', "bu"),
    ('秘', "bi"),
    ('折', "she"),
    ('黑', "he"),
    ('覃', "qin"),
    ('召', "shao"),
    ('薄', "bo"),
    ('句', "gou"),
    ('阚', "kan"),
    ('繁', "po"),
    ('祭', "zhai"),
    ('洗', "xian"),
    ('莘', "shen"),
];

/// Characters of given names that the dictionary reads otherwise.
const GIVEN: &[(char, &str)] = &[('晟', "sheng")];

/// Family names of two characters. A reading stands beside those that the
/// dictionary gets wrong.
const COMPOUND: &[(&str, Option<&str>)] = &[
    ("尉迟", Some("yuchi")),
    ("尉遲", Some("yuchi")),
    ("长孙", Some("zhangsun")),
    ("長孫", Some("zhangsun")),
    ("万俟", Some("moqi")),
    ("萬俟", Some("moqi")),
    ("澹台", Some("tantai")),
    ("单于", Some("chanyu")),
    ("鲜于", None),
    ("乐正", Some("yuezheng")),
    ("令狐", None),
    ("欧阳", None),
    ("歐陽", None),
    ("司马", None),
    ("司馬", None),
    ("上官", None),
    ("诸葛", None),
    ("諸葛", None),
    ("东方", None),
    ("独孤", None),
    ("南宫", None),
    ("夏侯", None),
    ("皇甫", None),
    ("公孙", None),
    ("慕容", None),
    ("宇文", None),
    ("轩辕", None),
    ("司徒", None),
    ("司空", None),
    ("端木", None),
    ("百里", None),
    ("东郭", None),
    ("西门", None),
    ("申屠", None),
    ("太史", None),
    ("闻人", None),
    ("濮阳", None),
    ("淳于", None),
    ("赫连", None),
    ("呼延", None),
    ("钟离", None),
    ("公羊", None),
    ("公冶", None),
    ("拓跋", Some("tuoba")),
    ("左丘", None),
    ("梁丘", None),
    ("闾丘", None),
    ("谷梁", None),
    ("宰父", Some("zaifu")),
    ("漆雕", None),
    ("壤驷", None),
    ("夹谷", None),
    ("巫马", None),
    ("仲孙", None),
    ("叔孙", None),
    ("季孙", None),
    ("颛孙", None),
    ("宗政", None),
    ("子车", Some("ziju")),
    ("段干", None),
    ("东门", None),
    ("南门", None),
    ("微生", None),
    ("羊舌", None),
    ("达奚", None),
    ("纳兰", None),
    ("哥舒", None),
    ("第五", None),
];

/// Splits a Chinese name into family and given name. `None` if it is not a
/// Chinese name of two to four characters.
pub(crate) fn split(name: &str) -> Option<(&str, &str)> {
    let count = name.chars().count();
    if !(2..=4).contains(&count) || !name.chars().all(is_han) {
        return None;
    }
    let compound = count > 2 && COMPOUND.iter().any(|(family, _)| name.starts_with(family));
    // Four characters without a compound family name are two family names
    // (陈方安生) or no Han name at all: not ours to guess.
    if count == 4 && !compound {
        return None;
    }
    let (at, _) = name.char_indices().nth(if compound { 2 } else { 1 })?;
    Some(name.split_at(at))
}

/// A whole Chinese name in Latin letters.
pub(crate) fn of_name(name: &str) -> Option<Roman> {
    let (family, given) = split(name)?;
    of_parts(family, given)
}

/// A Chinese name in Latin letters, where its parts are known.
pub(crate) fn of_parts(family: &str, given: &str) -> Option<Roman> {
    let family = match COMPOUND.iter().find(|(compound, _)| *compound == family) {
        Some((_, Some(reading))) => (*reading).to_owned(),
        Some((_, None)) => read(family, &[])?,
        None => read(family, SINGLE)?,
    };
    Some(Roman { family: capital(&family), given: capital(&read(given, GIVEN)?) })
}

/// The first letter large, the others small: `Ouyang`.
pub(crate) fn capital(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    // Mixed case is how somebody means it: McDonald, O'Neill.
    let mixed =
        word.chars().skip(1).any(char::is_uppercase) && word.chars().any(char::is_lowercase);
    if mixed {
        first.chain(letters).collect()
    } else {
        first.chain(letters.flat_map(char::to_lowercase)).collect()
    }
}

fn read(characters: &str, readings: &[(char, &str)]) -> Option<String> {
    let mut words = String::new();
    for character in characters.chars() {
        match readings.iter().find(|(known, _)| *known == character) {
            Some((_, reading)) => words.push_str(reading),
            None => words.push_str(character.to_pinyin()?.plain()),
        }
    }
    (!words.is_empty()).then(|| words.replace('ü', "yu"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(name: &str, expected: &str) {
        let roman = of_name(name).unwrap();
        assert_eq!(format!("{} {}", roman.family, roman.given), expected, "{name}");
    }

    #[test]
    fn family_names_have_readings_of_their_own() {
        check("单田芳", "Shan Tianfang");
        check("曾子墨", "Zeng Zimo");
        check("解晓东", "Xie Xiaodong");
        check("查良镛", "Zha Liangyong");
        check("区志航", "Ou Zhihang");
        check("仇英", "Qiu Ying");
        check("尉迟恭", "Yuchi Gong");
        check("长孙无忌", "Zhangsun Wuji");
        check("万俟丽", "Moqi Li");
        check("朴正", "Piao Zheng");
        check("任飞", "Ren Fei");
        check("盖叫天", "Ge Jiaotian");
        check("乐嘉", "Yue Jia");
        check("翟天", "Zhai Tian");
        check("覃海洋", "Qin Haiyang");
        check("缪斯", "Miao Si");
        check("种师道", "Chong Shidao");
        check("黑云", "He Yun");
        check("李晟", "Li Sheng");
    }

    #[test]
    fn a_compound_family_name_is_one_word_and_so_is_the_given_name() {
        check("欧阳娜娜", "Ouyang Nana");
        check("诸葛亮", "Zhuge Liang");
        check("司马懿", "Sima Yi");
        check("令狐冲", "Linghu Chong");
        check("澹台明", "Tantai Ming");
        check("李子涵", "Li Zihan");
        check("王伟", "Wang Wei");
    }

    #[test]
    fn two_characters_are_one_and_one() {
        check("欧阳", "Ou Yang");
    }

    #[test]
    fn u_with_dots_is_written_as_in_todays_passports() {
        check("吕布", "Lyu Bu");
        check("闾丘略", "Lyuqiu Lyue");
        check("张绿女", "Zhang Lyunyu");
    }

    #[test]
    fn a_name_of_another_kind_is_not_spelled() {
        for name in ["阿卜杜拉·买买提", "陈方安生", "Li", "李", "", "李Zihan"] {
            assert_eq!(of_name(name), None, "{name}");
        }
    }

    proptest! {
        #[test]
        fn what_comes_out_is_plain_latin(name in "[\u{4e00}-\u{9fa5}]{2,4}") {
            if let Some(roman) = of_name(&name) {
                for word in [roman.family, roman.given] {
                    prop_assert!(word.chars().all(|c| c.is_ascii_alphabetic()), "{}", word);
                    prop_assert!(word.starts_with(|c: char| c.is_ascii_uppercase()));
                }
            }
        }
    }
}
