//! What reaches out of a package is named, each kind by its name, and nothing is fetched.

use ooxml::{HazardKind, Package};

use crate::archive::{Entry, archive, content_types, document, relationship, relationships, word};

const EXTERNAL: &str = " TargetMode=\"External\"";

/// What is found in a document with this body and these relationships.
fn found(body: &str, lines: &str) -> Vec<(HazardKind, String)> {
    let mut entries = word(body);
    entries.push(Entry::new("word/_rels/document.xml.rels", relationships(lines)));
    let package = Package::open(archive(&entries)).unwrap();
    package.hazards().into_iter().map(|it| (it.kind, it.target)).collect()
}

#[track_caller]
fn in_relationship(kind: &str, target: &str, mode: &str, hazard: HazardKind) {
    let target_shown = if mode.is_empty() { format!("word/{target}") } else { target.to_owned() };
    assert_eq!(found("", &relationship("rId1", kind, target, mode)), [(hazard, target_shown)]);
}

#[track_caller]
fn in_field(body: &str, hazard: HazardKind, code: &str) {
    assert_eq!(found(body, ""), [(hazard, code.to_owned())], "{body}");
}

/// A field in the long form: its code in these runs.
fn field(runs: &[&str]) -> String {
    let code = format!("<w:r>{}</w:r>", runs.join("</w:r><w:r>"));
    let mark = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    [mark("begin"), code, mark("separate"), "<w:r><w:t>shown</w:t></w:r>".to_owned(), mark("end")]
        .concat()
}

fn text(code: &str) -> String {
    format!("<w:instrText xml:space=\"preserve\">{code}</w:instrText>")
}

#[test]
fn a_plain_document_has_none() {
    let link = relationship("rId1", "hyperlink", "https://example.com/", EXTERNAL);
    let ordinary = [
        field(&[&text(" PAGE ")]),
        field(&[&text(" HYPERLINK \"https://example.com\" ")]),
        field(&[&text(" MACROBUTTON NoMacro [click here] ")]),
        field(&[&text(" FORMTEXT ")]),
    ];
    assert_eq!(
        found(&ordinary.concat(), &(link + &relationship("rId2", "image", "a.png", ""))),
        []
    );
}

#[test]
fn links_for_readers_are_counted() {
    let lines = relationship("rId1", "hyperlink", "https://example.com/", EXTERNAL)
        + &relationship("rId2", "hyperlink", "mailto:a@example.com", EXTERNAL);
    let mut entries = word("");
    entries.push(Entry::new("word/_rels/document.xml.rels", relationships(&lines)));
    let package = Package::open(archive(&entries)).unwrap();
    assert_eq!(package.hyperlinks(), 2);
}

#[test]
fn relationships_that_reach_out_are_named() {
    let url = "http://192.0.2.1/a";
    in_relationship("attachedTemplate", url, EXTERNAL, HazardKind::AttachedTemplate);
    in_relationship("image", url, EXTERNAL, HazardKind::ExternalImage);
    in_relationship("oleObject", url, EXTERNAL, HazardKind::OleObject);
    in_relationship("oleObject", "embeddings/a.bin", "", HazardKind::OleObject);
    in_relationship("package", "embeddings/a.xlsx", "", HazardKind::OleObject);
    in_relationship("control", "activeX/activeX1.xml", "", HazardKind::ActiveX);
    in_relationship("aFChunk", "a.html", "", HazardKind::AltChunk);
    in_relationship("aFChunk", url, EXTERNAL, HazardKind::AltChunk);
    in_relationship("frame", url, EXTERNAL, HazardKind::ExternalLink);
    in_relationship("subDocument", "file:///server/a.docx", EXTERNAL, HazardKind::ExternalLink);
    in_relationship("ui/extensibility", "a.xml", "", HazardKind::CustomUi);
    in_relationship("connections", "a.xml", "", HazardKind::DataConnection);
    in_relationship("webextension", "a.xml", "", HazardKind::WebExtension);
}

