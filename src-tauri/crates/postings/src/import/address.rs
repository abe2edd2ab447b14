//! Mail addresses and links, hidden ones too. Nothing is repaired.

use std::ops::Range;

use super::{page::overlaps, pattern::pattern};

/// An address as it has to be typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Address {
    pub(crate) mailbox: String,
    /// It stood there as `name [at] place`, and was undone.
    pub(crate) hidden: bool,
    pub(crate) span: Range<usize>,
}

/// How people write `@` and `.` so that programs do not see them.
const BRACKETED: &str = r"(?:\s*[\[({<]\s*(?:at|@|a t|a|ät|ätt|aet|at sign|圈a|arroba|arobase|chiocciola)\s*[\])}>]\s*|_at_|-at-|#|＠|\s*[\[(]?(?:[艾哎爱]特|圈a|小老鼠)[\])]?\s*)";
const BARE: &str = r"(?:\s+@\s*|\s*@\s+|\s+at\s+)";
const DOT: &str = r"(?:\s*[\[({<]\s*(?:dot|d|\.|d o t|punkt|point|punto|点)\s*[\])}>]\s*|\s+dot\s+|_dot_|-dot-|\s?点\s?|\.)";

/// Where a link leads whose address is scrambled; the figures behind it are the address.
pub(super) const PROTECTED: &str = "/cdn-cgi/l/email-protection#";

/// An address that a page has scrambled, so that programs do not see it: the first byte of
/// the figures turns every other one.
pub(super) fn unscrambled(figures: &str) -> Option<String> {
    let bytes: Option<Vec<u8>> = (0..figures.len() / 2)
        .map(|at| u8::from_str_radix(figures.get(at * 2..at * 2 + 2)?, 16).ok())
        .collect();
    let bytes = bytes?;
    let (key, words) = bytes.split_first()?;
    let address: String = words.iter().map(|it| char::from(it ^ key)).collect();
    let address = address.split('?').next().unwrap_or_default().to_owned();
    let plain = address.chars().all(|it| it.is_ascii_graphic());
    (plain && address.split_once('@').is_some_and(|(_, domain)| domain.contains('.')))
        .then_some(address)
}

