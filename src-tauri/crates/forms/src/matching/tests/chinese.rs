//! Chinese labels.

use super::check;

#[test]
fn people_are_asked_who_they_are() {
    check(
        &[],
        &[
            ("姓名", "name"),
            ("姓    名", "name"),
            ("姓　　名：", "name"),
            ("1、姓名", "name"),
            ("*姓名：", "name"),
            ("申请人姓名", "name"),
            ("学生姓名", "name"),
            ("姓名（与身份证一致）", "name"),
            ("姓名 Name", "name"),
            ("Name/姓名", "name"),
            ("中文姓名", "name"),
            ("英文姓名", "name"),
            ("姓名（拼音）", "name.pinyin"),
            ("姓名拼音", "name.pinyin"),
            ("曾用名", "name.former"),
            ("申请人", "name"),
            ("性别", "gender"),
            ("性  别", "gender"),
            ("出生日期", "birthDate"),
            ("出生年月", "birthDate"),
            ("出生年月（如1999.03）", "birthDate"),
            ("出生年月日", "birthDate"),
            ("年龄", "age"),
            ("民族", "ethnicity"),
            ("籍贯", "nativePlace"),
            ("籍贯（省市）", "nativePlace"),
            ("国籍", "nationality"),
            ("政治面貌", "politicalStatus"),
            ("政治面貌及入党时间", "politicalStatus + partyJoinDate"),
            ("入党时间", "partyJoinDate"),
            ("婚姻状况", "maritalStatus"),
            ("婚否", "maritalStatus"),
            ("健康状况", "health"),
            ("身高（cm）", "height"),
            ("血型", "bloodType"),
            ("身份证号", "id.number"),
            ("身份证号码", "id.number"),
            ("身分證字號", "id.number"),
            ("证件类型", "id.type"),
            ("证件号码", "id.number"),
            ("护照号码", "passport.number"),
            ("护照有效期至", "passport.expires"),
            ("户口性质", "household.type"),
            ("户口所在地", "household.location"),
            ("户籍地址", "household.address"),
            ("生源地", "household.location"),
            ("是否残疾人", "disability"),
            ("残疾类别", "disability.type"),
            ("持有驾驶证情况", "drivingLicence"),
            ("学号", "studentId"),
            ("學號", "studentId"),
        ],
    );
}

#[test]
fn people_are_asked_how_to_reach_them() {
    check(
        &[],
        &[
            ("联系电话", "contact.phone"),
            ("手机", "contact.phone"),
            ("手机号码", "contact.phone"),
            ("聯絡電話", "contact.phone"),
            ("电话", "contact.phone"),
            ("家庭电话", "contact.landline"),
            ("备用联系电话", "contact.phoneAlt"),
            ("邮箱", "contact.email"),
            ("电子邮箱", "contact.email"),
            ("E-mail", "contact.email"),
            ("电子邮件（E-mail）", "contact.email"),
            ("Email地址", "contact.email"),
            ("QQ", "contact.qq"),
            ("QQ号码", "contact.qq"),
            ("Q Q号码", "contact.qq"),
            ("微信号", "contact.wechat"),
            ("QQ/微信", "contact.qq + contact.wechat"),
            ("通讯地址", "contact.address"),
            ("联系地址", "contact.address"),
            ("现住址", "contact.address"),
            ("常住地址", "contact.address"),
            ("家庭住址", "contact.permanentAddress"),
            ("邮编", "contact.postcode"),
            ("邮政编码", "contact.postcode"),
            ("通讯地址及邮编", "contact.address + contact.postcode"),
            ("所在地址及邮编", "contact.addressAndPostcode"),
            ("所在城市", "contact.city"),
            ("个人主页", "contact.website"),
            ("联系电话及邮箱", "contact.phone + contact.email"),
            ("家庭住址及邮编", "contact.permanentAddress + contact.permanentPostcode"),
            ("单位地址及邮编", "affiliation.address~"),
        ],
    );
}

