//! Lines, gaps, brackets, marks and masks.

use super::*;
use crate::{DatePart, word::blank::Line};

/// One answer in a paragraph of one plain run; the outcome as it reads, with the
/// underlined words between `[` and `]`.
#[track_caller]
fn check_line(line: &str, blank: &str, style: Line, answer: &str, expected: &str) {
    let body = format!("<w:p><w:r><w:t>{line}</w:t></w:r></w:p>");
    check_drawn(&body, &[(blank, 0, style, answer)], expected);
}

#[track_caller]
fn check_drawn(body: &str, answers: &[(&str, usize, Line, &str)], expected: &str) {
    let before = story(body);
    let answers: Vec<_> = answers
        .iter()
        .map(|(blank, number, style, answer)| {
            let stretch = find(&before, 0, blank, *number);
            (Blank::Inline { stretch, style: *style }, text(answer))
        })
        .collect();
    assert_eq!(drawn(&fill(&before, &answers)), expected);
}

fn drawn(body: &str) -> String {
    let after = story(body);
    let mut out = String::new();
    let mut is_open = false;
    for atom in after.atoms(after.paragraphs[0]) {
        if atom.underlined != is_open {
            out.push(if is_open { ']' } else { '[' });
            is_open = atom.underlined;
        }
        out.push(atom.c);
    }
    if is_open {
        out.push(']');
    }
    out
}

#[test]
fn on_underscores_the_answer_is_underlined_and_the_line_keeps_its_length() {
    check_line(
        "Name: ____________",
        "____________",
        Line::Underscores,
        "Zihan Li",
        "Name: [Zihan Li ]____",
    );
    check_line(
        "姓名：__________（盖章）",
        "__________",
        Line::Underscores,
        "李子涵",
        "姓名：[ 李子涵 ]__（盖章）",
    );
    check_line(
        "Name: ___ Date: ____",
        "___",
        Line::Underscores,
        "Alexandrina",
        "Name: [Alexandrina] Date: ____",
    );
}

#[test]
fn a_bold_label_does_not_make_its_answer_bold() {
    check(
        r#"<w:p><w:r><w:rPr><w:b/><w:sz w:val="24"/></w:rPr><w:t>Name: __ (print)</w:t></w:r></w:p>"#,
        |it| Blank::Inline { stretch: find(it, 0, "__", 0), style: Line::Underscores },
        &text("Li"),
        concat!(
            r#"<w:p><w:r><w:rPr><w:b/><w:sz w:val="24"/></w:rPr><w:t xml:space="preserve">Name: </w:t></w:r>"#,
            r#"<w:r><w:rPr><w:sz w:val="24"/><w:u w:val="single"/></w:rPr><w:t xml:space="preserve">Li</w:t></w:r>"#,
            r#"<w:r><w:rPr><w:b/><w:sz w:val="24"/></w:rPr><w:t xml:space="preserve"> (print)</w:t></w:r></w:p>"#,
        ),
    );
}

#[test]
fn several_answers_stand_in_one_text() {
    let body = "<w:p><w:r><w:t>A: ______ B: ______ C: ______</w:t></w:r></w:p>";
    check_drawn(
        body,
        &[
            ("______", 2, Line::Underscores, "3"),
            ("______", 0, Line::Underscores, "1"),
            ("______", 1, Line::Underscores, "2"),
        ],
        "A: [1 ]____ B: [2 ]____ C: [3 ]____",
    );
}

#[test]
fn a_line_may_run_over_several_runs() {
    let body = r"<w:p><w:r><w:t>Name:__</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>____</w:t></w:r><w:r><w:t>__ end</w:t></w:r></w:p>";
    check_drawn(body, &[("________", 0, Line::Underscores, "Wilhelmina")], "Name:[Wilhelmina] end");
    check_drawn(body, &[("________", 0, Line::Underscores, "Ann")], "Name:[ Ann ]___ end");
}

