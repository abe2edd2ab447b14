//! Marked copies are the same form, marks outlive the filling, and what is shown can be drawn.

use std::{
    collections::BTreeMap,
    fs,
    io::{Cursor, Write as _},
    path::Path,
};

use jiff::civil::date;
use ooxml::{Ns, Package, PartName, Tree};
use profile::Profile;
use zip::{ZipWriter, write::SimpleFileOptions};

use super::{mark, show};
use crate::{Confidence, Dictionary, Filler, Form, Given, Kind, Plan, Release, Settings, fill};

const TEMPLATES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../templates");
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const W: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const NAMESPACES: &str = concat!(
    r#" xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#,
    r#" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml""#,
    r#" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006""#,
    r#" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing""#,
    r#" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main""#,
    r#" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships""#,
    r#" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape""#,
    r#" xmlns:v="urn:schemas-microsoft-com:vml""#,
);

/// A Word file with this body, a header, and lists in symbol fonts.
fn file(body: &str) -> Vec<u8> {
    let lists = |lines: &str| {
        format!(
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{lines}</Relationships>"#
        )
    };
    let line = |id: &str, kind: &str, target: &str| {
        format!(r#"<Relationship Id="{id}" Type="{OFFICE}/{kind}" Target="{target}"/>"#)
    };
    let main = line("r1", "officeDocument", "word/document.xml");
    let parts = [
        line("r1", "header", "header1.xml"),
        line("r2", "numbering", "numbering.xml"),
        line("r3", "styles", "styles.xml"),
        format!(
            r#"<Relationship Id="r4" Type="{OFFICE}/image" Target="https://example.com/logo.png" TargetMode="External"/>"#
        ),
    ];
    let types = format!(
        concat!(
            r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">"#,
            r#"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#,
            r#"<Override PartName="/word/document.xml" ContentType="{w}.document.main+xml"/>"#,
            r#"<Override PartName="/word/header1.xml" ContentType="{w}.header+xml"/>"#,
            r#"<Override PartName="/word/numbering.xml" ContentType="{w}.numbering+xml"/>"#,
            r#"<Override PartName="/word/styles.xml" ContentType="{w}.styles+xml"/></Types>"#
        ),
        w = W
    );
    let document = format!("<w:document{NAMESPACES}><w:body>{body}</w:body></w:document>");
    let header =
        format!("<w:hdr{NAMESPACES}><w:p><w:r><w:t>Ref. No.: ______</w:t></w:r></w:p></w:hdr>");
    let numbering = format!(
        "<w:numbering{NAMESPACES}><w:abstractNum><w:lvl><w:lvlText w:val=\"\u{f0b7}\"/><w:rPr><w:rFonts w:ascii=\"Symbol\"/></w:rPr></w:lvl></w:abstractNum></w:numbering>"
    );
    let styles = format!(
        "<w:styles{NAMESPACES}><w:style w:styleId=\"x\"><w:rPr><w:color w:val=\"red;}} * {{ display: none\"/><w:rFonts w:ascii=\"Arial\"/></w:rPr></w:style></w:styles>"
    );
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in [
        ("[Content_Types].xml", &types),
        ("_rels/.rels", &lists(&main)),
        ("word/document.xml", &document),
        ("word/_rels/document.xml.rels", &lists(&parts.concat())),
        ("word/header1.xml", &header),
        ("word/numbering.xml", &numbering),
        ("word/styles.xml", &styles),
    ] {
        archive.start_file(name, SimpleFileOptions::default()).unwrap();
        archive.write_all(content.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn open(bytes: &[u8]) -> Form {
    Form::open(bytes.to_vec(), Dictionary::shipped()).unwrap()
}

fn part(bytes: &[u8], name: &str) -> String {
    let package = Package::open(bytes.to_vec()).unwrap();
    String::from_utf8(package.part(&PartName::new(name).unwrap()).unwrap()).unwrap()
}

/// What a text field is answered with.
fn answer_of(id: &str) -> String {
    format!("Answer {id}")
}

/// Everything goes in: the sample candidate's facts, words of our own for the rest.
fn plan(form: &Form) -> Plan {
    let profile = fs::read(Path::new(TEMPLATES).join("sample/profile.json")).unwrap();
    let profile: Profile = serde_json::from_slice(&profile).unwrap();
    let mut settings = Settings {
        accept: Confidence::Unsure,
        release: Release::All,
        ..Settings::new(date(2026, 3, 1))
    };
    for field in form.fields().iter().filter(|it| it.filler == Filler::Candidate) {
        let given = match field.kind {
            Kind::Text => Given::Text(answer_of(&field.id.0)),
            Kind::Check if !field.options.is_empty() => {
                Given::Options(vec![field.options[0].clone()])
            }
            _ => continue,
        };
        settings.answers.insert(field.id.clone(), given);
    }
    Plan::new(form.fields(), &profile, Dictionary::shipped(), &settings).unwrap()
}

/// The words between each pair of marks of a part. Every mark stands there once.
fn between_marks(tree: &Tree) -> BTreeMap<String, String> {
    let (mut open, mut closed) = (BTreeMap::<String, String>::new(), BTreeMap::new());
    for node in tree.descendants(tree.root()) {
        if tree.is(node, Ns::W, "bookmarkStart") {
            let name = tree.attr(node, Ns::W, "name").unwrap().into_owned();
            if let Some(name) = name.strip_suffix(".from") {
                assert_eq!(open.insert(name.to_owned(), String::new()), None, "{name} twice");
            } else {
                let name = name.strip_suffix(".to").unwrap();
                let words = open.remove(name).unwrap_or_else(|| panic!("{name} never opens"));
                assert_eq!(closed.insert(name.to_owned(), words), None, "{name} twice");
            }
        } else if tree.is(node, Ns::W, "t") {
            let words = tree.text(node);
            for it in open.values_mut() {
                it.push_str(&words);
            }
        }
    }
    assert!(open.is_empty(), "never closed: {open:?}");
    closed
}

/// Marks, fills and shows a form: nothing may be lost on the way.
/// Gives the words between the marks of all parts.
fn check_marked(bytes: &[u8]) -> BTreeMap<String, String> {
    let form = open(bytes);
    let marked = mark(&form).unwrap();
    let again = open(&marked.bytes);
    let fields = |form: &Form| -> Vec<String> {
        form.fields().iter().map(|it| format!("{it:#?}")).collect()
    };
    for (field, marked) in fields(&form).iter().zip(&fields(&again)) {
        assert_eq!(field, marked);
    }
    assert_eq!(form.fields().len(), again.fields().len());
    assert_eq!(marked.fields, form.fields().iter().map(|it| it.id.clone()).collect::<Vec<_>>());

    let written = |form: &Form| fill(form, &plan(form).approve()).unwrap();
    let (filled, filled_again) = (written(&form), written(&again));
    let report = |it| serde_json::to_string_pretty(&it).unwrap();
    assert_eq!(report(filled.report), report(filled_again.report));

    let shown = Package::open(show(filled_again.bytes).unwrap()).unwrap();
    let mut words = BTreeMap::new();
    let crate::form::Content::Word(document) = &form.content else { panic!() };
    for story in &document.stories {
        words.extend(between_marks(&shown.tree(&story.part).unwrap()));
    }
    for field in form.fields() {
        let id = &field.id.0;
        let found = words.get(&format!("blank.{id}")).unwrap_or_else(|| panic!("{id} is lost"));
        if field.kind == Kind::Text && field.filler == Filler::Candidate {
            assert!(found.contains(&answer_of(id)), "{id} ({}): {found:?}", field.label);
        }
    }
    words
}

fn p(words: &str) -> String {
    format!("<w:p><w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r></w:p>")
}

fn table(rows: &[&[&str]]) -> String {
    let cell = |words: &&str| match *words {
        "" => "<w:tc><w:p/></w:tc>".to_owned(),
        words => format!("<w:tc>{}</w:tc>", p(words)),
    };
    let row =
        |cells: &&[&str]| format!("<w:tr>{}</w:tr>", cells.iter().map(cell).collect::<String>());
    format!("<w:tbl>{}</w:tbl>", rows.iter().map(row).collect::<String>())
}

#[test]
fn forms_that_lie_here_stay_the_same_form() {
    let postings = fs::read_dir(Path::new(TEMPLATES).join("postings")).unwrap();
    let forms = postings.map(|it| it.unwrap().path().join("application-form.docx"));
    let forms: Vec<_> = forms.filter(|it| it.exists()).collect();
    assert!(!forms.is_empty());
    for path in forms {
        check_marked(&fs::read(path).unwrap());
    }
}

#[test]
fn blanks_of_every_kind_are_marked() {
    let underlined = concat!(
        "<w:p><w:r><w:t>Nickname: </w:t></w:r><w:r><w:rPr><w:u w:val=\"single\"/></w:rPr>",
        "<w:t xml:space=\"preserve\">            </w:t></w:r></w:p>",
    );
    let form_field = concat!(
        "<w:p><w:r><w:t xml:space=\"preserve\">Hobby: </w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\">",
        "<w:ffData><w:name w:val=\"T1\"/><w:enabled/><w:textInput/></w:ffData></w:fldChar></w:r>",
        "<w:r><w:instrText> FORMTEXT </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>",
        "<w:r><w:t>     </w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>",
    );
    let controls = concat!(
        "<w:p><w:r><w:t xml:space=\"preserve\">Motto: </w:t></w:r><w:sdt><w:sdtPr><w:showingPlcHdr/><w:text/></w:sdtPr>",
        "<w:sdtContent><w:r><w:t>Click here</w:t></w:r></w:sdtContent></w:sdt></w:p>",
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Pet</w:t></w:r></w:p></w:tc><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>",
        "<w:tc><w:p><w:r><w:t>Click here</w:t></w:r></w:p></w:tc></w:sdtContent></w:sdt></w:tr></w:tbl>",
    );
    let check = |on: &str| {
        format!(
            concat!(
                "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:checkBox><w:default w:val=\"{}\"/></w:checkBox></w:ffData></w:fldChar></w:r>",
                "<w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
            ),
            on
        )
    };
    let legacy = format!(
        "<w:p><w:r><w:t>Relocate: </w:t></w:r>{}<w:r><w:t>Yes </w:t></w:r>{}<w:r><w:t>No</w:t></w:r></w:p>",
        check("0"),
        check("0")
    );
    let body = [
        table(&[&["姓名", "", "性别", ""], &["Name", "", "Phone", ""]]),
        table(&[&["起止时间", "学校", "专业"], &["", "", ""], &["", "", ""]]),
        table(&[&["Gender", "□ Male □ Female"], &["Photo", ""], &["Signature", ""]]),
        p("Full name: ______  E-mail: ______ end"),
        p("地址：<![CDATA[________]]> 邮编："),
        p("出生日期：____年__月__日"),
        p("Married（  ） Single（  ）"),
        p("Visa: Yes / No"),
        p("Favourite colour:"),
        underlined.to_owned(),
        p("Describe your research interests:"),
        p(""),
        form_field.to_owned(),
        controls.to_owned(),
        legacy,
        p("Signature: ________  Date: ________"),
    ]
    .concat();
    let words = check_marked(&file(&body));
    let all: Vec<&str> = words.keys().map(String::as_str).collect();
    for expected in [
        "blank.t0r0c1",
        "blank.t1r1c0.r0c1",
        "blank.t1r1c0.r1c2",
        "blank.p18k0.o1",
        "blank.t2r1c1",
        "blank.t3r0c1",
        "blank.s1p0n0",
    ] {
        assert!(all.contains(&expected), "{expected} is not in {all:#?}");
    }
    let options = all.iter().filter(|it| it.contains(".o1")).count();
    assert!(options >= 4, "{all:#?}");
}

#[test]
fn a_text_box_is_marked_in_the_copy_that_is_drawn() {
    let inside = format!("<w:txbxContent>{}</w:txbxContent>", p("Name: ______"));
    let body = format!(
        concat!(
            "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:inline><wps:txbx>{0}</wps:txbx></wp:inline></w:drawing></mc:Choice>",
            "<mc:Fallback><w:pict><v:roundrect style=\"width:9pt;background:url(x)\"><v:textbox>{0}</v:textbox></v:roundrect></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>",
        ),
        inside
    );
    check_marked(&file(&body));
    let marked = mark(&open(&file(&body))).unwrap();
    let shown = part(&show(marked.bytes).unwrap(), "word/document.xml");
    assert_eq!(shown.matches("blank.p1n0.from").count(), 1);
    assert!(shown.contains("<v:rect style=\"width:9pt\"><v:textbox>"), "{shown}");
    assert!(shown.contains("</v:textbox></v:rect></w:pict></w:r></w:p>"), "{shown}");
}

#[test]
fn a_text_box_without_an_older_copy_gets_one() {
    let body = format!(
        concat!(
            "<w:p><w:r><w:drawing><wp:anchor><wp:extent cx=\"127000\" cy=\"254000\"/><wps:wsp><wps:txbx>",
            "<w:txbxContent>{}</w:txbxContent></wps:txbx></wps:wsp></wp:anchor></w:drawing></w:r></w:p>",
        ),
        p("Name: ______")
    );
    check_marked(&file(&body));
    let shown = part(&show(file(&body)).unwrap(), "word/document.xml");
    let expected = concat!(
        "<w:r><w:pict><v:rect xmlns:v=\"urn:schemas-microsoft-com:vml\" style=\"width:10.0pt;height:20.0pt\">",
        "<v:textbox><w:txbxContent><w:p>",
    );
    assert!(shown.contains(expected), "{shown}");
}

/// That `body` is shown as `expected`.
#[track_caller]
fn check_shown(body: &str, expected: &str) {
    let shown = part(&show(file(body)).unwrap(), "word/document.xml");
    let start = shown.find("<w:body>").unwrap() + "<w:body>".len();
    assert_eq!(shown[start..].trim_end_matches("</w:body></w:document>"), expected);
}

#[test]
fn rows_and_cells_come_out_of_their_controls() {
    check_shown(
        "<w:tbl><w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent><w:tr><w:sdt><w:sdtContent><w:tc><w:p/></w:tc></w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt></w:tbl>",
        "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>",
    );
}

#[test]
fn legacy_fields_show_what_they_remember() {
    let field = |data: &str| {
        format!(
            "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData>{data}</w:ffData></w:fldChar><w:instrText>x</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
        )
    };
    let say =
        |words: &str| format!("<w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r><w:r></w:r>");
    for (data, words) in [
        ("<w:checkBox/>", "☐"),
        ("<w:checkBox><w:default w:val=\"1\"/></w:checkBox>", "☒"),
        ("<w:checkBox><w:default w:val=\"1\"/><w:checked w:val=\"0\"/></w:checkBox>", "☐"),
        ("<w:checkBox><w:checked/></w:checkBox>", "☒"),
        (
            "<w:ddList><w:result w:val=\"1\"/><w:listEntry w:val=\"A\"/><w:listEntry w:val=\"B\"/></w:ddList>",
            "B",
        ),
    ] {
        check_shown(&format!("<w:p>{}</w:p>", field(data)), &format!("<w:p>{}</w:p>", say(words)));
    }
}

#[test]
fn symbols_become_characters() {
    check_shown(
        "<w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/><w:sym w:font=\"Wingdings 2\" w:char=\"00A3\"/></w:r></w:p>",
        "<w:p><w:r><w:t xml:space=\"preserve\">☑</w:t><w:t xml:space=\"preserve\">☐</w:t></w:r></w:p>",
    );
    check_shown(
        "<w:p><w:r><w:rPr><w:rFonts w:ascii=\"Wingdings\"/></w:rPr><w:t>o \u{f0a8}</w:t></w:r></w:p>",
        "<w:p><w:r><w:rPr><w:rFonts w:ascii=\"Wingdings\"/></w:rPr><w:t>□ ☐</w:t></w:r></w:p>",
    );
}

#[test]
fn nothing_of_the_file_becomes_part_of_the_page() {
    // The reader would paste this code as it is.
    check_shown(
        "<w:p><w:r><w:sym w:font=\"Arial\" w:char=\"41;&lt;img src=x>\"/></w:r></w:p>",
        "<w:p><w:r><w:t xml:space=\"preserve\">▪</w:t></w:r></w:p>",
    );
    check_shown(
        "<w:p><w:hyperlink r:id=\"r9\"><w:r><w:t>link</w:t></w:r></w:hyperlink><w:bookmarkStart w:id=\"0\" w:name=\"app\"/><w:bookmarkEnd w:id=\"0\"/></w:p><w:altChunk r:id=\"r9\"/>",
        "<w:p><w:r><w:t>link</w:t></w:r></w:p>",
    );
    check_shown(
        "<w:p><w:r><w:t>a</w:t><w:drawing><wp:inline><a:blip r:embed=\"r4\"/></wp:inline></w:drawing></w:r></w:p>",
        "<w:p><w:r><w:t>a</w:t></w:r><w:r></w:r></w:p>",
    );
    let shown = show(file("")).unwrap();
    let styles = part(&shown, "word/styles.xml");
    assert!(styles.contains("<w:color w:val=\"\"/><w:rFonts w:ascii=\"Arial\"/>"), "{styles}");
    assert!(part(&shown, "word/numbering.xml").contains("w:val=\"•\""));
}

#[test]
fn bookmarks_that_pass_for_marks_are_not_taken_over() {
    let body = p("Name: ______").replace(
        "<w:p>",
        "<w:p><w:bookmarkStart w:id=\"7\" w:name=\"blank.p0n0.from\"/><w:bookmarkEnd w:id=\"7\"/>",
    );
    check_marked(&file(&body));
    let marked = part(&mark(&open(&file(&body))).unwrap().bytes, "word/document.xml");
    let expected = concat!(
        "<w:p><w:bookmarkEnd w:id=\"7\"/><w:r><w:t xml:space=\"preserve\">Name: </w:t></w:r>",
        "<w:bookmarkStart w:id=\"8\" w:name=\"blank.p0n0.from\"/><w:bookmarkEnd w:id=\"8\"/>",
        "<w:r><w:t xml:space=\"preserve\">______</w:t></w:r>",
        "<w:bookmarkStart w:id=\"9\" w:name=\"blank.p0n0.to\"/><w:bookmarkEnd w:id=\"9\"/></w:p>",
    );
    assert!(marked.contains(expected), "{marked}");
}
