//! From the text of a form to its Word file, made in memory.
//!
//! The notation is explained in `tests/forms/README.md`. It writes what Word
//! writes, as far as forms differ in it: runs, cells, merges, controls, legacy
//! fields, text boxes twice.

use std::{
    fmt::Write as _,
    io::{Cursor, Write as _},
};

use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

const NAMESPACES: &str = concat!(
    r#" xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#,
    r#" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml""#,
    r#" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006""#,
    r#" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape""#,
    r#" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing""#,
    r#" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main""#,
    r#" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships""#,
    r#" xmlns:v="urn:schemas-microsoft-com:vml""#,
);
const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;
const RELATIONSHIPS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;

/// The Word file of a form.
pub(super) fn docx(text: &str) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let document = document(text);
    let parts = [
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", RELATIONSHIPS),
        ("word/document.xml", &document),
    ];
    for (name, content) in parts {
        zip.start_file(name, options).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn document(text: &str) -> String {
    let mut body = String::new();
    let mut widths: Vec<u32> = Vec::new();
    let mut rows: Vec<&str> = Vec::new();
    for line in text.lines().chain([""]) {
        let line = line.trim_end();
        if line.starts_with('|') {
            rows.push(line);
            continue;
        }
        if !rows.is_empty() {
            body += &table(&rows, &std::mem::take(&mut widths));
            rows.clear();
        }
        if let Some(given) = line.strip_prefix("columns ") {
            widths = given.split_whitespace().map(|it| it.parse().unwrap()).collect();
        } else if let Some(heading) = line.strip_prefix("# ") {
            body += &paragraph(heading, "<w:jc w:val=\"center\"/>", "<w:b/><w:sz w:val=\"32\"/>");
        } else if line == "·" {
            body += "<w:p/>";
        } else if !line.is_empty() {
            body += &paragraph(line, "", "");
        }
    }
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document{NAMESPACES}><w:body>{body}<w:sectPr/></w:body></w:document>"
    )
}

/// A table, a line a row. A row may begin with its exact height: `|=360| … |`.
fn table(rows: &[&str], widths: &[u32]) -> String {
    let column = |it: &u32| format!("<w:gridCol w:w=\"{it}\"/>");
    let columns: String = widths.iter().map(column).collect();
    let mut xml = format!("<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid>");
    for row in rows {
        let mut row = row.trim_start_matches('|').trim_end_matches('|');
        let mut properties = String::new();
        if let Some((height, rest)) = row.strip_prefix('=').and_then(|it| it.split_once('|')) {
            let _ = write!(
                properties,
                "<w:trPr><w:trHeight w:val=\"{height}\" w:hRule=\"exact\"/></w:trPr>"
            );
            row = rest;
        }
        let mut column = 0;
        let cells: String = cells(row).map(|it| cell(it, widths, &mut column)).collect();
        let _ = write!(xml, "<w:tr>{properties}{cells}</w:tr>");
    }
    xml + "</w:tbl>"
}

/// The cells of a row: bars inside of `⟨…⟩` part nothing.
fn cells(row: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0;
    row.split(move |c: char| {
        match c {
            '⟨' => depth += 1,
            '⟩' => depth -= 1,
            _ => {}
        }
        c == '|' && depth == 0
    })
}

fn cell(words: &str, widths: &[u32], column: &mut usize) -> String {
    let mut words = words.trim();
    let mut properties = String::new();
    let mut span = 1;
    if let Some(rest) = words.strip_prefix('>') {
        let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        span = rest[..end].parse().unwrap();
        words = rest[end..].trim();
    }
    let width: u32 = widths.iter().skip(*column).take(span).sum();
    if width > 0 {
        let _ = write!(properties, "<w:tcW w:w=\"{width}\" w:type=\"dxa\"/>");
    }
    if span > 1 {
        let _ = write!(properties, "<w:gridSpan w:val=\"{span}\"/>");
    }
    *column += span;
    if words == "^" {
        words = "";
        properties += "<w:vMerge/>";
    } else if words == "v" || words.starts_with("v ") {
        words = words[1..].trim();
        properties += "<w:vMerge w:val=\"restart\"/>";
    }
    let blocks: String = words.split('¶').map(|it| block(it.trim())).collect();
    format!("<w:tc><w:tcPr>{properties}</w:tcPr>{blocks}</w:tc>")
}

/// A paragraph of a cell, or a table in it.
fn block(words: &str) -> String {
    let inner = words.strip_prefix("⟨table ").and_then(|it| it.strip_suffix('⟩'));
    let Some(inner) = inner else { return paragraph(words, "", "") };
    let row = |it: &str| format!("|{}|", it.replace(';', "|"));
    let rows: Vec<String> = inner.split('/').map(row).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    table(&rows, &[]) + "<w:p/>"
}

