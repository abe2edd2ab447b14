//! Headings, and the lines below them.

use super::{Line, Section};
use crate::text::is_han;

/// What headings say, in small letters and without spaces in Chinese.
const HEADINGS: &[(Section, &[&str])] = &[
    (
        Section::Contact,
        &[
            "contact",
            "contacts",
            "contact information",
            "contact details",
            "contact info",
            "personal information",
            "personal details",
            "personal data",
            "联系方式",
            "联系信息",
            "个人信息",
            "基本信息",
            "个人资料",
            "基本情况",
        ],
    ),
    (
        Section::Education,
        &[
            "education",
            "educational background",
            "education background",
            "academic background",
            "education and training",
            "academic qualifications",
            "教育背景",
            "教育经历",
            "教育情况",
            "学习经历",
            "学历",
            "教育",
            "学历背景",
        ],
    ),
    (
        Section::Work,
        &[
            "experience",
            "work",
            "work experience",
            "professional experience",
            "working experience",
            "employment",
            "employment history",
            "work history",
            "internships",
            "internship",
            "internship experience",
            "industry experience",
            "research and work experience",
            "work and research experience",
            "科研与实习经历",
            "科研与工作经历",
            "实习与科研经历",
            "industrial experience",
            "career history",
            "工作经历",
            "实习经历",
            "工作经验",
            "实习经验",
            "工作实习经历",
            "实习与工作经历",
            "工作与实习经历",
            "工作及实习经历",
            "职业经历",
        ],
    ),
    (
        Section::Publications,
        &[
            "publications",
            "selected publications",
            "papers",
            "selected papers",
            "peer-reviewed publications",
            "refereed publications",
            "conference papers",
            "journal papers",
            "journal articles",
            "list of publications",
            "publications and preprints",
            "论文",
            "论文发表",
            "发表论文",
            "学术论文",
            "论文成果",
            "代表论文",
            "代表性论文",
            "发表文章",
            "学术发表",
        ],
    ),
    (
        Section::Skills,
        &[
            "skills",
            "technical skills",
            "skill set",
            "computer skills",
            "skills and tools",
            "programming skills",
            "technical proficiencies",
            "core skills",
            "key skills",
            "专业技能",
            "技能",
            "个人技能",
            "it技能",
            "计算机技能",
            "技术栈",
            "技能清单",
        ],
    ),
    (
        Section::Other,
        &[
            "projects",
            "project",
            "project experience",
            "selected projects",
            "research projects",
            "research",
            "research experience",
            "research interests",
            "research interest",
            "awards",
            "honors",
            "honours",
            "honors and awards",
            "awards and honors",
            "honours and awards",
            "awards and honours",
            "scholarships",
            "references",
            "referees",
            "interests",
            "hobbies",
            "languages",
            "language skills",
            "profile",
            "summary",
            "about me",
            "about",
            "objective",
            "career objective",
            "personal statement",
            "personal profile",
            "teaching",
            "teaching experience",
            "service",
            "services",
            "academic service",
            "professional service",
            "activities",
            "extracurricular activities",
            "volunteering",
            "volunteer experience",
            "leadership",
            "certificates",
            "certifications",
            "courses",
            "coursework",
            "relevant coursework",
            "training",
            "patents",
            "talks",
            "invited talks",
            "presentations",
            "memberships",
            "professional memberships",
            "software",
            "grants",
            "other",
            "others",
            "additional information",
            "miscellaneous",
            "self evaluation",
            "military service",
            "preprints",
            "work in progress",
            "项目经历",
            "项目经验",
            "科研经历",
            "科研项目",
            "科研经验",
            "研究经历",
            "研究兴趣",
            "研究方向",
            "获奖情况",
            "获奖经历",
            "荣誉奖项",
            "荣誉奖励",
            "所获荣誉",
            "奖励",
            "奖项",
            "荣誉",
            "奖学金",
            "自我评价",
            "自我介绍",
            "个人评价",
            "个人简介",
            "个人总结",
            "校园经历",
            "在校经历",
            "社会实践",
            "实践经历",
            "社团经历",
            "学生工作",
            "志愿经历",
            "兴趣爱好",
            "爱好",
            "语言能力",
            "语言",
            "证书",
            "资格证书",
            "技能证书",
            "求职意向",
            "推荐人",
            "证明人",
            "专利",
            "学术服务",
            "教学经历",
            "主修课程",
            "核心课程",
            "其他",
            "其它",
        ],
    ),
];

/// Longer lines are no headings.
const LONGEST: usize = 40;

/// The lines of each section, headings left out. What stands before the first
/// heading is the head.
pub(super) fn part<'a, 'b>(lines: &'b [Line<'a>]) -> Vec<(Section, &'b [Line<'a>])> {
    let mut parts = Vec::new();
    let mut section = Section::Head;
    let mut start = 0;
    for (at, line) in lines.iter().enumerate() {
        if let Some(found) = heading(line.words) {
            parts.push((section, &lines[start..at]));
            section = found;
            start = at + 1;
        }
    }
    parts.push((section, &lines[start..]));
    parts
}

