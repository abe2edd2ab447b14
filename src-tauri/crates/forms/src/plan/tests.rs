//! What is proposed for a field, and why a blank stays blank.

use jiff::civil::date;
use profile::Profile;

use super::{Given, Note, Plan, Proposal, Release, Settings, Why};
use crate::{
    Answer, Column, Confidence, DatePart, Dictionary, Error, Field, FieldId, Filler, Kind, Language,
};

const PROFILE: &str = r#"{
    "basics": {
        "name": {"en": "Wei Zhao", "zh": "赵伟", "family": {"en": "Zhao", "zh": "赵"}, "given": {"en": "Wei", "zh": "伟"}},
        "gender": "male",
        "birthDate": "2001-05-09",
        "disability": {"disabled": false},
        "drivingLicence": {"held": true, "class": "C1"},
        "email": "wei.zhao@example.com",
        "phone": "+86 138 0013 8000"
    },
    "education": [
        {"institution": {"en": "Southeast University", "zh": "东南大学"}, "major": {"en": "Physics", "zh": "物理学"},
         "level": "master", "degree": "master", "state": "inProgress", "rank": "3", "classSize": 60, "startDate": "2023-09", "endDate": "2026-06"},
        {"institution": {"en": "Hohai University", "zh": "河海大学"}, "major": {"en": "Mathematics"},
         "level": "bachelor", "degree": "bachelor", "state": "graduated", "startDate": "2019-09", "endDate": "2023-06"},
        {"institution": {"en": "No. 9 High School", "zh": "第九中学"},
         "level": "highSchool", "state": "graduated", "startDate": "2016-09", "endDate": "2019-06"}
    ],
    "family": [
        {"relation": "father", "name": {"zh": "赵强"}, "phone": "+86 137 0013 8000"}
    ]
}"#;

fn field(id: &str, label: &str) -> Field {
    let zh = label.chars().any(crate::label::is_han);
    let language = if zh { Language::Zh } else { Language::En };
    Field { id: FieldId(id.to_owned()), language, ..Field::asking(label, Vec::new()) }
}

fn check_box(id: &str, label: &str, options: &[&str]) -> Field {
    let options = options.iter().map(|it| (*it).to_owned()).collect();
    Field { kind: Kind::Check, options, ..field(id, label) }
}

fn table(label: &str, rows: usize, headers: &[&str]) -> Field {
    let column = |label: &&str| Column {
        label: (*label).to_owned(),
        kind: Kind::Text,
        options: Vec::new(),
        printed: *label == "序号",
        date_parts: Vec::new(),
    };
    let columns = headers.iter().map(column).collect();
    Field { kind: Kind::Rows, columns, rows, ..field("t", label) }
}

fn settings() -> Settings {
    Settings::new(date(2025, 11, 20))
}

fn released() -> Settings {
    Settings { release: Release::All, ..settings() }
}

fn plan(fields: &[Field], settings: &Settings) -> Plan {
    let profile = Profile::parse(PROFILE).unwrap();
    Plan::new(fields, &profile, Dictionary::shipped(), settings).unwrap()
}

fn propose(field: Field, settings: &Settings) -> Proposal {
    plan(&[field], settings).proposals()[0].clone()
}

#[track_caller]
fn check(label: &str, settings: &Settings, expected: &str) {
    let proposal = propose(field("a", label), settings);
    let answer = proposal.answer.as_ref().map(|_| proposal.shown.as_str());
    assert_eq!(answer.unwrap_or("-"), expected, "{label}: {proposal:?}");
}

#[test]
fn a_fact_is_written_in_the_forms_language() {
    check("姓名", &settings(), "赵伟");
    check("Full name", &settings(), "Wei Zhao");
    check("英文名", &settings(), "Wei Zhao");
    check("Name in Chinese", &settings(), "赵伟");
    check("性别", &settings(), "男");
    check("Gender", &settings(), "Male");
    check("联系电话", &settings(), "13800138000");
    check("是否残疾人", &settings(), "否");
    check("残疾情况", &settings(), "无");
    check("有无驾照", &settings(), "有");
}

#[test]
fn a_rank_of_so_many_is_written_as_one() {
    check("专业排名/专业总人数", &settings(), "3/60");
    check("成绩排名", &settings(), "3");
}

