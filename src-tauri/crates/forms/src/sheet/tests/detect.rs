//! Which cells are blanks, and which words ask for them.

use super::{Sheet, Workbook, field, framed, labels, locked};
use crate::{Filler, Kind, Language};

#[track_caller]
fn finds(sheet: Sheet, expected: &[(&str, &str)]) {
    let form = Workbook::new(vec![sheet]).form();
    assert_eq!(labels(&form), expected);
}

#[test]
fn a_label_asks_for_the_cell_right_of_it() {
    finds(
        Sheet::new("报名表", framed(&[&["姓名", "_", "性别", "_"], &["电话", "_", "邮箱", "_"]])),
        &[("B1", "姓名"), ("D1", "性别"), ("B2", "电话"), ("D2", "邮箱")],
    );
}

#[test]
fn a_label_asks_for_the_box_below_it() {
    let rows = framed(&[&["姓名", "_"], &["自我评价", "_"], &["_", "_"]]);
    let sheet = Sheet::new("表", rows)
        .after("<mergeCells><mergeCell ref=\"A2:B2\"/><mergeCell ref=\"A3:B3\"/></mergeCells>");
    finds(sheet, &[("B1", "姓名"), ("A3", "自我评价")]);
}

#[test]
fn a_sheet_without_frames_asks_beside_its_words() {
    let form = Workbook::new(vec![Sheet::new(
        "Form",
        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Name</t></is></c></row>\
         <row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>Email</t></is></c></row>",
    )])
    .form();
    assert_eq!(labels(&form), [("B1", "Name"), ("B3", "Email")]);
}

#[test]
fn a_protected_sheet_asks_for_its_unlocked_cells_alone() {
    let rows = locked(&[&["First name *", "_", "Office", ""], &["Reviewed", "x"]]);
    let form = Workbook::new(vec![Sheet::new("Form", rows).protected()]).form();
    assert_eq!(labels(&form), [("B1", "First name")]);
    assert!(field(&form, "B1").required);
    let place = serde_json::to_value(&field(&form, "B1").place).unwrap();
    assert_eq!(place["cell"], "B1");
    assert_eq!((&place["part"], &place["sheet"]), (&0.into(), &"Form".into()));
}

#[test]
fn spacers_between_label_and_blank_are_stepped_over() {
    let rows = locked(&[&["Email", "", "_"]]);
    finds(Sheet::new("Form", rows).protected(), &[("C1", "Email")]);
}

#[test]
fn a_list_is_a_choice_and_a_date_format_a_date() {
    let rows = locked(&[&["Degree", "_"], &["Start", "_d"]]);
    let sheet = Sheet::new("Form", rows).protected().list("B1", "\"BS, MS,PhD\"");
    let form = Workbook::new(vec![sheet]).form();
    assert_eq!(field(&form, "B1").kind, Kind::Choice);
    assert_eq!(field(&form, "B1").options, ["BS", "MS", "PhD"]);
    assert_eq!(field(&form, "B2").kind, Kind::Date);
}

#[test]
fn lists_lie_on_hidden_sheets_under_names_or_in_ranges() {
    let lists = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Head</t></is></c></row>\
                 <row r=\"2\"><c r=\"A2\"><v>1</v></c></row><row r=\"3\"><c r=\"A3\"><v>2</v></c></row>";
    for formula in [
        "Lists!$A$2:$A$3",
        "Years",
        "INDIRECT(\"Years\")",
        "OFFSET(Lists!A1,1,0,COUNTA(Lists!A:A)-1,1)",
    ] {
        let sheet = Sheet::new("Form", locked(&[&["Grade", "_"]])).protected().list("B1", formula);
        let lists = Sheet::new("Lists", lists).hidden();
        let mut book = Workbook::new(vec![sheet, lists]);
        book.rest =
            "<definedNames><definedName name=\"Years\">Lists!$A$2:$A$3</definedName></definedNames>"
                .into();
        let form = book.form();
        assert_eq!(field(&form, "B1").options, ["1", "2"], "{formula}");
        assert_eq!(form.fields().len(), 1, "a hidden sheet is no form");
    }
}

#[test]
fn a_list_that_hangs_on_another_has_all_that_it_may_have() {
    let form = super::write::dependent().form();
    assert_eq!(field(&form, "B2").options, ["Nanjing", "Suzhou", "Hangzhou", "Others"]);
}

#[test]
fn rules_of_the_newer_kind_are_read() {
    let rules = "<extLst><ext xmlns:x14=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/main\" \
        xmlns:xm=\"http://schemas.microsoft.com/office/excel/2006/main\"><x14:dataValidations>\
        <x14:dataValidation type=\"list\" prompt=\"Choose one\"><x14:formula1><xm:f>\"Yes,No\"</xm:f>\
        </x14:formula1><xm:sqref>B1</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>";
    let sheet = Sheet::new("Form", locked(&[&["May we call you?", "_"]])).protected().after(rules);
    let form = Workbook::new(vec![sheet]).form();
    assert_eq!(field(&form, "B1").options, ["Yes", "No"]);
    assert_eq!(field(&form, "B1").hint, "Choose one");
}

#[test]
fn notes_and_prompts_say_how_to_answer() {
    let mut sheet = Sheet::new("Form", locked(&[&["About you", "_"]])).protected();
    sheet.relations = vec![("rId1", "comments", "../comments1.xml")];
    let mut book = Workbook::new(vec![sheet]);
    book.parts.push((
        "xl/comments1.xml",
        format!(
            "<comments xmlns=\"{}\"><commentList><comment ref=\"B1\"><text><r><t>Limit to 500 \
             characters</t></r></text></comment></commentList></comments>",
            super::MAIN
        ),
    ));
    let form = book.form();
    assert_eq!(field(&form, "B1").hint, "Limit to 500 characters");
    assert_eq!(field(&form, "B1").max_chars, Some(500));
}