#[test]
fn underlined_spaces_keep_their_line() {
    let line = |spaces: &str| {
        format!(
            r#"<w:p><w:r><w:t>单位：</w:t></w:r><w:r><w:rPr><w:u w:val="single"/></w:rPr><w:t xml:space="preserve">{spaces}</w:t></w:r><w:r><w:t>电话</w:t></w:r></w:p>"#
        )
    };
    let spaces = " ".repeat(20);
    check_drawn(
        &line(&spaces),
        &[(&spaces, 0, Line::Underlined, "北京")],
        "单位：[ 北京           ]电话",
    );
    check_drawn(&line("  "), &[("  ", 0, Line::Underlined, "北京大学")], "单位：[北京大学]电话");
}

#[test]
fn an_underlined_tab_stays_so_that_nothing_moves() {
    let body = r#"<w:p><w:r><w:t>Name</w:t></w:r><w:r><w:rPr><w:u w:val="single"/></w:rPr><w:tab/><w:tab/><w:tab/></w:r><w:r><w:t>Date</w:t></w:r></w:p>"#;
    check_drawn(body, &[("\t\t\t", 0, Line::Underlined, "Li")], "Name[ Li\t\t\t]Date");
    check_drawn(
        body,
        &[("\t\t\t", 0, Line::Underlined, "Bartholomew")],
        "Name[ Bartholomew\t\t]Date",
    );
    check_drawn(
        body,
        &[("\t\t\t", 0, Line::Underlined, &"long ".repeat(20))],
        &format!("Name[{}\t]Date", "long ".repeat(20).trim_end()),
    );
}

#[test]
fn a_gap_is_filled_and_the_next_label_keeps_its_distance() {
    check_line("姓名：          性别：", "          ", Line::Gap, "李子涵", "姓名：李子涵 性别：");
    check_line(
        "Name:                                 Date:",
        "                                 ",
        Line::Gap,
        "Li",
        "Name: Li                            Date:",
    );
    check_line("毕业于  学校", "  ", Line::Gap, "清华大学", "毕业于清华大学 学校");
}

#[test]
fn nothing_at_all_is_a_gap_too() {
    let at = |line: &str, at: usize, answer: &str| {
        let story = story(&format!("<w:p><w:r><w:t>{line}</w:t></w:r></w:p>"));
        let stretch = Stretch { paragraph: story.paragraphs[0], atoms: at..at };
        reads(&fill(&story, &[(Blank::Inline { stretch, style: Line::Gap }, text(answer))]))
    };
    assert_eq!(at("Name:", 5, "Li"), "Name: Li");
    assert_eq!(at("姓名：", 3, "李"), "姓名：李");
    assert_eq!(at("姓名：性别：", 3, "李"), "姓名：李 性别：");
    assert_eq!(at("（姓名：）", 4, "李"), "（姓名：李）");
    let empty = story("<w:p/>");
    let stretch = Stretch { paragraph: empty.paragraphs[0], atoms: 0..0 };
    assert_eq!(
        reads(&fill(&empty, &[(Blank::Inline { stretch, style: Line::Gap }, text("Li"))])),
        "Li"
    );
}

#[test]
fn a_tab_after_a_label_keeps_its_column() {
    let body = "<w:p><w:r><w:t>Name:</w:t><w:tab/></w:r></w:p>";
    check_drawn(body, &[("\t", 0, Line::Gap, "Li")], "Name:\tLi");
    let body = "<w:p><w:r><w:t>Name:</w:t><w:tab/><w:tab/><w:tab/><w:t>Date:</w:t></w:r></w:p>";
    check_drawn(body, &[("\t\t\t", 0, Line::Gap, "Li")], "Name:\tLi\t\tDate:");
}

#[test]
fn words_of_one_line_stay_on_it() {
    check_line("(see ____ for more)", "____", Line::Underscores, "a\nb", "(see [a b]_ for more)");
}