#[test]
fn students_are_asked_what_they_study() {
    check(
        &[],
        &[
            ("学历", "education.highestLevel"),
            ("最高学历", "education.highestLevel"),
            ("文化程度", "education.highestLevel"),
            ("学位", "education.degree"),
            ("最高学位", "education.highestDegree"),
            ("学历/学位", "education.levelAndDegree"),
            ("学历（学位）", "education.levelAndDegree"),
            ("毕业院校", "education.institution"),
            ("毕业学校", "education.institution"),
            ("所在学校", "education.institution"),
            ("就读院校", "education.institution"),
            ("所在学院", "education.department"),
            ("院系", "education.department"),
            ("系（所）", "education.department"),
            ("专业", "education.major"),
            ("所学专业", "education.major"),
            ("学院及专业", "education.departmentAndMajor"),
            ("毕业院校及专业", "education.institutionAndMajor"),
            ("专业/班级", "education.major + education.class"),
            ("专业年级", "education.majorAndGrade"),
            ("年级", "education.grade"),
            ("班级", "education.class"),
            ("入学时间", "education.startDate"),
            ("预计毕业时间", "education.endDate"),
            ("毕业时间", "education.endDate"),
            ("绩点", "education.gpaAndScale"),
            ("GPA", "education.gpaAndScale"),
            ("专业排名", "education.rank"),
            ("专业总人数", "education.classSize"),
            ("学制", "education.years"),
            ("已修研究生课程", "education.courses"),
            ("主修课程", "education.courses"),
            ("教育背景", "education.summary"),
            ("教育经历", "education.summary"),
            ("本科毕业院校", "education.bachelor.institution"),
            ("本科平均绩点", "education.bachelor.gpaAndScale"),
            ("本科专业", "education.bachelor.major"),
            ("硕士毕业学校", "education.master.institution"),
            ("研究方向", "research.interests"),
            ("主要研究领域", "research.interests"),
            ("导师姓名", "advisor.name"),
            ("导师", "advisor.name"),
            ("指导教师", "advisor.name"),
            ("导师职称", "advisor.title"),
            ("导师姓名及职称", "advisor.name + advisor.title"),
            ("导师联系电话", "advisor.phone"),
            ("英语水平", "languages.english"),
            ("外语水平", "languages.foreignSummary"),
            ("语言能力", "languages.summary"),
            ("本人", "name~"),
            ("Solana 地址", "contact.address~"),
            ("Email 邮箱", "contact.email"),
            ("科研经历及成果", "research.summary + publications.summary"),
            ("英语六级成绩", "tests[].score"),
            ("托福成绩", "tests[].score"),
            ("计算机水平", "skills.computer"),
            ("特长", "skills.specialty"),
            ("兴趣爱好", "skills.hobbies"),
            ("获奖情况", "awards.summary"),
            ("已发表文章及著作情况", "publications.summary"),
            ("曾发表论文、著作或奖励", "publications.summary + awards.summary"),
            ("个人简历", "history.summary"),
            ("个人简介（此处可列代表性论文）", "statement.personal"),
            ("自我评价", "statement.personal"),
            ("申请理由", "statement.motivation"),
            ("研究计划", "statement.plan"),
            ("项目经历", "projects.summary"),
            ("资格证书", "certificates.summary"),
        ],
    );
}

#[test]
fn workers_are_asked_what_they_do_and_want() {
    check(
        &[],
        &[
            ("工作单位", "affiliation.name"),
            ("单位", "affiliation.name"),
            ("所在单位", "affiliation.name"),
            ("现工作单位", "affiliation.name"),
            ("工作单位及职务", "affiliation.name + affiliation.position"),
            ("单位地址", "affiliation.address"),
            ("单位性质", "affiliation.type"),
            ("所属部门（科室）", "affiliation.department"),
            ("职务", "affiliation.position"),
            ("职称", "work.title"),
            ("职务/职称", "affiliation.position + work.title"),
            ("参加工作时间", "work.firstJobDate"),
            ("工作年限", "work.years"),
            ("工作经历", "work.summary"),
            ("实习经历", "work.summary"),
            ("应聘岗位", "application.position"),
            ("求职意向", "application.position"),
            ("期望薪资", "application.salary"),
            ("到岗时间", "availability.from"),
            ("可实习时长", "availability.months"),
            ("每周可到岗天数", "availability.daysPerWeek"),
            ("是否服从调剂", "application.acceptAdjustment"),
            ("是否愿意服从岗位调剂", "application.acceptAdjustment"),
            ("是否有亲属在我公司任职", "application.hasRelative"),
            ("信息来源", "application.source"),
            ("您从何处得知本次招聘信息？", "application.source"),
            ("填表日期", "application.date"),
            ("填表时间", "application.date"),
            ("日期", "application.date~"),
        ],
    );
}

