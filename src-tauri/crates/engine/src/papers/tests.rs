//! Papers say what the profile says, and where it says nothing.

use documents::writing::{Block, Stand, Writing};
use jiff::civil::date;
use postings::Language;
use profile::Profile;

use super::{letter, letter_text};
use crate::letter::Slots;

const PROFILE: &str = r#"{
  "basics": {"name": {"en": "Mei Ling", "zh": "凌梅"}, "email": "mei@example.com"},
  "education": [{"institution": {"en": "Example University", "zh": "示例大学"},
    "major": {"en": "Computer Science", "zh": "计算机"}, "state": "inProgress"}],
  "statements": {"motivation": {"en": "I want to build honest systems."}}
}"#;

fn written(language: Language) -> (Writing, String, Vec<String>) {
    let folder = postings::find("msra-trustworthy-systems").unwrap();
    let profile = Profile::parse(PROFILE).unwrap();
    let today = date(2026, 3, 1);
    let slots = Slots { folder: &folder, profile: &profile, language, today };
    let letter = letter(&slots, &letter_text(&folder, language).unwrap());
    (letter.writing, letter.text, letter.gaps)
}

fn words(writing: &Writing) -> String {
    writing.pieces().map(|it| it.text.as_str()).collect::<Vec<_>>().join("|")
}

#[test]
fn a_letter_is_made_of_facts_and_own_sentences() {
    let (writing, text, gaps) = written(Language::En);
    assert_eq!(gaps, Vec::<String>::new());
    let words = words(&writing);
    for part in [
        "Mei Ling",
        "1 March 2026",
        "Trustworthy Systems Group\nMicrosoft Research Asia",
        "an internship position in MSRA Trustworthy Systems Research Group",
        "I study Computer Science at Example University.",
        "I want to build honest systems.",
    ] {
        assert!(words.contains(part), "{part}: {words}");
    }
    // Nothing is known of dates or plans, so nothing is said of them.
    assert!(!words.contains("I can start") && !words.contains('['), "{words}");
    assert!(text.starts_with("Dear Sir or Madam,\n\nI am applying for"), "{text}");
}

#[test]
fn what_is_missing_in_a_language_is_a_gap_in_it() {
    let (writing, text, gaps) = written(Language::Zh);
    assert_eq!(gaps, ["statement.motivation"]);
    assert_eq!(writing.gaps(), ["[statement.motivation]"]);
    assert!(text.contains("{statement.motivation}"), "{text}");
    assert!(words(&writing).contains("我就读于示例大学，专业为计算机。"));
}

#[test]
fn a_chinese_letter_ends_as_chinese_letters_do() {
    let (writing, ..) = written(Language::Zh);
    let stands: Vec<(String, Stand)> = writing
        .blocks
        .iter()
        .filter_map(|it| match it {
            Block::Paragraph(words, stand) => {
                Some((words.iter().map(|it| it.text.as_str()).collect(), *stand))
            }
            _ => None,
        })
        .collect();
    let end = &stands[stands.len() - 4..];
    let expected = [
        ("此致", Stand::Body),
        ("敬礼！", Stand::Flush),
        ("凌梅", Stand::Right),
        ("2026年3月1日", Stand::Right),
    ];
    assert_eq!(end, expected.map(|(words, stand)| (words.to_owned(), stand)));
}
