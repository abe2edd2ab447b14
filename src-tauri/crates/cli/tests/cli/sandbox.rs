//! A folder of its own for each test, with a profile, a form and CVs of an
//! invented candidate, and the program to run there.

use std::{
    fmt::Write as _,
    fs,
    io::{Cursor, Write as _},
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use tempfile::TempDir;
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

pub(crate) const TODAY: &str = "2026-03-01";

pub(crate) const PROFILE: &str = r#"{
  "schemaVersion": 1,
  "basics": {
    "name": {"en": "Mei Ling", "zh": "凌梅"},
    "gender": "female",
    "birthDate": "2001-05-06",
    "email": "mei@example.com",
    "phone": "+86 138 0013 8000"
  },
  "education": [{
    "institution": {"en": "Example University", "zh": "示例大学"},
    "major": {"en": "Computer Science", "zh": "计算机科学与技术"},
    "level": "doctor", "state": "inProgress", "startDate": "2024-09", "endDate": "2029-06"
  }],
  "publications": [{
    "title": "Trusting Nothing", "venue": "USENIX Security", "date": "2025-08", "status": "published"
  }],
  "availability": {"from": "2026-06-01", "until": "2026-12-31", "type": "fullTime"}
}"#;

pub(crate) const CV_EN: &str = "Mei Ling\n\nI am a doctoral student in computer science at Example \
University. My research is about how computers that do not trust each other can work together. I \
have built a storage system that survives the failure of most of its parts, and measured it.\n";

pub(crate) const CV_ZH: &str = "凌梅\n\n我是示例大学计算机科学与技术专业的博士研究生，研究互不信任的计算机如何协同工作。\
我实现了一个在大部分节点失效时仍能正常服务的存储系统，并对其性能进行了测量。曾获得奖学金，熟悉系统编程。\n";

/// The candidate's folder.
pub(crate) struct Sandbox(TempDir);

