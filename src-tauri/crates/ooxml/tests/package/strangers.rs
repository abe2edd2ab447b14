//! Files that are no packages are named for what they are, with a way on.

use ooxml::{Error, FileKind, Package};
use proptest::prelude::*;

use crate::archive::{Entry, archive, content_types, word};

#[track_caller]
fn check(bytes: impl AsRef<[u8]>, kind: FileKind, advice: &str) {
    let error = Package::open(bytes.as_ref().to_vec()).unwrap_err();
    assert!(matches!(error, Error::NotAPackage(found) if found == kind), "{error}");
    let message = error.to_string();
    assert!(message.starts_with("this is ") && message.contains(advice), "{message}");
}

/// A compound file with these directory entries, in their sector.
fn compound(names: &[&str]) -> Vec<u8> {
    let mut out = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    out.resize(1024, 0);
    for (number, name) in std::iter::once(&"Root Entry").chain(names).enumerate() {
        let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let length = u8::try_from(entry.len() + 2).unwrap();
        entry.resize(128, 0);
        (entry[64], entry[66]) = (length, if number == 0 { 5 } else { 2 });
        out.extend_from_slice(&entry);
    }
    out
}

#[test]
fn compound_files_are_told_apart() {
    use FileKind::{Compound, OldExcel, OldPowerPoint, OldWord, PasswordProtected, RightsManaged};

    check(
        compound(&["EncryptionInfo", "EncryptedPackage"]),
        PasswordProtected,
        "save it without one",
    );
    check(compound(&["\tDRMContent", "WordDocument"]), RightsManaged, "a copy without protection");
    check(compound(&["1Table", "WordDocument", "Workbook"]), OldWord, "save it as `.docx`");
    check(compound(&["Workbook", "WordDocument"]), OldExcel, "save it as `.xlsx`");
    check(compound(&["Book"]), OldExcel, "save it as `.xlsx`");
    check(compound(&["PowerPoint Document"]), OldPowerPoint, "choose");
    check(compound(&["__properties_version1.0"]), Compound, "choose");
    check(&compound(&[])[..9], Compound, "choose");
}

#[test]
fn texts_are_told_apart() {
    let wide = |text: &str| -> Vec<u8> {
        std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
    };
    check("", FileKind::Empty, "download it again");
    check("{\\rtf1\\ansi a}", FileKind::RichText, "save it as `.docx`");
    check("\r\n<!DOCTYPE html><html></html>", FileKind::Html, "download that again");
    check("\u{feff}<HTML><body>404</body></HTML>", FileKind::Html, "download that again");
    check("<?xml version='1.0'?><html xmlns='a'/>", FileKind::Html, "download that again");
    check(wide("<html></html>"), FileKind::Html, "download that again");
    check(
        "MIME-Version: 1.0\r\nContent-Type: multipart/related",
        FileKind::WebArchive,
        "save it as `.docx`",
    );
    check(
        "<?xml version='1.0'?><?mso-application progid=\"Word.Document\"?>",
        FileKind::WordXml,
        "save it as",
    );
    check("<?xml version='1.0'?><office:document/>", FileKind::OpenDocument, "choose");
    check("<?xml version='1.0'?><a/>", FileKind::Xml, "choose");
    check("Dear Sir or Madam", FileKind::PlainText, "choose");
    check("BMW asks for this form", FileKind::PlainText, "choose");
    check(wide("姓名"), FileKind::PlainText, "choose");
    check([0xd0, 0xd5, 0xc3, 0xfb], FileKind::PlainText, "choose");
    check([1, 2, 3, 0], FileKind::Unknown, "choose");
}

#[test]
fn other_programs_files_are_told_apart() {
    check("%PDF-1.7\n%\u{e2}", FileKind::Pdf, "as a Word or Excel file");
    check("\n\n%PDF-1.7", FileKind::Pdf, "as a Word or Excel file");
    check(b"\x89PNG\r\n\x1a\n", FileKind::Picture, "as a Word or Excel file");
    check(b"\xff\xd8\xff\xe0", FileKind::Picture, "as a Word or Excel file");
    check(b"\0\0\0\x18ftypheic", FileKind::Picture, "as a Word or Excel file");
    check(b"Rar!\x1a\x07", FileKind::Archive, "unpack it");
    check(b"\x1f\x8b\x08", FileKind::Archive, "unpack it");
}

#[test]
fn zip_archives_are_told_apart() {
    let mimetype =
        |kind: &str| archive(&[Entry::stored("mimetype", kind), Entry::new("content.xml", "<a/>")]);
    let text = "application/vnd.oasis.opendocument.text";
    check(mimetype(text), FileKind::OpenDocumentText, "save it as `.docx`");
    check(mimetype(&format!("{text}-template")), FileKind::OpenDocumentText, "save it as `.docx`");
    check(
        mimetype("application/vnd.oasis.opendocument.spreadsheet"),
        FileKind::OpenDocumentSheet,
        "`.xlsx`",
    );
    check(
        mimetype("application/vnd.oasis.opendocument.graphics"),
        FileKind::OpenDocument,
        "choose",
    );
    check(mimetype("application/epub+zip"), FileKind::Zip, "unpack it");
    check(archive(&[Entry::new("Index/Document.iwa", "x")]), FileKind::AppleDocument, "export it");
    check(archive(&[Entry::new("form.docx", "x")]), FileKind::Zip, "unpack it");
    check(archive(&[]), FileKind::Zip, "unpack it");
    // A package whose main part is nowhere is no package.
    check(
        archive(&[Entry::new("[Content_Types].xml", content_types(""))]),
        FileKind::Zip,
        "unpack it",
    );
    let whole = archive(&word("<w:p/>"));
    for length in [5, 40, whole.len() / 2, whole.len() - 1] {
        check(&whole[..length], FileKind::CutShort, "download it again");
    }
    let binary = content_types("").replace(
        "openxmlformats-officedocument.wordprocessingml.document.main+xml",
        "ms-excel.sheet.binary.macroEnabled.main",
    );
    let mut entries = word("");
    entries[0] = Entry::new("[Content_Types].xml", binary);
    check(archive(&entries), FileKind::BinaryWorkbook, "save it as `.xlsx`");
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(
        start in prop_oneof![
            Just(b"PK\x03\x04".to_vec()),
            Just(b"PK\x05\x06".to_vec()),
            Just(compound(&["Workbook"])),
            Just(b"<?xml".to_vec()),
            Just(Vec::new()),
        ],
        rest in prop::collection::vec(any::<u8>(), 0..400),
    ) {
        let refused = Package::open([start, rest].concat()).unwrap_err().to_string();
        prop_assert!(!refused.contains('\n'));
    }
}
