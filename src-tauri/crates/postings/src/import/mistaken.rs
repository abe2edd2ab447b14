//! What looks like a fact of a posting and is none, beside what is one.

use serde_json::{Value, json};

use super::sending::check;

#[test]
fn another_day_is_no_deadline() {
    let day = json!("2027-01-30");
    check(
        "deadline.iso",
        &[
            (
                "The application deadline for the Undergraduate Research Program is January 30, 2027. All students will be notified no later than April 1, 2027.",
                day.clone(),
            ),
            ("Applications must be postmarked by\n\nJanuary 30, 2027\n\nWe are nice.", day.clone()),
            (
                "请于2027年1月30日前发送简历。所有申请人将于2027年3月1日前收到结果通知。",
                day.clone(),
            ),
            ("Application Deadline: 30-Jan-27", day),
            ("Applications are accepted until 3/4/27.", Value::Null),
            (
                "The start date for this position is flexible but ideally before 1 March 2027.",
                Value::Null,
            ),
        ],
    );
    check("deadline.type", &[("Applications are accepted until 3/4/27.", json!("fixed"))]);
}

#[test]
fn another_link_is_no_portal() {
    let form = json!(["https://b.example/form/7"]);
    check(
        "how_to_apply.urls",
        &[
            ("Apply at https://b.example/form/7 or see https://b.example/ to apply.", form.clone()),
            (
                "Apply at https://b.example/_common/x_y/17.html please.",
                json!(["https://b.example/_common/x_y/17.html"]),
            ),
            (
                "Apply at https://b.example/form/7\n\n<script src=\"https://c.example/embed.js\"></script>",
                form,
            ),
            (
                "To apply, contact [Ada Ashdown](https://b.example/~ada) by [e-mail](mailto:a@b.example) with your CV.",
                json!([]),
            ),
            (
                "Good candidates will have the opportunity to apply for a prize (https://b.example/prize/7).",
                Value::Null,
            ),
        ],
    );
}

#[test]
fn another_number_is_none_of_places() {
    let places = |min: u32, max: u32| json!({ "min": min, "max": max });
    check(
        "places",
        &[
            (
                "The Map Centre seeks to hire 4-5 undergraduate interns for ten hours a week from January on.\n\n## Maps (2-3 positions)\n\nMaps.\n\n## Schools (1 position)\n\nSchools.\n\n## Money (1 position)\n\nMoney.",
                places(4, 5),
            ),
            (
                "The institute awards two visiting fellowships.\n\n## Past calls\n\n### Postdoc (CALL CLOSED)\n\nOne position for two years.",
                places(2, 2),
            ),
            ("There is money for one postdoc on rivers.", places(1, 1)),
            ("2027 Jun 1 Internships begin.", Value::Null),
        ],
    );
    check("places.max", &[("The program is limited to 15 students.", json!(15))]);
}

#[test]
fn what_comes_later_is_not_to_be_sent() {
    check(
        "references",
        &[
            (
                "Send a CV. Shortlisted candidates may be asked for a recommendation letter.",
                Value::Null,
            ),
            ("Apply at https://b.example/recommendation-apply/7", Value::Null),
            (
                "Keep this page open for ease of reference while you answer application questions.",
                Value::Null,
            ),
        ],
    );
    check(
        "references.mode",
        &[
            ("Please send a full CV including at least 2 references.", json!("names")),
            (
                "Please submit two recommendations. Recommendations must be emailed directly from the reference.",
                json!("sent"),
            ),
        ],
    );
    check(
        "how_to_apply.email_to",
        &[
            (
                "To apply, or with questions about the position, please email ada@b.example.",
                json!(["ada@b.example"]),
            ),
            (
                "Application forms are available from the office, e-mail: office@b.example.",
                Value::Null,
            ),
            (
                "Send your CV to ada@b.example. For this page: webmaster@b.example",
                json!(["ada@b.example"]),
            ),
            ("联系方式：ling01哎特hexagon点example", json!(["ling01@hexagon.example"])),
        ],
    );
}

#[test]
fn what_a_text_mentions_is_no_employer() {
    check(
        "organisation",
        &[
            ("Python Intern\n\n- Exposure to some of Docker, AWS, Azure, Databricks.", Value::Null),
            ("# 后端实习生\n\n接入大模型，编写稳定的 OpenAI 兼容接口。", Value::Null),
            ("About People Calls Library\n\nPostdoc in Law", Value::Null),
            (
                "The Institute of Science and the Environment of the University of Brackmere is offering a position.",
                json!("University of Brackmere"),
            ),
            ("Affiliation: non-member\nCompany: Tern Bio\nCity: Lyon", json!("Tern Bio")),
            ("# Security Intern (Summer 2027), Tern\n\nTern builds nests.", json!("Tern")),
            ("实验室由砚湖科技设立。\n\n招聘工程师", json!("砚湖科技")),
        ],
    );
    check(
        "group",
        &[
            (
                "The School of Engineering's Hydrology Department is hiring a researcher at the University of Brackmere.",
                json!("Hydrology Department"),
            ),
            ("The Diversity in Rivers Lab seeks a postdoc.", json!("Diversity in Rivers Lab")),
            (
                "This policy may not violate rules of the Department of Homeland Security of the United States.",
                Value::Null,
            ),
        ],
    );
}
