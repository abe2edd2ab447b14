//! What glyphs are called in fonts of Adobe's making, and what the names mean.

/// Names beyond those that are one letter, or letters with an accent.
const NAMES: &[(&str, &str)] = &[
    ("space", " "),
    ("exclam", "!"),
    ("quotedbl", "\""),
    ("numbersign", "#"),
    ("dollar", "$"),
    ("percent", "%"),
    ("ampersand", "&"),
    ("quotesingle", "'"),
    ("parenleft", "("),
    ("parenright", ")"),
    ("asterisk", "*"),
    ("plus", "+"),
    ("comma", ","),
    ("hyphen", "-"),
    ("minus", "\u{2212}"),
    ("period", "."),
    ("slash", "/"),
    ("zero", "0"),
    ("one", "1"),
    ("two", "2"),
    ("three", "3"),
    ("four", "4"),
    ("five", "5"),
    ("six", "6"),
    ("seven", "7"),
    ("eight", "8"),
    ("nine", "9"),
    ("colon", ":"),
    ("semicolon", ";"),
    ("less", "<"),
    ("equal", "="),
    ("greater", ">"),
    ("question", "?"),
    ("at", "@"),
    ("bracketleft", "["),
    ("backslash", "\\"),
    ("bracketright", "]"),
    ("asciicircum", "^"),
    ("underscore", "_"),
    ("grave", "`"),
    ("braceleft", "{"),
    ("bar", "|"),
    ("braceright", "}"),
    ("asciitilde", "~"),
    ("exclamdown", "¡"),
    ("cent", "¢"),
    ("sterling", "£"),
    ("currency", "¤"),
    ("yen", "¥"),
    ("brokenbar", "¦"),
    ("section", "§"),
    ("copyright", "©"),
    ("registered", "®"),
    ("trademark", "™"),
    ("ordfeminine", "ª"),
    ("ordmasculine", "º"),
    ("guillemotleft", "«"),
    ("guillemotright", "»"),
    ("guilsinglleft", "‹"),
    ("guilsinglright", "›"),
    ("logicalnot", "¬"),
    ("degree", "°"),
    ("plusminus", "±"),
    ("mu", "µ"),
    ("paragraph", "¶"),
    ("periodcentered", "·"),
    ("onequarter", "¼"),
    ("onehalf", "½"),
    ("threequarters", "¾"),
    ("questiondown", "¿"),
    ("multiply", "×"),
    ("divide", "÷"),
    ("germandbls", "ß"),
    ("AE", "Æ"),
    ("ae", "æ"),
    ("OE", "Œ"),
    ("oe", "œ"),
    ("Oslash", "Ø"),
    ("oslash", "ø"),
    ("Lslash", "Ł"),
    ("lslash", "ł"),
    ("Thorn", "Þ"),
    ("thorn", "þ"),
    ("Eth", "Ð"),
    ("eth", "ð"),
    ("dotlessi", "ı"),
    ("dotlessj", "ȷ"),
    ("quoteleft", "‘"),
    ("quoteright", "’"),
    ("quotesinglbase", "‚"),
    ("quotedblleft", "“"),
    ("quotedblright", "”"),
    ("quotedblbase", "„"),
    ("bullet", "•"),
    ("endash", "–"),
    ("emdash", "—"),
    ("ellipsis", "…"),
    ("dagger", "†"),
    ("daggerdbl", "‡"),
    ("perthousand", "‰"),
    ("Euro", "€"),
    ("florin", "ƒ"),
    ("fraction", "⁄"),
    ("fi", "fi"),
    ("fl", "fl"),
    ("ff", "ff"),
    ("ffi", "ffi"),
    ("ffl", "ffl"),
    ("nbspace", " "),
    ("sfthyphen", "-"),
    ("asteriskmath", "∗"),
    ("bulletoperator", "•"),
    ("openbullet", "◦"),
    ("arrowright", "→"),
    ("diamondmath", "⋄"),
    ("visiblespace", " "),
    ("acute", "´"),
    ("dieresis", "¨"),
    ("circumflex", "ˆ"),
    ("tilde", "˜"),
    ("macron", "¯"),
    ("cedilla", "¸"),
    ("caron", "ˇ"),
    ("ring", "˚"),
];

