//! Bringing questions to one spelling, by the rules that the dictionaries give.

use std::collections::{HashMap, HashSet};

use super::{
    Normal,
    script::{Script, fold_latin, plain, script},
};

/// Tokens, and the ones that are read in their place.
type Replacement = (Vec<String>, Vec<String>);

/// The rules of every language: what to replace, to drop, to turn round.
#[derive(Debug, Default)]
pub(crate) struct Grammar {
    fold: HashMap<char, char>,
    replace: HashMap<String, Vec<Replacement>>,
    drop: HashSet<String>,
    flip: HashSet<String>,
    lead: Starts,
    cut: Starts,
    /// Words that mean the candidate: `applicant`, 本人.
    pub(crate) mine: Vec<Normal>,
    /// Words that add nothing: `full`, 详细.
    pub(crate) idle: Vec<Normal>,
    /// Nouns that sections end with and that say nothing: `details`, 信息.
    pub(crate) titles: Vec<Normal>,
    /// Words for the first, the second, … of a kind.
    pub(crate) ordinals: HashMap<String, usize>,
    /// Words that say how many, where they stand first: `three referees`.
    pub(crate) counts: HashSet<String>,
    /// Words that stand before the number of a section: `part`, 第.
    pub(crate) numbered: HashSet<String>,
    /// Words and marks that join two questions in one label.
    pub(crate) joiners: Vec<String>,
}

/// Sequences of words by their first word, the longest first.
type Starts = HashMap<String, Vec<Vec<String>>>;

/// The rules of one language, as its dictionary writes them.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Rules {
    /// Pairs of characters, the second to be read for the first.
    fold: String,
    /// Words to be read for others.
    replace: HashMap<String, String>,
    /// Words that say nothing anywhere.
    drop: Vec<String>,
    /// Words that turn round what stands about them: `date of birth`.
    flip: Vec<String>,
    /// Words that a question may begin with: `please enter your`.
    lead: Vec<String>,
    /// Words that begin a remark: `as shown in`.
    cut: Vec<String>,
    mine: Vec<String>,
    idle: Vec<String>,
    titles: Vec<String>,
    ordinals: Vec<Vec<String>>,
    counts: Vec<String>,
    numbered: Vec<String>,
    joiners: Vec<String>,
}

