//! Fields that say something about each other, and tables with blank rows.

use super::{field, keys};
use crate::{Column, Dictionary, Field, Kind, Place};

/// Fields in one section, each with its row; what they ask for.
#[track_caller]
fn check(labels: &[(usize, &str, &str)]) {
    let fields: Vec<Field> = labels
        .iter()
        .map(|(row, label, _)| {
            let place = Place { table: Some(0), row: Some(*row), ..Place::default() };
            Field { place, ..field(label, &[]) }
        })
        .collect();
    let matches = Dictionary::shipped().matches(&fields);
    let found: Vec<String> = matches.iter().map(|it| keys(it.as_ref())).collect();
    let expected: Vec<&str> = labels.iter().map(|(_, _, expected)| *expected).collect();
    assert_eq!(found, expected, "{labels:?}");
}

#[test]
fn a_phone_behind_a_name_is_that_persons() {
    check(&[
        (0, "姓名", "name"),
        (1, "手机", "contact.phone"),
        (1, "邮箱", "contact.email"),
        (2, "指导老师姓名", "advisor.name"),
        (2, "职称", "advisor.title"),
        (2, "职务", "-"),
        (3, "手机", "advisor.phone"),
        (3, "邮箱", "advisor.email"),
    ]);
    check(&[
        (0, "姓名", "name"),
        (0, "联系电话", "contact.phone"),
        (1, "紧急联系人", "emergency.name"),
        (1, "与本人关系", "emergency.relation"),
        (1, "联系电话", "emergency.phone"),
    ]);
}

#[test]
fn a_phone_right_behind_an_emergency_contact_is_theirs_though_none_of_ours_is_asked() {
    check(&[
        (0, "姓名", "name"),
        (1, "紧急联系人", "emergency.name"),
        (1, "与本人关系", "emergency.relation"),
        (1, "联系电话", "emergency.phone"),
    ]);
    check(&[(0, "姓名", "name"), (0, "导师", "advisor.name"), (0, "联系电话", "advisor.phone~")]);
}

#[test]
fn a_phone_behind_a_strangers_name_is_not_ours() {
    check(&[
        (0, "Name", "name"),
        (0, "Home Phone", "contact.landline"),
        (1, "Physician's Name", "-"),
        (1, "Home Phone", "-"),
    ]);
    check(&[(0, "Child's Name", "-"), (0, "Date of birth", "birthDate~")]);
    check(&[(0, "项目名称", "-"), (1, "申请人", "name"), (2, "联系手机", "contact.phone")]);
    check(&[(0, "作品名称", "-"), (1, "邮寄地址", "contact.address")]);
}

#[test]
fn what_is_asked_twice_on_a_line_is_ours_once() {
    check(&[(0, "Work Phone", "affiliation.phone"), (0, "Work Phone", "-")]);
}

#[test]
fn some_words_are_sure_only_among_their_kind() {
    check(&[(0, "Course", "education.major~")]);
    check(&[(0, "Course", "education.major"), (1, "College", "education.institution")]);
    check(&[(0, "Position", "affiliation.position~")]);
}

#[test]
fn options_say_what_a_label_does_not() {
    let asks = |label: &str, options: &[&str]| {
        let options = options.iter().map(|it| (*it).to_owned()).collect();
        let field = Field { kind: Kind::Check, options, ..field(label, &[]) };
        keys(Dictionary::shipped().matches(&[field])[0].as_ref())
    };
    assert_eq!(asks("", &["男", "女"]), "gender");
    assert_eq!(asks("Please tick", &["Male", "Female", "Other"]), "gender");
    assert_eq!(asks("", &["未婚", "已婚", "离异"]), "maritalStatus");
    assert_eq!(asks("Employment Details", &["Fresher", "Experienced"]), "work.experience");
    assert_eq!(asks("Do you smoke?", &["Yes", "No"]), "-");
    assert_eq!(asks("是否依托项目", &["1.是", "2.否"]), "-");
}

/// A table with these headers and blank rows.
#[track_caller]
fn table(title: &str, section: &[&str], headers: &[&str], expected: &str) {
    let columns = headers
        .iter()
        .map(|label| Column {
            label: (*label).to_owned(),
            kind: Kind::Text,
            options: Vec::new(),
            printed: label.starts_with("序号"),
            date_parts: Vec::new(),
        })
        .collect();
    let field = Field { kind: Kind::Rows, columns, rows: 4, ..field(title, section) };
    let found = keys(Dictionary::shipped().matches(&[field])[0].as_ref());
    assert_eq!(found, expected, "{title} {headers:?}");
}

