//! A person's name, whole or in parts, in Chinese and in Latin letters.

use std::{borrow::Cow, fmt};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{
    Deserialize, Deserializer, Serialize,
    de::{self, value::MapAccessDeserializer},
};

use super::{Entry, Member, Other, same};
use crate::{Text, pinyin, text::has_han};

/// A person's name.
///
/// In JSON a bare string (`"Ming Chen"`, `"陈明"`), the whole name in two
/// languages (`{"en": …, "zh": …}`), or its parts (`{"family": …, "given": …}`).
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Name {
    /// The whole name in Latin letters, as the person writes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
    /// The whole name in Chinese.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zh: Option<String>,
    /// The family name.
    #[serde(skip_serializing_if = "Member::is_blank")]
    pub family: Text,
    /// The given name.
    #[serde(skip_serializing_if = "Member::is_blank")]
    pub given: Text,
    /// The middle name.
    #[serde(skip_serializing_if = "Member::is_blank")]
    pub middle: Text,
    /// In pinyin as the passport has it, family name first: `LYU Xiaoming`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pinyin: Option<String>,
    /// What we do not know, kept as it was.
    #[serde(flatten)]
    pub other: Other,
}

/// Part of a name, and whether we worked out how it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Spelling {
    pub(crate) words: String,
    pub(crate) derived: bool,
}

impl Spelling {
    fn said(words: &str) -> Self {
        Self { words: words.trim().to_owned(), derived: false }
    }

    fn derived(words: impl Into<String>) -> Self {
        Self { words: words.into(), derived: true }
    }
}

impl Name {
    /// The whole name, each language written or worked out from what there is.
    pub fn whole(&self) -> Text {
        let words = |spelling: Option<Spelling>| spelling.map(|spelling| spelling.words);
        Text { en: words(self.whole_en()), zh: words(self.whole_zh()) }
    }

    /// The whole name in Chinese: 李子涵.
    pub(crate) fn whole_zh(&self) -> Option<Spelling> {
        let whole = self.written().zh().map(Spelling::said);
        whole
            .or_else(|| Some(Spelling::said(&format!("{}{}", self.family.zh()?, self.given.zh()?))))
    }

    /// The whole name in Latin letters: Zihan Li.
    pub(crate) fn whole_en(&self) -> Option<Spelling> {
        if let Some(whole) = self.written().en() {
            return Some(Spelling::said(whole));
        }
        let (family, given) = (self.family_en()?, self.given_en()?);
        let middle = self.middle.en().map(|middle| format!(" {middle}")).unwrap_or_default();
        let words = format!("{}{middle} {}", given.words, family.words);
        Some(Spelling { words, derived: family.derived || given.derived })
    }

    /// The family name in Chinese: 李.
    pub(crate) fn family_zh(&self) -> Option<Spelling> {
        let said = self.family.zh().map(Spelling::said);
        said.or_else(|| Some(Spelling::derived(pinyin::split(self.written().zh()?)?.0)))
    }

    /// The given name in Chinese: 子涵.
    pub(crate) fn given_zh(&self) -> Option<Spelling> {
        let said = self.given.zh().map(Spelling::said);
        said.or_else(|| {
            let whole = self.written();
            let whole = whole.zh()?;
            let given = match self.family.zh() {
                Some(family) => whole.strip_prefix(family).filter(|given| !given.is_empty())?,
                None => pinyin::split(whole)?.1,
            };
            Some(Spelling::derived(given))
        })
    }

    /// The family name in Latin letters: Li.
    pub(crate) fn family_en(&self) -> Option<Spelling> {
        let said = self.family.en().map(Spelling::said);
        said.or_else(|| Some(Spelling::derived(self.parts_en()?.0)))
    }

    /// The given name in Latin letters: Zihan.
    pub(crate) fn given_en(&self) -> Option<Spelling> {
        let said = self.given.en().map(Spelling::said);
        said.or_else(|| Some(Spelling::derived(self.parts_en()?.1)))
    }

    /// As in the passport: LI Zihan. Only for names that are Chinese, or that
    /// the person spelled out.
    pub(crate) fn in_pinyin(&self) -> Option<Spelling> {
        if let Some(said) = self.pinyin.as_deref().map(str::trim).filter(|said| !said.is_empty()) {
            return Some(Spelling::said(said));
        }
        let roman = self.roman()?;
        // How the person writes the name beats how the rules would.
        let family = self.family_en().map_or(roman.family, |family| family.words);
        let given = self.given_en().map_or(roman.given, |given| given.words);
        Some(Spelling::derived(format!("{} {given}", family.to_uppercase())))
    }

    /// Every way the name may stand in a list of authors.
    pub(crate) fn writings(&self) -> Vec<String> {
        let mut all: Vec<String> = [self.whole_zh(), self.whole_en(), self.in_pinyin()]
            .into_iter()
            .flatten()
            .map(|spelling| spelling.words)
            .collect();
        if let (Some(family), Some(given)) = (self.family_en(), self.given_en()) {
            let initial: String = given.words.chars().take(1).collect();
            all.extend([
                format!("{} {}", family.words, given.words),
                format!("{} {}", given.words, family.words),
                format!("{initial} {}", family.words),
                format!("{} {initial}", family.words),
            ]);
        }
        all
    }

