//! Every way of ticking a box.

use super::*;
use crate::word::blank::Tick;

fn one(tick: Tick) -> Blank {
    Blank::Ticks(vec![tick])
}

fn chosen(number: usize) -> Answer {
    Answer::Ticks(vec![number])
}

const FONTS: &str = r#"<w:rFonts w:ascii="Segoe UI Symbol" w:hAnsi="Segoe UI Symbol" w:eastAsia="Segoe UI Symbol" w:cs="Segoe UI Symbol"/>"#;

#[test]
fn a_glyph_is_ticked_in_a_font_that_has_it() {
    check(
        r#"<w:p><w:r><w:rPr><w:sz w:val="21"/></w:rPr><w:t>□男 □女</w:t></w:r></w:p>"#,
        |it| Blank::Ticks(vec![Tick::Glyph(find(it, 0, "□", 0)), Tick::Glyph(find(it, 0, "□", 1))]),
        &chosen(1),
        &format!(
            concat!(
                r#"<w:p><w:r><w:rPr><w:sz w:val="21"/></w:rPr><w:t xml:space="preserve">□男 </w:t></w:r>"#,
                r#"<w:r><w:rPr>{}<w:sz w:val="21"/></w:rPr><w:t xml:space="preserve">☑</w:t></w:r>"#,
                r#"<w:r><w:rPr><w:sz w:val="21"/></w:rPr><w:t xml:space="preserve">女</w:t></w:r></w:p>"#,
            ),
            FONTS
        ),
    );
}

#[test]
fn what_the_form_ticked_is_emptied_when_another_is_chosen() {
    let story = story("<w:p><w:r><w:t>■是 □否 ○</w:t></w:r></w:p>");
    let ticks = Blank::Ticks(vec![
        Tick::Glyph(find(&story, 0, "■", 0)),
        Tick::Glyph(find(&story, 0, "□", 0)),
        Tick::Glyph(find(&story, 0, "○", 0)),
    ]);
    assert_eq!(reads(&fill(&story, &[(ticks.clone(), chosen(1))])), "□是 ☑否 ○");
    assert_eq!(reads(&fill(&story, &[(ticks, chosen(2))])), "□是 □否 ◉");
}

#[test]
fn a_symbol_keeps_its_font() {
    check(
        r#"<w:p><w:r><w:sym w:font="Wingdings 2" w:char="00A3"/><w:t>Yes</w:t></w:r></w:p>"#,
        |it| one(Tick::Glyph(Stretch { paragraph: it.paragraphs[0], atoms: 0..1 })),
        &chosen(0),
        r#"<w:p><w:r><w:sym w:font="Wingdings 2" w:char="0052"/><w:t>Yes</w:t></w:r></w:p>"#,
    );
    check(
        "<w:p><w:r><w:rPr><w:rFonts w:ascii=\"Wingdings\"/></w:rPr><w:t>\u{f0a8}</w:t></w:r></w:p>",
        |it| one(Tick::Glyph(Stretch { paragraph: it.paragraphs[0], atoms: 0..1 })),
        &chosen(0),
        concat!(
            r#"<w:p><w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t xml:space="preserve"></w:t>"#,
            r#"<w:sym w:font="Wingdings" w:char="F0FE"/><w:t xml:space="preserve"></w:t></w:r></w:p>"#,
        ),
    );
}

#[test]
fn a_check_box_control_changes_state_glyph_and_font_together() {
    check(
        concat!(
            r#"<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/><w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>"#,
            r#"<w:sdtContent><w:r><w:rPr><w:rFonts w:ascii="Segoe" w:hint="eastAsia"/><w:sz w:val="20"/></w:rPr><w:t>☐</w:t></w:r></w:sdtContent></w:sdt></w:p>"#,
        ),
        |it| one(Tick::Control(nth(it, "sdt", 0))),
        &chosen(0),
        concat!(
            r#"<w:p><w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>"#,
            r#"<w:sdtContent><w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic" w:eastAsia="MS Gothic" w:cs="MS Gothic"/><w:sz w:val="20"/></w:rPr><w:t xml:space="preserve">☒</w:t></w:r></w:sdtContent></w:sdt></w:p>"#,
        ),
    );
}