#[test]
fn headers_and_titles_say_which_list_fills_a_table() {
    table(
        "个人简历（含学习经历）",
        &[],
        &["起止时间（从高中开始）", "所在单位（学校）", "任何职"],
        "history[].period + history[].organization + history[].position",
    );
    table(
        "家庭主要成员及社会关系",
        &[],
        &["姓名", "性别", "关系", "出生年月", "政治面貌", "现工作单位及职务", "联系电话"],
        "family[].name + family[].gender + family[].relation + family[].birthDate + \
         family[].politicalStatus + family[].employerAndPosition + family[].phone",
    );
    table(
        "教育经历",
        &[],
        &["起止时间", "学校", "专业", "学历"],
        "education[].period + education[].institution + education[].major + education[].level",
    );
    table(
        "工作经历",
        &[],
        &["起止年月", "工作单位", "职务", "证明人及联系电话"],
        "work[].period + work[].employer + work[].position + work[].witnessAndPhone",
    );
    table(
        "",
        &["Education"],
        &[
            "Name & Address of School Attended",
            "Year(s) of Attendance",
            "Degree Obtained",
            "Year Graduated",
        ],
        "education[].institution + education[].location + education[].period + \
         education[].degree + education[].endDate",
    );
    table(
        "",
        &["References"],
        &["Name & Title", "Relationship", "Phone Number"],
        "references[].name + references[].title + references[].relation + references[].phone",
    );
    table(
        "Publications",
        &[],
        &["No.", "Title", "Authors", "Journal/Conference", "Year"],
        "publications[].title + publications[].authors + publications[].venue + publications[].year",
    );
    table(
        "获奖情况",
        &[],
        &["获奖时间", "奖项名称", "颁奖单位"],
        "awards[].date + awards[].title + awards[].issuer",
    );
    table(
        "",
        &["Employment History"],
        &["Employer", "Position", "From", "To", "Reason for leaving"],
        "work[].employer + work[].position + work[].startDate + work[].endDate + \
         work[].reasonForLeaving",
    );
    table("Language skills", &[], &["Language", "Level"], "languages[].name + languages[].level");
}

#[test]
fn tables_of_strangers_stay_empty() {
    table("项目组成员", &[], &["姓名", "学号", "所在学院", "专业", "联系电话"], "-");
    table("二、参赛人员信息", &[], &["序号", "姓名", "工号", "年龄", "所在部门", "联系电话"], "-");
    table(
        "Team Member Details",
        &[],
        &["Name", "Gender", "Contact", "Email-id", "Qualification"],
        "-",
    );
    table("Proposed costs and time frame", &[], &["Items", "Time (in months)", "Cost"], "-");
    table("", &[], &["Offense", "Date", "Place", "Disposition"], "-");
}

#[test]
fn a_table_about_the_advisor_takes_one_row() {
    table(
        "指导教师",
        &[],
        &["姓名", "职称", "联系电话", "电子邮件"],
        "advisor.name + advisor.title + advisor.phone + advisor.email",
    );
}

#[test]
fn a_label_that_the_candidate_answered_is_theirs() {
    let profile = profile::Profile::parse(
        r#"{"extra": [{"slug": "shirt", "labels": ["T-shirt size", "服装尺码"], "value": "M"}]}"#,
    )
    .unwrap();
    let dictionary = Dictionary::shipped();
    for label in ["T-Shirt Size:", "*服装尺码", "服装尺码 T-shirt size"] {
        let found = dictionary.own_label(&field(label, &[]), &profile);
        assert_eq!(keys(found.as_ref()), "extra.shirt", "{label}");
    }
    assert!(dictionary.own_label(&field("Size", &[]), &profile).is_none());
    assert!(dictionary.own_label(&field("T-shirt size", &["Team Members"]), &profile).is_none());
}

#[test]
fn rows_are_the_candidates_where_a_form_asks_for_no_other_name() {
    let slip = |others: Vec<Field>| {
        let columns = ["姓名", "单位", "手机", "邮箱"].map(|label| Column {
            label: label.to_owned(),
            kind: Kind::Text,
            options: Vec::new(),
            printed: false,
            date_parts: Vec::new(),
        });
        let table = Field { kind: Kind::Rows, columns: columns.into(), rows: 2, ..field("", &[]) };
        let fields: Vec<Field> = others.into_iter().chain([table]).collect();
        keys(Dictionary::shipped().matches(&fields).last().and_then(Option::as_ref))
    };
    assert_eq!(
        slip(vec![field("发票抬头", &[])]),
        "name + affiliation.name + contact.phone + contact.email"
    );
    assert!(slip(vec![field("领队姓名", &[])]).ends_with('~'));
    assert!(slip(vec![field("姓名", &[])]).ends_with('~'));
}

#[test]
fn a_template_mark_may_say_that_a_label_is_about_somebody_else() {
    let asks = |hint: &str| {
        let field = Field { hint: hint.to_owned(), ..field("Name (as per proof)", &[]) };
        keys(Dictionary::shipped().matches(&[field])[0].as_ref())
    };
    assert_eq!(asks("as per proof {{Company_Name}}"), "-");
    assert_eq!(asks("{{company_name}}"), "-");
    assert_eq!(asks("as per proof {{full_name}}"), "name");
}

