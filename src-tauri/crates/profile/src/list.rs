//! Closed lists: answers that are one of a few words, such as a gender or a degree.
//!
//! The profile stores a *code*. What a code is called in English and in Chinese
//! is for `templates/labels/`, where words belong.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A code that belongs to a [`List`].
pub(crate) trait Coded: Copy {
    /// The list it is of.
    const LIST: List;

    /// How it is written in JSON.
    fn code(self) -> &'static str;
}

macro_rules! lists {
    ($($(#[$about:meta])* $name:ident { $($(#[$each:meta])* $code:ident = $text:literal,)+ })+) => {
        /// The closed lists of the profile.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(rename_all = "camelCase")]
        pub enum List {
            $($(#[$about])* $name,)+
        }

        impl List {
            /// Every list.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The codes of this list, in the order a form would print them.
            pub const fn codes(self) -> &'static [&'static str] {
                match self {
                    $(Self::$name => &[$($text),+],)+
                }
            }
        }

        $(
            $(#[$about])*
            #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
            pub enum $name {
                $($(#[$each])* #[serde(rename = $text)] $code,)+
            }

            impl $name {
                /// Every code of the list.
                pub const ALL: &'static [Self] = &[$(Self::$code),+];

                /// How it is written in JSON and in a [`Value::Choice`](crate::Value::Choice).
                pub const fn code(self) -> &'static str {
                    match self {
                        $(Self::$code => $text,)+
                    }
                }
            }

            impl Coded for $name {
                const LIST: List = List::$name;

                fn code(self) -> &'static str {
                    Self::code(self)
                }
            }
        )+
    };
}

lists! {
    /// 性别.
    Gender {
        /// 男.
        Male = "male",
        /// 女.
        Female = "female",
        /// Neither.
        Other = "other",
        /// Asked, and not said.
        Undisclosed = "undisclosed",
    }
    /// How the candidate is addressed (先生, 女士).
    Title {
        /// Mr.
        Mr = "mr",
        /// Ms.
        Ms = "ms",
        /// Mrs.
        Mrs = "mrs",
        /// Miss.
        Miss = "miss",
        /// Mx.
        Mx = "mx",
        /// Dr.
        Dr = "dr",
        /// Professor.
        Prof = "prof",
    }
    /// 婚姻状况.
    MaritalStatus {
        /// 未婚.
        Single = "single",
        /// 已婚.
        Married = "married",
        /// 离异.
        Divorced = "divorced",
        /// 丧偶.
        Widowed = "widowed",
    }
    /// 政治面貌.
    PoliticalStatus {
        /// 中共党员.
        PartyMember = "partyMember",
        /// 中共预备党员.
        ProbationaryPartyMember = "probationaryPartyMember",
        /// 共青团员.
        YouthLeagueMember = "youthLeagueMember",
        /// 民主党派.
        DemocraticParty = "democraticParty",
        /// 无党派人士.
        Nonparty = "nonparty",
        /// 群众.
        Masses = "masses",
    }
    /// 户口类型.
    HouseholdType {
        /// 城镇, 非农业.
        Urban = "urban",
        /// 农村, 农业.
        Rural = "rural",
    }
    /// 健康状况.
    Health {
        /// 健康.
        Healthy = "healthy",
        /// 良好.
        Good = "good",
        /// 一般.
        Fair = "fair",
        /// 较差.
        Poor = "poor",
    }
    /// 证件类型.
    IdType {
        /// 居民身份证.
        ResidentId = "residentId",
        /// 护照.
        Passport = "passport",
        /// 港澳居民来往内地通行证.
        HongKongMacaoPermit = "hongKongMacaoPermit",
        /// 台湾居民来往大陆通行证.
        TaiwanPermit = "taiwanPermit",
        /// 外国人永久居留身份证.
        PermanentResidence = "permanentResidence",
        /// 军官证.
        Military = "military",
        /// Another one.
        Other = "other",
    }
    /// 学历: what somebody studied for. Not the degree that it gave.
    Level {
        /// 小学.
        Primary = "primary",
        /// 初中.
        JuniorHigh = "juniorHigh",
        /// 高中.
        HighSchool = "highSchool",
        /// 中专, 职高, 技校.
        Vocational = "vocational",
        /// 大专.
        Associate = "associate",
        /// 本科.
        Bachelor = "bachelor",
        /// 硕士研究生.
        Master = "master",
        /// 博士研究生.
        Doctor = "doctor",
        /// 博士后.
        Postdoc = "postdoc",
    }
    /// 学位: what the school awards at the end.
    Degree {
        /// 副学士.
        Associate = "associate",
        /// 学士.
        Bachelor = "bachelor",
        /// 硕士.
        Master = "master",
        /// 博士.
        Doctor = "doctor",
    }
    /// What a student of a level is called: 博士研究生, doctoral student.
    Student {
        /// 小学生.
        Primary = "primary",
        /// 初中生.
        JuniorHigh = "juniorHigh",
        /// 高中生.
        HighSchool = "highSchool",
        /// 中专生.
        Vocational = "vocational",
        /// 专科生.
        Associate = "associate",
        /// 本科生.
        Bachelor = "bachelor",
        /// 硕士研究生.
        Master = "master",
        /// 博士研究生.
        Doctor = "doctor",
        /// 博士后.
        Postdoc = "postdoc",
    }
    /// Where an education stands.
    StudyState {
        /// 在读.
        InProgress = "inProgress",
        /// 毕业.
        Graduated = "graduated",
        /// 结业: attended to the end without graduating.
        Completed = "completed",
        /// 肄业: left before the end.
        Left = "left",
        /// Admitted, not begun.
        Admitted = "admitted",
    }
    /// 学习形式.
    StudyMode {
        /// 全日制.
        FullTime = "fullTime",
        /// 非全日制, 在职.
        PartTime = "partTime",
        /// 函授, 网络教育.
        Distance = "distance",
    }
    /// How levels run together.
    Programme {
        /// One level after the other.
        Regular = "regular",
        /// 硕博连读: master and doctor in one.
        MasterDoctor = "masterDoctor",
        /// 直博: from bachelor straight to doctor.
        DirectDoctor = "directDoctor",
        /// 本硕连读: bachelor and master in one.
        BachelorMaster = "bachelorMaster",
        /// 双学位.
        DoubleBachelor = "doubleBachelor",
        /// MBA.
        Mba = "mba",
    }
    /// Who somebody is to the candidate.
    Relation {
        /// 父亲.
        Father = "father",
        /// 母亲.
        Mother = "mother",
        /// 配偶.
        Spouse = "spouse",
        /// 儿子.
        Son = "son",
        /// 女儿.
        Daughter = "daughter",
        /// 哥哥.
        ElderBrother = "elderBrother",
        /// 弟弟.
        YoungerBrother = "youngerBrother",
        /// 姐姐.
        ElderSister = "elderSister",
        /// 妹妹.
        YoungerSister = "youngerSister",
        /// 祖父, 外祖父.
        Grandfather = "grandfather",
        /// 祖母, 外祖母.
        Grandmother = "grandmother",
        /// 监护人.
        Guardian = "guardian",
        /// 亲属.
        Relative = "relative",
        /// 朋友.
        Friend = "friend",
        /// 同学.
        Classmate = "classmate",
        /// 同事.
        Colleague = "colleague",
        /// 导师.
        Advisor = "advisor",
        /// 实习导师.
        Mentor = "mentor",
        /// 上级.
        Manager = "manager",
        /// 老师.
        Teacher = "teacher",
    }
    /// Full or part time.
    WorkTime {
        /// 全职.
        FullTime = "fullTime",
        /// 兼职.
        PartTime = "partTime",
    }
    /// What kind of work it was.
    WorkType {
        /// A job: counts for the years of work.
        Job = "job",
        /// 实习.
        Internship = "internship",
        /// 助教, 助研 and other work beside the studies.
        Assistantship = "assistantship",
        /// 自由职业.
        Freelance = "freelance",
    }
    /// 单位性质.
    EmployerType {
        /// 高等院校.
        University = "university",
        /// 科研院所.
        ResearchInstitute = "researchInstitute",
        /// 国有企业.
        StateOwned = "stateOwned",
        /// 民营企业.
        Private = "private",
        /// 外资企业.
        Foreign = "foreign",
        /// 合资企业.
        JointVenture = "jointVenture",
        /// 机关.
        Government = "government",
        /// 事业单位.
        PublicInstitution = "publicInstitution",
        /// Something else.
        Other = "other",
    }
    /// Whether the candidate comes from school or from work.
    Experience {
        /// 应届.
        Fresher = "fresher",
        /// 社会人员.
        Experienced = "experienced",
    }
    /// What is applied for.
    Engagement {
        /// 实习.
        Internship = "internship",
        /// 正式岗位.
        Job = "job",
        /// 访问.
        Visit = "visit",
        /// 学位项目.
        Study = "study",
    }
    /// Where a publication stands.
    PublicationStatus {
        /// 已发表.
        Published = "published",
        /// 已录用.
        Accepted = "accepted",
        /// 在审.
        UnderReview = "underReview",
        /// 预印本.
        Preprint = "preprint",
        /// 撰写中.
        InPreparation = "inPreparation",
    }
    /// What kind of publication it is.
    PublicationType {
        /// 会议论文.
        Conference = "conference",
        /// 期刊论文.
        Journal = "journal",
        /// Paper of a workshop.
        Workshop = "workshop",
        /// 预印本.
        Preprint = "preprint",
        /// 专著.
        Book = "book",
        /// A chapter of a book.
        Chapter = "chapter",
        /// 学位论文.
        Thesis = "thesis",
        /// 专利.
        Patent = "patent",
        /// Technical report.
        Report = "report",
        /// Software or a data set.
        Software = "software",
        /// Something else.
        Other = "other",
    }
    /// What a skill is about; forms ask for these apart.
    SkillKind {
        /// Programming languages.
        Programming = "programming",
        /// Computers in general (计算机水平).
        Computer = "computer",
        /// A field of research.
        Research = "research",
        /// Tools and laboratory techniques.
        Tool = "tool",
        /// Something else.
        Other = "other",
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn codes_are_unique_in_their_list() {
        for list in List::ALL {
            let codes: BTreeSet<_> = list.codes().iter().collect();
            assert_eq!(codes.len(), list.codes().len(), "{list:?}");
        }
    }

    #[test]
    fn a_code_reads_as_it_is_written() {
        for level in Level::ALL {
            let json = serde_json::to_string(level).unwrap();
            assert_eq!(json, format!("\"{}\"", level.code()));
            assert_eq!(serde_json::from_str::<Level>(&json).unwrap(), *level);
        }
    }
}
