//! Words that say what a place in a form is for, and how its answer must be.

use std::collections::HashSet;

use profile::List;

use super::{Dictionary, file::CueWords};
use crate::label::{Grammar, Normal};

/// Words that say what a place in a form is for, and how its answer must be.
#[derive(Debug, Default)]
pub(crate) struct Cues {
    office: Vec<Normal>,
    office_except: Vec<Normal>,
    signature: Vec<Normal>,
    signature_except: Vec<Normal>,
    photo: Vec<Normal>,
    photo_except: Vec<Normal>,
    index: Vec<String>,
    required: Vec<Normal>,
    /// Words for yes, but for the Chinese ones.
    pub(crate) yes: Vec<String>,
    /// Words for no, but for the Chinese ones.
    pub(crate) no: Vec<String>,
    /// Chinese words for yes.
    pub(crate) yes_zh: Vec<String>,
    /// Chinese words for no.
    pub(crate) no_zh: Vec<String>,
    /// All words for yes, in one spelling.
    says_yes: HashSet<String>,
    /// All words for no, in one spelling.
    says_no: HashSet<String>,
    /// Words for another one than those printed.
    pub(crate) other: Vec<Normal>,
    /// Steps of a scale.
    scale: Vec<Normal>,
    at_most: Vec<Normal>,
    at_least: Vec<Normal>,
    characters: Vec<Normal>,
    words: Vec<Normal>,
    oldest_first: Vec<Normal>,
    from_university: Vec<Normal>,
    several: Vec<Normal>,
    first_row: Vec<Normal>,
    in_english: Vec<Normal>,
    in_chinese: Vec<Normal>,
    /// Who heads a group that applies together.
    pub(crate) leader: Vec<Normal>,
    /// Children for whom their parents fill a form.
    pub(crate) child: Vec<Normal>,
    /// Those who fill it for them.
    pub(crate) parent: Vec<Normal>,
    /// Who examines a school's pupils and is no school: `Board / University`.
    pub(crate) boards: Vec<Normal>,
    /// Words before the end of a period: `from ____ to ____`.
    pub(crate) until: Vec<Normal>,
    /// Words before what is over: `Previous education`.
    pub(crate) previous: Vec<Normal>,
    /// Words about studies that are over: `Degrees already awarded`.
    pub(crate) over: Vec<Normal>,
    /// Words before a school or a place of work that is to come: `Planned studies`.
    pub(crate) ahead: Vec<Normal>,
    /// Words behind one: `Institution applying to`.
    pub(crate) applied_to: Vec<Normal>,
    /// Words before where the candidate goes: `Studies in Norway`.
    pub(crate) going_to: Vec<Normal>,
    /// Words before where the candidate is now: `Home institution`.
    pub(crate) now: Vec<Normal>,
    /// Words behind a person that only say where they are: `Supervisor at the institute`.
    pub(crate) placing: Vec<String>,
    /// Words that ask for the detail of a question, whatever it is: `Please specify`.
    pub(crate) ask_detail: Vec<Normal>,
    /// Words that ask who somebody is: `Who will pay for your trip?`
    pub(crate) who: Vec<Normal>,
    /// Words for people whom a form asks for beside the candidate.
    pub(crate) persons: Vec<Normal>,
    /// Words that go on from a question that was answered with yes: `If yes, which class?`
    pub(crate) if_so: Vec<Normal>,
    /// The names of languages, each with all it is called.
    pub(crate) languages: Vec<Vec<String>>,
    /// Letters that count and also read as words, the first with the second.
    pub(crate) numerals: Vec<[String; 2]>,
}