#[test]
fn a_sensitive_fact_waits_to_be_released() {
    let proposal = propose(field("a", "出生年月"), &settings());
    assert!(matches!(proposal.blank, Some(Why::HeldBack { .. })), "{proposal:?}");
    check("出生年月", &released(), "2001年5月");
    let key = "birthDate".parse().unwrap();
    let one = Settings { release: Release::Keys([key].into()), ..settings() };
    check("Date of birth (dd/mm/yyyy)", &one, "09/05/2001");
    check("父亲姓名", &one, "-");
}

#[test]
fn an_unknown_fact_leaves_its_blank() {
    let proposal = propose(field("a", "微信号"), &released());
    assert!(matches!(proposal.blank, Some(Why::NoFact { .. })), "{proposal:?}");
    let proposal = propose(field("a", "课题名称"), &released());
    assert_eq!(proposal.blank, Some(Why::Unknown));
    assert_eq!(proposal.answer, None);
}

#[test]
fn a_likely_match_is_filled_only_when_accepted() {
    let proposal = propose(field("a", "Date"), &settings());
    assert_eq!((proposal.blank, proposal.answer), (Some(Why::Unsure), None));
    let likely = Settings { accept: Confidence::Likely, ..settings() };
    check("Date", &likely, "20 November 2025");
}

#[test]
fn words_in_another_language_are_proposed_and_not_filled() {
    for accept in [Confidence::Sure, Confidence::Likely] {
        let settings = Settings { accept, ..settings() };
        let proposal = propose(field("a", "本科专业"), &settings);
        assert_eq!((proposal.blank, proposal.shown.as_str()), (Some(Why::Unsure), "Mathematics"));
        let accepted = Settings { accepted: [FieldId("a".to_owned())].into(), ..settings };
        check("本科专业", &accepted, "Mathematics");
    }
}

#[test]
fn parts_for_others_stay_blank_whatever_they_are_called() {
    for filler in [Filler::Office, Filler::Signature] {
        let proposal = propose(Field { filler, ..field("a", "姓名") }, &released());
        assert_eq!(proposal.answer, None);
    }
}

#[test]
fn what_stands_there_already_stays() {
    let proposal = propose(Field { current: "赵某".to_owned(), ..field("a", "姓名") }, &settings());
    assert_eq!((proposal.blank, proposal.answer), (Some(Why::Filled), None));
}

#[test]
fn the_option_that_says_the_fact_is_ticked() {
    let ticks =
        |label: &str, options: &[&str]| propose(check_box("a", label, options), &settings()).answer;
    assert_eq!(ticks("性别", &["男", "女"]), Some(Answer::Ticks(vec![0])));
    assert_eq!(ticks("Sex", &["Female", "Male"]), Some(Answer::Ticks(vec![1])));
    assert_eq!(ticks("是否残疾人", &["是", "否"]), Some(Answer::Ticks(vec![1])));
    assert_eq!(ticks("学历", &["大专", "本科", "硕士", "博士"]), Some(Answer::Ticks(vec![2])));
    let none = propose(check_box("a", "学历", &["高中", "大专"]), &settings());
    assert!(matches!(none.blank, Some(Why::NoOption { .. })), "{none:?}");
}

#[test]
fn a_prompt_gives_way_and_a_specimen_waits() {
    let hinted = |replaces: bool| {
        propose(Field { replaces, ..field("a", "邮箱") }, &settings()).answer.is_some()
    };
    assert!(hinted(false));
    assert!(!hinted(true));
}

#[test]
fn the_first_row_of_a_team_is_the_candidates_where_the_form_says_so() {
    let team = |hint: &str| Field {
        hint: hint.to_owned(),
        section: vec!["项目组成员".to_owned()],
        ..table("项目组成员", 3, &["姓名", "专业", "联系电话"])
    };
    check_table(team("首行填写项目组长（申请人）"), &released(), &["赵伟 | 物理学 | 13800138000"]);
    assert_eq!(propose(team(""), &released()).answer, None);
}

#[test]
fn a_blank_behind_an_option_follows_its_option() {
    let licence = check_box("a", "持有驾驶证情况", &["无", "有，持有"]);
    let class =
        Field { depends_on: Some((FieldId("a".to_owned()), 1)), ..field("b", "有，持有") };
    let mut plan = plan(&[licence, class], &settings());
    assert_eq!(plan.proposals()[1].shown, "C1");
    assert!(plan.proposals()[1].answer.is_some());
    plan.set(&FieldId("a".to_owned()), &Given::Text("无".to_owned())).unwrap();
    assert!(matches!(plan.proposals()[1].blank, Some(Why::Dependent { .. })));
    assert_eq!(plan.proposals()[1].answer, None);
}

