//! How Chinese forms are laid out.

use super::{check, h, p, table};

#[test]
fn a_label_spaced_out_on_a_line_is_one_label() {
    check(
        &[p("姓    名：____  性    别：____  联 系 电 话：____")],
        "p0n0 text 姓名\np0n1 text 性别\np0n2 text 联系电话",
    );
    check(
        &[p("学校：            院系：            学    号：")],
        "p0n0 text 学校\np0n1 text 院系\np0n2 text 学号",
    );
}

#[test]
fn a_title_that_names_an_approval_leaves_the_form_to_the_candidate() {
    check(&[h("奖学金申请审批表"), table("姓名 | | 性别 |")], "t0r0c1 text 姓名\nt0r0c3 text 性别");
    check(
        &[table(">4 资格审查表\n姓名 | | 性别 |")],
        "t0r1c1 text [资格审查表] 姓名\nt0r1c3 text [资格审查表] 性别",
    );
}

#[test]
fn a_remark_on_what_becomes_of_a_form_gives_it_to_nobody() {
    check(
        &[p("本表一式三份，经学院审核盖章后交教务处。"), table("姓名 | | 学号 |")],
        "t0r0c1 text 姓名\nt0r0c3 text 学号",
    );
    check(
        &[p("受理时间：____"), table("姓名 | | 学号 |")],
        "p0n0 date office 受理时间\nt0r0c1 text 姓名\nt0r0c3 text 学号",
    );
}

#[test]
fn what_others_fill_stays_theirs() {
    check(
        &[h("以下由学院填写"), table("成绩 | | 结论 |")],
        "t0r0c1 text office [以下由学院填写] 成绩\nt0r0c3 text office [以下由学院填写] 结论",
    );
}

#[test]
fn the_room_before_a_unit_that_stands_alone_in_a_cell_is_a_blank() {
    check(
        &[table("身高 | cm | 体重 | kg\n期望薪资 | 元/月 | 人数 | 人")],
        "p1n0 text 身高 (cm)\np3n0 text 体重 (kg)\np5n0 text 期望薪资 (元/月)",
    );
}

#[test]
fn rows_of_labels_and_blanks_have_no_header() {
    check(
        &[table("甲 | 乙 | 丙 | 丁\n政治面貌 | | 入党时间 |\n专业 | | 年级 |")],
        "t0r1c1 text 政治面貌\nt0r1c3 date 入党时间\nt0r2c1 text 专业\nt0r2c3 text 年级",
    );
}

#[test]
fn a_mask_may_be_printed_in_two_languages() {
    check(&[table("出生日期 |     年(Y)    月(M)    日(D)")], "p1n0 date 出生日期");
}

#[test]
fn in_running_text_the_noun_behind_a_blank_asks_for_it() {
    check(
        &[p("本人____，身份证号______，系______大学______学院______专业学生，学号______。")],
        "p0n0 text 本人
         p0n1 text 身份证号
         p0n2 text 学校 (大学)
         p0n3 text 学院 (学院)
         p0n4 text 专业 (专业)
         p0n5 text 学号",
    );
}

#[test]
fn white_space_before_a_comma_is_a_blank() {
    check(&[p("本人      ，身份证号      ，自愿参加。")], "p0n0 text 本人\np0n1 text 身份证号");
    check(&[p("本人      ，自愿参加。")], "p0n0 text 本人");
}

#[test]
fn a_list_named_in_the_header_row_is_a_section() {
    check(
        &[table("家庭主要成员 | 姓名 | 与本人关系 | 电话\n | | |\n | | |")],
        "t0r1c1 rows [家庭主要成员] 家庭主要成员: 姓名, 与本人关系, 电话 x2",
    );
}

#[test]
fn the_first_cell_of_a_row_may_say_whom_the_row_is_about() {
    check(
        &[table("姓名 | | 性别 | | 学号\n紧急联系人 | 姓名 | | 电话 |")],
        "t0r0c1 text 姓名
         t0r0c3 text 性别
         t0r1c2 text [紧急联系人] 姓名
         t0r1c4 text [紧急联系人] 电话",
    );
}

#[test]
fn a_numbered_heading_with_room_below_it_is_answered_there() {
    check(
        &[p("报名表"), p("姓名：____"), p("一、个人简介"), p(""), p("二、获奖情况"), p("")],
        "p1n0 text 姓名\np2n0 text 一、个人简介\np4n0 text 二、获奖情况",
    );
    check(
        &[p("报名表"), p("一、基本情况"), p(""), p("姓名：____")],
        "p3n0 text [一、基本情况] 姓名",
    );
}

#[test]
fn a_label_beside_its_prompt_is_no_header_of_the_rows_below() {
    check(
        &[table("本人简历 | 自何年何月至何年何月在何地任何职\n家庭情况 | \n奖励情况 | ")],
        "t0r0c1 text 本人简历\nt0r1c1 text 家庭情况\nt0r2c1 text 奖励情况",
    );
}

#[test]
fn a_letter_in_brackets_chooses_an_option() {
    check(
        &[table("学历 | （  ）A.大专 B.本科 C.硕士\n婚否 | A.未婚 B.已婚 （  ）")],
        "p1n0 choice 学历: 大专, 本科, 硕士\np3n0 choice 婚否: 未婚, 已婚",
    );
}

#[test]
fn the_unit_of_one_blank_is_no_part_of_the_next_label() {
    check(&[p("四级：____分  六级：____分")], "p0n0 text 四级 (分)\np0n1 text 六级 (分)");
}