#[test]
fn a_check_box_control_may_say_almost_nothing() {
    let story =
        story(r"<w:p><w:sdt><w:sdtPr><w14:checkbox/></w:sdtPr><w:sdtContent/></w:sdt></w:p>");
    let filled = fill(&story, &[(one(Tick::Control(nth(&story, "sdt", 0))), chosen(0))]);
    assert!(
        filled.contains(r#"<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>"#),
        "{filled}"
    );
    assert!(filled.contains("☒"), "{filled}");
}

#[test]
fn a_control_of_symbols_shows_its_own() {
    let story = story(
        r#"<w:p><w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="00FE" w14:font="Wingdings"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r></w:sdtContent></w:sdt></w:p>"#,
    );
    let filled = fill(&story, &[(one(Tick::Control(nth(&story, "sdt", 0))), chosen(0))]);
    assert!(filled.contains(r#"<w:sym w:font="Wingdings" w:char="F0FE"/>"#), "{filled}");
}

#[test]
fn a_locked_control_is_refused() {
    check_refused(
        r#"<w:p><w:sdt><w:sdtPr><w:lock w:val="sdtContentLocked"/><w14:checkbox/></w:sdtPr><w:sdtContent/></w:sdt></w:p>"#,
        |it| one(Tick::Control(nth(it, "sdt", 0))),
        &chosen(0),
        &Refused::Locked,
    );
}

#[test]
fn a_legacy_check_box_remembers_its_tick() {
    let field = |memory: &str| {
        format!(
            concat!(
                r#"<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:enabled/><w:checkBox>{}</w:checkBox></w:ffData></w:fldChar></w:r>"#,
                r#"<w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>"#,
            ),
            memory
        )
    };
    let blank = |it: &Story| one(Tick::FormField(nth(it, "r", 0)));
    check(
        &field(r#"<w:sizeAuto/><w:default w:val="0"/>"#),
        blank,
        &chosen(0),
        &field(r#"<w:sizeAuto/><w:default w:val="0"/><w:checked/>"#),
    );
    check(
        &field(r#"<w:sizeAuto/><w:default w:val="0"/><w:checked w:val="0"/>"#),
        blank,
        &chosen(0),
        &field(r#"<w:sizeAuto/><w:default w:val="0"/><w:checked/>"#),
    );
    let none = Answer::Ticks(vec![]);
    check(
        &field(r#"<w:sizeAuto/><w:default w:val="1"/>"#),
        blank,
        &none,
        &field(r#"<w:sizeAuto/><w:default w:val="1"/><w:checked w:val="0"/>"#),
    );
}

#[test]
fn brackets_words_and_cells_take_a_tick() {
    let at = |body: &str, tick: fn(&Story) -> Tick| {
        let story = story(body);
        fill(&story, &[(one(tick(&story)), chosen(0))])
    };
    let filled = at("<w:p><w:r><w:t>是（  ）否（  ）</w:t></w:r></w:p>", |it| {
        Tick::Brackets(find(it, 0, "  ", 1))
    });
    assert_eq!(reads(&filled), "是（  ）否（√）");
    let filled =
        at("<w:p><w:r><w:t>[ ] New</w:t></w:r></w:p>", |it| Tick::Brackets(find(it, 0, " ", 0)));
    assert_eq!(reads(&filled), "[√] New");
    let filled =
        at("<w:p><w:r><w:t>Yes / No</w:t></w:r></w:p>", |it| Tick::Bare(find(it, 0, "Yes", 0)));
    assert_eq!(reads(&filled), "Yes ✓ / No");
    let filled =
        at("<w:p><w:r><w:t>是/否</w:t></w:r></w:p>", |it| Tick::Bare(find(it, 0, "否", 0)));
    assert_eq!(reads(&filled), "是/否√");
    let tight = "<w:p><w:r><w:t>Male/Female/X</w:t></w:r></w:p>";
    let filled = at(tight, |it| Tick::Bare(find(it, 0, "Male", 0)));
    assert_eq!(reads(&filled), "✓Male/Female/X");
    let filled = at(tight, |it| Tick::Bare(find(it, 0, "Female", 0)));
    assert_eq!(reads(&filled), "Male/ ✓Female/X");
    let filled = at(tight, |it| Tick::Bare(find(it, 0, "X", 0)));
    assert_eq!(reads(&filled), "Male/Female/X ✓");
    let filled = at("<w:tc><w:p/></w:tc>", |it| Tick::Cell(nth(it, "tc", 0)));
    assert_eq!(
        filled,
        r#"<w:tc><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t xml:space="preserve">√</w:t></w:r></w:p></w:tc>"#
    );
    let filled = at(
        "<w:tc><w:p><w:pPr><w:ind w:left=\"0\"/><w:rPr><w:b/></w:rPr></w:pPr></w:p></w:tc>",
        |it| Tick::Cell(nth(it, "tc", 0)),
    );
    assert!(filled.contains(r#"<w:ind w:left="0"/><w:jc w:val="center"/><w:rPr>"#), "{filled}");
}