impl Grammar {
    /// Takes up the rules of one more language.
    pub(crate) fn add(&mut self, rules: Rules) {
        let mut pairs = rules.fold.chars().filter(|c| !c.is_whitespace());
        while let (Some(from), Some(to)) = (pairs.next(), pairs.next()) {
            self.fold.insert(from, to);
        }
        for (from, to) in &rules.replace {
            let (from, to) = (self.tokens(from), self.tokens(to));
            if let Some(first) = from.first() {
                self.replace.entry(first.clone()).or_default().push((from, to));
            }
        }
        for choices in self.replace.values_mut() {
            choices.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.cmp(b)));
        }
        self.drop.extend(rules.drop.iter().flat_map(|word| self.tokens(word)).collect::<Vec<_>>());
        self.flip.extend(rules.flip);
        let mut lead = std::mem::take(&mut self.lead);
        let mut cut = std::mem::take(&mut self.cut);
        for (into, words) in [(&mut lead, &rules.lead), (&mut cut, &rules.cut)] {
            for words in words {
                let words = self.tokens(words);
                if let Some(first) = words.first() {
                    into.entry(first.clone()).or_default().push(words);
                }
            }
            for sequences in into.values_mut() {
                sequences.sort_by_key(|words| std::cmp::Reverse(words.len()));
            }
        }
        let normal = |words: &[String]| -> Vec<Normal> {
            let mut all: Vec<Normal> = words.iter().map(|words| self.normal(words)).collect();
            all.sort_by_key(|words| std::cmp::Reverse(words.len()));
            all
        };
        let (mine, idle, titles) =
            (normal(&rules.mine), normal(&rules.idle), normal(&rules.titles));
        (self.lead, self.cut) = (lead, cut);
        self.mine.extend(mine);
        self.idle.extend(idle);
        self.titles.extend(titles);
        for (at, words) in rules.ordinals.into_iter().enumerate() {
            self.ordinals.extend(words.into_iter().map(|word| (word, at + 1)));
        }
        self.counts.extend(rules.counts);
        self.numbered.extend(rules.numbered);
        self.joiners.extend(rules.joiners);
        self.joiners.sort_by_key(|word| std::cmp::Reverse(word.len()));
    }

    /// Words in their one spelling.
    pub(crate) fn normal(&self, text: &str) -> Normal {
        let mut tokens = self.tokens(text);
        // Twice, for a word may be put in that another rule is about.
        tokens = self.replaced(&self.replaced(&tokens));
        self.cut_remark(&mut tokens);
        while let Some(length) = found(&self.lead, &tokens).filter(|length| *length < tokens.len())
        {
            tokens.drain(..length);
        }
        tokens = self.turned(tokens);
        tokens.retain(|token| !self.drop.contains(token));
        Normal(tokens.into_iter().map(stem).collect())
    }

    /// The same without one more word that adds nothing, at either end.
    pub(crate) fn without_idle(&self, normal: &Normal) -> Option<Normal> {
        self.idle
            .iter()
            .find_map(|idle| normal.after(idle).or_else(|| normal.before(idle)))
            .filter(|rest| !rest.is_empty())
    }

    /// A section's title without the nouns that all sections end with.
    pub(crate) fn title(&self, text: &str) -> Normal {
        self.untitled(self.normal(text))
    }

    /// The same of words that are in their one spelling already.
    pub(crate) fn untitled(&self, mut title: Normal) -> Normal {
        while let Some(rest) = self.titles.iter().find_map(|noun| title.before(noun)) {
            if rest.is_empty() {
                break;
            }
            title = rest;
        }
        title
    }

    /// Which one of a kind a token counts: `1`, `first`, 一.
    pub(crate) fn ordinal(&self, token: &str) -> Option<usize> {
        self.ordinals.get(token).copied()
    }

    fn tokens(&self, text: &str) -> Vec<String> {
        let folded: Vec<char> = plain(text)
            .chars()
            .map(|c| if c.is_ascii() { c } else { self.fold.get(&c).copied().unwrap_or(c) })
            .flat_map(fold_latin)
            .collect();
        let mut tokens = Vec::new();
        let mut word = String::new();
        for (at, &c) in folded.iter().enumerate() {
            let next = folded.get(at + 1).copied().unwrap_or(' ');
            match script(c) {
                Script::Han => {
                    flush(&mut word, &mut tokens);
                    tokens.push(c.to_string());
                }
                Script::Latin | Script::Other => {
                    // `address1` is two words; `10th` is one.
                    word.push(c);
                }
                Script::None if c.is_ascii_digit() => {
                    if word.chars().next_back().is_some_and(char::is_alphabetic) {
                        flush(&mut word, &mut tokens);
                    }
                    word.push(c);
                }
                Script::None => {
                    let abbreviates = c == '.' && next.is_alphabetic() && {
                        let after = folded.get(at + 2).copied().unwrap_or(' ');
                        word.chars().count() == 1 || !after.is_alphanumeric()
                    };
                    let possessive = c == '\'' && !word.is_empty() && next.is_alphanumeric();
                    if possessive && next == 's' {
                        // The `s` is pushed with the next turn and taken off again in `flush`.
                        word.push('\'');
                    } else if !(possessive || abbreviates && !word.is_empty()) {
                        flush(&mut word, &mut tokens);
                        match c {
                            '#' => tokens.push("number".to_owned()),
                            '%' => tokens.push("percent".to_owned()),
                            _ => {}
                        }
                    }
                }
            }
        }
        flush(&mut word, &mut tokens);
        tokens
    }

    fn replaced(&self, tokens: &[String]) -> Vec<String> {
        let mut out = Vec::with_capacity(tokens.len());
        let mut rest = tokens;
        while let Some(first) = rest.first() {
            let rule = self
                .replace
                .get(first)
                .and_then(|rules| rules.iter().find(|(from, _)| starts(rest, from)));
            if let Some((from, to)) = rule {
                out.extend(to.iter().cloned());
                rest = &rest[from.len()..];
            } else {
                out.push(first.clone());
                rest = &rest[1..];
            }
        }
        out
    }

    fn cut_remark(&self, tokens: &mut Vec<String>) {
        let end = (1..tokens.len())
            .find(|&at| found(&self.cut, &tokens[at..]).is_some())
            .unwrap_or(tokens.len());
        tokens.truncate(end);
    }

    /// `date of birth of applicant` says `applicant birth date`.
    fn turned(&self, tokens: Vec<String>) -> Vec<String> {
        let turns = tokens.iter().filter(|token| self.flip.contains(*token)).count();
        // `a student of ____` has nothing to turn round.
        let ends = tokens.last().is_some_and(|it| self.flip.contains(it));
        if turns == 0 || turns > 3 || tokens.len() > 14 || ends {
            return tokens;
        }
        tokens.rsplit(|token| self.flip.contains(token)).flatten().cloned().collect()
    }
}

