//! Forms in a few lines each, and the fields they must give.

mod english;

use std::fmt::Write as _;

use ooxml::{PartName, Tree};

use super::detect;
use crate::{Dictionary, Filler, Kind, word::story::Story};

mod chinese;

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// A paragraph. `_` stays an underscore; `~` is an underlined space; `⏎` a line break.
fn p(words: &str) -> String {
    let mut runs = String::new();
    for piece in words.split_inclusive(['~', '⏎']) {
        let (plain, last) = match piece.chars().last() {
            Some(c @ ('~' | '⏎')) => (&piece[..piece.len() - c.len_utf8()], Some(c)),
            _ => (piece, None),
        };
        if !plain.is_empty() {
            let _ = write!(runs, "<w:r><w:t xml:space=\"preserve\">{plain}</w:t></w:r>");
        }
        match last {
            Some('~') => runs.push_str(
                "<w:r><w:rPr><w:u w:val=\"single\"/></w:rPr><w:t xml:space=\"preserve\"> </w:t></w:r>",
            ),
            Some(_) => runs.push_str("<w:r><w:br/></w:r>"),
            None => {}
        }
    }
    format!("<w:p>{runs}</w:p>")
}

/// A heading.
fn h(words: &str) -> String {
    format!("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{words}</w:t></w:r></w:p>")
}

/// A table, a line a row, cells parted by `|`. A cell `>2 words` spans two
/// columns, `v words` begins a vertical merge and `^` continues it; `/` parts
/// paragraphs.
fn table(rows: &str) -> String {
    let mut xml = String::new();
    for row in rows.lines() {
        let cells: String = row.split('|').map(cell).collect();
        let _ = write!(xml, "<w:tr>{cells}</w:tr>");
    }
    format!("<w:tbl>{xml}</w:tbl>")
}

fn cell(words: &str) -> String {
    let mut words = words.trim();
    let mut properties = String::new();
    if let Some(rest) = words.strip_prefix('>') {
        let (span, rest) = rest.split_at(1);
        let _ = write!(properties, "<w:gridSpan w:val=\"{span}\"/>");
        words = rest.trim();
    }
    if let Some(rest) = words.strip_prefix("v ") {
        properties.push_str("<w:vMerge w:val=\"restart\"/>");
        words = rest;
    } else if words == "^" {
        properties.push_str("<w:vMerge/>");
        words = "";
    }
    let paragraphs: String = words.split("//").map(|it| p(it.trim())).collect();
    format!("<w:tc><w:tcPr>{properties}</w:tcPr>{paragraphs}</w:tc>")
}

/// One line a field: `id kind who [section] label`, then options, columns, parts, unit.
#[track_caller]
fn check(body: &[String], expected: &str) {
    let xml =
        format!("<w:document xmlns:w=\"{W}\"><w:body>{}</w:body></w:document>", body.concat());
    let tree = Tree::parse("document.xml", xml.into_bytes()).unwrap();
    let story = Story::new(PartName::new("/word/document.xml").unwrap(), tree);
    let lines: Vec<String> = detect(0, &story, Dictionary::shipped())
        .iter()
        .map(|it| {
            let field = &it.field;
            let mut line = format!("{} {}", field.id, word(field.kind));
            match field.filler {
                Filler::Candidate => {}
                Filler::Office => line.push_str(" office"),
                Filler::Signature => line.push_str(" hand"),
            }
            if !field.section.is_empty() {
                let _ = write!(line, " [{}]", field.section.join(" > "));
            }
            if !field.label.is_empty() {
                let _ = write!(line, " {}", field.label);
            }
            if !field.options.is_empty() {
                let _ = write!(line, ": {}", field.options.join(", "));
            }
            if !field.columns.is_empty() {
                let columns: Vec<String> = field
                    .columns
                    .iter()
                    .map(|it| format!("{}{}", it.label, if it.printed { "*" } else { "" }))
                    .collect();
                let _ = write!(line, ": {} x{}", columns.join(", "), field.rows);
            }
            if !field.unit.is_empty() {
                let _ = write!(line, " ({})", field.unit);
            }
            if let Some((on, option)) = &field.depends_on {
                let _ = write!(line, " if {on}={option}");
            }
            if field.required {
                line.push('!');
            }
            line
        })
        .collect();
    let expected: Vec<&str> = expected.trim().lines().map(str::trim).collect();
    assert_eq!(lines, expected);
}

fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "text",
        Kind::Date => "date",
        Kind::Check => "check",
        Kind::Choice => "choice",
        Kind::Photo => "photo",
        Kind::Signature => "signature",
        Kind::Rows => "rows",
    }
}