    fn written(&self) -> Text {
        Text { en: self.en.clone(), zh: self.zh.clone() }
    }

    fn roman(&self) -> Option<pinyin::Roman> {
        match (self.family.zh(), self.given.zh()) {
            (Some(family), Some(given)) => pinyin::of_parts(family, given),
            _ => pinyin::of_name(self.written().zh()?),
        }
    }

    /// Family and given name in Latin letters, worked out from what there is:
    /// the pinyin of the passport, the whole name, the Chinese name.
    fn parts_en(&self) -> Option<(String, String)> {
        let roman = self.roman();
        if let Some(said) = self.pinyin.as_deref() {
            let (family, given) = said.trim().split_once(' ')?;
            return Some((pinyin::capital(family), pinyin::capital(given.trim())));
        }
        let whole = self.written();
        let Some(whole) = whole.en() else {
            return roman.map(|roman| (roman.family, roman.given));
        };
        if let Some((family, given)) = whole.split_once(',') {
            return Some((family.trim().to_owned(), given.trim().to_owned()));
        }
        let (first, last) = (whole.split_once(' ')?, whole.rsplit_once(' ')?);
        let family_first = match &roman {
            Some(roman) => {
                super::fold(first.0) == super::fold(&roman.family)
                    && super::fold(last.1) != super::fold(&roman.family)
            }
            // LI Zihan: the capitals say which is the family name.
            None => {
                first.0.chars().count() > 1
                    && first.0 == first.0.to_uppercase()
                    && whole != whole.to_uppercase()
            }
        };
        if family_first {
            return Some((pinyin::capital(first.0), first.1.trim().to_owned()));
        }
        let given = last.0.trim();
        let given =
            self.middle.en().and_then(|middle| given.strip_suffix(middle)).unwrap_or(given).trim();
        Some((pinyin::capital(last.1), given.to_owned()))
    }
}

impl From<Text> for Name {
    fn from(text: Text) -> Self {
        Self { en: text.en, zh: text.zh, ..Self::default() }
    }
}

impl From<&str> for Name {
    fn from(words: &str) -> Self {
        if has_han(words) {
            Self { zh: Some(words.to_owned()), ..Self::default() }
        } else {
            Text::bare(words).into()
        }
    }
}

impl Member for Name {
    fn is_blank(&self) -> bool {
        *self == Self::default()
    }

    fn fill_from(&mut self, from: Self) {
        self.en.fill_from(from.en);
        self.zh.fill_from(from.zh);
        self.family.fill_from(from.family);
        self.given.fill_from(from.given);
        self.middle.fill_from(from.middle);
        self.pinyin.fill_from(from.pinyin);
        self.other.fill_from(from.other);
    }
}

impl Entry for Name {
    fn is_same(&self, other: &Self) -> bool {
        same(&self.whole(), &other.whole())
    }
}

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Written;

        impl<'de> de::Visitor<'de> for Written {
            type Value = Name;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(
                    r#"a name, or `{"en": "…", "zh": "…"}`, or `{"family": …, "given": …}`"#,
                )
            }

            fn visit_str<E: de::Error>(self, words: &str) -> Result<Name, E> {
                Ok(words.into())
            }

            fn visit_unit<E: de::Error>(self) -> Result<Name, E> {
                Ok(Name::default())
            }

            fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Name, A::Error> {
                #[derive(Default, Deserialize)]
                #[serde(default, rename_all = "camelCase")]
                struct Parts {
                    en: Option<String>,
                    zh: Option<String>,
                    family: Text,
                    given: Text,
                    middle: Text,
                    pinyin: Option<String>,
                    #[serde(flatten)]
                    other: Other,
                }
                let Parts { en, zh, family, given, middle, pinyin, other } =
                    Parts::deserialize(MapAccessDeserializer::new(map))?;
                Ok(Name { en, zh, family, given, middle, pinyin, other })
            }
        }

        deserializer.deserialize_any(Written)
    }
}

impl JsonSchema for Name {
    fn schema_name() -> Cow<'static, str> {
        "Name".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let text = generator.subschema_for::<Text>();
        json_schema!({
            "description": "A person's name: whole, in two languages, or in parts.",
            "anyOf": [
                { "type": "string" },
                {
                    "type": "object",
                    "properties": {
                        "en": { "type": "string", "description": "The whole name in Latin letters." },
                        "zh": { "type": "string", "description": "The whole name in Chinese." },
                        "family": text,
                        "given": text,
                        "middle": text,
                        "pinyin": { "type": "string", "description": "As in the passport, family name first: LYU Xiaoming." }
                    },
                    "additionalProperties": true
                }
            ]
        })
    }
}
