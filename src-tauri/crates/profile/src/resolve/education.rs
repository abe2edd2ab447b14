//! Schools and universities.

use super::{Column, Context, Found, Select, at, choice, column, joined, time};
use crate::{
    Degree, Level, List, Student, StudyMode, Text, Value, ValueKind as Kind, schema::Education,
};

/// The columns.
pub(crate) const COLUMNS: &[Column<Education>] = &[
    column("institution", Kind::Text, "school or university", |e, _| at!(institution of e)),
    column("department", Kind::Text, "department or college", |e, _| at!(department of e)),
    column("major", Kind::Text, "major", |e, _| at!(major of e)),
    column(
        "majorCategory",
        Kind::Text,
        "field the major belongs to",
        |e, _| at!(major_category of e),
    ),
    column(
        "discipline",
        Kind::Text,
        "discipline of the degree (学科门类)",
        |e, _| at!(discipline of e),
    ),
    column("direction", Kind::Text, "research direction", |e, _| at!(direction of e)),
    column("level", Kind::Choice(List::Level), "level (学历)", |e, _| level_of(e)),
    column("degree", Kind::Choice(List::Degree), "degree (学位)", |e, _| degree_of(e)),
    column("degreeName", Kind::Text, "full name of the degree", |e, _| at!(degree_name of e)),
    column(
        "programme",
        Kind::Choice(List::Programme),
        "how levels run together",
        |e, _| at!(programme of e),
    ),
    column("state", Kind::Choice(List::StudyState), "in progress or finished", |e, cx| {
        state_of(e, cx)
    }),
    column("grade", Kind::Text, "year of study (年级)", |e, _| at!(grade of e)),
    column("gradeYear", Kind::Number, "year of study as a number", |e, _| at!(grade_year of e)),
    column("semester", Kind::Number, "semester as a number", |e, _| at!(semester of e)),
    column("class", Kind::Text, "class", |e, _| at!(class of e)),
    column("studentId", Kind::Text, "student number", |e, _| at!(student_id of e)),
    column("startDate", Kind::Date, "date of enrolment", |e, _| at!(start_date of e)),
    column(
        "endDate",
        Kind::Date,
        "date of graduation, expected if in progress",
        |e, _| at!(end_date of e),
    ),
    column("degreeDate", Kind::Date, "date the degree was awarded", |e, _| at!(degree_date of e)),
    column("period", Kind::Period, "from enrolment to graduation", time::period),
    column("years", Kind::Number, "length of the programme in years", |e, _| at!(years of e)),
    column("gpa", Kind::Number, "grade point average", |e, _| at!(gpa of e)),
    column(
        "gpaScale",
        Kind::Number,
        "scale of the grade point average",
        |e, _| at!(gpa_scale of e),
    ),
    column("gpaAndScale", Kind::Text, "grade point average with its scale", |e, _| {
        gpa_and_scale(e)
    }),
    column("average", Kind::Number, "average mark out of 100", |e, _| at!(average of e)),
    column("rank", Kind::Text, "rank in the class", |e, _| at!(rank of e)),
    column(
        "classSize",
        Kind::Number,
        "number of students the rank is among",
        |e, _| at!(class_size of e),
    ),
    column("mode", Kind::Choice(List::StudyMode), "full time or part time", |e, _| at!(mode of e)),
    column("country", Kind::Text, "country of the school", |e, _| at!(country of e)),
    column("location", Kind::Text, "city of the school", |e, _| at!(location of e)),
    column("address", Kind::Text, "address of the school", |e, _| at!(address of e)),
    column(
        "certificateNumber",
        Kind::Text,
        "number of the graduation certificate",
        |e, _| at!(certificate_number of e),
    ),
    column(
        "degreeCertificateNumber",
        Kind::Text,
        "number of the degree certificate",
        |e, _| at!(degree_certificate_number of e),
    ),
    column("thesis", Kind::Text, "title of the thesis", |e, _| at!(thesis of e)),
    column("courses", Kind::Text, "main courses", |e, _| at!(courses of e)),
    column(
        "languageOfStudy",
        Kind::Text,
        "language of teaching",
        |e, _| at!(language_of_study of e),
    ),
    column(
        "firstLanguageOfStudy",
        Kind::Text,
        "first language of teaching",
        |e, _| at!(first_language_of_study of e),
    ),
    column(
        "failedCourses",
        Kind::Number,
        "courses failed or taken again",
        |e, _| at!(failed_courses of e),
    ),
    column("hasBacklogs", Kind::Flag, "has courses left to pass", |e, _| at!(has_backlogs of e)),
    column("advisor", Kind::Text, "advisor", |e, _| at!(advisor.name of e)),
    column("witness", Kind::Text, "somebody who can confirm it (证明人)", |e, _| at!(witness of e)),
    column("witnessPhone", Kind::Phone, "phone of the witness", |e, _| at!(witness_phone of e)),
    column("witnessAndPhone", Kind::Joined, "witness and phone", |e, _| {
        joined([at!(witness of e), at!(witness_phone of e)])
    }),
    column(
        "position",
        Kind::Choice(List::Student),
        "what a student of this level is called",
        |e, _| at!(position of e).or_else(|| student(e)),
    ),
    column(
        "description",
        Kind::Text,
        "what was done beside the courses",
        |e, _| at!(description of e),
    ),
    column("institutionAndMajor", Kind::Joined, "school and major", |e, _| {
        joined([at!(institution of e), at!(major of e)])
    }),
    column(
        "institutionDepartmentAndMajor",
        Kind::Joined,
        "school, department and major",
        |e, _| joined([at!(institution of e), at!(department of e), at!(major of e)]),
    ),
    column("departmentAndMajor", Kind::Joined, "department and major", |e, _| {
        joined([at!(department of e), at!(major of e)]).or_else(|| at!(major of e))
    }),
    column("degreeAndMajor", Kind::Joined, "degree and major", |e, _| {
        joined([degree_of(e).or_else(|| level_of(e)), at!(major of e)])
    }),
    column("levelAndDegree", Kind::Joined, "level and degree (学历/学位)", |e, _| {
        joined([level_of(e), degree_of(e)])
    }),
    column("majorAndGrade", Kind::Joined, "major and year of study", |e, _| {
        joined([at!(major of e), at!(grade of e)])
    }),
];

