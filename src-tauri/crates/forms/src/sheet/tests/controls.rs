//! Option buttons and check boxes: found, pressed, and all their places agreeing.

use std::fmt::Write as _;

use super::{Sheet, Workbook, changed, field, filled, labels, locked, part, value};
use crate::{Kind, sheet::page::Value};

/// A control: its number, sort, attributes, caption, and the cell that it lies on.
struct Control(u32, &'static str, &'static str, &'static str, (u32, u32));

fn with_controls(rows: String, controls: &[Control]) -> Workbook {
    let mut sheet = Sheet::new("Form", rows).protected();
    sheet.relations.push(("rIdV", "vmlDrawing", "../drawings/vmlDrawing1.vml"));
    let mut shapes = String::new();
    let mut elements = String::new();
    let mut book = Workbook::new(Vec::new());
    for Control(number, sort, attributes, caption, (row, column)) in controls {
        let (id, target): (&'static str, &'static str) = (
            Box::leak(format!("rIdC{number}").into_boxed_str()),
            Box::leak(format!("../ctrlProps/ctrlProp{number}.xml").into_boxed_str()),
        );
        sheet.relations.push((id, "ctrlProp", target));
        book.parts.push((
            Box::leak(format!("xl/ctrlProps/ctrlProp{number}.xml").into_boxed_str()),
            format!(
                "<formControlPr xmlns=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/main\" \
                 objectType=\"{sort}\" {attributes} noThreeD=\"1\"/>"
            ),
        ));
        let old = if *sort == "CheckBox" { "Checkbox" } else { sort };
        let on = if attributes.contains("checked") { "<x:Checked>1</x:Checked>" } else { "" };
        write!(
            shapes,
            "<v:shape id=\"_x0000_s{number}\"><v:textbox><div><font>{caption}<br></font></div></v:textbox>\
             <x:ClientData ObjectType=\"{old}\">\n  <x:Anchor>{column}, 9, {row}, 2, {}, 5, {row}, 18</x:Anchor>\
             {on}\n  <x:NoThreeD/>\n </x:ClientData></v:shape>",
            column + 1,
        )
        .unwrap();
        write!(elements, "<control shapeId=\"{number}\" r:id=\"{id}\" name=\"c{number}\"/>")
            .unwrap();
    }
    let listed = format!("<legacyDrawing r:id=\"rIdV\"/><controls>{elements}</controls>");
    sheet = sheet.after(&listed);
    book.sheets.push(sheet);
    book.parts.push(("xl/drawings/vmlDrawing1.vml", format!("<xml>{shapes}</xml>")));
    book
}

fn gender() -> Workbook {
    let rows = locked(&[&["Name", "_", "Gender", "", "Male", "", "Female"]]);
    let linked = "<row r=\"9\"><c r=\"A9\" s=\"1\"><v>2</v></c></row>";
    with_controls(
        rows + linked,
        &[
            Control(11, "Radio", "firstButton=\"1\" fmlaLink=\"$A$9\"", "", (0, 3)),
            Control(12, "Radio", "checked=\"Checked\"", "", (0, 5)),
        ],
    )
}

#[test]
fn buttons_are_one_question_with_the_words_beside_them() {
    let form = gender().form();
    assert_eq!(labels(&form), [("B1", "Name"), ("E1", "Gender")]);
    let gender = field(&form, "E1");
    assert_eq!((gender.kind, gender.single), (Kind::Check, true));
    assert_eq!(gender.options, ["Male", "Female"]);
    assert_eq!(gender.current, "", "it came pressed with the form");
    assert_eq!(gender.place.area.as_deref(), Some("E1:G1"));
}

#[test]
fn a_button_is_pressed_in_all_places_and_lets_the_other_go() {
    let book = gender();
    let done = filled(&book.form(), r#"{"E1": "Male"}"#);
    assert_eq!(value(&done, 0, "A9"), Value::Number(1.0));
    let props = |number| part(&done.bytes, &format!("xl/ctrlProps/ctrlProp{number}.xml"));
    assert!(props(11).contains("objectType=\"Radio\" checked=\"Checked\" firstButton"));
    assert!(!props(12).contains("checked"));
    let drawing = part(&done.bytes, "xl/drawings/vmlDrawing1.vml");
    let (first, second) = drawing.split_once("_x0000_s12").unwrap();
    assert!(first.contains("<x:Checked>1</x:Checked>") && !second.contains("Checked"));
    assert_eq!(
        changed(&book.bytes(), &done.bytes),
        [
            "xl/ctrlProps/ctrlProp11.xml",
            "xl/ctrlProps/ctrlProp12.xml",
            "xl/drawings/vmlDrawing1.vml",
            "xl/worksheets/sheet1.xml"
        ]
    );
}

#[test]
fn a_button_that_is_pressed_already_changes_nothing() {
    let book = gender();
    let done = filled(&book.form(), r#"{"E1": "Female"}"#);
    assert_eq!(done.bytes, book.bytes());
    assert_eq!(done.report.written, 1);
}

fn topics() -> Workbook {
    let rows = locked(&[&["Topics (choose maximum 2 topics)"], &[""], &["Name", "_"]]);
    let linked = "<row r=\"9\"><c r=\"A9\" s=\"1\" t=\"b\"><v>0</v></c><c r=\"B9\" s=\"1\" t=\"b\"><v>1</v></c></row>";
    with_controls(
        rows + linked,
        &[
            Control(21, "CheckBox", "fmlaLink=\"$A$9\"", "Systems", (0, 1)),
            Control(
                22,
                "CheckBox",
                "checked=\"Checked\" fmlaLink=\"$B$9\"",
                "Theory &amp; proofs",
                (0, 3),
            ),
            Control(23, "CheckBox", "", "Networks", (1, 1)),
        ],
    )
}

#[test]
fn boxes_in_rows_are_one_question_with_its_limit() {
    let form = topics().form();
    let topics = field(&form, "B1");
    assert_eq!(topics.label, "Topics (choose maximum 2 topics)");
    assert_eq!(topics.options, ["Systems", "Theory & proofs", "Networks"]);
    assert_eq!((topics.single, topics.max_choices), (false, Some(2)));
    assert_eq!(topics.current, "Theory & proofs");
}

#[test]
fn the_chosen_boxes_are_ticked_and_no_others() {
    let book = topics();
    let done = filled(&book.form(), r#"{"B1": ["Systems", "Networks"]}"#);
    assert_eq!(value(&done, 0, "A9"), Value::Bool(true));
    assert_eq!(value(&done, 0, "B9"), Value::Bool(false));
    let on = |number| {
        part(&done.bytes, &format!("xl/ctrlProps/ctrlProp{number}.xml")).contains("Checked")
    };
    assert_eq!([21, 22, 23].map(on), [true, false, true]);
    let again = crate::Form::open(done.bytes, crate::Dictionary::shipped()).unwrap();
    assert_eq!(field(&again, "B1").current, "Systems; Networks");
}

#[test]
fn more_boxes_than_the_form_takes_are_refused() {
    let form = topics().form();
    let mut settings = crate::Settings::new(jiff::civil::date(2026, 9, 1));
    settings.answers =
        crate::Given::parse_all(r#"{"B1": ["Systems", "Networks", "Theory & proofs"]}"#).unwrap();
    let profile = profile::Profile::default();
    let error = crate::Plan::new(form.fields(), &profile, crate::Dictionary::shipped(), &settings)
        .unwrap_err();
    assert!(error.to_string().ends_with("it takes 2 options, and these are 3"), "{error}");
}

#[test]
fn buttons_in_a_frame_are_a_question_of_their_own() {
    let rows = locked(&[&["Name", "_"], &[""], &[""]]);
    let mut book = with_controls(
        rows,
        &[
            Control(31, "Radio", "firstButton=\"1\"", "Full-time", (1, 0)),
            Control(32, "Radio", "", "Part-time", (1, 1)),
            Control(33, "Radio", "firstButton=\"1\"", "Yes", (2, 0)),
            Control(34, "Radio", "", "No", (2, 1)),
            Control(35, "GBox", "", "Relocate", (2, 0)),
        ],
    );
    let drawing = &mut book.parts.last_mut().unwrap().1;
    // The frame lies over the whole third row.
    let (before, frame) = drawing.split_once("_x0000_s35").unwrap();
    *drawing = format!(
        "{before}_x0000_s35{}",
        frame.replace("0, 9, 2, 2, 1, 5, 2, 18", "0, 0, 2, 0, 4, 0, 2, 20")
    );
    let form = book.form();
    let relocate = form.fields().iter().find(|it| it.label == "Relocate").unwrap();
    assert_eq!(relocate.options, ["Yes", "No"]);
    let other = form.fields().iter().find(|it| it.options == ["Full-time", "Part-time"]);
    assert!(other.is_some());
}
