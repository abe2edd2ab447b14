//! Workbooks of our own, made of a few lines each: found, filled, read again.

mod controls;
mod detect;
mod grid;
mod write;

use std::{collections::BTreeMap, fmt::Write as _, io::Write as _};

use jiff::civil::date;
use ooxml::{Package, PartName};
use zip::{ZipWriter, write::SimpleFileOptions};

use crate::{
    Confidence, Dictionary, Field, Filled, Form, Given, Plan, Release, Settings,
    sheet::{book::Book, page::Value, place::At},
};

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const STRICT: &str = "http://purl.oclc.org/ooxml/spreadsheetml/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const STRICT_RELATIONS: &str = "http://purl.oclc.org/ooxml/officeDocument/relationships";

/// Styles: 0 plain and locked, 1 unlocked, 2 unlocked with a date, 3 framed,
/// 4 framed with a date, 5 unlocked with numbers.
const STYLES: &str = concat!(
    r#"<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy/mm/dd"/></numFmts>"#,
    r#"<fills><fill><patternFill patternType="none"/></fill></fills><borders><border/>"#,
    r#"<border><left style="thin"/><right style="thin"/></border></borders><cellXfs><xf/>"#,
    r#"<xf applyProtection="1"><protection locked="0"/></xf>"#,
    r#"<xf numFmtId="164"><protection locked="0"/></xf><xf borderId="1"/>"#,
    r#"<xf borderId="1" numFmtId="14"/><xf numFmtId="2"><protection locked="0"/></xf></cellXfs>"#,
);

/// A sheet to be zipped.
#[derive(Debug, Clone, Default)]
pub(super) struct Sheet {
    name: &'static str,
    state: &'static str,
    /// What stands inside `sheetData`.
    rows: String,
    /// What stands before it and after it.
    before: String,
    after: String,
    /// Relationships: id, kind, target.
    relations: Vec<(&'static str, &'static str, &'static str)>,
}

impl Sheet {
    fn new(name: &'static str, rows: impl Into<String>) -> Self {
        Self { name, rows: rows.into(), ..Self::default() }
    }

    fn hidden(self) -> Self {
        Self { state: "hidden", ..self }
    }

    fn after(mut self, xml: &str) -> Self {
        self.after.push_str(xml);
        self
    }

    /// Protects its locked cells.
    fn protected(self) -> Self {
        self.after(r#"<sheetProtection sheet="1" selectLockedCells="1"/>"#)
    }

    fn list(self, cells: &str, formula: &str) -> Self {
        self.after(&format!(
            "<dataValidations><dataValidation type=\"list\" sqref=\"{cells}\">\
             <formula1>{formula}</formula1></dataValidation></dataValidations>"
        ))
    }
}

/// How a workbook is spelled.
#[derive(Debug, Clone)]
pub(super) struct Workbook {
    sheets: Vec<Sheet>,
    prefix: &'static str,
    is_strict: bool,
    properties: &'static str,
    /// What follows the sheets in the workbook's own part.
    rest: String,
    strings: String,
    parts: Vec<(&'static str, String)>,
}

impl Workbook {
    fn new(sheets: Vec<Sheet>) -> Self {
        Self {
            sheets,
            prefix: "",
            is_strict: false,
            properties: "",
            rest: String::new(),
            strings: String::new(),
            parts: Vec::new(),
        }
    }

