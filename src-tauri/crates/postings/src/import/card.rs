//! The title as a card has it: the role, without those who offer it, who stand beside it.

use super::{names, pattern::pattern};

/// What people are called who are looked for, as part of a pattern.
pub(crate) const ROLES: &str = r"intern(ship)?s?|ph\.?\s?d\.?s?|doctoral|post-?docs?(toral)?|students?(hips?)?|positions?|engineers?|scientists?|researchers?|developers?|assistants?|associates?|fellow(ship)?s?|scholarships?|professors?|lecturers?|analysts?|managers?|technicians?|programmers?|trainees?|thesis|openings?|vacanc(y|ies)|specialists?|officers?|coordinators?|leaders?|designers?|architects?|consultants?|administrators?|instructors?|teachers?|writers?|editors?|curators?|librarians?|archivists?|catalogu?ers?|conservators?|educators?|tutors?|stewards?";

/// Where the role stands within a title that names `organisation`.
pub(crate) fn role_of(title: &str, organisation: &str) -> Option<std::ops::Range<usize>> {
    let skip = pattern!(r"^(?:The|U\.S\.|US|UK) ").find(organisation).map_or(0, |it| it.end());
    let organisation = &organisation[skip..];
    let short =
        pattern!(r"(?:\([^()]{2,6}\))?(?:股份|责任|有限责任)?有限公司$").replace(organisation, "");
    let short =
        pattern!(r"(?: |, )(?-i:Inc|Ltd|GmbH|LLC|AG|AB|Corp)\.?$").replace(&short, "").into_owned();
    let (at, length) = title
        .find(organisation)
        .map(|at| (at, organisation.len()))
        .or_else(|| title.find(&short).map(|at| (at, short.len())))?;
    let end = at + length;
    let (before, behind) = (&title[..at], &title[end..]);
    tail(before, behind).map(|end| 0..end).or_else(|| {
        let start = head(before, behind).or_else(|| offered(before, behind))?;
        Some(end + start..title.len())
    })
}

/// `Tide Group of Osprey College - PhD position`: what is before the dash says who offers it.
fn offered(before: &str, behind: &str) -> Option<usize> {
    let dash = pattern!(r"^(?: ?\([^()]{2,16}\))? ?(?:[-–—|·]|: ?) ?").find(behind)?;
    let role = &behind[dash.end()..];
    let starts = role.starts_with(|it: char| it.is_uppercase() || it >= '\u{2e80}');
    let short = before.chars().count() <= 60;
    (short && starts && names_role(role) && !names_role(before)).then_some(dash.end())
}

/// `Postdoc in Logic at the University of X, Denmark`: how much of it is before.
fn tail(before: &str, behind: &str) -> Option<usize> {
    let behind = pattern!(r"^ ?\([^()]{2,16}\)").replace(behind, "");
    let behind = behind.trim_start_matches([',', ' ']).trim_end_matches(['.', ')']);
    let place = behind.is_empty() || names::is_place(behind);
    let joint = pattern!(
        r"\s?(?:\bat|@|\bwith|,|[-–—|:·]|\bat our partner|\(|\b(?:based|hosted|located) (?:at|in|by))\s?(?:the )?$"
    );
    // `Scholarship of Harbour School`
    let given = pattern!(r" of( the)? $").find(before).filter(|it| {
        place
            && pattern!(r"\b(fellow|scholar|student|intern|assistant)ships?$")
                .is_match(&before[..it.start()])
    });
    if let Some(given) = given {
        return Some(given.start());
    }
    // `Intern, Acme Machine Learning`: a team that is called after those who offer it.
    let team =
        before.ends_with(", ") && pattern!(r"^(?: ?(?-i:[A-Z])[\p{L}&]+){1,4}$").is_match(behind);
    // `Lab Coordinator – X University, Harbour Park`: a town that no list has.
    let dashed = pattern!(r"\s[-–—|]\s(?:the )?$").is_match(before);
    let town = dashed && pattern!(r"^(?-i:[A-Z]\p{L}+)(?: (?-i:[A-Z]\p{L}+))?$").is_match(behind);
    let cut = joint.find(before).filter(|_| place || team || town)?;
    // `at the Y Group, X University` goes as well.
    let head = &before[..cut.start()];
    let head = pattern!(r"\s(?:at|@)\s(?:the )?(?-i:[A-Z])[\p{L}\d&' -]{2,50}$")
        .find(head)
        .filter(|it| names_role(&head[..it.start()]))
        .map_or(head, |it| &head[..it.start()]);
    let head = head.trim_end_matches([' ', ',', '-', '–', '—', '|', ':']);
    // Behind a dash, `Processing Opportunity` is one, too.
    let said = dashed && behind.is_empty() && head.split(' ').count() > 1;
    (said || names_role(head)).then_some(head.len())
}

