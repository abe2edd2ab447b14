//! Cells, prompts, lines below a label, one character a cell, rows.

use super::*;

fn first_cell(story: &Story) -> Blank {
    Blank::Cell(nth(story, "tc", 0))
}

fn second_cell(story: &Story) -> Blank {
    Blank::Cell(nth(story, "tc", 1))
}

#[test]
fn a_self_closed_paragraph_is_opened_and_keeps_its_attributes() {
    check(
        r#"<w:tc><w:p w14:paraId="1A"/></w:tc>"#,
        first_cell,
        &text("A & <B>"),
        r#"<w:tc><w:p w14:paraId="1A"><w:r><w:t xml:space="preserve">A &amp; &lt;B&gt;</w:t></w:r></w:p></w:tc>"#,
    );
}

#[test]
fn a_cell_takes_the_properties_of_its_paragraph_mark() {
    let properties =
        r#"<w:rPr><w:rFonts w:hint="eastAsia" w:eastAsia="宋体"/><w:sz w:val="24"/></w:rPr>"#;
    let mark = r#"<w:rPr><w:ins w:id="1" w:author="x"/><w:rFonts w:hint="eastAsia" w:eastAsia="宋体"/><w:vanish/><w:sz w:val="24"/></w:rPr>"#;
    check(
        &format!("<w:tc><w:p><w:pPr>{mark}</w:pPr></w:p></w:tc>"),
        first_cell,
        &text("李子涵"),
        &format!(
            "<w:tc><w:p><w:pPr>{mark}</w:pPr><w:r>{properties}<w:t xml:space=\"preserve\">李子涵</w:t></w:r></w:p></w:tc>"
        ),
    );
}

#[test]
fn an_empty_run_says_how_the_answer_looks() {
    check(
        r#"<w:tc><w:p><w:pPr><w:rPr><w:sz w:val="30"/></w:rPr></w:pPr><w:r><w:rPr><w:sz w:val="21"/></w:rPr></w:r><w:bookmarkEnd w:id="0"/></w:p></w:tc>"#,
        first_cell,
        &text("x"),
        r#"<w:tc><w:p><w:pPr><w:rPr><w:sz w:val="30"/></w:rPr></w:pPr><w:r><w:rPr><w:sz w:val="21"/></w:rPr></w:r><w:r><w:rPr><w:sz w:val="21"/></w:rPr><w:t xml:space="preserve">x</w:t></w:r><w:bookmarkEnd w:id="0"/></w:p></w:tc>"#,
    );
}

#[test]
fn a_cell_without_properties_borrows_font_and_size_of_its_label() {
    let label = r#"<w:tbl><w:tr><w:tc><w:p><w:r><w:rPr><w:rFonts w:eastAsia="仿宋"/><w:b/><w:color w:val="FF0000"/><w:sz w:val="28"/></w:rPr><w:t>姓名</w:t></w:r></w:p></w:tc>"#;
    check(
        &format!("{label}<w:tc><w:p/></w:tc></w:tr></w:tbl>"),
        second_cell,
        &text("李子涵"),
        &format!(
            r#"{label}<w:tc><w:p><w:r><w:rPr><w:rFonts w:eastAsia="仿宋"/><w:sz w:val="28"/></w:rPr><w:t xml:space="preserve">李子涵</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"#
        ),
    );
}

#[test]
fn an_answer_is_never_drawn_in_symbols() {
    check(
        r#"<w:tc><w:p><w:pPr><w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/><w:sz w:val="20"/></w:rPr></w:pPr></w:p></w:tc>"#,
        first_cell,
        &text("北京"),
        r#"<w:tc><w:p><w:pPr><w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/><w:sz w:val="20"/></w:rPr></w:pPr><w:r><w:rPr><w:sz w:val="20"/></w:rPr><w:t xml:space="preserve">北京</w:t></w:r></w:p></w:tc>"#,
    );
}