    fn bytes(&self) -> Vec<u8> {
        let (main, relations) =
            if self.is_strict { (STRICT, STRICT_RELATIONS) } else { (MAIN, RELATIONS) };
        let prefix = self.prefix;
        let bind = match prefix.strip_suffix(':') {
            Some(prefix) => format!("xmlns:{prefix}=\"{main}\""),
            None => format!("xmlns=\"{main}\""),
        };
        let spelled = |xml: &str| {
            if prefix.is_empty() {
                return xml.to_owned();
            }
            let open = xml.replace('<', &format!("<{prefix}"));
            open.replace(&format!("<{prefix}/"), &format!("</{prefix}"))
        };
        let part = |root: &str, inner: &str| {
            format!(
                "<?xml version=\"1.0\"?>\n<{prefix}{root} {bind} xmlns:r=\"{relations}\">\
                 {}</{prefix}{root}>",
                spelled(inner)
            )
        };
        let related = |list: &[(String, String, String)]| {
            let mut lines = String::new();
            for (id, kind, target) in list {
                write!(
                    lines,
                    "<Relationship Id=\"{id}\" Type=\"{relations}/{kind}\" Target=\"{target}\"/>"
                )
                .unwrap();
            }
            format!(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/\
                 relationships\">{lines}</Relationships>"
            )
        };
        let owned = |a: &str, b: &str, c: &str| (a.to_owned(), b.to_owned(), c.to_owned());
        let mut parts: Vec<(String, String)> = vec![
            (
                "[Content_Types].xml".into(),
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
                 <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
                 <Default Extension=\"vml\" ContentType=\"application/vml\"/>\
                 <Default Extension=\"rels\" ContentType=\"application/\
                 vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\"\
                 ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.\
                 sheet.main+xml\"/></Types>"
                    .replace("\"ContentType", "\" ContentType"),
            ),
            (
                "_rels/.rels".into(),
                related(&[owned("rId1", "officeDocument", "xl/workbook.xml")]),
            ),
        ];
        let mut listed = String::new();
        let mut links = vec![
            owned("rIdS", "styles", "styles.xml"),
            owned("rIdT", "sharedStrings", "sharedStrings.xml"),
        ];
        for (number, sheet) in self.sheets.iter().enumerate() {
            let state = match sheet.state {
                "" => String::new(),
                state => format!(" state=\"{state}\""),
            };
            let id = number + 1;
            write!(
                listed,
                "<sheet name=\"{}\" sheetId=\"{id}\"{state} r:id=\"rId{id}\"/>",
                sheet.name
            )
            .unwrap();
            links.push(owned(
                &format!("rId{id}"),
                "worksheet",
                &format!("worksheets/sheet{id}.xml"),
            ));
            let inner =
                format!("{}<sheetData>{}</sheetData>{}", sheet.before, sheet.rows, sheet.after);
            parts.push((format!("xl/worksheets/sheet{id}.xml"), part("worksheet", &inner)));
            let own: Vec<_> = sheet.relations.iter().map(|(a, b, c)| owned(a, b, c)).collect();
            if !own.is_empty() {
                parts.push((format!("xl/worksheets/_rels/sheet{id}.xml.rels"), related(&own)));
            }
        }
        let book = format!("{}<sheets>{listed}</sheets>{}", self.properties, self.rest);
        parts.push(("xl/workbook.xml".into(), part("workbook", &book)));
        parts.push(("xl/_rels/workbook.xml.rels".into(), related(&links)));
        parts.push(("xl/styles.xml".into(), part("styleSheet", STYLES)));
        parts.push(("xl/sharedStrings.xml".into(), part("sst", &self.strings)));
        parts.extend(self.parts.iter().map(|(name, text)| ((*name).to_owned(), text.clone())));
        let mut zip = ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for (name, text) in parts {
            zip.start_file(name, SimpleFileOptions::default()).unwrap();
            zip.write_all(text.as_bytes()).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    fn form(&self) -> Form {
        Form::open(self.bytes(), Dictionary::shipped()).unwrap()
    }
}

/// Rows of words; a word of `_` is a framed blank, an empty one no cell at all.
pub(super) fn framed(rows: &[&[&str]]) -> String {
    rows_of(rows, 3, 3)
}

/// Rows of words, locked; a word of `_` is an unlocked blank.
pub(super) fn locked(rows: &[&[&str]]) -> String {
    rows_of(rows, 0, 1)
}

fn rows_of(rows: &[&[&str]], printed: usize, blank: usize) -> String {
    let mut out = String::new();
    for (row, cells) in rows.iter().enumerate() {
        let row = u32::try_from(row).unwrap();
        write!(out, "<row r=\"{}\">", row + 1).unwrap();
        for (column, words) in cells.iter().enumerate() {
            let at = At::new(row, u32::try_from(column).unwrap());
            let cell = match *words {
                "" => String::new(),
                "_" => format!("<c r=\"{at}\" s=\"{blank}\"/>"),
                "_d" => format!("<c r=\"{at}\" s=\"{}\"/>", blank + 1),
                words => format!(
                    "<c r=\"{at}\" s=\"{printed}\" t=\"inlineStr\"><is><t>{words}</t></is></c>"
                ),
            };
            out.push_str(&cell);
        }
        out += "</row>";
    }
    out
}

pub(super) fn labels(form: &Form) -> Vec<(&str, &str)> {
    form.fields().iter().map(|it| (it.id.0.as_str(), it.label.as_str())).collect()
}

#[track_caller]
pub(super) fn field<'a>(form: &'a Form, id: &str) -> &'a Field {
    form.fields().iter().find(|it| it.id.0 == id).unwrap_or_else(|| {
        panic!("no field {id} among {:?}", labels(form));
    })
}

/// Fills a form with answers of the candidate's, and nothing else.
pub(super) fn filled(form: &Form, answers: &str) -> Filled {
    let mut settings = Settings::new(date(2026, 9, 1));
    settings.answers = Given::parse_all(answers).unwrap();
    settings.accept = Confidence::Sure;
    settings.release = Release::None;
    let profile = profile::Profile::default();
    let plan = Plan::new(form.fields(), &profile, Dictionary::shipped(), &settings).unwrap();
    crate::fill(form, &plan.approve()).unwrap()
}

/// What a filled workbook holds in a cell of a sheet.
pub(super) fn value(filled: &Filled, page: usize, at: &str) -> Value {
    let book = Book::open(&Package::open(filled.bytes.clone()).unwrap()).unwrap();
    book.pages[page].value(At::parse(at).unwrap()).clone()
}

pub(super) fn text(words: &str) -> Value {
    Value::Text(words.to_owned())
}

/// A part's text.
pub(super) fn part(bytes: &[u8], name: &str) -> String {
    let package = Package::open(bytes.to_vec()).unwrap();
    String::from_utf8(package.part(&PartName::new(name).unwrap()).unwrap()).unwrap()
}

/// The names of the parts that differ.
pub(super) fn changed(before: &[u8], after: &[u8]) -> Vec<String> {
    let parts = |bytes: &[u8]| {
        let package = Package::open(bytes.to_vec()).unwrap();
        let names: Vec<PartName> = package.parts().cloned().collect();
        let texts = names.into_iter().map(|it| (it.to_string(), package.part(&it).unwrap()));
        texts.collect::<BTreeMap<_, _>>()
    };
    let (before, after) = (parts(before), parts(after));
    assert!(before.keys().eq(after.keys()), "no part comes or goes");
    before.into_iter().filter(|(name, text)| after[name] != *text).map(|it| it.0).collect()
}
