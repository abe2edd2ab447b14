//! Pictures in cells and in picture controls.

use super::*;
use crate::PhotoFormat;

fn photo() -> Answer {
    Answer::Photo(Photo { bytes: vec![1], format: PhotoFormat::Jpeg, width: 350, height: 490 })
}

/// A cell 2000 twips wide over two rows of 1400.
fn table(inside: &str) -> String {
    let row =
        |cell: &str| format!(r#"<w:tr><w:trPr><w:trHeight w:val="1400"/></w:trPr>{cell}</w:tr>"#);
    let width = r#"<w:tcW w:w="2000" w:type="dxa"/>"#;
    let first =
        format!(r#"<w:tc><w:tcPr>{width}<w:vMerge w:val="restart"/></w:tcPr>{inside}</w:tc>"#);
    let second = format!("<w:tc><w:tcPr>{width}<w:vMerge/></w:tcPr><w:p/></w:tc>");
    format!("<w:tbl>{}{}</w:tbl>", row(&first), row(&second))
}

#[test]
fn a_photo_takes_the_place_of_its_hint_and_fits_its_cell() {
    let story = story(&table(
        r#"<w:p><w:pPr><w:spacing w:line="400" w:lineRule="exact"/></w:pPr><w:r><w:t>照</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>片</w:t></w:r></w:p>"#,
    ));
    let filled = fill(&story, &[(Blank::Photo(nth(&story, "tc", 0)), photo())]);
    // 2000 less two margins; 2800 less what stands below a picture and two flat lines.
    assert!(filled.contains(r#"<wp:extent cx="1132840" cy="1701800"/>"#), "{filled}");
    assert!(filled.contains(r#"l="3402" r="3402"/>"#), "{filled}");
    assert!(filled.contains(r#"r:embed="rId9""#) && filled.contains(r#"<wp:docPr id="1""#));
    assert!(
        filled.contains(r#"<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>"#)
    );
    assert_eq!(filled.matches(r#"w:line="20" w:lineRule="exact""#).count(), 2);
    assert_eq!(reads(&filled).trim(), "\u{fffc}");
}

#[test]
fn a_second_photo_has_a_number_of_its_own() {
    let story = story(&format!("{}{}", table("<w:p/>"), table("<w:p/>")));
    let cells = [nth(&story, "tc", 0), nth(&story, "tc", 2)];
    let filled = fill(&story, &cells.map(|it| (Blank::Photo(it), photo())));
    assert!(filled.contains(r#"<wp:docPr id="1""#) && filled.contains(r#"<wp:docPr id="2""#));
}

#[test]
fn a_cell_that_says_no_height_gets_the_usual_photo() {
    let story = story(
        r#"<w:tbl><w:tr><w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>"#,
    );
    let filled = fill(&story, &[(Blank::Photo(nth(&story, "tc", 0)), photo())]);
    assert!(filled.contains(r#"<wp:extent cx="1260000" cy="1764000"/>"#), "{filled}");
}

#[test]
fn a_picture_control_keeps_its_frame_or_less() {
    let body = concat!(
        r#"<w:sdt><w:sdtPr><w:showingPlcHdr/><w:picture/></w:sdtPr><w:sdtContent><w:p><w:r><w:drawing>"#,
        r#"<wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:extent cx="1000" cy="1000"/>"#,
        r#"<a:fill xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="rId2"/></a:fill>"#,
        r#"</wp:inline></w:drawing></w:r></w:p></w:sdtContent></w:sdt>"#,
    );
    let story = story(body);
    let filled = fill(&story, &[(Blank::Control(nth(&story, "sdt", 0)), photo())]);
    assert!(filled.contains(r#"r:embed="rId9"/>"#), "{filled}");
    assert!(filled.contains(r#"<wp:extent cx="714" cy="1000"/>"#), "{filled}");
    assert!(!filled.contains("showingPlcHdr"), "{filled}");
}

#[test]
fn a_photo_fits_its_text_box_in_both_copies() {
    let inside = "<w:txbxContent><w:p><w:r><w:t>照片</w:t></w:r></w:p></w:txbxContent>";
    let frame = r#"<wps:spPr><a:xfrm xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:ext cx="1270000" cy="1651000"/></a:xfrm></wps:spPr>"#;
    let story = story(&format!(
        r#"<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp>{frame}<wps:txbx>{inside}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape style="position:absolute;width:100pt;height:130.0pt"><v:textbox>{inside}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"#
    ));
    let filled = fill(&story, &[(Blank::Photo(nth(&story, "txbxContent", 0)), photo())]);
    assert_eq!(filled.matches(r#"<wp:extent cx="1087120" cy="1508760"/>"#).count(), 2, "{filled}");
    assert!(!filled.contains("照片"));
}