#[test]
fn a_label_cell_asks_for_the_cell_beside_it() {
    check(
        &[table("姓　　名 | | 性别 |\n出生年月 | | 民族 |")],
        "t0r0c1 text 姓名\nt0r0c3 text 性别\nt0r1c1 date 出生年月\nt0r1c3 text 民族",
    );
}

#[test]
fn a_blank_cell_right_of_a_blank_belongs_to_nobody() {
    check(&[table("姓名 | | |\n电话 | | |")], "t0r0c1 text 姓名\nt0r1c1 text 电话");
}

#[test]
fn headers_over_blank_rows_are_filled_row_by_row() {
    check(
        &[p("Education"), table("School | Degree | Year\n | | \n | | ")],
        "t0r1c0 rows [Education] Education: School, Degree, Year x2",
    );
}

#[test]
fn headers_over_one_blank_row_are_fields_of_their_own() {
    check(
        &[table("Name | Phone | Email\n | | ")],
        "t0r1c0 text Name\nt0r1c1 text Phone\nt0r1c2 text Email",
    );
}

#[test]
fn a_cell_merged_down_the_edge_names_the_section_of_rows() {
    check(
        &[table("v 家庭成员 | 姓名 | 关系\n^ | | \n^ | | ")],
        "t0r1c1 rows [家庭成员] 家庭成员: 姓名, 关系 x2",
    );
}

#[test]
fn a_cell_merged_down_the_edge_names_the_section_of_labels() {
    check(
        &[table("v 紧急联系人 | 姓名 |\n^ | 电话 |")],
        "t0r0c2 text [紧急联系人] 姓名\nt0r1c2 text [紧急联系人] 电话",
    );
}

#[test]
fn rows_that_the_form_names_are_sections() {
    check(
        &[table("阶段 | 学校 | 专业\n本科 | |\n硕士 | |")],
        "t0r1c1 text [本科] 学校\nt0r1c2 text [本科] 专业\nt0r2c1 text [硕士] 学校\nt0r2c2 text [硕士] 专业",
    );
}

#[test]
fn headers_that_are_options_are_ticked_in_the_cells_below() {
    check(
        &[table(" | Yes | No\nDo you smoke? | |\nDo you drive? | |")],
        "p4k0 check Do you smoke?: Yes, No\np7k0 check Do you drive?: Yes, No",
    );
}

#[test]
fn printed_numbers_and_roles_stay() {
    check(
        &[table("序号 | 姓名 | 团队角色 | 电话\n1 | | 负责人 |\n2 | | 成员 |")],
        "t0r1c1 rows 序号 / 姓名 / 团队角色 / 电话: 序号*, 姓名, 团队角色*, 电话 x2",
    );
}

#[test]
fn headers_of_two_levels_are_joined() {
    check(
        &[table("v 学校 | >2 时间\n^ | 起 | 止\n | | \n | | ")],
        "t0r2c0 rows 学校 / 时间起 / 时间止: 学校, 时间起, 时间止 x2",
    );
}

#[test]
fn a_row_of_one_cell_opens_a_section() {
    check(
        &[table(">2 Referee 1\nName | \nPhone | ")],
        "t0r1c1 text [Referee 1] Name\nt0r2c1 text [Referee 1] Phone",
    );
}

#[test]
fn a_row_of_one_cell_asks_for_the_box_below_it() {
    check(&[table("Tell us about yourself\n ")], "t0r1c0 text Tell us about yourself");
}

#[test]
fn a_line_asks_for_the_box_below_it() {
    check(
        &[p("Personal statement"), table(" ")],
        "t0r0c0 text [Personal statement] Personal statement",
    );
}

#[test]
fn captions_stand_below_their_blanks() {
    check(
        &[table(" | \nFirst name | Last name\n | \nTown | Postcode")],
        "t0r0c0 text First name\nt0r0c1 text Last name\nt0r2c0 text Town\nt0r2c1 text Postcode",
    );
}

#[test]
fn one_character_a_cell_is_one_field() {
    check(&[table("身份证号 | | | | | | | |")], "t0r0c1 text 身份证号");
}

#[test]
fn underscores_after_a_label_are_its_blank() {
    check(
        &[p("*Full Name: ________ Email ID: ________")],
        "p0n0 text Full Name!\np0n1 text Email ID",
    );
}

#[test]
fn underlined_spaces_are_a_blank() {
    check(&[p("担任职位：~~~~~~ 元/月")], "p0n0 text 担任职位 (元/月)");
}

#[test]
fn a_colon_with_nothing_after_it_is_a_blank() {
    check(
        &[p("姓名：      电话："), p("Address:")],
        "p0n0 text 姓名\np0n1 text 电话\np1n0 text Address",
    );
}

