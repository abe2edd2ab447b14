//! How answers come to stand in cells, and what stays as it was.

use std::fmt::Write as _;

use proptest::prelude::*;

use super::{Sheet, Workbook, changed, field, filled, framed, locked, part, text, value};
use crate::{FieldId, Given, sheet::page::Value};

/// Where the cities hang on the province.
pub(super) fn dependent() -> Workbook {
    let lists = [
        ("Jiangsu ", "Nanjing"),
        ("Jiangsu ", "Suzhou"),
        ("Zhejiang", "Hangzhou"),
        ("Zhejiang", "Others"),
    ];
    let mut rows = String::new();
    for (row, (province, city)) in (1..).zip(lists) {
        write!(
            rows,
            "<row r=\"{row}\"><c r=\"A{row}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">\
             {province}</t></is></c><c r=\"B{row}\" t=\"inlineStr\"><is><t>{city}</t></is></c></row>"
        )
        .unwrap();
    }
    let rules = "<dataValidations>\
        <dataValidation type=\"list\" sqref=\"B1\"><formula1>Lists!$A$2:$A$3</formula1></dataValidation>\
        <dataValidation type=\"list\" sqref=\"B2:B9\"><formula1>OFFSET(Lists!$A$1,MATCH(B1,Lists!$A:$A,0)-1,1,\
        COUNTIF(Lists!$A:$A,B1),1)</formula1></dataValidation></dataValidations>";
    let rows_of_form = locked(&[&["Province", "_"], &["City", "_"]]);
    Workbook::new(vec![
        Sheet::new("Form", rows_of_form).protected().after(rules),
        Sheet::new("Lists", rows).hidden(),
    ])
}