impl Cues {
    pub(super) fn take_up(&mut self, language: &str, words: CueWords, grammar: &Grammar) {
        let add = |into: &mut Vec<Normal>, words: &[String]| {
            into.extend(words.iter().map(|words| grammar.normal(words)));
        };
        add(&mut self.office, &words.office);
        add(&mut self.office_except, &words.office_except);
        add(&mut self.signature, &words.signature);
        add(&mut self.signature_except, &words.signature_except);
        add(&mut self.photo, &words.photo);
        add(&mut self.photo_except, &words.photo_except);
        add(&mut self.required, &words.required);
        add(&mut self.other, &words.other);
        add(&mut self.scale, &words.scale);
        add(&mut self.at_most, &words.at_most);
        add(&mut self.at_least, &words.at_least);
        add(&mut self.characters, &words.characters);
        add(&mut self.words, &words.words);
        add(&mut self.oldest_first, &words.oldest_first);
        add(&mut self.from_university, &words.from_university);
        add(&mut self.boards, &words.boards);
        add(&mut self.several, &words.several);
        add(&mut self.first_row, &words.first_row);
        add(&mut self.in_english, &words.in_english);
        add(&mut self.in_chinese, &words.in_chinese);
        add(&mut self.leader, &words.leader);
        add(&mut self.child, &words.child);
        add(&mut self.parent, &words.parent);
        add(&mut self.until, &words.until);
        add(&mut self.previous, &words.previous);
        add(&mut self.over, &words.over);
        add(&mut self.ahead, &words.ahead);
        add(&mut self.applied_to, &words.applied_to);
        add(&mut self.going_to, &words.going_to);
        add(&mut self.now, &words.now);
        add(&mut self.who, &words.who);
        add(&mut self.ask_detail, &words.ask_detail);
        add(&mut self.persons, &words.persons);
        self.placing.extend(words.placing);
        add(&mut self.if_so, &words.if_so);
        self.numerals.extend(words.numerals);
        self.languages.extend(words.languages);
        self.index.extend(words.index.iter().map(|words| grammar.normal(words).text()));
        let (yes, no) = if language == "zh" {
            (&mut self.yes_zh, &mut self.no_zh)
        } else {
            (&mut self.yes, &mut self.no)
        };
        self.says_yes.extend(words.yes.iter().map(|it| grammar.normal(it).text()));
        self.says_no.extend(words.no.iter().map(|it| grammar.normal(it).text()));
        yes.extend(words.yes);
        no.extend(words.no);
    }

    /// Whether words ask for an answer in English.
    pub(crate) fn in_english(&self, text: &Normal) -> bool {
        holds(text, &self.in_english)
    }

    /// Whether words ask for an answer in Chinese.
    pub(crate) fn in_chinese(&self, text: &Normal) -> bool {
        holds(text, &self.in_chinese)
    }

    /// Whether an option is a bare yes or no.
    pub(crate) fn says_yes_or_no(&self, option: &Normal, grammar: &Grammar) -> bool {
        let all = [&self.yes, &self.no, &self.yes_zh, &self.no_zh];
        all.into_iter().flatten().any(|words| grammar.normal(words) == *option)
    }

    /// Whether words give the first row of a table to the candidate.
    pub(super) fn gives_first_row(&self, text: &Normal, grammar: &Grammar) -> bool {
        holds(text, &self.first_row) && holds(text, &grammar.mine)
    }

    /// Whether an option is `other`.
    pub(crate) fn is_other(&self, option: &Normal) -> bool {
        self.other.contains(option)
    }
}

fn holds(text: &Normal, any: &[Normal]) -> bool {
    any.iter().any(|words| text.holds(words))
}

impl Dictionary {
    fn normal(&self, text: &str) -> Normal {
        self.0.grammar.normal(text)
    }

    /// Whether words name a part that somebody else fills.
    pub fn is_office(&self, text: &str) -> bool {
        let text = self.normal(text);
        holds(&text, &self.0.cues.office) && !holds(&text, &self.0.cues.office_except)
    }

    /// Whether words ask for a signature.
    pub fn is_signature(&self, text: &str) -> bool {
        let text = self.normal(text);
        holds(&text, &self.0.cues.signature) && !holds(&text, &self.0.cues.signature_except)
    }

    /// Whether words ask for the candidate's picture.
    pub fn is_photo(&self, text: &str) -> bool {
        let text = self.normal(text);
        text.len() <= 40
            && holds(&text, &self.0.cues.photo)
            && !holds(&text, &self.0.cues.photo_except)
    }

    /// Whether words let several options be ticked (可多选).
    pub fn allows_several(&self, text: &str) -> bool {
        holds(&self.normal(text), &self.0.cues.several)
    }

    /// Whether words say that the first row of a table about several people is the
    /// candidate's (首行填写申请人).
    pub(crate) fn gives_first_row(&self, text: &str) -> bool {
        self.0.gives_first_row(text)
    }

    /// Whether words ask for the oldest entry first (从高中开始).
    pub fn asks_oldest_first(&self, text: &str) -> bool {
        holds(&self.normal(text), &self.0.cues.oldest_first)
    }