#[test]
fn other_peoples_facts_are_not_the_candidates() {
    check(
        &[],
        &[
            ("备注", "-"),
            ("其他", "-"),
            ("编号", "-"),
            ("项目名称", "-"),
            ("课题名称", "-"),
            ("队伍名称", "-"),
            ("公司名称", "-"),
            ("联系人", "-"),
            ("联系人电话", "-"),
            ("项目负责人", "-"),
            ("负责人电话", "-"),
            ("推荐单位", "-"),
            ("监护人姓名", "-"),
            ("辅导员姓名", "-"),
            ("开户银行", "-"),
            ("论文题目", "education.thesis~"),
            ("获奖名称", "awards.summary"),
            ("作品名称", "-"),
            ("签名", "-"),
            ("工号", "-"),
            ("意向导师", "-"),
            ("报考专业", "-"),
            ("紧急联系人", "emergency.name"),
            ("紧急联系人姓名", "emergency.name"),
            ("紧急联系电话", "emergency.phone"),
            ("紧急联系人及电话", "emergency.name + emergency.phone"),
            ("紧急联系人与本人关系", "emergency.relation"),
            ("父亲姓名", "family.father.name"),
            ("父亲工作单位及职务", "family.father.employerAndPosition"),
            ("母亲", "family.mother.name"),
            ("母亲联系电话", "family.mother.phone"),
            ("配偶姓名", "family.spouse.name"),
            ("推荐人姓名", "application.referrer~"),
        ],
    );
}

#[test]
fn the_section_says_whose_they_are() {
    check(
        &["紧急联系人"],
        &[
            ("姓名", "emergency.name"),
            ("与本人关系", "emergency.relation"),
            ("联系电话", "emergency.phone"),
            ("住址", "emergency.address"),
        ],
    );
    check(
        &["指导教师信息"],
        &[
            ("姓名", "advisor.name"),
            ("职称", "advisor.title"),
            ("电子邮件", "advisor.email"),
            ("所在学院/部门", "advisor.department"),
        ],
    );
    check(&["导师情况", "联系方式"], &[("手机", "advisor.phone"), ("邮箱", "advisor.email")]);
    check(&["推荐人二"], &[("姓名", "referee.2.name"), ("单位", "referee.2.organization")]);
    check(&["配偶"], &[("姓名", "family.spouse.name"), ("工作单位", "family.spouse.employer")]);
    check(
        &["本科"],
        &[
            ("毕业院校", "education.bachelor.institution"),
            ("专业", "education.bachelor.major"),
            ("毕业时间", "education.bachelor.endDate"),
            ("毕业证书编号", "education.bachelor.certificateNumber"),
        ],
    );
    check(
        &["硕士学位"],
        &[
            ("授予单位", "education.master.institution"),
            ("授予时间", "education.master.degreeDate"),
            ("学位证书编号", "education.master.degreeCertificateNumber"),
        ],
    );
    check(
        &["全日制教育"],
        &[
            ("毕业院校及专业", "education.fullTime.institutionAndMajor"),
            ("学历", "education.fullTime.level"),
        ],
    );
    check(
        &["联系方式"],
        &[("手机", "contact.phone"), ("QQ", "contact.qq"), ("邮箱", "contact.email")],
    );
    check(&["家庭住址"], &[("邮编", "contact.permanentPostcode")]);
    check(&["一、基本情况"], &[("姓名", "name"), ("学历", "education.highestLevel")]);
    check(&["二、个人信息"], &[("姓名", "name")]);
    for section in ["项目组成员", "监护人信息", "企业信息", "担保人", "家长信息", "团队信息"]
    {
        check(&[section], &[("姓名", "-"), ("联系电话", "-"), ("电子邮箱", "-")]);
    }
}
