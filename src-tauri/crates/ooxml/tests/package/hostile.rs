//! Packages that mean harm by what is in them: bombs, names, XML, programs.
//!
//! Each is a good Word document but for one thing, so that it is refused for
//! that thing. The bars: at most a second, one line, naming what is wrong.

use std::time::{Duration, Instant};

use ooxml::{Error, Package};

use crate::archive::{
    Entry, archive, content_types, deflate, document, relationship, relationships, word,
};

/// Opens a package and reads its main part, as every caller does.
fn open(bytes: Vec<u8>) -> Result<(), Error> {
    let package = Package::open(bytes)?;
    package.tree(package.main_part())?;
    Ok(())
}

#[track_caller]
pub(crate) fn refused(bytes: Vec<u8>, because: &str) {
    let started = Instant::now();
    let error = open(bytes).expect_err(because).to_string();
    let took = started.elapsed();
    assert!(took < Duration::from_secs(1), "{because}: took {took:?}");
    assert!(error.contains(because), "expected `{because}` in: {error}");
    assert!(!error.contains('\n') && error.len() < 400, "{error}");
}

/// A good document with more entries.
pub(crate) fn word_and(entries: impl IntoIterator<Item = Entry>) -> Vec<u8> {
    archive(&word("").into_iter().chain(entries).collect::<Vec<_>>())
}

#[test]
fn the_document_they_are_made_from_is_fine() {
    open(word_and([Entry::stored("word/media/a.png", "x"), Entry::new("word/", "")])).unwrap();
}

#[test]
fn bombs() {
    let zeros = |megabytes: usize| vec![0; megabytes << 20];
    // One large part, one that grows too fast, and many that are large together.
    refused(word_and([Entry::new("a.bin", zeros(100))]), "`a.bin` would unpack to 100 MB");
    refused(
        word_and([Entry::new("a.bin", zeros(10))]),
        "`a.bin` would grow to more than 100 times",
    );
    let junk = vec![0x55; 700 << 10];
    let large = |number: u32| Entry::raw(format!("{number}.bin"), 8, junk.clone(), 60 << 20, 0);
    refused(word_and((0..5).map(large)), "it would unpack to 300 MB");
    // Sizes that lie: the main part is larger than it says, or smaller.
    let lying = |unpacked| {
        let content = document(&" ".repeat(8 << 20));
        let entry = Entry::raw("word/document.xml", 8, deflate(content.as_bytes()), unpacked, 0);
        archive(&[word("")[..2].to_vec(), vec![entry]].concat())
    };
    refused(lying(10), "unpacks to more than the 10 bytes it claims");
    refused(lying(500_000), "unpacks to more than the 500000 bytes it claims");
    let short = Entry::raw("word/document.xml", 8, deflate(b"<a/>"), 500_000, 0);
    refused(
        archive(&[word("")[..2].to_vec(), vec![short]].concat()),
        "unpacks to 4 bytes instead of 500000",
    );
    // Content types and relationships are read while opening, so they may not be large.
    let padding = |seed: u32| {
        let mut state = seed;
        let noise = std::iter::repeat_with(move || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            char::from(b'a' + u8::try_from(state >> 28).unwrap())
        });
        format!("<!--{}-->", noise.take(5 << 20).collect::<String>())
    };
    let rels = |name: &str| Entry::stored(name, relationships("") + &padding(1));
    let two = [rels("word/_rels/a.rels"), rels("word/_rels/b.rels")];
    refused(word_and(two), "content types and relationships exceed 8 MB");
}

#[test]
fn too_many_entries() {
    let many = |count: usize| (0..count).map(|number| Entry::stored(format!("{number}"), ""));
    open(word_and(many(997))).unwrap();
    refused(word_and(many(998)), "it claims 1001 entries");
    refused(word_and(many(60_000)), "it claims 60003 entries");
}

#[test]
fn names_that_leave_the_package() {
    for (name, because) in [
        ("../../evil", "leaves its folder"),
        ("word/../../evil", "leaves its folder"),
        ("word/./evil", "leaves its folder"),
        ("%2e%2e/evil", "leaves its folder"),
        ("..", "leaves its folder"),
        ("/etc/passwd", "starts at the root of the disk"),
        ("//server/share", "starts at the root of the disk"),
        ("..\\..\\evil", "holds a backslash"),
        ("\\\\server\\share", "holds a backslash"),
        ("word%5Cevil", "holds a backslash"),
        ("C:\\evil", "holds a backslash"),
        ("C:/evil", "starts with a drive letter"),
        ("c:evil", "starts with a drive letter"),
        ("word/a\0.xml", "holds a control character"),
        ("word/a%00.xml", "holds a control character"),
        ("word/a\nb.xml", "holds a control character"),
        ("word//a.xml", "has an empty segment"),
        ("", "is empty"),
        ("/", "starts at the root of the disk"),
    ] {
        refused(word_and([Entry::new(name, "x")]), because);
    }
}

