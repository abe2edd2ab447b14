//! Which of several organisations the machines belong to that mail and links lead to:
//! `a@cs.strandby.edu` is at Strandby University, whoever else a page names.

use super::{
    page::{Page, Span},
    pattern::pattern,
};

/// Chinese universities whose machines are called after them in letters.
const LETTERS: &[(&str, &str)] = &[
    ("sjtu", "上海交"),
    ("tsinghua", "清华"),
    ("pku", "北京大学"),
    ("zju", "浙江大学"),
    ("fudan", "复旦"),
    ("ustc", "中国科学技术大学"),
    ("nju", "南京大学"),
    ("seu", "东南大学"),
    ("whu", "武汉大学"),
    ("hust", "华中科技大学"),
    ("xjtu", "西安交"),
    ("sysu", "中山大学"),
    ("ruc", "中国人民大学"),
    ("bit", "北京理工大学"),
    ("buaa", "北京航空航天大学"),
    ("bupt", "北京邮电大学"),
    ("hit", "哈尔滨工业大学"),
    ("nankai", "南开"),
    ("tju", "天津大学"),
    ("xmu", "厦门大学"),
    ("scu", "四川大学"),
    ("uestc", "电子科技大学"),
    ("ecnu", "华东师范大学"),
    ("shanghaitech", "上海科技大学"),
    ("westlake", "西湖"),
    ("sustech", "南方科技大学"),
    ("hnu", "湖南大学"),
    ("nudt", "国防科技大学"),
    ("ia.ac", "自动化研究所"),
];

/// The only one of `all` that a machine of the text is called after.
pub(super) fn by_host(page: &Page<'_>, all: &[Span]) -> Option<Span> {
    let text = page.text();
    let mails = pattern!(r"(?:@|\bat\b|\[at\])\s?(?P<a>[a-z0-9-]+(?:\.[a-z0-9-]+)+)");
    let links = pattern!(r"https?://(?:www\.)?(?P<a>[a-z0-9-]+(?:\.[a-z0-9-]+)+)");
    [mails, links].into_iter().find_map(|kind| {
        let hosts: Vec<String> = kind
            .captures_iter(text)
            .map(|it| it["a"].to_lowercase())
            .filter(|it| is_theirs(it))
            .collect();
        let mut own = all.iter().filter(|it| hosts.iter().any(|host| is_called(host, page.at(it))));
        let first = own.next()?;
        // `岸河大` and `岸河大学` are one; the longer one is its name.
        let longest = own.clone().fold(first, |a, b| if b.len() > a.len() { b } else { a });
        let letters = LETTERS.iter().find(|(_, han)| page.at(first).contains(han));
        let same = |it: &&Span| {
            page.at(it) == page.at(longest)
                || letters.is_some_and(|(_, han)| page.at(it).contains(han))
        };
        own.all(|it| same(&it)).then(|| longest.clone())
    })
}

/// Whether a machine is of those who teach or do research, and not of a company for mail.
fn is_theirs(host: &str) -> bool {
    pattern!(r"\.(edu|ac)(\.[a-z]{2})?$|\.(edu|ac)\.|^[a-z.-]+\.(de|ch|at|fr|it|es|nl|be|dk|se|no|fi|pl|cz|pt|gr|ie|ca|eu|ru|lu|hu)$")
        .is_match(host)
}

/// Whether a machine is called after an organisation: after a word of its name that only it
/// has, after its first letters, or as `LETTERS` says.
fn is_called(host: &str, name: &str) -> bool {
    let parts: Vec<&str> = host.split('.').collect();
    if let Some((_, han)) = LETTERS.iter().find(|(letters, _)| {
        host.starts_with(&format!("{letters}.")) || host.contains(&format!(".{letters}."))
    }) && name.contains(han)
    {
        return true;
    }
    if name.chars().any(|it| it >= '\u{2e80}') {
        return false;
    }
    let of_many = pattern!(
        r"^(university|universit\w+|institute|college|school|technology|technical|national|science|sciences|research|center|centre|laboratory|department|state|royal|federal|international|applied|academy|medical|hospital|foundation)$"
    );
    let words: Vec<String> = name
        .split(|it: char| !it.is_alphanumeric())
        .filter(|it| !it.is_empty())
        .map(str::to_lowercase)
        .collect();
    let small = ["of", "the", "for", "and", "at", "in", "de", "di"];
    let letters = |keep: bool| -> String {
        let words = words.iter().filter(|it| keep || !small.contains(&it.as_str()));
        words.filter_map(|it| it.chars().next()).collect()
    };
    parts.iter().any(|part| {
        let word =
            words.iter().any(|it| it.chars().count() > 3 && !of_many.is_match(it) && *it == *part);
        let short = part.len() > 2 && (*part == letters(false) || *part == letters(true));
        word || short
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(host: &str, name: &str, is: bool) {
        assert_eq!(is_called(host, name), is, "{host} {name}");
    }

    #[test]
    fn a_machine_is_called_after_those_who_own_it() {
        check("cs.strandby.edu", "Strandby University", true);
        check("comp.nuw.edu.sg", "National University of Wickford", true);
        check("wickford.ac.uk", "University of Wickford", true);
        check("cs.strandby.edu", "Wickford University", false);
        check("tech.edu", "Institute of Technology", false);
        check("mail.sjtu.edu.cn", "上海交通大学", true);
        check("mail.sjtu.edu.cn", "清华大学", false);
    }
}