/// `甲大学乙课题组招收博士生`, `X University - PhD position`: how much behind the name is no
/// part of the role.
fn head(before: &str, behind: &str) -> Option<usize> {
    let open = before.trim_matches(' ');
    if !matches!(open, "" | "【" | "[" | "“" | "\"") {
        return None;
    }
    let closed = behind.trim_start_matches(['】', ']', '”', '"', ' ']);
    let (skip, behind) =
        if open.is_empty() { (0, behind) } else { (behind.len() - closed.len(), closed) };
    let part = pattern!(
        r"^(?:\([^()]{1,30}\)|\s?[·|:：—–-]\s?|\s|\p{Han}{1,20}?(?:学院|系|中心|研究所|研究院|书院|学部|部门|科室|事业部|事业群)|\p{Han}{2,6}?部(?P<l>[^署分件位长\P{Han}]|[A-Z ])|[\p{Han}A-Za-z\d·&与 ]{1,24}?(?:课题组|实验室|研究组|学科组|团队|小组|(?-i:Lab|Group)|组)(?P<k>招|诚|公|现|长|常|急|邀|20|博|硕|科|研究助|实习|助|特|\()?[·|:：—–-]?|\p{Han}{2,4}?(?:老师|教授|研究员)(?:课题组)?)"
    );
    let mut at = 0;
    while let Some(found) = part.captures(&behind[at..]) {
        // What stands behind a group is the first word of the role.
        let kept = found.name("k").or(found.name("l")).map_or(0, |it| it.len());
        let length = found[0].len() - kept;
        at += length;
        if length == 0 {
            break;
        }
    }
    let role = &behind[at..];
    // `因工作需要，现招聘…` is a sentence.
    if pattern!(r"^(因|为|根据|由于|现因)|，现").is_match(role) {
        return None;
    }
    let wide = role.starts_with(|it: char| it >= '\u{2e80}' || it.is_ascii_digit());
    // In English the name is parted from what follows it.
    let parted = pattern!(r"[·|:：—–-]\s?$").is_match(&behind[..at]);
    // `Acme Internship Position`
    let plain = pattern!(r"^ ?(?:(?:research|summer|winter|paid|remote|graduate|student) )*(?:internships?|interns?|ph\.?d|post-?doc\w*|job|student) (?:positions?|openings?|programme|program|vacanc(?:y|ies))$").is_match(role);
    // `NATO Research Assistants`: whom they look for, and no programme of theirs.
    let person = at <= 1
        && skip == 0
        && behind.starts_with(' ')
        && role.trim_start().starts_with(char::is_uppercase)
        && super::tidy::ends_as_role(role.trim_start())
        && !pattern!(r"\b(fellows?|scholars?|interns?)$").is_match(role);
    let found = (wide || parted || plain || skip > 0)
        && (names_role(role) || wide && super::tidy::is_role(role));
    if person { Some(1) } else { found.then_some(skip + at) }
}

/// `Archivist - Tern Studio`, `Tide Lab - Internship`, `后端工程师-上海`: the role beside a name
/// that is known to be one by its kind, or because the text says it again.
pub(crate) fn beside_a_name(
    title: &str,
    is_again: impl Fn(&str) -> bool,
) -> Option<std::ops::Range<usize>> {
    let two =
        pattern!(r"^(?P<a>[^|–—]+?)(?:\s[-–—|]\s|\s?[–—|｜－]\s?|(?P<h>-))(?P<b>[^-–—|｜－]+)$");
    let found = two.captures(title)?;
    let (first, second) = (found.name("a")?, found.name("b")?);
    let wide = |it: &str| it.contains(|it: char| it >= '\u{2e80}');
    // In English a dash without gaps is part of a word.
    if found.name("h").is_some() && !wide(title) {
        return None;
    }
    let is_name = |it: &str| {
        let kind = pattern!(
            r"\b(?-i:Lab|Labs|Laboratory|Group|Team|Studio|Studios|Institute|Center|Centre|Foundation|Museum|Agency|Library|Observatory|University|College|School|Inc|Ltd|GmbH|LLC)(?: of (?-i:[A-Z]).{2,40})?\.?$|(公司|集团|大学|学院|研究院|研究所|实验室|课题组|团队|事业部|科技|智能|部门)$"
        );
        let short = pattern!(r"^(?-i:[A-Z]{3,8})$");
        names::is_place(it)
            || kind.is_match(it)
            || short.is_match(it) && is_again(it)
            || pattern!(
                r"^(fully )?(remote|hybrid)( (opportunity|position|job|role))?$|^(可)?远程$"
            )
            .is_match(it)
    };
    let is_role = |it: &str| names_role(it) || wide(it) && super::tidy::is_role(it);
    let (one, other) = (first.as_str().trim(), second.as_str().trim());
    // `Research Intern - Tide Research Group` is called so by those who offer it.
    let group = pattern!(r"\b(?-i:Lab|Labs|Laboratory|Group|Team)$").is_match(other);
    if is_role(one) && is_name(other) && !is_role(other) && !group {
        Some(first.range())
    } else if is_role(other) && is_name(one) && !is_role(one) {
        Some(second.range())
    } else {
        None
    }
}