/// The mail addresses of a text, in their order.
pub(crate) fn addresses(text: &str) -> Vec<Address> {
    let mut out: Vec<Address> = Vec::new();
    let mut add = |address: String, hidden: bool, span: Range<usize>| {
        let address = address.trim_end_matches(['.', '-']).to_owned();
        let taken =
            out.iter().any(|it: &Address| overlaps(&it.span, &span) && !hidden_pair(it, hidden));
        let fit = address.split_once('@').is_some_and(|(user, domain)| {
            !user.is_empty()
                // `ada...@`: a list has taken the rest of it away.
                && !user.contains("..")
                && !is_slot(user)
                && domain.contains('.')
                && !domain.starts_with('.')
                && domain
                    .rsplit('.')
                    .next()
                    .is_some_and(|it| it.len() >= 2 && it.chars().all(|c| c.is_ascii_alphabetic()))
        });
        // A picture's name is no address: `logo@2x.png`.
        let picture = pattern!(r"\.(png|jpe?g|gif|svg|webp)$").is_match(&address);
        if fit && !taken && !picture {
            let length = address.len().min(span.len());
            let end = if hidden { span.end } else { span.start + length };
            out.push(Address { mailbox: address, hidden, span: span.start..end });
        }
    };
    for found in
        pattern!(r"[A-Za-z0-9][A-Za-z0-9._%+-]*@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+").find_iter(text)
    {
        add(found.as_str().to_owned(), false, found.range());
    }
    for found in pattern!(r"\{([A-Za-z0-9._-]+(?:\s*[,;|/]\s*[A-Za-z0-9._-]+)+)\}\s?@\s?([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)").captures_iter(text) {
        let all = found.get(0).map_or(0..0, |it| it.range());
        for user in found[1].split([',', ';', '|', '/']) {
            add(format!("{}@{}", user.trim(), &found[2]), true, all.clone());
        }
    }
    let undo = pattern!(
        r"\s*[\[({<]\s*(?:dot|d|\.|d o t|punkt|point|punto|点)\s*[\])}>]\s*|\s+dot\s+|_dot_|-dot-|\s?点\s?"
    );
    let bracketed = pattern!(&format!(
        r"([A-Za-z0-9][A-Za-z0-9_%+-]*(?:{DOT}[A-Za-z0-9_%+-]+)*)({BRACKETED})([A-Za-z0-9-]+(?:({DOT})[A-Za-z0-9-]+)+)"
    ));
    let bare = pattern!(&format!(
        r"([A-Za-z0-9][A-Za-z0-9_%+-]*(?:{DOT}[A-Za-z0-9_%+-]+)*)({BARE})([A-Za-z0-9-]+(?:({DOT})[A-Za-z0-9-]+)+)"
    ));
    let swapped = pattern!(
        r"#.{0,8}(替换|换成|换为|改为|改成|替代|with|to|by|for|=).{0,4}@|@.{0,6}(替换|代替|->)"
    )
    .is_match(text);
    // `e-mail me at ada.ash AT b.example`: what begins within another may be the address.
    let mut from = 0;
    let again = std::iter::from_fn(|| {
        let found = bare.captures_at(text, from)?;
        from = found.get(2).map_or(text.len(), |it| it.end());
        Some(found)
    });
    for found in bracketed.captures_iter(text).chain(again) {
        let (user, at, domain) = (&found[1], &found[2], &found[3]);
        let is_word = at.trim().eq_ignore_ascii_case("at");
        let known = pattern!(
            r"(dot|\.(edu|ac|com|org|net|cn|de|uk|fr|ch|nl|jp|hk|sg|eu|it|se|at|ca|au))\b"
        )
        .is_match(domain);
        // `meet us at example.com` is a place, unless the dot is hidden as well.
        let all = found.get(0).map_or(0..0, |it| it.range());
        // `Rivers Lab @ b.example` says where a lab is to be found.
        let name = at.starts_with(' ')
            && at.ends_with(' ')
            && at.trim() == "@"
            && pattern!(r"^(?-i:[A-Z])[A-Za-z]*$").is_match(user)
            && text[..all.start].trim_end().ends_with(char::is_alphanumeric)
            && !is_led(text, &all, user, at);
        let plain = name
            || is_word && !undo.is_match(domain) && !is_led(text, &all, user, at)
            || at == "#" && !known && !swapped;
        if !plain {
            let tidy = |it: &str| undo.replace_all(it, ".").into_owned();
            let all = found.get(0).map_or(0..0, |it| it.range());
            add(format!("{}@{}", tidy(user), tidy(domain)), true, all);
        }
    }
    out.sort_by_key(|it| it.span.start);
    out
}

/// `first.last@…`, `my first name at …`: where a name is to be put.
fn is_slot(user: &str) -> bool {
    pattern!(
        r"^(name|surname|(first|last|given|family|user|your|vor|nach)[._-]?name|(first|firstname|name|vorname|f|initial)[._-](last|lastname|surname|nachname|name))$"
    )
    .is_match(user)
}

/// Whether what is around `name at place` makes it an address: archives of lists write
/// all of them so. `Meet us at example.org` is none.
fn is_led(text: &str, span: &Range<usize>, user: &str, at: &str) -> bool {
    let word = pattern!(
        r"^(us|me|it|them|him|her|you|here|now|online|apply|only|team|directly|and|or|is|are|be|please|found|available|out|look|more|website|page|site|form|portal)$"
    );
    if word.is_match(user) {
        return false;
    }
    let (before, after) = (&text[..span.start], &text[span.end..]);
    let enclosed = before.ends_with(['(', '<', '[']) && after.starts_with([')', '>', ']']);
    let led = pattern!(
        r"(\b(e-?mail|mail|mailto|contact|to|cc|address)\b|邮箱|邮件|咨询|联系|发至|发到|发送至?|投递?至|投)\s?(is|:)?\s*$"
    );
    // A line of its own, below `send it to:`.
    let alone = before.trim().is_empty()
        && (after.trim_matches(['.', ' ']).is_empty() || after.trim_start().starts_with('<'));
    let ends = !after.starts_with('/');
    enclosed || alone || ends && (at.trim() == "AT" || led.is_match(before))
}

