//! What MSRA's internship application form asks, as data: 31 questions in five sections.
//!
//! The questions, the order and the words of the lists are MSRA's own, as its form
//! has them; the wording of the Chinese labels and the layout are ours. Its list of
//! universities is left out: the name is written instead.

use super::controls::Control;

/// A question and the blank for its answer.
pub(super) struct Question {
    /// The control's tag, and the question's name in marks.
    pub(super) tag: &'static str,
    pub(super) english: &'static str,
    pub(super) chinese: &'static str,
    pub(super) required: bool,
    pub(super) control: Control,
}

/// A heading and the questions under it, in rows of one or two.
pub(super) struct Section {
    pub(super) english: &'static str,
    pub(super) chinese: &'static str,
    pub(super) rows: Vec<Vec<Question>>,
}

fn ask(
    tag: &'static str,
    english: &'static str,
    chinese: &'static str,
    control: Control,
) -> Question {
    let required = english.ends_with('*');
    let english = english.trim_end_matches(['*', ' ']);
    Question { tag, english, chinese, required, control }
}

fn list(options: &[&str]) -> Control {
    Control::List(options.iter().map(|it| (*it).to_owned()).collect())
}

fn countries() -> Control {
    Control::List(include_str!("parts/countries.txt").lines().map(ToOwned::to_owned).collect())
}

/// The sections whose questions stand in a table of labels and blanks.
pub(super) fn sections() -> Vec<Section> {
    vec![
        Section { english: "Basic Information", chinese: "基本信息", rows: basic() },
        Section { english: "Education Background", chinese: "教育背景", rows: education() },
        Section {
            english: "Application Information", chinese: "申请信息", rows: application()
        },
    ]
}

fn basic() -> Vec<Vec<Question>> {
    use Control::Line;
    vec![
        vec![
            ask("first-name", "First Name *", "名（拼音）", Line),
            ask("last-name", "Last Name *", "姓（拼音）", Line),
        ],
        vec![
            ask("gender", "Gender", "性别", Control::Tick),
            ask("nationality", "Nationality *", "国籍", countries()),
        ],
        vec![
            ask("identity-number", "Identity Number *", "身份证或护照号码", Line),
            ask("phone-number", "Phone Number *", "手机号码", Line),
        ],
        vec![ask("email", "Email *", "电子邮箱", Line)],
        vec![ask("web-page", "Web Page", "个人主页", Line)],
        vec![ask("address", "Address *", "通讯地址", Line)],
        vec![
            ask("current-city", "Current City *", "现居城市", Line),
            ask("current-country", "Current Country or Region *", "现居国家或地区", countries()),
        ],
    ]
}

fn education() -> Vec<Vec<Question>> {
    use Control::{Date, Line};
    let categories = [
        "Automation Related",
        "Computer Related",
        "EE Related",
        "Liberal or Arts Related",
        "Math Related",
        "Physical Related",
        "Other",
    ];
    let degrees = ["BS", "Diploma", "Double BS", "MBA", "MS", "MS+PhD", "PhD", "Other"];
    vec![
        vec![ask("university", "University *", "学校（英文全称）", Line)],
        vec![ask("other-university", "Other University", "其他学校", Line)],
        vec![
            ask("major-category", "Major Category *", "专业类别", list(&categories)),
            ask("major", "Major *", "专业", Line),
        ],
        vec![
            ask("enrollment-date", "Enrollment Date *", "入学日期", Date),
            ask("expected-graduate-date", "Expected Graduate Date *", "预计毕业日期", Date),
        ],
        vec![
            ask("degree", "Degree *", "在读学位", list(&degrees)),
            ask("grade", "Grade *", "年级", list(&["1", "2", "3", "4", "5", "6"])),
        ],
        vec![ask("advisor-organization", "Advisor’s Organization", "导师单位", Line)],
        vec![
            ask("advisor-first-name", "Advisor’s First Name", "导师的名", Line),
            ask("advisor-last-name", "Advisor’s Last Name", "导师的姓", Line),
        ],
        vec![ask("advisor-email", "Advisor’s Email", "导师邮箱", Line)],
    ]
}

fn application() -> Vec<Vec<Question>> {
    use Control::{Date, Line};
    let sources = [
        "Contact mentor directly",
        "Events | Activities",
        "Recommended",
        "Special Talent Program",
        "Was intern in MSRA and apply for another internship",
        "Webpage | Wechat | Weibo",
        "Others",
    ];
    vec![
        vec![
            ask("available-date", "Available Date *", "可开始实习日期", Date),
            ask("expected-leave-date", "Expected Leave Date *", "预计离开日期（至少三个月）", Date),
        ],
        vec![
            ask(
                "internship-type",
                "Internship Type *",
                "实习类型",
                list(&["Full-Time", "Part-Time"]),
            ),
            ask("referee-name", "Provide Referee’s Name", "推荐人姓名（如有推荐）", Line),
        ],
        vec![
            ask("information-source", "Get Information From *", "从何处得知", list(&sources)),
            ask("specific-channel", "Specific Channel *", "具体渠道", list(&CHANNELS)),
        ],
    ]
}

/// MSRA's form offers the channels of the chosen source. Word's lists cannot
/// depend on one another, so all stand here, and the four that are only called
/// "Others" say of what.
const CHANNELS: [&str; 24] = [
    "Email mentor directly",
    "Found mentor in professor list of university",
    "Met mentor in conferences",
    "Met mentor in university talks or MSRA visits",
    "Others (contact mentor)",
    "Attended Ada workshops and other female focused activities",
    "Attended campus talks by MSRA",
    "Visited MSRA",
    "Others (events)",
    "Recommended by MS Student club assistant",
    "Recommended by MSRA | MS employee",
    "Recommended by MSRA | MS intern",
    "Recommended by professor | advisor",
    "Japan-Korea internship program",
    "Pre-PhD program",
    "Fellowship program",
    "Joint PhD program",
    "MSRA Weibo",
    "MS Student club Wechat",
    "MSRA homepage",
    "MSRA Outreach Weibo",
    "University BBS",
    "Others (web)",
    "Others",
];

/// The 24 research groups.
pub(super) const GROUPS: [&str; 24] = [
    "Artificial Intelligence",
    "Big Data Mining",
    "Cloud & Mobile Research",
    "Incubation",
    "Innovation Engineering",
    "Internet Graphics",
    "Internet Media",
    "Knowledge Computing",
    "Machine Learning",
    "Media Computing",
    "Multimedia Search and Mining",
    "Natural Language Computing",
    "Public Relations",
    "Robotics",
    "Social Computing",
    "Software Analytics",
    "Speech",
    "Systems Research",
    "Technology and Strategy",
    "Theory",
    "University Outreach",
    "Urban Computing",
    "Visual Computing",
    "Web Search and Data Management",
];

#[cfg(test)]
mod tests {
    use super::{GROUPS, sections};

    #[test]
    fn it_asks_the_31_questions_of_which_21_are_required() {
        let questions: Vec<_> = sections().into_iter().flat_map(|it| it.rows).flatten().collect();
        // The box for skills and the groups stand apart from the tables.
        assert_eq!(questions.len() + 2, 31);
        assert_eq!(questions.iter().filter(|it| it.required).count(), 21);
    }

    #[test]
    fn no_group_stands_twice() {
        let groups: std::collections::BTreeSet<_> = GROUPS.iter().collect();
        assert_eq!(groups.len(), 24);
    }
}