    /// Whether words ask for the studies after school alone (从大学填起).
    pub(crate) fn begins_with_university(&self, text: &str) -> bool {
        holds(&self.normal(text), &self.0.cues.from_university)
    }

    /// Whether words head a column of numbers (序号).
    pub fn is_index(&self, text: &str) -> bool {
        self.0.cues.index.contains(&self.normal(text).text())
    }

    /// Whether a label says that it must be filled.
    pub fn is_required(&self, text: &str) -> bool {
        let marked = text.trim().trim_end_matches([':', '：', ' ']);
        marked.starts_with(['*', '＊', '★'])
            || marked.ends_with(['*', '＊'])
            || marked.contains("(*)")
            || marked.contains("（*）")
            || holds(&self.normal(text), &self.0.cues.required)
    }

    /// Whether an option says yes, alone or first (有，持有…).
    pub fn says_yes(&self, option: &str) -> bool {
        self.says(option, &self.0.cues.says_yes)
    }

    /// Whether an option says no, alone or first.
    pub fn says_no(&self, option: &str) -> bool {
        self.says(option, &self.0.cues.says_no)
    }

    /// Whether an option names a code of one of these lists.
    pub(crate) fn names_code_of(&self, option: &str, lists: &[List]) -> bool {
        let known = self.0.codes.get(&self.normal(option).text());
        known.is_some_and(|codes| codes.iter().any(|(list, _)| lists.contains(list)))
    }

    fn says(&self, option: &str, words: &HashSet<String>) -> bool {
        let option = crate::label::plain(option);
        let first = option.trim().split([',', ';', ':', '(', '、', '。']).next().unwrap_or("");
        let first = self.normal(first).text();
        !first.is_empty() && words.contains(&first)
    }

    /// The limit that words name, in characters: 限500字, `max 1000 characters`.
    pub fn max_chars(&self, text: &str) -> Option<usize> {
        self.limit(text).filter(|it| !it.is_words).map(|it| it.number)
    }

    /// The limit that words name, in words: `no more than 200 words`.
    pub fn max_words(&self, text: &str) -> Option<usize> {
        self.limit(text).filter(|it| it.is_words).map(|it| it.number)
    }

    fn limit(&self, text: &str) -> Option<Limit> {
        let text = self.normal(text);
        let cues = &self.0.cues;
        if holds(&text, &cues.at_least) && !holds(&text, &cues.at_most) {
            return None;
        }
        let mut ranged = false;
        let mut limit = None;
        for (at, token) in text.0.iter().enumerate() {
            let Ok(number) = token.parse::<usize>() else { continue };
            let rest = text.slice(at + 1, text.len());
            if starts_with_any(&rest, &cues.characters) {
                limit = Some(Limit { number, is_words: false });
            } else if starts_with_any(&rest, &cues.words) {
                limit = Some(Limit { number, is_words: true });
            } else {
                ranged |= rest.0.first().is_some_and(|next| next.parse::<usize>().is_ok());
            }
        }
        let says_so = holds(&text, &cues.at_most) || ranged || text.len() <= 3;
        limit.filter(|it| says_so && (10..=100_000).contains(&it.number))
    }

    /// How many options words let be ticked: `choose maximum 5`, 最多选3项.
    pub(crate) fn max_choices(&self, text: &str) -> Option<usize> {
        let text = self.normal(text);
        let cues = &self.0.cues;
        if !holds(&text, &cues.at_most) {
            return None;
        }
        let numbers = text.0.iter().enumerate().filter_map(|(at, token)| {
            let number = token.parse::<usize>().ok().filter(|it| (1..=50).contains(it))?;
            let rest = text.slice(at + 1, text.len());
            let counts_letters = [&cues.characters, &cues.words];
            let counts_letters = counts_letters.iter().any(|it| starts_with_any(&rest, it));
            (!counts_letters).then_some(number)
        });
        numbers.min()
    }

    /// Whether words are a step of a scale: fluent, good, 一般.
    pub(crate) fn is_step(&self, words: &str) -> bool {
        self.0.cues.scale.contains(&self.normal(words))
    }

    /// Whether a word says which of a kind, as `Secondary` does.
    pub(crate) fn is_ordinal(&self, words: &str) -> bool {
        let normal = self.normal(words);
        words.len() > 3
            && matches!(normal.0.as_slice(), [one] if self.0.grammar.ordinal(one).is_some())
    }

