//! Content controls and legacy fields.

use super::*;

fn control(it: &Story) -> Blank {
    Blank::Control(nth(it, "sdt", 0))
}

fn field(it: &Story) -> Blank {
    Blank::FormField(nth(it, "r", 0))
}

#[test]
fn a_control_stops_prompting_and_holds_the_answer() {
    check(
        concat!(
            r#"<w:p><w:r><w:rPr><w:b/><w:sz w:val="24"/></w:rPr><w:t>Name: </w:t></w:r><w:sdt><w:sdtPr><w:id w:val="1"/><w:showingPlcHdr/><w:text/></w:sdtPr>"#,
            r#"<w:sdtContent><w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>Click</w:t></w:r><w:r><w:t> here</w:t></w:r></w:sdtContent></w:sdt></w:p>"#,
        ),
        control,
        &text("Li\nZihan"),
        concat!(
            r#"<w:p><w:r><w:rPr><w:b/><w:sz w:val="24"/></w:rPr><w:t>Name: </w:t></w:r><w:sdt><w:sdtPr><w:id w:val="1"/><w:text/></w:sdtPr>"#,
            r#"<w:sdtContent><w:r><w:rPr><w:sz w:val="24"/></w:rPr><w:t xml:space="preserve">Li Zihan</w:t></w:r></w:sdtContent></w:sdt></w:p>"#,
        ),
    );
}

#[test]
fn a_control_around_a_cell_keeps_the_cell() {
    check(
        r#"<w:tr><w:sdt><w:sdtPr><w:rPr><w:sz w:val="20"/></w:rPr></w:sdtPr><w:sdtContent><w:tc><w:tcPr><w:tcW w:w="1"/></w:tcPr><w:p><w:pPr><w:jc w:val="left"/></w:pPr></w:p></w:tc></w:sdtContent></w:sdt></w:tr>"#,
        control,
        &text("a\nb"),
        r#"<w:tr><w:sdt><w:sdtPr><w:rPr><w:sz w:val="20"/></w:rPr></w:sdtPr><w:sdtContent><w:tc><w:tcPr><w:tcW w:w="1"/></w:tcPr><w:p><w:pPr><w:jc w:val="left"/></w:pPr><w:r><w:rPr><w:sz w:val="20"/></w:rPr><w:t xml:space="preserve">a</w:t><w:br/><w:t xml:space="preserve">b</w:t></w:r></w:p></w:tc></w:sdtContent></w:sdt></w:tr>"#,
    );
}

#[test]
fn a_control_around_paragraphs_keeps_them() {
    check(
        r#"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:rPr><w:rStyle w:val="a3"/></w:rPr><w:t>One</w:t></w:r></w:p><w:p><w:r><w:t>two</w:t></w:r></w:p></w:sdtContent></w:sdt>"#,
        control,
        &text("Li"),
        r#"<w:sdt><w:sdtPr></w:sdtPr><w:sdtContent><w:p><w:r><w:t xml:space="preserve">Li</w:t></w:r></w:p><w:p></w:p></w:sdtContent></w:sdt>"#,
    );
    check(
        "<w:sdt><w:sdtPr/><w:sdtContent/></w:sdt>",
        control,
        &text("Li"),
        r#"<w:sdt><w:sdtPr/><w:sdtContent><w:p><w:r><w:t xml:space="preserve">Li</w:t></w:r></w:p></w:sdtContent></w:sdt>"#,
    );
}

const LIST: &str = r#"<w:p><w:sdt><w:sdtPr><w:dropDownList><w:listItem w:value="Choose"/><w:listItem w:displayText="PhD &amp; up" w:value="phd"/></w:dropDownList></w:sdtPr><w:sdtContent><w:r><w:t>Choose</w:t></w:r></w:sdtContent></w:sdt></w:p>"#;

#[test]
fn a_list_shows_its_entry_and_remembers_the_value() {
    for answer in [Answer::Choice(1), text("phd & UP"), text("PHD")] {
        check(
            LIST,
            control,
            &answer,
            &LIST
                .replace("<w:dropDownList>", "<w:dropDownList w:lastValue=\"phd\">")
                .replace("<w:t>Choose</w:t>", "<w:t xml:space=\"preserve\">PhD &amp; up</w:t>"),
        );
    }
    check_refused(LIST, control, &text("Diploma"), &Refused::NotInList);
    check_refused(LIST, control, &Answer::Choice(2), &Refused::NotInList);
    let combo = LIST.replace("dropDownList", "comboBox");
    assert!(
        fill(&story(&combo), &[(control(&story(&combo)), text("Diploma"))]).contains(">Diploma<")
    );
}