fn paragraph(words: &str, properties: &str, drawn: &str) -> String {
    let mut runs = String::new();
    let mut rest = words;
    while let Some((before, after)) = rest.split_once('⟨') {
        let (token, after) = after.split_once('⟩').unwrap();
        runs += &run(before, drawn);
        runs += &inline(token, drawn);
        rest = after;
    }
    runs += &run(rest, drawn);
    let properties = match properties {
        "" => String::new(),
        properties => format!("<w:pPr>{properties}</w:pPr>"),
    };
    format!("<w:p>{properties}{runs}</w:p>")
}

fn run(words: &str, drawn: &str) -> String {
    if words.is_empty() {
        return String::new();
    }
    let words = words.replace('&', "&amp;").replace('<', "&lt;");
    in_run(&format!("<w:t xml:space=\"preserve\">{words}</w:t>"), drawn)
}

fn in_run(content: &str, drawn: &str) -> String {
    let properties = match drawn {
        "" => String::new(),
        drawn => format!("<w:rPr>{drawn}</w:rPr>"),
    };
    format!("<w:r>{properties}{content}</w:r>")
}

/// What stands between `⟨` and `⟩`.
fn inline(token: &str, drawn: &str) -> String {
    const UNDERLINED: &str = "<w:u w:val=\"single\"/>";
    let (name, rest) = token.split_once(' ').unwrap_or((token, ""));
    match name {
        "u" => run(&" ".repeat(rest.parse().unwrap()), UNDERLINED),
        "tab" => in_run("<w:tab/>", UNDERLINED),
        "br" => in_run("<w:br/>", drawn),
        "split" => String::new(),
        "b" => run(rest, "<w:b/>"),
        "sym" => in_run(&format!("<w:sym w:font=\"Wingdings\" w:char=\"{rest}\"/>"), drawn),
        "tick" => control(
            "<w14:checkbox><w14:checked w14:val=\"0\"/><w14:checkedState w14:val=\"2612\" w14:font=\"MS Gothic\"/><w14:uncheckedState w14:val=\"2610\" w14:font=\"MS Gothic\"/></w14:checkbox>",
            "☐",
        ),
        "text" => control("<w:showingPlcHdr/><w:text/>", rest),
        "date" => control(
            "<w:showingPlcHdr/><w:date><w:dateFormat w:val=\"yyyy-MM-dd\"/><w:lid w:val=\"en-US\"/></w:date>",
            rest,
        ),
        "list" => {
            let (prompt, entries) = rest.split_once(':').unwrap();
            let entry = |it: &str| {
                let it = it.trim();
                format!("<w:listItem w:displayText=\"{it}\" w:value=\"{it}\"/>")
            };
            let entries: String = entries.split(';').map(entry).collect();
            control(
                &format!("<w:showingPlcHdr/><w:dropDownList>{entries}</w:dropDownList>"),
                prompt,
            )
        }
        "field" => field("<w:textInput/>", "FORMTEXT", "\u{2002}\u{2002}\u{2002}\u{2002}\u{2002}"),
        "fieldtick" => field(
            "<w:checkBox><w:sizeAuto/><w:default w:val=\"0\"/></w:checkBox>",
            "FORMCHECKBOX",
            "",
        ),
        "fieldlist" => {
            let entry = |it: &str| format!("<w:listEntry w:val=\"{}\"/>", it.trim());
            let entries: String = rest.split(';').map(entry).collect();
            field(&format!("<w:ddList>{entries}</w:ddList>"), "FORMDROPDOWN", "")
        }
        "box" => text_box(rest),
        _ => panic!("there is no ⟨{name}⟩"),
    }
}

fn control(properties: &str, words: &str) -> String {
    let content = run(words, "");
    format!("<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>")
}

fn field(data: &str, code: &str, result: &str) -> String {
    let mark = |kind: &str, inner: &str| {
        format!("<w:r><w:fldChar w:fldCharType=\"{kind}\">{inner}</w:fldChar></w:r>")
    };
    let data = format!("<w:ffData><w:name w:val=\"\"/><w:enabled/>{data}</w:ffData>");
    let code = format!("<w:r><w:instrText xml:space=\"preserve\"> {code} </w:instrText></w:r>");
    mark("begin", &data) + &code + &mark("separate", "") + &run(result, "") + &mark("end", "")
}

/// A text box as Word writes it: for new readers, and again for old ones.
fn text_box(words: &str) -> String {
    let content = format!("<w:txbxContent>{}</w:txbxContent>", paragraph(words, "", ""));
    format!(
        "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:inline><a:graphic><a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
}