fn flush(word: &mut String, tokens: &mut Vec<String>) {
    let done = word.strip_suffix("'s").unwrap_or(word).replace('\'', "");
    if !done.is_empty() {
        tokens.push(done);
    }
    word.clear();
}

/// How many of the first tokens are one of the sequences.
fn found(sequences: &Starts, tokens: &[String]) -> Option<usize> {
    let sequences = sequences.get(tokens.first()?)?;
    sequences.iter().find(|sequence| starts(tokens, sequence)).map(Vec::len)
}

fn starts(tokens: &[String], with: &[String]) -> bool {
    !with.is_empty() && tokens.starts_with(with)
}

/// One form for singular and plural. It need not be a word, only the same for both.
fn stem(word: String) -> String {
    if word.len() < 4 || !word.bytes().all(|b| b.is_ascii_lowercase()) {
        return word;
    }
    if let Some(start) = word.strip_suffix("ies").filter(|start| start.len() > 2) {
        return format!("{start}y");
    }
    for (plural, singular) in [("sses", "ss"), ("xes", "x"), ("ches", "ch"), ("shes", "sh")] {
        if let Some(start) = word.strip_suffix(plural) {
            return format!("{start}{singular}");
        }
    }
    match word.strip_suffix('s') {
        Some(start) if !start.ends_with(['s', 'u', 'i']) => start.to_owned(),
        _ => word,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn grammar() -> Grammar {
        let mut grammar = Grammar::default();
        grammar.add(Rules {
            fold: "電电 話话".to_owned(),
            replace: HashMap::from([
                ("no".to_owned(), "number".to_owned()),
                ("e mail".to_owned(), "email".to_owned()),
                ("dob".to_owned(), "birth date".to_owned()),
            ]),
            drop: ["the", "your", "and", "的"].map(str::to_owned).to_vec(),
            flip: vec!["of".to_owned()],
            lead: ["please enter", "please", "what is"].map(str::to_owned).to_vec(),
            cut: vec!["as per".to_owned()],
            titles: ["details", "信息"].map(str::to_owned).to_vec(),
            idle: vec!["full".to_owned()],
            ..Rules::default()
        });
        grammar
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(grammar().normal(text).text(), expected, "{text}");
    }

    #[test]
    fn one_question_has_one_spelling() {
        check("Phone No.", "phone number");
        check("Phone #", "phone number");
        check("E-mail", "email");
        check("D.O.B.", "birth date");
        check("Date of Birth", "birth date");
        check("Ph.D. Programme", "phd programme");
        check("Applicant’s Name", "applicant name");
        check("parents' names", "parent name");
        check("Name of the Father", "father name");
        check("Please enter your hobbies", "hobby");
        check("Name (as per passport)", "name");
        check("姓    名", "姓名");
        check("電　話", "电话");
        check("您的QQ号码", "您qq号码");
    }

    #[test]
    fn a_title_loses_its_last_noun_but_never_all() {
        assert_eq!(grammar().title("Contact Details").text(), "contact");
        assert_eq!(grammar().title("Details").text(), "detail");
        assert_eq!(grammar().title("联系信息").text(), "联系");
    }

    proptest! {
        #[test]
        fn any_text_has_a_spelling(text in ".{0,60}") {
            grammar().normal(&text);
        }
    }
}