#[test]
fn what_is_left_of_a_link_is_not_taken_over() {
    let mark = r#"<w:pPr><w:rPr><w:color w:val="0000FF"/><w:sz w:val="20"/><w:u w:val="single"/></w:rPr></w:pPr>"#;
    check(
        &format!("<w:tc><w:p>{mark}</w:p></w:tc>"),
        first_cell,
        &text("x"),
        &format!(
            r#"<w:tc><w:p>{mark}<w:r><w:rPr><w:sz w:val="20"/></w:rPr><w:t xml:space="preserve">x</w:t></w:r></w:p></w:tc>"#
        ),
    );
}

#[test]
fn quotes_in_chinese_words_are_chinese() {
    let answer = |rest: &str| {
        format!(
            r#"<w:tc><w:p><w:r>{rest}<w:t xml:space="preserve">“挑战杯”</w:t></w:r></w:p></w:tc>"#
        )
    };
    check(
        "<w:tc><w:p/></w:tc>",
        first_cell,
        &text("“挑战杯”"),
        &answer(r#"<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>"#),
    );
    let empty =
        r#"<w:tc><w:p><w:r><w:rPr><w:rFonts w:ascii="A"/></w:rPr><w:t> </w:t></w:r></w:p></w:tc>"#;
    check(
        empty,
        first_cell,
        &text("“挑战杯”"),
        &answer(r#"<w:rPr><w:rFonts w:hint="eastAsia" w:ascii="A"/></w:rPr>"#),
    );
}

#[test]
fn lines_become_breaks_and_white_space_goes() {
    check(
        "<w:tc><w:p><w:r><w:t>   </w:t></w:r></w:p></w:tc>",
        first_cell,
        &text("one\r\ntwo\u{b}three\n"),
        r#"<w:tc><w:p><w:r><w:t xml:space="preserve">one</w:t><w:br/><w:t xml:space="preserve">two</w:t><w:br/><w:t xml:space="preserve">three</w:t></w:r></w:p></w:tc>"#,
    );
}

#[test]
fn a_cell_without_a_paragraph_is_refused() {
    check_refused("<w:tc><w:tcPr/></w:tc>", first_cell, &text("x"), &Refused::NoPlace);
}

#[test]
fn another_prefix_and_the_strict_namespace_are_kept() {
    let story = from_part(
        r#"<document xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main" xmlns:s="http://purl.oclc.org/ooxml/wordprocessingml/main"><body><tc><p><pPr><rPr><sz s:val="20"/></rPr></pPr></p></tc></body></document>"#,
    );
    let (filled, _) = written(&story, &[(first_cell(&story), text("x"))]).unwrap();
    assert!(
        filled.contains(r#"<r><rPr><sz s:val="20"/></rPr><t xml:space="preserve">x</t></r></p>"#),
        "{filled}"
    );
}

#[test]
fn a_prompt_gives_way_to_the_answer_and_leaves_nothing_grey() {
    check(
        r#"<w:tc><w:p><w:pPr><w:jc w:val="left"/></w:pPr><w:bookmarkStart w:id="1" w:name="a"/><w:r><w:rPr><w:i/><w:color w:val="808080"/><w:sz w:val="20"/></w:rPr><w:t>请填写</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>姓名</w:t></w:r><w:bookmarkEnd w:id="1"/></w:p><w:p><w:r><w:t>（必填）</w:t></w:r></w:p></w:tc>"#,
        |it| Blank::Prompt(nth(it, "tc", 0)),
        &text("李子涵"),
        r#"<w:tc><w:p><w:pPr><w:jc w:val="left"/></w:pPr><w:bookmarkStart w:id="1" w:name="a"/><w:r><w:rPr><w:sz w:val="20"/></w:rPr><w:t xml:space="preserve">李子涵</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t></w:t></w:r><w:bookmarkEnd w:id="1"/></w:p><w:p><w:r><w:t></w:t></w:r></w:p></w:tc>"#,
    );
}

#[test]
fn an_answer_below_its_label_goes_into_the_empty_paragraph() {
    let label =
        r#"<w:p><w:r><w:rPr><w:b/><w:sz w:val="24"/></w:rPr><w:t>Reasons</w:t></w:r></w:p>"#;
    check(
        &format!("{label}<w:p/><w:p/>"),
        |it| Blank::Below { label: it.paragraphs[0], lines: it.paragraphs[1..].to_vec() },
        &text("one\ntwo"),
        &format!(
            r#"{label}<w:p><w:r><w:rPr><w:sz w:val="24"/></w:rPr><w:t xml:space="preserve">one</w:t></w:r></w:p><w:p><w:r><w:rPr><w:sz w:val="24"/></w:rPr><w:t xml:space="preserve">two</w:t></w:r></w:p>"#
        ),
    );
}

#[test]
fn with_nothing_below_the_answer_starts_a_new_line() {
    check(
        r"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Reasons:</w:t></w:r></w:p>",
        |it| Blank::Below { label: it.paragraphs[0], lines: vec![] },
        &text("one\ntwo"),
        r#"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Reasons:</w:t></w:r><w:r><w:br/><w:t xml:space="preserve">one</w:t><w:br/><w:t xml:space="preserve">two</w:t></w:r></w:p>"#,
    );
}

fn digits(story: &Story) -> Blank {
    Blank::Digits((0..4).map(|it| nth(story, "tc", it)).collect())
}

#[test]
fn each_character_gets_its_cell() {
    let cells = "<w:tc><w:p/></w:tc>".repeat(4);
    let story = story(&cells);
    let filled = fill(&story, &[(digits(&story), text("20-27"))]);
    assert_eq!(reads(&filled), "2\n0\n2\n7");
    check_refused(&cells, digits, &text("20271"), &Refused::TooLong { limit: 4, given: 5 });
}

#[test]
fn rows_keep_what_is_printed_and_refuse_what_does_not_fit() {
    let body = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>";
    let rows = |it: &Story| Blank::Rows(vec![vec![None, Some(Blank::Cell(nth(it, "tc", 1)))]]);
    let row = vec![Some(text("no")), Some(text("yes"))];
    let story = story(body);
    assert_eq!(reads(&fill(&story, &[(rows(&story), Answer::Rows(vec![row.clone()]))])), "1\nyes");
    check_refused(
        body,
        rows,
        &Answer::Rows(vec![row.clone(), row]),
        &Refused::TooLong { limit: 1, given: 2 },
    );
}

#[test]
fn two_answers_never_stand_in_one_place() {
    let story = story("<w:tc><w:p></w:p></w:tc>");
    let mut pen = Pen::new(&story);
    pen.write(&first_cell(&story), &text("a")).unwrap();
    assert_eq!(pen.write(&first_cell(&story), &text("b")), Err(Refused::Taken));
    assert_eq!(pen.finish(&mut Album).unwrap().edits.len(), 1);
}

#[test]
fn the_other_copy_of_a_text_box_is_filled_too() {
    let inside = r"<w:txbxContent><w:p><w:r><w:t>姓名：</w:t></w:r></w:p><w:p/></w:txbxContent>";
    let body = format!(
        r#"<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>{inside}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"#
    );
    let story = story(&body);
    let label = story.paragraphs[1];
    let inline = Blank::Inline {
        stretch: Stretch { paragraph: label, atoms: 3..3 },
        style: crate::word::blank::Line::Gap,
    };
    let filled = fill(&story, &[(inline, text("李子涵"))]);
    assert_eq!(filled.matches("姓名：李子涵").count(), 2);
    let below = Blank::Below { label, lines: vec![story.paragraphs[2]] };
    let filled = fill(&story, &[(below, text("李子涵"))]);
    assert_eq!(filled.matches("<w:t xml:space=\"preserve\">李子涵").count(), 2);
    let whole = Blank::Cell(nth(&story, "txbxContent", 0));
    let filled = fill(&story, &[(whole, text("李子涵"))]);
    assert_eq!(filled.matches("李子涵").count(), 2);
}
