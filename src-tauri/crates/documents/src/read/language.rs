//! Which languages a CV is written in.
//!
//! A Chinese CV names English papers and tools, an English one its writer's
//! Chinese name, so a few words of the other language decide nothing. Han
//! characters are counted against Latin words first; only then does a detector
//! tell English from the other languages in Latin letters.

use crate::Languages;

/// An English word says about as much as this many Han characters.
const HAN_PER_WORD: f64 = 1.6;
/// A language is one of the document's own when it carries this share of it.
const OWN_SHARE: f64 = 0.3;
/// With fewer words than this there is nothing to judge by.
const FEW_WORDS: f64 = 5.0;

/// Words that hold English sentences together, even in the clipped style of a CV.
const ENGLISH: &[&str] = &[
    "the",
    "of",
    "and",
    "in",
    "to",
    "for",
    "with",
    "a",
    "an",
    "on",
    "at",
    "by",
    "from",
    "as",
    "is",
    "my",
    "that",
    "using",
    "university",
    "research",
    "experience",
    "education",
    "skills",
];
/// The least share of those words in English. Other languages share only a few of them.
const ENGLISH_SHARE: f64 = 0.06;

/// Judges by the whole text.
pub(super) fn detect(text: &str) -> Languages {
    let han = text.chars().filter(|c| is_han(*c)).count();
    let kana = text.chars().filter(|c| matches!(c, '\u{3041}'..='\u{30ff}')).count();
    if kana * 5 > han && kana > 10 {
        return Languages::Other("jpn".into());
    }
    let words = latin_words(text);
    let chinese = precise(han) / HAN_PER_WORD;
    let latin = precise(words.len());
    let total = chinese + latin;
    if total < FEW_WORDS {
        return match whatlang::detect(text) {
            Some(it) if it.is_reliable() && it.lang() != whatlang::Lang::Eng => other(it.lang()),
            _ => Languages::Unknown,
        };
    }
    let is_chinese = chinese / total >= OWN_SHARE;
    if latin / total < OWN_SHARE {
        return Languages::Chinese;
    }
    match (foreign(&words), is_chinese) {
        (None, true) => Languages::Both,
        (None, false) => Languages::English,
        (Some(_), true) => Languages::Chinese,
        (Some(lang), false) => other(lang),
    }
}

/// The language of these words, when it is surely not English.
fn foreign(words: &[String]) -> Option<whatlang::Lang> {
    let english = words.iter().filter(|it| ENGLISH.contains(&it.as_str())).count();
    if precise(english) >= ENGLISH_SHARE * precise(words.len()) {
        return None;
    }
    let found = whatlang::detect(&words.join(" "))?;
    (found.is_reliable() && found.lang() != whatlang::Lang::Eng).then(|| found.lang())
}

fn other(lang: whatlang::Lang) -> Languages {
    Languages::Other(lang.code().into())
}

/// Words in Latin letters, in lower case; addresses and numbers are no words.
fn latin_words(text: &str) -> Vec<String> {
    text.split(|c: char| c.is_whitespace() || is_han(c) || ",;:()/|".contains(c))
        .filter(|it| !it.contains(['@', '\\']) && !it.contains("//"))
        .map(|it| it.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase())
        .filter(|it| it.chars().next().is_some_and(is_latin))
        .collect()
}

fn is_latin(c: char) -> bool {
    c.is_alphabetic() && (c.is_ascii() || matches!(c, '\u{c0}'..='\u{24f}'))
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

/// Counts of words fit a float exactly: a CV has fewer than 2^52 of them.
#[expect(clippy::cast_precision_loss, reason = "files are bounded far below 2^52")]
fn precise(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::detect;
    use crate::Languages;

    #[track_caller]
    fn check(text: &str, expected: &Languages) {
        assert_eq!(&detect(text), expected, "{text}");
    }

    #[test]
    fn a_few_words_of_the_other_language_decide_nothing() {
        check(
            "Zihan Li 李子涵. Ph.D. student in computer science at Example University, working \
             on verifiable systems and side channels in network stacks.",
            &Languages::English,
        );
        check(
            "李子涵，示例大学计算机科学与技术专业博士研究生，研究方向为可验证系统与网络侧信道。熟悉 Rust、C++ 与 \
             Linux 内核，在 USENIX Security 发表论文一篇，曾获国家奖学金。",
            &Languages::Chinese,
        );
    }

    #[test]
    fn two_halves_are_both() {
        let english = "Ph.D. student in computer science, working on verifiable systems. ";
        let chinese = "计算机科学与技术专业博士研究生，研究方向为可验证系统与网络侧信道。";
        check(&format!("{english}\n{chinese}"), &Languages::Both);
    }

    #[test]
    fn other_languages_in_latin_letters_are_not_english() {
        check(
            "Étudiant en informatique à Paris, je travaille depuis deux ans sur la sécurité des \
             systèmes répartis et je cherche un stage de recherche pour l'été prochain.",
            &Languages::Other("fra".into()),
        );
    }

    #[test]
    fn a_clipped_list_of_tools_is_still_english() {
        check(
            "Education: B.Sc. Computer Science, Example University, GPA 3.8. Skills: Rust, Go, \
             Python, Kubernetes, eBPF, LLVM. Awards: National Scholarship 2022.",
            &Languages::English,
        );
    }

    #[test]
    fn a_number_is_no_language() {
        check("2024-09-01 13800138000", &Languages::Unknown);
    }
}