#[test]
fn a_label_below_the_names_of_several_people_asks_about_each() {
    let cell = |row, cell, label: &str| Field {
        place: Place { table: Some(0), row: Some(row), cell: Some(cell), ..Place::default() },
        ..field(label, &[])
    };
    let fields = [
        cell(0, 1, "Recommender 1 name"),
        cell(0, 3, "Recommender 2 name"),
        cell(1, 1, "Institution"),
        cell(1, 3, "Institution"),
        cell(2, 1, "E-mail"),
        cell(2, 3, "E-mail"),
        cell(3, 1, "Father's name"),
        cell(3, 3, "Mother's name"),
        cell(4, 1, "Occupation"),
        cell(4, 3, "Occupation"),
    ];
    let found: Vec<String> =
        Dictionary::shipped().matches(&fields).iter().map(|it| keys(it.as_ref())).collect();
    assert_eq!(
        found,
        [
            "referee.1.name",
            "referee.2.name",
            "referee.1.organization",
            "referee.2.organization",
            "referee.1.email",
            "referee.2.email",
            "family.father.name",
            "family.mother.name",
            "family.father.position",
            "family.mother.position",
        ]
    );
}

#[test]
fn who_works_there_is_asked_behind_the_question_for_relatives() {
    let question = |label: &str| Field {
        kind: Kind::Check,
        options: vec!["有".to_owned(), "无".to_owned()],
        place: Place { paragraph: Some(0), ..Place::default() },
        ..field(label, &[])
    };
    let behind = |label: &str| Field {
        place: Place { paragraph: Some(0), ..Place::default() },
        ..field(label, &[])
    };
    let asks = |label: &str| {
        let fields = [question(label), behind("姓名"), behind("部门")];
        let matches = Dictionary::shipped().matches(&fields);
        [keys(matches[1].as_ref()), keys(matches[2].as_ref())]
    };
    assert_eq!(asks("有无亲友在本公司工作"), ["application.relative.name", "-"]);
    assert_eq!(asks("是否有人介绍")[0], "-");
}

#[test]
fn what_goes_on_from_a_question_asks_for_its_detail() {
    let question = Field {
        kind: Kind::Check,
        options: vec!["Yes".to_owned(), "No".to_owned()],
        ..field("Do you hold a driving licence?", &[])
    };
    let asks = |label: &str| {
        let fields = [question.clone(), field(label, &[])];
        keys(Dictionary::shipped().matches(&fields)[1].as_ref())
    };
    assert_eq!(asks("If yes, which class?"), "drivingLicence.class");
    assert_eq!(asks("If yes, please specify"), "drivingLicence.class");
    assert_eq!(asks("If yes, for how many of your cars?"), "-");
}

#[test]
fn a_phone_behind_an_offices_person_is_not_ours() {
    check(&[
        (0, "姓名", "name"),
        (0, "联系电话", "contact.phone"),
        (1, "接收部门负责人", "-"),
        (1, "联系电话", "-"),
    ]);
}

#[test]
fn a_label_with_the_word_of_the_person_before_is_about_them() {
    check(&[
        (0, "Academic supervisor", "advisor.name"),
        (1, "Supervisor's e-mail", "advisor.email"),
    ]);
}

#[test]
fn what_follows_the_school_of_a_degree_is_about_it() {
    check(&[
        (0, "Undergraduate institution", "education.bachelor.institution"),
        (0, "Year of degree", "education.bachelor.endDate"),
    ]);
}

#[test]
fn a_row_that_begins_with_a_language_asks_about_it() {
    let asks = |header: &str, row: &str| {
        let field = Field { row_name: Some(row.to_owned()), ..field(header, &[row]) };
        keys(Dictionary::shipped().matches(&[field])[0].as_ref())
    };
    assert_eq!(asks("Level", "English"), "languages[].level");
    assert_eq!(asks("水平", "英语"), "languages[].level");
    assert_ne!(asks("Level", "Klingon"), "languages[].level");
}

#[test]
fn what_follows_from_asks_for_the_end() {
    check(&[
        (0, "Available from", "availability.from"),
        (0, "to", "availability.until"),
        (1, "to", "-"),
    ]);
}

#[test]
fn a_level_with_the_levels_of_studies_is_about_them() {
    let level = |label: &str| {
        let options = ["Bachelor", "Master", "PhD"].map(str::to_owned).to_vec();
        let field = Field { kind: Kind::Check, options, ..field(label, &[]) };
        keys(Dictionary::shipped().matches(&[field])[0].as_ref())
    };
    assert_eq!(level("Level"), "education.highestLevel");
    assert_ne!(level("Mentor"), "education.highestLevel");
}

#[test]
fn whether_the_candidate_is_of_age_is_a_question() {
    check(&[
        (0, "Are you 18 or older?", "isAdult"),
        (1, "Family ticket (two adults, 18 and older)", "-"),
    ]);
}
