//! Whole CVs, small, and what they offer.

use super::{Offered, from_cv};

/// Kind, line and summary of every offer.
fn offered(cv: &str) -> Vec<String> {
    let kind = |it: &Offered| format!("{it:?}").to_lowercase();
    let offers = from_cv(cv);
    offers.iter().map(|it| format!("{} {}: {}", it.line, kind(&it.offered), it.summary())).collect()
}

#[track_caller]
fn check(cv: &str, expected: &[&str]) {
    assert_eq!(offered(cv), expected);
}

#[test]
fn the_top_of_a_cv_says_who_it_is_and_how_to_reach_them() {
    check(
        "Curriculum Vitae\nZimo Lin 林子墨\nEmail: zimo@example.org | Tel: +1 202-555-0143\n\
         https://zimo.example.org | github.com/zimo-example | ORCID: 0000-0002-1825-0097",
        &[
            "2 name: Zimo Lin 林子墨",
            "3 email: zimo@example.org",
            "3 phone: +1 202-555-0143",
            "4 url: https://zimo.example.org",
            "4 link: github.com/zimo-example",
            "4 orcid: 0000-0002-1825-0097",
        ],
    );
    check("姓名：欧阳文 性别：女\n手机：13800138000", &["1 name: 欧阳文", "2 phone: 13800138000"]);
}

#[test]
fn what_may_be_no_name_and_no_number_is_left_out() {
    check("Software Engineer\nBeijing", &[]);
    check("个人简历\n基本信息", &[]);
    check("QQ: 13800138000\nFax: +86 10 6277 0000\n2019.09-2023.06", &[]);
    check("0000-0002-1825-0098 a@b 1.2.3", &[]);
}

#[test]
fn addresses_of_referees_are_not_the_candidates() {
    check("References\nProf. Anna Berg, anna@example.org, +1 202-555-0143", &[]);
}

#[test]
fn schools_are_read_in_both_languages() {
    check(
        "Education\nExample University, School of Computing\tSep 2023 – Jun 2028 (expected)\n\
         Ph.D. in Computer Science, GPA 3.9/4.0\n2016–2020 BSc, Physics, University of Anywhere\n\
         教育背景\n示例大学 软件工程 硕士  2023.09 – 2026.06",
        &[
            "2 education: Example University, Ph.D., Computer Science, 2023-09 – 2028-06",
            "4 education: University of Anywhere, BSc, Physics, 2016 – 2020",
            "6 education: 示例大学, 硕士, 软件工程, 2023-09 – 2026-06",
        ],
    );
}

#[test]
fn dates_may_stand_in_the_second_line_of_each_entry() {
    check(
        "Education\nExample University\nM.Sc. in Statistics, 2020 – 2022\n\
         Another University\nB.Sc. in Statistics, 2016 – 2020",
        &[
            "2 education: Example University, M.Sc., Statistics, 2020 – 2022",
            "4 education: Another University, B.Sc., Statistics, 2016 – 2020",
        ],
    );
}

#[test]
fn a_time_at_no_school_that_is_named_is_no_offer() {
    check("Education\nSummer abroad, 2019 – 2020", &[]);
    check("Education\nI went to Example University and liked it.\nThen I left.\n2019 – 2020", &[]);
}

#[test]
fn work_has_an_employer_a_position_and_dates_or_is_no_offer() {
    check(
        "Work Experience\nNorthwind Lab\tJun 2025 – Sep 2025\nResearch Intern, Networking Group\n\
         • Removed a lock.\n2025–present Verification Engineer, Tailspin, Inc.\n\
         工作经历\n北风科技有限公司 后端开发实习生\t2025.06 – 2025.09",
        &[
            "2 work: Northwind Lab, Research Intern, 2025-06 – 2025-09",
            "5 work: Tailspin, Inc., Verification Engineer, 2025 – present",
            "7 work: 北风科技有限公司, 后端开发实习生, 2025-06 – 2025-09",
        ],
    );
    check("Employment\nNorthwind Lab\tJun 2025 – Sep 2025\nWe did a lot of things there.", &[]);
}