impl Sandbox {
    /// A folder with `profile.json`, `form.docx`, `cv-en.txt` and `cv-zh.txt`.
    pub(crate) fn new() -> Self {
        let sandbox = Self(tempfile::tempdir().unwrap());
        sandbox.put("profile.json", PROFILE);
        sandbox.put("form.docx", form(&[("Email", true), ("Gender", false)]));
        sandbox.put("cv-en.txt", CV_EN);
        sandbox.put("cv-zh.txt", CV_ZH);
        sandbox
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(crate) fn put(&self, name: &str, content: impl AsRef<[u8]>) {
        fs::File::create(self.path(name)).unwrap().write_all(content.as_ref()).unwrap();
    }

    /// What lies in the folder, or in one of its folders.
    pub(crate) fn names(&self, folder: &str) -> Vec<String> {
        let entries = fs::read_dir(self.path(folder)).unwrap();
        let mut names: Vec<_> =
            entries.map(|it| it.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// Runs the program in the folder. No keyring can be reached, and what programs keep of
    /// their own lies in `data`.
    pub(crate) fn run(&self, arguments: &[&str]) -> Said {
        let mut command = Command::new(env!("CARGO_BIN_EXE_candidacy"));
        command.current_dir(self.0.path()).args(arguments).args(["--today", TODAY]);
        command.env_remove("DBUS_SESSION_BUS_ADDRESS").env_remove("DISPLAY");
        command.env("XDG_RUNTIME_DIR", self.0.path()).env("XDG_DATA_HOME", self.path("data"));
        command.stdin(Stdio::null());
        Said::from(command.output().unwrap())
    }

    /// Runs `bundle` for the Trustworthy Systems posting, with more arguments.
    pub(crate) fn bundle(&self, more: &[&str]) -> Said {
        let usual =
            ["bundle", "--posting", "msra-trustworthy-systems", "--profile", "profile.json"];
        // Whether this computer has LibreOffice must not matter here.
        self.run(&[&usual[..], &["--no-pdf", "--out", "out"], more].concat())
    }
}

/// What the program said.
#[derive(Debug)]
pub(crate) struct Said {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl From<Output> for Said {
    fn from(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Self {
            code: output.status.code().unwrap_or(-1),
            out: text(output.stdout),
            err: text(output.stderr),
        }
    }
}

impl Said {
    /// The JSON on the standard output.
    #[track_caller]
    pub(crate) fn json(&self) -> serde_json::Value {
        assert_eq!(self.code, 0, "{self:#?}");
        serde_json::from_str(&self.out).unwrap()
    }

    /// It could not be done, and this was said of it: one line and a hint.
    #[track_caller]
    pub(crate) fn refused(&self, error: &str, hint: &str) {
        assert_eq!(self.err, format!("error: {error}\nhint: {hint}\n"), "{self:#?}");
        assert_eq!(self.code, 1, "{self:#?}");
    }
}

/// A Word form: a table of labels with blanks beside them, `*` where required.
pub(crate) fn form(labels: &[(&str, bool)]) -> Vec<u8> {
    let cell = |text: &str| {
        let run =
            if text.is_empty() { String::new() } else { format!("<w:r><w:t>{text}</w:t></w:r>") };
        format!("<w:tc><w:tcPr><w:tcW w:w=\"4000\"/></w:tcPr><w:p>{run}</w:p></w:tc>")
    };
    let mut rows = String::new();
    for (label, required) in labels {
        let mark = if *required { " *" } else { "" };
        write!(rows, "<w:tr>{}{}</w:tr>", cell(&format!("{label}{mark}")), cell("")).unwrap();
    }
    let grid =
        "<w:tblPr/><w:tblGrid><w:gridCol w:w=\"4000\"/><w:gridCol w:w=\"4000\"/></w:tblGrid>";
    package(
        &format!(
            "<w:p><w:r><w:t>Application form</w:t></w:r></w:p><w:tbl>{grid}{rows}</w:tbl><w:p/>"
        ),
        &[],
    )
}

/// A Word package around a body, with more parts.
pub(crate) fn package(body: &str, more: &[(&str, &str)]) -> Vec<u8> {
    const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="jpeg" ContentType="image/jpeg"/><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;
    const RELS: &str = r#"<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;
    let document = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>"#
    );
    let parts =
        [("[Content_Types].xml", TYPES), ("_rels/.rels", RELS), ("word/document.xml", &document)];
    zipped(parts.iter().chain(more))
}

/// An Excel form: labels in the first column, framed blanks in the second.
pub(crate) fn workbook(labels: &[&str]) -> Vec<u8> {
    const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"#;
    const RELS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
    const BOOK: &str = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Form" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
    const BOOK_RELS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="sheet.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;
    const STYLES: &str = r#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><borders><border/><border><left style="thin"/></border></borders><cellXfs><xf/><xf borderId="1"/></cellXfs></styleSheet>"#;
    let mut rows = String::new();
    for (row, label) in (1..).zip(labels) {
        let words = format!(r#"t="inlineStr"><is><t>{label}</t></is></c>"#);
        write!(rows, r#"<row r="{row}"><c r="A{row}" s="1" {words}<c r="B{row}" s="1"/></row>"#)
            .unwrap();
    }
    let sheet = format!(
        r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>"#
    );
    zipped(
        [
            ("[Content_Types].xml", TYPES),
            ("_rels/.rels", RELS),
            ("xl/workbook.xml", BOOK),
            ("xl/_rels/workbook.xml.rels", BOOK_RELS),
            ("xl/styles.xml", STYLES),
            ("xl/sheet.xml", &sheet),
        ]
        .iter(),
    )
}

fn zipped<'a>(parts: impl Iterator<Item = &'a (&'a str, &'a str)>) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(
            *name,
            SimpleFileOptions::default().compression_method(CompressionMethod::Stored),
        )
        .unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A PDF of one page with nothing but a drawing on it, as a scanner makes.
pub(crate) fn scan() -> Vec<u8> {
    let drawing = "0 0 200 200 re f\n";
    let stream = format!("<< /Length {} >>\nstream\n{drawing}endstream", drawing.len());
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> /Contents 4 0 R >>",
        &stream,
    ];
    let mut pdf = String::from("%PDF-1.4\n");
    let mut places = Vec::new();
    for (number, object) in (1..).zip(objects) {
        places.push(pdf.len());
        write!(pdf, "{number} 0 obj\n{object}\nendobj\n").unwrap();
    }
    let table = pdf.len();
    pdf.push_str("xref\n0 5\n0000000000 65535 f \n");
    for place in places {
        writeln!(pdf, "{place:010} 00000 n ").unwrap();
    }
    writeln!(pdf, "trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n{table}\n%%EOF").unwrap();
    pdf.into_bytes()
}

/// The bytes of a file.
pub(crate) fn bytes(path: &Path) -> Vec<u8> {
    fs::read(path).unwrap()
}