/// The entries, newest first.
pub(crate) fn entries<'a>(cx: &Context<'a>) -> Vec<(String, &'a Education)> {
    super::newest_first("education", &cx.profile.education)
}

/// The present education, or the last.
pub(crate) fn present<'a>(cx: &Context<'a>) -> Option<(String, &'a Education)> {
    super::nth("education", &cx.profile.education, time::present(&cx.profile.education, cx.today)?)
}

/// The education that lasts still.
pub(crate) fn current<'a>(cx: &Context<'a>) -> Option<(String, &'a Education)> {
    present(cx).filter(|(_, education)| time::Dated::is_ongoing(*education, cx.today))
}

/// The parts of keys that name a level, what they mean, and how to find its education.
pub(crate) const LEVELS: &[(&str, &str, Select<Education>)] = &[
    ("primary", "primary school", |cx| at_level(cx, Level::Primary)),
    ("juniorHigh", "junior high school", |cx| at_level(cx, Level::JuniorHigh)),
    ("highSchool", "high school", |cx| at_level(cx, Level::HighSchool)),
    ("vocational", "vocational school", |cx| at_level(cx, Level::Vocational)),
    ("associate", "associate level (大专)", |cx| at_level(cx, Level::Associate)),
    ("bachelor", "bachelor level", |cx| at_level(cx, Level::Bachelor)),
    ("master", "master level", |cx| at_level(cx, Level::Master)),
    ("doctor", "doctor level", |cx| at_level(cx, Level::Doctor)),
    ("graduate", "highest of master and doctor level (研究生)", |cx| {
        at_level(cx, Level::Doctor).or_else(|| at_level(cx, Level::Master))
    }),
    ("fullTime", "highest full-time education (全日制教育)", |cx| {
        in_mode(cx, StudyMode::FullTime)
    }),
    ("partTime", "highest education beside a job (在职教育)", |cx| {
        in_mode(cx, StudyMode::PartTime)
    }),
];