#[test]
fn headings_name_sections_and_titles_do_not() {
    let rows = framed(&[
        &["Application Form", "", "", ""],
        &["Education", "", "", ""],
        &["University", "_", "Major", "_"],
        &["Referee", "", "", ""],
        &["Name", "_", "Email", "_"],
    ]);
    let merges = "<mergeCells><mergeCell ref=\"A1:D1\"/><mergeCell ref=\"A2:D2\"/>\
                  <mergeCell ref=\"A4:D4\"/></mergeCells>";
    let form = Workbook::new(vec![Sheet::new("Form", rows).after(merges)]).form();
    assert_eq!(field(&form, "B3").section, ["Education"]);
    assert_eq!(field(&form, "D5").section, ["Referee"]);
    assert_eq!(field(&form, "B3").language, Language::En);
}

#[test]
fn headers_over_blank_rows_are_a_table() {
    let rows = framed(&[
        &["姓名", "_", "民族", "_"],
        &["教育经历", "起止时间", "学校", "专业"],
        &["", "_", "_", "_"],
        &["", "_", "_", "_"],
        &["备注", "_", "_", "_"],
    ]);
    let merges = "<mergeCells><mergeCell ref=\"A2:A4\"/><mergeCell ref=\"B5:D5\"/></mergeCells>";
    let form = Workbook::new(vec![Sheet::new("表", rows).after(merges)]).form();
    let table = field(&form, "B3");
    assert_eq!((table.kind, table.rows, table.label.as_str()), (Kind::Rows, 2, "教育经历"));
    let columns: Vec<_> = table.columns.iter().map(|it| it.label.as_str()).collect();
    assert_eq!(columns, ["起止时间", "学校", "专业"]);
    assert_eq!(field(&form, "B5").label, "备注");
}

#[test]
fn rows_that_the_form_names_are_fields_of_their_own() {
    let rows = framed(&[&["学历", "学校", "专业"], &["本科", "_", "_"], &["硕士", "_", "_"]]);
    let form = Workbook::new(vec![Sheet::new("表", rows)]).form();
    assert_eq!(labels(&form), [("B2", "学校"), ("C2", "专业"), ("B3", "学校"), ("C3", "专业")]);
    assert_eq!(field(&form, "C3").section, ["硕士"]);
}

#[test]
fn an_example_beside_the_form_is_no_form() {
    let rows = [["First name", "_"], ["Last name", "_"], ["Email", "_"]];
    let blank: Vec<&[&str]> = rows.iter().map(<[&str; 2]>::as_slice).collect();
    let shown = [["First name", "San"], ["Last name", "Zhang"], ["Email", "san@example.com"]];
    let shown: Vec<&[&str]> = shown.iter().map(<[&str; 2]>::as_slice).collect();
    for name in ["Example", "张三"] {
        let book = Workbook::new(vec![
            Sheet::new(name, framed(&shown)),
            Sheet::new("Form", framed(&blank)),
        ]);
        assert_eq!(
            labels(&book.form()),
            [("s1B1", "First name"), ("s1B2", "Last name"), ("s1B3", "Email")]
        );
    }
}

#[test]
fn parts_for_others_and_signatures_are_not_for_the_candidate() {
    let rows = framed(&[&["姓名", "_"], &["单位意见（盖章）", "_"], &["申请人签名", "_"]]);
    let form = Workbook::new(vec![Sheet::new("表", rows)]).form();
    assert_eq!(field(&form, "B2").filler, Filler::Office);
    assert_eq!(field(&form, "B3").filler, Filler::Signature);
}

#[test]
fn words_of_a_text_in_runs_are_one_label() {
    let mut book = Workbook::new(vec![Sheet::new(
        "Form",
        "<row r=\"1\"><c r=\"A1\" s=\"3\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"3\"/></row>",
    )]);
    book.strings =
        "<si><r><t>First </t></r><r><rPr><b/></rPr><t>name</t></r><rPh sb=\"0\" eb=\"1\">\
                    <t>x</t></rPh></si>"
            .into();
    assert_eq!(labels(&book.form()), [("B1", "First name")]);
}

#[test]
fn any_spelling_of_the_file_is_the_same_form() {
    let rows = framed(&[&["姓名", "_", "电话", "_"]]);
    let mut book = Workbook::new(vec![Sheet::new("表", rows)]);
    let plain = labels(&book.form()).len();
    for (prefix, is_strict) in [("x:", false), ("", true), ("x:", true)] {
        (book.prefix, book.is_strict) = (prefix, is_strict);
        assert_eq!(labels(&book.form()).len(), plain, "{prefix} {is_strict}");
    }
}

#[test]
fn where_no_frames_are_drawn_titles_and_headers_ask_for_nothing_beside_them() {
    let words = |at: &str, words: &str| {
        format!("<c r=\"{at}\" t=\"inlineStr\"><is><t>{words}</t></is></c>")
    };
    let rows = format!(
        "<row r=\"1\">{}</row><row r=\"3\">{}</row><row r=\"5\">{}</row><row r=\"6\">{}{}</row>",
        words("A1", "Internship application form"),
        words("A3", "Email"),
        words("A5", "Publications"),
        words("A6", "Title"),
        words("B6", "Year"),
    );
    let form = Workbook::new(vec![Sheet::new("Form", rows)]).form();
    assert_eq!(labels(&form), [("B3", "Email"), ("A7", "Publications")]);
}