#[test]
fn dots_and_marks_give_way() {
    check_line("Name: ................", "................", Line::Leaders, "Li", "Name: Li");
    check_line(
        "Name................ Date",
        "................",
        Line::Leaders,
        "Li",
        "Name Li .......... Date",
    );
    check_line("Dear {{name}},", "{{name}}", Line::Mark, "Li", "Dear Li,");
}

#[test]
fn a_mark_keeps_its_looks_and_loses_its_highlight() {
    check(
        r#"<w:p><w:r><w:rPr><w:b/><w:highlight w:val="yellow"/></w:rPr><w:t>«na</w:t></w:r><w:r><w:t>me»</w:t></w:r></w:p>"#,
        |it| Blank::Inline { stretch: find(it, 0, "«name»", 0), style: Line::Mark },
        &text("Li"),
        r#"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">Li</w:t></w:r><w:r><w:t></w:t></w:r></w:p>"#,
    );
}

#[test]
fn between_brackets_the_answer_stands_in_the_middle() {
    check_line("第（    ）名", "    ", Line::Brackets, "3", "第（ 3 ）名");
    check_line("第（）名", "", Line::Brackets, "3", "3第（）名");
    let story = story("<w:p><w:r><w:t>第（）名</w:t></w:r></w:p>");
    let stretch = Stretch { paragraph: story.paragraphs[0], atoms: 2..2 };
    assert_eq!(
        reads(&fill(&story, &[(Blank::Inline { stretch, style: Line::Brackets }, text("3"))])),
        "第（3）名"
    );
}

#[test]
fn an_answer_beside_a_control_stays_outside_it() {
    let control = "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>x</w:t></w:r></w:sdtContent></w:sdt>";
    let story = story(&format!("<w:p>{control}</w:p>"));
    let end = story.atoms(story.paragraphs[0]).len();
    let stretch = Stretch { paragraph: story.paragraphs[0], atoms: end..end };
    let filled = fill(&story, &[(Blank::Inline { stretch, style: Line::Gap }, text("y"))]);
    assert_eq!(
        filled,
        format!("<w:p>{control}<w:r><w:t xml:space=\"preserve\"> y</w:t></w:r></w:p>")
    );
}

#[test]
fn an_answer_inside_a_control_around_paragraphs_stays_in_its_run() {
    let story =
        story("<w:sdt><w:sdtContent><w:p><w:r><w:t>Name:</w:t></w:r></w:p></w:sdtContent></w:sdt>");
    let stretch = Stretch { paragraph: story.paragraphs[0], atoms: 5..5 };
    let filled = fill(&story, &[(Blank::Inline { stretch, style: Line::Gap }, text("Li"))]);
    assert!(filled.contains("Name: Li</w:t></w:r></w:p>"), "{filled}");
}

#[test]
fn an_answer_before_a_legacy_field_stays_outside_it() {
    let field = r#"<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox/></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>"#;
    let story = story(&format!("<w:p>{field}</w:p>"));
    let at = |atoms| {
        let stretch = Stretch { paragraph: story.paragraphs[0], atoms };
        fill(&story, &[(Blank::Inline { stretch, style: Line::Brackets }, text("Li"))])
    };
    let answer = r#"<w:r><w:t xml:space="preserve">Li</w:t></w:r>"#;
    assert_eq!(at(0..0), format!("<w:p>{answer}{field}</w:p>"));
    assert_eq!(at(1..1), format!("<w:p>{field}{answer}</w:p>"));
}

#[test]
fn markup_in_cdata_is_not_taken_for_words() {
    let body = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t><![CDATA[a & __ b]]></w:t></w:r></w:p>";
    check_drawn(body, &[("__", 0, Line::Underscores, "<i>")], "a & [<i>] b");
    check_drawn(&body.replace("<w:b/>", ""), &[("__", 0, Line::Mark, "<i>")], "a & <i> b");
}