/// Where the role stands within a title that begins with a group: `甲课题组招收博士生`.
pub(crate) fn role_in_group(title: &str) -> Option<std::ops::Range<usize>> {
    let own = pattern!(
        r"^(?P<a>[\p{Han}A-Za-z\d·&]{2,16}?(?:课题组|实验室|研究组|学科组))(?:现|正在|长期|常年)*(?:招|诚|急)"
    );
    // `甲平台应用部算法工程师`
    let division = pattern!(
        r"^(?P<b>\p{Han}{2,10}部)[_\s-]|^(?P<a>[\p{Han}A-Za-z\d·&]{2,14}?(?:事业部|事业群|应用部|研发部|技术部|业务部|产品部|算法部|客户端部|平台部|研究部|部门|产品线|业务线))"
    );
    // `甲实验室-数据库内核开发`, `Research团队-Research Engineer`
    let dashed = pattern!(
        r"^(?P<a>[\p{Han}A-Za-z\d·&]{2,16}?(?:实验室|团队|课题组|研究组|事业部|研究院|研究部|技术部))\s?[-—–_·|｜:：]\s?(?P<c>.{2,40})$"
    );
    if let Some(role) = dashed.captures(title).and_then(|it| it.name("c"))
        && (names_role(role.as_str())
            || pattern!(r"(开发|研发|设计|运维|算法|测试|运营|产品)$").is_match(role.as_str()))
    {
        return Some(role.start()..title.len());
    }
    let found = own.captures(title).or_else(|| division.captures(title))?;
    let group = found.name("a").or(found.name("b"))?;
    let vague = pattern!(r"^(本|我|该|我们)").is_match(group.as_str());
    let gap = title[group.end()..].len()
        - title[group.end()..].trim_start_matches(['_', '-', '－', ' ', '·', '|']).len();
    let role = &title[group.end() + gap..];
    (!vague && (names_role(role) || super::tidy::is_role(role)))
        .then_some(group.end() + gap..title.len())
}

/// Whether what is left of a title says which role it is, or that somebody is looked for.
pub(super) fn names_role(text: &str) -> bool {
    text.chars().count() >= 3
        && pattern!(&format!(r"\b({ROLES}|program(me)?s?|schools?)\b|(招聘|招收|招募|诚聘|招)[^公启通信告]{{2,}}|实习|博士|硕士|博后|助理|研究员|工程师|教授|讲师|研究生|本科生|访问学生|志愿|讲解员|夏令营|招\s?RA\b"))
        .is_match(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(title: &str, organisation: &str, role: &str) {
        let found = role_of(title, organisation);
        assert_eq!(found.map_or(title, |it| &title[it]), role);
    }

    #[test]
    fn those_who_offer_stand_beside_the_role() {
        for (title, organisation, role) in [
            ("Postdoc in Logic at Osprey College", "Osprey College", "Postdoc in Logic"),
            (
                "PhD position in Acoustics, University of Strandby, Denmark",
                "University of Strandby",
                "PhD position in Acoustics",
            ),
            ("Kestrel Labs – Research Intern, Speech", "Kestrel Labs", "Research Intern, Speech"),
            ("甲海大学乙课题组招收博士生", "甲海大学", "招收博士生"),
            ("甲海大学乙实验室(某某实验室)招聘博士后", "甲海大学", "招聘博士后"),
            ("甲海大学海洋学院 丙老师课题组 诚聘博士后", "甲海大学", "诚聘博士后"),
            ("晴川智能 - 算法实习生(北京)", "晴川智能", "算法实习生(北京)"),
            (
                "Tide Laboratory of Osprey College - PhD position in Waves",
                "Osprey College",
                "PhD position in Waves",
            ),
            ("Osprey Research Assistants", "Osprey", "Research Assistants"),
            ("Scholarship of Osprey", "Osprey", "Scholarship"),
            ("Processing Opportunity - Osprey", "Osprey", "Processing Opportunity"),
            (
                "Lab Coordinator position – University of Osprey, Harbour Park",
                "University of Osprey",
                "Lab Coordinator position",
            ),
            (
                "Wave Archive, Osprey College: Research Assistant",
                "Osprey College",
                "Research Assistant",
            ),
        ] {
            check(title, organisation, role);
        }
    }

    #[test]
    fn a_name_beside_the_role_goes() {
        for (title, role) in [
            ("Archivist-Cataloguer Specialist - Tern Studio", "Archivist-Cataloguer Specialist"),
            ("Tide & Data Lab - Internship", "Internship"),
            ("资深后端开发工程师-上海", "资深后端开发工程师"),
            ("Python Developer Internship - Remote Opportunity", "Python Developer Internship"),
            ("Research Intern - Tide Research Group", "Research Intern - Tide Research Group"),
            ("Research Intern - Machine Learning", "Research Intern - Machine Learning"),
            ("Co-op Engineer", "Co-op Engineer"),
        ] {
            let found = beside_a_name(title, |_| false);
            assert_eq!(found.map_or(title, |it| title[it].trim()), role);
        }
    }

    #[test]
    fn a_title_that_is_a_name_stays() {
        for (title, organisation) in [
            ("Careers at Osprey College", "Osprey College"),
            ("甲银行招聘公告", "甲银行"),
            ("Osprey College Summer Fellowship", "Osprey College"),
            ("2026年甲海大学优秀大学生夏令营", "甲海大学"),
        ] {
            check(title, organisation, title);
        }
    }
}
