//! A question in its one spelling.

/// A question in its one spelling: tokens, each a Chinese character, a word or a number.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub(crate) struct Normal(pub(crate) Vec<String>);

impl Normal {
    /// How many tokens there are.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing is left.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The tokens from `start` up to `end`.
    pub(crate) fn slice(&self, start: usize, end: usize) -> Self {
        Self(self.0[start..end].to_vec())
    }

    /// One text: words apart, Chinese characters together.
    pub(crate) fn text(&self) -> String {
        let mut text = String::new();
        let mut after_word = false;
        for token in &self.0 {
            let word = is_word(token);
            if word && after_word {
                text.push(' ');
            }
            text.push_str(token);
            after_word = word;
        }
        text
    }

    /// The same words in the order of the alphabet, for two words or more and
    /// no Chinese: English forms shuffle them (`Phone, Home`).
    pub(crate) fn bag(&self) -> Option<String> {
        if self.len() < 2 || !self.0.iter().all(|token| is_word(token)) {
            return None;
        }
        let mut words: Vec<&str> = self.0.iter().map(String::as_str).collect();
        words.sort_unstable();
        Some(words.join(" "))
    }

    /// Whether another one stands in it, token by token.
    pub(crate) fn holds(&self, other: &Self) -> bool {
        !other.is_empty() && self.0.windows(other.len()).any(|window| window == other.0)
    }

    /// Itself before another.
    pub(crate) fn then(&self, other: &Self) -> Self {
        Self(self.0.iter().chain(&other.0).cloned().collect())
    }

    /// What is left after `start`, if it begins so.
    pub(crate) fn after(&self, start: &Self) -> Option<Self> {
        let rest = self.0.strip_prefix(start.0.as_slice())?;
        Some(Self(rest.to_vec()))
    }

    /// What is left before `end`, if it ends so.
    pub(crate) fn before(&self, end: &Self) -> Option<Self> {
        let rest = self.0.strip_suffix(end.0.as_slice())?;
        Some(Self(rest.to_vec()))
    }
}

fn is_word(token: &str) -> bool {
    !token.chars().next().is_some_and(super::is_han)
}