/// Accents as they stand at the end of a name, and as they combine.
const ACCENTS: &[(&str, char)] = &[
    ("grave", '\u{300}'),
    ("acute", '\u{301}'),
    ("circumflex", '\u{302}'),
    ("tilde", '\u{303}'),
    ("macron", '\u{304}'),
    ("breve", '\u{306}'),
    ("dotaccent", '\u{307}'),
    ("dieresis", '\u{308}'),
    ("ring", '\u{30a}'),
    ("caron", '\u{30c}'),
    ("cedilla", '\u{327}'),
    ("ogonek", '\u{328}'),
];

/// The upper half of Adobe's standard encoding, as far as words need it.
const STANDARD: &[(u8, &str)] = &[
    (0x27, "’"),
    (0x60, "‘"),
    (0xa1, "¡"),
    (0xa2, "¢"),
    (0xa3, "£"),
    (0xa5, "¥"),
    (0xa7, "§"),
    (0xa9, "'"),
    (0xaa, "“"),
    (0xab, "«"),
    (0xac, "‹"),
    (0xad, "›"),
    (0xae, "fi"),
    (0xaf, "fl"),
    (0xb1, "–"),
    (0xb2, "†"),
    (0xb3, "‡"),
    (0xb4, "·"),
    (0xb6, "¶"),
    (0xb7, "•"),
    (0xb8, "‚"),
    (0xb9, "„"),
    (0xba, "”"),
    (0xbb, "»"),
    (0xbc, "…"),
    (0xbd, "‰"),
    (0xbf, "¿"),
    (0xd0, "—"),
    (0xe1, "Æ"),
    (0xe3, "ª"),
    (0xe8, "Ł"),
    (0xe9, "Ø"),
    (0xea, "Œ"),
    (0xeb, "º"),
    (0xf1, "æ"),
    (0xf5, "ı"),
    (0xf8, "ł"),
    (0xf9, "ø"),
    (0xfa, "œ"),
    (0xfb, "ß"),
];

/// What a glyph of this name says.
pub(super) fn meaning(name: &str) -> Option<String> {
    // `f_i` is a ligature, `a.alt` another way to draw an a.
    let name = name.split('.').next().filter(|it| !it.is_empty())?;
    name.split('_').map(one).collect()
}

fn one(name: &str) -> Option<String> {
    let mut letters = name.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        return Some(letter.to_string());
    }
    if let Some((_, says)) = NAMES.iter().find(|(it, _)| *it == name) {
        return Some((*says).to_owned());
    }
    if let Some((base, accent)) = name.split_at_checked(1).filter(|it| it.0.is_ascii())
        && let Some((_, accent)) = ACCENTS.iter().find(|(it, _)| *it == accent)
    {
        return Some(format!("{base}{accent}"));
    }
    let code = |digits: &str| char::from_u32(u32::from_str_radix(digits, 16).ok()?);
    if let Some(digits) = name.strip_prefix("uni").filter(|it| it.len() >= 4 && it.is_ascii()) {
        let fours = (0..digits.len() / 4).map(|at| code(&digits[at * 4..at * 4 + 4]));
        return fours.collect();
    }
    let digits = name.strip_prefix('u').filter(|it| (4..=6).contains(&it.len()))?;
    code(digits).map(String::from)
}

/// What a code says in Adobe's standard encoding.
pub(super) fn standard(code: u8) -> Option<String> {
    if let Some((_, says)) = STANDARD.iter().find(|(it, _)| *it == code) {
        return Some((*says).to_owned());
    }
    matches!(code, b' '..=b'~').then(|| char::from(code).to_string())
}

#[cfg(test)]
mod tests {
    use super::meaning;

    #[test]
    fn names_say_what_they_say() {
        for (name, says) in [
            ("A", Some("A")),
            ("fi", Some("fi")),
            ("f_f_i", Some("ffi")),
            ("a.alt", Some("a")),
            ("eacute", Some("e\u{301}")),
            ("uni674E", Some("李")),
            ("u20BB7", Some("𠮷")),
            ("g123", None),
            (".notdef", None),
        ] {
            assert_eq!(meaning(name).as_deref(), says, "{name}");
        }
    }
}