#[test]
fn a_date_control_takes_its_own_format() {
    let body = |attribute: &str, shown: &str| {
        format!(
            r#"<w:p><w:sdt><w:sdtPr><w:date{attribute}><w:dateFormat w:val="yyyy年M月d日"/><w:lid w:val="zh-CN"/></w:date></w:sdtPr><w:sdtContent><w:r>{shown}</w:r></w:sdtContent></w:sdt></w:p>"#
        )
    };
    let shown = |words: &str| format!("<w:t xml:space=\"preserve\">{words}</w:t>");
    let full = r#" w:fullDate="2027-03-01T00:00:00Z""#;
    check(
        &body("", "<w:t>日期</w:t>"),
        control,
        &date("2027-03-01"),
        &body(full, &shown("2027年3月1日")),
    );
    let old = r#" w:fullDate="1999-01-01T00:00:00Z""#;
    check(
        &body(old, "<w:t>日期</w:t>"),
        control,
        &date("2027-03-01"),
        &body(full, &shown("2027年3月1日")),
    );
    check(&body(old, "<w:t>日期</w:t>"), control, &date("2027-03"), &body("", &shown("2027-03")));
}

fn legacy(memory: &str, result: &str) -> String {
    format!(
        concat!(
            r#"<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData>{}</w:ffData></w:fldChar></w:r>"#,
            r#"<w:r><w:instrText>FORMTEXT</w:instrText></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>"#,
        ),
        memory, result
    )
}

#[test]
fn a_legacy_field_shows_the_answer_once() {
    let separate = r#"<w:r><w:fldChar w:fldCharType="separate"/></w:r>"#;
    check(
        &legacy(
            "<w:textInput/>",
            &format!(
                "{separate}<w:r><w:rPr><w:noProof/></w:rPr><w:t>\u{2002}\u{2002}</w:t></w:r><w:r><w:t>\u{2002}</w:t></w:r>"
            ),
        ),
        field,
        &text("Li"),
        &legacy(
            "<w:textInput/>",
            &format!(
                "{separate}<w:r><w:rPr><w:noProof/></w:rPr><w:t xml:space=\"preserve\">Li</w:t></w:r><w:r></w:r>"
            ),
        ),
    );
}

#[test]
fn a_legacy_field_without_a_result_gets_one() {
    let story = story(&legacy("<w:textInput/>", ""));
    let filled = fill(&story, &[(field(&story), text("Li"))]);
    assert!(filled.contains(r#"<w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t xml:space="preserve">Li</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/>"#), "{filled}");
}

#[test]
fn a_legacy_field_holds_no_more_than_it_may() {
    let body = legacy(r#"<w:textInput><w:maxLength w:val="3"/></w:textInput>"#, "");
    check_refused(&body, field, &text("four"), &Refused::TooLong { limit: 3, given: 4 });
    let body = legacy(r#"<w:enabled w:val="0"/><w:textInput/>"#, "");
    check_refused(&body, field, &text("four"), &Refused::Locked);
    let body = legacy(r#"<w:textInput><w:type w:val="calculated"/></w:textInput>"#, "");
    check_refused(&body, field, &text("four"), &Refused::Locked);
}

#[test]
fn a_legacy_list_remembers_its_entry() {
    let list = |result: &str| {
        legacy(
            &format!(
                r#"<w:ddList>{result}<w:default w:val="0"/><w:listEntry w:val="a"/><w:listEntry w:val="b"/></w:ddList>"#
            ),
            "",
        )
    };
    for answer in [Answer::Choice(1), text("B")] {
        check(&list(""), field, &answer, &list(r#"<w:result w:val="1"/>"#));
        check(&list(r#"<w:result w:val="0"/>"#), field, &answer, &list(r#"<w:result w:val="1"/>"#));
    }
    check_refused(&list(""), field, &Answer::Choice(2), &Refused::NotInList);
}

#[test]
fn a_bound_control_says_what_its_store_must_hold() {
    let story = story(
        r#"<w:p><w:sdt><w:sdtPr><w:dataBinding w:prefixMappings="xmlns:ns0='urn:x'" w:xpath="/ns0:a[1]/ns0:b[2]" w:storeItemID="{ab}"/></w:sdtPr><w:sdtContent><w:r><w:t/></w:r></w:sdtContent></w:sdt></w:p>"#,
    );
    let (_, bindings) = written(&story, &[(control(&story), text("Li & Co"))]).unwrap();
    let [binding] = bindings.as_slice() else { panic!() };
    assert_eq!((binding.store.as_str(), binding.path.as_str()), ("{AB}", "/ns0:a[1]/ns0:b[2]"));
    let kept = |xml: &str| {
        let tree = Tree::parse("store", xml.into()).unwrap();
        binding.edit(&tree).map(|it| splice(xml, &[it]).unwrap())
    };
    let filled = kept(r#"<a xmlns="urn:x"><b>1</b><b/></a>"#);
    assert_eq!(filled.as_deref(), Some(r#"<a xmlns="urn:x"><b>1</b><b>Li &amp; Co</b></a>"#));
    assert_eq!(kept(r#"<a xmlns="urn:y"><b>1</b><b/></a>"#), None);
    assert_eq!(kept(r#"<a xmlns="urn:x"><b>1</b></a>"#), None);
}