#[test]
fn a_colon_with_words_after_it_is_none() {
    check(&[p("Note: please print clearly")], "");
}

#[test]
fn an_upright_bar_parts_two_questions() {
    check(&[p("CTC ______ | Net pay ______")], "p0n0 text CTC\np0n1 text Net pay");
}

#[test]
fn a_caption_line_names_the_blanks_above_it() {
    check(
        &[p("____________   ____________"), p("(First name)      (Last name)")],
        "p0n0 text First name\np0n1 text Last name",
    );
}

#[test]
fn a_date_mask_is_one_blank() {
    check(
        &[table("出生日期 |     年   月   日"), p("时间：   年  月  日至   年  月  日")],
        "p1n0 date 出生日期\np2n0 date 时间",
    );
}

#[test]
fn a_date_with_printed_digits_is_no_mask() {
    check(&[p("2026年3月1日")], "");
}

#[test]
fn lines_with_slashes_are_one_date() {
    for blank in ["___/___/_____", "__/__/20__", "20__-__-__", "____ / 20__"] {
        check(&[p(&format!("Date of Birth: {blank}"))], "p0n0 date Date of Birth");
    }
}

#[test]
fn marks_stand_before_their_options() {
    check(&[table("性别 | □男 □女")], "p1k0 check 性别: 男, 女");
}

#[test]
fn marks_stand_after_their_options() {
    check(&[p("Gender: Male ☐ Female ☐")], "p0k13 check Gender: Male, Female");
}

#[test]
fn options_run_on_over_lines() {
    check(
        &[p("Which do you speak?"), p("☐ English"), p("☐ Chinese"), p("☐ Other: ______")],
        "p1k0 check Which do you speak?: English, Chinese, Other\np3n0 text Other if p1k0=2",
    );
}

#[test]
fn two_questions_on_a_line_keep_their_options() {
    check(
        &[p("Sex: □ M □ F     Married: □ Yes □ No")],
        "p0k5 check Sex: M, F\np0k26 check Married: Yes, No",
    );
}

#[test]
fn empty_brackets_are_marks_where_words_are_options() {
    check(&[table("是否服从调剂 | 是（  ） 否（  ）")], "p1k2 check 是否服从调剂: 是, 否");
}

#[test]
fn empty_brackets_before_a_unit_are_a_blank() {
    check(&[table("名次 | 第（  ）名")], "p1n0 text 第 (名)");
}

#[test]
fn bare_words_are_options() {
    check(
        &[p("Do you hold a licence?  Yes / No"), table("性别 | 男/女")],
        "p0k24 check Do you hold a licence?: Yes, No\np2k0 check 性别: 男, 女",
    );
}

#[test]
fn a_blank_after_an_option_belongs_to_it() {
    check(
        &[table("驾驶证 | □无 □有，持有~~~~证")],
        "p1k0 check 驾驶证: 无, 有，持有\np1n0 text 有，持有 if p1k0=1",
    );
}

#[test]
fn signatures_and_their_dates_are_for_the_hand() {
    check(
        &[p("本人签名：        日期：   年  月  日")],
        "p0n0 signature hand 本人签名\np0n1 date hand 日期",
    );
}

#[test]
fn opinions_are_for_the_office() {
    check(
        &[table("姓名 |\n单位意见 | 负责人签字： // 年  月  日")],
        "t0r0c1 text 姓名\np3n0 signature office 负责人签字\np4n0 date office",
    );
}

#[test]
fn after_for_office_use_nothing_is_the_candidates() {
    check(
        &[p("Name: ______"), h("For office use only"), p("Score: ______")],
        "p0n0 text Name\np2n0 text office [For office use only] Score",
    );
}

#[test]
fn a_prompt_in_the_blank_is_part_of_the_question() {
    check(&[table("个人简介 | 请简要描述，限200字")], "t0r0c1 text 个人简介");
}

#[test]
fn a_photo_cell_is_a_photo() {
    check(
        &[table("姓名 | | v 照 // 片\n电话 | | ^")],
        "t0r0c1 text 姓名\nt0r0c2 photo 照片\nt0r1c1 text 电话",
    );
}

#[test]
fn a_question_with_empty_lines_below_is_answered_there() {
    check(
        &[p("Application"), p("Why do you apply?"), p(""), p(""), p("Name: ____")],
        "p1n0 text Why do you apply?\np4n0 text Name",
    );
}

#[test]
fn template_marks_are_blanks() {
    check(&[table("姓名 | «name» | 电话 | {{phone}}")], "p1n0 text 姓名\np3n0 text 电话");
}
