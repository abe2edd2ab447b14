//! What answers leave in other parts: pictures, and values that controls are bound to.

use std::io::{Cursor, Write};

use ooxml::{Changes, Package};
use zip::{ZipWriter, write::SimpleFileOptions};

use super::*;
use crate::{
    PhotoFormat,
    word::write::{Media, custom_xml_edits},
};

const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A package with one bound control and the store it is bound to.
fn package(store: &str) -> Package {
    let relationships =
        |lines: &str| format!(r#"<Relationships xmlns="{RELATIONSHIPS}">{lines}</Relationships>"#);
    let main = format!(
        r#"<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>"#
    );
    let custom = format!(
        r#"<Relationship Id="rId3" Type="{OFFICE}/customXml" Target="../customXml/item1.xml"/>"#
    );
    let properties = format!(
        r#"<Relationship Id="rId1" Type="{OFFICE}/customXmlProps" Target="itemProps1.xml"/>"#
    );
    let document = format!(
        concat!(
            r#"<w:document{}><w:body><w:p><w:sdt><w:sdtPr><w:dataBinding w:prefixMappings="xmlns:n='urn:n'" w:xpath="/n:form[1]/n:name[1]" w:storeItemID="{{0A}}"/></w:sdtPr>"#,
            r#"<w:sdtContent><w:r><w:t>x</w:t></w:r></w:sdtContent></w:sdt></w:p><w:tc><w:p/></w:tc></w:body></w:document>"#,
        ),
        NAMESPACES
    );
    let types = concat!(
        r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">"#,
        r#"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#,
        r#"<Default Extension="xml" ContentType="application/xml"/>"#,
        r#"<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#,
    );
    let props = r#"<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ds:itemID="{0a}"/>"#;
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in [
        ("[Content_Types].xml", types),
        ("_rels/.rels", &relationships(&main)),
        ("word/document.xml", &document),
        ("word/_rels/document.xml.rels", &relationships(&custom)),
        ("customXml/item1.xml", store),
        ("customXml/itemProps1.xml", props),
        ("customXml/_rels/item1.xml.rels", &relationships(&properties)),
    ] {
        archive.start_file(name, SimpleFileOptions::default()).unwrap();
        archive.write_all(content.as_bytes()).unwrap();
    }
    Package::open(archive.finish().unwrap().into_inner()).unwrap()
}

/// The package with these answers, and how many bindings were lost.
fn filled(package: &Package, answers: impl Fn(&Story) -> Vec<(Blank, Answer)>) -> (Package, usize) {
    let story = Story::new(package.main_part().clone(), package.tree(package.main_part()).unwrap());
    let mut pen = Pen::new(&story);
    for (blank, answer) in answers(&story) {
        pen.write(&blank, &answer).unwrap();
    }
    let mut changes = Changes::new();
    let written = pen.finish(&mut Media::new(package, &mut changes)).unwrap();
    changes.replace(&story.part, splice(story.tree.source(), &written.edits).unwrap());
    let lost = custom_xml_edits(package, &written.bindings, &mut changes).unwrap().len();
    (Package::open(package.save(&changes).unwrap()).unwrap(), lost)
}

fn part(package: &Package, name: &str) -> String {
    String::from_utf8(package.part(&PartName::new(name).unwrap()).unwrap()).unwrap()
}

fn bound(story: &Story) -> Vec<(Blank, Answer)> {
    vec![(Blank::Control(nth(story, "sdt", 0)), text("Li & Co"))]
}

#[test]
fn the_store_of_a_bound_control_changes_with_it() {
    let (filled, lost) = filled(&package(r#"<form xmlns="urn:n"><name>old</name></form>"#), bound);
    assert_eq!(lost, 0);
    assert_eq!(
        part(&filled, "customXml/item1.xml"),
        r#"<form xmlns="urn:n"><name>Li &amp; Co</name></form>"#
    );
}

#[test]
fn a_store_without_the_node_is_said_and_left_alone() {
    let store = r#"<form xmlns="urn:n"><other/></form>"#;
    let (filled, lost) = filled(&package(store), bound);
    assert_eq!(lost, 1);
    assert_eq!(part(&filled, "customXml/item1.xml"), store);
}

#[test]
fn a_photo_becomes_a_part_that_the_story_points_at() {
    let photo = Photo { bytes: vec![7; 9], format: PhotoFormat::Jpeg, width: 35, height: 49 };
    let package = package("<form/>");
    let answers = |it: &Story| vec![(Blank::Photo(nth(it, "tc", 0)), Answer::Photo(photo.clone()))];
    let (filled, _) = filled(&package, answers);
    let name = PartName::new("word/media/photo.jpeg").unwrap();
    assert_eq!(filled.part(&name).unwrap(), [7; 9]);
    assert_eq!(filled.content_type(&name), Some("image/jpeg"));
    let id = filled.relationships(filled.main_part()).iter().find(|it| it.part() == Some(&name));
    let document = part(&filled, "word/document.xml");
    assert!(document.contains(&format!("r:embed=\"{}\"", id.unwrap().id)), "{document}");
}