#[test]
fn field_codes_are_read_as_word_puts_them_together() {
    use HazardKind::{DynamicDataExchange, ExternalImage, IncludedFile};

    let code = "DDEAUTO c:\\\\windows\\\\cmd.exe \"/k calc\"";
    in_field(&field(&[&text(code)]), DynamicDataExchange, code);
    in_field(&field(&[&text("D"), &text("DE"), &text(" a b")]), DynamicDataExchange, "DDE a b");
    in_field("<w:fldSimple w:instr=' ddeauto  a b'/>", DynamicDataExchange, "ddeauto a b");
    in_field(
        &field(&[&text("INCLUDETEXT http://192.0.2.1/a")]),
        IncludedFile,
        "INCLUDETEXT http://192.0.2.1/a",
    );
    in_field(
        &field(&[&text("INCLUDEPICTURE \"a\" \\d")]),
        ExternalImage,
        "INCLUDEPICTURE \"a\" \\d",
    );
    in_field(&field(&[&text("LINK Excel.Sheet.8 a")]), IncludedFile, "LINK Excel.Sheet.8 a");
    // The code is the outcome of a field within, or its character numbers.
    let quote = field(&[&text("QUOTE 68 68 69")]);
    let within = format!("</w:r>{quote}<w:r>");
    in_field(&field(&[&within, &text(" a b")]), DynamicDataExchange, "DDE a b");
    // A field that never ends.
    let begin = "<w:r><w:fldChar w:fldCharType='begin'/></w:r>";
    in_field(&format!("{begin}<w:r>{}</w:r>", text("DDE a")), DynamicDataExchange, "DDE a");
}

#[test]
fn vml_pictures_by_address_are_named() {
    in_field(
        "<v:shape href='http://192.0.2.1/'><v:imagedata src='http://192.0.2.1/a'/></v:shape>",
        HazardKind::ExternalImage,
        "http://192.0.2.1/a",
    );
    assert_eq!(found("<v:shape><v:imagedata src='a.png'/></v:shape>", ""), []);
}

/// What is found in a workbook with this sheet.
fn in_sheet(sheet: &str) -> Vec<(HazardKind, String)> {
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    let types = content_types(&format!(
        r#"<Override PartName="/xl/workbook.xml" ContentType="{kind}sheet.main+xml"/><Override PartName="/xl/a.xml" ContentType="{kind}externalLink+xml"/>"#
    ));
    let root = relationships(&relationship("rId1", "officeDocument", "xl/workbook.xml", ""));
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let entries = [
        Entry::new("[Content_Types].xml", types),
        Entry::new("_rels/.rels", root),
        Entry::new("xl/workbook.xml", format!("<workbook xmlns='{main}'/>")),
        Entry::new("xl/a.xml", format!("<a xmlns='{main}'>{sheet}</a>")),
    ];
    let package = Package::open(archive(&entries)).unwrap();
    package.hazards().into_iter().map(|it| (it.kind, it.target)).collect()
}

#[test]
fn formulas_that_ask_another_program_are_named() {
    let dde = |text: &str| vec![(HazardKind::DynamicDataExchange, text.to_owned())];
    assert_eq!(in_sheet("<f>cmd|'/c calc'!A0</f>"), dde("cmd|'/c calc'!A0"));
    assert_eq!(in_sheet("<ddeLink ddeService='cmd' ddeTopic='/c calc'/>"), dde("cmd|/c calc"));
    assert_eq!(in_sheet("<f>IF(A1=\"a|b\",'x|y'!A1,2)</f>"), []);
}

#[test]
fn a_part_that_cannot_be_looked_through_is_named_too() {
    let mut entries = word("");
    entries[2] = Entry::new("word/document.xml", "<a>");
    let hazards = Package::open(archive(&entries)).unwrap().hazards();
    assert_eq!(hazards.len(), 1);
    assert_eq!(hazards[0].kind, HazardKind::Unreadable);
    assert!(hazards[0].to_string().starts_with("unreadable part in `word/document.xml`: "));
    // Found in the same way when it is another story.
    let types = content_types(
        r#"<Override PartName="/word/a.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>"#,
    );
    entries[0] = Entry::new("[Content_Types].xml", types);
    entries[2] = Entry::new("word/document.xml", document(""));
    entries.push(Entry::new("word/a.xml", document("<w:fldSimple w:instr='DDE a'/>")));
    let hazards = Package::open(archive(&entries)).unwrap().hazards();
    assert_eq!(hazards[0].kind, HazardKind::DynamicDataExchange);
    assert_eq!(hazards[0].part.as_str(), "word/a.xml");
}
