//! How long it takes to open a package, change its main part and save it.
//!
//! The floor is what no program can do without: read the archive, unpack one
//! part, pack it again, copy the rest raw. It is measured with the zip crate,
//! which checks less. What we take beyond it is the price of the safety checks
//! and of the XML tree.

#![expect(clippy::unwrap_used, reason = "a benchmark that cannot run should stop")]

use std::{
    hint::black_box,
    io::{Cursor, Read, Write},
};

use criterion::{Criterion, criterion_group, criterion_main};
use ooxml::{Changes, Edit, Ns, Package, splice};
use zip::{CompressionMethod, ZipArchive, ZipWriter, write::SimpleFileOptions};

const MAIN: &str = "word/document.xml";
const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;
const ROOT: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;

const ROW: &str = r#"<w:tr w:rsidR="@"><w:tc><w:tcPr><w:tcW w:w="2130" w:type="dxa"/></w:tcPr><w:p w:rsidR="@"><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:rFonts w:hint="eastAsia"/><w:sz w:val="21"/></w:rPr><w:t>姓名 @</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:tcW w:w="6390" w:type="dxa"/></w:tcPr><w:p w:rsidR="@"/></w:tc></w:tr>"#;

/// A table of labels and blanks, as large as a form of several pages.
fn document() -> String {
    let mut out = String::from(
        r#"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:tbl>"#,
    );
    for row in 0..400_u32 {
        let label = row.wrapping_mul(2_654_435_761).to_string();
        out += &ROW.replace('@', &label);
    }
    out + "</w:tbl></w:body></w:document>"
}

/// A package as Word writes them: the document, what belongs to it, a picture.
fn package() -> Vec<u8> {
    let mut state = 1_u32;
    let mut noise = |count: usize| -> Vec<u8> {
        let next = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            state.to_be_bytes()[0]
        };
        std::iter::repeat_with(next).take(count).collect()
    };
    let parts = [
        ("[Content_Types].xml", TYPES.as_bytes().to_vec()),
        ("_rels/.rels", ROOT.into()),
        (MAIN, document().into_bytes()),
        ("word/styles.xml", document().into_bytes()),
        ("word/theme/theme1.xml", document().into_bytes()),
        ("word/media/image1.png", noise(60_000)),
        ("docProps/app.xml", b"<Properties/>".to_vec()),
    ];
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, content) in parts {
        zip.start_file(name, options).unwrap();
        zip.write_all(&content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// Raw copies, and one part unpacked and packed again.
fn floor(bytes: &[u8]) -> Vec<u8> {
    let mut old = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut new = ZipWriter::new(Cursor::new(Vec::with_capacity(bytes.len() + 4096)));
    for index in 0..old.len() {
        let raw = old.by_index_raw(index).unwrap();
        if raw.name().unwrap() != MAIN {
            new.raw_copy_file(raw).unwrap();
            continue;
        }
        let options = raw.options();
        drop(raw);
        let mut content = Vec::new();
        old.by_index(index).unwrap().read_to_end(&mut content).unwrap();
        new.start_file(MAIN, options).unwrap();
        new.write_all(&content).unwrap();
    }
    new.finish().unwrap().into_inner()
}

/// Open with every check, find the blanks, fill them, save.
fn fill(bytes: &[u8]) -> Vec<u8> {
    let package = Package::open(bytes.to_vec()).unwrap();
    let main = package.main_part();
    let tree = package.tree(main).unwrap();
    let blanks = tree
        .descendants(tree.root())
        .filter(|it| tree.is(*it, Ns::W, "p") && tree.is_self_closed(*it));
    let edits: Vec<Edit> =
        blanks.map(|it| tree.append(it, "<w:r><w:t>李子涵</w:t></w:r>")).collect();
    let mut changes = Changes::new();
    changes.replace(main, splice(tree.source(), &edits).unwrap());
    package.save(&changes).unwrap()
}

fn save(criterion: &mut Criterion) {
    let bytes = package();
    let mut group = criterion.benchmark_group("package");
    group.bench_function("floor", |it| it.iter(|| floor(black_box(&bytes))));
    group
        .bench_function("open", |it| it.iter(|| Package::open(black_box(&bytes).clone()).unwrap()));
    group.bench_function("open, fill, save", |it| it.iter(|| fill(black_box(&bytes))));
    group.finish();
}

criterion_group!(benches, save);
criterion_main!(benches);