#[track_caller]
fn check_table(field: Field, settings: &Settings, expected: &[&str]) {
    let proposal = propose(field, settings);
    assert!(proposal.answer.is_some(), "{proposal:?}");
    let rows: Vec<&str> = proposal.shown.lines().collect();
    assert_eq!(rows, expected);
}

#[test]
fn a_table_takes_the_newest_entries_first_unless_the_form_says_otherwise() {
    check_table(
        table("教育经历", 2, &["序号", "起止时间", "学校"]),
        &settings(),
        &[" | 2023.09-至今 | 东南大学", " | 2019.09-2023.06 | 河海大学"],
    );
    check_table(
        table("教育经历（从高中开始）", 3, &["起止时间", "学校"]),
        &settings(),
        &["2016.09-2019.06 | 第九中学", "2019.09-2023.06 | 河海大学", "2023.09-至今 | 东南大学"],
    );
    let left_out = propose(table("教育经历", 2, &["起止时间", "学校"]), &settings());
    assert_eq!(left_out.notes, [Note::TooFewRows { rows: 2, left_out: 1 }]);
}

#[test]
fn a_cell_in_another_language_stays_blank_in_a_filled_row() {
    for accept in [Confidence::Sure, Confidence::Likely] {
        check_table(
            table("教育经历", 3, &["学校", "专业"]),
            &Settings { accept, ..settings() },
            &["东南大学 | 物理学", "河海大学 | ", "第九中学 | "],
        );
    }
    let accepted = Settings { accepted: [FieldId("t".to_owned())].into(), ..settings() };
    check_table(
        table("教育经历", 3, &["学校", "专业"]),
        &accepted,
        &["东南大学 | 物理学", "河海大学 | Mathematics", "第九中学 | "],
    );
}

const MONTH: [DatePart; 2] = [DatePart::Year, DatePart::Month];
const DAY: [DatePart; 3] = [DatePart::Year, DatePart::Month, DatePart::Day];

fn mask(label: &str, parts: &[DatePart]) -> Field {
    Field { kind: Kind::Date, date_parts: parts.to_vec(), ..field("a", label) }
}

/// What of typed words goes into a mask, and what the candidate reads of it.
#[track_caller]
fn check_typed(parts: &[DatePart], words: &str, expected: Option<(&[&str], &str)>) {
    let mut plan = plan(&[mask("日期", parts)], &settings());
    let given = Given::Text(words.to_owned());
    let taken = plan.set(&FieldId("a".to_owned()), &given);
    let Some((dates, shown)) = expected else {
        assert!(matches!(taken, Err(Error::Answer { .. })), "{words}: {taken:?}");
        return;
    };
    taken.unwrap();
    let dates = dates.iter().map(|it| it.parse().unwrap()).collect();
    let text = shown.to_owned();
    assert_eq!(plan.proposals()[0].answer, Some(Answer::Date { dates, text }), "{words}");
}

#[test]
fn a_typed_date_goes_into_a_mask_whole_or_is_refused() {
    check_typed(&DAY, "14 March 1999", Some((&["1999-03-14"], "14 March 1999")));
    check_typed(&DAY, "Mar 5, 2027", Some((&["2027-03-05"], "Mar 5, 2027")));
    check_typed(&DAY, "13/04/1999", Some((&["1999-04-13"], "13/04/1999")));
    check_typed(&DAY, "03/04/1999", None);
    check_typed(&DAY, "soon", None);
    check_typed(&DAY, "2019-09 – 2023-06", None);
    // What there is no room for is not shown either.
    check_typed(&MONTH, "14 March 1999", Some((&["1999-03"], "1999-03")));
    let period = [MONTH, MONTH].concat();
    let expected: &[&str] = &["2019-09", "2023-06"];
    check_typed(&period, "09/2019 – 06/2023", Some((expected, "09/2019 – 06/2023")));
    check_typed(&period, "2019.09-2023.06", Some((expected, "2019.09-2023.06")));
    check_typed(&period, "2023.09-至今", Some((&["2023-09"], "2023-09")));
}