    /// Whether an option is one for what the others do not say.
    pub(crate) fn is_other_option(&self, option: &str) -> bool {
        self.0.cues.is_other(&self.normal(option))
    }

    /// What a label asks another one of: `university` for `Other university`.
    pub(crate) fn other_than(&self, label: &str) -> Option<String> {
        let label = self.normal(label);
        let rests = self.0.cues.other.iter().filter_map(|it| label.after(it));
        rests.map(|it| it.text()).find(|it| !it.is_empty())
    }

    /// Whether two labels read the same in their one spelling.
    pub(crate) fn is_same_label(&self, one: &str, other: &str) -> bool {
        self.normal(one) == self.normal(other)
    }
}

/// A limit to the length of an answer.
struct Limit {
    number: usize,
    /// Words are counted, and not characters.
    is_words: bool,
}

fn starts_with_any(text: &Normal, any: &[Normal]) -> bool {
    any.iter().any(|words| !words.is_empty() && text.after(words).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn all(says: impl Fn(&str) -> bool, yes: &[&str], no: &[&str]) {
        for words in yes {
            assert!(says(words), "{words}");
        }
        for words in no {
            assert!(!says(words), "{words}");
        }
    }

    #[test]
    fn words_say_what_a_place_is_for() {
        let it = Dictionary::shipped();
        all(
            |words| it.is_office(words),
            &[
                "导师意见",
                "资格初审情况（招聘单位填写）",
                "FOR OFFICE USE ONLY",
                "Approved by:",
                "单位意见（盖章）",
            ],
            &["姓名", "个人意见", "Office phone", "Name"],
        );
        all(
            |words| it.is_signature(words),
            &["签名：", "申请人签字", "Signature of applicant", "Signed:", "Sign here"],
            &["姓名", "Design", "Date", "Assignment"],
        );
        all(
            |words| it.is_photo(words),
            &["照片", "（贴小一寸彩色近照）", "照\n片", "Passport size photograph", "Photo"],
            &["姓名", "Photograph references", "身份证复印件"],
        );
        all(|words| it.is_index(words), &["序号", "No.", "S. No", "#"], &["学号", "Phone No."]);
        all(
            |words| it.is_required(words),
            &["*姓名", "姓名*：", "邮箱（必填）", "Name (required)"],
            &["姓名", "昵称（选填）"],
        );
        all(|words| it.allows_several(words), &["可多选", "Tick all that apply"], &["单选"]);
    }

    #[test]
    fn a_number_of_choices_is_read_as_forms_print_it() {
        let it = Dictionary::shipped();
        for (words, expected) in [
            ("Groups (please choose maximum 5 groups)", Some(5)),
            ("Choose up to 3 topics", Some(3)),
            ("志愿方向（最多选2项）", Some(2)),
            ("Skills (max 500 characters)", None),
            ("Choose at least 2", None),
        ] {
            assert_eq!(it.max_choices(words), expected, "{words}");
        }
        assert_eq!(it.other_than("Other University").as_deref(), Some("university"));
        assert_eq!(it.other_than("Mother"), None);
    }

    #[test]
    fn options_say_yes_or_no_alone_or_first() {
        let it = Dictionary::shipped();
        all(
            |words| it.says_yes(words),
            &["是", "Yes", "有，持有____证", "Y"],
            &["否", "是否", "No"],
        );
        all(|words| it.says_no(words), &["否", "无", "No", "没有"], &["是", "Yes", "Norway"]);
    }

    #[track_caller]
    fn limit(words: &str, expected: Option<usize>) {
        assert_eq!(Dictionary::shipped().max_chars(words), expected, "{words}");
    }

    #[test]
    fn a_limit_is_read_as_forms_print_it() {
        limit("摘要（800字以内）", Some(800));
        limit("自我评价（限500字）", Some(500));
        limit("个人简介（不超过300字）", Some(300));
        limit("作品简介（200-300字）", Some(300));
        limit("Abstract (max 1000 characters)", Some(1000));
        limit("不少于500字", None);
        limit("出生年月（如1999.03）", None);
        limit("at least 200 words", None);
        limit("Name", None);
        let words = |text: &str| Dictionary::shipped().max_words(text);
        assert_eq!(words("Personal statement (within 200 words)"), Some(200));
        assert_eq!(words("Describe your work in no more than 200 words"), Some(200));
        assert_eq!(words("at least 200 words"), None);
        assert_eq!(words("个人简介（不超过300字）"), None);
    }
}
