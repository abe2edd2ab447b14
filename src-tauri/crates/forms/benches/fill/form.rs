//! A form of two pages in two languages with thirty blanks, as Word would save it.

use std::io::{Cursor, Write as _};

use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

/// The part that holds the text.
pub(crate) const MAIN: &str = "word/document.xml";

/// What it asks: thirty plain questions.
pub(crate) const LABELS: [(&str, &str); 30] = [
    ("Name", "姓名"),
    ("Gender", "性别"),
    ("Date of Birth", "出生日期"),
    ("Nationality", "国籍"),
    ("Native Place", "籍贯"),
    ("Ethnic Group", "民族"),
    ("Political Status", "政治面貌"),
    ("Marital Status", "婚姻状况"),
    ("ID Number", "身份证号"),
    ("Passport Number", "护照号码"),
    ("E-mail", "电子邮箱"),
    ("Mobile Phone", "手机号码"),
    ("Mailing Address", "通讯地址"),
    ("Postcode", "邮政编码"),
    ("WeChat", "微信号"),
    ("Personal Website", "个人主页"),
    ("University", "毕业院校"),
    ("Department", "院系"),
    ("Major", "专业"),
    ("Degree", "学位"),
    ("Graduation Date", "毕业时间"),
    ("GPA", "平均绩点"),
    ("Advisor", "导师姓名"),
    ("Advisor's E-mail", "导师邮箱"),
    ("Research Interests", "研究方向"),
    ("English Level", "英语水平"),
    ("Computer Skills", "计算机水平"),
    ("Available From", "可到岗时间"),
    ("Specialties", "特长"),
    ("Hobbies", "兴趣爱好"),
];

const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/></Types>"#;
const PACKAGE: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;
const DOCUMENT: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/></Relationships>"#;
const SETTINGS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/></w:settings>"#;

const STYLE: &str = r#"<w:style w:type="paragraph" w:customStyle="1" w:styleId="Form@"><w:name w:val="Form @"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:before="@" w:line="360" w:lineRule="auto"/></w:pPr><w:rPr><w:sz w:val="21"/></w:rPr></w:style>"#;

const OPEN: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>"#;
const TABLE: &str = r#"<w:tbl><w:tblPr><w:tblW w:w="9860" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="2130"/><w:gridCol w:w="2800"/><w:gridCol w:w="2130"/><w:gridCol w:w="2800"/></w:tblGrid>"#;
const LABEL: &str = r#"<w:tc><w:tcPr><w:tcW w:w="2130" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr><w:p w:rsidR="00A77427" w:rsidRPr="00E3145C" w:rsidRDefault="007F1D13" w:rsidP="00E3145C"><w:pPr><w:spacing w:line="360" w:lineRule="auto"/><w:jc w:val="center"/><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="宋体" w:hint="eastAsia"/><w:sz w:val="21"/><w:szCs w:val="21"/></w:rPr></w:pPr><w:r w:rsidRPr="00E3145C"><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="宋体" w:hint="eastAsia"/><w:sz w:val="21"/><w:szCs w:val="21"/></w:rPr><w:t xml:space="preserve">{zh} </w:t></w:r><w:r><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="宋体"/><w:sz w:val="18"/><w:szCs w:val="21"/></w:rPr><w:t>{en}</w:t></w:r></w:p></w:tc>"#;
const BLANK: &str = r#"<w:tc><w:tcPr><w:tcW w:w="2800" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr><w:p w:rsidR="00A77427" w:rsidRPr="00E3145C" w:rsidRDefault="00A77427" w:rsidP="00E3145C"><w:pPr><w:spacing w:line="360" w:lineRule="auto"/><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="宋体" w:hint="eastAsia"/><w:sz w:val="21"/><w:szCs w:val="21"/></w:rPr></w:pPr>{run}</w:p></w:tc>"#;
const ADVICE: &str = r#"<w:p w:rsidR="00A77427" w:rsidRDefault="007F1D13"><w:pPr><w:spacing w:after="120"/><w:rPr><w:sz w:val="18"/></w:rPr></w:pPr><w:r><w:rPr><w:rFonts w:eastAsia="宋体" w:hint="eastAsia"/><w:sz w:val="18"/></w:rPr><w:t>请如实填写，字迹清楚。</w:t></w:r><w:r><w:rPr><w:sz w:val="18"/></w:rPr><w:t xml:space="preserve"> Please write clearly and leave out what does not apply to you.</w:t></w:r></w:p>"#;
const CLOSE: &str = r#"<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1020" w:bottom="1440" w:left="1020" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr></w:body></w:document>"#;

/// The form, with `mark(number)` standing in each blank.
pub(crate) fn form(mark: impl Fn(usize) -> String) -> Vec<u8> {
    let parts = [
        ("[Content_Types].xml", TYPES.to_owned()),
        ("_rels/.rels", PACKAGE.to_owned()),
        (MAIN, document(mark)),
        ("word/_rels/document.xml.rels", DOCUMENT.to_owned()),
        ("word/styles.xml", styles()),
        ("word/settings.xml", SETTINGS.to_owned()),
    ];
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, content) in parts {
        zip.start_file(name, options).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn document(mark: impl Fn(usize) -> String) -> String {
    let mut out = OPEN.to_owned() + TABLE;
    for (number, (en, zh)) in LABELS.iter().enumerate() {
        let words = mark(number);
        let run = if words.is_empty() { words } else { format!("<w:r><w:t>{words}</w:t></w:r>") };
        let cells = LABEL.replace("{zh}", zh).replace("{en}", en) + &BLANK.replace("{run}", &run);
        let (before, after) = if number % 2 == 0 { ("<w:tr>", "") } else { ("", "</w:tr>") };
        out += &[before, &cells, after].concat();
    }
    out + "</w:tbl>" + &ADVICE.repeat(24) + CLOSE
}

/// As many styles as Word saves with a plain document.
fn styles() -> String {
    let mut out = String::from(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>"#,
    );
    for number in 1..120 {
        out += &STYLE.replace('@', &number.to_string());
    }
    out + "</w:styles>"
}