fn at_level<'a>(cx: &Context<'a>, wanted: Level) -> Option<(String, &'a Education)> {
    let all = &cx.profile.education;
    super::nth("education", all, time::latest(all, |education| level(education) == Some(wanted))?)
}

fn in_mode<'a>(cx: &Context<'a>, mode: StudyMode) -> Option<(String, &'a Education)> {
    highest(cx, |education| education.mode == Some(mode))
}

/// The education of the highest level among those that `wanted` picks.
pub(crate) fn highest<'a>(
    cx: &Context<'a>,
    wanted: impl Fn(&Education) -> bool,
) -> Option<(String, &'a Education)> {
    let all = &cx.profile.education;
    let top = all.iter().filter(|education| wanted(education)).filter_map(level).max()?;
    super::nth(
        "education",
        all,
        time::latest(all, |education| wanted(education) && level(education) == Some(top))?,
    )
}

/// The level, said or told by the degree.
pub(crate) fn level(education: &Education) -> Option<Level> {
    let told = || {
        Some(match education.degree? {
            Degree::Associate => Level::Associate,
            Degree::Bachelor => Level::Bachelor,
            Degree::Master => Level::Master,
            Degree::Doctor => Level::Doctor,
        })
    };
    education.level.or_else(told)
}

/// The degree, said or told by the level. A level of study leads to its degree;
/// below bachelor it need not.
pub(crate) fn degree(education: &Education) -> Option<Degree> {
    let told = || match education.level? {
        Level::Bachelor => Some(Degree::Bachelor),
        Level::Master => Some(Degree::Master),
        Level::Doctor => Some(Degree::Doctor),
        _ => None,
    };
    education.degree.or_else(told)
}

pub(crate) fn level_of(education: &Education) -> Option<Found> {
    at!(level of education).or_else(|| Some(Found::derived(choice(level(education)?), "/degree")))
}

pub(crate) fn degree_of(education: &Education) -> Option<Found> {
    at!(degree of education).or_else(|| Some(Found::derived(choice(degree(education)?), "/level")))
}

pub(crate) fn state_of(education: &Education, cx: &Context<'_>) -> Option<Found> {
    at!(state of education)
        .or_else(|| Some(Found::derived(choice(time::state(education, cx.today)?), "")))
}

/// What a student of the level is called.
pub(crate) fn student(education: &Education) -> Option<Found> {
    let student = match level(education)? {
        Level::Primary => Student::Primary,
        Level::JuniorHigh => Student::JuniorHigh,
        Level::HighSchool => Student::HighSchool,
        Level::Vocational => Student::Vocational,
        Level::Associate => Student::Associate,
        Level::Bachelor => Student::Bachelor,
        Level::Master => Student::Master,
        Level::Doctor => Student::Doctor,
        Level::Postdoc => Student::Postdoc,
    };
    Some(Found::derived(
        choice(student),
        if education.level.is_some() { "/level" } else { "/degree" },
    ))
}

fn gpa_and_scale(education: &Education) -> Option<Found> {
    let (gpa, scale) = (education.gpa.as_ref()?, education.gpa_scale.as_ref());
    let words = match scale {
        Some(scale) => format!("{}/{}", gpa.0.trim(), scale.0.trim()),
        None => gpa.0.trim().to_owned(),
    };
    Some(Found::said(Value::Text(Text::neutral(words)), "/gpa"))
}