#[test]
fn names_that_two_entries_share() {
    for name in
        ["word/document.xml", "WORD/Document.XML", "word/%64ocument.xml", "[content_types].XML"]
    {
        refused(word_and([Entry::new(name, "<a/>")]), "another entry has it already");
    }
}

#[test]
fn links_and_devices() {
    for (mode, name) in [(0o120_777_u32, "link"), (0o020_666, "character"), (0o010_644, "pipe")] {
        let entry = Entry::new(name, "/etc/passwd").with(|it| it.attributes = mode << 16);
        refused(word_and([entry]), "is a link or a device");
    }
}

/// A document with another main part.
fn with_document(content: &str) -> Vec<u8> {
    archive(&[word("")[..2].to_vec(), vec![Entry::stored("word/document.xml", content)]].concat())
}

/// The same text many times, each with its own number.
fn numbered(count: u32, text: &str) -> String {
    (0..count).map(|number| text.replace('#', &number.to_string())).collect()
}

#[test]
fn xml_that_harms_its_reader() {
    let laughs = r#"<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>"#;
    let outside = r#"<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>"#;
    let parameter = r#"<!DOCTYPE a SYSTEM "http://example.com/a.dtd"><a/>"#;
    for document in [laughs, outside, parameter] {
        refused(with_document(document), "it declares a document type");
    }
    let deep = "<a>".repeat(1_000_000);
    refused(with_document(&deep), "nest too deep");
    refused(with_document(&"<a b='/>'>".repeat(1_000_000)), "nest too deep");
    let attributes = numbered(100_000, " a#=''");
    refused(with_document(&format!("<a{attributes}/>")), "too many attributes");
    let namespaces = numbered(60_000, " xmlns:a#='a'");
    refused(with_document(&format!("<a{namespaces}/>")), "too many attributes");
    refused(with_document("<a><b></a>"), "expected 'b' tag");
    refused(with_document("<a>\u{1}</a>"), "non-XML character");
    refused(with_document("\u{feff}"), "does not have a root node");

    // The same in the parts that hold the package together.
    let mut entries = word("");
    entries[0] = Entry::stored("[Content_Types].xml", &deep);
    refused(
        archive(&entries),
        "`[Content_Types].xml` is not XML we can read: its elements nest too deep",
    );
    entries[0] = word("")[0].clone();
    entries[1] = Entry::stored("_rels/.rels", laughs);
    refused(archive(&entries), "`_rels/.rels` is not XML we can read: it declares a document type");
}

#[test]
fn programs_are_found_by_content_whatever_the_name() {
    let typed = |name: &str, kind: &str| {
        let types =
            content_types(&format!(r#"<Override PartName="/{name}" ContentType="{kind}"/>"#));
        let mut entries = word("");
        entries[0] = Entry::new("[Content_Types].xml", types);
        entries.push(Entry::new(name, "x"));
        archive(&entries)
    };
    refused(
        typed("word/a.bin", "application/vnd.ms-office.vbaProject"),
        "it holds macros (`word/a.bin`)",
    );
    refused(
        typed("word/a.xml", "application/vnd.ms-word.vbaData+xml"),
        "it holds macros (`word/a.xml`)",
    );
    refused(
        typed("xl/a.xml", "application/vnd.ms-excel.macrosheet+xml"),
        "it holds macros (`xl/a.xml`)",
    );
    refused(
        word_and([Entry::new("word/VBAProject.bin", "x")]),
        "it holds macros (`word/VBAProject.bin`)",
    );
    let rels = relationships(&relationship("rId1", "vbaProject", "b.dat", ""));
    refused(
        word_and([Entry::new("word/_rels/document.xml.rels", rels)]),
        "it holds macros (`word/b.dat`)",
    );
    let marked = content_types("").replace(
        "openxmlformats-officedocument.wordprocessingml.document.main",
        "ms-word.document.macroEnabled.main",
    );
    let mut entries = word("");
    entries[0] = Entry::new("[Content_Types].xml", marked);
    refused(archive(&entries), "it is marked as a file with macros (`word/document.xml`)");
}