/// Several addresses of one pair of braces share their place.
fn hidden_pair(it: &Address, hidden: bool) -> bool {
    it.hidden && hidden
}

/// The links of a text, in their order.
pub(crate) fn links(text: &str) -> Vec<(String, Range<usize>)> {
    let web = pattern!(
        r#"(?:https?://|www\.)[^\s<>"'(){}，。；、：！）】」“”\p{Han}|]+(?:\([^\s()]*\))?"#
    );
    let bare = pattern!(
        r"\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|edu|net|io|cn|de|ch|uk|eu|jobs|ac\.[a-z]{2}|gov|fr|nl|se|dk|no|fi|at|be|ca|au|sg|hk|jp|ai|dev|me|ly|gle)(?:/[a-z0-9_%./?=&#~+-]+)"
    );
    let mut out: Vec<(String, Range<usize>)> = Vec::new();
    for found in web.find_iter(text).chain(bare.find_iter(text)) {
        let link =
            found.as_str().trim_end_matches(['.', ',', ';', ':', '!', '?', '*', '_', '`', ']']);
        let span = found.start()..found.start() + link.len();
        let inside = out.iter().any(|(_, it)| overlaps(it, &span));
        // A picture of the page leads nowhere.
        let picture = pattern!(
            r"\.(png|jpe?g|gif|svg|webp|ico)([?#].*)?$|/(badge|shields)/|img\.shields\.io"
        )
        .is_match(link);
        if !inside && !picture && link.len() > 8 && !text[..span.start].ends_with('@') {
            out.push((link.to_owned(), span));
        }
    }
    out.sort_by_key(|(_, span)| span.start);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn found(text: &str) -> Vec<(String, bool)> {
        addresses(text).into_iter().map(|it| (it.mailbox, it.hidden)).collect()
    }

    #[test]
    fn an_address_ends_at_chinese_and_at_a_full_stop() {
        assert_eq!(
            found("请发送至li.wei@lab.example.cn并抄送"),
            [("li.wei@lab.example.cn".into(), false)]
        );
        assert_eq!(found("to jobs@example.org."), [("jobs@example.org".into(), false)]);
        assert!(found("image@2x.png sha256:97af@051a").is_empty());
    }

    #[test]
    fn a_scrambled_one_is_turned_back() {
        assert_eq!(unscrambled("5233363312372a333f223e377c3d2035"), Some("ada@example.org".into()));
        assert_eq!(unscrambled("5233"), None);
        assert_eq!(unscrambled("no figures"), None);
    }

    #[test]
    fn hidden_ones_are_undone_and_marked() {
        for text in [
            "ada [at] example.org",
            "ada(AT)example.org",
            "ada{at}example.org",
            "ada at example dot org",
            "ada#example.org",
            "ada @ example.org",
            "ada [at] example [dot] org",
            "ada[ät]example[punkt]org",
            "ada [at] example [d] org",
            "ada(a)example.org",
            "ada-at-example-dot-org",
            "Prof. Ash (ada at example.org)",
            "send it to ada at example.org",
            "mailto: ada AT example.org",
        ] {
            assert_eq!(found(text), [("ada@example.org".into(), true)], "{text}");
        }
        assert_eq!(found("{ada, bob}@example.org").len(), 2);
        assert!(found("meet us at example.org").is_empty());
        assert!(found("my first name at example dot org").is_empty());
        assert!(found("first.last@example.org").is_empty());
    }

    #[test]
    fn links_end_where_they_end() {
        let all = links(
            "see https://example.org/a_b). 网申:https://jobs.example.cn/x，谢谢 and forms.gle/abc12.",
        );
        let all: Vec<_> = all.into_iter().map(|(link, _)| link).collect();
        assert_eq!(
            all,
            ["https://example.org/a_b", "https://jobs.example.cn/x", "forms.gle/abc12"]
        );
    }
}