#[test]
fn what_is_shown_of_an_ongoing_entry_is_what_a_mask_takes() {
    let mut masked = table("教育经历", 3, &["起止时间", "学校"]);
    masked.columns[0].date_parts = [MONTH, MONTH].concat();
    let plan = plan(&[masked], &settings());
    let proposal = &plan.proposals()[0];
    let first = proposal.shown.lines().next();
    assert_eq!(first, Some("2023.09-2026.06 | 东南大学"), "no room for 至今");
    let Some(Answer::Rows(rows)) = &proposal.answer else { panic!("{proposal:?}") };
    let Some(Answer::Date { dates, .. }) = &rows[0][0] else { panic!("{rows:?}") };
    assert_eq!(dates.iter().map(ToString::to_string).collect::<Vec<_>>(), ["2023-09", "2026-06"]);
}

#[test]
fn a_corrected_cell_leaves_the_others_as_they_were_offered() {
    let mut masked = table("教育经历", 3, &["起止时间", "学校"]);
    masked.columns[0].date_parts = [MONTH, MONTH].concat();
    let mut plan = plan(&[masked], &settings());
    let Some(Answer::Rows(before)) = plan.proposals()[0].answer.clone() else { panic!() };
    let mut cells = plan.proposals()[0].offered.as_ref().unwrap().cells(&plan.fields()[0]).unwrap();
    cells[1][1] = Some("河海".to_owned());
    plan.set(&FieldId("t".to_owned()), &Given::Rows(cells.clone())).unwrap();
    let Some(Answer::Rows(mut after)) = plan.proposals()[0].answer.clone() else { panic!() };
    assert_eq!(after[1][1].take(), Some(Answer::Text("河海".to_owned())));
    after[1][1].clone_from(&before[1][1]);
    assert_eq!(after, before);
    // A date that cannot be read says which.
    cells[0][0] = Some("2023 autumn".to_owned());
    let refused = plan.set(&FieldId("t".to_owned()), &Given::Rows(cells)).unwrap_err();
    assert!(refused.to_string().contains("`2023 autumn` under `起止时间`"), "{refused}");
}

#[test]
fn a_family_is_released_or_left_out() {
    let members = || table("家庭成员", 2, &["关系", "姓名", "联系电话"]);
    let held = propose(members(), &settings());
    assert!(matches!(held.blank, Some(Why::HeldBack { .. })), "{held:?}");
    check_table(members(), &released(), &["父亲 | 赵强 | 13700138000"]);
}

#[test]
fn the_candidates_answers_win() {
    let mut settings = settings();
    for (id, json) in [("a", "\"赵先生\""), ("b", "[\"女\"]"), ("c", "null")] {
        let given = Given::parse(&serde_json::from_str(json).unwrap()).unwrap();
        settings.answers.insert(FieldId(id.to_owned()), given);
    }
    let fields = [field("a", "姓名"), check_box("b", "性别", &["男", "女"]), field("c", "邮箱")];
    let plan = plan(&fields, &settings);
    let answers: Vec<_> = plan.proposals().iter().map(|it| it.answer.clone()).collect();
    let expected = [Some(Answer::Text("赵先生".to_owned())), Some(Answer::Ticks(vec![1])), None];
    assert_eq!(answers, expected);
    assert_eq!(plan.proposals()[2].blank, Some(Why::LeftBlank));
}

#[test]
fn an_answer_that_does_not_fit_is_refused_with_the_options() {
    let profile = Profile::parse(PROFILE).unwrap();
    let refuse = |id: &str, given: Given| {
        let mut settings = settings();
        settings.answers.insert(FieldId(id.to_owned()), given);
        let fields = [check_box("b", "性别", &["男", "女"])];
        Plan::new(&fields, &profile, Dictionary::shipped(), &settings).unwrap_err()
    };
    let error = refuse("b", Given::Text("中".to_owned()));
    assert!(error.to_string().contains("`b`") && error.to_string().contains("`女`"), "{error}");
    assert!(matches!(refuse("x", Given::Blank), Error::NoSuchField { .. }));
}

#[test]
fn only_what_is_approved_has_answers() {
    let approved = plan(&[field("a", "姓名"), field("b", "备注")], &settings()).approve();
    let ids: Vec<&str> = approved.answers().map(|(id, _)| id.0.as_str()).collect();
    assert_eq!(ids, ["a"]);
}