#[test]
fn words_go_in_and_the_cell_keeps_its_style() {
    let book = Workbook::new(vec![Sheet::new("Form", locked(&[&["Name", "_"]])).protected()]);
    let done = filled(&book.form(), r#"{"B1": "Lin & <Ruoxi>\n二"}"#);
    assert_eq!(value(&done, 0, "B1"), text("Lin & <Ruoxi>\n二"));
    let sheet = part(&done.bytes, "xl/worksheets/sheet1.xml");
    assert!(sheet.contains(
        r#"<c r="B1" s="1" t="inlineStr"><is><t xml:space="preserve">Lin &amp; &lt;Ruoxi&gt;"#
    ));
    assert_eq!(changed(&book.bytes(), &done.bytes), ["xl/worksheets/sheet1.xml"]);
}

#[test]
fn a_formula_in_an_answer_stays_words() {
    let book = Workbook::new(vec![Sheet::new("Form", locked(&[&["Name", "_"]])).protected()]);
    let done = filled(&book.form(), r#"{"B1": "=HYPERLINK(\"x\")"}"#);
    assert_eq!(value(&done, 0, "B1"), text("=HYPERLINK(\"x\")"));
    assert!(!part(&done.bytes, "xl/worksheets/sheet1.xml").contains("<f>"));
}

#[test]
fn a_date_is_a_number_where_the_cell_shows_dates() {
    for (properties, expected) in [("", 46_266.0), ("<workbookPr date1904=\"1\"/>", 44_804.0)] {
        let mut book =
            Workbook::new(vec![Sheet::new("Form", locked(&[&["Start date", "_d"]])).protected()]);
        book.properties = properties;
        let done = filled(&book.form(), r#"{"B1": "2026-09-01"}"#);
        assert_eq!(value(&done, 0, "B1"), Value::Number(expected));
    }
    let book = Workbook::new(vec![Sheet::new("Form", locked(&[&["Start date", "_"]])).protected()]);
    let done = filled(&book.form(), r#"{"B1": "2026-09-01"}"#);
    assert_eq!(value(&done, 0, "B1"), text("2026-09-01"));
}

#[test]
fn a_number_is_one_where_the_cell_shows_numbers() {
    let row = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Months</t></is></c><c r=\"B1\" s=\"5\"/></row>";
    let book = Workbook::new(vec![Sheet::new("Form", row).protected()]);
    for (given, expected) in [("6", Value::Number(6.0)), ("007", text("007")), ("six", text("six"))]
    {
        let done = filled(&book.form(), &format!(r#"{{"B1": "{given}"}}"#));
        assert_eq!(value(&done, 0, "B1"), expected);
    }
}

#[test]
fn an_entry_goes_in_as_its_list_has_it() {
    let row = "<row r=\"9\"><c r=\"A9\"><v>1</v></c><c r=\"B9\"><v>2</v></c></row>";
    let rows = locked(&[&["Grade", "_"]]) + row;
    let book = Workbook::new(vec![Sheet::new("Form", rows).protected().list("B1", "$A$9:$B$9")]);
    let done = filled(&book.form(), r#"{"B1": "2"}"#);
    assert_eq!(value(&done, 0, "B1"), Value::Number(2.0));
}

#[test]
fn a_list_that_hangs_on_another_answer_is_held_to_it() {
    let book = dependent();
    let form = book.form();
    // The province is written with the space that its list has, or the cities are not found.
    let done = filled(&form, r#"{"B1": "Jiangsu", "B2": "Suzhou"}"#);
    assert_eq!(done.report.written, 2);
    assert_eq!(value(&done, 0, "B1"), text("Jiangsu "));
    assert_eq!(value(&done, 0, "B2"), text("Suzhou"));
    let done = filled(&form, r#"{"B1": "Zhejiang", "B2": "Suzhou"}"#);
    assert_eq!(value(&done, 0, "B2"), Value::Empty);
    let because = done.report.fields[1].because.as_deref();
    let said = "It could not be written: its list has no such entry for what `B1` says.";
    assert_eq!(because, Some(said));
}

#[test]
fn a_longer_text_than_the_form_takes_is_refused() {
    let rules = "<dataValidations><dataValidation type=\"textLength\" operator=\"lessThan\" sqref=\"B1\">\
                 <formula1>5</formula1></dataValidation></dataValidations>";
    let sheet = Sheet::new("Form", locked(&[&["Name", "_"]])).protected().after(rules);
    let form = Workbook::new(vec![sheet]).form();
    assert_eq!(field(&form, "B1").max_chars, Some(4));
    let mut settings = crate::Settings::new(jiff::civil::date(2026, 9, 1));
    settings.answers.insert(FieldId("B1".into()), Given::Text("12345".into()));
    let profile = profile::Profile::default();
    crate::Plan::new(form.fields(), &profile, crate::Dictionary::shipped(), &settings).unwrap_err();
}

#[test]
fn cells_and_rows_that_the_file_lacks_come_in_their_order() {
    let rows = "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>Name</t></is></c>\
                <c r=\"D2\" t=\"inlineStr\"><is><t>Email</t></is></c></row><row r=\"5\"/>\
                <row r=\"7\"><c r=\"A7\" t=\"inlineStr\"><is><t>Phone</t></is></c></row>";
    let rules = "<dataValidations><dataValidation type=\"date\" sqref=\"B2 E2 B4 B5 B7\"/></dataValidations>";
    let mut sheet = Sheet::new("Form", rows).after(rules);
    sheet.before = "<cols><col min=\"2\" max=\"2\" style=\"3\"/></cols>".into();
    let form = Workbook::new(vec![sheet]).form();
    let done = filled(&form, r#"{"B2": "Lin", "E2": "l@example.com", "B7": "199"}"#);
    let xml = part(&done.bytes, "xl/worksheets/sheet1.xml");
    let order: Vec<usize> = ["\"A2\"", "\"B2\" s=\"3\"", "\"D2\"", "\"E2\"", "\"A7\"", "\"B7\""]
        .iter()
        .map(|it| xml.find(it).unwrap())
        .collect();
    assert!(order.is_sorted(), "{xml}");
}

#[test]
fn a_row_that_is_missing_is_put_between_its_neighbours() {
    let rows = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>About you</t></is></c></row>\
                <row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>Thank you.</t></is></c></row>";
    let rules = "<dataValidations><dataValidation type=\"textLength\" operator=\"lessThan\" sqref=\"A2\">\
                 <formula1>50</formula1></dataValidation></dataValidations>";
    let form = Workbook::new(vec![Sheet::new("Form", rows).after(rules)]).form();
    let id = &form.fields()[0].id.0;
    let done = filled(&form, &format!(r#"{{"{id}": "Hello"}}"#));
    let xml = part(&done.bytes, "xl/worksheets/sheet1.xml");
    let order =
        [xml.find("\"A1\"").unwrap(), xml.find("Hello").unwrap(), xml.find("\"A3\"").unwrap()];
    assert!(order.is_sorted(), "{xml}");
}

#[test]
fn rows_and_cells_may_leave_out_where_they_stand() {
    let rows = "<row><c s=\"3\" t=\"inlineStr\"><is><t>Name</t></is></c><c s=\"3\"/></row>\
                <row><c s=\"3\" t=\"inlineStr\"><is><t>Email</t></is></c><c s=\"3\"/></row>";
    let book = Workbook::new(vec![Sheet::new("Form", rows)]);
    let done = filled(&book.form(), r#"{"B1": "Lin", "B2": "l@example.com"}"#);
    assert_eq!(value(&done, 0, "B1"), text("Lin"));
    assert_eq!(value(&done, 0, "B2"), text("l@example.com"));
}

#[test]
fn any_spelling_of_the_file_is_kept() {
    for (prefix, is_strict) in [("", false), ("x:", false), ("", true), ("x:", true)] {
        let mut book = Workbook::new(vec![Sheet::new("Form", framed(&[&["Name", "_"]]))]);
        (book.prefix, book.is_strict) = (prefix, is_strict);
        let done = filled(&book.form(), r#"{"B1": "Lin"}"#);
        assert_eq!(value(&done, 0, "B1"), text("Lin"));
        let xml = part(&done.bytes, "xl/worksheets/sheet1.xml");
        assert!(
            xml.contains(&format!(
                "<{prefix}is><{prefix}t>Lin</{prefix}t></{prefix}is></{prefix}c>"
            ))
        );
    }
}

#[test]
fn printed_boxes_are_ticked_and_their_words_keep_their_colours() {
    let row = "<row r=\"1\"><c r=\"A1\" s=\"3\" t=\"inlineStr\"><is><t>性别</t></is></c>\
               <c r=\"B1\" s=\"3\" t=\"s\"><v>0</v></c></row><row r=\"2\"><c r=\"A2\" s=\"3\" t=\"inlineStr\">\
               <is><t>类型：□全职 □兼职</t></is></c></row>";
    let mut book = Workbook::new(vec![Sheet::new("表", row)]);
    book.strings = "<si><r><t>□男 </t></r><r><rPr><b/></rPr><t>□女</t></r></si>".into();
    let form = book.form();
    let gender = field(&form, "B1");
    assert_eq!((gender.label.as_str(), gender.single), ("性别", true));
    assert_eq!(gender.options, ["男", "女"]);
    assert_eq!(field(&form, "A2").label, "类型");
    let done = filled(&form, r#"{"B1": "女", "A2": "兼职"}"#);
    let xml = part(&done.bytes, "xl/worksheets/sheet1.xml");
    let runs = "t=\"inlineStr\"><is><r><t>□男 </t></r><r><rPr><b/></rPr><t>☑女</t></r></is></c>";
    assert!(xml.contains(runs), "{xml}");
    assert_eq!(value(&done, 0, "A2"), text("类型：□全职 ☑兼职"));
    assert_eq!(changed(&book.bytes(), &done.bytes), ["xl/worksheets/sheet1.xml"]);
}

#[test]
fn a_table_is_filled_row_by_row() {
    let rows = framed(&[&["学校", "专业", "入学日期"], &["_", "_", "_d"], &["_", "_", "_d"]]);
    let book = Workbook::new(vec![Sheet::new("表", rows)]);
    let form = book.form();
    let done = filled(&form, r#"{"A2": [["云栖大学", "数学"], ["南山大学", null, "2020-09-01"]]}"#);
    assert_eq!(value(&done, 0, "A2"), text("云栖大学"));
    assert_eq!(value(&done, 0, "B3"), Value::Empty);
    assert_eq!(value(&done, 0, "A3"), text("南山大学"));
}

#[test]
fn a_workbook_is_worked_out_anew_where_a_formula_looks_at_an_answer() {
    let form = |formula: &str| {
        let rows = locked(&[&["Name", "_"]])
            + &format!("<row r=\"5\"><c r=\"A5\"><f>{formula}</f><v>0</v></c></row>");
        Workbook::new(vec![Sheet::new("Form", rows).protected()])
    };
    for formula in ["LEN(B1)", "COUNTA(A:B)", "SUM(Form!A1:C2)", "INDIRECT(\"B1\")", "[1]X!A1"] {
        let book = form(formula);
        let done = filled(&book.form(), r#"{"B1": "Lin"}"#);
        let workbook = part(&done.bytes, "xl/workbook.xml");
        assert!(workbook.contains("</sheets><calcPr fullCalcOnLoad=\"1\"/>"), "{formula}");
    }
    let book = form("LEN(A1)");
    let done = filled(&book.form(), r#"{"B1": "Lin"}"#);
    assert_eq!(changed(&book.bytes(), &done.bytes), ["xl/worksheets/sheet1.xml"]);
    let mut book = form("LEN(B1)");
    book.rest = "<calcPr calcId=\"5\"/>".into();
    let done = filled(&book.form(), r#"{"B1": "Lin"}"#);
    assert!(
        part(&done.bytes, "xl/workbook.xml")
            .contains("<calcPr calcId=\"5\" fullCalcOnLoad=\"1\"/>")
    );
}

#[test]
fn what_no_option_says_goes_beside_the_option_for_others() {
    let rows = locked(&[&["University", "_", "Other university", "_"]]);
    let sheet = Sheet::new("Form", rows).protected().list("B1", "\"Nanshan University,Others\"");
    let form = Workbook::new(vec![sheet]).form();
    assert_eq!(field(&form, "D1").depends_on, Some((FieldId("B1".into()), 1)));
    let profile = |name: &str| {
        let json = format!(
            r#"{{"schemaVersion": 1, "education": [{{"institution": {{"en": "{name}"}}}}]}}"#
        );
        profile::Profile::parse(&json).unwrap()
    };
    let fill = |name: &str| {
        let settings = crate::Settings::new(jiff::civil::date(2026, 9, 1));
        let dictionary = crate::Dictionary::shipped();
        let plan = crate::Plan::new(form.fields(), &profile(name), dictionary, &settings).unwrap();
        crate::fill(&form, &plan.approve()).unwrap()
    };
    let done = fill("Yunqi University");
    assert_eq!(value(&done, 0, "B1"), text("Others"));
    assert_eq!(value(&done, 0, "D1"), text("Yunqi University"));
    let done = fill("Nanshan University");
    assert_eq!(value(&done, 0, "B1"), text("Nanshan University"));
    assert_eq!(value(&done, 0, "D1"), Value::Empty);
}

proptest! {
    #[test]
    fn undoing_the_edits_gives_the_workbook_back(
        name in "[ -~张\n]{1,20}",
        city in prop_oneof![Just("Nanjing"), Just("Suzhou"), Just("Hangzhou")],
        prefix in prop_oneof![Just(""), Just("x:")],
    ) {
        let mut book = dependent();
        book.prefix = prefix;
        book.sheets[0].rows += "<row r=\"4\"><c r=\"A4\" t=\"inlineStr\"><is><t>Name</t></is></c></row>";
        let form = book.form();
        let crate::form::Content::Sheet(workbook) = &form.content else { panic!() };
        let mut pen = super::super::write::Pen::new(&workbook.book);
        for found in &workbook.found {
            let answer = crate::Answer::Text(if found.field.id.0 == "B2" { city } else { &name }.to_owned());
            let _ = pen.write(&found.field, &found.blank, &answer);
        }
        for (part, edits) in pen.edits(&form.package).unwrap() {
            let source = String::from_utf8(form.package.part(&part).unwrap()).unwrap();
            let changed = ooxml::splice(&source, &edits).unwrap();
            ooxml::Tree::parse("changed", changed.clone().into_bytes()).unwrap();
            let back = ooxml::splice(&changed, &ooxml::undo(&source, &edits).unwrap()).unwrap();
            prop_assert_eq!(back, source);
        }
    }
}

#[test]
fn what_is_locked_is_refused() {
    let book = Workbook::new(vec![Sheet::new("Form", locked(&[&["Name", "_"]])).protected()]);
    let form = book.form();
    let crate::form::Content::Sheet(workbook) = &form.content else { panic!() };
    let mut pen = super::super::write::Pen::new(&workbook.book);
    let spot = super::super::blank::Spot { page: 0, at: super::At::new(0, 0) };
    let blank = super::super::blank::Blank::Cell(spot);
    let refused = pen.write(&form.fields()[0], &blank, &crate::Answer::Text("x".into()));
    assert_eq!(refused, Err(super::super::write::Refused::Locked));
}
