//! The language of menus and dialogs, which the system draws and not the page.

use crate::wire::home::ScreenLanguage;

/// A language that we have words in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Language {
    /// English.
    En,
    /// Simplified Chinese.
    Zh,
}

impl Language {
    /// The one that the candidate chose, or the system's.
    pub(crate) fn of(chosen: ScreenLanguage) -> Self {
        match chosen {
            ScreenLanguage::En => Self::En,
            ScreenLanguage::ZhHans => Self::Zh,
            ScreenLanguage::System => Self::of_locale(&system().unwrap_or_default()),
        }
    }

    /// Chinese for everything that starts with it, as the page has it too.
    fn of_locale(locale: &str) -> Self {
        if locale.to_ascii_lowercase().starts_with("zh") { Self::Zh } else { Self::En }
    }

    /// The words in this language.
    pub(crate) fn choose<T>(self, en: T, zh: T) -> T {
        match self {
            Self::En => en,
            Self::Zh => zh,
        }
    }
}

/// What the system says, in the order in which its own programs look.
#[cfg(target_os = "linux")]
fn system() -> Option<String> {
    let said = |name| std::env::var(name).ok().filter(|it| !it.is_empty());
    ["LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(said)
}

/// What the system says.
#[cfg(not(target_os = "linux"))]
fn system() -> Option<String> {
    sys_locale::get_locale()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_systems_get_chinese_menus() {
        for locale in ["zh_CN.UTF-8", "zh-Hans-CN", "zh", "zh_TW:en"] {
            assert_eq!(Language::of_locale(locale), Language::Zh, "{locale}");
        }
        for locale in ["", "C", "en_GB.UTF-8", "de:zh"] {
            assert_eq!(Language::of_locale(locale), Language::En, "{locale}");
        }
    }

    #[test]
    fn a_choice_counts_more_than_the_system() {
        assert_eq!(Language::of(ScreenLanguage::En), Language::En);
        assert_eq!(Language::of(ScreenLanguage::ZhHans), Language::Zh);
    }
}
