//! The language that a posting is in, by the share of Han in what was read of it.

use postings::{Language, Posting};

use super::own_postings::OwnPosting;

/// The language that a posting is in, as far as its file tells.
pub fn language_of(posting: &Posting) -> Language {
    of_posting(posting, None)
}

/// The language of a posting: of its title, what it asks of people, and the sentences that were
/// read from it. A word or two in another language, such as a title given twice, decide nothing.
pub(super) fn of_posting(posting: &Posting, own: Option<&OwnPosting>) -> Language {
    let asked = posting.qualifications.iter().flat_map(|it| &it.items).map(|it| &it.text);
    let when = posting.materials.iter().filter_map(|it| it.condition.as_ref());
    let mut read: Vec<&String> = own.into_iter().flat_map(|it| it.quotes.values()).collect();
    read.extend([&posting.title].into_iter().chain(asked).chain(when));
    // One sentence says several things.
    read.sort_unstable();
    read.dedup();
    of_words(read.into_iter().map(String::as_str))
}

fn of_words<'a>(read: impl Iterator<Item = &'a str>) -> Language {
    let (mut han, mut kana, mut letters) = (0_usize, 0_usize, 0_usize);
    for c in read.flat_map(str::chars) {
        match c {
            '\u{4e00}'..='\u{9fff}' => han += 1,
            '\u{3040}'..='\u{30ff}' => kana += 1,
            c if c.is_alphabetic() => letters += 1,
            _ => {}
        }
    }
    // An English word has some five letters, and is about two of Han. Japanese, which mixes
    // kana in, is answered in English.
    if han * 5 > letters * 2 && kana * 4 < han { Language::Zh } else { Language::En }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(read: &[&str], language: Language) {
        assert_eq!(of_words(read.iter().copied()), language, "{read:?}");
    }

    #[test]
    fn the_share_of_han_decides_and_not_one_character() {
        let english = "You are enrolled for a PhD and have written papers on storage systems.";
        check(&["Research Intern (研究实习生)", english], Language::En);
        check(
            &["Research Intern", "请将简历发送至邮箱", "要求熟悉 Rust 与分布式系统"],
            Language::Zh,
        );
        check(&["研究インターンシップの募集", "応募書類をメールで送ってください"], Language::En);
        check(&["实习生"], Language::Zh);
        check(&["Intern"], Language::En);
    }
}