#[test]
fn papers_have_names_a_title_and_a_year_or_are_no_offer() {
    check(
        "Publications\n[1] H. Wu, Jia Sun, and Lars Berg. Efficient Offloading of Flow Filters. In\n\
         Proceedings of the Example Conference (EXC), 2025.\n\
         [2] Jia Sun. “Measuring Queues in Small Networks.” Journal of Examples, 12(3), 2024. \
         doi:10.5555/1234567\n[3] 马晓雯, 王磊. 面向小型网络的流量调度方法[J]. 示例学报, 2024.\n\
         [4] A paper about many things, in preparation.",
        &[
            "2 publication: Efficient Offloading of Flow Filters, Proceedings of the Example Conference (EXC), 2025",
            "4 publication: Measuring Queues in Small Networks, Journal of Examples, 2024",
            "5 publication: 面向小型网络的流量调度方法, 示例学报, 2024",
        ],
    );
}

#[test]
fn a_list_without_numbers_is_parted_where_names_begin() {
    check(
        "Publications\nMing Chen, Lan Gu. Crash, Then Attack: Fuzzing under an Adversary. NDSS 2027,\n\
         accepted\nMy part: everything\nLan Gu, Ming Chen. Whose Clock Is It? Leaks in DNS. DSN 2025\n\
         A talk about clocks, 2024.",
        &[
            "2 publication: Crash, Then Attack: Fuzzing under an Adversary, NDSS, 2027",
            "5 publication: Whose Clock Is It? Leaks in DNS, DSN, 2025",
        ],
    );
}

#[test]
fn a_position_that_goes_on_in_the_next_line_is_left_out() {
    check(
        "Work Experience\nA University, School of Arts, Teaching\t2024 – 2025\nAssistant, Drawing",
        &[],
    );
}

#[test]
fn skills_are_lists_and_sentences_are_not() {
    check(
        "Skills\nProgramming: Rust, C++\nFormal verification\nLanguages: English, German\n\
         I am good at talking to people and at listening.\n专业技能\n工具：Linux、Git",
        &[
            "2 skill: Programming: Rust, C++",
            "3 skill: Formal verification",
            "7 skill: 工具: Linux, Git",
        ],
    );
}

#[test]
fn every_word_of_an_offer_stands_in_its_lines() {
    let cv = "Ming Chen\nEducation\nExample University\t2020 – 2024\nB.Sc. in Physics\n";
    for offer in from_cv(cv) {
        let json = serde_json::to_value(&offer).unwrap();
        assert_eq!(json["line"], offer.line);
        assert!(cv.contains(&offer.words), "{}", offer.words);
    }
    let mut profile = crate::Profile::default();
    for offer in from_cv(cv) {
        profile.merge(offer.to_profile());
    }
    assert_eq!(profile.education.len(), 1);
    assert_eq!(profile.basics.name.en.as_deref(), Some("Ming Chen"));
}

#[test]
fn nothing_of_a_person_is_shown_for_debugging() {
    let shown = format!("{:?}", from_cv("Ming Chen\nming@example.org"));
    assert!(!shown.contains("Chen") && !shown.contains('@'), "{shown}");
}

proptest::proptest! {
    #[test]
    fn no_text_brings_it_down(text in "(Education\n|Skills\n|[ -~\u{4e00}-\u{4fff}\n\t–：，。]){0,60}") {
        for offer in from_cv(&text) {
            let _ = offer.summary();
        }
    }

    #[test]
    fn no_lines_of_a_cv_bring_it_down(
        lines in proptest::collection::vec(
            proptest::sample::select(vec![
                "Education", "工作经历", "Publications", "2020年9月 – 至今", "A University, 2019-2020",
                "• one", "[1] A B. “C d e.” F, 2020", "10.1/ 10.", "PhD,,, in", "（2019–2020）", "１２",
            ]),
            0..20,
        ),
    ) {
        let _ = from_cv(&lines.join("\n"));
    }
}