/// The section that a line is the heading of.
pub(super) fn heading(words: &str) -> Option<Section> {
    // `Publications (* equal contribution)`
    let words = words.split([' ', '　']).take_while(|it| !it.starts_with(['(', '（']));
    let words = &words.collect::<Vec<_>>().join(" ");
    if words.chars().count() > LONGEST {
        return None;
    }
    let is_mark = |c: char| !c.is_alphabetic();
    let words = words.trim_matches(is_mark);
    // 一、教育背景: the number is not part of it.
    let words = match words.split_once('、') {
        Some((number, rest)) if number.chars().all(|c| "一二三四五六七八九十".contains(c)) => {
            rest
        }
        _ => words,
    };
    let (han, latin): (String, String) = words.chars().partition(|c| is_han(*c));
    let latin = latin.to_lowercase().replace(['&', '/', '+'], " and ");
    let latin = latin.trim_matches(is_mark).split_whitespace().collect::<Vec<_>>().join(" ");
    // In one piece first, for IT技能. In two languages both must say the same: `Education 教育经历`.
    if let Some(section) = named(&format!("{latin}{han}")) {
        return Some(section);
    }
    match (named(&han), named(&latin)) {
        (Some(one), Some(two)) => (one == two).then_some(one),
        _ => None,
    }
}

fn named(words: &str) -> Option<Section> {
    let found = HEADINGS.iter().find(|(_, names)| names.contains(&words));
    let found = found.filter(|_| !words.is_empty()).map(|(section, _)| *section);
    found.or_else(|| composed(words))
}

/// Words that headings are made of, and the section that each points to.
const NOUNS: &[(Section, &[&str])] = &[
    (
        Section::Other,
        &[
            "research",
            "teaching",
            "leadership",
            "volunteer",
            "volunteering",
            "project",
            "projects",
            "service",
            "activities",
            "awards",
            "honors",
            "honours",
            "scholarships",
            "grants",
            "languages",
            "language",
            "interests",
            "certifications",
            "certificates",
            "courses",
            "coursework",
            "talks",
            "presentations",
            "memberships",
            "references",
            "patents",
            "extracurricular",
            "community",
            "outreach",
            "military",
            "fellowships",
            "training",
            "achievements",
            "accomplishments",
            "licenses",
            "hobbies",
            "summary",
            "objective",
        ],
    ),
    (Section::Education, &["education", "educational", "qualifications"]),
    (Section::Publications, &["publications", "papers", "articles"]),
    (Section::Skills, &["skills", "competencies", "competences", "proficiencies"]),
    (
        Section::Work,
        &["experience", "employment", "positions", "appointments", "internships", "internship"],
    ),
];
/// Words that only say which of them.
const ADJECTIVES: &[&str] = &[
    "academic",
    "professional",
    "relevant",
    "selected",
    "other",
    "additional",
    "technical",
    "personal",
    "work",
    "industry",
    "industrial",
    "key",
    "core",
    "computer",
    "and",
    "of",
    "in",
    "history",
    "background",
    "career",
    "recent",
    "previous",
    "current",
    "refereed",
    "journal",
    "conference",
    "peer-reviewed",
    "international",
];

/// The section of a heading that is put together from words of headings, such as
/// `Relevant Coursework and Projects`.
fn composed(words: &str) -> Option<Section> {
    let mut section = None;
    for word in words.split(' ') {
        let noun = NOUNS.iter().find(|(_, nouns)| nouns.contains(&word)).map(|(it, _)| *it);
        match (noun, section) {
            // Teaching experience is no job, and research papers are papers.
            (Some(Section::Work), Some(Section::Other)) => {}
            (Some(found), _) => section = Some(found),
            (None, _) if ADJECTIVES.contains(&word) => {}
            (None, _) => return None,
        }
    }
    section
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_in_both_languages_and_with_their_marks() {
        for (words, section) in [
            ("EDUCATION", Some(Section::Education)),
            ("Education 教育经历", Some(Section::Education)),
            ("一、教育背景", Some(Section::Education)),
            ("教 育 背 景：", Some(Section::Education)),
            ("2. Work Experience", Some(Section::Work)),
            ("IT技能", Some(Section::Skills)),
            ("Honors & Awards", Some(Section::Other)),
            ("Publications (* equal contribution)", Some(Section::Publications)),
            ("Academic Positions", Some(Section::Work)),
            ("TEACHING EXPERIENCE", Some(Section::Other)),
            ("Leadership & Activities", Some(Section::Other)),
            ("Experience with computers", None),
            ("Education is what remains", None),
            ("Skills: Rust", None),
            ("教育学院", None),
            ("", None),
        ] {
            assert_eq!(heading(words), section, "{words}");
        }
    }
}