/// A date into the blanks of a mask; `parts` are its stretches in order.
#[track_caller]
fn check_mask(line: &str, parts: &[(DatePart, &str, usize)], dates: &[&str], expected: &str) {
    let before = story(&format!("<w:p><w:r><w:t xml:space=\"preserve\">{line}</w:t></w:r></w:p>"));
    let parts = parts
        .iter()
        .map(|(part, blank, number)| (*part, find(&before, 0, blank, *number)))
        .collect();
    let answer =
        Answer::Date { dates: dates.iter().map(|it| day(it)).collect(), text: String::new() };
    assert_eq!(drawn(&fill(&before, &[(Blank::Mask(parts), answer)])), expected);
}

#[test]
fn a_mask_takes_each_part_of_a_date() {
    use DatePart::{Day, Month, Year};
    check_mask(
        "    年  月  日",
        &[(Year, "    ", 0), (Month, "  ", 2), (Day, "  ", 3)],
        &["2027-03-01"],
        "2027年3月1日",
    );
    check_mask(
        "____年__月__日",
        &[(Year, "____", 0), (Month, "__", 2), (Day, "__", 3)],
        &["2027-03-01"],
        "[2027]年[3]_月[1]_日",
    );
    check_mask(
        "__/__/____",
        &[(Day, "__", 0), (Month, "__", 1), (Year, "____", 0)],
        &["2027-03-01"],
        "[01]/[03]/[2027]",
    );
    check_mask(
        "__/__/__",
        &[(Day, "__", 0), (Month, "__", 1), (Year, "__", 2)],
        &["2027-03-01"],
        "[01]/[03]/[27]",
    );
    check_mask(
        "__/__/20__",
        &[(Day, "__", 0), (Month, "__", 1), (Year, "__", 2)],
        &["2027-03-01"],
        "[01]/[03]/20[27]",
    );
    check_mask(
        "____ / 20__",
        &[(Month, "____", 0), (Year, "__", 2)],
        &["2027-03-01"],
        "_[03]_ / 20[27]",
    );
    check_mask(
        "DD/MM/YYYY",
        &[(Day, "DD", 0), (Month, "MM", 0), (Year, "YYYY", 0)],
        &["2027-03-01"],
        "01/03/2027",
    );
    check_mask("20__年__月", &[(Year, "__", 0), (Month, "__", 1)], &["2027-11"], "20[27]年[11]月");
    check_mask("20  年  月", &[(Year, "  ", 0), (Month, "  ", 1)], &["2027"], "2027年  月");
}

#[test]
fn a_period_has_two_dates() {
    use DatePart::{Month, Year};
    let parts = [(Year, "____", 0), (Month, "__", 2), (Year, "____", 1), (Month, "__", 5)];
    check_mask(
        "____年__月至____年__月",
        &parts,
        &["2020-09", "2024-07"],
        "[2020]年[9]_月至[2024]年[7]_月",
    );
    check_mask("____年__月至____年__月", &parts, &["2020-09"], "[2020]年[9]_月至____年__月");
}

#[test]
fn space_that_sets_a_date_apart_stays() {
    use DatePart::{Day, Month, Year};
    let line = format!("{}年   月   日", " ".repeat(30));
    let spaces = " ".repeat(30);
    check_mask(
        &line,
        &[(Year, &spaces, 0), (Month, "   ", 10), (Day, "   ", 11)],
        &["2027-03-01"],
        &format!("{}2027年 3月 1日", " ".repeat(22)),
    );
}

#[test]
fn a_printed_century_that_does_not_fit_is_refused() {
    check_refused(
        "<w:p><w:r><w:t>19__年</w:t></w:r></w:p>",
        |it| Blank::Mask(vec![(DatePart::Year, find(it, 0, "__", 0))]),
        &date("2003"),
        &Refused::PrintedYear { printed: "19".into(), year: 2003 },
    );
}
